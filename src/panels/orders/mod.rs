//! Orders of this turn: the tray, the order being made, refusals and their ways out.

use super::intent::Intent;
use super::sight::Sight;

/// Orders of this turn: the tray, the order being made, refusals and their ways out.
pub fn orders(ui: &mut egui::Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let _ = (ui, see, out);
}

/// What to say where asks of this turn fell away because another was taken back or changed.
#[must_use]
pub fn dropped(
    session: &crate::table::Session,
    court: crate::base::ids::CourtId,
    asks: &[crate::engine::Ask],
) -> Option<String> {
    let _ = (session, court, asks);
    None
}
