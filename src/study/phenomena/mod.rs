//! What the general rules make of situations that the sources tell of, each set up by itself: two armies in the open, a town and a ring
//! round it, a river and who holds it, a puppet and the army behind it.
//!
//! A set-up takes its map, its armies' kinds and its people from a scenario, and nothing else: no decision is laid, no incident befalls,
//! no policy plays. What happens is the rules' doing. Each is played with many seeds; shares come with the interval in which the true
//! share lies nineteen times in twenty (Wilson's).
//!
//! Each group of set-ups has a file of its own: armies in the open, walls, rivers, fleets and occupied country, puppets.

use std::sync::Arc;

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::engine::{Engine, Save};
use crate::events::Task;
use crate::rules::formulas::powder::Craft;
use crate::rules::state::components::Field;
use crate::rules::state::snapshot::Snapshot;
use crate::scenario::model::{Cond, Ending, Scenario};

mod crossings;
mod field;
mod land;
mod puppets;
mod walls;

use super::odds::wilson;
use field::Foot;
use walls::Walls;

/// Sieges are laid in autumn, rivers tried at the year's two ends.
const AUTUMN: u8 = 11;

/// A situation set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetUp {
    /// Northern horse against southern foot, as many men on each side, on open ground.
    FieldPlain,
    /// The same in hills.
    FieldHills,
    /// On open ground, with twice as many foot as horse.
    FieldDouble,
    /// On open ground, as many foot of raw guards.
    FieldRaw,
    /// On open ground, as many trained foot.
    FieldTrained,
    /// The trained foot in a camp it has held for a month.
    FieldDug,
    /// The raw guards in such a camp.
    FieldRawDug,
    /// Trained foot in the heat of July.
    FieldHeat,
    /// Trained foot among paddies and dikes.
    FieldWet,
    /// Trained foot fully armed with the powder weapons of 1126.
    FieldThunderclap,
    /// Trained foot fully armed with fire lances.
    FieldLances,
    /// The southern court's usual foot beaten on open ground: its losses, men in a hundred.
    PursuitPlain,
    /// The same in hills.
    PursuitHills,
    /// A town with strong walls under an able and willing commander, closed in.
    RingWilling,
    /// The same under nobody.
    RingNobody,
    /// A town with strong walls under an able and willing commander, stormed every xun.
    StormWilling,
    /// The same under nobody.
    StormNobody,
    /// The storm against an able and willing commander, as a year of it finds walls and garrison with no powder on either side.
    StormFew,
    /// The same, the garrison fully armed with fire lances.
    StormFewLances,
    /// The same, the stormers fully armed with iron bombs, the garrison without.
    StormFewBombs,
    /// A great river in July that nobody holds.
    SummerOpen,
    /// The same, the far bank held.
    SummerHeld,
    /// The same, held, and its boats and bridges burnt.
    SummerBurnt,
    /// Held and burnt, in January.
    WinterBurnt,
    /// A great river in July, a fleet in the way.
    SummerFleet,
    /// The same in January.
    WinterFleet,
    /// A great river in July, as many foot in wait behind the far bank.
    SummerWaylaid,
    /// The same river, the northern army going home over it, loaded, with the foot in wait on the bank that it leaves.
    HomewardWaylaid,
    /// A garrison of 1,500 in an angry country.
    HeldThin,
    /// The same, with bands in the hills.
    HeldThinBands,
    /// A garrison of 8,000 there, with bands.
    HeldThickBands,
    /// A puppet with its patron's army beside it.
    PuppetGuarded,
    /// A puppet whose patron's army has gone home.
    PuppetAlone,
}

impl SetUp {
    /// Every set-up, in the order they are told.
    pub const ALL: [Self; 33] = [
        Self::FieldPlain,
        Self::FieldHills,
        Self::FieldDouble,
        Self::FieldRaw,
        Self::FieldTrained,
        Self::FieldDug,
        Self::FieldRawDug,
        Self::FieldHeat,
        Self::FieldWet,
        Self::FieldThunderclap,
        Self::FieldLances,
        Self::PursuitPlain,
        Self::PursuitHills,
        Self::RingWilling,
        Self::RingNobody,
        Self::StormWilling,
        Self::StormNobody,
        Self::StormFew,
        Self::StormFewLances,
        Self::StormFewBombs,
        Self::SummerOpen,
        Self::SummerHeld,
        Self::SummerBurnt,
        Self::WinterBurnt,
        Self::SummerFleet,
        Self::WinterFleet,
        Self::SummerWaylaid,
        Self::HomewardWaylaid,
        Self::HeldThin,
        Self::HeldThinBands,
        Self::HeldThickBands,
        Self::PuppetGuarded,
        Self::PuppetAlone,
    ];
}

/// What many games of one set-up came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Which.
    pub set_up: SetUp,
    /// How many games.
    pub games: u32,
    /// In how many the northern side had its way: won the field, took the town, got across; of puppets and of occupied country, in how many it fell.
    pub hits: u32,
    /// After how many xun, in those games, in rising order; of pursuits, men lost in a hundred.
    pub xun: Vec<u16>,
}

