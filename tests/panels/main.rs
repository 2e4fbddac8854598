//! The window's panels without a window: driven by their labels, and played from the start screen to the debrief.
//!
//! With `PICTURES=folder` in the environment, what a test shows is also painted into that folder; no graphics driver is needed.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod raster;
mod support;

mod bench;
mod books;
mod council;
mod languages;
mod lesson;
mod look;
mod map;
mod orders;
mod pages;
mod seats;
mod shell;
mod start;
mod treaties;
