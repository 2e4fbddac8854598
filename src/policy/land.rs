//! What a plausible court does with boats, grain and the country that others hold.

use crate::base::ids::{PersonId, PlaceId};
use crate::orders::{Order, OrderNow};
use crate::rules::formulas::supply;
use crate::rules::state::components::Town;
use crate::scenario::language::Good;
use crate::scenario::model::River;
use crate::view::{Seen, View};

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
pub(super) fn orders(
    view: &View<'_>,
    seen: &Seen<'_>,
    officers: &[PersonId],
    out: &mut Vec<OrderNow>,
) {
    if view.enemies().next().is_none() {
        return;
    }
    feed(view, out);
    // What takes a season is looked to by the month.
    if !view.month_begins() {
        return;
    }
    rouse(view, officers, out);
    if !view.book().courts[view.court().index()].northern {
        ships(view, seen, out);
    }
}

/// Grain to the depot next door to an army that runs short on enemy ground.
fn feed(view: &View<'_>, out: &mut Vec<OrderNow>) {
    let atlas = &view.book().atlas;
    let grain = view.realm().treasury[Good::Grain as usize];
    for (army, field) in view.hungry() {
        if army.food >= HUNGRY || field.next.is_some() {
            continue;
        }
        let abroad = view.holder(field.at).is_some_and(|h| !view.allied(h));
        if !abroad {
            continue;
        }
        let shi = u32::try_from(supply::eaten(army.men, SENT)).unwrap_or(0);
        if i64::from(shi) * 3 > grain {
            continue;
        }
        let depot = atlas.neighbours[field.at.index()]
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
    let mut bands: Vec<(u32, PlaceId)> = view
        .own_bands()
        .filter(|(men, _)| *men >= BAND_MEN)
        .collect();
    if bands.is_empty() {
        return;
    }
    bands.sort_unstable_by_key(|(men, p)| (std::cmp::Reverse(*men), *p));
    let skill = |p: PersonId| view.book().people[p.index()].command;
    // Where an able man of the court's is already, nobody else goes.
    let led = |place: PlaceId| {
        officers
            .iter()
            .any(|p| skill(*p) >= OFFICER && view.figure(*p).at == Some(place) && view.is_free(*p))
    };
    let Some((_, place)) = bands.into_iter().find(|(_, p)| !led(*p)) else {
        return;
    };
    let mut busy: Vec<PersonId> = view.armies().filter_map(|a| a.commander).collect();
    busy.extend(view.posts().filter_map(|post| view.holder_of(post)));
    let sent = officers
        .iter()
        .copied()
        .filter(|p| {
            skill(*p) >= OFFICER
                && !busy.contains(p)
                && view.figure(*p).at.is_none()
                && view.is_free(*p)
        })
        .max_by_key(|p| (skill(*p), std::cmp::Reverse(*p)));
    if let Some(person) = sent {
        out.push(Order::Rouse { person, place });
    }
}

/// A southern court holds a great river with boats where it does not freeze.
fn ships(view: &View<'_>, seen: &Seen<'_>, out: &mut Vec<OrderNow>) {
    if seen.is_empty() {
        return;
    }
    let rich = view.realm().treasury[Good::Cash as usize] > KEPT_CASH;
    let lines = view
        .crossings()
        .filter(|route| matches!(view.river_of(route), River::Huai | River::Yangzi));
    for route in lines {
        for (place, other) in [(route.from, route.to), (route.to, route.from)] {
            let boats = view.holder(place) == Some(view.court())
                && view.town(place).is_some_and(|t| rich || lie(t));
            let threatened =
                boats && seen.men_near(other, THREAT_KM) >= THREAT_MEN && view.ice(place).is_none();
            if threatened && line(view, place, rich, out) {
                return;
            }
        }
    }
}

/// Whether boats enough lie at a town for an army to go aboard.
const fn lie(town: &Town) -> bool {
    town.ships.all() >= WORTH_BOATS
}

/// Boats for one river town where the court has money for them, or a crew for those that lie there. Returns whether anything was ordered.
fn line(view: &View<'_>, place: PlaceId, rich: bool, out: &mut Vec<OrderNow>) -> bool {
    let Some(town) = view.town(place) else {
        return false;
    };
    if lie(town) {
        let crew = view
            .armies()
            .filter(|a| a.at == place && a.next.is_none() && a.ships.is_none())
            .min_by_key(|a| (a.horse_percent, a.id));
        if let Some(army) = crew {
            out.push(Order::Embark { army: army.id });
        }
        return crew.is_some();
    }
    let builds = rich
        && town.fitting.is_none()
        && town.ships.is_none()
        && !view.armies().any(|a| a.at == place && !a.ships.is_none());
    if builds {
        out.push(Order::BuildShips {
            place,
            boats: LINE_BOATS,
        });
    }
    builds
}
