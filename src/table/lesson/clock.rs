//! The clock of a lesson: how much of a part's time is left. It does not run by itself; a face tells it how much time has passed.

/// A clock that counts a part of a lesson down, and goes on below nought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// What the part was given, milliseconds.
    given: i64,
    /// What has passed of it, milliseconds.
    passed: i64,
    stopped: bool,
    /// What the parts before it took, milliseconds.
    before: i64,
}

const MINUTE: i64 = 60_000;

impl Clock {
    /// A part of so many minutes begins. Whether the clock was stopped stays.
    pub fn begin(&mut self, minutes: u16) {
        self.before += self.passed;
        self.given = i64::from(minutes) * MINUTE;
        self.passed = 0;
    }
    /// So many milliseconds have passed.
    pub fn tick(&mut self, milliseconds: u32) {
        if !self.stopped {
            self.passed += i64::from(milliseconds);
        }
    }
    /// Stops it, or lets it go on.
    pub const fn stop_or_go(&mut self) {
        self.stopped = !self.stopped;
    }
    /// Whether it stands still.
    #[must_use]
    pub const fn is_stopped(&self) -> bool {
        self.stopped
    }
    /// Whether a part with a time of its own is on.
    #[must_use]
    pub const fn is_set(&self) -> bool {
        self.given > 0
    }
    /// Whether the part's time is over.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.is_set() && self.passed > self.given
    }
    /// What is left of the part, `3:20`; what it is over by, `+0:15`.
    #[must_use]
    pub fn shown(&self) -> String {
        // A second that has begun is still shown.
        let left = self.given - self.passed;
        let (sign, seconds) = if left >= 0 {
            ("", left.unsigned_abs().div_ceil(1000))
        } else {
            ("+", left.unsigned_abs() / 1000)
        };
        format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
    }
    /// How many minutes of the lesson have passed, begun ones not counted.
    #[must_use]
    pub const fn minutes(&self) -> i64 {
        (self.before + self.passed) / MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_counts_down_stands_still_and_goes_over() {
        let mut clock = Clock::default();
        clock.begin(2);
        assert_eq!(clock.shown(), "2:00");
        clock.tick(40_500);
        assert_eq!((clock.shown().as_str(), clock.is_over()), ("1:20", false));
        clock.stop_or_go();
        clock.tick(500_000);
        assert_eq!(clock.shown(), "1:20");
        clock.stop_or_go();
        clock.tick(90_000);
        assert_eq!((clock.shown().as_str(), clock.is_over()), ("+0:10", true));
        clock.begin(1);
        assert_eq!((clock.shown().as_str(), clock.minutes()), ("1:00", 2));
    }
}
