//! What studies come to: plain data with the scenario's names in it, for whoever prints it, draws it or reads it elsewhere.
//!
//! `rivers study … --out DIR` writes each kind to a JSON file of its own, which [`Spread`], [`Impact`], [`Quarrels`], [`Advisors`] and
//! [`Turning`] read back with `serde_json`:
//!
//! | file | type | what it answers |
//! |---|---|---|
//! | `spread.json` | [`Spread`] | what comes of the scenario, how often and when |
//! | `impact.json` | [`Impact`] | what each option of each decision changes |
//! | `quarrels.json` | [`Quarrels`] | which disputes of the sources change what comes of it |
//! | `advisors.json` | [`Advisors`] | how often what each voice expected came true |
//! | `turning.json` | [`Turning`] | the turning points of one game, and how lucky it was |
//!
//! Every number is a number in this model, with the policies named in [`About`], and is to be shown with [`About::label`]. Days are Julian,
//! as `YYYY-MM-DD`. A court, place, decision, option, voice and source is named by its id in the file and by its name.

use serde::{Deserialize, Serialize};

/// A part of a whole, or the difference of two, in ten-thousandths: `Points(-1830)` is −18.3 points of a hundred. In JSON the bare number.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Points(pub i64);

impl Points {
    /// The whole.
    pub const WHOLE: Self = Self(10_000);
    /// As tenths of a point, rounded to the nearest.
    #[must_use]
    pub const fn tenths(self) -> i64 {
        let half = if self.0 < 0 { -5 } else { 5 };
        (self.0 + half) / 10
    }
}

/// How often something was so among games, with the interval in which the true share lies nineteen times in twenty (Wilson's).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// In how many games.
    pub times: u64,
    /// Of how many.
    pub of: u64,
    /// The share; nought of none.
    pub share: Points,
    /// The interval's lower end.
    pub low: Points,
    /// The interval's upper end.
    pub high: Points,
}

/// What a shift comes to, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It makes it likelier: the whole interval lies above nought, and not within [`SMALL`] of it.
    Raised,
    /// It makes it less likely: the whole interval lies below nought, and not within [`SMALL`] of it.
    Lowered,
    /// It does not matter: the whole interval lies within [`SMALL`] of nought.
    DidNotMatter,
    /// Too few games to say.
    Unclear,
}

impl Verdict {
    /// Whether it moves the outcome beyond doubt, one way or the other.
    #[must_use]
    pub const fn is_sure(self) -> bool {
        matches!(self, Self::Raised | Self::Lowered)
    }
}

/// A shift smaller than this does not matter: three games in a hundred, which no table of players would notice.
pub const SMALL: Points = Points(300);

/// By how much the share of games in which something is so differs between two ways to play the same games with the same luck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Which outcome: the [`Headline::id`].
    pub headline: String,
    /// Its share as things are compared with: the reference option, the reading that is taken, the choice that was made.
    pub reference: Share,
    /// Its share with this one thing changed.
    pub changed: Share,
    /// The shift from the one to the other.
    pub by: Points,
    /// The lower end of its interval, from the differences within the pairs, nineteen times in twenty.
    pub low: Points,
    /// The upper end.
    pub high: Points,
    /// Pairs in which it was so by the reference only.
    pub only_reference: u64,
    /// Pairs in which it was so with the change only.
    pub only_changed: u64,
    /// Half the width of the interval that as many games with luck of their own would have given: what common luck saves.
    pub unpaired: Points,
    /// In a word.
    pub verdict: Verdict,
}

/// A difference of means within pairs: of standings, in tenths of a point of standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mean {
    /// The mean by the reference.
    pub reference: i64,
    /// The mean with the change.
    pub changed: i64,
    /// The mean difference.
    pub by: i64,
    /// The lower end of its interval, nineteen times in twenty.
    pub low: i64,
    /// The upper end.
    pub high: i64,
}

