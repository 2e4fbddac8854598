//! The screens: before the game, the turn, the council.

use super::layout::{Page, pad, right};
use crate::base::ids::{CourtId, DecisionId, DraftId, OptionId};
use crate::engine::Ask;
use crate::prose::clauses::clauses;
use crate::prose::numbers::{
    GOODS, big, date, era, good, goods_list, lean_in_words, length, measure, number, word,
};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, names, sentence};
use crate::scenario::language::Grade;
use crate::scenario::model::Voice;
use crate::table::{self, Done, Session, lifts};
use crate::view::View;

/// The title, and what the game tells of that a person may wish to know first.
#[must_use]
pub fn title(session: &Session) -> Page {
    let (texts, book) = (session.texts(), session.engine().book());
    let mut page = Page::new();
    page.para(&texts.t("title-game"));
    page.para(&tr!(
        texts,
        "title-scenario",
        title = book.title.as_str(),
        zh = book.title_zh.as_str()
    ));
    page.para(&tr!(
        texts,
        "title-span",
        from = date(texts, book.from),
        until = date(texts, book.until),
        n = book.turns,
        length = length(texts, book)
    ));
    if let Some(minutes) = book.minutes_brief {
        page.para(&tr!(texts, "title-secretariat", n = minutes));
    }
    if let Some(note) = &book.content_note {
        page.heading(&texts.t("title-note"));
        page.para(note);
    }
    page
}

/// What the scenario is about, and what this court is.
#[must_use]
pub fn brief(session: &Session, court: CourtId) -> Page {
    let (texts, book) = (session.texts(), session.engine().book());
    let mut page = Page::new();
    page.para(&book.brief);
    let here = &book.courts[court.index()];
    page.heading(&tr!(
        texts,
        "title-court",
        court = here.name.to_uppercase(),
        zh = here.name_zh.as_str()
    ));
    page.para(&here.brief);
    page.gap();
    page.para(&texts.t("title-help"));
    page
}

/// The screen with which a turn begins.
#[must_use]
pub fn turn(session: &Session, court: CourtId) -> Page {
    let (texts, view) = (session.texts(), session.view(court));
    let book = view.book();
    let mut page = Page::new();
    page.gap();
    page.para(&tr!(
        texts,
        "screen-title",
        title = book.title.as_str(),
        court = names::court(book, court),
        n = view.turn().0 + 1,
        of = book.turns
    ));
    page.heading(&texts.t("screen-date"));
    page.para(&format!("{}.", date(texts, view.day())));
    if let Some(era) = era(&book.courts[court.index()].id, view.day()) {
        page.para(&era);
    }
    if let Some(words) = crate::prose::house::sitting(texts, &view) {
        page.para(&words);
    }
    page.heading(&texts.t("screen-realm"));
    page.add(&realm(session, court));
    page.heading(&texts.t("screen-news"));
    page.add(&news(session, court));
    page.gap();
    page.add(&council(session, court, false));
    page
}

/// The treasury and the standing of the court, with what rises and falls.
#[must_use]
pub fn realm(session: &Session, court: CourtId) -> Page {
    let (texts, view) = (session.texts(), session.view(court));
    let mut page = Page::new();
    let realm = view.realm();
    if !realm.stands {
        page.para(&tr!(
            texts,
            "screen-no-court",
            court = names::court(view.book(), court)
        ));
        return page;
    }
    let seat = session.seat(court);
    let before = seat.and_then(|s| s.sittings.len().checked_sub(2).map(|i| s.sittings[i]));
    for (i, what) in GOODS.into_iter().enumerate() {
        let have = realm.treasury[i];
        // What the court never had is left out; an empty chest that was once full is not.
        if have == 0 && seat.is_none_or(|s| s.sittings.iter().all(|b| b.treasury[i] == 0)) {
            continue;
        }
        let trend = before.map(|b| trend(texts, b.treasury[i], have));
        page.para(&line(
            &capital(&good(texts, what)),
            &big(texts, have),
            &measure(texts, what),
            trend,
        ));
    }
    let of = texts.t("screen-of-hundred");
    let moved = before.map(|b| trend(texts, i64::from(b.legitimacy), i64::from(realm.legitimacy)));
    page.para(&line(
        &texts.t("stat-legitimacy"),
        &number(realm.legitimacy),
        &of,
        moved,
    ));
    page.para(&lean_in_words(texts, realm.lean));
    page.para(&edicts_left(texts, &view));
    page
}

/// How many edicts are left.
#[must_use]
pub fn edicts_left(texts: &Texts, view: &View<'_>) -> String {
    let of = i32::from(view.book().courts[view.court().index()].edicts);
    tr!(texts, "screen-edicts", n = view.realm().edicts, of = of)
}

