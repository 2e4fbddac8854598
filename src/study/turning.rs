//! The turning points of one game, and how lucky it was.
//!
//! * From each matter that a person answered every option that was open is given, with many draws of luck from there on, the same for each
//!   option; the rest is played by policies. What the options' odds differ by is what the choice weighed.
//! * The game's own odds come from other games with other luck in which the persons' courts do what they did: they give the same answers as
//!   long after a matter is laid, and the same orders on the same turns, as far as they can; a matter that was never laid in the game itself
//!   is answered by the policy. What came of the game, less its own odds, is luck.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::branches::{Desk, Players, open_options, play_on};
use super::odds::{Pairs, mean_tenths, share};
use super::outcomes::{Came, Outcomes};
use super::results::{
    About, Headline, Luck, OptionOdds, Points, StandingLuck, Turning, TurningPoint,
};
use super::run::{Line, Study};
use super::spread::{Counts, count, merge, quantiles};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::{Ask, Engine};
use crate::policy::{self, Kind};
use crate::record::standing;
use crate::rules::check;
use crate::scenario::model::Scenario;

/// For each decision that was laid before a person: after how many xun each laying was answered, and how; no option for one that lapsed.
type Answers = BTreeMap<DecisionId, Vec<(u16, Option<OptionId>)>>;

/// What parts the draws from the seeds that people play.
const DRAWS: u64 = 0x1AC4_0000_0000;

/// A matter as it lay before a person who is about to answer it.
#[derive(Debug)]
pub struct Moment {
    /// The game, before the answer.
    pub engine: Engine,
    /// The matter.
    pub decision: DecisionId,
    /// What was answered.
    pub chose: OptionId,
}

/// A game that was played, as it is looked at.
pub struct Game<'g> {
    /// As it stands now.
    pub engine: &'g Engine,
    /// The courts that persons played.
    pub persons: Vec<CourtId>,
    /// Who played the others.
    pub seats: Vec<(CourtId, Kind)>,
    /// What the persons' courts asked for, turn by turn, less what was taken back.
    pub asks: Vec<Vec<(CourtId, Ask)>>,
    /// Every matter that a person answered.
    pub moments: Vec<Moment>,
    /// The same game on its first day, with other luck.
    pub begin: &'g (dyn Fn(u64) -> Engine + Sync),
}

/// The turning points of a game.
pub struct Turnings<'g> {
    game: Game<'g>,
    book: Arc<Scenario>,
    /// Who plays on after a matter.
    by: Kind,
    outcomes: Outcomes,
    answers: Answers,
}

/// What is known from any number of draws.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    draws: u64,
    came: Vec<u64>,
    standings: Vec<Counts>,
    points: Vec<Vec<OfOption>>,
}

/// What is known of an option of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct OfOption {
    open: bool,
    standing: i64,
    against: Vec<Pairs>,
}

/// How the answers of the persons were timed.
fn answers(game: &Game<'_>) -> Answers {
    let mut out = Answers::new();
    let book = game.engine.book();
    for (n, decision) in book.decisions.iter().enumerate() {
        if !game.persons.contains(&decision.court) {
            continue;
        }
        let id = DecisionId::of(n);
        for matter in game.engine.whole().layings(id) {
            let Some(laid) = matter.laid else {
                continue;
            };
            let waited = matter.closed.map_or(u16::MAX, |closed| closed.0 - laid.0);
            out.entry(id).or_default().push((waited, matter.chose));
        }
    }
    out
}

impl<'g> Turnings<'g> {
    /// Those of a game; after a matter the persons' courts are played by `by`, and the others by who played them.
    #[must_use]
    pub fn new(game: Game<'g>, by: Kind) -> Self {
        let book = game.engine.book().clone();
        Self {
            answers: answers(&game),
            outcomes: Outcomes::of(&book),
            book,
            by,
            game,
        }
    }

    /// Everybody who plays on.
    fn players(&self, luck: u64) -> Players {
        let persons = self.game.persons.iter().map(|court| (*court, self.by));
        let seats: Vec<_> = persons.chain(self.game.seats.iter().copied()).collect();
        policy::table(&self.book, luck, &seats)
    }

    /// Plays the game again with other luck, the persons' courts doing what they did. With the luck that it had it is the game itself.
    #[must_use]
    pub fn again(&self, luck: u64) -> Engine {
        let mut engine = (self.game.begin)(luck);
        let mut players = self.players(luck);
        while engine.ended().is_none() {
            let Some(asks) = self.game.asks.get(usize::from(engine.turn().0)) else {
                play_on(&mut engine, &mut players, 0, None);
                break;
            };
            for (court, ask) in asks {
                let _ = engine.submit(*court, ask);
            }
            for court in &self.game.persons {
                self.answer(&mut engine, *court, &mut players);
            }
            for (i, player) in players.iter_mut().enumerate() {
                let court = CourtId::of(i);
                if !self.game.persons.contains(&court) {
                    policy::act(&mut engine, court, player.as_mut());
                }
            }
            engine.end_turn();
        }
        engine
    }

