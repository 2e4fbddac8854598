//! The road of an envoy: how far a letter goes from one court to another, and through whose hands it may fall on the way.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Game;
use crate::base::date::Turn;
use crate::base::ids::{CourtId, PlaceId};
use crate::rules::formulas::court::HOSTILE_KM_PRICE;
use crate::rules::formulas::news::{courier_days, courier_xun};

/// A camp that treats for its court: so many men, so near to the other's seat.
const CAMP_MEN: u32 = 5_000;
const CAMP_KM: u32 = 120;

/// How a letter goes from one court to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Km of the way taken.
    pub km: u32,
    /// Km of the straight road.
    pub straight_km: u32,
    /// Where it is handed over.
    pub place: PlaceId,
    /// Km of the way through country of those at war with either court.
    pub hostile_km: u32,
    /// Who holds the last such country on the way; if there is none on it, on the straight road.
    pub hostile: Option<CourtId>,
}

impl Letter {
    /// Days a relay courier is on the way.
    #[must_use]
    pub const fn days(&self) -> u32 {
        courier_days(self.km)
    }
    /// Xun it takes.
    #[must_use]
    pub fn xun(&self) -> u16 {
        courier_xun(self.km)
    }
}

/// Km of a way, those of them in hostile country, and whose that is.
#[derive(Clone, Copy, Default)]
struct Way {
    km: u32,
    hostile_km: u32,
    hostile: Option<CourtId>,
}

impl Game<'_> {
    /// How a letter goes from one court to another: from seat to seat, or from and to a camp before the other's seat.
    /// Wolibu treated under the walls of Kaifeng in his emperor's name, three weeks from his emperor.
    ///
    /// Where the straight road leads through country of one who is at war with either court, it goes round if it can.
    #[must_use]
    pub fn letter(&self, from: CourtId, to: CourtId) -> Letter {
        let (own, theirs) = (self.realm(from).seat, self.realm(to).seat);
        let camp = |of: CourtId, seat: PlaceId| {
            self.ranks(of)
                .filter(|(_, force, _)| force.men >= CAMP_MEN)
                .map(move |(_, _, field)| (self.book.atlas.km(field.at, seat), field.at))
                .filter(|(km, _)| *km <= CAMP_KM)
                .min()
        };
        let from_seat = (self.book.atlas.km(own, theirs), own, theirs);
        // Of ways as long as each other the camp's is taken.
        let (straight_km, start, place) = [
            camp(to, own).map(|(km, at)| (km, own, at)),
            camp(from, theirs).map(|(km, at)| (km, at, theirs)),
        ]
        .into_iter()
        .flatten()
        .filter(|(km, ..)| *km <= from_seat.0)
        .min_by_key(|(km, ..)| *km)
        .unwrap_or(from_seat);
        let straight = self.straight(from, to, start, place);
        let way = if straight.hostile_km == 0 {
            straight
        } else {
            self.round(from, to, start, place).unwrap_or(straight)
        };
        Letter {
            km: way.km,
            straight_km,
            place,
            hostile_km: way.hostile_km,
            hostile: way.hostile.or(straight.hostile),
        }
    }

    /// When a letter that is sent now would be handed over.
    #[must_use]
    pub fn letter_arrives(&self, from: CourtId, to: CourtId) -> Turn {
        Turn(self.turn().0 + self.letter(from, to).xun())
    }

    /// Who holds a place and would take a letter between these courts there.
    fn taker(&self, place: PlaceId, from: CourtId, to: CourtId) -> Option<CourtId> {
        self.holder(place)
            .filter(|holder| self.takes(*holder, from, to))
    }

    /// Whether a court would take a letter between these two. A client lets its patron's envoys pass, and those who come to him.
    fn takes(&self, holder: CourtId, from: CourtId, to: CourtId) -> bool {
        let on_a_side = self.allied(holder, from) || self.allied(holder, to);
        !on_a_side && (self.at_war(holder, from) || self.at_war(holder, to))
    }

    /// The straight road.
    fn straight(&self, from: CourtId, to: CourtId, start: PlaceId, goal: PlaceId) -> Way {
        let atlas = &self.book.atlas;
        let mut way = Way {
            km: atlas.km(start, goal),
            ..Way::default()
        };
        let mut at = start;
        for _ in 0..atlas.places.len() {
            if at == goal {
                break;
            }
            let next = atlas.next(at, goal);
            if let Some(holder) = self.taker(next, from, to) {
                way.hostile_km += atlas.km(at, next);
                way.hostile = Some(holder);
            }
            at = next;
        }
        way
    }

    /// The way that costs least when hostile country is dear; none where there is no road at all.
    fn round(&self, from: CourtId, to: CourtId, start: PlaceId, goal: PlaceId) -> Option<Way> {
        let atlas = &self.book.atlas;
        // Of each court, whether it would take the letter.
        let takes: Vec<bool> = self
            .courts()
            .map(|holder| self.takes(holder, from, to))
            .collect();
        let mut best: Vec<Option<(u32, Way)>> = vec![None; atlas.places.len()];
        best[start.index()] = Some((0, Way::default()));
        // By cost, then by place, in one number.
        let key = |cost: u32, at: PlaceId| Reverse(u64::from(cost) << 16 | u64::from(at.0));
        let mut open = BinaryHeap::from([key(0, start)]);
        while let Some(Reverse(next)) = open.pop() {
            let (cost, at) = (next >> 16, PlaceId::of((next & 0xFFFF) as usize));
            let (known, way) = best[at.index()]?;
            if at == goal {
                return Some(way);
            }
            if u64::from(known) < cost {
                continue;
            }
            for (route, next) in &atlas.neighbours[at.index()] {
                let km = u32::from(atlas.routes[route.index()].km);
                let taker = self.holder(*next).filter(|holder| takes[holder.index()]);
                let price = if taker.is_some() { HOSTILE_KM_PRICE } else { 1 };
                let then = known + km * price;
                if best[next.index()].is_none_or(|(known, _)| then < known) {
                    let onward = Way {
                        km: way.km + km,
                        hostile_km: way.hostile_km + if taker.is_some() { km } else { 0 },
                        hostile: taker.or(way.hostile),
                    };
                    best[next.index()] = Some((then, onward));
                    open.push(key(then, *next));
                }
            }
        }
        None
    }
}
