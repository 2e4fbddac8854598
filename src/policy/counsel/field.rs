//! What a plausible court does with one army: it stays where it is needed, relieves, besieges, storms, goes home.

use super::{CALL_KM, LEAVE_ODDS, Mood, RELIEVED_KM, SALLY_ODDS, STORM_ODDS, relief};
use crate::base::ids::PlaceId;
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::battle::CROSSING_HELD_PERCENT;
use crate::rules::formulas::court::occupation_need;
use crate::rules::formulas::season;
use crate::scenario::model::{Atlas, River};
use crate::view::{OwnArmy, View};

/// How near a bank or a pass an enemy is counted with those who hold it, km.
const BANK_KM: u32 = 30;

/// Whether a siege is so far on that nobody breaks it off for the heat: the works are at the wall, or the enemy's own seat is starving behind it.
pub(super) fn nearly_done(view: &View<'_>, army: OwnArmy) -> bool {
    let seat = view.enemies().any(|c| view.other(c).seat == army.at);
    seat && army.food > 8
        && army.morale >= 50
        && view.siege(army.at).is_some_and(|s| {
            view.allied(s.by) && s.close && (s.works >= 50 || view.turn().0 >= s.since.0 + 6)
        })
}

pub(super) fn go_home(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    let to = nearest(view, army.at, |p| view.siege(p).is_none())?;
    (army.goal != to).then_some(Order::Withdraw { army: army.id, to })
}

/// What a country one has taken needs to be kept quiet, left behind before the army goes on; no more than a sixth of it.
pub(super) fn leave_garrison(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    let court = view.court();
    if view.holder(army.at) != Some(court) || army.next.is_some() || army.men < 6_000 {
        return None;
    }
    let foreign = view.country(army.at)?.native.is_some_and(|n| n != court);
    let need = occupation_need(view.book().atlas.places[army.at.index()].households).min(4_500);
    let missing = need.saturating_sub(view.town(army.at)?.garrison);
    (foreign && missing >= 300).then_some(Order::Garrison {
        army: army.id,
        men: missing.min(army.men / 6),
    })
}

/// The nearest cool town of one's own.
pub(super) fn summer_quarters(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    let to = nearest(view, army.at, |p| {
        view.book().atlas.places[p.index()].lat_milli >= season::COOL_LAT_MILLI
    })?;
    (army.goal != to || army.task == Task::Besiege).then_some(Order::Withdraw { army: army.id, to })
}

fn nearest(view: &View<'_>, from: PlaceId, fits: impl Fn(PlaceId) -> bool) -> Option<PlaceId> {
    let atlas = &view.book().atlas;
    let fits = |p: &PlaceId| view.holder(*p).is_some_and(|h| view.allied(h)) && fits(*p);
    // A way that somebody bars is the last that is thought of.
    let barred = |p: PlaceId| p != from && view.barred(from, atlas.next(from, p));
    let key = |p: &PlaceId| (barred(*p), atlas.km(from, *p), *p);
    // Whatever is near is nearer than what is not.
    let near = atlas.within(from, Atlas::NEAR_KM).filter(fits);
    near.min_by_key(key)
        .filter(|p| !barred(*p))
        .or_else(|| view.places().filter(fits).min_by_key(key))
}

/// An army that has stood so many xun before a crossing that it cannot force gives it up: it stays where it can be fed, or goes another way.
pub(super) fn gives_up(view: &View<'_>, army: OwnArmy) -> Option<OrderNow> {
    if view.holder(army.at).is_some_and(|h| view.allied(h)) {
        return Some(Order::Hold { army: army.id });
    }
    let next = view.book().atlas.next(army.at, army.goal);
    go_home(view, army)
        .filter(|o| match *o {
            Order::Withdraw { to, .. } => view.book().atlas.next(army.at, to) != next,
            _ => true,
        })
        .or(Some(Order::Hold { army: army.id }))
}

/// Whether an army may get to a goal: the next step of its way is open, or it is thought to be strong enough for whoever bars it.
pub(super) fn gets_through(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy, goal: PlaceId) -> bool {
    let next = view.book().atlas.next(army.at, goal);
    if goal == army.at || !view.barred(army.at, next) {
        return true;
    }
    let garrison = view
        .holder(next)
        .filter(|h| mood.foe(*h))
        .map_or(0, |h| view.guessed_weight(h, view.guessed_garrison(next)));
    let barred = garrison + mood.weight_near(next, BANK_KM, |k| mood.foe(k.court));
    view.weight(army.id, true) * 100 >= barred * CROSSING_HELD_PERCENT
}

