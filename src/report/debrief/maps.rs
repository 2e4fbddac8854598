//! The map of the outcome beside the map of the record, and the towns in which they differ.
//!
//! Nobody has written down who held each town on the day on which a game happens to end. Where a checkpoint up to that day tells of a town
//! held or fallen, the map of the record follows it. All other towns are drawn hollow, as they come out when the documented decisions and
//! marches are played through this model with the luck of the game, and the page says so.

use askama::Template;

use super::Sheet;
use crate::base::date::Date;
use crate::base::ids::{CourtId, PlaceId};
use crate::earth::{Bed, Spot};
use crate::engine::Engine;
use crate::policy::{self, Kind};
use crate::prose::names;
use crate::prose::numbers::date;
use crate::prose::texts::{Texts, tr};
use crate::record::{Held, recorded_holders};
use crate::report::charts::map::{Frame, Ground, Map, Place, class};
use crate::report::text::Words;
use crate::scenario::model::{PlaceKind, Scenario};
use crate::scenario::roads::moved_before;
use crate::table::Session;
use crate::table::holder::Holder;

/// The maps of a page.
pub(super) struct Maps {
    /// Coast and waters, once for all maps.
    pub(super) ground: String,
    pub(super) game: String,
    /// The record's map; none on a sheet that does not tell it.
    pub(super) record: Option<String>,
    /// The day of both.
    pub(super) day: Words,
    /// Who holds how many towns.
    pub(super) held: Vec<Row>,
    /// Towns that are held otherwise in the record, where a checkpoint tells of them.
    pub(super) differ: Vec<Differs>,
    /// What the record's map is drawn from.
    pub(super) means: Words,
}

/// How many towns a court holds.
pub(super) struct Row {
    /// Its holder's class, for the style.
    pub(super) class: &'static str,
    /// Its name, as it stands in the map's words.
    name: String,
    pub(super) court: Words,
    pub(super) game: usize,
    pub(super) record: usize,
}

/// A town held otherwise in the record.
pub(super) struct Differs {
    pub(super) place: Words,
    pub(super) game: Words,
    pub(super) record: Words,
}

/// How great a place is drawn: 0 a ford or depot, 3 a capital.
const fn rank(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Capital => 3,
        PlaceKind::SuperiorPrefecture => 2,
        PlaceKind::Prefecture | PlaceKind::TribalSeat | PlaceKind::Port => 1,
        PlaceKind::Pass | PlaceKind::Ford | PlaceKind::Depot => 0,
    }
}

impl Maps {
    /// The maps of a game on the day on which it ended, or stands.
    ///
    /// # Errors
    /// Never with the templates as they are.
    pub(super) fn of(
        session: &Session,
        court: CourtId,
        day: Date,
        sheet: Sheet,
    ) -> Result<Self, askama::Error> {
        let (texts, engine) = (session.texts(), session.engine());
        let book: &Scenario = engine.book();
        let game = engine.whole();
        let recorded = recorded(session, day);
        let yours: Vec<Option<CourtId>> = game.places().map(|place| game.holder(place)).collect();
        let differs = |i: usize| recorded[i].told && recorded[i].by != yours[i];
        let tells = sheet != Sheet::Worksheet;
        let spot = |i: usize| {
            let place = &book.atlas.places[i];
            Spot::of_milli(place.lon_milli, place.lat_milli)
        };
        let place = |i: usize, by: Option<CourtId>, known: bool| Place {
            name: names::place(book, PlaceId::of(i)),
            at: spot(i),
            rank: rank(book.atlas.places[i].kind),
            holder: Holder::of(book, by),
            known,
            differs: tells && differs(i),
        };
        let all = 0..book.places.len();
        let of_game: Vec<Place> = all.clone().map(|i| place(i, yours[i], true)).collect();
        let of_record: Vec<Place> = all
            .clone()
            .map(|i| place(i, recorded[i].by, recorded[i].told))
            .collect();
        let frame = Frame::around(
            &in_sight(book, &yours, &recorded)
                .into_iter()
                .map(spot)
                .collect::<Vec<_>>(),
        );
        let river = if session.view(court).river_in_new_bed() {
            Bed::South
        } else {
            Bed::North
        };
        let held = held(texts, book, &yours, &recorded);
        let on = date(texts, day);
        let in_words = |key: &str, count: fn(&Row) -> usize| {
            let counts: Vec<String> = held
                .iter()
                .filter(|row| count(row) > 0)
                .map(|row| format!("{} {}", row.name, count(row)))
                .collect();
            tr!(texts, key, day = on.as_str(), counts = counts.join(", "))
        };
        let game_words = in_words("report-map-game-words", |row| row.game);
        let record_words = in_words("report-map-record-words", |row| row.record);
        let record = tells
            .then(|| Map::of(&frame, record_bed(day), &of_record, record_words).render())
            .transpose()?;
        let told = recorded.iter().filter(|held| held.told).count();
        Ok(Self {
            ground: Ground::of(&frame).render()?,
            game: Map::of(&frame, river, &of_game, game_words).render()?,
            record,
            day: Words::of(&on),
            differ: all
                .filter(|i| differs(*i))
                .map(|i| Differs {
                    place: Words::of(&names::place_both(book, PlaceId::of(i))),
                    game: Words::of(&holder(texts, book, yours[i])),
                    record: Words::of(&holder(texts, book, recorded[i].by)),
                })
                .collect(),
            held,
            means: Words::of(&tr!(
                texts,
                "report-map-means",
                told = told,
                of = book.places.iter().filter(|p| p.holder.is_some()).count()
            )),
        })
    }
}

