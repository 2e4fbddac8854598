//! The faces and sizes. A name is romanised first, characters second and a size smaller, then the office.

use egui::{FontFamily, FontId};

/// A style of text; its size and line height in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// The start screen only.
    Display,
    /// The title of a memorial or proposal.
    Heading,
    /// "The council speaks", "Ledger of the oath".
    Section,
    /// The label of an option, clause or order.
    Option,
    /// The text of a memorial.
    Read,
    /// Voices, tables, forms.
    Body,
    /// Names and whatever is to stand out in body text.
    Strong,
    /// Expectations, the age of news, notes: the third voice.
    Italic,
    /// Buttons.
    Button,
    /// Offices, costs, margin notes, sources.
    Note,
    /// The same in italic.
    NoteItalic,
    /// The smallest Latin anywhere: labels of the strip, axes, rail.
    Small,
    /// Numbers of the realm.
    Value,
    /// The date.
    Date,
    /// The title slip: brush.
    Slip,
    /// The rail: brush.
    Glyph,
}

impl Type {
    /// Face and size.
    #[must_use]
    pub fn font(self) -> FontId {
        let named = |name: &str| FontFamily::Name(name.into());
        let (family, size) = match self {
            Self::Display => (named("small-capitals"), 44.0),
            Self::Heading => (named("semibold"), 30.0),
            Self::Section => (named("small-capitals"), 19.0),
            Self::Option => (named("semibold"), 18.0),
            Self::Read => (FontFamily::Proportional, 18.0),
            Self::Body => (FontFamily::Proportional, 16.0),
            Self::Strong => (named("semibold"), 16.0),
            Self::Italic => (named("italic"), 16.0),
            Self::Button => (named("semibold"), 17.0),
            Self::Note => (FontFamily::Proportional, 15.0),
            Self::NoteItalic => (named("italic"), 15.0),
            Self::Small => (FontFamily::Proportional, 14.0),
            Self::Value => (named("semibold"), 19.0),
            Self::Date => (named("semibold"), 21.0),
            Self::Slip => (named("brush"), 25.0),
            Self::Glyph => (named("brush"), 26.0),
        };
        FontId::new(size, family)
    }
    /// Points from line to line.
    #[must_use]
    pub const fn line(self) -> f32 {
        match self {
            Self::Display => 52.0,
            Self::Heading => 38.0,
            Self::Section => 22.0,
            Self::Option => 24.0,
            Self::Read | Self::Date => 25.0,
            Self::Body | Self::Strong | Self::Italic => 19.0,
            Self::Button => 20.0,
            Self::Note | Self::NoteItalic => 18.0,
            Self::Small => 16.0,
            Self::Value => 24.0,
            Self::Slip => 29.0,
            Self::Glyph => 32.0,
        }
    }
}

/// Installs the faces.
pub(super) fn install(ctx: &egui::Context, plain_face: bool) {
    let _ = plain_face;
    let mut fonts = egui::FontDefinitions::default();
    let usual = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    for name in ["semibold", "italic", "small-capitals", "brush"] {
        fonts
            .families
            .insert(FontFamily::Name(name.into()), usual.clone());
    }
    ctx.set_fonts(fonts);
}
