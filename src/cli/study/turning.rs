//! `rivers study --journal FILE --impact`: the turning points of one game, and how lucky it was; and the same while the window shows its debrief.

use std::path::Path;
use std::sync::Arc;
#[cfg(feature = "desktop")]
use std::{num::NonZeroUsize, sync::atomic::AtomicBool};

use super::super::replay::{book_of, refused};
use super::super::shelf::Shelf;
use super::super::{Failure, Outcome, Streams};
use super::plan::{Plan, What, label};
use super::play::{How, play, tell};
use crate::base::ids::CourtId;
use crate::engine::Engine;
use crate::journal::{self, Asks, Header, PERSON};
use crate::policy::Kind;
use crate::scenario::model::Scenario;
use crate::study::Seats;
#[cfg(feature = "desktop")]
use crate::study::results::Turning;
use crate::study::results::{About, Seat};
#[cfg(feature = "desktop")]
use crate::study::run::{Came, Progress, Seeds, Study as _, block};
use crate::study::turning::{Game, Moment, Turnings, retrace};

/// A saved game, played again and taken apart.
struct Looked {
    book: Arc<Scenario>,
    header: Header,
    engine: Engine,
    persons: Vec<CourtId>,
    seats: Seats,
}

impl Looked {
    /// The game of a journal, what was asked for in it, and the matters that persons answered.
    fn at(
        path: &Path,
        named: Option<&str>,
        shelf: &Shelf,
    ) -> Result<(Self, Asks, Vec<Moment>), Failure> {
        let wrong = |error: &dyn std::fmt::Display| {
            Failure::Wrong(format!("`{}`: {error}", path.display()))
        };
        let journal = journal::read(path).map_err(refused)?;
        let book = book_of(shelf, &journal, named)?;
        let played = journal::replay(&book, &journal).map_err(|error| wrong(&error))?;
        if played.engine.by_hand() {
            return Err(wrong(
                &"values were set by hand in it, and with other luck nobody would have set them; it has no turning points",
            ));
        }
        let header = journal.header.clone();
        let persons: Vec<CourtId> = (0..book.courts.len())
            .map(CourtId::of)
            .filter(|c| header.is_person(&book.courts[c.index()].id))
            .collect();
        let policy = |court: &String| header.seats.get(court).and_then(|name| Kind::of(name));
        let seats = book.courts.iter().enumerate();
        let seats: Seats = seats
            .filter_map(|(n, court)| Some((CourtId::of(n), policy(&court.id)?)))
            .collect();
        let (mut asks, closed) = journal::asks(&book, &journal).map_err(|error| wrong(&error))?;
        let (engine, moments) = retrace(header.engine(&book), &asks, closed, &persons);
        if engine.hash() != played.engine.hash() {
            return Err(wrong(
                &"the game takes another course now than it did, and its turning points are not those of the game that was played",
            ));
        }
        for asks in &mut asks {
            asks.retain(|(court, _)| persons.contains(court));
        }
        // The turn that is open was not played to its end.
        asks.truncate(closed);
        let looked = Self {
            book,
            header,
            engine,
            persons,
            seats,
        };
        Ok((looked, asks, moments))
    }

    /// The same game on its first day, with other luck.
    fn again(&self, seed: u64) -> Engine {
        Header {
            seed,
            ..self.header.clone()
        }
        .engine(&self.book)
    }

    /// What the results say of themselves, after so many games of those that were planned.
    fn about(&self, plan: &Plan, by: Kind, games: u64) -> About {
        let seat = |court: &CourtId, policy: String| Seat {
            court: self.book.courts[court.index()].id.clone(),
            name: self.book.courts[court.index()].name.clone(),
            policy,
        };
        let by_name = by.name().into_owned();
        let after = self
            .persons
            .iter()
            .map(|court| seat(court, by_name.clone()));
        let others = || {
            self.seats
                .iter()
                .map(|(court, kind)| seat(court, kind.name().into_owned()))
        };
        // The label names those whom a person may play; the others go by counsel in every game.
        let playable = |seat: &Seat| {
            let court = self.book.court(&seat.court);
            court.is_some_and(|c| self.book.courts[c.index()].playable)
        };
        let after: Vec<Seat> = after.chain(others()).filter(playable).collect();
        let then = self
            .persons
            .iter()
            .map(|court| seat(court, PERSON.to_owned()));
        About {
            seats: then.chain(others()).collect(),
            label: label(&after),
            ..plan.about(&self.book, games)
        }
    }

    /// The game as a study.
    fn study<'g>(
        &'g self,
        asks: Asks,
        moments: Vec<Moment>,
        begin: &'g (dyn Fn(u64) -> Engine + Sync),
        by: Kind,
    ) -> Turnings<'g> {
        let game = Game {
            engine: &self.engine,
            persons: self.persons.clone(),
            seats: self.seats.clone(),
            asks,
            moments,
            begin,
        };
        Turnings::new(game, by)
    }

    fn plan(&self, draws: u64) -> Plan {
        Plan::new(What::Turning, &self.book.id, &self.book, &self.seats, draws)
    }
}

/// Looks at the game of a journal; after a matter the persons' courts are played by `by`.
pub(super) fn run(
    path: &Path,
    named: Option<&str>,
    by: Kind,
    draws: u64,
    how: &How<'_>,
    shelf: &Shelf,
    streams: &mut Streams<'_>,
) -> Outcome {
    let (looked, asks, moments) = Looked::at(path, named, shelf)?;
    let again = |seed| looked.again(seed);
    let study = looked.study(asks, moments, &again, by);
    let plan = looked.plan(draws);
    let played = play(&study, &plan, how)?;
    let about = looked.about(&plan, by, played.progress.next - 1);
    tell(&study, &plan, about, &played, how.out, streams)
}

/// Draws after which the window is told what is known: a second or so of a game with many matters.
#[cfg(feature = "desktop")]
const STEP: u64 = 8;
/// Draws after which enough is known for a page: shifts of some ten points are then beyond doubt.
#[cfg(feature = "desktop")]
const ENOUGH: u64 = 240;

/// Looks at the game of a journal on this thread, and hands over what is known every few draws, until enough is known or somebody says stop.
#[cfg(feature = "desktop")]
pub(in crate::cli) fn live(
    path: &Path,
    shelf: &Shelf,
    (stop, found): (&AtomicBool, &mut dyn FnMut(Turning)),
) -> Result<(), Failure> {
    let by = Kind::Counsel;
    let (looked, asks, moments) = Looked::at(path, None, shelf)?;
    let again = |seed| looked.again(seed);
    let study = looked.study(asks, moments, &again, by);
    let plan = looked.plan(ENOUGH);
    let mut progress = Progress::new(1, study.nothing());
    let mut desks = Vec::new();
    loop {
        let seeds = Seeds::from_one(ENOUGH.min(progress.next - 1 + STEP));
        let came = block(
            &study,
            seeds,
            &mut progress,
            NonZeroUsize::MIN,
            &mut desks,
            (stop, &|| {}),
            &mut Vec::new(),
        );
        let about = looked.about(&plan, by, progress.next - 1);
        found(study.told(about, &progress.sums));
        if came == Came::Stopped || progress.next > ENOUGH {
            return Ok(());
        }
    }
}
