//! Maps: coast, lakes, rivers, and the places with whoever holds them.
//!
//! The ground is written once for a page ([`Ground`]), and every map on it uses that. A holder's country is what lies nearer to his places
//! than to any other's and not far from them; it has his pattern and his colour, and every place its holder's letter in the tables, so that
//! no colour speaks alone.
#![expect(
    clippy::disallowed_methods,
    reason = "the ban on float functions is for the state of games; a picture may differ in its last bit"
)]

use std::collections::BTreeMap;

use askama::Template;

use super::wide;
use crate::earth::{Bed, Spot, shapes};
use crate::table::holder::Holder;

/// Units across.
const WIDTH: f64 = 560.0;
/// Km beyond the places in sight.
const MARGIN: f64 = 160.0;
/// How far from a place the ground is its own, km.
const REACH: f64 = 150.0;
/// Corners of that ring.
const CORNERS: usize = 20;
/// A point of a line that lies nearer to the one before it, in units, is left out.
const FINE: f64 = 1.6;
/// Height of letters.
const LETTERS: i32 = 13;

/// A place on a map.
#[derive(Clone, Debug)]
pub(in crate::report) struct Place {
    /// Its name.
    pub(in crate::report) name: String,
    /// Where it lies.
    pub(in crate::report) at: Spot,
    /// How great it is: 0 a ford, 1 a prefecture, 2 a superior prefecture, 3 a capital.
    pub(in crate::report) rank: u8,
    /// Who holds it.
    pub(in crate::report) holder: Holder,
    /// Whether that is known; else it is drawn hollow.
    pub(in crate::report) known: bool,
    /// Whether it is held otherwise on the other map: its name has room first.
    pub(in crate::report) differs: bool,
}

/// What part of the earth a page's maps show.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Frame {
    /// The corner in the north-west.
    corner: Spot,
    /// Units to a km.
    scale: f64,
    /// Units across and down.
    size: (i32, i32),
}

impl Frame {
    /// A frame with room for all of these.
    pub(in crate::report) fn around(spots: &[Spot]) -> Self {
        let least = |of: fn(&Spot) -> f64| spots.iter().map(of).fold(f64::MAX, f64::min);
        let most = |of: fn(&Spot) -> f64| spots.iter().map(of).fold(f64::MIN, f64::max);
        let all = crate::earth::size();
        let corner = Spot {
            x: (least(|s| s.x) - MARGIN).clamp(0.0, all.x - MARGIN),
            y: (least(|s| s.y) - MARGIN).clamp(0.0, all.y - MARGIN),
        };
        let x = (most(|s| s.x) + MARGIN).clamp(corner.x + MARGIN, all.x);
        let y = (most(|s| s.y) + MARGIN).clamp(corner.y + MARGIN, all.y);
        let scale = WIDTH / (x - corner.x);
        Self {
            corner,
            scale,
            size: (WIDTH as i32, ((y - corner.y) * scale) as i32),
        }
    }
    fn point(&self, spot: Spot) -> Point {
        (
            (spot.x - self.corner.x) * self.scale,
            (spot.y - self.corner.y) * self.scale,
        )
    }
    /// The edges of the frame, a little outside of what is seen.
    fn edges(&self) -> [Edge; 4] {
        let (w, h) = (f64::from(self.size.0), f64::from(self.size.1));
        let out = 4.0;
        [
            ((-out, 0.0), (-1.0, 0.0)),
            ((w + out, 0.0), (1.0, 0.0)),
            ((0.0, -out), (0.0, -1.0)),
            ((0.0, h + out), (0.0, 1.0)),
        ]
    }
    fn holds(&self, (x, y): Point) -> bool {
        let (w, h) = (f64::from(self.size.0), f64::from(self.size.1));
        (-8.0..=w + 8.0).contains(&x) && (-8.0..=h + 8.0).contains(&y)
    }
}

/// A point of a drawing, units.
type Point = (f64, f64);
/// A straight edge: a point on it, and the way out of what is kept.
type Edge = (Point, Point);

/// What of a closed line lies within an edge.
fn cut(ring: &[Point], (on, out): Edge) -> Vec<Point> {
    let beyond = |p: Point| (p.0 - on.0) * out.0 + (p.1 - on.1) * out.1;
    let mut kept = Vec::with_capacity(ring.len() + 1);
    for (i, &here) in ring.iter().enumerate() {
        let before = ring[(i + ring.len() - 1) % ring.len()];
        let (a, b) = (beyond(before), beyond(here));
        if (a <= 0.0) != (b <= 0.0) {
            let t = a / (a - b);
            kept.push((
                before.0 + (here.0 - before.0) * t,
                before.1 + (here.1 - before.1) * t,
            ));
        }
        if b <= 0.0 {
            kept.push(here);
        }
    }
    kept
}

