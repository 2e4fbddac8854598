//! The shape of a scenario as a writer writes it. Every `Sp` remembers where in the text it stood.
//!
//! These types say what a file may contain and nothing of what it means: names are text, dates are text.
//! `resolve.rs` turns them into the immutable [`Scenario`](super::model::Scenario).

use serde::Deserialize;

use super::language::{
    Clause, Condition, Effect, Figure, Good, Grade, ItCondition, Scope, Sits, Written,
};
use super::read::{fields, words};
use super::trial::RawTrial;
use crate::diagnostics::span::Sp;
use crate::orders::Order;

/// A name or an id in a file.
pub type Name = Sp<String>;

fields! {
/// One scenario file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Scenario")]
pub struct RawScenario {
    /// Its id: lower case, digits, underscores.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// Files this one builds on: `atlas.ron`, `people.ron`, `sources.ron`.
    pub uses: Vec<Name>,
    /// First and last day.
    pub span: RawSpan,
    /// About how many minutes a game takes.
    pub minutes: u16,
    /// The scenario in which a game that reaches the last day can be gone on with, in the world as it then is: its file's name without `.ron`.
    #[serde(default)]
    pub goes_on: Option<String>,
    /// How often the courts sit: they choose and give orders when they do.
    #[serde(default)]
    pub sits: Sits,
    /// What a reader should know before starting, where the scenario tells of atrocities.
    #[serde(default)]
    pub content_note: Option<String>,
    /// What the scenario is about, for the start screen.
    pub brief: String,
    /// The courts and bands.
    pub courts: Vec<RawCourt>,
    /// The posts at those courts.
    pub posts: Vec<RawPost>,
    /// Facts that the courts' own acts may establish.
    pub facts: Vec<RawFact>,
    /// How things stand on the first day.
    pub setup: RawSetup,
    /// Treaties that may be proposed, or that are in force at the start.
    pub drafts: Vec<RawDraft>,
    /// What may befall, under conditions.
    pub incidents: Vec<RawIncident>,
    /// What may be laid before a court.
    pub decisions: Vec<RawDecision>,
    /// What happened.
    pub record: RawRecord,
    /// How it may end. The first whose condition holds is told.
    pub endings: Vec<RawEnding>,
    /// Tests, for `rivers check --tests`: what is to come of what. They change no game.
    #[serde(default)]
    pub tests: Vec<RawTrial>,
}
}

fields! {
/// From the first day of one xun to the last of another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSpan {
    /// First day, `"1125-11-01"`.
    pub from: Name,
    /// Last day, `"1127-06-30"`.
    pub until: Name,
}
}

fields! {
/// A court or a band.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Court")]
pub struct RawCourt {
    /// Its id.
    pub id: Name,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Whether a person may play it. Others are always played by `counsel`.
    #[serde(default)]
    pub playable: bool,
    /// Whether it exists at the start.
    #[serde(default = "yes")]
    #[or(yes)]
    pub stands: bool,
    /// Whether its horse and men are bred to cold and suffer in heat.
    #[serde(default)]
    pub northern: bool,
    /// Whether its shipwrights know the paddle-wheel boat.
    #[serde(default)]
    pub wheelwrights: bool,
    /// A band lives in the country and pays nobody.
    #[serde(default)]
    pub band: bool,
    /// Where it sits.
    pub seat: Name,
    /// Who reigns.
    pub ruler: Name,
    /// Who would follow.
    #[serde(default)]
    pub heir: Option<Name>,
    /// What the player of this court is, and what is at stake.
    #[serde(default)]
    pub brief: String,
    /// 0 to 100.
    pub legitimacy: i32,
    /// −100 peace to 100 war.
    pub lean: i32,
    /// How many edicts it can issue in a xun.
    pub edicts: u8,
    /// What it has in store.
    #[serde(default)]
    pub treasury: Vec<(Good, i64)>,
    /// Why those numbers, and on whose word.
    #[serde(default)]
    pub treasury_note: String,
    /// Into how many corps beside those of the scenario its armies can be divided.
    #[serde(default)]
    pub columns: u8,
    /// What the palace spends in a month beside pay and offices: works, gardens, rites, gifts.
    #[serde(default)]
    pub outlay: Vec<(Good, i64)>,
    /// With whom it is at war on the first day.
    #[serde(default)]
    pub at_war_with: Vec<Name>,
    /// Places that it holds to be its own though others have held them longer than anybody remembers. They weigh with its council like country that
    /// was lost: at the table when they are offered to it, and in war when they can be had.
    #[serde(default)]
    pub claims: Vec<Name>,
    /// The court that set it up and whose army keeps it there, if it lives by another's on the first day.
    #[serde(default)]
    pub patron: Option<Name>,
}
}

