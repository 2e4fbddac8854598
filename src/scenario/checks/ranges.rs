//! Numbers that have a scale lie on it.

use super::Cx;
use crate::diagnostics::span::Span;
use crate::scenario::found::Found;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    circuits(cx, found);
    let mut on_scale = |span: Span, what: String, value: i64, least: i64, most: i64| {
        if !(least..=most).contains(&value) {
            let message = format!("{what} is {value}, and its scale runs from {least} to {most}");
            found.push(cx.error("off-the-scale", span, message));
        }
    };
    for court in &cx.raw.courts {
        on_scale(
            court.id.span,
            format!("the legitimacy of `{}`", court.id.value),
            court.legitimacy.into(),
            0,
            100,
        );
        on_scale(
            court.id.span,
            format!("the lean of `{}`", court.id.value),
            court.lean.into(),
            -100,
            100,
        );
        for (good, amount) in &court.treasury {
            on_scale(
                court.id.span,
                format!("the store of {good:?} of `{}`", court.id.value),
                *amount,
                0,
                1_000_000_000_000,
            );
        }
    }
    for decision in &cx.raw.decisions {
        if let Some(again) = decision.again {
            let id = &decision.id;
            let what = format!("after how many xun `{}` may be laid again", id.value);
            on_scale(id.span, what, again.into(), 1, 3600);
        }
    }
    for place in &cx.raw.setup.places {
        let of = |what: &str| format!("the {what} of `{}`", place.id.value);
        for (what, value) in [
            ("quality", place.quality),
            ("morale", place.morale),
            ("unrest", place.unrest),
        ] {
            on_scale(place.id.span, of(what), value.unwrap_or(0).into(), 0, 100);
        }
        on_scale(
            place.id.span,
            of("stores"),
            place.stores_xun.unwrap_or(0).into(),
            0,
            400,
        );
        on_scale(place.id.span, of("depot"), place.depot, 0, 50_000_000);
        on_scale(
            place.id.span,
            of("workshop"),
            place.workshop.unwrap_or(0).into(),
            0,
            1_000,
        );
    }
    for registers in &cx.raw.setup.registers {
        on_scale(
            registers.circuit.span,
            format!("the registers of `{}`", registers.circuit.value),
            registers.percent.into(),
            10,
            1_000,
        );
    }
    for army in &cx.raw.setup.armies {
        let of = |what: &str| format!("the {what} of `{}`", army.id.value);
        for (what, value) in [
            ("share of horse", army.horse_percent),
            ("quality", army.quality),
            ("morale", army.morale),
            ("skill in sieges", army.engines),
            ("share of marines", army.marines),
            ("attachment", army.attachment),
        ] {
            on_scale(army.id.span, of(what), value.into(), 0, 100);
        }
        on_scale(army.id.span, of("food"), army.food_xun.into(), 0, 100);
    }
    for person in &cx.raw.setup.people {
        on_scale(
            person.id.span,
            format!("the loyalty of `{}`", person.id.value),
            person.loyalty.unwrap_or(0).into(),
            0,
            100,
        );
        on_scale(
            person.id.span,
            format!("the stance of `{}`", person.id.value),
            person.stance.unwrap_or(0).into(),
            -100,
            100,
        );
    }
    for court in &cx.raw.courts {
        for (good, amount) in &court.outlay {
            if *amount < 0 {
                on_scale(
                    court.id.span,
                    format!("the outlay of `{}` in {good:?}", court.id.value),
                    *amount,
                    0,
                    i64::MAX,
                );
            }
        }
    }
    for checkpoint in &cx.raw.record.checkpoints {
        on_scale(
            checkpoint.id.span,
            format!("the weight of `{}`", checkpoint.id.value),
            checkpoint.weight.into(),
            1,
            5,
        );
    }
    for trial in &cx.raw.tests {
        on_scale(
            trial.id.span,
            format!("`at_least` of the test `{}`", trial.id.value),
            trial.at_least.into(),
            1,
            100,
        );
    }
    for option in cx
        .raw
        .decisions
        .iter()
        .flat_map(|decision| &decision.options)
    {
        on_scale(
            option.id.span,
            format!("the temper of `{}`", option.id.value),
            option.temper.into(),
            -2,
            2,
        );
        for (good, amount) in &option.cost {
            on_scale(
                option.id.span,
                format!("the cost in {good:?} of `{}`", option.id.value),
                *amount,
                0,
                1_000_000_000_000,
            );
        }
    }
}

/// Registers are kept by circuits that the atlas knows.
fn circuits(cx: &Cx<'_>, found: &mut Found) {
    let places = &cx.scenario.atlas.places;
    for registers in &cx.raw.setup.registers {
        let name = &registers.circuit;
        if !places.iter().any(|p| p.circuit == name.value) {
            let message = format!("no place of the atlas lies in the circuit `{}`", name.value);
            found.push(cx.error("unknown-circuit", name.span, message));
        }
    }
}
