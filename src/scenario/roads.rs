//! The map as a graph: neighbours, the shortest road between any two places, and which bank of the Yellow River a place lies on.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::model::{Atlas, Place, River, Route, RouteKind};
use super::tables::{RawPlace, RawRoute};
use crate::base::date::Date;
use crate::base::ids::{PlaceId, RouteId};

/// No road: a distance longer than any.
pub const NO_ROAD: u16 = u16::MAX;
/// The place that is on the south bank, whatever the river does.
const SOUTH_BANK: &str = "kaifeng";
/// Du Chong broke the dikes in the winter of 1128; from this day the river runs south-east.
const RIVER_MOVED: (i32, u8, u8) = (1128, 12, 1);

/// A place as the rules read it, called as it was when the scenario begins.
pub(crate) fn place(raw: &RawPlace, start: Date) -> Place {
    let year = start.ymd().0;
    let mut names: Vec<(i32, &str, &str)> = vec![(i32::MIN, &raw.name, &raw.name_zh)];
    let later = raw.called.iter();
    names.extend(later.map(|c| (i32::from(c.since), c.name.as_str(), c.name_zh.as_str())));
    names.sort_by_key(|(since, ..)| *since);
    let then = names.partition_point(|(since, ..)| *since <= year) - 1;
    let (_, name, name_zh) = names.remove(then);
    let pair = |(_, name, zh): (i32, &str, &str)| (name.to_owned(), zh.to_owned());
    Place {
        id: raw.id.value.clone(),
        name: name.to_owned(),
        name_zh: name_zh.to_owned(),
        other_names: names.into_iter().map(pair).collect(),
        modern: raw.modern.clone(),
        lat_milli: raw.lat_milli,
        lon_milli: raw.lon_milli,
        kind: raw.kind,
        circuit: raw.circuit.clone(),
        households: raw.households.unwrap_or(0),
        walls: i32::from(raw.walls),
        south_of_river: false,
        south_of_new_bed: false,
        note: raw.note.clone(),
    }
}

/// Whether a scenario that begins on this day finds the Yellow River in its southern bed.
#[must_use]
pub fn moved_before(start: Date) -> bool {
    let (year, month, day) = RIVER_MOVED;
    Date::from_ymd(year, month, day).is_some_and(|moved| start >= moved)
}

/// A route with the river it crosses when the scenario begins.
pub(crate) fn route(raw: &RawRoute, from: PlaceId, to: PlaceId, start: Date) -> Route {
    let moved = moved_before(start);
    Route {
        from,
        to,
        kind: raw.kind,
        km: raw.km,
        river: if moved {
            raw.river_after_1128
        } else {
            raw.river
        },
        river_after: raw.river_after_1128,
        note: raw.note.clone(),
    }
}

/// The map with everything that follows from it.
pub(crate) fn atlas(mut places: Vec<Place>, routes: Vec<Route>) -> Atlas {
    let mut neighbours = vec![Vec::new(); places.len()];
    for (at, route) in routes.iter().enumerate() {
        neighbours[route.from.index()].push((RouteId::of(at), route.to));
        if route.from != route.to {
            neighbours[route.to.index()].push((RouteId::of(at), route.from));
        }
    }
    let count = places.len();
    let (mut km, mut next) = (
        vec![NO_ROAD; count * count],
        vec![PlaceId(0); count * count],
    );
    for to in 0..count {
        let (distance, towards) = roads_to(to, &neighbours, &routes);
        for from in 0..count {
            km[from * count + to] =
                distance[from].map_or(NO_ROAD, |d| u16::try_from(d).unwrap_or(NO_ROAD - 1));
            next[from * count + to] = towards[from];
        }
    }
    for (n, south) in south_bank(&places, &neighbours, |n| routes[n].river, &routes)
        .into_iter()
        .enumerate()
    {
        places[n].south_of_river = south;
    }
    for (n, south) in south_bank(&places, &neighbours, |n| routes[n].river_after, &routes)
        .into_iter()
        .enumerate()
    {
        places[n].south_of_new_bed = south;
    }
    let near = (0..count)
        .map(|from| {
            (0..count)
                .filter(|to| u32::from(km[from * count + to]) <= Atlas::NEAR_KM)
                .map(PlaceId::of)
                .collect()
        })
        .collect();
    Atlas {
        places,
        routes,
        neighbours,
        km,
        next,
        near,
    }
}

/// Which places can be reached from the south bank without crossing the Yellow River, by which river each route crosses.
fn south_bank(
    places: &[Place],
    neighbours: &[Vec<(RouteId, PlaceId)>],
    river: impl Fn(usize) -> River,
    routes: &[Route],
) -> Vec<bool> {
    let mut south = vec![false; places.len()];
    if let Some(start) = places.iter().position(|place| place.id == SOUTH_BANK) {
        let mut open = vec![PlaceId::of(start)];
        south[start] = true;
        while let Some(here) = open.pop() {
            for (route, other) in &neighbours[here.index()] {
                let n = route.index();
                let dry = river(n) != River::Yellow && routes[n].kind != RouteKind::Sea;
                if dry && !south[other.index()] {
                    south[other.index()] = true;
                    open.push(*other);
                }
            }
        }
    }
    south
}

/// Distance by land and inland water from every place to this one, and the first step; the place itself where there is no road.
fn roads_to(
    to: usize,
    neighbours: &[Vec<(RouteId, PlaceId)>],
    routes: &[Route],
) -> (Vec<Option<u32>>, Vec<PlaceId>) {
    let mut distance: Vec<Option<u32>> = vec![None; neighbours.len()];
    let mut towards: Vec<PlaceId> = (0..neighbours.len()).map(PlaceId::of).collect();
    let mut open = BinaryHeap::from([Reverse((0_u32, to))]);
    distance[to] = Some(0);
    while let Some(Reverse((so_far, here))) = open.pop() {
        if distance[here] != Some(so_far) {
            continue;
        }
        for (route, other) in &neighbours[here] {
            let route = &routes[route.index()];
            let via = so_far + u32::from(route.km);
            // Equal roads: the one first found stays, and the heap goes by distance, then by place.
            if route.kind != RouteKind::Sea
                && distance[other.index()].is_none_or(|known| via < known)
            {
                distance[other.index()] = Some(via);
                towards[other.index()] = PlaceId::of(here);
                open.push(Reverse((via, other.index())));
            }
        }
    }
    (distance, towards)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_place_has_the_last_name_it_was_given_before_the_scenario_begins() {
        let raw: RawPlace = ron::from_str(
                r#"Place(id: "a", name: "Old", name_zh: "舊", modern: "", lat_milli: 0, lon_milli: 0, kind: Prefecture,
                    circuit: "", walls: 1, holders: [],
                    called: [Called(since: 1153, name: "Last", name_zh: "末"), Called(since: 1129, name: "New", name_zh: "新")])"#,
            )
            .expect("a place");
        let in_year = |year| {
            let day = Date::from_ymd(year, 1, 1).expect("a day");
            let place = place(&raw, day);
            let others: Vec<String> = place.other_names.into_iter().map(|(n, _)| n).collect();
            (place.name, place.name_zh, others.join(" "))
        };
        let is = |name: &str, zh: &str, others: &str| (name.into(), zh.into(), others.into());
        assert_eq!(in_year(1128), is("Old", "舊", "New Last"));
        assert_eq!(in_year(1129), is("New", "新", "Old Last"));
        assert_eq!(in_year(1160), is("Last", "末", "Old New"));
    }
}
