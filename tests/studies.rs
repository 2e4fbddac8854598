//! Studies: a branch is the game it claims to be, sums add up however they are divided, and other readings are other games.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod common;

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rivers_and_mountains::base::ids::{CourtId, OptionId};
use rivers_and_mountains::engine::{Ask, Engine};
use rivers_and_mountains::policy::{self, Kind};
use rivers_and_mountains::rules::state::snapshot::Opening;
use rivers_and_mountains::scenario::load::{load, load_under};
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::scenario::readings::{Readings, disputes};
use rivers_and_mountains::study::advisors::Voices;
use rivers_and_mountains::study::branches::{Asked, Desk, everybody, situations};
use rivers_and_mountains::study::impact::{self, Impacts};
use rivers_and_mountains::study::odds::Pairs;
use rivers_and_mountains::study::outcomes::Outcomes;
use rivers_and_mountains::study::quarrels::Quarrelling;
use rivers_and_mountains::study::results::{Points, Verdict};
use rivers_and_mountains::study::run::{Came, Progress, Seeds, Study, block, whole};
use rivers_and_mountains::study::spread::Spreading;
use rivers_and_mountains::study::turning::{Game, Turnings, retrace};

fn jingkang() -> Arc<Scenario> {
    let loaded = load("jingkang.ron", &common::texts("scenarios")).expect("Jingkang loads");
    Arc::new(loaded.scenario)
}

fn stage() -> Arc<Scenario> {
    let loaded = load("stage.ron", &common::texts("tests/stage")).expect("the stage loads");
    Arc::new(loaded.scenario)
}

const TWO: NonZeroUsize = NonZeroUsize::new(2).unwrap();

#[test]
fn the_branch_of_the_answer_that_was_given_is_the_game_itself() {
    let book = jingkang();
    let opening = Opening::of(book.clone());
    let mut answered = 0;
    for (seed, kind) in [(1, Kind::Counsel), (2, Kind::Random), (3, Kind::Record)] {
        let seats = everybody(&book, kind);
        let mut asked = impact::asked(&book, None);
        (asked.again, asked.voices) = (true, true);
        let mut desk = Desk::default();
        let again = situations(&mut desk, &opening, seed, &seats, &asked);
        let game = desk.game().expect("it was played").hash();
        asked.again = false;
        let usual = situations(&mut desk, &opening, seed, &seats, &asked);
        assert_eq!(desk.game().expect("it was played").hash(), game);
        for (again, usual) in again.iter().zip(&usual) {
            let Some(option) = again.answered else {
                continue;
            };
            let (branch, own) = (&again.ends[option.index()], &usual.ends[option.index()]);
            let (Some(branch), Some(own)) = (branch, own) else {
                continue;
            };
            answered += 1;
            assert_eq!(branch.hash, Some(game), "{:?}", again.decision);
            assert_eq!((branch.came, branch.standing), (own.came, own.standing));
            assert_eq!(branch.voices, own.voices, "{:?}", again.decision);
            // An option against itself has shifted nothing, exactly.
            let mut pairs = Pairs::default();
            for n in 0..asked.outcomes.len() {
                pairs.add(own.came.so(n), branch.came.so(n));
            }
            let shift = pairs.shift("itself");
            assert_eq!(
                (shift.by, shift.only_reference, shift.only_changed),
                (Points(0), 0, 0)
            );
        }
        assert_eq!(again.len(), usual.len());
    }
    assert!(answered > 30, "{answered}");
}

#[test]
fn what_a_voice_expected_is_tested_as_the_game_tests_it() {
    let book = jingkang();
    let opening = Opening::of(book.clone());
    let asked = Asked {
        voices: true,
        ..Asked::all(&book, Outcomes::new(Vec::new()))
    };
    let mut tested = 0;
    for seed in 1..4 {
        let mut desk = Desk::default();
        let seats = everybody(&book, Kind::Counsel);
        let found = situations(&mut desk, &opening, seed, &seats, &asked);
        let engine = desk.game().expect("it was played");
        for (decision, voice, so) in &engine.whole().tables().tested {
            let own = found
                .iter()
                .find(|s| s.decision == *decision && s.answered.is_some());
            let Some(end) = own.and_then(|s| s.ends[s.answered.unwrap().index()].as_ref()) else {
                continue;
            };
            assert!(end.voices.contains(&(*voice, *so)), "{decision:?} {voice}");
            tested += 1;
        }
    }
    assert!(tested > 20, "{tested}");
}

/// The sums of a study in so many shards, put together.
fn in_shards<S: Study>(study: &S, seeds: Seeds, of: u64) -> S::Sums {
    let mut sums = study.nothing();
    // In any order.
    for shard in (1..=of).rev() {
        let part = whole(study, seeds.shard(shard, of), TWO);
        study.merge(&mut sums, &part.sums);
    }
    sums
}

