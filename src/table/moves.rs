//! Why a number stands where it does: what moved it, by reason, since the last xun and over the last six.

use std::collections::BTreeMap;

use super::house;
use super::session::Session;
use super::war;
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::{Stat, Why};
use crate::prose::house::handed_out;
use crate::prose::numbers::{goods, lean_in_words, number, signed};
use crate::prose::texts::tr;
use crate::prose::{capital, events, numbers};
use crate::scenario::language::{Clause, Good};
use crate::view::View;

/// How far back the longer sum goes, in xun.
const LONG: usize = 6;

/// A number one can ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A good in the treasury.
    Good(Good),
    /// Any other number of one's own.
    Stat(Stat),
    /// A place: its ground, its powder, and whether its walls hold.
    Place(PlaceId),
    /// An army: what it weighs in a field, and why.
    Army(ArmyId),
}

/// A line of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A sentence, or the heading of a sum.
    Line(String),
    /// A part of a sum.
    Sum {
        /// What moved it.
        reason: String,
        /// By how much, with its sign.
        by: String,
    },
}

/// What moves a number of this court's own.
#[must_use]
pub fn moves(session: &Session, court: CourtId, about: About) -> Vec<Told> {
    let view = session.view(court);
    let mut out = Vec::new();
    match about {
        About::Good(good) => good_page(session, &view, good, &mut out),
        About::Stat(stat) => stat_page(session, &view, stat, &mut out),
        About::Place(place) => war::place(session.texts(), &view, place, &mut out),
        About::Army(army) => war::army(session.texts(), &view, army, &mut out),
    }
    out
}

/// Where the number stands; none if this court does not know.
fn now(view: &View<'_>, stat: Stat) -> Option<i32> {
    match stat {
        Stat::Legitimacy(c) if c == view.court() => Some(view.realm().legitimacy),
        Stat::Lean(c) if c == view.court() => Some(view.realm().lean),
        Stat::Edicts(c) if c == view.court() => Some(view.realm().edicts),
        Stat::Loyalty(who) => {
            let figure = view.figure(who);
            (figure.alive && figure.court == Some(view.court())).then_some(figure.loyalty)
        }
        Stat::Favour(who) => {
            let figure = view.figure(who);
            (figure.alive && figure.court == Some(view.court())).then_some(figure.favour)
        }
        Stat::Morale(at) => view.town(at).map(|t| t.morale),
        Stat::Quality(at) => view.town(at).map(|t| t.quality),
        Stat::Walls(at) => view.town(at).map(|t| t.walls),
        Stat::Stores(at) => view.town(at).map(|t| t.stores),
        Stat::Unrest(at) => view.country(at).map(|c| c.unrest),
        Stat::Spirit(id) => view.army(id).map(|a| a.morale),
        Stat::Food(id) => view.army(id).map(|a| a.food),
        Stat::Engines(id) => view.army(id).map(|a| a.engines),
        Stat::Attachment(id) => view.army(id).map(|a| a.attachment),
        Stat::Drill(id) => view.army(id).map(|a| a.quality),
        Stat::Welcome(court) => Some(view.welcome(court)),
        Stat::Marines(id) => view.army(id).map(|a| a.marines),
        Stat::Works(_) | Stat::Legitimacy(_) | Stat::Lean(_) | Stat::Edicts(_) => None,
    }
}

/// What a number was when the turn of this index opened, where that was noted.
fn then(session: &Session, view: &View<'_>, stat: Stat, sitting: usize) -> Option<i32> {
    let seat = session.seat(view.court())?;
    let sitting = seat.sittings.get(sitting)?;
    match stat {
        Stat::Legitimacy(_) => Some(sitting.legitimacy),
        Stat::Lean(_) => Some(sitting.lean),
        _ => None,
    }
}

fn stat_page(session: &Session, view: &View<'_>, stat: Stat, out: &mut Vec<Told>) {
    let texts = session.texts();
    let name = events::stat(texts, view, stat);
    let Some(value) = now(view, stat) else {
        line(out, &tr!(texts, "why-unknown", name = name));
        return;
    };
    let head = match stat {
        Stat::Lean(_) => lean_in_words(texts, value),
        Stat::Edicts(_) => tr!(
            texts,
            "why-edicts",
            n = value,
            of = i32::from(view.book().courts[view.court().index()].edicts)
        ),
        Stat::Walls(_) => tr!(texts, "why-now-walls", name = name, n = value),
        _ => tr!(texts, "why-now", name = name, n = value),
    };
    line(out, &head);
    let turn = usize::from(view.turn().0);
    if stat != Stat::Edicts(view.court()) {
        section(session, view, stat, value, turn.min(1), out);
        // Where the game is young, six xun reach back to its beginning and no further.
        if turn > 1 {
            section(session, view, stat, value, turn.min(LONG), out);
        }
    }
    match stat {
        Stat::Legitimacy(_) => line(out, &texts.t("why-legitimacy-does")),
        Stat::Lean(_) => {
            line(out, &texts.t("why-lean-does"));
            for told in house::house(texts, view) {
                match told {
                    house::Line::Head(text) => line(out, &text),
                    house::Line::Item(text, _) => line(out, &format!("· {text}")),
                }
            }
        }
        Stat::Favour(_) => line(out, &texts.t("why-favour-does")),
        Stat::Loyalty(_) => line(out, &texts.t("why-loyalty-does")),
        Stat::Morale(_) | Stat::Spirit(_) => line(out, &texts.t("why-morale-does")),
        Stat::Unrest(_) => line(out, &texts.t("why-unrest-does")),
        Stat::Drill(_) => line(out, &texts.t("why-drill-does")),
        Stat::Attachment(id) => {
            line(out, &texts.t("why-attachment-does"));
            if let Some(own) = view.army(id) {
                for words in crate::prose::land::army(texts, view, &own) {
                    line(out, &words);
                }
            }
        }
        Stat::Welcome(_) => line(out, &texts.t("why-welcome-does")),
        Stat::Marines(_) => line(out, &texts.t("why-marines-does")),
        _ => {}
    }
}

