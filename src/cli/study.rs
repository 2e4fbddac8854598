//! `rivers study`: what the model makes of things, over many games.
//!
//! * [`plan`] — what was asked for, kept with the study
//! * [`play`] — a study played, stopped, gone on with, put together
//! * [`folder`] — its files
//! * [`tables`] — what it came to, for people and for other programs
//! * [`turning`] — the turning points of one game
//! * [`weighed`] — short questions: a choice turned round, every option in turn
//! * [`setups`] — situations set up one by one

mod folder;
mod plan;
mod play;
mod setups;
mod tables;
mod turning;
mod weighed;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::auto::policy;
use super::coverage;
use super::shelf::{FIRST, Found, Shelf};
use super::{Failure, Outcome, Streams};
use crate::base::date::Date;
use crate::diagnostics::suggest::did_you_mean;
use crate::policy::Kind;
use crate::scenario::model::Scenario;
use crate::study::Seats;
use crate::study::advisors::Voices;
use crate::study::branches::everybody;
use crate::study::coverage::Bounds;
use crate::study::impact::{self, Impacts};
use crate::study::quarrels::Quarrelling;
use crate::study::results::Points;
use crate::study::spread::Spreading;
use folder::Folder;
use plan::{Plan, What};
use play::How;
use weighed::{Asking, Counted};

