//! Text on its way into a page.
//!
//! Whatever a scenario, an overlay or a player has written goes through here. Askama escapes plain strings by itself; [`Words`] does so too
//! and marks what is Chinese, so that it is set and spoken as Chinese.

use std::fmt::{self, Display, Formatter};

use askama::filters::HtmlSafe;

/// The most characters of a name that a player gave.
const LONGEST_NAME: usize = 120;

/// A piece of a page: escaped, with a mark round each run of Chinese.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(String);

impl Words {
    /// The text as part of a page.
    pub(super) fn of(text: &str) -> Self {
        let mut out = String::with_capacity(text.len() + 16);
        let mut chinese = false;
        for c in text.chars().filter_map(fit) {
            if is_chinese(c) != chinese {
                out.push_str(if chinese {
                    "</span>"
                } else {
                    "<span lang=\"zh-Hant\">"
                });
                chinese = !chinese;
            }
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\'' => out.push_str("&#39;"),
                c => out.push(c),
            }
        }
        if chinese {
            out.push_str("</span>");
        }
        Self(out)
    }
    /// Each of them.
    pub(super) fn all<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Vec<Self> {
        texts
            .into_iter()
            .map(|text| Self::of(text.as_ref()))
            .collect()
    }
    /// Whether there is anything to be read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Display for Words {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Words {}

/// The text without what has no place in a page, not escaped: for a title, where there can be no marks.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter_map(fit).collect()
}

/// A name that somebody gave, shortened where it is no name any more; none where nothing of it can be read.
pub(super) fn name(text: &str) -> Option<String> {
    let text = plain(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = text.chars().take(LONGEST_NAME).collect();
    match short.len() {
        0 => None,
        whole if whole == text.len() => Some(short),
        _ => Some(short + "…"),
    }
}

/// The character as a page may have it: space for breaks, nothing for control characters, for marks that turn the direction of a line
/// round, and for what is no character.
fn fit(c: char) -> Option<char> {
    match c {
        '\n' | '\t' | '\r' => Some(' '),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            None
        }
        '\u{fdd0}'..='\u{fdef}' => None,
        c if c.is_control() || u32::from(c) & 0xfffe == 0xfffe => None,
        c => Some(c),
    }
}

/// Whether a character is Chinese, or a stop that only stands among Chinese.
const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_chinese_is_marked() {
        assert_eq!(
            Words::of("Li Gang 李綱 & <b>\"x\"").to_string(),
            "Li Gang <span lang=\"zh-Hant\">李綱</span> &amp; &lt;b&gt;&quot;x&quot;"
        );
        assert_eq!(
            Words::of("宋").to_string(),
            "<span lang=\"zh-Hant\">宋</span>"
        );
    }

    #[test]
    fn marks_that_turn_a_line_and_control_characters_are_left_out() {
        assert_eq!(plain("a\u{202e}b\u{0}\u{7f}c\nd\u{fffe}"), "abc d");
    }

    #[test]
    fn a_name_is_shortened_and_may_be_none() {
        assert_eq!(name(" \u{200f} \n"), None);
        assert_eq!(name("  3b   "), Some("3b".to_owned()));
        let long = name(&"國".repeat(10_000)).expect("a name");
        assert_eq!(long.chars().count(), LONGEST_NAME + 1);
    }
}
