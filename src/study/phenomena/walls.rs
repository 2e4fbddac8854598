//! Towns and those who lie before them.

use super::{AUTUMN, Stage};
use crate::base::ids::{CourtId, PersonId};
use crate::events::Task;
use crate::rules::formulas::powder::{Craft, room};
use crate::rules::state::components::Powder;
use crate::scenario::model::PlaceKind;

/// Men before a town, and within it, with the skill and heart of a seasoned garrison: about as before Taiyuan.
const RING_MEN: u32 = 45_000;
const WALL_MEN: u32 = 12_000;
const WALL_QUALITY: i32 = 60;
const WALL_MORALE: i32 = 70;
/// Men before and within where powder is to show, and how many storms are watched: such as make it a near thing.
const FEW_BEFORE: u32 = 36_000;
const FEW_WITHIN: u32 = 4_000;
const FEW_XUN: u16 = 3;
/// Strength of the walls of the towns that are besieged.
const WALLS: i32 = 4;
/// How long a siege is watched, xun: it may wait for all seasons.
const SIEGE_XUN: u16 = 36;

/// A siege to be set up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walls {
    willing: bool,
    task: Task,
    before: u32,
    within: u32,
    /// How long it is watched.
    xun: u16,
    /// Powder of the garrison, and of the besiegers.
    powder: (Craft, Craft),
}

impl Walls {
    pub(super) const fn ring(willing: bool) -> Self {
        Self {
            willing,
            task: Task::Besiege,
            before: RING_MEN,
            within: WALL_MEN,
            xun: SIEGE_XUN,
            powder: (Craft::None, Craft::None),
        }
    }
    pub(super) const fn storm(willing: bool) -> Self {
        Self {
            task: Task::Assault,
            ..Self::ring(willing)
        }
    }
    pub(super) const fn few(within: Craft, before: Craft) -> Self {
        Self {
            before: FEW_BEFORE,
            within: FEW_WITHIN,
            xun: FEW_XUN,
            powder: (within, before),
            ..Self::storm(true)
        }
    }
}

impl Stage {
    /// The ablest of a court's people who are alive and free on the first day.
    fn ablest(&self, of: CourtId) -> Option<PersonId> {
        (0..self.book.people.len())
            .map(PersonId::of)
            .filter(|p| {
                let person = &self.book.people[p.index()];
                person.court == Some(of) && person.died.is_none_or(|died| died > self.book.until)
            })
            .max_by_key(|p| {
                let person = &self.book.people[p.index()];
                (person.command + person.valour, std::cmp::Reverse(*p))
            })
    }

    pub(super) fn siege(&self, walls: Walls, seed: u64) -> Option<Option<u16>> {
        let at = self.place(|p| {
            self.book.atlas.places[p.index()].walls == WALLS
                && self.book.atlas.places[p.index()].kind != PlaceKind::Capital
                && self.book.places[p.index()].holder == Some(self.south)
        })?;
        let mut state = self.bare(AUTUMN)?;
        let captain = if walls.willing {
            Some(self.ablest(self.south)?)
        } else {
            None
        };
        let town = &mut state.places[at.index()].0;
        town.garrison = walls.within;
        town.quality = WALL_QUALITY;
        town.morale = WALL_MORALE;
        town.captain = captain;
        let stock = |craft, men| Powder {
            loads: if craft == Craft::None { 0 } else { room(men) },
            craft,
        };
        town.powder = stock(walls.powder.0, walls.within);
        self.put(&mut state, self.rider, walls.before, at, walls.task, at);
        state.armies[self.rider.index()].0.powder = stock(walls.powder.1, walls.before);
        let mut engine = self.begin(seed, state);
        for xun in 1..=walls.xun {
            engine.end_turn();
            if engine.whole().holder(at) == Some(self.north) {
                return Some(Some(xun));
            }
        }
        Some(None)
    }
}
