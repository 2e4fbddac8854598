//! A picture in the making: one colour a pixel in full precision, and what lays colour on it.

use super::super::Picture;
use super::super::pigments::Colour;

/// A colour in numbers, 0 to 255.
pub(in crate::painting) type Tone = [f32; 3];

/// The same colour, to reckon with.
pub(in crate::painting) const fn tone([r, g, b]: Colour) -> Tone {
    [r as f32, g as f32, b as f32]
}

/// `under` covered with so much of `colour`.
#[inline]
pub(in crate::painting) const fn over(under: Tone, colour: Tone, much: f32) -> Tone {
    let left = 1.0 - much;
    [
        under[0] * left + colour[0] * much,
        under[1] * left + colour[1] * much,
        under[2] * left + colour[2] * much,
    ]
}

/// `under` seen through so much of a `colour` wash.
#[inline]
pub(in crate::painting) const fn wash(under: Tone, colour: Tone, much: f32) -> Tone {
    let left = 1.0 - much;
    [
        under[0] * (left + colour[0] / 255.0 * much),
        under[1] * (left + colour[1] / 255.0 * much),
        under[2] * (left + colour[2] / 255.0 * much),
    ]
}

/// A picture in the making.
pub(in crate::painting) struct Canvas {
    pub(in crate::painting) width: usize,
    pub(in crate::painting) height: usize,
    pub(in crate::painting) tones: Vec<Tone>,
}

impl Canvas {
    pub(in crate::painting) fn new(width: usize, height: usize, ground: Tone) -> Self {
        Self {
            width,
            height,
            tones: vec![ground; width * height],
        }
    }

    /// Lays a colour on through a mask.
    pub(in crate::painting) fn lay(&mut self, mask: &[f32], colour: Colour, much: f32) {
        let colour = tone(colour);
        for (under, mask) in self.tones.iter_mut().zip(mask) {
            if *mask > 0.0 {
                *under = over(*under, colour, mask * much);
            }
        }
    }

    /// What has been painted, each pixel times `paper`.
    pub(in crate::painting) fn finish(&self, paper: impl Fn(usize, usize) -> f32) -> Picture {
        let mut rgba = Vec::with_capacity(self.tones.len() * 4);
        for (y, row) in self.tones.chunks_exact(self.width).enumerate() {
            for (x, [r, g, b]) in row.iter().enumerate() {
                let light = paper(x, y);
                // A cast to u8 stops at its bounds.
                rgba.extend([
                    (r * light + 0.5) as u8,
                    (g * light + 0.5) as u8,
                    (b * light + 0.5) as u8,
                    255,
                ]);
            }
        }
        Picture {
            width: self.width as u32,
            height: self.height as u32,
            rgba,
        }
    }
}
