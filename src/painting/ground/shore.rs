//! How far each pixel is from a coast, to a fraction of a pixel: for water lines, soft edges and who is at sea.

use crate::earth::Spot;
use crate::earth::shapes::Ring;

/// Signed distances from closed lines, in pixels, over a rectangle and a margin round it.
pub(in crate::painting) struct Shore {
    width: usize,
    height: usize,
    margin: usize,
    /// For each pixel of the rectangle with its margin the nearest point of a line, relative to the pixel's middle.
    nearest: Vec<(f32, f32)>,
    inside: Vec<bool>,
    /// No line comes near the rectangle.
    pub(in crate::painting) empty: bool,
}

/// Farther than any distance asked for.
const FAR: (f32, f32) = (1e4, 1e4);

impl Shore {
    /// The rectangle of `width` by `height` pixels of `km` each from `corner`, exact to `margin` pixels from a line.
    pub(in crate::painting) fn new<'a>(
        rings: impl IntoIterator<Item = &'a Ring>,
        corner: Spot,
        km: f64,
        width: usize,
        height: usize,
        margin: usize,
    ) -> Self {
        let (wide, high) = (width + 2 * margin, height + 2 * margin);
        let mut shore = Self {
            width,
            height,
            margin,
            nearest: vec![FAR; wide * high],
            inside: vec![false; wide * high],
            empty: true,
        };
        // In pixels of the rectangle with its margin, whose first pixel has its middle at 0, 0.
        let to = |spot: Spot| {
            (
                ((spot.x - corner.x) / km + margin as f64 - 0.5) as f32,
                ((spot.y - corner.y) / km + margin as f64 - 0.5) as f32,
            )
        };
        let mut crossings: Vec<Vec<f32>> = vec![Vec::new(); high];
        for ring in rings {
            let mut last = match ring.last() {
                Some(last) => to(*last),
                None => continue,
            };
            for spot in ring {
                let next = to(*spot);
                shore.edge(last, next, &mut crossings);
                last = next;
            }
        }
        for (row, mut xs) in crossings.into_iter().enumerate() {
            xs.sort_by(f32::total_cmp);
            for pair in xs.chunks_exact(2) {
                let from = pair[0].ceil().max(0.0) as usize;
                let to = (pair[1].floor() + 1.0).clamp(0.0, wide as f32) as usize;
                if from < to {
                    shore.inside[row * wide + from..row * wide + to].fill(true);
                }
            }
        }
        if !shore.empty {
            shore.spread();
        }
        shore
    }

    /// Notes an edge: where it crosses rows, and the pixels that it passes.
    fn edge(&mut self, a: (f32, f32), b: (f32, f32), crossings: &mut [Vec<f32>]) {
        let (wide, high) = (self.width + 2 * self.margin, self.height + 2 * self.margin);
        let (top, foot) = (a.1.min(b.1), a.1.max(b.1));
        if foot < -2.0 || top > high as f32 + 2.0 {
            return;
        }
        if a.1 != b.1 {
            let from = top.ceil().max(0.0) as usize;
            let to = foot.ceil().clamp(0.0, high as f32) as usize;
            for (row, xs) in crossings.iter_mut().enumerate().take(to).skip(from) {
                xs.push(a.0 + (b.0 - a.0) * (row as f32 - a.1) / (b.1 - a.1));
            }
        }
        let (left, right) = (a.0.min(b.0), a.0.max(b.0));
        if right < -2.0 || left > wide as f32 + 2.0 {
            return;
        }
        let x0 = (left - 1.5).ceil().clamp(0.0, wide as f32) as usize;
        let x1 = (right + 1.5).floor().clamp(-1.0, wide as f32 - 1.0) as i64;
        let y0 = (top - 1.5).ceil().clamp(0.0, high as f32) as usize;
        let y1 = (foot + 1.5).floor().clamp(-1.0, high as f32 - 1.0) as i64;
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let long = (dx * dx + dy * dy).max(1e-12);
        for y in y0 as i64..=y1 {
            for x in x0 as i64..=x1 {
                let (px, py) = (x as f32 - a.0, y as f32 - a.1);
                let t = ((px * dx + py * dy) / long).clamp(0.0, 1.0);
                let off = (dx * t - px, dy * t - py);
                let square = off.0 * off.0 + off.1 * off.1;
                // A long edge passes far from most pixels of its box.
                if square > 4.0 {
                    continue;
                }
                let held = &mut self.nearest[y as usize * wide + x as usize];
                if square < held.0 * held.0 + held.1 * held.1 {
                    *held = off;
                    self.empty = false;
                }
            }
        }
    }

    /// Hands the nearest points on from pixel to pixel: down and back up, each row both ways.
    fn spread(&mut self) {
        let wide = self.width + 2 * self.margin;
        let high = self.height + 2 * self.margin;
        let near = &mut self.nearest;
        let take = |near: &mut [(f32, f32)], at: usize, from: usize, dx: f32, dy: f32| {
            let (x, y) = near[from];
            let off = (x + dx, y + dy);
            let held = near[at];
            if off.0 * off.0 + off.1 * off.1 < held.0 * held.0 + held.1 * held.1 {
                near[at] = off;
            }
        };
        let row = |near: &mut [(f32, f32)], y: usize| {
            for x in 1..wide {
                take(near, y * wide + x, y * wide + x - 1, -1.0, 0.0);
            }
            for x in (0..wide - 1).rev() {
                take(near, y * wide + x, y * wide + x + 1, 1.0, 0.0);
            }
        };
        let down = |near: &mut [(f32, f32)], y: usize, from: usize, dy: f32| {
            for x in 0..wide {
                let (at, above) = (y * wide + x, from * wide + x);
                take(near, at, above, 0.0, dy);
                if x > 0 {
                    take(near, at, above - 1, -1.0, dy);
                }
                if x + 1 < wide {
                    take(near, at, above + 1, 1.0, dy);
                }
            }
        };
        row(near, 0);
        for y in 1..high {
            down(near, y, y - 1, -1.0);
            row(near, y);
        }
        for y in (0..high - 1).rev() {
            down(near, y, y + 1, 1.0);
            row(near, y);
        }
    }

    /// Pixels to the nearest line: more than 0 inside, less outside.
    pub(in crate::painting) fn signed(&self, x: usize, y: usize) -> f32 {
        let at = (y + self.margin) * (self.width + 2 * self.margin) + x + self.margin;
        let (dx, dy) = self.nearest[at];
        let away = f32::sqrt(dx * dx + dy * dy);
        if self.inside[at] { away } else { -away }
    }
}
