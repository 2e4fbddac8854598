//! Throws damaged scenario texts at the loader, the formatter and, where one still loads, at the rules.
//!
//! Texts are cut from the stage and from every shipped file, then broken: words dropped, doubled, exchanged, numbers blown up,
//! brackets lost or piled up, bytes flipped, pieces of one file put into another. Whatever comes out must be told of in
//! messages or play: no panic, no hang, no hunger for memory. Each text is known by a number and made anew from it.
//!
//! `cargo test --release --test fuzz` takes some thousand of them. The long run and one text alone:
//!
//! ```text
//! FUZZ_TEXTS=1000000 cargo test --release --test fuzz -- --nocapture
//! FUZZ_FROM=4711 FUZZ_TEXTS=1 cargo test --release --test fuzz -- --nocapture
//! ```

#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a test fails by panicking, and the long run says how it fares"
)]

mod common;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rivers_and_mountains::base::hash::hash_of;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::diagnostics::{render, source::Source};
use rivers_and_mountains::engine::Engine;
use rivers_and_mountains::policy::{Kind, act, table};
use rivers_and_mountains::scenario::layout::laid_out;
use rivers_and_mountains::scenario::load::load;

/// How many texts the run that everybody makes takes.
const SHORT: u64 = 4_000;
/// One text in this many is a whole shipped scenario, which takes a hundred times as long to read as the stage.
const WHOLE_IN: u64 = 400;
/// One text that loads in this many is played for some turns.
const PLAYED_IN: u64 = 4;
/// What the reading of any text may hold in memory, in MiB.
const MEMORY_MIB: u64 = 300;

/// Things that writers, editors and the ill-meaning put where they do not belong.
const STRANGE: [&str; 28] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "'",
    "/*",
    "*/",
    "//",
    "r#\"",
    "\\",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "江山",
    "🐎",
    "-1",
    "0",
    "99999999999999999999",
    "-9223372036854775808",
    "1e308",
    "NaN",
    "()",
    "Some(",
];

/// Draws without end, the same for the same number.
struct Draw(u64, u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.1 += 1;
        hash_of(&(self.0, self.1))
    }
    fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).expect("a length");
        usize::try_from(self.next() % n).expect("below a length")
    }
    fn one_in(&mut self, n: u64) -> bool {
        self.next().is_multiple_of(n)
    }
    fn of<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.below(list.len())]
    }
}

/// A text in its words, signs and blanks.
fn words(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        _ if c.is_alphanumeric() || c == '_' => 0,
        _ if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut out = Vec::new();
    let (mut start, mut last) = (0, 3);
    for (at, c) in text.char_indices() {
        if kind(c) != last || last == 2 {
            out.push(&text[start..at]);
            (start, last) = (at, kind(c));
        }
    }
    out.push(&text[start..]);
    out
}

/// The texts that are broken, each in its words, and the words of all.
struct Corpus {
    stage: BTreeMap<String, String>,
    shipped: BTreeMap<String, String>,
    /// Shipped scenarios by name.
    scenarios: Vec<&'static str>,
}

impl Corpus {
    fn read() -> Self {
        let mut shipped = common::texts("scenarios");
        shipped.extend(common::texts("scenarios/tutorial"));
        shipped.extend(common::texts("assets/new"));
        Self {
            stage: common::stage(),
            shipped,
            scenarios: vec![
                "huangtiandang.ron",
                "blank.ron",
                "jingkang.ron",
                "haishang.ron",
                "shaoxing.ron",
            ],
        }
    }
}

/// What stands between a bracket and its fellow, from somewhere in these words; at most some hundred words.
fn fragment<'t>(from: &[&'t str], draw: &mut Draw) -> Vec<&'t str> {
    let start = draw.below(from.len());
    let mut out = Vec::new();
    let mut depth = 0_i32;
    for word in from.iter().skip(start).take(400) {
        match *word {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            _ => {}
        }
        out.push(*word);
        if depth < 0 || (depth == 0 && *word == ",") {
            break;
        }
    }
    out
}

/// One text broken in one to six ways.
fn broken(text: &str, others: &[&[&str]], draw: &mut Draw) -> Vec<u8> {
    let mut list = words(text);
    let strange_long = "(".repeat(3_000);
    for _ in 0..=draw.below(6) {
        let at = draw.below(list.len());
        let run = (at + 1 + draw.below(12)).min(list.len());
        match draw.below(13) {
            0 => drop(list.drain(at..run)),
            1 => {
                let again: Vec<&str> = list[at..run].to_vec();
                drop(list.splice(at..at, again));
            }
            2 => {
                let other = draw.below(list.len());
                list.swap(at, other);
            }
            3 | 4 => {
                let other = draw.of(others);
                list[at] = draw.of(other);
            }
            5 => list[at] = draw.of(&STRANGE),
            6 => list.insert(at, draw.of(&STRANGE)),
            7 | 8 => {
                let other = draw.of(others);
                let piece = fragment(other, draw);
                drop(list.splice(at..at, piece));
            }
            9 => {
                // A number, if there is one near.
                if let Some(word) = list[at..]
                    .iter_mut()
                    .take(60)
                    .find(|word| word.parse::<u32>().is_ok())
                {
                    *word = draw.of(&[
                        "0",
                        "1",
                        "-1",
                        "101",
                        "65536",
                        "4294967296",
                        "18446744073709551615",
                        "1.5",
                    ]);
                }
            }
            10 => {
                let piece = fragment(&list.clone(), draw);
                let end = (at + piece.len()).min(list.len());
                drop(list.splice(at..end, piece));
            }
            11 if draw.one_in(8) => list.truncate(at),
            12 if draw.one_in(20) => list.insert(at, &strange_long),
            _ => {}
        }
        if list.is_empty() {
            list.push("");
        }
    }
    let mut bytes = list.concat().into_bytes();
    if draw.one_in(10) && !bytes.is_empty() {
        let at = draw.below(bytes.len());
        bytes[at] ^= u8::try_from(1 + draw.next() % 255).expect("a byte");
    }
    bytes
}

