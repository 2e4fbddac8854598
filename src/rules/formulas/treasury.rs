//! Revenue and upkeep, by the month. The year's cash revenue of the Song centre in the 1120s was of the order of sixty million strings;
//! its list of troops, paid and unpaid, ate most of it.

use super::wealth::STRINGS_A_TAEL;
use crate::scenario::language::Good;

/// What a treaty market brings each side in a month, strings: Jin's office at Sizhou took some 53,000 a year in the peace after 1165 (Jin shi 50).
pub const MARKET: i64 = 4_500;
/// Strings of cash a household brings the centre in a month, in thousandths. The places of the atlas hold some eleven million of the twenty
/// million households, so this stands for all: five million strings a month from about eleven million households.
const CASH_MILLI: i64 = 430;
/// Bolts of silk, thousandths a month.
const SILK_MILLI: i64 = 35;
/// Taels of silver, thousandths a month.
const SILVER_MILLI: i64 = 15;
/// Shi of grain, thousandths a month.
const GRAIN_MILLI: i64 = 260;

/// How much of what the registers say a holder collects, in a hundred: one of the country; a court that another set up in it, which has the clerks of the
/// old one and a levy of its own (Liu Yu's Qi taxed at a tenth and drafted by registers, dossier 06), and whom part of the country will not know; and a
/// conqueror without registers and clerks.
pub const GRIP: i64 = 100;
/// See [`GRIP`].
pub const GRIP_OF_PUPPET: i64 = 75;
/// See [`GRIP`].
pub const GRIP_OF_CONQUEROR: i64 = 25;

/// What a place yields its holder in a month: silver, silk, cash and grain, by households and by how far the country obeys.
#[must_use]
pub fn revenue(households: u32, unrest: i32, besieged: bool, grip: i64) -> [i64; 5] {
    if besieged {
        return [0; 5];
    }
    // None of these is ever below nought, and without a sign a division costs half.
    let obeys = u64::from((100 - unrest).max(0).unsigned_abs());
    let homes = u64::from(households) * obeys * grip.unsigned_abs() / 10_000;
    let of = |milli: i64| (homes * milli.unsigned_abs() / 1000).cast_signed();
    [
        0,
        of(SILVER_MILLI),
        of(SILK_MILLI),
        of(CASH_MILLI),
        of(GRAIN_MILLI),
    ]
}

/// Strings a soldier costs in a month, in tenths: pay, clothing and gifts; fifty strings a year is a common Song reckoning.
pub const PAY_TENTHS: i64 = 42;
/// Shi a soldier eats in a month, in tenths, with carriers' rations.
pub const RATION_TENTHS: i64 = 9;
/// The court and its offices, strings a month.
pub const OFFICES: i64 = 1_300_000;

/// Months of rations that a granary keeps fresh by eating them and filling up again, and shi that it keeps so for a court with few men.
const FRESH_MONTHS: i64 = 12;
const FRESH_LEAST: i64 = 300_000;
/// What spoils in a month of what lies beyond that, permille. Set, so that a third of what nobody eats is gone in a year: that grain which is not turned over
/// rots was the standing complaint against full granaries (Song shi 176, on the ever-normal and relief stores); no rate is known.
const SPOILS_PERMILLE: i64 = 30;

/// Grain that spoils in a month out of so much in store, with so much eaten by the troops in a month.
#[must_use]
pub fn spoils(store: i64, rations: i64) -> i64 {
    let fresh = (rations * FRESH_MONTHS).max(FRESH_LEAST);
    (store - fresh).max(0) * SPOILS_PERMILLE / 1_000
}

/// Part of the pay that a northern army takes in pay at all: it lives by shares and land.
pub const NORTHERN_PAY_PERCENT: i64 = 15;

/// Whether one month's arrears break an army's temper: change of morale for each month unpaid.
pub const ARREARS_MORALE: i32 = -4;

/// A month's pay, and in what it is handed out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// Strings of cash.
    pub cash: i64,
    /// Taels of silver.
    pub silver: i64,
    /// Bolts of silk.
    pub silk: i64,
    /// What is owed all the same, strings.
    pub unpaid: i64,
}

impl Handed {
    /// Whether anything but cash is handed out.
    #[must_use]
    pub const fn in_kind(&self) -> bool {
        self.silver > 0 || self.silk > 0
    }
}

/// A month's pay out of a chest: cash as far as it reaches, then silver, then silk, at the rates at which everything else is reckoned.
///
/// Song officers and men drew part of their pay in goods reckoned as cash as a matter of course (折支, Song shi 171: half in coin, half in kind; Song
/// shi 193 would give recruits silver and silk for coin), and Jin's counsellors fell back on it when the mints and stores ran short (Jin shi 89).
#[must_use]
pub fn handed(pay: i64, chest: &[i64; 5]) -> Handed {
    let have = |good: Good| chest[good as usize].max(0);
    let cash = pay.min(have(Good::Cash));
    let left = pay - cash;
    // The last coin of a share is rounded up for the soldier.
    let silver = ((left + STRINGS_A_TAEL - 1) / STRINGS_A_TAEL).min(have(Good::Silver));
    let left = (left - silver * STRINGS_A_TAEL).max(0);
    let silk = left.min(have(Good::Silk));
    Handed {
        cash,
        silver,
        silk,
        unpaid: left - silk,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_granary_that_nobody_eats_from_does_not_grow_for_ever() {
        assert_eq!(spoils(1_000_000, 100_000), 0);
        let mut store = 0;
        for _ in 0..600 {
            store += 900_000;
            store -= spoils(store, 200_000);
        }
        assert!((30_000_000..33_000_000).contains(&store), "{store}");
    }
    #[test]
    fn pay_is_cash_first_then_silver_then_silk() {
        let handed = |pay, silver, silk, cash| {
            let it = super::handed(pay, &[9, silver, silk, cash, 9]);
            (it.cash, it.silver, it.silk, it.unpaid)
        };
        assert_eq!(handed(100, 50, 50, 200), (100, 0, 0, 0));
        assert_eq!(handed(100, 50, 50, 40), (40, 30, 0, 0));
        assert_eq!(handed(100, 20, 50, 40), (40, 20, 20, 0));
        assert_eq!(handed(100, 20, 5, 40), (40, 20, 5, 15));
        assert_eq!(handed(101, 50, 50, 100), (100, 1, 0, 0));
        assert_eq!(handed(100, -5, -5, -5), (0, 0, 0, 100));
    }
    #[test]
    fn the_empire_raises_about_five_million_strings_a_month() {
        let year = revenue(11_000_000, 5, false, GRIP);
        assert!((4_000_000..5_500_000).contains(&year[3]), "{year:?}");
        assert_eq!(revenue(100_000, 0, true, GRIP), [0; 5]);
    }
}
