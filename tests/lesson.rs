//! Lessons at the table: a class decides first, its votes are kept, and it finds its place again.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{CourtId, OptionId};
use rivers_and_mountains::engine::{Ask, Engine};
use rivers_and_mountains::prose::Texts;
use rivers_and_mountains::scenario::given::GivenNow;
use rivers_and_mountains::scenario::lesson::{DecidedBy, Held, Tie, Vote};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::Scenario;
use rivers_and_mountains::table::chronicle::chronicle;
use rivers_and_mountains::table::lesson::slides::{Part, Slide};
use rivers_and_mountains::table::lesson::tally::{Decides, Tally};
use rivers_and_mountains::table::lesson::{Lesson, Moved, Stage, courts, others};
use rivers_and_mountains::table::{Keeper, NoKeeper, Session, Step};
use rivers_and_mountains::terminal::lesson::{Outside, hold};

fn book(name: &str) -> Arc<Scenario> {
    let files = common::texts("scenarios");
    let loaded = load(&format!("{name}.ron"), &files).expect("the scenario loads");
    Arc::new(loaded.scenario)
}

fn session(book: &Arc<Scenario>, held: Held, keeper: Box<dyn Keeper>) -> Session {
    seeded(book, held, keeper, SEEDS[0])
}

/// Games in which a plan is tried: what comes between its steps is luck's.
const SEEDS: [u64; 4] = [7, 3, 5, 9];

fn seeded(book: &Arc<Scenario>, held: Held, keeper: Box<dyn Keeper>, seed: u64) -> Session {
    let plan = book.lessons.iter().find(|plan| plan.id == held.plan);
    let plan = plan.expect("the plan");
    Session::begun(
        Engine::new(book.clone(), seed),
        &courts(book, plan),
        &others(book, plan),
        Texts::default(),
        keeper,
    )
    .with_lesson(Some(held))
}

/// Every word on a slide.
fn words(slide: &Slide) -> String {
    let mut out = vec![slide.title.clone(), slide.foot.clone()];
    for part in &slide.parts {
        match part {
            Part::Text(text) | Part::Point(text) | Part::Label(text) | Part::Small(text) => {
                out.push(text.clone());
            }
            Part::Voice {
                name,
                says,
                expects,
                ..
            } => out.extend([name.clone(), says.clone(), expects.clone()]),
        }
    }
    out.join("\n")
}

/// What a class answers.
type Answers = fn(&Scenario, &Lesson, &Session) -> OptionId;

/// What the documents have where it is open, else the first that is.
fn recorded(book: &Scenario, lesson: &Lesson, session: &Session) -> OptionId {
    let step = lesson.step(session).expect("a step");
    let chose = book.decisions[step.decision.index()].chose;
    let rows = &lesson.tally().rows;
    let open = rows.iter().any(|(option, _)| *option == chose);
    if open { chose } else { rows[0].0 }
}

/// The first that the documents do not have.
fn otherwise(book: &Scenario, lesson: &Lesson, session: &Session) -> OptionId {
    let step = lesson.step(session).expect("a step");
    let chose = book.decisions[step.decision.index()].chose;
    let rows = &lesson.tally().rows;
    let other = rows.iter().find(|(option, _)| *option != chose);
    other.map_or(rows[0].0, |(option, _)| *option)
}

