//! Who holds the ground: a coarse raster of the whole earth that the window samples to tint it, patterns and border lines
//! included. It depends on nothing but where the places lie and who holds each.
//!
//! # What the raster says
//!
//! [`Partition::field`] gives `WIDTH × HEIGHT` texels of four bytes, row by row from the north; texel (i, j) has its middle at
//! [`Partition::middle`], that is at `((i + 0.5) · KM, (j + 0.5) · KM)` of [`crate::earth`]:
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

use super::ground::shore::Shore;
use super::noise;
use crate::earth::shapes;
use crate::earth::{Spot, size};

/// Km to a texel.
pub const KM: f64 = 4.0;
/// Texels from west to east.
pub const WIDTH: usize = 912;
/// Texels from north to south.
pub const HEIGHT: usize = 888;

/// How many places of each texel are kept.
const NEAREST: usize = 16;
/// Texels along the side of a block: what is the same for a whole block is asked once.
const BLOCK: usize = 16;
/// Blocks from west to east.
const COLUMNS: usize = WIDTH.div_ceil(BLOCK);
/// No place: there are fewer than a texel could keep.
const NONE: u8 = u8::MAX;
/// Farther than the raster tells, in km.
const FAR: f32 = 127.5;
/// Parts of a km that points are kept in.
const PARTS: f64 = 8.0;
/// How far round it a place tints that has no fellow beside it, in km.
const LONE: f32 = 25.0;
/// How far from any place the ground is still held, and how far beyond that it fades, in km.
const REACH: (f32, f32) = (170.0, 110.0);
/// Coasts are told up to this many texels away.
const SHORE: usize = 9;

/// The nearest places of each texel, made once for a set of places.
#[derive(Clone, Debug)]
pub struct Partition {
    places: Vec<Spot>,
    /// The nearest places of each texel, nearest first; empty where there are no places.
    near: Vec<[u8; NEAREST]>,
    /// The point that each texel asks about, in eighths of a km.
    asked: Vec<(i16, i16)>,
    /// The bytes that no change of hands touches: coast and reach of each texel.
    still: Vec<[u8; 2]>,
    /// The places among the nearest of any texel of a block, for each block.
    around: Vec<Vec<u8>>,
    /// Which places' grounds touch.
    touching: Vec<(u8, u8)>,
    /// Which places' grounds run out into the wilderness: nobody surrounds these.
    open: Vec<bool>,
    /// Km between two places, `from * places + to`.
    km: Vec<f32>,
}

impl Partition {
    /// The partition among these places, of which there may be no more than 254; others are left out.
    #[must_use]
    pub fn new(places: &[Spot]) -> Self {
        let places = places[..places.len().min(NONE as usize)].to_vec();
        let asked: Vec<(i16, i16)> = (0..WIDTH * HEIGHT)
            .map(|at| {
                let spot = waver(Self::middle(at % WIDTH, at / WIDTH));
                ((spot.x * PARTS) as i16, (spot.y * PARTS) as i16)
            })
            .collect();
        let near = nearest(&places, &asked);
        let mut partition = Self {
            around: around(&near),
            touching: touching(&near),
            open: Vec::new(),
            km: places
                .iter()
                .flat_map(|a| places.iter().map(|b| a.km(*b) as f32))
                .collect(),
            places,
            near,
            asked,
            still: Vec::new(),
        };
        let mut open = vec![false; partition.places.len()];
        let shore = Shore::new(&shapes::land(), Spot::default(), KM, WIDTH, HEIGHT, SHORE);
        partition.still = (0..WIDTH * HEIGHT)
            .map(|at| {
                let inland = shore.signed(at % WIDTH, at / WIDTH) * KM as f32;
                let coast = (128.0 + inland * 4.0).clamp(0.0, 255.0) as u8;
                let first = partition.nearest(at).first();
                let away = first.map_or(f32::MAX, |place| partition.away(at, *place));
                if let Some(place) = first
                    && away > REACH.0
                    && inland > 0.0
                {
                    open[*place as usize] = true;
                }
                let reach = 1.0 - ((away - REACH.0) / REACH.1).clamp(0.0, 1.0);
                [coast, (255.0 * reach) as u8]
            })
            .collect();
        partition.open = open;
        partition
    }

