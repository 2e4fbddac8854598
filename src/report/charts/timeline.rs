//! Two time lines, the game above and the record below. Each mark bears the sign by which the tables call it, stacked where marks lie close;
//! its name stands over the sign where there is room, the weightiest first.

use askama::Template;

use super::{Days, wide};
use crate::base::date::Date;

/// Units across.
const WIDTH: i32 = 760;
/// The lines begin here, and end here.
const LINES: (i32, i32) = (100, 752);
/// Height of letters.
const LETTERS: i32 = 12;
/// From row to row of names.
const ROW: i32 = 16;
/// Rows of signs and names over the one line and under the other.
const ROWS: usize = 9;
/// In how many of them, from the line on, signs may stand.
const SIGNS: usize = 5;
/// Between the two lines.
const APART: i32 = 46;
/// Days at either end, so that no mark stands on the edge.
const ENDS: i32 = 6;
/// Days that lie farther apart than this, in units, are not tied.
const FARTHEST_TIE: i32 = 110;

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Look {
    /// As recorded: a full dot.
    AsRecorded,
    /// Otherwise, or at another time: a diamond.
    Departed,
    /// In the record only: a ring.
    Missing,
}

/// Something that came about.
#[derive(Clone, Debug)]
pub(in crate::report) struct Mark {
    /// The sign by which tables call it: a number or a letter.
    pub(in crate::report) sign: String,
    /// Its name.
    pub(in crate::report) name: String,
    /// When, by the record.
    pub(in crate::report) recorded: Option<Date>,
    /// When, in the game.
    pub(in crate::report) yours: Option<Date>,
    /// How it is drawn on the game's line.
    pub(in crate::report) look: Look,
    /// What has room first: the greater.
    pub(in crate::report) weight: u8,
}

/// What the lines are of.
pub(in crate::report) struct Timeline<'a> {
    /// The picture in words.
    pub(in crate::report) words: String,
    /// The names of the game's line and of the record's.
    pub(in crate::report) names: (String, String),
    /// The first day and the last.
    pub(in crate::report) days: (Date, Date),
    /// The day on which the game ended.
    pub(in crate::report) ended: Date,
    /// What came about.
    pub(in crate::report) marks: &'a [Mark],
    /// Whether the record's line has its marks, or is left for a pupil to fill in.
    pub(in crate::report) record: bool,
    /// A month of the scale in words.
    pub(in crate::report) month: &'a dyn Fn(Date) -> String,
}

#[derive(Template)]
#[template(path = "report/charts/timeline.svg")]
struct Drawn<'a> {
    words: &'a str,
    names: &'a (String, String),
    width: i32,
    /// Where what is drawn begins, and how high it is.
    top: i32,
    height: i32,
    /// The game's line and the record's.
    y: (i32, i32),
    /// Where both begin, where the game's ends, where the record's does.
    x: (i32, i32, i32),
    months: Vec<(i32, String)>,
    ties: Vec<(i32, i32)>,
    signs: Vec<Sign>,
    labels: Vec<Label>,
}

struct Sign {
    x: i32,
    y: i32,
    look: Look,
}

/// The sign of a mark, or its name with the thin line that leads to it from the sign.
struct Label {
    x: i32,
    y: i32,
    /// From where to where the line leads, for a name.
    lead: Option<(i32, i32, i32)>,
    /// Where its letters stand from `x`, in SVG's words.
    anchor: &'static str,
    departed: bool,
    text: String,
}

/// The rows on one side of a line, and what is taken in each.
struct Rows {
    taken: Vec<Vec<(i32, i32)>>,
}

impl Rows {
    fn new() -> Self {
        Self {
            taken: vec![Vec::new(); ROWS],
        }
    }
    fn free(&self, row: usize, from: i32, until: i32) -> bool {
        self.taken[row].iter().all(|(a, b)| until < *a || *b < from)
    }
    /// The nearest row in which a sign so wide has room over its mark.
    fn sign(&mut self, x: i32, width: i32) -> Option<usize> {
        let (from, until) = (x - width / 2 - 2, x + width / 2 + 2);
        let row = (0..SIGNS).find(|row| self.free(*row, from, until))?;
        self.taken[row].push((from, until));
        Some(row)
    }
    /// The nearest row beyond a sign in which a name so wide has room, its line to the sign crossing nothing; and whether it ends there.
    fn name(&mut self, x: i32, sign: usize, width: i32) -> Option<(usize, bool)> {
        for row in sign + 1..ROWS {
            for end in [false, true] {
                let (from, until) = if end {
                    (x - width + 4, x + 4)
                } else {
                    (x - 4, x + width - 4)
                };
                if from >= 0 && until <= WIDTH && self.free(row, from - 4, until + 4) {
                    self.taken[row].push((from, until));
                    for below in sign + 1..row {
                        self.taken[below].push((x - 1, x + 1));
                    }
                    return Some((row, end));
                }
            }
            if !self.free(row, x - 2, x + 2) {
                return None;
            }
        }
        None
    }
}

