//! Every character the game ships has a glyph in the face that draws it. A face without one shows nothing, in silence.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ab_glyph::{Font, FontRef};
use rivers_and_mountains::panels::look::faces;

/// Every text file under a folder.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Characters without an outline in any of these faces, with the first file that uses each.
fn missing(chain: &[&[u8]], texts: &[(String, String)]) -> BTreeMap<char, String> {
    let faces: Vec<FontRef<'_>> = chain
        .iter()
        .map(|bytes| FontRef::try_from_slice(bytes).expect("a face"))
        .collect();
    let mut used = BTreeMap::new();
    for (file, text) in texts {
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            used.entry(c).or_insert(file);
        }
    }
    used.into_iter()
        .filter(|(c, _)| {
            !faces.iter().any(|face| {
                let glyph = face.glyph_id(*c);
                glyph.0 != 0 && face.outline(glyph).is_some()
            })
        })
        .map(|(c, file)| (c, file.clone()))
        .collect()
}

fn shipped() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for (folder, ending) in [
        ("scenarios", "ron"),
        ("assets/lang", "ftl"),
        ("assets/calendar", "csv"),
        ("src/panels", "rs"),
    ] {
        for path in files(folder, ending) {
            let text = std::fs::read_to_string(&path).expect("a text");
            // Comments are for writers; in code, only what stands in quotes reaches the screen.
            let text = text
                .lines()
                .map(|line| match ending {
                    "rs" => line.split("//").next().unwrap_or_default(),
                    "ron" => line.split("// ").next().unwrap_or_default(),
                    "ftl" if line.starts_with('#') => "",
                    _ => line,
                })
                .collect::<Vec<_>>()
                .join("\n");
            texts.push((path.display().to_string(), text));
        }
    }
    assert!(texts.len() > 20, "the texts were not found");
    texts
}

/// What the brush draws: every Chinese title and name.
fn titles() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in files("scenarios", "ron") {
        let text = std::fs::read_to_string(&path).expect("a text");
        let titles: String = text
            .split("_zh: \"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        texts.push((path.display().to_string(), titles));
    }
    texts.push((
        "the numerals and the rail".to_owned(),
        "一二三四五六七八九十議令財人盟史典鑑圖江山".to_owned(),
    ));
    texts
}

#[test]
fn every_shipped_character_has_a_glyph() {
    let shipped = shipped();
    let titles = titles();
    let running: [(&str, &[&[u8]], _); 8] = [
        ("medium", &[faces::MEDIUM, faces::SERIF_ZH], &shipped),
        (
            "semibold",
            &[faces::SEMIBOLD, faces::SERIF_ZH_BOLD],
            &shipped,
        ),
        ("italic", &[faces::ITALIC, faces::SERIF_ZH], &shipped),
        (
            "plain",
            &[faces::PLAIN, faces::SERIF_ZH, faces::MEDIUM],
            &shipped,
        ),
        (
            "plain semibold",
            &[faces::PLAIN_SEMIBOLD, faces::SERIF_ZH_BOLD, faces::MEDIUM],
            &shipped,
        ),
        (
            "plain italic",
            &[faces::PLAIN_ITALIC, faces::SERIF_ZH, faces::MEDIUM],
            &shipped,
        ),
        (
            "small capitals",
            &[faces::CAPITALS, faces::SERIF_ZH, faces::SEMIBOLD],
            &shipped,
        ),
        // A name or two have a character that no brush has: it is drawn in the bold.
        (
            "brush",
            &[faces::BRUSH, faces::BRUSH_WIDE, faces::SERIF_ZH_BOLD],
            &titles,
        ),
    ];
    let mut wrong = String::new();
    for (name, chain, texts) in running {
        for (c, file) in missing(chain, texts) {
            writeln!(wrong, "{name}: {c} (U+{:04X}) in {file}", u32::from(c)).expect("a string");
        }
    }
    assert!(
        wrong.is_empty(),
        "characters without a glyph: run assets/fonts/make.py\n{wrong}"
    );
}

#[test]
fn a_character_that_no_face_has_is_found() {
    let texts = [("here".to_owned(), "a山\u{1F409}".to_owned())];
    let found = missing(&[faces::MEDIUM, faces::SERIF_ZH], &texts);
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        [('\u{1F409}', "here".to_owned())]
    );
}

#[test]
fn the_brush_lacks_hardly_any_title() {
    let found = missing(&[faces::BRUSH, faces::BRUSH_WIDE], &titles());
    assert!(found.len() <= 3, "{found:?}");
}

/// What `rivers check` takes for drawn is what the faces draw. `BLESS=1` writes it anew.
#[test]
fn the_coverage_beside_the_faces_is_theirs() {
    let chains: [&[&[u8]]; 7] = [
        &[faces::MEDIUM, faces::SERIF_ZH],
        &[faces::SEMIBOLD, faces::SERIF_ZH_BOLD],
        &[faces::ITALIC, faces::SERIF_ZH],
        &[faces::PLAIN, faces::SERIF_ZH, faces::MEDIUM],
        &[faces::PLAIN_SEMIBOLD, faces::SERIF_ZH_BOLD, faces::MEDIUM],
        &[faces::PLAIN_ITALIC, faces::SERIF_ZH, faces::MEDIUM],
        &[faces::CAPITALS, faces::SERIF_ZH, faces::SEMIBOLD],
    ];
    let every: String = ('\u{80}'..='\u{2FFFF}')
        .filter(|c| !c.is_whitespace())
        .collect();
    let texts = [(String::new(), every.clone())];
    let mut lacking: std::collections::BTreeSet<char> = std::collections::BTreeSet::new();
    for chain in chains {
        lacking.extend(missing(chain, &texts).into_keys());
    }
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for c in every
        .chars()
        .filter(|c| !lacking.contains(c))
        .map(u32::from)
    {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == c => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    let mut text = "# The characters beyond ASCII that every face of running text draws, or a face behind it: ranges of code points.\n# Made from the faces: BLESS=1 cargo test --features panels --test glyphs\n".to_owned();
    let mut line = String::new();
    for (first, last) in ranges {
        let range = if first == last {
            format!("{first:X}")
        } else {
            format!("{first:X}-{last:X}")
        };
        if line.len() + range.len() + 1 > 118 {
            text.push_str(&line);
            text.push('\n');
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&range);
    }
    text.push_str(&line);
    text.push('\n');
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts/coverage.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).expect("it is writable");
    } else {
        let known = std::fs::read_to_string(&path).expect("the coverage");
        assert!(
            known == text,
            "the faces have changed: BLESS=1 cargo test --features panels --test glyphs"
        );
    }
}
