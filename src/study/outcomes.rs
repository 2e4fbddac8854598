//! Outcomes that are compared: what a game may come to, in a few bits.
//!
//! Which outcomes a scenario has follows from its text alone: the seats on the first day of the courts that may be played, the endings that
//! are good for each of them, the checkpoints that weigh most, and the endings.

use crate::base::date::Date;
use crate::base::ids::{CheckpointId, CourtId, EndingId, PlaceId};
use crate::engine::Engine;
use crate::record;
use crate::scenario::model::Scenario;

use super::results::{Headline, HeadlineKind};

/// A checkpoint that weighs as much is a headline: what every account of the years tells.
const HEAVY: u8 = 4;

/// What a game may come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A place falls to another court than held it on the first day; by a day if one is given. A choice of the first siege may save a city
    /// for a year and not for two.
    Falls {
        /// Which.
        place: PlaceId,
        /// Falls from this day on are not counted.
        before: Option<Date>,
    },
    /// The ending is good for a court.
    Good(CourtId),
    /// A checkpoint's condition comes to hold; of one that is asked on a day, holds on it.
    Checkpoint(CheckpointId),
    /// The ending is this one.
    Ending(EndingId),
}

/// Whether each of a list of outcomes came about, one bit each from the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came(u64);

impl Came {
    /// Whether the n-th did.
    #[must_use]
    pub const fn so(self, n: usize) -> bool {
        n < Outcomes::MOST && self.0 >> n & 1 == 1
    }
}

/// A list of outcomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes(Vec<Happening>);

impl Outcomes {
    /// The most that are looked at: one bit each.
    pub const MOST: usize = 64;

    /// These, as many as can be looked at.
    #[must_use]
    pub fn new(mut list: Vec<Happening>) -> Self {
        list.truncate(Self::MOST);
        Self(list)
    }

    /// The headlines of a scenario: seats, good endings, heavy checkpoints, endings.
    #[must_use]
    pub fn of(book: &Scenario) -> Self {
        let playable = || {
            let courts = book.courts.iter().enumerate();
            courts.filter(|(_, court)| court.playable && court.stands)
        };
        let falls = playable().map(|(_, court)| Happening::Falls {
            place: court.seat,
            before: None,
        });
        let good = playable().map(|(n, _)| Happening::Good(CourtId::of(n)));
        let heavy = book.checkpoints.iter().enumerate();
        let heavy = heavy
            .filter(|(_, checkpoint)| checkpoint.weight >= HEAVY)
            .map(|(n, _)| Happening::Checkpoint(CheckpointId::of(n)));
        let endings = (0..book.endings.len()).map(|n| Happening::Ending(EndingId::of(n)));
        Self::new(falls.chain(good).chain(heavy).chain(endings).collect())
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Which of them came about in a game so far.
    #[must_use]
    pub fn came(&self, engine: &Engine) -> Came {
        let happened = record::outcomes(engine);
        let bits = self.0.iter().enumerate().filter(|(_, what)| match what {
            Happening::Falls { place, before } => fell(engine, *place, *before),
            Happening::Good(court) => engine
                .ended()
                .is_some_and(|e| engine.book().endings[e.index()].good_for.contains(court)),
            Happening::Checkpoint(c) => happened[c.index()].happened.is_some(),
            Happening::Ending(ending) => engine.ended() == Some(*ending),
        });
        Came(bits.fold(0, |bits, (n, _)| bits | 1 << n))
    }

    /// Each in words.
    #[must_use]
    pub fn named(&self, book: &Scenario) -> Vec<Headline> {
        self.0.iter().map(|what| what.named(book)).collect()
    }
}

/// Whether a place fell to another court than held it on the first day.
fn fell(engine: &Engine, place: PlaceId, before: Option<Date>) -> bool {
    let book = engine.book();
    let first = book.places[place.index()].holder;
    let falls = &engine.whole().tables().falls;
    falls.iter().any(|(town, to, turn, _)| {
        *town == place && Some(*to) != first && before.is_none_or(|day| book.day(*turn) < day)
    })
}

impl Happening {
    /// In words.
    #[must_use]
    pub fn named(self, book: &Scenario) -> Headline {
        let (kind, id, title) = match self {
            Self::Falls { place, before } => {
                let town = &book.atlas.places[place.index()];
                let by = before.map_or_else(String::new, |day| format!(" before {day}"));
                (
                    HeadlineKind::Falls,
                    format!("falls:{}", town.id),
                    format!("{} falls{by}", town.name),
                )
            }
            Self::Good(court) => {
                let court = &book.courts[court.index()];
                (
                    HeadlineKind::Good,
                    format!("good:{}", court.id),
                    format!("a good ending for {}", court.name),
                )
            }
            Self::Checkpoint(c) => {
                let checkpoint = &book.checkpoints[c.index()];
                (
                    HeadlineKind::Checkpoint,
                    format!("checkpoint:{}", checkpoint.id),
                    checkpoint.title.clone(),
                )
            }
            Self::Ending(e) => {
                let ending = &book.endings[e.index()];
                (
                    HeadlineKind::Ending,
                    format!("ending:{}", ending.id),
                    format!("the ending ‘{}’", ending.title),
                )
            }
        };
        Headline { id, title, kind }
    }
}