/// The text of this number: the files, and the name of the scenario among them.
fn made(corpus: &Corpus, pools: &[&[&str]], number: u64) -> (BTreeMap<String, String>, String) {
    let mut draw = Draw(number, 0);
    let whole = number % WHOLE_IN == WHOLE_IN - 1;
    let (mut files, main) = if whole {
        (
            corpus.shipped.clone(),
            draw.of(&corpus.scenarios).to_owned(),
        )
    } else {
        (corpus.stage.clone(), "stage.ron".to_owned())
    };
    // Mostly the scenario, now and then a table.
    let file = if draw.one_in(4) {
        let names: Vec<&String> = files
            .keys()
            .filter(|name| whole || **name != main)
            .collect();
        names[draw.below(names.len())].clone()
    } else {
        main.clone()
    };
    let bytes = broken(&files[&file], pools, &mut draw);
    // As the program reads files: what is no UTF-8 is told of before the loader sees it.
    files.insert(file, String::from_utf8_lossy(&bytes).into_owned());
    (files, main)
}

/// Loads, tells, lays out and plays; true when the text loaded.
fn digest(files: &BTreeMap<String, String>, main: &str, number: u64) -> bool {
    for (name, text) in files.iter().filter(|(name, _)| name.as_str() == main) {
        if let Ok(once) = laid_out(name, text) {
            let twice = laid_out(name, &once).expect("what was laid out can be read");
            assert_eq!(once, twice, "laying out twice changes nothing more");
        }
    }
    let told = |list: &[_]| {
        for diagnostic in list.iter().take(20) {
            let diagnostic: &rivers_and_mountains::diagnostics::Diagnostic = diagnostic;
            let source = files
                .get(&diagnostic.file)
                .map(|text| Source::new(&diagnostic.file, text.as_str()));
            assert!(!render::human(diagnostic, source.as_ref()).is_empty());
        }
    };
    let loaded = match load(main, files) {
        Ok(loaded) => loaded,
        Err(list) => {
            assert!(!list.is_empty(), "what does not load says why");
            told(&list);
            return false;
        }
    };
    told(&loaded.warnings);
    if number.is_multiple_of(PLAYED_IN) {
        let book = Arc::new(loaded.scenario);
        let mut engine = Engine::new(Arc::clone(&book), number);
        let named: Vec<_> = (0..book.courts.len())
            .map(|court| (CourtId::of(court), Kind::Random))
            .collect();
        let mut players = table(&book, number, &named);
        for _ in 0..12 {
            if engine.ended().is_some() {
                break;
            }
            for (court, player) in named.iter().map(|(court, _)| *court).zip(&mut players) {
                act(&mut engine, court, player.as_mut());
            }
            engine.end_turn();
        }
    }
    true
}

/// The most memory that this process ever held, where the system tells it, in MiB.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace()
        .nth(1)?
        .parse::<u64>()
        .ok()
        .map(|kib| kib / 1024)
}

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn damaged_texts_are_told_of_or_play() {
    let corpus = Corpus::read();
    let from = asked("FUZZ_FROM").unwrap_or(0);
    let count = asked("FUZZ_TEXTS").unwrap_or(SHORT);
    let pools: Vec<Vec<&str>> = corpus
        .stage
        .values()
        .chain(corpus.shipped.values())
        .map(|text| words(text))
        .collect();
    let pools: Vec<&[&str]> = pools.iter().map(Vec::as_slice).collect();
    let next = AtomicU64::new(from);
    let (loaded, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let wrong: Mutex<Vec<(u64, String)>> = Mutex::default();
    let slowest: Mutex<(Duration, u64)> = Mutex::default();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number - from >= count {
                        break;
                    }
                    let at = Instant::now();
                    let outcome = catch_unwind(AssertUnwindSafe(|| {
                        let (files, main) = made(&corpus, &pools, number);
                        digest(&files, &main, number)
                    }));
                    let took = at.elapsed();
                    let mut slow = slowest.lock().expect("nobody panics holding it");
                    *slow = (*slow).max((took, number));
                    drop(slow);
                    match outcome {
                        Ok(true) => drop(loaded.fetch_add(1, Ordering::Relaxed)),
                        Ok(false) => {}
                        Err(panic) => {
                            let said = panic
                                .downcast_ref::<String>()
                                .cloned()
                                .or_else(|| {
                                    panic.downcast_ref::<&str>().map(|text| (*text).to_owned())
                                })
                                .unwrap_or_default();
                            let mut wrong = wrong.lock().expect("nobody panics holding it");
                            wrong.push((number, said));
                            stop.store(wrong.len() >= 10, Ordering::Relaxed);
                        }
                    }
                }
            });
        }
    });
    let (took, number) = *slowest.lock().expect("nobody panics holding it");
    eprintln!(
        "{count} texts, {} loaded; the slowest, {number}, took {took:?}; memory {:?} MiB",
        loaded.load(Ordering::Relaxed),
        most_memory()
    );
    let wrong = wrong.into_inner().expect("nobody panics holding it");
    assert!(
        wrong.is_empty(),
        "FUZZ_FROM=<number> FUZZ_TEXTS=1 makes it again: {wrong:#?}"
    );
    assert!(
        loaded.load(Ordering::Relaxed) > 0 || count < SHORT,
        "some texts still load"
    );
    if let Some(most) = most_memory() {
        assert!(most < MEMORY_MIB, "{most} MiB");
    }
}