/// What a study is of, who played it, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The scenario's id.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// The hash of its text, in hexadecimal.
    pub content: String,
    /// The version of the program.
    pub program: String,
    /// Who played the courts that may be played; everything that was not told is theirs.
    pub seats: Vec<Seat>,
    /// The first seed.
    pub first_seed: u64,
    /// How many seeds were played.
    pub games: u64,
    /// How many were asked for.
    pub planned: u64,
    /// What stands beside every number: in which model and by which policy.
    pub label: String,
}

/// Who plays a court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The court's id.
    pub court: String,
    /// Its name.
    pub name: String,
    /// The policy, as the command line names it; `person` where a person did.
    pub policy: String,
}

/// An outcome that is compared. Which ones a scenario has follows from its text: its endings, the endings that are good for each court,
/// its weightiest checkpoints, and the fall of the seats on the first day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// Its id: `ending:shield_kept`, `good:song`, `checkpoint:river_crossed`, `falls:kaifeng`.
    pub id: String,
    /// What is so, in words: "Kaifeng falls", "the game ends well for Song".
    pub title: String,
    /// Of which kind it is.
    pub kind: HeadlineKind,
}

/// Of which kind an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadlineKind {
    /// The seat of a court falls to another.
    Falls,
    /// The ending is one that is good for a court.
    Good,
    /// A checkpoint's condition comes to hold.
    Checkpoint,
    /// The ending is this one.
    Ending,
}

// ---- the distribution study -------------------------------------------------------------------------------------------------------------

/// What comes of a scenario over many games: `spread.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// What it is of.
    pub about: About,
    /// The endings in the order of the file; last, with an empty id, no ending, if that came about.
    pub endings: Vec<EndingSpread>,
    /// How many xun the games took.
    pub turns: Quantiles,
    /// The share, by weight, of tuned checkpoints that came out inside their recorded range.
    pub tuned: Points,
    /// The same of those that were held out from tuning.
    pub held_out: Points,
    /// Every checkpoint, in the order of the file; [`CheckpointSpread::held_out`] sets the two kinds apart.
    pub checkpoints: Vec<CheckpointSpread>,
    /// Every court, in the order of the file.
    pub courts: Vec<CourtSpread>,
}

/// How often an ending was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingSpread {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The courts for which it is good, by id.
    pub good_for: Vec<String>,
    /// How often.
    pub share: Share,
}

/// When the record has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Recorded {
    /// It happened, and counts as such between these two days.
    Between {
        /// The first day of the range.
        from: String,
        /// The last.
        until: String,
    },
    /// It stood so on this day.
    On {
        /// The day.
        day: String,
    },
    /// It never happened.
    Never,
}

/// How a checkpoint came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointSpread {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its weight, 1 to 5.
    pub weight: u8,
    /// Whether it was held out from tuning.
    pub held_out: bool,
    /// The record.
    pub recorded: Recorded,
    /// In how many games it happened at all.
    pub happened: Share,
    /// In how many it came out as recorded: inside the range, or not at all where it never did.
    pub within: Share,
    /// The days on which it happened, each with the number of games, in the order of the days.
    pub days: Vec<(String, u64)>,
    /// Of the games in which it happened: by which day it had in one of twenty, a quarter, half, three quarters and nineteen of twenty.
    pub when: Option<[String; 5]>,
}

/// What lies at five places in a row of values, from the least to the greatest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantiles {
    /// One in twenty is no greater.
    pub p05: i64,
    /// A quarter.
    pub p25: i64,
    /// Half.
    pub p50: i64,
    /// Three quarters.
    pub p75: i64,
    /// Nineteen in twenty.
    pub p95: i64,
}

/// How a court fared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtSpread {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Whether a person may play it.
    pub playable: bool,
    /// How often the ending is good for it.
    pub good: Share,
    /// Its standing at the end, points; none for a court that nobody may play.
    pub standing: Option<StandingSpread>,
    /// How it stood on the first day of every month. A game that is over counts on as it ended, so that each month has every game.
    pub months: Vec<Month>,
}

