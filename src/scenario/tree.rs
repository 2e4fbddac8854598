//! From a text to a tree that can be read: size, depth and brackets looked over first, then syntax, item by item.
//!
//! A text is never parsed before it is known to be small and shallow. When it does not parse, every item of a list that
//! is broken by itself is reported and blanked out, and the rest is read as if it stood alone.

use std::collections::BTreeSet;

use ron2::ast::{AttributeContent, Document, parse_document_lossy};

use super::read::span;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::source::Source;
use crate::diagnostics::span::Span;

/// Largest text that is read, in bytes. The longest scenario planned is a twentieth of it.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Deepest nesting of brackets. Scenarios need about a dozen.
pub const MOST_DEPTH: usize = 64;
/// Most words, texts and signs in a text: each costs the tree some hundreds of bytes. The table of people has 60,000.
pub const MOST_PIECES: usize = 400_000;

/// A bracket pair.
#[derive(Clone, Copy, Debug)]
struct Pair {
    open: usize,
    close: usize,
    /// Whether it is an item: round brackets directly in a list, in no other item.
    item: bool,
}

/// A text looked over: its tree, what had to be blanked out of it, and what was wrong.
#[derive(Debug)]
pub(crate) struct Cleaned<'s> {
    /// The tree, with broken items as `()`; none when nothing can be made of the text.
    pub(crate) document: Option<Document<'s>>,
    /// Where those items begin.
    pub(crate) blank: BTreeSet<u32>,
    /// Ids that stood in them.
    pub(crate) lost: BTreeSet<String>,
    /// What was wrong.
    pub(crate) found: Vec<Diagnostic>,
}

/// Refuses a text that is too large, before anything else looks at it.
pub(crate) fn too_big(name: &str, bytes: usize) -> Option<Diagnostic> {
    (bytes > MOST_BYTES).then(|| {
        let message = format!("`{name}` has {bytes} bytes, and a file may have {MOST_BYTES}");
        Diagnostic::error("file-too-big", name, Span::default(), message)
            .help("split it, or see whether it is the right file")
    })
}

/// Looks a text over and cuts out what cannot be parsed.
pub(crate) fn clean(source: &Source) -> Cleaned<'_> {
    let mut cleaned = Cleaned {
        document: None,
        blank: BTreeSet::new(),
        lost: BTreeSet::new(),
        found: Vec::new(),
    };
    let pairs = match scan(source) {
        Ok(pairs) => pairs,
        Err(diagnostic) => {
            cleaned.found.push(*diagnostic);
            return cleaned;
        }
    };
    let (document, errors) = parse_document_lossy(source.text());
    if errors.is_empty() {
        cleaned.document = Some(document);
        return cleaned;
    }
    let mut text = source.text().to_owned();
    for pair in pairs.iter().filter(|pair| pair.item) {
        let start = name_start(source.text(), pair.open);
        let item = &source.text()[start..=pair.close];
        let (_, errors) = parse_document_lossy(item);
        let Some(error) = errors.first() else {
            continue;
        };
        cleaned.found.push(syntax(source, error, start));
        cleaned.lost.extend(ids(item));
        cleaned
            .blank
            .insert(u32::try_from(start).unwrap_or(u32::MAX));
        text.replace_range(
            start..=pair.close,
            &format!("(){}", " ".repeat(item.len().saturating_sub(2))),
        );
    }
    let (document, errors) = parse_document_lossy(&text);
    match errors.first() {
        Some(error) => cleaned.found.push(syntax(source, error, 0)),
        None => cleaned.document = Some(document.into_owned()),
    }
    cleaned
}

/// Whether values that may be left out may stand bare; extensions that this program does not know are refused.
pub(crate) fn extensions(file: &str, document: &Document<'_>, found: &mut Vec<Diagnostic>) -> bool {
    let mut implicit_some = false;
    for attribute in &document.attributes {
        let args = match &attribute.content {
            AttributeContent::Args(args) if attribute.name == "enable" => args.as_slice(),
            _ => &[],
        };
        if args.len() == 1 && args[0].trim() == "implicit_some" {
            implicit_some = true;
        } else {
            let message =
                "the only line of this kind understood here is `#![enable(implicit_some)]`";
            found.push(Diagnostic::error(
                "unknown-extension",
                file,
                span(&attribute.span),
                message,
            ));
        }
    }
    implicit_some
}

