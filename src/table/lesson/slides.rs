//! What is on the wall at each stage of a lesson, in words: made once, for the window and for the terminal.

use super::{Lesson, Stage};
use crate::base::era::era_date;
use crate::base::ids::{DecisionId, OptionId, PersonId};
use crate::prose::numbers::date;
use crate::prose::record as recorded;
use crate::prose::texts::{Texts, tr};
use crate::prose::{names, sentence};
use crate::scenario::lesson::{DecidedBy, Tie, Vote};
use crate::scenario::model::Decision;
use crate::table::Session;
use crate::table::debrief::words::{self, Debrief};

/// A slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slide {
    /// The day, and the court's own date.
    pub day: String,
    /// Which decision of how many, and for whom the class sits.
    pub step: String,
    /// The heading.
    pub title: String,
    /// What stands below it, in order.
    pub parts: Vec<Part>,
    /// A line at the foot: what is to be done now.
    pub foot: String,
}

/// A part of a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// A line of a list.
    Point(String),
    /// A heading within the slide.
    Label(String),
    /// What matters less: sources, offices.
    Small(String),
    /// Somebody who speaks: who, his name and office, and what he says.
    Voice {
        /// Who.
        who: PersonId,
        /// Name and office.
        name: String,
        /// His case.
        says: String,
        /// What he expects of it.
        expects: String,
    },
}

impl Lesson {
    /// What is on the wall.
    #[must_use]
    pub fn slide(&self, session: &Session) -> Slide {
        let texts = session.texts();
        let mut slide = Slide {
            day: day(session, self),
            step: self.step_of(session),
            ..Slide::default()
        };
        let points = |lines: &[String]| lines.iter().cloned().map(Part::Point).collect::<Vec<_>>();
        let decision = self
            .step(session)
            .map(|step| &session.engine().book().decisions[step.decision.index()]);
        match self.stage() {
            Stage::Title => self.title_slide(session, &mut slide),
            Stage::Opening => {
                slide.title = texts.t("lesson-opening");
                slide.parts = paragraphs(&self.plan(session).opening);
            }
            Stage::Between => {
                slide.title = texts.t("lesson-between");
                slide.parts = self.since.iter().cloned().map(Part::Text).collect();
                if slide.parts.is_empty() {
                    slide
                        .parts
                        .push(Part::Text(texts.t("lesson-between-nothing")));
                }
            }
            Stage::Who => {
                if let Some(step) = self.step(session) {
                    slide.title = texts.t("lesson-who");
                    slide.parts.push(Part::Text(step.you.clone()));
                    slide.parts.push(Part::Label(texts.t("lesson-known")));
                    slide.parts.extend(points(&step.known));
                    slide.parts.push(Part::Label(texts.t("lesson-unknown")));
                    slide.parts.extend(points(&step.unknown));
                }
            }
            Stage::Memorial => {
                if let (Some(step), Some(decision)) = (self.step(session), decision) {
                    let view = session.view(self.court(session));
                    slide.title.clone_from(&decision.title);
                    slide.parts = paragraphs(&view.brief(step.decision));
                    slide.parts.push(Part::Small(decision.title_zh.clone()));
                }
            }
            Stage::Course(at) => self.course(session, *at, &mut slide),
            Stage::Talk => {
                slide.title = texts.t("lesson-talk");
                if let Some(step) = self.step(session) {
                    slide.parts = points(&step.questions);
                }
            }
            Stage::Vote | Stage::Chair(_) => self.vote_slide(session, &mut slide),
            Stage::Minority => {
                slide.title = texts.t("lesson-minority");
                slide.parts = vec![
                    Part::Text(self.decided_words(session)),
                    Part::Text(texts.t("lesson-minority-ask")),
                ];
                slide.foot = texts.t("lesson-minority-foot");
            }
            Stage::Taken => {
                slide.title = texts.t("lesson-taken");
                slide.parts.push(Part::Text(self.decided_words(session)));
                if !self.done.is_empty() {
                    slide.parts.push(Part::Label(texts.t("lesson-done")));
                    slide.parts.extend(points(&self.done));
                }
                slide.foot = texts.t("lesson-taken-foot");
            }
            Stage::Record => {
                slide.title = texts.t("lesson-record");
                if let Some(decision) = decision {
                    slide.parts = record(texts, session, decision);
                }
            }
            Stage::Odds => {
                slide.title = texts.t("lesson-odds");
                slide.parts = self.odds_parts(session);
                let by = super::between::kind(self.plan(session).played_by);
                slide.foot = tr!(texts, "lesson-odds-foot", policy = by.name());
            }
            Stage::Ending | Stage::Path | Stage::Closing | Stage::Page => {
                self.closing(session, &mut slide);
            }
        }
        slide
    }

