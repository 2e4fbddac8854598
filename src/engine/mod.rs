//! The façade: one game, from the first day to its ending. It holds no rules and writes no prose, and never touches the disk.
//!
//! A turn is open while courts choose and give orders; [`Engine::end_turn`] closes it and opens the next.
//!
//! * [`carried`] — a world carried from the end of one scenario to the first day of another
//! * [`imagined`] — the game as a court imagines it, from its view alone

pub mod carried;
pub mod imagined;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::date::{Date, Turn};
use crate::base::ids::{CourtId, DecisionId, EndingId, OptionId};
use crate::base::luck::Luck;
use crate::events::{Entry, Event};
use crate::orders::OrderNow;
use crate::rules::check::{self, Refusal};
use crate::rules::condition::{Gap, gaps};
use crate::rules::hand::{self, Brought, Unset};
use crate::rules::state::snapshot::{Opening, Snapshot};
use crate::rules::state::{Game, Kept};
use crate::rules::{effects, execute, turn};
use crate::scenario::given::{Given, GivenNow};
use crate::scenario::model::{Cond, Scenario};
use crate::view::View;

/// What a court asks for: a choice in council, or an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Choose an option of a matter that lies before the court.
    Choose {
        /// The matter.
        decision: DecisionId,
        /// The option.
        option: OptionId,
    },
    /// Give an order.
    Order(OrderNow),
}

/// A game written down whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Save {
    /// The seed.
    pub seed: u64,
    /// The state.
    pub state: Snapshot,
    /// The chronicle.
    pub chronicle: Vec<Entry>,
}

/// One game.
#[derive(Debug)]
pub struct Engine {
    kept: Kept,
    seed: u64,
    /// The events of the turn that was closed last.
    closed: Vec<Event>,
}

impl Engine {
    /// A new game, on the morning of its first day: the first turn is open.
    #[must_use]
    pub fn new(book: Arc<Scenario>, seed: u64) -> Self {
        let state = Snapshot::opening(&book);
        let mut kept = Kept::from_snapshot(book, seed, &state, Vec::new());
        kept.change(turn::open);
        Self::around(kept, seed)
    }

    /// A new game, as [`Self::new`] gives it, for whoever plays many of one scenario: it keeps of what happens what the opening says.
    #[must_use]
    pub fn at(opening: &Opening, seed: u64) -> Self {
        let mut kept = opening.kept(seed);
        kept.change(turn::open);
        Self::around(kept, seed)
    }

    /// The same game with its state in plain vectors instead of an ECS world: what the benches measure a world against.
    #[must_use]
    pub fn in_plain_vectors(opening: &Opening, seed: u64) -> Self {
        let mut kept = opening.in_plain_vectors(seed);
        kept.change(turn::open);
        Self::around(kept, seed)
    }

    /// Begins a new game of the same scenario in the place of this one, as [`Self::new`] gives it, and cheaper.
    pub fn start_again(&mut self, opening: &Opening, seed: u64) {
        self.seed = seed;
        self.closed.clear();
        self.kept.change(|game| {
            game.start_again(opening, seed);
            turn::open(game);
        });
    }

    /// A new game on the first day of a scenario, in the world in which another ended.
    #[must_use]
    pub fn carried(book: Arc<Scenario>, seed: u64, world: &carried::Carried) -> Self {
        let state = world.onto(&book);
        let mut kept = Kept::from_snapshot(book, seed, &state, Vec::new());
        kept.change(turn::open);
        Self::around(kept, seed)
    }

    /// A new game in a world that was set by hand: these conditions hold, on the first day or, with a `From` among them, on that day. It is no
    /// play of the scenario, and its chronicle says so. Beside it the values that were set, with which [`Engine::set_up`] makes it again.
    ///
    /// # Errors
    /// With the first part of them that nobody can set, or that another of them undid.
    pub fn given(
        book: Arc<Scenario>,
        seed: u64,
        conditions: &[Cond],
    ) -> Result<(Self, Vec<GivenNow>), Gap> {
        let first = conditions
            .iter()
            .rev()
            .find_map(|condition| match condition {
                Cond::From(day) => Some(*day),
                _ => None,
            });
        // The first value is the day on which the game begins.
        let mut values = vec![Given::Day(first.unwrap_or(book.from))];
        let mut kept = Self::unopened(book, seed, first);
        for condition in conditions {
            values.extend(kept.change(|game| hand::bring_about(game, condition)).set);
        }
        let undone = |c| gaps(kept.game(), c).into_iter().next();
        if let Some(gap) = conditions.iter().find_map(undone) {
            return Err(gap);
        }
        kept.change(turn::open);
        Ok((Self::around(kept, seed), values))
    }

