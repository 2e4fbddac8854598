//! What the households and storehouses of a town have, before anybody strips them.

use crate::scenario::language::Good;
use crate::scenario::model::PlaceKind;

/// Taels of silver in the hands of an average household of the capital, palaces, temples and shops included. The levies of
/// 1126 and 1127 brought in about 24 million taels at Kaifeng, and it was scraped bare: 261,117 households at 95.
const CAPITAL_SILVER: i64 = 95;
/// The same in an ordinary prefecture, counted over the country round.
const TOWN_SILVER: i64 = 3;
/// Gold to silver by weight in those levies: some 1.1 million taels of gold against 24 of silver.
const SILVER_TO_GOLD: i64 = 22;
/// Bolts of silk in the capital's storehouses and houses, per household: the treasury list of 1127 counts about fourteen million bolts.
const CAPITAL_SILK: i64 = 55;
const TOWN_SILK: i64 = 6;
/// Strings of cash per household.
const CAPITAL_CASH: i64 = 40;
const TOWN_CASH: i64 = 8;
/// Shi of grain per household, public and private: a household eats about two a month.
const GRAIN: i64 = 8;

/// Shi of grain of so many households before anybody eats it.
#[must_use]
pub fn grain(households: u32) -> i64 {
    i64::from(households) * GRAIN
}

/// Gold, silver, silk, cash and grain of a town and its country.
#[must_use]
pub fn of_town(households: u32, kind: PlaceKind) -> [i64; 5] {
    let homes = i64::from(households);
    let (silver, silk, cash) = if kind == PlaceKind::Capital {
        (CAPITAL_SILVER, CAPITAL_SILK, CAPITAL_CASH)
    } else {
        (TOWN_SILVER, TOWN_SILK, TOWN_CASH)
    };
    [
        homes * silver / SILVER_TO_GOLD,
        homes * silver,
        homes * silk,
        homes * cash,
        homes * GRAIN,
    ]
}

/// What a good is worth in taels of silver, by the rates at which the ransoms of 1126 and 1127 were reckoned, rounded.
#[must_use]
pub const fn in_silver(good: Good, amount: i64) -> i64 {
    match good {
        Good::Gold => amount * 15,
        Good::Silver => amount,
        Good::Silk | Good::Cash => amount / 2,
        Good::Grain => amount / 3,
    }
}

/// Strings of cash that a tael of silver counts for where pay is reckoned: two, as [`in_silver`] has it. Kaifeng's placards of the winter of 1126 set
/// a tael at 2,300 cash (Beimeng 72), coin of seventy-seven to the hundred.
pub const STRINGS_A_TAEL: i64 = 2;

/// What cash, silver and silk of a chest come to in strings: what troops can be paid with.
#[must_use]
pub const fn purse(chest: &[i64; 5]) -> i64 {
    chest[Good::Cash as usize]
        + chest[Good::Silver as usize] * STRINGS_A_TAEL
        + chest[Good::Silk as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn pay_is_reckoned_at_the_rates_of_everything_else() {
        for (good, of_one) in [
            (Good::Cash, 1),
            (Good::Silver, STRINGS_A_TAEL),
            (Good::Silk, 1),
        ] {
            let mut chest = [0; 5];
            chest[good as usize] = 1_000;
            assert_eq!(purse(&chest), 1_000 * of_one);
            assert_eq!(in_silver(Good::Cash, purse(&chest)), in_silver(good, 1_000));
        }
    }
    #[test]
    fn kaifeng_holds_what_was_stripped_from_it() {
        let kaifeng = of_town(261_117, PlaceKind::Capital);
        assert!(
            (23_000_000..27_000_000).contains(&kaifeng[1]),
            "{kaifeng:?}"
        );
        assert!((1_000_000..1_300_000).contains(&kaifeng[0]));
        assert!(kaifeng[2] > 13_000_000);
    }
}
