//! The council and the house: who is heard and why, the throne, who stands before the palace, orders on the road; and what can be done about them.

use egui::Ui;

use super::{Open, seal_of};
use crate::events::Stat;
use crate::orders::{OrderNow, Reign, Reply};
use crate::panels::give::give;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::reckoned::Tells;
use crate::panels::sight::Sight;
use crate::panels::widgets::{cell, row, section, text};
use crate::prose::names;
use crate::prose::texts::tr;
use crate::table::About;
use crate::table::house::{Line, house as told};

/// Side of a councillor's seal.
const SEAL: f32 = 32.0;

/// The section at the head of the people.
pub(super) fn house(ui: &mut Ui, see: &Sight<'_>, open: &mut Open, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let ink = &look.ink;
    section(ui, look, &texts.t("people-house"), "朝議");
    for line in told(texts, &view) {
        match line {
            Line::Head(words) => {
                text(ui, Type::Body, ink.ink, &words);
            }
            Line::Item(words, Some(stat @ Stat::Favour(person))) => {
                let width = ui.available_width();
                let pressed = row(ui, look, false, &words, |ui| {
                    seal_of(ui, see, person, SEAL);
                    ui.add_space(4.0);
                    cell(ui, width - SEAL - 24.0, |ui| {
                        text(ui, Type::Body, ink.ink, &words);
                    });
                });
                if pressed.tells(|| see.moves(About::Stat(stat))).clicked() {
                    open.person = Some(person);
                }
            }
            Line::Item(words, number) => {
                let response = text(ui, Type::Note, ink.ink2, &format!("· {words}"));
                if let Some(stat) = number {
                    response.tells(|| see.moves(About::Stat(stat)));
                }
            }
        }
    }
    ui.add_space(6.0);
    acts(ui, see, out);
    ui.add_space(16.0);
}

/// What the sovereign can do here.
fn acts(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (texts, view) = (see.texts(), see.view());
    if see.is_over() {
        return;
    }
    let mut acts: Vec<(Reign<_>, String)> = Vec::new();
    if view.crowd().is_some() {
        for (how, key) in [
            (Reply::Yield, "people-yield"),
            (Reply::Disperse, "people-disperse"),
        ] {
            acts.push((Reign::Answer { how }, texts.t(key)));
        }
    }
    if view.throne_is_vacant() {
        for person in view.could_reign() {
            let name = names::name(&view, person);
            acts.push((
                Reign::Enthrone { person },
                tr!(texts, "people-enthrone", person = name),
            ));
        }
    }
    for person in view.in_reach().into_iter().take(3) {
        let name = names::name(&view, person);
        acts.push((
            Reign::Seize { person },
            tr!(texts, "people-seize", person = name),
        ));
    }
    for court in view.clients() {
        let name = names::court(see.book(), court);
        acts.push((
            Reign::Dissolve { court },
            tr!(texts, "people-dissolve", court = name),
        ));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        for (act, words) in acts {
            let order = OrderNow::reign(act);
            give(ui, see, &words, order, out);
        }
    });
}
