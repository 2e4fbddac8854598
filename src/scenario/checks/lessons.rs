//! Lessons that fit their time, and in which a class that people can play has something to decide and to talk about.

use std::collections::BTreeSet;

use super::Cx;
use crate::scenario::found::Found;

/// How many decisions a lesson has.
const STEPS: std::ops::RangeInclusive<usize> = 5..=8;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    for (raw, lesson) in cx.raw.lessons.iter().zip(&cx.scenario.lessons) {
        if !cx.whole(&raw.id) {
            continue;
        }
        let id = &raw.id.value;
        let steps = raw.steps.iter().map(|step| u32::from(step.minutes));
        let sum =
            u32::from(raw.opening.minutes) + steps.sum::<u32>() + u32::from(raw.closing.minutes);
        if sum != u32::from(raw.minutes) {
            let message = format!(
                "the lesson `{id}` takes {} minutes, and its parts add up to {sum}",
                raw.minutes
            );
            found.push(
                cx.error("lesson-minutes", raw.id.span, message)
                    .help("opening, steps and closing together are the lesson"),
            );
        }
        if !STEPS.contains(&raw.steps.len()) {
            let message = format!(
                "the lesson `{id}` has {} decisions; {} to {} are wanted",
                raw.steps.len(),
                STEPS.start(),
                STEPS.end()
            );
            found.push(cx.warning("lesson-steps", raw.id.span, message));
        }
        if raw.closing.questions.is_empty() {
            let message = format!("the lesson `{id}` ends without a question");
            found.push(cx.warning("lesson-without-question", raw.id.span, message));
        }
        let mut taken = BTreeSet::new();
        let mut last = None;
        for (step, raw) in lesson.steps.iter().zip(&raw.steps) {
            let (name, span) = (&raw.decision.value, raw.decision.span);
            let decision = &cx.scenario.decisions[step.decision.index()];
            if raw.questions.is_empty() {
                let message = format!("nothing is asked about `{name}` in the lesson `{id}`");
                found.push(cx.warning("lesson-without-question", span, message));
            }
            if !cx.scenario.courts[decision.court.index()].playable {
                let message = format!(
                    "`{name}` is laid before `{}`, which no person plays",
                    cx.scenario.courts[decision.court.index()].id
                );
                found.push(cx.error("lesson-of-nobody", span, message));
            }
            if !taken.insert(step.decision) {
                let message = format!("`{name}` comes twice in the lesson `{id}`");
                found.push(cx.error("lesson-out-of-order", span, message));
            } else if last.is_some_and(|day| decision.chosen_on < day) {
                let message = format!(
                    "`{name}` was decided on {}, before the step above it",
                    decision.chosen_on
                );
                found.push(
                    cx.error("lesson-out-of-order", span, message)
                        .help("a class cannot go back: put the steps in the order of their days"),
                );
            }
            last = Some(decision.chosen_on);
        }
    }
}
