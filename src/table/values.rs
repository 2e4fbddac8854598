//! What can be set by hand, for both faces: one table of kinds, with what each names and takes in order.

use crate::base::date::Date;
use crate::base::ids::{
    ArmyId, CourtId, DecisionId, DraftId, FactId, OptionId, PersonId, PlaceId, PostId,
};
use crate::scenario::given::{Given, GivenNow};
use crate::scenario::language::Good;

/// What has to be named next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A court.
    Court,
    /// A court, or none.
    CourtOrNone,
    /// A place.
    Place,
    /// A place, or none.
    PlaceOrNone,
    /// A person.
    Person,
    /// A person, or nobody.
    PersonOrNone,
    /// An army.
    Army,
    /// A post.
    Post,
    /// A fact.
    Fact,
    /// A draft.
    Draft,
    /// A decision.
    Decision,
    /// An option of the decision named before.
    Choice,
    /// A good.
    Good,
    /// A number.
    Number,
    /// Yes or no.
    Yes,
    /// A day.
    Day,
}

impl Slot {
    /// Whether nothing may stand here.
    #[must_use]
    pub const fn may_be_none(self) -> bool {
        matches!(
            self,
            Self::CourtOrNone | Self::PlaceOrNone | Self::PersonOrNone
        )
    }
    /// The key of what it is called.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Court => "bench-slot-court",
            Self::CourtOrNone => "bench-slot-court-none",
            Self::Place => "bench-slot-place",
            Self::PlaceOrNone => "bench-slot-place-none",
            Self::Person => "bench-slot-person",
            Self::PersonOrNone => "bench-slot-person-none",
            Self::Army => "bench-slot-army",
            Self::Post => "bench-slot-post",
            Self::Fact => "bench-slot-fact",
            Self::Draft => "bench-slot-draft",
            Self::Decision => "bench-slot-decision",
            Self::Choice => "bench-slot-choice",
            Self::Good => "bench-slot-good",
            Self::Number => "bench-slot-number",
            Self::Yes => "bench-slot-yes",
            Self::Day => "bench-slot-day",
        }
    }
}

/// What was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A court.
    Court(CourtId),
    /// A place.
    Place(PlaceId),
    /// A person.
    Person(PersonId),
    /// An army.
    Army(ArmyId),
    /// A post.
    Post(PostId),
    /// A fact.
    Fact(FactId),
    /// A draft.
    Draft(DraftId),
    /// A decision.
    Decision(DecisionId),
    /// An option.
    Choice(OptionId),
    /// A good.
    Good(Good),
    /// A number.
    Number(i64),
    /// Yes or no.
    Yes(bool),
    /// A day.
    Day(Date),
    /// Nothing, or nobody.
    Nothing,
}

/// A kind of value that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The word for it on a line.
    pub word: &'static str,
    /// The message that says what it is.
    pub key: &'static str,
    /// What it names and takes, in order.
    pub slots: &'static [Slot],
}

/// Everything that can be set.
pub const KINDS: &[Kind] = &[
    kind(
        "treasury",
        "bench-kind-treasury",
        &[Slot::Court, Slot::Good, Slot::Number],
    ),
    kind(
        "legitimacy",
        "bench-kind-legitimacy",
        &[Slot::Court, Slot::Number],
    ),
    kind("lean", "bench-kind-lean", &[Slot::Court, Slot::Number]),
    kind("edicts", "bench-kind-edicts", &[Slot::Court, Slot::Number]),
    kind(
        "welcome",
        "bench-kind-welcome",
        &[Slot::Court, Slot::Number],
    ),
    kind("seat", "bench-kind-seat", &[Slot::Court, Slot::Place]),
    kind("stands", "bench-kind-stands", &[Slot::Court, Slot::Yes]),
    kind("deposed", "bench-kind-deposed", &[Slot::Court, Slot::Yes]),
    kind(
        "war",
        "bench-kind-war",
        &[Slot::Court, Slot::Court, Slot::Yes],
    ),
    kind("reigns", "bench-kind-reigns", &[Slot::Person, Slot::Court]),
    kind("alive", "bench-kind-alive", &[Slot::Person, Slot::Yes]),
    kind("serves", "bench-kind-serves", &[Slot::Person, Slot::Court]),
    kind(
        "loyalty",
        "bench-kind-loyalty",
        &[Slot::Person, Slot::Number],
    ),
    kind("favour", "bench-kind-favour", &[Slot::Person, Slot::Number]),
    kind(
        "captive",
        "bench-kind-captive",
        &[Slot::Person, Slot::CourtOrNone],
    ),
    kind(
        "person",
        "bench-kind-person",
        &[Slot::Person, Slot::PlaceOrNone],
    ),
    kind("post", "bench-kind-post", &[Slot::Post, Slot::PersonOrNone]),
    kind("holder", "bench-kind-holder", &[Slot::Place, Slot::Court]),
    kind(
        "garrison",
        "bench-kind-garrison",
        &[Slot::Place, Slot::Number],
    ),
    kind("morale", "bench-kind-morale", &[Slot::Place, Slot::Number]),
    kind("stores", "bench-kind-stores", &[Slot::Place, Slot::Number]),
    kind("walls", "bench-kind-walls", &[Slot::Place, Slot::Number]),
    kind("unrest", "bench-kind-unrest", &[Slot::Place, Slot::Number]),
    kind("depot", "bench-kind-depot", &[Slot::Place, Slot::Number]),
    kind(
        "siege",
        "bench-kind-siege",
        &[Slot::Place, Slot::CourtOrNone],
    ),
    kind("field", "bench-kind-field", &[Slot::Army, Slot::Yes]),
    kind("men", "bench-kind-men", &[Slot::Army, Slot::Number]),
    kind("army", "bench-kind-army", &[Slot::Army, Slot::Place]),
    kind(
        "commander",
        "bench-kind-commander",
        &[Slot::Army, Slot::PersonOrNone],
    ),
    kind("spirit", "bench-kind-spirit", &[Slot::Army, Slot::Number]),
    kind("food", "bench-kind-food", &[Slot::Army, Slot::Number]),
    kind("fact", "bench-kind-fact", &[Slot::Fact, Slot::Yes]),
    kind("lay", "bench-kind-lay", &[Slot::Decision]),
    kind("chose", "bench-kind-chose", &[Slot::Decision, Slot::Choice]),
    kind("proposed", "bench-kind-proposed", &[Slot::Draft]),
    kind("sworn", "bench-kind-sworn", &[Slot::Draft]),
    kind("day", "bench-kind-day", &[Slot::Day]),
];

