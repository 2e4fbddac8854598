//! What a hand sets so that a condition holds: the way to any matter that no game came to quickly.

use super::{check, set};
use crate::base::date::{Date, Turn};
use crate::base::ids::{ArmyId, CourtId, DraftId, OptionId, PersonId, PlaceId};
use crate::rules::condition::{CROSSING_MEN, NEAR_KM, holds};
use crate::rules::state::Game;
use crate::scenario::given::{Given, GivenNow};
use crate::scenario::language::ClauseKind;
use crate::scenario::model::{ClauseNow, Cond};

/// One value may undo another: so often the whole is gone through.
const ROUNDS: usize = 3;
/// Most alternatives of one condition that are looked at.
const MOST_WAYS: usize = 8;

/// What was done to bring a condition about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// What was set, in order.
    pub set: Vec<GivenNow>,
    /// What still keeps the condition from holding, outermost first.
    pub left: Vec<Cond>,
}

/// Sets whatever makes a condition hold, as far as a hand can.
pub fn bring_about(game: &mut Game, condition: &Cond) -> Brought {
    let mut done = Brought::default();
    for _ in 0..ROUNDS {
        if holds(game, condition) {
            return done;
        }
        // A day that is waited for comes first: with it the xun opens, and much may change.
        for dates in [true, false] {
            for given in ways(game, condition, true, dates) {
                if check(game, &given).is_ok() {
                    set(game, &given);
                    done.set.push(given);
                }
            }
        }
    }
    done.left = crate::rules::condition::missing(game, condition)
        .into_iter()
        .cloned()
        .collect();
    done
}

/// What to set so that a condition holds, or does not: the dates alone, or everything but the dates.
fn ways(game: &Game, condition: &Cond, so: bool, dates: bool) -> Vec<GivenNow> {
    if holds(game, condition) == so {
        return Vec::new();
    }
    match (condition, so) {
        (Cond::Not(inner), _) => ways(game, inner, !so, dates),
        (Cond::All(parts), true) | (Cond::Any(parts), false) => parts
            .iter()
            .flat_map(|part| ways(game, part, so, dates))
            .collect(),
        (Cond::Any(parts), true) | (Cond::All(parts), false) => {
            // The alternative that asks for least among those that can be had.
            let open = parts.iter().take(MOST_WAYS).filter_map(|part| {
                let days = ways(game, part, so, true);
                let rest = ways(game, part, so, false);
                let much = days.len() * 2 + rest.len();
                let can = much > 0 && days.iter().chain(&rest).all(|g| check(game, g).is_ok());
                can.then_some((much, if dates { days } else { rest }))
            });
            open.min_by_key(|(much, _)| *much)
                .map(|(_, ways)| ways)
                .unwrap_or_default()
        }
        (Cond::From(_) | Cond::Until(_) | Cond::Months(_), _) if dates => day(game, condition, so)
            .map(Given::Day)
            .into_iter()
            .collect(),
        (Cond::From(_) | Cond::Until(_) | Cond::Months(_), _) => Vec::new(),
        _ if dates => Vec::new(),
        _ => one(game, condition, so),
    }
}

/// The first day from now on on which a condition on the date stands so.
fn day(game: &Game, condition: &Cond, so: bool) -> Option<Date> {
    let stands = |day: Date| match condition {
        Cond::From(first) => day >= *first,
        Cond::Until(last) => day < *last,
        Cond::Months(months) => months.contains(&day.month()),
        _ => false,
    };
    (game.turn().0 + 1..game.book.turns)
        .map(|turn| game.book.day(Turn(turn)))
        .find(|day| stands(*day) == so)
}

