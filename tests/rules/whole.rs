//! Whole games through the door: forks, saves, and taking an order back.

use std::sync::Arc;

use rivers_and_mountains::base::ids::{CourtId, OptionId};
use rivers_and_mountains::engine::{Ask, Engine, Save};
use rivers_and_mountains::events::Event;
use rivers_and_mountains::orders::{Order, Proclamation, Treat};
use rivers_and_mountains::policy::{self, Kind};
use rivers_and_mountains::scenario::model::{Cond, Eff};

use crate::harness::{army, book, jin, matter_of, place, song};

fn turns(engine: &mut Engine, n: usize) {
    let seats = [(song(), Kind::Random), (jin(), Kind::Random)];
    let mut players = policy::table(engine.book(), engine.seed(), &seats);
    for _ in 0..n {
        for (i, player) in players.iter_mut().enumerate() {
            policy::act(engine, CourtId::of(i), player.as_mut());
        }
        engine.end_turn();
    }
}

fn proclaim(what: Proclamation) -> Ask {
    Ask::Order(Order::Proclaim { what })
}

#[test]
fn a_fork_and_a_save_go_on_to_the_same_hash() {
    for seed in 1..=5 {
        let mut engine = Engine::new(Arc::new(book()), seed);
        turns(&mut engine, 4);
        // In the middle of a turn.
        engine
            .submit(song(), &proclaim(Proclamation::CallToArms))
            .expect("lawful");
        let mut fork = engine.fork();
        let text = postcard::to_allocvec(&engine.save()).expect("it encodes");
        let save: Save = postcard::from_bytes(&text).expect("it decodes");
        let mut loaded = Engine::load(engine.book().clone(), &save);
        for other in [&mut fork, &mut loaded] {
            assert_eq!(other.hash(), engine.hash());
        }
        for n in 0..6 {
            for game in [&mut engine, &mut fork, &mut loaded] {
                turns(game, 1);
            }
            assert_eq!(
                (fork.hash(), loaded.hash()),
                (engine.hash(), engine.hash()),
                "seed {seed}, turn {n}"
            );
        }
        assert_eq!(engine.chronicle(), loaded.chronicle());
    }
}

#[test]
fn a_fork_leaves_the_game_it_came_from_alone() {
    let mut engine = Engine::new(Arc::new(book()), 1);
    turns(&mut engine, 2);
    let before = engine.hash();
    let mut fork = engine.fork();
    turns(&mut fork, 3);
    assert_eq!(engine.hash(), before);
}

#[test]
fn an_order_taken_back_was_never_given() {
    let mut plain = Engine::new(Arc::new(book()), 3);
    turns(&mut plain, 3);
    let opening = plain.save();
    let mut other = Engine::load(plain.book().clone(), &opening);
    for ask in [
        proclaim(Proclamation::SelfBlame),
        Ask::Order(Order::Disband {
            army: army("western_van"),
        }),
    ] {
        other.submit(song(), &ask).expect("lawful");
    }
    assert_ne!(other.hash(), plain.hash());
    let mut undone = Engine::load(plain.book().clone(), &opening);
    assert_eq!(undone.hash(), plain.hash());
    plain.end_turn();
    undone.end_turn();
    assert_eq!(undone.hash(), plain.hash());
    assert_eq!(undone.chronicle(), plain.chronicle());
}

#[test]
fn a_refused_request_leaves_no_trace() {
    let mut engine = Engine::new(Arc::new(book()), 1);
    let before = (engine.hash(), engine.events_now().len());
    let ask = Ask::Order(Order::March {
        army: army("jin_east"),
        to: place("kaifeng"),
    });
    assert!(engine.submit(song(), &ask).is_err());
    assert_eq!((engine.hash(), engine.events_now().len()), before);
}

/// A game forked, or saved and loaded, after war was declared this turn knows at its end who broke the oath.
#[test]
fn a_save_in_the_turn_of_a_declaration_of_war_remembers_who_broke_the_oath() {
    let matter = matter_of(jin());
    let mut book = book();
    for court in &mut book.courts {
        court.at_war_with.clear();
    }
    let decision = &mut book.decisions[matter.index()];
    decision.when = Cond::Always;
    decision.options[0].needs = Cond::Always;
    decision.options[0].effects = vec![Eff::Order(Order::treat(Treat::War { on: song() }))];
    let mut engine = Engine::new(Arc::new(book), 1);
    engine
        .submit(
            jin(),
            &Ask::Choose {
                decision: matter,
                option: OptionId(0),
            },
        )
        .expect("lawful");
    let mut loaded = engine.fork();
    assert_eq!(loaded.hash(), engine.hash());
    engine.end_turn();
    loaded.end_turn();
    let broke = |game: &Engine| {
        game.chronicle()
            .iter()
            .any(|e| matches!(e.event, Event::ClauseBroken { by, .. } if by == jin()))
    };
    assert!(broke(&engine));
    assert!(broke(&loaded));
    assert_eq!(loaded.hash(), engine.hash());
}
