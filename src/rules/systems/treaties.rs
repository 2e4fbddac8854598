//! Phase 9: every clause of every sworn treaty is audited: kept, or broken, and by whom.

use crate::base::ids::{CourtId, DraftId};
use crate::events::Event;
use crate::rules::state::Game;
use crate::scenario::language::Clause;

/// A surety must be given within so many xun of the oath.
const HOSTAGE_XUN: u16 = 3;
/// A yearly payment runs late after so many xun beyond the year.
const YEAR_XUN: u16 = 36;

/// Audits them all.
pub fn run(game: &mut Game) {
    let book = game.book.clone();
    for (i, draft) in book.drafts.iter().enumerate() {
        let id = DraftId::of(i);
        let paper = game.paper(id);
        let Some(sworn) = paper.sworn.filter(|_| paper.void.is_none()) else {
            continue;
        };
        let age = game.turn().0 - sworn.0;
        for (n, clause) in draft.clauses.iter().enumerate() {
            let state = game.paper(id).clauses[n];
            if state.kept || state.broken.is_some() {
                continue;
            }
            let number = u8::try_from(n).unwrap_or(u8::MAX);
            let keep = |by| Event::ClauseKept {
                draft: id,
                clause: number,
                by,
            };
            let breach = |by| Event::ClauseBroken {
                draft: id,
                clause: number,
                by,
            };
            match *clause {
                Clause::Pay {
                    by,
                    amount,
                    due_xun,
                    tolerance,
                    ..
                } => {
                    if state.paid * 100 >= amount * i64::from(100 - tolerance.min(100)) {
                        game.emit(keep(by));
                    } else if age > u16::from(due_xun) {
                        game.emit(breach(by));
                    }
                }
                Clause::Yearly { by, amount, .. } => {
                    if state.paid >= amount {
                        game.emit(keep(by));
                    } else if age > YEAR_XUN {
                        game.emit(breach(by));
                    }
                }
                Clause::Cede { by, place, due_xun } => {
                    let to = other(draft, by);
                    if game.holder(place) == Some(to) {
                        game.emit(keep(by));
                    } else if age > u16::from(due_xun) {
                        game.emit(breach(by));
                    }
                }
                Clause::Hostage { by, person } => {
                    let to = other(draft, by);
                    if game.captive(person).is_some_and(|c| c.of == to) {
                        game.emit(keep(by));
                    } else if age > HOSTAGE_XUN {
                        game.emit(breach(by));
                    }
                }
                Clause::Withdraw { by, due_xun } => {
                    let across = game.standing().any(|(_, force, field)| {
                        force.court == by && game.book.atlas.places[field.at.index()].south_of_river
                    });
                    if !across && age > 0 {
                        game.emit(keep(by));
                    } else if age > u16::from(due_xun) {
                        game.emit(breach(by));
                    }
                }
                Clause::Truce { xun } => {
                    if let Some(by) = attacked(game, id, draft.from, draft.to) {
                        game.emit(breach(by));
                    } else if age > u16::from(xun) {
                        game.emit(keep(draft.from));
                    }
                }
                // These are kept until somebody acts against them; war is the act.
                Clause::ReturnFugitives { .. } | Clause::Address { .. } | Clause::Peace => {
                    if let Some(by) = opened_war(game, draft.from, draft.to) {
                        game.emit(breach(by));
                    }
                }
            }
        }
    }
}

fn other(draft: &crate::scenario::model::Draft, by: CourtId) -> CourtId {
    if draft.from == by {
        draft.to
    } else {
        draft.from
    }
}

/// Who attacked the other this turn, after the oath was sworn.
fn attacked(game: &Game, draft: DraftId, a: CourtId, b: CourtId) -> Option<CourtId> {
    if game.paper(draft).sworn == Some(game.turn()) {
        return None;
    }
    // From the tables, not from the turn's events: a game that was saved in the middle of a turn has only the tables.
    game.tables()
        .battles
        .iter()
        .rev()
        .take_while(|battle| battle.turn == game.turn())
        .filter(|battle| {
            [battle.winner, battle.loser].contains(&a) && [battle.winner, battle.loser].contains(&b)
        })
        .map(|battle| battle.attacker)
        .last()
}

fn opened_war(game: &Game, a: CourtId, b: CourtId) -> Option<CourtId> {
    game.tables()
        .wars_opened
        .iter()
        .find(|(by, on, turn)| {
            *turn == game.turn() && ((*by == a && *on == b) || (*by == b && *on == a))
        })
        .map(|(by, _, _)| *by)
}
