//! The menu of a running game.

use egui::{Key, Ui};

use super::desk::{Overlay, Tab};
use super::desks::Desks;
use super::intent::{Intent, Screen};
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, command};
use crate::prose::names;
use crate::prose::texts::tr;

/// The menu: every way out of the game, none of which loses anything.
pub fn menu(ui: &mut Ui, see: &Sight<'_>, keys: &[Key], out: &mut Vec<Intent>) {
    let texts = see.texts();
    title(ui, see, &texts.t("menu-title"));
    let ways = [
        ("Esc", Key::Escape, texts.t("menu-continue"), None),
        (
            "S",
            Key::S,
            texts.t("menu-settings"),
            Some(Intent::Go(Screen::Settings)),
        ),
        (
            "G",
            Key::G,
            texts.t("menu-saves"),
            Some(Intent::Go(Screen::Saves)),
        ),
        (
            "W",
            Key::W,
            texts.t("menu-what-if"),
            Some(Intent::Go(Screen::WhatIf(None))),
        ),
        (
            "B",
            Key::B,
            texts.t("menu-start"),
            Some(Intent::Go(Screen::Start)),
        ),
        ("L", Key::L, texts.t("menu-leave"), Some(Intent::Leave)),
    ];
    for (letter, key, words, way) in ways {
        // At the writer's bench the way to it stands above the ways out.
        if key == Key::S && see.desk.bench.is_some() {
            let words = texts.t("menu-bench");
            let clicked = command(ui, see.look, "F2", &words, "", CommandKind::Plain).clicked();
            if clicked || keys.contains(&Key::F2) {
                out.push(Intent::Lay(Some(Overlay::Bench(Tab::default()))));
            }
        }
        // Before the ways that lead elsewhere, the way to the debrief; or back from it.
        if key == Key::S && !see.view().is_over() {
            let (letter, pressed, words, way) = if see.desk.put_down {
                let words = texts.t("put-down-on");
                ("U", Key::U, words, Intent::PutDown(false))
            } else {
                let words = texts.t("menu-put-down");
                ("D", Key::D, words, Intent::Lay(Some(Overlay::PutDown)))
            };
            let clicked = command(ui, see.look, letter, &words, "", CommandKind::Plain).clicked();
            if clicked || keys.contains(&pressed) {
                out.push(way);
            }
        }
        // Once the game is over, whoever played at this keyboard may look into the papers of the other court.
        if key == Key::S
            && see.is_over()
            && let Some(other) = Desks::next_to(see.session, see.desk.court)
        {
            let name = names::court(see.book(), other);
            let words = tr!(texts, "menu-other-desk", court = name);
            let clicked = command(ui, see.look, "C", &words, "", CommandKind::Plain).clicked();
            if clicked || keys.contains(&Key::C) {
                out.push(Intent::Lay(None));
                out.push(Intent::Sit(other));
            }
        }
        let clicked = command(ui, see.look, letter, &words, "", CommandKind::Plain).clicked();
        if clicked || (key != Key::Escape && keys.contains(&key)) {
            out.push(Intent::Lay(None));
            out.extend(way);
        }
    }
    if keys.contains(&Key::M) || keys.contains(&Key::Enter) {
        out.push(Intent::Lay(None));
    }
    super::widgets::runs(
        ui,
        &[(
            super::look::Type::NoteItalic,
            see.look.ink.ink2,
            &texts.t("menu-kept"),
        )],
    );
}