impl Measured {
    /// The interval of the share of hits, permille, nineteen in twenty.
    #[must_use]
    pub fn interval(&self) -> (u64, u64) {
        wilson(self.hits.into(), self.games.into(), 1000)
    }
    /// The xun by which half of the hits had come, if there were any.
    #[must_use]
    pub fn median(&self) -> Option<u16> {
        self.quantile(50)
    }
    /// The xun by which so many in a hundred of the hits had come.
    #[must_use]
    pub fn quantile(&self, percent: usize) -> Option<u16> {
        let at = (self.xun.len() * percent).div_ceil(100).max(1) - 1;
        self.xun.get(at).copied()
    }
}

/// Plays a set-up with so many seeds, from 1. None where the scenario has nothing to set it up with.
#[must_use]
pub fn measure(stage: &Stage, set_up: SetUp, games: u32) -> Option<Measured> {
    let mut measured = Measured {
        set_up,
        games,
        hits: 0,
        xun: Vec::new(),
    };
    for seed in 1..=u64::from(games) {
        if let Some(xun) = stage.play(set_up, seed)? {
            measured.hits += 1;
            measured.xun.push(xun);
        }
    }
    measured.xun.sort_unstable();
    Some(measured)
}

/// What is taken from a scenario to set things up with.
#[derive(Debug)]
pub struct Stage {
    book: Arc<Scenario>,
    north: CourtId,
    south: CourtId,
    /// An army of each, to be filled as needed.
    rider: ArmyId,
    walker: ArmyId,
}

/// An army's kind: the mean of those that a court has in the field on the first day.
#[derive(Clone, Copy)]
struct KindOfArmy {
    horse_percent: i32,
    quality: i32,
    morale: i32,
    engines: i32,
}

impl Stage {
    /// A northern court and one that is not, both of which may be played. None where a scenario has not both.
    #[must_use]
    pub fn of(book: &Scenario) -> Option<Self> {
        let court = |northern: bool| {
            let fits = |c: &crate::scenario::model::Court| c.playable && c.northern == northern;
            book.courts.iter().position(fits).map(CourtId::of)
        };
        let (north, south) = (court(true)?, court(false)?);
        let army = |of: CourtId| {
            book.armies
                .iter()
                .position(|a| a.court == of && a.stands)
                .map(ArmyId::of)
        };
        Some(Self {
            north,
            south,
            rider: army(north)?,
            walker: army(south)?,
            book: Arc::new(quiet(book)),
        })
    }

    /// After how many xun the northern side had its way, if it had; none at all where it cannot be set up.
    fn play(&self, set_up: SetUp, seed: u64) -> Option<Option<u16>> {
        Some(match set_up {
            SetUp::FieldPlain => self.field(field::Where::Plain, Foot::Usual, seed)?,
            SetUp::FieldHills => self.field(field::Where::Hills, Foot::Usual, seed)?,
            SetUp::FieldDouble => self.field(field::Where::Plain, Foot::Double, seed)?,
            SetUp::FieldRaw => self.field(field::Where::Plain, Foot::Raw, seed)?,
            SetUp::FieldTrained => self.field(field::Where::Plain, Foot::Trained, seed)?,
            SetUp::FieldDug => self.field(field::Where::Plain, Foot::Dug, seed)?,
            SetUp::FieldRawDug => self.field(field::Where::Plain, Foot::RawDug, seed)?,
            SetUp::FieldHeat => self.field(field::Where::Heat, Foot::Trained, seed)?,
            SetUp::FieldWet => self.field(field::Where::Wet, Foot::Trained, seed)?,
            SetUp::FieldThunderclap => {
                self.field(field::Where::Plain, Foot::Powder(Craft::Thunderclap), seed)?
            }
            SetUp::FieldLances => {
                self.field(field::Where::Plain, Foot::Powder(Craft::FireLance), seed)?
            }
            SetUp::PursuitPlain => self.chased(field::Where::Plain, seed)?,
            SetUp::PursuitHills => self.chased(field::Where::Hills, seed)?,
            SetUp::RingWilling => self.siege(Walls::ring(true), seed)?,
            SetUp::RingNobody => self.siege(Walls::ring(false), seed)?,
            SetUp::StormWilling => self.siege(Walls::storm(true), seed)?,
            SetUp::StormNobody => self.siege(Walls::storm(false), seed)?,
            SetUp::StormFew => self.siege(Walls::few(Craft::None, Craft::None), seed)?,
            SetUp::StormFewLances => self.siege(Walls::few(Craft::FireLance, Craft::None), seed)?,
            SetUp::StormFewBombs => self.siege(Walls::few(Craft::None, Craft::IronBomb), seed)?,
            SetUp::SummerOpen => self.crossing(crossings::SUMMER, false, false, seed)?,
            SetUp::SummerHeld => self.crossing(crossings::SUMMER, true, false, seed)?,
            SetUp::SummerBurnt => self.crossing(crossings::SUMMER, true, true, seed)?,
            SetUp::WinterBurnt => self.crossing(crossings::WINTER, true, true, seed)?,
            SetUp::SummerFleet => self.fleet(crossings::SUMMER, seed)?,
            SetUp::WinterFleet => self.fleet(crossings::WINTER, seed)?,
            SetUp::SummerWaylaid => self.waylaid(seed)?,
            SetUp::HomewardWaylaid => self.homeward(seed)?,
            SetUp::HeldThin => self.occupied(1_500, false, seed)?,
            SetUp::HeldThinBands => self.occupied(1_500, true, seed)?,
            SetUp::HeldThickBands => self.occupied(8_000, true, seed)?,
            SetUp::PuppetGuarded => self.puppet(true, seed)?,
            SetUp::PuppetAlone => self.puppet(false, seed)?,
        })
    }

