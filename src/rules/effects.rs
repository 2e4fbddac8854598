//! What a choice does. A choice does only what its own court can do: an effect that has become impossible (the man is dead, the town lost) does nothing.

use super::check;
use super::execute;
use super::state::Game;
use super::systems::{errands, lives, masters, parties};
use crate::base::ids::{ArmyId, CourtId, DecisionId, OptionId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How, MenAccount, Reason, Stat, Why};
use crate::scenario::model::Eff;

/// Who acts, and on what ground.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// The deciding court.
    pub court: CourtId,
    /// The reason entered in the books.
    pub why: Why,
    /// The decision and option, if it is a choice: needed to defer.
    pub source: Option<(DecisionId, OptionId)>,
    /// What an incident befell.
    pub it: (Option<ArmyId>, Option<PlaceId>),
}

/// Chooses an option: pays its cost and does what it does. It must have passed [`check::choice`].
pub fn choose(game: &mut Game, decision: DecisionId, option: OptionId) {
    let book = game.book.clone();
    let matter = &book.decisions[decision.index()];
    let choice = &matter.options[option.index()];
    game.emit(Event::Chose { decision, option });
    execute::pay_out(game, matter.court, &choice.cost, Reason::Choice);
    let act = Act {
        court: matter.court,
        why: Why::Choice(decision, option),
        source: Some((decision, option)),
        it: (None, None),
    };
    parties::took_course(game, decision, option);
    let mut path = game.room_for_path();
    all(game, act, &choice.effects, &mut path);
    game.done_with_path(path);
}

/// Effects whose time has come.
pub fn come_due(game: &mut Game) {
    let mut i = 0;
    while i < game.tables().deferred.len() {
        if game.tables().deferred[i].due > game.turn() {
            i += 1;
            continue;
        }
        let mut path = game.room_for_path();
        let deferred = &game.tables().deferred[i];
        let (decision, option) = (deferred.decision, deferred.option);
        path.extend_from_slice(&deferred.path);
        game.emit(Event::DeferredDone {
            index: u16::try_from(i).unwrap_or(u16::MAX),
        });
        let book = game.book.clone();
        let matter = &book.decisions[decision.index()];
        let act = Act {
            court: matter.court,
            why: Why::Choice(decision, option),
            source: Some((decision, option)),
            it: (None, None),
        };
        if let Some(effects) = follow(&matter.options[option.index()].effects, &path) {
            // What nobody is left to carry out, or nobody may, is not said to be ordered.
            let ordered = |e: &Eff| matches!(e, Eff::Order(order) if check::lawful(game, act.court, order).is_ok());
            if effects.iter().any(ordered) {
                game.emit(Event::CameDue { decision, option });
            }
            all(game, act, effects, &mut path);
        }
        game.done_with_path(path);
    }
}

/// The list of effects at a path of indices: at each step an effect, and within a chance which of its two roads (0 or 1).
fn follow<'a>(effects: &'a [Eff], path: &[u8]) -> Option<&'a [Eff]> {
    let Some((first, rest)) = path.split_first() else {
        return Some(effects);
    };
    match effects.get(*first as usize)? {
        Eff::Later(_, inner) => follow(inner, rest),
        Eff::Chance(_, yes, no) => {
            let (road, rest) = rest.split_first()?;
            follow(if *road == 0 { yes } else { no }, rest)
        }
        _ => None,
    }
}

/// Does every effect of a list, in order.
pub fn all(game: &mut Game, act: Act, effects: &[Eff], path: &mut Vec<u8>) {
    for (i, effect) in effects.iter().enumerate() {
        path.push(u8::try_from(i).unwrap_or(u8::MAX));
        one(game, act, effect, path);
        path.pop();
    }
}

fn own(game: &Game, court: CourtId, person: PersonId) -> bool {
    let figure = game.figure(person);
    figure.alive && figure.court == Some(court)
}