/// Holds a whole lesson; gives back how many decisions were taken.
fn held(
    book: &Arc<Scenario>,
    session: &mut Session,
    lesson: &mut Lesson,
    answers: Answers,
) -> usize {
    let mut taken = 0;
    for _ in 0..400 {
        let slide = lesson.slide(session);
        assert!(!slide.title.is_empty(), "{:?}", lesson.stage());
        assert!(
            !words(&slide).contains("[lesson-"),
            "a missing message: {slide:?}"
        );
        if let Some(step) = lesson.step(session)
            && !lesson.may_reveal()
        {
            let outcome = &book.decisions[step.decision.index()].outcome;
            assert!(!words(&slide).contains(outcome.as_str()), "told too early");
            assert_eq!(lesson.reveal(), Moved::No);
            assert_eq!(lesson.odds(), Moved::No);
        }
        if *lesson.stage() == Stage::Vote {
            let option = answers(book, lesson, session);
            let tally = lesson.counting().expect("the vote is on");
            let row = tally.rows.iter().position(|(o, _)| *o == option);
            tally.set(row.expect("it is open"), 14);
            let rows = tally.rows.len();
            tally.set((row.unwrap_or(0) + 1) % rows, if rows > 1 { 9 } else { 14 });
            taken += 1;
        }
        if *lesson.stage() == Stage::Minority {
            lesson.minority = "We feared for those outside the walls.".to_owned();
        }
        if lesson.next(session).expect("nothing is kept") == Moved::No {
            break;
        }
    }
    assert_eq!(*lesson.stage(), Stage::Page);
    assert!(session.engine().ended().is_some());
    taken
}

/// Every shipped plan comes to its end, whatever the class answers; where it answers as the documents do every one of its decisions comes up.
#[test]
fn every_shipped_plan_can_be_held() {
    for name in ["jingkang", "haishang", "shaoxing"] {
        let book = book(name);
        assert!(book.lessons.len() >= 2, "{name}");
        for minutes in [20, 45] {
            assert!(
                book.lessons.iter().any(|plan| plan.minutes == minutes),
                "{name} {minutes}"
            );
        }
        for plan in &book.lessons {
            // What came up in some game in which the class answers as the documents do.
            let mut came = BTreeSet::new();
            let tries = SEEDS.map(|seed| (recorded as Answers, seed));
            for (answers, seed) in tries.into_iter().chain([(otherwise as Answers, SEEDS[0])]) {
                let how = Held::usual(&plan.id);
                let mut session = seeded(&book, how, Box::new(NoKeeper), seed);
                let mut lesson = Lesson::of(&session).expect("a lesson");
                let taken = held(&book, &mut session, &mut lesson, answers);
                came.extend(session.votes().map(|(_, vote)| vote.decision));
                assert!(taken > 0, "{}", plan.id);
                assert_eq!(session.votes().count(), taken);
                let kept = session.votes().all(|(_, vote)| {
                    let minority = vote.tally.iter().any(|(o, n)| *o != vote.option && *n > 0);
                    vote.minority.is_empty() != minority
                });
                assert!(kept, "{}", plan.id);
                let courts = session.courts().into_iter();
                let told: Vec<String> = courts
                    .flat_map(|court| chronicle(&session, court))
                    .map(|heard| heard.text)
                    .filter(|text| text.contains("Those who were outvoted: “We feared"))
                    .collect();
                let said = session.votes().filter(|(_, v)| !v.minority.is_empty());
                assert_eq!(told.len(), said.count(), "{}: {told:?}", plan.id);
            }
            for step in &plan.steps {
                let at = &book.decisions[step.decision.index()].id;
                assert!(came.contains(&step.decision), "{}: {at}", plan.id);
            }
        }
    }
}

/// Steps of a game, in a place that outlives it.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<Step>>>);

impl Kept {
    fn keep(&self, step: Step) -> Result<(), String> {
        self.0.lock().expect("nobody panicked").push(step);
        Ok(())
    }
}

impl Keeper for Kept {
    fn ask(&mut self, _: Turn, court: CourtId, ask: &Ask) -> Result<(), String> {
        self.keep(Step::Ask(court, ask.clone()))
    }
    fn undo(&mut self, _: Turn, court: CourtId) -> Result<(), String> {
        self.keep(Step::Undo(court))
    }
    fn turn_ended(&mut self, _: Turn, moves: &[(CourtId, Ask)], hash: u64) -> Result<(), String> {
        let moves = moves.to_vec();
        self.keep(Step::TurnEnded { moves, hash })
    }
    fn vote(&mut self, _: Turn, court: CourtId, vote: &Vote) -> Result<(), String> {
        self.keep(Step::Voted(court, vote.clone()))
    }
    fn set(&mut self, _: Turn, given: &GivenNow) -> Result<(), String> {
        self.keep(Step::Set(given.clone()))
    }
}

