//! A sitting at the table: one game, the courts that people play, the policies that play the others, and what each
//! seat has been told. It writes nothing and opens no files; whoever keeps the journal does so through [`Keeper`].

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::ledger::{Posting, postings};
use crate::base::date::Turn;
use crate::base::ids::{CourtId, DecisionId, OptionId};
use crate::engine::{Ask, Engine, Save};
use crate::events::Event;
use crate::policy::{self, Kind, Player};
use crate::prose::Texts;
use crate::rules::check::Refusal;
use crate::rules::hand::{self, Unset};
use crate::scenario::given::GivenNow;
use crate::scenario::lesson::{Held, Vote};
use crate::scenario::model::Scenario;
use crate::view::View;

/// What is older than this many xun when it comes to be known is no news any more: half a year.
const NEWS_AT_MOST_OLD: u16 = 18;

/// Whoever writes the journal. Each is called before the thing takes effect; where it fails nothing is done.
pub trait Keeper: Send {
    /// A person's choice or order.
    ///
    /// # Errors
    /// With the reason, for the person to read.
    fn ask(&mut self, turn: Turn, court: CourtId, ask: &Ask) -> Result<(), String>;
    /// The last of that court's asks is taken back.
    ///
    /// # Errors
    /// With the reason, for the person to read.
    fn undo(&mut self, turn: Turn, court: CourtId) -> Result<(), String>;
    /// The turn ended: `moves` is what the computer players did last in it, in order, and `hash` the state in which the next one opened.
    ///
    /// # Errors
    /// With the reason, for the person to read.
    fn turn_ended(&mut self, turn: Turn, moves: &[(CourtId, Ask)], hash: u64)
    -> Result<(), String>;
    /// A class has voted on a matter.
    ///
    /// # Errors
    /// With the reason, for the person to read.
    fn vote(&mut self, turn: Turn, court: CourtId, vote: &Vote) -> Result<(), String>;
    /// A value is set by hand.
    ///
    /// # Errors
    /// With the reason, for the person to read.
    fn set(&mut self, turn: Turn, given: &GivenNow) -> Result<(), String>;
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoKeeper;

impl Keeper for NoKeeper {
    fn ask(&mut self, _: Turn, _: CourtId, _: &Ask) -> Result<(), String> {
        Ok(())
    }
    fn undo(&mut self, _: Turn, _: CourtId) -> Result<(), String> {
        Ok(())
    }
    fn turn_ended(&mut self, _: Turn, _: &[(CourtId, Ask)], _: u64) -> Result<(), String> {
        Ok(())
    }
    fn vote(&mut self, _: Turn, _: CourtId, _: &Vote) -> Result<(), String> {
        Ok(())
    }
    fn set(&mut self, _: Turn, _: &GivenNow) -> Result<(), String> {
        Ok(())
    }
}

/// How things stood when a turn opened, for what has risen and fallen since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Gold, silver, silk, cash, grain.
    pub treasury: [i64; 5],
    /// Legitimacy.
    pub legitimacy: i32,
    /// Lean.
    pub lean: i32,
    /// How many moved numbers the chronicle held.
    pub moved: usize,
}

/// One court played by a person.
#[derive(Debug)]
pub struct Seat {
    /// Which court.
    pub court: CourtId,
    /// How things stood at the opening of each turn so far.
    pub sittings: Vec<Sitting>,
    /// Which entries of the chronicle it has been told.
    told: Vec<bool>,
    /// The entries that were new at this opening.
    pub news: Vec<usize>,
    /// The matters that waited at this opening, oldest first; their numbers stay for the turn.
    pub matters: Vec<DecisionId>,
    /// The lesser matters that the secretariat settled since the court was last told its news, and how.
    settled: Vec<(DecisionId, OptionId)>,
    /// Whether the court sat in the turn that was open last.
    sat: bool,
}

