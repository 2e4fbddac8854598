//! Conditions and clauses in words. A condition is a clause without a stop, so that it can stand in a list.

use fluent_bundle::FluentValue;

use super::names;
use super::numbers::{date, good, goods, measure, month, number};
use super::texts::{Texts, tr};
use crate::base::ids::CourtId;
use crate::rules::condition::{Found, Gap};
use crate::scenario::language::{BattleKind, Clause, ClauseKind};
use crate::scenario::model::{ClauseNow, Cond};
use crate::view::View;

/// A condition in words: `Kaifeng is held by Jin`.
#[must_use]
pub fn condition(texts: &Texts, view: &View<'_>, cond: &Cond) -> String {
    say(texts, view, cond, true)
}

/// A part of a condition that is not as wanted, and what there was instead: `wanted: the legitimacy of Song is below 30; it was 41`.
#[must_use]
pub fn gap(texts: &Texts, view: &View<'_>, gap: &Gap) -> String {
    let book = view.book();
    let wanted = say(texts, view, &gap.part, gap.so);
    let (key, found) = match gap.found {
        Found::Plain => ("gap-plain", String::new()),
        Found::Number(n) if matches!(gap.part, Cond::Lean(..)) => {
            ("gap-found", super::numbers::signed(n))
        }
        Found::Number(n) => ("gap-found", number(n)),
        Found::Day(day) => ("gap-found", date(texts, day)),
        Found::Court(Some(court)) if matches!(gap.part, Cond::Free(_)) => {
            ("gap-captor", names::court(book, court))
        }
        Found::Court(Some(court)) => ("gap-court", names::court(book, court)),
        Found::Court(None) if matches!(gap.part, Cond::Besieged(..)) => {
            ("gap-no-siege", String::new())
        }
        Found::Court(None) => ("gap-nobody", String::new()),
        Found::Place(Some(place)) => ("gap-at", names::place(book, place)),
        Found::Place(None) => ("gap-nowhere", String::new()),
        Found::Person(Some(person)) => ("gap-person", names::name(view, person)),
        Found::Person(None) => ("gap-no-person", String::new()),
        Found::Chose(chosen) => {
            let label = match gap.part {
                Cond::Chose(decision, _) => {
                    chosen.and_then(|o| book.decisions[decision.index()].options.get(o.index()))
                }
                _ => None,
            };
            label.map_or(("gap-not-chosen", String::new()), |option| {
                ("gap-chose", option.label.trim_end_matches('.').to_owned())
            })
        }
    };
    texts.t_with(
        key,
        &[
            ("condition", FluentValue::from(wanted)),
            ("found", FluentValue::from(found)),
        ],
    )
}

/// The kinds of fighting.
#[must_use]
pub fn battle(texts: &Texts, kind: BattleKind) -> String {
    texts.t(match kind {
        BattleKind::Field => "battle-field",
        BattleKind::Crossing => "battle-crossing",
        BattleKind::Relief => "battle-relief",
        BattleKind::Raid => "battle-raid",
        BattleKind::Assault => "battle-assault",
        BattleKind::Sortie => "battle-sortie",
        BattleKind::River => "battle-river",
        BattleKind::Midstream => "battle-midstream",
    })
}

/// Several conditions, all or any of them.
fn several(texts: &Texts, view: &View<'_>, list: &[Cond], so: bool, all: bool) -> String {
    let parts: Vec<String> = list.iter().map(|c| say(texts, view, c, so)).collect();
    let Some(joined) = parts.into_iter().reduce(|a, b| {
        if all {
            tr!(texts, "cond-and", a = a, b = b)
        } else {
            tr!(texts, "cond-or", a = a, b = b)
        }
    }) else {
        return texts.t("cond-always");
    };
    if all || list.len() < 2 {
        joined
    } else {
        tr!(texts, "cond-either", list = joined)
    }
}

