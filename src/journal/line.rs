//! One line of a journal: what it may say, and how it is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::names::{UnknownName, resolved_given};
use crate::engine::Engine;
use crate::engine::carried::Carried;
use crate::orders::Order;
use crate::scenario::given::Given;
use crate::scenario::language::Written;
use crate::scenario::lesson::{DecidedBy, Held};
use crate::scenario::model::Scenario;

/// The version of the journal's own form.
pub const FORMAT: u32 = 1;

/// The program that writes journals now.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// The seat of a court that a person plays; any other word is the policy that plays it.
pub const PERSON: &str = "person";

/// Which game was begun: the first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The version of the journal's form, [`FORMAT`].
    pub journal: u32,
    /// The scenario's id.
    pub scenario: String,
    /// The hash of the scenario's texts.
    #[serde(with = "hex")]
    pub content: u64,
    /// The seed.
    pub seed: u64,
    /// Who plays each court: [`PERSON`], or the name of a policy.
    pub seats: BTreeMap<String, String>,
    /// The version of the program that began it.
    pub program: String,
    /// What its player called the game, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The world it was begun in, where that is one in which another scenario ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<Box<Carried>>,
    /// Values that were set by hand before it began, as the lines do, in order: such a game is no play of the scenario.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<Given<Written>>,
    /// How the lesson is held, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<Held>,
}

impl Header {
    /// The header of a game begun now.
    #[must_use]
    pub fn new(scenario: &str, content: u64, seed: u64, seats: BTreeMap<String, String>) -> Self {
        Self {
            journal: FORMAT,
            scenario: scenario.to_owned(),
            content,
            seed,
            seats,
            program: PROGRAM.to_owned(),
            name: None,
            carried: None,
            given: Vec::new(),
            lesson: None,
        }
    }
    /// The same as a lesson.
    #[must_use]
    pub fn taught(mut self, held: Option<Held>) -> Self {
        self.lesson = held;
        self
    }
    /// The same in a world that was carried over.
    #[must_use]
    pub fn after(mut self, world: Option<Carried>) -> Self {
        self.carried = world.map(Box::new);
        self
    }
    /// The same in a world that was set by hand.
    #[must_use]
    pub fn given(mut self, given: Vec<Given<Written>>) -> Self {
        self.given = given;
        self
    }
    /// The game on the morning of its first day.
    #[must_use]
    pub fn engine(&self, book: &Arc<Scenario>) -> Engine {
        match &self.carried {
            Some(world) => Engine::carried(book.clone(), self.seed, world),
            // What could be set when it was begun can be set again under the same text; under another the hashes tell.
            None if !self.given.is_empty() => {
                let given = self.given.iter();
                let known: Vec<_> = given.filter_map(|g| resolved_given(g, book).ok()).collect();
                Engine::set_up(book.clone(), self.seed, &known)
            }
            None => Engine::new(book.clone(), self.seed),
        }
    }
    /// Whether the scenario has everything that was set by hand before the game began.
    ///
    /// # Errors
    /// With the first name that it does not have.
    pub fn names_exist(&self, book: &Scenario) -> Result<(), UnknownName> {
        for given in &self.given {
            resolved_given(given, book)?;
        }
        Ok(())
    }
    /// The same under a name; an empty one is none.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        let name = name.trim();
        self.name = (!name.is_empty()).then(|| name.to_owned());
        self
    }
    /// The scenario and the rules it was begun under.
    #[must_use]
    pub fn edition(&self) -> Edition {
        Edition {
            content: self.content,
            program: self.program.clone(),
        }
    }
    /// Whether a person plays this court.
    #[must_use]
    pub fn is_person(&self, court: &str) -> bool {
        self.seats.get(court).is_some_and(|seat| seat == PERSON)
    }
}

/// A text of a scenario and a version of the rules. Hashes are comparable only within one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The hash of the scenario's texts.
    #[serde(with = "hex")]
    pub content: u64,
    /// The version of the program.
    pub program: String,
}

/// What a court asked for, in names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A choice in council.
    Choose {
        /// The matter.
        decision: String,
        /// The option.
        option: String,
    },
    /// An order.
    Order(Order<Written>),
}

/// Every line after the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A court asked for something.
    Ask {
        /// In which turn.
        turn: u16,
        /// Which court.
        court: String,
        /// What.
        asked: Asked,
    },
    /// A court took back the last thing it had asked for in this turn.
    Undo {
        /// In which turn.
        turn: u16,
        /// Which court.
        court: String,
    },
    /// A turn was closed.
    TurnEnded {
        /// Which.
        turn: u16,
        /// The hash of the state after it.
        hash: u64,
    },
    /// From here on the game goes on under another text of its scenario, or other rules.
    Migrated(Edition),
    /// A class voted on a matter. It changes nothing in the game.
    Voted {
        /// In which turn.
        turn: u16,
        /// Which court the class sat for.
        court: String,
        /// What it said.
        vote: Voted,
    },
    /// A value was set by hand, at the writer's bench. What was asked in the turn before it stands for good.
    Set {
        /// In which turn.
        turn: u16,
        /// What.
        given: Given<Written>,
    },
}

