//! Phase 5: armies move along the roads and eat.

use crate::base::ids::{ArmyId, CourtId, PlaceId, RouteId};
use crate::base::luck::Purpose;
use crate::events::{Event, Stat, Task, Why};
use crate::rules::check::shut_in;
use crate::rules::formulas::{fleet as fleet_rules, flood, march, season, supply as supply_rules};
use crate::rules::state::Game;
use crate::rules::state::components::{Field, Force};
use crate::rules::state::muster::Kind;
use crate::rules::systems::{fleet, palace, passage, supply, waylay};
use crate::scenario::model::River;

/// A crossing is held by at least this many men on the far bank.
pub const HOLDING_MEN: u32 = 1_000;
/// A pass is shut by a garrison of at least this many.
pub const GATE_MEN: u32 = 300;

/// Moves every army that has somewhere to go, then feeds them all.
pub fn run(game: &mut Game) {
    let mut last = None;
    while let Some(army) = game.next_of(Kind::Astir, last, |_, field| goes(game, field)) {
        last = Some(army);
        advance(game, army);
    }
    // Whoever came, or was there, and finds nothing left to do.
    last = None;
    while let Some(army) = game.next_of(Kind::Come, last, |f, at| is_done(game, f, at)) {
        last = Some(army);
        let Some(goal) = game.field(army).map(|field| field.goal) else {
            continue;
        };
        game.emit(Event::Tasked {
            army,
            task: Task::Hold,
            goal,
        });
    }
    let armies = game.standing_ids();
    let mut rest = armies.as_slice();
    let heat = season::heat(game.month());
    while let Some((army, more)) = game.next_standing(rest, |f, at| wants(game, f, at, heat)) {
        rest = more;
        feed(game, army);
    }
    game.done_with(armies);
}

/// Whether an army has come to where it was sent and there is nothing left to do there: the town is no enemy's any more, whether it was taken, opened to somebody
/// else of its own side, was signed over, or there is peace; and no enemy lies before it. It holds, and is in quarters where the town is its own.
#[must_use]
pub fn is_done(game: &Game, force: &Force, field: &Field) -> bool {
    Kind::Come.is(force, field)
        && field.next.is_none()
        && game
            .holder(field.at)
            .is_some_and(|holder| !game.at_war(force.court, holder))
        && game
            .siege(field.at)
            .is_none_or(|siege| field.task != Task::Relieve && siege.by != force.court)
        && !(field.task == Task::Relieve && game.beset(force.court, field.at))
}

/// Whether an army that has somewhere to go may. A beaten one that gathers its men may still fall back.
fn goes(game: &Game, field: &Field) -> bool {
    game.turn() >= field.ready || field.task == Task::Withdraw
}

/// Whether anything is wanting to an army: it stands in others' country, is hungry or downcast, or suffers from the heat of the month.
fn wants(game: &Game, force: &Force, field: &Field, heat: i32) -> bool {
    let ours = |holder| game.allied(holder, force.court);
    force.food < FULL
        || force.morale < RESTED
        || !game.holder(field.at).is_some_and(ours)
        || heat > 0 && game.book.courts[force.court.index()].northern && !in_quarters(game, field)
}

/// Whether the river between two neighbours bears an army this xun.
#[must_use]
pub fn frozen(game: &Game, to: PlaceId) -> bool {
    let lat = game.book.atlas.places[to.index()].lat_milli;
    let chance = season::ice_chance(game.month(), lat);
    chance > 0 && winter(game) < chance
}

/// Whether ice drifts in the river before a place, so that it neither bears nor lets a ferry over.
#[must_use]
pub fn drifting(game: &Game, to: PlaceId) -> bool {
    let lat = game.book.atlas.places[to.index()].lat_milli;
    // Ice drifts where and when it may also bear.
    let bears = season::ice_chance(game.month(), lat);
    if bears == 0 {
        return false;
    }
    let (_, month, day) = game.day().ymd();
    let drift = season::drift_chance(month, day, lat);
    drift > 0 && (bears..bears + drift).contains(&winter(game))
}

/// How hard the winter is this month, 0 the hardest of a thousand: one roll for all reaches, so that none freezes before one further north.
fn winter(game: &Game) -> u32 {
    let (year, month, _) = game.day().ymd();
    let key = u32::from(month) | (u32::try_from(year).unwrap_or(0) << 8);
    game.luck.roll(
        crate::base::date::Turn(0),
        Purpose::Incident,
        0xFFFF,
        key,
        1000,
    )
}

