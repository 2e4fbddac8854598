//! Treaties, what is due under them, and drafts.

use super::intent::Intent;
use super::sight::Sight;

/// Treaties, what is due under them, and drafts.
pub fn treaties(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
