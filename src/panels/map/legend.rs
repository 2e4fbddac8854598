//! What the colours and patterns mean, and how far is far: holders, old news, a scale in km and in li.

use std::sync::Arc;

use egui::{
    Galley, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use super::banners;
use super::brush::Brush;
use super::camera::Frame;
use crate::base::ids::CourtId;
use crate::panels::look::{Holder, Type};
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::prose::numbers::number;
use crate::prose::texts::tr;
use crate::prose::{capital, names};

/// How tall the legend is.
pub(super) const TALL: f32 = 40.0;
/// A Song li in hundredths of a km.
const LI: u32 = 57;
/// The size of a swatch.
const SIGN: Vec2 = vec2(24.0, 16.0);
/// A row of the legend on the inset.
const ROW: f32 = 21.0;
/// Width kept for the scale.
const SCALE: f32 = 150.0;

/// The courts that are on the map: those that hold most first, then those that have only armies there as far as is known.
pub(super) fn holders(see: &Sight<'_>) -> Vec<(Holder, String)> {
    let (view, book) = (see.view(), see.book());
    let armies = banners::armies(see);
    let mut counts: Vec<(usize, CourtId)> = (0..book.courts.len())
        .map(|i| {
            let court = CourtId::of(i);
            let held = view.places().filter(|p| view.holder(*p) == Some(court));
            (held.count(), court)
        })
        .filter(|(n, court)| *n > 0 || armies.iter().any(|a| a.court == *court))
        .collect();
    counts.sort_by_key(|(n, court)| (std::cmp::Reverse(*n), *court));
    counts
        .into_iter()
        .map(|(_, court)| {
            (
                Holder::of(book, Some(court)),
                capital(&names::court(book, court)),
            )
        })
        .collect()
}

/// Something in the legend: a court, or what a dashed frame means.
struct Item {
    holder: Option<Holder>,
    words: Arc<Galley>,
    at: Vec2,
}

/// Writes all of the legend into a room, so many of the courts with their names and the others by their letters; none where it does
/// not fit so.
fn written(
    ui: &Ui,
    see: &Sight<'_>,
    holders: &[(Holder, String)],
    room: Vec2,
    (style, rows, named): (Type, u8, usize),
) -> Option<Vec<Item>> {
    let gap = if rows == 1 { 16.0 } else { 12.0 };
    let lay = |words: String| {
        let ink = see.look.ink.ink;
        ui.painter().layout_no_wrap(words, style.font(), ink)
    };
    let courts = holders.iter().enumerate().map(|(i, (holder, name))| {
        let letter = holder.letter();
        let words = if i < named {
            format!("{letter} · {name}")
        } else {
            letter.to_string()
        };
        (Some(*holder), lay(words))
    });
    let old = std::iter::once((None, lay(see.texts().t("map-old-news"))));
    let high = room.y / f32::from(rows);
    let (mut x, mut row) = (0.0, 0_u8);
    let mut out = Vec::new();
    for (holder, words) in courts.chain(old) {
        let wide = SIGN.x + 6.0 + words.size().x;
        if x > 0.0 && x + wide > room.x {
            (x, row) = (0.0, row + 1);
        }
        if row >= rows || x + wide > room.x {
            return None;
        }
        let at = vec2(x, high * (f32::from(row) + 0.5));
        out.push(Item { holder, words, at });
        x += wide + gap;
    }
    Some(out)
}

/// What stands in the legend, at its corner.
fn paint_items(brush: &Brush<'_>, items: Vec<Item>, corner: Pos2) {
    let (paint, ink) = (brush.painter, brush.ink);
    for item in items {
        let middle = corner + item.at;
        let sign = Rect::from_min_size(middle - vec2(0.0, SIGN.y * 0.5), SIGN);
        match item.holder {
            Some(holder) => {
                brush.swatch(sign, holder, 1.0);
                paint.rect_stroke(sign, 0.0, Stroke::new(1.0, ink.ink), StrokeKind::Inside);
            }
            None => {
                paint.rect_filled(sign, 0.0, ink.paper);
                brush.dashed(sign.shrink(1.0), Stroke::new(1.4, ink.ink));
            }
        }
        let high = item.words.size().y;
        let at = middle + vec2(SIGN.x + 6.0, -high * 0.5);
        paint.galley(at, item.words, ink.ink);
    }
}

/// A legend of as many rows as it needs in a column of a width.
pub(super) struct Column {
    items: Vec<Item>,
    /// How tall it is.
    pub(super) tall: f32,
}

impl Column {
    /// The legend of what is on the map now.
    pub(super) fn of(ui: &Ui, see: &Sight<'_>, width: f32) -> Self {
        let holders = holders(see);
        let most = u8::try_from(holders.len() + 1).unwrap_or(u8::MAX);
        let tall = |rows: u8| ROW * f32::from(rows);
        (1..=most)
            .find_map(|rows| {
                let room = vec2(width, tall(rows));
                let way = (Type::Small, rows, holders.len());
                let items = written(ui, see, &holders, room, way)?;
                Some((items, tall(rows)))
            })
            .map_or(
                Self {
                    items: Vec::new(),
                    tall: 0.0,
                },
                |(items, tall)| Self { items, tall },
            )
    }
    /// Draws it with its corner here.
    pub(super) fn paint(self, brush: &Brush<'_>, corner: Pos2) {
        paint_items(brush, self.items, corner);
    }
}

/// Draws the legend into `rect`. Where it is narrow letters stand for the smaller courts, and their names under the pointer.
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
    let list: Vec<String> = holders
        .iter()
        .map(|(holder, name)| format!("{} · {name}", holder.letter()))
        .collect();
    let label = tr!(texts, "map-legend", holders = list.join(", "));
    // What lies under it is not to be clicked through it.
    let response = ui.interact(rect, Id::new("map-legend"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, label.as_str()));
    response.tip(label.as_str());
    let left = rect.left() + 16.0;
    let room = vec2(rect.right() - SCALE - 24.0 - left, rect.height() - 4.0);
    let all = holders.len();
    let large = std::iter::once((Type::Body, 1, all));
    let small = (0..=all).rev().map(|named| (Type::Small, 2, named));
    let items = large
        .chain(small)
        .find_map(|way| written(ui, see, &holders, room, way));
    paint_items(
        &brush,
        items.unwrap_or_default(),
        pos2(left, rect.top() + 2.0),
    );
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