/// How a court's standing at the end is spread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingSpread {
    /// The mean, in tenths of a point.
    pub mean_tenths: i64,
    /// The least.
    pub worst: i64,
    /// The greatest.
    pub best: i64,
    /// Between them.
    pub quantiles: Quantiles,
    /// Every standing that came about, with the number of games.
    pub all: Vec<(i64, u64)>,
}

/// How a court stood at the beginning of a month, over all games.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// The day.
    pub day: String,
    /// Games that were not over yet.
    pub going: u64,
    /// Towns and other places that it holds.
    pub places: Quantiles,
    /// What is in its treasury, in taels of silver. Binned: exact to one in thirty-two.
    pub treasury: Quantiles,
    /// Soldiers of its own that have died since the first day. Binned likewise.
    pub dead: Quantiles,
}

// ---- impact -----------------------------------------------------------------------------------------------------------------------------

/// What each option of each decision changes: `impact.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact {
    /// What it is of.
    pub about: About,
    /// The outcomes that are compared, in the order in which they are told.
    pub headlines: Vec<Headline>,
    /// A decision is asked about in no more games once every interval is no wider than this either way; none where all games were played.
    pub narrow: Option<Points>,
    /// The decisions that came up with at least two options open, in the order of the file.
    pub decisions: Vec<DecisionImpact>,
}

/// What the options of one decision change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionImpact {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// The id of the court before which it is laid.
    pub court: String,
    /// That court's name.
    pub court_name: String,
    /// In how many of the games that were asked it came up with at least two options open.
    pub came_up: Share,
    /// The option that the others are compared with: the documented one.
    pub reference: String,
    /// Whether its intervals grew narrow before all games were played.
    pub stopped_early: bool,
    /// Its options, in the order of the file; those that were never open with another are left out.
    pub options: Vec<OptionImpact>,
}

/// What an option changes against the reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionImpact {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Whether the record has it.
    pub documented: bool,
    /// Situations in which it was open, and another too.
    pub open: u64,
    /// In how many of them its court stood better at the end than after any other.
    pub best: u64,
    /// The mean standing of its court at the end, over all of them, tenths of a point.
    pub standing_tenths: i64,
    /// Situations in which the reference was open too.
    pub pairs: u64,
    /// The standing of the court that decides, against the reference. None for the reference itself.
    pub standing: Option<Mean>,
    /// The shift of each outcome, in the order of [`Impact::headlines`]; none for the reference itself.
    pub shifts: Vec<Shift>,
}

// ---- quarrels ---------------------------------------------------------------------------------------------------------------------------

/// Which disputes of the sources change what comes of a scenario: `quarrels.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarrels {
    /// What it is of.
    pub about: About,
    /// The outcomes that are compared.
    pub headlines: Vec<Headline>,
    /// Every disputed number, in the order of the file.
    pub disputes: Vec<Dispute>,
    /// Every source that has a reading: all its readings at once, the others as they are taken.
    pub profiles: Vec<Profile>,
    /// All disputed numbers drawn from their readings, every game its own draw.
    pub drawn: Option<Compared>,
}

/// A disputed number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    /// Its id: `army:song_relief`, `garrison:kaifeng`.
    pub id: String,
    /// What it counts: "men of the relief army", "the garrison of Kaifeng".
    pub title: String,
    /// The reading that is taken.
    pub taken: Reading,
    /// The others, each with what it changes.
    pub others: Vec<(Reading, Compared)>,
}

/// One reading of a disputed number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The number.
    pub value: u32,
    /// The id of its source.
    pub source: String,
    /// The source's short label.
    pub label: String,
    /// What it says.
    pub says: String,
}

/// All readings of one source at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The id of the source.
    pub source: String,
    /// Its title.
    pub title: String,
    /// The disputes in which it has a reading that is not taken, each with its number.
    pub numbers: Vec<(String, u32)>,
    /// What they change together.
    pub compared: Compared,
}

/// A scenario with other numbers against the scenario as it is, over the same seeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Games played both ways.
    pub pairs: u64,
    /// The shift of each outcome, in the order of [`Quarrels::headlines`].
    pub shifts: Vec<Shift>,
}

