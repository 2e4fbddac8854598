//! A number over time: a line, and bands round it where it is of many games.

use askama::Template;

use super::Days;
use crate::base::date::Date;

/// Units across and down.
const SIZE: (i32, i32) = (760, 170);
/// Where the plot lies in it: left, top, right, bottom.
const PLOT: (i32, i32, i32, i32) = (92, 12, 752, 140);

/// What a curve is of.
pub(in crate::report) struct Curve<'a> {
    /// The picture in words.
    pub(in crate::report) words: String,
    /// The first and the last day.
    pub(in crate::report) days: (Date, Date),
    /// The scale goes at least so far.
    pub(in crate::report) up_to: i64,
    /// The line.
    pub(in crate::report) line: Vec<(Date, i64)>,
    /// Bands from the widest to the narrowest: the day, the lower edge, the upper.
    pub(in crate::report) bands: Vec<Vec<(Date, i64, i64)>>,
    /// A day to be marked.
    pub(in crate::report) marked: Option<Date>,
    /// A number of the scale in words.
    pub(in crate::report) number: &'a dyn Fn(i64) -> String,
    /// A day of the scale in words.
    pub(in crate::report) month: &'a dyn Fn(Date) -> String,
}

#[derive(Template)]
#[template(path = "report/charts/curve.svg")]
struct Drawn {
    words: String,
    size: (i32, i32),
    plot: (i32, i32, i32, i32),
    bands: Vec<String>,
    line: String,
    levels: Vec<(i32, String)>,
    months: Vec<(i32, String)>,
    marked: Option<i32>,
}

impl Curve<'_> {
    /// The drawing.
    ///
    /// # Errors
    /// Never with the template as it is.
    pub(in crate::report) fn draw(&self) -> Result<String, askama::Error> {
        let days = Days {
            from: self.days.0,
            until: self.days.1,
            left: PLOT.0,
            right: PLOT.2,
        };
        let of_bands = self.bands.iter().flatten().flat_map(|b| [b.1, b.2]);
        let all = || self.line.iter().map(|p| p.1).chain(of_bands.clone());
        let top = all().max().unwrap_or(0).max(self.up_to).max(1);
        let bottom = all().min().unwrap_or(0).min(0);
        let (step, levels) = levels(bottom, top);
        let (low, high) = (
            bottom.div_euclid(step) * step,
            (top + step - 1).div_euclid(step) * step,
        );
        let y = |n: i64| {
            let part = i128::from(n - low) * i128::from(PLOT.3 - PLOT.1);
            PLOT.3 - (part / i128::from((high - low).max(1))) as i32
        };
        let points = |of: &mut dyn Iterator<Item = (Date, i64)>| -> String {
            let mut out = String::new();
            for (day, n) in of {
                out.push_str(if out.is_empty() { "M" } else { "L" });
                out.push_str(&format!("{} {}", days.x(day), y(n)));
            }
            out
        };
        let band = |band: &Vec<(Date, i64, i64)>| {
            let mut round = band
                .iter()
                .map(|b| (b.0, b.2))
                .chain(band.iter().rev().map(|b| (b.0, b.1)));
            points(&mut round) + "Z"
        };
        Drawn {
            words: self.words.clone(),
            size: SIZE,
            plot: PLOT,
            bands: self.bands.iter().map(band).collect(),
            line: points(&mut self.line.iter().copied()),
            levels: levels
                .into_iter()
                .map(|n| (y(n), (self.number)(n)))
                .collect(),
            months: days
                .months(9)
                .into_iter()
                .map(|day| (days.x(day), (self.month)(day)))
                .collect(),
            marked: self.marked.map(|day| days.x(day)),
        }
        .render()
    }
}

/// Round numbers at even steps from no more than the least to no less than the greatest, four to six of them; and the step.
fn levels(least: i64, greatest: i64) -> (i64, Vec<i64>) {
    let span = (greatest - least).max(1);
    let mut step = 1;
    while span / step > 4 {
        step = match step.to_string().as_bytes()[0] {
            b'1' => step * 2,
            b'2' => step / 2 * 5,
            _ => step * 2,
        };
    }
    let first = least.div_euclid(step);
    let last = (greatest + step - 1).div_euclid(step);
    (step, (first..=last).map(|n| n * step).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_round_and_few_and_hold_everything() {
        for (least, greatest) in [(0, 1), (0, 100), (0, 4_100_000), (-37, 12), (-1_000_000, 3)] {
            let (step, levels) = levels(least, greatest);
            assert!(
                (2..=7).contains(&levels.len()),
                "{least} {greatest}: {levels:?}"
            );
            assert!(levels[0] <= least && levels[levels.len() - 1] >= greatest);
            assert!(["1", "2", "5"].contains(&step.to_string().trim_end_matches('0')));
        }
    }
}
