//! What lies on the desk while a game is played: which panel is up, what is selected, where the map looks. No part of the game.

use std::collections::BTreeMap;

use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, PersonId, PlaceId, PostId};
use crate::earth::Spot;
use crate::engine::Ask;
use crate::orders::{Order, OrderNow, Proclamation};
use crate::rules::check::Refusal;
use crate::table::About;
use crate::table::bench::Mistake;
use crate::table::writing::{Sketch, Writing};

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

/// A slip laid over everything until it is put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The ways out of the game.
    Menu,
    /// The question before the game is ended here and its debrief read.
    PutDown,
    /// The keys.
    Help,
    /// What moves a number.
    Why(About),
    /// Matters wait: whether the xun is to end all the same.
    Ending,
    /// What was asked for last binds the court: whether it is meant.
    Sure,
    /// The writer's bench.
    Bench(Tab),
}

/// A page of the writer's bench.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What came of the file when it was saved last.
    #[default]
    File,
    /// Every matter, to be sought out.
    Matters,
    /// Every value, to be set by hand.
    Values,
}

/// The writer's bench beside the desk.
#[derive(Clone, Debug, Default)]
pub struct Bench {
    /// The mistakes of the file as it was saved last.
    pub mistakes: Vec<Mistake>,
    /// Its warnings, where it has no mistakes.
    pub warnings: Vec<Mistake>,
    /// What came of it, where it was taken up; what was set to lead the game where it is.
    pub told: Vec<String>,
    /// What came of the last value that was set.
    pub set: Option<String>,
    /// Whether a matter is being sought.
    pub seeking: bool,
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
    Waylay,
    Withdraw,
    Hold,
    Garrison,
    Disband,
    Raise,
    Levy,
    Fortify,
    Arm,
    Provision,
    BuildBoats,
    BuildShips,
    Embark,
    Moor,
    Transport,
    Rouse,
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

impl OrderKind {
    /// Every kind, in the order of the list above.
    pub const ALL: [Self; 35] = [
        Self::March,
        Self::Besiege,
        Self::Mask,
        Self::Assault,
        Self::Relieve,
        Self::Raid,
        Self::Waylay,
        Self::Withdraw,
        Self::Hold,
        Self::Garrison,
        Self::Disband,
        Self::Raise,
        Self::Levy,
        Self::Fortify,
        Self::Arm,
        Self::Provision,
        Self::BuildBoats,
        Self::BuildShips,
        Self::Embark,
        Self::Moor,
        Self::Transport,
        Self::Rouse,
        Self::Appoint,
        Self::Command,
        Self::Dismiss,
        Self::Recall,
        Self::MoveCourt,
        Self::PayDue,
        Self::HandOver,
        Self::FeedPeople,
        Self::Propose,
        Self::Accept,
        Self::Refuse,
        Self::Proclaim,
        Self::BreakDike,
    ];

