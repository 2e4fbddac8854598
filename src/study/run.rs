//! Many seeds played for a study: on threads, a block of seeds at a time, added up in whole numbers.
//!
//! A study keeps no games. What it knows is its *sums*, and sums add up in any order: so memory stays flat however many games are played,
//! a study that was interrupted goes on from its sums as if nothing had been, and the sums of shards are those of the whole.
//!
//! * Seeds are played in blocks that begin at fixed places. Whatever a study decides by what it knows so far (which decision needs no more
//!   games), it decides at the end of a block: it then does not hang on how many threads there are, nor on where it was interrupted.
//! * Beside the sums each seed may leave lines of a table, which come out in the order of the seeds.

use std::num::NonZeroUsize;
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::branches::Desk;

/// Seeds in a block: enough to keep every thread busy, few enough that a decision is soon known to need no more.
pub const BLOCK: u64 = 128;

/// A line of a table that grows with every game.
pub type Line = Vec<String>;

/// What one thread has played: its sums, and the lines of each seed.
type Part<S> = (S, Vec<(u64, Vec<Line>)>);

/// Something to be found out from many seeds.
pub trait Study: Sync {
    /// What is known from any number of seeds.
    type Sums: Clone + Send + Sync + Serialize + DeserializeOwned;

    /// What is known from none.
    fn nothing(&self) -> Self::Sums;
    /// Plays one seed, with what was known when its block began, and adds it to `sums`; its lines of the table, if there is one.
    fn seed(
        &self,
        desk: &mut Desk,
        known: &Self::Sums,
        seed: u64,
        sums: &mut Self::Sums,
        lines: &mut Vec<Line>,
    );
    /// How many seeds in a row one thread does best to play at a time.
    fn abreast(&self) -> u64 {
        1
    }
    /// Plays seeds in a row, no more than [`Self::abreast`], as [`Self::seed`] does one after the other; the lines of each.
    fn seeds(
        &self,
        desk: &mut Desk,
        known: &Self::Sums,
        seeds: RangeInclusive<u64>,
        sums: &mut Self::Sums,
    ) -> Vec<(u64, Vec<Line>)> {
        seeds
            .map(|seed| {
                let mut lines = Vec::new();
                self.seed(desk, known, seed, sums, &mut lines);
                (seed, lines)
            })
            .collect()
    }
    /// Adds other sums.
    fn merge(&self, sums: &mut Self::Sums, other: &Self::Sums);
    /// Whether it decides anything by what it knows so far.
    fn decides(&self) -> bool {
        false
    }
    /// Decides what is to be decided at the end of a block.
    fn settle(&self, _sums: &mut Self::Sums) {}
    /// Whether nothing is left to be asked.
    fn settled(&self, _sums: &Self::Sums) -> bool {
        false
    }
}

/// Seeds, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seeds {
    /// The first.
    pub first: u64,
    /// The last.
    pub last: u64,
}

impl Seeds {
    /// So many from 1.
    #[must_use]
    pub const fn from_one(games: u64) -> Self {
        Self {
            first: 1,
            last: games,
        }
    }
    /// How many there are.
    #[must_use]
    pub const fn count(self) -> u64 {
        (self.last + 1).saturating_sub(self.first)
    }
    /// One of so many shards, from 1: a stretch of them, as long as the others or longer by one seed.
    #[must_use]
    pub fn shard(self, shard: u64, of: u64) -> Self {
        let upto = |n: u64| {
            let seeds = u128::from(self.count()) * u128::from(n) / u128::from(of.max(1));
            self.first + u64::try_from(seeds).unwrap_or(u64::MAX)
        };
        Self {
            first: upto(shard.saturating_sub(1)),
            last: upto(shard).saturating_sub(1),
        }
    }
}

/// How far a study has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress<S> {
    /// The seed that comes next.
    pub next: u64,
    /// What is known from those before it.
    pub sums: S,
    /// What was known when the block of the next seed began, where that seed is not the first of it and the study decides by it.
    pub known: Option<S>,
}

