//! The writer's bench as a process: a file rewritten while its game is open, a matter sought out, values set by hand.
//!
//! Nothing here asserts how long anything takes: each step waits for words, as long as it must within a generous bound.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use rivers_and_mountains::journal::{Entry, read};

use super::{journals, rivers, stage};

/// A game that waits for what it is told, and what it has said so far.
struct Open {
    child: Child,
    input: Option<ChildStdin>,
    said: Receiver<Vec<u8>>,
    text: String,
    /// What of the text was looked at.
    seen: usize,
}

impl Open {
    fn start(data: &Path, args: &[&str]) -> Self {
        let mut child = rivers(data, args).command.spawn().expect("rivers starts");
        let input = child.stdin.take();
        let mut out = child.stdout.take().expect("piped");
        let (send, said) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n) = out.read(&mut bytes) {
                if n == 0 || send.send(bytes[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            input,
            said,
            text: String::new(),
            seen: 0,
        }
    }
    /// Types a line.
    fn types(&mut self, line: &str) {
        let input = self.input.as_mut().expect("it is open");
        writeln!(input, "{line}").expect("it listens");
        input.flush().expect("it listens");
    }
    /// Waits until it says this, after all it said before; gives what it said up to there.
    #[track_caller]
    fn says(&mut self, part: &str) -> String {
        // So long is nothing waited for that comes at all.
        let bound = Duration::from_secs(120);
        loop {
            if let Some(at) = self.text[self.seen..].find(part) {
                let end = self.seen + at + part.len();
                let told = self.text[self.seen..end].to_owned();
                self.seen = end;
                return told;
            }
            match self.said.recv_timeout(bound) {
                Ok(bytes) => self.text.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => panic!(
                    "`{part}` was never said after:\n{}",
                    &self.text[self.seen..]
                ),
            }
        }
    }
    /// Leaves, and ends well.
    fn leaves(mut self) {
        self.types("quit");
        self.says("rivers text");
        drop(self.input.take());
        assert!(self.child.wait().expect("it ends").success());
    }
}

/// The stage in a folder of its own, to be written on.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let from = stage();
        for file in std::fs::read_dir(from.parent().expect("a folder")).expect("it is there") {
            let path = file.expect("an entry").path();
            let name = path.file_name().expect("a name").to_owned();
            std::fs::copy(&path, folder.path().join(name)).expect("room");
        }
        Self { folder }
    }
    fn file(&self) -> PathBuf {
        self.folder.path().join("stage.ron")
    }
    fn named(&self) -> String {
        self.file().to_str().expect("a plain path").to_owned()
    }
    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }
    fn text(&self) -> String {
        std::fs::read_to_string(self.file()).expect("it is there")
    }
    /// Writes the file in place.
    fn save(&self, text: &str) {
        std::fs::write(self.file(), text).expect("room");
    }
    /// Puts a new file where the old one was, as many editors do.
    fn replace(&self, text: &str) {
        let beside = self.folder.path().join("stage.ron.new");
        std::fs::write(&beside, text).expect("room");
        std::fs::rename(&beside, self.file()).expect("it can be");
    }
}

