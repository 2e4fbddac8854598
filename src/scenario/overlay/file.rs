//! The file of an overlay: a Fluent file whose every message has the mark of the text it was made from.
//!
//! ```text
//! decision-stay_or_go-title = Quedarse o partir
//!     .of = 1a2b3c4d
//! ```
//!
//! `{it}` of an incident's text is written `{ $it }`. Texts that are not translated yet stand there as comments.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::super::model::Scenario;
use super::{mark, texts};
use crate::diagnostics::suggest::did_you_mean;
use crate::diagnostics::{Confidence, Diagnostic, span::Span};

/// How many keys a message names before it only counts.
const NAMED: usize = 4;

/// An overlay, read.
pub struct Overlay {
    entries: Vec<Entry>,
    /// What could not be read.
    broken: Vec<(Span, String)>,
}

/// A translated text.
struct Entry {
    key: String,
    /// The lines that it takes in the file, without the notes above it.
    lines: String,
    /// Notes above it.
    notes: String,
    /// Where its key stands.
    span: Span,
    text: String,
    /// The mark of the text it was made from.
    of: String,
}

impl std::fmt::Debug for Overlay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Overlay")
            .field("entries", &self.entries.len())
            .field("broken", &self.broken)
            .finish()
    }
}

/// The key that a line begins with, if it begins a message.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    (key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.bytes().all(plain)).then_some(key)
}

/// Whether a line of notes was written by [`update`], which writes it anew.
fn written_by_us(note: &str) -> bool {
    let inner = note.trim_start_matches('#');
    let inner = inner.strip_prefix(' ').unwrap_or(inner);
    ["rivers: ", "stale: ", "unused: ", "    "]
        .iter()
        .any(|begin| inner.starts_with(begin))
        || key_of(inner).is_some()
}

