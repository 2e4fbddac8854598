//! Values set by hand: what a writer's bench does to a game, and what no court, order or effect can.
//!
//! Men come from their homes and go back to them, goods from the country at large: what is set is on the books like everything else, with
//! the reason that a hand set it. A game in which it happened says so in its chronicle for good.

mod bring;
mod now;

pub use bring::{Brought, bring_about};
pub use now::now;

use super::execute;
use super::state::Game;
use super::systems::sitting;
use super::turn;
use crate::base::date::{Date, Turn};
use crate::base::ids::{ArmyId, PersonId};
use crate::events::{Account, Call, Event, MenAccount, Reason, Stat, Why};
use crate::scenario::given::{Given, GivenNow};
use crate::scenario::language::Good;

/// Most of any good, and most men, that a hand may set: far beyond any source, far within what can be counted.
const MOST_GOODS: i64 = 1_000_000_000_000;
const MOST_MEN: i64 = 10_000_000;

/// Why a value cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unset {
    /// The game is over.
    Over,
    /// The number is not one that it can be.
    OutOfRange {
        /// The least it can be.
        least: i64,
        /// The most.
        most: i64,
    },
    /// The day is past, or lies in the xun that is open.
    Past(Date),
    /// The day lies after the last one.
    Beyond(Date),
    /// The army is not in the field.
    NotInField(ArmyId),
    /// The person is dead.
    Dead(PersonId),
    /// A court has no war with itself, and besieges nothing of its own.
    ItsOwn,
    /// The matter belongs to a court that does not stand.
    NoCourt,
}

/// Whether a value can be set so.
///
/// # Errors
/// With what stands in the way.
pub fn check(game: &Game, given: &GivenNow) -> Result<(), Unset> {
    if game.is_over() {
        return Err(Unset::Over);
    }
    let within = |value: i64, least: i64, most: i64| {
        if (least..=most).contains(&value) {
            Ok(())
        } else {
            Err(Unset::OutOfRange { least, most })
        }
    };
    let points = |value: i32| within(value.into(), 0, 100);
    let in_field = |army: ArmyId| game.field(army).map(|_| ()).ok_or(Unset::NotInField(army));
    let alive = |person: PersonId| {
        if game.figure(person).alive {
            Ok(())
        } else {
            Err(Unset::Dead(person))
        }
    };
    match *given {
        Given::Day(day) => match turn_of(game, day) {
            Some(turn) if turn > game.turn() => Ok(()),
            Some(_) => Err(Unset::Past(day)),
            None => Err(Unset::Beyond(day)),
        },
        Given::Treasury(_, _, to) => within(to, -MOST_GOODS, MOST_GOODS),
        Given::Depot(_, to) => within(to, 0, MOST_GOODS),
        Given::Lean(_, to) => within(to.into(), -100, 100),
        Given::Edicts(_, to) => within(to.into(), 0, 99),
        Given::Legitimacy(_, to)
        | Given::Welcome(_, to)
        | Given::Favour(_, to)
        | Given::Morale(_, to)
        | Given::Unrest(_, to) => points(to),
        Given::Loyalty(person, to) => alive(person).and_then(|()| points(to)),
        Given::Stores(_, to) => within(to.into(), 0, 1_000),
        Given::Walls(_, to) => within(to.into(), 0, 500),
        Given::Garrison(_, to) => within(to.into(), 0, MOST_MEN),
        Given::Men(army, to) => in_field(army).and_then(|()| within(to.into(), 1, MOST_MEN)),
        Given::Spirit(army, to) => in_field(army).and_then(|()| points(to)),
        Given::Food(army, to) => in_field(army).and_then(|()| within(to.into(), 0, 1_000)),
        Given::ArmyAt(army, _) | Given::Commands(army, None) => in_field(army),
        Given::Commands(army, Some(person)) => in_field(army).and_then(|()| alive(person)),
        Given::Reigns(person, _)
        | Given::Serves(person, _)
        | Given::HeldBy(person, Some(_))
        | Given::PersonAt(person, Some(_))
        | Given::Post(_, Some(person)) => alive(person),
        Given::AtWar(a, b, _) if a == b => Err(Unset::ItsOwn),
        Given::Besieged(place, Some(by)) if game.holder(place).is_none_or(|h| h == by) => {
            Err(Unset::ItsOwn)
        }
        Given::Laid(decision)
            if !game
                .realm(game.book.decisions[decision.index()].court)
                .stands =>
        {
            Err(Unset::NoCourt)
        }
        Given::Seat(..)
        | Given::CourtStands(..)
        | Given::Deposed(..)
        | Given::AtWar(..)
        | Given::Alive(..)
        | Given::HeldBy(..)
        | Given::PersonAt(..)
        | Given::Post(..)
        | Given::Holds(..)
        | Given::Besieged(..)
        | Given::Stands(..)
        | Given::Fact(..)
        | Given::Laid(_)
        | Given::Chose(..)
        | Given::Proposed(_)
        | Given::Sworn(_)
        | Given::Sought(_) => Ok(()),
    }
}

