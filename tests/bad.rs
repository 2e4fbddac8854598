//! A museum of messages: each file in `tests/bad` breaks the stage in one way and keeps what the loader says of it.
//!
//! A file tells what it shows, then changes the stage (`--- FILE`, the text found there once, `+++`, the text put in its
//! place), then after `===` gives the messages exactly. `BLESS=1 cargo test --test bad` writes them anew; read the
//! difference before keeping it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use rivers_and_mountains::diagnostics::{Diagnostic, render, source::Source};
use rivers_and_mountains::scenario::load::load;

fn everything(files: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    match load("stage.ron", files) {
        Ok(loaded) => loaded.warnings,
        Err(list) => list,
    }
}

/// The stage with the changes a museum piece asks for.
fn changed(piece: &str, name: &str) -> BTreeMap<String, String> {
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
        *text = text.replacen(old, new.trim_matches('\n'), 1);
    }
    files
}

#[test]
fn the_museum_of_messages() {
    let bless = std::env::var_os("BLESS").is_some();
    let (mut wrong, mut keys) = (String::new(), BTreeSet::new());
    let mut pieces: Vec<_> = std::fs::read_dir(common::folder("tests/bad"))
        .expect("the museum")
        .flatten()
        .map(|e| e.path())
        .collect();
    pieces.sort();
    for path in pieces {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let text = std::fs::read_to_string(&path).expect("a text");
        let (piece, expected) = text.split_once("\n===\n").unwrap_or((text.trim_end(), ""));
        let files = changed(piece, &name);
        let list = everything(&files);
        assert!(!list.is_empty(), "{name}: nothing is wrong with it");
        keys.extend(list.iter().map(|diagnostic| diagnostic.key));
        for diagnostic in &list {
            let source = files
                .get(&diagnostic.file)
                .map(|text| Source::new(&diagnostic.file, text.as_str()));
            let row: serde_json::Value =
                serde_json::from_str(&render::json(diagnostic, source.as_ref()))
                    .expect("one object a line");
            assert_eq!(row["key"], diagnostic.key);
        }
        let told = common::told(&list, &files);
        if bless {
            std::fs::write(&path, format!("{piece}\n===\n{told}")).expect("the museum is writable");
        } else if told != expected {
            wrong.push_str(&format!("{name}: wanted\n{expected}\nand found\n{told}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    // Every kind of message that the loader's sources can give has its piece, or a test below.
    let elsewhere = [
        "not-utf8",
        "file-too-big",
        "too-deep",
        "too-many-mistakes",
        "too-many",
        "missing-file",
        "empty-file",
        "nothing-of-a-kind",
    ];
    let sources = ["src/scenario", "src/scenario/checks", "src/diagnostics"].map(|name| {
        let entries = std::fs::read_dir(common::folder(name))
            .expect("a folder")
            .flatten();
        entries
            .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
            .collect::<String>()
    });
    for key in known_keys(&sources.concat()) {
        assert!(
            keys.contains(key.as_str()) || elsewhere.contains(&key.as_str()),
            "no museum piece shows `{key}`"
        );
    }
}

/// Keys as the sources of the loader write them: the first text given to whatever makes a diagnostic.
fn known_keys(sources: &str) -> BTreeSet<String> {
    let makers = ["error(\"", "warning(\"", "fail(\"", "error(key, \""];
    let mut keys = BTreeSet::new();
    for maker in makers {
        for (at, _) in sources.match_indices(maker) {
            let key: String = sources[at + maker.len()..]
                .chars()
                .take_while(|c| *c != '"')
                .collect();
            if key.contains('-')
                && key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            {
                keys.insert(key);
            }
        }
    }
    keys
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
