//! A journal played again: every ask given to the rules as it was, every turn's hash proved.

use std::sync::Arc;

use super::file::{Journal, Line};
use super::line::{Edition, Entry, PROGRAM, hex};
use super::names::{Unknown, UnknownName, resolved_ask, resolved_given, resolved_vote};
use crate::base::ids::CourtId;
use crate::engine::{Ask, Engine, Save};
use crate::rules::check::Refusal;
use crate::rules::hand::Unset;
use crate::scenario::given::Given;
use crate::scenario::language::Written;
use crate::scenario::model::Scenario;

/// A game that was played again.
#[derive(Debug)]
pub struct Replayed {
    /// The game as the journal leaves it.
    pub engine: Engine,
    /// The state in which the turn that is open now was opened.
    pub opening: Save,
    /// What stands in the turn that is open now, oldest first: what was taken back is left out.
    pub standing: Vec<(CourtId, Ask)>,
    /// How many turns were closed.
    pub turns: usize,
    /// How many of them came to the very state that the journal says.
    pub proven: usize,
    /// Whether the scenario or the rules have changed since the journal was last written.
    pub migrated: bool,
    /// What a player should know.
    pub notes: Vec<Note>,
}

impl Replayed {
    /// The edition that lines written from now on belong to.
    #[must_use]
    pub fn edition(&self) -> Edition {
        now(self.engine.book())
    }
}

/// Something that came out otherwise because the scenario or the rules have changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Note {
    /// The journal belongs to another text of the scenario, or to other rules.
    #[error(
        "the scenario or its rules have changed since this was played; it was carried over, and its turns are no longer proved by their hashes"
    )]
    Migrated,
    /// A turn came to another state than it did then.
    #[error("from turn {turn} on, the game takes another course than it did then")]
    OtherCourse {
        /// The first such turn.
        turn: u16,
    },
    /// An ask is no longer lawful.
    #[error(
        "line {line} asks for something that is no longer open to `{court}`, and was left out ({refusal:?})"
    )]
    LeftOut {
        /// Its line.
        line: usize,
        /// Who asked.
        court: String,
        /// What is missing.
        refusal: Refusal,
    },
    /// A value cannot be set any more.
    #[error(
        "line {line} sets a value by hand that cannot be set any more, and was left out ({why:?})"
    )]
    NotSet {
        /// Its line.
        line: usize,
        /// What stands in the way.
        why: Unset,
    },
    /// The game ends before the journal does.
    #[error("the game now ends in turn {turn}; line {line} and what follows it were left out")]
    EndsEarlier {
        /// The last turn.
        turn: u16,
        /// The first line left out.
        line: usize,
    },
}

/// Why a journal cannot be played again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// It is of another scenario.
    #[error("the journal is of the scenario `{journal}`, not of `{given}`")]
    OtherScenario {
        /// The one it names.
        journal: String,
        /// The one it was to be played on.
        given: String,
    },
    /// It names something that the scenario has no more.
    #[error(
        "line {line}: {unknown}, which this game depends on; put it back into the scenario, or play the journal on the scenario it was made with"
    )]
    Gone {
        /// Where.
        line: usize,
        /// What.
        unknown: UnknownName,
    },
    /// The rules refuse what they once allowed.
    #[error(
        "line {line}: what `{court}` asks for in turn {turn} is refused ({refusal:?}); the journal was altered, or the rules were"
    )]
    Refused {
        /// Where.
        line: usize,
        /// In which turn.
        turn: u16,
        /// Who asked.
        court: String,
        /// What is missing.
        refusal: Refusal,
    },
    /// A value cannot be set any more as it once was.
    #[error(
        "line {line}: what was set by hand in turn {turn} cannot be set ({why:?}); the journal was altered, or the rules were"
    )]
    Unset {
        /// Where.
        line: usize,
        /// In which turn.
        turn: u16,
        /// What stands in the way.
        why: Unset,
    },
    /// A line is of another turn than the one that is open.
    #[error(
        "line {line} is of turn {found}, but the game stands in turn {at}; a line is missing, or stands twice"
    )]
    OutOfTurn {
        /// Where.
        line: usize,
        /// The turn it names.
        found: u16,
        /// The turn that is open.
        at: u16,
    },
    /// Nothing is there to take back.
    #[error("line {line} takes something back, but `{court}` had asked for nothing in turn {turn}")]
    NothingToUndo {
        /// Where.
        line: usize,
        /// In which turn.
        turn: u16,
        /// Who.
        court: String,
    },
    /// A turn came to another state.
    #[error(
        "turn {turn} (line {line}) ends in another state: the journal has {}, playing it gives {}; the journal was altered, or the rules were",
        hex::text(*recorded), hex::text(*now)
    )]
    Mismatch {
        /// The first such turn.
        turn: u16,
        /// Where.
        line: usize,
        /// The hash in the journal.
        recorded: u64,
        /// The hash now.
        now: u64,
    },
}

fn now(book: &Scenario) -> Edition {
    Edition {
        content: book.content_hash,
        program: PROGRAM.to_owned(),
    }
}

