//! The reference that `rivers docs` writes, and scenarios in other languages.

use std::path::Path;

use super::{rivers, stage};

/// The stage in a folder of its own.
fn copied(data: &Path) -> String {
    for entry in std::fs::read_dir(stage().parent().unwrap())
        .unwrap()
        .flatten()
    {
        std::fs::copy(entry.path(), data.join(entry.file_name())).unwrap();
    }
    data.join("stage.ron").to_str().unwrap().to_owned()
}

#[test]
fn the_reference_is_written_where_it_is_asked_for() {
    let data = tempfile::tempdir().unwrap();
    let told = |args: &[&str]| rivers(data.path(), args).ends();
    told(&["docs"])
        .code(0)
        .out("<!DOCTYPE html>")
        .out("id=\"message-unknown-id\"");
    told(&["docs", "--format", "md"])
        .code(0)
        .out("# The scenario format");
    let out = data.path().join("out");
    let out = out.to_str().unwrap();
    told(&["docs", "--out", out])
        .code(0)
        .out("format.html written");
    let page = std::fs::read_to_string(data.path().join("out/format.html")).unwrap();
    assert!(page.ends_with("</html>\n"), "{}", &page[page.len() - 40..]);
}

#[test]
fn an_overlay_is_begun_filled_in_played_and_grows_stale() {
    let data = tempfile::tempdir().unwrap();
    let path = copied(data.path());
    let told = |args: &[&str]| rivers(data.path(), args).ends();
    told(&["translate", &path]).code(2).err("--lang es");
    told(&["translate", &path, "--lang", "no language"])
        .code(2)
        .err("`zh-Hant`");
    told(&["translate", &path, "--lang", "es"])
        .code(0)
        .out("0 translated, 0 stale, 76 to be translated");
    let overlay = data.path().join("stage.es.ftl");
    let begun = std::fs::read_to_string(&overlay).unwrap();
    let (title, rest) = begun
        .split_once("# title = The stage\n#     .of = ")
        .unwrap();
    let filled = format!("{title}# My note.\ntitle = El escenario\n    .of = {rest}");
    std::fs::write(&overlay, &filled).unwrap();

    // What is told of it: that some is missing, and nothing else.
    told(&["check", "--deny", "warnings", &path])
        .code(0)
        .out("tip[overlay-missing], certain: 75 texts");
    told(&["check", "--deny", "tips", &path]).code(1);
    // It is shown where its language is asked for, or one that is a kind of it.
    for (lang, shown) in [
        ("es", "El escenario"),
        ("es-MX", "El escenario"),
        ("en", "The stage"),
    ] {
        let game = rivers(data.path(), &["text", &path, "--lang", lang])
            .says("\nquit\n")
            .ends();
        assert!(!game.out.contains("has no overlay"), "{}", game.out);
        game.code(0)
            .out(shown)
            .out("You sit with a new emperor behind");
    }
    rivers(data.path(), &["text", &path, "--lang", "zh-Hant"])
        .says("\nquit\n")
        .ends()
        .code(0)
        .out("`stage` has no overlay in `zh-Hant`")
        .out("The stage");
    // A game that was begun in one language goes on in another: the journal knows only the scenario itself.
    let journal = super::journals(data.path()).remove(0);
    let journal = journal.to_str().unwrap();
    rivers(data.path(), &["text", &path, "--resume", journal])
        .says("quit\n")
        .ends()
        .code(0)
        .out("The stage");

    // The text changes: the translation is stale, and the new text is written above it.
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        text.replacen("\"The stage\"", "\"The small stage\"", 1),
    )
    .unwrap();
    told(&["check", "--deny", "warnings", &path])
        .code(1)
        .out("warning[overlay-stale], certain: the text of `title` was changed");
    told(&["translate", &path, "--lang", "es"])
        .code(0)
        .out("0 translated, 1 stale, 75 to be translated");
    let now = std::fs::read_to_string(&overlay).unwrap();
    assert!(
        now.contains("# My note.\n# stale: the text is now ("),
        "{now}"
    );
    assert!(
        now.contains("#     The small stage\ntitle = El escenario\n"),
        "{now}"
    );

    // What cannot be read is not lost.
    std::fs::write(&overlay, "title = El {escenario\n").unwrap();
    told(&["translate", &path, "--lang", "es"])
        .code(1)
        .out("overlay-unreadable")
        .err("it would be lost");
    assert_eq!(
        std::fs::read_to_string(&overlay).unwrap(),
        "title = El {escenario\n"
    );
}

