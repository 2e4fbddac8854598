//! What a court may ask for: orders, in the imperative, as plain data.
//!
//! Players, policies, documented marches and the effects of choices all use this one list. The room may not
//! touch the world; whether an order is lawful is said by `rules::check`, what it does by the rules.

pub mod reign;

use serde::{Deserialize, Serialize};

pub use reign::{Reign, ReignNow, Reply};

use crate::scenario::language::{Clause, Naming, Resolved};
use crate::scenario::read::words;

/// An order as given in a loaded game.
pub type OrderNow = Order<Resolved>;
/// What is asked for at the table in a loaded game.
pub type TreatNow = Treat<Resolved>;

words! {
/// What a proclamation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Proclamation {
    /// The sovereign takes the blame on himself and lifts hated levies.
    SelfBlame,
    /// Amnesty for those who come over or come home.
    Amnesty,
    /// The country is called to arms for the throne.
    CallToArms,
}
}

words! {
/// What a court asks for at the negotiating table, and what it does with what was sworn there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Treat<N: Naming> {
    /// Send an envoy to a court with a paper in one's own words; it may answer a paper of that court's.
    Offer { to: N::Court, envoy: N::Person, clauses: Vec<Clause<N>>, #[serde(default)] answers: Option<N::Draft>, #[serde(default)] worded: Option<N::Draft> },
    /// Declare that one's envoy swore to more than he was told to.
    Disavow { draft: N::Draft },
    /// Declare a sworn treaty void.
    Void { draft: N::Draft },
    /// Open war on a court.
    War { on: N::Court },
    /// Let a person of another court's whom one holds go home.
    Release { person: N::Person },
    /// Give one who came over back to the court he left.
    GiveBack { person: N::Person },
    /// Declare that a town handed over under a treaty which the other side broke is one's own again.
    Reclaim { place: N::Place },
}
}

words! {
/// An order of a court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Order<N: Naming> {
    /// Move to a place. On arrival at a town of one's own the army goes inside; elsewhere it encamps.
    March { army: N::Army, to: N::Place },
    /// Move to an enemy town and close it in, to starve it or prepare a storm.
    Besiege { army: N::Army, place: N::Place },
    /// Move to an enemy town and only watch it, with few men, so that its garrison stays in.
    Mask { army: N::Army, place: N::Place },
    /// Storm the town the army lies before (moving there first).
    Assault { army: N::Army, place: N::Place },
    /// Move to a town of one's own that is besieged, or before which an enemy stands, and fight him.
    Relieve { army: N::Army, place: N::Place },
    /// Attack the enemy camp at a place by night with this many picked men.
    Raid { army: N::Army, place: N::Place, men: u32 },
    /// Move to a place by a great river, lie in wait there, and fall on an enemy when half of him is over. Until then the crossing is open to him.
    Waylay { army: N::Army, place: N::Place },
    /// Break off, and go back to a place.
    Withdraw { army: N::Army, to: N::Place },
    /// Stand where it is. An army at a ford, a pass or a ferry holds the crossing.
    Hold { army: N::Army },
    /// Leave this many men as garrison in the town where the army stands.
    Garrison { army: N::Army, men: u32 },
    /// Send the army's men home.
    Disband { army: N::Army },
    /// Call up a levy that the scenario names.
    Raise { army: N::Army },
    /// Levy this many men into the garrison of a town of one's own.
    Levy { place: N::Place, men: u32 },
    /// Mend and strengthen the walls of a town of one's own.
    Fortify { place: N::Place },
    /// Share out powder weapons from the nearest workshop of one's own: to the garrison of a town and the armies that stand there.
    Arm { place: N::Place },
    /// Lay in food at a town of one's own.
    Provision { place: N::Place },
    /// Build boats, or mend a bridge, at a river town.
    BuildBoats { place: N::Place },
    /// Lay down so many war-boats at a river town of one's own; paddle-wheel boats where the court's shipwrights know them.
    BuildShips { place: N::Place, boats: u32 },
    /// Take aboard the boats that lie at the town where the army stands: from then on it goes by water.
    Embark { army: N::Army },
    /// Leave the army's boats at the town where it stands: from then on it goes by land.
    Moor { army: N::Army },
    /// Send grain from the court's granary to the depot of a town of one's own.
    Transport { place: N::Place, shi: u32 },
    /// Send an officer with titles and money to the bands in country of one's own that another holds.
    Rouse { person: N::Person, place: N::Place },
    /// Give a person a post.
    Appoint { person: N::Person, post: N::Post },
    /// Give a person the command of an army.
    Command { person: N::Person, army: N::Army },
    /// Take a person's posts and commands away.
    Dismiss { person: N::Person },
    /// Bring a person out of exile or a distant post back to the court.
    Recall { person: N::Person },
    /// Move the court and its sovereign.
    MoveCourt { to: N::Place },
    /// Pay what is due under a sworn clause, as far as the treasury reaches.
    PayDue { draft: N::Draft },
    /// Hand a ceded town over.
    HandOver { place: N::Place },
    /// Give grain to the people of a place.
    FeedPeople { place: N::Place, shi: u32 },
    /// Send an envoy with a draft.
    Propose { draft: N::Draft },
    /// Swear to a draft put forward by the other court.
    Accept { draft: N::Draft },
    /// Refuse a draft put forward by the other court.
    Refuse { draft: N::Draft },
    /// Something said at the negotiating table.
    Treat(Box<Treat<N>>),
    /// Something that the sovereign does in his own house, among his own people or in his own towns.
    Reign(Box<Reign<N>>),
    /// Have a proclamation read in the country.
    Proclaim { what: Proclamation },
    /// Break the river's dike at a river town.
    BreakDike { place: N::Place },
}
}

impl<N: Naming> Order<N> {
    /// The army that the order moves or keeps where it is; none for one to a town, a person or another court.
    #[must_use]
    pub const fn army(&self) -> Option<&N::Army> {
        match self {
            Self::March { army, .. }
            | Self::Besiege { army, .. }
            | Self::Mask { army, .. }
            | Self::Assault { army, .. }
            | Self::Relieve { army, .. }
            | Self::Raid { army, .. }
            | Self::Waylay { army, .. }
            | Self::Withdraw { army, .. }
            | Self::Hold { army }
            | Self::Garrison { army, .. }
            | Self::Disband { army }
            | Self::Embark { army }
            | Self::Moor { army } => Some(army),
            _ => None,
        }
    }
    /// What is asked for at the table, as an order. It is kept apart, for papers are long and most orders are short.
    #[must_use]
    pub fn treat(treat: Treat<N>) -> Self {
        Self::Treat(Box::new(treat))
    }
    /// What a sovereign does in his own house, as an order. It is kept apart from the orders to armies and towns.
    #[must_use]
    pub fn reign(reign: Reign<N>) -> Self {
        Self::Reign(Box::new(reign))
    }
}
