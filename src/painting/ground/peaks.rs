//! Where the mountains of a level stand: along the crests, and wherever the ground is rough; off towns, roads and great rivers.

use super::super::noise::Luck;
use super::relief::Raster;
use super::{Level, River, Road, Town, Way};
use crate::earth::{Spot, size};

/// Pixels between two mountains, about: the nearer the ground, the larger its mountains.
const fn base(level: Level) -> f64 {
    match level {
        Level::Realm => 16.5,
        Level::Region => 21.0,
        Level::County => 27.0,
    }
}

/// One mountain, in pixels of its level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Peak {
    /// The middle of its foot, from the earth's western edge.
    pub(super) x: f64,
    /// The same from the northern edge.
    pub(super) y: f64,
    /// How wide it is.
    pub(super) wide: f32,
    /// How high it is.
    pub(super) high: f32,
    /// On a crest line: its ridge is drawn a little stronger.
    pub(super) crest: bool,
    /// Its shape.
    pub(super) seed: u64,
}

/// What mountains keep clear of.
pub(super) struct Around<'a> {
    pub(super) raster: &'a Raster,
    pub(super) crests: &'a [(u8, Vec<Spot>)],
    pub(super) towns: &'a [Town],
    pub(super) roads: &'a [Road],
    pub(super) rivers: &'a [River],
}

/// The mountains of a level, from north to south.
pub(super) fn stand(level: Level, around: &Around<'_>) -> Vec<Peak> {
    let km = level.km();
    let all = size();
    let (wide, high) = (all.x / km, all.y / km);
    let keep = keep_out(level, around, wide, high);
    let raster = around.raster;
    let spot = |x: f64, y: f64| Spot {
        x: x * km,
        y: y * km,
    };
    let mut luck = Luck::of(0x5EA_F00D ^ level as u64);
    let base = base(level);
    let mut stood = Stood::new(wide, high, base);
    for (rank, crest) in around.crests {
        for (x, y) in beads(crest, km, base * 0.62) {
            // Off the line to both sides, or a range would look like a fishbone.
            let x = x + f64::from(luck.bell()) * base * 0.27;
            let y = y + f64::from(luck.bell()) * base * 0.17;
            if keep.holds(x, y)
                || raster.inland(spot(x, y)) <= 0.0
                || !stood.room(x, y, base * 0.62)
            {
                continue;
            }
            let relief = raster.relief(spot(x, y));
            let great =
                (1.25 + 0.22 * f32::from(*rank)) * (0.72 + relief / 2300.0).clamp(0.7, 1.25);
            stood.add(x, y, great, true, &mut luck);
        }
    }
    let tries = (wide * high / base / base * 9.0) as u32;
    for _ in 0..tries {
        let x = f64::from(luck.unit()) * wide;
        let y = f64::from(luck.unit()) * high;
        let chance = luck.unit();
        let relief = raster.relief(spot(x, y));
        if relief < 300.0 || chance > (relief - 230.0) / 800.0 {
            continue;
        }
        let room = 1.5 - 0.52 * f64::from(((relief - 300.0) / 900.0).min(1.0));
        if !stood.room(x, y, base * room) || keep.holds(x, y) || raster.inland(spot(x, y)) < 1.0 {
            continue;
        }
        let great = 0.5 + 0.6 * ((relief - 300.0) / 1200.0).min(1.0);
        let great = great * luck.between(0.85, 1.15);
        stood.add(x, y, great, false, &mut luck);
    }
    let mut peaks = stood.peaks;
    peaks.shrink_to_fit();
    peaks.sort_by(|a, b| a.y.total_cmp(&b.y));
    peaks
}

/// Points at even steps along a line, in pixels.
fn beads(line: &[Spot], km: f64, step: f64) -> Vec<(f64, f64)> {
    let mut beads = Vec::new();
    let mut left = 0.0;
    for pair in line.windows(2) {
        let long = pair[0].km(pair[1]) / km;
        while left <= long {
            let t = if long > 0.0 { left / long } else { 0.0 };
            beads.push((
                (pair[0].x + (pair[1].x - pair[0].x) * t) / km,
                (pair[0].y + (pair[1].y - pair[0].y) * t) / km,
            ));
            left += step;
        }
        left -= long;
    }
    beads
}

fn keep_out(level: Level, around: &Around<'_>, wide: f64, high: f64) -> Mask {
    let km = level.km();
    let mut keep = Mask::new(wide, high);
    for town in around.towns {
        // Far away only the great ones are named; the others need no more room than their sign.
        let radius = match (level, town.rank) {
            (Level::Realm, 3..) => 18.0,
            (Level::Realm, 2) => 11.0,
            (Level::Realm, _) => 5.0,
            (_, 3..) => 22.0,
            (_, 2) => 17.0,
            (Level::Region, 0) => 9.0,
            _ => 13.0,
        };
        keep.disc(town.at.x / km, town.at.y / km, radius);
    }
    let great = |river: &&River| !river.canal && river.rank == 1;
    for river in around.rivers.iter().filter(great) {
        for (x, y) in beads(&river.line, km, 3.0) {
            keep.disc(x, y, 7.0);
        }
    }
    for road in around.roads {
        if matches!(road.way, Way::Road | Way::Pass | Way::Ford) {
            for (x, y) in beads(&road.line, km, 2.0) {
                keep.disc(x, y, 3.5);
            }
        }
    }
    keep
}

