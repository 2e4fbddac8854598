//! A page for every kind of diagnostic: what it means, why it matters, a wrong and a right example.
//!
//! This is the one list of keys. A test holds that every key the code uses stands here, that each has a piece in the
//! museum of `tests/bad`, and that its examples do there what the page says. Pages are text and know no game types.

mod bench;
mod history;
mod logic;
mod naming;
mod overlay;
mod reading;
mod text;

use std::fmt::Write as _;

use super::Severity;

/// What there is to say about a kind of diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its key.
    pub key: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// In a few words.
    pub title: &'static str,
    /// What it means.
    pub means: &'static str,
    /// Why it matters, and what to do.
    pub matters: &'static str,
    /// What is wrong, as it would stand in a file; empty where no few lines can show it.
    pub wrong: &'static str,
    /// The same made right.
    pub right: &'static str,
}

impl Page {
    /// Whether a file may say that it is right as it stands.
    #[must_use]
    pub fn can_be_allowed(&self) -> bool {
        self.severity != Severity::Error && !self.key.starts_with("allow-")
    }

    /// The page as text for a terminal.
    #[must_use]
    pub fn told(&self) -> String {
        let mut out = format!(
            "{}[{}]: {}\n\n{}\n\n{}\n",
            self.severity.word(),
            self.key,
            self.title,
            textwrap::fill(self.means, 78),
            textwrap::fill(self.matters, 78)
        );
        for (heading, example) in [("Wrong", self.wrong), ("Right", self.right)] {
            if !example.is_empty() {
                let _ = writeln!(out, "\n{heading}:\n{}", textwrap::indent(example, "    "));
            }
        }
        if self.can_be_allowed() {
            let _ = writeln!(
                out,
                "\nWhere it is right as it stands, say so in the file:\n    // allow({}): the reason",
                self.key
            );
        }
        out
    }
}

const fn page(
    severity: Severity,
    key: &'static str,
    title: &'static str,
    means: &'static str,
    matters: &'static str,
    wrong: &'static str,
    right: &'static str,
) -> Page {
    Page {
        key,
        severity,
        title,
        means,
        matters,
        wrong,
        right,
    }
}

/// Chapters of pages, in the order in which a file is read.
pub const CHAPTERS: &[(&str, &[Page])] = &[
    ("Reading the file", reading::PAGES),
    ("Names, dates and numbers", naming::PAGES),
    ("History", history::PAGES),
    ("Logic", logic::PAGES),
    ("Text", text::PAGES),
    ("What was said to be right", bench::PAGES),
    ("Translations", overlay::PAGES),
];

/// Every page.
pub fn all() -> impl Iterator<Item = &'static Page> {
    CHAPTERS.iter().flat_map(|(_, pages)| pages.iter())
}

/// The page of a key.
#[must_use]
pub fn of(key: &str) -> Option<&'static Page> {
    all().find(|page| page.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_stable_names_and_stand_once() {
        let mut seen = std::collections::BTreeSet::new();
        for page in all() {
            assert!(seen.insert(page.key), "`{}` stands twice", page.key);
            assert!(
                page.key
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
            for text in [page.title, page.means, page.matters] {
                assert!(!text.trim().is_empty(), "{}: something is empty", page.key);
            }
            assert_eq!(
                page.wrong.is_empty(),
                page.right.is_empty(),
                "{}: one example without the other",
                page.key
            );
        }
        assert!(of("unknown-id").is_some() && of("unknown").is_none());
    }

    #[test]
    fn a_page_reads_like_one() {
        let page = of("option-changes-nothing")
            .map(Page::told)
            .unwrap_or_default();
        assert!(
            page.starts_with("warning[option-changes-nothing]: "),
            "{page}"
        );
        assert!(
            page.contains("\nWrong:\n    ") && page.contains("\nRight:\n    "),
            "{page}"
        );
        assert!(
            page.contains("// allow(option-changes-nothing): "),
            "{page}"
        );
        let page = of("unknown-id").map(Page::told).unwrap_or_default();
        assert!(!page.contains("allow("), "{page}");
    }
}
