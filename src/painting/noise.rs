//! Chance and noise that are the same on every run: a small generator for things made one after another, and smooth noise
//! that depends on nothing but where it is asked for, so that two tiles meet without a seam.

/// Scrambles 64 bits: the finish of SplitMix64.
#[must_use]
pub const fn scramble(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A seed of a text: the same name gives the same seal on every machine.
#[must_use]
pub fn seed_of(text: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(text.as_bytes())
}

/// A row of chances from a seed.
#[derive(Clone, Debug)]
pub struct Luck(u64);

impl Luck {
    /// The row of this seed.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        Self(scramble(seed ^ 0x9E37_79B9_7F4A_7C15))
    }
    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        scramble(self.0)
    }
    /// Evenly from 0 to 1, without 1.
    pub const fn unit(&mut self) -> f32 {
        (self.bits() >> 40) as f32 / (1u64 << 24) as f32
    }
    /// Evenly between two numbers.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }
    /// A whole number below `n`, 0 if `n` is 0.
    pub const fn below(&mut self, n: u32) -> u32 {
        (((self.bits() >> 32) * n as u64) >> 32) as u32
    }
    /// About a bell curve of mean 0 and deviation 1, never beyond 3.5.
    pub fn bell(&mut self) -> f32 {
        // Four even chances: near enough to a bell, and far quicker than a logarithm.
        let sum = self.unit() + self.unit() + self.unit() + self.unit();
        (sum - 2.0) * 1.732_05
    }
}

/// Evenly from −1 to 1, from whole coordinates.
#[must_use]
pub const fn lattice(x: i32, y: i32, seed: u32) -> f32 {
    (hash(x, y, seed) >> 8) as f32 / (1u32 << 23) as f32 - 1.0
}

/// 32 scrambled bits of whole coordinates.
#[must_use]
pub const fn hash(x: i32, y: i32, seed: u32) -> u32 {
    let mut h = (x as u32).wrapping_mul(0x8DA6_B343) ^ (y as u32).wrapping_mul(0xD816_3841);
    h ^= seed.wrapping_mul(0xCB1A_B31F);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    h ^ (h >> 15)
}

/// Smooth noise from −1 to 1: chance at whole coordinates, eased between them.
#[must_use]
pub fn value(x: f32, y: f32, seed: u32) -> f32 {
    let (x0, y0) = (x.floor(), y.floor());
    let (fx, fy) = (ease(x - x0), ease(y - y0));
    let (x0, y0) = (x0 as i32, y0 as i32);
    let top = mix(lattice(x0, y0, seed), lattice(x0 + 1, y0, seed), fx);
    let foot = mix(lattice(x0, y0 + 1, seed), lattice(x0 + 1, y0 + 1, seed), fx);
    mix(top, foot, fy)
}

/// Smooth noise of several octaves, each half as wide and 0.55 as strong as the one before; about −1 to 1.
#[must_use]
pub fn octaves(x: f32, y: f32, seed: u32, count: u32) -> f32 {
    let (mut sum, mut weight, mut strength, mut scale) = (0.0, 0.0, 1.0, 1.0);
    for octave in 0..count {
        sum += strength * value(x * scale, y * scale, seed.wrapping_add(octave * 101));
        weight += strength * strength;
        strength *= 0.55;
        scale *= 2.0;
    }
    sum / f32::sqrt(weight)
}

/// Eases 0 to 1 in and out.
#[must_use]
pub const fn ease(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

/// From one number to another.
#[must_use]
pub const fn mix(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_row_within_its_bounds() {
        let (mut one, mut two) = (Luck::of(7), Luck::of(7));
        let mut sum = 0.0;
        for _ in 0..1000 {
            let u = one.unit();
            assert_eq!(u.to_bits(), two.unit().to_bits());
            assert!((0.0..1.0).contains(&u));
            sum += u;
            let n = one.below(6);
            assert!(n < 6);
            assert_eq!(n, two.below(6));
        }
        assert!((400.0..600.0).contains(&sum), "{sum}");
        assert_ne!(Luck::of(7).bits(), Luck::of(8).bits());
        assert_ne!(seed_of("李綱"), seed_of("种師道"));
    }

    #[test]
    fn noise_is_smooth_and_not_flat() {
        let (mut low, mut high) = (1.0f32, -1.0f32);
        for i in -2000..2000 {
            let (a, b) = (
                value(i as f32 * 0.1, 3.3, 1),
                value(i as f32 * 0.1 + 0.001, 3.3, 1),
            );
            assert!((a - b).abs() < 0.01);
            low = low.min(a);
            high = high.max(a);
        }
        assert!(
            low < -0.5 && high > 0.5 && low >= -1.0 && high <= 1.0,
            "{low} {high}"
        );
    }
}
