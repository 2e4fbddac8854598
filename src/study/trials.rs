//! The tests of a scenario, played: in how many games each expectation came true, and the first game in which it did not.

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::coverage::Target;
use super::over_seeds;
use super::staged::{Plan, Watch, play};
use crate::base::date::{Date, Turn};
use crate::engine::Engine;
use crate::events::Event;
use crate::policy::Kind;
use crate::rules::check;
use crate::rules::condition::{Gap, distance, gaps};
use crate::scenario::model::{Cond, Scenario};
use crate::scenario::trial::{By, Expect, Trial};

/// Why an expectation did not come true in a game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// These parts of its condition were not so, at the best on this day.
    Lacks(Vec<Gap>),
    /// It was so, and was not to be.
    WasSo,
    /// It came to nothing; there is no more to say.
    Nothing,
    /// The decision of the option never waited.
    DidNotWait,
    /// The game ended otherwise, or not yet.
    Ended(Option<crate::base::ids::EndingId>),
}

/// A game in which an expectation did not come true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fails {
    /// Its seed.
    pub seed: u64,
    /// Who played.
    pub by: By,
    /// The day on which it was looked at, or came nearest.
    pub day: Date,
    /// What there was.
    pub instead: Instead,
}

/// How an expectation did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Games in which it came true.
    pub so: u32,
    /// The first in which it did not.
    pub first: Option<Fails>,
}

/// How a test did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Games played.
    pub games: u32,
    /// Each expectation, in order.
    pub expected: Vec<Tried>,
}

impl Outcome {
    /// Whether an expectation came true often enough.
    #[must_use]
    pub fn holds(&self, trial: &Trial, n: usize) -> bool {
        self.expected
            .get(n)
            .is_some_and(|tried| tried.so * 100 >= self.games * u32::from(trial.at_least))
    }
}

/// Plays a test.
///
/// # Errors
/// With what cannot be made so when it begins.
pub fn run(book: &Arc<Scenario>, trial: &Trial, jobs: NonZeroUsize) -> Result<Outcome, Gap> {
    let mut outcome = Outcome {
        games: 0,
        expected: vec![Tried::default(); trial.expect.len()],
    };
    for by in &trial.by {
        let (first, last) = trial.seeds;
        let games = over_seeds(first.into(), last.into(), jobs, |seed| {
            one(book, trial, *by, seed)
        });
        for (seed, game) in (u64::from(first)..).zip(games) {
            outcome.games += 1;
            for (tried, (instead, day)) in outcome.expected.iter_mut().zip(game?) {
                match instead {
                    None => tried.so += 1,
                    Some(instead) => {
                        tried.first.get_or_insert(Fails {
                            seed,
                            by: *by,
                            day,
                            instead,
                        });
                    }
                }
            }
        }
    }
    Ok(outcome)
}

/// The game of a test.
#[must_use]
pub fn plan(book: &Scenario, trial: &Trial, by: By, seed: u64) -> Plan {
    let kind = match by {
        By::Counsel => Kind::Counsel,
        By::Record => Kind::Record,
        By::Random => Kind::Random,
    };
    Plan {
        given: trial.given.clone(),
        answers: trial.answers.clone(),
        orders: trial.orders.clone(),
        ..Plan::of(book, kind, seed)
    }
}

/// What came of each expectation: nothing where it came true.
fn one(
    book: &Arc<Scenario>,
    trial: &Trial,
    by: By,
    seed: u64,
) -> Result<Vec<(Option<Instead>, Date)>, Gap> {
    let mut looks = Looks {
        trial,
        found: vec![Seen::default(); trial.expect.len()],
    };
    let engine = play(book, &plan(book, trial, by, seed), trial.until, &mut looks)?;
    looks.look(&engine);
    Ok(trial
        .expect
        .iter()
        .zip(looks.found)
        .map(|((expect, _), seen)| seen.judged(expect, &engine))
        .collect())
}

/// What was seen of an expectation.
#[derive(Clone, Debug, Default)]
struct Seen {
    so: bool,
    on: Option<Date>,
    nearest: Option<(u32, Vec<Gap>)>,
}

