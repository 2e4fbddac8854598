//! What is noted while a game is played: what came up, how near the rest came, and whether the game went round in circles or stood still.

use std::collections::BTreeMap;

use super::{Miss, Target};
use crate::base::date::Turn;
use crate::base::hash::hash_of;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::engine::{Ask, Engine};
use crate::events::Event;
use crate::rules::check;
use crate::rules::condition::{distance, gaps};
use crate::scenario::model::Cond;
use crate::study::staged::Watch;

/// What became of one thing in one game.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// It came up; of an option: it was open.
    pub came: bool,
    /// Of an option: it was chosen.
    pub chosen: bool,
    /// How near it came, if it is looked for and did not come up.
    pub miss: Option<Miss>,
}

/// A game that went round in circles or stood still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stall {
    /// The state came back to what it had been, the turn apart.
    Same {
        /// When it had been so before.
        first: Turn,
        /// When it was so again.
        again: Turn,
    },
    /// An army went to and fro between two places.
    ToAndFro {
        /// Which.
        army: ArmyId,
        /// Between which.
        places: [PlaceId; 2],
        /// How often.
        times: u16,
        /// When it came to rest, or the game ended.
        until: Turn,
    },
    /// No court had a matter before it, and nothing was told.
    Still {
        /// For how many xun.
        xun: u16,
        /// Until when.
        until: Turn,
    },
}

impl Stall {
    /// Whether another is of the same kind, and of the same army.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::ToAndFro { army, .. }, Self::ToAndFro { army: same, .. }) => army == same,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
    /// The worse, the more.
    #[must_use]
    pub const fn badness(&self) -> (u8, u16) {
        match self {
            Self::Same { first, again } => (2, again.0 - first.0),
            Self::ToAndFro { times, .. } => (1, *times),
            Self::Still { xun, .. } => (0, *xun),
        }
    }
}

/// An army that goes to and fro more often than this goes nowhere.
const TO_AND_FRO: u16 = 6;
/// A xun in which nothing changes may be; where a month's revenue and pay change nothing either, nothing is left to change.
const A_MONTH: u16 = 3;
/// Nothing for this long is too long, xun.
const STILL: u16 = 9;

/// One game, looked on at.
#[derive(Clone, Debug)]
pub struct Seen<'c> {
    targets: &'c [Target],
    conditions: &'c [Cond],
    /// What is looked for.
    open: &'c [bool],
    /// What became of each target.
    pub found: Vec<Found>,
    /// The worst stall.
    pub stall: Option<Stall>,
    states: BTreeMap<u64, Turn>,
    walks: BTreeMap<ArmyId, ([PlaceId; 2], u16)>,
    still: u16,
}

impl<'c> Seen<'c> {
    /// Nothing seen yet.
    #[must_use]
    pub fn new(targets: &'c [Target], conditions: &'c [Cond], open: &'c [bool]) -> Self {
        Self {
            targets,
            conditions,
            open,
            found: vec![Found::default(); targets.len()],
            stall: None,
            states: BTreeMap::new(),
            walks: BTreeMap::new(),
            still: 0,
        }
    }

    fn stalled(&mut self, stall: Stall) {
        if self
            .stall
            .as_ref()
            .is_none_or(|old| old.badness() < stall.badness())
        {
            self.stall = Some(stall);
        }
    }

    /// Options that are open now and were not before.
    fn look_for_open(&mut self, engine: &Engine) {
        let game = engine.whole();
        for (found, target) in self.found.iter_mut().zip(self.targets) {
            if let Target::Option(decision, option) = *target
                && !found.came
                && check::is_pending(game, decision)
            {
                let court = engine.book().decisions[decision.index()].court;
                if check::choice(game, court, decision, option).is_ok() {
                    found.came = true;
                    // Nobody need choose it: that is the nearest it comes.
                    found.miss = Some(Miss {
                        far: 0,
                        turn: engine.turn(),
                        gaps: Vec::new(),
                    });
                }
            }
        }
    }

