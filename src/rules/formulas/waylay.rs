//! An army struck when half of it is over a great river.
//!
//! "When the enemy crosses water to come at you, do not meet him in the water; to strike when half of him is over is of advantage" (*Sunzi*, ch. 9).
//! Zhong Shidao asked for it in the spring of 1126, when Wolibu went home over the Yellow River, loaded and in small boats, and was refused
//! (*Sanchao beimeng huibian* 30: 師道嘗勸上半渡擊之).

use crate::scenario::model::River;

/// What a great river does to an army that is struck in the middle of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The river.
    pub river: River,
    /// Whether bridge and boats are burnt, so that it goes over in fishing boats.
    pub burnt: bool,
    /// Whether the river is high.
    pub high: bool,
    /// The skill of whoever leads the army that goes over, 1 to 10.
    pub leads: i32,
    /// The skill of the best of those who wait for it.
    pub waits: i32,
}

/// Of a hundred men how many are together on the bank where they are struck, by the width of the river: the Huai is crossed in hours, the Yangzi not in a
/// day. With even skill about half are over, which is what the phrase says.
const HUAI: i64 = 60;
const YELLOW: i64 = 50;
const YANGZI: i64 = 45;
/// In small boats the host comes over by handfuls: Wolibu's horse took five days in January 1126, and his foot was not over when they were.
const SMALL_BOATS: i64 = 10;
/// High water makes boats slow and pontoons unsafe.
const HIGH_WATER: i64 = 5;
/// What a point of skill is worth in choosing the moment, or in sending a strong rear guard.
const SKILL: i64 = 2;
/// How far skill goes.
const SKILL_MOST: i64 = 10;

/// A captain lets a host go by when what he could catch of it is more than his own weight by a quarter.
pub const LEAST_PERCENT: i64 = 80;

/// Men in a hundred of the army that stand in the fight; the rest look on from boats and from the other bank.
#[must_use]
pub fn caught_percent(crossing: Crossing) -> i64 {
    let width = match crossing.river {
        River::Huai | River::None => HUAI,
        River::Yellow => YELLOW,
        River::Yangzi => YANGZI,
    };
    let boats = if crossing.burnt { SMALL_BOATS } else { 0 };
    let water = if crossing.high { HIGH_WATER } else { 0 };
    let skill = (i64::from(crossing.waits - crossing.leads) * SKILL).clamp(-SKILL_MOST, SKILL_MOST);
    width - boats - water - skill
}

/// Whether a river is high in this month: the summer and autumn floods of the Yellow River, which the water officials of Song named month by month (*Song shi* 91),
/// and the rains on the Huai and the Yangzi.
#[must_use]
pub const fn is_high(month: u8) -> bool {
    matches!(month, 7..=9)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVEN: Crossing = Crossing {
        river: River::Yellow,
        burnt: false,
        high: false,
        leads: 5,
        waits: 5,
    };

    #[test]
    fn about_half_are_over_and_width_boats_water_and_skill_move_it() {
        assert_eq!(caught_percent(EVEN), 50);
        for fewer in [
            Crossing {
                river: River::Yangzi,
                ..EVEN
            },
            Crossing {
                burnt: true,
                ..EVEN
            },
            Crossing { high: true, ..EVEN },
            Crossing { waits: 9, ..EVEN },
        ] {
            assert!(caught_percent(fewer) < 50, "{fewer:?}");
        }
        let more = caught_percent(Crossing { leads: 9, ..EVEN });
        assert!(more > 50);
        let worst = Crossing {
            river: River::Yangzi,
            burnt: true,
            high: true,
            leads: 1,
            waits: 10,
        };
        assert!((15..50).contains(&caught_percent(worst)));
    }
}
