//! What is missing. How to get it is said by each face, which knows how it is asked for.

use super::conditions::condition;
use super::names;
use super::numbers::{edicts, goods, number};
use super::texts::{Texts, tr};
use super::{capital, sentence};
use crate::base::ids::{PersonId, PlaceId};
use crate::engine::Ask;
use crate::orders::Order;
use crate::rules::check::Refusal;
use crate::scenario::language::Condition;
use crate::scenario::model::Cond;
use crate::view::View;

/// Why something cannot be done: what is missing, a line each.
#[must_use]
pub fn refusal(texts: &Texts, view: &View<'_>, refusal: &Refusal) -> Vec<String> {
    let book = view.book();
    let army = |id| names::army(texts, book, id);
    let place = |id| names::place(book, id);
    let draft = |id| names::draft(texts, view, id);
    let lines = match refusal {
        Refusal::GameOver => vec![texts.t("refusal-over")],
        Refusal::NoCourt => vec![texts.t("refusal-no-court")],
        Refusal::NoEdicts { needed, left } => vec![tr!(
            texts,
            "refusal-no-edicts",
            needed = edicts(texts, *needed),
            left = left.to_string()
        )],
        Refusal::TooPoor { good, needed, have } => vec![tr!(
            texts,
            "refusal-poor",
            missing = goods(texts, *good, needed - have),
            needed = number(*needed),
            have = number(*have)
        )],
        Refusal::NotYourArmy(id) => {
            vec![tr!(texts, "refusal-not-your-army", army = army(*id))]
        }
        Refusal::NoSuchArmy(id) => vec![tr!(texts, "refusal-no-such-army", army = army(*id))],
        Refusal::ShutIn(id, at) => vec![tr!(
            texts,
            "refusal-shut-in",
            army = army(*id),
            place = place(*at)
        )],
        Refusal::NoRoad(id, to) => vec![tr!(
            texts,
            "refusal-no-road",
            army = army(*id),
            place = place(*to)
        )],
        Refusal::AlreadySo => vec![texts.t("refusal-already")],
        Refusal::NotHostile(at) => vec![tr!(texts, "refusal-not-hostile", place = place(*at))],
        Refusal::NotYetDue(at) => vec![match view.signed_away_until(*at) {
            Some(day) => tr!(
                texts,
                "refusal-not-yet-due",
                place = place(*at),
                day = super::numbers::date(texts, book.day(day))
            ),
            None => tr!(texts, "refusal-not-hostile", place = place(*at)),
        }],
        Refusal::PlainWords(id) => vec![tr!(
            texts,
            "refusal-plain-words",
            draft = names::draft(texts, view, *id)
        )],
        Refusal::NotLetIn(at, holder) => vec![tr!(
            texts,
            "refusal-not-let-in",
            place = place(*at),
            court = names::court(view.book(), *holder)
        )],
        Refusal::NotYours(at) => vec![not_yours(texts, view, *at)],
        Refusal::NotBesieged(at) => vec![tr!(texts, "refusal-not-besieged", place = place(*at))],
        Refusal::Besieged(at) => vec![tr!(texts, "refusal-besieged", place = place(*at))],
        Refusal::TooFewMen { army: id, have } => {
            vec![tr!(
                texts,
                "refusal-few-men",
                army = army(*id),
                have = number(*have)
            )]
        }
        Refusal::NotALevy(id) => vec![tr!(texts, "refusal-not-levy", army = army(*id))],
        Refusal::Needs(conditions) => missing(texts, view, conditions),
        Refusal::NotAtHand(who) => vec![not_at_hand(texts, view, *who)],
        Refusal::CommandsAlready(who, id) => vec![tr!(
            texts,
            "refusal-commands",
            person = names::name(view, *who),
            army = army(*id)
        )],
        Refusal::HoldsNothing(who) => vec![tr!(
            texts,
            "refusal-holds-nothing",
            person = names::name(view, *who)
        )],
        Refusal::NotYourPost => vec![texts.t("refusal-not-your-post")],
        Refusal::NotYourDraft(d) => {
            let from = names::court(book, view.terms(*d).from);
            vec![tr!(
                texts,
                "refusal-not-your-draft",
                draft = draft(*d),
                court = from
            )]
        }
        Refusal::DraftBusy(d) => vec![tr!(texts, "refusal-draft-busy", draft = draft(*d))],
        Refusal::NotProposed(d) => {
            vec![tr!(texts, "refusal-not-proposed", draft = draft(*d))]
        }
        Refusal::NoSuchPaper(_)
        | Refusal::Blank
        | Refusal::Unsound(_)
        | Refusal::Awaited(_)
        | Refusal::NotToSend(_)
        | Refusal::NotOverreached(_)
        | Refusal::NotInForce(_)
        | Refusal::NotHeld(_)
        | Refusal::NoFugitive(_)
        | Refusal::NoClaim(_)
        | Refusal::AtWarAlready(_) => vec![super::bargain::refused(texts, view, refusal)],
        Refusal::ThroneHeld(_)
        | Refusal::NotToReign(_)
        | Refusal::NotInReach(_)
        | Refusal::NotToEmploy(_)
        | Refusal::NoCrowd
        | Refusal::NotSitting(_)
        | Refusal::NotClient(_)
        | Refusal::TooWeakThere { .. }
        | Refusal::NotBeside(..)
        | Refusal::NotACorps(_) => {
            vec![super::house::refused(texts, view, refusal)]
        }
        Refusal::NothingDue(d) => vec![tr!(texts, "refusal-nothing-due", draft = draft(*d))],
        Refusal::NotCeded(at) => vec![tr!(texts, "refusal-not-ceded", place = place(*at))],
        Refusal::NoRiver(at) => vec![tr!(texts, "refusal-no-river", place = place(*at))],
        Refusal::NoPowder(at) => vec![tr!(texts, "refusal-no-powder", place = place(*at))],
        Refusal::NothingToDo(at) => vec![tr!(texts, "refusal-nothing-to-do", place = place(*at))],
        Refusal::NoWater(_)
        | Refusal::Afloat(_)
        | Refusal::NoShips(_)
        | Refusal::NoneMoored(_)
        | Refusal::OnTheWay(_)
        | Refusal::SlipsFull(..)
        | Refusal::TooMany { .. }
        | Refusal::ConvoyUnderWay(..)
        | Refusal::CutOff(_)
        | Refusal::NotOccupied(_) => super::land::refused(texts, view, refusal)
            .into_iter()
            .collect(),
        Refusal::NotLaid(_) => vec![texts.t("refusal-not-laid")],
        Refusal::Closed(decision, option, conditions) => {
            let mut lines = vec![texts.t("refusal-closed")];
            lines.extend(missing(texts, view, conditions));
            let choice = &book.decisions[decision.index()].options[option.index()];
            if !choice.opens_by.is_empty() {
                lines.push(tr!(texts, "refusal-opens", how = choice.opens_by.as_str()));
            }
            lines
        }
    };
    lines.iter().map(|line| capital(line)).collect()
}

