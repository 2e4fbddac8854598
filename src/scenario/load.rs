//! The door: texts in, a [`Scenario`] or everything that is wrong with them out.
//!
//! The caller hands over the texts; this room opens no files. A scenario never loads in part.

use std::collections::{BTreeMap, BTreeSet};

use ron2::ast::Expr;

use super::found::Found;
use super::model::Scenario;
use super::raw::{Name, RawScenario};
use super::read::{Read, Reader};
use super::readings::Readings;
use super::resolve::{Tables, resolve};
use super::tables::{RawAtlas, RawPeople, RawSources, RawTerms};
use super::{allow, checks, prose, tree};
use crate::base::hash::hash_of;
use crate::diagnostics::source::Source;
use crate::diagnostics::{Diagnostic, span::Span, suggest::did_you_mean};

/// Texts by the names that scenarios call them: plain file names.
pub trait FileSet {
    /// The text of this name, if there is one.
    fn get(&self, name: &str) -> Option<&str>;
    /// The names there are, for suggestions; may be left empty.
    fn names(&self) -> Vec<&str> {
        Vec::new()
    }
}

impl FileSet for BTreeMap<String, String> {
    fn get(&self, name: &str) -> Option<&str> {
        Self::get(self, name).map(String::as_str)
    }
    fn names(&self) -> Vec<&str> {
        self.keys().map(String::as_str).collect()
    }
}

/// Texts that stand in a list, as those built into the program.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a>(pub &'a [(&'a str, &'a str)]);

impl FileSet for Files<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, text)| *text)
    }
    fn names(&self) -> Vec<&str> {
        self.0.iter().map(|(name, _)| *name).collect()
    }
}

/// A scenario that may be played, and what its writer should still look at.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The scenario.
    pub scenario: Scenario,
    /// Warnings, in the order of the files.
    pub warnings: Vec<Diagnostic>,
}

/// A file read, whatever is wrong with it.
enum File {
    Scenario(Box<RawScenario>),
    Atlas(RawAtlas),
    People(RawPeople),
    Sources(RawSources),
    Terms(RawTerms),
}

/// Loads a scenario.
///
/// # Errors
/// Everything that is wrong with it and with the files it uses, in the order of the files; warnings among them.
pub fn load(main_name: &str, files: &dyn FileSet) -> Result<Loaded, Vec<Diagnostic>> {
    load_under(main_name, files, &Readings::default())
}

/// Loads a scenario with other readings of its disputed numbers than those taken. Its hash is then another too: a game in it is no game of
/// the scenario as it is.
///
/// # Errors
/// Everything that is wrong with it so, as [`load`] has it.
pub fn load_under(
    main_name: &str,
    files: &dyn FileSet,
    readings: &Readings,
) -> Result<Loaded, Vec<Diagnostic>> {
    let (mut found, mut damaged) = (Found::new(), BTreeSet::new());
    let mut order = vec![main_name.to_owned()];
    let Some(text) = files.get(main_name) else {
        return Err(vec![missing(main_name, main_name, Span::default(), files)]);
    };
    let mut texts = vec![text];
    let Some(File::Scenario(raw)) = read(main_name, text, true, &mut found, &mut damaged) else {
        return Err(finished(found, &order, &texts));
    };

    let mut tables = Tables::default();
    let mut complete = true;
    for name in &raw.uses {
        if let Err(diagnostic) = usable(main_name, name, &order) {
            found.push(*diagnostic);
            complete = false;
            continue;
        }
        let Some(text) = files.get(&name.value) else {
            found.push(missing(main_name, &name.value, name.span, files));
            complete = false;
            continue;
        };
        order.push(name.value.clone());
        texts.push(text);
        match read(&name.value, text, false, &mut found, &mut damaged) {
            Some(File::Atlas(atlas)) => {
                tables.places.extend(
                    atlas
                        .places
                        .into_iter()
                        .map(|place| (name.value.clone(), place)),
                );
                tables.routes.extend(
                    atlas
                        .routes
                        .into_iter()
                        .map(|route| (name.value.clone(), route)),
                );
            }
            Some(File::People(people)) => tables.people.extend(
                people
                    .people
                    .into_iter()
                    .map(|person| (name.value.clone(), person)),
            ),
            Some(File::Sources(sources)) => tables.sources.extend(
                sources
                    .sources
                    .into_iter()
                    .map(|source| (name.value.clone(), source)),
            ),
            Some(File::Terms(terms)) => tables.terms.extend(
                terms
                    .terms
                    .into_iter()
                    .map(|term| (name.value.clone(), term)),
            ),
            Some(File::Scenario(_)) | None => complete = false,
        }
    }
    // Without its tables every name would be unknown; that would only bury what was said.
    if !complete {
        return Err(finished(found, &order, &texts));
    }

    let hash = if readings.is_empty() {
        hash_of(&texts)
    } else {
        hash_of(&(&texts, readings.iter().collect::<Vec<_>>()))
    };
    let (scenario, mut resolver) = resolve(main_name, &raw, &tables, hash, readings, damaged);
    found.append(std::mem::take(&mut resolver.found));
    if let Some(scenario) = &scenario
        && !found.is_hollow()
    {
        checks::run(
            &checks::Cx {
                file: main_name,
                raw: &raw,
                scenario,
                tables: &tables,
                names: &resolver,
            },
            &mut found,
        );
    }
    let refused = found.has_errors();
    let list = finished(found, &order, &texts);
    match scenario {
        Some(scenario) if !refused => Ok(Loaded {
            scenario,
            warnings: list,
        }),
        _ => Err(list),
    }
}

