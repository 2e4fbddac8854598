//! A game played as it is told: by whom, from which state, with which answers and orders, and towards what. A [`Plan`] has all that is needed
//! to play the same game again, and a text that a person can type.

use std::fmt;
use std::sync::Arc;

use super::branches::everybody;
use super::coverage::steer;
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::{Ask, Engine};
use crate::orders::OrderNow;
use crate::policy::{self, Kind};
use crate::rules::check;
use crate::rules::condition::Gap;
use crate::scenario::given::GivenNow;
use crate::scenario::model::{Cond, Scenario};

use super::coverage::Target;

/// A world to begin in that the scenario does not have: what is left when one thing is taken from a court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacks {
    /// Nothing in its treasury.
    Money,
    /// No army in the field.
    Army,
    /// Its sovereign is dead.
    Ruler,
}

impl Lacks {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Money, Self::Army, Self::Ruler];
    /// Its name in a plan.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Money => "no-money",
            Self::Army => "no-army",
            Self::Ruler => "no-ruler",
        }
    }
    /// As conditions on the first day.
    #[must_use]
    pub fn conditions(self, book: &Scenario, court: CourtId) -> Vec<Cond> {
        use crate::scenario::language::Good;
        let not = |cond| Cond::Not(Box::new(cond));
        match self {
            Self::Money => [
                Good::Gold,
                Good::Silver,
                Good::Silk,
                Good::Cash,
                Good::Grain,
            ]
            .into_iter()
            .map(|good| not(Cond::Treasury(court, good, 1)))
            .collect(),
            Self::Army => book
                .armies
                .iter()
                .enumerate()
                .filter(|(_, army)| army.court == court && army.stands)
                .map(|(n, _)| not(Cond::Stands(crate::base::ids::ArmyId::of(n))))
                .collect(),
            Self::Ruler => vec![not(Cond::Alive(book.courts[court.index()].ruler))],
        }
    }
}

/// A game as it is to be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its luck.
    pub seed: u64,
    /// Who plays the courts that may be played; the others are played as at any table.
    pub seats: Vec<(CourtId, Kind)>,
    /// What was taken from a court before it began.
    pub from: Option<(CourtId, Lacks)>,
    /// What holds on the first day beside that.
    pub given: Vec<Cond>,
    /// Answers given whenever their matter waits and they are open.
    pub answers: Vec<(DecisionId, OptionId)>,
    /// Other matters are answered in turn: with each seed the next of the options that are open, so that none is used less than another.
    pub in_turn: bool,
    /// Orders given on a turn before the court's own player acts.
    pub orders: Vec<(Turn, CourtId, OrderNow)>,
    /// What the courts' orders are bent to bring about.
    pub towards: Option<Target>,
}

impl Plan {
    /// Every court that may be played, by one policy, from the first day.
    #[must_use]
    pub fn of(book: &Scenario, kind: Kind, seed: u64) -> Self {
        Self {
            seed,
            seats: everybody(book, kind),
            from: None,
            given: Vec::new(),
            answers: Vec::new(),
            in_turn: kind == Kind::Random,
            orders: Vec::new(),
            towards: None,
        }
    }

    /// The game on its first day.
    ///
    /// # Errors
    /// With what nobody can set.
    pub fn begun(&self, book: &Arc<Scenario>) -> Result<Engine, Gap> {
        Ok(self.begun_with(book)?.0)
    }

    /// The same, with the values that were set by hand for it, in order; none where it begins as the scenario does.
    ///
    /// # Errors
    /// With what nobody can set.
    pub fn begun_with(&self, book: &Arc<Scenario>) -> Result<(Engine, Vec<GivenNow>), Gap> {
        let mut given = self.given.clone();
        if let Some((court, lacks)) = self.from {
            given.extend(lacks.conditions(book, court));
        }
        if given.is_empty() {
            return Ok((Engine::new(book.clone(), self.seed), Vec::new()));
        }
        Engine::given(book.clone(), self.seed, &given)
    }

    /// As it is typed.
    #[must_use]
    pub fn text(&self, book: &Scenario) -> String {
        Typed { plan: self, book }.to_string()
    }

    /// A plan as it was typed; or what cannot be read in it.
    ///
    /// # Errors
    /// With the word that means nothing.
    pub fn read(book: &Scenario, text: &str) -> Result<Self, String> {
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or_default();
        let bad = |word: &str| format!("`{word}` means nothing in a plan of `{}`", book.id);
        let (kind, seed) = first.rsplit_once(':').ok_or_else(|| bad(first))?;
        let seed = seed.parse().map_err(|_| bad(first))?;
        let kinds: Vec<Kind> = kind
            .split('+')
            .map(|name| Kind::of(name).ok_or_else(|| bad(name)))
            .collect::<Result<_, _>>()?;
        let mut plan = Self::of(book, kinds[0], seed);
        if kinds.len() > 1 {
            for ((_, seat), kind) in plan.seats.iter_mut().zip(&kinds) {
                *seat = *kind;
            }
            plan.in_turn = false;
        }
        for word in words {
            let (key, value) = word.split_once('=').ok_or_else(|| bad(word))?;
            match key {
                "from" => {
                    let from = value.split_once('-').and_then(|(court, lacks)| {
                        let lacks = Lacks::ALL.into_iter().find(|l| l.name() == lacks)?;
                        Some((book.court(court)?, lacks))
                    });
                    plan.from = Some(from.ok_or_else(|| bad(word))?);
                }
                "towards" => {
                    plan.towards = Some(Target::read(book, value).ok_or_else(|| bad(word))?);
                }
                "answer" => {
                    for one in value.split(',') {
                        plan.answers
                            .push(answer(book, one).ok_or_else(|| bad(one))?);
                    }
                }
                _ => return Err(bad(word)),
            }
        }
        Ok(plan)
    }
}

