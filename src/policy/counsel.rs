//! A plausible court. It weighs what its advisors say, what it fears and what it wants; it sees only what that court knows.

use super::Player;
use crate::base::ids::{ArmyId, DecisionId, OptionId};
use crate::base::luck::{Luck, Purpose};
use crate::orders::OrderNow;
use crate::view::View;

/// A court's habits.
#[derive(Debug)]
pub struct Counsel {
    luck: Luck,
}

impl Counsel {
    /// With this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { luck: Luck::new(seed ^ 0xC0C0_C0C0_1126_1127) }
    }
    /// The option this court takes.
    #[must_use]
    pub fn choose(&self, view: &View<'_>, decision: DecisionId) -> Option<OptionId> {
        let _ = (self.luck, Purpose::Policy, view, decision);
        None
    }
    /// Answers, payments and other housekeeping.
    #[must_use]
    pub fn routine(&self, _view: &View<'_>) -> Vec<OrderNow> {
        Vec::new()
    }
    /// Orders for the armies for which `mine` says so.
    #[must_use]
    pub fn marches(&self, _view: &View<'_>, _mine: impl Fn(ArmyId) -> bool) -> Vec<OrderNow> {
        Vec::new()
    }
}

impl Player for Counsel {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        view.pending().filter_map(|d| self.choose(view, d).map(|o| (d, o))).collect()
    }
    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        let mut orders = self.routine(view);
        orders.extend(self.marches(view, |_| true));
        orders
    }
}
