//! The writer's bench on the disk: the files of a scenario watched while its game is open, and the journals of what comes of them.
//!
//! The modification times are looked at ten times a second. That is a hundred lines less than a notifier needs to be right on three systems,
//! costs nothing at this size, and does not mind how an editor saves: in place, or by putting a new file where the old one was.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, SystemTime};

use super::games::{self, Seated};
use super::shelf::{Found, Origin, Shelf, files_of};
use super::{Failure, Outcome, Streams, kept::Kept};
use crate::base::ids::CourtId;
use crate::diagnostics::suggest::did_you_mean;
use crate::diagnostics::{Diagnostic, Severity, render};
use crate::engine::carried::Carried;
use crate::journal::{Header, PERSON, Recorder};
use crate::policy::Kind;
use crate::scenario::model::Scenario;
use crate::table::bench::{self, Come, Mistake, Saved};
use crate::table::seek::seek;
use crate::table::{Keeper, Session};
use crate::terminal::{self, Ear};

/// How often the files are looked at. What changed is read once it has rested for one look: a file may be written in pieces.
const LOOK: Duration = Duration::from_millis(100);

/// Rung when there is something to ask for.
type Bell = Arc<Mutex<Option<Box<dyn Fn() + Send>>>>;

/// A scenario that is watched, from before it is read first.
pub(super) struct Watched {
    found: Found,
    /// The user's own folder of scenarios, where overlays may lie too.
    own: Option<PathBuf>,
    seen: Stamps,
}

impl Watched {
    /// Looks at the files of a scenario, to be read after this.
    pub(super) fn new(found: Found, shelf: &Shelf) -> Self {
        let own = shelf.own_folder();
        let seen = Stamps::of(&found, own.as_deref());
        Self { found, own, seen }
    }
    /// Whether there is a file to be watched.
    pub(super) const fn is_a_file(&self) -> bool {
        matches!(self.found.origin, Origin::File(_))
    }
}

/// How the files of a scenario stand: its own, every table beside it, and every overlay.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamps {
    main: Option<(SystemTime, u64)>,
    beside: Vec<(PathBuf, Option<(SystemTime, u64)>)>,
}

impl Stamps {
    fn of(found: &Found, own: Option<&Path>) -> Self {
        let Origin::File(path) = &found.origin else {
            return Self {
                main: None,
                beside: Vec::new(),
            };
        };
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // The tables and the overlays that lie there.
        let beside = files_of(folder, &["ron", "ftl"]).into_iter();
        let beside = beside.chain(own.into_iter().flat_map(|own| files_of(own, &["ftl"])));
        Self {
            main: stamp(path),
            beside: beside.map(|path| (path.clone(), stamp(&path))).collect(),
        }
    }
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

/// The bench of one game.
pub(super) struct Bench {
    shelf: Shelf,
    header: Header,
    path: PathBuf,
    named: String,
    saved: Receiver<Saved>,
    bell: Bell,
    /// The watch ends with the bench.
    _alive: Arc<()>,
}

impl Bench {
    /// A bench for this game; its files are watched where there are any.
    pub(super) fn new(watched: Watched, seated: &Seated, shelf: &Shelf) -> Self {
        let (send, saved) = channel();
        let (bell, alive) = (Bell::default(), Arc::new(()));
        let named = watched.found.shown();
        if matches!(watched.found.origin, Origin::File(_)) {
            let (shelf, bell, alive) = (shelf.clone(), bell.clone(), Arc::downgrade(&alive));
            std::thread::spawn(move || watch(&watched, &shelf, &send, &bell, &alive));
        }
        Self {
            shelf: shelf.clone(),
            header: seated.header.clone(),
            path: seated.path.clone(),
            named,
            saved,
            bell,
            _alive: alive,
        }
    }

