//! Phase 6, at the water: rivers and passes that somebody holds are forced, or not.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, Task, Why};
use crate::rules::formulas::battle::{
    CROSSING_BURNT_PERCENT, CROSSING_HELD_PERCENT, Ground, Toll, panic_chance,
};
use crate::rules::state::Game;
use crate::rules::state::muster::Kind;
use crate::rules::systems::battle::{
    fortune, men_of, retreat_all, settle, side_weight, standing_at,
};
use crate::rules::systems::{fleet, losses, march};
use crate::scenario::language::BattleKind;
use crate::scenario::model::River;

/// Rivers and passes that somebody holds.
pub fn run(game: &mut Game) {
    let mut done: Vec<(CourtId, PlaceId, PlaceId)> = Vec::new();
    let held_up = game.all_of(Kind::HeldUp).to_vec();
    for army in held_up {
        let Some(field) = game.field(army).copied() else {
            continue;
        };
        if field.held_up == 0
            || field.next.is_some()
            || field.at == field.goal
            || field.task == Task::Hold
        {
            continue;
        }
        let court = game.force(army).court;
        let target = game.book.atlas.next(field.at, field.goal);
        if done.contains(&(court, field.at, target)) {
            continue;
        }
        if !march::opposed(game, court, field.at, target) {
            continue;
        }
        done.push((court, field.at, target));
        let attackers: Vec<ArmyId> = standing_at(game, court, field.at)
            .into_iter()
            .filter(|a| {
                game.field(*a).is_some_and(|f| {
                    f.held_up > 0
                        && f.task != Task::Hold
                        && f.at != f.goal
                        && game.book.atlas.next(f.at, f.goal) == target
                })
            })
            .collect();
        force_crossing(game, court, field.at, target, &attackers);
    }
}

fn force_crossing(
    game: &mut Game,
    court: CourtId,
    from: PlaceId,
    target: PlaceId,
    attackers: &[ArmyId],
) {
    let enemies = |game: &Game| -> Vec<ArmyId> {
        game.standing_at(target)
            .filter(|(_, force, field)| {
                field.next.is_none() && !force.afloat() && game.at_war(court, force.court)
            })
            .map(|(id, _, _)| id)
            .collect()
    };
    // Raw troops may run before they are touched.
    for army in enemies(game) {
        let force = game.force(army);
        let valour = force
            .commander
            .map_or(3, |p| game.book.people[p.index()].valour);
        let chance = panic_chance(force.quality, force.morale, valour);
        if game.luck.permille(
            game.turn(),
            Purpose::Panic,
            u32::from(army.0),
            u32::from(target.0),
            chance,
        ) {
            game.emit(Event::Panicked { army });
            losses::army(
                game,
                army,
                Toll {
                    dead: 1,
                    scattered: 65,
                    morale: -25,
                },
                Why::Defeat,
            );
            if game.field(army).is_some() {
                losses::retreat(game, army);
            }
        }
    }
    let fleets = if march::over_open_water(game, from, target) {
        fleet::barring(game, court, from, target)
    } else {
        Vec::new()
    };
    if !fleets.is_empty() && !fleet::force_through(game, court, target, attackers, &fleets) {
        halt(game, from, target, attackers);
        return;
    }
    let attackers: Vec<ArmyId> = attackers
        .iter()
        .copied()
        .filter(|a| game.field(*a).is_some())
        .collect();
    let attackers = attackers.as_slice();
    if attackers.is_empty() {
        return;
    }
    let defenders = enemies(game);
    let route = game.book.atlas.route(from, target);
    let river = route.is_some_and(|r| game.river(r) != River::None);
    let ground = if river { Ground::Plain } else { Ground::Hills };
    let garrison = if game.hostile_place(court, target) {
        game.town(target).garrison
    } else {
        0
    };
    let held = if game.town(target).burnt || game.town(from).burnt {
        CROSSING_BURNT_PERCENT
    } else {
        CROSSING_HELD_PERCENT
    };
    let town = game.town(target);
    let garrison_weight =
        i64::from(garrison) * i64::from(town.quality) / 50 * (50 + i64::from(town.morale)) / 100;
    let d = (side_weight(game, &defenders, ground) + garrison_weight) * held / 100;
    let a = side_weight(game, attackers, ground);
    let won = if defenders.is_empty() {
        let holder = game.holder(target);
        let (a, d) = (fortune(game, target, court, a), d);
        let won = a > d;
        if let (Some(holder), true) = (holder, garrison > 0) {
            game.emit(Event::Fought {
                kind: BattleKind::Crossing,
                place: target,
                attacker: court,
                defender: holder,
                attackers: men_of(game, attackers),
                defenders: garrison,
                won,
            });
        }
        if !won {
            for army in attackers {
                losses::army(
                    game,
                    *army,
                    Toll {
                        dead: 4,
                        scattered: 3,
                        morale: -5,
                    },
                    Why::Defeat,
                );
            }
        }
        won
    } else {
        settle(
            game,
            BattleKind::Crossing,
            target,
            attackers,
            &defenders,
            a,
            d,
        )
    };
    if !won {
        halt(game, from, target, attackers);
        return;
    }
    retreat_all(game, &defenders);
    if game.is_gate(target) && game.hostile_place(court, target) {
        super::siege::take(game, target, court, crate::events::How::Storm);
    }
    for army in attackers {
        if game.field(*army).is_some() {
            game.emit(Event::Reached {
                army: *army,
                place: target,
            });
            if river {
                game.emit(Event::Crossed {
                    army: *army,
                    place: target,
                });
            }
        }
    }
}

/// Whoever was beaten off stays where he is: to try again is for his court to say. Wuzhu, held up at the Yangzi in the spring of 1130, asked for terms and
/// looked for another way; he did not go at the same bank every ten days until nobody was left.
fn halt(game: &mut Game, at: PlaceId, before: PlaceId, armies: &[ArmyId]) {
    for army in armies {
        if game.field(*army).is_some_and(|field| field.at == at) {
            game.emit(Event::Halted {
                army: *army,
                at,
                before,
            });
        }
    }
}