#[test]
fn a_saved_file_is_read_anew_and_the_game_goes_on_in_the_same_xun() {
    let desk = Desk::new();
    let mut game = Open::start(
        &desk.data(),
        &["text", &desk.named(), "--watch", "--seed", "5"],
    );
    game.types("");
    game.says("song, 1 January 1126>");
    game.types("fortify huazhou");
    game.says("song, 1 January 1126>");
    game.types("end");
    game.says("song, 11 January 1126>");
    let first = journals(&desk.data());
    assert_eq!(first.len(), 1);

    // Mistakes are shown with their places, and the game goes on as it was.
    let whole = desk.text();
    desk.save(&whole.replace("legitimacy: 55", "legitimacy: 55, lein: 4"));
    let told = game.says("it was read before.");
    assert!(told.contains("has no field `lein`"), "{told}");
    assert!(told.contains("stage.ron:17:"), "{told}");
    game.says("song, 11 January 1126>");
    game.types("provision huazhou");
    game.says("song, 11 January 1126>");

    // The mistake is taken back: nothing has changed.
    desk.save(&whole);
    game.says("The mistakes are gone");

    // Half of a file harms nothing, and the other half makes it whole.
    let changed = whole
        .replace("(Silver, 4000000)", "(Silver, 4100000)")
        .replace("name: \"Song\"", "name: \"The Song\"");
    desk.save(&changed[..changed.len() / 2]);
    game.says("it was read before.");
    desk.replace(&changed);
    game.says("The scenario was read anew. The game goes on in xun 2");
    game.says("song, 11 January 1126>");
    game.types("treasury");
    game.says("song, 11 January 1126>");

    // All of the old journal is in the new one, and one is left.
    let after = journals(&desk.data());
    assert_eq!(after.len(), 1);
    assert_ne!(after, first);
    let asked = |court: &str| {
        let journal = read(&after[0]).expect("a journal");
        let entries = journal.entries.into_iter();
        entries
            .filter(|l| matches!(&l.entry, Entry::Ask { court: by, .. } if by == court))
            .count()
    };
    assert_eq!(asked("song"), 2);

    // A neighbouring table belongs to the scenario too.
    let people = desk.folder.path().join("stage_people.ron");
    let text = std::fs::read_to_string(&people).expect("it is there");
    std::fs::write(&people, format!("{text}\n// looked over\n")).expect("room");
    game.says("The scenario was read anew. The game goes on in xun 2");
    game.leaves();
    // And the game can be gone on with.
    let last = journals(&desk.data());
    rivers(
        &desk.data(),
        &[
            "text",
            &desk.named(),
            "--resume",
            last[0].to_str().expect("a plain path"),
        ],
    )
    .says("quit\n")
    .ends()
    .code(0)
    .out("11 January 1126");
}

#[test]
fn what_no_longer_applies_is_named_and_the_game_goes_on_from_there() {
    let desk = Desk::new();
    let mut game = Open::start(
        &desk.data(),
        &["text", &desk.named(), "--watch", "--seed", "5"],
    );
    game.types("");
    game.types("end");
    game.says("song, 11 January 1126>");
    game.types("raise southern_relief");
    game.says("song, 11 January 1126>");
    game.types("end");
    game.says("song, 21 January 1126>");
    let whole = desk.text();
    let from = whole
        .find("            Army(id: \"southern_relief\"")
        .expect("it is there");
    let until = from + whole[from..].find('\n').expect("a line");
    let without = format!("{}{}", &whole[..from], &whole[until + 1..]);
    desk.replace(&without);
    game.says("The game goes on in xun 2");
    let told = game.says("the journal of the game as it was is kept.");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("in xun 2, 11 January 1126"), "{told}");
    assert!(told.contains("southern_relief"), "{told}");
    game.says("song, 11 January 1126>");
    assert_eq!(journals(&desk.data()).len(), 2);
    game.leaves();
}

