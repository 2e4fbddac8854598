//! Sieges: a ring of inward ticks round a place, as much of the circle as is closed.

use egui::{Pos2, Stroke, Vec2};

use super::brush::Brush;
use super::plan::Town;
use super::roads;
use crate::panels::look::Holder;
use crate::panels::sight::Sight;
use crate::rules::state::components::Siege;

/// Ticks of a whole ring.
const TICKS: u16 = 32;
/// Of these, ticks of a ring that only watches.
const WATCH: u16 = 13;

/// Draws the ring round a besieged place.
pub(super) fn ring(brush: &Brush<'_>, see: &Sight<'_>, town: &Town, at: Pos2, siege: &Siege) {
    let colour = Holder::of(see.book(), Some(siege.by)).colour(brush.ink);
    let radius = town.side * 0.5 + 10.0;
    let middle = towards(see, town, siege).angle();
    let turn = std::f32::consts::TAU / f32::from(TICKS);
    let count = if siege.close { TICKS } else { WATCH };
    let first = middle - turn * f32::from(count - 1) * 0.5;
    let angles: Vec<f32> = (0..count).map(|i| first + turn * f32::from(i)).collect();
    let mut arc: Vec<Pos2> = angles
        .iter()
        .map(|a| at + Vec2::angled(*a) * radius)
        .collect();
    for (width, colour) in [(4.5, brush.ink.map), (2.2, colour)] {
        let stroke = Stroke::new(width, colour);
        if siege.close {
            brush.painter.circle_stroke(at, radius, stroke);
        } else {
            brush.painter.line(arc.clone(), stroke);
        }
    }
    arc.clear();
    for angle in angles {
        let out = Vec2::angled(angle);
        brush.painter.line_segment(
            [at + out * radius, at + out * (radius - 4.5)],
            Stroke::new(1.5, colour),
        );
    }
}

/// The side the besiegers came from: where their own court sits.
pub(super) fn towards(see: &Sight<'_>, town: &Town, siege: &Siege) -> Vec2 {
    let book = see.book();
    let seat = see.view().other(siege.by).seat;
    let (from, here) = (roads::spot(book, seat), roads::spot(book, town.place));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "km of one realm are small numbers"
    )]
    let way = Vec2::new((from.x - here.x) as f32, (from.y - here.y) as f32);
    if way == Vec2::ZERO {
        Vec2::new(-0.7, -0.7)
    } else {
        way.normalized()
    }
}
