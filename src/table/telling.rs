//! What is worth telling a court, and when it must be asked: which news is new to it, what stops a run, who can be heard.
//! Every face tells the same.

use super::session::Session;
use super::{dues, hardship, outset};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, PlaceId};
use crate::events::{Entry, Event};
use crate::prose::numbers::{FEW, goods_list};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, events, names};
use crate::scenario::model::Cond;
use crate::view::View;

/// A `run` stops after this many xun at the latest.
pub const RUN_XUN: u16 = 9;

/// A piece of news in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsItem {
    /// Where it happened, if it happened at a place.
    pub place: Option<PlaceId>,
    /// How many xun ago.
    pub age_xun: u16,
    /// In words, with its place and age where they are not plain.
    pub text: String,
    /// Where one line tells of more than it names or of several days: each by itself.
    pub detail: Vec<String>,
}

/// What is new since the court last sat, in the order it is to be read.
#[must_use]
pub fn news(session: &Session, court: CourtId) -> Vec<NewsItem> {
    let (texts, view) = (session.texts(), session.view(court));
    let chronicle = session.engine().chronicle();
    let fresh = session.seat(court).map_or(&[][..], |s| &s.news);
    let entries: Vec<&Entry> = fresh
        .iter()
        .filter_map(|i| chronicle.get(*i))
        .filter(|e| !is_no_news(&view, &e.event))
        .collect();
    // A story is told once; after that its name and a few places are enough, and all such stories share a line.
    let (again, first): (Vec<&Entry>, Vec<&Entry>) = entries.into_iter().partition(|entry| {
        matches!(&entry.event, Event::Befell { incident, .. } if view.heard(Turn(0)).any(|n| {
            n.turn < entry.turn
                && matches!(n.event, Event::Befell { incident: before, .. } if before == incident)
        }))
    });
    let told = |(place, text)| NewsItem {
        place,
        age_xun: 0,
        detail: Vec::new(),
        text,
    };
    let mut out: Vec<NewsItem> = outset::sentences(texts, &view)
        .into_iter()
        .map(told)
        .collect();
    let due = dues::sentences(texts, &view).into_iter();
    out.extend(due.map(|text| told((None, text))));
    out.extend(settled(session, court).map(|text| told((None, text))));
    let hardship = hardship::sentences(texts, &view)
        .into_iter()
        .chain(hardship::clients(texts, &view));
    out.extend(hardship.map(|text| told((None, text))));
    // What is of every day and alike is one line, from whichever of these days it is.
    let often: Vec<bool> = first
        .iter()
        .map(|entry| {
            is_of_every_day(&entry.event)
                && first.iter().any(|other| {
                    other.turn != entry.turn && events::alike(&entry.event, &other.event)
                })
        })
        .collect();
    let (often, once): (Vec<_>, Vec<_>) = first.iter().zip(often).partition(|(_, often)| *often);
    let once: Vec<&Entry> = once.into_iter().map(|(entry, _)| *entry).collect();
    let often: Vec<&Entry> = often.into_iter().map(|(entry, _)| *entry).collect();
    for entries in once.chunk_by(|a, b| a.turn == b.turn) {
        tell(session, &view, entries, &mut out);
    }
    tell(session, &view, &often, &mut out);
    let again: Vec<&Event> = again.iter().map(|e| &e.event).collect();
    let stories = events::again(texts, &view, &again);
    if !stories.is_empty() {
        let words = tr!(texts, "news-again", stories = stories.join("; "));
        out.push(told((None, words)));
    }
    out
}

/// The lesser matters that the secretariat settled since the court was last told its news, and how.
pub fn settled(session: &Session, court: CourtId) -> impl Iterator<Item = String> {
    let (texts, book) = (session.texts(), session.engine().book());
    session.settled(court).map(move |(decision, option)| {
        let matter = &book.decisions[decision.index()];
        let chosen = &matter.options[option.index()];
        let (title, label) = (matter.title.as_str(), chosen.label.as_str());
        if chosen.cost.is_empty() {
            tr!(texts, "news-settled", title = title, option = label)
        } else {
            let cost = goods_list(texts, &chosen.cost);
            tr!(
                texts,
                "news-settled-paid",
                title = title,
                option = label,
                cost = cost
            )
        }
    })
}