const fn kind(word: &'static str, key: &'static str, slots: &'static [Slot]) -> Kind {
    Kind { word, key, slots }
}

impl Kind {
    /// The kind with this word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        KINDS.iter().find(|kind| kind.word == word).copied()
    }

    /// Of how many of its slots the value is, before the one that says what it is to be; none for what happens once and is no value.
    #[must_use]
    pub fn subject(self) -> Option<usize> {
        match self.word {
            // The ruler is named before his court: it is the court's.
            "reigns" => Some(self.slots.len()),
            "lay" | "proposed" | "sworn" => None,
            _ => Some(self.slots.len() - 1),
        }
    }

    /// A value of this subject, whatever it says: to be asked what it is now. None while more of the subject must be named.
    #[must_use]
    pub fn of_subject(self, named: &[Value]) -> Option<GivenNow> {
        if self.subject()? != named.len() {
            return None;
        }
        let mut values = named.to_vec();
        values.extend(self.slots[named.len()..].iter().map(|slot| match slot {
            Slot::Court | Slot::CourtOrNone => Value::Court(CourtId(0)),
            Slot::Place | Slot::PlaceOrNone => Value::Place(PlaceId(0)),
            Slot::Person | Slot::PersonOrNone => Value::Person(PersonId(0)),
            Slot::Army => Value::Army(ArmyId(0)),
            Slot::Post => Value::Post(PostId(0)),
            Slot::Fact => Value::Fact(FactId(0)),
            Slot::Draft => Value::Draft(DraftId(0)),
            Slot::Decision => Value::Decision(DecisionId(0)),
            Slot::Choice => Value::Choice(OptionId(0)),
            Slot::Good => Value::Good(Good::Silver),
            Slot::Number => Value::Number(1),
            Slot::Yes => Value::Yes(true),
            Slot::Day => Value::Day(Date(0)),
        }));
        self.given(&values)
    }

    /// The value, once everything it names is there; none where a number is far too large for it.
    #[must_use]
    pub fn given(self, values: &[Value]) -> Option<GivenNow> {
        use Value as V;
        let small = |n: i64| i32::try_from(n).ok();
        let count = |n: i64| u32::try_from(n).ok();
        let court = |v: Value| match v {
            V::Court(court) => Some(court),
            _ => None,
        };
        let who = |v: Value| match v {
            V::Person(person) => Some(person),
            _ => None,
        };
        let at = |v: Value| match v {
            V::Place(place) => Some(place),
            _ => None,
        };
        Some(
            match (self.word, *values.first()?, values.get(1).copied()) {
                ("treasury", V::Court(court), Some(V::Good(good))) => match values.get(2) {
                    Some(V::Number(n)) => Given::Treasury(court, good, *n),
                    _ => return None,
                },
                ("war", V::Court(a), Some(V::Court(b))) => match values.get(2) {
                    Some(V::Yes(so)) => Given::AtWar(a, b, *so),
                    _ => return None,
                },
                ("legitimacy", V::Court(c), Some(V::Number(n))) => Given::Legitimacy(c, small(n)?),
                ("lean", V::Court(c), Some(V::Number(n))) => Given::Lean(c, small(n)?),
                ("edicts", V::Court(c), Some(V::Number(n))) => Given::Edicts(c, small(n)?),
                ("welcome", V::Court(c), Some(V::Number(n))) => Given::Welcome(c, small(n)?),
                ("seat", V::Court(c), Some(V::Place(p))) => Given::Seat(c, p),
                ("stands", V::Court(c), Some(V::Yes(so))) => Given::CourtStands(c, so),
                ("deposed", V::Court(c), Some(V::Yes(so))) => Given::Deposed(c, so),
                ("reigns", V::Person(p), Some(V::Court(c))) => Given::Reigns(p, c),
                ("alive", V::Person(p), Some(V::Yes(so))) => Given::Alive(p, so),
                ("serves", V::Person(p), Some(V::Court(c))) => Given::Serves(p, c),
                ("loyalty", V::Person(p), Some(V::Number(n))) => Given::Loyalty(p, small(n)?),
                ("favour", V::Person(p), Some(V::Number(n))) => Given::Favour(p, small(n)?),
                ("captive", V::Person(p), Some(by)) => Given::HeldBy(p, court(by)),
                ("person", V::Person(p), Some(place)) => Given::PersonAt(p, at(place)),
                ("post", V::Post(p), Some(holder)) => Given::Post(p, who(holder)),
                ("holder", V::Place(p), Some(V::Court(c))) => Given::Holds(c, p),
                ("garrison", V::Place(p), Some(V::Number(n))) => Given::Garrison(p, count(n)?),
                ("morale", V::Place(p), Some(V::Number(n))) => Given::Morale(p, small(n)?),
                ("stores", V::Place(p), Some(V::Number(n))) => Given::Stores(p, small(n)?),
                ("walls", V::Place(p), Some(V::Number(n))) => Given::Walls(p, small(n)?),
                ("unrest", V::Place(p), Some(V::Number(n))) => Given::Unrest(p, small(n)?),
                ("depot", V::Place(p), Some(V::Number(n))) => Given::Depot(p, n),
                ("siege", V::Place(p), Some(by)) => Given::Besieged(p, court(by)),
                ("field", V::Army(a), Some(V::Yes(so))) => Given::Stands(a, so),
                ("men", V::Army(a), Some(V::Number(n))) => Given::Men(a, count(n)?),
                ("army", V::Army(a), Some(V::Place(p))) => Given::ArmyAt(a, p),
                ("commander", V::Army(a), Some(person)) => Given::Commands(a, who(person)),
                ("spirit", V::Army(a), Some(V::Number(n))) => Given::Spirit(a, small(n)?),
                ("food", V::Army(a), Some(V::Number(n))) => Given::Food(a, small(n)?),
                ("fact", V::Fact(f), Some(V::Yes(so))) => Given::Fact(f, so),
                ("lay", V::Decision(d), None) => Given::Laid(d),
                ("chose", V::Decision(d), Some(V::Choice(o))) => Given::Chose(d, o),
                ("proposed", V::Draft(d), None) => Given::Proposed(d),
                ("sworn", V::Draft(d), None) => Given::Sworn(d),
                ("day", V::Day(day), None) => Given::Day(day),
                _ => return None,
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value of the kind that a slot takes.
    fn some(slot: Slot) -> Value {
        match slot {
            Slot::Court | Slot::CourtOrNone => Value::Court(CourtId(0)),
            Slot::Place | Slot::PlaceOrNone => Value::Place(PlaceId(0)),
            Slot::Person | Slot::PersonOrNone => Value::Person(PersonId(0)),
            Slot::Army => Value::Army(ArmyId(0)),
            Slot::Post => Value::Post(PostId(0)),
            Slot::Fact => Value::Fact(FactId(0)),
            Slot::Draft => Value::Draft(DraftId(0)),
            Slot::Decision => Value::Decision(DecisionId(0)),
            Slot::Choice => Value::Choice(OptionId(0)),
            Slot::Good => Value::Good(Good::Silver),
            Slot::Number => Value::Number(5),
            Slot::Yes => Value::Yes(true),
            Slot::Day => Value::Day(Date(2_132_703)),
        }
    }

    /// What can be asked for its present value says so once its subject is named, and not before.
    #[test]
    fn a_subject_is_enough_to_ask_what_a_value_is_now() {
        for kind in KINDS {
            let all: Vec<Value> = kind.slots.iter().map(|slot| some(*slot)).collect();
            let asked = (0..=all.len()).filter(|n| kind.of_subject(&all[..*n]).is_some());
            let asked: Vec<usize> = asked.collect();
            assert_eq!(
                asked,
                kind.subject().into_iter().collect::<Vec<_>>(),
                "{}",
                kind.word
            );
        }
    }

    #[test]
    fn every_kind_is_a_value_once_it_names_all_it_must_and_none_before() {
        for kind in KINDS {
            let all: Vec<Value> = kind.slots.iter().map(|slot| some(*slot)).collect();
            let whole = kind.given(&all);
            assert!(whole.is_some(), "{}", kind.word);
            assert_eq!(kind.given(&all[..all.len() - 1]), None, "{}", kind.word);
            for (i, slot) in kind.slots.iter().enumerate() {
                if slot.may_be_none() {
                    let mut none = all.clone();
                    none[i] = Value::Nothing;
                    assert!(kind.given(&none).is_some(), "{}", kind.word);
                    assert_ne!(kind.given(&none), whole, "{}", kind.word);
                }
            }
        }
        let men = Kind::of("men").expect("it is a kind");
        assert_eq!(men.given(&[some(Slot::Army), Value::Number(-1)]), None);
    }
}
