//! `rivers auto`: games without a person.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::str::FromStr;
use std::sync::Arc;

use serde::Serialize;

use super::shelf::Shelf;
use super::sums::Sums;
use super::{Failure, Outcome, Streams, json_line, verify};
use crate::policy::Kind;
use crate::record::{self, Range};
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
        let noted = study::Noted {
            coverage: args.coverage,
            hash: args.json || args.verify,
            log: false,
        };
        let games = study::many(&book, first, last, &seats, jobs, noted);
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
            sums.coverage(&book)
        } else {
            sums.report(&book)
        };
        let (song, jin) = (args.song.name(), args.jin.name());
        writeln!(
            streams.out,
            "{}: {} games, seeds {} to {}, song {song}, jin {jin}\n\n{}",
            book.title,
            sums.games,
            args.seeds.first,
            args.seeds.last,
            text.trim_end()
        )?;
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
        hash: game
            .hash
            .map_or_else(String::new, |hash| format!("{hash:016x}")),
        ending: game
            .ending
            .map(|ending| book.endings[ending.index()].id.as_str()),
        standing: game
            .standings
            .iter()
            .map(|(court, points)| (book.courts[court.index()].id.as_str(), *points))
            .collect(),
        checkpoints,
    }
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
}
