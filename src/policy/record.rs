//! The documented choices and marches. Where the world no longer allows one, it says so and leaves that actor to `counsel` from then on.

use super::Player;
use super::counsel::{Counsel, Habits};
use crate::base::date::{Date, Turn};
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::Ask;
use crate::orders::{Order, OrderNow, Reign};
use crate::rules::check::Refusal;
use crate::rules::formulas::sitting;
use crate::scenario::language::Sits;
use crate::scenario::model::Scenario;
use crate::scenario::raw::Role;
use crate::view::View;

/// How often a recall that was not followed is given again.
const RECALLS: u8 = 2;

/// The record policy of one court.
#[derive(Clone, Debug)]
pub struct Record {
    counsel: Counsel,
    /// Which of the documented orders are the court's, by turn and then in the order of the file.
    dated: Vec<(Turn, usize)>,
    /// Armies that have left the documented line.
    loose: Vec<bool>,
    /// Documented orders refused last turn, to be tried once more.
    again: Vec<OrderNow>,
    trying: Vec<OrderNow>,
    /// Recalls that were given, and how often they may still be given again: the documents have one after another where a commander stayed.
    recalls: Vec<(OrderNow, u8)>,
    /// What is dated before this turn was given.
    given: Turn,
    /// Where and when the game left the documented line.
    departures: Vec<(Date, Departure)>,
}

/// What of the documents was not to be had.
#[derive(Clone, Debug)]
enum Departure {
    /// The choice in this matter, named as its file has it.
    Closed(String),
    /// This order, and why.
    Refused(OrderNow, Refusal),
}

impl Record {
    /// A player for a court.
    #[must_use]
    pub fn new(book: &Scenario, court: CourtId, seed: u64) -> Self {
        let own = book.record.iter().enumerate();
        let mut dated: Vec<(Turn, usize)> = own
            .filter(|(_, dated)| dated.court == court)
            .map(|(n, dated)| (dated.turn, n))
            .collect();
        dated.sort_unstable();
        Self {
            counsel: Counsel::new(seed),
            dated,
            loose: vec![false; book.armies.len()],
            again: Vec::new(),
            trying: Vec::new(),
            recalls: Vec::new(),
            given: Turn(0),
            departures: Vec::new(),
        }
    }

    /// Recalls an army once more whose commander has not come, unless the documents now want something else of it.
    fn recall(&mut self, view: &View<'_>, orders: &mut Vec<OrderNow>) {
        let mut after: Vec<_> = orders
            .iter()
            .filter(|order| matches!(order, Order::Withdraw { .. }))
            .map(|order| (order.clone(), RECALLS))
            .collect();
        for (order, left) in std::mem::take(&mut self.recalls) {
            let Order::Withdraw { army, to } = order else {
                continue;
            };
            let elsewhere = orders.iter().any(|o| o.army().copied() == Some(army));
            let stays = view.army(army).is_some_and(|a| a.at != to && a.goal != to);
            if elsewhere || !stays || self.loose[army.index()] {
                continue;
            }
            if left > 1 {
                after.push((order.clone(), left - 1));
            }
            orders.push(order);
        }
        self.recalls = after;
    }

    /// What is documented for this turn, in the order of the file.
    fn due(&self, view: &View<'_>) -> Vec<usize> {
        let now = view.turn();
        let (from, until) = match view.book().sits {
            Sits::Xun => (now, now),
            // What was ordered between two sittings is given at the nearer one.
            // Whoever begins in the middle, as a saved game does, leaves what was ordered before to whoever sat there then.
            sits => (
                self.given
                    .max(Turn(now.0.saturating_sub(sitting::between(sits)))),
                Turn(now.0 + 1),
            ),
        };
        let first = self.dated.partition_point(|(turn, _)| *turn < from);
        let due = self.dated[first..]
            .iter()
            .take_while(|(turn, _)| *turn <= until);
        let mut due: Vec<usize> = due.map(|(_, n)| *n).collect();
        due.sort_unstable();
        due
    }
}

/// A town that the army was to take and that is its own side's already is where the documents have it all the same: it marches there.
fn go_all_the_same(view: &View<'_>, order: &mut OrderNow) {
    if let Order::Besiege { army, place }
    | Order::Mask { army, place }
    | Order::Assault { army, place } = *order
        && view.holder(place).is_some_and(|h| view.allied(h))
    {
        *order = Order::March { army, to: place };
    }
}

