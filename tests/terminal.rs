//! The text game, driven as a person or a pipe would drive it.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};
use std::sync::{Arc, Mutex};

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::scenario::given::GivenNow;
use rivers_and_mountains::scenario::language::Clause;
use rivers_and_mountains::scenario::lesson::Vote;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::{Scenario, Sense, Unclear};
use rivers_and_mountains::table::{Keeper, NoKeeper, Session, Step};
use rivers_and_mountains::terminal::{Ended, play};
use unicode_width::UnicodeWidthStr;

fn stage() -> Arc<Scenario> {
    let files = common::stage();
    Arc::new(load("stage.ron", &files).expect("the stage loads").scenario)
}

fn jingkang() -> Arc<Scenario> {
    let files: BTreeMap<String, String> = common::texts("scenarios");
    Arc::new(
        load("jingkang.ron", &files)
            .expect("the scenario loads")
            .scenario,
    )
}

fn session(book: &Arc<Scenario>, courts: &[&str]) -> Session {
    let seats: Vec<CourtId> = courts
        .iter()
        .map(|c| book.court(c).expect("a court"))
        .collect();
    Session::new(
        book.clone(),
        7,
        &seats,
        &[],
        Texts::default(),
        Box::new(NoKeeper),
    )
}

/// Plays lines and returns what was written.
fn played(session: Session, lines: &str) -> (String, Ended) {
    let mut out = Vec::new();
    let ended =
        play(session, &mut Cursor::new(lines.as_bytes()), &mut out).expect("memory does not fail");
    let text = String::from_utf8(out).expect("text");
    if let Ok(file) = std::env::var("RIVERS_TRANSCRIPT") {
        let at = std::thread::current().name().unwrap_or("test").to_owned();
        let _ = std::fs::write(format!("{file}/{at}.txt"), &text);
    }
    for line in text.lines() {
        assert!(line.width() <= 80, "too wide: {line}");
        assert!(
            !line.chars().any(|c| c.is_control()),
            "a control character: {line:?}"
        );
        assert!(
            !line.contains("[") || !line.contains("-") || !looks_like_a_key(line),
            "a missing message: {line}"
        );
    }
    (text, ended)
}

