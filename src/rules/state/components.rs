//! The components and tables that make up a game. Plain data; only `apply` writes it.
//!
//! They are written down as they are for the hash, for forks and for snapshots: one encoding serves all three.

use std::ops::{AddAssign, SubAssign};

use bevy_ecs::prelude::Component;
use serde::{Deserialize, Serialize};

use super::impl_clone_in_place;
use crate::base::date::Turn;
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, EndingId, OptionId, PersonId, PlaceId, PostId,
};
use crate::events::{Call, How, Petitioners, Plea, Task, Word};
use crate::orders::OrderNow;
use crate::rules::formulas::powder::{self, Craft, Use};
use crate::scenario::language::BattleKind;
use crate::scenario::model::{Atlas, MOST_VOICES, Terms};

/// A walled place and its garrison.
#[derive(Component, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Town {
    /// Which place.
    pub id: PlaceId,
    /// Who holds it.
    pub holder: Option<CourtId>,
    /// Garrison, men.
    pub garrison: u32,
    /// How good it is, 0 to 100.
    pub quality: i32,
    /// Its morale, 0 to 100.
    pub morale: i32,
    /// Who answers for the walls.
    pub captain: Option<PersonId>,
    /// State of the walls, 0 to 500.
    pub walls: i32,
    /// Food, in tenths of a xun of close siege.
    pub stores: i32,
    /// Whether the boats and bridge here are burnt.
    pub burnt: bool,
    /// War-boats and paddle-wheel boats that lie here.
    pub ships: Ships,
    /// Those on the slips, and when they are ready.
    pub fitting: Option<(Ships, Turn)>,
    /// Grain in the depot, shi.
    pub depot: i64,
    /// Grain on the road to it, shi, and when it is due.
    pub convoy: Option<(i64, Turn)>,
    /// Powder weapons laid up here: the garrison's, and a workshop's stock.
    pub powder: Powder,
}

/// War-boats, by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ships {
    /// Boats under oar and sail.
    pub boats: u32,
    /// Boats driven by paddle wheels.
    pub wheels: u32,
}

impl Ships {
    /// Whether there are none.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.boats == 0 && self.wheels == 0
    }
    /// How many there are of both kinds.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.boats + self.wheels
    }
}

impl AddAssign for Ships {
    fn add_assign(&mut self, more: Self) {
        self.boats += more.boats;
        self.wheels += more.wheels;
    }
}

impl SubAssign for Ships {
    fn sub_assign(&mut self, fewer: Self) {
        self.boats -= fewer.boats;
        self.wheels -= fewer.wheels;
    }
}

/// Powder weapons, in loads, and the best craft that is among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Powder {
    /// Loads: each arms a thousand men for a fight.
    pub loads: u16,
    /// What they are.
    pub craft: Craft,
}

impl Powder {
    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            loads: self.loads.saturating_add(other.loads),
            craft: self.craft.max(other.craft),
        }
    }
    /// What it adds to so many men in a fight of this kind, in a hundred.
    #[must_use]
    pub fn adds(self, men: u32, wanted: Use) -> i32 {
        if self.loads == 0 {
            return 0;
        }
        powder::percent(self.craft, self.loads, men, wanted)
    }
}

/// What few things of a kind have at a time: a place its siege, a person his captor. All have the component, most of them empty, so that
/// it lies in one column with what all have.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Perhaps<T: Send + Sync + 'static>(pub(super) Option<T>);

/// The country round a place.
#[derive(Component, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// Resistance to the holder, 0 to 100.
    pub unrest: i32,
    /// Whose country it was on the first day.
    pub native: Option<CourtId>,
    /// Whether the dike was broken here.
    pub flooded: bool,
    /// What its households and storehouses have: gold, silver, silk, cash, grain.
    pub wealth: [i64; 5],
    /// Under water until this turn.
    pub under_water: Turn,
    /// Households that fled the water and have not come back.
    pub away: u32,
    /// Men in bands and stockades who hold to the court whose country it was.
    pub band: u32,
    /// Households that were carried off, and are not made up for yet.
    pub taken: u32,
    /// Households that were settled here from elsewhere.
    pub settled: u32,
}

/// A place signed away and not yet handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ceded {
    /// To whom.
    pub to: CourtId,
    /// Under which treaty.
    pub draft: DraftId,
    /// When it is due.
    pub due: Turn,
    /// Whether the town has refused.
    pub refused: bool,
    /// Whether the paper binds nobody any more: nobody asks for the town under it, and its people remember.
    pub lapsed: bool,
}

