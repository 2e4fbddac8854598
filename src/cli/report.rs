//! `rivers report`: the printed page of one game, or of a study.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::fmt::write_whole;
use super::games;
use super::shelf::Shelf;
use super::{Failure, Outcome, Streams};
use crate::report::debrief::{self, Asked, Sheet};
use crate::report::study::{self, Found};
use crate::study::results::Turning;

/// Write the debrief of a game, or what a study found, as one page that prints well
///
/// Of a journal: the choices made beside the documented ones, time lines and maps of both, every checkpoint with its sources, what the
/// advisors expected and what came, what the model leaves out, questions that this game raises and an exercise on its sources. Of a
/// folder that `rivers study --out` wrote: its tables and charts.
///
/// The page is one HTML file that needs no network and no other file; a browser prints it on A4 and on Letter. The journal is not touched.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers report saved.jsonl --out page.html\n  rivers report saved.jsonl --worksheet --out sheet.html   the pupils' sheet\n  rivers report saved.jsonl --key --out key.html           the teacher's, with answers\n  rivers report found --out study.html                     what `rivers study --out found` found"
)]
pub(super) struct Args {
    /// A journal, or a study's folder
    of: PathBuf,
    /// The scenario the journal belongs to, where it is neither shipped nor in your folder
    scenario: Option<String>,
    /// Into this file, not to the standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The student's sheet: the game, questions and an exercise, without the record and without answers
    #[arg(long, conflicts_with = "key")]
    worksheet: bool,
    /// The teacher's sheet: the whole page, with answers
    #[arg(long)]
    key: bool,
    /// The turning points of this game, as `rivers study --journal … --impact --out` writes them
    #[arg(long, value_name = "FILE")]
    turning: Option<PathBuf>,
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let page = if args.of.is_dir() {
        of_study(args, shelf)?
    } else {
        of_game(args, shelf, streams)?
    };
    let Some(path) = &args.out else {
        return Ok(streams.out.write_all(page.as_bytes())?);
    };
    let cannot = |error| Failure::Wrong(format!("cannot write `{}`: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    write_whole(path, &page).map_err(cannot)?;
    Ok(writeln!(streams.out, "{} written", path.display())?)
}

fn unwritten(error: askama::Error) -> Failure {
    Failure::Wrong(format!("cannot write the page: {error}"))
}

fn of_game(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Result<String, Failure> {
    let (session, header, notes) = games::seen(&args.of, args.scenario.as_deref(), shelf)?;
    for note in notes {
        writeln!(streams.err, "note: {note}")?;
    }
    let turning: Option<Turning> = match &args.turning {
        Some(path) => Some(
            read(path)?
                .ok_or_else(|| Failure::Usage(format!("there is no `{}`", path.display())))?,
        ),
        None => None,
    };
    if let Some(turning) = &turning
        && (turning.about.scenario != header.scenario || turning.seed != header.seed)
    {
        return Err(Failure::Wrong(format!(
            "the turning points are those of a game of `{}` with seed {}, and the journal is of `{}` with seed {}",
            turning.about.scenario, turning.seed, header.scenario, header.seed
        )));
    }
    debrief::page(&Asked {
        session: &session,
        name: header.name.as_deref(),
        sheet: match (args.worksheet, args.key) {
            (true, _) => Sheet::Worksheet,
            (_, true) => Sheet::Key,
            _ => Sheet::Page,
        },
        turning: turning.as_ref(),
    })
    .map_err(unwritten)
}

fn of_study(args: &Args, shelf: &Shelf) -> Result<String, Failure> {
    if args.worksheet || args.key || args.turning.is_some() || args.scenario.is_some() {
        return Err(Failure::Usage(format!(
            "`{}` is a folder, which makes the page of a study; `--worksheet`, `--key`, `--turning` and a scenario go with a journal",
            args.of.display()
        )));
    }
    let file = |name: &str| args.of.join(name);
    let found = Found {
        spread: read(&file("spread.json"))?,
        impact: read(&file("impact.json"))?,
        quarrels: read(&file("quarrels.json"))?,
        advisors: read(&file("advisors.json"))?,
    };
    study::page(&shelf.texts(), &found)
        .map_err(unwritten)?
        .ok_or_else(|| {
            Failure::Wrong(format!(
                "`{}` has none of `spread.json`, `impact.json`, `quarrels.json` and `advisors.json`; `rivers study SCENARIO --out {}` writes them",
                args.of.display(),
                args.of.display()
            ))
        })
}

/// A study's file; none where there is none.
fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, Failure> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            return Err(Failure::Wrong(format!(
                "cannot read `{}`: {error}",
                path.display()
            )));
        }
    };
    serde_json::from_str(&text).map(Some).map_err(|error| {
        Failure::Wrong(format!(
            "`{}` is not what `rivers study` of this version writes: {error}",
            path.display()
        ))
    })
}
