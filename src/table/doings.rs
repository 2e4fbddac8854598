//! What a choice or an order did at once: what was paid, who was called up, which numbers moved.

use std::collections::BTreeMap;

use super::session::{Done, Session};
use crate::base::ids::CourtId;
use crate::engine::Ask;
use crate::events::{Event, MenAccount, Stat};
use crate::orders::Order;
use crate::prose::numbers::{GOODS, goods_list, join, lean_in_words, number};
use crate::prose::texts::tr;
use crate::prose::{events, names, orders};
use crate::view::View;

/// What a choice or order did at once.
#[must_use]
pub fn doings(session: &Session, court: CourtId, ask: &Ask, done: &Done) -> Vec<String> {
    let (texts, view) = (session.texts(), session.view(court));
    let mut out = Vec::new();
    let realm = view.realm();
    let (mut paid, mut got) = (Vec::new(), Vec::new());
    for (i, what) in GOODS.into_iter().enumerate() {
        let by = realm.treasury[i] - done.treasury[i];
        if by < 0 {
            paid.push((what, -by));
        } else if by > 0 {
            got.push((what, by));
        }
    }
    if !paid.is_empty() {
        out.push(tr!(texts, "done-paid", goods = goods_list(texts, &paid)));
    }
    if !got.is_empty() {
        out.push(tr!(texts, "done-got", goods = goods_list(texts, &got)));
    }
    if realm.legitimacy != done.legitimacy {
        out.push(tr!(
            texts,
            "done-legitimacy",
            from = done.legitimacy,
            to = realm.legitimacy
        ));
    }
    if realm.lean != done.lean {
        out.push(lean_in_words(texts, realm.lean));
    }
    // Where an option sends armies, which shows only when they get there; of an order one knows what one ordered.
    if matches!(ask, Ask::Choose { .. }) {
        let ordered = done.events.iter().filter_map(|event| match event {
            Event::Ordered { court: by, order }
                if *by == court
                    && (order.army().is_some()
                        || matches!(order, Order::Provision { .. } | Order::Fortify { .. })) =>
            {
                Some(orders::order(texts, &view, order))
            }
            _ => None,
        });
        let ordered: Vec<String> = ordered.collect();
        if !ordered.is_empty() {
            let orders = join(texts, &ordered);
            out.push(tr!(texts, "done-with-orders", orders = orders));
        }
    }
    let told: Vec<&Event> = done
        .events
        .iter()
        .filter(|e| {
            !matches!(
                e,
                Event::Chose { .. } | Event::Ordered { .. } | Event::Reported { .. }
            )
        })
        .collect();
    for telling in events::tellings(texts, &view, &told) {
        out.push(telling.text);
    }
    let mut moved: BTreeMap<Stat, i32> = BTreeMap::new();
    for event in &done.events {
        if let Event::Men {
            from: from @ (MenAccount::Home | MenAccount::Army(_)),
            to,
            men,
        } = event
        {
            let key = if *from == MenAccount::Home {
                "done-men"
            } else {
                "done-left"
            };
            let to = match to {
                MenAccount::Garrison(at) => names::place(view.book(), *at),
                MenAccount::Army(id) => names::army(texts, view.book(), *id),
                _ => continue,
            };
            out.push(tr!(texts, key, men = number(*men), to = to));
        }
        if let Event::Stat {
            stat:
                stat @ (Stat::Loyalty(_)
                | Stat::Morale(_)
                | Stat::Spirit(_)
                | Stat::Unrest(_)
                | Stat::Walls(_)),
            by,
            ..
        } = event
            && is_known(&view, *stat)
        {
            *moved.entry(*stat).or_default() += by;
        }
    }
    // Numbers of one kind that moved alike share a line.
    let mut alike: Vec<(Vec<Stat>, i32)> = Vec::new();
    for (stat, by) in moved.into_iter().filter(|(_, by)| *by != 0) {
        match alike.iter_mut().find(|(stats, b)| {
            *b == by && std::mem::discriminant(&stats[0]) == std::mem::discriminant(&stat)
        }) {
            Some((stats, _)) => stats.push(stat),
            None => alike.push((vec![stat], by)),
        }
    }
    for (stats, by) in alike {
        out.push(tr!(
            texts,
            "done-moved",
            name = events::stats(texts, &view, &stats),
            by = crate::prose::numbers::signed(by)
        ));
    }
    if let Ask::Order(order) = ask {
        out.extend(super::war::outlook(texts, &view, order));
        out.extend(super::lifts::thrones(texts, &view, order));
    }
    if let Ask::Order(
        Order::March { army, to }
        | Order::Withdraw { army, to }
        | Order::Relieve { army, place: to }
        | Order::Waylay { army, place: to }
        | Order::Besiege { army, place: to }
        | Order::Mask { army, place: to }
        | Order::Assault { army, place: to },
    ) = ask
        && let Some(own) = view.army(*army).filter(|own| own.at != *to)
    {
        let foreseen = view.route(*army, *to);
        let km = foreseen.as_ref().map_or_else(
            || view.book().atlas.km(own.at, *to),
            |foreseen| view.km_to(&own, *to, foreseen),
        );
        out.push(tr!(texts, "done-way", km = number(km)));
        if let Some(at) = foreseen.and_then(|foreseen| view.exposed(&foreseen)) {
            out.push(tr!(
                texts,
                "map-march-exposed",
                from = crate::prose::names::place(view.book(), at.from),
                to = crate::prose::names::place(view.book(), at.to),
                n = at.share
            ));
        }
    }
    out
}

/// Whether the court may know this number.
fn is_known(view: &View<'_>, stat: Stat) -> bool {
    match stat {
        Stat::Loyalty(who) => view.figure(who).court == Some(view.court()),
        Stat::Morale(at) | Stat::Unrest(at) | Stat::Walls(at) => view.town(at).is_some(),
        Stat::Spirit(id) => view.army(id).is_some(),
        _ => false,
    }
}
