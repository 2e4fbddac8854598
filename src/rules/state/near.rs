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
        let mut hosts: Vec<(PlaceId, CourtId)> = self
            .camps()
            .flat_map(|(at, armies)| {
                let court = |army: &ArmyId| forces[army.index()].court;
                armies.iter().map(move |army| (at, court(army)))
            })
            .collect();
        hosts.dedup();
        for (at, _) in self.camps() {
            for (place, court) in &hosts {
                if atlas.km(*place, at) <= km {
                    near.note(*court, at);
                }
            }
        }
        near
    }
}
