//! Whom and what a text names: for links to the codex, and for finding what is told of somebody.

use std::ops::Range;

use super::names;
use crate::base::ids::{PersonId, PlaceId};
use crate::view::View;

/// Somebody or something with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A person.
    Person(PersonId),
    /// A place.
    Place(PlaceId),
}

/// A name that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where, in bytes.
    pub at: Range<usize>,
    /// Whose name it is.
    pub what: Named,
}

/// Every name a court knows, longest first, so that a name within another is not taken for itself.
#[derive(Clone, Debug)]
pub struct Index {
    names: Vec<(String, Named)>,
}

impl Index {
    /// The names as this court uses them. What two persons are called names neither.
    #[must_use]
    pub fn new(view: &View<'_>) -> Self {
        let book = view.book();
        let people: Vec<String> = (0..book.people.len())
            .map(|i| names::name(view, PersonId::of(i)))
            .collect();
        let places = view
            .places()
            .map(|place| (names::place(book, place), Named::Place(place)));
        let mut names: Vec<(String, Named)> = people
            .iter()
            .enumerate()
            .filter(|(i, name)| {
                people
                    .iter()
                    .enumerate()
                    .all(|(j, other)| j == *i || other != *name)
            })
            .filter(|(i, _)| names::is_of_the_time(book, PersonId::of(*i)))
            .map(|(i, name)| (name.clone(), Named::Person(PersonId::of(i))))
            .chain(places)
            .filter(|(name, _)| name.len() > 3 && name.starts_with(char::is_uppercase))
            .collect();
        names.sort_by_key(|(name, what)| (std::cmp::Reverse(name.len()), *what));
        Self { names }
    }

    /// What a text names, in its order, as whole words.
    #[must_use]
    pub fn of(&self, text: &str) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for (name, what) in &self.names {
            for (start, _) in text.match_indices(name.as_str()) {
                let at = start..start + name.len();
                let whole = !text[..at.start].ends_with(char::is_alphanumeric)
                    && !text[at.end..].starts_with(char::is_alphanumeric);
                let free = found
                    .iter()
                    .all(|f| f.at.end <= at.start || at.end <= f.at.start);
                if whole && free {
                    found.push(Found { at, what: *what });
                }
            }
        }
        found.sort_by_key(|f| f.at.start);
        found
    }
}
