//! Scenarios: the types as written, the resolved and immutable `Scenario`, one file per check. It may not touch the ECS, luck or the disk: callers hand it text.

mod allow;
mod checks;
mod defaults;
pub mod format;
mod found;
pub mod given;
pub mod language;
pub mod layout;
pub mod lesson;
pub mod load;
pub mod marks;
pub mod model;
pub mod overlay;
mod pieces;
mod prose;
pub mod raw;
pub(crate) mod read;
pub mod readings;
mod resolve;
pub mod roads;
pub mod tables;
pub mod tree;
pub mod trial;
