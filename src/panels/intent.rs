//! What a person asked for while the panels were drawn. Panels change nothing: they add to a list, and
//! [`Shell::settle`](super::Shell::settle) carries the list out once, however often the panels were laid out.

use super::desk::{Aim, Brush, Camera, Overlay, Panel, Thing, Topic};
use super::lesson::Act;
use super::settings::Settings;
use super::store::{SaveId, ScenarioId};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId};
use crate::engine::Ask;
use crate::policy::Kind;
use crate::scenario::given::GivenNow;
use crate::scenario::lesson::Held;

/// Something a person asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    // In the game.
    /// A choice or an order of the court that sits.
    Ask(Ask),
    /// Take back the ask with this index among the court's asks of this turn; later ones stay where they are still lawful.
    TakeBack(usize),
    /// Ask this in the place of the ask with this index. Where it is refused the old one stands.
    Replace {
        /// Which of the court's asks of this turn.
        index: usize,
        /// What is asked instead.
        ask: Ask,
    },
    /// End the turn.
    EndTurn,
    /// End turns until something needs eyes.
    RunOn,
    /// Look for the turning points of a game that is over, or look no further.
    LookBack(bool),
    // On the desk.
    /// Bring a panel up.
    Show(Panel),
    /// Show the table: the news, and what waits.
    Overview,
    /// Lay a slip over everything, or put the one that lies there away.
    Lay(Option<Overlay>),
    /// Lay a matter open.
    Matter(DecisionId),
    /// Move the council's keyboard focus to an option, counted from 0 as shown.
    Focus(usize),
    /// Select something on the map, or nothing.
    Select(Option<Thing>),
    /// Begin, change or stop giving an order.
    Aim(Option<Aim>),
    /// Begin, go on with or put away a paper at the negotiating table; the panel of treaties comes up.
    Brush(Option<Box<Brush>>),
    /// Open a page of the codex.
    Open(Topic),
    /// Close the page of the codex; the one before it comes up.
    Back,
    /// Search the chronicle for these words.
    Search(String),
    /// Move the map, at once.
    Look(Camera),
    /// Move the map, gliding there; at once where nothing is to move.
    Glide(Camera),
    /// Bring something to the middle of the map.
    Centre(Thing),
    /// Swap sheet and map where the window is too small for both.
    SwapMap,
    /// At the writer's bench: set a value by hand.
    SetByHand(GivenNow),
    /// At the writer's bench: lead a new game to a matter.
    Seek(DecisionId),
    /// Put away the word over the game.
    WordRead,
    /// Put the last refusal away.
    PutAway,
    /// Show the marches of the turn at once.
    SkipMotion,
    /// A hint was read and goes for good.
    Hint(String),
    /// In a lesson.
    Lesson(Act),
    /// Open the desk of the court that is handed the keyboard; of any court that people played, once the game is over.
    Sit(CourtId),
    // Around the game.
    /// Go to a screen.
    Go(Screen),
    /// Begin a game.
    Begin {
        /// Of which scenario.
        scenario: ScenarioId,
        /// Which court.
        court: CourtId,
    },
    /// Begin the scenario that follows, as this court, in the world in which a saved game ended.
    CarryOn {
        /// The saved game.
        save: SaveId,
        /// Whose part the player takes.
        court: CourtId,
    },
    /// Begin a game with luck and opponent of one's choice.
    BeginWith {
        /// Of which scenario.
        scenario: ScenarioId,
        /// Which court.
        court: CourtId,
        /// The seed; any luck if none.
        seed: Option<u64>,
        /// Who plays the other court.
        against: Kind,
    },
    /// Begin a lesson.
    BeginLesson {
        /// Of which scenario.
        scenario: ScenarioId,
        /// How it is held.
        held: Held,
    },
    /// Begin a game of several people at one keyboard.
    BeginTogether {
        /// Of which scenario.
        scenario: ScenarioId,
        /// Which courts they play, in the order they sit.
        courts: Vec<CourtId>,
        /// The seed; any luck if none.
        seed: Option<u64>,
    },
    /// Go on with a saved game.
    Resume(SaveId),
    /// Begin a new game from the opening of an earlier turn of a saved one.
    Branch {
        /// Which game.
        save: SaveId,
        /// From which turn.
        turn: Turn,
        /// What the new game is called.
        name: String,
    },
    /// Give a saved game another name.
    Rename(SaveId, String),
    /// Throw a saved game away.
    Discard(SaveId),
    /// Use other settings, and keep them.
    Settings(Settings),
    /// End the game here and read its debrief; or play on.
    PutDown(bool),
    /// Put the message on the screen away.
    Understood,
    /// Leave the program.
    Leave,
}

/// A screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The start.
    #[default]
    Start,
    /// What a scenario is about, before a court is taken.
    Brief(ScenarioId),
    /// The lessons of a scenario, before one begins.
    Lessons(ScenarioId),
    /// The saved games.
    Saves,
    /// Where to branch a saved game.
    WhatIf(Option<SaveId>),
    /// The settings; [`Intent::Go`] with the screen before leads back.
    Settings,
    /// The game on the desk.
    Game,
    /// The lesson on the wall.
    Lesson,
}
