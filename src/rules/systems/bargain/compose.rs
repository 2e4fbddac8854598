//! What a court would write itself: a paper that it would take and thinks the other would, and of those the one that asks most.

use std::cmp::Reverse;

use super::{on_scales_for, reported_near};
use crate::base::ids::{CourtId, PersonId, PlaceId};
use crate::rules::formulas::bargain::Position;
use crate::rules::state::Game;
use crate::rules::systems::treaties::audit;
use crate::scenario::language::{Clause, Every, Good, Rank};
use crate::scenario::model::{ClauseNow, Terms};

/// A court that thinks the other would still take it by this much asks for one thing more.
const MARGIN: i64 = 3;
/// Less than this is not worth an oath.
const LEAST_SUM: i64 = 20_000;
/// Of what a court is believed to have in store, so much can come from it every year (a part of so many): the silver of Chanyuan was a small part of it.
const YEARLY_PART: i64 = 4;
/// So many times what it is believed to have may be asked of a court at the most: Song put its seal in February 1126 to several times what its storehouses held.
/// What a chancery suggests of itself stays within what there is.
const ASKED_TIMES: i64 = 3;
/// Armies are given so many xun to be gone, towns to be handed over, sums to be paid.
const GO_XUN: u8 = 4;
const HAND_OVER_XUN: u8 = 6;
const PAY_XUN: u8 = 6;
/// No paper asks for more besieged towns than this, and for more towns of the border than three, which was the demand of 1126.
const MOST_TOWNS: usize = 12;
const BORDER_TOWNS: usize = 3;

/// A paper for another court with which this one is at war; none if it sees nothing that both would sign.
#[must_use]
pub fn offer(game: &Game, court: CourtId, to: CourtId) -> Option<Vec<ClauseNow>> {
    let patron = game.patron(court) == Some(to) || game.patron(to) == Some(court);
    if !game.at_war(court, to) && !patron {
        return None;
    }
    let (own, theirs) = (
        super::position(game, court, to),
        super::guess(game, court, to),
    );
    let mut clauses = if game.at_war(court, to) {
        ends_the_war(game, court, to)
    } else {
        Vec::new()
    };
    let (gives, asks) = if game.at_war(court, to) {
        (gifts(game, court, to), demands(game, court, to))
    } else if game.patron(court) == Some(to) {
        (tribute(game, court, court), petitions(game, court, to))
    } else {
        // The patron's side of the same paper.
        (petitions(game, to, court), tribute(game, to, court))
    };
    let (mut gives, mut asks) = (gives.into_iter(), asks.into_iter().peekable());
    if clauses.is_empty() {
        clauses.push(asks.next()?);
    }
    let weights = |clauses: &[ClauseNow]| weigh_both(game, court, to, &own, &theirs, clauses);
    let (mut mine, mut other) = weights(&clauses);
    while mine <= 0 || other <= 0 {
        // What the other lacks is offered; what this court lacks is asked for. Where both lack something there is nothing to treat about.
        let next = if other <= 0 && mine > 0 {
            gives.next()?
        } else if mine <= 0 && other > 0 {
            asks.next()?
        } else {
            return None;
        };
        put(&mut clauses, next);
        (mine, other) = weights(&clauses);
    }
    for more in asks {
        let mut bolder = clauses.clone();
        put(&mut bolder, more);
        let (mine, other) = weights(&bolder);
        if mine > 0 && other >= MARGIN {
            clauses = bolder;
        }
    }
    Some(clauses)
}

/// What a court would ask of another in answer to a paper between the two, the least first.
pub(super) fn wants(game: &Game, court: CourtId, of: CourtId) -> Vec<ClauseNow> {
    let mut out = all_wants(game, court, of);
    // What is not worth an oath is not asked for.
    out.retain(|clause| most_answered(game, court, clause).is_none_or(|most| most >= LEAST_SUM));
    for clause in &mut out {
        cut(game, court, clause);
    }
    out
}

