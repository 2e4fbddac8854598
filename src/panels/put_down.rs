//! The question before a game is ended where it stands and its debrief read.

use egui::{Key, Ui};

use super::intent::Intent;
use super::look::Type;
use super::overlay::{answer, title};
use super::sight::Sight;
use super::widgets::runs;
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
    match answer(ui, see, keys, &texts.t("put-down-yes")) {
        Some(true) => out.push(Intent::PutDown(true)),
        Some(false) => out.push(Intent::Lay(None)),
        None => {}
    }
}