impl<S> Progress<S> {
    /// Nothing is played yet.
    pub const fn new(first: u64, nothing: S) -> Self {
        Self {
            next: first,
            sums: nothing,
            known: None,
        }
    }
}

/// How a study goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// There are more seeds to play.
    On,
    /// All are played, or nothing is left to be asked.
    Done,
    /// Somebody stopped it.
    Stopped,
}

/// Plays to the end of a block, or until somebody sets `stop`. `tick` is called after every seed. The lines of what was played are added in the
/// order of the seeds.
pub fn block<S: Study>(
    study: &S,
    seeds: Seeds,
    progress: &mut Progress<S::Sums>,
    jobs: NonZeroUsize,
    desks: &mut Vec<Desk>,
    (stop, tick): (&AtomicBool, &(dyn Fn() + Sync)),
    lines: &mut Vec<Line>,
) -> Came {
    if progress.next > seeds.last || study.settled(&progress.sums) {
        return Came::Done;
    }
    let first = progress.next;
    // Blocks are counted from seed 1, so that every shard of a study has the same.
    let end = ((first - 1) / BLOCK + 1).saturating_mul(BLOCK);
    let last = end.min(seeds.last);
    let known = if study.decides() {
        let begun = progress.known.take();
        begun.unwrap_or_else(|| progress.sums.clone())
    } else {
        study.nothing()
    };
    let next = AtomicU64::new(first);
    let threads = u64::try_from(jobs.get()).unwrap_or(u64::MAX);
    let abreast = study.abreast().min((last - first) / threads).max(1);
    desks.resize_with(jobs.get(), Desk::default);
    let parts: Vec<Part<S::Sums>> = std::thread::scope(|scope| {
        let workers: Vec<_> = desks
            .iter_mut()
            .map(|desk| {
                let (next, known) = (&next, &known);
                scope.spawn(move || {
                    let (mut sums, mut rows) = (study.nothing(), Vec::new());
                    while !stop.load(Ordering::Relaxed) {
                        let seed = next.fetch_add(abreast, Ordering::Relaxed);
                        if seed > last {
                            break;
                        }
                        let seeds = seed..=last.min(seed + (abreast - 1));
                        for row in study.seeds(desk, known, seeds, &mut sums) {
                            rows.push(row);
                            tick();
                        }
                    }
                    (sums, rows)
                })
            })
            .collect();
        let joined = workers.into_iter().map(|worker| match worker.join() {
            Ok(part) => part,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.collect()
    });
    let mut rows = Vec::new();
    for (sums, own) in parts {
        study.merge(&mut progress.sums, &sums);
        rows.extend(own);
    }
    rows.sort_by_key(|(seed, _)| *seed);
    // Every seed that was begun was ended, and they are handed out in order: what was played is a stretch.
    progress.next += rows.len() as u64;
    lines.extend(rows.into_iter().flat_map(|(_, own)| own));
    if progress.next > end {
        study.settle(&mut progress.sums);
    } else if study.decides() {
        // The block is not whole: whoever plays more goes on in it.
        progress.known = Some(known);
    }
    if progress.next <= last {
        return Came::Stopped;
    }
    if progress.next > seeds.last || study.settled(&progress.sums) {
        Came::Done
    } else {
        Came::On
    }
}

/// Plays a whole study with nobody looking on.
pub fn whole<S: Study>(study: &S, seeds: Seeds, jobs: NonZeroUsize) -> Progress<S::Sums> {
    let mut progress = Progress::new(seeds.first, study.nothing());
    let mut desks = Vec::new();
    let never = AtomicBool::new(false);
    while block(
        study,
        seeds,
        &mut progress,
        jobs,
        &mut desks,
        (&never, &|| {}),
        &mut Vec::new(),
    ) == Came::On
    {}
    progress
}