/// A vote in names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voted {
    /// The matter.
    pub decision: String,
    /// What was decided.
    pub option: String,
    /// The hands for each course that was open, in the order shown.
    pub tally: Vec<(String, u16)>,
    /// How it was decided.
    pub by: DecidedBy,
    /// What those who were outvoted want remembered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub minority: String,
}

/// The six kinds of line as they are written: told apart by their fields, all of which are known.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    turn: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    court: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choose: Option<Choose>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<Order<Written>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undo: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    turn_ended: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    migrated: Option<Edition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    set: Option<Given<Written>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vote: Option<Voted>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choose {
    decision: String,
    option: String,
}

impl Raw {
    const EMPTY: Self = Self {
        turn: None,
        court: None,
        choose: None,
        order: None,
        undo: None,
        turn_ended: None,
        hash: None,
        migrated: None,
        set: None,
        vote: None,
    };
}

impl Serialize for Entry {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = match self.clone() {
            Self::Ask {
                turn,
                court,
                asked: Asked::Choose { decision, option },
            } => Raw {
                turn: Some(turn),
                court: Some(court),
                choose: Some(Choose { decision, option }),
                ..Raw::EMPTY
            },
            Self::Ask {
                turn,
                court,
                asked: Asked::Order(order),
            } => Raw {
                turn: Some(turn),
                court: Some(court),
                order: Some(order),
                ..Raw::EMPTY
            },
            Self::Undo { turn, court } => Raw {
                turn: Some(turn),
                court: Some(court),
                undo: Some(true),
                ..Raw::EMPTY
            },
            Self::TurnEnded { turn, hash } => Raw {
                turn_ended: Some(turn),
                hash: Some(hex::text(hash)),
                ..Raw::EMPTY
            },
            Self::Set { turn, given } => Raw {
                turn: Some(turn),
                set: Some(given),
                ..Raw::EMPTY
            },
            Self::Voted { turn, court, vote } => Raw {
                turn: Some(turn),
                court: Some(court),
                vote: Some(vote),
                ..Raw::EMPTY
            },
            Self::Migrated(edition) => Raw {
                migrated: Some(edition),
                ..Raw::EMPTY
            },
        };
        raw.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        match Raw::deserialize(deserializer)? {
            Raw {
                turn: Some(turn),
                court: Some(court),
                choose: Some(c),
                order: None,
                undo: None,
                turn_ended: None,
                hash: None,
                migrated: None,
                set: None,
                vote: None,
            } => Ok(Self::Ask {
                turn,
                court,
                asked: Asked::Choose {
                    decision: c.decision,
                    option: c.option,
                },
            }),
            Raw {
                turn: Some(turn),
                court: Some(court),
                choose: None,
                order: Some(order),
                undo: None,
                turn_ended: None,
                hash: None,
                migrated: None,
                set: None,
                vote: None,
            } => Ok(Self::Ask {
                turn,
                court,
                asked: Asked::Order(order),
            }),
            Raw {
                turn: Some(turn),
                court: Some(court),
                choose: None,
                order: None,
                undo: Some(true),
                turn_ended: None,
                hash: None,
                migrated: None,
                set: None,
                vote: None,
            } => Ok(Self::Undo { turn, court }),
            Raw {
                turn: None,
                court: None,
                choose: None,
                order: None,
                undo: None,
                turn_ended: Some(turn),
                hash: Some(hash),
                migrated: None,
                set: None,
                vote: None,
            } => {
                let hash = hex::number(&hash).ok_or_else(|| {
                    D::Error::custom(format!("`{hash}` is no hash of sixteen hexadecimal digits"))
                })?;
                Ok(Self::TurnEnded { turn, hash })
            }
            Raw {
                turn: None,
                court: None,
                choose: None,
                order: None,
                undo: None,
                turn_ended: None,
                hash: None,
                migrated: Some(edition),
                set: None,
                vote: None,
            } => Ok(Self::Migrated(edition)),
            Raw {
                turn: Some(turn),
                court: None,
                choose: None,
                order: None,
                undo: None,
                turn_ended: None,
                hash: None,
                migrated: None,
                set: Some(given),
                vote: None,
            } => Ok(Self::Set { turn, given }),
            Raw {
                turn: Some(turn),
                court: Some(court),
                choose: None,
                order: None,
                undo: None,
                turn_ended: None,
                hash: None,
                migrated: None,
                set: None,
                vote: Some(vote),
            } => Ok(Self::Voted { turn, court, vote }),
            _ => Err(D::Error::custom(
                "this is neither a choice, an order, something taken back, a vote, a value set by hand, nor the end of a turn",
            )),
        }
    }
}

/// Hashes as sixteen hexadecimal digits: numbers of 64 bits do not survive every reader of JSON.
pub(super) mod hex {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    /// As text.
    pub(in super::super) fn text(number: u64) -> String {
        format!("{number:016x}")
    }

    /// Back from text.
    pub(in super::super) fn number(text: &str) -> Option<u64> {
        let digits = text.len() == 16
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        digits.then(|| u64::from_str_radix(text, 16).ok()).flatten()
    }

    pub(super) fn serialize<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text(*number))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = String::deserialize(deserializer)?;
        number(&text).ok_or_else(|| {
            D::Error::custom(format!("`{text}` is no hash of sixteen hexadecimal digits"))
        })
    }
}
