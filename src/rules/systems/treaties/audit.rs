//! What each clause asks for: when it is kept, and when it is broken and by whom.

use super::grievance::{Grievance, grievance};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId};
use crate::events::{Event, How};
use crate::rules::formulas::clients;
use crate::rules::state::Game;
use crate::rules::state::components::ClauseState;
use crate::scenario::language::Clause;
use crate::scenario::model::{Bank, ClauseNow, River, Terms};

/// A surety must be given within so many xun of the oath.
pub const HOSTAGE_XUN: u16 = 3;
/// A year in xun.
pub const YEAR_XUN: u16 = 36;
/// Who came over must be given back within so many xun: the Jin demand of February 1124 named men who had come in the summer and autumn before.
pub const GIVE_BACK_XUN: u16 = 6;
/// Men who are to stand by another's throne must be there within so many xun: a march from beyond the Yellow River.
pub const GUARD_XUN: u16 = 4;

/// What an audit finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing to note: not yet due, or holding.
    Nothing,
    /// A town of the common spoils was taken by the court that is to hand it on.
    Taken,
    /// Kept, by whom.
    Kept(CourtId),
    /// Broken, by whom.
    Broken(CourtId),
}

/// The last xun in which a clause can still be done, counted from the oath; none where it has no day of its own.
#[must_use]
pub fn due(clause: &ClauseNow, state: ClauseState) -> Option<u16> {
    match *clause {
        Clause::Pay { due_xun, .. }
        | Clause::Cede { due_xun, .. }
        | Clause::Return { due_xun, .. }
        | Clause::Withdraw { due_xun, .. }
        | Clause::Border { due_xun, .. }
        | Clause::Campaign { due_xun, .. }
        | Clause::Truce { xun: due_xun } => Some(u16::from(due_xun)),
        // Due by the end of each year, season or month, counted from the oath.
        Clause::Yearly { every, .. } => Some(every.xun() * (state.terms + 1)),
        Clause::Hostage { .. } => Some(HOSTAGE_XUN),
        Clause::Share { .. }
        | Clause::KeepOut { .. }
        | Clause::NoWorks { .. }
        | Clause::ReturnFugitives { .. }
        | Clause::NoShelter { .. }
        | Clause::NoLure { .. }
        | Clause::Address { .. }
        | Clause::NoSeparatePeace { .. }
        | Clause::Market { .. }
        | Clause::Peace
        | Clause::Oath { .. }
        | Clause::Guard { .. }
        | Clause::LeavePeople { .. }
        | Clause::Submit { .. } => None,
    }
}

/// The party to a paper that is no more: what was sworn ended with it. None while both courts stand.
#[must_use]
pub fn gone(game: &Game, terms: &Terms) -> Option<CourtId> {
    let mut parties = [terms.from, terms.to].into_iter();
    parties.find(|court| !game.realm(*court).stands)
}

/// What is still to be paid under a clause so many xun after the oath: for a payment that comes back, that of the year or month under way and of those missed. The
/// next one is under way when the days of grace of the one before are over: who pays on the day, or a little after it, does not pay the coming year besides.
#[must_use]
pub fn left(clause: &ClauseNow, state: ClauseState, age: u16) -> i64 {
    match *clause {
        Clause::Pay { amount, .. } => amount - state.paid,
        Clause::Yearly {
            amount,
            every,
            grace,
            ..
        } => {
            let begun = age.saturating_sub(u16::from(grace) + 1) / every.xun() + 1;
            amount * i64::from(begun) - state.paid
        }
        _ => 0,
    }
}

/// What is still to be paid under a clause of a paper: the one reckoning of orders, ledger and score. Nothing under a paper that is not in force or whose other
/// party is no more, nor where the clause is done, replaced, resting, or fell by the other side's breach.
#[must_use]
pub fn outstanding(game: &Game, id: DraftId, n: usize) -> i64 {
    let (terms, paper) = (game.terms(id), game.paper(id));
    let Some(sworn) = paper.sworn.filter(|_| paper.void.is_none()) else {
        return 0;
    };
    let (Some(clause), Some(state)) = (terms.clauses.get(n), paper.clauses.get(n)) else {
        return 0;
    };
    let fell = state
        .broken
        .is_some_and(|by| clause.binds().is_some_and(|bound| *bound != by));
    if state.kept
        || state.replaced
        || fell
        || gone(game, terms).is_some()
        || rests(game, terms, clause)
    {
        return 0;
    }
    left(clause, *state, game.turn().0 - sworn.0).max(0)
}