/// Study what the model makes of things, over many games
///
/// `rivers study SCENARIO` plays it many times and says what comes of it: endings, checkpoints beside the record (tuned ones and those held out
/// apart), and how territory, treasury and deaths are spread.
///
/// `--impact` gives, in every game in which a decision comes up, each of its open options with the same luck and leaves everything else to the
/// same players: the shift in the probability of each outcome, against the documented option, comes with the interval in which it lies nineteen
/// times in twenty. A decision is asked about no more once its intervals are narrow. With `--journal` it looks at one game: what its answers
/// weighed, and how lucky it was.
///
/// `--quarrels` plays the scenario under other readings of its disputed numbers: each by itself, each source's together, and all drawn.
/// `--advisors` says how often what each voice expected came true when its advice was taken and when not.
///
/// With `--out` a study keeps its sums and tables in a folder. It can then be stopped at any time, also by pulling the plug, and `--continue`
/// goes on with it; and it can be played in shards, on any number of machines, which `--merge` puts together to the very same result.
///
/// `--phenomena` sets up, one by one, situations that the sources tell of, and plays each many times by the general rules alone: no
/// decision is laid, no incident befalls and nobody gives an order. `--flip` turns one choice round and counts the games in which a town falls.
/// `--options` says which option of each decision serves its court best. `--coverage` plays by the record, by counsel, at random, from a
/// first day without money, army or sovereign, and *exhaustively*: steered towards whatever has not come up.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers study jingkang --games 2000 --out jingkang-study\n  rivers study jingkang --impact --decision night_raid\n  rivers study --journal saved.jsonl --impact\n  rivers study shaoxing --quarrels --out quarrels\n  rivers study jingkang --games 100000 --shard 3/8 --out shard-3\n  rivers study --merge shard-* --out whole\n  rivers study --phenomena\n  rivers study jingkang --flip disperse_levy=dismiss/keep --games 500\n  rivers study shaoxing --options --games 20\n  rivers study my-scenario.ron --coverage --annotate noted.ron"
)]
pub(super) struct Args {
    /// The scenario: its name, or the path of a file
    #[arg(required_unless_present_any = ["phenomena", "flip", "options", "coverage", "replay", "journal", "merge"])]
    scenario: Option<String>,
    /// What each option of each decision changes
    #[arg(long, conflicts_with_all = ["phenomena", "coverage"])]
    impact: bool,
    /// With --impact: of this decision alone
    #[arg(long, value_name = "ID", requires = "impact")]
    decision: Option<String>,
    /// With --impact: ask no more about a decision once its intervals are no wider than so many points either way; 0 asks in every game. 2 if left out, and 0 in shards
    #[arg(long, value_name = "POINTS", requires = "impact", conflicts_with = "journal", value_parser = narrow)]
    narrow: Option<Points>,
    /// With --impact: the turning points of this saved game, and how lucky it was
    #[arg(long, value_name = "FILE", requires = "impact", conflicts_with_all = ["decision", "shard", "merge", "goes_on"])]
    journal: Option<PathBuf>,
    /// Which of the sources' quarrels matter: the scenario under other readings of its disputed numbers
    #[arg(long, conflicts_with_all = ["phenomena", "coverage", "impact"])]
    quarrels: bool,
    /// How often what each voice expected came true, when its advice was taken and when not
    #[arg(long, conflicts_with_all = ["phenomena", "coverage", "impact", "quarrels"])]
    advisors: bool,
    /// Who plays Song: record, counsel, counsel-cautious, counsel-bold, planner or random; see --by
    #[arg(long, value_name = "POLICY", value_parser = policy)]
    song: Option<Kind>,
    /// Who plays Jin: one of the same
    #[arg(long, value_name = "POLICY", value_parser = policy)]
    jin: Option<Kind>,
    /// Who plays every court; if left out, counsel where choices are changed, and record elsewhere
    #[arg(long, value_name = "POLICY", value_parser = policy)]
    by: Option<Kind>,
    /// Go on with the study that stands in the folder of --out
    #[arg(long = "continue", requires = "out")]
    goes_on: bool,
    /// Play one shard of so many: as 3/8
    #[arg(long, value_name = "I/N", requires = "out", value_parser = shard)]
    shard: Option<(u64, u64)>,
    /// Put shards together: their folders
    #[arg(long, value_name = "FOLDER", num_args = 1.., conflicts_with_all = ["scenario", "impact", "quarrels", "advisors", "shard", "goes_on", "games", "song", "jin", "by"])]
    merge: Vec<PathBuf>,
    /// Field battles, sieges, river crossings and puppets, each set up by itself
    #[arg(long)]
    phenomena: bool,
    /// What of the scenario ever comes up: every decision, option, incident and ending, with the nearest miss of what never does
    #[arg(long, conflicts_with_all = ["flip", "options", "phenomena"])]
    coverage: bool,
    /// With --coverage: begin no game after so many minutes
    #[arg(long, value_name = "N", requires = "coverage", value_parser = clap::value_parser!(u64).range(1..=10_000))]
    minutes: Option<u64>,
    /// With --coverage: write a copy of the scenario's file with what was found beside every decision, option, incident and ending
    #[arg(long, value_name = "FILE", requires = "coverage")]
    annotate: Option<PathBuf>,
    /// With --coverage: exit with 1 where a decision, option, incident or ending never comes up
    #[arg(long, value_name = "WHAT", requires = "coverage")]
    deny: Option<Deny>,
    /// A game of a study, as the study tells it, played again into a journal that `rivers text --resume` opens
    #[arg(long, value_name = "PLAN", requires = "until", conflicts_with_all = ["flip", "options", "phenomena", "coverage"])]
    replay: Option<String>,
    /// With --replay: up to the opening of this turn
    #[arg(long, value_name = "TURN", requires = "replay")]
    until: Option<u16>,
    /// Every option of every decision given in turn: which serves its court best
    #[arg(long)]
    options: bool,
    /// A choice turned round with the same luck: DECISION=OPTION/OPTION; may be given several times
    #[arg(long, value_name = "DECISION=A/B")]
    flip: Vec<String>,
    /// The town whose fall is counted after a choice was turned round; the first court's first seat if left out
    #[arg(long, value_name = "PLACE", requires = "flip")]
    falls: Option<String>,
    /// Falls from this day on are not counted: YYYY-MM-DD
    #[arg(long, value_name = "DATE", requires = "flip")]
    before: Option<String>,
    /// How many games, or draws of luck with --journal; 1000 if left out, 400 where choices or readings are changed or situations set up, 100 with --coverage
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000_000))]
    games: Option<u32>,
    /// Threads; as many as the machine has if left out
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// The folder of the study; of --phenomena, --flip, --options and --coverage a page in Markdown
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// What a study of coverage may be refused for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Whatever never comes up
    Never,
}

/// `3/8`.
fn shard(text: &str) -> Result<(u64, u64), String> {
    let form = || format!("`{text}` is no shard; write which of how many, as in 3/8");
    let (shard, of) = text.split_once('/').ok_or_else(form)?;
    let number = |text: &str| text.trim().parse::<u64>().map_err(|_| form());
    let (shard, of) = (number(shard)?, number(of)?);
    if shard == 0 || shard > of {
        return Err(format!("shards are counted from 1 to {of}"));
    }
    Ok((shard, of))
}

/// `1.5` points.
fn narrow(text: &str) -> Result<Points, String> {
    let form = || format!("`{text}` is no number of points; write one like 2 or 0.5");
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
        return Err(form());
    }
    format!("{whole}{part:0<2}")
        .parse()
        .map(Points)
        .map_err(|_| form())
}

