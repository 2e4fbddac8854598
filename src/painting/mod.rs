//! Pictures made of numbers: the painted ground of the map, paper, seals, and the scroll of the start screen.
//!
//! * [`earth`] — where a place lies on the painted earth
//! * [`Picture`] — what comes out
//!
//! Everything here is a pure function of what it is given: no game, no window, no files, no clock. Floats are at home here,
//! since nothing of it is ever part of a game's state.
#![expect(
    clippy::disallowed_methods,
    reason = "the ban on float functions is for the state of games; a picture may differ in its last bit"
)]

pub mod earth;

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