impl Overlay {
    /// Reads the text of a file.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut overlay = Self {
            entries: Vec::new(),
            broken: Vec::new(),
        };
        // Each message by itself, so that a mistake costs one text and is told at its line.
        let (mut notes, mut at) = (String::new(), 0);
        let mut lines = text.split_inclusive('\n').peekable();
        while let Some(line) = lines.next() {
            let start = at;
            at += line.len();
            if let Some(key) = key_of(line) {
                let mut block = line.to_owned();
                while let Some(more) = lines.next_if(|l| l.starts_with(' ') || l.trim().is_empty())
                {
                    at += more.len();
                    block.push_str(more);
                }
                let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
                let span = Span {
                    start: byte(start),
                    end: byte(start + key.len()),
                };
                overlay.take(key, block.trim_end(), std::mem::take(&mut notes), span);
            } else if line.starts_with('#') {
                if !written_by_us(line) {
                    notes.push_str(line.trim_end());
                    notes.push('\n');
                }
            } else if !line.trim().is_empty() {
                let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
                let span = Span {
                    start: byte(start),
                    end: byte(start + line.trim_end().len()),
                };
                let what = "this line belongs to no text: a text begins with its key and `=`, goes on in lines that begin with four spaces, and notes begin with `#`";
                overlay.broken.push((span, what.to_owned()));
            }
        }
        overlay
    }

    fn take(&mut self, key: &str, block: &str, notes: String, span: Span) {
        let Ok(resource) = FluentResource::try_new(format!("{block}\n")) else {
            let what = format!(
                "`{key}` cannot be read: after `=` stands the text, then a line `    .of = ` with its mark; `{{` and `}}` are written `{{\"{{\"}}` and `{{\"}}\"}}`, and `{{it}}` is `{{ $it }}`"
            );
            self.broken.push((span, what));
            return;
        };
        let mut bundle =
            FluentBundle::new_concurrent(vec![unic_langid::LanguageIdentifier::default()]);
        bundle.set_use_isolating(false);
        let _ = bundle.add_resource(resource);
        let mut args = FluentArgs::new();
        args.set("it", FluentValue::from("{it}"));
        let mut errors = Vec::new();
        let message = bundle.get_message(key);
        let text = message.as_ref().and_then(|m| m.value()).map(|pattern| {
            bundle
                .format_pattern(pattern, Some(&args), &mut errors)
                .into_owned()
        });
        let of = message
            .as_ref()
            .and_then(|m| m.get_attribute("of"))
            .map(|a| {
                bundle
                    .format_pattern(a.value(), None, &mut errors)
                    .into_owned()
            })
            .unwrap_or_default();
        if !errors.is_empty() {
            let what = format!(
                "`{key}` asks for something that there is not; only `{{ $it }}` may stand between `{{` and `}}`, in the text of an incident"
            );
            self.broken.push((span, what));
            return;
        }
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            self.broken.push((span, format!("`{key}` has no text")));
            return;
        };
        if self.entries.iter().any(|entry| entry.key == key) {
            self.broken
                .push((span, format!("`{key}` stands here for the second time")));
            return;
        }
        self.entries.push(Entry {
            key: key.to_owned(),
            lines: block.to_owned(),
            notes,
            span,
            text,
            of,
        });
    }

    /// The text of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        Some(&entry.text)
    }

    /// Whether all of it could be read.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.broken.is_empty()
    }

    /// How many texts it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What is wrong with it beside the scenario in its own words. `whole` says that it is the scenario's overlay and not that of
    /// a table, so that each of the scenario's own texts should have its place in it.
    #[must_use]
    pub fn check(&self, file: &str, book: &Scenario, whole: bool) -> Vec<Diagnostic> {
        let mut book = book.clone();
        let (mut marks, mut missing) = (BTreeMap::new(), Vec::new());
        texts(&mut book, &mut |text| {
            if whole && text.own && self.text(&text.key).is_none() {
                missing.push(text.key.clone());
            }
            marks.insert(text.key, mark(text.value));
        });
        let warning = |key, span, message: String| Diagnostic::warning(key, file, span, message);
        let mut found: Vec<Diagnostic> = self
            .broken
            .iter()
            .map(|(span, what)| {
                warning("overlay-unreadable", *span, what.clone()).confidence(Confidence::Certain)
            })
            .collect();
        for entry in &self.entries {
            match marks.get(&entry.key) {
                None => {
                    let message = format!("nothing in the scenario has the key `{}`", entry.key);
                    let help = did_you_mean(&entry.key, missing.iter().map(String::as_str));
                    found.push(
                        warning("overlay-unused", entry.span, message)
                            .confidence(Confidence::Certain)
                            .maybe_help(help),
                    );
                }
                Some(now) if *now != entry.of => {
                    let message = if entry.of.is_empty() {
                        format!("`{}` has no mark of the text it was made from", entry.key)
                    } else {
                        format!(
                            "the text of `{}` was changed since it was translated",
                            entry.key
                        )
                    };
                    let help = format!(
                        "when it says again what the scenario says, write `.of = {now}` below it; `rivers translate` shows the text"
                    );
                    found.push(
                        warning("overlay-stale", entry.span, message)
                            .confidence(Confidence::Certain)
                            .help(help),
                    );
                }
                Some(_) => {}
            }
        }
        if !missing.is_empty() {
            let names: Vec<String> = missing
                .iter()
                .take(NAMED)
                .map(|key| format!("`{key}`"))
                .collect();
            let more = match missing.len() - names.len() {
                0 => String::new(),
                n => format!(" and {n} more"),
            };
            let what = if missing.len() == 1 {
                "text is"
            } else {
                "texts are"
            };
            let message = format!(
                "{} {what} not translated, and shown as the scenario has them: {}{more}",
                missing.len(),
                names.join(", ")
            );
            found.push(
                Diagnostic::tip("overlay-missing", file, Span::default(), message)
                    .confidence(Confidence::Certain)
                    .help("`rivers translate` writes them into the file as notes, to be filled in"),
            );
        }
        found.sort_by_key(|diagnostic| diagnostic.span.start);
        found
    }
}

/// A text as a value of Fluent.
fn fluent(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{it}") {
            out.push_str("{ $it }");
            rest = after;
        } else {
            out.push_str(if rest.starts_with('{') {
                "{\"{\"}"
            } else {
                "{\"}\"}"
            });
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    if out.starts_with(char::is_whitespace) {
        out.insert_str(0, "{\"\"}");
    }
    if out.ends_with(char::is_whitespace) {
        out.push_str("{\"\"}");
    }
    let mut lines: Vec<String> = out.split('\n').map(str::to_owned).collect();
    for line in lines.iter_mut().skip(1) {
        let begins = line.starts_with(['[', '*', '.', ' ']);
        *line = match (line.is_empty(), begins) {
            (true, _) => String::new(),
            (_, true) => format!("    {{\"\"}}{line}"),
            (_, false) => format!("    {line}"),
        };
    }
    lines.join("\n")
}

