//! Phase 2: courts sit: on their day, or because something cannot wait. Edicts are counted by the sitting.

use crate::base::date::Turn;
use crate::base::ids::{CourtId, PlaceId};
use crate::events::{Call, Event, Stat, Why};
use crate::rules::condition::is_proposed;
use crate::rules::formulas::{news, sitting};
use crate::rules::state::Game;
use crate::rules::systems::{bargain, throne};
use crate::scenario::language::Sits;
use crate::scenario::model::Scenario;

/// Every court that sits this xun, where they do not sit in every one.
pub fn run(game: &mut Game) {
    if game.book.sits == Sits::Xun {
        return;
    }
    let day = sitting::is_day(game.book.sits, game.day());
    for court in game.courts() {
        if !game.realm(court).stands {
            continue;
        }
        let called = if day || game.book.courts[court.index()].band {
            None
        } else {
            match call(game, court) {
                Some(called) => Some(called),
                None => continue,
            }
        };
        sit(game, court, called);
    }
}

/// A court sits.
pub fn sit(game: &mut Game, court: CourtId, called: Option<Call>) {
    game.emit(Event::Sat { court, called });
    let full = i32::from(game.book.courts[court.index()].edicts);
    let left = game.realm(court).edicts;
    if left != full {
        game.emit(Event::Stat {
            stat: Stat::Edicts(court),
            by: full - left,
            why: Why::Time,
        });
    }
}

/// The next turn after this one that is a day on which courts sit; the last of the scenario where none comes.
#[must_use]
pub fn next(book: &Scenario, turn: Turn) -> Turn {
    (turn.0 + 1..turn.0 + 12)
        .map(Turn)
        .find(|t| sitting::is_day(book.sits, book.day(*t)))
        .unwrap_or(Turn(turn.0 + 1))
}

/// Xun until word of a siege is at the seat: a ring must be slipped through.
fn rides(game: &Game, seat: PlaceId, place: PlaceId, close: bool) -> u16 {
    let km = game.book.atlas.km(place, seat);
    if close {
        news::besieged_xun(km)
    } else {
        news::courier_xun(km)
    }
}

/// What calls a court together now, if anything does.
fn call(game: &Game, court: CourtId) -> Option<Call> {
    let realm = game.realm(court);
    let seat = realm.seat;
    if game.turn().0 == 0 {
        return Some(Call::First);
    }
    if throne::is_vacant(game, court) {
        return Some(Call::Throne);
    }
    if game.crowd(court).is_some() {
        return Some(Call::Crowd);
    }
    let besieged = game.siege(seat).is_some_and(|s| game.at_war(court, s.by));
    let near = |enemy: CourtId| {
        game.at_war(court, enemy)
            && bargain::reported_near(game, court, enemy, seat, sitting::NEAR_KM)
                >= sitting::NEAR_MEN
    };
    // Mostly nobody is, and that is seen at one look over the reports.
    let threatened =
        || bargain::is_anybody_near(game, court, seat, sitting::NEAR_KM) && game.courts().any(near);
    if besieged || threatened() {
        return Some(Call::Enemy);
    }
    let now = game.turn().0;
    let fresh = |turn: Turn| turn.0 + 1 >= now;
    // A court is called together for what it has heard of, on the day on which it hears of it.
    let closed_in = game.besieged().iter().copied().find(|p| {
        game.holder(*p) == Some(court)
            && game.book.atlas.places[p.index()].walls >= sitting::STRONG_WALLS
            && game.siege(*p).is_some_and(|s| {
                game.at_war(court, s.by) && now == s.since.0 + rides(game, seat, *p, s.close).max(1)
            })
    });
    if let Some(place) = closed_in {
        return Some(Call::Siege(place));
    }
    let mut bound = game.bound(court).iter().copied();
    bound
        .find(|id| {
            game.paper(*id).delivered.is_some_and(fresh)
                && game.terms(*id).to == court
                && is_proposed(game, *id)
        })
        .map(Call::Paper)
}
