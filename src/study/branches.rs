//! Games forked at a matter: one machinery for everything that asks what a choice changes.
//!
//! A *situation* is a matter of a game as it first waits before a court that sits. Each of its open options is given there, and from there
//! the same players play on with the same luck to the end of the game; the option that the court's own player gave needs no game of its
//! own, for the game itself is that branch. What comes before the matter is played once.

use std::sync::Arc;

use super::outcomes::{Came, Outcomes};
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::{Ask, Engine};
use crate::orders::OrderNow;
use crate::policy::{self, Kind, Player};
use crate::record::standing;
use crate::rules::check::{self, Refusal};
use crate::rules::condition::holds;
use crate::rules::state::snapshot::Opening;
use crate::scenario::model::{MOST_OPTIONS, Scenario};
use crate::view::View;

/// Everybody who plays, by court.
pub type Players = Vec<Box<dyn Player + Send>>;

/// Every court that may be played, with the same policy.
#[must_use]
pub fn everybody(book: &Scenario, kind: Kind) -> Vec<(CourtId, Kind)> {
    (0..book.courts.len())
        .map(CourtId::of)
        .filter(|c| book.courts[c.index()].playable)
        .map(|c| (c, kind))
        .collect()
}

/// The engines that one thread keeps from game to game: a game that begins in the place of another costs less than one in a new world.
#[derive(Debug, Default)]
pub struct Desk {
    game: Option<Engine>,
    here: Option<Engine>,
    /// Branches of it, as many as were ever played side by side.
    branches: Vec<Engine>,
    /// Games that are played side by side.
    pub(super) abreast: Vec<Engine>,
}

impl Desk {
    /// A game that begins here.
    pub fn begin(&mut self, opening: &Opening, seed: u64) -> &mut Engine {
        match &mut self.game {
            Some(engine) => engine.start_again(opening, seed),
            None => self.game = Some(Engine::at(opening, seed)),
        }
        self.game.get_or_insert_with(|| Engine::at(opening, seed))
    }

    /// The game that was played last.
    #[must_use]
    pub const fn game(&self) -> Option<&Engine> {
        self.game.as_ref()
    }

    /// A game that goes on from where another stands.
    pub fn branch_of(&mut self, other: &Engine) -> &mut Engine {
        nth(&mut self.branches, 0, other)
    }
}

/// Puts a game like another in the nth slot, which is one of those there are or the next.
fn nth<'e>(slots: &'e mut Vec<Engine>, n: usize, other: &Engine) -> &'e mut Engine {
    if let Some(engine) = slots.get_mut(n) {
        engine.go_on_from(other);
    } else {
        slots.push(other.fork());
    }
    &mut slots[n]
}

/// Puts a game like another in a slot.
fn placed<'e>(slot: &'e mut Option<Engine>, other: &Engine) -> &'e mut Engine {
    match slot {
        Some(engine) => {
            engine.go_on_from(other);
            engine
        }
        None => slot.insert(other.fork()),
    }
}

/// What is asked of each game.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The outcomes that are looked at.
    pub outcomes: Outcomes,
    /// The options that are given, one bit each, for every decision; a decision with fewer than two is not asked about.
    pub options: Vec<u8>,
    /// Whether what the voices of a matter expected is put to the test after each option, taken or not.
    pub voices: bool,
    /// Whether the option that was given is played once more as a branch, and every end hashed: for whoever wants to see that the game itself
    /// is that branch.
    pub again: bool,
}

impl Asked {
    /// All options of all decisions before courts that may be played.
    #[must_use]
    pub fn all(book: &Scenario, outcomes: Outcomes) -> Self {
        let options = book.decisions.iter().map(|decision| {
            let playable = book.courts[decision.court.index()].playable;
            let count = decision.options.len().min(MOST_OPTIONS);
            if playable {
                !(u8::MAX.checked_shl(count as u32).unwrap_or(0))
            } else {
                0
            }
        });
        Self {
            outcomes,
            options: options.collect(),
            voices: false,
            again: false,
        }
    }

    /// The same of one decision.
    #[must_use]
    pub fn only(mut self, decision: DecisionId) -> Self {
        for (n, options) in self.options.iter_mut().enumerate() {
            if n != decision.index() {
                *options = 0;
            }
        }
        self
    }
}

