//! The writer's bench at the table: a game taken up again on a changed text of its scenario, a game led to a matter, and what a hand sets.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::events::Event;
use rivers_and_mountains::orders::{Order, OrderNow};
use rivers_and_mountains::policy::Kind;
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::scenario::given::Given;
use rivers_and_mountains::scenario::language::Good;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::table::again::{Again, Why, again};
use rivers_and_mountains::table::bench::{Bench, Come, Saved, TakenUp, show, take_up};
use rivers_and_mountains::table::seek::seek;
use rivers_and_mountains::table::{NoKeeper, Session, Step};

fn changed(change: impl Fn(&str) -> String) -> Arc<Scenario> {
    let mut files: BTreeMap<String, String> = common::stage();
    let main = change(&files["stage.ron"]);
    files.insert("stage.ron".to_owned(), main);
    let loaded = load("stage.ron", &files);
    let loaded = loaded.unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
    Arc::new(loaded.scenario)
}

fn stage() -> Arc<Scenario> {
    changed(str::to_owned)
}

fn seated(book: &Arc<Scenario>) -> Session {
    let song = book.court("song").expect("a court");
    let jin = book.court("jin").expect("a court");
    Session::new(
        book.clone(),
        7,
        &[song],
        &[(jin, Kind::Record)],
        Texts::default(),
        Box::new(NoKeeper),
    )
}

fn fortify(book: &Scenario, place: &str) -> OrderNow {
    Order::Fortify {
        place: book.place(place).expect("a place"),
    }
}

/// Four xun of the stage: an order in the first, one taken back in the second, a levy in the third.
fn played(book: &Arc<Scenario>) -> Session {
    let mut session = seated(book);
    let song = book.court("song").expect("a court");
    let ask = |session: &mut Session, order: OrderNow| {
        session.ask(song, Ask::Order(order)).expect("it is lawful");
    };
    ask(&mut session, fortify(book, "huazhou"));
    session.end_turn().expect("nobody keeps it");
    ask(&mut session, fortify(book, "zhending"));
    session.undo(song).expect("nobody keeps it");
    session.end_turn().expect("nobody keeps it");
    let army = book.army("southern_relief").expect("a levy");
    ask(&mut session, Order::Raise { army });
    session.end_turn().expect("nobody keeps it");
    let place = book.place("huazhou").expect("a place");
    ask(&mut session, Order::Provision { place });
    session
}

#[test]
fn on_the_same_text_everything_applies_and_comes_to_the_same() {
    let book = stage();
    let old = played(&book);
    let (new, told) = again(&old, seated(&book));
    let all = Again {
        followed: old.history().len(),
        ..Again::default()
    };
    assert_eq!(told, all);
    assert!(told.is_whole());
    assert_eq!(new.engine().hash(), old.engine().hash());
    assert_eq!(new.asks(), old.asks());
    assert_eq!(new.history(), old.history());
    // What was taken back is no part of it.
    let asked = |step: &&Step| matches!(step, Step::Ask(..));
    assert_eq!(new.history().iter().filter(asked).count(), 3);
}

#[test]
fn a_change_that_touches_nothing_asked_for_goes_on_in_the_same_xun() {
    let old = played(&stage());
    // Names move about: everything is found by name again.
    let book = changed(|text| {
        let posts = "        Post(id: \"aide\", court: \"song\", title: \"aide\", title_zh: \"參議\", role: Council),\n";
        text.replace("(Silver, 4000000)", "(Silver, 4100000)")
            .replace("    posts: [\n", &format!("    posts: [\n{posts}"))
    });
    let (new, told) = again(&old, seated(&book));
    assert!(told.is_whole(), "{told:?}");
    assert_eq!(new.engine().turn(), Turn(3));
    assert_eq!(new.asks().len(), 1);
    let song = book.court("song").expect("a court");
    let silver = |session: &Session| session.view(song).realm().treasury[Good::Silver as usize];
    assert_eq!(silver(&new) - silver(&old), 100_000);
    let told = told.told(&new);
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("xun 4"), "{told:?}");
}

#[test]
fn the_longest_part_that_applies_is_kept_and_what_does_not_is_named() {
    let old = played(&stage());
    // The levy has gone: in the third xun nobody can raise it.
    let book = changed(|text| {
        let lines = text
            .lines()
            .filter(|l| !l.contains("id: \"southern_relief\""));
        lines.fold(String::new(), |all, line| all + line + "\n")
    });
    let (new, told) = again(&old, seated(&book));
    let stop = told.stop.as_ref().expect("it stops");
    assert!(matches!(&stop.why, Why::Gone(name) if name.name == "southern_relief"));
    assert_eq!((stop.turn, told.lost), (Turn(2), 3));
    assert_eq!(new.engine().turn(), Turn(2));
    let words = told.told(&new).join(" ");
    assert!(
        words.contains("xun 3") && words.contains("southern_relief"),
        "{words}"
    );
    // Nor where it is there and cannot be paid for.
    let book = changed(|text| {
        text.replace(
            "(Cash, 3000000), (Grain, 3000000)",
            "(Cash, 5000), (Grain, 3000000)",
        )
    });
    let (new, told) = again(&old, seated(&book));
    let stop = told.stop.expect("it stops");
    assert!(matches!(stop.why, Why::Refused(_)), "{stop:?}");
    assert!(new.engine().turn() <= Turn(2));
}

