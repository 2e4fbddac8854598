//! Games begun, gone on with and branched: who sits where, which journal keeps it, and what to say first. The faces get a game
//! at the table and know nothing of files.

use std::collections::BTreeMap;
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Failure;
use super::kept::Kept;
use super::replay::{book_of, refused};
use super::shelf::Shelf;
#[cfg(feature = "desktop")]
use crate::base::date::Turn;
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::engine::carried::Carried;
use crate::journal::{
    self, Entry, Header, Journal, JournalError, PERSON, Recorder, resolved_ask, resolved_given,
    resolved_vote, written_ask, written_given, written_vote,
};
use crate::policy::Kind;
use crate::prose::Texts;
use crate::scenario::given::Given;
use crate::scenario::lesson::Held;
use crate::scenario::model::Scenario;
use crate::table::{Mismatch, NoKeeper, NotSet, Session, Step, Trouble};

/// A game at the table.
pub(super) struct Seated {
    /// The game, kept from here on.
    pub(super) session: Session,
    /// Which game it is.
    pub(super) header: Header,
    /// Its journal.
    pub(super) path: PathBuf,
    /// The seed of its luck.
    pub(super) seed: u64,
    /// What to say before it starts.
    pub(super) notes: Vec<String>,
}

/// Begins a new game and its journal. `against` plays the courts that a person could play and none does; bands and courts that come
/// up later are played by `counsel`.
pub(super) fn begin(
    book: &Arc<Scenario>,
    people: &[CourtId],
    against: Option<Kind>,
    seed: Option<u64>,
    world: Option<Carried>,
    shelf: &Shelf,
) -> Result<Seated, Failure> {
    let other = |i: usize| book.courts[i].playable && !people.contains(&CourtId::of(i));
    if against.is_some() && !(0..book.courts.len()).any(other) {
        return Err(Failure::Usage(
            "people play every court there is to play; leave `--against` out, or give one court with `--court`"
                .to_owned(),
        ));
    }
    let seat = |(i, court): (usize, &crate::scenario::model::Court)| {
        let seat = if people.contains(&CourtId::of(i)) {
            PERSON.to_owned()
        } else if court.playable {
            against.unwrap_or(Kind::Counsel).name().into_owned()
        } else {
            Kind::Counsel.name().into_owned()
        };
        (court.id.clone(), seat)
    };
    let seats: BTreeMap<String, String> = book.courts.iter().enumerate().map(seat).collect();
    let header = |seed| Header::new(&book.id, book.content_hash, seed, seats).after(world);
    new_game(book, seed, header, shelf)
}

/// Begins a lesson and its journal: people sit for these courts, and whoever the plan names plays the others.
pub(super) fn begin_taught(
    book: &Arc<Scenario>,
    people: &[CourtId],
    named: &[(CourtId, Kind)],
    held: Held,
    seed: Option<u64>,
    shelf: &Shelf,
) -> Result<Seated, Failure> {
    let id = |court: &CourtId| book.courts[court.index()].id.clone();
    let persons = people.iter().map(|court| (id(court), PERSON.to_owned()));
    let others = named
        .iter()
        .map(|(court, kind)| (id(court), kind.name().into_owned()));
    let seats: BTreeMap<String, String> = persons.chain(others).collect();
    let header = |seed| Header::new(&book.id, book.content_hash, seed, seats).taught(Some(held));
    new_game(book, seed, header, shelf)
}

/// A new journal, and the game of it.
fn new_game(
    book: &Arc<Scenario>,
    seed: Option<u64>,
    header: impl FnOnce(u64) -> Header,
    shelf: &Shelf,
) -> Result<Seated, Failure> {
    // Luck is keyed by the seed alone; where nobody names one, any will do, and the journal remembers it.
    let seed = seed.unwrap_or_else(|| RandomState::new().build_hasher().finish() % 1_000_000);
    let header = header(seed);
    let writer = new_file(&shelf.journals()?, &book.id, &header)?;
    let path = writer.path().to_owned();
    let mut session = session(book, &header, shelf.texts());
    session.keep_with(Box::new(Kept(Recorder::new(writer, book.clone()))));
    Ok(Seated {
        session,
        header,
        path,
        seed,
        notes: Vec::new(),
    })
}

