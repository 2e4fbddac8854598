//! Fleets: where they may go, which crossings they bar, and how they fight.
//!
//! An army with boats goes by water and by nothing else, and lies off the bank out of reach of whoever has none. While the water is
//! open it bars the crossings of the place where it lies, from either bank.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::battle::{fortune, men_of, settle};
use super::{losses, march};
use crate::base::ids::{ArmyId, CourtId, PlaceId, RouteId};
use crate::base::luck::Purpose;
use crate::events::{Event, Why};
use crate::rules::formulas::battle::Toll;
use crate::rules::formulas::{fleet, season};
use crate::rules::state::Game;
use crate::rules::state::muster::Kind;
use crate::scenario::language::BattleKind;
use crate::scenario::model::{River, RouteKind};

/// Whether boats can go along a route at all: a canal, a river road, the sea, or from bank to bank of a great river.
#[must_use]
pub fn is_water(game: &Game, route: RouteId) -> bool {
    matches!(
        game.book.atlas.routes[route.index()].kind,
        RouteKind::Canal | RouteKind::RiverDown | RouteKind::Sea
    ) || game.river(route) != River::None
}

/// Whether a place lies on water that bears boats.
#[must_use]
pub fn on_water(game: &Game, place: PlaceId) -> bool {
    game.book.atlas.neighbours[place.index()]
        .iter()
        .any(|(route, _)| is_water(game, *route))
}

/// The water route between two neighbours, the shortest if there are several.
#[must_use]
pub fn route(game: &Game, from: PlaceId, to: PlaceId) -> Option<RouteId> {
    game.book.atlas.neighbours[from.index()]
        .iter()
        .filter(|(route, other)| *other == to && is_water(game, *route))
        .map(|(route, _)| *route)
        .min_by_key(|route| (game.book.atlas.routes[route.index()].km, *route))
}

/// The next place on the shortest way by water; none where there is no such way.
#[must_use]
pub fn step(game: &Game, from: PlaceId, to: PlaceId) -> Option<PlaceId> {
    let atlas = &game.book.atlas;
    let mut best: Vec<Option<u32>> = vec![None; atlas.places.len()];
    let mut open = BinaryHeap::from([Reverse((0_u32, to))]);
    best[to.index()] = Some(0);
    // From the goal outwards, so that the neighbour which is reached is the step.
    while let Some(Reverse((so_far, here))) = open.pop() {
        if best[here.index()] != Some(so_far) {
            continue;
        }
        if here == from {
            break;
        }
        for (way, other) in &atlas.neighbours[here.index()] {
            if !is_water(game, *way) {
                continue;
            }
            let via = so_far + u32::from(atlas.routes[way.index()].km);
            if best[other.index()].is_none_or(|known| via < known) {
                best[other.index()] = Some(via);
                open.push(Reverse((via, *other)));
            }
        }
    }
    best[from.index()]?;
    atlas.neighbours[from.index()]
        .iter()
        .filter(|(way, _)| is_water(game, *way))
        .filter_map(|(way, other)| {
            let rest = best[other.index()]?;
            Some((rest + u32::from(atlas.routes[way.index()].km), *other))
        })
        .min()
        .map(|(_, other)| other)
}

/// Whether ice or an empty canal shuts the water between two neighbours this xun.
#[must_use]
pub fn shut(game: &Game, from: PlaceId, to: PlaceId) -> bool {
    let Some(way) = route(game, from, to) else {
        return true;
    };
    let lat = game.book.atlas.places[to.index()].lat_milli;
    match game.book.atlas.routes[way.index()].kind {
        RouteKind::Sea => false,
        RouteKind::Canal => season::canal_shut(game.month(), lat),
        _ => march::frozen(game, to) || march::drifting(game, to),
    }
}

