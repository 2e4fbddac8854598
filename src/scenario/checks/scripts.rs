//! No effect makes a checkpoint true by decree, unless the checkpoint records that court's own act.

use super::{Cx, walk};
use crate::base::ids::CourtId;
use crate::diagnostics::span::Span;
use crate::scenario::found::Found;
use crate::scenario::language::{Condition, Effect};
use crate::scenario::model::{Cond, Eff};

/// Whether the effect makes the condition true by itself, when this court does it (nobody, for an incident), without that
/// being the court's own affair.
fn scripts(effect: &Eff, what: &Cond, by: Option<CourtId>, cx: &Cx<'_>) -> bool {
    let own_person = |person: crate::base::ids::PersonId| {
        let person = &cx.scenario.people[person.index()];
        by.is_some() && (person.court == by || person.court.is_none())
    };
    match (effect, what) {
        (_, Condition::Any(list)) => list.iter().any(|inner| scripts(effect, inner, by, cx)),
        (_, Condition::All(list)) => {
            !list.is_empty() && list.iter().all(|inner| scripts(effect, inner, by, cx))
        }
        (Effect::Set(fact), Condition::Fact(other)) => by.is_none() && fact == other,
        (Effect::Die(person), Condition::Not(inner)) => {
            matches!(**inner, Condition::Alive(other) if other == *person) && by.is_some()
        }
        (Effect::Execute(person), Condition::Not(inner)) => {
            matches!(**inner, Condition::Alive(other) if other == *person) && !own_person(*person)
        }
        (Effect::Unrest(place, up), Condition::Unrest(other, _)) => {
            by.is_none() && place == other && *up > 0
        }
        (Effect::Loyalty(person, by_much), Condition::Loyalty(other, level)) => {
            person == other && by_much >= level
        }
        (Effect::Establish { court, .. }, Condition::CourtStands(other)) => {
            by.is_none() && court == other
        }
        (Effect::Depose(court), Condition::Deposed(other)) => court == other && by == Some(*court),
        _ => false,
    }
}

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    let mut look = |span: Span, what: &str, effects: &[Eff], by: Option<CourtId>| {
        walk::effects(effects, &mut |effect| {
            for checkpoint in cx
                .scenario
                .checkpoints
                .iter()
                .filter(|checkpoint| scripts(effect, &checkpoint.what, by, cx))
            {
                let message = format!(
                    "{what} makes the checkpoint `{}` true by decree",
                    checkpoint.id
                );
                let help = "an effect may only do what its own court can do; let the rules decide what comes of it";
                found.push(
                    cx.error("effect-scripts-checkpoint", span, message)
                        .help(help),
                );
            }
        });
    };
    for (raw, decision) in cx.raw.decisions.iter().zip(&cx.scenario.decisions) {
        for (raw, option) in raw.options.iter().zip(&decision.options) {
            look(
                raw.id.span,
                &format!("the option `{}`", option.id),
                &option.effects,
                Some(decision.court),
            );
        }
    }
    for (raw, incident) in cx.raw.incidents.iter().zip(&cx.scenario.incidents) {
        look(
            raw.id.span,
            &format!("the incident `{}`", incident.id),
            &incident.effects,
            None,
        );
    }
    // What only befalls cannot be chosen.
    for decision in cx
        .raw
        .decisions
        .iter()
        .filter(|decision| cx.whole(&decision.id))
    {
        for option in &decision.options {
            walk::effects(&option.effects, &mut |effect| {
                if matches!(
                    effect,
                    Effect::Die(_)
                        | Effect::ItLoses(_)
                        | Effect::ItScatters(_)
                        | Effect::ItSpirit(_)
                        | Effect::ItUnrest(_)
                ) {
                    let message = format!(
                        "the option `{}` does what only an incident can do",
                        option.id.value
                    );
                    found.push(
                        cx.error("choice-befalls", option.id.span, message)
                            .help("`Die` and the `It…` effects belong in incidents"),
                    );
                }
            });
        }
    }
}
