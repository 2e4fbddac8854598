//! The court that looks ahead: what it asks is lawful, the same for the same seed, and hangs on nothing that its court cannot see.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use rivers_and_mountains::base::date::{Date, Turn};
use rivers_and_mountains::base::ids::{ArmyId, CourtId, DecisionId, OptionId, PlaceId};
use rivers_and_mountains::engine::{Ask, Engine, Save};
use rivers_and_mountains::orders::OrderNow;
use rivers_and_mountains::policy::temper::Temper;
use rivers_and_mountains::policy::{self, Kind, Player, table};
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::state::components::Matter;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::study;
use rivers_and_mountains::view::View;

static STAGE: LazyLock<Arc<Scenario>> = LazyLock::new(|| book("stage.ron", &common::stage()));
static JINGKANG: LazyLock<Arc<Scenario>> =
    LazyLock::new(|| book("jingkang.ron", &common::texts("scenarios")));

/// Enough for every path through the planner, and quick.
const FEW: Kind = Kind::Planner(2);

fn book(name: &str, files: &BTreeMap<String, String>) -> Arc<Scenario> {
    let loaded = load(name, files).unwrap_or_else(|list| panic!("{}", common::told(&list, files)));
    Arc::new(loaded.scenario)
}

/// A game after some turns between counsels.
fn game(book: &Arc<Scenario>, seed: u64, turns: u16) -> Engine {
    let mut engine = Engine::new(book.clone(), seed);
    let mut players = table(book, seed, &[]);
    while engine.turn().0 < turns && engine.ended().is_none() {
        for (i, player) in players.iter_mut().enumerate() {
            policy::act(&mut engine, CourtId::of(i), player.as_mut());
        }
        engine.end_turn();
    }
    engine
}

/// What a new planner asks for in this game.
fn asks(engine: &Engine, court: CourtId) -> (Vec<(DecisionId, OptionId)>, Vec<OrderNow>) {
    let mut planner = FEW.player(engine.book(), court, 5);
    let view = engine.view(court);
    (planner.choices(&view), planner.orders(&view))
}

/// A player that counts what is refused to it.
struct Counted(Box<dyn Player + Send>, Vec<Ask>);

impl Player for Counted {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        self.0.choices(view)
    }
    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        self.0.orders(view)
    }
    fn refused(&mut self, _: &View<'_>, ask: &Ask, _: &Refusal) {
        self.1.push(ask.clone());
    }
    fn fork(&self) -> Box<dyn Player + Send> {
        Box::new(Self(self.0.fork(), self.1.clone()))
    }
}

fn plays_lawfully(book: &Arc<Scenario>, seed: u64, court: CourtId, turns: u16) {
    let mut engine = Engine::new(book.clone(), seed);
    let mut players = table(book, seed, &[]);
    let mut planner = Counted(FEW.player(book, court, seed), Vec::new());
    let mut asked = 0;
    while engine.ended().is_none() && engine.turn().0 < turns {
        for (i, player) in players.iter_mut().enumerate() {
            let id = CourtId::of(i);
            if id == court {
                asked += policy::act(&mut engine, id, &mut planner).len();
            } else {
                policy::act(&mut engine, id, player.as_mut());
            }
        }
        engine.end_turn();
    }
    assert!(planner.1.is_empty(), "seed {seed}: {:?}", planner.1);
    assert!(asked > 0, "it did something");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_it_asks_is_lawful(seed in any::<u64>(), court in 0_usize..2) {
        plays_lawfully(&STAGE, seed, CourtId::of(court), u16::MAX);
    }

    #[test]
    fn the_same_seed_asks_the_same(seed in any::<u64>(), court in 0_usize..2) {
        let seats = vec![(CourtId::of(court), FEW)];
        prop_assert_eq!(
            study::one(&STAGE, seed, &seats, study::Noted::ALL),
            study::one(&STAGE, seed, &seats, study::Noted::ALL)
        );
    }
}

