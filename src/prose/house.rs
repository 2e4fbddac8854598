//! The sovereign's house in words: orders, what happened there, what is missing.

use super::names;
use super::numbers::{about, date, goods, join, number, signed};
use super::texts::{Texts, tr};
use crate::events::{Call, Event, Obedience, Parting, Petitioners, Plea};
use crate::orders::{Reign, ReignNow, Reply};
use crate::rules::check::Refusal;
use crate::rules::formulas::mutiny::{self, Part};
use crate::rules::formulas::treasury::Handed;
use crate::rules::formulas::wealth::STRINGS_A_TAEL;
use crate::scenario::language::{Good, Sits};
use crate::view::{OwnArmy, View};

/// In what a month's pay is handed out.
#[must_use]
pub fn handed_out(texts: &Texts, pay: i64, handed: &Handed) -> String {
    tr!(
        texts,
        "why-paid-in-kind",
        pay = number(pay),
        cash = number(handed.cash),
        silver = number(handed.silver),
        silk = number(handed.silk),
        unpaid = handed.unpaid,
        owed = number(handed.unpaid),
        rate = STRINGS_A_TAEL
    )
}

/// What the next month's account says of pay and rations beyond its figures: what is handed out in place of cash, what cannot be found, and what that does; nothing
/// where the cash covers the pay and the granary the rations.
#[must_use]
pub fn wants(texts: &Texts, view: &View<'_>) -> Vec<String> {
    let (mut out, month) = (Vec::new(), view.month());
    if month.handed.in_kind() || month.handed.unpaid > 0 {
        out.push(handed_out(texts, month.pay, &month.handed));
    }
    if month.in_arrears() {
        out.push(texts.t(if view.lives_by_pay() {
            "treasury-arrears"
        } else {
            "treasury-arrears-land"
        }));
    }
    let hungers = month.hungers(view.realm().treasury[Good::Grain as usize]);
    if hungers > 0 {
        out.push(tr!(
            texts,
            "treasury-no-rations",
            goods = goods(texts, Good::Grain, hungers)
        ));
    }
    out
}

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
        Reign::NameHeir { person: p } => tr!(texts, "order-heir", person = person(p)),
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
        Reign::Dissolve { court } => {
            tr!(texts, "order-dissolve", court = names::court(book, court))
        }
        Reign::Grant { place, to } => tr!(
            texts,
            "order-grant",
            place = names::place(book, place),
            court = names::court(book, to)
        ),
        Reign::CarryOff { place, to } => tr!(
            texts,
            "order-carry-off",
            place = names::place(book, place),
            to = names::place(book, to)
        ),
        Reign::Detach {
            army,
            men,
            into,
            under,
        } => match under {
            Some(p) => tr!(
                texts,
                "order-detach-under",
                army = names::army(texts, book, army),
                men = number(men),
                into = names::army(texts, book, into),
                person = person(p)
            ),
            None => tr!(
                texts,
                "order-detach",
                army = names::army(texts, book, army),
                men = number(men),
                into = names::army(texts, book, into)
            ),
        },
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
        Refusal::NotSitting(next) => tr!(
            texts,
            "refusal-not-sitting",
            day = date(texts, view.book().day(next))
        ),
        Refusal::NotClient(court) => tr!(
            texts,
            "refusal-not-client",
            court = names::court(view.book(), court)
        ),
        Refusal::TooWeakThere {
            place,
            have,
            needed,
        } => tr!(
            texts,
            "refusal-too-weak-there",
            place = names::place(view.book(), place),
            have = number(have),
            needed = number(needed)
        ),
        Refusal::NotBeside(army, place) => tr!(
            texts,
            "refusal-not-beside",
            army = names::army(texts, view.book(), army),
            place = names::place(view.book(), place)
        ),
        Refusal::NotACorps(army) => tr!(
            texts,
            "refusal-not-a-corps",
            army = names::army(texts, view.book(), army)
        ),
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
            if book.courts[of.index()].band {
                "event-succeeded-band"
            } else {
                "event-succeeded"
            },
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
        Event::PaidInKind {
            silver,
            silk,
            unpaid,
            ..
        } => {
            let given: Vec<String> = [(Good::Silver, silver), (Good::Silk, silk)]
                .into_iter()
                .filter(|(_, amount)| *amount > 0)
                .map(|(good, amount)| goods(texts, good, amount))
                .collect();
            let given = join(texts, &given);
            if unpaid > 0 {
                let key = if given.is_empty() {
                    "event-unpaid"
                } else {
                    "event-paid-in-kind-short"
                };
                let owed = goods(texts, Good::Cash, unpaid);
                tr!(texts, key, goods = given, owed = owed)
            } else {
                tr!(texts, "event-paid-in-kind", goods = given)
            }
        }
        Event::HeirNamed {
            court: of,
            person: p,
        } => tr!(texts, "event-heir", court = court(of), person = person(p)),
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
        Event::Dissolved { court: of, by } => {
            tr!(texts, "event-dissolved", court = court(of), by = court(by))
        }
        Event::Submitted { court: of, to } => {
            tr!(texts, "event-submitted", court = court(of), to = court(to))
        }
        Event::CourtSetApart {
            court: of,
            ruler,
            seat,
            from,
            ..
        } => tr!(
            texts,
            "event-court-apart",
            court = court(of),
            person = person(ruler),
            place = names::place(book, seat),
            from = court(from)
        ),
        Event::Mutinied {
            army: a,
            court: of,
            place,
            to,
            men,
            killed,
        } => {
            let place = names::place(book, place);
            let over = killed.map_or_else(String::new, |p| {
                tr!(texts, "event-mutiny-killed", person = person(p))
            });
            match to {
                Some(to) => tr!(
                    texts,
                    "event-mutiny-over",
                    army = army(a),
                    place = place,
                    men = about(men),
                    court = court(of),
                    to = court(to),
                    killed = over
                ),
                None => tr!(
                    texts,
                    "event-mutiny-ran",
                    army = army(a),
                    place = place,
                    men = about(men),
                    killed = over
                ),
            }
        }
        Event::Detached {
            army: a, into, men, ..
        } => tr!(
            texts,
            "event-detached",
            army = army(a),
            into = army(into),
            men = number(men)
        ),
        Event::CarriedOff {
            place,
            to,
            by,
            homes,
        } => tr!(
            texts,
            "event-carried-off",
            court = court(by),
            place = names::place(book, place),
            to = names::place(book, to),
            homes = about(homes)
        ),
        _ => return None,
    })
}

