//! Phase 1: who was old or ill dies about the time at which he died.
//!
//! A death of age or illness is nobody's choice: the documented day, or a month of it either way by keyed luck, is the day in every game (where only a year is known,
//! any day of it). Who is alive then dies, whatever he holds and in whose hands he is; posts and commands fall vacant as after any death. Battle, sentence, murder,
//! exile and captivity are events that may not come, and nobody dies of the calendar by them.

use crate::base::date::Turn;
use crate::base::ids::{PersonId, PostId};
use crate::base::luck::Purpose;
use crate::events::Event;
use crate::rules::state::Game;

/// Everybody whose time has come.
pub fn run(game: &mut Game) {
    let now = game.turn();
    let book = game.book.clone();
    let begun = book.passings.iter().take_while(|p| p.first <= now);
    for passing in begun.filter(|p| now.0 < p.first.0 + p.turns) {
        let (who, turns) = (u32::from(passing.person.0), u32::from(passing.turns));
        let after = game.luck.roll(Turn(0), Purpose::Passing, who, 0, turns);
        let day = u32::from(passing.first.0) + after;
        if u32::from(now.0) == day && game.figure(passing.person).alive {
            passes(game, passing.person);
        }
    }
}

/// A person dies in his bed: what he held is vacant, and his court is told which posts it has to fill.
pub fn passes(game: &mut Game, person: PersonId) {
    let held = game.tables().posts.iter().enumerate();
    let held: Vec<PostId> = held
        .filter(|(_, holder)| **holder == Some(person))
        .map(|(post, _)| PostId::of(post))
        .collect();
    game.emit(Event::Died {
        person,
        in_battle: false,
    });
    for post in held {
        game.emit(Event::Vacated { person, post });
    }
}
