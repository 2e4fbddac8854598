//! The writer's bench: what `rivers check` tells, allows and remembers.

use std::path::{Path, PathBuf};

use super::{rivers, stage};

/// The stage in a folder of its own, with these changes.
fn changed(data: &Path, changes: &[(&str, &str)]) -> PathBuf {
    let folder = stage().parent().unwrap().to_owned();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        std::fs::copy(entry.path(), data.join(entry.file_name())).unwrap();
    }
    let path = data.join("stage.ron");
    let mut text = std::fs::read_to_string(&path).unwrap();
    for (old, new) in changes {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replacen(old, new, 1);
    }
    std::fs::write(&path, text).unwrap();
    path
}

const SPURN: &str =
    "effects: [Order(Refuse(draft: \"terms_1126\")), Later(2, [Morale(\"kaifeng\", -3)])]";
const SHORT: &str = "Give me the engines now.\", expects: \"The wall is taken.\"";

#[test]
fn a_key_is_explained() {
    let data = tempfile::tempdir().unwrap();
    let told = |key: &str| rivers(data.path(), &["check", "--explain", key]).ends();
    told("never-holds")
        .code(0)
        .out("warning[never-holds]: a condition that can never hold")
        .out("Wrong:\n    needs: All(")
        .out("Right:\n    needs: Holds(")
        .out("// allow(never-holds): the reason");
    // As it stands in a message.
    told("error[unknown-id]:")
        .code(0)
        .out("error[unknown-id]: nothing answers to the name");
    told("never-hold")
        .code(2)
        .err("did you mean `never-holds`?");
    rivers(data.path(), &["check", "--explain"])
        .ends()
        .code(0)
        .out("History\n")
        .out("  error    unknown-id ");
    rivers(
        data.path(),
        &["check", "--explain", "never-holds", "--json"],
    )
    .ends()
    .code(2);
}

#[test]
fn what_is_allowed_is_not_told() {
    let data = tempfile::tempdir().unwrap();
    let path = changed(data.path(), &[(SPURN, "effects: []")]);
    let check = |path: &Path| {
        rivers(
            data.path(),
            &["check", "--deny", "warnings", path.to_str().unwrap()],
        )
    };
    check(&path)
        .ends()
        .code(1)
        .out("warning[option-changes-nothing]");
    let text = std::fs::read_to_string(&path).unwrap();
    let allowed = text.replace(
        "                Option(id: \"spurn\"",
        "                // allow(option-changes-nothing): nobody outside the room hears of it\n                Option(id: \"spurn\"",
    );
    std::fs::write(&path, allowed).unwrap();
    check(&path).ends().code(0).out("nothing wrong");
}

#[test]
fn only_what_is_sure_enough_is_told() {
    let data = tempfile::tempdir().unwrap();
    let path = changed(
        data.path(),
        &[
            (SPURN, "effects: []"),
            (
                "Fortify(place: \"kaifeng\")",
                "Fortify(place: \"pingzhou\")",
            ),
        ],
    );
    let check = |how: &str| {
        rivers(
            data.path(),
            &["check", "--sure", how, path.to_str().unwrap()],
        )
        .ends()
        .code(0)
    };
    check("guess")
        .out("warning[place-not-held], a guess")
        .out("0 errors, 2 warnings");
    check("likely").out("0 errors, 1 warning\n");
    check("certain").out("nothing wrong");
}

/// A baseline is written, silences what is known wherever it moves, tells what is new, and says what is gone.
#[test]
fn a_baseline_knows_what_is_known() {
    let data = tempfile::tempdir().unwrap();
    let path = changed(data.path(), &[(SPURN, "effects: []")]);
    let known = data.path().join("known.jsonl");
    let (file, base) = (
        path.to_str().unwrap().to_owned(),
        known.to_str().unwrap().to_owned(),
    );
    let check = || {
        rivers(
            data.path(),
            &["check", "--deny", "warnings", "--baseline", &base, &file],
        )
        .ends()
    };
    // The run that writes it still tells everything, and ends as it would without it.
    check()
        .code(1)
        .out("warning[option-changes-nothing]")
        .out("1 known mistake written to");
    check()
        .code(0)
        .out("nothing new")
        .out("1 known mistake not told again");
    // Moved lines change nothing.
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        text.replacen("Scenario(", "// A line.\n// Another.\nScenario(", 1),
    )
    .unwrap();
    check().code(0).out("nothing new");
    // A second one like it is new, and so is an error, which no baseline hides.
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        text.replacen("at: \"huazhou\"", "at: \"huazhuo\"", 1),
    )
    .unwrap();
    check().code(1).out("error[unknown-id]");
    std::fs::write(&path, text.replacen("Option(id: \"storm\", grade: Conjectural", "Option(id: \"wait\", grade: Conjectural, label: \"Wait\", detail: \"He waits.\", temper: 0, effects: []),\n Option(id: \"storm\", grade: Conjectural", 1)).unwrap();
    check()
        .code(1)
        .out("the option `wait` changes nothing")
        .out("1 known mistake not told again");
    // Mended, the entry is no longer needed; that alone fails nothing.
    std::fs::write(
        &path,
        text.replacen("effects: []", "effects: [Legitimacy(-1)]", 1),
    )
    .unwrap();
    check()
        .code(0)
        .out("tip[baseline-unneeded]: `option-changes-nothing` of `stage.ron` is told no more")
        .out("known.jsonl:1:1");
    // What was not looked at is not called unneeded.
    rivers(
        data.path(),
        &["check", "--deny", "tips", "--baseline", &base],
    )
    .ends()
    .code(0);
    std::fs::write(&known, "no baseline\n").unwrap();
    check().code(2).err("is no baseline: line 1");
}

