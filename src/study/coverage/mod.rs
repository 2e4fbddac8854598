//! What of a scenario ever comes up: every decision, option, incident, ending and checkpoint, over many games played in many ways, and for what
//! never does the nearest miss.
//!
//! Five ways take turns, one game of each to a seed: the record, counsel, random play that answers with each open option in turn, counsel
//! and random play from a world from which something was taken, and *exhaustive*, which steers towards what has not come up. Every game
//! notes for everything that has not come up how near it came; the exhaustive way takes the plan that came nearest to one such thing,
//! changes it a little — other luck, another player, an answer that is wanted — bends the courts' orders towards it, and so comes nearer.
//!
//! * [`steer`] — the orders and answers by which a part of a condition is brought about
//! * [`watch`] — what is noted while a game is played

pub mod steer;
pub mod watch;

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::over_seeds;
use super::staged::{Lacks, Plan, play};
use crate::base::date::Turn;
use crate::base::ids::{CheckpointId, CourtId, DecisionId, EndingId, IncidentId, OptionId};
use crate::base::luck::{Luck, Purpose};
use crate::policy::Kind;
use crate::rules::condition::Gap;
use crate::scenario::model::{Cond, Scenario};
use watch::{Seen, Stall};

/// Something of a scenario that may come up or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A decision is laid.
    Decision(DecisionId),
    /// An option is open when its decision waits.
    Option(DecisionId, OptionId),
    /// An incident befalls.
    Incident(IncidentId),
    /// An ending is told.
    Ending(EndingId),
    /// A checkpoint's condition holds.
    Checkpoint(CheckpointId),
}

impl Target {
    /// Everything of a scenario, in the order of its file.
    #[must_use]
    pub fn all(book: &Scenario) -> Vec<Self> {
        let mut all = Vec::new();
        all.extend((0..book.incidents.len()).map(|n| Self::Incident(IncidentId::of(n))));
        for (n, decision) in book.decisions.iter().enumerate() {
            let id = DecisionId::of(n);
            all.push(Self::Decision(id));
            all.extend((0..decision.options.len()).map(|o| Self::Option(id, OptionId::of(o))));
        }
        all.extend((0..book.checkpoints.len()).map(|n| Self::Checkpoint(CheckpointId::of(n))));
        all.extend((0..book.endings.len()).map(|n| Self::Ending(EndingId::of(n))));
        all
    }

    /// What has to hold for it.
    #[must_use]
    pub fn condition(self, book: &Scenario) -> Cond {
        match self {
            Self::Decision(d) => book.decisions[d.index()].when.clone(),
            Self::Option(d, o) => {
                let decision = &book.decisions[d.index()];
                let option = &decision.options[o.index()];
                let paid = option
                    .cost
                    .iter()
                    .map(|(good, n)| Cond::Treasury(decision.court, *good, *n));
                Cond::All(std::iter::once(option.needs.clone()).chain(paid).collect())
            }
            Self::Incident(i) => book.incidents[i.index()].when.clone(),
            Self::Ending(e) => book.endings[e.index()].when.clone(),
            Self::Checkpoint(c) => book.checkpoints[c.index()].what.clone(),
        }
    }

    /// Its name: its id, with its kind before it where another kind has ids of its own.
    #[must_use]
    pub fn name(self, book: &Scenario) -> String {
        match self {
            Self::Decision(d) => book.decisions[d.index()].id.clone(),
            Self::Option(d, o) => {
                let decision = &book.decisions[d.index()];
                format!("{}/{}", decision.id, decision.options[o.index()].id)
            }
            Self::Incident(i) => format!("incident:{}", book.incidents[i.index()].id),
            Self::Ending(e) => format!("ending:{}", book.endings[e.index()].id),
            Self::Checkpoint(c) => format!("checkpoint:{}", book.checkpoints[c.index()].id),
        }
    }

    /// The target of this name.
    #[must_use]
    pub fn read(book: &Scenario, name: &str) -> Option<Self> {
        Self::all(book).into_iter().find(|t| t.name(book) == name)
    }
}

/// How a game was played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// By the record.
    Record,
    /// By counsel.
    Counsel,
    /// By random orders, the open options in turn.
    Random,
    /// From a world from which something was taken.
    Extreme,
    /// Steered towards what had not come up.
    Exhaustive,
}

impl Way {
    /// All of them, in the order in which a round plays them.
    pub const ALL: [Self; 5] = [
        Self::Record,
        Self::Counsel,
        Self::Random,
        Self::Extreme,
        Self::Exhaustive,
    ];
    /// How many of them, the first, play the scenario as it is and as its players would.
    pub const UNBENT: usize = 3;
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Counsel => "counsel",
            Self::Random => "random",
            Self::Extreme => "extreme",
            Self::Exhaustive => "exhaustive",
        }
    }
}

/// How near something came that did not come up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// How far it was, as [`distance`](crate::rules::condition::distance) counts.
    pub far: u32,
    /// On which turn.
    pub turn: Turn,
    /// What was lacking; nothing where its condition held.
    pub gaps: Vec<Gap>,
}

