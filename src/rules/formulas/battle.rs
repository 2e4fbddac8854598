//! Battles in the open: who has how much weight, who wins, and what it costs.

/// Ground on which a battle is fought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Open country, where horse rides down foot.
    Plain,
    /// Hills and passes, where it cannot.
    Hills,
}

/// What one army brings to a battle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Men.
    pub men: u32,
    /// Riders in a hundred.
    pub horse_percent: i32,
    /// 0 to 100.
    pub quality: i32,
    /// 0 to 100.
    pub morale: i32,
    /// The commander's skill, 1 to 10; 3 for none.
    pub command: i32,
    /// Tenths of a xun of food left.
    pub food: i32,
}

/// Weight of horse on the plain: armoured riders with remounts against foot. Seventeen riders scattering two thousand is a tale, but
/// every battle in open country of 1126 went the same way; a factor of two and a half at all-horse reproduces none of the tales and all of the results.
const HORSE_PLAIN: i64 = 150;
/// In hills it hardly counts.
const HORSE_HILLS: i64 = 20;
/// How much of an army's weight an unfed army has left.
const HUNGRY_PERCENT: i64 = 65;

/// The weight of one army, in men of middling quality.
#[must_use]
pub fn weight(army: Weight, ground: Ground) -> i64 {
    let horse = match ground {
        Ground::Plain => HORSE_PLAIN,
        Ground::Hills => HORSE_HILLS,
    };
    let mut w = i64::from(army.men);
    w = w * i64::from(army.quality.max(5)) / 50;
    w = w * (50 + i64::from(army.morale)) / 100;
    w = w * (100 + i64::from(army.horse_percent) * horse / 100) / 100;
    w = w * (70 + 6 * i64::from(army.command)) / 100;
    if army.food <= 0 {
        w = w * HUNGRY_PERCENT / 100;
    }
    w
}

/// Two or more field commands in different hands: each waits for the other. Spring and summer of 1126.
pub const DIVIDED_PERCENT: i64 = 78;
/// A defended crossing or pass multiplies those who hold it.
pub const CROSSING_HELD_PERCENT: i64 = 220;
/// When the bridge and boats are burnt as well.
pub const CROSSING_BURNT_PERCENT: i64 = 320;
/// A relief army that only cuts its way in meets this share of the besiegers: a ring is thin everywhere.
/// Zhang Shuye's thirty thousand came in from the south in December 1126 while two armies lay round the city (lowered from 40 for that).
pub const RING_SHARE_PERCENT: i64 = 25;

/// What a battle costs a side, in men of a hundred: dead and scattered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toll {
    /// Dead in a hundred.
    pub dead: u32,
    /// Scattered in a hundred.
    pub scattered: u32,
    /// Change of morale.
    pub morale: i32,
}

/// The tolls of winner and loser. At Wenshui in August 1126 the relief of Taiyuan lost tens of thousands in a day (tolls raised for that). `ratio` is the winner's weight over the loser's in percent (100 or more); `loser_quality` says
/// how far a beaten army holds together: raw guards dissolve, western veterans withdraw.
#[must_use]
pub fn tolls(ratio: i64, loser_quality: i32) -> (Toll, Toll) {
    let ratio = ratio.clamp(100, 500);
    let even = u32::try_from(500 - ratio).unwrap_or(0);
    let winner = Toll {
        dead: 1 + even / 100,
        scattered: 1,
        morale: 6,
    };
    let rout = u32::try_from((ratio - 100) / 20).unwrap_or(0);
    let raw = u32::try_from((60 - loser_quality).clamp(0, 50)).unwrap_or(0);
    let loser = Toll {
        dead: (7 + rout).min(22),
        scattered: (12 + 2 * rout + raw).min(72),
        morale: -18 - i32::try_from(raw / 3).unwrap_or(0),
    };
    (winner, loser)
}

/// Chance in a thousand that raw troops holding a crossing or standing in the way run before they are touched.
/// The river guards of January and November 1126 did (7,000 and 20,000; then 120,000 before a night of drums).
#[must_use]
pub fn panic_chance(quality: i32, morale: i32, commander_valour: i32) -> u32 {
    if quality >= 45 {
        return 0;
    }
    u32::try_from((45 - quality) * 22 + (50 - morale) * 6 - commander_valour * 18)
        .unwrap_or(0)
        .min(850)
}

/// Chance in a thousand that the commander of a beaten army does not come back. Those who stay with their last hundred men do not.
#[must_use]
pub fn fate_chance(valour: i32, ratio: i64) -> u32 {
    u32::try_from(i64::from(valour) * 34 + (ratio.min(300) - 100))
        .unwrap_or(0)
        .min(600)
}

/// A night attack: what the raiders' weight is multiplied by if the enemy sleeps, and if he has been told.
#[must_use]
pub const fn raid_percent(betrayed: bool) -> i64 {
    if betrayed { 60 } else { 260 }
}

/// Chance in a thousand that a night attack is known beforehand. The raid of February 1126 was talked of in the city for days;
/// one seer had even chosen its date in public.
#[must_use]
pub fn leak_chance(men: u32, besieged_capital: bool) -> u32 {
    let crowd = (men / 40).min(400);
    (250 + crowd + if besieged_capital { 200 } else { 0 }).min(900)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JIN: Weight = Weight {
        men: 20_000,
        horse_percent: 60,
        quality: 85,
        morale: 75,
        command: 9,
        food: 20,
    };
    const GUARDS: Weight = Weight {
        men: 40_000,
        horse_percent: 10,
        quality: 30,
        morale: 50,
        command: 5,
        food: 20,
    };

    #[test]
    fn jin_horse_beats_twice_its_number_of_guards_in_the_open() {
        assert!(weight(JIN, Ground::Plain) > 2 * weight(GUARDS, Ground::Plain));
    }
    #[test]
    fn hills_and_hunger_take_the_edge_off() {
        assert!(weight(JIN, Ground::Hills) * 10 < weight(JIN, Ground::Plain) * 7);
        assert!(weight(Weight { food: 0, ..JIN }, Ground::Plain) < weight(JIN, Ground::Plain));
    }
    #[test]
    fn raw_losers_scatter_and_veterans_withdraw() {
        let (_, raw) = tolls(200, 25);
        let (_, veteran) = tolls(200, 65);
        assert!(raw.scattered > veteran.scattered + 20);
        assert!(panic_chance(25, 40, 4) > 400 && panic_chance(60, 30, 4) == 0);
    }
}
