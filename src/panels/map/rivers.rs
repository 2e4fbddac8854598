//! The rivers' names, letter by letter along their lines, where a stretch is straight enough and nothing else is written.

use egui::{FontId, Pos2, Rect, Ui, Vec2};

use super::brush::Brush;
use super::camera::Frame;
use super::plan::Taken;
use super::zoom::{Class, Lettering};
use crate::earth::{Bed, River};
use crate::panels::look::Palette;
use crate::panels::sight::Sight;
use crate::view::View;

/// A letter of a river's name.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its middle, on the sheet.
    pub at: Pos2,
    /// How it is turned.
    pub angle: f32,
    /// The letter.
    pub text: String,
    /// Its face.
    pub font: FontId,
    /// Whether it is of the Yellow River.
    pub yellow: bool,
}

/// How far apart letters stand, of their size.
const SPACED: f32 = 0.14;
/// Points of a river between two of its names.
const AGAIN: f32 = 640.0;
/// How much a stretch may turn under a name, in radians, from letter to letter.
const BEND: f32 = 0.3;

/// The bed in which the Yellow River runs in a game.
#[must_use]
pub fn bed(view: &View<'_>) -> Bed {
    if view.river_in_new_bed() {
        Bed::South
    } else {
        Bed::North
    }
}

/// The names and where their letters stand.
pub(super) fn lay(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    class: Class,
    taken: &mut Taken,
) -> Vec<Letter> {
    let Some(atlas) = see.atlas else {
        return Vec::new();
    };
    let mut rivers: Vec<&River> = atlas
        .rivers(bed(&see.view()))
        .filter(|r| r.rank <= 1 || class == Class::Near)
        .filter(|r| class != Class::Far || !r.canal)
        .collect();
    rivers.sort_by_key(|r| (!r.yellow, r.rank, r.canal));
    let mut out = Vec::new();
    for river in rivers {
        let line = even(
            &river
                .line
                .iter()
                .map(|s| frame.sheet(*s))
                .collect::<Vec<_>>(),
        );
        let name = name(ui, class, river);
        let long: f32 = name.iter().map(|l| l.wide).sum();
        let mut at = 30.0;
        #[expect(clippy::cast_precision_loss, reason = "a line of some thousand points")]
        let end = line.len() as f32 * STEP - long - 20.0;
        while at < end {
            if let Some(letters) = along(&line, at, &name, river.yellow, taken) {
                for letter in &letters {
                    let side = letter.font.size * 1.1;
                    taken.add(Rect::from_center_size(letter.at, Vec2::splat(side)));
                }
                out.extend(letters);
                at += long + AGAIN;
            } else {
                at += 24.0;
            }
        }
    }
    out
}

/// A letter and the room it takes along the line.
struct Piece {
    text: String,
    font: FontId,
    wide: f32,
}

fn name(ui: &Ui, class: Class, river: &River) -> Vec<Piece> {
    let latin = river
        .name
        .split([',', '('])
        .next()
        .unwrap_or_default()
        .trim();
    let han = river.name_zh.split('（').next().unwrap_or_default();
    let face = Lettering::River.font(class);
    let small = FontId::new(face.size - 2.0, Lettering::TownZh.font(class).family);
    let letters = latin
        .chars()
        .map(|c| (c, face.clone()))
        .chain([(' ', face.clone())])
        .chain(han.chars().map(|c| (c, small.clone())));
    letters
        .map(|(c, font)| {
            let galley =
                ui.painter()
                    .layout_no_wrap(c.to_string(), font.clone(), egui::Color32::BLACK);
            Piece {
                text: c.to_string(),
                wide: galley.size().x + font.size * SPACED,
                font,
            }
        })
        .collect()
}

/// Points between two of an evened line.
const STEP: f32 = 6.0;

/// The same line with points at even distances.
fn even(line: &[Pos2]) -> Vec<Pos2> {
    let mut out: Vec<Pos2> = line.first().copied().into_iter().collect();
    let mut left = STEP;
    for pair in line.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut long = from.distance(to);
        while long >= left && long > 0.0 {
            from += (to - from) * (left / long);
            out.push(from);
            long = from.distance(to);
            left = STEP;
        }
        left -= long;
    }
    out
}

/// The point of an evened line so far along it.
fn point(line: &[Pos2], along: f32) -> Option<Pos2> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of steps along a line"
    )]
    let i = (along.max(0.0) / STEP) as usize;
    let (a, b) = (line.get(i)?, line.get(i + 1)?);
    #[expect(clippy::cast_precision_loss, reason = "a line of some thousand points")]
    let rest = along / STEP - i as f32;
    Some(*a + (*b - *a) * rest)
}

fn along(
    line: &[Pos2],
    from: f32,
    name: &[Piece],
    yellow: bool,
    taken: &Taken,
) -> Option<Vec<Letter>> {
    let long: f32 = name.iter().map(|l| l.wide).sum();
    let (start, end) = (point(line, from)?, point(line, from + long)?);
    // A name is read from the left.
    let back = end.x < start.x;
    let mut out = Vec::new();
    let mut gone = 0.0;
    let mut before: Option<f32> = None;
    for piece in name {
        let middle = gone + piece.wide * 0.5;
        gone += piece.wide;
        let here = if back {
            from + long - middle
        } else {
            from + middle
        };
        let (a, b) = (point(line, here - 14.0)?, point(line, here + 14.0)?);
        let way = if back { a - b } else { b - a };
        if way == Vec2::ZERO {
            return None;
        }
        let angle = way.angle();
        if before.is_some_and(|was| (angle - was).abs() > BEND) || angle.abs() > 1.45 {
            return None;
        }
        before = Some(angle);
        // Beside the water, not on it.
        let aside = Vec2::angled(angle - std::f32::consts::FRAC_PI_2) * (piece.font.size * 0.78);
        let at = point(line, here)? + aside;
        let room = Rect::from_center_size(at, Vec2::splat(piece.font.size * 0.8));
        if !taken.is_free(room) {
            return None;
        }
        if piece.text != " " {
            out.push(Letter {
                at,
                angle,
                text: piece.text.clone(),
                font: piece.font.clone(),
                yellow,
            });
        }
    }
    Some(out)
}

/// Draws a letter, moved from the sheet to the screen by `by`.
pub(super) fn draw(brush: &Brush<'_>, letter: &Letter, by: Vec2) {
    let ink: &Palette = brush.ink;
    let colour = if letter.yellow {
        ink.yellow_name
    } else {
        ink.river_name
    };
    let galley = brush
        .painter
        .layout_no_wrap(letter.text.clone(), letter.font.clone(), colour);
    let turn = egui::emath::Rot2::from_angle(letter.angle);
    let corner = letter.at + by - turn * (galley.size() * 0.5);
    brush.halo(corner, &galley, letter.angle);
    let shape = egui::epaint::TextShape::new(corner, galley, colour).with_angle(letter.angle);
    brush.painter.add(shape);
}
