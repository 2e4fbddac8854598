//! Towns in a war: powder weapons are sent from the workshops to where they are wanted, and breaches are mended once the enemy is off.

use crate::base::ids::PlaceId;
use crate::events::Store;
use crate::orders::{Order, OrderNow};
use crate::rules::state::components::Town;
use crate::scenario::language::Good;
use crate::view::{Seen, View};

/// How near the enemy must be for a place to want powder, km.
const NEAR_KM: u32 = 250;
/// Fewer loads than this are not worth an edict.
const WORTH: u16 = 3;
/// Breaches of fewer points of 500 than this are left, and a court keeps so many strings before it pays for masons.
const BREACH: i32 = 25;
const WALLS_STRINGS: i64 = 600_000;

/// What the court would have done for its towns now.
#[must_use]
pub(super) fn orders(view: &View<'_>, seen: &Seen<'_>) -> Vec<OrderNow> {
    // Powder is made, and masons are sent for, by the month.
    if !view.month_begins() {
        return Vec::new();
    }
    armed(view, seen)
        .into_iter()
        .chain(breached(view, seen))
        .collect()
}

/// The place near the enemy that lacks most of what the workshops have; its armies and its garrison are armed.
fn armed(view: &View<'_>, seen: &Seen<'_>) -> Option<OrderNow> {
    let stock = |(at, _): &(PlaceId, u16)| view.town(*at).is_some_and(|t| t.powder.loads >= WORTH);
    if !view.realm().craftsmen || !view.workshops().iter().any(stock) {
        return None;
    }
    let lacks = |place: &PlaceId| {
        view.powder_wanted(*place)
            .map(|(store, loads)| match store {
                // Men on the walls use it best.
                Store::Town(_) => loads.saturating_mul(2),
                Store::Army(_) => loads,
            })
            .fold(0, u16::saturating_add)
    };
    let mut wanting: Vec<(u16, PlaceId)> = view
        .own_near_hosts(seen)
        .filter(|place| seen.any_near(*place, NEAR_KM))
        .map(|place| (lacks(&place), place))
        .filter(|(lacks, _)| *lacks >= WORTH)
        .collect();
    wanting.sort_unstable_by_key(|(lacks, place)| (std::cmp::Reverse(*lacks), *place));
    // Whence it would come takes longest to find: that is asked in their turn, until it comes from somewhere.
    let mut wanting = wanting.into_iter();
    wanting
        .find(|(_, place)| view.powder_from(*place).is_some())
        .map(|(_, place)| Order::Arm { place })
}

/// The own town nearest the enemy whose walls were breached and that nobody closes in now.
fn breached(view: &View<'_>, seen: &Seen<'_>) -> Option<OrderNow> {
    let rich = view.realm().treasury[Good::Cash as usize] > WALLS_STRINGS;
    let of_note = |town: &&Town| {
        let rank = view.book().atlas.places[town.id.index()].walls;
        rank >= 3
            && town.walls + BREACH < rank * 100
            && view.siege(town.id).is_none_or(|s| !s.close)
    };
    if !rich || view.enemies().next().is_none() {
        return None;
    }
    view.own_breached()
        .filter(of_note)
        .map(|town| town.id)
        .max_by_key(|p| (seen.men_near(*p, NEAR_KM), std::cmp::Reverse(*p)))
        .map(|place| Order::Fortify { place })
}
