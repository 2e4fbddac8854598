//! A chance is out of a hundred.

use super::{Cx, walk};
use crate::scenario::found::Found;
use crate::scenario::language::Effect;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut over = |span, chance: u8, what: &str| {
        if chance > 100 {
            let message = format!("{what} has a chance of {chance} in a hundred");
            found.push(cx.error("chance-over-100", span, message).help("write 0 to 100"));
        }
    };
    for incident in &cx.raw.incidents {
        over(incident.id.span, incident.chance, &format!("the incident `{}`", incident.id.value));
        walk::effects(&incident.effects, &mut |effect| {
            if let Effect::Chance(chance, ..) = effect {
                over(incident.id.span, *chance, &format!("an effect of `{}`", incident.id.value));
            }
        });
    }
    for option in cx.raw.decisions.iter().flat_map(|decision| &decision.options) {
        walk::effects(&option.effects, &mut |effect| {
            if let Effect::Chance(chance, ..) = effect {
                over(option.id.span, *chance, &format!("an effect of `{}`", option.id.value));
            }
        });
    }
}
