//! Comments by which a writer says that something is right as it stands: `// allow(key): reason`.
//!
//! Alone on a line, an allow covers the whole thing that begins after it: an item of a list, or a field with its value. After
//! something on its line, it covers what is told of that line. Errors cannot be allowed, and an allow that is wrong, or
//! silences nothing, is itself told.

use super::pieces::{Piece, Pieces};
use crate::diagnostics::pages;
use crate::diagnostics::source::Source;
use crate::diagnostics::suggest::did_you_mean;
use crate::diagnostics::{Confidence, Diagnostic, Severity, span::Span};

/// How an allow is written.
const WRITTEN: &str = "write `// allow(key): reason`";

/// One key of one comment.
struct Allow<'t> {
    key: &'t str,
    /// Where the key stands.
    span: Span,
    /// What it covers.
    covers: std::ops::Range<usize>,
}

/// Takes out of `found` what the comments of a file allow, and adds what is wrong with those comments. `shared` says that
/// the file is used by other scenarios too, which may need an allow that this one does not.
pub(super) fn apply(source: &Source, shared: bool, found: &mut Vec<Diagnostic>) {
    let text = source.text();
    // Nearly no file has one, and none is looked over for nothing.
    if !text.contains("allow(") && !text.contains("allow (") {
        return;
    }
    let mut wrong = Vec::new();
    for allow in allows(source, &mut wrong) {
        let before = found.len();
        found.retain(|diagnostic| {
            diagnostic.is_error()
                || diagnostic.key != allow.key
                || diagnostic.file != source.name()
                || !allow.covers.contains(&(diagnostic.span.start as usize))
        });
        if found.len() == before && !shared {
            let message = format!(
                "`{}` is not told here, and this allow is of no use",
                allow.key
            );
            let help = "delete it, or put it before the thing that is meant";
            wrong.push(
                Diagnostic::warning("allow-unused", source.name(), allow.span, message)
                    .confidence(Confidence::Certain)
                    .help(help),
            );
        }
    }
    found.append(&mut wrong);
}

/// Every allow that may silence something; what is wrong with the others.
fn allows<'t>(source: &'t Source, wrong: &mut Vec<Diagnostic>) -> Vec<Allow<'t>> {
    let text = source.text();
    let mut allows = Vec::new();
    let mut tell = |key, start: usize, end: usize, message: String, help: Option<String>| {
        wrong.push(
            Diagnostic::warning(key, source.name(), bytes(start, end), message)
                .confidence(Confidence::Certain)
                .maybe_help(help),
        );
    };
    for comment in comments(text) {
        let body = &text[comment.clone()];
        let inner = body.trim_start_matches('/').trim_start();
        let Some(rest) = inner.strip_prefix("allow").map(str::trim_start) else {
            continue;
        };
        let Some(rest) = rest.strip_prefix('(') else {
            continue;
        };
        let (start, end) = (comment.start, comment.start + body.trim_end().len());
        let reasoned = |reason: &str| {
            reason
                .strip_prefix(':')
                .is_some_and(|r| !r.trim().is_empty())
        };
        let (keys, missing) = match rest.split_once(')') {
            None => (rest, Some("this allow has no closing bracket")),
            Some((keys, reason)) if reasoned(reason) => (keys, None),
            Some((keys, _)) => (keys, Some("this allow gives no reason")),
        };
        if let Some(missing) = missing {
            tell(
                "allow-without-reason",
                start,
                end,
                missing.to_owned(),
                Some(WRITTEN.to_owned()),
            );
            continue;
        }
        let covers = covered(text, &comment);
        let mut at = comment.end - rest.len();
        for written in keys.split(',') {
            let key = written.trim();
            let from = at + (written.len() - written.trim_start().len());
            at += written.len() + 1;
            match pages::of(key) {
                None => {
                    let help = did_you_mean(key, pages::all().map(|page| page.key));
                    let message = format!("no message has the key `{key}`");
                    tell("allow-unknown-key", from, from + key.len(), message, help);
                }
                Some(page) if page.severity == Severity::Error => {
                    let message = format!("`{key}` is an error, and errors cannot be allowed");
                    tell("allow-of-error", from, from + key.len(), message, None);
                }
                Some(_) => allows.push(Allow {
                    key,
                    span: bytes(from, from + key.len()),
                    covers: covers.clone(),
                }),
            }
        }
    }
    allows
}

fn bytes(start: usize, end: usize) -> Span {
    let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span {
        start: byte(start),
        end: byte(end),
    }
}

