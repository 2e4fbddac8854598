//! The clauses of a paper in words, with how they stand.

use super::capital;
use super::conditions;
use super::names;
use super::numbers::{goods, join};
use super::texts::{Texts, tr};
use crate::base::ids::{DraftId, PlaceId};
use crate::scenario::language::Clause;
use crate::view::View;

/// The clauses of a draft and how they stand, a line each; cessions alike in all but the place share one.
#[must_use]
pub fn clauses(texts: &Texts, view: &View<'_>, draft: DraftId) -> Vec<String> {
    rows(texts, view, draft)
        .into_iter()
        .map(|(i, words)| with_state(texts, view, draft, i, words))
        .collect()
}

/// The clauses of a draft in words, each with its number in the list; cessions alike in all but the place share the first's.
#[must_use]
pub fn rows(texts: &Texts, view: &View<'_>, draft: DraftId) -> Vec<(usize, String)> {
    let book = view.book();
    let terms = view.terms(draft);
    let (list, parties) = (&terms.clauses, (terms.from, terms.to));
    let mut done = vec![false; list.len()];
    let mut out = Vec::new();
    for i in 0..list.len() {
        if done[i] {
            continue;
        }
        if let Clause::Cede { by, due_xun, .. } = &list[i] {
            let like: Vec<(usize, PlaceId)> = (i..list.len())
                .filter_map(|j| match &list[j] {
                    Clause::Cede {
                        by: b,
                        due_xun: d,
                        place,
                    } if b == by && d == due_xun => {
                        (view.clause(draft, j) == view.clause(draft, i)).then_some((j, *place))
                    }
                    _ => None,
                })
                .collect();
            if like.len() > 1 {
                for (j, _) in &like {
                    done[*j] = true;
                }
                let places: Vec<String> =
                    like.iter().map(|(_, at)| names::place(book, *at)).collect();
                let words = tr!(
                    texts,
                    "clause-cede-many",
                    court = names::court(book, *by),
                    n = *due_xun,
                    places = join(texts, &places)
                );
                out.push((i, words));
                continue;
            }
        }
        if let Some(clause) = view.clause_as_known(draft, i) {
            out.push((
                i,
                capital(&conditions::clause_between(texts, view, parties, &clause)),
            ));
        }
    }
    out
}

/// A clause in words, with how it stands.
fn with_state(
    texts: &Texts,
    view: &View<'_>,
    draft: DraftId,
    index: usize,
    words: String,
) -> String {
    let book = view.book();
    let clause = &view.terms(draft).clauses[index];
    let state = view.clause(draft, index);
    let mut out = words;
    if state.replaced {
        out.push_str(&texts.t("clause-state-replaced"));
    } else if let Some(by) = state.broken
        && clause.binds().is_some_and(|bound| *bound != by)
    {
        // It was not broken for him who was bound: it fell with the peace.
        out.push_str(&tr!(
            texts,
            "clause-state-released",
            court = names::court(book, by)
        ));
    } else if let Some(by) = state.broken {
        out.push_str(&tr!(
            texts,
            "clause-state-broken",
            court = names::court(book, by)
        ));
    } else if state.kept {
        out.push_str(&texts.t("clause-state-kept"));
    } else {
        out.push('.');
    }
    if let Clause::Pay { good, .. } | Clause::Yearly { good, .. } = clause
        && state.paid > 0
    {
        out.push(' ');
        out.push_str(&tr!(
            texts,
            "clause-state-paid",
            goods = goods(texts, *good, state.paid)
        ));
    }
    out
}
