//! The rail: the panels, and the menu.

use super::intent::Intent;
use super::sight::Sight;

/// The rail: the panels, and the menu.
pub fn rail(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
