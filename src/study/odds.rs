//! Shares and their shifts with the intervals in which the true ones lie nineteen times in twenty, counted in whole numbers, so that they
//! are the same on every machine and add up in any order.
//!
//! * A share has Wilson's interval.
//! * A shift between pairs of games has that of Bonett and Price (2012): the usual one for paired shares with one pair added to each kind
//!   of disagreement. It stays honest where few pairs disagree or none: of a hundred pairs that all agree it says ±2.7 points, not ±0.
//! * What as many unpaired games would have given is reckoned by Agresti and Caffo (2000), the same with one game added to each side.

use serde::{Deserialize, Serialize};

use super::results::{Mean, Points, SMALL, Share, Shift, Verdict};

/// 1.96 squared, in ten-thousandths: nineteen times in twenty.
const Z2: u128 = 38_416;

/// Wilson's interval for a share, in parts of `whole`. Of nothing, anything may be.
#[must_use]
pub fn wilson(hits: u64, of: u64, whole: u64) -> (u64, u64) {
    const UNIT: u128 = 10_000;
    if of == 0 {
        return (0, whole);
    }
    let (k, n) = (u128::from(hits) * UNIT, u128::from(of) * UNIT);
    let root = (Z2 * (Z2 + 4 * k * (n - k) / n)).isqrt();
    let share =
        |top: u128| u64::try_from(top * u128::from(whole) / (2 * (n + Z2))).unwrap_or(whole);
    (
        share((2 * k + Z2).saturating_sub(root)),
        share(2 * k + Z2 + root),
    )
}

/// A share of games.
#[must_use]
pub fn share(times: u64, of: u64) -> Share {
    let (low, high) = wilson(times, of, 10_000);
    let points = |n: u64| Points(i64::try_from(n).unwrap_or(i64::MAX));
    Share {
        times,
        of,
        share: part(times, of),
        low: points(low),
        high: points(high),
    }
}

/// A part of a whole, rounded to the nearest; nought of nothing.
#[must_use]
pub fn part(part: u64, of: u64) -> Points {
    let whole = u128::from(part) * 10_000 + u128::from(of) / 2;
    Points(
        whole
            .checked_div(u128::from(of))
            .map_or(0, |n| i64::try_from(n).unwrap_or(i64::MAX)),
    )
}

/// Pairs of games that differ in one thing, and whether something is so in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairs {
    /// How many.
    pub pairs: u64,
    /// In how many it is so both ways.
    pub both: u64,
    /// Only by the reference.
    pub only_reference: u64,
    /// Only with the change.
    pub only_changed: u64,
}

impl Pairs {
    /// One more pair.
    pub fn add(&mut self, reference: bool, changed: bool) {
        self.pairs += 1;
        self.both += u64::from(reference && changed);
        self.only_reference += u64::from(reference && !changed);
        self.only_changed += u64::from(changed && !reference);
    }

    /// Those of another.
    pub const fn merge(&mut self, other: &Self) {
        self.pairs += other.pairs;
        self.both += other.both;
        self.only_reference += other.only_reference;
        self.only_changed += other.only_changed;
    }

    /// Half the width of the interval of the shift.
    #[must_use]
    pub fn half(&self) -> Points {
        let (b, c) = (
            u128::from(self.only_reference),
            u128::from(self.only_changed),
        );
        let m = u128::from(self.pairs) + 2;
        spread((b + c + 2) * m - b.abs_diff(c).pow(2), m)
    }

    /// Half the width of the interval that as many games with luck of their own would give.
    #[must_use]
    pub fn unpaired(&self) -> Points {
        let m = u128::from(self.pairs) + 2;
        let side = |only: u64| {
            let x = u128::from(self.both + only) + 1;
            x * (m - x)
        };
        spread(side(self.only_reference) + side(self.only_changed), m)
    }

    /// The shift from the reference, and its interval.
    #[must_use]
    pub fn by(&self) -> (Points, Points, Points) {
        if self.pairs == 0 {
            return (Points(0), Points(-10_000), Points::WHOLE);
        }
        let signed = |n: u64| i128::from(n);
        let lead = signed(self.only_changed) - signed(self.only_reference);
        let of = |n: i128| {
            let doubled = lead * 20_000 + if lead < 0 { -n } else { n };
            Points(i64::try_from(doubled / (2 * n)).unwrap_or(0))
        };
        let (by, middle, half) = (
            of(signed(self.pairs)),
            of(signed(self.pairs + 2)),
            self.half(),
        );
        (
            by,
            Points((middle.0 - half.0).max(-10_000)),
            Points((middle.0 + half.0).min(10_000)),
        )
    }

