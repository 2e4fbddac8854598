//! What is worth telling of the turning points of a game: the matters where another option would have moved something beyond doubt, and the
//! outcomes in which the game was most unlike its own odds.

use super::debrief::words::day_short;
use crate::base::date::Date;
use crate::prose::texts::Texts;
use crate::study::results::{Luck, OptionOdds, Points, Shift, Turning, TurningPoint};

/// How many matters, and how many outcomes, are told.
const TOLD: usize = 8;
/// Luck smaller than this is not told: what comes about in three of four games and did is no wonder.
const WONDER: Points = Points(3_000);

/// A matter that was answered.
#[derive(Clone, Debug)]
pub struct Matter<'t> {
    /// Which, and when.
    pub point: &'t TurningPoint,
    /// What was chosen, in words.
    pub chosen: &'t str,
    /// What each other option would have moved most, where it would have moved anything beyond doubt.
    pub moves: Vec<Move<'t>>,
}

/// What another option would have moved.
#[derive(Clone, Copy, Debug)]
pub struct Move<'t> {
    /// The option.
    pub option: &'t OptionOdds,
    /// Its greatest shift.
    pub shift: &'t Shift,
}

/// What an outcome is called.
#[must_use]
pub fn title<'t>(turning: &'t Turning, headline: &'t str) -> &'t str {
    let found = turning.headlines.iter().find(|h| h.id == headline);
    found.map_or(headline, |h| h.title.as_str())
}

/// The matters, the weightiest first.
#[must_use]
pub fn matters(turning: &Turning) -> Vec<Matter<'_>> {
    let mut points: Vec<&TurningPoint> = turning.points.iter().collect();
    points.retain(|point| point.weight.0 > 0);
    points.sort_by_key(|point| (std::cmp::Reverse(point.weight), point.turn));
    points.truncate(TOLD);
    points.into_iter().map(matter).collect()
}

fn matter(point: &TurningPoint) -> Matter<'_> {
    let chosen = point.options.iter().find(|option| option.chosen);
    let others = point.options.iter().filter(|option| !option.chosen);
    let moves = others.filter_map(|option| {
        let shift = option
            .shifts
            .iter()
            .filter(|s| s.verdict.is_sure())
            .max_by_key(|s| s.by.0.abs())?;
        Some(Move { option, shift })
    });
    Matter {
        point,
        chosen: chosen.map_or(point.chose.as_str(), |option| option.label.as_str()),
        moves: moves.collect(),
    }
}

/// The outcomes in which the game was most unlike its own odds, the greatest wonder first.
#[must_use]
pub fn wonders(turning: &Turning) -> Vec<&Luck> {
    let mut luck: Vec<&Luck> = turning.luck.iter().collect();
    luck.retain(|luck| luck.luck.0.abs() >= WONDER.0);
    luck.sort_by_key(|luck| std::cmp::Reverse(luck.luck.0.abs()));
    luck.truncate(TOLD);
    luck
}

/// A day of a study's file in short; as it stands there where it is none.
#[must_use]
pub fn day(texts: &Texts, written: &str) -> String {
    Date::parse(written).map_or_else(|_| written.to_owned(), |day| day_short(texts, day))
}
