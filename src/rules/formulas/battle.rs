//! Battles in the open: who has how much weight, who wins, and what it costs.

/// Ground on which a battle is fought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Open country, where horse rides down foot.
    Plain,
    /// Hills and passes, where it cannot.
    Hills,
    /// Paddies, dikes and creeks of the Huai and the Yangzi, or country under water: horse keeps to the causeways.
    Wet,
}

/// What the season does to horse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Footing {
    /// Nothing.
    Firm,
    /// Summer heat south of the cool country, 1 to 100: remounts sicken and armour is not borne.
    Heat(i32),
    /// Frozen ground and shallow ice: wet country bears horse as the plain does, less surely.
    Ice,
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
    /// Xun it has held its place, 0 to [`DUG_MOST`].
    pub dug_in: u8,
    /// What its powder weapons add, in a hundred.
    pub powder: i32,
}

/// What an army meets: the ground, the season, and how the enemy stands on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The ground.
    pub ground: Ground,
    /// The season.
    pub footing: Footing,
    /// How much of the shock of horse the enemy's foot lets through, in a hundred: [`shock_percent`].
    pub shock: i32,
    /// Riders in a hundred of the enemy: what arrays of spear and crossbow are for.
    pub enemy_horse: i32,
}

impl Meeting {
    /// The same ground in a fair season, against men who give way before horse: for a reckoning without an enemy in sight.
    #[must_use]
    pub const fn on(ground: Ground) -> Self {
        Self {
            ground,
            footing: Footing::Firm,
            shock: 100,
            enemy_horse: 0,
        }
    }
}

/// Weight of horse on the plain: armoured riders with remounts against foot. Seventeen riders scattering two thousand is a tale, but
/// every battle in open country of 1126 went the same way; a factor of two and a half at all-horse reproduces none of the tales and all of the results.
const HORSE_PLAIN: i64 = 150;
/// In hills it hardly counts.
const HORSE_HILLS: i64 = 20;
/// Between paddies and dikes it goes in file: Shunchang and the Huai towns of 1140, where riders were unhorsed on soft ground.
const HORSE_WET: i64 = 40;
/// What ice leaves of the plain: a fall costs a horse.
const HORSE_ICE: i64 = 110;
/// In the worst of the summer half of what horse does is gone: Liu Qi let the riders of Shunchang stand in armour in the sun of July 1140.
const HEAT_TAKES: i64 = 50;
/// How much of an army's weight an unfed army has left.
const HUNGRY_PERCENT: i64 = 65;
/// Xun after which a camp is as strong as it gets.
pub const DUG_MOST: u8 = 3;
/// What each xun of ditches, carts and abatis adds to steady foot, in a hundred: the camps of Heshangyuan (1131) and Xianrenguan (1134)
/// stood on ground that was chosen and worked for weeks. Raw men gain a third of it.
const DUG_STEP: i64 = 15;
/// Steadiness at which foot begins to stand before horse, and at which it lets through only [`SHOCK_LEAST`].
const STEADY_FROM: i32 = 48;
const STEADY_FULL: i32 = 76;
/// The least of the shock that any foot lets through, in a hundred.
const SHOCK_LEAST: i32 = 15;
/// Most that spear and crossbow add to steady foot against an army of riders only where riders can ride, in a hundred: the standing arrays (疊陣) of Wu Jie and
/// his brother, shooting by turns behind long spears.
const ARRAY: i64 = 65;

/// How steady men are, 0 to 100: skill and heart together.
#[must_use]
pub fn steadiness(quality: i32, morale: i32) -> i32 {
    (quality * (50 + morale) / 125).clamp(0, 100)
}

/// How much of the shock of horse gets through to foot of this steadiness that has held its place so long, in a hundred.
/// The raw guards of 1126 let all of it through; the armies of 1140 on ground of their own choosing little.
#[must_use]
pub fn shock_percent(steady: i32, dug_in: u8) -> i32 {
    let stood = (steady - STEADY_FROM).clamp(0, STEADY_FULL - STEADY_FROM);
    let open = 100 - (100 - SHOCK_LEAST) * stood / (STEADY_FULL - STEADY_FROM);
    // A ditch stops horse whoever stands behind it, if he stands.
    let ditch = if steady >= STEADY_FROM { 25 } else { 8 };
    (open * (100 - ditch * i32::from(dug_in.min(DUG_MOST))) / 100).max(SHOCK_LEAST / 3)
}

