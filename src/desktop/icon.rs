//! The seal on the task bar: three peaks and two waves, knocked out of cinnabar.

use crate::painting::Picture;
use crate::panels::look::Palette;
use crate::panels::settings::Theme;

/// Pixels of a side.
const SIDE: u32 = 64;

/// The icon.
pub(super) fn icon() -> Picture {
    let ink = Palette::of(Theme::Paper);
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let (x, y) = (x as f32 + 0.5, y as f32 + 0.5);
            let colour = if knocked_out(x, y) {
                ink.seal_paper
            } else {
                ink.seal
            };
            let alpha = if body(x, y) { 255 } else { 0 };
            rgba.extend([colour.r(), colour.g(), colour.b(), alpha]);
        }
    }
    Picture {
        width: SIDE,
        height: SIDE,
        rgba,
    }
}

/// A square with its corners taken off.
fn body(x: f32, y: f32) -> bool {
    let side = SIDE as f32;
    let (dx, dy) = (x.min(side - x), y.min(side - y));
    dx > 2.0 && dy > 2.0 && dx + dy > 9.0
}

/// The strokes.
fn knocked_out(x: f32, y: f32) -> bool {
    // Peaks: where each stands, and how high.
    let peaks = [(32.0, 12.0), (17.0, 23.0), (47.0, 21.0)];
    let ridge = peaks
        .iter()
        .map(|(at, top)| top + (x - at).abs() * 1.35)
        .fold(f32::MAX, f32::min);
    let inside = (9.0..55.0).contains(&x);
    let mountain = y > ridge && y < ridge + 6.0 && y < 40.0;
    // Waves: one swing of a bow to every 14 pixels.
    let wave = |level: f32| {
        let phase = ((x - 9.0) % 14.0) / 14.0;
        let swing = 4.0 * phase * (1.0 - phase) * 5.0;
        (y - (level - swing)).abs() < 1.9
    };
    inside && (mountain || wave(48.0) || wave(56.0))
}
