//! The title slip: Chinese from above, in a double frame, as it is pasted on the cover of a book.

use egui::{
    Align2, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use crate::panels::look::{Look, Type};

/// Width of a slip.
pub const SLIP: f32 = 44.0;

/// A vertical title slip beside a text, at least this tall. Long titles are set smaller and then in two columns.
pub fn slip(ui: &mut Ui, look: &Look, zh: &str, height: f32) -> Response {
    let count = zh.chars().filter(|c| !c.is_whitespace()).count();
    let (size, pitch) = scale(count);
    let columns = columns(count);
    let per = count.div_ceil(columns).max(1);
    let need = per as f32 * pitch + 20.0;
    let width = SLIP + (columns - 1) as f32 * (size + 4.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, need.max(height)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, zh));
    if ui.is_rect_visible(rect) {
        paint_slip(ui, look, zh, rect, size, pitch);
    }
    response
}

/// Size and pitch of a title's characters: two stand large, many stand close.
const fn scale(count: usize) -> (f32, f32) {
    match count {
        0..=2 => (30.0, 40.0),
        3 => (27.0, 32.0),
        4..=8 => (25.0, 29.0),
        _ => (23.0, 26.0),
    }
}

/// A slip of more than ten characters would be taller than what stands beside it.
const fn columns(count: usize) -> usize {
    if count > 10 { 2 } else { 1 }
}

/// Paints a slip into its place with characters of a size at a pitch.
pub fn paint_slip(ui: &Ui, look: &Look, zh: &str, rect: Rect, size: f32, pitch: f32) {
    let ink = &look.ink;
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, ink.paper);
    painter.rect_stroke(rect, 0.0, Stroke::new(2.0, ink.ink), StrokeKind::Inside);
    painter.rect_stroke(
        rect.shrink(5.0),
        0.0,
        Stroke::new(1.0, ink.ink),
        StrokeKind::Inside,
    );
    let characters: Vec<char> = zh.chars().filter(|c| !c.is_whitespace()).collect();
    let columns = columns(characters.len());
    let per = characters.len().div_ceil(columns).max(1);
    let font = FontId::new(size, Type::Slip.font().family);
    // Columns go from right to left, and each is centred as a whole.
    for (i, column) in characters.chunks(per).enumerate() {
        let step = size + 4.0;
        let x = rect.center().x + ((columns - 1) as f32 / 2.0 - i as f32) * step;
        let top = rect.center().y - per as f32 * pitch / 2.0;
        for (j, c) in column.iter().enumerate() {
            let at = pos2(x, top + (j as f32 + 0.5) * pitch);
            painter.text(at, Align2::CENTER_CENTER, c, font.clone(), ink.ink);
        }
    }
}
