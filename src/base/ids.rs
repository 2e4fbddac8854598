//! Typed ids. An id is an index into the scenario's list of that kind, in the order of the file; never a bare number.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);
        impl $name {
            /// The id as an index into its list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
            /// The id of the thing at this index of its list.
            ///
            /// # Panics
            /// When a list is longer than 65,535, which the loader refuses.
            #[must_use]
            pub fn of(index: usize) -> Self {
                Self(u16::try_from(index).expect("the loader keeps lists short"))
            }
            /// The ids of a list of so many, in order.
            ///
            /// # Panics
            /// Like [`Self::of`].
            #[inline]
            pub fn all(count: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
                (0..Self::of(count).0).map(Self)
            }
        }
    )*};
}

id! {
    /// A place of the atlas.
    PlaceId,
    /// A route of the atlas.
    RouteId,
    /// A person.
    PersonId,
    /// A court or band.
    CourtId,
    /// An army, fleet or levy.
    ArmyId,
    /// A post.
    PostId,
    /// A fact.
    FactId,
    /// A draft treaty.
    DraftId,
    /// A decision.
    DecisionId,
    /// An option, within its decision.
    OptionId,
    /// A source.
    SourceId,
    /// An incident.
    IncidentId,
    /// A checkpoint.
    CheckpointId,
    /// An ending.
    EndingId,
    /// A word of the time.
    TermId,
}
