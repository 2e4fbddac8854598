//! Ways over the ground as lines: where a road runs, and where on it an army is.

use crate::base::ids::PlaceId;
use crate::earth::Spot;
use crate::panels::sight::Sight;
use crate::scenario::model::Scenario;
use crate::view::{OwnArmy, View};

/// Where a place lies.
#[must_use]
pub fn spot(book: &Scenario, place: PlaceId) -> Spot {
    let place = &book.atlas.places[place.index()];
    Spot::of_milli(place.lon_milli, place.lat_milli)
}

/// The line of the road from a place to its neighbour: as it was laid over the ground, or straight until that is known.
#[must_use]
pub fn between(see: &Sight<'_>, from: PlaceId, to: PlaceId) -> Vec<Spot> {
    let book = see.book();
    let laid = see.atlas.and_then(|atlas| {
        let route = book.atlas.route(from, to)?;
        let road = atlas.roads().get(route.index())?;
        (road.line.len() > 1).then(|| {
            let mut line = road.line.clone();
            if road.from != from.index() {
                line.reverse();
            }
            line
        })
    });
    laid.unwrap_or_else(|| vec![spot(book, from), spot(book, to)])
}

/// The line of the shortest road between two places.
#[must_use]
pub fn along(see: &Sight<'_>, from: PlaceId, to: PlaceId) -> Vec<Spot> {
    let book = see.book();
    let mut line = vec![spot(book, from)];
    let mut at = from;
    for _ in 0..book.atlas.places.len() {
        let next = book.atlas.next(at, to);
        if at == to || next == at {
            break;
        }
        line.extend(between(see, at, next).into_iter().skip(1));
        at = next;
    }
    line
}

/// The point of a line after this share of its length, 0 to 1.
#[must_use]
pub fn point_at(line: &[Spot], share: f64) -> Option<Spot> {
    let whole: f64 = line.windows(2).map(|w| w[0].km(w[1])).sum();
    let mut left = whole * share.clamp(0.0, 1.0);
    for pair in line.windows(2) {
        let km = pair[0].km(pair[1]);
        if km >= left && km > 0.0 {
            let t = left / km;
            return Some(Spot {
                x: pair[0].x + (pair[1].x - pair[0].x) * t,
                y: pair[0].y + (pair[1].y - pair[0].y) * t,
            });
        }
        left -= km;
    }
    line.last().copied()
}

/// What is left of a line after this share of its length.
#[must_use]
pub fn rest_of(line: &[Spot], share: f64) -> Vec<Spot> {
    let whole: f64 = line.windows(2).map(|w| w[0].km(w[1])).sum();
    let mut gone = whole * share.clamp(0.0, 1.0);
    let mut out: Vec<Spot> = point_at(line, share).into_iter().collect();
    for pair in line.windows(2) {
        gone -= pair[0].km(pair[1]);
        if gone < 0.0 {
            out.push(pair[1]);
        }
    }
    out
}

/// How much of the way to the next place an army has behind it.
#[must_use]
pub fn share_done(view: &View<'_>, army: &OwnArmy) -> f64 {
    view.behind(army).map_or(0.0, |(done, km)| {
        (f64::from(done) / f64::from(km.max(1))).clamp(0.0, 1.0)
    })
}
