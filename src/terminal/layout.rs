//! Lines that fit: wrapping, hanging indents, columns. Chinese characters are two columns wide.

use textwrap::Options;
use unicode_width::UnicodeWidthStr;

/// No line is wider than this: eighty columns, with one to spare for terminals that wrap at the edge.
pub const WIDTH: usize = 79;

/// A page under way.
#[derive(Clone, Debug, Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// A paragraph, wrapped.
    pub fn para(&mut self, text: &str) {
        self.hang("", text, "");
    }
    /// A paragraph indented by this many columns.
    pub fn indent(&mut self, by: usize, text: &str) {
        let space = " ".repeat(by);
        self.hang(&space, text, &space);
    }
    /// A paragraph whose first line begins with `first` and whose others begin with `rest`.
    pub fn hang(&mut self, first: &str, text: &str, rest: &str) {
        for part in text.split('\n') {
            let options = Options::new(WIDTH)
                .initial_indent(first)
                .subsequent_indent(rest)
                .break_words(true);
            for line in textwrap::wrap(part, options) {
                self.text.push_str(line.trim_end());
                self.text.push('\n');
            }
        }
    }
    /// A label of a fixed width, then text that hangs beside it.
    pub fn beside(&mut self, by: usize, label: &str, width: usize, text: &str) {
        let first = format!("{}{}", " ".repeat(by), pad(label, width));
        self.hang(&first, text, &" ".repeat(by + width));
    }
    /// An empty line, unless there is one already.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
    /// A heading, after an empty line.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.para(text);
    }
    /// Another page after this one.
    pub fn add(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }
    /// Whether nothing stands on it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
    /// The text.
    #[must_use]
    pub fn text(self) -> String {
        self.text
    }
}

/// The text filled up with blanks to this many columns.
#[must_use]
pub fn pad(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(blanks))
}

/// The text pushed to the right within this many columns.
#[must_use]
pub fn right(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width());
    format!("{}{text}", " ".repeat(blanks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(pad("開封", 6), "開封  ");
        assert_eq!(right("12", 5), "   12");
        let mut page = Page::new();
        page.indent(5, &"靖康元年二月初一丁酉".repeat(9));
        for line in page.text().lines() {
            assert!(line.width() <= WIDTH, "{line}");
            assert!(line.starts_with("     "));
        }
    }
}
