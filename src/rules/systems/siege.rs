//! Phase 6, at the walls: rings are drawn and loosened, works come on, towns starve, gates are opened, storms are tried.

use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How, MenAccount, Stat, Task, Why};
use crate::rules::formulas::battle::Toll;
use crate::rules::formulas::{court as court_rules, season, siege};
use crate::rules::state::Game;
use crate::rules::systems::losses;
use crate::scenario::language::BattleKind;
use crate::scenario::model::PlaceKind;

/// A town with fewer defenders than this opens its gates to an army that comes for it.
const EMPTY_TOWN: u32 = 300;
/// Defenders within need not fear a ring when they outnumber it so far (percent): it is drawn back to its camps.
const LOOSE_PERCENT: u64 = 150;
/// How far fortune swings a storm, permille either way.
const FORTUNE: u32 = 220;

/// Every place, in order.
pub fn run(game: &mut Game) {
    let mut threatened: Vec<PlaceId> = game
        .standing()
        .filter(|(_, force, field)| {
            field.next.is_none()
                && field.goal == field.at
                && game.holder(field.at).is_some_and(|h| h != force.court)
        })
        .map(|(_, _, field)| field.at)
        .collect();
    threatened.extend(game.besieged());
    threatened.sort_unstable();
    threatened.dedup();
    for place in threatened {
        at(game, place);
    }
    // What is at peace is looked after by the month.
    if game.day().ymd().2 == 1 {
        for place in game.places() {
            if game.siege(place).is_none() {
                recover(game, place);
            }
        }
    }
}

fn capital(game: &Game, place: PlaceId) -> bool {
    game.book.atlas.places[place.index()].kind == PlaceKind::Capital
}

fn level(game: &Game, place: PlaceId) -> i32 {
    game.book.atlas.places[place.index()].walls
}

/// Armies that lie before a place to take or watch it.
fn besiegers(game: &Game, place: PlaceId) -> Vec<ArmyId> {
    let Some(holder) = game.holder(place) else {
        return Vec::new();
    };
    game.standing()
        .filter(|(_, force, field)| {
            field.at == place
                && field.next.is_none()
                && field.goal == place
                && !force.afloat()
                && !game.allied(force.court, holder)
                && (game.at_war(force.court, holder)
                    || game.ceded(place).is_some_and(|c| c.to == force.court))
                && matches!(
                    field.task,
                    Task::Besiege
                        | Task::Mask
                        | Task::Assault
                        | Task::March
                        | Task::Withdraw
                        | Task::Hold
                )
        })
        .map(|(id, _, _)| id)
        .collect()
}

fn at(game: &mut Game, place: PlaceId) {
    let before = besiegers(game, place);
    let Some(&first) = before.first() else {
        if game.siege(place).is_some() {
            game.emit(Event::SiegeLifted { place });
        }
        return;
    };
    let by = game.force(first).court;
    let men: u32 = before.iter().map(|a| game.force(*a).men).sum();
    let within = game.defenders(place);
    if within < EMPTY_TOWN {
        take(game, place, by, How::Abandoned);
        return;
    }
    let ring = before.iter().any(|a| {
        game.field(*a)
            .is_some_and(|f| matches!(f.task, Task::Besiege | Task::Assault))
    });
    let need = siege::ring_need(level(game, place), capital(game, place));
    let close = ring
        && men >= need
        && u64::from(within) * 100
            < u64::from(men) * LOOSE_PERCENT
                + u64::from(siege::walls_need(level(game, place), capital(game, place))) * 100;
    match game.siege(place).copied() {
        None => game.emit(Event::SiegeLaid { place, by, close }),
        Some(siege) if siege.by != by => {
            game.emit(Event::SiegeLifted { place });
            game.emit(Event::SiegeLaid { place, by, close });
        }
        Some(siege) if siege.close != close => game.emit(Event::RingChanged { place, close }),
        Some(_) => {}
    }
    if treachery(game, place, by) {
        return;
    }
    if close {
        wear(game, place, within);
    }
    if ring {
        works(game, place, &before, men);
    }
    let stormers: Vec<ArmyId> = before
        .iter()
        .copied()
        .filter(|a| game.field(*a).is_some_and(|f| f.task == Task::Assault))
        .collect();
    if !stormers.is_empty() && storm(game, place, by, &stormers) {
        return;
    }
    starved(game, place, by);
}

