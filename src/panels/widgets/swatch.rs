//! Who holds something: a colour, a pattern and a letter, so that none of them speaks alone.

use egui::{
    Align, Layout, Painter, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::text::text;
use crate::panels::look::{Holder, Look, Type};

/// A holder's colour, pattern and letter with its name.
pub fn swatch(ui: &mut Ui, look: &Look, holder: Holder, name: &str) -> Response {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 20.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 7.0;
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
            paint_swatch(ui.painter(), look, holder, rect);
            let words = format!("{} · {name}", holder.letter());
            let response = text(ui, Type::Body, look.ink.ink, &words);
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, words.as_str()));
            response
        },
    )
    .inner
}

/// Paints a holder's colour and pattern into a place: a solid ground with the pattern in the colour of seal texts.
pub fn paint_swatch(painter: &Painter, look: &Look, holder: Holder, rect: Rect) {
    let ink = &look.ink;
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let frame = Stroke::new(1.0, holder.colour(ink));
    if holder == Holder::Nobody {
        painter.rect_filled(rect, 0.0, ink.hi);
        painter.rect_stroke(rect, 0.0, frame, egui::StrokeKind::Inside);
        return;
    }
    painter.rect_filled(rect, 0.0, holder.colour(ink));
    pattern(&painter, holder, rect, Stroke::new(1.4, ink.on_seal));
}

/// Draws a holder's pattern over a place.
pub fn pattern(painter: &Painter, holder: Holder, rect: Rect, stroke: Stroke) {
    let step = 5.0;
    let slanted = |down: f32| {
        let mut x = rect.left() - rect.height();
        while x < rect.right() + rect.height() {
            let (a, b) = if down > 0.0 {
                (pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top()))
            } else {
                (pos2(x, rect.top()), pos2(x + rect.height(), rect.bottom()))
            };
            painter.line_segment([a, b], stroke);
            x += step * 1.4;
        }
    };
    let level = || {
        let mut y = rect.top() + step * 0.8;
        while y < rect.bottom() {
            painter.hline(rect.x_range(), y, stroke);
            y += step;
        }
    };
    let upright = || {
        let mut x = rect.left() + step * 0.8;
        while x < rect.right() {
            painter.vline(x, rect.y_range(), stroke);
            x += step;
        }
    };
    match holder {
        Holder::Song => slanted(1.0),
        Holder::Puppet(_) => slanted(-1.0),
        Holder::Jin => level(),
        Holder::Mongol => upright(),
        Holder::Liao(_) => {
            level();
            upright();
        }
        Holder::Xia => {
            let mut y = rect.top() + step * 0.6;
            while y < rect.bottom() {
                let mut x = rect.left() + step * 0.6;
                while x < rect.right() {
                    painter.circle_filled(pos2(x, y), 1.3, stroke.color);
                    x += step;
                }
                y += step;
            }
        }
        Holder::Other(_) => {
            let mut y = rect.top() + step * 0.8;
            while y < rect.bottom() {
                let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
                painter.extend(Shape::dashed_line(&line, stroke, 4.0, 3.0));
                y += step;
            }
        }
        Holder::Nobody => {}
    }
}
