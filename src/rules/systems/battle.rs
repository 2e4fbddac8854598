//! Phase 6, in the open: forced crossings and passes, meetings of armies, reliefs, night attacks.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, Stat, Task, Why};
use crate::rules::formulas::battle::{
    DIVIDED_PERCENT, Ground, RING_SHARE_PERCENT, Toll, Weight, fate_chance, leak_chance,
    raid_percent, tolls, weight,
};
use crate::rules::formulas::masters;
use crate::rules::state::Game;
use crate::rules::systems::{crossing, fleet, losses};
use crate::scenario::language::BattleKind;
use crate::scenario::model::PlaceKind;
use crate::scenario::raw::Role;

/// How far fortune swings a battle, permille either way.
const FORTUNE: u32 = 280;

/// Everything that fights in the open this xun.
pub fn run(game: &mut Game) {
    fleet::meet(game);
    crossing::run(game);
    raids(game);
    for place in contested(game) {
        meetings(game, place);
    }
}

/// Places where armies of courts at war stand together, in order.
fn contested(game: &Game) -> Vec<PlaceId> {
    let mut standing: Vec<(PlaceId, CourtId)> = game
        .standing()
        .filter(|(_, _, f)| f.next.is_none())
        .map(|(_, force, f)| (f.at, force.court))
        .collect();
    standing.sort_unstable();
    standing.dedup();
    let mut out = Vec::new();
    for here in standing.chunk_by(|a, b| a.0 == b.0) {
        if here
            .iter()
            .any(|(_, a)| here.iter().any(|(_, b)| game.at_war(*a, *b)))
        {
            out.push(here[0].0);
        }
    }
    out
}

/// The weight of one army.
#[must_use]
pub fn army_weight(game: &Game, army: ArmyId, ground: Ground) -> i64 {
    let force = game.force(army);
    let command = force
        .commander
        .map_or(3, |p| game.book.people[p.index()].command.max(1));
    let w = Weight {
        men: force.men,
        horse_percent: force.horse_percent,
        quality: force.quality,
        morale: force.morale,
        command,
        food: force.food,
    };
    weight(w, ground) * masters::weight_percent(force.attachment, force.commander.is_some()) / 100
}

/// Whether a court's field command lies in more than one pair of hands.
#[must_use]
pub fn divided(game: &Game, court: CourtId) -> bool {
    let mut holders: Vec<_> = game
        .book
        .posts
        .iter()
        .enumerate()
        .filter(|(_, post)| post.court == court && post.role == Role::Field)
        .filter_map(|(i, _)| game.tables().posts[i])
        .collect();
    holders.sort_unstable();
    holders.dedup();
    holders.len() > 1
}

/// The ground at a place.
#[must_use]
pub fn ground(game: &Game, place: PlaceId) -> Ground {
    let atlas = &game.book.atlas;
    let hilly = atlas.places[place.index()].kind == PlaceKind::Pass
        || atlas.neighbours[place.index()]
            .iter()
            .filter(|(r, _)| {
                atlas.routes[r.index()].kind == crate::scenario::model::RouteKind::MountainPass
            })
            .count()
            * 2
            > atlas.neighbours[place.index()].len();
    if hilly { Ground::Hills } else { Ground::Plain }
}

pub(super) fn side_weight(game: &Game, armies: &[ArmyId], ground: Ground) -> i64 {
    let total: i64 = armies.iter().map(|a| army_weight(game, *a, ground)).sum();
    match armies.first() {
        // Marshals who each command their own host share the field badly only when there is more than one host there.
        Some(first)
            if armies.len() > 1
                && divided(game, game.force(*first).court)
                && !marshals_agree(game, *first) =>
        {
            total * DIVIDED_PERCENT / 100
        }
        _ => total,
    }
}

/// A northern host is led by kinsmen who settle it between them; the penalty is for officials set beside each other by a court.
fn marshals_agree(game: &Game, army: ArmyId) -> bool {
    game.book.courts[game.force(army).court.index()].northern
}

pub(super) fn men_of(game: &Game, armies: &[ArmyId]) -> u32 {
    armies.iter().map(|a| game.force(*a).men).sum()
}

pub(super) fn fortune(game: &Game, place: PlaceId, court: CourtId, weight: i64) -> i64 {
    let swing = game.luck.swing(
        game.turn(),
        Purpose::Battle,
        u32::from(place.0),
        u32::from(court.0),
        FORTUNE,
    );
    weight * i64::try_from(swing).unwrap_or(1000) / 1000
}

