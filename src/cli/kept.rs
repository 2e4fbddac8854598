//! The journal's side of a game at the table: nothing takes effect there before it stands in the journal.
//!
//! The face tells a [`Keeper`] what people ask for and the hash each turn ends in, and not what the computer players did. So this
//! keeper plays the same game beside the table: it finds their moves for the journal, and it proves every hash as it is made.

use std::sync::Arc;

use crate::base::date::Turn;
use crate::base::ids::CourtId;
use crate::engine::{Ask, Engine, Save};
use crate::journal::{Header, Recorder, Sink, take_back};
use crate::policy::{self, Kind, Player};
use crate::scenario::model::Scenario;
use crate::terminal::{Keeper, Step};

/// A player for each court that no person plays.
type Players = Vec<Option<Box<dyn Player + Send>>>;

/// The game beside the table.
struct Beside {
    header: Header,
    engine: Engine,
    /// The state in which the open turn was opened.
    opening: Save,
    /// What people asked for in the open turn.
    standing: Vec<(CourtId, Ask)>,
    /// What they asked for in the turns before.
    past: Vec<Vec<(CourtId, Ask)>>,
    players: Players,
}

impl Beside {
    fn new(book: &Arc<Scenario>, header: Header) -> Self {
        let engine = Engine::new(book.clone(), header.seed);
        let players = players(book, &header);
        Self {
            opening: engine.save(),
            engine,
            standing: Vec::new(),
            past: Vec::new(),
            players,
            header,
        }
    }

    /// The next turn's opening and the computer players' moves that led there. The game itself stays where it is.
    fn next(&mut self) -> (Engine, Vec<(CourtId, Ask)>) {
        let mut next = self.engine.fork();
        let mut moves = Vec::new();
        for (i, player) in self.players.iter_mut().enumerate() {
            if let Some(player) = player {
                let court = CourtId::of(i);
                moves.extend(
                    policy::act(&mut next, court, player.as_mut())
                        .into_iter()
                        .map(|ask| (court, ask)),
                );
            }
        }
        next.end_turn();
        (next, moves)
    }

    /// Goes on to the next turn.
    fn go_on(&mut self, next: Engine) {
        self.engine = next;
        self.opening = self.engine.save();
        self.past.push(std::mem::take(&mut self.standing));
    }

    /// Players remember what they did. When a turn that they acted in did not take place, they play again from the start.
    fn forget(&mut self) {
        let (past, standing) = (
            std::mem::take(&mut self.past),
            std::mem::take(&mut self.standing),
        );
        let mut again = Self::new(self.engine.book(), self.header.clone());
        for asks in past {
            for (court, ask) in asks {
                again.asked(court, &ask);
            }
            let (next, _) = again.next();
            again.go_on(next);
        }
        for (court, ask) in standing {
            again.asked(court, &ask);
        }
        *self = again;
    }

    fn asked(&mut self, court: CourtId, ask: &Ask) {
        if self.engine.submit(court, ask).is_ok() {
            self.standing.push((court, ask.clone()));
        }
    }
}

/// A policy that this version does not have gives way to `counsel`; what it did stands in the journal.
fn players(book: &Scenario, header: &Header) -> Players {
    let seat = |(i, court): (usize, &crate::scenario::model::Court)| {
        let kind = header
            .seats
            .get(&court.id)
            .and_then(|seat| Kind::of(seat))
            .unwrap_or(Kind::Counsel);
        (!header.is_person(&court.id)).then(|| kind.player(book, CourtId::of(i), header.seed))
    };
    book.courts.iter().enumerate().map(seat).collect()
}

/// Keeps a game in a journal.
pub(super) struct Kept<S: Sink> {
    beside: Beside,
    journal: Recorder<S>,
}

impl<S: Sink> Kept<S> {
    /// Keeps a game of which nothing was played yet.
    pub(super) fn new(book: &Arc<Scenario>, header: Header, journal: Recorder<S>) -> Self {
        Self {
            beside: Beside::new(book, header),
            journal,
        }
    }

    /// A step that stands in the journal already.
    pub(super) fn replay(&mut self, step: &Step) {
        match step {
            Step::Ask(court, ask) => self.beside.asked(*court, ask),
            Step::Undo(court) => {
                let beside = &mut self.beside;
                if let Some(engine) = take_back(
                    &beside.opening,
                    &beside.engine.book().clone(),
                    &mut beside.standing,
                    Some(*court),
                ) {
                    beside.engine = engine;
                }
            }
            Step::TurnEnded(_) => {
                let (next, _) = self.beside.next();
                self.beside.go_on(next);
            }
        }
    }
}

impl<S: Sink> Keeper for Kept<S> {
    fn ask(&mut self, turn: Turn, court: CourtId, ask: &Ask) -> Result<(), String> {
        self.journal
            .ask(turn, court, ask)
            .map_err(|error| error.to_string())?;
        self.beside.asked(court, ask);
        Ok(())
    }

