//! Whether a town that was signed away opens its gates when it is told to.

use super::grievance::{Grievance, grievance};
use crate::base::ids::{CourtId, PlaceId};
use crate::rules::formulas::court;
use crate::rules::state::Game;

/// Whether a court may take by force a town that was signed away to it: its people or its garrison refused to open, the day is past and it was not handed over, or
/// the other side has broken the paper.
#[must_use]
pub fn may_take(game: &Game, court: CourtId, place: PlaceId) -> bool {
    game.ceded(place).is_some_and(|c| {
        c.to == court
            && (c.refused
                || game.turn() > c.due
                || grievance(game, c.draft, court) == Grievance::Clear)
    })
}

/// Whether a court's army may lie before a town that was signed away to it: where it may take it, or where its ring lay already when that was sworn, which is
/// not broken off for the days that are left.
#[must_use]
pub fn may_ring(game: &Game, court: CourtId, place: PlaceId) -> bool {
    may_take(game, court, place)
        || game.ceded(place).is_some_and(|c| c.to == court)
            && game.siege(place).is_some_and(|s| s.by == court)
}

/// Chance in a thousand that a town obeys its court's order to open to another. Its people are asked where it is their own country that is given away; a garrison in
/// country that it only occupies has nothing there to keep, and goes when it is called: Jin's left Yan in 1123, Song's did not leave Zhongshan in 1126.
#[must_use]
pub fn obeys(game: &Game, place: PlaceId) -> u32 {
    let town = game.town(place);
    let Some(holder) = town.holder else {
        return 0;
    };
    if game.country(place).native != Some(holder) || town.garrison == 0 {
        return court::CERTAIN;
    }
    of_own_country(game, place, holder)
}

/// The same for a town in its court's own country.
fn of_own_country(game: &Game, place: PlaceId, holder: CourtId) -> u32 {
    let town = game.town(place);
    court::cession_obeys(
        game.realm(holder).legitimacy,
        town.morale,
        town.stores / 10,
        court::GIVEN_AWAY,
        changed_hands(game, place),
    )
}

/// How often the town changed hands since the first day.
fn changed_hands(game: &Game, place: PlaceId) -> usize {
    game.tables()
        .falls
        .iter()
        .filter(|(at, ..)| *at == place)
        .count()
}

/// The same in a xun in which its court only lets it stand that the town was signed away: nobody asks twice a day.
#[must_use]
pub fn drifts(game: &Game, place: PlaceId) -> u32 {
    let holder = game.holder(place);
    holder.map_or(0, |holder| of_own_country(game, place, holder) / 4)
}
