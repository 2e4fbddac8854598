//! Orders of this turn: the tray, the order being made, refusals and their ways out.

use super::intent::Intent;
use super::sight::Sight;

/// Orders of this turn: the tray, the order being made, refusals and their ways out.
pub fn orders(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
