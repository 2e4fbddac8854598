//! Words of several styles in one paragraph, and words that can be followed.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, vec2};

use crate::panels::look::{Look, Type};

/// Part of a paragraph: its style, its colour, its words.
pub type Run<'a> = (Type, Color32, &'a str);

/// A paragraph of parts, as wide as there is room for.
pub fn runs(ui: &mut Ui, parts: &[Run<'_>]) -> Response {
    let job = job(parts, ui.available_width(), false);
    ui.add(egui::Label::new(job).selectable(false).wrap())
}

/// Parts laid out within a width.
fn job(parts: &[Run<'_>], width: f32, underline: bool) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let line = parts
        .iter()
        .map(|(style, ..)| style.line())
        .fold(0.0, f32::max);
    for (style, colour, words) in parts {
        let mut format = TextFormat::simple(style.font(), *colour);
        format.line_height = Some(line);
        format.valign = egui::Align::BOTTOM;
        if underline {
            format.underline = Stroke::new(1.0, *colour);
        }
        job.append(words, 0.0, format);
    }
    job
}

/// Words that can be followed: underlined, with a target taller than the words. The label is `words`.
pub fn link(ui: &mut Ui, look: &Look, style: Type, words: &str) -> Response {
    let ink = &look.ink;
    let job = job(&[(style, ink.ink, words)], ui.available_width(), true);
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let response = ui.interact(
        rect.expand2(vec2(4.0, ((40.0 - rect.height()) / 2.0).max(2.0))),
        ui.next_auto_id().with(words),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, words));
    ui.painter().galley(rect.min, galley, ink.ink);
    if response.has_focus() || response.hovered() {
        ui.painter().rect_stroke(
            rect.expand(3.0),
            0.0,
            Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, ink.ink),
            egui::StrokeKind::Outside,
        );
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