/// Every mistake of a file in one run, each in its place, and nothing that is none.
#[test]
fn ten_mistakes_of_every_kind_are_told_in_one_run() {
    let data = tempfile::tempdir().unwrap();
    let path = changed(
        data.path(),
        &[
            ("minutes: 5,", "minutes: \"five\","),
            ("legitimacy: 70, lean", "legitimacy: 170, lean"),
            ("at: \"huazhou\"", "at: \"huazhuo\""),
            (
                "garrison: Given(3000, [\"song_shi\"])",
                "garrison: Given(3000, [])",
            ),
            ("sworn: \"1123-05-01\"", "sworn: \"May 1123\""),
            ("chance: 30,", "chance: 130,"),
            ("Voice(who: \"zhong_shidao\"", "Voice(who: \"liu_yanzong\""),
            (SPURN, "effects: []"),
            ("grade: Conjectural", "grade: Conjectual"),
            (SHORT, "Give me 🐉 now.\", expects: \"The wall is taken.\""),
        ],
    );
    let told = rivers(data.path(), &["check", "--json", path.to_str().unwrap()])
        .ends()
        .code(1);
    let rows: Vec<serde_json::Value> = told
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let keys: Vec<&str> = rows
        .iter()
        .map(|row| row["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        keys,
        [
            "wrong-type",
            "off-the-scale",
            "no-source",
            "unknown-id",
            "malformed-date",
            "chance-over-100",
            "voice-without-office",
            "option-changes-nothing",
            "missing-glyph",
            "unknown-word",
        ],
        "{}",
        told.out
    );
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut places = std::collections::BTreeSet::new();
    for (row, at) in rows.iter().zip([
        "\"five\"",
        "\"jin\"",
        "\"xunzhou\"",
        "\"huazhuo\"",
        "\"May 1123\"",
        "\"camp_fever\"",
        "\"liu_yanzong\"",
        "\"spurn\"",
        "🐉",
        "Conjectual",
    ]) {
        let (line, column) = (
            row["line"].as_u64().unwrap(),
            row["column"].as_u64().unwrap(),
        );
        let rest: String = lines[usize::try_from(line).unwrap() - 1]
            .chars()
            .skip(usize::try_from(column).unwrap() - 1)
            .collect();
        assert!(rest.starts_with(at), "{at}: {row}");
        assert!(places.insert((line, column)), "{row}");
    }
}

#[test]
fn files_are_laid_out_alike() {
    let data = tempfile::tempdir().unwrap();
    let path = changed(data.path(), &[("minutes: 5,", "minutes:5 ,")]);
    let file = path.to_str().unwrap();
    let before = std::fs::read_to_string(&path).unwrap();
    let fmt = |args: &[&str]| rivers(data.path(), &[&["fmt"], args].concat()).ends();
    fmt(&["--check", file])
        .code(1)
        .out("stage.ron would change");
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        before,
        "nothing was changed"
    );
    fmt(&[file]).code(0).out("stage.ron laid out");
    let after = std::fs::read_to_string(&path).unwrap();
    assert_eq!(after, before.replacen("minutes:5 ,", "minutes: 5,", 1));
    fmt(&["--check", file])
        .code(0)
        .out("1 file laid out alike already");
    fmt(&["--check", data.path().to_str().unwrap()]).code(0);
    // A file that cannot be read is left alone.
    let broken = after.replacen("span: (", "span: ", 1);
    std::fs::write(&path, &broken).unwrap();
    fmt(&[file]).code(1).out("error[brackets]");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), broken);
    fmt(&["nowhere.ron"]).code(2).err("there is no file");
}

#[test]
fn a_new_scenario_passes_and_plays_from_the_working_folder() {
    let data = tempfile::tempdir().unwrap();
    let work = tempfile::tempdir().unwrap();
    let at_work = |args: &[&str]| {
        let mut rivers = rivers(data.path(), args);
        rivers.command.current_dir(work.path());
        rivers.ends()
    };
    at_work(&["new", "my_siege"])
        .code(0)
        .out("my_siege.ron written")
        .out("rivers text my_siege");
    at_work(&["check", "--deny", "tips", "my_siege.ron"])
        .code(0)
        .out("nothing wrong");
    at_work(&["fmt", "--check", "my_siege.ron"]).code(0);
    let played = at_work(&[
        "auto", "my_siege", "--seeds", "1..3", "--song", "counsel", "--jin", "counsel", "--json",
    ])
    .code(0);
    assert_eq!(played.out.lines().count(), 3, "{}", played.out);
    at_work(&["list"]).code(0).out("my_siege").out("My siege");
    // Names that are taken are refused, with a way out.
    at_work(&["new", "my_siege"])
        .code(2)
        .err("already; take another name, as `my_siege_2`");
    at_work(&["new", "jingkang"])
        .code(2)
        .err("take another name");
    at_work(&["new", "atlas"]).code(2).err("take another name");
    at_work(&["new", "My Siege"])
        .code(2)
        .err("lower case letters");
    at_work(&["new", "other", "--from", "nowhere"])
        .code(2)
        .err("it may be `blank`");
    // From a whole scenario, into the data folder.
    at_work(&["new", "my_jingkang", "--from", "jingkang", "--shelf"]).code(0);
    assert!(!work.path().join("my_jingkang.ron").exists());
    let path = data.path().join("scenarios").join("my_jingkang.ron");
    let path = path.to_str().unwrap();
    at_work(&["check", "--deny", "tips", path])
        .code(0)
        .out("nothing wrong");
    at_work(&["auto", "my_jingkang", "--seeds", "1..1", "--json"])
        .code(0)
        .out("\"scenario\":\"my_jingkang\"");
}
