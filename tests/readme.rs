//! The README's commands are the ones that CI runs and that the program has.

const README: &str = include_str!("../README.md");
const RECIPES: &str = include_str!("../recipes/README.md");
const CI: &str = include_str!("../.ci/run");

/// The commands of the fenced blocks, in order.
fn commands() -> Vec<&'static str> {
    commands_of(README)
}

fn commands_of(page: &'static str) -> Vec<&'static str> {
    let mut inside = false;
    let mut out = Vec::new();
    for line in page.lines() {
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
fn every_subcommand_that_is_shown_exists_and_knows_the_options_shown_with_it() {
    let all = [README, RECIPES].map(commands_of).concat();
    let own = |command: &&&str| command.starts_with("rivers ");
    let mut shown = 0;
    for command in all.iter().filter(own) {
        let mut words = command.split_whitespace().skip(1);
        let sub = words.next().expect("a subcommand");
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_rivers"))
            .args([sub, "--help"])
            .output()
            .expect("rivers runs");
        assert!(out.status.success(), "`rivers {sub} --help` fails");
        let help = String::from_utf8_lossy(&out.stdout).into_owned();
        for option in words.filter(|word| word.starts_with("--")) {
            shown += 1;
            assert!(
                help.contains(option),
                "`rivers {sub}` has no `{option}`: {command}"
            );
        }
    }
    assert!(shown > 20, "{shown}");
}