/// The weight of horse on this ground in this season, in a hundred at all-horse.
#[must_use]
pub fn horse_weight(ground: Ground, footing: Footing) -> i64 {
    let base = match (ground, footing) {
        (Ground::Hills, _) => HORSE_HILLS,
        (Ground::Wet, Footing::Ice) => HORSE_ICE,
        (Ground::Wet, _) => HORSE_WET,
        (Ground::Plain, _) => HORSE_PLAIN,
    };
    match footing {
        Footing::Heat(heat) => base * (100 - HEAT_TAKES * i64::from(heat) / 100) / 100,
        _ => base,
    }
}

/// What an army's men are multiplied by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// How good they are.
    Quality,
    /// Their heart.
    Morale,
    /// Their horse, on this ground, in this season, against this enemy.
    Horse,
    /// Spear and crossbow against the enemy's horse.
    Array,
    /// What they have dug.
    Camp,
    /// Their powder weapons.
    Powder,
    /// Who leads them.
    Command,
    /// Food.
    Food,
}

/// The factors of an army's weight, each in a hundred.
#[must_use]
pub fn factors(army: Weight, meeting: Meeting) -> [(Factor, i64); 8] {
    let lie = horse_weight(meeting.ground, meeting.footing);
    let horse = i64::from(army.horse_percent) * (lie * i64::from(meeting.shock) / 100) / 100;
    let full = i64::from(STEADY_FULL - STEADY_FROM);
    let steady = i64::from(steadiness(army.quality, army.morale) - STEADY_FROM).clamp(0, full);
    let foot = 100 - i64::from(army.horse_percent);
    let array = ARRAY * steady / full * i64::from(meeting.enemy_horse) / 100 * lie / HORSE_PLAIN;
    let dug = DUG_STEP * i64::from(army.dug_in.min(DUG_MOST)) * if steady > 0 { 3 } else { 1 } / 3;
    [
        (Factor::Quality, i64::from(army.quality.max(5)) * 2),
        (Factor::Morale, 50 + i64::from(army.morale)),
        (Factor::Horse, 100 + horse),
        (Factor::Array, 100 + array * foot / 100),
        (Factor::Camp, 100 + dug * foot / 100),
        (Factor::Powder, 100 + i64::from(army.powder)),
        (Factor::Command, 70 + 6 * i64::from(army.command)),
        (
            Factor::Food,
            if army.food <= 0 { HUNGRY_PERCENT } else { 100 },
        ),
    ]
}

/// The weight of one army, in men of middling quality.
#[must_use]
pub fn weight(army: Weight, meeting: Meeting) -> i64 {
    factors(army, meeting)
        .into_iter()
        .fold(i64::from(army.men), |w, (_, percent)| w * percent / 100)
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

impl Toll {
    /// So much of it as falls on an army of which only a share was there, in a hundred.
    #[must_use]
    pub const fn part(self, share: i64) -> Self {
        Self {
            dead: self.dead * share as u32 / 100,
            scattered: self.scattered * share as u32 / 100,
            morale: self.morale * share as i32 / 100,
        }
    }
}

/// The tolls of winner and loser. At Wenshui in August 1126 the relief of Taiyuan lost tens of thousands in a day (tolls raised for that).
/// `ratio` is the winner's weight over the loser's in percent (100 or more); `loser_quality` says how far a beaten army holds together: raw
/// guards dissolve, western veterans withdraw; `pursuit` is what the chase takes, in a hundred of what horse takes on the open plain
/// ([`super::pursuit::percent`]).
#[must_use]
pub fn tolls(ratio: i64, loser_quality: i32, pursuit: u32) -> (Toll, Toll) {
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
        dead: (4 + (3 + rout) * pursuit / 100).min(22),
        scattered: (4 + (8 + 2 * rout) * pursuit / 100 + raw).min(72),
        morale: -18 - i32::try_from(raw / 3).unwrap_or(0),
    };
    (winner, loser)
}

