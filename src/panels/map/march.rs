//! A march before it is made: the way along the roads, a disc for the days, when the army is there and how long its food lasts.
//! Past the food the line turns to dots, and a step that is shut has a crossed disc. The rules say all of it.

use egui::{Color32, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use super::brush::{self, Brush};
use super::camera::Frame;
use super::edge::number;
use super::roads;
use super::zoom::{Class, Lettering};
use crate::base::date::Date;
use crate::base::ids::{ArmyId, PlaceId};
use crate::earth::Spot;
use crate::engine::Ask;
use crate::panels::desk::{Thing, aim_of};
use crate::panels::sight::Sight;
use crate::prose::names;
use crate::prose::numbers::month;
use crate::prose::texts::{Texts, tr};
use crate::rules::systems::forecast::Forecast;

/// Points between two discs at the least, and across one.
const APART: f32 = 34.0;
const DISC: f32 = 20.0;

/// A march to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct March {
    /// Who.
    pub(super) army: ArmyId,
    /// Where to.
    pub(super) to: PlaceId,
    /// Whether it is being looked at or made, and not merely under way.
    pub(super) loud: bool,
}

/// The marches to be drawn: of the orders given this turn, of the selected army, and of the order being made.
pub(super) fn marches(see: &Sight<'_>, hovered: Option<PlaceId>) -> Vec<March> {
    let (view, desk) = (see.view(), see.desk);
    let mut out: Vec<March> = Vec::new();
    let mut add = |march: March| {
        out.retain(|m| m.army != march.army);
        out.push(march);
    };
    for (court, ask) in see.session.asks() {
        if let Ask::Order(order) = ask
            && *court == desk.court
        {
            let aim = aim_of(order);
            let named = aim.and_then(|aim| aim.army.zip(aim.place));
            if let Some((army, to)) = named {
                add(March {
                    army,
                    to,
                    loud: desk.selected == Some(Thing::Army(army)),
                });
            }
        }
    }
    if let Some(Thing::Army(id)) = desk.selected
        && let Some(army) = view.army(id)
        && army.at != army.goal
    {
        add(March {
            army: id,
            to: army.goal,
            loud: true,
        });
    }
    if let Some(aim) = &desk.aim
        && let (Some(army), Some(to)) = (aim.army, hovered.or(aim.place))
    {
        add(March {
            army,
            to,
            loud: true,
        });
    }
    out
}

/// `10 March`.
fn short_date(texts: &Texts, day: Date) -> String {
    let (_, m, d) = day.ymd();
    tr!(texts, "map-short-date", day = d, month = month(texts, m))
}

/// A way with the day on which each point of it is reached.
struct Way {
    points: Vec<(f32, Pos2)>,
}

