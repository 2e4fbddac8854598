//! Strokes of the brush: lines of changing width, laid into a mask with soft edges.

/// How much of each pixel is covered.
pub(in crate::painting) struct Mask {
    pub(in crate::painting) width: usize,
    pub(in crate::painting) height: usize,
    pub(in crate::painting) cover: Vec<f32>,
    /// Nothing has been laid into it.
    pub(in crate::painting) empty: bool,
}

impl Mask {
    pub(in crate::painting) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            cover: vec![0.0; width * height],
            empty: true,
        }
    }

    /// Lays a piece of a stroke, from a point with one width to another with another; pixels have their middles at a half.
    pub(in crate::painting) fn piece(&mut self, a: (f32, f32), b: (f32, f32), wide: (f32, f32)) {
        let reach = wide.0.max(wide.1) / 2.0 + 1.0;
        let from = |v: f32| (v - reach - 0.5).ceil().max(0.0) as usize;
        let to = |v: f32, count: usize| ((v + reach + 0.5).floor().max(0.0) as usize).min(count);
        let (x0, x1) = (from(a.0.min(b.0)), to(a.0.max(b.0), self.width));
        let (y0, y1) = (from(a.1.min(b.1)), to(a.1.max(b.1), self.height));
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let long = (dx * dx + dy * dy).max(1e-9);
        for y in y0..y1 {
            for x in x0..x1 {
                let (px, py) = (x as f32 + 0.5 - a.0, y as f32 + 0.5 - a.1);
                let t = ((px * dx + py * dy) / long).clamp(0.0, 1.0);
                let (ox, oy) = (px - dx * t, py - dy * t);
                let width = wide.0 + (wide.1 - wide.0) * t;
                // A line thinner than a pixel is as pale as it is thin.
                let cover =
                    (width / 2.0 + 0.5 - f32::sqrt(ox * ox + oy * oy)).clamp(0.0, width.min(1.0));
                if cover > 0.0 {
                    let held = &mut self.cover[y * self.width + x];
                    *held = held.max(cover);
                    self.empty = false;
                }
            }
        }
    }

    /// Lays a stroke along a line, its width told by the way along the line in pixels and as a part of the whole.
    pub(in crate::painting) fn stroke(
        &mut self,
        line: &[(f32, f32)],
        width: impl Fn(f32, f32) -> f32,
    ) {
        /// Longest piece with one change of width.
        const PIECE: f32 = 2.0;
        const EDGE: f32 = 12.0;
        let long = |a: (f32, f32), b: (f32, f32)| {
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            f32::sqrt(dx * dx + dy * dy)
        };
        let whole: f32 = line.windows(2).map(|p| long(p[0], p[1])).sum();
        let mut gone = 0.0;
        for pair in line.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let step = long(a, b);
            let near = a.0.min(b.0) < self.width as f32 + EDGE
                && a.0.max(b.0) > -EDGE
                && a.1.min(b.1) < self.height as f32 + EDGE
                && a.1.max(b.1) > -EDGE;
            if near && step > 0.0 {
                let pieces = (step / PIECE).ceil().max(1.0) as u32;
                let at = |i: u32| {
                    let t = i as f32 / pieces as f32;
                    let on = gone + step * t;
                    (
                        (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t),
                        width(on, on / whole),
                    )
                };
                let mut last = at(0);
                for i in 1..=pieces {
                    let next = at(i);
                    self.piece(last.0, next.0, (last.1, next.1));
                    last = next;
                }
            }
            gone += step;
        }
    }
}
