//! Papers of other courts that wait for an answer, what can be begun at the table, and what could be put forward.

use egui::{Id, Ui};

use super::{awaited, give, give_with, numeral, verdict, weighed_row};
use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId};
use crate::orders::{Order, OrderNow, Treat};
use crate::panels::desk::{Aim, Brush, OrderKind};
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::{CommandKind, command, section, text};
use crate::prose::texts::tr;
use crate::prose::{bargain, capital, conditions, names, refusal, sentence};
use crate::table::papers;
use crate::table::writing::Writing;

/// The paper on the scales: the one that was opened, else the first that waits; none while one's own is under the brush.
pub(super) fn open(ui: &Ui, see: &Sight<'_>) -> Option<DraftId> {
    if see.desk.brush.is_some() {
        return None;
    }
    let waits = awaited(see);
    let opened: Option<DraftId> = ui.data(|d| d.get_temp(memory(see)));
    opened
        .filter(|draft| waits.contains(draft))
        .or_else(|| waits.first().copied())
}

fn memory(see: &Sight<'_>) -> Id {
    Id::new(("paper on the scales", see.desk.court.0))
}

/// The table while no paper is under the brush.
pub(super) fn waiting(ui: &mut Ui, see: &Sight<'_>, open: Option<DraftId>, out: &mut Vec<Intent>) {
    let (look, texts) = (see.look, see.texts());
    let waits = awaited(see);
    if !waits.is_empty() {
        section(ui, look, &texts.t("treaties-waiting"), "待答");
    }
    for draft in waits {
        paper(ui, see, draft, open == Some(draft), out);
    }
    begin(ui, see, out);
    drafts(ui, see, out);
    acts(ui, see, out);
}

/// A paper that waits: its clauses as this court weighs them, and the answers it can have.
fn paper(ui: &mut Ui, see: &Sight<'_>, draft: DraftId, open: bool, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let terms = view.terms(draft);
    ui.add_space(8.0);
    text(
        ui,
        Type::Option,
        look.ink.ink,
        &names::title(texts, &view, draft),
    );
    let from = tr!(
        texts,
        "treaties-from",
        court = names::court(see.book(), terms.from)
    );
    text(ui, Type::Note, look.ink.ink2, &from);
    let weighing = view.weigh_paper(draft);
    for (n, clause) in terms.clauses.iter().enumerate() {
        let words = sentence(&conditions::clause_between(
            texts,
            &view,
            (terms.from, terms.to),
            clause,
        ));
        let weight = weighing.clauses.get(n).copied().unwrap_or(0);
        let verdict = verdict(&weighing, n);
        let pressed = weighed_row(ui, see, (n, &words), (verdict, weight), false).clicked();
        if pressed {
            ui.data_mut(|d| d.insert_temp(memory(see), draft));
        }
    }
    if let Some(words) = crate::prose::bargain::would_hold(texts, &view, draft) {
        text(ui, Type::Note, look.ink.ink2, &words);
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        let name = names::draft(texts, &view, draft);
        let words = tr!(texts, "treaties-accept", draft = name.as_str());
        give(ui, see, &words, Order::Accept { draft }, out);
        let words = tr!(texts, "treaties-refuse", draft = name.as_str());
        give(ui, see, &words, Order::Refuse { draft }, out);
        let words = tr!(texts, "treaties-answer", draft = name.as_str());
        if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
            let clauses = view.amended(terms).unwrap_or_else(|| terms.clauses.clone());
            out.push(writes(Writing {
                clauses,
                answers: Some(draft),
                ..Writing::to(terms.from)
            }));
        }
        if !open {
            let words = tr!(texts, "treaties-weigh", draft = name.as_str());
            if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
                ui.data_mut(|d| d.insert_temp(memory(see), draft));
            }
        }
    });
    ui.add_space(12.0);
}

fn writes(writing: Writing) -> Intent {
    Intent::Brush(Some(Box::new(Brush::on(writing))))
}

/// Courts that one could write to, other than one's own.
pub(super) fn others(see: &Sight<'_>) -> Vec<CourtId> {
    let (view, book) = (see.view(), see.book());
    let has_a_town = |court: CourtId| {
        (0..book.atlas.places.len()).any(|p| view.holder(PlaceId::of(p)) == Some(court))
    };
    (0..book.courts.len())
        .map(CourtId::of)
        .filter(|court| *court != view.court() && view.other(*court).stands)
        // A band that holds no town has nowhere to be written to, and may not have risen yet.
        .filter(|court| !book.courts[court.index()].band || has_a_town(*court))
        .collect()
}

