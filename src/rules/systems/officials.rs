//! Officials of a town that changed hands, and captives who are offered an office.

use crate::base::ids::{CourtId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How, Stat, Why};
use crate::rules::formulas::service;
use crate::rules::state::Game;
use crate::rules::state::components::Figure;
use crate::rules::systems::treaties::audit;

/// Those of the losing side who are left in a town that fell, hold no army and are of no ruling house: they enter the victor's service, or are taken.
///
/// Where the sovereign himself is within, his court shares his lot and waits for what is done with him: it is shut in, not taken. Who
/// marches out on terms with the garrison goes to his court, if that sits elsewhere.
pub fn town_fell(
    game: &mut Game,
    place: PlaceId,
    from: CourtId,
    captain: Option<PersonId>,
    (by, how): (CourtId, How),
) {
    // Men of another court that is the victor's enemy, or stands with the loser, share the town's lot: Yanjing's old ministers in January 1123 had
    // served the emperor in the steppe as well as the one they set up.
    let loses: Vec<bool> = game
        .courts()
        .map(|of| {
            of == from
                || (of != by
                    && (game.at_war(by, of) || game.allied(of, from))
                    && !game.allied(of, by))
        })
        .collect();
    // Whose court sits here, and is not shut in with its sovereign.
    let sat_here: Vec<bool> = game
        .courts()
        .map(|of| {
            let realm = game.realm(of);
            let shut_in =
                || game.is_free(realm.ruler) && game.whereabouts(realm.ruler) == Some(place);
            realm.stands && realm.seat == place && !shut_in()
        })
        .collect();
    let here = |person: &PersonId| game.figure(*person).at == Some(place);
    let at_home = |person: &PersonId| game.figure(*person).at.is_none();
    let mut left: Vec<PersonId> = if sat_here.contains(&true) {
        // Whoever was sent nowhere may be here, for his court is.
        game.people().filter(|p| at_home(p) || here(p)).collect()
    } else {
        game.afield().iter().copied().filter(here).collect()
    };
    if let Some(captain) = captain.filter(at_home)
        && let Err(n) = left.binary_search(&captain)
    {
        left.insert(n, captain);
    }
    left.retain(|person| shares_its_lot(game, game.figure(*person), captain, &loses, &sat_here));
    for person in left {
        let chance = service::enters(how, game.figure(person).loyalty);
        let key = u32::from(person.0);
        if game
            .luck
            .permille(game.turn(), Purpose::Service, key, 0, chance)
        {
            game.emit(Event::Entered { person, to: by });
        } else if how == How::Terms && !homeless(game, person, place) {
            // He goes out by the other gate.
            if game.figure(person).at.is_some() {
                game.emit(Event::Recalled { person });
            }
        } else {
            game.emit(Event::Taken {
                person,
                by,
                surrendered: false,
            });
        }
    }
}

/// Whether a man who may be in a town that fell is, is of those who lost it, and has no army to lead out.
fn shares_its_lot(
    game: &Game,
    figure: &Figure,
    captain: Option<PersonId>,
    loses: &[bool],
    sat_here: &[bool],
) -> bool {
    let person = figure.id;
    let Some(of) = figure.court.filter(|of| loses[of.index()]) else {
        return false;
    };
    let here = figure.at.is_some() || sat_here[of.index()] || captain == Some(person);
    here && game.realm(of).ruler != person
        && game.is_free_as(person, figure)
        && !of_a_house(game, person)
        && (captain != Some(person) || is_civil(game, person))
        && game.command_of(person).is_none()
}

/// Whether the court of a man who is let go sits in this very town.
fn homeless(game: &Game, person: PersonId, place: PlaceId) -> bool {
    game.figure(person)
        .court
        .is_none_or(|of| game.realm(of).seat == place)
}

/// Whether a man is better at a desk than in a camp.
fn is_civil(game: &Game, person: PersonId) -> bool {
    let traits = &game.book.people[person.index()];
    traits.administration > traits.command
}

fn of_a_house(game: &Game, person: PersonId) -> bool {
    game.book.people[person.index()].house.is_some()
}

/// Whether a court may offer this captive an office: taken and not given as surety, of no ruling house, nobody's sovereign, and not promised back.
#[must_use]
pub fn employable(game: &Game, court: CourtId, person: PersonId) -> bool {
    game.captive(person)
        .is_some_and(|captive| captive.of == court && captive.detained)
        && game.figure(person).alive
        && !audit::promised(game, court, person)
        && !of_a_house(game, person)
        && game
            .figure(person)
            .court
            .is_some_and(|of| of != court && game.realm(of).ruler != person)
}

/// A captive is offered an office, and takes it or does not.
pub fn employ(game: &mut Game, court: CourtId, person: PersonId) {
    let chance = service::consents(game.figure(person).loyalty);
    let key = u32::from(person.0);
    if game
        .luck
        .permille(game.turn(), Purpose::Service, key, 1, chance)
    {
        game.emit(Event::Entered { person, to: court });
    } else {
        game.emit(Event::Declined { person, by: court });
        game.emit(Event::Stat {
            stat: Stat::Loyalty(person),
            by: service::REFUSED_FIRMER,
            why: Why::Order,
        });
    }
}
