//! What each option of each decision changes: the same games with the same luck and only that choice changed, everything else left to the
//! same players.
//!
//! A situation is a decision in a game of some seed, as it first waits, with at least two options open (see [`branches`](super::branches)).
//! Each option is compared with the documented one over the situations in which both were open: how often each outcome came about after the
//! one and after the other, and how the court that decided stood in the end. An option that is alone the best in nearly all situations
//! leaves its court nothing to decide: the scenario's writer should look at it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::branches::{Asked, Desk, End, Situation, situations};
use super::odds::{Differences, Pairs, mean_tenths, share};
use super::outcomes::Outcomes;
use super::results::{About, DecisionImpact, Impact, OptionImpact, Points};
use super::run::{Line, Study};
use super::{Seats, opening};
use crate::base::ids::{DecisionId, OptionId};
use crate::rules::state::snapshot::Opening;
use crate::scenario::model::Scenario;

/// Fewer pairs than these settle nothing, however well they agree.
const ENOUGH: u64 = 100;

/// What the options change.
#[derive(Debug)]
pub struct Impacts {
    book: Arc<Scenario>,
    opening: Opening,
    seats: Seats,
    asked: Asked,
    /// The option that the others of each decision are compared with.
    references: Vec<OptionId>,
    narrow: Option<Points>,
    lines: bool,
}

/// What is known of every decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    decisions: Vec<OfDecision>,
}

/// What is known of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfDecision {
    /// Games in which it was asked about.
    asked: u64,
    situations: u64,
    /// No more is asked.
    stopped: bool,
    options: Vec<OfOption>,
}

/// What is known of an option.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct OfOption {
    open: u64,
    best: u64,
    standing: i64,
    against: Differences,
    outcomes: Vec<Pairs>,
}

impl Impacts {
    /// Those of the decisions that are asked about, each against its documented option. A decision is asked about in no more games once
    /// every interval is no wider than `narrow` either way. `lines` asks for a line of every branch.
    #[must_use]
    pub fn new(
        book: &Arc<Scenario>,
        seats: Seats,
        asked: Asked,
        narrow: Option<Points>,
        lines: bool,
    ) -> Self {
        Self {
            book: book.clone(),
            opening: opening(book.clone(), &seats),
            seats,
            asked,
            references: book.decisions.iter().map(|d| d.chose).collect(),
            narrow,
            lines,
        }
    }

    /// The same with another option of a decision as the one that the others are compared with.
    #[must_use]
    pub fn against(mut self, decision: DecisionId, option: OptionId) -> Self {
        self.references[decision.index()] = option;
        self
    }

    /// The columns of the lines that branches leave.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let own = ["seed", "decision", "option", "answered", "standing"];
        let named = self.asked.outcomes.named(&self.book);
        let outcomes = named.into_iter().map(|headline| headline.id);
        own.map(str::to_owned).into_iter().chain(outcomes).collect()
    }

    /// What is known, with the scenario's names.
    #[must_use]
    pub fn told(&self, about: About, sums: &Sums) -> Impact {
        let headlines = self.asked.outcomes.named(&self.book);
        let decisions = self.book.decisions.iter().enumerate().zip(&sums.decisions);
        let decisions = decisions
            .filter(|(_, of)| of.situations > 0)
            .map(|((n, decision), of)| {
                let reference = self.references[n];
                let court = &self.book.courts[decision.court.index()];
                let options = decision.options.iter().zip(&of.options).enumerate();
                let options = options.filter(|(_, (_, of))| of.open > 0);
                DecisionImpact {
                    id: decision.id.clone(),
                    title: decision.title.clone(),
                    title_zh: decision.title_zh.clone(),
                    court: court.id.clone(),
                    court_name: court.name.clone(),
                    came_up: share(of.situations, of.asked),
                    reference: decision.options[reference.index()].id.clone(),
                    stopped_early: of.stopped,
                    options: options
                        .map(|(n, (option, of))| {
                            let other = n != reference.index();
                            let shifts = headlines.iter().zip(&of.outcomes);
                            OptionImpact {
                                id: option.id.clone(),
                                label: option.label.clone(),
                                documented: decision.chose.index() == n,
                                open: of.open,
                                best: of.best,
                                standing_tenths: mean_tenths(of.standing, of.open),
                                pairs: of.against.pairs,
                                standing: of.against.mean().filter(|_| other),
                                shifts: shifts
                                    .filter(|_| other)
                                    .map(|(headline, pairs)| pairs.shift(&headline.id))
                                    .collect(),
                            }
                        })
                        .collect(),
                }
            })
            .collect();
        Impact {
            about,
            headlines,
            narrow: self.narrow,
            decisions,
        }
    }

    fn add(&self, of: &mut OfDecision, situation: &Situation) {
        let top = situation
            .ends
            .iter()
            .flatten()
            .map(|end| end.standing)
            .max();
        let best = |end: &End| Some(end.standing) == top;
        let alone = situation
            .ends
            .iter()
            .flatten()
            .filter(|end| best(end))
            .count()
            == 1;
        let reference =
            situation.ends[self.references[situation.decision.index()].index()].as_ref();
        of.situations += 1;
        for (option, end) in of.options.iter_mut().zip(&situation.ends) {
            let Some(end) = end else {
                continue;
            };
            option.open += 1;
            option.best += u64::from(alone && best(end));
            option.standing += i64::from(end.standing);
            if let Some(reference) = reference {
                option.against.add(reference.standing, end.standing);
                for (n, pairs) in option.outcomes.iter_mut().enumerate() {
                    pairs.add(reference.came.so(n), end.came.so(n));
                }
            }
        }
    }

    /// Whether every interval of a decision is narrow.
    fn is_narrow(&self, of: &OfDecision) -> bool {
        let Some(narrow) = self.narrow else {
            return false;
        };
        let narrow = |option: &OfOption| {
            option.against.pairs >= ENOUGH && option.outcomes.iter().all(|p| p.half() <= narrow)
        };
        let mut asked = of.options.iter().filter(|option| option.open > 0);
        of.situations >= ENOUGH && asked.all(narrow)
    }
}

