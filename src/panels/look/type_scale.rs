//! The faces and sizes. A name is romanised first, characters second and a size smaller, then the office.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId, TextStyle};

use super::faces;

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

/// Each family: its name, and its faces in the order in which they are asked for a character.
const FAMILIES: [(&str, [&str; 3]); 5] = [
    ("medium", ["medium", "zh", "latin"]),
    ("semibold", ["semibold", "zh-bold", "latin"]),
    ("italic", ["italic", "zh", "latin"]),
    ("small-capitals", ["capitals", "zh", "semibold"]),
    ("brush", ["brush", "brush-wide", "zh-bold"]),
];

/// Installs the faces.
pub(super) fn install(ctx: &egui::Context, plain_face: bool) {
    let mut fonts = FontDefinitions::empty();
    let (medium, semibold, italic) = if plain_face {
        (faces::PLAIN, faces::PLAIN_SEMIBOLD, faces::PLAIN_ITALIC)
    } else {
        (faces::MEDIUM, faces::SEMIBOLD, faces::ITALIC)
    };
    for (name, bytes) in [
        ("medium", medium),
        ("semibold", semibold),
        ("italic", italic),
        ("capitals", faces::CAPITALS),
        // The plain face has fewer signs.
        ("latin", faces::MEDIUM),
        ("zh", faces::SERIF_ZH),
        ("zh-bold", faces::SERIF_ZH_BOLD),
        ("brush", faces::BRUSH),
        ("brush-wide", faces::BRUSH_WIDE),
    ] {
        let face = FontData::from_static(bytes);
        fonts.font_data.insert(name.to_owned(), Arc::new(face));
    }
    for (family, chain) in FAMILIES {
        let mut chain: Vec<String> = chain.iter().map(|f| (*f).to_owned()).collect();
        if family == "brush" {
            chain.push("semibold".to_owned());
        }
        fonts
            .families
            .insert(FontFamily::Name(family.into()), chain.clone());
        if family == "medium" {
            // Whatever asks for no family of ours still gets a face of ours.
            fonts
                .families
                .insert(FontFamily::Proportional, chain.clone());
            fonts.families.insert(FontFamily::Monospace, chain);
        }
    }
    ctx.set_fonts(fonts);
}

/// The styles of egui's own widgets.
pub(super) fn styles() -> BTreeMap<TextStyle, FontId> {
    let named = |name: &str| TextStyle::Name(name.into());
    BTreeMap::from([
        (TextStyle::Heading, Type::Heading.font()),
        (TextStyle::Body, Type::Body.font()),
        (TextStyle::Button, Type::Button.font()),
        (TextStyle::Small, Type::Small.font()),
        (TextStyle::Monospace, Type::Body.font()),
        (named("display"), Type::Display.font()),
        (named("section"), Type::Section.font()),
        (named("option"), Type::Option.font()),
        (named("read"), Type::Read.font()),
        (named("note"), Type::Note.font()),
        (named("value"), Type::Value.font()),
        (named("date"), Type::Date.font()),
        (named("slip"), Type::Slip.font()),
        (named("glyph"), Type::Glyph.font()),
    ])
}
