//! Phase 1: what may befall, under its conditions, befalls by keyed luck. A date alone never suffices.

use crate::base::ids::{ArmyId, CourtId, IncidentId, PlaceId};
use crate::base::luck::{Half, Odds, Purpose};
use crate::events::{Event, Why};
use crate::rules::condition::Days;
use crate::rules::effects::{self, Act};
use crate::rules::state::muster::{HUNGRY, Kind};
use crate::rules::state::sleep::Asked;
use crate::rules::state::{Game, RESTLESS};
use crate::scenario::language::{ItCondition, Resolved, Scope};
use crate::scenario::model::{Cond, Eff, Incident};

type It = (Option<ArmyId>, Option<PlaceId>);

/// What an incident is after, as its file says it: what of that never changes.
#[derive(Clone, Copy, Debug)]
pub struct Prey {
    /// The days outside of which it cannot befall, whatever else is so.
    days: Days,
    /// Among which things it looks.
    among: Among,
    /// The court whose things alone are meant.
    of: Option<CourtId>,
    /// The food, in tenths of a xun, above which an army is not meant.
    most: i32,
    /// Whether to ask for its condition costs less than to throw the dice.
    asks_first: bool,
    /// How often it befalls where it can.
    odds: Odds,
    /// Whether it befalls once in a game.
    once: bool,
}

/// Among which things an incident looks: most places are quiet and none is ceded, and whoever asks for the others gets a short list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Among {
    World,
    Armies,
    Besiegers,
    Sieges,
    Ceded,
    Restless,
    Places,
}

impl Prey {
    /// That of an incident.
    #[must_use]
    pub fn of(incident: &Incident) -> Self {
        let it = &incident.it;
        let among = match incident.scope {
            Scope::World => Among::World,
            Scope::EachArmy if it.contains(&ItCondition::Besieging) => Among::Besiegers,
            Scope::EachArmy => Among::Armies,
            Scope::EachSiege => Among::Sieges,
            Scope::EachPlace if it.contains(&ItCondition::Ceded) => Among::Ceded,
            Scope::EachPlace if it.iter().any(asks_for_unrest) => Among::Restless,
            Scope::EachPlace => Among::Places,
        };
        // Where it does nothing but to what it befalls, whoever is not meant now is not meant either when the blow falls.
        let own = incident.effects.iter().all(is_its_own);
        let listed = matches!(among, Among::Armies | Among::Places);
        Self {
            days: Days::of(&incident.when),
            among,
            of: it
                .iter()
                .find_map(asks_for_holder)
                .filter(|_| own || listed),
            most: it
                .iter()
                .find_map(asks_for_hunger)
                .filter(|_| own)
                .unwrap_or(i32::MAX),
            asks_first: is_quick(&incident.when),
            odds: Odds::permille(u32::from(incident.chance) * 10),
            once: incident.once,
        }
    }
}

