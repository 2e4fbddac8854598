//! The banner of the start screen: the real relief in an oblique view, far to near, painted mountain by mountain, after the
//! blue-and-green scroll of 1113.

mod peak;

use super::Picture;
use super::ground::canvas::{Canvas, over, tone};
use super::ground::relief::Heights;
use super::ground::stroke::Mask;
use super::noise::{self, Luck};
use super::paper::Texture;
use super::pigments::{Colour, Pigments};
use crate::earth::Spot;
use peak::{Brush, Peak};

/// What the scroll was composed for.
const COMPOSED: (f32, f32) = (1280.0, 328.0);
/// Samples along a pixel's side.
const FINE: usize = 2;
/// The country it shows: from west to east, and from the far north to the near south.
const EAST: (f32, f32) = (103.5, 121.0);
const NORTH: (f32, f32) = (41.2, 31.8);

/// The scroll, `width` by `height` pixels; it was composed for 1280 by 328, and other sizes are scaled to their height.
#[must_use]
pub fn scroll(width: u32, height: u32, pigments: &Pigments) -> Picture {
    let (width, height) = (width.max(1) as usize, height.max(1) as usize);
    let (wide, high) = (width * FINE, height * FINE);
    let scale = high as f32 / COMPOSED.1;
    // A wider scroll has the same things farther apart.
    let stretch = wide as f32 / scale / COMPOSED.0;
    let view = View {
        scale,
        stretch,
        width: COMPOSED.0 * stretch,
    };
    let silk = &pigments.scroll;
    let mut canvas = Canvas::new(wide, high, tone(silk.mist));
    for (y, row) in canvas.tones.chunks_exact_mut(wide).enumerate() {
        let much = (1.0 - y as f32 / scale / 130.0).clamp(0.0, 1.0) * 0.42;
        row.fill(over(tone(silk.mist), tone(silk.sky), much));
    }
    let mut luck = Luck::of(9);
    let mut brush = Brush::new();
    for peak in &compose(&view, &mut luck) {
        brush.paint(&mut canvas, &view, peak, silk, &mut luck);
        if peak.near > 0.3 && peak.high > 34.0 {
            for _ in 0..1 + luck.below(3) {
                let clod = Peak {
                    foot: peak.foot + luck.between(1.0, 6.0),
                    x: peak.x + luck.between(-0.45, 0.45) * peak.wide,
                    wide: peak.wide * luck.between(0.3, 0.5),
                    high: peak.high * luck.between(0.3, 0.48),
                    near: peak.near,
                };
                brush.paint(&mut canvas, &view, &clod, silk, &mut luck);
            }
        }
    }
    bands(&mut canvas, &view, silk.mist);
    let mut mask = Mask::new(wide, high);
    waves(&mut mask, &view);
    canvas.lay(&mask.cover, silk.water, 0.5);
    let mut mask = Mask::new(wide, high);
    for (x, y, size) in [(886.0, 214.0, 1.0), (812.0, 188.0, 0.62)] {
        boat(&mut mask, &view, (x * stretch, y), size);
    }
    canvas.lay(&mask.cover, silk.ink, 0.8);
    finish(&canvas, &view, pigments)
}

/// How the composition lies on the canvas.
struct View {
    /// Samples to a unit of the composition.
    scale: f32,
    /// How much farther apart things stand than as composed.
    stretch: f32,
    /// Units across.
    width: f32,
}

