//! The pieces the tray is drawn from: a row with its key, a key box, a dashed frame, keys that are read.

use egui::{
    Align2, Color32, Galley, Key, Modifiers, Rect, Response, RichText, Sense, Shape, Stroke,
    TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, WidgetType, pos2, vec2,
};
use std::sync::Arc;

use crate::panels::look::{Look, Type};

/// How a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Can be pressed.
    Open,
    /// The keyboard is on it.
    Focused,
    /// Cannot be pressed; its note says why.
    Closed,
}

/// A row that can be pressed: key, title, note, and a line of warning under it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    /// The key beside it; empty for none.
    pub key: &'a str,
    /// In the first line.
    pub title: &'a str,
    /// Under it; may be empty.
    pub note: &'a str,
    /// What stands in the way; may be empty.
    pub warning: &'a str,
    /// What a screen reader says.
    pub label: &'a str,
    /// How it stands.
    pub state: State,
}

/// The least height of a row that can be pressed.
const ROW: f32 = 44.0;
/// The column of the key.
const KEY: f32 = 36.0;

pub(super) fn galley(
    ui: &Ui,
    style: Type,
    colour: Color32,
    words: &str,
    width: f32,
) -> Arc<Galley> {
    let text = RichText::new(words)
        .font(style.font())
        .color(colour)
        .line_height(Some(style.line()));
    WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Wrap), width, TextStyle::Body)
}

/// Draws a row as wide as the column.
pub(super) fn row(ui: &mut Ui, look: &Look, row: &Row<'_>) -> Response {
    let ink = &look.ink;
    let closed = row.state == State::Closed;
    let width = ui.available_width();
    let text = (width - KEY - 12.0).max(40.0);
    let colour = if closed { ink.ink3 } else { ink.ink };
    let mut lines = vec![galley(ui, Type::Strong, colour, row.title, text)];
    if !row.note.is_empty() {
        let colour = if closed { ink.ink3 } else { ink.ink2 };
        lines.push(galley(ui, Type::Note, colour, row.note, text));
    }
    if !row.warning.is_empty() {
        lines.push(galley(ui, Type::Note, ink.song, row.warning, text));
    }
    let height: f32 = lines.iter().map(|g| g.size().y).sum();
    let sense = if closed {
        Sense::hover()
    } else {
        Sense::click()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, (height + 12.0).max(ROW)), sense);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, !closed, row.label));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if row.state == State::Focused || response.hovered() && !closed {
            painter.rect_filled(rect, 0.0, ink.lo);
        }
        if row.state == State::Focused {
            let edge = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
            painter.rect_filled(edge, 0.0, ink.song);
        }
        painter.hline(rect.x_range(), rect.max.y, Stroke::new(1.0, ink.rule));
        let mut y = rect.min.y + ((rect.height() - height) / 2.0).max(6.0);
        chip(ui, look, pos2(rect.min.x + 8.0, y), row.key, closed);
        for line in lines {
            let step = line.size().y;
            ui.painter()
                .galley(pos2(rect.min.x + 8.0 + KEY, y), line, colour);
            y += step;
        }
        focus_ring(ui, look, &response);
    }
    response
}

/// A box of 2 points around what has the keyboard's focus.
pub(super) fn focus_ring(ui: &Ui, look: &Look, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.shrink(1.0),
            0.0,
            Stroke::new(2.0, look.ink.ink),
            egui::StrokeKind::Inside,
        );
    }
}

/// A key in its box, its upper left corner here; dashed where it cannot be pressed.
pub(super) fn chip(ui: &Ui, look: &Look, at: egui::Pos2, key: &str, dashed: bool) {
    if key.is_empty() {
        return;
    }
    let colour = if dashed { look.ink.ink3 } else { look.ink.ink };
    let words = galley(ui, Type::Small, colour, key, 60.0);
    let rect = Rect::from_min_size(at, vec2((words.size().x + 8.0).max(20.0), 20.0));
    if dashed {
        dashed_frame(ui, rect, Stroke::new(1.0, colour), 3.0);
    } else {
        ui.painter().rect_stroke(
            rect,
            0.0,
            Stroke::new(1.0, colour),
            egui::StrokeKind::Inside,
        );
    }
    let place = Align2::CENTER_CENTER.anchor_size(rect.center(), words.size());
    ui.painter().galley(place.min, words, colour);
}

/// A dashed frame.
pub(super) fn dashed_frame(ui: &Ui, rect: Rect, stroke: Stroke, gap: f32) {
    let rect = rect.shrink(stroke.width / 2.0);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter()
        .extend(Shape::dashed_line(&corners, stroke, 5.0, gap));
}

/// A small box with words that can be pressed: a number, a letter with a word.
pub(super) fn boxed(ui: &mut Ui, look: &Look, words: &str, label: &str, open: bool) -> Response {
    let colour = if open { look.ink.ink } else { look.ink.ink3 };
    let text = galley(ui, Type::Body, colour, words, ui.available_width());
    let size = vec2((text.size().x + 16.0).max(40.0), 40.0);
    let sense = if open { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, open, label));
    if ui.is_rect_visible(rect) {
        if response.hovered() && open {
            ui.painter().rect_filled(rect, 0.0, look.ink.lo);
        }
        if open {
            ui.painter().rect_stroke(
                rect,
                0.0,
                Stroke::new(1.0, look.ink.rule2),
                egui::StrokeKind::Inside,
            );
        } else {
            dashed_frame(ui, rect, Stroke::new(1.0, look.ink.rule2), 3.0);
        }
        let place = Align2::CENTER_CENTER.anchor_size(rect.center(), text.size());
        ui.painter().galley(place.min, text, colour);
        focus_ring(ui, look, &response);
    }
    response
}

/// Whether a key is pressed that nobody else takes: not while a text is typed. It is then used up.
pub(super) fn hit(ui: &Ui, key: Key) -> bool {
    !ui.ctx().text_edit_focused() && taken(ui, key)
}

/// The same, even while a text is typed.
pub(super) fn taken(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
}

/// Whether Enter is meant for the tray and not for a button that has the focus.
pub(super) fn enter(ui: &Ui) -> bool {
    let busy = ui.memory(|m| m.focused().is_some());
    !busy && taken(ui, Key::Enter)
}