/// What became of one thing over all games.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What.
    pub target: Target,
    /// In how many games it came up (of an option: was open), by way.
    pub came: [u32; 5],
    /// Of an option: in how many games it was chosen, by way.
    pub chosen: [u32; 5],
    /// The nearest miss, and the game in which it was.
    pub nearest: Option<(Miss, Way, Plan)>,
}

impl Tally {
    /// In how many games it came up.
    #[must_use]
    pub fn times(&self) -> u32 {
        self.came.iter().sum()
    }
    /// In how many games it was chosen.
    #[must_use]
    pub fn times_chosen(&self) -> u32 {
        self.chosen.iter().sum()
    }
    /// Whether there is nothing left to look for.
    const fn is_done(&self) -> bool {
        let (mut came, mut chosen, mut n) = (0, 0, 0);
        while n < 5 {
            came += self.came[n];
            chosen += self.chosen[n];
            n += 1;
        }
        came > 0 && (chosen > 0 || !matches!(self.target, Target::Option(..)))
    }
}

/// What many games came to.
#[derive(Clone, Debug)]
pub struct Covered {
    /// How many games were played, by way.
    pub games: [u32; 5],
    /// Everything of the scenario, in order.
    pub tallies: Vec<Tally>,
    /// Games that went round in circles or stood still, the worst first, with how they were played.
    pub stalls: Vec<(Stall, Way, Plan)>,
    /// Games that could not be begun: what nobody can set.
    pub not_begun: u32,
}

/// How long, and at how many games at once.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Seeds: as many games of each way.
    pub seeds: u32,
    /// Threads.
    pub jobs: NonZeroUsize,
}

/// Seeds played before what they came to is looked at: the same however many threads there are, so that a study comes out the same.
const ROUND: u32 = 4;
/// Steered games to a seed: they are what finds the rest.
const STEERED: u32 = 3;
/// As many stalls are kept.
const MOST_STALLS: usize = 10;
/// Luck of its own for the choice of what to try next.
const TRIALS: u64 = 0x0C0F_EE00_5EA2_C4ED;

/// Plays so many games in every way. `heard` is told after every round how many seeds are done, and how much has never come up; it says whether to go on.
pub fn cover(
    book: &Arc<Scenario>,
    bounds: Bounds,
    heard: &mut dyn FnMut(u32, usize) -> bool,
) -> Covered {
    let targets = Target::all(book);
    let mut covered = Covered {
        games: [0; 5],
        tallies: targets
            .iter()
            .map(|target| Tally {
                target: *target,
                came: [0; 5],
                chosen: [0; 5],
                nearest: None,
            })
            .collect(),
        stalls: Vec::new(),
        not_begun: 0,
    };
    let conditions: Vec<Cond> = targets.iter().map(|t| t.condition(book)).collect();
    let mut seed = 1;
    while seed <= bounds.seeds {
        let last = (seed + ROUND - 1).min(bounds.seeds);
        let plans: Vec<(Way, Plan)> = (seed..=last)
            .flat_map(|seed| plans(book, &covered, seed))
            .collect();
        let open: Vec<bool> = covered.tallies.iter().map(|t| !t.is_done()).collect();
        let count = u64::try_from(plans.len()).unwrap_or(1);
        let games = over_seeds(1, count, bounds.jobs, |n| {
            let (_, plan) = &plans[usize::try_from(n - 1).unwrap_or(0)];
            let mut seen = Seen::new(&targets, &conditions, &open);
            play(book, plan, None, &mut seen).ok().map(|engine| {
                seen.ended(&engine);
                seen
            })
        });
        for ((way, plan), seen) in plans.into_iter().zip(games) {
            match seen {
                Some(seen) => covered.add(way, plan, seen),
                None => covered.not_begun += 1,
            }
        }
        if !heard(last, covered.never().count()) {
            break;
        }
        seed = last + 1;
    }
    covered
}

/// The games of one seed.
fn plans(book: &Scenario, covered: &Covered, seed: u32) -> Vec<(Way, Plan)> {
    let luck = u64::from(seed);
    let mut out = vec![
        (Way::Record, Plan::of(book, Kind::Record, luck)),
        (Way::Counsel, Plan::of(book, Kind::Counsel, luck)),
        (Way::Random, Plan::of(book, Kind::Random, luck)),
        (Way::Extreme, extreme(book, seed)),
    ];
    let left: Vec<&Tally> = covered.tallies.iter().filter(|t| !t.is_done()).collect();
    for n in 0..STEERED {
        let trial = seed * STEERED + n;
        if let Some(tally) = left.get(trial as usize % left.len().max(1)) {
            out.push((Way::Exhaustive, steered(book, tally, trial)));
        }
    }
    out
}

