//! Phase 8: armies at rest in towns of their own fill up again, by the month.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::{Account, Event, MenAccount, Reason, Stat, Task, Why};
use crate::rules::formulas::recruits::{self, Rest};
use crate::rules::state::Game;
use crate::scenario::language::Good;

/// How near an enemy's army may stand before nobody goes out to enlist, km.
const QUIET_KM: u32 = 120;
/// Strings a court keeps for pay before it spends any on new men.
const KEPT: i64 = 200_000;
/// Skill of an army without a commander.
const NOBODY: i32 = 3;

/// Every army that lies at rest.
pub fn run(game: &mut Game) {
    if game.day().ymd().2 != 1 {
        return;
    }
    for army in game.standing_ids() {
        let (court, meant, men) = {
            let force = game.force(army);
            (force.court, force.meant, force.men)
        };
        if men * 100 >= meant.saturating_mul(recruits::FULL) || game.book.courts[court.index()].band
        {
            continue;
        }
        if let Some(at) = rests(game, army, court) {
            fill(game, army, court, at, meant);
        }
    }
}

/// Where an army rests: in a town of its own or of a friend, for a month, fed, with no siege and no enemy near.
fn rests(game: &Game, army: ArmyId, court: CourtId) -> Option<PlaceId> {
    let field = game.field(army)?;
    let at = field.at;
    let settled = field.next.is_none()
        && field.task == Task::Hold
        && game.turn().0 >= field.reached.0 + 3
        && game.force(army).food > 0;
    let own = game.holder(at).is_some_and(|h| game.allied(h, court));
    if !settled || !own || game.siege(at).is_some() {
        return None;
    }
    let near = game.standing().any(|(_, force, other)| {
        game.at_war(court, force.court) && game.book.atlas.km(other.at, at) <= QUIET_KM
    });
    (!near).then_some(at)
}

fn fill(game: &mut Game, army: ArmyId, court: CourtId, at: PlaceId, meant: u32) {
    let force = game.force(army);
    let (men, quality) = (force.men, force.quality);
    let command = force
        .commander
        .map_or(NOBODY, |p| game.book.people[p.index()].command);
    let (back, raw) = recruits::come(Rest {
        meant,
        men,
        scattered: game.tables().scattered[court.index()],
        unrest: game.country(at).unrest,
        command,
        cash: game.realm(court).treasury[Good::Cash as usize] - KEPT,
    });
    if back + raw == 0 {
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
