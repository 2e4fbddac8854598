//! What comes of a scenario: endings, checkpoints, territory, treasury and deaths over many games.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::branches::Desk;
use super::odds::{mean_tenths, part, share};
use super::results::{
    About, CheckpointSpread, CourtSpread, EndingSpread, Month, Quantiles, Recorded, Spread,
    StandingSpread,
};
use super::run::{Line, Study};
use super::{ABREAST, Noted, Played, Seats, begin, opening, play};
use crate::base::date::{Date, Turn};
use crate::base::ids::CourtId;
use crate::engine::Engine;
use crate::record::standing::in_silver;
use crate::record::{self, Range};
use crate::rules::state::snapshot::Opening;
use crate::scenario::model::Scenario;

/// How often each value came about.
pub(super) type Counts = BTreeMap<i64, u64>;

/// The courts are looked at on no more days than these: every month of a year or two, every season of a long war.
const MOST_LOOKS: usize = 60;

/// What comes of a scenario with these players.
#[derive(Debug)]
pub struct Spreading {
    book: Arc<Scenario>,
    opening: Opening,
    seats: Seats,
    /// The turns at whose opening the courts are looked at, with their days; last, past the last turn, the end.
    looks: Vec<(Turn, Date)>,
    /// The courts that are looked at: all but bands.
    courts: Vec<CourtId>,
    /// Whether every game leaves a line.
    lines: bool,
}

/// What is known from any number of games.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    games: u64,
    /// By ending, and last for none.
    endings: Vec<u64>,
    turns: Counts,
    /// Weight inside the recorded range and in all, of tuned checkpoints and of those held out.
    tuned: (u64, u64),
    held_out: (u64, u64),
    /// For each checkpoint: in how many games as recorded, and on which days it happened.
    points: Vec<(u64, Counts)>,
    courts: Vec<OfCourt>,
}

/// What is known of a court.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfCourt {
    good: u64,
    standings: Counts,
    looks: Vec<OfLook>,
}

/// What is known of a court on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfLook {
    going: u64,
    places: Counts,
    treasury: Counts,
    dead: Counts,
}

/// How a court stands on one day.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    places: i64,
    treasury: i64,
    dead: i64,
}

/// A value with its last bits cut off, so that there are few different ones: exact to one in thirty-two.
const fn binned(value: i64) -> i64 {
    let size = value.unsigned_abs();
    // Six bits are kept.
    let cut = (u64::BITS - size.leading_zeros()).saturating_sub(6);
    let kept = (size >> cut << cut) as i64;
    if value < 0 { -kept } else { kept }
}

pub(super) fn count(counts: &mut Counts, value: i64) {
    *counts.entry(value).or_default() += 1;
}

pub(super) fn merge(counts: &mut Counts, other: &Counts) {
    for (value, n) in other {
        *counts.entry(*value).or_default() += n;
    }
}

/// The value that so many in a hundred do not exceed; none of none.
fn quantile(counts: &Counts, percent: u64) -> Option<i64> {
    let all: u64 = counts.values().sum();
    let mut upto = 0;
    let mut found = counts.iter().filter_map(|(value, n)| {
        upto += n;
        (upto * 100 >= all * percent).then_some(*value)
    });
    found.next()
}

pub(super) fn quantiles(counts: &Counts) -> Quantiles {
    let at = |percent| quantile(counts, percent).unwrap_or(0);
    Quantiles {
        p05: at(5),
        p25: at(25),
        p50: at(50),
        p75: at(75),
        p95: at(95),
    }
}

impl Spreading {
    /// That of a scenario, with these players; `lines` asks for a line of every game.
    #[must_use]
    pub fn new(book: &Arc<Scenario>, seats: Seats, lines: bool) -> Self {
        let months: Vec<(Turn, Date)> = (0..book.turns)
            .map(|n| (Turn(n), book.day(Turn(n))))
            .filter(|(turn, day)| turn.0 == 0 || day.ymd().2 == 1)
            .collect();
        let step = months.len().div_ceil(MOST_LOOKS).max(1);
        let mut looks: Vec<_> = months.into_iter().step_by(step).collect();
        looks.push((Turn(book.turns), book.until));
        let courts = book.courts.iter().enumerate();
        Self {
            book: book.clone(),
            opening: opening(book.clone(), &seats),
            seats,
            looks,
            courts: courts
                .filter(|(_, court)| !court.band)
                .map(|(n, _)| CourtId::of(n))
                .collect(),
            lines,
        }
    }

    fn look(&self, engine: &Engine) -> Vec<Look> {
        let game = engine.whole();
        let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let of = |court: &CourtId| Look {
            places: game.held(*court).len() as i64,
            treasury: in_silver(&game.realm(*court).treasury),
            dead: whole(game.tables().dead[court.index()]),
        };
        self.courts.iter().map(of).collect()
    }

