//! One painted mountain: its outline strongest at the ridge, the wash dissolving into mist at the foot.

use super::super::noise::{self, Luck};
use super::super::pigments::Pigments;
use super::canvas::{Canvas, tone};
use super::peaks::Peak;

/// Samples along a pixel's side.
const FINE: usize = 2;

/// What the hand keeps ready between two mountains.
pub(super) struct Brush {
    columns: Vec<Column>,
    fades: Vec<[f32; 3]>,
    waves: Vec<f32>,
}

/// One column of a mountain, in samples.
#[derive(Clone, Copy)]
struct Column {
    /// Height of the ridge above the foot.
    ridge: f32,
    /// 1 on the lit side, 0 on the shaded one.
    lit: f32,
    /// Which way the slope falls.
    way: f32,
    /// Width of the ridge line.
    line: f32,
    /// How much nearer the ridge is than straight up, where it is steep.
    tilt: f32,
}

/// Steps of a wave in [`Brush::waves`].
const WAVE: f32 = 256.0;

impl Brush {
    pub(super) fn new() -> Self {
        let waves = (0..WAVE as usize)
            .map(|i| f32::sin(i as f32 / WAVE * std::f32::consts::TAU))
            .collect();
        Self {
            columns: Vec::new(),
            fades: Vec::new(),
            waves,
        }
    }

    /// How the columns of a mountain look.
    fn shape(&mut self, count: usize, high: f32, crest: bool, luck: &mut Luck) {
        let off = luck.between(-0.18, 0.18);
        let mut shoulders = [(0.0, 1.0, 0.0); 3];
        let many = 2 + luck.below(2) as usize;
        for shoulder in shoulders.iter_mut().take(many) {
            let middle = luck.between(-0.6, 0.6);
            let wide = luck.between(0.16, 0.34);
            let tall = luck.between(0.35, 0.85) * (1.0 - f32::abs(middle) * 0.75);
            *shoulder = (middle, wide, tall);
        }
        let seed = luck.bits() as u32;
        let cells = count as f32;
        self.columns.clear();
        for i in 0..count {
            let t = (i as f32 + 0.5) / cells * 2.0 - 1.0;
            let side = if t < off {
                1.0 + off * 0.9
            } else {
                1.0 - off * 0.9
            };
            let mut up = 1.0 - f32::powf(f32::abs(t - off) / side, 1.15);
            for (middle, wide, tall) in shoulders.iter().take(many) {
                let far = f32::abs(t - middle) / wide;
                if far < 1.0 {
                    up = up.max(tall * (1.0 - far * f32::sqrt(far)));
                }
            }
            let rough =
                0.17 * noise::value(t * 8.0, 0.5, seed) + 0.16 * noise::value(t * 2.8, 9.5, seed);
            let edge = ((1.0 - f32::abs(t)) * 4.0).clamp(0.0, 1.0);
            let up = (up.max(0.0) + rough * edge * 0.45).clamp(0.0, 1.15) * edge;
            let thick = 0.52 + 0.26 * noise::value(i as f32 / 9.0, 20.5, seed);
            self.columns.push(Column {
                ridge: up * high,
                lit: 0.0,
                way: 0.0,
                tilt: 1.0,
                line: FINE as f32 * thick.max(0.2) * if crest { 1.15 } else { 1.0 },
            });
        }
        // Light and slope follow the broad shape, not the roughness.
        let span = (count / 14).max(2);
        for i in 0..count {
            let (left, right) = (i.saturating_sub(span), (i + span).min(count - 1));
            let slope =
                (self.columns[right].ridge - self.columns[left].ridge) / (right - left) as f32;
            // Rising to the right is facing left, where the light comes from.
            let column = &mut self.columns[i];
            column.lit = (0.5 + 0.55 * squash(1.6 * slope)).clamp(0.0, 1.0);
            column.way = (slope * 4.0).clamp(-1.0, 1.0);
            let (left, right) = (i.saturating_sub(1), (i + 1).min(count - 1));
            let steep = (self.columns[right].ridge - self.columns[left].ridge) / 2.0;
            self.columns[i].tilt = 1.0 / f32::sqrt(1.0 + steep * steep);
        }
    }

