//! Breaches that lie in an act: they are noted when it is done.

use super::{breach, grievance, said};
use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId};
use crate::rules::state::Game;
use crate::scenario::language::Clause;
use crate::scenario::model::{ClauseNow, Terms};

/// How near the other's country walls are works "along the line", km.
const LINE_KM: u32 = 150;

/// A court strengthened the walls of a place.
pub fn fortified(game: &mut Game, court: CourtId, place: PlaceId) {
    each(game, court, |game, _, terms, clause| {
        matches!(clause, Clause::NoWorks { by } if *by == court) && {
            let other = terms.other(court);
            game.places()
                .any(|p| game.holder(p) == Some(other) && game.book.atlas.km(place, p) <= LINE_KM)
        }
    });
}

/// A court gave a person a post or a command.
pub fn favoured(game: &mut Game, court: CourtId, person: PersonId) {
    let Some(came) = game
        .tables()
        .fugitives
        .iter()
        .find(|f| f.person == person && f.to == court)
        .copied()
    else {
        return;
    };
    each(game, court, |_, _, terms, clause| {
        matches!(clause, Clause::NoLure { by } if *by == court) && terms.other(court) == came.from
    });
}

/// A court carried the people of a place off.
pub fn carried_off(game: &mut Game, court: CourtId, place: PlaceId) {
    each(
        game,
        court,
        |_, _, _, clause| matches!(clause, Clause::LeavePeople { by, places } if *by == court && places.contains(&place)),
    );
}

/// Two courts made peace.
pub fn made_peace(game: &mut Game, a: CourtId, b: CourtId) {
    for (court, third) in [(a, b), (b, a)] {
        each(game, court, |game, _, terms, clause| {
            matches!(clause, Clause::NoSeparatePeace { by, with } if *by == court && *with == third)
                && terms.other(court) != third
                && game.at_war(terms.other(court), third)
        });
    }
}

/// A court opened war on another: a truce that ran is broken before a blow is struck.
pub fn opened_war(game: &mut Game, court: CourtId, on: CourtId) {
    each(game, court, |game, id, terms, clause| {
        let Clause::Truce { xun } = clause else {
            return false;
        };
        let runs = game
            .paper(id)
            .sworn
            .is_some_and(|sworn| game.turn().0 <= sworn.0 + u16::from(*xun));
        terms.other(court) == on && runs
    });
}

/// Every clause of a sworn paper that the act of this court breaks is broken, unless the other broke its word first.
fn each(
    game: &mut Game,
    court: CourtId,
    breaks: impl Fn(&Game, DraftId, &Terms, &ClauseNow) -> bool,
) {
    let book = game.book.clone();
    let mine: Vec<DraftId> = game
        .papers()
        .filter(|id| game.in_force(*id) && game.terms(*id).binds(court))
        .collect();
    for id in mine {
        let terms = said(game, &book, id);
        for (n, clause) in terms.clauses.iter().enumerate() {
            let open = game.paper(id).clauses[n].broken.is_none();
            if open
                && breaks(game, id, &terms, clause)
                && !grievance::excuses(game, id, court, clause)
            {
                breach(game, &terms, id, n, court);
            }
        }
    }
}
