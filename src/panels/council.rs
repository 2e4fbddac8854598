//! The council: what waits, the memorial, the options with their voices.

use super::intent::Intent;
use super::sight::Sight;

/// The council: what waits, the memorial, the options with their voices.
pub fn council(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
