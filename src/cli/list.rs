//! `rivers list`: the scenarios there are, and how well the model carries each one's record.

use serde::Serialize;

use super::shelf::{Origin, Shelf};
use super::table::percent;
use super::{Outcome, Streams, json_line};
use crate::policy::Kind;
use crate::record::{self, Share};
use crate::scenario::model::Scenario;
use crate::study;

/// Show the scenarios: title, span, courts, length, and how well the record line holds
///
/// For each scenario the documented decisions and marches are played through the rules on the spot, under the seeds 1 to 20, and
/// the weighted share of its checkpoints that came out inside their recorded range is shown: of those the model was tuned on, and
/// of those that were set aside before anything was tuned.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  rivers list\n  rivers list --json | jq .id")]
pub(super) struct Args {
    /// One JSON object a line for each scenario
    #[arg(long)]
    json: bool,
}

/// Games played on the spot, with the seeds from 1 on.
const GAMES: u64 = 20;

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    id: &'a str,
    title: &'a str,
    title_zh: &'a str,
    from: String,
    until: String,
    courts: Vec<&'a str>,
    minutes: u16,
    minutes_brief: Option<u16>,
    decisions: usize,
    shipped: bool,
    record_line: Line,
}

#[derive(Serialize)]
struct Line {
    seeds: (u64, u64),
    tuned: Share,
    held_out: Share,
}

pub(super) fn run(args: &Args, shelf: &Shelf, streams: &mut Streams<'_>) -> Outcome {
    let mut broken = false;
    for (n, found) in shelf.all().iter().enumerate() {
        let read = shelf.read(found);
        let Some(book) = &read.scenario else {
            broken = true;
            let way = format!(
                "`rivers check {}` says what is wrong with it",
                found.shown()
            );
            writeln!(
                streams.err,
                "error: `{}` does not load; {way}",
                found.shown()
            )?;
            continue;
        };
        let (tuned, held_out) = line_of(book, GAMES, study::default_jobs());
        let shipped = found.origin == Origin::Shipped;
        if args.json {
            let playable: Vec<&str> = book
                .courts
                .iter()
                .filter(|c| c.playable)
                .map(|c| c.id.as_str())
                .collect();
            let row = Row {
                name: found.name(),
                id: &book.id,
                title: &book.title,
                title_zh: &book.title_zh,
                from: book.from.to_string(),
                until: book.until.to_string(),
                courts: playable,
                minutes: book.minutes,
                minutes_brief: book.minutes_brief,
                decisions: book.decisions.len(),
                shipped,
                record_line: Line {
                    seeds: (1, GAMES),
                    tuned,
                    held_out,
                },
            };
            json_line(streams.out, &row)?;
            continue;
        }
        if n > 0 {
            writeln!(streams.out)?;
        }
        let courts: Vec<String> = book
            .courts
            .iter()
            .filter(|c| c.playable)
            .map(|c| format!("{} {}", c.name, c.name_zh))
            .collect();
        writeln!(
            streams.out,
            "{}  {} {}",
            found.name(),
            book.title,
            book.title_zh
        )?;
        writeln!(
            streams.out,
            "  span         {} to {} ({} xun)",
            book.from, book.until, book.turns
        )?;
        writeln!(streams.out, "  courts       {}", courts.join(", "))?;
        let least = book.minutes_brief.map(|least| format!("{least} to "));
        writeln!(
            streams.out,
            "  length       about {}{} minutes",
            least.unwrap_or_default(),
            book.minutes
        )?;
        writeln!(streams.out, "  decisions    {}", book.decisions.len())?;
        writeln!(
            streams.out,
            "  record line  {} of the tuned checkpoints by weight, {} of the held-out ones",
            percent(tuned.permille()),
            percent(held_out.permille())
        )?;
        writeln!(
            streams.out,
            "               (played just now, seeds 1 to {GAMES})"
        )?;
        if let Origin::File(path) = &found.origin {
            writeln!(streams.out, "  file         {}", path.display())?;
        }
    }
    if broken {
        Err(super::Failure::Said)
    } else {
        Ok(())
    }
}

/// The weighted shares of the record line over the first seeds: tuned and held out.
pub(super) fn line_of(
    book: &std::sync::Arc<Scenario>,
    games: u64,
    jobs: std::num::NonZero<usize>,
) -> (Share, Share) {
    let seats: study::Seats = ["song", "jin"]
        .iter()
        .filter_map(|c| book.court(c))
        .map(|c| (c, Kind::Record))
        .collect();
    let mut sum = (Share::default(), Share::default());
    for game in study::many(book, 1, games, &seats, jobs, study::Noted::NOTHING) {
        let (tuned, held) = record::shares(book, &game.outcomes);
        sum.0.add(tuned);
        sum.1.add(held);
    }
    sum
}
