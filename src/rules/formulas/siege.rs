//! Sieges: the ring, the works, hunger, the storm and the opened gate.

/// Men the walls of a town need to be held all round, by their strength (0 to 5). A capital's walls are longer: 12,000 a side at Kaifeng by Li Gang's count.
#[must_use]
pub const fn walls_need(level: i32, capital: bool) -> u32 {
    if capital {
        return 48_000;
    }
    match level {
        5 => 9_000,
        4 => 6_000,
        3 => 4_000,
        2 => 2_500,
        _ => 1_000,
    }
}

/// Men a ring needs to be tight. Taiyuan was closed by "several tens of thousands" spread over ten counties; Kaifeng never wholly before December 1126.
#[must_use]
pub const fn ring_need(level: i32, capital: bool) -> u32 {
    if capital {
        50_000
    } else {
        walls_need(level, false) + 3_000
    }
}

/// What a defender brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wall {
    /// Men within, garrison and armies.
    pub men: u32,
    /// Men needed to hold the circuit.
    pub need: u32,
    /// 0 to 100.
    pub quality: i32,
    /// 0 to 100.
    pub morale: i32,
    /// State of the walls, 0 to 500.
    pub walls: i32,
    /// Skill of whoever answers for them, 1 to 10; none when nobody does.
    pub captain: Option<i32>,
    /// Cold on them, 0 to 100: frozen moats, men dying at their posts.
    pub cold: i32,
    /// A gate stands open.
    pub gate_open: bool,
}

/// What a besieger brings to a storm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Storm {
    /// Men.
    pub men: u32,
    /// 0 to 100.
    pub quality: i32,
    /// 0 to 100.
    pub morale: i32,
    /// The best commander's skill, 1 to 10.
    pub command: i32,
    /// Engines and men who know their use, 0 to 100.
    pub engines: i32,
    /// How far the works are, 0 to 100.
    pub works: i32,
}

/// With nobody answering for the walls, ninety officers each command a stretch. Kaifeng, December 1126.
const NO_CAPTAIN_PERCENT: i64 = 80;
/// An open gate undoes the wall where it stands.
const GATE_OPEN_PERCENT: i64 = 35;

/// The weight of a defence.
#[must_use]
pub fn defence(wall: Wall) -> i64 {
    let used = i64::from(wall.men.min(wall.need));
    // Men beyond the need are a reserve: a third counts.
    let reserve = i64::from(wall.men.saturating_sub(wall.need)) / 3;
    // A circuit half manned is more than half as weak: the besieger chooses where.
    let thin = if wall.men < wall.need {
        60 + 40 * i64::from(wall.men) / i64::from(wall.need.max(1))
    } else {
        100
    };
    let mut w = (used + reserve.min(used)) * thin / 100;
    w = w * i64::from(wall.quality.max(10)) / 50;
    w = w * (40 + i64::from(wall.morale)) / 100;
    w = w * (100 + i64::from(wall.walls)) / 100;
    w = match wall.captain {
        Some(skill) => w * (85 + 5 * i64::from(skill)) / 100,
        None => w * NO_CAPTAIN_PERCENT / 100,
    };
    w = w * (100 - i64::from(wall.cold) / 4) / 100;
    if wall.gate_open {
        w * GATE_OPEN_PERCENT / 100
    } else {
        w
    }
}

/// The weight of a storm. Without works it is ladders only: Wolibu's of February 1126 broke on the northern gates in a day.
#[must_use]
pub fn storm(storm: Storm) -> i64 {
    let mut w = i64::from(storm.men);
    w = w * i64::from(storm.quality) / 50;
    w = w * (50 + i64::from(storm.morale)) / 100;
    w = w * (75 + 5 * i64::from(storm.command)) / 100;
    w = w * (60 + i64::from(storm.engines) / 2) / 100;
    w * (50 + i64::from(storm.works)) / 100
}

/// How far the works come on in a xun: with the train and the hands, against a captain who mines, burns and throws back.
#[must_use]
pub fn works_gain(engines: i32, men: u32, captain: Option<i32>, walls: i32) -> i32 {
    let hands = i32::try_from(men / 10_000).unwrap_or(10).min(8);
    (engines / 4 + hands - captain.unwrap_or(0) - walls / 120).max(1)
}

/// Change of a closely besieged garrison's morale in a xun: time, cold, hunger, and a captain worth following.
#[must_use]
pub fn wear(stores_left: i32, cold: i32, captain_valour: Option<i32>, quality: i32) -> i32 {
    let hunger = if stores_left <= 0 { -9 } else { 0 };
    let heart = captain_valour.map_or(-2, |v| (v - 6) / 2);
    let frost = -(cold / 12) * if quality < 45 { 3 } else { 1 } / 2;
    hunger + heart + frost - 2
}

/// Men in a hundred that hunger takes in a xun once the stores are gone.
pub const HUNGER_DEAD_PERCENT: u32 = 6;

/// Chance in a thousand that a gate is opened from within, or a commander treats for himself.
#[must_use]
pub fn treachery_chance(captain_loyalty: Option<i32>, morale: i32, stores_left: i32) -> u32 {
    let doubt = (45 - captain_loyalty.unwrap_or(45)).max(0) * 8;
    let despair = (18 - morale).max(0) * 14;
    let hunger = if stores_left <= 0 { 20 } else { 0 };
    u32::try_from(doubt + despair + hunger)
        .unwrap_or(0)
        .min(700)
}

/// What a failed storm costs the stormers, men in a hundred, by how near it came (`ratio` attack over defence in percent).
#[must_use]
pub fn repulse_percent(ratio: i64) -> u32 {
    u32::try_from((14 - ratio / 12).clamp(5, 12)).unwrap_or(8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kaifeng_1126() -> Wall {
        Wall {
            men: 88_000,
            need: 48_000,
            quality: 35,
            morale: 60,
            walls: 500,
            captain: Some(8),
            cold: 35,
            gate_open: false,
        }
    }

    #[test]
    fn ladders_alone_do_not_take_kaifeng() {
        let attack = Storm {
            men: 55_000,
            quality: 85,
            morale: 75,
            command: 8,
            engines: 25,
            works: 8,
        };
        assert!(storm(attack) < defence(kaifeng_1126()));
    }
    #[test]
    fn a_frozen_leaderless_wall_with_a_gate_open_falls() {
        let wall = Wall {
            men: 60_000,
            quality: 32,
            morale: 20,
            captain: None,
            cold: 75,
            gate_open: true,
            ..kaifeng_1126()
        };
        let attack = Storm {
            men: 100_000,
            quality: 82,
            morale: 75,
            command: 9,
            engines: 60,
            works: 60,
        };
        assert!(storm(attack) > 3 * defence(wall));
    }
    #[test]
    fn hunger_breaks_the_heart_and_then_the_gate() {
        assert!(wear(0, 0, Some(10), 60) < wear(10, 0, Some(10), 60));
        assert!(treachery_chance(Some(20), 50, 10) > treachery_chance(Some(90), 50, 10));
    }
}