    /// The header of a game like the one that was begun, on this text.
    fn header(&self, book: &Scenario) -> Header {
        let seat = |court: &crate::scenario::model::Court| {
            let old = self.header.seats.get(&court.id);
            let kind = || Kind::Counsel.name().into_owned();
            (court.id.clone(), old.cloned().unwrap_or_else(kind))
        };
        Header::new(
            &book.id,
            book.content_hash,
            self.header.seed,
            book.courts.iter().map(seat).collect(),
        )
        .named(self.header.name.as_deref().unwrap_or_default())
        .after(self.header.carried.as_deref().cloned())
        .given(self.header.given.clone())
    }
}

/// Looks at the files again and again, and reads them when they have changed and rested.
fn watch(watched: &Watched, shelf: &Shelf, send: &Sender<Saved>, bell: &Bell, alive: &Weak<()>) {
    let (mut seen, mut changed) = (watched.seen.clone(), false);
    while alive.strong_count() > 0 {
        std::thread::sleep(LOOK);
        let now = Stamps::of(&watched.found, watched.own.as_deref());
        if now != seen {
            (seen, changed) = (now, true);
            continue;
        }
        // An editor that puts a new file in the place of the old one may leave none for a moment.
        if !changed || seen.main.is_none() {
            continue;
        }
        changed = false;
        let mut read = shelf.read(&watched.found);
        shelf.check_overlays(&watched.found, &mut read);
        let told = |severity| {
            let found = read.diagnostics.iter().filter(|d| d.severity == severity);
            found.map(|d| mistake(d, read.source(d))).collect()
        };
        let saved = match &read.scenario {
            Some(book) => Saved::Sound(book.clone(), told(Severity::Warning)),
            None => Saved::Broken(told(Severity::Error)),
        };
        if send.send(saved).is_err() {
            return;
        }
        if let Some(ring) = &*bell.lock().unwrap_or_else(PoisonError::into_inner) {
            ring();
        }
    }
}

fn mistake(
    diagnostic: &Diagnostic,
    source: Option<&crate::diagnostics::source::Source>,
) -> Mistake {
    let at = source.map(|source| source.position(diagnostic.span.start));
    let help = diagnostic.help.as_deref();
    Mistake {
        file: diagnostic.file.clone(),
        line: at.map_or(1, |at| at.line),
        column: at.map_or(1, |at| at.column),
        mild: !diagnostic.is_error(),
        message: match help {
            Some(help) => format!("{}; {help}", diagnostic.message),
            None => diagnostic.message.clone(),
        },
        shown: render::human(diagnostic, source),
    }
}

impl bench::Bench for Bench {
    fn saved(&mut self) -> Option<Saved> {
        // Only the newest counts.
        self.saved.try_iter().last()
    }

    fn ring(&mut self, bell: Box<dyn Fn() + Send>) {
        *self.bell.lock().unwrap_or_else(PoisonError::into_inner) = Some(bell);
    }

    fn fresh(&self, book: &Arc<Scenario>) -> Result<Session, String> {
        let header = self.header(book);
        header
            .names_exist(book)
            .map_err(|gone| format!("{gone}, and it was set by hand before the game began."))?;
        for (court, _) in self.header.seats.iter().filter(|(_, seat)| *seat == PERSON) {
            let there = book.court(court);
            if there.is_none_or(|id| !book.courts[id.index()].playable) {
                return Err(format!(
                    "a person plays `{court}`, which is no court to play any more."
                ));
            }
        }
        Ok(games::session(book, &header, self.shelf.texts()))
    }

    fn keep(&mut self, session: &mut Session, how: Come) -> Result<(), String> {
        // What was led to a matter is another game, in the world of its own first day.
        let header = match how {
            Come::Again { .. } => {
                let (name, world) = (self.header.name.as_deref(), self.header.carried.as_deref());
                header_of(session, name, world).given(self.header.given.clone())
            }
            Come::Sought => header_of(session, None, None),
        };
        let (path, keeper) = written(session, &header, &self.shelf)?;
        session.keep_with(keeper);
        let old = std::mem::replace(&mut self.path, path);
        self.header = header;
        if how == (Come::Again { whole: true }) {
            // All of it is in the new one. Where a system does not let it go while it is open, it stays, and does no harm.
            let _ = std::fs::remove_file(old);
        }
        Ok(())
    }

    fn resume_words(&self) -> String {
        format!(
            "rivers text {} --resume {} --watch",
            self.named,
            self.path.display()
        )
    }

