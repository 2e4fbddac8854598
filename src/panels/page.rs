//! What the screens around a game share: a page with its heading and the way back, keys, and small controls.

use egui::text::LayoutJob;
use egui::{
    Context, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2,
};

use super::intent::{Intent, Screen};
use super::look::{Ground, Look, Type};
use super::start::Hall;
use super::widgets::{self, CommandKind, command};

/// Whether a key was pressed for the page, and not into a line of text.
pub(super) fn pressed(ctx: &Context, key: Key) -> bool {
    !ctx.text_edit_focused() && ctx.input_mut(|i| i.consume_key(Modifiers::NONE, key))
}

/// Something a page remembers from frame to frame and nobody else needs.
pub(super) fn kept<T: Clone + Default + Send + Sync + 'static>(ui: &Ui, name: &str) -> T {
    ui.data_mut(|data| data.get_temp_mut_or_default::<T>(Id::new(name)).clone())
}

/// Remembers it.
pub(super) fn keep<T: Clone + Default + Send + Sync + 'static>(ui: &Ui, name: &str, value: T) {
    ui.data_mut(|data| data.insert_temp(Id::new(name), value));
}

/// A page: paper in the whole window, on it a sheet with a heading, the way back at its foot, and what is between them scrolls.
pub(super) fn page(
    ui: &mut Ui,
    hall: &Hall<'_>,
    title: (&str, &str),
    back: &Screen,
    out: &mut Vec<Intent>,
    draw: impl FnOnce(&mut Ui, &mut Vec<Intent>),
) {
    page_with(ui, hall, title, back, out, draw, |_, _| {});
}

/// The same with commands beside the way back, which are always in sight.
pub(super) fn page_with(
    ui: &mut Ui,
    hall: &Hall<'_>,
    title: (&str, &str),
    back: &Screen,
    out: &mut Vec<Intent>,
    draw: impl FnOnce(&mut Ui, &mut Vec<Intent>),
    beside: impl FnOnce(&mut Ui, &mut Vec<Intent>),
) {
    let whole = ui.max_rect();
    widgets::ground(ui, hall.look, whole, Ground::Paper);
    let narrow = whole.width() < 900.0;
    let (margin, above) = if narrow { (0.0, 0.0) } else { (40.0, 24.0) };
    let width = (whole.width() - 2.0 * margin).min(880.0);
    let sheet = Rect::from_center_size(whole.center(), vec2(width, whole.height() - 2.0 * above));
    widgets::sheet(ui, hall.look, sheet, Ground::Hi);
    let inner = sheet.shrink2(vec2(if narrow { 16.0 } else { 32.0 }, 12.0));
    let foot = 56.0;
    let mut top = ui.new_child(UiBuilder::new().id_salt("page").max_rect(inner));
    widgets::section(&mut top, hall.look, title.0, title.1);
    let body = Rect::from_min_max(
        pos2(inner.left(), top.cursor().top() + 4.0),
        pos2(inner.right(), inner.bottom() - foot),
    );
    let mut middle = ui.new_child(UiBuilder::new().id_salt(("page", title.0)).max_rect(body));
    ScrollArea::vertical()
        .id_salt(title.0)
        .auto_shrink(false)
        .show(&mut middle, |ui| {
            // The bar of the scroll is not to touch the text, and rings of focus are not to be cut off.
            egui::Frame::NONE
                .inner_margin(egui::Margin {
                    left: 4,
                    right: 20,
                    top: 8,
                    bottom: 16,
                })
                .show(ui, |ui| {
                    ui.set_min_width(ui.available_width());
                    draw(ui, out);
                });
        });
    let way = Rect::from_min_max(pos2(inner.left() + 4.0, inner.bottom() - 44.0), inner.max);
    let mut way = ui.new_child(
        UiBuilder::new()
            .id_salt("way back")
            .layout(egui::Layout::left_to_right(egui::Align::Min))
            .max_rect(way),
    );
    let words = hall.texts.t("page-back");
    let clicked = command(&mut way, hall.look, "Esc", &words, "", CommandKind::Plain).clicked();
    beside(&mut way, out);
    if clicked || pressed(ui.ctx(), Key::Escape) {
        out.push(Intent::Go(back.clone()));
    }
}

/// One paragraph no wider than can be read with ease.
pub(super) fn paragraph(ui: &mut Ui, look: &Look, style: Type, words: &str) -> Response {
    let colour = match style {
        Type::Italic | Type::NoteItalic | Type::Note => look.ink.ink2,
        _ => look.ink.ink,
    };
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(576.0));
        widgets::text(ui, style, colour, words)
    })
    .inner
}

/// The beginning of a text in so many lines, for where there is no room for all of it.
pub(super) fn beginning(
    words: &str,
    style: Type,
    look: &Look,
    width: f32,
    rows: usize,
) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    job.append(words, 0.0, widgets::text::format(style, look.ink.ink));
    job
}

/// A line of words that can be pressed as a whole, with its key at the left and something said at the right, over a hairline.
pub(super) fn way(ui: &mut Ui, look: &Look, key: &str, words: &str, said: &str) -> Response {
    let ink = &look.ink;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, words));
    if ui.is_rect_visible(rect) {
        if response.hovered() || response.has_focus() {
            ui.painter()
                .rect_filled(rect.expand2(vec2(8.0, 0.0)), 0.0, ink.lo);
        }
        let size = widgets::chip_size(ui, key);
        let chip = Rect::from_min_size(pos2(rect.left(), rect.center().y - 10.0), size);
        widgets::paint_key(ui, chip, key, ink.ink, false);
        let at = |job: LayoutJob| ui.fonts_mut(|fonts| fonts.layout_job(job));
        let name = at(LayoutJob::single_section(
            words.to_owned(),
            widgets::text::format(Type::Option, ink.ink),
        ));
        let note = at(LayoutJob::single_section(
            said.to_owned(),
            widgets::text::format(Type::NoteItalic, ink.ink2),
        ));
        let y = |height: f32| rect.center().y - height / 2.0;
        let painter = ui.painter();
        painter.galley(pos2(rect.left() + 40.0, y(name.size().y)), name, ink.ink);
        painter.galley(
            pos2(rect.right() - note.size().x - 4.0, y(note.size().y)),
            note,
            ink.ink2,
        );
        painter.hline(
            rect.x_range(),
            rect.bottom() - 0.5,
            egui::Stroke::new(1.0, ink.rule),
        );
    }
    widgets::focus_ring(ui, look, &response);
    response
}

/// A row of several lines that opens or turns something: as wide as the column, over a hairline, `lo` behind it while it is chosen.
pub(super) fn row(
    ui: &mut Ui,
    look: &Look,
    chosen: bool,
    label: &str,
    draw: impl FnOnce(&mut Ui),
) -> Response {
    let behind = ui.painter().add(egui::Shape::Noop);
    let id = ui.id().with(("row", label));
    let inner = egui::Frame::NONE
        .inner_margin(egui::Margin::symmetric(0, 6))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.set_min_height(32.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            draw(ui);
        });
    let rect = inner.response.rect;
    let response = ui.interact(rect, id, Sense::click());
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, chosen, label));
    if chosen || response.has_focus() {
        ui.painter().set(behind, widgets::row_ground(look, rect));
    } else if response.hovered() {
        let wide = rect.expand2(vec2(16.0, 0.0));
        let lit = egui::Shape::rect_filled(wide, 0.0, look.ink.lo);
        ui.painter().set(behind, lit);
    }
    let line = egui::Stroke::new(1.0, look.ink.rule);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