/// Whether a payment can be brought where it is to be paid: the place is a party's, and no siege lies before it.
#[must_use]
pub fn deliverable(game: &Game, terms: &Terms, at: Option<PlaceId>) -> bool {
    at.is_none_or(|place| {
        game.siege(place).is_none() && game.holder(place).is_some_and(|h| terms.binds(h))
    })
}

/// Whether a payment rests: it was part of a peace, and the parties are at war. Nobody broke his word by not sending silver to an enemy: Song's yearly payments to
/// Liao stopped when it marched in 1122, and those to Jin with the wars of 1125 and 1140, without a word about it; what was held against either was the war.
#[must_use]
pub fn rests(game: &Game, terms: &Terms, clause: &ClauseNow) -> bool {
    matches!(clause, Clause::Pay { .. } | Clause::Yearly { .. })
        && game.at_war(terms.from, terms.to)
        && terms.makes_peace()
}

/// Who ended by war what a clause was to hold for, where that was no breach: the other had broken the paper first. None while it holds.
#[must_use]
pub fn ended(game: &Game, id: DraftId, clause: &ClauseNow) -> Option<CourtId> {
    let for_good = matches!(
        clause,
        Clause::Peace
            | Clause::Truce { .. }
            | Clause::KeepOut { .. }
            | Clause::Border { .. }
            | Clause::ReturnFugitives { .. }
            | Clause::NoShelter { .. }
            | Clause::NoWorks { .. }
            | Clause::NoLure { .. }
            | Clause::NoSeparatePeace { .. }
            | Clause::Address { .. }
            | Clause::Market { .. }
            | Clause::Guard { .. }
            | Clause::LeavePeople { .. }
    );
    let terms = game.terms(id);
    let (a, b, sworn) = (terms.from, terms.to, game.paper(id).sworn?);
    if !for_good || !game.at_war(a, b) {
        return None;
    }
    let opened = game.tables().wars_opened.iter().rev();
    let by = opened
        .take_while(|(_, _, turn)| *turn >= sworn)
        .find(|(by, on, _)| (*by == a && *on == b) || (*by == b && *on == a))
        .map(|(by, ..)| *by)?;
    (grievance(game, id, by) == Grievance::Clear).then_some(by)
}

