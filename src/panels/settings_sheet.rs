//! The settings: text size, theme, motion, face, when the record is shown, marches, language. Each takes effect at once.

use egui::{Key, Ui};

use super::intent::Intent;
use super::look::Type;
use super::page::{page, pressed, row};
use super::settings::{Reveal, Settings, Theme};
use super::start::{Hall, languages};
use super::widgets::{self, CommandKind, command, key_chip, rows};
use crate::prose::texts::tr;

/// A step of the text's size, percent.
const STEP: u16 = 10;

/// The settings.
pub fn settings(ui: &mut Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let texts = hall.texts;
    let title = texts.t("settings-title");
    page(ui, hall, (&title, ""), hall.before, out, |ui, out| {
        let mut wanted = hall.settings.clone();
        size(ui, hall, &mut wanted);
        themes(ui, hall, &mut wanted);
        for (key, letter, title, note, value) in [
            (
                Key::M,
                "M",
                texts.t("settings-still"),
                texts.t("settings-still-note"),
                &mut wanted.reduced_motion,
            ),
            (
                Key::F,
                "F",
                texts.t("settings-face"),
                texts.t("settings-face-note"),
                &mut wanted.plain_face,
            ),
            (
                Key::W,
                "W",
                texts.t("settings-marches"),
                texts.t("settings-marches-note"),
                &mut wanted.show_marches,
            ),
            (
                Key::L,
                "L",
                texts.t("settings-secretariat"),
                texts.t("settings-secretariat-note"),
                &mut wanted.secretariat,
            ),
        ] {
            switch(ui, hall, (letter, key), (&title, &note), value);
        }
        reveal(ui, hall, &mut wanted);
        if hall.many_languages() {
            heading(ui, hall, "", &texts.t("settings-language"));
            ui.horizontal_wrapped(|ui| languages(ui, hall, out));
            let note = texts.t("settings-language-note");
            widgets::text(ui, Type::Note, hall.look.ink.ink2, &note);
        }
        if wanted != *hall.settings {
            out.push(Intent::Settings(wanted));
        }
    });
}

/// The key and the name of a setting.
fn heading(ui: &mut Ui, hall: &Hall<'_>, key: &str, words: &str) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        if !key.is_empty() {
            key_chip(ui, hall.look, key);
        }
        widgets::text(ui, Type::Option, hall.look.ink.ink, words);
    });
}

fn size(ui: &mut Ui, hall: &Hall<'_>, wanted: &mut Settings) {
    let texts = hall.texts;
    heading(ui, hall, "", &texts.t("settings-size"));
    let (least, most) = Settings::TEXT_PERCENT;
    let kind = |open: bool| {
        if open {
            CommandKind::Plain
        } else {
            CommandKind::Closed
        }
    };
    ui.horizontal_wrapped(|ui| {
        let now = wanted.text_percent;
        let (smaller, larger) = (texts.t("settings-smaller"), texts.t("settings-larger"));
        let down = command(ui, hall.look, "−", &smaller, "", kind(now > least)).clicked();
        let percent = tr!(texts, "settings-percent", n = now);
        ui.horizontal(|ui| {
            ui.set_min_height(40.0);
            widgets::text(ui, Type::Value, hall.look.ink.ink, &percent);
        });
        let up = command(ui, hall.look, "+", &larger, "", kind(now < most)).clicked();
        if down || pressed(ui.ctx(), Key::Minus) {
            wanted.text_percent = now.saturating_sub(STEP).max(least);
        }
        if up || pressed(ui.ctx(), Key::Plus) || pressed(ui.ctx(), Key::Equals) {
            wanted.text_percent = (now + STEP).min(most);
        }
    });
}

fn themes(ui: &mut Ui, hall: &Hall<'_>, wanted: &mut Settings) {
    let texts = hall.texts;
    heading(ui, hall, "T", &texts.t("settings-theme"));
    ui.horizontal_wrapped(|ui| {
        for theme in Theme::ALL {
            let words = match theme {
                Theme::Paper => texts.t("settings-theme-paper"),
                Theme::Night => texts.t("settings-theme-night"),
                Theme::Contrast => texts.t("settings-theme-contrast"),
            };
            if rows::chip(ui, hall.look, &words, wanted.theme == theme).clicked() {
                wanted.theme = theme;
            }
        }
    });
    if pressed(ui.ctx(), Key::T) {
        wanted.theme = match wanted.theme {
            Theme::Paper => Theme::Night,
            Theme::Night => Theme::Contrast,
            Theme::Contrast => Theme::Paper,
        };
    }
}

/// On or off, with a box to tick.
pub(super) fn switch(
    ui: &mut Ui,
    hall: &Hall<'_>,
    (letter, key): (&str, Key),
    (title, note): (&str, &str),
    value: &mut bool,
) {
    let ink = &hall.look.ink;
    ui.add_space(6.0);
    let on = *value;
    let response = row(ui, hall.look, false, title, |ui| {
        ui.horizontal_top(|ui| {
            key_chip(ui, hall.look, letter);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(24.0, 24.0), egui::Sense::hover());
            let frame = rect.shrink(2.0);
            let painter = ui.painter();
            painter.rect_stroke(
                frame,
                0.0,
                egui::Stroke::new(1.5, ink.ink),
                egui::StrokeKind::Inside,
            );
            if on {
                let at = |x: f32, y: f32| frame.min + egui::vec2(x, y) * frame.width();
                let tick = vec![at(0.2, 0.52), at(0.42, 0.75), at(0.82, 0.26)];
                painter.add(egui::Shape::line(tick, egui::Stroke::new(2.5, ink.song)));
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                widgets::quiet(ui, Type::Option, ink.ink, title);
                widgets::text(ui, Type::Note, ink.ink2, note);
            });
        });
    });
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, true, on, title));
    if response.clicked() || pressed(ui.ctx(), key) {
        *value = !on;
    }
}

fn reveal(ui: &mut Ui, hall: &Hall<'_>, wanted: &mut Settings) {
    let texts = hall.texts;
    heading(ui, hall, "R", &texts.t("settings-reveal"));
    let all = [
        (Reveal::EachChoice, texts.t("settings-reveal-each")),
        (Reveal::AtTheEnd, texts.t("settings-reveal-end")),
        (Reveal::Never, texts.t("settings-reveal-never")),
    ];
    ui.horizontal_wrapped(|ui| {
        for (reveal, words) in &all {
            if rows::chip(ui, hall.look, words, wanted.reveal == *reveal).clicked() {
                wanted.reveal = *reveal;
            }
        }
    });
    if pressed(ui.ctx(), Key::R) {
        wanted.reveal = match wanted.reveal {
            Reveal::EachChoice => Reveal::AtTheEnd,
            Reveal::AtTheEnd => Reveal::Never,
            Reveal::Never => Reveal::EachChoice,
        };
    }
}
