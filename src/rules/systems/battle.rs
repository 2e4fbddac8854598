//! Phase 6, in the open: meetings of armies and reliefs; forced crossings ([`super::crossing`]) and night attacks ([`super::raid`]) come before.

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Chased, Event, Stat, Store, Task, Why};
use crate::rules::formulas::battle::{
    DIVIDED_PERCENT, Factor, Footing, Ground, Meeting, RING_SHARE_PERCENT, Toll, Weight, factors,
    fate_chance, rally_xun, shock_percent, steadiness, tolls, weight,
};
use crate::rules::formulas::masters;
use crate::rules::formulas::powder::{self, Use};
use crate::rules::formulas::pursuit::{self, Behind, Chase};
use crate::rules::state::Game;
use crate::rules::state::components::Field;
pub use crate::rules::systems::ground::ground;
use crate::rules::systems::{crossing, fleet, ground, losses, raid, workshop};
use crate::scenario::language::BattleKind;
use crate::scenario::raw::Role;

/// How far fortune swings a battle, permille either way.
const FORTUNE: u32 = 280;

/// Everything that fights in the open this xun.
pub fn run(game: &mut Game) {
    fleet::meet(game);
    crossing::run(game);
    raid::run(game);
    for place in contested(game) {
        meetings(game, place);
    }
}

/// Places where armies of courts at war stand together, in order.
fn contested(game: &Game) -> Vec<PlaceId> {
    let here = |place: PlaceId| {
        let there = game.standing_at(place);
        there
            .filter(|(_, _, field)| field.next.is_none())
            .map(|(_, force, _)| force.court)
    };
    // Most hosts are of one court: that is seen in one look.
    let mixed = |place: PlaceId| {
        let mut courts = here(place);
        let first = courts.next();
        courts.any(|court| Some(court) != first)
    };
    let fight = |place: &PlaceId| {
        mixed(*place) && here(*place).any(|a| here(*place).any(|b| game.at_war(a, b)))
    };
    game.camps()
        .filter(|(_, armies)| armies.len() > 1)
        .map(|(place, _)| place)
        .filter(fight)
        .collect()
}

/// What an army brings to a fight of this kind.
fn brought(game: &Game, army: ArmyId, wanted: Use) -> Weight {
    let force = game.force(army);
    Weight {
        men: force.men,
        horse_percent: force.horse_percent,
        quality: force.quality,
        morale: force.morale,
        command: force
            .commander
            .map_or(3, |p| game.book.people[p.index()].command.max(1)),
        food: force.food,
        dug_in: 0,
        powder: powder::percent(force.powder.craft, force.powder.loads, force.men, wanted),
    }
}

/// The weight of one army on this ground in the season, without an enemy in sight.
#[must_use]
pub fn army_weight(game: &Game, army: ArmyId, ground: Ground) -> i64 {
    let footing = game
        .field(army)
        .map_or(Footing::Firm, |f| ground::footing(game, f.at));
    let meeting = Meeting {
        footing,
        ..Meeting::on(ground)
    };
    weight(brought(game, army, Use::Field), meeting) * own_percent(game, army) / 100
}

/// What an army's attachment to its commander makes of its weight, percent.
fn own_percent(game: &Game, army: ArmyId) -> i64 {
    let force = game.force(army);
    masters::weight_percent(force.attachment, force.commander.is_some())
}

/// What an army's men are multiplied by where it stands, with no enemy in sight, and its weight.
#[must_use]
pub fn army_factors(game: &Game, army: ArmyId) -> (Vec<(Factor, i64)>, i64) {
    let (mut brought, mut meeting) = (brought(game, army, Use::Field), Meeting::on(Ground::Plain));
    if let Some(field) = game.field(army) {
        brought.dug_in = ground::dug_in(game, army);
        meeting.ground = ground(game, field.at);
        meeting.footing = ground::footing(game, field.at);
    }
    (
        factors(brought, meeting).to_vec(),
        weight(brought, meeting) * own_percent(game, army) / 100,
    )
}

/// The same of an army that stands where it may have dug itself in.
fn arrayed(game: &Game, army: ArmyId) -> Weight {
    Weight {
        dug_in: ground::dug_in(game, army),
        ..brought(game, army, Use::Field)
    }
}

/// What these hosts of an enemy make of a meeting at a place: how their foot stands, and how much horse they have.
fn meeting(
    game: &Game,
    place: PlaceId,
    ground: Ground,
    enemy: impl Iterator<Item = Weight>,
) -> Meeting {
    let (mut men, mut shock, mut horse) = (0_i64, 0_i64, 0_i64);
    for host in enemy {
        let n = i64::from(host.men);
        let steady = steadiness(host.quality, host.morale);
        men += n;
        shock += n * i64::from(shock_percent(steady, host.dug_in));
        horse += n * i64::from(host.horse_percent);
    }
    let mean = |sum: i64| i32::try_from(sum / men.max(1)).unwrap_or(0);
    Meeting {
        ground,
        footing: ground::footing(game, place),
        shock: if men > 0 { mean(shock) } else { 100 },
        enemy_horse: mean(horse),
    }
}

