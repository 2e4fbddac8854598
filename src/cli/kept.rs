//! The journal's side of a game at the table: nothing takes effect there before it stands in the journal.

use crate::base::date::Turn;
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::journal::{Recorder, Sink};
use crate::scenario::given::GivenNow;
use crate::scenario::lesson::Vote;
use crate::table::Keeper;

/// Keeps a game in a journal.
pub(super) struct Kept<S: Sink>(pub(super) Recorder<S>);

impl<S: Sink + Send> Keeper for Kept<S> {
    fn ask(&mut self, turn: Turn, court: CourtId, ask: &Ask) -> Result<(), String> {
        self.0
            .ask(turn, court, ask)
            .map_err(|error| error.to_string())
    }

    fn undo(&mut self, turn: Turn, court: CourtId) -> Result<(), String> {
        self.0.undo(turn, court).map_err(|error| error.to_string())
    }

    fn turn_ended(
        &mut self,
        turn: Turn,
        moves: &[(CourtId, Ask)],
        hash: u64,
    ) -> Result<(), String> {
        self.0
            .turn_closed(turn, moves, hash)
            .map_err(|error| error.to_string())
    }

    fn vote(&mut self, turn: Turn, court: CourtId, vote: &Vote) -> Result<(), String> {
        self.0
            .vote(turn, court, vote)
            .map_err(|error| error.to_string())
    }

    fn set(&mut self, turn: Turn, given: &GivenNow) -> Result<(), String> {
        self.0.set(turn, given).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io;
    use std::path::Path;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::journal::{Entry, Header, Journal, PERSON, Writer, parse, replay};
    use crate::orders::Order;
    use crate::policy::Kind;
    use crate::prose::Texts;
    use crate::scenario::load::load;
    use crate::scenario::model::Scenario;
    use crate::table::{Session, Trouble};

    /// A disk whose room can be changed while a game is played.
    #[derive(Clone, Default)]
    struct Disk {
        bytes: Arc<Mutex<Vec<u8>>>,
        full: Arc<AtomicBool>,
    }

    impl Sink for Disk {
        fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
            if self.full.load(Ordering::Relaxed) {
                self.bytes
                    .lock()
                    .expect("nobody panicked")
                    .extend_from_slice(&bytes[..bytes.len() / 2]);
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.bytes
                .lock()
                .expect("nobody panicked")
                .extend_from_slice(bytes);
            Ok(())
        }
        fn sync(&mut self) -> io::Result<()> {
            Ok(())
        }
        fn cut(&mut self, len: u64) -> io::Result<()> {
            self.bytes
                .lock()
                .expect("nobody panicked")
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
        let kept = Kept(Recorder::new(writer, book.clone()));
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
            disk.full.store(true, Ordering::Relaxed);
            if let Err(Trouble::NotKept(reason)) = session.ask(song, mend.clone()) {
                assert!(reason.contains("somewhere.jsonl"), "{reason}");
            }
            assert!(session.end_turn().is_err());
            assert_eq!(session.engine().hash(), before);
            disk.full.store(false, Ordering::Relaxed);
            if session.ask(song, mend.clone()).is_ok()
                && session.engine().turn().0.is_multiple_of(2)
            {
                disk.full.store(true, Ordering::Relaxed);
                assert!(session.undo(song).is_err());
                disk.full.store(false, Ordering::Relaxed);
                assert!(session.undo(song).is_ok_and(|ask| ask.is_some()));
            }
            session.end_turn().expect("there is room again");
        }
        let (journal, _): (Journal, u64) =
            parse(&disk.bytes.lock().expect("nobody panicked")).expect("a journal");
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
