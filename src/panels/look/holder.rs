//! The colour of whoever holds a place.

use egui::Color32;

use super::Palette;
pub use crate::table::holder::Holder;

impl Holder {
    /// Its colour.
    #[must_use]
    pub const fn colour(self, ink: &Palette) -> Color32 {
        match self {
            Self::Song => ink.song,
            Self::Jin => ink.jin,
            Self::Xia => ink.xia,
            Self::Liao(_) => ink.liao,
            Self::Mongol => ink.mong,
            Self::Puppet(_) => ink.puppet,
            Self::Other(_) => ink.ink2,
            Self::Nobody => ink.ink3,
        }
    }
}
