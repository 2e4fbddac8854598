//! The weighing of papers: what a court makes of one, clause by clause; what would move it; what it would write itself.
//!
//! A court weighs by what it knows: its own treasury, towns and people, the enemy as last reported. The other side it can only
//! guess at ([`guess`]), and the guess knows nothing of the other's mind.

pub mod compose;

use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Shift, Word};
use crate::rules::formulas::bargain::{self, Ground, Position};
use crate::rules::formulas::clients::{self, Client};
use crate::rules::formulas::throne;
use crate::rules::state::Game;
use crate::rules::systems::treaties::audit;
use crate::scenario::language::Clause;
use crate::scenario::model::{ClauseNow, Terms};

/// How far a threat to a seat is felt, km.
const THREAT_KM: u32 = 260;
/// Reports older than this many xun are no longer counted on.
const FRESH_XUN: u16 = 9;
/// Battles and towns of the last three months say who is winning.
const TIDE_XUN: u16 = 9;
/// What another court is thought to have in store of any good, and how warlike it is thought to be, by one who cannot know.
const GUESSED_STORE: i64 = 2_000_000;
const GUESSED_LEAN: i32 = 15;
/// A paper is not changed in more places than this before the other side is told no.
const MOST_SHIFTS: usize = 10;

/// What a paper weighs with a court.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighing {
    /// What the court's position adds, part by part.
    pub grounds: [(Ground, i64); 7],
    /// What each clause weighs.
    pub clauses: Vec<i64>,
    /// What its envoy's tongue adds, or takes.
    pub tongue: i64,
    /// All of it. Above none the court takes the paper.
    pub total: i64,
}

impl Weighing {
    /// Whether the court takes the paper.
    #[must_use]
    pub const fn takes(&self) -> bool {
        self.total > 0
    }
    /// The clause it balks at: the one that weighs most against; none if every clause is to its good and it is still not enough.
    #[must_use]
    pub fn balks(&self) -> Option<usize> {
        let (n, weight) = self
            .clauses
            .iter()
            .enumerate()
            .min_by_key(|(n, weight)| (**weight, *n))?;
        (*weight < 0).then_some(n)
    }
}

/// Whether anybody's army at all was reported to a court within `km` of a place.
pub(super) fn is_anybody_near(game: &Game, to: CourtId, place: PlaceId, km: u32) -> bool {
    let n = game.book.armies.len();
    let mut known = game.tables().known[to.index() * n..][..n].iter().flatten();
    known.any(|sighting| {
        game.turn().0 - sighting.seen.0 <= FRESH_XUN
            && game.book.atlas.km(sighting.place, place) <= km
    })
}

/// Men of a court and its allies reported to another within `km` of a place.
pub(super) fn reported_near(game: &Game, to: CourtId, of: CourtId, place: PlaceId, km: u32) -> u32 {
    let n = game.book.armies.len();
    let known = &game.tables().known[to.index() * n..][..n];
    game.heard_of(to)
        .iter()
        .filter_map(|army| {
            let (force, sighting) = (game.force(*army), known[army.index()].as_ref()?);
            let counts = game.turn().0 - sighting.seen.0 <= FRESH_XUN
                && game.allied(force.court, of)
                && force.men > 0
                && game.book.atlas.km(sighting.place, place) <= km;
            counts.then_some(sighting.men)
        })
        .sum()
}

/// People of a court's ruling house in another's hands.
fn captives(game: &Game, of: CourtId, with: CourtId) -> u32 {
    let held = game
        .house(of)
        .iter()
        .filter(|p| game.figure(**p).alive && game.captive(**p).is_some_and(|c| c.of == with))
        .count();
    u32::try_from(held).unwrap_or(u32::MAX)
}

/// Clauses that a court has broken in what it swore to another.
fn broken_word(game: &Game, by: CourtId, to: CourtId) -> u32 {
    // A word is broken only that was given: whatever was never carried between the two does not count.
    let broken: usize = game
        .bound(by)
        .iter()
        .filter(|id| game.terms(**id).binds(to))
        .map(|id| {
            let paper = game.paper(*id);
            let broken = paper.clauses.iter().filter(|c| c.broken == Some(by));
            let broken = broken.count();
            // A treaty that was thrown over weighs as much as several promises that were not kept.
            let thrown = paper.void.is_some_and(|(who, _)| who == by);
            broken + if thrown { bargain::THROWN_OVER } else { 0 }
        })
        .sum();
    u32::try_from(broken).unwrap_or(u32::MAX)
}

