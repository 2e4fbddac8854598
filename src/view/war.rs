//! What a court knows of ground, camps, powder and the heart of its besieged towns.

use super::View;
use crate::base::ids::{ArmyId, PlaceId};
use crate::events::Store;
use crate::rules::formulas::battle::{Factor, Footing, Ground};
use crate::rules::formulas::despair::{self, Part};
use crate::rules::systems::forecast::Forecast;
use crate::rules::systems::{battle, fleet, ground, surrender, waylay, workshop};

/// How near a crossing an enemy must be reported to be expected there, km: two marches.
const BANK_KM: u32 = 60;

/// A crossing in reach of an enemy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposed {
    /// The bank that is left.
    pub from: PlaceId,
    /// The other.
    pub to: PlaceId,
    /// Men in a hundred who would be caught there by an enemy as well led.
    pub share: i64,
}

impl View<'_> {
    /// The ground at a place: maps and travellers tell.
    #[must_use]
    pub fn ground(&self, place: PlaceId) -> Ground {
        ground::ground(self.game, place)
    }
    /// What the season does to horse there.
    #[must_use]
    pub fn footing(&self, place: PlaceId) -> Footing {
        ground::footing(self.game, place)
    }
    /// How many xun one of one's own armies has held its place, as far as that makes its camp stronger.
    #[must_use]
    pub fn dug_in(&self, army: ArmyId) -> u8 {
        self.army(army)
            .map_or(0, |own| ground::dug_in(self.game, own.id))
    }
    /// What the men of one of one's own armies are multiplied by where it stands, in a hundred each, and what it weighs with all that.
    #[must_use]
    pub fn factors(&self, army: ArmyId) -> Option<(Vec<(Factor, i64)>, i64)> {
        let own = self.army(army)?;
        Some(battle::army_factors(self.game, own.id))
    }
    /// Of a hundred men of an army that goes over the river from a place or to it, how many are together on one bank when it is struck by an enemy as well led:
    /// by each crossing on open water. Whoever knows rivers can say so.
    pub fn midstream(&self, place: PlaceId) -> impl Iterator<Item = (PlaceId, i64)> {
        let ways = &self.book().atlas.neighbours[place.index()];
        ways.iter()
            .filter_map(move |(_, to)| Some((*to, waylay::caught(self.game, (place, *to), 0, 0)?)))
    }
    /// Where a march of one's own goes over open water with an enemy reported near either bank.
    #[must_use]
    pub fn exposed(&self, march: &Forecast) -> Option<Exposed> {
        let (from, to) = march.river?;
        let km = |place, bank| self.book().atlas.km(place, bank);
        let watched = self.known().any(|army| {
            self.at_war(army.court) && km(army.place, from).min(km(army.place, to)) <= BANK_KM
        });
        let share = waylay::caught(self.game, (from, to), 0, 0).filter(|_| watched)?;
        Some(Exposed { from, to, share })
    }
    /// Whether boats keep the water of a besieged town open: seen by whoever holds it, and by whoever lies before it.
    #[must_use]
    pub fn kept_open(&self, place: PlaceId) -> bool {
        self.siege(place).is_some_and(|s| {
            (self.town(place).is_some() || self.allied(s.by))
                && fleet::keeps_open(self.game, place, s.by)
        })
    }
    /// The chance in a thousand, this xun, that a besieged town of one's own opens its gates or asks for terms, with its parts.
    #[must_use]
    pub fn despair(&self, place: PlaceId) -> Option<(u32, Vec<(Part, i32)>)> {
        self.town(place)?;
        let by = self.siege(place)?.by;
        let heart = surrender::heart(self.game, place, by)?;
        Some((despair::chance(heart), despair::parts(heart)))
    }
    /// The court's workshops where powder weapons are made now, with the loads of a month.
    #[must_use]
    pub fn workshops(&self) -> Vec<(PlaceId, u16)> {
        workshop::workshops(self.game, self.court)
    }
    /// From where powder weapons could be sent to a place.
    #[must_use]
    pub fn powder_from(&self, place: PlaceId) -> Option<PlaceId> {
        workshop::source(self.game, self.court, place)
    }
    /// Who at a place of one's own can use more powder weapons than he has.
    #[must_use]
    pub fn powder_wanted(&self, place: PlaceId) -> Vec<(Store, u16)> {
        workshop::wanted(self.game, self.court, place)
    }
}