/// Who held each town by the record on a day: as checkpoints tell, and where none does as the documented decisions and marches make it in
/// this model, with the game's luck.
fn recorded(session: &Session, day: Date) -> Vec<Held> {
    let engine = session.engine();
    let book = engine.book();
    let mut line = Engine::new(book.clone(), engine.seed());
    let playable = (0..book.courts.len()).map(CourtId::of);
    let named: Vec<(CourtId, Kind)> = playable
        .filter(|court| book.courts[court.index()].playable)
        .map(|court| (court, Kind::Record))
        .collect();
    let mut players = policy::table(book, engine.seed(), &named);
    policy::play_until(&mut line, &mut players, engine.turn());
    let mut held = recorded_holders(book, day);
    for (held, place) in held.iter_mut().zip(line.whole().places()) {
        if !held.told {
            held.by = line.whole().holder(place);
        }
    }
    held
}

/// The river's bed on a day of the record.
fn record_bed(day: Date) -> Bed {
    if moved_before(day) {
        Bed::South
    } else {
        Bed::North
    }
}

/// The places the maps are drawn round: where anything changed hands or a checkpoint tells of it; every held place where hardly anything did.
fn in_sight(book: &Scenario, yours: &[Option<CourtId>], recorded: &[Held]) -> Vec<usize> {
    let moved = |i: &usize| {
        let first = book.places[*i].holder;
        recorded[*i].told || recorded[*i].by != first || yours[*i] != first
    };
    let held = |i: &usize| yours[*i].is_some() || book.places[*i].holder.is_some();
    let all = 0..book.places.len();
    let near: Vec<usize> = all.clone().filter(moved).collect();
    if near.len() < 3 {
        return all.filter(held).collect();
    }
    near
}

/// Whoever holds a place, by name.
fn holder(texts: &Texts, book: &Scenario, by: Option<CourtId>) -> String {
    by.map_or_else(
        || texts.t("report-nobody"),
        |court| names::court(book, court),
    )
}

/// A line for each court that holds anything on either map, the greatest first.
fn held(texts: &Texts, book: &Scenario, yours: &[Option<CourtId>], recorded: &[Held]) -> Vec<Row> {
    let courts = (0..book.courts.len()).map(CourtId::of).map(Some);
    let mut rows: Vec<Row> = courts
        .map(|court| Row {
            class: class(Holder::of(book, court)),
            name: holder(texts, book, court),
            court: Words::of(&holder(texts, book, court)),
            game: yours.iter().filter(|by| **by == court).count(),
            record: recorded.iter().filter(|held| held.by == court).count(),
        })
        .filter(|row| row.game + row.record > 0)
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.game.max(row.record)));
    rows
}
