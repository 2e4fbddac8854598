//! Armies that are their commander's own.

/// Attachment of troops of the state under a man whom it appointed: below this nothing is his.
pub const STATE: i32 = 30;
/// What a month under one man adds: in the eleven years from 1130 to the recall of 1141 the armies of Han, Zhang and Yue became
/// "the Han family's", "the Zhang family's", "the Yue family's".
pub const MONTH: i32 = 1;
/// What it adds where the state does not pay and he finds their food himself.
pub const MONTH_UNPAID: i32 = 2;
/// Under the eyes of a court that pays it an army is the state's again by so much a month: the palace armies never were anybody's.
pub const MONTH_AT_COURT: i32 = -1;
/// So near the seat it is under the court's eyes, km.
pub const AT_COURT_KM: u32 = 150;
/// Time alone goes no further than this: the Yue family's army of 1141 still took the orders of another.
pub const MOST_BY_TIME: i32 = 85;

/// What a month under one man does to an army: how far it is his, whether it stands under the court's eyes, whether the court pays.
#[must_use]
pub const fn month(attachment: i32, at_court: bool, paid: bool) -> i32 {
    match (at_court, paid) {
        (true, true) if attachment > STATE => MONTH_AT_COURT,
        (true, true) => 0,
        _ if attachment >= MOST_BY_TIME => 0,
        (_, false) => MONTH_UNPAID,
        (false, true) => MONTH,
    }
}
/// What a victory adds.
pub const VICTORY: i32 = 2;

/// Of a hundred men, how many more learn in a month aboard to fight there, and the most that ever do. Yue Fei's northerners of 1135 had to win Dongting by treachery and
/// felled trees; Han Shizhong's men had been on the Yangzi since 1129. No source gives a pace; it is set so that a year afloat makes a fair crew.
pub const MARINES_A_MONTH: i32 = 3;
/// See [`MARINES_A_MONTH`].
pub const MOST_MARINES: i32 = 80;

/// What an army that is his own fights like under him, and without him, percent.
#[must_use]
pub const fn weight_percent(attachment: i32, led: bool) -> i64 {
    let own = attachment - STATE;
    if own <= 0 {
        return 100;
    }
    if led {
        100 + own as i64 / 5
    } else {
        100 - own as i64 / 5
    }
}

/// What giving it to another costs: men of a hundred who leave, and morale. Half of that where the old commander goes willingly.
/// The recall of 1141 honoured all three with the Bureau of Military Affairs, and no army rose.
#[must_use]
pub const fn handing_over(attachment: i32, willing: bool) -> (u32, i32) {
    let own = attachment - STATE;
    if own <= 0 {
        return (0, 0);
    }
    let (men, morale) = (own as u32 / 4, -(own / 2));
    if willing {
        (men / 2, morale / 2)
    } else {
        (men, morale)
    }
}

/// Men of a hundred who follow him when he goes over. Guo Yaoshi brought the whole of the Ever-Victorious Army in January 1126; the
/// prefectures' troops that were under him went home.
#[must_use]
pub const fn follow_percent(attachment: i32) -> u32 {
    let n = 50 + attachment;
    if n > 100 { 100 } else { n as u32 }
}

/// A chance of going over, by the name the other court has with those who would: given back or put to death, nobody comes after them;
/// the head of Zhang Jue was in Guo Yaoshi's memory.
#[must_use]
pub const fn by_name(chance: u32, welcome: i32) -> u32 {
    let percent = if welcome < -50 {
        0
    } else {
        (50 + welcome) as u32
    };
    chance * percent / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_far_from_the_court_make_it_his_and_years_at_court_the_states() {
        let (mut far, mut near) = (30, 60);
        for _ in 0..72 {
            far += month(far, false, true);
            near += month(near, true, true);
        }
        assert_eq!((far, near), (MOST_BY_TIME, STATE));
        assert!(month(50, false, false) > month(50, false, true));
    }
    #[test]
    fn the_states_troops_are_nobodys_and_a_private_army_is_dear_to_take_away() {
        assert_eq!(weight_percent(STATE, true), 100);
        assert_eq!(handing_over(STATE, false), (0, 0));
        assert!(weight_percent(90, true) > 110 && weight_percent(90, false) < 90);
        let (men, morale) = handing_over(90, false);
        let (fewer, less) = handing_over(90, true);
        assert!(men > fewer && morale < less && fewer > 0);
    }
    #[test]
    fn his_own_follow_him_and_an_ill_name_keeps_men_away() {
        assert_eq!(follow_percent(90), 100);
        assert!(follow_percent(30) < 90);
        assert_eq!(by_name(400, 50), 400);
        assert!(by_name(400, 20) < 400 && by_name(400, 80) > 400);
    }
}