/// The turn that a day lies in; none after the last one.
fn turn_of(game: &Game, day: Date) -> Option<Turn> {
    let book = &game.book;
    if day > book.until {
        return None;
    }
    let xun = book.from.xun_until(day).max(0);
    u16::try_from(xun)
        .ok()
        .map(Turn)
        .filter(|turn| turn.0 < book.turns)
}

/// Sets a value. It must be one that can be: [`check`] it first.
pub fn set(game: &mut Game, given: &GivenNow) {
    let men_before = match *given {
        Given::Stands(army, _) => game.force(army).men,
        _ => 0,
    };
    game.emit(Event::SetByHand {
        what: Box::new(given.clone()),
    });
    match *given {
        Given::Treasury(court, good, to) => {
            let by = to - game.realm(court).treasury[good as usize];
            goods(game, Account::Court(court), good, by);
        }
        Given::Depot(place, to) => {
            let by = to - game.town(place).depot;
            goods(game, Account::Depot(place), Good::Grain, by);
        }
        Given::Legitimacy(court, to) => {
            let was = game.realm(court).legitimacy;
            stat(game, Stat::Legitimacy(court), to - was);
        }
        Given::Lean(court, to) => {
            let was = game.realm(court).lean;
            stat(game, Stat::Lean(court), to - was);
        }
        Given::Edicts(court, to) => {
            let was = game.realm(court).edicts;
            stat(game, Stat::Edicts(court), to - was);
        }
        Given::Welcome(court, to) => {
            let was = game.tables().welcome[court.index()];
            stat(game, Stat::Welcome(court), to - was);
        }
        Given::Loyalty(person, to) => {
            let was = game.figure(person).loyalty;
            stat(game, Stat::Loyalty(person), to - was);
        }
        Given::Favour(person, to) => {
            let was = game.figure(person).favour;
            stat(game, Stat::Favour(person), to - was);
        }
        Given::Morale(place, to) => {
            let was = game.town(place).morale;
            stat(game, Stat::Morale(place), to - was);
        }
        Given::Stores(place, to) => {
            let was = game.town(place).stores;
            stat(game, Stat::Stores(place), to * 10 - was);
        }
        Given::Walls(place, to) => {
            let was = game.town(place).walls;
            stat(game, Stat::Walls(place), to - was);
        }
        Given::Unrest(place, to) => {
            let was = game.country(place).unrest;
            stat(game, Stat::Unrest(place), to - was);
        }
        Given::Spirit(army, to) => {
            let was = game.force(army).morale;
            stat(game, Stat::Spirit(army), to - was);
        }
        Given::Food(army, to) => {
            let was = game.force(army).food;
            stat(game, Stat::Food(army), to * 10 - was);
        }
        Given::Garrison(place, to) => {
            let was = game.town(place).garrison;
            men(game, MenAccount::Garrison(place), was, to);
        }
        Given::Men(army, to) => {
            let was = game.force(army).men;
            men(game, MenAccount::Army(army), was, to);
        }
        Given::Stands(army, so) => {
            let to = match (so, men_before) {
                (false, _) => 0,
                (true, 0) => game.book.armies[army.index()].men,
                (true, men) => men,
            };
            men(game, MenAccount::Army(army), men_before, to);
        }
        Given::Laid(decision) => {
            let court = game.book.decisions[decision.index()].court;
            if !game.sits(court) {
                sitting::sit(game, court, Some(Call::Matter));
            }
            game.emit(Event::Laid {
                decision,
                again: false,
            });
        }
        // What an oath lays down follows from it as from any other.
        Given::Sworn(draft) => execute::swear(game, draft),
        // Who leaves another court's service is one who went over, as a clause against shelter asks.
        Given::Serves(person, to) => {
            let free = game.captive(person).is_none();
            game.emit(if free && game.figure(person).court.is_some() {
                Event::WentOver { person, to }
            } else {
                Event::Entered { person, to }
            });
        }
        // The xun opens as any other does.
        Given::Day(_) => turn::open(game),
        _ => {}
    }
}

fn goods(game: &mut Game, account: Account, good: Good, by: i64) {
    let (from, to) = if by < 0 {
        (account, Account::Country)
    } else {
        (Account::Country, account)
    };
    if by != 0 {
        game.emit(Event::Goods {
            from,
            to,
            good,
            amount: by.abs(),
            why: Reason::ByHand,
        });
    }
}

fn stat(game: &mut Game, stat: Stat, by: i32) {
    if by != 0 {
        game.emit(Event::Stat {
            stat,
            by,
            why: Why::ByHand,
        });
    }
}

fn men(game: &mut Game, account: MenAccount, was: u32, to: u32) {
    let (from, into) = if to < was {
        (account, MenAccount::Home)
    } else {
        (MenAccount::Home, account)
    };
    if to != was {
        game.emit(Event::Men {
            from,
            to: into,
            men: to.abs_diff(was),
        });
    }
}
