//! Plain functions on plain values. Every number has its reason beside it; where the record was the reason for a change, the line says what was changed for what.

pub mod bargain;
pub mod battle;
pub mod costs;
pub mod court;
pub mod march;
pub mod news;
pub mod obedience;
pub mod palace;
pub mod parties;
pub mod season;
pub mod siege;
pub mod throne;
pub mod treasury;
pub mod wealth;