fn syntax(source: &Source, error: &ron2::error::Error, shift: usize) -> Diagnostic {
    let at = span(error.span());
    let shift = u32::try_from(shift).unwrap_or(u32::MAX);
    let place = Span {
        start: at.start.saturating_add(shift),
        end: at.end.saturating_add(shift),
    };
    let text = error.kind().to_string();
    let mut letters = text.chars();
    let message: String = letters
        .next()
        .map(|c| c.to_lowercase().chain(letters).collect())
        .unwrap_or_default();
    // The parser's own words name brackets that RON does not write, and never the comma that was forgotten.
    let message = match message.as_str() {
        "expected closing `)` or `}` in struct" => {
            "a comma or the closing `)` was wanted here".to_owned()
        }
        "expected `:` after map key in struct field" => {
            "a `:` was wanted after this name".to_owned()
        }
        "expected comma in struct" | "expected comma in array" | "expected comma in tuple" => {
            "a comma is missing before this, or a quote or bracket ends too early".to_owned()
        }
        "unexpected char '“'" | "unexpected char '”'" | "unexpected char '„'" => {
            "this quote is a curly one; texts stand between straight ones, `\"`".to_owned()
        }
        "unexpected char '\\''" => {
            "texts and ids stand between double quotes, `\"`, and not between single ones"
                .to_owned()
        }
        _ => message,
    };
    let help = if shift > 0 {
        "mend this first: the thing it stands in was left out, and only the rest of the file was looked at"
    } else {
        "mend this first: nothing more of this file was looked at"
    };
    Diagnostic::error("syntax", source.name(), place, message).help(help)
}

/// The ids in an item that could not be parsed, as far as they can be made out.
fn ids(item: &str) -> impl Iterator<Item = String> {
    item.match_indices("id:").filter_map(|(at, _)| {
        let rest = item[at + 3..].trim_start().strip_prefix('"')?;
        Some(rest[..rest.find('"')?].to_owned())
    })
}

/// Where the name before an opening bracket begins.
fn name_start(text: &str, open: usize) -> usize {
    text[..open]
        .rfind(|c: char| !(c.is_alphanumeric() || c == '_'))
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        })
}

