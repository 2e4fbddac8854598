//! What one court may know: its own affairs as they are, others' as last reported. Sorted, cheap, and read-only.
//!
//! Faces and policies see a game through here and through nothing else.
//!
//! * [`insight`] — what a court can say of itself and of the world when it sits down to imagine how things may go

pub mod insight;

use crate::base::date::{Date, Turn};
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, OptionId, PersonId, PlaceId, PostId};
use crate::events::{Call, Event, Stat, Task, Why};
use crate::orders::OrderNow;
use crate::rules::check::{self, Refusal};
use crate::rules::condition;
use crate::rules::formulas::{battle::Ground, costs};
use crate::rules::state::components::{
    Captive, Ceded, ClauseState, Country, Field, Figure, Force, Paper, Powder, Realm, Ships, Siege,
    Sighting, Town,
};
use crate::rules::state::muster::Kind;
use crate::rules::state::places::{bit, join, places_of};
use crate::rules::state::{Game, Keeps};
use crate::rules::systems::forecast::{self, Forecast};
use crate::rules::systems::{battle, council, march, siege, treasury};
use crate::scenario::language::Good;
use crate::scenario::model::{Atlas, Cond, Scenario, Voice};

mod couriers;
mod house;
pub mod land;
mod table;
mod war;

pub use table::{Addition, Mover, Opinion};

/// A game as one court sees it.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    game: &'a Game<'a>,
    court: CourtId,
}

/// One of the court's own armies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnArmy {
    /// Which.
    pub id: ArmyId,
    /// Who commands.
    pub commander: Option<PersonId>,
    /// Men.
    pub men: u32,
    /// Men it is raised for, to which it fills up at rest.
    pub meant: u32,
    /// Riders in a hundred.
    pub horse_percent: i32,
    /// 0 to 100.
    pub quality: i32,
    /// 0 to 100.
    pub morale: i32,
    /// 0 to 100.
    pub engines: i32,
    /// Tenths of a xun.
    pub food: i32,
    /// Its war-boats.
    pub ships: Ships,
    /// Of a hundred men, how many know how to fight afloat.
    pub marines: i32,
    /// How far it is its commander's own, 0 to 100.
    pub attachment: i32,
    /// Where it is, or has left.
    pub at: PlaceId,
    /// Where it is on the way to next.
    pub next: Option<PlaceId>,
    /// How far along the road to there it is, km of good road.
    pub done_km: u32,
    /// Its task.
    pub task: Task,
    /// Where that is.
    pub goal: PlaceId,
    /// Held up before a crossing or a pass, xun.
    pub held_up: u8,
    /// Powder weapons it carries.
    pub powder: Powder,
    /// Before this turn it cannot march: it musters, or gathers its men after a defeat.
    pub ready: Turn,
}

impl OwnArmy {
    /// Inlined, so that whoever asks for one thing about many armies copies nothing else.
    #[inline]
    const fn of(force: &Force, field: &Field) -> Self {
        Self {
            id: force.id,
            commander: force.commander,
            men: force.men,
            meant: force.meant,
            horse_percent: force.horse_percent,
            quality: force.quality,
            morale: force.morale,
            engines: force.engines,
            food: force.food,
            ships: force.ships,
            marines: force.marines,
            attachment: force.attachment,
            at: field.at,
            next: field.next,
            done_km: field.done_km,
            task: field.task,
            goal: field.goal,
            held_up: field.held_up,
            powder: force.powder,
            ready: field.ready,
        }
    }
}

/// Another court's army as last reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownArmy {
    /// Which.
    pub id: ArmyId,
    /// Whose.
    pub court: CourtId,
    /// Where it was.
    pub place: PlaceId,
    /// About how many men.
    pub men: u32,
    /// When it was seen.
    pub seen: Turn,
}

/// Enemies as they were last reported.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    atlas: &'a Atlas,
    hosts: Vec<KnownArmy>,
}

