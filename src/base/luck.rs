//! Keyed luck. A roll is a function of the seed, the turn, its purpose and who is concerned: never of how many rolls came before.
//!
//! So one changed choice leaves every unrelated roll as it was, which is what makes the weight of a choice measurable.

use super::date::Turn;

/// What a roll is for. Each purpose has its own stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// The fortune of a battle.
    Battle,
    /// Whether a beaten commander is killed or taken.
    CommanderFate,
    /// The fortune of a storm.
    Assault,
    /// Whether a gate is opened from inside.
    Treachery,
    /// Whether raw troops run before they are touched.
    Panic,
    /// Whether an incident occurs.
    Incident,
    /// A chance inside a choice.
    Choice,
    /// Whether a general changes sides.
    Defection,
    /// Whether a town obeys an order to open its gates.
    Cession,
    /// Whether a letter is taken on the road.
    Interception,
    /// Whether a night attack is betrayed.
    Leak,
    /// What a policy picks.
    Policy,
    /// How far off a report is.
    Report,
    /// A rising in occupied country.
    Rising,
    /// Whether a puppet's throne holds.
    Puppet,
    /// Whether an envoy promises more than he was told to.
    Envoy,
    /// Whether there is wind on the water.
    Calm,
    /// Whether a convoy is raided on the road.
    Convoy,
    /// Whether a garrison comes out by night, and what comes of it.
    Sortie,
    /// Whether people gather before a palace, and how it ends.
    Palace,
    /// How a commander far away takes an order.
    Obedience,
    /// Whether an official or a captive enters a victor's service.
    Service,
    /// Whether an army that was another man's mutinies, and what becomes of who was put over it.
    Mutiny,
    /// When an old or ill man dies.
    Passing,
}

/// The source of all luck in one game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    seed: u64,
}

impl Luck {
    /// The luck of this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// A roll in `0..bound`; 0 when `bound` is 0.
    #[must_use]
    pub const fn roll(self, turn: Turn, purpose: Purpose, a: u32, b: u32, bound: u32) -> u32 {
        self.about(turn, purpose, a).roll(b, bound)
    }

    /// The rolls about one thing: half the key settled once, for a purpose that asks about many others.
    #[must_use]
    pub const fn about(self, turn: Turn, purpose: Purpose, a: u32) -> About {
        About {
            key: self.seed ^ mix(turn.0 as u64 | (purpose as u64) << 16 | (a as u64) << 32),
        }
    }

    /// Whether something with this chance in a thousand happens.
    #[must_use]
    pub const fn permille(self, turn: Turn, purpose: Purpose, a: u32, b: u32, chance: u32) -> bool {
        self.roll(turn, purpose, a, b, 1000) < chance
    }

    /// A factor in permille around 1000, between `1000 - spread` and `1000 + spread`, likelier near the middle (two dice).
    #[must_use]
    pub const fn swing(self, turn: Turn, purpose: Purpose, a: u32, b: u32, spread: u32) -> u64 {
        self.about(turn, purpose, a).swing_with(Dice::of(b), spread)
    }
}

/// Rolls with half their key settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    key: u64,
}

/// The other half of a key, mixed: worth keeping for what is rolled about every xun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Half(u64);

impl Half {
    /// That of a thing with this key.
    #[must_use]
    pub const fn of(b: u32) -> Self {
        Self(mix((b as u64) << 8 | 0xA5))
    }
}

/// The halves of the keys of two dice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dice(Half, Half);

impl Dice {
    /// Those of a thing with this key.
    #[must_use]
    pub const fn of(b: u32) -> Self {
        Self(Half::of(b ^ 0x4000_0000), Half::of(b ^ 0x8000_0000))
    }
}

/// A chance, as the rolls below which it comes true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odds(u64);

impl Odds {
    /// So many in a thousand.
    #[must_use]
    pub const fn permille(chance: u32) -> Self {
        // The least number whose thousandfold, as [`About::roll_with`] spreads it, comes to `chance`.
        Self(((chance as u64) << 32).div_ceil(1000))
    }
}

impl About {
    /// Whether something with this chance happens: whether a roll of a thousand is below it.
    #[must_use]
    #[inline]
    pub const fn falls(self, half: Half, odds: Odds) -> bool {
        mix(self.key ^ half.0) >> 32 < odds.0
    }
    /// A roll in `0..bound`; 0 when `bound` is 0.
    #[must_use]
    pub const fn roll(self, b: u32, bound: u32) -> u32 {
        self.roll_with(Half::of(b), bound)
    }

    /// A factor in permille around 1000, as [`Luck::swing`] has it, with the other halves of the keys in hand.
    #[must_use]
    #[inline]
    pub const fn swing_with(self, dice: Dice, spread: u32) -> u64 {
        let first = self.roll_with(dice.0, spread + 1);
        let second = self.roll_with(dice.1, spread + 1);
        (1000 - spread + first + second) as u64
    }

    /// A roll in `0..bound` with the other half of the key in hand.
    #[must_use]
    #[inline]
    pub const fn roll_with(self, half: Half, bound: u32) -> u32 {
        let key = mix(self.key ^ half.0);
        // The high half is spread over the bound; the bias is below one in four billion over any bound used here.
        (((key >> 32) * bound as u64) >> 32) as u32
    }
}

/// `SplitMix64`'s finaliser: every input bit moves every output bit.
const fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roll_depends_on_its_key_alone_and_covers_its_range() {
        let luck = Luck::new(7);
        assert_eq!(
            luck.roll(Turn(3), Purpose::Battle, 1, 2, 100),
            luck.roll(Turn(3), Purpose::Battle, 1, 2, 100)
        );
        let mut seen = [0_u32; 10];
        for b in 0..10_000 {
            seen[luck.roll(Turn(3), Purpose::Battle, 1, b, 10) as usize] += 1;
        }
        assert!(seen.iter().all(|n| (850..1150).contains(n)), "{seen:?}");
        // Odds say the same of a roll as the number rolled.
        for (chance, b) in (0..=1000).zip(0..) {
            let (rolls, half) = (luck.about(Turn(3), Purpose::Incident, 1), Half::of(b));
            let falls = rolls.falls(half, Odds::permille(chance));
            assert_eq!(falls, rolls.roll_with(half, 1000) < chance);
        }
    }
}