fn all_wants(game: &Game, court: CourtId, of: CourtId) -> Vec<ClauseNow> {
    if game.patron(court) == Some(of) {
        petitions(game, court, of)
    } else if game.patron(of) == Some(court) {
        tribute(game, of, court)
    } else if game.at_war(court, of) {
        demands(game, court, of)
    } else {
        Vec::new()
    }
}

/// What a paper weighs with this court, and what it thinks that it weighs with the other.
fn weigh_both(
    game: &Game,
    court: CourtId,
    to: CourtId,
    own: &Position,
    theirs: &Position,
    clauses: &[ClauseNow],
) -> (i64, i64) {
    let terms = Terms::plain(court, to, clauses.to_vec());
    let store = Some(game.realm(court).treasury);
    (
        on_scales_for(game, court, *own, store, &terms).total,
        on_scales_for(game, to, *theirs, None, &terms).total,
    )
}

/// Adds a clause; a second form of address, or a second sum of the same good, takes the first one's place. Of what is paid year by year the sum alone does:
/// where and how often it was to be paid stays as it was.
pub(crate) fn put(clauses: &mut Vec<ClauseNow>, clause: ClauseNow) {
    if let Clause::Yearly {
        by: payer,
        good: of,
        amount: sum,
        every: often,
        ..
    } = clause
    {
        let known = clauses.iter_mut().find_map(|c| match c {
            Clause::Yearly {
                by,
                good,
                amount,
                every,
                ..
            } if *by == payer && *good == of => Some((amount, *every)),
            _ => None,
        });
        if let Some((amount, every)) = known {
            *amount = sum.saturating_mul(often.a_year()) / every.a_year();
            return;
        }
    }
    clauses.retain(|c| match (c, &clause) {
        (Clause::Address { by: a, .. }, Clause::Address { by: b, .. }) => a != b,
        (
            Clause::Pay {
                by: a, good: had, ..
            },
            Clause::Pay {
                by: b, good: has, ..
            },
        ) => a != b || had != has,
        _ => true,
    });
    if !clauses.contains(&clause) {
        clauses.push(clause);
    }
}

/// Peace, and whoever stands in the other's country goes.
fn ends_the_war(game: &Game, court: CourtId, to: CourtId) -> Vec<ClauseNow> {
    let south = |place: PlaceId| game.book.atlas.places[place.index()].south_of_river;
    let seat_south = |c: CourtId| south(game.realm(c).seat);
    let mut out = vec![Clause::Peace];
    // A band has no country of its own to go back to, and none that one could go out of.
    if is_band(game, court) || is_band(game, to) {
        return out;
    }
    let own_there = game
        .standing()
        .any(|(_, force, field)| force.court == court && south(field.at));
    if own_there && seat_south(to) {
        out.push(Clause::Withdraw {
            by: court,
            due_xun: GO_XUN,
        });
    }
    if seat_south(court) && reported_near(game, court, to, game.realm(court).seat, 260) > 0 {
        out.push(Clause::Withdraw {
            by: to,
            due_xun: GO_XUN,
        });
    }
    out
}

/// So much every year, or as much as is believed to be in the payer's reach; none where that is not worth an oath.
fn yearly(game: &Game, by: CourtId, good: Good, amount: i64) -> Option<ClauseNow> {
    let amount = round(amount.min(believed(game, by, good) / YEARLY_PART));
    (amount >= LEAST_SUM).then_some(Clause::Yearly {
        by,
        good,
        amount,
        every: Every::Year,
        tolerance: 0,
        grace: 3,
        at: None,
    })
}

/// So much once; none where that is not worth an oath.
fn sum(by: CourtId, good: Good, amount: i64) -> Option<ClauseNow> {
    let amount = round(amount);
    (amount >= LEAST_SUM).then_some(Clause::Pay {
        by,
        good,
        amount,
        due_xun: PAY_XUN,
        tolerance: 10,
        grace: 2,
        at: None,
    })
}

