//! Those who stand before a palace: students and townspeople with a memorial, and guards with their arms.
//!
//! February 1126: Li Gang was dismissed while the enemy lay before the walls; some hundreds of students under Chen Dong and a crowd that was put at
//! tens of thousands broke the drum before the Xuande gate, killed eunuchs, and had him back within the day (Song shi 23, 455; Jishi benmo 13).
//! March 1129: Miao Fu and Liu Zhengyan, whose guards were ill paid and hated the eunuchs and a favourite, killed him and made Gaozong give up the
//! throne to a child of two; it lasted a month (Song shi 25, 475).

/// A crowd needs a great city with an academy in it, households.
pub const GREAT_CITY: u32 = 100_000;
/// How near the enemy must be for a dismissal to fill the square, km, and how many of them.
pub const ALARM_KM: u32 = 260;
/// How many of them.
pub const ALARM_MEN: u32 = 5_000;
/// A treaty that signs away so many towns brings them out in peace.
pub const TOWNS_SIGNED: usize = 3;
/// After so many xun without an answer they go home.
pub const PATIENCE: u16 = 3;

/// What it costs in legitimacy to have them stand there another xun.
pub const WAIT_LEGITIMACY: i32 = -2;
/// What it costs in the temper of the garrison.
pub const WAIT_MORALE: i32 = -2;
/// A court that gives way has been seen to give way.
pub const YIELD_LEGITIMACY: i32 = -2;
/// And those on the walls take heart.
pub const YIELD_MORALE: i32 = 6;
/// A sovereign who is made to give up his throne leaves less of it.
pub const ABDICATE_LEGITIMACY: i32 = -8;
/// To clear the square: legitimacy and the temper of the garrison, if it goes off quietly.
pub const CLEARED: (i32, i32) = (-4, -6);
/// And if there is blood in the square.
pub const BLOODY: (i32, i32) = (-10, -12);
/// Chance in a thousand that it goes off quietly.
pub const QUIET: u32 = 600;

/// Whether a man is one whom a crowd would ask for: known to stand for the defence, or a soldier of name.
#[must_use]
pub const fn is_trusted(stance: i32, command: i32) -> bool {
    stance >= 30 || command >= 7
}

/// Chance in a thousand that a dismissal brings a crowd: nearly certain with the enemy at the wall.
#[must_use]
pub const fn remonstrance(besieged: bool) -> u32 {
    if besieged { 960 } else { 550 }
}

/// Chance in a thousand that a treaty which signs away so many towns brings one.
#[must_use]
pub fn protest(towns: usize) -> u32 {
    u32::try_from(towns * 60).unwrap_or(600).min(600)
}

/// Chance in a thousand that palace troops mutiny in a month: unpaid, under a throne that is not believed in, in a city that is bitter.
#[must_use]
pub fn mutiny(unpaid: bool, legitimacy: i32, unrest: i32, morale: i32) -> u32 {
    let grievance = if unpaid { 120 } else { 0 }
        + (30 - legitimacy).max(0) * 8
        + (unrest - 40).max(0) * 3
        + (30 - morale).max(0) * 4;
    // One grievance alone is grumbled over.
    u32::try_from(grievance - 90).unwrap_or(0).min(350)
}

/// For so many xun after guards have risen none do at that court: two years. After Miao Fu and Liu Zhengyan in 1129 the guard was made up anew out of the
/// armies that had come to free the emperor, and no other rose while he reigned.
pub const GUARDS_ANEW: u16 = 72;

/// Below this legitimacy mutineers want another on the throne, above it a minister's head.
pub const ANOTHER_SOVEREIGN: i32 = 18;

/// Chance in a thousand that a mutiny is put down by those who are loyal: even numbers are even odds.
#[must_use]
pub fn put_down(loyal: u32, mutineers: u32) -> u32 {
    let all = u64::from(loyal) + u64::from(mutineers);
    if all == 0 {
        return 0;
    }
    u32::try_from(u64::from(loyal) * 1_000 / all)
        .unwrap_or(0)
        .clamp(50, 950)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_grievance_is_grumbled_over_and_three_are_a_mutiny() {
        assert_eq!(mutiny(false, 25, 30, 50), 0);
        assert!(mutiny(true, 12, 60, 30) > 200);
        assert_eq!(mutiny(false, 60, 10, 60), 0);
    }

    #[test]
    fn the_enemy_at_the_wall_fills_the_square() {
        assert!(remonstrance(true) > remonstrance(false));
        assert!(is_trusted(80, 3) && is_trusted(0, 8) && !is_trusted(-60, 4));
        assert!(protest(24) > protest(3));
        assert!(put_down(10_000, 1_000) > put_down(1_000, 10_000));
    }
}
