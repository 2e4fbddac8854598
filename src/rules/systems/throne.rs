//! Thrones: the next of the house when a sovereign dies, a court that nobody is left to head, and what it costs that nobody free reigns.

use crate::base::ids::{CourtId, PersonId};
use crate::events::{Downfall, Event, How, MenAccount, Stat, Why};
use crate::rules::formulas::throne;
use crate::rules::state::Game;
use crate::rules::state::components::Figure;

/// Every throne, in order.
pub fn run(game: &mut Game) {
    let month = game.month_begins();
    for court in game.courts() {
        if !game.realm(court).stands {
            continue;
        }
        let ruler = game.realm(court).ruler;
        if !game.figure(ruler).alive {
            pass_on(game, court, ruler);
        } else if month && is_vacant(game, court) && !game.book.courts[court.index()].band {
            game.emit(Event::Stat {
                stat: Stat::Legitimacy(court),
                by: throne::HEADLESS,
                why: Why::Throne,
            });
        }
    }
}

/// Whether nobody who is free sits on a court's throne: its holder is dead or in enemy hands, or his house was declared deposed.
#[must_use]
pub fn is_vacant(game: &Game, court: CourtId) -> bool {
    let realm = game.realm(court);
    !game.figure(realm.ruler).alive
        || game.captive(realm.ruler).is_some()
        || (realm.deposed && !realm.restored)
}

/// Whether a person could take a court's throne: of the house, of the court, and free.
#[must_use]
pub fn may_reign(game: &Game, court: CourtId, person: PersonId) -> bool {
    game.is_of_house(person, court)
        && game.figure(person).court == Some(court)
        && game.is_free(person)
        && game.realm(court).ruler != person
        // Nobody is set on a throne in a town that the enemy holds.
        && game
            .whereabouts(person)
            .is_none_or(|at| !game.hostile_place(court, at))
}

/// Whether a person of an enemy court is in a town that this court holds.
#[must_use]
pub fn in_reach(game: &Game, court: CourtId, person: PersonId) -> bool {
    let figure = game.figure(person);
    let Some(of) = figure.court.filter(|of| game.at_war(court, *of)) else {
        return false;
    };
    // Whoever is with no army is where he was sent, or at his court's seat. That is asked first: towns are quickly looked up, armies are not.
    let at = figure.at.unwrap_or_else(|| game.realm(of).seat);
    figure.alive
        && game.holder(at) == Some(court)
        && game.captive(person).is_none()
        && game.command_of(person).is_none()
}

/// Who was named to come next, while he can.
#[must_use]
pub fn heir_named(game: &Game, court: CourtId) -> Option<PersonId> {
    game.realm(court)
        .heir
        .filter(|p| may_reign(game, court, *p))
}

/// Who comes next: the heir who was named, then the house in its order; for a band, whoever serves it and knows war best.
#[must_use]
pub fn heir(game: &Game, court: CourtId) -> Option<PersonId> {
    if let Some(heir) = heir_named(game, court) {
        return Some(heir);
    }
    let house = game.house(court).iter().copied();
    if let Some(next) = house.into_iter().find(|p| may_reign(game, court, *p)) {
        return Some(next);
    }
    game.book.courts[court.index()]
        .band
        .then(|| {
            let serves = |figure: &&Figure| {
                figure.court == Some(court)
                    && game.is_free_as(figure.id, figure)
                    && game.realm(court).ruler != figure.id
            };
            let people = game.figures().iter().filter(serves);
            people
                .map(|figure| figure.id)
                .max_by_key(|p| (game.book.people[p.index()].command, std::cmp::Reverse(*p)))
        })
        .flatten()
}

fn pass_on(game: &mut Game, court: CourtId, from: PersonId) {
    if let Some(to) = heir(game, court) {
        game.emit(Event::Succeeded { court, from, to });
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by: throne::SUCCESSION,
            why: Why::Throne,
        });
    } else if !game.book.courts[court.index()].band && nobody_left(game, court) {
        scatter(game, court);
    }
}

/// Whether nobody of the house is alive, free or captive: as long as one is, men will wait for him.
fn nobody_left(game: &Game, court: CourtId) -> bool {
    !game.house(court).iter().any(|p| game.figure(*p).alive)
}

/// A court without a house ceases: its armies go home as they can, and a throne that another set up goes back to the country it was cut from.
fn scatter(game: &mut Game, court: CourtId) {
    let puppet = game.realm(court).patron.is_some();
    cease(game, court, Downfall::NoHouse);
    if !puppet {
        return;
    }
    for place in game.places() {
        let native = game.country(place).native;
        if game.holder(place) == Some(court)
            && let Some(to) = native.filter(|n| *n != court)
        {
            game.emit(Event::Fell {
                place,
                from: Some(court),
                to,
                how: How::Rising,
            });
        }
    }
}

/// Whom a court has in its hands.
pub(super) fn held_by(game: &Game, court: CourtId) -> Vec<PersonId> {
    let held = |person: &PersonId| game.captive(*person).is_some_and(|c| c.of == court);
    game.captives().iter().copied().filter(held).collect()
}

/// A court is no more, and its armies go home as they can: nobody is left to pay or to command them, or to guard a door.
pub(super) fn cease(game: &mut Game, court: CourtId, why: Downfall) {
    game.emit(Event::CourtFell { court, why });
    for person in held_by(game, court) {
        game.emit(Event::Freed { person });
        came_home(game, person);
    }
    for army in game.standing_ids() {
        let (of, men) = (game.force(army).court, game.force(army).men);
        if of != court {
            continue;
        }
        if men > 0 {
            game.emit(Event::Men {
                from: MenAccount::Army(army),
                to: MenAccount::Scattered(court),
                men,
            });
        }
        game.emit(Event::Gone {
            army,
            scattered: true,
        });
    }
}

/// One who sat on a throne came home while another sits there in his place.
pub fn came_home(game: &mut Game, person: PersonId) {
    let Some(court) = game.figure(person).court else {
        return;
    };
    if game.figure(person).reigned
        && game.is_of_house(person, court)
        && game.realm(court).ruler != person
        && game.is_free(person)
    {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by: throne::ELDER_HOME,
            why: Why::Throne,
        });
    }
}
