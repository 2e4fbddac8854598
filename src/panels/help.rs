//! The keys of the game on one slip.

use egui::{Key, Ui, vec2};

use super::intent::Intent;
use super::layout::Room;
use super::look::Type;
use super::overlay::title;
use super::rail;
use super::sight::Sight;
use super::widgets::{CommandKind, command, key_chip, text};

/// The keys.
pub fn help(ui: &mut Ui, see: &Sight<'_>, keys: &[Key], out: &mut Vec<Intent>) {
    let texts = see.texts();
    title(ui, see, &texts.t("slip-key-title"));
    let run = if see.session.courts().len() > 1 {
        "slip-key-run-together"
    } else {
        "slip-key-run"
    };
    let mut rows = vec![
        ("1–9", texts.t("slip-key-digits")),
        ("↑ ↓", texts.t("slip-key-arrows")),
        ("Enter", texts.t("slip-key-enter")),
        ("N", texts.t("slip-key-news")),
        ("E", texts.t("slip-key-end")),
        ("R", texts.t(run)),
        ("Z", texts.t("slip-key-undo")),
        ("Tab", texts.t("slip-key-tab")),
        ("?", texts.t("slip-key-why")),
        ("F1", texts.t("slip-key-help")),
        ("Esc", texts.t("slip-key-escape")),
    ];
    let menu = if see.layout.room == Room::Small {
        texts.t("slip-key-swap")
    } else {
        texts.t("slip-key-menu")
    };
    rows.push(("M", menu));
    if see.desk.bench.is_some() {
        rows.push(("F2", texts.t("slip-key-bench")));
    }
    for (key, words) in &rows {
        let width = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.allocate_ui_with_layout(
                vec2(56.0, 20.0),
                egui::Layout::left_to_right(egui::Align::TOP),
                |ui| {
                    ui.set_min_width(56.0);
                    key_chip(ui, see.look, key);
                },
            );
            ui.vertical(|ui| {
                ui.set_width(width - 72.0);
                super::widgets::runs(ui, &[(Type::Body, see.look.ink.ink, words)]);
            });
        });
    }
    text(
        ui,
        Type::Strong,
        see.look.ink.ink,
        &texts.t("slip-key-panels"),
    );
    // A key and its name never part at the end of a line.
    for row in rail::panels(see).chunks(4) {
        ui.horizontal(|ui| {
            for panel in row {
                key_chip(ui, see.look, rail::letter(*panel));
                let (_, name) = rail::named(see, *panel);
                text(ui, Type::Body, see.look.ink.ink, &name);
                ui.add_space(8.0);
            }
        });
    }
    let away = texts.t("slip-away");
    if command(ui, see.look, "Esc", &away, "", CommandKind::Plain).clicked()
        || keys.contains(&Key::Enter)
        || keys.contains(&Key::F1)
    {
        out.push(Intent::Lay(None));
    }
}
