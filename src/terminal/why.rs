//! Why a number stands where it does: what moved it, by reason, since the last xun and over the last six.

use std::collections::BTreeMap;

use super::layout::{Page, pad, right};
use super::parse::About;
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DraftId, PlaceId};
use crate::events::{Stat, Why};
use crate::prose::numbers::{goods, number, signed};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, conditions, events, numbers};
use crate::scenario::language::{Clause, Good};
use crate::table::Session;
use crate::view::View;

/// How far back the longer sum goes, in xun.
const LONG: usize = 6;
/// Columns of a reason, before its number.
const REASON_WIDTH: usize = 56;

/// The answer to `why`.
#[must_use]
pub fn why(session: &Session, court: CourtId, about: About) -> Page {
    let (texts, view) = (session.texts(), session.view(court));
    let mut page = Page::new();
    match about {
        About::Which => page.para(&texts.t("why-which")),
        About::Good(good) => good_page(session, &view, good, &mut page),
        About::Stat(stat) => stat_page(session, &view, stat, &mut page),
    }
    page
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
        Stat::Morale(at) => view.town(at).map(|t| t.morale),
        Stat::Quality(at) => view.town(at).map(|t| t.quality),
        Stat::Walls(at) => view.town(at).map(|t| t.walls),
        Stat::Stores(at) => view.town(at).map(|t| t.stores),
        Stat::Unrest(at) => view.country(at).map(|c| c.unrest),
        Stat::Spirit(id) => view.army(id).map(|a| a.morale),
        Stat::Food(id) => view.army(id).map(|a| a.food),
        Stat::Engines(id) => view.army(id).map(|a| a.engines),
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

fn stat_page(session: &Session, view: &View<'_>, stat: Stat, page: &mut Page) {
    let texts = session.texts();
    let name = events::stat(texts, view, stat);
    let Some(value) = now(view, stat) else {
        page.para(&tr!(texts, "why-unknown", name = name));
        return;
    };
    let head = match stat {
        Stat::Lean(_) => numbers_lean(texts, value),
        Stat::Edicts(_) => tr!(
            texts,
            "why-edicts",
            n = value,
            of = i32::from(view.book().courts[view.court().index()].edicts)
        ),
        Stat::Walls(_) => tr!(texts, "why-now-walls", name = name, n = value),
        _ => tr!(texts, "why-now", name = name, n = value),
    };
    page.para(&head);
    let turn = usize::from(view.turn().0);
    if stat != Stat::Edicts(view.court()) {
        section(session, view, stat, value, turn.min(1), page);
        // Where the game is young, six xun reach back to its beginning and no further.
        if turn > 1 {
            section(session, view, stat, value, turn.min(LONG), page);
        }
    }
    match stat {
        Stat::Legitimacy(_) => page.para(&texts.t("why-legitimacy-does")),
        Stat::Lean(_) => page.para(&texts.t("why-lean-does")),
        Stat::Loyalty(_) => page.para(&texts.t("why-loyalty-does")),
        Stat::Morale(_) | Stat::Spirit(_) => page.para(&texts.t("why-morale-does")),
        Stat::Unrest(_) => page.para(&texts.t("why-unrest-does")),
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
    page: &mut Page,
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
    page.para(&match before {
        Some(before) => tr!(
            texts,
            key.1,
            moved = moved,
            from = signless(stat, before),
            to = signless(stat, value)
        ),
        None => tr!(texts, key.0, moved = moved),
    });
    let mut rows: Vec<(Why, i32)> = sums.into_iter().collect();
    rows.sort_by_key(|(why, by)| (-by.abs(), *why));
    for (why, by) in rows {
        row(page, &capital(&events::why(texts, view, why)), &signed(by));
    }
}

fn signless(stat: Stat, n: i32) -> String {
    if matches!(stat, Stat::Lean(_)) {
        signed(n)
    } else {
        number(n)
    }
}

/// A reason on the left, its number on the right.
fn row(page: &mut Page, text: &str, n: &str) {
    if unicode_width::UnicodeWidthStr::width(text) > REASON_WIDTH {
        page.hang("  ", text, "    ");
        page.para(&format!("  {}{}", pad("", REASON_WIDTH), right(n, 14)));
    } else {
        page.para(&format!("  {}{}", pad(text, REASON_WIDTH), right(n, 14)));
    }
}

/// The lean of a court in words.
#[must_use]
pub fn numbers_lean(texts: &Texts, lean: i32) -> String {
    match lean {
        -4..=4 => texts.t("lean-none"),
        n if n > 0 => tr!(texts, "lean-war", n = n),
        n => tr!(texts, "lean-peace", n = -n),
    }
}

fn good_page(session: &Session, view: &View<'_>, good: Good, page: &mut Page) {
    let texts = session.texts();
    let have = view.realm().treasury[good as usize];
    page.para(&tr!(
        texts,
        "why-good-now",
        goods = goods(texts, good, have)
    ));
    if let Some(seat) = session.seat(view.court()) {
        let n = seat.sittings.len();
        if let Some(before) = n.checked_sub(2).and_then(|i| seat.sittings.get(i)) {
            let by = have - before.treasury[good as usize];
            page.para(&tr!(texts, "why-good-moved", by = signed(by)));
        }
    }
    let month = view.month();
    page.para(&texts.t("why-good-month"));
    let measure = numbers::measure(texts, good);
    let mut rows = vec![("reason-revenue", month.revenue[good as usize])];
    match good {
        Good::Cash => rows.extend([
            ("reason-pay", -month.pay),
            ("reason-offices", -month.offices),
        ]),
        Good::Grain => rows.push(("reason-rations", -month.rations)),
        _ => {}
    }
    for (key, n) in rows {
        row(page, &texts.t(key), &format!("{} {measure}", signed(n)));
    }
    for (draft, _) in view.papers() {
        for (clause, what, left) in view
            .owed(draft)
            .into_iter()
            .filter(|(_, what, _)| *what == good)
        {
            let yearly = matches!(
                view.book().drafts[draft.index()]
                    .clauses
                    .get(usize::from(clause)),
                Some(Clause::Yearly { .. })
            );
            let name = crate::prose::names::draft(view.book(), draft);
            let key = if yearly {
                "why-good-owed-yearly"
            } else {
                "why-good-owed"
            };
            page.para(&tr!(
                texts,
                key,
                goods = goods(texts, what, left),
                draft = name
            ));
        }
    }
}

/// The clauses of a draft and how they stand, a line each; cessions alike in all but the place share one.
#[must_use]
pub fn clauses(texts: &Texts, view: &View<'_>, draft: DraftId) -> Vec<String> {
    let book = view.book();
    let list = &book.drafts[draft.index()].clauses;
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
                let places: Vec<String> = like
                    .iter()
                    .map(|(_, at)| crate::prose::names::place(book, *at))
                    .collect();
                let words = tr!(
                    texts,
                    "clause-cede-many",
                    court = crate::prose::names::court(book, *by),
                    n = *due_xun,
                    places = numbers::join(texts, &places)
                );
                out.push(with_state(texts, view, draft, i, words));
                continue;
            }
        }
        out.push(with_state(
            texts,
            view,
            draft,
            i,
            capital(&conditions::clause(texts, view, &list[i])),
        ));
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
    let clause = &book.drafts[draft.index()].clauses[index];
    let state = view.clause(draft, index);
    let mut out = words;
    if let Some(by) = state.broken {
        out.push_str(&tr!(
            texts,
            "clause-state-broken",
            court = crate::prose::names::court(book, by)
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
