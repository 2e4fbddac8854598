//! What a choice takes armies away from. Its text speaks of where they go; who reads it may have forgotten what they are doing.

use crate::base::ids::{ArmyId, PlaceId};
use crate::events::Task;
use crate::orders::OrderNow;
use crate::prose::names;
use crate::prose::numbers::{join, number};
use crate::prose::texts::{Texts, tr};
use crate::rules::formulas::clients::PROP_MEN;
use crate::scenario::language::Effect;
use crate::scenario::model::Eff;
use crate::view::View;

use super::ways::place_of;

/// Armies of this court that an option's effects take from a siege they lie before, and which.
#[must_use]
pub fn lifted(view: &View<'_>, effects: &[Eff]) -> Vec<(ArmyId, PlaceId)> {
    effects
        .iter()
        .filter_map(|effect| {
            let Effect::Order(order) = effect else {
                return None;
            };
            let own = view.army(*order.army()?)?;
            let stays = place_of(order).is_none_or(|place| place == own.at);
            let besieges = matches!(own.task, Task::Besiege | Task::Assault)
                && view.siege(own.at).is_some_and(|s| s.by == view.court());
            (besieges && !stays).then_some((own.id, own.at))
        })
        .collect()
}

/// The thrones that an army would leave on too few men by going where an order sends it, as sentences.
#[must_use]
pub fn thrones(texts: &Texts, view: &View<'_>, order: &OrderNow) -> Vec<String> {
    let (Some(army), Some(to)) = (order.army(), place_of(order)) else {
        return Vec::new();
    };
    view.forsaken(*army, to)
        .map(|(client, left)| {
            tr!(
                texts,
                "order-forsakes",
                court = names::court(view.book(), client),
                seat = names::place(view.book(), view.other(client).seat),
                left = number(left),
                wanted = number(PROP_MEN)
            )
        })
        .collect()
}

/// The same as a sentence; none where no siege is left.
#[must_use]
pub fn sentence(texts: &Texts, view: &View<'_>, effects: &[Eff]) -> Option<String> {
    let lifted: Vec<String> = lifted(view, effects)
        .into_iter()
        .map(|(army, place)| {
            tr!(
                texts,
                "option-lifts-army",
                army = names::army(texts, view.book(), army),
                place = names::place(view.book(), place)
            )
        })
        .collect();
    (!lifted.is_empty()).then(|| tr!(texts, "option-lifts", armies = join(texts, &lifted)))
}
