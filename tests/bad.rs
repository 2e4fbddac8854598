//! A museum of messages: each file in `tests/bad` breaks the stage in one way and keeps what the loader says of it.
//!
//! A file tells what it shows, then changes the stage (`--- FILE`, the text found there once, `+++`, the text put in its
//! place), then after `===` gives the messages exactly. In the new text `«12 times X»` stands for X twelve times, with `№`
//! in it for which time it is, and `«bytes d0 a1»` for bytes that are no text. The piece that shows a key has its name, and
//! the examples on the key's page are held to it. `BLESS=1 cargo test --test bad` writes the messages anew; read the
//! difference before keeping it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use rivers_and_mountains::diagnostics::{Diagnostic, Severity, pages, render, source::Source};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::overlay::{Overlay, Part};

fn everything(files: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    match load("stage.ron", files) {
        Ok(loaded) => {
            let overlays = files.iter().filter(|(name, _)| name.ends_with(".ftl"));
            let told = overlays.flat_map(|(name, text)| {
                Overlay::read(text).check(name, &loaded.scenario, Part::Scenario)
            });
            loaded.warnings.iter().cloned().chain(told).collect()
        }
        Err(list) => list,
    }
}

/// The stage with the changes a museum piece asks for.
fn changed(piece: &str, name: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = common::stage();
    for change in piece.split("\n--- ").skip(1) {
        let (file, change) = change.split_once('\n').expect("a file name");
        let (old, new) = change
            .split_once("\n+++")
            .unwrap_or_else(|| panic!("{name}: no `+++` line"));
        let text = files.entry(file.to_owned()).or_default();
        assert_eq!(
            text.matches(old).count(),
            1,
            "{name}: the text to change stands once in {file}"
        );
        *text = text.replacen(old, &repeated(new.trim_matches('\n')), 1);
    }
    files
        .into_iter()
        .map(|(file, text)| (file, raw(&text)))
        .collect()
}

/// A text with its `«12 times X»` written out.
fn repeated(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let (inner, after) = after.split_once('»').expect("`«` is closed");
        out.push_str(before);
        match inner.split_once(" times ") {
            Some((times, what)) => {
                let times: usize = times.parse().expect("a number");
                out.extend((0..times).map(|n| what.replace('№', &n.to_string())));
            }
            None => out.push_str(&format!("«{inner}»")),
        }
        rest = after;
    }
    out + rest
}

/// A text with its `«bytes d0 a1»` as they are.
fn raw(text: &str) -> Vec<u8> {
    let Some((before, after)) = text.split_once("«bytes ") else {
        return text.as_bytes().to_vec();
    };
    let (bytes, after) = after.split_once('»').expect("`«` is closed");
    let mut out = before.as_bytes().to_vec();
    out.extend(
        bytes
            .split(' ')
            .map(|byte| u8::from_str_radix(byte, 16).expect("a byte")),
    );
    out.extend_from_slice(after.as_bytes());
    out
}

/// What is said of these files, and their texts as far as they are text.
fn said(files: BTreeMap<String, Vec<u8>>) -> (Vec<Diagnostic>, BTreeMap<String, String>) {
    let mut texts = BTreeMap::new();
    for (name, bytes) in files {
        match Source::from_bytes(&name, bytes) {
            Ok(source) => drop(texts.insert(name, source.text().to_owned())),
            Err(diagnostic) => return (vec![*diagnostic], texts),
        }
    }
    (everything(&texts), texts)
}

/// Diagnostics as a person reads them; of very many the first three and the last.
fn told(list: &[Diagnostic], files: &BTreeMap<String, String>) -> String {
    match list {
        [first @ .., last] if list.len() > 20 => format!(
            "{}… {} more …\n{}",
            common::told(&first[..3], files),
            first.len() - 3,
            common::told(std::slice::from_ref(last), files)
        ),
        _ => common::told(list, files),
    }
}

/// The pieces of the museum: name and text.
fn pieces() -> Vec<(String, std::path::PathBuf, String)> {
    let mut pieces: Vec<_> = std::fs::read_dir(common::folder("tests/bad"))
        .expect("the museum")
        .flatten()
        .map(|e| e.path())
        .map(|path| {
            let name = path
                .file_stem()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            let text = std::fs::read_to_string(&path).expect("a text");
            (name, path, text)
        })
        .collect();
    pieces.sort();
    pieces
}

