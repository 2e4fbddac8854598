//! The state of one game: components on the entities of a private ECS world, short lists beside it, and the scenario.
//!
//! Places, armies, people and courts are entities, spawned in the order of their ids. A [`Kept`] game has the world; the [`Game`] in it
//! holds the world's columns, which one query handed out when the world was made: to look something up is to index a slice.
//!
//! Everybody may read it through the accessors here; only [`apply`] writes it, one event at a time.

pub mod apply;
pub mod columns;
pub mod components;
mod ears;
mod fixed;
mod hand;
pub mod muster;
pub mod places;
pub mod road;
pub mod sleep;
pub mod snapshot;
pub mod yields;

use std::fmt;
use std::sync::Arc;

use self_cell::{MutBorrow, self_cell};

use crate::base::date::{Date, Turn};
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, IncidentId, OptionId, PersonId, PlaceId, PostId, RouteId,
};
use crate::base::luck::{Half, Luck};
use crate::events::{Account, Call, Ears, Entry, Event, MenAccount, Reason, Stat, Task, Why};
use crate::rules::condition::Days;
use crate::rules::systems::incidents::Prey;
use crate::scenario::language::{BattleKind, Good, Sits};
use crate::scenario::model::{PlaceKind, River, Scenario, Terms};
use columns::{Columns, Home};
use components::{
    Captive, Ceded, Country, Crowd, Drawn, Errand, Field, Figure, Force, Matter, Paper, Realm,
    Siege, Sighting, Tables, Town,
};
use fixed::Fixed;
use muster::Muster;
use places::{Places, Word, bit, join, meet, places_of};
use road::Letter;
use sleep::Sleepers;
use yields::Yields;

/// Resistance at which a country's own people leave it.
pub const CALM: i32 = 5;

/// Resistance from which a country is on the short list of restless ones.
pub const RESTLESS: i32 = 20;

/// `Clone` for a struct of lists, whose `clone_from` keeps the room that each list has. The derived one throws it away.
macro_rules! impl_clone_in_place {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl Clone for $name {
            fn clone(&self) -> Self {
                Self { $($field: self.$field.clone()),* }
            }
            fn clone_from(&mut self, from: &Self) {
                $(self.$field.clone_from(&from.$field);)*
            }
        }
    };
}
use impl_clone_in_place;

/// Short lists of what is asked for far more often than it changes. `apply` keeps them.
#[derive(Debug, Default)]
struct Index {
    /// What never changes.
    fixed: Arc<Fixed>,
    /// Who holds each place; and the places of each court, in order.
    holders: Vec<Option<CourtId>>,
    held: Vec<Places>,
    /// The places that can be seen from those, a bit each.
    overlooked: Vec<Vec<Word>>,
    /// Who set each court up.
    patrons: Vec<Option<CourtId>>,
    /// Armies in the field, in order, of all and of each court; and whether each army is.
    standing: Vec<ArmyId>,
    ranks: Vec<Vec<ArmyId>>,
    stands: Vec<bool>,
    /// The armies and levies that each person commands, in order.
    led: Vec<Vec<ArmyId>>,
    /// Those of which many ask what they are.
    muster: Muster,
    /// Armies in the field by the place they are at or have left, in order.
    at: Vec<Vec<ArmyId>>,
    /// Places where there are any, in order.
    camps: Places,
    /// Places with bands about them, in order; and those that another court holds than the one whose country they were.
    banded: Places,
    foreign: Places,
    /// Men in the garrisons of each court.
    garrisons: Vec<u64>,
    /// What nothing reaches from each court's seat, as it was found last; and whether no town, ring, seat or side changed since.
    cut_off: Vec<Vec<PlaceId>>,
    lines_hold: Vec<bool>,
    /// Conditions that cannot have come to hold since they were asked.
    sleepers: Sleepers,
    /// What each place brings its holder in a month, where that is known.
    yields: Yields,
    /// Places whose country resists its holder so far that it is restless, in order.
    restless: Places,
    /// Places whose country is not calm; and those from which households fled or were carried off.
    uneasy: Places,
    emptied: Places,
    /// Which court sees which army, by court, as it was found last; and whether every army, town and court is where and what it was then.
    seen: Vec<(CourtId, ArmyId)>,
    seen_holds: bool,
    /// Where those who are heard at each court would have it lean, as it was reckoned last; none once somebody's seat, favour or freedom changed.
    means: Vec<Option<Option<i32>>>,
    /// Places whose walls are not whole, in order.
    breached: Places,
    /// Places whose stores or garrison may not be as they should be, in order: all of them at first, and those of which anything changed since.
    worn: Places,
    /// The armies of which each court was ever told, in order.
    heard_of: Vec<Vec<ArmyId>>,
    /// The way of the letter that the last event sent, if it sent one.
    letter: Option<Letter>,
    /// Besieged places, places signed away and people in others' hands, in order.
    besieged: Places,
    ceded: Vec<PlaceId>,
    captives: Vec<PersonId>,
    /// People who are where they were sent, and not simply with their court or army, in order.
    afield: Vec<PersonId>,
    /// Papers that were sent or sworn, in order: most of those that a scenario has never are.
    carried: Vec<DraftId>,
    /// Those of them that bind each court, in order.
    bound: Vec<Vec<DraftId>>,
    /// Who lost which kind of battle where, in order, each once.
    lost: Vec<(CourtId, BattleKind, PlaceId)>,
    /// Matters that wait for an answer, in order; and those that were closed, as they were closed.
    open: Vec<DecisionId>,
    closed: Vec<DecisionId>,
}

