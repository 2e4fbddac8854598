//! A lesson: a class decides some matters of a game, policies play the rest, and what is known afterwards is shown only then.
//!
//! * [`Lesson`] — where the lesson stands, and what the next key does
//! * [`slides`] — what is on the wall, in words
//! * [`odds`] — what the model makes of the courses not taken
//! * [`tally`] — raised hands counted; [`clock`] — the time that is left
//! * `between` — the time between two decisions
//!
//! The game lies beside it in a [`Session`]: votes and choices stand in its journal, and a lesson that is gone on with another day finds its
//! place by them. Nothing is decided here that a person did not say.

mod between;
pub mod clock;
pub mod odds;
pub mod slides;
pub mod tally;

use std::fmt;

use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::Ask;
use crate::policy::{Kind, Player};
use crate::prose::texts::tr;
use crate::prose::{names, refusals};
use crate::scenario::lesson::{DecidedBy, Held, Lesson as Plan, Step, Vote};
use crate::scenario::model::Scenario;
use crate::study::turning::Moment;
use crate::table::{self, Session, Trouble};

use clock::Clock;
use odds::{Weighed, Weighing};
use tally::{Decides, Tally};

/// What is on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What the lesson is, and where it stands if it is gone on with.
    Title,
    /// What the class is told first.
    Opening,
    /// What came since the last decision.
    Between,
    /// Who the class is, what it knows and what it does not.
    Who,
    /// The memorial.
    Memorial,
    /// One of the courses, and those who argue for it: which, as shown, from 0.
    Course(usize),
    /// What to talk about.
    Talk,
    /// The vote.
    Vote,
    /// As many hands for each of these: the chair says which.
    Chair(Vec<OptionId>),
    /// What those who were outvoted want remembered.
    Minority,
    /// What was decided, and what it did at once.
    Taken,
    /// What the court of the time did, with sources and where they differ. It is shown only when it is asked for.
    Record,
    /// What the model makes of the courses that were not taken. It is shown only when it is asked for.
    Odds,
    /// How the game ended.
    Ending,
    /// The class's path beside the documented one.
    Path,
    /// What to talk about at the end.
    Closing,
    /// The printed page.
    Page,
}

/// What came of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Something else is on the wall.
    Yes,
    /// Nothing changed: this is the first or the last there is, or it cannot be gone back behind.
    No,
}

/// A decision as the class took it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choice {
    option: OptionId,
    by: DecidedBy,
    tally: Vec<(OptionId, u16)>,
}

/// Who plays between the steps.
type Players = Vec<(CourtId, Box<dyn Player + Send>)>;

/// A lesson that is being held.
pub struct Lesson {
    held: Held,
    /// Which of the scenario's plans.
    plan: usize,
    /// Steps that were not taken yet, by their place in the plan.
    left: Vec<usize>,
    /// The step that is on.
    now: Option<usize>,
    stage: Stage,
    tally: Tally,
    choice: Option<Choice>,
    /// What those who were outvoted say, as it is typed.
    pub minority: String,
    /// What the choice did at once.
    done: Vec<String>,
    /// What came since the last decision.
    since: Vec<String>,
    /// Whether time passed since then, so that something was told.
    told_between: bool,
    /// How many entries the chronicle had when the class was told last.
    told: usize,
    /// Whether the class was told that a vote has to be held again.
    again: bool,
    /// Whether the lesson began on another day.
    resumed: bool,
    players: Players,
    clock: Clock,
    /// The matter as it lay before the class decided.
    moment: Option<Moment>,
    /// What the model makes of it, as far as that is known.
    weighed: Option<Weighed>,
}

impl fmt::Debug for Lesson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lesson")
            .field("held", &self.held)
            .field("now", &self.now)
            .field("stage", &self.stage)
            .finish_non_exhaustive()
    }
}