/// Tells entries, what is alike in one line.
fn tell(session: &Session, view: &View<'_>, entries: &[&Entry], out: &mut Vec<NewsItem>) {
    let texts = session.texts();
    let events: Vec<&Event> = entries.iter().map(|e| &e.event).collect();
    for telling in events::tellings(texts, view, &events) {
        let of: Vec<&Entry> = telling.of.iter().map(|i| entries[*i]).collect();
        let ages = of
            .iter()
            .map(|e| view.turn().0.saturating_sub(e.turn.0))
            .collect::<Vec<u16>>();
        let (age_xun, oldest) = match (ages.iter().min(), ages.iter().max()) {
            (Some(newest), Some(oldest)) => (*newest, *oldest),
            _ => continue,
        };
        let place = |entry: &Entry| entry.at;
        let at = place(of[0]);
        let text = if age_xun == oldest {
            let here = at.filter(|_| of.iter().all(|entry| place(entry) == at));
            dated(texts, view, here, age_xun, telling.text)
        } else {
            // One line for several days says how far back they go.
            tr!(
                texts,
                "news-lately",
                n = u32::from(oldest) * 10,
                text = telling.text
            )
        };
        // What is not named in the line can be had one by one.
        let detail = if of.len() > FEW + 1 || age_xun != oldest {
            of.iter()
                .filter_map(|entry| {
                    let age = view.turn().0.saturating_sub(entry.turn.0);
                    let text = events::event(texts, view, &entry.event)?;
                    Some(dated(texts, view, place(entry), age, text))
                })
                .collect()
        } else {
            Vec::new()
        };
        out.push(NewsItem {
            place: at,
            age_xun,
            text,
            detail,
        });
    }
}

/// News with its place and its age: what is of the last ten days needs no date; where a thing took place is said unless the sentence
/// says it.
fn dated(
    texts: &Texts,
    view: &View<'_>,
    at: Option<PlaceId>,
    age_xun: u16,
    text: String,
) -> String {
    let place = at
        .map(|at| names::place(view.book(), at))
        .filter(|name| !text.contains(name.as_str()));
    let age = (age_xun > 1).then(|| names::age(texts, age_xun));
    match (place, age) {
        (Some(place), Some(age)) => tr!(
            texts,
            "news-from-old",
            place = place,
            age = age,
            text = text
        ),
        (Some(place), None) => tr!(texts, "news-from", place = place, text = text),
        (None, Some(age)) => tr!(texts, "news-old", age = capital(&age), text = text),
        (None, None) => text,
    }
}

/// What goes on all the time in one place or another, so that a reader who was away wants it in one line.
const fn is_of_every_day(event: &Event) -> bool {
    matches!(
        event,
        Event::BandGathered { .. }
            | Event::BandDispersed { .. }
            | Event::Entered { .. }
            | Event::PaidInKind { .. }
            | Event::SiegeLaid { close: false, .. }
    )
}

/// What the court itself did is no news to it.
fn is_no_news(view: &View<'_>, event: &Event) -> bool {
    let court = view.court();
    match event {
        // The ending has a page of its own.
        Event::Laid { .. } | Event::Chose { .. } | Event::Ended { .. } => true,
        Event::Ordered { court: by, .. } | Event::Proclaimed { court: by, .. } => *by == court,
        _ => false,
    }
}

/// Matters that pass unanswered when this xun ends.
#[must_use]
pub fn last_chances(session: &Session, court: CourtId) -> Vec<DecisionId> {
    let waiting = session.waiting(court).into_iter();
    waiting
        .map(|(_, decision)| decision)
        .filter(|d| session.patience(court, *d) == 0 && session.can_answer(court, *d))
        .collect()
}

/// Whether a need speaks of a day or an event still to come: to name it would tell the court its own future.
#[must_use]
pub fn is_to_come(need: &Cond) -> bool {
    match need {
        Cond::From(_)
        | Cond::Fact(_)
        | Cond::Laid(_)
        | Cond::Chose(..)
        | Cond::Sworn(_)
        | Cond::InForce(_)
        | Cond::FellTo(..)
        | Cond::Lost(..) => true,
        Cond::All(list) | Cond::Any(list) => list.iter().any(is_to_come),
        _ => false,
    }
}