words! {
/// What a post does in the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
pub enum Role {
    /// Sits in council: its holder's stance pulls the court's lean.
    Council,
    /// Leads the council: pulls twice as hard.
    ChiefCouncil,
    /// Commands the defence of the seat: its holder is the captain of the walls.
    Capital,
    /// Commands the field armies; two or more such posts in different hands divide command.
    Field,
}
}

fields! {
/// A post.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Post")]
pub struct RawPost {
    /// Its id.
    pub id: Name,
    /// Whose.
    pub court: Name,
    /// Its title.
    pub title: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// What it does.
    pub role: Role,
    /// Who holds it on the first day.
    #[serde(default)]
    pub holder: Option<Name>,
}
}

fields! {
/// A fact.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Fact")]
pub struct RawFact {
    /// Its id.
    pub id: Name,
    /// What it says, as a whole sentence in the past tense.
    pub says: String,
}
}

fields! {
/// How things stand on the first day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Setup")]
pub struct RawSetup {
    /// Which column of the atlas gives the holders of places not listed here.
    pub holders_of: Sp<u16>,
    /// Places that differ from the atlas, or have more to say.
    pub places: Vec<RawPlaceSetup>,
    /// Armies, and levies that can be called.
    pub armies: Vec<RawArmy>,
    /// Treaties in force.
    pub treaties: Vec<RawTreatyInForce>,
    /// People whose case is special.
    #[serde(default)]
    pub people: Vec<RawPersonSetup>,
    /// Where the places of a circuit stand for more households, or fewer, than the atlas writes to them.
    #[serde(default)]
    pub registers: Vec<RawRegisters>,
}
}

fields! {
/// How many households the places of a circuit stand for: the atlas has its great towns, and the registers of another year are not those of 1102.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Registers")]
pub struct RawRegisters {
    /// The circuit, as the atlas names it.
    pub circuit: Name,
    /// For each hundred households of the atlas.
    pub percent: i32,
    /// Why, and on whose word.
    pub note: String,
}
}

