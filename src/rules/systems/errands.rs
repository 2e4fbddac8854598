//! Orders that a commander far away will not like: they travel, and he obeys, puts them off, or will not.

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PersonId};
use crate::base::luck::Purpose;
use crate::events::{Event, Obedience, Stat, Why};
use crate::orders::{Order, OrderNow, Reign};
use crate::rules::formulas::{masters, news, obedience};
use crate::rules::state::Game;
use crate::rules::systems::parties;
use crate::rules::{check, execute};

/// Battles of the last two months say who is winning; a colleague's fall is remembered for half a year.
const WINNING_XUN: u16 = 6;
const REMEMBERED_XUN: u16 = 18;

/// The army that an order would go to, and the man in whose hands it is put, if it goes against him to do it.
fn against(game: &Game, order: &OrderNow) -> Option<(ArmyId, PersonId, bool)> {
    let led = |army: ArmyId| game.force(army).commander.map(|person| (army, person));
    let commands = |person: PersonId| game.command_of(person).map(|army| (army, person));
    Some(match *order {
        Order::Withdraw { army, .. } => {
            let (army, person) = led(army)?;
            (army, person, false)
        }
        Order::Disband { army } => {
            let (army, person) = led(army)?;
            (army, person, true)
        }
        Order::Command { person: new, army } => {
            let (army, person) = led(army).filter(|(_, old)| *old != new)?;
            (army, person, true)
        }
        Order::Dismiss { person } => {
            let (army, person) = commands(person)?;
            (army, person, true)
        }
        Order::Reign(ref reign) => match **reign {
            Reign::Arrest { person } => {
                let (army, person) = commands(person)?;
                (army, person, true)
            }
            _ => return None,
        },
        _ => return None,
    })
}

/// How little the man likes an order, whom it concerns, and where he stands; none where it is carried out at once.
#[must_use]
pub fn reluctance(game: &Game, court: CourtId, order: &OrderNow) -> Option<(ArmyId, i32)> {
    let (army, person, himself) = against(game, order)?;
    // The three of May 1141 gave up their armies for the Bureau of Military Affairs, and each of them came when he was called.
    let compensated =
        matches!(order, Order::Command { .. }) && parties::sits_in_council(game, person);
    Some((
        army,
        dislikes(game, court, army, person, himself && !compensated)?,
    ))
}

/// How little the commander of an army likes what his court wants of him; none where he is under its eyes, or does not mind.
fn dislikes(
    game: &Game,
    court: CourtId,
    army: ArmyId,
    person: PersonId,
    himself: bool,
) -> Option<i32> {
    let field = game.field(army)?;
    let force = game.force(army);
    let seat = game.realm(court).seat;
    let at = game.whereabouts(person).unwrap_or(field.at);
    if force.court != court
        || game.realm(court).ruler == person
        || game.book.atlas.km(at, seat) < obedience::FAR_KM
    {
        return None;
    }
    let man = &game.book.people[person.index()];
    let recent = |turn: Turn, xun: u16| game.turn().0 <= turn.0 + xun;
    let won = game
        .tables()
        .battles
        .iter()
        .rev()
        .take_while(|b| recent(b.turn, WINNING_XUN))
        .filter(|b| game.book.atlas.km(b.place, field.at) <= 200)
        .map(|b| i32::from(b.winner == court) - i32::from(b.loser == court))
        .sum::<i32>();
    let warned = game.tables().dismissals.iter().any(|d| {
        d.court == court
            && d.person != person
            && recent(d.turn, REMEMBERED_XUN)
            && game.book.people[d.person.index()].command >= 6
    });
    let case = obedience::Case {
        loyalty: game.figure(person).loyalty,
        stance: man.stance,
        winning: won > 0,
        beaten: won < 0,
        strong: parties::is_feared(game, court, army),
        warned,
        himself,
        own: force.attachment - masters::STATE,
        season: game.book.courts[court.index()].northern && (3..=8).contains(&game.month()),
    };
    let how = obedience::reluctance(&case);
    (how > 0).then_some(how)
}

/// Whether a man comes, or goes, when he is sent for: one who has an army about him, far from the court, may excuse himself.
pub fn goes(game: &mut Game, person: PersonId) -> bool {
    let (Some(court), Some(army)) = (game.figure(person).court, game.command_of(person)) else {
        return true;
    };
    let Some(how) = dislikes(game, court, army, person, false) else {
        return true;
    };
    let (refuses, _) = obedience::answer(how);
    let key = u32::from(person.0);
    let stays = game
        .luck
        .permille(game.turn(), Purpose::Obedience, key, 0x5E4D, refuses);
    if stays {
        took(game, court, army, person, Obedience::Refused);
        defied(game, court, person);
    }
    !stays
}

/// What it costs to be heard to order and not obeyed.
fn defied(game: &mut Game, court: CourtId, person: PersonId) {
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(court),
        by: obedience::REFUSED,
        why: Why::Defiance,
    });
    parties::favour(game, person, obedience::DEFIANT, Why::Defiance);
}

/// Whether an order goes out with a courier in place of being done at once; it is then on its way.
pub fn sends(game: &mut Game, court: CourtId, order: &OrderNow) -> bool {
    let Some((army, _)) = reluctance(game, court, order) else {
        return false;
    };
    let Some(at) = game.field(army).map(|f| f.at) else {
        return false;
    };
    let km = game.book.atlas.km(game.realm(court).seat, at);
    let arrives = Turn(game.turn().0 + news::courier_xun(km).max(1));
    game.emit(Event::Dispatched {
        court,
        army,
        order: Box::new(order.clone()),
        arrives,
    });
    true
}

/// Orders that have come are answered.
pub fn run(game: &mut Game) {
    let due: Vec<_> = game
        .tables()
        .errands
        .iter()
        .filter(|e| e.arrives <= game.turn())
        .cloned()
        .collect();
    for errand in due {
        let (court, army) = (errand.court, errand.army);
        let person = game.force(army).commander;
        if check::lawful(game, court, &errand.order).is_err() {
            let who = person.unwrap_or(game.realm(court).ruler);
            took(game, court, army, who, Obedience::Moot);
            continue;
        }
        // Nobody is left there who might not like it.
        let Some(person) = person else {
            let who = game.realm(court).ruler;
            took(game, court, army, who, Obedience::Obeyed);
            execute::carried(game, court, &errand.order);
            continue;
        };
        let how = match reluctance(game, court, &errand.order) {
            None => Obedience::Obeyed,
            Some((_, reluctance)) => {
                let (refuses, delays) = obedience::answer(reluctance);
                let roll = game.luck.roll(
                    game.turn(),
                    Purpose::Obedience,
                    u32::from(army.0),
                    u32::from(errand.put_off),
                    1_000,
                );
                if roll < refuses {
                    Obedience::Refused
                } else if roll < refuses + delays && errand.put_off < obedience::MOST_PUT_OFF {
                    Obedience::Delayed
                } else {
                    Obedience::Obeyed
                }
            }
        };
        took(game, court, army, person, how);
        match how {
            Obedience::Obeyed => execute::carried(game, court, &errand.order),
            Obedience::Refused => defied(game, court, person),
            Obedience::Delayed | Obedience::Moot => {}
        }
    }
}

fn took(game: &mut Game, court: CourtId, army: ArmyId, person: PersonId, how: Obedience) {
    game.emit(Event::Took {
        court,
        army,
        person,
        how,
    });
}
