//! How near the map is seen, in three classes: what is shown at each, and how large it is drawn. Strokes never swell in between.

use egui::FontId;

use crate::panels::look::Type;
use crate::scenario::model::PlaceKind;

/// How near the map is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The whole realm: about 2.4 km to a point.
    Far,
    /// A theatre of war: about 1 km to a point.
    Middle,
    /// The country round a town: about 0.45 km to a point.
    Near,
}

impl Class {
    /// The class of a scale.
    #[must_use]
    pub fn of(km_per_point: f64) -> Self {
        if km_per_point >= 1.55 {
            Self::Far
        } else if km_per_point >= 0.67 {
            Self::Middle
        } else {
            Self::Near
        }
    }
    /// Whether a place of this kind has a sign at all, unless something goes on there.
    #[must_use]
    pub const fn shows_sign(self, kind: PlaceKind) -> bool {
        match self {
            Self::Far => matches!(kind, PlaceKind::Capital | PlaceKind::SuperiorPrefecture),
            Self::Middle => !matches!(kind, PlaceKind::Depot),
            Self::Near => true,
        }
    }
    /// Whether a place of this kind has its name, unless something goes on there. `theatre` is for places near an army.
    #[must_use]
    pub const fn shows_name(self, kind: PlaceKind, theatre: bool) -> bool {
        match self {
            Self::Far => matches!(kind, PlaceKind::Capital),
            Self::Middle => {
                matches!(kind, PlaceKind::Capital | PlaceKind::SuperiorPrefecture)
                    || (theatre && !matches!(kind, PlaceKind::Depot))
            }
            Self::Near => true,
        }
    }
    /// The side of a place's sign in points.
    #[must_use]
    pub const fn sign(self, kind: PlaceKind) -> f32 {
        let (capital, superior, other) = match self {
            Self::Far => (13.0, 8.0, 7.0),
            Self::Middle => (16.0, 10.0, 8.0),
            Self::Near => (18.0, 12.0, 10.0),
        };
        match kind {
            PlaceKind::Capital => capital,
            PlaceKind::SuperiorPrefecture => superior,
            PlaceKind::Depot => 5.0,
            PlaceKind::Prefecture
            | PlaceKind::Pass
            | PlaceKind::Ford
            | PlaceKind::Port
            | PlaceKind::TribalSeat => other,
        }
    }
    /// The side of a flag.
    #[must_use]
    pub const fn flag(self) -> f32 {
        match self {
            Self::Far => 24.0,
            Self::Middle => 27.0,
            Self::Near => 30.0,
        }
    }
    /// Whether the second line of a banner is shown: who, or how old the news is.
    #[must_use]
    pub const fn tells_who(self) -> bool {
        !matches!(self, Self::Far)
    }
}

/// A kind of lettering on the map. The sizes are the map's own; the faces are everybody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lettering {
    /// A capital.
    Capital,
    /// Its characters.
    CapitalZh,
    /// A town.
    Town,
    /// Its characters.
    TownZh,
    /// A region.
    Region,
    /// Its characters.
    RegionZh,
    /// A river, along its line.
    River,
    /// A banner's strength.
    Strength,
    /// A banner's second line.
    Who,
    /// The character on a flag.
    Flag,
    /// A number on a disc.
    Disc,
    /// The letter of a holder on the inset.
    Letter,
}

impl Lettering {
    /// Face and size.
    #[must_use]
    pub fn font(self, class: Class) -> FontId {
        let near = class == Class::Near;
        let (face, size) = match self {
            Self::Capital => (Type::Strong, if near { 21.0 } else { 19.0 }),
            Self::CapitalZh => (Type::Body, if near { 18.0 } else { 17.0 }),
            Self::Town => (Type::Body, if near { 16.0 } else { 15.0 }),
            Self::TownZh => (Type::Body, 14.0),
            Self::Region => (Type::Section, if near { 20.0 } else { 18.0 }),
            Self::RegionZh => (Type::Body, 15.0),
            Self::River => (Type::Italic, if near { 19.0 } else { 17.0 }),
            Self::Strength => (Type::Strong, if near { 16.0 } else { 15.0 }),
            Self::Who => (Type::Italic, 14.0),
            Self::Flag => (Type::Strong, class.flag() * 0.68),
            Self::Disc => (Type::Strong, 14.0),
            Self::Letter => (Type::Strong, 20.0),
        };
        FontId::new(size, face.font().family)
    }
}
