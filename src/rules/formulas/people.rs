//! People carried off, and how a wasted country fills again.
//!
//! When Jin handed Yanjing over in the spring of 1123 it had sent its families of means, its craftsmen and its women beyond the passes; Song paid for "an empty
//! city" (dossiers 01, 02). On the way they begged Zhang Jue at Pingzhou to let them go home, and he rose. Kaifeng's crafts and archives went north in 1127.

/// So many of a hundred households are carried off: who has nothing, or hides, stays.
const CARRIED_PERCENT: u32 = 70;
/// A place with fewer homes than this is not worth the carts.
const LEAST: u32 = 500;
/// One man to guard so many households on the road.
const HOMES_A_GUARD: u32 = 30;
/// Resistance where they were taken from, and where they are set down.
pub const LEFT_UNREST: i32 = 20;
/// See [`LEFT_UNREST`].
pub const SETTLED_UNREST: i32 = 8;
/// What it costs a court to do so with its own country.
pub const OWN_LEGITIMACY: i32 = -5;
/// A wasted country fills by one part in so many of what it lacks in a month, where it is quiet: half of it in five or six years. No reliable count is in the
/// sources read; Tang and Deng, fought over from 1126 to 1141, were still called empty when they were ceded.
const REFILL_PARTS: u32 = 100;
/// From this resistance on nobody comes.
pub const NOBODY_COMES: i32 = 40;

/// Households that are carried off.
#[must_use]
pub const fn carried(homes: u32) -> u32 {
    if homes < LEAST {
        0
    } else {
        homes / 100 * CARRIED_PERCENT
    }
}

/// Men who must be there to do it.
#[must_use]
pub const fn escort(homes: u32) -> u32 {
    let men = carried(homes) / HOMES_A_GUARD;
    if men < 200 { 200 } else { men }
}

/// The most men that can be levied at once in a place that was emptied: one of five households.
#[must_use]
pub const fn levy(homes: u32) -> u32 {
    homes / 5
}

/// Households that come in a month to a place that lacks so many.
#[must_use]
pub const fn refill(lacks: u32) -> u32 {
    if lacks <= REFILL_PARTS {
        lacks
    } else {
        lacks / REFILL_PARTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wasted_place_is_half_full_again_after_some_years() {
        let all = carried(60_000);
        assert_eq!(all, 42_000);
        let (mut lacks, mut months) = (all, 0);
        while lacks > all / 2 {
            lacks -= refill(lacks);
            months += 1;
        }
        assert!((48..=84).contains(&months), "{months}");
        assert_eq!(carried(100), 0);
        assert!(escort(60_000) > escort(6_000));
    }
}
