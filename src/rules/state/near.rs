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
        let mut camps: Vec<(usize, u64)> = Vec::with_capacity(forces.len());
        for word in 0..words {
            camps.clear();
            camps.extend(self.camps().map(|(at, armies)| {
                let courts = armies.iter().map(|army| forces[army.index()].court.index());
                let here = courts.filter(|court| court / 64 == word);
                (
                    at.index(),
                    here.fold(0, |bits, court| bits | 1 << (court % 64)),
                )
            }));
            // It is as far from the one camp to the other as back.
            for (n, &(at, own)) in camps.iter().enumerate() {
                let row = &atlas.km[at * atlas.places.len()..][..atlas.places.len()];
                let mut all = own;
                for &(from, theirs) in &camps[..n] {
                    if u32::from(row[from]) <= km {
                        all |= theirs;
                        near.there[from * words + word] |= own;
                    }
                }
                near.there[at * words + word] |= all;
            }
        }
        near
    }
}
