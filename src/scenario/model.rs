//! The scenario as the rules read it: resolved, checked, immutable. Built only by the loader.
//!
//! Lists are in file order and ids are indices into them. Texts are kept with the scenario; the rules never read them.

use serde::Serialize;

use super::language::{
    Clause, Condition, Effect, Figure, Good, Grade, ItCondition, Resolved, Scope, Sits,
};
use super::lesson::Lesson;
use super::raw::Role;
use super::read::words;
use super::trial::Trial;
use crate::base::date::{Date, Turn};
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, OptionId, PersonId, PlaceId, PostId, RouteId, SourceId,
};
use crate::orders::OrderNow;

/// A condition of a loaded scenario.
pub type Cond = Condition<Resolved>;
/// An effect of a loaded scenario.
pub type Eff = Effect<Resolved>;
/// A clause of a loaded scenario.
pub type ClauseNow = Clause<Resolved>;

/// A loaded scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its id, as in the file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// What it is about.
    pub brief: String,
    /// A note on what it tells, shown before the start.
    pub content_note: Option<String>,
    /// About how long a game takes, in minutes.
    pub minutes: u16,
    /// The same where a secretariat settles the lesser matters.
    pub minutes_brief: Option<u16>,
    /// The scenario in which its world can be gone on with: its file's name without `.ron`.
    pub goes_on: Option<String>,
    /// How often the courts sit.
    pub sits: Sits,
    /// First day of the first xun.
    pub from: Date,
    /// Last day of the last xun.
    pub until: Date,
    /// How many xun the game has.
    pub turns: u16,
    /// First day of each xun; one more than `turns`, so that the last xun has an end.
    pub days: Vec<Date>,
    /// The month of each of these days, 1 to 12, and whether a month begins on it.
    pub months: Vec<(u8, bool)>,
    /// A hash of every text it was read from, in order.
    pub content_hash: u64,
    /// The map.
    pub atlas: Atlas,
    /// Everybody in the table of people.
    pub people: Vec<Person>,
    /// Those of them who hold an office on the first day, in order.
    pub in_office: Vec<PersonId>,
    /// Those of them who die of age or illness within the span, by the first turn in which it may come; but for those of whose death an incident tells.
    pub passings: Vec<Passing>,
    /// Every source.
    pub sources: Vec<Source>,
    /// Words of the time, explained.
    pub terms: Vec<Term>,
    /// Courts and bands.
    pub courts: Vec<Court>,
    /// Posts.
    pub posts: Vec<Post>,
    /// Facts.
    pub facts: Vec<Named>,
    /// Places at the start, one for each place of the atlas.
    pub places: Vec<PlaceSetup>,
    /// Armies at the start and levies.
    pub armies: Vec<Army>,
    /// Drafts.
    pub drafts: Vec<Draft>,
    /// Drafts in force on the first day, with the day they were sworn.
    pub treaties: Vec<(DraftId, Date)>,
    /// Incidents.
    pub incidents: Vec<Incident>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Documented orders, by turn.
    pub record: Vec<DatedOrders>,
    /// Checkpoints.
    pub checkpoints: Vec<Checkpoint>,
    /// Endings, most specific first.
    pub endings: Vec<Ending>,
    /// Tests of the scenario.
    pub tests: Vec<Trial>,
    /// Lesson plans.
    pub lessons: Vec<Lesson>,
}

