//! Phase 10: checkpoints, what the advisors expected, and endings are tested against the state.
//!
//! Checkpoints only watch. Nothing that happens may read what is noted here.

use crate::base::date::Turn;
use crate::base::ids::{CheckpointId, EndingId};
use crate::events::Event;
use crate::rules::condition::holds;
use crate::rules::state::Game;
use crate::rules::state::sleep::Asked;
use crate::scenario::model::Test;

/// Tests every checkpoint, then the endings.
pub fn run(game: &mut Game) {
    let book = game.book.clone();
    let next = book.day(Turn(game.turn().0 + 1));
    game.wake(Asked::Checkpoints);
    for (i, checkpoint) in book.checkpoints.iter().enumerate() {
        let id = CheckpointId::of(i);
        match checkpoint.test {
            Test::Happened(..) | Test::Never => {
                if game.tables().reached[i].is_none()
                    && game.holds_awake(Asked::Checkpoints, i, &checkpoint.what)
                {
                    game.emit(Event::Met { checkpoint: id });
                }
            }
            Test::StoodOn(day) => {
                if game.tables().stood[i].is_none() && day >= game.day() && day < next {
                    let so = holds(game, &checkpoint.what);
                    game.emit(Event::Stood { checkpoint: id, so });
                }
            }
        }
    }
    for (decision, voice) in game.expected(game.day(), next) {
        // He spoke for a day: what he expects is of the first time that the matter was laid.
        let matter = game.first_laying(decision);
        let said = &book.decisions[decision.index()].voices[usize::from(voice)];
        if matter.chose == Some(said.argues_for) && matter.was_heard(usize::from(voice)) {
            let so = holds(game, &said.expected);
            game.emit(Event::Tested {
                decision,
                voice,
                so,
            });
        }
    }
    let last = game.turn().0 + 1 >= book.turns;
    game.wake(Asked::Endings);
    for (i, ending) in book.endings.iter().enumerate() {
        if (last || ending.at_once) && game.holds_awake(Asked::Endings, i, &ending.when) {
            game.emit(Event::Ended {
                ending: EndingId::of(i),
            });
            return;
        }
    }
    if last {
        // The loader sees to it that the last ending always holds; a scenario without one still ends.
        game.emit(Event::Ended {
            ending: EndingId::of(book.endings.len().saturating_sub(1)),
        });
    }
}
