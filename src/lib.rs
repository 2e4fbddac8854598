//! Rivers and Mountains.
pub mod base;
pub mod diagnostics;
pub mod orders;
pub mod scenario;
