//! What would do it: the ways out of a refusal. Each is something the court can do now, or what it would have to wait for; a way
//! that the rules close is named with its reason, and nothing is invented where there is none.

use super::session::Session;
use crate::base::ids::{ArmyId, CourtId, DecisionId, PlaceId};
use crate::engine::Ask;
use crate::orders::{Order, OrderNow, Treat};
use crate::rules::check::Refusal;
use crate::scenario::language::Good;
use crate::view::View;

/// What an order names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Who is to do it; which levy.
    Army,
    /// Where.
    Place,
    /// Whom it concerns.
    Person,
    /// Which post.
    Post,
    /// Which treaty or draft.
    Draft,
    /// How many.
    Amount,
    /// Which proclamation.
    What,
}

/// Where something can be looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    /// What comes in and goes out.
    Treasury,
    /// How the papers stand.
    Treaties,
    /// A matter before the council.
    Matter(DecisionId),
}

/// A way out of a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// This order, instead or first.
    Order(OrderNow),
    /// The same ask in the place of the ask with this index among the court's of this turn.
    Instead(usize),
    /// The same order naming something else.
    Other(Part),
    /// To wait: it comes back when the xun ends.
    Wait,
    /// To look it up.
    See(Book),
}

/// A way, and why it is closed, if it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// The way.
    pub way: Way,
    /// Why it cannot be gone now.
    pub closed: Option<Refusal>,
}

/// No more ways than these are named.
const MOST: usize = 4;

/// What would do what was refused, the nearest first.
#[must_use]
pub fn ways(session: &Session, court: CourtId, ask: &Ask, why: &Refusal) -> Vec<WayOut> {
    let view = session.view(court);
    let found = match ask {
        Ask::Order(order) => of_order(session, &view, order, why),
        Ask::Choose { decision, .. } => match why {
            Refusal::TooPoor { good, .. } => {
                let mut found = instead(session, court, ask, |cost| {
                    cost.goods.iter().any(|(what, _)| what == good)
                });
                found.push(Way::See(Book::Treasury));
                found.push(Way::See(Book::Matter(*decision)));
                found
            }
            Refusal::Closed(..) => vec![Way::See(Book::Matter(*decision))],
            _ => Vec::new(),
        },
    };
    found
        .into_iter()
        .take(MOST)
        .map(|way| {
            let closed = match &way {
                Way::Order(order) => view.may_order(order).err(),
                Way::Instead(index) => session.may_replace(court, *index, ask).err(),
                _ => None,
            };
            WayOut { way, closed }
        })
        .collect()
}

