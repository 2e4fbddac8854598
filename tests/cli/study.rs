//! `rivers study` as a process: its folder, the plug pulled, shards put together, one saved game.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use super::{Rivers, journals, rivers, stage};

fn stage_path() -> String {
    stage().to_str().expect("a plain path").to_owned()
}

/// `rivers study STAGE` with these arguments and this folder.
fn study(data: &Path, args: &[&str], out: &Path) -> Rivers {
    let stage = stage_path();
    let out = out.to_str().expect("a plain path");
    let mut all = vec!["study", stage.as_str()];
    all.extend(args);
    all.extend(["--out", out]);
    rivers(data, &all)
}

/// Every file of a folder, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

#[track_caller]
fn same(one: &Path, other: &Path) {
    let (one, other) = (files(one), files(other));
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &one {
        assert!(*bytes == other[name], "`{name}` differs");
    }
}

#[test]
fn a_study_leaves_a_table_sums_and_a_line_for_every_game() {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("spread");
    study(data.path(), &["--games", "60"], &out)
        .ends()
        .code(0)
        .out("60 games, seeds 1 to 60")
        .out("in this model, with this policy: Song by record, Jin by record")
        .out("checkpoint, held out")
        .out("written to");
    let files = files(&out);
    let text = |name: &str| String::from_utf8(files[name].clone()).expect("text");
    let games = text("spread.games.csv");
    assert_eq!(games.lines().count(), 61);
    assert!(games.starts_with("seed,turns,ending,"), "{games}");
    let columns: Vec<usize> = games.lines().map(|line| line.split(',').count()).collect();
    assert!(columns.iter().all(|n| *n == columns[0]), "{columns:?}");
    let read: serde_json::Value = serde_json::from_str(&text("spread.json")).expect("JSON");
    assert_eq!(read["about"]["games"], 60);
    let endings = read["endings"].as_array().expect("endings");
    let told: u64 = endings
        .iter()
        .filter_map(|e| e["share"]["times"].as_u64())
        .sum();
    assert_eq!(told, 60);
    for name in [
        "spread.months.csv",
        "spread.checkpoints.csv",
        "spread.endings.csv",
        "spread.sums.json",
    ] {
        assert!(files.contains_key(name), "{name}");
    }
}

#[test]
fn a_study_that_is_there_is_not_written_over_and_another_is_not_gone_on_with() {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("spread");
    study(data.path(), &["--games", "20"], &out).ends().code(0);
    let before = files(&out);
    study(data.path(), &["--games", "20"], &out)
        .ends()
        .code(2)
        .err("--continue goes on with it");
    study(
        data.path(),
        &["--games", "20", "--song", "counsel", "--continue"],
        &out,
    )
    .ends()
    .code(2)
    .err("who plays");
    assert!(before == files(&out), "nothing was touched");
    // More games of the same study are the study of so many games.
    study(data.path(), &["--games", "50", "--continue"], &out)
        .ends()
        .code(0);
    let whole = data.path().join("whole");
    study(data.path(), &["--games", "50"], &whole)
        .ends()
        .code(0);
    same(&out, &whole);
}

