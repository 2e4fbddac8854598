//! `rivers auto`: games without a person.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::str::FromStr;
use std::sync::Arc;

use serde::Serialize;

use super::shelf::Shelf;
use super::table::{Side, percent, permille, table};
use super::{Failure, Outcome, Streams, json_line, verify};
use crate::base::date::Date;
use crate::policy::Kind;
use crate::record::{self, Range, Share};
use crate::scenario::model::Scenario;
use crate::study::{self, Played, Seats};

/// Play games without a person and show what came of them
///
/// Both courts are played by policies, once for each seed: `record` gives the documented choices and marches, `counsel` is a
/// plausible court (`counsel-cautious` and `counsel-bold` one in which the cautious or the bold prevail), `planner` looks ahead
/// (`planner:games=16`: with so many imagined games for each course it weighs), `random` does any lawful thing. Other courts and bands are always played by `counsel`. The same seed gives the
/// same game, however many are played at once.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rivers auto jingkang --seeds 1..200\n  rivers auto jingkang --song counsel --jin counsel --seeds 1..200 --coverage\n  \
                        rivers auto jingkang --song random --jin random --seeds 1..10000 --verify\n  rivers auto jingkang --seeds 7..7 --json | jq .ending"
)]
pub(super) struct Args {
    /// A scenario: its name, or the path of a file
    scenario: String,
    /// Who plays Song: record, counsel, counsel-cautious, counsel-bold, planner or random
    #[arg(long, value_name = "POLICY", default_value = "record", value_parser = policy)]
    song: Kind,
    /// Who plays Jin: one of the same
    #[arg(long, value_name = "POLICY", default_value = "record", value_parser = policy)]
    jin: Kind,
    /// From which seed to which, both included
    #[arg(long, value_name = "A..B", default_value = "1..20")]
    seeds: Seeds,
    /// How many games at once; as many as there are cores if left out
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// One JSON object a line, a game each, in the order of the seeds
    #[arg(long, conflicts_with_all = ["coverage", "verify"])]
    json: bool,
    /// For each decision: how often it was laid, and how often each option was open and chosen
    #[arg(long)]
    coverage: bool,
    /// Play every seed a second time and count men and money every xun; one line says whether all held
    #[arg(long, conflicts_with = "coverage")]
    verify: bool,
}

/// Seeds from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seeds {
    first: u64,
    last: u64,
}

impl FromStr for Seeds {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let form =
            || format!("`{text}` is no range of seeds; write the first and the last, as in 1..200");
        let number = |part: &str| part.parse::<u64>().map_err(|_| form());
        let (first, last) = match text.split_once("..") {
            Some((first, last)) => (
                number(first)?,
                number(last.strip_prefix('=').unwrap_or(last))?,
            ),
            None => (number(text)?, number(text)?),
        };
        if first > last {
            return Err(format!("in `{text}` the last seed comes before the first"));
        }
        Ok(Self { first, last })
    }
}

/// The policy of this name, or which names there are.
pub(super) fn policy(name: &str) -> Result<Kind, String> {
    Kind::of(name).ok_or_else(|| {
        let names: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        format!("there is no such policy; there is {}", names.join(", "))
    })
}

