//! `rivers text`: the game in a terminal. This file finds or begins the game and hands it to the face.

use std::path::{Path, PathBuf};

use super::auto::policy;
use super::bench::{self, Bench, Watched};
use super::games::{self, Seated};
use super::shelf::{FIRST, Shelf};
use super::{Failure, Outcome, Streams, lesson};
use crate::policy::Kind;
use crate::table::lesson::Lesson;
use crate::terminal;

/// Play in the terminal, line by line
///
/// Everything can be read by a screen reader and driven through a pipe. Every choice and order is saved as it is made; `--resume`
/// goes on where the game stood, whatever ended it.
#[derive(Debug, Default, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers text                          Jingkang, as Song\n  rivers text jingkang --court jin     the other side\n  \
                        rivers text jingkang --court both    two people in turn at one table\n  rivers text --against planner        against a court that looks ahead\n  rivers text --resume saved.jsonl     go on with a saved game or lesson\n  rivers text jingkang --lesson        the lessons there are for a class\n  rivers text mine.ron --watch         write on it while it is played\n  rivers text mine.ron --show MATTER   see this matter laid before its court\n  rivers text --after saved.jsonl      the scenario that follows, in the world of a saved game"
)]
pub(super) struct Args {
    /// A scenario: its name, or the path of a file; Jingkang if left out
    pub(super) scenario: Option<String>,
    /// Which court you play: song, jin, or both for two people in turn [default: song]
    #[arg(long, value_name = "COURT", conflicts_with = "resume")]
    pub(super) court: Option<String>,
    /// Who plays the other court: counsel, counsel-cautious, counsel-bold, planner, record or random [default: counsel]
    #[arg(long, value_name = "LEVEL", value_parser = policy, conflicts_with = "resume")]
    pub(super) against: Option<Kind>,
    /// The seed of the game's luck; any if left out
    #[arg(long, value_name = "N", conflicts_with = "resume")]
    pub(super) seed: Option<u64>,
    /// Go on with a saved game
    #[arg(long, value_name = "JOURNAL")]
    pub(super) resume: Option<PathBuf>,
    /// Begin the scenario that follows, in the world in which a saved game ended
    #[arg(long, value_name = "JOURNAL", conflicts_with_all = ["resume", "scenario"])]
    pub(super) after: Option<PathBuf>,
    /// For writers: read the scenario's file anew whenever it is saved, and go on from the same xun; `set` and `show` are open
    #[arg(long, requires = "scenario")]
    pub(super) watch: bool,
    /// For writers: lead a new game to this matter; `set` and `show` are open
    #[arg(long, value_name = "MATTER")]
    pub(super) show: Option<String>,
    #[command(flatten)]
    pub(super) taught: lesson::Args,
}

impl Args {
    /// A game that is led to a matter is found by trying seeds and players: whoever names some is told so.
    pub(super) fn led_only(&self) -> Outcome {
        let Some(matter) = &self.show else {
            return Ok(());
        };
        let given = [
            ("--court", self.court.is_some()),
            ("--against", self.against.is_some()),
            ("--seed", self.seed.is_some()),
            ("--resume", self.resume.is_some()),
            ("--after", self.after.is_some()),
        ];
        match given.iter().find(|(_, is)| *is) {
            None => Ok(()),
            Some((what, _)) => Err(Failure::Usage(format!(
                "`--show {matter}` looks for the seed and the players of a game that comes to the matter, and seats you at the court it comes before; leave `{what}` out. To see a matter in a game of your own, open that with `--watch` and type `set lay {matter}`"
            ))),
        }
    }
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    args.led_only()?;
    let named = args.scenario.as_deref();
    let mut lacking = None;
    let at_bench = args.watch || args.show.is_some();
    // The files are looked at before they are read, so that nothing saved in between is lost.
    let watched = match named {
        _ if !at_bench => None,
        named => Some(Watched::new(shelf.find(named.unwrap_or(FIRST))?, shelf)),
    };
    if args.watch && watched.as_ref().is_some_and(|w| !w.is_a_file()) {
        return Err(Failure::Usage(
            "`--watch` needs the path of a file; a scenario that is built in does not change"
                .to_owned(),
        ));
    }
    let seated = match (&args.resume, &args.show) {
        (Some(path), _) => games::resume(path, named, shelf)?,
        (None, None) if args.taught.lesson.is_some() => {
            let plan = args.taught.lesson.as_deref().unwrap_or_default();
            let book = shelf.load(&shelf.find(named.unwrap_or(FIRST))?)?;
            let mut seated = lesson::begin(&book, args.taught.held(plan), args.seed, shelf)?;
            seated.notes.push(format!(
                "This lesson is saved in {} (seed {}).",
                seated.path.display(),
                seated.seed
            ));
            seated
        }
        (None, Some(matter)) => {
            let book = shelf.load(&shelf.find(named.unwrap_or(FIRST))?)?;
            bench::led(&book, matter, shelf)?
        }
        (None, None) => {
            let (book, world) = match &args.after {
                Some(journal) => {
                    games::world_after(journal, shelf).map(|(book, world)| (book, Some(world)))?
                }
                None => {
                    let found = shelf.find(named.unwrap_or(FIRST))?;
                    lacking = shelf.not_in_language(&found);
                    (shelf.load(&found)?, None)
                }
            };
            let people = games::courts(&book, args.court.as_deref().unwrap_or("song"))?;
            let mut seated = games::begin(&book, &people, args.against, args.seed, world, shelf)?;
            let against = args
                .against
                .map_or_else(String::new, |kind| format!(", against {}", kind.name()));
            seated.notes.push(format!(
                "This game is saved in {} (seed {}{against}).",
                seated.path.display(),
                seated.seed
            ));
            seated.notes.extend(lacking);
            seated
        }
    };
    if let Some(watched) = watched {
        let bench = Bench::new(watched, &seated, shelf);
        // How the game came to its matter is read under the council's page; where it is saved is no part of the game.
        let (last, first) = if args.show.is_some() {
            (seated.notes, Vec::new())
        } else {
            (Vec::new(), seated.notes)
        };
        for note in &first {
            writeln!(streams.out, "{note}")?;
        }
        writeln!(streams.out)?;
        return bench::play(seated.session, bench, streams, last);
    }
    let Seated {
        session,
        notes,
        path,
        ..
    } = seated;
    let session = session
        .with_resume(words(&path, named))
        .with_onward(Some(format!("rivers text --after {}", path.display())));
    for note in &notes {
        writeln!(streams.out, "{note}")?;
    }
    if !notes.is_empty() {
        writeln!(streams.out)?;
    }
    if let Some(held) = Lesson::of(&session) {
        return lesson::hold(session, held, &path, streams);
    }
    terminal::play(session, &mut std::io::stdin().lock(), streams.out)?;
    Ok(())
}

/// What to type to go on.
fn words(journal: &Path, scenario: Option<&str>) -> String {
    let scenario = scenario.map(|name| format!("{name} ")).unwrap_or_default();
    format!("rivers text {scenario}--resume {}", journal.display())
}
