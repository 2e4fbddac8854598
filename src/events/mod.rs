//! What happened, in the past tense, as plain data. Sentences for people are made in `prose/`; the room may not touch the world.
//!
//! Three kinds of event keep the books ([`Event::Men`], [`Event::Goods`], [`Event::Stat`]): whatever moves, moves from
//! somewhere to somewhere, or for a stated reason. The others tell the story.

#![expect(
    missing_docs,
    reason = "the fields of these words are named for what they are; each word's own line says the rest"
)]

use serde::{Deserialize, Serialize};

use crate::base::date::Turn;
use crate::base::ids::{
    ArmyId, CheckpointId, CourtId, DecisionId, DraftId, EndingId, FactId, IncidentId, OptionId,
    PersonId, PlaceId, PostId,
};
use crate::orders::{OrderNow, Reply};
use crate::scenario::given::GivenNow;
use crate::scenario::language::{BattleKind, Good, Rank};
use crate::scenario::model::Terms;

/// An event and when it happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The turn.
    pub turn: Turn,
    /// What happened.
    pub event: Event,
    /// To whom it mattered by what was his on that day.
    pub ears: Ears,
    /// Where it took place, if at a place.
    pub at: Option<PlaceId>,
}

/// Courts, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ears(u64);

impl Ears {
    /// All of them.
    pub const ALL: Self = Self(u64::MAX);
    /// One.
    #[must_use]
    pub const fn of(court: CourtId) -> Self {
        Self(1 << (court.0 as u64 % 64))
    }
    /// Whether a court is among them.
    #[must_use]
    pub const fn has(self, court: CourtId) -> bool {
        self.0 & Self::of(court).0 != 0
    }
}

impl FromIterator<CourtId> for Ears {
    fn from_iter<T: IntoIterator<Item = CourtId>>(courts: T) -> Self {
        Self(courts.into_iter().fold(0, |all, c| all | Self::of(c).0))
    }
}

/// Where men are counted. Every man is in exactly one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MenAccount {
    /// In an army.
    Army(ArmyId),
    /// In a garrison.
    Garrison(PlaceId),
    /// At home.
    Home,
    /// Dead.
    Dead(CourtId),
    /// Scattered, deserted, gone to the hills.
    Scattered(CourtId),
    /// Prisoners of a court.
    Prisoners(CourtId),
    /// In the bands and stockades round a place.
    Band(PlaceId),
}

/// Where goods are counted. Every tael has a source and an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Account {
    /// A court's treasury and granaries.
    Court(CourtId),
    /// What the households and storehouses of a town have.
    Town(PlaceId),
    /// The depot of a town.
    Depot(PlaceId),
    /// On the road to the depot of a town.
    Road(PlaceId),
    /// The country at large: where taxes come from and pay goes.
    Country,
}

/// How far the craft has come. Each step has what came before it too.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Craft {
    /// None.
    #[default]
    None,
    /// Fire arrows and thunderclap bombs (霹靂砲).
    Thunderclap,
    /// Fire lances (火槍): two men to a bamboo.
    FireLance,
    /// Bombs thrown from boats by fleets that are built for it.
    BoatBomb,
    /// Iron bombs (鐵火砲).
    IronBomb,
    /// Heaven-shaking thunder (震天雷) and flying-fire lances (飛火槍).
    HeavenShaking,
}

/// Where powder weapons are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Store {
    /// With an army.
    Army(ArmyId),
    /// Laid up in a town.
    Town(PlaceId),
}

/// What held a chase up, or drove it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Chased {
    /// Horse rode the beaten down.
    Ridden,
    /// There was little horse to send, or no ground for it.
    Slowly,
    /// Walls near at hand took the beaten in.
    Walls,
    /// Men drowned where no bridge was.
    Drowned,
}