/// The mountains, far to near.
fn compose(view: &View, luck: &mut Luck) -> Vec<Peak> {
    const ROWS: u32 = 17;
    let heights = Heights::new();
    let mut peaks = Vec::new();
    for row in 0..ROWS {
        let near = row as f32 / (ROWS - 1) as f32;
        let north = noise::mix(NORTH.0, NORTH.1, near);
        let size = 20.0 + 66.0 * f32::powf(near, 1.15);
        let count = (view.width / (size * 0.62)) as u32;
        for i in 0..count {
            let across = (i as f32 + luck.between(0.1, 0.9)) / count as f32;
            // As composed, for everything that decides; stretched only when it is put down.
            let x = across * (COMPOSED.0 + 80.0) - 40.0;
            let east = noise::mix(EAST.0, EAST.1, x / COMPOSED.0);
            let relief = rough(&heights, east, north + luck.bell() * 0.12);
            let mut great = ((relief - 120.0) / 1000.0).clamp(0.0, 1.3);
            // Open water on the right, and a river valley between the mountains.
            let mut land = if near < 0.75 {
                ((980.0 - x) / 380.0).clamp(0.0, 1.0)
            } else {
                ((820.0 - x) / 330.0).clamp(0.0, 1.0)
            };
            if near < 0.45 {
                land = land.max(0.35 * ((900.0 - x) / 260.0).clamp(0.0, 1.0));
            }
            let off = (x - (430.0 + 210.0 * near)) / (34.0 + 70.0 * near);
            let valley = f32::exp(-off * off) * ((near - 0.15) * 2.0).clamp(0.0, 1.0);
            great *= land * (1.0 - 0.95 * valley);
            let chance = luck.unit();
            if great < 0.12 || chance > great * 1.7 + 0.15 {
                continue;
            }
            peaks.push(Peak {
                foot: 116.0
                    + f32::powf(near, 1.1) * (COMPOSED.1 - 126.0)
                    + luck.bell() * (3.0 + 5.0 * near),
                x: x * view.stretch,
                high: size * (0.62 + 1.05 * great) * luck.between(0.8, 1.3),
                wide: size * (1.25 + 0.8 * great) * luck.between(0.9, 1.3),
                near,
            });
        }
    }
    // Hosts and guests: four that hold the picture together.
    for (foot, x, wide, high, near) in [
        (252.0, 214.0, 256.0, 186.0, 0.74),
        (282.0, 86.0, 214.0, 156.0, 0.86),
        (228.0, 392.0, 196.0, 126.0, 0.62),
        (304.0, 560.0, 176.0, 78.0, 0.95),
    ] {
        peaks.push(Peak {
            foot,
            x: x * view.stretch,
            wide,
            high,
            near,
        });
    }
    peaks.sort_by(|a, b| a.foot.total_cmp(&b.foot));
    peaks
}

/// Metres between the highest and lowest ground near a point.
fn rough(heights: &Heights, east: f32, north: f32) -> f32 {
    const CELL: f32 = 1.0 / 12.0;
    let (mut high, mut low) = (f32::MIN, f32::MAX);
    for j in -2..=2i16 {
        for i in -2..=2i16 {
            let spot = Spot::of(
                f64::from(east + f32::from(i) * CELL),
                f64::from(north + f32::from(j) * CELL),
            );
            let metres = heights.smooth(spot).metres;
            high = high.max(metres);
            low = low.min(metres);
        }
    }
    // The smooth heights are flatter than the ground.
    (high - low) * 1.25
}

/// Bands of mist between the ranges.
fn bands(canvas: &mut Canvas, view: &View, mist: Colour) {
    let mist = tone(mist);
    for (band, (middle, much, wide)) in
        [(128.0, 0.48, 9.0), (168.0, 0.54, 10.0), (222.0, 0.48, 12.0)]
            .into_iter()
            .enumerate()
    {
        for y in 0..canvas.height {
            let off = (y as f32 / view.scale - middle) / wide;
            let here = f32::exp(-off * off) * much;
            if here < 0.004 {
                continue;
            }
            let row = &mut canvas.tones[y * canvas.width..(y + 1) * canvas.width];
            for (x, under) in row.iter_mut().enumerate() {
                let (u, v) = (x as f32 / view.scale / 144.0, y as f32 / view.scale / 20.0);
                let thick = (0.5 + 1.4 * noise::octaves(u, v, 51 + band as u32, 2)).clamp(0.0, 1.0);
                *under = over(*under, mist, here * thick);
            }
        }
    }
}

