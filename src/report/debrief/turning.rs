//! The turning points of the game, luck apart, where a study has looked for them.

use crate::prose::texts::{Texts, tr};
use crate::report::charts::marks::{Bar, Interval};
use crate::report::study::{day, points, share, shift, verdict};
use crate::report::text::Words;
use crate::study::results::{Turning, TurningPoint, Verdict};

/// How many matters are told.
const TOLD: usize = 8;

/// The part of the page.
pub(super) struct Part {
    /// In which model, by which policy: stands beside every number.
    pub(super) label: Words,
    pub(super) games: Words,
    pub(super) luck: Vec<Luck>,
    pub(super) standings: Vec<Words>,
    pub(super) matters: Vec<Matter>,
}

/// How an outcome came out beside the game's own odds.
pub(super) struct Luck {
    pub(super) title: Words,
    pub(super) came: Words,
    pub(super) odds: Words,
    pub(super) bar: Bar,
}

/// A matter that was answered.
pub(super) struct Matter {
    pub(super) title: Words,
    pub(super) chose: Words,
    /// What each other option would have moved most: nothing where no option moves anything for sure.
    pub(super) moves: Vec<Move>,
}

/// What another option would have moved.
pub(super) struct Move {
    pub(super) option: Words,
    pub(super) outcome: Words,
    pub(super) by: Words,
    pub(super) verdict: Words,
    pub(super) interval: Interval,
}

impl Part {
    pub(super) fn of(texts: &Texts, turning: &Turning) -> Self {
        let title = |id: &str| -> String {
            let headline = turning.headlines.iter().find(|h| h.id == id);
            headline.map_or_else(|| id.to_owned(), |h| h.title.clone())
        };
        Self {
            label: Words::of(&turning.about.label),
            games: Words::of(&tr!(
                texts,
                "report-turning-games",
                n = turning.about.games.to_string()
            )),
            luck: turning
                .luck
                .iter()
                .map(|luck| Luck {
                    title: Words::of(&title(&luck.headline)),
                    came: Words::of(&texts.t(if luck.happened {
                        "report-came"
                    } else {
                        "report-came-not"
                    })),
                    odds: Words::of(&share(texts, &luck.odds)),
                    bar: Bar::of(luck.odds.share.0, luck.odds.low.0, luck.odds.high.0),
                })
                .collect(),
            standings: turning
                .standings
                .iter()
                .map(|standing| {
                    Words::of(&tr!(
                        texts,
                        "report-turning-standing",
                        court = standing.name.as_str(),
                        points = standing.points.to_string(),
                        part = points(standing.better_than)
                    ))
                })
                .collect(),
            matters: turning
                .points
                .iter()
                .filter(|point| point.weight.0 > 0)
                .take(TOLD)
                .map(|point| matter(texts, point, &title))
                .collect(),
        }
    }
}

fn matter(texts: &Texts, point: &TurningPoint, title: &dyn Fn(&str) -> String) -> Matter {
    let chosen = point.options.iter().find(|option| option.chosen);
    Matter {
        title: Words::of(&format!("{}. {}", point.title, day(texts, &point.day))),
        chose: Words::of(chosen.map_or(point.chose.as_str(), |option| option.label.as_str())),
        moves: point
            .options
            .iter()
            .filter(|option| !option.chosen)
            .filter_map(|option| {
                let sure = option
                    .shifts
                    .iter()
                    .filter(|s| matches!(s.verdict, Verdict::Raised | Verdict::Lowered));
                let most = sure.max_by_key(|s| s.by.0.abs())?;
                Some(Move {
                    option: Words::of(&option.label),
                    outcome: Words::of(&title(&most.headline)),
                    by: Words::of(&shift(texts, most)),
                    verdict: Words::of(&verdict(texts, most.verdict)),
                    interval: Interval::of(most.by.0, most.low.0, most.high.0, 10_000),
                })
            })
            .collect(),
    }
}
