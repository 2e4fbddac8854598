//! The two time lines: the game above, the record below, what is in both tied by thin lines. Labels stand where there is room,
//! the weightiest first; every mark says under the pointer what it is.

use egui::{Align2, Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::base::date::Date;
use crate::panels::look::{Palette, Type};
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::prose::numbers::month;
use crate::prose::texts::tr;
use crate::table::debrief::Standing;
use crate::table::debrief::words::{Debrief, Point, day_short};

/// Room at the left for the lines' names.
const NAMES: f32 = 106.0;
/// From the line to the middle of the nearest row of labels, and from row to row.
const ROW: f32 = 19.0;
/// Between the two lines.
const APART: f32 = 48.0;
/// A label wider than this is left to the pointer.
const WIDEST: f32 = 250.0;
/// Days that stand farther apart than this are not tied.
const FARTHEST_TIE: f32 = 110.0;
/// Days at either end, so that no mark stands on the edge.
const ENDS: i32 = 6;

/// Where days are.
#[derive(Clone, Copy)]
struct Scale {
    from: Date,
    until: Date,
    left: f32,
    right: f32,
}

impl Scale {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand days at most")]
    fn x(&self, day: Date) -> f32 {
        let span = (self.until.0 - self.from.0).max(1) as f32;
        self.left + (self.right - self.left) * (day.0 - self.from.0) as f32 / span
    }
}

/// Which way from its line a label goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// Draws both lines over the whole width.
pub(super) fn timeline(ui: &mut Ui, see: &Sight<'_>, told: &Debrief) {
    let ink = &see.look.ink;
    let rows: usize = if ui.ctx().content_rect().height() >= 800.0 {
        3
    } else {
        2
    };
    #[expect(clippy::cast_precision_loss, reason = "two or three")]
    let over = ROW * rows as f32 + 14.0;
    let size = vec2(ui.available_width(), over * 2.0 + APART + 18.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let scale = Scale {
        from: Date(told.from.0 - ENDS),
        until: Date(told.until.0 + ENDS),
        left: rect.min.x + NAMES,
        right: rect.max.x,
    };
    let (yours, record) = (rect.min.y + over, rect.min.y + over + APART);
    let paint = ui.painter().clone();
    after_departure(&paint, see, told, rect, &scale);
    months(&paint, see, told, &scale, yours, record);
    let texts = see.texts();
    for (y, key, colour) in [
        (yours, "page-your-game", ink.song),
        (record, "page-the-record", ink.ink),
    ] {
        paint.text(
            pos2(rect.min.x, y),
            Align2::LEFT_CENTER,
            texts.t(key),
            Type::Option.font(),
            colour,
        );
    }
    let ended = scale.x(told.ended).clamp(scale.left, scale.right);
    brush(&paint, scale.left, ended, yours, 11, ink.ink);
    brush(&paint, scale.left, scale.right, record, 47, ink.ink);
    paint.vline(
        ended,
        (yours - 7.0)..=(yours + 7.0),
        Stroke::new(2.0, ink.ink),
    );
    ties(&paint, told, &scale, yours, record, ink);
    for point in &told.points {
        let at = |day, y| pos2(scale.x(day), y);
        if let Some(day) = point.yours {
            let late = point.standing == Standing::Departed;
            let sign = if late {
                Sign::Departed
            } else {
                Sign::AsRecorded
            };
            spot(ui, &paint, at(day, yours), sign, point, ink);
        }
        if let Some(day) = point.recorded {
            let missing = point.yours.is_none();
            let sign = if point.standing == Standing::Open {
                Sign::Ahead
            } else if missing {
                Sign::Missing
            } else {
                Sign::AsRecorded
            };
            spot(ui, &paint, at(day, record), sign, point, ink);
        }
    }
    let mut above = Labels::new(Side::Above, yours, rows);
    let mut below = Labels::new(Side::Below, record, rows);
    let mut by_weight: Vec<&Point> = told.points.iter().collect();
    let first = told.departure.as_ref().map(|d| d.day);
    above.bar = first.map(|day| scale.x(day));
    below.bar = above.bar;
    by_weight.sort_by_key(|p| {
        let is_first = p.is_departure() && p.yours.is_some() && p.yours == first;
        (
            !is_first,
            std::cmp::Reverse(p.weight),
            p.standing == Standing::AsRecorded,
        )
    });
    for point in by_weight {
        if let Some(day) = point.yours {
            let colour = if point.standing == Standing::Departed {
                ink.song
            } else {
                ink.ink
            };
            above.place(&paint, &scale, day, &point.label, colour, ink);
        }
        if let Some(day) = point.recorded {
            let colour = if point.standing == Standing::Open {
                ink.ink3
            } else {
                ink.ink
            };
            below.place(&paint, &scale, day, &point.label, colour, ink);
        }
    }
}

/// The ground after the first departure, with its day.
fn after_departure(paint: &Painter, see: &Sight<'_>, told: &Debrief, rect: Rect, scale: &Scale) {
    let ink = &see.look.ink;
    let texts = see.texts();
    let right = pos2(rect.max.x - 6.0, rect.max.y - 10.0);
    let Some(first) = &told.departure else {
        paint.text(
            right,
            Align2::RIGHT_CENTER,
            super::choices::none(see, told),
            Type::NoteItalic.font(),
            ink.ink2,
        );
        return;
    };
    let x = scale.x(first.day);
    paint.rect_filled(
        Rect::from_min_max(pos2(x, rect.min.y), rect.max),
        0.0,
        ink.lo,
    );
    paint.vline(x, rect.y_range(), Stroke::new(2.0, ink.song));
    let words = tr!(
        texts,
        "page-after-departure",
        day = day_short(texts, first.day)
    );
    paint.text(
        right,
        Align2::RIGHT_CENTER,
        words,
        Type::NoteItalic.font(),
        ink.song,
    );
}

/// A dotted line for each month, and its name where there is room.
fn months(
    paint: &Painter,
    see: &Sight<'_>,
    told: &Debrief,
    scale: &Scale,
    yours: f32,
    record: f32,
) {
    let ink = &see.look.ink;
    let texts = see.texts();
    let (mut y, mut m, _) = told.from.ymd();
    let mut free = scale.left;
    let mut year = 0;
    loop {
        m += 1;
        if m > 12 {
            (y, m) = (y + 1, 1);
        }
        let Some(day) = Date::from_ymd(y, m, 1).filter(|day| *day < scale.until) else {
            return;
        };
        let x = scale.x(day);
        paint.extend(Shape::dashed_line(
            &[pos2(x, yours + 4.0), pos2(x, record - 4.0)],
            Stroke::new(1.0, ink.ink3),
            2.0,
            3.0,
        ));
        if x < free {
            continue;
        }
        let name = if year == y {
            month(texts, m)
        } else {
            tr!(
                texts,
                "page-month",
                month = month(texts, m),
                year = y.to_string()
            )
        };
        let name = paint.layout_no_wrap(name, Type::NoteItalic.font(), ink.ink3);
        let right = x + 6.0 + name.size().x;
        let tied = told.points.iter().filter_map(|p| tie(p, scale)).any(|tie| {
            let between = (tie.0 + tie.1) / 2.0;
            x + 2.0 < between && between < right + 4.0
        });
        if right <= scale.right && !tied {
            let middle = (yours + record) / 2.0 - name.size().y / 2.0;
            paint.galley(pos2(x + 6.0, middle), name, ink.ink3);
            year = y;
            free = right + 10.0;
        }
    }
}

/// A stroke as of a brush, about three points thick and never quite even. The same game has the same stroke.
fn brush(paint: &Painter, from: f32, until: f32, y: f32, seed: u32, colour: Color32) {
    const STEP: f32 = 14.0;
    let noise = |i: u32| {
        let mixed = (i.wrapping_mul(0x9E37_79B1) ^ seed.wrapping_mul(0x85EB_CA6B))
            .wrapping_mul(0xC2B2_AE35);
        #[expect(clippy::cast_precision_loss, reason = "eight bits")]
        let unit = (mixed >> 24) as f32 / 255.0;
        unit - 0.5
    };
    let mut x = from;
    let mut i = 0;
    while x < until {
        let next = (x + STEP).min(until);
        let ends = [
            pos2(x - 0.5, y + noise(i) * 0.7),
            pos2(next + 0.5, y + noise(i + 1) * 0.7),
        ];
        let thick = 3.0 + noise(i) + noise(i + 1);
        paint.line_segment(ends, Stroke::new(thick, colour));
        x = next;
        i += 1;
    }
}

/// Where the line between the two days of a point begins and ends. Days far apart are not tied: such lines would cross the
/// whole picture and say less than the pointer does.
fn tie(point: &Point, scale: &Scale) -> Option<(f32, f32)> {
    let (here, there) = point.yours.zip(point.recorded)?;
    let ends = (scale.x(here), scale.x(there));
    ((ends.0 - ends.1).abs() <= FARTHEST_TIE).then_some(ends)
}

/// Thin lines between what is in both.
fn ties(paint: &Painter, told: &Debrief, scale: &Scale, yours: f32, record: f32, ink: &Palette) {
    for point in &told.points {
        let Some((here, there)) = tie(point, scale) else {
            continue;
        };
        let colour = if point.standing == Standing::Departed {
            ink.song
        } else {
            ink.ink3
        };
        paint.line_segment(
            [pos2(here, yours), pos2(there, record)],
            Stroke::new(1.0, colour),
        );
    }
}

/// The marks of the lines.
#[derive(Clone, Copy)]
enum Sign {
    AsRecorded,
    Departed,
    Missing,
    Ahead,
}

/// Draws a mark that says under the pointer what it is.
fn spot(ui: &Ui, paint: &Painter, at: Pos2, sign: Sign, point: &Point, ink: &Palette) {
    match sign {
        Sign::AsRecorded => {
            paint.circle_filled(at, 4.5, ink.ink);
        }
        Sign::Missing => {
            paint.circle(at, 4.5, ink.hi, Stroke::new(2.0, ink.ink));
        }
        Sign::Ahead => {
            paint.circle(at, 4.0, ink.hi, Stroke::new(1.0, ink.ink3));
        }
        Sign::Departed => diamond(paint, at, 6.5, ink.song),
    }
    let rect = Rect::from_center_size(at, vec2(14.0, 18.0));
    // Two marks may lie under one another; each is told by itself.
    let id = ui
        .id()
        .with((point.label.as_str(), at.y.to_bits(), at.x.to_bits()));
    let hover = ui.interact(rect, id, Sense::hover());
    hover.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::Image, true, point.why.as_str())
    });
    hover.tip(&point.why);
}

