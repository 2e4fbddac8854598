//! Small drawings that stand in a table's row beside the numbers they show; so they need no words of their own.

use crate::base::date::Date;

/// Units across each of them.
const WIDTH: i64 = 200;

/// A share as a bar, with its interval. In ten-thousandths of the whole.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Bar {
    /// Where the bar ends, units.
    pub(in crate::report) share: i64,
    /// Where its interval begins.
    pub(in crate::report) low: i64,
    /// Where it ends.
    pub(in crate::report) high: i64,
}

impl Bar {
    pub(in crate::report) fn of(share: i64, low: i64, high: i64) -> Self {
        let at = |n: i64| n.clamp(0, 10_000) * WIDTH / 10_000;
        Self {
            share: at(share),
            low: at(low),
            high: at(high),
        }
    }
}

/// A difference with its interval, on a scale with nought in the middle.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Interval {
    /// Where the difference lies, units.
    pub(in crate::report) by: i64,
    /// Where the interval begins.
    pub(in crate::report) low: i64,
    /// Where it ends.
    pub(in crate::report) high: i64,
    /// Whether the interval leaves out nought.
    pub(in crate::report) sure: bool,
}

impl Interval {
    /// On a scale that goes to `span` either way.
    pub(in crate::report) fn of(by: i64, low: i64, high: i64, span: i64) -> Self {
        let span = span.max(1);
        let at = |n: i64| WIDTH / 2 + n.clamp(-span, span) * (WIDTH / 2 - 6) / span;
        Self {
            by: at(by),
            low: at(low),
            high: at(high),
            sure: low > 0 || high < 0,
        }
    }
}

/// The recorded range of days, and the days of games.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Range {
    /// Where the recorded range begins, units.
    pub(in crate::report) from: i64,
    /// How long it is.
    pub(in crate::report) long: i64,
    /// The recorded day, where there is one.
    pub(in crate::report) day: Option<i64>,
    /// Of many games: where one in twenty, a quarter, half, three quarters and nineteen in twenty lie.
    pub(in crate::report) spread: Option<[i64; 5]>,
    /// Of one game: its day.
    pub(in crate::report) yours: Option<i64>,
    /// Whether that lies in the range.
    pub(in crate::report) within: bool,
}

/// What a [`Range`] is of.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Days {
    /// The first day that counts as recorded, and the last.
    pub(in crate::report) counts: (Date, Date),
    /// The recorded day.
    pub(in crate::report) day: Option<Date>,
    /// The days of many games.
    pub(in crate::report) spread: Option<[Date; 5]>,
    /// The day of one.
    pub(in crate::report) yours: Option<Date>,
}

impl Range {
    /// On a scale of its own, on which the recorded range and every day find room.
    pub(in crate::report) fn of(days: &Days) -> Self {
        let (from, until) = days.counts;
        let spread = days.spread.into_iter().flatten();
        let all = || {
            [from, until]
                .into_iter()
                .chain(days.yours)
                .chain(spread.clone())
        };
        let first = all().map(|d| d.0).min().unwrap_or(from.0);
        let last = all().map(|d| d.0).max().unwrap_or(until.0);
        // Half the range again on both sides, so that a range that is met is not the whole picture.
        let room = ((until.0 - from.0) / 2).max(10);
        let (first, last) = (first.min(from.0 - room), last.max(until.0 + room));
        let span = i64::from((last - first).max(1));
        let at = |day: Date| 4 + i64::from(day.0 - first) * (WIDTH - 8) / span;
        Self {
            from: at(from),
            long: (at(until) - at(from)).max(3),
            day: days.day.map(at),
            spread: days.spread.map(|five| five.map(at)),
            yours: days.yours.map(at),
            within: days.yours.is_some_and(|day| from <= day && day <= until),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_drawn_off_its_scale() {
        let bar = Bar::of(12_000, -5, 10_000);
        assert_eq!((bar.share, bar.low, bar.high), (WIDTH, 0, WIDTH));
        let interval = Interval::of(50, -10, 4_000, 100);
        assert!(interval.by > WIDTH / 2 && interval.low < WIDTH / 2 && interval.high < WIDTH);
        assert!(!interval.sure && Interval::of(5, 1, 9, 0).sure);
    }

    #[test]
    fn a_range_has_room_for_a_day_far_from_it() {
        let days = Days {
            counts: (Date(1000), Date(1020)),
            day: Some(Date(1010)),
            spread: None,
            yours: Some(Date(1500)),
        };
        let range = Range::of(&days);
        assert!(range.yours.is_some_and(|x| (190..=WIDTH).contains(&x)));
        assert!(!range.within && range.long >= 3 && range.from > 0);
    }
}
