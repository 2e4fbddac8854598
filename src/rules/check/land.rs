//! Boats, grain and bands: whether a court may order them.

use super::{Refusal, at_hand, open_town, own_army, own_town, shut_in};
use crate::base::ids::CourtId;
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::fleet as fleet_rules;
use crate::rules::state::Game;
use crate::rules::systems::{fleet, supply};

/// The most that one convoy carries, shi: what the court sent to Yanshan in the spring of 1125.
pub const MOST_SHI: u32 = 500_000;

/// Whether the order is lawful in itself, its cost aside.
///
/// # Errors
/// With the first thing that is missing.
pub(super) fn lawful(game: &Game, court: CourtId, order: &OrderNow) -> Result<(), Refusal> {
    match *order {
        Order::BuildShips { place, boats } => {
            open_town(game, court, place)?;
            if !fleet::on_water(game, place) {
                return Err(Refusal::NoRiver(place));
            }
            if let Some((_, ready)) = game.town(place).fitting {
                return Err(Refusal::SlipsFull(place, ready));
            }
            within(place, boats, fleet_rules::MOST)
        }
        Order::Embark { army } => {
            own_army(game, court, army)?;
            let Some(field) = game.field(army) else {
                return Err(Refusal::NoSuchArmy(army));
            };
            if let Some(place) = shut_in(game, army) {
                return Err(Refusal::ShutIn(army, place));
            }
            own_town(game, court, field.at)?;
            if field.next.is_some() {
                return Err(Refusal::OnTheWay(army));
            }
            if game.town(field.at).ships.is_none() {
                return Err(Refusal::NoneMoored(field.at));
            }
            Ok(())
        }
        Order::Moor { army } => {
            own_army(game, court, army)?;
            if !game.force(army).afloat() {
                return Err(Refusal::NoShips(army));
            }
            let Some(field) = game.field(army) else {
                return Err(Refusal::NoSuchArmy(army));
            };
            if field.next.is_some() {
                return Err(Refusal::OnTheWay(army));
            }
            own_town(game, court, field.at)
        }
        Order::Transport { place, shi } => {
            open_town(game, court, place)?;
            if let Some((_, due)) = game.town(place).convoy {
                return Err(Refusal::ConvoyUnderWay(place, due));
            }
            if place == game.realm(court).seat {
                return Err(Refusal::NothingToDo(place));
            }
            within(place, shi, MOST_SHI)?;
            if supply::reaches(game, court, place) {
                Ok(())
            } else {
                Err(Refusal::CutOff(place))
            }
        }
        Order::Rouse { person, place } => {
            at_hand(game, court, person)?;
            if game.figure(person).exiled {
                return Err(Refusal::NotAtHand(person));
            }
            if let Some(army) = game.command_of(person) {
                return Err(Refusal::CommandsAlready(person, army));
            }
            if game.realm(court).ruler == person {
                return Err(Refusal::NotToSend(person));
            }
            let own = game.country(place).native == Some(court);
            if !own || !game.hostile_place(court, place) {
                return Err(Refusal::NotOccupied(place));
            }
            if game.figure(person).at == Some(place) {
                return Err(Refusal::AlreadySo);
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn within(place: crate::base::ids::PlaceId, n: u32, most: u32) -> Result<(), Refusal> {
    if n == 0 {
        Err(Refusal::NothingToDo(place))
    } else if n > most {
        Err(Refusal::TooMany { place, most })
    } else {
        Ok(())
    }
}
