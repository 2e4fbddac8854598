//! Phase 5: armies move along the roads and eat.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, Stat, Task, Why};
use crate::rules::check::shut_in;
use crate::rules::formulas::{march, season};
use crate::rules::state::Game;
use crate::scenario::model::River;

/// A crossing is held by at least this many men on the far bank.
pub const HOLDING_MEN: u32 = 1_000;
/// A pass is shut by a garrison of at least this many.
pub const GATE_MEN: u32 = 300;

/// Moves every army that has somewhere to go, then feeds them all.
pub fn run(game: &mut Game) {
    for army in game.standing_ids() {
        if game.field(army).is_some() {
            advance(game, army);
        }
    }
    for army in game.standing_ids() {
        if game.field(army).is_some() {
            feed(game, army);
        }
    }
}

/// Whether the river between two neighbours bears an army this xun.
#[must_use]
pub fn frozen(game: &Game, to: PlaceId) -> bool {
    let lat = game.book.atlas.places[to.index()].lat_milli;
    let day = game.day();
    // One winter's ice is one roll a month, the same for every ferry of the reach.
    let key = u32::from(day.month()) | (u32::try_from(day.year()).unwrap_or(0) << 8);
    let roll = game.luck.roll(
        crate::base::date::Turn(0),
        Purpose::Incident,
        0xFFFF,
        key,
        1000,
    );
    roll < season::ice_chance(day.month(), lat)
}

/// What stops an army on its next step: a held river, or a shut pass.
#[must_use]
pub fn opposed(game: &Game, court: CourtId, from: PlaceId, to: PlaceId) -> bool {
    let atlas = &game.book.atlas;
    let Some(route) = atlas.route(from, to) else {
        return false;
    };
    let river = atlas.routes[route.index()].river != River::None && !frozen(game, to);
    let hostile_field: u32 = game
        .standing()
        .filter(|(_, force, field)| {
            field.at == to && field.next.is_none() && game.at_war(court, force.court)
        })
        .map(|(_, force, _)| force.men)
        .sum();
    let garrison = if game.hostile_place(court, to) {
        game.town(to).garrison
    } else {
        0
    };
    if river && hostile_field + garrison >= HOLDING_MEN && hostile_field > 0 {
        return true;
    }
    game.is_gate(to) && garrison + hostile_field >= GATE_MEN && (garrison > 0 || hostile_field > 0)
}

/// Kilometres of good road an army covers in a xun of this month.
#[must_use]
pub fn pace(game: &Game, army: ArmyId, month: u8) -> u32 {
    let force = game.force(army);
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
pub fn leg(game: &Game, at: PlaceId, next: PlaceId, frozen: bool) -> Option<(River, u32)> {
    let route = &game.book.atlas.routes[game.book.atlas.route(at, next)?.index()];
    let burnt = game.town(at).burnt || game.town(next).burnt;
    let crossing = if route.river == River::None {
        0
    } else {
        march::crossing_km(burnt, frozen)
    };
    let length = u32::from(route.km) * march::toil_percent(route.kind) / 100 + crossing;
    Some((route.river, length))
}

fn advance(game: &mut Game, army: ArmyId) {
    let Some(field) = game.field(army).copied() else {
        return;
    };
    let force = game.force(army);
    // A beaten army that gathers its men may still fall back.
    if (game.turn() < field.ready && field.task != Task::Withdraw)
        || field.task == Task::Hold
        || (field.at == field.goal && field.next.is_none())
        || shut_in(game, army).is_some()
    {
        return;
    }
    let court = force.court;
    let mut budget = pace(game, army, game.day().month()) * 100;
    let mut at = field.at;
    let mut done = field.done_km;
    let mut on_road = field.next;
    for _ in 0..24 {
        if at == field.goal {
            break;
        }
        let next = on_road
            .take()
            .unwrap_or_else(|| game.book.atlas.next(at, field.goal));
        if done == 0 && opposed(game, court, at, next) {
            game.emit(Event::Stopped {
                army,
                at,
                before: next,
            });
            return;
        }
        let Some((river, length)) = leg(game, at, next, frozen(game, next)) else {
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
        game.emit(Event::Reached { army, place: next });
        if river != River::None {
            game.emit(Event::Crossed { army, place: next });
        }
        at = next;
        if enemy_outside(game, court, next) {
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
    game.standing().any(|(_, force, field)| {
        field.at == place
            && field.next.is_none()
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

fn feed(game: &mut Game, army: ArmyId) {
    let Some(field) = game.field(army).copied() else {
        return;
    };
    let force = game.force(army);
    let (court, men, food, spirit) = (force.court, force.men, force.food, force.morale);
    let northern = game.book.courts[court.index()].northern;
    let month = game.day().month();
    let ours = game.holder(field.at).is_some_and(|h| game.allied(h, court));
    let well = food >= FULL && spirit >= RESTED;
    if ours && well && !(northern && season::heat(month) > 0) {
        return; // nothing is wanting
    }
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
    let change = food_change(game, court, men, field.at, month, unrest, since);
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
    } else if ours && field.next.is_none() && spirit < RESTED {
        game.emit(Event::Stat {
            stat: Stat::Spirit(army),
            by: 3,
            why: Why::Time,
        });
    }
    let heat = if northern { season::heat(month) } else { 0 };
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
    let ours = game.holder(at).is_some_and(|h| game.allied(h, court));
    // Engines come with a train, and a train brings food along a road whose towns are one's own.
    let forage = season::forage_percent(month);
    let change = march::food_change(ours, men, forage, unrest, besieging_since);
    // Grazing over ten counties with a town of one's own behind: the blockaders of Taiyuan sat eight months.
    let supplied = !ours && behind_us(game, court, at);
    if supplied { change.max(0) } else { change }
}

/// Whether a friendly, unbesieged town lies next door: a depot to draw on.
fn behind_us(game: &Game, court: CourtId, at: PlaceId) -> bool {
    game.book.atlas.neighbours[at.index()]
        .iter()
        .any(|(route, place)| {
            game.holder(*place).is_some_and(|h| game.allied(h, court))
                && game.siege(*place).is_none()
                && game.book.atlas.routes[route.index()].km <= 160
        })
}