// ---- advisors ---------------------------------------------------------------------------------------------------------------------------

/// How often what each voice expected came true: `advisors.json`.
///
/// Each matter is answered with each of its open options in turn, with the same luck: so the same games say what came of an advice that was
/// taken and of one that was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advisors {
    /// What it is of.
    pub about: About,
    /// Everybody who spoke, in the order of their first voice.
    pub speakers: Vec<Speaker>,
    /// Every voice that was heard, in the order of the file.
    pub voices: Vec<VoiceTold>,
}

/// How often somebody expected rightly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in Chinese.
    pub name_zh: String,
    /// The courts' ids that heard him.
    pub courts: Vec<String>,
    /// Where his advice was taken.
    pub taken: Share,
    /// Where it was not.
    pub not_taken: Share,
}

/// What one voice expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceTold {
    /// The decision.
    pub decision: String,
    /// Its title.
    pub decision_title: String,
    /// Who spoke.
    pub who: String,
    /// His name.
    pub name: String,
    /// The option he argued for.
    pub option: String,
    /// Its label.
    pub option_label: String,
    /// What he expected, in the file's words.
    pub expects: String,
    /// The day on which it is looked at.
    pub by: String,
    /// How often it came true where the advice was taken.
    pub taken: Share,
    /// How often where it was not.
    pub not_taken: Share,
}

// ---- one game ---------------------------------------------------------------------------------------------------------------------------

/// The turning points of one game, and how lucky it was: `turning.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turning {
    /// What it is of: [`About::seats`] has `person` where a person played, and [`About::games`] is the number of draws of luck from each matter.
    pub about: About,
    /// The policy that plays on after a matter, for every court.
    pub policy: String,
    /// The seed of the game.
    pub seed: u64,
    /// The outcomes that are compared.
    pub headlines: Vec<Headline>,
    /// Whether the game is over. One that is not is looked at as far as it went.
    pub over: bool,
    /// How each outcome came out, beside the game's own odds, in the order of the headlines.
    pub luck: Vec<Luck>,
    /// How the persons' courts stand, beside the game's own odds.
    pub standings: Vec<StandingLuck>,
    /// Every matter that a person answered, in the order of the game.
    pub points: Vec<TurningPoint>,
}

/// How an outcome came out beside its own odds: the same choices and orders given in many games with other luck, the rest by policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Luck {
    /// Which outcome.
    pub headline: String,
    /// Whether it came about in this game.
    pub happened: bool,
    /// How often it does with the same choices and orders and other luck.
    pub odds: Share,
    /// What luck did: the whole or nought, less the odds.
    pub luck: Points,
}

/// How a court stands at the end beside its own odds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingLuck {
    /// The court's id.
    pub court: String,
    /// Its name.
    pub name: String,
    /// Its standing in this game, points.
    pub points: i64,
    /// In how many of the games with the same choices and orders and other luck it stands worse; half of those in which it stands the same count too.
    pub better_than: Points,
    /// Its standing in them.
    pub others: Quantiles,
}

/// A matter that a person answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurningPoint {
    /// The turn, from nought.
    pub turn: u16,
    /// Its first day.
    pub day: String,
    /// The court's id.
    pub court: String,
    /// The decision's id.
    pub decision: String,
    /// Its title.
    pub title: String,
    /// The option that was chosen.
    pub chose: String,
    /// The greatest shift of any outcome that any other option would have brought, to rank the points by; only those of which the interval leaves no doubt count.
    pub weight: Points,
    /// Every option that was open.
    pub options: Vec<OptionOdds>,
}

/// What an option would have led to from there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionOdds {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Whether it is the one that was chosen.
    pub chosen: bool,
    /// Whether the record has it.
    pub documented: bool,
    /// The odds of each outcome after it, in the order of the headlines.
    pub odds: Vec<Share>,
    /// The mean standing of its court at the end, tenths of a point.
    pub standing_tenths: i64,
    /// Against the option that was chosen, in the order of the headlines; none for that one.
    pub shifts: Vec<Shift>,
}