impl Seen {
    fn judged(self, expect: &Expect, engine: &Engine) -> (Option<Instead>, Date) {
        let tables = engine.whole().tables();
        let now = engine.day();
        let on = self.on.unwrap_or(now);
        let lacks = |gaps: Vec<Gap>| (!gaps.is_empty()).then_some(Instead::Lacks(gaps));
        let plain = |so: bool| (!so).then_some(Instead::Nothing);
        match expect {
            Expect::So(condition) => (lacks(gaps(engine.whole(), condition)), now),
            Expect::Ever(_) if self.so => (None, on),
            Expect::Ever(_) => (
                Some(Instead::Lacks(
                    self.nearest.map_or_else(Vec::new, |(_, gaps)| gaps),
                )),
                on,
            ),
            Expect::Never(_) => (self.so.then_some(Instead::WasSo), on),
            Expect::Laid(d) => {
                let laid = tables.matters[d.index()].laid.is_some();
                let nearest = self.nearest.map_or_else(Vec::new, |(_, gaps)| gaps);
                ((!laid).then_some(Instead::Lacks(nearest)), on)
            }
            Expect::Open(..) if self.so => (None, on),
            Expect::Open(..) => (
                Some(
                    self.nearest
                        .map_or(Instead::DidNotWait, |(_, gaps)| Instead::Lacks(gaps)),
                ),
                on,
            ),
            Expect::Befell(i) => (plain(tables.incidents[i.index()].is_some()), now),
            Expect::Paid(_) => (plain(self.so), now),
            Expect::Ended(e) => {
                let ended = engine.ended();
                ((ended != Some(*e)).then_some(Instead::Ended(ended)), now)
            }
        }
    }

    fn near(&mut self, engine: &Engine, condition: &Cond) {
        let far = distance(engine.whole(), condition, true);
        if self.nearest.as_ref().is_none_or(|(old, _)| far < *old) {
            self.nearest = Some((far, gaps(engine.whole(), condition)));
            self.on = Some(engine.day());
        }
    }
}

struct Looks<'t> {
    trial: &'t Trial,
    found: Vec<Seen>,
}

impl Looks<'_> {
    fn look(&mut self, engine: &Engine) {
        let book = engine.book();
        for ((expect, _), seen) in self.trial.expect.iter().zip(&mut self.found) {
            if seen.so {
                continue;
            }
            match expect {
                Expect::Ever(condition) | Expect::Never(condition) => {
                    seen.near(engine, condition);
                    seen.so = seen.nearest.as_ref().is_some_and(|(far, _)| *far == 0);
                }
                Expect::Laid(d) if engine.whole().tables().matters[d.index()].laid.is_none() => {
                    seen.near(engine, &book.decisions[d.index()].when);
                }
                Expect::Open(d, o) if check::is_pending(engine.whole(), *d) => {
                    let decision = &book.decisions[d.index()];
                    seen.near(engine, &Target::Option(*d, *o).condition(book));
                    seen.so = check::choice(engine.whole(), decision.court, *d, *o).is_ok();
                }
                _ => {}
            }
        }
    }
}

impl Watch for Looks<'_> {
    fn opened(&mut self, engine: &Engine) {
        self.look(engine);
    }
    fn acted(&mut self, engine: &Engine) {
        self.look(engine);
    }
    fn asked(&mut self, _: Turn, _: crate::base::ids::CourtId, ask: &crate::engine::Ask) {
        if let crate::engine::Ask::Choose { decision, option } = ask {
            for ((expect, _), seen) in self.trial.expect.iter().zip(&mut self.found) {
                seen.so |= *expect == Expect::Open(*decision, *option);
            }
        }
    }
    fn closed(&mut self, engine: &Engine) {
        for event in engine.events_closed() {
            let Event::ClausePaid { draft, .. } = event else {
                continue;
            };
            for ((expect, _), seen) in self.trial.expect.iter().zip(&mut self.found) {
                seen.so |= *expect == Expect::Paid(*draft);
            }
        }
    }
}
