//! Painting a piece of the ground, layer by layer: hills, sea and lakes, mountains, rivers, paper.

use super::super::Picture;
use super::super::noise;
use super::super::paper::Texture;
use super::super::pigments::Pigments;
use super::canvas::{Canvas, Tone, over, tone, wash};
use super::mountain::Brush;
use super::peaks::Peak;
use super::shore::Shore;
use super::stroke::Mask;
use super::{Atlas, Bed, Level, River};
use crate::earth::shapes::{self, Ring};
use crate::earth::{Spot, size};

/// Pixels from the coast within which the sea shows it.
const SWELL: usize = 48;

/// A piece of a level, in its pixels.
pub(super) struct Piece {
    pub(super) level: Level,
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Piece {
    fn corner(&self) -> Spot {
        Spot {
            x: self.left as f64 * self.level.km(),
            y: self.top as f64 * self.level.km(),
        }
    }
    fn line(&self, line: &[Spot]) -> Vec<(f32, f32)> {
        let km = self.level.km();
        line.iter()
            .map(|s| {
                (
                    (s.x / km - self.left as f64) as f32,
                    (s.y / km - self.top as f64) as f32,
                )
            })
            .collect()
    }
    /// How much thicker strokes are than at the middle level.
    fn thick(&self) -> f32 {
        1.0 / f32::sqrt(self.level.km() as f32).max(0.7)
    }
}

/// Paints a piece of the ground.
pub(super) fn paint(atlas: &Atlas, piece: &Piece, pigments: &Pigments, bed: Bed) -> Picture {
    let (width, height) = (piece.width, piece.height);
    // An island of a few pixels would be nothing but a coast and rings of water.
    let seen = |ring: &&Ring| shapes::across(ring) / piece.level.km() > 4.0;
    let land: Vec<&Ring> = atlas.land.iter().filter(seen).collect();
    let shore = Shore::new(land, piece.corner(), piece.level.km(), width, height, SWELL);
    let mut canvas = Canvas::new(width, height, tone(pigments.land));
    hills(&mut canvas, atlas, piece, pigments);
    sea(&mut canvas, piece, &shore, pigments);
    lakes(&mut canvas, atlas, piece, pigments);
    mountains(&mut canvas, atlas.peaks(piece.level), piece, pigments);
    let land = |mask: &mut Mask| {
        if !shore.empty || !shore_is_land(&shore) {
            for (at, cover) in mask.cover.iter_mut().enumerate() {
                if *cover > 0.0 {
                    *cover *= (shore.signed(at % width, at / width) + 0.5).clamp(0.0, 1.0);
                }
            }
        }
    };
    let rivers: Vec<&River> = atlas.rivers(bed).collect();
    water(&mut canvas, &rivers, piece, pigments, &land);
    frame(&mut canvas, piece, pigments);
    let texture = Texture::tiled();
    canvas.finish(|x, y| {
        1.0 + pigments.grain
            * texture.at(
                (piece.left + x as i64) as usize,
                (piece.top + y as i64) as usize,
            )
    })
}

/// Beyond the atlas is bare paper, and a line of ink lies between.
fn frame(canvas: &mut Canvas, piece: &Piece, pigments: &Pigments) {
    let (bare, ink) = (tone(pigments.land), tone(pigments.coast));
    let all = size();
    let km = piece.level.km();
    let (east, south) = ((all.x / km) as i64, (all.y / km) as i64);
    for y in 0..canvas.height {
        let down = piece.top + y as i64;
        for x in 0..canvas.width {
            let right = piece.left + x as i64;
            let within = right.min(east - right).min(down).min(south - down);
            if within < 2 {
                let under = &mut canvas.tones[y * canvas.width + x];
                *under = if within < 0 {
                    bare
                } else {
                    over(*under, ink, 0.8)
                };
            }
        }
    }
}

/// Whether a piece without a coast is land.
fn shore_is_land(shore: &Shore) -> bool {
    shore.signed(0, 0) > 0.0
}

/// The land, warmed by height and shaded by its slopes. All of it is smooth, so it is reckoned every few pixels only.
fn hills(canvas: &mut Canvas, atlas: &Atlas, piece: &Piece, pigments: &Pigments) {
    let step = if piece.level == Level::Realm { 2 } else { 4 };
    let km = piece.level.km();
    // On a grid of the whole earth, so that neighbours agree.
    let (gx, gy) = (piece.left.div_euclid(step), piece.top.div_euclid(step));
    let columns = ((piece.left + canvas.width as i64).div_euclid(step) - gx + 2) as usize;
    let rows = ((piece.top + canvas.height as i64).div_euclid(step) - gy + 2) as usize;
    let (land, upland, mist) = (
        tone(pigments.land),
        tone(pigments.upland),
        tone(pigments.mist),
    );
    let shade = tone(pigments.lee.0);
    let mut grid: Vec<Tone> = Vec::with_capacity(columns * rows);
    for j in 0..rows {
        for i in 0..columns {
            let slope = atlas.heights.smooth(Spot {
                x: ((gx + i as i64) * step) as f64 * km,
                y: ((gy + j as i64) * step) as f64 * km,
            });
            let up = ((slope.metres - 150.0) / 1400.0).clamp(0.0, 1.0);
            let facing = slope.east * 0.8 + slope.south * 0.6;
            let lee = (-facing * 16.0).clamp(0.0, 1.0);
            let light = (facing * 16.0).clamp(0.0, 1.0);
            let ground = over(land, upland, 0.75 * up);
            let ground = wash(ground, shade, lee * pigments.lee.1);
            grid.push(over(ground, mist, light * pigments.light));
        }
    }
    for y in 0..canvas.height {
        let down = piece.top + y as i64;
        let (j, fy) = (
            (down.div_euclid(step) - gy) as usize,
            down.rem_euclid(step) as f32 / step as f32,
        );
        for x in 0..canvas.width {
            let east = piece.left + x as i64;
            let (i, fx) = (
                (east.div_euclid(step) - gx) as usize,
                east.rem_euclid(step) as f32 / step as f32,
            );
            let at = j * columns + i;
            let above = over(grid[at], grid[at + 1], fx);
            let below = over(grid[at + columns], grid[at + columns + 1], fx);
            canvas.tones[y * canvas.width + x] = over(above, below, fy);
        }
    }
}

/// The sea with its four water lines, and the coast.
fn sea(canvas: &mut Canvas, piece: &Piece, shore: &Shore, pigments: &Pigments) {
    const LINES: [(f32, f32); 4] = [(5.0, 0.34), (11.0, 0.24), (19.0, 0.16), (29.0, 0.10)];
    if shore.empty && shore_is_land(shore) {
        return;
    }
    let (water, deep, swell) = (
        tone(pigments.sea),
        tone(pigments.shore.0),
        tone(pigments.swell),
    );
    let coast = tone(pigments.coast);
    for y in 0..canvas.height {
        for x in 0..canvas.width {
            let inland = shore.signed(x, y);
            if inland > 1.5 {
                continue;
            }
            let out = (-inland).max(0.0);
            let mut sea = water;
            if out < SWELL as f32 {
                sea = wash(sea, deep, f32::exp(-out / 14.0) * pigments.shore.1);
                // The lines waver and thin out here and there, as drawn by hand.
                let (ex, sy) = (
                    (piece.left + x as i64) as f32,
                    (piece.top + y as i64) as f32,
                );
                let waver = if out > 3.0 {
                    noise::value(ex / 23.0, sy / 23.0, 41)
                } else {
                    0.0
                };
                for (away, much) in LINES {
                    let near = 1.0 - f32::abs(out - away + waver * 0.8) / 0.75;
                    if near > 0.0 {
                        sea = over(sea, swell, near * much * (0.85 + 0.45 * waver).min(1.0));
                    }
                }
            }
            let under = &mut canvas.tones[y * canvas.width + x];
            let cover = (0.5 - inland).clamp(0.0, 1.0);
            *under = over(*under, sea, cover);
            let line = (1.35 - f32::abs(inland) * 1.25).clamp(0.0, 1.0);
            *under = over(*under, coast, line * 0.8);
        }
    }
}

/// Lakes, and the ponds of Hebei as rows of short dashes.
fn lakes(canvas: &mut Canvas, atlas: &Atlas, piece: &Piece, pigments: &Pigments) {
    let near = |rings| {
        let shore = Shore::new(
            rings,
            piece.corner(),
            piece.level.km(),
            canvas.width,
            canvas.height,
            4,
        );
        (!shore.empty || shore_is_land(&shore)).then_some(shore)
    };
    let (water, river) = (tone(pigments.sea), tone(pigments.river));
    let water = water.map(|v| v * 0.97);
    if let Some(lakes) = near(&atlas.lakes) {
        for y in 0..canvas.height {
            for x in 0..canvas.width {
                let inside = lakes.signed(x, y);
                if inside > -1.5 {
                    let under = &mut canvas.tones[y * canvas.width + x];
                    *under = over(*under, water, (inside + 0.5).clamp(0.0, 1.0));
                    *under = over(
                        *under,
                        river,
                        (1.4 - f32::abs(inside)).clamp(0.0, 1.0) * 0.5,
                    );
                }
            }
        }
    }
    if let Some(ponds) = near(&atlas.ponds) {
        for y in 0..canvas.height {
            for x in 0..canvas.width {
                let inside = ponds.signed(x, y);
                if inside < -2.0 {
                    continue;
                }
                let (east, down) = (piece.left + x as i64, piece.top + y as i64);
                let row = down.div_euclid(4);
                let dash = down.rem_euclid(4) == 0 && (east + row * 9).rem_euclid(16) < 9;
                let under = &mut canvas.tones[y * canvas.width + x];
                *under = over(*under, water, ((inside + 2.0) / 4.0).clamp(0.0, 1.0) * 0.55);
                if dash && inside > 0.0 {
                    *under = over(*under, river, 0.55);
                }
            }
        }
    }
}

/// The mountains that the piece shows, from north to south.
fn mountains(canvas: &mut Canvas, peaks: &[Peak], piece: &Piece, pigments: &Pigments) {
    /// No mountain is larger.
    const GREATEST: f64 = 120.0;
    let (top, left) = (piece.top as f64, piece.left as f64);
    let first = peaks.partition_point(|p| p.y < top - GREATEST);
    let mut brush = Brush::new();
    for peak in &peaks[first..] {
        if peak.y > top + canvas.height as f64 + GREATEST {
            break;
        }
        if peak.x > left - GREATEST && peak.x < left + canvas.width as f64 + GREATEST {
            brush.paint(canvas, piece.left, piece.top, peak, pigments);
        }
    }
}

/// Rivers, canals and the Yellow River; `land` takes out of a mask what lies at sea.
fn water(
    canvas: &mut Canvas,
    rivers: &[&River],
    piece: &Piece,
    pigments: &Pigments,
    land: &dyn Fn(&mut Mask),
) {
    let thick = piece.thick();
    let mut layer = |pick: &dyn Fn(&River) -> bool,
                     width: &dyn Fn(&River, f32, f32) -> f32,
                     colour,
                     much: f32| {
        let mut mask = Mask::new(canvas.width, canvas.height);
        for river in rivers.iter().filter(|r| pick(r)) {
            mask.stroke(&piece.line(&river.line), |on, part| width(river, on, part));
        }
        if !mask.empty {
            land(&mut mask);
            canvas.lay(&mask.cover, colour, much);
        }
    };
    // A stroke swells and thins, never the same for two rivers, never different for two tiles.
    let uneven = |river: &River, on: f32, by: f32| {
        let seed = noise::seed_of(&river.id) as u32;
        1.0 + by * noise::value(on / 13.0, 0.5, seed)
            + by * 0.8 * noise::value(on / 41.0, 7.5, seed)
    };
    let lesser = |r: &River| !r.canal && !r.yellow && r.rank > 1;
    let great = |r: &River| !r.canal && !r.yellow && r.rank == 1;
    layer(
        &lesser,
        &|r, on, part| (0.7 + 0.8 * part) * thick * uneven(r, on, 0.26),
        pigments.river,
        0.72,
    );
    layer(
        &great,
        &|r, on, part| (1.0 + 1.6 * part) * thick * uneven(r, on, 0.24),
        pigments.river,
        0.82,
    );
    layer(&|r| r.canal, &|_, _, _| 3.0 * thick, pigments.river, 0.75);
    layer(&|r| r.canal, &|_, _, _| 1.3 * thick, pigments.canal, 0.9);
    // Loess water between two banks, its reaches growing downstream.
    let reach = |r: &River, part: f32| {
        let (from, to) = match r.id.as_str() {
            "yellow_upper" => (2.0, 2.6),
            "yellow_bend" => (2.8, 3.8),
            "yellow_middle" => (3.8, 4.6),
            _ => (4.6, 6.0),
        };
        (from + (to - from) * part) * thick
    };
    layer(
        &|r| r.yellow,
        &|r, on, part| reach(r, part) * uneven(r, on, 0.11) + 1.5,
        pigments.bank,
        0.9,
    );
    layer(
        &|r| r.yellow,
        &|r, on, part| reach(r, part) * uneven(r, on, 0.11) - 0.4,
        pigments.yellow,
        1.0,
    );
}