/// The weight of a side in the open against these enemies.
pub(super) fn side(game: &Game, place: PlaceId, armies: &[ArmyId], enemy: &[ArmyId]) -> i64 {
    side_on(game, place, ground(game, place), armies, enemy)
}

/// The same on a piece of ground that is not like the country round it.
pub(super) fn side_on(
    game: &Game,
    place: PlaceId,
    ground: Ground,
    armies: &[ArmyId],
    enemy: &[ArmyId],
) -> i64 {
    let enemy = enemy.iter().map(|army| arrayed(game, *army));
    let meeting = meeting(game, place, ground, enemy);
    let total = armies
        .iter()
        .map(|army| weight(arrayed(game, *army), meeting) * own_percent(game, *army) / 100)
        .sum();
    together(game, armies, total)
}

/// What armies that come up to a place, and a host there of which no more is known than this, would weigh against each other in the open.
#[must_use]
pub fn foreseen(game: &Game, place: PlaceId, armies: &[ArmyId], host: Weight) -> (i64, i64) {
    let ground = ground(game, place);
    // Who has just come up has dug nothing.
    let come = |army: &ArmyId| brought(game, *army, Use::Field);
    let against = meeting(game, place, ground, std::iter::once(host));
    let total = armies
        .iter()
        .map(|army| weight(come(army), against) * own_percent(game, *army) / 100)
        .sum();
    let theirs = weight(host, meeting(game, place, ground, armies.iter().map(come)));
    (together(game, armies, total), theirs)
}

