//! Holds every game, however badly played, to its books and its bounds.
//!
//! Random courts play the stage and the shipped Jingkang. After every turn: no man and no tael was made or lost, nobody commands
//! two armies, the dead and the captive serve nobody, a besieged place is an enemy's or was ceded, every number is in its
//! range, the indices agree with what they index. And a game is its seed: the same seed plays the same, on any number of
//! threads, through any encoding.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use std::num::NonZeroUsize;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use rivers_and_mountains::base::ids::{CourtId, DecisionId, PlaceId, PostId};
use rivers_and_mountains::engine::{Engine, Save};
use rivers_and_mountains::policy::{Kind, Player, play_out, table};
use rivers_and_mountains::rules::condition::holds;
use rivers_and_mountains::rules::formulas::news;
use rivers_and_mountains::rules::state::components::{BattleRecord, Force};
use rivers_and_mountains::rules::state::muster;
use rivers_and_mountains::rules::state::places;
use rivers_and_mountains::rules::state::sleep::Asked;
use rivers_and_mountains::rules::state::snapshot::{Opening, Snapshot};
use rivers_and_mountains::rules::state::yields::Yield;
use rivers_and_mountains::rules::state::{CALM, Game, Keeps, Kept, RESTLESS};
use rivers_and_mountains::rules::systems::supply;
use rivers_and_mountains::rules::{check, effects, execute, turn};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::study::{self, Noted, Seats};
use rivers_and_mountains::view::View;

fn shipped(folder: &str, name: &str) -> Arc<Scenario> {
    let files = common::texts(folder);
    let loaded =
        load(name, &files).unwrap_or_else(|list| panic!("{}", common::told(&list, &files)));
    Arc::new(loaded.scenario)
}

static STAGE: LazyLock<Arc<Scenario>> = LazyLock::new(|| shipped("tests/stage", "stage.ron"));
static JINGKANG: LazyLock<Arc<Scenario>> = LazyLock::new(|| shipped("scenarios", "jingkang.ron"));

/// The two great courts played by these; bands and puppets too.
fn all(book: &Scenario, kind: Kind) -> Seats {
    (0..book.courts.len())
        .map(|c| (CourtId::of(c), kind))
        .collect()
}

/// Every man there is, wherever he is counted.
fn men(game: &Game) -> i64 {
    let armies: i64 = game.armies().map(|a| i64::from(game.force(a).men)).sum();
    let towns: i64 = game
        .places()
        .map(|p| i64::from(game.town(p).garrison) + i64::from(game.country(p).band))
        .sum();
    let tables = game.tables();
    let gone: u64 = [&tables.dead, &tables.scattered, &tables.prisoners]
        .into_iter()
        .flatten()
        .sum();
    armies + towns + tables.home + i64::try_from(gone).expect("not so many")
}

/// Everything there is of each good.
fn goods(game: &Game) -> [i64; 5] {
    let mut sum = game.tables().country;
    for (i, good) in sum.iter_mut().enumerate() {
        *good += game
            .courts()
            .map(|c| game.realm(c).treasury[i])
            .sum::<i64>();
        *good += game
            .places()
            .map(|p| game.country(p).wealth[i])
            .sum::<i64>();
        if i == rivers_and_mountains::scenario::language::Good::Grain as usize {
            *good += game
                .places()
                .map(|p| game.town(p).depot + game.town(p).convoy.map_or(0, |(shi, _)| shi))
                .sum::<i64>();
        }
    }
    sum
}

