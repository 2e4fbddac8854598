//! A game led to a matter: played forward by the record and by counsel until it is laid, or, where no game comes to it quickly, with the
//! values set that its condition asks for. Such a game says in its chronicle that it was led, and counts as no play.

use std::sync::Arc;

use super::session::{NoKeeper, Session};
use crate::base::date::{Date, Turn};
use crate::base::ids::{CourtId, DecisionId};
use crate::policy::Kind;
use crate::prose::Texts;
use crate::prose::numbers::date;
use crate::prose::texts::tr;
use crate::prose::{condition, hand, names, sentence};
use crate::rules::condition::missing;
use crate::scenario::given::{Given, GivenNow};
use crate::scenario::model::{Cond, Scenario};

/// So many seeds of each kind of play are tried before values are set by hand.
pub const SEEDS: u64 = 4;

/// A game led to a matter.
#[derive(Debug)]
pub struct Sought {
    /// The game, in which the matter lies before its court; nobody keeps it yet.
    pub session: Session,
    /// The matter.
    pub decision: DecisionId,
    /// The seed.
    pub seed: u64,
    /// Who played it.
    pub by: Kind,
    /// How many games were played in search of it.
    pub tried: usize,
    /// What was set by hand, in order; nothing where play came to it.
    pub set: Vec<GivenNow>,
    /// What its condition asks and no hand could set.
    pub left: Vec<Cond>,
}

impl Sought {
    /// What to tell the writer: how the game came there, what was set, what is not as the matter asks.
    #[must_use]
    pub fn told(&self) -> Vec<String> {
        let session = &self.session;
        let (texts, book) = (session.texts(), session.engine().book());
        let matter = &book.decisions[self.decision.index()];
        let view = session.view(matter.court);
        let by = texts.t(match self.by {
            Kind::Record => "bench-by-record",
            _ => "bench-by-counsel",
        });
        let key = if self.set.is_empty() {
            "bench-sought"
        } else {
            "bench-sought-set"
        };
        let mut out = vec![tr!(
            texts,
            key,
            title = matter.title.as_str(),
            court = names::court(book, matter.court),
            by = by,
            seed = self.seed.to_string(),
            tried = self.tried,
            day = date(texts, view.day())
        )];
        out.extend(
            self.set
                .iter()
                .map(|given| sentence(&hand::given(texts, &view, given))),
        );
        if !self.left.is_empty() {
            let list: Vec<String> = self
                .left
                .iter()
                .map(|cond| condition(texts, &view, cond))
                .collect();
            out.push(tr!(texts, "bench-sought-left", list = list.join("; ")));
        }
        out.push(texts.t("bench-no-play"));
        out
    }
}

/// Leads a game to a matter.
#[must_use]
pub fn seek(book: &Arc<Scenario>, decision: DecisionId) -> Sought {
    let court = book.decisions[decision.index()].court;
    let mut kinds = vec![Kind::Counsel];
    if book.record.iter().any(|dated| dated.court == court) {
        kinds.insert(0, Kind::Record);
    }
    let first = first_day(book, &book.decisions[decision.index()].when);
    let mut tried = 0;
    for seed in 1..=SEEDS {
        for &by in &kinds {
            // The record departs from itself only by luck: two games show whether it comes there.
            if by == Kind::Record && seed > 2 {
                continue;
            }
            tried += 1;
            let mut game = Led::new(book, court, seed, by, decision);
            if game.play_until(|session| lies(session, decision)) {
                return game.sought(decision, tried, Vec::new(), Vec::new());
            }
        }
    }
    by_hand(book, decision, kinds[0], first, tried)
}

