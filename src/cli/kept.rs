//! A game that is kept: nothing takes effect in it before it stands in its journal.

use std::fs::File;

use crate::base::ids::CourtId;
use crate::engine::{Ask, Engine, Save};
use crate::journal::{JournalError, Recorder, Sink, take_back};
use crate::policy::{self, Player};
use crate::rules::check::Refusal;

/// A player for each court that no person plays.
pub(super) type Players = Vec<Option<Box<dyn Player + Send>>>;

/// A game with its journal.
pub(super) struct Kept<S: Sink = File> {
    /// The game.
    pub(super) engine: Engine,
    /// The state in which the open turn was opened.
    pub(super) opening: Save,
    /// What stands in the open turn.
    pub(super) standing: Vec<(CourtId, Ask)>,
    /// The courts that people play, in order.
    pub(super) people: Vec<CourtId>,
    /// A player for each other court, by court.
    pub(super) players: Players,
    /// The journal.
    pub(super) journal: Recorder<S>,
}

/// Why something did not take effect.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The rules refuse it.
    Refused(Refusal),
    /// It could not be written down.
    Journal(JournalError),
}

impl<S: Sink> Kept<S> {
    /// A court asks for something.
    pub(super) fn ask(&mut self, court: CourtId, ask: &Ask) -> Result<(), Trouble> {
        let view = self.engine.view(court);
        let lawful = match ask {
            Ask::Choose { decision, option } => view.may_choose(*decision, *option),
            Ask::Order(order) => view.may_order(order),
        };
        lawful.map_err(Trouble::Refused)?;
        self.journal.ask(self.engine.turn(), court, ask).map_err(Trouble::Journal)?;
        self.engine.submit(court, ask).map_err(Trouble::Refused)?;
        self.standing.push((court, ask.clone()));
        Ok(())
    }

    /// A court takes back the last thing it asked for in this turn. False when it has asked for nothing.
    pub(super) fn undo(&mut self, court: CourtId) -> Result<bool, JournalError> {
        let mut standing = self.standing.clone();
        let Some(engine) = take_back(&self.opening, self.engine.book(), &mut standing, Some(court)) else { return Ok(false) };
        self.journal.undo(self.engine.turn(), court)?;
        (self.engine, self.standing) = (engine, standing);
        Ok(true)
    }

    /// The other courts act and the turn ends: on a copy first, so that nothing has happened if it cannot be written down.
    pub(super) fn end_turn(&mut self) -> Result<(), JournalError> {
        if self.engine.ended().is_some() {
            return Ok(());
        }
        let (turn, mut next) = (self.engine.turn(), self.engine.fork());
        let moves = computers(&mut next, &mut self.players);
        next.end_turn();
        self.journal.turn_closed(turn, &moves, next.hash())?;
        self.engine = next;
        self.opening = self.engine.save();
        self.standing.clear();
        Ok(())
    }
}

/// Lets every computer player act, in the order of the courts; what they did.
pub(super) fn computers(engine: &mut Engine, players: &mut Players) -> Vec<(CourtId, Ask)> {
    let mut done = Vec::new();
    for (i, player) in players.iter_mut().enumerate() {
        if let Some(player) = player {
            let court = CourtId::of(i);
            done.extend(policy::act(engine, court, player.as_mut()).into_iter().map(|ask| (court, ask)));
        }
    }
    done
}
