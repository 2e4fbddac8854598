//! Towns in a war: powder weapons are sent from the workshops to where they are wanted, and breaches are mended once the enemy is off.

use crate::base::ids::PlaceId;
use crate::events::Store;
use crate::orders::{Order, OrderNow};
use crate::scenario::language::Good;
use crate::view::View;

/// How near the enemy must be for a place to want powder, km.
const NEAR_KM: u32 = 250;
/// Fewer loads than this are not worth an edict.
const WORTH: u16 = 3;
/// Breaches of fewer points of 500 than this are left, and a court keeps so many strings before it pays for masons.
const BREACH: i32 = 25;
const WALLS_STRINGS: i64 = 600_000;
/// Orders of this kind in one xun.
const AT_ONCE: usize = 1;

/// What the court would have sent now. Its armies are armed where a workshop stands; towns near the enemy are sent what they lack.
#[must_use]
pub(super) fn orders(view: &View<'_>) -> Vec<OrderNow> {
    if view.enemies().next().is_none() {
        return Vec::new();
    }
    let mut wanting: Vec<(u16, PlaceId)> = candidates(view)
        .into_iter()
        .filter_map(|place| {
            let lacks: u16 = view
                .powder_wanted(place)
                .iter()
                .map(|(store, loads)| match store {
                    // Men on the walls use it best.
                    Store::Town(_) => loads.saturating_mul(2),
                    Store::Army(_) => *loads,
                })
                .fold(0, u16::saturating_add);
            (lacks >= WORTH && view.powder_from(place).is_some()).then_some((lacks, place))
        })
        .collect();
    wanting.sort_by_key(|(lacks, place)| (std::cmp::Reverse(*lacks), *place));
    let mut out: Vec<OrderNow> = wanting
        .into_iter()
        .take(AT_ONCE)
        .map(|(_, place)| Order::Arm { place })
        .collect();
    out.extend(breached(view));
    out
}

/// The own town nearest the enemy whose walls were breached and that nobody closes in now.
fn breached(view: &View<'_>) -> Option<OrderNow> {
    let rich = view.realm().treasury[Good::Cash as usize] > WALLS_STRINGS;
    let of_note = |place: &PlaceId| {
        let rank = view.book().atlas.places[place.index()].walls;
        rank >= 3
            && view.holder(*place) == Some(view.court())
            && view.siege(*place).is_none_or(|s| !s.close)
            && view
                .town(*place)
                .is_some_and(|t| t.walls + BREACH < rank * 100)
    };
    if !rich {
        return None;
    }
    view.places()
        .filter(of_note)
        .max_by_key(|p| (view.enemy_near(*p, NEAR_KM), std::cmp::Reverse(*p)))
        .map(|place| Order::Fortify { place })
}

/// Own open towns where an army stands or the enemy is near.
fn candidates(view: &View<'_>) -> Vec<PlaceId> {
    let own = |p: &PlaceId| view.holder(*p) == Some(view.court());
    let mut places: Vec<PlaceId> = view
        .armies()
        .filter(|a| a.next.is_none())
        .map(|a| a.at)
        .chain(view.known().filter(|a| view.at_war(a.court)).flat_map(|a| {
            let atlas = &view.book().atlas;
            atlas.neighbours[a.place.index()]
                .iter()
                .map(|(_, other)| *other)
                .collect::<Vec<_>>()
        }))
        .filter(own)
        .filter(|p| view.enemy_near(*p, NEAR_KM) > 0)
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}
