//! What a paper is worth to a court that must answer it. Everything is in one unit, the *weight*: one is about what a court would give up
//! to be rid of a single demand for a small town's taxes; a paper is taken when the weights of its clauses and of the court's position sum above none.
//!
//! The scale is that of the terms of 1126: a court whose capital was closed in took twelve million taels' worth of demands, three towns and a prince as surety
//! from an army that was itself in haste to be gone, and refused far less in the summer.

use super::clients::{self, Client};
use crate::events::Shift;
use crate::scenario::language::{Good, Rank};

/// A court's position toward another, as far as it knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// How near the enemy stands to the seat, and how strong: 0 to 100.
    pub fear: i32,
    /// −100 peace at any price, 100 war to the end.
    pub lean: i32,
    /// Battles and towns lost to the other in the last three months, and towns under its siege, less those won and besieged.
    pub lost: i32,
    /// Whether the court's own army lies before the other's seat.
    pub at_their_gates: bool,
    /// How afraid the other must be, as far as the court can guess, 0 to 100.
    pub their_fear: i32,
    /// Whether the court's own horse is of the north.
    pub northern: bool,
    /// Whether the other's is.
    pub faces_horse: bool,
    /// The month, 1 to 12.
    pub month: u8,
    /// People of the ruling house in the other's hands.
    pub captives: u32,
    /// Clauses that the other has broken in what it swore to this court.
    pub broken: u32,
    /// Whether the two are at war.
    pub at_war: bool,
    /// Towns the court holds.
    pub towns: u32,
    /// By whose army it lives.
    pub client: Client,
}

pub use crate::events::Ground;

/// Below this a court that is neither afraid nor tired signs nothing: no sovereign treats for the asking.
const PRIDE: i64 = -28;
/// A lost battle, a lost town, a town under siege, up to four.
const BATTLE: i64 = 2;
/// A court before the other's gates thinks it can have more.
const GATES: i64 = -10;
/// The season at its worst: northern horse from March to August, those who face it from October to January.
const SEASON: i64 = 4;
/// One of the house in the other's hands, up to three.
const CAPTIVE: i64 = 4;

/// What a court's position adds to any paper, part by part.
#[must_use]
pub fn position(p: &Position) -> [(Ground, i64); 7] {
    let pride = clients::pride(PRIDE, p.towns, p.client);
    let client = clients::weight(p.client, p.at_war);
    let (fear, lean) = (i64::from(p.fear), -i64::from(p.lean) / 2);
    if !p.at_war {
        // Between courts at peace nobody presses and nobody gives ground; there is only what the paper says.
        // Between a patron and his client there is no war or peace to lean to.
        let lean = match p.client {
            Client::Patron | Client::OfOther => 0,
            Client::None | Client::OfThird { .. } => lean,
        };
        return [
            (Ground::Fear, fear / 4),
            (Ground::Lean, lean / 4),
            (Ground::Tide, 0),
            (Ground::Season, 0),
            (Ground::Captives, captives(p.captives)),
            (Ground::Pride, pride / 4),
            (Ground::Client, client),
        ];
    }
    // The weaker the town looks, the less is there to be had by talking.
    let gates = if p.at_their_gates {
        GATES - i64::from(p.their_fear) / 8
    } else {
        0
    };
    [
        (Ground::Fear, fear),
        (Ground::Lean, lean),
        (
            Ground::Tide,
            i64::from(p.lost).clamp(-4, 4) * BATTLE + gates,
        ),
        (Ground::Season, season(p.northern, p.faces_horse, p.month)),
        (Ground::Captives, captives(p.captives)),
        (Ground::Pride, pride),
        (Ground::Client, client),
    ]
}

fn captives(n: u32) -> i64 {
    i64::from(n.min(3)) * CAPTIVE
}

/// The season's weight for peace: northern horse wants to be home by summer; who faces it knows that.
#[must_use]
pub const fn season(northern: bool, faces_horse: bool, month: u8) -> i64 {
    let summer = matches!(month, 3..=8);
    let winter = matches!(month, 10..=12 | 1);
    let for_horse = if summer {
        SEASON
    } else if winter {
        -SEASON
    } else {
        0
    };
    match (northern, faces_horse) {
        (true, false) => for_horse,
        (false, true) => -for_horse,
        _ => 0,
    }
}

