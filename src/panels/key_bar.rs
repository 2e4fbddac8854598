//! The bar of keys at the foot of a small window: what the keys do here, and the way between sheet and map.

use egui::{Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::council::{chosen, matter_open, rows};
use super::desk::{Overlay, Panel};
use super::intent::Intent;
use super::look::Type;
use super::sight::Sight;
use super::widgets::{Ground, ground, keep_clear, key_chip, text};
use crate::engine::Ask;
use crate::prose::texts::tr;

/// The bar of keys.
pub fn key_bar(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    let ink = &see.look.ink;
    ground(ui, see.look, whole, Ground::Paper);
    keep_clear(ui.ctx(), ui.id(), whole);
    ui.painter().hline(
        whole.x_range(),
        whole.min.y + 0.5,
        Stroke::new(1.0, ink.ink),
    );
    let mut x = whole.min.x + 16.0;
    for (i, (key, words, intent)) in items(see).into_iter().enumerate() {
        let rect = Rect::from_min_max(
            pos2(x, whole.min.y + 4.0),
            pos2(whole.max.x, whole.max.y - 4.0),
        );
        let behind = ui.painter().add(egui::Shape::Noop);
        let laid = ui.scope_builder(
            UiBuilder::new()
                .id_salt(("key", i))
                .max_rect(rect)
                .sense(Sense::click()),
            |ui| {
                ui.style_mut().interaction.selectable_labels = false;
                ui.set_min_height(40.0);
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
                    key_chip(ui, see.look, &key);
                    if !words.is_empty() {
                        text(ui, Type::Button, ink.ink, &words);
                    }
                });
            },
        );
        let response = laid.response;
        let label = if words.is_empty() {
            see.texts().t("slip-key-title")
        } else {
            words
        };
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
        if response.hovered() || response.has_focus() {
            ui.painter()
                .set(behind, egui::Shape::rect_filled(response.rect, 0.0, ink.lo));
        }
        if response.clicked() {
            out.push(intent);
        }
        x = response.rect.max.x + 18.0;
    }
}

/// What the keys do here: key, words, what a click asks for.
fn items(see: &Sight<'_>) -> Vec<(String, String, Intent)> {
    let (texts, desk) = (see.texts(), see.desk);
    let mut items = Vec::new();
    let matter = matter_open(see).filter(|_| desk.panel == Panel::Council && !desk.map_up);
    if let Some(matter) = matter.filter(|m| chosen(see, *m).is_none()) {
        let rows = rows(see, matter);
        let next = desk
            .focus
            .map_or(0, |row| (row + 1).min(rows.len().saturating_sub(1)));
        items.push((
            "↓".to_owned(),
            texts.t("matter-counsel"),
            Intent::Focus(next),
        ));
        // The course one is at may be taller than the window; its button is here too.
        match desk.focus.and_then(|row| rows.get(row)) {
            Some((option, true)) => items.push((
                "Enter".to_owned(),
                texts.t("bar-choose"),
                Intent::Ask(Ask::Choose {
                    decision: matter,
                    option: *option,
                }),
            )),
            _ => items.push((
                tr!(texts, "bar-digits", n = rows.len()),
                texts.t("bar-read"),
                Intent::Focus(next),
            )),
        }
    } else {
        items.push(("N".to_owned(), texts.t("bar-news"), Intent::Overview));
    }
    let swap = texts.t(if desk.map_up { "bar-sheet" } else { "rail-map" });
    items.push(("M".to_owned(), swap, Intent::SwapMap));
    if desk.panel == Panel::Council {
        let orders = texts.t("rail-orders");
        items.push(("O".to_owned(), orders, Intent::Show(Panel::Orders)));
    } else {
        let council = texts.t("rail-council");
        items.push(("C".to_owned(), council, Intent::Show(Panel::Council)));
    }
    items.push((
        "?".to_owned(),
        String::new(),
        Intent::Lay(Some(Overlay::Help)),
    ));
    items
}
