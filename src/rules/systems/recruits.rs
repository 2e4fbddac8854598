//! Phase 8: armies at rest in towns of their own fill up again and drill, by the month.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::{Account, Event, MenAccount, Reason, Stat, Task, Why};
use crate::rules::formulas::recruits::{self, Rest};
use crate::rules::state::Game;
use crate::rules::state::components::{Field, Force};
use crate::rules::systems::palace;
use crate::scenario::language::Good;

/// How near an enemy's army may stand before nobody goes out to enlist, km.
const QUIET_KM: u32 = 120;
/// Strings a court keeps for pay before it spends any on new men.
const KEPT: i64 = 200_000;
/// Skill of an army without a commander.
const NOBODY: i32 = 3;

/// Every army that lies at rest.
pub fn run(game: &mut Game) {
    if !game.month_begins() {
        return;
    }
    for (army, at) in resting(game) {
        fill(game, army, at);
        drill(game, army);
    }
}

/// The armies that are not full, or not what they were written as, and rest, in order, and where: in a town of their own or of a friend, for
/// a month, fed, with no siege and no enemy near.
fn resting(game: &Game) -> Vec<(ArmyId, PlaceId)> {
    let wanting = |force: &Force| {
        (force.men * 100 < force.meant.saturating_mul(recruits::FULL)
            || force.quality < game.book.armies[force.id.index()].quality)
            && !game.book.courts[force.court.index()].band
    };
    let settled = |force: &Force, field: &Field| {
        let friend = |holder| game.allied(holder, force.court);
        field.next.is_none()
            && field.task == Task::Hold
            && game.turn().0 >= field.reached.0 + 3
            && force.food > 0
            && game.holder(field.at).is_some_and(friend)
            && game.siege(field.at).is_none()
    };
    let quiet = |court: CourtId, at: PlaceId| {
        let enemy = |army: &ArmyId| game.at_war(court, game.force(*army).court);
        !game.camps().any(|(camp, armies)| {
            game.book.atlas.km(camp, at) <= QUIET_KM && armies.iter().any(enemy)
        })
    };
    game.standing()
        .filter(|(_, force, field)| wanting(force) && settled(force, field))
        .filter(|(_, force, field)| quiet(force.court, field.at))
        .map(|(id, _, field)| (id, field.at))
        .collect()
}

fn fill(game: &mut Game, army: ArmyId, at: PlaceId) {
    let force = game.force(army);
    let (court, quality) = (force.court, force.quality);
    let (meant, men) = (force.meant, force.men);
    let command = skill(game, force);
    let (back, raw) = recruits::come(Rest {
        meant,
        men,
        scattered: game.tables().scattered[court.index()],
        unrest: game.country(at).unrest,
        command,
        cash: game.realm(court).treasury[Good::Cash as usize] - KEPT,
    });
    // Nobody comes to colours, or comes back to them, that are not paid.
    if back + raw == 0 || palace::goes_without(game, court) {
        return;
    }
    for (from, men) in [
        (MenAccount::Scattered(court), back),
        (MenAccount::Home, raw),
    ] {
        if men > 0 {
            game.emit(Event::Men {
                from,
                to: MenAccount::Army(army),
                men,
            });
        }
    }
    if raw > 0 {
        game.emit(Event::Goods {
            from: Account::Court(court),
            to: Account::Country,
            good: Good::Cash,
            amount: i64::from(raw) * recruits::CASH,
            why: Reason::Recruits,
        });
        let by = recruits::dilution(quality, men + back, raw);
        if by != 0 {
            game.emit(Event::Stat {
                stat: Stat::Drill(army),
                by,
                why: Why::Recruits,
            });
        }
    }
}

/// The old men teach the new what they know: up to what the army is written as.
fn drill(game: &mut Game, army: ArmyId) {
    let force = game.force(army);
    let standard = game.book.armies[army.index()].quality;
    let (month, _) = game.book.month(game.turn());
    let by = recruits::drill(force.quality, standard, skill(game, force), month);
    if by != 0 {
        game.emit(Event::Stat {
            stat: Stat::Drill(army),
            by,
            why: Why::Drilled,
        });
    }
}

/// The skill of whoever commands an army.
fn skill(game: &Game, force: &Force) -> i32 {
    force
        .commander
        .map_or(NOBODY, |p| game.book.people[p.index()].command)
}
