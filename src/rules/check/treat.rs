//! Whether a court may ask for this at the negotiating table.

use super::{Refusal, at_hand, exists};
use crate::base::ids::{CourtId, DraftId, PersonId};
use crate::orders::Treat;
use crate::orders::TreatNow;
use crate::rules::condition::{holds, is_proposed, missing};
use crate::rules::state::Game;
use crate::rules::systems::treaties::{audit, grievance};
use crate::scenario::language::Clause;
use crate::scenario::model::{ClauseNow, River};

/// A paper of more clauses than this is a book.
const MOST_CLAUSES: usize = 40;
/// No court has more of anything.
const MOST_GOODS: i64 = 1_000_000_000_000;
/// An envoy can be disowned for so many xun after the oath: Zhao Liangsi's promise of 1123 was disowned within the year, and that was late.
const DISAVOW_XUN: u16 = 9;

pub(super) fn lawful(game: &Game, court: CourtId, treat: &TreatNow) -> Result<(), Refusal> {
    match *treat {
        Treat::Offer {
            to,
            envoy,
            ref clauses,
            answers,
            worded,
        } => {
            if to == court || !game.realm(to).stands {
                return Err(Refusal::NoCourt);
            }
            if let Some(draft) = answers {
                exists(game, draft)?;
                let terms = game.terms(draft);
                if terms.to != court || terms.from != to || !is_proposed(game, draft) {
                    return Err(Refusal::NotProposed(draft));
                }
            }
            if !clauses.is_empty() || worded.is_none() {
                sound(game, court, to, clauses)?;
            }
            if let Some(draft) = worded {
                exists(game, draft)?;
                let terms = game.terms(draft);
                if terms.unclear.is_empty() || !terms.binds(court) || !terms.binds(to) {
                    return Err(Refusal::PlainWords(draft));
                }
                spoken(game, draft)?;
            }
            if let Some(draft) = awaited(game, court, to) {
                return Err(Refusal::Awaited(draft));
            }
            sendable(game, court, envoy)
        }
        Treat::Disavow { draft } => {
            exists(game, draft)?;
            let paper = game.paper(draft);
            let fresh = paper
                .sworn
                .is_some_and(|turn| game.turn().0 <= turn.0 + DISAVOW_XUN);
            if game.terms(draft).from == court
                && game.in_force(draft)
                && paper.spoken.is_some()
                && fresh
            {
                Ok(())
            } else {
                Err(Refusal::NotOverreached(draft))
            }
        }
        Treat::Void { draft } => {
            exists(game, draft)?;
            let ended = audit::gone(game, game.terms(draft)).is_some();
            if game.in_force(draft) && !ended && game.terms(draft).binds(court) {
                Ok(())
            } else {
                Err(Refusal::NotInForce(draft))
            }
        }
        Treat::War { on } => {
            if on == court || game.at_war(court, on) {
                Err(Refusal::AtWarAlready(on))
            } else if game.realm(on).stands {
                Ok(())
            } else {
                Err(Refusal::NoCourt)
            }
        }
        Treat::Release { person } => {
            if game.captive(person).is_some_and(|c| c.of == court) && game.figure(person).alive {
                Ok(())
            } else {
                Err(Refusal::NotHeld(person))
            }
        }
        Treat::GiveBack { person } => {
            let came = game
                .tables()
                .fugitives
                .iter()
                .any(|f| f.person == person && f.to == court);
            if came {
                at_hand(game, court, person)
            } else {
                Err(Refusal::NoFugitive(person))
            }
        }
        Treat::Reclaim { place } => {
            let ordered = game.ceded(place).is_some_and(|c| c.to == court);
            if ordered {
                Err(Refusal::AlreadySo)
            } else if grievance::reclaimable(game, court, place).is_some() {
                Ok(())
            } else {
                Err(Refusal::NoClaim(place))
            }
        }
    }
}

