//! The words a scenario is written in: conditions, effects, clauses, figures and grades.
//!
//! Each word is defined once and used twice: [`Written`] is the word as it stands in a file, with names and
//! places in the text; [`Resolved`] is the same word with every name looked up. Nothing here reads a file
//! or changes a world.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::base::date::Date;
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, FactId, OptionId, PersonId, PlaceId, PostId, SourceId,
};
use crate::diagnostics::span::Sp;
use crate::orders::Order;
use crate::scenario::model::River;
use crate::scenario::read::{fields, words};

/// What a name must be able to do, written or resolved.
pub trait Word: Clone + std::fmt::Debug + PartialEq + Eq + Serialize + DeserializeOwned {}
impl<T: Clone + std::fmt::Debug + PartialEq + Eq + Serialize + DeserializeOwned> Word for T {}

/// How things are named: in a file (by text) or in a loaded scenario (by id).
pub trait Naming: Clone + std::fmt::Debug + PartialEq + Eq {
    /// A place of the atlas.
    type Place: Word;
    /// A person.
    type Person: Word;
    /// A court or band.
    type Court: Word;
    /// An army, fleet or levy.
    type Army: Word;
    /// A post at a court.
    type Post: Word;
    /// A fact that a court's own acts can establish.
    type Fact: Word;
    /// A draft treaty.
    type Draft: Word;
    /// A decision.
    type Decision: Word;
    /// An option of a decision.
    type Choice: Word;
    /// A source.
    type Source: Word;
    /// A Julian day.
    type Day: Word;
}

/// Names as written in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written;

impl Naming for Written {
    type Place = Sp<String>;
    type Person = Sp<String>;
    type Court = Sp<String>;
    type Army = Sp<String>;
    type Post = Sp<String>;
    type Fact = Sp<String>;
    type Draft = Sp<String>;
    type Decision = Sp<String>;
    type Choice = Sp<String>;
    type Source = Sp<String>;
    type Day = Sp<String>;
}

/// Names looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved;

impl Naming for Resolved {
    type Place = PlaceId;
    type Person = PersonId;
    type Court = CourtId;
    type Army = ArmyId;
    type Post = PostId;
    type Fact = FactId;
    type Draft = DraftId;
    type Decision = DecisionId;
    type Choice = OptionId;
    type Source = SourceId;
    type Day = Date;
}

words! {
/// The goods that courts count, as the sources count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Good {
    /// Gold, in taels.
    Gold,
    /// Silver, in taels.
    Silver,
    /// Silk, in bolts.
    Silk,
    /// Copper cash, in strings.
    Cash,
    /// Grain, in shi.
    Grain,
}
}

words! {
/// How often a payment comes back. The silver and silk of 1005, 1123 and 1141 went over once a year; the three garrisons' grain of a siege and the allowances of
/// a court in another's care were told by the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Every {
    /// Once a year.
    Year,
    /// Twice a year.
    HalfYear,
    /// Four times a year.
    Season,
    /// Every month.
    Month,
}
}

impl Default for Every {
    /// What is paid by the year is paid once in it where nothing else is said.
    fn default() -> Self {
        Self::Year
    }
}

impl Every {
    /// All of them, the rarest first.
    pub const ALL: [Self; 4] = [Self::Year, Self::HalfYear, Self::Season, Self::Month];
    /// How many xun lie between two payments.
    #[must_use]
    pub const fn xun(self) -> u16 {
        match self {
            Self::Year => 36,
            Self::HalfYear => 18,
            Self::Season => 9,
            Self::Month => 3,
        }
    }
    /// How many payments there are in a year.
    #[must_use]
    pub const fn a_year(self) -> i64 {
        match self {
            Self::Year => 1,
            Self::HalfYear => 2,
            Self::Season => 4,
            Self::Month => 12,
        }
    }
}

words! {
/// How often the courts of a scenario sit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sits {
    /// In every xun.
    Xun,
    /// On the first of every month, and when something cannot wait.
    Month,
    /// On the first of every third month, and when something cannot wait.
    Season,
}
}

