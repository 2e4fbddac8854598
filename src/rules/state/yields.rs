//! What places bring their holders by the month. It is asked for all of them and changes for few: what was reckoned is kept until something
//! that it hangs on is touched. `apply` touches it.

use super::Game;
use crate::base::ids::{CourtId, PlaceId};

/// What a place brings in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yield {
    /// Households that are governed through it.
    pub governed: i64,
    /// Revenue, by good.
    pub revenue: [i64; 5],
}

impl Game<'_> {
    /// What a place yields where that is kept; none where it has to be reckoned.
    #[must_use]
    #[inline]
    pub fn yield_of(&self, place: PlaceId) -> Option<&Yield> {
        self.index.yields[place.index()].as_ref()
    }
    /// Keeps what each place of a court's yields, as `reckon` says, where that is not kept yet. What changes by itself with time has none to keep.
    pub fn keep_yields(
        &mut self,
        court: CourtId,
        reckon: impl Fn(&Self, PlaceId) -> Option<Yield>,
    ) {
        for n in 0..self.held(court).len() {
            let place = self.held(court)[n];
            let known = self.index.yields[place.index()];
            debug_assert!(
                known.is_none() || known == reckon(self, place),
                "a yield changed unseen"
            );
            if known.is_none() {
                self.index.yields[place.index()] = reckon(self, place);
            }
        }
    }
    /// What a place yields may have changed.
    pub(super) fn yield_moved(&mut self, place: PlaceId) {
        self.index.yields[place.index()] = None;
    }
    /// What every place yields may have changed.
    pub(super) fn yields_moved(&mut self) {
        self.index.yields.fill(None);
    }
}
