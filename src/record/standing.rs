//! How a court did: its standing at the end of a game, in points, part by part, each point with its reason.
//!
//! A standing is measured against the court's own opening, which stands at nothing: what was won counts for it, what was lost against
//! it. It is the same for every court of every scenario and reads nothing of the record; where the record stood is laid beside it
//! ([`recorded_land`]) and never counted. The numbers are judgements of what a court of the time would have given up for what; each
//! stands with its reason in `parts`, and each part is the sum of the rows that explain it.

mod parts;

pub use parts::in_silver;

use crate::base::ids::{CourtId, DraftId, EndingId, PersonId, PlaceId};
use crate::engine::Engine;
use crate::record::recorded_holders;
use crate::scenario::model::Scenario;

/// A part of a standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Towns won and lost, by rank.
    Land,
    /// The seat, the sovereign and the house; its own and others'.
    Throne,
    /// People and men lost, taken and won over.
    People,
    /// What is in store.
    Treasury,
    /// Legitimacy.
    Legitimacy,
    /// What is owed and owing under treaties.
    Obligations,
    /// The ending.
    Ending,
}

impl Aspect {
    /// Every part, in the order they are told.
    pub const ALL: [Self; 7] = [
        Self::Land,
        Self::Throne,
        Self::People,
        Self::Treasury,
        Self::Legitimacy,
        Self::Obligations,
        Self::Ending,
    ];
}

/// Why some points are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A town that was not the court's on the first day.
    Won(PlaceId),
    /// A town that was.
    Lost(PlaceId),
    /// A town of a court that it set up: half.
    WonForPuppet(PlaceId),
    /// A court that lived by it lost a town.
    LostByPuppet(PlaceId),
    /// Its own seat of the first day is in other hands.
    SeatLost(PlaceId),
    /// The court is no more.
    CourtGone,
    /// The house was deposed.
    HouseDeposed,
    /// Its sovereign is in the hands of a court.
    SovereignHeld(PersonId, CourtId),
    /// Another's seat of the first day is its own now.
    SeatTaken(CourtId, PlaceId),
    /// Another's house is at an end.
    HouseEnded(CourtId),
    /// Another's sovereign is in its hands.
    SovereignTaken(CourtId, PersonId),
    /// One of its people is dead.
    Died(PersonId),
    /// One of its people is in the hands of a court.
    Held(PersonId, CourtId),
    /// One of its people whom another held on the first day is free.
    CameHome(PersonId),
    /// Somebody whom it held on the first day is free.
    LetGo(PersonId),
    /// One of its people serves another.
    Left(PersonId),
    /// Somebody came over to it.
    Joined(PersonId),
    /// Somebody of another court is in its hands.
    Holds(PersonId),
    /// So many of its soldiers are dead or scattered.
    Men(u64),
    /// What is in store against the first day, taels: then, now.
    Store(i64, i64),
    /// Legitimacy: then, now.
    Legitimacy(i32, i32),
    /// It owes so much under a treaty, taels.
    Owes(DraftId, i64),
    /// So much is owed to it.
    IsOwed(DraftId, i64),
    /// It has signed a town away and holds it still.
    MustHandOver(PlaceId),
    /// A town was signed over to it that it does not hold.
    IsPromised(PlaceId),
    /// It broke so many clauses of a treaty.
    Broke(DraftId, u8),
    /// The other side did.
    WasBroken(DraftId, u8),
    /// The ending is one it hoped for.
    GoodEnding(EndingId),
    /// The ending is one that only others hoped for.
    OthersEnding(EndingId),
}

/// Points and their reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Points, for the court or against it.
    pub points: i32,
    /// Why.
    pub what: What,
}

/// A part and the rows it is the sum of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub aspect: Aspect,
    /// Its reasons, as they are told. What counts for nothing has no row.
    pub rows: Vec<Row>,
}

impl Part {
    /// The sum of its rows.
    #[must_use]
    pub fn points(&self) -> i32 {
        self.rows.iter().map(|row| row.points).sum()
    }
}

/// How a court did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which court.
    pub court: CourtId,
    /// Every part, in the order they are told.
    pub parts: Vec<Part>,
}

impl Standing {
    /// All points.
    #[must_use]
    pub fn total(&self) -> i32 {
        self.parts.iter().map(Part::points).sum()
    }
    /// The points of one part.
    #[must_use]
    pub fn of(&self, aspect: Aspect) -> i32 {
        self.parts
            .iter()
            .filter(|part| part.aspect == aspect)
            .map(Part::points)
            .sum()
    }
}

/// Tells the reasons of one part of a standing, with the points that each counts for.
fn count(engine: &Engine, court: CourtId, aspect: Aspect, count: &mut impl FnMut(i32, What)) {
    let game = engine.whole();
    match aspect {
        Aspect::Land => parts::land(game, court, count),
        Aspect::Throne => parts::throne(game, court, count),
        Aspect::People => parts::people(game, court, count),
        Aspect::Treasury => parts::treasury(game, court, count),
        Aspect::Legitimacy => parts::legitimacy(game, court, count),
        Aspect::Obligations => parts::obligations(game, court, count),
        Aspect::Ending => parts::ending(engine, court, count),
    }
}

/// How a court stands. While the game is not over its ending is the one that it would have on this day.
#[must_use]
pub fn standing(engine: &Engine, court: CourtId) -> Standing {
    let parts = Aspect::ALL
        .into_iter()
        .map(|aspect| {
            let mut rows = Vec::new();
            count(engine, court, aspect, &mut |points, what| {
                if points != 0 {
                    rows.push(Row { points, what });
                }
            });
            // Of towns and people the weightiest stand first: a face may tell only those.
            if matches!(aspect, Aspect::Land | Aspect::People) {
                rows.sort_by_key(|row| std::cmp::Reverse(row.points.abs()));
            }
            Part { aspect, rows }
        })
        .collect();
    Standing { court, parts }
}

/// The points of a standing without their reasons, as [`Standing::total`] gives them.
#[must_use]
pub fn total(engine: &Engine, court: CourtId) -> i32 {
    let mut total = 0;
    for aspect in Aspect::ALL {
        count(engine, court, aspect, &mut |points, _| total += points);
    }
    total
}

/// The points for land that the record's own end would give a court, as far as checkpoints say who held what
/// ([`recorded_holders`]). None where no checkpoint does.
#[must_use]
pub fn recorded_land(book: &Scenario, court: CourtId) -> Option<i32> {
    let holders = recorded_holders(book, book.until);
    if !holders.iter().any(|held| held.told) {
        return None;
    }
    let points = holders
        .iter()
        .enumerate()
        .map(|(i, now)| {
            let then = book.places[i].holder == Some(court);
            let points = parts::value(book, PlaceId::of(i));
            match (then, now.by == Some(court)) {
                (true, false) => -points,
                (false, true) => points,
                _ => 0,
            }
        })
        .sum();
    Some(points)
}