    fn undo(&mut self, turn: Turn, court: CourtId) -> Result<(), String> {
        self.journal
            .undo(turn, court)
            .map_err(|error| error.to_string())?;
        self.replay(&Step::Undo(court));
        Ok(())
    }

    fn turn_ended(&mut self, turn: Turn, hash: u64) -> Result<(), String> {
        let (next, moves) = self.beside.next();
        let written = if next.hash() == hash {
            self.journal
                .turn_closed(turn, &moves, hash)
                .map_err(|error| error.to_string())
        } else {
            let path = self.journal.path().display();
            Err(format!(
                "this is a bug of the game, please report it: seed {}, turn {}: played twice, the turn ends in {hash:016x} and in {:016x}; \
                 everything up to this turn is in `{path}`",
                self.beside.header.seed,
                turn.0,
                next.hash()
            ))
        };
        match written {
            Ok(()) => self.beside.go_on(next),
            Err(_) => self.beside.forget(),
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeMap;
    use std::io;
    use std::path::Path;
    use std::rc::Rc;

    use super::*;
    use crate::journal::{Entry, Journal, PERSON, Writer, parse, replay};
    use crate::orders::Order;
    use crate::prose::Texts;
    use crate::scenario::load::load;
    use crate::terminal::{Session, Trouble};

    /// A disk whose room can be changed while a game is played.
    #[derive(Clone, Default)]
    struct Disk {
        bytes: Rc<std::cell::RefCell<Vec<u8>>>,
        full: Rc<Cell<bool>>,
    }

    impl Sink for Disk {
        fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
            if self.full.get() {
                self.bytes
                    .borrow_mut()
                    .extend_from_slice(&bytes[..bytes.len() / 2]);
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.bytes.borrow_mut().extend_from_slice(bytes);
            Ok(())
        }
        fn sync(&mut self) -> io::Result<()> {
            Ok(())
        }
        fn cut(&mut self, len: u64) -> io::Result<()> {
            self.bytes
                .borrow_mut()
                .truncate(usize::try_from(len).unwrap_or(usize::MAX));
            Ok(())
        }
    }

    fn stage() -> Arc<Scenario> {
        let files: BTreeMap<String, String> = [
            ("stage.ron", include_str!("../../tests/stage/stage.ron")),
            (
                "stage_atlas.ron",
                include_str!("../../tests/stage/stage_atlas.ron"),
            ),
            (
                "stage_people.ron",
                include_str!("../../tests/stage/stage_people.ron"),
            ),
            (
                "stage_sources.ron",
                include_str!("../../tests/stage/stage_sources.ron"),
            ),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
        Arc::new(load("stage.ron", &files).expect("the stage loads").scenario)
    }

    /// A disk that fills up again and again: what failed did not happen, what is said to be done is kept, and at the end the
    /// journal plays to the very state of the game at the table.
    #[test]
    fn a_disk_that_is_full_now_and_then_loses_nothing_and_changes_nothing() {
        let (book, disk, song) = (stage(), Disk::default(), CourtId::of(0));
        let seats = book
            .courts
            .iter()
            .map(|c| {
                (
                    c.id.clone(),
                    if c.id == "song" { PERSON } else { "random" }.to_owned(),
                )
            })
            .collect();
        let header = Header::new(&book.id, book.content_hash, 11, seats);
        let writer = Writer::begin(disk.clone(), Path::new("somewhere.jsonl"), &header)
            .expect("there is room");
        let kept = Kept::new(&book, header, Recorder::new(writer, book.clone()));
        let named: Vec<(CourtId, Kind)> = (1..book.courts.len())
            .map(|c| (CourtId::of(c), Kind::Random))
            .collect();
        let mut session = Session::new(
            book.clone(),
            11,
            &[song],
            &named,
            Texts::default(),
            Box::new(kept),
        );
        let mend = Ask::Order(Order::Provision {
            place: book.place("huazhou").expect("it is there"),
        });
        while session.engine().ended().is_none() {
            let before = session.engine().hash();
            disk.full.set(true);
            if let Err(Trouble::NotKept(reason)) = session.ask(song, mend.clone()) {
                assert!(reason.contains("somewhere.jsonl"), "{reason}");
            }
            assert!(session.end_turn().is_err());
            assert_eq!(session.engine().hash(), before);
            disk.full.set(false);
            if session.ask(song, mend.clone()).is_ok()
                && session.engine().turn().0.is_multiple_of(2)
            {
                disk.full.set(true);
                assert!(session.undo(song).is_err());
                disk.full.set(false);
                assert!(session.undo(song).is_ok_and(|ask| ask.is_some()));
            }
            session.end_turn().expect("there is room again");
        }
        let (journal, _): (Journal, u64) = parse(&disk.bytes.borrow()).expect("a journal");
        let played = replay(&book, &journal).expect("it replays");
        assert_eq!(
            (played.engine.hash(), played.proven),
            (session.engine().hash(), 15)
        );
        assert!(
            journal
                .entries
                .iter()
                .any(|line| matches!(&line.entry, Entry::Ask { court, .. } if court == "jin"))
        );
    }
}
