//! Treaties: papers that wait for an answer, the ledger of those in force or under way, and what could be put forward.
//!
//! * [`ledger`] — the clauses of one paper: due, paid or done, how each stands

mod ledger;

use egui::Ui;

use super::desk::{Aim, OrderKind, Topic};
use super::intent::Intent;
use super::look::Type;
use super::sight::Sight;
use super::widgets::{CommandKind, command, page, section, text};
use crate::base::ids::DraftId;
use crate::engine::Ask;
use crate::orders::{Order, OrderNow};
use crate::prose::texts::tr;
use crate::prose::{names, refusal, sentence};
use crate::table::papers::{self, PaperState};

pub use ledger::{clauses, numeral};

/// Treaties, what is due under them, and drafts.
pub fn treaties(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    page(ui, "treaties", |ui| {
        let (look, texts, view) = (see.look, see.texts(), see.view());
        let ink = &look.ink;
        let known = papers::papers(&view);
        let (waiting, others): (Vec<_>, Vec<_>) = known
            .into_iter()
            .partition(|(_, s)| *s == PaperState::Waits);
        if !waiting.is_empty() {
            section(ui, look, &texts.t("treaties-waiting"), "待答");
            for (draft, state) in waiting {
                paper(ui, see, draft, state, out);
            }
        }
        section(ui, look, &texts.t("treaties-ledger"), "盟載");
        if others.is_empty() {
            text(ui, Type::Italic, ink.ink2, &texts.t("treaties-no-papers"));
        }
        for (draft, state) in others {
            paper(ui, see, draft, state, out);
        }
        if !view.is_over() {
            drafts(ui, see, out);
        }
    });
}

/// A command that gives an order at once; closed with its reason where the rules refuse it.
fn give(
    ui: &mut Ui,
    see: &Sight<'_>,
    words: &str,
    order: OrderNow,
    first: bool,
    out: &mut Vec<Intent>,
) {
    let view = see.view();
    let (kind, note) = match view.may_order(&order) {
        Ok(()) if first => (CommandKind::Primary, String::new()),
        Ok(()) => (CommandKind::Plain, String::new()),
        Err(why) => (
            CommandKind::Closed,
            refusal(see.texts(), &view, &why).join(" "),
        ),
    };
    if command(ui, see.look, "", words, &note, kind).clicked() {
        out.push(Intent::Ask(Ask::Order(order)));
    }
}

/// A paper: who gave it to whom, how it stands, its clauses, and what can be done about it.
fn paper(ui: &mut Ui, see: &Sight<'_>, draft: DraftId, state: PaperState, out: &mut Vec<Intent>) {
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
        if state == PaperState::Waits && !view.is_over() {
            let words = tr!(
                texts,
                "treaties-accept",
                draft = names::draft(texts, &view, draft)
            );
            give(ui, see, &words, Order::Accept { draft }, false, out);
            let words = tr!(
                texts,
                "treaties-refuse",
                draft = names::draft(texts, &view, draft)
            );
            give(ui, see, &words, Order::Refuse { draft }, false, out);
        }
        if !view.owed(draft).is_empty() && !view.is_over() {
            let words = tr!(
                texts,
                "treasury-pay",
                draft = names::draft(texts, &view, draft)
            );
            give(ui, see, &words, Order::PayDue { draft }, false, out);
        }
        // The codex knows what the scenario wrote.
        if view.drawn(draft).is_some() {
            return;
        }
        let words = tr!(
            texts,
            "treaties-codex",
            draft = names::draft(texts, &view, draft)
        );
        if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
            out.push(Intent::Open(Topic::Draft(draft)));
        }
    });
    ui.add_space(12.0);
}

/// What this court could put forward: open, or closed and why.
fn drafts(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    section(ui, look, &texts.t("treaties-drafts"), "擬");
    let could = papers::could_propose(&view);
    if could.is_empty() {
        text(ui, Type::Italic, ink.ink2, &texts.t("treaties-no-drafts"));
    }
    for (draft, answer) in could {
        let written = &book.drafts[draft.index()];
        ui.add_space(8.0);
        let faint = if answer.is_ok() { ink.ink } else { ink.ink3 };
        text(ui, Type::Option, faint, &written.title);
        let to = tr!(
            texts,
            "treaties-to",
            court = names::court(book, written.terms.to)
        );
        text(ui, Type::Note, ink.ink2, &to);
        let lines = crate::prose::clauses::clauses(texts, &view, draft);
        for (i, line) in lines.iter().enumerate() {
            let numbered = tr!(
                texts,
                "treaties-clause",
                n = numeral(i + 1),
                words = line.as_str()
            );
            text(ui, Type::Body, faint, &numbered);
        }
        if let Err(why) = &answer {
            let reason = refusal(texts, &view, why).join(" ");
            let closed = tr!(texts, "treaties-shut", why = reason);
            text(ui, Type::Note, ink.song, &closed);
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
            let words = tr!(
                texts,
                "treaties-propose",
                draft = names::draft(texts, &view, draft)
            );
            let kind = if answer.is_ok() {
                CommandKind::Plain
            } else {
                CommandKind::Closed
            };
            if command(ui, look, "", &words, "", kind).clicked() {
                let mut aim = Aim::new(OrderKind::Propose);
                aim.draft = Some(draft);
                out.push(Intent::Aim(Some(aim)));
            }
        });
        ui.add_space(8.0);
    }
}
