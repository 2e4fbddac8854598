//! Those who stand before palaces: who comes and for what, what the court's answer does, and what becomes of a court that gives none.

use crate::base::ids::{CourtId, DraftId, PersonId};
use crate::base::luck::Purpose;
use crate::events::{Event, MenAccount, Parting, Petitioners, Plea, Stat, Why};
use crate::orders::Reply;
use crate::rules::execute;
use crate::rules::formulas::{palace, parties as weights, wealth};
use crate::rules::state::Game;
use crate::rules::state::components::Crowd;
use crate::rules::systems::{parties, throne, treasury};
use crate::scenario::language::Clause;
use crate::scenario::raw::Role;

/// So near an enemy camp can be seen from the wall.
const AT_THE_WALL_KM: u32 = 30;

/// Crowds wait, and new ones gather.
pub fn run(game: &mut Game) {
    let month = game.month_begins();
    for court in game.courts() {
        let realm = game.realm(court);
        let seat = realm.seat;
        let at_home = realm.stands
            && !game.book.courts[court.index()].band
            && game.holder(seat) == Some(court);
        if let Some(crowd) = game.crowd(court).copied() {
            if at_home {
                wait(game, crowd);
            } else {
                part(game, crowd, Parting::Unheard);
            }
        } else if at_home {
            if let Some(plea) = remonstrance(game, court) {
                gather(game, court, Petitioners::Students, plea);
            } else if month && let Some(plea) = mutiny(game, court) {
                gather(game, court, Petitioners::Guards, plea);
            }
        }
    }
}

fn gather(game: &mut Game, court: CourtId, who: Petitioners, plea: Plea) {
    game.emit(Event::Gathered { court, who, plea });
}

fn part(game: &mut Game, crowd: Crowd, how: Parting) {
    game.emit(Event::Parted {
        court: crowd.court,
        who: crowd.who,
        plea: crowd.plea,
        how,
    });
}

fn cost(game: &mut Game, court: CourtId, legitimacy: i32, morale: i32) {
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(court),
        by: legitimacy,
        why: Why::Crowd,
    });
    let seat = game.realm(court).seat;
    if game.holder(seat) == Some(court) && morale != 0 {
        game.emit(Event::Stat {
            stat: Stat::Morale(seat),
            by: morale,
            why: Why::Crowd,
        });
    }
}

/// Another xun without an answer. Students grow tired; guards do not wait for one.
fn wait(game: &mut Game, crowd: Crowd) {
    match crowd.who {
        Petitioners::Guards if game.turn() > crowd.since => {
            grant(game, crowd);
            cost(game, crowd.court, palace::CLEARED.0, 0);
            part(game, crowd, Parting::Forced);
        }
        Petitioners::Guards => {}
        Petitioners::Students if game.turn().0 >= crowd.since.0 + palace::PATIENCE => {
            part(game, crowd, Parting::Unheard);
        }
        Petitioners::Students => cost(
            game,
            crowd.court,
            palace::WAIT_LEGITIMACY,
            palace::WAIT_MORALE,
        ),
    }
}

/// Whether an enemy is near enough to a court's seat for the city to be afraid.
fn alarm(game: &Game, court: CourtId) -> bool {
    let seat = game.realm(court).seat;
    game.siege(seat).is_some_and(|s| game.at_war(court, s.by))
        || game.courts().any(|enemy| {
            game.at_war(court, enemy)
                && game.men_near(enemy, seat, palace::ALARM_KM) >= palace::ALARM_MEN
        })
}

/// A man was dismissed: with the enemy near, a great city does not let a man of the defence go without a word. It comes for him within the day.
pub fn dismissed(game: &mut Game, court: CourtId, person: PersonId, posts: usize) {
    let man = &game.book.people[person.index()];
    let trusted = posts > 0 && palace::is_trusted(man.stance, man.command);
    if !trusted || game.crowd(court).is_some() || !is_great(game, court) || !alarm(game, court) {
        return;
    }
    let seat = game.realm(court).seat;
    let at_the_wall = game.courts().any(|enemy| {
        game.at_war(court, enemy) && game.men_near(enemy, seat, AT_THE_WALL_KM) >= palace::ALARM_MEN
    });
    let key = u32::from(person.0);
    if rolled(game, court, key, palace::remonstrance(at_the_wall)) {
        gather(game, court, Petitioners::Students, Plea::Restore(person));
    }
}

