//! What can be wrong with a scenario's texts in another language.

use super::{Page, page};
use crate::diagnostics::Severity::{Tip, Warning};

pub(super) const PAGES: &[Page] = &[
    page(
        Warning,
        "overlay-unreadable",
        "a translated text that cannot be read",
        "The entry is not written as a text of an overlay is: its key, `=`, the text, and on a line of its own, after four spaces, `.of =` and the mark of the text it was made from. Or its key stands in the file twice.",
        "The text is shown in the scenario's own words. Braces are signs of this kind of file: write `{ $it }` where the scenario has `{it}`, and any other brace between quotation marks, `{\"{\"}`.",
        "El {sitio} en pequeño.",
        "El sitio en pequeño.",
    ),
    page(
        Warning,
        "overlay-stale",
        "a translation of a text that has changed",
        "The scenario's text is not the one that the translation was made from, or the translation does not say from which it was made.",
        "It is still shown, and may say what the scenario no longer says. `rivers translate` writes the new text above it; when it agrees again, put the new mark below it.",
        ".of = 00000000",
        ".of = 73ee7bb2",
    ),
    page(
        Warning,
        "overlay-unused",
        "a translation of nothing",
        "No text of the scenario has this key: the thing was deleted or has another id now, or the key is misspelt.",
        "It is never shown. Mend the key, or delete the entry.",
        "ending-stod-title",
        "ending-stood-title",
    ),
    page(
        Tip,
        "overlay-missing",
        "texts that are not translated",
        "The overlay has no entry for some texts of the scenario.",
        "They are shown in the scenario's own words. `rivers translate SCENARIO --lang LANGUAGE` adds them to the file as notes, to be filled in.",
        "",
        "",
    ),
];
