//! The kinds of order: in which group each stands, under which letter, what it does, what it names, and whether any of its kind
//! could be given now.

use egui::Key;

use super::candidates;
use crate::base::ids::{ArmyId, DraftId, PersonId, PlaceId, PostId};
use crate::orders::{OrderNow, Proclamation};
use crate::panels::desk::{Aim, OrderKind, order_of};
use crate::prose::numbers::edicts;
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, orders};
use crate::rules::check::Refusal;
use crate::table::ways::Part;
use crate::view::View;

/// A group of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Armies,
    Towns,
    People,
    Court,
    Envoys,
}

impl Group {
    /// All of them, in the order of their digits.
    pub(super) const ALL: [Self; 5] = [
        Self::Armies,
        Self::Towns,
        Self::People,
        Self::Court,
        Self::Envoys,
    ];
    /// The digit that opens it.
    pub(super) const fn key(self) -> Key {
        match self {
            Self::Armies => Key::Num1,
            Self::Towns => Key::Num2,
            Self::People => Key::Num3,
            Self::Court => Key::Num4,
            Self::Envoys => Key::Num5,
        }
    }
    /// Its name.
    pub(super) fn title(self, texts: &Texts) -> String {
        texts.t(match self {
            Self::Armies => "orders-group-armies",
            Self::Towns => "orders-group-towns",
            Self::People => "orders-group-people",
            Self::Court => "orders-group-court",
            Self::Envoys => "orders-group-envoys",
        })
    }
    /// Its kinds, each with its letter: none that a panel, the menu or a key of the turn has, so that those mean the same here as
    /// everywhere.
    pub(super) const fn kinds(self) -> &'static [(Key, OrderKind)] {
        match self {
            Self::Armies => &[
                (Key::A, OrderKind::March),
                (Key::B, OrderKind::Besiege),
                (Key::W, OrderKind::Mask),
                (Key::S, OrderKind::Assault),
                (Key::V, OrderKind::Relieve),
                (Key::I, OrderKind::Raid),
                (Key::K, OrderKind::Waylay),
                (Key::F, OrderKind::Withdraw),
                (Key::Q, OrderKind::Hold),
                (Key::G, OrderKind::Garrison),
                (Key::D, OrderKind::Disband),
                (Key::L, OrderKind::Raise),
                (Key::J, OrderKind::Embark),
                (Key::U, OrderKind::Moor),
            ],
            Self::Towns => &[
                (Key::L, OrderKind::Levy),
                (Key::F, OrderKind::Fortify),
                (Key::A, OrderKind::Arm),
                (Key::V, OrderKind::Provision),
                (Key::B, OrderKind::BuildBoats),
                (Key::S, OrderKind::BuildShips),
                (Key::W, OrderKind::Transport),
                (Key::G, OrderKind::FeedPeople),
                (Key::U, OrderKind::HandOver),
                (Key::D, OrderKind::BreakDike),
            ],
            Self::People => &[
                (Key::A, OrderKind::Appoint),
                (Key::G, OrderKind::Command),
                (Key::D, OrderKind::Dismiss),
                (Key::B, OrderKind::Recall),
                (Key::S, OrderKind::Rouse),
            ],
            Self::Court => &[
                (Key::A, OrderKind::Proclaim),
                (Key::D, OrderKind::PayDue),
                (Key::V, OrderKind::MoveCourt),
            ],
            Self::Envoys => &[
                (Key::S, OrderKind::Propose),
                (Key::A, OrderKind::Accept),
                (Key::F, OrderKind::Refuse),
            ],
        }
    }
}

/// The letter of a kind of order: the same in the tray, on the map's cards and on a person's page.
pub(super) fn letter(kind: OrderKind) -> Option<Key> {
    let mut all = Group::ALL.iter().flat_map(|group| group.kinds());
    all.find(|(_, of)| *of == kind).map(|(key, _)| *key)
}

