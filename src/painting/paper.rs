//! Paper: low mottle, grain and fibres, as a factor on whatever ground lies under it.

use std::sync::OnceLock;

use super::Picture;
use super::noise::{self, Luck};
use super::pigments::Colour;

/// Side of the texture that joins on to itself.
const TILED: usize = 1024;
/// Pixels between two points where the mottle is reckoned.
const STEP: usize = 8;

/// How much lighter or darker than its ground each pixel of a sheet is.
pub(super) struct Texture {
    width: usize,
    height: usize,
    light: Vec<f32>,
}

impl Texture {
    /// A sheet. Where its sides are multiples of 256 it joins on to itself.
    fn new(width: usize, height: usize, seed: u32) -> Self {
        let mut light = vec![0.0; width * height];
        mottle(&mut light, width, height, seed);
        grain(&mut light, width, height, seed);
        fibres(&mut light, width, height, seed);
        Self {
            width,
            height,
            light,
        }
    }

    /// The sheet under the map: it joins on to itself, so that it may be laid over the earth again and again.
    pub(super) fn tiled() -> &'static Self {
        static SHEET: OnceLock<Texture> = OnceLock::new();
        SHEET.get_or_init(|| Self::new(TILED, TILED, 3))
    }

    /// The light at a pixel, 0 for none.
    pub(super) fn at(&self, x: usize, y: usize) -> f32 {
        self.light[y % self.height * self.width + x % self.width]
    }
}

/// Low clouds of light and dark.
fn mottle(light: &mut [f32], width: usize, height: usize, seed: u32) {
    /// Size of a cloud and its strength.
    const CLOUDS: [(usize, f32); 5] = [
        (256, 0.015),
        (128, 0.008),
        (64, 0.006),
        (32, 0.008),
        (16, 0.004),
    ];
    let (columns, rows) = (width.div_ceil(STEP) + 1, height.div_ceil(STEP) + 1);
    let mut grid = Vec::with_capacity(columns * rows);
    for j in 0..rows {
        for i in 0..columns {
            let mut sum = 0.0;
            for (layer, (size, strength)) in CLOUDS.iter().enumerate() {
                let round = |v: usize, all: usize| {
                    (v * STEP) as f32 / *size as f32 % (all as f32 / *size as f32).max(1.0).ceil()
                };
                let wrap = (width.div_ceil(*size) as i32, height.div_ceil(*size) as i32);
                sum +=
                    strength * ring(round(i, width), round(j, height), wrap, seed + layer as u32);
            }
            grid.push(sum);
        }
    }
    for y in 0..height {
        let (j, fy) = (y / STEP, (y % STEP) as f32 / STEP as f32);
        for x in 0..width {
            let (i, fx) = (x / STEP, (x % STEP) as f32 / STEP as f32);
            let at = j * columns + i;
            let above = noise::mix(grid[at], grid[at + 1], fx);
            let below = noise::mix(grid[at + columns], grid[at + columns + 1], fx);
            light[y * width + x] += noise::mix(above, below, fy);
        }
    }
}

/// Smooth noise whose lattice begins again after `wrap` cells.
fn ring(x: f32, y: f32, wrap: (i32, i32), seed: u32) -> f32 {
    let (x0, y0) = (x.floor(), y.floor());
    let (fx, fy) = (noise::ease(x - x0), noise::ease(y - y0));
    let point = |i: i32, j: i32| noise::lattice(i.rem_euclid(wrap.0), j.rem_euclid(wrap.1), seed);
    let (i, j) = (x0 as i32, y0 as i32);
    let top = noise::mix(point(i, j), point(i + 1, j), fx);
    let foot = noise::mix(point(i, j + 1), point(i + 1, j + 1), fx);
    noise::mix(top, foot, fy)
}

