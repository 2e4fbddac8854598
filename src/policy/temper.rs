//! Whom a court listens to. The same council has cautious men in it and bold ones; a temper says which of them prevail.
//!
//! A temper names nobody: it looks at who leads the council and who commands, at their courage and at how they stand to the other
//! power, as the table of people gives them. In another scenario, or after a dismissal, the same temper is another policy. The middle
//! temper hears everybody for what he is and changes nothing.

use crate::base::ids::PersonId;
use crate::scenario::raw::Role;
use crate::view::View;

/// Which men prevail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Temper {
    /// Those who would rather lose a year than an army.
    Cautious,
    /// Everybody, by his weight.
    #[default]
    Middle,
    /// Those who would rather fight now.
    Bold,
}

/// Courage of a man of whom nothing is known, and of an army without a commander, 1 to 10.
const VALOUR: i32 = 5;
/// How far a temper moves the lean of a court at the least and at the most: so far even where nobody sits in council, and no further
/// where a firebrand does.
const LEAN: (i32, i32) = (12, 40);

/// How bold a man is, −100 to 100: half his courage, half his stance to the other power.
fn boldness(view: &View<'_>, who: PersonId) -> i32 {
    let person = &view.book().people[who.index()];
    ((person.valour - VALOUR) * 10 + person.stance / 2).clamp(-100, 100)
}

impl Temper {
    /// Every temper, the middle first.
    pub const ALL: [Self; 3] = [Self::Middle, Self::Cautious, Self::Bold];

    /// How far it moves the lean of its court: a third of the way from the mean of the council to its boldest or least bold member.
    #[must_use]
    pub fn lean(self, view: &View<'_>) -> i32 {
        if self == Self::Middle {
            return 0;
        }
        let book = view.book();
        let sitting = view
            .posts()
            .filter(|p| {
                matches!(
                    book.posts[p.index()].role,
                    Role::ChiefCouncil | Role::Council
                )
            })
            .filter_map(|p| view.holder_of(p))
            .chain([view.realm().ruler])
            .filter(|p| view.is_free(*p));
        let (mut sum, mut n, mut least, mut most) = (0, 0, i32::MAX, i32::MIN);
        for who in sitting {
            let bold = boldness(view, who);
            sum += bold;
            n += 1;
            least = least.min(bold);
            most = most.max(bold);
        }
        let gap = match (n, self) {
            (0, _) => 0,
            (_, Self::Bold) => (most - sum / n) / 3,
            (..) => (sum / n - least) / 3,
        };
        let by = gap.clamp(LEAN.0, LEAN.1);
        if self == Self::Bold { by } else { -by }
    }

    /// How much a voice weighs that weighs so much in itself.
    #[must_use]
    pub fn heeds(self, view: &View<'_>, who: PersonId, weight: i32) -> i32 {
        match self {
            Self::Middle => weight,
            Self::Bold => weight * (100 + boldness(view, who) / 2) / 100,
            Self::Cautious => weight * (100 - boldness(view, who) / 2) / 100,
        }
    }

    /// What is added to the odds (percent) at which an army under this man fights or storms.
    #[must_use]
    pub fn odds(self, view: &View<'_>, commander: Option<PersonId>) -> i64 {
        if self == Self::Middle {
            return 0;
        }
        let valour = commander.map_or(VALOUR, |who| view.book().people[who.index()].valour);
        i64::from(if self == Self::Bold {
            -4 - valour * 3
        } else {
            10 + (10 - valour) * 4
        })
    }
}
