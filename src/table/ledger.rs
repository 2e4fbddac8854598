//! Where every tael came from and went: the postings of a turn with what caused each, and a court's account over some turns.
//! What is in store at the end is what was there at the beginning and the sum of the lines between.

use super::session::Session;
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, DraftId, IncidentId, OptionId};
use crate::events::{Account as Side, Event, Reason};
use crate::orders::OrderNow;
use crate::prose::texts::{Texts, tr};
use crate::prose::{events, names, orders};
use crate::scenario::language::Good;
use crate::view::View;

/// What set goods in motion, where a single act did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A choice in council.
    Choice(DecisionId, OptionId),
    /// An order.
    Order(OrderNow),
    /// A clause of this treaty.
    Draft(DraftId),
    /// An incident.
    Incident(IncidentId),
}

/// Goods that moved from one account to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// When.
    pub turn: Turn,
    /// Out of which account.
    pub from: Side,
    /// Into which.
    pub to: Side,
    /// What.
    pub good: Good,
    /// How much.
    pub amount: i64,
    /// Why.
    pub why: Reason,
    /// Through which act.
    pub cause: Option<Cause>,
}

impl Posting {
    /// How the posting changed what a court has.
    #[must_use]
    pub fn signed(&self, court: CourtId) -> i64 {
        let part = |side: Side| {
            if side == Side::Court(court) {
                self.amount
            } else {
                0
            }
        };
        part(self.to) - part(self.from)
    }
}

/// The postings among the events of a turn, from one of them on; those before it only tell what caused the rest.
pub(super) fn postings(turn: Turn, events: &[Event], from: usize) -> Vec<Posting> {
    let mut out = Vec::new();
    let mut act: Option<Cause> = None;
    for (i, event) in events.iter().enumerate() {
        match *event {
            Event::Chose { decision, option } => act = Some(Cause::Choice(decision, option)),
            Event::Befell { incident, .. } => act = Some(Cause::Incident(incident)),
            // What was put off does not say any more who put it off.
            Event::DeferredDone { .. } => act = None,
            Event::Goods {
                from: giver,
                to,
                good,
                amount,
                why,
            } if i >= from => {
                // An order is paid for before it is given, and a clause is ticked off after it was paid.
                let mut later = events[i + 1..].iter();
                let cause = match why {
                    Reason::Revenue
                    | Reason::Pay
                    | Reason::PayInKind
                    | Reason::Rations
                    | Reason::Offices
                    | Reason::ByHand => None,
                    Reason::Order => later.find_map(|e| match e {
                        Event::Ordered { order, .. } => Some(Cause::Order(order.clone())),
                        _ => None,
                    }),
                    Reason::Clause => later.find_map(|e| match e {
                        Event::ClausePaid { draft, .. } => Some(Cause::Draft(*draft)),
                        _ => None,
                    }),
                    _ => act.clone(),
                };
                out.push(Posting {
                    turn,
                    from: giver,
                    to,
                    good,
                    amount,
                    why,
                    cause,
                });
            }
            _ => {}
        }
    }
    out
}

/// A line of an account: postings of one kind together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The first turn it was booked in.
    pub turn: Turn,
    /// In words.
    pub words: String,
    /// Why.
    pub why: Reason,
    /// By how much it changed what is in store.
    pub by: i64,
}

/// A court's account of one good over some turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// In store when the first of them opened.
    pub before: i64,
    /// What came and went, in the order of the days.
    pub lines: Vec<Line>,
    /// In store at their end.
    pub after: i64,
}

/// The account of a good in the turns from `since` to before `until`; the turn that is open counts as far as it has gone.
#[must_use]
pub fn account(session: &Session, court: CourtId, good: Good, since: Turn, until: Turn) -> Account {
    let view = session.view(court);
    let mut lines: Vec<(Line, (Reason, Option<Cause>))> = Vec::new();
    // Counted back from what is in store now: a figure that was noted at an opening has the opening's own postings in it.
    let (mut after, mut sum) = (view.realm().treasury[good as usize], 0);
    for posting in session.books(court) {
        if posting.good != good || posting.turn < since {
            continue;
        }
        let by = posting.signed(court);
        if posting.turn >= until {
            after -= by;
            continue;
        }
        sum += by;
        let kind = (posting.why, posting.cause.clone());
        if let Some((line, _)) = lines
            .iter_mut()
            .find(|(line, known)| *known == kind && (line.by > 0) == (by > 0))
        {
            line.by += by;
        } else {
            let words = words(session.texts(), &view, &posting);
            let turn = posting.turn;
            let why = posting.why;
            lines.push((
                Line {
                    turn,
                    words,
                    why,
                    by,
                },
                kind,
            ));
        }
    }
    Account {
        before: after - sum,
        lines: lines.into_iter().map(|(line, _)| line).collect(),
        after,
    }
}

/// A posting in words.
fn words(texts: &Texts, view: &View<'_>, posting: &Posting) -> String {
    let book = view.book();
    let why = events::reason(texts, posting.why);
    let own = Side::Court(view.court());
    let (other, came) = if posting.to == own {
        (posting.from, true)
    } else {
        (posting.to, false)
    };
    let party = match other {
        Side::Court(court) => Some(names::court(book, court)),
        Side::Town(place) | Side::Depot(place) | Side::Road(place) => {
            Some(names::place(book, place))
        }
        Side::Country => None,
    };
    let what = match &posting.cause {
        // What another court chose is its own affair; that it paid is seen.
        Some(Cause::Choice(decision, _))
            if book.decisions[decision.index()].court == view.court() =>
        {
            Some(tr!(
                texts,
                "ledger-choice",
                title = book.decisions[decision.index()].title.as_str()
            ))
        }
        Some(Cause::Order(order)) => Some(orders::order(texts, view, order)),
        Some(Cause::Draft(draft)) => Some(names::draft(texts, view, *draft)),
        Some(Cause::Incident(incident)) => Some(book.incidents[incident.index()].title.clone()),
        Some(Cause::Choice(..)) | None => None,
    };
    match (what, party) {
        (Some(what), Some(party)) if came => {
            tr!(
                texts,
                "ledger-from-for",
                why = why,
                party = party,
                what = what
            )
        }
        (Some(what), Some(party)) => {
            tr!(
                texts,
                "ledger-to-for",
                why = why,
                party = party,
                what = what
            )
        }
        (None, Some(party)) if came => tr!(texts, "ledger-from", why = why, party = party),
        (None, Some(party)) => tr!(texts, "ledger-to", why = why, party = party),
        (Some(what), None) => tr!(texts, "ledger-for", why = why, what = what),
        (None, None) => why,
    }
}