/// A game that is gone on with is the game that was left: it remembers nothing that a journal does not keep.
#[test]
fn one_who_sits_down_again_plays_on_as_before() {
    for court in [CourtId::of(0), CourtId::of(1)] {
        let mut kept = FEW.player(&STAGE, court, 5);
        let mut engine = Engine::new(STAGE.clone(), 5);
        let mut players = table(&STAGE, 5, &[]);
        while engine.ended().is_none() {
            for (i, player) in players.iter_mut().enumerate() {
                let id = CourtId::of(i);
                if id == court {
                    let mut fork = engine.fork();
                    let mut anew = FEW.player(&STAGE, court, 5);
                    assert_eq!(
                        policy::act(&mut fork, id, anew.as_mut()),
                        policy::act(&mut engine, id, kept.as_mut())
                    );
                } else {
                    policy::act(&mut engine, id, player.as_mut());
                }
            }
            engine.end_turn();
        }
    }
}

#[test]
fn what_it_asks_in_jingkang_is_lawful() {
    for court in ["song", "jin"] {
        let id = JINGKANG.court(court).expect("a court");
        plays_lawfully(&JINGKANG, 3, id, 12);
    }
}

/// Everything that a court does not see is made another: the strength, temper and whereabouts of what others have, their money and
/// their minds, what they chose and have in train, and the luck of the game.
fn another_behind_the_hills(save: &Save, view: &View<'_>) -> Save {
    let (book, court) = (view.book(), view.court());
    let mut save = save.clone();
    save.seed ^= 0xFEED;
    let state = &mut save.state;
    let seen = view.in_sight();
    let hidden: Vec<PlaceId> = view
        .places()
        .filter(|p| !seen.contains(p) && view.siege(*p).is_none())
        .collect();
    for (i, (force, field)) in state.armies.iter_mut().enumerate() {
        // Whoever is shut in a town that the court besieges is seen by its scouts with the town.
        let scouted = field
            .as_ref()
            .is_some_and(|f| view.siege(f.at).is_some_and(|s| s.by == court));
        if force.court == court || scouted {
            continue;
        }
        force.food += 40;
        force.quality = 100 - force.quality;
        force.engines = 100 - force.engines;
        let Some(field) = field.as_mut().filter(|f| hidden.contains(&f.at)) else {
            continue;
        };
        force.men = force.men * 3 + 1;
        force.morale = 100 - force.morale;
        // To another hidden place, whoever holds it.
        let at = hidden[i * 7 % hidden.len()];
        (field.at, field.goal, field.next, field.done_km) = (at, at, None, 0);
    }
    for (town, country, siege, _) in &mut state.places {
        let scouted = siege.is_some_and(|s| s.by == court);
        if town.holder.is_none_or(|h| view.allied(h)) || scouted {
            continue;
        }
        town.garrison = town.garrison * 3 + 500;
        town.quality = 100 - town.quality;
        town.morale = 100 - town.morale;
        town.walls /= 2;
        town.stores += 70;
        country.wealth = country.wealth.map(|n| n / 3);
    }
    for (figure, _) in &mut state.people {
        if figure.court != Some(court) {
            figure.loyalty = 100 - figure.loyalty;
        }
    }
    for realm in &mut state.courts {
        if realm.id != court {
            realm.treasury = realm.treasury.map(|n| n * 4 + 9);
            realm.legitimacy = 100 - realm.legitimacy;
            realm.lean = -realm.lean;
            realm.edicts = 0;
        }
    }
    let tables = &mut state.tables;
    for (i, matter) in tables.matters.iter_mut().enumerate() {
        if book.decisions[i].court != court {
            *matter = Matter {
                laid: Some(Turn(0)),
                chose: Some(OptionId::of(i % 2)),
                closed: Some(Turn(0)),
                heard: 0,
            };
        }
    }
    tables
        .deferred
        .retain(|d| book.decisions[d.decision.index()].court == court);
    tables.on_the_way.clear();
    let armies = book.armies.len();
    for (i, known) in tables.known.iter_mut().enumerate() {
        if i / armies != court.index() {
            *known = None;
        }
    }
    tables.home += 5;
    tables.dead.iter_mut().for_each(|n| *n += 9_000);
    tables.scattered.iter_mut().for_each(|n| *n += 9_000);
    tables.reached.fill(None);
    tables.stood.fill(None);
    save
}