/// A scenario's own file as it is written, whatever else is wrong with it; none where it cannot be read at all.
pub(super) fn raw_scenario(name: &str, text: &str) -> Option<Box<RawScenario>> {
    match read(name, text, true, &mut Found::new(), &mut BTreeSet::new()) {
        Some(File::Scenario(raw)) => Some(raw),
        _ => None,
    }
}

/// Everything found, less what the files allow, in the order of the files.
fn finished(mut found: Found, order: &[String], texts: &[&str]) -> Vec<Diagnostic> {
    // With an error in it a scenario is not looked over to the end, so that nobody can say which allow is of no use.
    let refused = found.has_errors();
    for (at, (name, text)) in order.iter().zip(texts).enumerate() {
        let source = Source::new(name.as_str(), *text);
        allow::apply(&source, refused || at > 0, found.list_mut());
    }
    found.finish(order)
}

/// A missing file.
fn missing(main_name: &str, name: &str, span: Span, files: &dyn FileSet) -> Diagnostic {
    let names = files.names();
    let help = did_you_mean(name, names.iter().copied());
    Diagnostic::error(
        "missing-file",
        main_name,
        span,
        format!("there is no file `{name}`"),
    )
    .maybe_help(help)
}

/// Whether a name may be used: a plain file name, once.
fn usable(main_name: &str, name: &Name, so_far: &[String]) -> Result<(), Box<Diagnostic>> {
    let error =
        |key, message: String| Box::new(Diagnostic::error(key, main_name, name.span, message));
    let text = name.value.as_str();
    let plain = text.strip_suffix(".ron").is_some_and(|stem| {
        !stem.is_empty()
            && stem.len() <= 60
            && stem
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    });
    if !plain {
        let shown: String = text.chars().take(60).collect();
        let help = "write the name of a file that lies beside the scenario, as in `atlas.ron`: letters, digits, `_` and `-`, then `.ron`";
        return Err(Box::new(
            error(
                "bad-file-name",
                format!("`{shown}` is not a plain file name"),
            )
            .help(help),
        ));
    }
    if text == main_name {
        return Err(error("use-cycle", format!("`{text}` uses itself")));
    }
    if so_far.iter().any(|used| used == text) {
        return Err(error("duplicate-use", format!("`{text}` is used twice")));
    }
    Ok(())
}

/// What a table holds, as the beginnings of its texts' keys: `place-kaifeng`, `person-li_gang`, `source-song_shi`, `term-xun`. None where
/// the text is no table that can be read.
#[must_use]
pub fn held_by(name: &str, text: &str) -> Option<BTreeSet<String>> {
    let (mut found, mut damaged) = (Found::default(), BTreeSet::new());
    let keys = |kind: &str, ids: Vec<&Name>| {
        let key = |id: &&Name| format!("{kind}-{}", id.value);
        ids.iter().map(key).collect()
    };
    Some(match read(name, text, false, &mut found, &mut damaged)? {
        File::Scenario(_) => return None,
        File::Atlas(table) => keys("place", table.places.iter().map(|p| &p.id).collect()),
        File::People(table) => keys("person", table.people.iter().map(|p| &p.id).collect()),
        File::Sources(table) => keys("source", table.sources.iter().map(|s| &s.id).collect()),
        File::Terms(table) => keys("term", table.terms.iter().map(|t| &t.id).collect()),
    })
}

