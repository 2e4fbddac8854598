//! The plug is pulled at two hundred random instants, and nothing decided is lost.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use rivers_and_mountains::journal::{Entry, open_for_append, read};

use super::{journals, rivers, stage};

/// What the player types each turn, over and over.
const TYPED: &str = "\nfortify huazhou\nprovision huazhou\nundo\nprovision zhending\nend\nend\n";

/// How the game says that something took effect.
const DONE: [&str; 2] = ["Written in the journal", "Taken back:"];

/// Numbers from a fixed start, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

fn start(data: &Path, journal: Option<&Path>) -> Child {
    let stage = stage();
    let stage = stage.to_str().expect("a plain path");
    let mut rivers = match journal {
        Some(journal) => rivers(
            data,
            &[
                "text",
                stage,
                "--resume",
                journal.to_str().expect("a plain path"),
            ],
        ),
        None => rivers(data, &["text", stage, "--seed", "5"]),
    };
    rivers
        .command
        .stderr(Stdio::null())
        .spawn()
        .expect("rivers starts")
}

/// Lines of a journal by which a person did something.
fn deeds(path: &Path) -> usize {
    let journal = read(path).unwrap_or_else(|error| panic!("{error}"));
    journal.entries.iter().filter(|line| matches!(&line.entry, Entry::Ask { court, .. } | Entry::Undo { court, .. } if court == "song")).count()
}

#[test]
fn killed_at_two_hundred_instants_nothing_decided_is_lost() {
    let data = tempfile::tempdir().unwrap();
    let mut dice = Dice(1126);
    let (mut resumed, mut torn, mut done_in_all) = (0, 0, 0);
    for n in 0..200 {
        let there = journals(data.path());
        let last = there.last().cloned().filter(|path| !over(path));
        let before = last.as_deref().map_or(0, deeds);
        resumed += usize::from(last.is_some());
        let mut child = start(data.path(), last.as_deref());
        let (mut input, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let typist = std::thread::spawn(move || {
            use std::io::Write;
            while input.write_all(TYPED.as_bytes()).is_ok() {}
        });
        let (first, began) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            let (mut text, mut some) = (Vec::new(), [0; 4096]);
            while let Ok(n) = output.read(&mut some)
                && n > 0
            {
                text.extend_from_slice(&some[..n]);
                // Nobody may be waiting for it any more.
                let _ = first.send(());
            }
            String::from_utf8_lossy(&text).into_owned()
        });
        // A third while it starts, the others while it is played.
        if n % 3 != 0 {
            let _ = began.recv();
        }
        std::thread::sleep(Duration::from_micros(dice.below(if n % 3 == 0 {
            30_000
        } else {
            25_000
        })));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        typist.join().unwrap();
        let said = reader.join().unwrap();
        let done: usize = DONE.iter().map(|word| said.matches(word).count()).sum();
        done_in_all += done;
        let Some(path) = journals(data.path()).pop() else {
            assert_eq!(done, 0, "kill {n}");
            continue;
        };
        match read(&path) {
            // Killed while the file itself was being begun: nothing was decided in it.
            Err(_) => {
                assert_eq!(done, 0, "kill {n}: {said}");
                std::fs::remove_file(&path).unwrap();
            }
            Ok(journal) => {
                torn += journal.repairs.len();
                // Killed before a new game was begun, the last one is as it was.
                let before = if !there.contains(&path) {
                    0
                } else if last.is_none() {
                    deeds(&path)
                } else {
                    before
                };
                let kept = deeds(&path) - before;
                assert!(
                    kept == done || kept == done + 1,
                    "kill {n}: {done} things were said to be done, and {kept} are kept"
                );
                drop(open_for_append(&path).unwrap_or_else(|error| panic!("kill {n}: {error}")));
            }
        }
    }
    assert!(
        // How many games are resumed rather than begun anew hangs on the machine; some must be, or nothing was tried.
        resumed > 15 && done_in_all > 50,
        "resumed {resumed}, done {done_in_all}, torn {torn}"
    );
    for path in journals(data.path()) {
        rivers(
            data.path(),
            &["replay", path.to_str().unwrap(), stage().to_str().unwrap()],
        )
        .ends()
        .code(0)
        .out("the very state");
    }
}

/// Whether the game of this journal has ended.
fn over(path: &Path) -> bool {
    read(path).is_ok_and(|journal| {
        journal
            .entries
            .iter()
            .any(|line| matches!(line.entry, Entry::TurnEnded { turn: 14, .. }))
    })
}
