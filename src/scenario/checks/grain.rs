//! Grain that an option sends somewhere comes out of what the option costs: an order given in council is not charged for itself, and what nobody
//! pays for would be made of nothing.

use super::{Cx, walk};
use crate::orders::Order;
use crate::scenario::found::Found;
use crate::scenario::language::{Effect, Good};

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    let options = cx.raw.decisions.iter().flat_map(|d| &d.options);
    for option in options {
        let mut sent = 0;
        walk::effects(&option.effects, &mut |effect| {
            if let Effect::Order(Order::Transport { shi, .. } | Order::FeedPeople { shi, .. }) =
                effect
            {
                sent += i64::from(*shi);
            }
        });
        let paid: i64 = option
            .cost
            .iter()
            .filter(|(good, _)| *good == Good::Grain)
            .map(|(_, amount)| *amount)
            .sum();
        if sent > paid {
            let id = &option.id;
            let message = format!(
                "`{}` sends {sent} shi of grain and costs {paid}: the rest would be made of nothing",
                id.value
            );
            found.push(
                cx.warning("grain-from-nothing", id.span, message)
                    .help(format!("let its `cost` have `(Grain, {sent})` in it, or more for what is eaten on the road")),
            );
        }
    }
}
