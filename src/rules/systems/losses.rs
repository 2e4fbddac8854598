//! Losses and retreats, shared by every kind of fighting.

use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, MenAccount, Stat, Task, Why};
use crate::rules::formulas::battle::Toll;
use crate::rules::state::Game;

/// Fewer men than this are no army: they scatter.
pub const FEWEST: u32 = 800;

/// Takes an army's toll: dead, scattered, morale.
pub fn army(game: &mut Game, army: ArmyId, toll: Toll, why: Why) {
    let (men, court) = (game.force(army).men, game.force(army).court);
    let dead = men * toll.dead / 100;
    let gone = (men * toll.scattered / 100).min(men - dead);
    if dead > 0 {
        game.emit(Event::Men {
            from: MenAccount::Army(army),
            to: MenAccount::Dead(court),
            men: dead,
        });
    }
    if gone > 0 {
        game.emit(Event::Men {
            from: MenAccount::Army(army),
            to: MenAccount::Scattered(court),
            men: gone,
        });
    }
    if toll.morale != 0 {
        game.emit(Event::Stat {
            stat: Stat::Spirit(army),
            by: toll.morale,
            why,
        });
    }
    if game.force(army).men < FEWEST {
        scatter(game, army);
    }
}

/// An army is no more; what is left of it goes to the hills.
pub fn scatter(game: &mut Game, army: ArmyId) {
    let (men, court) = (game.force(army).men, game.force(army).court);
    if men > 0 {
        game.emit(Event::Men {
            from: MenAccount::Army(army),
            to: MenAccount::Scattered(court),
            men,
        });
    }
    game.emit(Event::Gone {
        army,
        scattered: true,
    });
}

/// Takes a garrison's toll.
pub fn garrison(game: &mut Game, place: PlaceId, dead_percent: u32) {
    let men = game.town(place).garrison * dead_percent / 100;
    if let (Some(court), true) = (game.holder(place), men > 0) {
        game.emit(Event::Men {
            from: MenAccount::Garrison(place),
            to: MenAccount::Dead(court),
            men,
        });
    }
}

/// A beaten army does not stop within three marches of the victor, unless there is nowhere else.
const CLEAR_KM: u32 = 90;

/// The nearest open town of one's own to fall back on, clear of the victor.
#[must_use]
pub fn refuge(game: &Game, court: CourtId, from: PlaceId) -> Option<PlaceId> {
    refuge_beyond(game, court, from, CLEAR_KM).or_else(|| refuge_beyond(game, court, from, 1))
}

/// As far as no road leads.
const NO_ROAD: u32 = u16::MAX as u32;

fn refuge_beyond(game: &Game, court: CourtId, from: PlaceId, least_km: u32) -> Option<PlaceId> {
    let mut nearest = (NO_ROAD, None);
    for friend in game.courts().filter(|friend| game.allied(*friend, court)) {
        for &place in game.held(friend) {
            let km = game.book.atlas.km(from, place);
            let nearer = km < nearest.0 || km == nearest.0 && Some(place) < nearest.1;
            if km >= least_km && nearer && game.siege(place).is_none() {
                nearest = (km, Some(place));
            }
        }
    }
    nearest.1
}

/// One step of the way back; the rest is a withdrawal.
fn fall_back(game: &mut Game, army: ArmyId, step: PlaceId, goal: PlaceId) {
    game.emit(Event::Reached { army, place: step });
    game.emit(Event::Tasked {
        army,
        task: if step == goal {
            Task::Hold
        } else {
            Task::Withdraw
        },
        goal,
    });
}

/// A beaten army goes a stage back towards the nearest open town of its own, and rests there.
pub fn retreat(game: &mut Game, army: ArmyId) {
    let Some(at) = game.field(army).map(|f| f.at) else {
        return;
    };
    let court = game.force(army).court;
    if game.force(army).afloat() {
        if let Some((step, goal)) = super::fleet::refuge(game, court, at) {
            fall_back(game, army, step, goal);
            return;
        }
        // No way by water: the boats are given up.
        let ships = game.force(army).ships;
        game.emit(Event::ShipsLost {
            army,
            boats: ships.boats,
            wheels: ships.wheels,
            burnt: true,
        });
    }
    match refuge(game, court, at) {
        Some(goal) => {
            let step = game.book.atlas.next(at, goal);
            fall_back(game, army, step, goal);
        }
        None => scatter(game, army),
    }
}

/// Whether a commander of a beaten army is killed, or taken; his valour and the rout decide.
pub fn commander_fate(game: &mut Game, army: ArmyId, victor: CourtId, chance: u32) {
    let Some(person) = game.force(army).commander else {
        return;
    };
    let key = u32::from(person.0);
    if game
        .luck
        .permille(game.turn(), Purpose::CommanderFate, key, 1, chance)
    {
        fall_or_taken(game, person, victor);
    }
}

/// Two in three who do not come back are dead.
pub fn fall_or_taken(game: &mut Game, person: PersonId, victor: CourtId) {
    if game.luck.permille(
        game.turn(),
        Purpose::CommanderFate,
        u32::from(person.0),
        2,
        667,
    ) {
        game.emit(Event::Died {
            person,
            in_battle: true,
        });
    } else {
        game.emit(Event::Taken {
            person,
            by: victor,
            surrendered: false,
        });
    }
}
