//! What comes up in a scenario, and the tests that a scenario carries.

use std::path::{Path, PathBuf};

use super::{journals, rivers, stage};

/// The stage in a folder of its own, with a piece of its text replaced.
fn changed(folder: &Path, old: &str, new: &str) -> PathBuf {
    let from = stage();
    for entry in std::fs::read_dir(from.parent().expect("a folder")).expect("the stage") {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, folder.join(path.file_name().expect("a name"))).expect("a copy");
    }
    let path = folder.join("stage.ron");
    let text = std::fs::read_to_string(&path).expect("a text");
    assert_eq!(text.matches(old).count(), 1, "`{old}` stands once");
    std::fs::write(&path, text.replacen(old, new, 1)).expect("it is writable");
    path
}

/// A decision that is never laid: no court has so much gold.
const NEVER: (&str, &str) = (
    "when: Proposed(\"terms_1126\"),",
    "when: All([Proposed(\"terms_1126\"), Not(Legitimacy(\"jin\", 5)), Treasury(\"song\", Gold, 900000000)]),",
);

#[test]
fn coverage_says_what_came_up_and_how_near_the_rest_came() {
    let folder = tempfile::tempdir().unwrap();
    let path = changed(folder.path(), NEVER.0, NEVER.1);
    let scenario = path.to_str().expect("a plain path");
    let noted = folder.path().join("noted.ron");
    let noted = noted.to_str().expect("a plain path");
    let args = [
        "study",
        scenario,
        "--coverage",
        "--games",
        "6",
        "--annotate",
        noted,
    ];
    let one = rivers(folder.path(), &[&args[..], &["--jobs", "1"]].concat())
        .ends()
        .code(0)
        .out("what comes up in")
        .out("decision accept_terms: never laid")
        .out("wanted: ")
        .out("--replay '")
        .out("loops and stalls: ")
        .err("6 of 6 seeds");
    let two = rivers(folder.path(), &[&args[..], &["--jobs", "3"]].concat()).ends();
    assert_eq!(
        one.out, two.out,
        "it comes out the same on any number of threads"
    );
    // What has no miss was met.
    assert!(
        !one.out.contains("decision stay_or_go: never"),
        "{}",
        one.out
    );
    let text = std::fs::read_to_string(noted).expect("the copy");
    assert!(text.contains("// coverage: laid in 0 of "), "{text}");
    assert!(text.contains("//     wanted: "), "{text}");
    rivers(folder.path(), &["check", noted]).ends().code(0);
    rivers(folder.path(), &[&args[..], &["--deny", "never"]].concat())
        .ends()
        .code(1);
    // The line that is told plays that very game again, up to that turn.
    let line = one.out.split("--replay '").nth(1).expect("a plan");
    let (plan, rest) = line.split_once('\'').expect("a plan in quotes");
    let until = rest.split_whitespace().nth(1).expect("a turn");
    rivers(
        folder.path(),
        &["study", scenario, "--replay", plan, "--until", until],
    )
    .ends()
    .code(0)
    .out("played to the morning of ")
    .out("rivers text --resume ");
}

#[test]
fn a_game_of_a_study_is_kept_in_a_journal_that_plays_again() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage();
    let stage = stage.to_str().expect("a plain path");
    for plan in [
        "counsel:3",
        "random:5",
        "counsel-bold+record:2 towards=accept_terms",
        "counsel:4 from=song-no-money",
        "counsel:4 from=jin-no-army",
        "random:6 from=song-no-ruler",
    ] {
        rivers(
            data.path(),
            &["study", stage, "--replay", plan, "--until", "4"],
        )
        .ends()
        .code(0)
        .out("played to the morning of ");
        let kept = journals(data.path());
        let journal = kept
            .last()
            .expect("a journal")
            .to_str()
            .expect("a plain path");
        rivers(data.path(), &["replay", journal, stage])
            .ends()
            .code(0)
            .out("4 of 4 turns come to the very state the journal says");
        std::fs::remove_file(journal).expect("it is ours");
    }
    for (plan, word) in [
        ("nobody:1", "`nobody`"),
        ("counsel", "`counsel`"),
        ("counsel:1 towards=nowhere", "`towards=nowhere`"),
        ("counsel:1 from=song-no-luck", "`from=song-no-luck`"),
        ("counsel:1 answer=stay_or_go/fly", "`stay_or_go/fly`"),
    ] {
        rivers(
            data.path(),
            &["study", stage, "--replay", plan, "--until", "2"],
        )
        .ends()
        .code(2)
        .err(word);
    }
}

/// Tests put into the stage.
fn with_tests(folder: &Path, tests: &str) -> String {
    let new = format!("    tests: [{tests}],\n    incidents: [");
    let path = changed(folder, "    incidents: [", &new);
    path.to_str().expect("a plain path").to_owned()
}

#[test]
fn tests_of_a_scenario_that_hold_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = with_tests(
        folder.path(),
        r#"
        Test(id: "letters", says: "A letter is laid before the court.", given: [Proposed("terms_1126")], xun: 1, expect: [Laid("accept_terms")]),
        Test(id: "poor", says: "Without money nobody has money.", given: [Not(Treasury("song", Gold, 1))], by: [Counsel, Random], seeds: (1, 3), xun: 2,
            expect: [Never(Holds("jin", "kaifeng")), So(Not(Treasury("song", Gold, 400000)))]),
    "#,
    );
    rivers(folder.path(), &["check", "--tests", &path])
        .ends()
        .code(0)
        .out("1 scenario with 2 tests checked, nothing wrong");
    // Nobody plays them unasked.
    rivers(folder.path(), &["check", &path])
        .ends()
        .code(0)
        .out("1 scenario checked, nothing wrong");
}

#[test]
fn tests_that_fail_are_told_at_their_place_with_what_was_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = with_tests(
        folder.path(),
        r#"
        Test(id: "rich", says: "Jin is hated.", seeds: (1, 4), xun: 1, expect: [So(Not(Legitimacy("jin", 30)))]),
        Test(id: "unset", says: "A battle was lost.", given: [Lost("song", Field, "kaifeng")], xun: 1, expect: [Laid("accept_terms")]),
    "#,
    );
    let told = rivers(folder.path(), &["check", "--tests", &path])
        .ends()
        .code(1)
        .out("error[test-fails]: the test `rich` fails: its condition was to hold in 100 of a hundred games, and was in 0 of 4; with seed 1 by counsel")
        .out("it is to show this: Jin is hated.")
        .out("error[test-cannot-begin]: the test `unset` cannot begin")
        .out("1 scenario with 2 tests checked: 2 errors");
    assert!(told.out.contains("; it was "), "{}", told.out);
    let json = rivers(folder.path(), &["check", "--tests", "--json", &path])
        .ends()
        .code(1);
    let row: serde_json::Value =
        serde_json::from_str(json.out.lines().next().expect("a line")).expect("an object");
    assert_eq!(row["key"], "test-fails");
    for key in [
        "test-fails",
        "test-cannot-begin",
        "test-expects-nothing",
        "test-plays-nothing",
    ] {
        rivers(folder.path(), &["check", "--explain", key])
            .ends()
            .code(0)
            .out(&format!("[{key}]: "));
    }
}