fn of_order(session: &Session, view: &View<'_>, order: &OrderNow, why: &Refusal) -> Vec<Way> {
    let ask = Ask::Order(order.clone());
    let court = view.court();
    match *why {
        Refusal::GameOver | Refusal::NoCourt | Refusal::NotLaid(_) => Vec::new(),
        Refusal::NoEdicts { .. } => {
            let mut found = instead(session, court, &ask, |cost| cost.edicts > 0);
            found.push(Way::Wait);
            found
        }
        Refusal::TooPoor { good, have, .. } => {
            let mut found: Vec<Way> = fewer(view, order, have).into_iter().collect();
            found.extend(instead(session, court, &ask, |cost| {
                cost.goods.iter().any(|(what, _)| *what == good)
            }));
            found.push(Way::See(Book::Treasury));
            found
        }
        Refusal::NotYourArmy(_) => vec![Way::Other(Part::Army)],
        Refusal::NoSuchArmy(army) => {
            let mut found = Vec::new();
            if view.levies().any(|levy| levy == army) {
                found.push(Way::Order(Order::Raise { army }));
            }
            found.push(Way::Other(Part::Army));
            found
        }
        Refusal::ShutIn(army, place) => {
            let mut found = relief(view, place, Some(army));
            found.push(Way::Order(Order::Relieve { army, place }));
            found.push(Way::Other(Part::Army));
            found
        }
        Refusal::NoRoad(..) => vec![Way::Other(Part::Place)],
        Refusal::NotHostile(place) | Refusal::NotBesieged(place) => {
            let mut found = Vec::new();
            if let Some(army) = order.army().copied() {
                let fight = Order::Relieve { army, place };
                if *order != fight && view.may_order(&fight).is_ok() {
                    found.push(Way::Order(fight));
                }
                found.push(Way::Order(Order::March { army, to: place }));
            }
            found.push(Way::Other(Part::Place));
            found
        }
        Refusal::NotLetIn(_, holder) => {
            let mut found = vec![Way::Other(Part::Place)];
            if let Some(army) = order.army().copied() {
                found.extend(home(view, army).map(|to| Way::Order(Order::March { army, to })));
            }
            found.push(Way::Order(Order::treat(Treat::War { on: holder })));
            found.push(Way::See(Book::Treaties));
            found
        }
        Refusal::NotYours(place) => {
            let mut found = Vec::new();
            if view.holder(place).is_some_and(|holder| view.at_war(holder)) {
                found.extend(
                    nearest(view, place, None)
                        .first()
                        .map(|army| Way::Order(Order::Besiege { army: *army, place })),
                );
            }
            found.push(Way::Other(if order.army().copied().is_some() {
                Part::Army
            } else {
                Part::Place
            }));
            found
        }
        Refusal::Besieged(place) => {
            let mut found = relief(view, place, None);
            found.push(Way::Other(if matches!(order, Order::Raise { .. }) {
                Part::Army
            } else {
                Part::Place
            }));
            found
        }
        Refusal::TooFewMen { have, .. } => {
            let mut found: Vec<Way> = with_men(order, have)
                .filter(|all| all != order && have > 0)
                .map(Way::Order)
                .into_iter()
                .collect();
            found.push(Way::Other(Part::Amount));
            found
        }
        Refusal::NotAtHand(who) => {
            let mut found = Vec::new();
            if view.may_order(&Order::Recall { person: who }).is_ok() {
                found.push(Way::Order(Order::Recall { person: who }));
            }
            if names_person(order) {
                found.push(Way::Other(Part::Person));
            }
            found
        }
        Refusal::CommandsAlready(who, _) => vec![
            Way::Order(Order::Dismiss { person: who }),
            Way::Other(Part::Person),
        ],
        Refusal::NotToSend(_) | Refusal::NotHeld(_) | Refusal::NoFugitive(_) => {
            vec![Way::Other(Part::Person)]
        }
        Refusal::NotToReign(_) | Refusal::NotInReach(_) | Refusal::NotToEmploy(_) => {
            vec![Way::Other(Part::Person)]
        }
        Refusal::ThroneHeld(_)
        | Refusal::NoCrowd
        | Refusal::AtWarAlready(_)
        | Refusal::NotSitting(_)
        | Refusal::NotClient(_) => Vec::new(),
        Refusal::TooWeakThere { .. } => vec![Way::Other(Part::Place)],
        Refusal::NotBeside(..) | Refusal::NotACorps(_) => vec![Way::Other(Part::Army)],
        Refusal::NotYourPost => vec![Way::Other(Part::Post)],
        Refusal::NotYourDraft(_)
        | Refusal::DraftBusy(_)
        | Refusal::NotProposed(_)
        | Refusal::NoSuchPaper(_)
        | Refusal::PlainWords(_)
        | Refusal::Blank
        | Refusal::Unsound(_)
        | Refusal::Awaited(_)
        | Refusal::NotOverreached(_)
        | Refusal::NotInForce(_)
        | Refusal::NoClaim(_)
        | Refusal::NothingDue(_) => {
            vec![Way::Other(Part::Draft), Way::See(Book::Treaties)]
        }
        Refusal::NothingToDo(_) => match order {
            Order::Levy { place, men } if *men > 20_000 => vec![
                Way::Order(Order::Levy {
                    place: *place,
                    men: 20_000,
                }),
                Way::Other(Part::Amount),
            ],
            Order::Levy { .. } | Order::FeedPeople { .. } | Order::BuildShips { .. } => {
                vec![Way::Other(Part::Amount)]
            }
            _ => vec![Way::Other(Part::Place)],
        },
        Refusal::NoWater(_)
        | Refusal::NoneMoored(_)
        | Refusal::SlipsFull(..)
        | Refusal::ConvoyUnderWay(..)
        | Refusal::CutOff(_)
        | Refusal::NotOccupied(_) => vec![Way::Other(Part::Place)],
        Refusal::Afloat(army) => vec![Way::Order(Order::Moor { army }), Way::Other(Part::Army)],
        Refusal::NoShips(army) => vec![Way::Order(Order::Embark { army }), Way::Other(Part::Army)],
        Refusal::OnTheWay(army) => vec![Way::Order(Order::Hold { army }), Way::Other(Part::Army)],
        Refusal::TooMany { place, most } => match order {
            Order::BuildShips { .. } => vec![Way::Order(Order::BuildShips { place, boats: most })],
            Order::Transport { .. } => vec![Way::Order(Order::Transport { place, shi: most })],
            Order::Levy { .. } if most > 0 => vec![Way::Order(Order::Levy { place, men: most })],
            _ => Vec::new(),
        },
        Refusal::NoPowder(_) => vec![Way::Other(Part::Place), Way::See(Book::Treasury)],
        Refusal::NotYetDue(_) => vec![Way::Other(Part::Place), Way::See(Book::Treaties)],
        Refusal::NotCeded(_) => vec![Way::Other(Part::Place), Way::See(Book::Treaties)],
        Refusal::NoRiver(place) => {
            let mut found: Vec<Way> = by_the_river(view, place, order)
                .into_iter()
                .map(Way::Order)
                .collect();
            found.push(Way::Other(Part::Place));
            found
        }
        Refusal::Needs(_) => match order {
            Order::Raise { .. } => vec![Way::Other(Part::Army)],
            _ => vec![Way::Other(Part::Draft), Way::See(Book::Treaties)],
        },
        Refusal::NotALevy(_) => vec![Way::Other(Part::Army)],
        Refusal::AlreadySo | Refusal::HoldsNothing(_) => other(order),
        Refusal::Closed(decision, ..) => vec![Way::See(Book::Matter(decision))],
    }
}

