//! Whose armies are near where armies are, reckoned for all of them in one go.

use super::Game;
use crate::base::ids::{ArmyId, CourtId, PlaceId};

/// For every place where an army is, the courts that have one within some distance of it, itself among them.
#[derive(Clone, Debug)]
pub struct Near {
    courts: usize,
    /// `place * courts + court`; of places without an army nothing is said.
    there: Vec<bool>,
}

impl Near {
    /// Notes a court at a place.
    pub fn note(&mut self, court: CourtId, place: PlaceId) {
        self.there[place.index() * self.courts + court.index()] = true;
    }
    /// Whether a court is near a place where an army is.
    #[must_use]
    pub fn has(&self, court: CourtId, place: PlaceId) -> bool {
        self.there[place.index() * self.courts + court.index()]
    }
}

impl Game<'_> {
    /// Whose armies are within `km` of where armies are.
    #[must_use]
    pub fn near(&self, km: u32) -> Near {
        let (atlas, forces) = (&self.book.atlas, self.forces());
        let mut near = Near {
            courts: self.book.courts.len(),
            there: vec![false; self.book.places.len() * self.book.courts.len()],
        };
        let camps: Vec<(PlaceId, &[ArmyId])> = self.camps().collect();
        for (at, _) in &camps {
            let here = &mut near.there[at.index() * near.courts..][..near.courts];
            for (from, armies) in &camps {
                if atlas.km(*from, *at) <= km {
                    for army in *armies {
                        here[forces[army.index()].court.index()] = true;
                    }
                }
            }
        }
        near
    }
}
