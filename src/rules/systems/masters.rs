//! Phase 8: armies grow into their commanders' own, and what it costs to take them away; how those who came over were treated.

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, PersonId};
use crate::events::{Event, MenAccount, Stat, Why};
use crate::rules::formulas::{masters, mutiny};
use crate::rules::state::Game;
use crate::rules::systems::palace;

pub use crate::rules::formulas::masters::weight_percent;

/// By the month for time under one man, and each xun for victories.
pub fn run(game: &mut Game) {
    let turn = game.turn();
    let victories: Vec<_> = game
        .tables()
        .battles
        .iter()
        .rev()
        .take_while(|b| b.turn == turn)
        .map(|b| (b.place, b.winner))
        .collect();
    let month = game.month_begins();
    if victories.is_empty() && !month {
        return;
    }
    let mut paid: Vec<Option<bool>> = vec![None; game.book.courts.len()];
    let armies = game.standing_ids();
    for &army in &armies {
        let Some(at) = game.field(army).map(|f| f.at) else {
            continue;
        };
        let force = game.force(army);
        if month && force.afloat() && force.marines < masters::MOST_MARINES {
            game.emit(Event::Stat {
                stat: Stat::Marines(army),
                by: masters::MARINES_A_MONTH,
                why: Why::Aboard,
            });
        }
        let force = game.force(army);
        if force.commander.is_none() || force.attachment >= 100 {
            continue;
        }
        let won = victories.contains(&(at, force.court));
        if month {
            let court = force.court;
            let near = game.book.atlas.km(at, game.realm(court).seat) <= masters::AT_COURT_KM;
            let paid = *paid[court.index()].get_or_insert_with(|| !palace::unpaid(game, court));
            let by = masters::month(force.attachment, near, paid);
            if by != 0 {
                grow(game, army, by, Why::Service);
            }
        }
        if won {
            grow(game, army, masters::VICTORY, Why::Victory);
        }
    }
    game.done_with(armies);
}

fn grow(game: &mut Game, army: ArmyId, by: i32, why: Why) {
    game.emit(Event::Stat {
        stat: Stat::Attachment(army),
        by,
        why,
    });
}

/// The command of an army goes from the man it is used to: to another, or to nobody. To be called before the command changes.
/// `willing` where he gives it up of his own will, or is honoured for it.
pub fn hand_over(game: &mut Game, army: ArmyId, willing: bool) {
    let force = game.force(army);
    let (attachment, court, men) = (force.attachment, force.court, force.men);
    let (leave, morale) = if force.commander.is_some() {
        masters::handing_over(attachment, willing)
    } else {
        (0, 0)
    };
    if attachment > masters::STATE
        && let Some(person) = force.commander
    {
        // An army that he gave up himself has half as much to complain of.
        let own = attachment - masters::STATE;
        let was = if willing {
            masters::STATE + own / 2
        } else {
            attachment
        };
        // A man who had it for a season does not make them forget the one whose it was for years.
        let older = game.force(army).bereft.is_some_and(|b| {
            b.person != person
                && mutiny::left(b.was, months_since(game, b.since)) > was - masters::STATE
        });
        if !older {
            game.emit(Event::Bereft { army, person, was });
        }
    }
    let gone = men * leave / 100;
    if gone > 0 {
        game.emit(Event::Men {
            from: MenAccount::Army(army),
            to: MenAccount::Scattered(court),
            men: gone,
        });
    }
    if morale != 0 {
        game.emit(Event::Stat {
            stat: Stat::Spirit(army),
            by: morale,
            why: Why::NewMaster,
        });
    }
    if attachment > masters::STATE {
        grow(game, army, masters::STATE - attachment, Why::NewMaster);
    }
}

/// Whole months since a turn.
fn months_since(game: &Game, since: Turn) -> i32 {
    i32::from(game.turn().0.saturating_sub(since.0)) / 3
}

/// Part of an army stands by itself from now on: to those men it is as if their master were gone.
pub fn divided(game: &mut Game, army: ArmyId, corps: ArmyId) {
    let (attachment, master) = {
        let force = game.force(army);
        (force.attachment, force.commander)
    };
    if attachment <= masters::STATE {
        return;
    }
    if let Some(person) = master {
        game.emit(Event::Bereft {
            army: corps,
            person,
            was: attachment,
        });
    }
    grow(game, corps, masters::STATE - attachment, Why::NewMaster);
}

/// Those who are not his own leave a general who goes over. To be called before the army goes.
pub fn follow(game: &mut Game, army: ArmyId) {
    let force = game.force(army);
    let stay = 100 - masters::follow_percent(force.attachment);
    let (court, men) = (force.court, force.men * stay / 100);
    if men > 0 {
        game.emit(Event::Men {
            from: MenAccount::Army(army),
            to: MenAccount::Scattered(court),
            men,
        });
    }
}

/// How a court treats one who came over to it is told among those who might.
pub fn treated(game: &mut Game, court: CourtId, person: PersonId, by: i32) {
    let came = game
        .tables()
        .fugitives
        .iter()
        .any(|f| f.person == person && f.to == court);
    if came {
        game.emit(Event::Stat {
            stat: Stat::Welcome(court),
            by,
            why: Why::Treatment,
        });
    }
}

/// What a command or a post for him is worth, and what his dismissal, his return or his death costs.
pub const HONOURED: i32 = 10;
/// See [`HONOURED`].
pub const CAST_OFF: i32 = -25;