/// Every incident of the scenario, in order, on everything it may befall.
pub fn run(game: &mut Game) {
    let book = game.book.clone();
    // No incident raises or moves an army or lays a siege, so one list of each serves; what was scattered meanwhile is passed over.
    let mut sieges = game.room_for_places();
    sieges.extend_from_slice(game.besieged());
    let mut ceded = game.room_for_places();
    ceded.extend_from_slice(game.all_ceded());
    let mut restless = game.room_for_places();
    restless.extend_from_slice(game.restless());
    let (day, month) = (game.day(), game.month());
    let mut struck: Vec<It> = Vec::with_capacity(16);
    let mut path = game.room_for_path();
    let mut from = 0;
    while let Some(i) = game.next_awake(Asked::Incidents, from) {
        from = i + 1;
        let (id, incident) = (IncidentId::of(i), &book.incidents[i]);
        let prey = game.prey(id);
        if prey.once && game.tables().incidents[i].is_some() {
            game.pass_over(Asked::Incidents, i);
            continue;
        }
        if !prey.days.has(day, month) {
            continue;
        }
        // Dice are keyed and ask nothing of the world: whether an incident can befall at all is asked when it would, unless that is said sooner than so many
        // dice are thrown.
        let lists = (sieges.as_slice(), ceded.as_slice(), restless.as_slice());
        let asks_first = prey.asks_first && many(game, prey, lists) >= MANY;
        if asks_first && !game.holds_awake(Asked::Incidents, i, &incident.when) {
            continue;
        }
        struck.clear();
        strike(game, (id, prey), lists, &mut struck);
        if struck.is_empty()
            || !asks_first && !game.holds_awake(Asked::Incidents, i, &incident.when)
        {
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
    for list in [sieges, ceded, restless] {
        game.done_with_places(list);
    }
    game.done_with_path(path);
}

/// So many dice cost more than to ask for a condition that is quickly said.
const MANY: usize = 8;

/// Among how many things an incident looks at the most.
fn many(
    game: &Game,
    prey: Prey,
    (sieges, ceded, restless): (&[PlaceId], &[PlaceId], &[PlaceId]),
) -> usize {
    match prey.among {
        Among::World => 1,
        Among::Armies | Among::Besiegers => armies(game, prey).len(),
        Among::Sieges => sieges.len(),
        Among::Ceded => ceded.len(),
        Among::Restless => restless.len(),
        Among::Places => usize::MAX,
    }
}

/// The armies among which an incident looks.
fn armies<'g>(game: &'g Game<'_>, prey: Prey) -> &'g [ArmyId] {
    match prey.of {
        _ if prey.among == Among::Besiegers => game.all_of(Kind::Arrayed),
        // Few are so hungry.
        _ if prey.most <= HUNGRY => game.all_of(Kind::Hungry),
        Some(court) => game.all_ranks(court),
        None => game.all_standing(),
    }
}

/// Whom the dice of an incident single out, of those whom it may befall: of besieged, ceded and restless places these.
fn strike(
    game: &Game,
    (id, prey): (IncidentId, Prey),
    (sieges, ceded, restless): (&[PlaceId], &[PlaceId], &[PlaceId]),
    struck: &mut Vec<It>,
) {
    let rolls = game
        .luck
        .about(game.turn(), Purpose::Incident, u32::from(id.0));
    let falls = |half: Half| rolls.falls(half, prey.odds);
    let mut places = |list: &[PlaceId]| {
        for &place in list {
            let meant = prey.of.is_none() || game.holder(place) == prey.of;
            if meant && falls(game.half(place)) {
                struck.push((None, Some(place)));
            }
        }
    };
    match prey.among {
        Among::World => struck.extend(falls(Half::of(0)).then_some((None, None))),
        Among::Armies | Among::Besiegers => {
            for &army in armies(game, prey) {
                let force = game.force(army);
                let meant =
                    force.food <= prey.most && prey.of.is_none_or(|court| force.court == court);
                if meant && falls(game.army_half(army)) {
                    let at = game.field(army).map(|field| field.at);
                    struck.push((Some(army), at));
                }
            }
        }
        Among::Sieges => places(sieges),
        Among::Ceded => places(ceded),
        Among::Restless => places(restless),
        Among::Places => match prey.of {
            Some(court) => places(game.held(court)),
            None => places(&game.places().collect::<Vec<_>>()),
        },
    }
}

/// Whether it is quickly said if a condition holds: no army, man or paper has to be looked for.
fn is_quick(condition: &Cond) -> bool {
    match condition {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().all(is_quick),
        Cond::Not(part) => is_quick(part),
        Cond::Near { .. }
        | Cond::Stronger { .. }
        | Cond::AcrossRiver(_)
        | Cond::PersonAt(..)
        | Cond::Garrison(..)
        | Cond::HeirNamed(_)
        | Cond::FellTo(..)
        | Cond::Truce(..)
        | Cond::Bound(..)
        | Cond::Pledged { .. }
        | Cond::Forsworn(..) => false,
        _ => true,
    }
}

/// Whether an effect touches nothing but what the incident befell.
const fn is_its_own(effect: &Eff) -> bool {
    matches!(
        effect,
        Eff::ItLoses(_) | Eff::ItScatters(_) | Eff::ItSpirit(_) | Eff::ItUnrest(_)
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
