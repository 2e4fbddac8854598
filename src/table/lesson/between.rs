//! The time between two decisions of a lesson: policies play it, and what came of it is summed up.

use crate::base::date::{Date, Turn};
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::Ask;
use crate::events::{Entry, Event};
use crate::orders::OrderNow;
use crate::policy::{Kind, Player};
use crate::prose::events;
use crate::prose::numbers::month;
use crate::prose::texts::tr;
use crate::rules::check::Refusal;
use crate::scenario::model::PlaceKind;
use crate::scenario::trial::By;
use crate::table::{self, Session};
use crate::view::View;

/// How many things of weight are told of the time between.
const TOLD: usize = 7;

/// The policy that a plan names.
#[must_use]
pub(super) const fn kind(by: By) -> Kind {
    match by {
        By::Counsel => Kind::Counsel,
        By::Record => Kind::Record,
        By::Random => Kind::Random,
    }
}

/// A policy that leaves some matters to the class.
pub(super) struct Leaves<'p> {
    pub(super) inner: &'p mut (dyn Player + Send),
    pub(super) to_the_class: &'p [DecisionId],
}

impl Player for Leaves<'_> {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        let mut out = self.inner.choices(view);
        out.retain(|(decision, _)| !self.to_the_class.contains(decision));
        out
    }
    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        self.inner.orders(view)
    }
    fn refused(&mut self, view: &View<'_>, ask: &Ask, refusal: &Refusal) {
        self.inner.refused(view, ask, refusal);
    }
    fn log(&self) -> Vec<String> {
        self.inner.log()
    }
    fn fork(&self) -> Box<dyn Player + Send> {
        self.inner.fork()
    }
}

/// How much a thing weighs in a summary: 0 for what is left out.
fn weight(view: &View<'_>, event: &Event) -> u8 {
    let great = |men: u32| if men >= 5_000 { 3 } else { 1 };
    match event {
        Event::Chose { decision, .. } | Event::Lapsed { decision } => {
            let own = view.book().decisions[decision.index()].court == view.court();
            if own { 4 } else { 0 }
        }
        Event::Fell { place, .. } => match view.book().atlas.places[place.index()].kind {
            PlaceKind::Capital => 5,
            PlaceKind::SuperiorPrefecture | PlaceKind::Prefecture | PlaceKind::Pass => 3,
            _ => 2,
        },
        Event::Enthroned { .. }
        | Event::Abdicated { .. }
        | Event::HouseDeposed { .. }
        | Event::CourtSetUp { .. }
        | Event::CourtSetApart { .. }
        | Event::CourtFell { .. }
        | Event::CarriedOff { .. }
        | Event::Dissolved { .. }
        | Event::Submitted { .. }
        | Event::Sworn { .. }
        | Event::WarOpened { .. }
        | Event::PeaceMade { .. } => 5,
        Event::SiegeLaid { place, .. } if view.realm().seat == *place => 5,
        Event::Repudiated { .. }
        | Event::ClauseBroken { .. }
        | Event::Mutinied { .. }
        | Event::ArmyWentOver { .. }
        | Event::Executed { .. }
        | Event::Taken { .. }
        | Event::CourtMoved { .. }
        | Event::SiegeLaid { close: true, .. }
        | Event::SiegeLifted { .. } => 3,
        Event::Fought {
            attackers,
            defenders,
            ..
        } => great(*attackers.max(defenders)),
        Event::Ended { .. } => 0,
        other => u8::from(table::of_note(other)),
    }
}

/// What a court heard since it was told last, when the chronicle had so many entries: a line for each month of which there is something to tell,
/// oldest first, and the weightiest things only. What its own court did in that time is told too: no class did it.
pub(super) fn since(session: &Session, court: CourtId, told: usize) -> Vec<String> {
    let (texts, view) = (session.texts(), session.view(court));
    let chronicle = session.engine().chronicle();
    let fresh = session.seat(court).map_or(&[][..], |seat| &seat.news);
    let mut heard = view.heard(Turn(0)).map(|news| news.event).peekable();
    let entries: Vec<&Entry> = chronicle
        .iter()
        .enumerate()
        .filter(|(at, entry)| {
            // Both run through the chronicle in its order.
            let is_heard = heard.next_if(|event| std::ptr::eq(*event, &raw const entry.event));
            is_heard.is_some() && (*at >= told || fresh.contains(at))
        })
        .map(|(_, entry)| entry)
        .collect();
    // A sentence weighs what the weightiest of its events does; what is alike on one day shares one.
    let mut told: Vec<(u8, Date, String)> = Vec::new();
    for day in entries.chunk_by(|a, b| a.turn == b.turn) {
        let of: Vec<&Event> = day.iter().map(|entry| &entry.event).collect();
        for telling in events::tellings(texts, &view, &of) {
            let most = telling.of.iter().map(|i| weight(&view, of[*i])).max();
            if let Some(most) = most.filter(|most| *most > 0) {
                let on = view.book().day(day[0].turn);
                told.push((most, on, telling.text));
            }
        }
    }
    // Of what weighs the same the latest are told; in the order of the days, whatever their weight.
    told.sort_by_key(|(weight, day, _)| std::cmp::Reverse((*weight, *day)));
    told.truncate(TOLD);
    told.sort_by_key(|(_, day, _)| *day);
    let same_month = |a: &(u8, Date, String), b: &(u8, Date, String)| {
        let of = |day: Date| (day.ymd().0, day.ymd().1);
        of(a.1) == of(b.1)
    };
    told.chunk_by(same_month)
        .map(|of| {
            let (year, number, _) = of[0].1.ymd();
            let sentences: Vec<&str> = of.iter().map(|(.., text)| text.as_str()).collect();
            tr!(
                texts,
                "lesson-in-month",
                month = month(texts, number),
                year = year.to_string(),
                text = sentences.join(" ")
            )
        })
        .collect()
}
