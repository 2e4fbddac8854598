//! The sovereign's house in words: orders, what happened there, what is missing.

use super::names;
use super::numbers::goods;
use super::texts::{Texts, tr};
use crate::events::{Event, Obedience, Parting, Petitioners, Plea};
use crate::orders::{Reign, ReignNow, Reply};
use crate::rules::check::Refusal;
use crate::view::View;

/// What a sovereign does in his own house, as an order.
#[must_use]
pub fn reign(texts: &Texts, view: &View<'_>, reign: &ReignNow) -> String {
    let book = view.book();
    let person = |id| names::name(view, id);
    match *reign {
        Reign::Enthrone { person: p } => tr!(texts, "order-enthrone", person = person(p)),
        Reign::Requisition {
            place,
            good,
            amount,
        } => tr!(
            texts,
            "order-requisition",
            goods = goods(texts, good, amount),
            place = names::place(book, place)
        ),
        Reign::Honour { person: p } => tr!(texts, "order-honour", person = person(p)),
        Reign::Arrest { person: p } => tr!(texts, "order-arrest", person = person(p)),
        Reign::Surety { person: p, to } => tr!(
            texts,
            "order-surety",
            person = person(p),
            court = names::court(book, to)
        ),
        Reign::Seize { person: p } => tr!(texts, "order-seize", person = person(p)),
        Reign::Employ { person: p } => tr!(texts, "order-employ", person = person(p)),
        Reign::Answer { how: Reply::Yield } => texts.t("order-yield"),
        Reign::Answer {
            how: Reply::Disperse,
        } => texts.t("order-disperse"),
    }
}

/// What is missing; empty for what other rooms say.
#[must_use]
pub fn refused(texts: &Texts, view: &View<'_>, refusal: &Refusal) -> String {
    match *refusal {
        Refusal::ThroneHeld(p) => tr!(texts, "refusal-throne-held", person = names::name(view, p)),
        Refusal::NotToReign(p) => tr!(texts, "refusal-not-to-reign", person = names::name(view, p)),
        Refusal::NotInReach(p) => tr!(texts, "refusal-not-in-reach", person = names::name(view, p)),
        Refusal::NotToEmploy(p) => tr!(
            texts,
            "refusal-not-to-employ",
            person = names::name(view, p)
        ),
        Refusal::NoCrowd => texts.t("refusal-no-crowd"),
        _ => String::new(),
    }
}

/// What those before a palace ask for.
#[must_use]
pub fn plea(texts: &Texts, view: &View<'_>, plea: Plea) -> String {
    let person = |id| names::name(view, id);
    match plea {
        Plea::Restore(p) => tr!(texts, "plea-restore", person = person(p)),
        Plea::Dismiss(p) => tr!(texts, "plea-dismiss", person = person(p)),
        Plea::Void(d) => tr!(texts, "plea-void", draft = names::draft(texts, view, d)),
        Plea::Abdicate(p) => tr!(texts, "plea-abdicate", person = person(p)),
    }
}

/// What happened in a house; none for what other rooms tell.
#[must_use]
pub fn told(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    let book = view.book();
    let court = |id| names::court(book, id);
    let person = |id| names::name(view, id);
    let army = |id| names::army(texts, book, id);
    Some(match *event {
        Event::Succeeded {
            court: of,
            from,
            to,
        } => tr!(
            texts,
            "event-succeeded",
            court = court(of),
            from = person(from),
            to = person(to)
        ),
        Event::Gathered {
            court: of,
            who,
            plea: what,
        } => {
            let key = match who {
                Petitioners::Students => "event-gathered-students",
                Petitioners::Guards => "event-gathered-guards",
            };
            tr!(
                texts,
                key,
                court = court(of),
                plea = plea(texts, view, what)
            )
        }
        Event::Parted { court: of, how, .. } => {
            let key = match how {
                Parting::Yielded => "event-parted-yielded",
                Parting::Dispersed => "event-parted-dispersed",
                Parting::Forced => "event-parted-forced",
                Parting::Unheard => "event-parted-unheard",
            };
            tr!(texts, key, court = court(of))
        }
        Event::Dispatched {
            army: a, ref order, ..
        } => tr!(
            texts,
            "event-dispatched",
            army = army(a),
            order = super::orders::order(texts, view, order)
        ),
        Event::Took {
            army: a,
            person: p,
            how,
            ..
        } => {
            let key = match how {
                Obedience::Obeyed => "event-took-obeyed",
                Obedience::Delayed => "event-took-delayed",
                Obedience::Refused => "event-took-refused",
                Obedience::Moot => "event-took-moot",
            };
            tr!(texts, key, person = person(p), army = army(a))
        }
        Event::Outlay { good, by, .. } => tr!(
            texts,
            "event-outlay",
            goods = goods(texts, good, by.abs()),
            way = if by > 0 { "more" } else { "less" }
        ),
        Event::Honoured {
            court: of,
            person: p,
        } => tr!(
            texts,
            "event-honoured",
            court = court(of),
            person = person(p)
        ),
        Event::Arrested {
            court: of,
            person: p,
        } => tr!(
            texts,
            "event-arrested",
            court = court(of),
            person = person(p)
        ),
        _ => return None,
    })
}
