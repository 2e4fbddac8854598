//! Courts that live by another's army, and lesser courts: what they want, and what their word is worth to them.
//!
//! Zhang Bangchang's Chu of 1127 sent the seal to a prince of Zhao within weeks of the Jin army's leaving; Liu Yu's Qi of 1130 to 1137 dated by the Jin
//! calendar, called the Jin emperor father, asked its patron for troops three times and was put an to by two of his princes who rode into Kaifeng (dossier 06);
//! the Empress Xiao of the Northern Liao sent five memorials in the winter of 1122, to anybody who would let Yanjing live (dossier 01).

/// How near its patron's men must stand to prop a throne, km by road.
pub const NEAR_KM: u32 = 150;
/// And how many they must be.
pub const PROP_MEN: u32 = 5_000;
/// A court with fewer towns than this has less of a sovereign's pride. Northern Liao had six prefectures about Yanjing.
pub const TOWNS: u32 = 8;
/// What its patron writes to it weighs so much more: it owes him its throne.
const OWED: i64 = 12;
/// A throne with nobody behind it is glad of any terms.
const ALONE: i64 = 14;
/// A throne with its patron's army beside it does not make peace over his head.
const WATCHED: i64 = -12;
/// What it is to such a court that its patron's men stay, or go.
pub const PROPPED: i64 = 12;
/// What it costs a court to keep men beside another's throne: so many to the weight of one, and some at the least.
const MEN_A_WEIGHT: u32 = 5_000;

/// By whose army a court lives, seen from a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// By its own.
    None,
    /// By its own, and the other lives by it.
    Patron,
    /// By that of the court that the paper is from or to.
    OfOther,
    /// By a third's: whether enough of his men stand near its seat, and whether he is at war with the other himself.
    OfThird {
        /// They stand there.
        propped: bool,
        /// He is at war with the other.
        his_war: bool,
    },
}

/// What such a sovereign thinks he is owed: less with few towns, nothing by the man who set him up.
#[must_use]
pub fn pride(full: i64, towns: u32, client: Client) -> i64 {
    let part = i64::from(towns.clamp(2, TOWNS));
    match client {
        Client::None => full * part / i64::from(TOWNS),
        Client::OfThird { .. } | Client::Patron => full / 2,
        Client::OfOther => 0,
    }
}

/// What it adds to any paper that a court's throne rests on another's army.
#[must_use]
pub const fn weight(client: Client, at_war: bool) -> i64 {
    match client {
        Client::None | Client::Patron => 0,
        Client::OfOther => OWED,
        Client::OfThird { propped: false, .. } if at_war => ALONE,
        Client::OfThird {
            propped: true,
            his_war: true,
        } if at_war => WATCHED,
        Client::OfThird { .. } => 0,
    }
}

/// What it costs a court to keep so many men beside another's throne.
#[must_use]
pub fn guard(men: u32) -> i64 {
    2 + i64::from(men / MEN_A_WEIGHT)
}

/// What it is to a band to submit, and to a court. Bands of 1131 to 1135 did so when they were pressed; no court did that still had a wall.
pub const BAND: i64 = 5;
/// See [`BAND`].
pub const COURT: i64 = 50;

/// What it weighs besides with a band of so many men that nobody promises to feed them: "kill, burn and accept the summons" was the way to office of the 1130s because
/// whoever accepted was paid. A tael a man is enough; with less they want the more, and the larger the band.
#[must_use]
pub fn unfed(men: u32, taels: i64) -> i64 {
    let men = i64::from(men);
    let lacking = (men - taels.max(0)).clamp(0, men);
    (lacking / MEN_UNFED).min(MOST_UNFED)
}
const MEN_UNFED: i64 = 1_500;
const MOST_UNFED: i64 = 24;

/// Whether a patron is strong enough at its client's seat to put an end to it: more men than would fight for it.
#[must_use]
pub const fn can_dissolve(own_near: u32, theirs_near: u32) -> bool {
    own_near >= PROP_MEN && own_near > theirs_near
}

/// What putting an end to a court that one set up costs in legitimacy: the edict of 1137 had to say why.
pub const DISSOLVED: i32 = -2;
/// What its soldiers' hearts lose.
pub const DISSOLVED_SPIRIT: i32 = -10;

/// Armies of a lower quality than this are villagers off a register: they go home when the court that called them up is ended. The edict of January 1138 let Qi's
/// soldiers go back to their fields if they would, and Jin kept those who knew no other trade (Yaolu 117).
pub const CALLED_UP: i32 = 38;

/// So far back its defeats are counted against it, xun: a year. Qi was beaten at Outang in the autumn of 1136 and gone before the end of 1137.
pub const REMEMBERED_XUN: u16 = 36;
/// From so many more defeats than victories on a patron thinks of putting an end to it.
pub const A_BURDEN: i32 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_court_asks_for_less_honour_and_a_puppet_for_none_from_its_patron() {
        assert_eq!(pride(-28, 40, Client::None), -28);
        assert!(pride(-28, 4, Client::None) > -28);
        assert_eq!(pride(-28, 40, Client::OfOther), 0);
    }

    #[test]
    fn a_large_band_wants_to_be_fed_and_a_small_one_comes_for_a_pardon() {
        assert_eq!(unfed(800, 0), 0);
        assert_eq!(unfed(400_000, 0), MOST_UNFED);
        assert!(unfed(15_000, 0) > unfed(15_000, 9_000));
        assert_eq!(unfed(15_000, 15_000), 0);
    }

    #[test]
    fn a_throne_alone_signs_what_one_with_an_army_beside_it_does_not() {
        let propped = Client::OfThird {
            propped: true,
            his_war: true,
        };
        let alone = Client::OfThird {
            propped: false,
            his_war: true,
        };
        assert!(weight(alone, true) > 0 && weight(propped, true) < 0);
        assert!(guard(20_000) > guard(5_000));
        assert!(
            can_dissolve(9_000, 4_000) && !can_dissolve(3_000, 0) && !can_dissolve(9_000, 9_000)
        );
    }
}