/// How a clause of a sworn paper stands so many xun after the oath.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of clause")]
pub(super) fn judge(game: &Game, terms: &Terms, id: DraftId, n: usize, age: u16) -> Finding {
    let clause = &terms.clauses[n];
    let state = game.paper(id).clauses[n];
    let late = |by: CourtId, day: u16| {
        if age > day {
            Finding::Broken(by)
        } else {
            Finding::Nothing
        }
    };
    if rests(game, terms, clause) {
        return Finding::Nothing;
    }
    let day = due(clause, state).unwrap_or(u16::MAX);
    match *clause {
        Clause::Pay {
            by,
            amount,
            tolerance,
            grace,
            at,
            ..
        } => {
            if state.paid * 100 >= amount * i64::from(100 - tolerance.min(100)) {
                Finding::Kept(by)
            } else if deliverable(game, terms, at) {
                late(by, day + u16::from(grace))
            } else {
                Finding::Nothing
            }
        }
        Clause::Yearly {
            by,
            amount,
            tolerance,
            grace,
            at,
            ..
        } => {
            let asked = amount * i64::from(state.terms + 1);
            if state.paid * 100 >= asked * 100 - amount * i64::from(tolerance.min(100)) {
                Finding::Kept(by)
            } else if deliverable(game, terms, at) {
                late(by, day + u16::from(grace))
            } else {
                Finding::Nothing
            }
        }
        Clause::Cede { by, place, .. } => {
            // A town that had to be stormed was not handed over.
            if game.holder(place) != Some(terms.other(by))
                || stormed(game, id, terms.other(by), place)
            {
                late(by, day)
            } else {
                Finding::Kept(by)
            }
        }
        Clause::Share { by, place, due_xun } => match taken(game, id, by, place) {
            _ if game.holder(place) == Some(terms.other(by)) => Finding::Kept(by),
            Some(_) if game.ceded(place).is_none() && game.holder(place) == Some(by) => {
                Finding::Taken
            }
            Some(turn)
                if game.holder(place) == Some(by)
                    && game.turn().0 > turn.0 + u16::from(due_xun) =>
            {
                Finding::Broken(by)
            }
            _ => Finding::Nothing,
        },
        Clause::Hostage { by, person } => {
            if surety(game, terms.other(by), person) {
                Finding::Kept(by)
            } else {
                late(by, day)
            }
        }
        Clause::Return { by, person, .. } => {
            let held = game.captive(person).is_some_and(|c| c.of == by);
            let here = held || came_over(game, by, terms.other(by), person);
            if here || hidden(game, terms, by, person) {
                late(by, day)
            } else if at_large(game, terms, person) && age <= day {
                Finding::Nothing
            } else {
                Finding::Kept(by)
            }
        }
        Clause::Withdraw { by, .. } => {
            let across = game.standing().any(|(_, force, field)| {
                force.court == by && game.book.atlas.places[field.at.index()].south_of_river
            });
            if !across && age > 0 {
                Finding::Kept(by)
            } else {
                late(by, day)
            }
        }
        Clause::KeepOut { by, ref places } => {
            let inside = game
                .standing()
                .any(|(_, force, field)| force.court == by && places.contains(&field.at));
            if inside && age > 0 {
                Finding::Broken(by)
            } else {
                war(game, terms)
            }
        }
        Clause::Border { river, north, .. } => match trespass(game, terms, river, north) {
            Some(by) => late(by, day),
            None => war(game, terms),
        },
        Clause::Campaign {
            by, against, place, ..
        } => {
            if campaigned(game, id, by, against, place) {
                Finding::Kept(by)
            } else {
                late(by, day)
            }
        }
        Clause::Truce { xun } => match attacked(game, id, terms) {
            Some(by) => Finding::Broken(by),
            None if age > u16::from(xun) => Finding::Kept(terms.from),
            None => Finding::Nothing,
        },
        Clause::ReturnFugitives { by } => {
            if harbours(game, terms, id, by, true) {
                Finding::Broken(by)
            } else {
                war(game, terms)
            }
        }
        Clause::NoShelter { by } => {
            if harbours(game, terms, id, by, false) || keeps_town(game, terms, id, by) {
                Finding::Broken(by)
            } else {
                war(game, terms)
            }
        }
        // These are kept until somebody acts against them; war is the act.
        Clause::NoWorks { .. }
        | Clause::NoLure { .. }
        | Clause::NoSeparatePeace { .. }
        | Clause::Address { .. }
        | Clause::Market { .. }
        | Clause::Peace => war(game, terms),
        Clause::Oath { .. } => Finding::Nothing,
        Clause::Guard { by, men } => {
            let seat = game.realm(terms.other(by)).seat;
            if age > GUARD_XUN && game.men_near(by, seat, clients::NEAR_KM) < men {
                Finding::Broken(by)
            } else {
                war(game, terms)
            }
        }
        // Broken by the act of carrying them off, when it is done; a submission is done with the oath.
        Clause::LeavePeople { .. } => war(game, terms),
        Clause::Submit { .. } => Finding::Nothing,
    }
}

/// Whether a court has the surety it was promised, or one as good: a prince of the same house for a prince. Jin took the Prince of Su for the
/// Prince of Kang in March 1126, and asked for no other.
#[must_use]
pub fn surety(game: &Game, holder: CourtId, person: PersonId) -> bool {
    let held = |p: PersonId| game.captive(p).is_some_and(|c| c.of == holder);
    if held(person) {
        return true;
    }
    let house = game
        .figure(person)
        .court
        .filter(|court| game.is_of_house(person, *court));
    house.is_some_and(|house| {
        let mut princes = game.house(house).iter();
        princes.any(|p| game.figure(*p).court == Some(house) && held(*p))
    })
}

