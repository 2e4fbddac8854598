//! Who, where and what: the pages behind the names, and one box to search them all. Nothing here tells what is to come.
//!
//! * [`links`] — what has a name, and the links in running text
//! * [`pages`] — a page of each kind

mod links;
mod pages;

use egui::{Key, Modifiers, Ui};

use super::desk::Topic;
use super::intent::Intent;
use super::look::Type;
use super::sight::Sight;
use super::widgets::{CommandKind, cell, command, line_edit, page, row, section, text};
use crate::prose::capital;
use crate::prose::texts::tr;
use links::Entry;

/// So many finds are listed; more would not be read.
const LISTED: usize = 40;

/// Who, where and what: the pages behind the names.
pub fn codex(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let id = ui.id().with("codex");
    let mut typed: String = ui.data(|d| d.get_temp(id)).unwrap_or_default();
    let topic = see.desk.topics.last().copied();
    page(ui, ("codex", topic, typed.is_empty()), |ui| {
        let (look, texts) = (see.look, see.texts());
        let words = texts.t("codex-search");
        let edit = line_edit(ui, look, &words, &mut typed);
        let escape = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
        ui.add_space(12.0);
        if !typed.is_empty() {
            if escape {
                typed.clear();
            } else if let Some(found) = finds(ui, see, &typed, edit.lost_focus()) {
                out.push(Intent::Open(found));
                typed.clear();
            }
            return;
        }
        let Some(topic) = topic else {
            contents(ui, see, out);
            return;
        };
        let backspace = !ui.ctx().egui_wants_keyboard_input()
            && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Backspace));
        let words = texts.t("codex-back");
        let back = command(ui, look, "Esc", &words, "", CommandKind::Plain);
        if back.clicked() || backspace || escape {
            out.push(Intent::Back);
        }
        ui.add_space(8.0);
        pages::page(ui, see, topic, out);
    });
    ui.data_mut(|d| d.insert_temp(id, typed));
}

/// What kind of page it is.
fn kind(see: &Sight<'_>, topic: Topic) -> String {
    let texts = see.texts();
    match topic {
        Topic::Person(_) => texts.t("codex-kind-person"),
        Topic::Place(_) => texts.t("codex-kind-place"),
        Topic::Court(_) => texts.t("codex-kind-court"),
        Topic::Draft(_) => texts.t("codex-kind-draft"),
        Topic::Term(_) => texts.t("codex-kind-term"),
    }
}

/// A row for each of these; the one picked.
fn rows(ui: &mut Ui, see: &Sight<'_>, entries: &[Entry]) -> Option<Topic> {
    let ink = &see.look.ink;
    let mut picked = None;
    let width = ui.available_width();
    for entry in entries {
        let kind = kind(see, entry.topic);
        let name = capital(&entry.name);
        let label = tr!(
            see.texts(),
            "codex-row",
            name = name.as_str(),
            kind = kind.as_str()
        );
        let response = row(ui, see.look, false, &label, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            cell(ui, width * 0.78, |ui| {
                let both = format!("{name} {}", entry.zh);
                text(ui, Type::Body, ink.ink, both.trim_end());
            });
            cell(ui, width * 0.22, |ui| {
                text(ui, Type::Note, ink.ink2, &kind);
            });
        });
        if response.clicked() {
            picked = Some(entry.topic);
        }
    }
    picked
}

/// What answers to the words typed; the one picked, or the first where Enter was pressed.
fn finds(ui: &mut Ui, see: &Sight<'_>, typed: &str, left: bool) -> Option<Topic> {
    let (look, texts) = (see.look, see.texts());
    let found = links::found(&links::entries(see), typed);
    if found.is_empty() {
        let none = tr!(texts, "codex-none", words = typed);
        text(ui, Type::Italic, look.ink.ink2, &none);
        return None;
    }
    let shown = &found[..found.len().min(LISTED)];
    let picked = rows(ui, see, shown);
    if found.len() > LISTED {
        let more = tr!(texts, "codex-more", n = found.len() - LISTED);
        text(ui, Type::Italic, look.ink.ink2, &more);
    }
    let entered = left && ui.input(|i| i.key_pressed(Key::Enter));
    picked.or_else(|| entered.then(|| shown[0].topic))
}

/// What there is, where nothing is open: the courts and the words of the time.
fn contents(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (look, texts) = (see.look, see.texts());
    text(ui, Type::Read, look.ink.ink, &texts.t("codex-intro"));
    let all = links::entries(see);
    let of = |wanted: fn(&Topic) -> bool| -> Vec<Entry> {
        let mut list: Vec<Entry> = all.iter().filter(|e| wanted(&e.topic)).cloned().collect();
        list.sort_by_key(|e| e.name.to_lowercase());
        list
    };
    for (title, zh, list) in [
        (
            texts.t("codex-courts"),
            "國",
            of(|t| matches!(t, Topic::Court(_))),
        ),
        (
            texts.t("codex-terms"),
            "名物",
            of(|t| matches!(t, Topic::Term(_))),
        ),
    ] {
        if list.is_empty() {
            continue;
        }
        ui.add_space(16.0);
        section(ui, look, &title, zh);
        if let Some(topic) = rows(ui, see, &list) {
            out.push(Intent::Open(topic));
        }
    }
}
