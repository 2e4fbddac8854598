//! What a plausible court does for a town of its own under siege: its armies come up, wait for one another, and go in together or not at all.

use super::{Mood, RELIEF_KM};
use crate::base::ids::{ArmyId, PlaceId};
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::battle::{DIVIDED_PERCENT, Ground, Meeting, Weight, weight};
use crate::view::{KnownArmy, OwnArmy, View};

/// How far armies may be that come to a field together within a xun, km.
const TOGETHER_KM: u32 = 140;
/// How near to a besieged place the enemy's armies count.
const RING_KM: u32 = 60;
/// A town with an enemy so near is no place to wait in, km.
const CLEAR_KM: u32 = 40;
/// Odds (percent) at which a court fights a besieger whose ring is loose: who can still go in behind the walls does better there than in the field. And at which it
/// goes to a town that is closed in: worse than even, for it is the town that is at stake and not the day.
const FIGHT_ODDS: i64 = 110;
/// And at which it falls upon one who goes about in its country and has closed nothing in.
const CHASE_ODDS: i64 = 150;
const RELIEF_ODDS: i64 = 85;
/// A town that starves cannot wait for better odds: so many points of a hundred fewer for each xun of the siege, to the least. Three times in the summer of 1126
/// Song sent to Taiyuan what it had.
const URGENT: i64 = 8;
const LEAST_ODDS: i64 = 50;
/// Morale and skill of another court's army as far as one can guess.
const SPIRIT: i32 = 65;
const SKILL: i32 = 5;
/// An army that is hungrier, or in worse heart, is not counted on.
const LEAST_FOOD: i32 = 3;
const LEAST_MORALE: i32 = 25;
/// An army walks no further than so many stages to where the others are.
const STAGES: usize = 24;

/// What a court means to do about a town of its own that is besieged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relief {
    /// The town.
    pub place: PlaceId,
    /// The armies that go in together now; none while they are not enough.
    pub strikes: Vec<ArmyId>,
    /// Those that come up to where the others wait, where all together would be enough.
    pub comes: Vec<ArmyId>,
}

impl Relief {
    /// What it asks of an army.
    pub(super) fn order(
        &self,
        view: &View<'_>,
        mood: &Mood<'_>,
        army: OwnArmy,
    ) -> Option<OrderNow> {
        let place = self.place;
        if self.strikes.contains(&army.id) {
            return (army.task != Task::Relieve || army.goal != place).then_some(Order::Relieve {
                army: army.id,
                place,
            });
        }
        if self.comes.contains(&army.id) {
            let to = halt(view, mood, army, place);
            return (to != army.at && army.goal != to)
                .then_some(Order::March { army: army.id, to });
        }
        None
    }
}

/// The relief that a court plans: of its seat first, else of the first town for which it has the men.
///
/// One by one the columns that went to Taiyuan in the summer of 1126 were beaten, and the council of February had done better to wait until all had come. A court
/// can attend only to so much in a xun, too: whoever is not told to go does not go.
pub(super) fn plan(view: &View<'_>, mood: &Mood<'_>) -> Option<Relief> {
    let seat = view.realm().seat;
    let mut towns: Vec<PlaceId> = view
        .besieged()
        .iter()
        .copied()
        .filter(|p| {
            view.holder(*p).is_some_and(|h| view.allied(h))
                && view.siege(*p).is_some_and(|s| mood.foe(s.by))
        })
        .collect();
    towns.sort_by_key(|p| (*p != seat, *p));
    let mut comes = None;
    for place in towns {
        match relief(view, mood, place) {
            Some(relief) if !relief.strikes.is_empty() => return Some(relief),
            Some(relief) => comes = comes.or(Some(relief)),
            None => {}
        }
    }
    comes.or_else(|| {
        let mut raiders = raiders(view, mood).into_iter();
        raiders.find_map(|place| drives_off(view, mood, place))
    })
}

/// Towns of one's own side before which an enemy stands without besieging them, as was seen this xun or the last, the seat and what is near it first.
fn raiders(view: &View<'_>, mood: &Mood<'_>) -> Vec<PlaceId> {
    let (seat, km) = (view.realm().seat, &view.book().atlas);
    let mut towns: Vec<PlaceId> = mood
        .seen()
        .near(seat, u32::MAX)
        .filter(|host| {
            host.seen.0 + 1 >= view.turn().0
                && mood.foe(host.court)
                && view.holder(host.place).is_some_and(|h| view.allied(h))
                && view.siege(host.place).is_none()
        })
        .map(|host| host.place)
        .collect();
    towns.sort_by_key(|p| (km.km(seat, *p), *p));
    towns.dedup();
    towns
}

/// The fewest armies, those at hand, that are far stronger than an enemy who goes about in one's own country, and whoever stands near him.
fn drives_off(view: &View<'_>, mood: &Mood<'_>, place: PlaceId) -> Option<Relief> {
    let host = |host| reckoned(view, host);
    let enemy: i64 = mood.seen().near(place, RING_KM).map(host).sum();
    let atlas = &view.book().atlas;
    let mut hosts: Vec<(i64, OwnArmy)> = atlas
        .within(place, TOGETHER_KM)
        .flat_map(|at| view.armies_at(at))
        .filter(|a| free(view, mood, a) && a.next.is_none())
        .map(|a| (view.weight(a.id, true), a))
        .collect();
    hosts.sort_by_key(|(weight, a)| (std::cmp::Reverse(*weight), a.id));
    let captain = hosts.first().and_then(|(_, a)| a.commander);
    let odds = CHASE_ODDS - i64::from(mood.lean) / 2 + mood.temper.odds(view, captain);
    let edicts = usize::try_from(view.realm().edicts).unwrap_or(0);
    let mut sum = 0;
    let mut strikes = Vec::new();
    for (weight, army) in hosts.into_iter().take(edicts) {
        sum += weight;
        strikes.push(army.id);
        if sum * 100 > enemy * odds {
            return Some(Relief {
                place,
                strikes,
                comes: Vec::new(),
            });
        }
    }
    None
}

