//! The realm at a glance beside the orders: who holds what, and which part of it the map shows. A click looks there.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{
    Color32, Id, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::brush::Brush;
use super::camera::{Frame, bounded};
use super::legend;
use super::roads;
use super::zoom::{Class, Lettering};
use crate::earth::Spot;
use crate::panels::desk::Camera;
use crate::panels::intent::Intent;
use crate::panels::look::Holder;
use crate::panels::sight::Sight;

/// Width of the inset.
pub(super) const WIDE: f32 = 232.0;
/// Of its height, what is below the picture where the legend has one row.
const ROOM: f32 = 36.0;
/// Its height, with a legend of one row.
pub(super) const TALL: f32 = 218.0;
/// Points of a cell's side.
const CELL: f32 = 4.0;
/// A place holds the ground about it as far as this, in km.
const HOLDS_KM: f64 = 240.0;

/// The ground as the inset shows it.
#[derive(Clone, Copy)]
struct Overview {
    /// Where on the screen.
    rect: Rect,
    /// The corner in the north-west.
    corner: Spot,
    /// Km to a point.
    scale: f64,
}

#[expect(clippy::cast_possible_truncation, reason = "points of a screen")]
impl Overview {
    fn point(&self, spot: Spot) -> Pos2 {
        self.rect.min
            + vec2(
                ((spot.x - self.corner.x) / self.scale) as f32,
                ((spot.y - self.corner.y) / self.scale) as f32,
            )
    }
    fn spot(&self, at: Pos2) -> Spot {
        let by = at - self.rect.min;
        Spot {
            x: self.corner.x + f64::from(by.x) * self.scale,
            y: self.corner.y + f64::from(by.y) * self.scale,
        }
    }
}

/// Draws the inset with its corner at `at`; gives the room it took.
pub(super) fn inset(
    ui: &Ui,
    see: &Sight<'_>,
    frame: &Frame,
    at: Pos2,
    out: &mut Vec<Intent>,
) -> Rect {
    let ink = &see.look.ink;
    let legend = legend::Column::of(ui, see, WIDE - 20.0);
    let whole = Rect::from_min_size(at, vec2(WIDE, TALL - ROOM + legend.tall + 12.0));
    let brush = Brush {
        painter: ui.painter(),
        ink,
    };
    brush.card(whole);
    let picture = Rect::from_min_size(at + vec2(12.0, 10.0), vec2(WIDE - 24.0, TALL - ROOM - 10.0));
    let overview = overview(see, picture);
    let response = ui.interact(picture, Id::new("map-inset"), Sense::click_and_drag());
    response
        .widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, see.texts().t("map-inset")));
    if let Some(to) = response.interact_pointer_pos()
        && (response.clicked() || response.dragged())
    {
        out.push(Intent::Look(bounded(Camera {
            centre: overview.spot(to),
            ..frame.camera
        })));
    }
    let (mesh, letters) = ground(ui, see, &overview);
    let painter = ui
        .painter()
        .with_clip_rect(picture.intersect(ui.clip_rect()));
    painter.rect_filled(picture, 0.0, ink.sea);
    let mut mesh = (*mesh).clone();
    mesh.translate(picture.min.to_vec2());
    painter.add(Shape::mesh(mesh));
    let inner = Brush {
        painter: &painter,
        ink,
    };
    for (holder, by) in letters.iter() {
        let letter = holder.letter().to_string();
        let font = Lettering::Letter.font(Class::Far);
        let job = super::brush::line(&[(letter.as_str(), font, holder.colour(ink))]);
        let size = inner.galley(&job).size();
        inner.lettering(picture.min + *by - size * 0.5, &job, 1.0);
    }
    let shown = Rect::from_two_pos(
        overview.point(frame.spot(frame.rect.min)),
        overview.point(frame.spot(frame.rect.max)),
    );
    painter.rect_stroke(shown, 0.0, Stroke::new(2.0, ink.ink), StrokeKind::Middle);
    legend.paint(&brush, at + vec2(12.0, TALL - ROOM + 6.0));
    whole
}

fn overview(see: &Sight<'_>, rect: Rect) -> Overview {
    let book = see.book();
    let spots: Vec<Spot> = see.view().places().map(|p| roads::spot(book, p)).collect();
    let fold = |f: fn(f64, f64) -> f64, get: fn(&Spot) -> f64, from: f64| {
        spots.iter().map(get).fold(from, f)
    };
    let low = Spot {
        x: fold(f64::min, |s| s.x, f64::MAX) - 120.0,
        y: fold(f64::min, |s| s.y, f64::MAX) - 120.0,
    };
    let high = Spot {
        x: fold(f64::max, |s| s.x, 0.0) + 120.0,
        y: fold(f64::max, |s| s.y, 0.0) + 120.0,
    };
    let scale = ((high.x - low.x) / f64::from(rect.width()))
        .max((high.y - low.y) / f64::from(rect.height()));
    // What is left over on one side is shared out.
    Overview {
        rect,
        corner: Spot {
            x: (low.x + high.x - scale * f64::from(rect.width())) * 0.5,
            y: (low.y + high.y - scale * f64::from(rect.height())) * 0.5,
        },
        scale,
    }
}

