//! A broken dike: how long the water lies, whom it drives out.

/// Xun that the water lies: a season. The breach of December 1128 was never closed, but the country was under water until it found its bed.
pub const LIES_XUN: u16 = 9;
/// What a broken dike does to the resistance round it.
pub const UNREST: i32 = 40;
/// And to the legitimacy of whoever broke it.
pub const LEGITIMACY: i32 = -10;
/// Households that flee the water, of a hundred. No reliable count is in the sources read.
const FLEE_PERCENT: u32 = 15;
/// Grain that is lost, of a hundred.
pub const GRAIN_PERCENT: i64 = 50;
/// What they eat elsewhere before the next harvest, shi a household.
pub const REFUGEE_SHI: i64 = 6;
/// Resistance where they come to.
pub const REFUGEE_UNREST: i32 = 3;
/// Men of a hundred whom the water takes from an army camped in its way.
pub const DROWNED_PERCENT: u32 = 20;
/// Km of marching that wading costs at each end of a stage.
pub const WADE_KM: u32 = 60;
/// How far from the breach the water lies where it finds no new course, km by road.
pub const SPILL_KM: u32 = 60;

/// Households that leave.
#[must_use]
pub const fn flee(households: u32, away: u32) -> u32 {
    let home = households.saturating_sub(away);
    home / 100 * FLEE_PERCENT
}

/// Households that come back in a month, once the water is gone: a sixth of those away.
#[must_use]
pub const fn come_back(away: u32) -> u32 {
    if away < 60 { away } else { away / 6 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_fled_come_back_over_some_years() {
        let mut away = flee(60_000, 0);
        assert_eq!(away, 9_000);
        let mut months = 0;
        while away > 0 {
            away -= come_back(away);
            months += 1;
        }
        assert!((12..=48).contains(&months), "{months}");
    }
}