/// Xun a beaten army needs before it can be led anywhere, by what the day took of it in a hundred: after Yao Gu's and Zhong Shizhong's defeats of
/// June 1126 the relief of Taiyuan was not tried again until August.
#[must_use]
pub const fn rally_xun(lost_percent: u32) -> u16 {
    match lost_percent {
        0..=29 => 0,
        30..=44 => 1,
        45..=59 => 2,
        _ => 3,
    }
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

/// What an army must lose in a hundred for its commander to be as likely lost as his valour says, and how large it may be for that.
const ROUTED: i64 = 40;
const HOST: i64 = 15_000;

/// Chance in a thousand that the commander of a beaten army does not come back. Those who stay with their last hundred men do not: Yang Zaixing and his three
/// hundred at Xiaoshang Bridge in 1140. The head of a great host is behind it and is carried off with it: Wuzhu was beaten at Heshangyuan, at Xianren
/// Pass, at Shunchang and at Yancheng, was twice wounded, and died in his bed in 1148 (dossier 06). So it goes with what the army lost of itself, in a hundred,
/// and less with its size.
#[must_use]
pub fn fate_chance(valour: i32, ratio: i64, lost_percent: u32, men: u32) -> u32 {
    let stays = i64::from(valour) * 34 + (ratio.min(300) - 100);
    let rout = (i64::from(lost_percent) * 100 / ROUTED).min(120);
    let size = (HOST * 100 / i64::from(men.max(1))).clamp(25, 100);
    u32::try_from(stays * rout * size / 10_000)
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

    #[test]
    fn the_last_three_hundred_stay_and_the_head_of_a_host_is_carried_off() {
        let last = fate_chance(10, 300, 70, 900);
        let host = fate_chance(9, 150, 25, 40_000);
        let repulsed = fate_chance(9, 110, 10, 12_000);
        assert!(last >= 500, "{last}");
        assert!(host < 100 && repulsed < 100, "{host} {repulsed}");
        assert!(fate_chance(2, 150, 40, 8_000) < fate_chance(9, 150, 40, 8_000));
    }

    const JIN: Weight = Weight {
        men: 20_000,
        horse_percent: 60,
        quality: 85,
        morale: 75,
        command: 9,
        food: 20,
        dug_in: 0,
        powder: 0,
    };
    const GUARDS: Weight = Weight {
        men: 40_000,
        horse_percent: 10,
        quality: 30,
        morale: 50,
        command: 5,
        food: 20,
        dug_in: 0,
        powder: 0,
    };

    const TRAINED: Weight = Weight {
        men: 20_000,
        horse_percent: 12,
        quality: 70,
        morale: 75,
        command: 8,
        ..GUARDS
    };

    fn against(enemy: Weight, ground: Ground) -> Meeting {
        Meeting {
            shock: shock_percent(steadiness(enemy.quality, enemy.morale), enemy.dug_in),
            enemy_horse: enemy.horse_percent,
            ..Meeting::on(ground)
        }
    }

    #[test]
    fn jin_horse_beats_twice_its_number_of_guards_in_the_open() {
        let jin = weight(JIN, against(GUARDS, Ground::Plain));
        assert!(jin > 2 * weight(GUARDS, against(JIN, Ground::Plain)));
    }
    #[test]
    fn hills_water_heat_and_hunger_take_the_edge_off() {
        let on = |ground| weight(JIN, Meeting::on(ground));
        assert!(on(Ground::Hills) * 10 < on(Ground::Plain) * 7);
        assert!(on(Ground::Hills) < on(Ground::Wet) && on(Ground::Wet) < on(Ground::Plain));
        let hungry = weight(Weight { food: 0, ..JIN }, Meeting::on(Ground::Plain));
        assert!(hungry < on(Ground::Plain));
        let july = horse_weight(Ground::Plain, Footing::Heat(90));
        assert!(july < horse_weight(Ground::Plain, Footing::Firm));
        assert!(
            horse_weight(Ground::Wet, Footing::Ice) > 2 * horse_weight(Ground::Wet, Footing::Firm)
        );
    }
    #[test]
    fn trained_foot_that_has_dug_in_outweighs_horse_and_raw_men_never_do() {
        let dug = Weight {
            dug_in: DUG_MOST,
            ..TRAINED
        };
        let outweighs = |foot: Weight| {
            weight(foot, against(JIN, Ground::Plain)) > weight(JIN, against(foot, Ground::Plain))
        };
        assert!(!outweighs(TRAINED) && outweighs(dug));
        let raw = Weight {
            men: 20_000,
            dug_in: DUG_MOST,
            ..GUARDS
        };
        assert!(!outweighs(raw));
    }
    #[test]
    fn raw_losers_scatter_and_veterans_withdraw() {
        let (_, raw) = tolls(200, 25, 100);
        let (_, veteran) = tolls(200, 65, 100);
        assert!(raw.scattered > veteran.scattered + 20);
        assert!(panic_chance(25, 40, 4) > 400 && panic_chance(60, 30, 4) == 0);
    }
    #[test]
    fn whoever_is_not_pursued_loses_less_and_rallies_sooner() {
        let ((_, ridden), (_, left)) = (tolls(200, 50, 120), tolls(200, 50, 30));
        assert!(ridden.dead > left.dead && ridden.scattered > left.scattered);
        assert!(rally_xun(ridden.dead + ridden.scattered) > rally_xun(left.dead + left.scattered));
    }
}
