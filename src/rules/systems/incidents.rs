//! Phase 1: what may befall, under its conditions, befalls by keyed luck. A date alone never suffices.

use crate::base::ids::{ArmyId, CourtId, IncidentId, PlaceId};
use crate::base::luck::{Half, Odds, Purpose};
use crate::events::{Event, Why};
use crate::rules::effects::{self, Act};
use crate::rules::state::muster::Kind;
use crate::rules::state::sleep::Asked;
use crate::rules::state::{Game, RESTLESS};
use crate::scenario::language::{ItCondition, Resolved, Scope};
use crate::scenario::model::{Eff, Incident};

type It = (Option<ArmyId>, Option<PlaceId>);

/// Every incident of the scenario, in order, on everything it may befall.
pub fn run(game: &mut Game) {
    let book = game.book.clone();
    // No incident raises or moves an army or lays a siege, so one list of each serves; what was scattered meanwhile is passed over.
    // Most places are quiet and none is ceded: whoever asks for the others gets a short list, and so does who asks for one court's.
    let (sieges, ceded) = (game.besieged().to_vec(), game.all_ceded().to_vec());
    let restless = game.restless().to_vec();
    let (day, month) = (game.day(), game.month());
    let mut struck: Vec<It> = Vec::with_capacity(16);
    let mut path = Vec::with_capacity(4);
    game.wake(Asked::Incidents);
    for (i, incident) in book.incidents.iter().enumerate() {
        let id = IncidentId::of(i);
        let before = game.tables().incidents[i];
        if (incident.once && before.is_some())
            || game.sleeps(Asked::Incidents, i)
            || !game.days_for(id).has(day, month)
        {
            continue;
        }
        struck.clear();
        strike(
            game,
            id,
            incident,
            (&sieges, &ceded, &restless),
            &mut struck,
        );
        // Dice are keyed and ask nothing of the world: whether an incident can befall at all is asked when it would.
        if struck.is_empty() || !game.holds_awake(Asked::Incidents, i, &incident.when) {
            continue;
        }
        for &it in &struck {
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
                (None, Some(place)) => game.holder(place).unwrap_or(CourtId(0)),
                (None, None) => CourtId(0),
            };
            let act = Act {
                court,
                why: Why::Incident(id),
                source: None,
                it,
            };
            effects::all(game, act, &incident.effects, &mut path);
            if incident.once {
                break;
            }
        }
    }
}

/// Whom the dice of an incident single out, of those whom it may befall: of besieged, ceded and restless places these.
fn strike(
    game: &Game,
    id: IncidentId,
    incident: &Incident,
    (sieges, ceded, restless): (&[PlaceId], &[PlaceId], &[PlaceId]),
    struck: &mut Vec<It>,
) {
    let rolls = game
        .luck
        .about(game.turn(), Purpose::Incident, u32::from(id.0));
    let odds = Odds::permille(u32::from(incident.chance) * 10);
    let falls = |half: Half| rolls.falls(half, odds);
    // The dice first: they are cheaper than asking what a thing is like, and a keyed roll is the same whenever it is made.
    let mut places = |list: &[PlaceId]| {
        let hit = list.iter().filter(|place| falls(game.half(**place)));
        struck.extend(hit.map(|place| (None, Some(*place))));
    };
    match incident.scope {
        Scope::World => struck.extend(falls(Half::of(0)).then_some((None, None))),
        Scope::EachArmy => {
            let armies = match incident.it.iter().find_map(asks_for_holder) {
                _ if incident.it.contains(&ItCondition::Besieging) => game.all_of(Kind::Arrayed),
                Some(court) => game.all_ranks(court),
                None => game.all_standing(),
            };
            // Few are so hungry, and that costs less to see than a die. It is so when the blow falls too, if none befalls anybody else first.
            let own = incident.effects.iter().all(is_its_own);
            let hungry = incident.it.iter().find_map(asks_for_hunger);
            let most = hungry.filter(|_| own).unwrap_or(i32::MAX);
            for &army in armies {
                if game.force(army).food <= most && falls(game.army_half(army)) {
                    let at = game.field(army).map(|field| field.at);
                    struck.push((Some(army), at));
                }
            }
        }
        Scope::EachSiege => places(sieges),
        Scope::EachPlace if incident.it.contains(&ItCondition::Ceded) => places(ceded),
        Scope::EachPlace if incident.it.iter().any(asks_for_unrest) => places(restless),
        Scope::EachPlace => match incident.it.iter().find_map(asks_for_holder) {
            Some(court) => places(game.held(court)),
            None => places(&game.places().collect::<Vec<_>>()),
        },
    }
}

/// Whether an effect touches nothing but what the incident befell.
const fn is_its_own(effect: &Eff) -> bool {
    matches!(
        effect,
        Eff::ItLoses(_) | Eff::ItSpirit(_) | Eff::ItUnrest(_)
    )
}

/// The food, in tenths of a xun, above which an army is not meant.
const fn asks_for_hunger(condition: &ItCondition<Resolved>) -> Option<i32> {
    match condition {
        ItCondition::StoresAtMost(most) => Some(*most * 10),
        _ => None,
    }
}

/// The court whose armies or places alone are meant.
const fn asks_for_holder(condition: &ItCondition<Resolved>) -> Option<CourtId> {
    match condition {
        ItCondition::Of(court) => Some(*court),
        _ => None,
    }
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
        ItCondition::Ceded => place.is_some_and(|p| game.signed_away(p).is_some()),
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
        ItCondition::Besieging => army.is_some_and(|a| {
            let field = game.field(a);
            field.is_some_and(|field| Kind::Arrayed.is(game.force(a), field))
        }),
    }
}