/// Ground taken, in cells of two pixels, a bit for each: of the nearest level they are sixteen million.
struct Mask {
    columns: usize,
    rows: usize,
    taken: Vec<u64>,
}

impl Mask {
    const CELL: f64 = 2.0;

    fn new(wide: f64, high: f64) -> Self {
        let (columns, rows) = (
            (wide / Self::CELL) as usize + 1,
            (high / Self::CELL) as usize + 1,
        );
        Self {
            columns,
            rows,
            taken: vec![0; (columns * rows).div_ceil(64)],
        }
    }
    fn disc(&mut self, x: f64, y: f64, radius: f64) {
        let (x, y, radius) = (x / Self::CELL, y / Self::CELL, radius / Self::CELL);
        let range = |middle: f64, count: usize| {
            let from = (middle - radius).ceil().max(0.0) as usize;
            let to = (middle + radius).floor().clamp(-1.0, count as f64 - 1.0) as i64;
            from as i64..=to
        };
        for row in range(y, self.rows) {
            for column in range(x, self.columns) {
                let (dx, dy) = (column as f64 - x, row as f64 - y);
                if dx * dx + dy * dy <= radius * radius {
                    let at = row as usize * self.columns + column as usize;
                    self.taken[at / 64] |= 1 << (at % 64);
                }
            }
        }
    }
    fn holds(&self, x: f64, y: f64) -> bool {
        let (column, row) = ((x / Self::CELL).round(), (y / Self::CELL).round());
        let inside = column >= 0.0 && row >= 0.0;
        let (column, row) = (column as usize, row as usize);
        let at = row * self.columns + column;
        inside
            && column < self.columns
            && row < self.rows
            && self.taken[at / 64] & 1 << (at % 64) != 0
    }
}

/// The mountains stood up so far, in cells so that the near ones are found quickly.
struct Stood {
    /// Pixels between two mountains; no distance asked for is longer than half as much again.
    base: f64,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<u32>>,
    peaks: Vec<Peak>,
}

impl Stood {
    fn new(wide: f64, high: f64, base: f64) -> Self {
        let cell = base * 1.5;
        let (columns, rows) = ((wide / cell) as usize + 1, (high / cell) as usize + 1);
        Self {
            base,
            columns,
            rows,
            cells: vec![Vec::new(); columns * rows],
            peaks: Vec::new(),
        }
    }
    fn cell(&self, x: f64, y: f64) -> (usize, usize) {
        let at = |v: f64, count: usize| ((v / self.base / 1.5).max(0.0) as usize).min(count - 1);
        (at(x, self.columns), at(y, self.rows))
    }
    /// Whether no mountain stands within `far` pixels, north and south counted half as long again.
    fn room(&self, x: f64, y: f64, far: f64) -> bool {
        let (column, row) = self.cell(x, y);
        for j in row.saturating_sub(1)..(row + 2).min(self.rows) {
            for i in column.saturating_sub(1)..(column + 2).min(self.columns) {
                for &peak in &self.cells[j * self.columns + i] {
                    let peak = &self.peaks[peak as usize];
                    let (dx, dy) = (peak.x - x, (peak.y - y) * 1.5);
                    if dx * dx + dy * dy < far * far {
                        return false;
                    }
                }
            }
        }
        true
    }
    fn add(&mut self, x: f64, y: f64, great: f32, crest: bool, luck: &mut Luck) {
        let (column, row) = self.cell(x, y);
        self.cells[row * self.columns + column].push(self.peaks.len() as u32);
        self.peaks.push(Peak {
            x,
            y,
            wide: self.base as f32 * 1.75 * great * luck.between(0.9, 1.15),
            high: self.base as f32 * 1.18 * great * luck.between(0.85, 1.2),
            crest,
            seed: luck.bits(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::Atlas;
    use super::*;

    #[test]
    fn mountains_keep_off_towns_roads_and_great_rivers() {
        // Two towns in the thick of the Qinling, and the road between them.
        let town = |id: &str, lon, lat, rank| Town {
            id: id.into(),
            at: Spot::of(lon, lat),
            rank,
        };
        let towns = [town("east", 108.9, 33.7, 2), town("west", 107.3, 33.8, 0)];
        let link = super::super::Link {
            from: 0,
            to: 1,
            way: Way::Pass,
        };
        let atlas = Atlas::new(&towns, &[link]);
        let bare = Atlas::new(&[], &[]);
        for level in [Level::Realm, Level::Region] {
            let nearest = |atlas: &Atlas, at: Spot| {
                let (x, y) = (at.x / level.km(), at.y / level.km());
                let all = atlas.peaks(level).iter();
                all.map(|p| (p.x - x).hypot(p.y - y))
                    .fold(f64::MAX, f64::min)
            };
            assert!(atlas.peaks(level).is_sorted_by(|a, b| a.y <= b.y));
            assert!(nearest(&atlas, towns[0].at) >= 9.0);
            assert!(nearest(&bare, towns[0].at) < 17.0);
            let line = &atlas.roads()[0].line;
            assert!(line.iter().all(|spot| nearest(&atlas, *spot) > 2.0));
            let rivers = atlas.rivers(super::super::Bed::North);
            let yellow = rivers.filter(|r| r.yellow);
            assert!(
                yellow
                    .flat_map(|r| &r.line)
                    .all(|spot| nearest(&atlas, *spot) > 4.0)
            );
        }
    }
}
