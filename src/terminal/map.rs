//! The neighbourhood of a place in words: what stands here, what roads lead out, who holds what lies along them.

use super::layout::{Page, pad, right};
use crate::base::ids::PlaceId;
use crate::prose::numbers::number;
use crate::prose::places::{self, compass, holder, roads, sighting};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, names, sentence};
use crate::view::View;

/// Columns of the label on the left: direction and distance.
const LABEL: usize = 15;

/// The neighbourhood of a place.
#[must_use]
pub fn around(texts: &Texts, view: &View<'_>, here: PlaceId) -> Page {
    let book = view.book();
    let place = &book.atlas.places[here.index()];
    let mut page = Page::new();
    let whose = holder(texts, view, here);
    let mut head = tr!(
        texts,
        "map-around",
        place = names::place_both(book, here),
        kind = names::kind(texts, place.kind),
        holder = whose
    );
    for words in places::state(texts, view, here) {
        head.push(' ');
        head.push_str(&words);
    }
    page.para(&head);
    if let Some(words) = places::ceded(texts, view, here) {
        page.para(&words);
    }
    standing(texts, view, here, &mut page);
    for (other, ways) in roads(view, here) {
        let there = &book.atlas.places[other.index()];
        let km = ways.first().map_or(0, |w| w.km);
        let label = format!(
            "{}{} km",
            pad(&format!("{},", compass(texts, place, there)), 4),
            right(&number(km), 3)
        );
        let mut text = tr!(
            texts,
            "map-road",
            place = names::place_both(book, other),
            holder = holder(texts, view, other)
        );
        for (i, way) in ways.iter().enumerate() {
            text.push(' ');
            let words = places::way(texts, view, way);
            text.push_str(&if i == 0 {
                sentence(&words)
            } else {
                tr!(texts, "map-also", way = words, km = number(way.km))
            });
        }
        for extra in [
            view.siege(other)
                .map(|s| tr!(texts, "map-besieged-by", court = names::court(book, s.by))),
            view.barred(here, other).then(|| texts.t("map-barred")),
        ]
        .into_iter()
        .flatten()
        {
            text.push(' ');
            text.push_str(&extra);
        }
        for army in view.armies().filter(|a| a.at == other && a.next.is_none()) {
            text.push(' ');
            text.push_str(&tr!(
                texts,
                "map-own-there",
                army = names::army_with_commander(view, army.id),
                men = number(army.men)
            ));
        }
        for army in view.known().filter(|a| a.place == other) {
            text.push(' ');
            text.push_str(&sighting(texts, view, &army));
        }
        page.beside(2, &label, LABEL - 2, &text);
    }
    page
}

fn standing(texts: &Texts, view: &View<'_>, here: PlaceId, page: &mut Page) {
    let mut lines = places::town(texts, view, here);
    lines.extend(places::armies(texts, view, here));
    let label = texts.t("map-here");
    if lines.is_empty() {
        lines.push(texts.t("map-nobody"));
    }
    for (i, line) in lines.iter().enumerate() {
        page.beside(
            2,
            if i == 0 { &label } else { "" },
            LABEL - 2,
            &capital(line),
        );
    }
}