#[test]
fn it_knows_only_what_its_court_knows() {
    for (seed, turns) in [(1, 0), (1, 5), (2, 9), (3, 14), (4, 20)] {
        let engine = game(&JINGKANG, seed, turns);
        for court in ["song", "jin"] {
            let court = JINGKANG.court(court).expect("a court");
            let save = engine.save();
            let other = another_behind_the_hills(&save, &engine.view(court));
            let other = Engine::load(JINGKANG.clone(), &other);
            assert_ne!(other.hash(), engine.hash());
            let imagined = |game: &Engine| Engine::imagined(&game.view(court), 7).hash();
            assert_eq!(
                imagined(&other),
                imagined(&engine),
                "seed {seed}, turn {turns}"
            );
            assert_eq!(
                asks(&other, court),
                asks(&engine, court),
                "seed {seed}, turn {turns}, court {court:?}"
            );
        }
    }
}

/// Not the documented choices and marches, not the grades, not the checkpoints.
#[test]
fn it_cannot_see_the_record() {
    let mut other = Scenario::clone(&JINGKANG);
    for decision in &mut other.decisions {
        decision.chose = OptionId::of((decision.chose.index() + 1) % decision.options.len());
        decision.chosen_on = Date(decision.chosen_on.0 - 400);
    }
    other.record.clear();
    for checkpoint in &mut other.checkpoints {
        checkpoint.what = rivers_and_mountains::scenario::model::Cond::Always;
        checkpoint.weight = 1;
    }
    let other = Arc::new(other);
    for court in ["song", "jin"] {
        let court = JINGKANG.court(court).expect("a court");
        assert_eq!(
            asks(&game(&other, 2, 8), court),
            asks(&game(&JINGKANG, 2, 8), court)
        );
    }
}

#[test]
fn an_imagined_game_is_the_courts_own_affairs_and_a_guess_at_the_rest() {
    let engine = game(&JINGKANG, 4, 10);
    for court in ["song", "jin"] {
        let court = JINGKANG.court(court).expect("a court");
        let view = engine.view(court);
        let imagined = |luck| Engine::imagined(&view, luck);
        let (one, two) = (imagined(1), imagined(2));
        assert_eq!(
            one.hash(),
            imagined(1).hash(),
            "the same luck is the same game"
        );
        assert_ne!(one.hash(), two.hash());
        for game in [&one, &two] {
            let inside = game.view(court);
            assert!(inside.armies().eq(view.armies()));
            assert_eq!(inside.realm(), view.realm());
            assert!(inside.pending().eq(view.pending()));
            assert!(inside.levies().eq(view.levies()));
            for place in view.places() {
                assert_eq!(inside.holder(place), view.holder(place));
                assert_eq!(inside.town(place), view.town(place));
                assert_eq!(inside.siege(place), view.siege(place));
            }
            let standing = |game: &Engine| -> Vec<ArmyId> { game.whole().all_standing().to_vec() };
            let all = standing(game);
            let heard: Vec<ArmyId> = standing(&engine);
            assert!(
                heard.iter().filter(|a| !all.contains(a)).count() <= 2,
                "all but the latest levies are known to stand"
            );
            // Nobody it sees is imagined elsewhere.
            for seen in view.known().filter(|k| k.seen == view.turn()) {
                assert_eq!(game.whole().field(seen.id).map(|f| f.at), Some(seen.place));
            }
        }
    }
}

