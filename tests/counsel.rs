//! Holds the plausible court to its word that it does not know how the story ended, and the rules to theirs.
//!
//! The record is everything a scenario says of what came of it: documented choices and marches, grades, outcomes, checkpoints,
//! and what the lives and offices of people were to be. All of it is scrambled, and nothing may play differently for it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::sync::{Arc, LazyLock};

use rivers_and_mountains::base::date::{Date, Turn};
use rivers_and_mountains::base::ids::{ArmyId, CourtId, OptionId};
use rivers_and_mountains::engine::{Ask, Engine};
use rivers_and_mountains::events::{Entry, Event};
use rivers_and_mountains::orders::{Order, OrderNow};
use rivers_and_mountains::policy::{Kind, act, play_out, table};
use rivers_and_mountains::scenario::language::Grade;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::{Cond, Eff, Scenario, Test};
use rivers_and_mountains::study;

static JINGKANG: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let files = common::texts("scenarios");
    let loaded = load("jingkang.ron", &files)
        .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
    Arc::new(loaded.scenario)
});

fn seats(book: &Scenario, kind: Kind) -> study::Seats {
    (0..book.courts.len())
        .map(|c| (CourtId::of(c), kind))
        .collect()
}

#[test]
fn the_capital_falls_in_some_games_and_holds_in_others() {
    let book = &*JINGKANG;
    let (kaifeng, song) = (
        book.place("kaifeng").expect("a place"),
        book.court("song").expect("a court"),
    );
    let mut fell = 0;
    for seed in 1..=30 {
        let mut engine = Engine::new(book.clone(), seed);
        play_out(
            &mut engine,
            &mut table(book, seed, &seats(book, Kind::Counsel)),
        );
        assert!(engine.ended().is_some());
        let lost = engine
            .whole()
            .tables()
            .falls
            .iter()
            .any(|(place, to, _, _)| *place == kaifeng && *to != song);
        fell += usize::from(lost);
    }
    assert!((1..30).contains(&fell), "Kaifeng fell in {fell} of 30");
}

/// The army that an order sends somewhere.
const fn sent(order: &OrderNow) -> Option<ArmyId> {
    match *order {
        Order::March { army, .. }
        | Order::Withdraw { army, .. }
        | Order::Besiege { army, .. }
        | Order::Assault { army, .. } => Some(army),
        _ => None,
    }
}

#[test]
fn no_captain_is_called_from_his_walls_for_a_far_army() {
    let files = common::texts("scenarios");
    let loaded = load("shaoxing.ron", &files)
        .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
    let book = Arc::new(loaded.scenario);
    for seed in 1..=20 {
        let mut engine = Engine::new(book.clone(), seed);
        let mut players = table(&book, seed, &seats(&book, Kind::Counsel));
        for _ in 0..2 {
            for (i, player) in players.iter_mut().enumerate() {
                let court = CourtId::of(i);
                let captains: Vec<_> = engine
                    .view(court)
                    .own_towns()
                    .filter_map(|town| Some((town.captain?, town.id)))
                    .collect();
                for ask in act(&mut engine, court, player.as_mut()) {
                    let Ask::Order(Order::Command { person, army }) = ask else {
                        continue;
                    };
                    let at = engine.view(court).army(army).map(|army| army.at);
                    let near = |walls| at.is_some_and(|at| book.atlas.km(walls, at) <= 300);
                    assert!(
                        captains
                            .iter()
                            .all(|(captain, walls)| *captain != person || near(*walls)),
                        "seed {seed}: {}",
                        book.people[person.index()].name
                    );
                }
            }
            engine.end_turn();
        }
    }
}

#[test]
fn what_a_council_ordered_is_not_undone_by_the_habits_of_its_court() {
    let book = &*JINGKANG;
    let jin = book.court("jin").expect("a court");
    let mut stood = 0;
    for seed in 1..=12 {
        let mut engine = Engine::new(book.clone(), seed);
        let mut players = table(book, seed, &seats(book, Kind::Counsel));
        while engine.ended().is_none() {
            for (i, player) in players.iter_mut().enumerate() {
                let court = CourtId::of(i);
                let done = act(&mut engine, court, player.as_mut());
                let view = engine.view(court);
                // A throne of its own making may keep an army, and so may hunger.
                if court != jin || !view.clients().is_empty() {
                    continue;
                }
                let told = done.iter().filter_map(|ask| match ask {
                    Ask::Choose { decision, option } => {
                        Some(&book.decisions[decision.index()].options[option.index()].effects)
                    }
                    Ask::Order(_) => None,
                });
                let told: Vec<ArmyId> = told
                    .flatten()
                    .filter_map(|effect| match effect {
                        Eff::Order(order) => sent(order),
                        _ => None,
                    })
                    .filter(|army| {
                        view.shut_in(*army).is_none()
                            && view
                                .army(*army)
                                .is_some_and(|a| a.food > 3 && a.at != a.goal)
                    })
                    .collect();
                for ask in &done {
                    if let Ask::Order(order) = ask
                        && let Some(army) = sent(order)
                    {
                        assert!(!told.contains(&army), "seed {seed}: {order:?}");
                    }
                }
                stood += told.len();
            }
            engine.end_turn();
        }
    }
    assert!(stood > 10, "only {stood} orders of councils");
}