    /// Answers what waits before a person's court and was not answered on this very turn: as long after it was laid as it was then; what was
    /// never laid then, as the policy would.
    fn answer(&self, engine: &mut Engine, court: CourtId, players: &mut Players) {
        let pending: Vec<DecisionId> = engine.view(court).pending().collect();
        let mut new = false;
        for decision in pending {
            let laying = engine.whole().layings(decision).count().saturating_sub(1);
            let Some(all) = self.answers.get(&decision) else {
                new = true;
                continue;
            };
            let Some((waited, Some(option))) = all.get(laying).or(all.last()) else {
                continue;
            };
            let laid = engine.whole().tables().matters[decision.index()].laid;
            if laid.is_some_and(|laid| engine.turn().0 >= laid.0.saturating_add(*waited)) {
                let option = *option;
                let _ = engine.submit(court, &Ask::Choose { decision, option });
            }
        }
        if new && engine.view(court).in_session() {
            let given = players[court.index()].choices(&engine.view(court));
            for (decision, option) in given {
                if !self.answers.contains_key(&decision) {
                    let _ = engine.submit(court, &Ask::Choose { decision, option });
                }
            }
        }
    }

    /// What is known, with the scenario's names.
    #[must_use]
    pub fn told(&self, about: About, sums: &Sums) -> Turning {
        let (headlines, points) = self.weighed(sums);
        let engine = self.game.engine;
        let over = engine.ended().is_some();
        let came = self.outcomes.came(engine);
        let luck = headlines
            .iter()
            .zip(&sums.came)
            .enumerate()
            .map(|(n, (headline, times))| {
                let odds = share(*times, sums.draws);
                let whole = if came.so(n) { Points::WHOLE } else { Points(0) };
                Luck {
                    headline: headline.id.clone(),
                    happened: came.so(n),
                    odds,
                    luck: Points(whole.0 - odds.share.0),
                }
            });
        let standings = self
            .game
            .persons
            .iter()
            .zip(&sums.standings)
            .map(|(court, others)| {
                let points = i64::from(standing::total(engine, *court));
                StandingLuck {
                    court: self.book.courts[court.index()].id.clone(),
                    name: self.book.courts[court.index()].name.clone(),
                    points,
                    better_than: better_than(points, others),
                    others: quantiles(others),
                }
            });
        let mut told = Turning {
            about,
            policy: self.by.name().into_owned(),
            seed: engine.seed(),
            over,
            luck: Vec::new(),
            standings: Vec::new(),
            points,
            headlines: headlines.clone(),
        };
        if over {
            told.luck = luck.collect();
            told.standings = standings.collect();
        }
        told
    }

    /// The outcomes that are looked at, and what is known of each matter.
    #[must_use]
    pub fn weighed(&self, sums: &Sums) -> (Vec<Headline>, Vec<TurningPoint>) {
        let headlines = self.outcomes.named(&self.book);
        let moments = self.game.moments.iter().zip(&sums.points);
        let points = moments
            .map(|(moment, of)| self.point(moment, of, sums.draws, &headlines))
            .collect();
        (headlines, points)
    }

    fn point(
        &self,
        moment: &Moment,
        of: &[OfOption],
        draws: u64,
        headlines: &[Headline],
    ) -> TurningPoint {
        let decision = &self.book.decisions[moment.decision.index()];
        let options: Vec<OptionOdds> = decision
            .options
            .iter()
            .zip(of)
            .enumerate()
            .filter(|(_, (_, of))| of.open)
            .map(|(n, (option, of))| {
                let chosen = moment.chose.index() == n;
                let pairs = headlines.iter().zip(&of.against);
                OptionOdds {
                    id: option.id.clone(),
                    label: option.label.clone(),
                    chosen,
                    documented: decision.chose.index() == n,
                    odds: of
                        .against
                        .iter()
                        .map(|pairs| share(pairs.both + pairs.only_changed, pairs.pairs))
                        .collect(),
                    standing_tenths: mean_tenths(of.standing, draws),
                    shifts: pairs
                        .filter(|_| !chosen)
                        .map(|(headline, pairs)| pairs.shift(&headline.id))
                        .collect(),
                }
            })
            .collect();
        let shifts = options.iter().flat_map(|option| &option.shifts);
        let weight = shifts
            .filter(|s| s.verdict.is_sure())
            .map(|s| s.by.0.abs())
            .max();
        TurningPoint {
            turn: moment.engine.turn().0,
            day: moment.engine.day().to_string(),
            court: self.book.courts[decision.court.index()].id.clone(),
            decision: decision.id.clone(),
            title: decision.title.clone(),
            chose: decision.options[moment.chose.index()].id.clone(),
            weight: Points(weight.unwrap_or(0)),
            options,
        }
    }
}

