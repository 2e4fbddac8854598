//! The council: the table with the news and what waits on it, and the matter that lies open.
//!
//! * [`table`] — news, matters, papers of other courts, and what can be done now
//! * [`memorial`] — the matter that lies open; [`options`] — its courses, each with those who argue for it
//! * [`opening`] — why a course is closed, and the way that opens it

mod memorial;
mod opening;
mod options;
mod table;

use egui::{Margin, ScrollArea, Ui};

use super::intent::Intent;
use super::sight::Sight;
use crate::base::ids::{DecisionId, DraftId, OptionId};
use crate::engine::Ask;
use crate::prose::names;
use crate::prose::texts::tr;
use crate::table::dues;

/// From a sheet's edge to its text.
const PADDING: i8 = 24;
/// Room left for the bar that scrolls, within that.
const BAR: f32 = 12.0;

/// The council: the table, or the matter that lies open.
pub fn council(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let matter = matter_open(see);
    let width = ui.max_rect().width() - 2.0 * f32::from(PADDING);
    ScrollArea::vertical()
        .id_salt(("council", matter, see.view().turn().0))
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::NONE
                .inner_margin(Margin {
                    left: PADDING,
                    right: 0,
                    top: 16,
                    bottom: PADDING,
                })
                .show(ui, |ui| {
                    ui.set_max_width(width.min(ui.available_width() - BAR));
                    ui.set_min_width(ui.max_rect().width());
                    match matter {
                        Some(decision) => memorial::matter(ui, see, decision, out),
                        None => table::table(ui, see, out),
                    }
                });
        });
}

/// The matter that lies open: the one picked or just decided, else the first that waits. None where the table is up.
#[must_use]
pub fn matter_open(see: &Sight<'_>) -> Option<DecisionId> {
    let court = see.desk.court;
    if see.desk.overview {
        return None;
    }
    let seat = see.session.seat(court)?;
    let there = |d: &DecisionId| seat.matters.contains(d);
    see.desk
        .chosen
        .filter(there)
        .or_else(|| see.desk.matter.filter(there))
        .or_else(|| see.session.waiting(court).first().map(|(_, d)| *d))
}

/// What was chosen in a matter in this xun, if anything was.
#[must_use]
pub fn chosen(see: &Sight<'_>, matter: DecisionId) -> Option<OptionId> {
    // What was answered before is no answer to a matter that was laid again.
    if see.view().pending().any(|open| open == matter) {
        return None;
    }
    see.session
        .asks()
        .iter()
        .rev()
        .find_map(|(by, ask)| match ask {
            Ask::Choose { decision, option } if *by == see.desk.court && *decision == matter => {
                Some(*option)
            }
            _ => None,
        })
}

/// The options of a matter in the order shown, and whether each is open.
#[must_use]
pub fn rows(see: &Sight<'_>, matter: DecisionId) -> Vec<(OptionId, bool)> {
    names::options(see.book(), matter)
        .into_iter()
        .map(|option| (option, see.view().may_choose(matter, option).is_ok()))
        .collect()
}

/// The papers of other courts that lie before this one.
#[must_use]
pub fn papers(see: &Sight<'_>) -> Vec<DraftId> {
    see.view().proposals().collect()
}

/// How many things wait for an answer: matters and papers.
#[must_use]
pub fn waiting(see: &Sight<'_>) -> usize {
    see.session.waiting(see.desk.court).len() + papers(see).len()
}

/// What ending the xun asks for: a question first, where matters wait or a word is about to be broken.
#[must_use]
pub fn end(see: &Sight<'_>) -> Intent {
    if !see.session.answerable(see.desk.court) && !dues::lapses(&see.view()) {
        Intent::EndTurn
    } else {
        Intent::Lay(Some(super::desk::Overlay::Ending))
    }
}

/// What running on asks for: the same question, for a run begins with the end of this xun; and a paper that lies unanswered
/// while months go by is as good as refused.
#[must_use]
pub fn run_on(see: &Sight<'_>) -> Intent {
    let free = !see.session.answerable(see.desk.court) && papers(see).is_empty();
    if free && !dues::lapses(&see.view()) {
        Intent::RunOn
    } else {
        Intent::Lay(Some(super::desk::Overlay::Ending))
    }
}

/// What taking back the last ask asks for; nothing where nothing was asked.
#[must_use]
pub fn undo(see: &Sight<'_>) -> Vec<Intent> {
    let court = see.desk.court;
    let own: Vec<&Ask> = see
        .session
        .asks()
        .iter()
        .filter(|(by, _)| *by == court)
        .map(|(_, ask)| ask)
        .collect();
    let Some(last) = own.last() else {
        return Vec::new();
    };
    let mut intents = vec![Intent::TakeBack(own.len() - 1)];
    if let Ask::Choose { decision, .. } = last {
        intents.push(Intent::Matter(*decision));
    }
    intents
}

/// How long a matter waits, in words.
fn patience(see: &Sight<'_>, matter: DecisionId) -> String {
    let n = see.session.patience(see.desk.court, matter);
    tr!(see.texts(), "council-patience", n = n)
}
