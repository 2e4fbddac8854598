//! The rail: the panels by their characters, what waits, and the menu.

use egui::{Rect, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::council::waiting;
use super::desk::{Overlay, Panel};
use super::intent::Intent;
use super::look::{Holder, Type};
use super::sight::Sight;
use super::widgets::{Ground, ground, key_chip, seal, text};
use crate::panels::widgets::Tip;

/// From the top of the rail to its first tab.
const FIRST: f32 = 72.0;
/// From tab to tab, and the least of it; the height of a tab.
const STEP: (f32, f32, f32) = (72.0, 44.0, 64.0);

/// The panels that there are now.
pub(super) fn panels(see: &Sight<'_>) -> &'static [Panel] {
    if see.is_over() {
        &Panel::OVER
    } else {
        &Panel::PLAYING
    }
}

/// A panel's character and name.
pub(super) fn named(see: &Sight<'_>, panel: Panel) -> (String, String) {
    let texts = see.texts();
    let (zh, name) = match panel {
        Panel::Council => ("rail-council-zh", "rail-council"),
        Panel::Orders => ("rail-orders-zh", "rail-orders"),
        Panel::Treasury => ("rail-treasury-zh", "rail-treasury"),
        Panel::People => ("rail-people-zh", "rail-people"),
        Panel::Treaties => ("rail-treaties-zh", "rail-treaties"),
        Panel::Chronicle => ("rail-chronicle-zh", "rail-chronicle"),
        Panel::Codex => ("rail-codex-zh", "rail-codex"),
        Panel::Debrief => ("rail-debrief-zh", "rail-debrief"),
        Panel::Map => ("rail-map-zh", "rail-map"),
    };
    (texts.t(zh), texts.t(name))
}

/// A panel's letter.
pub(super) const fn letter(panel: Panel) -> &'static str {
    match panel {
        Panel::Council => "C",
        Panel::Orders => "O",
        Panel::Treasury => "T",
        Panel::People => "P",
        Panel::Treaties => "Y",
        Panel::Chronicle => "H",
        Panel::Codex => "X",
        Panel::Debrief => "D",
        Panel::Map => "G",
    }
}

/// The rail: the panels, and the menu.
pub fn rail(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    ground(ui, see.look, whole, Ground::Rail);
    let place = Rect::from_min_size(whole.min + vec2(12.0, 13.0), vec2(40.0, 40.0));
    house_seal(ui, see, place, out);
    let tabs = panels(see);
    let room = (whole.height() - FIRST - STEP.2) / tabs.len() as f32;
    let step = room.clamp(STEP.1, STEP.0);
    for (i, panel) in tabs.iter().enumerate() {
        let top = whole.min.y + FIRST + i as f32 * step;
        let rect = Rect::from_min_size(
            pos2(whole.min.x, top),
            vec2(whole.width(), step.min(STEP.2)),
        );
        tab(ui, see, *panel, rect, out);
    }
    let foot = Rect::from_min_max(pos2(whole.min.x, whole.max.y - STEP.2), whole.max);
    menu(ui, see, foot, out);
}

/// One tab: a piece of the sheet itself where it is in force.
fn tab(ui: &mut Ui, see: &Sight<'_>, panel: Panel, rect: Rect, out: &mut Vec<Intent>) {
    let ink = &see.look.ink;
    let (zh, name) = named(see, panel);
    let here = see.desk.panel == panel;
    let response = ui.interact(rect, ui.id().with(panel), Sense::click());
    let waits = if panel == Panel::Council {
        waiting(see)
    } else {
        0
    };
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(WidgetType::Button, true, here, &name);
        if waits > 0 {
            info.current_text_value = Some(waits.to_string());
        }
        info
    });
    let colour = if here { ink.ink } else { ink.rail_text };
    let painter = ui.painter();
    if here {
        ground(ui, see.look, rect, Ground::Hi);
        let edge = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
        painter.rect_filled(edge, 0.0, ink.song);
    }
    if response.has_focus() || response.hovered() {
        let width = if response.has_focus() { 2.0 } else { 1.0 };
        painter.rect_stroke(
            rect.shrink(2.0),
            0.0,
            Stroke::new(width, colour),
            egui::StrokeKind::Inside,
        );
    }
    let middle = rect.center().x;
    let tall = rect.height() >= 56.0;
    if tall {
        painter.text(
            pos2(middle, rect.min.y + 23.0),
            egui::Align2::CENTER_CENTER,
            &zh,
            Type::Glyph.font(),
            colour,
        );
    }
    let name_at = if tall {
        rect.max.y - 18.0
    } else {
        rect.center().y
    };
    painter.text(
        pos2(middle, name_at),
        egui::Align2::CENTER_CENTER,
        &name,
        Type::Small.font(),
        colour,
    );
    let corner = pos2(rect.min.x + 8.0, rect.min.y + 2.0);
    painter.text(
        corner,
        egui::Align2::LEFT_TOP,
        letter(panel),
        Type::Small.font(),
        if here { ink.ink2 } else { ink.rail_text },
    );
    if waits > 0 {
        badge(ui, see, pos2(rect.max.x - 15.0, rect.min.y + 15.0), waits);
    }
    if response.clicked() {
        out.push(if here && panel == Panel::Council {
            Intent::Overview
        } else {
            Intent::Show(panel)
        });
    }
}

