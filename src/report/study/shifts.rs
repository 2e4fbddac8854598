//! What choices and disputed numbers move: of every outcome that is compared only those are told that surely moved, the most first. Beside
//! each change stands of how many outcomes the games were too few to say, and what moved nothing is named together.

use crate::prose::numbers::number;
use crate::prose::sentence;
use crate::prose::texts::{Texts, tr};
use crate::report::charts::marks::Interval;
use crate::report::text::Words;
use crate::study::results::{Compared, Headline, Impact, Quarrels, Reading, Shift, Verdict};

use super::{count, label};
use crate::prose::odds::shift;

/// How many outcomes are told of each change.
const TOLD: usize = 2;
/// The scale of the drawings goes at least so far either way, in ten-thousandths.
const LEAST_SPAN: i64 = 1_000;

/// What the options of every decision move.
pub(super) struct Impacts {
    pub(super) label: Words,
    /// How far the scale of the drawings goes.
    pub(super) scale: Words,
    pub(super) decisions: Vec<Decision>,
}

/// What the options of a decision move.
pub(super) struct Decision {
    pub(super) title: Words,
    pub(super) title_zh: Words,
    pub(super) court: Words,
    pub(super) came_up: Words,
    pub(super) reference: Words,
    /// The options that moved something.
    pub(super) changes: Vec<Change>,
    /// Those that moved nothing beyond doubt.
    pub(super) still: Words,
}

/// Something changed, and what it moved.
pub(super) struct Change {
    pub(super) name: Words,
    pub(super) moves: Vec<Move>,
    /// How many pairs of games there were, what else moved, and for how many outcomes they are too few.
    pub(super) rest: Words,
}

/// An outcome that moved.
pub(super) struct Move {
    pub(super) outcome: Words,
    pub(super) by: Words,
    pub(super) interval: Interval,
}

/// Which disputes of the sources move anything.
pub(super) struct Disputes {
    pub(super) label: Words,
    /// How far the scale of the drawings goes.
    pub(super) scale: Words,
    /// The disputes of which a reading moved something.
    pub(super) disputes: Vec<Dispute>,
    /// Sources whose numbers together did, and all numbers drawn.
    pub(super) profiles: Vec<Change>,
    /// What moved nothing beyond doubt.
    pub(super) still: Vec<Words>,
}

impl Disputes {
    /// Whether anything moved.
    pub(super) fn moved(&self) -> bool {
        !self.disputes.is_empty() || !self.profiles.is_empty()
    }
}

/// A disputed number.
pub(super) struct Dispute {
    pub(super) title: Words,
    pub(super) taken: Words,
    pub(super) others: Vec<Change>,
}

/// How far the scale must go for all that moved, in whole tens of points.
fn span<'s>(all: impl Iterator<Item = &'s Shift>) -> i64 {
    let sure = all.filter(|s| s.verdict.is_sure());
    let most = sure.map(|s| s.low.0.abs().max(s.high.0.abs())).max();
    let tens = most.unwrap_or(0).max(LEAST_SPAN);
    (tens + LEAST_SPAN - 1) / LEAST_SPAN * LEAST_SPAN
}

fn scale(texts: &Texts, span: i64) -> Words {
    Words::of(&tr!(texts, "report-scale", n = span / 100))
}

/// What a change moved, from the shifts of all outcomes; none where it moved nothing beyond doubt.
fn change(
    texts: &Texts,
    name: &str,
    pairs: u64,
    shifts: &[Shift],
    headlines: &[Headline],
    span: i64,
) -> Option<Change> {
    let mut sure: Vec<&Shift> = shifts.iter().filter(|s| s.verdict.is_sure()).collect();
    if sure.is_empty() {
        return None;
    }
    sure.sort_by_key(|s| std::cmp::Reverse(s.by.0.abs()));
    let unclear = shifts.iter().filter(|s| s.verdict == Verdict::Unclear);
    let mut rest = vec![tr!(texts, "report-pairs", n = count(pairs))];
    for (n, key) in [
        (sure.len().saturating_sub(TOLD), "report-rest-moved"),
        (unclear.count(), "report-rest-unclear"),
    ] {
        if n > 0 {
            rest.push(tr!(texts, key, n = n));
        }
    }
    sure.truncate(TOLD);
    Some(Change {
        name: Words::of(name),
        moves: sure
            .into_iter()
            .map(|s| {
                let headline = headlines.iter().find(|h| h.id == s.headline);
                Move {
                    outcome: Words::of(headline.map_or(s.headline.as_str(), |h| &h.title)),
                    by: Words::of(&shift(texts, s)),
                    interval: Interval::of(s.by.0, s.low.0, s.high.0, span),
                }
            })
            .collect(),
        rest: Words::of(&rest.join("; ")),
    })
}