/// How a war has gone of late for a court: battles and towns lost to the other, towns it has under siege; less what the court did to it.
fn lost(game: &Game, court: CourtId, to: CourtId) -> i32 {
    let fresh = |turn: crate::base::date::Turn| game.turn().0 - turn.0 <= TIDE_XUN;
    let won = |by: CourtId, from: CourtId| {
        let battles = game.tables().battles.iter().rev();
        let battles = battles
            .take_while(|b| fresh(b.turn))
            .filter(|b| b.winner == by && b.loser == from)
            .count();
        let native = |place: PlaceId| game.book.places[place.index()].holder == Some(from);
        let falls = game.tables().falls.iter().rev();
        let towns = falls
            .take_while(|(_, _, turn, _)| fresh(*turn))
            .filter(|(place, holder, ..)| *holder == by && native(*place))
            .count();
        let sieges = game
            .besieged()
            .iter()
            .copied()
            .filter(|p| game.holder(*p) == Some(from) && game.siege(*p).is_some_and(|s| s.by == by))
            .count();
        i32::try_from(battles + towns + sieges).unwrap_or(i32::MAX)
    };
    won(to, court) - won(court, to)
}

fn fear(near: u32, own: u32, besieged: bool, legitimacy: i32) -> i32 {
    let press = i64::from(near) * 60 / i64::from(own.max(5_000));
    let fear = i32::try_from(press.min(70)).unwrap_or(70)
        + if besieged { 25 } else { 0 }
        + (50 - legitimacy).max(0) / 4;
    fear.clamp(0, 100)
}

/// What both sides of a war know alike.
fn common(game: &Game, court: CourtId, other: CourtId) -> Position {
    let northern = |c: CourtId| game.book.courts[c.index()].northern;
    Position {
        fear: 0,
        lean: 0,
        lost: lost(game, court, other),
        their_fear: 0,
        at_their_gates: game
            .siege(game.realm(other).seat)
            .is_some_and(|s| game.allied(s.by, court)),
        northern: northern(court),
        faces_horse: northern(other),
        month: game.month(),
        captives: captives(game, court, other),
        broken: broken_word(game, other, court),
        at_war: game.at_war(court, other),
        towns: towns(game, court),
        client: client(game, court, other),
    }
}

/// Towns a court holds, counted as far as it matters, in the measure of a map of the whole empire: on a small one fewer are many.
fn towns(game: &Game, court: CourtId) -> u32 {
    let places = u32::try_from(game.book.places.len()).unwrap_or(u32::MAX);
    let enough = (places / 12).clamp(1, clients::TOWNS);
    let held = u32::try_from(game.held(court).len()).unwrap_or(u32::MAX);
    held.min(enough) * clients::TOWNS / enough
}

/// By whose army a court lives, seen from a paper between it and another.
fn client(game: &Game, court: CourtId, other: CourtId) -> Client {
    match game.patron(court) {
        _ if game.patron(other) == Some(court) => Client::Patron,
        None => Client::None,
        Some(patron) if patron == other => Client::OfOther,
        Some(patron) => Client::OfThird {
            propped: is_propped(game, court, patron),
            his_war: game.at_war(patron, other),
        },
    }
}

/// Whether enough of a patron's men stand near a throne.
#[must_use]
pub fn is_propped(game: &Game, court: CourtId, patron: CourtId) -> bool {
    game.men_near(patron, game.realm(court).seat, clients::NEAR_KM) >= clients::PROP_MEN
}

/// A court's position toward another, as it knows it itself.
#[must_use]
pub fn position(game: &Game, court: CourtId, other: CourtId) -> Position {
    let realm = game.realm(court);
    let seat = realm.seat;
    let own = game.men_near(court, seat, 120)
        + if game.holder(seat) == Some(court) {
            game.town(seat).garrison
        } else {
            0
        };
    let near = reported_near(game, court, other, seat, THREAT_KM);
    let besieged = game.siege(seat).is_some_and(|s| !game.allied(s.by, court));
    let common = common(game, court, other);
    Position {
        their_fear: if common.at_their_gates {
            their_fear(game, court, other)
        } else {
            0
        },
        fear: fear(near, own, besieged, realm.legitimacy),
        lean: realm.lean,
        ..common
    }
}