/// Takes back the last thing a court asked for in the open turn: returns to the turn's opening and gives the others again.
/// What is no longer lawful without it falls with it and leaves `standing` too. None, and nothing changed, when the court has
/// asked for nothing.
#[must_use]
pub fn take_back(
    opening: &Save,
    book: &Arc<Scenario>,
    standing: &mut Vec<(CourtId, Ask)>,
    court: Option<CourtId>,
) -> Option<Engine> {
    let last = standing.iter().rposition(|(by, _)| Some(*by) == court)?;
    standing.remove(last);
    let mut engine = Engine::load(book.clone(), opening);
    standing.retain(|(by, ask)| engine.submit(*by, ask).is_ok());
    Some(engine)
}

/// Plays a journal again on a scenario and proves the hash of every turn. If the scenario or the rules have changed since,
/// the game is carried over as long as everything the journal names is still there, and [`Replayed::notes`] says what came
/// out otherwise.
///
/// # Errors
/// With the first line that does not play again.
pub fn replay(book: &Arc<Scenario>, journal: &Journal) -> Result<Replayed, ReplayError> {
    replay_watched(book, journal, |_| {})
}

/// The same; `watch` is shown the game in every closed turn at the moment when people have done and computer players act,
/// so that players who remember things can be brought to where they were.
///
/// # Errors
/// With the first line that does not play again.
pub fn replay_watched(
    book: &Arc<Scenario>,
    journal: &Journal,
    watch: impl FnMut(&Engine),
) -> Result<Replayed, ReplayError> {
    if journal.header.scenario != book.id {
        return Err(ReplayError::OtherScenario {
            journal: journal.header.scenario.clone(),
            given: book.id.clone(),
        });
    }
    names_exist(book, journal)?;
    let engine = journal.header.engine(book);
    let opening = engine.save();
    let game = Replayed {
        engine,
        opening,
        standing: Vec::new(),
        turns: 0,
        proven: 0,
        migrated: false,
        notes: Vec::new(),
    };
    let mut play = Play {
        book,
        journal,
        strict: strictness(book, journal),
        game,
        watch,
    };
    let mut from = 0;
    for i in 0..journal.entries.len() {
        if let Entry::TurnEnded { turn, hash } = journal.entries[i].entry {
            play.asks(from, i, true)?;
            play.close(i, turn, hash)?;
            from = i + 1;
        }
    }
    play.asks(from, journal.entries.len(), false)?;
    let last = play.strict[journal.entries.len()];
    let mut game = play.game;
    game.migrated = !last;
    if !last {
        game.notes.insert(0, Note::Migrated);
    }
    Ok(game)
}

/// For each line, and for the one that would come next, whether it was written under the present scenario and rules.
fn strictness(book: &Scenario, journal: &Journal) -> Vec<bool> {
    let present = now(book);
    let mut strict = journal.header.edition() == present;
    let mut all = Vec::with_capacity(journal.entries.len() + 1);
    for line in &journal.entries {
        if let Entry::Migrated(edition) = &line.entry {
            strict = *edition == present;
        }
        all.push(strict);
    }
    all.push(strict);
    all
}

/// Refuses a journal that names something the scenario does not have, before anything is played.
fn names_exist(book: &Scenario, journal: &Journal) -> Result<(), ReplayError> {
    let gone = |unknown| ReplayError::Gone { line: 1, unknown };
    journal.header.names_exist(book).map_err(gone)?;
    for line in &journal.entries {
        let named = match &line.entry {
            Entry::Ask { court, asked, .. } => resolved_ask(court, asked, book).map(|_| ()),
            Entry::Undo { court, .. } => {
                let unknown = || UnknownName {
                    kind: Unknown::Court,
                    name: court.clone(),
                };
                book.court(court).map(|_| ()).ok_or_else(unknown)
            }
            Entry::Set { given, .. } => resolved_given(given, book).map(|_| ()),
            Entry::Voted { court, vote, .. } => resolved_vote(court, vote, book).map(|_| ()),
            Entry::TurnEnded { .. } | Entry::Migrated(_) => Ok(()),
        };
        named.map_err(|unknown| ReplayError::Gone {
            line: line.line,
            unknown,
        })?;
    }
    Ok(())
}

struct Play<'a, W: FnMut(&Engine)> {
    book: &'a Arc<Scenario>,
    journal: &'a Journal,
    strict: Vec<bool>,
    game: Replayed,
    watch: W,
}

