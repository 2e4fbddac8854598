//! One file per phase of the turn. Each reads the state, asks the formulas, and emits events; none writes anything itself.

pub mod bargain;
pub mod battle;
pub mod chronicle;
pub mod council;
pub mod country;
pub mod court;
pub mod crossing;
pub mod envoys;
pub mod fleet;
pub mod flood;
pub mod forecast;
pub mod incidents;
pub mod losses;
pub mod march;
pub mod masters;
pub mod news;
pub mod puppets;
pub mod siege;
pub mod supply;
pub mod treasury;
pub mod treaties;
