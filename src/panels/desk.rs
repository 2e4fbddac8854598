//! What lies on the desk while a game is played: which panel is up, what is selected, where the map looks. No part of the game.

use std::collections::BTreeMap;

use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, PersonId, PlaceId};
use crate::engine::Ask;
use crate::painting::earth::Spot;
use crate::rules::check::Refusal;

/// A panel of the rail, in its order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Panel {
    /// 議: what waits, and who says what.
    #[default]
    Council,
    /// 令: orders of this turn.
    Orders,
    /// 財: where every tael came from and went.
    Treasury,
    /// 人: people and posts.
    People,
    /// 盟: treaties.
    Treaties,
    /// 史: what was heard.
    Chronicle,
    /// 典: who, where, what.
    Codex,
    /// 鑑: the outcome beside the record, once the game is over.
    Debrief,
    /// 圖: the map alone.
    Map,
}

impl Panel {
    /// The panels of a running game.
    pub const PLAYING: [Self; 7] = [
        Self::Council,
        Self::Orders,
        Self::Treasury,
        Self::People,
        Self::Treaties,
        Self::Chronicle,
        Self::Codex,
    ];
    /// The panels of a game that is over.
    pub const OVER: [Self; 6] = [
        Self::Debrief,
        Self::Chronicle,
        Self::People,
        Self::Treaties,
        Self::Codex,
        Self::Map,
    ];
}

/// Something on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A place.
    Place(PlaceId),
    /// An army: one's own where it is, another's where it was last seen.
    Army(ArmyId),
}

/// A page of the codex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// A person.
    Person(PersonId),
    /// A place.
    Place(PlaceId),
    /// A court.
    Court(CourtId),
    /// A treaty or a draft.
    Draft(DraftId),
    /// A term, by its index.
    Term(u16),
}

/// The kind of an order that is being made: the name of an [`Order`](crate::orders::Order) without what it names.
#[expect(
    missing_docs,
    reason = "each is the order of the same name, and means what that means"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderKind {
    March,
    Besiege,
    Mask,
    Assault,
    Relieve,
    Raid,
    Withdraw,
    Hold,
    Garrison,
    Disband,
    Raise,
    Levy,
    Fortify,
    Provision,
    BuildBoats,
    Appoint,
    Command,
    Dismiss,
    Recall,
    MoveCourt,
    PayDue,
    HandOver,
    FeedPeople,
    Propose,
    Accept,
    Refuse,
    Proclaim,
    BreakDike,
}

/// An order being made: what is known of it so far. A click on the map or a pick from a list fills in what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// Of which kind.
    pub kind: OrderKind,
    /// Who is to do it.
    pub army: Option<ArmyId>,
    /// Where.
    pub place: Option<PlaceId>,
    /// Whom it concerns.
    pub person: Option<PersonId>,
    /// How many men, or shi.
    pub amount: u32,
    /// The ask it replaces when it is given, by its index among the court's asks of this turn.
    pub replaces: Option<usize>,
}

/// An ask that was refused, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What was asked.
    pub ask: Ask,
    /// Why not.
    pub why: Refusal,
}

/// Where the map looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// What is in the middle of what can be seen of it.
    pub centre: Spot,
    /// Km to a point of the screen.
    pub km_per_point: f64,
}

impl Camera {
    /// The nearest and the farthest one can look.
    pub const KM_PER_POINT: (f64, f64) = (0.25, 4.0);
}

/// The desk.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Which court sits.
    pub court: CourtId,
    /// The panel that is up.
    pub panel: Panel,
    /// The matter that lies open; the first that waits where none is named or it is closed.
    pub matter: Option<DecisionId>,
    /// The option with the keyboard's focus, as shown.
    pub focus: usize,
    /// What is selected on the map.
    pub selected: Option<Thing>,
    /// The order being made.
    pub aim: Option<Aim>,
    /// The last refusal.
    pub refused: Option<Refused>,
    /// The page of the codex, and those before it.
    pub topics: Vec<Topic>,
    /// What the chronicle is searched for.
    pub search: String,
    /// Where the map looks.
    pub camera: Camera,
    /// In a small window: the map is shown and not the sheet.
    pub map_up: bool,
    /// The choice just made, for the record beside it where that is wanted.
    pub chosen: Option<DecisionId>,
    /// Where armies stood before the last turn passed, as far as the court knew.
    pub was: BTreeMap<ArmyId, Spot>,
    /// How far the marches of the last turn have been shown, 0 to 1; 1 when there is nothing to show.
    pub motion: f32,
}

impl Desk {
    /// An empty desk of a court.
    #[must_use]
    pub fn new(court: CourtId, centre: Spot) -> Self {
        Self {
            court,
            panel: Panel::default(),
            matter: None,
            focus: 0,
            selected: None,
            aim: None,
            refused: None,
            topics: Vec::new(),
            search: String::new(),
            camera: Camera {
                centre,
                km_per_point: 1.0,
            },
            map_up: false,
            chosen: None,
            was: BTreeMap::new(),
            motion: 1.0,
        }
    }
}
