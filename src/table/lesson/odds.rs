//! What the model makes of the courses that a class did not take: games from the matter on, with the same luck after each course.
//!
//! It is for after the vote and only where whoever holds the lesson switched it on. It takes seconds: a face reckons it beside its own work.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Lesson;
use super::slides::Part;
use crate::base::ids::CourtId;
use crate::policy::Kind;
use crate::prose::odds::{points, signed};
use crate::prose::texts::tr;
use crate::study::branches::Desk;
use crate::study::results::{Headline, TurningPoint};
use crate::study::run::Study as _;
use crate::study::turning::{Game, Moment, Turnings};
use crate::table::Session;

/// Games after each course for which a class waits.
pub const ENOUGH: u64 = 120;
/// After so many more, what is known is handed over.
const STEP: u64 = 12;
/// How many shifts are shown.
const SHOWN: usize = 6;

/// What is known so far.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Games after each course.
    pub games: u64,
    /// The outcomes looked at.
    pub headlines: Vec<Headline>,
    /// What each course leads to.
    pub point: TurningPoint,
}

/// The matter as it lay before the class, to be weighed.
#[derive(Debug)]
pub struct Weighing {
    pub(super) moment: Moment,
    pub(super) persons: Vec<CourtId>,
    pub(super) seats: Vec<(CourtId, Kind)>,
    pub(super) by: Kind,
}

impl Weighing {
    /// Plays the games on this thread and hands over what is known every few of them, until enough is known or somebody says stop.
    pub fn run(self, stop: &AtomicBool, found: &mut dyn FnMut(Weighed)) {
        let engine = self.moment.engine.fork();
        let begin = |_| engine.fork();
        let game = Game {
            engine: &engine,
            persons: self.persons,
            seats: self.seats,
            asks: Vec::new(),
            moments: vec![self.moment],
            begin: &begin,
        };
        let study = Turnings::new(game, self.by);
        let (mut desk, mut sums) = (Desk::default(), study.nothing());
        for seed in 1..=ENOUGH {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            study.seed(
                &mut desk,
                &study.nothing(),
                seed,
                &mut sums,
                &mut Vec::new(),
            );
            if seed % STEP == 0 {
                let (headlines, mut points) = study.weighed(&sums);
                if let Some(point) = points.pop() {
                    found(Weighed {
                        games: seed,
                        headlines,
                        point,
                    });
                }
            }
        }
    }
}

impl Lesson {
    /// What stands on the wall of what is known so far.
    pub(super) fn odds_parts(&self, session: &Session) -> Vec<Part> {
        let texts = session.texts();
        let Some(weighed) = &self.weighed else {
            return vec![Part::Text(texts.t("lesson-odds-wait"))];
        };
        let mut parts = Vec::new();
        if let Some(taken) = weighed.point.options.iter().find(|option| option.chosen) {
            parts.push(Part::Text(tr!(
                texts,
                "lesson-odds-taken",
                label = taken.label.as_str()
            )));
        }
        let mut shifts: Vec<_> = weighed
            .point
            .options
            .iter()
            .flat_map(|option| option.shifts.iter().map(move |shift| (option, shift)))
            .filter(|(_, shift)| shift.verdict.is_sure())
            .collect();
        shifts.sort_by_key(|(_, shift)| std::cmp::Reverse(shift.by.0.abs()));
        shifts.truncate(SHOWN);
        for (option, shift) in &shifts {
            let headline = weighed.headlines.iter().find(|h| h.id == shift.headline);
            parts.push(Part::Point(tr!(
                texts,
                "lesson-odds-row",
                label = option.label.as_str(),
                headline = headline.map_or(shift.headline.as_str(), |h| h.title.as_str()),
                by = signed(shift.by),
                low = points(shift.low),
                high = points(shift.high)
            )));
        }
        if shifts.is_empty() && weighed.games >= ENOUGH {
            parts.push(Part::Text(texts.t("lesson-odds-none")));
        }
        let n = i64::try_from(weighed.games).unwrap_or(0);
        parts.push(Part::Small(tr!(texts, "lesson-odds-games", n = n)));
        parts
    }
}
