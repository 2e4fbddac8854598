//! A decision offers a choice: two options or more, each of which changes something.

use super::Cx;
use crate::scenario::found::Found;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    for decision in cx.raw.decisions.iter().filter(|decision| cx.whole(&decision.id)) {
        let id = &decision.id;
        if decision.options.len() < 2 {
            let message = format!("`{}` has {} option, and a decision has at least two", id.value, decision.options.len());
            found.push(cx.error("too-few-options", id.span, message));
        }
        for option in decision.options.iter().filter(|option| option.effects.is_empty() && option.cost.is_empty()) {
            let message = format!("the option `{}` changes nothing", option.id.value);
            let help = "a refusal too is seen by somebody: let it move lean, legitimacy, loyalty or morale";
            found.push(cx.warning("option-changes-nothing", option.id.span, message).help(help));
        }
        for option in decision.options.iter().filter(|option| option.needs != crate::scenario::language::Condition::Always) {
            if option.opens_by.is_empty() {
                let message = format!("the option `{}` can be closed, and nothing says how to open it", option.id.value);
                found.push(cx.warning("no-opens-by", option.id.span, message).help("tell the player in `opens_by` what is missing"));
            }
        }
    }
}
