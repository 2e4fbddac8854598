//! Tests in the writer's own language: from such a state, after such answers and orders, this is to be expected.
//!
//! Here stands what a file may say of them and what it becomes with every name looked up. They are played by `study::trials`.

use serde::{Deserialize, Serialize};

use super::language::{Condition, Written};
use super::model::Cond;
use super::raw::Name;
use super::read::{fields, words};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, DraftId, EndingId, IncidentId, OptionId};
use crate::diagnostics::span::{Sp, Span};
use crate::orders::{Order, OrderNow};

fields! {
/// A test of the scenario: what is to come of a state, answers and orders. `rivers check --tests` plays it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Test")]
pub struct RawTrial {
    /// Its id.
    pub id: Name,
    /// What it shows, as a whole sentence: told where it fails.
    pub says: String,
    /// The day on which it begins, in the world of the first day; the first day if left out.
    #[serde(default)]
    pub from: Option<Name>,
    /// What is so when it begins, whatever the first day says. Men and money come from the country and go back to it. Not everything can be set: `Near`
    /// moves armies, `Treasury` fills or empties, `Not(Alive(…))` kills; a truce or a lost battle nobody can set.
    #[serde(default)]
    pub given: Vec<Condition<Written>>,
    /// Answers, decision and option: given when the decision waits and the option is open. Everything else the policy answers.
    #[serde(default)]
    pub answers: Vec<(Name, Name)>,
    /// Orders given before the policy gives its own; what is unlawful then is left out.
    #[serde(default)]
    pub orders: Vec<RawBid>,
    /// Who plays the courts: with each of these a game of every seed. `Counsel` alone if left out.
    #[serde(default = "by_counsel")]
    #[or(by_counsel)]
    pub by: Vec<By>,
    /// The first and the last seed, both included; one game, with seed 1, if left out.
    #[serde(default = "one_seed")]
    #[or(one_seed)]
    pub seeds: (u16, u16),
    /// After how many xun it is looked at; at the end of the game if left out.
    #[serde(default)]
    pub xun: Option<u16>,
    /// What is to be expected, all of it.
    pub expect: Vec<Sp<Expectation>>,
    /// In how many of a hundred games each expectation is to come true.
    #[serde(default = "all_games")]
    #[or(all_games)]
    pub at_least: u8,
}
}

fields! {
/// Orders of a test.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Bid")]
pub struct RawBid {
    /// How many xun after the test begins: 0 for the first.
    #[serde(default)]
    pub xun: u16,
    /// Whose orders.
    pub court: Name,
    /// What.
    pub orders: Vec<Order<Written>>,
}
}

words! {
/// Who plays the courts of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum By {
    /// What that court would plausibly do.
    Counsel,
    /// The documented choices and marches.
    Record,
    /// Any lawful thing.
    Random,
}
}

words! {
/// What a test expects.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Expectation {
    /// The condition holds when the test is looked at.
    So(Condition<Written>),
    /// The condition held in some xun.
    Ever(Condition<Written>),
    /// The condition held in no xun.
    Never(Condition<Written>),
    /// The decision was laid before its court.
    Laid(Name),
    /// The decision waited, and the option was open.
    Open(Name, Name),
    /// The incident befell.
    Befell(Name),
    /// Something was paid under the draft.
    Paid(Name),
    /// The game ended so.
    Ended(Name),
}
}

fn by_counsel() -> Vec<By> {
    vec![By::Counsel]
}
const fn one_seed() -> (u16, u16) {
    (1, 1)
}
const fn all_games() -> u8 {
    100
}

/// A test, every name looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Its id, and where it stands.
    pub id: String,
    /// Where that stands.
    pub span: Span,
    /// What it shows.
    pub says: String,
    /// What is so when it begins; a day among them.
    pub given: Vec<Cond>,
    /// On which turn it begins.
    pub begins: Turn,
    /// Answers.
    pub answers: Vec<(DecisionId, OptionId)>,
    /// Orders, each on its turn.
    pub orders: Vec<(Turn, CourtId, OrderNow)>,
    /// Who plays.
    pub by: Vec<By>,
    /// First and last seed.
    pub seeds: (u16, u16),
    /// On which turn it is looked at.
    pub until: Option<Turn>,
    /// What is expected, and where that stands.
    pub expect: Vec<(Expect, Span)>,
    /// In how many of a hundred games.
    pub at_least: u8,
}

/// What a test expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expect {
    /// It is so when the test is looked at.
    So(Cond),
    /// It was so in some xun.
    Ever(Cond),
    /// It was so in none.
    Never(Cond),
    /// It was laid.
    Laid(DecisionId),
    /// It was open.
    Open(DecisionId, OptionId),
    /// It befell.
    Befell(IncidentId),
    /// Something was paid.
    Paid(DraftId),
    /// The game ended so.
    Ended(EndingId),
}