/// The court's own paper that is still with another, or would be there before a new one, if one is: a court speaks with one voice at a time.
fn awaited(game: &Game, court: CourtId, to: CourtId) -> Option<DraftId> {
    let mut soonest = None;
    unanswered(game, court, to).find(|id| {
        let paper = game.paper(*id);
        let overtakes =
            |arrives| arrives > *soonest.get_or_insert_with(|| game.letter_arrives(court, to));
        paper.delivered.is_some() || !paper.arrives.is_some_and(overtakes)
    })
}

/// The court's own papers that another has not answered.
pub(in crate::rules) fn unanswered(
    game: &Game,
    court: CourtId,
    to: CourtId,
) -> impl Iterator<Item = DraftId> {
    game.papers().filter(move |id| {
        let (terms, paper) = (game.terms(*id), game.paper(*id));
        game.drawn(*id).is_some()
            && terms.from == court
            && terms.to == to
            && paper.sent.is_some()
            && paper.sworn.is_none()
            && paper.refused.is_none()
            && paper.intercepted.is_none()
    })
}

/// Whether a person can be sent as envoy: at hand, and nobody whose place is elsewhere.
pub fn sendable(game: &Game, court: CourtId, envoy: PersonId) -> Result<(), Refusal> {
    at_hand(game, court, envoy)?;
    let figure = game.figure(envoy);
    if figure.exiled
        || figure.at.is_some()
        || game.realm(court).ruler == envoy
        || game.command_of(envoy).is_some()
    {
        Err(Refusal::NotToSend(envoy))
    } else {
        Ok(())
    }
}

/// Whether the clauses of a paper between two courts can be meant.
/// Whether anybody could have used the words of a paper by now: it was put forward, or could be.
fn spoken(game: &Game, draft: DraftId) -> Result<(), Refusal> {
    let paper = game.paper(draft);
    let sent = paper.sent.is_some() || paper.sworn.is_some() || paper.once;
    match game.book.drafts.get(draft.index()) {
        Some(book) if !sent && !holds(game, &book.needs) => Err(Refusal::Needs(
            missing(game, &book.needs).into_iter().cloned().collect(),
        )),
        _ => Ok(()),
    }
}

/// Whether the unclear words of a paper may go into another between these courts.
#[must_use]
pub fn may_word(game: &Game, court: CourtId, to: CourtId, draft: DraftId) -> bool {
    let terms = game.terms(draft);
    !terms.unclear.is_empty()
        && terms.binds(court)
        && terms.binds(to)
        && spoken(game, draft).is_ok()
}

fn sound(game: &Game, from: CourtId, to: CourtId, clauses: &[ClauseNow]) -> Result<(), Refusal> {
    if clauses.is_empty() || clauses.len() > MOST_CLAUSES {
        return Err(Refusal::Blank);
    }
    for (n, clause) in clauses.iter().enumerate() {
        let party = |court: &CourtId| *court == from || *court == to;
        let good = clause.binds().is_none_or(party)
            && match clause {
                Clause::Pay { amount, .. } | Clause::Yearly { amount, .. } => {
                    (1..=MOST_GOODS).contains(amount)
                }
                Clause::Hostage { by, person } => game.figure(*person).court == Some(*by),
                Clause::Return { by, person, .. } => {
                    let other = if *by == from { to } else { from };
                    audit::came_over(game, *by, other, *person)
                        || game
                            .figure(*person)
                            .court
                            .is_some_and(|c| c != *by && party(&c))
                }
                Clause::KeepOut { places, .. } => !places.is_empty(),
                Clause::Border { river, north, .. } => *river != River::None && party(north),
                Clause::Campaign { against, .. } => !party(against),
                Clause::NoSeparatePeace { with, .. } => !party(with),
                Clause::Truce { xun } => *xun > 0,
                Clause::Address { form, .. } => !form.trim().is_empty(),
                Clause::Oath { words } => !words.trim().is_empty(),
                _ => true,
            };
        if !good || clauses[..n].contains(clause) {
            return Err(Refusal::Unsound(u8::try_from(n + 1).unwrap_or(u8::MAX)));
        }
    }
    Ok(())
}