/// So much once from another, whose store nobody here has seen: no more than is believed to be in it.
fn asked(game: &Game, of: CourtId, good: Good, amount: i64) -> Option<ClauseNow> {
    sum(of, good, amount.min(believed(game, of, good)))
}

/// What a court is believed to have in store of a good: by the households of its towns, whose numbers travellers and old registers tell. Set by what
/// is known of Song in 1118 and 1125, whose store of silver was of the order of half a tael a household, and found about right for Jin of 1118 and of 1130.
#[must_use]
pub fn believed(game: &Game, of: CourtId, good: Good) -> i64 {
    let homes = |place: &PlaceId| i64::from(game.book.atlas.places[place.index()].households);
    let homes: i64 = game.held(of).iter().map(homes).sum();
    match good {
        Good::Gold => homes / 40,
        Good::Silver | Good::Grain => homes / 2,
        Good::Silk | Good::Cash => homes,
    }
}

/// The most that a court in its senses asks of another at once: what the other holds it may have to scrape together from its people, and did in 1126.
#[must_use]
pub fn most_asked(game: &Game, of: CourtId, good: Good) -> i64 {
    believed(game, of, good) * ASKED_TIMES
}

/// The most that a court writes into its answer to a paper, in one payment of a clause: what is in its own store, or is believed to be in the other's, of which
/// not all can come every year. A first demand may be for several times as much, as in 1126; whoever haggles speaks of what there is.
pub(super) fn most_answered(game: &Game, court: CourtId, clause: &ClauseNow) -> Option<i64> {
    let (by, good, every) = match *clause {
        Clause::Pay { by, good, .. } => (by, good, None),
        Clause::Yearly {
            by, good, every, ..
        } => (by, good, Some(every)),
        _ => return None,
    };
    let most = match every {
        _ if by == court => game.realm(court).treasury[good as usize].max(LEAST_SUM),
        Some(_) => believed(game, by, good) / YEARLY_PART,
        None => believed(game, by, good),
    };
    let payments = every.map_or(1, Every::a_year);
    Some((round(most) / payments).max(1))
}

/// Whether a sum is within what can be spoken of in an answer.
pub(crate) fn within(game: &Game, court: CourtId, clause: &ClauseNow) -> bool {
    match *clause {
        Clause::Pay { by, amount, .. } | Clause::Yearly { by, amount, .. } if by == court => {
            most_answered(game, court, clause).is_none_or(|most| amount <= most)
        }
        _ => true,
    }
}

/// Cuts a sum to what can be spoken of in an answer.
pub(super) fn cut(game: &Game, court: CourtId, clause: &mut ClauseNow) {
    let most = most_answered(game, court, clause);
    if let (Clause::Pay { amount, .. } | Clause::Yearly { amount, .. }, Some(most)) = (clause, most)
    {
        *amount = (*amount).min(most);
    }
}

/// A sum as papers write it: no demand or promise of these wars was finer than its two first figures.
fn round(sum: i64) -> i64 {
    let step = 10_i64.pow(sum.max(1).ilog10().saturating_sub(1));
    sum / step * step
}

/// A form of address of one court towards another, in the words that such letters use.
fn address(by: CourtId, rank: Rank) -> ClauseNow {
    let form = match rank {
        Rank::Equal => "one sovereign to another",
        Rank::Younger => "a younger brother to his elder",
        Rank::Nephew => "a nephew to his uncle",
        Rank::Subject => "a subject to his lord",
    };
    Clause::Address {
        by,
        form: form.to_owned(),
        rank,
    }
}

/// These towns, handed over.
fn ceded(by: CourtId, towns: Vec<PlaceId>) -> impl Iterator<Item = ClauseNow> {
    towns.into_iter().map(move |place| Clause::Cede {
        by,
        place,
        due_xun: HAND_OVER_XUN,
    })
}

