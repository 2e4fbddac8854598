//! `rivers check`: every mistake in scenario files, at once, with its place.

use std::path::{Path, PathBuf};

use super::shelf::{Found, Origin, Shelf, ron_files};
use super::{Failure, Outcome, Streams};
use crate::diagnostics::{Severity, render};

/// Say everything that is wrong in scenario files, with the place of each mistake
///
/// Without a path, checks the shipped scenarios and those in your own scenario folder. A scenario is checked with the tables it
/// uses (`atlas.ron`, `people.ron`, `sources.ron`, `terms.ron`): those that lie beside it, else the ones built into the program.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers check my-scenario.ron\n  rivers check --deny warnings scenarios/\n  rivers check --json my-scenario.ron | jq .message"
)]
pub(super) struct Args {
    /// Scenario files, or folders of them
    paths: Vec<PathBuf>,
    /// Let warnings fail too
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,
    /// One JSON object a line for each mistake
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Deny {
    /// Warnings as well as errors
    Warnings,
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let found = if args.paths.is_empty() {
        shelf.all()
    } else {
        named(&args.paths)?
    };
    let (mut errors, mut warnings) = (0_usize, 0_usize);
    for scenario in &found {
        let read = shelf.read(scenario);
        for diagnostic in &read.diagnostics {
            match diagnostic.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
                Severity::Note => {}
            }
            let source = read.source(diagnostic);
            let text = if args.json {
                render::json(diagnostic, source)
            } else {
                render::human(diagnostic, source)
            };
            writeln!(streams.out, "{text}")?;
        }
    }
    if !args.json {
        let files = plural(found.len(), "scenario");
        if errors + warnings == 0 {
            let names: Vec<String> = found.iter().map(Found::shown).collect();
            writeln!(
                streams.out,
                "{files} checked, nothing wrong: {}",
                names.join(", ")
            )?;
        } else {
            writeln!(
                streams.out,
                "{files} checked: {}, {}",
                plural(errors, "error"),
                plural(warnings, "warning")
            )?;
        }
    }
    let denied = args.deny.is_some() && warnings > 0;
    if errors > 0 || denied {
        Err(Failure::Said)
    } else {
        Ok(())
    }
}

/// The scenario files of these paths, in the order given; a folder's by name.
fn named(paths: &[PathBuf]) -> Result<Vec<Found>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let files: Vec<PathBuf> = ron_files(path)
                .into_iter()
                .filter(|file| super::shelf::begins_a_scenario(file))
                .collect();
            if files.is_empty() {
                return Err(Failure::Usage(format!(
                    "there is no scenario in the folder `{}`; scenario files end in `.ron`",
                    path.display()
                )));
            }
            found.extend(files.iter().map(|file| of(file)));
        } else if path.is_file() {
            found.push(of(path));
        } else {
            return Err(Failure::Usage(format!(
                "there is no file `{}`",
                path.display()
            )));
        }
    }
    Ok(found)
}

fn of(path: &Path) -> Found {
    let file = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Found {
        file,
        origin: Origin::File(path.to_owned()),
    }
}

/// A number and its noun.
fn plural(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
