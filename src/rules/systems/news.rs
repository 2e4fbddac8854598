//! Phase 1: reports reach courts along the roads, with delay.

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::{Dice, Purpose};
use crate::events::Event;
use crate::rules::formulas::news;
use crate::rules::state::Game;
use crate::rules::state::places::{bit, join};

/// How far a report is off at the most, permille either way.
const SPREAD: u32 = 200;

/// Sightings of every foreign army near a place or army of each court that can act on them.
pub fn run(game: &mut Game) {
    let seen = game.take_seen(seen);
    // What one court hears of an army moves nothing that another hears of it.
    for told in seen.chunk_by(|(a, _), (b, _)| a == b) {
        let court = told[0].0;
        let (seat, dice) = (game.realm(court).seat, Dice::of(u32::from(court.0)));
        for &(_, army) in told {
            report(game, (court, seat), army, dice);
        }
    }
    game.keep_seen(seen);
}

/// Who sees whom, by court: most courts see few armies.
fn seen(game: &Game, seen: &mut Vec<(CourtId, ArmyId)>) {
    let mut sight = Vec::new();
    for court in game.courts().filter(|court| game.realm(*court).stands) {
        // What it sees from its places, and from its armies.
        sight.clear();
        sight.extend_from_slice(game.overlooked(court));
        for (_, _, field) in game.ranks(court) {
            join(&mut sight, game.in_sight(field.at));
        }
        for (army, force, field) in game.standing() {
            let (word, bit) = bit(field.at);
            if sight[word] & bit != 0 && force.court != court {
                seen.push((court, army));
            }
        }
    }
}

/// What is reported to a court, which sits at a place, of an army that it sees.
fn report(game: &mut Game, (court, seat): (CourtId, PlaceId), army: ArmyId, dice: Dice) {
    let (turn, force) = (game.turn(), game.force(army));
    let Some(at) = game.field(army).map(|field| field.at) else {
        return;
    };
    let rolls = game.luck.about(turn, Purpose::Report, u32::from(army.0));
    let men = news::reported_men(force.men, rolls.swing_with(dice, SPREAD));
    let km = game.book.atlas.km(at, seat);
    let shut = game
        .siege(at)
        .is_some_and(|s| s.close && game.at_war(s.by, court));
    let delay = if shut && at != seat {
        news::besieged_xun(km)
    } else {
        news::courier_xun(km)
    };
    game.emit(Event::Reported {
        to: court,
        army,
        place: at,
        men,
        seen: turn,
        arrives: Turn(turn.0 + delay),
    });
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
