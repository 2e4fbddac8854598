//! The parties at court: who sits in council, what each man's voice weighs, and what happened this xun that raised some and sank others.

use crate::base::ids::{ArmyId, CourtId, DecisionId, OptionId, PersonId, PostId};
use crate::events::{Event, Stat, Why};
use crate::rules::formulas::court::SEASON_XUN;
use crate::rules::formulas::parties::{self, Party};
use crate::rules::state::Game;
use crate::scenario::raw::Role;

/// One who is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub person: PersonId,
    /// His seat in council; none for the sovereign.
    pub post: Option<PostId>,
    /// How he leans now.
    pub stance: i32,
    /// What his voice weighs.
    pub weight: i32,
}

/// Those who are heard at a court: the sovereign first, then the council in the order of its posts; a man with two seats once, in the higher.
#[must_use]
pub fn voices(game: &Game, court: CourtId) -> Vec<Voice> {
    let mut out: Vec<Voice> = Vec::with_capacity(8);
    let (realm, figures) = (game.realm(court), game.figures());
    if game.is_free(realm.ruler) {
        let person = &game.book.people[realm.ruler.index()];
        let besieged = game
            .siege(realm.seat)
            .is_some_and(|s| game.at_war(court, s.by));
        out.push(Voice {
            person: realm.ruler,
            post: None,
            stance: parties::sovereign(person.stance, person.valour, besieged),
            weight: parties::SOVEREIGN,
        });
    }
    for &id in game.seats(court) {
        let free = |p: &PersonId| game.is_free_as(*p, &figures[p.index()]);
        let Some(person) = game.holder_of(id).filter(free) else {
            continue;
        };
        let role = game.book.posts[id.index()].role;
        let weight = parties::voice(role, figures[person.index()].favour);
        if weight == 0 {
            continue;
        }
        match out.iter_mut().find(|v| v.person == person) {
            Some(had) if had.weight >= weight => {}
            Some(had) => (had.weight, had.post) = (weight, Some(id)),
            None => out.push(Voice {
                person,
                post: Some(id),
                stance: game.book.people[person.index()].stance,
                weight,
            }),
        }
    }
    out
}

/// Where the voices at a court would have it lean; none if nobody sits in council.
#[must_use]
pub fn mean(game: &Game, court: CourtId) -> Option<i32> {
    if game.seats(court).is_empty() {
        return None;
    }
    let voices = voices(game, court);
    if voices.iter().all(|v| v.post.is_none()) {
        return None;
    }
    let weight: i32 = voices.iter().map(|v| v.weight).sum();
    let sum: i32 = voices.iter().map(|v| v.stance * v.weight).sum();
    Some(sum / weight.max(1))
}

/// What happened this xun raises some and sinks others, and every month those are feared who have too many men.
pub fn run(game: &mut Game) {
    let turn = game.turn();
    let fought: Vec<_> = game
        .tables()
        .battles
        .iter()
        .rev()
        .take_while(|b| b.turn == turn)
        .copied()
        .collect();
    if !fought.is_empty() {
        for court in game.courts() {
            let by: i32 = fought
                .iter()
                .map(|b| match (b.winner == court, b.loser == court) {
                    (true, _) => parties::VICTORY,
                    (_, true) if b.attacker == court => parties::REPULSE,
                    (_, true) => parties::DEFEAT,
                    _ => 0,
                })
                .sum();
            let why = if by > 0 { Why::Victory } else { Why::Defeat };
            side(game, court, Party::War, by.clamp(-8, 6), why);
        }
    }
    if turn.0 > 0 && turn.0.is_multiple_of(SEASON_XUN) {
        settle(game);
    }
    if game.month_begins() {
        for court in game.courts() {
            if game.realm(court).stands && !game.book.courts[court.index()].band {
                feared(game, court);
            }
        }
    }
}

