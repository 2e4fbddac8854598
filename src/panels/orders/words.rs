//! Orders in the words of the tray: who, what, when; and what stands in the lists.

use super::candidates::Pick;
use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::engine::Ask;
use crate::orders::{Order, OrderNow, Proclamation};
use crate::panels::desk::{Aim, OrderKind};
use crate::prose::numbers::{date, goods_list, join, number};
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, names, orders, sentence};
use crate::rules::formulas::march;
use crate::table::Session;
use crate::table::ways::{Part, place_of};
use crate::view::View;

/// A place in both scripts.
pub(super) fn place(view: &View<'_>, place: PlaceId) -> String {
    let here = &view.book().atlas.places[place.index()];
    let name = names::short(&here.name);
    format!("{name} {}", here.name_zh)
}

/// A person in both scripts.
pub(super) fn person(view: &View<'_>, who: PersonId) -> String {
    names::both(view, who)
}

/// Who an order is for, as the head of its slip.
pub(super) fn who(texts: &Texts, view: &View<'_>, order: &OrderNow) -> String {
    if let Some(army) = order.army().copied() {
        return names::army_with_commander(view, army);
    }
    match order {
        Order::Raise { army } => names::army_with_commander(view, *army),
        Order::Appoint { person: who, .. }
        | Order::Command { person: who, .. }
        | Order::Dismiss { person: who }
        | Order::Recall { person: who } => person(view, *who),
        Order::PayDue { draft }
        | Order::Propose { draft }
        | Order::Accept { draft }
        | Order::Refuse { draft } => {
            names::court(view.book(), view.terms(*draft).other(view.court()))
        }
        Order::MoveCourt { .. } | Order::Proclaim { .. } | Order::Treat(_) | Order::Reign(_) => {
            texts.t("orders-the-court")
        }
        _ => place_of(order).map_or_else(String::new, |at| place(view, at)),
    }
}

/// What is to be done, without saying again by whom.
pub(super) fn what(texts: &Texts, view: &View<'_>, order: &OrderNow) -> String {
    let at = |p: PlaceId| names::place(view.book(), p);
    let draft = |d| names::draft(texts, view, d);
    match *order {
        Order::March { to, .. } => tr!(texts, "orders-slip-march", place = at(to)),
        Order::Besiege { place, .. } => tr!(texts, "orders-slip-besiege", place = at(place)),
        Order::Mask { place, .. } => tr!(texts, "orders-slip-mask", place = at(place)),
        Order::Assault { place, .. } => tr!(texts, "orders-slip-assault", place = at(place)),
        Order::Relieve { place, .. } => tr!(texts, "orders-slip-relieve", place = at(place)),
        Order::Raid { place, men, .. } => tr!(
            texts,
            "orders-slip-raid",
            place = at(place),
            men = number(men)
        ),
        Order::Waylay { place, .. } => tr!(texts, "orders-slip-waylay", place = at(place)),
        Order::Withdraw { to, .. } => tr!(texts, "orders-slip-withdraw", place = at(to)),
        Order::Hold { .. } => texts.t("orders-slip-hold"),
        Order::Garrison { men, .. } => tr!(texts, "orders-slip-garrison", men = number(men)),
        Order::Disband { .. } => texts.t("orders-slip-disband"),
        Order::Raise { army } => {
            let levy = &view.book().armies[army.index()];
            tr!(
                texts,
                "orders-slip-raise",
                men = number(levy.men),
                place = at(levy.at)
            )
        }
        Order::Levy { men, .. } => tr!(texts, "orders-slip-levy", men = number(men)),
        Order::Fortify { .. } => texts.t("orders-slip-fortify"),
        Order::Arm { .. } => texts.t("orders-slip-arm"),
        Order::Provision { .. } => texts.t("orders-slip-provision"),
        Order::BuildBoats { .. } => texts.t("orders-slip-boats"),
        Order::BuildShips { boats, .. } => tr!(texts, "orders-slip-ships", n = number(boats)),
        Order::Embark { .. } => texts.t("orders-slip-embark"),
        Order::Moor { .. } => texts.t("orders-slip-moor"),
        Order::Transport { shi, .. } => tr!(texts, "orders-slip-transport", n = number(shi)),
        Order::Rouse { place, .. } => tr!(texts, "orders-slip-rouse", place = at(place)),
        Order::Appoint { post, .. } => tr!(
            texts,
            "orders-slip-appoint",
            post = names::post(view.book(), post)
        ),
        Order::Command { army, .. } => tr!(
            texts,
            "orders-slip-command",
            army = names::army(texts, view.book(), army)
        ),
        Order::Dismiss { .. } => texts.t("orders-slip-dismiss"),
        Order::Recall { .. } => texts.t("orders-slip-recall"),
        Order::MoveCourt { to } => tr!(texts, "orders-slip-move", place = at(to)),
        Order::PayDue { draft: d } => match crate::prose::bargain::due(texts, view, d) {
            Some(goods) => tr!(texts, "treasury-pay", draft = draft(d), goods = goods),
            None => tr!(texts, "orders-slip-pay", draft = draft(d)),
        },
        Order::HandOver { .. } => texts.t("orders-slip-hand"),
        Order::FeedPeople { shi, .. } => tr!(texts, "orders-slip-feed", n = number(shi)),
        Order::Propose { draft: d } => tr!(texts, "orders-slip-propose", draft = draft(d)),
        Order::Accept { draft: d } => tr!(texts, "orders-slip-accept", draft = draft(d)),
        Order::Refuse { draft: d } => tr!(texts, "orders-slip-refuse", draft = draft(d)),
        Order::Proclaim { what } => proclamation(texts, what),
        Order::Treat(ref treat) => capital(&crate::prose::bargain::treat(texts, view, treat)),
        Order::Reign(ref reign) => capital(&crate::prose::house::reign(texts, view, reign)),
        Order::BreakDike { .. } => texts.t("orders-slip-dike"),
    }
}

