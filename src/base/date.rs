//! Julian days and the xun, the ten-day week of Song offices: from the 1st, the 11th and the 21st of each Julian month.
//!
//! All Western dates in the game are Julian, as historians of the period use them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day, as its Julian day number (2132703 is 9 January 1127, Julian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(pub i32);

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not of the form year-month-day.
    #[error("`{0}` is not a date; write year-month-day, as in 1126-01-31")]
    Form(String),
    /// No such day in the Julian calendar.
    #[error("there is no day `{0}` in the Julian calendar")]
    NoSuchDay(String),
}

const MONTH_DAYS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl Date {
    /// The day of this year, month (1 to 12) and day of the month, Julian; none if there is no such day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=12).contains(&month)
            || day == 0
            || day > days_in_month(year, month)
            || !(1..=9999).contains(&year)
        {
            return None;
        }
        let (y, m) = (
            year + 4800 - (14 - i32::from(month)) / 12,
            i32::from(month) + 12 * ((14 - i32::from(month)) / 12) - 3,
        );
        Some(Self(
            i32::from(day) + (153 * m + 2) / 5 + 365 * y + y.div_euclid(4) - 32083,
        ))
    }

    /// Reads `1126-01-31`.
    ///
    /// # Errors
    /// When the text is not of that form or there is no such day.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        let mut parts = text.split('-');
        let (Some(y), Some(m), Some(d), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(form());
        };
        if y.len() != 4 || m.len() != 2 || d.len() != 2 {
            return Err(form());
        }
        let (Ok(y), Ok(m), Ok(d)) = (y.parse(), m.parse(), d.parse()) else {
            return Err(form());
        };
        Self::from_ymd(y, m, d).ok_or_else(|| DateError::NoSuchDay(text.to_owned()))
    }

    /// Year, month (1 to 12) and day of the month.
    #[must_use]
    pub const fn ymd(self) -> (i32, u8, u8) {
        let c = self.0 + 32082;
        let d = (4 * c + 3) / 1461;
        let e = c - 1461 * d / 4;
        let m = (5 * e + 2) / 153;
        let day = e - (153 * m + 2) / 5 + 1;
        let month = m + 3 - 12 * (m / 10);
        let year = d - 4800 + m / 10;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "day and month are small and positive"
        )]
        (year, month as u8, day as u8)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.ymd().1
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.ymd().0
    }

    /// The first day of the xun that this day lies in.
    #[must_use]
    pub fn xun_start(self) -> Self {
        let (_, _, day) = self.ymd();
        let first = if day <= 10 {
            1
        } else if day <= 20 {
            11
        } else {
            21
        };
        Self(self.0 - i32::from(day) + first)
    }

    /// The first day of the next xun.
    #[must_use]
    pub fn next_xun(self) -> Self {
        let start = self.xun_start();
        let (year, month, day) = start.ymd();
        match day {
            1 | 11 => Self(start.0 + 10),
            _ => Self(start.0 + i32::from(days_in_month(year, month)) - 20),
        }
    }

    /// How many xun lie between the xun of `self` and the xun of `later` (negative if it is earlier).
    #[must_use]
    pub fn xun_until(self, later: Self) -> i32 {
        let index = |date: Self| {
            let (y, m, d) = date.xun_start().ymd();
            (y * 12 + i32::from(m) - 1) * 3 + i32::from(d) / 10
        };
        index(later) - index(self)
    }

    /// The first day of the xun that comes this many xun after the one of `self`.
    #[must_use]
    pub fn plus_xun(self, xun: u16) -> Self {
        (0..xun).fold(self.xun_start(), |date, _| date.next_xun())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

/// Days in a month of the Julian calendar, where every fourth year is a leap year.
#[must_use]
pub const fn days_in_month(year: i32, month: u8) -> u8 {
    if month == 2 && year % 4 == 0 {
        29
    } else {
        MONTH_DAYS[month as usize - 1]
    }
}

/// How many xun have passed since the scenario began; the first is 0.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Turn(pub u16);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_points_of_the_dossiers() {
        assert_eq!(Date::from_ymd(1127, 1, 9), Some(Date(2_132_703)));
        assert_eq!(Date(2_132_703).ymd(), (1127, 1, 9));
        assert_eq!(
            Date::parse("1126-02-30"),
            Err(DateError::NoSuchDay("1126-02-30".into()))
        );
        assert!(Date::parse("1126-2-3").is_err());
    }

    #[test]
    fn every_day_of_the_period_comes_back() {
        for jdn in 2_126_000..2_175_000 {
            let (y, m, d) = Date(jdn).ymd();
            assert_eq!(Date::from_ymd(y, m, d), Some(Date(jdn)));
        }
    }

    #[test]
    fn three_xun_to_a_month() {
        let day = |t| Date::parse(t).expect("a date");
        assert_eq!(day("1126-01-31").xun_start(), day("1126-01-21"));
        assert_eq!(day("1126-01-31").next_xun(), day("1126-02-01"));
        assert_eq!(day("1125-11-01").xun_until(day("1127-06-30")), 59);
        assert_eq!(day("1125-11-01").plus_xun(59), day("1127-06-21"));
    }
}
