//! The start: scenario cards, going on, and the ways to everything else.

use std::collections::BTreeMap;

use super::intent::Intent;
use super::look::Look;
use super::settings::Settings;
use super::store::{Card, RecordLine, Saved, ScenarioId};
use crate::prose::Texts;

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
    /// The look.
    pub look: &'a Look,
    /// The settings.
    pub settings: &'a Settings,
    /// The messages.
    pub texts: &'a Texts,
}

/// The start screen.
pub fn start(ui: &mut egui::Ui, hall: &Hall<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, hall, out);
}
