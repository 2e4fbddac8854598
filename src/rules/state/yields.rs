//! What places bring their holders by the month. It is asked for all of them and changes for few: what was reckoned is kept until something
//! that it hangs on is touched, and so is what all of a court's come to. `apply` touches it.

use super::{Game, impl_clone_in_place};
use crate::base::ids::{CourtId, PlaceId};

/// What a place brings in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Yield {
    /// Households that are governed through it.
    pub governed: i64,
    /// Revenue, by good.
    pub revenue: [i64; 5],
}

/// What is kept of them.
#[derive(Debug, Default)]
pub(super) struct Yields {
    /// What each place brings the court that held it when it was reckoned.
    of: Vec<Option<(CourtId, Yield)>>,
    /// Places of which that is not known, in no order.
    unknown: Vec<PlaceId>,
    /// What all that are kept bring each court.
    sums: Vec<Yield>,
}

impl_clone_in_place!(Yields { of, unknown, sums });

impl Yields {
    /// Nothing is known of so many places and courts.
    pub(super) fn unknown(places: usize, courts: usize) -> Self {
        Self {
            of: vec![None; places],
            unknown: PlaceId::all(places).collect(),
            sums: vec![Yield::default(); courts],
        }
    }
    /// One place has to be reckoned anew.
    pub(super) fn forget(&mut self, place: PlaceId) {
        if let Some((court, known)) = self.of[place.index()].take() {
            self.sums[court.index()].take_off(known);
            self.unknown.push(place);
        }
    }
    /// All of them have.
    pub(super) fn forget_all(&mut self) {
        self.of.fill(None);
        self.unknown.clear();
        self.unknown.extend(PlaceId::all(self.of.len()));
        self.sums.fill(Yield::default());
    }
}

impl Yield {
    /// With another's beside it.
    pub fn add(&mut self, more: Self) {
        self.governed += more.governed;
        for (sum, part) in self.revenue.iter_mut().zip(more.revenue) {
            *sum += part;
        }
    }
    fn take_off(&mut self, part: Self) {
        self.governed -= part.governed;
        for (sum, part) in self.revenue.iter_mut().zip(part.revenue) {
            *sum -= part;
        }
    }
}

impl Game<'_> {
    /// What a place yields where that is kept; none where it has to be reckoned.
    #[must_use]
    #[inline]
    pub fn yield_of(&self, place: PlaceId) -> Option<&Yield> {
        self.index.yields.of[place.index()]
            .as_ref()
            .map(|(_, known)| known)
    }
    /// What all places of a court's yield, those of which it is not kept as `reckon` says.
    #[must_use]
    pub fn yields_of(&self, court: CourtId, reckon: impl Fn(PlaceId) -> Yield) -> Yield {
        let yields = &self.index.yields;
        let mut all = yields.sums[court.index()];
        for &place in &yields.unknown {
            if self.holder(place) == Some(court) {
                all.add(reckon(place));
            }
        }
        all
    }
    /// Keeps what each place of a court's yields, as `reckon` says, where that is not kept yet. What changes by itself with time has none to keep.
    pub fn keep_yields(
        &mut self,
        court: CourtId,
        reckon: impl Fn(&Self, PlaceId) -> Option<Yield>,
    ) {
        debug_assert!(
            self.held(court).iter().all(|place| {
                self.yield_of(*place)
                    .is_none_or(|known| reckon(self, *place) == Some(*known))
            }),
            "a yield changed unseen"
        );
        let mut unknown = std::mem::take(&mut self.index.yields.unknown);
        unknown.retain(|&place| {
            if self.holder(place) != Some(court) {
                return true;
            }
            let found = reckon(self, place);
            if let Some(found) = found {
                let yields = &mut self.index.yields;
                yields.of[place.index()] = Some((court, found));
                yields.sums[court.index()].add(found);
            }
            found.is_none()
        });
        self.index.yields.unknown = unknown;
    }
    /// What a place yields may have changed.
    pub(super) fn yield_moved(&mut self, place: PlaceId) {
        self.index.yields.forget(place);
    }
    /// What every place yields may have changed.
    pub(super) fn yields_moved(&mut self) {
        self.index.yields.forget_all();
    }
}
