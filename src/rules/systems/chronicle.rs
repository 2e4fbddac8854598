//! Phase 10: checkpoints, what the advisors expected, and endings are tested against the state.
//!
//! Checkpoints only watch. Nothing that happens may read what is noted here.

use crate::base::date::Turn;
use crate::base::ids::{CheckpointId, DecisionId, EndingId};
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
    for (i, decision) in book.decisions.iter().enumerate() {
        let Some(option) = game.tables().matters[i].chose else {
            continue;
        };
        for (v, voice) in decision.voices.iter().enumerate() {
            if voice.argues_for == option
                && game.tables().matters[i].was_heard(v)
                && voice.by >= game.day()
                && voice.by < next
            {
                let so = holds(game, &voice.expected);
                game.emit(Event::Tested {
                    decision: DecisionId::of(i),
                    voice: u8::try_from(v).unwrap_or(u8::MAX),
                    so,
                });
            }
        }
    }
    let last = game.turn().0 + 1 >= book.turns;
    for (i, ending) in book.endings.iter().enumerate() {
        if (last || ending.at_once) && holds(game, &ending.when) {
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
