//! What the texts of a file look like to whoever reads them: characters that can be drawn, texts that fit their place, eras
//! and years that agree. It reads the tree of a file, so that every text has its place and tables are looked at too.

use std::sync::OnceLock;

use ron2::ast::{Expr, StructBody};
use unicode_width::UnicodeWidthStr;

use super::found::Found;
use super::read::span;
use crate::base::era;
use crate::diagnostics::{Confidence, Diagnostic, span::Span};

/// How wide a text may be, in columns, by the list that its thing stands in and its field.
///
/// These are the widths that the panels were laid out for: the widest texts of the shipped scenarios, which the panels' tests
/// hold to their places, with a little room.
const WIDEST: &[(&str, &str, usize)] = &[
    ("", "title", 32),
    ("", "title_zh", 16),
    ("courts", "name", 24),
    ("courts", "name_zh", 16),
    ("posts", "title", 60),
    ("posts", "title_zh", 30),
    ("armies", "name", 40),
    ("armies", "name_zh", 20),
    ("drafts", "title", 60),
    ("incidents", "title", 44),
    ("incidents", "text", 400),
    ("decisions", "title", 56),
    ("decisions", "title_zh", 36),
    ("voices", "says", 520),
    ("voices", "expects", 110),
    ("asides", "says", 260),
    ("options", "label", 72),
    ("options", "detail", 320),
    ("options", "opens_by", 120),
    ("checkpoints", "title", 68),
    ("endings", "title", 44),
    ("endings", "text", 1000),
    ("lessons", "title", 44),
    ("lessons", "about", 420),
    ("lessons", "aims", 140),
    ("lessons", "content_note", 700),
    ("lessons", "younger", 500),
    ("lessons", "says", 640),
    ("lessons", "questions", 160),
    ("steps", "you", 200),
    ("steps", "known", 140),
    ("steps", "unknown", 140),
    ("steps", "questions", 160),
    ("people", "name", 40),
    ("people", "name_zh", 20),
    ("places", "name", 24),
    ("places", "name_zh", 12),
    ("terms", "name", 38),
    ("terms", "name_zh", 20),
    ("terms", "says", 440),
];

/// Looks at every text of a file. `text` is what the tree was read from.
pub(super) fn look(file: &str, text: &str, tree: &Expr<'_>, found: &mut Found) {
    let mut look = Look { file, text, found };
    look.walk(tree, "", "");
}

struct Look<'t> {
    file: &'t str,
    text: &'t str,
    found: &'t mut Found,
}

