//! Whether a condition of a scenario holds in the state of a game, and if not, which part of it fails and by how much.

use super::state::Game;
use super::systems::throne;
use super::systems::treaties::truce;
use crate::base::date::Date;
use crate::base::ids::{CourtId, DraftId, OptionId, PersonId, PlaceId};
use crate::scenario::language::{Clause, ClauseKind};
use crate::scenario::model::Cond;

/// How far "near" reaches where a condition gives no distance: four marches by road.
pub const NEAR_KM: u32 = 120;
/// Fewer men than this across the river are a raid, not a crossing.
pub const CROSSING_MEN: u32 = 2_000;

/// The days outside of which a condition cannot hold, whatever else is so: from the first, before the second, and in these months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    from: Date,
    until: Date,
    /// A bit for each month.
    months: u16,
}

impl Days {
    /// Every day.
    const ALL: Self = Self {
        from: Date(i32::MIN),
        until: Date(i32::MAX),
        months: u16::MAX,
    };

    /// As its dated parts say: a date binds where all its neighbours must hold too, and of several ways the widest counts.
    #[must_use]
    pub fn of(condition: &Cond) -> Self {
        match condition {
            Cond::From(from) => Self {
                from: *from,
                ..Self::ALL
            },
            Cond::Until(until) => Self {
                until: *until,
                ..Self::ALL
            },
            Cond::Months(months) => Self {
                months: months.iter().fold(0, |all, month| all | 1 << (month % 16)),
                ..Self::ALL
            },
            Cond::All(all) => all.iter().map(Self::of).fold(Self::ALL, |a, b| Self {
                from: a.from.max(b.from),
                until: a.until.min(b.until),
                months: a.months & b.months,
            }),
            Cond::Any(any) => any
                .iter()
                .map(Self::of)
                .reduce(|a, b| Self {
                    from: a.from.min(b.from),
                    until: a.until.max(b.until),
                    months: a.months | b.months,
                })
                .unwrap_or(Self::ALL),
            _ => Self::ALL,
        }
    }
    /// The first of them.
    #[must_use]
    pub const fn from(self) -> Date {
        self.from
    }
    /// Whether a day lies between the first and the last of them.
    #[must_use]
    #[inline]
    pub const fn spans(self, day: Date) -> bool {
        self.from.0 <= day.0 && day.0 < self.until.0
    }
    /// Whether a day of this month is one of them.
    #[must_use]
    #[inline]
    pub const fn has(self, day: Date, month: u8) -> bool {
        self.spans(day) && self.months & (1 << (month % 16)) != 0
    }
}