/// What an open town's stores and morale come back to in a month.
fn recover(game: &mut Game, place: PlaceId) {
    let town = game.town(place);
    let base = game.book.places[place.index()].stores_xun * 10;
    let (stores, morale, garrison) = (town.stores, town.morale, town.garrison);
    if stores < base {
        game.emit(Event::Stat {
            stat: Stat::Stores(place),
            by: 9.min(base - stores),
            why: Why::Time,
        });
    }
    let rest = game.book.places[place.index()].morale.min(60);
    if morale != rest && garrison > 0 {
        game.emit(Event::Stat {
            stat: Stat::Morale(place),
            by: (rest - morale).clamp(-6, 6),
            why: Why::Time,
        });
    }
}

fn captain_trait(
    game: &Game,
    place: PlaceId,
    of: impl Fn(&crate::scenario::model::Person) -> i32,
) -> Option<i32> {
    let person = captain(game, place)?;
    Some(of(&game.book.people[person.index()]))
}

/// Who answers for a place's walls: its captain if he is free, else the commander of the largest army inside.
#[must_use]
pub fn captain(game: &Game, place: PlaceId) -> Option<PersonId> {
    let town = game.town(place);
    if let Some(person) = town.captain
        && game.is_free(person)
        && game.figure(person).court == town.holder
    {
        return Some(person);
    }
    game.standing()
        .filter(|(_, force, field)| field.at == place && game.is_inside(force, field))
        .max_by_key(|(id, force, _)| (force.men, std::cmp::Reverse(*id)))
        .and_then(|(_, force, _)| force.commander)
}

fn wear(game: &mut Game, place: PlaceId, within: u32) {
    let stores = game.town(place).stores;
    // Men beyond the garrison the stores were laid in for eat them faster.
    let mouths = game.book.places[place.index()].garrison.max(3_000);
    let eat = (10 * within / mouths).clamp(8, 16);
    let eat = i32::try_from(eat).unwrap_or(10).min(stores);
    if eat > 0 {
        game.emit(Event::Stat {
            stat: Stat::Stores(place),
            by: -eat,
            why: Why::Siege,
        });
    }
    let cold = season::cold(game.day().month());
    let valour = captain_trait(game, place, |p| p.valour);
    let by = siege::wear(stores - eat, cold, valour, game.town(place).quality);
    let why = if stores - eat <= 0 {
        Why::Hunger
    } else if cold > 40 {
        Why::Cold
    } else {
        Why::Siege
    };
    game.emit(Event::Stat {
        stat: Stat::Morale(place),
        by,
        why,
    });
    if stores - eat <= 0 {
        losses::garrison(game, place, siege::HUNGER_DEAD_PERCENT);
        for army in game.standing_ids() {
            if game.field(army).is_some_and(|f| f.at == place) && game.is_inside_id(army) {
                losses::army(
                    game,
                    army,
                    Toll {
                        dead: siege::HUNGER_DEAD_PERCENT,
                        scattered: 0,
                        morale: -9,
                    },
                    Why::Hunger,
                );
            }
        }
    }
}

fn works(game: &mut Game, place: PlaceId, before: &[ArmyId], men: u32) {
    let engines = before
        .iter()
        .map(|a| game.force(*a).engines)
        .max()
        .unwrap_or(0);
    let skill = captain_trait(game, place, |p| p.command);
    let gain = siege::works_gain(engines, men, skill, game.town(place).walls);
    game.emit(Event::Stat {
        stat: Stat::Works(place),
        by: gain,
        why: Why::Siege,
    });
}

