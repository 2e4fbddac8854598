//! A paper under the brush: what it says so far, and a clause in the making. Both faces write with it.

use crate::base::ids::{CourtId, DraftId, PersonId, PlaceId};
pub use crate::scenario::language::ClauseKind;
use crate::scenario::language::{Clause, Every, Good, Rank};
use crate::scenario::model::{ClauseNow, River, Terms};
use crate::view::View;

/// Xun within which a thing is to be done, where none are named.
pub const WITHIN_XUN: u8 = 6;
/// A year and a half of truce, where none is named.
pub const TRUCE_XUN: u8 = 54;
/// A payment once may be a tenth short and two xun late, one by the year three xun late, and is still kept, where nothing else is written.
const SHORT_PERCENT: u8 = 10;
const GRACE_XUN: u8 = 2;
const YEARLY_GRACE_XUN: u8 = 3;
/// What a new clause about goods names, until it is told otherwise.
const FIRST_AMOUNT: i64 = 200_000;
/// Men beside a throne, where nobody says how many.
const GUARD_MEN: i64 = 10_000;

/// A paper under the brush.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// To whom.
    pub to: CourtId,
    /// What it says so far.
    pub clauses: Vec<ClauseNow>,
    /// The paper it answers.
    pub answers: Option<DraftId>,
    /// The paper whose unclear words it uses besides.
    pub worded: Option<DraftId>,
}

impl Writing {
    /// An empty paper.
    #[must_use]
    pub const fn to(court: CourtId) -> Self {
        Self {
            to: court,
            clauses: Vec::new(),
            answers: None,
            worded: None,
        }
    }
    /// Whether it says nothing yet.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.clauses.is_empty() && self.worded.is_none()
    }
    /// Its terms.
    #[must_use]
    pub fn terms(&self, view: &View<'_>) -> Terms {
        let plain = Terms::plain(view.court(), self.to, self.clauses.clone());
        match self.worded {
            Some(words) => plain.worded(view.terms(words)),
            None => plain,
        }
    }
}

/// A payment once, as it is written where nothing else is said.
#[must_use]
pub const fn payment(
    by: CourtId,
    good: Good,
    amount: i64,
    due_xun: u8,
    at: Option<PlaceId>,
) -> ClauseNow {
    Clause::Pay {
        by,
        good,
        amount,
        due_xun,
        tolerance: SHORT_PERCENT,
        grace: GRACE_XUN,
        at,
    }
}

/// A payment that comes back, as it is written where nothing else is said: what comes every month may be late by one xun, what comes every year by three.
#[must_use]
pub const fn tribute(
    by: CourtId,
    good: Good,
    amount: i64,
    every: Every,
    at: Option<PlaceId>,
) -> ClauseNow {
    Clause::Yearly {
        by,
        good,
        amount,
        every,
        tolerance: 0,
        grace: match every {
            Every::Year | Every::HalfYear => YEARLY_GRACE_XUN,
            Every::Season | Every::Month => 1,
        },
        at,
    }
}

/// What a clause may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Which side is bound; for a border, which side has the north.
    By,
    /// A good.
    Good,
    /// How much of it.
    Amount,
    /// How often it is paid.
    Every,
    /// Where: must be named.
    Place,
    /// Where it is handed over: may be named.
    At,
    /// Several places.
    Places,
    /// A person.
    Person,
    /// A third court.
    Third,
    /// A river.
    River,
    /// How high the other is placed.
    Rank,
    /// Within how many xun, or for how many.
    Xun,
    /// The words of an oath.
    Words,
}

impl ClauseKind {
    /// What a clause of this kind names, in the order in which a form asks.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Peace => &[],
            Self::Truce => &[Field::Xun],
            Self::Pay => &[Field::By, Field::Good, Field::Amount, Field::Xun, Field::At],
            Self::Yearly => &[
                Field::By,
                Field::Good,
                Field::Amount,
                Field::Every,
                Field::At,
            ],
            Self::Cede | Self::Share => &[Field::By, Field::Place, Field::Xun],
            Self::Border => &[Field::River, Field::By, Field::Xun],
            Self::Withdraw => &[Field::By, Field::Xun],
            Self::KeepOut | Self::LeavePeople => &[Field::By, Field::Places],
            Self::Guard => &[Field::By, Field::Amount],
            Self::NoWorks
            | Self::ReturnFugitives
            | Self::NoShelter
            | Self::NoLure
            | Self::Submit => &[Field::By],
            Self::Hostage => &[Field::By, Field::Person],
            Self::Return => &[Field::By, Field::Person, Field::Xun],
            Self::Address => &[Field::By, Field::Rank],
            Self::Market => &[Field::Place],
            Self::Campaign => &[Field::By, Field::Third, Field::Place, Field::Xun],
            Self::NoSeparatePeace => &[Field::By, Field::Third],
            Self::Oath => &[Field::Words],
        }
    }
}

