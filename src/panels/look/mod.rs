//! How everything looks: the one place that owns a colour, a size or a stroke. No panel writes one of its own.
//!
//! * [`palette`] — the colours of the three themes
//! * [`type_scale`] — families and sizes; [`faces`] — the bytes of the faces
//! * [`paper`], [`seals`] — what is painted; [`pictures`] keeps it
//! * [`projector`] — type for a picture on a wall
//! * [`holder`] — colour, letter and pattern of whoever holds a place

pub mod faces;
pub mod holder;
pub mod palette;
pub mod paper;
pub mod pictures;
pub mod projector;
pub mod seals;
pub mod type_scale;

pub use holder::Holder;
pub use palette::Palette;
pub use pictures::Ground;
pub use type_scale::Type;

use super::settings::{Settings, Theme};

/// The look in force: made anew when the settings change. Pictures that were made for it are kept in the egui context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The theme.
    pub theme: Theme,
    /// Its colours.
    pub ink: Palette,
    /// Nothing moves.
    pub still: bool,
    /// The face that is easier to read for dyslexic readers.
    pub plain_face: bool,
}

impl Look {
    /// The look of these settings.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self {
            theme: settings.theme,
            ink: Palette::of(settings.theme),
            still: settings.reduced_motion,
            plain_face: settings.plain_face,
        }
    }

    /// Sets the context up for this look: fonts, styles, text size. Call it when the look has changed.
    pub fn apply(&self, ctx: &egui::Context) {
        type_scale::install(ctx, self.plain_face);
        palette::install(ctx, self);
    }
}