/// A siege of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Siege {
    /// By whom.
    pub by: CourtId,
    /// Since when.
    pub since: Turn,
    /// Whether the ring is tight.
    pub close: bool,
    /// How far the works are, 0 to 100.
    pub works: i32,
    /// Whether a gate stands open this xun.
    pub gate_open: bool,
}

/// An army or fleet.
#[derive(Component, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Force {
    /// Which.
    pub id: ArmyId,
    /// Whose.
    pub court: CourtId,
    /// Who commands.
    pub commander: Option<PersonId>,
    /// Men.
    pub men: u32,
    /// Men it is raised for: at rest it fills up to this number. Whoever is divided off takes his share of it along.
    pub meant: u32,
    /// Riders in a hundred.
    pub horse_percent: i32,
    /// How good it is, 0 to 100.
    pub quality: i32,
    /// Morale, 0 to 100.
    pub morale: i32,
    /// Skill and train for sieges, 0 to 100.
    pub engines: i32,
    /// Food, tenths of a xun.
    pub food: i32,
    /// Its war-boats; with any, it goes by water.
    pub ships: Ships,
    /// Of a hundred men, how many know how to fight afloat.
    pub marines: i32,
    /// How far it is its commander's own, 0 to 100.
    pub attachment: i32,
    /// Powder weapons it carries.
    pub powder: Powder,
    /// The man whose own it was and is no more.
    pub bereft: Option<Bereft>,
}

/// Whose own an army was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bereft {
    /// Whose.
    pub person: PersonId,
    /// How far it was his, 0 to 100.
    pub was: i32,
    /// Since when it is so no more.
    pub since: Turn,
}

impl Force {
    /// Whether it goes by water.
    #[must_use]
    pub const fn afloat(&self) -> bool {
        !self.ships.is_none()
    }
}

/// Where an army stands and what it is about. A levy not yet raised has none.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The place it is at or has left.
    pub at: PlaceId,
    /// The place it is on the way to.
    pub next: Option<PlaceId>,
    /// How far along that road, km.
    pub done_km: u32,
    /// Its task.
    pub task: Task,
    /// Where the task is.
    pub goal: PlaceId,
    /// How long it has been held up before a crossing, xun.
    pub held_up: u8,
    /// The turn it last came to a new place.
    pub reached: Turn,
    /// The turn from which it can march: a levy takes time to muster.
    pub ready: Turn,
}

impl Field {
    /// Where an army stands that came to a place in a turn and has no other orders.
    #[must_use]
    pub const fn held(at: PlaceId, turn: Turn) -> Self {
        Self {
            at,
            next: None,
            done_km: 0,
            task: Task::Hold,
            goal: at,
            held_up: 0,
            reached: turn,
            ready: turn,
        }
    }
    /// Whether an army on the road turns back, at no cost, to the place it left when it is sent to a goal: its way there does not lead
    /// on to the place that it was going to.
    #[must_use]
    pub fn turns_back(&self, atlas: &Atlas, goal: PlaceId) -> bool {
        let leads_on = |next| goal != self.at && atlas.next(self.at, goal) == next;
        self.next.is_some_and(|next| !leads_on(next))
    }
}

/// A person.
#[derive(Component, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Who.
    pub id: PersonId,
    /// Alive.
    pub alive: bool,
    /// Whom he serves.
    pub court: Option<CourtId>,
    /// Loyalty to that court, 0 to 100.
    pub loyalty: i32,
    /// Where, if neither with an army nor at the seat.
    pub at: Option<PlaceId>,
    /// Sent away from the court.
    pub exiled: bool,
    /// What his sovereign thinks of him, 0 to 100.
    pub favour: i32,
    /// Whether he sat on a throne and does so no more.
    pub reigned: bool,
}

/// Being in another court's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Captive {
    /// Whose hands.
    pub of: CourtId,
    /// Whether that court means to keep him.
    pub detained: bool,
}

/// A court or band.
#[derive(Component, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Realm {
    /// Which.
    pub id: CourtId,
    /// Whether it stands.
    pub stands: bool,
    /// Where it sits.
    pub seat: PlaceId,
    /// Who reigns.
    pub ruler: PersonId,
    /// 0 to 100.
    pub legitimacy: i32,
    /// −100 peace to 100 war.
    pub lean: i32,
    /// Edicts left this xun.
    pub edicts: i32,
    /// Whether its house was declared deposed.
    pub deposed: bool,
    /// Whether one of the house took the throne again after that.
    pub restored: bool,
    /// Who was named to come next.
    pub heir: Option<PersonId>,
    /// Who set it up, for a puppet.
    pub patron: Option<CourtId>,
    /// Whether it has craftsmen who know powder.
    pub craftsmen: bool,
    /// Gold, silver, silk, cash, grain.
    pub treasury: [i64; 5],
    /// What the palace spends of each in a month.
    pub outlay: [i64; 5],
    /// When its guards last stood before its palace in arms.
    pub guards_rose: Option<Turn>,
}

