//! A paper being written: its clauses as the other court may weigh them, a clause in the making, the envoy, and the sending.

use egui::{Key, Ui};

use super::{form, verdict, weighed_row};
use crate::base::ids::PersonId;
use crate::engine::Ask;
use crate::orders::{Order, OrderNow, Treat};
use crate::panels::desk::Brush;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::page::pressed;
use crate::panels::people::seal_of;
use crate::panels::sight::Sight;
use crate::panels::widgets::text::double_rule;
use crate::panels::widgets::{CommandKind, card, cell, command, row, slip, text};
use crate::prose::texts::tr;
use crate::prose::{bargain, capital, conditions, names, refusal, sentence};
use crate::table::writing::Sketch;

/// Side of an envoy's seal.
const SEAL: f32 = 48.0;
/// Room for the command that sends him.
const SEND: f32 = 156.0;
/// How many envoys are named before the others are asked for.
const ENVOYS: usize = 4;

/// The paper under the brush.
pub(super) fn brush(ui: &mut Ui, see: &Sight<'_>, brush: &Brush, out: &mut Vec<Intent>) {
    let mut next = brush.clone();
    head(ui, see, &next);
    clauses(ui, see, &mut next);
    if brush.sketch.is_some() {
        form::form(ui, see, &mut next);
    } else {
        adding(ui, see, &mut next);
        wordings(ui, see, &mut next);
    }
    ui.add_space(16.0);
    envoys(ui, see, &mut next);
    ui.add_space(12.0);
    let words = see.texts().t("brush-away");
    if command(ui, see.look, "", &words, "", CommandKind::Plain).clicked() {
        out.push(Intent::Brush(None));
    } else if next != *brush {
        out.push(Intent::Brush(Some(Box::new(next))));
    }
    ui.add_space(12.0);
}

fn head(ui: &mut Ui, see: &Sight<'_>, brush: &Brush) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let to = names::court(see.book(), brush.writing.to);
    let wide = ui.available_width();
    ui.horizontal_top(|ui| {
        slip(ui, look, "議和書", 112.0);
        ui.add_space(8.0);
        let rest = wide - 76.0;
        cell(ui, rest, |ui| {
            let line = match brush.writing.answers {
                Some(draft) => tr!(
                    texts,
                    "brush-answers",
                    draft = names::draft(texts, &view, draft)
                ),
                None => texts.t("brush-own"),
            };
            text(ui, Type::Italic, look.ink.ink2, &line);
            let title = tr!(texts, "brush-title", court = to.as_str());
            text(ui, Type::Heading, look.ink.ink, &title);
            let guess = if brush.writing.is_blank() {
                texts.t("write-empty")
            } else {
                bargain::guess(texts, &view, &brush.writing.terms(&view))
            };
            text(ui, Type::Body, look.ink.ink, &guess);
        });
    });
    ui.add_space(10.0);
    let top = ui.cursor().top();
    double_rule(ui, look, ui.max_rect().x_range(), top);
    ui.add_space(8.0);
}

/// The clauses written so far; the chosen one can be changed or struck out.
fn clauses(ui: &mut Ui, see: &Sight<'_>, brush: &mut Brush) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let n = brush.writing.clauses.len();
    if brush.sketch.is_none() && n > 0 {
        if pressed(ui.ctx(), Key::ArrowDown) {
            brush.chosen = Some(brush.chosen.map_or(0, |at| (at + 1).min(n - 1)));
        }
        if pressed(ui.ctx(), Key::ArrowUp) {
            brush.chosen = Some(brush.chosen.map_or(n - 1, |at| at.saturating_sub(1)));
        }
    }
    let terms = brush.writing.terms(&view);
    let weighing = view.weigh_other(&terms);
    for (i, clause) in terms.clauses.iter().enumerate() {
        let words = sentence(&conditions::clause(texts, &view, clause));
        let weight = weighing.clauses.get(i).copied().unwrap_or(0);
        let chosen = brush.chosen == Some(i);
        let what = (verdict(&weighing, i), weight);
        if weighed_row(ui, see, (i, &words), what, chosen).clicked() {
            brush.chosen = if chosen { None } else { Some(i) };
        }
        if brush.chosen != Some(i) || brush.sketch.is_some() {
            continue;
        }
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
            let change = tr!(texts, "brush-change", n = i + 1);
            let strike = tr!(texts, "brush-strike", n = i + 1);
            // What unclear words mean is not one's own to write.
            if i >= brush.writing.clauses.len() {
                return;
            }
            let changes = command(ui, look, "Q", &change, "", CommandKind::Plain).clicked();
            let strikes = command(ui, look, "K", &strike, "", CommandKind::Plain).clicked();
            if changes || pressed(ui.ctx(), Key::Q) {
                brush.sketch = Some((Some(i), Sketch::of(clause, view.court())));
                brush.kinds = false;
            }
            if (strikes || pressed(ui.ctx(), Key::K)) && i < brush.writing.clauses.len() {
                brush.writing.clauses.remove(i);
                brush.chosen = None;
            }
        });
        ui.add_space(6.0);
    }
}

/// The way to a new clause: a command, and behind it the kinds there are.
fn adding(ui: &mut Ui, see: &Sight<'_>, brush: &mut Brush) {
    let (look, texts) = (see.look, see.texts());
    ui.add_space(10.0);
    if !brush.kinds {
        let words = texts.t("brush-add");
        let note = texts.t("brush-add-note");
        if command(ui, look, "A", &words, &note, CommandKind::Plain).clicked()
            || pressed(ui.ctx(), Key::A)
        {
            brush.kinds = true;
        }
        return;
    }
    if pressed(ui.ctx(), Key::Escape) {
        brush.kinds = false;
    }
    form::kinds(ui, see, brush);
}

