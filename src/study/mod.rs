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
use std::ops::RangeInclusive;
use std::slice;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use self::branches::Players;
use crate::base::ids::{CourtId, DecisionId, EndingId, OptionId};
use crate::engine::Engine;
use crate::policy::{self, Kind};
use crate::record::standing;
use crate::record::{self, Outcome};
use crate::rules::check;
use crate::rules::state::Keeps;
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
    /// What the players had to say, if it was asked for: the record line's departures.
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
    /// What the players had to say.
    pub log: bool,
}

impl Noted {
    /// All of it.
    pub const ALL: Self = Self {
        coverage: true,
        hash: true,
        log: true,
    };
    /// Only what the game came to.
    pub const NOTHING: Self = Self {
        coverage: false,
        hash: false,
        log: false,
    };
}

/// Plays one game to its end.
#[must_use]
pub fn one(book: &Arc<Scenario>, seed: u64, seats: &[(CourtId, Kind)], noted: Noted) -> Played {
    let mut engine = Engine::new(book.clone(), seed);
    let mut games = play(slice::from_mut(&mut engine), seats, noted, |_, _| {});
    games.swap_remove(0)
}

/// How many games a thread plays side by side where many are asked for. Each goes its own way; but what a court or a phase of the turn needs of
/// the machine is then fetched once for all of them, and their worlds still have room near it.
const ABREAST: u64 = 8;

/// Plays games of one scenario that have just begun to their ends, side by side. They are shown at the opening of every turn, each with its
/// place among them.
fn play(
    engines: &mut [Engine],
    seats: &[(CourtId, Kind)],
    noted: Noted,
    mut shown: impl FnMut(usize, &Engine),
) -> Vec<Played> {
    let mut tables: Vec<Players> = engines
        .iter()
        .map(|engine| policy::table(engine.book(), engine.seed(), seats))
        .collect();
    let mut matters: Vec<Vec<MatterSeen>> = engines
        .iter()
        .map(|engine| match noted.coverage {
            true => vec![MatterSeen::default(); engine.book().decisions.len()],
            false => Vec::new(),
        })
        .collect();
    let courts = tables.iter().map(Vec::len).max().unwrap_or(0);
    while engines.iter().any(|engine| engine.ended().is_none()) {
        for (n, engine) in engines.iter().enumerate() {
            if engine.ended().is_none() {
                shown(n, engine);
                note_open(engine, &mut matters[n]);
            }
        }
        for i in 0..courts {
            for (engine, players) in engines.iter_mut().zip(&mut tables) {
                policy::act_told(engine, CourtId::of(i), players[i].as_mut(), |_| {});
            }
        }
        Engine::end_turns(engines);
    }
    let games = engines.iter().zip(&tables).zip(matters);
    games
        .map(|((engine, players), matters)| came_to(engine, players, noted, matters))
        .collect()
}

/// What a game that is over came to.
fn came_to(
    engine: &Engine,
    players: &Players,
    noted: Noted,
    mut matters: Vec<MatterSeen>,
) -> Played {
    for (i, seen) in matters.iter_mut().enumerate() {
        // Of a matter that came more than once, the first answer, as the record has it.
        let matter = engine.whole().first_laying(DecisionId::of(i));
        seen.laid = matter.laid.is_some();
        seen.chose = matter.chose;
    }
    let book = engine.book();
    Played {
        seed: engine.seed(),
        turns: engine.turn().0,
        hash: noted.hash.then(|| engine.hash()),
        ending: engine.ended(),
        outcomes: record::outcomes(engine),
        matters,
        standings: (0..book.courts.len())
            .filter(|court| book.courts[*court].playable)
            .map(CourtId::of)
            .map(|court| (court, standing::total(engine, court)))
            .collect(),
        log: if noted.log {
            players.iter().flat_map(|p| p.log()).collect()
        } else {
            Vec::new()
        },
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

/// The first day of a scenario for these players. Nobody is told what happened in one game among many: its chronicle is written only where somebody plays by it.
fn opening(book: Arc<Scenario>, seats: &[(CourtId, Kind)]) -> Opening {
    let keeps = match seats.iter().any(|(_, kind)| kind.goes_by_old_news()) {
        true => Keeps::Chronicle,
        false => Keeps::Memory,
    };
    Opening::of(book).keeping(keeps)
}

/// Begins games of these seeds in the place of others, or in new worlds where there are too few.
fn begin(engines: &mut Vec<Engine>, opening: &Opening, seeds: RangeInclusive<u64>) {
    let mut begun = 0;
    for seed in seeds {
        match engines.get_mut(begun) {
            Some(engine) => engine.start_again(opening, seed),
            None => engines.push(Engine::at(opening, seed)),
        }
        begun += 1;
    }
    engines.truncate(begun);
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
    if last < first {
        return Vec::new();
    }
    let opening = opening(book.clone(), seats);
    // No thread has nothing to do while another plays many abreast.
    let threads = u64::try_from(jobs.get()).unwrap_or(u64::MAX);
    let abreast = (last - first).div_euclid(threads).clamp(1, ABREAST);
    // Each thread keeps its engines: a game that begins in the place of another costs less than one in a new world.
    let each = |kept: &mut Vec<Engine>, nth: u64| {
        let from = first + nth * abreast;
        begin(kept, &opening, from..=last.min(from + (abreast - 1)));
        play(kept, seats, noted, |_, _| {})
    };
    let games = over_seeds_with(0, (last - first) / abreast, jobs, Vec::new, each);
    games.into_iter().flatten().collect()
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
