//! Boats, grain, ice, floods, bands and whose an army is, in words: the same for both faces.

use super::names;
use super::numbers::{about, date, number};
use super::texts::{Texts, tr};
use crate::base::date::Turn;
use crate::base::ids::PlaceId;
use crate::events::Event;
use crate::orders::OrderNow;
use crate::rules::check::Refusal;
use crate::rules::formulas::{fleet, supply};
use crate::rules::state::components::Ships;
use crate::view::land::IceNow;
use crate::view::{OwnArmy, View};

/// So many boats in words.
#[must_use]
pub fn ships(texts: &Texts, ships: Ships) -> String {
    match (ships.boats, ships.wheels) {
        (boats, 0) => tr!(texts, "land-boats", n = number(boats)),
        (0, wheels) => tr!(texts, "land-wheels", n = number(wheels)),
        (boats, wheels) => tr!(
            texts,
            "land-boats-and-wheels",
            boats = number(boats),
            wheels = number(wheels)
        ),
    }
}

fn day(texts: &Texts, view: &View<'_>, turn: Turn) -> String {
    date(texts, view.book().day(turn))
}

/// What is known of a place beside its walls and garrison.
#[must_use]
pub fn place(texts: &Texts, view: &View<'_>, here: PlaceId) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(town) = view.town(here) {
        if !town.ships.is_none() {
            lines.push(tr!(texts, "land-moored", ships = ships(texts, town.ships)));
        }
        if let Some((laid, ready)) = town.fitting {
            lines.push(tr!(
                texts,
                "land-fitting",
                ships = ships(texts, laid),
                day = day(texts, view, ready)
            ));
        }
        if town.depot > 0 {
            lines.push(tr!(texts, "land-depot", n = number(town.depot)));
        }
        if let Some((shi, due)) = town.convoy {
            lines.push(tr!(
                texts,
                "land-convoy",
                n = number(shi),
                day = day(texts, view, due)
            ));
        }
        if let Some(away) = view.country(here).map(|c| c.away).filter(|n| *n > 0) {
            lines.push(tr!(texts, "land-away", n = number(away)));
        }
    }
    let left = view.grain_left(here);
    if left < 90 {
        lines.push(tr!(texts, "land-grain-left", n = left));
    }
    if let Some(until) = view.under_water(here) {
        lines.push(tr!(
            texts,
            "land-under-water",
            day = day(texts, view, until)
        ));
    }
    if let Some(men) = view.band(here) {
        let own = view.native(here) == Some(view.court());
        lines.push(match view.band_leader(here).filter(|_| own) {
            Some(who) => tr!(
                texts,
                "land-band-led",
                men = about(men),
                person = names::name(view, who)
            ),
            None => tr!(
                texts,
                if own {
                    "land-band-own"
                } else {
                    "land-band-hostile"
                },
                men = about(men)
            ),
        });
    }
    lines.extend(ice(texts, view, here));
    if view.realm().seat == here
        && let Some(shi) = view.city_eats()
    {
        lines.push(tr!(texts, "land-city", n = number(shi)));
    }
    lines
}

/// What the river at a place is, and what it will be, as a person of the time may guess.
#[must_use]
pub fn ice(texts: &Texts, view: &View<'_>, here: PlaceId) -> Option<String> {
    let ice = view.ice(here)?;
    let now = texts.t(match ice.now {
        IceNow::Bears => "land-ice-bears",
        IceNow::Drifts => "land-ice-drifts",
        IceNow::Open => "land-ice-open",
    });
    let guess = tr!(texts, "land-ice-guess", n = ice.bears.div_ceil(100));
    Some(match ice.now {
        IceNow::Bears => now,
        _ => format!("{now} {guess}"),
    })
}

/// What is to be said of one of one's own armies beside its numbers.
#[must_use]
pub fn army(texts: &Texts, view: &View<'_>, own: &OwnArmy) -> Vec<String> {
    let mut lines = Vec::new();
    if !own.ships.is_none() {
        let (boats, wheels) = fleet::aboard(own.men, own.ships.boats, own.ships.wheels);
        lines.push(tr!(
            texts,
            "land-fleet",
            ships = ships(texts, own.ships),
            men = number(boats + wheels),
            marines = own.marines
        ));
    }
    let percent = view.attachment_percent(own.attachment, own.commander.is_some());
    if percent > 100 {
        lines.push(tr!(
            texts,
            "land-his-own",
            n = own.attachment,
            more = percent - 100
        ));
    } else if percent < 100 {
        lines.push(tr!(
            texts,
            "land-his-own-gone",
            n = own.attachment,
            less = 100 - percent
        ));
    }
    lines.extend(super::house::complaint(texts, view, own));
    lines
}

/// An order of these in words; none for another.
#[must_use]
pub fn order(texts: &Texts, view: &View<'_>, order: &OrderNow) -> Option<String> {
    let book = view.book();
    Some(match *order {
        OrderNow::BuildShips { place, boats } => tr!(
            texts,
            "order-ships",
            place = names::place(book, place),
            n = number(boats)
        ),
        OrderNow::Embark { army } => {
            tr!(texts, "order-embark", army = names::army(texts, book, army))
        }
        OrderNow::Moor { army } => tr!(texts, "order-moor", army = names::army(texts, book, army)),
        OrderNow::Transport { place, shi } => tr!(
            texts,
            "order-transport",
            place = names::place(book, place),
            n = number(shi)
        ),
        OrderNow::Rouse { person, place } => tr!(
            texts,
            "order-rouse",
            person = names::person(texts, view, person),
            place = names::place(book, place)
        ),
        _ => return None,
    })
}