/// The study stopped again and again, kept as text in between, and gone on with.
fn in_pieces<S: Study>(study: &S, seeds: Seeds, every: u64) -> Progress<S::Sums> {
    let mut progress = Progress::new(seeds.first, study.nothing());
    let mut lines = Vec::new();
    loop {
        let (stop, played) = (AtomicBool::new(false), AtomicU64::new(0));
        let tick = || {
            if played.fetch_add(1, Ordering::SeqCst) + 1 >= every {
                stop.store(true, Ordering::SeqCst);
            }
        };
        let came = block(
            study,
            seeds,
            &mut progress,
            TWO,
            &mut Vec::new(),
            (&stop, &tick),
            &mut lines,
        );
        let text = serde_json::to_string(&progress).expect("sums are written");
        progress = serde_json::from_str(&text).expect("and read");
        if came == Came::Done {
            return progress;
        }
    }
}

/// However a study is divided, its sums are the same.
fn adds_up<S: Study>(study: &S, games: u64, shards: bool)
where
    S::Sums: PartialEq + std::fmt::Debug,
{
    let seeds = Seeds::from_one(games);
    let once = whole(study, seeds, NonZeroUsize::MIN);
    if shards {
        assert!(in_shards(study, seeds, 3) == once.sums, "shards");
    }
    assert!(
        in_pieces(study, seeds, 50) == in_pieces(study, seeds, 7),
        "two ways of stopping"
    );
    let pieces = in_pieces(study, seeds, 33);
    assert!(pieces.sums == once.sums, "stopped and gone on with");
}

#[test]
fn sums_are_the_same_however_a_study_is_divided() {
    let book = stage();
    let seats = everybody(&book, Kind::Counsel);
    adds_up(&Spreading::new(&book, seats.clone(), true), 300, true);
    adds_up(&Voices::new(&book, seats.clone()), 150, true);
    let asked = || impact::asked(&book, None);
    adds_up(
        &Impacts::new(&book, seats.clone(), asked(), None, true),
        150,
        true,
    );
    // One that stops asking about a decision stops at the same place.
    let narrow = Impacts::new(&book, seats.clone(), asked(), Some(Points(900)), true);
    adds_up(&narrow, 400, false);
    let load = |readings: &Readings| {
        load_under("stage.ron", &common::texts("tests/stage"), readings)
            .map(|loaded| Arc::new(loaded.scenario))
    };
    let quarrels = Quarrelling::new(&book, seats, load, true).expect("every reading loads");
    adds_up(&quarrels, 150, true);
}

#[test]
fn shards_are_stretches_that_leave_nothing_out() {
    let seeds = Seeds::from_one(1000);
    let shards: Vec<Seeds> = (1..=7).map(|n| seeds.shard(n, 7)).collect();
    assert_eq!((shards[0].first, shards[6].last), (1, 1000));
    for two in shards.windows(2) {
        assert_eq!(two[0].last + 1, two[1].first);
        assert!(two[0].count().abs_diff(two[1].count()) <= 1);
    }
}

#[test]
fn another_reading_changes_its_number_and_whatever_follows_from_it() {
    let texts = common::texts("scenarios");
    let book = jingkang();
    let all = disputes(&book);
    assert!(all.len() > 5, "{}", all.len());
    let dispute = all
        .iter()
        .find(|d| d.id() == "garrison:kaifeng")
        .expect("Kaifeng is disputed");
    let other = (dispute.taken() + 1) % dispute.readings.len();
    let readings = Readings::default().with(&dispute.id(), other);
    let read = load_under("jingkang.ron", &texts, &readings)
        .expect("it loads so")
        .scenario;
    let kaifeng = book.place("kaifeng").expect("Kaifeng");
    assert_eq!(
        read.places[kaifeng.index()].garrison,
        dispute.readings[other].value
    );
    assert_ne!(
        read.places[kaifeng.index()].garrison,
        book.places[kaifeng.index()].garrison
    );
    assert_ne!(
        read.content_hash, book.content_hash,
        "a journal of the one is none of the other"
    );
    let men = |book: &Scenario| book.armies.iter().map(|army| army.men).collect::<Vec<_>>();
    assert_eq!(men(&read), men(&book));
    let none = Readings::default()
        .with("army:nobody", 3)
        .with(&dispute.id(), 99);
    let same = load_under("jingkang.ron", &texts, &none)
        .expect("it loads")
        .scenario;
    assert_eq!(
        same.places[kaifeng.index()].garrison,
        book.places[kaifeng.index()].garrison
    );
}

#[test]
fn every_reading_of_every_shipped_scenario_can_be_played() {
    for name in ["jingkang", "haishang", "shaoxing"] {
        let (file, texts) = (format!("{name}.ron"), common::texts("scenarios"));
        let book = Arc::new(load(&file, &texts).expect("it loads").scenario);
        for dispute in disputes(&book) {
            for n in 0..dispute.readings.len() {
                let readings = Readings::default().with(&dispute.id(), n);
                let loaded = load_under(&file, &texts, &readings);
                assert!(
                    loaded.is_ok(),
                    "{name}: {} by reading {n}: {:?}",
                    dispute.id(),
                    loaded.err()
                );
            }
        }
    }
}

