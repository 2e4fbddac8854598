//! The writer's bench at the terminal: `set` and `show`, and what is said when the file was saved.

use super::find;
use super::layout::Page;
use crate::base::date::Date;
use crate::base::ids::{CourtId, DecisionId, FactId, OptionId};
use crate::diagnostics::suggest::nearest_all;
use crate::prose::names::fold;
use crate::prose::numbers::GOODS;
use crate::prose::texts::{Texts, tr};
use crate::prose::{condition, hand, names, sentence};
use crate::scenario::given::GivenNow;
use crate::table::Session;
use crate::table::bench::Mistake;
use crate::table::values::{KINDS, Kind, Slot, Value};
use crate::view::View;

/// What a line asks of the bench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The values that can be set.
    Kinds,
    /// A value to set.
    Set(GivenNow),
    /// The matters of the scenario.
    Matters,
    /// A matter to be led to.
    Show(DecisionId),
    /// It was not understood: this says why.
    Unread(String),
}

/// Reads a line, if it is for the bench.
#[must_use]
pub fn read(line: &str, session: &Session, court: CourtId) -> Option<Asked> {
    let mut words = line.split_whitespace();
    let (first, rest): (&str, Vec<&str>) = (words.next()?, words.collect());
    match first.to_lowercase().as_str() {
        "set" => Some(set(&rest, session, court)),
        "show" => Some(show(&rest.join(" "), session.texts(), &session.view(court))),
        _ => None,
    }
}

fn set(words: &[&str], session: &Session, court: CourtId) -> Asked {
    let (texts, view) = (session.texts(), &session.view(court));
    let Some((word, rest)) = words.split_first() else {
        return Asked::Kinds;
    };
    let Some(kind) = Kind::of(&word.to_lowercase()) else {
        return Asked::Unread(tr!(texts, "bench-set-unknown", word = *word));
    };
    let mut deepest = Deepest::default();
    match values(view, kind.slots, rest, &mut Vec::new(), &mut deepest) {
        Some(values) => kind
            .given(&values)
            .map_or_else(|| Asked::Unread(texts.t("bench-set-too-large")), Asked::Set),
        None => {
            let Deepest { named, at } = deepest;
            let slot = kind.slots.get(named).or(kind.slots.last());
            let left = rest.get(at..).unwrap_or_default().join(" ");
            let usage = usage(texts, kind);
            let now = now(session, court, kind, rest);
            let mut text = match slot {
                Some(slot) if !left.is_empty() => tr!(
                    texts,
                    "bench-set-unread",
                    rest = left.as_str(),
                    slot = texts.t(slot.key())
                ),
                _ => String::new(),
            };
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&tr!(texts, "bench-set-usage", usage = usage));
            if let Some(now) = now {
                text.push(' ');
                text.push_str(&tr!(texts, "bench-now", what = now));
            }
            let unread = rest.get(at..).unwrap_or_default();
            let mut begin = (1..=unread.len()).map(|n| unread[..n].join(" "));
            if kind.word == "morale" && begin.any(|name| find::army(view, &name).is_ok()) {
                text.push(' ');
                text.push_str(&texts.t("bench-set-spirit"));
            }
            Asked::Unread(text)
        }
    }
}

/// What a value is now, where the words name whose it is.
fn now(session: &Session, court: CourtId, kind: Kind, words: &[&str]) -> Option<String> {
    let view = session.view(court);
    let subject = kind.slots.get(..kind.subject()?)?;
    let mut until = words.len();
    loop {
        let read = values(
            &view,
            subject,
            &words[..until],
            &mut Vec::new(),
            &mut Deepest::default(),
        );
        if let Some(named) = read {
            let now = session.value_now(&kind.of_subject(&named)?)?;
            return Some(sentence(&hand::given(session.texts(), &view, &now)));
        }
        until = until.checked_sub(1)?;
    }
}

