//! Where scenarios are found: built into the program, in the user's own folder, or wherever a path says.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use directories::ProjectDirs;

use super::Failure;
use crate::diagnostics::source::Source;
use crate::diagnostics::suggest::{by_nearness, did_you_mean};
use crate::diagnostics::{Diagnostic, render, span::Span};
use crate::prose::{Lang, Texts};
use crate::scenario::load::{FileSet, held_by, load_under};
use crate::scenario::model::Scenario;
use crate::scenario::overlay::{self, Overlay, Part};
use crate::scenario::readings::Readings;
use crate::scenario::tree::too_big;

/// The files of `scenarios/`, built in.
const SHIPPED: &[(&str, &str)] = &[
    ("atlas.ron", include_str!("../../scenarios/atlas.ron")),
    ("haishang.ron", include_str!("../../scenarios/haishang.ron")),
    ("jingkang.ron", include_str!("../../scenarios/jingkang.ron")),
    ("people.ron", include_str!("../../scenarios/people.ron")),
    ("shaoxing.ron", include_str!("../../scenarios/shaoxing.ron")),
    ("sources.ron", include_str!("../../scenarios/sources.ron")),
    ("terms.ron", include_str!("../../scenarios/terms.ron")),
    (
        "terms_haishang.ron",
        include_str!("../../scenarios/terms_haishang.ron"),
    ),
    (
        "terms_jingkang.ron",
        include_str!("../../scenarios/terms_jingkang.ron"),
    ),
    (
        "terms_shaoxing.ron",
        include_str!("../../scenarios/terms_shaoxing.ron"),
    ),
];

/// The scenario that opens when none is named.
pub(super) const FIRST: &str = "jingkang";

/// The language that scenarios are written in.
const OWN_LANGUAGE: &str = "en";

/// No scenario file is as long; a longer one is not read into memory.
const MOST_READ: u64 = 32 << 20;

/// The platform's own data folder for this program, if it has one.
pub(super) fn usual_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "rivers-and-mountains").map(|dirs| dirs.data_dir().to_owned())
}

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Built in.
    Shipped,
    /// A file.
    File(PathBuf),
}

/// A scenario that was found but not yet read.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its file name.
    pub(super) file: String,
    /// Where it comes from.
    pub(super) origin: Origin,
}

impl Found {
    /// What to call it: the name to type for it.
    pub(super) fn name(&self) -> &str {
        self.file.strip_suffix(".ron").unwrap_or(&self.file)
    }
    /// What to show for it in messages.
    pub(super) fn shown(&self) -> String {
        match &self.origin {
            Origin::Shipped => self.file.clone(),
            Origin::File(path) => path.display().to_string(),
        }
    }
}

/// A scenario file read: what loading gave, and the texts its diagnostics speak of.
pub(super) struct Reading {
    /// The scenario, when it may be played.
    pub(super) scenario: Option<Arc<Scenario>>,
    /// Everything to say about it.
    pub(super) diagnostics: Vec<Diagnostic>,
    sources: BTreeMap<String, Source>,
    used: Vec<String>,
    /// The texts of the tables that it names.
    pub(super) tables: BTreeMap<String, String>,
}

impl Reading {
    /// The text a diagnostic speaks of.
    pub(super) fn source(&self, diagnostic: &Diagnostic) -> Option<&Source> {
        self.sources.get(&diagnostic.file)
    }
    /// The tables that the scenario names.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.used.iter().map(String::as_str)
    }
    /// Everything to say, for a person.
    pub(super) fn told(&self) -> String {
        self.diagnostics
            .iter()
            .map(|d| render::human(d, self.source(d)) + "\n")
            .collect()
    }
}

/// Texts for the loader: those of one folder that are named, then the ones built in.
#[derive(Default)]
struct TextsBeside {
    texts: BTreeMap<String, String>,
}

