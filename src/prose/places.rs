//! What a court knows of a place, in words: what it is, who stands there, what roads lead out.

use super::names;
use super::numbers::{about, date, number};
use super::orders;
use super::texts::{Texts, tr};
use crate::base::ids::{ArmyId, PlaceId};
use crate::scenario::model::{Place, River, Route, RouteKind};
use crate::view::{KnownArmy, View};

/// A place in a few sentences, after these first words of it: its walls, its siege, to whom it was signed away.
#[must_use]
pub fn state(texts: &Texts, view: &View<'_>, here: PlaceId) -> Vec<String> {
    let book = view.book();
    let place = &book.atlas.places[here.index()];
    let mut out = Vec::new();
    let walls = view
        .town(here)
        .map_or(place.walls, |t| (t.walls + 50) / 100);
    if walls > 0 {
        out.push(tr!(texts, "map-walls", n = walls));
    }
    out.push(super::capital(&format!(
        "{}.",
        super::war::ground(texts, view, here)
    )));
    if let Some(siege) = view.siege(here) {
        let (by, since) = (
            names::court(book, siege.by),
            date(texts, book.day(siege.since)),
        );
        out.push(tr!(
            texts,
            if siege.close {
                "map-besieged"
            } else {
                "map-watched"
            },
            court = by,
            day = since
        ));
    }
    out
}

/// To whom a place was signed away, if it was.
#[must_use]
pub fn ceded(texts: &Texts, view: &View<'_>, here: PlaceId) -> Option<String> {
    let book = view.book();
    let ceded = view.ceded(here)?;
    let mut words = tr!(
        texts,
        "map-ceded",
        court = names::court(book, ceded.to),
        day = date(texts, book.day(ceded.due))
    );
    if let Some(more) = would_open(texts, view, here) {
        words.push(' ');
        words.push_str(&more);
    }
    Some(words)
}

/// How likely a town of one's own that was signed away would open if it were told to.
fn would_open(texts: &Texts, view: &View<'_>, here: PlaceId) -> Option<String> {
    let ceded = view.ceded(here)?;
    let n = view.would_open(here)?;
    let key = if ceded.refused {
        "map-refuses"
    } else {
        "map-would-open"
    };
    Some(tr!(texts, key, n = n))
}

/// What is known of the town itself: garrison, food, captain, boats, resistance round it.
#[must_use]
pub fn town(texts: &Texts, view: &View<'_>, here: PlaceId) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(town) = view.town(here) {
        let captain = view
            .captain(here)
            .map_or_else(|| texts.t("map-no-captain"), |p| names::name(view, p));
        lines.push(tr!(
            texts,
            "map-garrison",
            men = number(town.garrison),
            morale = town.morale,
            captain = captain,
            days = town.stores
        ));
        if town.powder.loads > 0 {
            lines.push(super::war::stock(texts, town.powder));
        }
        if let Some((chance, _)) = view.despair(here) {
            lines.push(tr!(texts, "map-despair", n = chance));
        }
        if town.burnt {
            lines.push(texts.t("map-burnt"));
        }
        if let Some(country) = view.country(here).filter(|c| c.unrest > 0) {
            lines.push(tr!(texts, "map-unrest", n = country.unrest));
        }
        lines.extend(homes(texts, view, here));
    }
    lines.extend(super::land::place(texts, view, here));
    if view.town(here).is_none() && view.holder(here).is_some() {
        lines.push(tr!(
            texts,
            "map-guess",
            men = about(view.guessed_garrison(here))
        ));
    }
    lines
}

/// How many households live at a place of one's own, where some were carried off or settled.
#[must_use]
pub fn homes(texts: &Texts, view: &View<'_>, here: PlaceId) -> Option<String> {
    let country = view
        .country(here)
        .filter(|c| c.taken > 0 || c.settled > 0)?;
    Some(tr!(
        texts,
        "map-homes",
        n = number(view.homes(here)?),
        taken = number(country.taken),
        settled = number(country.settled)
    ))
}

/// Who stands there, as far as the court knows.
#[must_use]
pub fn armies(texts: &Texts, view: &View<'_>, here: PlaceId) -> Vec<String> {
    let book = view.book();
    let mut lines = Vec::new();
    for army in view.armies().filter(|a| a.at == here) {
        let mut line = tr!(
            texts,
            "map-own-here",
            army = names::army_with_commander(view, army.id),
            men = number(army.men),
            task = orders::task(texts, book, &army)
        );
        if let Some(next) = army.next {
            line = tr!(
                texts,
                "map-own-leaving",
                line = line,
                place = names::place(book, next)
            );
        }
        lines.push(line);
    }
    lines.extend(
        view.known()
            .filter(|a| a.place == here)
            .map(|a| sighting(texts, view, &a)),
    );
    lines
}

