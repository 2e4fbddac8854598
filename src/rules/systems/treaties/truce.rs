//! What a sworn word keeps a court from: a truce that runs, a peace that is fresh. What was set in train against the other before the oath is laid aside
//! with it; war in spite of it is a breach like any other, and dearer.

use super::audit::YEAR_XUN;
use super::grievance::{Grievance, grievance};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DraftId};
use crate::events::Event;
use crate::orders::{Order, Treat};
use crate::rules::state::Game;
use crate::scenario::language::Clause;
use crate::scenario::model::{ClauseNow, Eff};

/// A word that keeps a court from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bond {
    /// By which paper.
    pub draft: DraftId,
    /// When it was sworn.
    pub sworn: Turn,
    /// Until when it is fresh, or the truce runs.
    pub until: Turn,
}

/// The word that keeps this court from attacking the other: the one that binds longest. None if the other broke the paper, or this court did so already.
///
/// A peace is for good, and its breach is audited as long as it stands; but what keeps a council from the very thought of war is an oath of these days.
/// That of the spring of 1123 kept nobody at Huining from it in November 1125.
#[must_use]
pub fn holds_back(game: &Game, court: CourtId, other: CourtId) -> Option<Bond> {
    if court == other || !game.realm(other).stands {
        return None;
    }
    let carried = game.carried().iter().copied();
    carried
        .filter(|id| game.in_force(*id))
        .filter(|id| game.terms(*id).binds(court) && game.terms(*id).binds(other))
        .filter_map(|draft| {
            let sworn = game.paper(draft).sworn?;
            let until = runs_until(game, draft, sworn)?;
            (grievance(game, draft, court) != Grievance::Clear).then_some(Bond {
                draft,
                sworn,
                until,
            })
        })
        .max_by_key(|bond| (bond.until, bond.draft))
}

/// How long a clause keeps the parties from each other, from the day of the oath.
fn term(clause: &ClauseNow, sworn: Turn) -> Option<Turn> {
    match *clause {
        Clause::Truce { xun } => Some(Turn(sworn.0 + u16::from(xun))),
        Clause::Peace => Some(Turn(sworn.0 + YEAR_XUN)),
        _ => None,
    }
}

/// Until when a paper would keep its parties from each other if it were sworn now; none if nothing in it would.
#[must_use]
pub fn would_hold(game: &Game, draft: DraftId) -> Option<Turn> {
    let terms = game.terms(draft);
    let plain = terms.plain_clauses();
    plain.filter_map(|clause| term(clause, game.turn())).max()
}

/// Until when the truce of a paper runs, or its peace is fresh; none if it has neither, or both are past or broken.
fn runs_until(game: &Game, draft: DraftId, sworn: Turn) -> Option<Turn> {
    let terms = game.terms(draft);
    let state = &game.paper(draft).clauses;
    let days = (0..terms.clauses.len()).filter(|n| {
        terms.reading_of(*n).is_none() && state.get(*n).is_none_or(|s| s.broken.is_none())
    });
    let at_war = game.at_war(terms.from, terms.to);
    // What was in force on the first day was sworn before it, on a day that the treaty names.
    let before = game
        .book
        .treaties
        .iter()
        .any(|(d, _)| *d == draft && sworn == Turn(0));
    let runs = days.filter_map(|n| match terms.clauses[n] {
        Clause::Peace if at_war || before => None,
        ref clause => term(clause, sworn),
    });
    runs.max().filter(|until| game.turn() <= *until)
}

/// Two courts have sworn not to fight. What a choice had set in train that would open war between them is laid aside, with all that was to go with it:
/// Wolibu does not march in December on an edict of November if the sovereign took an oath between. Whoever wants the war all the same must say so anew.
pub fn lay_aside(game: &mut Game, draft: DraftId) {
    let terms = game.terms(draft);
    let (a, b) = (terms.from, terms.to);
    if runs_until(game, draft, game.turn()).is_none() {
        return;
    }
    let book = game.book.clone();
    let mut index = 0;
    while index < game.tables().deferred.len() {
        let waits = &game.tables().deferred[index];
        let (decision, option) = (waits.decision, waits.option);
        let matter = &book.decisions[decision.index()];
        let against = match matter.court {
            court if court == a => Some(b),
            court if court == b => Some(a),
            _ => None,
        };
        if against.is_some_and(|on| opens_war(&matter.options[option.index()].effects, on)) {
            game.emit(Event::LaidAside {
                decision,
                option,
                index: u16::try_from(index).unwrap_or(u16::MAX),
            });
        } else {
            index += 1;
        }
    }
}

/// Whether effects open war on a court, at once or later, for certain or by chance.
#[must_use]
pub fn opens_war(effects: &[Eff], on: CourtId) -> bool {
    effects.iter().any(|effect| match effect {
        Eff::Order(Order::Treat(treat)) => {
            matches!(**treat, Treat::War { on: other } if other == on)
        }
        Eff::Later(_, inner) => opens_war(inner, on),
        Eff::Chance(_, yes, no) => opens_war(yes, on) || opens_war(no, on),
        _ => false,
    })
}
