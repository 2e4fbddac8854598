//! Phase 8: country held by others than its own court: resistance, bands in the hills, risings; and what a stripped or drowned country
//! gets back.

use crate::base::ids::{CourtId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How, MenAccount, Stat, Why};
use crate::rules::formulas::{bands, court, people, supply as supply_rules};
use crate::rules::state::{CALM, Game};
use crate::rules::systems::{flood, supply};
use crate::scenario::model::RouteKind;

/// Every place where anything could change, in order.
pub fn run(game: &mut Game) {
    let month = game.month_begins();
    let reaping = month && supply_rules::harvest(game.month());
    let mut officers = None;
    if reaping {
        for place in game.places() {
            supply::harvest(game, place);
            if stirs(game, place, month) {
                occupation(game, place, month, &mut officers);
            }
        }
    } else {
        let mut astir = game.room_for_places();
        game.put_uneasy(month, &mut astir);
        astir.retain(|place| stirs(game, *place, month));
        for &place in &astir {
            occupation(game, place, month, &mut officers);
        }
        game.done_with_places(astir);
    }
}

/// Whether a place is not simply its own court's, calm and whole: most are, and nothing happens there.
fn stirs(game: &Game, place: PlaceId, month: bool) -> bool {
    let Some(holder) = game.holder(place) else {
        return false;
    };
    let country = game.country(place);
    month && (country.away > 0 || country.taken > 0 || country.unrest > CALM)
        || country.band > 0
        || country
            .native
            .is_some_and(|native| !game.allied(native, holder))
}

/// A country's own people calm down by the month; a country held by others is weighed every xun.
fn occupation(
    game: &mut Game,
    place: PlaceId,
    month: bool,
    officers: &mut Option<Vec<(PlaceId, PersonId)>>,
) {
    let Some(holder) = game.holder(place) else {
        return;
    };
    let country = game.country(place);
    let (away, taken, native) = (country.away, country.taken, country.native);
    let (band, unrest) = (country.band, country.unrest);
    if month && away > 0 {
        flood::resettle(game, place);
    }
    if month && taken > 0 {
        refill(game, place);
    }
    let Some(native) = native else { return };
    if game.allied(native, holder) {
        if band > 0 {
            come_in(game, place);
        }
        if month && unrest > CALM && game.siege(place).is_none() {
            game.emit(Event::Stat {
                stat: Stat::Unrest(place),
                by: -3,
                why: Why::Time,
            });
        }
        return;
    }
    if month && (band > 0 || unrest >= bands::GATHER) {
        let officers = officers.get_or_insert_with(|| afield(game));
        let led = led_by(game, officers, native, place);
        gather(game, place, holder, native, led);
    }
    let country = game.country(place);
    let households = game.homes_in(place, country);
    let garrison = game.town(place).garrison + game.men_at(holder, place);
    let old = game.realm(native);
    let by = court::unrest_change(
        country.unrest,
        garrison,
        court::occupation_need(households) + bands::tied_down(country.band),
        old.legitimacy,
    );
    let risen = court::rising_chance(
        country.unrest,
        garrison.saturating_sub(bands::tied_down(country.band)),
    );
    let may_rise = risen > 0 && households > 0 && old.stands && game.at_war(native, holder);
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
    let key = u32::from(place.0);
    if may_rise
        && game
            .luck
            .permille(game.turn(), Purpose::Rising, key, 0, risen)
        && !ridden_down(game, place, holder)
    {
        rise(game, place, holder, native);
    }
}

/// How near a host must stand to ride into a town that rises before it is lost, km: two marches.
const RIDDEN_KM: u32 = 60;

/// Whether a host of the holder's side stands so near and is so strong that nobody dares to rise. The leagues of 1127 to 1130 held the
/// hills, and came down where the hosts had gone from.
fn ridden_down(game: &Game, place: PlaceId, holder: CourtId) -> bool {
    let men: u32 = game
        .standing()
        .filter(|(_, force, field)| {
            game.allied(force.court, holder) && game.book.atlas.km(field.at, place) <= RIDDEN_KM
        })
        .map(|(_, force, _)| force.men)
        .sum();
    men >= bands::RIDDEN_DOWN.max(2 * game.country(place).band)
}

