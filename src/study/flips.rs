//! One choice turned round, with the same luck: what it does to whether a town falls.
//!
//! Each seed is played twice. In both games one matter is answered as it is told, in the one with the first of two options and in the
//! other with the second; everything else is left to the same players with the same luck. Games in which the matter was not laid, or in
//! which either option was closed, are left out: there was nothing to turn round.

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::{over_seeds, told};
use crate::base::date::Date;
use crate::base::ids::{DecisionId, OptionId, PlaceId};
use crate::policy::Kind;
use crate::scenario::model::Scenario;

/// A choice to be turned round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The matter.
    pub decision: DecisionId,
    /// The two answers.
    pub options: [OptionId; 2],
}

/// What is counted: a town that falls to another court, by a day if one is given. A choice of the first siege may save the city for a year and not for two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The town.
    pub town: PlaceId,
    /// Falls from this day on are not counted.
    pub before: Option<Date>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shift {
    /// Pairs of games in which both answers could be given.
    pub pairs: u32,
    /// In how many the town fell after each.
    pub fell: [u32; 2],
    /// In how many it fell after the one and not after the other.
    pub only: [u32; 2],
}

impl Shift {
    /// By how much the share of games in which the town falls is greater after the second answer than after the first, permille, and how far
    /// off that may be either way, nineteen times in twenty (of pairs).
    #[must_use]
    pub fn by(&self) -> (i64, i64) {
        let n = i64::from(self.pairs);
        if n == 0 {
            return (0, 1000);
        }
        let (a, b) = (i64::from(self.only[0]), i64::from(self.only[1]));
        let shift = (b - a) * 1000 / n;
        // The variance of a mean of pairs, in millionths.
        let variance = ((a + b) * 1_000_000 - (b - a) * (b - a) * 1_000_000 / n) / n / n;
        let off = u64::try_from(variance.max(0)).unwrap_or(0).isqrt();
        (shift, i64::try_from(off).unwrap_or(1000) * 196 / 100)
    }
}

/// Plays one game with the matter answered so: whether it could be, and whether the town fell to another court.
fn one(
    book: &Arc<Scenario>,
    seed: u64,
    kind: Kind,
    (decision, option, other): (DecisionId, OptionId, OptionId),
    counted: Counted,
) -> Option<bool> {
    let needs = 1 << option.index() | 1 << other.index();
    let told = told::play(book, seed, kind, (decision, option), needs);
    let Counted { town, before } = counted;
    let holder = book.places[town.index()].holder;
    let fell = told
        .engine
        .whole()
        .tables()
        .falls
        .iter()
        .any(|(place, to, turn, _)| {
            *place == town && Some(*to) != holder && before.is_none_or(|day| book.day(*turn) < day)
        });
    (told.open & needs == needs).then_some(fell)
}

/// Plays so many seeds from the first, each both ways.
#[must_use]
pub fn measure(
    book: &Arc<Scenario>,
    flip: Flip,
    kind: Kind,
    counted: Counted,
    games: u32,
    jobs: NonZeroUsize,
) -> Shift {
    let [first, second] = flip.options;
    let pairs = over_seeds(1, u64::from(games), jobs, |seed| {
        let a = one(book, seed, kind, (flip.decision, first, second), counted)?;
        let b = one(book, seed, kind, (flip.decision, second, first), counted)?;
        Some((a, b))
    });
    let mut sum = Shift::default();
    for (a, b) in pairs.into_iter().flatten() {
        sum.pairs += 1;
        sum.fell[0] += u32::from(a);
        sum.fell[1] += u32::from(b);
        sum.only[0] += u32::from(a && !b);
        sum.only[1] += u32::from(b && !a);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_that_agree_say_nothing_and_pairs_that_differ_say_which_way() {
        let even = Shift {
            pairs: 100,
            fell: [50, 50],
            only: [10, 10],
        };
        assert_eq!(even.by().0, 0);
        let worse = Shift {
            pairs: 400,
            fell: [100, 180],
            only: [10, 90],
        };
        let (by, off) = worse.by();
        assert_eq!(by, 200);
        assert!(off < 60, "{off}");
        assert_eq!(Shift::default().by(), (0, 1000));
    }
}