impl Default for Sits {
    /// A scenario that says nothing of it has courts that always sit.
    fn default() -> Self {
        Self::Xun
    }
}

words! {
/// What kind of fighting a battle was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BattleKind {
    /// Two armies met in the open.
    Field,
    /// A defended river crossing or pass was forced.
    Crossing,
    /// An army came up to break a siege, or to cut its way in.
    Relief,
    /// A surprise attack on a camp, by night.
    Raid,
    /// A storm of a walled place.
    Assault,
    /// The garrison came out.
    Sortie,
    /// On the water: fleets met, or men in ferry boats met one.
    River,
    /// An army was struck when half of it was over a great river; the attacker is whoever lay in wait.
    Midstream,
}
}

words! {
/// A question to the world, which is so or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Condition<N: Naming> {
    /// Always true.
    Always,
    /// Every one of these.
    All(Vec<Condition<N>>),
    /// At least one of these.
    Any(Vec<Condition<N>>),
    /// Not this.
    Not(Box<Condition<N>>),
    /// The turn begins on this day or later.
    From(N::Day),
    /// The turn begins before this day.
    Until(N::Day),
    /// The turn lies in one of these months.
    Months(Vec<u8>),
    /// The court holds the place.
    Holds(N::Court, N::Place),
    /// The place is besieged by the court, closely or loosely.
    Besieged(N::Place, N::Court),
    /// The army (or levy) exists and stands in the field or in a town.
    Stands(N::Army),
    /// The army is at the place.
    ArmyAt(N::Army, N::Place),
    /// The court has at least so many men of field armies within so many km of the place, by road.
    Near { court: N::Court, place: N::Place, km: u32, men: u32 },
    /// Within 120 km of the place by road, the court's field armies and garrison have at least so many men for each hundred of the other's.
    Stronger { court: N::Court, than: N::Court, place: N::Place, percent: u32 },
    /// The court has a field army of at least 2,000 men south of the Yellow River, on the side of Kaifeng.
    AcrossRiver(N::Court),
    /// The person is alive.
    Alive(N::Person),
    /// The person is alive and in no other court's hands, as hostage or captive; who serves nobody, or was sent away from court, is free too.
    Free(N::Person),
    /// The person is in the hands of the court against his own court's will, as hostage or captive.
    HeldBy(N::Person, N::Court),
    /// The person serves the court.
    Serves(N::Person, N::Court),
    /// The person holds the post.
    InPost(N::Person, N::Post),
    /// Nobody holds the post.
    Vacant(N::Post),
    /// The person commands the army.
    Commands(N::Person, N::Army),
    /// The person is at the place (his army's place if he commands one; his court's seat unless he was sent elsewhere).
    PersonAt(N::Person, N::Place),
    /// The person reigns over the court.
    Reigns(N::Person, N::Court),
    /// The court sits at the place.
    Seat(N::Court, N::Place),
    /// The court exists and acts.
    CourtStands(N::Court),
    /// The court's ruling house was formally deposed by its conqueror.
    Deposed(N::Court),
    /// The fact was established.
    Fact(N::Fact),
    /// The decision was laid before its court at some time.
    Laid(N::Decision),
    /// The court chose this option.
    Chose(N::Decision, N::Choice),
    /// The court's store of a good is at least this much.
    Treasury(N::Court, Good, i64),
    /// The court's legitimacy is at least this.
    Legitimacy(N::Court, i32),
    /// The court's lean is at least this; −100 is peace at any price, 100 war to the end.
    Lean(N::Court, i32),
    /// The person's loyalty to the court he serves is at least this.
    Loyalty(N::Person, i32),
    /// The country round the place resists its holder at least this much.
    Unrest(N::Place, i32),
    /// The morale of the place's garrison is at least this.
    Morale(N::Place, i32),
    /// The place's store of food lasts at least this many xun of close siege.
    Stores(N::Place, i32),
    /// The place's garrison, with the armies inside, numbers at least this.
    Garrison(N::Place, u32),
    /// The draft was put to the other court at some time, whatever came of it.
    Offered(N::Draft),
    /// Somebody stands before the palace of the court and waits for an answer.
    Crowd(N::Court),
    /// Somebody was named to follow the sovereign of the court, and could follow him now.
    HeirNamed(N::Court),
    /// The draft has been put to the other court and waits for an answer.
    Proposed(N::Draft),
    /// The draft has been sworn and neither side has repudiated it.
    InForce(N::Draft),
    /// The draft was sworn at some time, whatever came of it.
    Sworn(N::Draft),
    /// The envoy who carried the draft was stopped in enemy country, and his letter taken.
    Intercepted(N::Draft),
    /// The court is in breach of some clause of the sworn draft.
    Breached(N::Draft, N::Court),
    /// The two courts are at war.
    AtWar(N::Court, N::Court),
    /// The court lost a battle of this kind at the place, at some time.
    Lost(N::Court, BattleKind, N::Place),
    /// The place fell to the court at some time: by storm, hunger, treachery, on terms, undefended or by a rising. What is handed over in peace does not fall.
    FellTo(N::Place, N::Court),
    /// The first court is held back from the second by its word: a truce between them runs, or a peace not a year old stands, by whatever paper,
    /// and the second has not broken that paper.
    Truce(N::Court, N::Court),
    /// The two courts have sworn a paper to each other that neither has repudiated, whichever it is: a draft of this file, or one drawn up in play.
    Bound(N::Court, N::Court),
    /// By a paper in force, whichever it is, `by` is bound to `to` by a clause of this kind (a truce, as long as it runs; what binds both, in either
    /// order), which names this place if one is given.
    Pledged { by: N::Court, to: N::Court, clause: ClauseKind, #[serde(default)] place: Option<N::Place> },
    /// The first court has broken a clause of a paper between it and the second, whichever it is, or was forsworn when it went back on it.
    Forsworn(N::Court, N::Court),
}
}

