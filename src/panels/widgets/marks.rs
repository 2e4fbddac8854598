//! Drawn marks: how a clause stands, what was as recorded. Each differs in shape, not only in colour.

use egui::{
    Color32, Painter, Pos2, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use crate::panels::look::Look;

/// A drawn mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// ✓ in a ring.
    Agrees,
    /// ✕ on a disc.
    Balks,
    /// ~ in a ring.
    OnCondition,
    /// ●.
    Kept,
    /// Half a disc.
    Late,
    /// ✕.
    Broken,
    /// A dashed ring.
    Disputed,
    /// ●, in ink.
    AsRecorded,
    /// ◆.
    Departed,
    /// ○.
    NotInYourGame,
}

/// A mark of this size.
pub fn mark(ui: &mut Ui, look: &Look, mark: Mark, size: f32, label: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, label));
    if ui.is_rect_visible(rect) {
        paint_mark(ui.painter(), look, mark, rect.center(), size / 2.0);
    }
    response
}

/// Paints a mark around a point.
pub fn paint_mark(painter: &Painter, look: &Look, mark: Mark, at: Pos2, reach: f32) {
    let ink = &look.ink;
    let r = reach - 1.0;
    let line = |colour: Color32| Stroke::new((reach * 0.18).max(1.4), colour);
    let at_of = |x: f32, y: f32| at + vec2(x, y) * r;
    match mark {
        Mark::Agrees => {
            painter.circle_stroke(at, r, Stroke::new(1.5, ink.good));
            let tick = vec![at_of(-0.42, 0.02), at_of(-0.12, 0.34), at_of(0.46, -0.34)];
            painter.add(Shape::line(tick, line(ink.good)));
        }
        Mark::Balks => {
            painter.circle_filled(at, r, ink.song);
            cross(painter, at, r * 0.38, line(ink.on_seal));
        }
        Mark::OnCondition => {
            painter.circle_stroke(at, r, Stroke::new(1.5, ink.warn));
            let wave = (0..=12u8)
                .map(|i| {
                    let t = f32::from(i) / 12.0;
                    // Two arcs, one up and one down: a wave without a sine.
                    let half = (t * 2.0).fract();
                    let arc = 4.0 * half * (1.0 - half);
                    let y = if t < 0.5 { -arc } else { arc };
                    at_of(t * 1.16 - 0.58, y * 0.24)
                })
                .collect();
            painter.add(Shape::line(wave, line(ink.warn)));
        }
        Mark::Kept => {
            painter.circle_filled(at, r * 0.85, ink.good);
        }
        Mark::Late => {
            let r = r * 0.85;
            let mut half = vec![at - vec2(0.0, r)];
            for i in 0..=16u8 {
                let turn = egui::Vec2::angled((f32::from(i) / 16.0 - 0.5) * std::f32::consts::PI);
                half.push(at + turn * r);
            }
            painter.add(Shape::convex_polygon(half, ink.warn, Stroke::NONE));
            painter.circle_stroke(at, r, Stroke::new(1.6, ink.warn));
        }
        Mark::Broken => cross(
            painter,
            at,
            r * 0.7,
            Stroke::new((reach * 0.28).max(2.0), ink.song),
        ),
        Mark::Disputed => {
            let around: Vec<Pos2> = (0..=40u8)
                .map(|i| {
                    at + egui::Vec2::angled(f32::from(i) / 40.0 * std::f32::consts::TAU) * r * 0.85
                })
                .collect();
            let dash = (r * 0.5).max(2.5);
            painter.extend(Shape::dashed_line(
                &around,
                Stroke::new(1.8, ink.ink),
                dash,
                dash * 0.6,
            ));
        }
        Mark::AsRecorded => {
            painter.circle_filled(at, r * 0.8, ink.ink);
        }
        Mark::Departed => {
            let points = vec![
                at_of(0.0, -1.0),
                at_of(1.0, 0.0),
                at_of(0.0, 1.0),
                at_of(-1.0, 0.0),
            ];
            painter.add(Shape::convex_polygon(points, ink.song, Stroke::NONE));
        }
        Mark::NotInYourGame => {
            painter.circle_stroke(at, r * 0.8, Stroke::new(1.6, ink.ink));
        }
    }
}

fn cross(painter: &Painter, at: Pos2, reach: f32, stroke: Stroke) {
    let d = vec2(reach, reach);
    let e = vec2(reach, -reach);
    painter.line_segment([at - d, at + d], stroke);
    painter.line_segment([at - e, at + e], stroke);
}
