//! What it means to give one's word or to break it, or a dike, said before it is done.

use super::clauses::rows;
use super::names;
use super::numbers::{GOODS, about, goods, join, signed};
use super::texts::{Texts, tr};
use super::{bargain, sentence};
use crate::base::ids::{CourtId, DraftId, PlaceId};
use crate::orders::{Order, OrderNow, Treat};
use crate::rules::formulas::flood;
use crate::scenario::language::Clause;
use crate::view::View;

/// What binds a court after this order, or does so no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stakes {
    /// What is promised, a line for each clause.
    pub terms: Vec<String>,
    /// What follows from it, or would be broken by it.
    pub warnings: Vec<String>,
}

/// What is at stake in an order; nothing in one that neither gives the court's word nor breaks it.
#[must_use]
pub fn stakes(texts: &Texts, view: &View<'_>, order: &OrderNow) -> Stakes {
    match order {
        Order::Accept { draft } => Stakes {
            terms: rows(texts, view, *draft)
                .into_iter()
                .map(|(_, words)| sentence(&words))
                .collect(),
            warnings: beyond(texts, view, *draft)
                .into_iter()
                .chain(sieges(texts, view, *draft))
                .chain(bargain::would_hold(texts, view, *draft))
                .collect(),
        },
        Order::Treat(treat) => Stakes {
            terms: Vec::new(),
            warnings: match **treat {
                Treat::War { on } => war(texts, view, on),
                Treat::Void { draft } => void(texts, view, draft),
                _ => Vec::new(),
            },
        },
        Order::BreakDike { place } => Stakes {
            terms: Vec::new(),
            warnings: dike(texts, view, *place),
        },
        _ => Stakes::default(),
    }
}

/// What a broken dike does: to the country, to whoever stands in it, and to the name of whoever broke it.
fn dike(texts: &Texts, view: &View<'_>, place: PlaceId) -> Vec<String> {
    let under = view.would_flood(place);
    let names: Vec<String> = under
        .places
        .iter()
        .map(|at| names::place(view.book(), *at))
        .collect();
    let mut out = vec![tr!(
        texts,
        "stakes-flood",
        places = join(texts, &names),
        homes = about(under.homes),
        days = u32::from(flood::LIES_XUN) * 10,
        percent = flood::DROWNED_PERCENT
    )];
    if under.moves_river {
        out.push(texts.t("stakes-flood-river"));
    }
    out.push(tr!(
        texts,
        "stakes-flood-name",
        n = signed(flood::LEGITIMACY)
    ));
    out
}

/// What a paper has the court pay at once beyond what lies in its treasury.
fn beyond(texts: &Texts, view: &View<'_>, draft: DraftId) -> Vec<String> {
    let mut owed = [0_i64; GOODS.len()];
    for clause in &view.terms(draft).clauses {
        if let Clause::Pay {
            by, good, amount, ..
        }
        | Clause::Yearly {
            by, good, amount, ..
        } = clause
            && *by == view.court()
        {
            owed[*good as usize] += amount;
        }
    }
    let stored = &view.realm().treasury;
    GOODS
        .into_iter()
        .filter(|good| owed[*good as usize] > stored[*good as usize].max(0))
        .map(|good| {
            tr!(
                texts,
                "stakes-beyond",
                owed = goods(texts, good, owed[good as usize]),
                have = goods(texts, good, stored[good as usize].max(0))
            )
        })
        .collect()
}

/// Which sieges a peace breaks off.
fn sieges(texts: &Texts, view: &View<'_>, draft: DraftId) -> Option<String> {
    let terms = view.terms(draft);
    let other = terms.other(view.court());
    if !terms.makes_peace() || !view.at_war(other) {
        return None;
    }
    let places: Vec<String> = view
        .besieged()
        .iter()
        .filter(|place| view.holder(**place) == Some(other))
        .filter(|place| view.siege(**place).is_some_and(|s| s.by == view.court()))
        .map(|place| names::place(view.book(), *place))
        .collect();
    (!places.is_empty()).then(|| tr!(texts, "stakes-sieges", places = join(texts, &places)))
}

/// What war breaks, and what that costs.
fn war(texts: &Texts, view: &View<'_>, on: CourtId) -> Vec<String> {
    if let Some(breach) = bargain::breach(texts, view, on) {
        return vec![breach];
    }
    let sworn: Vec<String> = view
        .papers()
        .filter(|(_, paper)| paper.sworn.is_some() && paper.void.is_none())
        .filter(|(draft, _)| view.terms(*draft).other(view.court()) == on)
        .map(|(draft, _)| names::draft(texts, view, draft))
        .collect();
    let mut out = Vec::new();
    if !sworn.is_empty() {
        out.push(tr!(texts, "stakes-sworn", papers = join(texts, &sworn)));
    }
    out.push(price(texts, view.war_price(on)));
    out
}

/// What declaring a paper void costs, and whether it is war.
fn void(texts: &Texts, view: &View<'_>, draft: DraftId) -> Vec<String> {
    let mut out: Vec<String> = bargain::void_is_war(texts, view, draft)
        .into_iter()
        .collect();
    out.push(price(texts, view.void_price(draft)));
    out
}

fn price(texts: &Texts, by: i32) -> String {
    if by < 0 {
        tr!(texts, "treaties-war-price", n = -by)
    } else {
        texts.t("treaties-war-free")
    }
}
