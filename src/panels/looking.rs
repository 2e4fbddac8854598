//! The search for the turning points of a game that is over, on a thread of its own: what it has found so far, and stopping it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::store::TurningJob;
use crate::study::results::Turning;

/// How far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nobody has asked for it.
    #[default]
    Idle,
    /// It goes on.
    On,
    /// The person stopped it.
    Stopped,
    /// It knows enough.
    Done,
    /// The game has no turning points, and why.
    None(String),
}

enum Found {
    More(Box<Turning>),
    End(Result<(), String>),
}

/// A search. It ends when it is thrown away.
#[derive(Debug, Default)]
pub struct Looking {
    state: State,
    told: Option<Arc<Turning>>,
    back: Option<Receiver<Found>>,
    stop: Arc<AtomicBool>,
}

impl Looking {
    /// Sets out.
    #[must_use]
    pub fn begin(job: TurningJob) -> Self {
        let (send, back) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let told_to = stop.clone();
        std::thread::spawn(move || {
            let end = job(&told_to, &mut |found| {
                // Nobody waits any more where the window was closed.
                let _ = send.send(Found::More(Box::new(found)));
            });
            let _ = send.send(Found::End(end));
        });
        Self {
            state: State::On,
            told: None,
            back: Some(back),
            stop,
        }
    }

    /// How far it has come.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What it has found so far.
    #[must_use]
    pub fn told(&self) -> Option<&Arc<Turning>> {
        self.told.as_ref()
    }

    /// Takes in what was found since the last frame.
    pub(super) fn fetch(&mut self) {
        while let Some(back) = &self.back {
            match back.try_recv() {
                Ok(Found::More(turning)) => self.told = Some(Arc::from(turning)),
                Ok(Found::End(end)) => {
                    self.back = None;
                    self.state = match end {
                        Ok(()) if self.stop.load(Ordering::Relaxed) => State::Stopped,
                        Ok(()) => State::Done,
                        Err(why) => State::None(why),
                    };
                }
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {
                    // A fault of ours: what was found stays.
                    self.back = None;
                    self.state = State::Stopped;
                }
            }
        }
    }

    /// Tells it to stop; what it found stays.
    pub(super) fn stop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.back = None;
        if self.state == State::On {
            self.state = State::Stopped;
        }
    }
}

impl Drop for Looking {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}