/// In how many of them a standing is better; half of those that are the same count too.
fn better_than(points: i64, others: &Counts) -> Points {
    let all: u64 = others.values().sum();
    let worse: u64 = others.range(..points).map(|(_, n)| n).sum();
    let same = others.get(&points).copied().unwrap_or(0);
    super::odds::part(worse * 2 + same, all * 2)
}

impl Study for Turnings<'_> {
    type Sums = Sums;

    fn nothing(&self) -> Sums {
        let points = self.game.moments.iter().map(|moment| {
            let open = open_options(&moment.engine, moment.decision);
            let options = &self.book.decisions[moment.decision.index()].options;
            (0..options.len())
                .map(|n| OfOption {
                    open: open.checked_shr(n as u32).unwrap_or(0) & 1 == 1,
                    standing: 0,
                    against: vec![Pairs::default(); self.outcomes.len()],
                })
                .collect()
        });
        Sums {
            draws: 0,
            came: vec![0; self.outcomes.len()],
            standings: vec![Counts::new(); self.game.persons.len()],
            points: points.collect(),
        }
    }

    fn seed(&self, desk: &mut Desk, _: &Sums, seed: u64, sums: &mut Sums, _: &mut Vec<Line>) {
        let luck = DRAWS ^ seed;
        sums.draws += 1;
        if self.game.engine.ended().is_some() {
            let engine = self.again(luck);
            let came = self.outcomes.came(&engine);
            for (n, times) in sums.came.iter_mut().enumerate() {
                *times += u64::from(came.so(n));
            }
            for (court, all) in self.game.persons.iter().zip(&mut sums.standings) {
                count(all, standing::total(&engine, *court).into());
            }
        }
        for (moment, of) in self.game.moments.iter().zip(&mut sums.points) {
            let court = self.book.decisions[moment.decision.index()].court;
            let mut after = |option: usize| {
                let engine = desk.branch_of(&moment.engine);
                engine.with_luck_of(luck);
                let ask = Ask::Choose {
                    decision: moment.decision,
                    option: OptionId::of(option),
                };
                let _ = engine.submit(court, &ask);
                play_on(engine, &mut self.players(luck), 0, None);
                (self.outcomes.came(engine), standing::total(engine, court))
            };
            let chosen: (Came, i32) = after(moment.chose.index());
            for (n, option) in of.iter_mut().enumerate() {
                if !option.open {
                    continue;
                }
                let (came, points) = if n == moment.chose.index() {
                    chosen
                } else {
                    after(n)
                };
                option.standing += i64::from(points);
                for (n, pairs) in option.against.iter_mut().enumerate() {
                    pairs.add(chosen.0.so(n), came.so(n));
                }
            }
        }
    }

    fn merge(&self, sums: &mut Sums, other: &Sums) {
        sums.draws += other.draws;
        for (own, other) in sums.came.iter_mut().zip(&other.came) {
            *own += other;
        }
        for (own, other) in sums.standings.iter_mut().zip(&other.standings) {
            merge(own, other);
        }
        let own = sums.points.iter_mut().flatten();
        for (own, other) in own.zip(other.points.iter().flatten()) {
            own.standing += other.standing;
            for (own, other) in own.against.iter_mut().zip(&other.against) {
                own.merge(other);
            }
        }
    }
}

/// The game of a list of asks by everybody, played again: as it stands at their end, and every matter as it lay before a person who answered
/// it. What cannot be asked any more is left out.
#[must_use]
pub fn retrace(
    mut engine: Engine,
    turns: &[Vec<(CourtId, Ask)>],
    closed: usize,
    persons: &[CourtId],
) -> (Engine, Vec<Moment>) {
    let mut moments = Vec::new();
    for (n, asks) in turns.iter().enumerate() {
        for (court, ask) in asks {
            if let Ask::Choose { decision, option } = ask
                && persons.contains(court)
                && check::choice(engine.whole(), *court, *decision, *option).is_ok()
            {
                moments.push(Moment {
                    engine: engine.fork(),
                    decision: *decision,
                    chose: *option,
                });
            }
            let _ = engine.submit(*court, ask);
        }
        if n < closed && engine.turn() == Turn(u16::try_from(n).unwrap_or(u16::MAX)) {
            engine.end_turn();
        }
    }
    (engine, moments)
}