/// A clause in the making: what is known of it so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// Of which kind.
    pub kind: ClauseKind,
    /// Who is bound; for a border, who has the north.
    pub by: CourtId,
    /// A good.
    pub good: Good,
    /// How much of it.
    pub amount: i64,
    /// How often it is paid.
    pub every: Every,
    /// Where.
    pub place: Option<PlaceId>,
    /// Several places.
    pub places: Vec<PlaceId>,
    /// Whom.
    pub person: Option<PersonId>,
    /// A third court.
    pub third: Option<CourtId>,
    /// A river.
    pub river: River,
    /// How high the other is placed.
    pub rank: Rank,
    /// What a form of address is called in the paper; none takes the plain words for the rank.
    pub form: Option<String>,
    /// Within how many xun, or for how many.
    pub xun: u8,
    /// How far short a payment may fall, percent, and how late it may be, xun; none takes what is usual.
    pub slack: Option<(u8, u8)>,
    /// The words of an oath.
    pub words: String,
}

impl Sketch {
    /// A clause of this kind of which only one is known whom it binds.
    #[must_use]
    pub const fn new(kind: ClauseKind, by: CourtId) -> Self {
        Self {
            kind,
            by,
            good: Good::Silver,
            amount: match kind {
                ClauseKind::Guard => GUARD_MEN,
                _ => FIRST_AMOUNT,
            },
            every: Every::Year,
            place: None,
            places: Vec::new(),
            person: None,
            third: None,
            river: River::Yellow,
            rank: Rank::Younger,
            form: None,
            xun: match kind {
                ClauseKind::Truce => TRUCE_XUN,
                _ => WITHIN_XUN,
            },
            slack: None,
            words: String::new(),
        }
    }

    /// A clause of this kind as a form begins it: whoever it binds as a rule, and a sum that he may have.
    #[must_use]
    pub fn begun(view: &View<'_>, kind: ClauseKind, to: CourtId) -> Self {
        // Nobody who writes a paper asks to be taken in himself.
        let by = if kind == ClauseKind::Submit {
            to
        } else {
            view.court()
        };
        let sketch = Self::new(kind, by);
        let amount = match kind {
            ClauseKind::Pay | ClauseKind::Yearly => {
                sketch.amount.min(most(view, by, sketch.good)).max(1)
            }
            _ => sketch.amount,
        };
        Self { amount, ..sketch }
    }

    /// The sketch that would make this clause: to change one that was written. `own` stands for who is bound where nobody is.
    #[must_use]
    pub fn of(clause: &ClauseNow, own: CourtId) -> Self {
        let mut sketch = Self::new(
            ClauseKind::of(clause),
            clause.binds().copied().unwrap_or(own),
        );
        match clause {
            Clause::Pay {
                good,
                amount,
                due_xun,
                tolerance,
                grace,
                at,
                ..
            } => {
                (sketch.good, sketch.amount, sketch.xun) = (*good, *amount, *due_xun);
                (sketch.slack, sketch.place) = (Some((*tolerance, *grace)), *at);
            }
            Clause::Yearly {
                good,
                amount,
                every,
                tolerance,
                grace,
                at,
                ..
            } => {
                (sketch.good, sketch.amount, sketch.every) = (*good, *amount, *every);
                (sketch.slack, sketch.place) = (Some((*tolerance, *grace)), *at);
            }
            Clause::Cede { place, due_xun, .. } | Clause::Share { place, due_xun, .. } => {
                (sketch.place, sketch.xun) = (Some(*place), *due_xun);
            }
            Clause::Hostage { person, .. } => sketch.person = Some(*person),
            Clause::Return {
                person, due_xun, ..
            } => (sketch.person, sketch.xun) = (Some(*person), *due_xun),
            Clause::Withdraw { due_xun, .. } => sketch.xun = *due_xun,
            Clause::KeepOut { places, .. } | Clause::LeavePeople { places, .. } => {
                sketch.places.clone_from(places);
            }
            Clause::Guard { men, .. } => sketch.amount = i64::from(*men),
            Clause::Border {
                river,
                north,
                due_xun,
            } => (sketch.river, sketch.by, sketch.xun) = (*river, *north, *due_xun),
            Clause::Address { form, rank, .. } => {
                (sketch.rank, sketch.form) = (*rank, Some(form.clone()));
            }
            Clause::Campaign {
                against,
                place,
                due_xun,
                ..
            } => {
                (sketch.third, sketch.place, sketch.xun) = (Some(*against), Some(*place), *due_xun);
            }
            Clause::NoSeparatePeace { with, .. } => sketch.third = Some(*with),
            Clause::Market { place } => sketch.place = Some(*place),
            Clause::Truce { xun } => sketch.xun = *xun,
            Clause::Oath { words } => sketch.words.clone_from(words),
            Clause::NoWorks { .. }
            | Clause::ReturnFugitives { .. }
            | Clause::NoShelter { .. }
            | Clause::NoLure { .. }
            | Clause::Submit { .. }
            | Clause::Peace => {}
        }
        sketch
    }

