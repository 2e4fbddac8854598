//! Why a course is closed, and the way that opens it.

use super::super::desk::{Aim, OrderKind, Panel};
use super::super::intent::Intent;
use super::super::sight::Sight;
use crate::base::ids::{DecisionId, OptionId};
use crate::prose::{refusal, sentence};
use crate::rules::check::Refusal;
use crate::scenario::model::Cond;

/// Why a course is closed, and what would open it.
pub(super) struct Opening {
    /// What is missing.
    pub(super) why: Vec<String>,
    /// How to get it, in words.
    pub(super) how: String,
    /// Where that is done.
    pub(super) way: Vec<Intent>,
}

/// Why a course is closed; nothing where it is open.
pub(super) fn opening(see: &Sight<'_>, matter: DecisionId, option: OptionId) -> Option<Opening> {
    let (texts, view) = (see.texts(), see.view());
    let why = view.may_choose(matter, option).err()?;
    let lines = refusal(texts, &view, &why);
    Some(match &why {
        Refusal::Closed(_, _, needs) => {
            let choice = &see.book().decisions[matter.index()].options[option.index()];
            // The first line says that it is closed, the last how the scenario's file would have it opened.
            let end = lines.len() - usize::from(!choice.opens_by.is_empty());
            Opening {
                why: lines.get(1..end).unwrap_or_default().to_vec(),
                how: in_words(&choice.opens_by),
                way: needs
                    .iter()
                    .find_map(|need| way(see, need))
                    .unwrap_or_default(),
            }
        }
        Refusal::TooPoor { .. } => Opening {
            why: lines.into_iter().take(1).collect(),
            how: texts.t("opening-treasury"),
            way: vec![Intent::Show(Panel::Treasury)],
        },
        _ => Opening {
            why: lines.into_iter().take(1).collect(),
            how: String::new(),
            way: Vec::new(),
        },
    })
}

/// The way without what one would type in a terminal.
fn in_words(opens_by: &str) -> String {
    match opens_by.rsplit_once(": ") {
        Some((words, typed)) if typed.contains('_') => sentence(words),
        _ => sentence(opens_by),
    }
}

/// Where a need can be met: an order begun, or the panel where such things are done.
fn way(see: &Sight<'_>, need: &Cond) -> Option<Vec<Intent>> {
    let view = see.view();
    let court = view.court();
    let aim = |aim: Aim| Some(vec![Intent::Show(Panel::Orders), Intent::Aim(Some(aim))]);
    match need {
        Cond::All(needs) | Cond::Any(needs) => needs
            .iter()
            .filter(|need| !view.holds(need))
            .find_map(|need| way(see, need)),
        Cond::InPost(person, post) if see.book().posts[post.index()].court == court => aim(Aim {
            person: Some(*person),
            post: Some(*post),
            ..Aim::new(OrderKind::Appoint)
        }),
        Cond::Commands(person, army) if view.army(*army).is_some() => aim(Aim {
            person: Some(*person),
            army: Some(*army),
            ..Aim::new(OrderKind::Command)
        }),
        Cond::ArmyAt(army, place) if view.army(*army).is_some() => aim(Aim {
            army: Some(*army),
            place: Some(*place),
            ..Aim::new(OrderKind::March)
        }),
        Cond::Stands(army) if view.levies().any(|levy| levy == *army) => aim(Aim {
            army: Some(*army),
            ..Aim::new(OrderKind::Raise)
        }),
        Cond::Proposed(draft) if see.book().drafts[draft.index()].terms.from == court => aim(Aim {
            draft: Some(*draft),
            ..Aim::new(OrderKind::Propose)
        }),
        Cond::Seat(by, place) if *by == court => aim(Aim {
            place: Some(*place),
            ..Aim::new(OrderKind::MoveCourt)
        }),
        Cond::Treasury(by, ..) if *by == court => Some(vec![Intent::Show(Panel::Treasury)]),
        Cond::Lean(by, _) if *by == court => Some(vec![Intent::Show(Panel::People)]),
        _ => None,
    }
}
