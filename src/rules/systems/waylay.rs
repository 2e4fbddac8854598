//! Phase 5, at the water: an army that goes over a great river is struck by those who lie in wait there.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::{Chased, Event, Store, Task, Why};
use crate::rules::check::shut_in;
use crate::rules::formulas::battle::{Ground, fate_chance, tolls};
use crate::rules::formulas::pursuit::{self, Behind, Chase};
use crate::rules::formulas::waylay::{self, Crossing, LEAST_PERCENT, caught_percent};
use crate::rules::state::Game;
use crate::rules::systems::battle::{
    self, CHASE_TOLD, fortune, men_of, rally, retreat_all, side_on,
};
use crate::rules::systems::{losses, march, workshop};
use crate::scenario::language::BattleKind;
use crate::scenario::model::River;

/// The bank of a great river is dikes, mud and boats, whatever the country behind it is: riders lead their horses there.
const BANK: Ground = Ground::Wet;

/// Whether an army that goes from one bank to the other over open water gets there this xun. Those who lie in wait on the bank that it leaves strike its rear;
/// else those on the bank that it comes to strike its van.
pub fn gets_over(game: &mut Game, army: ArmyId, from: PlaceId, to: PlaceId) -> bool {
    let leaves = waiting(game, army, from);
    let (bank, waiting) = if leaves.is_empty() {
        (to, waiting(game, army, to))
    } else {
        (from, leaves)
    };
    if waiting.is_empty() || !strike(game, army, (from, to), bank, &waiting) {
        return true;
    }
    // The van was thrown into the river: the rest is where it was. What is left of a rear has got away.
    if bank == to && game.field(army).is_some() {
        game.emit(Event::Stopped {
            army,
            at: from,
            before: to,
        });
    }
    bank == from && game.field(army).is_some()
}

/// The enemies of an army that lie in wait at a bank, or come up to it this xun while it goes over.
fn waiting(game: &Game, army: ArmyId, bank: PlaceId) -> Vec<ArmyId> {
    let court = game.force(army).court;
    game.standing()
        .filter(|(id, force, field)| {
            field.task == Task::Waylay
                && field.goal == bank
                && !force.afloat()
                && force.men > 0
                && game.at_war(court, force.court)
                && game.turn() >= field.ready
                && if field.at == bank {
                    field.next.is_none()
                } else {
                    *id > army && comes_up(game, *id, bank)
                }
        })
        .map(|(id, ..)| id)
        .collect()
}

/// Whether an army that has not moved yet this xun will come to a bank in it, over no great river.
fn comes_up(game: &Game, army: ArmyId, bank: PlaceId) -> bool {
    let Some(field) = game.field(army) else {
        return false;
    };
    if shut_in(game, army).is_some() {
        return false;
    }
    let atlas = &game.book.atlas;
    let (mut at, mut done) = (field.at, field.done_km);
    let mut left = march::pace(game, army, game.month());
    while at != bank {
        let next = atlas.next(at, bank);
        let Some((river, km)) = march::leg(game, false, at, next, false) else {
            return false;
        };
        let km = km.saturating_sub(done);
        if river != River::None || km > left {
            return false;
        }
        (at, done, left) = (next, 0, left - km);
    }
    true
}

/// The share of an army that would be caught by these as it goes over, in a hundred.
#[must_use]
pub fn caught(game: &Game, (from, to): (PlaceId, PlaceId), leads: i32, waits: i32) -> Option<i64> {
    let route = game.book.atlas.route(from, to)?;
    let river = game.river(route);
    (river != River::None && !march::frozen(game, to)).then(|| {
        caught_percent(Crossing {
            river,
            burnt: game.town(from).burnt || game.town(to).burnt,
            high: waylay::is_high(game.month()),
            leads,
            waits,
        })
    })
}

/// The skill of whoever leads an army, 3 where nobody does.
#[must_use]
pub fn skill(game: &Game, army: ArmyId) -> i32 {
    game.force(army)
        .commander
        .map_or(3, |p| game.book.people[p.index()].command)
}

