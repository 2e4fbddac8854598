//! Fleets at a ferry, and country that others hold.

use super::{AUTUMN, Stage};
use crate::base::ids::PlaceId;
use crate::events::Task;
use crate::rules::state::components::Ships;
use crate::scenario::model::RouteKind;

/// Men who would cross, and the fleet in their way: about that of Han Shizhong.
const CROSS_MEN: u32 = 20_000;
const FLEET_MEN: u32 = 8_000;
const FLEET_BOATS: u32 = 100;
const MARINES: i32 = 60;
/// How long a crossing is watched, xun, and an occupation.
const CROSS_XUN: u16 = 2;
const HOLD_XUN: u16 = 18;
/// Resistance of a country that was stripped and shaved.
const ANGRY: i32 = 70;
/// Men in bands round it.
const BAND: u32 = 4_000;

impl Stage {
    /// Whether an army gets over a great river past a fleet.
    pub(super) fn fleet(&self, month: u8, seed: u64) -> Option<Option<u16>> {
        let atlas = &self.book.atlas;
        let south = |p: PlaceId| atlas.places[p.index()].south_of_river;
        let (near, far) = atlas
            .routes
            .iter()
            .filter(|r| r.kind == RouteKind::Ford)
            .find_map(|r| match (south(r.from), south(r.to)) {
                (false, true) => Some((r.from, r.to)),
                (true, false) => Some((r.to, r.from)),
                _ => None,
            })?;
        let mut state = self.bare(month)?;
        state.places[near.index()].0.holder = Some(self.north);
        let there = &mut state.places[far.index()].0;
        (there.holder, there.garrison) = (Some(self.south), 0);
        self.put(&mut state, self.rider, CROSS_MEN, near, Task::March, far);
        self.put(&mut state, self.walker, FLEET_MEN, far, Task::Hold, far);
        let force = &mut state.armies[self.walker.index()].0;
        force.marines = MARINES;
        force.ships = Ships {
            boats: FLEET_BOATS,
            wheels: 0,
        };
        let mut engine = self.begin(seed, state);
        for xun in 1..=CROSS_XUN {
            engine.end_turn();
            let over = engine
                .whole()
                .field(self.rider)
                .is_some_and(|f| south(f.at));
            if over {
                return Some(Some(xun));
            }
        }
        Some(None)
    }

    /// After how many xun a garrison of so many loses an angry country, with bands round it or without.
    pub(super) fn occupied(&self, garrison: u32, bands: bool, seed: u64) -> Option<Option<u16>> {
        let atlas = &self.book.atlas;
        let hills = |p: PlaceId| {
            atlas.neighbours[p.index()]
                .iter()
                .any(|(r, _)| atlas.routes[r.index()].kind == RouteKind::MountainPass)
        };
        let at = (0..self.book.places.len()).map(PlaceId::of).find(|p| {
            let place = &atlas.places[p.index()];
            self.book.places[p.index()].holder == Some(self.south)
                && (40_000..80_000).contains(&place.households)
                && hills(*p)
        })?;
        let mut state = self.bare(AUTUMN)?;
        let (town, country, ..) = &mut state.places[at.index()];
        (town.holder, town.garrison) = (Some(self.north), garrison);
        (country.native, country.unrest) = (Some(self.south), ANGRY);
        if bands {
            country.band = BAND;
            state.tables.home -= i64::from(BAND);
        }
        let mut engine = self.begin(seed, state);
        for xun in 1..=HOLD_XUN {
            engine.end_turn();
            if engine.whole().holder(at) == Some(self.south) {
                return Some(Some(xun));
            }
        }
        Some(None)
    }
}
