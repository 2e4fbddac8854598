//! Many games: the same scenario under many seeds, in parallel, merged in seed order. It prints nothing.
//!
//! Studies of a scenario as it is played, each with its [`results`] as plain data:
//!
//! * [`spread`] — what comes of it, how often and when
//! * [`impact`] — what each option of each decision changes, and which serves its court best
//! * [`advisors`] — how often what each voice expected came true
//! * [`quarrels`] — which disputes of the sources change what comes of it
//! * [`turning`] — the turning points of one game, and how lucky it was
//!
//! What they stand on:
//!
//! * [`branches`] — games forked at a matter, each option given with the same luck
//! * [`outcomes`] — what a game may come to, in a few bits
//! * [`odds`] — shares and shifts with their intervals
//! * [`run`] — many seeds on threads, added up so that a study can be stopped, gone on with and put together
//!
//! Studies of the rules and of the text:
//!
//! * [`coverage`] — what of a scenario ever comes up, and the nearest miss of what never does
//! * [`staged`] — a game played as it is told, that can be told again
//! * [`trials`] — the tests that a scenario carries, played
//! * [`phenomena`] — situations set up one by one, and what the general rules make of them

pub mod advisors;
pub mod branches;
pub mod coverage;
pub mod impact;
pub mod odds;
pub mod outcomes;
pub mod phenomena;
pub mod quarrels;
pub mod results;
pub mod run;
pub mod spread;
pub mod staged;
pub mod trials;
pub mod turning;

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::base::ids::{CourtId, DecisionId, EndingId, OptionId};
use crate::engine::Engine;
use crate::policy::{self, Kind};
use crate::record::standing::standing;
use crate::record::{self, Outcome};
use crate::rules::check;
use crate::rules::state::snapshot::Opening;
use crate::scenario::model::{MOST_OPTIONS, Scenario};

/// Who plays which court; the others are played by `counsel`.
pub type Seats = Vec<(CourtId, Kind)>;

/// What one game came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// Its seed.
    pub seed: u64,
    /// How many xun it took.
    pub turns: u16,
    /// The hash of its last state, if it was asked for.
    pub hash: Option<u64>,
    /// Its ending.
    pub ending: Option<EndingId>,
    /// Every checkpoint.
    pub outcomes: Vec<Outcome>,
    /// For each decision: whether it was laid, which options were open when it was answered, which was chosen.
    pub matters: Vec<MatterSeen>,
    /// How each court did that may be played, points.
    pub standings: Vec<(CourtId, i32)>,
    /// What the players had to say: the record line's departures.
    pub log: Vec<String>,
}

impl Played {
    /// How a court did, points; none for one that nobody may play.
    #[must_use]
    pub fn standing(&self, court: CourtId) -> Option<i32> {
        self.standings
            .iter()
            .find(|(of, _)| *of == court)
            .map(|(_, points)| *points)
    }
}

/// What became of one decision in one game.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatterSeen {
    /// It was laid.
    pub laid: bool,
    /// Options that were open at some time while it waited, one bit each.
    pub open: u8,
    /// The option chosen.
    pub chose: Option<OptionId>,
}

/// What is noted of a game for whoever wants it: it takes time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// What became of every decision.
    pub coverage: bool,
    /// The hash of the last state.
    pub hash: bool,
}

impl Noted {
    /// All of it.
    pub const ALL: Self = Self {
        coverage: true,
        hash: true,
    };
    /// Only what the game came to.
    pub const NOTHING: Self = Self {
        coverage: false,
        hash: false,
    };
}

/// Plays one game to its end.
#[must_use]
pub fn one(book: &Arc<Scenario>, seed: u64, seats: &[(CourtId, Kind)], noted: Noted) -> Played {
    play(&mut Engine::new(book.clone(), seed), seats, noted, |_| {})
}