/// A step of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A person's choice or order.
    Ask(CourtId, Ask),
    /// The last one was taken back.
    Undo(CourtId),
    /// The turn ended.
    TurnEnded {
        /// What the computer players did, in order.
        moves: Vec<(CourtId, Ask)>,
        /// The hash of the state after it.
        hash: u64,
    },
    /// A class voted on a matter for a court.
    Voted(CourtId, Vote),
    /// A value was set by hand.
    Set(GivenNow),
}

/// Why a journal does not play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// An ask was refused.
    Refused(Turn, Refusal),
    /// Nothing to take back.
    NothingToUndo(Turn),
    /// A value cannot be set so.
    Unset(Turn, Unset),
    /// The state differs.
    Hash {
        /// After which turn.
        turn: Turn,
        /// As written.
        written: u64,
        /// As played now.
        found: u64,
    },
}

/// Why an ask did not take effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The rules do not allow it.
    Refused(Refusal),
    /// It could not be written down.
    NotKept(String),
}

/// Why a value was not set by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSet {
    /// It cannot be.
    Unset(Unset),
    /// It could not be written down.
    NotKept(String),
}

/// What an ask did.
#[derive(Clone, Debug)]
pub struct Done {
    /// The treasury before.
    pub treasury: [i64; 5],
    /// Legitimacy before.
    pub legitimacy: i32,
    /// Lean before.
    pub lean: i32,
    /// The events.
    pub events: Vec<Event>,
}

/// People's asks of a turn, and the computer players' moves that answered them.
type Unkept = (Vec<(CourtId, Ask)>, Vec<(CourtId, Ask)>);

/// Stamps given out so far: no two states of any game at any table of this program have the same.
static STAMPS: AtomicU64 = AtomicU64::new(0);

/// The next stamp.
fn stamp() -> u64 {
    STAMPS.fetch_add(1, Ordering::Relaxed)
}

/// One game at a table.
pub struct Session {
    engine: Engine,
    seats: Vec<Seat>,
    players: Vec<Box<dyn Player + Send>>,
    named: Vec<(CourtId, Kind)>,
    keeper: Box<dyn Keeper>,
    texts: Texts,
    /// The state in which this turn opened.
    opening: Save,
    /// What people asked this turn, in order.
    asks: Vec<(CourtId, Ask)>,
    /// Where the chronicle stood after each of those asks: what an ask did was shown when it was made.
    marks: Vec<usize>,
    /// What the computer players did in an end of this turn that could not be written down, and what people had asked by then.
    unkept: Option<Unkept>,
    /// Whether anything was asked or ended yet.
    fresh: bool,
    /// What moved in the books of all courts, up to this turn's opening.
    books: Vec<Posting>,
    /// How many of the events since the turn opened are in those books already.
    booked: usize,
    /// The turn that is open.
    sits: Turn,
    /// Everything that was done so far and not taken back.
    history: Vec<Step>,
    stamp: u64,
    resume: Option<String>,
    onward: Option<String>,
    lesson: Option<Held>,
    /// Whether a secretariat settles the lesser matters of the courts that people play.
    secretariat: bool,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("seats", &self.seats)
            .field("turn", &self.engine.turn())
            .finish_non_exhaustive()
    }
}

impl Session {
    /// A new game. `seats` are the courts that people play, in the order they sit; `named` the policies of others
    /// where they are not to be `counsel`.
    #[must_use]
    pub fn new(
        book: Arc<Scenario>,
        seed: u64,
        seats: &[CourtId],
        named: &[(CourtId, Kind)],
        texts: Texts,
        keeper: Box<dyn Keeper>,
    ) -> Self {
        Self::begun(Engine::new(book, seed), seats, named, texts, keeper)
    }