/// Another court's position toward this one, as this one can guess it: its own men before the other's seat, and walls of the strength that such a town has.
#[must_use]
pub fn guess(game: &Game, court: CourtId, other: CourtId) -> Position {
    Position {
        fear: their_fear(game, court, other),
        lean: GUESSED_LEAN,
        ..common(game, other, court)
    }
}

/// How afraid another court must be, as far as this one can guess.
fn their_fear(game: &Game, court: CourtId, other: CourtId) -> i32 {
    let seat = game.realm(other).seat;
    let own =
        game.book.places[seat.index()].garrison + reported_near(game, court, other, seat, 120);
    let near = game.men_near(court, seat, THREAT_KM);
    let besieged = game.siege(seat).is_some_and(|s| game.allied(s.by, court));
    fear(near, own, besieged, 50)
}

/// Who weighs: a court, with its position, and its store where that is known.
struct Scales {
    court: CourtId,
    at: Position,
    store: Option<[i64; 5]>,
}

/// What a paper weighs with a court.
#[must_use]
pub fn weigh(game: &Game, court: CourtId, terms: &Terms) -> Weighing {
    let at = position(game, court, terms.other(court));
    on_scales(
        game,
        &Scales {
            court,
            at,
            store: Some(game.realm(court).treasury),
        },
        terms,
    )
}

/// The same for a paper that lies before the court: its envoy speaks for it.
#[must_use]
pub fn weigh_paper(game: &Game, court: CourtId, draft: DraftId) -> Weighing {
    let mut weighing = weigh(game, court, game.terms(draft));
    if let Some(drawn) = game.drawn(draft).filter(|d| d.terms.to == court) {
        weighing.tongue = bargain::tongue(skill(game, drawn.envoy));
        weighing.total += weighing.tongue;
    }
    weighing
}

/// The same if the court leaned as this one man does.
#[must_use]
pub fn weigh_as(game: &Game, court: CourtId, terms: &Terms, lean: i32) -> Weighing {
    let at = Position {
        lean,
        ..position(game, court, terms.other(court))
    };
    on_scales(
        game,
        &Scales {
            court,
            at,
            store: Some(game.realm(court).treasury),
        },
        terms,
    )
}

/// What a court thinks that a paper weighs with the other party.
#[must_use]
pub fn weigh_other(game: &Game, court: CourtId, terms: &Terms) -> Weighing {
    let other = terms.other(court);
    let at = guess(game, court, other);
    on_scales(
        game,
        &Scales {
            court: other,
            at,
            store: None,
        },
        terms,
    )
}

/// What a paper weighs with a court in this position and with this store.
fn on_scales_for(
    game: &Game,
    court: CourtId,
    at: Position,
    store: Option<[i64; 5]>,
    terms: &Terms,
) -> Weighing {
    on_scales(game, &Scales { court, at, store }, terms)
}

fn on_scales(game: &Game, scales: &Scales, terms: &Terms) -> Weighing {
    let grounds = bargain::position(&scales.at);
    let clauses: Vec<i64> = terms
        .clauses
        .iter()
        .enumerate()
        .map(|(n, clause)| {
            // Doubtful words mean to a court what it reads in them.
            let mine = terms
                .reading_of(n)
                .is_none_or(|(u, r)| terms.unclear[u].readings[r].held_by == scales.court);
            if mine {
                clause_weight(game, scales, terms, clause)
            } else {
                0
            }
        })
        .collect();
    let total = grounds.iter().map(|(_, w)| w).sum::<i64>() + clauses.iter().sum::<i64>();
    Weighing {
        grounds,
        clauses,
        tongue: 0,
        total,
    }
}

