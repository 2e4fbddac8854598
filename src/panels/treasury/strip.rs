//! What the sovereign can have taken from the households of a seat: his own, or an enemy's that was taken.

use egui::Ui;

use crate::orders::{OrderNow, Reign};
use crate::panels::give::give;
use crate::panels::intent::Intent;
use crate::panels::look::Type;
use crate::panels::sight::Sight;
use crate::panels::widgets::{section, text};
use crate::prose::names;
use crate::prose::numbers::goods;
use crate::prose::texts::tr;
use crate::scenario::language::Good;

/// The part of what the households have that is taken at a press.
const PART: i64 = 4;
/// Less than this is not worth an edict.
const WORTH: i64 = 1_000;

/// A sum as an edict would name it: its first two figures, and noughts.
fn round(amount: i64) -> i64 {
    let mut unit = 1;
    while amount / unit >= 100 {
        unit *= 10;
    }
    amount / unit * unit
}

/// The section of one good.
pub(super) fn strip(ui: &mut Ui, see: &Sight<'_>, good: Good, out: &mut Vec<Intent>) {
    let (look, texts, view) = (see.look, see.texts(), see.view());
    if see.is_over() {
        return;
    }
    let seats =
        std::iter::once(view.realm().seat).chain(view.enemies().map(|c| view.other(c).seat));
    let worth: Vec<_> = seats
        .filter(|place| view.holder(*place) == Some(view.court()))
        .filter_map(|place| {
            let amount = round(view.country(place)?.wealth[good as usize] / PART);
            (amount >= WORTH).then_some((place, amount))
        })
        .collect();
    if worth.is_empty() {
        return;
    }
    section(ui, look, &texts.t("treasury-strip-title"), "括");
    text(
        ui,
        Type::Italic,
        look.ink.ink2,
        &texts.t("treasury-strip-note"),
    );
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        for (place, amount) in worth {
            let words = tr!(
                texts,
                "treasury-strip",
                place = names::place(see.book(), place),
                goods = goods(texts, good, amount)
            );
            let order = OrderNow::reign(Reign::Requisition {
                place,
                good,
                amount,
            });
            give(ui, see, &words, order, out);
        }
    });
    ui.add_space(16.0);
}

#[cfg(test)]
mod tests {
    use super::round;

    #[test]
    fn an_edict_names_round_sums() {
        let some: Vec<i64> = [7, 99, 281_887, 6_201_528].map(round).into();
        assert_eq!(some, [7, 99, 280_000, 6_200_000]);
    }
}