/// Why goods moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// Taxes and monopolies.
    Revenue,
    /// Pay of troops.
    Pay,
    /// Rations of troops.
    Rations,
    /// The court and its offices.
    Offices,
    /// Due under a clause.
    Clause,
    /// The cost of an order.
    Order,
    /// The cost of a choice, or its effect.
    Choice,
    /// Stripped from households.
    Requisition,
    /// Stripped from a conquered town.
    Plunder,
    /// Relief of the hungry.
    Relief,
    /// Stores of a fallen town.
    Captured,
    /// Grain that goes from one store to another.
    Convoy,
    /// Grain taken from a convoy on the road.
    Raided,
    /// Eaten by an army in the country it stands in, or drawn from a depot.
    Foraged,
    /// The harvest of a stripped country.
    Harvest,
    /// Works, gardens, rites and gifts of the palace.
    Palace,
    /// Bounty and arms of men enlisted for an army.
    Recruits,
    /// A great city that no canal feeds.
    City,
    /// Grain that rotted in the granary.
    Spoiled,
    /// Ruined by a flood.
    Flood,
    /// Work of the powder workshops.
    Workshop,
    /// Set by hand, at the writer's bench.
    ByHand,
    /// Pay of troops in silver and silk, where the cash does not reach.
    PayInKind,
}

/// A number that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stat {
    /// Legitimacy of a court.
    Legitimacy(CourtId),
    /// Lean of a court, peace to war.
    Lean(CourtId),
    /// Edicts left to a court this xun.
    Edicts(CourtId),
    /// Loyalty of a person.
    Loyalty(PersonId),
    /// What his sovereign thinks of a person, 0 to 100.
    Favour(PersonId),
    /// Morale of a garrison.
    Morale(PlaceId),
    /// Quality of a garrison.
    Quality(PlaceId),
    /// Walls of a place, 0 to 500.
    Walls(PlaceId),
    /// Stores of a place, tenths of a xun.
    Stores(PlaceId),
    /// Resistance round a place.
    Unrest(PlaceId),
    /// Siege works before a place, 0 to 100.
    Works(PlaceId),
    /// Morale of an army.
    Spirit(ArmyId),
    /// Food of an army, tenths of a xun.
    Food(ArmyId),
    /// Engines of an army.
    Engines(ArmyId),
    /// How far an army is its commander's own, 0 to 100.
    Attachment(ArmyId),
    /// How good the men of an army are, 0 to 100.
    Drill(ArmyId),
    /// The name a court has with those who would come over to it, 0 to 100.
    Welcome(CourtId),
    /// Of a hundred men of an army, how many know how to fight afloat.
    Marines(ArmyId),
}

/// Why a number moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Why {
    /// A choice of the court.
    Choice(DecisionId, OptionId),
    /// An incident.
    Incident(IncidentId),
    /// An order.
    Order,
    /// A new xun.
    Time,
    /// Victory.
    Victory,
    /// Defeat.
    Defeat,
    /// Hunger.
    Hunger,
    /// Cold.
    Cold,
    /// Heat.
    Heat,
    /// The siege wears on.
    Siege,
    /// A town was lost.
    TownLost,
    /// A town was won.
    TownWon,
    /// Who sits in council.
    Council,
    /// A colleague was dismissed.
    Dismissal,
    /// Pay is short.
    Arrears,
    /// A word was broken.
    BrokenWord,
    /// Land was signed away.
    Cession,
    /// The sovereign placed another above himself.
    Address,
    /// Foreign troops live on the country.
    Occupation,
    /// Resistance dies down or is put down.
    Garrisons,
    /// Households were stripped.
    Requisition,
    /// The court fled or moved.
    Flight,
    /// Foraging and carts.
    Foraging,
    /// A proclamation.
    Proclamation,
    /// Relief came.
    Relief,
    /// The hungry were fed.
    Fed,
    /// Time under one commander.
    Service,
    /// The command went to another.
    NewMaster,
    /// How one who came over was treated.
    Treatment,
    /// High water.
    Flood,
    /// Engines broke the walls.
    Engines,
    /// Breaches were mended by night.
    Repair,
    /// The court took a course.
    Course,
    /// His advice was taken, or not.
    Advice,
    /// Who sits on the throne, and who does not.
    Throne,
    /// People stood before the palace.
    Crowd,
    /// He was honoured.
    Honour,
    /// His army is more than the court can match.
    Fear,
    /// An order was not obeyed.
    Defiance,
    /// An army mutinied.
    Mutiny,
    /// People were carried off.
    CarriedOff,
    /// The court that another had set up was put an end to.
    Dissolved,
    /// Months aboard.
    Aboard,
    /// Raw men were enlisted.
    Recruits,
    /// Men were drilled in their quarters.
    Drilled,
    /// Quiet years.
    Quiet,
    /// Set by hand, at the writer's bench.
    ByHand,
}

