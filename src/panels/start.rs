//! The start: scenario cards, going on, and the ways to everything else.

use std::collections::BTreeMap;

use egui::text::LayoutJob;
use egui::{Key, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::intent::{Intent, Screen};
use super::keys::DIGITS;
use super::look::pictures::{Shown, picture};
use super::look::{Ground, Holder, Look, Type};
use super::page::{keep, kept, pressed, way};
use super::scenario_card;
use super::settings::{Settings, Theme};
use super::store::{Branching, Card, RecordLine, Saved, ScenarioId};
use super::widgets;
use crate::painting::pigments::Pigments;
use crate::painting::scroll::scroll;
use crate::prose::texts::tr;
use crate::prose::{Lang, Texts, date};

/// What the screens around a game may see.
#[derive(Clone, Copy, Debug)]
pub struct Hall<'a> {
    /// The scenarios.
    pub cards: &'a [Card],
    /// Their record lines, as far as they are played.
    pub lines: &'a BTreeMap<ScenarioId, RecordLine>,
    /// The saved games, newest first.
    pub saves: &'a [Saved],
    /// Where they are saved.
    pub folder: &'a str,
    /// The turns of the game that is to be branched, or why they cannot be told.
    pub turns: &'a Result<Vec<Branching>, String>,
    /// The screen before this one, for the settings.
    pub before: &'a Screen,
    /// Whether a game left the desk to be branched, and the way back leads to it.
    pub leads_back: bool,
    /// The look.
    pub look: &'a Look,
    /// The settings.
    pub settings: &'a Settings,
    /// The messages.
    pub texts: &'a Texts,
    /// The languages in which a scenario of the shelf can be shown besides its own.
    pub languages: &'a [String],
}

impl Hall<'_> {
    /// Whether there is a language to choose.
    #[must_use]
    pub fn many_languages(&self) -> bool {
        Lang::ALL.len() + self.languages.len() > 1
    }
}

/// Width of the column of ways.
const WAYS: f32 = 248.0;
/// From the window's edge.
const EDGE: f32 = 40.0;

/// The start screen.
pub fn start(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    widgets::ground(ui, hall.look, whole, Ground::Paper);
    let width = if hall.look.plain_face {
        whole.width() * 0.85
    } else {
        whole.width()
    };
    if width < 900.0 || whole.height() < 560.0 {
        small(ui, hall, out);
    } else {
        large(ui, hall, out);
    }
    for (card, key) in hall.cards.iter().zip(DIGITS) {
        if card.book.is_ok() && pressed(ui.ctx(), key) {
            out.push(Intent::Go(Screen::Brief(card.id.clone())));
        }
    }
}

/// One thing under another, all of it scrolling.
fn small(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE
            .inner_margin(egui::Margin::symmetric(24, 12))
            .show(ui, |ui| {
                let ink = &hall.look.ink;
                let mut job = LayoutJob::default();
                job.wrap.max_width = ui.available_width();
                let mut title = widgets::text::format(Type::Display, ink.ink);
                title.font_id.size = 30.0;
                title.line_height = Some(36.0);
                job.append(&hall.texts.t("start-title"), 0.0, title);
                let mut zh = widgets::text::format(Type::Glyph, ink.ink);
                zh.line_height = Some(36.0);
                job.append("江山", 12.0, zh);
                ui.add(egui::Label::new(job).selectable(false));
                go_on(ui, hall, out);
                for (index, card) in hall.cards.iter().enumerate() {
                    ui.add_space(4.0);
                    scenario_card::card(ui, hall, index, card, ui.available_width(), out);
                }
                ways(ui, hall, out);
                foot(ui, hall, out);
            });
    });
}