fn say(texts: &Texts, view: &View<'_>, cond: &Cond, so: bool) -> String {
    let book = view.book();
    let court = |id: &CourtId| names::court(book, *id);
    let place = |id: &crate::base::ids::PlaceId| names::place(book, *id);
    let person = |id: &crate::base::ids::PersonId| names::name(view, *id);
    let army = |id: &crate::base::ids::ArmyId| names::army(texts, book, *id);
    let draft = |id: &crate::base::ids::DraftId| names::draft(texts, view, *id);
    let post = |id: &crate::base::ids::PostId| names::post(book, *id);
    let yes = if so { "yes" } else { "no" };
    let with = |key: &str, args: &[(&str, String)]| {
        let mut given: Vec<(&str, FluentValue<'_>)> = vec![("so", FluentValue::from(yes))];
        given.extend(
            args.iter()
                .map(|(name, value)| (*name, FluentValue::from(value.as_str()))),
        );
        texts.t_with(key, &given)
    };
    match cond {
        Cond::Always => with("cond-always-so", &[]),
        Cond::All(list) => several(texts, view, list, so, so),
        Cond::Any(list) => several(texts, view, list, so, !so),
        Cond::Not(inner) => say(texts, view, inner, !so),
        Cond::From(day) => with("cond-from", &[("day", date(texts, *day))]),
        Cond::Until(day) => with("cond-until", &[("day", date(texts, *day))]),
        Cond::Months(months) => {
            let list: Vec<String> = months.iter().map(|m| month(texts, *m)).collect();
            with(
                "cond-months",
                &[("months", super::numbers::join(texts, &list))],
            )
        }
        Cond::Holds(c, p) => with("cond-holds", &[("court", court(c)), ("place", place(p))]),
        Cond::Besieged(p, c) => with("cond-besieged", &[("court", court(c)), ("place", place(p))]),
        Cond::Stands(a) => with("cond-stands", &[("army", army(a))]),
        Cond::ArmyAt(a, p) => with("cond-army-at", &[("army", army(a)), ("place", place(p))]),
        Cond::Near {
            court: c,
            place: p,
            km,
            men,
        } => with(
            "cond-near",
            &[
                ("court", court(c)),
                ("place", place(p)),
                ("km", number(*km)),
                ("men", number(*men)),
            ],
        ),
        Cond::Stronger {
            court: c,
            than,
            place: p,
            percent,
        } => with(
            "cond-stronger",
            &[
                ("court", court(c)),
                ("than", court(than)),
                ("place", place(p)),
                ("percent", percent.to_string()),
            ],
        ),
        Cond::AcrossRiver(c) => with("cond-across", &[("court", court(c))]),
        Cond::Alive(p) => with("cond-alive", &[("person", person(p))]),
        Cond::Free(p) => with("cond-free", &[("person", person(p))]),
        Cond::HeldBy(p, c) => with("cond-held", &[("person", person(p)), ("court", court(c))]),
        Cond::Serves(p, c) => with("cond-serves", &[("person", person(p)), ("court", court(c))]),
        Cond::InPost(p, q) => with("cond-post", &[("person", person(p)), ("post", post(q))]),
        Cond::Vacant(q) => with("cond-vacant", &[("post", post(q))]),
        Cond::Commands(p, a) => with("cond-commands", &[("person", person(p)), ("army", army(a))]),
        Cond::PersonAt(p, at) => with(
            "cond-person-at",
            &[("person", person(p)), ("place", place(at))],
        ),
        Cond::Reigns(p, c) => with("cond-reigns", &[("person", person(p)), ("court", court(c))]),
        Cond::Seat(c, p) => with("cond-seat", &[("court", court(c)), ("place", place(p))]),
        Cond::CourtStands(c) => with("cond-court", &[("court", court(c))]),
        Cond::Deposed(c) => with("cond-deposed", &[("court", court(c))]),
        Cond::Fact(f) => with(
            "cond-fact",
            &[(
                "says",
                book.facts[f.index()].says.trim_end_matches('.').to_owned(),
            )],
        ),
        Cond::Laid(d) => with(
            "cond-laid",
            &[("title", book.decisions[d.index()].title.clone())],
        ),
        Cond::Chose(d, o) => {
            let decision = &book.decisions[d.index()];
            let label = decision
                .options
                .get(o.index())
                .map_or_else(String::new, |o| o.label.trim_end_matches('.').to_owned());
            with(
                "cond-chose",
                &[("court", court(&decision.court)), ("label", label)],
            )
        }
        Cond::Treasury(c, what, n) => with(
            "cond-treasury",
            &[
                ("court", court(c)),
                ("n", number(*n)),
                ("measure", measure(texts, *what)),
                ("good", good(texts, *what)),
            ],
        ),
        Cond::Legitimacy(c, n) => with(
            "cond-legitimacy",
            &[("court", court(c)), ("n", n.to_string())],
        ),
        Cond::Lean(c, n) => with(
            "cond-lean",
            &[("court", court(c)), ("n", super::numbers::signed(*n))],
        ),
        Cond::Loyalty(p, n) => with(
            "cond-loyalty",
            &[("person", person(p)), ("n", n.to_string())],
        ),
        Cond::Unrest(p, n) => with("cond-unrest", &[("place", place(p)), ("n", n.to_string())]),
        Cond::Morale(p, n) => with("cond-morale", &[("place", place(p)), ("n", n.to_string())]),
        Cond::Stores(p, n) => with("cond-stores", &[("place", place(p)), ("n", n.to_string())]),
        Cond::Garrison(p, n) => with("cond-garrison", &[("place", place(p)), ("n", number(*n))]),
        Cond::Offered(d) => with("cond-offered", &[("draft", draft(d))]),
        Cond::Crowd(c) => with("cond-crowd", &[("court", court(c))]),
        Cond::HeirNamed(c) => with("cond-heir-named", &[("court", court(c))]),
        Cond::Proposed(d) => with("cond-proposed", &[("draft", draft(d))]),
        Cond::InForce(d) => with("cond-in-force", &[("draft", draft(d))]),
        Cond::Sworn(d) => with("cond-sworn", &[("draft", draft(d))]),
        Cond::Intercepted(d) => with("cond-intercepted", &[("draft", draft(d))]),
        Cond::Breached(d, c) => with("cond-breached", &[("draft", draft(d)), ("court", court(c))]),
        Cond::Truce(a, b) => with("cond-truce", &[("a", court(a)), ("b", court(b))]),
        Cond::Bound(a, b) => with("cond-bound", &[("a", court(a)), ("b", court(b))]),
        Cond::Pledged {
            by,
            to,
            clause,
            place: at,
        } => {
            let what = super::uncapital(&clause_kind(texts, *clause));
            let args = [("by", court(by)), ("to", court(to)), ("what", what)];
            match at {
                Some(at) => {
                    let [by, to, what] = args;
                    with("cond-pledged-place", &[by, to, what, ("place", place(at))])
                }
                None => with("cond-pledged", &args),
            }
        }
        Cond::Forsworn(a, b) => with("cond-forsworn", &[("a", court(a)), ("b", court(b))]),
        Cond::AtWar(a, b) => with("cond-war", &[("a", court(a)), ("b", court(b))]),
        Cond::Lost(c, k, p) => with(
            "cond-lost",
            &[
                ("court", court(c)),
                ("kind", battle(texts, *k)),
                ("place", place(p)),
            ],
        ),
        Cond::FellTo(p, c) => with("cond-fell", &[("place", place(p)), ("court", court(c))]),
    }
}

/// What a kind of clause is called.
#[must_use]
pub fn clause_kind(texts: &Texts, kind: ClauseKind) -> String {
    texts.t(match kind {
        ClauseKind::Peace => "clause-kind-peace",
        ClauseKind::Truce => "clause-kind-truce",
        ClauseKind::Pay => "clause-kind-pay",
        ClauseKind::Yearly => "clause-kind-yearly",
        ClauseKind::Cede => "clause-kind-cede",
        ClauseKind::Border => "clause-kind-border",
        ClauseKind::Withdraw => "clause-kind-withdraw",
        ClauseKind::KeepOut => "clause-kind-keep-out",
        ClauseKind::NoWorks => "clause-kind-no-works",
        ClauseKind::Hostage => "clause-kind-hostage",
        ClauseKind::Return => "clause-kind-return",
        ClauseKind::ReturnFugitives => "clause-kind-fugitives",
        ClauseKind::NoShelter => "clause-kind-no-shelter",
        ClauseKind::NoLure => "clause-kind-no-lure",
        ClauseKind::Address => "clause-kind-address",
        ClauseKind::Market => "clause-kind-market",
        ClauseKind::Campaign => "clause-kind-campaign",
        ClauseKind::Share => "clause-kind-share",
        ClauseKind::NoSeparatePeace => "clause-kind-separate",
        ClauseKind::Oath => "clause-kind-oath",
        ClauseKind::Guard => "clause-kind-guard",
        ClauseKind::Submit => "clause-kind-submit",
        ClauseKind::LeavePeople => "clause-kind-leave-people",
    })
}

/// A clause of a paper between two courts in words: what says only "the other" by itself names it.
#[must_use]
pub fn clause_between(
    texts: &Texts,
    view: &View<'_>,
    terms: (crate::base::ids::CourtId, crate::base::ids::CourtId),
    words: &ClauseNow,
) -> String {
    match *words {
        Clause::Guard { by, men } => {
            let other = if by == terms.0 { terms.1 } else { terms.0 };
            tr!(
                texts,
                "clause-guard-at",
                court = names::court(view.book(), by),
                men = super::numbers::number(men),
                place = names::place(view.book(), view.other(other).seat),
                other = names::court(view.book(), other)
            )
        }
        _ => clause(texts, view, words),
    }
}

/// A clause of a treaty in words.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each kind of clause")]
pub fn clause(texts: &Texts, view: &View<'_>, clause: &ClauseNow) -> String {
    let book = view.book();
    let court = |id: crate::base::ids::CourtId| names::court(book, id);
    let place = |id: crate::base::ids::PlaceId| names::place(book, id);
    let paid_at = |words: String, at: Option<crate::base::ids::PlaceId>| match at {
        Some(at) => tr!(texts, "clause-pay-at", clause = words, place = place(at)),
        None => words,
    };
    match *clause {
        Clause::Pay {
            by,
            good,
            amount,
            due_xun,
            at,
            ..
        } => paid_at(
            tr!(
                texts,
                "clause-pay",
                court = court(by),
                goods = goods(texts, good, amount),
                n = due_xun
            ),
            at,
        ),
        Clause::Yearly {
            by,
            good,
            amount,
            every,
            at,
            ..
        } => paid_at(
            tr!(
                texts,
                "clause-yearly",
                court = court(by),
                goods = goods(texts, good, amount),
                every = super::bargain::every(every)
            ),
            at,
        ),
        Clause::Cede {
            by,
            place: p,
            due_xun,
        } => tr!(
            texts,
            "clause-cede",
            court = court(by),
            place = place(p),
            n = due_xun
        ),
        Clause::Share {
            by,
            place: p,
            due_xun,
        } => tr!(
            texts,
            "clause-share",
            court = court(by),
            place = place(p),
            n = due_xun
        ),
        Clause::Hostage { by, person } => tr!(
            texts,
            "clause-hostage",
            court = court(by),
            person = names::name(view, person)
        ),
        Clause::Return {
            by,
            person,
            due_xun,
        } => tr!(
            texts,
            if view.figure(person).court == Some(by) {
                "clause-give-up"
            } else {
                "clause-return"
            },
            court = court(by),
            person = names::name(view, person),
            n = due_xun
        ),
        Clause::Withdraw { by, due_xun } => {
            tr!(texts, "clause-withdraw", court = court(by), n = due_xun)
        }
        Clause::KeepOut { by, ref places } => {
            let list: Vec<String> = places.iter().map(|p| place(*p)).collect();
            tr!(
                texts,
                "clause-keep-out",
                court = court(by),
                places = super::numbers::join(texts, &list)
            )
        }
        Clause::Border {
            river,
            north,
            due_xun,
        } => tr!(
            texts,
            "clause-border",
            river = super::bargain::river(texts, river),
            court = court(north),
            n = due_xun
        ),
        Clause::NoWorks { by } => tr!(texts, "clause-no-works", court = court(by)),
        Clause::ReturnFugitives { by } => tr!(texts, "clause-fugitives", court = court(by)),
        Clause::NoShelter { by } => tr!(texts, "clause-no-shelter", court = court(by)),
        Clause::NoLure { by } => tr!(texts, "clause-no-lure", court = court(by)),
        Clause::Address { by, ref form, .. } => tr!(
            texts,
            "clause-address",
            court = court(by),
            form = form.as_str()
        ),
        Clause::Campaign {
            by,
            against,
            place: p,
            due_xun,
        } => tr!(
            texts,
            "clause-campaign",
            court = court(by),
            against = court(against),
            place = place(p),
            n = due_xun
        ),
        Clause::NoSeparatePeace { by, with } => tr!(
            texts,
            "clause-separate",
            court = court(by),
            with = court(with)
        ),
        Clause::Market { place: p } => tr!(texts, "clause-market", place = place(p)),
        Clause::Truce { xun } => tr!(texts, "clause-truce", n = xun),
        Clause::Peace => texts.t("clause-peace"),
        Clause::Oath { ref words } => tr!(texts, "clause-oath", words = words.as_str()),
        Clause::Submit { by } => tr!(texts, "clause-submit", court = court(by)),
        Clause::Guard { by, men } => tr!(
            texts,
            "clause-guard",
            court = court(by),
            men = super::numbers::number(men)
        ),
        Clause::LeavePeople { by, ref places } => {
            let list: Vec<String> = places.iter().map(|p| place(*p)).collect();
            tr!(
                texts,
                "clause-leave-people",
                court = court(by),
                places = super::numbers::join(texts, &list)
            )
        }
    }
}
