//! Courts and people: lean, loyalty, defection, obedience, risings, puppets.

use super::clients;
use crate::scenario::language::Rank;

/// How far a court's lean moves in a xun towards those who sit in council: a twelfth of the gap.
#[must_use]
pub const fn lean_drift(lean: i32, council_mean: i32) -> i32 {
    (council_mean - lean) / 12
}

/// What a fallen town costs its court in legitimacy: a prefecture little, the seat its ground, another of its capital cities the more for what stood in it. Liao had
/// five, and each that fell was a reason to go over for those who still served it: the tombs and the first capital in 1120, the central and the western in 1122.
#[must_use]
pub const fn town_lost(level: i32, seat: bool, capital: bool) -> i32 {
    if seat {
        -25
    } else if capital {
        -8
    } else if level >= 4 {
        -4
    } else {
        -1
    }
}

/// What it costs a court in legitimacy to move its seat, by how far the nearest enemy host stands from the old seat and from the new one (none: out of
/// earshot). To run before an enemy is a flight: Kaifeng in January 1126, Yangzhou in February 1129. To go away from where he might come, in quiet, is
/// grumbled at: Jiankang was left for Lin'an in spring 1138. To go towards him, as Gaozong went up to Pingjiang in 1134 and to Jiankang in 1137, costs nothing.
#[must_use]
pub const fn moving_price(from_km: Option<u32>, to_km: Option<u32>) -> i32 {
    match (from_km, to_km) {
        (_, Some(to)) if from_km.is_none() || matches!(from_km, Some(from) if to <= from) => 0,
        (Some(_), _) => FLIGHT,
        (None, _) => MOVED,
    }
}
/// See [`moving_price`].
pub const FLIGHT: i32 = -6;
/// See [`moving_price`].
pub const MOVED: i32 = -1;

/// What it gives a court in legitimacy to win back by arms a town of its own country: what its loss cost. The six prefectures of 1134 and the towns of
/// Henan in the summer of 1140 were proclaimed as the restoration itself.
#[must_use]
pub const fn town_won_back(level: i32, capital: bool) -> i32 {
    -town_lost(level, false, capital)
}
/// What it gives the victor that he has taken a capital city of another's by arms, and the town in which its court sat: who holds the altars may say that Heaven
/// does not.
#[must_use]
pub const fn capital_taken(seat: bool, capital: bool) -> i32 {
    match (seat, capital) {
        (true, _) => 5,
        (false, true) => 2,
        (false, false) => 0,
    }
}
/// Nobody as loyal as this goes over.
pub const LOYAL: i32 = 45;

/// Chance in a thousand that a general goes over in a xun when the enemy stands before him or has beaten him: none above 45 of loyalty,
/// the more the fewer friends he has near. Guo Yaoshi in January 1126, with Zhang Jue's head in his memory.
#[must_use]
pub fn defection_chance(loyalty: i32, beaten: bool, enemy_times: i64) -> u32 {
    if loyalty >= LOYAL {
        return 0;
    }
    let press = i64::from(LOYAL - loyalty) * 18;
    let fear = (enemy_times.clamp(0, 400) - 60).max(0);
    let lost = if beaten { 350 } else { 0 };
    u32::try_from(press + fear + lost).unwrap_or(0).min(950)
}

/// Certain, in a thousand.
pub const CERTAIN: u32 = 1_000;
/// What it weighs with the people of a town that it is their own country which is given away: they would live under the enemy, and their sons serve him.
pub const GIVEN_AWAY: i32 = 40;

/// Xun between two points of legitimacy that come back by themselves: a season.
pub const SEASON_XUN: u16 = 9;
/// To what legitimacy a court comes back by itself: something for standing at all, for a seat in its own hands and not besieged, for a sovereign at liberty, and for
/// what it still holds of its own country. One that lives by another's army stays below. Gaozong's court, chased from town to town in 1129 and 1130, was obeyed
/// in all the south by 1135, without a victory to speak of; Liu Yu's never was.
#[must_use]
pub fn level_of_quiet(seat: bool, at_liberty: bool, held_percent: i32, puppet: bool) -> i32 {
    20 + if seat { 15 } else { 0 }
        + if at_liberty { 10 } else { 0 }
        + held_percent.clamp(0, 100) / 5
        - if puppet { 25 } else { 0 }
}

/// What it costs a court in legitimacy to sign a town away: its own country much, the three garrisons of 1126 and Tang and Deng of 1141; country that it only
/// occupies nothing, but for the great cities it was won for: Jin's council was split over Henan in 1138, and it was the princes who paid.
#[must_use]
pub const fn cession_price(own_country: bool, level: i32) -> i32 {
    if own_country {
        -2
    } else if level >= 4 {
        -1
    } else {
        0
    }
}
/// What a court gains in legitimacy by a town of its own country that is given back to it: for Henan in 1139 there was an amnesty, and a visit to the tombs.
pub const GIVEN_BACK: i32 = 1;
/// So much readier is a town to open for each time in these years that it changed hands, and it is counted so often at the most. The towns of Henan, which had been
/// Song's, Qi's, Jin's and Song's again, opened one after another to whoever came in May 1140; Tang and Deng were handed over in 1142 without a hand raised.
pub const CHANGED_HANDS: u32 = 200;
/// See [`CHANGED_HANDS`].
pub const CHANGED_MOST: usize = 2;