    fn journal(&self) -> PathBuf {
        self.path.clone()
    }
}

/// A new game led to the matter of this id, in a journal of its own.
pub(super) fn led(book: &Arc<Scenario>, matter: &str, shelf: &Shelf) -> Result<Seated, Failure> {
    let Some(decision) = book.decision(matter) else {
        let ids = book.decisions.iter().map(|d| d.id.as_str());
        let way_out = did_you_mean(matter, ids.clone()).unwrap_or_else(|| {
            let ids: Vec<&str> = ids.collect();
            let all = "`show` at the writer's bench lists them all";
            format!("there is {}", super::shelf::known(matter, &ids, all))
        });
        return Err(Failure::Usage(format!(
            "`{}` has no matter `{matter}`; {way_out}",
            book.id
        )));
    };
    let sought = seek(book, decision);
    let notes = sought.told();
    let mut session = sought.session;
    let header = header_of(&session, None, None);
    let (path, keeper) = written(&session, &header, shelf).map_err(Failure::Wrong)?;
    session.keep_with(keeper);
    Ok(Seated {
        seed: header.seed,
        session,
        header,
        path,
        notes,
    })
}

/// The header of the game on the table.
fn header_of(session: &Session, name: Option<&str>, world: Option<&Carried>) -> Header {
    let book = session.engine().book();
    let people = session.courts();
    let seat = |i: usize| {
        let court = CourtId::of(i);
        if people.contains(&court) {
            return PERSON.to_owned();
        }
        let named = session.policies().iter().find(|(c, _)| *c == court);
        let kind = named.map_or(Kind::Counsel, |(_, kind)| *kind);
        kind.name().into_owned()
    };
    let courts = book.courts.iter().enumerate();
    let seats = courts.map(|(i, court)| (court.id.clone(), seat(i)));
    let seed = session.engine().seed();
    Header::new(&book.id, book.content_hash, seed, seats.collect())
        .named(name.unwrap_or_default())
        .after(world.cloned())
}

/// Writes everything that was done in a game into a new journal, and keeps that from then on.
fn written(
    session: &Session,
    header: &Header,
    shelf: &Shelf,
) -> Result<(PathBuf, Box<dyn Keeper>), String> {
    let book = session.engine().book();
    let folder = shelf.journals().map_err(words)?;
    let mut writer = games::new_file(&folder, &book.id, header).map_err(words)?;
    let path = writer.path().to_owned();
    if let Err(error) = writer.append_all(&games::entries(session)) {
        // Nothing was decided in it that no other journal has.
        let _ = std::fs::remove_file(&path);
        return Err(error.to_string());
    }
    Ok((path, Box::new(Kept(Recorder::new(writer, book.clone())))))
}

/// What is heard at the terminal: lines, and the bell of the bench.
struct Heard(Receiver<terminal::Heard>);

impl Ear for Heard {
    fn hear(&mut self) -> std::io::Result<terminal::Heard> {
        Ok(self.0.recv().unwrap_or(terminal::Heard::End))
    }
}

/// Plays a game at the bench in the terminal.
pub(super) fn play(
    session: Session,
    mut bench: Bench,
    streams: &mut Streams<'_>,
    notes: Vec<String>,
) -> Outcome {
    let (send, heard) = channel();
    let bell = send.clone();
    bench::Bench::ring(
        &mut bench,
        Box::new(move || drop(bell.send(terminal::Heard::Saved))),
    );
    // A thread of its own waits for lines: it ends with the input, or with the program.
    std::thread::spawn(move || {
        let mut input = std::io::stdin().lock();
        loop {
            let heard = terminal::line_of(&mut input).unwrap_or(terminal::Heard::End);
            let over = heard == terminal::Heard::End;
            if send.send(heard).is_err() || over {
                return;
            }
        }
    });
    terminal::play_at_bench(
        session,
        Box::new(bench),
        &mut Heard(heard),
        streams.out,
        notes,
    )?;
    Ok(())
}

fn words(failure: Failure) -> String {
    match failure {
        Failure::Usage(text) | Failure::Wrong(text) => text,
        Failure::Output(error) => error.to_string(),
        Failure::Said | Failure::Misread | Failure::Helped => String::new(),
    }
}
