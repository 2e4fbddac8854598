//! Phase 6, at the walls: rings are drawn and loosened, works come on, towns starve. What ends a siege has files of its own:
//! [`super::surrender`], [`super::storm`], [`super::fall`]; the garrison's own answer is [`super::sortie`].

use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::events::{Event, How, Stat, Task, Why};
use crate::rules::formulas::battle::Toll;
use crate::rules::formulas::powder::Use;
use crate::rules::formulas::{season, siege};
use crate::rules::state::Game;
use crate::rules::state::components::{Powder, Realm};
pub use crate::rules::systems::fall::take;
pub use crate::rules::systems::storm::{attack, defence};
use crate::rules::systems::treaties::cession;
use crate::rules::systems::{fall, fleet, losses, sortie, storm, surrender};
use crate::scenario::model::PlaceKind;

/// A town with fewer defenders than this opens its gates to an army that comes for it.
pub(super) const EMPTY_TOWN: u32 = 300;
/// How much stronger the army counts, in a hundred, whose court has the ring already: works are not begun anew for a few hundred men.
const HAS_THE_RING_PERCENT: u64 = 150;
/// Defenders within need not fear a ring when they outnumber it so far (percent): it is drawn back to its camps.
const LOOSE_PERCENT: u64 = 150;

/// Every place, in order.
pub fn run(game: &mut Game) {
    let mut threatened = game.room_for_places();
    for (_, force, field) in game.standing() {
        if field.goal == field.at
            && field.next.is_none()
            && game.holder(field.at).is_some_and(|h| h != force.court)
        {
            threatened.push(field.at);
        }
    }
    threatened.extend_from_slice(game.besieged());
    threatened.sort_unstable();
    threatened.dedup();
    for &place in &threatened {
        let mut besiegers = game.room();
        besiegers_of(game, place, &mut besiegers);
        at(game, place, &mut besiegers);
        game.done_with(besiegers);
    }
    game.done_with_places(threatened);
    // What is at peace is looked after by the month.
    if game.month_begins() {
        recovery(game);
    }
}

pub(super) fn capital(game: &Game, place: PlaceId) -> bool {
    game.book.atlas.places[place.index()].kind == PlaceKind::Capital
}

/// How strong a place's walls are by its rank, 0 to 5.
#[must_use]
pub fn level(game: &Game, place: PlaceId) -> i32 {
    game.book.atlas.places[place.index()].walls
}

/// Puts into a list the armies that lie before a place to take or watch it.
fn besiegers_of(game: &Game, place: PlaceId, out: &mut Vec<ArmyId>) {
    let Some(holder) = game.holder(place) else {
        return;
    };
    for (id, force, field) in game.standing_at(place) {
        if field.next.is_none()
            && field.goal == place
            && !force.afloat()
            && !game.allied(force.court, holder)
            && (game.at_war(force.court, holder) || cession::may_ring(game, force.court, place))
            && matches!(
                field.task,
                Task::Besiege
                    | Task::Mask
                    | Task::Assault
                    | Task::March
                    | Task::Withdraw
                    | Task::Hold
            )
        {
            out.push(id);
        }
    }
}

/// Whose army of these is the strongest; the court that has the ring already keeps it against one that is not stronger by half.
fn strongest(game: &Game, place: PlaceId, armies: impl Iterator<Item = ArmyId>) -> Option<CourtId> {
    let has_it = game.siege(place).map(|siege| siege.by);
    armies
        .max_by_key(|army| {
            let force = game.force(*army);
            let hold = if has_it == Some(force.court) {
                HAS_THE_RING_PERCENT
            } else {
                100
            };
            (u64::from(force.men) * hold, std::cmp::Reverse(*army))
        })
        .map(|army| game.force(army).court)
}

/// Whose siege it is, if any court's: that of the strongest army which besieges or storms, else of the strongest that lies there. In January 1123 a
/// Song patrol within sight of Yanjing did not make Aguda's entry a Song conquest.
fn master(game: &Game, place: PlaceId, before: &[ArmyId]) -> Option<CourtId> {
    let closes = before.iter().copied().filter(|a| {
        game.field(*a)
            .is_some_and(|f| matches!(f.task, Task::Besiege | Task::Assault))
    });
    strongest(game, place, closes).or_else(|| strongest(game, place, before.iter().copied()))
}