impl<W: FnMut(&Engine)> Play<'_, W> {
    /// Whether the game is over before this line. Said once; only a game that was carried over may end early.
    fn over(&mut self, i: usize) -> bool {
        if self.game.engine.ended().is_none() || self.strict[i] {
            return false;
        }
        if !self
            .game
            .notes
            .iter()
            .any(|n| matches!(n, Note::EndsEarlier { .. }))
        {
            let (turn, line) = (self.game.engine.turn().0, self.journal.entries[i].line);
            self.game.notes.push(Note::EndsEarlier { turn, line });
        }
        true
    }

    /// Gives the rules what was asked in one turn.
    fn asks(&mut self, from: usize, until: usize, closed: bool) -> Result<(), ReplayError> {
        let lines = &self.journal.entries[from..until];
        // Computer players act when the people have done: their moves are the end of the list.
        let by_person = |line: &Line| match &line.entry {
            Entry::Ask { court, .. } => self.journal.header.is_person(court),
            Entry::Undo { .. } | Entry::Set { .. } | Entry::Voted { .. } => true,
            _ => false,
        };
        let people = lines.iter().rposition(by_person).map_or(0, |n| n + 1);
        for (i, line) in lines.iter().enumerate() {
            if i == people && closed {
                (self.watch)(&self.game.engine);
            }
            let at = self.game.engine.turn().0;
            match &line.entry {
                Entry::Ask { .. }
                | Entry::Undo { .. }
                | Entry::Set { .. }
                | Entry::Voted { .. }
                    if self.over(from + i) => {}
                Entry::Ask { turn, .. }
                | Entry::Undo { turn, .. }
                | Entry::Set { turn, .. }
                | Entry::Voted { turn, .. }
                    if *turn != at =>
                {
                    return Err(ReplayError::OutOfTurn {
                        line: line.line,
                        found: *turn,
                        at,
                    });
                }
                Entry::Ask { .. } => self.ask(line, self.strict[from + i])?,
                Entry::Undo { court, .. } => self.undo(line, court, self.strict[from + i])?,
                Entry::Set { given, .. } => self.set(line, given, self.strict[from + i])?,
                // What a class said is no part of the state.
                Entry::TurnEnded { .. } | Entry::Migrated(_) | Entry::Voted { .. } => {}
            }
        }
        if people == lines.len() && closed {
            (self.watch)(&self.game.engine);
        }
        Ok(())
    }

    fn ask(&mut self, line: &Line, strict: bool) -> Result<(), ReplayError> {
        let Entry::Ask { court, asked, .. } = &line.entry else {
            return Ok(());
        };
        let gone = |unknown| ReplayError::Gone {
            line: line.line,
            unknown,
        };
        let (by, ask) = resolved_ask(court, asked, self.book).map_err(gone)?;
        match self.game.engine.submit(by, &ask) {
            Ok(()) => self.game.standing.push((by, ask)),
            Err(refusal) if strict => {
                let turn = self.game.engine.turn().0;
                return Err(ReplayError::Refused {
                    line: line.line,
                    turn,
                    court: court.clone(),
                    refusal,
                });
            }
            Err(refusal) => self.game.notes.push(Note::LeftOut {
                line: line.line,
                court: court.clone(),
                refusal,
            }),
        }
        Ok(())
    }

    /// Sets a value again; what was asked before it in this turn stands for good.
    fn set(
        &mut self,
        line: &Line,
        given: &Given<Written>,
        strict: bool,
    ) -> Result<(), ReplayError> {
        let gone = |unknown| ReplayError::Gone {
            line: line.line,
            unknown,
        };
        let given = resolved_given(given, self.book).map_err(gone)?;
        match self.game.engine.set(&given) {
            Ok(()) => {
                self.game.opening = self.game.engine.save();
                self.game.standing.clear();
            }
            Err(why) if strict => {
                let turn = self.game.engine.turn().0;
                return Err(ReplayError::Unset {
                    line: line.line,
                    turn,
                    why,
                });
            }
            Err(why) => self.game.notes.push(Note::NotSet {
                line: line.line,
                why,
            }),
        }
        Ok(())
    }

    fn undo(&mut self, line: &Line, court: &str, strict: bool) -> Result<(), ReplayError> {
        let by = self.book.court(court);
        match take_back(&self.game.opening, self.book, &mut self.game.standing, by) {
            Some(engine) => self.game.engine = engine,
            // Where the game was carried over, what is taken back may have been left out before.
            None if !strict => {}
            None => {
                let turn = self.game.engine.turn().0;
                return Err(ReplayError::NothingToUndo {
                    line: line.line,
                    turn,
                    court: court.to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Closes the turn and proves its hash.
    fn close(&mut self, i: usize, turn: u16, recorded: u64) -> Result<(), ReplayError> {
        if self.over(i) {
            return Ok(());
        }
        let (line, at) = (self.journal.entries[i].line, self.game.engine.turn().0);
        if turn != at || self.game.engine.ended().is_some() {
            return Err(ReplayError::OutOfTurn {
                line,
                found: turn,
                at,
            });
        }
        self.game.engine.end_turn();
        self.game.turns += 1;
        let now = self.game.engine.hash();
        if now == recorded {
            self.game.proven += 1;
        } else if self.strict[i] {
            return Err(ReplayError::Mismatch {
                turn,
                line,
                recorded,
                now,
            });
        } else if !self
            .game
            .notes
            .iter()
            .any(|n| matches!(n, Note::OtherCourse { .. }))
        {
            self.game.notes.push(Note::OtherCourse { turn });
        }
        self.game.standing.clear();
        self.game.opening = self.game.engine.save();
        Ok(())
    }
}