#[test]
fn a_game_that_is_over_sooner_stops_where_it_ends() {
    let old = played(&stage());
    let book = changed(|text| {
        text.replace(
            "when: Holds(\"jin\", \"kaifeng\"), at_once: true",
            "when: Holds(\"song\", \"kaifeng\"), at_once: true",
        )
    });
    let (new, told) = again(&old, seated(&book));
    assert_eq!(told.stop.as_ref().map(|s| &s.why), Some(&Why::Ended));
    assert!(new.engine().ended().is_some());
    assert!(!told.told(&new).join(" ").is_empty());
}

/// A bench that keeps nothing and has what it is given.
#[derive(Default)]
struct Memory {
    saved: Option<Saved>,
    kept: Vec<Come>,
    full: bool,
}

impl Bench for Memory {
    fn saved(&mut self) -> Option<Saved> {
        self.saved.take()
    }
    fn ring(&mut self, _: Box<dyn Fn() + Send>) {}
    fn fresh(&self, book: &Arc<Scenario>) -> Result<Session, String> {
        match book.court("song") {
            Some(_) => Ok(seated(book)),
            None => Err("there is no Song".to_owned()),
        }
    }
    fn keep(&mut self, _: &mut Session, how: Come) -> Result<(), String> {
        if self.full {
            return Err("the disk is full".to_owned());
        }
        self.kept.push(how);
        Ok(())
    }
    fn resume_words(&self) -> String {
        String::new()
    }
    fn journal(&self) -> PathBuf {
        PathBuf::new()
    }
}

#[test]
fn a_game_that_cannot_be_kept_goes_on_as_it_was() {
    let (book, mut bench) = (stage(), Memory::default());
    let old = played(&book);
    assert!(matches!(take_up(&old, &mut bench, &book), TakenUp::On(..)));
    assert_eq!(bench.kept, [Come::Again { whole: true }]);
    bench.full = true;
    let TakenUp::Not(why) = take_up(&old, &mut bench, &book) else {
        panic!("it was taken up");
    };
    assert_eq!(why, "the disk is full");
    assert!(
        show(
            &old,
            &mut bench,
            book.decision("stay_or_go").expect("a matter")
        )
        .is_err()
    );
}

#[test]
fn every_matter_of_the_stage_is_led_to() {
    let book = stage();
    for matter in ["stay_or_go", "accept_terms", "ask_for_the_north"] {
        let decision = book.decision(matter).expect("a matter");
        let court = book.decisions[decision.index()].court;
        let sought = seek(&book, decision);
        let session = &sought.session;
        assert_eq!(session.courts(), [court]);
        let waits = session.waiting(court);
        assert!(waits.iter().any(|(_, d)| *d == decision), "{matter}");
        assert!(session.engine().by_hand());
        let marked = &session.engine().chronicle()[0].event;
        assert!(
            matches!(marked, Event::SetByHand { what } if **what == Given::Sought(decision)),
            "{marked:?}"
        );
        // It goes on like any other, and its history plays again.
        let (again, told) = again(session, {
            Session::new(
                book.clone(),
                session.engine().seed(),
                &[court],
                session.policies(),
                Texts::default(),
                Box::new(NoKeeper),
            )
        });
        assert!(told.is_whole(), "{told:?}");
        assert_eq!(again.engine().hash(), session.engine().hash());
    }
}

/// A matter that no game comes to is laid all the same, with what it asks set by hand and said.
#[test]
fn what_no_game_comes_to_is_set() {
    let book = changed(|text| {
        text.replace(
            "when: Proposed(\"terms_1126\"),",
            "when: All([From(\"1126-03-01\"), Not(Alive(\"li_gang\")), Legitimacy(\"song\", 99), FellTo(\"yanjing\", \"song\")]),",
        )
    });
    let decision = book.decision("accept_terms").expect("a matter");
    let sought = seek(&book, decision);
    assert_eq!(sought.session.engine().turn(), Turn(6));
    let li_gang = book.person("li_gang").expect("a person");
    assert!(
        sought.set.contains(&Given::Alive(li_gang, false)),
        "{:?}",
        sought.set
    );
    assert_eq!(sought.set.last(), Some(&Given::Laid(decision)));
    assert_eq!(sought.left.len(), 1);
    let song = book.court("song").expect("a court");
    assert!(
        sought
            .session
            .waiting(song)
            .iter()
            .any(|(_, d)| *d == decision)
    );
    let told = sought.told().join(" ");
    assert!(
        told.contains("Li Gang is dead") && told.contains("no hand can set"),
        "{told}"
    );
}

/// What is set in a turn is the turn's new opening: it is not taken back, and neither is what was asked before it.
#[test]
fn what_is_set_stands() {
    let book = stage();
    let song = book.court("song").expect("a court");
    let mut session = seated(&book);
    session
        .ask(song, Ask::Order(fortify(&book, "huazhou")))
        .expect("it is lawful");
    let before = session.books(song).len();
    session
        .set(&Given::Treasury(song, Good::Silver, 5))
        .expect("it can be");
    assert_eq!(
        session.view(song).realm().treasury[Good::Silver as usize],
        5
    );
    assert_eq!(session.books(song).len(), before + 1);
    assert_eq!(session.undo(song), Ok(None));
    let hash = session.engine().hash();
    session
        .ask(song, Ask::Order(fortify(&book, "zhending")))
        .expect("it is lawful");
    assert!(session.undo(song).is_ok_and(|ask| ask.is_some()));
    assert_eq!(session.engine().hash(), hash);
    assert_eq!(session.books(song).len(), before + 1);
}