/// How a place fell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum How {
    /// By storm.
    Storm,
    /// By hunger.
    Hunger,
    /// By treachery, or its commander went over.
    Treachery,
    /// On terms: its captain asked for them.
    Terms,
    /// Undefended, or its garrison ran.
    Abandoned,
    /// Handed over under a treaty.
    Ceded,
    /// It rose and came back.
    Rising,
    /// A patron and its client gave it to one another.
    Given,
}

impl How {
    /// Whether it was lost to whoever has it now, and not handed over in peace.
    #[must_use]
    pub const fn by_force(self) -> bool {
        !matches!(self, Self::Ceded | Self::Given)
    }
}

/// Why a court ceased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Downfall {
    /// Nobody of its house is left.
    NoHouse,
    /// It lived by another's army, and too little of that was near, and too little of its own: men of the patron near its seat, and of those who would have fought for it.
    Unguarded {
        patron: CourtId,
        near: u32,
        own: u32,
    },
}

/// What would have to change in a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shift {
    /// The clause is struck out.
    Strike,
    /// The sum is lowered to this.
    Lower(i64),
    /// The sum is raised to this.
    Raise(i64),
    /// The form of address places the other no higher than this.
    Soften(Rank),
}

/// What part of a court's position a weight is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ground {
    /// Fear for the seat.
    Fear,
    /// Its war and peace parties.
    Lean,
    /// Who wins in the field.
    Tide,
    /// The season.
    Season,
    /// Its people in the other's hands.
    Captives,
    /// What any sovereign thinks he is owed.
    Pride,
    /// Its throne rests on another's army.
    Client,
}

/// What an envoy hears of why his paper was refused: how much it lacked, and the more of the reason the better he listens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The clause the other court balked at.
    pub clause: Option<u8>,
    /// What would have moved it.
    pub shift: Option<Shift>,
    /// What it lacked; none of it where the paper weighed enough, and the other court would not have it all the same.
    pub short: u16,
    /// What of that court's position spoke against it most, where no clause is named, or the answer to a paper of the chancery names both.
    pub ground: Option<Ground>,
}

/// What there was for a war and against it on the day it was opened: what the world could see, and for the court's own books what it chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Casus {
    /// The clause of a paper between the two that the attacked court had broken.
    pub broken: Option<(DraftId, u8)>,
    /// Whether that is so on one reading only.
    pub disputed: bool,
    /// The sworn peace or truce in spite of which it was opened, with no such breach to answer.
    pub against: Option<DraftId>,
    /// A place in the other's hands to which the attacker has an old claim.
    pub claim: Option<PlaceId>,
}

/// Who stands before a palace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Petitioners {
    /// Students and townspeople, with a memorial.
    Students,
    /// The palace troops, with their arms.
    Guards,
}

/// What they ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Plea {
    /// That a man be given back what was taken from him.
    Restore(PersonId),
    /// That a man be sent away.
    Dismiss(PersonId),
    /// That a treaty be declared void.
    Void(DraftId),
    /// That the sovereign give up the throne to this person.
    Abdicate(PersonId),
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Parting {
    /// The court gave way.
    Yielded,
    /// The gate was cleared.
    Dispersed,
    /// They took what they asked.
    Forced,
    /// They went home unheard.
    Unheard,
}