    /// The same of a game on the morning of its first day, in whatever world that is.
    #[must_use]
    pub fn begun(
        engine: Engine,
        seats: &[CourtId],
        named: &[(CourtId, Kind)],
        texts: Texts,
        keeper: Box<dyn Keeper>,
    ) -> Self {
        let players = policy::table(engine.book(), engine.seed(), named);
        let opening = engine.save();
        let seats = seats
            .iter()
            .map(|court| Seat {
                court: *court,
                sittings: Vec::new(),
                told: Vec::new(),
                news: Vec::new(),
                matters: Vec::new(),
                settled: Vec::new(),
                sat: true,
            })
            .collect();
        let mut session = Self {
            engine,
            seats,
            players,
            named: named.to_vec(),
            keeper,
            texts,
            opening,
            asks: Vec::new(),
            marks: Vec::new(),
            unkept: None,
            fresh: true,
            books: Vec::new(),
            booked: 0,
            sits: Turn(0),
            history: Vec::new(),
            stamp: stamp(),
            resume: None,
            onward: None,
            lesson: None,
            secretariat: false,
        };
        session.open();
        session
    }

    /// The words that `quit` gives for going on later.
    #[must_use]
    pub fn with_resume(mut self, words: String) -> Self {
        self.resume = Some(words);
        self
    }
    /// As a lesson, held so.
    #[must_use]
    pub fn with_lesson(mut self, held: Option<Held>) -> Self {
        self.lesson = held;
        self
    }
    /// How the lesson is held, where it is one.
    #[must_use]
    pub const fn lesson(&self) -> Option<&Held> {
        self.lesson.as_ref()
    }
    /// From here on a secretariat settles the lesser matters of the courts that people play, or no longer does. What it settles is asked and kept like anything a
    /// person asks, so that a journal needs no word of it, and can be taken back in the xun in which it was settled. A class decides for itself.
    pub fn set_secretariat(&mut self, settles: bool) {
        self.secretariat = settles && self.lesson.is_none();
        self.settle_lesser();
    }
    /// Whether it does.
    #[must_use]
    pub const fn secretariat(&self) -> bool {
        self.secretariat
    }
    /// The lesser matters that were settled so since the court was last told its news, and how; what was taken back since is not among them.
    pub fn settled(&self, court: CourtId) -> impl Iterator<Item = (DecisionId, OptionId)> + '_ {
        let seat = self.seats.iter().filter(move |seat| seat.court == court);
        seat.flat_map(|seat| seat.settled.iter().copied())
    }

    /// Settles what the secretariat may settle, as the courts' own counsel would. What it cannot settle or write down waits for the person.
    fn settle_lesser(&mut self) {
        if !self.secretariat || self.engine.ended().is_some() {
            return;
        }
        for court in self.courts() {
            let mut left: Vec<DecisionId> = Vec::new();
            // Each answer may change what can be paid for the next.
            loop {
                let view = self.engine.view(court);
                let answers = self.players[court.index()].choices(&view);
                let decisions = &self.engine.book().decisions;
                let Some((decision, option)) = answers
                    .into_iter()
                    .find(|(d, _)| decisions[d.index()].lesser && !left.contains(d))
                else {
                    break;
                };
                left.push(decision);
                let settled = self.ask(court, Ask::Choose { decision, option }).is_ok();
                if let Some(seat) = self.seats.iter_mut().find(|s| s.court == court && settled) {
                    seat.settled.push((decision, option));
                }
            }
        }
    }

    /// The words that carry the world on into the next scenario, once the last day has come.
    #[must_use]
    pub fn with_onward(mut self, words: Option<String>) -> Self {
        self.onward = words;
        self
    }
    /// The scenario in which this world can be gone on with, now that its last day has come: its file's name without `.ron`.
    #[must_use]
    pub fn goes_on(&self) -> Option<&str> {
        let book = self.engine.book();
        let through = self.engine.ended().is_some()
            && self.engine.turn().0 >= book.turns
            && !self.engine.by_hand();
        book.goes_on.as_deref().filter(|_| through)
    }
    /// What to type to carry the world on.
    #[must_use]
    pub fn onward_words(&self) -> Option<&str> {
        self.onward.as_deref().filter(|_| self.goes_on().is_some())
    }
    /// How to go on later.
    #[must_use]
    pub fn resume_words(&self) -> Option<&str> {
        self.resume.as_deref()
    }
    /// The policies that play courts, where they were named.
    #[must_use]
    pub fn policies(&self) -> &[(CourtId, Kind)] {
        &self.named
    }
    /// Another keeper from here on: after a journal was replayed.
    pub fn keep_with(&mut self, keeper: Box<dyn Keeper>) {
        self.keeper = keeper;
    }
    /// The game.
    #[must_use]
    pub const fn engine(&self) -> &Engine {
        &self.engine
    }
    /// A number that changes whenever the state of the game does, for whoever would not reckon the same thing twice.
    #[must_use]
    pub const fn stamp(&self) -> u64 {
        self.stamp
    }
    /// The messages.
    #[must_use]
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }
    /// What a court may know.
    #[must_use]
    pub fn view(&self, court: CourtId) -> View<'_> {
        self.engine.view(court)
    }
    /// The courts that people play.
    #[must_use]
    pub fn courts(&self) -> Vec<CourtId> {
        self.seats.iter().map(|s| s.court).collect()
    }
    /// The seat of a court.
    #[must_use]
    pub fn seat(&self, court: CourtId) -> Option<&Seat> {
        self.seats.iter().find(|s| s.court == court)
    }
    /// What moved in the books of a court so far, oldest first: what was asked this turn included.
    #[must_use]
    pub fn books(&self, court: CourtId) -> Vec<Posting> {
        let now = postings(self.sits, self.engine.events_now(), self.booked);
        let all = self.books.iter().cloned().chain(now);
        all.filter(|posting| posting.signed(court) != 0).collect()
    }
    /// Whether anything was asked yet, in this turn or before.
    #[must_use]
    pub const fn is_fresh(&self) -> bool {
        self.fresh
    }
    /// What people asked this turn.
    #[must_use]
    pub fn asks(&self) -> &[(CourtId, Ask)] {
        &self.asks
    }

    /// Carries out what a person asks for, once it is written down.
    ///
    /// # Errors
    /// When the rules do not allow it, or it could not be written down. Nothing was changed then.
    pub fn ask(&mut self, court: CourtId, ask: Ask) -> Result<Done, Trouble> {
        let view = self.engine.view(court);
        let lawful = match &ask {
            Ask::Choose { decision, option } => view.may_choose(*decision, *option),
            Ask::Order(order) => view.may_order(order),
        };
        lawful.map_err(Trouble::Refused)?;
        let realm = view.realm();
        let (treasury, legitimacy, lean) = (realm.treasury, realm.legitimacy, realm.lean);
        self.keeper
            .ask(self.engine.turn(), court, &ask)
            .map_err(Trouble::NotKept)?;
        let before = self.engine.events_now().len();
        self.engine.submit(court, &ask).map_err(Trouble::Refused)?;
        self.stamp = stamp();
        let events = self
            .engine
            .events_now()
            .get(before..)
            .unwrap_or_default()
            .to_vec();
        self.history.push(Step::Ask(court, ask.clone()));
        self.asks.push((court, ask));
        self.marks.push(self.engine.chronicle().len());
        self.fresh = false;
        Ok(Done {
            treasury,
            legitimacy,
            lean,
            events,
        })
    }

    /// Takes the last ask of this turn back, if it was this court's. None if there is nothing to take back.
    ///
    /// # Errors
    /// When it could not be written down. Nothing was changed then.
    pub fn undo(&mut self, court: CourtId) -> Result<Option<Ask>, String> {
        if self.asks.last().is_none_or(|(by, _)| *by != court) {
            return Ok(None);
        }
        self.keeper.undo(self.engine.turn(), court)?;
        let last = self.asks.pop();
        self.marks.pop();
        self.forget_last_ask();
        if let Some((_, Ask::Choose { decision, .. })) = &last {
            // Whatever comes of it now is the person's own doing.
            for seat in self.seats.iter_mut().filter(|s| s.court == court) {
                seat.settled.retain(|(settled, _)| settled != decision);
            }
        }
        self.back_to_opening();
        Ok(last.map(|(_, ask)| ask))
    }

    /// Takes back the ask with this index among the court's asks of this turn. What it asked after that is asked again, as far
    /// as that is still lawful; what no longer is comes back.
    ///
    /// # Errors
    /// When it could not be written down. What was taken back by then stays so.
    pub fn take_back(&mut self, court: CourtId, index: usize) -> Result<Vec<Ask>, String> {
        let own = self.asks.iter().filter(|(by, _)| *by == court).count();
        let mut later = Vec::new();
        for left in (index..own).rev() {
            let Some(ask) = self.undo(court)? else {
                break;
            };
            if left > index {
                later.push(ask);
            }
        }
        let mut dropped = Vec::new();
        for ask in later.into_iter().rev() {
            match self.ask(court, ask.clone()) {
                Ok(_) => {}
                Err(Trouble::Refused(_)) => dropped.push(ask),
                Err(Trouble::NotKept(why)) => return Err(why),
            }
        }
        Ok(dropped)
    }

    /// Where among all asks of this turn the court's ask with this index stands, if nobody else asked after it.
    fn place_of(&self, court: CourtId, index: usize) -> Option<usize> {
        let own = |(_, (by, _)): &(usize, &(CourtId, Ask))| *by == court;
        let (at, _) = self.asks.iter().enumerate().filter(own).nth(index)?;
        self.asks[at..]
            .iter()
            .all(|(by, _)| *by == court)
            .then_some(at)
    }

    /// Whether the court could have asked this instead of the ask with this index among its asks of this turn.
    ///
    /// # Errors
    /// With what is missing.
    pub fn may_replace(&self, court: CourtId, index: usize, ask: &Ask) -> Result<(), Refusal> {
        let Some(at) = self.place_of(court, index) else {
            let view = self.view(court);
            return match ask {
                Ask::Choose { decision, option } => view.may_choose(*decision, *option),
                Ask::Order(order) => view.may_order(order),
            };
        };
        let mut engine = Engine::load(self.engine.book().clone(), &self.opening);
        for (by, before) in &self.asks[..at] {
            engine.submit(*by, before)?;
        }
        engine.submit(court, ask)
    }

    /// Asks this in the place of the ask with this index among the court's asks of this turn. What it asked after that is asked
    /// again, as far as that is still lawful; what no longer is comes back.
    ///
    /// # Errors
    /// When the rules do not allow the new ask: nothing was changed then, nor written down. When it could not be written down:
    /// what was taken back by then stays so.
    pub fn replace(&mut self, court: CourtId, index: usize, ask: Ask) -> Result<Vec<Ask>, Trouble> {
        let Some(at) = self.place_of(court, index) else {
            return self.ask(court, ask).map(|_| Vec::new());
        };
        // Tried on a copy first, so that a refusal costs nobody the order he had given.
        self.may_replace(court, index, &ask)
            .map_err(Trouble::Refused)?;
        let mut again = vec![ask];
        again.extend(self.asks[at + 1..].iter().map(|(_, later)| later.clone()));
        for _ in 0..again.len() {
            self.undo(court).map_err(Trouble::NotKept)?;
        }
        let mut dropped = Vec::new();
        for ask in again {
            match self.ask(court, ask.clone()) {
                Ok(_) => {}
                Err(Trouble::Refused(_)) => dropped.push(ask),
                Err(trouble) => return Err(trouble),
            }
        }
        Ok(dropped)
    }

    /// The last ask was taken back. What a class said of it was said all the same.
    fn forget_last_ask(&mut self) {
        let asked = |step: &Step| matches!(step, Step::Ask(..));
        if let Some(at) = self.history.iter().rposition(asked) {
            self.history.remove(at);
        }
    }

    /// Notes how a class voted for a court.
    ///
    /// # Errors
    /// When it could not be written down. Nothing was noted then.
    pub fn vote(&mut self, court: CourtId, vote: Vote) -> Result<(), String> {
        self.keeper.vote(self.engine.turn(), court, &vote)?;
        self.history.push(Step::Voted(court, vote));
        Ok(())
    }

    /// How classes voted, oldest first.
    pub fn votes(&self) -> impl DoubleEndedIterator<Item = (CourtId, &Vote)> {
        self.history.iter().filter_map(|step| match step {
            Step::Voted(court, vote) => Some((*court, vote)),
            _ => None,
        })
    }

    /// The turn's opening, with what was asked since and not taken back.
    fn back_to_opening(&mut self) {
        self.engine = Engine::load(self.engine.book().clone(), &self.opening);
        self.stamp = stamp();
        // A loaded game remembers nothing of how its turn opened.
        self.booked = 0;
        for (court, ask) in &self.asks {
            // What was lawful then is lawful again: the state and the luck are the same.
            let again = self.engine.submit(*court, ask);
            debug_assert!(again.is_ok(), "{ask:?}: {again:?}");
        }
    }

    /// Lets the other courts act, closes the turn and opens the next; and so on until one of the courts that people play sits again.
    ///
    /// # Errors
    /// When it could not be written down. The turn is open then, as it was.
    pub fn end_turn(&mut self) -> Result<(), String> {
        loop {
            self.end_xun()?;
            let waits = self.seats.iter().any(|seat| {
                let view = self.engine.view(seat.court);
                view.in_session() && view.realm().stands
            });
            let stands = |seat: &Seat| self.engine.view(seat.court).realm().stands;
            if waits || self.engine.ended().is_some() || !self.seats.iter().any(stands) {
                return Ok(());
            }
        }
    }

    /// One xun of it.
    fn end_xun(&mut self) -> Result<(), String> {
        if self.engine.ended().is_some() {
            return Ok(());
        }
        let turn = self.engine.turn();
        let moves = self.advance();
        if let Err(reason) = self.keeper.turn_ended(turn, &moves, self.engine.hash()) {
            self.back_to_opening();
            self.unkept = Some((self.asks.clone(), moves));
            return Err(reason);
        }
        let hash = self.engine.hash();
        self.history.push(Step::TurnEnded { moves, hash });
        self.opened();
        self.settle_lesser();
        Ok(())
    }

    /// Lets the computer players act, closes the turn and opens the next. Says what they did.
    fn advance(&mut self) -> Vec<(CourtId, Ask)> {
        // Players may remember. Where they have answered these very asks already, they are not asked twice.
        let mut moves = Vec::new();
        match self.unkept.take() {
            Some((asks, answered)) if asks == self.asks => {
                for (court, ask) in &answered {
                    let again = self.engine.submit(*court, ask);
                    debug_assert!(again.is_ok(), "{ask:?}: {again:?}");
                }
                moves = answered;
            }
            _ => {
                for (i, player) in self.players.iter_mut().enumerate() {
                    let court = CourtId::of(i);
                    if self.seats.iter().all(|s| s.court != court) {
                        let done = policy::act(&mut self.engine, court, player.as_mut());
                        moves.extend(done.into_iter().map(|ask| (court, ask)));
                    }
                }
            }
        }
        self.engine.end_turn();
        self.stamp = stamp();
        moves
    }

    /// A new turn is open.
    fn opened(&mut self) {
        let closed = self.engine.events_closed();
        self.books.extend(postings(self.sits, closed, self.booked));
        self.booked = 0;
        self.settle_asks();
        self.open();
    }

    /// Sets a value by hand: no court does this, a writer does at his bench. What was asked in this turn before it stands for good.
    ///
    /// # Errors
    /// When it cannot be so, or could not be written down. Nothing was changed then.
    pub fn set(&mut self, given: &GivenNow) -> Result<(), NotSet> {
        hand::check(self.engine.whole(), given).map_err(NotSet::Unset)?;
        self.keeper
            .set(self.engine.turn(), given)
            .map_err(NotSet::NotKept)?;
        self.engine.set(given).map_err(NotSet::Unset)?;
        self.history.push(Step::Set(given.clone()));
        self.set_apart();
        Ok(())
    }

    /// The same value as it stands now, for a writer who wants to see it before he changes it; none for what happens once.
    #[must_use]
    pub fn value_now(&self, of: &GivenNow) -> Option<GivenNow> {
        hand::now(self.engine.whole(), of)
    }

    /// A value was set: from here the turn goes on as from an opening.
    fn set_apart(&mut self) {
        self.stamp = stamp();
        self.settle_asks();
        // What came in this morning is still new.
        self.unread();
        // Each xun has one sitting, those that were passed over too.
        let turn = usize::from(self.engine.turn().0);
        for seat in &mut self.seats {
            if let Some(last) = seat.sittings.last().copied() {
                seat.sittings.resize(turn, last);
            }
        }
        self.open();
    }

    /// Everything that was done so far and not taken back, oldest first.
    #[must_use]
    pub fn history(&self) -> &[Step] {
        &self.history
    }

    /// Lets a player act for a court that a person plays, as far as the turn has come.
    ///
    /// # Errors
    /// When it could not be written down.
    pub fn lead(&mut self, court: CourtId, player: &mut dyn Player) -> Result<(), Trouble> {
        let mut ahead = self.engine.fork();
        for ask in policy::act(&mut ahead, court, player) {
            self.ask(court, ask)?;
        }
        Ok(())
    }

    /// What was asked in the turn was shown when it was asked, and cannot be taken back any more.
    fn settle_asks(&mut self) {
        let mut from = self.opening.chronicle.len();
        for ((court, _), until) in self.asks.iter().zip(&self.marks) {
            if let Some(seat) = self.seats.iter_mut().find(|s| s.court == *court) {
                seat.told.resize(seat.told.len().max(*until), false);
                seat.told[from..*until].fill(true);
            }
            from = *until;
        }
        self.asks.clear();
        self.marks.clear();
        self.unkept = None;
        self.fresh = false;
    }

    /// Plays a step of a journal again, without writing it down. The computer players do what is written; nobody asks them.
    ///
    /// # Errors
    /// When the game does not go as written.
    pub fn replay(&mut self, step: &Step) -> Result<(), Mismatch> {
        let turn = self.engine.turn();
        self.stamp = stamp();
        match step {
            Step::Ask(court, ask) => {
                self.engine
                    .submit(*court, ask)
                    .map_err(|refusal| Mismatch::Refused(turn, refusal))?;
                self.asks.push((*court, ask.clone()));
                self.marks.push(self.engine.chronicle().len());
                self.history.push(step.clone());
                self.fresh = false;
            }
            Step::Set(given) => {
                self.engine
                    .set(given)
                    .map_err(|why| Mismatch::Unset(turn, why))?;
                self.history.push(step.clone());
                self.set_apart();
            }
            Step::Voted(..) => self.history.push(step.clone()),
            Step::Undo(court) => {
                if self.asks.last().is_none_or(|(by, _)| by != court) {
                    return Err(Mismatch::NothingToUndo(turn));
                }
                self.asks.pop();
                self.marks.pop();
                self.forget_last_ask();
                self.back_to_opening();
            }
            Step::TurnEnded { moves, hash } => {
                for (court, ask) in moves {
                    self.engine
                        .submit(*court, ask)
                        .map_err(|refusal| Mismatch::Refused(turn, refusal))?;
                }
                self.engine.end_turn();
                let found = self.engine.hash();
                self.history.push(Step::TurnEnded {
                    moves: moves.clone(),
                    hash: found,
                });
                self.opened();
                if found != *hash {
                    return Err(Mismatch::Hash {
                        turn,
                        written: *hash,
                        found,
                    });
                }
            }
        }
        Ok(())
    }

    /// Closes the turn with these moves of the courts that nobody plays, as far as they are lawful: how many were not. Nothing is
    /// written down, and nobody is asked.
    pub fn close_with(&mut self, moves: &[(CourtId, Ask)]) -> usize {
        if self.engine.ended().is_some() {
            return moves.len();
        }
        let mut done = Vec::with_capacity(moves.len());
        for (court, ask) in moves {
            if self.engine.submit(*court, ask).is_ok() {
                done.push((*court, ask.clone()));
            }
        }
        let left_out = moves.len() - done.len();
        self.engine.end_turn();
        self.stamp = stamp();
        let hash = self.engine.hash();
        self.history.push(Step::TurnEnded { moves: done, hash });
        self.opened();
        left_out
    }

    /// Notes how things stand as a turn opens, and what is new to each seat.
    fn open(&mut self) {
        self.opening = self.engine.save();
        self.sits = self.engine.turn();
        let dawn = self.engine.events_now();
        self.books.extend(postings(self.sits, dawn, self.booked));
        self.booked = dawn.len();
        let engine = &self.engine;
        for seat in &mut self.seats {
            let view = engine.view(seat.court);
            let realm = view.realm();
            seat.sittings.push(Sitting {
                treasury: realm.treasury,
                legitimacy: realm.legitimacy,
                lean: realm.lean,
                moved: view.moved(Turn(0)).count(),
            });
            let chronicle = engine.chronicle();
            seat.told.resize(chronicle.len(), false);
            // Between two sittings the news gathers.
            if seat.sat {
                seat.news.clear();
                seat.settled.clear();
            }
            seat.sat = view.in_session() || !realm.stands;
            let mut at = 0;
            for news in view.heard(Turn(0)) {
                // Both run through the chronicle in its order.
                while at < chronicle.len()
                    && !std::ptr::eq(&raw const chronicle[at].event, news.event)
                {
                    at += 1;
                }
                if at < chronicle.len() && !seat.told[at] {
                    seat.told[at] = true;
                    // What a taken town has to tell of years ago is for the chronicle.
                    if self.sits.0.saturating_sub(chronicle[at].turn.0) <= NEWS_AT_MOST_OLD {
                        seat.news.push(at);
                    }
                }
            }
            let laid = |decision: &DecisionId| {
                chronicle
                    .iter()
                    .rposition(
                        |e| matches!(&e.event, Event::Laid { decision: d, .. } if d == decision),
                    )
                    .unwrap_or(usize::MAX)
            };
            seat.matters = view.pending().collect();
            seat.matters.sort_by_key(|d| (laid(d), *d));
        }
    }

    /// What came in so far was put before this court, though it does not sit: it is not told again.
    pub fn read(&mut self, court: CourtId) {
        for seat in self.seats.iter_mut().filter(|seat| seat.court == court) {
            seat.sat = true;
        }
    }

    /// What came in so far was not put before anybody: it stays with what the next turn brings.
    pub fn unread(&mut self) {
        for seat in &mut self.seats {
            seat.sat = false;
        }
    }

    /// The matters of a seat that still wait, with the numbers they have this turn, from 1.
    #[must_use]
    pub fn waiting(&self, court: CourtId) -> Vec<(usize, DecisionId)> {
        let pending: Vec<DecisionId> = self.view(court).pending().collect();
        self.seat(court).map_or_else(Vec::new, |seat| {
            seat.matters
                .iter()
                .enumerate()
                .filter(|(_, d)| pending.contains(d))
                .map(|(i, d)| (i + 1, *d))
                .collect()
        })
    }

    /// Whether a court can answer a matter: of one of which no course is open it can only let the moment pass.
    #[must_use]
    pub fn can_answer(&self, court: CourtId, decision: DecisionId) -> bool {
        let view = self.view(court);
        let options = self.engine.book().decisions[decision.index()].options.len();
        (0..options).any(|o| view.may_choose(decision, OptionId::of(o)).is_ok())
    }

    /// Whether a matter waits that it can answer.
    #[must_use]
    pub fn answerable(&self, court: CourtId) -> bool {
        let mut pending = self.view(court).pending();
        pending.any(|decision| self.can_answer(court, decision))
    }

    /// How many more xun a matter waits after this one.
    #[must_use]
    pub fn patience(&self, court: CourtId, decision: DecisionId) -> u16 {
        let laid = self
            .view(court)
            .heard(Turn(0))
            .filter(|n| matches!(n.event, Event::Laid { decision: d, .. } if *d == decision))
            .map(|n| n.turn.0)
            .last()
            .unwrap_or(self.engine.turn().0);
        let patience = u16::from(self.engine.book().decisions[decision.index()].patience_xun);
        (laid + patience).saturating_sub(self.engine.turn().0 + 1)
    }
}
