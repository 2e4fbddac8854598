//! Phase 9: every clause of every sworn treaty is audited: kept, or broken, and by whom.
//!
//! * [`audit`] — what each clause asks for, and when it is broken
//! * [`grievance`] — what a breach gives the injured side
//! * [`acts`] — breaches that lie in an act and are noted when it is done
//! * [`cession`] — whether a town that was signed away opens
//! * [`truce`] — what a sworn word keeps a court from
//!
//! Words that can be read in more than one way are audited on every reading: each reading's clauses stand in the list beside the
//! plain ones and have an account of their own.

pub mod acts;
pub mod audit;
pub mod cession;
pub mod grievance;
pub mod truce;

use std::borrow::Cow;
use std::sync::Arc;

use crate::base::ids::{CourtId, DraftId};
use crate::events::{Event, Stat, Why};
use crate::rules::formulas::parties::{OATH_BROKEN, Party};
use crate::rules::state::Game;
use crate::scenario::language::Clause;
use crate::scenario::model::{Scenario, Terms};
use audit::Finding;

/// What breaking a word that was sworn under a curse costs in legitimacy: who breaks this, says the oath of 1123, Heaven destroys him,
/// and in 1127 the words were read back to Song.
const PERJURY: i32 = -3;

/// Audits them all.
pub fn run(game: &mut Game) {
    let book = game.book.clone();
    let carried = game.carried_papers();
    for &id in &carried {
        let paper = game.paper(id);
        let Some(sworn) = paper.sworn.filter(|_| paper.void.is_none()) else {
            continue;
        };
        let age = game.turn().0 - sworn.0;
        let terms = said(game, &book, id);
        // A court that is no more owes nothing and is owed nothing.
        if audit::gone(game, &terms).is_some() {
            continue;
        }
        for (n, clause) in terms.clauses.iter().enumerate() {
            let state = game.paper(id).clauses[n];
            if state.kept || state.broken.is_some() {
                continue;
            }
            match audit::judge(game, &terms, id, n, age) {
                Finding::Nothing => {}
                Finding::Taken => audit::order_sharing(game, &terms, id, n),
                Finding::Kept(by) => game.emit(Event::ClauseKept {
                    draft: id,
                    clause: number(n),
                    by,
                }),
                Finding::Broken(by) => {
                    if !grievance::excuses(game, id, by, clause) {
                        breach(game, &terms, id, n, by);
                    }
                }
            }
        }
    }
    game.done_with_papers(carried);
}

/// The terms of a paper, to be read while the game changes.
fn said<'a>(game: &Game, book: &'a Arc<Scenario>, id: DraftId) -> Cow<'a, Terms> {
    match book.drafts.get(id.index()) {
        Some(draft) => Cow::Borrowed(&draft.terms),
        None => Cow::Owned(game.terms(id).clone()),
    }
}

/// A clause's number as events have it.
fn number(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}

/// A word was broken. Under a curse the first breach costs legitimacy too, where the words are plain.
fn breach(game: &mut Game, terms: &Terms, id: DraftId, n: usize, by: CourtId) {
    let forsworn = (0..terms.clauses.len())
        .any(|c| terms.reading_of(c).is_none() && game.paper(id).clauses[c].broken == Some(by));
    game.emit(Event::ClauseBroken {
        draft: id,
        clause: number(n),
        by,
    });
    // Those who urged the oath answer to the other side's sovereign for what was sworn to him.
    if !forsworn {
        let wronged = terms.other(by);
        super::parties::side(game, wronged, Party::Peace, OATH_BROKEN, Why::BrokenWord);
    }
    let cursed = terms
        .clauses
        .iter()
        .any(|c| matches!(c, Clause::Oath { .. }));
    if cursed && !forsworn && terms.reading_of(n).is_none() {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(by),
            by: PERJURY,
            why: Why::BrokenWord,
        });
    }
}