/// How a commander took an order from far away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Obedience {
    /// He did it.
    Obeyed,
    /// He found a reason to wait.
    Delayed,
    /// He would not.
    Refused,
    /// It no longer meant anything when it came.
    Moot,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Men moved between accounts.
    Men {
        from: MenAccount,
        to: MenAccount,
        men: u32,
    },
    /// Goods moved between accounts.
    Goods {
        from: Account,
        to: Account,
        good: Good,
        amount: i64,
        why: Reason,
    },
    /// A number moved.
    Stat { stat: Stat, by: i32, why: Why },
    /// A matter was laid before its court.
    Laid { decision: DecisionId, again: bool },
    /// The court chose.
    Chose {
        decision: DecisionId,
        option: OptionId,
    },
    /// What a court had settled to be ordered later is ordered now.
    CameDue {
        decision: DecisionId,
        option: OptionId,
    },
    /// The moment passed without an answer.
    Lapsed { decision: DecisionId },
    /// An order was given.
    Ordered { court: CourtId, order: OrderNow },
    /// An army has a new task and goal.
    Tasked {
        army: ArmyId,
        task: Task,
        goal: PlaceId,
    },
    /// An army went some way along a road.
    Advanced {
        army: ArmyId,
        next: PlaceId,
        done_km: u32,
    },
    /// An army came to a place on its way, or at its end.
    Reached { army: ArmyId, place: PlaceId },
    /// An army got across a great river.
    Crossed { army: ArmyId, place: PlaceId },
    /// An army was stopped at a crossing or a pass.
    Stopped {
        army: ArmyId,
        at: PlaceId,
        before: PlaceId,
    },
    /// An army was beaten off before a river or a pass, and stands where it was until its court says more.
    Halted {
        army: ArmyId,
        at: PlaceId,
        before: PlaceId,
    },
    /// An army was formed from a levy.
    Raised { army: ArmyId, at: PlaceId },
    /// An army is no more: sent home, or scattered.
    Gone { army: ArmyId, scattered: bool },
    /// A battle: `attacker` and `defender` are courts, with the men each had.
    Fought {
        kind: BattleKind,
        place: PlaceId,
        attacker: CourtId,
        defender: CourtId,
        attackers: u32,
        defenders: u32,
        won: bool,
    },
    /// A siege was laid.
    SiegeLaid {
        place: PlaceId,
        by: CourtId,
        close: bool,
    },
    /// The ring was drawn tight or loosened.
    RingChanged { place: PlaceId, close: bool },
    /// A siege ended.
    SiegeLifted { place: PlaceId },
    /// A place fell.
    Fell {
        place: PlaceId,
        from: Option<CourtId>,
        to: CourtId,
        how: How,
    },
    /// A place named in a cession is to be handed over.
    CessionOrdered {
        place: PlaceId,
        to: CourtId,
        draft: DraftId,
        due: Turn,
    },
    /// A place refused to be handed over.
    CessionRefused { place: PlaceId },
    /// The gates of a besieged place were opened for a sortie.
    GateOpened { place: PlaceId, men: u32 },
    /// The boats and bridge at a crossing were burnt.
    CrossingBurnt { place: PlaceId },
    /// Boats were built or a bridge mended.
    CrossingMended { place: PlaceId },
    /// A dike was broken.
    DikeBroken { place: PlaceId },
    /// The Yellow River left its bed for a new one.
    RiverMoved { from: PlaceId },
    /// High water lies on a country until a turn; so many households left it.
    Flooded {
        place: PlaceId,
        until: Turn,
        homes: u32,
    },
    /// Households came back.
    Resettled { place: PlaceId, homes: u32 },
    /// War-boats were laid down.
    ShipsLaid {
        place: PlaceId,
        boats: u32,
        wheels: u32,
        ready: Turn,
    },
    /// They are afloat and lie at the town.
    ShipsReady { place: PlaceId },
    /// An army went aboard the boats of a town.
    Embarked {
        army: ArmyId,
        place: PlaceId,
        boats: u32,
        wheels: u32,
    },
    /// An army left its boats at a town.
    Moored {
        army: ArmyId,
        place: PlaceId,
        boats: u32,
        wheels: u32,
    },
    /// An army lost boats.
    ShipsLost {
        army: ArmyId,
        boats: u32,
        wheels: u32,
        burnt: bool,
    },
    /// Drifting ice stopped an army at a ferry.
    IceStopped {
        army: ArmyId,
        at: PlaceId,
        before: PlaceId,
    },
    /// Grain is on the road to a depot.
    ConvoySent {
        court: CourtId,
        place: PlaceId,
        shi: u32,
        due: Turn,
    },
    /// It has come.
    ConvoyCame { place: PlaceId },
    /// It was raided by bands in the country it passed through.
    ConvoyRaided { place: PlaceId, at: PlaceId },
    /// The granary of a great city is empty, and no canal feeds it.
    Dearth { place: PlaceId },
    /// An officer came to raise bands in occupied country.
    Roused {
        court: CourtId,
        person: PersonId,
        place: PlaceId,
    },
    /// Bands gathered in occupied country.
    BandGathered { place: PlaceId, by: CourtId },
    /// They went home.
    BandDispersed { place: PlaceId, by: CourtId },
    /// A person died.
    Died { person: PersonId, in_battle: bool },
    /// A person was put to death by his own court.
    Executed { person: PersonId },
    /// A person was sent away from the court.
    Exiled { person: PersonId },
    /// A person was called back.
    Recalled { person: PersonId },
    /// A person came into another court's hands.
    Taken {
        person: PersonId,
        by: CourtId,
        surrendered: bool,
    },
    /// A court decided to keep him.
    Detained { person: PersonId },
    /// A person came back from another court's hands.
    Freed { person: PersonId },
    /// A person went to a place.
    Went { person: PersonId, place: PlaceId },
    /// A person went over to another court.
    WentOver { person: PersonId, to: CourtId },
    /// An army went over with its commander.
    ArmyWentOver { army: ArmyId, to: CourtId },
    /// A post was given.
    Appointed { person: PersonId, post: PostId },
    /// A post fell vacant.
    Vacated { person: PersonId, post: PostId },
    /// A person took command of an army (none: the command fell vacant).
    TookCommand {
        person: Option<PersonId>,
        army: ArmyId,
    },
    /// A person took charge of a town's walls.
    TookWalls {
        person: Option<PersonId>,
        place: PlaceId,
    },
    /// A sovereign gave up the throne to another.
    Abdicated {
        court: CourtId,
        from: PersonId,
        to: PersonId,
    },
    /// A person took the throne.
    Enthroned { court: CourtId, person: PersonId },
    /// A house was declared deposed.
    HouseDeposed { court: CourtId, by: CourtId },
    /// A court was set up.
    CourtSetUp {
        court: CourtId,
        ruler: PersonId,
        seat: PlaceId,
        by: CourtId,
    },
    /// A court ceased.
    CourtFell { court: CourtId, why: Downfall },
    /// A court moved its seat.
    CourtMoved { court: CourtId, to: PlaceId },
    /// A court drew up a paper of its own.
    Drawn {
        draft: DraftId,
        terms: Box<Terms>,
        envoy: PersonId,
        answers: Option<DraftId>,
    },
    /// An envoy promised more than he was told to.
    Overreached {
        draft: DraftId,
        clause: u8,
        amount: i64,
        person: PersonId,
    },
    /// An envoy heard why his paper was refused, or did not.
    Heard { draft: DraftId, word: Word },
    /// It came out that an envoy had promised more than he was told to.
    CameOut { draft: DraftId, person: PersonId },
    /// A court disowned what its envoy had sworn to.
    Disavowed { draft: DraftId, person: PersonId },
    /// One who had come over was given back to the court he had left.
    GaveBack {
        person: PersonId,
        by: CourtId,
        to: CourtId,
    },
    /// A draft was sent.
    Proposed { draft: DraftId },
    /// A draft reached the other court.
    Delivered { draft: DraftId },
    /// A letter was taken on the road by a third court.
    Intercepted { draft: DraftId, by: CourtId },
    /// A draft was sworn.
    Sworn { draft: DraftId },
    /// A draft was refused.
    Refused { draft: DraftId, by: CourtId },
    /// A draft was left unanswered until it was as good as refused.
    LeftLying { draft: DraftId, by: CourtId },
    /// A paper was called back by its own court before it arrived: another overtook it.
    CalledBack { draft: DraftId },
    /// What a choice had set in train against another court was laid aside when the two swore not to fight. `index` is its place among what waits.
    LaidAside {
        decision: DecisionId,
        option: OptionId,
        index: u16,
    },
    /// A sworn treaty was declared void.
    Repudiated { draft: DraftId, by: CourtId },
    /// A clause was fulfilled.
    ClauseKept {
        draft: DraftId,
        clause: u8,
        by: CourtId,
    },
    /// Something was paid under a clause.
    ClausePaid {
        draft: DraftId,
        clause: u8,
        amount: i64,
    },
    /// A clause was broken.
    ClauseBroken {
        draft: DraftId,
        clause: u8,
        by: CourtId,
    },
    /// War, and what there was for it and against it.
    WarOpened {
        by: CourtId,
        on: CourtId,
        casus: Casus,
    },
    /// Peace.
    PeaceMade { a: CourtId, b: CourtId },
    /// A fact was established.
    FactSet { fact: FactId },
    /// A fact no longer holds.
    FactCleared { fact: FactId },
    /// An effect will take place later; its contents wait in the tables.
    Deferred {
        decision: DecisionId,
        option: OptionId,
        due: Turn,
        path: Vec<u8>,
    },
    /// A deferred effect came due and left the tables.
    DeferredDone { index: u16 },
    /// An incident.
    Befell {
        incident: IncidentId,
        army: Option<ArmyId>,
        place: Option<PlaceId>,
    },
    /// An alarm among raw troops.
    Panicked { army: ArmyId },
    /// A country rose against those who hold it.
    Rose { place: PlaceId },
    /// A proclamation.
    Proclaimed {
        court: CourtId,
        what: crate::orders::Proclamation,
    },
    /// A court's news of another's army changed: seen at a place, about so many men.
    Reported {
        to: CourtId,
        army: ArmyId,
        place: PlaceId,
        men: u32,
        seen: Turn,
        arrives: Turn,
    },
    /// The throne passed on: its holder had died.
    Succeeded {
        court: CourtId,
        from: PersonId,
        to: PersonId,
    },
    /// A person lost what he held: these posts.
    Dismissed {
        court: CourtId,
        person: PersonId,
        posts: Vec<PostId>,
    },
    /// People gathered before the palace with something to ask.
    Gathered {
        court: CourtId,
        who: Petitioners,
        plea: Plea,
    },
    /// They are gone again.
    Parted {
        court: CourtId,
        who: Petitioners,
        plea: Plea,
        how: Parting,
    },
    /// A court answered those who stand before its palace.
    Replied { court: CourtId, how: Reply },
    /// An order that its commander will not like is on its way to an army.
    Dispatched {
        court: CourtId,
        army: ArmyId,
        order: Box<OrderNow>,
        arrives: Turn,
    },
    /// How he took it.
    Took {
        court: CourtId,
        army: ArmyId,
        person: PersonId,
        how: Obedience,
    },
    /// A person was honoured by his court.
    Honoured { court: CourtId, person: PersonId },
    /// A court said who comes next.
    HeirNamed { court: CourtId, person: PersonId },
    /// What a palace spends in a month moved.
    Outlay { court: CourtId, good: Good, by: i64 },
    /// A person was arrested by his court.
    Arrested { court: CourtId, person: PersonId },
    /// A checkpoint's condition held for the first time.
    Met { checkpoint: CheckpointId },
    /// A checkpoint asked on its day: how it stood.
    Stood { checkpoint: CheckpointId, so: bool },
    /// What an advisor expected was put to the test on its day.
    Tested {
        decision: DecisionId,
        voice: u8,
        so: bool,
    },
    /// The game ended.
    Ended { ending: EndingId },
    /// The next xun began.
    TurnEnded,
    /// A court chose in council to open war on another.
    WarChosen {
        court: CourtId,
        on: CourtId,
        decision: DecisionId,
    },
    /// A court and the one that had set it up are at war: it is nobody's client any more.
    TieEnded { client: CourtId, patron: CourtId },
    /// Powder weapons were made (from nowhere), moved, or used up (to nowhere).
    Powder {
        from: Option<Store>,
        to: Option<Store>,
        loads: u16,
        craft: Craft,
    },
    /// A court got craftsmen who know powder, with a town.
    CraftsmenTaken { place: PlaceId, by: CourtId },
    /// A beaten army was chased; so many of its men were lost that day.
    Pursued {
        army: ArmyId,
        place: PlaceId,
        lost: u32,
        how: Chased,
    },
    /// A beaten army gathers its men and cannot be led on before a turn.
    Rallying { army: ArmyId, until: Turn },
    /// A besieged captain would hear of no terms.
    HeldOut { place: PlaceId },
    /// An official of a fallen town, or a captive, took office under another court.
    Entered { person: PersonId, to: CourtId },
    /// A captive refused the office he was offered.
    Declined { person: PersonId, by: CourtId },
    /// A court put an end to one that it had set up.
    Dissolved { court: CourtId, by: CourtId },
    /// A court submitted to another: its towns, armies and people passed over under their own leaders.
    Submitted { court: CourtId, to: CourtId },
    /// Part of a realm set up a court of its own: these armies and people are with it.
    CourtSetApart {
        court: CourtId,
        ruler: PersonId,
        seat: PlaceId,
        from: CourtId,
        armies: Vec<ArmyId>,
        people: Vec<PersonId>,
    },
    /// A later paper took the place of a yearly payment or a form of address, or settled a breach.
    Superseded { draft: DraftId, clause: u8 },
    /// An army lost the man whose own it was; so far it was his.
    Bereft {
        army: ArmyId,
        person: PersonId,
        was: i32,
    },
    /// An army that was another man's mutinied: men ran from it, or it set out to go over; whoever had been put over it was killed where one is named.
    Mutinied {
        army: ArmyId,
        court: CourtId,
        place: PlaceId,
        to: Option<CourtId>,
        men: u32,
        killed: Option<PersonId>,
    },
    /// Part of an army was given to another, or made a corps of its own.
    Detached {
        army: ArmyId,
        into: ArmyId,
        at: PlaceId,
        men: u32,
    },
    /// The people of a place were carried off to another.
    CarriedOff {
        place: PlaceId,
        to: PlaceId,
        by: CourtId,
        homes: u32,
    },
    /// A place that was emptied fills a little.
    Refilled { place: PlaceId, homes: u32 },
    /// A court sits; what called it, where it was not its day.
    Sat {
        court: CourtId,
        called: Option<Call>,
    },
    /// A value was set by hand, at the writer's bench: no court did it, and the game counts as no play.
    SetByHand { what: Box<GivenNow> },
    /// An army was not let into a place on which it marched: its holder is at peace with it. It stays where it is.
    NotLetIn {
        army: ArmyId,
        at: PlaceId,
        place: PlaceId,
        by: CourtId,
    },
    /// A court's cash did not cover the month's pay, and it handed out silver and silk, if it had any; so many strings are owed all the same.
    PaidInKind {
        court: CourtId,
        silver: i64,
        silk: i64,
        unpaid: i64,
    },
    /// An army that was to relieve a town halts: the town fell.
    TooLate {
        army: ArmyId,
        at: PlaceId,
        place: PlaceId,
    },
}