/// The sums by reason since a turn opened, so many turns back.
fn section(
    session: &Session,
    view: &View<'_>,
    stat: Stat,
    value: i32,
    back: usize,
    out: &mut Vec<Told>,
) {
    let texts = session.texts();
    let turn = usize::from(view.turn().0);
    let since = turn - back;
    let key = match back {
        _ if turn == back && turn != 1 => ("why-since-start", "why-since-start-span"),
        1 => ("why-since-last", "why-since-last-span"),
        _ => ("why-since-six", "why-since-six-span"),
    };
    let skip = session
        .seat(view.court())
        .and_then(|s| s.sittings.get(since))
        .map_or(0, |s| s.moved);
    let mut sums: BTreeMap<Why, i32> = BTreeMap::new();
    for (_, _, by, why) in view
        .moved(Turn(0))
        .skip(skip)
        .filter(|(_, moved, ..)| *moved == stat)
    {
        *sums.entry(why).or_default() += by;
    }
    let before = then(session, view, stat, since);
    if let Some(before) = before {
        // What drifts a little every xun is not told one by one; it is what remains.
        let rest = value - before - sums.values().sum::<i32>();
        if rest != 0 {
            *sums
                .entry(if matches!(stat, Stat::Lean(_)) {
                    Why::Council
                } else {
                    Why::Time
                })
                .or_default() += rest;
        }
    }
    sums.retain(|_, by| *by != 0);
    let moved = if sums.is_empty() { "no" } else { "yes" };
    line(
        out,
        &match before {
            Some(before) => tr!(
                texts,
                key.1,
                moved = moved,
                from = signless(stat, before),
                to = signless(stat, value)
            ),
            None => tr!(texts, key.0, moved = moved),
        },
    );
    let mut rows: Vec<(Why, i32)> = sums.into_iter().collect();
    rows.sort_by_key(|(why, by)| (-by.abs(), *why));
    for (why, by) in rows {
        row(out, &capital(&events::why(texts, view, why)), &signed(by));
    }
}

fn signless(stat: Stat, n: i32) -> String {
    if matches!(stat, Stat::Lean(_)) {
        signed(n)
    } else {
        number(n)
    }
}

fn line(out: &mut Vec<Told>, text: &str) {
    out.push(Told::Line(text.to_owned()));
}

fn row(out: &mut Vec<Told>, reason: &str, by: &str) {
    out.push(Told::Sum {
        reason: reason.to_owned(),
        by: by.to_owned(),
    });
}

fn good_page(session: &Session, view: &View<'_>, good: Good, out: &mut Vec<Told>) {
    let texts = session.texts();
    let have = view.realm().treasury[good as usize];
    line(
        out,
        &tr!(texts, "why-good-now", goods = goods(texts, good, have)),
    );
    if let Some(seat) = session.seat(view.court()) {
        let n = seat.sittings.len();
        if let Some(before) = n.checked_sub(2).and_then(|i| seat.sittings.get(i)) {
            let by = have - before.treasury[good as usize];
            line(out, &tr!(texts, "why-good-moved", by = signed(by)));
        }
    }
    let month = view.month();
    line(out, &texts.t("why-good-month"));
    let measure = numbers::measure(texts, good);
    let handed = month.handed;
    let mut rows = vec![("reason-revenue", month.revenue[good as usize])];
    match good {
        Good::Cash => rows.extend([
            ("reason-pay", -(handed.cash + handed.unpaid)),
            ("reason-offices", -month.offices),
        ]),
        Good::Silver if handed.silver > 0 => rows.push(("reason-pay-in-kind", -handed.silver)),
        Good::Silk if handed.silk > 0 => rows.push(("reason-pay-in-kind", -handed.silk)),
        Good::Grain => {
            rows.push(("reason-rations", -month.rations));
            if month.city > 0 {
                rows.push(("reason-city", -month.city));
            }
            if month.spoils > 0 {
                rows.push(("reason-spoiled", -month.spoils));
            }
        }
        _ => {}
    }
    let palace = month.palace[good as usize];
    if palace > 0 {
        rows.push(("reason-palace", -palace));
    }
    for (key, n) in rows {
        row(out, &texts.t(key), &format!("{} {measure}", signed(n)));
    }
    if handed.in_kind() && matches!(good, Good::Silver | Good::Silk | Good::Cash) {
        line(out, &handed_out(texts, month.pay, &handed));
    }
    if good == Good::Grain && month.stays > 0 {
        line(out, &tr!(texts, "why-grain-stays", n = number(month.stays)));
    }
    for (draft, _) in view.papers() {
        for (clause, what, left) in view
            .owed(draft)
            .into_iter()
            .filter(|(_, what, _)| *what == good)
        {
            let name = crate::prose::names::draft(session.texts(), view, draft);
            let due = goods(texts, what, left);
            let words = match view.terms(draft).clauses.get(usize::from(clause)) {
                Some(Clause::Yearly { every, .. }) => tr!(
                    texts,
                    "why-good-owed-yearly",
                    goods = due,
                    draft = name,
                    every = crate::prose::bargain::every(*every)
                ),
                _ => tr!(texts, "why-good-owed", goods = due, draft = name),
            };
            line(out, &words);
        }
    }
}