/// These come from the disk, from a baseline and from tests played, and are shown by the tests of the command line.
const ELSEWHERE: &[&str] = &[
    "unreadable-file",
    "baseline-unneeded",
    "test-fails",
    "test-cannot-begin",
];

#[test]
fn the_museum_of_messages() {
    let bless = std::env::var_os("BLESS").is_some();
    let (mut wrong, mut shown) = (String::new(), BTreeMap::new());
    let pieces = pieces();
    assert!(pieces.len() >= 60, "the museum is not where it was");
    for (name, path, text) in &pieces {
        let (piece, expected) = text.split_once("\n===\n").unwrap_or((text.trim_end(), ""));
        let (list, files) = said(changed(piece, name));
        assert!(!list.is_empty(), "{name}: nothing is wrong with it");
        for diagnostic in &list {
            let source = files
                .get(&diagnostic.file)
                .map(|text| Source::new(&diagnostic.file, text.as_str()));
            let row: serde_json::Value =
                serde_json::from_str(&render::json(diagnostic, source.as_ref()))
                    .expect("one object a line");
            assert_eq!(row["key"], diagnostic.key);
            let page = pages::of(diagnostic.key)
                .unwrap_or_else(|| panic!("{name}: `{}` has no page", diagnostic.key));
            assert_eq!(
                diagnostic.severity, page.severity,
                "{name}: `{}` is not as bad as its page says",
                diagnostic.key
            );
        }
        let keys: BTreeSet<&str> = list.iter().map(|diagnostic| diagnostic.key).collect();
        shown.insert(name.as_str(), keys);
        let told = told(&list, &files);
        if bless {
            std::fs::write(path, format!("{piece}\n===\n{told}")).expect("the museum is writable");
        } else if told != expected {
            wrong.push_str(&format!("{name}: wanted\n{expected}\nand found\n{told}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    for page in pages::all().filter(|page| !ELSEWHERE.contains(&page.key)) {
        let own = shown.get(page.key.replace('-', "_").as_str());
        assert!(
            own.is_some_and(|keys| keys.contains(page.key)),
            "no piece of the museum is called after `{}` and shows it",
            page.key
        );
    }
}

/// What a page calls wrong stands in its piece of the museum, and what it calls right is told no more.
#[test]
fn the_examples_of_the_pages_do_what_they_say() {
    let pieces: BTreeMap<String, String> = pieces()
        .into_iter()
        .map(|(name, _, text)| (name, text))
        .collect();
    let mut wrong = Vec::new();
    for page in pages::all().filter(|page| !page.wrong.is_empty()) {
        let name = page.key.replace('-', "_");
        let text = &pieces[&name];
        let piece = text
            .split_once("\n===\n")
            .map_or(text.as_str(), |(piece, _)| piece);
        let (list, mut files) = said(changed(piece, &name));
        let count = |list: &[Diagnostic]| list.iter().filter(|d| d.key == page.key).count();
        let before = count(&list);
        let times: usize = files
            .values()
            .map(|text| text.matches(page.wrong).count())
            .sum();
        if times != 1 {
            wrong.push(format!(
                "{}: its wrong example stands {times} times",
                page.key
            ));
            continue;
        }
        for text in files.values_mut() {
            *text = text.replacen(page.wrong, page.right, 1);
        }
        let after = count(&everything(&files));
        if after >= before {
            wrong.push(format!("{}: its right example is as wrong", page.key));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every key that the code writes has its page, and every page is of a key that the code writes.
#[test]
fn every_key_has_its_page() {
    let mut written = BTreeSet::new();
    let files = [
        "src/scenario",
        "src/scenario/checks",
        "src/scenario/overlay",
        "src/diagnostics",
        "src/cli",
    ]
    .into_iter()
    .flat_map(|folder| std::fs::read_dir(common::folder(folder)).expect("a folder"))
    .flatten()
    .map(|entry| entry.path())
    .filter(|path| path.is_file());
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        // Every second part between quotes is a text; a quote within one only ever stands after a backslash.
        let code = code.replace("\\\"", "").replace("b'\"'", "");
        let texts = code.split('"').skip(1).step_by(2);
        let cli = path.starts_with(common::folder("src/cli"));
        for text in texts {
            let kebab = text.contains('-')
                && text.starts_with(|c: char| c.is_ascii_lowercase())
                && text
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            let date = text == "year-month-day";
            if pages::of(text).is_some() || (kebab && !cli && !date) {
                written.insert(text.to_owned());
            }
        }
    }
    let known: BTreeSet<String> = pages::all().map(|page| page.key.to_owned()).collect();
    let without: Vec<_> = written.difference(&known).collect();
    assert!(without.is_empty(), "keys without a page: {without:?}");
    let dead: Vec<_> = known.difference(&written).collect();
    assert!(
        dead.is_empty(),
        "pages of keys that nothing writes: {dead:?}"
    );
    assert!(pages::all().any(|page| page.severity == Severity::Tip));
}

/// One run finds every mistake, each at its own place, and takes nothing for a mistake that is none.
#[test]
fn ten_mistakes_of_ten_kinds_are_told_in_one_run() {
    let (_, _, text) = pieces()
        .into_iter()
        .find(|(name, ..)| name == "ten_kinds")
        .expect("the piece");
    let piece = text.split("\n===\n").next().expect("a piece");
    let (list, _) = said(changed(piece, "ten_kinds"));
    let keys: BTreeSet<&str> = list.iter().map(|d| d.key).collect();
    let places: BTreeSet<u32> = list.iter().map(|d| d.span.start).collect();
    assert_eq!(
        (list.len(), keys.len(), places.len()),
        (10, 10, 10),
        "{keys:?}"
    );
    assert!(list.iter().all(|d| d.file == "stage.ron"));
}

/// A text made of the stage's first file.
fn refused(text: String) -> (Vec<Diagnostic>, BTreeMap<String, String>) {
    let mut files = common::stage();
    files.insert("stage.ron".to_owned(), text);
    let list = everything(&files);
    (list, files)
}

fn keys(list: &[Diagnostic]) -> Vec<&'static str> {
    list.iter().map(|diagnostic| diagnostic.key).collect()
}

#[test]
fn ten_thousand_brackets_deep() {
    for open in ["[", "(", "{", "Not(", "A(b: "] {
        let (list, _) = refused(open.repeat(10_000));
        assert_eq!(keys(&list), ["too-deep"], "{open}");
    }
}

#[test]
fn a_hundred_megabytes() {
    let (list, _) = refused("x".repeat(100_000_000));
    assert_eq!(keys(&list), ["file-too-big"]);
    let (list, _) = refused("1,".repeat(1_000_000));
    assert_eq!(
        keys(&list),
        ["file-too-big"],
        "few bytes, too many words and signs"
    );
}

#[test]
fn not_text_at_all() {
    let error = Source::from_bytes("x.ron", b"Scenario(\nid: \"\xb1\xd0\"".to_vec())
        .expect_err("it is not UTF-8");
    assert_eq!(error.key, "not-utf8");
    assert_eq!(
        error.message,
        "`x.ron` is not UTF-8 text: byte 15, on line 2, begins no character"
    );
}

#[test]
fn nothing_and_next_to_nothing() {
    for text in ["", "\n\n", "// only a comment", "#![enable(implicit_some)]"] {
        assert_eq!(
            keys(&refused(text.to_owned()).0),
            ["empty-file"],
            "{text:?}"
        );
    }
    for text in [
        "()",
        "42",
        "\"Scenario\"",
        "[]",
        "Scenario",
        "{}",
        "'",
        "\"",
        "/*",
        "r#\"",
        ")",
        "\u{0}",
        "Scenario(",
        "(((",
        "\u{feff}Scenario()",
    ] {
        let (list, files) = refused(text.to_owned());
        assert!(list.iter().any(Diagnostic::is_error), "{text:?}");
        let _ = common::told(&list, &files);
    }
}

/// Many mistakes cost little, and the list ends.
#[test]
fn more_mistakes_than_anybody_reads() {
    let facts = "Fact(id: \"no\", syas: 1), ".repeat(20_000);
    let text = common::stage()["stage.ron"].replacen("facts: [", &format!("facts: [{facts}"), 1);
    let (list, _) = refused(text);
    assert!(
        list.len() <= 401
            && list
                .last()
                .is_some_and(|last| last.key == "too-many-mistakes")
    );
}

/// Roads are worked out between all places at once, so there is an end to places.
#[test]
fn more_places_than_any_map() {
    let mut files = common::stage();
    let text = files.get_mut("stage_atlas.ron").expect("the atlas");
    let place = |at| {
        format!(
            "Place(id: \"p{at}\", name: \"\", name_zh: \"\", modern: \"\", lat_milli: 0, lon_milli: 0, kind: Pass, circuit: \"\", walls: 0, holders: []),"
        )
    };
    let more: String = (0..1600).map(place).collect();
    *text = text.replacen("places: [", &format!("places: [{more}"), 1);
    assert_eq!(keys(&everything(&files)), ["too-many"]);
}

/// Whatever a file says, only plain names beside it are asked for.
/// Each list that the game numbers in a byte, one longer than that.
#[test]
fn more_than_a_byte_counts() {
    let long = |file: &mut String, what: &str| {
        assert_eq!(file.matches(what).count(), 1, "{what} stands once");
        *file = file.replacen(what, &what.repeat(256), 1);
    };
    let parts = [
        "            ReturnFugitives(by: \"song\"),\n",
        "ItLoses(3), ",
        "[Order(Propose(draft: \"terms_1126\"))",
    ];
    for part in parts {
        let mut files = common::stage();
        let stage = files.get_mut("stage.ron").expect("the stage");
        match part.strip_prefix('[') {
            None => long(stage, part),
            // The first of a list that has one.
            Some(only) => {
                let many = format!("[{}", vec![only; 256].join(", "));
                assert_eq!(stage.matches(part).count(), 1, "{part} stands once");
                *stage = stage.replacen(part, &many, 1);
            }
        }
        let list = everything(&files);
        assert!(keys(&list).contains(&"too-long"), "{part}: {list:?}");
    }
}

#[test]
fn no_file_outside_the_folder_is_asked_for() {
    struct Spy(BTreeMap<String, String>, std::cell::RefCell<Vec<String>>);
    impl rivers_and_mountains::scenario::load::FileSet for Spy {
        fn get(&self, name: &str) -> Option<&str> {
            self.1.borrow_mut().push(name.to_owned());
            self.0.get(name).map(String::as_str)
        }
    }
    for name in [
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        "a/b.ron",
        "C:\\\\x.ron",
        "stage_atlas.ron\\u{0}",
        "~.ron",
        ".ron",
        "con:.ron",
    ] {
        let mut files = common::stage();
        let text = files.get_mut("stage.ron").expect("the stage");
        *text = text.replacen("stage_atlas.ron", name, 1);
        let spy = Spy(files, std::cell::RefCell::default());
        let list = load("stage.ron", &spy).expect_err("it is refused");
        assert_eq!(keys(&list), ["bad-file-name"], "{name}");
        assert_eq!(
            *spy.1.borrow(),
            ["stage.ron", "stage_people.ron", "stage_sources.ron"]
        );
    }
}

/// A text cut off anywhere is refused without a panic, and never loads in part.
#[test]
fn cut_off_anywhere() {
    let whole = common::stage()["stage.ron"].clone();
    let end = whole.trim_end().len();
    for cut in (0..end)
        .filter(|cut| whole.is_char_boundary(*cut))
        .step_by(97)
    {
        let (list, files) = refused(whole[..cut].to_owned());
        assert!(list.iter().any(Diagnostic::is_error), "cut at {cut}");
        let _ = common::told(&list, &files);
    }
}

/// Any byte changed: the file loads or is refused, and never brings the program down.
#[test]
fn a_slip_anywhere() {
    let whole = common::stage()["stage.ron"].clone();
    for (step, slip) in ["(", ")", "\"", ",", "]", "x", "-", "/*", "'", "開"]
        .into_iter()
        .enumerate()
    {
        for at in (step * 13..whole.len())
            .filter(|at| whole.is_char_boundary(*at) && whole.is_char_boundary(at + 1))
            .step_by(601)
        {
            let (list, files) = refused(format!("{}{slip}{}", &whole[..at], &whole[at + 1..]));
            let _ = common::told(&list, &files);
        }
    }
}
