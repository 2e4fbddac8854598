//! One mountain of the scroll: larger than the map's, and coloured.

use super::super::ground::canvas::{Canvas, Tone, over, tone};
use super::super::noise::{self, Luck};
use super::super::pigments::Scroll;
use super::View;

/// A mountain, in units of the composition.
pub(super) struct Peak {
    /// The height on the picture at which it stands.
    pub(super) foot: f32,
    /// Its middle.
    pub(super) x: f32,
    /// Its width.
    pub(super) wide: f32,
    /// Its height.
    pub(super) high: f32,
    /// 0 far, 1 near.
    pub(super) near: f32,
}

/// A column of it, in samples.
#[derive(Clone, Copy)]
struct Column {
    ridge: f32,
    lit: f32,
    way: f32,
    line: f32,
    tilt: f32,
}

/// What fades with the depth below the ridge.
#[derive(Clone, Copy)]
struct Fade {
    wash: f32,
    green: f32,
    blue: f32,
    ochre: f32,
    stroke: f32,
}

/// What the hand keeps ready between two mountains.
pub(super) struct Brush {
    columns: Vec<Column>,
    fades: Vec<Fade>,
    waves: Vec<f32>,
}

/// Steps of a wave.
const WAVE: f32 = 512.0;

impl Brush {
    pub(super) fn new() -> Self {
        Self {
            columns: Vec::new(),
            fades: Vec::new(),
            waves: (0..WAVE as usize)
                .map(|i| f32::sin(i as f32 / WAVE * std::f32::consts::TAU))
                .collect(),
        }
    }

    fn shape(&mut self, count: usize, high: f32, line: f32, luck: &mut Luck) {
        let off = luck.between(-0.22, 0.22);
        let sharp = luck.between(1.0, 1.35);
        let mut shoulders = [(0.0, 1.0, 0.0); 5];
        let many = 3 + luck.below(3) as usize;
        for shoulder in shoulders.iter_mut().take(many) {
            let middle = luck.between(-0.75, 0.75);
            let wide = luck.between(0.12, 0.30);
            let tall = luck.between(0.35, 0.9) * (1.0 - f32::abs(middle - off) * 0.85);
            *shoulder = (middle, wide, tall);
        }
        let seed = luck.bits() as u32;
        self.columns.clear();
        for i in 0..count {
            let t = (i as f32 + 0.5) / count as f32 * 2.0 - 1.0;
            let side = if t < off {
                (t + 1.0) / (1.0 + off)
            } else {
                (1.0 - t) / (1.0 - off)
            };
            let mut up = f32::powf(side.clamp(0.0, 1.0), sharp) * 0.98;
            for (middle, wide, tall) in shoulders.iter().take(many) {
                let far = f32::abs(t - middle) / wide;
                if far < 1.0 {
                    up = up.max(tall * (1.0 - f32::powf(far, 1.6)));
                }
            }
            let mut rough = 0.0;
            for (octave, (often, much)) in [(1.8, 0.08), (4.4, 0.058), (11.0, 0.035), (24.0, 0.016)]
                .into_iter()
                .enumerate()
            {
                rough += much * noise::value(t * often, octave as f32 * 7.5, seed);
            }
            let edge = ((1.0 - f32::abs(t)) * 3.2).clamp(0.0, 1.0);
            let up = (up + rough * edge).clamp(0.0, 1.2) * edge;
            let uneven = 1.0 + 0.45 * noise::value(i as f32 / 12.0, 33.5, seed);
            self.columns.push(Column {
                ridge: up * high,
                lit: 0.0,
                way: 0.0,
                line: line * uneven,
                tilt: 1.0,
            });
        }
        let span = (count / 24).max(2);
        for i in 0..count {
            let slope = |span: usize| {
                let (left, right) = (i.saturating_sub(span), (i + span).min(count - 1));
                (self.columns[right].ridge - self.columns[left].ridge)
                    / (right - left).max(1) as f32
            };
            let (broad, steep) = (slope(span), slope(1));
            let column = &mut self.columns[i];
            let x = (broad * 1.5).clamp(-3.0, 3.0);
            column.lit = 0.5 + 0.5 * x * (27.0 + x * x) / (27.0 + 9.0 * x * x);
            column.way = (broad * 4.0).clamp(-1.0, 1.0);
            column.tilt = 1.0 / f32::sqrt(1.0 + steep * steep);
        }
    }