/// A game by policies, as if a person had played Song: as it ended, and what everybody asked for.
fn played(book: &Arc<Scenario>, seed: u64) -> (Engine, Vec<Vec<(CourtId, Ask)>>) {
    let mut engine = Engine::new(book.clone(), seed);
    let mut players = policy::table(book, seed, &everybody(book, Kind::Counsel));
    let mut turns = Vec::new();
    while engine.ended().is_none() {
        let mut asks = Vec::new();
        for (i, player) in players.iter_mut().enumerate() {
            let court = CourtId::of(i);
            let done = policy::act(&mut engine, court, player.as_mut());
            asks.extend(done.into_iter().map(|ask| (court, ask)));
        }
        turns.push(asks);
        engine.end_turn();
    }
    (engine, turns)
}

#[test]
fn a_game_with_its_own_luck_is_itself_and_each_of_its_matters_is_a_turning_point() {
    let book = jingkang();
    let song = book.court("song").expect("Song");
    assert_eq!(
        song,
        CourtId::of(0),
        "the person acts before the others, as at the table"
    );
    let (engine, mut turns) = played(&book, 5);
    let closed = turns.len();
    let begun = Engine::new(book.clone(), 5);
    let (retraced, moments) = retrace(begun, &turns, closed, &[song]);
    assert_eq!(retraced.hash(), engine.hash());
    assert!(moments.len() > 10, "{}", moments.len());
    for asks in &mut turns {
        asks.retain(|(court, _)| *court == song);
    }
    let begin = |seed| Engine::new(book.clone(), seed);
    let others = everybody(&book, Kind::Counsel)
        .into_iter()
        .filter(|(c, _)| *c != song);
    let answered: Vec<_> = moments.iter().map(|m| (m.decision, m.chose)).collect();
    let study = Turnings::new(
        Game {
            engine: &engine,
            persons: vec![song],
            seats: others.collect(),
            asks: turns,
            moments,
            begin: &begin,
        },
        Kind::Counsel,
    );
    assert_eq!(
        study.again(5).hash(),
        engine.hash(),
        "with its own luck it is the game itself"
    );
    assert_ne!(study.again(6).hash(), engine.hash());

    let progress = whole(&study, Seeds::from_one(12), TWO);
    let about = rivers_and_mountains::study::results::About {
        scenario: book.id.clone(),
        title: book.title.clone(),
        title_zh: book.title_zh.clone(),
        content: String::new(),
        program: String::new(),
        seats: Vec::new(),
        first_seed: 1,
        games: 12,
        planned: 12,
        label: String::new(),
    };
    let told = study.told(about, &progress.sums);
    assert!(told.over);
    assert_eq!(told.points.len(), answered.len());
    for (point, (decision, chose)) in told.points.iter().zip(&answered) {
        let matter = &book.decisions[decision.index()];
        let option = |option: &OptionId| matter.options[option.index()].id.clone();
        assert_eq!(
            (&point.decision, &point.chose),
            (&matter.id, &option(chose))
        );
        let chosen = point.options.iter().filter(|o| o.chosen).count();
        assert_eq!(chosen, 1, "{}", point.decision);
        for other in point.options.iter().filter(|o| !o.chosen) {
            assert_eq!(other.shifts.len(), told.headlines.len());
            assert!(other.shifts.iter().all(|s| s.reference.of == 12));
        }
    }
    for (luck, headline) in told.luck.iter().zip(&told.headlines) {
        assert_eq!(luck.headline, headline.id);
        let whole = if luck.happened { 10_000 } else { 0 };
        assert_eq!(luck.luck, Points(whole - luck.odds.share.0));
    }
}

#[test]
fn a_choice_that_matters_is_said_to_and_one_that_does_not_is_not() {
    // Whether the gates are opened to Guo Jing's soldiers is a matter of the wall; the record has it that the city then fell.
    let book = jingkang();
    let decision = book.decision("guo_jing").expect("the matter");
    let seats = everybody(&book, Kind::Counsel);
    let asked = impact::asked(&book, Some(decision));
    let study = Impacts::new(&book, seats, asked, None, false);
    let progress = whole(&study, Seeds::from_one(256), TWO);
    let about = rivers_and_mountains::study::results::About {
        scenario: String::new(),
        title: String::new(),
        title_zh: String::new(),
        content: String::new(),
        program: String::new(),
        seats: Vec::new(),
        first_seed: 1,
        games: 256,
        planned: 256,
        label: String::new(),
    };
    let told = study.told(about, &progress.sums);
    let shifts = told.decisions[0]
        .options
        .iter()
        .flat_map(|option| &option.shifts);
    let of = |verdict| shifts.clone().filter(move |s| s.verdict == verdict).count();
    assert!(of(Verdict::Lowered) + of(Verdict::Raised) > 0);
    assert!(
        of(Verdict::DidNotMatter) > 5,
        "most of what came before it cannot be moved by it"
    );
}
