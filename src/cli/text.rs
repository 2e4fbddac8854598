//! `rivers text`: the game in a terminal. This file seats the players, finds or begins the journal and hands both to the face.

use std::collections::BTreeMap;
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};

use super::kept::{Kept, Players, computers};
use super::replay::{book_of, refused};
use super::shelf::{FIRST, Shelf};
use super::{Failure, Outcome, Streams, plain};
use crate::base::ids::CourtId;
use crate::engine::Engine;
use crate::journal::{self, Header, JournalError, PERSON, Recorder};
use crate::policy::Kind;
use crate::scenario::model::Scenario;

/// Play in the terminal, line by line
///
/// Everything can be read by a screen reader and driven through a pipe. Every choice and order is saved as it is made; `--resume`
/// goes on where the game stood, whatever ended it.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = "Examples:\n  rivers text                          Jingkang, as Song\n  rivers text jingkang --court jin     the other side\n  \
                        rivers text jingkang --court both    two people in turn at one table\n  rivers text --resume saved.jsonl     go on with a saved game")]
pub(super) struct Args {
    /// A scenario: its name, or the path of a file; Jingkang if left out
    scenario: Option<String>,
    /// Which court you play: song, jin, or both for two people in turn [default: song]
    #[arg(long, value_name = "COURT", conflicts_with = "resume")]
    court: Option<String>,
    /// The seed of the game's luck; any if left out
    #[arg(long, value_name = "N", conflicts_with = "resume")]
    seed: Option<u64>,
    /// Go on with a saved game
    #[arg(long, value_name = "JOURNAL")]
    resume: Option<PathBuf>,
}

pub(super) fn run(args: Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let (mut game, notes) = match &args.resume {
        Some(path) => resume(path, args.scenario.as_deref(), shelf)?,
        None => begin(&args, shelf)?,
    };
    for note in &notes {
        writeln!(streams.out, "note: {note}")?;
    }
    let path = game.journal.path().to_owned();
    plain::play(&mut game, &mut std::io::stdin().lock(), streams.out).map_err(|failure| stopped(failure, &path))
}

/// What to say when the journal can no longer be written.
fn stopped(failure: Failure, path: &Path) -> Failure {
    match failure {
        Failure::Wrong(text) => Failure::Wrong(format!("{text}; make room and go on with `rivers text --resume {}`", path.display())),
        other => other,
    }
}

/// Begins a new game and its journal.
fn begin(args: &Args, shelf: &Shelf) -> Result<(Kept, Vec<String>), Failure> {
    let found = shelf.find(args.scenario.as_deref().unwrap_or(FIRST))?;
    let book = shelf.load(&found)?;
    let people = courts(&book, args.court.as_deref().unwrap_or("song"))?;
    let seats: BTreeMap<String, String> = book
        .courts
        .iter()
        .enumerate()
        .map(|(i, court)| {
            let seat = if people.contains(&CourtId::of(i)) { PERSON } else { Kind::Counsel.name() };
            (court.id.clone(), seat.to_owned())
        })
        .collect();
    // Luck is keyed by the seed alone; where nobody names one, any will do, and the journal remembers it.
    let seed = args.seed.unwrap_or_else(|| RandomState::new().build_hasher().finish() % 1_000_000);
    let header = Header::new(&book.id, book.content_hash, seed, seats);
    let writer = new_file(&shelf.journals()?, &book.id, &header)?;
    let engine = Engine::new(book.clone(), seed);
    let notes = vec![format!("seed {seed}; this game is saved in {}", writer.path().display())];
    let game = Kept {
        opening: engine.save(),
        engine,
        standing: Vec::new(),
        players: players(&book, &header),
        people,
        journal: Recorder::new(writer, book),
    };
    Ok((game, notes))
}

/// The courts that people play.
fn courts(book: &Scenario, named: &str) -> Result<Vec<CourtId>, Failure> {
    let playable: Vec<CourtId> = (0..book.courts.len()).map(CourtId::of).filter(|c| book.courts[c.index()].playable).collect();
    if named == "both" {
        return Ok(playable);
    }
    match book.court(named).filter(|court| playable.contains(court)) {
        Some(court) => Ok(vec![court]),
        None => {
            let names: Vec<String> = playable.iter().map(|c| format!("`{}`", book.courts[c.index()].id)).collect();
            Err(Failure::Usage(format!("`{named}` is no court to play in `{}`; there is {}, or `both`", book.id, names.join(", "))))
        }
    }
}

/// A player for each court that no person plays. A policy that this version does not have gives way to `counsel`; the journal
/// holds what it did.
fn players(book: &Scenario, header: &Header) -> Players {
    book.courts
        .iter()
        .enumerate()
        .map(|(i, court)| {
            let kind = header.seats.get(&court.id).and_then(|seat| Kind::of(seat)).unwrap_or(Kind::Counsel);
            (!header.is_person(&court.id)).then(|| kind.player(book, CourtId::of(i), header.seed))
        })
        .collect()
}

/// A new journal with the next free number.
fn new_file(folder: &Path, id: &str, header: &Header) -> Result<journal::Writer<File>, Failure> {
    let mut number = 1 + std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.strip_prefix(id)?.strip_prefix('-')?.split('-').next()?.parse::<u32>().ok())
        .max()
        .unwrap_or(0);
    loop {
        let path = folder.join(format!("{id}-{number:03}-seed{}.jsonl", header.seed));
        match journal::create(&path, header) {
            // Another game was begun at the same moment.
            Err(JournalError::Io { source, .. }) if source.kind() == std::io::ErrorKind::AlreadyExists => number += 1,
            other => return other.map_err(refused),
        }
    }
}

/// Goes on with a saved game.
fn resume(path: &Path, scenario: Option<&str>, shelf: &Shelf) -> Result<(Kept, Vec<String>), Failure> {
    let (writer, journal) = journal::open_for_append(path).map_err(refused)?;
    let book = book_of(shelf, &journal, scenario)?;
    let mut players = players(&book, &journal.header);
    // Players who remember things are shown the game again, on a copy, so that they go on as they were.
    let played = journal::replay_watched(&book, &journal, |engine| drop(computers(&mut engine.fork(), &mut players)));
    let played = played.map_err(|error| Failure::Wrong(format!("`{}` cannot be gone on with: {error}", path.display())))?;
    let edition = played.edition();
    let notes: Vec<String> =
        journal.repairs.iter().map(ToString::to_string).chain(played.notes.iter().map(ToString::to_string)).collect();
    let people = (0..book.courts.len()).map(CourtId::of).filter(|c| journal.header.is_person(&book.courts[c.index()].id)).collect();
    let mut recorder = Recorder::new(writer, book);
    if played.migrated {
        recorder.migrated(edition).map_err(refused)?;
    }
    let (engine, opening, standing) = (played.engine, played.opening, played.standing);
    Ok((Kept { engine, opening, standing, people, players, journal: recorder }, notes))
}
