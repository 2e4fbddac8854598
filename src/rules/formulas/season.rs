//! What the season does: heat on northern horses, ice on rivers, snow on roads.

/// Heat on northern men and horses, 0 to 100: none before May (Julian), worst in July; the Jin armies of 1126 and 1127 left the plain by May and came back in October.
#[must_use]
pub const fn heat(month: u8) -> i32 {
    match month {
        5 => 25,
        6 => 60,
        7 => 90,
        8 => 70,
        9 => 15,
        _ => 0,
    }
}

/// North of this latitude (thousandths of a degree) the summer does northern horse no harm: Yunzhong, the Yan country and the high plain of Taiyuan,
/// where the blockade of 1126 sat the summer out.
pub const COOL_LAT_MILLI: i32 = 37_600;

/// Cold on men in the open, 0 to 100. January 1127 had twenty days of snow before Kaifeng.
#[must_use]
pub const fn cold(month: u8) -> i32 {
    match month {
        12 => 55,
        1 => 75,
        2 => 35,
        11 => 15,
        _ => 0,
    }
}

/// Chance in a thousand that a river at this latitude (thousandths of a degree) bears an army this month.
/// The Yellow River of late January 1126 was only thinly frozen; a year later the Prince of Kang crossed on the ice.
#[must_use]
pub const fn ice_chance(month: u8, lat_milli: i32) -> u32 {
    if lat_milli < 34_500 {
        return 0;
    }
    match month {
        12 => 150,
        1 => 400,
        2 => 150,
        _ => 0,
    }
}

/// Months when an army finds standing crops, stubble or stores to live on: from harvest to late winter.
#[must_use]
pub const fn forage_percent(month: u8) -> i32 {
    match month {
        9..=11 => 100,
        12 | 8 => 85,
        1 | 7 => 70,
        2 | 6 => 60,
        _ => 45,
    }
}

/// Roads in this month, percent of their best: snow in midwinter, rain in summer.
#[must_use]
pub const fn road_percent(month: u8) -> u32 {
    match month {
        1 | 12 => 90,
        7 | 8 => 80,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn the_campaigning_season_runs_from_autumn_to_spring() {
        assert!(heat(7) > heat(5) && heat(10) == 0 && heat(3) == 0);
        assert!(
            ice_chance(1, 35_600) > 0 && ice_chance(1, 32_000) == 0 && ice_chance(4, 39_000) == 0
        );
    }
}