impl Way {
    fn of(see: &Sight<'_>, frame: &Frame, march: March, foreseen: &Forecast) -> Self {
        let view = see.view();
        let army = view.army(march.army);
        let mut points = Vec::new();
        if foreseen.back
            && let Some(own) = army
            && let Some(next) = own.next
        {
            // From where it stands back to the place it left.
            let mut line = roads::between(see, own.at, next);
            line.reverse();
            let back = roads::rest_of(&line, 1.0 - roads::share_done(&view, &own));
            points.extend(back.into_iter().map(|spot| (0.0, frame.point(spot))));
        }
        let (mut at, mut day) = (foreseen.from, 0.0_f32);
        for (i, step) in foreseen.steps.iter().enumerate() {
            let line = roads::between(see, at, step.place);
            let done = match army {
                Some(own) if i == 0 && !foreseen.back => roads::share_done(&view, &own),
                _ => 0.0,
            };
            #[expect(clippy::cast_precision_loss, reason = "a few hundred days")]
            let until = step.days as f32;
            let line = roads::rest_of(&line, done);
            let whole: f64 = line.windows(2).map(|w| w[0].km(w[1])).sum();
            let mut gone = 0.0;
            for (k, spot) in line.iter().enumerate() {
                if k > 0 {
                    gone += line[k - 1].km(*spot);
                }
                #[expect(clippy::cast_possible_truncation, reason = "a share")]
                let share = if whole > 0.0 {
                    (gone / whole) as f32
                } else {
                    1.0
                };
                points.push((day + (until - day) * share, frame.point(*spot)));
            }
            day = until;
            at = step.place;
        }
        Self { points }
    }
    fn at(&self, day: f32) -> Option<Pos2> {
        let pair = self.points.windows(2).find(|w| w[1].0 >= day)?;
        let span = (pair[1].0 - pair[0].0).max(1e-3);
        Some(pair[0].1 + (pair[1].1 - pair[0].1) * ((day - pair[0].0) / span).clamp(0.0, 1.0))
    }
    /// The days that are told along the way, and where: as many as have room beside one another, none of them on what is `taken`.
    fn days(&self, taken: &[&[Rect]]) -> Vec<(u16, Pos2)> {
        let Some((last_day, _)) = self.points.last().copied() else {
            return Vec::new();
        };
        let long: f32 = self
            .points
            .windows(2)
            .map(|w| w[0].1.distance(w[1].1))
            .sum();
        let a_day = long / last_day.max(1.0);
        let every = [1_u16, 2, 5, 10, 20, 30]
            .into_iter()
            .find(|n| a_day * f32::from(*n) >= APART)
            .unwrap_or(60);
        let clear = |at: Pos2| {
            let disc = Rect::from_center_size(at, Vec2::splat(DISC));
            !taken
                .iter()
                .any(|all| all.iter().any(|rect| rect.intersects(disc)))
        };
        let mut out = Vec::new();
        let mut day = every;
        while f32::from(day) < last_day - 0.2 * f32::from(every) {
            out.extend(
                self.at(f32::from(day))
                    .filter(|at| clear(*at))
                    .map(|at| (day, at)),
            );
            day += every;
        }
        out
    }
    /// The points before a day, and from it on.
    fn split(&self, day: f32) -> (Vec<Pos2>, Vec<Pos2>) {
        if self.points.last().is_none_or(|p| p.0 <= day) {
            return (self.points.iter().map(|p| p.1).collect(), Vec::new());
        }
        let turn = self.at(day);
        let before = self.points.iter().filter(|p| p.0 <= day).map(|p| p.1);
        let after = self.points.iter().filter(|p| p.0 > day).map(|p| p.1);
        (
            before.chain(turn).collect(),
            turn.into_iter().chain(after).collect(),
        )
    }
}

/// A march with its way, ready to be drawn: the line under the names, the numbers over them.
pub(super) struct Drawn {
    march: March,
    foreseen: Forecast,
    way: Way,
}