    /// The field that must still be named before it is a clause.
    #[must_use]
    pub fn missing(&self) -> Option<Field> {
        self.kind
            .fields()
            .iter()
            .copied()
            .find(|field| match field {
                Field::Place => self.place.is_none(),
                Field::Places => self.places.is_empty(),
                Field::Person => self.person.is_none(),
                Field::Third => self.third.is_none(),
                Field::Amount => self.amount <= 0,
                Field::Words => self.words.trim().is_empty(),
                Field::By
                | Field::Good
                | Field::Every
                | Field::At
                | Field::River
                | Field::Rank
                | Field::Xun => false,
            })
    }

    /// The clause it has become, once it names all it must. `form` is what the plain form of address for its rank is called.
    #[must_use]
    pub fn clause(&self, form: &str) -> Option<ClauseNow> {
        let (by, due_xun) = (self.by, self.xun);
        if self.missing().is_some() {
            return None;
        }
        Some(match self.kind {
            ClauseKind::Peace => Clause::Peace,
            ClauseKind::Truce => Clause::Truce { xun: self.xun },
            ClauseKind::Pay => {
                let usual = payment(by, self.good, self.amount, due_xun, self.place);
                with_slack(usual, self.slack)
            }
            ClauseKind::Yearly => {
                let usual = tribute(by, self.good, self.amount, self.every, self.place);
                with_slack(usual, self.slack)
            }
            ClauseKind::Cede => Clause::Cede {
                by,
                place: self.place?,
                due_xun,
            },
            ClauseKind::Share => Clause::Share {
                by,
                place: self.place?,
                due_xun,
            },
            ClauseKind::Border => Clause::Border {
                river: self.river,
                north: by,
                due_xun,
            },
            ClauseKind::Withdraw => Clause::Withdraw { by, due_xun },
            ClauseKind::KeepOut => Clause::KeepOut {
                by,
                places: self.places.clone(),
            },
            ClauseKind::NoWorks => Clause::NoWorks { by },
            ClauseKind::Hostage => Clause::Hostage {
                by,
                person: self.person?,
            },
            ClauseKind::Return => Clause::Return {
                by,
                person: self.person?,
                due_xun,
            },
            ClauseKind::ReturnFugitives => Clause::ReturnFugitives { by },
            ClauseKind::NoShelter => Clause::NoShelter { by },
            ClauseKind::NoLure => Clause::NoLure { by },
            ClauseKind::Address => Clause::Address {
                by,
                form: self.form.clone().unwrap_or_else(|| form.to_owned()),
                rank: self.rank,
            },
            ClauseKind::Market => Clause::Market { place: self.place? },
            ClauseKind::Campaign => Clause::Campaign {
                by,
                against: self.third?,
                place: self.place?,
                due_xun,
            },
            ClauseKind::NoSeparatePeace => Clause::NoSeparatePeace {
                by,
                with: self.third?,
            },
            ClauseKind::Oath => Clause::Oath {
                words: self.words.trim().to_owned(),
            },
            ClauseKind::Submit => Clause::Submit { by },
            ClauseKind::Guard => Clause::Guard {
                by,
                men: u32::try_from(self.amount).ok()?,
            },
            ClauseKind::LeavePeople => Clause::LeavePeople {
                by,
                places: self.places.clone(),
            },
        })
    }
}

/// The most that a form offers to write of a good as one court's payment: what it has, or may scrape together as far as one can tell.
#[must_use]
pub fn most(view: &View<'_>, by: CourtId, good: Good) -> i64 {
    let own = if by == view.court() {
        view.realm().treasury[good as usize]
    } else {
        0
    };
    view.most_asked(by, good).max(own)
}

/// The same payment with another tolerance and grace, where they are named.
fn with_slack(mut clause: ClauseNow, slack: Option<(u8, u8)>) -> ClauseNow {
    if let (
        Clause::Pay {
            tolerance, grace, ..
        }
        | Clause::Yearly {
            tolerance, grace, ..
        },
        Some((short, late)),
    ) = (&mut clause, slack)
    {
        (*tolerance, *grace) = (short, late);
    }
    clause
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sketch_is_a_clause_only_once_it_names_all_it_must_and_back() {
        for kind in ClauseKind::ALL {
            let mut sketch = Sketch::new(kind, CourtId(1));
            sketch.amount = 0;
            let wants = kind.fields().iter().any(|field| {
                matches!(
                    field,
                    Field::Amount
                        | Field::Place
                        | Field::Places
                        | Field::Person
                        | Field::Third
                        | Field::Words
                )
            });
            assert_eq!(sketch.clause("").is_none(), wants, "{kind:?}");
            sketch.amount = 70_000;
            sketch.every = Every::Season;
            sketch.place = Some(PlaceId(4));
            sketch.places = vec![PlaceId(2), PlaceId(3)];
            sketch.person = Some(PersonId(5));
            sketch.third = Some(CourtId(2));
            "So may it be.".clone_into(&mut sketch.words);
            let clause = sketch.clause("an elder").expect("all is named");
            assert_eq!(ClauseKind::of(&clause), kind);
            let again = Sketch::of(&clause, CourtId(1));
            assert_eq!(again.clause("another").as_ref(), Some(&clause), "{kind:?}");
        }
    }
}
