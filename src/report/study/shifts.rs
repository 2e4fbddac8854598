//! What choices and disputed numbers move: of every outcome that is compared only those are told that surely moved, the most first, and for
//! the rest how many did not matter and of how many the games were too few to say.

use crate::prose::numbers::number;
use crate::prose::texts::{Texts, tr};
use crate::report::charts::marks::Interval;
use crate::report::text::Words;
use crate::study::results::{Compared, Headline, Impact, Quarrels, Reading, Shift, Verdict};

use super::{shift, verdict};

/// How many outcomes are told of each change.
const TOLD: usize = 3;

/// What the options of every decision move.
pub(super) struct Impacts {
    pub(super) label: Words,
    pub(super) decisions: Vec<Decision>,
}

pub(super) struct Decision {
    pub(super) title: Words,
    pub(super) title_zh: Words,
    pub(super) court: Words,
    pub(super) came_up: Words,
    pub(super) reference: Words,
    pub(super) changes: Vec<Change>,
}

/// Something changed, and what it moved.
pub(super) struct Change {
    pub(super) name: Words,
    pub(super) pairs: Words,
    pub(super) moves: Vec<Move>,
    /// What did not move, or of what there is nothing to say; empty where all was told.
    pub(super) rest: Words,
}

impl Change {
    /// Rows of a table that it takes.
    pub(super) fn rows(&self) -> usize {
        self.moves.len() + usize::from(!self.rest.is_empty())
    }
}

pub(super) struct Move {
    pub(super) outcome: Words,
    pub(super) by: Words,
    pub(super) verdict: Words,
    pub(super) interval: Interval,
}

/// Which disputes of the sources move anything.
pub(super) struct Disputes {
    pub(super) label: Words,
    pub(super) disputes: Vec<Dispute>,
    pub(super) profiles: Vec<Change>,
    pub(super) drawn: Option<Change>,
}

pub(super) struct Dispute {
    pub(super) title: Words,
    pub(super) taken: Words,
    pub(super) others: Vec<Change>,
}

/// What a change moved, from the shifts of all outcomes.
fn change(
    texts: &Texts,
    name: &str,
    pairs: u64,
    shifts: &[Shift],
    headlines: &[Headline],
) -> Change {
    let mut sure: Vec<&Shift> = shifts
        .iter()
        .filter(|s| matches!(s.verdict, Verdict::Raised | Verdict::Lowered))
        .collect();
    sure.sort_by_key(|s| std::cmp::Reverse(s.by.0.abs()));
    let count = |of: Verdict| shifts.iter().filter(|s| s.verdict == of).count();
    let mut rest = Vec::new();
    for (n, key) in [
        (sure.len().saturating_sub(TOLD), "report-rest-moved"),
        (count(Verdict::DidNotMatter), "report-rest-same"),
        (count(Verdict::Unclear), "report-rest-unclear"),
    ] {
        if n > 0 {
            rest.push(tr!(texts, key, n = n));
        }
    }
    sure.truncate(TOLD);
    Change {
        name: Words::of(name),
        pairs: Words::of(&tr!(
            texts,
            "report-pairs",
            n = number(i64::try_from(pairs).unwrap_or(i64::MAX))
        )),
        moves: sure
            .into_iter()
            .map(|s| {
                let headline = headlines.iter().find(|h| h.id == s.headline);
                Move {
                    outcome: Words::of(headline.map_or(s.headline.as_str(), |h| h.title.as_str())),
                    by: Words::of(&shift(texts, s)),
                    verdict: Words::of(&verdict(texts, s.verdict)),
                    interval: Interval::of(s.by.0, s.low.0, s.high.0, 10_000),
                }
            })
            .collect(),
        rest: Words::of(&rest.join(" ")),
    }
}

impl Impacts {
    pub(super) fn of(texts: &Texts, impact: &Impact) -> Self {
        Self {
            label: Words::of(&impact.about.label),
            decisions: impact
                .decisions
                .iter()
                .map(|decision| {
                    let reference = decision.options.iter().find(|o| o.id == decision.reference);
                    Decision {
                        title: Words::of(&decision.title),
                        title_zh: Words::of(&decision.title_zh),
                        court: Words::of(&decision.court_name),
                        came_up: Words::of(&tr!(
                            texts,
                            "report-came-up",
                            share = super::share(texts, &decision.came_up)
                        )),
                        reference: Words::of(&tr!(
                            texts,
                            "report-against",
                            option = reference.map_or(decision.reference.as_str(), |o| &o.label)
                        )),
                        changes: decision
                            .options
                            .iter()
                            .filter(|option| !option.shifts.is_empty())
                            .map(|option| {
                                change(
                                    texts,
                                    &option.label,
                                    option.pairs,
                                    &option.shifts,
                                    &impact.headlines,
                                )
                            })
                            .collect(),
                    }
                })
                .filter(|decision| !decision.changes.is_empty())
                .collect(),
        }
    }
}

impl Disputes {
    pub(super) fn of(texts: &Texts, quarrels: &Quarrels) -> Self {
        let compared = |name: &str, compared: &Compared| {
            change(
                texts,
                name,
                compared.pairs,
                &compared.shifts,
                &quarrels.headlines,
            )
        };
        let reading = |reading: &Reading| {
            tr!(
                texts,
                "report-reading",
                n = number(i64::from(reading.value)),
                source = reading.label.as_str(),
                says = reading.says.as_str()
            )
        };
        Self {
            label: Words::of(&quarrels.about.label),
            disputes: quarrels
                .disputes
                .iter()
                .map(|dispute| Dispute {
                    title: Words::of(&dispute.title),
                    taken: Words::of(&tr!(
                        texts,
                        "report-taken",
                        reading = reading(&dispute.taken)
                    )),
                    others: dispute
                        .others
                        .iter()
                        .map(|(other, found)| compared(&reading(other), found))
                        .collect(),
                })
                .collect(),
            profiles: quarrels
                .profiles
                .iter()
                .map(|profile| compared(&profile.title, &profile.compared))
                .collect(),
            drawn: quarrels
                .drawn
                .as_ref()
                .map(|drawn| compared(&texts.t("report-drawn"), drawn)),
        }
    }
}
