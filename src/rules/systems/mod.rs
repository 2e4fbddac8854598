//! One file per phase of the turn. Each reads the state, asks the formulas, and emits events; none writes anything itself.

pub mod bargain;
pub mod battle;
pub mod chronicle;
pub mod council;
pub mod court;
pub mod crossing;
pub mod envoys;
pub mod fall;
pub mod forecast;
pub mod ground;
pub mod incidents;
pub mod losses;
pub mod march;
pub mod news;
pub mod raid;
pub mod siege;
pub mod sortie;
pub mod storm;
pub mod surrender;
pub mod treasury;
pub mod treaties;
pub mod workshop;
