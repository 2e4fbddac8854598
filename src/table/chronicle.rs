//! What a court heard and what it did itself, in words and in the order it happened: to be read back, searched and filtered.

use std::collections::BTreeSet;

use super::lesson::slides;
use super::session::Session;
use crate::base::date::Turn;
use crate::base::ids::{CourtId, IncidentId, PlaceId};
use crate::events::Event;
use crate::prose::index::{Found, Index, Named};
use crate::prose::{events, names, sentence};
use crate::view::{News, View};

/// An entry of a court's chronicle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// When it happened.
    pub turn: Turn,
    /// When the court heard of it.
    pub heard: Turn,
    /// Where, if it happened at a place; the first of several.
    pub place: Option<PlaceId>,
    /// Every place it happened at: what is told in one line may have happened at more than the line names.
    pub places: Vec<PlaceId>,
    /// Whether it is the court's own choice, order or proclamation.
    pub own: bool,
    /// In words.
    pub text: String,
    /// Whom and what the words name, in their order.
    pub named: Vec<Found>,
    /// The words as they are searched: small letters without accents, with the characters of every name.
    folded: String,
}

impl Heard {
    /// Whether every word of a search stands in it. An empty search finds everything.
    #[must_use]
    pub fn answers(&self, search: &str) -> bool {
        names::fold(search)
            .split(' ')
            .all(|word| self.folded.contains(word))
    }
    /// Whether it is about somebody or something: happened there, or names it.
    #[must_use]
    pub fn is_about(&self, what: Named) -> bool {
        matches!(what, Named::Place(place) if self.places.contains(&place))
            || self.named.iter().any(|f| f.what == what)
    }
}

/// Everything a court heard and did so far, oldest first.
#[must_use]
pub fn chronicle(session: &Session, court: CourtId) -> Vec<Heard> {
    let (texts, view) = (session.texts(), session.view(court));
    let index = Index::new(&view);
    // A matter that is laid is told by what was chosen.
    let mut news: Vec<News<'_>> = view
        .heard(Turn(0))
        .filter(|n| !matches!(n.event, Event::Laid { .. }))
        .collect();
    news.sort_by_key(|n| (n.turn, n.age));
    let mut known: BTreeSet<IncidentId> = BTreeSet::new();
    let mut out = Vec::new();
    for news in news.chunk_by(|a, b| (a.turn, a.age) == (b.turn, b.age)) {
        // A story is told once; after that its name and where it befell are enough.
        let before = known.clone();
        known.extend(news.iter().filter_map(|n| incident(n.event)));
        let (again, first): (Vec<&News<'_>>, Vec<&News<'_>>) = news
            .iter()
            .partition(|n| incident(n.event).is_some_and(|i| before.contains(&i)));
        let told: Vec<&Event> = first.iter().map(|n| n.event).collect();
        for telling in events::tellings(texts, &view, &told) {
            let of: Vec<&News<'_>> = telling.of.iter().map(|i| first[*i]).collect();
            let voted = match of[0].event {
                Event::Chose { decision, .. } => slides::remembered(session, *decision),
                _ => String::new(),
            };
            let text = if voted.is_empty() {
                telling.text
            } else {
                format!("{} {voted}", telling.text)
            };
            out.push(entry(&view, &index, &of, text));
        }
        for news in again {
            for text in events::again(texts, &view, &[news.event]) {
                out.push(entry(&view, &index, &[news], sentence(&text)));
            }
        }
    }
    out
}

fn incident(event: &Event) -> Option<IncidentId> {
    match event {
        Event::Befell { incident, .. } => Some(*incident),
        _ => None,
    }
}

fn entry(view: &View<'_>, index: &Index, of: &[&News<'_>], text: String) -> Heard {
    let news = of[0];
    let mut places: Vec<PlaceId> = Vec::new();
    for at in of.iter().filter_map(|n| n.place) {
        if !places.contains(&at) {
            places.push(at);
        }
    }
    let named = index.of(&text);
    let folded = folded(view, &text, &places, &named);
    Heard {
        turn: news.turn,
        heard: Turn(news.turn.0 + news.age),
        place: places.first().copied(),
        places,
        own: is_own(view, news.event),
        text,
        named,
        folded,
    }
}

/// The words of an entry as they are searched.
fn folded(view: &View<'_>, text: &str, places: &[PlaceId], named: &[Found]) -> String {
    let book = view.book();
    let mut words = text.to_owned();
    for what in named
        .iter()
        .map(|f| f.what)
        .chain(places.iter().copied().map(Named::Place))
        .collect::<BTreeSet<_>>()
    {
        words.push(' ');
        words.push_str(&match what {
            Named::Person(who) => format!(
                "{} {} {}",
                names::name(view, who),
                names::name_zh(view, who),
                book.people[who.index()].other_names
            ),
            Named::Place(at) => names::place_both(book, at),
        });
    }
    names::fold(&words)
}

/// Whether an event is an act of this court itself.
fn is_own(view: &View<'_>, event: &Event) -> bool {
    match event {
        Event::Chose { decision, .. } | Event::Lapsed { decision } => {
            view.book().decisions[decision.index()].court == view.court()
        }
        Event::Ordered { court, .. } | Event::Proclaimed { court, .. } => *court == view.court(),
        _ => false,
    }
}