/// With every text in other words, a game is the same game: its journal is proved turn by turn in the scenario's own.
#[test]
fn other_words_change_nothing_of_a_game() {
    let data = tempfile::tempdir().unwrap();
    let path = copied(data.path());
    rivers(data.path(), &["translate", &path, "--lang", "es"])
        .ends()
        .code(0);
    let overlay = data.path().join("stage.es.ftl");
    let begun = std::fs::read_to_string(&overlay).unwrap();
    let lines = begun.lines().filter(|line| !line.starts_with("# rivers: "));
    let filled: String = lines
        .map(|line| {
            line.strip_prefix("# ")
                .unwrap_or(line)
                .replacen(" = ", " = Z ", 1)
        })
        .map(|line| line.replace(".of = Z ", ".of = ") + "\n")
        .collect();
    std::fs::write(&overlay, filled).unwrap();
    rivers(data.path(), &["check", "--deny", "tips", &path])
        .ends()
        .code(0);
    rivers(data.path(), &["text", &path, "--lang", "es", "--seed", "3"])
        .says("\nend\n1\nend\nend\nend\nend\nend\nquit\n")
        .ends()
        .code(0)
        .out("Z Stay and man the walls");
    let journal = super::journals(data.path()).remove(0);
    let journal = journal.to_str().unwrap();
    // The journal names the scenario; it lies where scenarios are found.
    let shelf = data.path().join("scenarios");
    std::fs::create_dir_all(&shelf).unwrap();
    for entry in std::fs::read_dir(data.path()).unwrap().flatten() {
        if entry.path().extension().is_some_and(|end| end == "ron") {
            std::fs::copy(entry.path(), shelf.join(entry.file_name())).unwrap();
        }
    }
    for args in [
        &["replay", journal][..],
        &["replay", journal, "--lang", "es"],
    ] {
        rivers(data.path(), args).ends().code(0);
    }
}

/// Overlays in the user's own folder serve the scenarios that come with the game; those of tables are laid too.
#[test]
fn overlays_in_the_data_folder_and_of_tables() {
    let data = tempfile::tempdir().unwrap();
    let path = copied(data.path());
    rivers(data.path(), &["translate", "jingkang", "--lang", "es"])
        .ends()
        .code(0)
        .out("jingkang.es.ftl");
    assert!(data.path().join("scenarios/jingkang.es.ftl").is_file());
    std::fs::write(
        data.path().join("stage_atlas.es.ftl"),
        "place-kaifeng-name = Bianliang\n\nplace-nowhere-name = x\n",
    )
    .unwrap();
    rivers(data.path(), &["text", &path, "--lang", "es"])
        .says("\nmap\nquit\n")
        .ends()
        .code(0)
        .out("Bianliang");
    let told = rivers(data.path(), &["check", &path]).ends();
    told.out("stage_atlas.es.ftl:3:1")
        .out("overlay-unused")
        .out("overlay-stale")
        .out("overlay-missing");
    // Brought up to date, it has every text of its table as a note, and of no other.
    rivers(
        data.path(),
        &["translate", &path, "--lang", "es", "--tables"],
    )
    .ends()
    .code(0)
    .out("stage_atlas.es.ftl written: 0 translated, 1 stale,")
    .out("stage_people.es.ftl written: 0 translated, 0 stale,")
    .out("stage_sources.es.ftl written: 0 translated, 0 stale,");
    let atlas = std::fs::read_to_string(data.path().join("stage_atlas.es.ftl")).unwrap();
    assert!(
        atlas.contains("\nplace-kaifeng-name = Bianliang"),
        "{atlas}"
    );
    assert!(atlas.contains("# place-taiyuan-name = "), "{atlas}");
    assert!(!atlas.contains("person-"), "{atlas}");
}

/// The overlay of the tutorial is in step with it.
#[test]
fn the_overlay_in_the_repository_is_sound() {
    let data = tempfile::tempdir().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/tutorial/huangtiandang.ron");
    let path = path.to_str().unwrap();
    rivers(data.path(), &["check", "--deny", "warnings", path])
        .ends()
        .code(0);
    rivers(
        data.path(),
        &["text", path, "--lang", "es", "--court", "jin"],
    )
    .says("\nquit\n")
    .ends()
    .code(0)
    .out("Qué dejar de Lin'an")
    .out("Darla a los soldados y quemarla");
}
