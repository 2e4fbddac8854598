//! Scenarios: the types as written, the resolved and immutable `Scenario`, one file per check. It may not touch the ECS, luck or the disk: callers hand it text.

pub mod language;
pub mod model;
pub mod raw;
pub mod tables;