/// What an order of this kind must name, in the order in which it is asked for.
pub(super) const fn parts(kind: OrderKind) -> &'static [Part] {
    match kind {
        OrderKind::March
        | OrderKind::Besiege
        | OrderKind::Mask
        | OrderKind::Assault
        | OrderKind::Relieve
        | OrderKind::Waylay
        | OrderKind::Withdraw => &[Part::Army, Part::Place],
        OrderKind::Raid => &[Part::Army, Part::Place, Part::Amount],
        OrderKind::Hold
        | OrderKind::Disband
        | OrderKind::Raise
        | OrderKind::Embark
        | OrderKind::Moor => &[Part::Army],
        OrderKind::Rouse => &[Part::Place, Part::Person],
        OrderKind::Garrison => &[Part::Army, Part::Amount],
        OrderKind::Levy | OrderKind::FeedPeople | OrderKind::BuildShips | OrderKind::Transport => {
            &[Part::Place, Part::Amount]
        }
        OrderKind::Fortify
        | OrderKind::Arm
        | OrderKind::Provision
        | OrderKind::BuildBoats
        | OrderKind::MoveCourt
        | OrderKind::HandOver
        | OrderKind::BreakDike => &[Part::Place],
        OrderKind::Appoint => &[Part::Person, Part::Post],
        OrderKind::Command => &[Part::Army, Part::Person],
        OrderKind::Dismiss | OrderKind::Recall => &[Part::Person],
        OrderKind::PayDue | OrderKind::Propose | OrderKind::Accept | OrderKind::Refuse => {
            &[Part::Draft]
        }
        OrderKind::Proclaim => &[Part::What],
    }
}

/// Whether an aim names this part.
pub(super) const fn names(aim: &Aim, part: Part) -> bool {
    match part {
        Part::Army => aim.army.is_some(),
        Part::Place => aim.place.is_some(),
        Part::Person => aim.person.is_some(),
        Part::Post => aim.post.is_some(),
        Part::Draft => aim.draft.is_some(),
        Part::Amount => aim.amount > 0,
        Part::What => aim.what.is_some(),
    }
}

/// The aim without this part.
pub(super) fn without(mut aim: Aim, part: Part) -> Aim {
    match part {
        Part::Army => aim.army = None,
        Part::Place => aim.place = None,
        Part::Person => aim.person = None,
        Part::Post => aim.post = None,
        Part::Draft => aim.draft = None,
        Part::Amount => aim.amount = 0,
        Part::What => aim.what = None,
    }
    aim
}

/// What the kind is called, as an order.
pub(super) fn title(texts: &Texts, kind: OrderKind) -> String {
    texts.t(match kind {
        OrderKind::March => "orders-kind-march",
        OrderKind::Besiege => "orders-kind-besiege",
        OrderKind::Mask => "orders-kind-mask",
        OrderKind::Assault => "orders-kind-assault",
        OrderKind::Relieve => "orders-kind-relieve",
        OrderKind::Raid => "orders-kind-raid",
        OrderKind::Waylay => "orders-kind-waylay",
        OrderKind::Withdraw => "orders-kind-withdraw",
        OrderKind::Hold => "orders-kind-hold",
        OrderKind::Garrison => "orders-kind-garrison",
        OrderKind::Disband => "orders-kind-disband",
        OrderKind::Raise => "orders-kind-raise",
        OrderKind::Levy => "orders-kind-levy",
        OrderKind::Fortify => "orders-kind-fortify",
        OrderKind::Arm => "orders-kind-arm",
        OrderKind::Provision => "orders-kind-provision",
        OrderKind::BuildBoats => "orders-kind-boats",
        OrderKind::BuildShips => "orders-kind-ships",
        OrderKind::Embark => "orders-kind-embark",
        OrderKind::Moor => "orders-kind-moor",
        OrderKind::Transport => "orders-kind-transport",
        OrderKind::Rouse => "orders-kind-rouse",
        OrderKind::Appoint => "orders-kind-appoint",
        OrderKind::Command => "orders-kind-command",
        OrderKind::Dismiss => "orders-kind-dismiss",
        OrderKind::Recall => "orders-kind-recall",
        OrderKind::MoveCourt => "orders-kind-move",
        OrderKind::PayDue => "orders-kind-pay",
        OrderKind::HandOver => "orders-kind-hand",
        OrderKind::FeedPeople => "orders-kind-feed",
        OrderKind::Propose => "orders-kind-propose",
        OrderKind::Accept => "orders-kind-accept",
        OrderKind::Refuse => "orders-kind-refuse",
        OrderKind::Proclaim => "orders-kind-proclaim",
        OrderKind::BreakDike => "orders-kind-dike",
    })
}

