//! How a court did: its standing at the end of a game, in points, part by part, each point with its reason.
//!
//! A standing is measured against the court's own opening, which stands at nothing: what was won counts for it, what was lost against
//! it. It is the same for every court of every scenario and reads nothing of the record; where the record stood is laid beside it
//! ([`recorded_land`]) and never counted. The numbers are judgements of what a court of the time would have given up for what; each has
//! its reason here, and each part is the sum of the rows that explain it.

use crate::base::ids::{CourtId, DraftId, EndingId, PersonId, PlaceId};
use crate::engine::Engine;
use crate::rules::check;
use crate::rules::condition;
use crate::rules::formulas::wealth;
use crate::rules::state::Game;
use crate::scenario::language::Good;
use crate::scenario::model::{Cond, PlaceKind, Scenario, Test};

/// A town by its rank: a capital is worth two great prefectures and more, a market town a point.
const fn rank(kind: PlaceKind) -> i32 {
    match kind {
        PlaceKind::Capital => 20,
        PlaceKind::SuperiorPrefecture => 8,
        PlaceKind::Prefecture => 4,
        PlaceKind::Pass | PlaceKind::TribalSeat => 3,
        PlaceKind::Port => 2,
        PlaceKind::Ford | PlaceKind::Depot => 1,
    }
}

/// The seat of the first day in another's hands: besides the town, the archives, the altars and the name.
const SEAT: i32 = 30;
/// The court is no more.
const COURT: i32 = 40;
/// The house was declared at an end, and nobody of it took the throne again.
const HOUSE: i32 = 20;
/// Who reigns is in another court's hands.
const SOVEREIGN: i32 = 25;
/// Another's seat, sovereign or house is worth less to the victor than to who lost it.
const TO_THE_VICTOR: i32 = 2;
/// Somebody of the ruling house, as against an officer, by whose skill he is counted.
const KIN: i32 = 4;
/// Dead and scattered for a point.
const MEN: u64 = 10_000;
/// The most that a treasury counts either way: money is the easiest of all this to have again.
const PURSE: i64 = 20;
/// A treasury smaller than this is measured as if it were as large, taels.
const SMALL_PURSE: i64 = 1_000_000;
/// The most that one treaty's debts count either way.
const DEBT: i64 = 10;
/// A clause that was broken: the court's own word, and another's.
const BROKEN: (i32, i32) = (-2, 1);
/// An ending that the court hoped for, and one that only others did.
const ENDING: (i32, i32) = (30, -15);

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

/// How a court stands. While the game is not over its ending is the one that it would have on this day.
#[must_use]
pub fn standing(engine: &Engine, court: CourtId) -> Standing {
    let game = engine.whole();
    let parts = Aspect::ALL
        .into_iter()
        .map(|aspect| {
            let mut rows = match aspect {
                Aspect::Land => land(game, court),
                Aspect::Throne => throne(game, court),
                Aspect::People => people(game, court),
                Aspect::Treasury => treasury(game, court),
                Aspect::Legitimacy => legitimacy(game, court),
                Aspect::Obligations => obligations(game, court),
                Aspect::Ending => ending(engine, court),
            };
            rows.retain(|row| row.points != 0);
            Part { aspect, rows }
        })
        .collect();
    Standing { court, parts }
}

fn value(book: &Scenario, place: PlaceId) -> i32 {
    rank(book.atlas.places[place.index()].kind)
}

fn land(game: &Game, court: CourtId) -> Vec<Row> {
    let book = &game.book;
    let mut rows: Vec<Row> = game
        .places()
        .filter_map(|place| {
            let then = book.places[place.index()].holder == Some(court);
            let holder = game.holder(place);
            let points = value(book, place);
            let (points, what) = match (then, holder == Some(court)) {
                (true, false) => (-points, What::Lost(place)),
                (false, true) => (points, What::Won(place)),
                _ => return None,
            };
            Some(Row { points, what })
        })
        .collect();
    rows.extend(game.places().filter_map(|place| {
        let holder = game.holder(place)?;
        (game.realm(holder).patron == Some(court)
            && book.places[place.index()].holder != Some(court))
        .then(|| Row {
            points: value(book, place) / 2,
            what: What::WonForPuppet(place),
        })
    }));
    // The weightiest first: a face may tell only those.
    rows.sort_by_key(|row| std::cmp::Reverse(row.points.abs()));
    rows
}

/// The sovereign of a court, if he is in another's hands.
fn sovereign_held(game: &Game, court: CourtId) -> Option<(PersonId, CourtId)> {
    let ruler = game.realm(court).ruler;
    game.captive(ruler)
        .filter(|held| held.of != court)
        .map(|held| (ruler, held.of))
}

