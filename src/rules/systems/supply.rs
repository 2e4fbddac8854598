//! Grain is somewhere: the court's granary is at its seat, towns have depots, convoys are on the road, a country has what it has left.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::base::date::Turn;
use crate::base::ids::{CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Account, Event, Reason, Stat, Why};
use crate::rules::formulas::{season, supply, wealth};
use crate::rules::state::Game;
use crate::rules::state::places::{bit, join, meet, places_of};
use crate::rules::systems::fleet;
use crate::scenario::language::Good;
use crate::scenario::model::{PlaceKind, RouteKind};

const GRAIN: usize = Good::Grain as usize;

/// Boats and convoys that are due.
pub fn run(game: &mut Game) {
    let mut works = game.room_for_places();
    works.extend_from_slice(&game.tables().works);
    for &place in &works {
        let town = game.town(place);
        let ready = town.fitting.is_some_and(|(_, ready)| ready <= game.turn());
        let came = town.convoy.filter(|(_, due)| *due <= game.turn());
        if ready {
            game.emit(Event::ShipsReady { place });
        }
        if let Some((shi, _)) = came {
            if shi > 0 {
                game.emit(Event::Goods {
                    from: Account::Road(place),
                    to: Account::Depot(place),
                    good: Good::Grain,
                    amount: shi,
                    why: Reason::Convoy,
                });
            }
            game.emit(Event::ConvoyCame { place });
        }
    }
    game.done_with_places(works);
}

/// How much of its grain the country round a place has left, percent.
#[must_use]
pub fn left_percent(game: &Game, place: PlaceId) -> i32 {
    let homes = game.homes(place);
    supply::left_percent(game.country(place).wealth[GRAIN], wealth::grain(homes))
}

/// Grain that an army of a court's which stands at a place could draw on: a depot of its own side next door, and how much there is.
#[must_use]
pub fn depot(game: &Game, court: CourtId, at: PlaceId) -> Option<(PlaceId, i64)> {
    game.book.atlas.neighbours[at.index()]
        .iter()
        .filter(|(route, place)| {
            game.book.atlas.routes[route.index()].km <= REACH_KM
                && game.holder(*place).is_some_and(|h| game.allied(h, court))
                && game.siege(*place).is_none()
        })
        .map(|(_, place)| {
            let (town, country) = game.land(*place);
            (*place, town.depot + country.wealth[GRAIN])
        })
        .max_by_key(|(place, shi)| (*shi, Reverse(*place)))
}

/// Carts go so far between a depot and a camp.
const REACH_KM: u16 = 160;

/// Takes grain out of a place for an army: out of the depot first, then from the country's households, as far as both reach.
pub fn draw(game: &mut Game, place: PlaceId, shi: i64) {
    let (town, country) = game.land(place);
    let from_depot = shi.min(town.depot).max(0);
    let from_country = (shi - from_depot).min(country.wealth[GRAIN]).max(0);
    for (from, amount) in [
        (Account::Depot(place), from_depot),
        (Account::Town(place), from_country),
    ] {
        if amount > 0 {
            game.emit(Event::Goods {
                from,
                to: Account::Country,
                good: Good::Grain,
                amount,
                why: Reason::Foraged,
            });
        }
    }
}

/// A stripped country's harvest; asked for by the month.
pub fn harvest(game: &mut Game, place: PlaceId) {
    let full = wealth::grain(game.homes(place));
    let now = game.country(place).wealth[GRAIN];
    if now >= full || game.siege(place).is_some() || game.under_water(place) {
        return;
    }
    let amount = supply::harvested(now, full);
    if amount > 0 {
        game.emit(Event::Goods {
            from: Account::Country,
            to: Account::Town(place),
            good: Good::Grain,
            amount,
            why: Reason::Harvest,
        });
    }
}