/// Another court's army as last reported.
#[must_use]
pub fn sighting(texts: &Texts, view: &View<'_>, army: &KnownArmy) -> String {
    let book = view.book();
    let id: ArmyId = army.id;
    tr!(
        texts,
        "map-sighting",
        army = book.armies[id.index()].name.as_str(),
        court = names::court(book, army.court),
        men = about(army.men),
        seen = names::age(texts, view.turn().0.saturating_sub(army.seen.0))
    )
}

/// Whose a place is.
#[must_use]
pub fn holder(texts: &Texts, view: &View<'_>, place: PlaceId) -> String {
    view.holder(place)
        .map_or_else(|| texts.t("map-nobodys"), |c| names::court(view.book(), c))
}

/// Roads out of a place by where they lead, nearest first.
#[must_use]
pub fn roads<'a>(view: &View<'a>, here: PlaceId) -> Vec<(PlaceId, Vec<&'a Route>)> {
    let atlas = &view.book().atlas;
    let mut out: Vec<(PlaceId, Vec<&Route>)> = Vec::new();
    for (route, other) in &atlas.neighbours[here.index()] {
        let route = &atlas.routes[route.index()];
        match out.iter_mut().find(|(to, _)| to == other) {
            Some((_, ways)) => ways.push(route),
            None => out.push((*other, vec![route])),
        }
    }
    for (_, ways) in &mut out {
        ways.sort_by_key(|w| w.km);
    }
    out.sort_by_key(|(other, ways)| (ways.first().map_or(0, |w| w.km), *other));
    out
}

/// What a road is like: the atlas's note, as far as it speaks of the road and not of some year, and the river it crosses.
#[must_use]
pub fn way(texts: &Texts, view: &View<'_>, route: &Route) -> String {
    let dated = |part: &&str| {
        part.split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits.len() == 4)
    };
    let cites = |part: &&str| part.contains(':');
    let note: Vec<&str> = route
        .note
        .split(';')
        .map(str::trim)
        .filter(|p| !p.is_empty() && !dated(p) && !cites(p))
        .collect();
    let way = if note.is_empty() {
        road(texts, route.kind)
    } else {
        note.join("; ")
    };
    match view.river_of(route) {
        River::None => way,
        river => tr!(
            texts,
            "map-crossing",
            way = way,
            river = self::river(texts, river)
        ),
    }
}

fn road(texts: &Texts, kind: RouteKind) -> String {
    texts.t(match kind {
        RouteKind::Road => "road-road",
        RouteKind::MountainPass => "road-pass",
        RouteKind::RiverDown => "road-river",
        RouteKind::Canal => "road-canal",
        RouteKind::Sea => "road-sea",
        RouteKind::Ford => "road-ford",
    })
}

fn river(texts: &Texts, river: River) -> String {
    texts.t(match river {
        River::None => "river-none",
        River::Yellow => "river-yellow",
        River::Huai => "river-huai",
        River::Yangzi => "river-yangzi",
    })
}

/// The wind that blows from here to there, of eight.
#[must_use]
pub fn compass(texts: &Texts, from: &Place, to: &Place) -> String {
    let north = i64::from(to.lat_milli - from.lat_milli);
    // A degree of longitude is about four fifths of one of latitude where this war was fought.
    let east = i64::from(to.lon_milli - from.lon_milli) * 4 / 5;
    let (n, e) = (north.abs(), east.abs());
    // Within 22.5 degrees of an axis counts as the axis: the tangent is 0.414.
    let (tall, wide) = (e * 1000 <= n * 414, n * 1000 <= e * 414);
    texts.t(match (tall, wide, north > 0, east > 0) {
        (true, _, true, _) => "wind-n",
        (true, _, false, _) => "wind-s",
        (_, true, _, true) => "wind-e",
        (_, true, _, false) => "wind-w",
        (_, _, true, true) => "wind-ne",
        (_, _, true, false) => "wind-nw",
        (_, _, false, true) => "wind-se",
        (_, _, false, false) => "wind-sw",
    })
}
