//! Orders and choices between ids and names: a journal holds names, a game holds ids.

use std::fmt;

use super::line::{Asked, Voted};
use crate::base::date::Date;
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, FactId, OptionId, PersonId, PlaceId, PostId,
};
use crate::diagnostics::span::{Sp, Span};
use crate::engine::Ask;
use crate::orders::{Order, OrderNow, Reign, Treat};
use crate::scenario::given::{self, GivenNow};
use crate::scenario::language::{Naming, Renames, Resolved, Written, renamed};
use crate::scenario::lesson::Vote;
use crate::scenario::model::Scenario;

/// What kind of thing a name was to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// A place.
    Place,
    /// A person.
    Person,
    /// A court.
    Court,
    /// An army or levy.
    Army,
    /// A post.
    Post,
    /// A draft treaty.
    Draft,
    /// A decision.
    Decision,
    /// An option of a decision.
    Option,
    /// A fact.
    Fact,
    /// A day.
    Day,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Court => "court",
            Self::Army => "army",
            Self::Post => "post",
            Self::Draft => "draft treaty",
            Self::Decision => "decision",
            Self::Option => "option",
            Self::Fact => "fact",
            Self::Day => "day",
        })
    }
}

/// A name that the scenario does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the scenario has no {kind} `{name}`")]
pub struct UnknownName {
    /// What it was to name.
    pub kind: Unknown,
    /// The name; an option's with its decision before it, as `night_raid.wait`.
    pub name: String,
}

/// Turns each kind of name that an order holds into another way of naming.
trait Translate<A: Naming, B: Naming> {
    type Error;
    fn place(&self, name: &A::Place) -> Result<B::Place, Self::Error>;
    fn person(&self, name: &A::Person) -> Result<B::Person, Self::Error>;
    fn army(&self, name: &A::Army) -> Result<B::Army, Self::Error>;
    fn post(&self, name: &A::Post) -> Result<B::Post, Self::Error>;
    fn draft(&self, name: &A::Draft) -> Result<B::Draft, Self::Error>;
    fn court(&self, name: &A::Court) -> Result<B::Court, Self::Error>;

    fn treat(&self, treat: &Treat<A>) -> Result<Treat<B>, Self::Error> {
        Ok(match treat {
            Treat::Offer {
                to,
                envoy,
                clauses,
                answers,
                worded,
            } => Treat::Offer {
                to: self.court(to)?,
                envoy: self.person(envoy)?,
                clauses: clauses
                    .iter()
                    .map(|clause| renamed(clause, &mut Names(self)))
                    .collect::<Result<_, _>>()?,
                answers: answers
                    .as_ref()
                    .map(|draft| self.draft(draft))
                    .transpose()?,
                worded: worded.as_ref().map(|draft| self.draft(draft)).transpose()?,
            },
            Treat::Disavow { draft } => Treat::Disavow {
                draft: self.draft(draft)?,
            },
            Treat::Void { draft } => Treat::Void {
                draft: self.draft(draft)?,
            },
            Treat::War { on } => Treat::War {
                on: self.court(on)?,
            },
            Treat::Release { person } => Treat::Release {
                person: self.person(person)?,
            },
            Treat::GiveBack { person } => Treat::GiveBack {
                person: self.person(person)?,
            },
            Treat::Reclaim { place } => Treat::Reclaim {
                place: self.place(place)?,
            },
        })
    }

