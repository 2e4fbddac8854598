//! How things stand on the first day, told where the news of later days will be: a court that has just sat down has heard nothing yet
//! and knows a good deal.

use crate::base::date::Turn;
use crate::base::ids::{CourtId, PlaceId};
use crate::prose::numbers::{FEW, join};
use crate::prose::texts::{Texts, tr};
use crate::prose::{names, places};
use crate::view::View;

/// With whom the court is at war and where they sit (of a war against people who hold nothing yet there is nothing to tell), what it has sworn, and what was reported of its enemies' armies, the largest first;
/// each with its place; nothing after the first day.
#[must_use]
pub fn sentences(texts: &Texts, view: &View<'_>) -> Vec<(Option<PlaceId>, String)> {
    if view.turn() != Turn(0) {
        return Vec::new();
    }
    let book = view.book();
    let enemy = |court: CourtId| {
        let name = names::court(book, court);
        if book.courts[court.index()].band || !view.other(court).stands {
            return name;
        }
        let seat = names::place(book, view.other(court).seat);
        tr!(texts, "outset-enemy", court = name, seat = seat)
    };
    let enemies: Vec<String> = view
        .enemies()
        .filter(|court| view.other(*court).stands && view.is_anywhere(*court))
        .map(enemy)
        .collect();
    let wars = if enemies.is_empty() {
        texts.t("outset-peace")
    } else {
        tr!(texts, "outset-war", courts = join(texts, &enemies))
    };
    let mut out = vec![(None, wars)];
    let sworn: Vec<String> = view
        .papers()
        .filter(|(_, paper)| paper.sworn.is_some() && paper.void.is_none())
        .map(|(draft, _)| names::draft(texts, view, draft))
        .collect();
    if !sworn.is_empty() {
        let papers = join(texts, &sworn);
        out.push((None, tr!(texts, "outset-sworn", papers = papers)));
    }
    let mut hosts: Vec<_> = view
        .known()
        .filter(|army| view.at_war(army.court))
        .collect();
    hosts.sort_by_key(|army| std::cmp::Reverse(army.men));
    hosts.truncate(FEW);
    out.extend(hosts.iter().map(|army| {
        let sighting = places::sighting(texts, view, army);
        let place = names::place(book, army.place);
        let words = tr!(texts, "armies-known", place = place, sighting = sighting);
        (Some(army.place), words)
    }));
    out
}
