//! What moves a number of the realm: on a slip, and in a few lines for the pointer.

use egui::{Key, Ui, vec2};

use super::desk::Panel;
use super::intent::Intent;
use super::look::Type;
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, command, runs, text};
use crate::events::Stat;
use crate::prose::numbers::good;
use crate::prose::{capital, events};
use crate::table::{About, Told, moves};

/// What moves a number, in lines for the pointer.
#[must_use]
pub fn lines(see: &Sight<'_>, about: About) -> Vec<String> {
    moves(see.session, see.desk.court, about)
        .into_iter()
        .map(|told| match told {
            Told::Line(text) => text,
            Told::Sum { reason, by } => format!("{by}  {reason}"),
        })
        .collect()
}

/// What the number is called.
fn name(see: &Sight<'_>, about: About) -> String {
    let texts = see.texts();
    match about {
        About::Good(what) => capital(&good(texts, what)),
        About::Stat(Stat::Edicts(_)) => texts.t("strip-edicts-label"),
        About::Place(at) => crate::prose::names::place(see.book(), at),
        About::Army(id) => crate::prose::names::army(texts, see.book(), id),
        About::Stat(stat) => capital(&events::stat(texts, &see.view(), stat)),
    }
}

/// The slip.
pub fn why(ui: &mut Ui, see: &Sight<'_>, about: About, keys: &[Key], out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    text(ui, Type::Italic, ink.ink2, &texts.t("why-slip"));
    title(ui, see, &name(see, about));
    for told in moves(see.session, see.desk.court, about) {
        match told {
            Told::Line(words) => {
                ui.add_space(4.0);
                runs(ui, &[(Type::Body, ink.ink, &words)]);
            }
            Told::Sum { reason, by } => {
                let width = ui.available_width();
                ui.horizontal_top(|ui| {
                    ui.add_space(16.0);
                    ui.vertical(|ui| {
                        ui.set_width(width - 176.0);
                        runs(ui, &[(Type::Body, ink.ink, &reason)]);
                    });
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
                        text(ui, Type::Strong, ink.ink, &by);
                    });
                });
            }
        }
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let away = texts.t("slip-away");
        if command(ui, see.look, "Esc", &away, "", CommandKind::Plain).clicked()
            || keys.contains(&Key::Enter)
            || keys.contains(&Key::Questionmark)
        {
            out.push(Intent::Lay(None));
        }
        if matches!(about, About::Good(_)) {
            let treasury = texts.t("why-to-treasury");
            if command(ui, see.look, "T", &treasury, "", CommandKind::Plain).clicked()
                || keys.contains(&Key::T)
            {
                out.push(Intent::Lay(None));
                out.push(Intent::Show(Panel::Treasury));
            }
        }
    });
}