impl_clone_in_place!(Index {
    fixed,
    holders,
    held,
    overlooked,
    patrons,
    standing,
    ranks,
    stands,
    led,
    muster,
    at,
    camps,
    banded,
    foreign,
    garrisons,
    cut_off,
    lines_hold,
    sleepers,
    yields,
    restless,
    uneasy,
    emptied,
    seen,
    seen_holds,
    means,
    breached,
    worn,
    heard_of,
    letter,
    besieged,
    ceded,
    captives,
    afield,
    carried,
    bound,
    lost,
    open,
    closed,
});

/// Puts a thing on an ordered list, once.
fn enlist<T: Ord>(list: &mut Vec<T>, thing: T) {
    if let Err(at) = list.binary_search(&thing) {
        list.insert(at, thing);
    }
}

/// Takes a thing off an ordered list.
fn strike<T: Ord>(list: &mut Vec<T>, thing: &T) {
    if let Ok(at) = list.binary_search(thing) {
        list.remove(at);
    }
}

/// Lists that nobody has now: whoever takes one and puts it back spares the next the room for one.
#[derive(Debug)]
struct Spare<T>(Vec<Vec<T>>);

impl<T> Spare<T> {
    fn take(&mut self) -> Vec<T> {
        self.0.pop().unwrap_or_default()
    }
    fn put(&mut self, mut list: Vec<T>) {
        list.clear();
        self.0.push(list);
    }
}

impl Index {
    /// An army is at a place.
    fn comes(&mut self, army: ArmyId, place: PlaceId) {
        self.seen_holds = false;
        enlist(&mut self.at[place.index()], army);
        self.camps.enlist(place);
    }
    /// And is there no more.
    fn goes(&mut self, army: ArmyId, place: PlaceId) {
        self.seen_holds = false;
        strike(&mut self.at[place.index()], &army);
        if self.at[place.index()].is_empty() {
            self.camps.strike(place);
        }
    }
    /// A court holds a place.
    fn gains(&mut self, court: CourtId, place: PlaceId) {
        let n = court.index();
        self.held[n].enlist(place);
        join(&mut self.overlooked[n], self.fixed.overlooks.row(place));
    }
    /// And holds it no more.
    fn loses(&mut self, court: CourtId, place: PlaceId) {
        let n = court.index();
        self.held[n].strike(place);
        // What was seen from there is seen no more, unless from elsewhere: whichever place sees another is seen from it.
        let overlooks = &self.fixed.overlooks;
        for (word, bits) in overlooks.row(place).iter().enumerate() {
            for seen in places_of(word, *bits) {
                if !meet(overlooks.row(seen), self.held[n].bits()) {
                    let (word, bit) = bit(seen);
                    self.overlooked[n][word] &= !bit;
                }
            }
        }
    }
}

/// What a game keeps of what happened, beside its state. No rule reads any of it: all that is to come is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// Its chronicle, and a page of every event of the turn.
    Pages,
    /// Its chronicle.
    Chronicle,
    /// Of its chronicle only what courts come back to ([`Event::is_recalled`]): nobody tells of it, and nobody plays it who goes by old news.
    Memory,
}

/// One game in progress, as everybody reads it and as [`apply`] writes it: on the columns of the world that a [`Kept`] game has.
#[derive(Debug)]
pub struct Game<'w> {
    columns: Columns<'w>,
    index: Index,
    tables: Tables,
    /// The scenario.
    pub book: Arc<Scenario>,
    /// The seed's luck.
    pub luck: Luck,
    /// What happened, told events only, oldest first.
    chronicle: Vec<Entry>,
    /// Every event since the turn opened, if the game keeps a page of them at all.
    now: Vec<Event>,
    keeps: Keeps,
    /// Room for lists, while nobody has it.
    spare: Spare<ArmyId>,
    spare_places: Spare<PlaceId>,
    spare_papers: Spare<DraftId>,
    spare_paths: Spare<u8>,
}

self_cell!(
    struct Cell {
        owner: MutBorrow<Home>,
        #[covariant]
        dependent: Game,
    }
);

/// A game in progress with what it lives in.
pub struct Kept(Cell);