/// What a court that lives by another's army gives him, as one of the two writes it: tribute, a little at a time, and the words of a son where no paper between
/// the two has settled them. It does not write down for itself more than lies in its store; what that is, its patron has to guess.
fn tribute(game: &Game, client: CourtId, writer: CourtId) -> Vec<ClauseNow> {
    let own = client == writer;
    let have = |good: Good| {
        if own {
            game.realm(client).treasury[good as usize].max(0)
        } else {
            believed(game, client, good)
        }
    };
    let yearly = |game: &Game, client: CourtId, good: Good, amount: i64| {
        yearly(game, client, good, amount.min(have(good)))
    };
    let settled = game.patron(client).is_some_and(|patron| {
        game.bound(client).iter().any(|id| {
            let terms = game.terms(*id);
            let says = |clause: &ClauseNow| matches!(clause, Clause::Address { .. });
            game.in_force(*id) && terms.binds(patron) && terms.clauses.iter().any(says)
        })
    });
    let mut out: Vec<ClauseNow> = Vec::new();
    out.extend(yearly(game, client, Good::Silver, 200_000));
    if have(Good::Silk) > 200_000 {
        out.extend(yearly(game, client, Good::Silk, 300_000));
    }
    out.push(address(client, Rank::Nephew));
    out.extend(sum(client, Good::Silver, have(Good::Silver) / 6));
    out.extend(yearly(game, client, Good::Cash, 600_000));
    out.push(address(client, Rank::Subject));
    if settled {
        out.retain(|clause| !matches!(clause, Clause::Address { .. }));
    }
    out
}

/// Men beside another's throne, where a paper asks for them.
const GUARD_MEN: u32 = 10_000;

/// What it asks of him: his army near it, his war on who presses it, and towns of the country it was given.
fn petitions(game: &Game, client: CourtId, patron: CourtId) -> Vec<ClauseNow> {
    let seat = game.realm(client).seat;
    let mut out = vec![Clause::Guard {
        by: patron,
        men: GUARD_MEN,
    }];
    // The enemy's town that lies nearest to it, if it is in danger or at war at all.
    let enemy = game
        .places()
        .filter_map(|p| Some((game.book.atlas.km(p, seat), p, game.holder(p)?)))
        .filter(|(_, _, holder)| game.at_war(client, *holder) && game.at_war(patron, *holder))
        .min();
    if let Some((_, place, against)) = enemy {
        out.push(Clause::Campaign {
            by: patron,
            against,
            place,
            due_xun: CAMPAIGN_XUN,
        });
    }
    out.extend(ceded(
        patron,
        nearest(game, patron, client)
            .into_iter()
            .filter(|p| game.book.atlas.km(*p, seat) <= GIFT_KM)
            .collect(),
    ));
    out
}

/// A patron's army lies before a town within so many xun of the oath.
const CAMPAIGN_XUN: u8 = 18;
/// Land is asked for so far from one's seat: Shaanxi, given to Qi in the winter of 1131, began beyond that by road from Kaifeng.
const GIFT_KM: u32 = 450;

/// Towns of one court that another besieges.
fn besieged(game: &Game, of: CourtId, by: CourtId) -> Vec<PlaceId> {
    game.besieged()
        .iter()
        .copied()
        .filter(|p| {
            game.holder(*p) == Some(of)
                && *p != game.realm(of).seat
                && game.siege(*p).is_some_and(|s| game.allied(s.by, by))
        })
        .take(MOST_TOWNS)
        .collect()
}

/// Towns of one court that lie nearest to another's seat.
fn nearest(game: &Game, of: CourtId, to: CourtId) -> Vec<PlaceId> {
    let seat = game.realm(to).seat;
    let held = game.held(of).iter().copied();
    let mut towns: Vec<(u32, PlaceId)> = held
        .filter(|p| *p != game.realm(of).seat)
        .map(|p| (game.book.atlas.km(p, seat), p))
        .collect();
    if towns.len() > BORDER_TOWNS {
        towns.select_nth_unstable(BORDER_TOWNS);
        towns.truncate(BORDER_TOWNS);
    }
    towns.sort_unstable();
    towns.into_iter().map(|(_, place)| place).collect()
}

