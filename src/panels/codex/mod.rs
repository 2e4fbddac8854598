//! Who, where and what: the pages behind the names.

use super::intent::Intent;
use super::sight::Sight;

/// Who, where and what: the pages behind the names.
pub fn codex(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
