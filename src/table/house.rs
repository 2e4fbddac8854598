//! The council and the house of a court, as both faces tell it.

use crate::events::{Petitioners, Stat};
use crate::prose::numbers::{date, lean_in_words, number, signed};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, house as words, names, orders};
use crate::rules::formulas::parties::{self, Party};
use crate::rules::formulas::{clients, palace, throne};
use crate::rules::systems::parties::Voice;
use crate::view::View;

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A sentence, or what heads the lines under it.
    Head(String),
    /// One of those under it; the number that `why` would explain, if it has one.
    Item(String, Option<Stat>),
}

/// The council and the house of the view's court.
#[must_use]
pub fn house(texts: &Texts, view: &View<'_>) -> Vec<Line> {
    let mut out = Vec::new();
    parties(texts, view, &mut out);
    square(texts, view, &mut out);
    crown(texts, view, &mut out);
    far_off(texts, view, &mut out);
    thrones(texts, view, &mut out);
    sits(texts, view, &mut out);
    out
}

/// When the court sits next, and what called it, where it does not always sit.
fn sits(texts: &Texts, view: &View<'_>, out: &mut Vec<Line>) {
    if let Some(words) = words::sitting(texts, view) {
        out.push(Line::Head(words));
    }
}

/// Whose army the throne rests on, and which thrones rest on one's own.
fn thrones(texts: &Texts, view: &View<'_>, out: &mut Vec<Line>) {
    let book = view.book();
    if let Some(patron) = view.patron() {
        out.push(Line::Head(tr!(
            texts,
            "house-patron",
            court = names::court(book, patron),
            men = number(view.patron_near()),
            needed = number(clients::PROP_MEN)
        )));
    }
    for client in view.clients() {
        let (own, theirs) = view.strength_at(client);
        out.push(Line::Head(tr!(
            texts,
            "house-client",
            court = names::court(book, client),
            own = number(own),
            theirs = number(theirs),
            needed = number(clients::PROP_MEN),
            burden = signed(view.burden(client))
        )));
    }
}

fn parties(texts: &Texts, view: &View<'_>, out: &mut Vec<Line>) {
    let book = view.book();
    let lean = lean_in_words(texts, view.realm().lean);
    let voices = view.voices();
    out.push(Line::Head(match view.council_mean() {
        Some(mean) => tr!(texts, "house-lean", lean = lean, mean = signed(mean)),
        None => tr!(texts, "house-lean-alone", lean = lean),
    }));
    let all: i32 = voices.iter().map(|v| v.weight).sum();
    for party in [Party::War, Party::Peace, Party::Neither] {
        let mut members: Vec<&Voice> = voices
            .iter()
            .filter(|v| v.post.is_some() && parties::party(v.stance) == party)
            .collect();
        members.sort_by_key(|v| (-v.weight, v.person));
        let Some(leader) = members.first() else {
            continue;
        };
        let weight: i32 = members.iter().map(|v| v.weight).sum();
        let key = match party {
            Party::War => "house-party-war",
            Party::Peace => "house-party-peace",
            Party::Neither => "house-party-neither",
        };
        out.push(Line::Head(tr!(
            texts,
            key,
            percent = weight * 100 / all.max(1),
            leader = names::name(view, leader.person)
        )));
        for voice in members {
            let post = voice
                .post
                .map_or_else(String::new, |p| names::post(book, p));
            out.push(Line::Item(
                tr!(
                    texts,
                    "house-voice",
                    person = names::name(view, voice.person),
                    post = post,
                    stance = signed(voice.stance),
                    favour = view.figure(voice.person).favour,
                    weight = voice.weight
                ),
                Some(Stat::Favour(voice.person)),
            ));
        }
    }
    if let Some(ruler) = voices.iter().find(|v| v.post.is_none()) {
        out.push(Line::Head(tr!(
            texts,
            "house-sovereign",
            person = names::name(view, ruler.person),
            stance = signed(ruler.stance),
            weight = ruler.weight
        )));
    }
    out.push(Line::Head(tr!(
        texts,
        "house-why",
        course = parties::COURSE
    )));
}

/// Those who stand before the palace.
fn square(texts: &Texts, view: &View<'_>, out: &mut Vec<Line>) {
    let Some(crowd) = view.crowd() else {
        return;
    };
    let who = match crowd.who {
        Petitioners::Students => "house-crowd-students",
        Petitioners::Guards => "house-crowd-guards",
    };
    out.push(Line::Head(tr!(
        texts,
        "house-crowd",
        date = date(texts, view.book().day(crowd.since)),
        who = texts.t(who),
        plea = words::plea(texts, view, crowd.plea)
    )));
    let (loyal, mutineers) = view.guards();
    out.push(Line::Item(
        match crowd.who {
            Petitioners::Students => tr!(
                texts,
                "house-crowd-why-students",
                yield = -palace::YIELD_LEGITIMACY,
                clear = -palace::CLEARED.0,
                blood = -palace::BLOODY.0,
                wait = -palace::WAIT_LEGITIMACY
            ),
            Petitioners::Guards => tr!(
                texts,
                "house-crowd-why-guards",
                loyal = number(loyal),
                mutineers = number(mutineers)
            ),
        },
        None,
    ));
}

/// A throne that nobody sits on, and those who once did.
fn crown(texts: &Texts, view: &View<'_>, out: &mut Vec<Line>) {
    if view.throne_is_vacant() {
        out.push(Line::Head(tr!(
            texts,
            "house-vacant",
            by = -throne::HEADLESS
        )));
        return;
    }
    for (person, court) in view.elders() {
        out.push(Line::Head(tr!(
            texts,
            "house-elder",
            person = names::name(view, person),
            court = names::court(view.book(), court),
            by = -throne::ELDER_HOME
        )));
    }
}

/// Orders on the road, and generals with too many men.
fn far_off(texts: &Texts, view: &View<'_>, out: &mut Vec<Line>) {
    let book = view.book();
    for errand in view.errands() {
        out.push(Line::Head(tr!(
            texts,
            "house-errand",
            sent = date(texts, book.day(errand.sent)),
            arrives = date(texts, book.day(errand.arrives)),
            order = orders::order(texts, view, &errand.order)
        )));
        if errand.put_off > 0 {
            out.push(Line::Item(
                tr!(texts, "house-errand-put-off", n = errand.put_off),
                None,
            ));
        }
    }
    let (feared, all) = view.feared();
    for army in feared.into_iter().filter_map(|a| view.army(a)) {
        let Some(person) = army.commander else {
            continue;
        };
        out.push(Line::Head(capital(&tr!(
            texts,
            "house-feared",
            person = names::name(view, person),
            men = number(army.men),
            all = number(all)
        ))));
    }
}
