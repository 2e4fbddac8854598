//! Powder weapons: workshops fill their stores by the month, an order shares them out, fights use them up.

use crate::base::ids::{CourtId, PlaceId};
use crate::events::{Account, Event, Reason, Store};
use crate::rules::formulas::powder;
use crate::rules::state::Game;
use crate::rules::state::components::Powder;
use crate::scenario::language::Good;

/// The first xun of a month: every workshop makes what its craftsmen know, as far as there is room and money.
pub fn run(game: &mut Game) {
    if !game.month_begins() {
        return;
    }
    let craft = powder::craft_in(powder::year(game.day()));
    for court in game.courts() {
        for (place, a_month) in workshops(game, court) {
            let room =
                (a_month * powder::STORE_MONTHS).saturating_sub(game.town(place).powder.loads);
            let cash = game.realm(court).treasury[Good::Cash as usize].max(0);
            let paid = u16::try_from(cash / powder::LOAD_STRINGS).unwrap_or(u16::MAX);
            let loads = a_month.min(room).min(paid);
            if loads == 0 {
                continue;
            }
            game.emit(Event::Goods {
                from: Account::Court(court),
                to: Account::Country,
                good: Good::Cash,
                amount: i64::from(loads) * powder::LOAD_STRINGS,
                why: Reason::Workshop,
            });
            game.emit(Event::Powder {
                from: None,
                to: Some(Store::Town(place)),
                loads,
                craft,
            });
        }
    }
}

/// Where a court's craftsmen work, and how many loads a month they make: at the scenario's workshops that it holds; where it has craftsmen and none of
/// those, at its seat. None in a town that is closed in: nothing comes to it to work with.
#[must_use]
pub fn workshops(game: &Game, court: CourtId) -> Vec<(PlaceId, u16)> {
    let realm = game.realm(court);
    if !realm.craftsmen || !realm.stands {
        return Vec::new();
    }
    let open = |place: PlaceId| game.siege(place).is_none_or(|s| !s.close);
    let mut own: Vec<(PlaceId, u16)> = game
        .workshops()
        .iter()
        .filter(|place| game.holder(**place) == Some(court))
        .map(|place| (*place, game.book.places[place.index()].workshop))
        .collect();
    if own.is_empty() && game.holder(realm.seat) == Some(court) {
        own.push((realm.seat, powder::TAKEN_ALONG));
    }
    own.retain(|(place, _)| open(*place));
    own
}

/// The town from which powder can go to a place: the nearest of the court's workshops with any in store, by an open road within reach of carts. What lies
/// in the place itself needs no road.
#[must_use]
pub fn source(game: &Game, court: CourtId, place: PlaceId) -> Option<PlaceId> {
    let has = |at: PlaceId| game.holder(at) == Some(court) && game.town(at).powder.loads > 0;
    if has(place) && is_workshop(game, court, place) {
        return Some(place);
    }
    workshops(game, court)
        .into_iter()
        .map(|(at, _)| at)
        .filter(|at| has(*at) && game.book.atlas.km(*at, place) <= powder::CART_KM)
        .min_by_key(|at| (game.book.atlas.km(*at, place), *at))
}

fn is_workshop(game: &Game, court: CourtId, place: PlaceId) -> bool {
    game.book.places[place.index()].workshop > 0
        || (game.realm(court).craftsmen && game.realm(court).seat == place)
}

/// Who at a place can use more powder weapons than he has, and how many loads: its garrison, and the court's armies that stand there.
pub fn wanted(game: &Game, court: CourtId, place: PlaceId) -> impl Iterator<Item = (Store, u16)> {
    let lacks = |men: u32, have: Powder| powder::room(men).saturating_sub(have.loads);
    let armies = game
        .standing_at(place)
        .filter(move |(_, force, field)| force.court == court && field.next.is_none())
        .map(move |(id, force, _)| (Store::Army(id), lacks(force.men, force.powder)));
    // A workshop's own store is its garrison's too.
    let town = Some(game.town(place))
        .filter(|town| town.holder == Some(court) && !is_workshop(game, court, place))
        .map(|town| (Store::Town(place), lacks(town.garrison, town.powder)));
    armies.chain(town).filter(|(_, loads)| *loads > 0)
}

/// Carries out the order: the carts come within the xun.
pub fn share_out(game: &mut Game, court: CourtId, place: PlaceId) {
    let Some(from) = source(game, court, place) else {
        return;
    };
    let wanted: Vec<_> = wanted(game, court, place).collect();
    for (to, loads) in wanted {
        let store = game.town(from).powder;
        let loads = loads.min(store.loads);
        if loads > 0 {
            game.emit(Event::Powder {
                from: Some(Store::Town(from)),
                to: Some(to),
                loads,
                craft: store.craft,
            });
        }
    }
}

/// What a store has.
#[must_use]
pub fn held(game: &Game, store: Store) -> Powder {
    match store {
        Store::Army(id) => game.force(id).powder,
        Store::Town(id) => game.town(id).powder,
    }
}

/// A fight uses up some of what is at hand.
pub fn spend(game: &mut Game, stores: &[Store]) {
    for store in stores {
        let has = held(game, *store);
        let loads = powder::spent(has.loads);
        if loads > 0 {
            game.emit(Event::Powder {
                from: Some(*store),
                to: None,
                loads,
                craft: has.craft,
            });
        }
    }
}

/// Craftsmen of a workshop that falls go with whoever took it: the Jin marched those of Kaifeng north in 1127.
pub fn taken(game: &mut Game, place: PlaceId, by: CourtId) {
    let band = game.book.courts[by.index()].band;
    if game.book.places[place.index()].workshop > 0 && !band && !game.realm(by).craftsmen {
        game.emit(Event::CraftsmenTaken { place, by });
    }
}