/// A filled lozenge.
fn diamond(paint: &Painter, at: Pos2, half: f32, colour: Color32) {
    paint.add(Shape::convex_polygon(
        vec![
            at + vec2(0.0, -half),
            at + vec2(half, 0.0),
            at + vec2(0.0, half),
            at + vec2(-half, 0.0),
        ],
        colour,
        Stroke::NONE,
    ));
}

/// Labels on one side of a line, in rows.
struct Labels {
    side: Side,
    line: f32,
    rows: Vec<Vec<(f32, f32)>>,
    /// Where leaders go through a row.
    leaders: Vec<Vec<f32>>,
    /// The line of the first departure, which no label crosses.
    bar: Option<f32>,
}

impl Labels {
    fn new(side: Side, line: f32, rows: usize) -> Self {
        Self {
            side,
            line,
            rows: vec![Vec::new(); rows],
            leaders: vec![Vec::new(); rows],
            bar: None,
        }
    }

    /// Writes a label in the nearest row with room for it and its leader; leaves it out where there is none.
    fn place(
        &mut self,
        paint: &Painter,
        scale: &Scale,
        day: Date,
        label: &str,
        colour: Color32,
        ink: &Palette,
    ) {
        let x = scale.x(day);
        let words = paint.layout_no_wrap(label.to_owned(), Type::Note.font(), colour);
        let size = words.size();
        if size.x > WIDEST {
            return;
        }
        let mut left = (x - size.x / 2.0).clamp(scale.left, (scale.right - size.x).max(scale.left));
        if let Some(bar) = self.bar
            && left < bar + 5.0
            && bar - 5.0 < left + size.x
        {
            left = if x < bar || bar + 5.0 + size.x > scale.right {
                bar - 5.0 - size.x
            } else {
                bar + 5.0
            };
            if left < scale.left {
                return;
            }
        }
        let span = (left - 7.0, left + size.x + 7.0);
        let crosses = |spans: &[(f32, f32)], x: f32| spans.iter().any(|s| s.0 < x && x < s.1);
        let row = (0..self.rows.len()).find(|row| {
            let free = self.rows[*row]
                .iter()
                .all(|s| s.1 <= span.0 || span.1 <= s.0);
            let unpierced = self.leaders[*row]
                .iter()
                .all(|x| *x <= span.0 || span.1 <= *x);
            let reached = self.rows[..*row].iter().all(|spans| !crosses(spans, x));
            free && unpierced && reached
        });
        let Some(row) = row else {
            return;
        };
        self.rows[row].push(span);
        for leaders in &mut self.leaders[..row] {
            leaders.push(x);
        }
        let sign = match self.side {
            Side::Above => -1.0,
            Side::Below => 1.0,
        };
        #[expect(clippy::cast_precision_loss, reason = "two or three")]
        let middle = self.line + sign * ROW * (row as f32 + 1.0);
        if row > 0 {
            let end = middle - sign * (size.y / 2.0 - 1.0);
            paint.line_segment(
                [pos2(x, self.line + sign * 6.0), pos2(x, end)],
                Stroke::new(1.0, ink.ink3),
            );
        }
        paint.galley(pos2(left, middle - size.y / 2.0), words, colour);
    }
}
