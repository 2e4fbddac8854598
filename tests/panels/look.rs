//! The small parts: each says what it is, and shows it in every theme.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use rivers_and_mountains::panels::look::{Holder, Look, Palette, Type};
use rivers_and_mountains::panels::settings::{Settings, Theme};
use rivers_and_mountains::panels::widgets::{self, CommandKind, Ground, Mark, Trend};

use crate::raster::Raster;
use rivers_and_mountains::base::ids::CourtId;
use rivers_and_mountains::scenario::load::load;

use crate::support::picture;

const MARKS: [(Mark, &str); 10] = [
    (Mark::Agrees, "agrees"),
    (Mark::Balks, "balks"),
    (Mark::OnCondition, "on condition"),
    (Mark::Kept, "kept"),
    (Mark::Late, "late"),
    (Mark::Broken, "broken"),
    (Mark::Disputed, "disputed"),
    (Mark::AsRecorded, "as recorded"),
    (Mark::Departed, "departed"),
    (Mark::NotInYourGame, "not in your game"),
];

const HOLDERS: [(Holder, &str, &str); 8] = [
    (Holder::Song, "Song", "李綱"),
    (Holder::Jin, "Jin", "粘罕"),
    (Holder::Xia, "Xia", "李乾順"),
    (Holder::Liao('L'), "Liao", "耶律延禧"),
    (Holder::Mongol, "Mongols", "窩闊台"),
    (Holder::Puppet('Q'), "Qi", "劉豫"),
    (Holder::Other('B'), "Bands", "宋江"),
    (Holder::Nobody, "nobody", "無"),
];

fn gallery(ui: &mut egui::Ui, look: &Look) {
    let ink = &look.ink;
    let all = ui.max_rect();
    widgets::ground(ui, look, all, Ground::Paper);
    let sheet = all.shrink(8.0);
    widgets::sheet(ui, look, sheet, Ground::Hi);
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(sheet.shrink(24.0)));
    let ui = &mut ui;
    widgets::section(ui, look, "The council speaks", "廷議");
    ui.horizontal_top(|ui| {
        widgets::slip(ui, look, "姚平仲請夜劫寨", 0.0);
        widgets::slip(ui, look, "靖康", 160.0);
        widgets::slip(ui, look, "議和書", 0.0);
        widgets::slip(ui, look, "粘罕二太子遣使復來責三鎮", 0.0);
        ui.vertical(|ui| {
            widgets::text(ui, Type::Italic, ink.ink2, "A memorial to the throne");
            widgets::text(ui, Type::Heading, ink.ink, "Yao Pingzhong asks for a night raid");
            widgets::text(
                ui,
                Type::Read,
                ink.ink,
                "The relieving armies about the capital are now said to pass two hundred thousand; Wolibu 斡離不 on Mutuo Hill \
                 牟駝岡 has perhaps sixty. The oath of the seventh stands, little of the ransom is paid.",
            );
            widgets::text(ui, Type::Note, ink.ink2, "Grain 90,000 a xun. 1 edict. ≈ −12 ▲ ▼ “so” – it’s …");
            ui.horizontal(|ui| {
                widgets::metric(ui, look, "Silver", "taels", "3.1 m", Trend::Falling, &[]);
                widgets::metric(ui, look, "Legitimacy", "", "54", Trend::Rising, &[]);
                widgets::beam_named(ui, look, -17, "War 戰", "和 Peace", &[]);
                widgets::ledger_bar(ui, look, 34);
            });
        });
    });
    ui.horizontal_top(|ui| {
        widgets::command(ui, look, "E", "End the xun", "", CommandKind::Plain);
        widgets::command(
            ui,
            look,
            "C",
            "Continue",
            "Jingkang as Song",
            CommandKind::Primary,
        );
        widgets::command(
            ui,
            look,
            "W",
            "Wait",
            "one matter waits",
            CommandKind::Closed,
        );
        widgets::key_chip(ui, look, "Esc");
    });
    ui.horizontal(|ui| {
        for (mark, word) in MARKS {
            widgets::mark(ui, look, mark, 20.0, word);
        }
        for zh in ["一", "議", "令", "財", "人", "盟", "史", "典", "鑑", "圖"] {
            widgets::text(ui, Type::Glyph, ink.ink, zh);
        }
    });
    ui.horizontal_wrapped(|ui| {
        for (holder, _, zh) in HOLDERS {
            widgets::seal(ui, look, zh, holder, 56.0, zh);
        }
        widgets::seal(ui, look, "种師道", Holder::Song, 96.0, "large");
        widgets::pale_seal(ui, look, "姚平仲", Holder::Song, 56.0, "pale");
        widgets::seal(ui, look, "一", Holder::Jin, 64.0, "one");
    });
    ui.horizontal(|ui| {
        for (holder, name, _) in HOLDERS {
            ui.scope(|ui| {
                ui.set_max_width(110.0);
                widgets::swatch(ui, look, holder, name);
            });
        }
    });
    widgets::refusal(ui, look, |ui| {
        widgets::text(ui, Type::Body, ink.ink, "The road is closed.");
    });
}