/// What calls a court together before its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Call {
    /// The game begins.
    First,
    /// Its seat is besieged, or an enemy stands near it.
    Enemy,
    /// A strong town of its own was closed in.
    Siege(PlaceId),
    /// A paper lies before it.
    Paper(DraftId),
    /// A matter that cannot wait for its day.
    Matter,
    /// People stand before the palace.
    Crowd,
    /// Its throne is vacant.
    Throne,
}

/// What an army is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Task {
    /// Stand; at a ford or pass, hold it.
    Hold,
    /// March to the goal.
    March,
    /// Close in the goal.
    Besiege,
    /// Watch the goal.
    Mask,
    /// Storm the goal.
    Assault,
    /// Fight the besiegers of the goal.
    Relieve,
    /// Attack the enemy camp at the goal by night.
    Raid(u32),
    /// Go back to the goal.
    Withdraw,
    /// Lie in wait at the goal for an enemy who goes over the river there.
    Waylay,
}

impl Event {
    /// Whether it has nothing in it that lies elsewhere in memory: all but these few are in one piece.
    #[must_use]
    #[inline]
    pub const fn is_in_one_piece(&self) -> bool {
        !matches!(
            self,
            Self::Ordered { .. }
                | Self::Drawn { .. }
                | Self::Deferred { .. }
                | Self::Dismissed { .. }
                | Self::Dispatched { .. }
                | Self::CourtSetApart { .. }
                | Self::SetByHand { .. }
        )
    }
    /// Whether courts come back to it in later xun: whether a man was honoured lately, and which deaths were kept from whom. That a value was set
    /// by hand is remembered of every game.
    #[must_use]
    #[inline]
    pub const fn is_recalled(&self) -> bool {
        match self {
            Self::Stat { stat, why, .. } => Self::stat_is_recalled(*stat, *why),
            Self::Befell { .. } | Self::SetByHand { .. } => true,
            _ => false,
        }
    }
    /// The same of a number that moved for this reason.
    #[must_use]
    pub const fn stat_is_recalled(stat: Stat, why: Why) -> bool {
        matches!((stat, why), (Stat::Loyalty(_), Why::Honour))
    }
    /// Whether a chronicle tells of a number that moved for this reason.
    #[must_use]
    pub const fn stat_is_told(stat: Stat, why: Why) -> bool {
        !matches!(
            stat,
            Stat::Food(_) | Stat::Stores(_) | Stat::Works(_) | Stat::Edicts(_) | Stat::Engines(_)
        ) && !matches!(why, Why::Time | Why::Council | Why::Aboard)
    }
    /// Whether a chronicle tells of it. The bookkeeping events are kept in the turn only.
    #[must_use]
    #[inline]
    pub const fn is_told(&self) -> bool {
        if let Self::Stat { stat, why, .. } = self {
            return Self::stat_is_told(*stat, *why);
        }
        !matches!(
            self,
            Self::Men { .. }
                | Self::Goods { .. }
                | Self::Advanced { .. }
                | Self::Tasked { .. }
                | Self::Reported { .. }
                | Self::Resettled { .. }
                | Self::ConvoyCame { .. }
                | Self::Deferred { .. }
                | Self::DeferredDone { .. }
                | Self::Bereft { .. }
                | Self::Refilled { .. }
                | Self::Superseded { .. }
                | Self::Sat { .. }
                | Self::Drawn { .. }
                | Self::Overreached { .. }
                | Self::Tested { .. }
                | Self::Powder { .. }
                | Self::Rallying { .. }
                | Self::Dismissed { .. }
                | Self::Replied { .. }
                | Self::TurnEnded
        )
    }
}