/// A line in whole units, each point from the one before it.
fn path(points: &[Point], closed: bool) -> String {
    let mut out = String::new();
    let mut at: Option<(i32, i32)> = None;
    let last = points.len().saturating_sub(1);
    for (i, &(x, y)) in points.iter().enumerate() {
        let here = (x.round() as i32, y.round() as i32);
        match at {
            None => out.push_str(&format!("M{} {}", here.0, here.1)),
            Some(was) => {
                let (dx, dy) = (here.0 - was.0, here.1 - was.1);
                let near = f64::from(dx * dx + dy * dy) < FINE * FINE;
                if near && (closed || i < last) {
                    continue;
                }
                out.push_str(&format!("l{dx} {dy}"));
            }
        }
        at = Some(here);
    }
    if closed && !out.is_empty() {
        out.push('z');
    }
    out
}

/// Coast and waters of a page's maps, written once.
#[derive(Template)]
#[template(path = "report/charts/ground.svg")]
pub(in crate::report) struct Ground {
    land: String,
    lakes: String,
    /// The rivers in each bed of the Yellow River.
    rivers: [String; 2],
}

impl Ground {
    /// What is seen in a frame.
    pub(in crate::report) fn of(frame: &Frame) -> Self {
        let rings = |rings: &[shapes::Ring]| -> String {
            rings
                .iter()
                .map(|ring| {
                    let ring: Vec<Point> = ring.iter().map(|s| frame.point(*s)).collect();
                    let inside = frame
                        .edges()
                        .into_iter()
                        .fold(ring, |r, edge| cut(&r, edge));
                    let across = inside.iter().map(|p| p.0).fold(f64::MIN, f64::max)
                        - inside.iter().map(|p| p.0).fold(f64::MAX, f64::min);
                    if inside.len() > 2 && across > FINE * 2.0 {
                        path(&inside, true)
                    } else {
                        String::new()
                    }
                })
                .collect()
        };
        let rivers = shapes::rivers();
        let in_bed = |bed: Bed| -> String {
            let runs = rivers.iter().filter(|(valid, river)| {
                valid.runs(bed) && (river.rank <= 1 || river.yellow || river.canal)
            });
            runs.map(|(_, river)| {
                let points: Vec<Point> = river.line.iter().map(|s| frame.point(*s)).collect();
                points
                    .split(|p| !frame.holds(*p))
                    .filter(|part| part.len() > 1)
                    .map(|part| path(part, false))
                    .collect::<String>()
            })
            .collect()
        };
        Self {
            land: rings(&shapes::land()),
            lakes: rings(&shapes::lakes().0),
            rivers: [in_bed(Bed::North), in_bed(Bed::South)],
        }
    }
}

/// The country of each holder: what lies nearer to his places than to any other's, and not far from them.
fn countries(frame: &Frame, places: &[Place]) -> BTreeMap<Holder, String> {
    let spots: Vec<Point> = places.iter().map(|p| frame.point(p.at)).collect();
    let reach = REACH * frame.scale;
    let mut out: BTreeMap<Holder, String> = BTreeMap::new();
    for (i, place) in places.iter().enumerate() {
        if place.holder == Holder::Nobody {
            continue;
        }
        let here = spots[i];
        let mut ring: Vec<Point> = (0..CORNERS)
            .map(|corner| {
                let turn = std::f64::consts::TAU * corner as f64 / CORNERS as f64;
                (here.0 + reach * turn.cos(), here.1 + reach * turn.sin())
            })
            .collect();
        for (j, there) in spots.iter().enumerate() {
            let apart = (there.0 - here.0, there.1 - here.1);
            let far = apart.0.hypot(apart.1);
            if j != i && far > 0.0 && far < reach * 2.0 {
                let middle = ((here.0 + there.0) / 2.0, (here.1 + there.1) / 2.0);
                ring = cut(&ring, (middle, apart));
            }
        }
        let seen = frame
            .edges()
            .into_iter()
            .fold(ring, |r, edge| cut(&r, edge));
        if seen.len() > 2 {
            out.entry(place.holder)
                .or_default()
                .push_str(&path(&seen, true));
        }
    }
    out
}

