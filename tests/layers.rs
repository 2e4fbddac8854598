//! Holds the house to its map: a room uses only rooms above it. Read from the `use crate::` lines and paths in the source.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from the ground up. Rooms on one line may use each other.
const FLOORS: &[&[&str]] = &[
    &["base"],
    &["earth"],
    &["diagnostics"],
    &["orders", "scenario"],
    &["reference"],
    &["events"],
    &["rules"],
    &["view"],
    &["engine"],
    &["record"],
    &["policy"],
    &["study"],
    &["journal"],
    &["prose"],
    &["table"],
    &["painting"],
    // The faces. They never use each other; the window is the panels and what they lie on.
    &["terminal"],
    &["report"],
    &["panels"],
    &["desktop"],
    &["cli"],
];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("src is readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn every_room_uses_only_rooms_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    files.sort();
    let mut wrong = Vec::new();
    let mut rooms: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let relative = file.strip_prefix(&src).expect("under src");
        let Some(room) = relative
            .iter()
            .next()
            .and_then(|c| c.to_str())
            .filter(|c| !c.ends_with(".rs"))
        else {
            continue;
        };
        let here = floor(room).unwrap_or_else(|| {
            panic!("`{room}` is not on the map in tests/layers.rs and src/lib.rs")
        });
        *rooms.entry(room.to_owned()).or_default() += 1;
        let text = fs::read_to_string(&file).expect("a text");
        for (number, line) in text.lines().enumerate() {
            let code = line.trim_start();
            if code.starts_with("//") {
                continue;
            }
            for part in code.split("crate::").skip(1) {
                let used: String = part
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                let other_face = ["terminal", "report"].contains(&used.as_str())
                    && used != room
                    && ["report", "panels", "desktop"].contains(&room);
                if let Some(there) = floor(&used)
                    && (there > here || other_face)
                {
                    wrong.push(format!(
                        "{}:{}: `{room}` uses `{used}`, which lies below it",
                        relative.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rooms.len() >= 10, "the rooms were not found: {rooms:?}");
}

#[test]
fn the_map_in_the_crate_documentation_names_every_room() {
    let map = include_str!("../src/lib.rs");
    for room in FLOORS.iter().flat_map(|f| f.iter()) {
        assert!(
            map.contains(&format!("[`{room}`]")),
            "`{room}` is missing from the map in src/lib.rs"
        );
    }
}
