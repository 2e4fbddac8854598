//! Pursuit: what a beaten army loses after the battle, on the road.

use super::battle::Ground;

/// What lies behind a beaten army.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Behind {
    /// Open road.
    Road,
    /// Walls of its own within a day's march: the pursuers turn back before the bows on them.
    Walls,
    /// A great river with boats or a bridge.
    Bridge,
    /// A great river without: its own burnt bridge, or none. Men drown.
    Water,
}

/// A chase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chase {
    /// Riders of the winner.
    pub riders: u32,
    /// Men of the beaten.
    pub fleeing: u32,
    /// Riders in a hundred of the beaten: whoever is mounted gets away.
    pub mounted: i32,
    /// The ground.
    pub ground: Ground,
    /// Heat, 0 to 100: horses cannot be pressed.
    pub heat: i32,
    /// Whether the winner's food is gone: men fall to plundering the camp.
    pub hungry: bool,
    /// Whether darkness covers the beaten.
    pub night: bool,
    /// What lies behind them.
    pub behind: Behind,
}

/// What foot alone takes in a chase, in a hundred of what horse takes on the open plain.
const ON_FOOT: i64 = 55;
/// What a chase may come to at the least and at the most.
const LEAST: i64 = 15;
const MOST: i64 = 170;

/// What the chase takes, in a hundred of what a horse army takes of foot on the open plain. The wins of Song foot on the western passes in 1131
/// and 1134 were followed by no such chase: it had no horse to send.
#[must_use]
pub fn percent(chase: Chase) -> u32 {
    let riders = i64::from(chase.riders) * 100 / i64::from(chase.fleeing.max(1));
    let press = riders.min(60);
    let mut p = ON_FOOT
        + match chase.ground {
            Ground::Plain => press,
            Ground::Wet | Ground::Hills => press * 2 / 5,
        };
    p -= i64::from(chase.mounted) / 2;
    p -= press * i64::from(chase.heat) / 250;
    if chase.hungry {
        p -= 25;
    }
    if chase.night {
        p -= 30;
    }
    p += match chase.behind {
        Behind::Road => 0,
        Behind::Walls => -30,
        Behind::Bridge => 10,
        Behind::Water => 60,
    };
    u32::try_from(p.clamp(LEAST, MOST)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIDDEN: Chase = Chase {
        riders: 12_000,
        fleeing: 20_000,
        mounted: 8,
        ground: Ground::Plain,
        heat: 0,
        hungry: false,
        night: false,
        behind: Behind::Road,
    };

    #[test]
    fn horse_on_the_plain_takes_most_and_foot_in_hills_least() {
        let on_foot = Chase {
            riders: 500,
            ground: Ground::Hills,
            ..RIDDEN
        };
        assert!(percent(RIDDEN) >= 90 && percent(on_foot) <= 60);
    }
    #[test]
    fn walls_night_and_hunger_save_and_a_burnt_bridge_drowns() {
        let plain = percent(RIDDEN);
        for less in [
            Chase {
                behind: Behind::Walls,
                ..RIDDEN
            },
            Chase {
                night: true,
                ..RIDDEN
            },
            Chase {
                hungry: true,
                ..RIDDEN
            },
            Chase { heat: 90, ..RIDDEN },
            Chase {
                mounted: 90,
                ..RIDDEN
            },
        ] {
            assert!(percent(less) < plain, "{less:?}");
        }
        assert!(
            percent(Chase {
                behind: Behind::Water,
                ..RIDDEN
            }) > plain + 40
        );
    }
}