/// `night_raid/raid_now`.
pub(super) fn answer(book: &Scenario, text: &str) -> Option<(DecisionId, OptionId)> {
    let (decision, option) = text.split_once('/')?;
    let decision = book.decision(decision)?;
    let options = &book.decisions[decision.index()].options;
    let option = options.iter().position(|o| o.id == option)?;
    Some((decision, OptionId::of(option)))
}

struct Typed<'p> {
    plan: &'p Plan,
    book: &'p Scenario,
}

impl fmt::Display for Typed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plan, book } = self;
        let mut kinds: Vec<_> = plan.seats.iter().map(|(_, kind)| kind.name()).collect();
        if kinds.windows(2).all(|two| two[0] == two[1]) {
            kinds.truncate(1);
        }
        write!(f, "{}:{}", kinds.join("+"), plan.seed)?;
        if let Some((court, lacks)) = plan.from {
            write!(
                f,
                " from={}-{}",
                book.courts[court.index()].id,
                lacks.name()
            )?;
        }
        if let Some(target) = plan.towards {
            write!(f, " towards={}", target.name(book))?;
        }
        for (n, (decision, option)) in plan.answers.iter().enumerate() {
            let matter = &book.decisions[decision.index()];
            let sign = if n == 0 { " answer=" } else { "," };
            write!(
                f,
                "{sign}{}/{}",
                matter.id,
                matter.options[option.index()].id
            )?;
        }
        Ok(())
    }
}

/// Looks on while a game is played.
pub trait Watch {
    /// A turn is open, and nobody has acted in it.
    fn opened(&mut self, _engine: &Engine) {}
    /// A court asked for something, and it was done.
    fn asked(&mut self, _turn: Turn, _court: CourtId, _ask: &Ask) {}
    /// Everybody has acted, and the turn is about to be closed.
    fn acted(&mut self, _engine: &Engine) {}
    /// A turn was closed; the next is open, unless the game is over.
    fn closed(&mut self, _engine: &Engine) {}
}

/// Nobody looks on.
impl Watch for () {}

/// Plays a game to its end, or to the opening of a turn.
///
/// # Errors
/// With what nobody can set on the first day.
pub fn play(
    book: &Arc<Scenario>,
    plan: &Plan,
    until: Option<Turn>,
    watch: &mut dyn Watch,
) -> Result<Engine, Gap> {
    let mut engine = plan.begun(book)?;
    let mut players = policy::table(book, plan.seed, &plan.seats);
    while engine.ended().is_none() && until.is_none_or(|turn| engine.turn() < turn) {
        let turn = engine.turn();
        watch.opened(&engine);
        let told = answers(&engine, plan).into_iter().chain(
            plan.orders
                .iter()
                .filter(|(on, ..)| *on == turn)
                .map(|(_, court, order)| (*court, Ask::Order(order.clone()))),
        );
        submit(&mut engine, told.collect(), watch);
        let bent = steer::asks(&engine, plan.towards);
        submit(&mut engine, bent, watch);
        let last = plan.seats.iter().map(|(court, _)| court.index()).max();
        for (i, player) in players.iter_mut().enumerate() {
            let court = CourtId::of(i);
            for ask in policy::act(&mut engine, court, player.as_mut()) {
                watch.asked(turn, court, &ask);
            }
            if Some(i) == last {
                // An army that its own player has sent elsewhere is told again.
                let bent = steer::asks(&engine, plan.towards);
                submit(&mut engine, bent, watch);
            }
        }
        watch.acted(&engine);
        engine.end_turn();
        watch.closed(&engine);
    }
    Ok(engine)
}

fn submit(engine: &mut Engine, asks: Vec<(CourtId, Ask)>, watch: &mut dyn Watch) {
    let turn = engine.turn();
    for (court, ask) in asks {
        if engine.submit(court, &ask).is_ok() {
            watch.asked(turn, court, &ask);
        }
    }
}

/// The answers that the plan gives to what waits.
fn answers(engine: &Engine, plan: &Plan) -> Vec<(CourtId, Ask)> {
    let book = engine.book();
    let mut out = Vec::new();
    for (n, decision) in book.decisions.iter().enumerate() {
        let id = DecisionId::of(n);
        if !check::is_pending(engine.whole(), id) {
            continue;
        }
        let open: Vec<OptionId> = (0..decision.options.len())
            .map(OptionId::of)
            .filter(|o| check::choice(engine.whole(), decision.court, id, *o).is_ok())
            .collect();
        let told = plan
            .answers
            .iter()
            .find(|(d, o)| *d == id && open.contains(o))
            .map(|(_, o)| *o);
        let next = || {
            let seat = plan.seats.iter().any(|(court, _)| *court == decision.court);
            let at = usize::try_from(plan.seed).unwrap_or(0).wrapping_add(n);
            (plan.in_turn && seat && !open.is_empty()).then(|| open[at % open.len()])
        };
        if let Some(option) = told.or_else(next) {
            let ask = Ask::Choose {
                decision: id,
                option,
            };
            out.push((decision.court, ask));
        }
    }
    out
}
