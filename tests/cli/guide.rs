//! What the writer's guide prints: every command in it is run on the scenario of its step, and what it shows must be what the guide says.
//!
//! `BLESS=1` writes what the program says now into the guide; read the difference before keeping it.

use std::path::{Path, PathBuf};

use super::rivers;

/// The file that the guide is about.
const FILE: &str = "huangtiandang.ron";

/// What is typed into the game whose screen the guide shows, by the beginning of what it shows; and the command, where the guide only
/// says that one plays.
const TYPED: &[(&str, &str, &str)] = &[
    ("Around Zhenjiang", "", "\nmap zhenjiang\nquit\n"),
    ("Your armies:", "", "\narmies\nquit\n"),
    (
        "1. By the canal",
        "text huangtiandang.ron --court jin --seed 1",
        "\nend\nquit\n",
    ),
];

fn guide() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/README.md")
}

/// A fenced block of the guide.
struct Block<'g> {
    /// The number of its step; none before the first and after the last.
    step: Option<usize>,
    /// The words since the block before it.
    before: &'g str,
    /// What it is: `console`, `text` or `ron`.
    kind: &'g str,
    /// What stands in it, with its last line's end.
    body: &'g str,
}

fn blocks(guide: &str) -> Vec<Block<'_>> {
    let (mut out, mut step, mut at) = (Vec::new(), None, 0);
    while let Some(fence) = guide[at..].find("\n```") {
        let before = &guide[at..at + fence];
        for line in before.lines().filter_map(|line| line.strip_prefix("## ")) {
            let number = line.strip_prefix("Step ").and_then(|l| l.split(':').next());
            step = number.and_then(|n| n.parse().ok());
        }
        let from = at + fence + 4;
        let head = from + guide[from..].find('\n').expect("a line") + 1;
        let end = head + guide[head..].find("\n```").expect("it is closed") + 1;
        out.push(Block {
            step,
            before,
            kind: guide[from..head].trim(),
            body: &guide[head..end],
        });
        at = end + 3;
    }
    out
}

/// The text between the first pair of these after a word.
fn quoted<'t>(text: &'t str, after: &str) -> Option<&'t str> {
    let rest = &text[text.find(after)? + after.len()..];
    rest.split('`').nth(1)
}

/// What the guide changes in the file for the next block: the text, and what is put in its place.
fn change(before: &str) -> Option<(String, String)> {
    // It is told right before what comes of it.
    let before = before.trim().rsplit("\n\n").next()?;
    if let Some(was) = quoted(before, "Change ") {
        let now = quoted(&before[before.find(was)? + was.len()..], " to ")?;
        return Some((was.to_owned(), now.to_owned()));
    }
    if let Some(now) = quoted(before, "Put ").filter(|_| before.contains("in the place of `")) {
        let was = quoted(before, "in the place of ")?;
        return Some((format!("\"{was}\""), format!("\"{now}\"")));
    }
    before
        .contains("Take the `Fact` out of the second test")
        .then(|| (", Fact(\"ships_explained\")".to_owned(), String::new()))
}

fn plain(text: &str) -> String {
    text.lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

#[test]
fn what_the_guide_prints_is_what_the_program_says() {
    let text = std::fs::read_to_string(guide()).expect("the guide");
    let folder = tempfile::tempdir().expect("a folder");
    let tutorial = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/tutorial");
    let mut steps: Vec<PathBuf> = std::fs::read_dir(tutorial.join("steps"))
        .expect("the steps")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    steps.sort();
    let run = |line: &str, typed: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let mut command = rivers(&folder.path().join("data"), &words);
        command.command.current_dir(folder.path());
        let ended = command.says(typed).ends();
        plain(&format!("{}{}", ended.out, ended.err))
    };
    let (mut wrong, mut blessed, mut shown) = (Vec::new(), text.clone(), 0);
    let mut last = String::new();
    for block in blocks(&text) {
        let file = match block.step {
            Some(n) => steps[n - 1].clone(),
            None => tutorial.join(FILE),
        };
        let mut scenario = std::fs::read_to_string(file).expect("a step");
        let changed = change(block.before);
        if let Some((was, now)) = &changed {
            assert!(
                scenario.contains(was.as_str()),
                "`{was}` does not stand in the step"
            );
            scenario = scenario.replacen(was.as_str(), now, 1);
        }
        std::fs::write(folder.path().join(FILE), scenario).expect("room");
        let body = plain(block.body);
        let now = match block.kind {
            "console" => {
                let (line, said) = body.split_once('\n').expect("a command");
                let line = line.strip_prefix("$ rivers ").expect("a command");
                line.clone_into(&mut last);
                if said.is_empty() {
                    continue;
                }
                format!("$ rivers {line}\n{}", run(line, ""))
            }
            "text" if body.contains(".of = ") => {
                run(&format!("translate {FILE} --lang es"), "");
                let overlay = folder.path().join("huangtiandang.es.ftl");
                let begun = std::fs::read_to_string(overlay).expect("it was written");
                let mark = body.split(".of = ").nth(1).expect("a mark").trim();
                assert!(
                    begun.contains(mark),
                    "`{mark}` is no mark of a text any more"
                );
                continue;
            }
            "text" => {
                let typed = TYPED.iter().find(|(begin, ..)| body.starts_with(begin));
                let line = match typed {
                    Some((_, line, _)) if !line.is_empty() => (*line).to_owned(),
                    _ if changed.is_some() => format!("check --tests {FILE}"),
                    _ => last.clone(),
                };
                let said = run(&line, typed.map_or("", |(.., typed)| typed));
                let first = body.lines().next().expect("a line");
                let Some(at) = said.find(first) else {
                    wrong.push(format!("`{first}` is not said by `rivers {line}`:\n{said}"));
                    continue;
                };
                let lines = body.lines().count();
                plain(
                    &said[at..]
                        .lines()
                        .take(lines)
                        .collect::<Vec<_>>()
                        .join("\n"),
                )
            }
            _ => continue,
        };
        shown += 1;
        // The guide leaves the last empty line of a printed page out.
        if now.trim_end() != body.trim_end() {
            blessed = blessed.replacen(block.body, &format!("{}\n", now.trim_end()), 1);
            wrong.push(format!(
                "the guide has\n{body}\nand the program says\n{now}"
            ));
        }
    }
    assert!(shown > 14, "only {shown} blocks were found");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(guide(), blessed).expect("room");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The scenarios that come with the game carry tests of their own, and keep them.
#[test]
fn the_tests_of_the_shipped_scenarios_hold() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = [
        "haishang.ron",
        "jingkang.ron",
        "shaoxing.ron",
        "tutorial/huangtiandang.ron",
    ];
    let paths = files.map(|file| folder.join(file).to_str().expect("a plain path").to_owned());
    let mut args = vec!["check", "--tests", "--deny", "warnings"];
    args.extend(paths.iter().map(String::as_str));
    let told = rivers(data.path(), &args).ends().code(0);
    let tests = told
        .out
        .split(" with ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    let tests: usize = tests.and_then(|n| n.parse().ok()).expect("their number");
    assert!(tests >= 19, "only {tests} tests were played");
}