fn shown(theme: Theme, plain_face: bool) -> (Harness<'static>, Raster) {
    let look = Look::of(&Settings {
        theme,
        plain_face,
        ..Settings::default()
    });
    let mut applied = false;
    let raster = Raster::default();
    let harness = Harness::builder()
        .with_size(egui::vec2(1024.0, 768.0))
        .renderer(raster.clone())
        .build_ui(move |ui| {
            if !applied {
                look.apply(ui.ctx());
                applied = true;
            } else {
                gallery(ui, &look);
            }
        });
    (harness, raster)
}

#[test]
fn every_part_says_what_it_is_in_every_theme() {
    for (theme, plain) in [
        (Theme::Paper, false),
        (Theme::Night, false),
        (Theme::Contrast, false),
        (Theme::Paper, true),
    ] {
        let (mut harness, raster) = shown(theme, plain);
        harness.run();
        for (_, label) in MARKS {
            harness.get_by_label(label);
        }
        for (holder, name, zh) in HOLDERS {
            harness.get_by_label(zh);
            harness.get_by_label(&format!("{} · {name}", holder.letter()));
        }
        for label in [
            "The council speaks 廷議",
            "姚平仲請夜劫寨",
            "Silver 3.1 m taels ▼",
            "Legitimacy 54 ▲",
            "War 戰 – 和 Peace: -17",
            "34 %",
            "Esc",
        ] {
            harness.get_by_label(label);
        }
        let name = format!("widgets-{theme:?}-{plain}");
        picture(&harness, &raster, Palette::of(theme).map, &name);
    }
}

#[test]
fn a_closed_command_cannot_be_pressed_and_says_so() {
    let (mut harness, _) = shown(Theme::Paper, false);
    harness.run();
    let wait = harness.get_by_label("Wait");
    assert!(wait.accesskit_node().is_disabled());
    let end = harness.get_by_label("End the xun");
    assert!(!end.accesskit_node().is_disabled());
    assert!(end.rect().height() >= 40.0);
}

#[test]
fn every_court_of_a_shipped_scenario_has_a_letter_of_its_own() {
    let files = crate::common::texts("scenarios");
    let books = files
        .iter()
        .filter(|(_, text)| text.contains("\nScenario("));
    let mut count = 0;
    for (name, _) in books {
        let book = load(name, &files).expect("it loads").scenario;
        let letters: Vec<char> = (0..book.courts.len())
            .map(|n| Holder::of(&book, Some(CourtId::of(n))).letter())
            .collect();
        for (n, letter) in letters.iter().enumerate() {
            assert!(letter.is_ascii_uppercase(), "{name}: {letters:?}");
            assert!(!letters[..n].contains(letter), "{name}: {letters:?}");
            // It stands in the court's name, so that it can be learned.
            let court = &book.courts[n].name;
            assert!(court.to_uppercase().contains(*letter), "{court}: {letter}");
        }
        count += 1;
    }
    assert!(count >= 3, "{count} scenarios");
}
