//! Lessons: a path through a scenario for a class, with the minutes it takes.
//!
//! Here stands what a file may say of one and what it becomes with every name looked up. A lesson changes no game: it says which matters the
//! class decides, who plays the months between, and what is asked. `table::lesson` holds it.

use serde::{Deserialize, Serialize};

use super::raw::Name;
use super::read::fields;
use super::trial::By;
use crate::base::ids::{DecisionId, OptionId, TermId};
use crate::diagnostics::span::Span;

fields! {
/// A lesson plan: decisions that a class takes one after another, what is asked of it, and how long each takes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Lesson")]
pub struct RawLesson {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// How long it takes from the first words to the last; opening, steps and closing add up to it.
    pub minutes: u16,
    /// What the lesson is for, in two or three sentences: told to whoever chooses it.
    pub about: String,
    /// What the class can do afterwards, a line each.
    pub aims: Vec<String>,
    /// Words that it should know before: they are in the codex.
    #[serde(default)]
    pub vocabulary: Vec<Name>,
    /// What is hard to hear or easy to get wrong in it, and how a teacher may handle that.
    #[serde(default)]
    pub content_note: String,
    /// What to do otherwise with a younger class.
    #[serde(default)]
    pub younger: String,
    /// Who plays the time between the steps, for every court, and whatever else comes before a court that the class sits in.
    #[serde(default = "by_record")]
    #[or(by_record)]
    pub played_by: By,
    /// The opening: minutes, and what the class is told before its first decision.
    pub opening: RawOpening,
    /// The decisions, in the order in which they come.
    pub steps: Vec<RawStep>,
    /// The closing: minutes, and what is asked when the outcome lies beside the record.
    pub closing: RawClosing,
}
}

fields! {
/// How a lesson begins.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOpening {
    /// How long it takes.
    pub minutes: u16,
    /// What the class is told: where and when, and what came before.
    pub says: String,
}
}

fields! {
/// A step of a lesson: a decision that the class takes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Step")]
pub struct RawStep {
    /// The decision.
    pub decision: Name,
    /// How long the class has for it, with reading and the vote.
    pub minutes: u16,
    /// Who the class is, in a sentence: "You are …".
    pub you: String,
    /// What it knows, a line each; true whatever came before.
    pub known: Vec<String>,
    /// What it does not know and would like to, a line each.
    pub unknown: Vec<String>,
    /// What to talk about before the vote, one question a line.
    pub questions: Vec<String>,
}
}

fields! {
/// How a lesson ends.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawClosing {
    /// How long it takes.
    pub minutes: u16,
    /// What to talk about when the outcome lies beside the record, one question a line.
    pub questions: Vec<String>,
}
}

const fn by_record() -> By {
    By::Record
}

/// A lesson plan, every name looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its id.
    pub id: String,
    /// Where that stands.
    pub span: Span,
    /// Its title.
    pub title: String,
    /// Minutes in all.
    pub minutes: u16,
    /// What it is for.
    pub about: String,
    /// What the class can do afterwards.
    pub aims: Vec<String>,
    /// Words it should know.
    pub vocabulary: Vec<TermId>,
    /// What is hard in it; empty where nothing is.
    pub content_note: String,
    /// What to do otherwise with a younger class; empty where nothing is said.
    pub younger: String,
    /// Who plays between the steps.
    pub played_by: By,
    /// Minutes of the opening.
    pub opening_minutes: u16,
    /// What the class is told first.
    pub opening: String,
    /// The decisions.
    pub steps: Vec<Step>,
    /// Minutes of the closing.
    pub closing_minutes: u16,
    /// What is asked at the end.
    pub closing: Vec<String>,
}

/// A step of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The decision.
    pub decision: DecisionId,
    /// Minutes.
    pub minutes: u16,
    /// Who the class is.
    pub you: String,
    /// What it knows.
    pub known: Vec<String>,
    /// What it does not know.
    pub unknown: Vec<String>,
    /// What to talk about.
    pub questions: Vec<String>,
}

/// What decides where as many hands are for one course as for another. It is chosen before the first vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tie {
    /// Whoever holds the lesson.
    #[default]
    Chair,
    /// The class, in another vote.
    Again,
    /// The lot, drawn from the luck of the game.
    Lot,
}

impl Tie {
    /// Every rule, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Chair, Self::Again, Self::Lot];

    /// Its name on the command line and in a journal.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Again => "again",
            Self::Lot => "lot",
        }
    }
    /// The rule of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }
}

/// How a lesson is held: what is settled before its first word. It stands in the journal's first line, so that the lesson can go on another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// The id of the plan.
    pub plan: String,
    /// What the class is called, for the printed page; empty where it was not asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub class: String,
    /// Whether each court has a bench of its own in the room. Else the whole class sits in each court's place in turn.
    #[serde(default)]
    pub two_benches: bool,
    /// How many can vote, on each bench; 0 where nobody counted.
    #[serde(default)]
    pub hands: u16,
    /// What decides a tie.
    #[serde(default)]
    pub tie: Tie,
    /// Whether, after a vote, whoever holds the lesson can show what the model makes of the courses not taken.
    #[serde(default)]
    pub odds: bool,
}

impl Held {
    /// A plan held as most are: one bench, nobody counted, the chair decides ties, no odds.
    #[must_use]
    pub fn usual(plan: &str) -> Self {
        Self {
            plan: plan.to_owned(),
            class: String::new(),
            two_benches: false,
            hands: 0,
            tie: Tie::default(),
            odds: false,
        }
    }
}

/// How a vote was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecidedBy {
    /// By the greatest number of hands.
    Hands,
    /// By whoever holds the lesson: in a tie, or where no hands were counted.
    Chair,
    /// By the lot.
    Lot,
}

/// What a class said on a matter. It changes nothing in the game: the choice itself is the court's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The matter.
    pub decision: DecisionId,
    /// What was decided.
    pub option: OptionId,
    /// The hands for each course that was open, in the order shown.
    pub tally: Vec<(OptionId, u16)>,
    /// How it was decided.
    pub by: DecidedBy,
    /// What those who were outvoted want remembered; empty where they said nothing.
    pub minority: String,
}

impl Vote {
    /// How many hands were raised.
    #[must_use]
    pub fn hands(&self) -> u32 {
        self.tally.iter().map(|(_, n)| u32::from(*n)).sum()
    }
    /// The hands for one course.
    #[must_use]
    pub fn of(&self, option: OptionId) -> u16 {
        self.tally
            .iter()
            .find(|(o, _)| *o == option)
            .map_or(0, |(_, n)| *n)
    }
}
