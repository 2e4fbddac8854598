//! What is selected, on a card over the foot of the map: one's own army with what can be ordered of it, another's as it was last
//! reported, or a place with all that is known of it. [`army`] and [`place`] say what stands on it.

use egui::{
    Align2, Area, Frame as Box, Id, Key, Layout, Margin, Modifiers, Order, Rect, ScrollArea, Sense,
    Stroke, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

mod army;
mod place;

use super::camera::Frame;
use super::roads;
use crate::engine::Ask;
use crate::events::Stat;
use crate::panels::desk::{Aim, Panel, Thing};
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::{self, CommandKind};
use crate::table::{About, Told, moves};

/// How wide the card of an army and that of a place are where there is room.
const ARMY: f32 = 544.0;
const PLACE: f32 = 400.0;
/// How tall the words on a card may be.
const TALL: f32 = 420.0;
/// Between the card and the map's edge.
const MARGIN: f32 = 16.0;

/// The card's id.
fn id() -> Id {
    Id::new("map-card")
}

/// Where the card was when it was last drawn, if one is shown.
pub(super) fn shown(ui: &Ui, see: &Sight<'_>) -> Option<Rect> {
    see.desk.selected?;
    ui.ctx().memory(|m| m.area_rect(id()))
}

/// The left corner, or the right one where the card would lie on what it speaks of.
fn corner(ui: &Ui, see: &Sight<'_>, frame: &Frame, area: Rect, thing: Thing, wide: f32) -> Align2 {
    let spot = match thing {
        Thing::Place(place) => Some(roads::spot(see.book(), place)),
        Thing::Army(army) => super::standing(&see.view()).get(&army).copied(),
    };
    let tall = shown(ui, see).map_or(TALL, |rect| rect.height());
    let left = Rect::from_min_max(
        area.left_bottom() - vec2(0.0, tall + MARGIN),
        area.left_bottom() + vec2(wide + MARGIN, 0.0),
    )
    .expand(24.0);
    let right = left.translate(vec2(area.width() - wide - MARGIN, 0.0));
    match spot.map(|spot| frame.point(spot)) {
        Some(at) if left.contains(at) && !right.contains(at) => Align2::RIGHT_BOTTOM,
        _ => Align2::LEFT_BOTTOM,
    }
}

/// Draws the card of what is selected over the foot of `area`. `listens` says whether letters are the card's. Gives the room it took.
pub(super) fn card(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    area: Rect,
    listens: bool,
    out: &mut Vec<Intent>,
) -> Option<Rect> {
    let thing = see.desk.selected?;
    let wide = match thing {
        Thing::Army(_) => ARMY,
        Thing::Place(_) => PLACE,
    };
    let wide = wide.min(area.width() - 2.0 * MARGIN);
    let tall = area.height() - 2.0 * MARGIN;
    if wide < 200.0 || tall < 80.0 {
        return None;
    }
    let pivot = corner(ui, see, frame, area, thing, wide);
    let shown = Area::new(id())
        .order(Order::Middle)
        .movable(false)
        .fade_in(false)
        .pivot(pivot)
        .fixed_pos(pivot.pos_in_rect(&area.shrink(MARGIN)))
        .constrain_to(area)
        .default_width(wide)
        .show(ui.ctx(), |ui| {
            let ink = &see.look.ink;
            Box::new()
                .fill(ink.hi)
                .stroke(Stroke::new(1.5, ink.ink))
                .shadow(egui::Shadow {
                    offset: [2, 2],
                    blur: 8,
                    spread: 0,
                    color: ink.shadow,
                })
                .inner_margin(Margin::symmetric(16, 12))
                .show(ui, |ui| {
                    ui.set_width(wide - 35.0);
                    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                    ScrollArea::vertical()
                        .max_height((tall - 28.0).min(TALL))
                        // An area remembers how tall it was, and would not grow with what stands on it.
                        .min_scrolled_height((tall - 28.0).min(TALL))
                        .auto_shrink([false, true])
                        .show(ui, |ui| match thing {
                            Thing::Army(id) => army::army(ui, see, id, listens, out),
                            Thing::Place(place) => place::place(ui, see, place, listens, out),
                        });
                });
        });
    Some(shown.response.rect)
}

/// The title of a card, its characters beside it, and the button that puts it away.
fn title(ui: &mut Ui, see: &Sight<'_>, name: &str, zh: &str, out: &mut Vec<Intent>) {
    let ink = &see.look.ink;
    ui.horizontal_top(|ui| {
        let close = 40.0;
        ui.allocate_ui_with_layout(
            vec2((ui.available_width() - close - 8.0).max(80.0), 0.0),
            Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_min_width(ui.available_width());
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    widgets::text(ui, Type::Date, ink.ink, name);
                    widgets::text(ui, Type::Read, ink.ink2, zh);
                });
            },
        );
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(close), Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Button, true, see.texts().t("map-card-close"))
        });
        let mark = Rect::from_center_size(rect.center(), Vec2::splat(11.0));
        if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, ink.lo);
        }
        let stroke = Stroke::new(2.0, ink.ink);
        ui.painter()
            .line_segment([mark.left_top(), mark.right_bottom()], stroke);
        ui.painter()
            .line_segment([mark.right_top(), mark.left_bottom()], stroke);
        if response.has_focus() {
            ui.painter()
                .rect_stroke(rect.shrink(2.0), 0.0, stroke, egui::StrokeKind::Inside);
        }
        if response.clicked() {
            out.push(Intent::Select(None));
        }
    });
}