/// What to set so that a condition that is no list and no date holds, or does not.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of condition")]
fn one(game: &Game, condition: &Cond, so: bool) -> Vec<GivenNow> {
    let mut out = Vec::new();
    let stand = |out: &mut Vec<GivenNow>, army: ArmyId| {
        if game.field(army).is_none() {
            out.push(Given::Stands(army, true));
        }
    };
    let live = |out: &mut Vec<GivenNow>, person: PersonId| {
        if !game.figure(person).alive {
            out.push(Given::Alive(person, true));
        }
    };
    match *condition {
        Cond::Holds(court, place) if so => out.push(Given::Holds(court, place)),
        Cond::Holds(court, place) => {
            out.extend(rival(game, court).map(|other| Given::Holds(other, place)));
        }
        Cond::Besieged(place, by) => {
            if so && game.holder(place) == Some(by) {
                out.extend(rival(game, by).map(|other| Given::Holds(other, place)));
            }
            out.push(Given::Besieged(place, so.then_some(by)));
        }
        Cond::Stands(army) => out.push(Given::Stands(army, so)),
        Cond::ArmyAt(army, place) if so => {
            stand(&mut out, army);
            out.push(Given::ArmyAt(army, place));
        }
        Cond::ArmyAt(army, place) => {
            let seat = game.realm(game.force(army).court).seat;
            if seat != place {
                out.push(Given::ArmyAt(army, seat));
            }
        }
        Cond::Near {
            court,
            place,
            km,
            men,
        } => {
            if so {
                gather(game, court, place, km, men, &mut out);
            } else {
                part(game, court, place, km, &mut out);
            }
        }
        Cond::Stronger {
            court,
            than,
            place,
            percent,
        } => {
            let there = |court: CourtId| {
                let inside = if game.holder(place) == Some(court) {
                    game.town(place).garrison
                } else {
                    0
                };
                (
                    u64::from(game.men_near(court, place, NEAR_KM)),
                    u64::from(inside),
                )
            };
            let ((mine, my_walls), (theirs, their_walls)) = (there(court), there(than));
            let percent = u64::from(percent.max(1));
            let (who, wanted) = if so {
                let all = ((theirs + their_walls) * percent).div_ceil(100).max(1);
                (court, all.saturating_sub(my_walls))
            } else {
                let all = (mine + my_walls) * 100 / percent + 1;
                (than, all.saturating_sub(their_walls))
            };
            let wanted = u32::try_from(wanted.max(1)).unwrap_or(u32::MAX);
            gather(game, who, place, NEAR_KM, wanted, &mut out);
        }
        Cond::AcrossRiver(court) if so => {
            let army = strongest(game, court, |_| true);
            let south = army.and_then(|army| {
                let at = game.field(army)?.at;
                game.places()
                    .filter(|place| game.south_of_river(*place))
                    .min_by_key(|place| (game.book.atlas.km(at, *place), *place))
            });
            if let (Some(army), Some(south)) = (army, south) {
                out.push(Given::ArmyAt(army, south));
                if game.force(army).men < CROSSING_MEN {
                    out.push(Given::Men(army, CROSSING_MEN));
                }
            }
        }
        Cond::AcrossRiver(court) => {
            let seat = game.realm(court).seat;
            if !game.south_of_river(seat) {
                let over = game.standing().filter(|(_, force, field)| {
                    force.court == court && game.south_of_river(field.at)
                });
                out.extend(over.map(|(army, ..)| Given::ArmyAt(army, seat)));
            }
        }
        Cond::Alive(person) => out.push(Given::Alive(person, so)),
        Cond::Free(person) if so => {
            live(&mut out, person);
            out.push(Given::HeldBy(person, None));
        }
        Cond::Free(person) => match game.figure(person).court.and_then(|c| rival(game, c)) {
            Some(captor) => out.push(Given::HeldBy(person, Some(captor))),
            None => out.push(Given::Alive(person, false)),
        },
        Cond::HeldBy(person, court) => {
            if so {
                live(&mut out, person);
            }
            out.push(Given::HeldBy(person, so.then_some(court)));
        }
        Cond::Serves(person, court) if so => {
            live(&mut out, person);
            out.push(Given::Serves(person, court));
        }
        Cond::InPost(person, post) if so => {
            live(&mut out, person);
            out.push(Given::Post(post, Some(person)));
        }
        Cond::InPost(_, post) => out.push(Given::Post(post, None)),
        Cond::Vacant(post) if so => out.push(Given::Post(post, None)),
        Cond::Vacant(post) => {
            let court = game.book.posts[post.index()].court;
            let free = game
                .people()
                .find(|p| game.figure(*p).court == Some(court) && game.is_free(*p));
            out.extend(free.map(|person| Given::Post(post, Some(person))));
        }
        Cond::Commands(person, army) if so => {
            live(&mut out, person);
            stand(&mut out, army);
            out.push(Given::Commands(army, Some(person)));
        }
        Cond::Commands(_, army) => out.push(Given::Commands(army, None)),
        Cond::PersonAt(person, place) if so => {
            live(&mut out, person);
            out.push(Given::PersonAt(person, Some(place)));
        }
        Cond::PersonAt(person, place) => {
            let home = game.figure(person).court.map(|c| game.realm(c).seat);
            out.push(Given::PersonAt(person, home.filter(|at| *at != place)));
        }
        Cond::Reigns(person, court) if so => {
            live(&mut out, person);
            out.push(Given::Reigns(person, court));
        }
        Cond::Seat(court, place) if so => out.push(Given::Seat(court, place)),
        Cond::CourtStands(court) => out.push(Given::CourtStands(court, so)),
        Cond::Deposed(court) => out.push(Given::Deposed(court, so)),
        Cond::Fact(fact) => out.push(Given::Fact(fact, so)),
        Cond::Laid(decision) if so => out.push(Given::Laid(decision)),
        Cond::Chose(decision, option) if so => out.push(Given::Chose(decision, option)),
        Cond::Chose(decision, option) => {
            let options = game.book.decisions[decision.index()].options.len();
            let other = (0..options).map(OptionId::of).find(|o| *o != option);
            out.extend(other.map(|other| Given::Chose(decision, other)));
        }
        Cond::Treasury(court, good, least) => {
            out.push(Given::Treasury(
                court,
                good,
                if so { least } else { least - 1 },
            ));
        }
        Cond::Legitimacy(court, least) => out.push(Given::Legitimacy(court, edge(least, so))),
        Cond::Lean(court, least) => out.push(Given::Lean(court, edge(least, so))),
        Cond::Loyalty(person, least) => {
            live(&mut out, person);
            out.push(Given::Loyalty(person, edge(least, so)));
        }
        Cond::Unrest(place, least) => out.push(Given::Unrest(place, edge(least, so))),
        Cond::Morale(place, least) => out.push(Given::Morale(place, edge(least, so))),
        Cond::Stores(place, least) => out.push(Given::Stores(place, edge(least, so))),
        Cond::Garrison(place, least) => {
            let inside = game.defenders(place) - game.town(place).garrison;
            let wanted = if so { least } else { least.saturating_sub(1) };
            if so || wanted >= inside {
                out.push(Given::Garrison(place, wanted.saturating_sub(inside)));
            }
        }
        Cond::Offered(draft) | Cond::Proposed(draft) if so => out.push(Given::Proposed(draft)),
        Cond::InForce(draft) | Cond::Sworn(draft) if so => out.push(Given::Sworn(draft)),
        Cond::Bound(a, b) if so => out.extend(paper(game, a, b, |_| true)),
        Cond::Pledged {
            by,
            to,
            clause,
            place,
        } if so => out.extend(paper(game, by, to, |found| {
            ClauseKind::of(found) == clause
                && found.binds().is_none_or(|who| *who == by)
                && place.is_none_or(|at| found.places().contains(&at))
        })),
        Cond::AtWar(a, b) => out.push(Given::AtWar(a, b, so)),
        // What happened, or did not, no hand undoes; dates and lists were looked at before.
        Cond::Always
        | Cond::All(_)
        | Cond::Any(_)
        | Cond::Not(_)
        | Cond::From(_)
        | Cond::Until(_)
        | Cond::Months(_)
        | Cond::Serves(..)
        | Cond::Reigns(..)
        | Cond::Seat(..)
        | Cond::Laid(_)
        | Cond::Offered(_)
        | Cond::Crowd(_)
        | Cond::HeirNamed(_)
        | Cond::Proposed(_)
        | Cond::InForce(_)
        | Cond::Sworn(_)
        | Cond::Intercepted(_)
        | Cond::Breached(..)
        | Cond::Bound(..)
        | Cond::Pledged { .. }
        | Cond::Forsworn(..)
        | Cond::Lost(..)
        | Cond::FellTo(..)
        | Cond::Truce(..) => {}
    }
    out
}