fn ranges(game: &Game) {
    let points = 0..=100;
    for place in game.places() {
        let (town, country) = (game.town(place), game.country(place));
        assert!(points.contains(&town.quality), "{town:?}");
        assert!(points.contains(&town.morale), "{town:?}");
        assert!((0..=500).contains(&town.walls), "{town:?}");
        assert!(town.stores >= 0 && town.depot >= 0, "{town:?}");
        assert!(town.convoy.is_none_or(|(shi, _)| shi >= 0), "{town:?}");
        let homes = game.book.atlas.places[place.index()].households;
        assert!(country.away <= homes + country.settled, "{country:?}");
        let under_way = town.fitting.is_some() || town.convoy.is_some();
        let listed = game.tables().works.contains(&place);
        assert_eq!(under_way, listed, "{town:?}");
        assert!(points.contains(&country.unrest), "{country:?}");
        assert!(country.wealth.iter().all(|w| *w >= 0), "{country:?}");
        if let Some(siege) = game.siege(place) {
            assert!(points.contains(&siege.works), "{siege:?}");
        }
    }
    for army in game.armies() {
        let force = game.force(army);
        assert!(points.contains(&force.quality), "{force:?}");
        assert!(points.contains(&force.morale), "{force:?}");
        assert!(points.contains(&force.engines), "{force:?}");
        assert!(points.contains(&force.attachment), "{force:?}");
        assert!(
            game.field(army).is_some() || force.ships.is_none(),
            "{force:?} is not in the field and has boats"
        );
        assert!((0..=400).contains(&force.food), "{force:?}");
    }
    for person in game.people() {
        let figure = game.figure(person);
        assert!(points.contains(&figure.loyalty), "{figure:?}");
    }
    for court in game.courts() {
        let realm = game.realm(court);
        assert!(points.contains(&realm.legitimacy), "{realm:?}");
        assert!((-100..=100).contains(&realm.lean), "{realm:?}");
        assert!(
            (0..=i32::from(game.book.courts[court.index()].edicts)).contains(&realm.edicts),
            "{realm:?}"
        );
        assert!(realm.treasury.iter().all(|g| *g >= 0), "{realm:?}");
    }
}

fn people(game: &Game) {
    for person in game.people() {
        let commands: Vec<_> = game
            .armies()
            .filter(|a| game.force(*a).commander == Some(person))
            .collect();
        assert!(commands.len() <= 1, "{person:?} commands {commands:?}");
        if game.figure(person).alive && game.captive(person).is_none() {
            continue;
        }
        assert_eq!(commands, [], "{person:?} is dead or a captive");
        let posts: Vec<PostId> = (0..game.book.posts.len())
            .map(PostId::of)
            .filter(|p| game.holder_of(*p) == Some(person))
            .collect();
        assert_eq!(posts, [], "{person:?} is dead or a captive");
        assert!(
            game.places().all(|p| game.town(p).captain != Some(person)),
            "{person:?} is dead or a captive and answers for walls"
        );
    }
    for army in game.armies() {
        let force = game.force(army);
        if game.field(army).is_none() {
            assert_eq!(
                (force.commander, force.men),
                (None, 0),
                "{army:?} is not in the field"
            );
        } else {
            assert!(force.men > 0, "{army:?} stands and is nobody");
            if let Some(person) = force.commander {
                assert_eq!(
                    game.figure(person).court,
                    Some(force.court),
                    "{army:?} follows one who serves another"
                );
            }
            assert!(
                game.realm(force.court).stands,
                "{army:?} of a court that fell"
            );
        }
    }
}

/// A condition that sleeps does not hold: nothing came to pass unseen that should have woken it.
fn asleep(game: &Game) {
    let book = &game.book;
    let matters = book.decisions.iter().map(|d| (Asked::Matters, &d.when));
    let incidents = book.incidents.iter().map(|i| (Asked::Incidents, &i.when));
    let checkpoints = book.checkpoints.iter();
    let checkpoints = checkpoints.map(|c| (Asked::Checkpoints, &c.what));
    let endings = book.endings.iter().map(|e| (Asked::Endings, &e.when));
    let lists: [Vec<_>; 4] = [
        matters.collect(),
        incidents.collect(),
        checkpoints.collect(),
        endings.collect(),
    ];
    for list in lists {
        for (n, (asked, condition)) in list.into_iter().enumerate() {
            let sleeps = game.sleeps(asked, n);
            assert!(
                !sleeps || !holds(game, condition),
                "{asked:?} {n} sleeps through {condition:?}"
            );
        }
    }
}

