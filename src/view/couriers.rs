//! How news comes to a court: how long a courier rode, as the roads and rings were on the day on which it happened, and whether there was anything to see.
//!
//! What was heard once is not heard again because the court has moved away from it or a ring has closed since; and what was shut in by a ring comes out
//! with the news that the ring is gone, never after it.

use crate::base::date::Turn;
use crate::base::ids::{CourtId, IncidentId, PersonId, PlaceId};
use crate::events::Event;
use crate::rules::formulas::news;
use crate::rules::state::Game;
use crate::scenario::model::Eff;

/// A close ring round a place, from the turn it was drawn to the turn it went.
#[derive(Clone, Copy, Debug)]
struct Ring {
    place: PlaceId,
    by: CourtId,
    from: Turn,
    until: Option<Turn>,
}

/// A death that was kept from a court.
#[derive(Clone, Copy, Debug)]
struct Kept {
    who: PersonId,
    turn: Turn,
    age: Option<u16>,
}

/// Where a court sat and which towns were shut in, turn by turn.
#[derive(Clone, Debug)]
pub(super) struct Couriers {
    court: CourtId,
    seats: Vec<(Turn, PlaceId)>,
    rings: Vec<Ring>,
    kept: Vec<Kept>,
}

impl Couriers {
    /// As the chronicle has it.
    pub(super) fn new(game: &Game, court: CourtId) -> Self {
        let mut out = Self {
            court,
            seats: vec![(Turn(0), game.book.courts[court.index()].seat)],
            rings: Vec::new(),
            kept: Vec::new(),
        };
        let mut by: Vec<(PlaceId, CourtId)> = Vec::new();
        for entry in game.chronicle() {
            let turn = entry.turn;
            match entry.event {
                Event::CourtMoved { court: whose, to } if whose == court => {
                    out.seats.push((turn, to));
                }
                Event::CourtSetUp {
                    court: whose, seat, ..
                }
                | Event::CourtSetApart {
                    court: whose, seat, ..
                } if whose == court => out.seats.push((turn, seat)),
                Event::SiegeLaid {
                    place,
                    by: whose,
                    close,
                } => {
                    by.retain(|(at, _)| *at != place);
                    by.push((place, whose));
                    out.ring(place, whose, turn, close);
                }
                Event::RingChanged { place, close } => {
                    if let Some((_, whose)) = by.iter().find(|(at, _)| *at == place) {
                        out.ring(place, *whose, turn, close);
                    }
                }
                Event::SiegeLifted { place } | Event::Fell { place, .. } => out.open(place, turn),
                Event::Befell { incident, .. } => {
                    if let Some(age) = kept(game, court, incident) {
                        let dead = deaths(game, incident);
                        out.kept.extend(dead.map(|who| Kept { who, turn, age }));
                    }
                }
                _ => {}
            }
        }
        out
    }

    /// How many xun old news of an event is when it comes; none where it never comes by itself.
    pub(super) fn news(
        &self,
        game: &Game,
        turn: Turn,
        event: &Event,
        place: Option<PlaceId>,
    ) -> Option<u16> {
        let kept = match event {
            Event::Befell { incident, .. } => kept(game, self.court, *incident),
            Event::Died { person, .. } => {
                let mut kept = self.kept.iter();
                kept.find(|k| k.who == *person && k.turn == turn)
                    .map(|k| k.age)
            }
            _ => None,
        };
        kept.unwrap_or_else(|| Some(place.map_or(0, |at| self.age(game, turn, at))))
    }

    fn ring(&mut self, place: PlaceId, by: CourtId, turn: Turn, close: bool) {
        self.open(place, turn);
        if close {
            self.rings.push(Ring {
                place,
                by,
                from: turn,
                until: None,
            });
        }
    }

    fn open(&mut self, place: PlaceId, turn: Turn) {
        for ring in self.rings.iter_mut().filter(|ring| ring.place == place) {
            ring.until.get_or_insert(turn);
        }
    }

    /// How many xun old news of what happened on a turn at a place was when it came.
    pub(super) fn age(&self, game: &Game, turn: Turn, place: PlaceId) -> u16 {
        let seat = self
            .seats
            .iter()
            .rev()
            .find(|(since, _)| *since <= turn)
            .map_or(game.realm(self.court).seat, |(_, seat)| *seat);
        if place == seat {
            return 0;
        }
        let km = game.book.atlas.km(place, seat);
        let ring = self.rings.iter().find(|ring| {
            ring.place == place
                && ring.from <= turn
                && ring.until.is_none_or(|until| turn <= until)
                && !game.allied(ring.by, self.court)
        });
        let rides = news::courier_xun(km);
        match ring {
            None => rides,
            Some(ring) => {
                let slips = news::besieged_xun(km);
                ring.until
                    .map_or(slips, |until| slips.min(until.0 - turn.0 + rides))
            }
        }
    }
}

/// Whether word of an incident is kept from a court, and then after how many xun it comes all the same, if it does.
#[expect(
    clippy::option_option,
    reason = "not kept, kept for ever and kept for a while are three answers"
)]
fn kept(game: &Game, court: CourtId, incident: IncidentId) -> Option<Option<u16>> {
    let incident = &game.book.incidents[incident.index()];
    (!incident.heard_by.is_empty() && !incident.heard_by.contains(&court))
        .then_some(incident.others_after)
}

/// Whose deaths an incident is.
fn deaths<'a>(
    game: &'a Game<'_>,
    incident: IncidentId,
) -> impl Iterator<Item = PersonId> + use<'a> {
    let effects = &game.book.incidents[incident.index()].effects;
    effects.iter().filter_map(|effect| match effect {
        Eff::Die(person) => Some(*person),
        _ => None,
    })
}

/// In whose hands a court believes a person to live who has died there without its having been told.
pub(super) fn believed(game: &Game, court: CourtId, person: PersonId) -> Option<CourtId> {
    let book = &game.book;
    if game.figure(person).alive || book.incidents.iter().all(|i| i.heard_by.is_empty()) {
        return None;
    }
    let now = game.turn();
    game.chronicle().iter().find_map(|entry| match entry.event {
        Event::Befell { incident, .. } => kept(game, court, incident)
            .filter(|age| age.is_none_or(|age| entry.turn.0 + age > now.0))
            .filter(|_| deaths(game, incident).any(|who| who == person))
            .and_then(|_| book.incidents[incident.index()].heard_by.first().copied()),
        _ => None,
    })
}