/// Whether the condition holds.
#[must_use]
pub fn holds(game: &Game, condition: &Cond) -> bool {
    let tables = game.tables();
    match condition {
        Cond::Always => true,
        Cond::All(all) => all.iter().all(|c| holds(game, c)),
        Cond::Any(any) => any.iter().any(|c| holds(game, c)),
        Cond::Not(inner) => !holds(game, inner),
        Cond::From(day) => game.day() >= *day,
        Cond::Until(day) => game.day() < *day,
        Cond::Months(months) => months.contains(&game.month()),
        Cond::Holds(court, place) => game.holder(*place) == Some(*court),
        Cond::Besieged(place, by) => game.siege(*place).is_some_and(|s| s.by == *by),
        Cond::Stands(army) => game.field(*army).is_some(),
        Cond::ArmyAt(army, place) => game
            .field(*army)
            .is_some_and(|f| f.at == *place && f.next.is_none()),
        Cond::Near {
            court,
            place,
            km,
            men,
        } => game.men_near(*court, *place, *km) >= *men,
        Cond::Stronger {
            court,
            than,
            place,
            percent,
        } => {
            let (ours, theirs) = (
                strength(game, *court, *place),
                strength(game, *than, *place),
            );
            ours > 0 && u64::from(ours) * 100 >= u64::from(theirs) * u64::from(*percent)
        }
        Cond::AcrossRiver(court) => game
            .ranks(*court)
            .any(|(_, force, field)| force.men >= CROSSING_MEN && game.south_of_river(field.at)),
        Cond::Alive(person) => game.figure(*person).alive,
        Cond::Free(person) => game.figure(*person).alive && game.captive(*person).is_none(),
        Cond::HeldBy(person, court) => game.captive(*person).is_some_and(|c| c.of == *court),
        Cond::Serves(person, court) => {
            game.figure(*person).alive && game.figure(*person).court == Some(*court)
        }
        Cond::InPost(person, post) => game.holder_of(*post) == Some(*person),
        Cond::Vacant(post) => game.holder_of(*post).is_none(),
        Cond::Commands(person, army) => {
            game.field(*army).is_some() && game.force(*army).commander == Some(*person)
        }
        Cond::PersonAt(person, place) => {
            game.figure(*person).alive && game.whereabouts(*person) == Some(*place)
        }
        Cond::Reigns(person, court) => reigns(game, *person, *court),
        Cond::Seat(court, place) => game.realm(*court).seat == *place,
        Cond::CourtStands(court) => game.realm(*court).stands,
        Cond::Deposed(court) => game.realm(*court).deposed,
        Cond::Fact(fact) => tables.facts[fact.index()],
        Cond::Laid(decision) => tables.matters[decision.index()].laid.is_some(),
        Cond::Chose(decision, option) => game.answered(*decision) == Some(*option),
        Cond::Treasury(court, good, least) => game.realm(*court).treasury[*good as usize] >= *least,
        Cond::Legitimacy(court, least) => game.realm(*court).legitimacy >= *least,
        Cond::Lean(court, least) => game.realm(*court).lean >= *least,
        Cond::Loyalty(person, least) => game.figure(*person).loyalty >= *least,
        Cond::Unrest(place, least) => game.country(*place).unrest >= *least,
        Cond::Morale(place, least) => game.town(*place).morale >= *least,
        Cond::Stores(place, least) => game.town(*place).stores >= *least * 10,
        Cond::Garrison(place, least) => game.defenders(*place) >= *least,
        Cond::Proposed(draft) => is_proposed(game, *draft),
        Cond::InForce(draft) => {
            let paper = game.paper(*draft);
            paper.sworn.is_some() && paper.void.is_none()
        }
        Cond::Sworn(draft) => {
            let paper = game.paper(*draft);
            paper.sworn.is_some() || paper.once
        }
        Cond::Offered(draft) => {
            let paper = game.paper(*draft);
            paper.sent.is_some() || paper.once
        }
        Cond::Crowd(court) => game.crowd(*court).is_some(),
        Cond::HeirNamed(court) => throne::heir_named(game, *court).is_some(),
        Cond::Intercepted(draft) => game.paper(*draft).intercepted.is_some(),
        Cond::Breached(draft, court) => breached(game, *draft, *court),
        Cond::AtWar(a, b) => game.at_war(*a, *b),
        Cond::Lost(court, kind, place) => game.has_lost(*court, *kind, *place),
        Cond::FellTo(place, court) => tables
            .falls
            .iter()
            .any(|(p, c, _, how)| p == place && c == court && how.by_force()),
        Cond::Truce(a, b) => truce::holds_back(game, *a, *b).is_some(),
        Cond::Bound(a, b) => between(game, *a, *b).any(|id| game.in_force(id)),
        Cond::Pledged {
            by,
            to,
            clause,
            place,
        } => pledged(game, *by, *to, *clause, *place),
        Cond::Forsworn(court, other) => {
            between(game, *court, *other).any(|id| breached(game, id, *court))
        }
    }
}

/// Men of a court around a place: its field armies, and the garrison where it holds it.
fn strength(game: &Game, court: CourtId, place: PlaceId) -> u32 {
    let garrison = if game.holder(place) == Some(court) {
        game.town(place).garrison
    } else {
        0
    };
    game.men_near(court, place, NEAR_KM) + garrison
}

/// Every paper between two courts, of the scenario or drawn up in play, in order.
fn between<'g>(
    game: &'g Game<'_>,
    a: CourtId,
    b: CourtId,
) -> impl Iterator<Item = DraftId> + use<'g> {
    let carried = game.carried().iter().copied();
    carried.filter(move |id| {
        let terms = game.terms(*id);
        a != b && terms.binds(a) && terms.binds(b)
    })
}

/// Whether a court broke a clause of a paper, or was forsworn when it went back on it.
fn breached(game: &Game, draft: DraftId, court: CourtId) -> bool {
    let paper = game.paper(draft);
    paper.forsworn.contains(&court) || paper.clauses.iter().any(|c| c.broken == Some(court))
}

/// Whether a paper in force binds one court to another by a clause of a kind.
fn pledged(
    game: &Game,
    by: CourtId,
    to: CourtId,
    kind: ClauseKind,
    place: Option<PlaceId>,
) -> bool {
    between(game, by, to).any(|id| {
        let Some(sworn) = game.paper(id).sworn.filter(|_| game.in_force(id)) else {
            return false;
        };
        game.terms(id).clauses.iter().any(|clause| {
            let runs = match clause {
                Clause::Truce { xun } => game.turn().0 <= sworn.0 + u16::from(*xun),
                _ => true,
            };
            ClauseKind::of(clause) == kind
                && clause.binds().is_none_or(|who| *who == by)
                && place.is_none_or(|at| clause.places().contains(&at))
                && runs
        })
    })
}

