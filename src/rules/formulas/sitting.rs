//! How often a court sits, and what calls it together before its day.
//!
//! Song councillors met daily and the great audiences fell on fixed days; for a war of fifteen years the month is the beat at which courts chose: the
//! edicts of the Shaoxing annals come in such clusters, and anything pressing had the council up by night (Jianyan yilai xinian yaolu, passim).

use crate::base::date::Date;
use crate::scenario::language::Sits;

/// An enemy so near the seat, and so strong, calls a court together.
pub const NEAR_KM: u32 = 260;
/// So strong.
pub const NEAR_MEN: u32 = 5_000;
/// The loss of a town with such walls would be felt.
pub const STRONG_WALLS: i32 = 3;

/// How many xun lie between two sittings.
#[must_use]
pub const fn between(sits: Sits) -> u16 {
    match sits {
        Sits::Xun => 1,
        Sits::Month => 3,
        Sits::Season => 9,
    }
}

/// Whether the xun that begins on this day is one in which courts sit.
#[must_use]
pub fn is_day(sits: Sits, day: Date) -> bool {
    let (_, month, first) = day.ymd();
    match sits {
        Sits::Xun => true,
        Sits::Month => first == 1,
        Sits::Season => first == 1 && month % 3 == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_seasons_begin_on_the_first() {
        let day = |m, d| Date::from_ymd(1131, m, d).expect("a day");
        assert!(is_day(Sits::Month, day(5, 1)) && !is_day(Sits::Month, day(5, 11)));
        assert!(is_day(Sits::Season, day(4, 1)) && !is_day(Sits::Season, day(5, 1)));
        assert!(is_day(Sits::Xun, day(5, 21)));
    }
}
