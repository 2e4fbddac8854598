//! Phase 8: armies that were one man's own and were given to others mutiny: they go over to a court within reach, or men run.

use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, MenAccount, Stat, Task, Why};
use crate::rules::formulas::mutiny::{self, Case};
use crate::rules::state::Game;
use crate::rules::state::components::Bereft;
use crate::rules::state::muster::Kind;
use crate::rules::systems::palace;

/// What a mutiny costs the court in legitimacy, and those who stay in spirit.
const SHAME: i32 = -5;
const SHAKEN: i32 = -15;

/// Every army that lost its master, in order.
pub fn run(game: &mut Game) {
    let doubtful: Vec<ArmyId> = game
        .of_kind(Kind::Bereft)
        .filter(|(_, force, _)| force.men >= mutiny::ARMY)
        .map(|(id, _, _)| id)
        .collect();
    for army in doubtful {
        let Some(case) = case(game, army, game.force(army).commander) else {
            continue;
        };
        let chance = mutiny::chance(&case);
        if rolled(game, army, 0, chance) {
            rise(game, army, &case);
        }
    }
}

fn rolled(game: &Game, army: ArmyId, key: u32, chance: u32) -> bool {
    let army = u32::from(army.0);
    game.luck
        .permille(game.turn(), Purpose::Mutiny, army, key, chance)
}

/// What an army would have to complain of under this man; none for one that lost no master.
#[must_use]
pub fn case(game: &Game, army: ArmyId, under: Option<PersonId>) -> Option<Case> {
    let force = game.force(army);
    let lost = force.bereft.filter(|b| Some(b.person) != under)?;
    Some(Case {
        was: lost.was,
        months: months(game, lost),
        command: under.map(|p| game.book.people[p.index()].command),
        unpaid: palace::unpaid(game, force.court),
        morale: force.morale,
    })
}

/// Months since an army lost its master.
fn months(game: &Game, lost: Bereft) -> i32 {
    i32::from(game.turn().0.saturating_sub(lost.since.0)) / 3
}

/// Whether an army that lost its master still misses him: one that has forgotten him has nothing to complain of.
#[must_use]
pub fn remembers(game: &Game, lost: Bereft) -> bool {
    mutiny::left(lost.was, months(game, lost)) > 0
}

/// The court to which an army could go over, and the town of its where it would be met: at war with its own, not a band, of no ill name, within reach.
#[must_use]
pub fn refuge(game: &Game, army: ArmyId) -> Option<(CourtId, PlaceId)> {
    let court = game.force(army).court;
    let at = game.field(army)?.at;
    game.places()
        .filter_map(|p| Some((game.book.atlas.km(at, p), p, game.holder(p)?)))
        .filter(|(km, _, holder)| {
            *km <= mutiny::REACH_KM
                && game.at_war(court, *holder)
                && game.realm(*holder).stands
                && !game.book.courts[holder.index()].band
                && game.tables().welcome[holder.index()] >= mutiny::NAME
        })
        .min()
        .map(|(_, place, holder)| (holder, place))
}

/// One of the army's own officers who would lead it: at the same place, without a command, not wholly loyal.
fn ringleader(game: &Game, army: ArmyId) -> Option<PersonId> {
    let court = game.force(army).court;
    let at = game.field(army)?.at;
    game.people()
        .filter(|p| {
            let figure = game.figure(*p);
            game.is_free(*p)
                && figure.court == Some(court)
                && game.realm(court).ruler != *p
                && game.book.people[p.index()].command >= mutiny::A_SOLDIER
                && figure.loyalty < 70
                && game.command_of(*p).is_none()
                && game.whereabouts(*p) == Some(at)
        })
        .min_by_key(|p| (game.figure(*p).loyalty, *p))
}

fn rise(game: &mut Game, army: ArmyId, case: &Case) {
    let (court, men, over) = {
        let force = game.force(army);
        (force.court, force.men, force.commander)
    };
    let Some(field) = game.field(army).copied() else {
        return;
    };
    let to = refuge(game, army);
    let leader = ringleader(game, army);
    // Whoever was put over them and is no soldier seldom gets away.
    let killed = over.filter(|p| {
        case.command.is_some_and(|c| c < mutiny::A_SOLDIER)
            && game.realm(court).ruler != *p
            && rolled(game, army, 1, mutiny::KILLED)
    });
    let go = men * mutiny::share(case, to.is_some()) / 100;
    game.emit(Event::Mutinied {
        army,
        court,
        place: field.at,
        to: to.map(|(court, _)| court),
        men: go,
        killed,
    });
    if let Some(person) = killed {
        game.emit(Event::Died {
            person,
            in_battle: false,
        });
    }
    match to {
        Some((to, town)) => {
            stay(game, army, court, field.at, men - go);
            if over.is_some() && killed.is_none() {
                game.emit(Event::TookCommand { person: None, army });
            }
            if let Some(person) = leader {
                game.emit(Event::WentOver { person, to });
            }
            game.emit(Event::ArmyWentOver { army, to });
            if leader.is_some() {
                game.emit(Event::TookCommand {
                    person: leader,
                    army,
                });
            }
            game.emit(Event::Tasked {
                army,
                task: Task::March,
                goal: town,
            });
        }
        None => {
            if go > 0 {
                game.emit(Event::Men {
                    from: MenAccount::Army(army),
                    to: MenAccount::Scattered(court),
                    men: go,
                });
            }
            game.emit(Event::Stat {
                stat: Stat::Spirit(army),
                by: SHAKEN,
                why: Why::Mutiny,
            });
        }
    }
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(court),
        by: SHAME,
        why: Why::Mutiny,
    });
}

/// Who would not go with the others comes in to the nearest town of the court's.
fn stay(game: &mut Game, army: ArmyId, court: CourtId, at: PlaceId, men: u32) {
    if men == 0 {
        return;
    }
    let town = game
        .places()
        .filter(|p| {
            game.holder(*p) == Some(court) && (*p == at || game.siege(*p).is_none_or(|s| !s.close))
        })
        .min_by_key(|p| (game.book.atlas.km(at, *p), *p));
    game.emit(Event::Men {
        from: MenAccount::Army(army),
        to: town.map_or(MenAccount::Scattered(court), MenAccount::Garrison),
        men,
    });
}
