//! Great rivers, and who holds them.

use super::Stage;
use crate::base::ids::PlaceId;
use crate::events::Task;
use crate::scenario::model::RouteKind;

/// Men who would cross a river, and who hold its far bank.
const CROSS_MEN: u32 = 20_000;
const BANK_MEN: u32 = 20_000;
/// How long one is watched, xun: a crossing may not wait for the season.
const CROSS_XUN: u16 = 2;
/// The year's two ends.
pub(super) const WINTER: u8 = 1;
pub(super) const SUMMER: u8 = 7;

impl Stage {
    pub(super) fn crossing(
        &self,
        month: u8,
        held: bool,
        burnt: bool,
        seed: u64,
    ) -> Option<Option<u16>> {
        let atlas = &self.book.atlas;
        let banks = |route: &crate::scenario::model::Route| {
            let south = |p: PlaceId| atlas.places[p.index()].south_of_river;
            match (south(route.from), south(route.to)) {
                (false, true) => Some((route.from, route.to)),
                (true, false) => Some((route.to, route.from)),
                _ => None,
            }
        };
        let (near, far) = atlas
            .routes
            .iter()
            .filter(|r| r.kind == RouteKind::Ford)
            .find_map(banks)?;
        let mut state = self.bare(month)?;
        state.places[near.index()].0.holder = Some(self.north);
        let there = &mut state.places[far.index()].0;
        there.holder = Some(self.south);
        there.burnt = burnt;
        there.garrison = 0;
        self.put(&mut state, self.rider, CROSS_MEN, near, Task::March, far);
        if held {
            self.put(&mut state, self.walker, BANK_MEN, far, Task::Hold, far);
        }
        let mut engine = self.begin(seed, state);
        for xun in 1..=CROSS_XUN {
            engine.end_turn();
            let over = engine
                .whole()
                .field(self.rider)
                .is_some_and(|f| atlas.places[f.at.index()].south_of_river);
            if over {
                return Some(Some(xun));
            }
        }
        Some(None)
    }
}
