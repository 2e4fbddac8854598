//! The papers sworn or under way, as a ledger keeps them: what is due, what was paid or done, how each clause stands, on which reading;
//! what the record alleges beside it; and what a breach allows.

use egui::Ui;

use super::give;
use crate::base::ids::DraftId;
use crate::orders::{Order, Treat};
use crate::panels::desk::Topic;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::treasury::due::pay_words;
use crate::panels::widgets::Tip;
use crate::panels::widgets::{CommandKind, Mark, cell, command, ledger_bar, mark, section, text};
use crate::prose::numbers::{date, goods};
use crate::prose::texts::tr;
use crate::prose::{bargain, capital, conditions, names, sentence};
use crate::rules::systems::treaties::grievance::Remedy;
use crate::table::papers::{self, PaperState, Standing, standing};
use crate::table::sworn::{self, Sheet};

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

/// Every paper that does not wait for this court's answer.
pub(super) fn ledger(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    section(ui, look, &texts.t("treaties-ledger"), "盟載");
    let mut known = papers::papers(&view);
    known.retain(|(_, state)| *state != PaperState::Waits || view.is_over());
    // What binds stands before what is past.
    known.sort_by_key(|(_, state)| !matches!(state, PaperState::Sworn(_)));
    if known.is_empty() {
        text(
            ui,
            Type::Italic,
            look.ink.ink2,
            &texts.t("treaties-no-papers"),
        );
    }
    let sheets = sworn::ledger(&view);
    for (draft, state) in known {
        let sheet = sheets.iter().find(|sheet| sheet.draft == draft);
        paper(ui, see, draft, state, sheet, out);
    }
}

/// A paper: who gave it to whom, how it stands, its clauses, and what can be done about it.
fn paper(
    ui: &mut Ui,
    see: &Sight<'_>,
    draft: DraftId,
    state: PaperState,
    sheet: Option<&Sheet>,
    out: &mut Vec<Intent>,
) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let terms = view.terms(draft);
    ui.add_space(8.0);
    text(
        ui,
        Type::Option,
        ink.ink,
        &names::title(texts, &view, draft),
    );
    let line = tr!(
        texts,
        "treaties-between",
        from = names::court(book, terms.from),
        to = names::court(book, terms.to),
        state = state.words(texts, book)
    );
    text(ui, Type::Note, ink.ink2, &sentence(&line));
    clauses(ui, see, draft);
    if let Some(sheet) = sheet {
        readings(ui, see, sheet);
    }
    alleged(ui, see, draft);
    // Against a court that is gone there is nothing to be done.
    let other = if terms.from == view.court() {
        terms.to
    } else {
        terms.from
    };
    if let Some(sheet) = sheet.filter(|_| !see.is_over() && view.other(other).stands) {
        remedies(ui, see, sheet);
    }
    // The note knows how it ended, and so does what the record alleges.
    if let Some(written) = book.drafts.get(draft.index())
        && view.is_over()
        && !written.note.is_empty()
    {
        text(ui, Type::Note, ink.ink2, &written.note);
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        let name = names::draft(texts, &view, draft);
        if !view.owed(draft).is_empty() && !see.is_over() {
            give(
                ui,
                see,
                &pay_words(see, draft),
                Order::PayDue { draft },
                out,
            );
        }
        let disavow = Order::treat(Treat::Disavow { draft });
        if view.may_order(&disavow).is_ok() {
            let words = tr!(texts, "treaties-disavow", draft = name.as_str());
            give(ui, see, &words, disavow, out);
        }
        if matches!(state, PaperState::Sworn(_)) && !see.is_over() && view.other(other).stands {
            let void = Order::treat(Treat::Void { draft });
            let mut words = match view.void_price(draft) {
                0 => tr!(texts, "treaties-void-free", draft = name.as_str()),
                n => tr!(texts, "treaties-void", draft = name.as_str(), n = -n),
            };
            if bargain::void_is_war(texts, &view, draft).is_some() {
                let court = names::court(view.book(), other);
                words = tr!(texts, "treaties-void-war", words = words, court = court);
            }
            give(ui, see, &words, void, out);
        }
        // The codex knows what the scenario wrote.
        if view.drawn(draft).is_some() {
            return;
        }
        let words = tr!(texts, "treaties-codex", draft = name.as_str());
        if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
            out.push(Intent::Open(Topic::Draft(draft)));
        }
    });
    ui.add_space(12.0);
}

/// Words that are read in more ways than one: each reading, what follows from it, and who has broken his word on it.
fn readings(ui: &mut Ui, see: &Sight<'_>, sheet: &Sheet) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let terms = view.terms(sheet.draft);
    for (unclear, readings) in terms.unclear.iter().zip(&sheet.unclear) {
        let words = tr!(texts, "ledger-unclear", words = unclear.words.as_str());
        ui.horizontal_top(|ui| {
            mark(
                ui,
                look,
                Mark::Disputed,
                18.0,
                &texts.t("treaties-disputed"),
            );
            ui.add_space(4.0);
            text(ui, Type::Strong, ink.ink, &words);
        });
        for (sense, reading) in unclear.readings.iter().zip(readings) {
            let held = tr!(
                texts,
                "ledger-reading",
                court = names::court(book, reading.held_by),
                says = sense.says.as_str()
            );
            text(ui, Type::Body, ink.ink, &held);
            for row in &reading.rows {
                if let Some(clause) = terms.clauses.get(row.clause) {
                    let words = sentence(&conditions::clause(texts, &view, clause));
                    text(ui, Type::Note, ink.ink2, &capital(&words));
                }
            }
            let verdict = match reading.broken {
                Some(by) => tr!(
                    texts,
                    "ledger-verdict-broken",
                    court = names::court(book, by)
                ),
                None => texts.t("ledger-verdict-kept"),
            };
            text(ui, Type::NoteItalic, ink.ink, &verdict);
        }
        ui.add_space(6.0);
    }
}

