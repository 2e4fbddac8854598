//! Pictures made of numbers: the painted ground of the map, paper, seals, and the scroll of the start screen.
//!
//! * [`ground`] — the painted ground of the map, tile by tile; roads and rivers as lines
//! * [`holders`] — who holds the ground, as a raster for the tint
//! * [`paper`] — the texture of paper
//! * [`seal`] — the seals of people
//! * [`scroll`] — the banner of the start screen
//! * [`pigments`] — the colours of the three themes
//! * [`noise`] — chance and noise that are the same on every run
//! * [`Picture`] — what comes out
//!
//! Everything here is a pure function of what it is given: no game, no window, no files, no clock. Floats are at home here,
//! since nothing of it is ever part of a game's state.
#![expect(
    clippy::disallowed_methods,
    reason = "the ban on float functions is for the state of games; a picture may differ in its last bit"
)]

pub mod ground;
pub mod holders;
pub mod noise;
pub mod paper;
pub mod pigments;
pub mod scroll;
pub mod seal;

/// A picture, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, straight, in sRGB.
    pub rgba: Vec<u8>,
}
