//! A study played from its beginning or from where it stopped, with a bar and with a hand that can stop it; and shards put together.

use std::fmt;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use super::super::{Failure, Streams};
use super::folder::Folder;
use super::plan::{Plan, What};
use super::tables::Told;
use crate::scenario::model::Scenario;
use crate::study::results::About;
use crate::study::run::{Came, Progress, block};

/// The sums are kept so often. Sooner or later is no part of any game: what is played again after that comes out the same.
const KEPT_EVERY: Duration = Duration::from_secs(5);

/// How a study is played.
#[derive(Debug)]
pub(super) struct How<'a> {
    /// Where its files are.
    pub(super) out: Option<&'a Path>,
    /// Whether it goes on with what is there.
    pub(super) goes_on: bool,
    /// Threads.
    pub(super) jobs: NonZeroUsize,
}

/// Set by whoever stops the program.
static STOP: AtomicBool = AtomicBool::new(false);
static STOPPED: AtomicU8 = AtomicU8::new(0);

/// Lets Ctrl-C, and a scheduler's signal to end, stop the study after the games that are being played. The second time it ends the program.
fn listen() {
    // Where no such signal can be had, the program ends as programs do, and goes on from what was kept last.
    let _ = ctrlc::set_handler(|| {
        if STOPPED.fetch_add(1, Ordering::SeqCst) > 0 {
            std::process::exit(130);
        }
        STOP.store(true, Ordering::SeqCst);
    });
}

/// A bar on a terminal, and nothing elsewhere.
fn bar(seeds: u64, done: u64, unit: &str) -> ProgressBar {
    let bar = ProgressBar::new(seeds).with_position(done);
    let style = format!("{{bar:30}} {{pos}} of {{len}} {unit}, {{rate}}, {{eta}} left");
    if let Ok(style) = ProgressStyle::with_template(&style) {
        bar.set_style(style.with_key(
            "rate",
            |state: &ProgressState, text: &mut dyn fmt::Write| {
                // A bar that cannot be written is no reason to stop.
                let _ = write!(text, "{:.0} a second", state.per_sec());
            },
        ));
    }
    bar.reset_eta();
    bar
}

/// What a study came to, and whether all of it was played.
pub(super) struct Played<S> {
    /// How far it came.
    pub(super) progress: Progress<S>,
    /// Whether somebody stopped it.
    pub(super) stopped: bool,
}

