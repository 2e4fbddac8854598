//! What the court heard and did, searched and filtered. The words are made once for each state of the game and laid out once for
//! each width, so that a long game costs no more to look at than a short one.
//!
//! * [`list`] — the entries that can be seen

mod list;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Event, Id, Key, Modifiers, Rect, Ui, UiBuilder, vec2};

use super::intent::Intent;
use super::layout::Room;
use super::look::Type;
use super::sight::Sight;
use super::widgets;
use crate::base::hash::hash_of;
use crate::base::ids::PlaceId;
use crate::panels::widgets::Tip;
use crate::prose::index::Named;
use crate::prose::names;
use crate::prose::texts::tr;
use crate::table::chronicle::{Heard, chronicle as told};

/// Room between the sheet's edge and what is on it.
const MARGIN: f32 = 24.0;
/// The least height of what is pressed.
const TARGET: f32 = 40.0;

/// How the chronicle is being read. It belongs to the panel alone and goes with the window.
#[derive(Clone, Default)]
struct Reading {
    oldest_first: bool,
    own_only: bool,
    about: Option<Named>,
    /// The entry with the keyboard's focus, counted among those shown.
    focus: Option<usize>,
    told: Option<(u64, Arc<Vec<Heard>>)>,
    laid: Option<Arc<list::Laid>>,
    /// How far down, and how much can be seen, at the last look.
    offset: f32,
    height: f32,
}

/// What the court heard, searched and filtered.
pub fn chronicle(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let id = Id::new(("chronicle", see.save.map(|s| s.0.clone())));
    let mut reading: Reading = ui.data_mut(|d| d.get_temp(id)).unwrap_or_default();
    let state = hash_of(&(
        see.session.engine().seed(),
        see.desk.court,
        see.view().turn(),
        see.session.engine().chronicle().len(),
        see.session.asks(),
    ));
    let entries = match &reading.told {
        Some((of, entries)) if *of == state => entries.clone(),
        _ => {
            let entries = Arc::new(told(see.session, see.desk.court));
            reading.told = Some((state, entries.clone()));
            entries
        }
    };
    ui.painter()
        .rect_filled(ui.max_rect(), 0.0, see.look.ink.hi);
    let small = see.layout.room == Room::Small;
    let over = if small { 8.0 } else { 16.0 };
    let inside = ui.max_rect().shrink2(vec2(MARGIN, over));
    let mut page = ui.new_child(UiBuilder::new().max_rect(inside).id_salt("page"));
    let ui = &mut page;
    // A low window has the title in its strip, and needs the room for what was heard.
    if !small {
        widgets::section(ui, see.look, &see.texts().t("page-chronicle"), "史");
    }
    let box_id = id.with("box");
    keys(ui, box_id, &mut reading);
    search(ui, see, box_id, out);
    filters(ui, see, &entries, &mut reading);
    let kept: Vec<usize> = entries
        .iter()
        .enumerate()
        .filter(|(_, e)| !reading.own_only || e.own)
        .filter(|(_, e)| reading.about.is_none_or(|what| e.is_about(what)))
        .filter(|(_, e)| e.answers(&see.desk.search))
        .map(|(i, _)| i)
        .collect();
    widgets::text(
        ui,
        Type::Note,
        see.look.ink.ink2,
        &tr!(
            see.texts(),
            "page-count",
            n = kept.len(),
            of = entries.len()
        ),
    );
    if kept.is_empty() {
        let key = if entries.is_empty() {
            "page-nothing-heard"
        } else {
            "page-nothing-found"
        };
        widgets::text(ui, Type::Body, see.look.ink.ink, &see.texts().t(key));
    } else {
        let rest = Rect::from_min_max(ui.cursor().min, ui.max_rect().max + vec2(MARGIN, over));
        let mut part = ui.new_child(UiBuilder::new().max_rect(rest).id_salt("list"));
        list::list(&mut part, see, &entries, kept, state, &mut reading, out);
    }
    ui.data_mut(|d| d.insert_temp(id, reading));
}

/// The keys that lead into the search box and out of it.
fn keys(ui: &Ui, box_id: Id, reading: &mut Reading) {
    let in_box = ui.memory(|m| m.has_focus(box_id));
    let elsewhere = ui.ctx().text_edit_focused() && !in_box;
    let sought = ui.input_mut(|i| {
        let slash = !in_box && !elsewhere && i.consume_key(Modifiers::NONE, Key::Slash);
        if slash {
            // The stroke that leads there is not what is sought.
            i.events
                .retain(|e| !matches!(e, Event::Text(text) if text == "/"));
        }
        slash || i.consume_key(Modifiers::COMMAND, Key::F)
    });
    if sought {
        ui.memory_mut(|m| m.request_focus(box_id));
        reading.focus = None;
    }
    if in_box && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowDown)) {
        ui.memory_mut(|m| m.surrender_focus(box_id));
        reading.focus = Some(0);
    }
}

