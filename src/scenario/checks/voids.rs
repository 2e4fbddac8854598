//! Who declares a paper void that carries the peace opens war, and may not have meant to.

use super::{Cx, walk};
use crate::orders::{Order, Treat};
use crate::scenario::found::Found;
use crate::scenario::language::Effect;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    let options = cx.raw.decisions.iter().flat_map(|d| &d.options);
    for option in options {
        let (mut voids, mut war) = (Vec::new(), false);
        walk::effects(&option.effects, &mut |effect| {
            if let Effect::Order(Order::Treat(treat)) = effect {
                match &**treat {
                    Treat::Void { draft } => voids.push(draft),
                    Treat::War { .. } => war = true,
                    _ => {}
                }
            }
        });
        if war {
            // It says so itself.
            continue;
        }
        for draft in voids {
            let drafts = &cx.scenario.drafts;
            let peace = drafts
                .iter()
                .any(|known| known.id == draft.value && known.terms.makes_peace());
            if !peace {
                continue;
            }
            let message = format!(
                "`{}` carries the peace: with `Void` the option `{}` opens war",
                draft.value, option.id.value
            );
            found.push(
                cx.tip("void-opens-war", draft.span, message)
                    .help("where war is meant, let `Order(Treat(War(on: …)))` stand beside it, and let the label say so"),
            );
        }
    }
}
