//! `rivers study --flip` and `--options`: short questions to what a choice changes, in tables and as pages.

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::super::table::{Side, table};
use super::super::{Failure, Streams};
use super::page_of;
use super::tables::{decimal, percent, points};
use crate::base::date::Date;
use crate::base::ids::{DecisionId, OptionId, PlaceId};
use crate::scenario::model::Scenario;
use crate::study::Seats;
use crate::study::branches::Asked;
use crate::study::impact::Impacts;
use crate::study::odds::part;
use crate::study::outcomes::{Happening, Outcomes};
use crate::study::results::{About, Impact, Points};
use crate::study::run::{Seeds, whole};

/// What is asked: of which scenario, by which players, in how many games.
pub(super) struct Asking<'a> {
    /// The scenario.
    pub(super) book: &'a Arc<Scenario>,
    /// Who plays.
    pub(super) seats: Seats,
    /// What the results say of themselves.
    pub(super) about: About,
    /// Games, from seed 1.
    pub(super) games: u64,
    /// Threads.
    pub(super) jobs: NonZeroUsize,
}

impl Asking<'_> {
    fn told(&self, asked: Asked, against: Option<(DecisionId, OptionId)>) -> Impact {
        let study = Impacts::new(self.book, self.seats.clone(), asked, None, false);
        let study = match against {
            Some((decision, option)) => study.against(decision, option),
            None => study,
        };
        let progress = whole(&study, Seeds::from_one(self.games), self.jobs);
        study.told(self.about.clone(), &progress.sums)
    }
}

/// The town whose fall is counted, and the day before which.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    /// The town.
    pub(super) town: PlaceId,
    /// The day.
    pub(super) before: Option<Date>,
}

/// Turns choices round, one after the other.
pub(super) fn flips(
    asking: &Asking<'_>,
    flips: &[String],
    counted: Counted,
    streams: &mut Streams<'_>,
) -> Result<String, Failure> {
    let book = asking.book;
    let Counted { town, before } = counted;
    let place = &book.atlas.places[town.index()].name;
    let head = ["choice", "pairs", "first", "second", "shift", "interval"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for text in flips {
        let (decision, [first, second]) = flip_of(book, text).ok_or_else(|| {
            Failure::Wrong(format!(
                "`{text}` names no decision with two options: DECISION=OPTION/OPTION"
            ))
        })?;
        let outcomes = Outcomes::new(vec![Happening::Falls {
            place: town,
            before,
        }]);
        let mut asked = Asked::all(book, outcomes).only(decision);
        asked.options[decision.index()] &= 1 << first.index() | 1 << second.index();
        let impact = asking.told(asked, Some((decision, first)));
        let option = &book.decisions[decision.index()].options[second.index()].id;
        let options = impact
            .decisions
            .iter()
            .flat_map(|decision| &decision.options);
        let shift = options
            .filter(|o| o.id == *option)
            .find_map(|o| o.shifts.first());
        rows.push(match shift {
            Some(shift) => vec![
                text.clone(),
                shift.reference.of.to_string(),
                percent(shift.reference.share),
                percent(shift.changed.share),
                points(shift.by),
                format!("{} to {}", points(shift.low), points(shift.high)),
            ],
            None => vec![text.clone(), "0".to_owned()],
        });
    }
    let sides = [
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
    ];
    let title = format!(
        "{}: choices turned round with the same luck, {} seeds; {}; counted: {place} falls{}",
        book.title,
        asking.games,
        asking.about.label,
        before.map_or_else(String::new, |day| format!(" before {day}"))
    );
    write!(streams.out, "{title}\n\n{}", table(&sides, &rows))?;
    let rule = "|---|---:|---:|---:|---:|---:|";
    Ok(page_of("Choices turned round", &title, &rows, rule))
}

/// An option that is alone the best in more situations than this leaves its court nothing to decide.
const DOMINATES: Points = Points(9_500);
/// Fewer situations than these prove nothing.
const ENOUGH: u64 = 20;

/// Gives every option of every decision in turn.
pub(super) fn weigh(asking: &Asking<'_>, streams: &mut Streams<'_>) -> Result<String, Failure> {
    let head = [
        "decision",
        "option",
        "situations",
        "alone best",
        "mean standing",
        "",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut dominant = 0;
    let asked = Asked::all(asking.book, Outcomes::new(Vec::new()));
    for decision in asking.told(asked, None).decisions {
        for option in decision.options {
            let best = part(option.best, option.open);
            let dominates = option.open >= ENOUGH && best > DOMINATES;
            dominant += u32::from(dominates);
            rows.push(vec![
                decision.id.clone(),
                option.id,
                option.open.to_string(),
                percent(best),
                decimal(option.standing_tenths),
                if dominates { "dominates" } else { "" }.to_owned(),
            ]);
        }
    }
    let sides = [
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Left,
    ];
    let title = format!(
        "{}: every option given in turn with the same luck, {} seeds; {}; {dominant} dominate",
        asking.book.title, asking.games, asking.about.label
    );
    write!(streams.out, "{title}\n\n{}", table(&sides, &rows))?;
    let rule = "|---|---|---:|---:|---:|---|";
    Ok(page_of("Options weighed", &title, &rows, rule))
}

/// `night_raid=raid_now/keep_oath`.
fn flip_of(book: &Scenario, text: &str) -> Option<(DecisionId, [OptionId; 2])> {
    let (decision, options) = text.split_once('=')?;
    let (first, second) = options.split_once('/')?;
    let decision = book.decision(decision.trim())?;
    let option = |name: &str| {
        book.decisions[decision.index()]
            .options
            .iter()
            .position(|o| o.id == name.trim())
            .map(OptionId::of)
    };
    Some((decision, [option(first)?, option(second)?]))
}