/// What an order of the kind does.
pub(super) fn does(texts: &Texts, kind: OrderKind) -> String {
    texts.t(match kind {
        OrderKind::March => "does-march",
        OrderKind::Besiege => "does-besiege",
        OrderKind::Mask => "does-mask",
        OrderKind::Assault => "does-assault",
        OrderKind::Relieve => "does-relieve",
        OrderKind::Raid => "does-raid",
        OrderKind::Waylay => "does-waylay",
        OrderKind::Withdraw => "does-withdraw",
        OrderKind::Hold => "does-hold",
        OrderKind::Garrison => "does-garrison",
        OrderKind::Disband => "does-disband",
        OrderKind::Raise => "orders-does-raise",
        OrderKind::Levy => "does-levy",
        OrderKind::Fortify => "does-fortify",
        OrderKind::Arm => "does-arm",
        OrderKind::Provision => "does-provision",
        OrderKind::BuildBoats => "does-build",
        OrderKind::BuildShips => "does-ships",
        OrderKind::Embark => "does-embark",
        OrderKind::Moor => "does-moor",
        OrderKind::Transport => "does-transport",
        OrderKind::Rouse => "does-rouse",
        OrderKind::Appoint => "does-appoint",
        OrderKind::Command => "does-give",
        OrderKind::Dismiss => "does-dismiss",
        OrderKind::Recall => "does-recall",
        OrderKind::MoveCourt => "does-move",
        OrderKind::PayDue => "does-pay",
        OrderKind::HandOver => "does-hand",
        OrderKind::FeedPeople => "does-feed",
        OrderKind::Propose => "does-propose",
        OrderKind::Accept => "orders-does-accept",
        OrderKind::Refuse => "orders-does-refuse",
        OrderKind::Proclaim => "does-proclaim",
        OrderKind::BreakDike => "does-break",
    })
}

/// What an order of the kind costs, as far as that can be said before it names anything.
pub(super) fn cost(texts: &Texts, view: &View<'_>, kind: OrderKind) -> String {
    let sample = Aim {
        army: Some(ArmyId(0)),
        place: Some(PlaceId(0)),
        person: Some(PersonId(0)),
        post: Some(PostId(0)),
        draft: Some(DraftId(0)),
        amount: 1000,
        what: Some(Proclamation::Amnesty),
        ..Aim::new(kind)
    };
    let Some(order) = order_of(&sample) else {
        return String::new();
    };
    let cost = view.cost(&order);
    match kind {
        OrderKind::Raise => tr!(
            texts,
            "orders-cost-raise",
            edicts = edicts(texts, cost.edicts)
        ),
        OrderKind::Levy | OrderKind::FeedPeople | OrderKind::BuildShips | OrderKind::Transport => {
            tr!(
                texts,
                "orders-cost-each",
                cost = capital(&orders::cost(texts, &cost))
            )
        }
        _ => tr!(texts, "orders-cost", cost = orders::cost(texts, &cost)),
    }
}

/// Why no order of this kind can be given now, if none can. `start` is what the order would begin with.
pub(super) fn closed(texts: &Texts, view: &View<'_>, start: &Aim) -> Option<String> {
    if view.is_over() {
        return Some(texts.t("refusal-over"));
    }
    if let Some(none) = nothing(texts, view, start) {
        return Some(none);
    }
    let sample = candidates::sample(view, start)?;
    if view.cost(&sample).edicts > view.realm().edicts {
        return Some(texts.t("orders-none-edicts"));
    }
    match view.may_order(&sample).err()? {
        why @ Refusal::TooPoor { .. } => {
            crate::prose::refusal(texts, view, &why).into_iter().next()
        }
        _ => None,
    }
}

