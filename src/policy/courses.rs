//! What a court might do at one sitting: the orders of its temper, and changes to them that are worth a thought.

use super::counsel::{Counsel, Habits};
use super::temper::Temper;
use crate::base::ids::{ArmyId, DraftId, PlaceId};
use crate::orders::{Order, OrderNow};
use crate::view::{OwnArmy, View};

/// How far armies are called to the seat, km.
const CALL_KM: u32 = 900;
/// How near an enemy must be for an army to lie in wait for him at a river, km.
const WAIT_KM: u32 = 130;
/// How far an army is sent to besiege, and to relieve, km.
const REACH_KM: u32 = 450;
/// Of so many armies, the largest, other orders are thought of one by one.
const SINGLE: usize = 3;
/// Proposals thought of at one sitting.
const DRAFTS: usize = 3;

/// Orders, and whom the court listens to afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The orders, lawful one by one when they were thought of.
    pub orders: Vec<OrderNow>,
    /// Whom it listens to.
    pub temper: Temper,
}

/// What counsel of a temper would order.
#[must_use]
pub fn of_temper(view: &View<'_>, seed: u64, temper: Temper) -> Course {
    Course {
        orders: Counsel::with(seed, temper).orders_for(view, Habits::All, |_| true),
        temper,
    }
}

/// Other courses near one: with all armies held, called to the seat, pressed on or sent home; with one army sent elsewhere; with an
/// offer made, an answer given or a debt paid. Each differs from it and from every other.
#[must_use]
pub fn around(view: &View<'_>, seed: u64, from: &Course) -> Vec<Course> {
    let housekeeping = Counsel::with(seed, from.temper).orders_for(view, Habits::All, |_| false);
    let mut all: Vec<Vec<OrderNow>> = Vec::new();
    let armies: Vec<OwnArmy> = view
        .armies()
        .filter(|a| view.shut_in(a.id).is_none())
        .collect();
    let each = |order: &dyn Fn(&OwnArmy) -> Option<OrderNow>| -> Vec<OrderNow> {
        armies.iter().filter_map(order).collect()
    };
    let seat = view.realm().seat;
    for marching in [
        each(&|a| (a.next.is_some()).then_some(Order::Hold { army: a.id })),
        each(&|a| to_the_seat(view, a, seat)),
        each(&|a| press(view, a)),
        each(&|a| homeward(view, a)),
        each(&|a| nearest_siege(view, a).map(|place| Order::Relieve { army: a.id, place })),
    ] {
        // Armies that the course does not speak of keep the orders they have.
        all.push([housekeeping.clone(), marching].concat());
    }
    let mut largest: Vec<&OwnArmy> = armies.iter().collect();
    largest.sort_by_key(|a| (std::cmp::Reverse(a.men), a.id));
    for army in largest.into_iter().take(SINGLE) {
        for order in single(view, army) {
            let mut orders: Vec<OrderNow> = from
                .orders
                .iter()
                .filter(|o| o.army().copied() != Some(army.id))
                .cloned()
                .collect();
            orders.push(order);
            all.push(orders);
        }
        all.push(without(from, army.id));
    }
    for order in words(view) {
        let mut orders: Vec<OrderNow> = from
            .orders
            .iter()
            .filter(|o| **o != order)
            .cloned()
            .collect();
        orders.insert(0, order);
        all.push(orders);
    }
    let mut out: Vec<Course> = Vec::new();
    for mut orders in all {
        orders.retain(|order| view.may_order(order).is_ok());
        let course = Course {
            orders,
            temper: from.temper,
        };
        if course != *from && !out.contains(&course) {
            out.push(course);
        }
    }
    out
}

/// The course with an army left to what it is doing.
fn without(from: &Course, army: ArmyId) -> Vec<OrderNow> {
    from.orders
        .iter()
        .filter(|o| o.army().copied() != Some(army))
        .cloned()
        .collect()
}

fn to_the_seat(view: &View<'_>, army: &OwnArmy, seat: PlaceId) -> Option<OrderNow> {
    let km = view.book().atlas.km(army.at, seat);
    if army.at == seat || km > CALL_KM {
        return None;
    }
    let besieged = view.siege(seat).is_some_and(|s| !view.allied(s.by));
    Some(if besieged && km <= REACH_KM {
        Order::Relieve {
            army: army.id,
            place: seat,
        }
    } else {
        Order::March {
            army: army.id,
            to: seat,
        }
    })
}

