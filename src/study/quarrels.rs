//! Which disputes of the sources change what comes of a scenario.
//!
//! The scenario is played as it is, and with the same seeds under other readings of its disputed numbers: each reading that is not taken by
//! itself; each source's readings all at once; and all numbers drawn. Only numbers differ, so the luck is the same and the games are pairs.

use std::slice;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::branches::Desk;
use super::odds::Pairs;
use super::outcomes::Outcomes;
use super::results::{About, Compared, Dispute, Headline, Profile, Quarrels, Reading};
use super::run::{Line, Study};
use super::{Noted, Seats, opening, play};
use crate::base::date::Turn;
use crate::base::ids::SourceId;
use crate::base::luck::{Luck, Purpose};
use crate::rules::state::snapshot::Opening;
use crate::scenario::model::Scenario;
use crate::scenario::readings::{Disputed, Readings, Whose, disputes};

/// So many times all numbers are drawn; games take them in turn.
const DRAWS: u64 = 32;
/// The luck by which they are drawn.
const DRAWN: u64 = 0xD1_5B07_ED00;

/// A way to read a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// One dispute, by this reading.
    One(usize, usize),
    /// All that a source has.
    Source(SourceId),
    /// The n-th draw of all.
    Drawn(u64),
}

/// What the disputes change.
#[derive(Debug)]
pub struct Quarrelling {
    book: Arc<Scenario>,
    opening: Opening,
    seats: Seats,
    outcomes: Outcomes,
    /// Each reading by itself, then the sources, then the draws, which count as one.
    ways: Vec<(Way, Opening)>,
    lines: bool,
}

/// What is known: the pairs of each way and outcome. All draws are the last way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums(Vec<Vec<Pairs>>);

/// How a scenario is read in some way.
fn readings(way: Way, all: &[Disputed<'_>]) -> Readings {
    let none = Readings::default();
    match way {
        Way::One(dispute, reading) => none.with(&all[dispute].id(), reading),
        Way::Source(source) => all.iter().fold(none, |readings, dispute| {
            match dispute.by(source).filter(|n| *n != dispute.taken()) {
                Some(n) => readings.with(&dispute.id(), n),
                None => readings,
            }
        }),
        Way::Drawn(draw) => all.iter().enumerate().fold(none, |readings, (n, dispute)| {
            let (key, of) = (u32::try_from(n).unwrap_or(0), dispute.readings.len());
            let of = u32::try_from(of).unwrap_or(1);
            let drawn = Luck::new(DRAWN ^ draw).roll(Turn(0), Purpose::Policy, key, 0, of);
            readings.with(&dispute.id(), drawn as usize)
        }),
    }
}

/// Every way to read a scenario that differs from how it is taken.
fn ways(all: &[Disputed<'_>]) -> Vec<Way> {
    let mut ways = Vec::new();
    let mut sources: Vec<SourceId> = Vec::new();
    for (n, dispute) in all.iter().enumerate() {
        for (m, reading) in dispute.readings.iter().enumerate() {
            if m != dispute.taken() {
                ways.push(Way::One(n, m));
            }
            if !sources.contains(&reading.source) {
                sources.push(reading.source);
            }
        }
    }
    let sources = sources.into_iter().map(Way::Source);
    ways.extend(sources.filter(|way| !readings(*way, all).is_empty()));
    if !all.is_empty() {
        ways.extend((0..DRAWS).map(Way::Drawn));
    }
    ways
}

impl Quarrelling {
    /// That of a scenario, with these players. `load` gives the scenario under other readings.
    ///
    /// # Errors
    /// With whatever keeps the scenario from being loaded so.
    pub fn new<E>(
        book: &Arc<Scenario>,
        seats: Seats,
        mut load: impl FnMut(&Readings) -> Result<Arc<Scenario>, E>,
        lines: bool,
    ) -> Result<Self, E> {
        let all = disputes(book);
        let mut read = Vec::new();
        for way in ways(&all) {
            read.push((way, opening(load(&readings(way, &all))?, &seats)));
        }
        Ok(Self {
            book: book.clone(),
            opening: opening(book.clone(), &seats),
            seats,
            outcomes: Outcomes::of(book),
            ways: read,
            lines,
        })
    }

    /// The ways that are played with every seed: all of the first two kinds, and the draw whose turn it is. Each with its place in the sums.
    fn of_seed(&self, seed: u64) -> impl Iterator<Item = (usize, &(Way, Opening))> {
        let apart = self.apart();
        let draw = self
            .ways
            .get(apart..)
            .filter(|draws| !draws.is_empty())
            .map(|draws| {
                let turn = usize::try_from(seed % draws.len() as u64).unwrap_or(0);
                (apart, &draws[turn])
            });
        self.ways[..apart].iter().enumerate().chain(draw)
    }

    /// How many ways are told apart: all but the draws.
    fn apart(&self) -> usize {
        let drawn = |(way, _): &(Way, Opening)| matches!(way, Way::Drawn(_));
        self.ways.iter().position(drawn).unwrap_or(self.ways.len())
    }

    /// A way's name in a table.
    fn name(&self, way: Way) -> String {
        let all = disputes(&self.book);
        match way {
            Way::One(dispute, reading) => {
                let dispute = &all[dispute];
                format!("{}={}", dispute.id(), dispute.readings[reading].value)
            }
            Way::Source(source) => format!("source:{}", self.book.sources[source.index()].id),
            Way::Drawn(draw) => format!("drawn:{draw}"),
        }
    }

    /// The columns of the lines that games leave.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let named = self.outcomes.named(&self.book);
        let outcomes = named.into_iter().map(|headline| headline.id);
        let own = ["seed", "readings"].map(str::to_owned);
        own.into_iter().chain(outcomes).collect()
    }

    /// What is known, with the scenario's names.
    #[must_use]
    pub fn told(&self, about: About, sums: &Sums) -> Quarrels {
        let book = &self.book;
        let headlines = self.outcomes.named(book);
        let all = disputes(book);
        let reading = |dispute: &Disputed<'_>, n: usize| {
            let reading = &dispute.readings[n];
            let source = &book.sources[reading.source.index()];
            Reading {
                value: reading.value,
                source: source.id.clone(),
                label: source.label.clone(),
                says: reading.says.clone(),
            }
        };
        let mut told: Vec<Dispute> = all
            .iter()
            .map(|dispute| Dispute {
                id: dispute.id(),
                title: match dispute.of {
                    Whose::Army(_, name) => format!("men of {name}"),
                    Whose::Garrison(_, name) => format!("the garrison of {name}"),
                },
                taken: reading(dispute, dispute.taken()),
                others: Vec::new(),
            })
            .collect();
        let (mut profiles, mut drawn) = (Vec::new(), None);
        for ((way, _), pairs) in self.ways.iter().zip(&sums.0) {
            let compared = compared(&headlines, pairs);
            match way {
                Way::One(n, m) => told[*n].others.push((reading(&all[*n], *m), compared)),
                Way::Source(source) => {
                    let numbers = readings(*way, &all);
                    let number = |d: &Disputed<'_>| {
                        let n = numbers.of(&d.id())?;
                        Some((d.id(), d.readings[n].value))
                    };
                    let source = &book.sources[source.index()];
                    profiles.push(Profile {
                        source: source.id.clone(),
                        title: source.title.clone(),
                        numbers: all.iter().filter_map(number).collect(),
                        compared,
                    });
                }
                Way::Drawn(_) => drawn = Some(compared),
            }
        }
        Quarrels {
            about,
            headlines,
            disputes: told,
            profiles,
            drawn,
        }
    }
}

