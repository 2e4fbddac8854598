//! The question before a word is given or broken (an oath, a treaty declared void, a war), and before a dike is. One key or one click must not do that unasked.

use egui::{Key, ScrollArea, Ui};

use super::intent::Intent;
use super::look::Type;
use super::overlay::{answer, title};
use super::sight::Sight;
use super::widgets::runs;
use crate::engine::Ask;
use crate::orders::{Order, Treat};
use crate::prose::stakes::stakes;
use crate::prose::{orders, sentence};

/// How tall the clauses of a paper may be, and what of the window's height is not theirs: the question, the buttons, the warnings.
const ROOM: (f32, f32) = (260.0, 290.0);
/// However small the window, so much of them is shown.
const LEAST: f32 = 64.0;

/// Whether an ask gives the court's word or breaks it, or lets the river loose.
#[must_use]
pub fn binds(ask: &Ask) -> bool {
    match ask {
        Ask::Order(Order::Accept { .. } | Order::BreakDike { .. }) => true,
        Ask::Order(Order::Treat(treat)) => {
            matches!(**treat, Treat::Void { .. } | Treat::War { .. })
        }
        _ => false,
    }
}

/// What was asked for, and whether it is meant.
pub fn sure(ui: &mut Ui, see: &Sight<'_>, keys: &[Key], out: &mut Vec<Intent>) {
    let (texts, view, ink) = (see.texts(), see.view(), &see.look.ink);
    let title_key = match see.desk.sure {
        Some(Ask::Order(Order::BreakDike { .. })) => "sure-title-dike",
        _ => "sure-title",
    };
    title(ui, see, &texts.t(title_key));
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
    match answer(ui, see, keys, &texts.t("sure-yes")) {
        Some(true) => out.extend([Intent::Ask(Ask::Order(order.clone())), Intent::Lay(None)]),
        Some(false) => out.push(Intent::Lay(None)),
        None => {}
    }
}
