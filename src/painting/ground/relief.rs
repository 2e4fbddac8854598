//! Heights: smooth ones for the wash of the hills, and a raster of the whole earth for roads and mountains.

use super::super::ground::shore::Shore;
use crate::earth::shapes::Ring;
use crate::earth::{Spot, size};

/// The height grid.
#[derive(Clone, Debug)]
pub(in crate::painting) struct Heights {
    columns: usize,
    rows: usize,
    metres: Vec<f32>,
}

/// A smooth height, with its slopes.
#[derive(Clone, Copy, Debug)]
pub(in crate::painting) struct Slope {
    /// Metres.
    pub(in crate::painting) metres: f32,
    /// Metres up for each metre east.
    pub(super) east: f32,
    /// Metres up for each metre south.
    pub(super) south: f32,
}

/// The grid of heights as it comes: columns, rows, metres.
fn heights() -> (usize, usize, Vec<f32>) {
    let bytes: &[u8] = include_bytes!("../../../assets/atlas/heightmap_5min.png");
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .expect("the bundled heights are a picture");
    let mut grey = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let info = reader
        .next_frame(&mut grey)
        .expect("the bundled heights are whole");
    let metres = grey.iter().map(|v| f32::from(*v) * 28.0 - 450.0).collect();
    (info.width as usize, info.height as usize, metres)
}

impl Heights {
    pub(in crate::painting) fn new() -> Self {
        let (columns, rows, metres) = heights();
        Self {
            columns,
            rows,
            metres,
        }
    }

    fn at(&self, column: i32, row: i32) -> f32 {
        let column = column.clamp(0, self.columns as i32 - 1) as usize;
        let row = row.clamp(0, self.rows as i32 - 1) as usize;
        self.metres[row * self.columns + column]
    }

    /// Where a point lies in the grid, and how many km a cell is wide and high.
    fn cell(&self, spot: Spot) -> (f64, f64, f64, f64) {
        let all = size();
        let (wide, high) = (all.x / self.columns as f64, all.y / self.rows as f64);
        (spot.x / wide - 0.5, spot.y / high - 0.5, wide, high)
    }

    /// The height between the four nearest points of the grid.
    pub(super) fn metres(&self, spot: Spot) -> f32 {
        let (x, y, ..) = self.cell(spot);
        let (x0, y0) = (x.floor(), y.floor());
        let (fx, fy) = ((x - x0) as f32, (y - y0) as f32);
        let (x0, y0) = (x0 as i32, y0 as i32);
        let row = |y| self.at(x0, y) * (1.0 - fx) + self.at(x0 + 1, y) * fx;
        row(y0) * (1.0 - fy) + row(y0 + 1) * fy
    }

    /// Height and slopes, smoothed over some 5 km: a cubic B-spline through the grid.
    pub(in crate::painting) fn smooth(&self, spot: Spot) -> Slope {
        let (x, y, wide, high) = self.cell(spot);
        let (x0, y0) = (x.floor(), y.floor());
        let (bx, dx) = spline((x - x0) as f32);
        let (by, dy) = spline((y - y0) as f32);
        let (x0, y0) = (x0 as i32 - 1, y0 as i32 - 1);
        let mut slope = Slope {
            metres: 0.0,
            east: 0.0,
            south: 0.0,
        };
        for j in 0..4 {
            let (mut level, mut rise) = (0.0, 0.0);
            for i in 0..4 {
                let metres = self.at(x0 + i as i32, y0 + j as i32);
                level += metres * bx[i];
                rise += metres * dx[i];
            }
            slope.metres += level * by[j];
            slope.east += rise * by[j];
            slope.south += level * dy[j];
        }
        slope.east /= wide as f32 * 1000.0;
        slope.south /= high as f32 * 1000.0;
        slope
    }
}

/// The four weights of a cubic B-spline, and their derivatives.
fn spline(t: f32) -> ([f32; 4], [f32; 4]) {
    let (t2, t3) = (t * t, t * t * t);
    let weights = [
        (1.0 - 3.0 * t + 3.0 * t2 - t3) / 6.0,
        (4.0 - 6.0 * t2 + 3.0 * t3) / 6.0,
        (1.0 + 3.0 * t + 3.0 * t2 - 3.0 * t3) / 6.0,
        t3 / 6.0,
    ];
    let slopes = [
        (-1.0 + 2.0 * t - t2) / 2.0,
        (-4.0 * t + 3.0 * t2) / 2.0,
        (1.0 + 2.0 * t - 3.0 * t2) / 2.0,
        t2 / 2.0,
    ];
    (weights, slopes)
}

