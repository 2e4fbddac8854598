//! Which option of each decision serves its court best: every option given in turn with the same luck, everything else left to the same players.
//!
//! A *situation* is a decision in a game of some seed, as it first waits, with at least two options open. Each open option is played to the end
//! of the game, and the court's standing then says which did best. An option that is alone the best in nearly all situations leaves its court
//! nothing to decide: the scenario's writer should look at it.

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::{Noted, one, over_seeds, told};
use crate::base::ids::{DecisionId, OptionId};
use crate::policy::Kind;
use crate::record::standing::standing;
use crate::scenario::model::Scenario;

/// How an option did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Situations in which it was open.
    pub open: u32,
    /// In how many of them its court stood better at the end than after any other.
    pub best: u32,
    /// Its court's standing at the end, points, summed over the situations in which it was open.
    pub standing: i64,
}

impl Tally {
    /// In how many situations of a hundred it was alone the best.
    #[must_use]
    pub fn percent(&self) -> u32 {
        self.best * 100 / self.open.max(1)
    }
    /// The mean standing, points.
    #[must_use]
    pub fn mean(&self) -> i64 {
        self.standing / i64::from(self.open.max(1))
    }
}

/// How the options of one decision did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The decision.
    pub decision: DecisionId,
    /// Situations in which at least two options were open.
    pub situations: u32,
    /// Its options, in their order.
    pub options: Vec<Tally>,
}

/// An option's standing at the end of one situation, points; none where it was closed.
type Branches = Vec<Option<i32>>;

/// Every situation of one game: the decision, and what each option led to.
fn situations(book: &Arc<Scenario>, seed: u64, kind: Kind) -> Vec<(DecisionId, Branches)> {
    let noted = Noted {
        coverage: true,
        ..Noted::NOTHING
    };
    let laid = one(book, seed, &told::everybody(book, kind), noted).matters;
    let mut out = Vec::new();
    for (i, seen) in laid.iter().enumerate() {
        let decision = &book.decisions[i];
        if seen.open.count_ones() < 2 || !book.courts[decision.court.index()].playable {
            continue;
        }
        let id = DecisionId::of(i);
        let branches: Branches = (0..decision.options.len())
            .map(|n| {
                if seen.open >> n & 1 == 0 {
                    return None;
                }
                let told = told::play(book, seed, kind, (id, OptionId::of(n)), 1 << n);
                (told.open >> n & 1 == 1).then(|| standing(&told.engine, decision.court).total())
            })
            .collect();
        if branches.iter().flatten().count() >= 2 {
            out.push((id, branches));
        }
    }
    out
}

/// Weighs the options of every decision of a scenario over so many seeds from the first; everything else is played by one policy.
#[must_use]
pub fn weigh(book: &Arc<Scenario>, kind: Kind, games: u32, jobs: NonZeroUsize) -> Vec<Weighed> {
    let mut all: Vec<Weighed> = (0..book.decisions.len())
        .map(|i| Weighed {
            decision: DecisionId::of(i),
            situations: 0,
            options: vec![Tally::default(); book.decisions[i].options.len()],
        })
        .collect();
    let found = over_seeds(1, u64::from(games), jobs, |seed| {
        situations(book, seed, kind)
    });
    for (decision, branches) in found.into_iter().flatten() {
        let weighed = &mut all[decision.index()];
        weighed.situations += 1;
        add(&mut weighed.options, &branches);
    }
    all
}

fn add(options: &mut [Tally], branches: &[Option<i32>]) {
    let top = branches.iter().flatten().max();
    let alone = branches
        .iter()
        .flatten()
        .filter(|b| Some(*b) == top)
        .count()
        == 1;
    for (tally, points) in options.iter_mut().zip(branches) {
        if let Some(points) = points {
            tally.open += 1;
            tally.best += u32::from(alone && Some(points) == top);
            tally.standing += i64::from(*points);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_best_only_where_it_is_alone_best() {
        let mut options = [Tally::default(); 3];
        add(&mut options, &[Some(3), Some(5), None]);
        add(&mut options, &[Some(7), Some(7), Some(1)]);
        add(&mut options, &[Some(-2), Some(-9), Some(-4)]);
        assert_eq!(options.map(|t| t.open), [3, 3, 2]);
        assert_eq!(options.map(|t| t.best), [1, 1, 0]);
        assert_eq!(options.map(|t| t.mean()), [2, 1, -1]);
        assert_eq!(options[0].percent(), 33);
    }
}