impl Look<'_> {
    /// Goes down the tree; `list` is the list that the nearest thing stands in, `field` its field.
    fn walk(&mut self, tree: &Expr<'_>, list: &str, field: &str) {
        let fields = match tree {
            Expr::String(inner) => {
                return self.string(&inner.value, span(&inner.span), list, field);
            }
            Expr::Seq(inner) => {
                for item in &inner.items {
                    // A thing in a list belongs to that list, a bare text to the field.
                    match &item.expr {
                        text @ Expr::String(_) => self.walk(text, list, field),
                        thing => self.walk(thing, field, ""),
                    }
                }
                return;
            }
            Expr::Tuple(inner) => {
                for element in &inner.elements {
                    self.walk(&element.expr, list, field);
                }
                return;
            }
            Expr::Option(inner) => {
                if let Some(value) = &inner.value {
                    self.walk(&value.expr, list, field);
                }
                return;
            }
            Expr::AnonStruct(inner) => &inner.fields,
            Expr::Struct(inner) => match &inner.body {
                Some(StructBody::Fields(body)) => &body.fields,
                Some(StructBody::Tuple(body)) => {
                    for element in &body.elements {
                        self.walk(&element.expr, list, field);
                    }
                    return;
                }
                None => return,
            },
            _ => return,
        };
        for inner in fields {
            self.walk(&inner.value, list, &inner.name.name);
        }
    }

    fn string(&mut self, value: &str, at: Span, list: &str, field: &str) {
        self.width(value, at, list, field);
        if !value.is_ascii() {
            self.glyphs(value, at);
        }
        for slip in slips(value) {
            let place = self.place(at, &slip.text);
            let diagnostic = Diagnostic::warning("era-year", self.file, place, slip.message);
            self.found.push(diagnostic);
        }
    }

    fn width(&mut self, value: &str, at: Span, list: &str, field: &str) {
        let most = WIDEST
            .iter()
            .find(|(in_list, of, _)| *in_list == list && *of == field)
            .map(|(_, _, most)| *most);
        let Some(most) = most.filter(|most| value.len() > *most) else {
            return;
        };
        let wide = value.width();
        if wide > most {
            let message =
                format!("this `{field}` is {wide} columns wide, and its place holds {most}");
            self.found.push(Diagnostic::warning(
                "too-long-for-panel",
                self.file,
                at,
                message,
            ));
        }
    }

    fn glyphs(&mut self, value: &str, at: Span) {
        let mut seen: Vec<char> = Vec::new();
        for c in value
            .chars()
            .filter(|c| !c.is_ascii() && !c.is_whitespace())
        {
            if is_drawn(c) || seen.contains(&c) {
                continue;
            }
            seen.push(c);
            let place = self.place(at, c.encode_utf8(&mut [0; 4]));
            let message = format!(
                "no typeface of the game has the character `{c}` (U+{:04X})",
                u32::from(c)
            );
            self.found.push(
                Diagnostic::warning("missing-glyph", self.file, place, message)
                    .confidence(Confidence::Certain)
                    .help("use a common form of the character, or a word"),
            );
        }
    }

    /// Where a part of a text stands; the whole text when it is written with escapes there.
    fn place(&self, at: Span, part: &str) -> Span {
        let (start, end) = (at.start as usize, at.end as usize);
        let within = self.text.get(start..end).and_then(|raw| raw.find(part));
        let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
        within.map_or(at, |from| Span {
            start: byte(start + from),
            end: byte(start + from + part.len()),
        })
    }
}

/// The characters that every typeface of running text has, or has behind it: ranges, sorted. The file is made from the
/// typefaces by a test, which fails when they differ.
fn drawn() -> &'static [(u32, u32)] {
    static DRAWN: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
    DRAWN.get_or_init(|| {
        let file = include_str!("../../assets/fonts/coverage.txt");
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        let number = |text: &str| u32::from_str_radix(text, 16).ok();
        lines
            .flat_map(str::split_whitespace)
            .filter_map(|range| {
                let (first, last) = range.split_once('-').unwrap_or((range, range));
                Some((number(first)?, number(last)?))
            })
            .collect()
    })
}

fn is_drawn(c: char) -> bool {
    let c = u32::from(c);
    let at = drawn().partition_point(|(first, _)| *first <= c);
    at.checked_sub(1)
        .and_then(|at| drawn().get(at))
        .is_some_and(|(_, last)| c <= *last)
}

/// A year of an era that does not fit.
struct Slip {
    text: String,
    message: String,
}