/// Km to a cell of [`Raster`].
pub(super) const STEP: f64 = 4.0;

/// The whole earth in cells of [`STEP`] km.
#[derive(Clone, Debug)]
pub(super) struct Raster {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Metres.
    pub(super) metres: Vec<f32>,
    /// Metres between the highest and the lowest ground within 8 km.
    relief: Vec<f32>,
    /// Km to the coast, less than 0 at sea; exact near the coast only.
    coast: Vec<f32>,
}

impl Raster {
    pub(super) fn new(heights: &Heights, land: &[Ring]) -> Self {
        let all = size();
        let (width, height) = (
            (all.x / STEP).ceil() as usize,
            (all.y / STEP).ceil() as usize,
        );
        let mut metres = Vec::with_capacity(width * height);
        for j in 0..height {
            for i in 0..width {
                metres.push(heights.metres(Spot {
                    x: (i as f64 + 0.5) * STEP,
                    y: (j as f64 + 0.5) * STEP,
                }));
            }
        }
        let high = spread(&metres, width, height, f32::max);
        let low = spread(&metres, width, height, f32::min);
        let rough: Vec<f32> = high.iter().zip(&low).map(|(h, l)| h - l).collect();
        let relief = soften(&rough, width, height);
        let shore = Shore::new(land, Spot::default(), STEP, width, height, 4);
        let coast = (0..width * height)
            .map(|at| shore.signed(at % width, at / width) * STEP as f32)
            .collect();
        Self {
            width,
            height,
            metres,
            relief,
            coast,
        }
    }

    /// Relief at a point, between the nearest cells.
    pub(super) fn relief(&self, spot: Spot) -> f32 {
        self.between(&self.relief, spot)
    }
    /// Km from the coast, inland.
    pub(super) fn inland(&self, spot: Spot) -> f32 {
        self.between(&self.coast, spot)
    }
    /// Whether a cell's middle is land.
    pub(super) fn is_land(&self, at: usize) -> bool {
        self.coast[at] > 0.0
    }

    fn between(&self, cells: &[f32], spot: Spot) -> f32 {
        let (x, y) = (spot.x / STEP - 0.5, spot.y / STEP - 0.5);
        let x = x.clamp(0.0, (self.width - 2) as f64);
        let y = y.clamp(0.0, (self.height - 2) as f64);
        let (x0, y0) = (x as usize, y as usize);
        let (fx, fy) = ((x - x0 as f64) as f32, (y - y0 as f64) as f32);
        let at = y0 * self.width + x0;
        let top = cells[at] * (1.0 - fx) + cells[at + 1] * fx;
        let foot = cells[at + self.width] * (1.0 - fx) + cells[at + self.width + 1] * fx;
        top * (1.0 - fy) + foot * fy
    }
}

/// The greatest or least within two cells on either side.
fn spread(cells: &[f32], width: usize, height: usize, pick: fn(f32, f32) -> f32) -> Vec<f32> {
    let mut rows = cells.to_vec();
    for j in 0..height {
        let row = &cells[j * width..(j + 1) * width];
        for i in 0..width {
            let near = &row[i.saturating_sub(2)..(i + 3).min(width)];
            rows[j * width + i] = near.iter().copied().fold(row[i], pick);
        }
    }
    let mut out = rows.clone();
    for j in 0..height {
        for k in j.saturating_sub(2)..(j + 3).min(height) {
            for i in 0..width {
                out[j * width + i] = pick(out[j * width + i], rows[k * width + i]);
            }
        }
    }
    out
}

/// Weighs each cell with its neighbours, 1 : 2 : 1 both ways.
fn soften(cells: &[f32], width: usize, height: usize) -> Vec<f32> {
    let blend = |a: f32, b: f32, c: f32| (a + 2.0 * b + c) / 4.0;
    let mut rows = cells.to_vec();
    for j in 0..height {
        let row = &cells[j * width..(j + 1) * width];
        for i in 0..width {
            rows[j * width + i] = blend(
                row[i.saturating_sub(1)],
                row[i],
                row[(i + 1).min(width - 1)],
            );
        }
    }
    let mut out = rows.clone();
    for j in 0..height {
        let (above, below) = (j.saturating_sub(1), (j + 1).min(height - 1));
        for i in 0..width {
            out[j * width + i] = blend(
                rows[above * width + i],
                rows[j * width + i],
                rows[below * width + i],
            );
        }
    }
    out
}
