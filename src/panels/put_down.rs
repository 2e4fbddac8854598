//! The question before a game is ended where it stands and its debrief read.

use egui::{Key, Ui, vec2};

use super::intent::Intent;
use super::look::Type;
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, command, runs};
use crate::prose::numbers::date;
use crate::prose::texts::tr;

/// What ending it here means, and whether it is meant.
pub fn put_down(ui: &mut Ui, see: &Sight<'_>, keys: &[Key], out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    title(ui, see, &texts.t("put-down-ask"));
    let day = date(texts, see.view().day());
    let last = date(texts, see.book().until);
    let words = tr!(texts, "put-down-means", day = day, last = last);
    runs(ui, &[(Type::Body, ink.ink, &words)]);
    runs(ui, &[(Type::Note, ink.ink2, &texts.t("put-down-kept"))]);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let back = texts.t("ending-back");
        if command(ui, see.look, "Esc", &back, "", CommandKind::Plain).clicked() {
            out.push(Intent::Lay(None));
        }
        let yes = texts.t("put-down-yes");
        let pressed = command(ui, see.look, "Enter", &yes, "", CommandKind::Primary).clicked();
        if pressed || keys.contains(&Key::Enter) {
            out.push(Intent::PutDown(true));
        }
    });
}
