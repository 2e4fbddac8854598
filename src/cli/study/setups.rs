//! `rivers study --phenomena`: situations set up one by one, in a table and as a page.

use std::sync::Arc;

use super::super::table::{Side, percent, table};
use super::super::{Failure, Streams};
use crate::scenario::model::Scenario;
use crate::study::phenomena::{self, Measured, SetUp, Stage};

/// Plays the situations that the sources tell of.
pub(super) fn set_up(
    games: u32,
    book: &Arc<Scenario>,
    streams: &mut Streams<'_>,
) -> Result<String, Failure> {
    let stage = Stage::of(book).ok_or_else(|| {
        Failure::Wrong(format!(
            "`{}` has no northern court to set against another: there is nothing to set up",
            book.id
        ))
    })?;
    let measured: Vec<Option<Measured>> = SetUp::ALL
        .into_iter()
        .map(|set_up| phenomena::measure(&stage, set_up, games))
        .collect();
    let rows = rows(&measured);
    let head = format!(
        "{}: phenomena by the general rules, {} games of each",
        book.title, games
    );
    let sides = [
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
    ];
    write!(streams.out, "{head}\n\n{}", table(&sides, &rows))?;
    Ok(page(book, games, &rows))
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