/// Settles a battle between two sides and takes its tolls. Returns whether the attacker won.
pub(super) fn settle(
    game: &mut Game,
    kind: BattleKind,
    place: PlaceId,
    attackers: &[ArmyId],
    defenders: &[ArmyId],
    a: i64,
    d: i64,
) -> bool {
    let (Some(&first), Some(&other)) = (attackers.first(), defenders.first()) else {
        return true;
    };
    let (ac, dc) = (game.force(first).court, game.force(other).court);
    let (a, d) = (
        fortune(game, place, ac, a).max(1),
        fortune(game, place, dc, d).max(1),
    );
    let won = a > d;
    let event = Event::Fought {
        kind,
        place,
        attacker: ac,
        defender: dc,
        attackers: men_of(game, attackers),
        defenders: men_of(game, defenders),
        won,
    };
    game.emit(event);
    let ratio = if won { a * 100 / d } else { d * 100 / a };
    let (winners, losers, victor) = if won {
        (attackers, defenders, ac)
    } else {
        (defenders, attackers, dc)
    };
    for army in losers {
        let (_, lose) = tolls(ratio, game.force(*army).quality);
        let valour = game
            .force(*army)
            .commander
            .map_or(0, |p| game.book.people[p.index()].valour);
        losses::commander_fate(game, *army, victor, fate_chance(valour, ratio));
        losses::army(game, *army, lose, Why::Defeat);
    }
    for army in winners {
        let (win, _) = tolls(ratio, game.force(*army).quality);
        losses::army(game, *army, win, Why::Victory);
    }
    won
}

pub(super) fn retreat_all(game: &mut Game, armies: &[ArmyId]) {
    for army in armies {
        if game.field(*army).is_some() {
            losses::retreat(game, *army);
        }
    }
}

/// Armies of a court (and its allies) standing at a place, in the open or not.
pub(super) fn standing_at(game: &Game, court: CourtId, place: PlaceId) -> Vec<ArmyId> {
    game.standing()
        .filter(|(_, force, field)| {
            field.at == place && field.next.is_none() && game.allied(force.court, court)
        })
        .map(|(id, _, _)| id)
        .collect()
}

/// Attacks on a camp by night.
fn raids(game: &mut Game) {
    for army in game.standing_ids() {
        let Some(field) = game.field(army).copied() else {
            continue;
        };
        let Task::Raid(men) = field.task else {
            continue;
        };
        if field.at != field.goal || field.next.is_some() {
            continue;
        }
        let court = game.force(army).court;
        let enemies: Vec<ArmyId> = game
            .standing()
            .filter(|(_, force, f)| {
                f.at == field.at && f.next.is_none() && game.at_war(court, force.court)
            })
            .map(|(id, _, _)| id)
            .collect();
        let Some(&target) = enemies
            .iter()
            .max_by_key(|a| (game.force(**a).men, std::cmp::Reverse(**a)))
        else {
            game.emit(Event::Tasked {
                army,
                task: Task::Hold,
                goal: field.at,
            });
            continue;
        };
        let force = game.force(army);
        let men = men.min(force.men);
        let share = i64::from(men) * 100 / i64::from(force.men.max(1));
        let capital = game.realm(court).seat == field.at;
        let betrayed = game.luck.permille(
            game.turn(),
            Purpose::Leak,
            u32::from(army.0),
            0,
            leak_chance(men, capital),
        );
        let ground = ground(game, field.at);
        let a = army_weight(game, army, ground) * share / 100 * raid_percent(betrayed) / 100;
        // A camp asleep is met a part at a time.
        let d = army_weight(game, target, ground) * if betrayed { 100 } else { 50 } / 100;
        let (a, d) = (
            fortune(game, field.at, court, a),
            fortune(game, field.at, game.force(target).court, d),
        );
        let won = a > d;
        let (enemy, enemy_men) = (game.force(target).court, game.force(target).men);
        game.emit(Event::Fought {
            kind: BattleKind::Raid,
            place: field.at,
            attacker: court,
            defender: enemy,
            attackers: men,
            defenders: enemy_men,
            won,
        });
        if won {
            losses::army(
                game,
                target,
                Toll {
                    dead: 5,
                    scattered: 10,
                    morale: -20,
                },
                Why::Defeat,
            );
            game.emit(Event::Stat {
                stat: Stat::Spirit(army),
                by: 10,
                why: Why::Victory,
            });
        } else {
            let raiders = u32::try_from(share).unwrap_or(100);
            let toll = Toll {
                dead: 8 * raiders / 100,
                scattered: 22 * raiders / 100,
                morale: -15,
            };
            losses::army(game, army, toll, Why::Defeat);
            if let Some(person) = game.force(army).commander {
                game.emit(Event::Stat {
                    stat: Stat::Loyalty(person),
                    by: -5,
                    why: Why::Defeat,
                });
            }
        }
        if game.field(army).is_some() {
            game.emit(Event::Tasked {
                army,
                task: Task::Hold,
                goal: field.at,
            });
        }
    }
}

