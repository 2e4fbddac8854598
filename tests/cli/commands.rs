//! Every subcommand: what it prints, and how it ends.

use std::io::Read;

use super::{journals, rivers, stage};

fn stage_path() -> String {
    stage().to_str().expect("a plain path").to_owned()
}

#[test]
fn help_reads_like_a_manual_page() {
    let data = tempfile::tempdir().unwrap();
    let help = rivers(data.path(), &["--help"])
        .ends()
        .code(0)
        .out("Exit codes:")
        .out("Examples:")
        .out("journals/")
        .out("--data <DIR>");
    for command in [
        "play",
        "text",
        "list",
        "auto",
        "study",
        "replay",
        "report",
        "check",
        "fmt",
        "new",
        "translate",
        "docs",
        "completions",
    ] {
        let own = rivers(data.path(), &[command, "--help"])
            .ends()
            .code(0)
            .out("Examples:")
            .out("Usage: rivers");
        assert!(
            own.out.lines().all(|line| line.chars().count() <= 100),
            "{}",
            own.out
        );
        assert!(help.out.contains(command));
    }
    rivers(data.path(), &["--version"])
        .ends()
        .code(0)
        .out(env!("CARGO_PKG_VERSION"));
    rivers(data.path(), &["classroom"])
        .ends()
        .code(2)
        .err("unrecognized subcommand");
}

#[test]
fn used_wrongly_is_two_and_says_the_way_out() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    rivers(data.path(), &["text", "jinkang"])
        .ends()
        .code(2)
        .err("did you mean `jingkang`?");
    rivers(data.path(), &["auto", "yellow"])
        .ends()
        .code(2)
        .err("there is no scenario `yellow`")
        .err("`jingkang`");
    rivers(data.path(), &["auto", "no/such.ron"])
        .ends()
        .code(2)
        .err("there is no file `no/such.ron`");
    rivers(data.path(), &["text", &stage, "--court", "liao"])
        .ends()
        .code(2)
        .err("no court to play")
        .err("`song`, `jin`, or `both`");
    rivers(data.path(), &["auto", &stage, "--seeds", "5..1"])
        .ends()
        .code(2)
        .err("the last seed comes before the first");
    rivers(data.path(), &["auto", &stage, "--song", "genius"])
        .ends()
        .code(2)
        .err("record, counsel, counsel-cautious, counsel-bold, planner, random");
    rivers(data.path(), &["auto", &stage, "--jobs", "0"])
        .ends()
        .code(2);
    rivers(data.path(), &["text", "--resume", "nowhere.jsonl"])
        .ends()
        .code(2)
        .err("nowhere.jsonl");
    rivers(data.path(), &["replay", "nowhere.jsonl"])
        .ends()
        .code(2)
        .err("cannot open `nowhere.jsonl`");
    rivers(data.path(), &["check", "nowhere.ron"])
        .ends()
        .code(2)
        .err("there is no file");
    rivers(data.path(), &["text", "--resume", "x", "--seed", "1"])
        .ends()
        .code(2)
        .err("cannot be used with");
    assert!(journals(data.path()).is_empty(), "nothing was begun");
}

