//! The writer's guide, followed: what it tells a writer to type stands in the files of its steps, and every step is a scenario that plays.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;

use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::study;

/// The files of the guide by their paths under `scenarios/`.
fn files() -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for folder in ["tutorial", "tutorial/steps"] {
        let path = common::folder("scenarios").join(folder);
        for entry in std::fs::read_dir(path).expect("the tutorial").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".ron") {
                let text = std::fs::read_to_string(entry.path()).expect("a text");
                out.insert(format!("{folder}/{name}"), text);
            }
        }
    }
    out
}

/// The guide's sections that begin with `## Step`, with what each tells to type.
fn typed(guide: &str) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    for section in guide.split("\n## Step ").skip(1) {
        let section = section.split("\n## ").next().unwrap_or(section);
        let title = section.lines().next().unwrap_or_default().to_owned();
        let blocks = section.split("\n```ron\n").skip(1);
        let blocks = blocks.map(|b| b.split("\n```").next().unwrap_or(b).to_owned());
        out.push((title, blocks.collect()));
    }
    out
}

#[test]
fn what_is_to_be_typed_stands_in_the_file_of_its_step() {
    let guide =
        std::fs::read_to_string(common::folder("scenarios").join("README.md")).expect("the guide");
    let files = files();
    let steps: Vec<&String> = files.keys().filter(|f| f.contains("/steps/")).collect();
    let typed = typed(&guide);
    assert_eq!(typed.len(), steps.len(), "a section for each step");
    for ((title, blocks), file) in typed.iter().zip(steps) {
        let text = &files[file];
        assert!(!blocks.is_empty(), "step {title}: nothing is typed");
        for block in blocks {
            assert!(
                text.contains(block.trim_end()),
                "step {title}: this does not stand in {file}:\n{block}"
            );
        }
    }
}

#[test]
fn every_step_loads_without_a_warning_and_plays() {
    let books = common::texts("scenarios");
    for (path, text) in files() {
        let name = path.rsplit('/').next().expect("a name").to_owned();
        let mut beside = books.clone();
        beside.insert(name.clone(), text);
        let loaded = load(&name, &beside).unwrap_or_else(|list| {
            panic!(
                "{path}: {:?}",
                list.iter().map(|d| &d.message).collect::<Vec<_>>()
            )
        });
        assert!(loaded.warnings.is_empty(), "{path}: {:?}", loaded.warnings);
        let book = Arc::new(loaded.scenario);
        let seats = ["song", "jin"].map(|id| (book.court(id).expect("a court"), Kind::Counsel));
        let one = NonZeroUsize::MIN;
        for played in study::many(&book, 1, 3, &seats.to_vec(), one, study::Noted::NOTHING) {
            assert!(
                played.ending.is_some(),
                "{path}: seed {} has no end",
                played.seed
            );
        }
    }
}
