//! Journals on the disk: begun, read, gone on with.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::line::{Entry, FORMAT, Header};
use crate::scenario::given::Given;
use crate::scenario::language::Written;

/// No game writes as much; a longer file is not a journal.
const LONGEST: u64 = 64 << 20;

/// A journal as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    /// Which game.
    pub header: Header,
    /// What was asked and what came of it, oldest first.
    pub entries: Vec<Line>,
    /// What was wrong with the file and could be set right without losing anything decided.
    pub repairs: Vec<Repair>,
}

impl Journal {
    /// A journal that was never on a disk.
    #[must_use]
    pub fn of(header: Header, entries: impl IntoIterator<Item = Entry>) -> Self {
        let entries = entries
            .into_iter()
            .enumerate()
            .map(|(i, entry)| Line {
                line: i + 2,
                start: 0,
                entry,
            })
            .collect();
        Self {
            header,
            entries,
            repairs: Vec::new(),
        }
    }
}

/// An entry and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Line number; the header is line 1.
    pub line: usize,
    /// First byte of the line.
    pub start: u64,
    /// What it says.
    pub entry: Entry,
}

/// Something that was set right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Repair {
    /// The last line was torn when the program or the machine stopped.
    #[error(
        "line {line} was torn off while it was being written; its {bytes} bytes were left out, and what it said never took effect"
    )]
    TornTail {
        /// Its number.
        line: usize,
        /// How many bytes of it there were.
        bytes: u64,
    },
    /// The computer players were in the middle of their moves.
    #[error(
        "the program stopped while the other courts were acting; their {lines} unfinished moves are taken back and will be made again"
    )]
    HalfTurn {
        /// How many lines.
        lines: usize,
    },
}

/// Why a text is no journal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadJournal {
    /// Nothing whole is in it.
    #[error(
        "it holds no whole line, so nothing was decided in it; begin a new game and delete this file"
    )]
    Empty,
    /// The first line is not a header.
    #[error("line 1 does not begin a journal: {0}")]
    Header(String),
    /// Its world was set by hand in a form that is read no more.
    #[error(
        "the world it begins in was set by hand, and an older version of `rivers` wrote that down by numbers, which mean nothing when the scenario changes; play it again with the `rivers study --replay` line of its study"
    )]
    ByNumbers,
    /// Another version's form.
    #[error(
        "it is written in form {found}, and this program reads form {FORMAT}; open it with the version of `rivers` that wrote it{by}"
    )]
    Format {
        /// The form it names.
        found: u64,
        /// The version that wrote it, as ` (0.4.0)`, if it says so.
        by: String,
    },
    /// A line in the middle is broken.
    #[error(
        "line {number} is broken: {message}; what follows it cannot be trusted. To play on from before it, copy the lines above it to a new file"
    )]
    Line {
        /// Its number.
        number: usize,
        /// What is wrong.
        message: String,
    },
    /// Far too long.
    #[error("it is longer than any journal ({} MiB)", LONGEST >> 20)]
    TooLong,
}

/// What went wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The disk did not do as asked.
    #[error("cannot {doing} `{}`: {source}", path.display())]
    Io {
        /// What was tried, as a verb.
        doing: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another program writes it.
    #[error("`{}` is being played in another window or terminal; end that game first", .0.display())]
    Locked(PathBuf),
    /// It is no journal, or a broken one.
    #[error("`{}` cannot be used: {bad}", path.display())]
    Bad {
        /// Which file.
        path: PathBuf,
        /// Why.
        bad: BadJournal,
    },
    /// A line could not be written, and what it said did not take effect.
    #[error(
        "the journal could not be written ({source}), so this did not take effect; all that was decided before is in `{}`",
        path.display()
    )]
    Unwritten {
        /// Where the journal is.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Where lines go.
pub trait Sink {
    /// Writes these bytes at the end.
    ///
    /// # Errors
    /// When not all of them were taken.
    fn put(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns when everything put is safe from a loss of power.
    ///
    /// # Errors
    /// When it may not be.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts everything after the first `len` bytes.
    ///
    /// # Errors
    /// When the end stays where it was.
    fn cut(&mut self, len: u64) -> io::Result<()>;
}

impl Sink for File {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }
    fn sync(&mut self) -> io::Result<()> {
        self.flush()?;
        self.sync_data()
    }
    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)?;
        self.seek(SeekFrom::Start(len)).map(|_| ())
    }
}

/// Writes a journal, line by line.
#[derive(Debug)]
pub struct Writer<S: Sink> {
    sink: S,
    path: PathBuf,
    /// Bytes that are whole lines.
    len: u64,
}

