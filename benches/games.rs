//! What impact studies cost: whole games, and loading the scenario. Compare before and after in one run; times differ between machines.

#![expect(
    missing_docs,
    reason = "the macros of the bench harness write the functions"
)]

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rivers_and_mountains::policy::Kind;
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

fn scenario() -> Arc<Scenario> {
    Arc::new(
        load("jingkang.ron", &files())
            .expect("the shipped scenario loads")
            .scenario,
    )
}

fn games(c: &mut Criterion) {
    let book = scenario();
    let court = |id| book.court(id).expect("a court");
    let jobs = study::default_jobs();
    let mut group = c.benchmark_group("jingkang");
    group
        .throughput(Throughput::Elements(GAMES))
        .sample_size(10);
    for kind in [Kind::Record, Kind::Counsel, Kind::Random] {
        let seats = vec![(court("song"), kind), (court("jin"), kind)];
        group.bench_function(format!("{} games, all cores", kind.name()), |b| {
            b.iter(|| study::many(&book, 1, GAMES, &seats, jobs, false));
        });
        group.bench_function(format!("{} games, one core", kind.name()), |b| {
            b.iter(|| study::many(&book, 1, GAMES, &seats, NonZeroUsize::MIN, false));
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

criterion_group!(benches, loading, games);
criterion_main!(benches);