fn at(game: &mut Game, place: PlaceId, before: &mut Vec<ArmyId>) {
    let Some(by) = master(game, place, before) else {
        if game.siege(place).is_some() {
            game.emit(Event::SiegeLifted { place });
        }
        return;
    };
    // Whoever is at war with him is no part of his ring.
    before.retain(|army| !game.at_war(game.force(*army).court, by));
    let men: u32 = before.iter().map(|a| game.force(*a).men).sum();
    let within = game.defenders(place);
    if within < EMPTY_TOWN {
        fall::take(game, place, by, How::Abandoned);
        return;
    }
    let ring = before.iter().any(|a| {
        game.field(*a)
            .is_some_and(|f| matches!(f.task, Task::Besiege | Task::Assault))
    });
    let need = siege::ring_need(level(game, place), capital(game, place));
    let close = ring
        && !fleet::keeps_open(game, place, by)
        && men >= need
        && u64::from(within) * 100
            < u64::from(men) * LOOSE_PERCENT
                + u64::from(siege::walls_need(level(game, place), capital(game, place))) * 100;
    match game.siege(place).copied() {
        None => game.emit(Event::SiegeLaid { place, by, close }),
        Some(siege) if siege.by != by => {
            game.emit(Event::SiegeLifted { place });
            game.emit(Event::SiegeLaid { place, by, close });
        }
        Some(siege) if siege.close != close => game.emit(Event::RingChanged { place, close }),
        Some(_) => {}
    }
    if surrender::run(game, place, by) {
        return;
    }
    if close {
        wear(game, place, within);
    }
    if ring {
        works(game, place, before, (men, within), close);
    }
    if close {
        sortie::run(game, place, by, before);
    }
    let stormers: Vec<ArmyId> = before
        .iter()
        .copied()
        .filter(|a| game.field(*a).is_some_and(|f| f.task == Task::Assault))
        // A town that is still to be handed over is not stormed before its day.
        .filter(|a| {
            let court = game.force(*a).court;
            game.hostile_place(court, place) || cession::may_take(game, court, place)
        })
        .collect();
    // Whoever storms takes it for himself, and his own side goes up with him; a storm is nobody's gift to the other besieger.
    if let Some(first) = strongest(game, place, stormers.iter().copied()) {
        let (own, others): (Vec<ArmyId>, Vec<ArmyId>) = stormers
            .into_iter()
            .partition(|army| game.allied(game.force(*army).court, first));
        for side in [own, others] {
            let Some(court) = strongest(game, place, side.iter().copied()) else {
                continue;
            };
            if storm::run(game, place, court, &side) {
                return;
            }
        }
    }
    surrender::starved(game, place, by);
}

/// What open towns' stores and morale come back to in a month. Those that are as they should be are looked at no more.
fn recovery(game: &mut Game) {
    let mut worn = game.room_for_places();
    worn.extend_from_slice(game.worn());
    let mut rested = game.room_for_places();
    for &place in &worn {
        let (town, setup) = (game.town(place), &game.book.places[place.index()]);
        let base = setup.stores_xun * 10;
        let own = setup.morale.min(60);
        let rest = if forsaken(game, place) {
            own.min(siege::FORSAKEN_MORALE)
        } else {
            own
        };
        let (stores, morale) = (town.stores, town.morale);
        let low = stores < base;
        let moved = morale != rest && town.garrison > 0;
        if !low && !moved {
            rested.push(place);
            continue;
        }
        if game.siege(place).is_some() {
            continue;
        }
        if low {
            game.emit(Event::Stat {
                stat: Stat::Stores(place),
                by: 9.min(base - stores),
                why: Why::Time,
            });
        }
        if moved {
            game.emit(Event::Stat {
                stat: Stat::Morale(place),
                by: (rest - morale).clamp(-6, 6),
                why: Why::Time,
            });
        }
    }
    game.rested(&rested);
    game.done_with_places(worn);
    game.done_with_places(rested);
}

pub(super) fn captain_trait(
    game: &Game,
    place: PlaceId,
    of: impl Fn(&crate::scenario::model::Person) -> i32,
) -> Option<i32> {
    let person = captain(game, place)?;
    Some(of(&game.book.people[person.index()]))
}

