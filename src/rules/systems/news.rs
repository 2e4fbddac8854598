//! Phase 1: reports reach courts along the roads, with delay.

use crate::base::date::Turn;
use crate::base::ids::CourtId;
use crate::base::luck::Purpose;
use crate::events::Event;
use crate::rules::formulas::news;
use crate::rules::state::Game;

/// Sightings of every foreign army near a place or army of each court that can act on them.
pub fn run(game: &mut Game) {
    let turn = game.turn();
    let mut reports = Vec::new();
    for court in game.courts() {
        if !game.realm(court).stands || game.book.courts[court.index()].band {
            continue;
        }
        let seat = game.realm(court).seat;
        for (army, force, field) in game.standing() {
            if force.court == court {
                continue;
            }
            if !in_sight(game, court, field.at) {
                continue;
            }
            let swing = game.luck.swing(turn, Purpose::Report, u32::from(army.0), u32::from(court.0), 200);
            let men = news::reported_men(force.men, swing);
            let km = game.book.atlas.km(field.at, seat);
            let shut = game.siege(field.at).is_some_and(|s| s.close && game.at_war(s.by, court));
            let delay = if shut && field.at != seat { news::besieged_xun(km) } else { news::courier_xun(km) };
            reports.push((court, army, field.at, men, Turn(turn.0 + delay)));
        }
    }
    for (to, army, place, men, arrives) in reports {
        game.emit(Event::Reported { to, army, place, men, seen: turn, arrives });
    }
}

fn in_sight(game: &Game, court: CourtId, at: crate::base::ids::PlaceId) -> bool {
    let near = |place| game.book.atlas.km(place, at) <= news::SIGHT_KM;
    game.town(at).holder == Some(court)
        || game.book.atlas.neighbours[at.index()].iter().any(|(_, p)| game.town(*p).holder == Some(court) && near(*p))
        || game.standing().any(|(_, force, field)| force.court == court && near(field.at))
}
