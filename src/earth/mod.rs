//! The earth of the twelfth century: where a place lies on the map, and the shapes of coast and water.
//!
//! The map is plate carrée, x scaled by the cosine of one middle latitude, in km. [`shapes`] reads the bundled data; the painted ground
//! and the printed pages draw the same coast from it. The room knows no scenario and no game. Floats are at home here, since nothing of
//! it is ever part of a game's state.

pub mod shapes;

pub use shapes::{Bed, River};

/// The latitude at which the map is true in both directions: that of Kaifeng, about.
pub const TRUE_LATITUDE: f64 = 35.0;
/// Cosine of [`TRUE_LATITUDE`].
const COS: f64 = 0.819_152_044;
/// Km to a degree of the equator.
const KM_LON: f64 = 111.32;
/// Km to a degree of latitude.
const KM_LAT: f64 = 110.95;
/// The corner of the atlas in the north-west: longitude and latitude.
pub const NORTH_WEST: (f64, f64) = (95.0, 50.0);
/// The corner in the south-east.
pub const SOUTH_EAST: (f64, f64) = (135.0, 18.0);

/// A point of the painted earth: km east of the atlas's north-west corner, and km south of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// Km east.
    pub x: f64,
    /// Km south.
    pub y: f64,
}

impl Spot {
    /// The point of a longitude east and latitude north, in degrees.
    #[must_use]
    pub const fn of(lon: f64, lat: f64) -> Self {
        Self {
            x: (lon - NORTH_WEST.0) * COS * KM_LON,
            y: (NORTH_WEST.1 - lat) * KM_LAT,
        }
    }
    /// The point of a place's thousandths of a degree.
    #[must_use]
    pub fn of_milli(lon_milli: i32, lat_milli: i32) -> Self {
        Self::of(f64::from(lon_milli) / 1000.0, f64::from(lat_milli) / 1000.0)
    }
    /// Longitude and latitude, in degrees.
    #[must_use]
    pub const fn degrees(self) -> (f64, f64) {
        (
            NORTH_WEST.0 + self.x / (COS * KM_LON),
            NORTH_WEST.1 - self.y / KM_LAT,
        )
    }
    /// Km to another point.
    #[must_use]
    pub fn km(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// The size of the painted earth in km: east to west, north to south.
#[must_use]
pub const fn size() -> Spot {
    Spot::of(SOUTH_EAST.0, SOUTH_EAST.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let (lon, lat) = Spot::of(114.35, 34.8).degrees();
        assert!((lon - 114.35).abs() < 1e-9 && (lat - 34.8).abs() < 1e-9);
        // Kaifeng to Zhengzhou, some 65 km as the crow flies.
        let km = Spot::of(114.35, 34.8).km(Spot::of(113.65, 34.76));
        assert!((60.0..70.0).contains(&km), "{km}");
    }
}
