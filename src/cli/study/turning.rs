//! `rivers study --journal FILE --impact`: the turning points of one game, and how lucky it was.

use std::path::Path;

use super::super::replay::{book_of, refused};
use super::super::shelf::Shelf;
use super::super::{Failure, Outcome, Streams};
use super::plan::{Plan, What, label};
use super::play::{How, play, tell};
use crate::base::ids::CourtId;
use crate::journal::{self, Header, PERSON};
use crate::policy::Kind;
use crate::study::results::{About, Seat};
use crate::study::turning::{Game, Turnings, retrace};

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
    let wrong =
        |error: &dyn std::fmt::Display| Failure::Wrong(format!("`{}`: {error}", path.display()));
    let journal = journal::read(path).map_err(refused)?;
    let book = book_of(shelf, &journal, named)?;
    let played = journal::replay(&book, &journal).map_err(|error| wrong(&error))?;
    if played.engine.by_hand() {
        return Err(wrong(
            &"values were set by hand in it, and with other luck nobody would have set them; it has no turning points",
        ));
    }
    let header = &journal.header;
    let persons: Vec<CourtId> = (0..book.courts.len())
        .map(CourtId::of)
        .filter(|c| header.is_person(&book.courts[c.index()].id))
        .collect();
    let policy = |court: &String| header.seats.get(court).and_then(|name| Kind::of(name));
    let seats = book.courts.iter().enumerate();
    let seats: Vec<(CourtId, Kind)> = seats
        .filter_map(|(n, court)| Some((CourtId::of(n), policy(&court.id)?)))
        .collect();
    let (mut turns, closed) = journal::asks(&book, &journal).map_err(|error| wrong(&error))?;
    let (engine, moments) = retrace(header.engine(&book), &turns, closed, &persons);
    if engine.hash() != played.engine.hash() {
        return Err(wrong(
            &"the game takes another course now than it did, and its turning points are not those of the game that was played",
        ));
    }
    for asks in &mut turns {
        asks.retain(|(court, _)| persons.contains(court));
    }
    // The turn that is open was not played to its end.
    turns.truncate(closed);
    let again = |seed| {
        Header {
            seed,
            ..header.clone()
        }
        .engine(&book)
    };
    let study = Turnings::new(
        Game {
            engine: &engine,
            persons: persons.clone(),
            seats: seats.clone(),
            asks: turns,
            moments,
            begin: &again,
        },
        by,
    );
    let plan = Plan::new(What::Turning, &book.id, &book, &seats, draws);
    let played = play(&study, &plan, how)?;
    let seat = |court: &CourtId, policy: String| Seat {
        court: book.courts[court.index()].id.clone(),
        name: book.courts[court.index()].name.clone(),
        policy,
    };
    let by_name = by.name().into_owned();
    let after = persons.iter().map(|court| seat(court, by_name.clone()));
    let others = || {
        seats
            .iter()
            .map(|(court, kind)| seat(court, kind.name().into_owned()))
    };
    // The label names those whom a person may play; the others go by counsel in every game.
    let playable = |seat: &Seat| {
        book.court(&seat.court)
            .is_some_and(|c| book.courts[c.index()].playable)
    };
    let after: Vec<Seat> = after.chain(others()).filter(playable).collect();
    let then = persons.iter().map(|court| seat(court, PERSON.to_owned()));
    let about = About {
        seats: then.chain(others()).collect(),
        label: label(&after),
        ..plan.about(&book, played.progress.next - 1)
    };
    tell(&study, &plan, about, &played, how.out, streams)
}
