//! What is selected, on a card in a corner of the map where it does not lie on what it speaks of: one's own army with what can be
//! ordered of it, another's as it was last reported, or a place with all that is known of it. [`army`] and [`place`] say what stands on it.

use egui::{
    Align2, Area, Frame as Box, Id, Key, Layout, Margin, Modifiers, Order, Pos2, Rect, ScrollArea,
    Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

mod army;
mod place;

use super::camera::Frame;
use crate::engine::Ask;
use crate::events::Stat;
use crate::panels::desk::{Aim, Panel, Thing};
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::orders;
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
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

/// Points kept free round the sign that the card speaks of.
const AROUND: f32 = 12.0;
/// Room for the buttons at the right above.
const BUTTONS: f32 = 56.0;

/// Where the card lies: of what it speaks, in which of its seats, how large it was, and whether the map has moved for it.
#[derive(Clone, Copy)]
struct Lies {
    thing: Thing,
    seat: usize,
    size: Vec2,
    moved: bool,
}

/// The seats of a card: which of its corners lies where. The foot of the map comes first.
fn seats(area: Rect) -> [(Align2, Pos2); 4] {
    let bounds = area.shrink(MARGIN);
    [
        (Align2::LEFT_BOTTOM, bounds.left_bottom()),
        (Align2::RIGHT_BOTTOM, bounds.right_bottom()),
        (Align2::LEFT_TOP, bounds.left_top()),
        (
            Align2::RIGHT_TOP,
            bounds.right_top() - vec2(BUTTONS - MARGIN, 0.0),
        ),
    ]
}

/// Seats the card of a thing where it does not lie on its sign nor, if it can be helped, on what is `kept`; none where every seat does.
fn seat(area: Rect, lies: Lies, sign: Option<Rect>, kept: &[Rect]) -> Option<usize> {
    let seats = seats(area);
    let rect = |n: usize| {
        let rect = seats[n].0.anchor_size(seats[n].1, lies.size);
        // Where it is too wide for its seat it is pushed back.
        rect.translate(vec2((area.left() - rect.left()).max(0.0), 0.0))
    };
    let clear = |n: &usize| sign.is_none_or(|sign| !sign.expand(AROUND).intersects(rect(*n)));
    let free = |n: &usize| clear(n) && !kept.iter().any(|kept| kept.intersects(rect(*n)));
    // It stays where it is as long as it can.
    Some(lies.seat)
        .filter(clear)
        .or_else(|| (0..seats.len()).find(free))
        .or_else(|| (0..seats.len()).find(clear))
}

/// How far the map must move for a sign to come out from under a card at the foot of `area`; nought where there is no room for it.
fn aside(area: Rect, card: Rect, sign: Rect) -> Vec2 {
    let above = Rect::from_min_max(area.min, pos2(area.right(), card.top()));
    let beside = Rect::from_min_max(pos2(card.right(), area.top()), area.max);
    let room = |rect: Rect, wanted: f32, size: f32| (size >= wanted).then_some(rect.center());
    let wanted = sign.size() + Vec2::splat(2.0 * AROUND);
    if let Some(to) = room(above, wanted.y, above.height()) {
        vec2(0.0, to.y - sign.center().y)
    } else if let Some(to) = room(beside, wanted.x, beside.width()) {
        vec2(to.x - sign.center().x, 0.0)
    } else {
        Vec2::ZERO
    }
}

/// Draws the card of what is selected in a corner of `area`, clear of its `sign` and of what is `kept`. `listens` says whether letters are
/// the card's. Gives the room it took.
pub(super) fn card(
    ui: &Ui,
    see: &Sight<'_>,
    (frame, area): (&Frame, Rect),
    (sign, kept): (Option<Rect>, &[Rect]),
    listens: bool,
    out: &mut Vec<Intent>,
) -> Option<Rect> {
    let memory = id().with("lies");
    let Some(thing) = see.desk.selected else {
        ui.data_mut(|d| d.remove::<Lies>(memory));
        return None;
    };
    let wide = match thing {
        Thing::Army(_) => ARMY,
        Thing::Place(_) => PLACE,
    };
    let wide = wide.min(area.width() - 2.0 * MARGIN);
    let tall = area.height() - 2.0 * MARGIN;
    if wide < 200.0 || tall < 80.0 {
        return None;
    }
    let known: Option<Lies> = ui.data(|d| d.get_temp(memory));
    let known = known.filter(|lies| lies.thing == thing);
    let mut lies = known.unwrap_or(Lies {
        thing,
        seat: 0,
        size: vec2(wide, tall.min(TALL)),
        moved: false,
    });
    let sign = sign.filter(|sign| area.intersects(*sign));
    match (seat(area, lies, sign, kept), sign) {
        (Some(seat), _) => lies.seat = seat,
        (None, Some(sign)) if known.is_some() && !lies.moved => {
            lies.seat = 0;
            let (pivot, at) = seats(area)[0];
            let by = aside(area, pivot.anchor_size(at, lies.size), sign);
            if by != Vec2::ZERO {
                out.push(Intent::Glide(frame.dragged(by)));
            }
            lies.moved = true;
        }
        _ => lies.seat = 0,
    }
    let (pivot, at) = seats(area)[lies.seat];
    let shown = Area::new(id())
        .order(Order::Middle)
        .movable(false)
        .fade_in(false)
        .pivot(pivot)
        .fixed_pos(at)
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
    let rect = shown.response.rect;
    if known.is_none_or(|known| known.size != rect.size()) {
        // How large it is shows only once it is laid out; it is not to jump before the eye.
        ui.ctx().request_discard("the card of another thing");
        ui.ctx().request_repaint();
    }
    lies.size = rect.size();
    ui.data_mut(|d| d.insert_temp(memory, lies));
    Some(rect)
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
    // As wide as its words: what has no room in a row goes to the next one.
    let wide = |style: Type, words: &str| {
        ui.fonts_mut(|fonts| {
            let words = words.to_owned();
            fonts.layout_no_wrap(words, style.font(), ink.ink).size().x
        })
    };
    let size = vec2(
        wide(Type::Small, label)
            .max(wide(Type::Value, value))
            .ceil(),
        Type::Small.line() + Type::Value.line(),
    );
    let response = ui
        .allocate_ui_with_layout(size, Layout::top_down(egui::Align::Min), |ui| {
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
        response.tip_now(|ui| {
            ui.label(why.join("\n"));
        });
        ui.painter().rect_stroke(
            response.rect.expand(3.0),
            0.0,
            Stroke::new(2.0, ink.ink),
            egui::StrokeKind::Outside,
        );
    }
    response.tip(why.join("\n"));
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

/// A command, with the letter of its kind. Closed where a refusal says so.
struct Offer {
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
            let key = orders::letter(offer.aim.kind);
            let letter = key.map_or("", Key::name);
            let response = widgets::command(ui, see.look, letter, &offer.words, "", kind);
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
                && key.is_some_and(|key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)));
            let clicked = response.clicked();
            if let Some(reason) = &offer.closed {
                response.tip(reason);
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