#[expect(
    clippy::too_many_lines,
    reason = "one match over every word of the language"
)]
fn one(game: &mut Game, act: Act, effect: &Eff, path: &mut Vec<u8>) {
    let Act { court, why, .. } = act;
    match *effect {
        Eff::Order(ref order) => {
            // An envoy's answer given in council binds even where the paper is still on the road.
            if check::lawful(game, court, order).is_ok() {
                execute::chosen(game, court, order, act.source.map(|(decision, _)| decision));
            }
        }
        Eff::Set(fact) => game.emit(Event::FactSet { fact }),
        Eff::Clear(fact) => game.emit(Event::FactCleared { fact }),
        Eff::Abdicate(to) => {
            let from = game.realm(court).ruler;
            if own(game, court, to) && from != to {
                game.emit(Event::Abdicated { court, from, to });
            }
        }
        Eff::Detain(person) => {
            let figure = game.figure(person);
            if !figure.alive || figure.court == Some(court) {
                return;
            }
            match game.captive(person) {
                Some(captive) if captive.of == court => game.emit(Event::Detained { person }),
                Some(_) => {}
                // A person of the enemy in a town this court holds is in its power.
                None => {
                    if game
                        .whereabouts(person)
                        .is_some_and(|p| game.holder(p) == Some(court))
                    {
                        game.emit(Event::Taken {
                            person,
                            by: court,
                            surrendered: false,
                        });
                    }
                }
            }
        }
        Eff::Execute(person) => {
            if own(game, court, person) && game.captive(person).is_none() {
                masters::treated(game, court, person, masters::CAST_OFF);
                game.emit(Event::Executed { person });
            }
        }
        Eff::Exile(person) => {
            if own(game, court, person) && game.captive(person).is_none() {
                game.emit(Event::Exiled { person });
            }
        }
        Eff::Send(person, place) => {
            if own(game, court, person) && game.is_free(person) && errands::goes(game, person) {
                game.emit(Event::Went { person, place });
            }
        }
        Eff::Legitimacy(by) => game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by,
            why,
        }),
        Eff::Loyalty(person, by) => {
            // What is done for or against a man does not reach him in another court's hands, and an incident is no court's doing.
            let decided = act.source.map(|_| court);
            let elsewhere = game.captive(person).is_some_and(|c| Some(c.of) != decided);
            if game.figure(person).alive && !elsewhere {
                game.emit(Event::Stat {
                    stat: Stat::Loyalty(person),
                    by,
                    why,
                });
            }
        }
        Eff::Morale(place, by) => game.emit(Event::Stat {
            stat: Stat::Morale(place),
            by,
            why,
        }),
        Eff::Spirit(army, by) => {
            if game.field(army).is_some() {
                game.emit(Event::Stat {
                    stat: Stat::Spirit(army),
                    by,
                    why,
                });
            }
        }
        Eff::Outlay(good, by) => {
            let now = game.realm(court).outlay[good as usize];
            let by = by.max(-now);
            if by != 0 {
                game.emit(Event::Outlay { court, good, by });
            }
        }
        Eff::Unrest(place, by) => game.emit(Event::Stat {
            stat: Stat::Unrest(place),
            by,
            why,
        }),
        Eff::OpenGate(place, men) => open_gate(game, court, place, men),
        Eff::BurnCrossing(place) => {
            if game.holder(place) == Some(court) && !game.town(place).burnt {
                game.emit(Event::CrossingBurnt { place });
            }
        }
        Eff::Depose(victim) => {
            let ruler = game.realm(victim).ruler;
            if game.captive(ruler).is_some_and(|c| c.of == court) && !game.realm(victim).deposed {
                game.emit(Event::HouseDeposed {
                    court: victim,
                    by: court,
                });
                // What was sworn with a house that is no more binds nobody.
                for draft in game.papers() {
                    if game.in_force(draft) && game.terms(draft).binds(victim) {
                        game.emit(Event::Repudiated { draft, by: court });
                    }
                }
            }
        }
        Eff::Establish {
            court: puppet,
            ruler,
            seat,
            apart: false,
        } => establish(game, court, puppet, ruler, seat),
        Eff::Establish {
            court: other,
            ruler,
            seat,
            apart: true,
        } => set_apart(game, court, other, ruler, seat),
        Eff::Deport(ref people, place) => {
            for person in people {
                let figure = game.figure(*person);
                let held = game.captive(*person).is_some_and(|c| c.of == court);
                // A puppet's town is its patron's to take from.
                let at_hand = game
                    .whereabouts(*person)
                    .and_then(|p| game.holder(p))
                    .is_some_and(|h| game.allied(h, court));
                if !figure.alive
                    || figure.court == Some(court)
                    || !(held || (at_hand && game.captive(*person).is_none()))
                {
                    continue;
                }
                if !held {
                    game.emit(Event::Taken {
                        person: *person,
                        by: court,
                        surrendered: false,
                    });
                } else if game.captive(*person).is_some_and(|c| !c.detained) {
                    game.emit(Event::Detained { person: *person });
                }
                game.emit(Event::Went {
                    person: *person,
                    place,
                });
            }
        }
        Eff::Chance(percent, ref yes, ref no) => {
            let key = act
                .source
                .map_or(0, |(d, o)| u32::from(d.0) << 8 | u32::from(o.0));
            let step = path.iter().fold(0_u32, |n, p| n * 31 + u32::from(*p));
            let hit = game.luck.permille(
                game.turn(),
                Purpose::Choice,
                key,
                step,
                u32::from(percent) * 10,
            );
            path.push(u8::from(!hit));
            all(game, act, if hit { yes } else { no }, path);
            path.pop();
        }
        Eff::Later(xun, _) => {
            if let Some((decision, option)) = act.source {
                let due = crate::base::date::Turn(game.turn().0 + u16::from(xun));
                game.emit(Event::Deferred {
                    decision,
                    option,
                    due,
                    path: path.clone(),
                });
            }
        }
        Eff::Die(person) => {
            if game.figure(person).alive {
                lives::passes(game, person);
            }
        }
        Eff::ItLoses(percent) => it_loses(game, act, percent, MenAccount::Dead),
        Eff::ItScatters(percent) => it_loses(game, act, percent, MenAccount::Scattered),
        Eff::ItSpirit(by) => match act.it {
            (Some(army), _) => game.emit(Event::Stat {
                stat: Stat::Spirit(army),
                by,
                why,
            }),
            (None, Some(place)) => game.emit(Event::Stat {
                stat: Stat::Morale(place),
                by,
                why,
            }),
            (None, None) => {}
        },
        Eff::ItUnrest(by) => {
            if let Some(place) = act.it.1 {
                game.emit(Event::Stat {
                    stat: Stat::Unrest(place),
                    by,
                    why,
                });
            }
        }
    }
}

