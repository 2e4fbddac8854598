//! What is declared is used: facts are established and asked for, drafts are spoken of.

use super::Cx;
use crate::scenario::found::Found;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    for (at, fact) in cx
        .raw
        .facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| cx.whole(&fact.id))
    {
        let (set, asked) = (
            cx.names.facts_set.contains(&at),
            cx.names.facts_asked.contains(&at),
        );
        let id = &fact.id.value;
        match (set, asked) {
            (true, _) => {}
            (false, true) => {
                let message = format!("the fact `{id}` is asked for, and nothing establishes it");
                let help = format!("let a choice establish it with `Set(\"{id}\")`");
                found.push(
                    cx.warning("fact-never-set", fact.id.span, message)
                        .help(help),
                );
            }
            (false, false) => {
                let message = format!("the fact `{id}` is declared and never used");
                found.push(cx.warning("unused-fact", fact.id.span, message));
            }
        }
    }
    for (at, draft) in cx
        .raw
        .drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| cx.whole(&draft.id))
    {
        if !cx.names.drafts_used.contains(&at) {
            let message = format!(
                "the draft `{}` is never put forward, asked for or in force",
                draft.id.value
            );
            found.push(cx.warning("unused-draft", draft.id.span, message));
        }
    }
}
