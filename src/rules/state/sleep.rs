//! Conditions that sleep. One that was asked and did not hold is not asked again before something is touched on which that rests: a town that
//! another holds, a man in his post, a paper that was not sworn. `apply` touches what it changes.
//!
//! Each thing has a bit of a word, and some share one: then they wake each other in vain, which costs a question and changes nothing. What moves
//! all the time (men near a town, silver in a chest, the day) has no bit, and a condition that rests on nothing else stays awake.

use super::{Game, impl_clone_in_place};
use crate::base::ids::{ArmyId, CourtId, DecisionId, FactId, PersonId, PlaceId, PostId};
use crate::rules::condition::holds;
use crate::scenario::model::Cond;

/// Lists of conditions that are asked every xun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// When a matter comes up.
    Matters,
    /// When an incident can befall.
    Incidents,
    /// What a checkpoint watches for.
    Checkpoints,
    /// When the game ends.
    Endings,
}

/// Things on which conditions can rest, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Things(u128);

impl Things {
    const NONE: Self = Self(0);
    /// Every thing there is.
    pub(super) const ALL: Self = Self(u128::MAX);
    /// Who is at war, which papers stand how, battles and falls of towns, and who stands before a palace.
    pub(super) const WARS: Self = Self(1 << 120);
    pub(super) const PAPERS: Self = Self(1 << 121);
    pub(super) const BATTLES: Self = Self(1 << 122);
    pub(super) const FALLS: Self = Self(1 << 123);
    pub(super) const CROWDS: Self = Self(1 << 124);
    /// Every post.
    pub(super) const POSTS: Self = Self(0xFF << 80);

    /// What moves the mean of a council: who is where in which post, the courts themselves, and whether there is war before their gates.
    pub(super) const COUNCILS: Self =
        Self(0xFFFF << 32 | 0xFFFF_FFFF << 48 | 0xFF << 80 | 0xFF << 96 | Self::WARS.0);

    /// The bit of the `n`th of a kind whose bits begin at `from`; there is a power of two of them.
    const fn of(from: u16, bits: u16, n: u16) -> Self {
        Self(1 << (from + n % bits))
    }
    /// Who holds a place.
    pub(super) const fn holder(place: PlaceId) -> Self {
        Self::of(0, 32, place.0)
    }
    /// Who besieges it.
    pub(super) const fn ring(place: PlaceId) -> Self {
        Self::of(32, 16, place.0)
    }
    /// Whether a person lives, whom he serves and who holds him.
    pub(super) const fn person(person: PersonId) -> Self {
        Self::of(48, 32, person.0)
    }
    const fn post(post: PostId) -> Self {
        Self::of(80, 8, post.0)
    }
    /// Whether an army stands, and who commands it.
    pub(super) const fn army(army: ArmyId) -> Self {
        Self::of(88, 8, army.0)
    }
    /// Whether a court stands, where it sits and who reigns there.
    pub(super) const fn court(court: CourtId) -> Self {
        Self::of(96, 8, court.0)
    }
    /// Whether a fact holds.
    pub(super) const fn fact(fact: FactId) -> Self {
        Self::of(104, 8, fact.0)
    }
    /// Whether a matter was laid, and what was chosen in it.
    pub(super) const fn matter(matter: DecisionId) -> Self {
        Self::of(112, 8, matter.0)
    }
    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The conditions of one list.
#[derive(Debug)]
struct Beds {
    /// How many there are.
    count: usize,
    /// Those that are awake, a bit each.
    awake: Vec<u64>,
    /// Those that sleep, each with what wakes it.
    asleep: Vec<(usize, Things)>,
    /// What was touched since somebody was woken last.
    touched: Things,
}

impl_clone_in_place!(Beds {
    count,
    awake,
    asleep,
    touched
});

/// The lists of conditions, asleep and awake.
#[derive(Debug, Default)]
pub(super) struct Sleepers([Beds; 4]);

impl Clone for Sleepers {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
    fn clone_from(&mut self, from: &Self) {
        self.0.clone_from(&from.0);
    }
}

impl Default for Beds {
    fn default() -> Self {
        Self::awake(0)
    }
}

impl Beds {
    /// So many, all awake.
    fn awake(count: usize) -> Self {
        let mut awake = vec![u64::MAX; count.div_ceil(64)];
        if let Some(last) = awake.last_mut().filter(|_| !count.is_multiple_of(64)) {
            *last = (1 << (count % 64)) - 1;
        }
        Self {
            count,
            awake,
            asleep: Vec::new(),
            touched: Things::NONE,
        }
    }
    /// Wakes those on whose rest something touched.
    #[inline(never)]
    fn wake(&mut self) {
        let touched = std::mem::replace(&mut self.touched, Things::NONE);
        if touched == Things::ALL {
            *self = Self::awake(self.count);
            return;
        }
        let awake = &mut self.awake;
        self.asleep.retain(|(n, wakes)| {
            let wakes = wakes.meets(touched);
            if wakes {
                awake[n / 64] |= 1 << (n % 64);
            }
            !wakes
        });
    }
    /// One is not among those that are awake.
    fn shut(&mut self, n: usize) {
        self.awake[n / 64] &= !(1 << (n % 64));
    }
}

impl Sleepers {
    /// So many of each list, all awake.
    pub(super) fn awake(counts: [usize; 4]) -> Self {
        Self(counts.map(Beds::awake))
    }
    /// Something is not as it was.
    #[inline]
    pub(super) fn touch(&mut self, things: Things) {
        for beds in &mut self.0 {
            beds.touched = beds.touched.with(things);
        }
    }
}

impl Game<'_> {
    /// The first condition of a list, from this one on, that does not sleep: one that sleeps does not hold. What was touched before wakes whom it wakes,
    /// so that the game may change while the list is gone through.
    #[must_use]
    #[inline]
    pub fn next_awake(&mut self, list: Asked, from: usize) -> Option<usize> {
        let beds = &mut self.index.sleepers.0[list as usize];
        if beds.touched != Things::NONE {
            beds.wake();
        }
        let mut word = from / 64;
        let mut bits = beds.awake.get(word)? & (u64::MAX << (from % 64));
        while bits == 0 {
            word += 1;
            bits = *beds.awake.get(word)?;
        }
        Some(word * 64 + bits.trailing_zeros() as usize)
    }
    /// Whether a condition of a list that is awake holds; if not, it sleeps as long as it can.
    #[inline]
    pub fn holds_awake(&mut self, list: Asked, n: usize, condition: &Cond) -> bool {
        let so = holds(self, condition);
        if !so {
            self.lay(list, n, condition);
        }
        so
    }
    /// A condition that does not hold sleeps as long as it can.
    fn lay(&mut self, list: Asked, n: usize, condition: &Cond) {
        if let Some(rests) = rests_on(self, condition, true) {
            let beds = &mut self.index.sleepers.0[list as usize];
            beds.shut(n);
            beds.asleep.push((n, rests));
        }
    }
    /// Whether a condition of a list sleeps: then it does not hold.
    #[must_use]
    pub fn sleeps(&self, list: Asked, n: usize) -> bool {
        let beds = &self.index.sleepers.0[list as usize];
        let sound = |(lies, wakes): &(usize, Things)| *lies == n && !wakes.meets(beds.touched);
        beds.asleep.iter().any(sound)
    }
    /// Nobody has to ask for a condition of a list any more, or not before it is called: it is passed over until then, or until a value is set by hand.
    pub fn pass_over(&mut self, list: Asked, n: usize) {
        self.index.sleepers.0[list as usize].shut(n);
    }
    /// Every condition of a list is asked for again.
    pub fn call_all(&mut self, list: Asked) {
        let beds = &mut self.index.sleepers.0[list as usize];
        *beds = Beds::awake(beds.count);
    }
    /// Conditions whose day comes in this turn are asked for, if they were passed over before.
    pub(super) fn call_for_the_day(&mut self) {
        let (turn, fixed) = (usize::from(self.tables.turn.0), &self.index.fixed);
        for (list, days) in [
            (Asked::Matters, &fixed.matters_by_day),
            (Asked::Checkpoints, &fixed.checkpoints_by_day),
        ] {
            let beds = &mut self.index.sleepers.0[list as usize];
            for &n in days.get(turn).into_iter().flatten() {
                beds.awake[n / 64] |= 1 << (n % 64);
            }
        }
    }
}

