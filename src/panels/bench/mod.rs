//! The writer's bench on a slip: the mistakes of the file that was saved, every matter to be sought out, every value to be set by hand.
//! It lies there only where the game was opened on a file, or led to a matter, from the command line.

mod matters;
mod values;

use egui::{Key, Ui, vec2};

use super::desk::{Bench, Overlay, Tab};
use super::intent::Intent;
use super::look::Type;
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, chip, command, runs, text};
use crate::prose::texts::tr;

/// The slip.
pub fn bench(ui: &mut Ui, see: &Sight<'_>, tab: Tab, keys: &[Key], out: &mut Vec<Intent>) {
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
        Tab::File => file(ui, see, bench),
        Tab::Matters if bench.seeking => {
            runs(
                ui,
                &[(Type::Body, see.look.ink.ink, &texts.t("bench-seeking"))],
            );
        }
        Tab::Matters => matters::matters(ui, see, out),
        Tab::Values => values::values(ui, see, bench, out),
    }
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
    if bench.mistakes.is_empty() {
        if bench.told.is_empty() {
            runs(ui, &[(Type::Body, ink.ink, &texts.t("bench-quiet"))]);
        }
        return;
    }
    let n = bench.mistakes.len();
    runs(
        ui,
        &[(Type::Body, ink.ink, &tr!(texts, "bench-broken", n = n))],
    );
    for mistake in &bench.mistakes {
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