    /// The kind of an order; none for what is asked at the negotiating table and for what a sovereign does in his own house, which have no form of this kind.
    #[must_use]
    pub const fn of(order: &OrderNow) -> Option<Self> {
        Some(match order {
            Order::Treat(_) | Order::Reign(_) => return None,
            Order::March { .. } => Self::March,
            Order::Besiege { .. } => Self::Besiege,
            Order::Mask { .. } => Self::Mask,
            Order::Assault { .. } => Self::Assault,
            Order::Relieve { .. } => Self::Relieve,
            Order::Raid { .. } => Self::Raid,
            Order::Waylay { .. } => Self::Waylay,
            Order::Withdraw { .. } => Self::Withdraw,
            Order::Hold { .. } => Self::Hold,
            Order::Garrison { .. } => Self::Garrison,
            Order::Disband { .. } => Self::Disband,
            Order::Raise { .. } => Self::Raise,
            Order::Levy { .. } => Self::Levy,
            Order::Fortify { .. } => Self::Fortify,
            Order::Arm { .. } => Self::Arm,
            Order::Provision { .. } => Self::Provision,
            Order::BuildBoats { .. } => Self::BuildBoats,
            Order::BuildShips { .. } => Self::BuildShips,
            Order::Embark { .. } => Self::Embark,
            Order::Moor { .. } => Self::Moor,
            Order::Transport { .. } => Self::Transport,
            Order::Rouse { .. } => Self::Rouse,
            Order::Appoint { .. } => Self::Appoint,
            Order::Command { .. } => Self::Command,
            Order::Dismiss { .. } => Self::Dismiss,
            Order::Recall { .. } => Self::Recall,
            Order::MoveCourt { .. } => Self::MoveCourt,
            Order::PayDue { .. } => Self::PayDue,
            Order::HandOver { .. } => Self::HandOver,
            Order::FeedPeople { .. } => Self::FeedPeople,
            Order::Propose { .. } => Self::Propose,
            Order::Accept { .. } => Self::Accept,
            Order::Refuse { .. } => Self::Refuse,
            Order::Proclaim { .. } => Self::Proclaim,
            Order::BreakDike { .. } => Self::BreakDike,
        })
    }
}

/// An order being made: what is known of it so far. A click on the map or a pick from a list fills in what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// Of which kind.
    pub kind: OrderKind,
    /// Who is to do it; the levy that is to be raised.
    pub army: Option<ArmyId>,
    /// Where.
    pub place: Option<PlaceId>,
    /// Whom it concerns.
    pub person: Option<PersonId>,
    /// To which post.
    pub post: Option<PostId>,
    /// Which treaty or draft.
    pub draft: Option<DraftId>,
    /// How many men, or shi; 0 where that is not yet said.
    pub amount: u32,
    /// What is proclaimed.
    pub what: Option<Proclamation>,
    /// The ask it replaces when it is given, by its index among the court's asks of this turn.
    pub replaces: Option<usize>,
}

impl Aim {
    /// An order of this kind of which nothing is known yet.
    #[must_use]
    pub const fn new(kind: OrderKind) -> Self {
        Self {
            kind,
            army: None,
            place: None,
            person: None,
            post: None,
            draft: None,
            amount: 0,
            what: None,
            replaces: None,
        }
    }
}

/// A paper being written at the negotiating table, and where the brush is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brush {
    /// The paper.
    pub writing: Writing,
    /// Who is to carry it; the ablest where nobody is named.
    pub envoy: Option<PersonId>,
    /// The clause that is chosen.
    pub chosen: Option<usize>,
    /// Whether the kinds of clauses lie open to choose a new one from.
    pub kinds: bool,
    /// The clause in the making, and the one it is to replace.
    pub sketch: Option<(Option<usize>, Sketch)>,
    /// The ask it replaces when it is sent, by its index among the court's asks of this turn.
    pub replaces: Option<usize>,
}

impl Brush {
    /// A brush over this paper.
    #[must_use]
    pub const fn on(writing: Writing) -> Self {
        Self {
            writing,
            envoy: None,
            chosen: None,
            kinds: false,
            sketch: None,
            replaces: None,
        }
    }
}

