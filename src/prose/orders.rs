//! Orders, tasks and costs in words.

use super::names;
use super::numbers::{edicts, goods, join, number};
use super::texts::{Texts, tr};
use crate::events::Task;
use crate::orders::{Order, OrderNow, Proclamation};
use crate::rules::formulas::costs::Cost;
use crate::scenario::model::Scenario;
use crate::view::{OwnArmy, View};

/// An order in words, as one gives it: `march the Qinfeng troops to Taiyuan`.
#[must_use]
pub fn order(texts: &Texts, view: &View<'_>, order: &OrderNow) -> String {
    let book = view.book();
    let army = |id| names::army(texts, book, id);
    let place = |id| names::place(book, id);
    let person = |id| names::name(view, id);
    let draft = |id| names::draft(texts, view, id);
    match *order {
        Order::March { army: a, to } => {
            tr!(texts, "order-march", army = army(a), place = place(to))
        }
        Order::Besiege { army: a, place: p } => {
            tr!(texts, "order-besiege", army = army(a), place = place(p))
        }
        Order::Mask { army: a, place: p } => {
            tr!(texts, "order-mask", army = army(a), place = place(p))
        }
        Order::Assault { army: a, place: p } => {
            tr!(texts, "order-assault", army = army(a), place = place(p))
        }
        Order::Relieve { army: a, place: p } => {
            tr!(texts, "order-relieve", army = army(a), place = place(p))
        }
        Order::Raid {
            army: a,
            place: p,
            men,
        } => {
            tr!(
                texts,
                "order-raid",
                army = army(a),
                place = place(p),
                men = number(men)
            )
        }
        Order::Waylay { army: a, place: p } => {
            tr!(texts, "order-waylay", army = army(a), place = place(p))
        }
        Order::Withdraw { army: a, to } => {
            tr!(texts, "order-withdraw", army = army(a), place = place(to))
        }
        Order::Hold { army: a } => tr!(texts, "order-hold", army = army(a)),
        Order::Garrison { army: a, men } => {
            tr!(texts, "order-garrison", army = army(a), men = number(men))
        }
        Order::Disband { army: a } => tr!(texts, "order-disband", army = army(a)),
        Order::Raise { army: a } => tr!(texts, "order-raise", army = army(a)),
        Order::Levy { place: p, men } => {
            tr!(texts, "order-levy", place = place(p), men = number(men))
        }
        Order::Arm { place: p } => tr!(texts, "order-arm", place = place(p)),
        Order::Fortify { place: p } => tr!(texts, "order-fortify", place = place(p)),
        Order::Provision { place: p } => tr!(texts, "order-provision", place = place(p)),
        Order::BuildBoats { place: p } => tr!(texts, "order-boats", place = place(p)),
        Order::Appoint { person: who, post } => {
            tr!(
                texts,
                "order-appoint",
                person = person(who),
                post = names::post(book, post)
            )
        }
        Order::Command {
            person: who,
            army: a,
        } => tr!(texts, "order-command", person = person(who), army = army(a)),
        Order::Dismiss { person: who } => tr!(texts, "order-dismiss", person = person(who)),
        Order::Recall { person: who } => tr!(texts, "order-recall", person = person(who)),
        Order::MoveCourt { to } => tr!(texts, "order-court", place = place(to)),
        Order::PayDue { draft: d } => match super::bargain::due(texts, view, d) {
            Some(goods) => tr!(texts, "order-pay-sum", draft = draft(d), goods = goods),
            None => tr!(texts, "order-pay", draft = draft(d)),
        },
        Order::HandOver { place: p } => tr!(texts, "order-hand-over", place = place(p)),
        Order::FeedPeople { place: p, shi } => {
            tr!(texts, "order-feed", place = place(p), n = number(shi))
        }
        Order::BuildShips { .. }
        | Order::Embark { .. }
        | Order::Moor { .. }
        | Order::Transport { .. }
        | Order::Rouse { .. } => super::land::order(texts, view, order).unwrap_or_default(),
        Order::Propose { draft: d } => {
            tr!(
                texts,
                "order-propose",
                draft = draft(d),
                court = names::court(book, view.terms(d).to)
            )
        }
        Order::Accept { draft: d } => tr!(texts, "order-accept", draft = draft(d)),
        Order::Refuse { draft: d } => tr!(texts, "order-refuse", draft = draft(d)),
        Order::Treat(ref treat) => super::bargain::treat(texts, view, treat),
        Order::Reign(ref reign) => super::house::reign(texts, view, reign),
        Order::Proclaim { what } => texts.t(match what {
            Proclamation::SelfBlame => "order-proclaim-blame",
            Proclamation::Amnesty => "order-proclaim-amnesty",
            Proclamation::CallToArms => "order-proclaim-arms",
        }),
        Order::BreakDike { place: p } => tr!(texts, "order-dike", place = place(p)),
    }
}

/// What one of one's own armies is about: `besieges Taiyuan`.
#[must_use]
pub fn task(texts: &Texts, book: &Scenario, army: &OwnArmy) -> String {
    let there = army.at == army.goal && army.next.is_none();
    let key = match army.task {
        Task::Hold => "task-hold",
        Task::March => "task-march",
        Task::Besiege => {
            if there {
                "task-besiege"
            } else {
                "task-besiege-going"
            }
        }
        Task::Mask => {
            if there {
                "task-mask"
            } else {
                "task-mask-going"
            }
        }
        Task::Assault => {
            if there {
                "task-assault"
            } else {
                "task-assault-going"
            }
        }
        Task::Relieve => {
            if there {
                "task-relieve"
            } else {
                "task-relieve-going"
            }
        }
        Task::Raid(_) => "task-raid",
        Task::Withdraw => "task-withdraw",
        Task::Waylay => {
            if there {
                "task-waylay"
            } else {
                "task-waylay-going"
            }
        }
    };
    tr!(texts, key, place = names::place(book, army.goal))
}

/// A cost in words: `1 edict and 60,000 strings of cash`; `nothing` where there is none.
#[must_use]
pub fn cost(texts: &Texts, cost: &Cost) -> String {
    let mut parts = Vec::new();
    if cost.edicts > 0 {
        parts.push(edicts(texts, cost.edicts));
    }
    parts.extend(
        cost.goods
            .iter()
            .map(|(good, amount)| goods(texts, *good, *amount)),
    );
    if parts.is_empty() {
        texts.t("cost-none")
    } else {
        join(texts, &parts)
    }
}