/// Plays a game that has just begun to its end. It is shown at the opening of every turn.
fn play(
    engine: &mut Engine,
    seats: &[(CourtId, Kind)],
    noted: Noted,
    mut shown: impl FnMut(&Engine),
) -> Played {
    let (book, seed) = (&engine.book().clone(), engine.seed());
    let coverage = noted.coverage;
    let mut players = policy::table(book, seed, seats);
    let mut matters = vec![MatterSeen::default(); if coverage { book.decisions.len() } else { 0 }];
    while engine.ended().is_none() {
        shown(engine);
        if coverage {
            note_open(engine, &mut matters);
        }
        for (i, player) in players.iter_mut().enumerate() {
            policy::act(engine, CourtId::of(i), player.as_mut());
        }
        engine.end_turn();
    }
    for (i, seen) in matters.iter_mut().enumerate() {
        // Of a matter that came more than once, the first answer, as the record has it.
        let matter = engine.whole().first_laying(DecisionId::of(i));
        seen.laid = matter.laid.is_some();
        seen.chose = matter.chose;
    }
    Played {
        seed,
        turns: engine.turn().0,
        hash: noted.hash.then(|| engine.hash()),
        ending: engine.ended(),
        outcomes: record::outcomes(engine),
        matters,
        standings: (0..book.courts.len())
            .filter(|court| book.courts[*court].playable)
            .map(CourtId::of)
            .map(|court| (court, standing(engine, court).total()))
            .collect(),
        log: players
            .iter()
            .flat_map(|p| p.log().iter().cloned())
            .collect(),
    }
}

fn note_open(engine: &Engine, matters: &mut [MatterSeen]) {
    for (i, seen) in matters.iter_mut().enumerate() {
        let id = crate::base::ids::DecisionId::of(i);
        if check::is_pending(engine.whole(), id) {
            let decision = &engine.book().decisions[i];
            for option in 0..decision.options.len().min(MOST_OPTIONS) {
                if check::choice(engine.whole(), decision.court, id, OptionId::of(option)).is_ok() {
                    seen.open |= 1 << option;
                }
            }
        }
    }
}

/// Plays every seed from `first` to `last`, both included, on so many threads; results in seed order.
#[must_use]
pub fn many(
    book: &Arc<Scenario>,
    first: u64,
    last: u64,
    seats: &Seats,
    jobs: NonZeroUsize,
    noted: Noted,
) -> Vec<Played> {
    let opening = Opening::of(book.clone());
    // Each thread keeps one engine: a game that begins in the place of another costs less than one in a new world.
    let each = |kept: &mut Option<Engine>, seed| {
        let engine = match kept {
            Some(engine) => {
                engine.start_again(&opening, seed);
                engine
            }
            None => kept.insert(Engine::at(&opening, seed)),
        };
        play(engine, seats, noted, |_| {})
    };
    over_seeds_with(first, last, jobs, || None, each)
}

/// Does something for every seed from `first` to `last`, both included, on so many threads; results in seed order.
pub(crate) fn over_seeds<T: Send>(
    first: u64,
    last: u64,
    jobs: NonZeroUsize,
    each: impl Fn(u64) -> T + Sync,
) -> Vec<T> {
    over_seeds_with(first, last, jobs, || (), |(), seed| each(seed))
}

/// The same, with something that each thread has for itself and keeps from seed to seed.
fn over_seeds_with<K, T: Send>(
    first: u64,
    last: u64,
    jobs: NonZeroUsize,
    start: impl Fn() -> K + Sync,
    each: impl Fn(&mut K, u64) -> T + Sync,
) -> Vec<T> {
    let next = AtomicU64::new(first);
    let mut all: Vec<(u64, T)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.get())
            .map(|_| {
                scope.spawn(|| {
                    let (mut done, mut kept) = (Vec::new(), start());
                    loop {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed > last || seed < first {
                            return done;
                        }
                        done.push((seed, each(&mut kept, seed)));
                    }
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| match worker.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    });
    all.sort_by_key(|(seed, _)| *seed);
    all.into_iter().map(|(_, done)| done).collect()
}

/// How many threads to use where nobody says.
#[must_use]
pub fn default_jobs() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
