//! The jump list: every matter of the scenario, court by court, with what it asks; a click leads a new game to it.

use egui::{Id, Ui};

use crate::base::ids::{CourtId, DecisionId};
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::{line_edit, row, runs, text};
use crate::prose::names::fold;
use crate::prose::texts::tr;
use crate::prose::{condition, names};

/// What was typed to find a matter.
fn typed() -> Id {
    Id::new("bench-matters")
}

/// The line to find a matter by, which stays over the list.
pub(super) fn search(ui: &mut Ui, see: &Sight<'_>) {
    let mut words: String = ui.data_mut(|d| d.get_temp(typed())).unwrap_or_default();
    let hint = see.texts().t("bench-search-matters");
    line_edit(ui, see.look, &hint, &mut words);
    ui.data_mut(|d| d.insert_temp(typed(), words));
}

/// The list.
pub(super) fn matters(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (texts, ink, book, view) = (see.texts(), &see.look.ink, see.book(), see.view());
    let words: String = ui.data_mut(|d| d.get_temp(typed())).unwrap_or_default();
    let wanted = fold(&words);
    let mut none = true;
    for court in (0..book.courts.len()).map(CourtId::of) {
        let mut first = true;
        for (n, matter) in book.decisions.iter().enumerate() {
            let named = [&matter.title, &matter.id, &matter.title_zh];
            if matter.court != court || !named.iter().any(|name| fold(name).contains(&wanted)) {
                continue;
            }
            none = false;
            if std::mem::take(&mut first) {
                ui.add_space(8.0);
                let before = tr!(texts, "bench-show-court", court = names::court(book, court));
                text(ui, Type::Strong, ink.ink, &before);
            }
            let when = condition(texts, &view, &matter.when);
            let asks = tr!(texts, "bench-show-asks", when = when);
            let pressed = row(ui, see.look, false, &matter.title, |ui| {
                ui.vertical(|ui| {
                    let id = format!("  {}", matter.id);
                    let title = (Type::Body, ink.ink, matter.title.as_str());
                    runs(ui, &[title, (Type::Note, ink.ink2, &id)]);
                    runs(ui, &[(Type::Note, ink.ink2, &asks)]);
                });
            });
            if pressed.clicked() {
                out.push(Intent::Seek(DecisionId::of(n)));
            }
        }
    }
    if none {
        let nothing = texts.t("bench-found-none");
        runs(ui, &[(Type::Body, ink.ink2, &nothing)]);
    }
}
