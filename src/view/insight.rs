//! What a court can say when it sits down to imagine how things may go: its own papers as they are, and of the world what everybody
//! hears. With the rest of the view this is all that an imagined game is made of.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::View;
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, FactId, PlaceId};
use crate::rules::state::components::{Deferred, Field, Force, Matter};
use crate::rules::systems::news;
use crate::scenario::model::{Cond, Decision, Eff, Scenario};

impl<'a> View<'a> {
    /// The scenario, to be shared.
    #[must_use]
    pub fn shared_book(&self) -> Arc<Scenario> {
        self.game.book.clone()
    }
    /// An army or levy of one's own, and where it stands if it does.
    #[must_use]
    pub fn own_force(&self, army: ArmyId) -> Option<(&'a Force, Option<&'a Field>)> {
        let force = self.game.force(army);
        (force.court == self.court).then(|| (force, self.game.field(army)))
    }
    /// How a matter of one's own stands.
    #[must_use]
    pub fn own_matter(&self, decision: DecisionId) -> Option<Matter> {
        (self.book().decisions[decision.index()].court == self.court)
            .then(|| self.game.tables().matters[decision.index()])
    }
    /// The court's own matters that were closed in a turn or after it, with how they stand, the last first.
    pub fn own_matters(
        &self,
        since: Turn,
    ) -> impl Iterator<Item = (&'a Decision, &'a Matter)> + use<'a> {
        let (game, court) = (self.game, self.court);
        let closed = game.closed_matters().iter().rev();
        closed
            .map(move |id| {
                let n = id.index();
                (&game.book.decisions[n], &game.tables().matters[n])
            })
            .take_while(move |(_, matter)| matter.closed.is_some_and(|turn| turn >= since))
            .filter(move |(decision, _)| decision.court == court)
    }
    /// How matters of one's own stood that were laid again since.
    pub fn own_earlier(&self) -> impl Iterator<Item = (DecisionId, Matter)> + use<'a> {
        let (game, court) = (self.game, self.court);
        let earlier = game.tables().earlier.iter().copied();
        earlier.filter(move |(id, _)| game.book.decisions[id.index()].court == court)
    }
    /// Whether a matter of one's own was laid and closed before it was laid as it now stands.
    #[must_use]
    pub fn laid_before(&self, decision: DecisionId) -> bool {
        self.own_earlier().any(|(id, _)| id == decision)
    }
    /// What one's own choices have set in train.
    pub fn in_train(&self) -> impl Iterator<Item = &'a Deferred> + use<'a> {
        let view = *self;
        let ours =
            move |d: &&Deferred| view.book().decisions[d.decision.index()].court == view.court;
        self.game.tables().deferred.iter().filter(ours)
    }
    /// Facts that the court knows of: those that its own choices establish, and those without which a matter that was laid before it
    /// would not have been.
    #[must_use]
    pub fn known_facts(&self) -> BTreeSet<FactId> {
        let mut facts = BTreeSet::new();
        for (i, decision) in self.book().decisions.iter().enumerate() {
            if decision.court != self.court {
                continue;
            }
            for option in &decision.options {
                settable(&option.effects, &mut |fact| {
                    if self.game.tables().facts[fact.index()] {
                        facts.insert(fact);
                    }
                });
            }
            if self.game.tables().matters[i].laid.is_some() {
                implied(&decision.when, &mut facts);
            }
        }
        facts
    }
    /// Whether two courts are at war with each other: known far and wide.
    #[must_use]
    pub fn are_at_war(&self, a: CourtId, b: CourtId) -> bool {
        self.game.at_war(a, b)
    }
    /// Whether the boats and the bridge at a place are burnt: whoever would cross hears of it.
    #[must_use]
    pub fn burnt(&self, place: PlaceId) -> bool {
        self.game.town(place).burnt
    }
    /// Whether the dike at a place was broken.
    #[must_use]
    pub fn flooded(&self, place: PlaceId) -> bool {
        self.game.country(place).flooded
    }
    /// Places at which the court would see an army of another, in order.
    #[must_use]
    pub fn in_sight(&self) -> Vec<PlaceId> {
        let own: Vec<PlaceId> = self.armies().map(|a| a.at).collect();
        self.places()
            .filter(|at| news::in_sight(self.game, &own, self.court, *at))
            .collect()
    }
}

/// Facts that effects could establish or end.
fn settable(effects: &[Eff], found: &mut impl FnMut(FactId)) {
    for effect in effects {
        match effect {
            Eff::Set(fact) | Eff::Clear(fact) => found(*fact),
            Eff::Later(_, inner) => settable(inner, found),
            Eff::Chance(_, yes, no) => {
                settable(yes, found);
                settable(no, found);
            }
            _ => {}
        }
    }
}

/// Facts that must have held when a condition did.
fn implied(condition: &Cond, facts: &mut BTreeSet<FactId>) {
    match condition {
        Cond::All(all) => all.iter().for_each(|inner| implied(inner, facts)),
        Cond::Fact(fact) => {
            facts.insert(*fact);
        }
        _ => {}
    }
}
