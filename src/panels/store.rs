//! The window's door to the disk: scenarios, saved games, settings. Whoever opens the window hands one in; panels open no files.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::settings::Settings;
use crate::base::date::{Date, Turn};
use crate::base::ids::CourtId;
use crate::policy::Kind;
use crate::record::Share;
use crate::scenario::lesson::Held;
use crate::scenario::model::Scenario;
use crate::study::results::Turning;
use crate::table::Session;

/// A scenario as the store names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScenarioId(pub String);

/// A saved game as the store names it: by the path of its file, since a journal can be opened wherever it lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SaveId(pub String);

impl SaveId {
    /// The game in a file.
    #[must_use]
    pub fn of(file: &Path) -> Self {
        let whole = std::path::absolute(file);
        let whole = whole.as_deref().unwrap_or(file);
        Self(whole.to_string_lossy().into_owned())
    }
}

/// A scenario on the shelf.
#[derive(Clone, Debug)]
pub struct Card {
    /// Which.
    pub id: ScenarioId,
    /// The scenario; where it does not load, what is wrong with it, ready to be shown.
    pub book: Result<Arc<Scenario>, String>,
}

/// How well a scenario's record line holds: shares of its checkpoints by weight, over this many games.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordLine {
    /// Games played.
    pub games: u64,
    /// Of the checkpoints the model was tuned on.
    pub tuned: Share,
    /// Of those held out.
    pub held_out: Share,
}

/// A saved game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Which.
    pub id: SaveId,
    /// What the person called it, or a name made from scenario and court.
    pub name: String,
    /// Of which scenario, by its title; the file's word where it is not on the shelf.
    pub scenario: String,
    /// The courts that people play, by name.
    pub courts: Vec<String>,
    /// The first day of the turn it stands in; none where it cannot be played again.
    pub day: Option<Date>,
    /// The turn it stands in.
    pub turn: Turn,
    /// Whether the game is over.
    pub over: bool,
    /// A line on how it stands, or why it cannot be gone on with.
    pub summary: String,
    /// When it was last written, seconds since 1970, for the order of the list.
    pub written: u64,
}

/// What can be branched from: a turn of a saved game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branching {
    /// The turn.
    pub turn: Turn,
    /// Its first day.
    pub day: Date,
    /// What was asked in it, a line each.
    pub asked: Vec<String>,
}

/// A game taken from the store.
#[derive(Debug)]
pub struct Opened {
    /// The game, kept in its journal from here on.
    pub session: Session,
    /// Its journal.
    pub save: SaveId,
    /// What the person should know first: repairs, and what was carried over.
    pub notes: Vec<String>,
}

/// A record line to be played.
pub type LineJob = Box<dyn FnOnce() -> RecordLine + Send>;

/// A search for the turning points of a saved game: it hands over what it knows after every few draws of luck, until it is told to stop or
/// knows enough.
///
/// # Errors
/// When the game has none: ready to be shown.
pub type TurningJob =
    Box<dyn FnOnce(&AtomicBool, &mut dyn FnMut(Turning)) -> Result<(), String> + Send>;

/// Everything the window finds or keeps. Errors are ready to be shown: they name the thing and the way out.
pub trait Store: Send {
    /// The scenarios there are, shipped ones first.
    fn cards(&mut self) -> Vec<Card>;
    /// A job that plays a scenario's record line. It may take a second: run it off the window's thread.
    fn record_line(&self, book: &Arc<Scenario>) -> LineJob;
    /// A search for the turning points of a saved game that is over. It may take minutes: run it off the window's thread.
    fn turning(&self, save: &SaveId) -> TurningJob;
    /// The saved games, newest first.
    fn saves(&mut self) -> Vec<Saved>;
    /// Begins a game of these courts, the others played by `against`.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn begin(
        &mut self,
        scenario: &ScenarioId,
        courts: &[CourtId],
        seed: Option<u64>,
        against: Kind,
    ) -> Result<Opened, String>;
    /// Begins the scenario that follows, as the court of the same name, in the world in which a saved game ended. A game that several
    /// people played goes on with all of them.
    ///
    /// # Errors
    /// When no scenario follows, or it did not reach its last day.
    fn carry_on(&mut self, save: &SaveId, court: CourtId) -> Result<Opened, String>;
    /// Begins a lesson.
    ///
    /// # Errors
    /// When there is no such plan, or it cannot be kept.
    fn begin_lesson(&mut self, scenario: &ScenarioId, held: Held) -> Result<Opened, String>;
    /// Writes the printed pages of a game, and says where they are: a line each.
    ///
    /// # Errors
    /// When they cannot be written.
    fn pages(&mut self, session: &Session, save: &SaveId) -> Result<Vec<String>, String>;
    /// Goes on with a saved game.
    ///
    /// # Errors
    /// When it cannot be played again.
    fn resume(&mut self, save: &SaveId) -> Result<Opened, String>;
    /// The turns of a saved game.
    ///
    /// # Errors
    /// When it cannot be played again.
    fn turns(&mut self, save: &SaveId) -> Result<Vec<Branching>, String>;
    /// Begins a new game that is the saved one up to the opening of a turn.
    ///
    /// # Errors
    /// When it cannot be played again or kept.
    fn branch(&mut self, save: &SaveId, turn: Turn, name: &str) -> Result<Opened, String>;
    /// Gives a saved game another name.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn rename(&mut self, save: &SaveId, name: &str) -> Result<(), String>;
    /// Throws a saved game away.
    ///
    /// # Errors
    /// When it cannot be removed.
    fn discard(&mut self, save: &SaveId) -> Result<(), String>;
    /// The languages in which a scenario can be shown besides its own, by the standard of such names. The scenarios are told in the
    /// one that the settings name, where they have it.
    fn languages(&mut self) -> Vec<String>;
    /// The settings as last kept.
    fn settings(&mut self) -> Settings;
    /// Keeps the settings.
    ///
    /// # Errors
    /// When they cannot be written.
    fn keep(&mut self, settings: &Settings) -> Result<(), String>;
    /// Where games are saved, for people.
    fn folder(&self) -> String;
}

impl fmt::Debug for dyn Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}
