//! Values set by hand: what a writer gives the state of a game at his bench, and what a test of a scenario begins with.
//!
//! No court can do any of it and no rule does. The words are those of the conditions, exact where a condition asks for "at least", and
//! a game in which one was used never counts as a play.

use serde::{Deserialize, Serialize};

use super::language::{Good, Naming, Renames, Resolved};
use super::read::words;

/// A value in a loaded game.
pub type GivenNow = Given<Resolved>;

words! {
/// A value of the state, and what it is set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Given<N: Naming> {
    /// The xun that this day lies in; time goes forward only, and what lies between does not happen.
    Day(N::Day),
    /// What a court has of a good.
    Treasury(N::Court, Good, i64),
    /// A court's legitimacy, 0 to 100.
    Legitimacy(N::Court, i32),
    /// A court's lean, −100 (peace at any price) to 100 (war to the end).
    Lean(N::Court, i32),
    /// Edicts left to a court this xun.
    Edicts(N::Court, i32),
    /// The name of a court with those who would come over to it, 0 to 100.
    Welcome(N::Court, i32),
    /// Where a court sits.
    Seat(N::Court, N::Place),
    /// A person reigns over a court.
    Reigns(N::Person, N::Court),
    /// Whether a court exists and acts.
    CourtStands(N::Court, bool),
    /// Whether a court's house was declared deposed.
    Deposed(N::Court, bool),
    /// Whether two courts are at war.
    AtWar(N::Court, N::Court, bool),
    /// Whether a person is alive. The dead hold nothing.
    Alive(N::Person, bool),
    /// Whom a person serves.
    Serves(N::Person, N::Court),
    /// A person's loyalty to the court he serves, 0 to 100.
    Loyalty(N::Person, i32),
    /// What his sovereign thinks of a person, 0 to 100.
    Favour(N::Person, i32),
    /// In whose hands a person is, if in another court's.
    HeldBy(N::Person, Option<N::Court>),
    /// Where a person is, if neither with an army nor at the seat.
    PersonAt(N::Person, Option<N::Place>),
    /// Who holds a post, if anybody does.
    Post(N::Post, Option<N::Person>),
    /// Which court holds a place.
    Holds(N::Court, N::Place),
    /// A place's garrison, in men.
    Garrison(N::Place, u32),
    /// The morale of a place's garrison, 0 to 100.
    Morale(N::Place, i32),
    /// A place's stores, in xun of close siege.
    Stores(N::Place, i32),
    /// The state of a place's walls, 0 to 500.
    Walls(N::Place, i32),
    /// Resistance of the country round a place to its holder, 0 to 100.
    Unrest(N::Place, i32),
    /// Grain in the depot of a place, in shi.
    Depot(N::Place, i64),
    /// Which court besieges a place, if any does.
    Besieged(N::Place, Option<N::Court>),
    /// Whether an army is in the field; one that is not yet is raised where it is called up.
    Stands(N::Army, bool),
    /// An army's men.
    Men(N::Army, u32),
    /// Where an army is.
    ArmyAt(N::Army, N::Place),
    /// Who commands an army, if anybody does.
    Commands(N::Army, Option<N::Person>),
    /// An army's morale, 0 to 100.
    Spirit(N::Army, i32),
    /// An army's food, in xun.
    Food(N::Army, i32),
    /// Whether a fact holds.
    Fact(N::Fact, bool),
    /// A matter lies before its court.
    Laid(N::Decision),
    /// A matter was answered so; what the answer does is not done.
    Chose(N::Decision, N::Choice),
    /// A draft lies before the court it is addressed to.
    Proposed(N::Draft),
    /// A draft is sworn.
    Sworn(N::Draft),
    /// No value: the mark that a game was led to a matter to look at it.
    Sought(N::Decision),
}
}

/// Turns every kind of name that a value set by hand holds into another way of naming.
pub trait Names<A: Naming, B: Naming>: Renames<A, B> {
    /// An army.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_army(&mut self, name: &A::Army) -> Result<B::Army, Self::Error>;
    /// A post.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_post(&mut self, name: &A::Post) -> Result<B::Post, Self::Error>;
    /// A fact.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_fact(&mut self, name: &A::Fact) -> Result<B::Fact, Self::Error>;
    /// A draft.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_draft(&mut self, name: &A::Draft) -> Result<B::Draft, Self::Error>;
    /// A decision.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_decision(&mut self, name: &A::Decision) -> Result<B::Decision, Self::Error>;
    /// An option of a decision.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_choice(&mut self, of: &A::Decision, name: &A::Choice) -> Result<B::Choice, Self::Error>;
    /// A day.
    ///
    /// # Errors
    /// When there is no such day.
    fn the_day(&mut self, name: &A::Day) -> Result<B::Day, Self::Error>;
}

