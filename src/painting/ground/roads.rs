//! Routes over the ground: the least laborious line between two towns for those who walk, the river or the sea for boats.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::noise;
use super::relief::{Raster, STEP};
use super::{Link, River, Road, Town, Way};
use crate::earth::Spot;
use crate::earth::shapes::{self, Waterway};

/// How far beyond the box of its two ends a road may stray, in km.
const STRAY: f64 = 70.0;
/// How much longer a cell of water seems than one of land.
const WATER: f32 = 12.0;
/// Parts of a km that costs are counted in.
const PARTS: f32 = 64.0;

/// Lays every link over the ground.
pub(super) fn lay(towns: &[Town], links: &[Link], raster: &Raster, rivers: &[River]) -> Vec<Road> {
    let waterways = shapes::waterways();
    links
        .iter()
        .map(|link| {
            let (from, to) = (&towns[link.from], &towns[link.to]);
            let water = || boat(from, to, &waterways, rivers);
            let line = match link.way {
                Way::Road | Way::Pass | Way::Ford => walk(raster, from.at, to.at),
                Way::River | Way::Canal | Way::Sea => {
                    water().unwrap_or_else(|| vec![from.at, to.at])
                }
            };
            Road {
                from: link.from,
                to: link.to,
                way: link.way,
                line,
            }
        })
        .collect()
}

/// The line of a boat: along its river, or by its way-points.
fn boat(from: &Town, to: &Town, ways: &[Waterway], rivers: &[River]) -> Option<Vec<Spot>> {
    let is = |way: &Waterway, a: &Town, b: &Town| way.from == a.id && way.to == b.id;
    let way = ways
        .iter()
        .find(|way| is(way, from, to) || is(way, to, from))?;
    let mut middle = if way.follows.is_empty() {
        let mut via = way.via.clone();
        if is(way, to, from) {
            via.reverse();
        }
        via
    } else {
        let river = &rivers.iter().find(|r| r.id == way.follows)?.line;
        let nearest = |town: &Town| {
            let km = |i: &usize| river[*i].km(town.at);
            (0..river.len()).min_by(|a, b| km(a).total_cmp(&km(b)))
        };
        let (a, b) = (nearest(from)?, nearest(to)?);
        let mut part = river[a.min(b)..=a.max(b)].to_vec();
        if a > b {
            part.reverse();
        }
        part
    };
    let mut line = vec![from.at];
    line.append(&mut middle);
    line.push(to.at);
    if way.follows.is_empty() {
        line = shapes::smooth(&line, 2);
    }
    Some(line)
}

/// The steps from a cell: to its eight neighbours and a knight's move away, so that a road may take sixteen directions.
const STEPS: [(i32, i32); 16] = [
    (1, 0),
    (-1, 0),
    (0, 1),
    (0, -1),
    (1, 1),
    (-1, -1),
    (1, -1),
    (-1, 1),
    (2, 1),
    (-2, -1),
    (1, 2),
    (-1, -2),
    (2, -1),
    (-2, 1),
    (1, -2),
    (-1, 2),
];

/// The line of a road: the least cost over the raster, within a box.
fn walk(raster: &Raster, from: Spot, to: Spot) -> Vec<Spot> {
    let cell = |km: f64, count: usize| (km / STEP).floor().clamp(0.0, count as f64 - 1.0) as i32;
    let x0 = cell(from.x.min(to.x) - STRAY, raster.width);
    let x1 = cell(from.x.max(to.x) + STRAY, raster.width);
    let y0 = cell(from.y.min(to.y) - STRAY, raster.height);
    let y1 = cell(from.y.max(to.y) + STRAY, raster.height);
    let (wide, high) = ((x1 - x0 + 1) as usize, (y1 - y0 + 1) as usize);
    let at = |spot: Spot| {
        let x = cell(spot.x, raster.width) - x0;
        let y = cell(spot.y, raster.height) - y0;
        y as usize * wide + x as usize
    };
    let (start, goal) = (at(from), at(to));
    // What a km of each cell costs before slopes; roads wander a little even on a plain.
    let mut ease = Vec::with_capacity(wide * high);
    for y in y0..=y1 {
        for x in x0..=x1 {
            let whim = noise::octaves(x as f32 / 7.0, y as f32 / 7.0, 17, 3);
            let cell = y as usize * raster.width + x as usize;
            let water = if raster.is_land(cell) { 1.0 } else { WATER };
            ease.push((1.0 + 0.35 * whim) * water);
        }
    }
    let mut best = vec![u32::MAX; wide * high];
    let mut came = vec![u32::MAX; wide * high];
    let mut open = BinaryHeap::new();
    best[start] = 0;
    open.push(Reverse((0u32, start as u32)));
    while let Some(Reverse((cost, here))) = open.pop() {
        let here = here as usize;
        if cost > best[here] {
            continue;
        }
        if here == goal {
            break;
        }
        let (hx, hy) = ((here % wide) as i32, (here / wide) as i32);
        let cell = |x: i32, y: i32| (y + y0) as usize * raster.width + (x + x0) as usize;
        let metres = raster.metres[cell(hx, hy)];
        for (dx, dy) in STEPS {
            let (x, y) = (hx + dx, hy + dy);
            if x < 0 || y < 0 || x >= wide as i32 || y >= high as i32 {
                continue;
            }
            let there = y as usize * wide + x as usize;
            let long = STEP as f32 * f32::sqrt((dx * dx + dy * dy) as f32);
            let grade = (metres - raster.metres[cell(x, y)]).abs() / long / 14.0;
            let slope = 1.6 * grade * f32::sqrt(f32::sqrt(grade));
            let step = long * ((ease[here] + ease[there]) / 2.0 + slope).max(0.4);
            let sum = cost + (step * PARTS) as u32;
            if sum < best[there] {
                best[there] = sum;
                came[there] = here as u32;
                open.push(Reverse((sum, there as u32)));
            }
        }
    }
    let mut line = vec![to];
    let mut here = goal;
    while here != start && came[here] != u32::MAX {
        here = came[here] as usize;
        line.push(Spot {
            x: ((here % wide) as f64 + f64::from(x0) + 0.5) * STEP,
            y: ((here / wide) as f64 + f64::from(y0) + 0.5) * STEP,
        });
    }
    if line.len() > 1 {
        line.pop();
    }
    line.push(from);
    line.reverse();
    shapes::smooth(&blur(&line), 1)
}

/// Takes the cells' corners out of a line; its ends stay.
fn blur(line: &[Spot]) -> Vec<Spot> {
    /// A bell of deviation 1.6, one side of it.
    const BELL: [f64; 5] = [0.2494, 0.2051, 0.1142, 0.0430, 0.0110];
    let last = line.len() as i32 - 1;
    (0..=last)
        .map(|i| {
            if i == 0 || i == last {
                return line[i as usize];
            }
            let (mut x, mut y, mut sum) = (0.0, 0.0, 0.0);
            for off in -4..=4i32 {
                // The line is thought to go straight on beyond its ends, so that they draw its neighbours toward them.
                let spot = line[(i + off).clamp(0, last) as usize];
                let weight = BELL[off.unsigned_abs() as usize];
                x += spot.x * weight;
                y += spot.y * weight;
                sum += weight;
            }
            Spot {
                x: x / sum,
                y: y / sum,
            }
        })
        .collect()
}
