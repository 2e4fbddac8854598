//! One file per phase of the turn. Each reads the state, asks the formulas, and emits events; none writes anything itself.

pub mod bargain;
pub mod battle;
pub mod chronicle;
pub mod council;
pub mod court;
pub mod envoys;
pub mod errands;
pub mod forecast;
pub mod incidents;
pub mod losses;
pub mod march;
pub mod news;
pub mod palace;
pub mod parties;
pub mod siege;
pub mod throne;
pub mod treasury;
pub mod treaties;