/// The coloured ground, with its corner at nought, and where the holders' letters go: from memory where no place changed hands.
type Ground = (Arc<Mesh>, Arc<Vec<(Holder, Vec2)>>);

fn ground(ui: &Ui, see: &Sight<'_>, overview: &Overview) -> Ground {
    let view = see.view();
    let mut hash = DefaultHasher::new();
    (&see.book().id, see.look.theme).hash(&mut hash);
    for place in view.places() {
        view.holder(place).hash(&mut hash);
    }
    let key = hash.finish();
    let id = Id::new("map-inset-ground");
    if let Some((was, ground)) = ui.data(|d| d.get_temp::<(u64, Ground)>(id))
        && was == key
    {
        return ground;
    }
    let made = paint(see, overview);
    let ground = (Arc::new(made.0), Arc::new(made.1));
    ui.data_mut(|d| d.insert_temp(id, (key, ground.clone())));
    ground
}

fn paint(see: &Sight<'_>, overview: &Overview) -> (Mesh, Vec<(Holder, Vec2)>) {
    let (view, book, ink) = (see.view(), see.book(), &see.look.ink);
    let places: Vec<(Spot, Holder)> = view
        .places()
        .map(|p| (roads::spot(book, p), Holder::of(book, view.holder(p))))
        .collect();
    let mut mesh = Mesh::default();
    let mut sums: Vec<(Holder, Vec2, f32)> = Vec::new();
    let size = overview.rect.size();
    let mut y = 0.0;
    let mut row = 0_u32;
    while y < size.y {
        let (mut x, mut column) = (0.0, 0_u32);
        while x < size.x {
            let middle = vec2(x + CELL * 0.5, y + CELL * 0.5);
            let here = overview.spot(overview.rect.min + middle);
            let nearest = places
                .iter()
                .map(|(spot, holder)| (spot.km(here), *holder))
                .min_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((km, holder)) = nearest
                && km <= HOLDS_KM
            {
                let cell = Rect::from_min_size(pos2(x, y), Vec2::splat(CELL));
                cell_of(
                    &mut mesh,
                    cell,
                    holder,
                    (column, row),
                    ink.map,
                    holder.colour(ink),
                );
                match sums.iter_mut().find(|s| s.0 == holder) {
                    Some(sum) => {
                        sum.1 += middle;
                        sum.2 += 1.0;
                    }
                    None => sums.push((holder, middle, 1.0)),
                }
            }
            x += CELL;
            column += 1;
        }
        y += CELL;
        row += 1;
    }
    let letters = sums
        .into_iter()
        .filter(|(holder, _, n)| *n > 14.0 && *holder != Holder::Nobody)
        .map(|(holder, sum, n)| (holder, sum / n))
        .collect();
    (mesh, letters)
}

/// One cell: a tint of the holder's colour, and its share of his pattern.
fn cell_of(
    mesh: &mut Mesh,
    cell: Rect,
    holder: Holder,
    (column, row): (u32, u32),
    land: Color32,
    colour: Color32,
) {
    let tint = |part: f32| land.lerp_to_gamma(colour, part);
    let (ground, line) = if holder == Holder::Nobody {
        (land, land)
    } else {
        (tint(0.18), tint(0.6))
    };
    mesh.add_colored_rect(cell, ground);
    let thin = 1.1;
    let mut bar = |from: Pos2, to: Pos2| {
        let side = (to - from).normalized().rot90() * thin * 0.5;
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
        for at in [from + side, from - side, to - side, to + side] {
            mesh.colored_vertex(at, line);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
    };
    match holder {
        Holder::Song => bar(cell.left_bottom(), cell.right_top()),
        Holder::Puppet(_) => bar(cell.left_top(), cell.right_bottom()),
        Holder::Jin => bar(cell.left_center(), cell.right_center()),
        Holder::Mongol => bar(cell.center_top(), cell.center_bottom()),
        Holder::Liao(_) => {
            bar(cell.left_center(), cell.right_center());
            bar(cell.center_top(), cell.center_bottom());
        }
        Holder::Xia if (column + row).is_multiple_of(2) => {
            let dot = Rect::from_center_size(cell.center(), Vec2::splat(1.8));
            mesh.add_colored_rect(dot, line);
        }
        Holder::Other(_) if column.is_multiple_of(2) => {
            bar(cell.left_center(), cell.right_center())
        }
        Holder::Xia | Holder::Other(_) | Holder::Nobody => {}
    }
}

/// Whether there is room for the inset on a map of this size.
pub(super) fn fits(rect: Rect) -> bool {
    rect.width() >= WIDE * 2.4 && rect.height() >= TALL * 2.2
}
