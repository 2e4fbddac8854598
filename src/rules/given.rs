//! The world made to be as a condition says: how a test of a scenario begins, what a study of extremes starts from, and what a writer sets by hand.
//!
//! It goes through the same door as everything else: ordinary events, so that men and money still have a source and an end (they come from
//! the country and go back to it). [`Event::ByHand`] comes first, and the chronicle keeps it: a game in which it stands is no play of the scenario.

use super::condition::{gaps, holds};
use super::effects;
use super::execute;
use super::state::Game;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::{Account, Event, How, MenAccount, Reason, Stat, Task, Why};
use crate::scenario::model::Cond;

/// A condition that cannot be made so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unset {
    /// The part that cannot.
    pub part: Cond,
    /// Whether it was to hold, or not to.
    pub so: bool,
}

/// Makes every one of these conditions hold, in order; what holds already is left as it is.
///
/// # Errors
/// With the first part that nobody can set, or that another of them undid. The game is then of no use any more.
pub fn make(game: &mut Game, conditions: &[Cond]) -> Result<(), Unset> {
    if conditions.iter().all(|c| holds(game, c)) {
        return Ok(());
    }
    game.emit(Event::ByHand);
    for condition in conditions {
        set(game, condition, true)?;
    }
    match conditions
        .iter()
        .find_map(|c| gaps(game, c).into_iter().next())
    {
        None => Ok(()),
        Some(gap) => Err(Unset {
            part: gap.part,
            so: gap.so,
        }),
    }
}

fn set(game: &mut Game, condition: &Cond, so: bool) -> Result<(), Unset> {
    match (condition, so) {
        (Cond::Not(inner), _) => set(game, inner, !so),
        (Cond::All(list), true) | (Cond::Any(list), false) => {
            list.iter().try_for_each(|part| set(game, part, so))
        }
        // The first way that can be gone.
        (Cond::Any(list), true) | (Cond::All(list), false) => {
            if holds(game, condition) == so || list.iter().any(|part| set(game, part, so).is_ok()) {
                return Ok(());
            }
            Err(Unset {
                part: condition.clone(),
                so,
            })
        }
        (leaf, _) if holds(game, leaf) == so => Ok(()),
        (leaf, _) => one(game, leaf, so).ok_or_else(|| Unset {
            part: leaf.clone(),
            so,
        }),
    }
}