/// Whether a draft lies before the court it was sent to, unanswered.
#[must_use]
pub fn is_proposed(game: &Game, draft: DraftId) -> bool {
    let paper = game.paper(draft);
    paper.delivered.is_some() && paper.sworn.is_none() && paper.refused.is_none()
}

/// Whether a person reigns: his court stands and its house was not deposed.
#[must_use]
pub fn reigns(game: &Game, person: PersonId, court: CourtId) -> bool {
    let realm = game.realm(court);
    realm.stands && (!realm.deposed || realm.restored) && realm.ruler == person
}

/// What is found where a condition asks for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// There is nothing to say but that it is not so.
    Plain,
    /// So much, where a number is asked for.
    Number(i64),
    /// The day it was.
    Day(Date),
    /// The court that has the place, the man or the siege.
    Court(Option<CourtId>),
    /// Where the army, the person or the court was.
    Place(Option<PlaceId>),
    /// Who had the post, the army or the throne.
    Person(Option<PersonId>),
    /// What the court chose.
    Chose(Option<OptionId>),
}

/// A part of a condition that is not as it is wanted, and what there is instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The part.
    pub part: Cond,
    /// Whether it is wanted to hold, or not to.
    pub so: bool,
    /// What there is.
    pub found: Found,
}

/// What one part that is not as wanted counts at the most: no number nor day says how near it is.
pub const FAR: u32 = 1_000;

/// How far a condition is from holding (or from not holding, with `so` false), 0 where it does: every part that fails counts by how near it
/// came, up to [`FAR`], and of several ways the nearest.
#[must_use]
pub fn distance(game: &Game, condition: &Cond, so: bool) -> u32 {
    match (condition, so) {
        (Cond::Not(inner), _) => distance(game, inner, !so),
        (Cond::All(list), true) | (Cond::Any(list), false) => {
            list.iter().map(|c| distance(game, c, so)).sum()
        }
        (Cond::Any(list), true) | (Cond::All(list), false) if !list.is_empty() => list
            .iter()
            .map(|c| distance(game, c, so))
            .min()
            .unwrap_or(FAR),
        (leaf, _) if holds(game, leaf) == so => 0,
        (leaf, _) => short(game, leaf, so).clamp(1, FAR),
    }
}

/// How far a part that speaks of one thing is from what is wanted of it.
fn short(game: &Game, leaf: &Cond, so: bool) -> u32 {
    // Days come and go by themselves: what is near on the wrong day is not as near as what is less near on the right one.
    let days = |n: i32| FAR - 100 + (n.unsigned_abs() / 100).min(99);
    match *leaf {
        Cond::From(day) | Cond::Until(day) => return days(day.0 - game.day().0),
        Cond::Months(_) => return FAR / 2,
        _ => {}
    }
    let Some((has, wants)) = amount(game, leaf) else {
        return FAR;
    };
    let off = if so { wants - has } else { has - wants + 1 };
    let scale = match leaf {
        Cond::Treasury(..) | Cond::Garrison(..) | Cond::Near { .. } | Cond::Stronger { .. } => {
            has.abs().max(wants.abs()).max(1)
        }
        Cond::Stores(..) => wants.abs().max(10),
        Cond::Lean(..) => 200,
        _ => 100,
    };
    u32::try_from(off.max(1) * i64::from(FAR - 1) / scale).unwrap_or(FAR)
}

/// The number that there is, and the one asked for, where a condition asks for one.
fn amount(game: &Game, leaf: &Cond) -> Option<(i64, i64)> {
    Some(match *leaf {
        Cond::Treasury(court, good, n) => (game.realm(court).treasury[good as usize], n),
        Cond::Legitimacy(court, n) => (game.realm(court).legitimacy.into(), n.into()),
        Cond::Lean(court, n) => (game.realm(court).lean.into(), n.into()),
        Cond::Loyalty(person, n) => (game.figure(person).loyalty.into(), n.into()),
        Cond::Unrest(place, n) => (game.country(place).unrest.into(), n.into()),
        Cond::Morale(place, n) => (game.town(place).morale.into(), n.into()),
        Cond::Stores(place, n) => ((game.town(place).stores / 10).into(), n.into()),
        Cond::Garrison(place, n) => (game.defenders(place).into(), n.into()),
        Cond::Near {
            court,
            place,
            km,
            men,
        } => (game.men_near(court, place, km).into(), men.into()),
        Cond::Stronger {
            court,
            than,
            place,
            percent,
        } => {
            let (ours, theirs) = (strength(game, court, place), strength(game, than, place));
            let has = if theirs == 0 {
                if ours > 0 { 1_000 } else { 0 }
            } else {
                i64::from(ours) * 100 / i64::from(theirs)
            };
            (has, percent.into())
        }
        _ => return None,
    })
}

