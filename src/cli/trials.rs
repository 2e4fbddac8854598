//! `rivers check --tests`: the tests that a scenario carries, played, and what was found instead of what they expect.

use std::num::NonZeroUsize;
use std::sync::Arc;

use crate::base::ids::CourtId;
use crate::diagnostics::Diagnostic;
use crate::engine::Engine;
use crate::prose::{self, Texts};
use crate::rules::condition::Gap;
use crate::scenario::model::Scenario;
use crate::scenario::trial::{By, Expect, Trial};
use crate::study::trials::{self, Fails, Instead, Tried};

/// Plays every test of a scenario and tells of those that fail, each at its place in this file.
pub(super) fn played(book: &Arc<Scenario>, file: &str, jobs: NonZeroUsize) -> Vec<Diagnostic> {
    let teller = Teller {
        book,
        file,
        texts: Texts::default(),
        engine: Engine::new(book.clone(), 1),
    };
    book.tests
        .iter()
        .flat_map(|trial| match trials::run(book, trial, jobs) {
            Err(unset) => vec![teller.unset(trial, &unset)],
            Ok(outcome) => (0..trial.expect.len())
                .filter(|n| !outcome.holds(trial, *n))
                .map(|n| teller.fails(trial, n, &outcome.expected[n], outcome.games))
                .collect(),
        })
        .collect()
}

struct Teller<'a> {
    book: &'a Arc<Scenario>,
    file: &'a str,
    texts: Texts,
    /// A game that nobody plays, for names.
    engine: Engine,
}

impl Teller<'_> {
    fn gap(&self, gap: &Gap) -> String {
        prose::gap(&self.texts, &self.engine.view(CourtId(0)), gap)
    }

    fn unset(&self, trial: &Trial, unset: &Gap) -> Diagnostic {
        let message = format!(
            "the test `{}` cannot begin: nobody can bring it about by hand, or something else that is given undoes it; {}",
            trial.id,
            self.gap(unset)
        );
        Diagnostic::error("test-cannot-begin", self.file, trial.span, message)
    }

    fn fails(&self, trial: &Trial, n: usize, tried: &Tried, games: u32) -> Diagnostic {
        let (expect, span) = &trial.expect[n];
        let mut message = format!("the test `{}` fails: {}", trial.id, self.expected(expect));
        if games > 1 {
            message.push_str(&format!(
                " in {} of a hundred games, and was in {} of {games}",
                trial.at_least, tried.so
            ));
        }
        if let Some(first) = &tried.first {
            message.push_str(&format!("; {}", self.found(first)));
        }
        Diagnostic::error("test-fails", self.file, *span, message)
            .help(format!("it is to show this: {}", trial.says))
    }

    fn expected(&self, expect: &Expect) -> String {
        match expect {
            Expect::So(_) => "its condition was to hold".to_owned(),
            Expect::Ever(_) => "its condition was to hold at some time".to_owned(),
            Expect::Never(_) => "its condition was to hold at no time".to_owned(),
            Expect::Laid(d) => format!("`{}` was to be laid", self.book.decisions[d.index()].id),
            Expect::Open(d, o) => {
                let decision = &self.book.decisions[d.index()];
                format!(
                    "`{}` was to be open in `{}`",
                    decision.options[o.index()].id,
                    decision.id
                )
            }
            Expect::Befell(i) => {
                format!("`{}` was to befall", self.book.incidents[i.index()].id)
            }
            Expect::Paid(d) => {
                format!(
                    "something was to be paid under `{}`",
                    self.book.drafts[d.index()].id
                )
            }
            Expect::Ended(e) => {
                format!(
                    "the game was to end with `{}`",
                    self.book.endings[e.index()].id
                )
            }
        }
    }

    fn found(&self, fails: &Fails) -> String {
        let by = match fails.by {
            By::Counsel => "counsel",
            By::Record => "the record",
            By::Random => "random play",
        };
        let instead = match &fails.instead {
            Instead::Lacks(gaps) if gaps.is_empty() => "it was not".to_owned(),
            Instead::Lacks(gaps) => gaps
                .iter()
                .map(|gap| self.gap(gap))
                .collect::<Vec<_>>()
                .join("; "),
            Instead::WasSo => "it was so".to_owned(),
            Instead::Nothing => "it was not".to_owned(),
            Instead::DidNotWait => "its decision did not wait".to_owned(),
            Instead::Ended(Some(ending)) => {
                format!("it ended with `{}`", self.book.endings[ending.index()].id)
            }
            Instead::Ended(None) => "it had not ended".to_owned(),
        };
        format!(
            "with seed {} by {by}, on {}: {instead}",
            fails.seed, fails.day
        )
    }
}
