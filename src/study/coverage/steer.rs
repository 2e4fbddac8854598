//! Bending a game towards something: the orders by which a court brings a part of a condition about, as far as they are lawful.
//!
//! It looks at the whole world, which no policy may; a game so bent is a way to try what a scenario holds, not a way to play it.

use super::Target;
use crate::base::ids::{ArmyId, CourtId, DecisionId, OptionId, PlaceId};
use crate::engine::{Ask, Engine};
use crate::orders::{Order, OrderNow, Treat};
use crate::rules::condition::{Found, Gap, gaps};
use crate::scenario::language::Effect;
use crate::scenario::model::{Cond, Eff, Scenario};

/// How far it follows what waits for another matter.
const DEPTH: usize = 3;

/// What the courts should ask for now to come nearer to a target.
pub(in crate::study) fn asks(engine: &Engine, towards: Option<Target>) -> Vec<(CourtId, Ask)> {
    let Some(target) = towards else {
        return Vec::new();
    };
    lacking(engine, target)
        .iter()
        .flat_map(|gap| orders(engine, gap))
        .map(|(court, order)| (court, Ask::Order(order)))
        .collect()
}

/// What keeps a target from coming up, with what keeps those matters from it for which it waits.
fn lacking(engine: &Engine, target: Target) -> Vec<Gap> {
    let mut open = gaps(engine.whole(), &target.condition(engine.book()));
    let mut from = 0;
    for _ in 0..DEPTH {
        let until = open.len();
        for n in from..until {
            if let (Cond::Laid(decision) | Cond::Chose(decision, _), true) =
                (&open[n].part, open[n].so)
                && engine.whole().tables().matters[decision.index()]
                    .laid
                    .is_none()
            {
                let when = &engine.book().decisions[decision.index()].when;
                open.extend(gaps(engine.whole(), when));
            }
        }
        from = until;
    }
    open
}

/// The answers that would bring a part about: the option it asks for, or those that establish the fact it asks for.
pub(super) fn answers(book: &Scenario, gap: &Gap) -> Vec<(DecisionId, OptionId)> {
    match gap.part {
        Cond::Chose(decision, option) if gap.so => vec![(decision, option)],
        _ => options(book)
            .filter(|(_, _, effects)| does(effects, &gap.part, gap.so))
            .map(|(decision, option, _)| (decision, option))
            .collect(),
    }
}

/// Every option, with its effects.
fn options(book: &Scenario) -> impl Iterator<Item = (DecisionId, OptionId, &[Eff])> {
    book.decisions.iter().enumerate().flat_map(|(d, decision)| {
        decision
            .options
            .iter()
            .enumerate()
            .map(move |(o, option)| (DecisionId::of(d), OptionId::of(o), &option.effects[..]))
    })
}

/// Whether some effect of a list is what a part asks for.
fn does(effects: &[Eff], part: &Cond, so: bool) -> bool {
    effects.iter().any(|effect| match (effect, part) {
        (Effect::Chance(_, a, b), _) => does(a, part, so) || does(b, part, so),
        (Effect::Later(_, list), _) => does(list, part, so),
        (Effect::Set(fact), Cond::Fact(asked)) => so && fact == asked,
        (Effect::Clear(fact), Cond::Fact(asked)) => !so && fact == asked,
        (
            Effect::Order(Order::Propose { draft }),
            Cond::Proposed(asked)
            | Cond::Offered(asked)
            | Cond::Sworn(asked)
            | Cond::InForce(asked),
        ) => so && draft == asked,
        (Effect::Depose(court), Cond::Deposed(asked)) => so && court == asked,
        (Effect::Establish { court, .. }, Cond::CourtStands(asked)) => so && court == asked,
        (Effect::Abdicate(person), Cond::Reigns(asked, _)) => so && person == asked,
        _ => false,
    })
}

/// The orders by which courts bring a part about.
fn orders(engine: &Engine, gap: &Gap) -> Vec<(CourtId, OrderNow)> {
    let game = engine.whole();
    let book = engine.book();
    let lead = |court: CourtId, place: PlaceId| strongest(engine, court, place);
    match (&gap.part, gap.so) {
        (Cond::Offered(draft) | Cond::Proposed(draft) | Cond::Intercepted(draft), true) => {
            vec![(game.terms(*draft).from, Order::Propose { draft: *draft })]
        }
        (Cond::Sworn(draft) | Cond::InForce(draft), true) => {
            let terms = game.terms(*draft);
            vec![
                (terms.from, Order::Propose { draft: *draft }),
                (terms.to, Order::Accept { draft: *draft }),
            ]
        }
        (Cond::InPost(person, post), true) => vec![(
            book.posts[post.index()].court,
            Order::Appoint {
                person: *person,
                post: *post,
            },
        )],
        (Cond::InPost(_, post), false) | (Cond::Vacant(post), true) => match gap.found {
            Found::Person(Some(person)) => {
                vec![(book.posts[post.index()].court, Order::Dismiss { person })]
            }
            _ => Vec::new(),
        },
        (Cond::Commands(person, army), true) => vec![(
            game.force(*army).court,
            Order::Command {
                person: *person,
                army: *army,
            },
        )],
        (Cond::Stands(army), true) => vec![(
            book.armies[army.index()].court,
            Order::Raise { army: *army },
        )],
        (Cond::ArmyAt(army, place), true) => vec![(
            game.force(*army).court,
            Order::March {
                army: *army,
                to: *place,
            },
        )],
        (
            Cond::Besieged(place, court) | Cond::Holds(court, place) | Cond::FellTo(place, court),
            true,
        ) => {
            let Some(army) = lead(*court, *place) else {
                return Vec::new();
            };
            vec![
                (
                    *court,
                    Order::Besiege {
                        army,
                        place: *place,
                    },
                ),
                (
                    *court,
                    Order::Assault {
                        army,
                        place: *place,
                    },
                ),
            ]
        }
        (Cond::Near { court, place, .. } | Cond::Stronger { court, place, .. }, true) => {
            lead(*court, *place)
                .map(|army| (*court, Order::March { army, to: *place }))
                .into_iter()
                .collect()
        }
        (Cond::AcrossRiver(court), true) => game
            .courts()
            .filter(|other| game.at_war(*court, *other) && game.realm(*other).stands)
            .map(|other| game.realm(other).seat)
            .find(|seat| game.south_of_river(*seat))
            .and_then(|seat| {
                lead(*court, seat).map(|army| (*court, Order::March { army, to: seat }))
            })
            .into_iter()
            .collect(),
        (Cond::Seat(court, place), true) => vec![(*court, Order::MoveCourt { to: *place })],
        (Cond::AtWar(by, on), true) => vec![(*by, Order::treat(Treat::War { on: *on }))],
        _ => Vec::new(),
    }
}

/// The strongest army of a court of those that are not far from a place, else of all.
fn strongest(engine: &Engine, court: CourtId, place: PlaceId) -> Option<ArmyId> {
    let game = engine.whole();
    game.standing()
        .filter(|(_, force, _)| force.court == court)
        .max_by_key(|(_, force, field)| {
            u64::from(force.men) * 1_000 / u64::from(100 + engine.book().atlas.km(field.at, place))
        })
        .map(|(army, _, _)| army)
}
