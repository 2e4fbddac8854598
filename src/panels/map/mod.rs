//! The map's signs, drawn over the painted ground: towns, armies, sieges, names, marches.
//!
//! * [`camera`] — from the ground to the screen and back, and what moves the map; [`zoom`] — what is shown how near
//! * [`plan`] — what stands where, decided once for a state and a scale; [`names`] and [`rivers`] — lettering
//! * [`towns`], [`sieges`], [`banners`] — the signs; [`edge`] — what lies beyond the frame
//! * [`survey`] — a scenario's places and routes laid over the painted earth
//! * [`roads`], [`march`], [`motion`] — ways over the ground, marches planned, marches made
//! * [`legend`], [`inset`], [`card`] — what lies on top; [`follow`] — the order being made is kept in sight
//! * [`tips`] — what the map says of a thing
//!
//! Nothing here knows more than the sitting court's [`View`].

pub mod banners;
mod brush;
pub mod camera;
mod card;
mod edge;
mod follow;
mod inset;
mod legend;
mod march;
mod motion;
pub mod names;
pub mod plan;
pub mod rivers;
pub mod roads;
mod sieges;
pub mod survey;
mod tips;
mod towns;
pub mod zoom;

use std::collections::BTreeMap;

use egui::{
    Align2, Id, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    pos2, vec2,
};

use self::brush::Brush;
use self::camera::Frame;
use self::plan::Plan;
use super::desk::{Aim, Panel, Thing};
use super::intent::Intent;
use super::look::Type;
use super::orders;
use super::sight::Sight;
use crate::base::ids::{ArmyId, PlaceId};
use crate::earth::Spot;
use crate::panels::widgets::Tip;
use crate::prose::texts::tr;
use crate::view::View;

/// The side of the buttons that change the distance.
const BUTTON: f32 = 40.0;

/// A sign that answers to the hand.
struct Handle {
    of: Of,
    response: Response,
}

/// What a sign is the sign of: an index into the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Town(usize),
    Flag(usize),
}

/// The map in what is left of the window.
pub fn map(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let rect = ui.max_rect();
    let frame = Frame {
        rect,
        camera: see.desk.camera,
    };
    let texts = see.texts();
    motion::skip(ui, see, out);
    let orders = see.desk.panel == Panel::Orders;
    let has_bar = !orders && rect.height() >= 300.0;
    let area = if has_bar {
        rect.with_max_y(rect.bottom() - legend::TALL)
    } else {
        rect
    };
    let ground = ui.interact(rect, Id::new("map-ground"), Sense::click_and_drag());
    ground.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, texts.t("map-area")));
    let plan = Plan::of(ui, see, &frame);
    let by = frame.offset();
    let handles = handles(ui, see, &plan, area, by);
    let on_card = card_hovered(ui, see);
    let focused = ui.memory(|m| m.focused());
    let listens = !ui.ctx().text_edit_focused()
        && (ground.has_focus()
            || ground.contains_pointer()
            || on_card
            || handles.iter().any(|h| Some(h.response.id) == focused)
            || (see.desk.panel == Panel::Map && focused.is_none()));
    let hovered = hovered_place(&plan, &handles);
    let covers = Id::new("map-covers");
    let covered: Vec<Rect> = ui.data(|d| d.get_temp(covers)).unwrap_or_default();
    draw(ui, see, &frame, &plan, &handles, hovered, &covered);
    for handle in &handles {
        picked(see, &plan, handle, out);
    }
    battles(ui, see, &frame, area);
    if ground.clicked() && see.desk.aim.is_none() && see.desk.selected.is_some() {
        out.push(Intent::Select(None));
    }
    let mut kept = Vec::new();
    if has_bar {
        legend::bar(
            ui,
            see,
            &frame,
            Rect::from_min_max(area.left_bottom(), rect.max),
        );
    } else {
        let foot = area.bottom() - 22.0;
        kept.push(legend::scale(
            ui,
            see,
            &frame,
            area.right() - 20.0,
            foot,
            true,
        ));
    }
    if orders && inset::fits(rect) {
        let corner = rect.min + Vec2::splat(16.0);
        kept.push(inset::inset(ui, see, &frame, corner, out));
    }
    kept.push(distance(ui, see, &frame, area, out));
    let sign = see
        .desk
        .selected
        .and_then(|thing| sign_of(&plan, thing, by));
    if let Some(rect) = card::card(ui, see, (&frame, area), (sign, &kept), listens, out) {
        kept.push(rect);
    }
    if super::hints::due(see).is_some() {
        kept.extend(ui.ctx().memory(|m| m.area_rect(super::hints::slip())));
    }
    follow::follow(ui, see, &frame, area, &kept, out);
    // Banners and names are there before the tabs: these keep clear of them.
    let flags = plan.flags.iter().map(|f| f.rect);
    let names = plan.names.iter().map(|n| n.rect);
    let letters = plan.rivers.iter();
    let letters = letters.map(|l| Rect::from_center_size(l.at, Vec2::splat(12.0)));
    let stands: Vec<Rect> = flags
        .chain(names)
        .chain(letters)
        .map(|rect| rect.translate(by))
        .filter(|rect| rect.intersects(area))
        .collect();
    let tabs = edge::tabs(ui, see, &frame, area.shrink(6.0), &[&kept, &stands], out);
    kept.extend(tabs);
    // A name half under something would be no name: what lies on top is known to the next frame.
    if kept != covered {
        ui.data_mut(|d| d.insert_temp(covers, kept));
        ui.ctx().request_repaint();
    }
    camera::steer(ui, see, &frame, &ground, listens, out);
    if ground.has_focus() {
        let stroke = Stroke::new(2.0, see.look.ink.ink);
        ui.painter()
            .rect_stroke(area.shrink(2.0), 0.0, stroke, StrokeKind::Inside);
    }
}