fn compared(headlines: &[Headline], pairs: &[Pairs]) -> Compared {
    Compared {
        pairs: pairs.first().map_or(0, |pairs| pairs.pairs),
        shifts: headlines
            .iter()
            .zip(pairs)
            .map(|(headline, pairs)| pairs.shift(&headline.id))
            .collect(),
    }
}

impl Study for Quarrelling {
    type Sums = Sums;

    fn nothing(&self) -> Sums {
        let apart = self.apart();
        let ways = apart + usize::from(apart < self.ways.len());
        Sums(vec![vec![Pairs::default(); self.outcomes.len()]; ways])
    }

    fn seed(&self, desk: &mut Desk, _: &Sums, seed: u64, sums: &mut Sums, lines: &mut Vec<Line>) {
        let mut game = |opening: &Opening| {
            let engine = desk.begin(opening, seed);
            play(
                slice::from_mut(engine),
                &self.seats,
                Noted::NOTHING,
                |_, _| {},
            );
            self.outcomes.came(engine)
        };
        let mut line = |way: Option<Way>, came: super::outcomes::Came| {
            if self.lines {
                let way = way.map_or_else(|| "taken".to_owned(), |way| self.name(way));
                let bits = (0..self.outcomes.len()).map(|n| u8::from(came.so(n)).to_string());
                lines.push([seed.to_string(), way].into_iter().chain(bits).collect());
            }
        };
        let taken = game(&self.opening);
        line(None, taken);
        for (n, (way, opening)) in self.of_seed(seed) {
            let came = game(opening);
            line(Some(*way), came);
            for (outcome, pairs) in sums.0[n].iter_mut().enumerate() {
                pairs.add(taken.so(outcome), came.so(outcome));
            }
        }
    }

    fn merge(&self, sums: &mut Sums, other: &Sums) {
        for (own, other) in sums.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            own.merge(other);
        }
    }
}
