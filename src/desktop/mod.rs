//! The window: Bevy around the panels, and the ground they lie on.
//!
//! * [`can_start`], [`run`] — the way in: opens the window over a shell and comes back when it is closed
//! * `door` — whether there is a display and a graphics driver
//! * `host` — the Bevy app: its plugins, the window, one frame
//! * `wake` — what wakes the sleeping window
//! * `ground` — the painted tiles, the holders' tint and the roads under the map's signs
//! * `smoke` — a run through the whole game without a person, for machines
//! * `icon` — the seal on the task bar
//! * `thrift` — copies of pictures that nobody reads are let go
//!
//! Invariants: an idle window sleeps; ground and signs are drawn from the same look at the map in the same frame; a person never
//! sees a panic, but is told why the window could not be opened or had to close. No files: pictures are handed to whoever asked.

mod door;
mod ground;
mod host;
mod icon;
mod smoke;
mod thrift;
mod wake;

use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use crate::painting::Picture;
use crate::panels::shell::Shell;

/// Takes a picture of the window by its name.
pub type Sink = Box<dyn FnMut(&str, &Picture) -> io::Result<()> + Send + Sync>;

/// How the window is to be run.
#[derive(Default)]
pub struct Options {
    /// Play by itself, hand pictures of every panel to this sink, and leave.
    pub smoke: Option<Sink>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("smoke", &self.smoke.is_some())
            .finish()
    }
}

/// Why there can be no window: ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CannotStart(pub String);

/// How the window was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// By the person, or when the smoke run was through.
    Left,
    /// Something was wrong: what, ready to be shown.
    Broken(String),
}

/// What is known of a run, for whoever comes to it after the window is gone.
#[derive(Debug, Default)]
struct Known {
    /// A frame was drawn.
    shown: bool,
    /// What the graphics driver said when it gave up.
    broken: Option<String>,
    /// What the smoke run found, when it came to its end.
    faults: Option<Vec<String>>,
}

/// Shared knowledge of a run.
#[derive(Clone, Debug, Default)]
struct Report(Arc<Mutex<Known>>);

impl Report {
    fn with<T>(&self, act: impl FnOnce(&mut Known) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Whether a window can be opened here at all. Ask before a game is begun for it.
///
/// # Errors
/// With the reason: no display, or no graphics driver.
pub fn can_start() -> Result<(), CannotStart> {
    door::knock()
}

/// Opens the window and runs it until it is left. Only once in the life of a program, and on its main thread.
///
/// # Errors
/// When no window can be opened.
pub fn run(shell: Shell, options: Options) -> Result<Ended, CannotStart> {
    let door = door::open()?;
    let report = Report::default();
    let smoking = options.smoke.is_some();
    let outcome = door::hushed(|| host::run(shell, options, door, report.clone()));
    let known = report.with(std::mem::take);
    let why = known.broken.or(match outcome {
        Ok(true) => None,
        Ok(false) => Some("the window closed with an error".to_owned()),
        Err(panic) => Some(panic),
    });
    match (why, known.faults) {
        (Some(why), _) if !known.shown => Err(CannotStart(why)),
        (Some(why), _) => Ok(Ended::Broken(why)),
        (None, Some(faults)) if !faults.is_empty() => Ok(Ended::Broken(faults.join("\n"))),
        (None, None) if smoking => Ok(Ended::Broken(
            "the window was closed before the run was over".to_owned(),
        )),
        (None, _) => Ok(Ended::Left),
    }
}