/// A map on the page's ground.
#[derive(Template)]
#[template(path = "report/charts/map.svg")]
pub(in crate::report) struct Map {
    words: String,
    size: (i32, i32),
    bed: usize,
    countries: Vec<(&'static str, String)>,
    places: Vec<Dot>,
    names: Vec<Name>,
}

struct Dot {
    x: i32,
    y: i32,
    r: i32,
    class: &'static str,
    known: bool,
    capital: bool,
}

struct Name {
    x: i32,
    y: i32,
    end: bool,
    great: bool,
    text: String,
}

impl Map {
    /// The map of these places; `words` says what it shows.
    pub(in crate::report) fn of(frame: &Frame, bed: Bed, places: &[Place], words: String) -> Self {
        let seen: Vec<(Point, &Place)> = places
            .iter()
            .map(|place| (frame.point(place.at), place))
            .filter(|(at, _)| frame.holds(*at))
            .collect();
        Self {
            words,
            size: frame.size,
            bed: usize::from(bed == Bed::South),
            countries: countries(frame, places)
                .into_iter()
                .map(|(holder, path)| (class(holder), path))
                .collect(),
            places: seen
                .iter()
                .filter(|(_, place)| place.rank > 0 || place.differs)
                .map(|((x, y), place)| Dot {
                    x: *x as i32,
                    y: *y as i32,
                    r: 3 + i32::from(place.rank),
                    class: class(place.holder),
                    known: place.known,
                    capital: place.rank >= 3,
                })
                .collect(),
            names: names(frame, &seen),
        }
    }
}

/// The names for which there is room: first of what is held otherwise on the other map, then the greater places.
fn names(frame: &Frame, seen: &[(Point, &Place)]) -> Vec<Name> {
    let mut taken: Vec<(i32, i32, i32, i32)> = seen
        .iter()
        .filter(|(_, place)| place.rank > 0 || place.differs)
        .map(|((x, y), place)| {
            let r = 3 + i32::from(place.rank);
            let (x, y) = (*x as i32, *y as i32);
            (x - r, y - r, x + r, y + r)
        })
        .collect();
    let mut order: Vec<&(Point, &Place)> = seen.iter().collect();
    order.sort_by_key(|(_, place)| {
        (
            std::cmp::Reverse(place.rank >= 3),
            std::cmp::Reverse(place.differs),
            std::cmp::Reverse(place.rank),
        )
    });
    let mut out = Vec::new();
    for ((x, y), place) in order {
        if place.rank < 2 && !place.differs {
            continue;
        }
        let (x, y) = (*x as i32, *y as i32);
        let r = 3 + i32::from(place.rank);
        // Great places stand in heavier letters.
        let width = wide(&place.name, LETTERS + i32::from(place.rank >= 3));
        let spots = [
            (x + r + 3, y + 4, false),
            (x - r - 3, y + 4, true),
            (x - width / 2, y - r - 4, false),
            (x - width / 2, y + r + LETTERS, false),
        ];
        for (at, base, end) in spots {
            let left = if end { at - width } else { at };
            let room = (left - 2, base - LETTERS + 2, left + width + 2, base + 4);
            let inside =
                room.0 >= 0 && room.1 >= 0 && room.2 <= frame.size.0 && room.3 <= frame.size.1;
            let free = taken
                .iter()
                .all(|t| room.2 < t.0 || t.2 < room.0 || room.3 < t.1 || t.3 < room.1);
            if inside && free {
                taken.push(room);
                out.push(Name {
                    x: at,
                    y: base,
                    end,
                    great: place.rank >= 3,
                    text: place.name.clone(),
                });
                break;
            }
        }
    }
    out
}

/// The class by which the style knows a holder.
pub(in crate::report) const fn class(holder: Holder) -> &'static str {
    match holder {
        Holder::Song => "song",
        Holder::Jin => "jin",
        Holder::Xia => "xia",
        Holder::Liao(_) => "liao",
        Holder::Mongol => "mongol",
        Holder::Puppet(_) => "puppet",
        Holder::Other(_) => "other",
        Holder::Nobody => "nobody",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_is_cut_in_half() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let half = cut(&square, ((5.0, 0.0), (1.0, 0.0)));
        assert_eq!(half.len(), 4);
        assert!(half.iter().all(|p| p.0 <= 5.0));
        assert!(cut(&square, ((-1.0, 0.0), (1.0, 0.0))).is_empty());
    }

    #[test]
    fn a_place_alone_has_a_round_country_and_two_share_the_ground_between_them() {
        let place = |x: f64, holder| Place {
            name: String::new(),
            at: Spot { x, y: 1500.0 },
            rank: 1,
            holder,
            known: true,
            differs: false,
        };
        let both = [place(1500.0, Holder::Song), place(1600.0, Holder::Jin)];
        let frame = Frame::around(&both.iter().map(|p| p.at).collect::<Vec<_>>());
        let lands = countries(&frame, &both);
        assert_eq!(lands.len(), 2);
        let alone = countries(&frame, &both[..1]);
        assert!(alone[&Holder::Song].len() > lands[&Holder::Song].len() / 2);
        assert_ne!(alone[&Holder::Song], lands[&Holder::Song]);
    }
}
