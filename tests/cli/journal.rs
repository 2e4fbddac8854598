//! The journal by itself: what is read, what is refused, what a full disk does, what a changed scenario does.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::engine::{Ask, Engine};
use rivers_and_mountains::journal::{
    BadJournal, Edition, Entry, Header, Journal, JournalError, Note, Recorder, Repair, ReplayError,
    Sink, Unknown, Writer, create, open_for_append, parse, read, replay, replay_watched,
    resolved_ask, take_back, written_ask,
};
use rivers_and_mountains::orders::Order;
use rivers_and_mountains::policy::{self, Kind, Player};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;

/// The stage's texts by name.
fn texts() -> BTreeMap<String, String> {
    let folder = super::stage().parent().unwrap().to_owned();
    let files = std::fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "ron"));
    files
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read_to_string(path).unwrap(),
            )
        })
        .collect()
}

/// The stage with one word written otherwise throughout.
fn changed(from: &str, to: &str) -> Arc<Scenario> {
    let texts: BTreeMap<String, String> = texts()
        .into_iter()
        .map(|(name, text)| (name, text.replace(from, to)))
        .collect();
    let loaded =
        load("stage.ron", &texts).unwrap_or_else(|wrong| panic!("{from} → {to}: {wrong:?}"));
    assert_ne!(
        loaded.scenario.content_hash, BOOK.content_hash,
        "nothing was changed"
    );
    Arc::new(loaded.scenario)
}

static BOOK: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    Arc::new(
        load("stage.ron", &texts())
            .expect("the stage loads")
            .scenario,
    )
});

fn header(seed: u64, song: &str) -> Header {
    let seats = BOOK
        .courts
        .iter()
        .map(|c| {
            (
                c.id.clone(),
                if c.id == "song" { song } else { "random" }.to_owned(),
            )
        })
        .collect();
    Header::new("stage", BOOK.content_hash, seed, seats)
}

/// A sink in memory that has only so much room.
#[derive(Clone, Default)]
struct Disk {
    bytes: Vec<u8>,
    room: Option<usize>,
    /// Whether it also fails to cut a torn end off.
    stuck: bool,
    syncs: Rc<Cell<usize>>,
}

impl Sink for Disk {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        let fits = self.room.map_or(bytes.len(), |room| {
            room.saturating_sub(self.bytes.len()).min(bytes.len())
        });
        self.bytes.extend_from_slice(&bytes[..fits]);
        if fits < bytes.len() {
            Err(io::ErrorKind::StorageFull.into())
        } else {
            Ok(())
        }
    }
    fn sync(&mut self) -> io::Result<()> {
        self.syncs.set(self.syncs.get() + 1);
        Ok(())
    }
    fn cut(&mut self, len: u64) -> io::Result<()> {
        if self.stuck {
            return Err(io::ErrorKind::Other.into());
        }
        self.bytes.truncate(usize::try_from(len).unwrap());
        Ok(())
    }
}

/// A whole game of random players under a seed, and the bytes of its journal. Song is a person who asks at random and now and then takes back.
fn game(seed: u64) -> (Engine, Vec<u8>) {
    let writer = Writer::begin(
        Disk::default(),
        Path::new("memory"),
        &header(seed, "person"),
    )
    .unwrap();
    let mut recorder = Recorder::new(writer, BOOK.clone());
    let seats: Vec<(CourtId, Kind)> = (0..BOOK.courts.len())
        .map(|c| (CourtId::of(c), Kind::Random))
        .collect();
    let mut players = policy::table(&BOOK, seed, &seats);
    let mut engine = Engine::new(BOOK.clone(), seed);
    while engine.ended().is_none() {
        let (opening, turn) = (engine.save(), engine.turn());
        let mut standing: Vec<(CourtId, Ask)> = Vec::new();
        for ask in asked(&engine, CourtId::of(0), players[0].as_mut()) {
            recorder.ask(turn, CourtId::of(0), &ask).unwrap();
            engine.submit(CourtId::of(0), &ask).unwrap();
            standing.push((CourtId::of(0), ask));
        }
        if (seed + u64::from(turn.0)).is_multiple_of(3)
            && let Some(back) = take_back(&opening, &BOOK, &mut standing, Some(CourtId::of(0)))
        {
            recorder.undo(turn, CourtId::of(0)).unwrap();
            engine = back;
        }
        let mut moves = Vec::new();
        for (i, player) in players.iter_mut().enumerate().skip(1) {
            moves.extend(
                policy::act(&mut engine, CourtId::of(i), player.as_mut())
                    .into_iter()
                    .map(|ask| (CourtId::of(i), ask)),
            );
        }
        engine.end_turn();
        recorder.turn_closed(turn, &moves, engine.hash()).unwrap();
    }
    (engine, recorder.into_writer().into_sink().bytes)
}