    fn reign(&self, reign: &Reign<A>) -> Result<Reign<B>, Self::Error> {
        Ok(match reign {
            Reign::Enthrone { person } => Reign::Enthrone {
                person: self.person(person)?,
            },
            Reign::Requisition {
                place,
                good,
                amount,
            } => Reign::Requisition {
                place: self.place(place)?,
                good: *good,
                amount: *amount,
            },
            Reign::Honour { person } => Reign::Honour {
                person: self.person(person)?,
            },
            Reign::Arrest { person } => Reign::Arrest {
                person: self.person(person)?,
            },
            Reign::NameHeir { person } => Reign::NameHeir {
                person: self.person(person)?,
            },
            Reign::Surety { person, to } => Reign::Surety {
                person: self.person(person)?,
                to: self.court(to)?,
            },
            Reign::Seize { person } => Reign::Seize {
                person: self.person(person)?,
            },
            Reign::Answer { how } => Reign::Answer { how: *how },
            Reign::Employ { person } => Reign::Employ {
                person: self.person(person)?,
            },
            Reign::Dissolve { court } => Reign::Dissolve {
                court: self.court(court)?,
            },
            Reign::CarryOff { place, to } => Reign::CarryOff {
                place: self.place(place)?,
                to: self.place(to)?,
            },
            Reign::Grant { place, to } => Reign::Grant {
                place: self.place(place)?,
                to: self.court(to)?,
            },
            Reign::Detach {
                army,
                men,
                into,
                under,
            } => Reign::Detach {
                army: self.army(army)?,
                men: *men,
                into: self.army(into)?,
                under: under
                    .as_ref()
                    .map(|person| self.person(person))
                    .transpose()?,
            },
        })
    }

    fn order(&self, order: &Order<A>) -> Result<Order<B>, Self::Error> {
        Ok(match order {
            Order::March { army, to } => Order::March {
                army: self.army(army)?,
                to: self.place(to)?,
            },
            Order::Besiege { army, place } => Order::Besiege {
                army: self.army(army)?,
                place: self.place(place)?,
            },
            Order::Mask { army, place } => Order::Mask {
                army: self.army(army)?,
                place: self.place(place)?,
            },
            Order::Assault { army, place } => Order::Assault {
                army: self.army(army)?,
                place: self.place(place)?,
            },
            Order::Relieve { army, place } => Order::Relieve {
                army: self.army(army)?,
                place: self.place(place)?,
            },
            Order::Raid { army, place, men } => Order::Raid {
                army: self.army(army)?,
                place: self.place(place)?,
                men: *men,
            },
            Order::Waylay { army, place } => Order::Waylay {
                army: self.army(army)?,
                place: self.place(place)?,
            },
            Order::Withdraw { army, to } => Order::Withdraw {
                army: self.army(army)?,
                to: self.place(to)?,
            },
            Order::Hold { army } => Order::Hold {
                army: self.army(army)?,
            },
            Order::Garrison { army, men } => Order::Garrison {
                army: self.army(army)?,
                men: *men,
            },
            Order::Disband { army } => Order::Disband {
                army: self.army(army)?,
            },
            Order::Raise { army } => Order::Raise {
                army: self.army(army)?,
            },
            Order::Levy { place, men } => Order::Levy {
                place: self.place(place)?,
                men: *men,
            },
            Order::Fortify { place } => Order::Fortify {
                place: self.place(place)?,
            },
            Order::Arm { place } => Order::Arm {
                place: self.place(place)?,
            },
            Order::Provision { place } => Order::Provision {
                place: self.place(place)?,
            },
            Order::BuildBoats { place } => Order::BuildBoats {
                place: self.place(place)?,
            },
            Order::BuildShips { place, boats } => Order::BuildShips {
                place: self.place(place)?,
                boats: *boats,
            },
            Order::Embark { army } => Order::Embark {
                army: self.army(army)?,
            },
            Order::Moor { army } => Order::Moor {
                army: self.army(army)?,
            },
            Order::Transport { place, shi } => Order::Transport {
                place: self.place(place)?,
                shi: *shi,
            },
            Order::Rouse { person, place } => Order::Rouse {
                person: self.person(person)?,
                place: self.place(place)?,
            },
            Order::Appoint { person, post } => Order::Appoint {
                person: self.person(person)?,
                post: self.post(post)?,
            },
            Order::Command { person, army } => Order::Command {
                person: self.person(person)?,
                army: self.army(army)?,
            },
            Order::Dismiss { person } => Order::Dismiss {
                person: self.person(person)?,
            },
            Order::Recall { person } => Order::Recall {
                person: self.person(person)?,
            },
            Order::MoveCourt { to } => Order::MoveCourt {
                to: self.place(to)?,
            },
            Order::PayDue { draft } => Order::PayDue {
                draft: self.draft(draft)?,
            },
            Order::HandOver { place } => Order::HandOver {
                place: self.place(place)?,
            },
            Order::FeedPeople { place, shi } => Order::FeedPeople {
                place: self.place(place)?,
                shi: *shi,
            },
            Order::Propose { draft } => Order::Propose {
                draft: self.draft(draft)?,
            },
            Order::Accept { draft } => Order::Accept {
                draft: self.draft(draft)?,
            },
            Order::Refuse { draft } => Order::Refuse {
                draft: self.draft(draft)?,
            },
            Order::Treat(treat) => Order::treat(self.treat(treat)?),
            Order::Reign(reign) => Order::reign(self.reign(reign)?),
            Order::Proclaim { what } => Order::Proclaim { what: *what },
            Order::BreakDike { place } => Order::BreakDike {
                place: self.place(place)?,
            },
        })
    }
}