/// The world in which a saved game ended, and the scenario that goes on from there.
pub(super) fn world_after(path: &Path, shelf: &Shelf) -> Result<(Arc<Scenario>, Carried), Failure> {
    let wrong =
        |why: String| Failure::Wrong(format!("`{}` cannot be carried on: {why}", path.display()));
    let journal = journal::read(path).map_err(refused)?;
    let book = book_of(shelf, &journal, None)?;
    let Some(next) = &book.goes_on else {
        return Err(wrong(format!("no scenario goes on from `{}`", book.id)));
    };
    let played = journal::replay(&book, &journal).map_err(|error| wrong(error.to_string()))?;
    let (engine, last) = (&played.engine, book.until);
    if engine.ended().is_none() {
        return Err(wrong(format!(
            "it stands at {}; play it to its last day, {last}",
            engine.day()
        )));
    }
    if engine.turn().0 < book.turns {
        return Err(wrong(format!(
            "it ended before its last day, {last}, and the next scenario begins after that"
        )));
    }
    if engine.by_hand() {
        return Err(wrong(
            "values were set by hand in it, or it was led to a matter; such a game counts as no play".to_owned(),
        ));
    }
    let next = shelf.load(&shelf.find(next)?)?;
    Ok((next, Carried::of(engine.whole(), engine.seed())))
}

/// Begins a new game that is a saved one up to the opening of a turn. The saved one stays as it is.
#[cfg(feature = "desktop")]
pub(super) fn branch(
    path: &Path,
    turn: Turn,
    name: &str,
    shelf: &Shelf,
) -> Result<Seated, Failure> {
    let journal = journal::read(path).map_err(refused)?;
    let until = journal.entries.iter().position(
        |line| matches!(line.entry, Entry::TurnEnded { turn: ended, .. } if ended + 1 == turn.0),
    );
    let entries: Vec<Entry> = match (turn.0, until) {
        (0, _) => Vec::new(),
        (_, Some(until)) => journal.entries[..=until]
            .iter()
            .map(|line| line.entry.clone())
            .collect(),
        (_, None) => {
            return Err(Failure::Wrong(format!(
                "`{}` has no turn {}",
                path.display(),
                turn.0
            )));
        }
    };
    let header = journal.header.clone().named(name);
    let mut writer = new_file(&shelf.journals()?, &header.scenario, &header)?;
    let branched = writer.path().to_owned();
    let written = writer.append_all(&entries).map_err(refused);
    drop(writer);
    let seated = written.and_then(|()| resume(&branched, None, shelf));
    if seated.is_err() {
        // Nothing was decided in it that the old one has not; half a branch would only be in the way.
        let _ = std::fs::remove_file(&branched);
    }
    seated
}

/// A game of which nothing was played yet, and which nobody keeps.
pub(super) fn session(book: &Arc<Scenario>, header: &Header, texts: Texts) -> Session {
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
    Session::begun(
        header.engine(book),
        &people,
        &named,
        texts,
        Box::new(NoKeeper),
    )
    .with_lesson(header.lesson.clone())
}

/// The courts that people play.
pub(super) fn courts(book: &Scenario, named: &str) -> Result<Vec<CourtId>, Failure> {
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
pub(super) fn new_file(
    folder: &Path,
    id: &str,
    header: &Header,
) -> Result<journal::Writer<File>, Failure> {
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
pub(super) fn resume(path: &Path, named: Option<&str>, shelf: &Shelf) -> Result<Seated, Failure> {
    let (writer, journal) = journal::open_for_append(path).map_err(refused)?;
    let book = book_of(shelf, &journal, named)?;
    let wrong = |why: String| {
        Failure::Wrong(format!(
            "`{}` cannot be gone on with: {why}",
            path.display()
        ))
    };
    if let Some((court, seat)) = journal
        .header
        .seats
        .iter()
        .find(|(_, seat)| *seat != PERSON && Kind::of(seat).is_none())
    {
        return Err(wrong(format!(
            "it has `{court}` played by `{seat}`, which this program does not know"
        )));
    }
    let played = journal::replay(&book, &journal).map_err(|error| wrong(error.to_string()))?;
    let notes: Vec<String> = journal
        .repairs
        .iter()
        .map(|repair| format!("note: {repair}"))
        .collect();
    if played.migrated {
        return carry_over(path, &book, &journal, notes, shelf);
    }
    let mut session = session(&book, &journal.header, shelf.texts());
    for step in steps(&book, &journal) {
        session
            .replay(&step)
            .map_err(|mismatch| wrong(told(&mismatch)))?;
    }
    session.keep_with(Box::new(Kept(Recorder::new(writer, book.clone()))));
    Ok(Seated {
        session,
        path: path.to_owned(),
        seed: journal.header.seed,
        header: journal.header,
        notes,
    })
}

/// What people did, and the turns' ends with what the computer players did in them.
pub(super) fn steps(book: &Scenario, journal: &Journal) -> Vec<Step> {
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
            Entry::Set { given, .. } => {
                steps.extend(resolved_given(given, book).ok().map(Step::Set))
            }
            Entry::Voted { court, vote, .. } => steps.extend(
                resolved_vote(court, vote, book)
                    .ok()
                    .map(|(court, vote)| Step::Voted(court, vote)),
            ),
            Entry::Migrated(_) => {}
        }
    }
    steps
}