words! {
/// Something that an option or an incident does. Where it says “the court”, it is the one that decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Effect<N: Naming> {
    /// The court gives an order, without spending an edict on it.
    Order(Order<N>),
    /// A fact is established.
    Set(N::Fact),
    /// A fact no longer holds.
    Clear(N::Fact),
    /// The reigning sovereign gives up the throne to this person.
    Abdicate(N::Person),
    /// The court keeps a person of another court who is in its camp.
    Detain(N::Person),
    /// The court puts one of its own people to death.
    Execute(N::Person),
    /// The court sends one of its own people away, out of every post and command.
    Exile(N::Person),
    /// The court sends one of its own people to a place.
    Send(N::Person, N::Place),
    /// The court's legitimacy rises or falls.
    Legitimacy(i32),
    /// A person's loyalty to the court rises or falls; not that of a captive of another court.
    Loyalty(N::Person, i32),
    /// The morale of one of the court's garrisons rises or falls.
    Morale(N::Place, i32),
    /// The morale of one of the court's armies rises or falls.
    Spirit(N::Army, i32),
    /// The country round a place resists its holder more, or less.
    Unrest(N::Place, i32),
    /// The court's palace spends more of a good in each month, or less; it cannot fall below nothing.
    Outlay(Good, i64),
    /// The court opens a gate of a besieged town of its own and sends so many men out.
    OpenGate(N::Place, u32),
    /// The court burns the boats and bridge at a river crossing of its own.
    BurnCrossing(N::Place),
    /// The court declares the ruling house of another deposed, whose sovereign it holds.
    Depose(N::Court),
    /// The court sets up another that did not exist, under this person and at this seat, with the places that it holds within 120 km of it.
    Establish { court: N::Court, ruler: N::Person, seat: N::Place, #[serde(default)] apart: bool },
    /// The court carries persons whom it holds to a place; they arrive as fast as carts go.
    Deport(Vec<N::Person>, N::Place),
    /// With this chance the first list of effects, else the second. Both must be the court's own affair.
    Chance(u8, Vec<Effect<N>>, Vec<Effect<N>>),
    /// These effects, so many xun later.
    Later(u8, Vec<Effect<N>>),
    /// Incidents only: the person falls ill and dies.
    Die(N::Person),
    /// Incidents only: of what the incident befell this many men in a hundred die.
    ItLoses(u8),
    /// Incidents only: of what the incident befell this many men in a hundred leave it, and are scattered in the country.
    ItScatters(u8),
    /// Incidents only: the morale of what the incident befell rises or falls.
    ItSpirit(i32),
    /// Incidents only: the country round the place that the incident befell resists its holder more, or less.
    ItUnrest(i32),
}
}