/// The scroll above, cards and ways under it.
fn large(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let whole = ui.max_rect();
    let banner = (whole.height() - scenario_card::HEIGHT - 80.0).clamp(152.0, 480.0);
    let above = Rect::from_min_size(whole.min, vec2(whole.width(), banner + 16.0));
    head(ui, hall, above);
    let top = whole.top() + banner;
    let foot_top = whole.bottom() - 64.0;
    let ways_left = whole.right() - EDGE - WAYS;
    let column = Rect::from_min_max(
        pos2(ways_left - 8.0, top - 8.0),
        pos2(whole.right() - EDGE + 16.0, foot_top),
    );
    let cards = Rect::from_min_max(
        pos2(whole.left() + EDGE - 8.0, top - 8.0),
        pos2(ways_left - 16.0, foot_top),
    );
    // What one does most comes first for the keyboard.
    let mut right = ui.new_child(UiBuilder::new().id_salt("ways").max_rect(column));
    ScrollArea::vertical()
        .id_salt("ways")
        .auto_shrink(false)
        .show(&mut right, |ui| {
            // Room for the ring of focus.
            let room = egui::Margin::same(8);
            egui::Frame::NONE.inner_margin(room).show(ui, |ui| {
                ui.set_max_width(WAYS);
                go_on(ui, hall, out);
                ways(ui, hall, out);
            });
        });
    let mut middle = ui.new_child(UiBuilder::new().id_salt("cards").max_rect(cards));
    ScrollArea::vertical()
        .id_salt("cards")
        .auto_shrink(false)
        .show(&mut middle, |ui| {
            egui::Frame::NONE
                .inner_margin(egui::Margin::same(8))
                .show(ui, |ui| shelf(ui, hall, out));
        });
    let line = egui::Stroke::new(1.0, hall.look.ink.rule2);
    let across = whole.left() + EDGE..=whole.right() - EDGE;
    ui.painter().hline(across, foot_top, line);
    let below = Rect::from_min_max(
        pos2(whole.left() + EDGE, foot_top + 8.0),
        pos2(whole.right() - EDGE, whole.bottom()),
    );
    let mut below = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(below));
    foot(&mut below, hall, out);
}

/// The cards, as many beside one another as there is room for.
fn shelf(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let room = ui.available_width();
    let beside = (((room + 16.0) / (scenario_card::WIDTH + 16.0)) as usize).max(1);
    let cards: Vec<_> = hall.cards.iter().enumerate().collect();
    let count = beside.min(cards.len()).max(1) as f32;
    let width = ((room + 16.0) / count - 16.0).min(scenario_card::WIDEST);
    for (i, row) in cards.chunks(beside).enumerate() {
        if i > 0 {
            ui.add_space(8.0);
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (index, card) in row {
                scenario_card::card(ui, hall, *index, card, width, out);
            }
        });
    }
}

/// The scroll with the name of the game on it.
fn head(ui: &Ui, hall: &Hall<'_>, rect: Rect) {
    let ink = &hall.look.ink;
    let painter = ui.painter();
    if hall.look.theme != Theme::Contrast {
        let texture = picture(ui.ctx(), &Shown::Scroll(hall.look.theme, 1280, 328), || {
            let pigments = match hall.look.theme {
                Theme::Paper => Pigments::paper(),
                Theme::Night => Pigments::night(),
                Theme::Contrast => Pigments::contrast(),
            };
            scroll(1280, 328, &pigments)
        });
        // As wide as the window, and what is too high is cut off above: the ink lies at the foot.
        let high = (rect.height() * 1280.0 / (rect.width() * 328.0)).min(1.0);
        let across = (rect.width() * 328.0 / (rect.height() * 1280.0)).min(1.0);
        let uv = Rect::from_min_max(pos2(0.0, 1.0 - high), pos2(across, 1.0));
        painter.image(texture.id(), rect, uv, egui::Color32::WHITE);
    }
    let right = rect.right() - 60.0;
    let brush = |size: f32| egui::FontId::new(size, Type::Slip.font().family);
    let tall = (rect.height() - 56.0).clamp(80.0, 200.0);
    let middle = rect.top() + 28.0 + tall / 2.0;
    for (c, y) in [("江", -0.25), ("山", 0.25)] {
        painter.text(
            pos2(right - tall * 0.25, middle + y * tall),
            egui::Align2::CENTER_CENTER,
            c,
            brush(tall * 0.46),
            ink.ink,
        );
    }
    let left = right - tall * 0.5 - 40.0;
    let title = painter.text(
        pos2(left, rect.top() + 36.0),
        egui::Align2::RIGHT_TOP,
        hall.texts.t("start-title"),
        Type::Display.font(),
        ink.ink,
    );
    let mut font = Type::Italic.font();
    font.size = 21.0;
    painter.text(
        pos2(left, title.bottom() + 4.0),
        egui::Align2::RIGHT_TOP,
        hall.texts.t("start-years"),
        font,
        ink.ink2,
    );
    let seal = Rect::from_min_size(pos2(left - 8.0, middle + tall * 0.25), vec2(40.0, 40.0));
    widgets::paint_seal(
        ui,
        hall.look,
        "御書",
        Holder::Song,
        seal,
        egui::Color32::WHITE,
    );
}

