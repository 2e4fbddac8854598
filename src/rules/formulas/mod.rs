//! Plain functions on plain values. Every number has its reason beside it; where the record was the reason for a change, the line says what was changed for what.

pub mod bands;
pub mod bargain;
pub mod battle;
pub mod clients;
pub mod costs;
pub mod court;
pub mod despair;
pub mod fleet;
pub mod flood;
pub mod march;
pub mod masters;
pub mod mutiny;
pub mod news;
pub mod obedience;
pub mod palace;
pub mod parties;
pub mod people;
pub mod powder;
pub mod pursuit;
pub mod season;
pub mod siege;
pub mod sitting;
pub mod supply;
pub mod throne;
pub mod treasury;
pub mod wealth;
