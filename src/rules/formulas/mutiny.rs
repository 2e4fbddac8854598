//! Armies that were one man's own and are given to others.
//!
//! Huaixi, August 1137: Liu Guangshi gave up his army in the spring; it went to his lieutenants, who were each other's equals, and a vice-minister, Lü Zhi, was
//! sent to Luzhou to command them. He wrote to the court that Li Qiong should be taken from his troops; the letter was read on the way. Li Qiong killed him and
//! led some forty thousand over to Qi, which had titles for them (Song shi 28; Jishi benmo 16; Chaoye zaji: Wang De brought eight thousand back).

use super::masters::STATE;

/// What an army forgets of its old master in a month.
const FORGETS: i32 = 2;
/// A commander who is no soldier.
const CIVILIAN: i32 = 40;
/// Nobody in command at all: the colonels are each other's equals.
const NOBODY: i32 = 25;
/// A month's pay is not in the chest.
const UNPAID: i32 = 35;
/// Below this command a man is no soldier to soldiers.
pub const A_SOLDIER: i32 = 5;
/// So much is grumbled over.
const GRUMBLED: i32 = 60;
/// The chance in a thousand for each point above that, in a xun, and the most.
const A_POINT: i32 = 2;
const MOST: i32 = 220;
/// How far men go to another court's town, km by road; from Luzhou to the Qi posts beyond the Huai were three days.
pub const REACH_KM: u32 = 400;
/// A court with a worse name than this among those who might come gets nobody.
pub const NAME: i32 = 30;
/// Fewer men than this are no army.
pub const ARMY: u32 = 3_000;
/// In how many of a thousand mutinies the man who was put over them does not live.
pub const KILLED: u32 = 700;

/// What an army has to complain of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// How far it was the man's who is gone, 0 to 100.
    pub was: i32,
    /// Months since.
    pub months: i32,
    /// How good a soldier its commander is, 0 to 10; none where nobody commands.
    pub command: Option<i32>,
    /// Whether its pay is not to be had.
    pub unpaid: bool,
    /// Its morale.
    pub morale: i32,
}

/// One reason, and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// It was another man's.
    OldMaster,
    /// Who commands is no soldier.
    Civilian,
    /// Nobody commands.
    Nobody,
    /// It is not paid.
    Unpaid,
    /// Its spirit is low.
    Morale,
    /// What is only grumbled over.
    Grumbled,
}

/// What is left, after so many months, of an army's having been a man's own so far.
#[must_use]
pub const fn left(was: i32, months: i32) -> i32 {
    was - STATE - FORGETS * months
}

/// What weighs with the men, part by part; nothing for an army that was nobody's or has forgotten him.
#[must_use]
pub fn parts(case: &Case) -> Vec<(Part, i32)> {
    let own = left(case.was, case.months);
    if own <= 0 {
        return Vec::new();
    }
    let mut out = vec![(Part::OldMaster, own)];
    match case.command {
        None => out.push((Part::Nobody, NOBODY)),
        Some(command) if command < A_SOLDIER => out.push((Part::Civilian, CIVILIAN)),
        Some(_) => {}
    }
    if case.unpaid {
        out.push((Part::Unpaid, UNPAID));
    }
    if case.morale < 50 {
        out.push((Part::Morale, 50 - case.morale));
    }
    out.push((Part::Grumbled, -GRUMBLED));
    out
}

/// Chance in a thousand of a mutiny in a xun.
#[must_use]
pub fn chance(case: &Case) -> u32 {
    let sum: i32 = parts(case).iter().map(|(_, n)| n).sum();
    u32::try_from((sum * A_POINT).clamp(0, MOST)).unwrap_or(0)
}

/// Men of a hundred who go with the mutiny to another court, or simply run where there is none.
#[must_use]
pub fn share(case: &Case, to_another: bool) -> u32 {
    let own = left(case.was, case.months).max(0);
    let percent = if to_another { 50 + own / 2 } else { own / 2 };
    u32::try_from(percent.clamp(0, 90)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HUAIXI: Case = Case {
        was: 85,
        months: 3,
        command: Some(2),
        unpaid: false,
        morale: 50,
    };

    #[test]
    fn a_minister_put_over_another_mans_army_is_in_danger_and_a_soldier_less() {
        assert!((40..150).contains(&chance(&HUAIXI)));
        let soldier = Case {
            command: Some(8),
            ..HUAIXI
        };
        assert_eq!(chance(&soldier), 0);
        assert!(
            chance(&Case {
                unpaid: true,
                ..soldier
            }) > 0
        );
        assert_eq!(chance(&Case { was: 30, ..HUAIXI }), 0);
        assert!(
            chance(&Case {
                months: 20,
                ..HUAIXI
            }) < chance(&HUAIXI)
        );
    }

    #[test]
    fn forty_thousand_of_fifty_go() {
        assert!((70..=90).contains(&share(&HUAIXI, true)));
        assert!(share(&HUAIXI, false) < share(&HUAIXI, true));
    }
}