    /// What that comes to in a word.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let (_, low, high) = self.by();
        if low.0 > -SMALL.0 && high < SMALL {
            Verdict::DidNotMatter
        } else if low.0 > 0 {
            Verdict::Raised
        } else if high.0 < 0 {
            Verdict::Lowered
        } else {
            Verdict::Unclear
        }
    }

    /// Everything about it, of this outcome.
    #[must_use]
    pub fn shift(&self, headline: &str) -> Shift {
        let (by, low, high) = self.by();
        Shift {
            headline: headline.to_owned(),
            reference: share(self.both + self.only_reference, self.pairs),
            changed: share(self.both + self.only_changed, self.pairs),
            by,
            low,
            high,
            only_reference: self.only_reference,
            only_changed: self.only_changed,
            unpaired: self.unpaired(),
            verdict: self.verdict(),
        }
    }
}

/// 1.96 times the root of `top / m³`, in ten-thousandths, rounded up.
fn spread(top: u128, m: u128) -> Points {
    // A million under the root is a thousand before it, which the last line takes off again.
    let squared = Z2 * 10_000 * 1_000_000 * top / m.pow(3);
    Points(i64::try_from(squared.isqrt().div_ceil(1000)).unwrap_or(10_000))
}

/// Differences of whole numbers within pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differences {
    /// How many pairs.
    pub pairs: u64,
    /// The sum by the reference.
    pub reference: i64,
    /// The sum with the change.
    pub changed: i64,
    /// The sum of the squares of the differences.
    pub squares: u64,
}

impl Differences {
    /// One more pair.
    pub fn add(&mut self, reference: i32, changed: i32) {
        self.pairs += 1;
        self.reference += i64::from(reference);
        self.changed += i64::from(changed);
        self.squares += i64::from(changed - reference).unsigned_abs().pow(2);
    }

    /// Those of another.
    pub const fn merge(&mut self, other: &Self) {
        self.pairs += other.pairs;
        self.reference += other.reference;
        self.changed += other.changed;
        self.squares += other.squares;
    }

    /// The means and the interval of their difference, in tenths; none of fewer than two pairs.
    #[must_use]
    pub fn mean(&self) -> Option<Mean> {
        let n = i128::from(self.pairs);
        if n < 2 {
            return None;
        }
        let tenths = |sum: i64| mean_tenths(sum, self.pairs);
        let sum = i128::from(self.changed) - i128::from(self.reference);
        // The variance of the mean is (squares − sum²/n) / (n (n − 1)); by 10² and 1.96².
        let top = (i128::from(self.squares) * n - sum * sum)
            .max(0)
            .unsigned_abs();
        let half =
            (top * 100 * Z2 * 10_000 / n.unsigned_abs().pow(2) / (n - 1).unsigned_abs()).isqrt();
        let half = i64::try_from(half.div_ceil(10_000)).unwrap_or(i64::MAX);
        let by = tenths(self.changed - self.reference);
        Some(Mean {
            reference: tenths(self.reference),
            changed: tenths(self.changed),
            by,
            low: by - half,
            high: by + half,
        })
    }
}

