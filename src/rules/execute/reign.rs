//! What a sovereign does in his own house, among his own people and in his own towns.

use super::dismiss;
use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::events::{Account, Event, How, MenAccount, Reason, Stat, Why};
use crate::orders::{Reign, ReignNow};
use crate::rules::formulas::{people, throne, wealth};
use crate::rules::state::Game;
use crate::rules::systems::treaties::acts;
use crate::rules::systems::{masters, officials, palace, puppets, throne as thrones};
use crate::scenario::language::Good;

/// What an arrest costs a court in legitimacy beside the dismissal.
const ARREST: i32 = -2;
/// What a soldier's arrest costs the heart of his army.
const ARREST_SPIRIT: i32 = -8;

pub(super) fn carry_out(game: &mut Game, court: CourtId, reign: &ReignNow) {
    match *reign {
        Reign::Enthrone { person } => enthrone(game, court, person),
        Reign::Requisition {
            place,
            good,
            amount,
        } => requisition(game, court, place, good, amount),
        Reign::Honour { person } => {
            game.emit(Event::Honoured { court, person });
            // The first title means more than the fifth.
            let by = ((100 - game.figure(person).loyalty) / 8).clamp(1, 6);
            game.emit(Event::Stat {
                stat: Stat::Loyalty(person),
                by,
                why: Why::Honour,
            });
            game.emit(Event::Stat {
                stat: Stat::Favour(person),
                by: 4,
                why: Why::Honour,
            });
        }
        Reign::NameHeir { person } => name_heir(game, court, person),
        Reign::Arrest { person } => {
            let army = game.command_of(person);
            game.emit(Event::Arrested { court, person });
            dismiss(game, court, person);
            game.emit(Event::Exiled { person });
            game.emit(Event::Stat {
                stat: Stat::Legitimacy(court),
                by: ARREST,
                why: Why::Dismissal,
            });
            if let Some(army) = army {
                game.emit(Event::Stat {
                    stat: Stat::Spirit(army),
                    by: ARREST_SPIRIT,
                    why: Why::Dismissal,
                });
            }
        }
        Reign::Surety { person, to } => game.emit(Event::Taken {
            person,
            by: to,
            surrendered: true,
        }),
        Reign::Seize { person } => game.emit(Event::Taken {
            person,
            by: court,
            surrendered: false,
        }),
        Reign::Answer { how } => palace::answer(game, court, how),
        Reign::Employ { person } => officials::employ(game, court, person),
        Reign::Dissolve { court: client } => puppets::dissolve(game, court, client),
        Reign::Grant { place, to } => super::pass(game, place, to, How::Given),
        Reign::CarryOff { place, to } => carry_off(game, court, place, to),
        Reign::Detach {
            army,
            men,
            into,
            under,
        } => detach(game, army, men, into, under),
    }
}

/// A prince takes a vacant throne.
fn enthrone(game: &mut Game, court: CourtId, person: PersonId) {
    let realm = game.realm(court);
    let by = if realm.deposed {
        throne::RESTORED
    } else {
        throne::IN_HIS_ABSENCE
    };
    game.emit(Event::Enthroned { court, person });
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(court),
        by,
        why: Why::Throne,
    });
}

/// Each three million taels' worth stripped from a court's own people costs a point of legitimacy and embitters the town, up to six at a time; from a
/// conquered town it costs four of bitterness.
fn requisition(game: &mut Game, court: CourtId, place: PlaceId, good: Good, amount: i64) {
    let amount = amount.min(game.country(place).wealth[good as usize].max(0));
    if amount <= 0 {
        return;
    }
    let own = game.country(place).native == Some(court);
    game.emit(Event::Goods {
        from: Account::Town(place),
        to: Account::Court(court),
        good,
        amount,
        why: if own {
            Reason::Requisition
        } else {
            Reason::Plunder
        },
    });
    let bitter = if own {
        let silver = wealth::in_silver(good, amount);
        let bitter = i32::try_from(silver / 3_000_000).unwrap_or(6).clamp(1, 6);
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by: -bitter,
            why: Why::Requisition,
        });
        bitter
    } else {
        CONQUERED
    };
    game.emit(Event::Stat {
        stat: Stat::Unrest(place),
        by: bitter,
        why: Why::Requisition,
    });
}

/// How bitter the stripping of a conquered town makes it.
const CONQUERED: i32 = 4;

/// Part of an army is given to another, or stands by itself. To those who stay nothing changes; those who go have a new master.
fn detach(game: &mut Game, army: ArmyId, men: u32, into: ArmyId, under: Option<PersonId>) {
    let Some(at) = game.field(army).map(|f| f.at) else {
        return;
    };
    let joins = game.field(into).is_some();
    game.emit(Event::Detached {
        army,
        into,
        at,
        men,
    });
    game.emit(Event::Men {
        from: MenAccount::Army(army),
        to: MenAccount::Army(into),
        men,
    });
    if !joins {
        masters::divided(game, army, into);
    }
    if under.is_some() {
        if game.force(into).commander.is_some() {
            masters::hand_over(game, into, false);
        }
        game.emit(Event::TookCommand {
            person: under,
            army: into,
        });
    }
}

/// The people of a town go to another, with what they have; those who are left, and those among whom they are set down, take it ill.
fn carry_off(game: &mut Game, court: CourtId, place: PlaceId, to: PlaceId) {
    let before = game.homes(place).max(1);
    let homes = people::carried(before);
    game.emit(Event::CarriedOff {
        place,
        to,
        by: court,
        homes,
    });
    for good in [
        Good::Gold,
        Good::Silver,
        Good::Silk,
        Good::Cash,
        Good::Grain,
    ] {
        let has = game.country(place).wealth[good as usize].max(0);
        let amount = has * i64::from(homes) / i64::from(before);
        if amount > 0 {
            game.emit(Event::Goods {
                from: Account::Town(place),
                to: Account::Town(to),
                good,
                amount,
                why: Reason::Plunder,
            });
        }
    }
    for (at, by) in [(place, people::LEFT_UNREST), (to, people::SETTLED_UNREST)] {
        game.emit(Event::Stat {
            stat: Stat::Unrest(at),
            by,
            why: Why::CarriedOff,
        });
    }
    if game.country(place).native == Some(court) {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by: people::OWN_LEGITIMACY,
            why: Why::CarriedOff,
        });
    }
    acts::carried_off(game, court, place);
}

/// Who comes next is said. Where nobody stood there before, the house stands the firmer; whoever is passed over remembers it.
fn name_heir(game: &mut Game, court: CourtId, person: PersonId) {
    let before = thrones::heir_named(game, court);
    game.emit(Event::HeirNamed { court, person });
    if let Some(passed) = before {
        game.emit(Event::Stat {
            stat: Stat::Loyalty(passed),
            by: throne::PASSED_OVER,
            why: Why::Throne,
        });
    }
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(court),
        by: if before.is_some() {
            throne::HEIR_CHANGED
        } else {
            throne::HEIR_NAMED
        },
        why: Why::Throne,
    });
}
