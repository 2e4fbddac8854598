//! Pages of rows: a sheet that scrolls, rows that open something, cells of a width, and chips to choose one of a few.

use egui::{Align, Layout, Margin, Response, ScrollArea, Sense, Shape, Stroke, Ui};
use egui::{WidgetInfo, WidgetType, vec2};

use super::text;
use crate::panels::look::{Look, Type};

/// From a sheet's edge to its text.
const PADDING: i8 = 24;
/// Room left for the bar that scrolls, within that.
const BAR: f32 = 12.0;
/// Over and under the words of a row: with one line between, a row is as high as a target must be.
const ROW_PADDING: f32 = 11.0;
/// The least height of anything that can be pressed.
const TARGET: f32 = 40.0;

/// A sheet that scrolls from top to bottom. Another `salt` begins at the top again.
pub fn page(ui: &mut Ui, salt: impl egui::AsIdSalt, draw: impl FnOnce(&mut Ui)) {
    let width = ui.max_rect().width() - 2.0 * f32::from(PADDING);
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::NONE
                .inner_margin(Margin {
                    left: PADDING,
                    right: 0,
                    top: 16,
                    bottom: PADDING,
                })
                .show(ui, |ui| {
                    ui.set_max_width(width.min(ui.available_width() - BAR));
                    ui.set_min_width(ui.max_rect().width());
                    draw(ui);
                });
        });
}

/// A row that opens something: as wide as the column, a hairline under it, `lo` behind it while it is chosen or pointed at.
pub fn row(
    ui: &mut Ui,
    look: &Look,
    chosen: bool,
    label: &str,
    draw: impl FnOnce(&mut Ui),
) -> Response {
    let behind = ui.painter().add(Shape::Noop);
    let id = ui.next_auto_id().with(label);
    let inner = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_min_width(ui.available_width());
        ui.add_space(ROW_PADDING);
        ui.horizontal_top(draw);
        ui.add_space(ROW_PADDING);
    });
    let rect = inner.response.rect;
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, label));
    let (ink, wide) = (&look.ink, rect.expand2(vec2(12.0, 0.0)));
    let mut shapes = Vec::new();
    if chosen || response.hovered() || response.has_focus() {
        shapes.push(Shape::rect_filled(wide, 0.0, ink.lo));
    }
    if chosen || response.has_focus() {
        let edge = egui::Rect::from_min_size(wide.min, vec2(4.0, wide.height()));
        shapes.push(Shape::rect_filled(edge, 0.0, ink.song));
    }
    shapes.push(Shape::hline(
        rect.x_range(),
        rect.max.y,
        Stroke::new(1.0, ink.rule),
    ));
    ui.painter().set(behind, Shape::Vec(shapes));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A cell of this width, its text to the left.
pub fn cell(ui: &mut Ui, width: f32, draw: impl FnOnce(&mut Ui)) {
    let size = vec2(width, 0.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_width(width);
        draw(ui);
    });
}

/// A cell of this width with a number, to the right.
pub fn number_cell(
    ui: &mut Ui,
    width: f32,
    style: Type,
    colour: egui::Color32,
    words: &str,
) -> Response {
    let size = vec2(width, 0.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_width(width);
        text(ui, style, colour, words)
    })
    .inner
}

/// One of a few things to choose from: framed, with a heavy edge while it is chosen.
pub fn chip(ui: &mut Ui, look: &Look, words: &str, chosen: bool) -> Response {
    let ink = &look.ink;
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Body.font(), ink.ink);
    let size = vec2(galley.size().x + 24.0, TARGET);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, chosen, words));
    let painter = ui.painter();
    let frame = rect.shrink(1.0);
    if chosen || response.hovered() {
        painter.rect_filled(frame, 0.0, ink.lo);
    }
    let stroke = if chosen {
        Stroke::new(2.0, ink.ink)
    } else {
        Stroke::new(1.0, ink.rule2)
    };
    painter.rect_stroke(frame, 0.0, stroke, egui::StrokeKind::Inside);
    if response.has_focus() {
        let around = Stroke::new(2.0, ink.ink);
        painter.rect_stroke(rect.expand(2.0), 0.0, around, egui::StrokeKind::Outside);
    }
    painter.galley(rect.center() - galley.size() / 2.0, galley, ink.ink);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A line to type into, with the words a screen reader says for it, as wide as the column.
pub fn line_edit(ui: &mut Ui, look: &Look, words: &str, typed: &mut String) -> Response {
    let edit = egui::TextEdit::singleline(typed)
        .hint_text(egui::RichText::new(words).color(look.ink.ink3))
        .font(Type::Body.font())
        .text_color(look.ink.ink)
        .margin(Margin::symmetric(12, 10))
        .min_size(vec2(0.0, TARGET))
        .desired_width(ui.available_width());
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::TextEdit, true, words);
        info.current_text_value = Some(typed.clone());
        info
    });
    response
}