/// Whether the step between two neighbours goes over a great river that bears nobody.
#[must_use]
pub fn over_open_water(game: &Game, from: PlaceId, to: PlaceId) -> bool {
    game.book
        .atlas
        .route(from, to)
        .is_some_and(|route| game.river(route) != River::None)
        && !frozen(game, to)
}

/// The next place on an army's way: by road, or by water if it has boats; none where there is no way.
#[must_use]
pub fn step(game: &Game, afloat: bool, at: PlaceId, goal: PlaceId) -> Option<PlaceId> {
    if afloat {
        fleet::step(game, at, goal)
    } else {
        Some(game.book.atlas.next(at, goal))
    }
}

/// What stops an army on its next step: a held river, or a shut pass.
#[must_use]
pub fn opposed(game: &Game, court: CourtId, from: PlaceId, to: PlaceId) -> bool {
    let atlas = &game.book.atlas;
    let Some(route) = atlas.route(from, to) else {
        return false;
    };
    let river = game.river(route) != River::None && !frozen(game, to);
    opposed_on(game, court, from, to, river)
}

/// The same on a road of which it is known whether a river that bears nobody lies across it.
fn opposed_on(game: &Game, court: CourtId, from: PlaceId, to: PlaceId, river: bool) -> bool {
    if river
        && game
            .standing_at(from)
            .chain(game.standing_at(to))
            .any(|(_, force, field)| fleet::bars(game, court, from, to, force, field))
    {
        return true;
    }
    let mut hostile_field = 0;
    // Whoever lies in wait leaves the crossing open.
    let mut on_the_bank = 0;
    for (_, force, field) in game.standing_at(to) {
        if field.next.is_none() && !force.afloat() && game.at_war(court, force.court) {
            hostile_field += force.men;
            if field.task != Task::Waylay {
                on_the_bank += force.men;
            }
        }
    }
    let garrison = if game.hostile_place(court, to) {
        game.town(to).garrison
    } else {
        0
    };
    if river && on_the_bank + garrison >= HOLDING_MEN && on_the_bank > 0 {
        return true;
    }
    game.is_gate(to) && garrison + hostile_field >= GATE_MEN && (garrison > 0 || hostile_field > 0)
}

/// Kilometres of good road an army covers in a xun of this month.
#[must_use]
pub fn pace(game: &Game, army: ArmyId, month: u8) -> u32 {
    let force = game.force(army);
    if force.afloat() {
        return fleet_rules::KM_A_XUN;
    }
    let northern = game.book.courts[force.court.index()].northern;
    let heat = if northern { season::heat(month) } else { 0 };
    march::speed_km(
        force.men,
        force.horse_percent,
        force.engines,
        heat,
        season::road_percent(month),
    )
}

/// The river between two neighbours, and what the way costs an army in kilometres of good road; none where there is no way.
#[must_use]
pub fn leg(
    game: &Game,
    afloat: bool,
    at: PlaceId,
    next: PlaceId,
    frozen: bool,
) -> Option<(River, u32)> {
    if afloat {
        let way = fleet::route(game, at, next)?;
        let km = game.book.atlas.routes[way.index()].km;
        return Some((River::None, u32::from(km)));
    }
    let route = game.book.atlas.route(at, next)?;
    Some(leg_by_road(game, at, next, route, frozen))
}

/// The same by a road.
fn leg_by_road(game: &Game, at: PlaceId, next: PlaceId, id: RouteId, frozen: bool) -> (River, u32) {
    let (route, river) = (&game.book.atlas.routes[id.index()], game.river(id));
    let burnt = game.town(at).burnt || game.town(next).burnt;
    let crossing = if river == River::None {
        0
    } else {
        march::crossing_km(burnt, frozen)
    };
    let wading = [at, next]
        .into_iter()
        .filter(|p| game.under_water(*p))
        .count();
    let length = u32::from(route.km) * march::toil_percent(route.kind) / 100
        + crossing
        + u32::try_from(wading).unwrap_or(0) * flood::WADE_KM;
    (river, length)
}

