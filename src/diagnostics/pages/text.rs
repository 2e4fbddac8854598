//! What cannot be read well.

use super::{Page, page};
use crate::diagnostics::Severity::Warning;

pub(super) const PAGES: &[Page] = &[
    page(
        Warning,
        "brief-length",
        "a brief that is too short to decide by, or too long to be read aloud",
        "A decision's brief has fewer than 60 or more than 150 words.",
        "It is all that a player knows when he chooses. What is true only sometimes belongs in `asides`.",
        "Decide.",
        "The list asks for silver that the treasury does not hold, for the prefectures of the north with the walls and the people in them, and for a prince to ride back with it as surety. The councillors say that silver can be found and a prince can be spared.",
    ),
    page(
        Warning,
        "too-long-for-panel",
        "a text that its place on the screen cannot hold",
        "A title, a name or a label is longer than the panel that shows it.",
        "It would be cut off, or push what stands beside it out of sight. Chinese characters count double.",
        "label: \"Send the letter into the city with an envoy and wait beside the moat until somebody answers it\"",
        "label: \"Send the letter\"",
    ),
    page(
        Warning,
        "missing-glyph",
        "a character that no typeface of the game has",
        "The text would show a gap there.",
        "Rare variants of characters have a common form that is in the typefaces; signs and pictures have a word.",
        "The stage 🐉",
        "The stage",
    ),
    page(
        Warning,
        "same-name",
        "two people with one name",
        "Two persons have the same name, or the same name in Chinese with nothing in `other_names` that tells them apart.",
        "Links in running text lead to neither, and a reader cannot tell who is meant. Add in brackets who he is, as `Li Shi (uncle of Shizong)`, and say in `other_names` whom not to confuse him with.",
        "id: \"li_gang\", name: \"Li Bangyan\"",
        "id: \"li_gang\", name: \"Li Gang\"",
    ),
    page(
        Warning,
        "unlinked-person",
        "a person whom no text can be linked to",
        "Somebody has a part in the scenario, and his name is so short, or so written, that the game does not take it for a name.",
        "Names in running text lead to the person's page when they have more than three letters and begin with a capital.",
        "id: \"li_gang\", name: \"Li\"",
        "id: \"li_gang\", name: \"Li Gang\"",
    ),
];