    /// The middle of a texel.
    #[must_use]
    pub const fn middle(i: usize, j: usize) -> Spot {
        Spot {
            x: (i as f64 + 0.5) * KM,
            y: (j as f64 + 0.5) * KM,
        }
    }

    /// The nearest places of a texel.
    fn nearest(&self, at: usize) -> &[u8] {
        let all = self.near.get(at).map(<[u8; NEAREST]>::as_slice);
        let all = all.unwrap_or_default();
        &all[..self.places.len().min(all.len())]
    }

    /// Km from what a texel asks about to a place.
    fn away(&self, at: usize, place: u8) -> f32 {
        let (x, y) = self.asked[at];
        let place = self.places[place as usize];
        let dx = (place.x - f64::from(x) / PARTS) as f32;
        let dy = (place.y - f64::from(y) / PARTS) as f32;
        f32::sqrt(dx * dx + dy * dy)
    }

    /// The raster for these holders, one for each place in the order given to [`Self::new`]; 0 is nobody, and so is whoever
    /// is not named. See the head of the file.
    #[must_use]
    pub fn field(&self, holder_of_place: &[u8]) -> Vec<u8> {
        let mut holders = [0u8; 256];
        for (slot, holder) in holders
            .iter_mut()
            .zip(holder_of_place)
            .take(self.places.len())
        {
            *slot = *holder;
        }
        let lone = self.lone(&holders);
        let mut out = vec![0; WIDTH * HEIGHT * 4];
        for (block, around) in self.around.iter().enumerate() {
            let (x, y) = (block % COLUMNS * BLOCK, block / COLUMNS * BLOCK);
            // Most of the earth is far inside somebody's ground.
            let same = one_holder(around, &holders, &lone);
            for j in y..(y + BLOCK).min(HEIGHT) {
                for i in x..(x + BLOCK).min(WIDTH) {
                    let at = j * WIDTH + i;
                    let (who, far) = match same {
                        Some(who) => (who, FAR),
                        None => self.texel(at, &holders, &lone),
                    };
                    let [coast, reach] = self.still[at];
                    let texel = [who, (far * 2.0).clamp(0.0, 255.0) as u8, coast, reach];
                    out[at * 4..at * 4 + 4].copy_from_slice(&texel);
                }
            }
        }
        out
    }

    /// Who holds a texel, and how many km it is to somebody else's ground.
    fn texel(&self, at: usize, holders: &[u8; 256], lone: &[bool; 256]) -> (u8, f32) {
        let near = self.nearest(at);
        let mut far = FAR;
        let mut own = None;
        for (rank, place) in near.iter().enumerate() {
            let away = self.away(at, *place);
            if !lone[*place as usize] || away <= LONE {
                own = Some((rank, *place, away));
                break;
            }
            // Beyond its reach; but its edge is a border all the same.
            far = far.min(away - LONE);
        }
        let Some((rank, mine, mine_away)) = own else {
            return (0, far);
        };
        let who = holders[mine as usize];
        if lone[mine as usize] {
            far = far.min(LONE - mine_away);
        }
        for place in &near[rank + 1..] {
            if holders[*place as usize] == who {
                continue;
            }
            let away = self.away(at, *place);
            if (away - mine_away) / 2.0 > far {
                break;
            }
            // Distance to the line half-way between the two.
            let km = self.km[mine as usize * self.places.len() + *place as usize].max(1.0);
            let line = (away * away - mine_away * mine_away) / (2.0 * km);
            let alone = lone[*place as usize];
            far = far.min(if alone { line.max(away - LONE) } else { line });
        }
        (who, far.max(0.0))
    }

    /// Which places stand among strangers, alone or with one fellow, and are surrounded.
    fn lone(&self, holders: &[u8; 256]) -> [bool; 256] {
        let mut fellows: Vec<Vec<u8>> = vec![Vec::new(); self.places.len()];
        for (a, b) in &self.touching {
            if holders[*a as usize] == holders[*b as usize] {
                fellows[*a as usize].push(*b);
                fellows[*b as usize].push(*a);
            }
        }
        let mut lone = [false; 256];
        // With fewer places there is nobody to be surrounded by.
        if self.places.len() > 2 {
            for (place, beside) in fellows.iter().enumerate() {
                let open = |place: u8| self.open[place as usize];
                lone[place] = !self.open[place]
                    && match beside.as_slice() {
                        [] => true,
                        [fellow] => fellows[*fellow as usize].len() == 1 && !open(*fellow),
                        _ => false,
                    };
            }
        }
        lone
    }
}