fn advance(game: &mut Game, army: ArmyId) {
    let Some(field) = game.field(army).copied() else {
        return;
    };
    if shut_in(game, army).is_some() {
        return;
    }
    let force = game.force(army);
    let (court, afloat) = (force.court, force.afloat());
    let mut budget = pace(game, army, game.month()) * 100;
    let mut at = field.at;
    let mut done = field.done_km;
    let mut on_road = field.next;
    for _ in 0..24 {
        if at == field.goal {
            break;
        }
        let Some(next) = on_road
            .take()
            .or_else(|| step(game, afloat, at, field.goal))
        else {
            return;
        };
        let goes_in = matches!(field.task, Task::March | Task::Withdraw | Task::Waylay);
        let by = if next == field.goal {
            passage::kept_out(game, court, next).filter(|_| goes_in)
        } else {
            passage::shut(game, court, at, next)
                .filter(|_| done == 0 && !afloat && field.task != Task::Withdraw)
        };
        if let Some(by) = by {
            // There was war, or a paper, when it set out.
            game.emit(Event::NotLetIn {
                army,
                at,
                place: next,
                by,
            });
            return;
        }
        // Most roads cross no great river, and nobody asks what bears there.
        let route = game.book.atlas.route(at, next).filter(|_| !afloat);
        let over = route.is_some_and(|route| game.river(route) != River::None);
        let bears = over && frozen(game, next);
        let ice = || {
            if afloat {
                fleet::shut(game, at, next)
            } else {
                over && !bears && drifting(game, next)
            }
        };
        if done == 0 && ice() {
            game.emit(Event::IceStopped {
                army,
                at,
                before: next,
            });
            return;
        }
        if done == 0 && route.is_some() && opposed_on(game, court, at, next, over && !bears) {
            game.emit(Event::Stopped {
                army,
                at,
                before: next,
            });
            return;
        }
        let leg = match route {
            Some(route) => Some(leg_by_road(game, at, next, route, bears)),
            None => leg(game, afloat, at, next, bears),
        };
        let Some((river, length)) = leg else {
            return;
        };
        let cost = length.saturating_sub(done) * 100;
        if cost > budget {
            let done_km = done + budget / 100;
            game.emit(Event::Advanced {
                army,
                next,
                done_km,
            });
            return;
        }
        budget -= cost;
        done = 0;
        if over && !bears && !waylay::gets_over(game, army, at, next) {
            return;
        }
        game.emit(Event::Reached { army, place: next });
        if river != River::None {
            game.emit(Event::Crossed { army, place: next });
        }
        at = next;
        let met = if afloat {
            !fleet::barring(game, court, next, next).is_empty()
        } else {
            enemy_outside(game, court, next)
        };
        if met {
            return;
        }
    }
    if at == field.goal
        && matches!(field.task, Task::March | Task::Withdraw)
        && game.holder(at).is_some_and(|h| game.allied(h, court))
    {
        game.emit(Event::Tasked {
            army,
            task: Task::Hold,
            goal: at,
        });
    }
}

/// Whether a hostile army stands in the open at a place.
#[must_use]
pub fn enemy_outside(game: &Game, court: CourtId, place: PlaceId) -> bool {
    game.standing_at(place).any(|(_, force, field)| {
        field.next.is_none()
            && !force.afloat()
            && game.at_war(court, force.court)
            && !game.is_inside(force, field)
    })
}

/// Carts carry four xun of food at most, in tenths.
pub(super) const FULL: i32 = 40;
/// The morale that rest in one's own country brings an army back to.
const RESTED: i32 = 60;
/// Men in a hundred that hunger takes from an army in a xun.
const HUNGRY_LOSS: u32 = 4;

/// Whether an army lies in quarters: at rest in a town with no siege about it, for longer than this xun. Its horses are at grass and its men
/// under roofs, as those of a garrison are, and the summer does them no more harm than it does a garrison.
fn in_quarters(game: &Game, field: &Field) -> bool {
    field.next.is_none()
        && field.task == Task::Hold
        && field.reached < game.turn()
        && game.siege(field.at).is_none()
}