impl Scenario {
    /// First day of a turn.
    #[must_use]
    pub fn day(&self, turn: Turn) -> Date {
        self.days[(turn.0 as usize).min(self.days.len() - 1)]
    }
    /// The month of that day, 1 to 12, and whether it begins on it.
    #[must_use]
    pub fn month(&self, turn: Turn) -> (u8, bool) {
        self.months[(turn.0 as usize).min(self.months.len() - 1)]
    }
    /// The court with this id, as written.
    #[must_use]
    pub fn court(&self, id: &str) -> Option<CourtId> {
        self.courts.iter().position(|c| c.id == id).map(CourtId::of)
    }
    /// The place with this id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<PlaceId> {
        self.atlas
            .places
            .iter()
            .position(|p| p.id == id)
            .map(PlaceId::of)
    }
    /// The army with this id.
    #[must_use]
    pub fn army(&self, id: &str) -> Option<ArmyId> {
        self.armies.iter().position(|a| a.id == id).map(ArmyId::of)
    }
    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<PersonId> {
        self.people
            .iter()
            .position(|p| p.id == id)
            .map(PersonId::of)
    }
    /// The post with this id.
    #[must_use]
    pub fn post(&self, id: &str) -> Option<PostId> {
        self.posts.iter().position(|p| p.id == id).map(PostId::of)
    }
    /// The draft with this id.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<DraftId> {
        self.drafts.iter().position(|d| d.id == id).map(DraftId::of)
    }
    /// The decision with this id.
    #[must_use]
    pub fn decision(&self, id: &str) -> Option<DecisionId> {
        self.decisions
            .iter()
            .position(|d| d.id == id)
            .map(DecisionId::of)
    }
}

/// Something with an id and a sentence.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// What it says.
    pub says: String,
}

/// The map: places, routes and what follows from them.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// Places.
    pub places: Vec<Place>,
    /// Routes.
    pub routes: Vec<Route>,
    /// For each place, the routes that touch it and the place at the other end.
    pub neighbours: Vec<Vec<(RouteId, PlaceId)>>,
    /// Shortest road in km between any two places, `from * places + to`.
    pub km: Vec<u16>,
    /// First step of that road.
    pub next: Vec<PlaceId>,
    /// For each place, those within [`Atlas::NEAR_KM`] by road, itself among them, in order.
    pub near: Vec<Vec<PlaceId>>,
}

impl Atlas {
    /// How far the lists of near places reach: further than anybody looks for something to do from where he stands.
    pub const NEAR_KM: u32 = 450;

    /// The places within `km` of one by road, itself among them, in order; no further than [`Self::NEAR_KM`].
    pub fn within(&self, place: PlaceId, km: u32) -> impl Iterator<Item = PlaceId> {
        debug_assert!(km <= Self::NEAR_KM, "nobody looks so far");
        self.near[place.index()]
            .iter()
            .copied()
            .filter(move |other| self.km(place, *other) <= km)
    }
    /// Shortest road between two places, in km.
    #[must_use]
    pub fn km(&self, from: PlaceId, to: PlaceId) -> u32 {
        u32::from(self.km[from.index() * self.places.len() + to.index()])
    }
    /// Shortest roads from one place to each, in km.
    #[must_use]
    #[inline]
    pub fn row(&self, from: PlaceId) -> &[u16] {
        let n = self.places.len();
        &self.km[from.index() * n..][..n]
    }
    /// The next place on the shortest road.
    #[must_use]
    pub fn next(&self, from: PlaceId, to: PlaceId) -> PlaceId {
        self.next[from.index() * self.places.len() + to.index()]
    }
    /// Which bank of a river each place lies on, where a road crosses the river there; none for a place away from it.
    ///
    /// A road that crosses changes banks, so the towns that such roads join fall into two sets; the one that lies further north on the
    /// whole is the northern bank. (Town by town the latitudes deceive: Chuzhou lies north of Sizhou, and south of the Huai.)
    #[must_use]
    pub fn banks(&self, river: River) -> Vec<Option<Bank>> {
        let mut out = vec![None; self.places.len()];
        if river == River::None {
            return out;
        }
        let mut side: Vec<Option<bool>> = vec![None; self.places.len()];
        for start in 0..self.places.len() {
            if side[start].is_some() {
                continue;
            }
            let mut joined = vec![start];
            side[start] = Some(true);
            let mut n = 0;
            while let Some(here) = joined.get(n).copied() {
                n += 1;
                for (route, other) in &self.neighbours[here] {
                    let other = other.index();
                    if self.routes[route.index()].river == river && side[other].is_none() {
                        side[other] = side[here].map(|s| !s);
                        joined.push(other);
                    }
                }
            }
            if joined.len() < 2 {
                continue;
            }
            let mean = |on: bool| {
                let of: Vec<i64> = joined
                    .iter()
                    .filter(|p| side[**p] == Some(on))
                    .map(|p| i64::from(self.places[*p].lat_milli))
                    .collect();
                of.iter().sum::<i64>() / i64::try_from(of.len()).unwrap_or(1).max(1)
            };
            let north = mean(true) >= mean(false);
            for p in joined {
                out[p] = side[p].map(|s| if s == north { Bank::North } else { Bank::South });
            }
        }
        out
    }
    /// The best route between two neighbours.
    #[must_use]
    pub fn route(&self, from: PlaceId, to: PlaceId) -> Option<RouteId> {
        self.neighbours[from.index()]
            .iter()
            .filter(|(_, other)| *other == to)
            .map(|(route, _)| *route)
            .min_by_key(|route| (self.routes[route.index()].km, *route))
    }
}

