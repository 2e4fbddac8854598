//! How an army that has lost men fills up again while it rests, and makes soldiers of the new.
//!
//! The armies of these wars lost a third of their men in a bad year and stood at their old number two years later: stragglers came
//! in, the sons of soldiers were enlisted, households were told off for service (Song shi 193; Jin shi 44). It took time, money
//! and a quiet country, and the new men were not the old ones.

/// Of a hundred men lacking, how many who had scattered find their way back in a month.
const STRAGGLERS: u32 = 8;
/// Of a hundred men lacking, how many are enlisted in a month where the country is quiet and the commander knows his work. Set: an army
/// is half made good in a year, as Song's were between 1131 and 1134; no register of enlistments by the month is known.
const ENLISTED: u32 = 5;
/// What a new man is worth: a raw levy.
pub const RAW: i32 = 30;
/// Strings for each man enlisted: his bounty and arms, as for a levy.
pub const CASH: i64 = 4;
/// Skill of a commander who drills his men in every month, and of one who does in every second.
const ABLE: i32 = 8;
const MIDDLING: i32 = 5;
/// An army that lacks fewer men of a hundred than this sends nobody out to enlist.
pub const FULL: u32 = 97;

/// Who comes to an army in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Men it is meant to have.
    pub meant: u32,
    /// Men it has.
    pub men: u32,
    /// Men of its court who are scattered in the country.
    pub scattered: u64,
    /// Resistance of the country where it lies, 0 to 100.
    pub unrest: i32,
    /// Skill of its commander, 0 to 10; 3 where it has none.
    pub command: i32,
    /// Strings that its court can spend on it.
    pub cash: i64,
}

/// Stragglers who come back, and men enlisted, in a month.
#[must_use]
pub fn come(rest: Rest) -> (u32, u32) {
    let lacks = rest.meant.saturating_sub(rest.men);
    if u64::from(rest.men) * 100 >= u64::from(rest.meant) * u64::from(FULL) {
        return (0, 0);
    }
    let back = lacks * STRAGGLERS / 100;
    let back = back.min(u32::try_from(rest.scattered).unwrap_or(u32::MAX));
    let quiet = u32::try_from((100 - rest.unrest).clamp(0, 100)).unwrap_or(0);
    let skill = u32::try_from(rest.command.clamp(0, 10)).unwrap_or(0) + 5;
    // A quiet country under a commander of middling skill gives the whole share.
    let enlisted = lacks * ENLISTED / 100 * quiet / 100 * skill / 10;
    let paid = u32::try_from((rest.cash / CASH).max(0)).unwrap_or(u32::MAX);
    (back, enlisted.min(paid))
}

/// How much of an army's establishment goes with a part of its men: their share. An army that was halved is two armies of half the
/// number, each with its own rolls, as Song's corps were when they were told off from one another (Song shi 187, 193); else whoever
/// divides his armies would raise new ones for nothing.
#[must_use]
pub fn share(meant: u32, men: u32, part: u32) -> u32 {
    if part >= men {
        return meant;
    }
    let share = u64::from(meant) * u64::from(part) / u64::from(men);
    u32::try_from(share).unwrap_or(meant)
}

/// By how much the quality of an army falls when raw men join it, to the nearest point: a handful does not bring it down, however often it comes.
#[must_use]
pub fn dilution(quality: i32, men: u32, raw: u32) -> i32 {
    let (men, raw) = (i64::from(men), i64::from(raw));
    let all = men + raw;
    if all == 0 || quality <= RAW {
        return 0;
    }
    let falls = (i64::from(quality - RAW) * raw + all / 2) / all;
    -i32::try_from(falls).unwrap_or(0)
}

/// What a month of rest adds to the quality of an army that is not what it was: a point in each month under a commander who knows his
/// work, in every second under a middling one, in every third under any other. When Yue Fei's men rested they charged down slopes and leapt
/// ditches in heavy armour (Song shi 365). How fast it went no text says; a third of raw men are soldiers in a year and a half.
#[must_use]
pub fn drill(quality: i32, standard: i32, command: i32, month: u8) -> i32 {
    let every = match command {
        ABLE.. => 1,
        MIDDLING..ABLE => 2,
        _ => 3,
    };
    i32::from(quality < standard && month.is_multiple_of(every))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REST: Rest = Rest {
        meant: 20_000,
        men: 10_000,
        scattered: 3_000,
        unrest: 0,
        command: 5,
        cash: 1_000_000,
    };

    #[test]
    fn a_beaten_army_fills_slowly_and_a_full_one_not_at_all() {
        assert_eq!(come(REST), (800, 500));
        let full = Rest {
            men: 19_500,
            ..REST
        };
        assert_eq!(come(full), (0, 0));
    }

    #[test]
    fn no_money_no_recruits_and_no_stragglers_where_nobody_is_scattered() {
        let poor = Rest {
            cash: 400,
            scattered: 0,
            ..REST
        };
        assert_eq!(come(poor), (0, 100));
    }

    #[test]
    fn a_country_that_resists_gives_no_men_and_a_good_captain_finds_more() {
        assert_eq!(
            come(Rest {
                unrest: 100,
                ..REST
            })
            .1,
            0
        );
        assert!(come(Rest { command: 9, ..REST }).1 > come(REST).1);
    }

    #[test]
    fn a_part_takes_its_share_of_the_establishment_and_no_more() {
        assert_eq!(share(20_000, 10_000, 2_500), 5_000);
        assert_eq!(share(20_000, 30_000, 30_000), 20_000);
        assert_eq!(share(7, 3, 1) + (7 - share(7, 3, 1)), 7);
        assert_eq!(share(20_000, 0, 0), 20_000);
    }

    #[test]
    fn the_old_teach_the_new_as_far_as_they_know_and_faster_under_a_good_captain() {
        let year = |command| {
            (1..=12)
                .map(|month| drill(50, 70, command, month))
                .sum::<i32>()
        };
        assert_eq!((year(9), year(6), year(2)), (12, 6, 4));
        assert_eq!(drill(70, 70, 9, 6), 0);
    }

    #[test]
    fn new_men_are_not_the_old_ones() {
        assert_eq!(dilution(80, 10_000, 1_000), -5);
        assert_eq!(dilution(80, 10_000, 90), 0);
        assert_eq!(dilution(30, 10_000, 1_000), 0);
        assert_eq!(dilution(80, 0, 0), 0);
    }
}