/// Goes once over the bytes: brackets outside texts and comments must match, and be few enough.
fn scan(source: &Source) -> Result<Vec<Pair>, Box<Diagnostic>> {
    let bytes = source.text().as_bytes();
    let fail = |key, start: usize, end: usize, message: String| {
        let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Box::new(Diagnostic::error(
            key,
            source.name(),
            Span {
                start: byte(start),
                end: byte(end),
            },
            message,
        ))
    };
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut pairs = Vec::new();
    let (mut at, mut pieces, mut in_word) = (0, 0_usize, false);
    // The first text that runs over the end of a line: where a quote was forgotten, if one was.
    let mut long: Option<usize> = None;
    while at < bytes.len() {
        let byte = bytes[at];
        let word = byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'#' || byte >= 0x80;
        if !(byte.is_ascii_whitespace() || word && in_word) {
            pieces += 1;
            if pieces > MOST_PIECES {
                let message = format!(
                    "`{}` has more than {MOST_PIECES} words and signs",
                    source.name()
                );
                return Err(fail("file-too-big", at, at + 1, message));
            }
        }
        // A raw text begins with `r` and may hold quotes; its end is a quote with as many `#`.
        let raw = byte == b'r' || (byte == b'b' && bytes.get(at + 1) == Some(&b'r'));
        if raw && !in_word {
            let start = at + if byte == b'b' { 2 } else { 1 };
            let hashes = bytes[start..].iter().take_while(|b| **b == b'#').count();
            if bytes.get(start + hashes) == Some(&b'"') {
                let mut end = vec![b'"'];
                end.resize(hashes + 1, b'#');
                let body = start + hashes + 1;
                let Some(length) = find(&bytes[body..], &end) else {
                    return Err(fail(
                        "unclosed-text",
                        at,
                        body,
                        "this text has no end".to_owned(),
                    ));
                };
                at = body + length + end.len();
                continue;
            }
        }
        in_word = word;
        match byte {
            b'"' => {
                let start = at;
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                if at >= bytes.len() {
                    let here = |message: &str, at: usize| {
                        fail("unclosed-text", at, at + 1, message.to_owned())
                    };
                    // Quotes are counted from the first line on, so that the last one of the file is most likely right.
                    return Err(match long {
                        Some(first) => {
                            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                            let label = Span {
                                start: place(start),
                                end: place(start + 1),
                            };
                            let message = "the text that begins here runs over the end of its line; is a quote missing on it?";
                            let last = "so that the file ends in a text, which begins here";
                            Box::new(here(message, first).label(label, last))
                        }
                        None => here("the text that begins here has no end", start),
                    });
                }
                if long.is_none() && bytes[start..at].contains(&b'\n') {
                    long = Some(start);
                }
            }
            // A character, so that a quote or bracket in one is none: 'x' or '\x'.
            b'\'' => {
                let rest = &bytes[at + 1..bytes.len().min(at + 13)];
                let from = usize::from(rest.first() == Some(&b'\\')) + 1;
                if let Some(length) = rest.iter().skip(from).position(|b| *b == b'\'') {
                    at += length + from + 1;
                }
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at += bytes[at..]
                    .iter()
                    .position(|b| *b == b'\n')
                    .unwrap_or(bytes.len() - at);
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let start = at;
                let mut depth = 1;
                at += 2;
                while depth > 0 {
                    match (bytes.get(at), bytes.get(at + 1)) {
                        (Some(b'*'), Some(b'/')) => (depth, at) = (depth - 1, at + 2),
                        (Some(b'/'), Some(b'*')) => (depth, at) = (depth + 1, at + 2),
                        (Some(_), _) => at += 1,
                        (None, _) => {
                            return Err(fail(
                                "unclosed-text",
                                start,
                                start + 2,
                                "this comment has no end".to_owned(),
                            ));
                        }
                    }
                }
                continue;
            }
            b'(' | b'[' | b'{' => {
                let in_item = open.iter().any(|(_, item)| *item);
                let in_list = open.last().is_some_and(|(start, _)| bytes[*start] == b'[');
                open.push((at, byte == b'(' && in_list && !in_item));
                if open.len() > MOST_DEPTH {
                    let message =
                        format!("brackets stand more than {MOST_DEPTH} deep in one another");
                    return Err(fail("too-deep", at, at + 1, message));
                }
            }
            b')' | b']' | b'}' => {
                let shown = char::from(byte);
                let Some((start, item)) = open.pop() else {
                    return Err(fail(
                        "brackets",
                        at,
                        at + 1,
                        format!("`{shown}` closes nothing"),
                    ));
                };
                let wanted = match bytes[start] {
                    b'(' => b')',
                    b'[' => b']',
                    _ => b'}',
                };
                if wanted != byte {
                    let was = char::from(bytes[start]);
                    let message = format!(
                        "`{shown}` was found where `{}` was wanted, to close an earlier `{was}`",
                        char::from(wanted)
                    );
                    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                    let label = Span {
                        start: place(start),
                        end: place(start + 1),
                    };
                    return Err(Box::new(
                        fail("brackets", at, at + 1, message).label(label, "opened here"),
                    ));
                }
                pairs.push(Pair {
                    open: start,
                    close: at,
                    item,
                });
            }
            _ => {}
        }
        at += 1;
    }
    match open.last() {
        Some((start, _)) => {
            let shown = char::from(bytes[*start]);
            Err(fail(
                "brackets",
                *start,
                start + 1,
                format!("the `{shown}` opened here is never closed"),
            ))
        }
        None => Ok(pairs),
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|b| *b == what[0]) {
        if text[from + at..].starts_with(what) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
