//! What studies cost: whole games, what of that the ECS world is, and loading the scenario. Compare before and after in one run; times differ
//! between machines. `README.md` beside this file has the figures.

#![expect(
    missing_docs,
    clippy::print_stdout,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "the macros of the bench harness write the functions; a bench prints its figures and asks the clock"
)]

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rivers_and_mountains::engine::Engine;
use rivers_and_mountains::policy::{Kind, play_out, table};
use rivers_and_mountains::rules::state::Keeps;
use rivers_and_mountains::rules::state::snapshot::Opening;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::study;

/// The allocator of the program itself, so that the figures are the program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Games a measurement plays.
const GAMES: u64 = 200;

fn files() -> BTreeMap<String, String> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    std::fs::read_dir(dir)
        .expect("the scenarios are there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .map(|path| {
            let name = path
                .file_name()
                .and_then(|n| n.to_str())
                .expect("a name")
                .to_owned();
            (name, std::fs::read_to_string(&path).expect("a text"))
        })
        .collect()
}

fn scenario(name: &str) -> Arc<Scenario> {
    Arc::new(
        load(&format!("{name}.ron"), &files())
            .expect("the shipped scenario loads")
            .scenario,
    )
}

/// Plays so many games by the record, one after the other on one thread, each begun in the place of the last as a study does; the turns they took.
fn by_the_record(engine: &mut Engine, opening: &Opening, games: u64) -> u64 {
    let book = engine.book().clone();
    let court = |id| book.court(id).expect("a court");
    let seats = [(court("song"), Kind::Record), (court("jin"), Kind::Record)];
    let mut turns = 0;
    for seed in 1..=games {
        engine.start_again(opening, seed);
        play_out(engine, &mut table(&book, seed, &seats));
        turns += u64::from(engine.turn().0);
    }
    turns
}

/// Rounds of which the quickest of each is taken, and games in one: short and many, so that a neighbour on the machine does not count.
const ROUNDS: usize = 200;
const A_ROUND: u64 = 3;

/// What the world costs: the same games on the same rules, their state in an ECS world and in plain vectors, turn about; then both by
/// themselves.
fn floor(c: &mut Criterion) {
    let book = scenario("jingkang");
    let opening = Opening::of(book).keeping(Keeps::Memory);
    let mut world = Engine::at(&opening, 1);
    let mut plain = Engine::in_plain_vectors(&opening, 1);
    // The time of a turn, microseconds, in each.
    let mut least = [f64::MAX; 2];
    for _ in 0..ROUNDS {
        for (engine, least) in [&mut world, &mut plain].into_iter().zip(&mut least) {
            let start = Instant::now();
            let turns = by_the_record(engine, &opening, A_ROUND);
            let turns = u32::try_from(turns).expect("few");
            *least = least.min(start.elapsed().as_secs_f64() * 1e6 / f64::from(turns));
        }
    }
    let [of_world, of_plain] = least;
    println!(
        "a turn of jingkang, record on both sides, players and all: {of_world:.1} µs in a world, {of_plain:.1} µs in plain vectors, ratio {:.2}",
        of_world / of_plain
    );
    let mut group = c.benchmark_group("jingkang, record games, one core");
    group
        .throughput(Throughput::Elements(GAMES / 10))
        .sample_size(10);
    group.bench_function("in a world", |b| {
        b.iter(|| by_the_record(&mut world, &opening, GAMES / 10));
    });
    group.bench_function("in plain vectors", |b| {
        b.iter(|| by_the_record(&mut plain, &opening, GAMES / 10));
    });
    group.finish();
}

/// Games by the record in the longer scenarios, fewer of them.
fn longer(c: &mut Criterion) {
    for (name, games) in [("haishang", GAMES / 4), ("shaoxing", GAMES / 10)] {
        let book = scenario(name);
        let court = |id| book.court(id).expect("a court");
        let seats = vec![(court("song"), Kind::Record), (court("jin"), Kind::Record)];
        let mut group = c.benchmark_group(name);
        group
            .throughput(Throughput::Elements(games))
            .sample_size(10);
        for (cores, jobs) in [
            ("all cores", study::default_jobs()),
            ("one core", NonZeroUsize::MIN),
        ] {
            group.bench_function(format!("record games, {cores}"), |b| {
                b.iter(|| study::many(&book, 1, games, &seats, jobs, study::Noted::NOTHING));
            });
        }
        group.finish();
    }
}

fn games(c: &mut Criterion) {
    let book = scenario("jingkang");
    let court = |id| book.court(id).expect("a court");
    let jobs = study::default_jobs();
    let mut group = c.benchmark_group("jingkang");
    group
        .throughput(Throughput::Elements(GAMES))
        .sample_size(10);
    for kind in [Kind::Record, Kind::Counsel, Kind::Random] {
        let seats = vec![(court("song"), kind), (court("jin"), kind)];
        group.bench_function(format!("{} games, all cores", kind.name()), |b| {
            b.iter(|| study::many(&book, 1, GAMES, &seats, jobs, study::Noted::NOTHING));
        });
        group.bench_function(format!("{} games, one core", kind.name()), |b| {
            b.iter(|| {
                study::many(
                    &book,
                    1,
                    GAMES,
                    &seats,
                    NonZeroUsize::MIN,
                    study::Noted::NOTHING,
                )
            });
        });
    }
    group.finish();
}

fn loading(c: &mut Criterion) {
    let files = files();
    c.bench_function("load and check jingkang", |b| {
        b.iter(|| load("jingkang.ron", &files))
    });
}