/// What was done for a man or against him is half forgotten with time, while he serves whom he served.
fn settle(game: &mut Game) {
    for person in game.people() {
        let man = &game.book.people[person.index()];
        let figure = game.figure(person);
        // Most are as they were.
        if figure.loyalty == man.loyalty {
            continue;
        }
        let by = parties::settles(figure.loyalty, man.loyalty);
        if by != 0 && figure.alive && figure.court.is_some() && figure.court == man.court {
            game.emit(Event::Stat {
                stat: Stat::Loyalty(person),
                by,
                why: Why::Time,
            });
        }
    }
}

/// Moves what the sovereign thinks of every councillor of a party.
pub fn side(game: &mut Game, court: CourtId, party: Party, by: i32, why: Why) {
    if by == 0 {
        return;
    }
    for voice in voices(game, court) {
        if voice.post.is_some() && parties::party(voice.stance) == party {
            favour(game, voice.person, by, why);
        }
    }
}

/// Moves what a sovereign thinks of a man.
pub fn favour(game: &mut Game, person: PersonId, by: i32, why: Why) {
    if by != 0 && game.figure(person).alive {
        game.emit(Event::Stat {
            stat: Stat::Favour(person),
            by,
            why,
        });
    }
}

/// A course was taken: the court leans that way, who argued for it has the sovereign's ear, who argued against it has less of it.
pub fn took_course(game: &mut Game, decision: DecisionId, option: OptionId) {
    let book = game.book.clone();
    let matter = &book.decisions[decision.index()];
    let temper = i32::from(matter.options[option.index()].temper);
    if temper != 0 {
        game.emit(Event::Stat {
            stat: Stat::Lean(matter.court),
            by: temper * parties::COURSE,
            why: Why::Choice(decision, option),
        });
    }
    let told = game.tables().matters[decision.index()];
    for (i, voice) in matter.voices.iter().enumerate() {
        if told.was_heard(i) && !voice.envoy {
            let by = if voice.argues_for == option {
                parties::HEARD
            } else {
                parties::UNHEARD
            };
            favour(game, voice.who, by, Why::Advice);
        }
    }
}

/// Whether a person holds a seat in his court's council.
#[must_use]
pub fn sits_in_council(game: &Game, person: PersonId) -> bool {
    game.book.posts.iter().enumerate().any(|(i, post)| {
        matches!(post.role, Role::Council | Role::ChiefCouncil)
            && game.holder_of(PostId::of(i)) == Some(person)
    })
}

/// Men a court has in the field, and in its seat.
#[must_use]
pub fn all_men(game: &Game, court: CourtId) -> u32 {
    let field: u32 = game.ranks(court).map(|(_, force, _)| force.men).sum();
    let seat = game.realm(court).seat;
    let home = if game.holder(seat) == Some(court) {
        game.town(seat).garrison
    } else {
        0
    };
    field + home
}

/// Whether the army of this commander is more than his court can match.
#[must_use]
pub fn is_feared(game: &Game, court: CourtId, army: ArmyId) -> bool {
    outgrew(game, court, army, &mut || all_men(game, court))
}

/// The same, with all the men that the court has, who are counted when they are asked for: most armies are far too small.
fn outgrew(game: &Game, court: CourtId, army: ArmyId, all: &mut impl FnMut() -> u32) -> bool {
    let force = game.force(army);
    force.commander.is_some_and(|person| {
        force.men >= parties::FEARED_MEN
            && game.realm(court).ruler != person
            && parties::is_feared(
                force.men,
                all(),
                game.book.people[person.index()].command,
                force.attachment,
            )
    })
}

/// A sovereign fears a man with too many soldiers, and the man comes to know it.
fn feared(game: &mut Game, court: CourtId) {
    let mut counted = None;
    let mut all = || *counted.get_or_insert_with(|| all_men(game, court));
    let mut feared = Vec::new();
    for &army in game.all_ranks(court) {
        if outgrew(game, court, army, &mut all) {
            feared.push(army);
        }
    }
    for army in feared {
        let Some(person) = game.force(army).commander else {
            continue;
        };
        favour(game, person, parties::FEARED, Why::Fear);
        if game.figure(person).favour < parties::KNOWS {
            game.emit(Event::Stat {
                stat: Stat::Loyalty(person),
                by: parties::AFRAID,
                why: Why::Fear,
            });
        }
    }
}