/// Starts a study and ends it with a signal as soon as it has kept something.
fn ended_early(data: &Path, args: &[&str], out: &Path, sums: &str, signal: &str) -> Option<i32> {
    let mut child = study(data, args, out)
        .command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("rivers starts");
    let sums = out.join(sums);
    for _ in 0..20_000 {
        if sums.is_file() || child.try_wait().expect("a child").is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let pid = child.id().to_string();
    let _ = std::process::Command::new("kill")
        .args([signal, &pid])
        .status();
    child.wait().expect("it ends").code()
}

#[test]
#[cfg(unix)]
fn killed_and_gone_on_with_it_is_the_study_that_nobody_killed() {
    let data = tempfile::tempdir().unwrap();
    let impact = ["--impact", "--games", "2000", "--jobs", "1"];
    for (kind, args) in [
        ("spread", &["--games", "20000", "--jobs", "1"][..]),
        ("impact", &impact[..]),
    ] {
        let sums = format!("{kind}.sums.json");
        let (killed, whole) = (
            data.path().join(format!("{kind}-killed")),
            data.path().join(kind),
        );
        assert_eq!(
            ended_early(data.path(), args, &killed, &sums, "-KILL"),
            None,
            "it was killed"
        );
        let again = [args, &["--continue"]].concat();
        // And once more on its way, with whatever it had kept by then.
        let _ = ended_early(data.path(), &again, &killed, &sums, "-KILL");
        study(data.path(), &again, &killed).ends().code(0);
        study(data.path(), args, &whole).ends().code(0);
        same(&killed, &whole);
    }
}

#[test]
#[cfg(unix)]
fn told_to_stop_it_keeps_what_it_has_and_says_how_to_go_on() {
    let data = tempfile::tempdir().unwrap();
    let (out, whole) = (data.path().join("stopped"), data.path().join("whole"));
    let args = ["--games", "400000", "--jobs", "1"];
    let code = ended_early(data.path(), &args, &out, "spread.sums.json", "-INT");
    assert_eq!(code, Some(1), "it ended by itself, and not done");
    let read = std::fs::read_to_string(out.join("spread.json")).expect("what it came to so far");
    let read: serde_json::Value = serde_json::from_str(&read).expect("JSON");
    let games = read["about"]["games"].as_u64().expect("games");
    assert!((1..400_000).contains(&games), "{games}");
    let upto = games + 100;
    let upto = upto.to_string();
    let more = ["--games", &upto, "--jobs", "1"];
    study(data.path(), &[&more[..], &["--continue"]].concat(), &out)
        .ends()
        .code(0);
    study(data.path(), &more, &whole).ends().code(0);
    same(&out, &whole);
}

#[test]
fn shards_put_together_are_the_whole_to_the_last_byte() {
    let data = tempfile::tempdir().unwrap();
    for kind in [&[][..], &["--impact"], &["--quarrels"], &["--advisors"]] {
        let name = kind.first().map_or("spread", |k| k.trim_start_matches('-'));
        let folder = |part: &str| data.path().join(format!("{name}-{part}"));
        let args = [kind, &["--games", "150"]].concat();
        let mut whole = args.clone();
        if name == "impact" {
            // A shard plays all its games; so does the whole that is to equal them.
            whole.extend(["--narrow", "0"]);
        }
        study(data.path(), &whole, &folder("whole")).ends().code(0);
        for shard in ["1/3", "2/3", "3/3"] {
            let out = folder(&shard[..1]);
            study(
                data.path(),
                &[&args[..], &["--shard", shard]].concat(),
                &out,
            )
            .ends()
            .code(0);
        }
        let parts: Vec<PathBuf> = ["3", "1", "2"].map(folder).to_vec();
        let parts: Vec<&str> = parts.iter().map(|p| p.to_str().expect("a path")).collect();
        let merged = folder("merged");
        let out = ["--out", merged.to_str().expect("a path")];
        rivers(
            data.path(),
            &[&["study", "--merge"], &parts[..], &out[..]].concat(),
        )
        .ends()
        .code(0);
        same(&folder("whole"), &merged);
        rivers(data.path(), &["study", "--merge", parts[0], parts[1]])
            .ends()
            .code(1)
            .err("these are not all the shards");
        rivers(
            data.path(),
            &["study", "--merge", parts[0], parts[1], parts[1]],
        )
        .ends()
        .code(1);
    }
}

#[test]
fn a_shard_that_is_not_finished_is_not_put_together() {
    let data = tempfile::tempdir().unwrap();
    let folder = |part: &str| data.path().join(part);
    for shard in ["1/2", "2/2"] {
        let args = ["--games", "40", "--shard", shard];
        study(data.path(), &args, &folder(&shard[..1]))
            .ends()
            .code(0);
    }
    let sums = folder("2").join("spread.sums.json");
    let text = std::fs::read_to_string(&sums)
        .expect("sums")
        .replace("\"next\":41", "\"next\":39");
    std::fs::write(&sums, text).expect("written");
    let (one, two) = (folder("1"), folder("2"));
    let parts = [one.to_str().expect("a path"), two.to_str().expect("a path")];
    rivers(data.path(), &["study", "--merge", parts[0], parts[1]])
        .ends()
        .code(1)
        .err("is not finished: 18 of 20 games");
    std::fs::write(&sums, "{\"format\":1}").expect("written");
    rivers(data.path(), &["study", "--merge", parts[0], parts[1]])
        .ends()
        .code(1)
        .err("is not a study's");
}

#[test]
fn what_is_asked_wrongly_is_said() {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("out");
    study(
        data.path(),
        &["--impact", "--decision", "nothing_of_the_kind"],
        &out,
    )
    .ends()
    .code(2)
    .err("has no decision `nothing_of_the_kind`");
    study(data.path(), &["--shard", "4/3"], &out)
        .ends()
        .code(2)
        .err("shards are counted from 1 to 3");
    study(data.path(), &["--impact", "--narrow", "much"], &out)
        .ends()
        .code(2)
        .err("no number of points");
    study(
        data.path(),
        &["--impact", "--narrow", "2", "--shard", "1/2"],
        &out,
    )
    .ends()
    .code(2)
    .err("leave out --narrow");
    rivers(data.path(), &["study", "--merge", "nowhere"])
        .ends()
        .code(2)
        .err("has no shard of a study");
    rivers(data.path(), &["study", &stage_path(), "--continue"])
        .ends()
        .code(2)
        .err("--out");
    assert!(!out.exists(), "nothing was made");
}

#[test]
fn what_an_option_changes_is_said_with_its_interval_and_its_label() {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("impact");
    study(data.path(), &["--impact", "--games", "120"], &out)
        .ends()
        .code(0)
        .out("what each option changes, with the same luck")
        .out("in this model, with this policy: Song by counsel, Jin by counsel")
        .out("expect")
        .out("pairs");
    let lines = String::from_utf8(files(&out)["impact.games.csv"].clone()).expect("text");
    assert!(
        lines.starts_with("seed,decision,option,answered,standing,"),
        "{lines}"
    );
    assert!(lines.lines().count() > 100);
    study(
        data.path(),
        &["--advisors", "--games", "30"],
        &data.path().join("advisors"),
    )
    .ends()
    .code(0)
    .out("how often what an advisor expected came true")
    .out("advice taken");
}

#[test]
fn a_saved_game_has_turning_points_and_luck() {
    let data = tempfile::tempdir().unwrap();
    let typed = "\n".to_owned() + &"choose 1\nchoose 1\nend\n".repeat(40);
    rivers(data.path(), &["text", &stage_path(), "--seed", "7"])
        .says(&typed)
        .ends()
        .code(0);
    let journal = journals(data.path()).remove(0);
    let journal = journal.to_str().expect("a plain path").to_owned();
    let out = data.path().join("turning");
    let stage = stage_path();
    let args = [
        "study",
        &stage,
        "--journal",
        &journal,
        "--impact",
        "--games",
        "40",
    ];
    let ended = rivers(
        data.path(),
        &[&args[..], &["--out", out.to_str().expect("a path")]].concat(),
    )
    .ends()
    .code(0)
    .out("its turning points, 40 draws of luck from each")
    .out("in this model, with this policy: Song by counsel")
    .out("chosen: ")
    .out("the game beside its own odds");
    let read = std::fs::read_to_string(out.join("turning.json")).expect("a result");
    let read: serde_json::Value = serde_json::from_str(&read).expect("JSON");
    assert_eq!(read["seed"], 7);
    assert_eq!(read["about"]["seats"][0]["policy"], "person");
    assert!(
        !read["points"].as_array().expect("points").is_empty(),
        "{}",
        ended.out
    );
    let before = std::fs::read(&journal).expect("the journal");
    // The same again is the same, and the journal is not touched.
    let again = rivers(data.path(), &args).ends().code(0);
    assert_eq!(
        again.out.trim_end(),
        ended
            .out
            .split("\nwritten to")
            .next()
            .expect("text")
            .trim_end()
    );
    assert_eq!(before, std::fs::read(&journal).expect("the journal"));
}

/// The script of the recipe, run as Slurm runs it: with the variables that Slurm sets, each shard by itself, one of them twice.
#[test]
#[cfg(unix)]
fn the_job_array_of_the_recipe_plays_every_shard_once() {
    let data = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("recipes/study.slurm");
    let out = data.path().join("array");
    for task in ["1", "2", "2"] {
        let ended = std::process::Command::new("bash")
            .arg(&script)
            .env("RIVERS", env!("CARGO_BIN_EXE_rivers"))
            .env("SCENARIO", stage_path())
            .env("GAMES", "60")
            .env("OUT", &out)
            .env("KIND", "--by counsel")
            .env("SLURM_ARRAY_TASK_ID", task)
            .env("SLURM_ARRAY_TASK_COUNT", "2")
            .output()
            .expect("bash runs");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(ended.status.success(), "{said}");
    }
    let (merged, whole) = (out.join("whole"), data.path().join("whole"));
    let shards = ["shard-1", "shard-2"].map(|shard| out.join(shard));
    let shards = shards.each_ref().map(|path| path.to_str().expect("a path"));
    let into = ["--out", merged.to_str().expect("a path")];
    rivers(
        data.path(),
        &[&["study", "--merge"], &shards[..], &into[..]].concat(),
    )
    .ends()
    .code(0);
    study(data.path(), &["--games", "60", "--by", "counsel"], &whole)
        .ends()
        .code(0);
    same(&merged, &whole);
}
