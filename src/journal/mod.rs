//! The journal is the save: a text file, one JSON object a line, that says which game was begun and everything that was asked in it.
//!
//! The first line is the [`Header`]. Then come the choices and orders of every court, computer players' too, so that a journal
//! plays again without any policy; what a player took back; how a class voted; what was set by hand at the writer's bench, which no play has; and the hash of
//! the state at the end of each turn. Things are
//! named by their ids as written in the scenario, never by index, so that a journal outlives a change of its scenario.
//!
//! ```text
//! {"journal":1,"scenario":"jingkang","content":"9f3c…","seed":7,"seats":{"song":"person","jin":"counsel"},"program":"0.1.0"}
//! {"turn":0,"court":"song","choose":{"decision":"night_raid","option":"wait"}}
//! {"turn":0,"court":"jin","order":{"March":{"army":"east_army","to":"yanshan"}}}
//! {"turn":0,"court":"song","undo":true}
//! {"turn":0,"court":"song","vote":{"decision":"night_raid","option":"wait","tally":[["strike",9],["wait",14]],"by":"hands"}}
//! {"turn":0,"set":{"Treasury":["song","Silver",0]}}
//! {"turn_ended":0,"hash":"01d2…"}
//! ```
//!
//! Invariants:
//! * A line is on the disk before what it says takes effect, so a killed program or a pulled plug loses nothing decided.
//! * A line that cannot be written takes no effect, and the journal is left as it was before.
//! * One program at a time writes a journal.
//! * Reading never guesses: a torn end is cut off and said, and any other broken line is refused with its number.
//!
//! With `cli/`, this is the only room that opens files. It decides nothing about a game.

mod asks;
mod file;
mod line;
mod names;
mod recorder;
mod replay;

pub use asks::{Asks, asks};
pub use file::{
    BadJournal, Journal, JournalError, Line, Repair, Sink, Writer, create, open_for_append, parse,
    read, rename,
};
pub use line::{Asked, Edition, Entry, FORMAT, Header, PERSON, PROGRAM, Voted};
pub use names::{
    Unknown, UnknownName, resolved_ask, resolved_given, resolved_order, resolved_vote, written_ask,
    written_given, written_order, written_vote,
};
pub use recorder::Recorder;
pub use replay::{Note, ReplayError, Replayed, replay, replay_watched, take_back};
