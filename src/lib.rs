//! Rivers and Mountains.
pub mod base;
pub mod diagnostics;
pub mod engine;
pub mod events;
pub mod orders;
pub mod policy;
pub mod prose;
pub mod record;
pub mod rules;
pub mod scenario;
pub mod terminal;
pub mod view;
