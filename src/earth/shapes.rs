//! The bundled data of the earth, read into km: land, lakes, crests, rivers and waterways.

use serde::Deserialize;

use super::{NORTH_WEST, SOUTH_EAST, Spot};

/// A closed line, without its first point repeated.
pub type Ring = Vec<Spot>;

/// Which beds the rivers have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bed {
    /// Before the winter of 1128: the Yellow River runs north-east.
    #[default]
    North,
    /// After it: the Yellow River runs into the Si and the Huai.
    South,
}

/// A river or canal, drawn downstream.
#[derive(Clone, Debug, PartialEq)]
pub struct River {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Whether it was dug.
    pub canal: bool,
    /// 1 great, 2 lesser.
    pub rank: u8,
    /// The Yellow River, in one of its reaches.
    pub yellow: bool,
    /// Its line, smoothed.
    pub line: Vec<Spot>,
}

#[derive(Deserialize)]
struct File<P> {
    features: Vec<Feature<P>>,
}
#[derive(Deserialize)]
struct Feature<P> {
    properties: P,
    geometry: Geometry,
}
#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    LineString(Vec<[f64; 2]>),
    Polygon(Vec<Vec<[f64; 2]>>),
}
#[derive(Deserialize)]
struct Nothing {}
#[derive(Deserialize)]
struct LakeName {
    name: String,
}
#[derive(Deserialize)]
struct RangeRank {
    rank: u8,
}
#[derive(Deserialize)]
struct RiverFacts {
    id: String,
    name: String,
    name_zh: String,
    kind: String,
    rank: u8,
    valid: String,
}

fn read<P: for<'a> Deserialize<'a>>(text: &str) -> Vec<Feature<P>> {
    let file: File<P> = serde_json::from_str(text).expect("the bundled atlas is well formed");
    file.features
}

/// A point of the data; what lies on the frame is pushed outward, so that the frame itself is never a coast.
fn spot([lon, lat]: [f64; 2]) -> Spot {
    const NEAR: f64 = 0.02;
    const BEYOND: f64 = 6.0;
    let lon = if lon < NORTH_WEST.0 + NEAR {
        lon - BEYOND
    } else if lon > SOUTH_EAST.0 - NEAR {
        lon + BEYOND
    } else {
        lon
    };
    let lat = if lat > NORTH_WEST.1 - NEAR {
        lat + BEYOND
    } else if lat < SOUTH_EAST.1 + NEAR {
        lat - BEYOND
    } else {
        lat
    };
    Spot::of(lon, lat)
}

/// Cuts the corners of an open line, `times` times over; its ends stay.
#[must_use]
pub fn smooth(line: &[Spot], times: u32) -> Vec<Spot> {
    let mut line = line.to_vec();
    for _ in 0..times {
        let (Some(first), Some(last)) = (line.first(), line.last()) else {
            return line;
        };
        let mut next = Vec::with_capacity(line.len() * 2 + 2);
        next.push(*first);
        for pair in line.windows(2) {
            next.push(between(pair[0], pair[1], 0.25));
            next.push(between(pair[0], pair[1], 0.75));
        }
        next.push(*last);
        line = next;
    }
    line
}

/// The same for a closed line.
fn smooth_ring(ring: &[Spot], times: u32) -> Ring {
    let mut ring = ring.to_vec();
    for _ in 0..times {
        let mut next = Vec::with_capacity(ring.len() * 2);
        for i in 0..ring.len() {
            let (a, b) = (ring[i], ring[(i + 1) % ring.len()]);
            next.push(between(a, b, 0.25));
            next.push(between(a, b, 0.75));
        }
        ring = next;
    }
    ring
}

/// A point on the way from one to another.
#[must_use]
pub const fn between(a: Spot, b: Spot, t: f64) -> Spot {
    Spot {
        x: a.x + (b.x - a.x) * t,
        y: a.y + (b.y - a.y) * t,
    }
}

/// How wide or high a ring is, whichever is more, in km.
#[must_use]
pub fn across(ring: &[Spot]) -> f64 {
    let span = |of: fn(&Spot) -> f64| {
        let low = ring.iter().map(of).fold(f64::MAX, f64::min);
        ring.iter().map(of).fold(f64::MIN, f64::max) - low
    };
    span(|s| s.x).max(span(|s| s.y))
}

fn rings(geometry: Geometry) -> Vec<Ring> {
    let Geometry::Polygon(rings) = geometry else {
        return Vec::new();
    };
    rings
        .into_iter()
        .map(|ring| {
            let mut ring: Ring = ring.into_iter().map(spot).collect();
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            smooth_ring(&ring, 2)
        })
        .collect()
}

