//! The ground an army stands on, as the map and the season make it, and what lies behind it.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::Task;
use crate::rules::formulas::battle::{DUG_MOST, Footing, Ground};
use crate::rules::formulas::pursuit::Behind;
use crate::rules::formulas::season;
use crate::rules::state::Game;
use crate::rules::systems::{losses, march};
use crate::scenario::model::{PlaceKind, River, RouteKind};

/// South of this latitude (thousandths of a degree) a place on a canal or a river road lies among paddies and dikes: the Huai and what is south of it.
const WET_LAT_MILLI: i32 = 33_700;
/// Where moats and shallow water freeze hard enough in the cold months to bear men, as great rivers may (thousandths of a degree).
const ICE_LAT_MILLI: i32 = 34_500;
/// Cold from which they do: December and January.
const ICE_COLD: i32 = 55;
/// How far beaten men can run to walls before the pursuers are on them, km.
const WALLS_KM: u32 = 30;

/// The ground at a place: a pass, or where most ways are mountain ways, is hills; flooded country, and the water towns of the south, are wet.
#[must_use]
pub fn ground(game: &Game, place: PlaceId) -> Ground {
    let atlas = &game.book.atlas;
    let ways = &atlas.neighbours[place.index()];
    let of_kind = |wanted: &[RouteKind]| {
        ways.iter()
            .filter(|(r, _)| wanted.contains(&atlas.routes[r.index()].kind))
            .count()
    };
    let at = &atlas.places[place.index()];
    if at.kind == PlaceKind::Pass || of_kind(&[RouteKind::MountainPass]) * 2 > ways.len() {
        return Ground::Hills;
    }
    let water = of_kind(&[RouteKind::Canal, RouteKind::RiverDown, RouteKind::Ford]) > 0;
    if (water && at.lat_milli < WET_LAT_MILLI) || game.country(place).flooded {
        Ground::Wet
    } else {
        Ground::Plain
    }
}

/// Whether still water at a place bears men now.
#[must_use]
pub fn iced(game: &Game, place: PlaceId) -> bool {
    season::cold(game.month()) >= ICE_COLD
        && game.book.atlas.places[place.index()].lat_milli >= ICE_LAT_MILLI
}

/// What the season does to horse at a place.
#[must_use]
pub fn footing(game: &Game, place: PlaceId) -> Footing {
    let heat = season::heat(game.month());
    if heat > 0 && game.book.atlas.places[place.index()].lat_milli < season::COOL_LAT_MILLI {
        Footing::Heat(heat)
    } else if iced(game, place) {
        Footing::Ice
    } else {
        Footing::Firm
    }
}

/// How many xun an army has held the place where it stands, as far as that makes its camp stronger.
#[must_use]
pub fn dug_in(game: &Game, army: ArmyId) -> u8 {
    let Some(field) = game.field(army) else {
        return 0;
    };
    let on_the_way = field.next.is_some() || field.goal != field.at;
    if on_the_way
        || matches!(
            field.task,
            Task::Relieve | Task::Raid(_) | Task::Withdraw | Task::Waylay
        )
    {
        return 0;
    }
    let held = game.turn().0.saturating_sub(field.reached.0);
    u8::try_from(held).unwrap_or(DUG_MOST).min(DUG_MOST)
}

/// What lies behind an army of a court that is beaten at a place.
#[must_use]
pub fn behind(game: &Game, court: CourtId, place: PlaceId) -> Behind {
    let ours =
        |at: PlaceId| game.holder(at).is_some_and(|h| game.allied(h, court)) && game.has_walls(at);
    if ours(place) {
        return Behind::Walls;
    }
    let Some(goal) = losses::refuge(game, court, place) else {
        return Behind::Road;
    };
    let atlas = &game.book.atlas;
    let step = atlas.next(place, goal);
    let river = atlas
        .route(place, step)
        .map_or(River::None, |r| atlas.routes[r.index()].river);
    if river != River::None && !march::frozen(game, step) {
        return if game.town(place).burnt || game.town(step).burnt {
            Behind::Water
        } else {
            Behind::Bridge
        };
    }
    if ours(step) && atlas.km(place, step) <= WALLS_KM {
        Behind::Walls
    } else {
        Behind::Road
    }
}

/// Whether a moat worth the name lies before a town's walls: those of rank 4 have one, a pass has none; frozen, it is a road.
#[must_use]
pub fn moat(game: &Game, place: PlaceId) -> bool {
    let at = &game.book.atlas.places[place.index()];
    at.walls >= 4 && at.kind != PlaceKind::Pass && !iced(game, place)
}
