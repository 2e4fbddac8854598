//! Who holds a place, for the eye: a letter and a pattern each beside the colour that a face gives it, so that no colour speaks alone.

use crate::base::ids::CourtId;
use crate::scenario::model::Scenario;

/// Whoever holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// Song: diagonals at 45°, solid flag.
    Song,
    /// Jin: horizontal lines, framed flag.
    Jin,
    /// Xia: dots.
    Xia,
    /// Liao and Northern Liao: a grid, with the letter of which of them.
    Liao(char),
    /// Mongols: vertical lines.
    Mongol,
    /// Puppet courts: diagonals at −45°, with a letter of the name.
    Puppet(char),
    /// Bands and any other: dashes, with a letter of the name.
    Other(char),
    /// Nobody.
    Nobody,
}

impl Holder {
    /// The holder that a court is. No two courts of a scenario have the same letter.
    #[must_use]
    pub fn of(book: &Scenario, court: Option<CourtId>) -> Self {
        let Some(id) = court.filter(|c| c.index() < book.courts.len()) else {
            return Self::Nobody;
        };
        Self::of_kind(&book.courts[id.index()].id).unwrap_or_else(|| {
            let letter = letter_of(book, id);
            match book.courts[id.index()].id.as_str() {
                id if id.contains("liao") => Self::Liao(letter),
                "chu" | "qi" => Self::Puppet(letter),
                _ => Self::Other(letter),
            }
        })
    }
    /// One of the courts whose letter is the same in every scenario.
    fn of_kind(id: &str) -> Option<Self> {
        Some(match id {
            "song" => Self::Song,
            "jin" => Self::Jin,
            "xia" => Self::Xia,
            "mongol" | "mongols" => Self::Mongol,
            _ => return None,
        })
    }
    /// Its letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Song => 'S',
            Self::Jin => 'J',
            Self::Xia => 'X',
            Self::Mongol => 'M',
            Self::Liao(letter) | Self::Puppet(letter) | Self::Other(letter) => letter,
            Self::Nobody => '–',
        }
    }
    /// Whether its flags and seals are solid with the character knocked out; others are framed with the character raised.
    #[must_use]
    pub const fn solid(self) -> bool {
        matches!(self, Self::Song | Self::Xia | Self::Mongol)
    }
}

/// The letter of a court whose letter is not the same everywhere: the first of its name that no court before it has. The courts
/// that are the same everywhere come first, then Liao and the puppets, then the others as the scenario names them.
fn letter_of(book: &Scenario, court: CourtId) -> char {
    let rank = |n: &usize| match book.courts[*n].id.as_str() {
        "liao" | "chu" | "qi" => 0,
        _ => 1,
    };
    let ids = book.courts.iter().map(|court| court.id.as_str());
    let mut taken: Vec<char> = ids
        .filter_map(|id| Holder::of_kind(id).map(Holder::letter))
        .collect();
    let mut others: Vec<usize> = (0..book.courts.len())
        .filter(|n| Holder::of_kind(&book.courts[*n].id).is_none())
        .collect();
    others.sort_by_key(rank);
    for n in others {
        let letter = free(&book.courts[n].name, &taken);
        if n == court.index() {
            return letter;
        }
        taken.push(letter);
    }
    '?'
}

/// The letter that a name would have: the first of one of its words, else any of it, else any at all, whichever is free.
fn free(name: &str, taken: &[char]) -> char {
    let words = name
        .split_whitespace()
        .filter(|word| !word.eq_ignore_ascii_case("the"));
    let firsts = words.clone().filter_map(|word| word.chars().next());
    // I and O read as numbers.
    let others = words.flat_map(str::chars).filter(|c| !"IOio".contains(*c));
    firsts
        .chain(others)
        .chain('A'..='Z')
        .filter(|c| c.is_alphabetic())
        .map(|c| c.to_uppercase().next().unwrap_or(c))
        .find(|c| !taken.contains(c))
        .unwrap_or('?')
}
