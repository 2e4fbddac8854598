//! The window's panels without a window: driven by their labels, and played from the start screen to the debrief.
//!
//! With `PICTURES=folder` in the environment, what a test shows is also painted into that folder. That needs a graphics driver
//! (Mesa's lavapipe will do); the tests themselves need none.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod support;

mod orders;
mod shell;