/// When the court took the place after the oath, if it did.
fn taken(game: &Game, id: DraftId, by: CourtId, place: PlaceId) -> Option<Turn> {
    let sworn = game.paper(id).sworn?;
    game.tables()
        .falls
        .iter()
        .rev()
        .find(|(p, to, turn, how)| *p == place && *to == by && *turn >= sworn && *how != How::Ceded)
        .map(|(_, _, turn, _)| *turn)
}

/// Whether a town came to this court by storm or by hunger since the oath.
fn stormed(game: &Game, id: DraftId, court: CourtId, place: PlaceId) -> bool {
    let sworn = game.paper(id).sworn.unwrap_or(game.turn());
    let last = game.tables().falls.iter().rev().find(|(p, ..)| *p == place);
    last.is_some_and(|(_, to, turn, how)| {
        *to == court && *turn >= sworn && matches!(how, How::Storm | How::Hunger)
    })
}

/// A town of the common spoils is to be handed on from the day on which it was taken.
pub(super) fn order_sharing(game: &mut Game, terms: &Terms, id: DraftId, n: usize) {
    if let Clause::Share { by, place, due_xun } = terms.clauses[n]
        && let Some(turn) = taken(game, id, by, place)
    {
        game.emit(Event::CessionOrdered {
            place,
            to: terms.other(by),
            draft: id,
            due: Turn(turn.0 + u16::from(due_xun)),
        });
    }
}

/// Which party holds a town, or has an army, on the other's bank of the border river.
fn trespass(game: &Game, terms: &Terms, river: River, north: CourtId) -> Option<CourtId> {
    let banks = game.book.atlas.banks(river);
    let other = terms.other(north);
    let astray = |place: PlaceId, court: CourtId| match banks[place.index()] {
        Some(Bank::North) => court == other,
        Some(Bank::South) => court == north,
        None => false,
    };
    let army = game
        .standing()
        .find(|(_, force, field)| astray(field.at, force.court))
        .map(|(_, force, _)| force.court);
    army.or_else(|| {
        game.places()
            .find_map(|place| game.holder(place).filter(|h| astray(place, *h)))
    })
}

/// The towns on the wrong bank of a border river: what the clause cedes.
#[must_use]
pub fn wrong_bank(
    game: &Game,
    terms: &Terms,
    river: River,
    north: CourtId,
) -> Vec<(PlaceId, CourtId)> {
    let banks = game.book.atlas.banks(river);
    let other = terms.other(north);
    game.places()
        .filter_map(|place| {
            let to = match banks[place.index()]? {
                Bank::North => north,
                Bank::South => other,
            };
            let from = game.holder(place)?;
            (from != to && terms.binds(from)).then_some((place, to))
        })
        .collect()
}

/// Whether a court has done its part against a third: it lies before the place, took it, or has fought there since the oath.
fn campaigned(game: &Game, id: DraftId, by: CourtId, against: CourtId, place: PlaceId) -> bool {
    let since = game.paper(id).sworn.unwrap_or(game.turn());
    game.siege(place).is_some_and(|s| s.by == by)
        || taken(game, id, by, place).is_some()
        || game.tables().battles.iter().rev().any(|b| {
            b.place == place
                && b.turn >= since
                && b.attacker == by
                && [b.winner, b.loser].contains(&against)
        })
}

/// Whether a court keeps one who left the other's service: anybody, or only who came after the oath.
fn harbours(game: &Game, terms: &Terms, id: DraftId, by: CourtId, earlier: bool) -> bool {
    let Some(sworn) = game.paper(id).sworn else {
        return false;
    };
    game.tables().fugitives.iter().any(|f| {
        let since = f.turn.max(sworn);
        f.to == by
            && f.from == terms.other(by)
            && (earlier || f.turn >= sworn)
            && game.turn().0 > since.0 + GIVE_BACK_XUN
            && game.figure(f.person).alive
            && game.figure(f.person).court == Some(by)
            && game.captive(f.person).is_none()
    })
}