/// What is missing, and how to get it; none for another refusal.
#[must_use]
pub fn refused(texts: &Texts, view: &View<'_>, why: &Refusal) -> Option<String> {
    let book = view.book();
    let place = |id: PlaceId| names::place(book, id);
    let army = |id| names::army(texts, book, id);
    Some(match *why {
        Refusal::NoWater(at) => tr!(texts, "refusal-no-water", place = place(at)),
        Refusal::Afloat(id) => tr!(texts, "refusal-afloat", army = army(id)),
        Refusal::NoShips(id) => tr!(texts, "refusal-no-ships", army = army(id)),
        Refusal::NoneMoored(at) => tr!(texts, "refusal-none-moored", place = place(at)),
        Refusal::OnTheWay(id) => tr!(texts, "refusal-on-the-way", army = army(id)),
        Refusal::SlipsFull(at, until) => tr!(
            texts,
            "refusal-slips-full",
            place = place(at),
            day = day(texts, view, until)
        ),
        Refusal::TooMany { most, .. } => tr!(texts, "refusal-too-many", n = number(most)),
        Refusal::ConvoyUnderWay(at, until) => tr!(
            texts,
            "refusal-convoy",
            place = place(at),
            day = day(texts, view, until)
        ),
        Refusal::CutOff(at) => tr!(texts, "refusal-cut-off", place = place(at)),
        Refusal::NotOccupied(at) => tr!(texts, "refusal-not-occupied", place = place(at)),
        _ => return None,
    })
}

/// What a convoy would cost on its way: `n` in a hundred eaten, there by a day.
#[must_use]
pub fn carriage(texts: &Texts, view: &View<'_>, to: PlaceId) -> Option<String> {
    let way = view.carriage(to)?;
    let eaten = supply::carriage_permille(way.cart_km, way.boat_km);
    let xun = supply::convoy_xun(way.cart_km, way.boat_km);
    Some(tr!(
        texts,
        "land-carriage",
        boat = way.boat_km,
        cart = way.cart_km,
        n = eaten / 10,
        day = day(texts, view, Turn(view.turn().0 + xun))
    ))
}

/// An event of these in a sentence; none for another, or for one that is bookkeeping.
#[must_use]
pub fn event(texts: &Texts, view: &View<'_>, event: &Event) -> Option<String> {
    let book = view.book();
    let place = |id: PlaceId| names::place(book, id);
    let army = |id| names::army(texts, book, id);
    Some(match *event {
        Event::RiverMoved { from } => tr!(texts, "event-river-moved", place = place(from)),
        Event::Flooded {
            place: at, homes, ..
        } => {
            if homes == 0 {
                tr!(texts, "event-flooded", place = place(at))
            } else {
                tr!(
                    texts,
                    "event-flooded-homes",
                    place = place(at),
                    n = about(homes)
                )
            }
        }
        Event::ShipsLaid {
            place: at,
            boats,
            wheels,
            ready,
        } => tr!(
            texts,
            "event-ships-laid",
            place = place(at),
            ships = ships(texts, Ships { boats, wheels }),
            day = day(texts, view, ready)
        ),
        Event::ShipsReady { place: at } => tr!(texts, "event-ships-ready", place = place(at)),
        Event::Embarked {
            army: id,
            place: at,
            boats,
            wheels,
        } => tr!(
            texts,
            "event-embarked",
            army = army(id),
            place = place(at),
            ships = ships(texts, Ships { boats, wheels })
        ),
        Event::Moored {
            army: id,
            place: at,
            ..
        } => tr!(texts, "event-moored", army = army(id), place = place(at)),
        Event::ShipsLost {
            army: id,
            boats,
            wheels,
            burnt,
        } => tr!(
            texts,
            if burnt {
                "event-ships-burnt"
            } else {
                "event-ships-sunk"
            },
            army = army(id),
            ships = ships(texts, Ships { boats, wheels })
        ),
        Event::IceStopped {
            army: id,
            at,
            before,
        } => tr!(
            texts,
            "event-ice-stopped",
            army = army(id),
            at = place(at),
            before = place(before)
        ),
        Event::ConvoySent {
            place: at,
            shi,
            due,
            ..
        } => tr!(
            texts,
            "event-convoy-sent",
            place = place(at),
            n = number(shi),
            day = day(texts, view, due)
        ),
        Event::ConvoyRaided { place: to, at } => tr!(
            texts,
            "event-convoy-raided",
            place = place(to),
            at = place(at)
        ),
        Event::Dearth { place: at } => tr!(texts, "event-dearth", place = place(at)),
        Event::Roused {
            person, place: at, ..
        } => tr!(
            texts,
            "event-roused",
            person = names::person(texts, view, person),
            place = place(at)
        ),
        Event::BandGathered { place: at, .. } => {
            tr!(texts, "event-band-gathered", place = place(at))
        }
        Event::BandDispersed { place: at, .. } => {
            tr!(texts, "event-band-dispersed", place = place(at))
        }
        _ => return None,
    })
}
