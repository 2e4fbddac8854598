//! Phase 8: courts and people. Edicts, lean, defections, the obedience of ceded towns, risings, puppets.

use crate::base::ids::{CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How, MenAccount, Stat, Why};
use crate::rules::execute;
use crate::rules::formulas::court;
use crate::rules::state::Game;
use crate::rules::systems::{battle, parties};

/// All of it, in this order.
pub fn run(game: &mut Game) {
    for id in game.courts() {
        let left = game.realm(id).edicts;
        let full = i32::from(game.book.courts[id.index()].edicts);
        if left != full {
            game.emit(Event::Stat {
                stat: Stat::Edicts(id),
                by: full - left,
                why: Why::Time,
            });
        }
        lean(game, id);
    }
    defections(game);
    for place in game.all_ceded() {
        cession(game, place);
    }
    let month = game.day().ymd().2 == 1;
    for place in game.places() {
        occupation(game, place, month);
    }
    puppets(game);
}

/// Where those who are heard at a court would have it lean, each by what his voice weighs; none if nobody sits in council.
#[must_use]
pub fn council_mean(game: &Game, id: CourtId) -> Option<i32> {
    parties::mean(game, id)
}

fn lean(game: &mut Game, id: CourtId) {
    if let Some(mean) = council_mean(game, id) {
        let by = court::lean_drift(game.realm(id).lean, mean);
        if by != 0 {
            game.emit(Event::Stat {
                stat: Stat::Lean(id),
                by,
                why: Why::Council,
            });
        }
    }
}

/// An enemy this near presses a doubtful general.
const PRESS_KM: u32 = 110;

fn defections(game: &mut Game) {
    for army in game.standing_ids() {
        let Some(field) = game.field(army).copied() else {
            continue;
        };
        let force = game.force(army);
        let Some(person) = force.commander else {
            continue;
        };
        let (from, loyalty) = (force.court, game.figure(person).loyalty);
        if loyalty >= 45 || outnumbered_by_friends(game, army, from, field.at) {
            continue;
        }
        let own = battle::army_weight(game, army, battle::ground(game, field.at)).max(1);
        // The enemy who presses hardest.
        let mut press: Option<(i64, CourtId)> = None;
        for enemy in game.courts() {
            if !game.at_war(from, enemy) {
                continue;
            }
            let weight: i64 = game
                .standing()
                .filter(|(_, f, at)| {
                    f.court == enemy && game.book.atlas.km(at.at, field.at) <= PRESS_KM
                })
                .map(|(id, _, at)| battle::army_weight(game, id, battle::ground(game, at.at)))
                .sum();
            if weight > 0 && press.is_none_or(|(most, _)| weight > most) {
                press = Some((weight, enemy));
            }
        }
        let Some((weight, enemy)) = press else {
            continue;
        };
        let beaten = game.tables().battles.iter().rev().take(6).any(|b| {
            b.loser == from
                && b.winner == enemy
                && game.turn().0 - b.turn.0 <= 1
                && game.book.atlas.km(b.place, field.at) <= PRESS_KM
        });
        let chance = court::defection_chance(loyalty, beaten, weight * 100 / own);
        if !game.luck.permille(
            game.turn(),
            Purpose::Defection,
            u32::from(person.0),
            0,
            chance,
        ) {
            continue;
        }
        // He brings the town he stands in, if he is the stronger there, and the towns whose walls he answers for.
        let towns: Vec<PlaceId> = game
            .places()
            .filter(|p| {
                let town = game.town(*p);
                let here =
                    *p == field.at && field.next.is_none() && game.force(army).men > town.garrison;
                town.holder == Some(from) && (here || town.captain == Some(person))
            })
            .collect();
        game.emit(Event::WentOver { person, to: enemy });
        game.emit(Event::ArmyWentOver { army, to: enemy });
        for place in towns {
            super::siege::take(game, place, enemy, How::Treachery);
        }
    }
}

/// Whether others of his own side stand at the place in greater strength: a general among them cannot carry his army over.
fn outnumbered_by_friends(
    game: &Game,
    army: crate::base::ids::ArmyId,
    court: CourtId,
    at: PlaceId,
) -> bool {
    let garrison = if game.holder(at) == Some(court) {
        game.town(at).garrison
    } else {
        0
    };
    let others = game.men_at(court, at).saturating_sub(game.force(army).men) + garrison;
    others > game.force(army).men
}

