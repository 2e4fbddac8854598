//! One choice turned round, with the same luck: what it does to whether a town falls.
//!
//! Each seed is played twice. In both games one matter is answered as it is told, in the one with the first of two options and in the
//! other with the second; everything else is left to the same players with the same luck. Games in which the matter was not laid, or in
//! which either option was closed, are left out: there was nothing to turn round.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::base::date::Date;
use crate::base::ids::{CourtId, DecisionId, OptionId, PlaceId};
use crate::engine::{Ask, Engine};
use crate::orders::OrderNow;
use crate::policy::{self, Kind, Player};
use crate::rules::check::Refusal;
use crate::scenario::model::Scenario;
use crate::view::View;

/// A choice to be turned round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The matter.
    pub decision: DecisionId,
    /// The two answers.
    pub options: [OptionId; 2],
}

/// What is counted: a town that falls to another court, by a day if one is given. A choice of the first siege may save the city for a year and not for two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The town.
    pub town: PlaceId,
    /// Falls from this day on are not counted.
    pub before: Option<Date>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shift {
    /// Pairs of games in which both answers could be given.
    pub pairs: u32,
    /// In how many the town fell after each.
    pub fell: [u32; 2],
    /// In how many it fell after the one and not after the other.
    pub only: [u32; 2],
}

impl Shift {
    /// By how much the share of games in which the town falls is greater after the second answer than after the first, permille, and how far
    /// off that may be either way, nineteen times in twenty (of pairs).
    #[must_use]
    pub fn by(&self) -> (i64, i64) {
        let n = i64::from(self.pairs);
        if n == 0 {
            return (0, 1000);
        }
        let (a, b) = (i64::from(self.only[0]), i64::from(self.only[1]));
        let shift = (b - a) * 1000 / n;
        // The variance of a mean of pairs, in millionths.
        let variance = ((a + b) * 1_000_000 - (b - a) * (b - a) * 1_000_000 / n) / n / n;
        let off = u64::try_from(variance.max(0)).unwrap_or(0).isqrt();
        (shift, i64::try_from(off).unwrap_or(1000) * 196 / 100)
    }
}

/// A player who answers one matter as he is told.
struct Told {
    inner: Box<dyn Player + Send>,
    flip: (DecisionId, OptionId),
    /// Whether the matter was answered so.
    done: bool,
    /// Whether the other answer could have been given too.
    other: OptionId,
    both: bool,
}

impl Player for Told {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        let (decision, option) = self.flip;
        let mut out = self.inner.choices(view);
        if view.pending().any(|d| d == decision) {
            self.both = view.may_choose(decision, option).is_ok()
                && view.may_choose(decision, self.other).is_ok();
            if self.both {
                // In its own place among the answers: another matter of the same day may say otherwise after it, and would with anybody.
                match out.iter_mut().find(|(d, _)| *d == decision) {
                    Some(answer) => *answer = self.flip,
                    None => out.push(self.flip),
                }
                self.done = true;
            }
        }
        out
    }
    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        self.inner.orders(view)
    }
    fn refused(&mut self, view: &View<'_>, ask: &Ask, refusal: &Refusal) {
        self.inner.refused(view, ask, refusal);
    }
}

/// Plays one game with the matter answered so: whether it could be, and whether the town fell to another court.
fn one(
    book: &Arc<Scenario>,
    seed: u64,
    kind: Kind,
    (decision, option, other): (DecisionId, OptionId, OptionId),
    counted: Counted,
) -> Option<bool> {
    let mut engine = Engine::new(book.clone(), seed);
    let named: Vec<(CourtId, Kind)> = (0..book.courts.len())
        .map(CourtId::of)
        .filter(|c| book.courts[c.index()].playable)
        .map(|c| (c, kind))
        .collect();
    let mut players = policy::table(book, seed, &named);
    let court = book.decisions[decision.index()].court;
    let mut told = Told {
        inner: players.remove(court.index()),
        flip: (decision, option),
        done: false,
        other,
        both: false,
    };
    while engine.ended().is_none() {
        for i in 0..book.courts.len() {
            let id = CourtId::of(i);
            if id == court {
                policy::act(&mut engine, id, &mut told);
            } else {
                let at = i - usize::from(i > court.index());
                policy::act(&mut engine, id, players[at].as_mut());
            }
        }
        engine.end_turn();
    }
    let Counted { town, before } = counted;
    let holder = book.places[town.index()].holder;
    let fell = engine
        .whole()
        .tables()
        .falls
        .iter()
        .any(|(place, to, turn, _)| {
            *place == town && Some(*to) != holder && before.is_none_or(|day| book.day(*turn) < day)
        });
    told.done.then_some(fell)
}

/// Plays so many seeds from the first, each both ways.
#[must_use]
pub fn measure(
    book: &Arc<Scenario>,
    flip: Flip,
    kind: Kind,
    counted: Counted,
    games: u32,
    jobs: NonZeroUsize,
) -> Shift {
    let next = AtomicU64::new(1);
    let [first, second] = flip.options;
    let parts: Vec<Shift> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.get())
            .map(|_| {
                scope.spawn(|| {
                    let mut sum = Shift::default();
                    loop {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed > u64::from(games) {
                            return sum;
                        }
                        let a = one(book, seed, kind, (flip.decision, first, second), counted);
                        let b = one(book, seed, kind, (flip.decision, second, first), counted);
                        if let (Some(a), Some(b)) = (a, b) {
                            sum.pairs += 1;
                            sum.fell[0] += u32::from(a);
                            sum.fell[1] += u32::from(b);
                            sum.only[0] += u32::from(a && !b);
                            sum.only[1] += u32::from(b && !a);
                        }
                    }
                })
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| match worker.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    });
    parts.into_iter().fold(Shift::default(), |mut sum, part| {
        sum.pairs += part.pairs;
        for i in 0..2 {
            sum.fell[i] += part.fell[i];
            sum.only[i] += part.only[i];
        }
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_that_agree_say_nothing_and_pairs_that_differ_say_which_way() {
        let even = Shift {
            pairs: 100,
            fell: [50, 50],
            only: [10, 10],
        };
        assert_eq!(even.by().0, 0);
        let worse = Shift {
            pairs: 400,
            fell: [100, 180],
            only: [10, 90],
        };
        let (by, off) = worse.by();
        assert_eq!(by, 200);
        assert!(off < 60, "{off}");
        assert_eq!(Shift::default().by(), (0, 1000));
    }
}
