//! The strokes that every sign of the map is made of: lettering with a halo, dashes, the holders' patterns and marks.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2,
};

use crate::panels::look::{Holder, Palette};

/// How far the paper shows round a letter.
const HALO: f32 = 1.5;
/// Dash and gap of what is closed, refused, old or empty.
pub(super) const DASH: (f32, f32) = (5.0, 3.0);

/// A brush on a painter, with the colours of the theme.
#[derive(Clone, Copy)]
pub(super) struct Brush<'a> {
    /// Where it paints.
    pub(super) painter: &'a Painter,
    /// With what.
    pub(super) ink: &'a Palette,
}

/// Lettering in one line, of parts in face and colour.
pub(super) fn line(parts: &[(&str, FontId, Color32)]) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    for (text, font_id, color) in parts {
        job.append(
            text,
            0.0,
            TextFormat {
                font_id: font_id.clone(),
                color: *color,
                valign: egui::Align::Center,
                ..TextFormat::default()
            },
        );
    }
    job
}

impl Brush<'_> {
    /// Lays lettering out; egui keeps what was laid out before.
    pub(super) fn galley(&self, job: &LayoutJob) -> Arc<Galley> {
        self.painter.layout_job(job.clone())
    }
    /// Lettering over the ground, with a halo of paper; `part` is how much of its colour it keeps.
    pub(super) fn lettering(&self, at: Pos2, job: &LayoutJob, part: f32) {
        let galley = self.galley(job);
        self.halo(at, &galley, 0.0);
        let shape = egui::epaint::TextShape::new(at, galley, self.ink.ink);
        self.painter.add(shape.with_opacity_factor(part));
    }
    /// The halo alone, turned by an angle about `at`.
    pub(super) fn halo(&self, at: Pos2, galley: &Arc<Galley>, angle: f32) {
        const ROUND: [Vec2; 8] = [
            Vec2::new(HALO, 0.0),
            Vec2::new(-HALO, 0.0),
            Vec2::new(0.0, HALO),
            Vec2::new(0.0, -HALO),
            Vec2::new(1.06, 1.06),
            Vec2::new(-1.06, 1.06),
            Vec2::new(1.06, -1.06),
            Vec2::new(-1.06, -1.06),
        ];
        for by in ROUND {
            let shape = egui::epaint::TextShape::new(at + by, galley.clone(), self.ink.map)
                .with_override_text_color(self.ink.map)
                .with_angle(angle);
            self.painter.add(shape);
        }
    }
    /// A dashed outline.
    pub(super) fn dashed(&self, rect: Rect, stroke: Stroke) {
        let path = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ];
        self.dashes(&path, stroke);
    }
    /// A dashed line.
    pub(super) fn dashes(&self, path: &[Pos2], stroke: Stroke) {
        self.painter
            .extend(Shape::dashed_line(path, stroke, DASH.0, DASH.1));
    }
    /// A rectangle in a holder's colour with his pattern on it, as on flags and swatches.
    pub(super) fn swatch(&self, rect: Rect, holder: Holder, part: f32) {
        let ground = holder.colour(self.ink).gamma_multiply(part);
        self.painter.rect_filled(rect, 0.0, ground);
        self.pattern(rect, holder, self.ink.on_seal.gamma_multiply(part));
    }
    /// A holder's pattern in a rectangle.
    pub(super) fn pattern(&self, rect: Rect, holder: Holder, colour: Color32) {
        let clipped = self
            .painter
            .with_clip_rect(rect.intersect(self.painter.clip_rect()));
        let stroke = Stroke::new(1.2, colour);
        let gap = 4.0;
        let (w, h) = (rect.width(), rect.height());
        let steps = |length: f32| -> Vec<f32> {
            let mut at = gap * 0.5;
            let mut out = Vec::new();
            while at < length {
                out.push(at);
                at += gap;
            }
            out
        };
        let across = || steps(w + h).into_iter();
        match holder {
            Holder::Song => across().for_each(|x| {
                let from = rect.left_bottom() + vec2(x - h, 0.0);
                clipped.line_segment([from, from + vec2(h, -h)], stroke);
            }),
            Holder::Puppet('C') => steps(h).into_iter().for_each(|y| {
                let (a, b) = (
                    rect.left_top() + vec2(0.0, y),
                    rect.right_top() + vec2(0.0, y),
                );
                clipped.extend(Shape::dashed_line(&[a, b], stroke, 3.0, 2.0));
            }),
            Holder::Puppet(_) => across().for_each(|x| {
                let from = rect.left_top() + vec2(x - h, 0.0);
                clipped.line_segment([from, from + vec2(h, h)], stroke);
            }),
            Holder::Jin => steps(h).into_iter().for_each(|y| {
                clipped.hline(rect.x_range(), rect.top() + y, stroke);
            }),
            Holder::Mongol => steps(w).into_iter().for_each(|x| {
                clipped.vline(rect.left() + x, rect.y_range(), stroke);
            }),
            Holder::Liao(_) => {
                for y in steps(h) {
                    clipped.hline(rect.x_range(), rect.top() + y, stroke);
                }
                for x in steps(w) {
                    clipped.vline(rect.left() + x, rect.y_range(), stroke);
                }
            }
            Holder::Xia => {
                for y in steps(h) {
                    for x in steps(w) {
                        clipped.circle_filled(rect.left_top() + vec2(x, y), 0.9, colour);
                    }
                }
            }
            Holder::Other(_) => steps(h).into_iter().for_each(|y| {
                let (a, b) = (
                    rect.left_top() + vec2(0.0, y),
                    rect.right_top() + vec2(0.0, y),
                );
                clipped.extend(Shape::dashed_line(&[a, b], stroke, 2.0, 3.0));
            }),
            Holder::Nobody => {}
        }
    }
    /// A holder's mark within the square of a town.
    pub(super) fn mark(&self, rect: Rect, holder: Holder) {
        let colour = holder.colour(self.ink);
        let paint = self.painter;
        let fill = |part: Rect| {
            paint.rect_filled(part, 0.0, colour);
        };
        let middle = rect.center();
        match holder {
            Holder::Song => fill(rect),
            Holder::Jin => fill(Rect::from_min_max(rect.min, pos2(rect.max.x, middle.y))),
            Holder::Mongol => fill(Rect::from_min_max(rect.min, pos2(middle.x, rect.max.y))),
            Holder::Puppet('C') => {
                paint.circle_filled(middle, rect.width() * 0.25, colour);
            }
            Holder::Puppet(_) => fill(Rect::from_min_max(pos2(rect.min.x, middle.y), rect.max)),
            Holder::Xia => {
                paint.circle_filled(middle, rect.width() * 0.42, colour);
            }
            Holder::Liao(_) => {
                let stroke = Stroke::new(1.6, colour);
                paint.line_segment([rect.left_top(), rect.right_bottom()], stroke);
                paint.line_segment([rect.right_top(), rect.left_bottom()], stroke);
            }
            Holder::Other(_) => {
                paint.hline(rect.x_range(), middle.y, Stroke::new(2.0, colour));
            }
            Holder::Nobody => {}
        }
    }
    /// The frame of what the keyboard or the hand is on: outside, with a gap.
    pub(super) fn ring_square(&self, rect: Rect, colour: Color32) {
        let stroke = Stroke::new(2.0, colour);
        self.painter
            .rect_stroke(rect.expand(3.0), 0.0, stroke, StrokeKind::Outside);
    }
    /// A floating card's ground: shadow, paper, frame.
    pub(super) fn card(&self, rect: Rect) {
        let shadow = egui::Shadow {
            offset: [2, 2],
            blur: 8,
            spread: 0,
            color: self.ink.shadow,
        };
        self.painter.add(shadow.as_shape(rect, 0.0));
        self.painter.rect(
            rect,
            0.0,
            self.ink.hi,
            Stroke::new(1.5, self.ink.ink),
            StrokeKind::Inside,
        );
    }
    /// A line of one colour on a wider one of paper.
    pub(super) fn cased(&self, path: Vec<Pos2>, colour: Color32, width: f32, casing: f32) {
        self.painter
            .line(path.clone(), Stroke::new(casing, self.ink.map));
        self.painter.line(path, Stroke::new(width, colour));
    }
}
