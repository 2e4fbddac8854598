//! Incidents come out of the state of the world, never out of a date alone, and do only what befalls.

use super::{Cx, walk};
use crate::scenario::found::Found;
use crate::scenario::language::{Condition, Effect, Naming, Scope};

/// Whether the calendar alone can make the condition true.
fn date_suffices<N: Naming>(condition: &Condition<N>) -> bool {
    match condition {
        Condition::Always | Condition::From(_) | Condition::Until(_) | Condition::Months(_) => true,
        Condition::All(list) => list.iter().all(date_suffices),
        Condition::Any(list) => list.is_empty() || list.iter().any(date_suffices),
        Condition::Not(inner) => date_suffices(inner),
        _ => false,
    }
}

/// Whether an effect is a court's act, which no incident can do.
fn is_act<N: Naming>(effect: &Effect<N>) -> bool {
    match effect {
        Effect::Chance(..)
        | Effect::Later(..)
        | Effect::Die(_)
        | Effect::ItLoses(_)
        | Effect::ItScatters(_)
        | Effect::ItSpirit(_)
        | Effect::ItUnrest(_)
        | Effect::Loyalty(..)
        | Effect::Morale(..)
        | Effect::Spirit(..)
        | Effect::Unrest(..)
        | Effect::Set(_)
        | Effect::Clear(_) => false,
        Effect::Order(_)
        | Effect::Abdicate(_)
        | Effect::Detain(_)
        | Effect::Execute(_)
        | Effect::Exile(_)
        | Effect::Send(..)
        | Effect::Legitimacy(_)
        | Effect::Outlay(..)
        | Effect::OpenGate(..)
        | Effect::BurnCrossing(_)
        | Effect::Depose(_)
        | Effect::Establish { .. }
        | Effect::Deport(..) => true,
    }
}

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    for incident in cx
        .raw
        .incidents
        .iter()
        .filter(|incident| cx.whole(&incident.id))
    {
        let id = &incident.id;
        if incident.it.is_empty() && date_suffices(&incident.when) {
            let message = format!("the incident `{}` needs nothing but a date", id.value);
            let help = "add the state of the world it comes from; a date alone never suffices";
            found.push(cx.error("date-alone", id.span, message).help(help));
        }
        if incident.effects.is_empty() {
            found.push(cx.warning(
                "incident-changes-nothing",
                id.span,
                format!("the incident `{}` changes nothing", id.value),
            ));
        }
        let befalls = incident.scope != Scope::World;
        if !befalls && !incident.it.is_empty() {
            let message = format!(
                "`{}` befalls the world as a whole, and `it` asks of one army or place",
                id.value
            );
            found.push(
                cx.error("it-of-the-world", id.span, message)
                    .help("give it a scope of `EachArmy`, `EachSiege` or `EachPlace`"),
            );
        }
        walk::effects(&incident.effects, &mut |effect| {
            let it = matches!(
                effect,
                Effect::ItLoses(_)
                    | Effect::ItScatters(_)
                    | Effect::ItSpirit(_)
                    | Effect::ItUnrest(_)
            );
            if it && !befalls {
                let message = format!(
                    "`{}` befalls the world as a whole, and an effect with `It…` changes one army or place",
                    id.value
                );
                found.push(
                    cx.error("it-of-the-world", id.span, message)
                        .help("give it a scope of `EachArmy`, `EachSiege` or `EachPlace`"),
                );
            }
            if matches!(effect, Effect::Later(..)) {
                let message = format!(
                    "the incident `{}` has `Later`, and only what a court chose comes later",
                    id.value
                );
                found.push(
                    cx.error("incident-acts", id.span, message).help(
                        "let this incident `Set` a fact, and let another one ask for that fact",
                    ),
                );
            }
            if is_act(effect) {
                let message = format!("the incident `{}` does what only a court can do", id.value);
                found.push(
                    cx.error("incident-acts", id.span, message)
                        .help("lay a decision before that court instead"),
                );
            }
        });
    }
}
