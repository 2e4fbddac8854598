//! Holds the chronicles of a few games to the letter: record against record, event by event.
//!
//! The stage is kept whole, one line for each event told; of Jingkang only the hash of each turn, the ending and the
//! checkpoints. Where rules or scenarios change on purpose, bless the new chronicles and read what changed:
//!
//! ```sh
//! BLESS=1 cargo test --release --no-default-features --test golden && git diff tests/golden
//! ```
//!
//! A mismatch leaves the new text beside the old one, as `*.new`, and shows the first lines that differ.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::engine::Engine;
use rivers_and_mountains::events::Event;
use rivers_and_mountains::policy::{self, Kind};
use rivers_and_mountains::record;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;

fn book(folder: &str, name: &str) -> Arc<Scenario> {
    let files = common::texts(folder);
    let loaded =
        load(name, &files).unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
    Arc::new(loaded.scenario)
}

/// Plays to the end, the two great courts by the record; `turn` is called as each closes.
fn play(book: &Arc<Scenario>, seed: u64, mut turn: impl FnMut(&Engine)) -> Engine {
    let seats: Vec<_> = ["song", "jin"]
        .iter()
        .map(|id| (book.court(id).expect("a court"), Kind::Record))
        .collect();
    let mut engine = Engine::new(book.clone(), seed);
    let mut players = policy::table(book, seed, &seats);
    while engine.ended().is_none() {
        for (i, player) in players.iter_mut().enumerate() {
            policy::act(&mut engine, CourtId::of(i), player.as_mut());
        }
        engine.end_turn();
        turn(&engine);
    }
    engine
}

/// The written form of an event with `PlaceId(3)` and its like replaced by the names in the file. Options are named by their decision.
fn named(book: &Scenario, event: &Event) -> String {
    if let Event::Chose { decision, option } = *event {
        let matter = &book.decisions[decision.index()];
        return format!("Chose {}: {}", matter.id, matter.options[option.index()].id);
    }
    let text = format!("{event:?}");
    let name = |kind: &str, n: usize| -> Option<&str> {
        Some(match kind {
            "PlaceId" => &book.atlas.places[n].id,
            "PersonId" => &book.people[n].id,
            "CourtId" => &book.courts[n].id,
            "ArmyId" => &book.armies[n].id,
            "PostId" => &book.posts[n].id,
            "FactId" => &book.facts[n].id,
            "DraftId" => &book.drafts[n].id,
            "DecisionId" => &book.decisions[n].id,
            "IncidentId" => &book.incidents[n].id,
            "CheckpointId" => &book.checkpoints[n].id,
            "EndingId" => &book.endings[n].id,
            _ => return None,
        })
    };
    let (mut out, mut rest) = (String::new(), text.as_str());
    while let Some(at) = rest.find("Id(") {
        let start = rest[..at]
            .rfind(|c: char| !c.is_ascii_alphanumeric())
            .map_or(0, |i| i + 1);
        let end = at + rest[at..].find(')').expect("it is closed");
        let known = rest[at + 3..end]
            .parse()
            .ok()
            .and_then(|n| name(&rest[start..at + 2], n));
        match known {
            Some(known) => {
                out.push_str(&rest[..start]);
                out.push_str(known);
            }
            None => out.push_str(&rest[..=end]),
        }
        rest = &rest[end + 1..];
    }
    out + rest
}

fn chronicle(engine: &Engine) -> String {
    let book = engine.book();
    let mut out = String::new();
    for entry in engine.chronicle() {
        let line = named(book, &entry.event);
        writeln!(out, "{} {line}", book.day(entry.turn)).expect("a string takes it");
    }
    out
}

fn checkpoints(engine: &Engine) -> String {
    let book = engine.book();
    let mut out = String::new();
    for outcome in record::outcomes(engine) {
        let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
        let day = outcome
            .happened
            .map_or_else(|| "never".to_owned(), |day| day.to_string());
        let held = if outcome.within { "within" } else { "outside" };
        writeln!(out, "checkpoint {}: {day}, {held}", checkpoint.id).expect("a string takes it");
    }
    out
}

/// Compares with the golden file, or writes it where `BLESS` is set.
fn golden(name: &str, text: &str) {
    let path = common::folder("tests/golden").join(name);
    let new = path.with_extension("txt.new");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).expect("the golden file can be written");
        fs::remove_file(&new).ok();
        return;
    }
    let old = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if old == text {
        fs::remove_file(&new).ok();
        return;
    }
    fs::write(&new, text).expect("the new text can be written");
    let mut shown = String::new();
    let (mut left, mut right) = (old.lines(), text.lines());
    let (mut line, mut differ) = (0, 0);
    while differ < 6 {
        line += 1;
        match (left.next(), right.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                differ += 1;
                for (sign, text) in [('-', a), ('+', b)] {
                    if let Some(text) = text {
                        writeln!(shown, "{line:>5} {sign} {text}").expect("a string takes it");
                    }
                }
            }
        }
    }
    panic!(
        "{name} is not what it was:\n{shown}\nThe new text is in {}.\nIf the change is meant, run with BLESS=1.",
        new.file_name().unwrap_or_default().display()
    );
}

fn stage(seed: u64) {
    let book = book("tests/stage", "stage.ron");
    let engine = play(&book, seed, |_| {});
    let text = chronicle(&engine) + &checkpoints(&engine);
    golden(&format!("stage_{seed}.txt"), &text);
}

#[test]
fn the_stage_by_the_record_under_seed_1() {
    stage(1);
}

#[test]
fn the_stage_by_the_record_under_seed_2() {
    stage(2);
}

#[test]
fn jingkang_by_the_record_under_seed_1() {
    let book = book("scenarios", "jingkang.ron");
    let mut text = String::new();
    let engine = play(&book, 1, |engine| {
        writeln!(text, "{} {:016x}", engine.day(), engine.hash()).expect("a string takes it");
    });
    let ending = engine.ended().expect("it has ended");
    writeln!(text, "ending {}", book.endings[ending.index()].id).expect("a string takes it");
    text += &checkpoints(&engine);
    golden("jingkang_1.txt", &text);
}

/// Everything an event names is named in the chronicle.
#[test]
fn names_stand_for_ids() {
    let book = book("tests/stage", "stage.ron");
    let event = Event::Appointed {
        person: book.person("li_gang").expect("a person"),
        post: book.post("capital_defence").expect("a post"),
    };
    assert_eq!(
        named(&book, &event),
        "Appointed { person: li_gang, post: capital_defence }"
    );
}
