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

/// How the great rivers freeze, by latitude in thousandths of a degree from the south; chances in a thousand that a reach bears an army in
/// November, December, January, February and March. The same winter rules them all: where a southern reach bears, a northern one does.
///
/// * The Yangzi never bore anybody; the Huai seldom: the wars along it were fought by boat in every winter of 1129 to 1164.
/// * The Yellow River below Kaifeng was only thinly frozen in late January 1126, and Wolibu's men took five days over it in small boats;
///   a year later, on 29 January 1127, the Prince of Kang crossed upon the ice between Xiangzhou and Daming.
/// * North of Daming it bore in most winters, and the rivers of Liaodong in all: Jin went to war on them.
const ICE: [(i32, [u32; 5]); 5] = [
    (32_800, [0, 0, 30, 10, 0]),
    (34_200, [0, 150, 400, 150, 0]),
    (36_000, [0, 300, 650, 300, 0]),
    (38_000, [50, 600, 900, 600, 50]),
    (41_000, [400, 900, 1_000, 950, 500]),
];
/// Chances beside those that it neither bears nor lets a ferry over, in the last xun of December and of February, when ice drifts.
const DRIFT: u32 = 200;

/// Chance in a thousand that a river at this latitude (thousandths of a degree) bears an army this month.
#[must_use]
pub fn ice_chance(month: u8, lat_milli: i32) -> u32 {
    let column = match month {
        11 => 0,
        12 => 1,
        1 => 2,
        2 => 3,
        3 => 4,
        _ => return 0,
    };
    ICE.iter()
        .rev()
        .find(|(from, _)| lat_milli >= *from)
        .map_or(0, |(_, by_month)| by_month[column])
}

/// Chance in a thousand, beside that of bearing, that ice drifts in the river and no ferry goes. `day` is the first of the xun.
#[must_use]
pub fn drift_chance(month: u8, day: u8, lat_milli: i32) -> u32 {
    if matches!(month, 12 | 2) && day >= 21 && ice_chance(month, lat_milli) >= 100 {
        DRIFT
    } else {
        0
    }
}

/// Months in which the canals of the north carry nothing: the Bian was shut from the tenth month until the waters came in spring.
#[must_use]
pub const fn canal_shut(month: u8, lat_milli: i32) -> bool {
    lat_milli >= 32_800 && matches!(month, 12 | 1 | 2)
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
    #[test]
    fn the_further_north_the_surer_the_ice() {
        for month in [11, 12, 1, 2, 3] {
            let chances: Vec<u32> = [31_000, 33_000, 35_000, 37_000, 39_000, 43_000]
                .into_iter()
                .map(|lat| ice_chance(month, lat))
                .collect();
            assert!(chances.is_sorted(), "{month}: {chances:?}");
        }
        assert!(ice_chance(1, 33_000) < 100 && ice_chance(1, 31_500) == 0);
        assert!(drift_chance(12, 21, 35_000) > 0 && drift_chance(12, 1, 35_000) == 0);
        assert_eq!(drift_chance(2, 21, 31_000), 0);
        assert!(canal_shut(1, 34_000) && !canal_shut(1, 31_000) && !canal_shut(5, 34_000));
    }
}