/// What one clause weighs: what the court gives counts in full, what it is promised by what the other's word is worth.
fn clause_weight(game: &Game, scales: &Scales, terms: &Terms, clause: &ClauseNow) -> i64 {
    let court = scales.court;
    let other = terms.other(court);
    let trust = bargain::trust_percent(scales.at.broken);
    let sign = |by: CourtId, weight: i64| {
        if by == court {
            -weight
        } else {
            (weight * trust + 50) / 100
        }
    };
    let town = |from: CourtId, place: PlaceId| {
        // What is lost already is given for nothing.
        if game.holder(place) == Some(from) {
            let walls = game.book.atlas.places[place.index()].walls;
            let pressed = game.siege(place).is_some_and(|s| !game.allied(s.by, from));
            bargain::town(walls, game.realm(from).seat == place, pressed)
        } else {
            0
        }
    };
    let person = |who: PersonId| {
        let of = game.figure(who).court;
        bargain::person(
            of.is_some_and(|c| game.is_of_house(who, c)),
            of.is_some_and(|c| game.realm(c).ruler == who),
        )
    };
    let at_war = game.at_war(court, other);
    match *clause {
        Clause::Pay {
            by, good, amount, ..
        } => {
            let have = scales
                .store
                .map_or(GUESSED_STORE, |store| store[good as usize]);
            sign(by, bargain::sum(amount, have))
        }
        Clause::Yearly {
            by,
            good,
            amount,
            every,
            ..
        } => sign(
            by,
            bargain::yearly(good, amount.saturating_mul(every.a_year())),
        ),
        Clause::Cede { by, place, .. } => {
            let weight = sign(by, town(by, place));
            // To whom a town is promised, before whose walls he does not stand, has the promise; whether the town opens is another matter.
            let taken = game.siege(place).is_some_and(|s| game.allied(s.by, court));
            // A court that lives by another's army lives on his gifts of land.
            if by == court || taken || scales.at.client == Client::OfOther {
                weight
            } else if game.is_longed_for(place, court) && game.holder(place) == Some(by) {
                weight + sign(by, bargain::LONGED)
            } else {
                weight / 2
            }
        }
        Clause::Share { by, place, .. } => {
            let walls = game.book.atlas.places[place.index()].walls;
            sign(by, bargain::town(walls, false, true) / 2)
        }
        Clause::Hostage { by, person: who } => sign(by, person(who)),
        // To have one's own back is worth what it was to give him; to let him go costs only the hold one had.
        Clause::Return {
            by, person: who, ..
        } => {
            let elder = game.figure(who).reigned
                && game
                    .figure(who)
                    .court
                    .is_some_and(|c| game.realm(c).ruler != who && game.is_of_house(who, c));
            if elder {
                // His house must ask for him, and whoever reigns in his place must hope to be refused.
                if by == court {
                    throne::ELDER_HELD
                } else {
                    throne::ELDER_WEIGHT
                }
            } else if audit::came_over(game, by, terms.other(by), who) {
                sign(by, bargain::DEMANDED)
            } else if by == court {
                -(person(who) / 2)
            } else {
                sign(by, person(who))
            }
        }
        Clause::Withdraw { by, .. } if game.patron(court) == Some(by) => -clients::PROPPED,
        Clause::Withdraw { by, .. } => withdrawal(game, scales, by),
        Clause::KeepOut { by, .. }
        | Clause::NoWorks { by }
        | Clause::NoShelter { by }
        | Clause::NoLure { by } => sign(by, 1),
        Clause::Border { river, north, .. } => {
            let towns =
                crate::rules::systems::treaties::audit::wrong_bank(game, terms, river, north);
            towns
                .into_iter()
                .map(|(place, to)| {
                    let from = terms.other(to);
                    sign(from, town(from, place))
                })
                .sum()
        }
        Clause::ReturnFugitives { by } => {
            let wanted = game
                .tables()
                .fugitives
                .iter()
                .filter(|f| f.to == by && f.from == terms.other(by))
                .count();
            sign(by, 2 + i64::try_from(wanted.min(6)).unwrap_or(6))
        }
        Clause::Address { by, rank, .. } => {
            if by == court {
                -bargain::address(rank, scales.at.lean)
            } else {
                bargain::address(rank, 0) / 2
            }
        }
        Clause::Campaign { by, against, .. } => {
            let common_war = game.at_war(court, against);
            match (by == court, common_war) {
                (true, true) => -2,
                (true, false) => -12,
                (false, true) => sign(by, 12),
                (false, false) => 0,
            }
        }
        Clause::NoSeparatePeace { by, with } => {
            sign(by, if game.at_war(court, with) { 3 } else { 1 })
        }
        Clause::Market { .. } => 2,
        Clause::Truce { .. } | Clause::Peace => {
            if at_war {
                bargain::quiet(war_xun(game, court, other))
            } else {
                1
            }
        }
        Clause::Oath { .. } => 1,
        Clause::Guard { by, men } => {
            if by == court && game.patron(other) == Some(court) {
                // It is his own work that he keeps up.
                -clients::guard(men) / 2
            } else if by == court {
                -clients::guard(men)
            } else if game.patron(court) == Some(by) && !is_propped(game, court, by) {
                sign(by, clients::PROPPED)
            } else if game.patron(court) == Some(by) {
                sign(by, clients::PROPPED / 4)
            } else {
                // Foreign troops at one's own seat are no gift.
                -clients::guard(men)
            }
        }
        Clause::Submit { by } if by == court => {
            // A band gives up a life in the hills, a court itself.
            if game.book.courts[court.index()].band {
                let men = game.ranks(court).map(|(_, force, _)| force.men).sum();
                -clients::BAND - clients::unfed(men, promised_to(terms, court))
            } else {
                -clients::COURT
            }
        }
        Clause::Submit { by } => sign(by, clients::BAND),
        Clause::LeavePeople { by, ref places } => {
            let held = places.iter().filter(|p| game.holder(**p) == Some(by));
            let towns = i64::try_from(held.count().min(6)).unwrap_or(6);
            sign(by, (1 + towns) / 2)
        }
    }
}

