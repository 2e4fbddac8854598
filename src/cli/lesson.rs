//! Lessons: begun, gone on with and put on paper. The faces hold them; here are the files.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::fmt::write_whole;
use super::games::{self, Seated};
use super::shelf::Shelf;
use super::{Failure, Outcome, Streams};
use crate::prose::texts::tr;
use crate::report::debrief::{self, Asked, Sheet};
use crate::scenario::lesson::{Held, Tie};
use crate::scenario::model::Scenario;
use crate::table::Session;
use crate::table::lesson::{Lesson, courts, others};
use crate::terminal;
use crate::terminal::lesson::Outside;

/// What is settled before a lesson.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Args {
    /// Hold a lesson: the id of a plan of the scenario; left empty, the plans are listed
    #[arg(long, value_name = "PLAN", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["court", "against", "watch", "show", "after"])]
    pub(super) lesson: Option<String>,
    /// With --lesson: what the class is called, for the printed page
    #[arg(long, value_name = "NAME", requires = "lesson")]
    pub(super) class: Option<String>,
    /// With --lesson: how many can vote, on each bench
    #[arg(long, value_name = "N", requires = "lesson")]
    pub(super) hands: Option<u16>,
    /// With --lesson: each court has a bench of its own in the room
    #[arg(long, requires = "lesson")]
    pub(super) benches: bool,
    /// With --lesson: what decides a tie [default: chair] [possible values: chair, again, lot]
    #[arg(long, value_name = "RULE", value_parser = tie, requires = "lesson", hide_possible_values = true)]
    pub(super) tie: Option<Tie>,
    /// With --lesson: after a vote, what the model makes of the courses not taken can be shown
    #[arg(long, requires = "lesson")]
    pub(super) odds: bool,
}

fn tie(name: &str) -> Result<Tie, String> {
    Tie::named(name).ok_or_else(|| "there is `chair`, `again` and `lot`".to_owned())
}

impl Args {
    /// How the lesson of this plan is held.
    pub(super) fn held(&self, plan: &str) -> Held {
        Held {
            class: self.class.clone().unwrap_or_default(),
            two_benches: self.benches,
            hands: self.hands.unwrap_or(0),
            tie: self.tie.unwrap_or_default(),
            odds: self.odds,
            ..Held::usual(plan)
        }
    }
}

/// Begins a lesson and its journal.
pub(super) fn begin(
    book: &Arc<Scenario>,
    held: Held,
    seed: Option<u64>,
    shelf: &Shelf,
) -> Result<Seated, Failure> {
    let Some(plan) = book.lessons.iter().find(|plan| plan.id == held.plan) else {
        return Err(Failure::Usage(no_such(book, &held.plan)));
    };
    let (people, named) = (courts(book, plan), others(book, plan));
    games::begin_taught(book, &people, &named, held, seed, shelf)
}

/// The plans that there are, for whoever named none of them.
fn no_such(book: &Scenario, named: &str) -> String {
    let plans: Vec<String> = book
        .lessons
        .iter()
        .map(|plan| format!("  {} ({} minutes): {}", plan.id, plan.minutes, plan.title))
        .collect();
    if plans.is_empty() {
        return format!(
            "`{}` has no lesson plans; `rivers docs` tells how one is written",
            book.id
        );
    }
    let head = if named.is_empty() {
        format!("which lesson of `{}`? There is", book.id)
    } else {
        format!("`{}` has no lesson `{named}`; there is", book.id)
    };
    format!("{head}\n{}", plans.join("\n"))
}

/// The pages of a lesson: everybody's, the pupils' and the teacher's, beside the journal's folder.
///
/// # Errors
/// When they cannot be written: ready to be shown.
pub(super) fn pages(session: &Session, journal: &Path) -> Result<Vec<PathBuf>, String> {
    let name = journal
        .file_stem()
        .map_or_else(|| "lesson".into(), |stem| stem.to_string_lossy());
    let folder = journal
        .parent()
        .and_then(Path::parent)
        .unwrap_or(Path::new("."))
        .join("pages");
    let cannot = |path: &Path, error: &dyn std::fmt::Display| {
        format!("cannot write `{}`: {error}", path.display())
    };
    std::fs::create_dir_all(&folder).map_err(|error| cannot(&folder, &error))?;
    let class = session.lesson().map(|held| held.class.as_str());
    let sheets = [
        ("page", Sheet::Page),
        ("worksheet", Sheet::Worksheet),
        ("key", Sheet::Key),
    ];
    let mut out = Vec::new();
    for (what, sheet) in sheets {
        let path = folder.join(format!("{name}-{what}.html"));
        let page = debrief::page(&Asked {
            session,
            name: class.filter(|class| !class.is_empty()),
            sheet,
            turning: None,
        })
        .map_err(|error| cannot(&path, &error))?;
        write_whole(&path, &page).map_err(|error| cannot(&path, &error))?;
        out.push(path);
    }
    Ok(out)
}

/// The same in words, a line each.
pub(super) fn pages_told(session: &Session, journal: &Path) -> Result<Vec<String>, String> {
    let texts = session.texts();
    let keys = ["lesson-page-made", "lesson-page-pupils", "lesson-page-key"];
    let paths = pages(session, journal)?;
    Ok(keys
        .iter()
        .zip(paths)
        .map(|(key, path)| tr!(texts, key, path = path.display().to_string()))
        .collect())
}

/// The files and the clock of a lesson in the terminal.
struct Room<'r> {
    journal: &'r Path,
    last: Instant,
}

/// The time.
#[expect(
    clippy::disallowed_methods,
    reason = "a lesson has a clock; no rule of the game sees it"
)]
fn now() -> Instant {
    Instant::now()
}

impl Outside for Room<'_> {
    fn passed(&mut self) -> u32 {
        let now = now();
        let passed = now.duration_since(self.last).as_millis();
        self.last = now;
        u32::try_from(passed).unwrap_or(u32::MAX)
    }
    fn pages(&mut self, session: &Session) -> Result<Vec<String>, String> {
        pages_told(session, self.journal)
    }
}

/// Holds a lesson in the terminal.
pub(super) fn hold(
    session: Session,
    lesson: Lesson,
    journal: &Path,
    streams: &mut Streams<'_>,
) -> Outcome {
    let mut room = Room {
        journal,
        last: now(),
    };
    terminal::lesson::hold(
        session,
        lesson,
        &mut room,
        &mut std::io::stdin().lock(),
        streams.out,
    )?;
    Ok(())
}
