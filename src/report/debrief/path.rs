//! The courts' choices beside the documented ones, and what came of what their advisors expected.

use super::Told;
use crate::prose::numbers::date;
use crate::prose::record as words;
use crate::prose::texts::{Texts, tr};
use crate::report::text::{self, Words};
use crate::scenario::model::Scenario;
use crate::table::Session;
use crate::table::debrief::words::Choice;
use crate::table::lesson::slides;

/// A choice beside the documented one.
pub(super) struct Step {
    pub(super) day: Words,
    pub(super) title: Words,
    pub(super) title_zh: Words,
    /// What was chosen.
    pub(super) yours: Words,
    /// In a lesson: by which hands it was chosen and what those who were outvoted want remembered, or that no class chose it.
    pub(super) vote: Vec<Words>,
    /// `same`, `other` or `again`, for the style.
    pub(super) class: &'static str,
    /// Whether it was as recorded, in words.
    pub(super) verdict: Words,
    /// What the court of the time did.
    pub(super) record: Words,
    /// What came of that, where the sources differ, and which they are; as far as there is anything to say.
    pub(super) more: Vec<Words>,
}

impl Step {
    pub(super) fn of(session: &Session, choice: &Choice) -> Self {
        let (texts, book) = (session.texts(), session.engine().book());
        let taken = &choice.taken;
        let decision = &book.decisions[taken.decision.index()];
        let (class, verdict) = if taken.again {
            ("again", "page-again")
        } else if taken.documented {
            ("same", "page-as-recorded")
        } else {
            ("other", "page-departed")
        };
        let record = if taken.departs() {
            recorded(texts, book, choice)
        } else {
            choice.record.clone()
        };
        let more = [&choice.outcome, &choice.quarrel, &choice.sources];
        Self {
            day: Words::of(&choice.day),
            title: Words::of(&choice.title),
            title_zh: Words::of(&choice.title_zh),
            yours: Words::of(&words::option(texts, decision, taken.option)),
            vote: vote(session, choice),
            class,
            verdict: Words::of(&texts.t(verdict)),
            record: Words::of(&record),
            more: Words::all(more.into_iter().filter(|line| !line.is_empty())),
        }
    }
}

/// How a class chose; nothing in a game that is no lesson.
fn vote(session: &Session, choice: &Choice) -> Vec<Words> {
    let (texts, taken) = (session.texts(), &choice.taken);
    if session.lesson().is_none() {
        return Vec::new();
    }
    let voted = slides::votes(session)
        .into_iter()
        .find(|vote| vote.decision == taken.decision && !taken.again);
    let Some(vote) = voted else {
        return vec![Words::of(&texts.t("report-not-voted"))];
    };
    let decision = &session.engine().book().decisions[vote.decision.index()];
    let how = slides::how(texts, decision, vote.option, &vote.tally, vote.by);
    let minority =
        text::name(&vote.minority).map(|said| tr!(texts, "lesson-minority-was", text = said));
    Words::all(std::iter::once(how).chain(minority))
}

/// What the court of the time chose, and when, without saying who chose it.
pub(super) fn recorded(texts: &Texts, book: &Scenario, choice: &Choice) -> String {
    let decision = &book.decisions[choice.taken.decision.index()];
    tr!(
        texts,
        "report-chose",
        label = words::option(texts, decision, Some(decision.chose)),
        day = date(texts, decision.chosen_on)
    )
}

/// What an advisor whose advice was taken expected, and what came.
pub(super) struct Expectation {
    pub(super) who: Words,
    pub(super) matter: Words,
    pub(super) expects: Words,
    /// `true`, `false` or `untested`, for the style.
    pub(super) class: &'static str,
    pub(super) came: Words,
}

/// What everybody expected who argued for what was chosen, in the order of the choices.
pub(super) fn expectations(texts: &Texts, told: &Told) -> Vec<Expectation> {
    let all = told.courts.iter().flat_map(|(_, debrief)| &debrief.choices);
    all.flat_map(|choice| {
        choice.voices.iter().map(|voice| {
            let (class, came) = match voice.came_true {
                Some(true) => ("true", "page-came-true"),
                Some(false) => ("false", "page-came-false"),
                None => ("untested", "page-not-tested"),
            };
            Expectation {
                who: Words::of(&voice.name),
                matter: Words::of(&format!("{}. {}", choice.title, choice.day)),
                expects: Words::of(&voice.expects),
                class,
                came: Words::of(&texts.t(came)),
            }
        })
    })
    .collect()
}
