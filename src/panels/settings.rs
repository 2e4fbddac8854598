//! What a person set: text size, theme, motion, face, and when the record is shown. Kept by the [`Store`](super::store::Store).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The three themes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Paper,
    /// Light on dark.
    Night,
    /// Black on white, without texture.
    Contrast,
}

impl Theme {
    /// Every theme, in the order offered.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Night, Self::Contrast];
}

/// When the record is shown beside one's own choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reveal {
    /// After each choice.
    EachChoice,
    /// At the end.
    #[default]
    AtTheEnd,
    /// Never.
    Never,
}

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Text size in percent, 80 to 200.
    pub text_percent: u16,
    /// The theme.
    pub theme: Theme,
    /// Nothing slides, drops or glides.
    pub reduced_motion: bool,
    /// A face that is easier to read for dyslexic readers.
    pub plain_face: bool,
    /// When the record is shown.
    pub reveal: Reveal,
    /// The language, by the standard of such names.
    pub language: String,
    /// Marches and battles of a turn are shown on the map.
    pub show_marches: bool,
    /// A secretariat settles the lesser matters.
    pub secretariat: bool,
    /// Hints that were read.
    pub hints_read: BTreeSet<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            text_percent: 100,
            theme: Theme::default(),
            reduced_motion: false,
            plain_face: false,
            reveal: Reveal::default(),
            language: "en".to_owned(),
            show_marches: true,
            secretariat: false,
            hints_read: BTreeSet::new(),
        }
    }
}

impl Settings {
    /// The least and the greatest text size, percent.
    pub const TEXT_PERCENT: (u16, u16) = (80, 200);

    /// The same within its bounds: a file may hold anything.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        let (least, most) = Self::TEXT_PERCENT;
        self.text_percent = self.text_percent.clamp(least, most);
        self
    }
}
