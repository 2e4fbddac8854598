//! The clauses of a paper as a ledger keeps them: what is due, what was paid or done, how it stands.

use egui::Ui;

use crate::base::ids::DraftId;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::{Mark, cell, ledger_bar, mark, text};
use crate::prose::numbers::{date, goods};
use crate::prose::texts::tr;
use crate::prose::{names, sentence};
use crate::scenario::language::Clause;
use crate::table::papers::{Standing, standing};

/// A number as clauses are numbered: 一, 二, 三, up to 九十九.
#[must_use]
pub fn numeral(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (n / 10 % 10, n % 10);
    let ten = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        more => format!("{}十", DIGITS[more]),
    };
    format!("{ten}{}", DIGITS[ones])
}

/// The clauses of a paper, a row each.
pub fn clauses(ui: &mut Ui, see: &Sight<'_>, draft: DraftId) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let width = ui.available_width();
    let (number, state) = (48.0, 148.0);
    let words = width - number - state;
    let rows = crate::prose::clauses::rows(texts, &view, draft);
    for (row, (i, told)) in rows.into_iter().enumerate() {
        let clause = &view.terms(draft).clauses[i];
        let (stands, due) = standing(&view, draft, i);
        let (shape, how) = match stands {
            Standing::Kept => (Some(Mark::Kept), texts.t("treaties-kept")),
            Standing::Broken(by) => (
                Some(Mark::Broken),
                tr!(texts, "treaties-broken", court = names::court(book, by)),
            ),
            Standing::Late => (Some(Mark::Late), texts.t("treaties-late")),
            Standing::Withheld => (Some(Mark::Late), texts.t("treaties-withheld")),
            Standing::Waits => (Some(Mark::OnCondition), texts.t("treaties-waits")),
            Standing::Holds => (Some(Mark::Kept), texts.t("treaties-holds")),
            Standing::Idle => (None, String::new()),
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            cell(ui, number, |ui| {
                text(ui, Type::Slip, ink.ink, &numeral(row + 1));
            });
            cell(ui, words, |ui| {
                ui.set_max_width(words - 12.0);
                text(ui, Type::Body, ink.ink, &sentence(&told));
                if let Some(day) =
                    due.filter(|_| matches!(stands, Standing::Late | Standing::Waits))
                {
                    let words = tr!(texts, "treaties-due", day = date(texts, day));
                    text(ui, Type::Note, ink.ink2, &words);
                }
                if let Clause::Pay { good, amount, .. } | Clause::Yearly { good, amount, .. } =
                    clause
                    && stands != Standing::Idle
                {
                    let paid = view.clause(draft, i).paid;
                    let line = tr!(
                        texts,
                        "treaties-paid",
                        paid = goods(texts, *good, paid),
                        left = goods(texts, *good, (amount - paid).max(0))
                    );
                    text(ui, Type::Note, ink.ink2, &line)
                        .on_hover_text(texts.t("treasury-why-clause"));
                    let percent = (paid * 100)
                        .checked_div(*amount)
                        .unwrap_or(100)
                        .clamp(0, 100);
                    ledger_bar(ui, look, u8::try_from(percent).unwrap_or(100));
                }
            });
            cell(ui, state, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    if let Some(shape) = shape {
                        mark(ui, look, shape, 18.0, &how);
                        cell(ui, state - 28.0, |ui| {
                            text(ui, Type::Strong, ink.ink, &how);
                        });
                    }
                });
            });
        });
        ui.separator();
    }
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn clauses_are_numbered_as_papers_number_them() {
        let some: Vec<String> = [1, 3, 10, 11, 20, 25].into_iter().map(numeral).collect();
        assert_eq!(some, ["一", "三", "十", "十一", "二十", "二十五"]);
    }
}
