//! The writer's bench: a game whose scenario lies open in a file. What came of the file when it was saved, the game taken up again on
//! the changed scenario, and a game led to a matter. Whoever opens files does so through [`Bench`]; both faces have one or none.

use std::path::PathBuf;
use std::sync::Arc;

use super::again::{Again, again};
use super::seek::{Sought, seek};
use super::session::Session;
use crate::base::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::overlay;

/// A mistake in a file, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// Whether the scenario can be played with it: a warning.
    pub mild: bool,
    /// What is wrong, and what to do about it.
    pub message: String,
    /// The same with the line of the file and a mark under it, as `check` shows it.
    pub shown: String,
}

/// Whether two texts of a scenario are the same game in the same words: those of an overlay are no part of the text's own hash.
#[must_use]
pub fn is_same(one: &Scenario, other: &Scenario) -> bool {
    one.content_hash == other.content_hash && overlay::words(one) == overlay::words(other)
}

/// What came of a file that was saved.
#[derive(Clone, Debug)]
pub enum Saved {
    /// It cannot be played so: these are the mistakes. The game goes on as it was.
    Broken(Vec<Mistake>),
    /// It can; these are the warnings.
    Sound(Arc<Scenario>, Vec<Mistake>),
}

/// How a game came to lie on the table in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Come {
    /// It is the other, taken up again; where `whole`, all of it, and the old journal is not needed any more.
    Again {
        /// Whether everything applied.
        whole: bool,
    },
    /// It was led to a matter.
    Sought,
}

/// What the bench needs of whoever opens files.
pub trait Bench: Send {
    /// What came of the files since this was last asked; none where nothing changed.
    fn saved(&mut self) -> Option<Saved>;
    /// Rings this whenever there is something to ask for.
    fn ring(&mut self, bell: Box<dyn Fn() + Send>);
    /// The game of this journal's beginning on another text of its scenario: the same luck, the same seats.
    ///
    /// # Errors
    /// With the reason, for the writer to read: a court that people play may be gone.
    fn fresh(&self, book: &Arc<Scenario>) -> Result<Session, String>;
    /// Keeps a game that was taken up again or led somewhere in a journal of its own.
    ///
    /// # Errors
    /// With the reason, for the writer to read. The old journal is as it was then.
    fn keep(&mut self, session: &mut Session, how: Come) -> Result<(), String>;
    /// What to type to go on with the game later.
    fn resume_words(&self) -> String;
    /// Where the journal is.
    fn journal(&self) -> PathBuf;
}

/// What taking up a changed scenario came to.
#[derive(Debug)]
pub enum TakenUp {
    /// The game goes on, on the changed scenario.
    On(Box<Session>, Again),
    /// It goes on as it was, for this reason.
    Not(String),
}

/// Takes a game up again on a changed text of its scenario.
pub fn take_up(session: &Session, bench: &mut dyn Bench, book: &Arc<Scenario>) -> TakenUp {
    let fresh = match bench.fresh(book) {
        Ok(fresh) => fresh,
        Err(why) => return TakenUp::Not(why),
    };
    let (mut session, told) = again(session, fresh);
    match bench.keep(
        &mut session,
        Come::Again {
            whole: told.is_whole(),
        },
    ) {
        Ok(()) => TakenUp::On(Box::new(session), told),
        Err(why) => TakenUp::Not(why),
    }
}

/// Leads a new game of the scenario on the table to a matter.
///
/// # Errors
/// When it could not be kept. The old game is as it was then.
pub fn show(
    session: &Session,
    bench: &mut dyn Bench,
    decision: DecisionId,
) -> Result<Sought, String> {
    let mut sought = seek(session.engine().book(), decision);
    bench.keep(&mut sought.session, Come::Sought)?;
    Ok(sought)
}

impl std::fmt::Debug for dyn Bench {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bench")
    }
}
