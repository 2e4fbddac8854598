//! The papers a court is party to, how they and their clauses stand, and what it could put forward. Nothing here foretells.

use crate::base::date::{Date, Turn};
use crate::base::ids::{CourtId, DraftId};
use crate::orders::Order;
use crate::prose::names;
use crate::prose::numbers::date;
use crate::prose::texts::{Texts, tr};
use crate::rules::check::Refusal;
use crate::rules::systems::treaties::{audit, grievance::Grievance};
use crate::scenario::language::Clause;
use crate::scenario::model::Scenario;
use crate::view::View;

/// How a paper stands, as far as this court knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperState {
    /// Declared void by this court, on this day.
    Void(CourtId, Date),
    /// Sworn on this day, and in force.
    Sworn(Date),
    /// Refused by this court.
    Refused(CourtId),
    /// Left unanswered by this court, until it was as good as refused.
    Unanswered(CourtId),
    /// Called back by the court that had sent it, before it was handed over.
    CalledBack,
    /// Taken on the road by this court.
    Intercepted(CourtId),
    /// Delivered to this court, which has not answered.
    Waits,
    /// On its way, or not heard of since.
    Sent,
}

impl PaperState {
    /// In words, as the end of a sentence.
    #[must_use]
    pub fn words(self, texts: &Texts, book: &Scenario) -> String {
        match self {
            Self::Void(by, day) => tr!(
                texts,
                "treaty-void",
                court = names::court(book, by),
                day = date(texts, day)
            ),
            // A paper older than the game has for its day the one from which its years are counted.
            Self::Sworn(day) if day < book.from => {
                tr!(texts, "treaty-counted", day = date(texts, day))
            }
            Self::Sworn(day) => tr!(texts, "treaty-sworn", day = date(texts, day)),
            Self::CalledBack => texts.t("treaty-called-back"),
            Self::Refused(by) => tr!(texts, "treaty-refused", court = names::court(book, by)),
            Self::Unanswered(by) => {
                tr!(texts, "treaty-unanswered", court = names::court(book, by))
            }
            Self::Intercepted(by) => {
                tr!(texts, "treaty-intercepted", court = names::court(book, by))
            }
            Self::Waits => texts.t("treaty-waits"),
            Self::Sent => texts.t("treaty-sent"),
        }
    }
}

/// The papers this court is party to and knows of, in the order of the book.
#[must_use]
pub fn papers(view: &View<'_>) -> Vec<(DraftId, PaperState)> {
    let book = view.book();
    let mut out = Vec::new();
    for (id, paper) in view.papers() {
        let terms = view.terms(id);
        if terms.to == view.court() && paper.delivered.is_none() && paper.sworn.is_none() {
            continue; // on its way to this court, which cannot know
        }
        let state = if let Some((by, turn)) = paper.void {
            PaperState::Void(by, book.day(turn))
        } else if let Some(turn) = paper.sworn {
            // What was in force on the first day was sworn before it.
            let before = book.treaties.iter().find(|(d, _)| *d == id);
            let day = before
                .filter(|_| turn == Turn(0))
                .map_or_else(|| book.day(turn), |(_, sworn)| *sworn);
            PaperState::Sworn(day)
        } else if paper.refused == Some(terms.from) {
            PaperState::CalledBack
        } else if let Some(by) = paper.refused.filter(|_| paper.unanswered) {
            PaperState::Unanswered(by)
        } else if let Some(by) = paper.refused {
            PaperState::Refused(by)
        } else if let Some(by) = paper.intercepted.filter(|by| *by == view.court()) {
            PaperState::Intercepted(by)
        } else if terms.to == view.court() {
            PaperState::Waits
        } else {
            PaperState::Sent
        };
        out.push((id, state));
    }
    out
}

/// What this court could put forward: open, or closed and why. What can only be written after something else has happened is
/// left out until it has, for it would tell that it will happen.
#[must_use]
pub fn could_propose(view: &View<'_>) -> Vec<(DraftId, Result<(), Refusal>)> {
    let drafts = view.book().drafts.iter().enumerate();
    drafts
        .filter(|(_, draft)| draft.terms.from == view.court())
        .filter_map(|(i, _)| {
            let draft = DraftId::of(i);
            match view.may_order(&Order::Propose { draft }) {
                Err(Refusal::DraftBusy(_)) => None,
                // To name a court that is not there yet would tell that it will be.
                Err(Refusal::Needs(_) | Refusal::NoCourt) if !view.is_over() => None,
                answer => Some((draft, answer)),
            }
        })
        .collect()
}

/// Whether a court may read a draft: as a party once it is sent, or when it could put it forward itself.
#[must_use]
pub fn is_known(view: &View<'_>, draft: DraftId) -> bool {
    view.is_over()
        || papers(view).iter().any(|(d, _)| *d == draft)
        || could_propose(view).iter().any(|(d, _)| *d == draft)
}

/// How a clause of a sworn paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Done.
    Kept,
    /// A later paper took its place.
    Replaced,
    /// Broken, by this court.
    Broken(CourtId),
    /// No longer binds: the other side broke the peace that it was part of.
    Released(CourtId),
    /// Its day has come and it is not done.
    Late,
    /// Its day has come, and this court withholds it, the other having broken its word.
    Withheld,
    /// Its day has not come.
    Waits,
    /// A payment that rests while the parties are at war.
    Rests,
    /// Ended by the war that this court opened, the other having broken the paper first.
    Ended(CourtId),
    /// Ended with this court, which is no more.
    Gone(CourtId),
    /// Holds as long as nobody acts against it.
    Holds,
    /// The paper is not sworn, or no longer in force.
    Idle,
}

/// How a clause stands, and the day it is due where it has one.
#[must_use]
pub fn standing(view: &View<'_>, draft: DraftId, clause: usize) -> (Standing, Option<Date>) {
    let book = view.book();
    let state = view.clause(draft, clause);
    let Some(words) = view.terms(draft).clauses.get(clause) else {
        return (Standing::Idle, None);
    };
    let paper = view.papers().find(|(d, _)| *d == draft).map(|(_, p)| p);
    let sworn = paper.and_then(|p| p.sworn.filter(|_| p.void.is_none()));
    let within = audit::due(words, state);
    let due = sworn
        .zip(within)
        .map(|(sworn, xun)| book.day(Turn(sworn.0 + xun)));
    // A yearly payment is settled for the year under way, or not.
    let settled = matches!(words, Clause::Yearly { .. })
        && sworn.is_some_and(|turn| audit::left(words, state, view.turn().0 - turn.0) <= 0);
    let excused = view.grievance(draft) != Grievance::None && words.binds() == Some(&view.court());
    let standing = if state.replaced {
        Standing::Replaced
    } else if let Some(by) = state.broken {
        // Who opens war breaks the whole paper, and his own side of it is what he broke.
        match words.binds() {
            Some(bound) if *bound != by => Standing::Released(by),
            _ => Standing::Broken(by),
        }
    } else if state.kept || settled && view.gone(draft).is_none() {
        Standing::Kept
    } else if sworn.is_none() {
        Standing::Idle
    } else if let Some(court) = view.gone(draft) {
        Standing::Gone(court)
    } else if view.rests(draft, words) {
        Standing::Rests
    } else if let Some(by) = view.ended_by(draft, words) {
        Standing::Ended(by)
    } else if within.is_none() || matches!(words, Clause::Truce { .. } | Clause::Border { .. }) {
        Standing::Holds
    } else if due.is_some_and(|day| day <= view.day()) {
        if excused {
            Standing::Withheld
        } else {
            Standing::Late
        }
    } else {
        Standing::Waits
    };
    (standing, due)
}
