//! Revenue and upkeep, by the month. The year's cash revenue of the Song centre in the 1120s was of the order of sixty million strings;
//! its list of troops, paid and unpaid, ate most of it.

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
    let obeys = i64::from((100 - unrest).max(0));
    let homes = i64::from(households) * obeys * grip / 10_000;
    [
        0,
        homes * SILVER_MILLI / 1000,
        homes * SILK_MILLI / 1000,
        homes * CASH_MILLI / 1000,
        homes * GRAIN_MILLI / 1000,
    ]
}

/// Strings a soldier costs in a month, in tenths: pay, clothing and gifts; fifty strings a year is a common Song reckoning.
pub const PAY_TENTHS: i64 = 42;
/// Shi a soldier eats in a month, in tenths, with carriers' rations.
pub const RATION_TENTHS: i64 = 9;
/// The court and its offices, strings a month.
pub const OFFICES: i64 = 1_300_000;

/// Part of the pay that a northern army takes in pay at all: it lives by shares and land.
pub const NORTHERN_PAY_PERCENT: i64 = 15;

/// Whether one month's arrears break an army's temper: change of morale for each month unpaid.
pub const ARREARS_MORALE: i32 = -4;

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn the_empire_raises_about_five_million_strings_a_month() {
        let year = revenue(11_000_000, 5, false, GRIP);
        assert!((4_000_000..5_500_000).contains(&year[3]), "{year:?}");
        assert_eq!(revenue(100_000, 0, true, GRIP), [0; 5]);
    }
}