/// The number on this side of a border, or just below it.
const fn edge(least: i32, so: bool) -> i32 {
    if so { least } else { least - 1 }
}

/// The court that would have what another has not: an enemy that stands, or any other that does.
fn rival(game: &Game, court: CourtId) -> Option<CourtId> {
    let others = || {
        game.courts()
            .filter(|other| *other != court && game.realm(*other).stands)
    };
    others()
        .find(|other| game.at_war(court, *other))
        .or_else(|| others().next())
}

/// The strongest army of a court in the field of which this is true.
fn strongest(game: &Game, court: CourtId, is: impl Fn(PlaceId) -> bool) -> Option<ArmyId> {
    game.standing()
        .filter(|(_, force, field)| force.court == court && is(field.at))
        .max_by_key(|(id, force, _)| (force.men, std::cmp::Reverse(*id)))
        .map(|(id, ..)| id)
}

/// So many men of a court near a place: its strongest army goes there, and is made up to what is wanting.
fn gather(game: &Game, court: CourtId, place: PlaceId, km: u32, men: u32, out: &mut Vec<GivenNow>) {
    let near = |at: PlaceId| game.book.atlas.km(at, place) <= km;
    let army = strongest(game, court, near).or_else(|| strongest(game, court, |_| true));
    let Some(army) = army else {
        let levy = game
            .armies()
            .find(|army| game.force(*army).court == court && game.field(*army).is_none());
        if let Some(levy) = levy {
            out.push(Given::Stands(levy, true));
            out.push(Given::ArmyAt(levy, place));
            out.push(Given::Men(levy, men.max(1)));
        }
        return;
    };
    let has = game.force(army).men;
    let mut there = game.men_near(court, place, km);
    if game.field(army).is_some_and(|field| !near(field.at)) {
        out.push(Given::ArmyAt(army, place));
        there += has;
    }
    if there < men {
        out.push(Given::Men(army, has + (men - there)));
    }
}

/// A court's armies near a place go to its seat, where that lies farther off.
fn part(game: &Game, court: CourtId, place: PlaceId, km: u32, out: &mut Vec<GivenNow>) {
    let seat = game.realm(court).seat;
    if game.book.atlas.km(seat, place) <= km {
        return;
    }
    let near = game.standing().filter(|(_, force, field)| {
        force.court == court && game.book.atlas.km(field.at, place) <= km
    });
    out.extend(near.map(|(army, ..)| Given::ArmyAt(army, seat)));
}

/// The first draft of the scenario between two courts with such a clause, sworn.
fn paper(
    game: &Game,
    a: CourtId,
    b: CourtId,
    with: impl Fn(&ClauseNow) -> bool,
) -> Option<GivenNow> {
    let terms = |draft: &DraftId| &game.book.drafts[draft.index()].terms;
    (0..game.book.drafts.len())
        .map(DraftId::of)
        .find(|draft| {
            let terms = terms(draft);
            a != b && terms.binds(a) && terms.binds(b) && terms.clauses.iter().any(&with)
        })
        .map(Given::Sworn)
}
