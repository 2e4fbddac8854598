//! Places of a kind: as a list in order, and with a bit for every place there is, so that to ask for one or to put on one that is there costs no search.

use super::{enlist, impl_clone_in_place, strike};
use crate::base::ids::PlaceId;

/// So many bits of a set of places lie together. The atlas of our scenarios needs one such word.
pub type Word = u128;

/// A set of places.
#[derive(Debug, Default)]
pub struct Places {
    list: Vec<PlaceId>,
    bits: Vec<Word>,
}

impl_clone_in_place!(Places { list, bits });

/// The word that has a place's bit, and the bit.
#[inline]
#[must_use]
pub const fn bit(place: PlaceId) -> (usize, Word) {
    let bits = Word::BITS as usize;
    (place.index() / bits, 1 << (place.index() % bits))
}

/// The words that have the bits of so many places.
#[must_use]
pub const fn words(places: usize) -> usize {
    places.div_ceil(Word::BITS as usize)
}

/// Adds the places of one set of bits to another.
#[inline]
pub fn join(set: &mut [Word], more: &[Word]) {
    for (set, more) in set.iter_mut().zip(more) {
        *set |= more;
    }
}

/// The places whose bits are set in one word, in order: the word that is the `n`th.
pub fn places_of(n: usize, mut word: Word) -> impl Iterator<Item = PlaceId> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
        word &= word - 1;
        Some(PlaceId::of(n * Word::BITS as usize + bit))
    })
}

/// Whether two sets of bits have one in common.
#[must_use]
pub fn meet(a: &[Word], b: &[Word]) -> bool {
    a.iter().zip(b).any(|(a, b)| a & b != 0)
}

impl Places {
    /// None of so many.
    #[must_use]
    pub fn none_of(places: usize) -> Self {
        Self {
            list: Vec::new(),
            bits: vec![0; words(places)],
        }
    }
    /// They, in order.
    #[must_use]
    #[inline]
    pub fn list(&self) -> &[PlaceId] {
        &self.list
    }
    /// Their bits.
    #[must_use]
    #[inline]
    pub fn bits(&self) -> &[Word] {
        &self.bits
    }
    /// Puts a place among them.
    #[inline]
    pub fn enlist(&mut self, place: PlaceId) {
        let (word, bit) = bit(place);
        if self.bits[word] & bit == 0 {
            self.bits[word] |= bit;
            enlist(&mut self.list, place);
        }
    }
    /// Takes it from among them.
    #[inline]
    pub fn strike(&mut self, place: PlaceId) {
        let (word, bit) = bit(place);
        if self.bits[word] & bit != 0 {
            self.bits[word] &= !bit;
            strike(&mut self.list, &place);
        }
    }
    /// Puts it among them or takes it from them.
    #[inline]
    pub fn set(&mut self, place: PlaceId, so: bool) {
        if so {
            self.enlist(place);
        } else {
            self.strike(place);
        }
    }
    /// Takes those of a list from among them.
    pub fn strike_all(&mut self, places: &[PlaceId]) {
        for place in places {
            let (word, bit) = bit(*place);
            self.bits[word] &= !bit;
        }
        let bits = &self.bits;
        self.list.retain(|place| {
            let (word, bit) = bit(*place);
            bits[word] & bit != 0
        });
    }
}

/// For every place a set of places, as bits: its neighbours, or those that are near.
#[derive(Debug, Default)]
pub(super) struct Rows {
    words: usize,
    bits: Vec<Word>,
}

impl Rows {
    /// For so many places, whichever `each` says of one.
    pub(super) fn of<I: IntoIterator<Item = PlaceId>>(
        places: usize,
        each: impl Fn(PlaceId) -> I,
    ) -> Self {
        let words = words(places);
        let mut bits = vec![0; places * words];
        for at in PlaceId::all(places) {
            let row = &mut bits[at.index() * words..][..words];
            for other in each(at) {
                let (word, bit) = bit(other);
                row[word] |= bit;
            }
        }
        Self { words, bits }
    }
    /// Those of one place.
    #[inline]
    pub(super) fn row(&self, place: PlaceId) -> &[Word] {
        &self.bits[place.index() * self.words..][..self.words]
    }
}