/// A lesson that was left after two decisions goes on with the third.
#[test]
fn a_lesson_goes_on_another_day() {
    let book = book("jingkang");
    let how = Held::usual("jingkang_45");
    let kept = Kept::default();
    let mut first = session(&book, how.clone(), Box::new(kept.clone()));
    let mut lesson = Lesson::of(&first).expect("a lesson");
    let mut taken = Vec::new();
    while taken.len() < 2 {
        if *lesson.stage() == Stage::Vote {
            lesson.counting().expect("the vote is on").set(0, 20);
        }
        lesson.next(&mut first).expect("it is kept");
        if *lesson.stage() == Stage::Taken {
            let step = lesson.step(&first).expect("a step");
            taken.push(step.decision);
        }
    }
    let mut again = session(&book, how, Box::new(NoKeeper));
    for step in kept.0.lock().expect("nobody panicked").iter() {
        again.replay(step).expect("it goes as it went");
    }
    let voted: Vec<_> = again.votes().map(|(_, vote)| vote.decision).collect();
    assert_eq!(voted, taken);
    let mut lesson = Lesson::of(&again).expect("a lesson");
    let slide = lesson.slide(&again);
    assert!(words(&slide).contains("2 decisions of"), "{slide:?}");
    lesson.next(&mut again).expect("nothing is kept");
    assert!(matches!(lesson.stage(), Stage::Between | Stage::Who));
    let next = lesson.step(&again).expect("a step").decision;
    assert!(!taken.contains(&next));
    let plan = &book.lessons.iter().find(|p| p.id == "jingkang_45");
    let plan = plan.expect("the plan");
    assert_eq!(next, plan.steps[2].decision);
}

/// The votes stand though what was voted on is taken back.
#[test]
fn taking_back_leaves_the_vote() {
    let book = book("jingkang");
    let kept = Kept::default();
    let mut session = session(&book, Held::usual("jingkang_20"), Box::new(kept));
    let mut lesson = Lesson::of(&session).expect("a lesson");
    while *lesson.stage() != Stage::Taken {
        if *lesson.stage() == Stage::Vote {
            lesson.counting().expect("the vote is on").set(0, 20);
        }
        lesson.next(&mut session).expect("it is kept");
    }
    let court = lesson.court(&session);
    let asked = |session: &Session| {
        let steps = session.history().iter();
        steps.filter(|step| matches!(step, Step::Ask(..))).count()
    };
    let before = asked(&session);
    session.undo(court).expect("it is kept").expect("an ask");
    assert_eq!((asked(&session), session.votes().count()), (before - 1, 1));
}

/// The three rules for a tie, and what happens where nobody raised a hand.
#[test]
fn ties_are_decided_by_the_rule_that_was_chosen() {
    let engine = Engine::new(book("jingkang"), 7);
    let options: Vec<OptionId> = (0..3).map(OptionId::of).collect();
    let tie = |hands: [u16; 3]| {
        let mut tally = Tally::new(options.clone());
        for (row, n) in hands.into_iter().enumerate() {
            tally.set(row, n);
        }
        tally
    };
    let first_two = options[..2].to_vec();
    let even = tie([9, 9, 3]);
    let one = |option: usize, by| Decides::One(options[option], by);
    assert_eq!(
        tie([9, 10, 3]).decides(Tie::Again, &engine),
        one(1, DecidedBy::Hands)
    );
    assert_eq!(
        even.decides(Tie::Chair, &engine),
        Decides::Chair(first_two.clone())
    );
    assert_eq!(even.decides(Tie::Again, &engine), Decides::Again(first_two));
    let lot = even.decides(Tie::Lot, &engine);
    assert!(lot == one(0, DecidedBy::Lot) || lot == one(1, DecidedBy::Lot));
    assert_eq!(lot, even.decides(Tie::Lot, &engine), "drawn once");
    for rule in Tie::ALL {
        let none = tie([0, 0, 0]).decides(rule, &engine);
        assert_eq!(none, Decides::Chair(options.clone()), "{rule:?}");
    }
}

