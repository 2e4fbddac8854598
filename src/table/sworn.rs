//! The ledger of what was sworn: what is due, paid, late and broken, by whom and on which reading, beside the breach that the record alleges.

use super::papers::{PaperState, Standing, papers, standing};
use crate::base::date::Date;
use crate::base::ids::{CourtId, DraftId};
use crate::rules::systems::treaties::grievance::Remedy;
use crate::scenario::language::{Clause, Good};
use crate::scenario::model::Alleged;
use crate::view::View;

/// A treaty in force, as its page of the ledger has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Which.
    pub draft: DraftId,
    /// The other party.
    pub other: CourtId,
    /// When it was sworn.
    pub sworn: Date,
    /// The clauses in plain words.
    pub rows: Vec<Row>,
    /// Words that are read in more ways than one, in the paper's order.
    pub unclear: Vec<Vec<Reading>>,
    /// What this court may do without blame.
    pub remedies: Vec<Remedy>,
    /// What war on the other would cost this court in legitimacy: nothing, or a number below it.
    pub war_price: i32,
    /// Until when this paper keeps this court from attacking the other: while its truce runs, or its peace is fresh.
    pub holds_until: Option<Date>,
}

/// A clause and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the paper's list.
    pub clause: usize,
    /// How it stands.
    pub standing: Standing,
    /// Until when it can be done.
    pub due: Option<Date>,
    /// What was paid of it, and what is left to pay; none for one that is not about goods.
    pub paid: Option<(Good, i64, i64)>,
}

/// One reading of unclear words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Who reads them so.
    pub held_by: CourtId,
    /// Who has broken his word on this reading.
    pub broken: Option<CourtId>,
    /// What follows from it.
    pub rows: Vec<Row>,
}

/// The pages of the ledger: every treaty in force to which this court is a party.
#[must_use]
pub fn ledger(view: &View<'_>) -> Vec<Sheet> {
    papers(view)
        .into_iter()
        .filter_map(|(draft, state)| match state {
            PaperState::Sworn(sworn) => Some(sheet(view, draft, sworn)),
            _ => None,
        })
        .collect()
}

fn sheet(view: &View<'_>, draft: DraftId, sworn: Date) -> Sheet {
    let terms = view.terms(draft);
    let other = terms.other(view.court());
    let plain = (0..terms.clauses.len()).filter(|n| terms.reading_of(*n).is_none());
    Sheet {
        draft,
        other,
        sworn,
        rows: plain.map(|n| row(view, draft, n)).collect(),
        unclear: terms
            .unclear
            .iter()
            .map(|unclear| {
                unclear
                    .readings
                    .iter()
                    .map(|sense| Reading {
                        held_by: sense.held_by,
                        broken: sense.clauses().find_map(|n| view.clause(draft, n).broken),
                        rows: sense.clauses().map(|n| row(view, draft, n)).collect(),
                    })
                    .collect()
            })
            .collect(),
        remedies: view.remedies(draft),
        war_price: view.war_price(other),
        holds_until: view
            .held_back(other)
            .filter(|bond| bond.draft == draft)
            .map(|bond| view.book().day(bond.until)),
    }
}

fn row(view: &View<'_>, draft: DraftId, clause: usize) -> Row {
    let (standing, due) = standing(view, draft, clause);
    Row {
        clause,
        standing,
        due,
        paid: paid(view, draft, clause),
    }
}

/// What was paid of a clause, and what is left to pay of it now; none for one that is not about goods.
#[must_use]
pub fn paid(view: &View<'_>, draft: DraftId, clause: usize) -> Option<(Good, i64, i64)> {
    match view.terms(draft).clauses.get(clause)? {
        Clause::Pay { good, .. } | Clause::Yearly { good, .. } => Some((
            *good,
            view.clause(draft, clause).paid,
            view.outstanding(draft, clause),
        )),
        _ => None,
    }
}

/// The breaches that the record alleges and that this court can have heard of: those from before the first day, and all of them once the game is over.
#[must_use]
pub fn alleged<'a>(view: &View<'a>, draft: DraftId) -> Vec<&'a Alleged> {
    let book = view.book();
    book.drafts
        .get(draft.index())
        .map(|written| {
            written
                .alleged
                .iter()
                .filter(|a| a.since <= book.from || view.is_over())
                .collect()
        })
        .unwrap_or_default()
}