fn feed(game: &mut Game, army: ArmyId) {
    let Some(field) = game.field(army).copied() else {
        return;
    };
    let force = game.force(army);
    let (court, men, food, spirit) = (force.court, force.men, force.food, force.morale);
    let northern = game.book.courts[court.index()].northern;
    let month = game.month();
    let ours = game.holder(field.at).is_some_and(|h| game.allied(h, court));
    let quartered = ours && in_quarters(game, &field);
    let siege = game.siege(field.at).copied();
    if siege.is_some_and(|s| s.close && ours) {
        return; // it eats from the town's stores
    }
    let since = siege.map_or(0, |s| {
        if s.by == court {
            game.turn().0 - s.since.0
        } else {
            0
        }
    });
    let unrest = game.country(field.at).unrest;
    let Fare {
        change,
        found,
        drawn,
    } = fare(game, court, men, field.at, month, unrest, since);
    if found > 0 {
        supply::draw(game, field.at, supply_rules::eaten(men, found));
    }
    if let Some((depot, tenths)) = drawn {
        supply::draw(game, depot, supply_rules::eaten(men, tenths));
    }
    let by = change.min(FULL - food).max(-food);
    if by != 0 {
        game.emit(Event::Stat {
            stat: Stat::Food(army),
            by,
            why: Why::Foraging,
        });
    }
    if !ours && change < 0 && game.hostile_place(court, field.at) {
        game.emit(Event::Stat {
            stat: Stat::Unrest(field.at),
            by: 1,
            why: Why::Occupation,
        });
    }
    if game.force(army).food == 0 && !ours {
        let men = men * HUNGRY_LOSS / 100;
        if men > 0 {
            game.emit(Event::Men {
                from: crate::events::MenAccount::Army(army),
                to: crate::events::MenAccount::Scattered(court),
                men,
            });
        }
        game.emit(Event::Stat {
            stat: Stat::Spirit(army),
            by: -5,
            why: Why::Hunger,
        });
    } else if ours && field.next.is_none() && spirit < RESTED && !palace::goes_without(game, court)
    {
        // Rest does not make up for pay that does not come.
        game.emit(Event::Stat {
            stat: Stat::Spirit(army),
            by: 3,
            why: Why::Time,
        });
    }
    let heat = if northern && !quartered {
        season::heat(month)
    } else {
        0
    };
    if heat > 0 && game.book.atlas.places[field.at.index()].lat_milli < season::COOL_LAT_MILLI {
        let men = game.force(army).men * u32::try_from(heat).unwrap_or(0) / 2_000;
        if men > 0 {
            game.emit(Event::Men {
                from: crate::events::MenAccount::Army(army),
                to: crate::events::MenAccount::Dead(court),
                men,
            });
        }
        game.emit(Event::Stat {
            stat: Stat::Spirit(army),
            by: -(heat / 22),
            why: Why::Heat,
        });
    }
}

/// What an army eats in a xun at a place, and where it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fare {
    /// What its food changes by, in tenths of a xun.
    pub change: i32,
    /// What it finds in the country it stands in.
    pub found: i32,
    /// What it draws from a depot of its own side next door.
    pub drawn: Option<(PlaceId, i32)>,
}

/// What an army eats in a xun at a place, and where it comes from.
#[must_use]
pub fn fare(
    game: &Game,
    court: CourtId,
    men: u32,
    at: PlaceId,
    month: u8,
    unrest: i32,
    besieging_since: u16,
) -> Fare {
    if game.holder(at).is_some_and(|h| game.allied(h, court)) {
        return Fare {
            change: march::food_change(true, men, 0, unrest, besieging_since),
            ..Fare::default()
        };
    }
    let forage = season::forage_percent(month) * supply::left_percent(game, at) / 100;
    let change = march::food_change(false, men, forage, unrest, besieging_since);
    let found = change + march::EATEN;
    if change >= 0 {
        return Fare {
            change,
            found,
            drawn: None,
        };
    }
    // With a town of one's own behind, and grain in it: the blockaders of Taiyuan sat eight months.
    let drawn = supply::depot(game, court, at)
        .map(|(place, shi)| (place, supply_rules::lasts(shi, men).min(-change)))
        .filter(|(_, tenths)| *tenths > 0);
    Fare {
        change: change + drawn.map_or(0, |(_, tenths)| tenths),
        found,
        drawn,
    }
}

/// What an army's food changes by in a xun at a place, in tenths of a xun.
#[must_use]
pub fn food_change(
    game: &Game,
    court: CourtId,
    men: u32,
    at: PlaceId,
    month: u8,
    unrest: i32,
    besieging_since: u16,
) -> i32 {
    fare(game, court, men, at, month, unrest, besieging_since).change
}
