//! The table at which a game is played: the seats people have, what they were told, what they asked, taking back, and the
//! journal's door. Every face sits down here; none of them is known here.
//!
//! * [`bench`] — the writer's bench: a file that was saved; [`again`] — the game taken up again on it; [`seek`] — a game led to a matter;
//!   [`values`] — what can be set by hand
//! * [`chronicle`] — what a court heard and did, to be read back
//! * [`debrief`] — what there is to tell beside the record once a game is over
//! * [`session`] — one game: seats, asks, undo, the end of a turn
//! * [`holder`] — who holds a place, for the eye
//! * [`house`] — the council and the house: who is heard, who stands before the palace, which orders are on the road
//! * [`lesson`] — a class that decides, votes, and sees afterwards what is known
//! * [`moves`] — why a number stands where it does; [`doings`] — what a choice or an order did at once
//! * [`ledger`] — where every tael came from and went
//! * [`dues`] — what a court swore and will soon be held to
//! * [`outset`] — how things stand on the first day; [`hardship`] — what armies suffer without a blow
//! * [`roll`] — a court's people in groups, and what each counselled; [`papers`] — its treaties and drafts
//! * [`sworn`] — the ledger of what was sworn: due, paid, late, broken, by whom and on which reading
//! * [`telling`] — what is worth telling a court, and when it must be asked
//! * [`turning`] — what is worth telling of a game's turning points and its luck
//! * [`war`] — what an army weighs and why; what presses on a besieged town
//! * [`lifts`] — the sieges that a choice takes armies from
//! * [`ways`] — what would do it, where something was refused; [`writing`] — a paper under the brush
//!
//! The room writes nothing and opens no files; whoever keeps the journal does so through [`Keeper`]. It holds no rules.

pub mod again;
pub mod bench;
pub mod chronicle;
pub mod debrief;
pub mod doings;
pub mod dues;
pub mod hardship;
pub mod holder;
pub mod house;
pub mod ledger;
pub mod lesson;
pub mod lifts;
pub mod moves;
pub mod outset;
pub mod papers;
pub mod roll;
pub mod seek;
pub mod session;
pub mod sworn;
pub mod telling;
pub mod turning;
pub mod values;
pub mod war;
pub mod ways;
pub mod writing;

pub use doings::doings;
pub use ledger::{Account, Cause, Line, Posting};
pub use moves::{About, Told, moves};
pub use papers::{PaperState, Standing};
pub use roll::{Advice, Roll};
pub use session::{
    Done, Keeper, Mismatch, NoKeeper, NotSet, Seat, Session, Sitting, Step, Trouble,
};
pub use telling::{
    NewsItem, RUN_XUN, in_a_line, is_to_come, last_chances, needs_eyes, news, of_note, settled,
};
