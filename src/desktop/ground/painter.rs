//! The threads that paint. They are told in each frame all that is wanted, the most urgent first, and forget what is wanted no more.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use super::tiles::Key;
use crate::desktop::wake::Wake;
use crate::earth::Spot;
use crate::painting::Picture;
use crate::painting::ground::Atlas;
use crate::painting::holders::Partition;
use crate::painting::pigments::Pigments;
use crate::panels::settings::Theme;
use crate::scenario::model::Scenario;

/// A scenario's ground, surveyed once.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) atlas: Arc<Atlas>,
    partition: Partition,
}

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The survey of the scenario with this hash.
    Survey(u64),
    /// The raster of holders, for a number of each place's holder.
    Field(Arc<[u8]>),
    /// A tile.
    Tile(Key),
}

/// Something to be made, and what of.
#[derive(Clone, Debug)]
pub(super) struct Task {
    subject: Subject,
    matter: Matter,
}

#[derive(Clone, Debug)]
enum Matter {
    Book(Arc<Scenario>, Arc<Atlas>),
    Survey(Arc<Survey>),
}

impl Task {
    pub(super) const fn of(subject: Subject, survey: Arc<Survey>) -> Self {
        Self {
            subject,
            matter: Matter::Survey(survey),
        }
    }
    pub(super) fn survey(book: Arc<Scenario>, atlas: Arc<Atlas>) -> Self {
        Self {
            subject: Subject::Survey(book.content_hash),
            matter: Matter::Book(book, atlas),
        }
    }
    fn carry_out(self) -> Option<Done> {
        match (self.subject, self.matter) {
            (Subject::Survey(of), Matter::Book(book, atlas)) => {
                let partition = partition(&book);
                Some(Done::Survey(of, Survey { atlas, partition }))
            }
            (Subject::Field(holders), Matter::Survey(survey)) => {
                let field = survey.partition.field(&holders);
                Some(Done::Field(holders, field))
            }
            (Subject::Tile(key), Matter::Survey(survey)) => {
                let pigments = match key.theme {
                    Theme::Paper => Pigments::paper(),
                    Theme::Night => Pigments::night(),
                    Theme::Contrast => Pigments::contrast(),
                };
                let picture = survey.atlas.paint(key.tile, &pigments, key.bed);
                Some(Done::Tile(key, picture))
            }
            _ => None,
        }
    }
}

/// Something made.
pub(super) enum Done {
    Survey(u64, Survey),
    Field(Arc<[u8]>, Vec<u8>),
    Tile(Key, Picture),
}

/// What is to be done, and what is being done.
#[derive(Default)]
struct Bench {
    wanted: VecDeque<Task>,
    at_work: Vec<Subject>,
    closed: bool,
}

type Shared = Arc<(Mutex<Bench>, Condvar)>;

/// The painters.
pub(super) struct Painter {
    bench: Shared,
    // Systems of Bevy may run on any thread, one at a time.
    done: Mutex<Receiver<Done>>,
}

impl Painter {
    /// Hires them: two at most, and one thread is left to the window.
    pub(super) fn new(wake: &Wake) -> Self {
        let (send, done) = channel();
        let bench = Shared::default();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..cores.saturating_sub(1).clamp(1, 2) {
            let (bench, send, wake) = (bench.clone(), send.clone(), wake.clone());
            std::thread::spawn(move || work(&bench, &send, &wake));
        }
        Self {
            bench,
            done: Mutex::new(done),
        }
    }
    /// Says all that is wanted now, in place of what was wanted before.
    pub(super) fn want(&self, tasks: Vec<Task>) {
        let (bench, changed) = &*self.bench;
        let mut bench = bench.lock().unwrap_or_else(PoisonError::into_inner);
        bench.wanted = tasks.into();
        if !bench.wanted.is_empty() {
            changed.notify_all();
        }
    }
    /// What was made since the last call.
    pub(super) fn done(&self) -> Vec<Done> {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.try_iter().collect()
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        let (bench, changed) = &*self.bench;
        let mut bench = bench.lock().unwrap_or_else(PoisonError::into_inner);
        bench.closed = true;
        changed.notify_all();
    }
}

fn work(shared: &Shared, send: &Sender<Done>, wake: &Wake) {
    let (bench, changed) = &**shared;
    loop {
        let task = {
            let mut bench = bench.lock().unwrap_or_else(PoisonError::into_inner);
            loop {
                if bench.closed {
                    return;
                }
                let at_work = std::mem::take(&mut bench.at_work);
                let free = bench
                    .wanted
                    .iter()
                    .position(|task| !at_work.contains(&task.subject));
                bench.at_work = at_work;
                if let Some(task) = free.and_then(|at| bench.wanted.remove(at)) {
                    bench.at_work.push(task.subject.clone());
                    break task;
                }
                bench = changed.wait(bench).unwrap_or_else(PoisonError::into_inner);
            }
        };
        let subject = task.subject.clone();
        if let Some(done) = task.carry_out()
            && send.send(done).is_err()
        {
            return;
        }
        // Only now, when the window can find it: else it would be asked for again.
        let mut bench = bench.lock().unwrap_or_else(PoisonError::into_inner);
        bench.at_work.retain(|other| *other != subject);
        drop(bench);
        wake.now();
    }
}

/// Finds which place each spot of the earth is nearest to.
fn partition(book: &Scenario) -> Partition {
    let spots: Vec<Spot> = book
        .atlas
        .places
        .iter()
        .map(|place| Spot::of_milli(place.lon_milli, place.lat_milli))
        .collect();
    Partition::new(&spots)
}