/// What the other party of a paper promises to pay a court under it at once, in taels.
fn promised_to(terms: &Terms, court: CourtId) -> i64 {
    let paid = terms.clauses.iter().filter_map(|clause| match *clause {
        Clause::Pay {
            by, good, amount, ..
        }
        | Clause::Yearly {
            by, good, amount, ..
        } if by != court => Some(bargain::in_silver(good, amount)),
        _ => None,
    });
    paid.sum()
}

/// How long two courts have been at war, xun; since the first day, where nobody opened it in play.
fn war_xun(game: &Game, a: CourtId, b: CourtId) -> u16 {
    let opened = game
        .tables()
        .wars_opened
        .iter()
        .rev()
        .find(|(by, on, _)| (*by == a && *on == b) || (*by == b && *on == a))
        .map_or(0, |(_, _, turn)| turn.0);
    game.turn().0 - opened
}

/// What it weighs that an army goes: much to a court in whose country it stands.
fn withdrawal(game: &Game, scales: &Scales, by: CourtId) -> i64 {
    let south = |place: PlaceId| game.book.atlas.places[place.index()].south_of_river;
    if by == scales.court {
        let there = game
            .standing()
            .any(|(_, force, field)| force.court == by && south(field.at));
        return if there { -6 } else { 0 };
    }
    let seat = game.realm(scales.court).seat;
    let felt = scales.at.fear > 0 || game.siege(seat).is_some_and(|s| game.allied(s.by, by));
    let ringed = game.siege(seat).is_some_and(|s| game.allied(s.by, by));
    match (ringed, felt) {
        (true, _) => 22,
        (_, true) => 14,
        _ => 4,
    }
}

/// A change to one clause of a paper.
#[must_use]
pub fn shifted(clause: &ClauseNow, shift: Shift) -> Option<ClauseNow> {
    let mut clause = clause.clone();
    match (shift, &mut clause) {
        (Shift::Strike, _) => return None,
        (
            Shift::Lower(sum) | Shift::Raise(sum),
            Clause::Pay { amount, .. } | Clause::Yearly { amount, .. },
        ) => *amount = sum,
        (Shift::Soften(to), Clause::Address { rank, .. }) => *rank = to,
        _ => {}
    }
    Some(clause)
}

/// The changes to a clause by which a court might meet the other party: more where it pays itself, less where the other is bound.
#[must_use]
pub fn shifts(clause: &ClauseNow, court: CourtId) -> Vec<Shift> {
    match *clause {
        Clause::Pay { by, amount, .. } | Clause::Yearly { by, amount, .. } if by == court => {
            vec![Shift::Raise(amount.saturating_mul(2))]
        }
        Clause::Pay { amount, .. } | Clause::Yearly { amount, .. } => {
            vec![Shift::Lower(amount / 2), Shift::Strike]
        }
        Clause::Address { rank, .. } => vec![bargain::ease_address(rank)],
        _ => vec![Shift::Strike],
    }
}