    /// Paints a mountain; `left` and `top` are where the canvas lies, in pixels of the level.
    pub(super) fn paint(
        &mut self,
        canvas: &mut Canvas,
        left: i64,
        top: i64,
        peak: &Peak,
        pigments: &Pigments,
    ) {
        let fine = FINE as f32;
        let count = (peak.wide * fine * 1.1) as usize + 4;
        let high = peak.high * fine;
        // Samples from the earth's edge, so that the mountain is the same from whichever tile it is seen.
        let x0 = (peak.x * FINE as f64).floor() as i64 - count as i64 / 2 - left * FINE as i64;
        let foot = ((peak.y + f64::from(peak.high) * 0.35) * FINE as f64).floor() as i64
            - top * FINE as i64;
        let rise = (high * 1.17) as i64 + 3;
        let (px0, px1) = (
            x0.div_euclid(2).max(0),
            (x0 + count as i64 + 1)
                .div_euclid(2)
                .min(canvas.width as i64 - 1),
        );
        let (py0, py1) = (
            (foot - rise).div_euclid(2).max(0),
            foot.div_euclid(2).min(canvas.height as i64 - 1),
        );
        if px0 > px1 || py0 > py1 {
            return;
        }
        let mut luck = Luck::of(peak.seed);
        self.shape(count, high, peak.crest, &mut luck);
        let grain = luck.bits() as u32;
        let phase = luck.unit() * WAVE;
        self.fades.clear();
        self.fades.extend((0..=rise as usize + 2).map(|d| {
            let d = d as f32 / high;
            [f32::exp(-d / 0.6), f32::exp(-d / 0.34), f32::exp(-d / 0.42)]
        }));
        let colours = [
            tone(pigments.mist),
            tone(pigments.umber.0),
            tone(pigments.wash),
            tone(pigments.hatch.0),
            tone(pigments.ridge.0),
        ];
        for py in py0..=py1 {
            for px in px0..=px1 {
                let mut much = [0.0f32; 5];
                let mut any = false;
                for sub in 0..(FINE * FINE) as i64 {
                    let (sx, sy) = (px * 2 + (sub & 1) - x0, foot - (py * 2 + (sub >> 1)));
                    if sx < 0 || sx >= count as i64 || sy < 0 {
                        continue;
                    }
                    let column = self.columns[sx as usize];
                    let (sx, up) = (sx as f32, sy as f32);
                    let deep = column.ridge - up;
                    let near = deep * column.tilt;
                    if near <= -0.5 {
                        continue;
                    }
                    any = true;
                    let inside = (near + 0.5).min(1.0);
                    let deep = deep.max(0.0);
                    let ground = (up / (high * 0.42)).min(1.0);
                    let veil = inside * ground;
                    let [warm, cold, stroke] = self.fades[deep as usize];
                    let along =
                        (sx + deep * column.way * 0.55) / (1.5 * fine) / std::f32::consts::TAU;
                    let wave =
                        self.waves[(along * WAVE + phase + WAVE * 8.0) as usize % WAVE as usize];
                    let speck = noise::lattice(sx as i32, sy as i32, grain) * 0.6;
                    let hatch = (wave * 0.8 - 0.1 + 0.35 * speck).clamp(0.0, 1.0) * stroke;
                    let edge = if column.ridge > high * 0.06 {
                        (1.0 - (near - column.line * 0.5) / column.line).clamp(0.0, 1.0)
                    } else {
                        0.0
                    };
                    let ink = inside * (ground * 1.3).min(1.0) * edge * pigments.ridge.1;
                    let mut left = 1.0 - ink;
                    much[4] += ink;
                    let mut layer = |at: usize, share: f32| {
                        much[at] += left * share;
                        left *= 1.0 - share;
                    };
                    layer(3, veil * hatch * pigments.hatch.1);
                    layer(2, veil * cold * (0.20 + 0.62 * (1.0 - column.lit)) * 0.62);
                    layer(1, veil * column.lit * warm * pigments.umber.1);
                    layer(0, veil * 0.86);
                }
                if !any {
                    continue;
                }
                let under = &mut canvas.tones[py as usize * canvas.width + px as usize];
                let part = 1.0 / (FINE * FINE) as f32;
                let left = 1.0 - much.iter().sum::<f32>() * part;
                for (i, under) in under.iter_mut().enumerate() {
                    let laid: f32 = colours.iter().zip(much).map(|(c, m)| c[i] * m).sum();
                    *under = *under * left + laid * part;
                }
            }
        }
    }
}

/// A quick stand-in for the hyperbolic tangent.
fn squash(x: f32) -> f32 {
    let x = x.clamp(-3.0, 3.0);
    x * (27.0 + x * x) / (27.0 + 9.0 * x * x)
}