impl Impacts {
    pub(super) fn of(texts: &Texts, impact: &Impact) -> Self {
        let options = impact.decisions.iter().flat_map(|d| &d.options);
        let span = span(options.flat_map(|o| &o.shifts));
        let decisions = impact.decisions.iter().map(|decision| {
            let reference = decision.options.iter().find(|o| o.id == decision.reference);
            let mut still = Vec::new();
            let others = decision.options.iter().filter(|o| !o.shifts.is_empty());
            let changes: Vec<Change> = others
                .filter_map(|option| {
                    let moved = change(
                        texts,
                        &option.label,
                        option.pairs,
                        &option.shifts,
                        &impact.headlines,
                        span,
                    );
                    if moved.is_none() {
                        still.push(option.label.as_str());
                    }
                    moved
                })
                .collect();
            Decision {
                title: Words::of(&decision.title),
                title_zh: Words::of(&decision.title_zh),
                court: Words::of(&decision.court_name),
                came_up: Words::of(&tr!(
                    texts,
                    "report-came-up",
                    times = count(decision.came_up.times),
                    of = count(decision.came_up.of)
                )),
                reference: Words::of(&tr!(
                    texts,
                    "report-against",
                    option = sentence(reference.map_or(decision.reference.as_str(), |o| &o.label))
                )),
                changes,
                still: Words::of(&sentence(&still.join("; "))),
            }
        });
        Self {
            label: label(texts, &impact.about),
            scale: scale(texts, span),
            decisions: decisions
                .filter(|d| !d.changes.is_empty() || !d.still.is_empty())
                .collect(),
        }
    }
}

impl Disputes {
    pub(super) fn of(texts: &Texts, quarrels: &Quarrels) -> Self {
        let others = quarrels.disputes.iter().flat_map(|d| &d.others);
        let found = others.map(|(_, found)| found);
        let found = found.chain(quarrels.profiles.iter().map(|p| &p.compared));
        let found = found.chain(&quarrels.drawn);
        let span = span(found.flat_map(|found| &found.shifts));
        let compared = |name: &str, compared: &Compared| {
            change(
                texts,
                name,
                compared.pairs,
                &compared.shifts,
                &quarrels.headlines,
                span,
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
        let mut still = Vec::new();
        let mut disputes = Vec::new();
        for dispute in &quarrels.disputes {
            let taken = tr!(texts, "report-taken", reading = reading(&dispute.taken));
            let others: Vec<Change> = dispute
                .others
                .iter()
                .filter_map(|(other, found)| compared(&reading(other), found))
                .collect();
            if others.is_empty() {
                still.push(Words::of(&format!("{}. {taken}", dispute.title)));
            } else {
                disputes.push(Dispute {
                    title: Words::of(&dispute.title),
                    taken: Words::of(&taken),
                    others,
                });
            }
        }
        let drawn = texts.t("report-drawn");
        let together = quarrels
            .profiles
            .iter()
            .map(|profile| (profile.title.as_str(), &profile.compared))
            .chain(quarrels.drawn.iter().map(|found| (drawn.as_str(), found)));
        let mut profiles = Vec::new();
        for (name, found) in together {
            match compared(name, found) {
                Some(change) => profiles.push(change),
                None => still.push(Words::of(&tr!(texts, "report-profile", source = name))),
            }
        }
        Self {
            label: label(texts, &quarrels.about),
            scale: scale(texts, span),
            disputes,
            profiles,
            still,
        }
    }
}