/// Games played and shown at a time: enough to keep every core busy, few enough that the first are seen soon.
const BATCH: u64 = 256;

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let book = shelf.load(&shelf.find(&args.scenario)?)?;
    let seats: Seats = [("song", args.song), ("jin", args.jin)]
        .into_iter()
        .filter_map(|(c, k)| book.court(c).map(|c| (c, k)))
        .collect();
    let jobs = args.jobs.unwrap_or_else(study::default_jobs);
    let mut sums = Sums::new(&book);
    let mut broken = Vec::new();
    let mut first = args.seeds.first;
    loop {
        let last = first.saturating_add(BATCH - 1).min(args.seeds.last);
        let games = study::many(&book, first, last, &seats, jobs, args.coverage);
        if args.json {
            for game in &games {
                json_line(streams.out, &row(&book, game, args))?;
            }
        } else {
            games.iter().for_each(|game| sums.add(&book, game));
        }
        if args.verify {
            broken.extend(verified(&book, &games, &seats, jobs));
        }
        if last == args.seeds.last {
            break;
        }
        first = last + 1;
    }
    if args.verify {
        return verdict(args, sums.games, &broken, streams);
    }
    if !args.json {
        let text = if args.coverage {
            sums.coverage(&book, args)
        } else {
            sums.report(&book, args)
        };
        streams.out.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// Plays these games a second time, as many at once; what did not hold, in seed order.
fn verified(
    book: &Arc<Scenario>,
    games: &[Played],
    seats: &Seats,
    jobs: NonZeroUsize,
) -> Vec<String> {
    let share = games.len().div_ceil(jobs.get()).max(1);
    std::thread::scope(|scope| {
        let workers: Vec<_> = games
            .chunks(share)
            .map(|part| {
                scope.spawn(|| {
                    part.iter()
                        .filter_map(|game| verify::again(book, game, seats).err())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        let done = workers.into_iter().map(|worker| {
            worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        done.flatten().collect()
    })
}

fn verdict(args: &Args, games: usize, broken: &[String], streams: &mut Streams<'_>) -> Outcome {
    let who = format!(
        "{}, song {}, jin {}, seeds {}..{}",
        args.scenario,
        args.song.name(),
        args.jin.name(),
        args.seeds.first,
        args.seeds.last
    );
    if broken.is_empty() {
        writeln!(
            streams.out,
            "{who}: {games} games, each played twice to the same state, men and money in balance every xun"
        )?;
        return Ok(());
    }
    writeln!(
        streams.out,
        "{who}: {games} games, {} failed; the first: {}",
        broken.len(),
        broken[0]
    )?;
    Err(Failure::Said)
}

#[derive(Serialize)]
struct Row<'a> {
    scenario: &'a str,
    seed: u64,
    song: Cow<'static, str>,
    jin: Cow<'static, str>,
    turns: u16,
    hash: String,
    ending: Option<&'a str>,
    /// How each court that may be played did, points.
    standing: BTreeMap<&'a str, i32>,
    checkpoints: Vec<Point<'a>>,
}

#[derive(Serialize)]
struct Point<'a> {
    id: &'a str,
    weight: u8,
    held_out: bool,
    recorded: Option<Recorded>,
    happened: Option<String>,
    within: bool,
}

/// When it happened in the record.
#[derive(Serialize)]
#[serde(untagged)]
enum Recorded {
    Range { from: String, until: String },
    On { on: String },
}

fn row<'a>(book: &'a Scenario, game: &Played, args: &Args) -> Row<'a> {
    let checkpoints = game
        .outcomes
        .iter()
        .map(|outcome| {
            let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
            let recorded = match record::range(checkpoint.test) {
                Range::Between(from, until) => Some(Recorded::Range {
                    from: from.to_string(),
                    until: until.to_string(),
                }),
                Range::On(on) => Some(Recorded::On { on: on.to_string() }),
                Range::Never => None,
            };
            Point {
                id: &checkpoint.id,
                weight: checkpoint.weight,
                held_out: checkpoint.held_out,
                recorded,
                happened: outcome.happened.map(|day| day.to_string()),
                within: outcome.within,
            }
        })
        .collect();
    Row {
        scenario: &book.id,
        seed: game.seed,
        song: args.song.name(),
        jin: args.jin.name(),
        turns: game.turns,
        hash: format!("{:016x}", game.hash),
        ending: game
            .ending
            .map(|ending| book.endings[ending.index()].id.as_str()),
        standing: played(book)
            .map(|court| (book.courts[court].id.as_str(), game.standings[court]))
            .collect(),
        checkpoints,
    }
}

/// The courts that may be played.
fn played(book: &Scenario) -> impl Iterator<Item = usize> + '_ {
    (0..book.courts.len()).filter(|court| book.courts[*court].playable)
}

/// What many games came to, added up.
struct Sums {
    games: usize,
    tuned: Share,
    held_out: Share,
    /// For each checkpoint: in how many games inside its range, and every day it happened on with how often.
    points: Vec<(usize, BTreeMap<Date, usize>)>,
    /// For each ending, and last for none.
    endings: Vec<usize>,
    /// For each court: every standing, and how often.
    standings: Vec<BTreeMap<i32, usize>>,
    /// For each decision: laid, and for each option open and chosen.
    matters: Vec<(usize, Vec<(usize, usize)>)>,
}

impl Sums {
    fn new(book: &Scenario) -> Self {
        Self {
            games: 0,
            tuned: Share::default(),
            held_out: Share::default(),
            points: vec![(0, BTreeMap::new()); book.checkpoints.len()],
            endings: vec![0; book.endings.len() + 1],
            standings: vec![BTreeMap::new(); book.courts.len()],
            matters: book
                .decisions
                .iter()
                .map(|d| (0, vec![(0, 0); d.options.len()]))
                .collect(),
        }
    }

    fn add(&mut self, book: &Scenario, game: &Played) {
        self.games += 1;
        let (tuned, held_out) = record::shares(book, &game.outcomes);
        self.tuned.add(tuned);
        self.held_out.add(held_out);
        for outcome in &game.outcomes {
            let (within, days) = &mut self.points[outcome.checkpoint.index()];
            *within += usize::from(outcome.within);
            if let Some(day) = outcome.happened {
                *days.entry(day).or_default() += 1;
            }
        }
        for (sum, standing) in self.standings.iter_mut().zip(&game.standings) {
            *sum.entry(*standing).or_default() += 1;
        }
        let none = self.endings.len() - 1;
        self.endings[game.ending.map_or(none, |ending| ending.index())] += 1;
        for (seen, (laid, options)) in game.matters.iter().zip(&mut self.matters) {
            *laid += usize::from(seen.laid);
            for (i, (open, chosen)) in options.iter_mut().enumerate() {
                *open += usize::from(i < 8 && seen.open & (1 << i) != 0);
                *chosen += usize::from(seen.chose.is_some_and(|option| option.index() == i));
            }
        }
    }

    fn head(&self, book: &Scenario, args: &Args) -> String {
        let (song, jin) = (args.song.name(), args.jin.name());
        format!(
            "{}: {} games, seeds {} to {}, song {song}, jin {jin}\n\n",
            book.title, self.games, args.seeds.first, args.seeds.last
        )
    }

    fn report(&self, book: &Scenario, args: &Args) -> String {
        let mut out = self.head(book, args);
        let held = book.checkpoints.iter().filter(|c| c.held_out).count();
        let mut share = |name: &str, share: Share, count: usize| {
            out.push_str(&format!(
                "{name:<9} {:>7} of {count} checkpoints by weight inside their recorded range\n",
                percent(share.permille())
            ));
        };
        share("tuned", self.tuned, book.checkpoints.len() - held);
        share("held out", self.held_out, held);
        out.push('\n');
        out.push_str(&self.checkpoints(book));
        out.push('\n');
        out.push_str(&self.ends(book));
        out.push('\n');
        out.push_str(&self.standings(book));
        if let Some(i) = book
            .checkpoints
            .iter()
            .position(|c| c.id == "kaifeng_falls")
        {
            let fell: usize = self.points[i].1.values().sum();
            out.push_str(&format!(
                "\nKaifeng falls in {fell} of {} games\n",
                self.games
            ));
        }
        out
    }

    fn checkpoints(&self, book: &Scenario) -> String {
        let heads = [
            "checkpoint",
            "weight",
            "",
            "recorded",
            "median",
            "happened",
            "within",
        ];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        for (checkpoint, (within, days)) in book.checkpoints.iter().zip(&self.points) {
            let recorded = match record::range(checkpoint.test) {
                Range::Between(from, until) => format!("{from}..{until}"),
                Range::On(on) => format!("on {on}"),
                Range::Never => "never".to_owned(),
            };
            rows.push(vec![
                checkpoint.id.clone(),
                checkpoint.weight.to_string(),
                if checkpoint.held_out { "held out" } else { "" }.to_owned(),
                recorded,
                middle(days).map_or_else(|| "-".to_owned(), |day| day.to_string()),
                percent(permille(days.values().sum(), self.games)),
                percent(permille(*within, self.games)),
            ]);
        }
        table(
            &[
                Side::Left,
                Side::Right,
                Side::Left,
                Side::Left,
                Side::Left,
                Side::Right,
                Side::Right,
            ],
            &rows,
        )
    }

    fn ends(&self, book: &Scenario) -> String {
        let mut rows = vec![
            ["ending", "games", "", "good for"]
                .map(str::to_owned)
                .to_vec(),
        ];
        let mut good = vec![0_usize; book.courts.len()];
        for (i, ending) in book.endings.iter().enumerate() {
            let n = self.endings[i];
            let courts: Vec<&str> = ending
                .good_for
                .iter()
                .map(|c| book.courts[c.index()].id.as_str())
                .collect();
            ending.good_for.iter().for_each(|c| good[c.index()] += n);
            rows.push(vec![
                ending.id.clone(),
                n.to_string(),
                percent(permille(n, self.games)),
                courts.join(", "),
            ]);
        }
        let none = self.endings[book.endings.len()];
        if none > 0 {
            rows.push(vec![
                "(none)".to_owned(),
                none.to_string(),
                percent(permille(none, self.games)),
                String::new(),
            ]);
        }
        let mut out = table(&[Side::Left, Side::Right, Side::Right, Side::Left], &rows);
        out.push('\n');
        for (court, n) in book
            .courts
            .iter()
            .zip(&good)
            .filter(|(court, _)| court.playable)
        {
            let share = percent(permille(*n, self.games));
            out.push_str(&format!(
                "a good ending for {} in {n} of {} games ({share})\n",
                court.name, self.games
            ));
        }
        out
    }

    /// How the courts did: points against their own opening.
    fn standings(&self, book: &Scenario) -> String {
        let mut rows = vec![
            ["standing", "mean", "worst", "median", "best"]
                .map(str::to_owned)
                .to_vec(),
        ];
        for court in played(book) {
            let all = &self.standings[court];
            let (Some(worst), Some(best)) = (all.keys().next(), all.keys().next_back()) else {
                continue;
            };
            let sum: i64 = all
                .iter()
                .map(|(points, n)| i64::from(*points) * i64::try_from(*n).unwrap_or(0))
                .sum();
            let tenths = sum * 10 / i64::try_from(self.games).unwrap_or(1).max(1);
            let sign = if tenths < 0 { "-" } else { "" };
            rows.push(vec![
                book.courts[court].name.clone(),
                format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10),
                worst.to_string(),
                middle(all).map_or_else(String::new, |points| points.to_string()),
                best.to_string(),
            ]);
        }
        table(
            &[
                Side::Left,
                Side::Right,
                Side::Right,
                Side::Right,
                Side::Right,
            ],
            &rows,
        )
    }

    fn coverage(&self, book: &Scenario, args: &Args) -> String {
        let mut out = self.head(book, args);
        let heads = ["decision", "option", "laid", "open", "chosen"];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        let (mut never_laid, mut never_open) = (Vec::new(), Vec::new());
        for (decision, (laid, options)) in book.decisions.iter().zip(&self.matters) {
            rows.push(vec![
                decision.id.clone(),
                String::new(),
                laid.to_string(),
                String::new(),
                String::new(),
            ]);
            if *laid == 0 {
                never_laid.push(decision.id.clone());
            }
            for (option, (open, chosen)) in decision.options.iter().zip(options) {
                rows.push(vec![
                    String::new(),
                    option.id.clone(),
                    String::new(),
                    open.to_string(),
                    chosen.to_string(),
                ]);
                if *open == 0 && *laid > 0 {
                    never_open.push(format!("{}.{}", decision.id, option.id));
                }
            }
        }
        out.push_str(&table(
            &[
                Side::Left,
                Side::Left,
                Side::Right,
                Side::Right,
                Side::Right,
            ],
            &rows,
        ));
        let list = |names: &[String]| {
            if names.is_empty() {
                "none".to_owned()
            } else {
                names.join(", ")
            }
        };
        out.push_str(&format!(
            "\nnever laid: {}\nlaid, but never open: {}\n",
            list(&never_laid),
            list(&never_open)
        ));
        out
    }
}

/// What half of the games came to at most. Of days: by when it had happened in half of those in which it happened at all.
fn middle<T: Copy>(values: &BTreeMap<T, usize>) -> Option<T> {
    let all: usize = values.values().sum();
    let mut before = 0;
    values.iter().find_map(|(value, n)| {
        before += n;
        (before * 2 >= all).then_some(*value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_are_read() {
        let seeds = |text: &str| text.parse::<Seeds>().map(|s| (s.first, s.last));
        assert_eq!(seeds("1..200"), Ok((1, 200)));
        assert_eq!(seeds("7"), Ok((7, 7)));
        assert_eq!(seeds("1..=3"), Ok((1, 3)));
        assert!(
            seeds("3..1").is_err()
                && seeds("a..b").is_err()
                && seeds("1..").is_err()
                && seeds("-1..2").is_err()
        );
    }

    #[test]
    fn the_median_is_a_day_that_was() {
        let days: BTreeMap<Date, usize> = [(Date(10), 1), (Date(20), 1), (Date(30), 5)].into();
        assert_eq!(middle(&days), Some(Date(30)));
        assert_eq!(middle(&BTreeMap::<Date, usize>::new()), None);
    }
}
