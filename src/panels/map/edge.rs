//! What lies beyond the frame: tabs at its edge with an arrow, a letter, the name, the place and how old the news is. A click
//! brings it to the middle.

use egui::{
    Id, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::banners::{self, Army};
use super::brush::{self, Brush};
use super::camera::Frame;
use super::tips;
use super::zoom::{Class, Lettering};
use crate::panels::desk::Thing;
use crate::panels::intent::Intent;
use crate::panels::look::{Holder, Type};
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::prose::names;
use crate::prose::texts::tr;

/// How many tabs there are at the most, and how much of the map each must leave free, in square points.
const MOST: f32 = 4.0;
const ROOM: f32 = 110_000.0;
/// How tall a tab is: its words, and the room a hand needs.
const TALL: f32 = 40.0;
/// Width of the arrow's corner.
const ARROW: f32 = 26.0;
/// How many places along its edge a tab tries.
const SLIDES: u8 = 33;
/// How many rows of tabs there may be, the first on the edge.
const ROWS: u8 = 2;

/// Draws the tabs of the armies beyond `area`, keeping clear of all that is in `taken`; gives the ground that they cover.
pub(super) fn tabs(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    area: Rect,
    taken: &[&[Rect]],
    out: &mut Vec<Intent>,
) -> Vec<Rect> {
    let brush = Brush {
        painter: ui.painter(),
        ink: &see.look.ink,
    };
    let mut beyond: Vec<Army> = banners::armies(see)
        .into_iter()
        .filter(|a| !area.expand(6.0).contains(frame.point(a.spot)))
        .filter(|a| a.age.is_none() || see.view().at_war(a.court))
        .collect();
    let centre = frame.camera.centre;
    beyond.sort_by(|a, b| {
        let selected = |army: &Army| see.desk.selected != Some(Thing::Army(army.id));
        selected(a)
            .cmp(&selected(b))
            .then(a.spot.km(centre).total_cmp(&b.spot.km(centre)))
            .then(a.id.cmp(&b.id))
    });
    let mut placed: Vec<Rect> = taken.concat();
    let before = placed.len();
    let mut left = (area.area() / ROOM).clamp(1.0, MOST);
    for army in beyond {
        if left < 1.0 {
            break;
        }
        let job = words(see, &army);
        let wide = ui.painter().layout_job(job.clone()).size().x + ARROW + 22.0;
        let point = frame.point(army.spot);
        let Some(rect) = slot(area, point, vec2(wide, TALL), &placed) else {
            continue;
        };
        placed.push(rect.expand(4.0));
        left -= 1.0;
        let id = Id::new(("map-tab", army.id));
        let response = tab(ui, &brush, see, &army, rect, point, id, &job);
        if response.clicked() {
            out.push(Intent::Centre(Thing::Army(army.id)));
        }
    }
    placed.split_off(before)
}

fn words(see: &Sight<'_>, army: &Army) -> egui::text::LayoutJob {
    let (book, texts, ink) = (see.book(), see.texts(), &see.look.ink);
    let holder = Holder::of(book, Some(army.court));
    let who = army.commander.map_or_else(
        || book.armies[army.id.index()].name.clone(),
        |p| names::name(&see.view(), p),
    );
    let place = names::place(book, army.place);
    let said = match army.age {
        None => tr!(texts, "map-tab-own", who = who, place = place),
        Some(0) => tr!(texts, "map-tab-now", who = who, place = place),
        Some(n) => tr!(texts, "map-tab-old", who = who, place = place, n = n * 10),
    };
    let letter = format!("{} ", holder.letter());
    brush::line(&[
        (letter.as_str(), Type::Strong.font(), holder.colour(ink)),
        (said.as_str(), Type::Note.font(), ink.ink),
    ])
}

/// Where a tab of this size goes that points at something outside: on the edge, as near the straight line as there is room, or in a
/// row behind the edge where all of that is taken.
fn slot(area: Rect, point: Pos2, size: Vec2, taken: &[Rect]) -> Option<Rect> {
    let level = point.y < area.min.y || point.y > area.max.y;
    // It slides along the edge that it is on, as far as a card, a banner or another tab drives it.
    let (along, step, inward) = if level {
        let inward = if point.y < area.min.y { 1.0 } else { -1.0 };
        (vec2(1.0, 0.0), size.x * 0.5, vec2(0.0, inward * size.y))
    } else {
        let inward = if point.x < area.min.x { 1.0 } else { -1.0 };
        (vec2(0.0, 1.0), TALL + 4.0, vec2(inward * size.x * 0.5, 0.0))
    };
    let inner = Rect::from_min_max(area.min + size * 0.5, area.max - size * 0.5);
    if !inner.is_positive() {
        return None;
    }
    let on_edge = pos2(
        point.x.clamp(inner.min.x, inner.max.x),
        point.y.clamp(inner.min.y, inner.max.y),
    );
    let slides = (0..ROWS).flat_map(|row| (0..SLIDES).map(move |slide| (row, slide)));
    slides
        .map(|(row, slide)| {
            let way = if slide % 2 == 0 { 1.0 } else { -1.0 };
            let at = on_edge
                + inward * f32::from(row)
                + along * way * step * f32::from(slide.div_ceil(2));
            Rect::from_center_size(
                pos2(
                    at.x.clamp(inner.min.x, inner.max.x),
                    at.y.clamp(inner.min.y, inner.max.y),
                ),
                size,
            )
        })
        .find(|rect| !taken.iter().any(|t| t.intersects(*rect)))
}

#[expect(clippy::too_many_arguments, reason = "a tab is all of this")]
fn tab(
    ui: &Ui,
    brush: &Brush<'_>,
    see: &Sight<'_>,
    army: &Army,
    rect: Rect,
    point: Pos2,
    id: Id,
    job: &egui::text::LayoutJob,
) -> Response {
    let ink = brush.ink;
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let label = tr!(see.texts(), "map-tab-label", army = tips::army(see, army));
        WidgetInfo::labeled(WidgetType::Button, true, label)
    });
    let plate = rect.shrink2(vec2(0.0, 6.0));
    let ground = if response.hovered() { ink.lo } else { ink.hi };
    brush.painter.rect(
        plate,
        0.0,
        ground,
        Stroke::new(1.0, ink.rule2),
        StrokeKind::Inside,
    );
    if army.age.is_some_and(|a| a > 1) {
        brush.dashed(plate.shrink(1.0), Stroke::new(1.0, ink.ink2));
    }
    let at = pos2(plate.left() + ARROW * 0.5 + 2.0, plate.center().y);
    let way = (point - rect.center()).normalized() * 6.5;
    let side = way.rot90() * 0.8;
    brush.painter.add(Shape::convex_polygon(
        vec![at + way, at - way + side, at - way - side],
        Holder::of(see.book(), Some(army.court)).colour(ink),
        Stroke::NONE,
    ));
    let galley = brush.galley(job);
    let y = plate.center().y - galley.size().y * 0.5;
    brush
        .painter
        .galley(pos2(plate.left() + ARROW + 4.0, y), galley, ink.ink);
    if response.has_focus() {
        brush.ring_square(plate.shrink(3.0), ink.ink);
    }
    response.tip(tips::army(see, army))
}

/// The lettering of a number on a disc.
pub(super) fn number(brush: &Brush<'_>, class: Class, at: Pos2, text: &str, colour: egui::Color32) {
    let font = Lettering::Disc.font(class);
    brush
        .painter
        .text(at, egui::Align2::CENTER_CENTER, text, font, colour);
}