/// What is typed is what is counted.
#[test]
fn hands_are_typed_digit_by_digit() {
    let mut tally = Tally::new((0..2).map(OptionId::of));
    for digit in [1, 4] {
        tally.digit(digit);
    }
    tally.step(1);
    tally.digit(9);
    tally.digit(9);
    tally.rub_out();
    tally.step(5);
    assert_eq!((tally.row, tally.hands()), (1, 23));
    for _ in 0..5 {
        tally.digit(9);
    }
    assert_eq!(tally.rows[1].1, Some(999));
}

/// The odds are of the matter that was decided, and nothing of them is known before.
#[test]
fn the_odds_are_reckoned_after_the_vote_where_they_were_switched_on() {
    let book = book("jingkang");
    let how = Held {
        odds: true,
        ..Held::usual("jingkang_20")
    };
    let mut session = session(&book, how, Box::new(NoKeeper));
    let mut lesson = Lesson::of(&session).expect("a lesson");
    while *lesson.stage() != Stage::Taken {
        assert!(lesson.weighing(&session).is_none());
        if *lesson.stage() == Stage::Vote {
            lesson.counting().expect("the vote is on").set(0, 20);
        }
        lesson.next(&mut session).expect("nothing is kept");
    }
    let before = session.engine().hash();
    assert_eq!(lesson.odds(), Moved::Yes);
    let weighing = lesson.weighing(&session).expect("the matter");
    let stop = AtomicBool::new(false);
    let mut games = Vec::new();
    weighing.run(&stop, &mut |weighed| {
        games.push(weighed.games);
        assert!(weighed.point.options.iter().filter(|o| o.chosen).count() == 1);
        // Enough for a test.
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        lesson.weighed(weighed);
    });
    assert_eq!(games.len(), 1);
    assert!(words(&lesson.slide(&session)).contains("12 games after each course"));
    assert_eq!(session.engine().hash(), before, "the game is as it was");
}

struct Outdoors;

impl Outside for Outdoors {
    fn passed(&mut self) -> u32 {
        1_000
    }
    fn pages(&mut self, _: &Session) -> Result<Vec<String>, String> {
        Ok(vec!["Written: page.html".to_owned()])
    }
}

/// The terminal's lesson by plain lines: wrong ones are answered, and the record comes only after the vote.
#[test]
fn a_lesson_in_the_terminal() {
    let book = book("jingkang");
    let session = session(&book, Held::usual("jingkang_20"), Box::new(NoKeeper));
    let lesson = Lesson::of(&session).expect("a lesson");
    let plan = &book.lessons[lesson_at(&book)];
    let decision = &book.decisions[plan.steps[0].decision.index()];
    let courses = decision.options.len();
    let slides = "\n".repeat(6 + courses);
    let lines = format!(
        "help\nreveal\nback\n{slides}nonsense\nvote\nvote a b\npick 99\npick 1\nodds\nreveal\nback\ntime\nclock\nsay x\nvote 1 2\nquit\n"
    );
    let mut out = Vec::new();
    hold(
        session,
        lesson,
        &mut Outdoors,
        &mut Cursor::new(lines.into_bytes()),
        &mut out,
    )
    .expect("memory does not fail");
    let text = String::from_utf8(out).expect("text");
    assert!(text.contains("What was voted is voted."), "{text}");
    assert!(text.contains("is no command of a lesson"), "{text}");
    let vote = text.find("The chair decided").expect("it was picked");
    let told = text.find(decision.outcome.split(' ').next().expect("a word"));
    assert!(told.is_some());
    let early = &text[..vote];
    assert!(early.contains("The class decides first."), "{early}");
    assert!(!early.contains(&decision.outcome[..30]), "{early}");
    assert!(text.contains("clock stopped"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80));
}

fn lesson_at(book: &Scenario) -> usize {
    let at = book
        .lessons
        .iter()
        .position(|plan| plan.id == "jingkang_20");
    at.expect("the plan")
}
