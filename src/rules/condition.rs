//! Whether a condition of a scenario holds in the state of a game.

use super::state::Game;
use super::systems::treaties::truce;
use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId};
use crate::scenario::language::{Clause, ClauseKind};
use crate::scenario::model::Cond;

/// How far "near" reaches where a condition gives no distance: four marches by road.
pub const NEAR_KM: u32 = 120;
/// Fewer men than this across the river are a raid, not a crossing.
pub const CROSSING_MEN: u32 = 2_000;

/// Whether the condition holds.
#[must_use]
pub fn holds(game: &Game, condition: &Cond) -> bool {
    let tables = game.tables();
    match condition {
        Cond::Always => true,
        Cond::All(all) => all.iter().all(|c| holds(game, c)),
        Cond::Any(any) => any.iter().any(|c| holds(game, c)),
        Cond::Not(inner) => !holds(game, inner),
        Cond::From(day) => game.day() >= *day,
        Cond::Until(day) => game.day() < *day,
        Cond::Months(months) => months.contains(&game.day().month()),
        Cond::Holds(court, place) => game.holder(*place) == Some(*court),
        Cond::Besieged(place, by) => game.siege(*place).is_some_and(|s| s.by == *by),
        Cond::Stands(army) => game.field(*army).is_some(),
        Cond::ArmyAt(army, place) => game
            .field(*army)
            .is_some_and(|f| f.at == *place && f.next.is_none()),
        Cond::Near {
            court,
            place,
            km,
            men,
        } => game.men_near(*court, *place, *km) >= *men,
        Cond::Stronger {
            court,
            than,
            place,
            percent,
        } => {
            let strength = |court: CourtId| {
                let garrison = if game.holder(*place) == Some(court) {
                    game.town(*place).garrison
                } else {
                    0
                };
                u64::from(game.men_near(court, *place, NEAR_KM) + garrison)
            };
            strength(*court) > 0 && strength(*court) * 100 >= strength(*than) * u64::from(*percent)
        }
        Cond::AcrossRiver(court) => game.standing().any(|(_, force, field)| {
            force.court == *court && force.men >= CROSSING_MEN && game.south_of_river(field.at)
        }),
        Cond::Alive(person) => game.figure(*person).alive,
        Cond::HeldBy(person, court) => game.captive(*person).is_some_and(|c| c.of == *court),
        Cond::Serves(person, court) => {
            game.figure(*person).alive && game.figure(*person).court == Some(*court)
        }
        Cond::InPost(person, post) => game.holder_of(*post) == Some(*person),
        Cond::Vacant(post) => game.holder_of(*post).is_none(),
        Cond::Commands(person, army) => {
            game.field(*army).is_some() && game.force(*army).commander == Some(*person)
        }
        Cond::PersonAt(person, place) => {
            game.figure(*person).alive && game.whereabouts(*person) == Some(*place)
        }
        Cond::Reigns(person, court) => reigns(game, *person, *court),
        Cond::Seat(court, place) => game.realm(*court).seat == *place,
        Cond::CourtStands(court) => game.realm(*court).stands,
        Cond::Deposed(court) => game.realm(*court).deposed,
        Cond::Fact(fact) => tables.facts[fact.index()],
        Cond::Laid(decision) => tables.matters[decision.index()].laid.is_some(),
        Cond::Chose(decision, option) => tables.matters[decision.index()].chose == Some(*option),
        Cond::Treasury(court, good, least) => game.realm(*court).treasury[*good as usize] >= *least,
        Cond::Legitimacy(court, least) => game.realm(*court).legitimacy >= *least,
        Cond::Lean(court, least) => game.realm(*court).lean >= *least,
        Cond::Loyalty(person, least) => game.figure(*person).loyalty >= *least,
        Cond::Unrest(place, least) => game.country(*place).unrest >= *least,
        Cond::Morale(place, least) => game.town(*place).morale >= *least,
        Cond::Stores(place, least) => game.town(*place).stores >= *least * 10,
        Cond::Garrison(place, least) => game.defenders(*place) >= *least,
        Cond::Proposed(draft) => is_proposed(game, *draft),
        Cond::InForce(draft) => {
            let paper = game.paper(*draft);
            paper.sworn.is_some() && paper.void.is_none()
        }
        Cond::Sworn(draft) => {
            let paper = game.paper(*draft);
            paper.sworn.is_some() || paper.once
        }
        Cond::Offered(draft) => {
            let paper = game.paper(*draft);
            paper.sent.is_some() || paper.once
        }
        Cond::Crowd(court) => game.crowd(*court).is_some(),
        Cond::Intercepted(draft) => game.paper(*draft).intercepted.is_some(),
        Cond::Breached(draft, court) => breached(game, *draft, *court),
        Cond::AtWar(a, b) => game.at_war(*a, *b),
        Cond::Lost(court, kind, place) => tables
            .battles
            .iter()
            .any(|b| b.loser == *court && b.kind == *kind && b.place == *place),
        Cond::FellTo(place, court) => tables
            .falls
            .iter()
            .any(|(p, c, _, how)| p == place && c == court && how.by_force()),
        Cond::Truce(a, b) => truce::holds_back(game, *a, *b).is_some(),
        Cond::Bound(a, b) => between(game, *a, *b).any(|id| game.in_force(id)),
        Cond::Pledged {
            by,
            to,
            clause,
            place,
        } => pledged(game, *by, *to, *clause, *place),
        Cond::Forsworn(court, other) => {
            between(game, *court, *other).any(|id| breached(game, id, *court))
        }
    }
}