fn line(geometry: Geometry) -> Vec<Spot> {
    match geometry {
        Geometry::LineString(points) => points
            .into_iter()
            .map(|[lon, lat]| Spot::of(lon, lat))
            .collect(),
        Geometry::Polygon(_) => Vec::new(),
    }
}

/// The rings of all land, holes included: inside is where a ray crosses them an odd number of times.
#[must_use]
pub fn land() -> Vec<Ring> {
    read::<Nothing>(include_str!("../../assets/atlas/land_1120.geojson"))
        .into_iter()
        .flat_map(|f| rings(f.geometry))
        .collect()
}

/// The rings of the lakes, and those of the pond belt of Hebei.
#[must_use]
pub fn lakes() -> (Vec<Ring>, Vec<Ring>) {
    let (mut open, mut ponds) = (Vec::new(), Vec::new());
    for lake in read::<LakeName>(include_str!("../../assets/atlas/lakes.geojson")) {
        let belt = lake.properties.name == "Hebei pond belt";
        let into = if belt { &mut ponds } else { &mut open };
        into.extend(rings(lake.geometry));
    }
    (open, ponds)
}

/// The crests of the ranges, with their ranks.
#[must_use]
pub fn crests() -> Vec<(u8, Vec<Spot>)> {
    read::<RangeRank>(include_str!("../../assets/atlas/ranges.geojson"))
        .into_iter()
        .map(|f| (f.properties.rank, smooth(&line(f.geometry), 2)))
        .collect()
}

/// When a river runs as drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Valid {
    /// In every year.
    All,
    /// Until the river left its bed.
    Until1128,
    /// From then on.
    From1128,
    /// A course later than any scenario; kept out of sight.
    Later,
}

impl Valid {
    /// Whether it runs in this bed.
    #[must_use]
    pub fn runs(self, bed: Bed) -> bool {
        match self {
            Self::All => true,
            Self::Until1128 => bed == Bed::North,
            Self::From1128 => bed == Bed::South,
            Self::Later => false,
        }
    }
}

/// Rivers and canals.
#[must_use]
pub fn rivers() -> Vec<(Valid, River)> {
    let mut rivers = drawn();
    join(&mut rivers);
    rivers
}

/// Reaches of the Yellow River that were drawn apart begin where the one above them ends.
fn join(rivers: &mut [(Valid, River)]) {
    const GAP: f64 = 15.0;
    for i in 0..rivers.len() {
        if !rivers[i].1.yellow {
            continue;
        }
        let Some(start) = rivers[i].1.line.first().copied() else {
            continue;
        };
        let ends = rivers.iter().enumerate();
        let above = ends
            .filter(|(j, (_, river))| *j != i && river.yellow)
            .filter_map(|(_, (_, river))| river.line.last().copied())
            .find(|end| end.km(start) < GAP);
        if let Some(end) = above {
            // Half a dozen points lead over, so that no corner is left.
            let line = &mut rivers[i].1.line;
            let count = line.len().min(6);
            for (k, spot) in line.iter_mut().take(count).enumerate() {
                let much = 1.0 - k as f64 / count as f64;
                spot.x += (end.x - start.x) * much;
                spot.y += (end.y - start.y) * much;
            }
        }
    }
}

fn drawn() -> Vec<(Valid, River)> {
    read::<RiverFacts>(include_str!("../../assets/atlas/rivers.geojson"))
        .into_iter()
        .map(|f| {
            let facts = f.properties;
            let valid = match facts.valid.as_str() {
                "all" => Valid::All,
                "to 1128" => Valid::Until1128,
                "from 1128" => Valid::From1128,
                _ => Valid::Later,
            };
            let river = River {
                yellow: facts.id.starts_with("yellow"),
                id: facts.id,
                name: facts.name,
                name_zh: facts.name_zh,
                canal: facts.kind == "canal",
                rank: facts.rank,
                line: smooth(&line(f.geometry), 3),
            };
            (valid, river)
        })
        .collect()
}

/// What a boat follows between two places.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterway {
    /// One end, by the id of its place.
    pub from: &'static str,
    /// The other end.
    pub to: &'static str,
    /// The river's id; empty at sea.
    pub follows: &'static str,
    /// Way-points at sea.
    pub via: Vec<Spot>,
}

/// What boats follow.
#[must_use]
pub fn waterways() -> Vec<Waterway> {
    let point = |text: &str| {
        let (lon, lat) = text.split_once(' ')?;
        Some(Spot::of(lon.parse().ok()?, lat.parse().ok()?))
    };
    include_str!("../../assets/atlas/waterways.csv")
        .lines()
        .skip(1)
        .filter_map(|row| {
            let mut cells = row.split(',');
            Some(Waterway {
                from: cells.next()?,
                to: cells.next()?,
                follows: cells.next()?,
                via: cells.next()?.split('|').filter_map(point).collect(),
            })
        })
        .collect()
}
