//! Lessons from the command line: begun, left, gone on with and printed.

use std::fs;

use super::{journals, rivers};

/// Slides enough for any decision of the shipped scenarios.
const ON: &str = "\n\n\n\n\n\n\n\n\n\n\n\n";

#[test]
fn a_lesson_is_held_in_two_periods_and_printed() {
    let data = tempfile::tempdir().expect("a folder");
    let data = data.path();
    let begin = ["text", "jingkang", "--lesson"];
    let listed = rivers(data, &begin).ends().code(2);
    listed.err("jingkang_45 (45 minutes)");
    let unknown = rivers(data, &[&begin[..], &["nothing"]].concat());
    unknown.ends().code(2).err("has no lesson `nothing`");

    // In the first period one decision; in the second the chair answers the rest.
    let class = "<script>9b & \u{202e}";
    let how = [
        "jingkang_20",
        "--class",
        class,
        "--hands",
        "31",
        "--tie",
        "lot",
        "--seed",
        "3",
    ];
    let first = rivers(data, &[&begin[..], &how].concat())
        .says(&format!(
            "{ON}vote 10 9 8\nvote 10 9\nsay <b>Nobody asked us.</b>\nquit\n"
        ))
        .ends();
    first.code(0).out("10 for");
    let journals = journals(data);
    let [journal] = &journals[..] else {
        panic!("one journal: {journals:?}");
    };
    let written = fs::read_to_string(journal).expect("a journal");
    assert!(written.contains("\"plan\":\"jingkang_20\""), "{written}");
    assert!(written.contains("\"vote\":{\"decision\""), "{written}");
    let path = journal.display().to_string();
    let rest = format!("{ON}pick 1\n").repeat(8);
    let second = rivers(data, &["text", "--resume", &path])
        .says(&format!("{rest}{ON}page\nquit\n"))
        .ends()
        .code(0);
    second
        .out("One decision of 5 has been taken.")
        .out("Written:");
    let name = journal.file_stem().expect("a name").to_string_lossy();
    for what in ["page", "worksheet", "key"] {
        let page = data.join("pages").join(format!("{name}-{what}.html"));
        let page = fs::read_to_string(page).expect("a page");
        assert!(!page.contains("<script"), "{what}");
        assert!(!page.contains("<b>Nobody"), "{what}");
        assert!(page.contains("Nobody asked us."), "{what}");
        assert!(page.contains("10 for"), "{what}");
        assert!(page.contains("Not voted on"), "{what}");
    }
    // What was voted changes nothing: the game is proved as any other.
    rivers(data, &["replay", &path]).ends().code(0);
}

/// What goes with a lesson goes with nothing else.
#[test]
fn what_does_not_go_together_is_said() {
    let data = tempfile::tempdir().expect("a folder");
    let lesson = ["text", "jingkang", "--lesson", "jingkang_20"];
    for args in [
        &["text", "--hands", "30"][..],
        &[&lesson[..], &["--court", "jin"]].concat(),
        &[&lesson[..], &["--tie", "dice"]].concat(),
    ] {
        rivers(data.path(), args).ends().code(2);
    }
}