/// The weight of a place's defence now.
#[must_use]
pub fn defence(game: &Game, place: PlaceId) -> i64 {
    let town = game.town(place);
    let mut men = i64::from(town.garrison);
    let mut quality = men * i64::from(town.quality);
    let mut morale = men * i64::from(town.morale);
    for (_, force, field) in game.standing() {
        if field.at == place && game.is_inside(force, field) {
            men += i64::from(force.men);
            quality += i64::from(force.men) * i64::from(force.quality);
            morale += i64::from(force.men) * i64::from(force.morale);
        }
    }
    let mean = |sum: i64| i32::try_from(sum / men.max(1)).unwrap_or(0);
    siege::defence(siege::Wall {
        men: u32::try_from(men).unwrap_or(u32::MAX),
        need: siege::walls_need(level(game, place), capital(game, place)),
        quality: mean(quality),
        morale: mean(morale),
        walls: town.walls,
        captain: captain_trait(game, place, |p| p.command.max(p.administration * 2 / 3)),
        cold: season::cold(game.day().month()),
        gate_open: game.siege(place).is_some_and(|s| s.gate_open),
    })
}

/// The weight of a storm by these armies.
#[must_use]
pub fn attack(game: &Game, place: PlaceId, armies: &[ArmyId]) -> i64 {
    let men: u32 = armies.iter().map(|a| game.force(*a).men).sum();
    let mean = |of: &dyn Fn(ArmyId) -> i32| {
        let sum: i64 = armies
            .iter()
            .map(|a| i64::from(game.force(*a).men) * i64::from(of(*a)))
            .sum();
        i32::try_from(sum / i64::from(men.max(1))).unwrap_or(0)
    };
    siege::storm(siege::Storm {
        men,
        quality: mean(&|a| game.force(a).quality),
        morale: mean(&|a| game.force(a).morale),
        command: armies
            .iter()
            .filter_map(|a| game.force(*a).commander)
            .map(|p| game.book.people[p.index()].command)
            .max()
            .unwrap_or(3),
        engines: armies
            .iter()
            .map(|a| game.force(*a).engines)
            .max()
            .unwrap_or(0),
        works: game.siege(place).map_or(0, |s| s.works),
    })
}

fn storm(game: &mut Game, place: PlaceId, by: CourtId, stormers: &[ArmyId]) -> bool {
    let Some(holder) = game.holder(place) else {
        return false;
    };
    let turn = game.turn();
    let swing = |game: &Game, court: CourtId, w: i64| {
        w * i64::try_from(game.luck.swing(
            turn,
            Purpose::Assault,
            u32::from(place.0),
            u32::from(court.0),
            FORTUNE,
        ))
        .unwrap_or(1000)
            / 1000
    };
    let a = swing(game, by, attack(game, place, stormers)).max(1);
    let d = swing(game, holder, defence(game, place)).max(1);
    let won = a > d;
    let attackers = stormers.iter().map(|x| game.force(*x).men).sum();
    let defenders = game.defenders(place);
    game.emit(Event::Fought {
        kind: BattleKind::Assault,
        place,
        attacker: by,
        defender: holder,
        attackers,
        defenders,
        won,
    });
    if won {
        for army in stormers {
            losses::army(
                game,
                *army,
                Toll {
                    dead: 3,
                    scattered: 0,
                    morale: 5,
                },
                Why::Victory,
            );
        }
        take(game, place, by, How::Storm);
        return true;
    }
    let dead = siege::repulse_percent(a * 100 / d);
    for army in stormers {
        losses::army(
            game,
            *army,
            Toll {
                dead,
                scattered: 0,
                morale: -6,
            },
            Why::Defeat,
        );
        if game.field(*army).is_some() {
            // A beaten storm goes back to the ring; the order to try again is the court's.
            game.emit(Event::Tasked {
                army: *army,
                task: Task::Besiege,
                goal: place,
            });
        }
    }
    losses::garrison(game, place, 2);
    game.emit(Event::Stat {
        stat: Stat::Morale(place),
        by: 4,
        why: Why::Victory,
    });
    game.emit(Event::Stat {
        stat: Stat::Works(place),
        by: -8,
        why: Why::Defeat,
    });
    false
}

