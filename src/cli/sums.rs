//! What many games came to, added up and told in tables.

use std::collections::BTreeMap;

use super::table::{Side, percent, permille, table};
use crate::base::date::Date;
use crate::record::{self, Range, Share};
use crate::scenario::model::Scenario;
use crate::study::Played;

/// What many games came to, added up.
pub(super) struct Sums {
    /// How many.
    pub(super) games: usize,
    tuned: Share,
    held_out: Share,
    /// For each checkpoint: in how many games inside its range, and every day it happened on with how often.
    points: Vec<(usize, BTreeMap<Date, usize>)>,
    /// For each ending, and last for none.
    endings: Vec<usize>,
    /// For each court: every standing, and how often.
    standings: Vec<BTreeMap<i32, usize>>,
    /// For each decision: laid, and for each option open and chosen.
    matters: Vec<(usize, Vec<(usize, usize)>)>,
}

impl Sums {
    pub(super) fn new(book: &Scenario) -> Self {
        Self {
            games: 0,
            tuned: Share::default(),
            held_out: Share::default(),
            points: vec![(0, BTreeMap::new()); book.checkpoints.len()],
            endings: vec![0; book.endings.len() + 1],
            standings: vec![BTreeMap::new(); book.courts.len()],
            matters: book
                .decisions
                .iter()
                .map(|d| (0, vec![(0, 0); d.options.len()]))
                .collect(),
        }
    }

    pub(super) fn add(&mut self, book: &Scenario, game: &Played) {
        self.games += 1;
        let (tuned, held_out) = record::shares(book, &game.outcomes);
        self.tuned.add(tuned);
        self.held_out.add(held_out);
        for outcome in &game.outcomes {
            let (within, days) = &mut self.points[outcome.checkpoint.index()];
            *within += usize::from(outcome.within);
            if let Some(day) = outcome.happened {
                *days.entry(day).or_default() += 1;
            }
        }
        for (court, points) in &game.standings {
            *self.standings[court.index()].entry(*points).or_default() += 1;
        }
        let none = self.endings.len() - 1;
        self.endings[game.ending.map_or(none, |ending| ending.index())] += 1;
        for (seen, (laid, options)) in game.matters.iter().zip(&mut self.matters) {
            *laid += usize::from(seen.laid);
            for (i, (open, chosen)) in options.iter_mut().enumerate() {
                *open += usize::from(i < 8 && seen.open & (1 << i) != 0);
                *chosen += usize::from(seen.chose.is_some_and(|option| option.index() == i));
            }
        }
    }

    /// Shares, checkpoints, endings and standings.
    pub(super) fn report(&self, book: &Scenario) -> String {
        let mut out = String::new();
        let held = book.checkpoints.iter().filter(|c| c.held_out).count();
        let mut share = |name: &str, share: Share, count: usize| {
            out.push_str(&format!(
                "{name:<9} {:>7} of {count} checkpoints by weight inside their recorded range\n",
                percent(share.permille())
            ));
        };
        share("tuned", self.tuned, book.checkpoints.len() - held);
        share("held out", self.held_out, held);
        out.push('\n');
        out.push_str(&self.checkpoints(book));
        out.push('\n');
        out.push_str(&self.ends(book));
        out.push('\n');
        out.push_str(&self.standings(book));
        if let Some(i) = book
            .checkpoints
            .iter()
            .position(|c| c.id == "kaifeng_falls")
        {
            let fell: usize = self.points[i].1.values().sum();
            out.push_str(&format!(
                "\nKaifeng falls in {fell} of {} games\n",
                self.games
            ));
        }
        out
    }

    fn checkpoints(&self, book: &Scenario) -> String {
        let heads = [
            "checkpoint",
            "weight",
            "",
            "recorded",
            "median",
            "happened",
            "within",
        ];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        for (checkpoint, (within, days)) in book.checkpoints.iter().zip(&self.points) {
            let recorded = match record::range(checkpoint.test) {
                Range::Between(from, until) => format!("{from}..{until}"),
                Range::On(on) => format!("on {on}"),
                Range::Never => "never".to_owned(),
            };
            rows.push(vec![
                checkpoint.id.clone(),
                checkpoint.weight.to_string(),
                if checkpoint.held_out { "held out" } else { "" }.to_owned(),
                recorded,
                middle(days).map_or_else(|| "-".to_owned(), |day| day.to_string()),
                percent(permille(days.values().sum(), self.games)),
                percent(permille(*within, self.games)),
            ]);
        }
        table(
            &[
                Side::Left,
                Side::Right,
                Side::Left,
                Side::Left,
                Side::Left,
                Side::Right,
                Side::Right,
            ],
            &rows,
        )
    }