/// Hostile armies in the open at one place, and those who come to break a ring.
fn meetings(game: &mut Game, place: PlaceId) {
    let holder = game.holder(place);
    let mut outside: Vec<ArmyId> = Vec::new();
    for (id, force, field) in game.standing() {
        let ashore = field.at == place && field.next.is_none() && !force.afloat();
        if ashore && !game.is_inside(force, field) {
            outside.push(id);
        }
    }
    // Somebody may have come into the town through a close ring this xun: he had to cut his way.
    if let Some(siege) = game.siege(place).copied() {
        cut_through(game, place, siege.by, siege.close);
    }
    let Some(&first) = outside.first() else {
        return;
    };
    let court = game.force(first).court;
    let (mut ours, theirs): (Vec<ArmyId>, Vec<ArmyId>) = outside
        .iter()
        .copied()
        .partition(|a| !game.at_war(game.force(*a).court, court));
    if theirs.is_empty() {
        return;
    }
    ours.retain(|a| {
        theirs
            .iter()
            .any(|t| game.at_war(game.force(*a).court, game.force(*t).court))
    });
    // Whoever came last attacks.
    let last = |armies: &[ArmyId]| {
        armies
            .iter()
            .filter_map(|a| game.field(*a))
            .map(|f| f.reached)
            .max()
    };
    let (attackers, defenders) = if last(&ours) > last(&theirs) {
        (ours, theirs)
    } else {
        (theirs, ours)
    };
    let relief = attackers
        .iter()
        .any(|a| game.field(*a).is_some_and(|f| f.task == Task::Relieve));
    let ground = ground(game, place);
    let mut a = side_weight(game, &attackers, ground);
    let d = side_weight(game, &defenders, ground);
    if relief && holder.is_some_and(|h| attackers.iter().any(|x| game.force(*x).court == h)) {
        // The garrison falls on the besiegers' backs with a third of its weight.
        let town = game.town(place);
        a += i64::from(town.garrison) * i64::from(town.quality) / 50
            * (50 + i64::from(town.morale))
            / 300;
    }
    let kind = if relief {
        BattleKind::Relief
    } else {
        BattleKind::Field
    };
    let won = settle(game, kind, place, &attackers, &defenders, a, d);
    retreat_all(game, if won { &defenders } else { &attackers });
    if won {
        for army in attackers {
            if game.field(army).is_some_and(|f| f.task == Task::Relieve) {
                game.emit(Event::Tasked {
                    army,
                    task: Task::Hold,
                    goal: place,
                });
            }
        }
    }
}

/// Armies that marched into a closely besieged town this xun meet a share of the ring.
fn cut_through(game: &mut Game, place: PlaceId, by: CourtId, close: bool) {
    if !close {
        return;
    }
    let turn = game.turn();
    let comers: Vec<ArmyId> = game
        .standing()
        .filter(|(_, force, field)| {
            field.at == place
                && field.reached == turn
                && field.next.is_none()
                && game.at_war(force.court, by)
                && game.is_inside(force, field)
                && turn.0 > 0
        })
        .map(|(id, _, _)| id)
        .collect();
    if comers.is_empty() {
        return;
    }
    let besiegers: Vec<ArmyId> = standing_at(game, by, place);
    let ground = ground(game, place);
    let a = side_weight(game, &comers, ground);
    let d = side_weight(game, &besiegers, ground) * RING_SHARE_PERCENT / 100;
    if besiegers.is_empty() || d == 0 {
        return;
    }
    let (fa, fd) = (
        fortune(game, place, game.force(comers[0]).court, a),
        fortune(game, place, by, d),
    );
    let won = fa > fd;
    let (attacker, attackers, defenders) = (
        game.force(comers[0]).court,
        men_of(game, &comers),
        men_of(game, &besiegers),
    );
    game.emit(Event::Fought {
        kind: BattleKind::Relief,
        place,
        attacker,
        defender: by,
        attackers,
        defenders,
        won,
    });
    for army in &comers {
        let quality = game.force(*army).quality;
        let ratio = (fa.max(fd) * 100 / fa.min(fd).max(1)).max(100);
        let (win, lose) = tolls(ratio, quality);
        losses::army(
            game,
            *army,
            if won { win } else { lose },
            if won { Why::Victory } else { Why::Defeat },
        );
        if !won && game.field(*army).is_some() {
            losses::retreat(game, *army);
        }
    }
    if won {
        game.emit(Event::Stat {
            stat: Stat::Morale(place),
            by: 8,
            why: Why::Relief,
        });
    }
}
