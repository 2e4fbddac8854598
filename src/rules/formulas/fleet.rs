//! Boats on the rivers: whom they carry, how they fight, how far they go, what they cost.

/// Men who fight from a war-boat under oar and sail: Han Shizhong's eight thousand of spring 1130 went in about a hundred ships.
pub const BOAT_MEN: u32 = 80;
/// Men who fight from a boat with paddle wheels. Those of Yang Yao on the Dongting lake stood more than ten zhang high (1130 to 1135).
pub const WHEEL_MEN: u32 = 200;
/// What a man aboard a high-sided war-boat is worth against men in ferry boats, percent: eight thousand kept the host of Zongbi from the
/// northern bank for thirty-nine days in 1130; at Caishi in 1161 the ships split the flat boats they ran into.
const HIGH_SIDES: i64 = 300;
/// What a sailing boat is worth in a calm, percent: "helpless without wind", and burnt by light boats under oar (2 June 1130).
const BECALMED: i64 = 20;
/// Boats driven by wheels go where they will, percent: at Zhenjiang in 1161 they circled the island before the enemy's eyes.
const WHEELED: i64 = 140;
/// Chance in a thousand that a xun brings a day without wind on which somebody may use it: it came in the fourth xun of the blockade of 1130.
pub const CALM_CHANCE: u32 = 220;

/// Kilometres a fleet covers in a xun under oar, up stream and down.
pub const KM_A_XUN: u32 = 300;

/// Strings of cash a war-boat costs, with its gear; a judgement, for no source read gives one.
const BOAT_CASH: i64 = 500;
/// A paddle-wheel boat, two or three times as long.
const WHEEL_CASH: i64 = 1_500;
/// Boats that the yards of one town finish in a xun. Jin built some hundreds out of the houses of Hezhou in a month of 1161, "flat as boxes".
const A_XUN: u32 = 40;
/// The most that one order lays down.
pub const MOST: u32 = 400;

/// Men of so many who can fight aboard: in boats, and in paddle-wheel boats.
#[must_use]
pub fn aboard(men: u32, boats: u32, wheels: u32) -> (u32, u32) {
    let wheeled = men.min(wheels.saturating_mul(WHEEL_MEN));
    let in_boats = (men - wheeled).min(boats.saturating_mul(BOAT_MEN));
    (in_boats, wheeled)
}

/// The weight of a fleet on the water, in middling men in ferry boats. `marines` of a hundred know how to fight afloat.
#[must_use]
pub fn weight(men: u32, boats: u32, wheels: u32, marines: i32, quality: i32, calm: bool) -> i64 {
    let (in_boats, wheeled) = aboard(men, boats, wheels);
    let sail = if calm { BECALMED } else { 100 };
    let w = i64::from(in_boats) * sail / 100 + i64::from(wheeled) * WHEELED / 100;
    w * HIGH_SIDES / 100 * i64::from(50 + marines.clamp(0, 100)) / 100 * i64::from(quality.max(5))
        / 50
}

/// What boats cost, strings.
#[must_use]
pub fn cost(boats: u32, wheels: bool) -> i64 {
    i64::from(boats) * if wheels { WHEEL_CASH } else { BOAT_CASH }
}

/// Xun until they are afloat.
#[must_use]
pub fn building_xun(boats: u32) -> u16 {
    1 + u16::try_from(boats / A_XUN).unwrap_or(u16::MAX - 1)
}

/// What a lost fight on the water costs a fleet in boats, percent: all of them where fire found them becalmed, else half.
#[must_use]
pub const fn lost_percent(burnt: bool) -> u32 {
    if burnt { 100 } else { 50 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_thousand_in_ships_outweigh_three_times_as_many_in_ferry_boats_until_the_wind_drops() {
        let wind = weight(8_000, 100, 0, 60, 55, false);
        assert!(wind > 24_000, "{wind}");
        let calm = weight(8_000, 100, 0, 60, 55, true);
        assert!(calm * 4 < wind);
    }
    #[test]
    fn wheels_need_no_wind() {
        assert_eq!(
            weight(4_000, 0, 20, 50, 50, true),
            weight(4_000, 0, 20, 50, 50, false)
        );
        assert!(weight(4_000, 0, 20, 50, 50, false) > weight(4_000, 50, 0, 50, 50, false));
    }
    #[test]
    fn no_more_men_fight_than_the_boats_carry() {
        assert_eq!(aboard(20_000, 100, 0), (8_000, 0));
        assert_eq!(weight(20_000, 0, 0, 100, 100, false), 0);
        assert!(building_xun(400) > building_xun(30) && cost(10, true) > cost(10, false));
    }
}