/// The breaches that the record alleges, as far as this court can have heard of them.
fn alleged(ui: &mut Ui, see: &Sight<'_>, draft: DraftId) {
    let (look, texts, book) = (see.look, see.texts(), see.book());
    for alleged in sworn::alleged(&see.view(), draft) {
        let words = tr!(
            texts,
            "ledger-alleged",
            by = names::court(book, alleged.by),
            of = names::court(book, alleged.of),
            n = alleged.clause + 1,
            says = alleged.says.as_str()
        );
        ui.horizontal_top(|ui| {
            mark(ui, look, Mark::Disputed, 18.0, &texts.t("treaties-alleged"));
            ui.add_space(4.0);
            text(ui, Type::NoteItalic, look.ink.ink, &words);
        });
    }
}

/// What this court may do without blame, and what war would cost it.
fn remedies(ui: &mut Ui, see: &Sight<'_>, sheet: &Sheet) {
    let (look, texts, book) = (see.look, see.texts(), see.book());
    for remedy in &sheet.remedies {
        let words = match *remedy {
            Remedy::Withhold => texts.t("ledger-remedy-withhold"),
            Remedy::WithholdAll => texts.t("ledger-remedy-all"),
            Remedy::KeepPersons => texts.t("ledger-remedy-persons"),
            Remedy::Reclaim(at) => tr!(
                texts,
                "treaties-remedy-reclaim",
                place = names::place(book, at)
            ),
            Remedy::WarAtHalf => texts.t("ledger-remedy-half"),
            Remedy::War => texts.t("ledger-remedy-war"),
        };
        text(ui, Type::Note, look.ink.good, &words);
    }
    if let Some(until) = sheet.holds_until {
        let day = crate::prose::numbers::date(texts, until);
        let words = tr!(texts, "ledger-holds-back", day = day);
        text(ui, Type::Note, look.ink.ink2, &words);
    }
    if sheet.war_price < 0 {
        let words = tr!(
            texts,
            "ledger-war-price",
            court = names::court(book, sheet.other),
            n = -sheet.war_price
        );
        text(ui, Type::Note, look.ink.ink2, &words);
    }
}

/// The clauses of a paper, a row each.
pub fn clauses(ui: &mut Ui, see: &Sight<'_>, draft: DraftId) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    let width = ui.available_width();
    let (number, state) = (48.0, 148.0);
    let words = width - number - state;
    let rows = crate::prose::clauses::rows(texts, &view, draft);
    // What follows from a reading stands with that reading.
    let terms = view.terms(draft);
    let plain = rows
        .into_iter()
        .filter(|(i, _)| terms.reading_of(*i).is_none());
    for (row, (i, told)) in plain.enumerate() {
        let (stands, due) = standing(&view, draft, i);
        let (shape, how) = match stands {
            Standing::Kept => (Some(Mark::Kept), texts.t("treaties-kept")),
            Standing::Released(by) => (
                None,
                tr!(texts, "treaties-released", court = names::court(book, by)),
            ),
            Standing::Broken(by) => (
                Some(Mark::Broken),
                tr!(texts, "treaties-broken", court = names::court(book, by)),
            ),
            Standing::Late => (Some(Mark::Late), texts.t("treaties-late")),
            Standing::Withheld => (Some(Mark::Late), texts.t("treaties-withheld")),
            Standing::Waits => (Some(Mark::OnCondition), texts.t("treaties-waits")),
            Standing::Rests => (Some(Mark::OnCondition), texts.t("treaties-rests")),
            Standing::Ended(by) => (
                Some(Mark::Broken),
                tr!(
                    texts,
                    "treaties-ended",
                    court = names::court(book, view.terms(draft).other(by))
                ),
            ),
            Standing::Gone(court) => (
                None,
                tr!(texts, "treaties-gone", court = names::court(book, court)),
            ),
            Standing::Holds => (Some(Mark::Kept), texts.t("treaties-holds")),
            Standing::Replaced => (None, texts.t("treaties-replaced")),
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
                if let Some((good, paid, left)) = sworn::paid(&view, draft, i)
                    && stands != Standing::Idle
                {
                    let line = tr!(
                        texts,
                        "treaties-paid",
                        paid = goods(texts, good, paid),
                        left = goods(texts, good, left)
                    );
                    text(ui, Type::Note, ink.ink2, &line).tip(texts.t("treasury-why-clause"));
                    let percent = (paid * 100)
                        .checked_div(paid + left)
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
                    }
                    if !how.is_empty() {
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
