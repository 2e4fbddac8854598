//! People and posts, as the court knows them.

use super::intent::Intent;
use super::sight::Sight;

/// People and posts, as the court knows them.
pub fn people(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}