/// How a matter stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// When it was laid.
    pub laid: Option<Turn>,
    /// What was chosen, of the laying this tells of.
    pub chose: Option<OptionId>,
    /// When it was chosen, or lapsed.
    pub closed: Option<Turn>,
    /// Which of its voices, bit by bit in the order of the file, spoke in the council that closed it.
    pub heard: u8,
}

impl Matter {
    /// Whether a voice was heard in the council that closed it.
    #[must_use]
    pub const fn was_heard(&self, voice: usize) -> bool {
        voice < MOST_VOICES && self.heard & (1 << voice) != 0
    }
}

/// How a clause stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseState {
    /// What was paid, over all the years.
    pub paid: i64,
    /// Years, seasons or months of a payment that comes back that were settled.
    pub terms: u16,
    /// Fulfilled.
    pub kept: bool,
    /// A later paper between the same two took its place, or settled that it was broken.
    pub replaced: bool,
    /// Broken, and by whom.
    pub broken: Option<CourtId>,
}

/// How a draft stands.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// When it was sent.
    pub sent: Option<Turn>,
    /// When it reached the other court.
    pub delivered: Option<Turn>,
    /// When it will.
    pub arrives: Option<Turn>,
    /// Taken on the road by this court.
    pub intercepted: Option<CourtId>,
    /// When sworn.
    pub sworn: Option<Turn>,
    /// Who refused it.
    pub refused: Option<CourtId>,
    /// Whether it was refused by being left unanswered.
    pub unanswered: bool,
    /// Who declared it void, and when.
    pub void: Option<(CourtId, Turn)>,
    /// Its clauses.
    pub clauses: Vec<ClauseState>,
    /// What its envoy heard of why it was refused.
    pub word: Option<Word>,
    /// What its envoy promised beyond his instructions.
    pub spoken: Option<Spoken>,
    /// Whether the same words were sworn before, and came to nothing.
    pub once: bool,
    /// Who broke them then.
    pub forsworn: Vec<CourtId>,
}

impl_clone_in_place!(Paper {
    sent,
    delivered,
    arrives,
    intercepted,
    sworn,
    refused,
    unanswered,
    void,
    clauses,
    word,
    spoken,
    once,
    forsworn,
});

/// What an envoy promised beyond his instructions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// In which clause.
    pub clause: u8,
    /// The amount he was to promise.
    pub told: i64,
}

/// A paper drawn up in play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// What it says.
    pub terms: Terms,
    /// Who carries it.
    pub envoy: PersonId,
    /// The paper it answers.
    pub answers: Option<DraftId>,
    /// When it was drawn up.
    pub turn: Turn,
}

/// One who went over from one court to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fugitive {
    /// Who.
    pub person: PersonId,
    /// Whom he left.
    pub from: CourtId,
    /// Whom he serves.
    pub to: CourtId,
    /// When he went over.
    pub turn: Turn,
}

/// A battle, for the conditions that ask about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BattleRecord {
    /// What kind.
    pub kind: BattleKind,
    /// Where.
    pub place: PlaceId,
    /// Who won.
    pub winner: CourtId,
    /// Who lost.
    pub loser: CourtId,
    /// Who attacked.
    pub attacker: CourtId,
    /// When.
    pub turn: Turn,
}

impl BattleRecord {
    /// How a battle between these two went down.
    #[must_use]
    pub const fn of(
        kind: BattleKind,
        place: PlaceId,
        (attacker, defender): (CourtId, CourtId),
        won: bool,
        turn: Turn,
    ) -> Self {
        let (winner, loser) = if won {
            (attacker, defender)
        } else {
            (defender, attacker)
        };
        Self {
            kind,
            place,
            winner,
            loser,
            attacker,
            turn,
        }
    }
}

/// A deferred effect: the list reached by this path of indices through an option's effects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferred {
    /// Decision.
    pub decision: DecisionId,
    /// Option.
    pub option: OptionId,
    /// When.
    pub due: Turn,
    /// Path.
    pub path: Vec<u8>,
}

/// What a court last heard of another's army.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// Where it was.
    pub place: PlaceId,
    /// About how many men.
    pub men: u32,
    /// When it was seen.
    pub seen: Turn,
    /// When the report came in.
    pub arrives: Turn,
}