/// Why an ask cannot be done. Where the same refusal means another thing for each order, the order tells.
#[must_use]
pub fn refusal_of(texts: &Texts, view: &View<'_>, ask: &Ask, why: &Refusal) -> Vec<String> {
    nearer(texts, view, ask, why).map_or_else(|| refusal(texts, view, why), |line| vec![line])
}

/// What a refusal means for this ask, where that can be said more nearly.
#[must_use]
pub fn nearer(texts: &Texts, view: &View<'_>, ask: &Ask, why: &Refusal) -> Option<String> {
    let Ask::Order(order) = ask else {
        return None;
    };
    let book = view.book();
    let place = |id: PlaceId| names::place(book, id);
    let army = |id| names::army(texts, book, id);
    let person = |id: PersonId| names::name(view, id);
    let text = match (why, order) {
        (Refusal::NothingToDo(_), Order::Levy { .. }) => texts.t("refusal-nothing-levy"),
        (Refusal::NothingToDo(at), Order::Fortify { .. }) => {
            tr!(texts, "refusal-nothing-fortify", place = place(*at))
        }
        (Refusal::NothingToDo(at), Order::Arm { .. }) => {
            tr!(texts, "refusal-nothing-arm", place = place(*at))
        }
        (Refusal::NothingToDo(at), Order::Provision { .. }) => {
            tr!(texts, "refusal-nothing-provision", place = place(*at))
        }
        (Refusal::NothingToDo(at), Order::BuildBoats { .. }) => {
            tr!(texts, "refusal-nothing-boats", place = place(*at))
        }
        (Refusal::NothingToDo(_), Order::BuildShips { .. }) => texts.t("refusal-nothing-ships"),
        (Refusal::NothingToDo(at), Order::Transport { .. }) => {
            tr!(texts, "refusal-nothing-transport", place = place(*at))
        }
        (Refusal::NoRiver(at), Order::BuildShips { .. }) => {
            tr!(texts, "refusal-no-water-here", place = place(*at))
        }
        (Refusal::AlreadySo, Order::Rouse { person: who, .. }) => {
            tr!(texts, "refusal-already-roused", person = person(*who))
        }
        (Refusal::NothingToDo(_), Order::FeedPeople { .. }) => texts.t("refusal-nothing-feed"),
        (Refusal::NothingToDo(at), Order::BreakDike { .. }) => {
            tr!(texts, "refusal-nothing-dike", place = place(*at))
        }
        (
            Refusal::AlreadySo,
            Order::March { army: id, to: at } | Order::Withdraw { army: id, to: at },
        ) => {
            let there = view.army(*id).is_some_and(|a| a.at == *at);
            tr!(
                texts,
                if there {
                    "refusal-already-there"
                } else {
                    "refusal-already-going"
                },
                army = army(*id),
                place = place(*at)
            )
        }
        (Refusal::AlreadySo, Order::Hold { army: id }) => {
            tr!(texts, "refusal-already-holds", army = army(*id))
        }
        (Refusal::AlreadySo, Order::Appoint { person: who, post }) => tr!(
            texts,
            "refusal-already-post",
            person = person(*who),
            post = names::post(book, *post)
        ),
        (
            Refusal::AlreadySo,
            Order::Command {
                person: who,
                army: id,
            },
        ) => tr!(
            texts,
            "refusal-already-command",
            person = person(*who),
            army = army(*id)
        ),
        (Refusal::AlreadySo, Order::MoveCourt { to }) => {
            tr!(texts, "refusal-already-court", place = place(*to))
        }
        (Refusal::AlreadySo, Order::Recall { person: who }) => {
            tr!(texts, "refusal-already-recalled", person = person(*who))
        }
        (Refusal::NotHostile(at), _) => {
            let holder = view.holder(*at).filter(|h| !view.allied(*h))?;
            tr!(
                texts,
                "refusal-not-at-war",
                place = place(*at),
                court = names::court(book, holder)
            )
        }
        _ => return None,
    };
    Some(capital(&text))
}