/// Whether those in wait struck and won. They let a host go by that is too strong for them even so.
fn strike(
    game: &mut Game,
    army: ArmyId,
    way: (PlaceId, PlaceId),
    bank: PlaceId,
    waiting: &[ArmyId],
) -> bool {
    let waits = waiting.iter().map(|a| skill(game, *a)).max().unwrap_or(3);
    let Some(share) = caught(game, way, skill(game, army), waits) else {
        return false;
    };
    let (court, by) = (game.force(army).court, game.force(waiting[0]).court);
    let a = side_on(game, bank, BANK, waiting, &[army]);
    let d = side_on(game, bank, BANK, &[army], waiting) * share / 100;
    if a * 100 < d * LEAST_PERCENT {
        return false;
    }
    // Whoever was still on the way is there now.
    for other in waiting {
        if game.field(*other).is_some_and(|f| f.at != bank) {
            game.emit(Event::Reached {
                army: *other,
                place: bank,
            });
        }
    }
    let caught = u32::try_from(i64::from(game.force(army).men) * share / 100).unwrap_or(0);
    let (a, d) = (
        fortune(game, bank, by, a).max(1),
        fortune(game, bank, court, d).max(1),
    );
    let won = a > d;
    game.emit(Event::Fought {
        kind: BattleKind::Midstream,
        place: bank,
        attacker: by,
        defender: court,
        attackers: men_of(game, waiting),
        defenders: caught,
        won,
    });
    let ratio = if won { a * 100 / d } else { d * 100 / a };
    let fought: Vec<Store> = waiting
        .iter()
        .chain([&army])
        .map(|a| Store::Army(*a))
        .collect();
    workshop::spend(game, &fought);
    for other in waiting {
        game.emit(Event::Tasked {
            army: *other,
            task: Task::Hold,
            goal: bank,
        });
    }
    if won {
        beaten(game, army, by, bank, waiting, (ratio, share));
        for other in waiting {
            let (win, _) = tolls(ratio, game.force(*other).quality, 0);
            losses::army(game, *other, win, Why::Victory);
        }
    } else {
        repelled(game, army, court, bank, waiting, (ratio, share));
    }
    won
}

/// The army that was caught pays for the part of it that was there: the river lies behind that, and the boats are on the other side.
fn beaten(
    game: &mut Game,
    army: ArmyId,
    victor: CourtId,
    bank: PlaceId,
    winners: &[ArmyId],
    (ratio, share): (i64, i64),
) {
    let men = game.force(army).men;
    let caught = u32::try_from(i64::from(men) * share / 100).unwrap_or(0);
    let chase = Chase {
        fleeing: caught,
        behind: Behind::Water,
        ..battle::chase(game, bank, winners, army, false)
    };
    let quality = game.force(army).quality;
    let (_, all) = tolls(ratio, quality, pursuit::percent(chase));
    let (_, fight) = tolls(ratio, quality, 0);
    let (all, fight) = (all.part(share), fight.part(share));
    let valour = game
        .force(army)
        .commander
        .map_or(0, |p| game.book.people[p.index()].valour);
    // He is as likely on the other bank as on this one.
    let fate = fate_chance(valour, ratio, all.dead + all.scattered, men);
    losses::commander_fate(
        game,
        army,
        victor,
        fate * u32::try_from(share).unwrap_or(0) / 100,
    );
    let drowned =
        men / 100 * (all.dead + all.scattered).saturating_sub(fight.dead + fight.scattered);
    if drowned >= CHASE_TOLD {
        game.emit(Event::Pursued {
            army,
            place: bank,
            lost: drowned,
            how: Chased::Drowned,
        });
    }
    losses::army(game, army, all, Why::Defeat);
    rally(game, army, all);
}

/// Those who struck in vain fall back, or behind their walls.
fn repelled(
    game: &mut Game,
    army: ArmyId,
    victor: CourtId,
    bank: PlaceId,
    waiting: &[ArmyId],
    (ratio, share): (i64, i64),
) {
    for other in waiting {
        let chase = battle::chase(game, bank, &[army], *other, false);
        let quality = game.force(*other).quality;
        let (_, lose) = tolls(ratio, quality, pursuit::percent(chase));
        let force = game.force(*other);
        let valour = force
            .commander
            .map_or(0, |p| game.book.people[p.index()].valour);
        let fate = fate_chance(valour, ratio, lose.dead + lose.scattered, force.men);
        losses::commander_fate(game, *other, victor, fate);
        losses::army(game, *other, lose, Why::Defeat);
        rally(game, *other, lose);
    }
    let outside: Vec<ArmyId> = waiting
        .iter()
        .copied()
        .filter(|a| {
            game.field(*a)
                .is_some_and(|field| !game.is_inside(game.force(*a), field))
        })
        .collect();
    retreat_all(game, &outside);
    let (win, _) = tolls(ratio, game.force(army).quality, 0);
    losses::army(game, army, win.part(share), Why::Victory);
}
