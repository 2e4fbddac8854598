//! Hints for the first ten minutes: one small slip at a time, where it is of use, gone for good once read.

use egui::{Align2, Area, Id, Key, Modifiers, Order, Ui, vec2};

use super::council::matter_open;
use super::desk::Panel;
use super::intent::Intent;
use super::layout::Room;
use super::look::Type;
use super::overlay;
use super::sight::Sight;
use super::widgets::{CommandKind, command, keep_clear, runs};

/// Width of a hint.
const WIDTH: f32 = 320.0;

/// The hint that is of use now: its name, and its words by key.
#[must_use]
pub fn due(see: &Sight<'_>) -> Option<(&'static str, &'static str)> {
    if see.is_over() || overlay::lying(see).is_some() {
        return None;
    }
    let desk = see.desk;
    // One slip at a time.
    if see.desk.word.is_some() {
        return None;
    }
    // A card on the map has its foot.
    if desk.selected.is_some() && see.layout.map.is_positive() {
        return None;
    }
    let council = desk.panel == Panel::Council && !desk.map_up;
    let matter = matter_open(see).filter(|_| council);
    let asked = see.session.asks().iter().any(|(by, _)| *by == desk.court);
    let free = see.session.waiting(desk.court).is_empty();
    let in_order = [
        ("undo", "hint-undo", asked),
        ("memorial", "hint-memorial", matter.is_some() && !asked),
        ("table", "hint-table", council && matter.is_none()),
        ("orders", "hint-orders", desk.panel == Panel::Orders),
        ("map", "hint-map", see.layout.map.is_positive()),
        ("end", "hint-end", council && free),
        (
            "run",
            "hint-run",
            council && free && see.view().turn().0 > 0,
        ),
    ];
    in_order
        .into_iter()
        .find(|(id, _, now)| *now && !see.settings.hints_read.contains(*id))
        .map(|(id, key, _)| (id, key))
}

/// The slip's id: what lies under it is of no use to the eye.
#[must_use]
pub fn slip() -> Id {
    Id::new("hint")
}

/// Puts the hint away by its key. It is asked before the panels, which have uses of their own for the letter.
pub fn take(ui: &Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let Some((id, _)) = due(see) else {
        return;
    };
    if !ui.ctx().text_edit_focused() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::K)) {
        out.push(Intent::Hint(id.to_owned()));
    }
}

/// Draws the hint that is of use now, if there is one.
pub fn hint(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let Some((id, key)) = due(see) else {
        return;
    };
    if paper(ui, see, slip(), &see.texts().t(key)) {
        out.push(Intent::Hint(id.to_owned()));
    }
}

/// A slip of paper in the corner, with a sentence on it and a key that puts it away; whether that was clicked.
pub(super) fn paper(ui: &mut Ui, see: &Sight<'_>, id: Id, says: &str) -> bool {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let beside = if see.layout.map.is_positive() {
        see.layout.map
    } else {
        see.layout.sheet
    };
    // The legend of the map stands at its foot.
    let corner = beside.right_bottom()
        - vec2(
            16.0,
            if see.layout.room == Room::Small {
                8.0
            } else {
                56.0
            },
        );
    let mut clicked = false;
    let lies = Area::new(id)
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
                    runs(ui, &[(Type::Body, ink.ink, says)]);
                    let read = texts.t("hint-read");
                    clicked = command(ui, see.look, "K", &read, "", CommandKind::Plain).clicked();
                });
        });
    keep_clear(ui.ctx(), id, lies.response.rect);
    clicked
}
