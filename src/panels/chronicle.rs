//! What the court heard, searched and filtered.

use super::intent::Intent;
use super::sight::Sight;

/// What the court heard, searched and filtered.
pub fn chronicle(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
