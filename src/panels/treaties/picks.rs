//! Places and people that a clause may name: the likely ones first, any other by its name.

use egui::{Id, Ui};

use crate::base::ids::{CourtId, PersonId, PlaceId};
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::Tip;
use crate::panels::widgets::{chip, line_edit, text};
use crate::prose::names;
use crate::table::writing::{ClauseKind, Field, Sketch};
use crate::view::View;

/// How many are shown before one must search.
const SHOWN: usize = 8;

fn memory() -> Id {
    Id::new("search for a clause")
}

/// What was searched for is forgotten with the clause.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(|d| d.remove::<String>(memory()));
}

fn search(ui: &mut Ui, see: &Sight<'_>) -> String {
    let mut typed: String = ui.data(|d| d.get_temp(memory())).unwrap_or_default();
    let hint = see.texts().t("brush-search");
    if line_edit(ui, see.look, &hint, &mut typed).changed() {
        ui.data_mut(|d| d.insert_temp(memory(), typed.clone()));
    }
    names::fold(&typed)
}

/// Places a clause of this kind is likely to name, the nearest to the other side first.
fn likely(view: &View<'_>, to: CourtId, field: Field, sketch: &Sketch) -> Vec<PlaceId> {
    let own = view.court();
    let other_side = if sketch.by == own { to } else { own };
    let atlas = &view.book().atlas;
    let holds = |court: CourtId, place: PlaceId| view.holder(place) == Some(court);
    let (seat_of_own, seat_of_other) = (view.realm().seat, view.other(to).seat);
    let mut found: Vec<(bool, u32, PlaceId)> = view
        .places()
        .map(|place| {
            let fits = match (field, sketch.kind) {
                (Field::Place, ClauseKind::Cede) => holds(sketch.by, place),
                (Field::Place, ClauseKind::Share | ClauseKind::Campaign) => {
                    !holds(own, place) && !holds(to, place)
                }
                (Field::Places, _) => holds(other_side, place),
                _ => true,
            };
            let km = match (field, sketch.kind) {
                // What lies towards the other side is what one speaks of.
                (Field::Place, ClauseKind::Cede) if sketch.by == own => {
                    atlas.km(place, seat_of_other)
                }
                (Field::Place, ClauseKind::Cede) => atlas.km(place, seat_of_own),
                (Field::Places, _) => atlas.km(place, view.other(sketch.by).seat),
                _ => atlas.km(place, seat_of_own) + atlas.km(place, seat_of_other),
            };
            (!fits, km, place)
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., place)| place).collect()
}

/// Where: one place, several, or none at all.
pub(super) fn places(ui: &mut Ui, see: &Sight<'_>, to: CourtId, field: Field, sketch: &mut Sketch) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let wanted = search(ui, see);
    let name = |place: PlaceId| names::place_both(see.book(), place);
    let named: Vec<PlaceId> = match field {
        Field::Places => sketch.places.clone(),
        _ => sketch.place.into_iter().collect(),
    };
    let mut list: Vec<PlaceId> = named.clone();
    list.extend(
        likely(&view, to, field, sketch)
            .into_iter()
            .filter(|p| !named.contains(p) && names::fold(&name(*p)).contains(&wanted))
            .take(SHOWN),
    );
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        if field == Field::At
            && chip(ui, look, &texts.t("brush-anywhere"), sketch.place.is_none()).clicked()
        {
            sketch.place = None;
        }
        for place in list {
            if !chip(ui, look, &name(place), named.contains(&place)).clicked() {
                continue;
            }
            if field != Field::Places {
                sketch.place = Some(place);
            } else if named.contains(&place) {
                sketch.places.retain(|p| *p != place);
            } else {
                sketch.places.push(place);
            }
        }
    });
}

/// People that a clause may name: for a surety the house first, then the great officers; for a return those in the other's hands.
fn persons(see: &Sight<'_>, to: CourtId, sketch: &Sketch) -> Vec<PersonId> {
    let view = see.view();
    let own = view.court();
    let of = if sketch.by == own { to } else { own };
    let book = see.book();
    let mut found: Vec<(bool, i32, PersonId)> = (0..book.people.len())
        .map(PersonId::of)
        .filter(|who| view.alive(*who))
        .filter_map(|who| {
            let man = &book.people[who.index()];
            match sketch.kind {
                ClauseKind::Return => {
                    let held = view.captive(who).is_some_and(|c| c.of == sketch.by);
                    let theirs = view.figure(who).court == Some(of);
                    let came = view.came_over(who, sketch.by, of);
                    ((held && theirs) || came).then_some((man.house.is_none(), 0, who))
                }
                _ => {
                    let serves = view.figure(who).court == Some(sketch.by);
                    let known = man.house == Some(sketch.by)
                        || names::office(see.texts(), &view, who).is_some();
                    let reigns = view.other(sketch.by).ruler == who;
                    (serves && known && !reigns && view.captive(who).is_none()).then_some((
                        man.house != Some(sketch.by),
                        -man.administration,
                        who,
                    ))
                }
            }
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., who)| who).collect()
}

/// Whom.
pub(super) fn people(ui: &mut Ui, see: &Sight<'_>, to: CourtId, sketch: &mut Sketch) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let wanted = search(ui, see);
    let name = |who: PersonId| names::both(&view, who);
    let all = persons(see, to, sketch);
    if all.is_empty() {
        text(ui, Type::Note, look.ink.song, &texts.t("brush-nobody"));
    }
    let chosen = sketch.person;
    let others = all
        .into_iter()
        .filter(|who| Some(*who) != chosen && names::fold(&name(*who)).contains(&wanted))
        .take(SHOWN);
    let list: Vec<PersonId> = chosen.into_iter().chain(others).collect();
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for who in list {
            let office = names::office(texts, &view, who).unwrap_or_default();
            let pressed = chip(ui, look, &name(who), chosen == Some(who));
            let pressed = if office.is_empty() {
                pressed
            } else {
                pressed.tip(office)
            };
            if pressed.clicked() {
                sketch.person = Some(who);
            }
        }
    });
}
