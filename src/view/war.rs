//! What a court knows of ground, camps, powder and the heart of its besieged towns.

use super::{OwnArmy, View};
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::events::{Store, Task};
use crate::rules::formulas::battle::{DUG_MOST, Factor, Footing, Ground, Weight};
use crate::rules::formulas::clients;
use crate::rules::formulas::despair::{self, Part};
use crate::rules::formulas::{flood as flooding, season, siege as formulas};
use crate::rules::systems::forecast::Forecast;
use crate::rules::systems::{
    battle, fleet, flood, ground, puppets, siege, storm, surrender, waylay, workshop,
};
use crate::scenario::model::PlaceKind;

/// How near a crossing an enemy must be reported to be expected there, km: two marches.
const BANK_KM: u32 = 60;

/// What lies under water after a dike is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flood {
    /// The towns with their country.
    pub places: Vec<PlaceId>,
    /// Households that flee.
    pub homes: u32,
    /// Whether the river leaves its bed.
    pub moves_river: bool,
}

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

/// What a court can say of a storm before it orders one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Men who would go up: the army and those of one's own that lie before the place already.
    pub men: u32,
    /// Men within, as deserters tell or as such a town is known to be held, and hosts that were reported there.
    pub within: u32,
    /// Whether one's own men lie before the place and know what is within.
    pub scouted: bool,
    /// Men that a tight ring needs.
    pub ring: u32,
    /// The strength of the walls by the town's rank, 0 to 5.
    pub walls: i32,
    /// How far the works are, 0 to 100.
    pub works: i32,
    /// Engines and men who know their use, 0 to 100.
    pub engines: i32,
    /// Food of the army that is told to, tenths of a xun.
    pub food: i32,
    /// The storm beside the defence, in a hundred.
    pub percent: i64,
}

/// What a court can say of a fight in the open for a town of its side before it sends an army to relieve it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encounter {
    /// Men who would fight: the army, and those of one's own that were told to relieve the town too and are there as soon.
    pub men: u32,
    /// Men before the town as last reported.
    pub against: u32,
    /// How many xun they will have lain there, as far as that makes their camp stronger.
    pub dug_in: u8,
    /// What the garrison adds that falls on their backs, in men of middling skill.
    pub sally: i64,
    /// Men of one's own armies inside who stay there, because nobody told them to come out.
    pub stay: u32,
    /// One's own side beside the other, in a hundred; none where nobody was reported before the town.
    pub percent: Option<i64>,
}

/// The morale and the skill of a garrison of which nothing is known; the morale, the captain's skill and the food (tenths of a xun) of a host.
const GUESSED_MORALE: i32 = 60;
const GUESSED_SKILL: i32 = 5;
const GUESSED_FOOD: i32 = 10;

