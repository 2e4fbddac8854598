//! The simulation. Orders come in, are checked, become events, and events change the state: nothing else does.
//!
//! * [`state`] — components, the columns and lists they are read by, and `apply`, the only writer
//! * [`turn`] — the whole turn on one page
//! * [`condition`] — whether a condition of a scenario holds, and what keeps it from it
//! * [`check`] — order → refusal; [`execute`] — order → events; [`effects`] — what a choice does
//! * [`hand`] — values set by hand, at the writer's bench
//! * [`formulas`] — plain functions on plain values, each with the reason beside its numbers
//! * [`systems`] — one file per phase, thin
//!
//! The room may not touch the disk, the clock or any text, and cannot know which policy plays.

pub mod check;
pub mod condition;
pub mod effects;
pub mod execute;
pub mod formulas;
pub mod hand;
pub mod state;
pub mod systems;
pub mod turn;