/// Reads one file; none when it cannot be read at all.
fn read(
    name: &str,
    text: &str,
    main: bool,
    found: &mut Found,
    damaged: &mut BTreeSet<String>,
) -> Option<File> {
    if let Some(diagnostic) = tree::too_big(name, text.len()) {
        found.push(diagnostic);
        return None;
    }
    let source = Source::new(
        name,
        text.strip_prefix('\u{feff}')
            .map_or_else(|| text.to_owned(), |rest| format!("   {rest}")),
    );
    let cleaned = tree::clean(&source);
    for diagnostic in cleaned.found {
        found.push(diagnostic);
    }
    let document = cleaned.document?;
    damaged.extend(cleaned.lost);
    let mut extensions = Vec::new();
    let implicit_some = tree::extensions(name, &document, &mut extensions);
    for diagnostic in extensions {
        found.push(diagnostic);
    }
    let Some(value) = &document.value else {
        found.push(Diagnostic::error(
            "empty-file",
            name,
            Span::default(),
            format!("`{name}` has nothing in it"),
        ));
        return None;
    };
    let (root, at) = match value {
        Expr::Struct(inner) => (
            inner.name.name.as_ref(),
            super::read::span(&inner.name.span),
        ),
        other => ("", super::read::span(other.span())),
    };
    let mut reader = Reader::new(name, implicit_some, cleaned.blank, std::mem::take(damaged));
    let file = match root {
        "Scenario" if !main => {
            let message = format!(
                "`{name}` is a scenario, and a scenario can use only tables: an `Atlas`, `People`, `Sources` or `Terms`"
            );
            reader
                .found
                .push(Diagnostic::error("use-cycle", name, at, message));
            None
        }
        "Atlas" | "People" | "Sources" | "Terms" if main => {
            let message = format!("`{name}` is a table, and a scenario was asked for");
            reader
                .found
                .push(Diagnostic::error("not-a-scenario", name, at, message));
            None
        }
        "Scenario" => {
            RawScenario::read(value, &mut reader).map(|raw| File::Scenario(Box::new(raw)))
        }
        "Atlas" => RawAtlas::read(value, &mut reader).map(File::Atlas),
        "People" => RawPeople::read(value, &mut reader).map(File::People),
        "Sources" => RawSources::read(value, &mut reader).map(File::Sources),
        "Terms" => RawTerms::read(value, &mut reader).map(File::Terms),
        other => {
            let help = did_you_mean(other, ["Scenario", "Atlas", "People", "Sources", "Terms"]);
            let message =
                "a file begins with `Scenario(`, `Atlas(`, `People(`, `Sources(` or `Terms(`";
            reader
                .found
                .push(Diagnostic::error("unknown-root", name, at, message).maybe_help(help));
            None
        }
    };
    found.append(reader.found);
    prose::look(name, source.text(), value, found);
    *damaged = reader.damaged;
    file
}

#[cfg(test)]
fn raw_of<T: Read>(name: &str, text: &str) -> (Option<T>, Vec<Diagnostic>) {
    let (document, errors) = ron2::ast::parse_document_lossy(text);
    assert!(errors.is_empty(), "{name}: {errors:?}");
    let mut reader = Reader::new(name, true, BTreeSet::new(), BTreeSet::new());
    let value = document
        .value
        .as_ref()
        .and_then(|value| T::read(value, &mut reader));
    (value, reader.found.finish(&[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same file to the tree with positions and to plain `ron`.
    fn both<T: Read + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(
        name: &str,
        text: &str,
    ) {
        let (tree, found) = raw_of::<T>(name, text);
        assert!(found.is_empty(), "{name}: {found:?}");
        let plain: T = ron::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(tree.as_ref() == Some(&plain), "{name} reads differently");
    }

    #[test]
    fn a_file_reads_the_same_to_plain_ron() {
        both::<RawScenario>("stage.ron", include_str!("../../tests/stage/stage.ron"));
        both::<RawAtlas>(
            "stage_atlas.ron",
            include_str!("../../tests/stage/stage_atlas.ron"),
        );
        both::<RawPeople>(
            "stage_people.ron",
            include_str!("../../tests/stage/stage_people.ron"),
        );
        both::<RawSources>(
            "stage_sources.ron",
            include_str!("../../tests/stage/stage_sources.ron"),
        );
        both::<RawScenario>("jingkang.ron", include_str!("../../scenarios/jingkang.ron"));
        both::<RawAtlas>("atlas.ron", include_str!("../../scenarios/atlas.ron"));
        both::<RawPeople>("people.ron", include_str!("../../scenarios/people.ron"));
        both::<RawSources>("sources.ron", include_str!("../../scenarios/sources.ron"));
        both::<RawTerms>("terms.ron", include_str!("../../scenarios/terms.ron"));
    }

    #[test]
    fn options_may_stand_bare_or_wrapped_and_numbers_as_ron_writes_them() {
        let texts = [
            "Place(id: \"x\", quality: 1_0, captain: None)",
            "(id: \"x\", quality: Some(0xA), captain: None)",
            "Place(id: r#\"x\"#, quality: +10)",
        ];
        for text in texts {
            let (read, found) = raw_of::<super::super::raw::RawPlaceSetup>("x", text);
            assert!(found.is_empty(), "{found:?}");
            assert_eq!(read.and_then(|place| place.quality), Some(10), "{text}");
        }
    }
}
