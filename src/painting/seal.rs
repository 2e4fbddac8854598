//! Seals: a name cut in stone and pressed in paste. The same name gives the same seal on every machine.

use ab_glyph::{Font, FontRef, PxScale, point};

use super::Picture;
use super::noise::{Luck, octaves, seed_of};
use super::pigments::Colour;

/// How much larger a seal is drawn than it is shown.
const TIMES: usize = 3;

/// What a seal is made of.
#[derive(Clone, Copy, Debug)]
pub struct Seal<'a> {
    /// One to four characters; of more, the first four are used.
    pub zh: &'a str,
    /// Characters knocked out of a solid body; otherwise raised within a frame.
    pub solid: bool,
    /// The paste.
    pub paste: Colour,
    /// What shows where there is none.
    pub paper: Colour,
    /// Pixels on a side.
    pub side: u32,
}

/// Part of the unit square for one character.
type Cell = [f32; 4];

/// Where the characters stand: read from above, from right to left.
const fn cells(count: usize) -> &'static [Cell] {
    match count {
        0 | 1 => &[[0.0, 0.0, 1.0, 1.0]],
        2 => &[[0.5, 0.0, 1.0, 1.0], [0.0, 0.0, 0.5, 1.0]],
        3 => &[
            [0.5, 0.0, 1.0, 1.0],
            [0.0, 0.0, 0.5, 0.5],
            [0.0, 0.5, 0.5, 1.0],
        ],
        _ => &[
            [0.5, 0.0, 1.0, 0.5],
            [0.5, 0.5, 1.0, 1.0],
            [0.0, 0.0, 0.5, 0.5],
            [0.0, 0.5, 0.5, 1.0],
        ],
    }
}

/// The seal, its characters drawn with this face; a character that the face lacks leaves its cell empty.
#[must_use]
pub fn seal(seal: &Seal<'_>, face: &FontRef<'_>) -> Picture {
    let side = seal.side.max(8) as usize;
    let n = side * TIMES;
    let seed = seed_of(seal.zh) as u32;
    let strokes = strokes(seal, face, n);
    let size = n as f32;
    let (middle, reach, round) = ((size - 1.0) / 2.0, size * 0.48, size * 0.055);
    let soft = TIMES as f32 * 0.9;
    let mut luck = Luck::of(u64::from(seed));
    // What is paste and what is stone at all, pixel by pixel of the large drawing.
    let mut paste = vec![0.0f32; n * n];
    let mut body = vec![0.0f32; n * n];
    for y in 0..n {
        for x in 0..n {
            let (fx, fy) = (x as f32, y as f32);
            let wide = octaves(fx / size * 9.0, fy / size * 9.0, seed, 4);
            let fine = octaves(fx / size * 28.0, fy / size * 28.0, seed ^ 0x51, 3);
            let (dx, dy) = (
                (fx - middle).abs() - (reach - round),
                (fy - middle).abs() - (reach - round),
            );
            let edge = dx.max(0.0).hypot(dy.max(0.0)) + dx.max(dy).min(0.0) - round
                + wide * size * 0.011 * 1.6
                + fine * size * 0.006 * 1.6;
            let chip =
                ((wide - 0.85) * 6.0).clamp(0.0, 1.0) * (1.0 + edge / (size * 0.1)).clamp(0.0, 1.0);
            let whole = (0.5 - edge / soft).clamp(0.0, 1.0) * (1.0 - chip);
            let shift = size * 0.004;
            let stroke = sample(&strokes, n, fx + fine * shift, fy + wide * shift * 1.5);
            let stroke = ((stroke - 0.42) * 4.0).clamp(0.0, 1.0);
            let inked = if seal.solid {
                whole * (1.0 - stroke)
            } else {
                let frame = (0.5 + (edge + size * 0.05) / soft).clamp(0.0, 1.0);
                whole * frame.max(stroke)
            };
            let uneven = octaves(fx / size * 5.0, fy / size * 5.0, seed ^ 0x2F, 3);
            let uneven = 1.0 - 0.16 * (uneven * 0.9 + 0.3).clamp(0.0, 1.0);
            paste[y * n + x] = inked * uneven;
            body[y * n + x] = whole;
        }
    }
    for _ in 0..n * n / 1800 {
        let (x, y) = (luck.below(n as u32) as usize, luck.below(n as u32) as usize);
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            if x + dx < n && y + dy < n {
                paste[(y + dy) * n + x + dx] *= 0.4;
            }
        }
    }
    reduce(seal, side, &paste, &body)
}

