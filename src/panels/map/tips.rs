//! What the map says of a thing: its label for whoever listens, and its sentences for whoever points at it.

use super::banners::{self, Army, Flag};
use super::towns;
use crate::base::ids::PlaceId;
use crate::panels::sight::Sight;
use crate::prose::numbers::{about, date, number};
use crate::prose::texts::tr;
use crate::prose::{capital, names, orders, places};

/// A place in one line: `Kaifeng 開封, capital, Song, besieged by Jin since 31 January 1126`.
pub(super) fn place(see: &Sight<'_>, place: PlaceId) -> String {
    let (view, book, texts) = (see.view(), see.book(), see.texts());
    let mut parts = vec![
        names::place_both(book, place),
        names::kind(texts, book.atlas.places[place.index()].kind),
        places::holder(texts, &view, place),
    ];
    if let Some(siege) = view.siege(place) {
        let (court, day) = (
            names::court(book, siege.by),
            date(texts, book.day(siege.since)),
        );
        parts.push(if siege.close {
            tr!(texts, "map-label-besieged", court = court, day = day)
        } else {
            tr!(texts, "map-label-watched", court = court, day = day)
        });
    }
    if let Some(ceded) = view.ceded(place) {
        let court = names::court(book, ceded.to);
        parts.push(tr!(texts, "map-label-ceded", court = court));
    }
    if view.town(place).is_some_and(|t| t.burnt) {
        parts.push(texts.t("map-label-burnt"));
    }
    if towns::barred(see, place) {
        parts.push(texts.t("map-label-barred"));
    }
    if towns::is_unquiet(see, place) {
        parts.push(texts.t("map-label-unquiet"));
    }
    parts.join(", ")
}

/// What is known of a place itself, a paragraph each.
pub(super) fn town(see: &Sight<'_>, place: PlaceId) -> Vec<String> {
    let (view, texts) = (see.view(), see.texts());
    let mut lines = vec![places::state(texts, &view, place).join(" ")];
    lines.extend(places::ceded(texts, &view, place));
    lines.extend(places::town(texts, &view, place));
    lines.retain(|l| !l.is_empty());
    lines
}

/// Who stands at a place, a line each.
pub(super) fn armies(see: &Sight<'_>, place: PlaceId) -> Vec<String> {
    let lines = places::armies(see.texts(), &see.view(), place);
    lines.iter().map(|l| capital(l)).collect()
}

/// All that is known of a place.
pub(super) fn about_place(see: &Sight<'_>, place: PlaceId) -> Vec<String> {
    let mut lines = town(see, place);
    lines.extend(armies(see, place));
    lines
}

/// An army in one line.
pub(super) fn army(see: &Sight<'_>, army: &Army) -> String {
    let (view, book, texts) = (see.view(), see.book(), see.texts());
    let mut parts = vec![
        names::army_with_commander(&view, army.id),
        names::court(book, army.court),
    ];
    match army.age {
        None => parts.push(tr!(texts, "map-label-men", men = number(army.men))),
        Some(_) => parts.push(tr!(texts, "map-label-about", men = about(army.men))),
    }
    let place = names::place(book, army.place);
    parts.push(if army.marching {
        tr!(texts, "map-label-from", place = place)
    } else {
        tr!(texts, "map-label-at", place = place)
    });
    match army.age {
        None => {
            if let Some(own) = view.army(army.id) {
                parts.push(orders::task(texts, book, &own));
            }
        }
        Some(age) => parts.push(banners::seen(see, age)),
    }
    parts.join(", ")
}

/// A banner in one line: each army that shares it.
pub(super) fn flag(see: &Sight<'_>, flag: &Flag) -> String {
    let each: Vec<String> = flag.armies.iter().map(|a| army(see, a)).collect();
    each.join("; ")
}