fn indices(game: &Game) {
    for place in game.places() {
        assert_eq!(game.town(place).id, place);
        assert_eq!(game.holder(place), game.town(place).holder);
        assert_eq!(game.native(place), game.country(place).native);
        let here = game
            .armies()
            .filter(|a| game.field(*a).is_some_and(|f| f.at == place));
        assert!(here.eq(game.standing_at(place).map(|(id, ..)| id)));
    }
    assert!(game.armies().all(|a| game.force(a).id == a));
    assert!(game.people().all(|p| game.figure(p).id == p));
    let afield = game.people().filter(|p| game.figure(*p).at.is_some());
    assert!(afield.eq(game.afield().iter().copied()));
    assert!(game.courts().all(|c| game.realm(c).id == c));
    for (a, b) in game
        .courts()
        .flat_map(|a| game.courts().map(move |b| (a, b)))
    {
        let of = |one, other| game.realm(one).patron == Some(other);
        assert_eq!(game.allied(a, b), a == b || of(a, b) || of(b, a));
    }
    let besieged = game.places().filter(|p| game.siege(*p).is_some());
    assert!(besieged.eq(game.besieged().iter().copied()));
    let foreign = game.places().filter(|p| {
        let native = game.native(*p);
        native.is_some_and(|native| game.holder(*p).is_some_and(|holder| holder != native))
    });
    assert!(foreign.eq(game.foreign().iter().copied()));
    for court in game.courts() {
        let men: u64 = game
            .held(court)
            .iter()
            .map(|p| u64::from(game.town(*p).garrison))
            .sum();
        assert_eq!(
            men,
            game.garrisons(court),
            "men in the garrisons of {court:?}"
        );
    }
    asleep(game);
    for person in game.people() {
        let commands = |(_, force, _): &(_, &Force, _)| force.commander == Some(person);
        let first = game.standing().find(commands).map(|(id, ..)| id);
        assert_eq!(game.command_of(person), first);
    }
    let restless = game
        .places()
        .filter(|p| game.country(*p).unrest >= RESTLESS);
    assert!(restless.eq(game.restless().iter().copied()));
    for place in game.places().filter(|p| !game.worn().contains(p)) {
        let (town, setup) = (game.town(place), &game.book.places[place.index()]);
        let at_rest = town.garrison == 0 || town.morale <= setup.morale.min(60);
        assert!(
            town.stores >= setup.stores_xun * 10 && at_rest,
            "{place:?} is not looked after"
        );
    }
    for kind in muster::Kind::ALL {
        let of_kind = game.standing().filter(|(_, f, at)| kind.is(f, at));
        let listed = game.all_of(kind).iter().copied();
        assert!(of_kind.map(|(army, ..)| army).eq(listed), "{kind:?}");
    }
    let breached = game
        .places()
        .filter(|p| game.town(*p).walls < game.book.atlas.places[p.index()].walls * 100);
    assert!(breached.eq(game.breached().iter().copied()));
    for court in game.courts() {
        let armies = game.book.armies.len();
        let known = &game.tables().known[court.index() * armies..][..armies];
        let told = game.armies().filter(|army| known[army.index()].is_some());
        assert!(told.eq(game.heard_of(court).iter().copied()));
        let mut sum = Yield::default();
        let known = game.held(court).iter().filter_map(|p| game.yield_of(*p));
        known.for_each(|known| sum.add(*known));
        let kept = game.yields_of(court, |_| Yield::default());
        assert_eq!(sum, kept, "{court:?}");
    }
    let banded = game.places().filter(|p| game.country(*p).band > 0);
    assert!(banded.eq(game.banded().iter().copied()));
    let ceded = game.places().filter(|p| game.signed_away(*p).is_some());
    assert!(ceded.eq(game.all_ceded().iter().copied()));
    let captives = game.people().filter(|p| game.captive(*p).is_some());
    assert!(captives.eq(game.captives().iter().copied()));
    for court in game.courts() {
        let held = game.places().filter(|p| game.holder(*p) == Some(court));
        assert!(held.eq(game.held(court).iter().copied()));
        let ranks = game.standing().filter(|(_, force, _)| force.court == court);
        assert!(
            ranks
                .map(|(id, ..)| id)
                .eq(game.ranks(court).map(|(id, ..)| id))
        );
    }
    for court in game.courts() {
        let carried = game.carried().iter().copied();
        let bound = carried.filter(|d| game.terms(*d).binds(court));
        assert!(bound.eq(game.bound(court).iter().copied()));
    }
    for at in game.places() {
        let (word, bit) = places::bit(at);
        assert_eq!(
            game.camp_bits()[word] & bit != 0,
            !game.all_at(at).is_empty()
        );
        for court in game.courts() {
            let held = |p: PlaceId| game.holder(p) == Some(court);
            assert_eq!(game.held_bits(court)[word] & bit != 0, held(at));
            let seen = held(at)
                || game.book.atlas.neighbours[at.index()]
                    .iter()
                    .any(|(_, p)| held(*p) && game.book.atlas.km(*p, at) <= news::SIGHT_KM);
            assert_eq!(
                game.overlooked(court)[word] & bit != 0,
                seen,
                "{court:?} sees {at:?}"
            );
        }
    }
    for month in [false, true] {
        let uneasy = game.places().filter(|p| {
            let country = game.country(*p);
            let emptied = country.away > 0 || country.taken > 0;
            game.foreign().contains(p)
                || country.band > 0
                || month && (country.unrest > CALM || emptied)
        });
        let mut listed = Vec::new();
        game.put_uneasy(month, &mut listed);
        assert!(uneasy.eq(listed));
    }
    for one in &game.tables().battles {
        for court in game.courts() {
            let lost =
                |b: &BattleRecord| b.loser == court && b.kind == one.kind && b.place == one.place;
            assert_eq!(
                game.has_lost(court, one.kind, one.place),
                game.tables().battles.iter().any(lost)
            );
        }
    }
    let matters = || (0..game.book.decisions.len()).map(DecisionId::of);
    let open = matters().filter(|d| check::is_pending(game, *d));
    assert!(open.eq(game.open_matters().iter().copied()));
    let closed_on = |d: &DecisionId| game.tables().matters[d.index()].closed;
    let mut closed: Vec<_> = matters().filter(|d| closed_on(d).is_some()).collect();
    assert!(game.closed_matters().is_sorted_by_key(closed_on));
    closed.sort_unstable();
    let mut listed = game.closed_matters().to_vec();
    listed.sort_unstable();
    assert_eq!(closed, listed);
    let standing: Vec<_> = game.standing().map(|(id, _, _)| id).collect();
    let fields: Vec<_> = game.armies().filter(|a| game.field(*a).is_some()).collect();
    assert_eq!(standing, fields);
}

