//! Whose armies are near where armies are, reckoned for all of them in one go.

use super::Game;
use crate::base::ids::{CourtId, PlaceId};

/// For every place where an army is, the courts that have one within some distance of it, itself among them.
#[derive(Clone, Debug)]
pub struct Near {
    /// Words of a place: one for every 64 courts.
    words: usize,
    /// A bit for each court, so many words for each place; of places without an army nothing is said.
    there: Vec<u64>,
}

impl Near {
    const fn at(&self, court: CourtId, place: PlaceId) -> (usize, u64) {
        let word = place.index() * self.words + court.index() / 64;
        (word, 1 << (court.index() % 64))
    }
    /// Notes a court at a place.
    pub fn note(&mut self, court: CourtId, place: PlaceId) {
        let (word, bit) = self.at(court, place);
        self.there[word] |= bit;
    }
    /// Whether a court is near a place where an army is.
    #[must_use]
    #[inline]
    pub fn has(&self, court: CourtId, place: PlaceId) -> bool {
        let (word, bit) = self.at(court, place);
        self.there[word] & bit != 0
    }
}

impl Game<'_> {
    /// Whose armies are within `km` of where armies are.
    #[must_use]
    pub fn near(&self, km: u32) -> Near {
        let (atlas, forces) = (&self.book.atlas, self.forces());
        let words = self.book.courts.len().div_ceil(64);
        let mut near = Near {
            words,
            there: vec![0; self.book.places.len() * words],
        };
        let mut own = near.clone();
        let mut camps: Vec<PlaceId> = Vec::with_capacity(forces.len());
        for (at, armies) in self.camps() {
            for army in armies {
                own.note(forces[army.index()].court, at);
            }
            camps.push(at);
        }
        // It is as far from the one camp to the other as back.
        for (n, at) in camps.iter().enumerate() {
            for from in &camps[..=n] {
                if atlas.km(*from, *at) <= km {
                    let (one, other) = (from.index() * words, at.index() * words);
                    for word in 0..words {
                        near.there[other + word] |= own.there[one + word];
                        near.there[one + word] |= own.there[other + word];
                    }
                }
            }
        }
        near
    }
}
