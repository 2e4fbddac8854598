//! Two armies in the open, and the chase after.

use super::Stage;
use crate::base::ids::PlaceId;
use crate::engine::Engine;
use crate::events::{Event, MenAccount, Task};
use crate::rules::formulas::battle::{DUG_MOST, Ground};
use crate::rules::formulas::powder::{Craft, room};
use crate::rules::state::components::Powder;
use crate::rules::systems::ground::ground;

/// Men in each of two armies that meet.
const FIELD_MEN: u32 = 20_000;
/// Raw guards: skill and heart of those of January 1126.
const RAW: (i32, i32) = (24, 32);
/// Trained foot, as the armies of 1131 to 1140 were: a judgement, beside regulars of fifty and picked men of eighty.
const TRAINED: (i32, i32) = (70, 75);
/// The month in which they meet, of a year in which camps can have been held; and the month of the worst heat.
const SEASON: u8 = 10;
const HEAT: u8 = 7;

/// What ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// Open.
    Plain,
    /// Open, in July.
    Heat,
    /// Hills.
    Hills,
    /// Paddies and dikes.
    Wet,
}

/// What foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foot {
    /// The mean of the southern court's armies.
    Usual,
    /// Twice as many of them.
    Double,
    /// Raw guards.
    Raw,
    /// Raw guards in a camp.
    RawDug,
    /// Trained.
    Trained,
    /// Trained, in a camp.
    Dug,
    /// Trained, with powder weapons for all.
    Powder(Craft),
}

impl Stage {
    /// Puts horse against foot and lets a xun pass.
    fn meet(&self, whereabouts: Where, foot: Foot, seed: u64) -> Option<Engine> {
        let month = if whereabouts == Where::Heat {
            HEAT
        } else {
            SEASON
        };
        let mut state = self.bare(month)?;
        let bare = self.begin(seed, state.clone());
        let wanted = match whereabouts {
            Where::Plain | Where::Heat => Ground::Plain,
            Where::Hills => Ground::Hills,
            Where::Wet => Ground::Wet,
        };
        // Where the summer is hot, and no walls are near that would hold a chase up.
        let fits = |p: PlaceId| {
            let at = &self.book.atlas.places[p.index()];
            ground(bare.whole(), p) == wanted
                && !self.book.atlas.neighbours[p.index()].is_empty()
                && at.lat_milli < crate::rules::formulas::season::COOL_LAT_MILLI
        };
        let at = self.place(fits)?;
        state.places[at.index()].0.holder = None;
        let men = FIELD_MEN * if foot == Foot::Double { 2 } else { 1 };
        self.put(&mut state, self.rider, FIELD_MEN, at, Task::Hold, at);
        self.put(&mut state, self.walker, men, at, Task::Hold, at);
        let turn = state.tables.turn;
        let (force, field) = &mut state.armies[self.walker.index()];
        let taught = match foot {
            Foot::Usual | Foot::Double => None,
            Foot::Raw | Foot::RawDug => Some(RAW),
            Foot::Trained | Foot::Dug | Foot::Powder(_) => Some(TRAINED),
        };
        if let Some((quality, morale)) = taught {
            (force.quality, force.morale) = (quality, morale);
        }
        if let Foot::Powder(craft) = foot {
            force.powder = Powder {
                loads: room(men),
                craft,
            };
        }
        if matches!(foot, Foot::Dug | Foot::RawDug)
            && let Some(field) = field
        {
            field.reached.0 = turn.0.saturating_sub(u16::from(DUG_MOST));
        }
        let mut engine = self.begin(seed, state);
        engine.end_turn();
        Some(engine)
    }

    /// Whether the horse wins.
    pub(super) fn field(&self, whereabouts: Where, foot: Foot, seed: u64) -> Option<Option<u16>> {
        let engine = self.meet(whereabouts, foot, seed)?;
        let north = self.north;
        let won = engine
            .events_closed()
            .iter()
            .find_map(|event| match event {
                Event::Fought { attacker, won, .. } => Some((*attacker == north) == *won),
                _ => None,
            })?;
        Some(won.then_some(1))
    }

    /// Men in a hundred that the southern foot loses where the horse wins.
    pub(super) fn chased(&self, whereabouts: Where, seed: u64) -> Option<Option<u16>> {
        let engine = self.meet(whereabouts, Foot::Usual, seed)?;
        let north = self.north;
        let events = engine.events_closed();
        let won = events.iter().any(|event| {
            matches!(event, Event::Fought { attacker, won, .. } if (*attacker == north) == *won)
        });
        let lost: u32 = events
            .iter()
            .filter_map(|event| match event {
                Event::Men {
                    from: MenAccount::Army(army),
                    men,
                    ..
                } if *army == self.walker => Some(*men),
                _ => None,
            })
            .sum();
        let percent = u16::try_from(lost * 100 / FIELD_MEN).unwrap_or(u16::MAX);
        Some(won.then_some(percent))
    }
}