/// The stretch that a court closes when it rises, as the word by which sentences choose.
#[must_use]
pub const fn stretch(sits: Sits) -> &'static str {
    match sits {
        Sits::Xun => "xun",
        Sits::Month => "month",
        Sits::Season => "season",
    }
}

/// When the court sits next, and what called it together now where this is not its day; none where courts always sit.
#[must_use]
pub fn sitting(texts: &Texts, view: &View<'_>) -> Option<String> {
    let book = view.book();
    if book.sits == Sits::Xun || view.is_over() {
        return None;
    }
    let day = date(texts, book.day(view.sits_next()));
    let why = match view.called() {
        None | Some(Call::First) => return Some(tr!(texts, "sits-next", day = day)),
        Some(Call::Enemy) => texts.t("sits-enemy"),
        Some(Call::Siege(place)) => {
            tr!(texts, "sits-siege", place = names::place(book, place))
        }
        Some(Call::Paper(draft)) => {
            tr!(
                texts,
                "sits-paper",
                draft = names::draft(texts, view, draft)
            )
        }
        Some(Call::Matter) => texts.t("sits-matter"),
        Some(Call::Crowd) => texts.t("sits-crowd"),
        Some(Call::Throne) => texts.t("sits-throne"),
    };
    Some(tr!(texts, "sits-called", why = why, day = day))
}

/// What an army that lost its master has to complain of, as sentences; nothing for one that did not.
#[must_use]
pub fn complaint(texts: &Texts, view: &View<'_>, army: &OwnArmy) -> Vec<String> {
    let (Some(lost), Some(case)) = (
        view.bereft(army.id),
        view.complaint(army.id, army.commander),
    ) else {
        return Vec::new();
    };
    let parts = mutiny::parts(&case);
    if parts.is_empty() {
        return Vec::new();
    }
    let person = names::name(view, lost.person);
    let list: Vec<String> = parts
        .into_iter()
        .map(|(part, n)| {
            let key = match part {
                Part::OldMaster => "mutiny-old-master",
                Part::Civilian => "mutiny-civilian",
                Part::Nobody => "mutiny-nobody",
                Part::Unpaid => "mutiny-unpaid",
                Part::Morale => "mutiny-morale",
                Part::Grumbled => "mutiny-grumbled",
            };
            tr!(texts, key, person = person.as_str(), n = signed(n))
        })
        .collect();
    let chance = tr!(
        texts,
        "mutiny-chance",
        parts = join(texts, &list),
        n = mutiny::chance(&case)
    );
    let to = match view.refuge(army.id) {
        Some((court, place)) => tr!(
            texts,
            "mutiny-refuge",
            court = names::court(view.book(), court),
            place = names::place(view.book(), place),
            n = mutiny::share(&case, true)
        ),
        None => tr!(texts, "mutiny-no-refuge", n = mutiny::share(&case, false)),
    };
    vec![chance, to]
}
