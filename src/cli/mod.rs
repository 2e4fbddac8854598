//! The command line: one file per subcommand, exit codes, and the only doors to the disk besides `journal/`.
//!
//! Exit codes: 0 done; 1 the thing asked about is wrong (a scenario with mistakes, a journal that does not replay); 2 used
//! wrongly. Whoever reads our output may stop reading at any time: that ends the command quietly with 0. Nothing here decides
//! anything about a game.

mod auto;
mod baseline;
mod bench;
#[cfg(feature = "desktop")]
mod cabinet;
mod check;
mod completions;
mod coverage;
mod docs;
mod fmt;
mod games;
mod kept;
mod lesson;
mod list;
mod new;
mod play;
mod replay;
mod report;
mod shelf;
mod study;
mod sums;
mod table;
mod text;
mod translate;
mod trials;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use shelf::Shelf;

/// Play and study the wars between the Jurchen Jin and the Song, 1111–1234.
#[derive(Debug, Parser)]
#[command(
    name = "rivers",
    version,
    about = "Rivers and Mountains 江山: a strategy game of the Jin–Song wars, 1111–1234",
    long_about = "Rivers and Mountains 江山: a text adventure and strategy simulation of the wars between the Jurchen Jin and the Song, \
                  1111–1234.\n\nYou sit at one of the courts, read what reached it, decide, and give orders. The game then lays your outcome \
                  beside the historical record, with its sources and their quarrels. Without a subcommand, `rivers` opens the game.",
    after_help = "Try `rivers`, `rivers list`, or `rivers help text`.",
    max_term_width = 100
)]
struct Cli {
    /// The folder for saved games and your own scenarios, instead of the usual one
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The language, as `es` or `zh-Hant`, for scenarios that have an overlay in it
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    lang: Option<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Play(play::Args),
    Text(text::Args),
    List(list::Args),
    Auto(auto::Args),
    Study(study::Args),
    Replay(replay::Args),
    Report(report::Args),
    Check(check::Args),
    Fmt(fmt::Args),
    New(new::Args),
    Translate(translate::Args),
    Docs(docs::Args),
    Completions(completions::Args),
}

/// The name of a language by the standard of such names.
fn language(name: &str) -> Result<String, String> {
    let read: Result<unic_langid::LanguageIdentifier, _> = name.parse();
    read.map(|lang| lang.to_string())
        .map_err(|_| "a language is written like `es`, `zh-Hant` or `pt-BR`".to_owned())
}

/// Why a command ends without having done what it was asked.
#[derive(Debug)]
enum Failure {
    /// It was used wrongly.
    Usage(String),
    /// The thing asked about is wrong; the text says what, where, and the way out.
    Wrong(String),
    /// What is wrong was said already.
    Said,
    /// The command line itself was wrong, which clap has said.
    Misread,
    /// Help or the version was asked for and written: nothing is left to do.
    Helped,
    /// Nobody reads the output any more, or it cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

type Outcome = Result<(), Failure>;

/// Where a command writes what it was asked for, and where what went wrong.
struct Streams<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

/// Runs the program with the arguments it was started with.
#[must_use]
pub fn run() -> ExitCode {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    // One lock for the whole run, and whole blocks to the system: a table is one write, not one for each cell.
    let mut out = io::BufWriter::new(stdout.lock());
    run_with(
        std::env::args_os(),
        &mut Streams {
            out: &mut out,
            // Not locked: the window's threads may have something to log.
            err: &mut { stderr },
        },
    )
}

fn run_with(args: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> ExitCode {
    let outcome = parsed(args, streams).and_then(|cli| dispatch(cli, streams));
    let outcome = match streams.out.flush() {
        Err(error) if outcome.is_ok() => Err(Failure::Output(error)),
        _ => outcome,
    };
    let (code, message) = match outcome {
        Ok(()) | Err(Failure::Helped) => (0, String::new()),
        Err(Failure::Misread) => (2, String::new()),
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            (0, String::new())
        }
        Err(Failure::Output(error)) => (1, format!("error: cannot write the output: {error}\n")),
        Err(Failure::Said) => (1, String::new()),
        Err(Failure::Wrong(text)) => (1, format!("error: {}\n", text.trim_end())),
        Err(Failure::Usage(text)) => (2, format!("error: {}\n", text.trim_end())),
    };
    // Where even the errors cannot be written, the exit code is all that is left to say.
    let _ = streams.err.write_all(message.as_bytes());
    ExitCode::from(code)
}

/// The command line, read; help and version are written here.
fn parsed(
    args: impl IntoIterator<Item = OsString>,
    streams: &mut Streams<'_>,
) -> Result<Cli, Failure> {
    use clap::FromArgMatches;
    let folder = shelf::usual_folder().map_or_else(
        || "none on this system; give --data".to_owned(),
        |path| path.display().to_string(),
    );
    let command = Cli::command().after_long_help(format!(
        "Files:\n  {folder}\n      Your data folder: journals/ has the saved games, one file each; scenarios/ is for scenario files of your own; those in the working folder are found too.\n\n\
         Exit codes:\n  0  done\n  1  the thing asked about is wrong: a scenario with mistakes, a journal that does not replay\n  2  used wrongly\n\n\
         Examples:\n  rivers                                   play\n  rivers text jingkang --court jin         the other side\n  \
         rivers auto jingkang --seeds 1..200      the record line, two hundred times\n  rivers check my-scenario.ron             every mistake in a file\n"
    ));
    let result = command
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    result.or_else(|error| {
        let text = error.render().to_string();
        if error.use_stderr() {
            streams.err.write_all(text.as_bytes())?;
            Err(Failure::Misread)
        } else {
            streams.out.write_all(text.as_bytes())?;
            Err(Failure::Helped)
        }
    })
}

fn dispatch(cli: Cli, streams: &mut Streams<'_>) -> Outcome {
    let shelf = Shelf::new(cli.data).in_language(cli.lang.clone());
    match cli.command {
        None => play::run(&play::Args::default(), &shelf, streams),
        Some(Command::Play(args)) => play::run(&args, &shelf, streams),
        Some(Command::Text(args)) => text::run(&args, &shelf, streams),
        Some(Command::List(args)) => list::run(&args, &shelf, streams),
        Some(Command::Auto(args)) => auto::run(&args, &shelf, streams),
        Some(Command::Study(args)) => study::run(&args, &shelf, streams),
        Some(Command::Replay(args)) => replay::run(&args, &shelf, streams),
        Some(Command::Report(args)) => report::run(&args, &shelf, streams),
        Some(Command::Check(args)) => check::run(&args, &shelf.in_own_words(), streams),
        Some(Command::Fmt(args)) => fmt::run(&args, streams),
        Some(Command::New(args)) => new::run(&args, &shelf, streams),
        Some(Command::Translate(args)) => {
            translate::run(&args, cli.lang.as_deref(), &shelf.in_own_words(), streams)
        }
        Some(Command::Docs(args)) => docs::run(&args, streams),
        Some(Command::Completions(args)) => completions::run(&args, streams),
    }
}

/// A line of JSON. Plain rows always encode.
fn json_line(out: &mut dyn Write, row: &impl serde::Serialize) -> Outcome {
    serde_json::to_writer(&mut *out, row).map_err(io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}
