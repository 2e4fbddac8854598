//! Phase 4: letters travel. What reaches a court lies before it until it answers, or until the moment is gone.

use crate::events::Event;
use crate::rules::execute::treat;
use crate::rules::state::Game;
use crate::rules::systems::bargain;

/// A draft unanswered for this many xun is taken as refused.
const STALE_XUN: u16 = 6;

/// Delivers what arrives and lets what is stale lapse.
pub fn run(game: &mut Game) {
    let carried = game.carried_papers();
    for &draft in &carried {
        let paper = game.paper(draft);
        let Some(sent) = paper.sent else { continue };
        if paper.sworn.is_some() || paper.refused.is_some() || paper.intercepted.is_some() {
            continue;
        }
        match paper.delivered {
            None if paper.arrives.is_some_and(|arrives| arrives <= game.turn()) => {
                if let Some((clause, amount, person)) = bargain::overreach(game, draft) {
                    game.emit(Event::Overreached {
                        draft,
                        clause,
                        amount,
                        person,
                    });
                }
                game.emit(Event::Delivered { draft });
            }
            Some(_) if game.turn().0 >= sent.0 + STALE_XUN => {
                treat::leave_lying(game, draft);
            }
            _ => {}
        }
    }
    game.done_with_papers(carried);
}
