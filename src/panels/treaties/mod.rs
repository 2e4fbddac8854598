//! Treaties: the negotiating table at the left (papers that wait, the paper under the brush, what could be put forward), at the right
//! what a paper weighs and the ledger of what was sworn. In a narrow window the one stands under the other.
//!
//! * [`waiting`] — papers of other courts, what can be done, what could be put forward
//! * [`brush`] — a paper being written; [`form`] — one clause of it; [`picks`] — places and people it may name
//! * [`scales`] — what a paper weighs, what would move them, what the councillors think
//! * [`ledger`] — the papers sworn or under way: due, paid or done, how each clause stands

mod brush;
mod form;
mod ledger;
mod picks;
mod scales;
mod waiting;

use egui::{Rect, Ui, UiBuilder, pos2};

use super::give::{give, give_with};
use super::intent::Intent;
use super::sight::Sight;
use super::widgets::{Ground, Mark, cell, ground, mark, page, row, text};
use crate::base::ids::DraftId;
use crate::panels::look::Type;
use crate::panels::widgets::Tip;
use crate::prose::numbers::signed;
use crate::prose::texts::tr;
use crate::table::papers::{self, PaperState};

pub use ledger::{clauses, numeral};

/// From this width on, table and ledger stand side by side.
const TWO_COLUMNS: f32 = 1_000.0;
/// Part of the width that the table has.
const TABLE_PART: f32 = 0.46;

/// Height of the foot from which a paper is sent.
const FOOT: f32 = 112.0;

/// Treaties: the negotiating table and the ledger.
pub fn treaties(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    let open = waiting::open(ui, see);
    if whole.width() >= TWO_COLUMNS {
        let x = (whole.left() + whole.width() * TABLE_PART).round();
        let right = Rect::from_min_max(pos2(x, whole.top()), whole.max);
        ground(ui, see.look, right, Ground::Paper);
        let line = egui::Stroke::new(1.0, see.look.ink.rule2);
        ui.painter().vline(x, whole.y_range(), line);
        let left = Rect::from_min_max(whole.min, pos2(x, whole.bottom()));
        let foot = match &see.desk.brush {
            Some(_) if !see.is_over() => FOOT,
            _ => 0.0,
        };
        let body = Rect::from_min_max(left.min, pos2(left.right(), left.bottom() - foot));
        column(ui, body, "table", |ui| table(ui, see, open, out));
        if let Some(brush) = see.desk.brush.as_ref().filter(|_| foot > 0.0) {
            let rect = Rect::from_min_max(pos2(left.left(), body.bottom()), left.max);
            let rect = rect.shrink2(egui::vec2(24.0, 8.0));
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("foot"));
            brush::sending(&mut child, see, brush, out);
        }
        column(ui, right, "scales", |ui| {
            scales::scales(ui, see, open);
            ledger::ledger(ui, see, out);
        });
    } else {
        page(ui, ("treaties", see.desk.brush.is_some()), |ui| {
            table(ui, see, open, out);
            if let Some(brush) = see.desk.brush.as_ref().filter(|_| !see.is_over()) {
                brush::sending(ui, see, brush, out);
                ui.add_space(16.0);
            }
            scales::scales(ui, see, open);
            ledger::ledger(ui, see, out);
        });
    }
}

fn column(ui: &mut Ui, rect: Rect, salt: &str, draw: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    page(&mut child, salt, draw);
}

/// What lies on the table.
fn table(ui: &mut Ui, see: &Sight<'_>, open: Option<DraftId>, out: &mut Vec<Intent>) {
    if see.is_over() {
        return;
    }
    match &see.desk.brush {
        Some(brush) => brush::brush(ui, see, brush, out),
        None => waiting::waiting(ui, see, open, out),
    }
}

/// What a clause is to whoever weighs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// He balks at it.
    Balks,
    /// It is against him.
    Against,
    /// It is for him, or nothing to him.
    Agrees,
}

/// The verdict on each clause of a paper.
fn verdict(weighing: &crate::rules::systems::bargain::Weighing, clause: usize) -> Verdict {
    let weight = weighing.clauses.get(clause).copied().unwrap_or(0);
    if !weighing.takes() && weighing.balks() == Some(clause) {
        Verdict::Balks
    } else if weight < 0 {
        Verdict::Against
    } else {
        Verdict::Agrees
    }
}

/// A clause of a paper that is weighed: number, words, and what it is to whoever weighs it. Says whether it was pressed.
fn weighed_row(
    ui: &mut Ui,
    see: &Sight<'_>,
    (n, words): (usize, &str),
    (verdict, weight): (Verdict, i64),
    chosen: bool,
) -> egui::Response {
    let (look, texts) = (see.look, see.texts());
    let ink = &look.ink;
    let (shape, said) = match verdict {
        Verdict::Balks => (Mark::Balks, texts.t("weighed-balks")),
        Verdict::Against => (Mark::OnCondition, texts.t("weighed-against")),
        Verdict::Agrees if weight == 0 => (Mark::Agrees, texts.t("weighed-nothing")),
        Verdict::Agrees => (Mark::Agrees, texts.t("weighed-agrees")),
    };
    let label = tr!(
        texts,
        "weighed-row",
        n = n + 1,
        words = words,
        said = said.as_str(),
        weight = signed(weight)
    );
    let width = ui.available_width();
    let (number, state) = (44.0, 128.0);
    row(ui, look, chosen, &label, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cell(ui, number, |ui| {
            text(ui, Type::Slip, ink.ink, &numeral(n + 1));
        });
        cell(ui, width - number - state, |ui| {
            ui.set_max_width(width - number - state - 12.0);
            text(ui, Type::Body, ink.ink, words);
        });
        cell(ui, state, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                mark(ui, look, shape, 18.0, &said);
                let words = if weight == 0 {
                    said.clone()
                } else {
                    tr!(
                        texts,
                        "weighed-state",
                        said = said.as_str(),
                        weight = signed(weight)
                    )
                };
                cell(ui, state - 28.0, |ui| {
                    text(ui, Type::NoteItalic, ink.ink, &words);
                });
            });
        });
    })
    .tip(texts.t("weighed-why"))
}

/// Papers that wait for this court's answer.
fn awaited(see: &Sight<'_>) -> Vec<DraftId> {
    papers::papers(&see.view())
        .into_iter()
        .filter(|(_, state)| *state == PaperState::Waits)
        .map(|(draft, _)| draft)
        .collect()
}