    /// The first day with no army in the field and the two at war, in this month.
    fn bare(&self, month: u8) -> Option<Snapshot> {
        let mut state = Snapshot::opening(&self.book);
        for (force, field) in &mut state.armies {
            (force.men, force.commander, *field) = (0, None, None);
        }
        let n = self.book.courts.len();
        for (a, b) in [(self.north, self.south), (self.south, self.north)] {
            state.tables.wars[a.index() * n + b.index()] = true;
        }
        let turn = self.book.days.iter().position(|day| day.month() == month)?;
        state.tables.turn = Turn(u16::try_from(turn).ok()?);
        Some(state)
    }

    fn kind(&self, of: CourtId) -> KindOfArmy {
        let armies = || {
            self.book
                .armies
                .iter()
                .filter(|a| a.court == of && a.stands)
        };
        let men: i64 = armies().map(|a| i64::from(a.men)).sum();
        let mean = |number: &dyn Fn(&crate::scenario::model::Army) -> i32| -> i32 {
            let sum: i64 = armies()
                .map(|a| i64::from(a.men) * i64::from(number(a)))
                .sum();
            i32::try_from(sum / men.max(1)).unwrap_or(0)
        };
        KindOfArmy {
            horse_percent: mean(&|a| a.horse_percent),
            quality: mean(&|a| a.quality),
            morale: mean(&|a| a.morale),
            engines: mean(&|a| a.engines),
        }
    }

    /// Puts an army of its court's usual kind into the field.
    fn put(
        &self,
        state: &mut Snapshot,
        army: ArmyId,
        men: u32,
        at: PlaceId,
        task: Task,
        goal: PlaceId,
    ) {
        let turn = state.tables.turn;
        let (force, field) = &mut state.armies[army.index()];
        let kind = self.kind(force.court);
        force.men = men;
        force.horse_percent = kind.horse_percent;
        force.quality = kind.quality;
        force.morale = kind.morale;
        force.engines = kind.engines;
        force.food = 40;
        force.attachment = crate::rules::formulas::masters::STATE;
        force.ships = crate::rules::state::components::Ships::default();
        *field = Some(Field {
            at,
            next: None,
            done_km: 0,
            task,
            goal,
            held_up: 0,
            reached: turn,
            ready: turn,
        });
    }

    fn begin(&self, seed: u64, state: Snapshot) -> Engine {
        let save = Save {
            seed,
            state,
            chronicle: Vec::new(),
        };
        Engine::load(self.book.clone(), &save)
    }

    fn place(&self, fits: impl Fn(PlaceId) -> bool) -> Option<PlaceId> {
        (0..self.book.places.len())
            .map(PlaceId::of)
            .find(|p| fits(*p))
    }
}

/// The scenario with nothing in it that happens or is decided: the rules, the map and the people are left.
fn quiet(book: &Scenario) -> Scenario {
    let mut book = book.clone();
    book.incidents.clear();
    book.decisions.clear();
    book.checkpoints.clear();
    book.record.clear();
    book.treaties.clear();
    book.armies
        .iter_mut()
        .for_each(|army| army.needs = Cond::Always);
    book.drafts
        .iter_mut()
        .for_each(|draft| draft.needs = Cond::Always);
    book.endings = vec![Ending {
        id: "over".to_owned(),
        title: String::new(),
        when: Cond::Always,
        at_once: false,
        good_for: Vec::new(),
        text: String::new(),
    }];
    book
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_hits_had_come() {
        let measured = |xun: Vec<u16>| Measured {
            set_up: SetUp::RingNobody,
            games: 9,
            hits: 4,
            xun,
        };
        let four = measured(vec![3, 5, 8, 9]);
        assert_eq!(
            (four.median(), four.quantile(25), four.quantile(75)),
            (Some(5), Some(3), Some(8))
        );
        assert_eq!(measured(Vec::new()).median(), None);
    }
}
