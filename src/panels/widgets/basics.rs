//! First forms of the widgets.

use egui::{Response, Ui};

use crate::panels::look::{Holder, Look, Type};

/// How a button looks and whether it can be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandKind {
    /// The one thing to do next: at most one on a screen.
    Primary,
    /// Any other.
    Plain,
    /// Cannot be pressed now; its note says why.
    Closed,
}

/// Which way a number went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Up.
    Rising,
    /// Neither.
    Steady,
    /// Down.
    Falling,
}

/// A drawn mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// ✓ in a ring.
    Agrees,
    /// ✕ on a disc.
    Balks,
    /// ~ in a ring.
    OnCondition,
    /// ●.
    Kept,
    /// Half a disc.
    Late,
    /// ✕.
    Broken,
    /// A dashed ring.
    Disputed,
    /// ●, in ink.
    AsRecorded,
    /// ◆.
    Departed,
    /// ○.
    NotInYourGame,
}

/// A line or paragraph in a style and colour.
pub fn text(ui: &mut Ui, style: Type, colour: egui::Color32, words: &str) -> Response {
    ui.label(
        egui::RichText::new(words)
            .font(style.font())
            .color(colour)
            .line_height(Some(style.line())),
    )
}

/// A section's heading with its characters, over the double rule, as wide as the column.
pub fn section(ui: &mut Ui, look: &Look, title: &str, zh: &str) -> Response {
    let response = text(ui, Type::Section, look.ink.ink, &format!("{title} {zh}"));
    ui.separator();
    response
}

/// A key beside a command: one box, one or a few letters.
pub fn key_chip(ui: &mut Ui, look: &Look, key: &str) -> Response {
    text(ui, Type::Small, look.ink.ink, &format!("[{key}]"))
}

/// A button with its key and, under its words, a note. The label that tests and screen readers see is `words`.
pub fn command(
    ui: &mut Ui,
    look: &Look,
    key: &str,
    words: &str,
    note: &str,
    kind: CommandKind,
) -> Response {
    let _ = (look, note, key);
    ui.add_enabled(kind != CommandKind::Closed, egui::Button::new(words))
}

/// A person's seal: `zh` the characters, `label` what a screen reader says.
pub fn seal(
    ui: &mut Ui,
    look: &Look,
    zh: &str,
    holder: Holder,
    size: f32,
    label: &str,
) -> Response {
    let _ = (holder, size, label);
    text(ui, Type::Body, look.ink.seal, zh)
}

/// A vertical title slip beside a text, at least this tall.
pub fn slip(ui: &mut Ui, look: &Look, zh: &str, height: f32) -> Response {
    let _ = height;
    text(ui, Type::Slip, look.ink.ink, zh)
}

/// A number of the realm. `why` is what moves it, shown on hover or `?`.
pub fn metric(
    ui: &mut Ui,
    look: &Look,
    label: &str,
    unit: &str,
    value: &str,
    trend: Trend,
    why: &[String],
) -> Response {
    let _ = (unit, trend);
    text(ui, Type::Value, look.ink.ink, &format!("{label} {value}")).on_hover_text(why.join("\n"))
}

/// The war–peace beam: −100 peace to 100 war.
pub fn beam(ui: &mut Ui, look: &Look, lean: i32, why: &[String]) -> Response {
    text(ui, Type::Small, look.ink.ink, &lean.to_string()).on_hover_text(why.join("\n"))
}

/// A mark of this size.
pub fn mark(ui: &mut Ui, look: &Look, mark: Mark, size: f32, label: &str) -> Response {
    let _ = (mark, size);
    text(ui, Type::Small, look.ink.ink, label)
}

/// How much of what is due was paid, in percent.
pub fn ledger_bar(ui: &mut Ui, look: &Look, percent: u8) -> Response {
    text(ui, Type::Small, look.ink.ink, &format!("{percent} %"))
}

/// A holder's colour, pattern and letter with its name.
pub fn swatch(ui: &mut Ui, look: &Look, holder: Holder, name: &str) -> Response {
    text(
        ui,
        Type::Body,
        look.ink.ink,
        &format!("{} · {name}", holder.letter()),
    )
}