/// Months after which a town that was ordered to open and did not is simply a town that refused.
fn cession(game: &mut Game, place: PlaceId) {
    let Some(ceded) = game.ceded(place).copied() else {
        return;
    };
    let town = game.town(place);
    let Some(holder) = town.holder else { return };
    if holder == ceded.to || game.turn().0 < ceded.due.0 {
        return;
    }
    let (legitimacy, resist) = (game.realm(holder).legitimacy, 40);
    let chance = court::cession_obeys(legitimacy, town.morale, town.stores / 10, resist) / 4;
    if game
        .luck
        .permille(game.turn(), Purpose::Cession, u32::from(place.0), 0, chance)
    {
        execute::hand_over(game, place);
    } else if !ceded.refused {
        game.emit(Event::CessionRefused { place });
    }
}

/// A country's own people calm down by the month; a country held by others is weighed every xun.
fn occupation(game: &mut Game, place: PlaceId, month: bool) {
    let Some(holder) = game.holder(place) else {
        return;
    };
    let country = game.country(place);
    let Some(native) = country.native else { return };
    if native == holder || game.allied(native, holder) {
        if month && country.unrest > 5 && game.siege(place).is_none() {
            game.emit(Event::Stat {
                stat: Stat::Unrest(place),
                by: -3,
                why: Why::Time,
            });
        }
        return;
    }
    let households = game.book.atlas.places[place.index()].households;
    let garrison = game.town(place).garrison + game.men_at(holder, place);
    let by = court::unrest_change(
        country.unrest,
        garrison,
        court::occupation_need(households),
        game.realm(native).legitimacy,
    );
    let unrest = country.unrest;
    if by != 0 {
        game.emit(Event::Stat {
            stat: Stat::Unrest(place),
            by,
            why: if by > 0 {
                Why::Occupation
            } else {
                Why::Garrisons
            },
        });
    }
    if households > 0
        && game.realm(native).stands
        && game.at_war(native, holder)
        && game.luck.permille(
            game.turn(),
            Purpose::Rising,
            u32::from(place.0),
            0,
            court::rising_chance(unrest, garrison),
        )
    {
        rise(game, place, holder, native);
    }
}

/// The country rises: the garrison loses a third, and a weak one loses the town.
fn rise(game: &mut Game, place: PlaceId, holder: CourtId, native: CourtId) {
    game.emit(Event::Rose { place });
    let men = game.town(place).garrison;
    let dead = men / 3;
    if dead > 0 {
        game.emit(Event::Men {
            from: MenAccount::Garrison(place),
            to: MenAccount::Dead(holder),
            men: dead,
        });
    }
    game.emit(Event::Stat {
        stat: Stat::Unrest(place),
        by: -15,
        why: Why::Garrisons,
    });
    let left = men - dead;
    if left + game.men_at(holder, place) < 600 {
        if left > 0 {
            game.emit(Event::Men {
                from: MenAccount::Garrison(place),
                to: MenAccount::Scattered(holder),
                men: left,
            });
        }
        game.emit(Event::Fell {
            place,
            from: Some(holder),
            to: native,
            how: How::Rising,
        });
        game.emit(Event::Men {
            from: MenAccount::Home,
            to: MenAccount::Garrison(place),
            men: 800,
        });
    }
}

/// A puppet's throne lives as long as the army behind it.
fn puppets(game: &mut Game) {
    for puppet in game.courts() {
        let realm = game.realm(puppet);
        let Some(patron) = realm.patron.filter(|_| realm.stands) else {
            continue;
        };
        let seat = realm.seat;
        let near = game.men_near(patron, seat, 150);
        let native = game.country(seat).native.unwrap_or(puppet);
        let heir = (0..game.book.people.len())
            .map(crate::base::ids::PersonId::of)
            .any(|p| {
                game.is_free(p)
                    && game.figure(p).court == Some(native)
                    && game.is_of_house(p, native)
            });
        let chance = court::puppet_falls(near, realm.legitimacy, heir);
        if !game
            .luck
            .permille(game.turn(), Purpose::Puppet, u32::from(puppet.0), 0, chance)
        {
            continue;
        }
        game.emit(Event::CourtFell { court: puppet });
        for place in game.places() {
            if game.holder(place) == Some(puppet) {
                game.emit(Event::Fell {
                    place,
                    from: Some(puppet),
                    to: native,
                    how: How::Rising,
                });
            }
        }
    }
}
