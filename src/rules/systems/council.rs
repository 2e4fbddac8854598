//! Phase 2: matters are laid before their courts, and pass when they are not answered. Most are laid once. What comes up year after year (a payment, an army that
//! lies idle, the paper for the autumn) is laid again as long as it is true.

use crate::base::ids::{CourtId, DecisionId, PersonId};
use crate::events::{Call, Event};
use crate::rules::check;
use crate::rules::condition::holds;
use crate::rules::state::Game;
use crate::rules::state::sleep::Asked;
use crate::rules::systems::sitting;
use crate::scenario::model::MOST_VOICES;

/// How many courses must be open for a matter to come up again: with fewer there is nothing to decide.
const COURSES: usize = 2;

/// Lays every matter whose condition holds and that was never laid, or may be laid again.
pub fn lay(game: &mut Game) {
    let book = game.book.clone();
    let (day, month) = (game.day(), game.month());
    let next = sitting::next(&book, game.turn()).0;
    let mut from = 0;
    while let Some(i) = game.next_awake(Asked::Matters, from) {
        from = i + 1;
        let (id, decision) = (DecisionId::of(i), &book.decisions[i]);
        let days = game.days_of(id);
        let laid_for_good = decision.again.is_none() && game.tables().matters[i].laid.is_some();
        if laid_for_good || !days.spans(day) {
            game.pass_over(Asked::Matters, i);
            continue;
        }
        if !days.has(day, month) {
            continue;
        }
        let court = decision.court;
        // What would have passed before the court's day calls it together; anything else is laid before it then.
        let can_wait = !game.sits(court) && game.turn().0 + u16::from(decision.patience_xun) > next;
        let Some(again) = may_come(game, id) else {
            continue;
        };
        if game.realm(court).stands
            && !can_wait
            && game.holds_awake(Asked::Matters, i, &decision.when)
            && (!again || is_open(game, id))
        {
            if !game.sits(court) {
                sitting::sit(game, court, Some(Call::Matter));
            }
            game.emit(Event::Laid {
                decision: id,
                again,
            });
        }
    }
}

/// Whether a matter's time has come, and if so, whether it comes again; none where it lies open, was laid for good, or was closed too lately.
fn may_come(game: &Game, decision: DecisionId) -> Option<bool> {
    let matter = game.tables().matters[decision.index()];
    if matter.laid.is_none() {
        return Some(false);
    }
    let after = game.book.decisions[decision.index()].again?;
    let closed = matter.closed?;
    (u32::from(game.turn().0) >= u32::from(closed.0) + u32::from(after)).then_some(true)
}

/// Whether enough of a matter's courses can be taken as things stand, whatever they cost.
fn is_open(game: &Game, decision: DecisionId) -> bool {
    let book = &game.book.decisions[decision.index()];
    book.options
        .iter()
        .filter(|option| {
            holds(game, &option.needs) && check::to_do(game, book.court, &option.effects).is_ok()
        })
        .count()
        >= COURSES
}

/// Closes what has waited longer than it could.
pub fn lapse(game: &mut Game) {
    for decision in game.open_matters().to_vec() {
        let patience = u16::from(game.book.decisions[decision.index()].patience_xun);
        let laid = game.tables().matters[decision.index()].laid;
        if laid.is_some_and(|laid| game.turn().0 + 1 >= laid.0 + patience) {
            game.emit(Event::Lapsed { decision });
        }
    }
}

/// Whether a person can be heard in a council: alive, of that court, in nobody's hands, not sent away, and not on an embassy in another's country.
#[must_use]
pub fn sits(game: &Game, court: CourtId, who: PersonId) -> bool {
    let figure = game.figure(who);
    figure.alive
        && !figure.exiled
        && figure.court == Some(court)
        && game.captive(who).is_none()
        && figure
            .at
            .and_then(|at| game.holder(at))
            .is_none_or(|holder| game.allied(court, holder))
}

/// Whether a man of another court's can stand before this one as its envoy.
fn is_received(game: &Game, court: CourtId, who: PersonId) -> bool {
    let figure = game.figure(who);
    figure.alive
        && !figure.exiled
        && game.captive(who).is_none()
        && figure
            .court
            .is_some_and(|from| from != court && game.realm(from).stands)
}

/// Whether a voice speaks in a matter now: whose it is sits in the council, and what he says fits how things stand.
#[must_use]
pub fn speaks(game: &Game, decision: DecisionId, voice: usize) -> bool {
    let matter = &game.book.decisions[decision.index()];
    matter.voices.get(voice).is_some_and(|voice| {
        let here = if voice.envoy {
            is_received(game, matter.court, voice.who)
        } else {
            sits(game, matter.court, voice.who)
        };
        here && holds(game, &voice.when)
    })
}

/// Which voices speak in a matter now, bit by bit in the order of the file.
#[must_use]
pub fn heard(game: &Game, decision: DecisionId) -> u8 {
    let voices = game.book.decisions[decision.index()].voices.len();
    (0..voices.min(MOST_VOICES))
        .filter(|voice| speaks(game, decision, *voice))
        .fold(0, |heard, voice| heard | 1 << voice)
}