impl Drawn {
    /// A march as the rules foresee it; none where there is no way at all.
    pub(super) fn of(see: &Sight<'_>, frame: &Frame, march: March) -> Option<Self> {
        let foreseen = see.view().route(march.army, march.to)?;
        let way = Way::of(see, frame, march, &foreseen);
        Some(Self {
            march,
            foreseen,
            way,
        })
    }
    /// Whether it is being looked at or made.
    pub(super) const fn is_loud(&self) -> bool {
        self.march.loud
    }
    /// The line: whole as far as the food lasts, then in dots; dots and a crossed disc where a step is shut.
    pub(super) fn line(&self, brush: &Brush<'_>, see: &Sight<'_>, frame: &Frame) {
        let ink = brush.ink;
        let today = see.view().day();
        #[expect(clippy::cast_precision_loss, reason = "a few hundred days")]
        let fed = self
            .foreseen
            .fed_until
            .map_or(f32::INFINITY, |day| (day.0 - today.0) as f32);
        let (fed_way, hungry) = self.way.split(fed);
        let (wide, casing) = if self.march.loud {
            (4.5, 8.0)
        } else {
            (2.5, 5.0)
        };
        if fed_way.len() > 1 {
            brush.cased(fed_way, ink.song, wide, casing);
        }
        dots(brush, &hungry, ink.song);
        if let Some((from, to)) = self.foreseen.barred {
            refused(brush, see, frame, from, to);
        } else if let Some((_, end)) = self.way.points.last() {
            arrow(brush, &self.way, *end, self.march.loud);
        }
    }
    /// The days along the way, and what it comes to: not under the banners in `flags` nor under what lies on top of the map, and the words
    /// clear of `names` too, where there is room.
    pub(super) fn numbers(
        &self,
        brush: &Brush<'_>,
        see: &Sight<'_>,
        frame: &Frame,
        class: Class,
        (flags, names, covered): (&[Rect], &[Rect], &[Rect]),
    ) {
        let end = self.way.points.last().copied();
        if end.is_some() {
            for (day, at) in self.way.days(&[flags, covered]) {
                let stroke = Stroke::new(2.0, brush.ink.song);
                brush
                    .painter
                    .circle(at, DISC / 2.0, brush.ink.paper, stroke);
                number(brush, class, at, &day.to_string(), brush.ink.song);
            }
        }
        let at = match end {
            Some((_, at)) => at,
            None if self.foreseen.barred.is_some() => {
                frame.point(roads::spot(see.book(), self.march.to))
            }
            None => return,
        };
        label(
            brush,
            class,
            &says(see, &self.foreseen, self.march.to),
            at,
            |plate| {
                let way = self.way.points.windows(2);
                let mut taken = flags.iter().chain(names).chain(covered);
                taken.any(|taken| taken.intersects(plate))
                    || way.into_iter().any(|w| {
                        let line = Rect::from_two_pos(w[0].1, w[1].1).expand(3.0);
                        line.intersects(plate)
                    })
            },
        );
    }
}

fn dots(brush: &Brush<'_>, path: &[Pos2], colour: Color32) {
    if path.len() > 1 {
        for (radius, colour) in [(3.6, brush.ink.map), (2.3, colour)] {
            brush
                .painter
                .extend(Shape::dotted_line(path, colour, 9.0, radius));
        }
    }
}

fn arrow(brush: &Brush<'_>, way: &Way, end: Pos2, loud: bool) {
    let before = way
        .points
        .iter()
        .rev()
        .find(|(_, p)| p.distance(end) > 10.0)
        .map_or(end - vec2(0.0, 10.0), |(_, p)| *p);
    let ahead = (end - before).normalized();
    let size = if loud { 9.0 } else { 6.0 };
    let tip = end + ahead * 2.0;
    let side: Vec2 = ahead.rot90() * size * 0.62;
    let back = tip - ahead * size * 1.7;
    brush.painter.add(Shape::convex_polygon(
        vec![tip, back + side, back - side],
        brush.ink.song,
        Stroke::new(1.2, brush.ink.map),
    ));
}

/// The leg that is shut: dots, and a crossed disc where the march fails.
fn refused(brush: &Brush<'_>, see: &Sight<'_>, frame: &Frame, from: PlaceId, to: PlaceId) {
    let ink = brush.ink;
    let line: Vec<Spot> = roads::between(see, from, to);
    let path: Vec<Pos2> = line.iter().map(|s| frame.point(*s)).collect();
    dots(brush, &path, ink.song);
    let Some(at) = roads::point_at(&line, 0.6).map(|s| frame.point(s)) else {
        return;
    };
    brush
        .painter
        .circle(at, 11.0, ink.paper, Stroke::new(2.4, ink.song));
    let stroke = Stroke::new(2.6, ink.song);
    for (a, b) in [
        (vec2(-4.5, -4.5), vec2(4.5, 4.5)),
        (vec2(-4.5, 4.5), vec2(4.5, -4.5)),
    ] {
        brush.painter.line_segment([at + a, at + b], stroke);
    }
}