    /// A new game in a world that was set by hand: these values, in this order, before the first xun opens; a day at their head is the one
    /// on which it begins. What cannot be set stays as it is.
    #[must_use]
    pub fn set_up(book: Arc<Scenario>, seed: u64, values: &[GivenNow]) -> Self {
        let (first, rest) = match values.split_first() {
            Some((Given::Day(day), rest)) => (Some(*day), rest),
            _ => (None, values),
        };
        let mut kept = Self::unopened(book, seed, first);
        for given in rest {
            if hand::check(kept.game(), given).is_ok() {
                kept.change(|game| hand::set(game, given));
            }
        }
        kept.change(turn::open);
        Self::around(kept, seed)
    }

    /// The world of a scenario's first day, or of what of it lies on another, before the first xun opens: what is set now is laid before
    /// the courts with the rest.
    fn unopened(book: Arc<Scenario>, seed: u64, first: Option<Date>) -> Kept {
        let mut state = Snapshot::opening(&book);
        if let Some(day) = first {
            let last = i32::from(book.turns) - 1;
            let xun = book.from.xun_until(day).clamp(0, last);
            state.tables.turn = Turn(u16::try_from(xun).unwrap_or(0));
        }
        Kept::from_snapshot(book, seed, &state, Vec::new())
    }

    /// A game that goes on from a save.
    #[must_use]
    pub fn load(book: Arc<Scenario>, save: &Save) -> Self {
        Self {
            kept: Kept::from_snapshot(book, save.seed, &save.state, save.chronicle.clone()),
            seed: save.seed,
            closed: Vec::new(),
        }
    }

    /// The game written down.
    #[must_use]
    pub fn save(&self) -> Save {
        Save {
            seed: self.seed,
            state: self.whole().snapshot(),
            chronicle: self.whole().chronicle().to_vec(),
        }
    }

    /// A second game that goes on from here by itself.
    #[must_use]
    pub fn fork(&self) -> Self {
        let mut fork = Self::load(self.whole().book.clone(), &self.save());
        let keeps = self.whole().keeps();
        fork.kept.change(|game| game.keep(keeps));
        fork
    }

    /// Goes on from where another game of the same scenario stands, in the place of this one: it is then what [`Self::fork`] of the other
    /// gives, and cheaper.
    pub fn go_on_from(&mut self, other: &Self) {
        self.seed = other.seed;
        self.closed.clear();
        self.kept.change(|game| game.become_like(other.whole()));
    }

    /// Goes on with the luck of another seed from here. What was rolled is done.
    pub fn with_luck_of(&mut self, seed: u64) {
        self.seed = seed;
        self.kept.change(|game| game.luck = Luck::new(seed));
    }

    /// The game as the court of a view imagines it, with this luck: whatever it cannot see is as it may be. Whoever imagines many games
    /// on one day makes the [`imagined::Belief`] once.
    #[must_use]
    pub fn imagined(view: &View<'_>, luck: u64) -> Self {
        imagined::Belief::of(view).game(luck)
    }

    /// A game in the middle of a turn.
    const fn around(kept: Kept, seed: u64) -> Self {
        Self {
            kept,
            seed,
            closed: Vec::new(),
        }
    }