/// What a branch came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Which outcomes came about.
    pub came: Came,
    /// How the court that decided stood at the end, points.
    pub standing: i32,
    /// The voices that were heard in the council, each with whether what it expected came true on its day, if that day came.
    pub voices: Vec<(u8, bool)>,
    /// The hash of its last state, if somebody wants to know.
    pub hash: Option<u64>,
}

/// A matter of a game as it first waits, and what each option led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Which.
    pub decision: DecisionId,
    /// The option that the court's own player gave there, if he gave one.
    pub answered: Option<OptionId>,
    /// What each option led to; none for one that was closed or not asked for.
    pub ends: Vec<Option<End>>,
}

/// A player who answers one matter as he is told, this once.
struct Told<'p> {
    inner: &'p mut (dyn Player + Send),
    answer: (DecisionId, OptionId),
}

impl Player for Told<'_> {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        let mut out = self.inner.choices(view);
        // In its own place among the answers: another matter of the same day may say otherwise after it, and would with anybody.
        match out.iter_mut().find(|(d, _)| *d == self.answer.0) {
            Some(answer) => *answer = self.answer,
            None => out.push(self.answer),
        }
        out
    }
    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        self.inner.orders(view)
    }
    fn refused(&mut self, view: &View<'_>, ask: &Ask, refusal: &Refusal) {
        self.inner.refused(view, ask, refusal);
    }
    fn fork(&self) -> Box<dyn Player + Send> {
        self.inner.fork()
    }
}

/// The options of a matter that are open now, one bit each.
#[must_use]
pub fn open_options(engine: &Engine, decision: DecisionId) -> u8 {
    let matter = &engine.book().decisions[decision.index()];
    (0..matter.options.len().min(MOST_OPTIONS))
        .filter(|n| check::choice(engine.whole(), matter.court, decision, OptionId::of(*n)).is_ok())
        .fold(0, |bits, n| bits | 1 << n)
}

/// What the voices of matters expected, put to the test on their days.
pub(super) type Tested = Vec<(DecisionId, u8, bool)>;

/// Closes a turn and opens the next, and notes which voices were right that were due in it.
fn end_turn(engine: &mut Engine, tested: Option<&mut Tested>) {
    let Some(tested) = tested else {
        engine.end_turn();
        return;
    };
    let book = engine.book().clone();
    let turn = engine.turn();
    let (day, next) = (book.day(turn), book.days[usize::from(turn.0) + 1]);
    engine.end_turn_seen(|game| {
        for (decision, voice) in game.expected(day, next) {
            if game.first_laying(decision).was_heard(usize::from(voice)) {
                let said = &book.decisions[decision.index()].voices[usize::from(voice)];
                tested.push((decision, voice, holds(game, &said.expected)));
            }
        }
    });
}

/// Plays a game on from where it stands in the middle of a turn: the courts from this one act, and then all of them turn by turn.
pub(super) fn play_on(
    engine: &mut Engine,
    players: &mut Players,
    from: usize,
    mut tested: Option<&mut Tested>,
) {
    let mut first = from;
    while engine.ended().is_none() {
        for (i, player) in players.iter_mut().enumerate().skip(first) {
            policy::act_told(engine, CourtId::of(i), player.as_mut(), |_| {});
        }
        first = 0;
        end_turn(engine, tested.as_deref_mut());
    }
}

/// A branch that is being played.
struct Branch {
    /// Which of the situations that were found it is of, and the option that was given there.
    of: (usize, OptionId),
    players: Players,
    tested: Option<Tested>,
}

/// The same for branches, side by side: what one needs of the machine is at hand for the next.
fn play_abreast(engines: &mut [Engine], branches: &mut [Branch], from: usize) {
    let courts = branches.first().map_or(0, |branch| branch.players.len());
    let mut first = from;
    while engines.iter().any(|engine| engine.ended().is_none()) {
        for i in first..courts {
            for (engine, branch) in engines.iter_mut().zip(&mut *branches) {
                policy::act_told(engine, CourtId::of(i), branch.players[i].as_mut(), |_| {});
            }
        }
        first = 0;
        if branches.iter().all(|branch| branch.tested.is_none()) {
            Engine::end_turns(engines);
            continue;
        }
        for (engine, branch) in engines.iter_mut().zip(&mut *branches) {
            if engine.ended().is_none() {
                end_turn(engine, branch.tested.as_mut());
            }
        }
    }
}

