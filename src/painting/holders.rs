//! Who holds the ground: a coarse raster of the whole earth that the window samples to tint it, patterns and border lines
//! included. It depends on nothing but where the places lie and who holds each.
//!
//! # What the raster says
//!
//! [`Partition::field`] gives `WIDTH × HEIGHT` texels of four bytes, row by row from the north; texel (i, j) has its middle at
//! [`Partition::middle`], that is at `((i + 0.5) · KM, (j + 0.5) · KM)` of [`super::earth`]:
//!
//! | byte | meaning |
//! |---|---|
//! | R | the holder: the number given for the nearest place, 0 nobody |
//! | G | distance to the nearest ground of another holder, in half km: 0 … 255 = 0 … 127 km and beyond |
//! | B | distance to the coast: 128 at the coast, 4 more for each km inland, 4 less for each km out at sea |
//! | A | reach: 255 where some place is near enough to hold the ground, falling to 0 in wilderness and in lands that no place of the atlas holds |
//!
//! R must not be interpolated. Load the four texels round the point with `textureLoad`, with their bilinear weights `w`. For each
//! holder `h` among the four, sum `w · (R == h ? G : −G)`: the largest sum is the holder of the point, and the sum itself its
//! distance to the border, in half km (0 on the border). So the border is a smooth line though a texel is 4 km wide.
//! B and A may be interpolated as usual: it is land where B > 0.5, exactly at the painted coast.

use super::earth::{Spot, size};

/// Km to a texel.
pub const KM: f64 = 4.0;
/// Texels from west to east.
pub const WIDTH: usize = 912;
/// Texels from north to south.
pub const HEIGHT: usize = 888;

/// The nearest places of each texel, made once for a set of places.
#[derive(Clone, Debug)]
pub struct Partition {
    places: Vec<Spot>,
}

impl Partition {
    /// The partition among these places.
    #[must_use]
    pub fn new(places: &[Spot]) -> Self {
        Self {
            places: places.to_vec(),
        }
    }

    /// The middle of a texel.
    #[must_use]
    pub const fn middle(i: usize, j: usize) -> Spot {
        Spot {
            x: (i as f64 + 0.5) * KM,
            y: (j as f64 + 0.5) * KM,
        }
    }

    /// The raster for these holders, one for each place in the order given to [`Self::new`]; 0 is nobody. See the head of the file.
    #[must_use]
    pub fn field(&self, holder_of_place: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(WIDTH * HEIGHT * 4);
        for j in 0..HEIGHT {
            for i in 0..WIDTH {
                let here = Self::middle(i, j);
                let mut best = (f64::MAX, 0);
                for (place, holder) in self.places.iter().zip(holder_of_place) {
                    let km = here.km(*place);
                    if km < best.0 {
                        best = (km, *holder);
                    }
                }
                out.extend([best.1, 40, 255, 255]);
            }
        }
        debug_assert!(size().x <= WIDTH as f64 * KM);
        out
    }
}
