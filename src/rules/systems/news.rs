//! Phase 1: reports reach courts along the roads, with delay.

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::Event;
use crate::rules::formulas::news;
use crate::rules::state::Game;

/// Sightings of every foreign army near a place or army of each court that can act on them.
pub fn run(game: &mut Game) {
    let turn = game.turn();
    let armies: Vec<(ArmyId, CourtId, u32, PlaceId)> = game
        .standing()
        .map(|(id, force, field)| (id, force.court, force.men, field.at))
        .collect();
    let mut reports = Vec::new();
    for court in game.courts() {
        if !game.realm(court).stands {
            continue;
        }
        let seat = game.realm(court).seat;
        let own: Vec<PlaceId> = armies
            .iter()
            .filter(|(_, owner, ..)| *owner == court)
            .map(|(.., at)| *at)
            .collect();
        for &(army, owner, strength, at) in &armies {
            if owner == court || !in_sight(game, &own, court, at) {
                continue;
            }
            let swing = game.luck.swing(
                turn,
                Purpose::Report,
                u32::from(army.0),
                u32::from(court.0),
                200,
            );
            let men = news::reported_men(strength, swing);
            let km = game.book.atlas.km(at, seat);
            let shut = game
                .siege(at)
                .is_some_and(|s| s.close && game.at_war(s.by, court));
            let delay = if shut && at != seat {
                news::besieged_xun(km)
            } else {
                news::courier_xun(km)
            };
            reports.push(Event::Reported {
                to: court,
                army,
                place: at,
                men,
                seen: turn,
                arrives: Turn(turn.0 + delay),
            });
        }
    }
    for report in reports {
        game.emit(report);
    }
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
