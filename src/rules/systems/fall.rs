//! A place changes hands by force, hunger, treachery or on terms: what becomes of those within, and what it costs a court.

use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::events::{Event, How, MenAccount, Stat, Task, Why};
use crate::rules::formulas::battle::Toll;
use crate::rules::formulas::{court as court_rules, despair};
use crate::rules::state::Game;
use crate::rules::state::components::Field;
use crate::rules::systems::siege::{capital, level};
use crate::rules::systems::{losses, march, officials, workshop};

/// What becomes of a garrison when its town is stormed or starved, in a hundred: dead, and of those who are led by a man that asks for no terms; the rest of seventy are
/// scattered, and what is left are prisoners. At Taiyuan eight or nine in ten of the people are said to have died with Wang Bing.
const STORM_DEAD: u32 = 40;
const LAST_DEAD: u32 = 60;
/// What an army loses of its heart that marches out on terms.
const TERMS_SPIRIT: i32 = -20;
/// What becomes of armies inside: some break out.
const STORM_ARMY: Toll = Toll {
    dead: 12,
    scattered: 45,
    morale: -30,
};

/// A place changes hands by force, hunger or treachery.
pub fn take(game: &mut Game, place: PlaceId, by: CourtId, how: How) {
    let Some(from) = game.holder(place) else {
        return;
    };
    let garrison = game.town(place).garrison;
    let captain = game.town(place).captain;
    // Who holds to the last takes his men with him.
    let bold = |person: PersonId| game.book.people[person.index()].valour >= despair::LAST_MAN;
    let last_stand = captain.is_some_and(|p| game.is_free(p) && bold(p));
    let seat = game.realm(from).stands && game.realm(from).seat == place;
    let (dead, scattered) = match how {
        How::Storm | How::Hunger => {
            let dead = if last_stand { LAST_DEAD } else { STORM_DEAD };
            (garrison * dead / 100, garrison * (70 - dead) / 100)
        }
        How::Terms => (0, 0),
        _ => (0, garrison * 70 / 100),
    };
    let home = if how == How::Terms { garrison } else { 0 };
    let prisoners = garrison - dead - scattered - home;
    for (to, men) in [
        (MenAccount::Home, home),
        (MenAccount::Dead(from), dead),
        (MenAccount::Scattered(from), scattered),
        (MenAccount::Prisoners(by), prisoners),
    ] {
        if men > 0 {
            game.emit(Event::Men {
                from: MenAccount::Garrison(place),
                to,
                men,
            });
        }
    }
    let inside: Vec<ArmyId> = game
        .standing_at(place)
        .filter(|(_, force, field)| game.is_inside(force, field) && !game.allied(force.court, by))
        .map(|(id, _, _)| id)
        .collect();
    game.emit(Event::Fell {
        place,
        from: Some(from),
        to: by,
        how,
    });
    stand_down(game, place, by);
    too_late(game, place, by);
    for army in inside {
        if matches!(how, How::Storm | How::Hunger | How::Treachery) {
            losses::army(game, army, STORM_ARMY, Why::Defeat);
        } else if how == How::Terms {
            game.emit(Event::Stat {
                stat: Stat::Spirit(army),
                by: TERMS_SPIRIT,
                why: Why::Defeat,
            });
        }
        if game.field(army).is_some() {
            losses::retreat(game, army);
        }
    }
    if let Some(person) = captain
        && game.figure(person).court == Some(from)
        && game.is_free(person)
        && matches!(how, How::Storm | How::Hunger)
        && !seat
    {
        if last_stand {
            game.emit(Event::Died {
                person,
                in_battle: true,
            });
        } else {
            losses::fall_or_taken(game, person, by);
        }
    }
    officials::town_fell(game, place, from, captain, (by, how));
    workshop::taken(game, place, by);
    // Whoever served there by command of the town is in the conqueror's hands with it; the court itself is shut in, not taken.
    garrison_from(game, place, by);
    let great = capital(game, place) && game.country(place).native == Some(from);
    let cost = court_rules::town_lost(level(game, place), seat, great);
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(from),
        by: cost,
        why: Why::TownLost,
    });
    let native = game.country(place).native;
    let name = court_rules::capital_taken(seat, great);
    if name > 0 && how.by_force() && !band(game, by) {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(by),
            by: name,
            why: Why::TownWon,
        });
    }
    let resents = native.is_some_and(|n| n != by && !game.allied(n, by));
    if resents {
        let by = if how == How::Storm { 25 } else { 12 };
        game.emit(Event::Stat {
            stat: Stat::Unrest(place),
            by,
            why: Why::Occupation,
        });
    } else {
        if native == Some(by) && how != How::Ceded {
            let gain = court_rules::town_won_back(level(game, place), capital(game, place));
            game.emit(Event::Stat {
                stat: Stat::Legitimacy(by),
                by: gain,
                why: Why::TownWon,
            });
        }
        let unrest = game.country(place).unrest;
        if unrest == 0 {
            return;
        }
        let down = -unrest.min(30);
        game.emit(Event::Stat {
            stat: Stat::Unrest(place),
            by: down,
            why: Why::TownWon,
        });
    }
}

