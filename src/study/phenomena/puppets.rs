//! Puppets and the army behind them.

use super::{AUTUMN, Stage};
use crate::base::ids::CourtId;
use crate::events::Task;

/// Men with whom a patron guards a puppet.
const GUARD_MEN: u32 = 20_000;
/// How long one is watched, xun.
const PUPPET_XUN: u16 = 18;

impl Stage {
    pub(super) fn puppet(&self, guarded: bool, seed: u64) -> Option<Option<u16>> {
        let puppet = CourtId::of(self.book.courts.iter().position(|c| !c.stands)?);
        let mut state = self.bare(AUTUMN)?;
        let realm = &mut state.courts[puppet.index()];
        realm.stands = true;
        realm.patron = Some(self.north);
        let seat = realm.seat;
        state.places[seat.index()].0.holder = Some(puppet);
        if guarded {
            self.put(&mut state, self.rider, GUARD_MEN, seat, Task::Hold, seat);
        }
        let mut engine = self.begin(seed, state);
        for xun in 1..=PUPPET_XUN {
            engine.end_turn();
            if !engine.whole().realm(puppet).stands {
                return Some(Some(xun));
            }
        }
        Some(None)
    }
}