fn is_band(game: &Game, court: CourtId) -> bool {
    game.book.courts[court.index()].band
}

/// Whether a clause is one that a band would care about, or could keep: it takes money and towns and gives up towns, has no treasury to pay from, and knows no
/// years, no house and no forms of address.
fn for_a_band(clause: &ClauseNow, band: CourtId) -> bool {
    match *clause {
        Clause::Pay { by, .. } => by != band,
        Clause::Cede { .. } => true,
        _ => false,
    }
}

/// What a court would give, the least first: the old payment to Liao, then more of it, then honour, money, towns that are hard to hold, and in the end
/// all that is in store.
pub(crate) fn gifts(game: &Game, court: CourtId, to: CourtId) -> Vec<ClauseNow> {
    let have = |good: Good| game.realm(court).treasury[good as usize].max(0);
    let mut out = vec![Clause::ReturnFugitives { by: court }];
    out.extend(yearly(game, court, Good::Silver, 200_000));
    out.extend(yearly(game, court, Good::Silk, 300_000));
    out.push(address(court, Rank::Younger));
    out.extend(sum(court, Good::Silver, have(Good::Silver) / 4));
    out.extend(yearly(game, court, Good::Cash, 1_000_000));
    out.extend(sum(court, Good::Silk, have(Good::Silk) / 4));
    out.push(address(court, Rank::Nephew));
    out.extend(ceded(court, besieged(game, court, to)));
    for good in [Good::Gold, Good::Silver, Good::Silk] {
        out.extend(sum(court, good, have(good)));
    }
    out.extend(ceded(court, nearest(game, court, to)));
    let ruler = game.realm(court).ruler;
    let mut house = game.house(court).iter().copied();
    let prince = house.find(|p| game.is_free(*p) && *p != ruler);
    out.extend(prince.map(|person| Clause::Hostage { by: court, person }));
    if is_band(game, to) {
        out.retain(|clause| for_a_band(clause, to));
    }
    out
}

/// What a court would ask, the least first: that the other sign away what is lost to it, then what was paid to Liao, its own people, towns under siege, more.
fn demands(game: &Game, court: CourtId, to: CourtId) -> Vec<ClauseNow> {
    let mut out: Vec<ClauseNow> = game
        .house(court)
        .iter()
        .filter(|p| game.captive(**p).is_some_and(|c| c.of == to))
        .map(|person| Clause::Return {
            by: to,
            person: *person,
            due_xun: PAY_XUN,
        })
        .collect();
    // The one who went over and weighs most is asked for by name, before all who did.
    let traits = |p: PersonId| &game.book.people[p.index()];
    let demanded = game
        .tables()
        .fugitives
        .iter()
        .map(|f| f.person)
        .filter(|p| audit::came_over(game, to, court, *p))
        .max_by_key(|p| (traits(*p).command + traits(*p).administration, Reverse(*p)));
    out.extend(demanded.map(|person| Clause::Return {
        by: to,
        person,
        due_xun: PAY_XUN,
    }));
    out.push(Clause::ReturnFugitives { by: to });
    out.extend(yearly(game, to, Good::Silver, 200_000));
    out.extend(yearly(game, to, Good::Silk, 300_000));
    out.push(address(to, Rank::Younger));
    out.extend(asked(game, to, Good::Silver, 2_000_000));
    out.extend(ceded(to, besieged(game, to, court)));
    out.extend(yearly(game, to, Good::Cash, 1_000_000));
    out.push(address(to, Rank::Nephew));
    out.extend(asked(game, to, Good::Gold, 200_000));
    out.extend(asked(game, to, Good::Silk, 2_000_000));
    out.extend(ceded(to, nearest(game, to, court)));
    out.extend(asked(game, to, Good::Silver, 20_000_000));
    out.extend(asked(game, to, Good::Gold, 2_000_000));
    out.push(address(to, Rank::Subject));
    if is_band(game, to) {
        out.retain(|clause| for_a_band(clause, to));
    }
    out
}