/// Plays a study.
pub(super) fn play<S: Told>(
    study: &S,
    plan: &Plan,
    how: &How<'_>,
) -> Result<Played<S::Sums>, Failure> {
    let seeds = plan.seeds();
    let folder = how.out.map(|path| Folder::new(path, plan.what));
    let mut progress = Progress::new(seeds.first, study.nothing());
    let mut games = None;
    if let Some(folder) = &folder {
        folder.make()?;
        let mut from = 0;
        match folder.kept::<S::Sums>()? {
            Some(kept) if how.goes_on => {
                let other = (kept.plan.what, kept.plan.shard) != (plan.what, plan.shard);
                let differs = plan.differs(&kept.plan).or_else(|| {
                    (other || kept.plan.seeds().first != seeds.first)
                        .then(|| "it is another part of the study".to_owned())
                });
                if let Some(differs) = differs {
                    return Err(Failure::Usage(format!(
                        "the study in `{}` is not the one that was asked for: {differs}; ask for it as it was begun, or give another folder",
                        folder.path().display()
                    )));
                }
                (progress, from) = (kept.progress, kept.table);
            }
            Some(_) => {
                return Err(Failure::Usage(format!(
                    "`{}` already has a study in `{}`; --continue goes on with it, or give another folder",
                    folder.path().display(),
                    folder.sums().display()
                )));
            }
            None => {}
        }
        let columns = study.columns();
        if !columns.is_empty() {
            games = Some(folder.games(&columns, from)?);
        }
    }
    listen();
    let bar = bar(seeds.count(), progress.next - seeds.first, study.unit());
    let tick = || bar.inc(1);
    let (mut desks, mut lines) = (Vec::new(), Vec::new());
    // The first block is kept at once: whoever stops early loses little.
    let mut kept_at: Option<Instant> = None;
    let came = loop {
        let came = block(
            study,
            seeds,
            &mut progress,
            how.jobs,
            &mut desks,
            (&STOP, &tick),
            &mut lines,
        );
        if let Some(games) = &mut games {
            games.add(&lines)?;
        }
        lines.clear();
        let ends = came != Came::On;
        if let Some(folder) = folder
            .as_ref()
            .filter(|_| ends || kept_at.is_none_or(|at| at.elapsed() > KEPT_EVERY))
        {
            let table = games.as_ref().map_or(Ok(0), |games| games.length())?;
            folder.keep(plan, &progress, table)?;
            kept_at = Some(now());
        }
        if ends {
            break came;
        }
    };
    bar.finish_and_clear();
    Ok(Played {
        progress,
        stopped: came == Came::Stopped,
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "how often what was played is kept is no part of any game"
)]
fn now() -> Instant {
    Instant::now()
}

/// Tells what a study came to, and writes it where its files are.
pub(super) fn tell<S: Told>(
    study: &S,
    plan: &Plan,
    about: About,
    played: &Played<S::Sums>,
    out: Option<&Path>,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let (done, planned) = (about.games, about.planned);
    let result = study.told(about, &played.progress.sums);
    write!(streams.out, "{}", study.text(&result))?;
    if let Some(path) = out {
        let folder = Folder::new(path, plan.what);
        folder.result(&result)?;
        for (name, rows) in study.tables(&result) {
            folder.small_table(name, &rows)?;
        }
        writeln!(streams.out, "\nwritten to {}", path.display())?;
    }
    if played.stopped {
        let way = match out {
            Some(_) => "; the same command with --continue goes on",
            None => "; nothing was kept, for no folder was given with --out",
        };
        return Err(Failure::Wrong(format!(
            "stopped after {done} of {planned} {}{way}",
            study.unit()
        )));
    }
    Ok(())
}

/// Puts shards together: what they come to is what the whole study would have come to, to the last bit.
pub(super) fn merged<S: Told>(
    study: &S,
    parts: &[PathBuf],
    what: What,
    out: Option<&Path>,
) -> Result<(Plan, Progress<S::Sums>), Failure> {
    let mut shards = Vec::new();
    for path in parts {
        let folder = Folder::new(path, what);
        let kept = folder.kept::<S::Sums>()?.ok_or_else(|| {
            Failure::Wrong(format!(
                "`{}` has no `{}`",
                path.display(),
                folder.sums().display()
            ))
        })?;
        let (Some(shard), seeds) = (kept.plan.shard, kept.plan.seeds()) else {
            return Err(Failure::Wrong(format!(
                "`{}` is a whole study and no shard",
                path.display()
            )));
        };
        if kept.progress.next <= seeds.last {
            return Err(Failure::Wrong(format!(
                "the shard in `{}` is not finished: {} of {} games; go on with it first, with --continue",
                path.display(),
                kept.progress.next - seeds.first,
                seeds.count()
            )));
        }
        shards.push((shard, kept, folder));
    }
    shards.sort_by_key(|(shard, ..)| *shard);
    let Some((_, first, _)) = shards.first() else {
        return Err(Failure::Usage(
            "--merge needs the folders of the shards".to_owned(),
        ));
    };
    let plan = Plan {
        shard: None,
        ..first.plan.clone()
    };
    for (n, ((shard, of), kept, folder)) in shards.iter().enumerate() {
        let differs = plan.differs(&kept.plan).or_else(|| {
            (kept.plan.games != plan.games).then(|| {
                format!(
                    "it is of a study of {} games, not {}",
                    kept.plan.games, plan.games
                )
            })
        });
        if let Some(differs) = differs {
            return Err(Failure::Wrong(format!(
                "the shard in `{}` is not of the same study: {differs}",
                folder.path().display()
            )));
        }
        if *shard != n as u64 + 1 || *of != shards.len() as u64 {
            return Err(Failure::Wrong(format!(
                "these are not all the shards of a study, each once: `{}` is {shard} of {of}, and {} were given",
                folder.path().display(),
                shards.len()
            )));
        }
    }
    let mut progress = Progress::new(plan.all().last + 1, study.nothing());
    for (_, kept, _) in &shards {
        study.merge(&mut progress.sums, &kept.progress.sums);
    }
    if let Some(out) = out {
        let folder = Folder::new(out, what);
        folder.make()?;
        if folder.plan()?.is_some() {
            return Err(Failure::Usage(format!(
                "`{}` already has a study; give another folder",
                out.display()
            )));
        }
        let columns = study.columns();
        let mut table = 0;
        if !columns.is_empty() {
            let mut games = folder.games(&columns, 0)?;
            for (.., folder) in &shards {
                games.add_table(&folder.table())?;
            }
            table = games.length()?;
        }
        folder.keep(&plan, &progress, table)?;
    }
    Ok((plan, progress))
}

/// The study of a plan, played or put together, and told.
pub(super) fn study<S: Told>(
    study: &S,
    (plan, book): (&Plan, &Arc<Scenario>),
    how: &How<'_>,
    parts: &[PathBuf],
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    if parts.is_empty() {
        let played = play(study, plan, how)?;
        let about = plan.about(book, played.progress.next - plan.seeds().first);
        return tell(study, plan, about, &played, how.out, streams);
    }
    let (plan, progress) = merged(study, parts, plan.what, how.out)?;
    let about = plan.about(book, plan.games);
    let played = Played {
        progress,
        stopped: false,
    };
    tell(study, &plan, about, &played, how.out, streams)
}