/// Chance in a thousand that a town obeys an order to open its gates to the enemy in peace: "the towns of Hebei and Hedong bar their gates;
/// only Shizhou opened in months of orders". The order of a court that is obeyed weighs more; a garrison with food and heart refuses.
#[must_use]
pub fn cession_obeys(
    legitimacy: i32,
    morale: i32,
    stores_xun: i32,
    unrest_if_lost: i32,
    changed_hands: usize,
) -> u32 {
    let used_to_it = CHANGED_HANDS as i32 * changed_hands.min(CHANGED_MOST) as i32;
    u32::try_from(140 + used_to_it + legitimacy * 2 - morale * 4 - stores_xun * 4 - unrest_if_lost)
        .unwrap_or(0)
        .clamp(10, 700)
}

/// Change of resistance in a xun in country held by another: it grows while the garrison is thin and the old court lives, and dies down slowly under a strong one.
#[must_use]
pub fn unrest_change(unrest: i32, garrison: u32, need: u32, old_legitimacy: i32) -> i32 {
    let thin = garrison < need;
    if thin {
        (1 + old_legitimacy / 30).min(100 - unrest)
    } else if unrest > 20 {
        -2
    } else {
        0
    }
}

/// Men who must sit in a country to keep it quiet: one to each sixty households.
#[must_use]
pub const fn occupation_need(households: u32) -> u32 {
    let need = households / 60;
    if need < 300 { 300 } else { need }
}

/// Chance in a thousand of a rising in a xun.
#[must_use]
pub fn rising_chance(unrest: i32, garrison: u32) -> u32 {
    if unrest < 55 {
        return 0;
    }
    u32::try_from((unrest - 50) * 5 - i32::try_from(garrison / 200).unwrap_or(i32::MAX / 2))
        .unwrap_or(0)
        .min(250)
}

/// So many men of a puppet's own make its throne one permille the safer in a xun. Liu Yu's forty to sixty thousand held Henan for months at a time with no Jin host
/// nearer than Daming; what ended him was a patron who rode in. The twenty-six thousand of his first winter hold it alone at a legitimacy of 32 with the
/// old house at large, and at 25 for fifteen xun.
pub const OWN_MEN_A_PERMILLE: u32 = 60;

/// Chance in a thousand that a puppet's throne falls back in a xun: it lives as long as the army behind it. `own_men`: those near its seat, and half of those
/// that it has elsewhere, who would have to be disbanded by somebody.
#[must_use]
pub fn puppet_falls(
    patron_men_near: u32,
    own_men: u32,
    legitimacy: i32,
    old_house_at_large: bool,
) -> u32 {
    if patron_men_near >= clients::PROP_MEN {
        return 0;
    }
    // Zhang Bangchang sent the seal to a prince of the old house within ten days of the army's leaving (16 to 23 May 1127): nobody in the
    // city would have fought for his throne. Liu Yu's of 1130 had troops of its own, and fell in 1137 to its patron and not to Song.
    let heir = if old_house_at_large { 250 } else { 60 };
    let guarded = i32::try_from(own_men / OWN_MEN_A_PERMILLE).unwrap_or(i32::MAX);
    u32::try_from(500 + heir - legitimacy * 10 - guarded).unwrap_or(0)
}

/// Loyalty that the dismissal of a man of this reputation (command plus loyalty in tens) costs his colleagues in arms.
#[must_use]
pub fn dismissal_shock(command: i32, loyalty: i32) -> i32 {
    if command >= 6 && loyalty >= 60 { -3 } else { 0 }
}

/// What a form of address that places another above the sovereign costs his court in legitimacy. Nobody minded a brother's letters to Liao;
/// the "subject" of 1127 and 1141 was held against those who wrote it for as long as there was a Song.
#[must_use]
pub const fn address_price(rank: Rank) -> i32 {
    match rank {
        Rank::Equal | Rank::Younger => 0,
        Rank::Nephew => -2,
        Rank::Subject => -6,
    }
}

/// How many km further an envoy goes rather than one km through the country of somebody who is at war with either court. Ma Zheng sailed
/// from Dengzhou to the coast of Liaodong in 1118, for the road by Yanjing was Liao's; the envoys of 1128 to the captive emperors asked Goryeo
/// for a passage. Nobody went by Nanzhao: the way round has its bounds.
pub const HOSTILE_KM_PRICE: u32 = 6;

/// How likely a letter is taken that must pass this many km of another court's country, in thousandths.
#[must_use]
pub fn interception_chance(hostile_km: u32) -> u32 {
    (hostile_km * 9 / 10).min(900)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_beaten_man_without_friends_goes_over_and_a_loyal_one_does_not() {
        assert!(defection_chance(25, true, 150) > 600);
        assert_eq!(defection_chance(80, true, 400), 0);
    }
    #[test]
    fn well_found_towns_refuse_to_be_ceded() {
        assert!(cession_obeys(50, 60, 20, 40, 0) < 50);
        assert!(cession_obeys(50, 15, 1, 10, 0) > 150);
        assert!(cession_obeys(40, 60, 8, 40, 2) > 200);
    }
    #[test]
    fn a_court_that_sits_safe_is_obeyed_again_and_a_puppet_less() {
        assert_eq!(level_of_quiet(true, true, 100, false), 65);
        assert!(level_of_quiet(true, true, 60, false) > level_of_quiet(false, true, 60, false));
        assert!(level_of_quiet(true, true, 100, true) <= 40);
    }
    #[test]
    fn a_puppet_lives_by_the_army_behind_it() {
        assert_eq!(puppet_falls(60_000, 0, 15, true), 0);
        let bare = puppet_falls(0, 500, 15, true);
        assert!((400..700).contains(&bare), "{bare}");
        assert!(puppet_falls(0, 30_000, 15, true) < bare && puppet_falls(0, 500, 15, false) < bare);
    }
}
