//! What each part of a standing counts, and for how much. Each reason is told to whoever counts them; some count for nothing.

use super::What;
use crate::base::ids::{CourtId, EndingId, PersonId, PlaceId};
use crate::engine::Engine;
use crate::rules::check;
use crate::rules::condition;
use crate::rules::formulas::wealth;
use crate::rules::state::Game;
use crate::scenario::language::Good;
use crate::scenario::model::{Person, PlaceKind, Scenario};

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
/// A clause that was broken: the court's own word, and another's. A word broken three times is as broken as it can be.
const BROKEN: (i32, i32) = (-2, 1);
const BROKEN_MOST: u8 = 3;
/// An ending that the court hoped for, and one that only others did.
const ENDING: (i32, i32) = (30, -15);

/// What a town counts for.
pub(super) fn value(book: &Scenario, place: PlaceId) -> i32 {
    rank(book.atlas.places[place.index()].kind)
}

/// Towns won and lost since the first day, by the court and by courts that live by it, whose towns are worth half.
pub(super) fn land(game: &Game, court: CourtId, count: &mut impl FnMut(i32, What)) {
    let book = &game.book;
    let own = Some(court);
    for (n, (setup, holder)) in book.places.iter().zip(game.holders()).enumerate() {
        let place = PlaceId::of(n);
        let then = share(own, setup.holder, |of| book.courts[of.index()].patron);
        let now = share(own, *holder, |of| game.realm(of).patron);
        let what = match (then, now) {
            (2, _) => What::Lost(place),
            (_, 2) => What::Won(place),
            (1, _) => What::LostByPuppet(place),
            _ => What::WonForPuppet(place),
        };
        if now != then {
            count(value(book, place) * (now - then) / 2, what);
        }
    }
}

/// Halves of a town that are a court's: both of its own, one where a court that lives by it holds it.
fn share(
    own: Option<CourtId>,
    holder: Option<CourtId>,
    patron: impl FnOnce(CourtId) -> Option<CourtId>,
) -> i32 {
    match holder {
        _ if holder == own => 2,
        Some(of) if patron(of) == own => 1,
        _ => 0,
    }
}

/// The sovereign of a court, if he is in another's hands.
fn sovereign_held(game: &Game, court: CourtId) -> Option<(PersonId, CourtId)> {
    let ruler = game.realm(court).ruler;
    game.captive(ruler)
        .filter(|held| held.of != court)
        .map(|held| (ruler, held.of))
}

/// Its seat, sovereign and house, and those of others.
pub(super) fn throne(game: &Game, court: CourtId, count: &mut impl FnMut(i32, What)) {
    let book = &game.book;
    let seat_of = |court: CourtId| book.courts[court.index()].seat;
    let gone = |court: CourtId| book.courts[court.index()].stands && !game.realm(court).stands;
    let ended = |court: CourtId| game.realm(court).deposed && !game.realm(court).restored;
    // A seat that was another's on the first day, like that of a band in the hills, is nobody's to lose.
    let sat = |court: CourtId| book.places[seat_of(court).index()].holder == Some(court);
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
        // Who is meant for a throne that nobody has set up reigns nowhere.
        let was_there = game.realm(other).stands || book.courts[other.index()].stands;
        if was_there
            && let Some((who, by)) = sovereign_held(game, other)
            && by == court
        {
            count(SOVEREIGN / TO_THE_VICTOR, What::SovereignTaken(other, who));
        }
    }
}

/// What a person is worth to a court, points.
fn worth(who: &Person) -> i32 {
    if who.house.is_some() {
        KIN
    } else {
        1 + (who.command.max(who.administration)) / 5
    }
}

/// People and men.
pub(super) fn people(game: &Game, court: CourtId, count: &mut impl FnMut(i32, What)) {
    let book = &game.book;
    let own = Some(court);
    for (n, (man, now)) in book.people.iter().zip(game.figures()).enumerate() {
        let person = PersonId::of(n);
        let held = || game.captive(person).map(|captive| captive.of);
        if man.court == own {
            if !now.alive {
                // One who was dead before the first day was never lost, and one whom age or illness would have taken by now is nobody's doing.
                let before = man.died.is_some_and(|died| died < book.from);
                let of_age = man.natural.is_some_and(|(first, _)| first <= game.day());
                if !before && !of_age {
                    count(-worth(man), What::Died(person));
                }
            } else if let Some(by) = held().filter(|by| *by != court) {
                // Whoever was in those hands on the first day was not lost since.
                if man.held_by.is_none() {
                    count(-worth(man), What::Held(person, by));
                }
            } else if man.held_by.is_some_and(|by| by != court) && now.court == own {
                count(worth(man), What::CameHome(person));
            } else if now.court.is_some_and(|serves| serves != court) {
                count(-worth(man), What::Left(person));
            }
        } else if now.alive {
            if held() == own {
                if man.held_by != own {
                    count(worth(man) / TO_THE_VICTOR, What::Holds(person));
                }
            } else if man.held_by == own && now.court != own {
                count(-worth(man) / TO_THE_VICTOR, What::LetGo(person));
            } else if now.court == own && man.court.is_some() {
                count(worth(man), What::Joined(person));
            }
        }
    }
    let tables = game.tables();
    let men = tables.dead[court.index()] + tables.scattered[court.index()];
    let points = i32::try_from(men / MEN).unwrap_or(i32::MAX);
    count(-points, What::Men(men));
}

