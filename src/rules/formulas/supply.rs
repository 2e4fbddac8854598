//! Grain: what an army eats, what a country has left, what it costs to carry.

/// Shi that a thousand men eat in a xun, carriers' rations counted: a third of the month's.
const THOUSAND_EAT: i64 = 300;
/// Grain eaten on the way, permille for each hundred km: by cart nearly a tenth. To Yanshan, seven hundred km from the capital, each measure
/// delivered in 1124 cost several times its price.
const CART_PERMILLE: u32 = 85;
/// By boat hardly any: that is what the Bian canal was for.
const BOAT_PERMILLE: u32 = 8;
/// Kilometres a cart convoy makes in a xun, and a grain boat.
const CART_KM: u32 = 140;
const BOAT_KM: u32 = 250;
/// The most of a cargo that is eaten on the way, permille.
const MOST_EATEN: u32 = 850;
/// Shi that each thousand households of a great city eat in a month out of granaries that a canal fills: the Bian brought Kaifeng six
/// million shi a year, half of it for the troops.
const CITY_THOUSAND: i64 = 500;
/// Part of a full country's grain that a harvest brings back to a stripped one, percent: three harvests of two years.
const HARVEST_PERCENT: i64 = 15;
/// Chance in a thousand that bands of this strength on the road take part of a convoy.
const RAID_MOST: u32 = 400;
/// What they take, percent.
pub const RAID_PERCENT: i64 = 40;

/// Shi that so many men eat in so many tenths of a xun.
#[must_use]
pub fn eaten(men: u32, tenths: i32) -> i64 {
    i64::from(men) * THOUSAND_EAT / 1_000 * i64::from(tenths.max(0)) / 10
}

/// How many tenths of a xun so much grain feeds so many men.
#[must_use]
pub fn lasts(shi: i64, men: u32) -> i32 {
    let a_tenth = (i64::from(men) * THOUSAND_EAT / 10_000).max(1);
    i32::try_from(shi.max(0) / a_tenth).unwrap_or(i32::MAX)
}

/// How much of its grain a country has left, percent; one with no households on a register is as it always was.
#[must_use]
pub fn left_percent(now: i64, full: i64) -> i32 {
    if full <= 0 {
        return 100;
    }
    i32::try_from((now * 100 / full).clamp(0, 100)).unwrap_or(100)
}

/// Months in which a harvest comes in: wheat and millet.
#[must_use]
pub const fn harvest(month: u8) -> bool {
    matches!(month, 6 | 9 | 10)
}

/// What a harvest brings back to a country with so much of so much.
#[must_use]
pub fn harvested(now: i64, full: i64) -> i64 {
    (full * HARVEST_PERCENT / 100).min(full - now).max(0)
}

/// Part of a cargo eaten over so many km by cart and by boat, permille.
#[must_use]
pub fn carriage_permille(cart_km: u32, boat_km: u32) -> u32 {
    (cart_km * CART_PERMILLE / 100 + boat_km * BOAT_PERMILLE / 100).min(MOST_EATEN)
}

/// Weight of a km by cart against one by boat, for choosing the way.
#[must_use]
pub const fn toil(km: u32, boat: bool) -> u32 {
    if boat {
        km * BOAT_PERMILLE
    } else {
        km * CART_PERMILLE
    }
}

/// Xun on the way.
#[must_use]
pub fn convoy_xun(cart_km: u32, boat_km: u32) -> u16 {
    let tenths = cart_km * 10 / CART_KM + boat_km * 10 / BOAT_KM;
    u16::try_from(tenths.div_ceil(10))
        .unwrap_or(u16::MAX)
        .max(1)
}

/// Shi a month that a great city eats out of its granaries when no canal fills them.
#[must_use]
pub fn city(households: u32) -> i64 {
    i64::from(households) * CITY_THOUSAND / 1_000
}

/// What a gift of grain to the households of a place takes off their resistance: the whole at a fifth of a shi for each, and in
/// proportion below it. In the relief of Yuezhou in 1075 a grown mouth had a sheng of grain a day and a child half (Zeng Gong): two dou keep a
/// household for five or six days.
#[must_use]
pub fn relieved(shi: u32, households: u32) -> i32 {
    let full = i64::from(households.max(RELIEF_HOUSEHOLDS)) / RELIEF_HOUSEHOLDS_A_SHI;
    i32::try_from((i64::from(RELIEF) * i64::from(shi) / full).min(i64::from(RELIEF)))
        .unwrap_or(RELIEF)
}

/// What a gift that all feel takes off the resistance of a place, of 100.
pub const RELIEF: i32 = 6;
/// So many households share a shi where all feel the gift.
const RELIEF_HOUSEHOLDS_A_SHI: i64 = 5;
/// A place has beggars from outside too: no gift is reckoned for fewer households.
const RELIEF_HOUSEHOLDS: u32 = 5_000;

/// Chance in a thousand that a convoy is raided where bands of so many men live, under a garrison of so many.
#[must_use]
pub fn raid_chance(band: u32, garrison: u32) -> u32 {
    if band < 500 {
        return 0;
    }
    (u64::from(band) * 600 / (u64::from(band) + u64::from(garrison)).max(1))
        .min(u64::from(RAID_MOST)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cargo_to_the_northern_border_arrives_by_less_than_half_and_by_canal_nearly_whole() {
        assert!(carriage_permille(700, 0) > 500);
        assert!(carriage_permille(0, 700) < 100);
        assert!(convoy_xun(700, 0) >= 5 && convoy_xun(0, 500) == 2);
    }
    #[test]
    fn sixty_thousand_eat_a_prefecture_bare_in_a_season_and_it_comes_back_in_years() {
        let full = 30_000 * 8;
        let xun = full / eaten(60_000, 10);
        assert!((9..=18).contains(&xun), "{xun}");
        assert_eq!(lasts(eaten(60_000, 10), 60_000), 10);
        let mut now = 0;
        let mut harvests = 0;
        while now < full {
            now += harvested(now, full);
            harvests += 1;
        }
        assert!((5..=9).contains(&harvests));
        assert_eq!(left_percent(0, 0), 100);
    }
    #[test]
    fn a_road_is_raided_where_bands_outnumber_the_garrison() {
        assert!(raid_chance(5_000, 1_000) > raid_chance(5_000, 20_000));
        assert_eq!(raid_chance(200, 0), 0);
    }
}
