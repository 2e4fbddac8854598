//! The outcome beside the record, once a game is over. Sober: what happened, what is recorded, where the sources differ. What it
//! says is [`crate::table::debrief::words`].
//!
//! * [`timeline`] — the two time lines
//! * [`outcomes`] — the checkpoints
//! * [`choices`] — the decisions, and the first departure
//! * [`course`] — treasury and legitimacy over time
//! * [`turning`] — what another choice would have moved, and how lucky the game was
//! * [`sources`] — the ending, the advisors, the sources

mod choices;
mod course;
mod outcomes;
mod sources;
mod timeline;
mod turning;

use std::sync::Arc;

use egui::{Align, Id, Key, Layout as Flow, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};

use super::intent::{Intent, Screen};
use super::layout::Room;
use super::look::Type;
use super::settings::Reveal;
use super::sight::Sight;
use super::widgets::{self, CommandKind};
use crate::base::hash::hash_of;
use crate::panels::widgets::Tip;
use crate::table::debrief::words::Debrief;

/// Room between the sheet's edge and what is on it.
const MARGIN: f32 = 24.0;
/// Between the two columns.
const GUTTER: f32 = 40.0;
/// From this width on there are two columns.
const TWO: f32 = 1000.0;

/// What the panel remembers for itself: its words, and whether the record was asked for though it is set never to be shown.
#[derive(Clone, Default)]
struct Memory {
    told: Option<(u64, Arc<Debrief>)>,
    asked: bool,
}

fn memory_id(see: &Sight<'_>) -> Id {
    Id::new(("debrief", see.save.map(|s| s.0.clone())))
}

/// The words, made once, and whether the record may be shown; none while the game is not over.
fn words(ui: &Ui, see: &Sight<'_>) -> Option<(Arc<Debrief>, bool)> {
    if !see.is_over() {
        return None;
    }
    let id = memory_id(see);
    let mut memory: Memory = ui.data_mut(|d| d.get_temp(id)).unwrap_or_default();
    let state = hash_of(&(see.session.stamp(), see.desk.court, see.desk.put_down));
    let told = match memory.told {
        Some((of, told)) if of == state => told,
        _ if see.desk.put_down => Arc::new(Debrief::put_down(see.session, see.desk.court)),
        _ => Arc::new(Debrief::of(see.session, see.desk.court)),
    };
    memory.told = Some((state, told.clone()));
    let shown = see.settings.reveal != Reveal::Never || memory.asked;
    ui.data_mut(|d| d.insert_temp(id, memory));
    Some((told, shown))
}

fn show_record(ui: &Ui, see: &Sight<'_>) {
    let id = memory_id(see);
    ui.data_mut(|d| {
        d.get_temp_mut_or_default::<Memory>(id).asked = true;
    });
}

/// The title of the page, where the strip was.
pub fn head(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let Some((told, shown)) = words(ui, see) else {
        return;
    };
    let ink = &see.look.ink;
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, ink.hi);
    ui.painter().hline(
        rect.x_range(),
        rect.max.y - 0.5,
        egui::Stroke::new(1.0, ink.rule2),
    );
    let inside = rect.shrink2(vec2(MARGIN, 4.0));
    // The command first, so that the title has what is left.
    let mut right = ui.new_child(
        UiBuilder::new()
            .max_rect(inside.shrink2(vec2(0.0, 2.0)))
            .id_salt("command")
            .layout(Flow::right_to_left(Align::Center)),
    );
    what_if(&mut right, see, out);
    carry_on(&mut right, see, out);
    play_on(&mut right, see, out);
    let left = right.min_rect().min.x - 16.0;
    let mut title = ui.new_child(
        UiBuilder::new()
            .max_rect(Rect::from_min_max(inside.min, pos2(left, inside.max.y)))
            .id_salt("title"),
    );
    title.set_clip_rect(title.max_rect().intersect(ui.clip_rect()));
    title.spacing_mut().item_spacing.y = 0.0;
    let line = |title: &mut Ui, style: Type, colour, words: &str| {
        let text = egui::RichText::new(words).font(style.font()).color(colour);
        title.add(egui::Label::new(text).truncate());
    };
    line(&mut title, Type::Date, ink.ink, &told.title);
    line(&mut title, Type::Note, ink.ink2, &subline(&told, shown));
}

/// What was played, and how much of it was as recorded where the record may be shown.
fn subline(told: &Debrief, shown: bool) -> String {
    if shown {
        format!("{} · {}", told.played, told.measure)
    } else {
        told.played.clone()
    }
}

fn what_if(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let words = see.texts().t("page-what-if");
    let pressed = widgets::command(ui, see.look, "B", &words, "", CommandKind::Plain)
        .tip(see.texts().t("page-what-if-hint"));
    let key =
        !ui.ctx().text_edit_focused() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::B));
    if pressed.clicked() || key {
        out.push(Intent::Go(Screen::WhatIf(see.save.cloned())));
    }
}

/// The game itself, where it was ended before its end came.
fn play_on(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    if !see.desk.put_down {
        return;
    }
    let words = see.texts().t("put-down-on");
    let pressed = widgets::command(ui, see.look, "U", &words, "", CommandKind::Plain)
        .tip(see.texts().t("put-down-on-hint"));
    let key =
        !ui.ctx().text_edit_focused() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::U));
    if pressed.clicked() || key {
        out.push(Intent::PutDown(false));
    }
}

/// The scenario that follows, in this world, where there is one and the last day came.
fn carry_on(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let (Some(_), Some(save)) = (see.session.goes_on(), see.save) else {
        return;
    };
    let words = see.texts().t("page-carry-on");
    let pressed = widgets::command(ui, see.look, "N", &words, "", CommandKind::Primary)
        .tip(see.texts().t("page-carry-on-hint"));
    let key =
        !ui.ctx().text_edit_focused() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::N));
    if pressed.clicked() || key {
        out.push(Intent::CarryOn {
            save: save.clone(),
            court: see.desk.court,
        });
    }
}