fields! {
/// A place at the start.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Place")]
pub struct RawPlaceSetup {
    /// Which.
    pub id: Name,
    /// Who holds it, if not as in the atlas.
    #[serde(default)]
    pub holder: Option<Name>,
    /// Whose country it was, where a conqueror holds it on the first day: his it is not, and its bands hold to that court.
    #[serde(default)]
    pub native: Option<Name>,
    /// Its garrison.
    #[serde(default)]
    pub garrison: Option<Figure<Written>>,
    /// How good its garrison is, 0 to 100 (30 raw, 50 regular, 80 picked).
    #[serde(default)]
    pub quality: Option<i32>,
    /// Its morale, 0 to 100.
    #[serde(default)]
    pub morale: Option<i32>,
    /// Who answers for its walls.
    #[serde(default)]
    pub captain: Option<Name>,
    /// How many xun of close siege its food lasts.
    #[serde(default)]
    pub stores_xun: Option<i32>,
    /// Resistance of the country to the holder, 0 to 100.
    #[serde(default)]
    pub unrest: Option<i32>,
    /// War-boats that lie there.
    #[serde(default)]
    pub boats: u32,
    /// Paddle-wheel boats that lie there.
    #[serde(default)]
    pub wheels: u32,
    /// Grain in its depot, shi.
    #[serde(default)]
    pub depot: i64,
    /// Men in the bands and stockades round it who hold to the court whose country it was.
    #[serde(default)]
    pub band: u32,
    /// Loads of powder weapons that a workshop here makes in a month; none where there is no workshop. The note says on whose word.
    #[serde(default)]
    pub workshop: Option<u16>,
    /// Why, and on whose word.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// An army at the start, or a levy that can be raised.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Army")]
pub struct RawArmy {
    /// Its id.
    pub id: Name,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Whose.
    pub court: Name,
    /// Who commands.
    #[serde(default)]
    pub commander: Option<Name>,
    /// Where it stands, or musters.
    pub at: Name,
    /// Whether it stands at the start; else it is a levy to be raised.
    #[serde(default = "yes")]
    #[or(yes)]
    pub stands: bool,
    /// Men in all.
    pub men: Figure<Written>,
    /// Of a hundred, how many ride.
    pub horse_percent: i32,
    /// How good they are, 0 to 100 (20 rabble, 50 regulars, 85 the best).
    pub quality: i32,
    /// Their morale, 0 to 100.
    pub morale: i32,
    /// Skill and train for sieges, 0 to 100.
    #[serde(default)]
    pub engines: i32,
    /// War-boats it goes in: with any, it goes by water.
    #[serde(default)]
    pub boats: u32,
    /// Paddle-wheel boats it goes in.
    #[serde(default)]
    pub wheels: u32,
    /// Of a hundred men, how many know how to fight afloat.
    #[serde(default)]
    pub marines: i32,
    /// How far it is its commander's own, 0 to 100: 30 for troops of the state under an appointed man, 90 for a band he raised and pays.
    #[serde(default = "of_the_state")]
    #[or(of_the_state)]
    pub attachment: i32,
    /// Xun of food carried.
    #[serde(default = "two")]
    #[or(two)]
    pub food_xun: i32,
    /// Whether a levy may be raised now, beyond what the treasury allows.
    #[serde(default = "always")]
    #[or(always)]
    pub needs: Condition<Written>,
    /// Why, and on whose word.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// A treaty in force on the first day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Treaty")]
pub struct RawTreatyInForce {
    /// Which draft was sworn.
    pub draft: Name,
    /// When.
    pub sworn: Name,
    /// What is alleged about it by either side.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// A person at the start, where the tables do not say enough.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Person")]
pub struct RawPersonSetup {
    /// Who.
    pub id: Name,
    /// Loyalty to his court, 0 to 100. Else from the table of people.
    #[serde(default)]
    pub loyalty: Option<i32>,
    /// His stance to the other power in these years, −100 peace to 100 war, where it was not that of the table of people.
    #[serde(default)]
    pub stance: Option<i32>,
    /// Where, if neither with an army nor at the seat.
    #[serde(default)]
    pub at: Option<Name>,
    /// Whom he serves, where the table of people says otherwise, as it does of captives with titles.
    #[serde(default)]
    pub serves: Option<Name>,
    /// In whose hands he is on the first day, against his court's will.
    #[serde(default)]
    pub held_by: Option<Name>,
    /// Why.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// A treaty that may be put to another court.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Draft")]
pub struct RawDraft {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// Who puts it forward.
    pub from: Name,
    /// To whom.
    pub to: Name,
    /// What it says in plain words.
    pub clauses: Vec<Clause<Written>>,
    /// What it says in words that the two courts read in different ways.
    #[serde(default)]
    pub unclear: Vec<RawUnclear>,
    /// Breaches that the record alleges.
    #[serde(default)]
    pub alleged: Vec<RawAlleged>,
    /// When it may be put forward at all.
    #[serde(default = "always")]
    #[or(always)]
    pub needs: Condition<Written>,
    /// Sources.
    pub sources: Vec<Name>,
    /// Where readings differ.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// Words of a treaty that can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Unclear")]
pub struct RawUnclear {
    /// The words, as the text has them.
    pub words: String,
    /// How they were read.
    pub readings: Vec<RawSense>,
}
}

fields! {
/// One way to read unclear words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Sense")]
pub struct RawSense {
    /// Its id.
    pub id: Name,
    /// The court that reads them so.
    pub held_by: Name,
    /// The reading in your own words.
    pub says: String,
    /// What follows from it.
    pub clauses: Vec<Clause<Written>>,
}
}

fields! {
/// A breach that the record alleges.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Alleged")]
pub struct RawAlleged {
    /// Who alleges it.
    pub by: Name,
    /// Of whom.
    pub of: Name,
    /// Which clause is said to be broken: its number in the list, from 1; those of the readings count on after the plain ones.
    pub clause: u8,
    /// Since when.
    pub since: Name,
    /// What is alleged, in your own words.
    pub says: String,
    /// Sources.
    pub sources: Vec<Name>,
}
}

fields! {
/// What may befall.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Incident")]
pub struct RawIncident {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// What is told when it happens. `{it}` stands for what it befell.
    pub text: String,
    /// What it may befall.
    pub scope: Scope,
    /// The state of the world it needs.
    pub when: Condition<Written>,
    /// The state of the thing it befalls, all of these.
    #[serde(default)]
    pub it: Vec<ItCondition<Written>>,
    /// Chance in a hundred, each xun that the conditions hold.
    pub chance: u8,
    /// Whether it happens at most once in a game.
    #[serde(default)]
    pub once: bool,
    /// What it does.
    pub effects: Vec<Effect<Written>>,
    /// Sources.
    pub sources: Vec<Name>,
}
}

fields! {
/// What may be laid before a court.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Decision")]
pub struct RawDecision {
    /// Its id.
    pub id: Name,
    /// Before whom.
    pub court: Name,
    /// A short title.
    pub title: String,
    /// The title in Chinese, as a memorial would be headed.
    pub title_zh: String,
    /// When it is laid. It is laid once.
    pub when: Condition<Written>,
    /// How many xun it waits for an answer before the moment has passed.
    #[serde(default = "one")]
    #[or(one)]
    pub patience_xun: u8,
    /// 60 to 150 words, true whatever came before.
    pub brief: String,
    /// Sentences that follow the brief where they are true.
    #[serde(default)]
    pub asides: Vec<RawAside>,
    /// Who argues.
    pub voices: Vec<RawVoice>,
    /// Two to four.
    pub options: Vec<RawOption>,
    /// What the court did.
    pub record: RawChosen,
    /// Where sources or historians differ about it.
    #[serde(default)]
    pub quarrel: String,
}
}

fields! {
/// What a brief adds where it is true, so that it need not assume how the game went.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Aside")]
pub struct RawAside {
    /// When it is true.
    pub when: Condition<Written>,
    /// Whole sentences.
    pub says: String,
}
}

fields! {
/// Somebody argues.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Voice")]
pub struct RawVoice {
    /// Who.
    pub who: Name,
    /// For which option.
    pub argues_for: Name,
    /// Whether he stands before the court as another's envoy, and does not sit in its council.
    #[serde(default)]
    pub envoy: bool,
    /// When he speaks so; without it, whenever he sits in the council.
    #[serde(default = "always")]
    #[or(always)]
    pub when: Condition<Written>,
    /// His case, in our words.
    pub says: String,
    /// What he expects, in our words.
    pub expects: String,
    /// The same as a condition, to be tested `by` then, if that option is taken.
    pub expected: Condition<Written>,
    /// When the expectation is tested.
    pub by: Name,
    /// Sources.
    pub sources: Vec<Name>,
}
}

fields! {
/// A course open to the court.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Option")]
pub struct RawOption {
    /// Its id, within the decision.
    pub id: Name,
    /// How well attested.
    pub grade: Grade,
    /// A short imperative.
    pub label: String,
    /// What it means in deeds, one or two sentences.
    pub detail: String,
    /// From −2 (peace at any price) to 2 (war): how the war and peace parties see it.
    pub temper: i8,
    /// What it costs at once.
    #[serde(default)]
    pub cost: Vec<(Good, i64)>,
    /// What it needs.
    #[serde(default = "always")]
    #[or(always)]
    pub needs: Condition<Written>,
    /// What to do to open it, when closed.
    #[serde(default)]
    pub opens_by: String,
    /// What it does.
    pub effects: Vec<Effect<Written>>,
}
}

fields! {
/// What the court did.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChosen {
    /// Which option.
    pub chose: Name,
    /// When, as the sources date it.
    pub date: Name,
    /// What came of it, in our words, for the debrief.
    pub outcome: String,
    /// Sources.
    pub sources: Vec<Name>,
}
}

fields! {
/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Record")]
pub struct RawRecord {
    /// The documented marches and orders.
    pub orders: Vec<RawDated>,
    /// What the outcome is measured by.
    pub checkpoints: Vec<RawCheckpoint>,
}
}

fields! {
/// Orders given in the xun that contains a day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "On")]
pub struct RawDated {
    /// The day.
    pub date: Name,
    /// Whose orders.
    pub court: Name,
    /// What.
    pub orders: Vec<Order<Written>>,
    /// Sources.
    pub sources: Vec<Name>,
}
}

words! {
/// How a checkpoint is tested.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum RawTest {
    /// It happened on this day, give or take so many days.
    Happened(Name, u16),
    /// It was so on this day (and is asked only then).
    StoodOn(Name),
    /// It never happened in the span.
    Never,
}
}

fields! {
/// What a playthrough is measured by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Checkpoint")]
pub struct RawCheckpoint {
    /// Its id.
    pub id: Name,
    /// A short title, past tense.
    pub title: String,
    /// What.
    pub what: Condition<Written>,
    /// When, and how near counts.
    pub test: RawTest,
    /// How much it counts, 1 to 5.
    pub weight: u8,
    /// Never looked at while tuning.
    #[serde(default)]
    pub held_out: bool,
    /// Who says so, and who differs.
    pub claims: Vec<RawClaim>,
}
}

fields! {
/// A source's word on something.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawClaim {
    /// Which source.
    pub source: Name,
    /// Where in it: juan or page.
    #[serde(default)]
    pub at: String,
    /// What it says, in our words.
    pub says: String,
    /// Whether it speaks against the recorded date or fact.
    #[serde(default)]
    pub dissents: bool,
}
}

fields! {
/// How it may end.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Ending")]
pub struct RawEnding {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// When it is the one.
    pub when: Condition<Written>,
    /// Whether the game ends as soon as this holds; else it is only told at the last day.
    #[serde(default)]
    pub at_once: bool,
    /// Courts for which this is a good end.
    pub good_for: Vec<Name>,
    /// What is told, 80 to 160 words.
    pub text: String,
}
}

const fn yes() -> bool {
    true
}
const fn one() -> u8 {
    1
}
/// Troops of the state under a man whom it appointed.
const fn of_the_state() -> i32 {
    30
}
const fn two() -> i32 {
    2
}
fn always() -> Condition<Written> {
    Condition::Always
}
