//! What a value that a hand could set is now: for a writer who wants to see it before he changes it.

use crate::rules::state::Game;
use crate::scenario::given::{Given, GivenNow};

/// The same value as it stands in the game. An army that is not in the field has none but that; a matter that was not answered, a ruler
/// that is not there and what happens once (a matter laid, a draft sworn) have none at all.
#[must_use]
pub fn now(game: &Game<'_>, of: &GivenNow) -> Option<GivenNow> {
    let figure = |person| game.figure(person);
    let in_field = |army, given: GivenNow| {
        Some(match game.field(army) {
            Some(_) => given,
            None => Given::Stands(army, false),
        })
    };
    match *of {
        Given::Day(_) => Some(Given::Day(game.day())),
        Given::Treasury(court, good, _) => {
            let stock = game.realm(court).treasury[good as usize];
            Some(Given::Treasury(court, good, stock))
        }
        Given::Legitimacy(court, _) => Some(Given::Legitimacy(court, game.realm(court).legitimacy)),
        Given::Lean(court, _) => Some(Given::Lean(court, game.realm(court).lean)),
        Given::Edicts(court, _) => Some(Given::Edicts(court, game.realm(court).edicts)),
        Given::Welcome(court, _) => {
            Some(Given::Welcome(court, game.tables().welcome[court.index()]))
        }
        Given::Seat(court, _) => Some(Given::Seat(court, game.realm(court).seat)),
        Given::Reigns(_, court) => Some(Given::Reigns(game.realm(court).ruler, court)),
        Given::CourtStands(court, _) => Some(Given::CourtStands(court, game.realm(court).stands)),
        Given::Deposed(court, _) => Some(Given::Deposed(court, game.realm(court).deposed)),
        Given::AtWar(a, b, _) => Some(Given::AtWar(a, b, game.at_war(a, b))),
        Given::Alive(person, _) => Some(Given::Alive(person, figure(person).alive)),
        Given::Serves(person, _) => figure(person).court.map(|of| Given::Serves(person, of)),
        Given::Loyalty(person, _) => Some(Given::Loyalty(person, figure(person).loyalty)),
        Given::Favour(person, _) => Some(Given::Favour(person, figure(person).favour)),
        Given::HeldBy(person, _) => {
            let by = game.captive(person).map(|captive| captive.of);
            Some(Given::HeldBy(person, by))
        }
        Given::PersonAt(person, _) => Some(Given::PersonAt(person, figure(person).at)),
        Given::Post(post, _) => Some(Given::Post(post, game.holder_of(post))),
        Given::Holds(_, place) => game.holder(place).map(|by| Given::Holds(by, place)),
        Given::Garrison(place, _) => Some(Given::Garrison(place, game.town(place).garrison)),
        Given::Morale(place, _) => Some(Given::Morale(place, game.town(place).morale)),
        Given::Stores(place, _) => Some(Given::Stores(place, game.town(place).stores / 10)),
        Given::Walls(place, _) => Some(Given::Walls(place, game.town(place).walls)),
        Given::Unrest(place, _) => Some(Given::Unrest(place, game.country(place).unrest)),
        Given::Depot(place, _) => Some(Given::Depot(place, game.town(place).depot)),
        Given::Besieged(place, _) => {
            let by = game.siege(place).map(|siege| siege.by);
            Some(Given::Besieged(place, by))
        }
        Given::Stands(army, _) => Some(Given::Stands(army, game.field(army).is_some())),
        Given::Men(army, _) => in_field(army, Given::Men(army, game.force(army).men)),
        Given::ArmyAt(army, _) => {
            let at = game.field(army).map(|field| field.at);
            Some(at.map_or(Given::Stands(army, false), |at| Given::ArmyAt(army, at)))
        }
        Given::Commands(army, _) => {
            in_field(army, Given::Commands(army, game.force(army).commander))
        }
        Given::Spirit(army, _) => in_field(army, Given::Spirit(army, game.force(army).morale)),
        Given::Food(army, _) => in_field(army, Given::Food(army, game.force(army).food / 10)),
        Given::Fact(fact, _) => Some(Given::Fact(fact, game.tables().facts[fact.index()])),
        Given::Chose(decision, _) => {
            let answer = game.answered(decision)?;
            Some(Given::Chose(decision, answer))
        }
        Given::Laid(_) | Given::Proposed(_) | Given::Sworn(_) | Given::Sought(_) => None,
    }
}
