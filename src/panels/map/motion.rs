//! The marches of the turn that has passed: banners glide along their roads from where they were to where they are, and battles
//! that were heard of say what came of them. Any key or click shows the end of it at once.

use egui::{Event, Pos2, Ui, Vec2, vec2};

use super::banners::Flag;
use super::brush::Brush;
use super::camera::Frame;
use super::{roads, towns};
use crate::base::ids::PlaceId;
use crate::earth::Spot;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::prose::events;

/// An army that went less far than this, in km, does not glide.
const LEAST_KM: f64 = 5.0;

/// Whether the marches are being shown.
pub(super) fn is_on(see: &Sight<'_>) -> bool {
    see.desk.motion < 1.0
}

/// Any key or click shows the end at once.
pub(super) fn skip(ui: &Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    if is_on(see) {
        let touched = ui.input(|i| {
            i.events.iter().any(|e| {
                matches!(
                    e,
                    Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. }
                )
            })
        });
        if touched {
            out.push(Intent::SkipMotion);
        }
    }
}

/// How far from its place a banner is drawn while its army is still on the road.
pub(super) fn shift(see: &Sight<'_>, frame: &Frame, flag: &Flag) -> Vec2 {
    if !is_on(see) {
        return Vec2::ZERO;
    }
    let Some(army) = flag.armies.first() else {
        return Vec2::ZERO;
    };
    let Some(was) = see.desk.was.get(&army.id).copied() else {
        return Vec2::ZERO;
    };
    if was.km(army.spot) < LEAST_KM {
        return Vec2::ZERO;
    }
    let mut line = vec![was];
    line.extend(roads::along(see, nearest(see, was), army.place));
    line.push(army.spot);
    let t = f64::from(see.desk.motion);
    let share = t * t * (3.0 - 2.0 * t);
    roads::point_at(&line, share).map_or(Vec2::ZERO, |spot| {
        frame.point(spot) - frame.point(army.spot)
    })
}

fn nearest(see: &Sight<'_>, spot: Spot) -> PlaceId {
    let book = see.book();
    see.view()
        .places()
        .min_by(|a, b| {
            let km = |p: &PlaceId| roads::spot(book, *p).km(spot);
            km(a).total_cmp(&km(b))
        })
        .unwrap_or(PlaceId(0))
}

/// What came of the battles that were heard of, beside their flags, while the marches are shown.
pub(super) fn results(brush: &Brush<'_>, see: &Sight<'_>, frame: &Frame) {
    if !is_on(see) || see.desk.motion < 0.5 {
        return;
    }
    for (place, entry, ..) in towns::battles(see) {
        let Some(words) = said(see, entry) else {
            continue;
        };
        let at: Pos2 = frame.point(roads::spot(see.book(), place));
        let font = Type::Note.font();
        let galley = brush.painter.layout(words, font, brush.ink.ink, 240.0);
        let corner = at + vec2(16.0, 14.0);
        let plate = egui::Rect::from_min_size(corner, galley.size()).expand(6.0);
        brush.card(plate);
        brush.painter.galley(corner, galley, brush.ink.ink);
    }
}

/// A battle in a sentence.
pub(super) fn said(see: &Sight<'_>, entry: usize) -> Option<String> {
    let entry = see.session.engine().chronicle().get(entry)?;
    events::event(see.texts(), &see.view(), &entry.event)
}