impl View<'_> {
    /// How a storm of another's place by this army looks from here; none for a place that is nobody's, or of one's own side.
    #[must_use]
    pub fn outlook(&self, army: ArmyId, place: PlaceId) -> Option<Outlook> {
        let own = self.army(army)?;
        let holder = self.holder(place).filter(|h| !self.allied(*h))?;
        let mut armies: Vec<ArmyId> = self
            .armies_at(place)
            .filter(|a| a.goal == place && a.next.is_none())
            .map(|a| a.id)
            .collect();
        if !armies.contains(&army) {
            armies.push(army);
        }
        // Whoever was told to come up against the town as well, and is there as soon, goes up with it.
        let by = self.xun_to(army, place).unwrap_or(0).max(1);
        let comes = |a: &OwnArmy| {
            a.goal == place
                && matches!(a.task, Task::Besiege | Task::Assault)
                && !armies.contains(&a.id)
                && self.xun_to(a.id, place).is_some_and(|xun| xun <= by)
        };
        let coming: Vec<ArmyId> = self.armies().filter(comes).map(|a| a.id).collect();
        armies.extend(coming);
        let game = self.game;
        let walls = siege::level(game, place);
        let capital = self.book().atlas.places[place.index()].kind == PlaceKind::Capital;
        let scouted = self.scouted_defence(place);
        let (within, defence) = match scouted {
            Some(defence) => (game.defenders(place), defence),
            None => {
                let hosts: u32 = self
                    .known()
                    .filter(|k| k.place == place && self.at_war(k.court))
                    .map(|k| k.men)
                    .sum();
                let within = self.guessed_garrison(place) + hosts;
                let (quality, _) = self.book().courts[holder.index()].hosts;
                let wall = formulas::Wall {
                    men: within,
                    need: formulas::walls_need(walls, capital),
                    quality: i32::try_from(quality).unwrap_or(GUESSED_MORALE),
                    morale: GUESSED_MORALE,
                    walls: walls * 100,
                    captain: Some(GUESSED_SKILL),
                    cold: season::cold(self.month_of_year()),
                    gate_open: false,
                    powder: 0,
                };
                (within, formulas::defence(wall))
            }
        };
        let storm = storm::attack_on(game, place, &armies, within);
        let siege = self.siege(place).filter(|s| self.allied(s.by));
        let force = |id: &ArmyId| self.army(*id);
        Some(Outlook {
            men: armies.iter().filter_map(force).map(|a| a.men).sum(),
            within,
            scouted: scouted.is_some(),
            ring: formulas::ring_need(walls, capital),
            walls,
            works: siege.map_or(0, |s| s.works),
            engines: armies
                .iter()
                .filter_map(force)
                .map(|a| a.engines)
                .max()
                .unwrap_or(0),
            food: own.food,
            percent: storm * 100 / defence.max(1),
        })
    }
    /// How a fight in the open with whoever lies before a town of one's own side looks from here; none for any other place.
    #[must_use]
    pub fn encounter(&self, army: ArmyId, place: PlaceId) -> Option<Encounter> {
        self.army(army)?;
        let town = self.town(place)?;
        let by = self.xun_to(army, place).unwrap_or(0).max(1);
        let told = |a: &OwnArmy| {
            a.task == Task::Relieve
                && a.goal == place
                && self.xun_to(a.id, place).is_some_and(|xun| xun <= by)
        };
        let (mut ours, mut stay) = (vec![army], 0);
        for own in self.armies().filter(|own| own.id != army) {
            let inside = self.game.is_inside_id(own.id);
            if told(&own) || own.at == place && own.next.is_none() && !inside {
                ours.push(own.id);
            } else if own.at == place && inside {
                stay += own.men;
            }
        }
        let hosts: Vec<_> = self
            .known()
            .filter(|known| known.place == place && self.at_war(known.court))
            .collect();
        let against: u32 = hosts.iter().map(|host| host.men).sum();
        let siege = self.siege(place);
        let lain = siege.map_or(0, |s| u32::from(self.turn().0 - s.since.0) + by);
        let dug_in = u8::try_from(lain).unwrap_or(DUG_MOST).min(DUG_MOST);
        let sally = siege
            .filter(|_| town.holder == Some(self.court))
            .map_or(0, |_| battle::sally(self.game, place));
        let mean = |of: &dyn Fn(CourtId) -> i64| {
            let sum: i64 = hosts.iter().map(|h| i64::from(h.men) * of(h.court)).sum();
            i32::try_from(sum / i64::from(against.max(1))).unwrap_or(0)
        };
        let like = |court: CourtId| self.book().courts[court.index()].hosts;
        let host = Weight {
            men: against,
            horse_percent: mean(&|court| like(court).1),
            quality: mean(&|court| like(court).0),
            morale: GUESSED_MORALE,
            command: GUESSED_SKILL,
            food: GUESSED_FOOD,
            dug_in,
            powder: 0,
        };
        let (weight, theirs) = battle::foreseen(self.game, place, &ours, host);
        let men = |id: &ArmyId| self.army(*id).map_or(0, |own| own.men);
        Some(Encounter {
            men: ours.iter().map(men).sum(),
            against,
            dug_in,
            sally,
            stay,
            percent: (against > 0).then(|| (weight + sally) * 100 / theirs.max(1)),
        })
    }
    /// In how many xun an army would be at a place; none if it would not come there.
    fn xun_to(&self, army: ArmyId, place: PlaceId) -> Option<u32> {
        let own = self.army(army)?;
        if own.at == place && own.next.is_none() {
            return Some(0);
        }
        let way = self.route(army, place).filter(|way| way.barred.is_none())?;
        let last = way.steps.last().filter(|step| step.place == place)?;
        Some(last.days.div_ceil(10))
    }
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
    /// The courts that live by this one's army and of which it can be seen that their thrones may fall any day, with what they rest on: whoever set one up has
    /// his men about it.
    pub fn shaken_clients(&self) -> impl Iterator<Item = (CourtId, puppets::Footing)> {
        self.clients().into_iter().filter_map(|client| {
            puppets::footing(self.game, client)
                .filter(|footing| footing.falls > 0)
                .map(|footing| (client, footing))
        })
    }
    /// The courts that live by this one's army and whose thrones would stand on too few of its men once this army has gone there, with how many would be left.
    pub fn forsaken(&self, army: ArmyId, to: PlaceId) -> impl Iterator<Item = (CourtId, u32)> {
        let (own, atlas) = (self.army(army), &self.book().atlas);
        self.clients().into_iter().filter_map(move |client| {
            let own = own?;
            let seat = self.other(client).seat;
            let stands_by = |at| atlas.km(at, seat) <= clients::NEAR_KM;
            let left = self
                .own_near(seat, clients::NEAR_KM)
                .saturating_sub(own.men);
            let goes = stands_by(own.at) && !stands_by(to);
            // One that is not safe even now is in the news.
            let props = left < clients::PROP_MEN && left + own.men >= clients::PROP_MEN;
            (goes && props).then_some((client, left))
        })
    }
    /// What breaking the dike at a place would put under water.
    #[must_use]
    pub fn would_flood(&self, place: PlaceId) -> Flood {
        let places = flood::lies(self.game, place);
        let homes = places
            .iter()
            .map(|at| flooding::flee(self.game.homes(*at), 0));
        Flood {
            homes: homes.sum(),
            moves_river: flood::turns_the_river(self.game, place),
            places,
        }
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
    pub fn powder_wanted(&self, place: PlaceId) -> impl Iterator<Item = (Store, u16)> {
        workshop::wanted(self.game, self.court, place)
    }
}
