//! What tests of several rooms share: the stage, and how diagnostics are told.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test binary uses its part of this")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rivers_and_mountains::diagnostics::{Diagnostic, render, source::Source};

/// A folder of this crate.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The RON files of a folder, by name.
pub fn texts(name: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder(name)).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".ron") {
            files.insert(name, std::fs::read_to_string(entry.path()).expect("a text"));
        }
    }
    files
}

/// The stage: `stage.ron` and its three tables.
pub fn stage() -> BTreeMap<String, String> {
    texts("tests/stage")
}

/// Diagnostics as a person reads them.
pub fn told(list: &[Diagnostic], files: &BTreeMap<String, String>) -> String {
    list.iter()
        .map(|diagnostic| {
            let source = files.get(&diagnostic.file).map(|text| Source::new(&diagnostic.file, text.as_str()));
            render::human(diagnostic, source.as_ref())
        })
        .collect()
}
