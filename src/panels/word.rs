//! A word over the game: that a changed file was taken up, that a run has come to its limit. It lies where the hints do, and is gone
//! with a key, a click or the next xun.

use egui::{Align2, Area, Id, Key, Modifiers, Order, Ui, vec2};

use super::intent::Intent;
use super::layout::Room;
use super::look::Type;
use super::overlay;
use super::sight::Sight;
use super::widgets::{CommandKind, command, runs};

/// Width of the slip.
const WIDTH: f32 = 320.0;

/// What it says now, if it lies there.
fn said<'s>(see: &'s Sight<'_>) -> Option<&'s str> {
    let word = see.desk.word.as_deref()?;
    overlay::lying(see).is_none().then_some(word)
}

/// Puts the word away by its key. It is asked before the panels, which have uses of their own for the letter.
pub fn take(ui: &Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    if said(see).is_some()
        && !ui.ctx().text_edit_focused()
        && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::K))
    {
        out.push(Intent::WordRead);
    }
}

/// Draws the word, if there is one.
pub fn word(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let Some(said) = said(see) else {
        return;
    };
    let (texts, ink) = (see.texts(), &see.look.ink);
    let beside = if see.layout.map.is_positive() {
        see.layout.map
    } else {
        see.layout.sheet
    };
    // The legend of the map stands at its foot.
    let small = see.layout.room == Room::Small;
    let corner = beside.right_bottom() - vec2(16.0, if small { 8.0 } else { 56.0 });
    Area::new(Id::new("word"))
        .order(Order::Middle)
        .pivot(Align2::RIGHT_BOTTOM)
        .fixed_pos(corner)
        .show(ui.ctx(), |ui| {
            egui::Frame::NONE
                .fill(ink.paper)
                .stroke(egui::Stroke::new(1.5, ink.ink))
                .inner_margin(16.0)
                .show(ui, |ui| {
                    ui.set_width(WIDTH.min(beside.width() - 64.0));
                    runs(ui, &[(Type::Body, ink.ink, said)]);
                    let read = texts.t("hint-read");
                    let kind = CommandKind::Plain;
                    if command(ui, see.look, "K", &read, "", kind).clicked() {
                        out.push(Intent::WordRead);
                    }
                });
        });
}