/// Every line made a note.
fn noted(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("# {line}")).collect();
    lines.join("\n")
}

/// What an update of an overlay found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Texts translated from the text as it is now.
    pub done: usize,
    /// Texts translated from one that has changed.
    pub stale: usize,
    /// Texts not translated.
    pub missing: usize,
    /// Translations of texts that are gone.
    pub unused: usize,
}

/// The text of an overlay brought up to date: finished texts are kept to the letter, in the order of the scenario; those whose
/// source has changed and those that are of no use any more are marked; what is missing is added as notes. What could not be read
/// would be lost: see [`Overlay::is_whole`].
#[must_use]
pub fn update(book: &Scenario, title: &str, lang: &str, overlay: &Overlay) -> (String, Tally) {
    let mut book = book.clone();
    let (mut out, mut tally) = (String::new(), Tally::default());
    let _ = writeln!(
        out,
        "# rivers: {title} in {lang}. `rivers translate` writes this file anew and keeps what is translated.\n\
         # rivers: To translate a text, take `# ` away from its lines and put your words in the place of the text.\n\
         # rivers: The line `.of` says from which text it was made; leave it as it is.\n\
         # rivers: Write notes of your own directly above the text that they belong to."
    );
    let mut known = BTreeSet::new();
    texts(&mut book, &mut |text| {
        let entry = overlay.entries.iter().find(|entry| entry.key == text.key);
        let now = mark(text.value);
        match entry {
            Some(entry) => {
                out.push('\n');
                out.push_str(&entry.notes);
                if entry.of == now {
                    tally.done += 1;
                } else {
                    tally.stale += 1;
                    let _ = writeln!(out, "# stale: the text is now ({now}):");
                    let source = noted(&format!("    {}", text.value.replace('\n', "\n    ")));
                    let _ = writeln!(out, "{source}");
                }
                let _ = writeln!(out, "{}", entry.lines);
            }
            None if text.own => {
                tally.missing += 1;
                let block = format!("{} = {}\n    .of = {now}", text.key, fluent(text.value));
                let _ = writeln!(out, "\n{}", noted(&block));
            }
            None => {}
        }
        known.insert(text.key);
    });
    for entry in overlay
        .entries
        .iter()
        .filter(|entry| !known.contains(&entry.key))
    {
        tally.unused += 1;
        let _ = writeln!(
            out,
            "\n{}# unused: nothing in the scenario has this key any more.\n{}",
            entry.notes, entry.lines
        );
    }
    (out, tally)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load::{Files, load};

    fn stage() -> Scenario {
        let files = [
            ("stage.ron", include_str!("../../../tests/stage/stage.ron")),
            (
                "stage_atlas.ron",
                include_str!("../../../tests/stage/stage_atlas.ron"),
            ),
            (
                "stage_people.ron",
                include_str!("../../../tests/stage/stage_people.ron"),
            ),
            (
                "stage_sources.ron",
                include_str!("../../../tests/stage/stage_sources.ron"),
            ),
        ];
        load("stage.ron", &Files(&files))
            .expect("the stage loads")
            .scenario
    }

    fn updated(book: &Scenario, old: &str) -> (String, Tally) {
        update(book, "stage.ron", "es", &Overlay::read(old))
    }

    /// What stands in a note, made a text.
    fn filled(text: &str) -> String {
        let lines = text.lines().filter(|line| !line.starts_with("# rivers: "));
        lines
            .map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line)))
            .collect()
    }

    #[test]
    fn every_text_comes_back_as_it_was_and_every_key_stands_once() {
        let mut book = stage();
        // What Fluent has its own signs for.
        book.brief = "A {brace}, a \"quote\",\n\n[and] a line\n  that begins .so ".to_owned();
        let (text, tally) = updated(&book, "");
        assert!(tally.missing > 60 && tally.done == 0, "{tally:?}");
        let overlay = Overlay::read(&filled(&text));
        assert!(overlay.broken.is_empty(), "{:?}", overlay.broken);
        assert_eq!(overlay.len(), tally.missing);
        assert_eq!(
            overlay.text("incident-camp_fever-text"),
            Some("Men of {it} lie down and do not get up.")
        );
        assert!(overlay.check("stage.es.ftl", &book, true).is_empty());
        let mut keys = BTreeSet::new();
        texts(&mut book, &mut |text| {
            assert!(keys.insert(text.key.clone()), "{} stands twice", text.key);
            if text.own {
                assert_eq!(overlay.text(&text.key), Some(text.value.as_str()));
            }
        });
        // Brought up to date again, it is the same.
        let (again, tally) = updated(&book, &filled(&text));
        assert_eq!((tally.missing, tally.stale, tally.unused), (0, 0, 0));
        assert_eq!(updated(&book, &again).0, again);
        assert_eq!(
            updated(&book, &text).0,
            text,
            "untranslated ones are written anew"
        );
    }

    #[test]
    fn stale_unused_missing_and_broken_are_told_and_kept() {
        let mut book = stage();
        let own = format!(
            "# my note\ntitle = El escenario\n    .of = {}\n\nno-such-key = x\n    .of = 0\n\nbrief = {{ broken\n\nending-taken-title = Tomada\n",
            mark(&book.title)
        );
        let keys = |found: &[Diagnostic]| found.iter().map(|d| d.key).collect::<Vec<_>>();
        let overlay = Overlay::read(&own);
        let found = overlay.check("x", &book, true);
        assert_eq!(
            keys(&found),
            [
                "overlay-missing",
                "overlay-unused",
                "overlay-unreadable",
                "overlay-stale"
            ]
        );
        assert_eq!(
            keys(&overlay.check("x", &book, false)).len(),
            3,
            "nothing is missing in a table's"
        );
        book.title = "Another".to_owned();
        let found = overlay.check("x", &book, true);
        assert_eq!(keys(&found)[1], "overlay-stale");
        let (text, tally) = updated(&book, &own);
        assert_eq!((tally.stale, tally.unused, tally.done), (2, 1, 0));
        assert!(
            text.contains("# my note\n# stale: the text is now ("),
            "{text}"
        );
        assert!(
            text.contains("#     Another\ntitle = El escenario\n"),
            "{text}"
        );
        assert_eq!(Overlay::read(&text).len(), 3);
    }

    #[test]
    fn an_overlay_changes_the_words_and_nothing_else() {
        let (book, mut laid) = (stage(), stage());
        let overlay = Overlay::read(
            "title = El escenario\n\nincident-camp_fever-text = Los hombres de { $it } caen.\n",
        );
        super::super::lay(&mut laid, &overlay);
        assert_eq!(laid.title, "El escenario");
        assert_eq!(laid.incidents[0].text, "Los hombres de {it} caen.");
        assert_eq!(
            (laid.content_hash, &laid.brief),
            (book.content_hash, &book.brief)
        );
    }

    /// Texts of the format that have no key, and why.
    const WITHOUT_A_KEY: &[(&str, &str)] = &[
        ("RawScenario", "goes_on"), // the name of a file
        ("RawRegisters", "note"),   // these four are notes for whoever reads the file
        ("RawTreatyInForce", "note"),
        ("RawPersonSetup", "note"),
        ("RawTrial", "says"),
        ("RawUnclear", "words"), // what was sworn
        ("RawClaim", "at"),      // a chapter or a page
        ("RawPlace", "modern"),
        ("RawPlace", "circuit"),
        ("RawCalled", "name"),   // the key of the place has the name in use
        ("RawPerson", "people"), // these are looked up, not read
        ("RawPerson", "other_names"),
        ("RawOffice", "sources"),
        ("RawSource", "label"),
        ("RawRoute", "note"),
    ];

    /// A new text in the format gets its key, or its place in the list above.
    #[test]
    fn every_text_of_the_format_can_be_translated_or_says_why_not() {
        use crate::scenario::format::{Type, all};
        let source = include_str!("texts.rs");
        let mut lacking = Vec::new();
        for kind in all() {
            for field in kind.fields() {
                let text = match field.kind() {
                    Type::Maybe(inner) => matches!(*inner, Type::Text),
                    other => matches!(other, Type::Text),
                };
                let without = WITHOUT_A_KEY.contains(&(kind.name, field.name));
                if !text || field.name.ends_with("_zh") || without {
                    continue;
                }
                // Its key is made with the name of the field at its end.
                let known = [format!("\"{}\"", field.name), format!("-{}\"", field.name)];
                if !known.iter().any(|end| source.contains(end.as_str())) {
                    lacking.push(format!("{}.{}", kind.name, field.name));
                }
            }
        }
        assert!(lacking.is_empty(), "no key in `texts.rs` for {lacking:?}");
    }
}
