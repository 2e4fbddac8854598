//! Whatever claims to be history names its source.

use super::Cx;
use crate::diagnostics::span::Span;
use crate::scenario::found::Found;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut without = |span: Span, what: String| {
        found.push(cx.error("no-source", span, format!("{what} names no source")).help("name at least one of the sources by its id"));
    };
    for checkpoint in cx.raw.record.checkpoints.iter().filter(|checkpoint| cx.whole(&checkpoint.id)) {
        if checkpoint.claims.iter().all(|claim| claim.dissents) {
            without(checkpoint.id.span, format!("the checkpoint `{}`", checkpoint.id.value));
        }
    }
    for decision in cx.raw.decisions.iter().filter(|decision| cx.whole(&decision.id)) {
        if decision.record.sources.is_empty() {
            without(decision.record.chose.span, format!("what was chosen in `{}`", decision.id.value));
        }
        for voice in decision.voices.iter().filter(|voice| voice.sources.is_empty()) {
            without(voice.who.span, format!("what `{}` says in `{}`", voice.who.value, decision.id.value));
        }
    }
    for dated in cx.raw.record.orders.iter().filter(|dated| dated.sources.is_empty()) {
        without(dated.date.span, format!("the orders of {}", dated.date.value));
    }
    for draft in cx.raw.drafts.iter().filter(|draft| cx.whole(&draft.id) && draft.sources.is_empty()) {
        without(draft.id.span, format!("the draft `{}`", draft.id.value));
    }
    for incident in cx.raw.incidents.iter().filter(|incident| cx.whole(&incident.id) && incident.sources.is_empty()) {
        without(incident.id.span, format!("the incident `{}`", incident.id.value));
    }
}
