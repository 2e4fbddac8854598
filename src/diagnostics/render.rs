//! Diagnostics as text: for a person with a caret under the place, for a program as one JSON object a line.

use std::fmt::Write as _;

use serde::Serialize;
use unicode_width::UnicodeWidthChar;

use super::source::Source;
use super::{Confidence, Diagnostic, span::Span};

/// Columns of source text shown of a line; a longer line is cut around the caret.
const SHOWN_COLUMNS: usize = 96;
/// Columns shown before the caret when a line is cut.
const BEFORE_CARET: usize = 40;
/// Columns a tab is shown as.
const TAB: usize = 4;

/// A diagnostic for a person; how sure it is stands there when that is not the usual. `source` is the file it speaks of; without it only the file's name is given.
#[must_use]
pub fn human(diagnostic: &Diagnostic, source: Option<&Source>) -> String {
    let sure = match diagnostic.confidence {
        usual if usual == Diagnostic::usual(diagnostic.severity) => "",
        Confidence::Certain => ", certain",
        Confidence::Likely => ", likely",
        Confidence::Guess => ", a guess",
    };
    let mut out = format!(
        "{}[{}]{sure}: {}\n",
        diagnostic.severity.word(),
        diagnostic.key,
        diagnostic.message
    );
    place(&mut out, &diagnostic.file, diagnostic.span, source, "");
    for label in &diagnostic.labels {
        let here = source.filter(|source| source.name() == label.file);
        place(&mut out, &label.file, label.span, here, &label.message);
    }
    if let Some(help) = &diagnostic.help {
        for line in help.lines() {
            let _ = writeln!(out, "  help: {line}");
        }
    }
    out
}

/// A diagnostic for a program: one JSON object on one line, without its end.
#[must_use]
pub fn json(diagnostic: &Diagnostic, source: Option<&Source>) -> String {
    #[derive(Serialize)]
    struct Row<'a> {
        key: &'a str,
        severity: &'a str,
        confidence: &'a str,
        file: &'a str,
        line: usize,
        column: usize,
        end_line: usize,
        end_column: usize,
        message: &'a str,
        help: Option<&'a str>,
    }
    let at = |byte| {
        source.map_or((0, 0), |source| {
            let position = source.position(byte);
            (position.line, position.column)
        })
    };
    let ((line, column), (end_line, end_column)) =
        (at(diagnostic.span.start), at(diagnostic.span.end));
    serde_json::to_string(&Row {
        key: diagnostic.key,
        severity: diagnostic.severity.word(),
        confidence: diagnostic.confidence.word(),
        file: &diagnostic.file,
        line,
        column,
        end_line,
        end_column,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
    })
    .unwrap_or_default()
}

/// Where, with the line and a caret line.
fn place(out: &mut String, file: &str, span: Span, source: Option<&Source>, message: &str) {
    let Some(source) = source else {
        let _ = writeln!(out, "  --> {file}");
        if !message.is_empty() {
            let _ = writeln!(out, "      {message}");
        }
        return;
    };
    let (start, end) = (
        source.position(span.start),
        source.position(span.end.max(span.start)),
    );
    let line: Vec<char> = source.line(start.line).chars().collect();
    let first = (start.column - 1).min(line.len());
    let last = if end.line == start.line {
        (end.column - 1).clamp(first, line.len())
    } else {
        line.len()
    };

    // Cut a long line around the caret, by display width.
    let mut from = 0;
    if line.iter().map(|c| width(*c)).sum::<usize>() > SHOWN_COLUMNS {
        let mut room = BEFORE_CARET;
        from = first;
        while from > 0 && width(line[from - 1]) <= room {
            room -= width(line[from - 1]);
            from -= 1;
        }
    }
    let (mut shown, mut columns, mut to) = (String::new(), 0, from);
    while to < line.len() && columns + width(line[to]) <= SHOWN_COLUMNS {
        columns += width(line[to]);
        push(&mut shown, line[to]);
        to += 1;
    }
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < line.len() { "…" } else { "" };
    let before = lead.chars().count() + line[from..first].iter().map(|c| width(*c)).sum::<usize>();
    let carets = line[first..last.clamp(first, to.max(first))]
        .iter()
        .map(|c| width(*c))
        .sum::<usize>()
        .max(1);

    let number = start.line.to_string();
    let gutter = " ".repeat(number.len());
    let _ = writeln!(out, "{gutter}--> {file}:{}:{}", start.line, start.column);
    let _ = writeln!(out, "{gutter} |");
    let _ = writeln!(out, "{number} | {lead}{shown}{tail}");
    let space = if message.is_empty() { "" } else { " " };
    let _ = writeln!(
        out,
        "{gutter} | {}{}{space}{message}",
        " ".repeat(before),
        "^".repeat(carets)
    );
}

/// Columns a character takes here: tabs are spaces, controls a dot.
fn width(c: char) -> usize {
    if c == '\t' {
        TAB
    } else {
        c.width().unwrap_or(1)
    }
}

fn push(out: &mut String, c: char) {
    match c {
        '\t' => out.push_str(&" ".repeat(TAB)),
        c if c.width().is_none() => out.push('·'),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, word: &str) -> String {
        let start = text
            .find(word)
            .map_or(0, |at| u32::try_from(at).unwrap_or(0));
        let span = Span {
            start,
            end: start + u32::try_from(word.len()).unwrap_or(0),
        };
        human(
            &Diagnostic::error("test", "a.ron", span, "`x` is wrong").help("write `y`"),
            Some(&Source::new("a.ron", text)),
        )
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        assert_eq!(
            shown("a\n\tname_zh: \"開封\", hodler: 1,\n", "hodler"),
            "error[test]: `x` is wrong\n --> a.ron:2:17\n  |\n2 |     name_zh: \"開封\", hodler: 1,\n  |                      ^^^^^^\n  help: write `y`\n"
        );
        let wide = shown("zh: \"開封\"", "\"開封\"");
        assert!(wide.contains("  |     ^^^^^^\n"), "{wide}");
    }

    #[test]
    fn a_long_line_is_cut_around_the_caret() {
        let text = format!("{}HERE{}", "金".repeat(30_000), "x".repeat(10_000));
        let out = shown(&text, "HERE");
        assert!(out.len() < 600, "{}", out.len());
        let lines: Vec<&str> = out.lines().collect();
        let columns = |text: &str| text.chars().map(width).sum::<usize>();
        assert_eq!(
            columns(&lines[3][..lines[3].find("HERE").expect("it is shown")]),
            columns(&lines[4][..lines[4].find('^').expect("a caret")])
        );
    }

    #[test]
    fn a_program_reads_one_object_a_line() {
        let source = Source::new("a.ron", "x\nab\n");
        let row = json(
            &Diagnostic::error("k", "a.ron", Span { start: 2, end: 4 }, "m"),
            Some(&source),
        );
        assert_eq!(
            row,
            r#"{"key":"k","severity":"error","confidence":"certain","file":"a.ron","line":2,"column":1,"end_line":2,"end_column":3,"message":"m","help":null}"#
        );
    }
}