fn throne(game: &Game, court: CourtId) -> Vec<Row> {
    let book = &game.book;
    let mut rows = Vec::new();
    let seat_of = |court: CourtId| book.courts[court.index()].seat;
    let gone = |court: CourtId| book.courts[court.index()].stands && !game.realm(court).stands;
    let ended = |court: CourtId| game.realm(court).deposed && !game.realm(court).restored;
    // A seat that was another's on the first day, like that of a band in the hills, is nobody's to lose.
    let sat = |court: CourtId| book.places[seat_of(court).index()].holder == Some(court);
    let mut count = |points: i32, what: What| rows.push(Row { points, what });
    if sat(court)
        && game
            .holder(seat_of(court))
            .is_none_or(|h| !game.allied(h, court))
    {
        count(-SEAT, What::SeatLost(seat_of(court)));
    }
    if gone(court) {
        count(-COURT, What::CourtGone);
    }
    if ended(court) {
        count(-HOUSE, What::HouseDeposed);
    }
    if let Some((who, by)) = sovereign_held(game, court) {
        count(-SOVEREIGN, What::SovereignHeld(who, by));
    }
    for other in game.courts().filter(|c| *c != court) {
        let seat = seat_of(other);
        let taken = game
            .holder(seat)
            .is_some_and(|h| h == court || game.realm(h).patron == Some(court));
        if sat(other) && taken {
            count(SEAT / TO_THE_VICTOR, What::SeatTaken(other, seat));
        }
        if ended(other) && game.at_war(court, other) {
            count(HOUSE / TO_THE_VICTOR, What::HouseEnded(other));
        }
        if let Some((who, by)) = sovereign_held(game, other)
            && by == court
        {
            count(SOVEREIGN / TO_THE_VICTOR, What::SovereignTaken(other, who));
        }
    }
    rows
}

/// What a person is worth to a court, points.
fn worth(book: &Scenario, person: PersonId) -> i32 {
    let who = &book.people[person.index()];
    if who.house.is_some() {
        KIN
    } else {
        1 + (who.command.max(who.administration)) / 5
    }
}

fn people(game: &Game, court: CourtId) -> Vec<Row> {
    let book = &game.book;
    let mut rows: Vec<Row> = game
        .people()
        .filter_map(|person| {
            let (then, now) = (book.people[person.index()].court, game.figure(person));
            let held = game.captive(person).map(|captive| captive.of);
            let worth = worth(book, person);
            let (points, what) = if then == Some(court) {
                if !now.alive {
                    // One who was dead before the first day was never lost.
                    let lived = book.people[person.index()]
                        .died
                        .is_none_or(|died| died >= book.from);
                    (if lived { -worth } else { 0 }, What::Died(person))
                } else if let Some(by) = held.filter(|by| *by != court) {
                    (-worth, What::Held(person, by))
                } else if now.court.is_some_and(|serves| serves != court) {
                    (-worth, What::Left(person))
                } else {
                    return None;
                }
            } else if !now.alive {
                return None;
            } else if held == Some(court) {
                (worth / TO_THE_VICTOR, What::Holds(person))
            } else if now.court == Some(court) && then.is_some() {
                (worth, What::Joined(person))
            } else {
                return None;
            };
            Some(Row { points, what })
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.points.abs()));
    let tables = game.tables();
    let men = tables.dead[court.index()] + tables.scattered[court.index()];
    rows.push(Row {
        points: -i32::try_from(men / MEN).unwrap_or(i32::MAX),
        what: What::Men(men),
    });
    rows
}

const GOODS: [Good; 5] = [
    Good::Gold,
    Good::Silver,
    Good::Silk,
    Good::Cash,
    Good::Grain,
];

/// A treasury in taels of silver.
fn in_silver(treasury: &[i64; 5]) -> i64 {
    GOODS
        .into_iter()
        .map(|good| wealth::in_silver(good, treasury[good as usize]))
        .sum()
}

fn purse(book: &Scenario, court: CourtId) -> i64 {
    in_silver(&book.courts[court.index()].treasury).max(SMALL_PURSE)
}

fn treasury(game: &Game, court: CourtId) -> Vec<Row> {
    let then = in_silver(&game.book.courts[court.index()].treasury);
    let now = in_silver(&game.realm(court).treasury);
    let points = ((now - then) * PURSE / purse(&game.book, court)).clamp(-PURSE, PURSE);
    vec![Row {
        points: i32::try_from(points).unwrap_or(0),
        what: What::Store(then, now),
    }]
}

fn legitimacy(game: &Game, court: CourtId) -> Vec<Row> {
    let then = game.book.courts[court.index()].legitimacy;
    let now = game.realm(court).legitimacy;
    // A court lives by being obeyed, but half of what it has lost of that comes back with a quiet year.
    vec![Row {
        points: (now - then) / 2,
        what: What::Legitimacy(then, now),
    }]
}

