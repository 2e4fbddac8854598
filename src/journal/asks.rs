//! What was asked for in a game, turn by turn, less what was taken back.

use super::file::Journal;
use super::line::Entry;
use super::names::{UnknownName, resolved_ask};
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::scenario::model::Scenario;

/// What was asked for in each turn, in order; last the turn that is open.
pub type Asks = Vec<Vec<(CourtId, Ask)>>;

/// What a journal asks for, turn by turn, less what was taken back, and how many of its turns were closed.
///
/// # Errors
/// With the first thing it names that the scenario does not have.
pub fn asks(book: &Scenario, journal: &Journal) -> Result<(Asks, usize), UnknownName> {
    let (mut turns, mut open) = (Vec::new(), Vec::new());
    for line in &journal.entries {
        match &line.entry {
            Entry::Ask { court, asked, .. } => open.push(resolved_ask(court, asked, book)?),
            Entry::Undo { court, .. } => {
                let by = book.court(court);
                if let Some(last) = open.iter().rposition(|(c, _)| Some(*c) == by) {
                    open.remove(last);
                }
            }
            Entry::TurnEnded { .. } => turns.push(std::mem::take(&mut open)),
            Entry::Set { .. } | Entry::Voted { .. } | Entry::Migrated(_) => {}
        }
    }
    let closed = turns.len();
    turns.push(open);
    Ok((turns, closed))
}