    /// How near everything that is looked for is now.
    fn measure(&mut self, engine: &Engine, last: bool) {
        let game = engine.whole();
        let turn = engine.turn();
        for (n, target) in self.targets.iter().enumerate() {
            let found = &mut self.found[n];
            let asked = match target {
                Target::Option(decision, _) => check::is_pending(game, *decision),
                Target::Ending(ending) => last || engine.book().endings[ending.index()].at_once,
                Target::Decision(decision) => {
                    game.realm(engine.book().decisions[decision.index()].court)
                        .stands
                }
                _ => true,
            };
            if !self.open[n] || found.came || !asked {
                continue;
            }
            let far = distance(game, &self.conditions[n], true);
            if found.miss.as_ref().is_none_or(|miss| far < miss.far) {
                let gaps = gaps(game, &self.conditions[n]);
                found.miss = Some(Miss { far, turn, gaps });
            }
        }
    }

    /// The game is over.
    pub fn ended(&mut self, engine: &Engine) {
        self.measure(engine, true);
        let tables = engine.whole().tables();
        for (n, target) in self.targets.iter().enumerate() {
            let found = &mut self.found[n];
            match target {
                Target::Decision(d) => found.came = tables.matters[d.index()].laid.is_some(),
                Target::Option(d, o) => {
                    let mut layings = engine.whole().layings(*d);
                    found.chosen = layings.any(|matter| matter.chose == Some(*o));
                    found.came |= found.chosen;
                }
                Target::Incident(i) => found.came = tables.incidents[i.index()].is_some(),
                Target::Ending(e) => found.came = engine.ended() == Some(*e),
                Target::Checkpoint(c) => {
                    found.came = tables.reached[c.index()].is_some()
                        || tables.stood[c.index()] == Some(true);
                }
            }
            let done = if matches!(target, Target::Option(..)) {
                found.chosen
            } else {
                found.came
            };
            if done || !self.open[n] {
                found.miss = None;
            }
        }
    }
}

impl Watch for Seen<'_> {
    fn opened(&mut self, engine: &Engine) {
        self.look_for_open(engine);
        self.measure(engine, false);
    }

    fn asked(&mut self, _turn: Turn, _court: CourtId, ask: &Ask) {
        if let Ask::Choose { decision, option } = ask {
            for (found, target) in self.found.iter_mut().zip(self.targets) {
                if *target == Target::Option(*decision, *option) {
                    (found.came, found.chosen) = (true, true);
                }
            }
        }
    }

    fn acted(&mut self, engine: &Engine) {
        // What orders of this turn opened.
        self.look_for_open(engine);
    }

    fn closed(&mut self, engine: &Engine) {
        let turn = engine.turn();
        let mut state = engine.whole().snapshot();
        state.tables.turn = Turn(0);
        let first = *self.states.entry(hash_of(&state)).or_insert(turn);
        if turn.0 - first.0 >= A_MONTH {
            self.stalled(Stall::Same { first, again: turn });
        }
        let mut told = false;
        for event in engine.events_closed() {
            told |= event.is_told();
            if let Event::Reached { army, place } = *event {
                let walk = self.walks.entry(army).or_insert(([place, place], 0));
                // The last two places and how often it came back to the one before.
                let back = walk.0[0] == place && walk.0[1] != place;
                *walk = ([walk.0[1], place], if back { walk.1 + 1 } else { 0 });
                let (places, times) = *walk;
                if times >= TO_AND_FRO {
                    self.stalled(Stall::ToAndFro {
                        army,
                        places,
                        times,
                        until: turn,
                    });
                }
            }
        }
        self.still = if told { 0 } else { self.still + 1 };
        if self.still >= STILL {
            let xun = self.still;
            self.stalled(Stall::Still { xun, until: turn });
        }
    }
}