    /// Which decision of how many, and for whom the class sits.
    fn step_of(&self, session: &Session) -> String {
        let texts = session.texts();
        let plan = self.plan(session);
        if self.step(session).is_none() {
            return plan.title.clone();
        }
        let court = names::court(session.engine().book(), self.court(session));
        // Its own number: where a world leaves some out, the others are not another's.
        let n = self.now.map_or(0, |at| at + 1);
        let of = plan.steps.len();
        let key = if self.held().two_benches {
            "lesson-step-bench"
        } else {
            "lesson-step"
        };
        tr!(texts, key, n = n, of = of, court = court)
    }

    fn title_slide(&self, session: &Session, slide: &mut Slide) {
        let (texts, plan) = (session.texts(), self.plan(session));
        let book = session.engine().book();
        slide.title.clone_from(&plan.title);
        slide.step = format!("{} {}", book.title, book.title_zh);
        if self.resumed {
            let taken: Vec<Part> = votes(session)
                .into_iter()
                .map(|vote| {
                    let decision = &book.decisions[vote.decision.index()];
                    Part::Point(tr!(
                        texts,
                        "lesson-resumed-row",
                        title = decision.title.as_str(),
                        label = decision.options[vote.option.index()].label.as_str()
                    ))
                })
                .collect();
            slide.parts.push(Part::Text(tr!(
                texts,
                "lesson-resumed",
                n = plan.steps.len() - self.left.len(),
                of = plan.steps.len()
            )));
            slide.parts.extend(taken);
        } else {
            slide.parts.push(Part::Text(tr!(
                texts,
                "lesson-shape",
                minutes = plan.minutes,
                n = plan.steps.len()
            )));
            slide.parts.push(Part::Text(texts.t("lesson-rules")));
        }
        let held = self.held();
        slide.parts.push(Part::Small(tr!(
            texts,
            "lesson-tie-is",
            rule = tie(texts, held.tie)
        )));
        if held.two_benches {
            slide.parts.push(Part::Small(texts.t("lesson-benches-two")));
        }
        slide.foot = texts.t("lesson-title-foot");
    }

    fn course(&self, session: &Session, at: usize, slide: &mut Slide) {
        let texts = session.texts();
        let (Some(step), Some((option, open))) =
            (self.step(session), self.courses(session).get(at).copied())
        else {
            return;
        };
        let view = session.view(self.court(session));
        let decision = &session.engine().book().decisions[step.decision.index()];
        let choice = &decision.options[option.index()];
        slide.title = format!("{}. {}", at + 1, choice.label);
        slide.parts.push(Part::Text(choice.detail.clone()));
        if !open {
            let why = sentence(&choice.opens_by);
            slide.parts.push(Part::Label(texts.t("lesson-closed")));
            slide.parts.push(Part::Text(why));
        }
        for (_, voice) in view.voices_for(step.decision, option) {
            slide.parts.push(Part::Voice {
                who: voice.who,
                name: names::person(texts, &view, voice.who),
                says: voice.says.clone(),
                expects: tr!(texts, "lesson-expects", what = sentence(&voice.expects)),
            });
        }
    }

