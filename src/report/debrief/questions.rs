//! Questions for discussion that this game raises: its departures, what was expected of them, what came otherwise and what came all the
//! same. Each says nothing that a pupil is to find out; the answer, for the teacher, says what the record has.

use super::{Told, path};
use crate::base::date::Date;
use crate::prose::record as words;
use crate::prose::sentence;
use crate::prose::texts::{Texts, tr};
use crate::record;
use crate::report::text::Words;
use crate::scenario::model::{Scenario, Test};
use crate::table::Session;
use crate::table::debrief::words::{Choice, Debrief, Row};

/// The most departures that are asked about.
const DEPARTURES: usize = 3;
/// The most things that came otherwise or not at all.
const OTHERWISE: usize = 2;

/// A question.
pub(super) struct Question {
    pub(super) asks: Words,
    /// For the teacher.
    pub(super) answer: Vec<Words>,
}

/// The questions of a game, from its choices to what came of them.
pub(super) fn raised(texts: &Texts, session: &Session, told: &Told) -> Vec<Question> {
    let book: &Scenario = session.engine().book();
    let first = told.first();
    let mut departures: Vec<&Choice> = told
        .courts
        .iter()
        .flat_map(|(_, debrief)| &debrief.choices)
        .filter(|choice| choice.taken.departs())
        .collect();
    departures.sort_by_key(|choice| choice.taken.turn);
    let mut out: Vec<Question> = chosen(&departures)
        .into_iter()
        .map(|choice| departure(texts, book, choice))
        .collect();
    out.extend(mistaken(texts, told));
    out.extend(otherwise(texts, book, first));
    if let Some(left) = departures.first() {
        let day = book.day(left.taken.turn);
        out.extend(all_the_same(texts, book, first, left, day));
    } else {
        out.push(Question {
            asks: Words::of(&texts.t("report-q-none")),
            answer: Words::all([&first.measure].map(|line| sentence(line))),
        });
    }
    out.extend(quarrel(texts, told));
    out.extend(planned(session));
    out
}

/// What the plan asks at the end, where the game was a lesson. Nobody has the answers to these.
fn planned(session: &Session) -> Vec<Question> {
    let plan = session.lesson().and_then(|held| {
        let plans = &session.engine().book().lessons;
        plans.iter().find(|plan| plan.id == held.plan)
    });
    plan.map_or(&[][..], |plan| &plan.closing)
        .iter()
        .map(|asks| Question {
            asks: Words::of(asks),
            answer: Vec::new(),
        })
        .collect()
}

/// The first departure, then those for which somebody had argued, then the others; in the order they were made.
fn chosen<'a>(departures: &[&'a Choice]) -> Vec<&'a Choice> {
    let Some((first, rest)) = departures.split_first() else {
        return Vec::new();
    };
    let mut rest = rest.to_vec();
    rest.sort_by_key(|choice| choice.voices.iter().all(|v| v.came_true.is_none()));
    rest.truncate(DEPARTURES - 1);
    rest.push(first);
    rest.sort_by_key(|choice| choice.taken.turn);
    rest
}

fn departure(texts: &Texts, book: &Scenario, choice: &Choice) -> Question {
    let decision = &book.decisions[choice.taken.decision.index()];
    let key = match (choice.taken.option, choice.voices.first()) {
        (None, _) => "report-q-passed",
        (Some(_), None) => "report-q-alone",
        (Some(_), Some(_)) => "report-q-departure",
    };
    let asks = tr!(
        texts,
        key,
        matter = choice.title.as_str(),
        day = choice.day.as_str(),
        chose = words::option(texts, decision, choice.taken.option),
        who = choice
            .voices
            .first()
            .map_or_else(String::new, |voice| voice.name.clone())
    );
    let record = tr!(
        texts,
        "report-a-record",
        what = path::recorded(texts, book, choice)
    );
    let more = [&choice.outcome, &choice.quarrel, &choice.sources];
    Question {
        asks: Words::of(&asks),
        answer: Words::all(
            std::iter::once(&record).chain(more.into_iter().filter(|line| !line.is_empty())),
        ),
    }
}

/// The first expectation that did not come true.
fn mistaken(texts: &Texts, told: &Told) -> Option<Question> {
    let mut all = told.courts.iter().flat_map(|(_, debrief)| &debrief.choices);
    let (choice, voice) = all.find_map(|choice| {
        let wrong = choice.voices.iter().find(|v| v.came_true == Some(false));
        wrong.map(|voice| (choice, voice))
    })?;
    Some(Question {
        asks: Words::of(&tr!(
            texts,
            "report-q-mistaken",
            matter = choice.title.as_str(),
            who = voice.name.as_str(),
            what = voice.expects.as_str()
        )),
        answer: Words::all([tr!(
            texts,
            "report-a-mistaken",
            who = voice.name.as_str(),
            day = choice.day.as_str()
        )]),
    })
}

/// The weightiest things that came at another time, or not at all.
fn otherwise(texts: &Texts, book: &Scenario, first: &Debrief) -> Vec<Question> {
    let mut rows: Vec<&Row> = first
        .rows
        .iter()
        .filter(|row| !row.within && !row.open)
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(book.checkpoints[row.checkpoint.index()].weight));
    rows.truncate(OTHERWISE);
    rows.into_iter()
        .map(|row| {
            let checkpoint = &book.checkpoints[row.checkpoint.index()];
            let came = row.chart.is_some_and(|chart| chart.yours.is_some());
            let key = match checkpoint.test {
                Test::Never => "report-q-only-here",
                _ if came => "report-q-another-time",
                _ => "report-q-missing",
            };
            Question {
                asks: Words::of(&tr!(texts, key, what = title(row))),
                answer: answer(texts, row),
            }
        })
        .collect()
}

/// The weightiest thing that came as recorded after the game had left the record.
fn all_the_same(
    texts: &Texts,
    book: &Scenario,
    first: &Debrief,
    left: &Choice,
    day: Date,
) -> Option<Question> {
    let after = |row: &&Row| {
        row.within
            && match record::range(book.checkpoints[row.checkpoint.index()].test) {
                record::Range::Between(from, _) => from > day,
                record::Range::On(on) => on > day,
                record::Range::Never => false,
            }
    };
    let row = first.rows.iter().filter(after).max_by_key(|row| {
        (
            book.checkpoints[row.checkpoint.index()].weight,
            std::cmp::Reverse(row.checkpoint),
        )
    })?;
    Some(Question {
        asks: Words::of(&tr!(
            texts,
            "report-q-same",
            matter = left.title.as_str(),
            what = title(row)
        )),
        answer: answer(texts, row),
    })
}

/// The first matter of the game about which the sources differ.
fn quarrel(texts: &Texts, told: &Told) -> Option<Question> {
    let mut all = told.courts.iter().flat_map(|(_, debrief)| &debrief.choices);
    let choice = all.find(|choice| !choice.quarrel.is_empty())?;
    Some(Question {
        asks: Words::of(&tr!(
            texts,
            "report-q-quarrel",
            matter = choice.title.as_str()
        )),
        answer: Words::all(
            [&choice.quarrel, &choice.sources]
                .into_iter()
                .filter(|line| !line.is_empty()),
        ),
    })
}

/// A checkpoint's title within a sentence.
fn title(row: &Row) -> String {
    row.title.trim_end_matches('.').to_owned()
}

/// What the record has of a checkpoint, what the game made of it, and who says so.
fn answer(texts: &Texts, row: &Row) -> Vec<Words> {
    let yours = tr!(texts, "report-a-game", yours = row.yours.as_str());
    Words::all([&row.range, &yours, &row.sources])
}