/// What the garrison adds that falls on the besiegers' backs when its town is relieved: a third of its weight.
#[must_use]
pub fn sally(game: &Game, place: PlaceId) -> i64 {
    let town = game.town(place);
    i64::from(town.garrison) * i64::from(town.quality) / 50 * (50 + i64::from(town.morale)) / 300
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

/// The weight of a side at a river or a pass that is held: what a camp adds is counted with the crossing, and powder counts as it does there.
pub(super) fn side_weight(game: &Game, armies: &[ArmyId], ground: Ground) -> i64 {
    let wanted = if ground == Ground::Hills {
        Use::Field
    } else {
        Use::River
    };
    let total = armies
        .iter()
        .map(|army| weight(brought(game, *army, wanted), Meeting::on(ground)))
        .sum();
    together(game, armies, total)
}

/// Marshals who each command their own host share the field badly, when there is more than one host there.
fn together(game: &Game, armies: &[ArmyId], total: i64) -> i64 {
    match armies.first() {
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
        let chase = chase(game, place, winners, *army, false);
        let quality = game.force(*army).quality;
        let (_, lose) = tolls(ratio, quality, pursuit::percent(chase));
        let valour = game
            .force(*army)
            .commander
            .map_or(0, |p| game.book.people[p.index()].valour);
        losses::commander_fate(
            game,
            *army,
            victor,
            fate_chance(
                valour,
                ratio,
                lose.dead + lose.scattered,
                game.force(*army).men,
            ),
        );
        pursued(game, place, *army, chase, lose, tolls(ratio, quality, 0).1);
        losses::army(game, *army, lose, Why::Defeat);
        rally(game, *army, lose);
    }
    for army in winners {
        let (win, _) = tolls(ratio, game.force(*army).quality, 0);
        losses::army(game, *army, win, Why::Victory);
    }
    let fought: Vec<Store> = attackers
        .iter()
        .chain(defenders)
        .map(|army| Store::Army(*army))
        .collect();
    workshop::spend(game, &fought);
    won
}

/// What becomes of a beaten army on the road: who is after it, over what ground, and what lies behind it.
pub(super) fn chase(
    game: &Game,
    place: PlaceId,
    winners: &[ArmyId],
    army: ArmyId,
    night: bool,
) -> Chase {
    let force = game.force(army);
    let footing = ground::footing(game, place);
    let horse = |a: &ArmyId| {
        let of = game.force(*a);
        of.men * u32::try_from(of.horse_percent).unwrap_or(0) / 100
    };
    let hungry = winners
        .iter()
        .all(|a| game.force(*a).food <= 0 && game.force(*a).men > 0);
    Chase {
        riders: winners.iter().map(horse).sum(),
        fleeing: force.men,
        mounted: force.horse_percent,
        ground: ground(game, place),
        heat: match footing {
            Footing::Heat(heat) => heat,
            _ => 0,
        },
        hungry,
        night,
        behind: ground::behind(game, force.court, place),
    }
}

/// A chase that costs fewer men than this is not told.
pub(super) const CHASE_TOLD: u32 = 300;

/// Tells of the chase: what it took beyond what the battle itself did.
fn pursued(game: &mut Game, place: PlaceId, army: ArmyId, chase: Chase, all: Toll, none: Toll) {
    let percent = (all.dead + all.scattered).saturating_sub(none.dead + none.scattered);
    let lost = chase.fleeing / 100 * percent;
    if lost < CHASE_TOLD {
        return;
    }
    let ridden = pursuit::percent(chase) >= 70;
    let how = match chase.behind {
        Behind::Water => Chased::Drowned,
        Behind::Walls => Chased::Walls,
        _ if ridden => Chased::Ridden,
        _ => Chased::Slowly,
    };
    game.emit(Event::Pursued {
        army,
        place,
        lost,
        how,
    });
}

/// A beaten army gathers its men before it can be led anywhere.
pub(super) fn rally(game: &mut Game, army: ArmyId, lost: Toll) {
    let xun = rally_xun(lost.dead + lost.scattered);
    if xun > 0 && game.field(army).is_some() {
        game.emit(Event::Rallying {
            army,
            until: Turn(game.turn().0 + 1 + xun),
        });
    }
}

pub(super) fn retreat_all(game: &mut Game, armies: &[ArmyId]) {
    for army in armies {
        if game.field(*army).is_some() {
            losses::retreat(game, *army);
        }
    }
}

/// The beaten leave the field: into the town that they came out of, if nobody has closed it, else away.
fn fall_back(game: &mut Game, place: PlaceId, armies: &[ArmyId]) {
    let (turn, open) = (game.turn(), game.siege(place).is_none());
    for &army in armies {
        let Some(field) = game.field(army).copied() else {
            continue;
        };
        let court = game.force(army).court;
        let own = game.holder(place).is_some_and(|h| game.allied(h, court));
        if open && own && field.reached < turn && game.has_walls(place) {
            game.emit(Event::Tasked {
                army,
                task: Task::Hold,
                goal: place,
            });
        } else {
            losses::retreat(game, army);
        }
    }
}

/// Armies of a court (and its allies) standing at a place, in the open or not.
pub(super) fn standing_at(game: &Game, court: CourtId, place: PlaceId) -> Vec<ArmyId> {
    game.standing_at(place)
        .filter(|(_, force, field)| field.next.is_none() && game.allied(force.court, court))
        .map(|(id, _, _)| id)
        .collect()
}

/// Hostile armies in the open at one place, and those who come to break a ring.
fn meetings(game: &mut Game, place: PlaceId) {
    let holder = game.holder(place);
    let mut outside: Vec<ArmyId> = Vec::new();
    for (id, force, field) in game.standing_at(place) {
        let ashore = field.next.is_none() && !force.afloat();
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
    // And whoever came out of a town for it, or up to it, whenever that was.
    let relieves = |armies: &[ArmyId]| {
        let told = |f: &Field| f.task == Task::Relieve && f.goal == place;
        armies.iter().any(|a| game.field(*a).is_some_and(told))
    };
    let (attackers, defenders) =
        if (relieves(&ours), last(&ours)) > (relieves(&theirs), last(&theirs)) {
            (ours, theirs)
        } else {
            (theirs, ours)
        };
    let relief = game.siege(place).is_some() && relieves(&attackers);
    let mut a = side(game, place, &attackers, &defenders);
    let d = side(game, place, &defenders, &attackers);
    if relief && holder.is_some_and(|h| attackers.iter().any(|x| game.force(*x).court == h)) {
        a += sally(game, place);
    }
    let kind = if relief {
        BattleKind::Relief
    } else {
        BattleKind::Field
    };
    let won = settle(game, kind, place, &attackers, &defenders, a, d);
    fall_back(game, place, if won { &defenders } else { &attackers });
    if won {
        for army in attackers {
            // Whoever freed another town on his way goes on to the one he was sent to.
            if game
                .field(army)
                .is_some_and(|f| f.task == Task::Relieve && f.goal == place)
            {
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
        .standing_at(place)
        .filter(|(_, force, field)| {
            field.reached == turn
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
    let a = side(game, place, &comers, &besiegers);
    let d = side(game, place, &besiegers, &comers) * RING_SHARE_PERCENT / 100;
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
    let ratio = (fa.max(fd) * 100 / fa.min(fd).max(1)).max(100);
    // That part of the ring which was in the way pays for it, and nobody rides after those who got in.
    for army in &besiegers {
        let (win, lose) = tolls(ratio, game.force(*army).quality, 0);
        let (toll, why) = if won {
            (lose, Why::Defeat)
        } else {
            (win, Why::Victory)
        };
        losses::army(game, *army, toll.part(RING_SHARE_PERCENT), why);
    }
    for army in &comers {
        let quality = game.force(*army).quality;
        // Whoever fails to cut his way in is on foot before a camp, and is chased.
        let chase = pursuit::percent(chase(game, place, &besiegers, *army, false));
        let (win, lose) = tolls(ratio, quality, chase);
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
