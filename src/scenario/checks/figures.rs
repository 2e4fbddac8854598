//! Numbers: whoever set one says why, and no more men are sent than there are.

use super::{Cx, walk};
use crate::base::ids::{ArmyId, PlaceId};
use crate::diagnostics::{Confidence, span::Span};
use crate::orders::{Order, OrderNow, Reign};
use crate::scenario::found::Found;
use crate::scenario::language::{Effect, Figure, Naming, Written};
use crate::scenario::raw::Name;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    reasons(cx, found);
    let mut look = |span: Span, of: &str, order: &OrderNow| {
        let (army, men) = match order {
            Order::Raid { army, men, .. } | Order::Garrison { army, men } => (*army, *men),
            Order::Reign(reign) => match **reign {
                Reign::Detach { army, men, .. } => (army, men),
                _ => return,
            },
            _ => return,
        };
        more(
            cx,
            found,
            span,
            of,
            men,
            army_has(cx, army),
            &cx.scenario.armies[army.index()].id,
        );
    };
    for (raw, dated) in cx.raw.record.orders.iter().zip(&cx.scenario.record) {
        for order in &dated.orders {
            look(raw.date.span, &format!("an order of {}", dated.date), order);
        }
    }
    for (raw, option) in options(cx) {
        walk::effects(&option.effects, &mut |effect| {
            if let Effect::Order(order) = effect {
                look(raw, &format!("the option `{}`", option.id), order);
            }
        });
    }
    for (raw, option) in options(cx) {
        walk::effects(&option.effects, &mut |effect| {
            if let Effect::OpenGate(place, men) = effect
                && let Some(most) = town_has(cx, *place)
            {
                let name = &cx.scenario.atlas.places[place.index()].id;
                let of = format!("the option `{}`", option.id);
                more(cx, found, raw, &of, *men, most, name);
            }
        });
    }
}

fn options<'c>(cx: &'c Cx<'_>) -> impl Iterator<Item = (Span, &'c crate::scenario::model::Choice)> {
    cx.raw
        .decisions
        .iter()
        .zip(&cx.scenario.decisions)
        .filter(|(raw, _)| cx.whole(&raw.id))
        .flat_map(|(raw, decision)| {
            raw.options
                .iter()
                .map(|option| option.id.span)
                .zip(&decision.options)
        })
}

/// Says so when more men are sent than any source gives.
fn more(cx: &Cx<'_>, found: &mut Found, span: Span, of: &str, men: u32, most: u32, id: &str) {
    if men > most && most > 0 {
        let message = format!(
            "{of} takes {men} men from `{id}`, and the most that is written for it is {most}"
        );
        found.push(
            cx.warning("men-outside-range", span, message)
                .confidence(Confidence::Guess),
        );
    }
}

/// The highest number that is written for an army; none for one that only a division fills.
fn army_has(cx: &Cx<'_>, army: ArmyId) -> u32 {
    highest(&cx.scenario.armies[army.index()].men_figure)
}

/// The highest number that is written for a garrison, and whoever may stand inside besides.
fn town_has(cx: &Cx<'_>, place: PlaceId) -> Option<u32> {
    let garrison = cx.scenario.places[place.index()].garrison_figure.as_ref()?;
    let inside: u32 = cx
        .scenario
        .armies
        .iter()
        .filter(|army| army.at == place)
        .map(|army| highest(&army.men_figure))
        .sum();
    Some(highest(garrison).saturating_add(inside))
}

fn highest<N: Naming>(figure: &Figure<N>) -> u32 {
    match figure {
        Figure::Given(men, _) | Figure::Set(men, _) => *men,
        Figure::Disputed(readings) => readings.iter().map(|r| r.value).max().unwrap_or(0),
    }
}

/// A number that no source gives has its reason.
fn reasons(cx: &Cx<'_>, found: &mut Found) {
    let mut without = |id: &Name, what: String, help: &str| {
        if cx.whole(id) {
            let message = format!("no reason is given for {what}");
            found.push(
                cx.warning("number-without-reason", id.span, message)
                    .help(help),
            );
        }
    };
    let empty = |figure: &Figure<Written>| match figure {
        Figure::Given(..) => false,
        Figure::Set(_, reason) => reason.trim().is_empty(),
        Figure::Disputed(readings) => readings.iter().any(|r| r.says.trim().is_empty()),
    };
    const SAY: &str = "say in a few words where the number comes from";
    for army in cx.raw.setup.armies.iter().filter(|army| empty(&army.men)) {
        without(&army.id, format!("a number of `{}`", army.id.value), SAY);
    }
    for place in &cx.raw.setup.places {
        if place.garrison.as_ref().is_some_and(empty) {
            without(&place.id, format!("a number of `{}`", place.id.value), SAY);
        }
        if place.workshop.is_some_and(|loads| loads > 0) && place.note.trim().is_empty() {
            let what = format!("the workshop at `{}`", place.id.value);
            without(
                &place.id,
                what,
                "say in the place's `note` on whose word it stands there",
            );
        }
    }
    for registers in cx
        .raw
        .setup
        .registers
        .iter()
        .filter(|r| r.note.trim().is_empty())
    {
        let what = format!("the registers of `{}`", registers.circuit.value);
        without(&registers.circuit, what, "say in `note` on whose word");
    }
    for court in cx.raw.courts.iter().filter(|court| court.playable) {
        if court.treasury.iter().any(|(_, amount)| *amount > 0)
            && court.treasury_note.trim().is_empty()
        {
            let what = format!("the treasury of `{}`", court.id.value);
            without(
                &court.id,
                what,
                "say in `treasury_note` how the numbers were come by",
            );
        }
    }
}
