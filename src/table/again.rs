//! A game taken up again on a changed text of its scenario: everything that was chosen and ordered, by name, as far as it still applies.

use super::session::{NotSet, Session, Step, Trouble};
use crate::base::date::{Date, Turn};
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::journal::{UnknownName, resolved_ask, resolved_given, written_ask, written_given};
use crate::prose::numbers::date;
use crate::prose::texts::{Texts, tr};
use crate::prose::{hand, names, orders, refusal, sentence};
use crate::rules::check::Refusal;
use crate::rules::hand::Unset;

/// Where the old game could not be followed any further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// In which turn.
    pub turn: Turn,
    /// Its first day.
    pub day: Date,
    /// Which court asked, by its name in the old text; none where a value was set by hand or the game ended.
    pub court: Option<String>,
    /// What it asked, in the words of the old text.
    pub what: String,
    /// Why it no longer applies.
    pub why: Why,
}

/// Why an entry no longer applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It names what the scenario has no more.
    Gone(UnknownName),
    /// The rules refuse it now.
    Refused(Refusal),
    /// The value cannot be set any more.
    Unset(Unset),
    /// The game ends before it.
    Ended,
}

/// What came of taking a game up again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Again {
    /// How many entries were followed.
    pub followed: usize,
    /// How many were left undone.
    pub lost: usize,
    /// The first that no longer applies.
    pub stop: Option<Stop>,
    /// How many moves of courts that nobody plays are no longer open, and were left out.
    pub left_out: usize,
}

impl Again {
    /// Whether everything of the old game is in the new one.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.stop.is_none() && self.left_out == 0
    }

    /// What to tell the writer: that the file was taken up, from which turn the game goes on, and what no longer applies.
    #[must_use]
    pub fn told(&self, session: &Session) -> Vec<String> {
        let (texts, view) = (session.texts(), session.view(first(session)));
        let mut out = vec![tr!(
            texts,
            "bench-taken-up",
            day = date(texts, view.day()),
            n = view.turn().0 + 1
        )];
        if let Some(stop) = &self.stop {
            let why = match &stop.why {
                Why::Gone(unknown) => sentence(&unknown.to_string()),
                Why::Refused(why) => refusal(texts, &view, why).join(" "),
                Why::Unset(why) => hand::unset(texts, &view, *why),
                Why::Ended => texts.t("bench-ends-now"),
            };
            out.push(match &stop.court {
                Some(court) => tr!(
                    texts,
                    "bench-stop",
                    day = date(texts, stop.day),
                    n = stop.turn.0 + 1,
                    court = court.as_str(),
                    what = stop.what.as_str(),
                    why = why
                ),
                None if stop.why == Why::Ended => tr!(
                    texts,
                    "bench-stop-ended",
                    day = date(texts, stop.day),
                    n = stop.turn.0 + 1
                ),
                None => tr!(
                    texts,
                    "bench-stop-set",
                    day = date(texts, stop.day),
                    n = stop.turn.0 + 1,
                    what = stop.what.as_str(),
                    why = why
                ),
            });
            out.push(tr!(texts, "bench-lost", n = self.lost));
        }
        if self.left_out > 0 {
            out.push(tr!(texts, "bench-left-out", n = self.left_out));
        }
        out
    }
}

fn first(session: &Session) -> CourtId {
    session.courts().first().copied().unwrap_or(CourtId(0))
}

/// Follows a game step by step, by name, in a fresh one on another text of its scenario, as far as each step still applies. A person's
/// choice or order that no longer does ends it there; what other courts did and may do no more is left out.
#[must_use]
pub fn again(old: &Session, mut fresh: Session) -> (Session, Again) {
    let mut told = Again::default();
    let steps = old.history();
    for (at, step) in steps.iter().enumerate() {
        let done = follow(old, &mut fresh, step, &mut told.left_out);
        match done {
            Ok(()) => told.followed += 1,
            Err((court, what, why)) => {
                told.lost = steps.len() - at;
                told.stop = Some(Stop {
                    turn: fresh.engine().turn(),
                    day: fresh.engine().day(),
                    court,
                    what,
                    why,
                });
                break;
            }
        }
    }
    (fresh, told)
}

type Stopped = (Option<String>, String, Why);

fn follow(
    old: &Session,
    fresh: &mut Session,
    step: &Step,
    left_out: &mut usize,
) -> Result<(), Stopped> {
    let (was, now) = (old.engine().book(), fresh.engine().book().clone());
    if fresh.engine().ended().is_some() {
        return Err((None, String::new(), Why::Ended));
    }
    let by_name = |court: CourtId, ask: &Ask| {
        resolved_ask(&was.courts[court.index()].id, &written_ask(ask, was), &now)
    };
    match step {
        Step::Ask(court, ask) => {
            let stopped = |why| {
                let name = names::court(was, *court);
                (Some(name), words(old, *court, ask), why)
            };
            let (by, ask) = by_name(*court, ask).map_err(|gone| stopped(Why::Gone(gone)))?;
            match fresh.ask(by, ask) {
                Ok(_) => Ok(()),
                Err(Trouble::Refused(why)) => Err(stopped(Why::Refused(why))),
                // Nobody keeps a fresh game yet.
                Err(Trouble::NotKept(_)) => Ok(()),
            }
        }
        Step::Set(given) => {
            let stopped = |why| {
                let view = old.view(first(old));
                (None, hand::given(old.texts(), &view, given), why)
            };
            let given = resolved_given(&written_given(given, was), &now)
                .map_err(|gone| stopped(Why::Gone(gone)))?;
            match fresh.set(&given) {
                Ok(()) | Err(NotSet::NotKept(_)) => Ok(()),
                Err(NotSet::Unset(why)) => Err(stopped(Why::Unset(why))),
            }
        }
        Step::TurnEnded { moves, .. } => {
            let known: Vec<(CourtId, Ask)> = moves
                .iter()
                .filter_map(|(court, ask)| by_name(*court, ask).ok())
                .collect();
            *left_out += moves.len() - known.len();
            *left_out += fresh.close_with(&known);
            Ok(())
        }
        // What a class said of an older text is not said of the new one. A history holds nothing that was taken back.
        Step::Voted(..) | Step::Undo(_) => Ok(()),
    }
}

/// What was asked, in the words of the old text.
fn words(old: &Session, court: CourtId, ask: &Ask) -> String {
    let (texts, view): (&Texts, _) = (old.texts(), old.view(court));
    match ask {
        Ask::Choose { decision, option } => {
            let matter = &view.book().decisions[decision.index()];
            let label = matter.options.get(option.index());
            tr!(
                texts,
                "bench-choice",
                title = matter.title.as_str(),
                label = label.map_or("", |o| o.label.trim_end_matches('.'))
            )
        }
        Ask::Order(order) => orders::order(texts, &view, order),
    }
}