/// The one holder of all places near a block, if there is one.
fn one_holder(around: &[u8], holders: &[u8; 256], lone: &[bool; 256]) -> Option<u8> {
    let who = around.first().map(|place| holders[*place as usize])?;
    let all = |place: &u8| holders[*place as usize] == who && !lone[*place as usize];
    around.iter().all(all).then_some(who)
}

/// The places among the nearest of any texel of a block, for each block.
fn around(near: &[[u8; NEAREST]]) -> Vec<Vec<u8>> {
    let mut blocks = Vec::with_capacity(COLUMNS * HEIGHT.div_ceil(BLOCK));
    for y in (0..HEIGHT).step_by(BLOCK) {
        for x in (0..WIDTH).step_by(BLOCK) {
            let mut seen = [false; 256];
            for j in y..(y + BLOCK).min(HEIGHT) {
                for i in x..(x + BLOCK).min(WIDTH) {
                    for place in near.get(j * WIDTH + i).into_iter().flatten() {
                        seen[*place as usize] = true;
                    }
                }
            }
            blocks.push((0..NONE).filter(|place| seen[*place as usize]).collect());
        }
    }
    blocks
}

/// The nearest places of each texel.
fn nearest(places: &[Spot], asked: &[(i16, i16)]) -> Vec<[u8; NEAREST]> {
    if places.is_empty() {
        return Vec::new();
    }
    let mut near = vec![[NONE; NEAREST]; WIDTH * HEIGHT];
    let mut sorted: Vec<(f32, u8)> = Vec::with_capacity(places.len());
    let mut here: Vec<(f32, u8)> = Vec::with_capacity(places.len());
    for block_y in (0..HEIGHT).step_by(BLOCK) {
        for block_x in (0..WIDTH).step_by(BLOCK) {
            let middle = Partition::middle(block_x + BLOCK / 2, block_y + BLOCK / 2);
            sorted.clear();
            let all = places.iter().enumerate();
            sorted.extend(all.map(|(i, place)| (middle.km(*place) as f32, i as u8)));
            sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
            // Whoever is among a texel's nearest is not much farther from the block's middle than the last of these.
            let kept = sorted[(NEAREST - 1).min(sorted.len() - 1)].0 + 140.0;
            let count = sorted.partition_point(|(km, _)| *km <= kept);
            for j in block_y..(block_y + BLOCK).min(HEIGHT) {
                for i in block_x..(block_x + BLOCK).min(WIDTH) {
                    let at = j * WIDTH + i;
                    let (x, y) = asked[at];
                    let (x, y) = (f64::from(x) / PARTS, f64::from(y) / PARTS);
                    here.clear();
                    here.extend(sorted[..count].iter().map(|(_, place)| {
                        let spot = places[*place as usize];
                        let (dx, dy) = ((spot.x - x) as f32, (spot.y - y) as f32);
                        (dx * dx + dy * dy, *place)
                    }));
                    let keep = NEAREST.min(here.len());
                    if here.len() > keep {
                        here.select_nth_unstable_by(keep, |a, b| a.0.total_cmp(&b.0));
                    }
                    here[..keep].sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                    for (slot, (_, place)) in near[at].iter_mut().zip(&here[..keep]) {
                        *slot = *place;
                    }
                }
            }
        }
    }
    near
}

/// The point that a texel asks about: moved by some km, so that borders waver.
fn waver(spot: Spot) -> Spot {
    const WAVE: f32 = 36.0;
    const MUCH: f64 = 12.0;
    let (x, y) = (spot.x as f32 / WAVE, spot.y as f32 / WAVE);
    Spot {
        x: spot.x + f64::from(noise::octaves(x, y, 91, 3)) * MUCH,
        y: spot.y + f64::from(noise::octaves(x, y, 92, 3)) * MUCH,
    }
}

/// The pairs of places that are nearest in two texels side by side.
fn touching(near: &[[u8; NEAREST]]) -> Vec<(u8, u8)> {
    let mut pairs = std::collections::BTreeSet::new();
    let nearest = |i: usize, j: usize| near.get(j * WIDTH + i).map(|n| n[0]);
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