/// A world from which something was taken: each thing from each court in turn, by counsel and by random play.
fn extreme(book: &Scenario, seed: u32) -> Plan {
    let courts: Vec<CourtId> = (0..book.courts.len())
        .filter(|c| book.courts[*c].playable && book.courts[*c].stands)
        .map(CourtId::of)
        .collect();
    let n = seed as usize;
    let all = courts.len() * Lacks::ALL.len();
    let kind = if (n / all.max(1)).is_multiple_of(2) {
        Kind::Counsel
    } else {
        Kind::Random
    };
    let mut plan = Plan::of(book, kind, u64::from(seed));
    if let Some(court) = courts.get(n % courts.len().max(1)) {
        plan.from = Some((*court, Lacks::ALL[n / courts.len() % Lacks::ALL.len()]));
    }
    plan
}

/// The plan that came nearest to something, changed a little, and bent towards it.
fn steered(book: &Scenario, tally: &Tally, trial: u32) -> Plan {
    let rolls = Luck::new(TRIALS);
    let roll = |key: u32, bound: usize| {
        let bound = u32::try_from(bound).unwrap_or(u32::MAX).max(1);
        rolls.roll(Turn(0), Purpose::Policy, trial, key, bound) as usize
    };
    const KINDS: [Kind; 5] = [
        Kind::Counsel,
        Kind::CounselBold,
        Kind::CounselCautious,
        Kind::Record,
        Kind::Random,
    ];
    let fresh = || Plan::of(book, Kind::Counsel, u64::from(trial));
    let (mut plan, gaps) = match &tally.nearest {
        Some((miss, _, plan)) => (plan.clone(), miss.gaps.clone()),
        None => (fresh(), Vec::new()),
    };
    plan.towards = Some(tally.target);
    // A world from which something was taken is left again sooner or later: what only comes up there hardly comes up.
    if roll(0, 4) == 0 {
        plan.from = None;
    }
    // Every third trial leaves luck and players as they were.
    let anew = !trial.is_multiple_of(3);
    if anew && roll(1, 2) == 0 {
        plan.seed = u64::from(trial);
    }
    let seats = plan.seats.len();
    if anew
        && roll(2, 2) == 0
        && let Some((_, kind)) = plan.seats.get_mut(roll(3, seats))
    {
        *kind = KINDS[roll(4, KINDS.len())];
    }
    plan.in_turn = plan.seats.iter().all(|(_, kind)| *kind == Kind::Random);
    let mut put = |decision: DecisionId, option: OptionId| {
        plan.answers.retain(|(d, _)| *d != decision);
        plan.answers.push((decision, option));
    };
    if let Target::Option(decision, option) = tally.target {
        put(decision, option);
    }
    // An answer that is wanted, if there is one; else any.
    let wanted: Vec<_> = gaps.iter().flat_map(|g| steer::answers(book, g)).collect();
    if let Some((decision, option)) = wanted.get(roll(5, wanted.len())) {
        put(*decision, *option);
    } else if !book.decisions.is_empty() && roll(6, 2) == 0 {
        let decision = roll(7, book.decisions.len());
        let options = book.decisions[decision].options.len();
        put(DecisionId::of(decision), OptionId::of(roll(8, options)));
    }
    // A plan is to be typed by a person.
    while plan.answers.len() > 6 {
        plan.answers.remove(0);
    }
    plan
}

impl Covered {
    /// What never came up, in order: of an option, what was never open, or never chosen.
    pub fn never(&self) -> impl Iterator<Item = &Tally> {
        self.tallies.iter().filter(|t| !t.is_done())
    }

    /// All games.
    #[must_use]
    pub fn all_games(&self) -> u32 {
        self.games.iter().sum()
    }

    /// The tally of something.
    #[must_use]
    pub fn of(&self, target: Target) -> Option<&Tally> {
        self.tallies.iter().find(|t| t.target == target)
    }

    fn add(&mut self, way: Way, plan: Plan, seen: Seen<'_>) {
        let at = way as usize;
        self.games[at] += 1;
        for (tally, found) in self.tallies.iter_mut().zip(seen.found) {
            tally.came[at] += u32::from(found.came);
            tally.chosen[at] += u32::from(found.chosen);
            if let Some(miss) = found.miss
                && tally
                    .nearest
                    .as_ref()
                    .is_none_or(|(m, ..)| miss.far < m.far)
            {
                tally.nearest = Some((miss, way, plan.clone()));
            }
        }
        // Where the courts' orders are bent against their players', armies go to and fro for that alone.
        if let Some(stall) = seen.stall
            && plan.towards.is_none()
        {
            // Of each kind the worst is enough.
            match self.stalls.iter_mut().find(|(old, ..)| old.is_like(&stall)) {
                Some(old) if old.0.badness() < stall.badness() => *old = (stall, way, plan),
                Some(_) => {}
                None => self.stalls.push((stall, way, plan)),
            }
            self.stalls
                .sort_by_key(|(stall, ..)| std::cmp::Reverse(stall.badness()));
            self.stalls.truncate(MOST_STALLS);
        }
    }
}