impl Args {
    /// How many games of each.
    fn games(&self) -> u32 {
        let usual = if self.coverage {
            100
        } else if self.changes() || self.quarrels || self.phenomena {
            400
        } else {
            1000
        };
        self.games.unwrap_or(usual)
    }
    /// Whether choices are changed.
    const fn changes(&self) -> bool {
        self.impact || self.advisors || self.options || !self.flip.is_empty()
    }
    /// Who plays where nobody else is named.
    fn kind(&self) -> Kind {
        let usual = if self.changes() {
            Kind::Counsel
        } else {
            Kind::Record
        };
        self.by.unwrap_or(usual)
    }
    /// Who plays the courts that may be played.
    fn seats(&self, book: &Scenario) -> Seats {
        let named = |court: &str| match court {
            "song" => self.song,
            "jin" => self.jin,
            _ => None,
        };
        let mut seats = everybody(book, self.kind());
        for (court, kind) in &mut seats {
            *kind = named(&book.courts[court.index()].id).unwrap_or(*kind);
        }
        seats
    }
    fn jobs(&self) -> NonZeroUsize {
        self.jobs.unwrap_or_else(crate::study::default_jobs)
    }
    fn how(&self) -> How<'_> {
        How {
            out: self.out.as_deref(),
            goes_on: self.goes_on,
            jobs: self.jobs(),
        }
    }
    /// Which study of a scenario as it is played, if one.
    const fn what(&self) -> Option<What> {
        if self.impact {
            Some(What::Impact)
        } else if self.quarrels {
            Some(What::Quarrels)
        } else if self.advisors {
            Some(What::Advisors)
        } else if self.phenomena || self.options || !self.flip.is_empty() {
            None
        } else {
            Some(What::Spread)
        }
    }
}

/// A table as a page.
fn page_of(head: &str, title: &str, rows: &[Vec<String>], rule: &str) -> String {
    let mut page = format!("# {head}\n\n{title}.\n\n");
    for (i, row) in rows.iter().enumerate() {
        page.push_str(&format!("| {} |\n", row.join(" | ")));
        if i == 0 {
            page.push_str(&format!("{rule}\n"));
        }
    }
    page
}

/// Writes a page, and says so.
fn written(path: &Path, page: &str, streams: &mut Streams<'_>) -> Outcome {
    std::fs::write(path, page)
        .map_err(|error| Failure::Wrong(format!("cannot write `{}`: {error}", path.display())))?;
    writeln!(streams.out, "\nwritten to {}", path.display())?;
    Ok(())
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    if !args.merge.is_empty() {
        return merge(args, shelf, streams);
    }
    if let Some(journal) = &args.journal {
        let named = args.scenario.as_deref();
        let (by, draws) = (args.kind(), args.games().into());
        return turning::run(journal, named, by, draws, &args.how(), shelf, streams);
    }
    let named = args.scenario.as_deref().unwrap_or(FIRST);
    let found = shelf.find(named)?;
    let book = shelf.load(&found)?;
    if let (Some(plan), Some(until)) = (&args.replay, args.until) {
        return coverage::again(&book, plan, until, args.out.as_deref(), shelf, streams);
    }
    if args.coverage {
        return covered(args, named, &found, &book, shelf, streams);
    }
    if let Some(what) = args.what() {
        let plan = planned(args, what, named, &book)?;
        return of_plan(
            &plan,
            (&found, &book, args.seats(&book)),
            &args.how(),
            &[],
            shelf,
            streams,
        );
    }
    // Everything that was asked for is one page.
    let mut pages: Vec<String> = Vec::new();
    let seats = args.seats(&book);
    let games = u64::from(args.games());
    let asking = Asking {
        about: Plan::new(What::Impact, named, &book, &seats, games).about(&book, games),
        book: &book,
        seats,
        games,
        jobs: args.jobs(),
    };
    if !args.flip.is_empty() {
        let counted = counted(args, &book)?;
        pages.push(weighed::flips(&asking, &args.flip, counted, streams)?);
    }
    if args.options {
        pages.push(weighed::weigh(&asking, streams)?);
    }
    if args.phenomena {
        pages.push(setups::set_up(args.games(), &book, streams)?);
    }
    match &args.out {
        Some(path) => written(path, &pages.join("\n"), streams),
        None => Ok(()),
    }
}

