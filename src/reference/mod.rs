//! The reference of the scenario format, from the code: one page as HTML and as Markdown.
//!
//! What there is to say comes from [`scenario::format`](crate::scenario::format) and from the pages of the diagnostics; here it is
//! put in order, linked and handed to the templates in `templates/`. The room opens no files and prints nothing.

mod linked;

use std::collections::BTreeMap;

use askama::Template;

use crate::diagnostics::pages;
use crate::scenario::format::{self, Field, Kind, Shape, Type, Word, examples, joined, meanings};
use linked::{Link, Piece, Pieces, pieces, plain};

/// The whole page.
struct Page {
    chapters: Vec<Chapter>,
    keys: Vec<Keys>,
    index: Vec<Letter>,
}

struct Chapter {
    title: &'static str,
    anchor: String,
    intro: Pieces,
    kinds: Vec<Thing>,
}

/// A kind.
struct Thing {
    title: &'static str,
    anchor: String,
    says: Pieces,
    stands_in: Vec<Link>,
    fields: Vec<Row>,
    words: Vec<Entry>,
    example: Option<&'static str>,
}

/// A field.
struct Row {
    name: &'static str,
    anchor: String,
    written: Pieces,
    default: Option<String>,
    says: Pieces,
}

/// A word.
struct Entry {
    anchor: String,
    usage: String,
    says: Pieces,
    counted: &'static str,
    arguments: Vec<Row>,
    example: Option<&'static str>,
}

/// The diagnostics of a chapter.
struct Keys {
    title: &'static str,
    anchor: String,
    pages: Vec<Key>,
}

struct Key {
    key: &'static str,
    anchor: String,
    severity: &'static str,
    title: &'static str,
    means: Pieces,
    matters: Pieces,
    wrong: &'static str,
    right: &'static str,
    allowed: bool,
}

/// What begins with a letter in the index.
struct Letter {
    letter: char,
    names: Vec<(String, Vec<Link>)>,
}

#[derive(Template)]
#[template(path = "format.html")]
struct Html<'p> {
    page: &'p Page,
}

#[derive(Template)]
#[template(path = "format.md")]
struct Markdown<'p> {
    page: &'p Page,
}

/// The reference as one HTML file that needs no other.
///
/// # Errors
/// Never with the templates as they are.
pub fn html() -> Result<String, askama::Error> {
    Html { page: &page() }.render().map(ended)
}

/// The reference as Markdown.
///
/// # Errors
/// Never with the templates as they are.
pub fn markdown() -> Result<String, askama::Error> {
    Markdown { page: &page() }.render().map(ended)
}

/// With one line end at its end, as a file has.
fn ended(text: String) -> String {
    text.trim_end().to_owned() + "\n"
}