/// The shipped files with so many times the places, routes and armies: copies of the whole map beside each other, joined by one road,
/// with armies of nobody's command on them. Nobody's texts name them; the rules move, feed and count them like the others.
fn grown(times: usize) -> BTreeMap<String, String> {
    let mut files = files();
    let between = |text: &str, from: &str, to: &str| -> (usize, usize) {
        let start = text.find(from).expect("where it begins") + from.len();
        let end = start + text[start..].find(to).expect("where it ends");
        (start, end)
    };
    let atlas = files.get_mut("atlas.ron").expect("the atlas");
    let (from, to) = between(atlas, "    places: [\n", "\n    ],\n    routes: [\n");
    let places = atlas[from..to].to_owned();
    let (start, end) = between(atlas, "    routes: [\n", "\n    ],");
    let routes = atlas[start..end].to_owned();
    let (mut more_places, mut more_routes) = (String::new(), String::new());
    for n in 2..=times {
        let copy = places
            .replace("id: \"", &format!("id: \"k{n}_"))
            .replace(" name: \"", &format!(" name: \"{n} "));
        more_places.push_str(&format!("\n{copy}"));
        let copy = routes
            .replace("from: \"", &format!("from: \"k{n}_"))
            .replace("to: \"", &format!("to: \"k{n}_"));
        more_routes.push_str(&format!(
            "\n{copy}\n        Route(from: \"huining\", to: \"k{n}_huining\", kind: Road, km: 900, river: None, river_after_1128: None),"
        ));
    }
    atlas.insert_str(end, &more_routes);
    atlas.insert_str(to, &more_places);
    let scenario = files.get_mut("jingkang.ron").expect("the scenario");
    let (from, to) = between(scenario, "        armies: [\n", "\n        ],\n");
    let armies = scenario[from..to].to_owned();
    let mut more = String::new();
    for n in 2..=times {
        let mut copy = armies
            .replace("id: \"", &format!("id: \"k{n}_"))
            .replace(" at: \"", &format!(" at: \"k{n}_"));
        while let Some(start) = copy.find("commander: \"") {
            let end = start + copy[start..].find(", ").expect("a comma") + 2;
            copy.replace_range(start..end, "");
        }
        more.push_str(&format!("\n{copy}"));
    }
    scenario.insert_str(to, &more);
    files
}

/// What a turn of the rules alone costs as the map grows: nobody gives orders.
fn growth(c: &mut Criterion) {
    let mut group = c.benchmark_group("rules alone, 30 xun");
    group.sample_size(10);
    for times in [1, 3, 10] {
        let book = Arc::new(
            load("jingkang.ron", &grown(times))
                .unwrap_or_else(|list| panic!("{:?}", list.first()))
                .scenario,
        );
        let things = book.places.len() + book.armies.len();
        group.throughput(Throughput::Elements(u64::try_from(things).expect("few")));
        group.bench_function(format!("{times} times the map"), |b| {
            b.iter(|| {
                let mut engine = Engine::new(book.clone(), 7);
                for _ in 0..30 {
                    engine.end_turn();
                }
                engine.hash()
            });
        });
    }
    group.finish();
    let mut group = c.benchmark_group("counsel on both sides, whole games");
    group.sample_size(10);
    for times in [1, 3, 10] {
        let book = Arc::new(
            load("jingkang.ron", &grown(times))
                .unwrap_or_else(|list| panic!("{:?}", list.first()))
                .scenario,
        );
        let things = book.places.len() + book.armies.len();
        group.throughput(Throughput::Elements(u64::try_from(things).expect("few")));
        group.bench_function(format!("{times} times the map"), |b| {
            b.iter(|| by_counsel(&book, 4));
        });
    }
    group.finish();
}

/// So many games, both courts by counsel, on one thread.
fn by_counsel(book: &Arc<Scenario>, games: u64) -> Vec<study::Played> {
    let court = |id| book.court(id).expect("a court");
    let seats = vec![
        (court("song"), Kind::Counsel),
        (court("jin"), Kind::Counsel),
    ];
    study::many(
        book,
        1,
        games,
        &seats,
        NonZeroUsize::MIN,
        study::Noted::NOTHING,
    )
}

/// The last day of the shipped scenario, and last days by which it is three times and seven times as long: as long as the longest war.
const LENGTHS: [(&str, u64); 3] = [("1127-06-30", 60), ("1130-10-31", 180), ("1137-10-31", 432)];

/// What a turn costs as the game grows long: papers, battles and the chronicle pile up.
fn length(c: &mut Criterion) {
    let mut group = c.benchmark_group("counsel on both sides, so many xun");
    group.sample_size(10);
    for (until, xun) in LENGTHS {
        let mut files = files();
        let text = files.get_mut("jingkang.ron").expect("the scenario");
        *text = text.replacen(LENGTHS[0].0, until, 1);
        let book = Arc::new(
            load("jingkang.ron", &files)
                .unwrap_or_else(|list| panic!("{:?}", list.first()))
                .scenario,
        );
        assert_eq!(u64::from(book.turns), xun);
        group.throughput(Throughput::Elements(8 * xun));
        group.bench_function(format!("{xun} xun"), |b| {
            b.iter(|| by_counsel(&book, 8));
        });
    }
    group.finish();
}

criterion_group!(benches, floor, loading, games, longer, growth, length);
criterion_main!(benches);
