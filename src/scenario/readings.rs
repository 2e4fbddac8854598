//! Which reading of each disputed number is played.
//!
//! A writer marks one reading of a disputed number as taken. A scenario can be loaded under another: [`super::load::load_under`] then reads
//! the whole file as if that reading were the one taken, so that whatever is reckoned from the number follows it.

use std::collections::BTreeMap;

use super::language::{Figure, Reading, Resolved};
use super::model::Scenario;
use crate::base::ids::SourceId;

/// The readings that are played in the place of those taken: by the id of the dispute, the number of the reading. Of an id that a scenario
/// does not have, and of a number beyond its readings, the taken one is played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings(BTreeMap<String, usize>);

impl Readings {
    /// The reading as which a dispute is played is this one.
    #[must_use]
    pub fn with(mut self, dispute: &str, reading: usize) -> Self {
        self.0.insert(dispute.to_owned(), reading);
        self
    }
    /// Which reading of a dispute is played in the place of the taken one.
    #[must_use]
    pub fn of(&self, dispute: &str) -> Option<usize> {
        self.0.get(dispute).copied()
    }
    /// Whether every number is played as it is taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Every dispute that is played otherwise, with the number of its reading.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(id, n)| (id.as_str(), *n))
    }
}

/// The id of the dispute about an army's men.
pub(super) fn of_army(id: &str) -> String {
    format!("army:{id}")
}

/// The id of the dispute about a place's garrison.
pub(super) fn of_garrison(id: &str) -> String {
    format!("garrison:{id}")
}

/// A disputed number of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Disputed<'s> {
    /// Whose it is.
    pub of: Whose<'s>,
    /// Its readings.
    pub readings: &'s [Reading<Resolved>],
}

/// What a disputed number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'s> {
    /// The men of an army: its id and its name.
    Army(&'s str, &'s str),
    /// The garrison of a place: its id and its name.
    Garrison(&'s str, &'s str),
}

impl Disputed<'_> {
    /// Its id, as [`Readings`] and tables call it.
    #[must_use]
    pub fn id(&self) -> String {
        match self.of {
            Whose::Army(id, _) => of_army(id),
            Whose::Garrison(id, _) => of_garrison(id),
        }
    }
    /// The number of the reading that is taken.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.readings.iter().position(|r| r.taken).unwrap_or(0)
    }
    /// The number of the reading of a source: the taken one if it is the source's, else the source's first.
    #[must_use]
    pub fn by(&self, source: SourceId) -> Option<usize> {
        let taken = self.taken();
        if self.readings.get(taken).is_some_and(|r| r.source == source) {
            return Some(taken);
        }
        self.readings.iter().position(|r| r.source == source)
    }
}

/// Every disputed number of a scenario: armies in the order of the file, then places in that of the atlas.
#[must_use]
pub fn disputes(book: &Scenario) -> Vec<Disputed<'_>> {
    let armies = book
        .armies
        .iter()
        .map(|army| (Whose::Army(&army.id, &army.name), Some(&army.men_figure)));
    let places = book
        .places
        .iter()
        .zip(&book.atlas.places)
        .map(|(setup, place)| {
            (
                Whose::Garrison(&place.id, &place.name),
                setup.garrison_figure.as_ref(),
            )
        });
    armies
        .chain(places)
        .filter_map(|(of, figure)| match figure {
            Some(Figure::Disputed(readings)) => Some(Disputed { of, readings }),
            _ => None,
        })
        .collect()
}
