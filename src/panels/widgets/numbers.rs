//! Numbers of the realm, the beam between war and peace, how much was paid.

use egui::text::LayoutJob;
use egui::{
    Align2, Color32, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

use super::frames::focus_ring;
use super::text::format;
use super::tip::Tip;
use crate::panels::look::{Look, Type};

/// Which way a number went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Up.
    Rising,
    /// Neither.
    Steady,
    /// Down.
    Falling,
}

/// A number of the realm, with a line at its left. `why` is what moves it, shown on hover and, with the keyboard, on focus.
pub fn metric(
    ui: &mut Ui,
    look: &Look,
    label: &str,
    unit: &str,
    value: &str,
    trend: Trend,
    why: &[String],
) -> Response {
    let ink = &look.ink;
    let mut above = LayoutJob::single_section(label.to_owned(), format(Type::Small, ink.ink));
    if !unit.is_empty() {
        above.append(unit, 4.0, format(Type::Small, ink.ink2));
    }
    let below = LayoutJob::single_section(value.to_owned(), format(Type::Value, ink.ink));
    let (above, below) = ui.fonts_mut(|fonts| (fonts.layout_job(above), fonts.layout_job(below)));
    let arrow = if trend == Trend::Steady { 0.0 } else { 14.0 };
    let width = above.size().x.max(below.size().x + arrow);
    let (rect, response) = ui.allocate_exact_size(vec2(16.0 + width, 40.0), Sense::click());
    response.widget_info(|| {
        let sign = match trend {
            Trend::Rising => " ▲",
            Trend::Steady => "",
            Trend::Falling => " ▼",
        };
        let gap = if unit.is_empty() { "" } else { " " };
        let label = format!("{label} {value}{gap}{unit}{sign}");
        WidgetInfo::labeled(WidgetType::Button, true, label)
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let line = Stroke::new(1.0, ink.rule);
        painter.vline(
            rect.left(),
            rect.center().y - 16.0..=rect.center().y + 16.0,
            line,
        );
        let left = rect.left() + 16.0;
        painter.galley(pos2(left, rect.top()), above, ink.ink);
        let end = left + below.size().x;
        painter.galley(pos2(left, rect.top() + 16.0), below, ink.ink);
        let at = pos2(end + 8.0, rect.top() + 29.0);
        match trend {
            Trend::Rising => triangle(ui, at, 4.5, true, ink.good),
            Trend::Falling => triangle(ui, at, 4.5, false, ink.song),
            Trend::Steady => {}
        }
    }
    focus_ring(ui, look, &response);
    explained(response, why)
}

/// From how many letters on an account of a number is laid wide.
const LONG_ACCOUNT: usize = 700;

/// Shows what moves a number: on hover, and for as long as the keyboard is on it.
fn explained(response: Response, why: &[String]) -> Response {
    if why.is_empty() {
        return response;
    }
    let words = why.join("\n");
    let say = |ui: &mut Ui| {
        // A long account is laid wider, or it would run out of the foot of a small window.
        let wide = if words.len() > LONG_ACCOUNT { 1.9 } else { 1.0 };
        ui.set_max_width(ui.spacing().tooltip_width * wide);
        ui.label(words.as_str());
    };
    if response.has_focus() {
        response.tip_now(say);
        response
    } else {
        response.tip_ui(say)
    }
}

/// A small triangle that points up or down.
pub fn triangle(ui: &Ui, at: Pos2, reach: f32, up: bool, colour: Color32) {
    let tip = if up { -reach } else { reach };
    let points = vec![
        at + vec2(0.0, tip),
        at + vec2(reach, -tip * 0.8),
        at + vec2(-reach, -tip * 0.8),
    ];
    ui.painter()
        .add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// The war–peace beam: −100 peace to 100 war. War stands at the left.
pub fn beam(ui: &mut Ui, look: &Look, lean: i32, why: &[String]) -> Response {
    beam_named(ui, look, lean, "戰", "和", why)
}

/// The same with words at its ends: what stands at the left for war, and at the right for peace.
pub fn beam_named(
    ui: &mut Ui,
    look: &Look,
    lean: i32,
    war: &str,
    peace: &str,
    why: &[String],
) -> Response {
    let ink = &look.ink;
    let (rect, response) = ui.allocate_exact_size(vec2(144.0, 40.0), Sense::click());
    response.widget_info(|| {
        let label = format!("{war} – {peace}: {lean}");
        WidgetInfo::labeled(WidgetType::Button, true, label)
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let font = Type::Small.font();
        painter.text(
            rect.left_top(),
            Align2::LEFT_TOP,
            war,
            font.clone(),
            ink.ink,
        );
        painter.text(rect.right_top(), Align2::RIGHT_TOP, peace, font, ink.ink);
        let y = rect.top() + 31.0;
        painter.hline(rect.x_range(), y, Stroke::new(1.5, ink.ink));
        for i in 0u8..9 {
            let x = egui::lerp(rect.x_range(), f32::from(i) / 8.0);
            let reach = if i % 4 == 0 { 6.0 } else { 3.0 };
            let x = x.clamp(rect.left() + 0.75, rect.right() - 0.75);
            painter.vline(x, y - reach..=y + reach, Stroke::new(1.2, ink.ink));
        }
        let part = (100.0 - lean.clamp(-100, 100) as f32) / 200.0;
        let at = pos2(egui::lerp(rect.x_range(), part), y - 6.0);
        triangle(ui, at, 6.5, false, ink.song);
    }
    focus_ring(ui, look, &response);
    explained(response, why)
}

/// How much of what is due was paid, in percent: a bar and the number.
pub fn ledger_bar(ui: &mut Ui, look: &Look, percent: u8) -> Response {
    let ink = &look.ink;
    let words = format!("{percent} %");
    let (rect, response) = ui.allocate_exact_size(vec2(128.0, 18.0), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, words.as_str()));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let bar = Rect::from_min_size(pos2(rect.left(), rect.center().y - 5.0), vec2(88.0, 10.0));
        painter.rect_filled(bar, 0.0, ink.paper);
        let mut paid = bar;
        paid.set_width(bar.width() * f32::from(percent.min(100)) / 100.0);
        painter.rect_filled(paid, 0.0, ink.ink);
        painter.rect_stroke(bar, 0.0, Stroke::new(1.0, ink.ink), StrokeKind::Inside);
        let mut font = Type::Strong.font();
        font.size = 14.0;
        let at = pos2(bar.right() + 6.0, rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, words, font, ink.ink);
    }
    response
}