/// Whether a person went over to this court from that one, and serves it still.
#[must_use]
pub fn came_over(game: &Game, to: CourtId, from: CourtId, person: PersonId) -> bool {
    game.figure(person).alive
        && game.figure(person).court == Some(to)
        && game.captive(person).is_none()
        && game
            .tables()
            .fugitives
            .iter()
            .any(|f| f.person == person && f.to == to && f.from == from)
}

/// Whether a court swore to send this person back by name, and the paper is in force.
#[must_use]
pub fn promised(game: &Game, court: CourtId, person: PersonId) -> bool {
    let mut in_force = game.carried().iter().filter(|id| game.in_force(**id));
    in_force.any(|id| {
        game.terms(*id).clauses.iter().any(|clause| {
            matches!(clause, Clause::Return { by, person: who, .. } if *by == court && *who == person)
        })
    })
}

/// Whether a person is alive, free, and with neither party: nobody can say yet that he was not given up.
fn at_large(game: &Game, terms: &Terms, person: PersonId) -> bool {
    let figure = game.figure(person);
    figure.alive
        && game.captive(person).is_none()
        && figure.court.is_some_and(|of| !terms.binds(of))
}

/// Whether a person of neither party is in a town that this court holds. Zhang Jue served nobody any more when he was hidden in Yanshan.
fn hidden(game: &Game, terms: &Terms, by: CourtId, person: PersonId) -> bool {
    let figure = game.figure(person);
    figure.alive
        && figure.court.is_none_or(|of| !terms.binds(of))
        && game.captive(person).is_none()
        && figure.at.is_some_and(|at| game.holder(at) == Some(by))
}

/// Whether a court keeps a town that came over to it from the other in peace.
fn keeps_town(game: &Game, terms: &Terms, id: DraftId, by: CourtId) -> bool {
    let Some(sworn) = game.paper(id).sworn else {
        return false;
    };
    if game.at_war(terms.from, terms.to) {
        return false;
    }
    let falls = &game.tables().falls;
    let held_before = |i: usize, place: PlaceId| {
        let earlier = falls[..i].iter().rev().find(|(p, ..)| *p == place);
        match earlier {
            Some((_, to, ..)) => Some(*to),
            None => game.book.places[place.index()].holder,
        }
    };
    falls.iter().enumerate().any(|(i, (place, to, turn, how))| {
        *to == by
            && *turn >= sworn
            && matches!(how, How::Treachery | How::Rising)
            && game.holder(*place) == Some(by)
            && game.turn().0 > turn.0 + GIVE_BACK_XUN
            && held_before(i, *place) == Some(terms.other(by))
    })
}

/// Who attacked the other this turn, after the oath was sworn.
fn attacked(game: &Game, draft: DraftId, terms: &Terms) -> Option<CourtId> {
    if game.paper(draft).sworn == Some(game.turn()) {
        return None;
    }
    let (a, b) = (terms.from, terms.to);
    // From the tables, not from the turn's events: a game that was saved in the middle of a turn has only the tables.
    game.tables()
        .battles
        .iter()
        .rev()
        .take_while(|battle| battle.turn == game.turn())
        .filter(|battle| {
            [battle.winner, battle.loser].contains(&a) && [battle.winner, battle.loser].contains(&b)
        })
        .map(|battle| battle.attacker)
        .last()
}

/// War between the parties breaks what was to hold for good, unless they made it up in the same xun.
fn war(game: &Game, terms: &Terms) -> Finding {
    let (a, b) = (terms.from, terms.to);
    if !game.at_war(a, b) {
        return Finding::Nothing;
    }
    game.tables()
        .wars_opened
        .iter()
        .find(|(by, on, turn)| {
            *turn == game.turn() && ((*by == a && *on == b) || (*by == b && *on == a))
        })
        .map_or(Finding::Nothing, |(by, _, _)| Finding::Broken(*by))
}
