//! Looks ahead. Before each answer and each sitting's orders it imagines how the game may go under every course that it can think of,
//! plays those games to their end with plausible courts on every side, and takes the course after which its court stands best.
//!
//! It sees what its court may know and nothing else: the games are made from its [`View`] by [`Belief`], and their luck is its own, drawn
//! from the number of the imagined game, never the luck of the game that is played. Every course is tried under the same luck and in the
//! same imagined worlds, so that courses differ by what is done and not by fortune. It plays for [`standing`] alone.
//!
//! A budget is counted in imagined games for each course, so the same budget, seed and view give the same asks on every machine.

use super::counsel::Counsel;
use super::courses::{self, Course};
use super::temper::Temper;
use super::{Player, act, table};
use crate::base::hash::hash_of;
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::imagined::Belief;
use crate::engine::{Ask, Engine};
use crate::orders::OrderNow;
use crate::record::standing;
use crate::view::View;

/// How far ahead a game is imagined, xun: past a year everything hangs on what was not decided yet.
const HORIZON_XUN: u16 = 72;
/// Keeps the planner's luck apart from every game's.
const SALT: u64 = 0x1127_0B5E_55ED_CA57;

/// A court that looks ahead. It remembers nothing from one sitting to the next, so a game that is gone on with is the game that was left.
#[derive(Clone, Copy, Debug)]
pub struct Planner {
    seed: u64,
    games: u16,
}

impl Planner {
    /// With this seed, and so many imagined games for each course.
    #[must_use]
    pub const fn new(seed: u64, games: u16) -> Self {
        Self { seed, games }
    }

    fn thought(&self, view: &View<'_>) -> Thought {
        Thought {
            belief: Belief::of(view),
            court: view.court(),
            seed: hash_of(&(SALT, self.seed, view.court(), view.turn())),
            games: self.games,
        }
    }
}

impl Player for Planner {
    fn choices(&mut self, view: &View<'_>) -> Vec<(DecisionId, OptionId)> {
        let counsel = Counsel::new(self.seed);
        let mut plan: Vec<(DecisionId, OptionId)> = view
            .pending()
            .filter_map(|matter| counsel.choose(view, matter).map(|option| (matter, option)))
            .collect();
        if plan.is_empty() {
            return plan;
        }
        let thought = self.thought(view);
        // One matter at a time, the others as counsel would have them or as they were settled just now.
        for i in 0..plan.len() {
            let (matter, first) = plan[i];
            let mut options = vec![first];
            options.extend(
                (0..view.book().decisions[matter.index()].options.len())
                    .map(OptionId::of)
                    .filter(|option| *option != first && view.may_choose(matter, *option).is_ok()),
            );
            let trials: Vec<Trial> = options
                .iter()
                .map(|option| {
                    let mut choices = plan.clone();
                    choices[i].1 = *option;
                    Trial {
                        choices,
                        orders: None,
                        temper: Temper::Middle,
                    }
                })
                .collect();
            plan[i].1 = options[thought.best(&trials)];
        }
        plan
    }

    fn orders(&mut self, view: &View<'_>) -> Vec<OrderNow> {
        let thought = self.thought(view);
        // First whom to listen to, then what to do otherwise than they say.
        let mut courses: Vec<Course> = Temper::ALL
            .into_iter()
            .map(|temper| courses::of_temper(view, self.seed, temper))
            .collect();
        let best = thought.best(&trials(&courses));
        let mut around = vec![courses.swap_remove(best)];
        around.extend(courses::around(view, self.seed, &around[0]));
        let best = thought.best(&trials(&around));
        thought.one_after_another(around.swap_remove(best).orders)
    }
    fn fork(&self) -> Box<dyn Player + Send> {
        Box::new(*self)
    }
}

fn trials(courses: &[Course]) -> Vec<Trial> {
    courses
        .iter()
        .map(|course| Trial {
            choices: Vec::new(),
            orders: Some(course.orders.clone()),
            temper: course.temper,
        })
        .collect()
}

/// Something to try: answers, orders, and how to go on.
struct Trial {
    choices: Vec<(DecisionId, OptionId)>,
    /// None: those of its temper.
    orders: Option<Vec<OrderNow>>,
    temper: Temper,
}

/// What the court believes on one day, and the luck by which it tries courses on it.
struct Thought {
    belief: Belief,
    court: CourtId,
    seed: u64,
    games: u16,
}

impl Thought {
    /// The trial after which the court stands best. The first has the benefit of the doubt: another must come out better by more than
    /// the imagined games differ among themselves. Half of the games are for all, the other half for those that did better in them.
    fn best(&self, trials: &[Trial]) -> usize {
        if trials.len() < 2 {
            return 0;
        }
        let half = self.games.div_ceil(2);
        let mut points: Vec<Vec<i64>> = trials
            .iter()
            .map(|trial| (0..half).map(|n| self.outcome(trial, n)).collect())
            .collect();
        let mut order: Vec<usize> = (1..trials.len()).collect();
        order.sort_by_key(|i| std::cmp::Reverse(points[*i].iter().sum::<i64>()));
        order.truncate(trials.len().div_ceil(2));
        order.push(0);
        for &i in &order {
            points[i].extend((half..self.games).map(|n| self.outcome(&trials[i], n)));
        }
        let mut best = 0;
        order.sort_unstable();
        for &i in &order[1..] {
            let gains = |over: usize| -> (i64, i64) {
                let each = points[i].iter().zip(&points[over]).map(|(a, b)| a - b);
                each.fold((0, 0), |(sum, squares), d| (sum + d, squares + d * d))
            };
            let (gain, noise) = gains(0);
            if gain > 0 && gain * gain >= noise && gains(best).0 > 0 {
                best = i;
            }
        }
        best
    }

    /// Those of the orders that are lawful one after another: its own edicts, stores and armies the court imagines as they are.
    fn one_after_another(&self, mut orders: Vec<OrderNow>) -> Vec<OrderNow> {
        let mut game = self.belief.game(self.seed);
        orders.retain(|order| game.submit(self.court, &Ask::Order(order.clone())).is_ok());
        orders
    }

    /// How the court stands after the imagined game with this number.
    fn outcome(&self, trial: &Trial, n: u16) -> i64 {
        let luck = hash_of(&(self.seed, n));
        let mut game = self.belief.game(luck);
        let book = game.book().clone();
        let mut players = table(&book, luck, &[]);
        let own = self.court.index();
        players[own] = Box::new(Counsel::with(luck, trial.temper));
        for &(decision, option) in &trial.choices {
            // What turns out to be closed in this world is left undone in it.
            let _ = game.submit(self.court, &Ask::Choose { decision, option });
        }
        match &trial.orders {
            Some(orders) => {
                for order in orders {
                    let _ = game.submit(self.court, &Ask::Order(order.clone()));
                }
            }
            None => {
                act(&mut game, self.court, players[own].as_mut());
            }
        }
        for (i, player) in players.iter_mut().enumerate().filter(|(i, _)| *i != own) {
            act(&mut game, CourtId::of(i), player.as_mut());
        }
        game.end_turn();
        self.go_on(&mut game, &mut players);
        i64::from(standing::total(&game, self.court))
    }

    fn go_on(&self, game: &mut Engine, players: &mut [Box<dyn Player + Send>]) {
        let until = game.turn().0.saturating_add(HORIZON_XUN);
        while game.ended().is_none() && game.turn().0 < until {
            for (i, player) in players.iter_mut().enumerate() {
                act(game, CourtId::of(i), player.as_mut());
            }
            game.end_turn();
        }
    }
}