/// The lines of the open water.
fn waves(mask: &mut Mask, view: &View) {
    let mut luck = Luck::of(8);
    for _ in 0..150 {
        let y = luck.between(150.0, COMPOSED.1 - 30.0);
        let x = luck.between(640.0, COMPOSED.0 - 10.0) * view.stretch;
        let long = luck.between(14.0, 58.0) * (0.5 + (y - 150.0) / 130.0);
        let pale = 0.43 * (0.35 + 0.65 * (y - 150.0) / 150.0);
        let line: Vec<(f32, f32)> = (0..=(long / 2.0) as u32)
            .map(|step| {
                let on = step as f32 * 2.0;
                (
                    (x + on) * view.scale,
                    (y + f32::sin(on / 6.0) * 0.8) * view.scale,
                )
            })
            .collect();
        // A line of half the width is half as dark.
        mask.stroke(&line, |_, part| {
            pale * 1.9 * (1.0 - f32::abs(part * 2.0 - 1.0) * 0.5)
        });
    }
}

/// A boat with its sail.
fn boat(mask: &mut Mask, view: &View, (x, y): (f32, f32), size: f32) {
    let at = |(a, b): (f32, f32)| ((x + a * size) * view.scale, (y + b * size) * view.scale);
    let shape = |points: &[(f32, f32)]| points.iter().map(|p| at(*p)).collect::<Vec<_>>();
    let hull = [
        (-17.0, 0.0),
        (-13.0, 4.0),
        (12.0, 4.0),
        (18.0, -1.0),
        (12.0, 1.0),
        (-12.0, 1.0),
    ];
    let house = [(-7.0, 1.0), (-5.0, -4.0), (5.0, -4.0), (7.0, 1.0)];
    let sail = [(2.0, -29.0), (14.0, -25.0), (13.0, -7.0), (2.0, -5.0)];
    fill(mask, &shape(&hull), 0.84);
    fill(mask, &shape(&house), 0.70);
    fill(mask, &shape(&sail), 0.37);
    let thick = (0.7 * size * view.scale).max(1.0);
    mask.stroke(&[at((1.0, -2.0)), at((1.0, -30.0))], |_, _| thick);
    for batten in 0..4u8 {
        let down = f32::from(batten);
        let ends = [
            at((2.0, -24.0 + down * 5.5)),
            at((13.4, -21.0 + down * 4.6)),
        ];
        mask.stroke(&ends, |_, _| thick * 0.8);
    }
}

/// Fills a shape.
fn fill(mask: &mut Mask, shape: &[(f32, f32)], much: f32) {
    for y in 0..mask.height {
        let down = y as f32 + 0.5;
        let mut crossings: Vec<f32> = Vec::new();
        for (i, a) in shape.iter().enumerate() {
            let b = shape[(i + 1) % shape.len()];
            if (a.1 <= down) != (b.1 <= down) {
                crossings.push(a.0 + (b.0 - a.0) * (down - a.1) / (b.1 - a.1));
            }
        }
        crossings.sort_by(f32::total_cmp);
        for pair in crossings.chunks_exact(2) {
            let from = (pair[0] - 0.5).ceil().max(0.0) as usize;
            let to = ((pair[1] + 0.5).floor().max(0.0) as usize).min(mask.width);
            for x in from..to {
                let held = &mut mask.cover[y * mask.width + x];
                *held = held.max(much);
            }
        }
    }
}

/// Four samples to a pixel, the foot fading into the page, and the grain of the paper.
fn finish(canvas: &Canvas, view: &View, pigments: &Pigments) -> Picture {
    let (width, height) = (canvas.width / FINE, canvas.height / FINE);
    let page = tone(pigments.scroll.page);
    let mut small = Canvas::new(width, height, page);
    for y in 0..height {
        let down = y as f32 * FINE as f32 / view.scale;
        let fade = ((down - (COMPOSED.1 - 44.0)) / 44.0).clamp(0.0, 1.0);
        let fade = f32::powf(fade, 1.2);
        for x in 0..width {
            let mut sum = [0.0f32; 3];
            for sub in 0..FINE * FINE {
                let at = (y * FINE + sub / FINE) * canvas.width + x * FINE + sub % FINE;
                for (sum, v) in sum.iter_mut().zip(canvas.tones[at]) {
                    *sum += v / (FINE * FINE) as f32;
                }
            }
            small.tones[y * width + x] = over(sum, page, fade);
        }
    }
    let texture = Texture::tiled();
    small.finish(|x, y| 1.0 + pigments.grain * 0.75 * texture.at(x, y))
}