impl Seen<'_> {
    /// Whether nobody was reported.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.hosts.is_empty()
    }
    /// Enemy men reported within `km` of a place.
    #[must_use]
    pub fn men_near(&self, place: PlaceId, km: u32) -> u32 {
        let row = self.atlas.row(place);
        let near = |host: &&KnownArmy| u32::from(row[host.place.index()]) <= km;
        self.hosts.iter().filter(near).map(|a| a.men).sum()
    }
    /// Whether any of them is within `km` of a place.
    #[must_use]
    pub fn any_near(&self, place: PlaceId, km: u32) -> bool {
        let row = self.atlas.row(place);
        let near = |host: &KnownArmy| u32::from(row[host.place.index()]) <= km;
        self.hosts.iter().any(near)
    }
    /// Every one of them within `km` of a place, in order.
    pub fn near(&self, place: PlaceId, km: u32) -> impl Iterator<Item = &KnownArmy> {
        let row = self.atlas.row(place);
        let hosts = self.hosts.iter();
        hosts.filter(move |host| u32::from(row[host.place.index()]) <= km)
    }
    /// The room that it takes, for whoever looks again.
    #[must_use]
    pub fn into_room(mut self) -> Vec<KnownArmy> {
        self.hosts.clear();
        self.hosts
    }
    /// Where each of them is.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> {
        self.hosts.iter().map(|host| host.place)
    }
}

/// Room for the enemies that a court mostly knows of.
const HOSTS: usize = 32;

/// A piece of news.
#[derive(Clone, Copy, Debug)]
pub struct News<'a> {
    /// When it happened.
    pub turn: Turn,
    /// What.
    pub event: &'a Event,
    /// Where, if at a place.
    pub place: Option<PlaceId>,
    /// How many xun old it was on arrival.
    pub age: u16,
}

