//! The stage set up for one test: its names, a scene, and what happens in it.

use std::sync::{Arc, LazyLock};

use rivers_and_mountains::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, OptionId, PersonId, PlaceId, PostId,
};
use rivers_and_mountains::events::{Event, MenAccount, Stat, Task, Why};
use rivers_and_mountains::orders::OrderNow;
use rivers_and_mountains::rules::check::{self, Refusal};
use rivers_and_mountains::rules::state::snapshot::Snapshot;
use rivers_and_mountains::rules::state::{Game, Kept};
use rivers_and_mountains::rules::{effects, execute};
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::{Cond, Eff, Scenario};

use crate::common;

static BOOK: LazyLock<Scenario> = LazyLock::new(|| {
    let files = common::stage();
    load("stage.ron", &files)
        .unwrap_or_else(|list| panic!("{}", common::told(&list, &files)))
        .scenario
});

/// The stage as it is written.
pub(crate) fn book() -> Scenario {
    BOOK.clone()
}
pub(crate) fn court(id: &str) -> CourtId {
    BOOK.court(id).expect(id)
}
pub(crate) fn song() -> CourtId {
    court("song")
}
pub(crate) fn jin() -> CourtId {
    court("jin")
}
pub(crate) fn place(id: &str) -> PlaceId {
    BOOK.place(id).expect(id)
}
pub(crate) fn army(id: &str) -> ArmyId {
    BOOK.army(id).expect(id)
}
pub(crate) fn person(id: &str) -> PersonId {
    BOOK.person(id).expect(id)
}
pub(crate) fn post(id: &str) -> PostId {
    BOOK.post(id).expect(id)
}
pub(crate) fn draft(id: &str) -> DraftId {
    BOOK.draft(id).expect(id)
}
pub(crate) fn decision(id: &str) -> DecisionId {
    BOOK.decision(id).expect(id)
}

/// A matter of each court whose first option a test may fill with what it likes.
pub(crate) fn matter_of(court: CourtId) -> DecisionId {
    decision(if court == song() {
        "stay_or_go"
    } else {
        "ask_for_the_north"
    })
}

/// One scene.
pub(crate) struct Stage {
    kept: Kept,
}

impl Stage {
    /// The first morning of the stage, before anything befell.
    pub(crate) fn new() -> Self {
        Self::with(1, |_| {})
    }

    /// The same under a seed, with something changed.
    pub(crate) fn with(seed: u64, change: impl FnOnce(&mut Scenario)) -> Self {
        let mut book = book();
        change(&mut book);
        let opening = Snapshot::opening(&book);
        Self {
            kept: Kept::from_snapshot(Arc::new(book), seed, &opening, Vec::new()),
        }
    }

    /// A scene in which the first option of a matter of this court does these things.
    pub(crate) fn deciding(seed: u64, court: CourtId, does: Vec<Eff>) -> Self {
        Self::deciding_with(seed, court, does, |_| {})
    }

    pub(crate) fn deciding_with(
        seed: u64,
        court: CourtId,
        does: Vec<Eff>,
        change: impl FnOnce(&mut Scenario),
    ) -> Self {
        let matter = matter_of(court);
        let mut stage = Self::with(seed, |book| {
            let decision = &mut book.decisions[matter.index()];
            decision.when = Cond::Always;
            decision.options[0].needs = Cond::Always;
            decision.options[0].effects = does;
            // Nobody argues, and the course is neither here nor there: only what is put in happens.
            decision.options[0].temper = 0;
            decision.voices.clear();
            change(book);
        });
        stage.given(Event::Laid {
            decision: matter,
            again: false,
        });
        stage
    }

    /// How things stand.
    pub(crate) fn game(&self) -> &Game<'_> {
        self.kept.game()
    }

    /// Something that happened before the test.
    pub(crate) fn given(&mut self, event: Event) {
        self.kept.change(|game| {
            game.emit(event);
            game.turn_the_page(&mut Vec::new());
        });
    }

    /// The army stands there.
    pub(crate) fn at(&mut self, id: &str, at: &str) {
        self.given(Event::Reached {
            army: army(id),
            place: place(at),
        });
    }

    /// The army stands there, about this.
    pub(crate) fn about(&mut self, id: &str, task: Task, at: &str) {
        self.at(id, at);
        self.given(Event::Tasked {
            army: army(id),
            task,
            goal: place(at),
        });
    }

    /// A number is moved.
    pub(crate) fn moved(&mut self, stat: Stat, by: i32) {
        self.given(Event::Stat {
            stat,
            by,
            why: Why::Time,
        });
    }

    /// Men go home.
    pub(crate) fn sent_home(&mut self, from: MenAccount, men: u32) {
        self.given(Event::Men {
            from,
            to: MenAccount::Home,
            men,
        });
    }

    /// So many xun pass in which nothing happens.
    pub(crate) fn xun(&mut self, n: u16) {
        for _ in 0..n {
            self.given(Event::TurnEnded);
        }
    }

    /// What happens while this runs.
    pub(crate) fn run(&mut self, phase: impl FnOnce(&mut Game<'_>)) -> Vec<Event> {
        self.kept.change(|game| {
            game.turn_the_page(&mut Vec::new());
            phase(game);
            game.events_now().to_vec()
        })
    }

    /// What happens when the order is given; it must be lawful.
    pub(crate) fn order(&mut self, court: CourtId, order: &OrderNow) -> Vec<Event> {
        check::order(self.game(), court, order)
            .unwrap_or_else(|refusal| panic!("{order:?}: {refusal:?}"));
        self.run(|game| execute::order(game, court, order))
    }

    /// Why the order is refused.
    pub(crate) fn refusal(&self, court: CourtId, order: &OrderNow) -> Refusal {
        check::order(self.game(), court, order).expect_err("it is refused")
    }

    /// What happens when the court takes the first option of its matter.
    pub(crate) fn choose(&mut self, court: CourtId) -> Vec<Event> {
        let (matter, option) = (matter_of(court), OptionId(0));
        check::choice(self.game(), court, matter, option)
            .unwrap_or_else(|refusal| panic!("{refusal:?}"));
        self.run(|game| effects::choose(game, matter, option))
    }
}

/// The event of taking the first option.
pub(crate) fn chose(court: CourtId) -> Event {
    Event::Chose {
        decision: matter_of(court),
        option: OptionId(0),
    }
}

/// Why a number moved by that choice.
pub(crate) fn by_choice(court: CourtId) -> Why {
    Why::Choice(matter_of(court), OptionId(0))
}

/// The first of two hundred seeds for which something comes about.
pub(crate) fn some_seed<T>(mut of: impl FnMut(u64) -> Option<T>) -> T {
    (0..200)
        .find_map(&mut of)
        .expect("it comes about under some seed")
}

pub(crate) fn men(from: MenAccount, to: MenAccount, men: u32) -> Event {
    Event::Men { from, to, men }
}
pub(crate) fn stat(stat: Stat, by: i32, why: Why) -> Event {
    Event::Stat { stat, by, why }
}