words! {
/// What an incident may befall. Its conditions under `it`, and the effects that begin with `It`, speak of that thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// The world, once a turn.
    World,
    /// Each army in turn.
    EachArmy,
    /// Each besieged place in turn.
    EachSiege,
    /// Each place in turn.
    EachPlace,
}
}

words! {
/// A question to the army or place that an incident may befall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum ItCondition<N: Naming> {
    /// It belongs to this court.
    Of(N::Court),
    /// It is an army bred to cold: one of a court that is `northern`.
    Northern,
    /// It has at least this many men.
    Men(u32),
    /// Its food lasts at most this many xun.
    StoresAtMost(i32),
    /// Its morale is at most this.
    SpiritAtMost(i32),
    /// The country round it resists its holder at least this much.
    Unrest(i32),
    /// It was ceded by a sworn treaty and not yet handed over.
    Ceded,
    /// It has lain under siege at least this many xun.
    BesiegedFor(u8),
    /// It lies south of the Yellow River.
    SouthOfRiver,
    /// It lies besieging a place.
    Besieging,
    /// A court sits there.
    Seat,
    /// It stands or lies within so many km of this place by road.
    Within(N::Place, u32),
}
}

words! {
/// How well an option is attested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grade {
    /// It was done.
    Documented,
    /// Somebody proposed it at the time.
    Proposed,
    /// It was open to the court, but no source says that anybody argued for it.
    Conjectural,
}
}

fields! {
/// One reading of a disputed number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Reading", bound = "")]
pub struct Reading<N: Naming> {
    /// The number.
    pub value: u32,
    /// Who says so.
    pub source: N::Source,
    /// What it says, in your own words.
    pub says: String,
    /// Whether the game goes by it. Exactly one reading is taken; a study can draw another.
    #[serde(default)]
    pub taken: bool,
}
}

words! {
/// A number, with the sources that give it, the reason why it was set, or the quarrel about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Figure<N: Naming> {
    /// These sources give the number.
    Given(u32, Vec<N::Source>),
    /// No source gives the number; the text is the reason why it was set so.
    Set(u32, String),
    /// Sources differ. Each reading has its number and its source, and exactly one is `taken`.
    Disputed(Vec<Reading<N>>),
}
}

words! {
/// How high one sovereign's form of address places the other above himself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rank {
    /// As one sovereign writes to another.
    Equal,
    /// As a younger brother to an elder.
    Younger,
    /// As a nephew to an uncle.
    Nephew,
    /// As a subject to his lord.
    Subject,
}
}

impl Default for Rank {
    /// A form of address that says nothing of rank places nobody above anybody.
    fn default() -> Self {
        Self::Equal
    }
}

