//! Players that are not people. They see a game through a [`View`](crate::view::View) and through nothing else, and ask for what a person could ask for.
//!
//! * [`record`] — the documented choices and marches
//! * [`counsel`] — what that court would plausibly do, by the [`temper`] of those it listens to
//! * [`planner`] — looks ahead in games as the court imagines them; [`courses`] — what it thinks of
//! * `towns` — powder and breaches, as every counsel looks after them
//! * [`random`] — any lawful thing

pub mod counsel;
pub mod courses;
mod land;
pub mod planner;
pub mod random;
pub mod record;
pub mod temper;
mod towns;

use std::borrow::Cow;

use counsel::Counsel;
use temper::Temper;

use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::{Ask, Engine};
use crate::orders::OrderNow;
use crate::rules::check::Refusal;
use crate::scenario::model::Scenario;
use crate::view::View;

/// Which policy plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The documented choices and marches.
    Record,
    /// A plausible court, in some games one in which the cautious or the bold prevail.
    Counsel,
    /// A plausible court in which the cautious prevail.
    CounselCautious,
    /// A plausible court in which the bold prevail.
    CounselBold,
    /// Looks ahead, with so many imagined games for each course it weighs.
    Planner(u16),
    /// Any lawful thing.
    Random,
}

/// How many imagined games the planner plays for each course where nobody says: a game of Jingkang then takes some seconds.
pub const GAMES: u16 = 4;
/// More imagined games than this would not end in an afternoon.
pub const MOST_GAMES: u16 = 1_000;
/// What stands between the planner's name and the number of its games.
const PLANNER_GAMES: &str = "planner:games=";

impl Kind {
    /// Every policy, for messages.
    pub const ALL: [Self; 6] = [
        Self::Record,
        Self::Counsel,
        Self::CounselCautious,
        Self::CounselBold,
        Self::Planner(GAMES),
        Self::Random,
    ];
    /// Its name on the command line and in a journal.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Record => "record",
            Self::Counsel => "counsel",
            Self::CounselCautious => "counsel-cautious",
            Self::CounselBold => "counsel-bold",
            Self::Planner(GAMES) => "planner",
            Self::Planner(games) => return Cow::Owned(format!("{PLANNER_GAMES}{games}")),
            Self::Random => "random",
        })
    }
    /// The policy of this name. The planner's may be followed by how many games it imagines: `planner:games=16`.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        if let Some(games) = name.strip_prefix(PLANNER_GAMES) {
            let games = games.parse().ok()?;
            return (1..=MOST_GAMES)
                .contains(&games)
                .then_some(Self::Planner(games));
        }
        Self::ALL.into_iter().find(|k| k.name() == name)
    }
    /// Whether it goes by what the court was ever told, of which only a whole chronicle knows.
    #[must_use]
    pub const fn goes_by_old_news(self) -> bool {
        matches!(self, Self::Planner(_))
    }
    /// A player of this kind for a court.
    #[must_use]
    pub fn player(self, book: &Scenario, court: CourtId, seed: u64) -> Box<dyn Player + Send> {
        match self {
            Self::Record => Box::new(record::Record::new(book, court, seed)),
            Self::Counsel => Box::new(Counsel::drawn(book, seed, court)),
            Self::CounselCautious => Box::new(Counsel::with(seed, Temper::Cautious)),
            Self::CounselBold => Box::new(Counsel::with(seed, Temper::Bold)),
            Self::Planner(games) => Box::new(planner::Planner::new(seed, games)),
            Self::Random => Box::new(random::Random::new(seed)),
        }
    }
}

/// A player. Each turn it answers the matters before its court, then gives its orders.
pub trait Player {
    /// Its answers to the matters that wait, in the order they are to be given. A matter may be left to wait.
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)>;
    /// Its orders, in the order they are to be given.
    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow>;
    /// It is told what was refused.
    fn refused(&mut self, _view: &View<'_>, _ask: &Ask, _refusal: &Refusal) {}
    /// What it has to say about itself at the end: the record line's departures. Nobody hears of those of most games: they are put in words when asked for.
    fn log(&self) -> Vec<String> {
        Vec::new()
    }
    /// A second player who goes on from here by himself, and remembers what this one does.
    fn fork(&self) -> Box<dyn Player + Send>;
}

/// Lets one player act for one court this turn. Returns what was done, in order.
pub fn act(engine: &mut Engine, court: CourtId, player: &mut dyn Player) -> Vec<Ask> {
    let mut done = Vec::new();
    act_told(engine, court, player, |ask| done.push(ask));
    done
}

/// The same; what is done is told as it is done, to whoever wants to know.
pub fn act_told(
    engine: &mut Engine,
    court: CourtId,
    player: &mut dyn Player,
    mut done: impl FnMut(Ask),
) {
    let view = engine.view(court);
    if !view.realm().stands || !view.in_session() || engine.ended().is_some() {
        return;
    }
    for (decision, option) in player.choices(&engine.view(court)) {
        let choice = Ask::Choose { decision, option };
        try_ask(engine, court, player, choice, &mut done);
    }
    for order in player.orders(&engine.view(court)) {
        try_ask(engine, court, player, Ask::Order(order), &mut done);
    }
}

fn try_ask(
    engine: &mut Engine,
    court: CourtId,
    player: &mut dyn Player,
    ask: Ask,
    done: &mut impl FnMut(Ask),
) {
    match engine.submit(court, &ask) {
        Ok(()) => done(ask),
        Err(refusal) => player.refused(&engine.view(court), &ask, &refusal),
    }
}

/// The players of every court: those named, and `counsel` for all the others. Where all who are named go by the record, so does
/// every other court of which marches are documented: it is then the record of the war that is played, not of two sides of it.
#[must_use]
pub fn table(book: &Scenario, seed: u64, named: &[(CourtId, Kind)]) -> Vec<Box<dyn Player + Send>> {
    let recorded = !named.is_empty() && named.iter().all(|(_, kind)| *kind == Kind::Record);
    let others = |court: CourtId| {
        if recorded && book.record.iter().any(|dated| dated.court == court) {
            Kind::Record
        } else {
            Kind::Counsel
        }
    };
    (0..book.courts.len())
        .map(CourtId::of)
        .map(|court| {
            let kind = named
                .iter()
                .find(|(c, _)| *c == court)
                .map_or_else(|| others(court), |(_, k)| *k);
            kind.player(book, court, seed)
        })
        .collect()
}

/// Plays a game to its end. `players` has one player for each court, in order.
pub fn play_out(engine: &mut Engine, players: &mut [Box<dyn Player + Send>]) {
    play_until(engine, players, Turn(u16::MAX));
}

/// Plays a game up to the opening of a turn, or to its end. `players` has one player for each court, in order.
pub fn play_until(engine: &mut Engine, players: &mut [Box<dyn Player + Send>], until: Turn) {
    while engine.ended().is_none() && engine.turn() < until {
        for (i, player) in players.iter_mut().enumerate() {
            act_told(engine, CourtId::of(i), player.as_mut(), |_| {});
        }
        engine.end_turn();
    }
}
