//! The ground floor: typed ids, dates, eras, keyed luck, the state hash. It may not touch Bevy, the disk or the clock, and keeps no floats.

pub mod date;
pub mod era;
pub mod hash;
pub mod ids;
pub mod luck;

/// TEMP
#[must_use]
pub fn off(what: &str) -> bool {
    static OFF: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    OFF.get_or_init(|| std::env::var("OFF").unwrap_or_default()).contains(what)
}
