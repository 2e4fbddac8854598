//! What a hand sets that the books do not keep: the part of `apply` that belongs to the writer's bench.

use super::components::{Captive, ClauseState, Field, Matter, Paper, Powder, Siege};
use super::{Game, strike};
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, PersonId, PlaceId};
use crate::scenario::given::{Given, GivenNow};

impl Game<'_> {
    /// Sets what is no sum of men or goods and no number that moves: those go by the events that keep the books.
    pub(super) fn set_by_hand(&mut self, given: &GivenNow) {
        let turn = self.tables.turn;
        match *given {
            Given::Day(day) => self.go_to(self.book.from.xun_until(day)),
            Given::Seat(court, place) => self.sit_at(court, place),
            Given::Reigns(person, court) => self.reign_by_hand(person, court),
            Given::CourtStands(court, so) => {
                self.realm_mut(court).stands = so;
                if !so {
                    self.set_patron(court, None);
                }
            }
            Given::Deposed(court, so) => {
                let realm = self.realm_mut(court);
                realm.deposed = so;
                realm.restored = false;
            }
            Given::AtWar(a, b, so) => self.set_war(a, b, so),
            Given::Alive(person, so) => {
                if !so {
                    self.leave_everything(person);
                    self.release(person);
                }
                self.figure_mut(person).alive = so;
            }
            Given::HeldBy(person, by) => {
                self.send(person, None);
                match by {
                    Some(of) => {
                        self.leave_everything(person);
                        self.capture(person, Captive { of, detained: true });
                    }
                    None => self.release(person),
                }
            }
            Given::PersonAt(person, at) => self.send(person, at),
            Given::Post(post, holder) => {
                self.posts_mut()[post.index()] = holder;
                if let Some(person) = holder {
                    self.figure_mut(person).exiled = false;
                }
            }
            Given::Holds(court, place) => self.hold_by_hand(court, place),
            Given::Besieged(place, None) => self.lift(place),
            Given::Besieged(place, Some(by)) => {
                let siege = Siege {
                    by,
                    since: turn,
                    close: true,
                    works: 0,
                    gate_open: false,
                };
                self.invest(place, siege);
            }
            Given::Stands(army, so) => self.stand_by_hand(army, so),
            Given::ArmyAt(army, place) => self.put(army, place),
            Given::Commands(army, who) => self.command_by_hand(army, who),
            Given::Fact(fact, so) => self.set_fact(fact, so),
            // Whatever was answered before is asked anew.
            Given::Laid(decision) => {
                self.tables.matters[decision.index()] = Matter::default();
                self.forget(decision);
            }
            Given::Chose(decision, option) => {
                let matter = &mut self.tables.matters[decision.index()];
                matter.laid = matter.laid.or(Some(turn));
                self.forget(decision);
                self.close(decision, Some(option));
            }
            Given::Proposed(draft) => {
                let clauses = self.terms(draft).clauses.len();
                *self.paper_mut(draft) = Paper {
                    clauses: vec![ClauseState::default(); clauses],
                    sent: Some(turn),
                    arrives: Some(turn),
                    delivered: Some(turn),
                    ..Paper::default()
                };
                self.carry(draft);
            }
            // These go by events of their own, which follow.
            Given::Serves(..)
            | Given::Sworn(_)
            | Given::Treasury(..)
            | Given::Legitimacy(..)
            | Given::Lean(..)
            | Given::Edicts(..)
            | Given::Welcome(..)
            | Given::Loyalty(..)
            | Given::Favour(..)
            | Given::Garrison(..)
            | Given::Morale(..)
            | Given::Stores(..)
            | Given::Walls(..)
            | Given::Unrest(..)
            | Given::Depot(..)
            | Given::Men(..)
            | Given::Spirit(..)
            | Given::Food(..)
            | Given::Sought(_) => {}
        }
    }

    /// A matter neither waits nor was closed.
    fn forget(&mut self, decision: DecisionId) {
        strike(&mut self.index.open, &decision);
        self.index.closed.retain(|closed| *closed != decision);
        self.tables.earlier.retain(|(id, _)| *id != decision);
    }

    /// Time goes on to a turn, and nothing else happens on the way but that reports come in.
    fn go_to(&mut self, xun: i32) {
        let to = u16::try_from(xun.max(0)).unwrap_or(u16::MAX);
        while self.tables.turn.0 < to {
            self.next_turn();
        }
    }

    fn reign_by_hand(&mut self, person: PersonId, court: CourtId) {
        let before = self.realm(court).ruler;
        if before != person {
            self.figure_mut(before).reigned = true;
        }
        self.release(person);
        self.figure_mut(person).court = Some(court);
        self.send(person, None);
        let realm = self.realm_mut(court);
        realm.ruler = person;
        realm.stands = true;
        realm.restored = realm.deposed;
    }

    fn hold_by_hand(&mut self, court: CourtId, place: PlaceId) {
        self.lift(place);
        self.settle(place);
        self.pass(place, court);
        self.town_mut(place).captain = None;
    }

    fn stand_by_hand(&mut self, army: ArmyId, so: bool) {
        let at = self.field(army).map(|f| f.at);
        match (at, so) {
            (None, true) => {
                let at = self.book.armies[army.index()].at;
                let turn = self.tables.turn;
                self.tables.raised[army.index()] = true;
                self.stand(army, Field::held(at, turn));
            }
            (Some(at), false) => {
                self.set_commander(army, None);
                let force = self.force_mut(army);
                force.powder = Powder::default();
                let left = std::mem::take(&mut force.ships);
                self.town_mut(at).ships += left;
                self.break_up(army);
                self.tables.errands.retain(|e| e.army != army);
            }
            _ => {}
        }
    }

    /// An army stands at a place and has no orders.
    fn put(&mut self, army: ArmyId, place: PlaceId) {
        let turn: Turn = self.tables.turn;
        if let Some(field) = self.field_mut(army) {
            let left = field.at;
            *field = Field::held(place, turn);
            self.index.goes(army, left);
            self.index.comes(army, place);
        }
    }

    fn command_by_hand(&mut self, army: ArmyId, who: Option<PersonId>) {
        if let Some(person) = who {
            self.leave_commands(person);
            self.figure_mut(person).exiled = false;
            self.send(person, None);
        }
        self.set_commander(army, who);
        let force = self.force_mut(army);
        if force.bereft.is_some_and(|b| Some(b.person) == who) {
            force.bereft = None;
        }
    }
}
