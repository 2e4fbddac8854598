//! Phase 8: courts and people. Edicts, lean, the obedience of ceded towns; then generals who go over, the country, and puppets.

use crate::base::ids::{CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, Stat, Why};
use crate::rules::execute;
use crate::rules::formulas::{court, wealth};
use crate::rules::state::Game;
use crate::rules::systems::{country, parties, puppets, treaties};
use crate::scenario::language::Sits;

/// All of it, in this order.
pub fn run(game: &mut Game) {
    for id in game.courts() {
        let left = game.realm(id).edicts;
        let full = i32::from(game.book.courts[id.index()].edicts);
        // Where courts do not always sit, they are counted by the sitting.
        if left != full && game.book.sits == Sits::Xun {
            game.emit(Event::Stat {
                stat: Stat::Edicts(id),
                by: full - left,
                why: Why::Time,
            });
        }
        lean(game, id);
        quiet(game, id);
    }
    puppets::defections(game);
    let mut ceded = game.room_for_places();
    ceded.extend_from_slice(game.all_ceded());
    for &place in &ceded {
        cession(game, place);
    }
    game.done_with_places(ceded);
    country::run(game);
    puppets::thrones(game);
}

/// Where those who are heard at a court would have it lean, each by what his voice weighs; none if nobody sits in council.
#[must_use]
pub fn council_mean(game: &Game, id: CourtId) -> Option<i32> {
    parties::mean(game, id)
}

fn lean(game: &mut Game, id: CourtId) {
    if let Some(mean) = game.mean(id, |game| council_mean(game, id)) {
        let by = court::lean_drift(game.realm(id).lean, mean);
        if by != 0 {
            game.emit(Event::Stat {
                stat: Stat::Lean(id),
                by,
                why: Why::Council,
            });
        }
    }
}

/// In a season in which it lost no town and met its pay, a court is obeyed a little better again.
fn quiet(game: &mut Game, id: CourtId) {
    let realm = game.realm(id);
    let now = game.turn();
    if !realm.stands
        || game.book.courts[id.index()].band
        || now.0 == 0
        || !now.0.is_multiple_of(court::SEASON_XUN)
        || wealth::purse(&realm.treasury) <= 0
    {
        return;
    }
    let native = |place: PlaceId| game.country(place).native == Some(id);
    let lost = game
        .tables()
        .falls
        .iter()
        .rev()
        .any(|(place, to, turn, _)| {
            turn.0 + court::SEASON_XUN > now.0 && *to != id && native(*place)
        });
    let seat = game.holder(realm.seat) == Some(id) && game.siege(realm.seat).is_none();
    let (mut own, mut held) = (0, 0);
    for place in game.places().filter(|p| native(*p)) {
        own += 1;
        held += i32::from(game.holder(place) == Some(id));
    }
    let level = court::level_of_quiet(
        seat,
        game.is_free(realm.ruler),
        held * 100 / own.max(1),
        realm.patron.is_some(),
    );
    if !lost && realm.legitimacy < level {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(id),
            by: 1,
            why: Why::Quiet,
        });
    }
}

/// Months after which a town that was ordered to open and did not is simply a town that refused.
fn cession(game: &mut Game, place: PlaceId) {
    let Some(ceded) = game.ceded(place).copied() else {
        return;
    };
    let town = game.town(place);
    let Some(holder) = town.holder else { return };
    if holder == ceded.to || game.turn().0 < ceded.due.0 {
        return;
    }
    let chance = treaties::cession::drifts(game, place);
    if game
        .luck
        .permille(game.turn(), Purpose::Cession, u32::from(place.0), 0, chance)
    {
        execute::hand_over(game, place);
    } else if !ceded.refused {
        game.emit(Event::CessionRefused { place });
    }
}