impl Timeline<'_> {
    /// The drawing.
    ///
    /// # Errors
    /// Never with the template as it is.
    pub(in crate::report) fn draw(&self) -> Result<String, askama::Error> {
        let days = Days {
            from: Date(self.days.0.0 - ENDS),
            until: Date(self.days.1.0 + ENDS),
            left: LINES.0,
            right: LINES.1,
        };
        let over = i32::try_from(ROWS).unwrap_or(0) * ROW;
        let game = over + 14;
        let record = game + APART;
        let (mut signs, mut ties) = (Vec::new(), Vec::new());
        for mark in self.marks {
            let yours = mark.yours.map(|day| days.x(day));
            let recorded = mark.recorded.filter(|_| self.record).map(|day| days.x(day));
            if let (Some(a), Some(b)) = (yours, recorded)
                && (a - b).abs() <= FARTHEST_TIE
            {
                ties.push((a, b));
            }
            signs.extend(yours.map(|x| Sign {
                x,
                y: game,
                look: mark.look,
            }));
            signs.extend(recorded.map(|x| Sign {
                x,
                y: record,
                look: if yours.is_none() {
                    Look::Missing
                } else {
                    Look::AsRecorded
                },
            }));
        }
        let labels: Vec<Label> = [true, false]
            .into_iter()
            .flat_map(|upper| self.labels(upper, &days, if upper { game } else { record }))
            .collect();
        let top = labels.iter().map(|l| l.y - LETTERS).min().unwrap_or(game);
        let bottom = labels.iter().map(|l| l.y).max().unwrap_or(record);
        let (top, bottom) = (top.min(game - 10) - 2, bottom.max(record + 10) + 6);
        Drawn {
            words: &self.words,
            names: &self.names,
            width: WIDTH,
            top,
            height: bottom - top,
            y: (game, record),
            x: (LINES.0, days.x(self.ended), LINES.1),
            months: days
                .months(8)
                .into_iter()
                .map(|day| (days.x(day), (self.month)(day)))
                .filter(|(x, name)| x + wide(name, LETTERS) < WIDTH)
                .collect(),
            ties,
            signs,
            labels,
        }
        .render()
    }

    /// The signs and names on one side.
    fn labels(&self, upper: bool, days: &Days, line: i32) -> Vec<Label> {
        let on_line = |mark: &Mark| {
            let day = if upper {
                mark.yours
            } else {
                mark.recorded.filter(|_| self.record)
            };
            day.map(|day| days.x(day))
        };
        let base = |row: usize| {
            let far = i32::try_from(row).unwrap_or(0) * ROW;
            if upper {
                line - 11 - far
            } else {
                line + 20 + far
            }
        };
        let mut rows = Rows::new();
        let mut marks: Vec<(i32, &Mark)> = self
            .marks
            .iter()
            .filter_map(|mark| on_line(mark).map(|x| (x, mark)))
            .collect();
        // Where there is not room for every sign, the weightiest have theirs.
        marks.sort_by_key(|(x, mark)| (std::cmp::Reverse(mark.weight), *x));
        let mut out = Vec::new();
        let mut signed: Vec<(i32, usize, &Mark)> = Vec::new();
        for (x, mark) in marks {
            let Some(row) = rows.sign(x, wide(&mark.sign, LETTERS)) else {
                continue;
            };
            out.push(Label {
                x,
                y: base(row),
                lead: None,
                anchor: "middle",
                departed: upper && mark.look == Look::Departed,
                text: mark.sign.clone(),
            });
            signed.push((x, row, mark));
        }
        for (x, sign, mark) in signed {
            let Some((row, end)) = rows.name(x, sign, wide(&mark.name, LETTERS)) else {
                continue;
            };
            let (y, from) = (base(row), base(sign));
            out.push(Label {
                x: if end { x + 4 } else { x - 4 },
                y,
                lead: Some(if upper {
                    (x, from - 11, y + 3)
                } else {
                    (x, from + 4, y - 11)
                }),
                anchor: if end { "end" } else { "start" },
                departed: upper && mark.look == Look::Departed,
                text: mark.name.clone(),
            });
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_row_touches_and_no_line_crosses_a_name() {
        let signs_every = |step: usize| {
            let mut rows = Rows::new();
            let signs = (100..700).step_by(step);
            let signs: Vec<(i32, usize)> = signs
                .filter_map(|x| rows.sign(x, 14).map(|row| (x, row)))
                .collect();
            (rows, signs)
        };
        assert_eq!(signs_every(9).1.len(), 67, "a sign has no room");
        let (mut rows, signs) = signs_every(23);
        assert_eq!(signs.len(), 27);
        let mut names: Vec<(usize, i32, usize, i32, i32)> = Vec::new();
        for (x, sign) in &signs {
            if let Some((row, end)) = rows.name(*x, *sign, 90) {
                let (from, until) = if end {
                    (x - 86, x + 4)
                } else {
                    (x - 4, x + 86)
                };
                names.push((row, *x, *sign, from, until));
            }
        }
        assert!(names.len() > 8, "{names:?}");
        for (i, a) in names.iter().enumerate() {
            assert!(
                signs
                    .iter()
                    .all(|(x, row)| *row != a.0 || *x + 9 < a.3 || a.4 < *x - 9)
            );
            for b in &names[i + 1..] {
                assert!(a.0 != b.0 || a.4 < b.3 || b.4 < a.3, "{a:?} {b:?}");
                for (a, b) in [(a, b), (b, a)] {
                    let passes = a.2 < b.0 && b.0 < a.0;
                    assert!(!passes || a.1 < b.3 || b.4 < a.1, "{a:?} crosses {b:?}");
                }
            }
        }
    }
}