words! {
/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum PlaceKind {
    /// A capital.
    Capital,
    /// A superior prefecture.
    SuperiorPrefecture,
    /// A prefecture.
    Prefecture,
    /// A pass.
    Pass,
    /// A ford, ferry or bridge.
    Ford,
    /// A port.
    Port,
    /// A depot, market or county town.
    Depot,
    /// A tribal seat.
    TribalSeat,
}
}

/// A place of the atlas.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Names that it bore at other times, romanised and in Chinese.
    pub other_names: Vec<(String, String)>,
    /// The town there today.
    pub modern: String,
    /// Latitude north in thousandths of a degree.
    pub lat_milli: i32,
    /// Longitude east in thousandths of a degree.
    pub lon_milli: i32,
    /// What it is.
    pub kind: PlaceKind,
    /// The circuit it belongs to.
    pub circuit: String,
    /// Households of the prefecture, 0 where no register names them.
    pub households: u32,
    /// Strength of its walls, 0 to 5.
    pub walls: i32,
    /// Whether it lies south of the Yellow River as the river runs when the scenario begins.
    pub south_of_river: bool,
    /// Whether it lies south of the bed into which the river broke in 1128.
    pub south_of_new_bed: bool,
    /// A note.
    pub note: String,
}

words! {
/// What a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum RouteKind {
    /// A road.
    Road,
    /// A mountain road.
    MountainPass,
    /// A river road by boat, downstream from the first end.
    RiverDown,
    /// A canal.
    Canal,
    /// By sea.
    Sea,
    /// A road whose crux is a great river.
    Ford,
}
}

words! {
/// Which great river a route crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum River {
    /// It crosses none.
    None,
    /// The Yellow River.
    Yellow,
    /// The Huai.
    Huai,
    /// The Yangzi.
    Yangzi,
}
}

/// Which bank of a river a place lies on, where a road crosses the river there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bank {
    /// The northern.
    North,
    /// The southern.
    South,
}

/// A route.
#[derive(Clone, Debug)]
pub struct Route {
    /// One end.
    pub from: PlaceId,
    /// The other end.
    pub to: PlaceId,
    /// What it is.
    pub kind: RouteKind,
    /// Length in km.
    pub km: u16,
    /// The river it crosses, as the rivers run when the scenario begins.
    pub river: River,
    /// The river it crosses once the Yellow River has left its old bed.
    pub river_after: River,
    /// A note.
    pub note: String,
}

/// Somebody who dies of age or illness about the time of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    /// Who.
    pub person: PersonId,
    /// The first turn in which it may come.
    pub first: Turn,
    /// In how many turns from then on it may come.
    pub turns: u16,
}