#[test]
fn auto_gives_one_object_a_line_in_seed_order_whatever_the_number_of_jobs() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    let run = |jobs: &str| {
        rivers(
            data.path(),
            &[
                "auto", &stage, "--seeds", "3..12", "--jin", "random", "--json", "--jobs", jobs,
            ],
        )
        .ends()
        .code(0)
        .out
    };
    let (one, eight) = (run("1"), run("8"));
    assert_eq!(one, eight);
    let rows: Vec<serde_json::Value> = one
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    let seeds: Vec<u64> = rows
        .iter()
        .map(|row| row["seed"].as_u64().unwrap())
        .collect();
    assert_eq!(seeds, (3..=12).collect::<Vec<u64>>());
    let row = &rows[0];
    let mut keys: Vec<&str> = row
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "checkpoints",
            "ending",
            "hash",
            "jin",
            "scenario",
            "seed",
            "song",
            "standing",
            "turns"
        ]
    );
    assert_eq!(
        (
            row["song"].as_str(),
            row["jin"].as_str(),
            row["hash"].as_str().map(str::len)
        ),
        (Some("record"), Some("random"), Some(16))
    );
    let besieged = &row["checkpoints"][0];
    assert_eq!(besieged["id"], "kaifeng_besieged");
    assert_eq!(
        besieged["recorded"],
        serde_json::json!({"from": "1126-01-21", "until": "1126-02-01"})
    );
    let held = &row["checkpoints"][1];
    assert_eq!(
        (
            &held["recorded"],
            held["weight"].as_u64(),
            held["held_out"].as_bool()
        ),
        (
            &serde_json::json!({"on": "1126-05-31"}),
            Some(5),
            Some(true)
        )
    );
    for point in rows
        .iter()
        .flat_map(|row| row["checkpoints"].as_array().unwrap())
    {
        let mut keys: Vec<&str> = point
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        keys.sort_unstable();
        assert_eq!(
            keys,
            ["happened", "held_out", "id", "recorded", "weight", "within"]
        );
    }
}

#[test]
fn auto_tells_shares_endings_coverage_and_balance() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    rivers(data.path(), &["auto", &stage, "--seeds", "1..6"])
        .ends()
        .code(0)
        .out("held out")
        .out("kaifeng_besieged")
        .out("a good ending for Song in");
    rivers(
        data.path(),
        &[
            "auto",
            &stage,
            "--seeds",
            "1..6",
            "--song",
            "random",
            "--coverage",
        ],
    )
    .ends()
    .code(0)
    .out("stay_or_go")
    .out("never laid:");
    let verified = rivers(
        data.path(),
        &[
            "auto", &stage, "--seeds", "1..40", "--song", "random", "--jin", "random", "--verify",
        ],
    )
    .ends()
    .code(0);
    assert_eq!(verified.out.lines().count(), 1);
    verified.out("40 games, each played twice to the same state, men and money in balance");
}

#[test]
fn check_says_every_mistake_and_fails() {
    let data = tempfile::tempdir().unwrap();
    rivers(data.path(), &["check"])
        .ends()
        .code(0)
        .out("nothing wrong")
        .out("haishang.ron")
        .out("jingkang.ron");
    rivers(data.path(), &["check", &stage_path()])
        .ends()
        .code(0)
        .out("1 scenario checked");
    let own = data.path().join("scenarios");
    std::fs::create_dir(&own).unwrap();
    for file in std::fs::read_dir(stage().parent().unwrap())
        .unwrap()
        .flatten()
    {
        std::fs::copy(file.path(), own.join(file.file_name())).unwrap();
    }
    let mine = own.join("stage.ron");
    let text = std::fs::read_to_string(&mine).unwrap();
    std::fs::write(
        &mine,
        text.replace("at: \"yanjing\"", "at: \"yanjin\"")
            .replace("chose: \"stay\"", "chose: \"stya\""),
    )
    .unwrap();
    let told = rivers(data.path(), &["check"])
        .ends()
        .code(1)
        .out("yanjin")
        .out("stya")
        .out(" scenarios checked")
        .out("error");
    assert!(
        told.out.contains(&format!("{}:", mine.display())),
        "the path as given, with line and column:\n{}",
        told.out
    );
    let json = rivers(data.path(), &["check", "--json", mine.to_str().unwrap()])
        .ends()
        .code(1);
    for line in json.out.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("an object");
        assert!(row["line"].as_u64().unwrap() > 0 && row["message"].is_string());
    }
    rivers(data.path(), &["auto", mine.to_str().unwrap()])
        .ends()
        .code(1)
        .err("is not loaded")
        .err("yanjin");
    rivers(data.path(), &["list"])
        .ends()
        .code(1)
        .err("does not load")
        .out("jingkang");
}

