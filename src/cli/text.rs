//! `rivers text`: the game in a terminal. This file seats the players, finds or begins the journal and hands both to the face.

use std::collections::BTreeMap;
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::kept::Kept;
use super::replay::{book_of, refused};
use super::shelf::{FIRST, Shelf};
use super::{Failure, Outcome, Streams};
use crate::base::ids::CourtId;
use crate::journal::{self, Entry, Header, Journal, JournalError, PERSON, Recorder, resolved_ask};
use crate::policy::Kind;
use crate::prose::Texts;
use crate::scenario::model::Scenario;
use crate::table::{Mismatch, NoKeeper, Session, Step, Trouble};
use crate::terminal;

/// Play in the terminal, line by line
///
/// Everything can be read by a screen reader and driven through a pipe. Every choice and order is saved as it is made; `--resume`
/// goes on where the game stood, whatever ended it.
#[derive(Debug, Default, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers text                          Jingkang, as Song\n  rivers text jingkang --court jin     the other side\n  \
                        rivers text jingkang --court both    two people in turn at one table\n  rivers text --resume saved.jsonl     go on with a saved game"
)]
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

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let (session, notes) = match &args.resume {
        Some(path) => resume(path, args.scenario.as_deref(), shelf)?,
        None => begin(args, shelf)?,
    };
    for note in &notes {
        writeln!(streams.out, "{note}")?;
    }
    if !notes.is_empty() {
        writeln!(streams.out)?;
    }
    terminal::play(session, &mut std::io::stdin().lock(), streams.out)?;
    Ok(())
}

/// A game at the table, and what to say before it starts.
type Seated = (Session, Vec<String>);

/// Begins a new game and its journal.
fn begin(args: &Args, shelf: &Shelf) -> Result<Seated, Failure> {
    let named = args.scenario.as_deref();
    let book = shelf.load(&shelf.find(named.unwrap_or(FIRST))?)?;
    let people = courts(&book, args.court.as_deref().unwrap_or("song"))?;
    let seat = |(i, court): (usize, &crate::scenario::model::Court)| {
        let seat = if people.contains(&CourtId::of(i)) {
            PERSON
        } else {
            Kind::Counsel.name()
        };
        (court.id.clone(), seat.to_owned())
    };
    let seats: BTreeMap<String, String> = book.courts.iter().enumerate().map(seat).collect();
    // Luck is keyed by the seed alone; where nobody names one, any will do, and the journal remembers it.
    let seed = args
        .seed
        .unwrap_or_else(|| RandomState::new().build_hasher().finish() % 1_000_000);
    let header = Header::new(&book.id, book.content_hash, seed, seats);
    let writer = new_file(&shelf.journals()?, &book.id, &header)?;
    let notes = vec![format!(
        "This game is saved in {} (seed {seed}).",
        writer.path().display()
    )];
    let words = words(writer.path(), named);
    let mut session = session(&book, &header).with_resume(words);
    session.keep_with(Box::new(Kept(Recorder::new(writer, book.clone()))));
    Ok((session, notes))
}

/// A game of which nothing was played yet, and which nobody keeps.
fn session(book: &Arc<Scenario>, header: &Header) -> Session {
    let courts: Vec<CourtId> = (0..book.courts.len()).map(CourtId::of).collect();
    let id = |court: &CourtId| &book.courts[court.index()].id;
    let people: Vec<CourtId> = courts
        .iter()
        .copied()
        .filter(|court| header.is_person(id(court)))
        .collect();
    let policy = |court: &CourtId| {
        header
            .seats
            .get(id(court))
            .and_then(|seat| Kind::of(seat))
            .map(|kind| (*court, kind))
    };
    let named: Vec<(CourtId, Kind)> = courts.iter().filter_map(policy).collect();
    Session::new(
        book.clone(),
        header.seed,
        &people,
        &named,
        Texts::default(),
        Box::new(NoKeeper),
    )
}

/// What to type to go on.
fn words(journal: &Path, scenario: Option<&str>) -> String {
    let scenario = scenario.map(|name| format!("{name} ")).unwrap_or_default();
    format!("rivers text {scenario}--resume {}", journal.display())
}

/// The courts that people play.
fn courts(book: &Scenario, named: &str) -> Result<Vec<CourtId>, Failure> {
    let playable: Vec<CourtId> = (0..book.courts.len())
        .map(CourtId::of)
        .filter(|c| book.courts[c.index()].playable)
        .collect();
    if named == "both" {
        return Ok(playable);
    }
    match book.court(named).filter(|court| playable.contains(court)) {
        Some(court) => Ok(vec![court]),
        None => {
            let names: Vec<String> = playable
                .iter()
                .map(|c| format!("`{}`", book.courts[c.index()].id))
                .collect();
            Err(Failure::Usage(format!(
                "`{named}` is no court to play in `{}`; there is {}, or `both`",
                book.id,
                names.join(", ")
            )))
        }
    }
}

