//! What a study was asked to do: kept beside its sums, so that only the same study is gone on with or put together.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::Failure;
use super::super::shelf::{Found, Shelf};
use crate::base::ids::CourtId;
use crate::journal::PROGRAM;
use crate::policy::Kind;
use crate::scenario::model::Scenario;
use crate::study::Seats;
use crate::study::results::{About, Points, Seat};
use crate::study::run::Seeds;

/// Which study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    /// What comes of a scenario.
    Spread,
    /// What each option changes.
    Impact,
    /// Which disputes matter.
    Quarrels,
    /// Whose expectations come true.
    Advisors,
    /// The turning points of one game.
    Turning,
}

impl What {
    /// Those that are played in shards.
    pub(super) const ALL: [Self; 4] = [Self::Spread, Self::Impact, Self::Quarrels, Self::Advisors];

    /// How its files begin.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Spread => "spread",
            Self::Impact => "impact",
            Self::Quarrels => "quarrels",
            Self::Advisors => "advisors",
            Self::Turning => "turning",
        }
    }
}

/// A study, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Plan {
    /// Which.
    pub(super) what: What,
    /// The scenario as it was named.
    pub(super) scenario: String,
    /// The hash of its text, in hexadecimal.
    pub(super) content: String,
    /// The version of the program.
    pub(super) program: String,
    /// Who plays: the courts' ids and the policies' names.
    pub(super) seats: Vec<(String, String)>,
    /// Games, from seed 1.
    pub(super) games: u64,
    /// Which shard of how many.
    pub(super) shard: Option<(u64, u64)>,
    /// A decision that alone is asked about.
    pub(super) decision: Option<String>,
    /// Where a decision is asked about no more.
    pub(super) narrow: Option<Points>,
}

impl Plan {
    /// That of a scenario and its players.
    pub(super) fn new(what: What, named: &str, book: &Scenario, seats: &Seats, games: u64) -> Self {
        let seat = |(court, kind): &(CourtId, Kind)| {
            let court = &book.courts[court.index()].id;
            (court.clone(), kind.name().into_owned())
        };
        Self {
            what,
            scenario: named.to_owned(),
            content: format!("{:016x}", book.content_hash),
            program: PROGRAM.to_owned(),
            seats: seats.iter().map(seat).collect(),
            games,
            shard: None,
            decision: None,
            narrow: None,
        }
    }

    /// All seeds of the study.
    pub(super) const fn all(&self) -> Seeds {
        Seeds::from_one(self.games)
    }

    /// The seeds of its shard.
    pub(super) fn seeds(&self) -> Seeds {
        match self.shard {
            Some((shard, of)) => self.all().shard(shard, of),
            None => self.all(),
        }
    }

    /// The scenario and the players, for whoever has only the plan.
    pub(super) fn found(&self, shelf: &Shelf) -> Result<(Found, Arc<Scenario>, Seats), Failure> {
        let found = shelf.find(&self.scenario)?;
        let book = shelf.load(&found)?;
        if format!("{:016x}", book.content_hash) != self.content {
            return Err(Failure::Wrong(format!(
                "`{}` has changed since this study began; begin it anew in another folder",
                self.scenario
            )));
        }
        let seat = |(court, kind): &(String, String)| Some((book.court(court)?, Kind::of(kind)?));
        let seats: Option<Seats> = self.seats.iter().map(seat).collect();
        let seats = seats.ok_or_else(|| {
            Failure::Wrong("the study names a court or a policy that there is not".to_owned())
        })?;
        Ok((found, book, seats))
    }

    /// In what two plans differ that should be of one study, if they do. More games may be asked for than before.
    pub(super) fn differs(&self, other: &Self) -> Option<String> {
        let two = |what: &str, own: &dyn std::fmt::Debug, other: &dyn std::fmt::Debug| {
            Some(format!("{what} is {other:?} there and {own:?} here"))
        };
        if self.content != other.content {
            return Some(format!(
                "it is of another text of the scenario (`{}`)",
                other.scenario
            ));
        }
        if self.program != other.program {
            return two("the program", &self.program, &other.program);
        }
        if self.seats != other.seats {
            return two("who plays", &self.seats, &other.seats);
        }
        if self.decision != other.decision {
            return two("the decision", &self.decision, &other.decision);
        }
        if self.narrow != other.narrow {
            return two(
                "--narrow, in hundredths of a point,",
                &self.narrow.map(|p| p.0),
                &other.narrow.map(|p| p.0),
            );
        }
        None
    }

    /// What the results say of themselves.
    pub(super) fn about(&self, book: &Scenario, games: u64) -> About {
        let seats: Vec<Seat> = self
            .seats
            .iter()
            .map(|(court, policy)| Seat {
                name: book
                    .court(court)
                    .map_or_else(|| court.clone(), |c| book.courts[c.index()].name.clone()),
                court: court.clone(),
                policy: policy.clone(),
            })
            .collect();
        let seeds = self.seeds();
        About {
            scenario: book.id.clone(),
            title: book.title.clone(),
            title_zh: book.title_zh.clone(),
            content: self.content.clone(),
            program: self.program.clone(),
            label: label(&seats),
            seats,
            first_seed: seeds.first,
            games,
            planned: seeds.count(),
        }
    }
}

/// What stands beside every number.
pub(super) fn label(seats: &[Seat]) -> String {
    let seats = seats
        .iter()
        .map(|seat| format!("{} by {}", seat.name, seat.policy));
    format!(
        "in this model, with this policy: {}",
        seats.collect::<Vec<_>>().join(", ")
    )
}