fn band(game: &Game, court: CourtId) -> bool {
    game.book.courts[court.index()].band
}

/// Whoever lay before the town for the victor has done what he was told to, and waits for orders in it.
fn stand_down(game: &mut Game, place: PlaceId, by: CourtId) {
    let done: Vec<ArmyId> = game
        .standing_at(place)
        .filter(|(_, force, field)| {
            game.allied(force.court, by)
                && (march::is_done(game, force, field) || camps(field, place))
        })
        .map(|(id, ..)| id)
        .collect();
    for army in done {
        game.emit(Event::Tasked {
            army,
            task: Task::Hold,
            goal: place,
        });
    }
}

/// Whether an army had marched to a place that was not its own, and encamped before it.
fn camps(field: &Field, place: PlaceId) -> bool {
    matches!(field.task, Task::March | Task::Withdraw)
        && field.next.is_none()
        && field.goal == place
}

/// Whoever was to relieve the town, and has not come, halts: what he was sent for is gone.
fn too_late(game: &mut Game, place: PlaceId, by: CourtId) {
    let sent: Vec<(ArmyId, PlaceId)> = game
        .courts()
        .filter(|court| !game.allied(*court, by))
        .flat_map(|court| game.ranks(court))
        .filter(|(_, _, field)| {
            field.task == Task::Relieve && field.goal == place && field.at != place
        })
        .map(|(id, _, field)| (id, field.at))
        .collect();
    for (army, at) in sent {
        game.emit(Event::Tasked {
            army,
            task: Task::Hold,
            goal: at,
        });
        game.emit(Event::TooLate { army, at, place });
    }
}

/// Men a victor leaves in a town he takes: few, out of the largest army there.
fn garrison_from(game: &mut Game, place: PlaceId, by: CourtId) {
    let largest = game
        .standing_at(place)
        .filter(|(_, force, field)| field.next.is_none() && force.court == by)
        .max_by_key(|(id, force, _)| (force.men, std::cmp::Reverse(*id)))
        .map(|(id, force, _)| (id, force.men));
    if let Some((army, men)) = largest {
        let want: u32 = match level(game, place) {
            5 => 2_500,
            4 => 1_500,
            3 => 800,
            _ => 400,
        };
        let men = want.min(men / 20);
        if men > 0 {
            let quality = game.force(army).quality - game.town(place).quality;
            game.emit(Event::Stat {
                stat: Stat::Quality(place),
                by: quality,
                why: Why::Order,
            });
            game.emit(Event::Stat {
                stat: Stat::Morale(place),
                by: 60 - game.town(place).morale,
                why: Why::TownWon,
            });
            game.emit(Event::Men {
                from: MenAccount::Army(army),
                to: MenAccount::Garrison(place),
                men,
            });
        }
    }
}
