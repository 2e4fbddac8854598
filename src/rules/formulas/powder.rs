//! Powder weapons: what a workshop knows how to make, by year, and what it is worth where.

use crate::base::date::Date;
pub use crate::events::Craft;

/// Where powder is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// In a storm of walls.
    Storm,
    /// On the walls.
    Defence,
    /// On a river.
    River,
    /// In the open.
    Field,
}

/// A weapon of the table: its craft, the year from which workshops may know it, and what it adds in a hundred to men fully armed with it:
/// in a storm, on the walls, on a river, in the field. It changes sieges and rivers long before the field.
const TABLE: [(Craft, u16, [i32; 4]); 5] = [
    // In the military compendium of 1044; Li Gang has bombs thrown by night from the walls of Kaifeng in February 1126.
    (Craft::Thunderclap, 1044, [4, 6, 6, 1]),
    // De'an, autumn 1132: twenty-odd lances burn the sky-bridge (Shoucheng lu 4).
    (Craft::FireLance, 1132, [8, 18, 10, 3]),
    // Tangdao and Caishi, November 1161 (Jin shi 65 has bombs at Tangdao; Yang Wanli, later, paper bombs at Caishi).
    (Craft::BoatBomb, 1161, [8, 18, 22, 3]),
    // Qizhou, spring 1221: iron bombs thrown at the wall (Zhao Yurong's diary).
    (Craft::IronBomb, 1221, [24, 22, 24, 5]),
    // Kaifeng, April 1232: the two weapons the Mongols feared (Jin shi 113); Pucha Guannu's raid with lances, June 1233.
    (Craft::HeavenShaking, 1232, [26, 34, 28, 14]),
];

/// Men whom one load (a cart of arrows, bombs or lances) arms for one fight: a judgement. Two men carried a lance and sixty of
/// them broke a storm of thousands at De'an, so that a load is a company's work, not a cart for every man.
pub const LOAD_MEN: u32 = 1_000;
/// What a load costs a workshop, strings: charcoal, sulphur, saltpetre, iron and pay. No source has a price; ten times as much would still be a hundredth of the
/// pay of the men it arms.
pub const LOAD_STRINGS: i64 = 600;
/// Loads a workshop keeps in store at the most, in months of its work.
pub const STORE_MONTHS: u16 = 8;
/// Loads a month where craftsmen were brought to a court that has no workshop of its own.
pub const TAKEN_ALONG: u16 = 2;
/// How far carts with powder go within a xun, km.
pub const CART_KM: u32 = 300;

/// What craftsmen know in a year.
#[must_use]
pub fn craft_in(year: u16) -> Craft {
    TABLE
        .iter()
        .rev()
        .find(|(_, from, _)| year >= *from)
        .map_or(Craft::None, |(craft, ..)| *craft)
}

/// The year of a day, as the table counts it.
#[must_use]
pub fn year(day: Date) -> u16 {
    u16::try_from(day.ymd().0).unwrap_or(0)
}

/// The year from which a craft is known.
#[must_use]
pub fn since(craft: Craft) -> Option<u16> {
    TABLE
        .iter()
        .find(|(c, ..)| *c == craft)
        .map(|(_, from, _)| *from)
}

/// What so many loads of a craft add to so many men in a fight of this kind, in a hundred.
#[must_use]
pub fn percent(craft: Craft, loads: u16, men: u32, wanted: Use) -> i32 {
    let full = TABLE
        .iter()
        .find(|(c, ..)| *c == craft)
        .map_or(0, |(_, _, of)| of[wanted as usize]);
    let armed = (u64::from(loads) * u64::from(LOAD_MEN) * 100 / u64::from(men.max(1))).min(100);
    full * i32::try_from(armed).unwrap_or(100) / 100
}

/// Loads that so many men can use.
#[must_use]
pub fn room(men: u32) -> u16 {
    u16::try_from(men.div_ceil(LOAD_MEN)).unwrap_or(u16::MAX)
}

/// Loads that a fight uses up, of those at hand.
#[must_use]
pub const fn spent(loads: u16) -> u16 {
    loads.div_ceil(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_goes_by_the_year() {
        assert_eq!(craft_in(1000), Craft::None);
        assert_eq!(craft_in(1126), Craft::Thunderclap);
        assert_eq!(craft_in(1132), Craft::FireLance);
        assert_eq!(craft_in(1231), Craft::IronBomb);
        assert_eq!(since(Craft::HeavenShaking), Some(1232));
    }
    #[test]
    fn walls_and_rivers_gain_before_the_field() {
        for (craft, ..) in TABLE {
            let of = |u| percent(craft, 20, 20_000, u);
            assert!(of(Use::Defence) > 2 * of(Use::Field), "{craft:?}");
            assert!(of(Use::River) >= 2 * of(Use::Field), "{craft:?}");
        }
    }
    #[test]
    fn few_loads_arm_few_men_and_are_used_up() {
        let some = percent(Craft::FireLance, 5, 20_000, Use::Defence);
        assert!(some > 0 && some < percent(Craft::FireLance, 20, 20_000, Use::Defence));
        assert_eq!((spent(7), spent(1), spent(0), room(20_001)), (3, 1, 0, 21));
    }
}