fn search(ui: &mut Ui, see: &Sight<'_>, box_id: Id, out: &mut Vec<Intent>) {
    let texts = see.texts();
    ui.horizontal(|ui| {
        widgets::key_chip(ui, see.look, "/");
        let mut words = see.desk.search.clone();
        let clear = texts.t("page-search-clear");
        let room = if words.is_empty() { 0.0 } else { 88.0 };
        let width = (ui.available_width() - room).min(520.0);
        let label = texts.t("page-search");
        let asked = ui.add(
            egui::TextEdit::singleline(&mut words)
                .id(box_id)
                .hint_text(
                    egui::RichText::new(texts.t("page-search-hint"))
                        .font(Type::Body.font())
                        .color(see.look.ink.ink3),
                )
                .font(Type::Body.font())
                .text_color(see.look.ink.ink)
                .desired_width(width)
                .min_size(vec2(width, TARGET))
                .vertical_align(egui::Align::Center)
                .margin(egui::Margin::symmetric(12, 4)),
        );
        let asked = asked.tip(&label);
        asked.widget_info(|| {
            let mut info =
                egui::WidgetInfo::text_edit(true, words.as_str(), words.as_str(), label.as_str());
            info.label = Some(label.clone());
            info
        });
        if asked.changed() {
            out.push(Intent::Search(words.clone()));
        }
        if !words.is_empty() && press(ui, see, &clear, false).clicked() {
            out.push(Intent::Search(String::new()));
        }
    });
}

/// A small button that may be on or off.
fn press(ui: &mut Ui, see: &Sight<'_>, words: &str, on: bool) -> egui::Response {
    let text = egui::RichText::new(words)
        .font(Type::Note.font())
        .color(see.look.ink.ink);
    let button = egui::Button::new(text).min_size(vec2(TARGET, TARGET));
    let button = if on {
        button
            .fill(see.look.ink.lo)
            .stroke(egui::Stroke::new(2.0, see.look.ink.song))
    } else {
        button
    };
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, on, words));
    response
}

fn filters(ui: &mut Ui, see: &Sight<'_>, entries: &[Heard], reading: &mut Reading) {
    let texts = see.texts();
    ui.horizontal_wrapped(|ui| {
        let order = texts.t(if reading.oldest_first {
            "page-oldest-first"
        } else {
            "page-newest-first"
        });
        if press(ui, see, &order, false).clicked() {
            reading.oldest_first = !reading.oldest_first;
            reading.focus = Some(0);
        }
        if press(ui, see, &texts.t("page-own-acts"), reading.own_only).clicked() {
            reading.own_only = !reading.own_only;
            reading.focus = None;
        }
        let mut people: BTreeMap<Named, usize> = BTreeMap::new();
        let mut places: BTreeMap<Named, usize> = BTreeMap::new();
        for entry in entries {
            let mut all: Vec<Named> = entry.named.iter().map(|f| f.what).collect();
            all.extend(entry.places.iter().copied().map(Named::Place));
            all.sort();
            all.dedup();
            for what in all {
                let count = match what {
                    Named::Person(_) => people.entry(what),
                    Named::Place(_) => places.entry(what),
                };
                *count.or_default() += 1;
            }
        }
        pick(ui, see, &texts.t("page-by-place"), places, reading);
        pick(ui, see, &texts.t("page-by-person"), people, reading);
        if let Some(what) = reading.about {
            let label = tr!(texts, "page-only", name = called(see, what));
            if press(ui, see, &label, true)
                .tip(texts.t("page-only-hint"))
                .clicked()
            {
                reading.about = None;
                reading.focus = None;
            }
        }
    });
}

/// A list of names to choose one from, those that are told of most often first.
fn pick(
    ui: &mut Ui,
    see: &Sight<'_>,
    title: &str,
    names: BTreeMap<Named, usize>,
    reading: &mut Reading,
) {
    let mut names: Vec<(String, usize, Named)> = names
        .into_iter()
        .map(|(what, n)| (called(see, what), n, what))
        .collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let title = egui::RichText::new(title)
        .font(Type::Note.font())
        .color(see.look.ink.ink);
    ui.menu_button(title, |ui| {
        egui::ScrollArea::vertical()
            .max_height(TARGET * 8.0)
            .show(ui, |ui| {
                ui.set_min_width(220.0);
                for (name, n, what) in names {
                    let label = tr!(see.texts(), "page-named", name = name, n = n);
                    if press(ui, see, &label, reading.about == Some(what)).clicked() {
                        reading.about = Some(what);
                        reading.focus = None;
                        ui.close();
                    }
                }
            });
    });
}

/// What somebody or something is called.
fn called(see: &Sight<'_>, what: Named) -> String {
    let place = |at: PlaceId| names::place(see.book(), at);
    match what {
        Named::Person(who) => names::name(&see.view(), who),
        Named::Place(at) => place(at),
    }
}