/// Words of the scenario's papers that each side reads in its own way, to be used here too or left out.
fn wordings(ui: &mut Ui, see: &Sight<'_>, brush: &mut Brush) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    for draft in view.wordings(brush.writing.to) {
        let used = brush.writing.worded == Some(draft);
        ui.add_space(8.0);
        for unclear in &view.terms(draft).unclear {
            let words = tr!(texts, "ledger-unclear", words = unclear.words.as_str());
            text(ui, Type::Italic, look.ink.ink2, &words);
        }
        let name = names::draft(texts, &view, draft);
        let words = if used {
            tr!(texts, "brush-words-out", draft = name)
        } else {
            tr!(texts, "brush-words-in", draft = name)
        };
        let note = texts.t("brush-words-note");
        if command(ui, look, "", &words, &note, CommandKind::Plain).clicked() {
            brush.writing.worded = (!used).then_some(draft);
            brush.chosen = None;
        }
    }
}

/// The order that sends the paper with this envoy.
fn order(brush: &Brush, envoy: PersonId) -> OrderNow {
    Order::treat(Treat::Offer {
        to: brush.writing.to,
        envoy,
        clauses: brush.writing.clauses.clone(),
        answers: brush.writing.answers,
        worded: brush.writing.worded,
    })
}

/// Who carries it: the one who was named while he can be sent, else the ablest.
fn carrier(see: &Sight<'_>, brush: &Brush) -> Option<PersonId> {
    let could = see.view().envoys();
    // He who was sent with the paper that this one replaces has not gone yet.
    brush
        .envoy
        .filter(|person| brush.replaces.is_some() || could.contains(person))
        .or_else(|| could.first().copied())
}

/// A person's name in both scripts, and what he holds and how he speaks.
fn introduced(see: &Sight<'_>, person: PersonId) -> (String, String) {
    let (texts, view) = (see.texts(), see.view());
    let name = names::both(&view, person);
    let skill = tr!(texts, "brush-skill", n = view.envoy_skill(person));
    let line = match names::office(texts, &view, person) {
        Some(office) => tr!(
            texts,
            "brush-office-skill",
            office = office.as_str(),
            skill = skill.as_str()
        ),
        None => capital(&skill),
    };
    (name, line)
}

/// Who could carry it, to choose from.
fn envoys(ui: &mut Ui, see: &Sight<'_>, brush: &mut Brush) {
    let (look, texts) = (see.look, see.texts());
    let ink = &look.ink;
    text(ui, Type::Strong, ink.ink, &texts.t("brush-envoy"));
    let road = bargain::road(texts, &see.view(), brush.writing.to);
    text(ui, Type::Note, ink.ink2, &road);
    let envoy = carrier(see, brush);
    let width = ui.available_width();
    let mut could = see.view().envoys();
    could.truncate(ENVOYS);
    could.extend(envoy.filter(|person| !could.contains(person)));
    for person in could {
        let (name, line) = introduced(see, person);
        let label = tr!(
            texts,
            "brush-envoy-row",
            person = name.as_str(),
            skill = line.as_str()
        );
        let pressed = row(ui, look, envoy == Some(person), &label, |ui| {
            seal_of(ui, see, person, SEAL);
            ui.add_space(4.0);
            cell(ui, width - SEAL - 32.0, |ui| {
                text(ui, Type::Strong, ink.ink, &name);
                text(ui, Type::Note, ink.ink2, &line);
            });
        })
        .clicked();
        if pressed {
            brush.envoy = Some(person);
        }
    }
}

/// The envoy, and the sending; where it cannot be sent, why.
pub(super) fn sending(ui: &mut Ui, see: &Sight<'_>, brush: &Brush, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    let ink = &look.ink;
    card(ui, look, |ui| {
        ui.set_min_width(ui.available_width());
        let Some(envoy) = carrier(see, brush) else {
            text(ui, Type::Note, ink.song, &texts.t("write-no-envoys"));
            return;
        };
        let order = order(brush, envoy);
        let answer = see.may_order(&order, brush.replaces);
        let why = match &answer {
            // While a clause is being made the paper is not ready.
            Ok(()) if brush.sketch.is_some() => texts.t("brush-unready"),
            Ok(()) => String::new(),
            Err(why) => refusal(texts, &view, why).join(" "),
        };
        let ready = why.is_empty();
        let words = tr!(texts, "brush-send", person = names::name(&view, envoy));
        let note = texts.t("brush-send-note");
        let width = ui.available_width();
        let sent = ui
            .horizontal_top(|ui| {
                seal_of(ui, see, envoy, SEAL);
                ui.add_space(4.0);
                cell(ui, width - SEAL - SEND - 24.0, |ui| {
                    let (name, line) = introduced(see, envoy);
                    text(ui, Type::Strong, ink.ink, &name);
                    if ready {
                        text(ui, Type::Note, ink.ink2, &line);
                    } else {
                        text(ui, Type::Note, ink.song, &why);
                    }
                });
                let kind = if ready {
                    CommandKind::Primary
                } else {
                    CommandKind::Closed
                };
                let shown = if ready { note.as_str() } else { "" };
                command(ui, look, "S", &words, shown, kind).clicked()
            })
            .inner;
        if ready && (sent || pressed(ui.ctx(), Key::S)) {
            let ask = Ask::Order(order);
            out.push(match brush.replaces {
                Some(index) => Intent::Replace { index, ask },
                None => Intent::Ask(ask),
            });
        }
    });
}
