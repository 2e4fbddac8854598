//! Lying in wait at a great river for an enemy whose way home goes over it.

use super::Mood;
use crate::base::ids::PlaceId;
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::scenario::model::River;
use crate::view::{KnownArmy, OwnArmy, View};

/// How far off an enemy is expected at the crossing, km.
const WAIT_KM: u32 = 130;
/// Odds, percent, at which a court has its army strike half of a host, and at which it leaves it at that once it waits.
const STRIKE_ODDS: i64 = 115;

/// What an army by a great river in country of its own does about enemies on its bank who must go back over the river: whether it has an opinion, and the
/// order if it needs one. While others might come over from the far bank it holds the crossing as it always does.
pub(super) fn wait(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<Option<OrderNow>> {
    let waits = army.task == Task::Waylay && army.goal == army.at;
    if !waits && army.task != Task::Hold || army.next.is_some() || !view.by_great_river(army.at) {
        return None;
    }
    let hold = waits.then_some(Some(Order::Hold { army: army.id }));
    let near = || {
        mood.seen()
            .near(army.at, WAIT_KM)
            .filter(|k| mood.foe(k.court))
    };
    let Some(host) = near().max_by_key(|k| (k.men, k.id)) else {
        return hold;
    };
    let comes = near().any(|k| passes(view, k.place, army.at) == Some(army.at));
    let share = passes(view, host.place, home(view, host))
        .filter(|bank| *bank == army.at)
        .and_then(|_| view.midstream(army.at).map(|(_, share)| share).min());
    let Some(share) = share.filter(|_| !comes) else {
        return hold;
    };
    let own: i64 = view
        .armies_at(army.at)
        .filter(|a| a.next.is_none())
        .map(|a| view.weight(a.id, true))
        .sum();
    let caught = view.guessed_weight(host.court, host.men) * share / 100;
    let odds = STRIKE_ODDS + mood.temper.odds(view, army.commander);
    if own * 100 <= caught * odds {
        return hold;
    }
    Some((!waits).then_some(Order::Waylay {
        army: army.id,
        place: army.at,
    }))
}

/// Where a host goes when it goes home.
fn home(view: &View<'_>, host: &KnownArmy) -> PlaceId {
    view.other(host.court).seat
}

/// The bank from which, or to which, the straight road between two places first goes over a great river: the one that is the goal if it is one, else the one
/// it sets out from.
fn passes(view: &View<'_>, from: PlaceId, goal: PlaceId) -> Option<PlaceId> {
    let atlas = &view.book().atlas;
    let mut at = from;
    for _ in 0..atlas.places.len() {
        if at == goal {
            return None;
        }
        let next = atlas.next(at, goal);
        let route = atlas.route(at, next)?;
        if view.river(route) != River::None {
            return Some(if next == goal { next } else { at });
        }
        at = next;
    }
    None
}