/// How much waits, on a disc.
fn badge(ui: &Ui, see: &Sight<'_>, at: egui::Pos2, n: usize) {
    let ink = &see.look.ink;
    ui.painter().circle_filled(at, 9.0, ink.song);
    ui.painter().text(
        at,
        egui::Align2::CENTER_CENTER,
        n.to_string(),
        Type::Small.font(),
        ink.on_seal,
    );
}

/// The seal of the house, which opens the menu.
pub(super) fn house_seal(ui: &mut Ui, see: &Sight<'_>, rect: Rect, out: &mut Vec<Intent>) {
    let texts = see.texts();
    let response = ui.interact(rect, ui.id().with("house"), Sense::click());
    let words = texts.t("rail-house");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &words));
    let mut child = ui.new_child(UiBuilder::new().id_salt("house").max_rect(rect));
    seal(
        &mut child,
        see.look,
        &texts.t("rail-house-zh"),
        Holder::Song,
        rect.width(),
        &texts.t("rail-game"),
    );
    if response.has_focus() || response.hovered() {
        ui.painter().rect_stroke(
            rect.expand(2.0),
            0.0,
            Stroke::new(2.0, see.look.ink.rail_text),
            egui::StrokeKind::Outside,
        );
    }
    if response.tip(words).clicked() {
        out.push(Intent::Lay(Some(Overlay::Menu)));
    }
}

fn menu(ui: &mut Ui, see: &Sight<'_>, rect: Rect, out: &mut Vec<Intent>) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let words = texts.t("rail-menu");
    let response = ui.interact(rect, ui.id().with("menu"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &words));
    if response.has_focus() || response.hovered() {
        ui.painter().rect_stroke(
            rect.shrink(2.0),
            0.0,
            Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, ink.rail_text),
            egui::StrokeKind::Inside,
        );
    }
    ui.painter().text(
        pos2(rect.center().x, rect.min.y + 18.0),
        egui::Align2::CENTER_CENTER,
        "· · ·",
        Type::Small.font(),
        ink.rail_text,
    );
    ui.painter().text(
        pos2(rect.center().x, rect.max.y - 26.0),
        egui::Align2::CENTER_CENTER,
        &words,
        Type::Small.font(),
        ink.rail_text,
    );
    ui.painter().text(
        pos2(rect.min.x + 8.0, rect.min.y + 2.0),
        egui::Align2::LEFT_TOP,
        "M",
        Type::Small.font(),
        ink.rail_text,
    );
    if response.clicked() {
        out.push(Intent::Lay(Some(Overlay::Menu)));
    }
}

/// A row of the list of panels in a small window.
pub(super) fn menu_row(
    ui: &mut Ui,
    see: &Sight<'_>,
    key: &str,
    zh: &str,
    name: &str,
    waits: usize,
) -> Response {
    let ink = &see.look.ink;
    let behind = ui.painter().add(egui::Shape::Noop);
    let row = ui.scope_builder(UiBuilder::new().id_salt(name).sense(Sense::click()), |ui| {
        ui.style_mut().interaction.selectable_labels = false;
        let line = egui::Layout::left_to_right(egui::Align::Center);
        let size = vec2(ui.available_width(), 40.0);
        ui.allocate_ui_with_layout(size, line, |ui| {
            ui.set_min_height(40.0);
            key_chip(ui, see.look, key);
            text(ui, Type::Glyph, ink.ink, zh);
            text(ui, Type::Button, ink.ink, name);
            if waits > 0 {
                text(ui, Type::Button, ink.song, &waits.to_string());
            }
        });
    });
    let response = row.response;
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, name));
    if response.hovered() || response.has_focus() {
        ui.painter()
            .set(behind, egui::Shape::rect_filled(response.rect, 0.0, ink.lo));
    }
    response
}