/// What promises of this court are still worth, percent: each broken clause takes a sixth, and a quarter is always believed.
#[must_use]
pub fn trust_percent(broken: u32) -> i64 {
    (100 - 16 * i64::from(broken.min(10))).max(25)
}

/// A treaty that a court threw over counts for so many broken clauses. Jin's letters of 1126 begin with the oath that Song had declared void in April.
pub const THROWN_OVER: usize = 3;

/// The most that any one sum weighs: what no treasury holds is a promise, and promises can be made beyond it. Song put its seal to five million taels of gold
/// in February 1126 and owned a seventh of it.
const MOST_MONEY: i64 = 12;

/// A sum paid once, beside what is in store.
#[must_use]
pub fn sum(amount: i64, have: i64) -> i64 {
    (amount.saturating_mul(6) / have.max(200_000)).clamp(1, MOST_MONEY)
}

/// A yearly payment: one for each hundred thousand taels' worth, up to ten. The half million units of 1123 were about two hundredths of Song's revenue, and were
/// fought over for their name.
#[must_use]
pub fn yearly(good: Good, amount: i64) -> i64 {
    (in_silver(good, amount) / 100_000).clamp(1, 10)
}

/// What goods are worth in taels of silver, at the rates at which the demands of 1126 were commuted.
#[must_use]
pub const fn in_silver(good: Good, amount: i64) -> i64 {
    match good {
        Good::Gold => amount * 15,
        Good::Silver => amount,
        Good::Silk | Good::Cash => amount / 2,
        Good::Grain => amount / 3,
    }
}

/// A town with walls of 0 to 5, the more where no enemy stands before it: to sign away what nobody has taken is a disgrace besides. "The land was handed down by
/// the ancestors; not a foot of it", the argument against the cessions of 1126 ran. One's seat is not to be had for peace.
#[must_use]
pub fn town(walls: i32, seat: bool, pressed: bool) -> i64 {
    2 + i64::from(walls) + if pressed { 0 } else { UNLOST } + if seat { 60 } else { 0 }
}

/// What a town weighs more with a court that holds it to be its own, lost or never had. Song bought Yanjing and six prefectures in 1123, emptied and not all of
/// what it had asked for, at the price of Liao's payments and a million strings besides, and sent out amnesties and congratulations on it.
pub const LONGED: i64 = 4;

/// What it weighs more that a town is neither lost nor besieged.
const UNLOST: i64 = 2;

/// A person as surety or to be sent home: anybody, one of the ruling house, or the sovereign himself.
#[must_use]
pub const fn person(of_house: bool, reigns: bool) -> i64 {
    match (of_house, reigns) {
        (_, true) => 30,
        (true, false) => 5,
        (false, false) => 3,
    }
}

/// A form of address, to him who must use it. A court in the hands of its war party hates it the more.
#[must_use]
pub fn address(rank: Rank, lean: i32) -> i64 {
    let plain = match rank {
        Rank::Equal => 0,
        Rank::Younger => 1,
        Rank::Nephew => 3,
        Rank::Subject => 12,
    };
    plain * (100 + i64::from(lean.clamp(-80, 100))) / 100
}

/// How well an envoy speaks and listens, 0 to 10: of his skill at court and his skill in affairs.
#[must_use]
pub const fn envoy_skill(intrigue: i32, administration: i32) -> i32 {
    let skill = (intrigue * 3 + administration * 2) / 5;
    if skill > 10 { 10 } else { skill }
}

/// What an envoy's tongue adds to his paper, or takes from it. It moves a court that wavers and no other: He Zhu and Wang Lun carried what had been decided,
/// and carried it well.
#[must_use]
pub fn tongue(skill: i32) -> i64 {
    i64::from((skill - 5).clamp(-3, 3))
}

/// From this skill on an envoy hears which clause was balked at; from the next, what would have moved it.
pub const HEARS_CLAUSE: i32 = 4;
/// From this skill on he hears what would have moved it.
pub const HEARS_SHIFT: i32 = 6;

/// How well he listens who brings a paper of the chancery and is no envoy of name: he sees how a court stands.
pub const BEARER: i32 = 3;

/// What a paper lacked, as its envoy tells it at home: one who hears which clause failed tells it as it was, another only by the ten.
#[must_use]
pub fn rounded(lacked: i64, skill: i32) -> i64 {
    let lacked = lacked.max(0);
    if skill >= HEARS_CLAUSE {
        lacked
    } else {
        (lacked + 9) / 10 * 10
    }
}

