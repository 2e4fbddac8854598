//! The outcome beside the record: checkpoints, the first departure, what the advisors expected. It decides nothing.
//!
//! * [`standing`] — how a court did, in points with their reasons: measured against its own opening, not against the record

pub mod standing;

use serde::Serialize;

use crate::base::date::{Date, Turn};
use crate::base::ids::{CheckpointId, CourtId, DecisionId, OptionId, PlaceId};
use crate::engine::Engine;
use crate::scenario::model::{Cond, PlaceSetup, Scenario, Test};

/// The days within which a checkpoint counts as it happened: whole xun, so that a day and the xun it lies in agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Between the first days of these two xun, both included.
    Between(Date, Date),
    /// Asked on one day.
    On(Date),
    /// Never.
    Never,
}

/// The recorded range of a checkpoint.
#[must_use]
pub fn range(test: Test) -> Range {
    match test {
        Test::Happened(day, within) => {
            let within = i32::from(within);
            Range::Between(
                Date(day.0 - within).xun_start(),
                Date(day.0 + within).xun_start(),
            )
        }
        Test::StoodOn(day) => Range::On(day),
        Test::Never => Range::Never,
    }
}

/// How one checkpoint came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Which.
    pub checkpoint: CheckpointId,
    /// When its condition first held, if it did: the first day of that xun. For one asked on a day, that day if it stood so.
    pub happened: Option<Date>,
    /// Inside the recorded range.
    pub within: bool,
}

/// How every checkpoint came out so far.
#[must_use]
pub fn outcomes(engine: &Engine) -> Vec<Outcome> {
    let (book, tables) = (engine.book(), engine.whole().tables());
    book.checkpoints
        .iter()
        .enumerate()
        .map(|(i, checkpoint)| {
            let day = tables.reached[i].map(|turn| book.day(turn));
            let (happened, within) = match range(checkpoint.test) {
                Range::Between(from, until) => {
                    (day, day.is_some_and(|day| from <= day && day <= until))
                }
                Range::Never => (day, day.is_none()),
                Range::On(on) => {
                    let so = tables.stood[i] == Some(true);
                    (so.then(|| on.xun_start()), so)
                }
            };
            Outcome {
                checkpoint: CheckpointId::of(i),
                happened,
                within,
            }
        })
        .collect()
}

/// A weighted share: inside, and in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Weight inside the recorded range.
    pub inside: u64,
    /// Weight in all.
    pub of: u64,
}

impl Share {
    /// In tenths of a percent; none of nothing is none.
    #[must_use]
    pub const fn permille(self) -> u64 {
        match (self.inside * 1000).checked_div(self.of) {
            Some(share) => share,
            None => 0,
        }
    }
    /// Adds another.
    pub const fn add(&mut self, other: Self) {
        self.inside += other.inside;
        self.of += other.of;
    }
}

/// The weighted share of checkpoints inside their range: tuned, then held out.
#[must_use]
pub fn shares(book: &Scenario, outcomes: &[Outcome]) -> (Share, Share) {
    let (mut tuned, mut held) = (Share::default(), Share::default());
    for outcome in outcomes {
        let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
        let weight = u64::from(checkpoint.weight);
        let share = Share {
            inside: if outcome.within { weight } else { 0 },
            of: weight,
        };
        if checkpoint.held_out {
            held.add(share)
        } else {
            tuned.add(share)
        }
    }
    (tuned, held)
}

/// A choice that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The matter.
    pub decision: DecisionId,
    /// The option; none if the moment passed.
    pub option: Option<OptionId>,
    /// When.
    pub turn: Turn,
    /// Whether it is the documented one.
    pub documented: bool,
    /// Whether the matter had been laid and closed before: the documents tell of the first time.
    pub again: bool,
}

impl Taken {
    /// Whether the documents have another choice.
    #[must_use]
    pub const fn departs(&self) -> bool {
        !self.documented && !self.again
    }
}

/// Every matter that was laid and closed, each time it was, by turn and then in the order of the file.
#[must_use]
pub fn choices(engine: &Engine, court: Option<CourtId>) -> Vec<Taken> {
    let (book, tables) = (engine.book(), engine.whole().tables());
    let mut out: Vec<Taken> = (0..tables.matters.len())
        .filter(|i| court.is_none_or(|c| book.decisions[*i].court == c))
        .flat_map(|i| {
            let decision = DecisionId::of(i);
            let layings = engine.whole().layings(decision).enumerate();
            layings.filter_map(move |(n, matter)| {
                Some(Taken {
                    decision,
                    option: matter.chose,
                    turn: matter.closed?,
                    documented: matter.chose == Some(book.decisions[i].chose),
                    again: n > 0,
                })
            })
        })
        .collect();
    out.sort_by_key(|t| (t.turn, t.decision));
    out
}

/// The first choice of a court that was not the documented one.
#[must_use]
pub fn first_departure(engine: &Engine, court: CourtId) -> Option<Taken> {
    choices(engine, Some(court))
        .into_iter()
        .find(Taken::departs)
}

/// Who held a place by the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub by: Option<CourtId>,
    /// Whether a checkpoint tells it; else it is the holder of the first day, for want of better.
    pub told: bool,
}

/// Who held each place of the atlas by the record on a day, as far as checkpoints say who held what: the holders of the first day, changed
/// by every checkpoint up to then that tells of a town held or fallen, in the order of the days.
#[must_use]
pub fn recorded_holders(book: &Scenario, on: Date) -> Vec<Held> {
    let mut changes: Vec<(Date, PlaceId, CourtId)> = Vec::new();
    for checkpoint in &book.checkpoints {
        if let Test::Happened(day, _) | Test::StoodOn(day) = checkpoint.test
            && day <= on
        {
            held(&checkpoint.what, &mut |place, by| {
                changes.push((day, place, by));
            });
        }
    }
    changes.sort_by_key(|(day, ..)| *day);
    let opening = |place: &PlaceSetup| Held {
        by: place.holder,
        told: false,
    };
    let mut holders: Vec<Held> = book.places.iter().map(opening).collect();
    for (_, place, by) in changes {
        holders[place.index()] = Held {
            by: Some(by),
            told: true,
        };
    }
    holders
}

/// Towns that a condition says are held or fallen, where it needs all of what it says.
fn held(condition: &Cond, found: &mut impl FnMut(PlaceId, CourtId)) {
    match condition {
        Cond::All(all) => all.iter().for_each(|inner| held(inner, found)),
        Cond::Holds(court, place) | Cond::FellTo(place, court) => found(*place, *court),
        _ => {}
    }
}