/// Storm what it lies before, or go for the nearest town that it may take.
fn press(view: &View<'_>, army: &OwnArmy) -> Option<OrderNow> {
    if view
        .siege(army.at)
        .is_some_and(|s| s.by == view.court() && army.goal == army.at)
    {
        return Some(Order::Assault {
            army: army.id,
            place: army.at,
        });
    }
    targets(view, army).first().map(|place| Order::Besiege {
        army: army.id,
        place: *place,
    })
}

fn homeward(view: &View<'_>, army: &OwnArmy) -> Option<OrderNow> {
    let own = |place: PlaceId| view.holder(place).is_some_and(|h| view.allied(h));
    if own(army.at) && army.next.is_none() {
        return None;
    }
    let to = view
        .places()
        .filter(|p| own(*p) && view.siege(*p).is_none())
        .min_by_key(|p| (view.book().atlas.km(army.at, *p), *p))?;
    Some(Order::Withdraw { army: army.id, to })
}

/// The nearest town of one's own that an enemy besieges.
fn nearest_siege(view: &View<'_>, army: &OwnArmy) -> Option<PlaceId> {
    let km = |place: PlaceId| view.book().atlas.km(army.at, place);
    view.places()
        .filter(|p| {
            view.holder(*p).is_some_and(|h| view.allied(h))
                && (view.siege(*p).is_some_and(|s| view.at_war(s.by))
                    || view.known().any(|a| a.place == *p && view.at_war(a.court)))
                && km(*p) <= REACH_KM
        })
        .min_by_key(|p| (km(*p), *p))
}

/// Towns that an army could go for, the nearest first, and an enemy's seat before all.
fn targets(view: &View<'_>, army: &OwnArmy) -> Vec<PlaceId> {
    let km = |place: PlaceId| view.book().atlas.km(army.at, place);
    let mut out: Vec<PlaceId> = view
        .places()
        .filter(|p| {
            let ceded = view.ceded(*p).is_some_and(|c| c.to == view.court());
            km(*p) <= REACH_KM && view.holder(*p).is_some_and(|h| view.at_war(h) || ceded)
        })
        .collect();
    out.sort_by_key(|p| (km(*p), *p));
    out
}

/// What one army might do instead.
fn single(view: &View<'_>, army: &OwnArmy) -> Vec<OrderNow> {
    let seat = view.realm().seat;
    let mut out = vec![Order::Hold { army: army.id }];
    out.extend(to_the_seat(view, army, seat));
    out.extend(homeward(view, army));
    out.extend(nearest_siege(view, army).map(|place| Order::Relieve {
        army: army.id,
        place,
    }));
    out.extend(press(view, army));
    let by_the_river = army.next.is_none() && view.by_great_river(army.at);
    let enemy_near = || {
        let km = |place| view.book().atlas.km(army.at, place);
        view.known()
            .any(|k| view.at_war(k.court) && km(k.place) <= WAIT_KM)
    };
    if by_the_river && enemy_near() {
        out.push(Order::Waylay {
            army: army.id,
            place: army.at,
        });
    }
    let enemy_seat = view
        .enemies()
        .map(|enemy| view.other(enemy).seat)
        .filter(|p| view.holder(*p).is_some_and(|h| view.at_war(h)))
        .min_by_key(|p| (view.book().atlas.km(army.at, *p), *p));
    let near: Vec<PlaceId> = targets(view, army);
    let strongest = near.iter().copied().max_by_key(|p| {
        (
            view.book().atlas.places[p.index()].walls,
            std::cmp::Reverse(*p),
        )
    });
    for place in enemy_seat.into_iter().chain(strongest) {
        if army.at != place || army.goal != place {
            out.push(Order::Besiege {
                army: army.id,
                place,
            });
        }
    }
    out.dedup();
    out
}

/// Offers, answers and payments.
fn words(view: &View<'_>) -> Vec<OrderNow> {
    let mut out: Vec<OrderNow> = (0..view.book().drafts.len())
        .map(DraftId::of)
        .filter(|d| view.terms(*d).from == view.court())
        .map(|draft| Order::Propose { draft })
        .filter(|order| view.may_order(order).is_ok())
        .take(DRAFTS)
        .collect();
    for draft in view.proposals() {
        out.push(Order::Accept { draft });
        out.push(Order::Refuse { draft });
    }
    for (draft, _) in view.papers() {
        if !view.owed(draft).is_empty() {
            out.push(Order::PayDue { draft });
        }
    }
    out
}
