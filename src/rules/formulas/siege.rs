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
    /// What the powder weapons within add, in a hundred.
    pub powder: i32,
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
    /// Whether a moat full of water lies before the wall, and does not bear.
    pub moat: bool,
    /// What the powder weapons of the stormers add, in a hundred.
    pub powder: i32,
}

/// Works that have filled a moat. At Kaifeng in December 1126 the Jin filled it at one corner under the fire of a hundred engines before they
/// brought a tower up.
pub const MOAT_FILLED: i32 = 20;
/// What a moat that is not filled leaves of a storm, in a hundred.
const MOAT_PERCENT: i64 = 90;

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
    w = w * (100 + i64::from(wall.powder)) / 100;
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
    w = w * (50 + i64::from(storm.works)) / 100;
    w = w * (100 + i64::from(storm.powder)) / 100;
    if storm.moat && storm.works < MOAT_FILLED {
        w * MOAT_PERCENT / 100
    } else {
        w
    }
}

/// How far the works come on in a xun: with the train and the hands, against one who mines, burns and throws back (`skill`: his skill in command, or
/// two thirds of that in administration: Chen Gui, who held De'an in 1132, was a civil official) and what he has to burn them with.
#[must_use]
pub fn works_gain(engines: i32, men: u32, skill: Option<i32>, walls: i32, powder: i32) -> i32 {
    let hands = i32::try_from(men / 10_000).unwrap_or(10).min(8);
    (engines / 4 + hands - skill.unwrap_or(0) - walls / 120 - powder / 6).max(1)
}

/// What engines beat out of the walls in a xun, of 500: a train of thirty at Taiyuan threw stones larger than bushels day and night. Works bring them near;
/// powder adds to them.
#[must_use]
pub fn breach(engines: i32, works: i32, powder: i32) -> i32 {
    (engines / 8 + works / 25 + powder / 4).max(0)
}

/// What is mended behind the breaches in a xun: by night, by one who knows how to set people to work, if there are men for it (`manned`: men in a hundred of those the circuit
/// needs). Wang Bing built a second wall inside the first at Taiyuan.
#[must_use]
pub fn repair(administration: Option<i32>, manned: u32) -> i32 {
    let hands = i32::try_from(manned.min(100)).unwrap_or(100);
    administration.unwrap_or(0).max(0) * 3 / 4 * hands / 100
}

/// Chance in a thousand that a garrison comes out by night to burn the works, in a xun: a bold captain, men with heart, works worth burning.
#[must_use]
pub fn sortie_chance(valour: i32, morale: i32, works: i32) -> u32 {
    if morale < 40 || works < MOAT_FILLED {
        return 0;
    }
    u32::try_from((valour - 5) * 35 + (works - MOAT_FILLED))
        .unwrap_or(0)
        .min(250)
}

/// Chance in a thousand that it succeeds: skill and powder within against the skill of the watch without.
#[must_use]
pub fn sortie_succeeds(quality: i32, watch: i32, powder: i32) -> u32 {
    u32::try_from(500 + (quality - watch) * 8 + powder * 8)
        .unwrap_or(0)
        .clamp(100, 850)
}

/// Works that a sortie burns if it succeeds.
pub const SORTIE_BURNS: i32 = 8;
/// Men of the garrison who go out, in a hundred, and of those who do not come back if it fails.
pub const SORTIE_MEN: u32 = 12;
/// What a sortie costs the garrison in a hundred when it succeeds, and when it fails.
pub const SORTIE_COSTS: (u32, u32) = (1, 5);

/// Change of a closely besieged garrison's morale in a xun: time, cold, hunger, and a captain worth following.
#[must_use]
pub fn wear(stores_left: i32, cold: i32, captain_valour: Option<i32>, quality: i32) -> i32 {
    let hunger = if stores_left <= 0 { -9 } else { 0 };
    let heart = captain_valour.map_or(-2, |v| (v - 6) / 2);
    let frost = -(cold / 12) * if quality < 45 { 3 } else { 1 } / 2;
    hunger + heart + frost - 2
}

/// The morale to which a city comes back whose court has left it. "Once the carriage has gone the people have nothing to hold to": Li Gang in January 1126;
/// Yangzhou in 1129 was not held for a day after the emperor rode out of it.
pub const FORSAKEN_MORALE: i32 = 20;

/// Men in a hundred that hunger takes in a xun once the stores are gone.
pub const HUNGER_DEAD_PERCENT: u32 = 6;

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
            powder: 0,
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
            moat: true,
            powder: 0,
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
            moat: true,
            powder: 0,
        };
        assert!(storm(attack) > 3 * defence(wall));
    }
    #[test]
    fn hunger_breaks_the_heart() {
        assert!(wear(0, 0, Some(10), 60) < wear(10, 0, Some(10), 60));
    }
    #[test]
    fn a_moat_counts_until_it_is_filled_and_powder_on_either_side() {
        let attack = Storm {
            men: 30_000,
            quality: 80,
            morale: 70,
            command: 8,
            engines: 30,
            works: MOAT_FILLED - 1,
            moat: true,
            powder: 0,
        };
        let dry = Storm {
            moat: false,
            ..attack
        };
        let filled = |storm_of: Storm| {
            storm(Storm {
                works: MOAT_FILLED,
                ..storm_of
            })
        };
        assert!(storm(attack) < storm(dry));
        assert_eq!(filled(attack), filled(dry));
        assert!(
            storm(Storm {
                powder: 20,
                ..attack
            }) > storm(attack)
        );
        let walls = kaifeng_1126();
        assert!(
            defence(Wall {
                powder: 10,
                ..walls
            }) > defence(walls)
        );
    }
    #[test]
    fn an_able_official_mends_by_night_what_engines_break_by_day() {
        let lost = |administration, manned| breach(30, 20, 0) - repair(administration, manned);
        assert!(lost(None, 100) > lost(Some(8), 100));
        assert!(lost(Some(8), 100) <= 0 && lost(Some(8), 30) > 0);
        assert!(works_gain(60, 40_000, Some(9), 400, 18) < works_gain(60, 40_000, Some(9), 400, 0));
    }
    #[test]
    fn only_men_with_heart_come_out_and_lances_help_them() {
        assert_eq!(sortie_chance(9, 30, 60), 0);
        assert!(sortie_chance(9, 70, 40) > sortie_chance(6, 70, 40));
        assert!(sortie_succeeds(55, 75, 18) > sortie_succeeds(55, 75, 0));
    }
}