/// A translation, lent to the clauses of a paper.
struct Names<'t, T: ?Sized>(&'t T);

impl<A: Naming, B: Naming, T: Translate<A, B> + ?Sized> Renames<A, B> for Names<'_, T> {
    type Error = T::Error;
    fn the_court(&mut self, name: &A::Court) -> Result<B::Court, Self::Error> {
        self.0.court(name)
    }
    fn the_place(&mut self, name: &A::Place) -> Result<B::Place, Self::Error> {
        self.0.place(name)
    }
    fn the_person(&mut self, name: &A::Person) -> Result<B::Person, Self::Error> {
        self.0.person(name)
    }
}

/// Ids become names. Every id of a scenario has a name, so nothing can be missing.
struct ToNames<'a>(&'a Scenario);

/// A name as it stands in a line.
fn word(name: &str) -> Sp<String> {
    Sp {
        value: name.to_owned(),
        span: Span::default(),
    }
}

impl Translate<Resolved, Written> for ToNames<'_> {
    type Error = std::convert::Infallible;
    fn place(&self, id: &PlaceId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.atlas.places[id.index()].id))
    }
    fn person(&self, id: &PersonId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.people[id.index()].id))
    }
    fn army(&self, id: &ArmyId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.armies[id.index()].id))
    }
    fn post(&self, id: &PostId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.posts[id.index()].id))
    }
    fn draft(&self, id: &DraftId) -> Result<Sp<String>, Self::Error> {
        // A paper drawn up in play is called by its number among them: with the same game before it, the same paper has the same.
        let drafts = &self.0.drafts;
        Ok(drafts.get(id.index()).map_or_else(
            || word(&format!("{DRAWN}{}", id.index() + 1 - drafts.len())),
            |draft| word(&draft.id),
        ))
    }
    fn court(&self, id: &CourtId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.courts[id.index()].id))
    }
}

/// How the name of a paper drawn up in play begins; no id of a scenario has such a mark in it.
const DRAWN: &str = "drawn:";

/// Names become ids, where the scenario has them.
struct ToIds<'a>(&'a Scenario);

fn found<T>(id: Option<T>, kind: Unknown, name: &str) -> Result<T, UnknownName> {
    id.ok_or_else(|| UnknownName {
        kind,
        name: name.to_owned(),
    })
}

