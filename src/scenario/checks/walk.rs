//! Walks over conditions and effects, for the checks.

use crate::scenario::language::{Condition, Effect, Naming};

/// Visits a condition and everything in it.
pub(super) fn conditions<'t, N: Naming>(condition: &'t Condition<N>, visit: &mut dyn FnMut(&'t Condition<N>)) {
    visit(condition);
    match condition {
        Condition::All(list) | Condition::Any(list) => list.iter().for_each(|inner| conditions(inner, visit)),
        Condition::Not(inner) => conditions(inner, visit),
        _ => {}
    }
}

/// Visits effects and everything in them.
pub(super) fn effects<'t, N: Naming>(list: &'t [Effect<N>], visit: &mut dyn FnMut(&'t Effect<N>)) {
    for effect in list {
        visit(effect);
        match effect {
            Effect::Chance(_, first, second) => {
                effects(first, visit);
                effects(second, visit);
            }
            Effect::Later(_, inner) => effects(inner, visit),
            _ => {}
        }
    }
}