impl FileSet for TextsBeside {
    fn get(&self, name: &str) -> Option<&str> {
        self.texts
            .get(name)
            .map(String::as_str)
            .or_else(|| shipped(name))
    }
    fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .texts
            .keys()
            .map(String::as_str)
            .chain(SHIPPED.iter().map(|(name, _)| *name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// The text of a file that is built in.
pub(super) fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// The scenarios and the folders of one run of the program.
#[derive(Clone, Debug)]
pub(super) struct Shelf {
    data: Option<PathBuf>,
    /// The language asked for.
    lang: Option<String>,
}

/// An overlay that was found for a file.
pub(super) struct FoundOverlay {
    /// What to show for it in messages.
    pub(super) shown: String,
    /// The language it is in.
    pub(super) lang: String,
    /// What it says.
    pub(super) text: String,
}

impl Shelf {
    /// With this data folder, or the platform's own.
    pub(super) fn new(data: Option<PathBuf>) -> Self {
        Self {
            data: data.or_else(usual_folder),
            lang: None,
        }
    }

    /// The same, with scenarios in this language where they have it.
    pub(super) fn in_language(mut self, lang: Option<String>) -> Self {
        self.lang = lang;
        self
    }

    /// The same, with scenarios in their own words.
    pub(super) fn in_own_words(&self) -> Self {
        self.clone().in_language(None)
    }

    /// The game's own words, in the language asked for where it speaks it.
    pub(super) fn texts(&self) -> Texts {
        let lang = self.lang.as_deref().and_then(Lang::named);
        Texts::new(lang.unwrap_or_default())
    }

    /// The overlays of a file: those that lie beside it, those in the user's folder of scenarios, those built in.
    pub(super) fn overlays(&self, file: &str, origin: &Origin) -> Vec<FoundOverlay> {
        let stem = file.strip_suffix(".ron").unwrap_or(file);
        let lang_of = |name: &str| {
            let lang = name
                .strip_prefix(stem)?
                .strip_prefix('.')?
                .strip_suffix(".ftl")?;
            (!lang.contains('.')).then(|| lang.to_owned())
        };
        let beside = match origin {
            Origin::File(path) => path.parent().map(Path::to_owned),
            Origin::Shipped => None,
        };
        let own = self.data.as_ref().map(|data| data.join("scenarios"));
        let mut found: Vec<FoundOverlay> = Vec::new();
        for folder in beside.into_iter().chain(own) {
            let here = Path::new(".");
            let bare = folder.as_os_str().is_empty();
            let mut paths: Vec<PathBuf> = std::fs::read_dir(if bare { here } else { &folder })
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| folder.join(entry.file_name()))
                .collect();
            paths.sort();
            for path in paths {
                let Some(lang) = lang_of(&file_name(&path)) else {
                    continue;
                };
                if found.iter().any(|other| other.lang == lang) {
                    continue;
                }
                if let Ok(text) = read_text(&path, &file_name(&path)) {
                    found.push(FoundOverlay {
                        shown: path.display().to_string(),
                        lang,
                        text,
                    });
                }
            }
        }
        for (name, text) in SHIPPED {
            if let Some(lang) = lang_of(name)
                && found.iter().all(|other| other.lang != lang)
            {
                found.push(FoundOverlay {
                    shown: (*name).to_owned(),
                    lang,
                    text: (*text).to_owned(),
                });
            }
        }
        found
    }

    /// The overlay of a file in the language asked for, or in what that is a kind of: for `zh-Hant-TW` also `zh-Hant` and `zh`.
    fn overlay(&self, file: &str, origin: &Origin) -> Option<FoundOverlay> {
        let mut wanted = self.lang.as_deref()?;
        let mut found = self.overlays(file, origin);
        loop {
            if let Some(at) = found
                .iter()
                .position(|o| o.lang.eq_ignore_ascii_case(wanted))
            {
                return Some(found.swap_remove(at));
            }
            wanted = wanted.rsplit_once('-')?.0;
        }
    }

    /// The languages in which some scenario of the shelf can be shown besides its own: of those on it, and of these.
    #[cfg(feature = "desktop")]
    pub(super) fn languages(&self, besides: &[Found]) -> Vec<String> {
        let mut all: Vec<String> = self
            .all()
            .iter()
            .chain(besides)
            .flat_map(|found| self.overlays(&found.file, &found.origin))
            .map(|overlay| overlay.lang)
            .filter(|lang| !lang.starts_with(OWN_LANGUAGE))
            .collect();
        all.sort();
        all.dedup();
        all
    }

    /// The language asked for.
    #[cfg(feature = "desktop")]
    pub(super) fn language(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// A word to whoever asked for a language that a scenario does not have.
    pub(super) fn not_in_language(&self, found: &Found) -> Option<String> {
        let lang = self
            .lang
            .as_deref()
            .filter(|lang| !lang.starts_with(OWN_LANGUAGE))?;
        let lacks = self.overlay(&found.file, &found.origin).is_none();
        let name = found.name();
        lacks.then(|| {
            format!("`{name}` has no overlay in `{lang}` and is shown in its own words; `rivers translate {name} --lang {lang}` begins one.")
        })
    }

    /// The data folder, where there is one.
    #[cfg(feature = "desktop")]
    pub(super) fn data(&self) -> Option<&Path> {
        self.data.as_deref()
    }

    /// The folder of the user's own scenarios, whether it is there or not.
    pub(super) fn own_folder(&self) -> Option<PathBuf> {
        self.data.as_ref().map(|data| data.join("scenarios"))
    }

    /// The folder of saved games, made if it is not there.
    pub(super) fn journals(&self) -> Result<PathBuf, Failure> {
        let Some(data) = &self.data else {
            return Err(Failure::Usage(
                "this system names no folder for saved games; give one with --data DIR".to_owned(),
            ));
        };
        let folder = data.join("journals");
        std::fs::create_dir_all(&folder).map_err(|error| {
            Failure::Wrong(format!("cannot make the folder for saved games `{}`: {error}; give another with --data DIR", folder.display()))
        })?;
        Ok(folder)
    }

    /// The folder of the user's own scenarios, made if it is not there.
    pub(super) fn scenarios(&self) -> Result<PathBuf, Failure> {
        let Some(data) = &self.data else {
            return Err(Failure::Usage(
                "this system names no folder for your scenarios; give one with --data DIR"
                    .to_owned(),
            ));
        };
        let folder = data.join("scenarios");
        std::fs::create_dir_all(&folder).map_err(|error| {
            Failure::Wrong(format!(
                "cannot make the folder `{}`: {error}; give another with --data DIR",
                folder.display()
            ))
        })?;
        Ok(folder)
    }

    /// Every scenario there is: those in the working folder, the user's own, by name, then the shipped ones.
    pub(super) fn all(&self) -> Vec<Found> {
        // Other programs have files of this kind too: in the working folder only what says that it is a scenario is one.
        let mut own: Vec<Found> = ron_files(Path::new("."))
            .into_iter()
            .filter(|path| is_a_scenario(path))
            .map(|path| Found {
                file: file_name(&path),
                origin: Origin::File(PathBuf::from(file_name(&path))),
            })
            .collect();
        if let Some(folder) = self.data.as_ref().map(|data| data.join("scenarios")) {
            own.extend(
                ron_files(&folder)
                    .into_iter()
                    .filter(|path| begins_a_scenario(path))
                    .map(|path| Found {
                        file: file_name(&path),
                        origin: Origin::File(path),
                    }),
            );
        }
        let shipped = SHIPPED.iter().filter(|(_, text)| root(text) == "Scenario");
        own.extend(shipped.map(|(name, _)| Found {
            file: (*name).to_owned(),
            origin: Origin::Shipped,
        }));
        own
    }

    /// The scenario of this name or path.
    pub(super) fn find(&self, named: &str) -> Result<Found, Failure> {
        let path = Path::new(named);
        let is_path = named.ends_with(".ron") || path.components().count() > 1;
        if is_path && path.is_file() {
            return Ok(Found {
                file: file_name(path),
                origin: Origin::File(path.to_owned()),
            });
        }
        let all = self.all();
        if let Some(found) = all
            .iter()
            .find(|found| found.name() == named || (found.file == named))
        {
            return Ok(found.clone());
        }
        // What lies in a folder without saying that it is a scenario is found by its name, and not offered.
        let is = |found: &&Found| match &found.origin {
            Origin::File(path) => is_a_scenario(path),
            Origin::Shipped => true,
        };
        let names: Vec<&str> = all.iter().filter(is).map(Found::name).collect();
        let known = known(named, &names, "`rivers list` shows them all");
        let way_out = match did_you_mean(named, names.iter().copied()) {
            Some(near) => near,
            None if is_path => {
                "a path must lead to a `.ron` file; `rivers list` shows the scenarios there are"
                    .to_owned()
            }
            None => format!("there is {known}; or give the path of a scenario file"),
        };
        let what = if is_path {
            format!("there is no file `{named}`")
        } else {
            format!("there is no scenario `{named}`")
        };
        Err(Failure::Usage(format!("{what}; {way_out}")))
    }

    /// Reads a scenario and everything it uses.
    pub(super) fn read(&self, found: &Found) -> Reading {
        self.read_under(found, &Readings::default())
    }

    /// The same, with other readings of its disputed numbers than those taken.
    fn read_under(&self, found: &Found, readings: &Readings) -> Reading {
        let mut texts = TextsBeside::default();
        let mut broken = Vec::new();
        if let Origin::File(path) = &found.origin {
            match read_text(path, &found.file) {
                Ok(text) => {
                    let beside = path.parent().unwrap_or(Path::new(""));
                    for other in ron_files(if beside.as_os_str().is_empty() {
                        Path::new(".")
                    } else {
                        beside
                    }) {
                        let name = file_name(&other);
                        if name != found.file && text.contains(&format!("\"{name}\"")) {
                            match read_text(&other, &name) {
                                Ok(text) => drop(texts.texts.insert(name, text)),
                                Err(diagnostic) => broken.push(*diagnostic),
                            }
                        }
                    }
                    texts.texts.insert(found.file.clone(), text);
                }
                Err(diagnostic) => broken.push(*diagnostic),
            }
        }
        let (scenario, mut diagnostics) = if broken.is_empty() {
            match load_under(&found.file, &texts, readings) {
                Ok(mut loaded) => {
                    self.translate(found, &texts, &mut loaded.scenario);
                    (Some(Arc::new(loaded.scenario)), loaded.warnings)
                }
                Err(diagnostics) => (None, diagnostics),
            }
        } else {
            (None, broken)
        };
        // A writer is shown the path he gave, not the bare name that scenarios call each other by.
        let shown = found.shown();
        for diagnostic in &mut diagnostics {
            let labels = diagnostic.labels.iter_mut().map(|label| &mut label.file);
            for file in std::iter::once(&mut diagnostic.file)
                .chain(labels)
                .filter(|file| **file == found.file)
            {
                file.clone_from(&shown);
            }
        }
        let mut sources = BTreeMap::new();
        for file in diagnostics.iter().map(|d| &d.file) {
            let name = if *file == shown { &found.file } else { file };
            if let Some(text) = texts.get(name)
                && !sources.contains_key(file)
            {
                sources.insert(file.clone(), Source::new(file.clone(), text));
            }
        }
        let main = texts.get(&found.file).unwrap_or_default();
        let named = |name: &&str| *name != found.file && main.contains(&format!("\"{name}\""));
        let used: Vec<String> = texts
            .names()
            .into_iter()
            .filter(named)
            .map(str::to_owned)
            .collect();
        let table = |name: &String| Some((name.clone(), texts.get(name)?.to_owned()));
        let tables = used.iter().filter_map(table).collect();
        Reading {
            scenario,
            diagnostics,
            sources,
            used,
            tables,
        }
    }

    /// Lays the overlays of the language asked for over a scenario: first those of its tables, then its own.
    fn translate(&self, found: &Found, texts: &TextsBeside, scenario: &mut Scenario) {
        if self.lang.is_none() {
            return;
        }
        let main = texts.get(&found.file).unwrap_or_default();
        let tables: Vec<&str> = texts
            .names()
            .into_iter()
            .filter(|name| *name != found.file && main.contains(&format!("\"{name}\"")))
            .collect();
        for file in tables.into_iter().chain([found.file.as_str()]) {
            if let Some(found) = self.overlay(file, &found.origin) {
                overlay::lay(scenario, &Overlay::read(&found.text));
            }
        }
    }

    /// Looks at every overlay of a scenario and of its tables, and adds what is wrong with them to what is said of it.
    pub(super) fn check_overlays(&self, found: &Found, read: &mut Reading) {
        let Some(book) = read.scenario.clone() else {
            return;
        };
        let files: Vec<String> = std::iter::once(found.file.clone())
            .chain(read.used.clone())
            .collect();
        for file in files {
            for laid in self.overlays(&file, &found.origin) {
                let held = read.tables.get(&file).and_then(|text| held_by(&file, text));
                let of = held.as_ref().map_or(Part::Scenario, Part::Table);
                let list = Overlay::read(&laid.text).check(&laid.shown, &book, of);
                if !list.is_empty() {
                    let source = Source::new(laid.shown.as_str(), laid.text.as_str());
                    read.sources.insert(laid.shown.clone(), source);
                    read.diagnostics.extend(list);
                }
            }
        }
    }

    /// The text of a scenario's own file.
    pub(super) fn text(&self, found: &Found) -> Result<String, Failure> {
        match &found.origin {
            Origin::File(path) => read_text(path, &found.file)
                .map_err(|diagnostic| Failure::Wrong(diagnostic.message)),
            Origin::Shipped => Ok(shipped(&found.file).unwrap_or_default().to_owned()),
        }
    }

    /// Loads a scenario to play it.
    pub(super) fn load(&self, found: &Found) -> Result<Arc<Scenario>, Failure> {
        self.load_under(found, &Readings::default())
    }

    /// Loads a scenario with other readings of its disputed numbers than those taken, or says everything that is wrong with it so.
    pub(super) fn load_under(
        &self,
        found: &Found,
        readings: &Readings,
    ) -> Result<Arc<Scenario>, Failure> {
        let read = self.read_under(found, readings);
        read.scenario.clone().ok_or_else(|| {
            let errors = read.diagnostics.iter().filter(|d| d.is_error()).count();
            Failure::Wrong(format!(
                "`{}` has {errors} mistake{} and is not loaded:\n\n{}",
                found.shown(),
                if errors == 1 { "" } else { "s" },
                read.told()
            ))
        })
    }
}

/// The names that could have been meant, nearest first; of many only some, and where to find the others.
pub(super) fn known(written: &str, names: &[&str], all: &str) -> String {
    const MOST: usize = 6;
    let near = by_nearness(written, names.iter().copied(), names.len());
    let more = near.len().saturating_sub(MOST);
    let named = near.iter().take(MOST).map(|name| format!("`{name}`"));
    let named = named.collect::<Vec<_>>().join(", ");
    match more {
        0 => named,
        n => format!("{named} and {n} more ({all})"),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The `.ron` files of a folder, sorted: the system gives them in no order. None where there is no such folder.
pub(super) fn ron_files(folder: &Path) -> Vec<PathBuf> {
    files_of(folder, &["ron"])
}

/// The files of a folder with one of these endings, sorted.
pub(super) fn files_of(folder: &Path, ends: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let of = |end: &&str| path.extension().is_some_and(|e| e == *end);
            ends.iter().any(of) && path.is_file()
        })
        .collect();
    files.sort();
    files
}

/// Whether a file is to be taken for a scenario: whatever is not plainly one of the shared tables.
pub(super) fn begins_a_scenario(path: &Path) -> bool {
    !matches!(
        begins_with(path).as_deref(),
        Some("Atlas" | "People" | "Sources" | "Terms")
    )
}

/// Whether a file says that it is a scenario.
fn is_a_scenario(path: &Path) -> bool {
    begins_with(path).as_deref() == Some("Scenario")
}

/// The word that a file begins with; none when it cannot be read.
fn begins_with(path: &Path) -> Option<String> {
    let mut head = Vec::new();
    let file = File::open(path).ok()?;
    file.take(64 << 10).read_to_end(&mut head).ok()?;
    Some(root(&String::from_utf8_lossy(&head)).to_owned())
}

/// The word a file begins with, after its attributes and comments.
fn root(text: &str) -> &str {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let after = if let Some(comment) = rest.strip_prefix("//") {
            comment.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else if let Some(attribute) = rest.strip_prefix("#!") {
            attribute.split_once(']').map_or("", |(_, after)| after)
        } else {
            break;
        };
        rest = after.trim_start();
    }
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .unwrap_or(rest.len());
    &rest[..end]
}

/// The text of a scenario file, or why it cannot be taken.
fn read_text(path: &Path, name: &str) -> Result<String, Box<Diagnostic>> {
    let unreadable = |error: std::io::Error| {
        let message = format!("`{}` cannot be read: {error}", path.display());
        Box::new(Diagnostic::error(
            "unreadable-file",
            name,
            Span::default(),
            message,
        ))
    };
    let file = File::open(path).map_err(unreadable)?;
    let long = file.metadata().map_err(unreadable)?.len();
    if let Some(diagnostic) = too_big(name, usize::try_from(long).unwrap_or(usize::MAX)) {
        return Err(Box::new(diagnostic));
    }
    let mut bytes = Vec::new();
    file.take(MOST_READ)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Source::from_bytes(name, bytes).map(|source| source.text().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_file_is_built_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let there: Vec<String> = ron_files(&folder)
            .iter()
            .map(|path| file_name(path))
            .collect();
        let built_in: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
        assert_eq!(there, built_in);
    }

    #[test]
    fn the_root_stands_after_comments_and_attributes() {
        assert_eq!(
            root("#![enable(implicit_some)]\n// Atlas(\n/* People( */ Scenario(id"),
            "Scenario"
        );
        assert_eq!(root("\u{feff}Atlas("), "Atlas");
        assert_eq!(root("(id: 1)"), "");
        assert_eq!(root("// no end"), "");
    }
}