/// Everything that says what was chosen and done in fact, with the shape of the state left as it is.
fn scramble(book: &mut Scenario) {
    for (i, decision) in book.decisions.iter_mut().enumerate() {
        let options = decision.options.len();
        decision.chose = OptionId::of((decision.chose.index() + 1 + i % 2) % options);
        decision.chosen_on = Date(decision.chosen_on.0 - 400);
        decision.outcome = "It came out otherwise.".to_owned();
        decision.quarrel.clear();
        for (n, option) in decision.options.iter_mut().enumerate() {
            option.grade = match (option.grade, n % 2) {
                (Grade::Documented, _) => Grade::Conjectural,
                (_, 0) => Grade::Documented,
                (_, _) => Grade::Proposed,
            };
        }
    }
    book.record.reverse();
    for on in &mut book.record {
        on.turn = Turn(on.turn.0 ^ 1);
        on.orders.reverse();
    }
    for checkpoint in &mut book.checkpoints {
        checkpoint.id.push('x');
        checkpoint.title.clear();
        checkpoint.weight = 6 - checkpoint.weight;
        checkpoint.held_out = !checkpoint.held_out;
        checkpoint.claims.clear();
    }
    for person in &mut book.people {
        person.fate = "He was never heard of again.".to_owned();
    }
    book.content_hash ^= 1;
}

/// The checkpoints themselves and what advisors expected, too: these leave their trace in the state, and only there.
fn scramble_tests(book: &mut Scenario) {
    book.checkpoints.reverse();
    for (i, checkpoint) in book.checkpoints.iter_mut().enumerate() {
        checkpoint.what = if i % 2 == 0 {
            Cond::Always
        } else {
            Cond::Not(Box::new(checkpoint.what.clone()))
        };
        checkpoint.test = match checkpoint.test {
            Test::Never => Test::StoodOn(book.from),
            Test::Happened(day, _) => Test::StoodOn(day),
            Test::StoodOn(_) => Test::Never,
        };
    }
    for decision in &mut book.decisions {
        for voice in &mut decision.voices {
            voice.expected = Cond::Not(Box::new(voice.expected.clone()));
        }
    }
}

/// What was to become of people after the first day: when they died, and which offices they came to or left.
fn scramble_lives(book: &mut Scenario) {
    let from = book.from;
    for person in &mut book.people {
        if person.died.is_none_or(|died| died >= from) {
            person.died = None;
        }
        person
            .offices
            .retain(|office| office.from.is_none_or(|begun| begun <= from));
        for office in &mut person.offices {
            if office.until.is_some_and(|until| until >= from) {
                office.until = None;
            }
        }
    }
}

fn hashes(book: &Arc<Scenario>, kind: Kind) -> Vec<Option<u64>> {
    (1..=6)
        .map(|seed| study::one(book, seed, &seats(book, kind), study::Noted::ALL).hash)
        .collect()
}

/// A game as it is told, without what only watches it.
fn told(book: &Arc<Scenario>, kind: Kind, seed: u64) -> Vec<Entry> {
    let mut engine = Engine::new(book.clone(), seed);
    play_out(&mut engine, &mut table(book, seed, &seats(book, kind)));
    engine
        .chronicle()
        .iter()
        .filter(|entry| {
            !matches!(
                entry.event,
                Event::Met { .. } | Event::Stood { .. } | Event::Tested { .. }
            )
        })
        .cloned()
        .collect()
}

fn changed(change: impl FnOnce(&mut Scenario)) -> Arc<Scenario> {
    let mut book = Scenario::clone(&JINGKANG);
    change(&mut book);
    Arc::new(book)
}

#[test]
fn counsel_cannot_see_the_record() {
    assert_eq!(
        hashes(&changed(scramble), Kind::Counsel),
        hashes(&JINGKANG, Kind::Counsel)
    );
}

#[test]
fn the_rules_cannot_see_the_record() {
    assert_eq!(
        hashes(&changed(scramble), Kind::Random),
        hashes(&JINGKANG, Kind::Random)
    );
}

#[test]
fn the_record_policy_does_see_it() {
    assert_ne!(
        hashes(&changed(scramble), Kind::Record),
        hashes(&JINGKANG, Kind::Record)
    );
}

#[test]
fn nothing_that_happens_hangs_on_a_checkpoint() {
    let book = changed(|book| {
        scramble(book);
        scramble_tests(book);
    });
    for kind in [Kind::Counsel, Kind::Random] {
        for seed in 1..=4 {
            assert!(
                told(&book, kind, seed) == told(&JINGKANG, kind, seed),
                "{kind:?}, seed {seed}"
            );
        }
    }
}

#[test]
fn nobody_dies_because_he_died() {
    assert_eq!(
        hashes(&changed(scramble_lives), Kind::Random),
        hashes(&JINGKANG, Kind::Random)
    );
}

/// Whom it appoints does not hang on who would hold office months after the first day.
#[test]
fn counsel_does_not_know_who_will_hold_office() {
    assert_eq!(
        hashes(&changed(scramble_lives), Kind::Counsel),
        hashes(&JINGKANG, Kind::Counsel)
    );
}

/// Zhongshan and Taiyuan were signed away in February 1126 and did not open: whoever goes for such a town has the same reason to stay before it.
#[test]
fn an_army_before_a_town_that_was_signed_away_does_not_go_to_and_fro() {
    let book = &*JINGKANG;
    for (seed, army) in [(37, "jin_east"), (26, "jin_cordon")] {
        let army = book.army(army).expect("an army");
        let mut engine = Engine::new(book.clone(), seed);
        let mut players = table(book, seed, &seats(book, Kind::Counsel));
        let mut stops = Vec::new();
        while engine.ended().is_none() {
            for (i, player) in players.iter_mut().enumerate() {
                act(&mut engine, CourtId::of(i), player.as_mut());
            }
            engine.end_turn();
            let at = engine.whole().field(army).map(|field| field.at);
            if stops.last() != Some(&at) {
                stops.push(at);
            }
        }
        let back = stops.windows(3).filter(|w| w[0] == w[2]).count();
        assert!(back <= 6, "seed {seed}: it turned back {back} times");
    }
}