/// Whether a line holds the mark of a missing message: `[some-key]`.
fn looks_like_a_key(line: &str) -> bool {
    line.split('[')
        .skip(1)
        .filter_map(|part| part.split_once(']'))
        .any(|(key, _)| {
            key.contains('-')
                && key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
}

#[test]
fn a_game_is_ended_at_will_read_and_played_on() {
    let book = jingkang();
    let lines =
        "\n\nend\nend\nrecord\ndebrief\nnews\ndebrief\ndebrief\nrecord 1\nend\nend\nrecord\nquit\n";
    let (text, ended) = played(session(&book, &["song"]), lines);
    assert_eq!(ended, Ended::Left);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // It is asked first, and anything else is a no.
    assert_eq!(text.matches("To read it, type debrief again.").count(), 2);
    assert_eq!(text.matches("ENDED BY THE PLAYER ON").count(), 1, "{text}");
    assert!(text.contains("The player ended this game on"), "{text}");
    assert!(text.contains("count neither for nor against"), "{text}");
    assert!(text.contains("Not asked yet."), "{text}");
    assert!(!text.contains("All checkpoints, by weight: 0.0"), "{text}");
    // The record is open then, until the game is played on.
    assert!(text.contains("Weight "), "{text}");
    assert_eq!(text.matches("The record is kept shut").count(), 2, "{text}");
}

#[test]
fn every_command_answers() {
    let lines = "\n?\nhelp war\nhelp nonsense\nmap\nmap taiyuan\ntreasury\narmies\npeople\npeople li_gang\nposts\ntreaties\n\
        council\nnews\nchronicle\nchronicle 9\norders\nlevies\nwhy\nwhy legitimacy\nwhy lean\nwhy silver\nwhy grain\nwhy edicts\n\
        why loyalty li_gang\nwhy morale kaifeng\nwhy unrest zhending\nwhy walls kaifeng\nrecord\nundo\n\nquit\n";
    for court in ["song", "jin"] {
        let (text, ended) = played(session(&stage(), &[court]), lines);
        assert_eq!(ended, Ended::Left);
        assert!(text.contains("Edicts left: 4 of 4."), "{text}");
        assert!(text.contains("The record is kept shut"), "{text}");
        assert!(!text.contains("Not understood"), "{text}");
        let (text, _) = played(
            session(&jingkang(), &[court]),
            &lines.replace("taiyuan", "taiyuan\nmap kaifeng"),
        );
        assert!(!text.contains("Not understood"), "{text}");
    }
}

/// A town's hold and an army's weight are told by the parts of their sums; powder is told and asked for.
#[test]
fn why_a_place_and_why_an_army_give_the_parts() {
    let lines =
        "\nwhy kaifeng\nwhy western_van\nwhy zhong shidao\nwhy taiyuan\narm huazhou\n? arm\nquit\n";
    let (text, _) = played(session(&stage(), &["song"]), lines);
    for said in [
        "Kaifeng: open ground, frozen hard.",
        "No powder weapons.",
        "Nobody lies before it.",
        "men that weigh as much as",
        "How good the men are",
        "\u{d7} 130 %",
        "Horse on this ground in this season",
        "No workshop of yours within 300 km of Huazhou",
        "a load for every thousand men",
    ] {
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(said), "{said}: {text}");
    }
}

/// A paper is written clause by clause, weighed, sent, seen and answered at the other seat.
#[test]
fn a_paper_is_written_weighed_sent_and_answered() {
    let song = "write\nwrite to nowhere\nwrite to jin\nwrite we pay 100000 silver yearly at huazhou\nwrite we pay 50000 silk within 3\n\
        write they cede pingzhou within 4\nwrite they withdraw within 3\nwrite we give song_gaozong\nwrite they return fugitives\n\
        write they shelter nobody\nwrite we lure nobody\nwrite we build nothing\nwrite they keep out of zhending and taiyuan\n\
        write border yellow they north within 9\nwrite we write as nephew\nwrite they fight militia at zhending within 9\n\
        write we make no peace with militia\nwrite market at xunzhou\nwrite they share pingzhou\nwrite truce for 12\nwrite peace\n\
        write swear by Heaven\nwrite some nonsense\nstrike 99\nstrike 3\nweigh\nsend li_bangyan\nledger\ntreaties\nend\n";
    let jin = "\nweigh paper_1\ncounter paper_1\nstrike 1\nsend liu_yanzong\nledger\nquit\n";
    let both = session(&stage(), &["song", "jin"]);
    let (text, _) = played(both, &format!("\n\n{song}\nend\n\nend\n{jin}"));
    for said in [
        "You are writing no paper.",
        "To which court?",
        "That is no clause.",
        "There is no clause 99.",
        "Struck out: Jin hands over Pingzhou within 4 xun.",
        "Song pays 100,000 taels of silver every year, at Huazhou.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("A paper lies before the court."), "{text}");
    assert!(
        text.contains("What your councillors think of it:"),
        "{text}"
    );
    assert!(text.contains("weighs with your court."), "{text}");
    assert!(
        text.contains("Ordered: answer Song’s paper of 1 January 1126"),
        "{text}"
    );
    // The numbers of a weighing are the sum of its parts.
    assert!(text.contains("all of it: your court would"), "{text}");
}

/// Whoever begins a paper to another court, or turns to what he has begun, loses nothing that he wrote.
#[test]
fn a_paper_that_was_begun_is_kept_until_it_is_struck_out() {
    let lines = "\n\nwrite to jin\nwrite we pay 50000 silk within 3\nwrite to militia\nwrite peace\nwrite to jin\nquit\n";
    let (text, _) = played(session(&stage(), &["song"]), lines);
    let last = text.rsplit("You go on with what you had begun").next();
    let last = last.filter(|last| last.len() < text.len());
    assert!(
        last.is_some_and(|last| last.contains("1. Song pays 50,000 bolts of silk within 3 xun.")),
        "{text}"
    );
    // Struck out, it is begun anew.
    let lines = "\n\nwrite to jin\nwrite peace\nstrike all\nwrite to jin\nquit\n";
    let (text, _) = played(session(&stage(), &["song"]), lines);
    assert!(!text.contains("You go on with"), "{text}");
}

/// A draft that has not come is not there to be read, whoever knows its name.
#[test]
fn nobody_weighs_what_does_not_lie_before_him() {
    let (text, _) = played(session(&stage(), &["song"]), "\n\nweigh terms_1126\nquit\n");
    assert!(text.contains("There is no such paper."), "{text}");
}

/// Words that each side reads in its own way, put into a paper of one's own, sent, and kept in the ledger.
#[test]
fn unclear_words_of_the_scenario_go_into_a_paper() {
    let mut book = Scenario::clone(&stage());
    let (song, jin) = (
        book.court("song").expect("Song"),
        book.court("jin").expect("Jin"),
    );
    let terms = &mut book.drafts[0].terms;
    let first = u8::try_from(terms.clauses.len()).expect("few clauses");
    terms
        .clauses
        .extend([Clause::NoWorks { by: jin }, Clause::NoShelter { by: song }]);
    let sense = |held_by, says: &str, first| Sense {
        id: "sense".to_owned(),
        held_by,
        says: says.to_owned(),
        first,
        count: 1,
    };
    terms.unclear = vec![Unclear {
        words: "the land of Yan".to_owned(),
        readings: vec![
            sense(song, "All of it.", first),
            sense(jin, "Six prefectures.", first + 1),
        ],
    }];
    let lines = "\n\nwrite to jin\nwrite words\nwrite words 2\nwrite words 1\nwrite peace\nwrite words none\nwrite\nwrite words 1\n\
        weigh\nsend li_bangyan\nquit\n";
    let (text, _) = played(session(&Arc::new(book), &["song"]), lines);
    for said in [
        "1. In the words of",
        "the land of Yan",
        "Song reads: All of it.",
        "Jin reads: Six prefectures.",
        "Ordered: send Li Bangyan",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Shown in the list asked for twice, and in the paper each time they are put in: not where they were taken out.
    assert_eq!(text.matches("Song reads: All of it.").count(), 5, "{text}");
}

#[test]
fn orders_are_given_refused_and_taken_back() {
    let lines = "\nmarch yao pingzhong to huazhou\nundo\nmarch western_van huazhou\nmarhc western_van to huazhou\nmarch western_van to huazhuo\n\
        besiege yao to kaifeng\nfortify huazhou\nundo\nundo\nundo\nmarch\nappoint li_gang capital_defence\nquit\n";
    let (text, _) = played(session(&stage(), &["song"]), lines);
    assert_eq!(text.matches("Written in the journal.").count(), 4, "{text}");
    assert_eq!(text.matches("Taken back:").count(), 3, "{text}");
    assert!(text.contains("Did you mean: march"), "{text}");
    assert!(text.contains("Did you mean: huazhou"), "{text}");
    assert!(text.contains("Not possible:"), "{text}");
    assert!(text.contains("something is missing"), "{text}");
}

#[test]
fn a_game_is_played_to_its_debrief() {
    let mut lines = String::from("\n");
    for _ in 0..60 {
        lines.push_str("1\n1\n2\nend\nend\n");
    }
    lines.push_str("record standing\n");
    for (book, court) in [(stage(), "song"), (jingkang(), "song"), (jingkang(), "jin")] {
        let (text, ended) = played(session(&book, &[court]), &lines);
        assert_eq!(
            ended,
            Ended::Over,
            "{}",
            text.lines().rev().take(30).collect::<Vec<_>>().join("\n")
        );
        for part in [
            "THE END.",
            "HOW ",
            "In all: ",
            "Seat and sovereign: ",
            "YOUR GAME BESIDE THE RECORD",
            "THING BY THING",
            "THE ADVISORS",
            "SOURCES",
        ] {
            assert!(text.contains(part), "no {part}");
        }
    }
}

#[test]
fn a_run_stops_when_something_needs_the_player() {
    let (text, _) = played(
        session(&jingkang(), &["song"]),
        "\n1\nrun\nrun\n1\nrun\nquit\n",
    );
    assert!(
        text.contains("A matter waits. Decide it first") || text.contains("COUNCIL."),
        "{text}"
    );
}

#[test]
fn two_courts_share_a_table() {
    let (text, ended) = played(
        session(&stage(), &["song", "jin"]),
        "\n\nend\nend\n\nend\nend\n\nquit\n",
    );
    assert_eq!(ended, Ended::Left);
    assert!(
        text.contains("Pass the seat to Song. Press Enter.")
            && text.contains("Pass the seat to Jin. Press Enter.")
    );
    assert!(text.contains(&"\n".repeat(60)));
}

#[test]
fn the_end_of_the_input_is_a_way_to_leave() {
    for lines in ["", "\n", "\n1", "\nend\n"] {
        let (text, ended) = played(session(&stage(), &["song"]), lines);
        assert_eq!(ended, Ended::Left, "{text}");
    }
}

#[test]
fn nonsense_is_borne() {
    let lines = "\n\u{0}\u{1}\n2.\n2.2.2\n99999999999999999999999\n0\n0.0\n-1\nmarch to\nraid with\nlevy\nlevy at\nfeed 10\ngarrison 5\n\
        people zzz\nmap 開封\nwhy loyalty\nwhy nothing\nproclaim\nproclaim war\naccept\nrefuse\npay\nmove\nhand over\nbreak\nraise\n\
        give to\nappoint to\n?????\nmarch a b c d e f g h i j to k\nre\nrec\nlevy 20001 kaifeng\nlevy 99999999999 kaifeng\nchoose\nchoose 1.1.1\nquit\n";
    let (text, ended) = played(session(&stage(), &["song"]), lines);
    assert_eq!(ended, Ended::Left);
    assert!(text.contains("Nothing was changed."));
    let long = format!("\n{}\nquit\n", "march ".repeat(3_000));
    assert_eq!(played(session(&stage(), &["song"]), &long).1, Ended::Left);
}

/// A pipe that nobody reads any more.
struct Closed;
impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_ends_cleanly() {
    let ended = play(
        session(&stage(), &["song"]),
        &mut Cursor::new(b"\nend\n"),
        &mut Closed,
    );
    assert_eq!(ended.expect("no error"), Ended::Left);
}

/// A keeper that remembers, and fails when told to.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<(Vec<Step>, bool)>>);

impl Memory {
    fn keep(&self, step: Step) -> Result<(), String> {
        let mut held = self.0.lock().expect("one thread");
        if held.1 {
            return Err("no room on the disk".to_owned());
        }
        held.0.push(step);
        Ok(())
    }
    fn fail(&self, fail: bool) {
        self.0.lock().expect("one thread").1 = fail;
    }
}

impl Keeper for Memory {
    fn ask(&mut self, _: Turn, court: CourtId, ask: &Ask) -> Result<(), String> {
        self.keep(Step::Ask(court, ask.clone()))
    }
    fn undo(&mut self, _: Turn, court: CourtId) -> Result<(), String> {
        self.keep(Step::Undo(court))
    }
    fn turn_ended(&mut self, _: Turn, moves: &[(CourtId, Ask)], hash: u64) -> Result<(), String> {
        self.keep(Step::TurnEnded {
            moves: moves.to_vec(),
            hash,
        })
    }
    fn vote(&mut self, _: Turn, court: CourtId, vote: &Vote) -> Result<(), String> {
        self.keep(Step::Voted(court, vote.clone()))
    }
    fn set(&mut self, _: Turn, given: &GivenNow) -> Result<(), String> {
        self.keep(Step::Set(given.clone()))
    }
}

fn kept(book: &Arc<Scenario>) -> (Session, Memory) {
    let memory = Memory::default();
    let song = book.court("song").expect("a court");
    let jin = book.court("jin").expect("a court");
    let session = Session::new(
        book.clone(),
        7,
        &[song],
        &[(jin, Kind::Record)],
        Texts::default(),
        Box::new(memory.clone()),
    );
    (session, memory)
}

#[test]
fn what_is_kept_plays_again() {
    let book = stage();
    let (session, memory) = kept(&book);
    let mut lines = String::from("\nfortify huazhou\nundo\n1\n");
    for _ in 0..6 {
        lines.push_str("march yao to huazhou\n1\nfortify kaifeng\nundo\nend\nend\n");
    }
    let _ = played(session, &lines);
    let steps = memory.0.lock().expect("one thread").0.clone();
    assert!(
        steps
            .iter()
            .filter(|s| matches!(s, Step::TurnEnded { .. }))
            .count()
            >= 6,
        "{steps:?}"
    );
    let (mut again, _) = kept(&book);
    for step in &steps {
        assert_eq!(again.replay(step), Ok(()));
    }
    let (text, _) = played(again, "armies\nquit\n");
    assert!(text.contains("The game goes on where it was left."));
}

#[test]
fn what_cannot_be_kept_does_not_happen() {
    let (mut session, memory) = kept(&stage());
    let song = session.courts()[0];
    for _ in 0..3 {
        session.end_turn().expect("kept");
    }
    let order = Ask::Order(rivers_and_mountains::orders::Order::Fortify {
        place: session.engine().book().place("huazhou").expect("a place"),
    });
    session.ask(song, order.clone()).expect("lawful");
    let before = session.engine().hash();
    memory.fail(true);
    assert!(
        session.ask(song, order).is_err()
            && session.undo(song).is_err()
            && session.end_turn().is_err()
    );
    assert_eq!((session.engine().hash(), session.asks().len()), (before, 1));
    memory.fail(false);
    session.end_turn().expect("kept");
    let ended = session.engine().hash();
    // The same game without the failure comes to the same state.
    let (mut other, _) = kept(&stage());
    for step in &memory.0.lock().expect("one thread").0 {
        assert_eq!(other.replay(step), Ok(()));
    }
    assert_eq!(other.engine().hash(), ended);
}

#[test]
fn plain_words_are_read() {
    use rivers_and_mountains::orders::{Order, Proclamation};
    use rivers_and_mountains::terminal::parse::{Command, Misread, parse};
    let book = stage();
    let session = session(&book, &["song"]);
    let view = session.view(session.courts()[0]);
    let place = |id: &str| book.place(id).expect("a place");
    let army = |id: &str| book.army(id).expect("an army");
    let person = |id: &str| book.person(id).expect("a person");
    let draft = |id: &str| book.draft(id).expect("a draft");
    let post = |id: &str| book.post(id).expect("a post");
    let (yao, van, huazhou, taiyuan) = (
        army("yao_pingzhong_corps"),
        army("western_van"),
        place("huazhou"),
        place("taiyuan"),
    );
    let orders = [
        (
            "march yao_pingzhong_corps to huazhou",
            Order::March {
                army: yao,
                to: huazhou,
            },
        ),
        (
            "MARCH Yao Pingzhong TO Huazhou",
            Order::March {
                army: yao,
                to: huazhou,
            },
        ),
        (
            "march yao huazhou",
            Order::March {
                army: yao,
                to: huazhou,
            },
        ),
        (
            "mar yao_pingzhong to 滑州",
            Order::March {
                army: yao,
                to: huazhou,
            },
        ),
        (
            "march 姚平仲 to huazhou.",
            Order::March {
                army: yao,
                to: huazhou,
            },
        ),
        (
            "besiege taiyuan with yao",
            Order::Besiege {
                army: yao,
                place: taiyuan,
            },
        ),
        (
            "besiege yao at taiyuan",
            Order::Besiege {
                army: yao,
                place: taiyuan,
            },
        ),
        (
            "watch taiyuan with western van",
            Order::Mask {
                army: van,
                place: taiyuan,
            },
        ),
        (
            "storm taiyuan with van",
            Order::Assault {
                army: van,
                place: taiyuan,
            },
        ),
        (
            "relieve taiyuan with zhong shidao",
            Order::Relieve {
                army: van,
                place: taiyuan,
            },
        ),
        (
            "raid yao at huazhou with 10,000",
            Order::Raid {
                army: yao,
                place: huazhou,
                men: 10_000,
            },
        ),
        (
            "raid yao at huazhou with 10000 men",
            Order::Raid {
                army: yao,
                place: huazhou,
                men: 10_000,
            },
        ),
        (
            "withdraw yao to huazhou",
            Order::Withdraw {
                army: yao,
                to: huazhou,
            },
        ),
        ("hold yao", Order::Hold { army: yao }),
        (
            "garrison yao 2000",
            Order::Garrison {
                army: yao,
                men: 2_000,
            },
        ),
        (
            "garrison 2000 men of yao",
            Order::Garrison {
                army: yao,
                men: 2_000,
            },
        ),
        ("disband western_van", Order::Disband { army: van }),
        (
            "raise southern",
            Order::Raise {
                army: army("southern_relief"),
            },
        ),
        (
            "levy 5000 at taiyuan",
            Order::Levy {
                place: taiyuan,
                men: 5_000,
            },
        ),
        (
            "levy taiyuan 5000",
            Order::Levy {
                place: taiyuan,
                men: 5_000,
            },
        ),
        ("fortify taiyuan", Order::Fortify { place: taiyuan }),
        ("arm taiyuan", Order::Arm { place: taiyuan }),
        ("provision taiyuan", Order::Provision { place: taiyuan }),
        (
            "build boats at huazhou",
            Order::BuildBoats { place: huazhou },
        ),
        (
            "appoint li_gang capital_defence",
            Order::Appoint {
                person: person("li_gang"),
                post: post("capital_defence"),
            },
        ),
        (
            "appoint li gang as commander of the walls",
            Order::Appoint {
                person: person("li_gang"),
                post: post("capital_defence"),
            },
        ),
        (
            "give western van to li gang",
            Order::Command {
                person: person("li_gang"),
                army: van,
            },
        ),
        (
            "dismiss li gang",
            Order::Dismiss {
                person: person("li_gang"),
            },
        ),
        (
            "recall li gang",
            Order::Recall {
                person: person("li_gang"),
            },
        ),
        ("move court to taiyuan", Order::MoveCourt { to: taiyuan }),
        (
            "move the court to taiyuan",
            Order::MoveCourt { to: taiyuan },
        ),
        (
            "pay oath_1123",
            Order::PayDue {
                draft: draft("oath_1123"),
            },
        ),
        (
            "pay",
            Order::PayDue {
                draft: draft("oath_1123"),
            },
        ),
        ("hand over taiyuan", Order::HandOver { place: taiyuan }),
        (
            "feed taiyuan 1000",
            Order::FeedPeople {
                place: taiyuan,
                shi: 1_000,
            },
        ),
        (
            "propose the oath of 1123",
            Order::Propose {
                draft: draft("oath_1123"),
            },
        ),
        (
            "accept oath_1123",
            Order::Accept {
                draft: draft("oath_1123"),
            },
        ),
        (
            "refuse oath 1123",
            Order::Refuse {
                draft: draft("oath_1123"),
            },
        ),
        (
            "proclaim self-blame",
            Order::Proclaim {
                what: Proclamation::SelfBlame,
            },
        ),
        (
            "proclaim an amnesty",
            Order::Proclaim {
                what: Proclamation::Amnesty,
            },
        ),
        (
            "proclaim arms",
            Order::Proclaim {
                what: Proclamation::CallToArms,
            },
        ),
        ("break dike at huazhou", Order::BreakDike { place: huazhou }),
        (
            "break the dike at huazhou",
            Order::BreakDike { place: huazhou },
        ),
    ];
    for (line, order) in orders {
        assert_eq!(parse(line, &view), Ok(Command::Order(order)), "{line}");
    }
    for (line, command) in [
        ("", Command::Nothing),
        ("2", Command::Choose(None, 2)),
        ("2.", Command::Choose(None, 2)),
        ("2.1", Command::Choose(Some(2), 1)),
        ("choose 2.1", Command::Choose(Some(2), 1)),
        ("end", Command::End),
        ("undo", Command::Undo),
        ("?", Command::Help(String::new())),
        ("? war", Command::Help("war".into())),
        ("help orders", Command::Help("orders".into())),
        ("map", Command::Map(None)),
        ("map Taiyuan", Command::Map(Some(taiyuan))),
        ("chron 9", Command::Chronicle(Some(9))),
        ("exit", Command::Quit),
    ] {
        assert_eq!(parse(line, &view), Ok(command), "{line}");
    }
    for line in [
        "march",
        "march yao",
        "march yao to nowhere",
        "levy taiyuan",
        "xyzzy",
        "2.x",
        "proclaim",
        "rec",
        "appoint li gang",
    ] {
        assert!(parse(line, &view).is_err(), "{line}");
    }
    assert!(matches!(
        parse("marhc yao to huazhou", &view),
        Err(Misread::Word(_, Some("march")))
    ));
    assert!(matches!(parse("rec", &view), Err(Misread::Several(..))));
}

#[test]
fn what_was_done_is_not_always_the_first_option() {
    let book = jingkang();
    let first = (0..book.decisions.len())
        .map(rivers_and_mountains::base::ids::DecisionId::of)
        .filter(|d| {
            rivers_and_mountains::prose::names::options(&book, *d).first()
                == Some(&book.decisions[d.index()].chose)
        })
        .count();
    assert!(
        first * 2 < book.decisions.len(),
        "{first} of {}",
        book.decisions.len()
    );
}

#[test]
fn the_map_is_told_in_words() {
    let (text, _) = played(session(&stage(), &["song"]), "\nmap kaifeng\nquit\n");
    let map = text
        .split("Around Kaifeng 開封, capital, Song.")
        .nth(1)
        .expect("the map");
    assert!(map.contains("Here         Garrison of 30,000"), "{map}");
    assert!(
        map.contains(" km ") && map.contains("Huazhou 滑州, Song."),
        "{map}"
    );
}

#[test]
fn a_temple_name_is_for_one_who_reigns() {
    use rivers_and_mountains::prose::names::name;
    let book = jingkang();
    let session = session(&book, &["song"]);
    let view = session.view(session.courts()[0]);
    let named = |id: &str| name(&view, book.person(id).expect("a person"));
    assert_eq!(named("song_huizong"), "Huizong");
    assert_eq!(named("song_gaozong"), "Zhao Gou");
    assert_eq!(named("li_gang"), "Li Gang");
}

/// A short game on the stage, word for word: what a person reads. `BLESS=1 cargo test` writes it anew.
#[test]
fn the_words_of_a_game() {
    let lines = "\n?\nmap\nfly\nmarch yao pingzhong to huazhou\nwhy legitimacy\nundo\n1\nfortify huazhou\n? fortify\ntreasury\n\
        armies\nrun\n1\nend\nwhy legitimacy\nrun\nrun\nrun\nrun\nrecord 1\nrecord choices\nrecord sources\nquit\n";
    let (text, _) = played(session(&stage(), &["song"]), lines);
    let file = common::folder("tests/stage").join("transcript.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &text).expect("the transcript can be written");
    }
    let known = std::fs::read_to_string(&file).expect("the transcript is there");
    let differs = known
        .lines()
        .zip(text.lines())
        .enumerate()
        .find(|(_, (a, b))| a != b);
    assert!(
        known == text,
        "the words have changed, first at line, then and now: {differs:#?}; if they are meant, run with BLESS=1"
    );
}