fn line(name: &str, n: &str, unit: &str, trend: Option<String>) -> String {
    let tail = trend.map_or_else(|| ".".to_owned(), |t| format!(", {t}."));
    format!("{}{} {unit}{tail}", pad(name, 11), right(n, 12))
}

/// Falling, steady, rising: a hundredth of what there was counts as movement.
fn trend(texts: &Texts, before: i64, now: i64) -> String {
    let by = now - before;
    let least = (before.abs() / 100).max(1);
    texts.t(if by >= least {
        "trend-rising"
    } else if by <= -least {
        "trend-falling"
    } else {
        "trend-steady"
    })
}

/// What is new since the court last sat.
#[must_use]
pub fn news(session: &Session, court: CourtId) -> Page {
    let mut page = Page::new();
    for (i, item) in table::news(session, court).iter().enumerate() {
        let label = format!("{}. ", i + 1);
        let text = match item.detail.len() {
            0 => item.text.clone(),
            n => {
                let more = tr!(session.texts(), "news-detail", n = n, number = i + 1);
                format!("{} {more}", item.text)
            }
        };
        page.hang(&label, &text, &" ".repeat(label.len()));
    }
    if page.is_empty() {
        page.para(&session.texts().t("news-none"));
    }
    page
}

/// One piece of news by its number, and what stands behind its line, one by one.
#[must_use]
pub fn one_news(session: &Session, court: CourtId, number: usize) -> Page {
    let mut page = Page::new();
    let all = table::news(session, court);
    match number.checked_sub(1).and_then(|at| all.get(at)) {
        Some(item) => {
            page.para(&item.text);
            for line in &item.detail {
                page.hang("  ", line, "    ");
            }
        }
        None => page.para(&tr!(
            session.texts(),
            "news-no-such",
            n = number,
            of = all.len()
        )),
    }
    page
}

/// The matters and the proposals that wait: the first matter and the names of the others, or all of them at length.
#[must_use]
pub fn council(session: &Session, court: CourtId, all: bool) -> Page {
    let (texts, view) = (session.texts(), session.view(court));
    let mut page = Page::new();
    let waiting = session.waiting(court);
    page.para(&tr!(
        texts,
        "council-head",
        n = waiting.len(),
        count = capital(&word(texts, waiting.len()))
    ));
    let several = session.seat(court).is_some_and(|s| s.matters.len() > 1);
    if waiting.len() > 1 && !all {
        for (number, decision) in &waiting {
            let title = sentence(&view.book().decisions[decision.index()].title);
            page.indent(2, &tr!(texts, "council-list", n = *number, title = title));
        }
        page.para(&texts.t("council-first"));
    }
    for (number, decision) in waiting.iter().take(if all { waiting.len() } else { 1 }) {
        page.gap();
        page.add(&matter(
            session,
            court,
            *decision,
            several.then_some(*number),
        ));
    }
    for draft in view.proposals() {
        page.gap();
        page.add(&proposal(texts, &view, draft));
    }
    page.gap();
    page.para(&what_now(session, court));
    page
}

/// The matter that is to be answered next.
#[must_use]
pub fn next_matter(session: &Session, court: CourtId) -> Option<Page> {
    let (number, decision) = *session.waiting(court).first()?;
    Some(matter(session, court, decision, Some(number)))
}