fn treachery(game: &mut Game, place: PlaceId, by: CourtId) -> bool {
    let town = game.town(place);
    let loyalty = captain(game, place).map(|p| game.figure(p).loyalty);
    let chance = siege::treachery_chance(loyalty, town.morale, town.stores);
    if !game.luck.permille(
        game.turn(),
        Purpose::Treachery,
        u32::from(place.0),
        0,
        chance,
    ) {
        return false;
    }
    if let Some(person) = captain(game, place)
        && game.figure(person).loyalty < 45
    {
        game.emit(Event::WentOver { person, to: by });
        if let Some(army) = game.command_of(person) {
            game.emit(Event::ArmyWentOver { army, to: by });
        }
    }
    take(game, place, by, How::Treachery);
    true
}

fn starved(game: &mut Game, place: PlaceId, by: CourtId) {
    let town = game.town(place);
    if game.siege(place).is_some_and(|s| s.close)
        && (town.morale <= 3 || (town.stores <= 0 && town.garrison < EMPTY_TOWN))
    {
        take(game, place, by, How::Hunger);
    }
}

/// What becomes of a garrison when its town falls: dead, scattered; the rest are prisoners, or let go.
const STORM_DEAD: u32 = 40;
const STORM_SCATTERED: u32 = 30;
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
    let seat = game.realm(from).stands && game.realm(from).seat == place;
    let (dead, scattered) = match how {
        How::Storm | How::Hunger => (
            garrison * STORM_DEAD / 100,
            garrison * STORM_SCATTERED / 100,
        ),
        _ => (0, garrison * 70 / 100),
    };
    let prisoners = garrison - dead - scattered;
    for (to, men) in [
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
        .standing()
        .filter(|(_, force, field)| {
            field.at == place && game.is_inside(force, field) && !game.allied(force.court, by)
        })
        .map(|(id, _, _)| id)
        .collect();
    game.emit(Event::Fell {
        place,
        from: Some(from),
        to: by,
        how,
    });
    for army in inside {
        if matches!(how, How::Storm | How::Hunger | How::Treachery) {
            losses::army(game, army, STORM_ARMY, Why::Defeat);
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
        losses::fall_or_taken(game, person, by);
    }
    // Whoever served there by command of the town is in the conqueror's hands with it; the court itself is shut in, not taken.
    garrison_from(game, place, by);
    let cost = court_rules::town_lost(level(game, place), seat);
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(from),
        by: cost,
        why: Why::TownLost,
    });
    let country = game.country(place);
    let resents = country
        .native
        .is_some_and(|n| n != by && !game.allied(n, by));
    if resents {
        let by = if how == How::Storm { 25 } else { 12 };
        game.emit(Event::Stat {
            stat: Stat::Unrest(place),
            by,
            why: Why::Occupation,
        });
    } else if country.unrest > 0 {
        let down = -country.unrest.min(30);
        game.emit(Event::Stat {
            stat: Stat::Unrest(place),
            by: down,
            why: Why::TownWon,
        });
    }
}

/// Men a victor leaves in a town he takes: few, out of the largest army there.
fn garrison_from(game: &mut Game, place: PlaceId, by: CourtId) {
    let largest = game
        .standing()
        .filter(|(_, force, field)| field.at == place && field.next.is_none() && force.court == by)
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

impl Game {
    /// Whether an army stands inside the walls of a town of its own side.
    #[must_use]
    pub fn is_inside_id(&self, army: ArmyId) -> bool {
        self.field(army)
            .is_some_and(|field| self.is_inside(self.force(army), field))
    }
}
