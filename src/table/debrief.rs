//! What there is to tell once a game is over: when each thing happened in it and in the record, who argued for a choice and
//! whether he was right, what followed the first departure, and which sources the scenario leans on. Rows without words here;
//! [`words`] puts them in words for a page.

pub mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::session::Session;
use super::telling::of_note;
use crate::base::date::Date;
use crate::base::ids::{CheckpointId, CourtId, DecisionId, PersonId, SourceId};
use crate::engine::Engine;
use crate::events::Entry;
use crate::record::{self, Outcome, Range, Taken};
use crate::scenario::model::{Scenario, Test};

/// How many xun after the first departure are told.
const FOLLOWED: u16 = 6;

/// How often an advisor whose advice was taken had expected rightly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// Who.
    pub who: PersonId,
    /// How often he was right.
    pub right: u32,
    /// Of how many expectations that were put to the test.
    pub of: u32,
}

/// The advisors of the courts that people play, the most tested first.
#[must_use]
pub fn calibration(session: &Session) -> Vec<Calibration> {
    let engine = session.engine();
    let book = engine.book();
    let seats = session.courts();
    let mut scores: BTreeMap<PersonId, (u32, u32)> = BTreeMap::new();
    for (decision, voice, so) in &engine.whole().tables().tested {
        let matter = &book.decisions[decision.index()];
        if let Some(voice) = matter
            .voices
            .get(usize::from(*voice))
            .filter(|_| seats.contains(&matter.court))
        {
            let score = scores.entry(voice.who).or_default();
            score.0 += u32::from(*so);
            score.1 += 1;
        }
    }
    let mut rows: Vec<Calibration> = scores
        .into_iter()
        .map(|(who, (right, of))| Calibration { who, right, of })
        .collect();
    rows.sort_by_key(|r| (std::cmp::Reverse(r.of), std::cmp::Reverse(r.right), r.who));
    rows
}

/// A voice that argued for what was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argued {
    /// Who.
    pub who: PersonId,
    /// Which of the decision's voices.
    pub voice: usize,
    /// Whether what he expected came true; none where it was not put to the test.
    pub came_true: Option<bool>,
}

/// Who argued for a choice, in the order of the file.
#[must_use]
pub fn argued(engine: &Engine, taken: &Taken) -> Vec<Argued> {
    let tested = &engine.whole().tables().tested;
    let heard = engine
        .whole()
        .layings(taken.decision)
        .find(|matter| matter.closed == Some(taken.turn));
    engine.book().decisions[taken.decision.index()]
        .voices
        .iter()
        .enumerate()
        .filter(|(i, voice)| {
            Some(voice.argues_for) == taken.option
                && heard.is_some_and(|matter| matter.was_heard(*i))
        })
        .map(|(i, voice)| Argued {
            who: voice.who,
            voice: i,
            came_true: tested
                .iter()
                .find(|(decision, at, _)| {
                    !taken.again && *decision == taken.decision && usize::from(*at) == i
                })
                .map(|(.., so)| *so),
        })
        .collect()
}

/// What of note happened in the xun after a choice.
#[must_use]
pub fn followed<'a>(engine: &'a Engine, taken: &Taken) -> Vec<&'a Entry> {
    engine
        .chronicle()
        .iter()
        .filter(|e| {
            e.turn >= taken.turn && e.turn.0 <= taken.turn.0 + FOLLOWED && of_note(&e.event)
        })
        .collect()
}

/// The sources that the checkpoints name, or all that the scenario names.
#[must_use]
pub fn sources(book: &Scenario, all: bool) -> Vec<SourceId> {
    let mut used: BTreeSet<SourceId> = BTreeSet::new();
    for checkpoint in &book.checkpoints {
        used.extend(checkpoint.claims.iter().map(|c| c.source));
    }
    if all {
        for decision in &book.decisions {
            used.extend(decision.sources.iter().copied());
            used.extend(
                decision
                    .voices
                    .iter()
                    .flat_map(|v| v.sources.iter().copied()),
            );
        }
        for draft in &book.drafts {
            used.extend(draft.sources.iter().copied());
        }
        for incident in &book.incidents {
            used.extend(incident.sources.iter().copied());
        }
    }
    used.into_iter().collect()
}

/// What a point on the time lines is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A checkpoint.
    Checkpoint(CheckpointId),
    /// A choice that was not the documented one.
    Departure(DecisionId),
}

/// How a point of the game stands to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As recorded.
    AsRecorded,
    /// Otherwise, or at another time.
    Departed,
    /// Recorded, and not in this game.
    NotInGame,
    /// Recorded for a day to which this game has not come.
    Open,
}

/// Whether the game is still on, or was left, and its end might yet bring this.
#[must_use]
pub fn is_open(engine: &Engine, outcome: &Outcome) -> bool {
    let today = engine.day();
    let checkpoint = &engine.book().checkpoints[outcome.checkpoint.index()];
    engine.ended().is_none()
        && outcome.happened.is_none()
        && match record::range(checkpoint.test) {
            Range::Between(_, until) => today <= until,
            Range::On(day) => today <= day,
            Range::Never => true,
        }
}

/// A point on the two time lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What it is about.
    pub about: About,
    /// When, by the record.
    pub recorded: Option<Date>,
    /// When, in this game: the recorded day where it lies in the same xun.
    pub yours: Option<Date>,
    /// 1 to 5.
    pub weight: u8,
    /// How they stand to each other.
    pub standing: Standing,
}

/// The points of a court's time lines, in the order of the record. What never happened in either has none.
#[must_use]
pub fn points(engine: &Engine, court: CourtId) -> Vec<Point> {
    let book = engine.book();
    let mut points: Vec<Point> = record::outcomes(engine)
        .into_iter()
        .filter_map(|outcome| {
            let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
            let recorded = match checkpoint.test {
                Test::Happened(day, _) | Test::StoodOn(day) => Some(day),
                Test::Never => None,
            };
            let yours = outcome.happened.map(|day| match recorded {
                Some(on) if on.xun_start() == day => on,
                _ => day,
            });
            let standing = match (outcome.within, yours) {
                _ if is_open(engine, &outcome) => Standing::Open,
                (true, _) => Standing::AsRecorded,
                (false, Some(_)) => Standing::Departed,
                (false, None) => Standing::NotInGame,
            };
            (recorded.is_some() || yours.is_some()).then_some(Point {
                about: About::Checkpoint(outcome.checkpoint),
                recorded,
                yours,
                weight: checkpoint.weight,
                standing,
            })
        })
        .collect();
    points.extend(
        record::choices(engine, Some(court))
            .iter()
            .filter(|t| t.departs())
            .map(|taken| Point {
                about: About::Departure(taken.decision),
                recorded: None,
                yours: Some(book.day(taken.turn)),
                weight: 3,
                standing: Standing::Departed,
            }),
    );
    points.sort_by_key(|p| p.recorded.or(p.yours));
    points
}
