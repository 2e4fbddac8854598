//! Phase 6, by night: picked men fall on a camp that sleeps, or does not.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, Stat, Task, Why};
use crate::rules::formulas::battle::{Toll, leak_chance, raid_percent, tolls};
use crate::rules::formulas::pursuit;
use crate::rules::state::Game;
use crate::rules::state::muster::Kind;
use crate::rules::systems::battle::{army_weight, chase, fortune};
use crate::rules::systems::{ground, losses};
use crate::scenario::language::BattleKind;

/// Men in a hundred of beaten raiders who are scattered where horse chases them over open ground.
const SCATTERED: u32 = 34;

/// What those feel who stand by, in the camps beside the raiders and on the walls, as with a sortie. After the night of 24 February 1126 it was told in council
/// that the whole relief was destroyed, though Li Gang's memoir counts the losses small. Set; no source measures it.
const SEEN_TO_WIN: i32 = 3;
const SEEN_TO_FAIL: i32 = -4;

/// Moves the spirit of a court's other armies at a place, and of its walls.
fn looked_on(game: &mut Game, raiders: ArmyId, at: PlaceId, (court, by): (CourtId, i32), why: Why) {
    let armies: Vec<ArmyId> = game
        .standing_at(at)
        .filter(|(id, force, field)| {
            *id != raiders && field.next.is_none() && game.allied(force.court, court)
        })
        .map(|(id, ..)| id)
        .collect();
    let walls = game.holder(at).is_some_and(|h| game.allied(h, court));
    let seen = armies.into_iter().map(Stat::Spirit);
    for stat in seen.chain(walls.then_some(Stat::Morale(at))) {
        game.emit(Event::Stat { stat, by, why });
    }
}

/// Attacks on a camp by night.
pub fn run(game: &mut Game) {
    let raiders = game.all_of(Kind::Raiding).to_vec();
    for army in raiders {
        let Some(field) = game.field(army).copied() else {
            continue;
        };
        let Task::Raid(men) = field.task else {
            continue;
        };
        if field.at != field.goal || field.next.is_some() {
            continue;
        }
        let court = game.force(army).court;
        let enemies: Vec<ArmyId> = game
            .standing_at(field.at)
            .filter(|(_, force, f)| f.next.is_none() && game.at_war(court, force.court))
            .map(|(id, _, _)| id)
            .collect();
        let Some(&target) = enemies
            .iter()
            .max_by_key(|a| (game.force(**a).men, std::cmp::Reverse(**a)))
        else {
            game.emit(Event::Tasked {
                army,
                task: Task::Hold,
                goal: field.at,
            });
            continue;
        };
        let force = game.force(army);
        let men = men.min(force.men);
        let share = i64::from(men) * 100 / i64::from(force.men.max(1));
        let capital = game.realm(court).seat == field.at;
        let betrayed = game.luck.permille(
            game.turn(),
            Purpose::Leak,
            u32::from(army.0),
            0,
            leak_chance(men, capital),
        );
        let ground = ground::ground(game, field.at);
        let a = army_weight(game, army, ground) * share / 100 * raid_percent(betrayed) / 100;
        // A camp asleep is met a part at a time.
        let d = army_weight(game, target, ground) * if betrayed { 100 } else { 50 } / 100;
        let (a, d) = (
            fortune(game, field.at, court, a),
            fortune(game, field.at, game.force(target).court, d),
        );
        let won = a > d;
        let (enemy, enemy_men) = (game.force(target).court, game.force(target).men);
        game.emit(Event::Fought {
            kind: BattleKind::Raid,
            place: field.at,
            attacker: court,
            defender: enemy,
            attackers: men,
            defenders: enemy_men,
            won,
        });
        if won {
            losses::army(
                game,
                target,
                Toll {
                    dead: 5,
                    scattered: 10,
                    morale: -20,
                },
                Why::Defeat,
            );
            game.emit(Event::Stat {
                stat: Stat::Spirit(army),
                by: 10,
                why: Why::Victory,
            });
            looked_on(game, army, field.at, (court, SEEN_TO_WIN), Why::Victory);
        } else {
            let raiders = u32::try_from(share).unwrap_or(100);
            // Darkness covers those who run.
            let chase = pursuit::percent(chase(game, field.at, &enemies, army, true));
            let toll = Toll {
                dead: 8 * raiders / 100,
                scattered: SCATTERED * chase / 100 * raiders / 100,
                morale: -15,
            };
            losses::army(game, army, toll, Why::Defeat);
            if let Some(person) = game.force(army).commander {
                game.emit(Event::Stat {
                    stat: Stat::Loyalty(person),
                    by: -5,
                    why: Why::Defeat,
                });
            }
            // Whoever beat off a night attack is in better heart, as after any battle.
            let (held, _) = tolls(100, game.force(target).quality, 0);
            game.emit(Event::Stat {
                stat: Stat::Spirit(target),
                by: held.morale,
                why: Why::Victory,
            });
            looked_on(game, army, field.at, (court, SEEN_TO_FAIL), Why::Defeat);
        }
        if game.field(army).is_some() {
            game.emit(Event::Tasked {
                army,
                task: Task::Hold,
                goal: field.at,
            });
        }
    }
}
