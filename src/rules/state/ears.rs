//! Whose affair an event is, and where it takes place, as things stand when it happens. Towns and armies change hands; what was news to one court does not
//! become news to another with them.

use super::Game;
use crate::base::ids::{CourtId, IncidentId, PlaceId};
use crate::events::{Ears, Event};
use crate::scenario::model::Eff;

/// The courts to which an event matters by what is theirs at the time: armies, towns, men before a town. What any court may hear of is everybody's here; what is
/// one court's whoever holds what is for the view to say.
#[must_use]
pub(super) fn of(game: &Game, event: &Event) -> Ears {
    let army = |id| Ears::of(game.force(id).court);
    let near = |is: &dyn Fn(CourtId) -> bool| game.courts().filter(|c| is(*c)).collect();
    let held = |place: PlaceId, by: CourtId| game.holder(place).is_some_and(|h| game.allied(h, by));
    match *event {
        Event::Detached { army: id, .. }
        | Event::Reached { army: id, .. }
        | Event::Stopped { army: id, .. }
        | Event::NotLetIn { army: id, .. }
        | Event::Halted { army: id, .. }
        | Event::IceStopped { army: id, .. }
        | Event::Embarked { army: id, .. }
        | Event::Moored { army: id, .. }
        | Event::TooLate { army: id, .. }
        | Event::Panicked { army: id } => army(id),
        // Where a man waits for a post is his own side's affair.
        Event::Recalled { person } => game
            .figure(person)
            .court
            .map_or(Ears::ALL, |whose| near(&|by| game.allied(by, whose))),
        // What goes on inside another's camp or town is not seen from here, unless one's own men lie before it.
        Event::Befell { army: Some(id), .. } => {
            let whose = game.force(id).court;
            near(&|by| game.allied(by, whose))
        }
        Event::Befell {
            place: Some(place), ..
        } => {
            near(&|by| held(place, by) || game.siege(place).is_some_and(|s| game.allied(by, s.by)))
        }
        Event::Befell {
            incident,
            army: None,
            place: None,
        } => near(&|by| seen(game, by, incident)),
        Event::ShipsLaid { place, .. }
        | Event::ShipsReady { place }
        | Event::ConvoyCame { place }
        | Event::Dearth { place } => near(&|by| held(place, by)),
        // Whoever lost the grain, and whoever took it.
        Event::ConvoyRaided { place, at } => near(&|by| {
            [place, at]
                .into_iter()
                .any(|p| held(p, by) || game.country(p).native == Some(by))
        }),
        Event::BandGathered { place, by: whose } | Event::BandDispersed { place, by: whose } => {
            near(&|by| by == whose || held(place, by))
        }
        _ => Ears::ALL,
    }
}

/// Where an event takes place, for the delay of its news.
#[must_use]
pub(super) fn place(game: &Game, event: &Event) -> Option<PlaceId> {
    match *event {
        Event::Fought { place, .. }
        | Event::SiegeLaid { place, .. }
        | Event::RingChanged { place, .. }
        | Event::SiegeLifted { place }
        | Event::Fell { place, .. }
        | Event::CessionRefused { place }
        | Event::GateOpened { place, .. }
        | Event::CrossingBurnt { place }
        | Event::CrossingMended { place }
        | Event::DikeBroken { place }
        | Event::Flooded { place, .. }
        | Event::RiverMoved { from: place }
        | Event::ShipsLaid { place, .. }
        | Event::ShipsReady { place }
        | Event::Embarked { place, .. }
        | Event::Moored { place, .. }
        | Event::IceStopped { at: place, .. }
        | Event::ConvoyRaided { at: place, .. }
        | Event::Dearth { place }
        | Event::Roused { place, .. }
        | Event::BandGathered { place, .. }
        | Event::BandDispersed { place, .. }
        | Event::Reached { place, .. }
        | Event::Crossed { place, .. }
        | Event::Stopped { at: place, .. }
        | Event::NotLetIn { at: place, .. }
        | Event::Halted { at: place, .. }
        | Event::TooLate { at: place, .. }
        | Event::Rose { place }
        | Event::Befell {
            place: Some(place), ..
        } => Some(place),
        Event::Befell {
            incident,
            army: None,
            place: None,
        } => scene(game, incident),
        Event::Raised { at, .. } | Event::Detached { at, .. } => Some(at),
        Event::Mutinied { place, .. } | Event::CarriedOff { place, .. } => Some(place),
        Event::Gone { army, .. }
        | Event::ArmyWentOver { army, .. }
        | Event::ShipsLost { army, .. }
        | Event::Panicked { army } => game.field(army).map(|f| f.at),
        _ => None,
    }
}

/// What an incident of the world touches.
enum Touched {
    /// What the world sees: a death.
    World,
    /// This place.
    Place(PlaceId),
    /// Something of this court's.
    Court(Option<CourtId>),
}

fn touched(game: &Game, effects: &[Eff], out: &mut Vec<Touched>) {
    for effect in effects {
        match effect {
            Eff::Unrest(place, _) | Eff::Morale(place, _) => out.push(Touched::Place(*place)),
            Eff::Spirit(army, _) => out.push(Touched::Court(Some(game.force(*army).court))),
            Eff::Loyalty(person, _) => out.push(Touched::Court(game.figure(*person).court)),
            Eff::Chance(_, yes, no) => {
                touched(game, yes, out);
                touched(game, no, out);
            }
            Eff::Later(_, inner) => touched(game, inner, out),
            Eff::Set(_) | Eff::Clear(_) => {}
            _ => out.push(Touched::World),
        }
    }
}

/// Whether a court hears of an incident of the world at all: a death is told far and wide, but what goes on inside another's towns, camps and offices is
/// seen from there alone, or by whoever lies before them.
fn seen(game: &Game, court: CourtId, incident: IncidentId) -> bool {
    let mut all = Vec::new();
    touched(
        game,
        &game.book.incidents[incident.index()].effects,
        &mut all,
    );
    let ours = |of: Option<CourtId>| of.is_some_and(|of| game.allied(of, court));
    all.is_empty()
        || all.iter().any(|what| match *what {
            Touched::World => true,
            Touched::Place(place) => {
                ours(game.holder(place)) || ours(game.siege(place).map(|s| s.by))
            }
            Touched::Court(of) => ours(of),
        })
}

/// Where an incident of the world took place: the first place that its effects name. A death is told everywhere at once, with the man's name.
fn scene(game: &Game, incident: IncidentId) -> Option<PlaceId> {
    let effects = &game.book.incidents[incident.index()].effects;
    let dies = |effect: &Eff| matches!(effect, Eff::Die(_));
    if effects.iter().any(dies) {
        return None;
    }
    effects.iter().find_map(|effect| match effect {
        Eff::Unrest(place, _) | Eff::Morale(place, _) => Some(*place),
        _ => None,
    })
}