/// The outcome beside the record.
pub fn debrief(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let ink = &see.look.ink;
    ui.painter().rect_filled(ui.max_rect(), 0.0, ink.hi);
    let Some((told, shown)) = words(ui, see) else {
        let mut page =
            ui.new_child(UiBuilder::new().max_rect(ui.max_rect().shrink2(vec2(MARGIN, 16.0))));
        widgets::section(&mut page, see.look, &see.texts().t("page-debrief"), "鑑");
        widgets::text(
            &mut page,
            Type::Body,
            ink.ink,
            &see.texts().t("page-not-over"),
        );
        return;
    };
    let small = see.layout.room == Room::Small;
    let page = ui.max_rect();
    let margin = if small { 16.0 } else { MARGIN };
    egui::ScrollArea::vertical()
        .id_salt("debrief")
        .auto_shrink(false)
        .show(ui, |ui| {
            turn_pages(ui, page.height());
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            egui::Frame::new()
                .inner_margin(egui::Margin {
                    left: margin as i8,
                    right: margin as i8,
                    top: 8,
                    bottom: 24,
                })
                .show(ui, |ui| {
                    if small {
                        widgets::text(ui, Type::Option, ink.ink, &told.title);
                        widgets::text(ui, Type::Note, ink.ink2, &subline(&told, shown));
                        ui.horizontal_wrapped(|ui| {
                            what_if(ui, see, out);
                            carry_on(ui, see, out);
                            play_on(ui, see, out);
                        });
                    }
                    whole(ui, see, &told, shown, out);
                });
        });
}

/// Keys that turn pages: the page has no focus of its own to move.
fn turn_pages(ui: &Ui, height: f32) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let step = (height - 80.0).max(80.0);
    let by = if pressed(Key::PageDown) {
        -step
    } else if pressed(Key::PageUp) {
        step
    } else if pressed(Key::End) {
        -1.0e6
    } else if pressed(Key::Home) {
        1.0e6
    } else {
        return;
    };
    ui.scroll_with_delta(vec2(0.0, by));
}

/// Everything below the title.
fn whole(ui: &mut Ui, see: &Sight<'_>, told: &Debrief, shown: bool, out: &mut Vec<Intent>) {
    if !shown {
        columns(
            ui,
            |ui| {
                sources::ending(ui, see, told);
                ui.add_space(16.0);
                hidden(ui, see);
                ui.add_space(16.0);
                sources::did(ui, see, told);
            },
            |ui| choices::path(ui, see, told),
            |ui| course::course(ui, see, told, None),
        );
        return;
    }
    timeline::timeline(ui, see, told);
    ui.add_space(8.0);
    columns(
        ui,
        |ui| {
            choices::departure(ui, see, told);
            ui.add_space(16.0);
            sources::ending(ui, see, told);
            ui.add_space(16.0);
            sources::did(ui, see, told);
        },
        |ui| {
            outcomes::outcomes(ui, see, told);
            ui.add_space(16.0);
            choices::choices(ui, see, told);
        },
        |ui| {
            choices::followed(ui, see, told);
            ui.add_space(16.0);
            // What other choices would have moved is asked of whole games.
            if see.view().is_over() {
                turning::turning(ui, see, out);
                ui.add_space(16.0);
            }
            sources::advisors(ui, see, told);
            ui.add_space(16.0);
            let first = told.departure.as_ref().map(|d| d.day);
            course::course(ui, see, told, first);
            ui.add_space(16.0);
            sources::sources(ui, see, told);
        },
    );
}

/// The record is set never to be shown: say so, and give the way to it.
fn hidden(ui: &mut Ui, see: &Sight<'_>) {
    let texts = see.texts();
    widgets::text(
        ui,
        Type::Body,
        see.look.ink.ink,
        &texts.t("page-record-hidden"),
    );
    let words = texts.t("page-show-record");
    let pressed = widgets::command(ui, see.look, "R", &words, "", CommandKind::Plain);
    let key =
        !ui.ctx().text_edit_focused() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::R));
    if pressed.clicked() || key {
        show_record(ui, see);
    }
}

/// What comes first and what comes last at the right of the main column where there is room, else all under one another.
fn columns(
    ui: &mut Ui,
    first: impl FnOnce(&mut Ui),
    main: impl FnOnce(&mut Ui),
    rest: impl FnOnce(&mut Ui),
) {
    let width = ui.available_width();
    if width < TWO {
        first(ui);
        ui.add_space(16.0);
        main(ui);
        ui.add_space(16.0);
        rest(ui);
        return;
    }
    let corner = ui.cursor().min;
    let bottom = ui.max_rect().max.y;
    let narrow = ((width - GUTTER) * 0.34).clamp(384.0, 640.0);
    let edge = corner.x + width - narrow;
    let column =
        |from: f32, until: f32| Rect::from_min_max(pos2(from, corner.y), pos2(until, bottom));
    let mut left = ui.new_child(
        UiBuilder::new()
            .max_rect(column(corner.x, edge - GUTTER))
            .id_salt("left"),
    );
    main(&mut left);
    let mut right = ui.new_child(
        UiBuilder::new()
            .max_rect(column(edge, corner.x + width))
            .id_salt("right"),
    );
    first(&mut right);
    right.add_space(16.0);
    rest(&mut right);
    let used = left.min_rect().union(right.min_rect());
    ui.allocate_rect(
        Rect::from_min_max(corner, pos2(corner.x + width, used.max.y)),
        egui::Sense::hover(),
    );
}
