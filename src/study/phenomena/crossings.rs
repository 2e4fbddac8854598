//! Great rivers, and who holds them.

use super::Stage;
use crate::base::ids::PlaceId;
use crate::events::{Event, Task};
use crate::scenario::language::BattleKind;
use crate::scenario::model::RouteKind;

/// Men who would cross a river, and who hold its far bank.
const CROSS_MEN: u32 = 20_000;
const BANK_MEN: u32 = 20_000;
/// Who lies in wait for those who go home: Song had three or four times as many men round Kaifeng as Wolibu in March 1126.
const WAIT_MEN: u32 = 40_000;
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
        let (near, far) = self.banks()?;
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

    /// The northern and the southern bank of a great river.
    fn banks(&self) -> Option<(PlaceId, PlaceId)> {
        let atlas = &self.book.atlas;
        let south = |p: PlaceId| atlas.places[p.index()].south_of_river;
        let fords = atlas.routes.iter().filter(|r| r.kind == RouteKind::Ford);
        fords
            .filter_map(|route| match (south(route.from), south(route.to)) {
                (false, true) => Some((route.from, route.to)),
                (true, false) => Some((route.to, route.from)),
                _ => None,
            })
            .next()
    }

    /// An army that crosses to where as many lie in wait: after how many xun it is over, if it is.
    pub(super) fn waylaid(&self, seed: u64) -> Option<Option<u16>> {
        let (near, far) = self.banks()?;
        let mut state = self.bare(SUMMER)?;
        state.places[near.index()].0.holder = Some(self.north);
        let there = &mut state.places[far.index()].0;
        (there.holder, there.garrison) = (Some(self.south), 0);
        self.put(&mut state, self.rider, CROSS_MEN, near, Task::March, far);
        self.put(&mut state, self.walker, BANK_MEN, far, Task::Waylay, far);
        let mut engine = self.begin(seed, state);
        for xun in 1..=CROSS_XUN {
            engine.end_turn();
            let at = engine.whole().field(self.rider).map(|f| f.at);
            if at.is_some_and(|at| self.book.atlas.places[at.index()].south_of_river) {
                return Some(Some(xun));
            }
        }
        Some(None)
    }

    /// An army that goes home over the river from where twice as many lie in wait: how many in a hundred it loses, where they strike and win.
    pub(super) fn homeward(&self, seed: u64) -> Option<Option<u16>> {
        let (near, far) = self.banks()?;
        let mut state = self.bare(SUMMER)?;
        state.places[near.index()].0.holder = Some(self.north);
        let there = &mut state.places[far.index()].0;
        (there.holder, there.garrison) = (Some(self.south), 0);
        self.put(&mut state, self.rider, CROSS_MEN, far, Task::Withdraw, near);
        self.put(&mut state, self.walker, WAIT_MEN, far, Task::Waylay, far);
        let mut engine = self.begin(seed, state);
        engine.end_turn();
        let events = engine.events_closed();
        let struck = events.iter().any(|event| {
            matches!(
                event,
                Event::Fought {
                    kind: BattleKind::Midstream,
                    won: true,
                    ..
                }
            )
        });
        let left = engine.whole().force(self.rider).men;
        let lost = CROSS_MEN.saturating_sub(left) * 100 / CROSS_MEN;
        Some(struck.then_some(u16::try_from(lost).unwrap_or(u16::MAX)))
    }
}
