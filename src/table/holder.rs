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
    /// Liao and Northern Liao: a grid.
    Liao,
    /// Mongols: vertical lines.
    Mongol,
    /// Puppet courts: diagonals at −45°, with the first letter of the name.
    Puppet(char),
    /// Bands and any other: dashes, with the first letter of the name.
    Other(char),
    /// Nobody.
    Nobody,
}

impl Holder {
    /// The holder that a court is.
    #[must_use]
    pub fn of(book: &Scenario, court: Option<CourtId>) -> Self {
        let Some(court) = court.and_then(|c| book.courts.get(c.index())) else {
            return Self::Nobody;
        };
        let letter = court
            .name
            .chars()
            .next()
            .unwrap_or('?')
            .to_ascii_uppercase();
        match court.id.as_str() {
            "song" => Self::Song,
            "jin" => Self::Jin,
            "xia" => Self::Xia,
            "mongol" | "mongols" => Self::Mongol,
            id if id.contains("liao") => Self::Liao,
            "chu" | "qi" => Self::Puppet(letter),
            _ => Self::Other(letter),
        }
    }
    /// Its letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Song => 'S',
            Self::Jin => 'J',
            Self::Xia => 'X',
            Self::Liao => 'L',
            Self::Mongol => 'M',
            Self::Puppet(letter) | Self::Other(letter) => letter,
            Self::Nobody => '–',
        }
    }
    /// Whether its flags and seals are solid with the character knocked out; others are framed with the character raised.
    #[must_use]
    pub const fn solid(self) -> bool {
        matches!(self, Self::Song | Self::Xia | Self::Mongol)
    }
}
