//! Orders that go against a commander's interest: whether he does them, puts them off, or will not.
//!
//! Yue Fei in July 1140 stood before Kaifeng with an army that was winning and obeyed the recall after what later books make twelve gold tablets;
//! Liu Xi, whose five armies had run at Fuping, was broken by a letter in November 1130 and went where he was sent;
//! Zhang Jun in 1129 would not; Wolibu in March 1126 was glad of the order, for the grass was up and his horses had to go home (dossiers 03, 05, 06).

/// Nearer to the court than this nobody puts an order off: the next courier is there in two days.
pub const FAR_KM: u32 = 300;
/// How often an order is put off before it is plainly refused or done.
pub const MOST_PUT_OFF: u8 = 2;
/// What a refusal costs the court in legitimacy: it was heard to order and not obeyed.
pub const REFUSED: i32 = -2;
/// And the man, in his sovereign's eyes.
pub const DEFIANT: i32 = -12;

/// What a commander has to think of when an order comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// His loyalty, 0 to 100.
    pub loyalty: i32,
    /// How he stands to the other power, −100 to 100.
    pub stance: i32,
    /// Whether he has been winning.
    pub winning: bool,
    /// Whether he has been beaten.
    pub beaten: bool,
    /// Whether his army is half of what the court has.
    pub strong: bool,
    /// Whether the court has lately broken another who commanded for it.
    pub warned: bool,
    /// Whether the order takes his army or his command from him.
    pub himself: bool,
    /// How far his army is his own, above what the state's is: 0 to 70.
    pub own: i32,
    /// Whether the season is against staying: northern horse from March to August.
    pub season: bool,
}

/// How little he likes it: at none or below it is no matter.
#[must_use]
pub fn reluctance(case: &Case) -> i32 {
    let yes = |so: bool, n: i32| if so { n } else { 0 };
    70 - case.loyalty + case.stance / 10 + yes(case.winning, 15) - yes(case.beaten, 15)
        + yes(case.strong, 8)
        + yes(case.warned, 10)
        + yes(case.himself, 15)
        + case.own.max(0) / if case.himself { 4 } else { 10 }
        - yes(case.season, 35)
}

/// Chance in a thousand that he will not, and that he puts it off.
#[must_use]
pub fn answer(reluctance: i32) -> (u32, u32) {
    let n = u32::try_from(reluctance.max(0)).unwrap_or(0);
    ((n * 8).min(700), (200 + n * 10).min(700))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOYAL: Case = Case {
        loyalty: 95,
        stance: 80,
        winning: false,
        beaten: false,
        strong: false,
        warned: false,
        himself: false,
        own: 0,
        season: false,
    };

    #[test]
    fn a_loyal_man_obeys_and_a_winning_one_who_was_warned_thinks_twice() {
        assert!(reluctance(&LOYAL) <= 0);
        let doubtful = Case {
            loyalty: 70,
            winning: true,
            warned: true,
            himself: true,
            ..LOYAL
        };
        assert!(reluctance(&doubtful) > 30);
        assert!(
            reluctance(&Case {
                own: 50,
                ..doubtful
            }) > reluctance(&doubtful)
        );
        assert!(
            reluctance(&Case {
                winning: false,
                beaten: true,
                ..doubtful
            }) < reluctance(&doubtful) - 15,
            "a beaten man has less to stand on"
        );
        let glad = Case {
            season: true,
            himself: false,
            warned: false,
            ..doubtful
        };
        assert!(
            reluctance(&glad) <= 0,
            "he is glad to go home with his horses"
        );
        assert!(answer(50).0 > answer(10).0);
    }
}
