//! A journal kept while a game is played: what a session calls before anything takes effect.

use std::path::Path;
use std::sync::Arc;

use super::file::{JournalError, Sink, Writer};
use super::line::{Edition, Entry};
use super::names::{written_ask, written_given, written_vote};
use crate::base::date::Turn;
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::scenario::given::GivenNow;
use crate::scenario::lesson::Vote;
use crate::scenario::model::Scenario;

/// Writes what courts ask for into a journal. Call it first, and let the ask take effect only when it returns without an error.
#[derive(Debug)]
pub struct Recorder<S: Sink> {
    writer: Writer<S>,
    book: Arc<Scenario>,
}

impl<S: Sink> Recorder<S> {
    /// Keeps this journal of a game of this scenario.
    #[must_use]
    pub const fn new(writer: Writer<S>, book: Arc<Scenario>) -> Self {
        Self { writer, book }
    }

    /// Where the journal is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.writer.path()
    }

    /// The writer, for whoever keeps the file after the game.
    #[must_use]
    pub fn into_writer(self) -> Writer<S> {
        self.writer
    }

    fn entry(&self, turn: Turn, court: CourtId, ask: &Ask) -> Entry {
        Entry::Ask {
            turn: turn.0,
            court: self.book.courts[court.index()].id.clone(),
            asked: written_ask(ask, &self.book),
        }
    }

    /// A court asks for something. It must be lawful: check it first.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn ask(&mut self, turn: Turn, court: CourtId, ask: &Ask) -> Result<(), JournalError> {
        let entry = self.entry(turn, court, ask);
        self.writer.append(&entry)
    }

    /// A court takes back the last thing it asked for in this turn.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn undo(&mut self, turn: Turn, court: CourtId) -> Result<(), JournalError> {
        self.writer.append(&Entry::Undo {
            turn: turn.0,
            court: self.book.courts[court.index()].id.clone(),
        })
    }

    /// A class has voted on a matter.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn vote(&mut self, turn: Turn, court: CourtId, vote: &Vote) -> Result<(), JournalError> {
        self.writer.append(&Entry::Voted {
            turn: turn.0,
            court: self.book.courts[court.index()].id.clone(),
            vote: written_vote(vote, &self.book),
        })
    }

    /// A value is set by hand.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set(&mut self, turn: Turn, given: &GivenNow) -> Result<(), JournalError> {
        self.writer.append(&Entry::Set {
            turn: turn.0,
            given: written_given(given, &self.book),
        })
    }

    /// A turn was closed, and the state after it has this hash.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn turn_ended(&mut self, turn: Turn, hash: u64) -> Result<(), JournalError> {
        self.writer.append(&Entry::TurnEnded { turn: turn.0, hash })
    }

    /// The computer players' moves and the end of the turn, in one write: either all of it happened, or the turn is still open.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn turn_closed(
        &mut self,
        turn: Turn,
        moves: &[(CourtId, Ask)],
        hash: u64,
    ) -> Result<(), JournalError> {
        let mut entries: Vec<Entry> = moves
            .iter()
            .map(|(court, ask)| self.entry(turn, *court, ask))
            .collect();
        entries.push(Entry::TurnEnded { turn: turn.0, hash });
        self.writer.append_all(&entries)
    }

    /// From here on the game goes on under another text of its scenario, or other rules.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn migrated(&mut self, edition: Edition) -> Result<(), JournalError> {
        self.writer.append(&Entry::Migrated(edition))
    }
}