/// Chance in a thousand that an envoy promises more than he was told to: a clumsy man, a timid one, one who wants to come home with something.
/// Zhao Liangsi promised two hundred thousand shi in April 1123 where the paper had fifty.
#[must_use]
pub fn overreach_chance(skill: i32, valour: i32) -> u32 {
    u32::try_from((10 - skill) * 18 + (10 - valour) * 8)
        .unwrap_or(0)
        .min(300)
}

/// The sum he promises in place of the one he was told: half as much again, and up to double (`more` in a hundred).
#[must_use]
pub fn overreach_sum(amount: i64, more: u32) -> i64 {
    amount + amount / 100 * i64::from(50 + more.min(50))
}

/// A smaller sum than this is rather struck out than halved.
const LEAST_SUM: i64 = 20_000;

/// The next smaller thing to ask in place of a clause that weighs too much.
#[must_use]
pub fn ease_sum(amount: i64) -> Shift {
    if amount < LEAST_SUM {
        Shift::Strike
    } else {
        Shift::Lower(amount / 2)
    }
}

/// The next lower form of address.
#[must_use]
pub const fn ease_address(rank: Rank) -> Shift {
    match rank {
        Rank::Subject => Shift::Soften(Rank::Nephew),
        Rank::Nephew => Shift::Soften(Rank::Younger),
        Rank::Younger | Rank::Equal => Shift::Strike,
    }
}

/// What it weighs to give up by name one who came over, and to have him. Zhang Jue's head cost Song, in 1124, the trust of everybody who had
/// come over as he had.
pub const DEMANDED: i64 = 4;
/// What it weighs with either side of a war that it ends, or rests: the more, the longer it has gone on. Jin and Song, who would not hear of each other's terms in the
/// first winter, were both ready to be held to some in the sixteenth year; within a scenario of two years it is the difference between one campaign and three.
const QUIET: i64 = 6;
const WEARY_XUN: u16 = 6;
const WEARY_MOST: i64 = 8;

/// What peace or a truce weighs after so many xun of war.
#[must_use]
pub fn quiet(xun: u16) -> i64 {
    QUIET + i64::from(xun / WEARY_XUN).min(WEARY_MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_war_wears_both_sides_to_a_limit() {
        assert!(quiet(0) < quiet(18) && quiet(18) < quiet(40));
        assert_eq!(quiet(54), quiet(400));
    }

    const QUIET: Position = Position {
        fear: 0,
        lean: 0,
        lost: 0,
        at_their_gates: false,
        their_fear: 0,
        northern: false,
        faces_horse: true,
        month: 9,
        captives: 0,
        broken: 0,
        at_war: true,
        towns: 100,
        client: Client::None,
    };

    fn total(p: Position) -> i64 {
        position(&p).iter().map(|(_, w)| w).sum()
    }

    #[test]
    fn fear_defeat_and_captives_make_for_peace_and_a_war_party_against_it() {
        let quiet = total(QUIET);
        assert!(total(Position { fear: 60, ..QUIET }) > quiet);
        assert!(total(Position { lost: 3, ..QUIET }) > quiet);
        assert!(
            total(Position {
                captives: 2,
                ..QUIET
            }) > quiet
        );
        assert!(total(Position { lean: 60, ..QUIET }) < quiet);
        assert!(
            total(Position {
                at_their_gates: true,
                ..QUIET
            }) < quiet
        );
    }

    #[test]
    fn summer_presses_northern_horse_and_winter_those_who_face_it() {
        assert!(season(true, false, 5) > season(true, false, 9));
        assert!(season(true, false, 12) < season(true, false, 9));
        assert!(season(false, true, 12) > season(false, true, 5));
        assert_eq!(season(true, true, 6), 0);
    }

    #[test]
    fn money_weighs_by_what_is_in_store_and_no_sum_weighs_all() {
        assert!(sum(5_000_000, 4_000_000) > sum(500_000, 4_000_000));
        assert_eq!(sum(500_000_000, 1_000_000), MOST_MONEY);
        assert_eq!(trust_percent(0), 100);
        assert_eq!(trust_percent(9), 25);
    }

    #[test]
    fn a_brave_and_able_envoy_keeps_to_his_instructions() {
        assert!(overreach_chance(9, 9) < 40);
        assert!(overreach_chance(2, 2) > 150);
        assert_eq!(overreach_sum(200_000, 50), 400_000);
    }
}
