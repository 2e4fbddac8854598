//! Phase 8: generals who go over to the enemy, and courts that another court set up.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Account, Downfall, Event, How, Reason, Stat, Why};
use crate::rules::execute;
use crate::rules::formulas::{clients, court, masters as masters_rules};
use crate::rules::state::Game;
use crate::rules::systems::{battle, masters, siege, throne};
use crate::scenario::language::Good;

/// An enemy this near presses a doubtful general.
const PRESS_KM: u32 = 110;

/// The next of these armies whose general could be won over.
fn doubtful<'l>(game: &Game, armies: &'l [ArmyId]) -> Option<(ArmyId, &'l [ArmyId])> {
    let figures = game.figures();
    game.next_standing(armies, |force, _| {
        force
            .commander
            .is_some_and(|person| figures[person.index()].loyalty < court::LOYAL)
    })
}

/// Generals whom the enemy presses may go over to him.
pub fn defections(game: &mut Game) {
    let armies = game.standing_ids();
    let mut rest = armies.as_slice();
    while let Some((army, more)) = doubtful(game, rest) {
        rest = more;
        let Some(field) = game.field(army).copied() else {
            continue;
        };
        let force = game.force(army);
        let Some(person) = force.commander else {
            continue;
        };
        let (from, loyalty) = (force.court, game.figure(person).loyalty);
        if outnumbered_by_friends(game, army, from, field.at) {
            continue;
        }
        let own = battle::army_weight(game, army, battle::ground(game, field.at)).max(1);
        // The enemy who presses hardest.
        let mut press: Option<(i64, CourtId)> = None;
        for enemy in game.courts() {
            // A general goes over to a court, which has titles and pay to give; to a band nobody but another band does.
            let band = |court: CourtId| game.book.courts[court.index()].band;
            if !game.at_war(from, enemy) || (band(enemy) && !band(from)) {
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
        let chance = masters_rules::by_name(chance, game.tables().welcome[enemy.index()]);
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
        masters::follow(game, army);
        game.emit(Event::ArmyWentOver { army, to: enemy });
        for place in towns {
            siege::take(game, place, enemy, How::Treachery);
        }
    }
    game.done_with(armies);
}

/// Whether others of his own side stand at the place in greater strength: a general among them cannot carry his army over.
fn outnumbered_by_friends(game: &Game, army: ArmyId, court: CourtId, at: PlaceId) -> bool {
    let garrison = if game.holder(at) == Some(court) {
        game.town(at).garrison
    } else {
        0
    };
    let others = game.men_at(court, at).saturating_sub(game.force(army).men) + garrison;
    others > game.force(army).men
}

/// On what the throne of a court rests that another set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footing {
    /// Who set it up.
    pub patron: CourtId,
    /// His men near its seat.
    pub near: u32,
    /// Its own: those near its seat, and half of those elsewhere.
    pub own: u32,
    /// The chance that it falls, permille in a xun.
    pub falls: u32,
}

/// On what a court's throne rests; none if it lives by nobody's army, or in the patron's own country.
#[must_use]
pub fn footing(game: &Game, puppet: CourtId) -> Option<Footing> {
    let realm = game.realm(puppet);
    let patron = realm.patron.filter(|_| realm.stands)?;
    let seat = realm.seat;
    let near = game.men_near(patron, seat, clients::NEAR_KM);
    let native = game.country(seat).native.unwrap_or(puppet);
    // A throne in the patron's own country is no stranger's: nobody waits there for another house. Yan stood by Yelü Chun and his widow from April 1122
    // to the end of that year, with the emperor of Liao in the steppe and no army of his near.
    if native == patron && game.holder(seat) == Some(puppet) && game.town(seat).garrison > 0 {
        return None;
    }
    let heir = game.house(native).iter().any(|p| {
        let figure = game.figure(*p);
        figure.court == Some(native) && game.is_free_as(*p, figure)
    });
    // The garrison of the old house's town does not fight for him who sits in it.
    let near_own = game.men_near(puppet, seat, clients::NEAR_KM);
    let all: u32 = game.ranks(puppet).map(|(_, force, _)| force.men).sum();
    let own = near_own + all.saturating_sub(near_own) / 2;
    Some(Footing {
        patron,
        near,
        own,
        falls: court::puppet_falls(near, own, realm.legitimacy, heir),
    })
}

/// How near a town a patron's host must stand to take it over from a client that is no more, km: a day's ride and a night's.
const TAKES_OVER_KM: u32 = 60;

/// A puppet's throne lives as long as the army behind it. When it falls, its towns go back to the country they were cut from; but for those in which or next to
/// which a host of the patron's stands, which has them.
pub fn thrones(game: &mut Game) {
    for puppet in game.courts() {
        let Some(stands) = footing(game, puppet) else {
            continue;
        };
        let key = u32::from(puppet.0);
        if !game
            .luck
            .permille(game.turn(), Purpose::Puppet, key, 0, stands.falls)
        {
            continue;
        }
        let native = game
            .country(game.realm(puppet).seat)
            .native
            .unwrap_or(puppet);
        let why = Downfall::Unguarded {
            patron: stands.patron,
            near: stands.near,
            own: stands.own,
        };
        throne::cease(game, puppet, why);
        for place in game.places() {
            if game.holder(place) != Some(puppet) {
                continue;
            }
            let host = game.men_near(stands.patron, place, TAKES_OVER_KM);
            let (to, how) = if host >= clients::PROP_MEN {
                (stands.patron, How::Given)
            } else {
                (native, How::Rising)
            };
            game.emit(Event::Fell {
                place,
                from: Some(puppet),
                to,
                how,
            });
        }
    }
}

/// Men of a patron near the seat of a court it set up, and those who would fight for that court there.
#[must_use]
pub fn strength(game: &Game, patron: CourtId, client: CourtId) -> (u32, u32) {
    let seat = game.realm(client).seat;
    let garrison = if game.holder(seat) == Some(client) {
        game.town(seat).garrison
    } else {
        0
    };
    (
        game.men_near(patron, seat, clients::NEAR_KM),
        game.men_near(client, seat, clients::NEAR_KM) + garrison,
    )
}

/// A patron puts an end to a court that it set up: its sovereign is taken, its treasury goes to the patron, and so do towns, armies and people.
pub fn dissolve(game: &mut Game, patron: CourtId, client: CourtId) {
    let ruler = game.realm(client).ruler;
    if game.figure(ruler).alive && game.captive(ruler).is_none() {
        game.emit(Event::Taken {
            person: ruler,
            by: patron,
            surrendered: false,
        });
    }
    hand_in(game, client, patron);
    let mut armies: Vec<ArmyId> = Vec::new();
    for army in game.standing_ids() {
        let force = game.force(army);
        if force.court != client {
            continue;
        }
        // Whom a register called up goes home when nobody keeps it.
        if force.quality < clients::CALLED_UP {
            execute::disband(game, army);
        } else {
            armies.push(army);
        }
    }
    game.emit(Event::Dissolved {
        court: client,
        by: patron,
    });
    for army in armies {
        game.emit(Event::Stat {
            stat: Stat::Spirit(army),
            by: clients::DISSOLVED_SPIRIT,
            why: Why::Dissolved,
        });
    }
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(patron),
        by: clients::DISSOLVED,
        why: Why::Dissolved,
    });
}

