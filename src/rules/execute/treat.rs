//! What is done at the negotiating table, and with what was sworn there.

use super::propose;
use crate::base::ids::{CourtId, DecisionId, DraftId, PersonId};
use crate::events::{Casus, Event, Stat, Why};
use crate::orders::{Treat, TreatNow};
use crate::rules::check::treat;
use crate::rules::state::Game;
use crate::rules::systems::{
    bargain, masters, throne,
    treaties::{acts, grievance},
};
use crate::scenario::model::Terms;

/// What it costs a court in legitimacy to disown its envoy, who is sent away besides: less than breaking a treaty, and the other side is no less angry.
const DISAVOWED: i32 = -5;
/// How far that moves the other court towards war.
const INSULT: i32 = 10;
/// What it costs in legitimacy to give back one who came over, and what it costs in the loyalty of every other who did.
/// Zhang Jue's head taught Guo Yaoshi what Song's protection was worth: if they want mine, he asked, will you send it?
const GAVE_BACK: i32 = -2;
const GAVE_BACK_LOYALTY: i32 = -10;

pub(super) fn carry_out(game: &mut Game, court: CourtId, treat: &TreatNow) {
    match *treat {
        Treat::Offer {
            to,
            envoy,
            ref clauses,
            answers,
            worded,
        } => {
            // A paper that this one overtakes on the road is called back.
            let overtaken: Vec<DraftId> = treat::unanswered(game, court, to).collect();
            for old in overtaken {
                game.emit(Event::CalledBack { draft: old });
                home(game, old);
            }
            let draft = DraftId::of(game.tables().papers.len());
            let mut terms = Terms::plain(court, to, clauses.clone());
            if let Some(words) = worded {
                terms = terms.worded(game.terms(words));
            }
            game.emit(Event::Drawn {
                draft,
                terms: Box::new(terms),
                envoy,
                answers,
            });
            if let Some(theirs) = answers {
                refuse(game, court, theirs);
            }
            let place = game.letter(court, to).place;
            game.emit(Event::Went {
                person: envoy,
                place,
            });
            propose(game, draft);
        }
        Treat::Disavow { draft } => {
            let Some(envoy) = game.drawn(draft).map(|d| d.envoy) else {
                return;
            };
            let other = game.terms(draft).other(court);
            game.emit(Event::Disavowed {
                draft,
                person: envoy,
            });
            if game.figure(envoy).alive && game.figure(envoy).court == Some(court) {
                game.emit(Event::Exiled { person: envoy });
            }
            price(game, court, DISAVOWED);
            game.emit(Event::Stat {
                stat: Stat::Lean(other),
                by: INSULT,
                why: Why::BrokenWord,
            });
            void(game, court, draft);
        }
        Treat::Void { draft } => disown(game, court, draft),
        Treat::War { on } => open_war(game, court, on, None),
        Treat::Release { person } => {
            game.emit(Event::Freed { person });
            throne::came_home(game, person);
        }
        Treat::GiveBack { person } => give_back(game, court, person),
        Treat::Reclaim { place } => {
            if let Some(draft) = grievance::reclaimable(game, court, place) {
                let due = game.turn();
                game.emit(Event::CessionOrdered {
                    place,
                    to: court,
                    draft,
                    due,
                });
            }
        }
    }
}

/// A court opens war on another, of itself or as it chose in council.
pub fn open_war(game: &mut Game, court: CourtId, on: CourtId, choice: Option<DecisionId>) {
    let cost = grievance::war_price(game, court, on);
    let casus = grievance::casus(game, court, on);
    price(game, court, cost);
    if let Some(decision) = choice {
        game.emit(Event::WarChosen {
            court,
            on,
            decision,
        });
    }
    at_war(game, court, on, casus);
    acts::opened_war(game, court, on);
}

/// It is war, and a tie between the two ends with it: nobody lives by the grace of a court that he is at war with.
fn at_war(game: &mut Game, by: CourtId, on: CourtId, casus: Casus) {
    let tie = [(by, on), (on, by)]
        .into_iter()
        .find(|(client, patron)| game.patron(*client) == Some(*patron));
    game.emit(Event::WarOpened { by, on, casus });
    if let Some((client, patron)) = tie {
        game.emit(Event::TieEnded { client, patron });
    }
}

fn price(game: &mut Game, court: CourtId, by: i32) {
    if by != 0 {
        game.emit(Event::Stat {
            stat: Stat::Legitimacy(court),
            by,
            why: Why::BrokenWord,
        });
    }
}

/// A court goes back on a sworn treaty, at the price its case gives it.
pub fn disown(game: &mut Game, court: CourtId, draft: DraftId) {
    let cost = grievance::void_price(game, draft, court);
    price(game, court, cost);
    void(game, court, draft);
}

/// A sworn treaty is declared void; where it had made peace, that is war again, but not between a court and the one that it lives by: that tie is no paper, and only
/// a war that one of them opens ends it.
pub fn void(game: &mut Game, court: CourtId, draft: DraftId) {
    game.emit(Event::Repudiated { draft, by: court });
    let terms = game.terms(draft);
    let (peace, on) = (terms.makes_peace(), terms.other(court));
    if peace && !game.at_war(court, on) && !game.allied(court, on) {
        let casus = Casus {
            against: Some(draft),
            ..grievance::casus(game, court, on)
        };
        at_war(game, court, on, casus);
    }
}

/// A paper is refused. What its envoy hears of why depends on the man.
pub fn refuse(game: &mut Game, court: CourtId, draft: DraftId) {
    let word = bargain::word(game, court, draft);
    game.emit(Event::Refused { draft, by: court });
    game.emit(Event::Heard { draft, word });
    home(game, draft);
}

/// A paper was left lying until the moment was gone: as good as refused, and what its envoy could hear of why, he has heard.
pub fn leave_lying(game: &mut Game, draft: DraftId) {
    let by = game.terms(draft).to;
    let word = bargain::word(game, by, draft);
    game.emit(Event::LeftLying { draft, by });
    game.emit(Event::Heard { draft, word });
    home(game, draft);
}

/// The envoy of an answered paper comes home, and with him what he said there.
pub fn home(game: &mut Game, draft: DraftId) {
    if let Some(person) = game.drawn(draft).map(|d| d.envoy)
        && game.paper(draft).spoken.is_some()
    {
        game.emit(Event::CameOut { draft, person });
    }
    if let Some(person) = game.drawn(draft).map(|d| d.envoy)
        && game.is_free(person)
        && game.figure(person).at.is_some()
    {
        game.emit(Event::Recalled { person });
    }
}

fn give_back(game: &mut Game, court: CourtId, person: PersonId) {
    let Some(came) = game
        .tables()
        .fugitives
        .iter()
        .find(|f| f.person == person)
        .copied()
    else {
        return;
    };
    masters::treated(game, court, person, masters::CAST_OFF);
    game.emit(Event::GaveBack {
        person,
        by: court,
        to: came.from,
    });
    game.emit(Event::Stat {
        stat: Stat::Legitimacy(court),
        by: GAVE_BACK,
        why: Why::Order,
    });
    let others: Vec<PersonId> = game
        .tables()
        .fugitives
        .iter()
        .filter(|f| f.to == court && f.person != person)
        .map(|f| f.person)
        .filter(|p| game.figure(*p).alive && game.figure(*p).court == Some(court))
        .collect();
    for other in others {
        game.emit(Event::Stat {
            stat: Stat::Loyalty(other),
            by: GAVE_BACK_LOYALTY,
            why: Why::BrokenWord,
        });
    }
}
