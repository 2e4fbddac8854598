//! A game with one matter answered as it is told, and everything else left to the same players with the same luck.

use std::sync::Arc;

use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::{Ask, Engine};
use crate::orders::OrderNow;
use crate::policy::{self, Kind, Player};
use crate::rules::check::Refusal;
use crate::scenario::model::{MOST_OPTIONS, Scenario};
use crate::view::View;

/// A game that was played so.
pub(super) struct Told {
    /// As it ended.
    pub(super) engine: Engine,
    /// Options that were open, one bit each, when the matter was first waiting; nought if it never was.
    pub(super) open: u8,
}

/// A player who answers one matter as he is told, if all of certain options are open when it first waits.
struct Teller {
    inner: Box<dyn Player + Send>,
    answer: (DecisionId, OptionId),
    /// Options that must be open, one bit each.
    needs: u8,
    open: u8,
}

impl Player for Teller {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        let (decision, _) = self.answer;
        let mut out = self.inner.choices(view);
        if self.open == 0 && view.pending().any(|d| d == decision) {
            let options = view.book().decisions[decision.index()].options.len();
            self.open = (0..options.min(MOST_OPTIONS))
                .filter(|n| view.may_choose(decision, OptionId::of(*n)).is_ok())
                .fold(0, |bits, n| bits | 1 << n);
            if self.open & self.needs == self.needs {
                // In its own place among the answers: another matter of the same day may say otherwise after it, and would with anybody.
                match out.iter_mut().find(|(d, _)| *d == decision) {
                    Some(answer) => *answer = self.answer,
                    None => out.push(self.answer),
                }
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

/// Every court that may be played, with the same policy.
pub(super) fn everybody(book: &Scenario, kind: Kind) -> Vec<(CourtId, Kind)> {
    (0..book.courts.len())
        .map(CourtId::of)
        .filter(|c| book.courts[c.index()].playable)
        .map(|c| (c, kind))
        .collect()
}

/// Plays one game to its end with the matter answered so. Where one of the options of `needs` (one bit each) is closed, or the matter never
/// waits, the player answers as he would.
pub(super) fn play(
    book: &Arc<Scenario>,
    seed: u64,
    kind: Kind,
    answer: (DecisionId, OptionId),
    needs: u8,
) -> Told {
    let mut engine = Engine::new(book.clone(), seed);
    let mut players = policy::table(book, seed, &everybody(book, kind));
    let court = book.decisions[answer.0.index()].court;
    let mut teller = Teller {
        inner: players.remove(court.index()),
        answer,
        needs,
        open: 0,
    };
    while engine.ended().is_none() {
        for i in 0..book.courts.len() {
            let id = CourtId::of(i);
            if id == court {
                policy::act(&mut engine, id, &mut teller);
            } else {
                let at = i - usize::from(i > court.index());
                policy::act(&mut engine, id, players[at].as_mut());
            }
        }
        engine.end_turn();
    }
    Told {
        engine,
        open: teller.open,
    }
}