/// Where the sign of a thing is on the screen.
fn sign_of(plan: &Plan, thing: Thing, by: Vec2) -> Option<Rect> {
    match thing {
        Thing::Place(place) => {
            let town = plan.town(place)?;
            let sign = Rect::from_center_size(town.at, Vec2::splat(town.side));
            Some(sign.translate(by))
        }
        Thing::Army(army) => {
            let own = |flag: &&banners::Flag| flag.armies.iter().any(|a| a.id == army);
            let flag = plan.flags.iter().find(own)?;
            Some(flag.hand.translate(by))
        }
    }
}

/// Whether the pointer was over the card when it was last drawn.
fn card_hovered(ui: &Ui, see: &Sight<'_>) -> bool {
    let at = ui.input(|i| i.pointer.hover_pos());
    card::shown(ui, see)
        .zip(at)
        .is_some_and(|(rect, at)| rect.contains(at))
}

/// Makes every sign in sight answer to hand and keyboard: armies first, then places.
fn handles(ui: &Ui, see: &Sight<'_>, plan: &Plan, area: Rect, by: Vec2) -> Vec<Handle> {
    let mut out = Vec::new();
    let mut add = |of: Of, id: Id, rect: Rect, label: &dyn Fn() -> String, chosen: bool| {
        if area.contains(rect.center()) {
            let response = ui.interact(rect.intersect(area), id, Sense::click());
            response
                .widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, label()));
            out.push(Handle { of, response });
        }
    };
    for (i, town) in plan.towns.iter().enumerate() {
        let rect = Rect::from_center_size(town.at + by, Vec2::splat(town.reach * 2.0));
        let id = Id::new(("map-place", town.place));
        let chosen = see.desk.selected == Some(Thing::Place(town.place));
        add(
            Of::Town(i),
            id,
            rect,
            &|| tips::place(see, town.place),
            chosen,
        );
    }
    for (i, flag) in plan.flags.iter().enumerate() {
        let rect = flag.hand.translate(by);
        let rect = Rect::from_center_size(rect.center(), rect.size().max(Vec2::splat(40.0)));
        let id = Id::new(("map-army", flag.armies[0].id));
        let chosen = flag
            .armies
            .iter()
            .any(|a| see.desk.selected == Some(Thing::Army(a.id)));
        add(Of::Flag(i), id, rect, &|| tips::flag(see, flag), chosen);
    }
    // A name is as good as its sign for the hand, and no stop of its own for the keyboard.
    for name in &plan.names {
        if let names::Named::Place(place) = name.of
            && let Some(i) = plan.towns.iter().position(|t| t.place == place)
        {
            let rect = name.rect.translate(by);
            if area.contains(rect.center()) {
                let id = Id::new(("map-name", place));
                let response = ui.interact(rect.intersect(area), id, Sense::CLICK);
                out.push(Handle {
                    of: Of::Town(i),
                    response,
                });
            }
        }
    }
    out
}

/// The crossed flags tell what came of their battle.
fn battles(ui: &Ui, see: &Sight<'_>, frame: &Frame, area: Rect) {
    for (place, entry, ..) in towns::battles(see) {
        let at = frame.point(roads::spot(see.book(), place)) + towns::BATTLE;
        let Some(text) = motion::said(see, entry).filter(|_| area.contains(at)) else {
            continue;
        };
        let rect = Rect::from_center_size(at, Vec2::splat(26.0));
        let sense = Sense::focusable_noninteractive();
        let response = ui.interact(rect, Id::new(("map-battle", entry)), sense);
        response.widget_info(|| {
            let label = tr!(see.texts(), "map-label-battle", text = text.as_str());
            WidgetInfo::labeled(WidgetType::Label, true, label)
        });
        if response.has_focus() {
            let stroke = Stroke::new(2.0, see.look.ink.ink);
            ui.painter()
                .rect_stroke(rect.expand(2.0), 0.0, stroke, StrokeKind::Outside);
        }
        response.tip(text);
    }
}