/// A number with its label; `why` is what moves it.
fn figure(ui: &mut Ui, see: &Sight<'_>, label: &str, value: &str, why: &[String]) {
    let ink = &see.look.ink;
    let response = ui
        .vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::text(ui, Type::Small, ink.ink2, label);
            widgets::text(ui, Type::Value, ink.ink, value);
        })
        .response;
    let response = ui.interact(
        response.rect,
        ui.id().with(("map-figure", label)),
        Sense::focusable_noninteractive() | Sense::HOVER,
    );
    response
        .widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{label} {value}")));
    if response.has_focus() {
        response.show_tooltip_text(why.join("\n"));
        ui.painter().rect_stroke(
            response.rect.expand(3.0),
            0.0,
            Stroke::new(2.0, ink.ink),
            egui::StrokeKind::Outside,
        );
    }
    response.on_hover_text(why.join("\n"));
    ui.add_space(14.0);
}

/// What moved a number, after a sentence on what the number is.
fn why(see: &Sight<'_>, what: String, stat: Option<Stat>) -> Vec<String> {
    let mut out = vec![what];
    if let Some(stat) = stat {
        out.extend(parts_of(see, About::Stat(stat)));
    }
    out
}

/// Why a thing stands as it does, a line each.
fn parts_of(see: &Sight<'_>, what: About) -> Vec<String> {
    moves(see.session, see.desk.court, what)
        .into_iter()
        .map(|told| match told {
            Told::Line(words) => words,
            Told::Sum { reason, by } => format!("{by} {reason}"),
        })
        .collect()
}

/// A command with its key. Closed where a refusal says so.
struct Offer {
    key: Key,
    words: String,
    closed: Option<String>,
    aim: Aim,
}

/// Draws commands in rows, and takes their letters.
fn offers(ui: &mut Ui, see: &Sight<'_>, listens: bool, offers: Vec<Offer>, out: &mut Vec<Intent>) {
    if offers.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let made = see.desk.aim.as_ref().map(|a| a.kind);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for offer in offers {
            let kind = if offer.closed.is_some() {
                CommandKind::Closed
            } else {
                CommandKind::Plain
            };
            let response = widgets::command(ui, see.look, offer.key.name(), &offer.words, "", kind);
            if made == Some(offer.aim.kind) {
                let rect = response.rect;
                let foot = Rect::from_min_max(
                    egui::pos2(rect.left(), rect.bottom() - 3.0),
                    rect.right_bottom(),
                );
                ui.painter().rect_filled(foot, 0.0, see.look.ink.song);
            }
            let pressed = listens
                && offer.closed.is_none()
                && ui.input_mut(|i| i.consume_key(Modifiers::NONE, offer.key));
            let clicked = response.clicked();
            if let Some(reason) = &offer.closed {
                response.on_hover_text(reason);
            }
            if clicked || pressed {
                if !matches!(see.desk.panel, Panel::Orders) {
                    out.push(Intent::Show(Panel::Orders));
                }
                out.push(Intent::Aim(Some(offer.aim)));
            }
        }
    });
}

/// An order that needs nothing more is asked for; one that lacks something is aimed.
pub(super) fn give(aim: Aim, out: &mut Vec<Intent>) {
    match crate::panels::desk::order_of(&aim) {
        Some(order) => out.push(match aim.replaces {
            Some(index) => Intent::Replace {
                index,
                ask: Ask::Order(order),
            },
            None => Intent::Ask(Ask::Order(order)),
        }),
        None => out.push(Intent::Aim(Some(aim))),
    }
}
