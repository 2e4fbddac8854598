//! What a sovereign does in his own house, among his own people and in his own towns.

use serde::{Deserialize, Serialize};

use crate::scenario::language::{Good, Naming, Resolved};
use crate::scenario::read::words;

/// What is asked for in a loaded game.
pub type ReignNow = Reign<Resolved>;

words! {
/// What a court answers to those who stand before its palace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reply {
    /// It gives them what they ask.
    Yield,
    /// It has the gate cleared.
    Disperse,
}
}

words! {
/// What a sovereign does in his own house, among his own people and in his own towns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Reign<N: Naming> {
    /// This person of the house takes a throne that is vacant: its holder is dead, in enemy hands, or was declared deposed.
    Enthrone { person: N::Person },
    /// Strip so much of a good from the households of a town one holds into the treasury, as far as they have it.
    Requisition { place: N::Place, good: Good, amount: i64 },
    /// Honour a person with gifts and titles.
    Honour { person: N::Person },
    /// Arrest a person of one's own: out of every post and command, and away under guard.
    Arrest { person: N::Person },
    /// Send one of one's own people into another court's hands, as surety or to treat in person.
    Surety { person: N::Person, to: N::Court },
    /// Take into one's hands a person of an enemy court who is in a town one holds.
    Seize { person: N::Person },
    /// Answer those who stand before the palace.
    Answer { how: Reply },
    /// Name this person of the house as the one who comes next.
    NameHeir { person: N::Person },
    /// Put an end to a court that one set up oneself: its towns, armies, people and treasury become one's own.
    Dissolve { court: N::Court },
    /// Carry the people of a town one holds off to another of one's own, with what they have.
    CarryOff { place: N::Place, to: N::Place },
    /// Give a town to a court that one set up, or to the one that set this up.
    Grant { place: N::Place, to: N::Court },
    /// Give so many men of an army to another of one's own at the same place, or to a corps that is formed of them, under an officer where one is named.
    Detach { army: N::Army, men: u32, into: N::Army, #[serde(default)] under: Option<N::Person> },
}
}
