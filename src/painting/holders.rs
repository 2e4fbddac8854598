//! Who holds the ground: a coarse raster of the whole earth that the window samples to tint it, patterns and border lines
//! included. It depends on nothing but where the places lie and who holds each.
//!
//! # What the raster says
//!
//! [`Partition::field`] gives `WIDTH × HEIGHT` texels of four bytes, row by row from the north; texel (i, j) has its middle at
//! [`Partition::middle`], that is at `((i + 0.5) · KM, (j + 0.5) · KM)` of [`super::earth`]:
//!
//! | byte | meaning |
//! |---|---|
//! | R | the holder: the number given for the nearest place, 0 nobody |
//! | G | distance to the nearest ground of another holder, in half km: 0 … 255 = 0 … 127 km and beyond |
//! | B | distance to the coast: 128 at the coast, 4 more for each km inland, 4 less for each km out at sea |
//! | A | reach: 255 where some place is near enough to hold the ground, falling to 0 in wilderness and in lands that no place of the atlas holds |
//!
//! R must not be interpolated. Load the four texels round the point with `textureLoad`, with their bilinear weights `w`. For each
//! holder `h` among the four, sum `w · (R == h ? G : −G)`: the largest sum is the holder of the point, and the sum itself its
//! distance to the border, in half km (0 on the border). So the border is a smooth line though a texel is 4 km wide.
//! B and A may be interpolated as usual: it is land where B > 128 (0.502 of the whole), exactly at the painted coast; A is
//! a factor on all that is drawn for a holder. The texture is linear data, not sRGB.
//!
//! [`look_up`] does the same on this side, for tests and for letters that want to know where they stand.

use super::earth::{Spot, size};
use super::ground::data;
use super::ground::shore::Shore;
use super::noise;

/// Km to a texel.
pub const KM: f64 = 4.0;
/// Texels from west to east.
pub const WIDTH: usize = 912;
/// Texels from north to south.
pub const HEIGHT: usize = 888;

/// How many places of each texel are kept.
const NEAREST: usize = 16;
/// A place is nobody's.
const NONE: u8 = u8::MAX;
/// How far round it a place tints that has no fellow beside it, in km.
const LONE: f32 = 25.0;
/// How far from any place the ground is still held, and how far beyond that it fades, in km.
const REACH: (f32, f32) = (170.0, 110.0);
/// Coasts are told up to this many texels away.
const SHORE: usize = 9;

/// The nearest places of each texel, made once for a set of places.
#[derive(Clone, Debug)]
pub struct Partition {
    places: usize,
    /// [`NEAREST`] for each texel, nearest first: which, and how far, in eighths of a km.
    near: Vec<(u8, u16)>,
    /// The bytes that no change of hands touches: coast and reach of each texel.
    still: Vec<[u8; 2]>,
    /// Which places' grounds touch.
    touching: Vec<(u8, u8)>,
    /// Km between two places, `from * places + to`.
    km: Vec<f32>,
}

impl Partition {
    /// The partition among these places, of which there may be no more than 254; others are left out.
    #[must_use]
    pub fn new(places: &[Spot]) -> Self {
        let places = &places[..places.len().min(NONE as usize)];
        let near = nearest(places);
        let shore = Shore::new(&data::land(), Spot::default(), KM, WIDTH, HEIGHT, SHORE);
        let still = (0..WIDTH * HEIGHT)
            .map(|at| {
                let inland = shore.signed(at % WIDTH, at / WIDTH) * KM as f32;
                let coast = (128.0 + inland * 4.0).clamp(0.0, 255.0) as u8;
                let away = match near.get(at * NEAREST) {
                    Some((_, eighths)) => f32::from(*eighths) / 8.0,
                    None => f32::MAX,
                };
                let reach = 1.0 - ((away - REACH.0) / REACH.1).clamp(0.0, 1.0);
                [coast, (255.0 * reach) as u8]
            })
            .collect();
        let km = places
            .iter()
            .flat_map(|a| places.iter().map(move |b| a.km(*b) as f32))
            .collect();
        Self {
            touching: touching(&near),
            places: places.len(),
            near,
            still,
            km,
        }
    }