    /// The scenario.
    #[must_use]
    pub fn book(&self) -> &Arc<Scenario> {
        &self.whole().book
    }
    /// The seed.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }
    /// The turn.
    #[must_use]
    pub fn turn(&self) -> Turn {
        self.whole().turn()
    }
    /// First day of the turn.
    #[must_use]
    pub fn day(&self) -> Date {
        self.whole().day()
    }
    /// What a court may know.
    #[must_use]
    pub fn view(&self, court: CourtId) -> View<'_> {
        View::new(self.whole(), court)
    }
    /// Everything, for the record room that lays the outcome beside history, and for tests. No face or policy decides by it.
    #[must_use]
    pub fn whole(&self) -> &Game<'_> {
        self.kept.game()
    }
    /// What happened, told events only.
    #[must_use]
    pub fn chronicle(&self) -> &[Entry] {
        self.whole().chronicle()
    }
    /// Every event since the turn opened; none of a game that is one of many ([`Self::at`]).
    #[must_use]
    pub fn events_now(&self) -> &[Event] {
        self.whole().events_now()
    }
    /// Every event of the turn that was closed last, told or not; none in a game that was loaded since.
    #[must_use]
    pub fn events_closed(&self) -> &[Event] {
        &self.closed
    }
    /// The ending, once there is one.
    #[must_use]
    pub fn ended(&self) -> Option<EndingId> {
        self.whole().tables().ended
    }
    /// The hash of the whole state.
    #[must_use]
    pub fn hash(&self) -> u64 {
        self.whole().snapshot().hash()
    }

    /// Carries out what a court asks for, at once, or says what is missing and changes nothing.
    ///
    /// # Errors
    /// With the first thing that is missing.
    pub fn submit(&mut self, court: CourtId, ask: &Ask) -> Result<(), Refusal> {
        self.kept.change(|game| {
            match ask {
                Ask::Choose { decision, option } => {
                    check::choice(game, court, *decision, *option)?;
                    effects::choose(game, *decision, *option);
                }
                Ask::Order(order) => {
                    check::order(game, court, order)?;
                    execute::order(game, court, order);
                }
            }
            Ok(())
        })
    }

    /// Sets a value by hand, or says what stands in the way and changes nothing. No court does this: a writer does, at his bench.
    ///
    /// # Errors
    /// With what stands in the way.
    pub fn set(&mut self, given: &GivenNow) -> Result<(), Unset> {
        hand::check(self.whole(), given)?;
        self.kept.change(|game| hand::set(game, given));
        Ok(())
    }

    /// Sets whatever makes a condition hold, as far as a hand can, and says what was set and what is left to wish for.
    pub fn bring_about(&mut self, condition: &Cond) -> Brought {
        self.kept.change(|game| hand::bring_about(game, condition))
    }

    /// Whether a value was ever set by hand: such a game counts as no play.
    #[must_use]
    pub fn by_hand(&self) -> bool {
        self.whole()
            .chronicle()
            .iter()
            .any(|entry| matches!(entry.event, Event::SetByHand { .. }))
    }

    /// Closes the turn and, unless the game has ended, opens the next.
    pub fn end_turn(&mut self) {
        self.end_turn_seen(|_| {});
    }

    /// The same; the game is shown as it stands when the turn is closed and the next not yet open, as what was expected of it is tested.
    pub fn end_turn_seen(&mut self, seen: impl FnOnce(&Game<'_>)) {
        if self.whole().is_over() {
            return;
        }
        let closed = &mut self.closed;
        self.kept.change(|game| {
            turn::close(game);
            seen(game);
            game.turn_the_page(closed);
            if !game.is_over() {
                turn::open(game);
            }
        });
    }

    /// Ends the turn of many games, each as [`Self::end_turn`] does: one phase of all of them after the other. What a phase needs of the
    /// machine (its code, above all) is then at hand for all but the first.
    pub fn end_turns(games: &mut [Self]) {
        let going: Vec<bool> = games.iter().map(|game| !game.whole().is_over()).collect();
        for phase in turn::CLOSING {
            for (game, _) in games.iter_mut().zip(&going).filter(|(_, going)| **going) {
                game.kept.change(phase);
            }
        }
        for (game, _) in games.iter_mut().zip(&going).filter(|(_, going)| **going) {
            let closed = &mut game.closed;
            game.kept.change(|game| game.turn_the_page(closed));
        }
        for phase in turn::OPENING {
            for game in games.iter_mut().filter(|game| !game.whole().is_over()) {
                game.kept.change(phase);
            }
        }
    }
}