/// What of an order one would name differently, where nothing needs to be done about what it names.
fn other(order: &OrderNow) -> Vec<Way> {
    match order {
        Order::March { .. } | Order::Withdraw { .. } | Order::Waylay { .. } => {
            vec![Way::Other(Part::Place), Way::Other(Part::Army)]
        }
        Order::Besiege { .. } | Order::Mask { .. } | Order::Assault { .. } => {
            vec![Way::Other(Part::Army), Way::Other(Part::Place)]
        }
        Order::Relieve { .. } | Order::Hold { .. } => vec![Way::Other(Part::Army)],
        Order::MoveCourt { .. } => vec![Way::Other(Part::Place)],
        _ => vec![Way::Other(Part::Person)],
    }
}

/// The same ask in the place of one that cost what is missing: the last given first, and no more than two.
fn instead(
    session: &Session,
    court: CourtId,
    ask: &Ask,
    frees: impl Fn(&crate::rules::formulas::costs::Cost) -> bool,
) -> Vec<Way> {
    let view = session.view(court);
    let own = session.asks().iter().filter(|(by, _)| *by == court);
    let mut found: Vec<Way> = own
        .enumerate()
        .filter_map(|(index, (_, given))| match given {
            Ask::Order(order) if frees(&view.cost(order)) => Some(index),
            _ => None,
        })
        .filter(|index| session.may_replace(court, *index, ask).is_ok())
        .map(Way::Instead)
        .collect();
    found.reverse();
    found.truncate(2);
    found
}

/// As much of a levy or a gift as the treasury reaches for.
fn fewer(view: &View<'_>, order: &OrderNow, have: i64) -> Option<Way> {
    let (asked, again): (u32, fn(PlaceId, u32) -> OrderNow) = match order {
        Order::Levy { men, .. } => (*men, |place, men| Order::Levy { place, men }),
        Order::FeedPeople { shi, .. } => (*shi, |place, shi| Order::FeedPeople { place, shi }),
        Order::Transport { shi, .. } => (*shi, |place, shi| Order::Transport { place, shi }),
        Order::BuildShips { boats, .. } => {
            (*boats, |place, boats| Order::BuildShips { place, boats })
        }
        _ => return None,
    };
    let place = place_of(order)?;
    let cost = |amount: u32| -> i64 {
        let cost = view.cost(&again(place, amount));
        cost.goods.iter().map(|(_, n)| *n).sum()
    };
    // Costs rise evenly with the number; round numbers are what one orders.
    let whole = cost(asked).max(1);
    let most = i64::from(asked) * have.max(0) / whole;
    let round = u32::try_from(most / 100 * 100).unwrap_or(0);
    (round > 0 && round < asked && cost(round) <= have).then(|| Way::Order(again(place, round)))
}

/// The town of one's own that is nearest to an army.
fn home(view: &View<'_>, army: ArmyId) -> Option<PlaceId> {
    let at = view.army(army)?.at;
    let atlas = &view.book().atlas;
    view.own_towns()
        .map(|town| town.id)
        .filter(|place| *place != at)
        .min_by_key(|place| (atlas.km(at, *place), *place))
}