#[cfg(test)]
mod tests {
    /// A chronicle is emptied without a look at what is in one piece: an event that owns something and is not named there would leak it.
    #[test]
    fn every_event_that_owns_something_is_named_where_chronicles_are_emptied() {
        let text = include_str!("mod.rs");
        let after = |text: &'static str, start: &str| {
            let at = text.find(start).map_or(text.len(), |at| at + start.len());
            &text[at..]
        };
        let body = |text: &'static str, end: &str| &text[..text.find(end).unwrap_or(text.len())];
        let events = body(after(text, "pub enum Event {"), "\n}\n");
        let named = body(after(text, "fn is_in_one_piece"), "\n    }\n");
        let owns = [
            "Vec<", "String", "Box<", "Arc<", "OrderNow", "GivenNow", "Terms",
        ];
        let mut owners = 0;
        // A variant begins at four spaces and a capital.
        for variant in events
            .split("\n    ")
            .filter(|v| v.starts_with(char::is_uppercase))
        {
            let name: String = variant
                .chars()
                .take_while(|c| c.is_alphanumeric())
                .collect();
            let whole = body(after(events, &format!("\n    {name}")), "\n    /// ");
            if owns.iter().any(|owner| whole.contains(owner)) {
                owners += 1;
                assert!(
                    named.contains(&format!("Self::{name} ")),
                    "{name} owns something"
                );
            }
        }
        assert_eq!(
            owners,
            named.matches("Self::").count(),
            "each of these owns something"
        );
    }
}