impl Translate<Written, Resolved> for ToIds<'_> {
    type Error = UnknownName;
    fn place(&self, name: &Sp<String>) -> Result<PlaceId, UnknownName> {
        found(self.0.place(&name.value), Unknown::Place, &name.value)
    }
    fn person(&self, name: &Sp<String>) -> Result<PersonId, UnknownName> {
        found(self.0.person(&name.value), Unknown::Person, &name.value)
    }
    fn army(&self, name: &Sp<String>) -> Result<ArmyId, UnknownName> {
        found(self.0.army(&name.value), Unknown::Army, &name.value)
    }
    fn post(&self, name: &Sp<String>) -> Result<PostId, UnknownName> {
        found(self.0.post(&name.value), Unknown::Post, &name.value)
    }
    fn draft(&self, name: &Sp<String>) -> Result<DraftId, UnknownName> {
        // Whether such a paper has been drawn up by then is for the rules to say.
        let drawn = name
            .value
            .strip_prefix(DRAWN)
            .and_then(|n| n.parse::<u16>().ok())
            .filter(|n| *n > 0)
            .and_then(|n| usize::from(n - 1).checked_add(self.0.drafts.len()))
            .filter(|at| *at <= usize::from(u16::MAX))
            .map(DraftId::of);
        found(
            drawn.or_else(|| self.0.draft(&name.value)),
            Unknown::Draft,
            &name.value,
        )
    }
    fn court(&self, name: &Sp<String>) -> Result<CourtId, UnknownName> {
        found(self.0.court(&name.value), Unknown::Court, &name.value)
    }
}

// What values set by hand name beyond what clauses do. An option is named with its decision before it.

impl given::Names<Resolved, Written> for Names<'_, ToNames<'_>> {
    fn the_army(&mut self, id: &ArmyId) -> Result<Sp<String>, Self::Error> {
        self.0.army(id)
    }
    fn the_post(&mut self, id: &PostId) -> Result<Sp<String>, Self::Error> {
        self.0.post(id)
    }
    fn the_fact(&mut self, id: &FactId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.0.facts[id.index()].id))
    }
    fn the_draft(&mut self, id: &DraftId) -> Result<Sp<String>, Self::Error> {
        self.0.draft(id)
    }
    fn the_decision(&mut self, id: &DecisionId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.0.decisions[id.index()].id))
    }
    fn the_choice(&mut self, of: &DecisionId, id: &OptionId) -> Result<Sp<String>, Self::Error> {
        Ok(word(&self.0.0.decisions[of.index()].options[id.index()].id))
    }
    fn the_day(&mut self, day: &Date) -> Result<Sp<String>, Self::Error> {
        Ok(word(&day.to_string()))
    }
}

impl given::Names<Written, Resolved> for Names<'_, ToIds<'_>> {
    fn the_army(&mut self, name: &Sp<String>) -> Result<ArmyId, UnknownName> {
        self.0.army(name)
    }
    fn the_post(&mut self, name: &Sp<String>) -> Result<PostId, UnknownName> {
        self.0.post(name)
    }
    fn the_fact(&mut self, name: &Sp<String>) -> Result<FactId, UnknownName> {
        let facts = &self.0.0.facts;
        let at = facts.iter().position(|fact| fact.id == name.value);
        found(at.map(FactId::of), Unknown::Fact, &name.value)
    }
    fn the_draft(&mut self, name: &Sp<String>) -> Result<DraftId, UnknownName> {
        self.0.draft(name)
    }
    fn the_decision(&mut self, name: &Sp<String>) -> Result<DecisionId, UnknownName> {
        found(
            self.0.0.decision(&name.value),
            Unknown::Decision,
            &name.value,
        )
    }
    fn the_choice(&mut self, of: &Sp<String>, name: &Sp<String>) -> Result<OptionId, UnknownName> {
        let matter = self.the_decision(of)?;
        option_of(self.0.0, matter, &of.value, &name.value)
    }
    fn the_day(&mut self, name: &Sp<String>) -> Result<Date, UnknownName> {
        found(Date::parse(&name.value).ok(), Unknown::Day, &name.value)
    }
}