/// What is kept of the ways to each court's seat is what there is to be found.
fn lines(game: &mut Game) {
    for court in game.courts() {
        let find = |game: &Game, out: &mut _| supply::cut_off(game, court, out);
        let kept = game.take_cut_off(court, find);
        let mut found = Vec::new();
        find(game, &mut found);
        assert_eq!(kept, found, "{court:?}");
        game.keep_cut_off(court, kept);
    }
}

/// Once a turn has closed; in between, an oath may have made friends of besieger and besieged.
fn sieges(game: &Game) {
    for &place in game.besieged() {
        let by = game.siege(place).expect("it is besieged").by;
        let ceded = game.ceded(place).is_some_and(|c| c.to == by);
        assert!(
            ceded || game.hostile_place(by, place),
            "{place:?}, held by {:?}, is besieged by {by:?}",
            game.holder(place)
        );
    }
}

/// Lets one court ask as a policy does, and looks at the books after everything it does.
fn act(game: &mut Game, court: CourtId, player: &mut dyn Player, look: &mut dyn FnMut(&Game)) {
    if !game.realm(court).stands || game.is_over() {
        return;
    }
    for (decision, option) in player.choices(&View::new(game, court)) {
        if check::choice(game, court, decision, option).is_ok() {
            effects::choose(game, decision, option);
            look(game);
        }
    }
    for order in player.orders(&View::new(game, court)) {
        if check::order(game, court, &order).is_ok() {
            execute::order(game, court, &order);
            look(game);
        }
    }
}