/// What needs the player's eyes in the events of a turn that just opened: used to stop a run.
#[must_use]
pub fn needs_eyes(session: &Session, court: CourtId) -> bool {
    let view = session.view(court);
    if session.answerable(court)
        || session.engine().ended().is_some()
        || dues::comes(&view)
        // Whoever stands before the palace does not wait for a court that runs on.
        || view.crowd().is_some()
        || hardship::began(&view)
        || hardship::totters(&view)
    {
        return true;
    }
    let chronicle = session.engine().chronicle();
    let own_place = |place: PlaceId| view.holder(place) == Some(court);
    session.seat(court).is_some_and(|seat| {
        seat.news
            .iter()
            .filter_map(|i| chronicle.get(*i))
            .any(|entry| match entry.event {
                // One of which no course is open is read once.
                Event::Laid { decision, .. } => view.pending().any(|d| d == decision),
                Event::Delivered { draft } => view.terms(draft).to == court,
                // What became of a paper of ours, and whose word was broken, ours too.
                Event::Sworn { draft } | Event::ClauseBroken { draft, .. } => {
                    view.terms(draft).binds(court)
                }
                Event::Refused { draft, by }
                | Event::LeftLying { draft, by }
                | Event::Repudiated { draft, by } => by != court && view.terms(draft).binds(court),
                Event::Fought {
                    attacker, defender, ..
                } => attacker == court || defender == court,
                // Whoever was beaten off or came too late waits for orders.
                Event::TooLate { army, .. } | Event::Halted { army, .. } => {
                    view.army(army).is_some()
                }
                Event::SiegeLaid { place, by, .. } => by == court || own_place(place),
                Event::RingChanged { place, .. } => own_place(place),
                Event::Mutinied { court: of, .. }
                | Event::Abdicated { court: of, .. }
                | Event::Enthroned { court: of, .. }
                | Event::Succeeded { court: of, .. } => of == court,
                // A town that this court says is its own is watched whoever takes it.
                Event::Fell {
                    place, from, to, ..
                } => from == Some(court) || to == court || view.claims(place),
                Event::WarOpened { by, on, .. } => by == court || on == court,
                Event::CourtSetUp { .. }
                | Event::CourtSetApart { .. }
                | Event::CourtFell { .. }
                | Event::HouseDeposed { .. } => true,
                _ => false,
            })
    })
}

/// What a history would tell: not orders, levies or appointments.
#[must_use]
pub const fn of_note(event: &Event) -> bool {
    matches!(
        event,
        Event::Chose { .. }
            | Event::Lapsed { .. }
            | Event::Fought { .. }
            | Event::SiegeLaid { .. }
            | Event::SiegeLifted { .. }
            | Event::Fell { .. }
            | Event::CessionOrdered { .. }
            | Event::CessionRefused { .. }
            | Event::DikeBroken { .. }
            | Event::RiverMoved { .. }
            | Event::ShipsLost { .. }
            | Event::BandGathered { .. }
            | Event::Dearth { .. }
            | Event::Died { .. }
            | Event::Executed { .. }
            | Event::Taken { .. }
            | Event::Freed { .. }
            | Event::WentOver { .. }
            | Event::Entered { .. }
            | Event::ArmyWentOver { .. }
            | Event::Abdicated { .. }
            | Event::Enthroned { .. }
            | Event::HeirNamed { .. }
            | Event::HouseDeposed { .. }
            | Event::CourtSetUp { .. }
            | Event::CourtSetApart { .. }
            | Event::Dissolved { .. }
            | Event::Submitted { .. }
            | Event::Mutinied { .. }
            | Event::CarriedOff { .. }
            | Event::CourtFell { .. }
            | Event::CourtMoved { .. }
            | Event::Sworn { .. }
            | Event::Refused { .. }
            | Event::LeftLying { .. }
            | Event::CalledBack { .. }
            | Event::LaidAside { .. }
            | Event::Repudiated { .. }
            | Event::Disavowed { .. }
            | Event::GaveBack { .. }
            | Event::ClauseBroken { .. }
            | Event::WarOpened { .. }
            | Event::PeaceMade { .. }
            | Event::Rose { .. }
            | Event::Ended { .. }
    )
}

/// A line on how a game stands: the last thing of note that the court heard of.
#[must_use]
pub fn in_a_line(texts: &Texts, view: &View<'_>) -> Option<String> {
    let heard: Vec<_> = view.heard(Turn(0)).filter(|n| of_note(n.event)).collect();
    heard
        .iter()
        .rev()
        .find_map(|news| events::event(texts, view, news.event))
}