/// One matter with its options and voices.
fn matter(
    session: &Session,
    court: CourtId,
    decision: DecisionId,
    numbered: Option<usize>,
) -> Page {
    let (texts, view) = (session.texts(), session.view(court));
    let book = &view.book().decisions[decision.index()];
    let mut page = Page::new();
    match numbered {
        Some(n) => page.para(&tr!(
            texts,
            "council-matter-numbered",
            n = n,
            zh = book.title_zh.as_str()
        )),
        None => page.para(&tr!(texts, "council-matter", zh = book.title_zh.as_str())),
    }
    page.para(&sentence(&book.title));
    if view.laid_before(decision) {
        page.para(&texts.t("council-again"));
    }
    page.gap();
    let brief = view.brief(decision);
    page.indent(2, &brief);
    let named = names::named(texts, &view, &brief);
    if !named.is_empty() {
        page.gap();
        page.indent(2, &tr!(texts, "council-named", list = named.join("; ")));
    }
    page.gap();
    let open = (0..book.options.len())
        .filter(|i| view.may_choose(decision, OptionId::of(*i)).is_ok())
        .count();
    page.para(&tr!(
        texts,
        "council-courses",
        n = book.options.len(),
        all = capital(&word(texts, book.options.len())),
        open = open,
        every = if open == book.options.len() && open > 1 {
            "yes"
        } else {
            "no"
        },
        some = capital(&word(texts, open))
    ));
    let patience = session.patience(court, decision);
    page.para(&tr!(texts, "council-patience", n = patience));
    for (i, id) in names::options(view.book(), decision)
        .into_iter()
        .enumerate()
    {
        let option = &book.options[id.index()];
        page.gap();
        let closed = view.may_choose(decision, id).err();
        let label = numbered.map_or_else(|| format!("{}. ", i + 1), |n| format!("{n}.{} ", i + 1));
        let rest = " ".repeat(label.len());
        let mut head = sentence(&option.label);
        if closed.is_some() {
            head.push(' ');
            head.push_str(&texts.t("council-closed"));
        }
        page.hang(&label, &head, &rest);
        let by = label.len();
        if let Some(why) = closed {
            for text in super::commands::why_and_how(texts, &view, &why)
                .iter()
                .skip_while(|l| **l == texts.t("refusal-closed"))
            {
                page.indent(by, text);
            }
        }
        if !option.detail.is_empty() {
            page.indent(by, &option.detail);
        }
        if let Some(words) = lifts::sentence(texts, &view, &option.effects) {
            page.indent(by, &words);
        }
        if !option.cost.is_empty() {
            page.indent(
                by,
                &tr!(
                    texts,
                    "council-cost",
                    cost = goods_list(texts, &option.cost)
                ),
            );
        }
        let voices: Vec<&Voice> = view.voices_for(decision, id).map(|(_, v)| v).collect();
        if option.grade == Grade::Conjectural {
            let key = if voices.is_empty() {
                "council-conjectural"
            } else {
                "council-conjectural-voices"
            };
            page.indent(by, &texts.t(key));
        }
        for voice in voices {
            page.add(&speech(texts, &view, voice, by));
        }
    }
    page
}

fn speech(texts: &Texts, view: &View<'_>, voice: &Voice, by: usize) -> Page {
    let mut page = Page::new();
    page.indent(
        by,
        &tr!(
            texts,
            "council-for",
            person = names::person(texts, view, voice.who)
        ),
    );
    page.indent(
        by + 2,
        &tr!(texts, "council-says", says = voice.says.as_str()),
    );
    if !voice.expects.is_empty() {
        page.indent(
            by + 2,
            &tr!(texts, "council-expects", expects = voice.expects.as_str()),
        );
    }
    page
}

fn proposal(texts: &Texts, view: &View<'_>, draft: DraftId) -> Page {
    let book = view.book();
    let mut page = Page::new();
    page.para(&tr!(
        texts,
        "council-proposal",
        title = names::title(texts, view, draft),
        court = names::court(book, view.terms(draft).from)
    ));
    for line in clauses(texts, view, draft) {
        page.hang("  - ", &line, "    ");
    }
    if let Some(words) = crate::prose::bargain::would_hold(texts, view, draft) {
        page.para(&words);
    }
    let terms = view.terms(draft);
    let opinions = view.opinions(terms);
    if !opinions.is_empty() {
        page.para(&texts.t("opinion-head"));
        for opinion in &opinions {
            let words = crate::prose::bargain::opinion(texts, view, terms, opinion);
            page.hang("  ", &words, "    ");
        }
    }
    page.para(&tr!(
        texts,
        "council-answer",
        id = names::paper_id(view, draft)
    ));
    page
}

/// What a person can do now.
#[must_use]
pub fn what_now(session: &Session, court: CourtId) -> String {
    let (texts, view) = (session.texts(), session.view(court));
    let waiting = session.waiting(court);
    let Some((number, first)) = waiting.first() else {
        return texts.t(if view.is_over() {
            "now-over"
        } else {
            "now-orders"
        });
    };
    let several = session.seat(court).is_some_and(|s| s.matters.len() > 1);
    let open: Vec<String> = names::options(view.book(), *first)
        .into_iter()
        .enumerate()
        .filter(|(_, id)| view.may_choose(*first, *id).is_ok())
        .map(|(i, _)| {
            if several {
                format!("{number}.{}", i + 1)
            } else {
                (i + 1).to_string()
            }
        })
        .collect();
    match open.as_slice() {
        [] => texts.t("now-none-open"),
        [one] => tr!(texts, "now-decide", options = one.as_str()),
        [head @ .., last] => {
            let options = tr!(texts, "now-or", a = head.join(", "), b = last.as_str());
            tr!(texts, "now-decide", options = options)
        }
    }
}

/// What a choice or order did at once.
#[must_use]
pub fn done(session: &Session, court: CourtId, head: &str, ask: &Ask, done: &Done) -> Page {
    let texts = session.texts();
    let mut page = Page::new();
    page.para(&sentence(head));
    for text in table::doings(session, court, ask, done) {
        page.hang("  ", &text, "    ");
    }
    page.para(&edicts_left(texts, &session.view(court)));
    page.para(&texts.t("done-written"));
    page
}