/// The characters alone, 0 to 1, thickened a little: carved lines are even.
fn strokes(seal: &Seal<'_>, face: &FontRef<'_>, n: usize) -> Vec<f32> {
    let size = n as f32;
    let margin = size * if seal.solid { 0.085 } else { 0.15 };
    let (inner, gap) = (size - 2.0 * margin, size * 0.035);
    let mut strokes = vec![0.0f32; n * n];
    let count = seal.zh.chars().count();
    for (c, cell) in seal.zh.chars().zip(cells(count)) {
        let [x0, y0, x1, y1] = *cell;
        let half = |inside: bool| if inside { gap / 2.0 } else { 0.0 };
        let left = margin + x0 * inner + half(x0 > 0.0);
        let right = margin + x1 * inner - half(x1 < 1.0);
        let top = margin + y0 * inner + half(y0 > 0.0);
        let foot = margin + y1 * inner - half(y1 < 1.0);
        let id = face.glyph_id(c);
        let Some(outline) = face.outline(id) else {
            continue;
        };
        let bounds = outline.bounds;
        let (across, down) = (
            (bounds.max.x - bounds.min.x).abs(),
            (bounds.max.y - bounds.min.y).abs(),
        );
        let unit = face.units_per_em().unwrap_or(1000.0);
        // A flat character such as 一 is not blown up into a beam: at most this many times its own size.
        let stretch = |room: f32, length: f32| (room / length.max(1.0)).min(room * 2.4 / unit);
        let (sx, sy) = (stretch(right - left, across), stretch(foot - top, down));
        let height = face.height_unscaled();
        let glyph = id.with_scale_and_position(
            PxScale {
                x: sx * height,
                y: sy * height,
            },
            point(0.0, 0.0),
        );
        let Some(drawn) = face.outline_glyph(glyph) else {
            continue;
        };
        let box_ = drawn.px_bounds();
        let at = (
            (left + right - box_.width()) / 2.0,
            (top + foot - box_.height()) / 2.0,
        );
        drawn.draw(|x, y, cover| {
            let (x, y) = (at.0 as usize + x as usize, at.1 as usize + y as usize);
            if x < n && y < n {
                let here = &mut strokes[y * n + x];
                *here = here.max(cover);
            }
        });
    }
    blur(&mut strokes, n, size * 0.006);
    for value in &mut strokes {
        *value = (*value * 2.0 - 0.35).clamp(0.0, 1.0);
    }
    strokes
}

/// Blurs a square picture by a bell of this width.
fn blur(picture: &mut [f32], n: usize, width: f32) {
    let reach = (width * 2.5).ceil().max(1.0) as i32;
    let bell: Vec<f32> = (-reach..=reach)
        .map(|i| {
            let t = i as f32 / width;
            f32::exp(-t * t / 2.0)
        })
        .collect();
    let sum: f32 = bell.iter().sum();
    let mut pass = |step: usize, stride: usize| {
        let from = picture.to_vec();
        for line in 0..n {
            for at in 0..n {
                let mut value = 0.0;
                for (i, weight) in bell.iter().enumerate() {
                    let there = (at as i32 + i as i32 - reach).clamp(0, n as i32 - 1) as usize;
                    value += weight * from[line * stride + there * step];
                }
                picture[line * stride + at * step] = value / sum;
            }
        }
    };
    pass(1, n);
    pass(n, 1);
}

/// The value of a square picture between its pixels.
fn sample(picture: &[f32], n: usize, x: f32, y: f32) -> f32 {
    let most = (n - 1) as f32;
    let (x, y) = (x.clamp(0.0, most), y.clamp(0.0, most));
    let (x0, y0) = (x as usize, y as usize);
    let (x1, y1) = ((x0 + 1).min(n - 1), (y0 + 1).min(n - 1));
    let (fx, fy) = (x - x0 as f32, y - y0 as f32);
    let top = picture[y0 * n + x0] * (1.0 - fx) + picture[y0 * n + x1] * fx;
    let foot = picture[y1 * n + x0] * (1.0 - fx) + picture[y1 * n + x1] * fx;
    top * (1.0 - fy) + foot * fy
}

/// The large drawing at the size that is shown. What is knocked out is opaque paper; only the outer edge is see-through,
/// for a renderer that blends in linear light makes fringes of every other kind of hole.
fn reduce(seal: &Seal<'_>, side: usize, paste: &[f32], body: &[f32]) -> Picture {
    let n = side * TIMES;
    let mut rgba = Vec::with_capacity(side * side * 4);
    for y in 0..side {
        for x in 0..side {
            let (mut inked, mut whole) = (0.0, 0.0);
            for dy in 0..TIMES {
                for dx in 0..TIMES {
                    let at = (y * TIMES + dy) * n + x * TIMES + dx;
                    inked += paste[at];
                    whole += body[at];
                }
            }
            let share = if whole > 0.0 {
                (inked / whole).clamp(0.0, 1.0)
            } else {
                1.0
            };
            for (paste, paper) in seal.paste.iter().zip(seal.paper) {
                let mixed = f32::from(*paste) * share + f32::from(paper) * (1.0 - share);
                rgba.push(mixed.round() as u8);
            }
            let alpha = whole / (TIMES * TIMES) as f32;
            rgba.push((alpha.clamp(0.0, 1.0) * 255.0).round() as u8);
        }
    }
    Picture {
        width: side as u32,
        height: side as u32,
        rgba,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face() -> FontRef<'static> {
        FontRef::try_from_slice(include_bytes!("../../assets/fonts/noto-serif-tc-bold.otf"))
            .unwrap_or_else(|_| panic!("a face"))
    }

    fn of(zh: &str, solid: bool) -> Picture {
        let made = Seal {
            zh,
            solid,
            paste: [161, 45, 27],
            paper: [243, 235, 217],
            side: 56,
        };
        seal(&made, &face())
    }

    /// How much of it is paste, percent.
    fn red(picture: &Picture) -> usize {
        let inked = picture
            .rgba
            .chunks(4)
            .filter(|p| p[3] > 128 && p[1] < 140)
            .count();
        inked * 100 / (56 * 56)
    }

    #[test]
    fn a_seal_never_changes_and_no_two_are_alike() {
        assert_eq!(of("李綱", true), of("李綱", true));
        assert_ne!(of("李綱", true), of("李邦彥", true));
    }

    #[test]
    fn song_is_solid_and_jin_is_framed() {
        for zh in ["李綱", "种師道", "御書之寶", "一"] {
            assert!((40..90).contains(&red(&of(zh, true))), "{zh}");
        }
        let framed = red(&of("粘罕", false));
        assert!((20..65).contains(&framed), "{framed}");
        // The outer edge is see-through, the middle is not.
        let picture = of("粘罕", false);
        assert_eq!(picture.rgba[3], 0);
        assert_eq!(picture.rgba[(28 * 56 + 28) * 4 + 3], 255);
    }
}