/// Own armies in the field, the nearest to a place first.
fn nearest(view: &View<'_>, place: PlaceId, but: Option<ArmyId>) -> Vec<ArmyId> {
    let mut armies: Vec<(u32, ArmyId)> = view
        .armies()
        .filter(|a| Some(a.id) != but && view.shut_in(a.id).is_none())
        .map(|a| (view.book().atlas.km(a.at, place), a.id))
        .filter(|(km, _)| *km < u32::from(u16::MAX))
        .collect();
    armies.sort();
    armies.into_iter().map(|(_, army)| army).collect()
}

/// Armies that could come to a besieged place: the two nearest.
fn relief(view: &View<'_>, place: PlaceId, but: Option<ArmyId>) -> Vec<Way> {
    nearest(view, place, but)
        .into_iter()
        .take(2)
        .map(|army| Way::Order(Order::Relieve { army, place }))
        .collect()
}

/// The same order at the nearest crossing of a great river where it could be given.
fn by_the_river(view: &View<'_>, from: PlaceId, order: &OrderNow) -> Option<OrderNow> {
    let atlas = &view.book().atlas;
    let again = |place| match order {
        Order::BuildBoats { .. } => Order::BuildBoats { place },
        Order::BuildShips { boats, .. } => Order::BuildShips {
            place,
            boats: *boats,
        },
        Order::Waylay { army, .. } => Order::Waylay { army: *army, place },
        _ => Order::BreakDike { place },
    };
    let crossing = |place: &PlaceId| match order {
        Order::BuildShips { .. } => view.on_water(*place),
        _ => view.by_great_river(*place),
    };
    view.places()
        .filter(crossing)
        .filter(|place| view.may_order(&again(*place)).is_ok())
        .min_by_key(|place| (atlas.km(from, *place), *place))
        .map(again)
}

/// The place that an order names.
#[must_use]
pub const fn place_of(order: &OrderNow) -> Option<PlaceId> {
    match order {
        Order::March { to: place, .. }
        | Order::Withdraw { to: place, .. }
        | Order::MoveCourt { to: place }
        | Order::Besiege { place, .. }
        | Order::Mask { place, .. }
        | Order::Assault { place, .. }
        | Order::Relieve { place, .. }
        | Order::Raid { place, .. }
        | Order::Waylay { place, .. }
        | Order::Levy { place, .. }
        | Order::Fortify { place }
        | Order::Arm { place }
        | Order::Provision { place }
        | Order::BuildBoats { place }
        | Order::HandOver { place }
        | Order::FeedPeople { place, .. }
        | Order::BuildShips { place, .. }
        | Order::Transport { place, .. }
        | Order::Rouse { place, .. }
        | Order::BreakDike { place } => Some(*place),
        _ => None,
    }
}

const fn names_person(order: &OrderNow) -> bool {
    matches!(
        order,
        Order::Appoint { .. }
            | Order::Command { .. }
            | Order::Dismiss { .. }
            | Order::Recall { .. }
            | Order::Rouse { .. }
    )
}

fn with_men(order: &OrderNow, men: u32) -> Option<OrderNow> {
    match *order {
        Order::Raid { army, place, .. } => Some(Order::Raid { army, place, men }),
        Order::Garrison { army, .. } => Some(Order::Garrison { army, men }),
        _ => None,
    }
}

/// What is needed, what there is and what is missing, where a refusal has such numbers. The good is none for edicts and men.
#[must_use]
pub fn sum(ask: &Ask, why: &Refusal) -> Option<Sum> {
    match *why {
        Refusal::NoEdicts { needed, left } => Some(Sum {
            of: Counted::Edicts,
            needed: i64::from(needed),
            have: i64::from(left),
        }),
        Refusal::TooPoor { good, needed, have } => Some(Sum {
            of: Counted::Good(good),
            needed,
            have,
        }),
        Refusal::TooFewMen { have, .. } => {
            let Ask::Order(Order::Raid { men, .. } | Order::Garrison { men, .. }) = ask else {
                return None;
            };
            (*men > have).then_some(Sum {
                of: Counted::Men,
                needed: i64::from(*men),
                have: i64::from(have),
            })
        }
        _ => None,
    }
}

/// What a refusal counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Edicts.
    Edicts,
    /// Men.
    Men,
    /// A good of the treasury.
    Good(Good),
}

/// The numbers of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Of what.
    pub of: Counted,
    /// Needed.
    pub needed: i64,
    /// At hand.
    pub have: i64,
}

impl Sum {
    /// Missing.
    #[must_use]
    pub const fn missing(&self) -> i64 {
        self.needed - self.have
    }
}