    /// Paints a mountain.
    pub(super) fn paint(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        peak: &Peak,
        silk: &Scroll,
        luck: &mut Luck,
    ) {
        let fine = view.scale / 2.0;
        let near = peak.near;
        let count = (peak.wide * view.scale) as usize + 6;
        let high = (peak.high * view.scale).max(1.0);
        self.shape(count, high, view.scale * (0.42 + 0.62 * near), luck);
        let (grain, phase) = (luck.bits() as u32, luck.unit() * WAVE);
        let rise = (high * 1.22) as i64 + 2;
        self.fades.clear();
        self.fades.extend((0..=rise + 1).map(|d| {
            let d = d as f32 / high;
            let band = (d - 0.45) / 0.22;
            Fade {
                wash: f32::exp(-d / 0.30),
                green: f32::exp(-d / 0.28),
                blue: f32::exp(-d / 0.20),
                ochre: f32::exp(-band * band),
                stroke: f32::exp(-d / 0.38),
            }
        }));
        let far_near = |(far, close): (_, _)| over(tone(far), tone(close), near);
        let ink: Tone = far_near(silk.wash);
        let colour = ((near - 0.25) / 0.75).max(0.0) * silk.colours.3;
        let [green, blue, ochre, line, body] = [
            silk.colours.0,
            silk.colours.1,
            silk.colours.2,
            silk.ink,
            silk.body,
        ]
        .map(tone);
        let period = (2.1 + 1.2 * near) * fine * 2.0;
        let (x0, foot) = (
            (peak.x * view.scale) as i64 - count as i64 / 2,
            (peak.foot * view.scale) as i64,
        );
        let rows = (foot - rise).max(0)..=foot.min(canvas.height as i64 - 1);
        for y in rows {
            let up = (foot - y) as f32;
            let ground = f32::powf((up / (high * 0.55)).min(1.0), 0.9);
            for x in x0.max(0)..(x0 + count as i64).min(canvas.width as i64) {
                let column = self.columns[(x - x0) as usize];
                let deep = column.ridge - up;
                let close = deep * column.tilt;
                if close <= -0.5 {
                    continue;
                }
                let inside = (close + 0.5).min(1.0);
                let deep = deep.max(0.0);
                let fade = self.fades[(deep as usize).min(self.fades.len() - 1)];
                let veil = inside * ground;
                let shade = 1.0 - column.lit;
                let under = &mut canvas.tones[y as usize * canvas.width + x as usize];
                let mut here = over(*under, body, inside * (ground * 1.25).min(1.0) * 0.96);
                let wash = (fade.wash * (0.18 + 0.62 * shade) + 0.10 * shade) * (0.42 + 0.5 * near);
                here = over(here, ink, veil * wash);
                if colour > 0.0 {
                    here = over(here, green, veil * fade.green * column.lit * 0.36 * colour);
                    here = over(here, blue, veil * fade.blue * shade * 0.40 * colour);
                    here = over(here, ochre, veil * fade.ochre * column.lit * 0.26 * colour);
                }
                let along = ((x - x0) as f32 + deep * column.way * 0.62) / period;
                let wave = |turns: f32| {
                    let at = (turns / std::f32::consts::TAU * WAVE + WAVE * 64.0) as usize;
                    self.waves[at % WAVE as usize]
                };
                let swing =
                    along * 2.0 + phase / WAVE * std::f32::consts::TAU + 0.8 * wave(along * 0.7);
                let speck = noise::lattice((x - x0) as i32, up as i32, grain) * 0.5;
                let stroke = (wave(swing) * 0.5 - 0.12 + speck).clamp(0.0, 1.0) * fade.stroke;
                here = over(here, line, veil * stroke * (0.12 + 0.30 * near));
                if column.ridge > high * 0.05 {
                    let edge = (1.0 - close.max(0.0) / column.line.max(0.5)).clamp(0.0, 1.0);
                    here = over(
                        here,
                        line,
                        inside * (ground * 1.4).min(1.0) * edge * (0.30 + 0.55 * near),
                    );
                }
                *under = here;
            }
        }
    }
}
