//! Whether a sovereign may do this in his own house.

use super::{Refusal, at_hand, own_town};
use crate::base::ids::CourtId;
use crate::orders::{Reign, ReignNow};
use crate::rules::state::Game;
use crate::rules::systems::{officials, throne};

/// A man who is wholly loyal cannot be made more so.
const WHOLLY: i32 = 95;

pub(super) fn lawful(game: &Game, court: CourtId, reign: &ReignNow) -> Result<(), Refusal> {
    match *reign {
        Reign::Enthrone { person } => {
            if !throne::is_vacant(game, court) {
                Err(Refusal::ThroneHeld(game.realm(court).ruler))
            } else if throne::may_reign(game, court, person) {
                Ok(())
            } else {
                Err(Refusal::NotToReign(person))
            }
        }
        Reign::Requisition {
            place,
            good,
            amount,
        } => {
            own_town(game, court, place)?;
            if amount > 0 && game.country(place).wealth[good as usize] > 0 {
                Ok(())
            } else {
                Err(Refusal::NothingToDo(place))
            }
        }
        Reign::Honour { person } => {
            at_hand(game, court, person)?;
            if game.realm(court).ruler == person || game.figure(person).loyalty >= WHOLLY {
                Err(Refusal::AlreadySo)
            } else {
                Ok(())
            }
        }
        Reign::Arrest { person } => {
            at_hand(game, court, person)?;
            if game.realm(court).ruler == person {
                return Err(Refusal::NotToSend(person));
            }
            if game.figure(person).exiled {
                return Err(Refusal::AlreadySo);
            }
            Ok(())
        }
        Reign::Surety { person, to } => {
            if to == court || !game.realm(to).stands {
                return Err(Refusal::NoCourt);
            }
            at_hand(game, court, person)
        }
        Reign::Seize { person } => {
            if throne::in_reach(game, court, person) {
                Ok(())
            } else {
                Err(Refusal::NotInReach(person))
            }
        }
        Reign::Employ { person } => {
            if officials::employable(game, court, person) {
                Ok(())
            } else if game.captive(person).is_some_and(|c| c.of == court) {
                Err(Refusal::NotToEmploy(person))
            } else {
                Err(Refusal::NotHeld(person))
            }
        }
        Reign::Answer { .. } => game.crowd(court).map_or(Err(Refusal::NoCrowd), |_| Ok(())),
    }
}