impl Study for Impacts {
    type Sums = Sums;

    fn nothing(&self) -> Sums {
        let decisions = self.book.decisions.iter().map(|decision| {
            let option = OfOption {
                outcomes: vec![Pairs::default(); self.asked.outcomes.len()],
                ..OfOption::default()
            };
            OfDecision {
                options: vec![option; decision.options.len()],
                ..OfDecision::default()
            }
        });
        Sums {
            decisions: decisions.collect(),
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
        let mut asked = self.asked.clone();
        for (options, of) in asked.options.iter_mut().zip(&known.decisions) {
            if of.stopped {
                *options = 0;
            }
        }
        for (of, options) in sums.decisions.iter_mut().zip(&asked.options) {
            of.asked += u64::from(options.count_ones() > 1);
        }
        for situation in situations(desk, &self.opening, seed, &self.seats, &asked) {
            if situation.ends.iter().flatten().count() < 2 {
                continue;
            }
            self.add(&mut sums.decisions[situation.decision.index()], &situation);
            if self.lines {
                self.lines_of(seed, &situation, lines);
            }
        }
    }

    fn merge(&self, sums: &mut Sums, other: &Sums) {
        for (own, other) in sums.decisions.iter_mut().zip(&other.decisions) {
            own.asked += other.asked;
            own.situations += other.situations;
            own.stopped |= other.stopped;
            for (own, other) in own.options.iter_mut().zip(&other.options) {
                own.open += other.open;
                own.best += other.best;
                own.standing += other.standing;
                own.against.merge(&other.against);
                for (own, other) in own.outcomes.iter_mut().zip(&other.outcomes) {
                    own.merge(other);
                }
            }
        }
    }

    fn decides(&self) -> bool {
        self.narrow.is_some()
    }

    fn settle(&self, sums: &mut Sums) {
        for of in &mut sums.decisions {
            of.stopped = of.stopped || self.is_narrow(of);
        }
    }

    fn settled(&self, sums: &Sums) -> bool {
        self.narrow.is_some()
            && sums
                .decisions
                .iter()
                .zip(&self.asked.options)
                .all(|(of, options)| of.stopped || options.count_ones() < 2)
    }
}

impl Impacts {
    fn lines_of(&self, seed: u64, situation: &Situation, lines: &mut Vec<Line>) {
        let decision = &self.book.decisions[situation.decision.index()];
        for (n, end) in situation.ends.iter().enumerate() {
            let Some(end) = end else {
                continue;
            };
            let bit = |so: bool| u8::from(so).to_string();
            let mut line = vec![
                seed.to_string(),
                decision.id.clone(),
                decision.options[n].id.clone(),
                bit(situation.answered == Some(OptionId::of(n))),
                end.standing.to_string(),
            ];
            line.extend((0..self.asked.outcomes.len()).map(|n| bit(end.came.so(n))));
            lines.push(line);
        }
    }
}

/// Everything that is asked of all decisions, or of one, with the scenario's own headlines.
#[must_use]
pub fn asked(book: &Scenario, decision: Option<DecisionId>) -> Asked {
    let all = Asked::all(book, Outcomes::of(book));
    match decision {
        Some(decision) => all.only(decision),
        None => all,
    }
}
