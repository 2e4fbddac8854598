//! The ground floor: typed ids, dates, eras, keyed luck, the state hash. It may not touch Bevy, the disk or the clock, and keeps no floats.

pub mod date;
pub mod era;
pub mod hash;
pub mod ids;
pub mod luck;
