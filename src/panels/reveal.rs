//! The record beside the choice just made, for those who want it at once.

use egui::{Key, Ui};

use super::council::chosen;
use super::intent::Intent;
use super::look::Type;
use super::overlay::title;
use super::sight::Sight;
use super::widgets::{CommandKind, command, runs, section, text};
use crate::base::ids::DecisionId;
use crate::prose::numbers::date;
use crate::prose::sentence;
use crate::prose::texts::tr;

/// What the court chose in fact, when, what came of it, where the sources differ, and which they are.
pub fn reveal(
    ui: &mut Ui,
    see: &Sight<'_>,
    decision: DecisionId,
    keys: &[Key],
    out: &mut Vec<Intent>,
) {
    let (texts, ink) = (see.texts(), &see.look.ink);
    let book = &see.book().decisions[decision.index()];
    text(ui, Type::Italic, ink.ink2, &texts.t("reveal-kicker"));
    title(ui, see, &book.title);
    if let Some(own) = chosen(see, decision) {
        let label = sentence(&book.options[own.index()].label);
        let same = own == book.chose;
        runs(
            ui,
            &[
                (Type::Body, ink.ink2, &texts.t("reveal-yours")),
                (Type::Body, ink.ink2, " "),
                (Type::Strong, ink.ink, &label),
            ],
        );
        let words = texts.t(if same { "reveal-same" } else { "reveal-other" });
        runs(ui, &[(Type::Italic, ink.ink2, &words)]);
    }
    let fact = sentence(&book.options[book.chose.index()].label);
    section(
        ui,
        see.look,
        &texts.t("reveal-fact"),
        &texts.t("reveal-fact-zh"),
    );
    let when = date(texts, book.chosen_on);
    runs(
        ui,
        &[
            (Type::Strong, ink.ink, &fact),
            (Type::Note, ink.ink2, "  "),
            (Type::Note, ink.ink2, &when),
        ],
    );
    runs(ui, &[(Type::Body, ink.ink, &book.outcome)]);
    if !book.quarrel.is_empty() {
        runs(
            ui,
            &[
                (Type::Strong, ink.ink, &texts.t("reveal-quarrel")),
                (Type::Body, ink.ink, " "),
                (Type::Body, ink.ink, &book.quarrel),
            ],
        );
    }
    let sources: Vec<String> = book
        .sources
        .iter()
        .map(|s| {
            let source = &see.book().sources[s.index()];
            format!("{} {}", source.title, source.title_zh)
                .trim()
                .to_owned()
        })
        .collect();
    if !sources.is_empty() {
        let list = tr!(texts, "reveal-sources", list = sources.join("; "));
        runs(ui, &[(Type::NoteItalic, ink.ink2, &list)]);
    }
    let on = texts.t("reveal-on");
    if command(ui, see.look, "Enter", &on, "", CommandKind::Plain).clicked()
        || keys.contains(&Key::Enter)
        || keys.contains(&Key::Space)
    {
        out.push(Intent::PutAway);
    }
}