/// A new journal with the next free number.
fn new_file(folder: &Path, id: &str, header: &Header) -> Result<journal::Writer<File>, Failure> {
    let mut number = 1 + std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            entry
                .file_name()
                .to_str()?
                .strip_prefix(id)?
                .strip_prefix('-')?
                .split('-')
                .next()?
                .parse::<u32>()
                .ok()
        })
        .max()
        .unwrap_or(0);
    loop {
        let path = folder.join(format!("{id}-{number:03}-seed{}.jsonl", header.seed));
        match journal::create(&path, header) {
            // Another game was begun at the same moment.
            Err(JournalError::Io { source, .. })
                if source.kind() == std::io::ErrorKind::AlreadyExists =>
            {
                number += 1
            }
            other => return other.map_err(refused),
        }
    }
}

/// Goes on with a saved game.
fn resume(path: &Path, named: Option<&str>, shelf: &Shelf) -> Result<Seated, Failure> {
    let (writer, journal) = journal::open_for_append(path).map_err(refused)?;
    let book = book_of(shelf, &journal, named)?;
    let wrong = |why: String| {
        Failure::Wrong(format!(
            "`{}` cannot be gone on with: {why}",
            path.display()
        ))
    };
    let played = journal::replay(&book, &journal).map_err(|error| wrong(error.to_string()))?;
    let notes: Vec<String> = journal
        .repairs
        .iter()
        .map(|repair| format!("note: {repair}"))
        .collect();
    if played.migrated {
        return carry_over(path, named, &book, &journal, notes, shelf);
    }
    let mut session = session(&book, &journal.header).with_resume(words(path, named));
    for step in steps(&book, &journal) {
        session
            .replay(&step)
            .map_err(|mismatch| wrong(told(&mismatch)))?;
    }
    session.keep_with(Box::new(Kept(Recorder::new(writer, book.clone()))));
    Ok((session, notes))
}

/// What people did, and the turns' ends with what the computer players did in them.
fn steps(book: &Scenario, journal: &Journal) -> Vec<Step> {
    let (mut steps, mut moves) = (Vec::new(), Vec::new());
    for line in &journal.entries {
        match &line.entry {
            Entry::Ask { court, asked, .. } => {
                let Ok((id, ask)) = resolved_ask(court, asked, book) else {
                    continue;
                };
                if journal.header.is_person(court) {
                    steps.push(Step::Ask(id, ask));
                } else {
                    moves.push((id, ask));
                }
            }
            Entry::Undo { court, .. } => steps.extend(book.court(court).map(Step::Undo)),
            Entry::TurnEnded { hash, .. } => steps.push(Step::TurnEnded {
                moves: std::mem::take(&mut moves),
                hash: *hash,
            }),
            Entry::Migrated(_) => {}
        }
    }
    steps
}

fn told(mismatch: &Mismatch) -> String {
    let turn = match mismatch {
        Mismatch::Refused(turn, _)
        | Mismatch::NothingToUndo(turn)
        | Mismatch::Hash { turn, .. } => turn.0,
    };
    format!(
        "turn {turn} does not come out as it is written; the journal was altered, or the program that wrote it was another"
    )
}

/// Goes on with a game whose scenario or rules have changed since: what people did is done again under what there is now, into
/// a journal of its own. The old one stays as it is.
fn carry_over(
    old: &Path,
    named: Option<&str>,
    book: &Arc<Scenario>,
    journal: &Journal,
    mut notes: Vec<String>,
    shelf: &Shelf,
) -> Result<Seated, Failure> {
    let header = Header::new(
        &book.id,
        book.content_hash,
        journal.header.seed,
        journal.header.seats.clone(),
    );
    let writer = new_file(&shelf.journals()?, &book.id, &header)?;
    let path = writer.path().to_owned();
    let mut session = session(book, &header).with_resume(words(&path, named));
    session.keep_with(Box::new(Kept(Recorder::new(writer, book.clone()))));
    let mut left_out = 0;
    for step in steps(book, journal) {
        let kept = match step {
            Step::Ask(court, ask) => match session.ask(court, ask) {
                Err(Trouble::NotKept(reason)) => Err(reason),
                Err(Trouble::Refused(_)) => {
                    left_out += 1;
                    Ok(())
                }
                Ok(_) => Ok(()),
            },
            Step::Undo(court) => session.undo(court).map(|_| ()),
            Step::TurnEnded { .. } => session.end_turn(),
        };
        kept.map_err(Failure::Wrong)?;
    }
    notes.push(format!(
        "note: the scenario or its rules have changed since this was played. The game was carried over to {}; {} is as it was.",
        path.display(),
        old.display()
    ));
    if left_out > 0 {
        notes.push(format!(
            "note: {left_out} of your choices and orders are no longer open, and were left out."
        ));
    }
    Ok((session, notes))
}