/// A value set by hand in another way of naming.
///
/// # Errors
/// With the first name that could not be turned.
pub fn renamed<A: Naming, B: Naming, T: Names<A, B>>(
    given: &Given<A>,
    names: &mut T,
) -> Result<Given<B>, T::Error> {
    use Given as G;
    Ok(match given {
        G::Day(day) => G::Day(names.the_day(day)?),
        G::Treasury(court, good, to) => G::Treasury(names.the_court(court)?, *good, *to),
        G::Legitimacy(court, to) => G::Legitimacy(names.the_court(court)?, *to),
        G::Lean(court, to) => G::Lean(names.the_court(court)?, *to),
        G::Edicts(court, to) => G::Edicts(names.the_court(court)?, *to),
        G::Welcome(court, to) => G::Welcome(names.the_court(court)?, *to),
        G::Seat(court, place) => G::Seat(names.the_court(court)?, names.the_place(place)?),
        G::Reigns(person, court) => G::Reigns(names.the_person(person)?, names.the_court(court)?),
        G::CourtStands(court, so) => G::CourtStands(names.the_court(court)?, *so),
        G::Deposed(court, so) => G::Deposed(names.the_court(court)?, *so),
        G::AtWar(a, b, so) => G::AtWar(names.the_court(a)?, names.the_court(b)?, *so),
        G::Alive(person, so) => G::Alive(names.the_person(person)?, *so),
        G::Serves(person, court) => G::Serves(names.the_person(person)?, names.the_court(court)?),
        G::Loyalty(person, to) => G::Loyalty(names.the_person(person)?, *to),
        G::Favour(person, to) => G::Favour(names.the_person(person)?, *to),
        G::HeldBy(person, by) => G::HeldBy(
            names.the_person(person)?,
            by.as_ref().map(|by| names.the_court(by)).transpose()?,
        ),
        G::PersonAt(person, at) => G::PersonAt(
            names.the_person(person)?,
            at.as_ref().map(|at| names.the_place(at)).transpose()?,
        ),
        G::Post(post, holder) => G::Post(
            names.the_post(post)?,
            holder.as_ref().map(|p| names.the_person(p)).transpose()?,
        ),
        G::Holds(court, place) => G::Holds(names.the_court(court)?, names.the_place(place)?),
        G::Garrison(place, to) => G::Garrison(names.the_place(place)?, *to),
        G::Morale(place, to) => G::Morale(names.the_place(place)?, *to),
        G::Stores(place, to) => G::Stores(names.the_place(place)?, *to),
        G::Walls(place, to) => G::Walls(names.the_place(place)?, *to),
        G::Unrest(place, to) => G::Unrest(names.the_place(place)?, *to),
        G::Depot(place, to) => G::Depot(names.the_place(place)?, *to),
        G::Besieged(place, by) => G::Besieged(
            names.the_place(place)?,
            by.as_ref().map(|by| names.the_court(by)).transpose()?,
        ),
        G::Stands(army, so) => G::Stands(names.the_army(army)?, *so),
        G::Men(army, to) => G::Men(names.the_army(army)?, *to),
        G::ArmyAt(army, place) => G::ArmyAt(names.the_army(army)?, names.the_place(place)?),
        G::Commands(army, who) => G::Commands(
            names.the_army(army)?,
            who.as_ref().map(|p| names.the_person(p)).transpose()?,
        ),
        G::Spirit(army, to) => G::Spirit(names.the_army(army)?, *to),
        G::Food(army, to) => G::Food(names.the_army(army)?, *to),
        G::Fact(fact, so) => G::Fact(names.the_fact(fact)?, *so),
        G::Laid(decision) => G::Laid(names.the_decision(decision)?),
        G::Chose(decision, option) => G::Chose(
            names.the_decision(decision)?,
            names.the_choice(decision, option)?,
        ),
        G::Proposed(draft) => G::Proposed(names.the_draft(draft)?),
        G::Sworn(draft) => G::Sworn(names.the_draft(draft)?),
        G::Sought(decision) => G::Sought(names.the_decision(decision)?),
    })
}
