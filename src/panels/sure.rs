//! The question before a word is given or broken: an oath, a treaty declared void, a war. One key or one click must not do that unasked.

use egui::{Key, ScrollArea, Ui, vec2};

use super::intent::Intent;
use super::look::Type;
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, command, runs};
use crate::engine::Ask;
use crate::orders::{Order, Treat};
use crate::prose::stakes::stakes;
use crate::prose::{orders, sentence};

/// How tall the clauses of a paper may be, and what of the window's height is not theirs: the question, the buttons, the warnings.
const ROOM: (f32, f32) = (260.0, 290.0);
/// However small the window, so much of them is shown.
const LEAST: f32 = 64.0;

/// Whether an ask gives the court's word or breaks it.
#[must_use]
pub fn binds(ask: &Ask) -> bool {
    match ask {
        Ask::Order(Order::Accept { .. }) => true,
        Ask::Order(Order::Treat(treat)) => {
            matches!(**treat, Treat::Void { .. } | Treat::War { .. })
        }
        _ => false,
    }
}

/// What was asked for, and whether it is meant.
pub fn sure(ui: &mut Ui, see: &Sight<'_>, keys: &[Key], out: &mut Vec<Intent>) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    title(ui, see, &texts.t("sure-title"));
    let Some(Ask::Order(order)) = &see.desk.sure else {
        out.push(Intent::Lay(None));
        return;
    };
    let words = sentence(&orders::order(texts, &view, order));
    runs(ui, &[(Type::Strong, ink.ink, &words)]);
    let at = stakes(texts, &view, order);
    // A treaty of many clauses is longer than a small window.
    let room = (ui.ctx().content_rect().height() - ROOM.1).clamp(LEAST, ROOM.0);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        for clause in &at.terms {
            runs(ui, &[(Type::Body, ink.ink, clause)]);
        }
    });
    for warning in &at.warnings {
        runs(ui, &[(Type::Body, ink.warn, warning)]);
    }
    runs(ui, &[(Type::Note, ink.ink2, &texts.t("sure-note"))]);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let back = texts.t("ending-back");
        if command(ui, see.look, "Esc", &back, "", CommandKind::Plain).clicked() {
            out.push(Intent::Lay(None));
        }
        let yes = texts.t("sure-yes");
        let pressed = command(ui, see.look, "Enter", &yes, "", CommandKind::Primary).clicked();
        if pressed || keys.contains(&Key::Enter) {
            out.push(Intent::Ask(Ask::Order(order.clone())));
            out.push(Intent::Lay(None));
        }
    });
}
