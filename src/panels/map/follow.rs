//! The map follows the order being made: the army that is to go and the place that is meant are brought into sight, once each time
//! another is named. Where both are in sight already nothing moves.

use egui::{Id, Pos2, Rect, Ui};

use super::camera::{Frame, bounded};
use super::roads;
use crate::base::ids::{ArmyId, PlaceId};
use crate::earth::Spot;
use crate::panels::desk::Camera;
use crate::panels::intent::Intent;
use crate::panels::sight::Sight;

/// What is nearer to the edge than this, in points, is not in sight. It is little: a sign that was clicked is not to move from under the
/// hand.
const SIGHT: f32 = 8.0;
/// How far from the edge it is when the map has moved.
const EDGE: f32 = 64.0;
/// How many times the map goes farther off to get what it shows out from under what lies on top.
const TRIES: u8 = 3;

/// What an order names.
type Named = (Option<ArmyId>, Option<PlaceId>);

/// Brings into `area` what the order being made names, clear of `covers`.
pub(super) fn follow(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    area: Rect,
    covers: &[Rect],
    out: &mut Vec<Intent>,
) {
    let aim = see.desk.aim.as_ref();
    let now: Named = aim.map_or((None, None), |aim| (aim.army, aim.place));
    let id = Id::new("map-followed");
    let was: Named = ui.data(|d| d.get_temp(id)).unwrap_or_default();
    if now == was {
        return;
    }
    ui.data_mut(|d| d.insert_temp(id, now));
    let (army, place) = now;
    let standing = super::standing(&see.view());
    let army = army.and_then(|army| standing.get(&army).copied());
    let spots: Vec<Spot> = army
        .into_iter()
        .chain(place.map(|place| roads::spot(see.book(), place)))
        .collect();
    let clear = |frame: &Frame| {
        let seen =
            |at: Pos2| area.shrink(SIGHT).contains(at) && !covers.iter().any(|c| c.contains(at));
        spots.iter().all(|spot| seen(frame.point(*spot)))
    };
    if spots.is_empty() || clear(frame) {
        return;
    }
    let mut camera = holding(frame, area, &spots);
    for _ in 0..TRIES {
        let there = Frame {
            rect: frame.rect,
            camera,
        };
        if clear(&there) {
            break;
        }
        camera = there.zoomed(area.center(), 1.0 / 1.3);
    }
    out.push(Intent::Glide(camera));
}

/// The look that has the middle of these in the middle of `area`, as near as it is now or as far off as it takes to hold them all.
fn holding(frame: &Frame, area: Rect, spots: &[Spot]) -> Camera {
    let fold = |f: fn(f64, f64) -> f64, get: fn(&Spot) -> f64, from: f64| {
        spots.iter().map(get).fold(from, f)
    };
    let (west, east) = (
        fold(f64::min, |s| s.x, f64::MAX),
        fold(f64::max, |s| s.x, f64::MIN),
    );
    let (north, south) = (
        fold(f64::min, |s| s.y, f64::MAX),
        fold(f64::max, |s| s.y, f64::MIN),
    );
    let room = area.shrink(EDGE).size().max(egui::Vec2::splat(40.0));
    let least = ((east - west) / f64::from(room.x)).max((south - north) / f64::from(room.y));
    let km_per_point = frame.camera.km_per_point.max(least);
    // The middle of what can be seen is not the middle of the rectangle where something lies over its foot.
    let aside = frame.rect.center() - area.center();
    bounded(Camera {
        centre: Spot {
            x: f64::midpoint(west, east) + f64::from(aside.x) * km_per_point,
            y: f64::midpoint(north, south) + f64::from(aside.y) * km_per_point,
        },
        km_per_point,
    })
}