/// What a march comes to, in a line or two.
#[must_use]
pub(super) fn says(see: &Sight<'_>, foreseen: &Forecast, to: PlaceId) -> Vec<String> {
    let texts = see.texts();
    let mut out = Vec::new();
    if let Some((_, shut)) = foreseen.barred {
        let place = names::place(see.book(), shut);
        out.push(tr!(texts, "map-march-barred", place = place));
    } else if let Some(last) = foreseen.steps.last() {
        if last.place == to {
            let date = short_date(texts, last.on);
            out.push(tr!(texts, "map-march-day", n = last.days, date = date));
        } else {
            out.push(texts.t("map-march-long"));
        }
    }
    if let Some(at) = see.view().exposed(foreseen) {
        let (from, to) = (
            names::place(see.book(), at.from),
            names::place(see.book(), at.to),
        );
        out.push(tr!(
            texts,
            "map-march-exposed",
            from = from,
            to = to,
            n = at.share
        ));
    }
    if let Some(until) = foreseen.fed_until {
        let date = short_date(texts, until);
        out.push(tr!(texts, "map-march-fed", date = date));
    }
    out
}

fn label(brush: &Brush<'_>, class: Class, says: &[String], at: Pos2, taken: impl Fn(Rect) -> bool) {
    let ink = brush.ink;
    let jobs: Vec<_> = says
        .iter()
        .enumerate()
        .map(|(i, words)| {
            if i == 0 {
                brush::line(&[(words.as_str(), Lettering::Strength.font(class), ink.song)])
            } else {
                brush::line(&[(words.as_str(), Lettering::Who.font(class), ink.ink)])
            }
        })
        .collect();
    let sizes: Vec<Vec2> = jobs.iter().map(|j| brush.galley(j).size()).collect();
    let size = sizes
        .iter()
        .fold(Vec2::ZERO, |all, s| vec2(all.x.max(s.x), all.y + s.y));
    // Not under the buttons at the right.
    let mut clip = brush.painter.clip_rect().shrink(6.0);
    clip.max.x -= 48.0;
    // Below at the right; else on another side, where a banner stands or the way itself runs.
    let plates = [
        vec2(14.0, 16.0),
        vec2(14.0, -16.0 - size.y),
        vec2(-14.0 - size.x, 16.0),
        vec2(-14.0 - size.x, -16.0 - size.y),
        vec2(14.0, 40.0),
        vec2(-14.0 - size.x, 40.0),
        vec2(14.0, -40.0 - size.y),
        vec2(-14.0 - size.x, -40.0 - size.y),
    ]
    .map(|by| {
        let corner = at + by;
        let corner = Pos2::new(
            corner.x.min(clip.max.x - size.x).max(clip.min.x),
            corner.y.min(clip.max.y - size.y).max(clip.min.y),
        );
        Rect::from_min_size(corner, size).expand2(vec2(5.0, 2.0))
    });
    let plate = plates
        .into_iter()
        .find(|plate| !taken(*plate))
        .unwrap_or(plates[0]);
    let corner = plate.min + vec2(5.0, 2.0);
    brush
        .painter
        .rect_filled(plate, 0.0, ink.map.gamma_multiply(0.86));
    let mut y = corner.y;
    for (job, size) in jobs.iter().zip(sizes) {
        brush.lettering(Pos2::new(corner.x, y), job, 1.0);
        y += size.y;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_is_told_under_a_banner_or_a_tab() {
        let way = Way {
            points: (0..=20_u8)
                .map(|n| (f32::from(n), Pos2::new(40.0 * f32::from(n), 100.0)))
                .collect(),
        };
        let free = way.days(&[]);
        assert_eq!(free.len(), 19);
        let flag = Rect::from_center_size(Pos2::new(120.0, 90.0), Vec2::splat(30.0));
        let tab = Rect::from_min_size(Pos2::new(600.0, 80.0), vec2(190.0, 40.0));
        let shown = way.days(&[&[flag], &[tab]]);
        let hidden: Vec<u16> = free
            .iter()
            .filter(|day| !shown.contains(day))
            .map(|(day, _)| *day)
            .collect();
        assert_eq!(hidden, [3, 15, 16, 17, 18, 19]);
    }
}