/// How a kind is written.
fn usage(texts: &Texts, kind: Kind) -> String {
    let mut out = kind.word.to_owned();
    for slot in kind.slots {
        out.push(' ');
        out.push_str(&texts.t(slot.key()).to_uppercase());
    }
    out
}

/// Where reading stopped, at its farthest.
#[derive(Clone, Copy, Debug, Default)]
struct Deepest {
    /// How many slots were filled.
    named: usize,
    /// The word.
    at: usize,
}

/// `a`, `b` or `c`.
fn listed_or(texts: &Texts, names: &[&str]) -> String {
    let Some((last, before)) = names.split_last() else {
        return String::new();
    };
    if before.is_empty() {
        return (*last).to_owned();
    }
    tr!(texts, "bench-or", names = before.join(", "), last = *last)
}

/// Fills the slots from the words: a name may have several, and whatever is left over is no value.
fn values(
    view: &View<'_>,
    slots: &[Slot],
    words: &[&str],
    done: &mut Vec<Value>,
    deepest: &mut Deepest,
) -> Option<Vec<Value>> {
    fn go(
        view: &View<'_>,
        slots: &[Slot],
        words: &[&str],
        at: usize,
        done: &mut Vec<Value>,
        deepest: &mut Deepest,
    ) -> Option<Vec<Value>> {
        // Where the same word could not be read as a court nor as what follows one, a court was wanted.
        if at > deepest.at {
            *deepest = Deepest {
                named: done.len(),
                at,
            };
        }
        let Some(slot) = slots.get(done.len()) else {
            return (at == words.len()).then(|| done.clone());
        };
        for until in (at + 1..=words.len()).rev() {
            if let Some(value) = one(view, *slot, &words[at..until].join(" "), done) {
                done.push(value);
                if let Some(all) = go(view, slots, words, until, done, deepest) {
                    return Some(all);
                }
                done.pop();
            }
        }
        // A court that is left out is one's own.
        if *slot == Slot::Court {
            done.push(Value::Court(view.court()));
            let all = go(view, slots, words, at, done, deepest);
            done.pop();
            return all;
        }
        None
    }
    go(view, slots, words, 0, done, deepest)
}

fn one(view: &View<'_>, slot: Slot, text: &str, done: &[Value]) -> Option<Value> {
    let book = view.book();
    let word = fold(text);
    if slot.may_be_none() && matches!(word.as_str(), "none" | "nobody" | "nothing") {
        return Some(Value::Nothing);
    }
    match slot {
        Slot::Court | Slot::CourtOrNone => (0..book.courts.len())
            .map(CourtId::of)
            .find(|id| {
                let court = &book.courts[id.index()];
                [&court.id, &court.name, &court.name_zh]
                    .iter()
                    .any(|name| fold(name) == word)
            })
            .map(Value::Court),
        Slot::Place | Slot::PlaceOrNone => find::place(view, text).ok().map(Value::Place),
        Slot::Person | Slot::PersonOrNone => find::person(view, text).ok().map(Value::Person),
        Slot::Army => find::army(view, text).ok().map(Value::Army),
        Slot::Post => find::post(view, text).ok().map(Value::Post),
        Slot::Draft => find::draft(view, text).ok().map(Value::Draft),
        Slot::Fact => book
            .facts
            .iter()
            .position(|fact| fold(&fact.id) == word)
            .map(|at| Value::Fact(FactId::of(at))),
        Slot::Decision => matter(view, &word).map(Value::Decision),
        Slot::Choice => {
            let Some(Value::Decision(of)) = done.last() else {
                return None;
            };
            book.decisions[of.index()]
                .options
                .iter()
                .position(|option| fold(&option.id) == word || fold(&option.label) == word)
                .map(|at| Value::Choice(OptionId::of(at)))
        }
        Slot::Good => GOODS
            .into_iter()
            .find(|good| format!("{good:?}").to_lowercase() == word)
            .map(Value::Good),
        Slot::Number => {
            let digits: String = text
                .chars()
                .filter(|c| !matches!(c, ',' | '_'))
                .map(|c| if c == '−' { '-' } else { c })
                .collect();
            digits.parse().ok().map(Value::Number)
        }
        Slot::Yes => match word.as_str() {
            "yes" | "true" => Some(Value::Yes(true)),
            "no" | "false" => Some(Value::Yes(false)),
            _ => None,
        },
        Slot::Day => Date::parse(text.trim()).ok().map(Value::Day),
    }
}