impl<'a> View<'a> {
    /// The view of a court.
    #[must_use]
    pub const fn new(game: &'a Game<'a>, court: CourtId) -> Self {
        Self { game, court }
    }
    /// Whose view.
    #[must_use]
    pub const fn court(&self) -> CourtId {
        self.court
    }
    /// The scenario.
    #[must_use]
    pub fn book(&self) -> &'a Scenario {
        &self.game.book
    }
    /// The turn.
    #[must_use]
    pub const fn turn(&self) -> Turn {
        self.game.turn()
    }
    /// First day of the turn.
    #[must_use]
    pub fn day(&self) -> Date {
        self.game.day()
    }
    /// The month of that day, 1 to 12.
    #[must_use]
    pub fn month_of_year(&self) -> u8 {
        self.game.month()
    }
    /// Whether a month begins with the turn.
    #[must_use]
    pub fn month_begins(&self) -> bool {
        self.game.month_begins()
    }
    /// Whether the court sits this xun: it can choose and give orders.
    #[must_use]
    pub fn in_session(&self) -> bool {
        self.game.sits(self.court)
    }
    /// The turn in which it sits next, if nothing calls it before.
    #[must_use]
    pub fn sits_next(&self) -> Turn {
        crate::rules::systems::sitting::next(&self.game.book, self.game.turn())
    }
    /// What called it together, where this is not its day.
    #[must_use]
    pub fn called(&self) -> Option<Call> {
        self.game.called(self.court)
    }
    /// Whether the game is over.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.game.is_over()
    }
    /// The court's own state.
    #[must_use]
    pub fn realm(&self) -> &'a Realm {
        self.game.realm(self.court)
    }
    /// Another court's outward state: where it sits, who reigns, whether it stands.
    #[must_use]
    pub fn other(&self, court: CourtId) -> &'a Realm {
        self.game.realm(court)
    }
    /// Whether a court holds a town or has an army in the field: that it is there at all is known, where its armies are is not.
    #[must_use]
    pub fn is_anywhere(&self, court: CourtId) -> bool {
        !self.game.held(court).is_empty() || self.game.ranks(court).next().is_some()
    }
    /// Whether the court is at war with another.
    #[must_use]
    pub fn at_war(&self, other: CourtId) -> bool {
        self.game.at_war(self.court, other)
    }
    /// Whether the two fight on one side.
    #[must_use]
    pub fn allied(&self, other: CourtId) -> bool {
        self.game.allied(self.court, other)
    }
    /// Courts this one is at war with, in order.
    pub fn enemies(&self) -> impl Iterator<Item = CourtId> + use<'a> {
        let (game, court) = (self.game, self.court);
        game.courts().filter(move |c| game.at_war(court, *c))
    }
    /// Every place, in order.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> + use<> {
        self.game.places()
    }
    /// Who is said to hold a place. Towns that change hands are known far and wide.
    #[must_use]
    pub fn holder(&self, place: PlaceId) -> Option<CourtId> {
        self.game.holder(place)
    }
    /// A town of one's own, or of an ally.
    #[must_use]
    pub fn town(&self, place: PlaceId) -> Option<&'a Town> {
        let town = self.game.town(place);
        town.holder
            .filter(|h| self.game.allied(*h, self.court))
            .map(|_| town)
    }
    /// The towns that the court holds itself, in order.
    pub fn own_towns(&self) -> impl Iterator<Item = &'a Town> + use<'a> {
        let (held, towns) = (self.game.held(self.court), self.game.towns());
        held.iter().map(move |place| &towns[place.index()])
    }
    /// The places that the court holds where an army of its own is at rest, or next to which an enemy was reported; in order.
    pub fn own_near_hosts(&self, seen: &Seen<'_>) -> impl Iterator<Item = PlaceId> + use<'a> {
        let held = self.game.held_bits(self.court);
        let mut near = vec![0; held.len()];
        for (_, _, field) in self.ranks().filter(|(_, _, field)| field.next.is_none()) {
            let (word, bit) = bit(field.at);
            near[word] |= bit;
        }
        for at in seen.places() {
            join(&mut near, self.game.beside(at));
        }
        let words = near.into_iter().zip(held).enumerate();
        words.flat_map(|(n, (near, held))| places_of(n, near & held))
    }
    /// Those of them whose walls are not whole, in order.
    pub fn own_breached(&self) -> impl Iterator<Item = &'a Town> + use<'a> {
        let (game, court) = (self.game, self.court);
        let breached = game.breached().iter().map(|place| game.town(*place));
        breached.filter(move |town| town.holder == Some(court))
    }
    /// The country round a place of one's own.
    #[must_use]
    pub fn country(&self, place: PlaceId) -> Option<&'a Country> {
        self.town(place).map(|_| self.game.country(place))
    }
    /// The siege of a place; sieges are known.
    #[must_use]
    pub fn siege(&self, place: PlaceId) -> Option<&'a Siege> {
        self.game.siege(place)
    }
    /// Besieged places, in order; sieges are known.
    #[must_use]
    pub fn besieged(&self) -> &'a [PlaceId] {
        self.game.besieged()
    }
    /// Places signed away and not handed over, in order.
    #[must_use]
    pub fn all_ceded(&self) -> &'a [PlaceId] {
        self.game.all_ceded()
    }
    /// Whether the place was signed away and not handed over.
    #[must_use]
    pub fn ceded(&self, place: PlaceId) -> Option<&'a Ceded> {
        self.game.ceded(place)
    }
    /// A guess at the garrison of another's town: what such a town is known to need.
    #[must_use]
    pub fn guessed_garrison(&self, place: PlaceId) -> u32 {
        self.town(place).map_or_else(
            || self.book().places[place.index()].garrison,
            |t| t.garrison,
        )
    }
    /// Defenders of a town of one's own, armies inside included.
    #[must_use]
    pub fn defenders(&self, place: PlaceId) -> u32 {
        self.game.defenders(place)
    }
    /// One's own armies, in order.
    pub fn armies(&self) -> impl Iterator<Item = OwnArmy> + use<'a> {
        self.game
            .ranks(self.court)
            .map(|(_, force, field)| OwnArmy::of(force, field))
    }
    /// The same as they stand in the books, for whoever asks for a little about all of them.
    pub fn ranks(&self) -> impl Iterator<Item = (ArmyId, &'a Force, &'a Field)> + use<'a> {
        self.game.ranks(self.court)
    }
    /// Those of them that nobody commands; and those that were another man's.
    pub fn headless(&self) -> impl Iterator<Item = (ArmyId, &'a Force)> + use<'a> {
        self.own_of(Kind::Headless)
    }
    /// See [`Self::headless`].
    pub fn bereaved(&self) -> impl Iterator<Item = (ArmyId, &'a Force)> + use<'a> {
        self.own_of(Kind::Bereft)
    }
    /// Those of them that have little to eat, and where they are.
    pub fn hungry(&self) -> impl Iterator<Item = (&'a Force, &'a Field)> + use<'a> {
        let court = self.court;
        let all = self.game.of_kind(Kind::Hungry);
        all.filter(move |(_, force, _)| force.court == court)
            .map(|(_, force, field)| (force, field))
    }
    fn own_of(&self, kind: Kind) -> impl Iterator<Item = (ArmyId, &'a Force)> + use<'a> {
        let court = self.court;
        let all = self.game.of_kind(kind);
        all.filter(move |(_, force, _)| force.court == court)
            .map(|(army, force, _)| (army, force))
    }
    /// Which those are.
    pub fn army_ids(&self) -> impl Iterator<Item = ArmyId> + use<'a> {
        self.game.ranks(self.court).map(|(id, ..)| id)
    }
    /// Those of them that are at one place, or have left it and are on the road.
    pub fn armies_at(&self, place: PlaceId) -> impl Iterator<Item = OwnArmy> + use<'a> {
        let court = self.court;
        self.game
            .standing_at(place)
            .filter(move |(_, force, _)| force.court == court)
            .map(|(_, force, field)| OwnArmy::of(force, field))
    }
    /// One of one's own armies.
    #[must_use]
    pub fn army(&self, id: ArmyId) -> Option<OwnArmy> {
        let force = self.game.force(id);
        let field = self.game.field(id)?;
        (force.court == self.court).then(|| OwnArmy::of(force, field))
    }
    /// The number by which this court knows an army. It is the same as long as the game lasts, whoever is called up or goes: armies of
    /// the first day come first, then levies and corps, then those of other courts, which may come over.
    #[must_use]
    pub fn number_of(&self, army: ArmyId) -> usize {
        let armies = &self.book().armies;
        let rank = |n: usize| (armies[n].court != self.court, !armies[n].stands, n);
        let own = rank(army.index());
        1 + (0..armies.len()).filter(|n| rank(*n) < own).count()
    }
    /// The place in which a close siege shuts an army in, if one does.
    #[must_use]
    pub fn shut_in(&self, army: ArmyId) -> Option<PlaceId> {
        check::shut_in(self.game, army)
    }
    /// Levies of one's own that could be raised at some time.
    pub fn levies(&self) -> impl Iterator<Item = ArmyId> + use<'a> {
        let (game, court) = (self.game, self.court);
        let levies = game.levies(court).iter().copied();
        levies.filter(move |a| !game.tables().raised[a.index()] && game.force(*a).court == court)
    }
    /// The latest report on another's army.
    #[must_use]
    pub fn sighting(&self, army: ArmyId) -> Option<&'a Sighting> {
        let n = self.book().armies.len();
        self.game.tables().known[self.court.index() * n + army.index()].as_ref()
    }
    /// Others' armies as last reported, in order; those not heard of for a season are left out.
    pub fn known(&self) -> impl Iterator<Item = KnownArmy> + use<'a> {
        let view = *self;
        let n = self.book().armies.len();
        let known = &self.game.tables().known[self.court.index() * n..][..n];
        let (heard_of, forces) = (self.game.heard_of(self.court), self.game.forces());
        heard_of.iter().filter_map(move |army| {
            let (force, sighting) = (&forces[army.index()], known[army.index()].as_ref()?);
            let fresh = view.turn().0 - sighting.seen.0 <= 9;
            (fresh && force.court != view.court && force.men > 0).then_some(KnownArmy {
                id: force.id,
                court: force.court,
                place: sighting.place,
                men: sighting.men,
                seen: sighting.seen,
            })
        })
    }
    /// Enemy men reported within `km` of a place.
    #[must_use]
    pub fn enemy_near(&self, place: PlaceId, km: u32) -> u32 {
        self.known()
            .filter(|a| self.at_war(a.court) && self.book().atlas.km(a.place, place) <= km)
            .map(|a| a.men)
            .sum()
    }
    /// The enemies who were reported: for whoever asks in many places how near they are.
    #[must_use]
    pub fn enemies_seen(&self) -> Seen<'a> {
        self.enemies_seen_in(Vec::new())
    }
    /// The same in this empty room ([`Seen::into_room`]).
    #[must_use]
    pub fn enemies_seen_in(&self, mut hosts: Vec<KnownArmy>) -> Seen<'a> {
        if self.enemies().next().is_some() {
            hosts.reserve(HOSTS);
            hosts.extend(self.known().filter(|a| self.at_war(a.court)));
        }
        Seen {
            atlas: &self.book().atlas,
            hosts,
        }
    }
    /// Own men in the field within `km` of a place.
    #[must_use]
    pub fn own_near(&self, place: PlaceId, km: u32) -> u32 {
        self.game.men_near(self.court, place, km)
    }
    /// Whether a person lives, as far as this court has been told.
    #[must_use]
    pub fn alive(&self, person: PersonId) -> bool {
        self.game.figure(person).alive
            || couriers::believed(self.game, self.court, person).is_some()
    }
    /// A person: alive, whose, loyalty as his own court knows it.
    #[must_use]
    pub fn figure(&self, person: PersonId) -> &'a Figure {
        self.game.figure(person)
    }
    /// Those of other courts in this court's hands, in order.
    pub fn held(&self) -> impl Iterator<Item = PersonId> + use<'a> {
        let (game, court) = (self.game, self.court);
        let of = move |p: &PersonId| game.captive(*p).is_some_and(|c| c.of == court);
        game.captives().iter().copied().filter(of)
    }
    /// In whose hands a person is, as far as this court has been told.
    #[must_use]
    pub fn captive(&self, person: PersonId) -> Option<Captive> {
        let believed = |of| Captive { of, detained: true };
        self.game
            .captive(person)
            .copied()
            .or_else(|| couriers::believed(self.game, self.court, person).map(believed))
    }
    /// Whether a person of one's own court is free to act.
    #[must_use]
    pub fn is_free(&self, person: PersonId) -> bool {
        self.game.is_free(person)
    }
    /// Where a person is.
    #[must_use]
    pub fn whereabouts(&self, person: PersonId) -> Option<PlaceId> {
        self.game.whereabouts(person)
    }
    /// Which army he commands.
    #[must_use]
    pub fn command_of(&self, person: PersonId) -> Option<ArmyId> {
        self.game.command_of(person)
    }
    /// Who holds a post.
    #[must_use]
    pub fn holder_of(&self, post: PostId) -> Option<PersonId> {
        self.game.holder_of(post)
    }
    /// Posts of one's own court.
    pub fn posts(&self) -> impl Iterator<Item = PostId> + use<'a> {
        self.game.posts(self.court).iter().copied()
    }
    /// Who answers for the walls of a town of one's own.
    #[must_use]
    pub fn captain(&self, place: PlaceId) -> Option<PersonId> {
        self.town(place)
            .and_then(|_| siege::captain(self.game, place))
    }
    /// Matters that wait for this court's answer, in order.
    pub fn pending(&self) -> impl Iterator<Item = DecisionId> + use<'a> {
        let (game, court) = (self.game, self.court);
        let open = game.open_matters().iter().copied();
        open.filter(move |d| game.book.decisions[d.index()].court == court)
    }
    /// The brief of a matter, with what it adds as things stand.
    #[must_use]
    pub fn brief(&self, decision: DecisionId) -> String {
        let matter = &self.game.book.decisions[decision.index()];
        let asides = matter
            .asides
            .iter()
            .filter(|aside| condition::holds(self.game, &aside.when))
            .map(|aside| aside.says.as_str());
        std::iter::once(matter.brief.as_str())
            .chain(asides)
            .collect::<Vec<_>>()
            .join(" ")
    }
    /// Whether one of one's own people can be heard in this council.
    #[must_use]
    pub fn sits(&self, who: PersonId) -> bool {
        council::sits(self.game, self.court, who)
    }
    /// Whether a voice speaks in a matter: it did when the matter was closed, or would now.
    #[must_use]
    pub fn speaks(&self, decision: DecisionId, voice: usize) -> bool {
        let matter = self.game.tables().matters[decision.index()];
        if matter.closed.is_some() {
            matter.was_heard(voice)
        } else {
            council::speaks(self.game, decision, voice)
        }
    }
    /// The voices that argue for an option of a matter and speak, with their places in the file.
    pub fn voices_for(
        &self,
        decision: DecisionId,
        option: OptionId,
    ) -> impl Iterator<Item = (usize, &'a Voice)> + use<'a, '_> {
        let book: &'a Scenario = &self.game.book;
        book.decisions[decision.index()]
            .voices
            .iter()
            .enumerate()
            .filter(move |(i, voice)| voice.argues_for == option && self.speaks(decision, *i))
    }
    /// Whether an option is open, and if not, why.
    ///
    /// # Errors
    /// With what is missing.
    pub fn may_choose(&self, decision: DecisionId, option: OptionId) -> Result<(), Refusal> {
        check::choice(self.game, self.court, decision, option)
    }
    /// Whether an order is open, and if not, why.
    ///
    /// # Errors
    /// With what is missing.
    pub fn may_order(&self, order: &OrderNow) -> Result<(), Refusal> {
        check::order(self.game, self.court, order)
    }
    /// What an order costs.
    #[must_use]
    pub fn cost(&self, order: &OrderNow) -> costs::Cost {
        check::price(self.game, self.court, order)
    }
    /// Drafts that lie before this court.
    pub fn proposals(&self) -> impl Iterator<Item = DraftId> + use<'a> {
        let (game, court) = (self.game, self.court);
        let bound = game.bound(court).iter().copied();
        bound.filter(move |d| condition::is_proposed(game, *d) && game.terms(*d).to == court)
    }
    /// Drafts this court is a party to, with how they stand.
    pub fn papers(&self) -> impl Iterator<Item = (DraftId, &'a Paper)> + use<'a> {
        let game = self.game;
        let bound = game.bound(self.court).iter().copied();
        bound.map(move |d| (d, game.paper(d)))
    }
    /// What this court owes under a sworn draft.
    #[must_use]
    pub fn owed(&self, draft: DraftId) -> Vec<(u8, Good, i64)> {
        check::owed(self.game, self.court, draft)
    }
    /// How a clause stands.
    #[must_use]
    pub fn clause(&self, draft: DraftId, clause: usize) -> ClauseState {
        self.game
            .paper(draft)
            .clauses
            .get(clause)
            .copied()
            .unwrap_or_default()
    }
    /// The month's account as things stand.
    #[must_use]
    pub fn month(&self) -> treasury::Month {
        treasury::month(self.game, self.court)
    }
    /// Whether the court's troops live by their pay.
    #[must_use]
    pub fn lives_by_pay(&self) -> bool {
        treasury::lives_by_pay(self.game, self.court)
    }
    /// The mean stance of the council.
    #[must_use]
    pub fn council_mean(&self) -> Option<i32> {
        crate::rules::systems::court::council_mean(self.game, self.court)
    }
    /// Whether field command is divided.
    #[must_use]
    pub fn divided(&self) -> bool {
        battle::divided(self.game, self.court)
    }
    /// Whether a condition that speaks of public things holds. For the needs of options and levies, which the court may always ask about.
    #[must_use]
    pub fn holds(&self, condition: &Cond) -> bool {
        condition::holds(self.game, condition)
    }
    /// The weight of one of one's own armies on given ground.
    #[must_use]
    pub fn weight(&self, army: ArmyId, plain: bool) -> i64 {
        battle::army_weight(
            self.game,
            army,
            if plain { Ground::Plain } else { Ground::Hills },
        )
    }
    /// A guess at the weight of men of another court, from its first known quality.
    #[must_use]
    pub fn guessed_weight(&self, court: CourtId, men: u32) -> i64 {
        let (quality, horse) = self.book().courts[court.index()].hosts;
        i64::from(men) * quality / 50 * 11 / 10 * (100 + horse * 3 / 2) / 100 * 106 / 100
    }
    /// Whether the next step of a road is barred to this court.
    #[must_use]
    pub fn barred(&self, from: PlaceId, to: PlaceId) -> bool {
        march::opposed(self.game, self.court, from, to)
    }
    /// How one of one's own armies would march to a place, as far as the court can tell: which way, by when, and for how long its
    /// food lasts. What bars the way counts only where the court knows of it.
    #[must_use]
    pub fn route(&self, army: ArmyId, to: PlaceId) -> Option<Forecast> {
        let own = self.army(army)?;
        let known = |from: PlaceId, to: PlaceId| {
            self.barred(from, to)
                && (self.holder(to).is_some_and(|h| self.at_war(h))
                    || self.known().any(|a| a.place == to && self.at_war(a.court)))
        };
        let unrest = |place: PlaceId| {
            self.country(place).map_or_else(
                || self.book().places[place.index()].unrest,
                |country| country.unrest,
            )
        };
        forecast::march(self.game, own.id, to, &known, &unrest)
    }
    /// How much of the road that it is on one's own army has behind it, and how long that road is, in km of good road.
    #[must_use]
    pub fn behind(&self, army: &OwnArmy) -> Option<(u32, u32)> {
        let next = army.next?;
        let frozen = march::frozen(self.game, next);
        let afloat = !army.ships.is_none();
        let (_, km) = march::leg(self.game, afloat, army.at, next, frozen)?;
        Some((army.done_km.min(km), km))
    }
    /// How many km one's own army has from where it stands to a place, on a march such as was foreseen.
    #[must_use]
    pub fn km_to(&self, army: &OwnArmy, to: PlaceId, foreseen: &Forecast) -> u32 {
        let atlas = &self.book().atlas;
        let whole = atlas.km(army.at, to);
        let road = army.next.and_then(|next| atlas.route(army.at, next));
        match (road, self.behind(army)) {
            (Some(road), Some((done, km))) if !foreseen.back && km > 0 => {
                let gone = u32::from(atlas.routes[road.index()].km) * done / km;
                whole.saturating_sub(gone)
            }
            _ => whole,
        }
    }
    /// The weight of the walls of a town of one's own.
    #[must_use]
    pub fn defence(&self, place: PlaceId) -> Option<i64> {
        self.town(place).map(|_| siege::defence(self.game, place))
    }
    /// The weight of a storm of a place by one's own armies that lie before it.
    #[must_use]
    pub fn storm_weight(&self, place: PlaceId) -> i64 {
        self.storm_weight_of(place, |_| true)
    }
    /// The same of those of one's armies there that would go up.
    pub fn storm_weight_of(&self, place: PlaceId, goes: impl Fn(&OwnArmy) -> bool) -> i64 {
        let armies: Vec<ArmyId> = self
            .armies_at(place)
            .filter(|a| a.goal == place && a.next.is_none() && goes(a))
            .map(|a| a.id)
            .collect();
        siege::attack(self.game, place, &armies)
    }
    /// What scouts and deserters make of a besieged town's defence: near the truth for whoever lies before it.
    #[must_use]
    pub fn scouted_defence(&self, place: PlaceId) -> Option<i64> {
        self.siege(place)
            .filter(|s| self.allied(s.by))
            .map(|_| siege::defence(self.game, place))
    }
    /// The told events this court has heard of by now, oldest first, from a turn on; of a game that keeps its chronicle.
    pub fn heard(&self, since: Turn) -> impl Iterator<Item = News<'a>> + use<'a> {
        debug_assert!(
            self.game.keeps() != Keeps::Memory,
            "old news of a game that keeps none"
        );
        let view = *self;
        let couriers = couriers::Couriers::new(self.game, self.court);
        self.game
            .chronicle()
            .iter()
            .filter_map(move |entry| {
                if !entry.ears.has(view.court) || !view.concerns(&entry.event) {
                    return None;
                }
                let age = couriers.news(view.game, entry.turn, &entry.event, entry.at)?;
                (entry.turn.0 + age <= view.turn().0).then_some(News {
                    turn: entry.turn,
                    event: &entry.event,
                    place: entry.at,
                    age,
                })
            })
            .filter(move |n| n.turn.0 + n.age >= since.0)
    }
    /// Whether an event is of a kind that this court hears of at all: its own affairs, and what the world sees. Whose an army or a town was on that day stands
    /// in the entry ([`Entry::ears`]).
    fn concerns(&self, event: &Event) -> bool {
        match event {
            Event::Laid { decision, .. }
            | Event::Lapsed { decision }
            | Event::CameDue { decision, .. }
            | Event::Chose { decision, .. }
            | Event::LaidAside { decision, .. } => {
                self.book().decisions[decision.index()].court == self.court
            }
            Event::Ordered { court, .. }
            | Event::Dispatched { court, .. }
            | Event::Took { court, .. }
            | Event::ConvoySent { court, .. }
            | Event::Roused { court, .. }
            | Event::Outlay { court, .. }
            | Event::PaidInKind { court, .. }
            | Event::WarChosen { court, .. } => *court == self.court,
            Event::Stat { .. } | Event::Met { .. } | Event::Stood { .. } => false,
            Event::FactSet { .. } | Event::FactCleared { .. } => false,
            // A letter under way is known to who sent it; who receives it knows once it is delivered, and the sender by the answer.
            Event::Proposed { draft }
            | Event::Heard { draft, .. }
            | Event::CalledBack { draft }
            | Event::CameOut { draft, .. } => self.game.terms(*draft).from == self.court,
            Event::Delivered { draft } => self.game.terms(*draft).to == self.court,
            Event::Refused { draft, .. }
            | Event::LeftLying { draft, .. }
            | Event::Sworn { draft }
            | Event::ClausePaid { draft, .. }
            | Event::ClauseKept { draft, .. }
            | Event::ClauseBroken { draft, .. }
            | Event::Disavowed { draft, .. } => self.game.terms(*draft).binds(self.court),
            Event::Intercepted { by, .. } => *by == self.court,
            // What a captive answered is known to him who asked.
            Event::Declined { by, .. } => *by == self.court,
            _ => true,
        }
    }
    /// Numbers of one's own that moved since a turn, with their reasons, oldest first; of a game that keeps its chronicle.
    pub fn moved(&self, since: Turn) -> impl Iterator<Item = (Turn, Stat, i32, Why)> + use<'a> {
        debug_assert!(
            self.game.keeps() != Keeps::Memory,
            "old numbers of a game that keeps none"
        );
        self.written(since)
    }
    /// Whether a man was honoured since a turn, and the better disposed for it.
    #[must_use]
    pub fn was_honoured(&self, person: PersonId, since: Turn) -> bool {
        self.written(since)
            .any(|(_, stat, by, why)| stat == Stat::Loyalty(person) && by > 0 && why == Why::Honour)
    }
    fn written(&self, since: Turn) -> impl Iterator<Item = (Turn, Stat, i32, Why)> + use<'a> {
        let chronicle = self.game.chronicle();
        // It is kept in the order of the turns.
        let from = chronicle.partition_point(|entry| entry.turn < since);
        chronicle[from..]
            .iter()
            .filter_map(|entry| match entry.event {
                Event::Stat { stat, by, why } => Some((entry.turn, stat, by, why)),
                _ => None,
            })
    }
}
