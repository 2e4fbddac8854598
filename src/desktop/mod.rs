//! The window: Bevy around the panels, and the ground they lie on.

use std::io;

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

/// Whether a window can be opened here at all. Ask before a game is begun for it.
///
/// # Errors
/// With the reason.
pub fn can_start() -> Result<(), CannotStart> {
    Err(CannotStart("the window is not built yet".to_owned()))
}

/// Opens the window and runs it until it is left.
///
/// # Errors
/// When no window can be opened.
pub fn run(shell: Shell, options: Options) -> Result<Ended, CannotStart> {
    let _ = (shell, options.smoke.is_some());
    can_start().map(|()| Ended::Left)
}
