//! The painted ground of the map, tile by tile.
//!
//! [`Atlas::new`] reads the data once and finds the roads; [`Atlas::paint`] paints any tile of it, the same each time, with a hem
//! of its neighbours round it, and any two tiles of one level meet without a seam.

pub(in crate::painting) mod canvas;
mod mountain;
mod peaks;
pub(in crate::painting) mod relief;
mod roads;
pub(in crate::painting) mod shore;
pub(in crate::painting) mod stroke;
mod tile;

use std::sync::OnceLock;

use super::Picture;
use super::pigments::Pigments;
use crate::earth::shapes::{self, Ring, Valid};
use crate::earth::{Bed, River, Spot, size};
use peaks::{Around, Peak};
use relief::{Heights, Raster};

/// Pixels of a tile's side.
pub const SIDE: u32 = 512;
/// Pixels that a painted tile shows of its neighbours on every side. Whoever blends pixels where a tile is not laid pixel on pixel
/// finds the next ones there; without them each tile would end in a hard edge.
pub const HEM: u32 = 1;

/// How near the ground is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The whole realm: 2.4 km to a pixel.
    Realm,
    /// A region: 1 km to a pixel.
    Region,
    /// A county: 0.45 km to a pixel.
    County,
}

impl Level {
    /// All of them, from far to near.
    pub const ALL: [Self; 3] = [Self::Realm, Self::Region, Self::County];

    /// Km to a pixel.
    #[must_use]
    pub const fn km(self) -> f64 {
        match self {
            Self::Realm => 2.4,
            Self::Region => 1.0,
            Self::County => 0.45,
        }
    }
    /// Km to a tile's side.
    #[must_use]
    pub const fn span(self) -> f64 {
        self.km() * SIDE as f64
    }
    /// How many tiles lie from west to east and from north to south.
    #[must_use]
    pub fn tiles(self) -> (u16, u16) {
        let all = size();
        let count = |km: f64| (km / self.span()).ceil() as u16;
        (count(all.x), count(all.y))
    }
}

/// A tile: `x` counts from the west, `y` from the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    /// Its level.
    pub level: Level,
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
}

impl Tile {
    /// Its corner in the north-west.
    #[must_use]
    pub fn corner(self) -> Spot {
        Spot {
            x: f64::from(self.x) * self.level.span(),
            y: f64::from(self.y) * self.level.span(),
        }
    }
    /// The tiles of a level that a rectangle touches, row by row.
    #[must_use]
    pub fn over(level: Level, from: Spot, to: Spot) -> Vec<Self> {
        let (columns, rows) = level.tiles();
        let at = |km: f64, count: u16| ((km / level.span()).floor().max(0.0) as u16).min(count - 1);
        let (x0, x1) = (at(from.x, columns), at(to.x, columns));
        let (y0, y1) = (at(from.y, rows), at(to.y, rows));
        (y0..=y1)
            .flat_map(|y| (x0..=x1).map(move |x| Self { level, x, y }))
            .collect()
    }
}

/// What a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A road.
    Road,
    /// A mountain road.
    Pass,
    /// A road over a great river.
    Ford,
    /// Down a river by boat.
    River,
    /// Along a canal.
    Canal,
    /// By sea.
    Sea,
}

/// A named place: the painting keeps clear of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Its id in the atlas.
    pub id: String,
    /// Where it lies.
    pub at: Spot,
    /// How great it is: 0 a depot, 1 a prefecture, 2 a superior prefecture, 3 a capital. The greater, the more room.
    pub rank: u8,
}

/// A route to lay over the ground: two towns by their number, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// One end, as a number in the list of towns.
    pub from: usize,
    /// The other end.
    pub to: usize,
    /// What it is.
    pub way: Way,
}

/// A route as it lies on the ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Road {
    /// One end.
    pub from: usize,
    /// The other end.
    pub to: usize,
    /// What it is.
    pub way: Way,
    /// Its line, from `from` to `to`.
    pub line: Vec<Spot>,
}

/// The data of the ground, read once.
#[derive(Clone, Debug)]
pub struct Atlas {
    towns: Vec<Town>,
    roads: Vec<Road>,
    rivers: Vec<River>,
    valid: Vec<Valid>,
    land: Vec<Ring>,
    lakes: Vec<Ring>,
    ponds: Vec<Ring>,
    crests: Vec<(u8, Vec<Spot>)>,
    heights: Heights,
    raster: Raster,
    peaks: [OnceLock<Vec<Peak>>; 3],
}

impl Atlas {
    /// Reads the data and lays the routes over the ground.
    #[must_use]
    pub fn new(towns: &[Town], links: &[Link]) -> Self {
        let (valid, rivers): (Vec<_>, Vec<_>) = shapes::rivers().into_iter().unzip();
        let (lakes, ponds) = shapes::lakes();
        let land = shapes::land();
        let heights = Heights::new();
        let raster = Raster::new(&heights, &land);
        Self {
            towns: towns.to_vec(),
            roads: roads::lay(towns, links, &raster, &rivers),
            rivers,
            valid,
            land,
            lakes,
            ponds,
            crests: shapes::crests(),
            heights,
            raster,
            peaks: Default::default(),
        }
    }

    /// The routes as they lie on the ground, in the order given to [`Self::new`].
    #[must_use]
    pub fn roads(&self) -> &[Road] {
        &self.roads
    }

    /// The rivers and canals in the beds of the year.
    pub fn rivers(&self, bed: Bed) -> impl Iterator<Item = &River> {
        let runs = move |valid: &Valid| valid.runs(bed);
        let both = self.rivers.iter().zip(&self.valid);
        both.filter(move |(_, valid)| runs(valid))
            .map(|(river, _)| river)
    }

    /// Paints a tile: [`SIDE`] by [`SIDE`] pixels and a [`HEM`] round them, opaque. The first tile of a level takes longer, since the
    /// level's mountains are then stood up; [`Self::prepare`] does it beforehand.
    #[must_use]
    pub fn paint(&self, tile: Tile, pigments: &Pigments, bed: Bed) -> Picture {
        let side = i64::from(SIDE);
        let corner = |n: u16| i64::from(n) * side - i64::from(HEM);
        let whole = SIDE + 2 * HEM;
        let at = (corner(tile.x), corner(tile.y));
        self.piece(tile.level, at, (whole, whole), pigments, bed)
    }

    /// Paints any rectangle of a level, its corner and size in pixels of the level.
    #[must_use]
    pub fn piece(
        &self,
        level: Level,
        (left, top): (i64, i64),
        (width, height): (u32, u32),
        pigments: &Pigments,
        bed: Bed,
    ) -> Picture {
        let piece = tile::Piece {
            level,
            left,
            top,
            width: width as usize,
            height: height as usize,
        };
        tile::paint(self, &piece, pigments, bed)
    }

    /// Stands the mountains of a level up.
    pub fn prepare(&self, level: Level) {
        self.peaks(level);
    }

    fn peaks(&self, level: Level) -> &[Peak] {
        self.peaks[level as usize].get_or_init(|| {
            let around = Around {
                raster: &self.raster,
                crests: &self.crests,
                towns: &self.towns,
                roads: &self.roads,
                rivers: &self.rivers,
            };
            peaks::stand(level, &around)
        })
    }
}
