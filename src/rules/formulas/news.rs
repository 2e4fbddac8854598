//! How fast news and letters travel.

/// A government courier on relays made some 150 km a day over long roads. By statute a gold tablet went 400 li a day and a blue one, for the business of armies, 350 (*Song shi* 154),
/// 220 and 195 km; *Song shi* 117 reckons with 500 li; the frontier's practice was lower.
const COURIER_KM_A_XUN: u32 = 1_500;
/// An envoy with his box, his gifts and his guards is no courier. Embassies made 60 to 100 li a day: Xu Kangzong's of 1125 took 39 stages for the 3,120 li from Xiongzhou to
/// the Jin court, which are all but 1,500 km. With relays and in haste they made half as much again.
const ENVOY_KM_A_XUN: u32 = 700;
/// Scouts and refugees carry word of an army this far round any place of one's own.
pub const SIGHT_KM: u32 = 130;

/// Xun a courier needs for a road, rounded down: what arrives within the xun counts as known in it.
#[must_use]
pub fn courier_xun(km: u32) -> u16 {
    u16::try_from(km / COURIER_KM_A_XUN).unwrap_or(u16::MAX)
}

/// Xun an envoy needs for a road, rounded down.
#[must_use]
pub fn envoy_xun(km: u32) -> u16 {
    u16::try_from(km / ENVOY_KM_A_XUN).unwrap_or(u16::MAX)
}

/// Days of the same ride.
#[must_use]
pub const fn envoy_days(km: u32) -> u32 {
    (km * 10).div_ceil(ENVOY_KM_A_XUN)
}

/// Xun that word out of a besieged town needs: men must slip through the ring on foot.
#[must_use]
pub fn besieged_xun(km: u32) -> u16 {
    courier_xun(km) + 1
}

/// A count as a report gives it: rounded to thousands, wrong by up to a fifth either way (`swing` is a permille around 1000).
#[must_use]
pub fn reported_men(men: u32, swing_permille: u64) -> u32 {
    let seen = u64::from(men) * swing_permille / 1000;
    let step = if seen >= 20_000 { 5_000 } else { 1_000 };
    u32::try_from((seen + step / 2) / step * step)
        .unwrap_or(u32::MAX)
        .max(500)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn word_from_huining_takes_a_xun_and_from_taiyuan_none() {
        assert_eq!(courier_xun(2_200), 1);
        assert_eq!(courier_xun(520), 0);
        assert_eq!(besieged_xun(520), 1);
        assert_eq!(reported_men(60_000, 900), 55_000);
    }
}