/// What is proclaimed.
pub(super) fn proclamation(texts: &Texts, what: Proclamation) -> String {
    texts.t(match what {
        Proclamation::SelfBlame => "orders-slip-blame",
        Proclamation::Amnesty => "orders-slip-amnesty",
        Proclamation::CallToArms => "orders-slip-arms",
    })
}

/// When an order that was given, or would be, takes effect.
pub(super) fn when(texts: &Texts, view: &View<'_>, order: &OrderNow) -> String {
    match order {
        Order::Hold { .. } | Order::Garrison { .. } | Order::Disband { .. } => {
            texts.t("orders-when-now")
        }
        Order::Raise { army } => tr!(
            texts,
            "orders-when-muster",
            n = march::muster_xun(view.book().armies[army.index()].men)
        ),
        Order::Propose { .. } => texts.t("orders-when-envoy"),
        Order::Transport { place, .. } => crate::prose::land::carriage(texts, view, *place)
            .unwrap_or_else(|| texts.t("orders-when-no-way")),
        _ => match (order.army().copied(), place_of(order)) {
            (Some(army), Some(to)) => journey(texts, view, army, to),
            _ => texts.t("orders-when-now"),
        },
    }
}

/// How far an army has to a place, and by when it would be there if nothing unforeseen happens.
pub(super) fn journey(texts: &Texts, view: &View<'_>, army: ArmyId, to: PlaceId) -> String {
    let Some(own) = view.army(army) else {
        return String::new();
    };
    if own.at == to {
        return texts.t("orders-when-there");
    }
    let Some(route) = view.route(army, to) else {
        return texts.t("orders-when-no-way");
    };
    let km = view.km_to(&own, to, &route);
    if let Some((_, barred)) = route.barred {
        return tr!(
            texts,
            "orders-when-barred",
            km = number(i64::from(km)),
            place = names::place(view.book(), barred)
        );
    }
    match route.steps.last().filter(|step| step.place == to) {
        Some(step) => tr!(
            texts,
            "orders-when-march",
            km = number(i64::from(km)),
            days = step.days,
            day = date(texts, step.on)
        ),
        None => tr!(texts, "orders-when-far", km = number(i64::from(km))),
    }
}

/// What an ask costs.
pub(super) fn cost(texts: &Texts, view: &View<'_>, ask: &Ask) -> String {
    match ask {
        Ask::Order(order) => {
            let cost = view.cost(order);
            if cost.edicts == 0 && cost.goods.is_empty() {
                texts.t("orders-slip-nothing")
            } else {
                orders::cost(texts, &cost)
            }
        }
        Ask::Choose { decision, option } => {
            let choice = &view.book().decisions[decision.index()].options[option.index()];
            if choice.cost.is_empty() {
                texts.t("orders-slip-nothing")
            } else {
                goods_list(texts, &choice.cost)
            }
        }
    }
}

/// An ask in a sentence.
pub(super) fn ask(texts: &Texts, view: &View<'_>, ask: &Ask) -> String {
    match ask {
        Ask::Order(order) => sentence(&orders::order(texts, view, order)),
        Ask::Choose { decision, option } => {
            let decision = &view.book().decisions[decision.index()];
            sentence(&decision.options[option.index()].label)
        }
    }
}

/// What fell away because another ask was taken back or changed, to be said to the court.
pub(super) fn dropped(session: &Session, court: CourtId, asks: &[Ask]) -> Option<String> {
    let view = session.view(court);
    let list: Vec<String> = asks
        .iter()
        .map(|gone| match gone {
            Ask::Order(order) => orders::order(session.texts(), &view, order),
            Ask::Choose { decision, option } => {
                let decision = &view.book().decisions[decision.index()];
                decision.options[option.index()].label.clone()
            }
        })
        .collect();
    (!list.is_empty()).then(|| {
        let texts = session.texts();
        tr!(texts, "orders-dropped", list = join(texts, &list))
    })
}