/// Hostile fleets that bar the way of a court's men over the water between two neighbours, in order.
#[must_use]
pub fn barring(game: &Game, court: CourtId, from: PlaceId, to: PlaceId) -> Vec<ArmyId> {
    game.of_kind(Kind::Afloat)
        .filter(|(_, force, field)| bars(game, court, from, to, force, field))
        .map(|(id, _, _)| id)
        .collect()
}

/// Whether this army is a fleet that bars that way. Whether the water is open is asked before.
#[must_use]
pub fn bars(
    game: &Game,
    court: CourtId,
    from: PlaceId,
    to: PlaceId,
    force: &crate::rules::state::components::Force,
    field: &crate::rules::state::components::Field,
) -> bool {
    force.afloat()
        && field.next.is_none()
        && (field.at == from || field.at == to)
        && game.at_war(court, force.court)
}

/// Whether a fleet of the defenders' side keeps the water of a besieged town open: no ring of men on the bank then shuts it in. Only a stronger fleet of the
/// besiegers' does, or ice. The stockades of Yang Yao on the Dongting lake were not to be closed in from the land (1130 to 1135).
#[must_use]
pub fn keeps_open(game: &Game, place: PlaceId, by: CourtId) -> bool {
    let Some(holder) = game.holder(place).filter(|_| on_water(game, place)) else {
        return false;
    };
    if march::frozen(game, place) {
        return false;
    }
    let lying = |side: CourtId| -> Vec<ArmyId> {
        game.of_kind(Kind::Afloat)
            .filter(|(_, force, field)| {
                field.at == place && field.next.is_none() && game.allied(force.court, side)
            })
            .map(|(id, _, _)| id)
            .collect()
    };
    let own = weight(game, &lying(holder), false);
    own > 0 && own > weight(game, &lying(by), false)
}

/// Whether there is no wind to speak of on the water at a place, on a day of this xun that somebody may use.
#[must_use]
pub fn calm(game: &Game, place: PlaceId) -> bool {
    game.luck.permille(
        game.turn(),
        Purpose::Calm,
        u32::from(place.0),
        0,
        fleet::CALM_CHANCE,
    )
}

/// The weight of fleets on the water.
#[must_use]
pub fn weight(game: &Game, fleets: &[ArmyId], calm: bool) -> i64 {
    fleets
        .iter()
        .map(|id| {
            let force = game.force(*id);
            fleet::weight(
                force.men,
                force.ships.boats,
                force.ships.wheels,
                force.marines,
                force.quality,
                calm,
            ) * (50 + i64::from(force.morale))
                / 100
        })
        .sum()
}

/// Of a hundred men who cross in what boats they find, how many sit in them at one time: Wolibu's host took five or six days over the
/// Yellow River in January 1126.
const AT_A_TIME: i64 = 15;

/// The weight of men who cross in what boats they find; riders sit in them like others.
fn ferried(game: &Game, armies: &[ArmyId]) -> i64 {
    armies
        .iter()
        .map(|id| {
            let force = game.force(*id);
            i64::from(force.men) * AT_A_TIME / 100 * i64::from(force.quality.max(5)) / 50
                * (50 + i64::from(force.morale))
                / 100
        })
        .sum()
}

/// Fleets of courts at war that lie at one place fight.
pub fn meet(game: &mut Game) {
    let lying: Vec<(ArmyId, PlaceId, CourtId)> = game
        .of_kind(Kind::Afloat)
        .filter(|(.., field)| field.next.is_none())
        .map(|(id, force, field)| (id, field.at, force.court))
        .collect();
    let mut fought: Vec<PlaceId> = Vec::new();
    for (n, (one, at, court)) in lying.iter().enumerate() {
        let foes: Vec<ArmyId> = lying[n + 1..]
            .iter()
            .filter(|(_, there, other)| there == at && game.at_war(*court, *other))
            .map(|(id, _, _)| *id)
            .collect();
        if foes.is_empty() || fought.contains(at) {
            continue;
        }
        fought.push(*at);
        let ours: Vec<ArmyId> = lying
            .iter()
            .filter(|(id, there, other)| there == at && (id == one || other == court))
            .map(|(id, _, _)| *id)
            .collect();
        // Whoever came last attacks.
        let last = |fleets: &[ArmyId]| {
            fleets
                .iter()
                .filter_map(|a| game.field(*a))
                .map(|f| f.reached)
                .max()
        };
        let (attackers, defenders) = if last(&ours) > last(&foes) {
            (ours, foes)
        } else {
            (foes, ours)
        };
        let calm = calm(game, *at);
        let (a, d) = (
            weight(game, &attackers, calm),
            weight(game, &defenders, calm),
        );
        let won = settle(game, BattleKind::River, *at, &attackers, &defenders, a, d);
        beaten(game, if won { &defenders } else { &attackers }, calm);
    }
}

