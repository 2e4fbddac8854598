//! A court's people in groups, and what each of them counselled in this game.

use std::collections::BTreeSet;

use super::session::Session;
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, OptionId, PersonId};
use crate::events::Event;
use crate::prose::names;
use crate::prose::texts::Texts;
use crate::view::View;

/// The people of a court.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    /// Those who reign, hold a post or command an army.
    pub placed: Vec<PersonId>,
    /// Others at hand.
    pub others: Vec<PersonId>,
    /// In other hands, or sent away.
    pub away: Vec<PersonId>,
    /// Those who died in this game, as far as it was heard.
    pub dead: Vec<PersonId>,
}

/// The people of the court whose view this is.
#[must_use]
pub fn roll(view: &View<'_>) -> Roll {
    let book = view.book();
    let mut out = Roll::default();
    let fallen: BTreeSet<PersonId> = view
        .heard(Turn(0))
        .filter_map(|news| match news.event {
            Event::Died { person, .. } | Event::Executed { person } => Some(*person),
            _ => None,
        })
        .collect();
    for (i, man) in book.people.iter().enumerate() {
        let id = PersonId::of(i);
        let figure = view.figure(id);
        if figure.court != Some(view.court()) {
            continue;
        }
        if !view.alive(id) {
            if fallen.contains(&id) {
                out.dead.push(id);
            }
            continue;
        }
        let posted = view.posts().any(|p| view.holder_of(p) == Some(id));
        if view.captive(id).is_some() || figure.exiled {
            out.away.push(id);
        } else if posted || view.command_of(id).is_some() || view.realm().ruler == id {
            out.placed.push(id);
        } else if man.office_on(view.day()).is_some() {
            out.others.push(id);
        }
    }
    out
}

/// Whether a person is nobody yet: without office, post or command, so that to tell of his deeds would be to foretell them.
#[must_use]
pub fn is_unheard_of(texts: &Texts, view: &View<'_>, id: PersonId) -> bool {
    view.alive(id) && !view.is_over() && names::office(texts, view, id).is_none()
}

/// Whether a court has heard of a person at all: to name one who is nobody yet would foretell that he will be somebody.
#[must_use]
pub fn is_known(texts: &Texts, view: &View<'_>, id: PersonId) -> bool {
    let figure = view.figure(id);
    !is_unheard_of(texts, view, id) || figure.exiled || view.captive(id).is_some()
}

/// What a person said in a matter that was laid before his court in this game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The matter.
    pub decision: DecisionId,
    /// Which of its voices.
    pub voice: usize,
    /// What he argued for.
    pub argued_for: OptionId,
    /// Whether that was chosen; none while the matter waits.
    pub heeded: Option<bool>,
    /// Whether what he expected came true, where he was heeded and his day has come.
    pub came_true: Option<bool>,
}

/// What a person said in council so far, in the order in which the matters were laid.
#[must_use]
pub fn advice(session: &Session, court: CourtId, person: PersonId) -> Vec<Advice> {
    let (engine, view) = (session.engine(), session.view(court));
    let (book, tables) = (engine.book(), engine.whole().tables());
    let mut out: Vec<(Turn, Advice)> = Vec::new();
    for (i, decision) in book.decisions.iter().enumerate() {
        let id = DecisionId::of(i);
        // What he said the first time; again he says the same.
        let matter = engine.whole().first_laying(id);
        let Some(laid) = matter.laid.filter(|_| decision.court == view.court()) else {
            continue;
        };
        let spoke = |voice| match matter.closed {
            Some(_) => matter.was_heard(voice),
            None => view.speaks(id, voice),
        };
        for (voice, words) in decision.voices.iter().enumerate() {
            if words.who != person || !spoke(voice) {
                continue;
            }
            let tested = tables
                .tested
                .iter()
                .find(|(d, v, _)| *d == id && usize::from(*v) == voice);
            out.push((
                laid,
                Advice {
                    decision: id,
                    voice,
                    argued_for: words.argues_for,
                    heeded: matter
                        .closed
                        .map(|_| matter.chose == Some(words.argues_for)),
                    came_true: tested.map(|(_, _, so)| *so),
                },
            ));
        }
    }
    out.sort_by_key(|(laid, advice)| (*laid, advice.decision));
    out.into_iter().map(|(_, advice)| advice).collect()
}