/// Puts into a list the places of a court's from which nothing can be carried to its seat: the way lies through others' country, or the seat is closed in.
pub fn cut_off(game: &Game, court: CourtId, out: &mut Vec<PlaceId>) {
    let seat = game.realm(court).seat;
    let (held, besieged) = (game.held_bits(court), game.besieged_bits());
    let mut room = vec![0; 2 * held.len()];
    // Open country of one's own side that was not reached yet, and that from which nobody went on yet, a bit for each place.
    let (left, open) = room.split_at_mut(held.len());
    for friend in game.courts().filter(|c| game.allied(*c, court)) {
        join(left, game.held_bits(friend));
    }
    for (left, besieged) in left.iter_mut().zip(besieged) {
        *left &= !besieged;
    }
    let (word, bit_of_seat) = bit(seat);
    open[word] = left[word] & bit_of_seat;
    left[word] &= !bit_of_seat;
    while meet(left, held)
        && let Some(word) = open.iter().position(|bits| *bits != 0)
    {
        for here in places_of(word, std::mem::take(&mut open[word])) {
            for ((left, open), beside) in left.iter_mut().zip(&mut *open).zip(game.beside(here)) {
                let next = *left & beside;
                *open |= next;
                *left ^= next;
            }
        }
    }
    // A besieged place yields nothing anyway.
    for (n, (left, held)) in left.iter().zip(held).enumerate() {
        out.extend(places_of(n, left & held));
    }
}

/// What a great city eats of its court's granary in a month because no water brings grain to it; none where some does, or none ever did.
#[must_use]
pub fn city(game: &Game, court: CourtId) -> Option<i64> {
    let seat = game.realm(court).seat;
    let place = &game.book.atlas.places[seat.index()];
    if place.kind != PlaceKind::Capital || game.holder(seat) != Some(court) {
        return None;
    }
    let mut any = false;
    for (route, other) in &game.book.atlas.neighbours[seat.index()] {
        if !matches!(
            game.book.atlas.routes[route.index()].kind,
            RouteKind::Canal | RouteKind::RiverDown
        ) {
            continue;
        }
        any = true;
        let open = game.siege(seat).is_none_or(|s| !s.close)
            && game.holder(*other).is_some_and(|h| game.allied(h, court))
            && game.siege(*other).is_none();
        if open {
            return None;
        }
    }
    any.then(|| supply::city(game.homes(seat)))
}

/// Feeds the city out of the granary. What is missing is dearth.
pub fn feed_city(game: &mut Game, court: CourtId) {
    let Some(need) = city(game, court) else {
        return;
    };
    let seat = game.realm(court).seat;
    let amount = need.min(game.realm(court).treasury[GRAIN].max(0));
    if amount > 0 {
        game.emit(Event::Goods {
            from: Account::Court(court),
            to: Account::Country,
            good: Good::Grain,
            amount,
            why: Reason::City,
        });
    }
    if amount * 2 < need {
        game.emit(Event::Dearth { place: seat });
        game.emit(Event::Stat {
            stat: Stat::Unrest(seat),
            by: 6,
            why: Why::Hunger,
        });
        game.emit(Event::Stat {
            stat: Stat::Stores(seat),
            by: -10.min(game.town(seat).stores),
            why: Why::Hunger,
        });
    }
}

/// A convoy's way: what is carried by cart and by boat, in km, and the places it passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carriage {
    /// By cart.
    pub cart_km: u32,
    /// By boat.
    pub boat_km: u32,
    /// Where it passes, the end left out.
    pub through: Vec<PlaceId>,
}

