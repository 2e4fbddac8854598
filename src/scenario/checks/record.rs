//! What is said to have been done or proposed is borne out by the record and the voices.

use super::Cx;
use crate::scenario::found::Found;
use crate::scenario::language::Grade;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    for (raw, decision) in cx
        .raw
        .decisions
        .iter()
        .zip(&cx.scenario.decisions)
        .filter(|(raw, _)| cx.whole(&raw.id))
    {
        for (at, (raw_option, option)) in raw.options.iter().zip(&decision.options).enumerate() {
            let chosen = decision.chose.index() == at;
            if chosen && option.grade != Grade::Documented {
                let message = format!(
                    "`{}` is recorded as chosen in `{}`, and graded {:?}",
                    option.id, decision.id, option.grade
                );
                let help =
                    "grade what was done `Documented`, or say in `record` what else was chosen";
                found.push(
                    cx.warning("grade-against-record", raw_option.id.span, message)
                        .help(help),
                );
            }
            let argued = decision
                .voices
                .iter()
                .any(|voice| voice.argues_for.index() == at);
            if !argued && !chosen && option.grade == Grade::Proposed {
                let message = format!(
                    "`{}` is graded Proposed, and no voice of `{}` argues for it",
                    option.id, decision.id
                );
                let help = "let whoever proposed it speak, or grade it `Conjectural`";
                found.push(
                    cx.warning("grade-without-witness", raw_option.id.span, message)
                        .help(help),
                );
            }
        }
    }
}