/// What each missing condition asks for. A condition that something be not so is told by what is so.
fn missing(texts: &Texts, view: &View<'_>, conditions: &[Cond]) -> Vec<String> {
    conditions
        .iter()
        .map(|c| match c {
            Condition::Not(inner) => tr!(
                texts,
                "refusal-needs-how",
                condition = condition(texts, view, inner)
            ),
            _ => tr!(
                texts,
                "refusal-needs",
                condition = condition(texts, view, c)
            ),
        })
        .collect()
}

fn not_yours(texts: &Texts, view: &View<'_>, at: PlaceId) -> String {
    let place = names::place(view.book(), at);
    view.holder(at).filter(|h| *h != view.court()).map_or_else(
        || tr!(texts, "refusal-not-yours", place = place.as_str()),
        |holder| {
            tr!(
                texts,
                "refusal-not-yours-held",
                place = place.as_str(),
                court = names::court(view.book(), holder)
            )
        },
    )
}

fn not_at_hand(texts: &Texts, view: &View<'_>, who: PersonId) -> String {
    let book = view.book();
    let person = names::name(view, who);
    let figure = view.figure(who);
    let text = if !figure.alive {
        tr!(texts, "refusal-dead", person = person)
    } else if let Some(captive) = view.captive(who) {
        tr!(
            texts,
            "refusal-captive",
            person = person,
            court = names::court(book, captive.of)
        )
    } else if let Some(court) = figure.court.filter(|c| *c != view.court()) {
        tr!(
            texts,
            "refusal-other-court",
            person = person,
            court = names::court(book, court)
        )
    } else {
        tr!(texts, "refusal-not-at-hand", person = person)
    };
    sentence(&text)
}
