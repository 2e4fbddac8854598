//! A court gives orders to its own: its armies, its posts, its drafts, its towns.

use std::collections::BTreeSet;

use super::{Cx, walk};
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::diagnostics::{Confidence, span::Span};
use crate::orders::{Order, OrderNow};
use crate::scenario::found::Found;
use crate::scenario::language::{Condition, Effect};
use crate::scenario::model::Cond;

/// The army an order speaks to.
fn army_of(order: &OrderNow) -> Option<ArmyId> {
    order.army().copied().or(match order {
        Order::Raise { army } | Order::Command { army, .. } => Some(*army),
        _ => None,
    })
}

/// The town of its own an order needs.
const fn town_of(order: &OrderNow) -> Option<PlaceId> {
    match order {
        Order::Levy { place, .. }
        | Order::Fortify { place }
        | Order::Arm { place }
        | Order::Provision { place }
        | Order::BuildBoats { place }
        | Order::BuildShips { place, .. }
        | Order::Transport { place, .. }
        | Order::FeedPeople { place, .. }
        | Order::BreakDike { place }
        | Order::HandOver { place } => Some(*place),
        _ => None,
    }
}

/// Armies of others that came over to this court, as a condition says: their commander serves it, or a fact says so.
fn came_over(cx: &Cx<'_>, court: CourtId, conditions: &[&Cond]) -> BTreeSet<ArmyId> {
    let mut serve = BTreeSet::new();
    for condition in conditions {
        walk::conditions(condition, &mut |inner| {
            if let Condition::Serves(person, whom) = inner
                && *whom == court
            {
                serve.insert(*person);
            }
        });
    }
    let led = |army: &crate::scenario::model::Army| {
        army.commander.is_some_and(|person| serve.contains(&person))
    };
    cx.scenario
        .armies
        .iter()
        .enumerate()
        .filter(|(_, army)| led(army))
        .map(|(at, _)| ArmyId::of(at))
        .collect()
}

/// Places that this scenario thinks a court may come to hold: some condition speaks of it, or an order marches on it.
fn may_hold(cx: &Cx<'_>) -> BTreeSet<(CourtId, PlaceId)> {
    let mut held = BTreeSet::new();
    let mut note = |condition: &Cond| {
        walk::conditions(condition, &mut |inner| {
            if let Condition::Holds(court, place)
            | Condition::FellTo(place, court)
            | Condition::Besieged(place, court) = inner
            {
                held.insert((*court, *place));
            }
        });
    };
    let scenario = cx.scenario;
    scenario
        .checkpoints
        .iter()
        .for_each(|checkpoint| note(&checkpoint.what));
    scenario
        .endings
        .iter()
        .for_each(|ending| note(&ending.when));
    scenario
        .incidents
        .iter()
        .for_each(|incident| note(&incident.when));
    scenario.armies.iter().for_each(|army| note(&army.needs));
    for decision in &scenario.decisions {
        note(&decision.when);
        decision
            .options
            .iter()
            .for_each(|option| note(&option.needs));
        decision.asides.iter().for_each(|aside| note(&aside.when));
        for voice in &decision.voices {
            note(&voice.when);
            note(&voice.expected);
        }
    }
    for dated in &scenario.record {
        for order in &dated.orders {
            if let Order::Besiege { place, .. }
            | Order::Assault { place, .. }
            | Order::March { to: place, .. } = order
            {
                held.insert((dated.court, *place));
            }
        }
    }
    held
}

