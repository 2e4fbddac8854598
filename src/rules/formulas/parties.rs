//! The parties at a court: whose voice weighs how much with the sovereign, and what raises and sinks a man in his eyes.
//!
//! Qinzong's court of 1126 is the measure: within fourteen months it had six chief councillors, each brought in by what the last had
//! urged and what had come of it (Song shi 23, 212). Nothing in the sources gives the sizes; they are set so that a chief councillor
//! whose course has failed three times weighs half of what he did.

use super::masters::STATE;
use crate::scenario::raw::Role;

/// What a sovereign thinks of a man on the first day.
pub const FAVOUR: i32 = 50;
/// How far a man must lean to be counted with a party.
pub const SIDE: i32 = 15;
/// The voice of the sovereign among those of his council: as much as a councillor who has his ear.
pub const SOVEREIGN: i32 = 50;
/// How far a court leans to a course that it has taken, for each step of the course's temper: it has said so in its own edicts.
pub const COURSE: i32 = 3;

/// He argued for what was done.
pub const HEARD: i32 = 3;
/// He argued against it.
pub const UNHEARD: i32 = -2;
/// An attack that was beaten sinks those who urge war.
pub const REPULSE: i32 = -4;
/// A defeat that was not sought does so less.
pub const DEFEAT: i32 = -2;
/// A victory raises them.
pub const VICTORY: i32 = 3;
/// The other side broke its oath: those who urged peace answer for it.
pub const OATH_BROKEN: i32 = -8;
/// A man whose army is more than the court can match, each month.
pub const FEARED: i32 = -2;
/// A man who knows that he is feared, each month.
pub const AFRAID: i32 = -2;
/// Below this favour he knows it.
pub const KNOWS: i32 = 35;

/// How a man's loyalty moves in a season in which nothing is done for him or against him: towards what it was when the tale begins, gratitude and grievance
/// alike. Han Shizhong and Yue Fei wrote against the peace of 1139 in words for which others were exiled, and marched when they were told to in 1140.
#[must_use]
pub const fn settles(loyalty: i32, nature: i32) -> i32 {
    let off = nature - loyalty;
    if off.abs() < SETTLES {
        off.signum()
    } else {
        off / SETTLES
    }
}
/// A tenth of what is between them goes in a season: a great wrong is half forgotten in two years, a small one in one.
const SETTLES: i32 = 10;

/// Which party a man is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// For war.
    War,
    /// For peace.
    Peace,
    /// For neither.
    Neither,
}

/// The party of a man who leans so far.
#[must_use]
pub const fn party(stance: i32) -> Party {
    if stance >= SIDE {
        Party::War
    } else if stance <= -SIDE {
        Party::Peace
    } else {
        Party::Neither
    }
}

/// The voice of one who holds a post of this kind and stands so in the sovereign's eyes: a chief councillor has two. None outside the council.
#[must_use]
pub const fn voice(role: Role, favour: i32) -> i32 {
    let seats = match role {
        Role::ChiefCouncil => 2,
        Role::Council => 1,
        Role::Capital | Role::Field => 0,
    };
    // Nobody who sits there is quite without a voice.
    seats * if favour < 5 { 5 } else { favour }
}

/// How far a sovereign himself leans: by his own mind, and under siege by his courage. Qinzong, who had sworn to die at his altars, sent for terms three days
/// after the enemy had come up.
#[must_use]
pub const fn sovereign(stance: i32, valour: i32, besieged: bool) -> i32 {
    if besieged {
        stance - (10 - valour) * 6
    } else {
        stance
    }
}

/// An army smaller than this frightens nobody.
pub const FEARED_MEN: u32 = 20_000;

/// Whether a general's army is more than the court can match: half of all it has in the field, twenty thousand men at the least, under a man of name. "He holds
/// the army in his own hand", it was said of Yue Fei, Han Shizhong and Zhang Jun before their armies were taken from them in 1141.
#[must_use]
pub fn is_feared(men: u32, all: u32, command: i32, attachment: i32) -> bool {
    // An army that is his own counts for more than its men: the court cannot count on one of them.
    let own = u64::from((attachment - STATE).max(0).unsigned_abs());
    men >= FEARED_MEN && command >= 7 && u64::from(men) * 2 * (100 + own) >= u64::from(all) * 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chief_councillor_in_favour_outweighs_two_out_of_it() {
        assert!(voice(Role::ChiefCouncil, 60) > 2 * voice(Role::Council, 40));
        assert_eq!(voice(Role::Field, 90), 0);
        assert!(voice(Role::Council, 0) > 0);
    }

    #[test]
    fn a_siege_bends_a_timid_sovereign_and_a_brave_one_less() {
        assert!(sovereign(-20, 3, true) < sovereign(-20, 9, true));
        assert_eq!(sovereign(-20, 3, false), -20);
        assert_eq!(
            (party(40), party(-40), party(5)),
            (Party::War, Party::Peace, Party::Neither)
        );
    }

    #[test]
    fn half_of_all_the_men_under_a_man_of_name_are_feared() {
        assert!(is_feared(60_000, 110_000, 8, 30));
        assert!(!is_feared(60_000, 190_000, 8, 30));
        assert!(
            is_feared(60_000, 190_000, 8, 90),
            "one that is his own is feared the sooner"
        );
        assert!(!is_feared(60_000, 110_000, 4, 30));
        assert!(!is_feared(9_000, 10_000, 9, 90));
    }
}