/// A mean in tenths, rounded to the nearest; nought of nothing.
#[must_use]
pub fn mean_tenths(sum: i64, of: u64) -> i64 {
    let of = i128::from(of);
    if of == 0 {
        return 0;
    }
    let doubled = i128::from(sum) * 20 + if sum < 0 { -of } else { of };
    i64::try_from(doubled / (2 * of)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Turn;
    use crate::base::luck::{Luck, Purpose};

    #[test]
    fn the_interval_of_a_share_is_wilsons() {
        assert_eq!(wilson(0, 0, 1000), (0, 1000));
        assert_eq!(wilson(50, 100, 1000), (403, 596));
        assert_eq!(wilson(0, 200, 1000), (0, 18));
        assert_eq!(wilson(200, 200, 1000), (981, 1000));
        assert_eq!(wilson(1, 10, 1000), (17, 404));
        let all = share(20, 20);
        assert_eq!((all.share, all.high), (Points::WHOLE, Points::WHOLE));
        assert!(all.low > Points(8000) && all.low < Points(8500), "{all:?}");
    }

    #[test]
    fn pairs_that_agree_say_nothing_and_pairs_that_differ_say_which_way() {
        let mut even = Pairs::default();
        for n in 0..100 {
            even.add(n < 50, (10..60).contains(&n));
        }
        assert_eq!(even.by().0, Points(0));
        assert_eq!(even.verdict(), Verdict::Unclear);
        let worse = Pairs {
            pairs: 400,
            both: 90,
            only_reference: 10,
            only_changed: 90,
        };
        let (by, low, high) = worse.by();
        assert_eq!(by, Points(2000));
        assert!(
            low > Points(1500) && high < Points(2500),
            "{low:?} {high:?}"
        );
        assert_eq!(worse.verdict(), Verdict::Raised);
        assert_eq!(
            Pairs::default().by(),
            (Points(0), Points(-10_000), Points(10_000))
        );
    }

    #[test]
    fn what_is_compared_with_itself_has_not_shifted() {
        let mut same = Pairs::default();
        let mut standing = Differences::default();
        for n in 0..1000 {
            same.add(n % 3 == 0, n % 3 == 0);
            standing.add(n - 500, n - 500);
        }
        let shift = same.shift("x");
        assert_eq!(
            (shift.by, shift.only_reference, shift.only_changed),
            (Points(0), 0, 0)
        );
        assert_eq!(shift.reference, shift.changed);
        assert_eq!(shift.verdict, Verdict::DidNotMatter);
        let mean = standing.mean().unwrap_or_default();
        assert_eq!((mean.by, mean.low, mean.high), (0, 0, 0));
    }

    /// Made-up pairs of which the truth is known: with common luck of this strength, one side is so in `a`, the other in `b` of a thousand.
    fn pairs_of(luck: Luck, trial: u16, games: u32, a: u32, b: u32, common: u32) -> Pairs {
        let mut pairs = Pairs::default();
        for game in 0..games {
            let roll = |n| luck.roll(Turn(trial), Purpose::Policy, game, n, 1000);
            let own = if roll(0) < common { roll(1) } else { roll(2) };
            pairs.add(roll(1) < a, own < b);
        }
        pairs
    }

    #[test]
    fn the_interval_of_a_shift_has_the_truth_in_it_nineteen_times_in_twenty() {
        for (a, b, common, games) in [
            (500, 500, 900, 200),
            (500, 420, 800, 200),
            (60, 30, 900, 100),
            (900, 950, 0, 150),
        ] {
            let luck = Luck::new(u64::from(a * 7 + b));
            let truth = (i64::from(b) - i64::from(a)) * 10;
            let held = (0..2000)
                .filter(|trial| {
                    let (_, low, high) = pairs_of(luck, *trial, games, a, b, common).by();
                    low.0 <= truth && truth <= high.0
                })
                .count();
            assert!(
                (1870..=1990).contains(&held),
                "{a} {b} {common} {games}: {held} of 2000"
            );
        }
    }

    #[test]
    fn common_luck_narrows_the_interval_and_its_lack_does_not() {
        let luck = Luck::new(9);
        let close = pairs_of(luck, 0, 4000, 500, 480, 980);
        assert!(close.unpaired().0 > close.half().0 * 3, "{close:?}");
        let apart = pairs_of(luck, 1, 4000, 500, 480, 0);
        let ratio = apart.unpaired().0 * 100 / apart.half().0;
        assert!((95..=105).contains(&ratio), "{ratio}");
    }

    #[test]
    fn means_round_to_the_nearest_tenth() {
        assert_eq!(
            (mean_tenths(7, 4), mean_tenths(-7, 4), mean_tenths(5, 0)),
            (18, -18, 0)
        );
        let mut one = Differences::default();
        one.add(0, 4);
        assert_eq!(one.mean(), None);
        one.add(0, 6);
        let mean = one.mean().unwrap_or_default();
        // 5 ± 1.96 × 1.
        assert_eq!((mean.by, mean.low, mean.high), (50, 30, 70));
    }
}