/// People before a palace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crowd {
    /// Whose palace.
    pub court: CourtId,
    /// Who they are.
    pub who: Petitioners,
    /// What they ask.
    pub plea: Plea,
    /// Since when they stand there.
    pub since: Turn,
}

/// An order on its way to an army whose commander will not like it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// Whose order.
    pub court: CourtId,
    /// To which army.
    pub army: ArmyId,
    /// What it says.
    pub order: OrderNow,
    /// When it was sent.
    pub sent: Turn,
    /// When it comes, or will be answered.
    pub arrives: Turn,
    /// How often he has put it off.
    pub put_off: u8,
}

/// What was taken from a man, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    /// By which court.
    pub court: CourtId,
    /// Who.
    pub person: PersonId,
    /// His posts.
    pub posts: Vec<PostId>,
    /// When.
    pub turn: Turn,
}

/// Everything that is not a place, an army, a person or a court.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// The turn.
    pub turn: Turn,
    /// Facts.
    pub facts: Vec<bool>,
    /// Holders of posts.
    pub posts: Vec<Option<PersonId>>,
    /// Matters, as they were laid last.
    pub matters: Vec<Matter>,
    /// How those that were laid again were laid and closed before, in the order in which they were laid again.
    pub earlier: Vec<(DecisionId, Matter)>,
    /// Papers: those of the scenario, then those drawn up in play.
    pub papers: Vec<Paper>,
    /// Papers drawn up in play.
    pub drawn: Vec<Drawn>,
    /// Those who went over.
    pub fugitives: Vec<Fugitive>,
    /// Those who stand before palaces: one crowd to a court.
    pub crowds: Vec<Crowd>,
    /// Orders on their way to armies far off.
    pub errands: Vec<Errand>,
    /// Who was dismissed.
    pub dismissals: Vec<Dismissal>,
    /// War between two courts, `a * courts + b`.
    pub wars: Vec<bool>,
    /// Wars opened: by whom, on whom, when.
    pub wars_opened: Vec<(CourtId, CourtId, Turn)>,
    /// Deferred effects.
    pub deferred: Vec<Deferred>,
    /// Battles.
    pub battles: Vec<BattleRecord>,
    /// Places that fell.
    pub falls: Vec<(PlaceId, CourtId, Turn, How)>,
    /// When each incident last happened.
    pub incidents: Vec<Option<Turn>>,
    /// Levies that were called up: men who were sent home, or ran, do not come a second time.
    pub raised: Vec<bool>,
    /// Reports on each army: for each court, the latest that has come in.
    pub known: Vec<Option<Sighting>>,
    /// Reports on their way: court, army, sighting.
    pub on_the_way: Vec<(CourtId, ArmyId, Sighting)>,
    /// When each checkpoint's condition first held.
    pub reached: Vec<Option<Turn>>,
    /// How each checkpoint stood on its day.
    pub stood: Vec<Option<bool>>,
    /// What advisors expected of options that were taken, and how it stood on its day.
    pub tested: Vec<(DecisionId, u8, bool)>,
    /// Men at home, called up since the start (negative) or sent home.
    pub home: i64,
    /// Dead, by court.
    pub dead: Vec<u64>,
    /// Scattered, by court.
    pub scattered: Vec<u64>,
    /// Prisoners, by captor.
    pub prisoners: Vec<u64>,
    /// What the country at large took in and gave out, by good.
    pub country: [i64; 5],
    /// When the Yellow River left its bed in this game, if it did.
    pub river_moved: Option<Turn>,
    /// Places with boats on the slips or a convoy on the road.
    pub works: Vec<PlaceId>,
    /// The name of each court with those who would come over to it, 0 to 100.
    pub welcome: Vec<i32>,
    /// Courts that sit this xun, where the scenario's courts do not sit in every one, and what called them.
    pub sitting: Vec<(CourtId, Option<Call>)>,
    /// The ending.
    pub ended: Option<EndingId>,
}

impl_clone_in_place!(Tables {
    turn,
    facts,
    posts,
    matters,
    earlier,
    papers,
    drawn,
    fugitives,
    crowds,
    errands,
    dismissals,
    wars,
    wars_opened,
    deferred,
    battles,
    falls,
    incidents,
    raised,
    known,
    on_the_way,
    reached,
    stood,
    tested,
    home,
    dead,
    scattered,
    prisoners,
    country,
    river_moved,
    works,
    welcome,
    sitting,
    ended,
});
