//! The lesser matters that a person leaves to a secretariat: settled, told, kept like what he asks himself, and taken back.

use std::sync::Arc;

use rivers_and_mountains::engine::Ask;
use rivers_and_mountains::prose::texts::Texts;
use rivers_and_mountains::scenario::model::Cond;
use rivers_and_mountains::table::session::{NoKeeper, Step};
use rivers_and_mountains::table::{Session, needs_eyes, news};

use crate::harness::{book, jin, song};

const WORDS: &str = "Settled by the secretariat";

/// Song's game on the stage, in which the first of its matters is a lesser one.
fn session() -> Session {
    let mut book = book();
    let own = book.decisions.iter_mut().filter(|d| d.court == song());
    for matter in own {
        matter.lesser = matter.id == "stay_or_go";
        matter.when = Cond::Always;
    }
    let keeper = Box::new(NoKeeper);
    Session::new(Arc::new(book), 3, &[song()], &[], Texts::default(), keeper)
}

/// Plays to the end; the great matters pass unanswered. Which matters ever waited for the person, by whether they are lesser ones.
fn play(session: &mut Session) -> (usize, usize) {
    let (mut great, mut lesser) = (0, 0);
    while session.engine().ended().is_none() {
        for (_, decision) in session.waiting(song()) {
            if session.engine().book().decisions[decision.index()].lesser {
                lesser += 1;
            } else {
                great += 1;
            }
        }
        session.end_turn().expect("there is room");
    }
    (great, lesser)
}

#[test]
fn a_secretariat_settles_lesser_matters_and_only_those() {
    let mut left = session();
    let (_, lesser) = play(&mut left);
    assert!(lesser > 0, "without one they wait");
    let mut session = session();
    session.set_secretariat(true);
    let (great, lesser) = play(&mut session);
    assert!(great > 0);
    assert_eq!(lesser, 0);
    let chosen = session.history().iter().filter(|step| {
        matches!(step, Step::Ask(by, Ask::Choose { decision, .. })
            if *by == song() && session.engine().book().decisions[decision.index()].lesser)
    });
    assert_eq!(chosen.count(), 1);
    assert!(session.asks().iter().all(|(by, _)| *by != jin()));
}

#[test]
fn what_it_settled_is_told_once_and_can_be_taken_back_in_the_same_xun() {
    let mut session = session();
    session.set_secretariat(true);
    let told = |session: &Session| {
        let news = news(session, song());
        news.iter().filter(|n| n.text.starts_with(WORDS)).count()
    };
    while session.settled(song()).next().is_none() {
        assert!(session.engine().ended().is_none() && told(&session) == 0);
        session.end_turn().expect("there is room");
    }
    let (decision, _) = session.settled(song()).last().expect("just settled");
    assert!(told(&session) > 0);
    assert!(session.waiting(song()).iter().all(|(_, d)| *d != decision));
    let before = told(&session);
    session.undo(song()).expect("there is room");
    assert_eq!(told(&session), before - 1);
    assert!(session.waiting(song()).iter().any(|(_, d)| *d == decision));
    assert!(needs_eyes(&session, song()), "it waits for the person now");
    // Who lets it lie has it settled after all.
    session.end_turn().expect("there is room");
    assert!(session.waiting(song()).iter().all(|(_, d)| *d != decision));
}

#[test]
fn a_journal_plays_the_same_without_one() {
    let mut kept = session();
    kept.set_secretariat(true);
    play(&mut kept);
    let mut again = session();
    for step in kept.history() {
        again.replay(step).expect("it goes as written");
    }
    assert_eq!(again.engine().hash(), kept.engine().hash());
}