/// The matter's day comes, and whatever else it asks is set.
fn by_hand(
    book: &Arc<Scenario>,
    decision: DecisionId,
    by: Kind,
    first: Turn,
    tried: usize,
) -> Sought {
    let matter = &book.decisions[decision.index()];
    let mut game = Led::new(book, matter.court, 1, by, decision);
    // A game that ends before that day is left in its last open xun.
    let mut last = first.0;
    loop {
        game.play_until(|session| session.engine().turn().0 >= last);
        if game.session.engine().ended().is_none() || last == 0 {
            break;
        }
        last = game
            .session
            .engine()
            .turn()
            .0
            .saturating_sub(1)
            .min(last - 1);
        game = Led::new(book, matter.court, 1, by, decision);
    }
    let mut set = Vec::new();
    let mut put = |session: &mut Session, given: GivenNow| {
        if session.set(&given).is_ok() {
            set.push(given);
        }
    };
    let session = &mut game.session;
    if !session.view(matter.court).realm().stands {
        put(session, Given::CourtStands(matter.court, true));
    }
    let mut ahead = session.engine().fork();
    for given in ahead.bring_about(&matter.when).set {
        put(session, given);
    }
    let left = missing(session.engine().whole(), &matter.when)
        .into_iter()
        .cloned()
        .collect();
    if !lies(session, decision) {
        put(session, Given::Laid(decision));
    }
    game.sought(decision, tried, set, left)
}

/// A game that is led.
struct Led {
    session: Session,
    court: CourtId,
    seed: u64,
    by: Kind,
}

impl Led {
    fn new(book: &Arc<Scenario>, court: CourtId, seed: u64, by: Kind, to: DecisionId) -> Self {
        // Every court is named, so that the journal says who played it. Whose marches are documented goes by the record where that is played.
        let kind = |c: CourtId| {
            let recorded = book.record.iter().any(|dated| dated.court == c);
            if by == Kind::Record && recorded {
                Kind::Record
            } else {
                Kind::Counsel
            }
        };
        let named: Vec<(CourtId, Kind)> = (0..book.courts.len())
            .map(CourtId::of)
            .filter(|c| *c != court)
            .map(|c| (c, kind(c)))
            .collect();
        let keeper = Box::new(NoKeeper);
        let mut session = Session::new(
            book.clone(),
            seed,
            &[court],
            &named,
            Texts::default(),
            keeper,
        );
        // The mark stands on the first day, whatever comes of it.
        let marked = session.set(&Given::Sought(to));
        debug_assert!(marked.is_ok(), "{marked:?}");
        Self {
            session,
            court,
            seed,
            by,
        }
    }

    /// Plays until this is so, or the game ends: whether it came to be so.
    fn play_until(&mut self, so: impl Fn(&Session) -> bool) -> bool {
        let mut player = self
            .by
            .player(self.session.engine().book(), self.court, self.seed);
        loop {
            if so(&self.session) {
                return true;
            }
            if self.session.engine().ended().is_some() {
                return false;
            }
            // Nobody keeps this game, so nothing can fail to be written.
            let _ = self.session.lead(self.court, player.as_mut());
            if self.session.end_turn().is_err() {
                return false;
            }
        }
    }

    fn sought(
        self,
        decision: DecisionId,
        tried: usize,
        set: Vec<GivenNow>,
        left: Vec<Cond>,
    ) -> Sought {
        Sought {
            session: self.session,
            decision,
            seed: self.seed,
            by: self.by,
            tried,
            set,
            left,
        }
    }
}

/// Whether a matter lies before its court and waits.
fn lies(session: &Session, decision: DecisionId) -> bool {
    let matter = session.engine().whole().tables().matters[decision.index()];
    matter.laid.is_some() && matter.closed.is_none()
}

/// The first turn in which a condition can hold as far as its dates go.
fn first_day(book: &Scenario, condition: &Cond) -> Turn {
    (0..book.turns)
        .map(Turn)
        .find(|turn| may(condition, book.day(*turn), true))
        .unwrap_or(Turn(0))
}

/// Whether a condition may stand so on a day, whatever else is the case.
fn may(condition: &Cond, day: Date, so: bool) -> bool {
    match condition {
        Cond::All(parts) if so => parts.iter().all(|part| may(part, day, true)),
        Cond::All(parts) => parts.iter().any(|part| may(part, day, false)),
        Cond::Any(parts) if so => parts.iter().any(|part| may(part, day, true)),
        Cond::Any(parts) => parts.iter().all(|part| may(part, day, false)),
        Cond::Not(inner) => may(inner, day, !so),
        Cond::Always => so,
        Cond::From(first) => (day >= *first) == so,
        Cond::Until(last) => (day < *last) == so,
        Cond::Months(months) => months.contains(&day.month()) == so,
        _ => true,
    }
}
