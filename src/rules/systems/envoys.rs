//! Phase 4: letters travel. What reaches a court lies before it until it answers, or until the moment is gone.

use crate::base::ids::DraftId;
use crate::events::Event;
use crate::rules::state::Game;

/// A draft unanswered for this many xun is taken as refused.
const STALE_XUN: u16 = 6;

/// Delivers what arrives and lets what is stale lapse.
pub fn run(game: &mut Game) {
    for i in 0..game.book.drafts.len() {
        let draft = DraftId::of(i);
        let paper = game.paper(draft);
        let Some(sent) = paper.sent else { continue };
        if paper.sworn.is_some() || paper.refused.is_some() || paper.intercepted.is_some() {
            continue;
        }
        let to = game.book.drafts[i].to;
        match paper.delivered {
            None if paper.arrives.is_some_and(|arrives| arrives <= game.turn()) => {
                game.emit(Event::Delivered { draft })
            }
            Some(_) if game.turn().0 >= sent.0 + STALE_XUN => {
                game.emit(Event::Refused { draft, by: to })
            }
            _ => {}
        }
    }
}
