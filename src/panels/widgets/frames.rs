//! Sheets, frames and the marks of focus.

use egui::{
    Frame, InnerResponse, Margin, Rect, Response, Shadow, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::panels::look::{Ground, Look, paper};

/// Lays a sheet of paper under what is drawn next, with its shadow.
pub fn sheet(ui: &Ui, look: &Look, rect: Rect, ground: Ground) {
    let shadow = Shadow {
        offset: [3, 0],
        blur: 12,
        spread: 0,
        color: look.ink.shadow,
    };
    // The shadow falls beside the sheet, where nothing of the sheet may be drawn otherwise.
    let wide = ui.painter().with_clip_rect(rect.expand(24.0));
    wide.add(shadow.as_shape(rect, 0.0));
    wide.add(paper::piece(ui.ctx(), look, rect, ground));
}

/// Lays paper under what is drawn next, without a shadow.
pub fn ground(ui: &Ui, look: &Look, rect: Rect, ground: Ground) {
    ui.painter().add(paper::piece(ui.ctx(), look, rect, ground));
}

/// A floating card with what is in it.
pub fn card<R>(ui: &mut Ui, look: &Look, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    Frame::new()
        .fill(look.ink.hi)
        .stroke(Stroke::new(1.5, look.ink.ink))
        .inner_margin(Margin::same(16))
        .shadow(Shadow {
            offset: [2, 2],
            blur: 8,
            spread: 0,
            color: look.ink.shadow,
        })
        .show(ui, add)
}

/// An inset with what is in it.
pub fn inset<R>(ui: &mut Ui, look: &Look, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    Frame::new()
        .fill(look.ink.paper)
        .stroke(Stroke::new(1.0, look.ink.rule2))
        .inner_margin(Margin::symmetric(16, 8))
        .show(ui, add)
}

/// A slip with what is in it, as an order lies in the tray: a thin frame, at least 72 high.
pub fn order_slip<R>(ui: &mut Ui, look: &Look, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    Frame::new()
        .fill(look.ink.paper)
        .stroke(Stroke::new(1.0, look.ink.rule2))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_min_height(56.0);
            add(ui)
        })
}

/// What was refused: within a dashed frame of cinnabar.
pub fn refusal<R>(ui: &mut Ui, look: &Look, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let shown = Frame::new().inner_margin(Margin::same(12)).show(ui, add);
    let stroke = Stroke::new(2.0, look.ink.song);
    dashed(ui, shown.response.rect.shrink(1.0), stroke);
    shown
}

/// A dashed frame.
pub fn dashed(ui: &Ui, rect: Rect, stroke: Stroke) {
    let rect = rect.shrink(stroke.width / 2.0);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter()
        .extend(Shape::dashed_line(&corners, stroke, 5.0, 3.0));
}

/// Shows that a button, key or thing has the keyboard's focus.
pub fn focus_ring(ui: &Ui, look: &Look, response: &Response) {
    if response.has_focus() {
        ring(ui, look, response.rect);
    }
}

/// The ring of focus around anything.
pub fn ring(ui: &Ui, look: &Look, rect: Rect) {
    // Ink outside, with a gap: it is seen on any ground, and needs no colour.
    let wide = ui.painter().with_clip_rect(ui.clip_rect().expand(6.0));
    wide.rect_stroke(
        rect.expand(2.0),
        0.0,
        Stroke::new(2.0, look.ink.ink),
        StrokeKind::Outside,
    );
}

/// What lies under a row that has focus or was chosen: paper outdented by 16, with an edge of cinnabar at its left. Reserve a place
/// for it with `ui.painter().add(Shape::Noop)` before the row is drawn, and set it after.
pub fn row_ground(look: &Look, rect: Rect) -> Shape {
    let wide = rect.expand2(vec2(16.0, 0.0));
    let edge = Rect::from_min_max(wide.min, pos2(wide.left() + 4.0, wide.bottom()));
    Shape::Vec(vec![
        Shape::rect_filled(wide, 0.0, look.ink.lo),
        Shape::rect_filled(edge, 0.0, look.ink.song),
    ])
}
