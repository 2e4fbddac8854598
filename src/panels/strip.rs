//! The strip along the top: the date, the realm, the end of the turn.

use super::intent::Intent;
use super::sight::Sight;

/// The strip along the top: the date, the realm, the end of the turn.
pub fn strip(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