/// Whether an army can be counted on for this.
fn free(view: &View<'_>, mood: &Mood<'_>, army: &OwnArmy) -> bool {
    view.shut_in(army.id).is_none()
        && !mood.ordered.contains(&army.id)
        && army.ready <= view.turn()
        && army.food > LEAST_FOOD
        && army.morale >= LEAST_MORALE
}

fn relief(view: &View<'_>, mood: &Mood<'_>, place: PlaceId) -> Option<Relief> {
    let siege = view.siege(place)?;
    let ring: i64 = mood
        .seen()
        .near(place, RING_KM)
        .map(|host| reckoned(view, host))
        .sum();
    // A siege of which nothing is heard is still a siege.
    let enemy = ring.max(view.guessed_weight(siege.by, 5_000));
    let lain = i64::from(view.turn().0.saturating_sub(siege.since.0));
    let atlas = &view.book().atlas;
    let mut hosts: Vec<(i64, OwnArmy)> = atlas
        .within(place, RELIEF_KM)
        .flat_map(|at| view.armies_at(at))
        .filter(|a| free(view, mood, a))
        .map(|a| (view.weight(a.id, true), a))
        .collect();
    hosts.sort_by_key(|(weight, a)| (std::cmp::Reverse(*weight), a.id));
    let captain = hosts.first().and_then(|(_, a)| a.commander);
    // A war party fights at worse odds.
    let wanted = if siege.close {
        RELIEF_ODDS - URGENT * lain
    } else {
        FIGHT_ODDS
    };
    let odds = wanted - i64::from(mood.lean) / 2 + mood.temper.odds(view, captain);
    let odds = odds.max(LEAST_ODDS);
    let enough = |hosts: &[&(i64, OwnArmy)]| {
        let sum: i64 = hosts.iter().map(|(weight, _)| weight).sum();
        let sum = if hosts.len() > 1 && view.divided() {
            sum * DIVIDED_PERCENT / 100
        } else {
            sum
        };
        sum * 100 > enemy * odds
    };
    let ready = |a: &OwnArmy| a.next.is_none() && atlas.km(a.at, place) <= TOGETHER_KM;
    let edicts = usize::try_from(view.realm().edicts).unwrap_or(0);
    // Those that are about it already need not be told again.
    let told = |a: &OwnArmy| a.task == Task::Relieve && a.goal == place;
    let mut left = edicts;
    let strikers: Vec<&(i64, OwnArmy)> = hosts
        .iter()
        .filter(|(_, a)| ready(a))
        .filter(|(_, a)| {
            told(a) || {
                let one = left > 0;
                left = left.saturating_sub(1);
                one
            }
        })
        .collect();
    if enough(&strikers) {
        return Some(Relief {
            place,
            strikes: strikers.iter().map(|(_, a)| a.id).collect(),
            comes: Vec::new(),
        });
    }
    let all: Vec<&(i64, OwnArmy)> = hosts.iter().collect();
    enough(&all).then(|| Relief {
        place,
        strikes: Vec::new(),
        comes: hosts
            .iter()
            .filter(|(_, a)| a.next.is_none() && !ready(a))
            .map(|(_, a)| a.id)
            .collect(),
    })
}

/// What an army of another court weighs, as far as one can tell: its men as reported, what they were when they took the field, and the name of who led them.
fn reckoned(view: &View<'_>, host: &KnownArmy) -> i64 {
    let first = &view.book().armies[host.id.index()];
    let (quality, horse) = view.book().courts[host.court.index()].hosts;
    let mean = |n: i64| i32::try_from(n).unwrap_or(0);
    let formed = first.men == 0;
    let command = first
        .commander
        .filter(|who| view.command_of(*who) == Some(host.id))
        .map_or(SKILL, |who| view.book().people[who.index()].command);
    let brought = Weight {
        men: host.men,
        horse_percent: if formed {
            mean(horse)
        } else {
            first.horse_percent
        },
        quality: if formed { mean(quality) } else { first.quality },
        morale: SPIRIT,
        command,
        food: 10,
        dug_in: 0,
        powder: 0,
    };
    weight(brought, Meeting::on(Ground::Plain))
}

/// Where an army that comes up waits for the others: the last town of its own side on its way from which no enemy is near.
fn halt(view: &View<'_>, mood: &Mood<'_>, army: OwnArmy, to: PlaceId) -> PlaceId {
    let atlas = &view.book().atlas;
    let mut at = army.at;
    for _ in 0..STAGES {
        let next = atlas.next(at, to);
        let clear = next != to
            && next != at
            && view.holder(next).is_some_and(|h| view.allied(h))
            && view.siege(next).is_none()
            && mood.seen().men_near(next, CLEAR_KM) == 0;
        if !clear {
            break;
        }
        at = next;
        if atlas.km(at, to) <= TOGETHER_KM {
            break;
        }
    }
    at
}
