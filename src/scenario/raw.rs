//! The shape of a scenario as a writer writes it. Every `Sp` remembers where in the text it stood.
//!
//! These types say what a file may contain and nothing of what it means: names are text, dates are text.
//! `resolve.rs` turns them into the immutable [`Scenario`](super::model::Scenario).

use serde::Deserialize;

use super::language::{
    Clause, Condition, Effect, Figure, Good, Grade, ItCondition, Scope, Sits, Written,
};
use super::lesson::RawLesson;
use super::read::{fields, words};
use super::trial::RawTrial;
use crate::diagnostics::span::Sp;
use crate::orders::Order;

/// A name or an id in a file.
pub type Name = Sp<String>;

fields! {
/// A scenario: one file with everything that is told and decided in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Scenario")]
pub struct RawScenario {
    /// Its id: small letters, digits and underscores. It is best the name of the file too.
    pub id: Name,
    /// Its title, at most 32 columns wide.
    pub title: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// The tables this scenario builds on: `atlas.ron`, `people.ron`, `sources.ron`, and such of your own as lie beside the file.
    pub uses: Vec<Name>,
    /// Its first and last day. It may last thirty years.
    pub span: RawSpan,
    /// About how long a game takes, as the start screen says.
    pub minutes: u16,
    /// The same where a secretariat settles the `lesser` matters.
    #[serde(default)]
    pub minutes_brief: Option<u16>,
    /// The scenario in which a game that reaches the last day can be gone on with, in the world as it then is: its file's name without `.ron`.
    #[serde(default)]
    pub goes_on: Option<String>,
    /// How often the courts sit: they choose and give orders when they do.
    #[serde(default)]
    pub sits: Sits,
    /// What a reader should know before starting, where the scenario tells of atrocities.
    #[serde(default)]
    pub content_note: Option<String>,
    /// What the scenario is about, as the start screen says.
    pub brief: String,
    /// The courts, and the bands in the country. One or two of them are played by people.
    pub courts: Vec<RawCourt>,
    /// The posts at those courts.
    pub posts: Vec<RawPost>,
    /// The scenario's memory: facts that a choice or an incident can establish, and a later condition can ask for.
    pub facts: Vec<RawFact>,
    /// Places, armies, treaties and people as they stand on the first day.
    pub setup: RawSetup,
    /// Treaties that may be proposed, or that are in force at the start.
    pub drafts: Vec<RawDraft>,
    /// What may befall: weather, sickness, mutiny.
    pub incidents: Vec<RawIncident>,
    /// What may be laid before a court, with its options.
    pub decisions: Vec<RawDecision>,
    /// What happened in fact: the documented orders, and what every game is measured by.
    pub record: RawRecord,
    /// How a game may end. The first whose condition holds is told, so that the most particular stand first and one with `Always` last.
    pub endings: Vec<RawEnding>,
    /// Tests, for `rivers check --tests`: what is to come of what. They change no game.
    #[serde(default)]
    pub tests: Vec<RawTrial>,
    /// Lesson plans, for `rivers play --lesson`: a path through the scenario for a class. They change no game.
    #[serde(default)]
    pub lessons: Vec<RawLesson>,
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
    /// Whether it exists on the first day. One that does not can be set up later, by `Establish`.
    #[serde(default = "yes")]
    #[or(yes)]
    pub stands: bool,
    /// Whether its horse and men are bred to cold and suffer in heat.
    #[serde(default)]
    pub northern: bool,
    /// Whether its shipwrights know the paddle-wheel boat.
    #[serde(default)]
    pub wheelwrights: bool,
    /// Whether it is a band: it lives off the country and pays nobody.
    #[serde(default)]
    pub band: bool,
    /// The place where its sovereign sits on the first day.
    pub seat: Name,
    /// Who reigns on the first day.
    pub ruler: Name,
    /// Who would come to the throne next.
    #[serde(default)]
    pub heir: Option<Name>,
    /// What the player of this court is, and what is at stake.
    #[serde(default)]
    pub brief: String,
    /// How far its people hold it to be the rightful court.
    pub legitimacy: i32,
    /// Which way its council inclines: −100 is peace at any price, 100 war to the end.
    pub lean: i32,
    /// How many edicts it can issue in a xun. Most orders cost one.
    pub edicts: u8,
    /// What it has in store on the first day.
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
/// What the holder of a post does for his court.
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
/// A post at a court, that its sovereign can give and take away.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Post")]
pub struct RawPost {
    /// Its id.
    pub id: Name,
    /// At which court.
    pub court: Name,
    /// Its title.
    pub title: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// What its holder does for the court.
    pub role: Role,
    /// Who holds it on the first day.
    #[serde(default)]
    pub holder: Option<Name>,
}
}

fields! {
/// A fact that can be established in the course of a game. Until then it does not hold.
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
/// Places, armies, treaties and people as they stand on the first day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Setup")]
pub struct RawSetup {
    /// Which column of the atlas gives the holders of places not listed here.
    pub holders_of: Sp<u16>,
    /// Places that differ from the atlas, or have more to say.
    pub places: Vec<RawPlaceSetup>,
    /// Armies, and levies that can be called.
    pub armies: Vec<RawArmy>,
    /// Treaties in force on the first day.
    pub treaties: Vec<RawTreatyInForce>,
    /// People of whom the table of people does not say enough, or says what was so in another year.
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
    /// Which circuit.
    pub circuit: Name,
    /// How many households stand for each hundred of the atlas.
    pub percent: i32,
    /// Why, and on whose word.
    pub note: String,
}
}

fields! {
/// A place of the atlas on the first day. What is left out is as the atlas has it, or as is usual for a place of its kind.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Place")]
pub struct RawPlaceSetup {
    /// Which place.
    pub id: Name,
    /// The court that holds it; left out, the one that the atlas has.
    #[serde(default)]
    pub holder: Option<Name>,
    /// Whose country it was, where a conqueror holds it on the first day: his it is not, and its bands hold to that court.
    #[serde(default)]
    pub native: Option<Name>,
    /// How many men its garrison has; left out, as many as such a place kept, from 200 at a ferry to 5,000 in a capital.
    #[serde(default)]
    pub garrison: Option<Figure<Written>>,
    /// How good its garrison is: 30 raw, 50 regular, 80 picked; left out, 40.
    #[serde(default)]
    pub quality: Option<i32>,
    /// The spirit of its garrison; left out, 50.
    #[serde(default)]
    pub morale: Option<i32>,
    /// The person who answers for its walls.
    #[serde(default)]
    pub captain: Option<Name>,
    /// How long its food lasts when it is closed in; left out, 6 xun and 3 for each degree of its walls.
    #[serde(default)]
    pub stores_xun: Option<i32>,
    /// How far the country round it resists its holder; left out, 5.
    #[serde(default)]
    pub unrest: Option<i32>,
    /// War-boats that lie there.
    #[serde(default)]
    pub boats: u32,
    /// Paddle-wheel boats that lie there.
    #[serde(default)]
    pub wheels: u32,
    /// Grain in its depot for passing armies.
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
/// An army or fleet on the first day, or a levy that can be called up.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Army")]
pub struct RawArmy {
    /// Its id.
    pub id: Name,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Which court it serves.
    pub court: Name,
    /// Who commands it.
    #[serde(default)]
    pub commander: Option<Name>,
    /// The place where it stands, or where a levy musters.
    pub at: Name,
    /// Whether it stands on the first day; if not, it is a levy that can be called up.
    #[serde(default = "yes")]
    #[or(yes)]
    pub stands: bool,
    /// How many men it has, riders among them, and on whose word.
    pub men: Figure<Written>,
    /// How many of a hundred men ride.
    pub horse_percent: i32,
    /// How good its men are: 20 rabble, 50 regulars, 85 the best.
    pub quality: i32,
    /// Their spirit on the first day.
    pub morale: i32,
    /// Its skill and train for sieges.
    #[serde(default)]
    pub engines: i32,
    /// War-boats it goes in: an army with boats goes by water.
    #[serde(default)]
    pub boats: u32,
    /// Paddle-wheel boats it goes in.
    #[serde(default)]
    pub wheels: u32,
    /// How many of a hundred men know how to fight afloat.
    #[serde(default)]
    pub marines: i32,
    /// How far it is its commander's own: 30 for troops of the state under an appointed man, 90 for a band he raised and pays.
    #[serde(default = "of_the_state")]
    #[or(of_the_state)]
    pub attachment: i32,
    /// How long the food lasts that it carries.
    #[serde(default = "two")]
    #[or(two)]
    pub food_xun: i32,
    /// What must be so for a levy to be called up, beside the money for it.
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
    /// On which day it was sworn.
    pub sworn: Name,
    /// What is alleged about it by either side.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// A person on the first day, where the table of people does not say enough.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Person")]
pub struct RawPersonSetup {
    /// Which person.
    pub id: Name,
    /// Loyalty to his court; left out, ten times that of the table of people.
    #[serde(default)]
    pub loyalty: Option<i32>,
    /// His stance to the other power in these years, from −100 for peace to 100 for war; left out, that of the table of people.
    #[serde(default)]
    pub stance: Option<i32>,
    /// The place where he is, if neither with an army nor at the seat of his court.
    #[serde(default)]
    pub at: Option<Name>,
    /// Whom he serves, where the table of people says otherwise, as it does of captives with titles.
    #[serde(default)]
    pub serves: Option<Name>,
    /// In whose hands he is on the first day, against his court's will.
    #[serde(default)]
    pub held_by: Option<Name>,
    /// Why, and on whose word.
    #[serde(default)]
    pub note: String,
}
}

fields! {
/// A treaty as it can be put to another court, or as it is in force on the first day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Draft")]
pub struct RawDraft {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// The court that puts it forward.
    pub from: Name,
    /// The court it is put to.
    pub to: Name,
    /// What it says in plain words.
    pub clauses: Vec<Clause<Written>>,
    /// What it says in words that the two courts read in different ways.
    #[serde(default)]
    pub unclear: Vec<RawUnclear>,
    /// Breaches that the record alleges.
    #[serde(default)]
    pub alleged: Vec<RawAlleged>,
    /// What must be so for it to be put forward at all.
    #[serde(default = "always")]
    #[or(always)]
    pub needs: Condition<Written>,
    /// Where it is told of.
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
    /// The court that alleges it.
    pub by: Name,
    /// The court of which it is alleged.
    pub of: Name,
    /// Which clause is said to be broken: its number in the list, from 1; those of the readings count on after the plain ones.
    pub clause: u8,
    /// Since which day.
    pub since: Name,
    /// What is alleged, in your own words.
    pub says: String,
    /// Where it is told of.
    pub sources: Vec<Name>,
}
}

fields! {
/// Something that may befall: fever in a camp, a hard frost, a mutiny.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Incident")]
pub struct RawIncident {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// What is told when it happens. `{it}` stands for the army or place that it befell.
    pub text: String,
    /// What it may befall: the world as a whole, or each army, siege or place in turn.
    pub scope: Scope,
    /// What must be so in the world. A date alone is not enough.
    pub when: Condition<Written>,
    /// What must be so of the army or place that it befalls: all of these.
    #[serde(default)]
    pub it: Vec<ItCondition<Written>>,
    /// The chance in each xun in which the conditions hold.
    pub chance: u8,
    /// Whether it happens at most once in a game.
    #[serde(default)]
    pub once: bool,
    /// The courts that hear of it when it happens, where others are not told: a death in captivity. Without it, whoever would see it hears of it.
    #[serde(default)]
    pub heard_by: Vec<Name>,
    /// How long it can be kept from those whom `heard_by` leaves out; without it, they hear of it only from the matters that tell it. It goes with `heard_by`.
    #[serde(default)]
    pub others_after: Option<u16>,
    /// What it does.
    pub effects: Vec<Effect<Written>>,
    /// Where such a thing is told of.
    pub sources: Vec<Name>,
}
}

fields! {
/// A matter that is laid before a court, with those who argue and what it can choose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Decision")]
pub struct RawDecision {
    /// Its id.
    pub id: Name,
    /// The court before which it is laid.
    pub court: Name,
    /// A short title.
    pub title: String,
    /// The title in Chinese, as a memorial would be headed.
    pub title_zh: String,
    /// When it is laid: in the first xun in which this holds. It is laid once, unless `again` says otherwise.
    pub when: Condition<Written>,
    /// How long after it was closed it may be laid again, each time that `when` then holds and at least two of its options are open; without it, it is laid once. What the voices
    /// expect is tested the first time only, and the record answers the first time only.
    #[serde(default)]
    pub again: Option<u16>,
    /// How long it waits for an answer before the moment has passed.
    #[serde(default = "one")]
    #[or(one)]
    pub patience_xun: u8,
    /// Whether it is of those that a player who wants a shorter game leaves to a secretariat, which settles it as that court's counsel would: rites, coinage, one
    /// prefecture. It is no lesser matter where an army, a treaty, a throne, a checkpoint or an end hangs on it.
    #[serde(default)]
    pub lesser: bool,
    /// What the court knows, in 60 to 150 words that are true whatever came before and know nothing of what comes after.
    pub brief: String,
    /// Sentences that follow the brief where they are true.
    #[serde(default)]
    pub asides: Vec<RawAside>,
    /// Those who argue: at most eight.
    pub voices: Vec<RawVoice>,
    /// What the court can choose: two to four, each of which an honest person could take.
    pub options: Vec<RawOption>,
    /// What the court chose in fact.
    pub record: RawChosen,
    /// Where sources or historians differ about it.
    #[serde(default)]
    pub quarrel: String,
}
}

fields! {
/// Sentences that follow a brief where they are true, so that the brief need not assume how the game went.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Aside")]
pub struct RawAside {
    /// When they are true.
    pub when: Condition<Written>,
    /// The sentences, whole ones.
    pub says: String,
}
}

fields! {
/// Somebody who argues for an option.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Voice")]
pub struct RawVoice {
    /// Who speaks. He must be alive then, and sit in the council or be an envoy.
    pub who: Name,
    /// The option he argues for.
    pub argues_for: Name,
    /// Whether he stands before the court as another's envoy, and does not sit in its council.
    #[serde(default)]
    pub envoy: bool,
    /// When he speaks so; without it, whenever he sits in the council.
    #[serde(default = "always")]
    #[or(always)]
    pub when: Condition<Written>,
    /// His case, in your own words.
    pub says: String,
    /// What he expects of his option, in your own words.
    pub expects: String,
    /// The same as a condition. If his option is taken, the game looks on the day `by` whether he was right.
    pub expected: Condition<Written>,
    /// The day on which the expectation is tested.
    pub by: Name,
    /// Where his view is told of.
    pub sources: Vec<Name>,
}
}

fields! {
/// One of the courses that a court can choose.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Option")]
pub struct RawOption {
    /// Its id, within the decision.
    pub id: Name,
    /// How well it is attested.
    pub grade: Grade,
    /// What to do, in a few words: a command.
    pub label: String,
    /// What it means in deeds, in one or two sentences.
    pub detail: String,
    /// How the parties of war and peace see it: −2 is peace at any price, 2 war.
    pub temper: i8,
    /// What it costs at once, out of the treasury.
    #[serde(default)]
    pub cost: Vec<(Good, i64)>,
    /// What must be so for it to be open.
    #[serde(default = "always")]
    #[or(always)]
    pub needs: Condition<Written>,
    /// What the player is told when it is closed: what would open it.
    #[serde(default)]
    pub opens_by: String,
    /// What it does, in this order.
    pub effects: Vec<Effect<Written>>,
}
}

fields! {
/// What the court chose in fact.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawChosen {
    /// Which option.
    pub chose: Name,
    /// On which day, as the sources have it.
    pub date: Name,
    /// What came of it, in your own words, for the debrief.
    pub outcome: String,
    /// Where it is told of.
    pub sources: Vec<Name>,
}
}

fields! {
/// What happened in fact.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Record")]
pub struct RawRecord {
    /// The marches and orders that the sources tell of. Whoever plays `record` gives them.
    pub orders: Vec<RawDated>,
    /// What the outcome of every game is measured by.
    pub checkpoints: Vec<RawCheckpoint>,
}
}

fields! {
/// The orders that a court gave on a day; in the game they are given in the xun that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "On")]
pub struct RawDated {
    /// The day.
    pub date: Name,
    /// Which court gave them.
    pub court: Name,
    /// The orders.
    pub orders: Vec<Order<Written>>,
    /// Where they are told of.
    pub sources: Vec<Name>,
}
}

words! {
/// How a checkpoint is tested.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum RawTest {
    /// It came to be so on this day, give or take so many days.
    Happened(Name, u16),
    /// It was so on this day. It is asked then and at no other time.
    StoodOn(Name),
    /// It was never so from the first day to the last.
    Never,
}
}

fields! {
/// Something that happened, or stood, by which a game is measured.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Checkpoint")]
pub struct RawCheckpoint {
    /// Its id.
    pub id: Name,
    /// A short title, past tense.
    pub title: String,
    /// What was so.
    pub what: Condition<Written>,
    /// When it was so, and how near counts.
    pub test: RawTest,
    /// How much it counts.
    pub weight: u8,
    /// Whether it was set aside before any number was tuned, and is never looked at while tuning.
    #[serde(default)]
    pub held_out: bool,
    /// Who says so, and who differs.
    pub claims: Vec<RawClaim>,
}
}

fields! {
/// What a source says on a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawClaim {
    /// Which source.
    pub source: Name,
    /// Where in it: a chapter (juan) or page.
    #[serde(default)]
    pub at: String,
    /// What it says, in your own words.
    pub says: String,
    /// Whether it speaks against the recorded date or fact.
    #[serde(default)]
    pub dissents: bool,
}
}

fields! {
/// A way in which a game may end.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Ending")]
pub struct RawEnding {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: String,
    /// When it is the one that is told.
    pub when: Condition<Written>,
    /// Whether the game ends as soon as this holds; else it is only told at the last day.
    #[serde(default)]
    pub at_once: bool,
    /// The courts for which this is a good end.
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