fn open_gate(game: &mut Game, court: CourtId, place: PlaceId, men: u32) {
    if game.holder(place) != Some(court) || game.siege(place).is_none() {
        return;
    }
    let men = men.min(game.town(place).garrison);
    game.emit(Event::GateOpened { place, men });
    // Untrained men in the open before a siege camp: a third is lost before the gate can be shut.
    let dead = men / 3;
    if dead > 0 {
        game.emit(Event::Men {
            from: MenAccount::Garrison(place),
            to: MenAccount::Dead(court),
            men: dead,
        });
    }
}

/// How far the writ of a new throne runs at first, km.
const PUPPET_REACH_KM: u32 = 120;

fn establish(game: &mut Game, court: CourtId, puppet: CourtId, ruler: PersonId, seat: PlaceId) {
    if game.realm(puppet).stands || game.holder(seat) != Some(court) || !game.figure(ruler).alive {
        return;
    }
    game.emit(Event::CourtSetUp {
        court: puppet,
        ruler,
        seat,
        by: court,
    });
    for place in game.places() {
        if game.holder(place) == Some(court)
            && game.book.atlas.km(seat, place) <= PUPPET_REACH_KM
            && game.book.atlas.places[place.index()].south_of_river
                == game.book.atlas.places[seat.index()].south_of_river
        {
            game.emit(Event::Fell {
                place,
                from: Some(court),
                to: puppet,
                how: How::Ceded,
            });
        }
    }
}

/// Men go out of what the incident befell, to where their court's men are counted who are there no more.
fn it_loses(game: &mut Game, act: Act, percent: u8, to: fn(CourtId) -> MenAccount) {
    let (from, court, men) = match act.it {
        (Some(army), _) => {
            let force = game.force(army);
            (MenAccount::Army(army), Some(force.court), force.men)
        }
        (None, Some(place)) => (
            MenAccount::Garrison(place),
            game.holder(place),
            game.town(place).garrison,
        ),
        (None, None) => return,
    };
    let men = men * u32::from(percent) / 100;
    if let (Some(court), true) = (court, men > 0) {
        let to = to(court);
        game.emit(Event::Men { from, to, men });
    }
}

/// Part of a realm sets up a court of its own: the towns about its seat, the armies that stand there, and whoever is there. The sovereign it leaves, and who is of
/// his house but the new one, stay his.
fn set_apart(game: &mut Game, from: CourtId, court: CourtId, ruler: PersonId, seat: PlaceId) {
    if game.realm(court).stands || game.holder(seat) != Some(from) || !game.is_free(ruler) {
        return;
    }
    let near = |place: PlaceId| game.book.atlas.km(seat, place) <= PUPPET_REACH_KM;
    let towns: Vec<PlaceId> = game
        .places()
        .filter(|p| game.holder(*p) == Some(from) && *p != game.realm(from).seat && near(*p))
        .collect();
    let armies: Vec<ArmyId> = game
        .standing()
        .filter(|(_, force, field)| {
            force.court == from && near(field.at) && force.commander != Some(game.realm(from).ruler)
        })
        .map(|(id, _, _)| id)
        .collect();
    let people: Vec<PersonId> = game
        .people()
        .filter(|p| {
            let with = game.command_of(*p).is_some_and(|a| armies.contains(&a));
            let there = game
                .whereabouts(*p)
                .is_some_and(|at| towns.contains(&at) || at == seat);
            game.figure(*p).alive
                && game.figure(*p).court == Some(from)
                && game.captive(*p).is_none()
                && *p != game.realm(from).ruler
                && (*p == ruler || with || there)
        })
        .collect();
    game.emit(Event::CourtSetApart {
        court,
        ruler,
        seat,
        from,
        armies,
        people,
    });
    for place in towns {
        // Who answers for its walls goes on doing so.
        let captain = game.town(place).captain;
        game.emit(Event::Fell {
            place,
            from: Some(from),
            to: court,
            how: How::Given,
        });
        if captain.is_some() {
            game.emit(Event::TookWalls {
                person: captain,
                place,
            });
        }
    }
}