fn plays_by_the_books(book: &Arc<Scenario>, seed: u64, kind: Kind) {
    let mut kept = Kept::from_snapshot(book.clone(), seed, &Snapshot::opening(book), Vec::new());
    kept.change(|game| goes_by_the_books(game, book, seed, kind));
}

fn goes_by_the_books(game: &mut Game, book: &Arc<Scenario>, seed: u64, kind: Kind) {
    let (all_men, all_goods) = (men(game), goods(game));
    let mut look = |game: &Game| {
        assert_eq!(men(game), all_men, "{}: men", game.day());
        assert_eq!(goods(game), all_goods, "{}: goods", game.day());
        people(game);
    };
    let mut players = table(book, seed, &all(book, kind));
    while !game.is_over() {
        turn::open(game);
        look(game);
        for (i, player) in players.iter_mut().enumerate() {
            act(game, CourtId::of(i), player.as_mut(), &mut look);
        }
        turn::close(game);
        game.turn_the_page(&mut Vec::new());
        look(game);
        ranges(game);
        indices(game);
        lines(game);
        sieges(game);
    }
}

fn played(book: &Arc<Scenario>, seed: u64, kind: Kind) -> study::Played {
    study::one(book, seed, &all(book, kind), Noted::ALL)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_games_on_the_stage_keep_the_books(seed in any::<u64>()) {
        plays_by_the_books(&STAGE, seed, Kind::Random);
    }

    #[test]
    fn the_same_seed_is_the_same_game(seed in any::<u64>()) {
        prop_assert_eq!(played(&STAGE, seed, Kind::Random), played(&STAGE, seed, Kind::Random));
    }

    #[test]
    fn a_save_comes_back_from_its_bytes_as_it_was(seed in any::<u64>(), turns in 0_usize..12) {
        let mut engine = Engine::new(STAGE.clone(), seed);
        let mut players = table(&STAGE, seed, &all(&STAGE, Kind::Random));
        for _ in 0..turns {
            for (i, player) in players.iter_mut().enumerate() {
                rivers_and_mountains::policy::act(&mut engine, CourtId::of(i), player.as_mut());
            }
            engine.end_turn();
        }
        let save = engine.save();
        let bytes = postcard::to_allocvec(&save).expect("it encodes");
        let back: Save = postcard::from_bytes(&bytes).expect("it decodes");
        prop_assert_eq!(&back, &save);
        prop_assert_eq!(postcard::to_allocvec(&back).expect("it encodes"), bytes);
        let loaded = Engine::load(STAGE.clone(), &back);
        prop_assert_eq!(loaded.save(), save);
        prop_assert_eq!(loaded.hash(), engine.hash());
        indices(loaded.whole());
    }
}

#[test]
fn a_game_begun_in_the_place_of_another_is_the_game_that_it_would_be_in_a_new_world() {
    let opening = Opening::of(JINGKANG.clone());
    let mut engine = Engine::at(&opening, 3);
    for (seed, kind) in [(3, Kind::Random), (4, Kind::Counsel), (5, Kind::Random)] {
        engine.start_again(&opening, seed);
        let mut fresh = Engine::new(JINGKANG.clone(), seed);
        assert_eq!(engine.save(), fresh.save());
        indices(engine.whole());
        for game in [&mut engine, &mut fresh] {
            let mut players = table(&JINGKANG, seed, &all(&JINGKANG, kind));
            play_out(game, &mut players);
        }
        assert_eq!(engine.save(), fresh.save());
        assert_eq!(engine.hash(), fresh.hash());
        // It is one of many: only its chronicle tells of it.
        assert!(engine.events_closed().is_empty() && !fresh.events_closed().is_empty());
    }
}

