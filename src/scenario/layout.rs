//! How a file is laid out: the same for every writer, without moving anything from its line.
//!
//! Where lines break is the writer's affair: what belongs together stands together. The rest is not: four spaces for
//! every line that opened a bracket, one space after a comma or colon and none before, no more than one empty line, a comma
//! after the last thing of a list whose bracket stands on its own line. Comments and texts are kept to the letter. Laying
//! out twice changes nothing more.

use super::pieces::{Piece, Pieces};
use super::tree;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::source::Source;

/// Spaces for every line that opened a bracket.
const INDENT: &str = "    ";

/// What stands in a file, less the blanks.
enum Token<'t> {
    /// A comment; whether it runs to the end of its line.
    Comment(&'t str, bool),
    /// A bracket that opens.
    Open(u8),
    /// A bracket that closes.
    Close(u8),
    Comma,
    Colon,
    /// A word, a number, a text: anything else that stands without a blank in it.
    Word(&'t str),
}

struct Placed<'t> {
    token: Token<'t>,
    /// How many lines end between the token before and this one.
    lines: usize,
    /// Whether there was a blank before it.
    apart: bool,
}

/// The text laid out.
///
/// # Errors
/// With what keeps the text from being read; such a text is left alone.
pub fn laid_out(name: &str, text: &str) -> Result<String, Vec<Diagnostic>> {
    if let Some(diagnostic) = tree::too_big(name, text.len()) {
        return Err(vec![diagnostic]);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source::new(name, text);
    let found = tree::clean(&source).found;
    if !found.is_empty() {
        return Err(found);
    }
    let mut tokens = tokens(text);
    commas_end_lines(&mut tokens);
    Ok(written(&last_commas(tokens)))
}

/// A comma or colon at the beginning of a line goes to the end of the one before, unless a comment stands there.
fn commas_end_lines(tokens: &mut [Placed<'_>]) {
    for at in 1..tokens.len() {
        let beside = !matches!(tokens[at - 1].token, Token::Comment(..));
        if beside && matches!(tokens[at].token, Token::Comma | Token::Colon) {
            let lines = std::mem::take(&mut tokens[at].lines);
            if let Some(next) = tokens.get_mut(at + 1) {
                next.lines = next.lines.max(lines);
            }
        }
    }
}

fn tokens(text: &str) -> Vec<Placed<'_>> {
    let mut out: Vec<Placed<'_>> = Vec::new();
    let mut end = 0;
    let mut put = |start: usize, stop: usize, token: Token<'_>| {
        let between = &text[end..start];
        let lines = if out.is_empty() {
            0
        } else {
            between.matches('\n').count()
        };
        let apart = !between.is_empty();
        end = stop;
        // The texts live as long as the file does.
        let token = match token {
            Token::Word(_) => Token::Word(&text[start..stop]),
            Token::Comment(word, short) => Token::Comment(&text[start..start + word.len()], short),
            Token::Open(sign) => Token::Open(sign),
            Token::Close(sign) => Token::Close(sign),
            Token::Comma => Token::Comma,
            Token::Colon => Token::Colon,
        };
        out.push(Placed {
            token,
            lines,
            apart,
        });
    };
    // Signs that touch are one word.
    let mut word: Option<(usize, usize)> = None;
    for piece in Pieces::of(text, 0) {
        let (start, stop, token) = match piece {
            Piece::Comment(range) => {
                let comment = text[range.clone()].trim_end();
                (
                    range.start,
                    range.end,
                    Token::Comment(comment, comment.starts_with("//")),
                )
            }
            Piece::Text(range) => (range.start, range.end, Token::Word(&text[range])),
            Piece::Sign(at, sign) => {
                let token = match sign {
                    b'(' | b'[' | b'{' => Token::Open(sign),
                    b')' | b']' | b'}' => Token::Close(sign),
                    b',' => Token::Comma,
                    b':' => Token::Colon,
                    _ => match &mut word {
                        Some((_, stop)) if *stop == at => {
                            *stop = at + 1;
                            continue;
                        }
                        _ => Token::Word(""),
                    },
                };
                (at, at + 1, token)
            }
        };
        if let Some((start, stop)) = word.take() {
            put(start, stop, Token::Word(""));
        }
        if matches!(token, Token::Word("")) {
            word = Some((start, stop));
        } else {
            put(start, stop, token);
        }
    }
    if let Some((start, stop)) = word {
        put(start, stop, Token::Word(""));
    }
    out
}