/// Whose stock a person is of, as the table has it.
pub type People = String;

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in Chinese.
    pub name_zh: String,
    /// Other names.
    pub other_names: String,
    /// Han, Jurchen, Khitan, Bohai, Xi, Tangut and so on.
    pub people: People,
    /// Earliest day he can act, from his birth; none when unknown.
    pub born: Option<Date>,
    /// The last day of the life the record gives him; none when unknown.
    pub died: Option<Date>,
    /// The days within which he died of age or illness, if so he did.
    pub natural: Option<(Date, Date)>,
    /// The court he serves on the first day; none if he serves none of this scenario's courts then.
    pub court: Option<CourtId>,
    /// The court whose ruling house he is of: its sovereign, its heir, or a prince by title.
    pub house: Option<CourtId>,
    /// Stance to the other power: −100 peace to 100 war.
    pub stance: i32,
    /// Skill in command, 1 to 10.
    pub command: i32,
    /// Courage, 1 to 10.
    pub valour: i32,
    /// Skill in administration, 1 to 10.
    pub administration: i32,
    /// Skill in intrigue, 1 to 10.
    pub intrigue: i32,
    /// Loyalty on the first day, 0 to 100.
    pub loyalty: i32,
    /// Where he is on the first day, if neither with an army nor at the seat.
    pub at: Option<PlaceId>,
    /// In whose hands he is on the first day.
    pub held_by: Option<CourtId>,
    /// Whether he reigned over his court before the first day and does so no more.
    pub reigned: bool,
    /// One line on the person.
    pub note: String,
    /// What became of him.
    pub fate: String,
    /// Offices he held in fact.
    pub offices: Vec<Office>,
}

/// An office somebody held.
#[derive(Clone, Debug)]
pub struct Office {
    /// At which court, as written in the table.
    pub court: String,
    /// Title.
    pub title: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// First day, when the table has at least the year.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl Person {
    /// The office the record gives him on this day, the latest begun first.
    #[must_use]
    pub fn office_on(&self, day: Date) -> Option<&Office> {
        self.offices
            .iter()
            .filter(|o| {
                o.from.is_none_or(|from| from <= day) && o.until.is_none_or(|until| day <= until)
            })
            .max_by_key(|o| o.from)
    }
}

/// A source.
#[derive(Clone, Debug)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Short label.
    pub label: String,
    /// Title.
    pub title: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// Author or compiler.
    pub author: String,
    /// When composed.
    pub composed: String,
    /// Its side and bias.
    pub bias: String,
}

/// A word of the time, explained.
#[derive(Clone, Debug)]
pub struct Term {
    /// Id.
    pub id: String,
    /// The word as running text has it.
    pub name: String,
    /// The word in Chinese.
    pub name_zh: String,
    /// What it means.
    pub says: String,
    /// Sources.
    pub sources: Vec<SourceId>,
}

/// The most options that a decision may have: studies keep a bit for each.
pub const MOST_OPTIONS: usize = 8;
/// The most voices that a decision may have: the game keeps a bit for each that was heard.
pub const MOST_VOICES: usize = 8;
/// The most of anything else that one thing may list: clauses and effects are numbered in a byte.
pub const MOST_LISTED: usize = 255;

/// A court or band at the start.
#[derive(Clone, Debug)]
pub struct Court {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in Chinese.
    pub name_zh: String,
    /// Whether a person may play it.
    pub playable: bool,
    /// Whether it stands at the start.
    pub stands: bool,
    /// Bred to cold.
    pub northern: bool,
    /// Whether its shipwrights know the paddle-wheel boat.
    pub wheelwrights: bool,
    /// A band: pays nobody.
    pub band: bool,
    /// Where it sits.
    pub seat: PlaceId,
    /// Who reigns.
    pub ruler: PersonId,
    /// Who would follow.
    pub heir: Option<PersonId>,
    /// For the player.
    pub brief: String,
    /// 0 to 100.
    pub legitimacy: i32,
    /// −100 to 100.
    pub lean: i32,
    /// Edicts a xun.
    pub edicts: u8,
    /// In store, by [`Good`]: gold, silver, silk, cash, grain.
    pub treasury: [i64; 5],
    /// What the palace spends in a month, by [`Good`].
    pub outlay: [i64; 5],
    /// Why.
    pub treasury_note: String,
    /// What its armies are like on the whole, by its whole list: quality, and riders in a hundred.
    pub hosts: (i64, i64),
    /// Enemies on the first day.
    pub at_war_with: Vec<CourtId>,
    /// Places that it holds to be its own though others have held them longer than anybody remembers.
    pub claims: Vec<PlaceId>,
    /// By whose army it lives on the first day.
    pub patron: Option<CourtId>,
}