/// The matter of this id or title.
fn matter(view: &View<'_>, word: &str) -> Option<DecisionId> {
    let all = &view.book().decisions;
    let at = all
        .iter()
        .position(|d| fold(&d.id) == word)
        .or_else(|| all.iter().position(|d| fold(&d.title) == word))?;
    Some(DecisionId::of(at))
}

fn show(name: &str, texts: &Texts, view: &View<'_>) -> Asked {
    if name.is_empty() {
        return Asked::Matters;
    }
    match matter(view, &fold(name)) {
        Some(decision) => Asked::Show(decision),
        None => Asked::Unread(
            match nearest_all(name, view.book().decisions.iter().map(|d| d.id.as_str())) {
                near if !near.is_empty() => {
                    let near = listed_or(texts, &near);
                    tr!(texts, "bench-show-near", name = name, near = near)
                }
                _ => tr!(texts, "bench-show-unknown", name = name),
            },
        ),
    }
}

/// What can be set, and how it is written.
#[must_use]
pub fn kinds(texts: &Texts) -> Page {
    let mut page = Page::new();
    page.heading(&texts.t("bench-set-head"));
    for kind in KINDS {
        let what = texts.t(kind.key);
        page.hang("  ", &format!("{}: {what}", usage(texts, *kind)), "      ");
    }
    page.gap();
    let usage = texts.t("bench-set-example");
    page.para(&tr!(texts, "bench-set-usage", usage = usage));
    page
}

/// Every matter of the scenario, court by court, with what it asks.
#[must_use]
pub fn matters(session: &Session, court: CourtId) -> Page {
    let (texts, view) = (session.texts(), session.view(court));
    let book = view.book();
    let mut page = Page::new();
    page.heading(&texts.t("bench-show-head"));
    for before in (0..book.courts.len()).map(CourtId::of) {
        let mut first = true;
        for matter in book.decisions.iter().filter(|d| d.court == before) {
            if std::mem::take(&mut first) {
                page.gap();
                page.para(&tr!(
                    texts,
                    "bench-show-court",
                    court = names::court(book, before)
                ));
            }
            let line = tr!(
                texts,
                "bench-show-line",
                title = matter.title.as_str(),
                id = matter.id.as_str()
            );
            page.hang("  ", &line, "    ");
            let when = condition(texts, &view, &matter.when);
            page.indent(4, &tr!(texts, "bench-show-asks", when = when));
        }
    }
    page.gap();
    page.para(&texts.t("bench-show-usage"));
    page
}

/// The mistakes of a file that was saved.
#[must_use]
pub fn mistakes(texts: &Texts, list: &[Mistake]) -> (String, Page) {
    (
        shown(list),
        said(tr!(texts, "bench-broken", n = list.len())),
    )
}

/// The warnings of a file that was saved and can be played.
#[must_use]
pub fn warnings(texts: &Texts, list: &[Mistake]) -> (String, Page) {
    (
        shown(list),
        said(tr!(texts, "bench-warned", n = list.len())),
    )
}

/// What `check` shows is laid out already, caret by caret.
fn shown(list: &[Mistake]) -> String {
    list.iter().map(|m| format!("{}\n", m.shown)).collect()
}

fn said(words: String) -> Page {
    let mut page = Page::new();
    page.para(&words);
    page
}