    /// The middle of a texel.
    #[must_use]
    pub const fn middle(i: usize, j: usize) -> Spot {
        Spot {
            x: (i as f64 + 0.5) * KM,
            y: (j as f64 + 0.5) * KM,
        }
    }

    /// The raster for these holders, one for each place in the order given to [`Self::new`]; 0 is nobody, and so is whoever
    /// is not named. See the head of the file.
    #[must_use]
    pub fn field(&self, holder_of_place: &[u8]) -> Vec<u8> {
        let holder = |place: u8| holder_of_place.get(place as usize).copied().unwrap_or(0);
        let lone = self.lone(&holder);
        let mut out = Vec::with_capacity(WIDTH * HEIGHT * 4);
        for (near, [coast, reach]) in self.near.chunks_exact(NEAREST).zip(&self.still) {
            let (who, far) = self.texel(near, &holder, &lone);
            out.extend([who, (far * 2.0).clamp(0.0, 255.0) as u8, *coast, *reach]);
        }
        // Without any place there are no chunks.
        out.resize(WIDTH * HEIGHT * 4, 0);
        out
    }

    /// Who holds a texel, and how many km it is to somebody else's ground.
    fn texel(&self, near: &[(u8, u16)], holder: &dyn Fn(u8) -> u8, lone: &[bool]) -> (u8, f32) {
        let mut own: Option<(u8, f32, u8)> = None;
        let mut far = 127.5f32;
        for (place, eighths) in near {
            if *place == NONE {
                break;
            }
            let away = f32::from(*eighths) / 8.0;
            let (alone, of) = (lone[*place as usize], holder(*place));
            match own {
                None if alone && away > LONE => {
                    // Beyond its reach; but its edge is a border all the same.
                    far = far.min(away - LONE);
                }
                None => {
                    own = Some((*place, away, of));
                    if alone {
                        far = far.min(LONE - away);
                    }
                }
                Some((mine, mine_away, who)) => {
                    if of == who {
                        continue;
                    }
                    // Distance to the line half-way between the two.
                    let km = self.km[mine as usize * self.places + *place as usize].max(1.0);
                    let line = (away * away - mine_away * mine_away) / (2.0 * km);
                    let edge = if alone { line.max(away - LONE) } else { line };
                    far = far.min(edge);
                }
            }
        }
        own.map_or((0, far), |(_, _, who)| (who, far))
    }

    /// Which places have no fellow whose ground touches theirs, but a stranger's does.
    fn lone(&self, holder: &dyn Fn(u8) -> u8) -> Vec<bool> {
        let mut fellow = vec![false; self.places];
        let mut stranger = vec![false; self.places];
        for (a, b) in &self.touching {
            let same = holder(*a) == holder(*b);
            for place in [*a, *b] {
                let of = if same { &mut fellow } else { &mut stranger };
                of[place as usize] = true;
            }
        }
        fellow.iter().zip(stranger).map(|(f, s)| s && !f).collect()
    }
}

