//! How games are spread: over endings, over the days on which things came, and over what the courts had at each month's beginning.

use crate::base::date::Date;
use crate::prose::numbers::{number, short};
use crate::prose::sentence;
use crate::prose::texts::{Texts, tr};
use crate::report::charts::curve::Curve;
use crate::report::charts::marks::{Bar, Days, Range};
use crate::report::text::Words;
use crate::study::results::{CheckpointSpread, CourtSpread, Month, Quantiles, Recorded, Spread};

use super::label;
use crate::prose::odds::{points, share};
use crate::table::turning::day;

/// The part of the page.
pub(super) struct Part {
    pub(super) label: Words,
    pub(super) endings: Vec<Ending>,
    pub(super) tuned: Words,
    pub(super) held_out: Words,
    pub(super) turns: Words,
    /// The checkpoints that the rules were tuned on, and those held out: the key of each part's title, and its rows.
    pub(super) checkpoints: Vec<(&'static str, Vec<Checkpoint>)>,
    pub(super) courts: Vec<Court>,
}

pub(super) struct Ending {
    pub(super) title: Words,
    pub(super) good_for: Words,
    pub(super) share: Words,
    pub(super) bar: Bar,
}

pub(super) struct Checkpoint {
    pub(super) title: Words,
    pub(super) recorded: Words,
    /// How often it came about at all, where that says more than how often it came as recorded.
    pub(super) happened: Option<Words>,
    pub(super) within: Words,
    pub(super) bar: Bar,
    pub(super) when: Words,
    pub(super) range: Option<Range>,
}

pub(super) struct Court {
    pub(super) name: Words,
    pub(super) good: Words,
    pub(super) standing: Option<Words>,
    pub(super) curves: Vec<(Words, String)>,
}

/// What is followed of a court: the key of its name, and where it is.
type Followed = (&'static str, fn(&Month) -> Quantiles);

const FOLLOWED: [Followed; 3] = [
    ("report-places", |m| m.places),
    ("report-treasury", |m| m.treasury),
    ("report-dead", |m| m.dead),
];

impl Part {
    pub(super) fn of(texts: &Texts, spread: &Spread) -> Result<Self, askama::Error> {
        let name = |id: &String| -> String {
            let court = spread.courts.iter().find(|c| c.id == *id);
            court.map_or_else(|| id.clone(), |c| c.name.clone())
        };
        let of_kind = |held_out: bool| {
            spread
                .checkpoints
                .iter()
                .filter(|c| c.held_out == held_out)
                .map(|c| checkpoint(texts, c))
                .collect::<Vec<_>>()
        };
        let mut endings: Vec<_> = spread.endings.iter().collect();
        endings.sort_by_key(|ending| std::cmp::Reverse(ending.share.times));
        Ok(Self {
            label: label(texts, &spread.about),
            endings: endings
                .into_iter()
                .map(|ending| Ending {
                    title: Words::of(&if ending.id.is_empty() {
                        texts.t("report-no-ending")
                    } else {
                        ending.title.clone()
                    }),
                    good_for: Words::of(
                        &ending
                            .good_for
                            .iter()
                            .map(name)
                            .collect::<Vec<_>>()
                            .join(", "),
                    ),
                    share: Words::of(&share(texts, &ending.share)),
                    bar: Bar::of(
                        ending.share.share.0,
                        ending.share.low.0,
                        ending.share.high.0,
                    ),
                })
                .collect(),
            tuned: Words::of(&tr!(texts, "report-tuned", share = points(spread.tuned))),
            held_out: Words::of(&tr!(
                texts,
                "report-held-out",
                share = points(spread.held_out)
            )),
            turns: Words::of(&tr!(
                texts,
                "report-turns",
                half = spread.turns.p50.to_string(),
                low = spread.turns.p05.to_string(),
                high = spread.turns.p95.to_string()
            )),
            checkpoints: [
                ("report-checkpoints-tuned", of_kind(false)),
                ("report-checkpoints-held-out", of_kind(true)),
            ]
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .collect(),
            courts: spread
                .courts
                .iter()
                .filter(|court| court.playable)
                .map(|c| court(texts, c))
                .collect::<Result<_, _>>()?,
        })
    }
}

fn checkpoint(texts: &Texts, checkpoint: &CheckpointSpread) -> Checkpoint {
    let recorded = match &checkpoint.recorded {
        Recorded::Between { from, until } => tr!(
            texts,
            "report-between",
            from = day(texts, from),
            until = day(texts, until)
        ),
        Recorded::On { day: on } => tr!(texts, "page-stood", day = day(texts, on)),
        Recorded::Never => texts.t("page-never"),
    };
    let when = match &checkpoint.when {
        // Asked on one day it is so on that day or not.
        _ if matches!(checkpoint.recorded, Recorded::On { .. }) => String::new(),
        Some([early, _, _, _, late]) if early == late && checkpoint.happened.times > 0 => {
            tr!(texts, "report-when-same", half = day(texts, early))
        }
        Some([early, _, half, _, late]) if checkpoint.happened.times > 0 => tr!(
            texts,
            "report-when",
            half = day(texts, half),
            early = day(texts, early),
            late = day(texts, late)
        ),
        _ => texts.t("page-never"),
    };
    Checkpoint {
        title: Words::of(&sentence(&checkpoint.title)),
        recorded: Words::of(&recorded),
        happened: (checkpoint.happened.times != checkpoint.within.times
            && checkpoint.recorded != Recorded::Never)
            .then(|| Words::of(&share(texts, &checkpoint.happened))),
        within: Words::of(&share(texts, &checkpoint.within)),
        bar: Bar::of(
            checkpoint.within.share.0,
            checkpoint.within.low.0,
            checkpoint.within.high.0,
        ),
        when: Words::of(&when),
        range: range(checkpoint),
    }
}

/// The recorded range and the games' days, where the record has a range.
fn range(checkpoint: &CheckpointSpread) -> Option<Range> {
    let Recorded::Between { from, until } = &checkpoint.recorded else {
        return None;
    };
    let read = |text: &String| Date::parse(text).ok();
    let spread = match &checkpoint.when {
        Some(five) => {
            let days: Vec<Date> = five.iter().filter_map(read).collect();
            <[Date; 5]>::try_from(days).ok()
        }
        None => None,
    };
    Some(Range::of(&Days {
        counts: (read(from)?, read(until)?),
        day: None,
        spread,
        yours: None,
    }))
}

fn court(texts: &Texts, court: &CourtSpread) -> Result<Court, askama::Error> {
    let months: Vec<(Date, &Month)> = court
        .months
        .iter()
        .filter_map(|month| Some((Date::parse(&month.day).ok()?, month)))
        .collect();
    let curves = match (months.first(), months.last()) {
        (Some(first), Some(last)) => FOLLOWED
            .iter()
            .map(|(key, of)| {
                let (began, ends) = (of(first.1), of(last.1));
                let words = tr!(
                    texts,
                    "report-curve",
                    what = texts.t(key),
                    first = short(texts, began.p50),
                    half = short(texts, ends.p50),
                    low = short(texts, ends.p05),
                    high = short(texts, ends.p95)
                );
                let band = |edges: fn(&Quantiles) -> (i64, i64)| {
                    let edge = |(day, month): &(Date, &Month)| {
                        let (low, high) = edges(&of(month));
                        (*day, low, high)
                    };
                    months.iter().map(edge).collect::<Vec<_>>()
                };
                let drawn = Curve {
                    words: words.clone(),
                    days: (first.0, last.0),
                    up_to: 0,
                    line: months.iter().map(|(day, m)| (*day, of(m).p50)).collect(),
                    bands: vec![band(|q| (q.p05, q.p95)), band(|q| (q.p25, q.p75))],
                    marked: None,
                    number: &|n| short(texts, n),
                    month: &|day| month_short(texts, day),
                }
                .draw()?;
                Ok((Words::of(&words), drawn))
            })
            .collect::<Result<_, askama::Error>>()?,
        _ => Vec::new(),
    };
    Ok(Court {
        name: Words::of(&format!("{} {}", court.name, court.name_zh)),
        good: Words::of(&tr!(
            texts,
            "report-good-for",
            court = court.name.as_str(),
            share = share(texts, &court.good)
        )),
        standing: court.standing.as_ref().map(|standing| {
            Words::of(&tr!(
                texts,
                "report-standing",
                half = number(standing.quantiles.p50),
                low = number(standing.quantiles.p05),
                high = number(standing.quantiles.p95)
            ))
        }),
        curves,
    })
}

/// A month in short.
fn month_short(texts: &Texts, day: Date) -> String {
    let (year, month, _) = day.ymd();
    tr!(
        texts,
        "page-month-short",
        month = month,
        year = year.to_string()
    )
}