#[test]
fn a_file_that_is_no_text_or_far_too_big_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let bytes = data.path().join("bytes.ron");
    std::fs::write(&bytes, [b'S', 0xff, 0xfe, 0]).unwrap();
    rivers(data.path(), &["check", bytes.to_str().unwrap()])
        .ends()
        .code(1)
        .out("bytes.ron")
        .out("UTF-8");
    let big = data.path().join("big.ron");
    std::fs::File::create(&big)
        .unwrap()
        .set_len(100 << 20)
        .unwrap();
    rivers(data.path(), &["check", big.to_str().unwrap()])
        .ends()
        .code(1)
        .out("bytes, and a file may have");
}

#[test]
fn list_shows_own_scenarios_sorted_and_the_record_line() {
    let data = tempfile::tempdir().unwrap();
    let own = data.path().join("scenarios");
    std::fs::create_dir(&own).unwrap();
    for file in std::fs::read_dir(stage().parent().unwrap())
        .unwrap()
        .flatten()
    {
        std::fs::copy(file.path(), own.join(file.file_name())).unwrap();
    }
    rivers(data.path(), &["list"])
        .ends()
        .code(0)
        .out("stage  The stage 小試")
        .out("1126-01-01 to 1126-05-31 (15 xun)")
        .out("held-out")
        .out("seeds 1 to 20");
    let rows = rivers(data.path(), &["list", "--json"]).ends().code(0).out;
    let names: Vec<String> = rows
        .lines()
        .map(|row| {
            serde_json::from_str::<serde_json::Value>(row).unwrap()["name"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    // One's own first, then those that come with the program, by name.
    let (own, shipped) = names.split_first().unwrap();
    assert_eq!(own, "stage");
    assert!(shipped.is_sorted());
    assert!(
        ["haishang", "jingkang"]
            .iter()
            .all(|name| shipped.iter().any(|s| s == name))
    );
}

#[test]
fn a_game_is_saved_as_it_is_played_resumed_and_replayed() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    let first = "\nfortify huazhou\nend\nend\nfortify huazhou\n";
    rivers(data.path(), &["text", &stage, "--seed", "5"])
        .says(first)
        .ends()
        .code(0)
        .out("stage-001-seed5.jsonl");
    let path = journals(data.path()).pop().unwrap();
    let path = path.to_str().unwrap();
    rivers(data.path(), &["replay", path])
        .ends()
        .code(1)
        .err("scenario `stage`");
    rivers(data.path(), &["replay", path, &stage])
        .ends()
        .code(0)
        .out("2 of 2 turns come to the very state");
    rivers(data.path(), &["text", &stage, "--resume", path])
        .says("undo\nend\nquit\n")
        .ends()
        .code(0)
        .out("Taken back")
        .out("--resume");
    let rest = rivers(data.path(), &["text", &stage, "--resume", path])
        .says(&"end\n".repeat(60))
        .ends()
        .code(0);
    let replayed = rivers(data.path(), &["replay", path, &stage, "--json"])
        .ends()
        .code(0)
        .out;
    let row: serde_json::Value = serde_json::from_str(&replayed).unwrap();
    assert_eq!(
        (
            row["turns"].as_u64(),
            row["proven"].as_u64(),
            row["ending"].is_string()
        ),
        (Some(15), Some(15), true),
        "{}",
        rest.out
    );

    // Played through without a stop it comes to the same state: computer players go on as they were.
    let whole = format!("\nfortify huazhou\n{}", "end\n".repeat(60));
    rivers(data.path(), &["text", &stage, "--seed", "5"])
        .says(&whole)
        .ends()
        .code(0);
    let second = journals(data.path()).pop().unwrap();
    assert!(second.to_str().unwrap().ends_with("stage-002-seed5.jsonl"));
    let again = rivers(
        data.path(),
        &["replay", second.to_str().unwrap(), &stage, "--json"],
    )
    .ends()
    .code(0)
    .out;
    let again: serde_json::Value = serde_json::from_str(&again).unwrap();
    assert_eq!(again["hash"], row["hash"]);
}

#[test]
fn an_altered_journal_does_not_replay() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    rivers(data.path(), &["text", &stage, "--seed", "5"])
        .says("\nfortify huazhou\nend\nend\n")
        .ends()
        .code(0);
    let path = journals(data.path()).pop().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("\"huazhou\"", "\"xunzhou\"")).unwrap();
    rivers(data.path(), &["replay", path.to_str().unwrap(), &stage])
        .ends()
        .code(1)
        .err("turn 0 (line ")
        .err("another state");
    std::fs::write(&path, text.replace("\"order\"", "order")).unwrap();
    rivers(data.path(), &["replay", path.to_str().unwrap(), &stage])
        .ends()
        .code(1)
        .err("line 2 is broken");
}

