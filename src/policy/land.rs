//! What a plausible court does with boats, grain and the country that others hold.

use crate::base::ids::{PersonId, PlaceId};
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::supply;
use crate::scenario::language::Good;
use crate::scenario::model::River;
use crate::view::View;

/// Tenths of a xun of food below which an army on enemy ground is sent grain.
const HUNGRY: i32 = 20;
/// Xun of food that are sent at once, in tenths.
const SENT: i32 = 30;
/// Part of a cargo that may be eaten on the way, permille, before it is not sent at all.
const TOO_DEAR: u32 = 600;
/// Men of an enemy near a river town for whom boats are laid down, and how near.
const THREAT_MEN: u32 = 10_000;
const THREAT_KM: u32 = 300;
/// Boats laid down for a river line, and the fewest for which an army goes aboard.
const LINE_BOATS: u32 = 80;
const WORTH_BOATS: u32 = 30;
/// What a court keeps for its soldiers before it builds boats, strings.
const KEPT_CASH: i64 = 1_000_000;
/// Men in bands for whom an officer is sent, and the command he should have.
const BAND_MEN: u32 = 500;
const OFFICER: i32 = 5;

/// What this court orders. `officers` are the men it might send.
pub(super) fn orders(view: &View<'_>, officers: &[PersonId], out: &mut Vec<OrderNow>) {
    if view.enemies().next().is_none() {
        return;
    }
    feed(view, out);
    rouse(view, officers, out);
    if !view.book().courts[view.court().index()].northern {
        ships(view, out);
    }
}

/// Grain to the depot next door to an army that runs short on enemy ground.
fn feed(view: &View<'_>, out: &mut Vec<OrderNow>) {
    let atlas = &view.book().atlas;
    let grain = view.realm().treasury[Good::Grain as usize];
    for army in view.armies() {
        let abroad = view.holder(army.at).is_some_and(|h| !view.allied(h));
        if !abroad || army.food >= HUNGRY || army.next.is_some() {
            continue;
        }
        let shi = u32::try_from(supply::eaten(army.men, SENT)).unwrap_or(0);
        if i64::from(shi) * 3 > grain {
            continue;
        }
        let depot = atlas.neighbours[army.at.index()]
            .iter()
            .map(|(_, place)| *place)
            .filter(|place| view.holder(*place) == Some(view.court()))
            .filter(|place| {
                view.town(*place)
                    .is_some_and(|t| t.depot < i64::from(shi) / 2 && t.convoy.is_none())
            })
            .filter_map(|place| {
                let way = view.carriage(place)?;
                let eaten = supply::carriage_permille(way.cart_km, way.boat_km);
                (eaten <= TOO_DEAR).then_some((eaten, place))
            })
            .min();
        if let Some((_, place)) = depot {
            out.push(Order::Transport { place, shi });
            return;
        }
    }
}

/// An able man without a command for the strongest bands that have nobody of the court's among them.
fn rouse(view: &View<'_>, officers: &[PersonId], out: &mut Vec<OrderNow>) {
    let strongest = view
        .places()
        .filter(|p| view.holder(*p).is_some_and(|h| view.at_war(h)))
        .filter(|p| view.native(*p) == Some(view.court()))
        .filter_map(|p| Some((view.band(p)?, p)))
        .filter(|(men, p)| *men >= BAND_MEN && view.band_leader(*p).is_none())
        .max_by_key(|(men, p)| (*men, std::cmp::Reverse(*p)));
    let Some((_, place)) = strongest else {
        return;
    };
    let skill = |p: PersonId| view.book().people[p.index()].command;
    let posted = |p: PersonId| view.posts().any(|post| view.holder_of(post) == Some(p));
    let sent = officers
        .iter()
        .copied()
        .filter(|p| {
            skill(*p) >= OFFICER
                && view.is_free(*p)
                && view.figure(*p).at.is_none()
                && view.command_of(*p).is_none()
                && !posted(*p)
        })
        .max_by_key(|p| (skill(*p), std::cmp::Reverse(*p)));
    if let Some(person) = sent {
        out.push(Order::Rouse { person, place });
    }
}

/// A southern court holds a great river with boats where it does not freeze.
fn ships(view: &View<'_>, out: &mut Vec<OrderNow>) {
    let atlas = &view.book().atlas;
    let open = |place: PlaceId| view.by_great_river(place) && view.ice(place).is_none();
    let crossing = |place: PlaceId| {
        atlas.neighbours[place.index()]
            .iter()
            .any(|(route, other)| {
                matches!(view.river(*route), River::Huai | River::Yangzi)
                    && view.enemy_near(*other, THREAT_KM) >= THREAT_MEN
            })
    };
    let threatened: Vec<PlaceId> = view
        .places()
        .filter(|p| view.holder(*p) == Some(view.court()) && open(*p) && crossing(*p))
        .collect();
    for place in threatened {
        let Some(town) = view.town(place) else {
            continue;
        };
        if town.ships.all() >= WORTH_BOATS {
            let crew = view
                .armies()
                .filter(|a| a.at == place && a.next.is_none() && a.ships.is_none())
                .min_by_key(|a| (a.horse_percent, a.id));
            if let Some(army) = crew {
                out.push(Order::Embark { army: army.id });
                return;
            }
        } else if town.fitting.is_none()
            && town.ships.is_none()
            && !view.armies().any(|a| a.at == place && !a.ships.is_none())
            && view.realm().treasury[Good::Cash as usize] > KEPT_CASH
        {
            out.push(Order::BuildShips {
                place,
                boats: LINE_BOATS,
            });
            return;
        }
    }
}
