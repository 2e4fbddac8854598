//! What the colours and patterns mean, and how far is far: holders, old news, a scale in km and in li.

use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

use super::brush::Brush;
use super::camera::Frame;
use crate::base::ids::CourtId;
use crate::panels::look::{Holder, Type};
use crate::panels::sight::Sight;
use crate::prose::names;
use crate::prose::numbers::number;
use crate::prose::texts::tr;

/// How tall the legend is.
pub(super) const TALL: f32 = 40.0;
/// A Song li in hundredths of a km.
const LI: u32 = 57;
/// Width kept for the scale.
const SCALE: f32 = 150.0;

/// The courts that hold anything, those that hold most first.
pub(super) fn holders(see: &Sight<'_>) -> Vec<(Holder, String)> {
    let (view, book) = (see.view(), see.book());
    let mut counts: Vec<(usize, CourtId)> = (0..book.courts.len())
        .map(|i| {
            let court = CourtId::of(i);
            let held = view.places().filter(|p| view.holder(*p) == Some(court));
            (held.count(), court)
        })
        .filter(|(n, _)| *n > 0)
        .collect();
    counts.sort_by_key(|(n, court)| (std::cmp::Reverse(*n), *court));
    counts
        .into_iter()
        .map(|(_, court)| (Holder::of(book, Some(court)), names::court(book, court)))
        .collect()
}

/// Draws the legend into `rect`, as much of it as there is room for.
pub(super) fn bar(ui: &Ui, see: &Sight<'_>, frame: &Frame, rect: Rect) {
    let (ink, texts) = (&see.look.ink, see.texts());
    let brush = Brush {
        painter: ui.painter(),
        ink,
    };
    let paint = ui.painter();
    paint.rect_filled(rect, 0.0, ink.hi);
    paint.hline(rect.x_range(), rect.top(), Stroke::new(1.0, ink.rule2));
    let holders = holders(see);
    // What lies under it is not to be clicked through it.
    let response = ui.interact(rect, Id::new("map-legend"), Sense::CLICK);
    response.widget_info(|| {
        let list: Vec<String> = holders
            .iter()
            .map(|(holder, name)| format!("{} · {name}", holder.letter()))
            .collect();
        let label = tr!(texts, "map-legend", holders = list.join(", "));
        WidgetInfo::labeled(WidgetType::Label, true, label)
    });
    let end = rect.right() - SCALE - 16.0;
    let mut x = rect.left() + 16.0;
    let item = |x: &mut f32, words: String, draw: &dyn Fn(Rect)| {
        let galley = paint.layout_no_wrap(words, Type::Body.font(), ink.ink);
        let wide = 24.0 + 6.0 + galley.size().x;
        if *x + wide > end {
            return;
        }
        let middle = rect.center().y;
        draw(Rect::from_min_size(
            pos2(*x, middle - 9.0),
            vec2(24.0, 18.0),
        ));
        let y = middle - galley.size().y * 0.5;
        paint.galley(pos2(*x + 30.0, y), galley, ink.ink);
        *x += wide + 16.0;
    };
    for (holder, name) in &holders {
        item(
            &mut x,
            format!("{} · {name}", holder.letter()),
            &|sign: Rect| {
                brush.swatch(sign, *holder, 1.0);
                paint.rect_stroke(sign, 0.0, Stroke::new(1.0, ink.ink), StrokeKind::Inside);
            },
        );
    }
    item(&mut x, texts.t("map-old-news"), &|sign: Rect| {
        paint.rect_filled(sign, 0.0, ink.paper);
        brush.dashed(sign.shrink(1.0), Stroke::new(1.4, ink.ink));
    });
    scale(ui, see, frame, rect.right() - 16.0, rect.center().y, false);
}

/// Draws the scale with its right end at `right`; over the ground it has a slip of paper under it. Gives what it
/// covers.
pub(super) fn scale(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    right: f32,
    middle: f32,
    on_ground: bool,
) -> Rect {
    const LENGTHS: [u16; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let (ink, paint) = (&see.look.ink, ui.painter());
    #[expect(clippy::cast_possible_truncation, reason = "points of a screen")]
    let points = |km: u16| (f64::from(km) / frame.camera.km_per_point) as f32;
    let km = LENGTHS
        .into_iter()
        .rfind(|km| points(*km) <= SCALE - 30.0)
        .unwrap_or(1);
    let wide = points(km);
    let li = u32::from(km) * 100 / LI;
    let li = if li >= 20 { (li + 2) / 5 * 5 } else { li };
    let words = tr!(see.texts(), "map-scale", km = number(km), li = number(li));
    let job = super::brush::line(&[(words.as_str(), Type::Small.font(), ink.ink)]);
    let brush = Brush {
        painter: paint,
        ink,
    };
    let size = brush.galley(&job).size();
    let (left, y) = (right - wide, middle + 10.0);
    let at = pos2(
        (left + wide * 0.5 - size.x * 0.5).min(right - size.x),
        y - size.y - 4.0,
    );
    let whole = Rect::from_min_size(at, size)
        .union(Rect::from_min_max(
            pos2(left, y - 2.0),
            pos2(right, y + 2.0),
        ))
        .expand2(vec2(10.0, 6.0));
    if on_ground {
        let edge = Stroke::new(1.0, ink.rule2);
        paint.rect(whole, 0.0, ink.hi, edge, StrokeKind::Inside);
    }
    paint.galley(at, brush.galley(&job), ink.ink);
    let quarter = wide / 4.0;
    for i in 0_u8..4 {
        let part = Rect::from_min_size(
            pos2(left + quarter * f32::from(i), y - 2.0),
            Vec2::new(quarter, 4.0),
        );
        let fill = if i % 2 == 0 { ink.ink } else { ink.hi };
        paint.rect(
            part,
            0.0,
            fill,
            Stroke::new(1.0, ink.ink),
            StrokeKind::Inside,
        );
    }
    whole
}
