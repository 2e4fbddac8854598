//! A scenario's places and routes on the painted earth, for rivers' names and the lines of roads. It takes a while: do it once,
//! off the window's thread.

use std::sync::{Arc, Mutex, PoisonError};

use super::roads::spot;
use crate::base::ids::PlaceId;
use crate::painting::ground::{Atlas, Link, Town, Way};
use crate::scenario::model::{PlaceKind, RouteKind, Scenario};

/// The ground with the towns and routes of a scenario: both in the order of its atlas.
#[must_use]
pub fn survey(book: &Scenario) -> Atlas {
    let towns: Vec<Town> = book
        .atlas
        .places
        .iter()
        .enumerate()
        .map(|(i, place)| Town {
            id: place.id.clone(),
            at: spot(book, PlaceId::of(i)),
            rank: match place.kind {
                PlaceKind::Capital => 3,
                PlaceKind::SuperiorPrefecture => 2,
                PlaceKind::Prefecture | PlaceKind::TribalSeat => 1,
                PlaceKind::Pass | PlaceKind::Ford | PlaceKind::Port | PlaceKind::Depot => 0,
            },
        })
        .collect();
    let links: Vec<Link> = book
        .atlas
        .routes
        .iter()
        .map(|route| Link {
            from: route.from.index(),
            to: route.to.index(),
            way: match route.kind {
                RouteKind::Road => Way::Road,
                RouteKind::MountainPass => Way::Pass,
                RouteKind::Ford => Way::Ford,
                RouteKind::RiverDown => Way::River,
                RouteKind::Canal => Way::Canal,
                RouteKind::Sea => Way::Sea,
            },
        })
        .collect();
    Atlas::new(&towns, &links)
}

/// The same, made once for each scenario however many windows or games ask.
#[must_use]
pub fn kept(book: &Scenario) -> Arc<Atlas> {
    static KEPT: Mutex<Vec<(u64, Arc<Atlas>)>> = Mutex::new(Vec::new());
    // Whoever comes while it is being made waits for it.
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, atlas)) = kept.iter().find(|(of, _)| *of == book.content_hash) {
        return atlas.clone();
    }
    let atlas = Arc::new(survey(book));
    kept.push((book.content_hash, atlas.clone()));
    atlas
}