/// The order that an aim has become, once it names all it must.
#[must_use]
pub fn order_of(aim: &Aim) -> Option<OrderNow> {
    let men = (aim.amount > 0).then_some(aim.amount);
    Some(match aim.kind {
        OrderKind::March => Order::March {
            army: aim.army?,
            to: aim.place?,
        },
        OrderKind::Besiege => Order::Besiege {
            army: aim.army?,
            place: aim.place?,
        },
        OrderKind::Mask => Order::Mask {
            army: aim.army?,
            place: aim.place?,
        },
        OrderKind::Assault => Order::Assault {
            army: aim.army?,
            place: aim.place?,
        },
        OrderKind::Relieve => Order::Relieve {
            army: aim.army?,
            place: aim.place?,
        },
        OrderKind::Raid => Order::Raid {
            army: aim.army?,
            place: aim.place?,
            men: men?,
        },
        OrderKind::Waylay => Order::Waylay {
            army: aim.army?,
            place: aim.place?,
        },
        OrderKind::Withdraw => Order::Withdraw {
            army: aim.army?,
            to: aim.place?,
        },
        OrderKind::Hold => Order::Hold { army: aim.army? },
        OrderKind::Garrison => Order::Garrison {
            army: aim.army?,
            men: men?,
        },
        OrderKind::Disband => Order::Disband { army: aim.army? },
        OrderKind::Raise => Order::Raise { army: aim.army? },
        OrderKind::Levy => Order::Levy {
            place: aim.place?,
            men: men?,
        },
        OrderKind::Fortify => Order::Fortify { place: aim.place? },
        OrderKind::Arm => Order::Arm { place: aim.place? },
        OrderKind::Provision => Order::Provision { place: aim.place? },
        OrderKind::BuildBoats => Order::BuildBoats { place: aim.place? },
        OrderKind::BuildShips => Order::BuildShips {
            place: aim.place?,
            boats: men?,
        },
        OrderKind::Embark => Order::Embark { army: aim.army? },
        OrderKind::Moor => Order::Moor { army: aim.army? },
        OrderKind::Transport => Order::Transport {
            place: aim.place?,
            shi: men?,
        },
        OrderKind::Rouse => Order::Rouse {
            person: aim.person?,
            place: aim.place?,
        },
        OrderKind::Appoint => Order::Appoint {
            person: aim.person?,
            post: aim.post?,
        },
        OrderKind::Command => Order::Command {
            person: aim.person?,
            army: aim.army?,
        },
        OrderKind::Dismiss => Order::Dismiss {
            person: aim.person?,
        },
        OrderKind::Recall => Order::Recall {
            person: aim.person?,
        },
        OrderKind::MoveCourt => Order::MoveCourt { to: aim.place? },
        OrderKind::PayDue => Order::PayDue { draft: aim.draft? },
        OrderKind::HandOver => Order::HandOver { place: aim.place? },
        OrderKind::FeedPeople => Order::FeedPeople {
            place: aim.place?,
            shi: men?,
        },
        OrderKind::Propose => Order::Propose { draft: aim.draft? },
        OrderKind::Accept => Order::Accept { draft: aim.draft? },
        OrderKind::Refuse => Order::Refuse { draft: aim.draft? },
        OrderKind::Proclaim => Order::Proclaim { what: aim.what? },
        OrderKind::BreakDike => Order::BreakDike { place: aim.place? },
    })
}

/// The aim that would make this order: to change one that was given. None for what is asked at the negotiating table.
#[must_use]
pub const fn aim_of(order: &OrderNow) -> Option<Aim> {
    let Some(kind) = OrderKind::of(order) else {
        return None;
    };
    let mut aim = Aim::new(kind);
    match *order {
        Order::March { army, to } | Order::Withdraw { army, to } => {
            aim.army = Some(army);
            aim.place = Some(to);
        }
        Order::Besiege { army, place }
        | Order::Mask { army, place }
        | Order::Assault { army, place }
        | Order::Relieve { army, place }
        | Order::Waylay { army, place } => {
            aim.army = Some(army);
            aim.place = Some(place);
        }
        Order::Raid { army, place, men } => {
            aim.army = Some(army);
            aim.place = Some(place);
            aim.amount = men;
        }
        Order::Hold { army }
        | Order::Disband { army }
        | Order::Raise { army }
        | Order::Embark { army }
        | Order::Moor { army } => {
            aim.army = Some(army);
        }
        Order::Garrison { army, men } => {
            aim.army = Some(army);
            aim.amount = men;
        }
        Order::Levy { place, men: amount }
        | Order::FeedPeople { place, shi: amount }
        | Order::BuildShips {
            place,
            boats: amount,
        }
        | Order::Transport { place, shi: amount } => {
            aim.place = Some(place);
            aim.amount = amount;
        }
        Order::Fortify { place }
        | Order::Arm { place }
        | Order::Provision { place }
        | Order::BuildBoats { place }
        | Order::MoveCourt { to: place }
        | Order::HandOver { place }
        | Order::BreakDike { place } => aim.place = Some(place),
        Order::Rouse { person, place } => {
            aim.person = Some(person);
            aim.place = Some(place);
        }
        Order::Appoint { person, post } => {
            aim.person = Some(person);
            aim.post = Some(post);
        }
        Order::Command { person, army } => {
            aim.person = Some(person);
            aim.army = Some(army);
        }
        Order::Dismiss { person } | Order::Recall { person } => aim.person = Some(person),
        Order::PayDue { draft }
        | Order::Propose { draft }
        | Order::Accept { draft }
        | Order::Refuse { draft } => aim.draft = Some(draft),
        Order::Proclaim { what } => aim.what = Some(what),
        Order::Treat(_) | Order::Reign(_) => {}
    }
    Some(aim)
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

/// The map on its way from one look to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    /// Where it looked.
    pub from: Camera,
    /// Where it will look.
    pub to: Camera,
    /// How much of the way is done, 0 to 1.
    pub part: f32,
}