/// An anchor of small letters and hyphens.
fn anchor(title: &str) -> String {
    let mut out = String::new();
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

fn kind_anchor(kind: &Kind) -> String {
    anchor(kind.title())
}

fn inner_anchor(kind: &Kind, name: &str) -> String {
    format!("{}.{name}", kind_anchor(kind))
}

/// Everything, in order.
fn page() -> Page {
    let chapters = format::CHAPTERS
        .iter()
        .map(|chapter| Chapter {
            title: chapter.title,
            anchor: format!("chapter-{}", anchor(chapter.title)),
            intro: pieces(chapter.intro, None),
            kinds: chapter.kinds.iter().map(thing).collect(),
        })
        .collect();
    let keys = pages::CHAPTERS
        .iter()
        .map(|(title, pages)| Keys {
            title,
            anchor: format!("messages-{}", anchor(title)),
            pages: pages.iter().map(key).collect(),
        })
        .collect();
    Page {
        chapters,
        keys,
        index: index(),
    }
}

fn key(page: &pages::Page) -> Key {
    Key {
        key: page.key,
        anchor: format!("message-{}", page.key),
        severity: page.severity.word(),
        title: page.title,
        means: pieces(page.means, None),
        matters: pieces(page.matters, None),
        wrong: page.wrong.trim_matches('\n'),
        right: page.right.trim_matches('\n'),
        allowed: page.can_be_allowed(),
    }
}

fn thing(kind: &Kind) -> Thing {
    Thing {
        title: kind.title(),
        anchor: kind_anchor(kind),
        says: pieces(&kind.says(), Some(kind)),
        stands_in: stands_in(kind),
        fields: kind.fields().iter().map(|field| row(kind, field)).collect(),
        words: kind.words().iter().map(|word| entry(kind, word)).collect(),
        example: examples::of_kind(kind.name),
    }
}

fn row(kind: &Kind, field: &Field) -> Row {
    Row {
        name: field.name,
        anchor: inner_anchor(kind, field.name),
        written: written(&field.kind(), field.written(kind), ""),
        default: field.default(),
        says: pieces(&joined(field.doc), Some(kind)),
    }
}

fn entry(kind: &Kind, word: &Word) -> Entry {
    let arguments = match word.takes {
        Shape::Fields(fields) => fields,
        _ => &[],
    };
    let says = joined(word.doc);
    // Not twice the same.
    let counted = Some(meanings::counted(kind.name, word.name)).filter(|what| !says.contains(what));
    Entry {
        anchor: inner_anchor(kind, word.name),
        usage: usage(word, meanings::named(kind.name, word.name)),
        says: pieces(&says, Some(kind)),
        counted: counted.unwrap_or_default(),
        arguments: arguments
            .iter()
            .map(|field| Row {
                name: field.name,
                anchor: String::new(),
                written: written(&field.kind(), "", meanings::argument(kind.name, field.name)),
                default: field.default(),
                says: pieces(meanings::argument(kind.name, field.name), Some(kind)),
            })
            .collect(),
        example: match word.takes {
            Shape::Nothing => None,
            _ => examples::of_word(kind.name, word.name),
        },
    }
}

/// How a word is written. `named` says what its names name where their types do not.
fn usage(word: &Word, named: &[&str]) -> String {
    let mut named = named.iter();
    let inside: Vec<String> = match word.takes {
        Shape::Nothing => return word.name.to_owned(),
        Shape::Values(types) => types
            .iter()
            .map(|ty| match Type::of(ty) {
                Type::Name(None) => match named.next() {
                    Some(&"date") | None => DATE.to_owned(),
                    Some(what) => format!("\"{what}\""),
                },
                ty => shown(&ty),
            })
            .collect(),
        Shape::Fields(fields) => fields.iter().map(|f| format!("{}: …", f.name)).collect(),
    };
    format!("{}({})", word.name, inside.join(", "))
}

/// How a date stands there.
const DATE: &str = "\"year-month-day\"";

/// A type as it stands within a word's bracket.
fn shown(ty: &Type) -> String {
    match ty {
        Type::List(inner) => format!("[{}, …]", shown(inner)),
        Type::Maybe(inner) => shown(inner),
        Type::Pair(first, second) => format!("({}, {})", shown(first), shown(second)),
        Type::Name(Some("date")) | Type::Name(None) => DATE.to_owned(),
        Type::Name(Some(what)) => format!("\"{what}\""),
        Type::Text => "\"text\"".to_owned(),
        Type::Flag => "true".to_owned(),
        Type::Number(_) => "number".to_owned(),
        Type::Kind(kind) => kind.title().to_owned(),
        Type::Unknown(name) => name.clone(),
    }
}

/// What is written for a type, in words, with the unit or what is named. `told` is what is told of it anyway.
fn written(ty: &Type, what: &str, told: &str) -> Pieces {
    let mut out = Vec::new();
    match ty {
        Type::Name(None) => out.push(plain(what)),
        Type::List(inner) if matches!(**inner, Type::Name(None)) => {
            out.push(plain(format!("list of {what}")));
        }
        Type::Maybe(inner) => return written(inner, what, told),
        _ => {
            in_words(ty, &mut out);
            if !what.is_empty() {
                out.push(plain(format!(": {what}")));
            }
            if let Type::Number(bounds @ "0 to 255") = ty
                && !(what.contains(" to ") || told.contains("hundred"))
            {
                out.push(plain(format!("; {bounds}")));
            }
        }
    }
    out
}

fn in_words(ty: &Type, out: &mut Pieces) {
    match ty {
        Type::List(inner) => {
            out.push(plain("list of "));
            match &**inner {
                Type::Name(Some("person")) => out.push(plain("ids of people")),
                Type::Name(Some(what)) => out.push(plain(format!("ids of {what}s"))),
                inner => in_words(inner, out),
            }
        }
        Type::Maybe(inner) => in_words(inner, out),
        Type::Pair(first, second) => {
            out.push(plain("("));
            in_words(first, out);
            out.push(plain(", "));
            in_words(second, out);
            out.push(plain(")"));
        }
        Type::Name(Some("date")) => out.push(plain("date")),
        Type::Name(what) => out.push(plain(what.map_or_else(
            || "name".to_owned(),
            |what| {
                format!(
                    "id of {} {what}",
                    if what.starts_with(['a', 'o']) {
                        "an"
                    } else {
                        "a"
                    }
                )
            },
        ))),
        Type::Text => out.push(plain("text")),
        Type::Flag => out.push(plain("true or false")),
        Type::Number(_) => out.push(plain("number")),
        Type::Kind(kind) => out.push(Piece::linked(kind.title(), &kind_anchor(kind))),
        Type::Unknown(name) => out.push(plain(name.clone())),
    }
}

/// Where a kind stands in a file.
fn stands_in(kind: &Kind) -> Vec<Link> {
    let mut out: Vec<Link> = Vec::new();
    for other in format::all() {
        let is = |ty: &str| Type::of(ty).kinds().iter().any(|k| k.name == kind.name);
        for field in other.fields().iter().filter(|field| is(field.ty)) {
            out.push(Link::new(
                format!("{} {}", other.title(), field.name),
                inner_anchor(other, field.name),
            ));
        }
        let words = other.words().iter().filter(|word| match word.takes {
            Shape::Nothing => false,
            Shape::Values(types) => types.iter().any(|ty| is(ty)),
            Shape::Fields(fields) => fields.iter().any(|field| is(field.ty)),
        });
        for word in words.filter(|_| other.name != kind.name) {
            out.push(Link::new(
                format!("{} {}", other.title(), word.name),
                inner_anchor(other, word.name),
            ));
        }
    }
    out
}

/// Every name there is, with where it is told of.
fn index() -> Vec<Letter> {
    let mut names: BTreeMap<(String, String), Vec<Link>> = BTreeMap::new();
    let mut put = |name: &str, link: Link| {
        let links = names
            .entry((name.to_lowercase(), name.to_owned()))
            .or_default();
        links.push(link);
    };
    for kind in format::all() {
        put(kind.title(), Link::new("what it is", kind_anchor(kind)));
        for field in kind.fields() {
            put(
                field.name,
                Link::new(kind.title(), inner_anchor(kind, field.name)),
            );
        }
        for word in kind.words() {
            put(
                word.name,
                Link::new(kind.title(), inner_anchor(kind, word.name)),
            );
        }
    }
    for page in pages::all() {
        put(
            page.key,
            Link::new(page.severity.word(), format!("message-{}", page.key)),
        );
    }
    let mut letters: Vec<Letter> = Vec::new();
    for ((lower, name), links) in names {
        let letter = lower.chars().next().unwrap_or('?').to_ascii_uppercase();
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.names.push((name, links)),
            _ => letters.push(Letter {
                letter,
                names: vec![(name, links)],
            }),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn attributes<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
        text.split(name)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect()
    }

    #[test]
    fn every_link_leads_somewhere() {
        for (what, text) in [("html", html()), ("md", markdown())] {
            let text = text.expect("it is written");
            let ids = attributes(&text, " id=\"");
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), known.len(), "{what}: an id stands twice");
            let links: Vec<&str> = match what {
                "html" => attributes(&text, " href=\"#"),
                _ => text
                    .split("](#")
                    .skip(1)
                    .filter_map(|rest| rest.split(')').next())
                    .collect(),
            };
            assert!(links.len() > 500, "{what}: {} links", links.len());
            let lost: Vec<_> = links
                .iter()
                .filter(|link| !known.contains(**link))
                .collect();
            assert!(lost.is_empty(), "{what}: {lost:?}");
        }
    }

    #[test]
    fn the_page_needs_no_other_file_and_its_tags_close() {
        let text = html().expect("it is written");
        for outside in [
            "http://", "https://", "<script", "<link", "src=", "@import", "url(",
        ] {
            assert!(!text.contains(outside), "{outside}");
        }
        let empty = ["meta", "br", "hr"];
        let (mut open, mut rest) = (Vec::new(), text.as_str());
        while let Some((_, after)) = rest.split_once('<') {
            let (tag, after) = after.split_once('>').expect("a tag is closed");
            rest = after;
            let name = tag.split([' ', '\n']).next().unwrap_or(tag);
            if let Some(name) = name.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name), "{tag}");
            } else if !name.starts_with('!') && !empty.contains(&name) {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }

    #[test]
    fn headings_go_down_by_one_and_tables_have_headers() {
        let text = html().expect("it is written");
        let mut before = 0;
        for rest in text.split("<h").skip(1) {
            let Some(level) = rest.chars().next().and_then(|c| c.to_digit(10)) else {
                continue;
            };
            assert!(level <= before + 1, "a heading {level} after {before}");
            before = level;
        }
        assert_eq!(text.matches("<h1").count(), 1);
        for table in text.split("<table").skip(1) {
            let table = table.split("</table>").next().unwrap_or(table);
            assert!(table.contains("<caption") && table.contains("scope=\"col\""));
            assert!(table.contains("scope=\"row\""));
        }
        for landmark in ["<header", "<nav", "<main", "<footer"] {
            assert!(text.contains(landmark), "{landmark}");
        }
        assert!(text.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    }

    #[test]
    fn everything_is_told() {
        let text = markdown().expect("it is written");
        for kind in format::all() {
            for name in kind
                .fields()
                .iter()
                .map(|f| f.name)
                .chain(kind.words().iter().map(|w| w.name))
            {
                let id = format!("<a id=\"{}\"></a>", inner_anchor(kind, name));
                assert!(text.contains(&id), "{id}");
            }
        }
        for page in pages::all() {
            assert!(text.contains(page.title) && text.contains(page.right.trim_matches('\n')));
        }
    }
}