/// Whether a court sits in its own great city.
fn is_great(game: &Game, court: CourtId) -> bool {
    let seat = game.realm(court).seat;
    game.realm(court).stands
        && !game.book.courts[court.index()].band
        && game.holder(seat) == Some(court)
        && game.book.atlas.places[seat.index()].households >= palace::GREAT_CITY
}

/// What the students of a great city would come for in quiet: towns that were signed away this xun.
fn remonstrance(game: &Game, court: CourtId) -> Option<Plea> {
    if !is_great(game, court) {
        return None;
    }
    let (draft, towns) = game
        .carried()
        .iter()
        .copied()
        .filter(|id| game.in_force(*id) && game.paper(*id).sworn == Some(game.turn()))
        .map(|id| (id, signed_away(game, court, id)))
        .find(|(_, towns)| *towns >= palace::TOWNS_SIGNED)?;
    let key = 0x1_0000 + u32::from(draft.0);
    (!alarm(game, court) && rolled(game, court, key, palace::protest(towns)))
        .then_some(Plea::Void(draft))
}

fn rolled(game: &Game, court: CourtId, key: u32, chance: u32) -> bool {
    game.luck.permille(
        game.turn(),
        Purpose::Palace,
        u32::from(court.0),
        key,
        chance,
    )
}

fn signed_away(game: &Game, court: CourtId, draft: DraftId) -> usize {
    let clauses = &game.terms(draft).clauses;
    clauses
        .iter()
        .filter(|c| matches!(c, Clause::Cede { by, .. } if *by == court))
        .count()
}

/// Whether a court's troops, who live by their pay, are not paid this month: nothing is left in the chest after it that they could be paid with.
#[must_use]
pub fn goes_without(game: &Game, court: CourtId) -> bool {
    treasury::lives_by_pay(game, court) && unpaid(game, court)
}

/// Whether there is nothing to pay them with, whatever they live by.
#[must_use]
pub fn unpaid(game: &Game, court: CourtId) -> bool {
    !game.book.courts[court.index()].band
        && wealth::purse(&game.realm(court).treasury) * 4 < treasury::pay(game, court).0
}

/// What the palace troops would come for, if they come: another sovereign where this one is nothing to them, else the head of the council.
fn mutiny(game: &Game, court: CourtId) -> Option<Plea> {
    let realm = game.realm(court);
    let seat = realm.seat;
    // A captive sovereign, or an enemy ring, leaves them nothing to rise against that would be nearer.
    if game.siege(seat).is_some() || throne::is_vacant(game, court) {
        return None;
    }
    // The corps that rose is broken up, whatever came of it, and others have the gates.
    if realm
        .guards_rose
        .is_some_and(|rose| game.turn().0 < rose.0 + palace::GUARDS_ANEW)
    {
        return None;
    }
    let town = game.town(seat);
    if realm.legitimacy >= 45 && town.morale >= 30 {
        return None;
    }
    let chance = palace::mutiny(
        unpaid(game, court),
        realm.legitimacy,
        game.country(seat).unrest,
        town.morale,
    );
    if !rolled(game, court, 0x2_0000, chance) {
        return None;
    }
    let another = throne::heir(game, court)
        .filter(|p| game.whereabouts(*p) == Some(seat))
        // Nobody rises for one who has sat there and was made to go.
        .filter(|p| !game.figure(*p).reigned)
        .filter(|_| realm.legitimacy < palace::ANOTHER_SOVEREIGN);
    another.map(Plea::Abdicate).or_else(|| {
        parties::voices(game, court)
            .into_iter()
            .filter(|v| {
                v.post
                    .is_some_and(|p| game.book.posts[p.index()].role == Role::ChiefCouncil)
            })
            .max_by_key(|v| v.weight)
            .map(|v| Plea::Dismiss(v.person))
    })
}