/// The last thing of a list has a comma where the bracket stands on its own line, and none where it does not.
fn last_commas(tokens: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
    let lists: Vec<bool> = (0..tokens.len())
        .map(|at| match tokens[at].token {
            Token::Open(sign) => is_list(sign, &tokens[at + 1..]),
            _ => false,
        })
        .collect();
    let mut out: Vec<Placed<'_>> = Vec::with_capacity(tokens.len());
    let mut open = Vec::new();
    for (placed, list) in tokens.into_iter().zip(lists) {
        match placed.token {
            Token::Open(_) => open.push(list),
            Token::Close(_) => {
                let in_list = open.pop().unwrap_or(false);
                let note = |p: &Placed<'_>| matches!(p.token, Token::Comment(..));
                // After a comment to the end of its line the bracket stands on its own, however it was written.
                let alone = placed.lines > 0
                    || matches!(out.last().map(|p| &p.token), Some(Token::Comment(_, true)));
                let last = out.iter().rposition(|p| !note(p));
                match last.map(|at| (at, &out[at].token)) {
                    Some((at, Token::Comma)) if in_list && !alone => {
                        let after_note = at.checked_sub(1).is_some_and(|at| note(&out[at]));
                        if at + 1 == out.len() && !after_note {
                            out.pop();
                        }
                    }
                    Some((at, Token::Close(_) | Token::Colon | Token::Word(_)))
                        if in_list && alone =>
                    {
                        let comma = Placed {
                            token: Token::Comma,
                            lines: 0,
                            apart: false,
                        };
                        out.insert(at + 1, comma);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        out.push(placed);
    }
    out
}

/// Whether what opens here holds a list, or fields by name.
fn is_list(sign: u8, after: &[Placed<'_>]) -> bool {
    let mut inside = after
        .iter()
        .filter(|placed| !matches!(placed.token, Token::Comment(..)));
    match sign {
        b'[' => true,
        b'(' => {
            matches!(inside.next().map(|p| &p.token), Some(Token::Word(_)))
                && matches!(inside.next().map(|p| &p.token), Some(Token::Colon))
        }
        _ => false,
    }
}

fn written(tokens: &[Placed<'_>]) -> String {
    let mut out = String::new();
    // How far the line is indented on which each open bracket stands.
    let mut open: Vec<usize> = Vec::new();
    let mut indent = 0_usize;
    for (at, placed) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &tokens[at].token);
        // After a comment to the end of its line a new line begins, whatever follows.
        let lines = match before {
            Some(Token::Comment(_, true)) => placed.lines.max(1),
            _ => placed.lines,
        };
        let closes = matches!(placed.token, Token::Close(_));
        if lines > 0 {
            let inner = matches!(before, Some(Token::Open(_)));
            out.push('\n');
            if lines > 1 && !inner && !closes {
                out.push('\n');
            }
            // Brackets that close at the beginning of a line stand where the line that opened them began.
            let together = tokens[at..].iter().enumerate().take_while(|(n, p)| {
                matches!(p.token, Token::Close(_)) && (*n == 0 || p.lines == 0)
            });
            let outermost = open.len().saturating_sub(together.count());
            indent = match open.get(outermost) {
                Some(closed) => *closed,
                None => open.last().map_or(0, |open| open + 1),
            };
            for _ in 0..indent {
                out.push_str(INDENT);
            }
        } else if let Some(before) = before {
            let space = match (before, &placed.token) {
                (_, Token::Comma | Token::Colon) => false,
                (_, Token::Comment(..)) | (Token::Comment(..) | Token::Comma | Token::Colon, _) => {
                    !matches!((before, &placed.token), (Token::Comma, Token::Close(_)))
                }
                (Token::Open(_), _) | (_, Token::Open(_) | Token::Close(_)) => false,
                (Token::Close(_) | Token::Word(_), Token::Word(_)) => placed.apart,
            };
            if space {
                out.push(' ');
            }
        }
        match placed.token {
            Token::Comment(text, _) => out.push_str(text),
            Token::Open(sign) => {
                out.push(char::from(sign));
                open.push(indent);
            }
            Token::Close(sign) => {
                open.pop();
                out.push(char::from(sign));
            }
            Token::Comma => out.push(','),
            Token::Colon => out.push(':'),
            Token::Word(word) => out.push_str(word),
        }
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(text: &str) -> String {
        laid_out("a.ron", text).expect("it is a text")
    }

    #[test]
    fn blanks_and_indents_are_settled_and_lines_are_not() {
        let text = "#![enable(implicit_some)]\n// Head.\nX(\n  a:1,b :  [1,2 , 3,],\n\n\n      c: [ // why\n  Y( d: \"e  :f\", ),\n # ".trim_end_matches(" # ").to_owned()
            + "Z(1,\n2)\n  ]\n)";
        assert_eq!(
            laid(&text),
            "#![enable(implicit_some)]\n// Head.\nX(\n    a: 1, b: [1, 2, 3],\n\n    c: [ // why\n        Y(d: \"e  :f\"),\n        Z(1,\n            2),\n    ],\n)\n"
        );
    }

    #[test]
    fn brackets_opened_together_close_together() {
        let text = "X(\na: Some([\n1,\n2\n]), b: 3)";
        assert_eq!(
            laid(text),
            "X(\n    a: Some([\n        1,\n        2,\n    ]), b: 3)\n"
        );
    }

    #[test]
    fn comments_stay_where_they_are() {
        let text =
            "X( // one\n a: 1 // two\n /* three\n four */ , // five\n // six\n)\n// seven\n\n";
        let out = laid(text);
        for comment in [
            "// one\n",
            "// two\n",
            "/* three\n four */",
            "// five\n",
            "// six\n",
            "// seven\n",
        ] {
            assert!(out.contains(comment), "{comment}: {out}");
        }
        assert_eq!(laid(&out), out);
    }

    /// The comments of a text, in order.
    fn comments(text: &str) -> Vec<String> {
        Pieces::of(text, 0)
            .filter_map(|piece| match piece {
                Piece::Comment(range) => Some(text[range].trim_end().to_owned()),
                _ => None,
            })
            .collect()
    }

    /// What a text says, word for word and sign for sign, less blanks, comments and commas before a closing bracket.
    fn meaning(text: &str) -> Vec<String> {
        let (_, errors) = ron2::ast::parse_document_lossy(text);
        assert!(errors.is_empty(), "{errors:?}");
        let mut out: Vec<String> = Vec::new();
        for placed in tokens(text) {
            let word = match placed.token {
                Token::Comment(..) => continue,
                Token::Word(word) => word.to_owned(),
                Token::Open(sign) => char::from(sign).to_string(),
                Token::Comma => ",".to_owned(),
                Token::Colon => ":".to_owned(),
                Token::Close(sign) => {
                    if out.last().is_some_and(|last| last == ",") {
                        out.pop();
                    }
                    char::from(sign).to_string()
                }
            };
            out.push(word);
        }
        out
    }

    fn keeps(text: &str) {
        let out = laid(text);
        assert_eq!(meaning(&out), meaning(text));
        assert_eq!(comments(&out), comments(text));
        assert_eq!(laid(&out), out, "laid out twice");
        assert!(!out.lines().any(|line| line.ends_with([' ', '\t'])) || text.contains("/*"));
    }

    #[test]
    fn the_files_of_the_house_keep_their_meaning_and_comments() {
        for text in [
            include_str!("../../scenarios/atlas.ron"),
            include_str!("../../scenarios/haishang.ron"),
            include_str!("../../scenarios/jingkang.ron"),
            include_str!("../../scenarios/people.ron"),
            include_str!("../../scenarios/shaoxing.ron"),
            include_str!("../../scenarios/sources.ron"),
            include_str!("../../scenarios/terms.ron"),
            include_str!("../../tests/stage/stage.ron"),
            include_str!("../../tests/stage/stage_atlas.ron"),
        ] {
            keeps(text);
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(64))]
        /// However a file is broken into lines and spaced, and wherever comments stand.
        #[test]
        fn any_layout_keeps_its_meaning(gaps in proptest::collection::vec(0_usize..10, 40..200)) {
            let stage = include_str!("../../tests/stage/stage.ron");
            let mut text = String::new();
            let mut end = 0;
            for (at, placed) in tokens(stage).iter().enumerate() {
                let word = match placed.token {
                    Token::Comment(text, _) | Token::Word(text) => text.to_owned(),
                    Token::Open(sign) | Token::Close(sign) => char::from(sign).to_string(),
                    Token::Comma => ",".to_owned(),
                    Token::Colon => ":".to_owned(),
                };
                let gap = ["", " ", "\n", "\n\n\n", "\t ", "\r\n", " // note\n", " /* two\n lines */ ", "  ", ""][gaps[at % gaps.len()]];
                // An attribute stands as it is, and a comment ends with its line.
                if at > 8 && !text[end..].contains("//") {
                    text.push_str(gap);
                    if placed.apart && gap.is_empty() {
                        text.push(' ');
                    }
                } else if placed.lines > 0 {
                    text.push('\n');
                }
                end = text.len();
                text.push_str(&word);
            }
            keeps(&text);
        }
    }

    #[test]
    fn a_text_that_cannot_be_read_is_left_alone() {
        assert!(laid_out("a.ron", "X(a: 1").is_err());
        assert!(laid_out("a.ron", "X(a 1)").is_err());
        assert_eq!(laid(""), "\n");
    }
}