/// What a player would do now, tried on a copy.
fn asked(engine: &Engine, court: CourtId, player: &mut dyn Player) -> Vec<Ask> {
    policy::act(&mut engine.fork(), court, player)
}

fn parsed(bytes: &[u8]) -> Journal {
    parse(bytes).expect("a journal").0
}

#[test]
fn a_journal_plays_again_to_the_same_hash_every_turn() {
    for seed in 1..=12 {
        let (engine, bytes) = game(seed);
        let journal = parsed(&bytes);
        assert!(journal.repairs.is_empty());
        let mut seen = 0;
        let played = replay_watched(&BOOK, &journal, |_| seen += 1).expect("it replays");
        assert_eq!(played.engine.hash(), engine.hash());
        assert_eq!(
            (played.proven, played.turns, seen),
            (15, 15, 15),
            "seed {seed}"
        );
        assert!(!played.migrated && played.notes.is_empty());
    }
    let undone = (1..=12)
        .map(|seed| {
            String::from_utf8(game(seed).1)
                .unwrap()
                .matches("undo")
                .count()
        })
        .sum::<usize>();
    assert!(undone > 10, "only {undone} asks were taken back");
}

#[test]
fn it_is_written_in_names() {
    let (_, bytes) = game(1);
    let text = String::from_utf8(bytes).unwrap();
    let first = text.lines().next().unwrap();
    assert!(
        first.starts_with(r#"{"journal":1,"scenario":"stage","content":""#),
        "{first}"
    );
    assert!(text.lines().skip(1).all(|line| {
        ["{\"turn\":", "{\"turn_ended\":"]
            .iter()
            .any(|start| line.starts_with(start))
    }));
    // What is asked for hangs on the seed; among a few there is everything.
    let all: String = (1..=6)
        .map(|seed| String::from_utf8(game(seed).1).unwrap())
        .collect();
    assert!(
        all.contains(r#""order":{""#)
            && all.contains(r#""choose":{"decision":""#)
            && all.contains("jin_")
    );
}

#[test]
fn every_order_of_the_scenario_goes_to_names_and_back() {
    for dated in &BOOK.record {
        for order in &dated.orders {
            let ask = Ask::Order(order.clone());
            let asked = written_ask(&ask, &BOOK);
            assert_eq!(
                resolved_ask("song", &asked, &BOOK),
                Ok((CourtId::of(0), ask))
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Cut anywhere, what is whole is read and replays; only the torn line is missing.
    #[test]
    fn torn_at_any_byte(seed in 1_u64..5, at in 0.0_f64..1.0) {
        let (_, bytes) = game(seed);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let cut = (bytes.len() as f64 * at) as usize;
        let whole = bytes[..cut].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
        match parse(&bytes[..cut]) {
            Err(bad) => prop_assert_eq!((bad, whole), (BadJournal::Empty, 0)),
            Ok((journal, len)) => {
                prop_assert_eq!(len, whole as u64);
                let lines = bytes[..whole].iter().filter(|b| **b == b'\n').count();
                prop_assert_eq!(journal.entries.len() + 1, lines);
                let torn = Repair::TornTail { line: lines + 1, bytes: (cut - whole) as u64 };
                prop_assert_eq!(&journal.repairs, &if cut > whole { vec![torn] } else { vec![] });
                prop_assert!(replay(&BOOK, &journal).is_ok());
            }
        }
    }

    /// Any one byte changed: either it is refused, or it never comes to another state unnoticed.
    #[test]
    fn one_wrong_byte_is_never_taken_silently(seed in 1_u64..5, at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let (engine, mut bytes) = game(seed);
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        if let Ok((journal, _)) = parse(&bytes)
            && journal.header == header(seed, "person")
            && journal.repairs.is_empty()
            && let Ok(played) = replay(&BOOK, &journal)
        {
            prop_assert_eq!(played.engine.hash(), engine.hash());
        }
    }
}

#[test]
fn a_broken_line_in_the_middle_is_refused_with_its_number() {
    let (_, bytes) = game(2);
    let text = String::from_utf8(bytes).unwrap();
    let with = |number: usize, line: &str| {
        let lines: Vec<&str> = text
            .lines()
            .enumerate()
            .map(|(i, old)| if i + 1 == number { line } else { old })
            .collect();
        parse((lines.join("\n") + "\n").as_bytes())
    };
    for line in [
        "",
        "{",
        "null",
        "{\"turn\":1}",
        "{\"turn\":0,\"court\":\"song\",\"undo\":false}",
        "{\"turn_ended\":0,\"hash\":\"xyz\"}",
        "{\"turn\":0,\"cuort\":\"song\"}",
    ] {
        match with(5, line) {
            Err(BadJournal::Line { number: 5, message }) => {
                assert!(!message.contains(" line "), "{message}")
            }
            other => panic!("{line}: {other:?}"),
        }
    }
    assert!(matches!(with(1, "{}"), Err(BadJournal::Header(_))));
    assert_eq!(
        with(1, r#"{"journal":2,"program":"9.0.0","new":1}"#),
        Err(BadJournal::Format {
            found: 2,
            by: " (9.0.0)".to_owned()
        })
    );
    assert_eq!(parse(b""), Err(BadJournal::Empty));
    assert_eq!(parse(b"{\"journal\":1,\"sce"), Err(BadJournal::Empty));
}

#[test]
fn a_tail_of_zeros_is_a_torn_tail() {
    let (_, mut bytes) = game(2);
    let whole = bytes.len() as u64;
    bytes.extend([0; 30]);
    let (journal, len) = parse(&bytes).unwrap();
    assert_eq!((len, journal.repairs.len()), (whole, 1));
    bytes.push(b'\n');
    assert_eq!(parse(&bytes).unwrap().1, whole);
}

#[test]
fn a_line_that_does_not_fit_leaves_nothing_behind_and_nothing_undone() {
    let (_, whole) = game(3);
    let lines: Vec<Entry> = parsed(&whole)
        .entries
        .into_iter()
        .map(|line| line.entry)
        .collect();
    for room in (200..whole.len()).step_by(97) {
        let disk = Disk {
            room: Some(room),
            ..Disk::default()
        };
        let Ok(mut writer) =
            Writer::begin(disk, Path::new("saves/one.jsonl"), &header(3, "person"))
        else {
            continue;
        };
        let failed = lines
            .iter()
            .find_map(|entry| writer.append(entry).err())
            .expect("the disk is too small");
        let JournalError::Unwritten { .. } = &failed else {
            panic!("{failed:?}")
        };
        assert!(failed.to_string().contains("saves/one.jsonl"), "{failed}");
        let mut disk = writer.into_sink();
        assert!(
            disk.bytes.len() <= room
                && whole.starts_with(&disk.bytes)
                && disk.bytes.ends_with(b"\n")
        );
        assert!(replay(&BOOK, &parsed(&disk.bytes)).is_ok());
        disk.room = None;
    }
}

#[test]
fn a_writer_goes_on_once_there_is_room_again_and_syncs_every_line() {
    let (_, whole) = game(3);
    let journal = parsed(&whole);
    let syncs = Rc::new(Cell::new(0));
    let disk = Disk {
        syncs: syncs.clone(),
        ..Disk::default()
    };
    let mut writer = Writer::begin(disk, Path::new("memory"), &journal.header).unwrap();
    for line in &journal.entries {
        writer.append(&line.entry).unwrap();
    }
    assert_eq!(syncs.get(), journal.entries.len() + 1);
    assert_eq!(writer.into_sink().bytes, whole);
}

#[test]
fn a_torn_end_that_stays_is_cut_by_the_next_reader() {
    let disk = Disk {
        room: Some(600),
        stuck: true,
        ..Disk::default()
    };
    let mut writer = Writer::begin(disk, Path::new("memory"), &header(3, "person")).unwrap();
    while writer
        .append(&Entry::TurnEnded { turn: 0, hash: 1 })
        .is_ok()
    {}
    let bytes = writer.into_sink().bytes;
    assert_eq!(bytes.len(), 600);
    assert_eq!(parsed(&bytes).repairs.len(), 1);
}

#[test]
fn a_journal_on_the_disk_is_begun_locked_mended_and_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.jsonl");
    let (engine, bytes) = game(4);
    let journal = parsed(&bytes);
    let mut writer = create(&path, &journal.header).unwrap();
    assert!(
        matches!(create(&path, &journal.header), Err(JournalError::Io { .. })),
        "never over another"
    );
    assert!(
        matches!(open_for_append(&path), Err(JournalError::Locked(_))),
        "one writer at a time"
    );
    let half = journal.entries.len() / 2;
    for line in &journal.entries[..half] {
        writer.append(&line.entry).unwrap();
    }
    drop(writer);
    let len = std::fs::metadata(&path).unwrap().len();
    let file = std::fs::OpenOptions::new()
        .append(true)
        .open(&path)
        .unwrap();
    io::Write::write_all(&mut &file, b"{\"turn\":3,\"cou").unwrap();
    drop(file);
    assert_eq!(
        read(&path).unwrap().repairs,
        [Repair::TornTail {
            line: half + 2,
            bytes: 14
        }]
    );

    let (mut writer, mended) = open_for_append(&path).unwrap();
    let computers = journal.entries[..half]
        .iter()
        .rev()
        .take_while(|line| matches!(&line.entry, Entry::Ask { court, .. } if court != "song"))
        .count();
    assert_eq!(mended.entries.len(), half - computers);
    assert!(std::fs::metadata(&path).unwrap().len() <= len);
    for line in &journal.entries[half - computers..] {
        writer.append(&line.entry).unwrap();
    }
    drop(writer);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(
        replay(&BOOK, &read(&path).unwrap()).unwrap().engine.hash(),
        engine.hash()
    );
}

#[test]
fn unfinished_moves_of_computer_players_are_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.jsonl");
    let (_, bytes) = game(5);
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    // Cut right before a turn's end that other courts' moves stand before.
    let end = (1..lines.len())
        .rfind(|i| lines[*i].contains("turn_ended") && lines[*i - 1].contains("\"jin\""))
        .expect("jin acts");
    std::fs::write(&path, lines[..end].join("\n") + "\n").unwrap();
    let (_, journal) = open_for_append(&path).unwrap();
    assert!(
        matches!(journal.repairs[..], [Repair::HalfTurn { .. }]),
        "{:?}",
        journal.repairs
    );
    assert!(replay(&BOOK, &read(&path).unwrap()).is_ok());
    assert!(read(&path).unwrap().repairs.is_empty());
}

fn mend() -> Ask {
    Ask::Order(Order::Fortify {
        place: BOOK.place("huazhou").unwrap(),
    })
}

fn entry(turn: u16, ask: &Ask) -> Entry {
    Entry::Ask {
        turn,
        court: "song".to_owned(),
        asked: written_ask(ask, &BOOK),
    }
}

#[test]
fn a_wrong_hash_a_wrong_turn_and_a_refused_ask_are_named() {
    let song = CourtId::of(0);
    let mut engine = Engine::new(BOOK.clone(), 9);
    engine.submit(song, &mend()).expect("walls can be mended");
    engine.end_turn();
    let good = Entry::TurnEnded {
        turn: 0,
        hash: engine.hash(),
    };
    let bad = Entry::TurnEnded { turn: 1, hash: 1 };
    let play = |entries: Vec<Entry>| {
        replay(&BOOK, &Journal::of(header(9, "person"), entries)).map(|p| p.proven)
    };
    assert_eq!(play(vec![entry(0, &mend()), good.clone()]), Ok(1));
    assert!(matches!(
        play(vec![entry(0, &mend()), good.clone(), bad]),
        Err(ReplayError::Mismatch {
            turn: 1,
            line: 4,
            recorded: 1,
            ..
        })
    ));
    assert!(matches!(
        play(vec![good.clone()]),
        Err(ReplayError::Mismatch { turn: 0, .. })
    ));
    assert!(matches!(
        play(vec![entry(3, &mend())]),
        Err(ReplayError::OutOfTurn {
            line: 2,
            found: 3,
            at: 0
        })
    ));
    let not_ours = Ask::Order(Order::Hold {
        army: BOOK.army("jin_east").unwrap(),
    });
    assert!(matches!(
        play(vec![entry(0, &not_ours)]),
        Err(ReplayError::Refused { line: 2, .. })
    ));
    let undo = Entry::Undo {
        turn: 0,
        court: "song".to_owned(),
    };
    assert!(matches!(
        play(vec![undo.clone()]),
        Err(ReplayError::NothingToUndo { line: 2, .. })
    ));
    assert_eq!(
        play(vec![entry(0, &mend()), entry(0, &mend()), undo, good]),
        Ok(1)
    );
    let mut other = header(9, "person");
    other.scenario = "elsewhere".to_owned();
    assert!(matches!(
        replay(&BOOK, &Journal::of(other, [])),
        Err(ReplayError::OtherScenario { .. })
    ));
}

#[test]
fn a_changed_scenario_is_carried_over_or_refused_with_the_id_that_is_gone() {
    let (_, bytes) = game(6);
    let journal = parsed(&bytes);
    // Only a text differs: the same course, and every hash still agrees.
    let reworded = changed("Stay and man the walls", "Stay, and man the walls");
    let played = replay(&reworded, &journal).expect("it is carried over");
    assert!(played.migrated && played.notes.contains(&Note::Migrated));
    assert_eq!((played.proven, played.turns), (15, 15));
}

#[test]
fn another_course_is_said_once_and_new_hashes_count_from_the_migration_on() {
    let (_, bytes) = game(6);
    let mut journal = parsed(&bytes);
    let weaker = changed("Reading(value: 30000,", "Reading(value: 20000,");
    let played = replay(&weaker, &journal).expect("it is carried over");
    assert_eq!(
        played
            .notes
            .iter()
            .filter(|n| matches!(n, Note::OtherCourse { turn: 0 }))
            .count(),
        1
    );
    assert_eq!(played.proven, 0);
    // The same journal, cut after three turns, carried over and gone on with: from there the hashes are proved again.
    let third = journal
        .entries
        .iter()
        .position(|l| matches!(l.entry, Entry::TurnEnded { turn: 2, .. }))
        .unwrap();
    journal.entries.truncate(third + 1);
    let played = replay(&weaker, &journal).unwrap();
    let mut engine = played.engine.fork();
    engine.end_turn();
    let mut entries: Vec<Entry> = journal.entries.iter().map(|l| l.entry.clone()).collect();
    entries.push(Entry::Migrated(played.edition()));
    let with = |hash| {
        let mut entries = entries.clone();
        entries.push(Entry::TurnEnded { turn: 3, hash });
        replay(&weaker, &Journal::of(journal.header.clone(), entries))
            .map(|p| (p.migrated, p.proven))
    };
    assert_eq!(with(engine.hash()), Ok((false, 1)));
    assert!(matches!(
        with(7),
        Err(ReplayError::Mismatch { turn: 3, .. })
    ));
    // Another version of the rules is another edition too.
    let mut older = journal.header.clone();
    older.program = "0.0.1".to_owned();
    assert_ne!(
        older.edition(),
        Edition {
            content: BOOK.content_hash,
            program: header(6, "person").program
        }
    );
    assert!(replay(&BOOK, &Journal::of(older, [])).unwrap().migrated);
}

#[test]
fn what_is_gone_is_named() {
    let gone = |from: &str, to: &str, ask: &Ask| {
        let journal = Journal::of(header(1, "person"), [entry(0, ask)]);
        match replay(&changed(from, to), &journal) {
            Err(ReplayError::Gone { line: 2, unknown }) => (unknown.kind, unknown.name),
            other => panic!("{from}: {other:?}"),
        }
    };
    let army = Ask::Order(Order::Hold {
        army: BOOK.army("western_van").unwrap(),
    });
    assert_eq!(
        gone("western_van", "western_vanguard", &army),
        (Unknown::Army, "western_van".to_owned())
    );
    let place = Ask::Order(Order::Fortify {
        place: BOOK.place("huazhou").unwrap(),
    });
    assert_eq!(
        gone("huazhou", "huazhou_town", &place),
        (Unknown::Place, "huazhou".to_owned())
    );
    let person = Ask::Order(Order::Dismiss {
        person: BOOK.person("li_gang").unwrap(),
    });
    assert_eq!(
        gone("li_gang", "li_gangg", &person),
        (Unknown::Person, "li_gang".to_owned())
    );
    let post = Ask::Order(Order::Appoint {
        person: BOOK.person("li_gang").unwrap(),
        post: BOOK.post("capital_defence").unwrap(),
    });
    assert_eq!(
        gone("capital_defence", "walls", &post),
        (Unknown::Post, "capital_defence".to_owned())
    );
    let draft = Ask::Order(Order::Accept {
        draft: BOOK.draft("terms_1126").unwrap(),
    });
    assert_eq!(
        gone("terms_1126", "terms", &draft),
        (Unknown::Draft, "terms_1126".to_owned())
    );
    let decision = BOOK.decision("stay_or_go").unwrap();
    let choice = Ask::Choose {
        decision,
        option: rivers_and_mountains::base::ids::OptionId::of(0),
    };
    assert_eq!(
        gone("stay_or_go", "go_or_stay", &choice),
        (Unknown::Decision, "stay_or_go".to_owned())
    );
    let option = (Unknown::Option, "stay_or_go.stay".to_owned());
    assert_eq!(gone("\"stay\"", "\"remain\"", &choice), option);
}