    fn vote_slide(&self, session: &Session, slide: &mut Slide) {
        let texts = session.texts();
        let court = names::court(session.engine().book(), self.court(session));
        slide.title = if self.held().two_benches {
            tr!(texts, "lesson-vote-bench", court = court)
        } else {
            texts.t("lesson-vote")
        };
        if let Stage::Chair(_) = self.stage() {
            slide.title = texts.t("lesson-chair");
            slide.foot = texts.t("lesson-chair-foot");
            return;
        }
        let hands = self.tally().hands();
        let counted = match self.held().hands {
            0 => tr!(texts, "lesson-hands", n = hands),
            of => tr!(texts, "lesson-hands-of", n = hands, of = of),
        };
        let rule = tr!(texts, "lesson-tie-is", rule = tie(texts, self.held().tie));
        slide.foot = if self.again {
            format!("{} {counted}", texts.t("lesson-again"))
        } else if self.held().hands > 0 && hands > u32::from(self.held().hands) {
            format!("{counted} {}", texts.t("lesson-too-many"))
        } else {
            format!("{counted} {rule}")
        };
    }

    /// What was decided, and how, in a sentence or two.
    fn decided_words(&self, session: &Session) -> String {
        let texts = session.texts();
        let (Some(step), Some(choice)) = (self.step(session), &self.choice) else {
            return String::new();
        };
        let decision = &session.engine().book().decisions[step.decision.index()];
        how(texts, decision, choice.option, &choice.tally, choice.by)
    }

    fn closing(&self, session: &Session, slide: &mut Slide) {
        let texts = session.texts();
        let plan = self.plan(session);
        match self.stage() {
            Stage::Ending => {
                let told = Debrief::of(session, self.court(session));
                slide.title = told.title;
                slide.parts = paragraphs(&told.ending);
                slide.parts.push(Part::Small(told.measure));
            }
            Stage::Path => {
                slide.title = texts.t("lesson-path");
                for choice in path(session) {
                    slide.parts.push(Part::Label(choice.title));
                    slide.parts.push(Part::Text(choice.yours));
                    if !choice.minority.is_empty() {
                        slide.parts.push(Part::Small(choice.minority));
                    }
                    slide.parts.push(Part::Small(choice.record));
                }
                let book = session.engine().book();
                for at in &self.left {
                    let title = &book.decisions[plan.steps[*at].decision.index()].title;
                    slide.parts.push(Part::Label(title.clone()));
                    slide.parts.push(Part::Small(texts.t("lesson-never-laid")));
                }
            }
            Stage::Closing => {
                slide.title = texts.t("lesson-closing");
                slide.parts = plan.closing.iter().cloned().map(Part::Point).collect();
            }
            _ => {
                slide.title = texts.t("lesson-page");
                slide.parts = vec![Part::Text(texts.t("lesson-page-text"))];
            }
        }
    }
}

/// A tie's rule in words.
#[must_use]
pub fn tie(texts: &Texts, tie: Tie) -> String {
    texts.t(match tie {
        Tie::Chair => "lesson-tie-chair",
        Tie::Again => "lesson-tie-again",
        Tie::Lot => "lesson-tie-lot",
    })
}

/// What was decided by which hands, in a sentence or two.
#[must_use]
pub fn how(
    texts: &Texts,
    decision: &Decision,
    option: OptionId,
    tally: &[(OptionId, u16)],
    by: DecidedBy,
) -> String {
    let label = decision.options[option.index()].label.as_str();
    let key = match by {
        DecidedBy::Hands => "lesson-by-hands",
        DecidedBy::Chair => "lesson-by-chair",
        DecidedBy::Lot => "lesson-by-lot",
    };
    let decided = tr!(texts, key, label = label);
    match hands(texts, decision, tally) {
        Some(hands) => format!("{decided} {hands}"),
        None => decided,
    }
}

