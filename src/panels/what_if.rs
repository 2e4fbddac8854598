//! What if I had …: a saved game, a turn of it, a name, and a new game from there. The old one stays as it was.

use egui::{Key, Ui};

use super::intent::{Intent, Screen};
use super::look::Type;
use super::page::{keep, kept, page, page_with, paragraph, pressed, row};
use super::saves::{line, step};
use super::start::Hall;
use super::store::{Branching, SaveId};
use super::widgets::{self, CommandKind, command, rows};
use crate::prose::date;
use crate::prose::texts::tr;

/// The turn that is chosen and the name that is being typed, of which game.
#[derive(Clone, Default)]
struct Branch {
    of: Option<SaveId>,
    row: usize,
    name: String,
}

/// Where it is kept.
const BRANCH: &str = "what if";
/// Where the row of the first list is kept.
const ROW: &str = "what if: game";

/// The page: first which game, then which turn of it.
pub fn what_if(ui: &mut Ui, hall: &Hall<'_>, save: Option<&SaveId>, out: &mut Vec<Intent>) {
    match save {
        None => which(ui, hall, out),
        Some(save) => turns(ui, hall, save, out),
    }
}

/// Which game.
fn which(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let texts = hall.texts;
    let title = texts.t("what-if-title");
    let games: Vec<_> = hall.saves.iter().filter(|s| s.day.is_some()).collect();
    let here: usize = kept::<usize>(ui, ROW).min(games.len().saturating_sub(1));
    let mut at = step(ui, here, games.len());
    let entered = ui.memory(|m| m.focused().is_none()) && pressed(ui.ctx(), Key::Enter);
    page(ui, hall, (&title, ""), &Screen::Start, out, |ui, out| {
        let what = texts.t(if games.is_empty() {
            "what-if-none"
        } else {
            "what-if-which"
        });
        paragraph(ui, hall.look, Type::Read, &what);
        for (i, saved) in games.iter().enumerate() {
            let chosen = i == at;
            let response = row(ui, hall.look, chosen, &saved.name, |ui| {
                line(ui, hall, saved);
            });
            if chosen && at != here {
                response.scroll_to_me(None);
            }
            if response.clicked() || (chosen && entered) {
                at = i;
                out.push(Intent::Go(Screen::WhatIf(Some(saved.id.clone()))));
            }
        }
    });
    keep(ui, ROW, at);
}

/// Which turn of it.
fn turns(ui: &mut Ui, hall: &Hall<'_>, save: &SaveId, out: &mut Vec<Intent>) {
    let texts = hall.texts;
    let title = texts.t("what-if-title");
    let saved = hall.saves.iter().find(|s| s.id == *save);
    let old = saved.map_or("", |s| s.name.as_str());
    let empty = Vec::new();
    let turns = hall.turns.as_ref().unwrap_or(&empty);
    let mut branch: Branch = kept(ui, BRANCH);
    let opened = branch.of.as_ref() != Some(save);
    if opened {
        branch = Branch {
            of: Some(save.clone()),
            // A game that is over is looked back on from its beginning, one that goes on from where it stands.
            row: match saved {
                Some(saved) if saved.over => 0,
                _ => turns.len().saturating_sub(1),
            },
            name: tr!(texts, "what-if-usual-name", name = old),
        };
    }
    let here = branch.row.min(turns.len().saturating_sub(1));
    branch.row = step(ui, here, turns.len());
    let back = if hall.leads_back {
        Screen::Game
    } else {
        Screen::WhatIf(None)
    };
    // The way in stands at the foot: it may not scroll away with the list.
    let chosen = (turns.get(branch.row), branch.name.trim().to_owned());
    let begin = |ui: &mut Ui, out: &mut Vec<Intent>| {
        if let (Some(turn), name) = chosen {
            begin(ui, hall, save, turn, name, out);
        }
    };
    let body = |ui: &mut Ui, _: &mut Vec<Intent>| {
        if let Err(why) = hall.turns {
            paragraph(ui, hall.look, Type::Read, why);
            return;
        }
        let what = tr!(texts, "what-if-turns", name = old);
        paragraph(ui, hall.look, Type::Read, &what);
        let words = texts.t("what-if-name");
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(480.0));
            rows::line_edit(ui, hall.look, &words, &mut branch.name);
        });
        ui.add_space(8.0);
        for (i, turn) in turns.iter().enumerate() {
            let chosen = i == branch.row;
            let label = tr!(
                texts,
                "what-if-turn",
                n = turn.turn.0 + 1,
                date = date(texts, turn.day)
            );
            let response = row(ui, hall.look, chosen, &label, |ui| {
                asked(ui, hall, turn, &label);
            });
            if chosen && (opened || branch.row != here) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                branch.row = i;
            }
        }
    };
    page_with(ui, hall, (&title, ""), &back, out, body, begin);
    keep(ui, BRANCH, branch);
}

/// What was asked in a turn.
fn asked(ui: &mut Ui, hall: &Hall<'_>, turn: &Branching, label: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let ink = &hall.look.ink;
        widgets::quiet(ui, Type::Strong, ink.ink, label);
        if turn.asked.is_empty() {
            let nothing = hall.texts.t("what-if-nothing");
            widgets::text(ui, Type::NoteItalic, ink.ink2, &nothing);
        }
        for line in &turn.asked {
            widgets::text(ui, Type::Note, ink.ink2, line);
        }
    });
}

/// The way into the new game.
fn begin(
    ui: &mut Ui,
    hall: &Hall<'_>,
    save: &SaveId,
    turn: &Branching,
    name: String,
    out: &mut Vec<Intent>,
) {
    let texts = hall.texts;
    let (kind, note) = if name.is_empty() {
        (CommandKind::Closed, texts.t("what-if-unnamed"))
    } else {
        (CommandKind::Primary, date(texts, turn.day))
    };
    let words = texts.t("what-if-begin");
    let clicked = command(ui, hall.look, "B", &words, &note, kind).clicked();
    if !name.is_empty() && (clicked || pressed(ui.ctx(), Key::B)) {
        out.push(Intent::Branch {
            save: save.clone(),
            turn: turn.turn,
            name,
        });
    }
}