/// Every year of an era in a text, `Jingkang 1` or 靖康元年, that the era never had, or beside which another Western year
/// stands in brackets.
fn slips(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    // Most texts name no year at all, and there are some hundred names: a number stands behind a space behind the name.
    let numbers = text.match_indices(' ').map(|(at, _)| at);
    let western: Vec<&str> = numbers
        .filter(|at| text[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
        .map(|at| &text[..at])
        .collect();
    let chinese = text.contains('年');
    for name in era::names().iter().filter(|name| {
        if name.chinese {
            chinese
        } else {
            western.iter().any(|before| before.ends_with(name.text))
        }
    }) {
        for (at, _) in text.match_indices(name.text) {
            let rest = &text[at + name.text.len()..];
            let Some((year, length)) = (if name.chinese {
                chinese_year(rest)
            } else {
                let word = text[..at].ends_with(char::is_alphanumeric);
                western_year(rest).filter(|_| !word)
            }) else {
                continue;
            };
            let written = &text[at..at + name.text.len() + length];
            let spans = era::spans(name.text);
            let western: Vec<i32> = spans
                .iter()
                .filter(|(first, last)| (*first..=*last).contains(&(first + year - 1)))
                .map(|(first, _)| first + year - 1)
                .collect();
            if western.is_empty() {
                let had: Vec<String> = spans
                    .iter()
                    .map(|(first, last)| format!("{first} to {last}"))
                    .collect();
                let message = format!(
                    "`{written}` never was: the years of {} are {}",
                    name.text,
                    had.join(" and ")
                );
                slips.push(Slip {
                    text: written.to_owned(),
                    message,
                });
            } else if let Some(beside) = beside(&rest[length..])
                // A lunar year ends in the first weeks of the next Western one.
                && !western.iter().any(|year| (*year..=*year + 1).contains(&beside))
            {
                let message = format!(
                    "`{written}` is {}, and {beside} stands beside it",
                    western[0]
                );
                slips.push(Slip {
                    text: written.to_owned(),
                    message,
                });
            }
        }
    }
    slips
}

/// ` 12` after a name, and how long it is.
fn western_year(rest: &str) -> Option<(i32, usize)> {
    let digits: String = rest
        .strip_prefix(' ')?
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let after = &rest[1 + digits.len()..];
    // `12,000` and `12th` are no years of an era, nor is a year of four figures.
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric())
        || after.starts_with([',', '.']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
    let year = digits.parse().ok().filter(|year| (1..100).contains(year))?;
    (!goes_on).then_some((year, 1 + digits.len()))
}

/// `元年` or `十二年` after a name, and how long it is.
fn chinese_year(rest: &str) -> Option<(i32, usize)> {
    let end = rest.find('年')?;
    let figures = &rest[..end];
    let length = end + '年'.len_utf8();
    if figures == "元" {
        return Some((1, length));
    }
    let (mut tens, mut ones, mut any) = (0, 0, false);
    for c in figures.chars() {
        any = true;
        match c {
            '十' => (tens, ones) = (if ones == 0 { 10 } else { ones * 10 }, 0),
            '廿' => tens = 20,
            '卅' => tens = 30,
            _ => {
                ones = i32::try_from("一二三四五六七八九".chars().position(|d| d == c)? + 1).ok()?
            }
        }
    }
    any.then_some((tens + ones, length))
}

/// A Western year that follows in brackets: ` (1126)` or `（1126`.
fn beside(rest: &str) -> Option<i32> {
    let inner = rest
        .strip_prefix(" (")
        .or_else(|| rest.strip_prefix('（'))
        .or_else(|| rest.strip_prefix('('))?;
    let digits: String = inner.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|_| digits.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_eras_are_read_and_held_to_the_calendar() {
        for right in [
            "Jingkang 1 (1126)",
            "Jingkang 1 (1127), its last month",
            "靖康元年（1126）",
            "紹興三十二年",
            "Jingkang 12,000 men",
            "the Jingkang 1126 affair",
            "a Jingkang 2nd edition",
            "XJingkang 9",
        ] {
            let wrong: Vec<String> = slips(right).into_iter().map(|slip| slip.message).collect();
            assert!(wrong.is_empty(), "{right}: {wrong:?}");
        }
        for wrong in [
            "Jingkang 3",
            "Jingkang 1 (1129)",
            "靖康五年",
            "靖康元年(1120)",
        ] {
            assert_eq!(slips(wrong).len(), 1, "{wrong}");
        }
    }

    #[test]
    fn characters_are_drawn_or_not() {
        for c in "山開é–“’".chars() {
            assert!(is_drawn(c), "{c}");
        }
        assert!(!is_drawn('🐉') && !is_drawn('\u{2A700}'));
        assert!(
            drawn().windows(2).all(|two| two[0].1 < two[1].0),
            "ranges are sorted"
        );
    }
}