/// A place in other hands than the atlas says has a note on why.
fn holders(cx: &Cx<'_>, found: &mut Found) {
    let year = cx.raw.setup.holders_of.value;
    for setup in cx
        .raw
        .setup
        .places
        .iter()
        .filter(|setup| setup.note.trim().is_empty())
    {
        let Some(holder) = &setup.holder else {
            continue;
        };
        let place = cx
            .tables
            .places
            .iter()
            .find(|(_, place)| place.id.value == setup.id.value);
        let atlas = place.and_then(|(_, place)| place.holders.iter().find(|(of, _)| *of == year));
        if let Some((_, atlas)) = atlas.filter(|(_, atlas)| atlas.value != holder.value) {
            let message = format!(
                "`{}` holds `{}` here, and the atlas gives it to `{}` in {year}",
                holder.value, setup.id.value, atlas.value
            );
            found.push(
                cx.warning("holder-unexplained", holder.span, message)
                    .help("say in the place's `note` since when and on whose word"),
            );
        }
    }
}

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    holders(cx, found);
    let may_hold = may_hold(cx);
    let scenario = cx.scenario;
    let mut look = |span: Span, court: CourtId, order: &OrderNow, also: &BTreeSet<ArmyId>| {
        let by = &scenario.courts[court.index()].id;
        let mut not_own = |what: String, whose: CourtId| {
            let message = format!(
                "`{by}` disposes of {what}, which belongs to `{}`",
                scenario.courts[whose.index()].id
            );
            found.push(cx.error("not-its-own", span, message));
        };
        if let Some(army) = army_of(order)
            .filter(|army| !also.contains(army))
            .map(|army| &scenario.armies[army.index()])
            && army.court != court
        {
            not_own(format!("the army `{}`", army.id), army.court);
        }
        if let Order::Appoint { post, .. } = order
            && scenario.posts[post.index()].court != court
        {
            let post = &scenario.posts[post.index()];
            not_own(format!("the post `{}`", post.id), post.court);
        }
        if let Order::Propose { draft } = order
            && scenario.drafts[draft.index()].terms.from != court
        {
            let draft = &scenario.drafts[draft.index()];
            not_own(format!("the draft `{}`", draft.id), draft.terms.from);
        }
        if let Order::Accept { draft } | Order::Refuse { draft } = order
            && scenario.drafts[draft.index()].terms.to != court
        {
            let draft = &scenario.drafts[draft.index()];
            let message = format!(
                "`{by}` answers the draft `{}`, which was put to `{}`",
                draft.id,
                scenario.courts[draft.terms.to.index()].id
            );
            found.push(cx.error("not-its-own", span, message));
        }
        if let Some(place) = town_of(order)
            && scenario.places[place.index()].holder != Some(court)
            && !may_hold.contains(&(court, place))
        {
            let name = &scenario.atlas.places[place.index()].id;
            let message = format!(
                "`{by}` does not hold `{name}` at the start, and nothing here has it come to hold it"
            );
            found.push(
                cx.warning("place-not-held", span, message)
                    .confidence(Confidence::Guess),
            );
        }
    };
    for (raw, decision) in cx
        .raw
        .decisions
        .iter()
        .zip(&scenario.decisions)
        .filter(|(raw, _)| cx.whole(&raw.id))
    {
        for (raw, option) in raw.options.iter().zip(&decision.options) {
            let also = came_over(cx, decision.court, &[&decision.when, &option.needs]);
            walk::effects(&option.effects, &mut |effect| {
                if let Effect::Order(order) = effect {
                    look(raw.id.span, decision.court, order, &also);
                }
            });
        }
    }
    for (raw, dated) in cx.raw.record.orders.iter().zip(&scenario.record) {
        dated
            .orders
            .iter()
            .for_each(|order| look(raw.date.span, dated.court, order, &BTreeSet::new()));
    }
    for (raw, decision) in cx
        .raw
        .decisions
        .iter()
        .zip(&scenario.decisions)
        .filter(|(raw, _)| cx.whole(&raw.id))
    {
        for (raw, option) in raw.options.iter().zip(&decision.options) {
            let also = came_over(cx, decision.court, &[&decision.when, &option.needs]);
            walk::effects(&option.effects, &mut |effect| {
                if let Effect::Spirit(army, _) = effect
                    && !also.contains(army)
                    && scenario.armies[army.index()].court != decision.court
                {
                    let army = &scenario.armies[army.index()];
                    let message = format!(
                        "the option `{}` moves the spirit of `{}`, an army of another court",
                        option.id, army.id
                    );
                    found.push(cx.error("not-its-own", raw.id.span, message));
                }
            });
        }
    }
    for (raw, setup) in cx
        .raw
        .setup
        .armies
        .iter()
        .zip(&scenario.armies)
        .filter(|(raw, army)| cx.whole(&raw.id) && army.stands)
    {
        let holder = scenario.places[setup.at.index()].holder;
        let enemy = holder.filter(|holder| {
            *holder != setup.court && {
                let at_war =
                    |a: CourtId, b: CourtId| scenario.courts[a.index()].at_war_with.contains(&b);
                at_war(*holder, setup.court) || at_war(setup.court, *holder)
            }
        });
        if let Some(enemy) = enemy {
            let (place, court) = (
                &scenario.atlas.places[setup.at.index()].id,
                &scenario.courts[enemy.index()].id,
            );
            let message = format!(
                "the army `{}` stands on the first day in `{place}`, which its enemy `{court}` holds",
                setup.id
            );
            found.push(cx.warning("army-among-enemies", raw.at.span, message));
        }
    }
}