/// The courts for which a class sits in a plan, in the order of its steps.
#[must_use]
pub fn courts(book: &Scenario, plan: &Plan) -> Vec<CourtId> {
    let mut out: Vec<CourtId> = Vec::new();
    for step in &plan.steps {
        let court = book.decisions[step.decision.index()].court;
        if !out.contains(&court) {
            out.push(court);
        }
    }
    out
}

/// Who plays the courts of which no class sits in their place: whoever the plan names where a person could play or the record has marches of theirs,
/// `counsel` for the rest.
#[must_use]
pub fn others(book: &Scenario, plan: &Plan) -> Vec<(CourtId, Kind)> {
    let taught = courts(book, plan);
    let by = between::kind(plan.played_by);
    (0..book.courts.len())
        .map(CourtId::of)
        .filter(|court| !taught.contains(court))
        .map(|court| {
            let marches = book.record.iter().any(|dated| dated.court == court);
            let plays = book.courts[court.index()].playable || marches;
            (court, if plays { by } else { Kind::Counsel })
        })
        .collect()
}

impl Lesson {
    /// The lesson that a game is, where it is one and its scenario still has the plan. It stands where the votes in the journal leave it.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        let held = session.lesson()?.clone();
        let book = session.engine().book();
        let plan = book.lessons.iter().position(|plan| plan.id == held.plan)?;
        let the = &book.lessons[plan];
        // A matter that was voted on and waits all the same was not decided: the program died between the two.
        let waits = |d: DecisionId| {
            let court = book.decisions[d.index()].court;
            session.view(court).pending().any(|p| p == d)
        };
        let voted = |d: DecisionId| session.votes().any(|(_, v)| v.decision == d) && !waits(d);
        let left = (0..the.steps.len())
            .filter(|at| !voted(the.steps[*at].decision))
            .collect();
        let by = between::kind(the.played_by);
        let players = courts(book, the)
            .into_iter()
            .map(|court| (court, by.player(book, court, session.engine().seed())))
            .collect();
        Some(Self {
            plan,
            left,
            now: None,
            stage: Stage::Title,
            tally: Tally::new([]),
            choice: None,
            minority: String::new(),
            done: Vec::new(),
            since: Vec::new(),
            told_between: false,
            told: session.engine().chronicle().len(),
            again: false,
            resumed: !session.history().is_empty(),
            players,
            clock: Clock::default(),
            moment: None,
            weighed: None,
            held,
        })
    }

    /// How it is held.
    #[must_use]
    pub const fn held(&self) -> &Held {
        &self.held
    }
    /// The plan.
    #[must_use]
    pub fn plan<'s>(&self, session: &'s Session) -> &'s Plan {
        &session.engine().book().lessons[self.plan]
    }
    /// What is on the wall.
    #[must_use]
    pub const fn stage(&self) -> &Stage {
        &self.stage
    }
    /// The clock.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }
    /// Time has passed.
    pub fn tick(&mut self, milliseconds: u32) {
        self.clock.tick(milliseconds);
    }
    /// Stops the clock, or lets it go on.
    pub const fn stop_or_go(&mut self) {
        self.clock.stop_or_go();
    }
    /// The hands as they are being counted.
    #[must_use]
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }
    /// The same, to be counted; none unless the vote is on.
    pub fn counting(&mut self) -> Option<&mut Tally> {
        (self.stage == Stage::Vote).then_some(&mut self.tally)
    }
    /// The step that is on.
    #[must_use]
    pub fn step<'s>(&self, session: &'s Session) -> Option<&'s Step> {
        self.plan(session).steps.get(self.now?)
    }
    /// The court for which the class sits now.
    #[must_use]
    pub fn court(&self, session: &Session) -> CourtId {
        let book = session.engine().book();
        let of = |step: &Step| book.decisions[step.decision.index()].court;
        self.step(session)
            .or_else(|| self.plan(session).steps.last())
            .map_or(CourtId(0), of)
    }
    /// The courses of the matter that is on, in the order shown, each with whether it is open.
    #[must_use]
    pub fn courses(&self, session: &Session) -> Vec<(OptionId, bool)> {
        let Some(step) = self.step(session) else {
            return Vec::new();
        };
        let (book, view) = (session.engine().book(), session.view(self.court(session)));
        let open = |option: OptionId| {
            // Once it was chosen the rules close all of them; what could be voted on stands in the tally.
            self.choice.is_some() && self.tally.rows.iter().any(|(o, _)| *o == option)
                || view.may_choose(step.decision, option).is_ok()
        };
        names::options(book, step.decision)
            .into_iter()
            .map(|option| (option, open(option)))
            .collect()
    }
    /// What was decided on the matter that is on, once it was.
    #[must_use]
    pub fn decided(&self) -> Option<OptionId> {
        self.choice.as_ref().map(|choice| choice.option)
    }
    /// Whether what the court of the time did may be shown: the class has decided.
    #[must_use]
    pub const fn may_reveal(&self) -> bool {
        matches!(self.stage, Stage::Taken | Stage::Record | Stage::Odds)
    }
    /// Whether the lesson is through with its last decision.
    #[must_use]
    pub const fn is_at_its_end(&self) -> bool {
        matches!(
            self.stage,
            Stage::Ending | Stage::Path | Stage::Closing | Stage::Page
        )
    }

    /// The next thing on the wall.
    ///
    /// # Errors
    /// When what the class decided, or the time after it, could not be written down. Nothing was changed then but what was written.
    pub fn next(&mut self, session: &mut Session) -> Result<Moved, String> {
        let courses = self.courses(session).len();
        self.stage = match &self.stage {
            Stage::Title if self.resumed => return self.advance(session),
            Stage::Title => {
                self.clock.begin(self.plan(session).opening_minutes);
                Stage::Opening
            }
            Stage::Opening | Stage::Taken | Stage::Record | Stage::Odds => {
                return self.advance(session);
            }
            Stage::Between => Stage::Who,
            Stage::Who => Stage::Memorial,
            Stage::Memorial if courses > 0 => Stage::Course(0),
            Stage::Course(at) if at + 1 < courses => Stage::Course(at + 1),
            Stage::Memorial | Stage::Course(_) => Stage::Talk,
            Stage::Talk => {
                self.begin_vote(session);
                Stage::Vote
            }
            // Nobody was counted yet: the chair may say, but only by naming a course.
            Stage::Vote if self.tally.hands() == 0 => return Ok(Moved::No),
            Stage::Vote => {
                let moved = self.count(session);
                return self.unless_outvoted(session, moved);
            }
            // The chair has to say.
            Stage::Chair(_) | Stage::Page => return Ok(Moved::No),
            Stage::Minority => return self.decide(session),
            Stage::Ending => Stage::Path,
            Stage::Path => Stage::Closing,
            Stage::Closing => Stage::Page,
        };
        Ok(Moved::Yes)
    }

    /// What was on the wall before. What was voted is voted.
    pub fn back(&mut self, session: &Session) -> Moved {
        let courses = self.courses(session).len();
        self.stage = match &self.stage {
            Stage::Opening => Stage::Title,
            Stage::Who if self.told_between => Stage::Between,
            Stage::Memorial => Stage::Who,
            Stage::Course(0) => Stage::Memorial,
            Stage::Course(at) => Stage::Course(at - 1),
            Stage::Talk if courses > 0 => Stage::Course(courses - 1),
            Stage::Talk => Stage::Memorial,
            Stage::Vote => Stage::Talk,
            Stage::Chair(_) | Stage::Minority => {
                self.choice = None;
                Stage::Vote
            }
            Stage::Record | Stage::Odds => Stage::Taken,
            Stage::Path => Stage::Ending,
            Stage::Closing => Stage::Path,
            Stage::Page => Stage::Closing,
            Stage::Title | Stage::Between | Stage::Who | Stage::Taken | Stage::Ending => {
                return Moved::No;
            }
        };
        Moved::Yes
    }

    /// Shows what the court of the time did, or puts it away again. Nothing before the class has decided.
    pub fn reveal(&mut self) -> Moved {
        self.show(Stage::Record)
    }

    /// Shows what the model makes of the courses that were not taken, or puts it away again. Nothing before the class has decided, nor where it was
    /// not switched on.
    pub fn odds(&mut self) -> Moved {
        if self.held.odds {
            self.show(Stage::Odds)
        } else {
            Moved::No
        }
    }

    /// What is to be reckoned for the slide of odds: once, when that comes up.
    pub fn weighing(&mut self, session: &Session) -> Option<Weighing> {
        if self.stage != Stage::Odds {
            return None;
        }
        let moment = self.moment.take()?;
        let (book, plan) = (session.engine().book(), self.plan(session));
        Some(Weighing {
            moment,
            persons: courts(book, plan),
            seats: others(book, plan),
            by: between::kind(plan.played_by),
        })
    }

    /// What is known of it so far.
    pub fn weighed(&mut self, weighed: Weighed) {
        self.weighed = Some(weighed);
    }

    fn show(&mut self, what: Stage) -> Moved {
        if !self.may_reveal() {
            return Moved::No;
        }
        self.stage = if self.stage == what {
            Stage::Taken
        } else {
            what
        };
        Moved::Yes
    }

    /// The chair takes a course, by its place as shown, from 0: in a tie one of those it is between; before hands are counted any that is open.
    ///
    /// # Errors
    /// When it could not be written down. The vote is on then, as it was.
    pub fn pick(&mut self, session: &mut Session, row: usize) -> Result<Moved, String> {
        let Some((option, open)) = self.courses(session).get(row).copied() else {
            return Ok(Moved::No);
        };
        let may = match &self.stage {
            Stage::Chair(between) => between.contains(&option),
            Stage::Vote => open && self.tally.hands() == 0,
            _ => false,
        };
        if !may {
            return Ok(Moved::No);
        }
        let moved = self.chosen(option, DecidedBy::Chair);
        self.unless_outvoted(session, moved)
    }

    /// Where nobody was outvoted nobody is asked what is to be remembered.
    fn unless_outvoted(&mut self, session: &mut Session, moved: Moved) -> Result<Moved, String> {
        if self.stage == Stage::Minority && !self.has_minority() {
            return self.decide(session);
        }
        Ok(moved)
    }

    fn begin_vote(&mut self, session: &Session) {
        let open = self.courses(session).into_iter().filter(|(_, open)| *open);
        let fresh = Tally::new(open.map(|(option, _)| option));
        // Whoever went back to talk finds the hands as they were counted.
        if self.tally.rows.len() != fresh.rows.len()
            || self
                .tally
                .rows
                .iter()
                .zip(&fresh.rows)
                .any(|(a, b)| a.0 != b.0)
        {
            self.tally = fresh;
        }
    }

    /// The hands are counted.
    fn count(&mut self, session: &Session) -> Moved {
        self.again = false;
        match self.tally.decides(self.held.tie, session.engine()) {
            Decides::One(option, by) => return self.chosen(option, by),
            Decides::Chair(between) => self.stage = Stage::Chair(between),
            Decides::Again(between) => {
                self.tally = Tally::new(between);
                self.again = true;
            }
        }
        Moved::Yes
    }

    fn chosen(&mut self, option: OptionId, by: DecidedBy) -> Moved {
        self.choice = Some(Choice {
            option,
            by,
            tally: self.tally.counted(),
        });
        self.stage = Stage::Minority;
        Moved::Yes
    }

    /// Whether anybody was outvoted.
    #[must_use]
    pub fn has_minority(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| {
            choice
                .tally
                .iter()
                .any(|(option, n)| *option != choice.option && *n > 0)
        })
    }

    /// What the class decided is written down and done.
    fn decide(&mut self, session: &mut Session) -> Result<Moved, String> {
        let court = self.court(session);
        let (Some(choice), Some(step)) = (self.choice.clone(), self.step(session)) else {
            return Ok(Moved::No);
        };
        let decision = step.decision;
        let vote = Vote {
            decision,
            option: choice.option,
            tally: choice.tally,
            by: choice.by,
            minority: self.minority.trim().to_owned(),
        };
        let moment = Moment {
            engine: session.engine().fork(),
            decision,
            chose: choice.option,
        };
        session.vote(court, vote)?;
        let ask = Ask::Choose {
            decision,
            option: choice.option,
        };
        self.done = match session.ask(court, ask.clone()) {
            Ok(done) => table::doings(session, court, &ask, &done),
            Err(Trouble::NotKept(why)) => return Err(why),
            // It was open when the vote began, and nothing has happened since.
            Err(Trouble::Refused(why)) => {
                let view = session.view(court);
                refusals::refusal(session.texts(), &view, &why)
            }
        };
        self.told = session.engine().chronicle().len();
        self.moment = Some(moment);
        self.left.retain(|at| Some(*at) != self.now);
        self.stage = Stage::Taken;
        Ok(Moved::Yes)
    }

    /// Lets policies play until another matter of the plan is laid before the class, or the game is over.
    fn advance(&mut self, session: &mut Session) -> Result<Moved, String> {
        let from = session.engine().turn();
        loop {
            if session.engine().ended().is_some() {
                self.now = None;
                break;
            }
            let plan = self.plan(session);
            let laid = |at: &usize| {
                let decision = plan.steps[*at].decision;
                let court = session.engine().book().decisions[decision.index()].court;
                let view = session.view(court);
                view.in_session() && view.pending().any(|d| d == decision)
            };
            if let Some(at) = self.left.iter().copied().find(laid) {
                self.now = Some(at);
                break;
            }
            self.pass(session)?;
        }
        let court = self.court(session);
        // Of a matter that waited with the one before nothing new is told.
        let passed = session.engine().turn() != from;
        self.since = if passed {
            between::since(session, court, self.told)
        } else {
            Vec::new()
        };
        session.read(court);
        self.moment = None;
        self.weighed = None;
        self.choice = None;
        self.minority.clear();
        self.tally = Tally::new([]);
        self.again = false;
        let plan = self.plan(session);
        self.stage = match self.step(session) {
            Some(step) => {
                self.clock.begin(step.minutes);
                self.told_between = passed;
                if passed { Stage::Between } else { Stage::Who }
            }
            None => {
                self.clock.begin(plan.closing_minutes);
                Stage::Ending
            }
        };
        Ok(Moved::Yes)
    }

    /// One sitting of the courts for which the class sits, played by whoever the plan names.
    fn pass(&mut self, session: &mut Session) -> Result<(), String> {
        let to_the_class: Vec<DecisionId> = {
            let plan = self.plan(session);
            self.left
                .iter()
                .map(|at| plan.steps[*at].decision)
                .collect()
        };
        for (court, player) in &mut self.players {
            let mut leaves = between::Leaves {
                inner: player.as_mut(),
                to_the_class: &to_the_class,
            };
            match session.lead(*court, &mut leaves) {
                Ok(()) => {}
                Err(Trouble::NotKept(why)) => return Err(why),
                // What a fork allowed the game allows.
                Err(Trouble::Refused(_)) => {}
            }
        }
        session.end_turn()?;
        session.unread();
        Ok(())
    }

    /// How long the lesson has been going on, of how long it takes: `18 of 45 minutes`.
    #[must_use]
    pub fn time(&self, session: &Session) -> String {
        tr!(
            session.texts(),
            "lesson-time",
            passed = self.clock.minutes(),
            of = self.plan(session).minutes
        )
    }
}