words! {
/// One clause of a treaty. The court under `by` is bound by it, to the other party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Clause<N: Naming> {
    /// `by` pays this much once, within so many xun of the oath, at a place if one is named; `tolerance` percent short still counts as kept,
    /// and what is paid within `grace` xun after the day is late and not broken.
    Pay { by: N::Court, good: Good, amount: i64, due_xun: u8, tolerance: u8, #[serde(default)] grace: u8, #[serde(default)] at: Option<N::Place> },
    /// `by` pays this much every year, within the year counted from the oath, or in every half-year, season or month if `every` says so; otherwise as `Pay`.
    Yearly { by: N::Court, good: Good, amount: i64, #[serde(default)] every: Every, #[serde(default)] tolerance: u8, #[serde(default)] grace: u8, #[serde(default)] at: Option<N::Place> },
    /// `by` hands over the place within so many xun.
    Cede { by: N::Court, place: N::Place, due_xun: u8 },
    /// If `by` takes the place in the common war, it hands it over within so many xun of taking it.
    Share { by: N::Court, place: N::Place, due_xun: u8 },
    /// `by` gives this person as surety.
    Hostage { by: N::Court, person: N::Person },
    /// `by` sends home a person of the other's whom it holds, within so many xun.
    Return { by: N::Court, person: N::Person, due_xun: u8 },
    /// `by` takes its field armies out of the other's country south of the Yellow River within so many xun.
    Withdraw { by: N::Court, due_xun: u8 },
    /// `by` sends no field army to these places.
    KeepOut { by: N::Court, places: Vec<N::Place> },
    /// The river is the border where a road crosses it: the bank towns of the north are the court `north`'s, those of the south the other's,
    /// towns on the wrong bank pass within so many xun, and afterwards neither sends an army over.
    Border { river: River, north: N::Court, due_xun: u8 },
    /// `by` strengthens no walls near the other's country.
    NoWorks { by: N::Court },
    /// `by` gives back those who fled to it.
    ReturnFugitives { by: N::Court },
    /// `by` keeps neither men nor towns that come over to it from the other.
    NoShelter { by: N::Court },
    /// `by` gives no post and no command to one who came over from the other.
    NoLure { by: N::Court },
    /// `by` uses this form of address towards the other; `rank` is how high it places the other.
    Address { by: N::Court, form: String, #[serde(default)] rank: Rank },
    /// `by` makes war on a third court: within so many xun it lies before this place of its, or has fought there.
    Campaign { by: N::Court, against: N::Court, place: N::Place, due_xun: u8 },
    /// `by` makes no peace with a third court while the other is at war with it.
    NoSeparatePeace { by: N::Court, with: N::Court },
    /// Both keep a market at the place, and both take their toll of it.
    Market { place: N::Place },
    /// Neither attacks the other for so many xun.
    Truce { xun: u8 },
    /// The war is over.
    Peace,
    /// Both call down a curse on whoever breaks it.
    Oath { words: String },
    /// `by` keeps at least so many men of its field armies near the other's seat: the army that a throne rests on.
    Guard { by: N::Court, men: u32 },
    /// `by` leaves the people of these places where they live.
    LeavePeople { by: N::Court, places: Vec<N::Place> },
    /// `by` submits: its towns, armies and people pass to the other under their own leaders, and it is a court no more.
    Submit { by: N::Court },
}
}

words! {
/// The kind of a clause: its name without what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClauseKind {
    /// As the clause `Peace`.
    Peace,
    /// As the clause `Truce`.
    Truce,
    /// As the clause `Pay`.
    Pay,
    /// As the clause `Yearly`.
    Yearly,
    /// As the clause `Cede`.
    Cede,
    /// As the clause `Border`.
    Border,
    /// As the clause `Withdraw`.
    Withdraw,
    /// As the clause `KeepOut`.
    KeepOut,
    /// As the clause `NoWorks`.
    NoWorks,
    /// As the clause `Hostage`.
    Hostage,
    /// As the clause `Return`.
    Return,
    /// As the clause `ReturnFugitives`.
    ReturnFugitives,
    /// As the clause `NoShelter`.
    NoShelter,
    /// As the clause `NoLure`.
    NoLure,
    /// As the clause `Address`.
    Address,
    /// As the clause `Market`.
    Market,
    /// As the clause `Campaign`.
    Campaign,
    /// As the clause `Share`.
    Share,
    /// As the clause `NoSeparatePeace`.
    NoSeparatePeace,
    /// As the clause `Oath`.
    Oath,
    /// As the clause `Guard`.
    Guard,
    /// As the clause `LeavePeople`.
    LeavePeople,
    /// As the clause `Submit`.
    Submit,
}
}

impl ClauseKind {
    /// Every kind: those that end a war first, those of an alliance last.
    pub const ALL: [Self; 23] = [
        Self::Peace,
        Self::Truce,
        Self::Pay,
        Self::Yearly,
        Self::Cede,
        Self::Border,
        Self::Withdraw,
        Self::KeepOut,
        Self::NoWorks,
        Self::Hostage,
        Self::Return,
        Self::ReturnFugitives,
        Self::NoShelter,
        Self::NoLure,
        Self::Address,
        Self::Market,
        Self::Campaign,
        Self::Share,
        Self::NoSeparatePeace,
        Self::Oath,
        Self::Guard,
        Self::LeavePeople,
        Self::Submit,
    ];

    /// Whether a clause of this kind can name a place.
    #[must_use]
    pub const fn names_places(self) -> bool {
        matches!(
            self,
            Self::Cede
                | Self::Share
                | Self::Campaign
                | Self::Market
                | Self::Pay
                | Self::Yearly
                | Self::KeepOut
                | Self::LeavePeople
        )
    }

    /// The kind of a clause.
    #[must_use]
    pub const fn of<N: Naming>(clause: &Clause<N>) -> Self {
        match clause {
            Clause::Pay { .. } => Self::Pay,
            Clause::Yearly { .. } => Self::Yearly,
            Clause::Cede { .. } => Self::Cede,
            Clause::Share { .. } => Self::Share,
            Clause::Hostage { .. } => Self::Hostage,
            Clause::Return { .. } => Self::Return,
            Clause::Withdraw { .. } => Self::Withdraw,
            Clause::KeepOut { .. } => Self::KeepOut,
            Clause::Border { .. } => Self::Border,
            Clause::NoWorks { .. } => Self::NoWorks,
            Clause::ReturnFugitives { .. } => Self::ReturnFugitives,
            Clause::NoShelter { .. } => Self::NoShelter,
            Clause::NoLure { .. } => Self::NoLure,
            Clause::Address { .. } => Self::Address,
            Clause::Campaign { .. } => Self::Campaign,
            Clause::NoSeparatePeace { .. } => Self::NoSeparatePeace,
            Clause::Market { .. } => Self::Market,
            Clause::Truce { .. } => Self::Truce,
            Clause::Peace => Self::Peace,
            Clause::Oath { .. } => Self::Oath,
            Clause::Guard { .. } => Self::Guard,
            Clause::LeavePeople { .. } => Self::LeavePeople,
            Clause::Submit { .. } => Self::Submit,
        }
    }
}

/// Turns the names that a clause holds into another way of naming.
pub trait Renames<A: Naming, B: Naming> {
    /// What can go wrong.
    type Error;
    /// A court.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_court(&mut self, name: &A::Court) -> Result<B::Court, Self::Error>;
    /// A place.
    ///
    /// # Errors
    /// When nothing answers to the name.
    fn the_place(&mut self, name: &A::Place) -> Result<B::Place, Self::Error>;
    /// A person.
    ///
    /// # Errors
    /// When nobody answers to the name.
    fn the_person(&mut self, name: &A::Person) -> Result<B::Person, Self::Error>;
}

/// A clause in another way of naming.
///
/// # Errors
/// With the first name that could not be turned.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of clause")]
pub fn renamed<A: Naming, B: Naming, R: Renames<A, B>>(
    clause: &Clause<A>,
    names: &mut R,
) -> Result<Clause<B>, R::Error> {
    use Clause as C;
    Ok(match clause {
        C::Pay {
            by,
            good,
            amount,
            due_xun,
            tolerance,
            grace,
            at,
        } => C::Pay {
            by: names.the_court(by)?,
            good: *good,
            amount: *amount,
            due_xun: *due_xun,
            tolerance: *tolerance,
            grace: *grace,
            at: at.as_ref().map(|at| names.the_place(at)).transpose()?,
        },
        C::Yearly {
            by,
            good,
            amount,
            every,
            tolerance,
            grace,
            at,
        } => C::Yearly {
            by: names.the_court(by)?,
            good: *good,
            amount: *amount,
            every: *every,
            tolerance: *tolerance,
            grace: *grace,
            at: at.as_ref().map(|at| names.the_place(at)).transpose()?,
        },
        C::Cede { by, place, due_xun } => C::Cede {
            by: names.the_court(by)?,
            place: names.the_place(place)?,
            due_xun: *due_xun,
        },
        C::Share { by, place, due_xun } => C::Share {
            by: names.the_court(by)?,
            place: names.the_place(place)?,
            due_xun: *due_xun,
        },
        C::Hostage { by, person } => C::Hostage {
            by: names.the_court(by)?,
            person: names.the_person(person)?,
        },
        C::Return {
            by,
            person,
            due_xun,
        } => C::Return {
            by: names.the_court(by)?,
            person: names.the_person(person)?,
            due_xun: *due_xun,
        },
        C::Withdraw { by, due_xun } => C::Withdraw {
            by: names.the_court(by)?,
            due_xun: *due_xun,
        },
        C::KeepOut { by, places } => C::KeepOut {
            by: names.the_court(by)?,
            places: places
                .iter()
                .map(|place| names.the_place(place))
                .collect::<Result<_, _>>()?,
        },
        C::Border {
            river,
            north,
            due_xun,
        } => C::Border {
            river: *river,
            north: names.the_court(north)?,
            due_xun: *due_xun,
        },
        C::NoWorks { by } => C::NoWorks {
            by: names.the_court(by)?,
        },
        C::ReturnFugitives { by } => C::ReturnFugitives {
            by: names.the_court(by)?,
        },
        C::NoShelter { by } => C::NoShelter {
            by: names.the_court(by)?,
        },
        C::NoLure { by } => C::NoLure {
            by: names.the_court(by)?,
        },
        C::Address { by, form, rank } => C::Address {
            by: names.the_court(by)?,
            form: form.clone(),
            rank: *rank,
        },
        C::Campaign {
            by,
            against,
            place,
            due_xun,
        } => C::Campaign {
            by: names.the_court(by)?,
            against: names.the_court(against)?,
            place: names.the_place(place)?,
            due_xun: *due_xun,
        },
        C::NoSeparatePeace { by, with } => C::NoSeparatePeace {
            by: names.the_court(by)?,
            with: names.the_court(with)?,
        },
        C::Market { place } => C::Market {
            place: names.the_place(place)?,
        },
        C::Truce { xun } => C::Truce { xun: *xun },
        C::Peace => C::Peace,
        C::Oath { words } => C::Oath {
            words: words.clone(),
        },
        C::Submit { by } => C::Submit {
            by: names.the_court(by)?,
        },
        C::Guard { by, men } => C::Guard {
            by: names.the_court(by)?,
            men: *men,
        },
        C::LeavePeople { by, places } => C::LeavePeople {
            by: names.the_court(by)?,
            places: places
                .iter()
                .map(|place| names.the_place(place))
                .collect::<Result<_, _>>()?,
        },
    })
}

impl<N: Naming> Clause<N> {
    /// The places that a clause names.
    #[must_use]
    pub fn places(&self) -> &[N::Place] {
        use std::slice::from_ref;
        match self {
            Self::Cede { place, .. }
            | Self::Share { place, .. }
            | Self::Campaign { place, .. }
            | Self::Market { place } => from_ref(place),
            Self::Pay { at, .. } | Self::Yearly { at, .. } => at.as_slice(),
            Self::KeepOut { places, .. } | Self::LeavePeople { places, .. } => places,
            _ => &[],
        }
    }
    /// The court that a clause binds; none where it binds both.
    #[must_use]
    pub const fn binds(&self) -> Option<&N::Court> {
        match self {
            Self::Pay { by, .. }
            | Self::Yearly { by, .. }
            | Self::Cede { by, .. }
            | Self::Share { by, .. }
            | Self::Hostage { by, .. }
            | Self::Return { by, .. }
            | Self::Withdraw { by, .. }
            | Self::KeepOut { by, .. }
            | Self::NoWorks { by }
            | Self::ReturnFugitives { by }
            | Self::NoShelter { by }
            | Self::NoLure { by }
            | Self::Address { by, .. }
            | Self::Campaign { by, .. }
            | Self::NoSeparatePeace { by, .. }
            | Self::Guard { by, .. }
            | Self::Submit { by }
            | Self::LeavePeople { by, .. } => Some(by),
            Self::Border { .. }
            | Self::Market { .. }
            | Self::Truce { .. }
            | Self::Peace
            | Self::Oath { .. } => None,
        }
    }
}
