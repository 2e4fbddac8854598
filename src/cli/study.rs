//! `rivers study`: what the model makes of things, over many games.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::coverage;
use super::shelf::{FIRST, Shelf};
use super::table::{Side, percent, table};
use super::{Failure, Outcome, Streams};
use crate::base::date::Date;
use crate::base::ids::OptionId;
use crate::policy::Kind;
use crate::scenario::model::Scenario;
use crate::study::coverage::Bounds;
use crate::study::flips::{self, Flip};
use crate::study::options;
use crate::study::phenomena::{self, Measured, SetUp, Stage};

/// Study what the rules make of things, over many games
///
/// `--phenomena` sets up, one by one, situations that the sources tell of, and plays each many times by the general rules alone: no
/// decision is laid, no incident befalls and nobody gives an order. Shares come with the interval in which the true share lies nineteen
/// times in twenty.
///
/// `--flip` plays each seed twice, with one choice turned round and everything else left to the same players with the same luck, and says
/// by how much that shifts the share of games in which a town falls.
///
/// `--options` gives, in every game in which a decision comes up, each of its open options in turn with the same luck, and says how the
/// court stood at the end: how often an option was alone the best, and the mean. Mind the cost: as many games for each seed as options.
///
/// `--coverage` plays by the record, by counsel, at random with the open options in turn, from a first day without money, army or sovereign,
/// and *exhaustively*: steered towards whatever has not come up. It says how often everything came up and was chosen, and of what never did
/// how near it came, in which game and turn, and what to type to see it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers study --phenomena\n  rivers study jingkang --phenomena --games 1000 --out phenomena.md\n  rivers study jingkang --flip disperse_levy=dismiss/keep --games 500\n  rivers study shaoxing --options --games 20\n  rivers study my-scenario.ron --coverage --annotate noted.ron\n  rivers study jingkang --replay 'counsel:7' --until 12"
)]
pub(super) struct Args {
    /// The scenario whose map, armies and people are used: its name, or the path of a file; Jingkang if left out
    scenario: Option<String>,
    /// Field battles, sieges, river crossings and puppets, each set up by itself
    #[arg(long, required_unless_present_any = ["flip", "options", "coverage", "replay"])]
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
    /// Who plays everything else where a choice is turned round
    #[arg(long, value_name = "POLICY", default_value = "counsel")]
    by: String,
    /// How many games of each; 400 if left out, and 100 with --coverage
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    games: Option<u32>,
    /// Threads; as many as the machine has if left out
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Write a page in Markdown too
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// What a study of coverage may be refused for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Whatever never comes up
    Never,
}