/// How much of a burden a court is to the one that set it up: battles and towns it lost in the last year, less what it won.
#[must_use]
pub fn burden(game: &Game, client: CourtId) -> i32 {
    let fresh = |turn: crate::base::date::Turn| game.turn().0 <= turn.0 + clients::REMEMBERED_XUN;
    game.tables()
        .battles
        .iter()
        .rev()
        .take_while(|b| fresh(b.turn))
        .map(|b| i32::from(b.loser == client) - i32::from(b.winner == client))
        .sum()
}

/// A court submits to another: what it has is the other's, under its own leaders. Of the armies of 1134 to 1141 a good part were bands taken into service so.
pub fn submit(game: &mut Game, court: CourtId, to: CourtId) {
    hand_in(game, court, to);
    game.emit(Event::Submitted { court, to });
}

/// A court's treasury goes to another, and whom it held: those of the other's own are free.
fn hand_in(game: &mut Game, court: CourtId, to: CourtId) {
    for person in throne::held_by(game, court) {
        if game.figure(person).court == Some(to) {
            game.emit(Event::Freed { person });
            throne::came_home(game, person);
        } else {
            game.emit(Event::Taken {
                person,
                by: to,
                surrendered: false,
            });
        }
    }
    for good in [
        Good::Gold,
        Good::Silver,
        Good::Silk,
        Good::Cash,
        Good::Grain,
    ] {
        let amount = game.realm(court).treasury[good as usize];
        if amount > 0 {
            game.emit(Event::Goods {
                from: Account::Court(court),
                to: Account::Court(to),
                good,
                amount,
                why: Reason::Captured,
            });
        }
    }
}
