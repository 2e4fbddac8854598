//! Whether a sovereign may do this in his own house.

use super::{Refusal, at_hand, open_town, own_army, own_town};
use crate::base::ids::{ArmyId, CourtId, PersonId};
use crate::orders::{Reign, ReignNow};
use crate::rules::formulas::{clients, people};
use crate::rules::state::Game;
use crate::rules::systems::{puppets, throne};

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
        Reign::NameHeir { person } => {
            if game.realm(court).heir == Some(person) {
                Err(Refusal::AlreadySo)
            } else if throne::may_reign(game, court, person) {
                Ok(())
            } else {
                Err(Refusal::NotToReign(person))
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
        Reign::Answer { .. } => game.crowd(court).map_or(Err(Refusal::NoCrowd), |_| Ok(())),
        Reign::Dissolve { court: client } => {
            if game.patron(client) != Some(court) {
                return Err(Refusal::NotClient(client));
            }
            let (own, theirs) = puppets::strength(game, court, client);
            if clients::can_dissolve(own, theirs) {
                Ok(())
            } else {
                Err(Refusal::TooWeakThere {
                    place: game.realm(client).seat,
                    have: own,
                    needed: clients::PROP_MEN.max(theirs + 1),
                })
            }
        }
        Reign::Grant { place, to } => {
            open_town(game, court, place)?;
            if game.realm(court).seat == place {
                return Err(Refusal::NothingToDo(place));
            }
            if game.patron(to) == Some(court) || game.patron(court) == Some(to) {
                Ok(())
            } else {
                Err(Refusal::NotClient(to))
            }
        }
        Reign::CarryOff { place, to } => {
            open_town(game, court, place)?;
            open_town(game, court, to)?;
            if place == to || people::carried(game.homes(place)) == 0 {
                return Err(Refusal::NothingToDo(place));
            }
            let have = game.town(place).garrison + game.men_at(court, place);
            let needed = people::escort(game.homes(place));
            if have < needed {
                return Err(Refusal::TooWeakThere {
                    place,
                    have,
                    needed,
                });
            }
            Ok(())
        }
        Reign::Detach {
            army,
            men,
            into,
            under,
        } => detach(game, court, army, men, into, under),
    }
}

/// Whether part of an army can be given to another that stands beside it, or made a corps of its own.
fn detach(
    game: &Game,
    court: CourtId,
    army: ArmyId,
    men: u32,
    into: ArmyId,
    under: Option<PersonId>,
) -> Result<(), Refusal> {
    own_army(game, court, army)?;
    let (Some(field), have) = (game.field(army), game.force(army).men) else {
        return Err(Refusal::NoSuchArmy(army));
    };
    if men == 0 || men >= have {
        return Err(Refusal::TooFewMen { army, have });
    }
    if field.next.is_some() {
        return Err(Refusal::OnTheWay(army));
    }
    // Boats are not divided; the men would have to go ashore first.
    if game.force(army).afloat() {
        return Err(Refusal::Afloat(army));
    }
    match game.field(into) {
        Some(other) => {
            own_army(game, court, into)?;
            if into == army || other.at != field.at || other.next.is_some() {
                return Err(Refusal::NotBeside(into, field.at));
            }
            if game.force(into).afloat() {
                return Err(Refusal::Afloat(into));
            }
        }
        None => {
            let slot = &game.book.armies[into.index()];
            if slot.court != court || slot.men > 0 {
                return Err(Refusal::NotACorps(into));
            }
        }
    }
    if let Some(person) = under {
        at_hand(game, court, person)?;
        if game.figure(person).exiled {
            return Err(Refusal::NotAtHand(person));
        }
        if let Some(other) = game.command_of(person).filter(|a| *a != into) {
            return Err(Refusal::CommandsAlready(person, other));
        }
    }
    Ok(())
}
