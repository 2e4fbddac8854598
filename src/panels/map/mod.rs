//! The map's signs, drawn over the painted ground: towns, armies, sieges, names, marches.

use std::collections::BTreeMap;

use super::intent::Intent;
use super::sight::Sight;
use crate::base::ids::ArmyId;
use crate::painting::earth::Spot;
use crate::view::View;

/// The map in what is left of the window.
pub fn map(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}

/// Where every army stands that the court knows of: its own, and others as last reported.
#[must_use]
pub fn standing(view: &View<'_>) -> BTreeMap<ArmyId, Spot> {
    let spot = |place: crate::base::ids::PlaceId| {
        let place = &view.book().atlas.places[place.index()];
        Spot::of_milli(place.lon_milli, place.lat_milli)
    };
    let own = view.armies().map(|a| (a.id, spot(a.at)));
    own.chain(view.known().map(|a| (a.id, spot(a.place))))
        .collect()
}
