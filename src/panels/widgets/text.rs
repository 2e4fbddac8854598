//! Lines and paragraphs, and the heading of a section.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Label, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, vec2};

use crate::panels::look::{Look, Type};

/// How a style of text is laid out in a colour.
#[must_use]
pub fn format(style: Type, colour: Color32) -> TextFormat {
    let mut format = TextFormat::simple(style.font(), colour);
    format.line_height = Some(style.line());
    format.valign = egui::Align::Center;
    if style == Type::Section {
        format.extra_letter_spacing = 0.03 * style.font().size;
    }
    format
}

/// A line or paragraph in a style and colour, as wide as there is room for.
pub fn text(ui: &mut Ui, style: Type, colour: Color32, words: &str) -> Response {
    let job = LayoutJob::single_section(words.to_owned(), format(style, colour));
    ui.add(Label::new(job).selectable(false))
}

/// The same for words that a control around them already says: a screen reader is not to hear them twice.
pub fn quiet(ui: &mut Ui, style: Type, colour: Color32, words: &str) -> Response {
    let mut job = LayoutJob::single_section(words.to_owned(), format(style, colour));
    job.wrap.max_width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, colour);
    response
}

/// A section's heading with its characters, over the double rule, as wide as the column.
pub fn section(ui: &mut Ui, look: &Look, title: &str, zh: &str) -> Response {
    let width = ui.available_width();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.append(title, 0.0, format(Type::Section, look.ink.ink));
    if !zh.is_empty() {
        let mut characters = format(Type::Note, look.ink.ink2);
        characters.font_id.size = 17.0;
        characters.line_height = Some(Type::Section.line());
        job.append(zh, 6.0, characters);
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let height = galley.size().y.max(22.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height + 11.0), Sense::hover());
    response.widget_info(|| {
        let label = if zh.is_empty() {
            title.to_owned()
        } else {
            format!("{title} {zh}")
        };
        WidgetInfo::labeled(WidgetType::Label, true, label)
    });
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, galley, look.ink.ink);
        double_rule(ui, look, rect.x_range(), rect.top() + height + 3.0);
    }
    response
}

/// The civil-and-military rule: a thick line over a thin one, 6.5 points high.
pub fn double_rule(ui: &Ui, look: &Look, across: egui::Rangef, top: f32) {
    let painter = ui.painter();
    painter.hline(across, top + 1.25, Stroke::new(2.5, look.ink.ink));
    painter.hline(across, top + 6.0, Stroke::new(1.0, look.ink.ink));
}