/// Makes one thing so; none where nobody can.
#[expect(
    clippy::too_many_lines,
    reason = "one match over every word of the language"
)]
fn one(game: &mut Game, leaf: &Cond, so: bool) -> Option<()> {
    let at_least = |now: i32, n: i32| if so { n - now } else { n - 1 - now };
    match *leaf {
        Cond::Holds(court, place) => {
            let to = if so { court } else { other(game, court)? };
            fall(game, place, to, How::Given);
        }
        Cond::FellTo(place, court) if so => fall(game, place, court, How::Storm),
        Cond::Besieged(place, court) if so => {
            let army = strongest(game, court, None)?;
            bring(game, army, place, Task::Besiege);
            game.emit(Event::SiegeLifted { place });
            game.emit(Event::SiegeLaid {
                place,
                by: court,
                close: true,
            });
        }
        Cond::Besieged(place, _) => game.emit(Event::SiegeLifted { place }),
        Cond::Stands(army) if so => execute::raise(game, army),
        Cond::Stands(army) => execute::disband(game, army),
        Cond::ArmyAt(army, place) if so => {
            if game.field(army).is_none() {
                execute::raise(game, army);
            }
            bring(game, army, place, Task::Hold);
        }
        Cond::Near {
            court,
            place,
            km,
            men,
        } => {
            while game.men_near(court, place, km) < men && so {
                let army = strongest(game, court, Some((place, km)))?;
                bring(game, army, place, Task::Hold);
            }
            while game.men_near(court, place, km) >= men && !so {
                let near = |game: &Game, at: PlaceId| game.book.atlas.km(place, at) <= km;
                let army = game
                    .standing()
                    .find(|(_, force, field)| force.court == court && near(game, field.at))?
                    .0;
                execute::disband(game, army);
            }
        }
        Cond::Alive(person) if !so => game.emit(Event::Died {
            person,
            in_battle: false,
        }),
        Cond::HeldBy(person, by) if so => game.emit(Event::Taken {
            person,
            by,
            surrendered: false,
        }),
        Cond::HeldBy(person, _) => game.emit(Event::Freed { person }),
        // Who leaves another court's service is one who went over, as a clause against shelter asks.
        Cond::Serves(person, to) if so => {
            let free = game.captive(person).is_none();
            game.emit(if free && game.figure(person).court.is_some() {
                Event::WentOver { person, to }
            } else {
                Event::Entered { person, to }
            });
        }
        Cond::InPost(person, post) if so => game.emit(Event::Appointed { person, post }),
        Cond::InPost(person, post) => game.emit(Event::Vacated { person, post }),
        Cond::Vacant(post) if so => {
            let person = game.holder_of(post)?;
            game.emit(Event::Vacated { person, post });
        }
        Cond::Commands(person, army) => {
            if game.field(army).is_none() {
                execute::raise(game, army);
            }
            game.emit(Event::TookCommand {
                person: so.then_some(person),
                army,
            });
        }
        Cond::PersonAt(person, place) if so => game.emit(Event::Went { person, place }),
        Cond::Reigns(person, court) if so => game.emit(Event::Enthroned { court, person }),
        Cond::Seat(court, to) if so => game.emit(Event::CourtMoved { court, to }),
        Cond::CourtStands(court) if so => {
            let person = game.realm(court).ruler;
            game.emit(Event::Enthroned { court, person });
        }
        Cond::CourtStands(court) => game.emit(Event::CourtFell { court }),
        Cond::Deposed(court) if so => {
            let by = other(game, court)?;
            game.emit(Event::HouseDeposed { court, by });
        }
        Cond::Fact(fact) if so => game.emit(Event::FactSet { fact }),
        Cond::Fact(fact) => game.emit(Event::FactCleared { fact }),
        Cond::Laid(decision) if so => game.emit(Event::Laid { decision }),
        Cond::Chose(decision, option) if so => {
            if game.tables().matters[decision.index()].laid.is_none() {
                game.emit(Event::Laid { decision });
            }
            effects::choose(game, decision, option);
        }
        Cond::Treasury(court, good, n) => {
            let by = if so { n } else { n - 1 } - game.realm(court).treasury[good as usize];
            let (from, to) = if by > 0 {
                (Account::Country, Account::Court(court))
            } else {
                (Account::Court(court), Account::Country)
            };
            game.emit(Event::Goods {
                from,
                to,
                good,
                amount: by.abs(),
                why: Reason::ByHand,
            });
        }
        Cond::Legitimacy(court, n) => {
            let by = at_least(game.realm(court).legitimacy, n);
            stat(game, Stat::Legitimacy(court), by);
        }
        Cond::Lean(court, n) => {
            let by = at_least(game.realm(court).lean, n);
            stat(game, Stat::Lean(court), by);
        }
        Cond::Loyalty(person, n) => {
            let by = at_least(game.figure(person).loyalty, n);
            stat(game, Stat::Loyalty(person), by);
        }
        Cond::Unrest(place, n) => {
            let by = at_least(game.country(place).unrest, n);
            stat(game, Stat::Unrest(place), by);
        }
        Cond::Morale(place, n) => {
            let by = at_least(game.town(place).morale, n);
            stat(game, Stat::Morale(place), by);
        }
        Cond::Stores(place, n) => {
            let by = at_least(game.town(place).stores, n * 10);
            stat(game, Stat::Stores(place), by);
        }
        Cond::Garrison(place, n) => {
            let wanted = if so { n } else { n.saturating_sub(1) };
            let now = game.defenders(place);
            let (from, to) = if wanted > now {
                (MenAccount::Home, MenAccount::Garrison(place))
            } else {
                (MenAccount::Garrison(place), MenAccount::Home)
            };
            let men = wanted.abs_diff(now);
            if wanted < now && men > game.town(place).garrison {
                return None;
            }
            game.emit(Event::Men { from, to, men });
        }
        Cond::Offered(draft) if so => game.emit(Event::Proposed { draft }),
        Cond::Proposed(draft) if so => {
            game.emit(Event::Proposed { draft });
            game.emit(Event::Delivered { draft });
        }
        Cond::Sworn(draft) | Cond::InForce(draft) if so => execute::swear(game, draft),
        Cond::InForce(draft) => {
            let by = game.terms(draft).from;
            game.emit(Event::Repudiated { draft, by });
        }
        Cond::Intercepted(draft) if so => {
            let by = other(game, game.terms(draft).from)?;
            game.emit(Event::Proposed { draft });
            game.emit(Event::Intercepted { draft, by });
        }
        Cond::Breached(draft, by) if so => {
            let clauses = &game.terms(draft).clauses;
            let clause = clauses.iter().position(|c| c.binds() == Some(&by))?;
            if !game.in_force(draft) {
                execute::swear(game, draft);
            }
            game.emit(Event::ClauseBroken {
                draft,
                clause: u8::try_from(clause).ok()?,
                by,
            });
        }
        Cond::AtWar(by, on) if so => game.emit(Event::WarOpened { by, on }),
        Cond::AtWar(a, b) => game.emit(Event::PeaceMade { a, b }),
        _ => return None,
    }
    Some(())
}

fn stat(game: &mut Game, stat: Stat, by: i32) {
    game.emit(Event::Stat {
        stat,
        by,
        why: Why::ByHand,
    });
}

fn fall(game: &mut Game, place: PlaceId, to: CourtId, how: How) {
    let from = game.holder(place);
    game.emit(Event::Fell {
        place,
        from,
        to,
        how,
    });
}

/// An army stands at a place and does this there.
fn bring(game: &mut Game, army: ArmyId, place: PlaceId, task: Task) {
    game.emit(Event::Reached { army, place });
    game.emit(Event::Tasked {
        army,
        task,
        goal: place,
    });
}

/// The strongest army of a court, of those that are not near a place.
fn strongest(game: &Game, court: CourtId, not_near: Option<(PlaceId, u32)>) -> Option<ArmyId> {
    game.standing()
        .filter(|(_, force, field)| {
            force.court == court
                && not_near.is_none_or(|(place, km)| game.book.atlas.km(place, field.at) > km)
        })
        .max_by_key(|(_, force, _)| force.men)
        .map(|(army, _, _)| army)
}

/// A court that stands against this one: one at war with it before any other.
fn other(game: &Game, court: CourtId) -> Option<CourtId> {
    let standing = || {
        game.courts()
            .filter(|c| *c != court && game.realm(*c).stands)
    };
    standing()
        .find(|c| game.at_war(*c, court))
        .or_else(|| standing().next())
}
