//! Phase 10: checkpoints are tested against the state, and endings.
//!
//! Checkpoints only watch. Nothing that happens may read what is noted here.

use crate::base::date::Turn;
use crate::base::ids::{CheckpointId, EndingId};
use crate::events::Event;
use crate::rules::condition::holds;
use crate::rules::state::Game;
use crate::scenario::model::Test;

/// Tests every checkpoint, then the endings.
pub fn run(game: &mut Game) {
    let book = game.book.clone();
    let next = book.day(Turn(game.turn().0 + 1));
    for (i, checkpoint) in book.checkpoints.iter().enumerate() {
        let id = CheckpointId::of(i);
        match checkpoint.test {
            Test::Happened(..) | Test::Never => {
                if game.tables().reached[i].is_none() && holds(game, &checkpoint.what) {
                    game.emit(Event::Reached1 { checkpoint: id });
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
    let last = game.turn().0 + 1 >= book.turns;
    for (i, ending) in book.endings.iter().enumerate() {
        if (last || ending.at_once) && holds(game, &ending.when) {
            game.emit(Event::Ended { ending: EndingId::of(i) });
            return;
        }
    }
    if last {
        // The loader sees to it that the last ending always holds; a scenario without one still ends.
        game.emit(Event::Ended { ending: EndingId::of(book.endings.len().saturating_sub(1)) });
    }
}