/// The nearest places of each texel. The point asked about is moved about a little first, so that borders waver.
fn nearest(places: &[Spot]) -> Vec<(u8, u16)> {
    /// Texels to a block, for whose middle all places are sorted.
    const BLOCK: usize = 16;
    let mut near = vec![
        (NONE, u16::MAX);
        if places.is_empty() {
            0
        } else {
            WIDTH * HEIGHT * NEAREST
        }
    ];
    let mut sorted: Vec<(f32, u8)> = Vec::with_capacity(places.len());
    let mut here: Vec<(f32, u8)> = Vec::with_capacity(places.len());
    for block_y in (0..HEIGHT).step_by(BLOCK) {
        for block_x in (0..WIDTH).step_by(BLOCK) {
            if places.is_empty() {
                continue;
            }
            let middle = Partition::middle(block_x + BLOCK / 2, block_y + BLOCK / 2);
            sorted.clear();
            let all = places.iter().enumerate();
            sorted.extend(all.map(|(i, place)| (middle.km(*place) as f32, i as u8)));
            sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
            // Whoever is among a texel's nearest is not much farther from the block's middle than the last of these.
            let kept = sorted[(NEAREST - 1).min(sorted.len() - 1)].0 + 160.0;
            let count = sorted.partition_point(|(km, _)| *km <= kept);
            for j in block_y..(block_y + BLOCK).min(HEIGHT) {
                for i in block_x..(block_x + BLOCK).min(WIDTH) {
                    let spot = waver(Partition::middle(i, j));
                    here.clear();
                    here.extend(sorted[..count].iter().map(|(_, place)| {
                        let at = places[*place as usize];
                        let (dx, dy) = ((at.x - spot.x) as f32, (at.y - spot.y) as f32);
                        (dx * dx + dy * dy, *place)
                    }));
                    let keep = NEAREST.min(here.len());
                    if here.len() > keep {
                        here.select_nth_unstable_by(keep, |a, b| a.0.total_cmp(&b.0));
                    }
                    here[..keep].sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                    let at = (j * WIDTH + i) * NEAREST;
                    for (slot, (square, place)) in near[at..at + keep].iter_mut().zip(&here) {
                        *slot = (*place, (f32::sqrt(*square) * 8.0).min(65_535.0) as u16);
                    }
                }
            }
        }
    }
    near
}

/// A point moved by some km.
fn waver(spot: Spot) -> Spot {
    const WAVE: f32 = 44.0;
    const MUCH: f64 = 9.0;
    let (x, y) = (spot.x as f32 / WAVE, spot.y as f32 / WAVE);
    Spot {
        x: spot.x + f64::from(noise::octaves(x, y, 91, 3)) * MUCH,
        y: spot.y + f64::from(noise::octaves(x, y, 92, 3)) * MUCH,
    }
}

/// The pairs of places that are nearest in two texels side by side.
fn touching(near: &[(u8, u16)]) -> Vec<(u8, u8)> {
    let mut pairs = std::collections::BTreeSet::new();
    let nearest = |i: usize, j: usize| near.get((j * WIDTH + i) * NEAREST).map(|n| n.0);
    for j in 0..HEIGHT - 1 {
        for i in 0..WIDTH - 1 {
            let (here, east, south) = (nearest(i, j), nearest(i + 1, j), nearest(i, j + 1));
            for other in [east, south] {
                if let (Some(a), Some(b)) = (here, other)
                    && a != b
                {
                    pairs.insert((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs.into_iter().collect()
}

/// The holder of a point and its distance to the border in km, from a raster of [`Partition::field`], as a shader finds them.
#[must_use]
pub fn look_up(field: &[u8], spot: Spot) -> (u8, f32) {
    let all = size();
    let x = (spot.x.clamp(0.0, all.x) / KM - 0.5).clamp(0.0, (WIDTH - 2) as f64);
    let y = (spot.y.clamp(0.0, all.y) / KM - 0.5).clamp(0.0, (HEIGHT - 2) as f64);
    let (i, j) = (x as usize, y as usize);
    let (fx, fy) = ((x - i as f64) as f32, (y - j as f64) as f32);
    let texel = |i: usize, j: usize, weight: f32| {
        let at = (j * WIDTH + i) * 4;
        (field[at], f32::from(field[at + 1]) * weight)
    };
    let four = [
        texel(i, j, (1.0 - fx) * (1.0 - fy)),
        texel(i + 1, j, fx * (1.0 - fy)),
        texel(i, j + 1, (1.0 - fx) * fy),
        texel(i + 1, j + 1, fx * fy),
    ];
    let sum = |holder: u8| {
        let signed = four
            .iter()
            .map(|(h, g)| if *h == holder { *g } else { -*g });
        signed.sum::<f32>()
    };
    let mut best = (four[0].0, sum(four[0].0));
    for (holder, _) in &four[1..] {
        let sum = sum(*holder);
        if sum > best.1 {
            best = (*holder, sum);
        }
    }
    (best.0, best.1 / 2.0)
}
