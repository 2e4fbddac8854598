//! Text with links in it: what stands between backticks is code, and a name that the reference tells of leads there.

use crate::diagnostics::pages;
use crate::scenario::format::{Kind, Shape, Word, all};

use super::{inner_anchor, kind_anchor};

/// A piece of a text.
pub(super) struct Piece {
    /// What is written.
    pub(super) text: String,
    /// Whether it is code.
    pub(super) code: bool,
    /// Where it leads; empty where nowhere.
    pub(super) link: String,
}

/// A text in pieces.
pub(super) type Pieces = Vec<Piece>;

/// A link.
pub(super) struct Link {
    /// What is written.
    pub(super) text: String,
    /// Where it leads.
    pub(super) anchor: String,
}

impl Link {
    pub(super) fn new(text: impl Into<String>, anchor: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            anchor: anchor.into(),
        }
    }
}

impl Piece {
    pub(super) fn linked(text: &str, anchor: &str) -> Self {
        Self {
            text: text.to_owned(),
            code: false,
            link: anchor.to_owned(),
        }
    }
    /// The piece in Markdown.
    pub(super) fn markdown(&self) -> String {
        let text = if self.code {
            format!("`{}`", self.text)
        } else {
            self.text.replace('<', "&lt;")
        };
        // A bar would end the cell that the text stands in.
        let text = text.replace('|', "\\|");
        if self.link.is_empty() {
            text
        } else {
            format!("[{text}](#{})", self.link)
        }
    }
}

/// A piece that is neither code nor link.
pub(super) fn plain(text: impl Into<String>) -> Piece {
    Piece {
        text: text.into(),
        code: false,
        link: String::new(),
    }
}

/// A text in pieces. `within` is the kind it is told of, whose own fields and words come first.
pub(super) fn pieces(text: &str, within: Option<&Kind>) -> Pieces {
    text.split('`')
        .enumerate()
        .filter(|(_, part)| !part.is_empty())
        .map(|(n, part)| Piece {
            text: part.to_owned(),
            code: n % 2 == 1,
            link: if n % 2 == 1 {
                told(part, within).unwrap_or_default()
            } else {
                String::new()
            },
        })
        .collect()
}

/// Where a name is told of, if one place only tells of it.
fn told(code: &str, within: Option<&Kind>) -> Option<String> {
    let name = code
        .split(['(', ' '])
        .next()
        .unwrap_or(code)
        .trim_end_matches(':');
    if let Some(page) = pages::of(name) {
        return Some(format!("message-{}", page.key));
    }
    let names = |kind: &Kind| {
        kind.fields().iter().any(|field| field.name == name)
            || kind.words().iter().any(|word| word.name == name)
    };
    if let Some(kind) = within.filter(|kind| names(kind)) {
        return Some(inner_anchor(kind, name));
    }
    // The fields of a kind's words are told of where they stand.
    let argument = |word: &Word| matches!(word.takes, Shape::Fields(fields) if fields.iter().any(|f| f.name == name));
    if within.is_some_and(|kind| kind.words().iter().any(argument)) {
        return None;
    }
    if let Some(kind) = all().find(|kind| kind.title() == name) {
        return Some(kind_anchor(kind));
    }
    let mut of = all().filter(|kind| names(kind));
    let only = of.next()?;
    of.next().is_none().then(|| inner_anchor(only, name))
}
