//! What a court swore to do and will soon be held to. A person who runs through the months must not find a word broken that he was never
//! reminded of: he is told once in good time, and once more at the last sitting before the day.

use crate::base::date::Turn;
use crate::base::ids::DraftId;
use crate::prose::numbers::date;
use crate::prose::texts::{Texts, tr};
use crate::prose::{clauses, names};
use crate::rules::systems::treaties::audit;
use crate::scenario::language::Clause;
use crate::table::papers::{Standing, standing};
use crate::view::View;

/// How many xun before its day a court is told of a payment that it owes.
const NOTICE_PAY: u16 = 1;
/// How many xun before its day a court is told of anything else that it swore to do: an army needs that long.
const NOTICE_DEED: u16 = 9;

/// A clause of a paper in force by which this court is bound to do something by a day, and has not done it.
struct Due {
    draft: DraftId,
    clause: usize,
    /// When it was sworn.
    sworn: Turn,
    /// The turn that is its day.
    day: Turn,
    /// The last turn in which it can be done without breach.
    last: Turn,
    /// How long before its day it is told of, xun.
    notice: u16,
}

/// Every such clause whose day has not passed, in the order of the papers.
fn open(view: &View<'_>) -> Vec<Due> {
    let mut out = Vec::new();
    for (draft, paper) in view.papers() {
        let Some(sworn) = paper.sworn.filter(|_| paper.void.is_none()) else {
            continue;
        };
        for (clause, words) in view.terms(draft).clauses.iter().enumerate() {
            // Nobody is reminded of the dead.
            let gone = matches!(words, Clause::Return { person, .. } | Clause::Hostage { person, .. } if !view.alive(*person));
            if gone || words.binds() != Some(&view.court()) {
                continue;
            }
            let (notice, grace) = match words {
                Clause::Pay { grace, .. } | Clause::Yearly { grace, .. } => {
                    (NOTICE_PAY, u16::from(*grace))
                }
                _ => (NOTICE_DEED, 0),
            };
            let Some(within) = audit::due(words, view.clause(draft, clause)) else {
                continue;
            };
            let day = Turn(sworn.0 + within);
            let last = Turn(day.0 + grace);
            let stands = standing(view, draft, clause).0;
            if last >= view.turn() && matches!(stands, Standing::Waits | Standing::Late) {
                out.push(Due {
                    draft,
                    clause,
                    sworn,
                    day,
                    last,
                    notice,
                });
            }
        }
    }
    out
}

/// Xun until the court sits again.
fn pause(view: &View<'_>) -> u16 {
    view.sits_next().0.saturating_sub(view.turn().0).max(1)
}

/// What this court is told of now: what comes within the notice for the first time since it last sat, what was sworn since then for less, and what it will
/// not sit again in time for.
fn told(view: &View<'_>) -> Vec<Due> {
    let (turn, pause) = (view.turn().0, pause(view));
    let before = turn.saturating_sub(pause);
    let mut out = open(view);
    out.retain(|due| {
        let ahead = due.notice.max(pause);
        let fresh = (before..turn).contains(&due.sworn.0);
        let comes = due.day.0 <= turn + ahead && (fresh || due.day.0 > before + ahead);
        // Where a court sits in every xun, it has been told, and sees the day pass in its ledger.
        comes && due.day.0 >= turn || pause > 1 && is_last(view, due)
    });
    out
}

fn is_last(view: &View<'_>, due: &Due) -> bool {
    due.last < view.sits_next()
}

/// Whether there is anything that this court is told of now.
#[must_use]
pub fn comes(view: &View<'_>) -> bool {
    !told(view).is_empty()
}

/// What is due soon, a sentence each; cessions alike in all but the place share one.
#[must_use]
pub fn sentences(texts: &Texts, view: &View<'_>) -> Vec<String> {
    in_words(texts, view, &told(view))
}

/// Whether the court breaks its word if it ends its sitting so.
#[must_use]
pub fn lapses(view: &View<'_>) -> bool {
    open(view).iter().any(|due| is_last(view, due))
}

/// What the court has sworn and breaks if it ends its sitting so, for it does not sit again in time.
#[must_use]
pub fn lapsing(texts: &Texts, view: &View<'_>) -> Vec<String> {
    let mut due = open(view);
    due.retain(|due| is_last(view, due));
    in_words(texts, view, &due)
}

fn in_words(texts: &Texts, view: &View<'_>, due: &[Due]) -> Vec<String> {
    let mut out = Vec::new();
    for of_one in due.chunk_by(|a, b| a.draft == b.draft) {
        let draft = of_one[0].draft;
        for (i, clause) in clauses::rows(texts, view, draft) {
            let Some(due) = of_one.iter().find(|due| due.clause == i) else {
                continue;
            };
            let key = if is_last(view, due) {
                "news-due-last"
            } else {
                "news-due"
            };
            out.push(tr!(
                texts,
                key,
                day = date(texts, view.book().day(due.day)),
                draft = names::draft(texts, view, draft),
                clause = clause
            ));
        }
    }
    out
}
