//! Lists within one thing that the game numbers with small numbers: what stands further down would be lost, or taken for another.

use super::{Cx, walk};
use crate::diagnostics::span::Span;
use crate::scenario::found::Found;
use crate::scenario::language::{Effect, Written};
use crate::scenario::model::{MOST_LISTED, MOST_OPTIONS, MOST_VOICES};
use crate::scenario::raw::Name;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut short = |id: &Name, span: Span, n: usize, what: &str, most: usize| {
        if n > most {
            let message = format!(
                "`{}` has {n} {what}, and the game counts no more than {most}",
                id.value
            );
            found.push(cx.error("too-long", span, message));
        }
    };
    for decision in cx.raw.decisions.iter().filter(|d| cx.whole(&d.id)) {
        let id = &decision.id;
        let options = decision.options.len();
        short(id, id.span, options, "options", MOST_OPTIONS);
        short(id, id.span, decision.voices.len(), "voices", MOST_VOICES);
        for option in &decision.options {
            let longest = longest(&option.effects);
            short(&option.id, option.id.span, longest, "effects", MOST_LISTED);
        }
    }
    for incident in cx.raw.incidents.iter().filter(|i| cx.whole(&i.id)) {
        let (id, longest) = (&incident.id, longest(&incident.effects));
        short(id, id.span, longest, "effects", MOST_LISTED);
    }
    for draft in cx.raw.drafts.iter().filter(|d| cx.whole(&d.id)) {
        let id = &draft.id;
        let read = draft.unclear.iter().flat_map(|words| &words.readings);
        let clauses = draft.clauses.len() + read.map(|sense| sense.clauses.len()).sum::<usize>();
        let what = if draft.unclear.is_empty() {
            "clauses"
        } else {
            "clauses, those of its readings among them"
        };
        short(id, id.span, clauses, what, MOST_LISTED);
    }
}

/// The length of the longest list among these effects and those within them.
fn longest(effects: &[Effect<Written>]) -> usize {
    let mut most = effects.len();
    walk::effects(effects, &mut |effect| match effect {
        Effect::Later(_, inner) => most = most.max(inner.len()),
        Effect::Chance(_, yes, no) => most = most.max(yes.len()).max(no.len()),
        _ => {}
    });
    most
}