/// Why there is nobody and nothing that an order of this kind could name.
fn nothing(texts: &Texts, view: &View<'_>, start: &Aim) -> Option<String> {
    let none = |empty: bool, key: &str| empty.then(|| texts.t(key));
    let kind = start.kind;
    if parts(kind).contains(&Part::Army) && kind != OrderKind::Raise {
        let empty = view.armies().next().is_none();
        if empty {
            return Some(texts.t("orders-none-armies"));
        }
    }
    if let Some(army) = start.army
        && matches!(
            kind,
            OrderKind::Hold
                | OrderKind::Garrison
                | OrderKind::Disband
                | OrderKind::Embark
                | OrderKind::Moor
        )
    {
        // The army is named: what it cannot do is said of it.
        let order = order_of(&Aim {
            army: Some(army),
            amount: 1,
            ..Aim::new(kind)
        })?;
        let why = view.may_order(&order).err()?;
        let ask = crate::engine::Ask::Order(order);
        return crate::prose::refusals::refusal_of(texts, view, &ask, &why)
            .into_iter()
            .next();
    }
    match kind {
        OrderKind::Besiege | OrderKind::Mask | OrderKind::Assault => none(
            candidates::places(view, start).is_empty(),
            "orders-none-enemy",
        ),
        OrderKind::Relieve => none(
            candidates::places(view, start).is_empty(),
            "orders-none-besieged",
        ),
        OrderKind::Raid => none(
            candidates::places(view, start).is_empty(),
            "orders-none-camp",
        ),
        OrderKind::Waylay => none(
            candidates::places(view, start).is_empty(),
            "orders-none-river",
        ),
        OrderKind::Hold => none(
            candidates::armies(view, start).is_empty(),
            "orders-none-moving",
        ),
        OrderKind::Garrison => none(
            candidates::armies(view, start).is_empty(),
            "orders-none-in-town",
        ),
        OrderKind::Raise => none(
            candidates::armies(view, start).is_empty(),
            "orders-none-levies",
        ),
        OrderKind::BuildBoats => none(
            candidates::places(view, start).is_empty(),
            "orders-none-burnt",
        ),
        OrderKind::Embark => none(
            candidates::armies(view, start).is_empty(),
            "orders-none-moored",
        ),
        OrderKind::Moor => none(
            candidates::armies(view, start).is_empty(),
            "orders-none-afloat",
        ),
        OrderKind::BuildShips => none(
            candidates::places(view, start).is_empty(),
            "orders-none-slips",
        ),
        OrderKind::Rouse => none(
            candidates::places(view, start).is_empty(),
            "orders-none-occupied",
        ),
        OrderKind::HandOver => none(
            candidates::places(view, start).is_empty(),
            "orders-none-ceded",
        ),
        OrderKind::Levy
        | OrderKind::Fortify
        | OrderKind::Arm
        | OrderKind::Provision
        | OrderKind::FeedPeople
        | OrderKind::Transport
        | OrderKind::MoveCourt
        | OrderKind::BreakDike => none(
            candidates::places(view, start).is_empty(),
            "orders-none-towns",
        ),
        OrderKind::Dismiss => none(
            candidates::people(texts, view, start).is_empty(),
            "orders-none-posted",
        ),
        OrderKind::Recall => none(
            candidates::people(texts, view, start).is_empty(),
            "orders-none-away",
        ),
        OrderKind::Appoint | OrderKind::Command => none(
            candidates::people(texts, view, start).is_empty(),
            "orders-none-people",
        ),
        OrderKind::PayDue => none(candidates::drafts(view, kind).is_empty(), "orders-none-due"),
        OrderKind::Propose => none(
            !candidates::drafts(view, kind)
                .into_iter()
                .any(|draft| candidates::fits(view, &OrderNow::Propose { draft })),
            "orders-none-drafts",
        ),
        OrderKind::Accept | OrderKind::Refuse => none(
            candidates::drafts(view, kind).is_empty(),
            "orders-none-proposed",
        ),
        OrderKind::March | OrderKind::Withdraw | OrderKind::Disband | OrderKind::Proclaim => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::desk::Panel;
    use crate::panels::orders::{form, refused};
    use crate::panels::rail;

    /// What a key means everywhere in a running game: a panel, the menu, news, the end of the xun, running on, taking back.
    fn taken() -> Vec<Key> {
        let panels = Panel::PLAYING.iter();
        let mut taken: Vec<Key> = panels
            .filter_map(|panel| Key::from_name(rail::letter(*panel)))
            .collect();
        assert_eq!(taken.len(), Panel::PLAYING.len());
        taken.extend([Key::M, Key::N, Key::E, Key::R, Key::Z]);
        taken
    }

    #[test]
    fn no_letter_of_the_tray_is_a_panels_or_the_turns() {
        let taken = taken();
        let mut kinds = 0;
        for group in Group::ALL {
            let letters: Vec<Key> = group.kinds().iter().map(|(key, _)| *key).collect();
            kinds += letters.len();
            for (i, key) in letters.iter().enumerate() {
                assert!(!taken.contains(key), "{group:?}: {key:?}");
                assert!(!letters[..i].contains(key), "{group:?}: {key:?} twice");
            }
        }
        assert_eq!(kinds, OrderKind::ALL.len());
        for key in form::letters().into_iter().chain(refused::letters()) {
            assert!(!taken.contains(&key), "{key:?}");
        }
    }
}