/// Whether its court sat here on the first day, holds it still, and has gone to sit elsewhere.
#[must_use]
pub fn forsaken(game: &Game, place: PlaceId) -> bool {
    game.holder(place)
        .is_some_and(|court| left(game, game.realm(court), place))
}

/// Whether a place was this court's seat on the first day, and it has gone to sit elsewhere.
fn left(game: &Game, holder: &Realm, place: PlaceId) -> bool {
    game.book.courts[holder.id.index()].seat == place && holder.seat != place
}

/// Who answers for a place's walls: its captain if he is free, else the commander of the largest army inside.
#[must_use]
pub fn captain(game: &Game, place: PlaceId) -> Option<PersonId> {
    let town = game.town(place);
    if let Some(person) = town.captain
        && game.is_free(person)
        && game.figure(person).court == town.holder
    {
        return Some(person);
    }
    game.standing_at(place)
        .filter(|(_, force, field)| game.is_inside(force, field))
        .max_by_key(|(id, force, _)| (force.men, std::cmp::Reverse(*id)))
        .and_then(|(_, force, _)| force.commander)
}

fn wear(game: &mut Game, place: PlaceId, within: u32) {
    let stores = game.town(place).stores;
    // Men beyond the garrison the stores were laid in for eat them faster.
    let mouths = game.book.places[place.index()].garrison.max(3_000);
    let eat = (10 * within / mouths).clamp(8, 16);
    let eat = i32::try_from(eat).unwrap_or(10).min(stores);
    if eat > 0 {
        game.emit(Event::Stat {
            stat: Stat::Stores(place),
            by: -eat,
            why: Why::Siege,
        });
    }
    let cold = season::cold(game.month());
    let valour = captain_trait(game, place, |p| p.valour);
    let by = siege::wear(stores - eat, cold, valour, game.town(place).quality);
    let why = if stores - eat <= 0 {
        Why::Hunger
    } else if cold > 40 {
        Why::Cold
    } else {
        Why::Siege
    };
    game.emit(Event::Stat {
        stat: Stat::Morale(place),
        by,
        why,
    });
    if stores - eat <= 0 {
        losses::garrison(game, place, siege::HUNGER_DEAD_PERCENT);
        for army in game.standing_ids() {
            if game.field(army).is_some_and(|f| f.at == place) && game.is_inside_id(army) {
                losses::army(
                    game,
                    army,
                    Toll {
                        dead: siege::HUNGER_DEAD_PERCENT,
                        scattered: 0,
                        morale: -9,
                    },
                    Why::Hunger,
                );
            }
        }
    }
}

/// Works come on, engines break the wall by day, and whoever can has it mended by night.
fn works(
    game: &mut Game,
    place: PlaceId,
    before: &[ArmyId],
    (men, within): (u32, u32),
    close: bool,
) {
    let engines = before
        .iter()
        .map(|a| game.force(*a).engines)
        .max()
        .unwrap_or(0);
    let skill = captain_trait(game, place, |p| p.command.max(p.administration * 2 / 3));
    let town = game.town(place);
    let need = siege::walls_need(level(game, place), capital(game, place));
    let fire = town.powder.adds(within.min(need), Use::Defence);
    let gain = siege::works_gain(engines, men, skill, town.walls, fire);
    let walls = town.walls;
    game.emit(Event::Stat {
        stat: Stat::Works(place),
        by: gain,
        why: Why::Siege,
    });
    let works = game.siege(place).map_or(0, |s| s.works);
    if !close || engines == 0 || works < siege::MOAT_FILLED || walls == 0 {
        return;
    }
    let bombs = before
        .iter()
        .fold(Powder::default(), |all, a| all.with(game.force(*a).powder))
        .adds(men.min(need), Use::Storm);
    let broken = siege::breach(engines, works, bombs);
    let mender = captain_trait(game, place, |p| p.administration);
    let mended = siege::repair(mender, within * 100 / need.max(1)).min(broken);
    for (by, why) in [(-broken, Why::Engines), (mended, Why::Repair)] {
        if by != 0 {
            game.emit(Event::Stat {
                stat: Stat::Walls(place),
                by,
                why,
            });
        }
    }
}

impl Game<'_> {
    /// Whether an army stands inside the walls of a town of its own side.
    #[must_use]
    pub fn is_inside_id(&self, army: ArmyId) -> bool {
        self.field(army)
            .is_some_and(|field| self.is_inside(self.force(army), field))
    }
}
