//! Phase 1: reports reach courts along the roads, with delay.

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::Event;
use crate::rules::formulas::news;
use crate::rules::state::Game;
use crate::rules::state::near::Near;

/// Sightings of every foreign army near a place or army of each court that can act on them.
pub fn run(game: &mut Game) {
    let seen = game.take_seen(seen);
    // What one court hears of an army moves nothing that another hears of it.
    for &(court, army) in &seen {
        if let Some(report) = report(game, court, army) {
            game.emit(report);
        }
    }
    game.keep_seen(seen);
}

/// Who sees whom, by court: most courts see few armies.
fn seen(game: &Game) -> Vec<(CourtId, ArmyId)> {
    let sight = sight(game);
    let mut seen = Vec::with_capacity(64);
    for court in game.courts().filter(|court| game.realm(*court).stands) {
        let from = seen.len();
        for (_, armies) in game.camps().filter(|(at, _)| sight.has(court, *at)) {
            let others = armies
                .iter()
                .filter(|army| game.force(**army).court != court);
            seen.extend(others.map(|army| (court, *army)));
        }
        seen[from..].sort_unstable();
    }
    seen
}

/// What is reported to a court of an army that it sees.
fn report(game: &Game, court: CourtId, army: ArmyId) -> Option<Event> {
    let turn = game.turn();
    let (seat, force) = (game.realm(court).seat, game.force(army));
    let at = game.field(army)?.at;
    let swing = game.luck.swing(
        turn,
        Purpose::Report,
        u32::from(army.0),
        u32::from(court.0),
        200,
    );
    let men = news::reported_men(force.men, swing);
    let km = game.book.atlas.km(at, seat);
    let shut = game
        .siege(at)
        .is_some_and(|s| s.close && game.at_war(s.by, court));
    let delay = if shut && at != seat {
        news::besieged_xun(km)
    } else {
        news::courier_xun(km)
    };
    Some(Event::Reported {
        to: court,
        army,
        place: at,
        men,
        seen: turn,
        arrives: Turn(turn.0 + delay),
    })
}

/// Which courts see what stands where armies stand: those that have an army near, and those that hold the place or one next to it.
fn sight(game: &Game) -> Near {
    let mut sight = game.near(news::SIGHT_KM);
    for (at, _) in game.camps() {
        for place in game.looks_on(at) {
            if let Some(holder) = game.holder(*place) {
                sight.note(holder, at);
            }
        }
    }
    sight
}

/// Whether an army at a place would be seen by a court: it is a town of its own, or near one, or near one of its armies, which stand
/// at `own`.
#[must_use]
pub fn in_sight(game: &Game, own: &[PlaceId], court: CourtId, at: PlaceId) -> bool {
    let near = |place| game.book.atlas.km(place, at) <= news::SIGHT_KM;
    game.holder(at) == Some(court)
        || game.book.atlas.neighbours[at.index()]
            .iter()
            .any(|(_, p)| game.holder(*p) == Some(court) && near(*p))
        || own.iter().any(|place| near(*place))
}
