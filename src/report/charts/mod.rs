//! Drawings for a page, as SVG in it. Each is laid out here in whole numbers of its own units and written by a template in
//! `templates/report/charts/`; colours and strokes are the style's.
//!
//! * [`map`] — coast, rivers, places and who holds them
//! * [`timeline`] — the game and the record, one above the other
//! * [`curve`] — a number over time, with bands where there are many games
//! * [`marks`] — small bars, intervals and ranges that stand in a table's row

pub(super) mod curve;
pub(super) mod map;
pub(super) mod marks;
pub(super) mod timeline;

use unicode_width::UnicodeWidthStr;

use crate::base::date::Date;

/// About how wide a text is, in units, where its letters are so high: somewhat more than half of that to a Latin letter, for a page is shown in
/// whatever serif there is, and twice as much to a Chinese one.
fn wide(text: &str, size: i32) -> i32 {
    i32::try_from(text.width()).unwrap_or(i32::MAX / 64) * size * 15 / 25
}

/// Where days are on a drawing.
#[derive(Clone, Copy, Debug)]
struct Days {
    from: Date,
    until: Date,
    left: i32,
    right: i32,
}

impl Days {
    fn x(&self, day: Date) -> i32 {
        let span = i64::from((self.until.0 - self.from.0).max(1));
        let into = i64::from((day.0 - self.from.0).clamp(0, self.until.0 - self.from.0));
        self.left + (i64::from(self.right - self.left) * into / span) as i32
    }

    /// The first days of months to be named: not more than `most` of them.
    fn months(&self, most: usize) -> Vec<Date> {
        for step in [1_u8, 3, 6, 12, 24, 60] {
            let mut days = Vec::new();
            let (mut year, mut month, _) = self.from.ymd();
            while let Some(day) = Date::from_ymd(year, month, 1)
                && day <= self.until
            {
                let whole = if step >= 12 {
                    month == 1 && year % i32::from(step / 12) == 0
                } else {
                    (month - 1) % step == 0
                };
                if whole && day >= self.from {
                    days.push(day);
                }
                (year, month) = if month == 12 {
                    (year + 1, 1)
                } else {
                    (year, month + 1)
                };
            }
            if days.len() <= most {
                return days;
            }
        }
        Vec::new()
    }
}
