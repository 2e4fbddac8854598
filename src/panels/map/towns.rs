//! Places: a sign each by what it is, with corner towers where the walls are strong and the holder's mark inside.

use egui::{Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::brush::Brush;
use super::camera::Frame;
use super::plan::{self, Town};
use super::roads;
use super::zoom::Class;
use crate::base::ids::PlaceId;
use crate::panels::desk::Thing;
use crate::panels::look::Holder;
use crate::panels::sight::Sight;
use crate::scenario::model::PlaceKind;

/// Half of the least square that answers to the hand where there is room for it.
const REACH: f32 = 20.0;
/// Km round a known army that make a theatre of war.
const THEATRE_KM: f64 = 110.0;
/// From this resistance on, of 100, a country is marked as unquiet.
const UNQUIET: i32 = 40;

/// Which places have a sign at this scale, and how large.
pub(super) fn lay(see: &Sight<'_>, frame: &Frame, class: Class) -> Vec<Town> {
    let (view, book) = (see.view(), see.book());
    let camps = plan::camps(see);
    let mut out: Vec<Town> = view
        .places()
        .filter_map(|place| {
            let here = &book.atlas.places[place.index()];
            let matters = view.siege(place).is_some()
                || plan::is_selected(see, Thing::Place(place))
                || view.realm().seat == place;
            let camp = camps.binary_search(&place).is_ok();
            (matters || camp || class.shows_sign(here.kind)).then(|| Town {
                place,
                at: frame.sheet(roads::spot(book, place)),
                side: class.sign(here.kind),
                reach: REACH,
                holder: Holder::of(book, view.holder(place)),
                matters,
                theatre: plan::near_any(see, place, &camps, THEATRE_KM),
            })
        })
        .collect();
    let middles: Vec<Pos2> = out.iter().map(|t| t.at).collect();
    for (i, town) in out.iter_mut().enumerate() {
        // Where towns lie thick, each answers as far as half-way to its neighbour.
        let nearest = middles
            .iter()
            .enumerate()
            .filter(|(j, _)| *j != i)
            .map(|(_, at)| (*at - town.at).abs().max_elem())
            .fold(f32::INFINITY, f32::min);
        town.reach = (nearest * 0.5).clamp(town.side * 0.5, REACH);
    }
    out
}

/// Draws a place's sign with its middle at `at`.
pub(super) fn sign(brush: &Brush<'_>, see: &Sight<'_>, town: &Town, at: Pos2) {
    let (view, book, ink) = (see.view(), see.book(), brush.ink);
    let place = &book.atlas.places[town.place.index()];
    let rect = Rect::from_center_size(at, Vec2::splat(town.side));
    match place.kind {
        PlaceKind::Ford => ford(brush, at, town.side * 0.5),
        PlaceKind::Depot => {
            brush
                .painter
                .circle_filled(at, town.side * 0.5 + 1.0, ink.map);
            let colour = town.holder.colour(ink);
            brush.painter.circle_filled(at, town.side * 0.5, colour);
        }
        PlaceKind::Pass => gate(brush, rect, town.holder),
        kind => walled(brush, rect, town.holder, kind, place.walls),
    }
    let burnt = view.town(town.place).is_some_and(|t| t.burnt);
    if burnt {
        // The crossing is gone: struck through.
        let r = town.side * 0.5 + 3.0;
        let stroke = Stroke::new(2.0, ink.song);
        brush
            .painter
            .line_segment([at + vec2(-r, r), at + vec2(r, -r)], stroke);
    }
    if barred(see, town.place) {
        let stroke = Stroke::new(3.0, ink.ink);
        let y = at.y - town.side * 0.5 - 4.0;
        brush
            .painter
            .line_segment([pos2(at.x - 7.0, y), pos2(at.x + 7.0, y)], stroke);
    }
    if let Some(ceded) = view.ceded(town.place) {
        let to = Holder::of(book, Some(ceded.to));
        brush.dashed(rect.expand(5.0), Stroke::new(1.6, to.colour(ink)));
    }
    if is_unquiet(see, town.place) {
        // Three short strokes, as of spears.
        let stroke = Stroke::new(1.4, ink.ink2);
        for i in 0_u8..3 {
            let from = at + vec2(-6.0 + 4.0 * f32::from(i), town.side * 0.5 + 9.0);
            brush
                .painter
                .line_segment([from, from + vec2(3.0, -6.0)], stroke);
        }
    }
}

/// Whether the country round a place of one's own resists: bands live there.
pub(super) fn is_unquiet(see: &Sight<'_>, place: PlaceId) -> bool {
    see.view()
        .country(place)
        .is_some_and(|country| country.unrest >= UNQUIET)
}

/// Whether the court knows the way to a crossing or a pass to be shut to it by whoever holds it.
pub(super) fn barred(see: &Sight<'_>, place: PlaceId) -> bool {
    let (view, book) = (see.view(), see.book());
    let kind = book.atlas.places[place.index()].kind;
    let known = view.holder(place).is_some_and(|h| view.at_war(h))
        || view
            .known()
            .any(|a| a.place == place && view.at_war(a.court));
    matches!(kind, PlaceKind::Ford | PlaceKind::Pass)
        && known
        && book.atlas.neighbours[place.index()]
            .iter()
            .any(|(_, from)| view.barred(*from, place))
}

fn walled(brush: &Brush<'_>, rect: Rect, holder: Holder, kind: PlaceKind, walls: i32) {
    let (paint, ink) = (brush.painter, brush.ink);
    let frame = Stroke::new(1.4, ink.ink);
    paint.rect(rect, 0.0, ink.paper, frame, StrokeKind::Inside);
    let capital = kind == PlaceKind::Capital;
    let inner = if capital {
        let inner = rect.shrink(3.2);
        paint.rect_stroke(inner, 0.0, Stroke::new(1.0, ink.ink), StrokeKind::Inside);
        inner.shrink(1.4)
    } else {
        rect.shrink(2.4)
    };
    brush.mark(inner, holder);
    if capital || walls >= 4 {
        for corner in [
            rect.left_top(),
            rect.right_top(),
            rect.left_bottom(),
            rect.right_bottom(),
        ] {
            let side = if capital { 4.0 } else { 3.4 };
            let tower = Rect::from_center_size(corner, Vec2::splat(side));
            paint.rect_filled(tower, 0.0, ink.ink);
        }
    }
}

/// A ring with a wave in it.
fn ford(brush: &Brush<'_>, at: Pos2, radius: f32) {
    let ink = brush.ink;
    let stroke = Stroke::new(1.5, ink.ink);
    brush.painter.circle(at, radius, ink.paper, stroke);
    let r = radius * 0.62;
    let wave = vec![
        at + vec2(-r, r * 0.35),
        at + vec2(-r * 0.5, -r * 0.35),
        at,
        at + vec2(r * 0.5, r * 0.35),
        at + vec2(r, -r * 0.35),
    ];
    brush.painter.line(wave, Stroke::new(1.3, ink.river));
}

/// Two towers and a lintel.
fn gate(brush: &Brush<'_>, rect: Rect, holder: Holder) {
    let (paint, ink) = (brush.painter, brush.ink);
    let stroke = Stroke::new(2.0, ink.ink);
    paint.rect_filled(rect, 0.0, ink.paper);
    paint.vline(rect.left(), rect.y_range(), stroke);
    paint.vline(rect.right(), rect.y_range(), stroke);
    let top = rect.top() + 1.0;
    paint.line_segment(
        [pos2(rect.left() - 2.0, top), pos2(rect.right() + 2.0, top)],
        stroke,
    );
    brush.mark(
        Rect::from_center_size(rect.center() + vec2(0.0, 1.0), rect.size() * 0.45),
        holder,
    );
}

/// Where the crossed flags of a battle stand from the middle of its place.
pub(super) const BATTLE: Vec2 = Vec2::new(-19.0, -17.0);

/// Crossed flags: a battle was fought here, as was heard.
pub(super) fn battle(brush: &Brush<'_>, at: Pos2, one: Holder, other: Holder) {
    let ink = brush.ink;
    for (side, holder) in [(-1.0, one), (1.0, other)] {
        let (foot, head) = (at + vec2(-8.0 * side, 9.0), at + vec2(8.0 * side, -9.0));
        brush
            .painter
            .line_segment([foot, head], Stroke::new(4.5, ink.map));
        brush
            .painter
            .line_segment([foot, head], Stroke::new(2.0, ink.ink));
        let flag = vec![
            head,
            head + vec2(side * 9.0, 2.0),
            head + vec2(-side * 2.5, 8.0),
        ];
        let colour = holder.colour(ink);
        brush.painter.add(Shape::convex_polygon(
            flag,
            colour,
            Stroke::new(1.0, ink.map),
        ));
    }
}

/// The battles the court heard of with the last news: where, and between whom.
pub(super) fn battles(see: &Sight<'_>) -> Vec<(PlaceId, usize, Holder, Holder)> {
    use crate::events::Event;
    let book = see.book();
    let chronicle = see.session.engine().chronicle();
    let news = see
        .session
        .seat(see.desk.court)
        .map_or(&[][..], |s| &s.news);
    news.iter()
        .filter_map(|i| match chronicle.get(*i)?.event {
            Event::Fought {
                place,
                attacker,
                defender,
                ..
            } => Some((
                place,
                *i,
                Holder::of(book, Some(attacker)),
                Holder::of(book, Some(defender)),
            )),
            _ => None,
        })
        .collect()
}