const GOODS: [Good; 5] = [
    Good::Gold,
    Good::Silver,
    Good::Silk,
    Good::Cash,
    Good::Grain,
];

/// A treasury in taels of silver.
#[must_use]
pub fn in_silver(treasury: &[i64; 5]) -> i64 {
    GOODS
        .into_iter()
        .map(|good| wealth::in_silver(good, treasury[good as usize]))
        .sum()
}

fn purse(book: &Scenario, court: CourtId) -> i64 {
    in_silver(&book.courts[court.index()].treasury).max(SMALL_PURSE)
}

/// What is in store.
pub(super) fn treasury(game: &Game, court: CourtId, count: &mut impl FnMut(i32, What)) {
    let then = in_silver(&game.book.courts[court.index()].treasury);
    let now = in_silver(&game.realm(court).treasury);
    let points = ((now - then) * PURSE / purse(&game.book, court)).clamp(-PURSE, PURSE);
    let points = i32::try_from(points).unwrap_or(0);
    count(points, What::Store(then, now));
}

/// Legitimacy.
pub(super) fn legitimacy(game: &Game, court: CourtId, count: &mut impl FnMut(i32, What)) {
    let then = game.book.courts[court.index()].legitimacy;
    let now = game.realm(court).legitimacy;
    // A court lives by being obeyed, but half of what it has lost of that comes back with a quiet year.
    count((now - then) / 2, What::Legitimacy(then, now));
}

/// What is owed and owing, and whose word was broken.
pub(super) fn obligations(game: &Game, court: CourtId, count: &mut impl FnMut(i32, What)) {
    let book = &game.book;
    for &id in game.bound(court) {
        let terms = game.terms(id);
        let other = terms.other(court);
        // Nothing is owed to a court that is no more, and nothing comes from one.
        let both = game.realm(court).stands && game.realm(other).stands;
        let owed = |by: CourtId| -> i64 {
            if !both {
                return 0;
            }
            check::owed(game, by, id)
                .into_iter()
                .map(|(_, good, left)| wealth::in_silver(good, left))
                .sum()
        };
        let points = |taels: i64, by: CourtId| -> i32 {
            i32::try_from((taels * DEBT / purse(book, by)).clamp(0, DEBT)).unwrap_or(0)
        };
        let (mine, theirs) = (owed(court), owed(other));
        count(-points(mine, court), What::Owes(id, mine));
        // Their promise is not coin.
        count(points(theirs, other) / 2, What::IsOwed(id, theirs));
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
        let weight = |times: u8| i32::from(times.min(BROKEN_MOST));
        count(BROKEN.0 * weight(by_me), What::Broke(id, by_me));
        count(BROKEN.1 * weight(by_them), What::WasBroken(id, by_them));
    }
    for &place in game.all_ceded() {
        let Some(ceded) = game.ceded(place) else {
            continue;
        };
        let half = value(book, place) / 2;
        match game.holder(place) {
            Some(holder) if holder == court && ceded.to != court => {
                count(-half, What::MustHandOver(place));
            }
            Some(holder) if holder != court && ceded.to == court => {
                count(half, What::IsPromised(place));
            }
            _ => {}
        }
    }
}

/// The ending, or that which the game would have today.
pub(super) fn ending(engine: &Engine, court: CourtId, count: &mut impl FnMut(i32, What)) {
    let game = engine.whole();
    let endings = &game.book.endings;
    let id = engine.ended().or_else(|| {
        endings
            .iter()
            .position(|ending| condition::holds(game, &ending.when))
            .map(EndingId::of)
    });
    let Some(id) = id else { return };
    let good_for = &endings[id.index()].good_for;
    if good_for.contains(&court) {
        count(ENDING.0, What::GoodEnding(id));
    } else if !good_for.is_empty() {
        count(ENDING.1, What::OthersEnding(id));
    }
}