/// Every paper between two courts, of the scenario or drawn up in play, in order.
fn between(game: &Game, a: CourtId, b: CourtId) -> impl Iterator<Item = DraftId> + '_ {
    let carried = game.carried().iter().copied();
    carried.filter(move |id| {
        let terms = game.terms(*id);
        a != b && terms.binds(a) && terms.binds(b)
    })
}

/// Whether a court broke a clause of a paper, or was forsworn when it went back on it.
fn breached(game: &Game, draft: DraftId, court: CourtId) -> bool {
    let paper = game.paper(draft);
    paper.forsworn.contains(&court) || paper.clauses.iter().any(|c| c.broken == Some(court))
}

/// Whether a paper in force binds one court to another by a clause of a kind.
fn pledged(
    game: &Game,
    by: CourtId,
    to: CourtId,
    kind: ClauseKind,
    place: Option<PlaceId>,
) -> bool {
    between(game, by, to).any(|id| {
        let Some(sworn) = game.paper(id).sworn.filter(|_| game.in_force(id)) else {
            return false;
        };
        game.terms(id).clauses.iter().any(|clause| {
            let runs = match clause {
                Clause::Truce { xun } => game.turn().0 <= sworn.0 + u16::from(*xun),
                _ => true,
            };
            ClauseKind::of(clause) == kind
                && clause.binds().is_none_or(|who| *who == by)
                && place.is_none_or(|at| clause.places().contains(&at))
                && runs
        })
    })
}

/// Whether a draft lies before the court it was sent to, unanswered.
#[must_use]
pub fn is_proposed(game: &Game, draft: DraftId) -> bool {
    let paper = game.paper(draft);
    paper.delivered.is_some() && paper.sworn.is_none() && paper.refused.is_none()
}

/// Whether a person reigns: his court stands and its house was not deposed.
#[must_use]
pub fn reigns(game: &Game, person: PersonId, court: CourtId) -> bool {
    let realm = game.realm(court);
    realm.stands && (!realm.deposed || realm.restored) && realm.ruler == person
}

/// The conditions, outermost first, that keep this one from holding: what an option or an incident still lacks.
#[must_use]
pub fn missing<'a>(game: &Game, condition: &'a Cond) -> Vec<&'a Cond> {
    match condition {
        Cond::All(all) => all.iter().flat_map(|c| missing(game, c)).collect(),
        other if holds(game, other) => Vec::new(),
        other => vec![other],
    }
}
