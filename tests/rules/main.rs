//! Holds the house to its rules, one at a time, on the stage: each is asserted through the list of events it makes.
//!
//! A test sets its scene with events (`given`), lets one phase or one order happen, and compares what happened. What hangs on
//! luck is shown both ways: a seed where it comes about, and what never comes about under any of many seeds.
//! A wrong behaviour that is known is asserted as it is, and its test ends in `_bug`.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;

mod bargain;
mod clauses;
mod clients;
mod council;
mod courts;
mod explain;
mod field;
mod hand;
mod harness;
mod house;
mod land;
mod notices;
mod orders;
mod refusals;
mod secretariat;
mod siege;
mod six;
mod treaties;
mod truce;
mod war;
mod whole;