    /// The columns of the lines that games leave.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let book = &self.book;
        let mut columns: Vec<String> = ["seed", "turns", "ending"].map(str::to_owned).to_vec();
        for court in &self.courts {
            let court = &book.courts[court.index()];
            for what in ["places", "treasury", "dead"] {
                columns.push(format!("{what}_{}", court.id));
            }
            if court.playable {
                columns.push(format!("standing_{}", court.id));
            }
        }
        columns.extend(book.checkpoints.iter().map(|c| c.id.clone()));
        columns
    }

    /// What is known, with the scenario's names.
    #[must_use]
    pub fn told(&self, about: About, sums: &Sums) -> Spread {
        let book = &self.book;
        let games = sums.games;
        let mut endings: Vec<EndingSpread> = book
            .endings
            .iter()
            .zip(&sums.endings)
            .map(|(ending, n)| EndingSpread {
                id: ending.id.clone(),
                title: ending.title.clone(),
                good_for: ending
                    .good_for
                    .iter()
                    .map(|c| book.courts[c.index()].id.clone())
                    .collect(),
                share: share(*n, games),
            })
            .collect();
        if let Some(none) = sums.endings.last().filter(|n| **n > 0) {
            endings.push(EndingSpread {
                id: String::new(),
                title: String::new(),
                good_for: Vec::new(),
                share: share(*none, games),
            });
        }
        let checkpoints = book.checkpoints.iter().zip(&sums.points);
        let courts = self.courts.iter().zip(&sums.courts);
        Spread {
            about,
            endings,
            turns: quantiles(&sums.turns),
            tuned: part(sums.tuned.0, sums.tuned.1),
            held_out: part(sums.held_out.0, sums.held_out.1),
            checkpoints: checkpoints
                .map(|(checkpoint, (within, days))| CheckpointSpread {
                    id: checkpoint.id.clone(),
                    title: checkpoint.title.clone(),
                    weight: checkpoint.weight,
                    held_out: checkpoint.held_out,
                    recorded: match record::range(checkpoint.test) {
                        Range::Between(from, until) => Recorded::Between {
                            from: from.to_string(),
                            until: until.to_string(),
                        },
                        Range::On(day) => Recorded::On {
                            day: day.to_string(),
                        },
                        Range::Never => Recorded::Never,
                    },
                    happened: share(days.values().sum(), games),
                    within: share(*within, games),
                    days: days.iter().map(|(d, n)| (date(*d), *n)).collect(),
                    when: when(days),
                })
                .collect(),
            courts: courts.map(|(id, of)| self.court(*id, of, games)).collect(),
        }
    }

    fn court(&self, id: CourtId, of: &OfCourt, games: u64) -> CourtSpread {
        let court = &self.book.courts[id.index()];
        let months = self
            .looks
            .iter()
            .zip(&of.looks)
            .map(|((_, day), look)| Month {
                day: day.to_string(),
                going: look.going,
                places: quantiles(&look.places),
                treasury: quantiles(&look.treasury),
                dead: quantiles(&look.dead),
            });
        let all = &of.standings;
        let ends = all.keys().next().zip(all.keys().next_back());
        let sum: i64 = all
            .iter()
            .map(|(points, n)| points * i64::try_from(*n).unwrap_or(0))
            .sum();
        CourtSpread {
            id: court.id.clone(),
            name: court.name.clone(),
            name_zh: court.name_zh.clone(),
            playable: court.playable,
            good: share(of.good, games),
            standing: ends.map(|(worst, best)| StandingSpread {
                mean_tenths: mean_tenths(sum, games),
                worst: *worst,
                best: *best,
                quantiles: quantiles(all),
                all: all.iter().map(|(points, n)| (*points, *n)).collect(),
            }),
            months: months.collect(),
        }
    }

    /// Adds a game that is over to the sums; its line, if every game leaves one.
    fn add(
        &self,
        game: &Played,
        engine: &Engine,
        mut looks: Vec<Vec<Look>>,
        sums: &mut Sums,
    ) -> Option<Line> {
        let book = &self.book;
        let (going, last) = (looks.len(), self.look(engine));
        looks.resize(self.looks.len(), last.clone());

        sums.games += 1;
        let none = book.endings.len();
        sums.endings[game.ending.map_or(none, |ending| ending.index())] += 1;
        count(&mut sums.turns, game.turns.into());
        let (tuned, held_out) = record::shares(book, &game.outcomes);
        sums.tuned.0 += tuned.inside;
        sums.tuned.1 += tuned.of;
        sums.held_out.0 += held_out.inside;
        sums.held_out.1 += held_out.of;
        for (outcome, (within, days)) in game.outcomes.iter().zip(&mut sums.points) {
            *within += u64::from(outcome.within);
            if let Some(day) = outcome.happened {
                count(days, day.0.into());
            }
        }
        for (n, (id, of)) in self.courts.iter().zip(&mut sums.courts).enumerate() {
            let good =
                |e: crate::base::ids::EndingId| book.endings[e.index()].good_for.contains(id);
            of.good += u64::from(game.ending.is_some_and(good));
            if let Some(points) = game.standing(*id) {
                count(&mut of.standings, points.into());
            }
            for (at, (look, of)) in looks.iter().zip(&mut of.looks).enumerate() {
                of.going += u64::from(at < going);
                count(&mut of.places, look[n].places);
                count(&mut of.treasury, binned(look[n].treasury));
                count(&mut of.dead, binned(look[n].dead));
            }
        }
        if self.lines {
            let ending = game.ending.map(|e| book.endings[e.index()].id.clone());
            let mut line = vec![
                game.seed.to_string(),
                game.turns.to_string(),
                ending.unwrap_or_default(),
            ];
            for (id, look) in self.courts.iter().zip(&last) {
                line.extend([look.places, look.treasury, look.dead].map(|n| n.to_string()));
                line.extend(game.standing(*id).map(|points| points.to_string()));
            }
            let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
            line.extend(game.outcomes.iter().map(|outcome| day(outcome.happened)));
            return Some(line);
        }
        None
    }
}