/// What must be touched before a condition that is not `so` can become so; none if it may by itself.
fn rests_on(game: &Game, condition: &Cond, so: bool) -> Option<Things> {
    match (condition, so) {
        (Cond::Not(inner), _) => rests_on(game, inner, !so),
        // One part that fails keeps all of them.
        (Cond::All(list), true) | (Cond::Any(list), false) => list
            .iter()
            .filter(|part| holds(game, part) != so)
            .find_map(|part| rests_on(game, part, so)),
        // Every part has to fail.
        (Cond::Any(list), true) | (Cond::All(list), false) => {
            let mut parts = list.iter().map(|part| rests_on(game, part, so));
            parts.try_fold(Things::NONE, |all, part| Some(all.with(part?)))
        }
        // What is past does not come again, and what has begun does not end.
        (Cond::Always | Cond::From(_), false) | (Cond::Until(_), true) => Some(Things::NONE),
        (leaf, _) => thing(leaf),
    }
}

/// The thing that a single condition asks about; none if it asks for what moves all the time.
const fn thing(leaf: &Cond) -> Option<Things> {
    Some(match leaf {
        Cond::Holds(_, place) => Things::holder(*place),
        Cond::Besieged(place, _) => Things::ring(*place),
        Cond::Stands(army) | Cond::Commands(_, army) => Things::army(*army),
        Cond::Alive(person)
        | Cond::Free(person)
        | Cond::HeldBy(person, _)
        | Cond::Serves(person, _) => Things::person(*person),
        Cond::InPost(_, post) | Cond::Vacant(post) => Things::post(*post),
        Cond::Reigns(_, court)
        | Cond::Seat(court, _)
        | Cond::CourtStands(court)
        | Cond::Deposed(court) => Things::court(*court),
        Cond::Fact(fact) => Things::fact(*fact),
        Cond::Laid(matter) | Cond::Chose(matter, _) => Things::matter(*matter),
        Cond::Crowd(_) => Things::CROWDS,
        Cond::Offered(_)
        | Cond::Proposed(_)
        | Cond::InForce(_)
        | Cond::Sworn(_)
        | Cond::Intercepted(_)
        | Cond::Breached(..)
        | Cond::Bound(..)
        | Cond::Forsworn(..) => Things::PAPERS,
        Cond::AtWar(..) => Things::WARS,
        Cond::Lost(..) => Things::BATTLES,
        Cond::FellTo(..) => Things::FALLS,
        _ => return None,
    })
}