/// Writing a paper of one's own.
fn begin(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    section(ui, look, &texts.t("treaties-write"), "議和");
    text(
        ui,
        Type::Italic,
        look.ink.ink2,
        &texts.t("treaties-write-note"),
    );
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        for (i, court) in ordered(see).into_iter().enumerate() {
            let key = if i == 0 { "W" } else { "" };
            let words = tr!(
                texts,
                "treaties-write-to",
                court = names::court(see.book(), court)
            );
            let pressed = command(ui, look, key, &words, "", CommandKind::Plain).clicked();
            let typed = i == 0 && crate::panels::page::pressed(ui.ctx(), egui::Key::W);
            if pressed || typed {
                out.push(writes(Writing::to(court)));
            }
        }
    });
    for court in ordered(see) {
        let Some(clauses) = view.would_offer(court) else {
            continue;
        };
        ui.add_space(8.0);
        let head = tr!(
            texts,
            "treaties-own-draft",
            court = names::court(see.book(), court)
        );
        text(ui, Type::Body, look.ink.ink, &head);
        for (n, clause) in clauses.iter().enumerate() {
            let parties = (view.court(), court);
            let words = sentence(&conditions::clause_between(texts, &view, parties, clause));
            let line = tr!(
                texts,
                "treaties-clause",
                n = numeral(n + 1),
                words = capital(&words)
            );
            text(ui, Type::Note, look.ink.ink2, &line);
        }
        ui.add_space(4.0);
        let words = tr!(
            texts,
            "treaties-take-draft",
            court = names::court(see.book(), court)
        );
        if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
            out.push(writes(Writing {
                clauses,
                ..Writing::to(court)
            }));
        }
    }
    ui.add_space(16.0);
}

/// Those who play first, then those at war with this court.
fn ordered(see: &Sight<'_>) -> Vec<CourtId> {
    let view = see.view();
    let mut courts = others(see);
    let plays = |court: CourtId| see.book().courts[court.index()].playable;
    courts.sort_by_key(|court| (!plays(*court), !view.at_war(*court), *court));
    courts
}

/// What this court could put forward: open, or closed and why.
fn drafts(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (look, texts, view, book) = (see.look, see.texts(), see.view(), see.book());
    let ink = &look.ink;
    // Nobody answers for a court that does not stand; and one that may never stand is not to be told of.
    let could: Vec<_> = papers::could_propose(&view)
        .into_iter()
        .filter(|(draft, _)| view.other(book.drafts[draft.index()].terms.to).stands)
        .collect();
    if could.is_empty() {
        return;
    }
    section(ui, look, &texts.t("treaties-drafts"), "擬");
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
        if view.road_to(written.terms.to).hostile.is_some() {
            let road = bargain::road(texts, &view, written.terms.to);
            text(ui, Type::Note, ink.ink2, &road);
        }
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
            let name = names::draft(texts, &view, draft);
            let words = tr!(texts, "treaties-propose", draft = name.as_str());
            let kind = if answer.is_ok() {
                CommandKind::Plain
            } else {
                CommandKind::Closed
            };
            if command(ui, look, "", &words, "", kind).clicked() {
                let mut aim = Aim::new(OrderKind::Propose);
                aim.draft = Some(draft);
                out.push(Intent::Show(crate::panels::desk::Panel::Orders));
                out.push(Intent::Aim(Some(aim)));
            }
            let words = tr!(texts, "treaties-begin-from", draft = name.as_str());
            if command(ui, look, "", &words, "", CommandKind::Plain).clicked() {
                // A paper of one's own is in plain words.
                let clauses = written.terms.plain_clauses().cloned().collect();
                out.push(writes(Writing {
                    clauses,
                    ..Writing::to(written.terms.to)
                }));
            }
        });
        ui.add_space(8.0);
    }
}

/// What else the table allows: people to let go or give back, towns to declare one's own again, war.
fn acts(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let mut treats: Vec<(OrderNow, String)> = Vec::new();
    for place in view.reclaimable() {
        treats.push((Order::treat(Treat::Reclaim { place }), String::new()));
    }
    for fugitive in view.fugitives() {
        let person = fugitive.person;
        treats.push((Order::treat(Treat::GiveBack { person }), String::new()));
    }
    for person in (0..see.book().people.len()).map(PersonId::of) {
        let order = Order::treat(Treat::Release { person });
        if view.may_order(&order).is_ok() {
            treats.push((order, String::new()));
        }
    }
    for on in others(see).into_iter().filter(|c| !view.at_war(*c)) {
        let price = match view.war_price(on) {
            _ if view.held_back(on).is_some() => {
                crate::prose::bargain::breach(texts, &view, on).unwrap_or_default()
            }
            0 => texts.t("treaties-war-free"),
            n => tr!(texts, "treaties-war-price", n = -n),
        };
        treats.push((Order::treat(Treat::War { on }), price));
    }
    if treats.is_empty() {
        return;
    }
    section(ui, look, &texts.t("treaties-acts"), "行");
    for (order, note) in treats {
        let words = match &order {
            Order::Treat(treat) => capital(&crate::prose::bargain::treat(texts, &view, treat)),
            _ => String::new(),
        };
        give_with(ui, see, (&words, &note), order, out);
        ui.add_space(6.0);
    }
}
