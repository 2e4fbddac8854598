//! The paper under a court's brush: begun, added to, struck out of, taken up to be answered, sent.

use std::collections::BTreeMap;
use std::io;

use super::layout::Page;
use super::write;
use super::{Table, peace};
use crate::base::ids::{CourtId, DraftId, PersonId};
use crate::engine::Ask;
use crate::orders::{Order, Treat};
use crate::prose::texts::tr;
use crate::prose::{names, orders, sentence};
use crate::table::writing::Writing;

/// What courts have begun to write, by who writes; the last of each lies under its brush.
pub(super) type Begun = BTreeMap<CourtId, Vec<Writing>>;

/// Takes what a court has begun to write to another out of the rest; none where that says nothing.
fn take_up(all: &mut Begun, court: CourtId, to: CourtId) -> Option<Writing> {
    let own = all.get_mut(&court)?;
    let at = own.iter().position(|paper| paper.to == to)?;
    Some(own.remove(at)).filter(|paper| !paper.is_blank())
}

/// Lays a paper under a court's brush; what it wrote to others lies aside.
fn lay_down(all: &mut Begun, court: CourtId, paper: Writing) {
    all.entry(court).or_default().push(paper);
}

impl Table<'_> {
    /// The paper under a court's brush: of those it has begun the one it wrote at last.
    pub(super) fn brush(&self, court: CourtId) -> Option<&Writing> {
        self.writing.get(&court).and_then(|all| all.last())
    }

    /// `write`: shows the paper under the brush, begins one, asks what the court would write itself, or adds a clause.
    pub(super) fn write(&mut self, court: CourtId, text: &str) -> Page {
        let (texts, view) = (self.session.texts(), self.session.view(court));
        let folded = names::fold(text);
        if let Some(name) = folded.strip_prefix("to ") {
            let Some(to) = write::court(&view, name).filter(|c| *c != court) else {
                return peace::no_court(texts, &view);
            };
            // What was begun is taken up again; what it answers may have been answered since.
            let begun = take_up(&mut self.writing, court, to);
            let mut paper = begun.clone().unwrap_or_else(|| Writing::to(to));
            paper.answers = paper.answers.filter(|d| view.proposals().any(|p| p == *d));
            let mut page = Page::new();
            if begun.is_some() {
                page.para(&texts.t("write-taken-up"));
            }
            page.add(&peace::writing(texts, &view, &paper));
            page.gap();
            page.add(&peace::would_offer(texts, &view, to));
            lay_down(&mut self.writing, court, paper);
            return page;
        }
        let Some(paper) = self.writing.get_mut(&court).and_then(|all| all.last_mut()) else {
            return peace::nothing_begun(texts, &view);
        };
        if folded == "draft" {
            if let Some(clauses) = view.would_offer(paper.to) {
                paper.clauses = clauses;
            }
        } else if let Some(which) = folded.strip_prefix("words") {
            let known: Vec<DraftId> = view.wordings(paper.to).collect();
            match which.trim() {
                "" => return peace::wordings(texts, &view, paper.to),
                "none" => paper.worded = None,
                n => {
                    let at = n.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
                    match at.and_then(|at| known.get(at)) {
                        Some(draft) => paper.worded = Some(*draft),
                        None => return peace::wordings(texts, &view, paper.to),
                    }
                }
            }
        } else if !folded.is_empty() {
            match write::clause(texts, &view, paper.to, text) {
                Ok(clause) => {
                    paper.clauses.push(clause);
                    return peace::added(texts, &view, paper);
                }
                Err(unread) => return peace::unread(texts, &view, &unread),
            }
        }
        peace::writing(texts, &view, paper)
    }

    /// Strikes clauses out of the paper under the brush: `strike 2`, `strike 1-24`, `strike 2, 5`, `strike all`.
    pub(super) fn strike(&mut self, court: CourtId, text: &str) -> Page {
        let (texts, view) = (self.session.texts(), self.session.view(court));
        let Some(paper) = self.writing.get_mut(&court).and_then(|all| all.last_mut()) else {
            return peace::nothing_begun(texts, &view);
        };
        let mut page = Page::new();
        let chosen = match write::chosen(text, paper.clauses.len()) {
            Ok(chosen) => chosen,
            Err(n) => {
                page.para(&tr!(texts, "write-no-clause", n = n));
                return page;
            }
        };
        let (mut struck, mut kept) = (Vec::new(), Vec::new());
        for (n, clause) in std::mem::take(&mut paper.clauses).into_iter().enumerate() {
            if chosen.contains(&n) {
                struck.push(clause);
            } else {
                kept.push(clause);
            }
        }
        paper.clauses = kept;
        match struck.as_slice() {
            [one] => page.para(&tr!(
                texts,
                "write-struck",
                clause = sentence(&crate::prose::clause(texts, &view, one))
            )),
            many => page.para(&tr!(texts, "write-struck-many", n = many.len())),
        }
        page.add(&peace::paper(texts, &view, paper));
        page
    }

    /// Takes a paper that lies before the court under the brush, to be answered: as the court would take it, if it would, else as it stands.
    pub(super) fn counter(&mut self, court: CourtId, draft: DraftId) -> Page {
        let (texts, view) = (self.session.texts(), self.session.view(court));
        if !view.proposals().any(|d| d == draft) {
            let mut page = Page::new();
            page.para(&texts.t("write-none-to-answer"));
            return page;
        }
        let terms = view.terms(draft);
        // A paper of one's own to that court is not struck out unasked.
        if let Some(begun) = take_up(&mut self.writing, court, terms.from) {
            let mut page = Page::new();
            if begun.answers != Some(draft) {
                page.para(&texts.t("write-in-the-way"));
            }
            page.add(&peace::writing(texts, &view, &begun));
            lay_down(&mut self.writing, court, begun);
            return page;
        }
        let clauses = view
            .amended(terms)
            .unwrap_or_else(|| terms.plain_clauses().cloned().collect());
        let paper = Writing {
            to: terms.from,
            clauses,
            answers: Some(draft),
            worded: None,
        };
        let page = peace::writing(texts, &view, &paper);
        lay_down(&mut self.writing, court, paper);
        page
    }

    /// Sends the paper under the brush, with the ablest envoy if none is named.
    pub(super) fn send(&mut self, court: CourtId, envoy: Option<PersonId>) -> io::Result<()> {
        let Some(paper) = self.brush(court).cloned() else {
            let page = peace::nothing_begun(self.session.texts(), &self.session.view(court));
            return self.show(page);
        };
        let could = self.session.view(court).envoys();
        let Some(envoy) = envoy.or_else(|| could.first().copied()) else {
            let page = peace::no_envoys(self.session.texts());
            return self.show(page);
        };
        let to = paper.to;
        let order = Order::treat(Treat::Offer {
            to,
            envoy,
            clauses: paper.clauses,
            answers: paper.answers,
            worded: paper.worded,
        });
        let words = orders::order(self.session.texts(), &self.session.view(court), &order);
        let head = tr!(self.session.texts(), "done-ordered", order = words);
        let before = self.session.view(court).all_papers().count();
        self.ask(court, Ask::Order(order), &head)?;
        if self.session.view(court).all_papers().count() > before {
            take_up(&mut self.writing, court, to);
        }
        Ok(())
    }
}
