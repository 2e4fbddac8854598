//! What a council ordered stands: the habits of the same court do not undo it before it is done.

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, PlaceId};
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::scenario::model::Eff;
use crate::view::View;

/// How long an army is thought to be about what it was told, xun.
const LONGEST: u16 = 12;

/// How long an army that was told to stay is left there, xun: until a council of the next month looks again. "Put camps around him and do not fight" was a course
/// for weeks.
const HOLDS: u16 = 3;

/// The armies that are about what a choice of the court told them, and have not come there; and those that were told this month to stay.
pub(super) fn orders(view: &View<'_>) -> Vec<ArmyId> {
    let mut out = Vec::new();
    let since = Turn(view.turn().0.saturating_sub(LONGEST));
    for (decision, matter) in view.own_matters(since) {
        let (Some(closed), Some(option)) = (matter.closed, matter.chose) else {
            continue;
        };
        if let Some(option) = decision.options.get(option.index()) {
            given(view, &option.effects, closed, &mut out);
        }
    }
    out
}

/// Whether an army may still be about what it was told in a turn.
fn is_recent(view: &View<'_>, turn: Turn) -> bool {
    turn.0 + LONGEST >= view.turn().0
}

/// Orders to armies among the effects of a choice of this turn, as far as the armies still follow them.
fn given(view: &View<'_>, effects: &[Eff], turn: Turn, out: &mut Vec<ArmyId>) {
    if turn > view.turn() || !is_recent(view, turn) {
        return;
    }
    for effect in effects {
        match effect {
            Eff::Order(order) => out.extend(stands(view, order, turn)),
            // Which of the two it was shows in where the army goes.
            Eff::Chance(_, one, other) => {
                given(view, one, turn, out);
                given(view, other, turn, out);
            }
            Eff::Later(xun, then) => {
                given(view, then, Turn(turn.0 + u16::from(*xun)), out);
            }
            _ => {}
        }
    }
}

/// The army to which this order was given, if it is still on the way there.
fn stands(view: &View<'_>, order: &OrderNow, turn: Turn) -> Option<ArmyId> {
    let to = |army: ArmyId, place: PlaceId| {
        view.army(army)
            .is_some_and(|a| a.goal == place && a.at != place)
            .then_some(army)
    };
    match *order {
        Order::March { army, to: place }
        | Order::Withdraw { army, to: place }
        | Order::Besiege { army, place }
        | Order::Mask { army, place }
        | Order::Assault { army, place }
        | Order::Relieve { army, place }
        | Order::Waylay { army, place } => to(army, place),
        Order::Hold { army } => (turn.0 + HOLDS > view.turn().0
            && view
                .army(army)
                .is_some_and(|a| a.task == Task::Hold && a.next.is_none()))
        .then_some(army),
        _ => None,
    }
}
