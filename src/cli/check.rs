//! `rivers check`: every mistake in scenario files, at once, with its place.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use super::baseline::{Baseline, bare};
use super::shelf::{Found, Origin, Shelf, ron_files};
use super::trials;
use super::{Failure, Outcome, Streams};
use crate::diagnostics::source::Source;
use crate::diagnostics::suggest::did_you_mean;
use crate::diagnostics::{Confidence, Diagnostic, Severity, pages, render};

/// Say everything that is wrong in scenario files, with the place of each mistake
///
/// Without a path, checks the shipped scenarios and those in your own scenario folder. A scenario is checked with the tables it
/// uses (`atlas.ron`, `people.ron`, `sources.ron`, `terms.ron`): those that lie beside it, else the ones built into the program.
///
/// Errors keep a scenario from being loaded. Warnings are most likely mistakes, tips are worth knowing. What is right as it
/// stands is said so in the file, `// allow(key): reason`, on the line before a thing or at the end of a line.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit codes:\n  0  nothing wrong: no errors, and with --deny no warnings or tips either\n  1  something is wrong, and was told\n  2  used wrongly: no such file, no such key, a baseline that is none\n\nExamples:\n  rivers check my-scenario.ron\n  rivers check --deny warnings scenarios/\n  rivers check --tests my-scenario.ron\n  rivers check --explain never-holds\n  rivers check --baseline known.jsonl my-scenario.ron   the first time writes it, then tells only what is new\n  rivers check --json my-scenario.ron | jq .message"
)]
pub(super) struct Args {
    /// Scenario files, or folders of them
    paths: Vec<PathBuf>,
    /// Let warnings fail too, or warnings and tips
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,
    /// Leave out what is less sure than this
    #[arg(long, value_name = "HOW", default_value = "guess")]
    sure: Sure,
    /// Do not tell again the warnings and tips that this file keeps; written with those of today where it is not there
    ///
    /// A warning is known by its file, its key, its words and the text at its place, not by its line. What the file keeps and
    /// is no longer told is said at the end. Errors are always told.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Tell what a key means, why it matters, and a wrong and a right example; without KEY, list the keys
    #[arg(long, value_name = "KEY", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["paths", "deny", "baseline", "json", "tests"])]
    explain: Option<String>,
    /// Play the tests that the scenarios carry too, and tell of those that fail
    #[arg(long)]
    tests: bool,
    /// With --tests: how many games at once; as many as there are cores if left out
    #[arg(long, value_name = "N", requires = "tests")]
    jobs: Option<NonZeroUsize>,
    /// One JSON object a line for each mistake
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Warnings as well as errors
    Warnings,
    /// Tips as well as warnings
    Tips,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Sure {
    /// Only what is so
    Certain,
    /// And what looks so
    Likely,
    /// And what may be so
    Guess,
}

impl Sure {
    const fn least(self) -> Confidence {
        match self {
            Self::Certain => Confidence::Certain,
            Self::Likely => Confidence::Likely,
            Self::Guess => Confidence::Guess,
        }
    }
}

/// How many of each were told.
#[derive(Default)]
struct Told {
    errors: usize,
    warnings: usize,
    tips: usize,
    known: usize,
    tests: usize,
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    if let Some(key) = &args.explain {
        return explain(key, streams);
    }
    let found = if args.paths.is_empty() {
        shelf.all()
    } else {
        named(&args.paths)?
    };
    let mut baseline = match &args.baseline {
        Some(path) => Some(Baseline::read(path)?),
        None => None,
    };
    let mut told = Told::default();
    let mut files: Vec<String> = Vec::new();
    // A table that several scenarios use is told of once.
    let mut seen: BTreeSet<(u64, u32, &'static str, String)> = BTreeSet::new();
    for scenario in &found {
        let mut read = shelf.read(scenario);
        shelf.check_overlays(scenario, &mut read);
        files.push(bare(&scenario.shown()));
        files.extend(read.files().map(bare));
        for diagnostic in &read.diagnostics {
            let source = read.source(diagnostic);
            if diagnostic.confidence > args.sure.least() && !diagnostic.is_error() {
                continue;
            }
            if let Some(source) = source.filter(|_| diagnostic.file != scenario.shown()) {
                let text = crate::base::hash::hash_of(&source.text());
                let once = (
                    text,
                    diagnostic.span.start,
                    diagnostic.key,
                    diagnostic.message.clone(),
                );
                if !seen.insert(once) {
                    continue;
                }
            }
            if let Some(baseline) = &mut baseline
                && baseline.knows(diagnostic, source)
            {
                told.known += 1;
                continue;
            }
            tell(args, streams, diagnostic, source, &mut told)?;
        }
        if let Some(book) = read.scenario.as_ref().filter(|_| args.tests) {
            let shown = scenario.shown();
            let source = Source::new(shown.as_str(), shelf.text(scenario)?);
            let jobs = args.jobs.unwrap_or_else(crate::study::default_jobs);
            told.tests += book.tests.len();
            for diagnostic in trials::played(book, &shown, jobs) {
                tell(args, streams, &diagnostic, Some(&source), &mut told)?;
            }
        }
    }
    let mut written = None;
    if let Some(baseline) = &mut baseline {
        written = baseline.written()?;
        let (unneeded, source) = baseline.unneeded(&files);
        for diagnostic in &unneeded {
            tell(args, streams, diagnostic, Some(&source), &mut told)?;
        }
    }
    if !args.json {
        sum_up(&found, &told, streams)?;
        if let (Some(n), Some(path)) = (written, &args.baseline) {
            writeln!(
                streams.out,
                "{} written to `{}`; the next run tells only what is new",
                plural(n, "known mistake"),
                path.display()
            )?;
        }
    }
    let denied = match args.deny {
        None => 0,
        Some(Deny::Warnings) => told.warnings,
        Some(Deny::Tips) => told.warnings + told.tips,
    };
    if told.errors + denied > 0 {
        Err(Failure::Said)
    } else {
        Ok(())
    }
}

/// Tells one diagnostic and counts it.
fn tell(
    args: &Args,
    streams: &mut Streams<'_>,
    diagnostic: &Diagnostic,
    source: Option<&Source>,
    told: &mut Told,
) -> Outcome {
    match diagnostic.severity {
        Severity::Error => told.errors += 1,
        Severity::Warning => told.warnings += 1,
        Severity::Tip => told.tips += 1,
    }
    let text = if args.json {
        render::json(diagnostic, source)
    } else {
        render::human(diagnostic, source)
    };
    Ok(writeln!(streams.out, "{text}")?)
}

/// The last lines: how much was found, and where to read on.
fn sum_up(found: &[Found], told: &Told, streams: &mut Streams<'_>) -> Outcome {
    let files = match told.tests {
        0 => plural(found.len(), "scenario"),
        n => format!(
            "{} with {}",
            plural(found.len(), "scenario"),
            plural(n, "test")
        ),
    };
    let known = match told.known {
        0 => String::new(),
        n => format!("; {} not told again", plural(n, "known mistake")),
    };
    if told.errors + told.warnings + told.tips == 0 {
        let names: Vec<String> = found.iter().map(Found::shown).collect();
        let what = if told.known == 0 {
            "nothing wrong"
        } else {
            "nothing new"
        };
        let names = names.join(", ");
        writeln!(streams.out, "{files} checked, {what}: {names}{known}")?;
        return Ok(());
    }
    let tips = match told.tips {
        0 => String::new(),
        n => format!(", {}", plural(n, "tip")),
    };
    writeln!(
        streams.out,
        "{files} checked: {}, {}{tips}{known}\n`rivers check --explain KEY` tells more of what stands in square brackets",
        plural(told.errors, "error"),
        plural(told.warnings, "warning")
    )?;
    Ok(())
}

/// The page of a key, or the list of keys.
fn explain(key: &str, streams: &mut Streams<'_>) -> Outcome {
    if key.is_empty() {
        for (chapter, pages) in pages::CHAPTERS {
            writeln!(streams.out, "{chapter}")?;
            for page in *pages {
                let severity = page.severity.word();
                writeln!(
                    streams.out,
                    "  {severity:<8} {:<26} {}",
                    page.key, page.title
                )?;
            }
            writeln!(streams.out)?;
        }
        return Ok(());
    }
    // As it stands in a message, with its word and brackets, it is understood too.
    let bare = key
        .split('[')
        .next_back()
        .unwrap_or(key)
        .trim_end_matches([']', ':']);
    if let Some(page) = pages::of(bare) {
        streams.out.write_all(page.told().as_bytes())?;
        return Ok(());
    }
    let way_out = did_you_mean(bare, pages::all().map(|page| page.key))
        .unwrap_or_else(|| "`rivers check --explain` lists the keys there are".to_owned());
    Err(Failure::Usage(format!(
        "no message has the key `{key}`; {way_out}"
    )))
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
