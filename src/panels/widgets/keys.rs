//! Keys and buttons: what can be pressed, with the key that presses it.

use egui::text::LayoutJob;
use egui::{
    Align2, Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::frames::{dashed, focus_ring};
use super::text::format;
use crate::panels::look::{Look, Type};

/// How a button looks and whether it can be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandKind {
    /// The one thing to do next: at most one on a screen.
    Primary,
    /// Any other.
    Plain,
    /// Cannot be pressed now; its note says why.
    Closed,
}

/// A key beside a command: one box, one or a few letters.
pub fn key_chip(ui: &mut Ui, look: &Look, key: &str) -> Response {
    let size = chip_size(ui, key);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, key));
    paint_key(ui, rect, key, look.ink.ink, false);
    response
}

/// How large the box of a key is.
pub fn chip_size(ui: &Ui, key: &str) -> Vec2 {
    let mut font = Type::Strong.font();
    font.size = 14.0;
    let wide = ui.fonts_mut(|fonts| {
        fonts
            .layout_no_wrap(key.to_owned(), font, Color32::WHITE)
            .size()
            .x
    });
    vec2((wide + 10.0).max(20.0), 20.0)
}

/// Paints a key into its box; closed ones are dashed.
pub fn paint_key(ui: &Ui, rect: Rect, key: &str, colour: Color32, closed: bool) {
    if key.is_empty() {
        return;
    }
    let stroke = Stroke::new(1.0, colour);
    if closed {
        dashed(ui, rect, stroke);
    } else {
        ui.painter()
            .rect_stroke(rect, 0.0, stroke, StrokeKind::Inside);
    }
    let mut font = Type::Strong.font();
    font.size = 14.0;
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, key, font, colour);
}

/// A button with its key and, under its words, a note. The label that tests and screen readers see is `words`. In a justified
/// layout it is as wide as the column.
pub fn command(
    ui: &mut Ui,
    look: &Look,
    key: &str,
    words: &str,
    note: &str,
    kind: CommandKind,
) -> Response {
    let ink = &look.ink;
    let (ground, ink_of_words, ink_of_note) = match kind {
        CommandKind::Primary => (Some(ink.song), ink.on_seal, ink.on_seal),
        CommandKind::Plain => (Some(ink.hi), ink.ink, ink.ink2),
        CommandKind::Closed => (None, ink.ink3, ink.ink3),
    };
    let padding = ui.spacing().button_padding;
    let chip = if key.is_empty() {
        Vec2::ZERO
    } else {
        chip_size(ui, key) + vec2(10.0, 0.0)
    };
    let room = (ui.available_width() - 2.0 * padding.x - chip.x).max(40.0);
    let lay = |style: Type, colour: Color32, words: &str| {
        let mut job = LayoutJob::single_section(words.to_owned(), format(style, colour));
        job.wrap.max_width = room;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let title = lay(Type::Button, ink_of_words, words);
    let note = (!note.is_empty()).then(|| lay(Type::Small, ink_of_note, note));
    let text = note.as_ref().map_or(title.size(), |note| {
        vec2(
            title.size().x.max(note.size().x),
            title.size().y + note.size().y,
        )
    });
    let pad_y = if note.is_some() { 4.0 } else { padding.y };
    let mut size = vec2(
        text.x + chip.x + 2.0 * padding.x,
        (text.y + 2.0 * pad_y).max(40.0),
    );
    if ui.layout().horizontal_justify() {
        size.x = size.x.max(ui.available_width());
    }
    let open = kind != CommandKind::Closed;
    let sense = if open { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, open, words));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let (ground, border) = if response.is_pointer_button_down_on() {
        (Some(ink.lo), Stroke::new(2.0, ink.song))
    } else if kind == CommandKind::Primary {
        (ground, Stroke::NONE)
    } else if response.hovered() && open {
        (Some(ink.lo), Stroke::new(1.5, ink.ink))
    } else {
        (ground, Stroke::new(1.5, ink.ink))
    };
    let pressed_primary = kind == CommandKind::Primary && response.is_pointer_button_down_on();
    let painter = ui.painter();
    if let Some(ground) = ground {
        painter.rect_filled(rect, 0.0, ground);
    }
    if open {
        painter.rect_stroke(rect, 0.0, border, StrokeKind::Inside);
        if kind == CommandKind::Primary && response.hovered() {
            let inner = rect.shrink(3.0);
            painter.rect_stroke(
                inner,
                0.0,
                Stroke::new(1.0, ink_of_words),
                StrokeKind::Inside,
            );
        }
    } else {
        dashed(ui, rect, Stroke::new(1.0, ink.rule2));
    }
    let shown = pressed_primary.then_some(ink.ink);
    let left = rect.center().x - (text.x + chip.x) / 2.0;
    if !key.is_empty() {
        let box_ = Rect::from_min_size(pos2(left, rect.center().y - 10.0), chip_size(ui, key));
        paint_key(ui, box_, key, shown.unwrap_or(ink_of_words), !open);
    }
    let top = rect.center().y - text.y / 2.0;
    let place = |galley: &egui::Galley, y: f32| {
        let spare = text.x - galley.size().x;
        pos2(left + chip.x + spare / 2.0, y)
    };
    let painter = ui.painter();
    let paint = |at, galley: std::sync::Arc<egui::Galley>, colour| match shown {
        Some(colour) => painter.galley_with_override_text_color(at, galley, colour),
        None => painter.galley(at, galley, colour),
    };
    let next = top + title.size().y;
    paint(place(&title, top), title, ink_of_words);
    if let Some(note) = note {
        paint(place(&note, next), note, ink_of_note);
    }
    focus_ring(ui, look, &response);
    response
}