/// The option of this name of a decision.
fn option_of(
    book: &Scenario,
    matter: DecisionId,
    decision: &str,
    option: &str,
) -> Result<OptionId, UnknownName> {
    let options = &book.decisions[matter.index()].options;
    let at = options.iter().position(|o| o.id == *option);
    found(
        at.map(OptionId::of),
        Unknown::Option,
        &format!("{decision}.{option}"),
    )
}

/// A value set by hand with its ids written as names.
#[must_use]
pub fn written_given(given: &GivenNow, book: &Scenario) -> given::Given<Written> {
    let Ok(given) = given::renamed(given, &mut Names(&ToNames(book)));
    given
}

/// A value set by hand with its names looked up.
///
/// # Errors
/// With the first name that the scenario does not have.
pub fn resolved_given(
    given: &given::Given<Written>,
    book: &Scenario,
) -> Result<GivenNow, UnknownName> {
    given::renamed(given, &mut Names(&ToIds(book)))
}

/// An order with its ids written as names.
#[must_use]
pub fn written_order(order: &OrderNow, book: &Scenario) -> Order<Written> {
    let Ok(order) = ToNames(book).order(order);
    order
}

/// An order with its names looked up.
///
/// # Errors
/// With the first name that the scenario does not have.
pub fn resolved_order(order: &Order<Written>, book: &Scenario) -> Result<OrderNow, UnknownName> {
    ToIds(book).order(order)
}

/// What a court asked for, with its ids written as names.
#[must_use]
pub fn written_ask(ask: &Ask, book: &Scenario) -> Asked {
    match ask {
        Ask::Choose { decision, option } => {
            let matter = &book.decisions[decision.index()];
            Asked::Choose {
                decision: matter.id.clone(),
                option: matter.options[option.index()].id.clone(),
            }
        }
        Ask::Order(order) => Asked::Order(written_order(order, book)),
    }
}

/// What a court asked for, with its names looked up, and which court it was.
///
/// # Errors
/// With the first name that the scenario does not have.
pub fn resolved_ask(
    court: &str,
    asked: &Asked,
    book: &Scenario,
) -> Result<(CourtId, Ask), UnknownName> {
    let by = found(book.court(court), Unknown::Court, court)?;
    let ask = match asked {
        Asked::Choose { decision, option } => {
            let matter: DecisionId = found(book.decision(decision), Unknown::Decision, decision)?;
            let option = option_of(book, matter, decision, option)?;
            Ask::Choose {
                decision: matter,
                option,
            }
        }
        Asked::Order(order) => Ask::Order(resolved_order(order, book)?),
    };
    Ok((by, ask))
}

/// A vote, with its ids written as names.
#[must_use]
pub fn written_vote(vote: &Vote, book: &Scenario) -> Voted {
    let matter = &book.decisions[vote.decision.index()];
    let option = |id: OptionId| matter.options[id.index()].id.clone();
    Voted {
        decision: matter.id.clone(),
        option: option(vote.option),
        tally: vote.tally.iter().map(|(id, n)| (option(*id), *n)).collect(),
        by: vote.by,
        minority: vote.minority.clone(),
    }
}

/// A vote, with its names looked up, and the court for which it was.
///
/// # Errors
/// With the first name that the scenario does not have.
pub fn resolved_vote(
    court: &str,
    vote: &Voted,
    book: &Scenario,
) -> Result<(CourtId, Vote), UnknownName> {
    let by = found(book.court(court), Unknown::Court, court)?;
    let matter: DecisionId = found(
        book.decision(&vote.decision),
        Unknown::Decision,
        &vote.decision,
    )?;
    let option = |name: &String| option_of(book, matter, &vote.decision, name);
    let tally = vote.tally.iter();
    let vote = Vote {
        decision: matter,
        option: option(&vote.option)?,
        tally: tally
            .map(|(name, n)| Ok((option(name)?, *n)))
            .collect::<Result<_, _>>()?,
        by: vote.by,
        minority: vote.minority.clone(),
    };
    Ok((by, vote))
}