impl Args {
    /// How many games of each.
    fn games(&self) -> u32 {
        self.games.unwrap_or(if self.coverage { 100 } else { 400 })
    }
    /// Who plays everything that is not told.
    fn kind(&self) -> Result<Kind, Failure> {
        Kind::of(&self.by)
            .ok_or_else(|| Failure::Wrong(format!("there is no policy `{}`", self.by)))
    }
    fn jobs(&self) -> NonZeroUsize {
        self.jobs.unwrap_or_else(crate::study::default_jobs)
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
    let named = args.scenario.as_deref().unwrap_or(FIRST);
    let found = shelf.find(named)?;
    let book = shelf.load(&found)?;
    if let (Some(plan), Some(until)) = (&args.replay, args.until) {
        return coverage::again(&book, plan, until, args.out.as_deref(), shelf, streams);
    }
    if args.coverage {
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
        let (title, rows, failed) = coverage::run(&asked, &found, &book, shelf, streams)?;
        if let Some(path) = &args.out {
            let rule = "|---|---|---:|---:|---|---:|---:|---:|---:|---:|";
            written(path, &page_of("Coverage", &title, &rows, rule), streams)?;
        }
        return if failed { Err(Failure::Said) } else { Ok(()) };
    }
    // Everything that was asked for is one page.
    let mut pages: Vec<String> = Vec::new();
    if !args.flip.is_empty() {
        pages.push(flips(args, &book, streams)?);
    }
    if args.options {
        pages.push(weigh(args, &book, streams)?);
    }
    if args.phenomena {
        pages.push(set_up(args, &book, streams)?);
    }
    match &args.out {
        Some(path) => written(path, &pages.join("\n"), streams),
        None => Ok(()),
    }
}

/// Plays the situations that the sources tell of.
fn set_up(args: &Args, book: &Arc<Scenario>, streams: &mut Streams<'_>) -> Result<String, Failure> {
    let stage = Stage::of(book).ok_or_else(|| {
        Failure::Wrong(format!(
            "`{}` has no northern court to set against another: there is nothing to set up",
            book.id
        ))
    })?;
    let measured: Vec<Option<Measured>> = SetUp::ALL
        .into_iter()
        .map(|set_up| phenomena::measure(&stage, set_up, args.games()))
        .collect();
    let rows = rows(&measured);
    let head = format!(
        "{}: phenomena by the general rules, {} games of each",
        book.title,
        args.games()
    );
    let sides = [
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
    ];
    write!(streams.out, "{head}\n\n{}", table(&sides, &rows))?;
    Ok(page(book, args.games(), &rows))
}

/// Turns choices round, one after the other.
fn flips(args: &Args, book: &Arc<Scenario>, streams: &mut Streams<'_>) -> Result<String, Failure> {
    let wrong = |what: String| Failure::Wrong(what);
    let kind = args.kind()?;
    let town = match &args.falls {
        Some(name) => book.place(name),
        None => book.courts.first().map(|c| c.seat),
    }
    .ok_or_else(|| wrong("there is no such place".to_owned()))?;
    let before = match &args.before {
        Some(day) => {
            Some(Date::parse(day).map_err(|_| wrong(format!("`{day}` is no day: YYYY-MM-DD")))?)
        }
        None => None,
    };
    let place = &book.atlas.places[town.index()].name;
    let head = ["choice", "pairs", "first", "second", "shift", "interval"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for text in &args.flip {
        let flip = flip_of(book, text).ok_or_else(|| {
            wrong(format!(
                "`{text}` names no decision with two options: DECISION=OPTION/OPTION"
            ))
        })?;
        let shift = flips::measure(
            book,
            flip,
            kind,
            flips::Counted { town, before },
            args.games(),
            args.jobs(),
        );
        let share = |n: u32| percent(u64::from(n) * 1000 / u64::from(shift.pairs.max(1)));
        let (by, off) = shift.by();
        rows.push(vec![
            text.clone(),
            shift.pairs.to_string(),
            share(shift.fell[0]),
            share(shift.fell[1]),
            points(by),
            format!("{} to {}", points(by - off), points(by + off)),
        ]);
    }
    let sides = [
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
    ];
    let title = format!(
        "{}: choices turned round with the same luck, {} seeds, everything else by {}; counted: {place} falls{}",
        book.title,
        args.games(),
        kind.name(),
        before.map_or_else(String::new, |day| format!(" before {day}"))
    );
    write!(streams.out, "{title}\n\n{}", table(&sides, &rows))?;
    let rule = "|---|---:|---:|---:|---:|---:|";
    Ok(page_of("Choices turned round", &title, &rows, rule))
}

/// An option that is alone the best in more situations of a hundred than this leaves its court nothing to decide.
const DOMINATES: u32 = 95;
/// Fewer situations than these prove nothing.
const ENOUGH: u32 = 20;

/// Gives every option of every decision in turn.
fn weigh(args: &Args, book: &Arc<Scenario>, streams: &mut Streams<'_>) -> Result<String, Failure> {
    let kind = args.kind()?;
    let head = [
        "decision",
        "option",
        "situations",
        "alone best",
        "mean standing",
        "",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut dominant = 0;
    for weighed in options::weigh(book, kind, args.games(), args.jobs()) {
        let decision = &book.decisions[weighed.decision.index()];
        if weighed.situations == 0 {
            continue;
        }
        for (option, tally) in decision.options.iter().zip(&weighed.options) {
            if tally.open == 0 {
                continue;
            }
            let dominates = tally.open >= ENOUGH && tally.percent() > DOMINATES;
            dominant += u32::from(dominates);
            rows.push(vec![
                decision.id.clone(),
                option.id.clone(),
                tally.open.to_string(),
                percent(u64::from(tally.best) * 1000 / u64::from(tally.open)),
                tally.mean().to_string(),
                if dominates { "dominates" } else { "" }.to_owned(),
            ]);
        }
    }
    let sides = [
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Left,
    ];
    let title = format!(
        "{}: every option given in turn with the same luck, {} seeds, everything else by {}; {dominant} dominate",
        book.title,
        args.games(),
        kind.name()
    );
    write!(streams.out, "{title}\n\n{}", table(&sides, &rows))?;
    let rule = "|---|---|---:|---:|---:|---|";
    Ok(page_of("Options weighed", &title, &rows, rule))
}

/// A shift in points of a hundred, with its sign.
fn points(permille: i64) -> String {
    let sign = if permille < 0 { '\u{2212}' } else { '+' };
    format!("{sign}{}.{}", permille.abs() / 10, permille.abs() % 10)
}

/// `night_raid=raid_now/keep_oath`.
fn flip_of(book: &Scenario, text: &str) -> Option<Flip> {
    let (decision, options) = text.split_once('=')?;
    let (first, second) = options.split_once('/')?;
    let decision = book.decision(decision.trim())?;
    let option = |name: &str| {
        book.decisions[decision.index()]
            .options
            .iter()
            .position(|o| o.id == name.trim())
            .map(OptionId::of)
    };
    Some(Flip {
        decision,
        options: [option(first)?, option(second)?],
    })
}

/// The situation, and what is counted in it.
const fn words(set_up: SetUp) -> (&'static str, &'static str) {
    match set_up {
        SetUp::FieldPlain => (
            "northern horse and southern foot, 20,000 each, open ground",
            "the horse wins",
        ),
        SetUp::FieldHills => ("the same in hills", "the horse wins"),
        SetUp::FieldDouble => (
            "20,000 horse and 40,000 foot, open ground",
            "the horse wins",
        ),
        SetUp::FieldRaw => (
            "20,000 horse and 20,000 raw guards, open ground",
            "the horse wins",
        ),
        SetUp::FieldTrained => (
            "20,000 horse and 20,000 trained foot, open ground",
            "the horse wins",
        ),
        SetUp::FieldDug => (
            "the same, the foot in a camp it has held a month",
            "the horse wins",
        ),
        SetUp::FieldRawDug => ("raw guards in such a camp", "the horse wins"),
        SetUp::FieldHeat => ("horse and trained foot in July", "the horse wins"),
        SetUp::FieldWet => (
            "horse and trained foot among paddies and dikes",
            "the horse wins",
        ),
        SetUp::FieldThunderclap => (
            "horse and trained foot with fire arrows and thunderclap bombs for all",
            "the horse wins",
        ),
        SetUp::FieldLances => (
            "horse and trained foot with fire lances for all",
            "the horse wins",
        ),
        SetUp::PursuitPlain => (
            "southern foot beaten on open ground (last column: men lost in a hundred)",
            "the horse wins",
        ),
        SetUp::PursuitHills => (
            "southern foot beaten in hills (last column: men lost in a hundred)",
            "the horse wins",
        ),
        SetUp::RingWilling => (
            "45,000 round walls of rank 4, 12,000 within under an able commander",
            "falls within a year",
        ),
        SetUp::RingNobody => ("the same, under nobody", "falls within a year"),
        SetUp::StormWilling => (
            "the same walls stormed every xun, under an able commander",
            "falls within a year",
        ),
        SetUp::StormNobody => ("the same, under nobody", "falls within a year"),
        SetUp::StormFew => (
            "36,000 storm 4,000 behind walls of rank 4 three times, an able commander, no powder",
            "falls within three xun",
        ),
        SetUp::StormFewLances => (
            "the same, fire lances for all within",
            "falls within three xun",
        ),
        SetUp::StormFewBombs => (
            "the same, iron bombs for all without",
            "falls within three xun",
        ),
        SetUp::SummerOpen => (
            "20,000 before a great river in July, nobody on the far bank",
            "over within two xun",
        ),
        SetUp::SummerHeld => ("the same, as many on the far bank", "over within two xun"),
        SetUp::SummerBurnt => ("the same, boats and bridges burnt", "over within two xun"),
        SetUp::WinterBurnt => ("the same in January", "over within two xun"),
        SetUp::SummerFleet => (
            "20,000 before a great river in July, 8,000 in a hundred war-boats in the way",
            "over within two xun",
        ),
        SetUp::WinterFleet => ("the same in January", "over within two xun"),
        SetUp::SummerWaylaid => (
            "20,000 before a great river in July, as many in wait behind the far bank",
            "over within two xun",
        ),
        SetUp::HomewardWaylaid => (
            "20,000 going home over a great river in July, 40,000 foot in wait behind them (last column: men lost in a hundred)",
            "struck half across, and beaten",
        ),
        SetUp::HeldThin => (
            "an angry country with hills under a garrison of 1,500",
            "lost within half a year",
        ),
        SetUp::HeldThinBands => (
            "the same, 4,000 in bands round it",
            "lost within half a year",
        ),
        SetUp::HeldThickBands => (
            "the bands, under a garrison of 8,000",
            "lost within half a year",
        ),
        SetUp::PuppetGuarded => (
            "a puppet with its patron's 20,000 beside it",
            "falls within half a year",
        ),
        SetUp::PuppetAlone => (
            "a puppet whose patron's army has gone home",
            "falls within half a year",
        ),
    }
}

fn rows(measured: &[Option<Measured>]) -> Vec<Vec<String>> {
    let mut rows = vec![
        [
            "situation",
            "counted",
            "share",
            "interval",
            "xun: half (quarters)",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    for (set_up, measured) in SetUp::ALL.into_iter().zip(measured) {
        let (what, counted) = words(set_up);
        let mut row = vec![what.to_owned(), counted.to_owned()];
        if let Some(m) = measured {
            let (low, high) = m.interval();
            let share = u64::from(m.hits) * 1000 / u64::from(m.games.max(1));
            row.push(percent(share));
            row.push(format!("{} to {}", percent(low), percent(high)));
            row.push(match (m.quantile(25), m.median(), m.quantile(75)) {
                (Some(first), Some(half), Some(third)) => format!("{half} ({first} to {third})"),
                _ => "-".to_owned(),
            });
        } else {
            row.push("cannot be set up here".to_owned());
        }
        rows.push(row);
    }
    rows
}

/// The same as a page.
fn page(book: &Scenario, games: u32, rows: &[Vec<String>]) -> String {
    let mut out = format!(
        "# What the rules make of it\n\nSituations that the sources tell of, each set up by itself on the map of *{}* and played {games} \
         times by the general rules alone: no decision is laid, no incident befalls, nobody gives an order. An interval holds the true \
         share nineteen times in twenty. The last column says by which xun (ten days) half of what is counted had come, and a quarter and \
         three quarters.\n\n",
        book.title
    );
    for (i, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
        if i == 0 {
            out.push_str("|---|---|---:|---:|---:|\n");
        }
    }
    out
}