#[test]
fn two_people_at_one_table() {
    let data = tempfile::tempdir().unwrap();
    let typed = "\n\nfortify huazhou\nend\n\nfortify yanjing\nend\n";
    rivers(data.path(), &["text", &stage_path(), "--court", "both"])
        .says(typed)
        .ends()
        .code(0)
        .out("Jin");
    let text = std::fs::read_to_string(journals(data.path()).pop().unwrap()).unwrap();
    assert!(
        text.contains(r#""jin":"person""#) && text.contains(r#""court":"jin","order":{"Fortify""#),
        "{text}"
    );
}

/// Whoever is named against plays, is named in the journal, and sits there again when the game is gone on with.
#[test]
fn an_opponent_is_chosen_once_and_kept() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    for (level, kept) in [
        ("planner:games=1", "planner:games=1"),
        ("planner", "planner"),
        ("counsel-bold", "counsel-bold"),
        ("counsel-cautious", "counsel-cautious"),
    ] {
        rivers(
            data.path(),
            &["text", &stage, "--seed", "7", "--against", level],
        )
        .says("\n\nend\nquit\n")
        .ends()
        .code(0)
        .out(&format!("against {level}"));
        let path = journals(data.path()).pop().unwrap();
        let path = path.to_str().unwrap();
        rivers(data.path(), &["text", &stage, "--resume", path])
            .says("end\nquit\n")
            .ends()
            .code(0);
        let text = std::fs::read_to_string(path).unwrap();
        assert!(text.contains(&format!(r#""jin":"{kept}""#)), "{text}");
        assert!(text.contains(r#""militia":"counsel""#), "{text}");
        assert!(
            text.matches("turn_ended").count() == 2 && text.contains(r#""court":"jin""#),
            "{text}"
        );
        rivers(data.path(), &["replay", path, &stage])
            .ends()
            .code(0);
    }
    rivers(data.path(), &["text", &stage, "--against", "fate"])
        .ends()
        .code(2)
        .err("counsel-cautious");
    rivers(
        data.path(),
        &["text", &stage, "--court", "both", "--against", "planner"],
    )
    .ends()
    .code(2)
    .err("people play every court");
    rivers(
        data.path(),
        &["text", &stage, "--against", "planner:games=0"],
    )
    .ends()
    .code(2);
}

/// A seat that this program cannot fill is not filled with another.
#[test]
fn a_journal_with_a_stranger_at_the_table_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    rivers(data.path(), &["text", &stage, "--seed", "7"])
        .says("\n\nend\nquit\n")
        .ends()
        .code(0);
    let path = journals(data.path()).pop().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        text.replacen(r#""jin":"counsel""#, r#""jin":"oracle""#, 1),
    )
    .unwrap();
    rivers(
        data.path(),
        &["text", &stage, "--resume", path.to_str().unwrap()],
    )
    .ends()
    .code(1)
    .err("`oracle`");
}

/// The model's phenomena come out of the general rules, and on a page.
#[test]
fn phenomena_are_studied() {
    let data = tempfile::tempdir().unwrap();
    let page = data.path().join("page.md");
    let args = ["study", "--phenomena", "--games", "40", "--out"];
    let text = rivers(
        data.path(),
        &[&args[..], &[page.to_str().unwrap()]].concat(),
    )
    .ends()
    .code(0)
    .out("situation")
    .out("nobody")
    .out;
    assert!(!text.contains("cannot be set up"), "{text}");
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.starts_with("# ") && page.contains("|---"), "{page}");
    assert_eq!(page.matches("\n| ").count(), 34, "{page}");
    rivers(data.path(), &["study"])
        .ends()
        .code(2)
        .err("SCENARIO");
    // The stage has no court that somebody could set up.
    rivers(
        data.path(),
        &["study", &stage_path(), "--phenomena", "--games", "5"],
    )
    .ends()
    .code(0)
    .out("cannot be set up");
}

#[test]
fn the_planner_plays_and_standings_are_told() {
    let data = tempfile::tempdir().unwrap();
    let stage = stage_path();
    let args = [
        "auto",
        &stage,
        "--song",
        "counsel",
        "--jin",
        "planner:games=2",
        "--seeds",
        "1..3",
    ];
    let run = |more: &[&str]| {
        rivers(data.path(), &[&args[..], more].concat())
            .ends()
            .code(0)
            .out
    };
    let text = run(&[]);
    for part in ["standing", "mean", "median", "Song", "Jin"] {
        assert!(text.contains(part), "{text}");
    }
    let lines = run(&["--json"]);
    assert_eq!(lines, run(&["--json"]), "the same budget is the same game");
    for line in lines.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(row["jin"], "planner:games=2");
        assert!(row["standing"]["song"].is_i64() && row["standing"]["jin"].is_i64());
        assert!(row["standing"]["militia"].is_null());
    }
}

/// Where no window can be opened, whatever the reason, the text game starts and says why.
#[test]
fn without_a_display_the_text_game_starts() {
    let data = tempfile::tempdir().unwrap();
    for ask in [
        &[][..],
        &["play"],
        &["play", "jingkang", "--court", "jin", "--seed", "4"],
        &["play", "--court", "both"],
    ] {
        rivers(data.path(), ask)
            .says("\n\nquit\n")
            .ends()
            .code(0)
            .out("No window is opened: ")
            .out("This is the text game.")
            .out("BEFORE YOU BEGIN");
    }
    rivers(data.path(), &["play", "jinkang"])
        .ends()
        .code(2)
        .err("did you mean `jingkang`?");
    let pictures = data.path().join("pictures");
    let smoke = ["play", "--smoke", pictures.to_str().unwrap()];
    rivers(data.path(), &smoke).ends().code(1).err("no window");
}

#[test]
fn completions_for_every_shell() {
    let data = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        rivers(data.path(), &["completions", shell])
            .ends()
            .code(0)
            .out("rivers");
    }
}

#[test]
fn a_reader_who_goes_away_ends_it_quietly() {
    let data = tempfile::tempdir().unwrap();
    let mut child = rivers(
        data.path(),
        &["auto", &stage_path(), "--seeds", "1..3000", "--json"],
    )
    .command
    .spawn()
    .unwrap();
    let mut first = [0; 1];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    let status = child.wait().unwrap();
    assert_eq!((status.code(), err.as_str()), (Some(0), ""));
}

#[test]
fn a_game_of_a_changed_scenario_is_carried_over_or_refused() {
    let data = tempfile::tempdir().unwrap();
    let own = data.path().join("scenarios");
    std::fs::create_dir(&own).unwrap();
    for file in std::fs::read_dir(stage().parent().unwrap())
        .unwrap()
        .flatten()
    {
        std::fs::copy(file.path(), own.join(file.file_name())).unwrap();
    }
    let mine = own.join("stage.ron");
    let text = std::fs::read_to_string(&mine).unwrap();
    rivers(data.path(), &["text", "stage", "--seed", "5"])
        .says("\nhold western_van\nfortify huazhou\nend\nprovision zhending\n")
        .ends()
        .code(0);
    let old = journals(data.path()).pop().unwrap();
    let before = std::fs::read(&old).unwrap();

    std::fs::write(&mine, text.replace("legitimacy: 55", "legitimacy: 50")).unwrap();
    rivers(data.path(), &["replay", old.to_str().unwrap()])
        .ends()
        .code(0)
        .out("have changed since");
    rivers(data.path(), &["text", "--resume", old.to_str().unwrap()])
        .says("undo\n")
        .ends()
        .code(0)
        .out("was carried over to")
        .out("Taken back");
    assert_eq!(
        std::fs::read(&old).unwrap(),
        before,
        "the old journal is as it was"
    );
    let new = journals(data.path()).pop().unwrap();
    assert_ne!(new, old);
    rivers(data.path(), &["replay", new.to_str().unwrap()])
        .ends()
        .code(0)
        .out("1 of 1 turns come to the very state");

    std::fs::write(&mine, text.replace("huazhou", "baizhou")).unwrap();
    std::fs::write(
        own.join("stage_atlas.ron"),
        std::fs::read_to_string(own.join("stage_atlas.ron"))
            .unwrap()
            .replace("huazhou", "baizhou"),
    )
    .unwrap();
    rivers(data.path(), &["text", "--resume", old.to_str().unwrap()])
        .ends()
        .code(1)
        .err("line 2: the scenario has no place `huazhou`");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_changes_nothing_and_says_where_the_journal_is() {
    let data = tempfile::tempdir().unwrap();
    // Every file of the process may be as long as a header and no longer: the next line does not fit.
    let script = format!(
        "ulimit -f 1; trap '' XFSZ; exec {} --data {} text {} --seed 5",
        env!("CARGO_BIN_EXE_rivers"),
        data.path().display(),
        stage_path()
    );
    let typed = format!("\n{}end\nq\n", "fortify huazhou\nundo\n".repeat(40));
    let mut rivers = rivers(data.path(), &[]).says(&typed);
    rivers.command = {
        let mut shell = std::process::Command::new("bash");
        shell
            .arg("-c")
            .arg(script)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        shell
    };
    rivers
        .ends()
        .code(0)
        .out("did not take effect")
        .out("stage-001-seed5.jsonl")
        .out("Nothing was changed");
    let path = journals(data.path()).pop().unwrap();
    super::rivers(
        data.path(),
        &["replay", path.to_str().unwrap(), &stage_path()],
    )
    .ends()
    .code(0)
    .out("0 of 0 turns");
}

/// What is asked for together is one page, and neither is written over the other.
#[test]
fn a_study_of_two_things_writes_one_page_with_both() {
    let data = tempfile::tempdir().unwrap();
    let page = data.path().join("page.md");
    rivers(
        data.path(),
        &[
            "study",
            stage().to_str().unwrap(),
            "--flip",
            "stay_or_go=stay/go",
            "--options",
            "--games",
            "2",
            "--jobs",
            "1",
            "--out",
            page.to_str().unwrap(),
        ],
    )
    .ends()
    .code(0)
    .out("written to");
    let page = std::fs::read_to_string(page).unwrap();
    for part in [
        "# Choices turned round",
        "# Options weighed",
        "| stay_or_go=stay/go |",
        "| stay_or_go | stay |",
    ] {
        assert_eq!(page.matches(part).count(), 1, "`{part}` in:\n{page}");
    }
}

/// Of many scenarios the nearest few are named, and of what lies in the folder only what says that it is a scenario.
#[test]
fn a_scenario_that_there_is_not_is_answered_with_the_nearest() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("scenarios");
    std::fs::create_dir_all(&folder).unwrap();
    for n in 0..30 {
        std::fs::write(folder.join(format!("a_note_{n}.ron")), "(note: 1)").unwrap();
        std::fs::write(folder.join(format!("tale_{n}.ron")), "Scenario(").unwrap();
    }
    let told = rivers(data.path(), &["text", "zzzzzz"]).ends().code(2);
    assert!(!told.err.contains("a_note"), "{}", told.err);
    assert_eq!(told.err.matches('`').count(), 2 + 2 * 6 + 2, "{}", told.err);
    told.err("more (`rivers list` shows them all)");
    rivers(data.path(), &["text", "tale_31"])
        .ends()
        .code(2)
        .err("did you mean `tale_1`, ")
        .err(" or ");
}