impl Glide {
    /// How long it takes, in seconds.
    pub const SECONDS: f32 = 0.28;

    /// Where the map looks now: slow, fast, slow.
    #[must_use]
    pub fn now(&self) -> Camera {
        let t = f64::from(self.part.clamp(0.0, 1.0));
        let t = t * t * (3.0 - 2.0 * t);
        let mix = |a: f64, b: f64| a + (b - a) * t;
        Camera {
            centre: Spot {
                x: mix(self.from.centre.x, self.to.centre.x),
                y: mix(self.from.centre.y, self.to.centre.y),
            },
            km_per_point: mix(self.from.km_per_point, self.to.km_per_point),
        }
    }
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
    /// The table is up and no matter on it: the news, and what waits.
    pub overview: bool,
    /// The option with the keyboard's focus, as shown, once there is one.
    pub focus: Option<usize>,
    /// What is selected on the map.
    pub selected: Option<Thing>,
    /// The order being made.
    pub aim: Option<Aim>,
    /// The paper being written at the negotiating table.
    pub brush: Option<Brush>,
    /// The last refusal.
    pub refused: Option<Refused>,
    /// The page of the codex, and those before it.
    pub topics: Vec<Topic>,
    /// What the chronicle is searched for.
    pub search: String,
    /// Where the map looks.
    pub camera: Camera,
    /// Where it is gliding to.
    pub glide: Option<Glide>,
    /// In a small window: the map is shown and not the sheet.
    pub map_up: bool,
    /// The choice just made, for the record beside it where that is wanted.
    pub chosen: Option<DecisionId>,
    /// What the last ask did at once, in words.
    pub done: Vec<String>,
    /// The slip that lies over everything.
    pub overlay: Option<Overlay>,
    /// What was asked for and binds the court, while it is asked whether it is meant.
    pub sure: Option<Ask>,
    /// Where armies stood before the last turn passed, as far as the court knew.
    pub was: BTreeMap<ArmyId, Spot>,
    /// How far the marches of the last turn have been shown, 0 to 1; 1 when there is nothing to show.
    pub motion: f32,
    /// A word over the game: that a changed file was taken up, that a run has come to its limit. It lies there until it is put away or a
    /// xun ends.
    pub word: Option<String>,
    /// The writer's bench, where the game was opened at it.
    pub bench: Option<Bench>,
    /// Whether the player ended the game here to read its debrief. It is no act in the game: played on, all is as it was.
    pub put_down: bool,
}

impl Desk {
    /// An empty desk of a court.
    #[must_use]
    pub fn new(court: CourtId, centre: Spot) -> Self {
        Self {
            court,
            panel: Panel::default(),
            matter: None,
            overview: false,
            focus: None,
            selected: None,
            aim: None,
            brush: None,
            refused: None,
            topics: Vec::new(),
            search: String::new(),
            camera: Camera {
                centre,
                km_per_point: 1.0,
            },
            glide: None,
            map_up: false,
            chosen: None,
            done: Vec::new(),
            overlay: None,
            sure: None,
            was: BTreeMap::new(),
            motion: 1.0,
            word: None,
            bench: None,
            put_down: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_is_an_order_only_once_it_names_all_it_must_and_back() {
        let whole = Aim {
            army: Some(ArmyId(3)),
            place: Some(PlaceId(5)),
            person: Some(PersonId(7)),
            post: Some(PostId(1)),
            draft: Some(DraftId(2)),
            amount: 1200,
            what: Some(Proclamation::Amnesty),
            ..Aim::new(OrderKind::March)
        };
        for kind in OrderKind::ALL {
            assert_eq!(order_of(&Aim::new(kind)), None, "{kind:?} names nothing");
            let order = order_of(&Aim {
                kind,
                ..whole.clone()
            });
            let order = order.expect("all is named");
            assert_eq!(OrderKind::of(&order), Some(kind));
            let aim = aim_of(&order).expect("it has a form");
            assert_eq!(order_of(&aim), Some(order));
        }
    }
}