/// A post.
#[derive(Clone, Debug)]
pub struct Post {
    /// Id.
    pub id: String,
    /// Whose.
    pub court: CourtId,
    /// Title.
    pub title: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// What it does.
    pub role: Role,
    /// Who holds it on the first day.
    pub holder: Option<PersonId>,
}

/// A place on the first day.
#[derive(Clone, Debug)]
pub struct PlaceSetup {
    /// Who holds it; none outside the scenario's courts.
    pub holder: Option<CourtId>,
    /// Whose country it was, if another holds it.
    pub native: Option<CourtId>,
    /// Garrison, men.
    pub garrison: u32,
    /// The quarrel or source of that number.
    pub garrison_figure: Option<Figure<Resolved>>,
    /// 0 to 100.
    pub quality: i32,
    /// 0 to 100.
    pub morale: i32,
    /// Who answers for the walls.
    pub captain: Option<PersonId>,
    /// Xun of close siege its food lasts.
    pub stores_xun: i32,
    /// Resistance to the holder, 0 to 100.
    pub unrest: i32,
    /// War-boats that lie there.
    pub boats: u32,
    /// Paddle-wheel boats that lie there.
    pub wheels: u32,
    /// Grain in its depot, shi.
    pub depot: i64,
    /// Men in bands of the court whose country it was.
    pub band: u32,
    /// Loads of powder weapons that a workshop here makes in a month.
    pub workshop: u16,
    /// Households that pay and are governed through it for each hundred of its own.
    pub stands_for: i32,
    /// A note.
    pub note: String,
}

/// An army or a levy.
#[derive(Clone, Debug)]
pub struct Army {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in Chinese.
    pub name_zh: String,
    /// Whose.
    pub court: CourtId,
    /// Who commands.
    pub commander: Option<PersonId>,
    /// Where it stands, or musters.
    pub at: PlaceId,
    /// Whether it stands at the start.
    pub stands: bool,
    /// Men.
    pub men: u32,
    /// The quarrel or source of that number.
    pub men_figure: Figure<Resolved>,
    /// Riders in a hundred.
    pub horse_percent: i32,
    /// 0 to 100.
    pub quality: i32,
    /// 0 to 100.
    pub morale: i32,
    /// 0 to 100.
    pub engines: i32,
    /// Xun of food.
    pub food_xun: i32,
    /// War-boats it goes in.
    pub boats: u32,
    /// Paddle-wheel boats it goes in.
    pub wheels: u32,
    /// Of a hundred men, how many know how to fight afloat.
    pub marines: i32,
    /// How far it is its commander's own, 0 to 100.
    pub attachment: i32,
    /// When a levy may be raised.
    pub needs: Cond,
    /// A note.
    pub note: String,
}

/// A draft.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it says, and between whom.
    pub terms: Terms,
    /// What is alleged of it.
    pub alleged: Vec<Alleged>,
    /// When it may be put forward.
    pub needs: Cond,
    /// Sources.
    pub sources: Vec<SourceId>,
    /// Where readings differ.
    pub note: String,
}

/// A breach that the record alleges.
#[derive(Clone, Debug)]
pub struct Alleged {
    /// Who alleges it.
    pub by: CourtId,
    /// Of whom.
    pub of: CourtId,
    /// Which clause it is said to break, as an index into the list.
    pub clause: u8,
    /// Since when it is alleged.
    pub since: Date,
    /// In our words.
    pub says: String,
    /// Sources.
    pub sources: Vec<SourceId>,
}

/// What a paper says: its parties and its clauses. The clauses of each reading of words that can be read in more than one way stand
/// in the one list too, so that every duty has one number and one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Terms {
    /// Who puts it forward.
    pub from: CourtId,
    /// To whom.
    pub to: CourtId,
    /// The clauses: first those whose words are plain, then those of each reading.
    pub clauses: Vec<ClauseNow>,
    /// Words that can be read in more than one way.
    pub unclear: Vec<Unclear>,
}