/// Men who hold a town that rose.
const RISEN: u32 = 800;

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
    let enough = bands::HOLDS_A_TOWN.max(game.country(place).band / 2);
    if left + game.men_at(holder, place) < enough {
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
        let band = game.country(place).band;
        if band > 0 {
            come_in(game, place);
        }
        if band < RISEN {
            game.emit(Event::Men {
                from: MenAccount::Home,
                to: MenAccount::Garrison(place),
                men: RISEN - band,
            });
        }
    }
}

/// The bands of a country that is its own court's again become the garrison of its town.
fn come_in(game: &mut Game, place: PlaceId) {
    let men = game.country(place).band;
    game.emit(Event::Men {
        from: MenAccount::Band(place),
        to: MenAccount::Garrison(place),
        men,
    });
}

/// Everybody who is free and was sent somewhere, with where he is.
fn afield(game: &Game) -> Vec<(PlaceId, PersonId)> {
    let sent = game.afield().iter().map(|person| game.figure(*person));
    sent.filter(|figure| game.is_free_as(figure.id, figure))
        .filter_map(|figure| Some((figure.at?, figure.id)))
        .collect()
}

/// Who of these is a court's best officer at a place.
fn led_by(
    game: &Game,
    officers: &[(PlaceId, PersonId)],
    native: CourtId,
    place: PlaceId,
) -> Option<PersonId> {
    officers
        .iter()
        .filter(|(at, p)| *at == place && game.figure(*p).court == Some(native))
        .map(|(_, p)| *p)
        .max_by_key(|p| (game.book.people[p.index()].command, std::cmp::Reverse(*p)))
}

/// The officer of a court's who is with the bands round a place, if one is.
#[must_use]
pub fn leader(game: &Game, native: CourtId, place: PlaceId) -> Option<PersonId> {
    led_by(game, &afield(game), native, place)
}

/// Whether the country round a place has hills to hold out in.
#[must_use]
pub fn hills(game: &Game, place: PlaceId) -> bool {
    let atlas = &game.book.atlas;
    atlas.neighbours[place.index()]
        .iter()
        .any(|(route, _)| atlas.routes[route.index()].kind == RouteKind::MountainPass)
}

/// Fewer men than this nobody tells of.
const TOLD: u32 = 1_000;

/// Men come to the bands of an occupied country, or go home, by the month.
fn gather(
    game: &mut Game,
    place: PlaceId,
    holder: CourtId,
    native: CourtId,
    led: Option<PersonId>,
) {
    let country = game.country(place);
    let (band, unrest) = (country.band, country.unrest);
    let realm = game.realm(native);
    let hope = (realm.stands && game.at_war(native, holder)).then_some(realm.legitimacy);
    let by = bands::change(bands::Hearth {
        band,
        unrest,
        households: game.homes(place),
        hills: hills(game, place),
        leader: led.map_or(0, |p| game.book.people[p.index()].command),
        hope,
    });
    let men = by.unsigned_abs();
    if by > 0 {
        // Beaten soldiers first; then men from their fields.
        let ran = game.tables().scattered[native.index()];
        let old = men.min(u32::try_from(ran).unwrap_or(u32::MAX));
        for (from, men) in [
            (MenAccount::Scattered(native), old),
            (MenAccount::Home, men - old),
        ] {
            if men > 0 {
                game.emit(Event::Men {
                    from,
                    to: MenAccount::Band(place),
                    men,
                });
            }
        }
    } else if men > 0 {
        game.emit(Event::Men {
            from: MenAccount::Band(place),
            to: MenAccount::Home,
            men,
        });
    }
    let now = game.country(place).band;
    if band < TOLD && now >= TOLD {
        game.emit(Event::BandGathered { place, by: native });
    } else if band >= TOLD && now < TOLD {
        game.emit(Event::BandDispersed { place, by: native });
    }
}

/// A place that was emptied fills a little, where it is quiet and no enemy lies before it.
fn refill(game: &mut Game, place: PlaceId) {
    let country = game.country(place);
    if country.unrest < people::NOBODY_COMES
        && game.siege(place).is_none()
        && !game.under_water(place)
    {
        game.emit(Event::Refilled {
            place,
            homes: people::refill(country.taken),
        });
    }
}
