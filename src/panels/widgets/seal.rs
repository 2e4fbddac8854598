//! A person as a seal.

use egui::{Color32, Rect, Response, Sense, Ui, Vec2, WidgetInfo, WidgetType, pos2};

use crate::panels::look::{Holder, Look, seals};

/// A person's seal: `zh` the characters, `label` what a screen reader says.
pub fn seal(
    ui: &mut Ui,
    look: &Look,
    zh: &str,
    holder: Holder,
    size: f32,
    label: &str,
) -> Response {
    stamped(ui, look, zh, holder, size, label, Color32::WHITE)
}

/// The seal of one who is dead: it stays, paler.
pub fn pale_seal(
    ui: &mut Ui,
    look: &Look,
    zh: &str,
    holder: Holder,
    size: f32,
    label: &str,
) -> Response {
    let tint = Color32::from_white_alpha(140);
    stamped(ui, look, zh, holder, size, label, tint)
}

fn stamped(
    ui: &mut Ui,
    look: &Look,
    zh: &str,
    holder: Holder,
    size: f32,
    label: &str,
    tint: Color32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, label));
    if ui.is_rect_visible(rect) {
        paint_seal(ui, look, zh, holder, rect, tint);
    }
    response
}

/// Paints a seal into a square.
pub fn paint_seal(ui: &Ui, look: &Look, zh: &str, holder: Holder, rect: Rect, tint: Color32) {
    let side = (rect.width() * ui.ctx().pixels_per_point()).round();
    let texture = seals::texture(ui.ctx(), look, zh, holder, side as u32);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, whole, tint);
}