impl Kept {
    /// A game in this home.
    fn at_home(home: Home, make: impl FnOnce(Columns<'_>) -> Game<'_>) -> Self {
        Self(Cell::new(MutBorrow::new(home), |home| {
            make(home.borrow_mut().columns())
        }))
    }
    /// The game, to be read.
    #[must_use]
    #[inline]
    pub fn game(&self) -> &Game<'_> {
        self.0.borrow_dependent()
    }
    /// Lets something happen in the game.
    pub fn change<T>(&mut self, how: impl FnOnce(&mut Game<'_>) -> T) -> T {
        self.0.with_dependent_mut(|_, game| how(game))
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.game().fmt(f)
    }
}

impl Game<'_> {
    /// The turn.
    #[must_use]
    pub const fn turn(&self) -> Turn {
        self.tables.turn
    }
    /// First day of the turn.
    #[must_use]
    pub fn day(&self) -> Date {
        self.book.day(self.turn())
    }
    /// The month of that day, 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.book.month(self.turn()).0
    }
    /// Whether a month begins with the turn.
    #[must_use]
    pub fn month_begins(&self) -> bool {
        self.book.month(self.turn()).1
    }
    /// The tables.
    #[must_use]
    pub const fn tables(&self) -> &Tables {
        &self.tables
    }
    /// What the game keeps of what happened.
    #[must_use]
    pub const fn keeps(&self) -> Keeps {
        self.keeps
    }
    /// What happened so far, told events only; of one game among many perhaps only what courts come back to ([`Keeps::Memory`]).
    #[must_use]
    pub fn chronicle(&self) -> &[Entry] {
        &self.chronicle
    }
    /// Every event since the turn opened; none of a game that is one of many.
    #[must_use]
    pub fn events_now(&self) -> &[Event] {
        &self.now
    }
    /// Whether the game is over.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.tables.ended.is_some()
    }

    /// Every place's town, in order.
    #[must_use]
    #[inline]
    pub fn towns(&self) -> &[Town] {
        self.columns.towns
    }
    /// The country round every place, in order.
    #[must_use]
    #[inline]
    pub fn countries(&self) -> &[Country] {
        self.columns.countries
    }
    /// Every army and levy, in order, whether it stands or not.
    #[must_use]
    #[inline]
    pub fn forces(&self) -> &[Force] {
        self.columns.forces
    }
    /// Every person, in order.
    #[must_use]
    #[inline]
    pub fn figures(&self) -> &[Figure] {
        self.columns.figures
    }
    /// Every court, in order.
    #[must_use]
    #[inline]
    pub fn realms(&self) -> &[Realm] {
        self.columns.realms
    }
    /// Who holds each place, in order.
    #[must_use]
    pub fn holders(&self) -> &[Option<CourtId>] {
        &self.index.holders
    }

    /// A place's town.
    #[must_use]
    #[inline]
    pub fn town(&self, id: PlaceId) -> &Town {
        &self.towns()[id.index()]
    }
    /// Who holds a place.
    #[must_use]
    #[inline]
    pub fn holder(&self, id: PlaceId) -> Option<CourtId> {
        self.index.holders[id.index()]
    }
    /// Whose country a place was on the first day.
    #[must_use]
    #[inline]
    pub fn native(&self, id: PlaceId) -> Option<CourtId> {
        self.index.fixed.natives[id.index()]
    }
    /// Whose country each place was on the first day, in order.
    #[must_use]
    pub fn natives(&self) -> &[Option<CourtId>] {
        &self.index.fixed.natives
    }
    /// A place's half of the key to what may befall it.
    #[must_use]
    #[inline]
    pub fn half(&self, id: PlaceId) -> Half {
        self.index.fixed.halves[id.index()]
    }
    /// An army's half of the same.
    #[must_use]
    #[inline]
    pub fn army_half(&self, id: ArmyId) -> Half {
        self.index.fixed.army_halves[id.index()]
    }
    /// The places that a court sees from those that it holds: themselves, and those next to them that are near enough; a bit for every place there is.
    #[must_use]
    pub fn overlooked(&self, court: CourtId) -> &[Word] {
        &self.index.overlooked[court.index()]
    }
    /// The neighbours of a place, a bit for every place there is.
    #[must_use]
    pub fn beside(&self, id: PlaceId) -> &[Word] {
        self.index.fixed.beside.row(id)
    }
    /// The places in sight of a place for an army: itself, and those near enough, a bit for every place there is.
    #[must_use]
    pub fn in_sight(&self, id: PlaceId) -> &[Word] {
        self.index.fixed.in_sight.row(id)
    }
    /// Places whose stores or garrison may not be as they should be, in order: every place that is not listed is at its best.
    #[must_use]
    pub fn worn(&self) -> &[PlaceId] {
        self.index.worn.list()
    }
    /// These are found to be as they should be, until something of them changes.
    pub fn rested(&mut self, places: &[PlaceId]) {
        self.index.worn.strike_all(places);
    }
    /// Places whose walls are not whole, in order.
    #[must_use]
    pub fn breached(&self) -> &[PlaceId] {
        self.index.breached.list()
    }
    /// Places whose country is restless ([`RESTLESS`]), in order.
    #[must_use]
    pub fn restless(&self) -> &[PlaceId] {
        self.index.restless.list()
    }
    /// Puts into a list the places where a country may not be simply its own court's: another holds it, or there are bands; and by the month where it is not
    /// calm, or was emptied. In order.
    pub fn put_uneasy(&self, month: bool, out: &mut Vec<PlaceId>) {
        let index = &self.index;
        for (n, (foreign, banded)) in index
            .foreign
            .bits()
            .iter()
            .zip(index.banded.bits())
            .enumerate()
        {
            let by_month = index.uneasy.bits()[n] | index.emptied.bits()[n];
            let all = foreign | banded | if month { by_month } else { 0 };
            out.extend(places_of(n, all));
        }
    }
    /// The places that a court holds, in order.
    #[must_use]
    pub fn held(&self, court: CourtId) -> &[PlaceId] {
        self.index.held[court.index()].list()
    }
    /// The same, a bit for every place there is.
    #[must_use]
    pub fn held_bits(&self, court: CourtId) -> &[Word] {
        self.index.held[court.index()].bits()
    }
    /// A court's posts, in order.
    #[must_use]
    pub fn posts(&self, court: CourtId) -> &[PostId] {
        &self.index.fixed.posts[court.index()]
    }
    /// Those of them that have a seat in its council, in order.
    #[must_use]
    pub fn seats(&self, court: CourtId) -> &[PostId] {
        &self.index.fixed.seats[court.index()]
    }
    /// Places with a powder workshop, in order.
    #[must_use]
    pub fn workshops(&self) -> &[PlaceId] {
        &self.index.fixed.workshops
    }
    /// Routes that cross a great river, as the rivers run on the first day or may come to run, in order.
    #[must_use]
    pub fn crossings(&self) -> &[RouteId] {
        &self.index.fixed.crossings
    }
    /// Places with bands about them, in order.
    #[must_use]
    pub fn banded(&self) -> &[PlaceId] {
        self.index.banded.list()
    }
    /// Places that another court holds than the one whose country they were, in order.
    #[must_use]
    pub fn foreign(&self) -> &[PlaceId] {
        self.index.foreign.list()
    }
    /// Men in a court's garrisons.
    #[must_use]
    pub fn garrisons(&self, court: CourtId) -> u64 {
        self.index.garrisons[court.index()]
    }
    /// What `find` says nothing reaches from a court's seat, looked for again only when a town, a ring, a seat or a side changed since. It is put back
    /// with [`Self::keep_cut_off`] when it was gone through.
    pub fn take_cut_off(
        &mut self,
        court: CourtId,
        find: impl Fn(&Self, &mut Vec<PlaceId>),
    ) -> Vec<PlaceId> {
        let n = court.index();
        let mut kept = std::mem::take(&mut self.index.cut_off[n]);
        if !std::mem::replace(&mut self.index.lines_hold[n], true) {
            kept.clear();
            find(self, &mut kept);
        }
        debug_assert!(
            {
                let mut found = Vec::new();
                find(self, &mut found);
                found == kept
            },
            "what is cut off changed unseen"
        );
        kept
    }
    /// Puts it back.
    pub fn keep_cut_off(&mut self, court: CourtId, cut: Vec<PlaceId>) {
        self.index.cut_off[court.index()] = cut;
    }
    /// Which court sees which army, as `find` says, looked for again only when an army, a town or a court changed since. It is put back
    /// with [`Self::keep_seen`] when it was gone through.
    pub fn take_seen(
        &mut self,
        find: impl Fn(&Self, &mut Vec<(CourtId, ArmyId)>),
    ) -> Vec<(CourtId, ArmyId)> {
        let mut kept = std::mem::take(&mut self.index.seen);
        if !std::mem::replace(&mut self.index.seen_holds, true) {
            kept.clear();
            find(self, &mut kept);
        }
        debug_assert!(
            {
                let mut found = Vec::new();
                find(self, &mut found);
                found == kept
            },
            "what is seen changed unseen"
        );
        kept
    }
    /// Puts it back.
    pub fn keep_seen(&mut self, seen: Vec<(CourtId, ArmyId)>) {
        self.index.seen = seen;
    }
    /// Where a council would have its court lean, as `find` says, reckoned again only when something changed that could move it.
    pub fn mean(&mut self, court: CourtId, find: impl Fn(&Self) -> Option<i32>) -> Option<i32> {
        let n = court.index();
        let kept = self.index.means[n].unwrap_or_else(|| find(self));
        debug_assert_eq!(kept, find(self), "a council changed unseen");
        self.index.means[n] = Some(kept);
        kept
    }
    /// The way of the letter that the last event sent, if it sent one.
    #[must_use]
    pub const fn letter_sent(&self) -> Option<Letter> {
        self.index.letter
    }
    /// The armies of which a court was ever told, in order.
    #[must_use]
    pub fn heard_of(&self, court: CourtId) -> &[ArmyId] {
        &self.index.heard_of[court.index()]
    }
    /// Besieged places, in order.
    #[must_use]
    pub fn besieged(&self) -> &[PlaceId] {
        self.index.besieged.list()
    }
    /// The same, a bit for every place there is.
    #[must_use]
    pub fn besieged_bits(&self) -> &[Word] {
        self.index.besieged.bits()
    }
    /// Places signed away and not handed over, in order.
    #[must_use]
    pub fn all_ceded(&self) -> &[PlaceId] {
        &self.index.ceded
    }
    /// The country round a place.
    #[must_use]
    #[inline]
    pub fn country(&self, id: PlaceId) -> &Country {
        &self.countries()[id.index()]
    }
    /// Whether a court holds a place to be its own, whoever has it: its country on the first day, or what it claims.
    #[must_use]
    pub fn is_longed_for(&self, place: PlaceId, court: CourtId) -> bool {
        self.country(place).native == Some(court)
            || self.book.courts[court.index()].claims.contains(&place)
    }
    /// A place's town and the country round it.
    #[must_use]
    pub fn land(&self, id: PlaceId) -> (&Town, &Country) {
        (self.town(id), self.country(id))
    }
    /// The siege of a place, if any.
    #[must_use]
    #[inline]
    pub fn siege(&self, id: PlaceId) -> Option<&Siege> {
        self.columns.sieges[id.index()].0.as_ref()
    }
    /// The cession of a place not yet handed over, if any, under a paper that still binds.
    #[must_use]
    #[inline]
    pub fn ceded(&self, id: PlaceId) -> Option<&Ceded> {
        self.signed_away(id).filter(|ceded| !ceded.lapsed)
    }
    /// The same of a paper that may bind nobody any more.
    #[must_use]
    #[inline]
    pub fn signed_away(&self, id: PlaceId) -> Option<&Ceded> {
        self.columns.ceded[id.index()].0.as_ref()
    }
    /// An army or levy.
    #[must_use]
    #[inline]
    pub fn force(&self, id: ArmyId) -> &Force {
        &self.forces()[id.index()]
    }
    /// Where an army stands; none for a levy that was not raised, or an army that is no more.
    #[must_use]
    #[inline]
    pub fn field(&self, id: ArmyId) -> Option<&Field> {
        self.index.stands[id.index()].then(|| &self.columns.fields[id.index()])
    }
    /// A person.
    #[must_use]
    #[inline]
    pub fn figure(&self, id: PersonId) -> &Figure {
        &self.figures()[id.index()]
    }
    /// In whose hands a person is, if in another court's.
    #[must_use]
    #[inline]
    pub fn captive(&self, id: PersonId) -> Option<&Captive> {
        self.columns.captives[id.index()].0.as_ref()
    }
    /// People in others' hands, in order.
    #[must_use]
    pub fn captives(&self) -> &[PersonId] {
        &self.index.captives
    }
    /// People who are where they were sent, and not simply with their court or army, in order.
    #[must_use]
    pub fn afield(&self) -> &[PersonId] {
        debug_assert!(
            self.figures()
                .iter()
                .filter(|figure| figure.at.is_some())
                .map(|figure| figure.id)
                .eq(self.index.afield.iter().copied()),
            "somebody went somewhere unseen"
        );
        &self.index.afield
    }
    /// A court.
    #[must_use]
    #[inline]
    pub fn realm(&self, id: CourtId) -> &Realm {
        &self.realms()[id.index()]
    }
    /// How a paper stands.
    #[must_use]
    pub fn paper(&self, id: DraftId) -> &Paper {
        &self.tables.papers[id.index()]
    }
    /// Every paper: those of the scenario, then those drawn up in play.
    pub fn papers(&self) -> impl Iterator<Item = DraftId> + use<> {
        (0..self.tables.papers.len()).map(DraftId::of)
    }
    /// Papers that were sent or sworn at some time, in order.
    #[must_use]
    pub fn carried(&self) -> &[DraftId] {
        &self.index.carried
    }
    /// Those of them to which a court is a party, in order.
    #[must_use]
    pub fn bound(&self, court: CourtId) -> &[DraftId] {
        &self.index.bound[court.index()]
    }
    /// Matters that wait for an answer, in order.
    #[must_use]
    pub fn open_matters(&self) -> &[DecisionId] {
        &self.index.open
    }
    /// Voices of matters whose day to be proven comes in this turn, in order.
    #[must_use]
    pub fn proven_now(&self) -> &[(DecisionId, u8)] {
        let turns = &self.index.fixed.proven;
        turns
            .get(usize::from(self.turn().0))
            .map_or(&[], Vec::as_slice)
    }
    /// Voices of matters whose day to be proven comes before one day and not before another, in order.
    #[must_use]
    pub fn expected(&self, from: Date, until: Date) -> Vec<(DecisionId, u8)> {
        self.index.fixed.expected_between(from, until)
    }
    /// How a matter stood each time that it was laid, the first time first.
    pub fn layings(&self, decision: DecisionId) -> impl Iterator<Item = Matter> + use<'_> {
        let tables = &self.tables;
        let earlier = tables.earlier.iter().filter(move |(id, _)| *id == decision);
        let last = tables.matters[decision.index()];
        earlier
            .map(|(_, matter)| *matter)
            .chain(Some(last).filter(|matter| matter.laid.is_some()))
    }
    /// How a matter stood the first time that it was laid.
    #[must_use]
    pub fn first_laying(&self, decision: DecisionId) -> Matter {
        self.layings(decision).next().unwrap_or_default()
    }
    /// Whether a matter was laid and closed before it was laid as it now stands.
    #[must_use]
    pub fn laid_before(&self, decision: DecisionId) -> bool {
        self.tables.earlier.iter().any(|(id, _)| *id == decision)
    }
    /// What was answered in a matter when it was answered last.
    #[must_use]
    pub fn answered(&self, decision: DecisionId) -> Option<OptionId> {
        self.layings(decision)
            .filter_map(|matter| matter.chose)
            .last()
    }
    /// Matters that were answered or passed, as they were closed.
    #[must_use]
    pub fn closed_matters(&self) -> &[DecisionId] {
        &self.index.closed
    }
    /// The days outside of which a matter cannot come up, whatever else is so.
    #[must_use]
    pub fn days_of(&self, matter: DecisionId) -> Days {
        self.index.fixed.matters[matter.index()]
    }
    /// What an incident is after.
    #[must_use]
    #[inline]
    pub fn prey(&self, incident: IncidentId) -> Prey {
        self.index.fixed.incidents[incident.index()]
    }
    /// Whether a court ever lost a battle of this kind at a place.
    #[must_use]
    pub fn has_lost(&self, court: CourtId, kind: BattleKind, place: PlaceId) -> bool {
        self.index.lost.binary_search(&(court, kind, place)).is_ok()
    }
    /// Whether there is such a paper.
    #[must_use]
    pub fn has_paper(&self, id: DraftId) -> bool {
        id.index() < self.tables.papers.len()
    }
    /// What a paper says.
    #[must_use]
    pub fn terms(&self, id: DraftId) -> &Terms {
        match self.book.drafts.get(id.index()) {
            Some(draft) => &draft.terms,
            None => &self.tables.drawn[id.index() - self.book.drafts.len()].terms,
        }
    }
    /// A paper drawn up in play; none for one of the scenario's.
    #[must_use]
    pub fn drawn(&self, id: DraftId) -> Option<&Drawn> {
        self.tables
            .drawn
            .get(id.index().checked_sub(self.book.drafts.len())?)
    }
    /// Whether a paper is sworn and nobody has declared it void.
    #[must_use]
    pub fn in_force(&self, id: DraftId) -> bool {
        let paper = self.paper(id);
        paper.sworn.is_some() && paper.void.is_none()
    }

    /// Those who stand before a court's palace, if anybody does.
    #[must_use]
    pub fn crowd(&self, court: CourtId) -> Option<&Crowd> {
        self.tables.crowds.iter().find(|c| c.court == court)
    }
    /// The order that is on its way to an army far off, if one is.
    #[must_use]
    pub fn errand(&self, army: ArmyId) -> Option<&Errand> {
        self.tables.errands.iter().find(|e| e.army == army)
    }

    /// Every place, in order.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> + use<> {
        PlaceId::all(self.columns.towns.len())
    }
    /// Every army and levy, in order.
    pub fn armies(&self) -> impl Iterator<Item = ArmyId> + use<> {
        ArmyId::all(self.columns.forces.len())
    }
    /// Every army that stands, in order.
    #[must_use]
    pub fn all_standing(&self) -> &[ArmyId] {
        &self.index.standing
    }
    /// Those of one court, in order.
    #[must_use]
    pub fn all_ranks(&self, court: CourtId) -> &[ArmyId] {
        &self.index.ranks[court.index()]
    }
    /// Every army that stands, in order: a list of its own, so that the game may change while it is gone through. Whoever hands it back
    /// ([`Self::done_with`]) spares the next who asks the room for one.
    #[must_use]
    pub fn standing_ids(&mut self) -> Vec<ArmyId> {
        let mut list = self.room();
        list.extend_from_slice(&self.index.standing);
        list
    }
    /// An empty list of armies, to be handed back.
    #[must_use]
    pub fn room(&mut self) -> Vec<ArmyId> {
        self.spare.take()
    }
    /// Takes a list of armies back.
    pub fn done_with(&mut self, list: Vec<ArmyId>) {
        self.spare.put(list);
    }
    /// An empty list of places, to be handed back.
    #[must_use]
    pub fn room_for_places(&mut self) -> Vec<PlaceId> {
        self.spare_places.take()
    }
    /// Takes a list of places back.
    pub fn done_with_places(&mut self, list: Vec<PlaceId>) {
        self.spare_places.put(list);
    }
    /// The papers that were sent or sworn at some time, in order: a list of its own, to be handed back.
    #[must_use]
    pub fn carried_papers(&mut self) -> Vec<DraftId> {
        let mut list = self.spare_papers.take();
        list.extend_from_slice(&self.index.carried);
        list
    }
    /// Takes a list of papers back.
    pub fn done_with_papers(&mut self, list: Vec<DraftId>) {
        self.spare_papers.put(list);
    }
    /// An empty path through the effects of a choice, to be handed back.
    #[must_use]
    pub fn room_for_path(&mut self) -> Vec<u8> {
        self.spare_paths.take()
    }
    /// Takes a path back.
    pub fn done_with_path(&mut self, path: Vec<u8>) {
        self.spare_paths.put(path);
    }
    /// The next army of a list that stands and is of this kind, and the list without those before it: each is looked at only when its turn has come,
    /// so that the game may change while the list is gone through.
    #[must_use]
    pub fn next_standing<'l>(
        &self,
        list: &'l [ArmyId],
        is: impl Fn(&Force, &Field) -> bool,
    ) -> Option<(ArmyId, &'l [ArmyId])> {
        let (forces, fields) = (&*self.columns.forces, &*self.columns.fields);
        let fits = |id: &ArmyId| {
            let n = id.index();
            self.index.stands[n] && is(&forces[n], &fields[n])
        };
        let at = list.iter().position(fits)?;
        Some((list[at], &list[at + 1..]))
    }
    /// Where armies are, or whence they are on the road, in order, with those of each place.
    pub fn camps(&self) -> impl Iterator<Item = (PlaceId, &[ArmyId])> {
        let at = &self.index.at;
        let camps = self.index.camps.list().iter();
        camps.map(move |place| (*place, at[place.index()].as_slice()))
    }
    /// The places of those camps, a bit for every place there is.
    #[must_use]
    pub fn camp_bits(&self) -> &[Word] {
        self.index.camps.bits()
    }
    /// The armies that are at a place, or have left it and are on the road, in order.
    #[must_use]
    pub fn all_at(&self, place: PlaceId) -> &[ArmyId] {
        &self.index.at[place.index()]
    }
    /// Every army that stands, in order, with its force and field.
    pub fn standing(&self) -> impl Iterator<Item = (ArmyId, &Force, &Field)> {
        let (forces, fields) = (&*self.columns.forces, &*self.columns.fields);
        self.index
            .standing
            .iter()
            .map(move |&id| (id, &forces[id.index()], &fields[id.index()]))
    }
    /// The same of those of one court.
    pub fn ranks(&self, court: CourtId) -> impl Iterator<Item = (ArmyId, &Force, &Field)> {
        let (forces, fields) = (&*self.columns.forces, &*self.columns.fields);
        self.index.ranks[court.index()]
            .iter()
            .map(move |&id| (id, &forces[id.index()], &fields[id.index()]))
    }
    /// The levies that a court had on the first day and that were not up then, in order.
    #[must_use]
    pub fn levies(&self, court: CourtId) -> &[ArmyId] {
        &self.index.fixed.levies[court.index()]
    }
    /// The same of those that are at one place, or have left it and are on the road.
    pub fn standing_at(&self, place: PlaceId) -> impl Iterator<Item = (ArmyId, &Force, &Field)> {
        let (forces, fields) = (&*self.columns.forces, &*self.columns.fields);
        self.index.at[place.index()]
            .iter()
            .map(move |&id| (id, &forces[id.index()], &fields[id.index()]))
    }
    /// Every court, in order.
    pub fn courts(&self) -> impl Iterator<Item = CourtId> + use<> {
        CourtId::all(self.columns.realms.len())
    }
    /// Every person, in order.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + use<> {
        PersonId::all(self.columns.figures.len())
    }

    /// The great river that a route crosses, as the rivers run now.
    #[must_use]
    pub fn river(&self, route: RouteId) -> River {
        let route = &self.book.atlas.routes[route.index()];
        if self.tables.river_moved.is_some() {
            route.river_after
        } else {
            route.river
        }
    }
    /// Whether a place lies south of the Yellow River as it runs now.
    #[must_use]
    pub fn south_of_river(&self, place: PlaceId) -> bool {
        let place = &self.book.atlas.places[place.index()];
        if self.tables.river_moved.is_some() {
            place.south_of_new_bed
        } else {
            place.south_of_river
        }
    }
    /// Households that live in the country round a place: those it had, less who fled or was carried off, and who was settled there.
    #[must_use]
    pub fn homes(&self, place: PlaceId) -> u32 {
        self.homes_in(place, self.country(place))
    }
    /// The same, with the country in hand.
    #[must_use]
    pub fn homes_in(&self, place: PlaceId, country: &Country) -> u32 {
        (self.book.atlas.places[place.index()].households + country.settled)
            .saturating_sub(country.away + country.taken)
    }
    /// Whether a court sits this xun: it can choose and give orders.
    #[must_use]
    pub fn sits(&self, court: CourtId) -> bool {
        self.book.sits == Sits::Xun || self.tables.sitting.iter().any(|(c, _)| *c == court)
    }
    /// What called a court together this xun, where this is not its day.
    #[must_use]
    pub fn called(&self, court: CourtId) -> Option<Call> {
        self.tables
            .sitting
            .iter()
            .find(|(c, _)| *c == court)
            .and_then(|(_, called)| *called)
    }
    /// The court that set this one up, if it stands by another's army.
    #[must_use]
    pub fn patron(&self, court: CourtId) -> Option<CourtId> {
        let realm = self.realm(court);
        realm.patron.filter(|_| realm.stands)
    }
    /// Whether high water lies on the country round a place.
    #[must_use]
    pub fn under_water(&self, place: PlaceId) -> bool {
        self.tables.turn.0 < self.country(place).under_water.0
    }
    /// Whether two courts are at war.
    #[must_use]
    pub fn at_war(&self, a: CourtId, b: CourtId) -> bool {
        self.tables.wars[a.index() * self.book.courts.len() + b.index()]
    }
    /// Whether a court is an enemy of the holder of a place.
    #[must_use]
    pub fn hostile_place(&self, court: CourtId, place: PlaceId) -> bool {
        self.holder(place)
            .is_some_and(|holder| self.at_war(court, holder))
    }
    /// Whether two courts fight on one side: the same, or a puppet and its patron, or both at war with a third and with nobody's quarrel between them.
    #[must_use]
    pub fn allied(&self, a: CourtId, b: CourtId) -> bool {
        let patrons = &self.index.patrons;
        a == b || patrons[a.index()] == Some(b) || patrons[b.index()] == Some(a)
    }
    /// Who holds a post.
    #[must_use]
    pub fn holder_of(&self, post: PostId) -> Option<PersonId> {
        self.tables.posts[post.index()]
    }
    /// The army a person commands.
    #[must_use]
    pub fn command_of(&self, person: PersonId) -> Option<ArmyId> {
        let led = self.index.led[person.index()].iter();
        led.copied().find(|army| self.index.stands[army.index()])
    }
    /// Whether a person can act for his court: alive, free, not sent away.
    #[must_use]
    pub fn is_free(&self, person: PersonId) -> bool {
        self.is_free_as(person, self.figure(person))
    }
    /// The same, with how he stands in hand.
    #[must_use]
    pub fn is_free_as(&self, person: PersonId, figure: &Figure) -> bool {
        figure.alive && !figure.exiled && self.captive(person).is_none()
    }
    /// Where a person is: in his captor's camp or seat, with his army, where he was sent, or at his court's seat.
    #[must_use]
    pub fn whereabouts(&self, person: PersonId) -> Option<PlaceId> {
        let figure = self.figure(person);
        if figure.at.is_some() {
            return figure.at;
        }
        if let Some(captive) = self.captive(person) {
            // With that of the captor's armies which stands nearest his own court, or at the captor's seat.
            let home = figure.court.map(|court| self.realm(court).seat)?;
            return self
                .ranks(captive.of)
                .map(|(_, _, field)| field.at)
                .min_by_key(|at| (self.book.atlas.km(*at, home), *at))
                .or_else(|| Some(self.realm(captive.of).seat));
        }
        if let Some(army) = self.command_of(person) {
            return self.field(army).map(|f| f.at);
        }
        figure.court.map(|court| self.realm(court).seat)
    }
    /// Whether a place is one where an army can stop another: a pass, or a town at a great river's crossing.
    #[must_use]
    pub fn is_gate(&self, place: PlaceId) -> bool {
        matches!(self.book.atlas.places[place.index()].kind, PlaceKind::Pass)
    }
    /// Men of a court's field armies standing at a place (on the spot, not on the road).
    #[must_use]
    pub fn men_at(&self, court: CourtId, place: PlaceId) -> u32 {
        self.standing_at(place)
            .filter(|(_, force, field)| force.court == court && field.next.is_none())
            .map(|(_, force, _)| force.men)
            .sum()
    }
    /// Men of a court's field armies within `km` of a place by road.
    #[must_use]
    pub fn men_near(&self, court: CourtId, place: PlaceId, km: u32) -> u32 {
        self.ranks(court)
            .filter(|(_, _, field)| self.book.atlas.km(field.at, place) <= km)
            .map(|(_, force, _)| force.men)
            .sum()
    }
    /// Whether an army stands inside the walls of a town of its own side.
    #[must_use]
    pub fn is_inside(&self, force: &Force, field: &Field) -> bool {
        field.next.is_none()
            && self
                .holder(field.at)
                .is_some_and(|holder| self.allied(holder, force.court))
            && !matches!(field.task, Task::Relieve | Task::Raid(_))
            && self.has_walls(field.at)
    }
    /// Whether an enemy of a court's stands before a town of its side: he besieges it, or his army is at rest there in the open.
    #[must_use]
    pub fn beset(&self, court: CourtId, place: PlaceId) -> bool {
        self.siege(place).is_some_and(|s| self.at_war(court, s.by))
            || self
                .holder(place)
                .is_some_and(|holder| self.allied(holder, court))
                && self.standing_at(place).any(|(_, force, field)| {
                    field.next.is_none()
                        && !force.afloat()
                        && self.at_war(court, force.court)
                        && !self.is_inside(force, field)
                })
    }
    /// Whether a place has walls that an army can go inside of: a prefecture's or a fort's, not a market's palisade.
    #[must_use]
    pub fn has_walls(&self, place: PlaceId) -> bool {
        self.book.atlas.places[place.index()].walls >= 2
    }
    /// Men who defend a town: its garrison and the armies inside.
    #[must_use]
    pub fn defenders(&self, place: PlaceId) -> u32 {
        let inside: u32 = self
            .standing_at(place)
            .filter(|(_, force, field)| self.is_inside(force, field))
            .map(|(_, force, _)| force.men)
            .sum();
        self.town(place).garrison + inside
    }

    /// Applies an event and remembers it. The one way a game changes.
    ///
    /// Three in four keep the books: whoever emits one of those comes straight to what it does, without an event being made of it first that most
    /// often nobody keeps. It has nothing in it to be dropped either, and to say so spares the question.
    #[inline(always)]
    pub fn emit(&mut self, event: Event) {
        match event {
            Event::Stat { stat, by, why } => {
                std::mem::forget(event);
                self.book_stat(stat, by, why);
            }
            Event::Goods {
                from,
                to,
                good,
                amount,
                why,
            } => {
                std::mem::forget(event);
                self.book_goods((from, to), good, amount, why);
            }
            Event::Men { from, to, men } => {
                std::mem::forget(event);
                self.book_men(from, to, men);
            }
            Event::Reported {
                to,
                army,
                place,
                men,
                seen,
                arrives,
            } => {
                std::mem::forget(event);
                let sighting = Sighting {
                    place,
                    men,
                    seen,
                    arrives,
                };
                self.book_report(to, army, sighting);
            }
            _ => self.tell(event),
        }
    }

    fn book_stat(&mut self, stat: Stat, by: i32, why: Why) {
        self.move_stat(stat, by);
        let event = || Event::Stat { stat, by, why };
        if self.keeps == Keeps::Pages {
            self.now.push(event());
        }
        let written = match self.keeps {
            Keeps::Memory => Event::stat_is_recalled(stat, why),
            Keeps::Chronicle | Keeps::Pages => Event::stat_is_told(stat, why),
        };
        if written {
            // It takes place nowhere, and is everybody's here.
            self.write(event(), Ears::ALL, None);
        }
    }

    fn book_goods(&mut self, way: (Account, Account), good: Good, amount: i64, why: Reason) {
        let (from, to) = way;
        self.move_goods(from, to, good, amount);
        if self.keeps == Keeps::Pages {
            self.now.push(Event::Goods {
                from,
                to,
                good,
                amount,
                why,
            });
        }
    }

    fn book_men(&mut self, from: MenAccount, to: MenAccount, men: u32) {
        self.move_men(from, to, men);
        if self.keeps == Keeps::Pages {
            self.now.push(Event::Men { from, to, men });
        }
    }

    fn book_report(&mut self, to: CourtId, army: ArmyId, sighting: Sighting) {
        self.report(to, army, sighting);
        if self.keeps == Keeps::Pages {
            let Sighting {
                place,
                men,
                seen,
                arrives,
            } = sighting;
            self.now.push(Event::Reported {
                to,
                army,
                place,
                men,
                seen,
                arrives,
            });
        }
    }

    /// An event that tells of something.
    fn tell(&mut self, event: Event) {
        let written = match self.keeps {
            Keeps::Memory => event.is_recalled(),
            Keeps::Chronicle | Keeps::Pages => event.is_told(),
        };
        let at = written.then(|| ears::place(self, &event));
        self.apply(&event);
        if self.index.muster.in_doubt() {
            self.muster();
        }
        if self.keeps == Keeps::Pages {
            self.now.push(event.clone());
        }
        if let Some(at) = at {
            let ears = ears::of(self, &event);
            self.write(event, ears, at);
        } else if event.is_in_one_piece() {
            // Most events have nothing in them to be dropped, and to say so spares the question.
            std::mem::forget(event);
        }
    }

    /// Puts an event in the chronicle. In one game of many that is seldom done: whoever does not do it carries none of it.
    #[inline(never)]
    fn write(&mut self, event: Event, ears: Ears, at: Option<PlaceId>) {
        self.chronicle.push(Entry {
            turn: self.tables.turn,
            event,
            ears,
            at,
        });
    }

    /// Sees what those armies are of which something changed.
    fn muster(&mut self) {
        let (index, columns) = (&mut self.index, &self.columns);
        let (forces, fields, stands) = (&*columns.forces, &*columns.fields, &index.stands);
        index.muster.settle(|army| {
            let n = army.index();
            stands[n].then(|| (&forces[n], &fields[n]))
        });
    }

    /// Puts the events of the turn into `into`, whose place they leave empty: the next turn begins a fresh list.
    pub fn turn_the_page(&mut self, into: &mut Vec<Event>) {
        std::mem::swap(&mut self.now, into);
        self.now.clear();
    }
}

impl Game<'_> {
    /// A court's ruling house, in order, the dead and the captives among them.
    #[must_use]
    pub fn house(&self, court: CourtId) -> &[PersonId] {
        &self.index.fixed.houses[court.index()]
    }
    /// Whether a person is of a court's ruling house: the sovereign of the first day, his heir, or one who reigned or was named as such.
    #[must_use]
    pub fn is_of_house(&self, person: PersonId, court: CourtId) -> bool {
        self.book.people[person.index()].house == Some(court)
    }
}
