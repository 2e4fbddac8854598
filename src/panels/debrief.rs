//! The outcome beside the record.

use super::intent::Intent;
use super::sight::Sight;

/// The outcome beside the record.
pub fn debrief(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