/// The marks of the mould, along and across, and a fine grain.
fn grain(light: &mut [f32], width: usize, height: usize, seed: u32) {
    lines(light, (width, height), (27, 3), 0.0028, seed + 11);
    lines(light, (width, height), (3, 21), 0.0019, seed + 12);
    for (at, light) in light.iter_mut().enumerate() {
        *light += 0.006 * noise::lattice(at as i32, 5, seed + 13);
    }
}

/// Noise drawn out one way: `cell` pixels wide and high.
fn lines(
    light: &mut [f32],
    (width, height): (usize, usize),
    cell: (usize, usize),
    much: f32,
    seed: u32,
) {
    let (columns, rows) = (width.div_ceil(cell.0), height.div_ceil(cell.1));
    let points: Vec<f32> = (0..columns * rows)
        .map(|at| much * noise::lattice((at % columns) as i32, (at / columns) as i32, seed))
        .collect();
    // Weights of a row are the same for all rows.
    let across: Vec<(usize, usize, f32)> = (0..width)
        .map(|x| {
            let i = x / cell.0;
            (
                i,
                (i + 1) % columns,
                noise::ease((x % cell.0) as f32 / cell.0 as f32),
            )
        })
        .collect();
    for y in 0..height {
        let j = y / cell.1;
        let above = &points[j * columns..(j + 1) * columns];
        let below = (j + 1) % rows;
        let below = &points[below * columns..(below + 1) * columns];
        let fy = noise::ease((y % cell.1) as f32 / cell.1 as f32);
        let mixed: Vec<f32> = above
            .iter()
            .zip(below)
            .map(|(a, b)| noise::mix(*a, *b, fy))
            .collect();
        let row = &mut light[y * width..(y + 1) * width];
        for (light, (i, next, fx)) in row.iter_mut().zip(&across) {
            *light += noise::mix(mixed[*i], mixed[*next], *fx);
        }
    }
}

/// Fibres of the pulp, lighter and darker, over the edge and in again on the other side.
fn fibres(light: &mut [f32], width: usize, height: usize, seed: u32) {
    let mut luck = Luck::of(u64::from(seed) + 77);
    for _ in 0..width * height / 2600 {
        let (mut x, mut y) = (luck.unit() * width as f32, luck.unit() * height as f32);
        let mut way = luck.unit() * std::f32::consts::TAU;
        let long = luck.between(7.0, 27.0);
        let bend = luck.bell() * 0.04;
        let sign = if luck.unit() < 0.6 { -1.0 } else { 1.0 };
        let much = sign * luck.between(14.0, 44.0) / 128.0 * 0.045;
        let steps = long as u32 * 2;
        for _ in 0..steps {
            // Each step leaves a quarter of a pixel's width on the four pixels around it.
            let (fx, fy) = (x - x.floor(), y - y.floor());
            let (i, j) = (x.floor() as i64, y.floor() as i64);
            for (di, dj, part) in [
                (0, 0, (1.0 - fx) * (1.0 - fy)),
                (1, 0, fx * (1.0 - fy)),
                (0, 1, (1.0 - fx) * fy),
                (1, 1, fx * fy),
            ] {
                let i = (i + di).rem_euclid(width as i64) as usize;
                let j = (j + dj).rem_euclid(height as i64) as usize;
                light[j * width + i] += much * part * 0.5;
            }
            x += f32::cos(way) * 0.5;
            y += f32::sin(way) * 0.5;
            way += bend;
        }
    }
}

/// A sheet of paper of this ground colour. `amplitude` 1 is about the map's roughness; sheets of text want 0.55 to 0.8.
#[must_use]
pub fn paper(ground: Colour, amplitude: f32, width: u32, height: u32, seed: u32) -> Picture {
    let texture = Texture::new(width as usize, height as usize, seed);
    let ground = ground.map(f32::from);
    let mut rgba = Vec::with_capacity(texture.light.len() * 4);
    for light in &texture.light {
        let light = 1.0 + light * amplitude;
        let [r, g, b] = ground.map(|v| (v * light + 0.5) as u8);
        rgba.extend([r, g, b, 255]);
    }
    Picture {
        width,
        height,
        rgba,
    }
}