fn hovered_place(plan: &Plan, handles: &[Handle]) -> Option<PlaceId> {
    handles
        .iter()
        .find(|h| h.response.hovered() || h.response.has_focus())
        .map(|h| match h.of {
            Of::Town(i) => plan.towns[i].place,
            Of::Flag(i) => plan.flags[i].armies[0].place,
        })
}

/// What a click on a sign asks for: the place an order lacks, else to be selected.
fn picked(see: &Sight<'_>, plan: &Plan, handle: &Handle, out: &mut Vec<Intent>) {
    let response = handle.response.clone();
    let (place, thing, title, about) = match handle.of {
        Of::Town(i) => {
            let place = plan.towns[i].place;
            (
                place,
                Thing::Place(place),
                tips::place as fn(&Sight<'_>, PlaceId) -> String,
                tips::about_place as fn(&Sight<'_>, PlaceId) -> Vec<String>,
            )
        }
        Of::Flag(i) => {
            let flag = &plan.flags[i];
            let clicked = response.clicked();
            let thing = Thing::Army(next_of(see, flag, clicked));
            let response = response.tip(tips::flag(see, flag));
            if clicked {
                choose(see, flag.armies[0].place, thing, out);
            }
            if response.double_clicked() {
                out.push(Intent::Centre(thing));
            }
            return;
        }
    };
    if response.clicked() {
        choose(see, place, thing, out);
    }
    if response.double_clicked() {
        out.push(Intent::Centre(thing));
    }
    response.tip_ui(|ui| {
        ui.set_max_width(360.0);
        super::widgets::text(ui, Type::Strong, see.look.ink.ink, &title(see, place));
        for words in about(see, place) {
            super::widgets::text(ui, Type::Body, see.look.ink.ink, &words);
        }
    });
}

/// Of armies that share a banner, the one after the one that is selected.
fn next_of(see: &Sight<'_>, flag: &banners::Flag, clicked: bool) -> ArmyId {
    let at = flag
        .armies
        .iter()
        .position(|a| see.desk.selected == Some(Thing::Army(a.id)));
    let i = match at {
        Some(i) if clicked => (i + 1) % flag.armies.len(),
        Some(i) => i,
        None => 0,
    };
    flag.armies[i].id
}

fn choose(see: &Sight<'_>, place: PlaceId, thing: Thing, out: &mut Vec<Intent>) {
    let own = |thing| match thing {
        Thing::Army(army) => see.view().army(army).map(|own| own.id),
        Thing::Place(_) => None,
    };
    match &see.desk.aim {
        Some(aim) if orders::lacks_army(aim) && own(thing).is_some() => {
            out.push(Intent::Aim(Some(Aim {
                army: own(thing),
                ..aim.clone()
            })));
        }
        Some(aim) if orders::names_place(aim.kind) => {
            let filled = Aim {
                place: Some(place),
                ..aim.clone()
            };
            // The first click fills the place in, the second on the same place gives the order.
            if aim.place == Some(place) {
                card::give(filled, out);
            } else {
                out.push(Intent::Aim(Some(filled)));
            }
        }
        _ => out.push(Intent::Select(Some(thing))),
    }
}

fn draw(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    plan: &Plan,
    handles: &[Handle],
    hovered: Option<PlaceId>,
    covered: &[Rect],
) {
    let ink = &see.look.ink;
    let brush = Brush {
        painter: ui.painter(),
        ink,
    };
    let (by, class) = (frame.offset(), plan.class);
    let near = frame.rect.expand(80.0);
    let is_near = |rect: Rect| near.intersects(rect.translate(by));
    let is_bare = |rect: Rect| !covered.iter().any(|c| c.intersects(rect.translate(by)));
    for letter in plan.rivers.iter().filter(|l| near.contains(l.at + by)) {
        rivers::draw(&brush, letter, by);
    }
    let marches = march::marches(see, hovered);
    let marches: Vec<march::Drawn> = marches
        .into_iter()
        .filter_map(|m| march::Drawn::of(see, frame, m))
        .collect();
    for march in marches.iter().filter(|m| !m.is_loud()) {
        march.line(&brush, see, frame);
    }
    for town in plan.towns.iter().filter(|t| near.contains(t.at + by)) {
        let at = town.at + by;
        if let Some(siege) = see.view().siege(town.place) {
            sieges::ring(&brush, see, town, at, siege);
        }
        towns::sign(&brush, see, town, at);
    }
    for (place, _, one, other) in towns::battles(see) {
        let at = frame.point(roads::spot(see.book(), place)) + towns::BATTLE;
        towns::battle(&brush, at, one, other);
    }
    for march in marches.iter().filter(|m| m.is_loud()) {
        march.line(&brush, see, frame);
    }
    for flag in plan.flags.iter().filter(|f| is_near(f.rect)) {
        let shift = motion::shift(see, frame, flag);
        banners::draw(&brush, class, flag, by + shift, shift == Vec2::ZERO);
    }
    for name in plan
        .names
        .iter()
        .filter(|n| is_near(n.rect) && is_bare(n.rect))
    {
        for (at, job) in &name.lines {
            brush.lettering(*at + by, job, 1.0);
        }
    }
    let names: Vec<Rect> = plan.names.iter().map(|n| n.rect.translate(by)).collect();
    let flags: Vec<Rect> = plan.flags.iter().map(|f| f.rect.translate(by)).collect();
    for march in marches.iter().filter(|m| m.is_loud()) {
        march.numbers(&brush, see, frame, class, (&flags, &names, covered));
    }
    motion::results(&brush, see, frame);
    for handle in handles {
        let (rect, thing) = match handle.of {
            Of::Town(i) => {
                let town = &plan.towns[i];
                let rect = Rect::from_center_size(town.at + by, Vec2::splat(town.side));
                (rect, Some(Thing::Place(town.place)))
            }
            Of::Flag(i) => {
                let flag = &plan.flags[i];
                let chosen = flag
                    .armies
                    .iter()
                    .map(|a| Thing::Army(a.id))
                    .find(|t| see.desk.selected == Some(*t));
                (flag.hand.translate(by).expand(1.0), chosen)
            }
        };
        let response = &handle.response;
        let selected = thing.is_some() && see.desk.selected == thing;
        if response.has_focus() || response.hovered() {
            brush.ring_square(rect, ink.ink);
        } else if selected {
            brush.dashed(rect.expand(4.0), Stroke::new(1.6, ink.ink));
        }
    }
}

/// The two buttons that change the distance, at the right above.
fn distance(ui: &Ui, see: &Sight<'_>, frame: &Frame, area: Rect, out: &mut Vec<Intent>) -> Rect {
    let (ink, texts) = (&see.look.ink, see.texts());
    let corner = area.right_top() + vec2(-BUTTON - 8.0, 8.0);
    let whole = Rect::from_min_size(corner, vec2(BUTTON, BUTTON * 2.0));
    for (i, nearer) in [true, false].into_iter().enumerate() {
        let top = if i == 0 { 0.0 } else { BUTTON };
        let rect = Rect::from_min_size(pos2(corner.x, corner.y + top), Vec2::splat(BUTTON));
        let response = ui.interact(rect, Id::new(("map-distance", nearer)), Sense::click());
        let (label, sign) = if nearer {
            (texts.t("map-nearer"), "+")
        } else {
            (texts.t("map-farther"), "−")
        };
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label.as_str()));
        let fill = if response.hovered() { ink.lo } else { ink.hi };
        let stroke = Stroke::new(1.0, ink.rule2);
        ui.painter()
            .rect(rect, 0.0, fill, stroke, StrokeKind::Inside);
        let font = Type::Value.font();
        ui.painter()
            .text(rect.center(), Align2::CENTER_CENTER, sign, font, ink.ink);
        if response.has_focus() {
            let stroke = Stroke::new(2.0, ink.ink);
            ui.painter()
                .rect_stroke(rect.shrink(2.0), 0.0, stroke, StrokeKind::Inside);
        }
        if response.clicked() {
            out.push(Intent::Glide(camera::step(frame, nearer)));
        }
        let key = if nearer { Key::Plus } else { Key::Minus };
        response.tip(format!("{label} [{}]", key.symbol_or_name()));
    }
    whole
}

/// Where every army stands that the court knows of: its own, on the road too, and others as last reported.
#[must_use]
pub fn standing(view: &View<'_>) -> BTreeMap<ArmyId, Spot> {
    let book = view.book();
    let own = view.armies().map(|a| {
        let at = roads::spot(book, a.at);
        let spot = a.next.map_or(at, |next| {
            let line = [at, roads::spot(book, next)];
            roads::point_at(&line, roads::share_done(view, &a)).unwrap_or(at)
        });
        (a.id, spot)
    });
    own.chain(view.known().map(|a| (a.id, roads::spot(book, a.place))))
        .collect()
}
