//! Phase 2: matters are laid before their courts, once each, and pass when they are not answered.

use crate::base::ids::DecisionId;
use crate::events::{Call, Event};
use crate::rules::condition::holds;
use crate::rules::state::Game;
use crate::rules::systems::sitting;

/// Lays every matter whose condition holds and that was never laid.
pub fn lay(game: &mut Game) {
    let book = game.book.clone();
    for (i, decision) in book.decisions.iter().enumerate() {
        let matter = game.tables().matters[i];
        let court = decision.court;
        let can_wait = || {
            // What would have passed before the court's day calls it together; anything else is laid before it then.
            !game.sits(court)
                && game.turn().0 + u16::from(decision.patience_xun)
                    > sitting::next(&book, game.turn()).0
        };
        if matter.laid.is_none()
            && game.realm(court).stands
            && !can_wait()
            && holds(game, &decision.when)
        {
            if !game.sits(court) {
                sitting::sit(game, court, Some(Call::Matter));
            }
            game.emit(Event::Laid {
                decision: DecisionId::of(i),
            });
        }
    }
}

/// Closes what has waited longer than it could.
pub fn lapse(game: &mut Game) {
    for i in 0..game.book.decisions.len() {
        let matter = game.tables().matters[i];
        if let (Some(laid), None) = (matter.laid, matter.closed)
            && game.turn().0 + 1 >= laid.0 + u16::from(game.book.decisions[i].patience_xun)
        {
            game.emit(Event::Lapsed {
                decision: DecisionId::of(i),
            });
        }
    }
}
