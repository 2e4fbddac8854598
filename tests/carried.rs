//! A world carried from one scenario into the next: what both have goes over, nobody is in two places, and the game that follows
//! is as sound as any.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::engine::Engine;
use rivers_and_mountains::engine::carried::Carried;
use rivers_and_mountains::policy::{self, Kind};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;

fn book(name: &str) -> Arc<Scenario> {
    let files = common::texts("scenarios");
    let loaded =
        load(name, &files).unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
    Arc::new(loaded.scenario)
}

static BEFORE: LazyLock<Arc<Scenario>> = LazyLock::new(|| book("haishang.ron"));
static AFTER: LazyLock<Arc<Scenario>> = LazyLock::new(|| book("jingkang.ron"));

/// A game played to its end by these players at both tables.
fn played(kind: Kind, seed: u64) -> Engine {
    let book = &*BEFORE;
    let named: Vec<(CourtId, Kind)> = ["song", "jin"]
        .map(|id| (book.court(id).expect("it is there"), kind))
        .into();
    let mut engine = Engine::new(book.clone(), seed);
    let mut players = policy::table(book, seed, &named);
    policy::play_out(&mut engine, &mut players);
    engine
}

/// Whatever became of the first scenario, the second begins, plays to its end, and is the same every time.
#[test]
fn whatever_came_of_the_alliance_a_war_can_follow_it() {
    for (kind, seed) in [
        (Kind::Record, 1),
        (Kind::Record, 2),
        (Kind::Counsel, 3),
        (Kind::Random, 4),
        (Kind::Random, 5),
    ] {
        let first = played(kind, seed);
        let world = Carried::of(first.whole(), seed);
        // The journal keeps it in its first line.
        let text = serde_json::to_string(&world).expect("it is written");
        assert_eq!(
            serde_json::from_str::<Carried>(&text).expect("it is read"),
            world
        );
        let mut hashes = BTreeSet::new();
        for _ in 0..2 {
            let mut engine = Engine::carried(AFTER.clone(), 7, &world);
            sound(&engine);
            let mut players = policy::table(&AFTER, 7, &[]);
            policy::play_out(&mut engine, &mut players);
            assert!(engine.ended().is_some());
            hashes.insert(engine.hash());
        }
        assert_eq!(hashes.len(), 1);
    }
}

/// Nobody commands two armies or commands for a court that he does not serve; no army of a fallen court stands.
fn sound(engine: &Engine) {
    let game = engine.whole();
    let mut busy = BTreeSet::new();
    for (army, force, _) in game.standing() {
        assert!(game.realm(force.court).stands, "{army:?}");
        if let Some(who) = force.commander {
            assert!(busy.insert(who));
            assert_eq!(game.figure(who).court, Some(force.court));
            assert!(game.figure(who).alive);
        }
    }
}

/// Towns, treasuries, wars and people stand as they stood.
#[test]
fn the_world_is_the_one_that_was_left() {
    let first = played(Kind::Record, 1);
    let (old, world) = (first.whole(), Carried::of(first.whole(), 1));
    let next = Engine::carried(AFTER.clone(), 1, &world);
    let new = next.whole();
    let mut compared = 0;
    for place in old.places() {
        let id = &BEFORE.atlas.places[place.index()].id;
        let (Some(holder), Some(there)) = (old.holder(place), AFTER.place(id)) else {
            continue;
        };
        if let Some(court) = AFTER.court(&BEFORE.courts[holder.index()].id) {
            assert_eq!(new.holder(there), Some(court), "{id}");
            compared += 1;
        }
    }
    assert!(compared > 60, "{compared}");
    for id in ["song", "jin"] {
        let (was, now) = (
            BEFORE.court(id).expect("it is there"),
            AFTER.court(id).expect("it is there"),
        );
        assert_eq!(old.realm(was).treasury, new.realm(now).treasury, "{id}");
        assert_eq!(old.realm(was).legitimacy, new.realm(now).legitimacy, "{id}");
    }
    for person in old.people() {
        let id = &BEFORE.people[person.index()].id;
        let there = AFTER.person(id).expect("the same table");
        assert_eq!(old.figure(person).alive, new.figure(there).alive, "{id}");
    }
}
