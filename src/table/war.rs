//! Why an army weighs what it weighs, and why a town may open its gates: the parts of the sums that the rules make.

use super::moves::Told;
use crate::base::ids::{ArmyId, PlaceId};
use crate::events::Task;
use crate::orders::{Order, OrderNow};
use crate::prose::numbers::{about, number, signed};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, names, war};
use crate::view::View;

/// A place: its ground, what powder lies there, and what presses on it if it is besieged and one's own.
pub(super) fn place(texts: &Texts, view: &View<'_>, at: PlaceId, out: &mut Vec<Told>) {
    let name = names::place(view.book(), at);
    let mut line = |text: String| out.push(Told::Line(text));
    line(tr!(
        texts,
        "why-place-ground",
        place = name.as_str(),
        ground = war::ground(texts, view, at)
    ));
    if let Some(town) = view.town(at) {
        line(war::stock(texts, town.powder));
        if let Some((_, month)) = view.workshops().into_iter().find(|(p, _)| *p == at) {
            line(tr!(texts, "why-place-workshop", n = month));
        }
    }
    for words in midstream(texts, view, at) {
        line(words);
    }
    if let Some(words) = crate::prose::places::homes(texts, view, at) {
        line(words);
        line(texts.t("why-homes"));
    }
    if view.siege(at).is_none() {
        line(texts.t("why-place-open"));
        return;
    }
    if view.kept_open(at) {
        line(texts.t("why-place-water"));
    }
    if let Some(weight) = view.defence(at) {
        line(tr!(texts, "why-place-walls", n = number(weight)));
    }
    let Some((chance, parts)) = view.despair(at) else {
        line(texts.t("why-place-not-known"));
        return;
    };
    line(tr!(texts, "why-place-despair", n = chance));
    out.extend(parts.into_iter().map(|(part, by)| Told::Sum {
        reason: capital(&war::part(texts, part)),
        by: signed(by),
    }));
    out.push(Told::Line(texts.t("why-place-does")));
}

/// What becomes of an army that is struck half across, by each crossing at a place.
fn midstream<'a>(
    texts: &'a Texts,
    view: &'a View<'_>,
    at: PlaceId,
) -> impl Iterator<Item = String> + 'a {
    view.midstream(at).map(move |(to, share)| {
        tr!(
            texts,
            "why-midstream",
            from = names::place(view.book(), at),
            to = names::place(view.book(), to),
            n = share
        )
    })
}

/// An army of one's own: its men and what they are multiplied by where it stands.
pub(super) fn army(texts: &Texts, view: &View<'_>, id: ArmyId, out: &mut Vec<Told>) {
    let name = names::army(texts, view.book(), id);
    let (Some(own), Some((factors, weight))) = (view.army(id), view.factors(id)) else {
        out.push(Told::Line(tr!(texts, "why-unknown", name = name)));
        return;
    };
    out.push(Told::Line(tr!(
        texts,
        "why-army-head",
        army = name.as_str(),
        men = number(own.men),
        weight = number(weight),
        ground = war::ground(texts, view, own.at)
    )));
    if own.task == Task::Waylay {
        out.extend(midstream(texts, view, own.goal).map(Told::Line));
        out.push(Told::Line(texts.t("why-waylay")));
    }
    out.extend(
        factors
            .into_iter()
            .filter(|(_, percent)| *percent != 100)
            .map(|(factor, percent)| Told::Sum {
                reason: capital(&war::factor(texts, factor)),
                by: tr!(texts, "why-army-times", n = percent),
            }),
    );
    out.push(Told::Line(tr!(
        texts,
        "why-army-meant",
        meant = number(own.meant),
        lacks = number(own.meant.saturating_sub(own.men))
    )));
    out.push(Told::Line(war::stock(texts, own.powder)));
    out.push(Told::Line(texts.t("why-army-does")));
}

/// How a storm or a siege of a place by an army, or a fight with those who lie before it, looks by what the court knows: men against men, walls, works and engines,
/// ground and camps, food; and what it would come to. None for an order that is about none of them.
#[must_use]
pub fn outlook(texts: &Texts, view: &View<'_>, order: &OrderNow) -> Option<String> {
    let (army, at, storms) = match *order {
        Order::Relieve { army, place } => return encounter(texts, view, army, place),
        Order::Assault { army, place } => (army, place, true),
        Order::Besiege { army, place } => (army, place, false),
        _ => return None,
    };
    let looks = view.outlook(army, at)?;
    let head = tr!(
        texts,
        if looks.scouted {
            "outlook-scouted"
        } else {
            "outlook-guessed"
        },
        place = names::place(view.book(), at),
        men = about(looks.men),
        within = about(looks.within),
        walls = looks.walls
    );
    let means = tr!(
        texts,
        if looks.works > 0 || looks.engines > 0 {
            "outlook-means"
        } else {
            "outlook-ladders"
        },
        engines = looks.engines,
        works = looks.works,
        xun = i64::from(looks.food / 10)
    );
    let comes = if storms {
        texts.t(outcome(looks.percent))
    } else {
        let key = if looks.men >= looks.ring {
            "outlook-ring"
        } else {
            "outlook-no-ring"
        };
        tr!(texts, key, n = number(looks.ring))
    };
    Some(format!("{head} {means} {comes}"))
}

/// How a fight in the open for a besieged town looks, by what the court knows.
fn encounter(texts: &Texts, view: &View<'_>, army: ArmyId, at: PlaceId) -> Option<String> {
    let looks = view.encounter(army, at)?;
    let place = names::place(view.book(), at);
    let Some(percent) = looks.percent else {
        return Some(tr!(texts, "outlook-relief-unseen", place = place));
    };
    let mut said = vec![tr!(
        texts,
        "outlook-relief",
        place = place.as_str(),
        men = about(looks.men),
        against = about(looks.against),
        ground = war::ground(texts, view, at)
    )];
    if looks.dug_in > 0 {
        said.push(tr!(texts, "outlook-relief-camp", xun = looks.dug_in));
    }
    if looks.sally > 0 {
        said.push(tr!(
            texts,
            "outlook-relief-sally",
            n = about_weight(looks.sally)
        ));
    }
    if looks.stay > 0 {
        said.push(tr!(texts, "outlook-relief-stay", n = about(looks.stay)));
    }
    said.push(texts.t(meeting(percent)));
    Some(said.join(" "))
}

/// A weight in round figures.
fn about_weight(weight: i64) -> String {
    about(u32::try_from(weight).unwrap_or(u32::MAX))
}

/// What a fight in the open would come to of a side that weighs so much beside the other, in a hundred. Fortune moves either side by up to 28 in a hundred.
const fn meeting(percent: i64) -> &'static str {
    match percent {
        ..56 => "outlook-relief-hopeless",
        56..88 => "outlook-relief-unlikely",
        88..114 => "outlook-relief-even",
        114..178 => "outlook-relief-likely",
        _ => "outlook-relief-sure",
    }
}

/// What a storm would come to that weighs so much beside the defence, in a hundred. Fortune moves either side by up to a fifth.
const fn outcome(percent: i64) -> &'static str {
    match percent {
        ..50 => "outlook-hopeless",
        50..85 => "outlook-dear",
        85..120 => "outlook-even",
        120..170 => "outlook-likely",
        _ => "outlook-sure",
    }
}