impl<S: Sink> Writer<S> {
    /// A writer that begins a journal in an empty sink. `path` is for messages.
    ///
    /// # Errors
    /// When the header cannot be written.
    pub fn begin(sink: S, path: &Path, header: &Header) -> Result<Self, JournalError> {
        let mut writer = Self {
            sink,
            path: path.to_owned(),
            len: 0,
        };
        writer.lines(&[header])?;
        Ok(writer)
    }

    /// Where the journal is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes one line. When this returns without an error the line is on the disk; else nothing was added.
    ///
    /// # Errors
    /// When the line cannot be written.
    pub fn append(&mut self, entry: &Entry) -> Result<(), JournalError> {
        self.lines(std::slice::from_ref(entry))
    }

    /// Writes several lines at once: all, or none.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn append_all(&mut self, entries: &[Entry]) -> Result<(), JournalError> {
        self.lines(entries)
    }

    fn lines<T: serde::Serialize>(&mut self, lines: &[T]) -> Result<(), JournalError> {
        if lines.is_empty() {
            return Ok(());
        }
        let written = self.try_lines(lines);
        written.map_err(|source| {
            // Best effort: a torn end that stays is cut off by whoever reads the journal next.
            let _ = self.sink.cut(self.len);
            JournalError::Unwritten {
                path: self.path.clone(),
                source,
            }
        })
    }

    fn try_lines<T: serde::Serialize>(&mut self, lines: &[T]) -> io::Result<()> {
        let mut text = Vec::new();
        for line in lines {
            serde_json::to_writer(&mut text, line)?;
            text.push(b'\n');
        }
        self.sink.put(&text)?;
        self.sink.sync()?;
        self.len += text.len() as u64;
        Ok(())
    }

    /// The sink, for tests that look into it.
    #[must_use]
    pub fn into_sink(self) -> S {
        self.sink
    }
}

/// Begins a journal in a new file.
///
/// # Errors
/// When there is such a file already, or it cannot be made and written.
pub fn create(path: &Path, header: &Header) -> Result<Writer<File>, JournalError> {
    let io = |doing| {
        move |source| JournalError::Io {
            doing,
            path: path.to_owned(),
            source,
        }
    };
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(io("make"))?;
    lock(&file, path)?;
    match Writer::begin(file, path, header) {
        Ok(writer) => {
            sync_folder(path);
            Ok(writer)
        }
        Err(error) => {
            // Nothing was decided in it; an empty file would only be in the way.
            let _ = std::fs::remove_file(path);
            Err(error)
        }
    }
}

/// Opens a journal to go on with it: cuts off a torn end and the unfinished moves of computer players, and says so.
///
/// # Errors
/// When it is being played elsewhere, cannot be read or written, or is broken.
pub fn open_for_append(path: &Path) -> Result<(Writer<File>, Journal), JournalError> {
    let io = |doing| {
        move |source| JournalError::Io {
            doing,
            path: path.to_owned(),
            source,
        }
    };
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(io("open"))?;
    lock(&file, path)?;
    let bytes = take(&mut file, path)?;
    let (mut journal, mut len) = parse(&bytes).map_err(|bad| JournalError::Bad {
        path: path.to_owned(),
        bad,
    })?;
    let before = journal.entries.len();
    while let Some(Line {
        start,
        entry: Entry::Ask { court, .. },
        ..
    }) = journal.entries.last()
        && !journal.header.is_person(court)
    {
        len = *start;
        journal.entries.pop();
    }
    let lines = before - journal.entries.len();
    if lines > 0 {
        journal.repairs.push(Repair::HalfTurn { lines });
    }
    if len < bytes.len() as u64 {
        file.cut(len)
            .and_then(|()| file.sync())
            .map_err(io("mend"))?;
    }
    file.seek(SeekFrom::Start(len)).map_err(io("open"))?;
    Ok((
        Writer {
            sink: file,
            path: path.to_owned(),
            len,
        },
        journal,
    ))
}

/// Gives the game of a journal another name. The old file stays whole until the new one is safe in its place.
///
/// # Errors
/// When it is being played, cannot be read or written, or is broken.
pub fn rename(path: &Path, name: &str) -> Result<(), JournalError> {
    let (writer, journal) = open_for_append(path)?;
    let mut file = writer.into_sink();
    let io = |source| JournalError::Io {
        doing: "rename the game in",
        path: path.to_owned(),
        source,
    };
    file.rewind().map_err(io)?;
    let bytes = take(&mut file, path)?;
    let first = bytes.iter().position(|b| *b == b'\n').unwrap_or(0);
    let mut text = serde_json::to_vec(&journal.header.named(name)).map_err(|e| io(e.into()))?;
    text.extend_from_slice(&bytes[first..]);
    let beside = path.with_extension("renaming");
    let written = File::create(&beside)
        .and_then(|mut new| new.put(&text).and_then(|()| new.sync()))
        .and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    } else {
        sync_folder(path);
    }
    written.map_err(io)
}

