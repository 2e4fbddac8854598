//! The shipped scenarios load, quickly, and mean the same to plain `ron`.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use rivers_and_mountains::diagnostics::{render, source::Source};
use rivers_and_mountains::scenario::load::{Loaded, load};

fn shipped() -> BTreeMap<String, String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("the scenarios").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".ron") {
            files.insert(name, std::fs::read_to_string(entry.path()).expect("a text"));
        }
    }
    files
}

fn loaded(name: &str, files: &BTreeMap<String, String>) -> Loaded {
    load(name, files).unwrap_or_else(|list| {
        let text: String = list.iter().map(|d| render::human(d, Some(&Source::new(&d.file, files[&d.file].as_str())))).collect();
        panic!("{text}")
    })
}

#[test]
fn every_shipped_scenario_loads() {
    let files = shipped();
    for (name, _) in files.iter().filter(|(_, text)| text.contains("\nScenario(")) {
        let start = std::time::Instant::now();
        let loaded = loaded(name, &files);
        let took = start.elapsed();
        let warnings: String =
            loaded.warnings.iter().map(|d| render::human(d, Some(&Source::new(&d.file, files[&d.file].as_str())))).collect();
        eprintln!("{warnings}{name}: {took:?}, {} warnings", loaded.warnings.len());
    }
}