/// Whether an order is of a kind that the documents tell of in full.
fn documented(book: &Scenario, order: &OrderNow) -> bool {
    match order {
        Order::Appoint { post, .. } => matches!(
            book.posts[post.index()].role,
            Role::ChiefCouncil | Role::Council
        ),
        Order::Dismiss { .. } | Order::MoveCourt { .. } | Order::HandOver { .. } => true,
        Order::Reign(reign) => !matches!(**reign, Reign::Answer { .. } | Reign::Requisition { .. }),
        _ => false,
    }
}

impl Player for Record {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        let mut out = Vec::new();
        for decision in view.pending() {
            let documented = view.book().decisions[decision.index()].chose;
            if view.laid_before(decision) {
                // The documents have one answer to it.
                out.extend(
                    self.counsel
                        .choose(view, decision)
                        .map(|option| (decision, option)),
                );
            } else if view.may_choose(decision, documented).is_ok() {
                out.push((decision, documented));
            } else {
                let id = view.book().decisions[decision.index()].id.clone();
                self.departures.push((view.day(), Departure::Closed(id)));
                out.extend(
                    self.counsel
                        .choose(view, decision)
                        .map(|option| (decision, option)),
                );
            }
        }
        out
    }

    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        let mut orders = std::mem::take(&mut self.again);
        for n in self.due(view) {
            let dated = view.book().record[n].orders.iter();
            let kept = dated.filter(|o| o.army().copied().is_none_or(|a| !self.loose[a.index()]));
            orders.extend(kept.cloned());
        }
        self.given = Turn(view.turn().0 + 2);
        self.recall(view, &mut orders);
        for order in &mut orders {
            go_all_the_same(view, order);
        }
        self.trying.clone_from(&orders);
        // What the documents say nothing of is left to the court's habits: answers, payments, and armies off the line.
        let loose = &self.loose;
        // Thrones, captives and seats in council are what the documents do speak of: where they have nobody seized, there nobody was.
        let mut habits = self
            .counsel
            .orders_for(view, Habits::ButThePalace, |army| loose[army.index()]);
        // So are the heads of armies: a habit finds one where there is none, and puts nobody in the place of the man whom the documents have there.
        let led = |order: &OrderNow| match *order {
            Order::Command { army, .. } => {
                !loose[army.index()] && view.army(army).is_some_and(|a| a.commander.is_some())
            }
            _ => false,
        };
        habits.retain(|order| !documented(view.book(), order) && !led(order));
        if orders.is_empty() {
            return habits;
        }
        orders.append(&mut habits);
        orders
    }

    fn refused(&mut self, view: &View<'_>, ask: &Ask, refusal: &Refusal) {
        let Ask::Order(order) = ask else { return };
        if !self.trying.contains(order)
            || matches!(
                refusal,
                Refusal::AlreadySo
                    | Refusal::NotALevy(_)
                    | Refusal::NothingToDo(_)
                    | Refusal::NoPowder(_)
                    | Refusal::DraftBusy(_)
            )
        {
            return;
        }
        if matches!(refusal, Refusal::NoEdicts { .. } | Refusal::TooPoor { .. }) {
            self.again.push(order.clone());
            return;
        }
        // What it was to bring about is so already.
        let done = match *refusal {
            Refusal::NotHostile(place) => view.holder(place).is_some_and(|h| view.allied(h)),
            Refusal::NotBesieged(_) => true,
            _ => false,
        };
        if done {
            return;
        }
        let refused = Departure::Refused(order.clone(), refusal.clone());
        self.departures.push((view.day(), refused));
        let small = matches!(
            order,
            Order::Hold { .. } | Order::Garrison { .. } | Order::Disband { .. }
        );
        if let Some(army) = order.army().copied().filter(|_| !small) {
            self.loose[army.index()] = true;
        }
    }

    fn log(&self) -> Vec<String> {
        let told = |(day, what): &(Date, Departure)| match what {
            Departure::Closed(id) => format!("{day} the documented choice of `{id}` was closed"),
            Departure::Refused(order, refusal) => format!("{day} {order:?}: {refusal:?}"),
        };
        self.departures.iter().map(told).collect()
    }
    fn fork(&self) -> Box<dyn Player + Send> {
        Box::new(self.clone())
    }
}