/// What a comment covers: its line, when something stands before it there; else what begins after it.
fn covered(text: &str, comment: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let line = text[..comment.start].rfind('\n').map_or(0, |at| at + 1);
    if !text[line..comment.start].trim().is_empty() {
        return line..comment.end;
    }
    let (mut depth, mut began) = (0_usize, None);
    for piece in Pieces::of(text, comment.end) {
        let at = match piece {
            Piece::Comment(_) => continue,
            Piece::Text(range) => range.start,
            Piece::Sign(at, sign) => {
                match sign {
                    b'(' | b'[' | b'{' => depth += 1,
                    // The thing ends before its comma, or before the bracket that it stands in.
                    b',' if depth == 0 => return began.unwrap_or(at)..at,
                    b')' | b']' | b'}' if depth == 0 => return began.unwrap_or(at)..at,
                    b')' | b']' | b'}' => depth -= 1,
                    _ => {}
                }
                at
            }
        };
        began.get_or_insert(at);
    }
    began.unwrap_or(text.len())..text.len()
}

/// The comments of a text that run to the end of their line.
fn comments(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    Pieces::of(text, 0).filter_map(|piece| match piece {
        Piece::Comment(range) if text[range.clone()].starts_with("//") => Some(range),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "option-changes-nothing";

    /// What is left of a warning at each of these words.
    fn left(text: &str, words: &[&str]) -> Vec<String> {
        let source = Source::new("a.ron", text);
        let mut found: Vec<Diagnostic> = words
            .iter()
            .map(|word| {
                let at = text.find(word).expect("the word is there");
                Diagnostic::warning(KEY, "a.ron", bytes(at, at + word.len()), *word)
            })
            .collect();
        apply(&source, false, &mut found);
        found
            .into_iter()
            .map(|d| format!("{}: {}", d.key, d.message))
            .collect()
    }

    #[test]
    fn an_allow_before_a_thing_covers_the_whole_of_it_and_no_more() {
        let text = "[\n    // allow(option-changes-nothing): so it was\n    // and so it stays\n    Option(\n        id: \"one, (\",\n        two: 2,\n    ),\n    Three(3),\n]";
        assert_eq!(
            left(text, &["one", "two", "Three"]),
            [format!("{KEY}: Three")]
        );
        // A field is a thing too, and the last one ends with its bracket.
        let text = "X(a: one, // first\n // allow(option-changes-nothing): so it was\n b: [two, 2], c: Three)";
        assert_eq!(left(text, &["one", "two", "Three"]).len(), 2);
    }

    #[test]
    fn an_allow_at_the_end_of_a_line_covers_the_line() {
        let text = "X(a: one, // allow(option-changes-nothing): so it was\n b: two)";
        assert_eq!(left(text, &["one", "two"]), [format!("{KEY}: two")]);
    }

    #[test]
    fn what_stands_in_a_text_is_no_comment() {
        for text in [
            "X(a: \"// allow(option-changes-nothing): no\", b: 1)",
            "X(a: r#\"\" // allow(option-changes-nothing): no\"#, b: 1)",
            "X(a: 1, /* // allow(option-changes-nothing): no */ b: 1)",
        ] {
            assert_eq!(left(text, &["b: 1"]), [format!("{KEY}: b: 1")], "{text}");
        }
    }

    #[test]
    fn an_allow_that_is_wrong_is_told() {
        for (comment, wrong) in [
            ("allow(option-changes-nothing)", "allow-without-reason"),
            ("allow(option-changes-nothing):  ", "allow-without-reason"),
            ("allow(option-changes-nothing", "allow-without-reason"),
            (
                "allow(option-chnges-nothing): so it was",
                "allow-unknown-key",
            ),
            ("allow(unknown-id): so it was", "allow-of-error"),
            ("allow(brief-length): so it was", "allow-unused"),
        ] {
            let told = left(&format!("X(\n // {comment}\n b: two)"), &["two"]);
            assert_eq!(told.len(), 2, "{comment}: {told:?}");
            assert!(told[1].starts_with(wrong), "{comment}: {told:?}");
        }
        // One comment may allow several things, and other comments speak of what they like.
        let text = "X(\n // allow(brief-length, option-changes-nothing): so it was\n b: two)";
        assert_eq!(
            left(text, &["two"]),
            ["allow-unused: `brief-length` is not told here, and this allow is of no use"]
        );
        assert_eq!(left("X( // we allow(this)\n b: two)", &["two"]).len(), 1);
    }

    #[test]
    fn an_error_is_never_silenced() {
        let text = "X(\n // allow(option-changes-nothing): so it was\n b: two)";
        let at = text.find("two").expect("it is there");
        let mut found = vec![Diagnostic::error(KEY, "a.ron", bytes(at, at + 3), "two")];
        apply(&Source::new("a.ron", text), true, &mut found);
        assert_eq!(found.len(), 1);
    }
}
