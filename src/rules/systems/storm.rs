//! Phase 6, at the walls: what a defence and a storm weigh, and what comes of trying.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How, Stat, Store, Task, Why};
use crate::rules::formulas::battle::Toll;
use crate::rules::formulas::powder::Use;
use crate::rules::formulas::{season, siege};
use crate::rules::state::Game;
use crate::rules::state::components::Powder;
use crate::rules::systems::siege::{capital, captain_trait, level};
use crate::rules::systems::{fall, ground, losses, workshop};
use crate::scenario::language::BattleKind;

/// How far fortune swings a storm, permille either way.
const FORTUNE: u32 = 220;

/// The weight of a place's defence now.
#[must_use]
pub fn defence(game: &Game, place: PlaceId) -> i64 {
    let town = game.town(place);
    let mut men = i64::from(town.garrison);
    let mut quality = men * i64::from(town.quality);
    let mut morale = men * i64::from(town.morale);
    let mut store = town.powder;
    for (_, force, field) in game.standing_at(place) {
        if game.is_inside(force, field) {
            men += i64::from(force.men);
            quality += i64::from(force.men) * i64::from(force.quality);
            morale += i64::from(force.men) * i64::from(force.morale);
            store = store.with(force.powder);
        }
    }
    let mean = |sum: i64| i32::try_from(sum / men.max(1)).unwrap_or(0);
    let men_within = u32::try_from(men).unwrap_or(u32::MAX);
    let need = siege::walls_need(level(game, place), capital(game, place));
    let on_walls = men_within.min(need);
    siege::defence(siege::Wall {
        men: men_within,
        need,
        quality: mean(quality),
        morale: mean(morale),
        walls: town.walls,
        captain: captain_trait(game, place, |p| p.command.max(p.administration * 2 / 3)),
        cold: season::cold(game.month()),
        gate_open: game.siege(place).is_some_and(|s| s.gate_open),
        powder: store.adds(on_walls, Use::Defence),
    })
}

/// Where the defenders of a place have their powder.
fn stores_within(game: &Game, place: PlaceId) -> Vec<Store> {
    let mut stores = vec![Store::Town(place)];
    for (id, force, field) in game.standing_at(place) {
        if force.powder.loads > 0 && game.is_inside(force, field) {
            stores.push(Store::Army(id));
        }
    }
    stores
}

/// The weight of a storm by these armies.
#[must_use]
pub fn attack(game: &Game, place: PlaceId, armies: &[ArmyId]) -> i64 {
    attack_on(game, place, armies, game.defenders(place))
}

/// The same, if so many men are within.
#[must_use]
pub fn attack_on(game: &Game, place: PlaceId, armies: &[ArmyId], within: u32) -> i64 {
    let men: u32 = armies.iter().map(|a| game.force(*a).men).sum();
    let mean = |of: &dyn Fn(ArmyId) -> i32| {
        let sum: i64 = armies
            .iter()
            .map(|a| i64::from(game.force(*a).men) * i64::from(of(*a)))
            .sum();
        i32::try_from(sum / i64::from(men.max(1))).unwrap_or(0)
    };
    let store = armies
        .iter()
        .fold(Powder::default(), |all, a| all.with(game.force(*a).powder));
    // Water that nobody shoots across is crossed on planks.
    let need = siege::walls_need(level(game, place), capital(game, place));
    let covered = || within * 2 >= need;
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
        moat: ground::moat(game, place) && covered(),
        powder: store.adds(men, Use::Storm),
    })
}

/// Storms a place. Returns whether it fell.
pub fn run(game: &mut Game, place: PlaceId, by: CourtId, stormers: &[ArmyId]) -> bool {
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
    let mut used = stores_within(game, place);
    used.extend(stormers.iter().map(|army| Store::Army(*army)));
    workshop::spend(game, &used);
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
        fall::take(game, place, by, How::Storm);
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