fn obligations(game: &Game, court: CourtId) -> Vec<Row> {
    let book = &game.book;
    let mut rows = Vec::new();
    for (i, draft) in book.drafts.iter().enumerate() {
        let id = DraftId::of(i);
        if draft.from != court && draft.to != court {
            continue;
        }
        let other = if draft.from == court {
            draft.to
        } else {
            draft.from
        };
        let owed = |by: CourtId| -> i64 {
            check::owed(game, by, id)
                .into_iter()
                .map(|(_, good, left)| wealth::in_silver(good, left))
                .sum()
        };
        let points = |taels: i64, by: CourtId| -> i32 {
            i32::try_from((taels * DEBT / purse(book, by)).clamp(0, DEBT)).unwrap_or(0)
        };
        let (mine, theirs) = (owed(court), owed(other));
        rows.push(Row {
            points: -points(mine, court),
            what: What::Owes(id, mine),
        });
        // Their promise is not coin.
        rows.push(Row {
            points: points(theirs, other) / 2,
            what: What::IsOwed(id, theirs),
        });
        let broke = |by: CourtId| -> u8 {
            let n = game
                .paper(id)
                .clauses
                .iter()
                .filter(|clause| clause.broken == Some(by))
                .count();
            u8::try_from(n).unwrap_or(u8::MAX)
        };
        let (by_me, by_them) = (broke(court), broke(other));
        rows.push(Row {
            points: BROKEN.0 * i32::from(by_me),
            what: What::Broke(id, by_me),
        });
        rows.push(Row {
            points: BROKEN.1 * i32::from(by_them),
            what: What::WasBroken(id, by_them),
        });
    }
    for place in game.all_ceded() {
        let Some(ceded) = game.ceded(place) else {
            continue;
        };
        let half = value(book, place) / 2;
        match game.holder(place) {
            Some(holder) if holder == court && ceded.to != court => rows.push(Row {
                points: -half,
                what: What::MustHandOver(place),
            }),
            Some(holder) if holder != court && ceded.to == court => rows.push(Row {
                points: half,
                what: What::IsPromised(place),
            }),
            _ => {}
        }
    }
    rows
}

fn ending(engine: &Engine, court: CourtId) -> Vec<Row> {
    let game = engine.whole();
    let endings = &game.book.endings;
    let id = engine.ended().or_else(|| {
        endings
            .iter()
            .position(|ending| condition::holds(game, &ending.when))
            .map(EndingId::of)
    });
    let Some(id) = id else { return Vec::new() };
    let good_for = &endings[id.index()].good_for;
    let (points, what) = if good_for.contains(&court) {
        (ENDING.0, What::GoodEnding(id))
    } else if good_for.is_empty() {
        return Vec::new();
    } else {
        (ENDING.1, What::OthersEnding(id))
    };
    vec![Row { points, what }]
}

/// The points for land that the record's own end would give a court, as far as checkpoints say who held what: the holders of the first
/// day, changed by every checkpoint that tells of a town held or fallen, in the order of the days. None where no checkpoint does.
#[must_use]
pub fn recorded_land(book: &Scenario, court: CourtId) -> Option<i32> {
    let mut changes: Vec<(crate::base::date::Date, PlaceId, CourtId)> = Vec::new();
    for checkpoint in &book.checkpoints {
        if let Test::Happened(day, _) | Test::StoodOn(day) = checkpoint.test {
            held(&checkpoint.what, &mut |place, by| {
                changes.push((day, place, by))
            });
        }
    }
    if changes.is_empty() {
        return None;
    }
    changes.sort_by_key(|(day, ..)| *day);
    let mut holders: Vec<Option<CourtId>> = book.places.iter().map(|place| place.holder).collect();
    for (_, place, by) in changes {
        holders[place.index()] = Some(by);
    }
    let points = holders
        .iter()
        .enumerate()
        .map(|(i, now)| {
            let then = book.places[i].holder == Some(court);
            let points = value(book, PlaceId::of(i));
            match (then, *now == Some(court)) {
                (true, false) => -points,
                (false, true) => points,
                _ => 0,
            }
        })
        .sum();
    Some(points)
}

/// Towns that a condition says are held or fallen, where it needs all of what it says.
fn held(condition: &Cond, found: &mut impl FnMut(PlaceId, CourtId)) {
    match condition {
        Cond::All(all) => all.iter().for_each(|inner| held(inner, found)),
        Cond::Holds(court, place) | Cond::FellTo(place, court) => found(*place, *court),
        _ => {}
    }
}