/// What a part of an order is called.
pub(super) fn part(texts: &Texts, part: Part) -> String {
    texts.t(match part {
        Part::Army => "orders-part-army",
        Part::Place => "orders-part-place",
        Part::Person => "orders-part-person",
        Part::Post => "orders-part-post",
        Part::Draft => "orders-part-draft",
        Part::Amount => "orders-part-amount",
        Part::What => "orders-part-what",
    })
}

/// What is picked: its name.
pub(super) fn name(texts: &Texts, view: &View<'_>, pick: Pick) -> String {
    match pick {
        Pick::Army(army) => names::army_with_commander(view, army),
        Pick::Place(at) => place(view, at),
        Pick::Person(who) => person(view, who),
        Pick::Post(post) => {
            let post = &view.book().posts[post.index()];
            format!("{} {}", capital(&post.title), post.title_zh)
        }
        Pick::Draft(draft) => names::title(texts, view, draft),
        Pick::What(what) => proclamation(texts, what),
    }
}

/// What one would know of it before picking it.
pub(super) fn note(texts: &Texts, view: &View<'_>, aim: &Aim, pick: Pick) -> String {
    let book = view.book();
    match pick {
        Pick::Army(army) => match view.army(army) {
            Some(own) => tr!(
                texts,
                "orders-note-army",
                men = number(own.men),
                place = names::place(book, own.at),
                task = orders::task(texts, book, &own)
            ),
            None => {
                let levy = &book.armies[army.index()];
                tr!(
                    texts,
                    "orders-note-levy",
                    men = number(levy.men),
                    place = names::place(book, levy.at)
                )
            }
        },
        Pick::Place(at) => place_note(texts, view, aim, at),
        Pick::Person(who) => {
            let office = names::office(texts, view, who).map_or_else(String::new, |o| capital(&o));
            match view.command_of(who).filter(|a| view.army(*a).is_some()) {
                Some(army) if !office.contains(&book.armies[army.index()].name) => {
                    let commands = tr!(
                        texts,
                        "people-commands",
                        army = names::army(texts, book, army)
                    );
                    format!("{office}; {commands}")
                }
                _ => office,
            }
        }
        Pick::Post(post) => view.holder_of(post).map_or_else(
            || texts.t("orders-note-vacant"),
            |who| tr!(texts, "orders-note-post", person = names::name(view, who)),
        ),
        Pick::Draft(draft) => {
            let terms = view.terms(draft);
            tr!(
                texts,
                "orders-note-draft",
                from = names::court(book, terms.from),
                to = names::court(book, terms.to)
            )
        }
        Pick::What(what) => texts.t(match what {
            Proclamation::SelfBlame => "orders-note-blame",
            Proclamation::Amnesty => "orders-note-amnesty",
            Proclamation::CallToArms => "orders-note-arms",
        }),
    }
}

fn place_note(texts: &Texts, view: &View<'_>, aim: &Aim, at: PlaceId) -> String {
    let book = view.book();
    let mut parts = Vec::new();
    if let Some(army) = aim.army {
        parts.push(journey(texts, view, army, at));
    }
    if let Some(holder) = view.holder(at) {
        parts.push(if holder == view.court() {
            texts.t("orders-note-yours")
        } else {
            tr!(
                texts,
                "orders-note-held",
                court = names::court(book, holder)
            )
        });
    }
    if let Some(siege) = view.siege(at) {
        parts.push(tr!(
            texts,
            "orders-note-siege",
            court = names::court(book, siege.by)
        ));
    }
    let seen: u32 = view
        .known()
        .filter(|a| a.place == at && view.at_war(a.court))
        .map(|a| a.men)
        .sum();
    if seen > 0 {
        parts.push(tr!(
            texts,
            "orders-note-enemy",
            men = crate::prose::numbers::about(seen)
        ));
    }
    capital(&parts.join("; "))
}

/// Another of that: for the way that names something else.
pub(super) fn another(texts: &Texts, part: Part) -> String {
    texts.t(match part {
        Part::Army => "orders-another-army",
        Part::Place => "orders-another-place",
        Part::Person => "orders-another-person",
        Part::Post => "orders-another-post",
        Part::Draft => "orders-another-draft",
        Part::Amount => "orders-another-amount",
        Part::What => "orders-another-what",
    })
}

/// What the form asks for.
pub(super) fn question(texts: &Texts, kind: OrderKind, part: Part) -> String {
    texts.t(match (part, kind) {
        (Part::Army, OrderKind::Raise) => "orders-ask-levy",
        (Part::Army, _) => "orders-ask-army",
        (Part::Place, OrderKind::March | OrderKind::Withdraw | OrderKind::MoveCourt) => {
            "orders-ask-to"
        }
        (Part::Place, _) => "orders-ask-place",
        (Part::Person, _) => "orders-ask-person",
        (Part::Post, _) => "orders-ask-post",
        (Part::Draft, _) => "orders-ask-draft",
        (Part::Amount, OrderKind::BuildShips) => "orders-ask-ships",
        (Part::Amount, OrderKind::FeedPeople | OrderKind::Transport) => "orders-ask-grain",
        (Part::Amount, _) => "orders-ask-men",
        (Part::What, _) => "orders-ask-what",
    })
}