/// The way into the last game, in red: the one thing to do next.
fn go_on(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let newest = hall.saves.iter().find(|s| s.day.is_some() && !s.over);
    let words = hall.texts.t("start-continue");
    let Some(saved) = newest else {
        return;
    };
    let (note, intent) = (line_of(hall, saved), Intent::Resume(saved.id.clone()));
    let clicked = ui
        .vertical_centered_justified(|ui| {
            widgets::command(
                ui,
                hall.look,
                "C",
                &words,
                &note,
                widgets::CommandKind::Primary,
            )
        })
        .inner;
    first_focus(ui, &clicked);
    if clicked.clicked() || pressed(ui.ctx(), Key::C) {
        out.push(intent);
    }
}

/// Gives the keyboard somewhere to begin, once.
pub(super) fn first_focus(ui: &Ui, response: &egui::Response) {
    if !kept::<bool>(ui, "start has focus") && ui.memory(|m| m.focused().is_none()) {
        keep(ui, "start has focus", true);
        response.request_focus();
    }
}

/// A saved game in a line or two: `Jingkang as Song, 6 March 1126. The city holds.`
pub(super) fn line_of(hall: &Hall<'_>, saved: &Saved) -> String {
    let courts = saved.courts.join(", ");
    saved.day.map_or_else(
        || saved.summary.clone(),
        |day| {
            tr!(
                hall.texts,
                "start-save-line",
                scenario = saved.scenario.as_str(),
                courts = courts,
                date = date(hall.texts, day),
                summary = saved.summary.as_str()
            )
        },
    )
}

/// Whether a scenario has lessons.
pub(super) fn teaches(card: &Card) -> bool {
    card.book
        .as_ref()
        .is_ok_and(|book| !book.lessons.is_empty())
}

/// The ways to everything else.
fn ways(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let texts = hall.texts;
    let saved = match hall.saves.len() {
        0 => texts.t("start-none"),
        n => n.to_string(),
    };
    let lessons = hall.cards.iter().find(|card| teaches(card));
    let lesson = lessons.map(|card| {
        (
            "L",
            Key::L,
            texts.t("lesson-way"),
            texts.t("lesson-way-note"),
            Intent::Go(Screen::Lessons(card.id.clone())),
        )
    });
    let ways = [
        (
            "S",
            Key::S,
            texts.t("start-saves"),
            saved,
            Intent::Go(Screen::Saves),
        ),
        (
            "B",
            Key::B,
            texts.t("start-what-if"),
            texts.t("start-what-if-note"),
            Intent::Go(Screen::WhatIf(None)),
        ),
        (
            "O",
            Key::O,
            texts.t("start-settings"),
            String::new(),
            Intent::Go(Screen::Settings),
        ),
        (
            "Q",
            Key::Q,
            texts.t("start-leave"),
            String::new(),
            Intent::Leave,
        ),
    ];
    ui.add_space(8.0);
    for (letter, key, words, said, intent) in lesson.into_iter().chain(ways) {
        if way(ui, hall.look, letter, &words, &said).clicked() || pressed(ui.ctx(), key) {
            out.push(intent);
        }
    }
}

/// A word on the whole, and the languages.
fn foot(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    ui.horizontal_wrapped(|ui| {
        let said = hall.texts.t("start-foot");
        widgets::text(ui, Type::Body, hall.look.ink.ink2, &said);
        if hall.many_languages() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                languages(ui, hall, out);
            });
        }
    });
}

/// The languages there are, each by its own name: those that the game speaks, then those that a scenario has an overlay in.
pub(super) fn languages(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let now = &hall.settings.language;
    let laid = hall.languages.contains(now);
    let own = Lang::ALL.into_iter().map(|lang| {
        let chosen = !laid && hall.texts.lang() == lang;
        (lang.name(), lang.own_name(), chosen)
    });
    let others = hall
        .languages
        .iter()
        .map(|tag| (tag.as_str(), own_name(tag), tag == now));
    for (tag, name, chosen) in own.chain(others) {
        if widgets::rows::chip(ui, hall.look, name, chosen).clicked() {
            let mut settings = hall.settings.clone();
            tag.clone_into(&mut settings.language);
            out.push(Intent::Settings(settings));
        }
    }
}

/// What a language calls itself; its tag where nobody has said it yet.
fn own_name(tag: &str) -> &str {
    match tag {
        "de" => "Deutsch",
        "es" => "Español",
        "fr" => "Français",
        "it" => "Italiano",
        "nl" => "Nederlands",
        "pt" => "Português",
        "zh" | "zh-Hant" => "中文",
        other => other,
    }
}