/// The least that would have to change in a clause that weighs against the court.
fn ease(clause: &ClauseNow) -> Shift {
    match *clause {
        Clause::Pay { amount, .. } | Clause::Yearly { amount, .. } => bargain::ease_sum(amount),
        Clause::Address { rank, .. } => bargain::ease_address(rank),
        _ => Shift::Strike,
    }
}

/// A change that a court might ask for in a paper, and what it does.
struct Change {
    terms: Terms,
    /// How much more the paper weighs with the court.
    gain: i64,
    /// What it would then weigh with the other party, as far as the court can guess.
    theirs: i64,
}

/// A paper as the court would take it, and as little else as can be: of the changes that would do, the one that the other side would mind least; where one is not
/// enough, first the one by which the court gains most for what it costs the other. None if nothing in reason would do. With it, what would be done to the clause
/// the court balks at, or what more it asks for.
#[must_use]
pub fn amend(
    game: &Game,
    court: CourtId,
    terms: &Terms,
) -> Option<(Vec<ClauseNow>, Option<Shift>)> {
    let plain: Vec<ClauseNow> = terms
        .clauses
        .iter()
        .enumerate()
        .filter(|(n, _)| {
            terms
                .reading_of(*n)
                .is_none_or(|(u, r)| terms.unclear[u].readings[r].held_by == court)
        })
        .map(|(_, clause)| clause.clone())
        .collect();
    let mut terms = Terms::plain(terms.from, terms.to, plain);
    let demands = compose::wants(game, court, terms.other(court));
    let mut first = None;
    // Whoever may write his own answer does not promise what he has not got.
    let mut within = terms.clone();
    for clause in &mut within.clauses {
        if clause.binds() == Some(&court) {
            compose::cut(game, court, clause);
        }
    }
    let whole = weigh(game, court, &terms);
    if within != terms && !whole.takes() {
        first = whole.balks().map(|n| match within.clauses[n] {
            Clause::Pay { amount, .. } | Clause::Yearly { amount, .. }
                if within.clauses[n] != terms.clauses[n] =>
            {
                Shift::Lower(amount)
            }
            _ => ease(&terms.clauses[n]),
        });
        terms = within;
    }
    for _ in 0..MOST_SHIFTS {
        let weighing = weigh(game, court, &terms);
        if weighing.takes() {
            return (!terms.clauses.is_empty()).then_some((terms.clauses, first));
        }
        let theirs = weigh_other(game, court, &terms).total;
        let lacks = 1 - weighing.total;
        let asked = weighing
            .balks()
            .map(|n| ease(&terms.clauses[n]))
            .unwrap_or_else(|| {
                Shift::Raise(raised(game, &terms, court).map_or(FIRST_ASKED, |(_, _, sum)| sum))
            });
        let changes = changes(game, court, &terms, &weighing, &demands);
        let best = changes.into_iter().max_by_key(|c| {
            let enough = c.gain >= lacks;
            let fits = if enough {
                c.theirs
            } else {
                c.gain + c.theirs - theirs
            };
            (enough, fits, -c.gain)
        })?;
        first.get_or_insert(asked);
        terms = best.terms;
    }
    None
}

/// Every single change by which a court gains: what weighs against it made lighter, what it is paid made more, what it would ask for besides put in.
fn changes(
    game: &Game,
    court: CourtId,
    terms: &Terms,
    weighing: &Weighing,
    demands: &[ClauseNow],
) -> Vec<Change> {
    let mut papers: Vec<Vec<ClauseNow>> = Vec::new();
    for (n, clause) in terms.clauses.iter().enumerate() {
        if weighing.clauses[n] < 0 {
            let mut clauses = terms.clauses.clone();
            match shifted(clause, ease(clause)) {
                Some(lighter) => clauses[n] = lighter,
                None => drop(clauses.remove(n)),
            }
            papers.push(clauses);
        }
    }
    // Only who has nothing to ask less of asks for something new.
    if papers.is_empty() {
        for demand in demands {
            let mut clauses = terms.clauses.clone();
            compose::put(&mut clauses, demand.clone());
            papers.push(clauses);
        }
    }
    if let Some((n, more, _)) = raised(game, terms, court) {
        let mut clauses = terms.clauses.clone();
        clauses[n] = more;
        papers.push(clauses);
    }
    papers
        .into_iter()
        .filter(|clauses| !clauses.is_empty() && *clauses != terms.clauses)
        .filter_map(|clauses| {
            let terms = Terms::plain(terms.from, terms.to, clauses);
            let gain = weigh(game, court, &terms).total - weighing.total;
            (gain > 0).then(|| Change {
                gain,
                theirs: weigh_other(game, court, &terms).total,
                terms,
            })
        })
        .collect()
}

