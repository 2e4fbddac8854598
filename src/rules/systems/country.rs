//! Phase 8: country held by others than its own court: resistance, and risings.

use crate::base::ids::{CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How, MenAccount, Stat, Why};
use crate::rules::formulas::court;
use crate::rules::state::Game;

/// Every place, in order.
pub fn run(game: &mut Game) {
    let month = game.day().ymd().2 == 1;
    for place in game.places() {
        occupation(game, place, month);
    }
}

/// A country's own people calm down by the month; a country held by others is weighed every xun.
fn occupation(game: &mut Game, place: PlaceId, month: bool) {
    let Some(holder) = game.holder(place) else {
        return;
    };
    let country = game.country(place);
    let Some(native) = country.native else { return };
    if native == holder || game.allied(native, holder) {
        if month && country.unrest > 5 && game.siege(place).is_none() {
            game.emit(Event::Stat {
                stat: Stat::Unrest(place),
                by: -3,
                why: Why::Time,
            });
        }
        return;
    }
    let households = game.book.atlas.places[place.index()].households;
    let garrison = game.town(place).garrison + game.men_at(holder, place);
    let by = court::unrest_change(
        country.unrest,
        garrison,
        court::occupation_need(households),
        game.realm(native).legitimacy,
    );
    let unrest = country.unrest;
    if by != 0 {
        game.emit(Event::Stat {
            stat: Stat::Unrest(place),
            by,
            why: if by > 0 {
                Why::Occupation
            } else {
                Why::Garrisons
            },
        });
    }
    if households > 0
        && game.realm(native).stands
        && game.at_war(native, holder)
        && game.luck.permille(
            game.turn(),
            Purpose::Rising,
            u32::from(place.0),
            0,
            court::rising_chance(unrest, garrison),
        )
    {
        rise(game, place, holder, native);
    }
}

/// The country rises: the garrison loses a third, and a weak one loses the town.
fn rise(game: &mut Game, place: PlaceId, holder: CourtId, native: CourtId) {
    game.emit(Event::Rose { place });
    let men = game.town(place).garrison;
    let dead = men / 3;
    if dead > 0 {
        game.emit(Event::Men {
            from: MenAccount::Garrison(place),
            to: MenAccount::Dead(holder),
            men: dead,
        });
    }
    game.emit(Event::Stat {
        stat: Stat::Unrest(place),
        by: -15,
        why: Why::Garrisons,
    });
    let left = men - dead;
    if left + game.men_at(holder, place) < 600 {
        if left > 0 {
            game.emit(Event::Men {
                from: MenAccount::Garrison(place),
                to: MenAccount::Scattered(holder),
                men: left,
            });
        }
        game.emit(Event::Fell {
            place,
            from: Some(holder),
            to: native,
            how: How::Rising,
        });
        game.emit(Event::Men {
            from: MenAccount::Home,
            to: MenAccount::Garrison(place),
            men: 800,
        });
    }
}
