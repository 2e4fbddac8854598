//! What orders cost: edicts, money, grain.

use super::{bands, fleet};
use crate::orders::{OrderNow, Reign};
use crate::scenario::language::Good;

/// Bounty and journey for a man called up with his levy, strings in tenths; his pay is counted with the others'. Keeping the levies of 1126 for the
/// winter was put at two to three million strings for 200,000 men.
const RAISE_TENTHS: i64 = 25;
/// The same for a man levied in town, who brings nothing.
const LEVY_TENTHS: i64 = 40;
/// A season's work on a prefecture's walls.
const FORTIFY: i64 = 60_000;
/// Grain for two xun of a middling garrison, bought and carted.
const PROVISION_SHI: i64 = 30_000;
/// Carts and guards for a train of powder, strings: a tenth of what boats cost; a judgement.
const CARTS: i64 = 2_000;
/// Boats or a bridge.
const BOATS: i64 = 20_000;
/// Silver, silk and a house for one who is honoured: Han Shizhong was given ten thousand taels at a time.
const HONOUR: i64 = 20_000;
/// Carts, guards and new quarters for a court on the move.
const MOVE_COURT: i64 = 300_000;

/// What an order costs: edicts, and goods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Edicts.
    pub edicts: i32,
    /// Goods.
    pub goods: Vec<(Good, i64)>,
}

/// The cost of an order. `levy_men` is how many men the named levy would bring; `wheelwrights` whether the court builds paddle-wheel boats.
#[must_use]
pub fn of(order: &OrderNow, levy_men: u32, wheelwrights: bool) -> Cost {
    let cash = |amount| vec![(Good::Cash, amount)];
    let (edicts, goods) = match order {
        OrderNow::Hold { .. }
        | OrderNow::Garrison { .. }
        | OrderNow::HandOver { .. }
        | OrderNow::Embark { .. }
        | OrderNow::Moor { .. } => (0, vec![]),
        OrderNow::Raise { .. } => (1, cash(i64::from(levy_men) * RAISE_TENTHS / 10)),
        OrderNow::Levy { men, .. } => (1, cash(i64::from(*men) * LEVY_TENTHS / 10)),
        OrderNow::Fortify { .. } => (1, cash(FORTIFY)),
        OrderNow::Arm { .. } => (1, cash(CARTS)),
        OrderNow::Provision { .. } => (1, vec![(Good::Grain, PROVISION_SHI)]),
        OrderNow::BuildShips { boats, .. } => (1, cash(fleet::cost(*boats, wheelwrights))),
        OrderNow::Transport { shi, .. } => (1, vec![(Good::Grain, i64::from(*shi))]),
        OrderNow::Rouse { .. } => (1, cash(bands::ROUSE_CASH)),
        OrderNow::BuildBoats { .. } => (1, cash(BOATS)),
        OrderNow::MoveCourt { .. } => (2, cash(MOVE_COURT)),
        OrderNow::Reign(reign) => match **reign {
            Reign::Answer { .. } | Reign::Enthrone { .. } => (0, vec![]),
            Reign::Honour { .. } => (1, vec![(Good::Silver, HONOUR)]),
            Reign::Requisition { .. }
            | Reign::Arrest { .. }
            | Reign::NameHeir { .. }
            | Reign::Surety { .. }
            | Reign::Seize { .. }
            | Reign::Dissolve { .. }
            | Reign::Grant { .. }
            | Reign::Detach { .. } => (1, vec![]),
            Reign::CarryOff { .. } => (2, vec![]),
        },
        OrderNow::FeedPeople { shi, .. } => (1, vec![(Good::Grain, i64::from(*shi))]),
        _ => (1, vec![]),
    };
    Cost { edicts, goods }
}