/// What a game that is over came to, for the court of a matter.
fn end(engine: &Engine, asked: &Asked, decision: DecisionId, tested: &Tested) -> End {
    let court = engine.book().decisions[decision.index()].court;
    End {
        came: asked.outcomes.came(engine),
        standing: standing::total(engine, court),
        voices: tested
            .iter()
            .filter(|(of, ..)| *of == decision)
            .map(|(_, voice, so)| (*voice, *so))
            .collect(),
        hash: asked.again.then(|| engine.hash()),
    }
}

/// Plays a game and every branch of it that is asked for; its situations as they came up. The game as it ended stands on the desk.
#[must_use]
pub fn situations(
    desk: &mut Desk,
    opening: &Opening,
    seed: u64,
    seats: &[(CourtId, Kind)],
    asked: &Asked,
) -> Vec<Situation> {
    desk.begin(opening, seed);
    let Desk {
        game,
        here,
        branches: slots,
        ..
    } = desk;
    let Some(engine) = game else {
        return Vec::new();
    };
    let book: Arc<Scenario> = engine.book().clone();
    let mut players = policy::table(&book, seed, seats);
    let mut seen = vec![false; book.decisions.len()];
    let mut tested: Option<Tested> = asked.voices.then(Vec::new);
    let mut found: Vec<Situation> = Vec::new();
    while engine.ended().is_none() {
        for i in 0..players.len() {
            let court = CourtId::of(i);
            let waiting = waiting(engine, court, asked, &mut seen);
            if waiting.is_empty() {
                policy::act(engine, court, players[i].as_mut());
                continue;
            }
            let before: Players = players.iter().map(|player| player.fork()).collect();
            let here = placed(here, engine);
            let done = policy::act(engine, court, players[i].as_mut());
            let mut branches: Vec<Branch> = Vec::new();
            for (decision, open) in waiting {
                let answered = done.iter().find_map(|ask| match ask {
                    Ask::Choose {
                        decision: d,
                        option,
                    } if *d == decision => Some(*option),
                    _ => None,
                });
                let options = book.decisions[decision.index()].options.len();
                for option in (0..options).map(OptionId::of) {
                    if open >> option.index() & 1 == 0 || (answered == Some(option) && !asked.again)
                    {
                        continue;
                    }
                    let branch = nth(slots, branches.len(), here);
                    let mut players: Players = before.iter().map(|player| player.fork()).collect();
                    let mut told = Told {
                        inner: players[i].as_mut(),
                        answer: (decision, option),
                    };
                    let given = policy::act(branch, court, &mut told);
                    // Another answer of the same day may have closed it.
                    if given.contains(&Ask::Choose { decision, option }) {
                        branches.push(Branch {
                            of: (found.len(), option),
                            players,
                            tested: asked.voices.then(Vec::new),
                        });
                    }
                }
                found.push(Situation {
                    decision,
                    answered,
                    ends: vec![None; options],
                });
            }
            let engines = &mut slots[..branches.len()];
            play_abreast(engines, &mut branches, i + 1);
            for (engine, branch) in engines.iter().zip(branches) {
                let (situation, option) = (&mut found[branch.of.0], branch.of.1);
                let tested = branch.tested.unwrap_or_default();
                situation.ends[option.index()] =
                    Some(end(engine, asked, situation.decision, &tested));
            }
        }
        end_turn(engine, tested.as_mut());
    }
    if !asked.again {
        let tested = tested.unwrap_or_default();
        for situation in &mut found {
            if let Some(option) = situation.answered {
                let open = asked.options[situation.decision.index()] >> option.index() & 1 == 1;
                situation.ends[option.index()] =
                    open.then(|| end(engine, asked, situation.decision, &tested));
            }
        }
    }
    found
}

/// The matters that wait for the first time before a court that acts now, and are asked about, each with the options that are asked for and
/// open; those with fewer than two are left out.
fn waiting(
    engine: &Engine,
    court: CourtId,
    asked: &Asked,
    seen: &mut [bool],
) -> Vec<(DecisionId, u8)> {
    let view = engine.view(court);
    if engine.ended().is_some() || !view.realm().stands || !view.in_session() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for decision in view.pending() {
        let n = decision.index();
        if std::mem::replace(&mut seen[n], true) {
            continue;
        }
        let open = open_options(engine, decision) & asked.options[n];
        if open.count_ones() > 1 {
            out.push((decision, open));
        }
    }
    out
}
