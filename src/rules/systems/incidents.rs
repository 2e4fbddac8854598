//! Phase 1: what may befall, under its conditions, befalls by keyed luck. A date alone never suffices.

use crate::base::ids::{ArmyId, IncidentId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, Task, Why};
use crate::rules::condition::holds;
use crate::rules::effects::{self, Act};
use crate::rules::state::Game;
use crate::scenario::language::{ItCondition, Resolved, Scope};

type It = (Option<ArmyId>, Option<PlaceId>);

/// Every incident of the scenario, in order, on everything it may befall.
pub fn run(game: &mut Game) {
    let book = game.book.clone();
    // No incident raises or moves an army or lays a siege, so one list of each serves; what was scattered meanwhile is passed over.
    let armies: Vec<It> = game
        .standing()
        .map(|(a, _, f)| (Some(a), Some(f.at)))
        .collect();
    let sieges: Vec<It> = game.besieged().iter().map(|p| (None, Some(*p))).collect();
    // Most places are quiet and none is ceded: whoever asks for the others gets a short list, and so does who asks for one court's.
    let ceded: Vec<It> = game.all_ceded().iter().map(|p| (None, Some(*p))).collect();
    let restless = restless(game);
    let day = game.day();
    let mut places: Vec<It> = Vec::with_capacity(book.places.len());
    for (i, incident) in book.incidents.iter().enumerate() {
        let id = IncidentId::of(i);
        let before = game.tables().incidents[i];
        if (incident.once && before.is_some())
            || !game.days_for(id).has(day)
            || !holds(game, &incident.when)
        {
            continue;
        }
        // Of places the holder is quickly asked for, quicker than a roll is made.
        let held_by = incident.it.iter().find_map(|condition| match condition {
            ItCondition::Of(court) => Some(*court),
            _ => None,
        });
        let things: &[It] = match incident.scope {
            Scope::World => &[(None, None)],
            Scope::EachArmy => &armies,
            Scope::EachSiege => &sieges,
            Scope::EachPlace if incident.it.contains(&ItCondition::Ceded) => &ceded,
            Scope::EachPlace if incident.it.iter().any(asks_for_unrest) => &restless,
            Scope::EachPlace => {
                places.clear();
                match held_by {
                    Some(court) => {
                        places.extend(game.held(court).iter().map(|p| (None, Some(*p))));
                    }
                    None => places.extend(game.places().map(|p| (None, Some(p)))),
                }
                &places
            }
        };
        let rolls = game
            .luck
            .about(game.turn(), Purpose::Incident, u32::from(id.0));
        for &it in things {
            if let ((None, Some(place)), Some(court)) = (it, held_by)
                && game.holder(place) != Some(court)
            {
                continue;
            }
            // The roll first: it is cheaper than asking what the thing is like, and a keyed roll is the same whenever it is made.
            let key = it.0.map_or_else(
                || it.1.map_or(0, |p| 0x1_0000 | u32::from(p.0)),
                |a| 0x2_0000 | u32::from(a.0),
            );
            if rolls.roll(key, 1000) >= u32::from(incident.chance) * 10 {
                continue;
            }
            if it.0.is_some_and(|army| game.field(army).is_none()) {
                continue;
            }
            let ownerless = matches!(it, (None, Some(place)) if game.holder(place).is_none());
            if ownerless || !incident.it.iter().all(|c| fits(game, it, c)) {
                continue;
            }
            game.emit(Event::Befell {
                incident: id,
                army: it.0,
                place: it.1,
            });
            let court = match it {
                (Some(army), _) => game.force(army).court,
                (None, Some(place)) => game.holder(place).unwrap_or(crate::base::ids::CourtId(0)),
                (None, None) => crate::base::ids::CourtId(0),
            };
            let act = Act {
                court,
                why: Why::Incident(id),
                source: None,
                it,
            };
            effects::all(game, act, &incident.effects, &mut Vec::new());
            if incident.once {
                break;
            }
        }
    }
}

/// Resistance from which a place is on the short list of restless ones.
const RESTLESS: i32 = 20;

fn restless(game: &Game) -> Vec<It> {
    let mut out = Vec::new();
    for (n, country) in game.countries().iter().enumerate() {
        if country.unrest >= RESTLESS {
            out.push((None, Some(PlaceId::of(n))));
        }
    }
    out
}

const fn asks_for_unrest(condition: &ItCondition<Resolved>) -> bool {
    matches!(condition, ItCondition::Unrest(least) if *least >= RESTLESS)
}

fn fits(game: &Game, it: It, condition: &ItCondition<Resolved>) -> bool {
    let (army, place) = it;
    match *condition {
        ItCondition::Of(court) => match it {
            (Some(army), _) => game.force(army).court == court,
            (None, Some(place)) => game.holder(place) == Some(court),
            (None, None) => false,
        },
        ItCondition::Northern => {
            army.is_some_and(|a| game.book.courts[game.force(a).court.index()].northern)
        }
        ItCondition::Men(least) => match it {
            (Some(army), _) => game.force(army).men >= least,
            (None, Some(place)) => game.town(place).garrison >= least,
            (None, None) => false,
        },
        ItCondition::StoresAtMost(most) => match it {
            (Some(army), _) => game.force(army).food <= most * 10,
            (None, Some(place)) => game.town(place).stores <= most * 10,
            (None, None) => false,
        },
        ItCondition::SpiritAtMost(most) => match it {
            (Some(army), _) => game.force(army).morale <= most,
            (None, Some(place)) => game.town(place).morale <= most,
            (None, None) => false,
        },
        ItCondition::Unrest(least) => place.is_some_and(|p| game.country(p).unrest >= least),
        ItCondition::Ceded => place.is_some_and(|p| game.ceded(p).is_some()),
        ItCondition::Within(from, km) => {
            place.is_some_and(|p| p == from || game.book.atlas.km(p, from) <= km)
        }
        ItCondition::BesiegedFor(xun) => place
            .and_then(|p| game.siege(p))
            .is_some_and(|s| game.turn().0 - s.since.0 >= u16::from(xun)),
        ItCondition::SouthOfRiver => {
            place.is_some_and(|p| game.book.atlas.places[p.index()].south_of_river)
        }
        ItCondition::Seat => place.is_some_and(|p| {
            game.courts()
                .any(|c| game.realm(c).stands && game.realm(c).seat == p)
        }),
        ItCondition::Besieging => army.and_then(|a| game.field(a)).is_some_and(|f| {
            f.at == f.goal && matches!(f.task, Task::Besiege | Task::Mask | Task::Assault)
        }),
    }
}
