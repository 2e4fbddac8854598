//! The treasury: where every tael came from and went.

use super::intent::Intent;
use super::sight::Sight;

/// The treasury: where every tael came from and went.
pub fn treasury(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