fn date(day: i64) -> String {
    Date(i32::try_from(day).unwrap_or(0)).to_string()
}

fn when(days: &Counts) -> Option<[String; 5]> {
    (!days.is_empty()).then(|| {
        let all = quantiles(days);
        [all.p05, all.p25, all.p50, all.p75, all.p95].map(date)
    })
}

impl Study for Spreading {
    type Sums = Sums;

    fn nothing(&self) -> Sums {
        let court = OfCourt {
            looks: vec![OfLook::default(); self.looks.len()],
            ..OfCourt::default()
        };
        Sums {
            games: 0,
            endings: vec![0; self.book.endings.len() + 1],
            turns: Counts::new(),
            tuned: (0, 0),
            held_out: (0, 0),
            points: vec![(0, Counts::new()); self.book.checkpoints.len()],
            courts: vec![court; self.courts.len()],
        }
    }

    fn seed(
        &self,
        desk: &mut Desk,
        known: &Sums,
        seed: u64,
        sums: &mut Sums,
        lines: &mut Vec<Line>,
    ) {
        let rows = self.seeds(desk, known, seed..=seed, sums);
        lines.extend(rows.into_iter().flat_map(|(_, lines)| lines));
    }

    fn abreast(&self) -> u64 {
        ABREAST
    }

    fn seeds(
        &self,
        desk: &mut Desk,
        _: &Sums,
        seeds: RangeInclusive<u64>,
        sums: &mut Sums,
    ) -> Vec<(u64, Vec<Line>)> {
        begin(&mut desk.abreast, &self.opening, seeds);
        let mut looks: Vec<Vec<Vec<Look>>> =
            vec![Vec::with_capacity(self.looks.len()); desk.abreast.len()];
        let games = play(
            &mut desk.abreast,
            &self.seats,
            Noted::NOTHING,
            |n, engine| {
                let next = self.looks.get(looks[n].len());
                if next.is_some_and(|(turn, _)| *turn == engine.turn()) {
                    looks[n].push(self.look(engine));
                }
            },
        );
        let games = games.iter().zip(&desk.abreast).zip(looks);
        games
            .map(|((game, engine), looks)| {
                let line = self.add(game, engine, looks, sums);
                (game.seed, line.into_iter().collect())
            })
            .collect()
    }

    fn merge(&self, sums: &mut Sums, other: &Sums) {
        sums.games += other.games;
        for (n, m) in sums.endings.iter_mut().zip(&other.endings) {
            *n += m;
        }
        merge(&mut sums.turns, &other.turns);
        for (own, other) in [
            (&mut sums.tuned, other.tuned),
            (&mut sums.held_out, other.held_out),
        ] {
            own.0 += other.0;
            own.1 += other.1;
        }
        for ((within, days), (more, others)) in sums.points.iter_mut().zip(&other.points) {
            *within += more;
            merge(days, others);
        }
        for (own, other) in sums.courts.iter_mut().zip(&other.courts) {
            own.good += other.good;
            merge(&mut own.standings, &other.standings);
            for (own, other) in own.looks.iter_mut().zip(&other.looks) {
                own.going += other.going;
                merge(&mut own.places, &other.places);
                merge(&mut own.treasury, &other.treasury);
                merge(&mut own.dead, &other.dead);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bin_is_never_further_off_than_one_in_thirty_two() {
        for value in [0, 1, 63, 64, 65, 999, 123_456, 98_765_432, i64::MAX] {
            let off = value - binned(value);
            assert!(off >= 0 && off <= value / 32, "{value}");
            assert_eq!(binned(-value), -binned(value));
        }
        assert_eq!(binned(63), 63);
    }

    #[test]
    fn quantiles_are_values_that_came_about() {
        let counts: Counts = [(10, 1), (20, 1), (30, 18)].into();
        let all = quantiles(&counts);
        assert_eq!((all.p05, all.p25, all.p50, all.p95), (10, 30, 30, 30));
        assert_eq!(quantiles(&Counts::new()), Quantiles::default());
    }
}