#[test]
fn a_matter_is_sought_out_and_such_a_game_counts_as_no_play() {
    let desk = Desk::new();
    let mut game = Open::start(
        &desk.data(),
        &["text", &desk.named(), "--show", "accept_terms"],
    );
    game.says("lies before Song on");
    game.says("is not carried on.");
    // It is said under the council's page, right above the line where one types.
    let told = game.says("song, ");
    assert!(!told.contains("COUNCIL"), "{told}");
    game.types("show");
    game.says("is laid when");
    game.types("set treasury silver 17");
    game.says("Set by hand: Song has 17 taels of silver.");
    game.types("set loyalty li_gang many");
    game.says("a number was wanted there");
    // What stands where a court may be left out is read as far as it goes; what it is now is said with it.
    game.types("set treasury silver lots");
    let told = game.says("Now: Song has 17 taels of silver.");
    assert!(told.contains("at “lots”; a number was wanted"), "{told}");
    game.types("set treasury sogn silver 5");
    game.says("at “sogn silver 5”; a court was wanted");
    game.types("set morale southern_relief 40");
    let told = game.says("its morale is “spirit”");
    assert!(told.contains("a place was wanted"), "{told}");
    game.types("set loyalty li gang 101");
    game.says("The number must lie from 0 to 100");
    game.types("show stay_or_go");
    game.says("“To stay or to go” lies before");
    game.leaves();
    let all = journals(&desk.data());
    assert_eq!(all.len(), 2);
    let journal = read(&all[0]).expect("a journal");
    let set = journal
        .entries
        .iter()
        .filter(|l| matches!(l.entry, Entry::Set { .. }));
    assert!(set.count() >= 2);
    rivers(
        &desk.data(),
        &["text", &desk.named(), "--show", "accept_trems"],
    )
    .ends()
    .code(2)
    .err("did you mean `accept_terms`?");
    rivers(
        &desk.data(),
        &[
            "text",
            &desk.named(),
            "--show",
            "accept_terms",
            "--seed",
            "3",
        ],
    )
    .ends()
    .code(2)
    .err("leave `--seed` out");
    rivers(&desk.data(), &["text", "jingkang", "--watch"])
        .ends()
        .code(2)
        .err("needs the path of a file");
}

/// An overlay that is saved is read anew as the scenario is, and its mistakes are shown.
#[test]
fn a_saved_overlay_is_read_anew() {
    let desk = Desk::new();
    rivers(&desk.data(), &["translate", &desk.named(), "--lang", "es"])
        .ends()
        .code(0);
    let overlay = desk.folder.path().join("stage.es.ftl");
    let begun = std::fs::read_to_string(&overlay).expect("it was written");
    let mut game = Open::start(
        &desk.data(),
        &[
            "text",
            &desk.named(),
            "--watch",
            "--seed",
            "5",
            "--lang",
            "es",
        ],
    );
    game.types("");
    game.says("song, 1 January 1126>");
    let (head, rest) = begun
        .split_once("# post-chief_councillor-title = ")
        .expect("it is there");
    let (was, rest) = rest.split_once("\n#     .of = ").expect("it has a mark");
    assert_eq!(was, "senior chief councillor");
    let filled = format!("{head}post-chief_councillor-title = primer consejero\n    .of = {rest}");
    std::fs::write(&overlay, filled).expect("room");
    game.says("The game goes on in xun 1");
    game.says("song, 1 January 1126>");
    game.types("posts");
    game.says("Primer consejero");
    game.says("song, 1 January 1126>");
    // One that says nothing new of a text that there is not: a warning, and the same words.
    let text = std::fs::read_to_string(&overlay).expect("it is there");
    std::fs::write(
        &overlay,
        format!("{text}\nno-such-text = Nada\n    .of = 0\n"),
    )
    .expect("room");
    game.says("overlay-unused");
    game.says("can be played, with 2 warnings");
    game.leaves();
}

/// A run that ends because it has run long enough says so; one that something stopped does not.
#[test]
fn a_run_that_comes_to_its_limit_says_so() {
    let desk = Desk::new();
    let ended = rivers(
        &desk.data(),
        &["text", &desk.named(), "--court", "jin", "--seed", "5"],
    )
    .says("\nrun\nrun\nquit\n")
    .ends()
    .code(0);
    let limit = "xun have passed, and nothing needed you";
    let whole = ended.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(whole.matches(limit).count(), 1, "{}", ended.out);
    let after = whole.split_once(limit).expect("it is there").1;
    assert!(!after.starts_with("COUNCIL"));
    assert!(after.contains("jin, 1 April 1126>"));
}

/// Without a bench `set` and `show` are no commands: nobody stumbles on them.
#[test]
fn a_game_that_is_played_knows_no_bench() {
    let desk = Desk::new();
    let ended = rivers(&desk.data(), &["text", &desk.named(), "--seed", "5"])
        .says("\nset treasury silver 17\nshow\n? bench\nquit\n")
        .ends()
        .code(0);
    assert!(!ended.out.contains("by hand"), "{}", ended.out);
    let journal = read(&journals(&desk.data())[0]).expect("a journal");
    assert!(journal.entries.is_empty());
}
