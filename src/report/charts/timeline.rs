//! Two time lines, the game above and the record below. Each mark bears the sign by which the tables call it; its name stands beside it
//! where there is room, the weightiest first.

use askama::Template;

use super::{Days, wide};
use crate::base::date::Date;

/// Units across.
const WIDTH: i32 = 760;
/// The lines begin here, and end here.
const LINES: (i32, i32) = (86, 752);
/// Height of letters.
const LETTERS: i32 = 12;
/// From row to row of names.
const ROW: i32 = 16;
/// Rows of names over the one line and under the other.
const ROWS: i32 = 5;
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

/// A name and the thin line that leads to it.
struct Label {
    /// Where its mark is.
    at: i32,
    /// Where the line from the mark ends.
    to: i32,
    /// Where its letters begin or end.
    x: i32,
    y: i32,
    end: bool,
    departed: bool,
    sign: String,
    name: String,
}

/// The rows of names on one side of a line, and what is taken in each.
struct Rows {
    taken: Vec<Vec<(i32, i32)>>,
}

impl Rows {
    fn new() -> Self {
        Self {
            taken: vec![Vec::new(); ROWS as usize],
        }
    }
    fn free(&self, row: usize, from: i32, until: i32) -> bool {
        self.taken[row].iter().all(|(a, b)| until < *a || *b < from)
    }
    /// The first row in which a text so wide has room beside a mark, whose line down to it crosses no other name; and whether it ends there.
    fn place(&mut self, x: i32, width: i32) -> Option<(i32, bool)> {
        for row in 0..self.taken.len() {
            if (0..row).any(|below| !self.free(below, x - 2, x + 2)) {
                return None;
            }
            for end in [false, true] {
                let (from, until) = if end {
                    (x - width + 4, x + 4)
                } else {
                    (x - 4, x + width - 4)
                };
                if from >= LINES.0 - 30 && until <= WIDTH && self.free(row, from - 5, until + 5) {
                    self.taken[row].push((from, until));
                    for below in 0..row {
                        self.taken[below].push((x - 1, x + 1));
                    }
                    return Some((row as i32, end));
                }
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
        let game = ROWS * ROW + 14;
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
        let mut by_weight: Vec<&Mark> = self.marks.iter().collect();
        by_weight.sort_by_key(|mark| std::cmp::Reverse(mark.weight));
        let (mut above, mut below) = (Rows::new(), Rows::new());
        let mut labels = Vec::new();
        for mark in by_weight {
            let yours = mark.yours.map(|day| (days.x(day), true));
            let recorded = mark.recorded.filter(|_| self.record);
            let recorded = recorded.map(|day| (days.x(day), false));
            for (at, upper) in yours.into_iter().chain(recorded) {
                let rows = if upper { &mut above } else { &mut below };
                let long = format!("{} {}", mark.sign, mark.name);
                let mut found = rows.place(at, wide(&long, LETTERS)).map(|p| (p, true));
                if found.is_none() {
                    found = rows
                        .place(at, wide(&mark.sign, LETTERS) + 4)
                        .map(|p| (p, false));
                }
                let Some(((row, end), named)) = found else {
                    continue;
                };
                let y = if upper {
                    game - 14 - row * ROW
                } else {
                    record + 22 + row * ROW
                };
                labels.push(Label {
                    at,
                    to: if upper { y + 3 } else { y - 10 },
                    x: if end { at + 4 } else { at - 4 },
                    y,
                    end,
                    departed: upper && mark.look == Look::Departed,
                    sign: mark.sign.clone(),
                    name: if named {
                        mark.name.clone()
                    } else {
                        String::new()
                    },
                });
            }
        }
        Drawn {
            words: &self.words,
            names: &self.names,
            width: WIDTH,
            height: record + ROWS * ROW + 16,
            y: (game, record),
            x: (LINES.0, days.x(self.ended), LINES.1),
            months: days
                .months(8)
                .into_iter()
                .map(|day| (days.x(day), (self.month)(day)))
                .collect(),
            ties,
            signs,
            labels,
        }
        .render()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_row_never_touch_and_no_line_crosses_a_name() {
        let mut rows = Rows::new();
        let mut placed: Vec<(i32, i32, i32, i32)> = Vec::new();
        for x in (100..700).step_by(13) {
            if let Some((row, end)) = rows.place(x, 120) {
                let (from, until) = if end {
                    (x - 116, x + 4)
                } else {
                    (x - 4, x + 116)
                };
                placed.push((row, x, from, until));
            }
        }
        assert!(placed.len() > 10, "{placed:?}");
        for (i, a) in placed.iter().enumerate() {
            for b in &placed[i + 1..] {
                assert!(a.0 != b.0 || a.3 < b.2 || b.3 < a.2, "{a:?} {b:?}");
                assert!(a.0 >= b.0 || b.1 < a.2 || a.3 < b.1, "{a:?} under {b:?}");
                assert!(b.0 >= a.0 || a.1 < b.2 || b.3 < a.1, "{b:?} under {a:?}");
            }
        }
    }
}