/// What there is where a part that speaks of one thing is not as wanted.
fn found(game: &Game, leaf: &Cond) -> Found {
    match *leaf {
        Cond::From(_) | Cond::Until(_) | Cond::Months(_) => Found::Day(game.day()),
        Cond::Holds(_, place) => Found::Court(game.holder(place)),
        Cond::Besieged(place, _) => Found::Court(game.siege(place).map(|s| s.by)),
        Cond::ArmyAt(army, _) => Found::Place(game.field(army).map(|f| f.at)),
        // Of the dead, and of whom nobody holds, there is nothing more to say.
        Cond::Free(person) => game
            .captive(person)
            .map_or(Found::Plain, |c| Found::Court(Some(c.of))),
        Cond::HeldBy(person, _) => Found::Court(game.captive(person).map(|c| c.of)),
        Cond::Serves(person, _) => Found::Court(game.figure(person).court),
        Cond::InPost(_, post) | Cond::Vacant(post) => Found::Person(game.holder_of(post)),
        Cond::Commands(_, army) => Found::Person(game.force(army).commander),
        Cond::PersonAt(person, _) => Found::Place(game.whereabouts(person)),
        Cond::Reigns(_, court) => Found::Person(Some(game.realm(court).ruler)),
        Cond::Seat(court, _) => Found::Place(Some(game.realm(court).seat)),
        Cond::Chose(decision, _) => Found::Chose(game.answered(decision)),
        _ => amount(game, leaf).map_or(Found::Plain, |(has, _)| Found::Number(has)),
    }
}

/// The parts that keep a condition from holding, outermost first; of several ways the nearest. None where it holds.
#[must_use]
pub fn gaps(game: &Game, condition: &Cond) -> Vec<Gap> {
    let mut parts = Vec::new();
    lacking(game, condition, true, true, &mut parts);
    parts
        .into_iter()
        .map(|(part, so)| Gap {
            part: part.clone(),
            so,
            found: found(game, part),
        })
        .collect()
}

/// The conditions, outermost first, that keep this one from holding: what an option or an incident still lacks. Of several ways all are told.
#[must_use]
pub fn missing<'a>(game: &Game, condition: &'a Cond) -> Vec<&'a Cond> {
    let mut parts = Vec::new();
    lacking(game, condition, true, false, &mut parts);
    parts.into_iter().map(|(part, _)| part).collect()
}

/// The parts that are not as wanted: of a choice the nearest way with `narrow`, else the choice as it stands.
fn lacking<'a>(
    game: &Game,
    condition: &'a Cond,
    so: bool,
    narrow: bool,
    out: &mut Vec<(&'a Cond, bool)>,
) {
    match (condition, so) {
        (Cond::Not(inner), _) if narrow => lacking(game, inner, !so, narrow, out),
        (Cond::All(list), true) => {
            for part in list {
                lacking(game, part, so, narrow, out);
            }
        }
        (Cond::Any(list), false) if narrow => {
            for part in list {
                lacking(game, part, so, narrow, out);
            }
        }
        (Cond::Any(list), true) | (Cond::All(list), false) if narrow && !list.is_empty() => {
            if let Some(nearest) = list.iter().min_by_key(|c| distance(game, c, so)) {
                lacking(game, nearest, so, narrow, out);
            }
        }
        (part, _) => {
            if holds(game, part) != so {
                out.push((part, so));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_on_which_the_dated_parts_can_hold() {
        let (from, until) = (Date(100), Date(200));
        let days = |from, until| Days {
            from,
            until,
            ..Days::ALL
        };
        let between = Cond::All(vec![Cond::Always, Cond::From(from), Cond::Until(until)]);
        assert_eq!(Days::of(&between), days(from, until));
        // Of several ways the widest counts, and one without a date is open on every day.
        let either = Cond::Any(vec![between.clone(), Cond::From(Date(150))]);
        assert_eq!(Days::of(&either), days(from, Days::ALL.until));
        assert_eq!(
            Days::of(&Cond::Any(vec![between.clone(), Cond::Always])),
            Days::ALL
        );
        // What must not be so says nothing of the day.
        assert_eq!(Days::of(&Cond::Not(Box::new(between.clone()))), Days::ALL);
        let days = Days::of(&between);
        assert!(!days.has(Date(99), 1) && days.has(from, 12) && !days.has(until, 1));
        // Months bind as dates do.
        let summer = Days::of(&Cond::All(vec![between, Cond::Months(vec![6, 7])]));
        assert!(summer.has(from, 6) && !summer.has(from, 8) && !summer.has(until, 7));
    }
}
