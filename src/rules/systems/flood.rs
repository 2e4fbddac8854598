//! A broken dike and what the river then does: it drowns, drives people out, stops armies, and may leave its bed for good.

use crate::base::date::Turn;
use crate::base::ids::{CourtId, PlaceId};
use crate::events::{Account, Event, MenAccount, Reason, Stat, Why};
use crate::rules::formulas::flood;
use crate::rules::state::Game;
use crate::scenario::language::Good;
use crate::scenario::model::{PlaceKind, River};

/// Whether a breach at a place would turn the Yellow River out of its bed: it lies on the reach that the new bed leaves dry.
#[must_use]
pub fn turns_the_river(game: &Game, place: PlaceId) -> bool {
    let atlas = &game.book.atlas;
    game.tables().river_moved.is_none()
        && atlas.neighbours[place.index()].iter().any(|(route, _)| {
            let route = &atlas.routes[route.index()];
            route.river == River::Yellow && route.river_after != River::Yellow
        })
}

/// Where the water would lie: at the breach, and down the new course if the river takes one, else as far as it spills.
#[must_use]
pub fn lies(game: &Game, place: PlaceId) -> Vec<PlaceId> {
    let atlas = &game.book.atlas;
    let mut out = vec![place];
    if turns_the_river(game, place) {
        for route in &atlas.routes {
            if route.river_after == River::Yellow && route.river != River::Yellow {
                // Of the two banks the lower country is drowned: the one that lies further from the hills, to the south and east.
                let (a, b) = (
                    &atlas.places[route.from.index()],
                    &atlas.places[route.to.index()],
                );
                // A capital has dikes of its own.
                let spared = |p: &crate::scenario::model::Place| p.kind == PlaceKind::Capital;
                let east = a.lon_milli - a.lat_milli >= b.lon_milli - b.lat_milli;
                let lower = if (east || spared(b)) && !spared(a) {
                    route.from
                } else {
                    route.to
                };
                out.push(lower);
            }
        }
    } else {
        out.extend(
            game.places()
                .filter(|p| *p != place && atlas.km(*p, place) <= flood::SPILL_KM),
        );
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Breaks the dike.
pub fn breach(game: &mut Game, court: CourtId, place: PlaceId) {
    let under = lies(game, place);
    let turns = turns_the_river(game, place);
    game.emit(Event::DikeBroken { place });
    if turns {
        game.emit(Event::RiverMoved { from: place });
    }
    game.emit(Event::Stat {
        stat: Stat::Unrest(place),
        by: flood::UNREST,
        why: Why::Order,
    });
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(court),
        by: flood::LEGITIMACY,
        why: Why::Order,
    });
    let until = Turn(game.turn().0 + flood::LIES_XUN);
    for at in &under {
        drown(game, *at, until, &under);
    }
    for army in game.standing_ids() {
        let Some(at) = game.field(army).map(|f| f.at) else {
            continue;
        };
        let near = under.contains(&at) || game.book.atlas.km(at, place) <= flood::SPILL_KM;
        // Boats ride the water out.
        if !near || game.force(army).afloat() {
            continue;
        }
        let (court, men) = (game.force(army).court, game.force(army).men);
        let men = men * flood::DROWNED_PERCENT / 100;
        if men > 0 {
            game.emit(Event::Men {
                from: MenAccount::Army(army),
                to: MenAccount::Dead(court),
                men,
            });
        }
    }
}

fn drown(game: &mut Game, at: PlaceId, until: Turn, under: &[PlaceId]) {
    let homes = flood::flee(game.homes(at), 0);
    game.emit(Event::Flooded {
        place: at,
        until,
        homes,
    });
    let lost = game.country(at).wealth[Good::Grain as usize] * flood::GRAIN_PERCENT / 100;
    if lost > 0 {
        game.emit(Event::Goods {
            from: Account::Town(at),
            to: Account::Country,
            good: Good::Grain,
            amount: lost,
            why: Reason::Flood,
        });
    }
    // They go to the nearest dry town of the same court, and eat there.
    let holder = game.holder(at);
    let Some(to) = game
        .places()
        .filter(|p| {
            game.holder(*p) == holder
                && !under.contains(p)
                && game.book.atlas.places[p.index()].households > 0
        })
        .min_by_key(|p| (game.book.atlas.km(at, *p), *p))
        .filter(|_| homes > 0)
    else {
        return;
    };
    let eat =
        (i64::from(homes) * flood::REFUGEE_SHI).min(game.country(to).wealth[Good::Grain as usize]);
    if eat > 0 {
        game.emit(Event::Goods {
            from: Account::Town(to),
            to: Account::Country,
            good: Good::Grain,
            amount: eat,
            why: Reason::Relief,
        });
    }
    game.emit(Event::Stat {
        stat: Stat::Unrest(to),
        by: flood::REFUGEE_UNREST,
        why: Why::Flood,
    });
}

/// Those who fled come back by the month, where the water has gone.
pub fn resettle(game: &mut Game, place: PlaceId) {
    let away = game.country(place).away;
    if away > 0 && !game.under_water(place) {
        game.emit(Event::Resettled {
            place,
            homes: flood::come_back(away),
        });
    }
}