/// What is asked for of who pays nothing yet: the old yearly silver.
const FIRST_ASKED: i64 = 200_000;

/// The first sum that the other party pays and is believed to be able to pay twice over, doubled: where it stands, the clause, and the sum.
fn raised(game: &Game, terms: &Terms, court: CourtId) -> Option<(usize, ClauseNow, i64)> {
    terms
        .clauses
        .iter()
        .enumerate()
        .find_map(|(n, clause)| match clause {
            Clause::Pay { by, amount, .. } | Clause::Yearly { by, amount, .. }
                if *by != court
                    && compose::most_answered(game, court, clause)
                        .is_some_and(|most| amount.saturating_mul(2) <= most) =>
            {
                let sum = amount.saturating_mul(2);
                shifted(clause, Shift::Raise(sum)).map(|more| (n, more, sum))
            }
            _ => None,
        })
}

/// What is heard at home of why this court refuses a paper: by its envoy, if one of name carried it, else by whoever brought what the chancery wrote, and with him
/// the written answer, which names the words that it will not have.
#[must_use]
pub fn word(game: &Game, court: CourtId, draft: DraftId) -> Word {
    let in_writing = game.drawn(draft).is_none();
    let skill = game
        .drawn(draft)
        .map_or(bargain::BEARER, |drawn| skill(game, drawn.envoy));
    let terms = game.terms(draft);
    let weighing = weigh_paper(game, court, draft);
    let clause = weighing
        .balks()
        .filter(|_| skill >= bargain::HEARS_CLAUSE || in_writing)
        .and_then(|n| u8::try_from(n).ok());
    let shift = (skill >= bargain::HEARS_SHIFT)
        .then(|| amend(game, court, terms).and_then(|(_, first)| first))
        .flatten();
    let short = u16::try_from(bargain::rounded(1 - weighing.total, skill)).unwrap_or(u16::MAX);
    // Every envoy sees how a court stands; only a good one hears which words it will not have.
    let ground = weighing
        .grounds
        .iter()
        .filter(|(_, weight)| *weight < 0 && (clause.is_none() || in_writing) && short > 0)
        .min_by_key(|(_, weight)| *weight)
        .map(|(ground, _)| *ground);
    Word {
        clause,
        shift,
        short,
        ground,
    }
}

/// How well an envoy speaks and listens, 0 to 10.
#[must_use]
pub fn skill(game: &Game, envoy: PersonId) -> i32 {
    let person = &game.book.people[envoy.index()];
    bargain::envoy_skill(person.intrigue, person.administration)
}

/// What the envoy of a paper promises beyond his instructions when he hands it over: the first sum his own court pays, made larger. Luck decides, by the man.
#[must_use]
pub fn overreach(game: &Game, draft: DraftId) -> Option<(u8, i64, PersonId)> {
    let drawn = game.drawn(draft)?;
    let (n, amount) =
        drawn
            .terms
            .clauses
            .iter()
            .enumerate()
            .find_map(|(n, clause)| match *clause {
                Clause::Pay { by, amount, .. } | Clause::Yearly { by, amount, .. }
                    if by == drawn.terms.from =>
                {
                    Some((n, amount))
                }
                _ => None,
            })?;
    let valour = game.book.people[drawn.envoy.index()].valour;
    let chance = bargain::overreach_chance(skill(game, drawn.envoy), valour);
    let (who, paper) = (u32::from(drawn.envoy.0), u32::from(draft.0));
    if !game
        .luck
        .permille(game.turn(), Purpose::Envoy, who, paper, chance)
    {
        return None;
    }
    let more = game
        .luck
        .roll(game.turn(), Purpose::Envoy, who, paper | 0x1_0000, 51);
    let sum = bargain::overreach_sum(amount, more);
    (sum > amount).then_some((u8::try_from(n).ok()?, sum, drawn.envoy))
}