/// The town whose fall is counted.
fn counted(args: &Args, book: &Scenario) -> Result<Counted, Failure> {
    let wrong = |what: String| Failure::Wrong(what);
    let town = match &args.falls {
        Some(name) => book.place(name),
        None => book.courts.first().map(|c| c.seat),
    };
    let before = match &args.before {
        Some(day) => {
            Some(Date::parse(day).map_err(|_| wrong(format!("`{day}` is no day: YYYY-MM-DD")))?)
        }
        None => None,
    };
    Ok(Counted {
        town: town.ok_or_else(|| wrong("there is no such place".to_owned()))?,
        before,
    })
}

/// What of the scenario ever comes up.
fn covered(
    args: &Args,
    named: &str,
    found: &Found,
    book: &Arc<Scenario>,
    shelf: &Shelf,
    streams: &mut Streams<'_>,
) -> Outcome {
    let asked = coverage::Asked {
        named,
        annotate: args.annotate.as_deref(),
        deny: args.deny == Some(Deny::Never),
        minutes: args.minutes,
        bounds: Bounds {
            seeds: args.games(),
            jobs: args.jobs(),
        },
    };
    let (title, rows, failed) = coverage::run(&asked, found, book, shelf, streams)?;
    if let Some(path) = &args.out {
        let rule = "|---|---|---:|---:|---:|---|---:|---:|---:|---:|---:|";
        written(path, &page_of("Coverage", &title, &rows, rule), streams)?;
    }
    if failed { Err(Failure::Said) } else { Ok(()) }
}

/// What a command asks for.
fn planned(args: &Args, what: What, named: &str, book: &Scenario) -> Result<Plan, Failure> {
    let seats = args.seats(book);
    let mut plan = Plan::new(what, named, book, &seats, args.games().into());
    plan.shard = args.shard;
    if let Some(id) = &args.decision {
        if book.decision(id).is_none() {
            let ids = book.decisions.iter().map(|d| d.id.as_str());
            let near = did_you_mean(id, ids)
                .unwrap_or_else(|| "`--impact` alone asks about all of them".to_owned());
            return Err(Failure::Usage(format!(
                "`{named}` has no decision `{id}`; {near}"
            )));
        }
        plan.decision = Some(id.clone());
    }
    if what == What::Impact {
        plan.narrow = match (args.narrow, args.shard) {
            (Some(Points(0)), _) | (None, Some(_)) => None,
            (Some(_), Some(_)) => {
                return Err(Failure::Usage(
                    "a shard does not know what the others found, and plays all its games: leave out --narrow".to_owned(),
                ));
            }
            (Some(narrow), None) => Some(narrow),
            (None, None) => Some(Points(200)),
        };
    }
    Ok(plan)
}

/// Puts every study together of which the first folder has a shard.
fn merge(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let Some(first) = args.merge.first() else {
        return Ok(());
    };
    let mut none = true;
    for what in What::ALL {
        let Some(plan) = Folder::new(first, what).plan()? else {
            continue;
        };
        none = false;
        let (found, book, seats) = plan.found(shelf)?;
        of_plan(
            &plan,
            (&found, &book, seats),
            &args.how(),
            &args.merge,
            shelf,
            streams,
        )?;
    }
    if none {
        return Err(Failure::Usage(format!(
            "`{}` has no shard of a study",
            first.display()
        )));
    }
    Ok(())
}

/// The study of a plan, played or put together.
fn of_plan(
    plan: &Plan,
    (found, book, seats): (&Found, &Arc<Scenario>, Seats),
    how: &How<'_>,
    parts: &[PathBuf],
    shelf: &Shelf,
    streams: &mut Streams<'_>,
) -> Outcome {
    let lines = how.out.is_some();
    let of = (plan, book);
    match plan.what {
        What::Spread => play::study(&Spreading::new(book, seats, lines), of, how, parts, streams),
        What::Impact => {
            let decision = plan.decision.as_ref().and_then(|id| book.decision(id));
            let asked = impact::asked(book, decision);
            let study = Impacts::new(book, seats, asked, plan.narrow, lines);
            play::study(&study, of, how, parts, streams)
        }
        What::Quarrels => {
            let load = |readings: &_| shelf.load_under(found, readings);
            let study = Quarrelling::new(book, seats, load, lines)?;
            play::study(&study, of, how, parts, streams)
        }
        What::Advisors => play::study(&Voices::new(book, seats), of, how, parts, streams),
        What::Turning => Ok(()),
    }
}