/// In the long wars others draw up papers that a court never sees, and cede towns under them: what it imagines can still be played on.
#[test]
fn what_a_court_imagines_of_a_long_war_can_be_played_on() {
    let files = common::texts("scenarios");
    for (name, seeds) in [("haishang.ron", 401..=404), ("shaoxing.ron", 1..=2)] {
        let book = book(name, &files);
        for seed in seeds {
            let mut engine = Engine::new(book.clone(), seed);
            let mut players = table(&book, seed, &[]);
            while engine.ended().is_none() {
                for court in ["song", "jin"]
                    .iter()
                    .filter(|_| engine.turn().0.is_multiple_of(20))
                {
                    let court = book.court(court).expect("a court");
                    let mut imagined = Engine::imagined(&engine.view(court), seed);
                    let mut others = table(&book, seed, &[]);
                    for _ in 0..3 {
                        for (i, player) in others.iter_mut().enumerate() {
                            policy::act(&mut imagined, CourtId::of(i), player.as_mut());
                        }
                        imagined.end_turn();
                    }
                }
                for (i, player) in players.iter_mut().enumerate() {
                    policy::act(&mut engine, CourtId::of(i), player.as_mut());
                }
                engine.end_turn();
            }
        }
    }
}

/// It plays for its court's standing, and gets more of it than counsel does from the same seeds: on the stage, where a game is short.
#[test]
fn looking_ahead_pays() {
    for court in [CourtId::of(0), CourtId::of(1)] {
        let mean = |kind| -> i32 {
            let seats = vec![(court, kind)];
            (1..=12)
                .filter_map(|seed| {
                    study::one(&STAGE, seed, &seats, study::Noted::ALL).standing(court)
                })
                .sum()
        };
        let (ahead, plain) = (mean(FEW), mean(Kind::Counsel));
        assert!(ahead > plain, "{court:?}: {ahead} against {plain}");
    }
}

#[test]
fn tempers_are_of_the_men_who_sit() {
    let engine = Engine::new(JINGKANG.clone(), 1);
    let song = JINGKANG.court("song").expect("a court");
    let view = engine.view(song);
    assert_eq!(Temper::Middle.lean(&view), 0);
    assert!(Temper::Cautious.lean(&view) < 0 && Temper::Bold.lean(&view) > 0);
    let who = |id: &str| JINGKANG.person(id).expect("a person");
    let (bold, meek) = (who("li_gang"), who("li_bangyan"));
    assert_eq!(Temper::Middle.heeds(&view, bold, 20), 20);
    assert!(Temper::Bold.heeds(&view, bold, 20) > Temper::Bold.heeds(&view, meek, 20));
    assert!(Temper::Cautious.heeds(&view, bold, 20) < Temper::Cautious.heeds(&view, meek, 20));
    // A brave commander fights at worse odds, whoever prevails at court.
    for temper in [Temper::Cautious, Temper::Bold] {
        assert!(temper.odds(&view, Some(bold)) <= temper.odds(&view, Some(meek)));
    }
    // Another council is another policy: with nobody in it a temper is what it is at the least.
    let mut empty = engine.save();
    empty.state.tables.posts.fill(None);
    let empty = Engine::load(JINGKANG.clone(), &empty);
    assert!(
        Temper::Bold.lean(&empty.view(song)).abs() <= Temper::Bold.lean(&view).abs(),
        "those who sit move it further"
    );
}

#[test]
fn every_policy_is_found_by_its_name() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of(&kind.name()), Some(kind));
    }
    assert_eq!(Kind::of("planner:games=9"), Some(Kind::Planner(9)));
    assert_eq!(Kind::of(&Kind::Planner(9).name()), Some(Kind::Planner(9)));
    for wrong in [
        "planner:games=0",
        "planner:games=5000",
        "planner:games=",
        "planner:",
        "genius",
    ] {
        assert_eq!(Kind::of(wrong), None, "{wrong}");
    }
}
