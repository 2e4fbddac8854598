//! What can be wrong with a scenario whose names are all known: one file a check.
//!
//! A check reads the raw scenario (for places in the text) beside the resolved one. It says nothing of a thing in which
//! something is wrong already.

mod chances;
mod days;
mod decisions;
mod figures;
mod grain;
mod incidents;
mod lengths;
mod lessons;
mod names;
mod never;
mod own;
mod persons;
mod prose;
mod ranges;
mod record;
mod scripts;
mod sources;
mod trials;
mod unused;
mod voids;
mod walk;

use super::found::Found;
use super::model::Scenario;
use super::raw::{Name, RawScenario};
use super::resolve::{Resolver, Tables};
use crate::diagnostics::{Diagnostic, span::Span};

/// What a check may look at.
pub(crate) struct Cx<'c> {
    /// The scenario's file.
    pub(crate) file: &'c str,
    /// As written.
    pub(crate) raw: &'c RawScenario,
    /// As resolved; same lists, same order.
    pub(crate) scenario: &'c Scenario,
    /// The tables as written, with the file that each thing stood in; people and places are in the same order as resolved.
    pub(crate) tables: &'c Tables,
    /// What was used of what was declared.
    pub(crate) names: &'c Resolver,
}

impl Cx<'_> {
    /// Whether nothing was found wrong in the thing of this id so far.
    pub(crate) fn whole(&self, id: &Name) -> bool {
        !id.value.is_empty() && !self.names.damaged.contains(&id.value)
    }
    /// An error in the scenario's file.
    pub(crate) fn error(&self, key: &'static str, span: Span, message: String) -> Diagnostic {
        Diagnostic::error(key, self.file, span, message)
    }
    /// A warning in the scenario's file.
    pub(crate) fn warning(&self, key: &'static str, span: Span, message: String) -> Diagnostic {
        Diagnostic::warning(key, self.file, span, message)
    }
    /// A tip in the scenario's file.
    pub(crate) fn tip(&self, key: &'static str, span: Span, message: String) -> Diagnostic {
        Diagnostic::tip(key, self.file, span, message)
    }
}

/// A check.
type Check = fn(&Cx<'_>, &mut Found);

/// Every check there is, in the order in which they run.
const ALL: &[Check] = &[
    ranges::check,
    chances::check,
    sources::check,
    decisions::check,
    lengths::check,
    incidents::check,
    own::check,
    scripts::check,
    persons::check,
    prose::check,
    unused::check,
    never::check,
    figures::check,
    record::check,
    names::check,
    trials::check,
    lessons::check,
    voids::check,
    grain::check,
];

/// Runs every check.
pub(crate) fn run(cx: &Cx<'_>, found: &mut Found) {
    for check in ALL {
        check(cx, found);
    }
}
