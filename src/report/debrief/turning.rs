//! The turning points of the game, luck apart, where a study has looked for them.

use crate::prose::numbers::number;
use crate::prose::odds::{points, share, shift, verdict};
use crate::prose::texts::{Texts, tr};
use crate::report::charts::marks::{Bar, Interval};
use crate::report::text::Words;
use crate::study::results::Turning;
use crate::table::turning::{self, day};

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
        let title = |id: &str| turning::title(turning, id).to_owned();
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
                        points = number(standing.points),
                        part = points(standing.better_than)
                    ))
                })
                .collect(),
            matters: turning::matters(turning)
                .iter()
                .map(|told| matter(texts, told, &title))
                .collect(),
        }
    }
}

fn matter(texts: &Texts, told: &turning::Matter<'_>, title: &dyn Fn(&str) -> String) -> Matter {
    let point = told.point;
    Matter {
        title: Words::of(&format!("{}. {}", point.title, day(texts, &point.day))),
        chose: Words::of(told.chosen),
        moves: told
            .moves
            .iter()
            .map(
                |turning::Move {
                     option,
                     shift: most,
                 }| Move {
                    option: Words::of(&option.label),
                    outcome: Words::of(&title(&most.headline)),
                    by: Words::of(&shift(texts, most)),
                    verdict: Words::of(&verdict(texts, most.verdict)),
                    interval: Interval::of(most.by.0, most.low.0, most.high.0, 10_000),
                },
            )
            .collect(),
    }
}