/// Everything that was done in a game and not taken back, as lines of a journal.
pub(super) fn entries(session: &Session) -> Vec<Entry> {
    let book = session.engine().book();
    let mut turn = 0_u16;
    let asked = |turn: u16, court: CourtId, ask: &Ask| Entry::Ask {
        turn,
        court: book.courts[court.index()].id.clone(),
        asked: written_ask(ask, book),
    };
    let mut out = Vec::new();
    for step in session.history() {
        match step {
            Step::Ask(court, ask) => out.push(asked(turn, *court, ask)),
            Step::Set(given) => {
                out.push(Entry::Set {
                    turn,
                    given: written_given(given, book),
                });
                if let Given::Day(day) = given {
                    turn = u16::try_from(book.from.xun_until(*day)).unwrap_or(turn);
                }
            }
            Step::TurnEnded { moves, hash } => {
                out.extend(moves.iter().map(|(court, ask)| asked(turn, *court, ask)));
                out.push(Entry::TurnEnded { turn, hash: *hash });
                turn += 1;
            }
            Step::Voted(court, vote) => out.push(Entry::Voted {
                turn,
                court: book.courts[court.index()].id.clone(),
                vote: written_vote(vote, book),
            }),
            Step::Undo(_) => {}
        }
    }
    out
}

pub(super) fn told(mismatch: &Mismatch) -> String {
    let turn = match mismatch {
        Mismatch::Refused(turn, _)
        | Mismatch::NothingToUndo(turn)
        | Mismatch::Unset(turn, _)
        | Mismatch::Hash { turn, .. } => turn.0,
    };
    format!(
        "turn {turn} does not come out as it is written; the journal was altered, or the program that wrote it was another"
    )
}

/// Does again what people did in a journal, under the rules and the scenario there are now. Says how much of it is no longer open.
fn again(session: &mut Session, book: &Scenario, journal: &Journal) -> Result<usize, Failure> {
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
            Step::Voted(court, vote) => session.vote(court, vote),
            Step::TurnEnded { .. } => session.end_turn(),
            Step::Set(given) => match session.set(&given) {
                Err(NotSet::NotKept(reason)) => Err(reason),
                Err(NotSet::Unset(_)) => {
                    left_out += 1;
                    Ok(())
                }
                Ok(()) => Ok(()),
            },
        };
        kept.map_err(Failure::Wrong)?;
    }
    Ok(left_out)
}

/// A saved game to be read and not gone on with, as far as it was played. Nothing is written, and it may be open elsewhere.
pub(super) fn seen(
    path: &Path,
    named: Option<&str>,
    shelf: &Shelf,
) -> Result<(Session, Header, Vec<String>), Failure> {
    let journal = journal::read(path).map_err(refused)?;
    let book = book_of(shelf, &journal, named)?;
    let wrong = |why: String| Failure::Wrong(format!("`{}`: {why}", path.display()));
    let played = journal::replay(&book, &journal).map_err(|error| wrong(error.to_string()))?;
    let mut notes: Vec<String> = journal.repairs.iter().map(ToString::to_string).collect();
    let mut session = session(&book, &journal.header, shelf.texts());
    if played.migrated {
        let left_out = again(&mut session, &book, &journal)?;
        notes.push(format!(
            "the scenario or its rules have changed since this was played; what people did was done again under those of today, and {left_out} of their choices and orders are no longer open"
        ));
    } else {
        for step in steps(&book, &journal) {
            session
                .replay(&step)
                .map_err(|mismatch| wrong(told(&mismatch)))?;
        }
    }
    Ok((session, journal.header, notes))
}

/// Goes on with a game whose scenario or rules have changed since: what people did is done again under what there is now, into
/// a journal of its own. The old one stays as it is.
fn carry_over(
    old: &Path,
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
    )
    .named(journal.header.name.as_deref().unwrap_or_default())
    .after(journal.header.carried.as_deref().cloned())
    .given(journal.header.given.clone());
    let writer = new_file(&shelf.journals()?, &book.id, &header)?;
    let path = writer.path().to_owned();
    let mut session = session(book, &header, shelf.texts());
    session.keep_with(Box::new(Kept(Recorder::new(writer, book.clone()))));
    let left_out = again(&mut session, book, journal)?;
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
    Ok(Seated {
        session,
        path,
        seed: header.seed,
        header,
        notes,
    })
}