/// The cheapest way from a court's granary to a town of its own, through its own side's country; none if there is none.
#[must_use]
pub fn carriage(game: &Game, court: CourtId, to: PlaceId) -> Option<Carriage> {
    let atlas = &game.book.atlas;
    let seat = game.realm(court).seat;
    let friends: Vec<bool> = game.courts().map(|c| game.allied(c, court)).collect();
    let is_open = |p: PlaceId| {
        game.holder(p).is_some_and(|h| friends[h.index()]) && game.siege(p).is_none_or(|s| !s.close)
    };
    if !is_open(seat) || !is_open(to) {
        return None;
    }
    let n = atlas.places.len();
    let mut best: Vec<Option<u32>> = vec![None; n];
    let mut before: Vec<Option<(PlaceId, u32, bool)>> = vec![None; n];
    // By cost, then by place, in one number.
    let key = |cost: u32, at: PlaceId| Reverse(u64::from(cost) << 16 | u64::from(at.0));
    let mut open = BinaryHeap::from([key(0, seat)]);
    best[seat.index()] = Some(0);
    while let Some(Reverse(next)) = open.pop() {
        let here = PlaceId::of((next & 0xFFFF) as usize);
        let Some(so_far) = best[here.index()].filter(|known| u64::from(*known) == next >> 16)
        else {
            continue;
        };
        if here == to {
            break;
        }
        for (route, other) in &atlas.neighbours[here.index()] {
            let way = &atlas.routes[route.index()];
            // By boat it costs least: where that is no gain nothing else is asked.
            let least = so_far + supply::toil(u32::from(way.km), true);
            if best[other.index()].is_some_and(|known| least >= known) || !is_open(*other) {
                continue;
            }
            let boat = matches!(
                way.kind,
                RouteKind::Canal | RouteKind::RiverDown | RouteKind::Sea
            ) && !fleet::shut(game, here, *other);
            if way.kind == RouteKind::Sea && !boat {
                continue;
            }
            let via = so_far + supply::toil(u32::from(way.km), boat);
            if best[other.index()].is_none_or(|known| via < known) {
                best[other.index()] = Some(via);
                before[other.index()] = Some((here, u32::from(way.km), boat));
                open.push(key(via, *other));
            }
        }
    }
    best[to.index()]?;
    let mut out = Carriage {
        cart_km: 0,
        boat_km: 0,
        through: Vec::new(),
    };
    let mut at = to;
    while let Some((from, km, boat)) = before[at.index()] {
        if boat {
            out.boat_km += km;
        } else {
            out.cart_km += km;
        }
        out.through.push(from);
        at = from;
    }
    Some(out)
}

/// Whether there is any such way, for whoever does not ask what it costs.
#[must_use]
pub fn reaches(game: &Game, court: CourtId, to: PlaceId) -> bool {
    let atlas = &game.book.atlas;
    let seat = game.realm(court).seat;
    let is_open = |p: PlaceId| {
        game.holder(p).is_some_and(|h| game.allied(h, court))
            && game.siege(p).is_none_or(|s| !s.close)
    };
    if !is_open(seat) || !is_open(to) {
        return false;
    }
    let mut known = vec![false; atlas.places.len()];
    known[seat.index()] = true;
    let mut open = vec![seat];
    while let Some(here) = open.pop() {
        if here == to {
            return true;
        }
        for (route, other) in &atlas.neighbours[here.index()] {
            let by_sea = atlas.routes[route.index()].kind == RouteKind::Sea;
            let goes = !known[other.index()]
                && is_open(*other)
                && !(by_sea && fleet::shut(game, here, *other));
            if goes {
                known[other.index()] = true;
                open.push(*other);
            }
        }
    }
    false
}

/// Sends grain from the granary, which has paid it out already, to a depot.
pub fn send(game: &mut Game, court: CourtId, place: PlaceId, shi: u32) {
    let Some(way) = carriage(game, court, place) else {
        return;
    };
    let eaten = supply::carriage_permille(way.cart_km, way.boat_km);
    let arrives = i64::from(shi) * i64::from(1_000 - eaten) / 1_000;
    game.emit(Event::Goods {
        from: Account::Country,
        to: Account::Road(place),
        good: Good::Grain,
        amount: arrives,
        why: Reason::Convoy,
    });
    let due = Turn(game.turn().0 + supply::convoy_xun(way.cart_km, way.boat_km));
    game.emit(Event::ConvoySent {
        court,
        place,
        shi: u32::try_from(arrives).unwrap_or(u32::MAX),
        due,
    });
    for at in way.through {
        let (town, country) = game.land(at);
        let hostile = country.native.is_some_and(|n| game.at_war(n, court));
        let chance = supply::raid_chance(country.band, town.garrison);
        if hostile
            && game.luck.permille(
                game.turn(),
                Purpose::Convoy,
                u32::from(at.0),
                u32::from(place.0),
                chance,
            )
        {
            game.emit(Event::Goods {
                from: Account::Road(place),
                to: Account::Country,
                good: Good::Grain,
                amount: arrives * supply::RAID_PERCENT / 100,
                why: Reason::Raided,
            });
            game.emit(Event::ConvoyRaided { place, at });
            return;
        }
    }
}

/// Whether canals of the north are shut where a place lies, for whoever asks what a convoy would cost.
#[must_use]
pub fn canals_shut(game: &Game, place: PlaceId) -> bool {
    season::canal_shut(
        game.month(),
        game.book.atlas.places[place.index()].lat_milli,
    )
}
