//! The README's commands are the ones that CI runs and that the program has.

const README: &str = include_str!("../README.md");
const CI: &str = include_str!("../.ci/run");

/// The commands of the fenced blocks, in order.
fn commands() -> Vec<&'static str> {
    let mut inside = false;
    let mut out = Vec::new();
    for line in README.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if inside {
            out.push(line.split('#').next().unwrap_or(line).trim());
        }
    }
    out
}

#[test]
fn the_first_command_plays_and_the_second_tests() {
    assert_eq!(
        &commands()[..2],
        ["cargo run --release", "cargo test --release"]
    );
}

#[test]
fn ci_runs_the_test_command_as_the_readme_gives_it() {
    let test = commands()[1];
    assert!(
        CI.lines().any(|line| line == test),
        "`{test}` is not a line of .ci/run"
    );
}

#[test]
fn every_subcommand_the_readme_shows_exists() {
    for command in commands().iter().filter(|c| c.starts_with("rivers ")) {
        let sub = command.split_whitespace().nth(1).expect("a subcommand");
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_rivers"))
            .args([sub, "--help"])
            .output()
            .expect("rivers runs");
        assert!(out.status.success(), "`rivers {sub} --help` fails");
    }
}
