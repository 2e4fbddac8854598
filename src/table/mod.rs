//! The table at which a game is played: the seats people have, what they were told, what they asked, taking back, and the
//! journal's door. Every face sits down here; none of them is known here.
//!
//! * [`chronicle`] — what a court heard and did, to be read back
//! * [`debrief`] — what there is to tell beside the record once a game is over
//! * [`session`] — one game: seats, asks, undo, the end of a turn
//! * [`telling`] — what is worth telling a court, and when it must be asked
//!
//! The room writes nothing and opens no files; whoever keeps the journal does so through [`Keeper`]. It holds no rules.

pub mod chronicle;
pub mod debrief;
pub mod session;
pub mod telling;

pub use session::{Done, Keeper, Mismatch, NoKeeper, Seat, Session, Sitting, Step, Trouble};
pub use telling::{NewsItem, RUN_XUN, is_to_come, last_chances, needs_eyes, news, of_note, speaks};