impl Terms {
    /// A paper in plain words.
    #[must_use]
    pub const fn plain(from: CourtId, to: CourtId, clauses: Vec<ClauseNow>) -> Self {
        Self {
            from,
            to,
            clauses,
            unclear: Vec::new(),
        }
    }
    /// The other party.
    #[must_use]
    pub fn other(&self, court: CourtId) -> CourtId {
        if self.from == court {
            self.to
        } else {
            self.from
        }
    }
    /// Whether the court is a party.
    #[must_use]
    pub fn binds(&self, court: CourtId) -> bool {
        self.from == court || self.to == court
    }
    /// Of which unclear words, and in which of their readings, a clause is part; none for one in plain words.
    #[must_use]
    pub fn reading_of(&self, clause: usize) -> Option<(usize, usize)> {
        self.unclear.iter().enumerate().find_map(|(u, unclear)| {
            unclear
                .readings
                .iter()
                .position(|r| r.holds(clause))
                .map(|r| (u, r))
        })
    }
    /// The same paper without a clause in plain words.
    #[must_use]
    pub fn without(&self, clause: usize) -> Self {
        let plain = self.plain_clauses().cloned();
        let before = (0..clause)
            .filter(|n| self.reading_of(*n).is_none())
            .count();
        let mut clauses: Vec<ClauseNow> = plain.collect();
        if before < clauses.len() {
            clauses.remove(before);
        }
        Self::plain(self.from, self.to, clauses).worded(self)
    }
    /// The same paper with another's unclear words in it besides, and what each side makes of them.
    #[must_use]
    pub fn worded(mut self, words: &Self) -> Self {
        for unclear in &words.unclear {
            let mut readings = Vec::new();
            for sense in &unclear.readings {
                let first = u8::try_from(self.clauses.len()).unwrap_or(u8::MAX);
                self.clauses.extend(
                    sense
                        .clauses()
                        .filter_map(|n| words.clauses.get(n))
                        .cloned(),
                );
                readings.push(Sense {
                    first,
                    ..sense.clone()
                });
            }
            self.unclear.push(Unclear {
                words: unclear.words.clone(),
                readings,
            });
        }
        self
    }
    /// The clauses whose words are plain.
    pub fn plain_clauses(&self) -> impl Iterator<Item = &ClauseNow> {
        let plain = |n: &usize| self.reading_of(*n).is_none();
        self.clauses
            .iter()
            .enumerate()
            .filter(move |(n, _)| plain(n))
            .map(|(_, clause)| clause)
    }
    /// Whether it makes peace.
    #[must_use]
    pub fn makes_peace(&self) -> bool {
        self.clauses.iter().any(|c| matches!(c, ClauseNow::Peace))
    }
    /// Whether it keeps the parties from fighting: a peace, or a truce.
    #[must_use]
    pub fn keeps_quiet(&self) -> bool {
        self.clauses
            .iter()
            .any(|c| matches!(c, ClauseNow::Peace | ClauseNow::Truce { .. }))
    }
}

/// Words that can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Unclear {
    /// The words, as the paper has them.
    pub words: String,
    /// How they can be read.
    pub readings: Vec<Sense>,
}

/// One way to read unclear words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Sense {
    /// Its id, for messages.
    pub id: String,
    /// The court that holds this reading.
    pub held_by: CourtId,
    /// The reading in our words.
    pub says: String,
    /// The first of its clauses in the paper's list.
    pub first: u8,
    /// How many there are.
    pub count: u8,
}

impl Sense {
    /// Whether a clause is one of this reading's.
    #[must_use]
    pub fn holds(&self, clause: usize) -> bool {
        self.clauses().contains(&clause)
    }
    /// The numbers of its clauses.
    #[must_use]
    pub fn clauses(&self) -> std::ops::Range<usize> {
        usize::from(self.first)..usize::from(self.first) + usize::from(self.count)
    }
}