/// Reads a journal without touching it.
///
/// # Errors
/// When it cannot be read, or is broken.
pub fn read(path: &Path) -> Result<Journal, JournalError> {
    let mut file = File::open(path).map_err(|source| JournalError::Io {
        doing: "open",
        path: path.to_owned(),
        source,
    })?;
    let bytes = take(&mut file, path)?;
    parse(&bytes)
        .map(|(journal, _)| journal)
        .map_err(|bad| JournalError::Bad {
            path: path.to_owned(),
            bad,
        })
}

fn take(file: &mut File, path: &Path) -> Result<Vec<u8>, JournalError> {
    let mut bytes = Vec::new();
    file.take(LONGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| JournalError::Io {
            doing: "read",
            path: path.to_owned(),
            source,
        })?;
    if bytes.len() as u64 > LONGEST {
        return Err(JournalError::Bad {
            path: path.to_owned(),
            bad: BadJournal::TooLong,
        });
    }
    Ok(bytes)
}

/// Takes the lock that goes with the open file; it is gone with the process, however that ends.
fn lock(file: &File, path: &Path) -> Result<(), JournalError> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => JournalError::Locked(path.to_owned()),
        TryLockError::Error(source) => JournalError::Io {
            doing: "lock",
            path: path.to_owned(),
            source,
        },
    })
}

/// Makes the new file's name itself safe, where the system lets a folder be synced.
fn sync_folder(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        })
    {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Reads the text of a journal; also how many of its bytes are whole lines.
///
/// # Errors
/// When it is no journal, or a line other than a torn last one is broken.
pub fn parse(bytes: &[u8]) -> Result<(Journal, u64), BadJournal> {
    let (mut start, mut number) = (0_usize, 0_usize);
    let (mut header, mut entries, mut repairs) = (None, Vec::new(), Vec::new());
    while start < bytes.len() {
        number += 1;
        let end = bytes[start..]
            .iter()
            .position(|b| *b == b'\n')
            .map(|n| start + n);
        // A line without its end was being written. So was a last line with holes in it: after a loss of power some
        // disks give back zeros for what they had not yet taken.
        let torn = match end {
            None => true,
            Some(end) => end + 1 == bytes.len() && bytes[start..end].contains(&0),
        };
        let Some(end) = end.filter(|_| !torn) else {
            if header.is_none() {
                return Err(BadJournal::Empty);
            }
            repairs.push(Repair::TornTail {
                line: number,
                bytes: (bytes.len() - start) as u64,
            });
            break;
        };
        let line = &bytes[start..end];
        if header.is_none() {
            header = Some(parse_header(line)?);
        } else {
            let entry = serde_json::from_slice(line).map_err(|error| BadJournal::Line {
                number,
                message: plain(&error),
            })?;
            entries.push(Line {
                line: number,
                start: start as u64,
                entry,
            });
        }
        start = end + 1;
    }
    let header = header.ok_or(BadJournal::Empty)?;
    Ok((
        Journal {
            header,
            entries,
            repairs,
        },
        start as u64,
    ))
}

fn parse_header(line: &[u8]) -> Result<Header, BadJournal> {
    /// Only what every form must have, so that a newer one can be told from no journal at all.
    #[derive(Deserialize)]
    struct Form {
        journal: u64,
        #[serde(default)]
        program: Option<String>,
    }
    let form: Form =
        serde_json::from_slice(line).map_err(|error| BadJournal::Header(plain(&error)))?;
    if form.journal != u64::from(FORMAT) {
        let by = form
            .program
            .map(|program| format!(" ({program})"))
            .unwrap_or_default();
        return Err(BadJournal::Format {
            found: form.journal,
            by,
        });
    }
    serde_json::from_slice(line).map_err(|error| {
        /// A world that was set by hand, in whatever form.
        #[derive(Deserialize)]
        struct ByHand {
            given: Vec<serde_json::Value>,
        }
        match serde_json::from_slice::<ByHand>(line) {
            Ok(world) if has_numbers_for_names(&world.given) => BadJournal::ByNumbers,
            _ => BadJournal::Header(plain(&error)),
        }
    })
}

/// Whether what was set by hand names what it is of by numbers, as journals did once.
fn has_numbers_for_names(given: &[serde_json::Value]) -> bool {
    given.iter().any(|value| {
        serde_json::from_value::<Given<Written>>(value.clone()).is_err()
            && value.to_string().contains(|c: char| c.is_ascii_digit())
    })
}

/// What the parser says, with the column only: the line of one line is always 1.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or(&text);
    if error.column() > 0 {
        format!("{text} (column {})", error.column())
    } else {
        text.to_owned()
    }
}
