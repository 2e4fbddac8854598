//! The saved games: going on, branching, another name, and throwing away, which asks first.

use egui::{Key, Ui};

use super::intent::{Intent, Screen};
use super::look::Type;
use super::page::{keep, kept, page, paragraph, pressed, row};
use super::start::{Hall, line_of};
use super::store::{SaveId, Saved};
use super::widgets::{self, CommandKind, command, rows};
use crate::prose::texts::tr;

/// What is being done with which saved game.
#[derive(Clone, Default)]
struct Doing {
    chosen: Option<SaveId>,
    naming: Option<String>,
    asking: bool,
}

/// Where it is kept.
const DOING: &str = "saved games";

/// The saved games.
pub fn saves(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let texts = hall.texts;
    let title = (texts.t("saves-title"), "");
    let mut doing: Doing = kept(ui, DOING);
    // Escape first puts away what is being done.
    if (doing.naming.is_some() || doing.asking)
        && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Escape))
    {
        doing.naming = None;
        doing.asking = false;
    }
    let here = hall
        .saves
        .iter()
        .position(|s| doing.chosen.as_ref() == Some(&s.id))
        .unwrap_or(0);
    let next = step(ui, here, hall.saves.len());
    if let Some(saved) = hall.saves.get(next)
        && doing.chosen.as_ref() != Some(&saved.id)
    {
        doing = Doing {
            chosen: Some(saved.id.clone()),
            ..Doing::default()
        };
    }
    page(
        ui,
        hall,
        (&title.0, title.1),
        &Screen::Start,
        out,
        |ui, out| {
            let folder = tr!(texts, "saves-folder", folder = hall.folder);
            paragraph(ui, hall.look, Type::NoteItalic, &folder);
            if hall.saves.is_empty() {
                paragraph(ui, hall.look, Type::Read, &texts.t("saves-none"));
            }
            for saved in hall.saves {
                let chosen = doing.chosen.as_ref() == Some(&saved.id);
                let response = row(ui, hall.look, chosen, &saved.name, |ui| {
                    line(ui, hall, saved);
                });
                if chosen && next != here {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    doing = Doing {
                        chosen: Some(saved.id.clone()),
                        ..Doing::default()
                    };
                }
                if chosen {
                    commands(ui, hall, saved, &mut doing, out);
                }
            }
        },
    );
    keep(ui, DOING, doing);
}

/// Which row the arrows lead to.
pub(super) fn step(ui: &Ui, here: usize, count: usize) -> usize {
    let mut to = here;
    if pressed(ui.ctx(), Key::ArrowDown) {
        to = (here + 1).min(count.saturating_sub(1));
    }
    if pressed(ui.ctx(), Key::ArrowUp) {
        to = here.saturating_sub(1);
    }
    to
}

/// A saved game in its row.
pub(super) fn line(ui: &mut Ui, hall: &Hall<'_>, saved: &Saved) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let ink = &hall.look.ink;
        widgets::quiet(ui, Type::Option, ink.ink, &saved.name);
        widgets::text(ui, Type::Note, ink.ink2, &line_of(hall, saved));
        if saved.over {
            let over = hall.texts.t("saves-over");
            widgets::text(ui, Type::NoteItalic, ink.ink2, &over);
        }
    });
}

/// What can be done with the game that is chosen.
fn commands(ui: &mut Ui, hall: &Hall<'_>, saved: &Saved, doing: &mut Doing, out: &mut Vec<Intent>) {
    let (texts, look) = (hall.texts, hall.look);
    ui.add_space(6.0);
    if doing.asking {
        let words = tr!(texts, "saves-ask", name = saved.name.as_str());
        widgets::refusal(ui, look, |ui| {
            widgets::text(ui, Type::Body, look.ink.ink, &words);
            ui.horizontal_wrapped(|ui| {
                let yes = texts.t("saves-ask-yes");
                let no = texts.t("saves-ask-no");
                let gone = command(ui, look, "Y", &yes, "", CommandKind::Plain).clicked();
                let kept = command(ui, look, "N", &no, "", CommandKind::Plain).clicked();
                if gone || pressed(ui.ctx(), Key::Y) {
                    out.push(Intent::Discard(saved.id.clone()));
                    *doing = Doing::default();
                } else if kept || pressed(ui.ctx(), Key::N) {
                    doing.asking = false;
                }
            });
        });
        ui.add_space(8.0);
        return;
    }
    if let Some(name) = &mut doing.naming {
        let words = texts.t("saves-name");
        let line = rows::line_edit(ui, look, &words, name);
        let entered = line.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if !line.has_focus() && !entered && ui.memory(|m| m.focused().is_none()) {
            line.request_focus();
        }
        let keep = texts.t("saves-name-keep");
        let clicked = command(ui, look, "Enter", &keep, "", CommandKind::Plain).clicked();
        if (clicked || entered) && !name.trim().is_empty() {
            out.push(Intent::Rename(saved.id.clone(), name.trim().to_owned()));
            doing.naming = None;
        }
        ui.add_space(8.0);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let can = saved.day.is_some();
        let way = |ui: &mut Ui, letter: &str, key: Key, words: &str, open: bool| {
            let kind = if open {
                CommandKind::Plain
            } else {
                CommandKind::Closed
            };
            let clicked = command(ui, look, letter, words, "", kind).clicked();
            open && (clicked || pressed(ui.ctx(), key))
        };
        if way(ui, "G", Key::G, &texts.t("saves-resume"), can) {
            out.push(Intent::Resume(saved.id.clone()));
        }
        if way(ui, "B", Key::B, &texts.t("saves-branch"), can) {
            out.push(Intent::Go(Screen::WhatIf(Some(saved.id.clone()))));
        }
        if way(ui, "R", Key::R, &texts.t("saves-rename"), true) {
            doing.naming = Some(saved.name.clone());
        }
        if way(ui, "D", Key::D, &texts.t("saves-discard"), true) {
            doing.asking = true;
        }
    });
    ui.add_space(8.0);
}
