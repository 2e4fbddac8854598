//! `rivers replay`: plays a journal again and proves the hash of every turn.

use std::path::PathBuf;
use std::sync::Arc;

use super::shelf::Shelf;
use super::{Failure, Outcome, Streams, json_line};
use crate::journal::{self, Journal};
use crate::scenario::model::Scenario;

/// Play a journal again and prove every turn
///
/// Every choice and order in the journal goes through the rules again, and the hash of the state after each turn is compared with
/// the one written then. The journal is not touched.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  rivers replay saved.jsonl\n  rivers replay saved.jsonl my-scenario.ron")]
pub(super) struct Args {
    /// The journal
    journal: PathBuf,
    /// The scenario it belongs to, where it is neither shipped nor in your folder
    scenario: Option<String>,
    /// One JSON object
    #[arg(long)]
    json: bool,
}

#[derive(serde::Serialize)]
struct Row<'a> {
    scenario: &'a str,
    seed: u64,
    turns: usize,
    proven: usize,
    migrated: bool,
    hash: String,
    ending: Option<&'a str>,
    notes: Vec<String>,
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let journal = journal::read(&args.journal).map_err(refused)?;
    let book = book_of(shelf, &journal, args.scenario.as_deref())?;
    let played = journal::replay(&book, &journal).map_err(|error| Failure::Wrong(format!("`{}`: {error}", args.journal.display())))?;
    let notes: Vec<String> =
        journal.repairs.iter().map(ToString::to_string).chain(played.notes.iter().map(ToString::to_string)).collect();
    let ending = played.engine.ended().map(|ending| &book.endings[ending.index()]);
    if args.json {
        let row = Row {
            scenario: &book.id,
            seed: journal.header.seed,
            turns: played.turns,
            proven: played.proven,
            migrated: played.migrated,
            hash: format!("{:016x}", played.engine.hash()),
            ending: ending.map(|ending| ending.id.as_str()),
            notes,
        };
        return json_line(streams.out, &row);
    }
    for note in &notes {
        writeln!(streams.out, "note: {note}")?;
    }
    writeln!(streams.out, "{} of {} turns come to the very state the journal says", played.proven, played.turns)?;
    match ending {
        Some(ending) => writeln!(streams.out, "the game ended: {} ({})", ending.title, ending.id)?,
        None => writeln!(
            streams.out,
            "the game stands at {}; go on with `rivers text --resume {}`",
            played.engine.day(),
            args.journal.display()
        )?,
    }
    Ok(())
}

/// A journal that cannot be used: a missing file is a slip of whoever typed it, all else is wrong with the file.
pub(super) fn refused(error: journal::JournalError) -> Failure {
    match &error {
        journal::JournalError::Io { doing: "open", source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
            Failure::Usage(error.to_string())
        }
        _ => Failure::Wrong(error.to_string()),
    }
}

/// The scenario a journal belongs to: the one named, else the one with its id, the very text of it first.
pub(super) fn book_of(shelf: &Shelf, journal: &Journal, named: Option<&str>) -> Result<Arc<Scenario>, Failure> {
    if let Some(named) = named {
        return shelf.load(&shelf.find(named)?);
    }
    let mut same_id: Vec<Arc<Scenario>> =
        shelf.all().iter().filter_map(|found| shelf.read(found).scenario).filter(|book| book.id == journal.header.scenario).collect();
    same_id.sort_by_key(|book| book.content_hash != journal.header.content);
    same_id.into_iter().next().ok_or_else(|| {
        Failure::Wrong(format!(
            "the journal is of the scenario `{}`, and no shipped scenario and none in your folder that loads has that id; name its file after the journal",
            journal.header.scenario
        ))
    })
}
