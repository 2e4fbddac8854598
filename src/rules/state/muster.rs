//! Armies of a kind of which few are, and for which many ask every xun: those afloat, those held up before a river. `apply` doubts what an army
//! is when it changes anything of it on which that hangs, and settles all doubts before anybody asks.

use super::components::{Field, Force};
use super::{Game, enlist, impl_clone_in_place, strike};
use crate::base::ids::ArmyId;
use crate::events::Task;

/// What an army in the field may be; none of it shuts out another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It has boats.
    Afloat,
    /// It has somewhere to go.
    Astir,
    /// It lies before the place that it was sent to take or to watch.
    Arrayed,
    /// The same, or it has come to the place that it was sent to relieve.
    Come,
    /// It was held up before a crossing or a pass.
    HeldUp,
    /// It is told to attack by night.
    Raiding,
    /// Nobody commands it.
    Headless,
    /// It was another man's.
    Bereft,
    /// It has little to eat ([`HUNGRY`]).
    Hungry,
}

/// The food, in tenths of a xun, with which an army is hungry.
pub const HUNGRY: i32 = 20;

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Afloat,
        Self::Astir,
        Self::Arrayed,
        Self::Come,
        Self::HeldUp,
        Self::Raiding,
        Self::Headless,
        Self::Bereft,
        Self::Hungry,
    ];
    /// Whether an army in the field is of this kind.
    #[must_use]
    pub fn is(self, force: &Force, field: &Field) -> bool {
        match self {
            Self::Afloat => force.afloat(),
            Self::Astir => {
                field.task != Task::Hold && (field.at != field.goal || field.next.is_some())
            }
            Self::Arrayed => {
                matches!(field.task, Task::Besiege | Task::Mask | Task::Assault)
                    && field.at == field.goal
            }
            Self::Come => {
                Self::Arrayed.is(force, field)
                    || field.task == Task::Relieve && field.at == field.goal
            }
            Self::HeldUp => field.held_up > 0,
            Self::Raiding => matches!(field.task, Task::Raid(_)),
            Self::Headless => force.commander.is_none(),
            Self::Bereft => force.bereft.is_some(),
            Self::Hungry => force.food <= HUNGRY,
        }
    }
}

/// Which armies are of which kind.
#[derive(Debug, Default)]
pub(super) struct Muster {
    /// Those of each kind, in order.
    lists: [Vec<ArmyId>; Kind::ALL.len()],
    /// Of each army, on which of the lists it is, a bit each.
    on: Vec<u16>,
    /// Those that may be on others than they should.
    doubtful: Vec<ArmyId>,
}

impl_clone_in_place!(Muster {
    lists,
    on,
    doubtful
});

impl Muster {
    /// Of so many armies nothing is known.
    pub(super) fn unknown(armies: usize) -> Self {
        Self {
            on: vec![0; armies],
            doubtful: ArmyId::all(armies).collect(),
            ..Self::default()
        }
    }
    /// An army may not be what it was.
    #[inline]
    pub(super) fn doubt(&mut self, army: ArmyId) {
        self.doubtful.push(army);
    }
    /// Whether any army is in doubt.
    #[inline]
    pub(super) const fn in_doubt(&self) -> bool {
        !self.doubtful.is_empty()
    }
    /// Looks at those in doubt; `what` has the force and the field of each that is in the field.
    pub(super) fn settle<'g>(&mut self, what: impl Fn(ArmyId) -> Option<(&'g Force, &'g Field)>) {
        while let Some(army) = self.doubtful.pop() {
            let now = what(army).map_or(0, |(force, field)| {
                let bits = Kind::ALL.iter().enumerate();
                bits.fold(0, |on, (n, kind)| {
                    on | u16::from(kind.is(force, field)) << n
                })
            });
            let before = std::mem::replace(&mut self.on[army.index()], now);
            // Mostly it is what it was.
            let mut changed = before ^ now;
            while changed != 0 {
                let n = changed.trailing_zeros();
                let list = &mut self.lists[n as usize];
                if now >> n & 1 == 1 {
                    enlist(list, army);
                } else {
                    strike(list, &army);
                }
                changed &= changed - 1;
            }
        }
    }
}

impl Game<'_> {
    /// Which armies in the field are of a kind, in order.
    #[must_use]
    pub fn all_of(&self, kind: Kind) -> &[ArmyId] {
        let list = &self.index.muster.lists[kind as usize];
        debug_assert!(
            self.standing()
                .filter(|(_, force, field)| kind.is(force, field))
                .map(|(army, ..)| army)
                .eq(list.iter().copied()),
            "an army became {kind:?}, or ceased to be, unseen"
        );
        list
    }
    /// The same with the force and the field of each.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (ArmyId, &Force, &Field)> {
        let (forces, fields) = (&*self.columns.forces, &*self.columns.fields);
        let list = self.all_of(kind).iter();
        list.map(move |&id| (id, &forces[id.index()], &fields[id.index()]))
    }
    /// The next army of a kind after this one, or the first, of which something more is so: each is looked at only when its turn has come, so that
    /// the game may change while they are gone through.
    #[must_use]
    pub fn next_of(
        &self,
        kind: Kind,
        after: Option<ArmyId>,
        is: impl Fn(&Force, &Field) -> bool,
    ) -> Option<ArmyId> {
        let list = self.all_of(kind);
        let from = after.map_or(0, |after| list.partition_point(|army| *army <= after));
        let fits = |army: &ArmyId| {
            is(
                &self.columns.forces[army.index()],
                &self.columns.fields[army.index()],
            )
        };
        list[from..].iter().copied().find(fits)
    }
}