/// Loyal men at the seat, who would clear the square of guards with arms in their hands: those whose commanders are loyal.
#[must_use]
pub fn loyal_men(game: &Game, court: CourtId) -> u32 {
    let seat = game.realm(court).seat;
    game.standing_at(seat)
        .filter(|(_, force, field)| {
            force.court == court
                && field.next.is_none()
                && force
                    .commander
                    .is_some_and(|p| game.figure(p).loyalty >= 60)
        })
        .map(|(_, force, _)| force.men)
        .sum()
}

/// The court answers those who stand before its palace.
pub fn answer(game: &mut Game, court: CourtId, how: Reply) {
    let Some(crowd) = game.crowd(court).copied() else {
        return;
    };
    game.emit(Event::Replied { court, how });
    match how {
        Reply::Yield => {
            grant(game, crowd);
            part(game, crowd, Parting::Yielded);
        }
        Reply::Disperse => match crowd.who {
            Petitioners::Students => clear(game, crowd),
            Petitioners::Guards => put_down(game, crowd),
        },
    }
}

fn clear(game: &mut Game, crowd: Crowd) {
    let quiet = rolled(game, crowd.court, 0x3_0000, palace::QUIET);
    let (legitimacy, morale) = if quiet {
        palace::CLEARED
    } else {
        palace::BLOODY
    };
    cost(game, crowd.court, legitimacy, morale);
    part(game, crowd, Parting::Dispersed);
}

fn put_down(game: &mut Game, crowd: Crowd) {
    let seat = game.realm(crowd.court).seat;
    let mutineers = game.town(seat).garrison;
    let chance = palace::put_down(loyal_men(game, crowd.court), mutineers);
    if rolled(game, crowd.court, 0x4_0000, chance) {
        let men = mutineers / 10;
        if men > 0 {
            game.emit(Event::Men {
                from: MenAccount::Garrison(seat),
                to: MenAccount::Scattered(crowd.court),
                men,
            });
        }
        cost(game, crowd.court, -1, palace::CLEARED.1);
        part(game, crowd, Parting::Dispersed);
    } else {
        grant(game, crowd);
        cost(game, crowd.court, palace::CLEARED.0, 0);
        part(game, crowd, Parting::Forced);
    }
}

/// What they ask is done.
fn grant(game: &mut Game, crowd: Crowd) {
    let court = crowd.court;
    match crowd.plea {
        Plea::Restore(person) => restore(game, court, person),
        Plea::Dismiss(person) => {
            if game.figure(person).alive
                && game.figure(person).court == Some(court)
                && game.captive(person).is_none()
            {
                execute::dismiss(game, court, person);
                game.emit(Event::Exiled { person });
            }
        }
        Plea::Void(draft) => {
            if game.in_force(draft) {
                execute::treat::disown(game, court, draft);
            }
        }
        Plea::Abdicate(to) => {
            let from = game.realm(court).ruler;
            if throne::may_reign(game, court, to) {
                game.emit(Event::Abdicated { court, from, to });
                cost(game, court, palace::ABDICATE_LEGITIMACY, 0);
            }
            return;
        }
    }
    cost(game, court, palace::YIELD_LEGITIMACY, palace::YIELD_MORALE);
}

/// He is given back the posts that were taken from him last.
fn restore(game: &mut Game, court: CourtId, person: PersonId) {
    let figure = game.figure(person);
    if !figure.alive || figure.court != Some(court) || game.captive(person).is_some() {
        return;
    }
    let posts = game
        .tables()
        .dismissals
        .iter()
        .rev()
        .find(|d| d.person == person)
        .map_or_else(Vec::new, |d| d.posts.clone());
    if game.figure(person).exiled {
        game.emit(Event::Recalled { person });
    }
    for post in posts {
        execute::appoint(game, person, post);
    }
    parties::favour(game, person, weights::HEARD * 3, Why::Crowd);
}
