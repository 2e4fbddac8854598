//! A command that gives an order at once: open, or closed with its reason where the rules refuse it. Every book of the court has some.

use egui::Ui;

use super::intent::Intent;
use super::sight::Sight;
use super::widgets::{CommandKind, command};
use crate::engine::Ask;
use crate::orders::OrderNow;
use crate::prose::refusal;

/// The command.
pub(super) fn give(
    ui: &mut Ui,
    see: &Sight<'_>,
    words: &str,
    order: OrderNow,
    out: &mut Vec<Intent>,
) {
    give_with(ui, see, (words, ""), order, out);
}

/// The same with a note under its words while it is open.
pub(super) fn give_with(
    ui: &mut Ui,
    see: &Sight<'_>,
    (words, note): (&str, &str),
    order: OrderNow,
    out: &mut Vec<Intent>,
) {
    let view = see.view();
    let (kind, note) = match view.may_order(&order) {
        Ok(()) => (CommandKind::Plain, note.to_owned()),
        Err(why) => (
            CommandKind::Closed,
            refusal(see.texts(), &view, &why).join(" "),
        ),
    };
    if command(ui, see.look, "", words, &note, kind).clicked() {
        out.push(Intent::Ask(Ask::Order(order)));
    }
}