/// Men who want to cross fight the fleets that lie in their way. Returns whether they got through.
pub fn force_through(
    game: &mut Game,
    court: CourtId,
    target: PlaceId,
    attackers: &[ArmyId],
    fleets: &[ArmyId],
) -> bool {
    let own: Vec<ArmyId> = attackers
        .iter()
        .copied()
        .filter(|a| game.force(*a).afloat())
        .collect();
    let calm = calm(game, target);
    let a = weight(game, &own, calm) + ferried(game, attackers);
    let d = weight(game, fleets, calm);
    let Some(&first) = fleets.first() else {
        return true;
    };
    let other = game.force(first).court;
    let (a, d) = (
        fortune(game, target, court, a),
        fortune(game, target, other, d),
    );
    let won = a > d;
    game.emit(Event::Fought {
        kind: BattleKind::River,
        place: target,
        attacker: court,
        defender: other,
        attackers: men_of(game, attackers),
        defenders: men_of(game, fleets),
        won,
    });
    if won {
        for army in fleets {
            losses::army(game, *army, BEATEN_AFLOAT, Why::Defeat);
        }
        beaten(game, fleets, calm);
    } else {
        // Only those in the boats are in danger: the rest stand on the bank.
        for army in attackers {
            losses::army(game, *army, SUNK, Why::Defeat);
        }
    }
    won
}

/// What a fight with a fleet costs those who tried to pass it in ferry boats. Jin owned to two boats and a battalion at Caishi; Song
/// counted 2,700 dead of the few who had got into boats at all.
const SUNK: Toll = Toll {
    dead: 4,
    scattered: 1,
    morale: -10,
};
/// What it costs the fleet they break through: its men swim, or burn.
const BEATEN_AFLOAT: Toll = Toll {
    dead: 25,
    scattered: 25,
    morale: -20,
};

/// Beaten fleets lose boats and go away, by water if there is a way, else over land without them.
fn beaten(game: &mut Game, fleets: &[ArmyId], burnt: bool) {
    for id in fleets {
        let ships = game.force(*id).ships;
        let part = fleet::lost_percent(burnt);
        // Wheels do not wait for the wind.
        let wheels = ships.wheels * fleet::lost_percent(false) / 100;
        let boats = (ships.boats * part).div_ceil(100);
        if boats + wheels > 0 {
            game.emit(Event::ShipsLost {
                army: *id,
                boats,
                wheels,
                burnt,
            });
        }
        if game.field(*id).is_some() {
            losses::retreat(game, *id);
        }
    }
}

/// Where a beaten fleet may go: the nearest own town by land that can be reached by water, and the first step.
#[must_use]
pub fn refuge(game: &Game, court: CourtId, from: PlaceId) -> Option<(PlaceId, PlaceId)> {
    let mut near: Vec<(u32, PlaceId)> = game
        .places()
        .filter(|p| {
            *p != from
                && game.holder(*p).is_some_and(|h| game.allied(h, court))
                && game.siege(*p).is_none()
                && on_water(game, *p)
        })
        .map(|p| (game.book.atlas.km(from, p), p))
        .collect();
    near.sort_unstable();
    near.into_iter()
        .take(6)
        .find_map(|(_, p)| Some((step(game, from, p)?, p)))
}