/// An incident.
#[derive(Clone, Debug)]
pub struct Incident {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What is told; `{it}` stands for what it befell.
    pub text: String,
    /// What it may befall.
    pub scope: Scope,
    /// The world it needs.
    pub when: Cond,
    /// What the thing it befalls must be.
    pub it: Vec<ItCondition<Resolved>>,
    /// Chance in a hundred.
    pub chance: u8,
    /// At most once a game.
    pub once: bool,
    /// The courts that hear of it when it happens, if others do not.
    pub heard_by: Vec<CourtId>,
    /// After how many xun the others hear of it, if at all.
    pub others_after: Option<u16>,
    /// What it does.
    pub effects: Vec<Eff>,
    /// Sources.
    pub sources: Vec<SourceId>,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Id.
    pub id: String,
    /// Before whom.
    pub court: CourtId,
    /// Title.
    pub title: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// When laid.
    pub when: Cond,
    /// How many xun after it was closed it may be laid again; none where it is laid once.
    pub again: Option<u16>,
    /// How many xun it waits.
    pub patience_xun: u8,
    /// Whether a secretariat may settle it.
    pub lesser: bool,
    /// The brief.
    pub brief: String,
    /// What it adds where it is true.
    pub asides: Vec<Aside>,
    /// Voices.
    pub voices: Vec<Voice>,
    /// Options.
    pub options: Vec<Choice>,
    /// What was chosen in fact.
    pub chose: OptionId,
    /// When.
    pub chosen_on: Date,
    /// What came of it.
    pub outcome: String,
    /// Sources.
    pub sources: Vec<SourceId>,
    /// Where sources differ.
    pub quarrel: String,
}

/// What a brief adds where it is true.
#[derive(Clone, Debug)]
pub struct Aside {
    /// When it is true.
    pub when: Cond,
    /// Whole sentences.
    pub says: String,
}

/// A voice.
#[derive(Clone, Debug)]
pub struct Voice {
    /// Who.
    pub who: PersonId,
    /// For which option.
    pub argues_for: OptionId,
    /// Whether he is another court's envoy.
    pub envoy: bool,
    /// When he speaks so.
    pub when: Cond,
    /// What he says.
    pub says: String,
    /// What he expects.
    pub expects: String,
    /// The same, testable.
    pub expected: Cond,
    /// When it is tested.
    pub by: Date,
    /// Sources.
    pub sources: Vec<SourceId>,
}

/// An option.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Id.
    pub id: String,
    /// Grade.
    pub grade: Grade,
    /// Label.
    pub label: String,
    /// Detail.
    pub detail: String,
    /// −2 to 2.
    pub temper: i8,
    /// Immediate cost.
    pub cost: Vec<(Good, i64)>,
    /// What it needs.
    pub needs: Cond,
    /// How to open it.
    pub opens_by: String,
    /// What it does.
    pub effects: Vec<Eff>,
}

/// Documented orders of a turn.
#[derive(Clone, Debug)]
pub struct DatedOrders {
    /// The turn that contains their day.
    pub turn: Turn,
    /// The day.
    pub date: Date,
    /// Whose.
    pub court: CourtId,
    /// What.
    pub orders: Vec<OrderNow>,
    /// Sources.
    pub sources: Vec<SourceId>,
}

/// How a checkpoint is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Happened on this day, give or take so many days.
    Happened(Date, u16),
    /// Stood on this day.
    StoodOn(Date),
    /// Never happened.
    Never,
}

/// A checkpoint.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What.
    pub what: Cond,
    /// How tested.
    pub test: Test,
    /// 1 to 5.
    pub weight: u8,
    /// Never tuned on.
    pub held_out: bool,
    /// Claims.
    pub claims: Vec<Claim>,
}

/// A claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Source.
    pub source: SourceId,
    /// Where in it.
    pub at: String,
    /// What it says.
    pub says: String,
    /// Speaks against.
    pub dissents: bool,
}

/// An ending.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// When it is the one.
    pub when: Cond,
    /// Ends the game as soon as it holds.
    pub at_once: bool,
    /// Good for.
    pub good_for: Vec<CourtId>,
    /// Text.
    pub text: String,
}
