//! How far an army goes in a xun, and what it eats.

use crate::scenario::model::RouteKind;

/// Foot with carts: 14 km a day over a xun with its halts.
const FOOT_KM: u32 = 140;
/// What riders add, per hundred of them in a hundred men. All horse: 360 km a xun in good season, a tenth less in midwinter. Wolibu rode
/// 300 km from Xinde to Kaifeng in nine days of January 1126, over a bad crossing; 35 km a day is the most any source bears out.
const HORSE_KM: u32 = 220;
/// A siege train slows an army to its oxen: km lost at 100 engines.
const TRAIN_KM: u32 = 40;
/// Nobody keeps a large host together at speed: above this many men it slows by a fifth.
const HOST: u32 = 80_000;

/// Kilometres of good road an army covers in a xun.
#[must_use]
pub fn speed_km(
    men: u32,
    horse_percent: i32,
    engines: i32,
    heat_on_it: i32,
    road_percent: u32,
) -> u32 {
    let horse = u32::try_from(horse_percent.clamp(0, 100)).unwrap_or(0);
    let train = u32::try_from(engines.clamp(0, 100)).unwrap_or(0);
    let base = FOOT_KM + HORSE_KM * horse / 100 - TRAIN_KM * train / 100;
    let host = if men > HOST { base * 4 / 5 } else { base };
    let heat = u32::try_from(heat_on_it.clamp(0, 100)).unwrap_or(0);
    // Full summer heat takes a third off a northern army's marches.
    host * (300 - heat) / 300 * road_percent / 100
}

/// Xun a levy needs to muster before it can march: one, and another for each thirty thousand men beyond the first. The armies called on 17 January 1126
/// came up between 11 February and March.
#[must_use]
pub const fn muster_xun(men: u32) -> u16 {
    match men {
        0..=30_000 => 1,
        30_001..=60_000 => 2,
        _ => 3,
    }
}

/// What a kilometre of this route costs, in hundredths of a kilometre of good road.
#[must_use]
pub const fn toil_percent(kind: RouteKind) -> u32 {
    match kind {
        RouteKind::Road | RouteKind::Canal => 100,
        // The atlas has the windings of a mountain road in its length already.
        RouteKind::MountainPass => 130,
        RouteKind::RiverDown => 80,
        RouteKind::Ford => 115,
        RouteKind::Sea => 60,
    }
}

/// Kilometres of marching that an unopposed crossing costs: by bridge or ferry hardly any; on small boats, the bridge being burnt,
/// as many days as the five or six that Wolibu's host took in January 1126.
#[must_use]
pub const fn crossing_km(burnt: bool, frozen: bool) -> u32 {
    if frozen || !burnt { 15 } else { 110 }
}

/// What an army eats in a xun, in tenths of a xun's food.
pub const EATEN: i32 = 10;

/// Food an army uses in a xun (tenths of a xun), and what it finds, for the season and the country.
/// An army on its own ground is fed; one on enemy ground lives off the land, the worse the more men and the longer the land was eaten.
#[must_use]
pub fn food_change(
    at_home: bool,
    men: u32,
    forage_percent: i32,
    unrest: i32,
    besieging_since: u16,
) -> i32 {
    if at_home {
        return 5;
    }
    // 60,000 men is what a rich prefecture feeds in a good month; half of that in spring.
    let crowd = i32::try_from(men / 2_000).unwrap_or(i32::MAX).clamp(0, 60);
    let eaten = i32::from(besieging_since.min(20));
    let found = (forage_percent * 14 / 100 - crowd / 10 - unrest / 12 - eaten / 3).clamp(0, 12);
    found - EATEN
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn wolibus_ride_fits_and_foot_columns_are_slower() {
        let ride = speed_km(60_000, 60, 20, 0, 90);
        assert!((220..=280).contains(&ride), "{ride}");
        assert!(speed_km(25_000, 10, 0, 0, 100) < 175);
        assert!(speed_km(60_000, 60, 20, 90, 80) < ride);
    }
    #[test]
    fn a_host_at_home_fills_its_carts_and_abroad_empties_them() {
        assert!(food_change(true, 60_000, 70, 0, 0) > 0);
        assert!(food_change(false, 60_000, 45, 40, 6) < food_change(false, 10_000, 100, 0, 0));
    }
}
