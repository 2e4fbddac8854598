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
    let mut from = 0;
    while let Some(i) = game.next_awake(Asked::Checkpoints, from) {
        from = i + 1;
        let (id, checkpoint) = (CheckpointId::of(i), &book.checkpoints[i]);
        match checkpoint.test {
            Test::Happened(..) | Test::Never => {
                if game.tables().reached[i].is_some() {
                    game.pass_over(Asked::Checkpoints, i);
                } else if game.holds_awake(Asked::Checkpoints, i, &checkpoint.what) {
                    game.emit(Event::Met { checkpoint: id });
                }
            }
            Test::StoodOn(day) => {
                if game.tables().stood[i].is_none() && day >= game.day() && day < next {
                    let so = holds(game, &checkpoint.what);
                    game.emit(Event::Stood { checkpoint: id, so });
                }
                game.pass_over(Asked::Checkpoints, i);
            }
        }
    }
    for n in 0..game.proven_now().len() {
        let (decision, voice) = game.proven_now()[n];
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
    if last {
        game.call_all(Asked::Endings);
    }
    from = 0;
    while let Some(i) = game.next_awake(Asked::Endings, from) {
        from = i + 1;
        let ending = &book.endings[i];
        if !last && !ending.at_once {
            game.pass_over(Asked::Endings, i);
        } else if game.holds_awake(Asked::Endings, i, &ending.when) {
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