/// The hands for each course that had any, in a sentence; none where none were counted.
fn hands(texts: &Texts, decision: &Decision, tally: &[(OptionId, u16)]) -> Option<String> {
    let hands: Vec<String> = tally
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(o, n)| {
            let label = decision.options[o.index()].label.as_str();
            tr!(texts, "lesson-hands-for", n = *n, label = label)
        })
        .collect();
    (!hands.is_empty()).then(|| format!("{}.", hands.join("; ")))
}

/// What the chronicle adds to a choice that a class made: the hands, and what those who were outvoted want remembered. Empty where there is
/// neither.
#[must_use]
pub fn remembered(session: &Session, matter: DecisionId) -> String {
    let texts = session.texts();
    let decision = &session.engine().book().decisions[matter.index()];
    let voted = votes(session).into_iter().find(|v| v.decision == matter);
    let Some(vote) = voted else {
        return String::new();
    };
    let said = minority(texts, vote);
    let parts = hands(texts, decision, &vote.tally).into_iter().chain(said);
    parts.collect::<Vec<_>>().join(" ")
}

/// What those who were outvoted want remembered, if they said anything.
fn minority(texts: &Texts, vote: &Vote) -> Option<String> {
    let said = vote.minority.as_str();
    (!said.is_empty()).then(|| tr!(texts, "lesson-minority-was", text = said))
}

/// A decision of the class beside that of the court of the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The matter.
    pub title: String,
    /// What the class decided, and by which hands.
    pub yours: String,
    /// What those who were outvoted want remembered; empty where they said nothing.
    pub minority: String,
    /// What the court of the time did.
    pub record: String,
}

/// The votes that count: the last on each matter, in the order in which they were held.
#[must_use]
pub fn votes(session: &Session) -> Vec<&Vote> {
    let all: Vec<&Vote> = session.votes().map(|(_, vote)| vote).collect();
    let last = |at: usize| {
        all[at + 1..]
            .iter()
            .all(|later| later.decision != all[at].decision)
    };
    (0..all.len())
        .filter(|at| last(*at))
        .map(|at| all[at])
        .collect()
}

/// What the class decided, matter by matter, beside what the courts of the time did.
#[must_use]
pub fn path(session: &Session) -> Vec<Beside> {
    let (texts, book) = (session.texts(), session.engine().book());
    votes(session)
        .into_iter()
        .map(|vote| {
            let decision = &book.decisions[vote.decision.index()];
            Beside {
                title: decision.title.clone(),
                yours: how(texts, decision, vote.option, &vote.tally, vote.by),
                minority: minority(texts, vote).unwrap_or_default(),
                record: words::recorded(texts, decision, vote.option == decision.chose),
            }
        })
        .collect()
}

/// What the court of the time did, what came of it, who says so and where they differ.
fn record(texts: &Texts, session: &Session, decision: &Decision) -> Vec<Part> {
    let book = session.engine().book();
    let mut parts = vec![Part::Label(tr!(
        texts,
        "lesson-record-was",
        day = date(texts, decision.chosen_on),
        label = recorded::option(texts, decision, Some(decision.chose))
    ))];
    parts.extend(paragraphs(&decision.outcome));
    if !decision.quarrel.is_empty() {
        parts.push(Part::Label(texts.t("lesson-quarrel")));
        parts.extend(paragraphs(&decision.quarrel));
    }
    let sources: Vec<String> = decision
        .sources
        .iter()
        .map(|id| recorded::source_short(&book.sources[id.index()]))
        .collect();
    if !sources.is_empty() {
        let list = sources.join("; ");
        parts.push(Part::Small(tr!(texts, "lesson-sources", list = list)));
    }
    parts
}

fn day(session: &Session, lesson: &Lesson) -> String {
    let engine = session.engine();
    let court = &engine.book().courts[lesson.court(session).index()].id;
    let day = date(session.texts(), engine.day());
    match era_date(court, engine.day()) {
        Some(era) => format!("{day} {}", era.chinese()),
        None => day,
    }
}

fn paragraphs(text: &str) -> Vec<Part> {
    text.split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Part::Text(line.to_owned()))
        .collect()
}
