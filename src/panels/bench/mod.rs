//! The writer's bench on a slip: the mistakes of the file that was saved, every matter to be sought out, every value to be set by hand.
//! It lies there only where the game was opened on a file, or led to a matter, from the command line.

mod matters;
mod values;

use egui::{Key, ScrollArea, Ui, vec2};

use super::desk::{Bench, Overlay, Tab};
use super::intent::Intent;
use super::look::Type;
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, chip, command, runs, text};
use crate::prose::texts::tr;

/// The foot of the slip, with the way out.
const FOOT: f32 = 60.0;
/// What is beside the lists, so that the bar that scrolls does not touch them.
const BAR: i8 = 16;

/// The slip, no higher than this: its title, its pages and the way out stay where they are, and what is between them scrolls. A page of
/// lists is always as high, so that nothing jumps while one types; that of the file is as high as what it says.
pub fn bench(
    ui: &mut Ui,
    see: &Sight<'_>,
    tab: Tab,
    (keys, height): (&[Key], f32),
    out: &mut Vec<Intent>,
) {
    let top = ui.cursor().top();
    let texts = see.texts();
    let Some(bench) = &see.desk.bench else {
        return;
    };
    title(ui, see, &texts.t("bench-title"));
    ui.horizontal_wrapped(|ui| {
        for (other, key) in [
            (Tab::File, "bench-tab-file"),
            (Tab::Matters, "bench-tab-matters"),
            (Tab::Values, "bench-tab-values"),
        ] {
            if chip(ui, see.look, &texts.t(key), tab == other).clicked() {
                out.push(Intent::Lay(Some(Overlay::Bench(other))));
            }
        }
    });
    ui.add_space(4.0);
    match tab {
        Tab::Matters if !bench.seeking => matters::search(ui, see),
        Tab::Values => values::head(ui, see, bench, out),
        Tab::File | Tab::Matters => {}
    }
    let room = (height - (ui.cursor().top() - top) - FOOT).max(80.0);
    ScrollArea::vertical()
        .id_salt(("bench", tab as u8))
        .max_height(room)
        .auto_shrink([false, tab == Tab::File])
        .show(ui, |ui| {
            let margin = egui::Margin {
                right: BAR,
                ..egui::Margin::ZERO
            };
            egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                match tab {
                    Tab::File => file(ui, see, bench),
                    Tab::Matters if bench.seeking => {
                        let seeking = texts.t("bench-seeking");
                        runs(ui, &[(Type::Body, see.look.ink.ink, &seeking)]);
                    }
                    Tab::Matters => matters::matters(ui, see, out),
                    Tab::Values => values::values(ui, see, out),
                }
            });
        });
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let away = texts.t("slip-away");
        let again = keys.contains(&Key::F2);
        if command(ui, see.look, "Esc", &away, "", CommandKind::Plain).clicked() || again {
            out.push(Intent::Lay(None));
        }
    });
}

/// What came of the file when it was saved last.
fn file(ui: &mut Ui, see: &Sight<'_>, bench: &Bench) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    for told in &bench.told {
        runs(ui, &[(Type::Body, ink.ink, told)]);
        ui.add_space(4.0);
    }
    let (n, mild) = (bench.mistakes.len(), bench.warnings.len());
    if n > 0 {
        let broken = tr!(texts, "bench-broken", n = n);
        runs(ui, &[(Type::Body, ink.ink, &broken)]);
    } else if mild > 0 {
        let warned = tr!(texts, "bench-warned", n = mild);
        runs(ui, &[(Type::Body, ink.ink, &warned)]);
    } else if bench.told.is_empty() {
        runs(ui, &[(Type::Body, ink.ink, &texts.t("bench-quiet"))]);
    }
    for mistake in bench.mistakes.iter().chain(&bench.warnings) {
        ui.add_space(8.0);
        let at = tr!(
            texts,
            "bench-at",
            file = mistake.file.as_str(),
            line = mistake.line,
            column = mistake.column
        );
        text(ui, Type::Strong, ink.ink, &at);
        runs(ui, &[(Type::Body, ink.ink, &mistake.message)]);
    }
}