/// A shut-in army comes out when it is the stronger.
pub(super) fn sally(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
    let siege = view.siege(army.at)?;
    let enemy = view.guessed_weight(siege.by, mood.seen().men_near(army.at, 40));
    let own: i64 = view
        .armies_at(army.at)
        .filter(|a| a.next.is_none())
        .map(|a| view.weight(a.id, true))
        .sum();
    let odds = SALLY_ODDS + mood.temper.odds(view, army.commander);
    (own * 100 > enemy * odds && army.task != Task::Relieve).then_some(Order::Relieve {
        army: army.id,
        place: army.at,
    })
}

pub(super) fn besieging(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
    let own: i64 = view
        .armies_at(army.at)
        .map(|a| view.weight(a.id, true))
        .sum();
    let relief = mood.weight_near(army.at, RELIEVED_KM, |k| k.place != army.at);
    let shift = mood.temper.odds(view, army.commander);
    let over = view
        .holder(army.at)
        .is_some_and(|h| !mood.open_to(army.at, h));
    if relief * 100 > own * (LEAVE_ODDS - shift) || over {
        return go_home(view, army);
    }
    let walls = view.scouted_defence(army.at)?;
    // Only who is told to goes up: armies that are about what a council ordered stay in the ring.
    let storm = view.storm_weight_of(army.at, |a| {
        a.task == Task::Assault || !mood.ordered.contains(&a.id)
    });
    if army.task != Task::Assault && storm * 100 > walls * (STORM_ODDS + shift) {
        return Some(Order::Assault {
            army: army.id,
            place: army.at,
        });
    }
    None
}

/// The seat first, then towns that can be relieved, then the river.
pub(super) fn defend(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> Option<OrderNow> {
    let atlas = &view.book().atlas;
    let seat = view.realm().seat;
    if mood.pressed() && atlas.km(army.at, seat) <= CALL_KM && army.at != seat {
        // An army that holds a river between the enemy and the seat stays.
        let holds_river = atlas.neighbours[army.at.index()].iter().any(|(r, p)| {
            view.river(*r) == River::Yellow
                && view.south_of_river(*p) != view.south_of_river(army.at)
        }) && view.south_of_river(army.at)
            && view.siege(seat).is_none();
        if holds_river {
            return (!matches!(army.task, Task::Hold | Task::Waylay))
                .then_some(Order::Hold { army: army.id });
        }
        if holds_border(view, mood, army) {
            return None;
        }
        // Those who can break the ring go at it together; the rest go in.
        let relief = mood.relief.get_or_init(|| relief::plan(view, mood));
        let strikes = relief
            .as_ref()
            .filter(|r| r.place == seat && r.strikes.contains(&army.id));
        if let Some(relief) = strikes {
            return relief.order(view, mood, army);
        }
        return (army.goal != seat).then_some(Order::March {
            army: army.id,
            to: seat,
        });
    }
    mood.relief
        .get_or_init(|| relief::plan(view, mood))
        .as_ref()
        .and_then(|relief| relief.order(view, mood, army))
}

/// How near the enemy must stand to a walled town for an army in it to stay there when the seat calls, with how many men, and behind what walls.
const BORDER_KM: u32 = 110;
const BORDER_MEN: u32 = 3_000;
const BORDER_WALLS: i32 = 2;

/// Whether an army stands in a walled town of its own side with the enemy before it. It stays: whoever leaves opens the border. Once the seat is besieged every
/// other one goes.
pub(super) fn holds_border(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy) -> bool {
    let seat = view.realm().seat;
    let called = view.siege(seat).is_some() && army.id.0.is_multiple_of(2);
    army.at != seat
        && army.next.is_none()
        && !called
        && view.book().atlas.places[army.at.index()].walls >= BORDER_WALLS
        && view.holder(army.at).is_some_and(|h| view.allied(h))
        && mood.seen().men_near(army.at, BORDER_KM) >= BORDER_MEN
}