    fn ends(&self, book: &Scenario) -> String {
        let mut rows = vec![
            ["ending", "games", "", "good for"]
                .map(str::to_owned)
                .to_vec(),
        ];
        let mut good = vec![0_usize; book.courts.len()];
        for (i, ending) in book.endings.iter().enumerate() {
            let n = self.endings[i];
            let courts: Vec<&str> = ending
                .good_for
                .iter()
                .map(|c| book.courts[c.index()].id.as_str())
                .collect();
            ending.good_for.iter().for_each(|c| good[c.index()] += n);
            rows.push(vec![
                ending.id.clone(),
                n.to_string(),
                percent(permille(n, self.games)),
                courts.join(", "),
            ]);
        }
        let none = self.endings[book.endings.len()];
        if none > 0 {
            rows.push(vec![
                "(none)".to_owned(),
                none.to_string(),
                percent(permille(none, self.games)),
                String::new(),
            ]);
        }
        let mut out = table(&[Side::Left, Side::Right, Side::Right, Side::Left], &rows);
        out.push('\n');
        for (court, n) in book
            .courts
            .iter()
            .zip(&good)
            .filter(|(court, _)| court.playable)
        {
            let share = percent(permille(*n, self.games));
            out.push_str(&format!(
                "a good ending for {} in {n} of {} games ({share})\n",
                court.name, self.games
            ));
        }
        out
    }

    /// How the courts did: points against their own opening.
    fn standings(&self, book: &Scenario) -> String {
        let mut rows = vec![
            ["standing", "mean", "worst", "median", "best"]
                .map(str::to_owned)
                .to_vec(),
        ];
        for (court, all) in self.standings.iter().enumerate() {
            let (Some(worst), Some(best)) = (all.keys().next(), all.keys().next_back()) else {
                continue;
            };
            let sum: i64 = all
                .iter()
                .map(|(points, n)| i64::from(*points) * i64::try_from(*n).unwrap_or(0))
                .sum();
            let tenths = sum * 10 / i64::try_from(self.games).unwrap_or(1).max(1);
            let sign = if tenths < 0 { "-" } else { "" };
            rows.push(vec![
                book.courts[court].name.clone(),
                format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10),
                worst.to_string(),
                middle(all).map_or_else(String::new, |points| points.to_string()),
                best.to_string(),
            ]);
        }
        table(
            &[
                Side::Left,
                Side::Right,
                Side::Right,
                Side::Right,
                Side::Right,
            ],
            &rows,
        )
    }

    /// What became of every decision.
    pub(super) fn coverage(&self, book: &Scenario) -> String {
        let mut out = String::new();
        let heads = ["decision", "option", "laid", "open", "chosen"];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        let (mut never_laid, mut never_open) = (Vec::new(), Vec::new());
        for (decision, (laid, options)) in book.decisions.iter().zip(&self.matters) {
            rows.push(vec![
                decision.id.clone(),
                String::new(),
                laid.to_string(),
                String::new(),
                String::new(),
            ]);
            if *laid == 0 {
                never_laid.push(decision.id.clone());
            }
            for (option, (open, chosen)) in decision.options.iter().zip(options) {
                rows.push(vec![
                    String::new(),
                    option.id.clone(),
                    String::new(),
                    open.to_string(),
                    chosen.to_string(),
                ]);
                if *open == 0 && *laid > 0 {
                    never_open.push(format!("{}.{}", decision.id, option.id));
                }
            }
        }
        out.push_str(&table(
            &[
                Side::Left,
                Side::Left,
                Side::Right,
                Side::Right,
                Side::Right,
            ],
            &rows,
        ));
        let list = |names: &[String]| {
            if names.is_empty() {
                "none".to_owned()
            } else {
                names.join(", ")
            }
        };
        out.push_str(&format!(
            "\nnever laid: {}\nlaid, but never open: {}\n",
            list(&never_laid),
            list(&never_open)
        ));
        out
    }
}

/// What half of the games came to at most. Of days: by when it had happened in half of those in which it happened at all.
fn middle<T: Copy>(values: &BTreeMap<T, usize>) -> Option<T> {
    let all: usize = values.values().sum();
    let mut before = 0;
    values.iter().find_map(|(value, n)| {
        before += n;
        (before * 2 >= all).then_some(*value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_a_day_that_was() {
        let days: BTreeMap<Date, usize> = [(Date(10), 1), (Date(20), 1), (Date(30), 5)].into();
        assert_eq!(middle(&days), Some(Date(30)));
        assert_eq!(middle(&BTreeMap::<Date, usize>::new()), None);
    }
}