#[test]
fn a_game_that_keeps_no_chronicle_is_the_game_that_is_told() {
    let told = Opening::of(JINGKANG.clone());
    let untold = told.clone().keeping(Keeps::Memory);
    let (mut told_game, mut untold_game) = (Engine::at(&told, 3), Engine::at(&untold, 3));
    for (seed, kind) in [
        (3, Kind::Record),
        (4, Kind::Counsel),
        (5, Kind::Random),
        (6, Kind::CounselBold),
    ] {
        for (game, opening) in [(&mut told_game, &told), (&mut untold_game, &untold)] {
            game.start_again(opening, seed);
            let mut players = table(&JINGKANG, seed, &all(&JINGKANG, kind));
            play_out(game, &mut players);
        }
        assert_eq!(told_game.hash(), untold_game.hash());
        // What courts come back to is written in both, and nothing else in the one.
        let recalled = told_game.chronicle().iter();
        let recalled: Vec<_> = recalled.filter(|e| e.event.is_recalled()).collect();
        assert!(recalled.len() > 10 && recalled.len() * 5 < told_game.chronicle().len());
        assert_eq!(recalled, untold_game.chronicle().iter().collect::<Vec<_>>());
        // A second game from there keeps no more.
        assert_eq!(untold_game.fork().whole().keeps(), Keeps::Memory);
    }
}

#[test]
fn a_game_in_plain_vectors_is_the_game_in_a_world() {
    let opening = Opening::of(JINGKANG.clone());
    let (mut world, mut plain) = (
        Engine::at(&opening, 3),
        Engine::in_plain_vectors(&opening, 3),
    );
    for (seed, kind) in [(3, Kind::Record), (4, Kind::Random)] {
        for game in [&mut world, &mut plain] {
            game.start_again(&opening, seed);
            let mut players = table(&JINGKANG, seed, &all(&JINGKANG, kind));
            play_out(game, &mut players);
        }
        assert_eq!(world.save(), plain.save());
    }
}

#[test]
fn random_games_of_jingkang_keep_the_books() {
    for seed in [1, 2, 3, 4, 5, 6, 0xDEAD_BEEF, u64::MAX] {
        plays_by_the_books(&JINGKANG, seed, Kind::Random);
    }
}

#[test]
fn sensible_games_keep_the_books() {
    for seed in 1..=4 {
        plays_by_the_books(&STAGE, seed, Kind::Counsel);
        plays_by_the_books(&JINGKANG, seed, Kind::Counsel);
        plays_by_the_books(&JINGKANG, seed, Kind::Record);
    }
}

#[test]
fn different_seeds_are_different_games() {
    let mut hashes: Vec<Option<u64>> = (1..=20)
        .map(|seed| played(&STAGE, seed, Kind::Random).hash)
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), 20);
}

#[test]
fn games_abreast_are_what_each_is_alone() {
    for (book, last, kind) in [
        (&*STAGE, 20, Kind::Random),
        (&*JINGKANG, 3, Kind::Random),
        (&*JINGKANG, 17, Kind::Record),
    ] {
        let seats = all(book, kind);
        let one = NonZeroUsize::new(1).expect("some");
        for game in study::many(book, 1, last, &seats, one, Noted::ALL) {
            let mut engine = Engine::new(book.clone(), game.seed);
            play_out(&mut engine, &mut table(book, game.seed, &seats));
            let alone = (Some(engine.hash()), engine.turn().0, engine.ended());
            assert_eq!(alone, (game.hash, game.turns, game.ending), "{}", game.seed);
        }
    }
}

#[test]
fn one_thread_or_eight_play_the_same_games() {
    let jobs = |n| NonZeroUsize::new(n).expect("some");
    for (book, last) in [(&*STAGE, 24), (&*JINGKANG, 8)] {
        let seats = all(book, Kind::Random);
        let one = study::many(book, 1, last, &seats, jobs(1), Noted::ALL);
        assert_eq!(one, study::many(book, 1, last, &seats, jobs(8), Noted::ALL));
        assert_eq!(
            one.iter().map(|p| p.seed).collect::<Vec<_>>(),
            (1..=last).collect::<Vec<_>>()
        );
    }
}
