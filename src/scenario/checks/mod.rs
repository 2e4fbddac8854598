//! What can be wrong with a scenario whose names are all known: one file a check.
//!
//! A check reads the raw scenario (for places in the text) beside the resolved one. It says nothing of a thing in which
//! something is wrong already.

use super::found::Found;
use super::model::Scenario;
use super::raw::{Name, RawScenario};
use super::resolve::Resolver;

/// What a check may look at.
pub(crate) struct Cx<'c> {
    /// The scenario's file.
    pub(crate) file: &'c str,
    /// As written.
    pub(crate) raw: &'c RawScenario,
    /// As resolved; same lists, same order.
    pub(crate) scenario: &'c Scenario,
    /// What was used of what was declared.
    pub(crate) names: &'c Resolver,
}

impl Cx<'_> {
    /// Whether nothing was found wrong in the thing of this id so far.
    pub(crate) fn whole(&self, id: &Name) -> bool {
        !id.value.is_empty() && !self.names.damaged.contains(&id.value)
    }
}

/// A check.
type Check = fn(&Cx<'_>, &mut Found);

/// Every check there is, in the order in which they run.
const ALL: &[Check] = &[];

/// Runs every check.
pub(crate) fn run(cx: &Cx<'_>, found: &mut Found) {
    for check in ALL {
        check(cx, found);
    }
}
