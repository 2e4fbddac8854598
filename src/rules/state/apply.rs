//! The only code that writes a game: one match over what happened.
//!
//! It decides nothing. It may not roll luck and has no opinion on whether the event was lawful.

use super::components::{
    BattleRecord, Bereft, Captive, Ceded, ClauseState, Country, Crowd, Deferred, Dismissal, Drawn,
    Errand, Field, Figure, Force, Fugitive, Matter, Paper, Powder, Realm, Ships, Siege, Sighting,
    Spoken, Town,
};
use super::muster::HUNGRY;
use super::sleep::Things;
use super::{CALM, Game, RESTLESS, enlist, strike};
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, FactId, OptionId, PersonId, PlaceId};
use crate::events::{Account, Event, MenAccount, Obedience, Petitioners, Stat, Store, Task};
use crate::orders::OrderNow;
use crate::rules::formulas::masters::STATE;
use crate::rules::formulas::powder::Craft;
use crate::rules::formulas::recruits;
use crate::rules::systems::council;
use crate::scenario::language::{Clause, Good};
use crate::scenario::model::Terms;

/// Loyalty of those whose court was put an end to, at the most.
const TAKEN_OVER: i32 = 50;

impl Game<'_> {
    /// Something is not as it was on which a condition may rest.
    #[inline]
    pub(super) fn touch(&mut self, things: Things) {
        self.index.sleepers.touch(things);
        if things.meets(Things::COUNCILS) {
            self.index.means.fill(None);
        }
    }
    pub(super) fn paper_mut(&mut self, id: DraftId) -> &mut Paper {
        self.touch(Things::PAPERS);
        &mut self.tables.papers[id.index()]
    }
    pub(super) fn posts_mut(&mut self) -> &mut [Option<PersonId>] {
        self.touch(Things::POSTS);
        &mut self.tables.posts
    }
    pub(super) fn town_mut(&mut self, id: PlaceId) -> &mut Town {
        &mut self.columns.towns[id.index()]
    }
    fn country_mut(&mut self, id: PlaceId) -> &mut Country {
        self.yield_moved(id);
        &mut self.columns.countries[id.index()]
    }
    pub(super) fn force_mut(&mut self, id: ArmyId) -> &mut Force {
        self.index.muster.doubt(id);
        &mut self.columns.forces[id.index()]
    }
    /// The same of an army of which only numbers change: men, spirit, skill. What it is hangs on none of them.
    fn numbers_mut(&mut self, id: ArmyId) -> &mut Force {
        &mut self.columns.forces[id.index()]
    }
    pub(super) fn figure_mut(&mut self, id: PersonId) -> &mut Figure {
        self.touch(Things::person(id));
        &mut self.columns.figures[id.index()]
    }
    /// A person is somewhere of his own, or nowhere but where his court or his army is.
    pub(super) fn send(&mut self, person: PersonId, at: Option<PlaceId>) {
        self.figure_mut(person).at = at;
        if at.is_some() {
            enlist(&mut self.index.afield, person);
        } else {
            strike(&mut self.index.afield, &person);
        }
    }
    pub(super) fn realm_mut(&mut self, id: CourtId) -> &mut Realm {
        self.touch(Things::court(id));
        self.index.seen_holds = false;
        &mut self.columns.realms[id.index()]
    }
    pub(super) fn field_mut(&mut self, id: ArmyId) -> Option<&mut Field> {
        self.index.muster.doubt(id);
        self.index.stands[id.index()].then(|| &mut self.columns.fields[id.index()])
    }
    fn siege_mut(&mut self, id: PlaceId) -> Option<&mut Siege> {
        self.columns.sieges[id.index()].0.as_mut()
    }
    fn ceded_mut(&mut self, id: PlaceId) -> Option<&mut Ceded> {
        self.columns.ceded[id.index()].0.as_mut()
    }
    fn captive_mut(&mut self, id: PersonId) -> Option<&mut Captive> {
        self.columns.captives[id.index()].0.as_mut()
    }
    pub(super) fn invest(&mut self, place: PlaceId, siege: Siege) {
        self.columns.sieges[place.index()].0 = Some(siege);
        self.index.besieged.enlist(place);
        self.touch(Things::ring(place));
        self.yield_moved(place);
        self.lines_moved_of(self.holder(place));
    }
    pub(super) fn lift(&mut self, place: PlaceId) {
        self.columns.sieges[place.index()].0 = None;
        self.index.besieged.strike(place);
        self.touch(Things::ring(place));
        self.yield_moved(place);
        self.lines_moved_of(self.holder(place));
    }
    fn cede(&mut self, place: PlaceId, ceded: Ceded) {
        self.columns.ceded[place.index()].0 = Some(ceded);
        enlist(&mut self.index.ceded, place);
    }
    pub(super) fn settle(&mut self, place: PlaceId) {
        self.columns.ceded[place.index()].0 = None;
        strike(&mut self.index.ceded, &place);
    }
    pub(super) fn capture(&mut self, person: PersonId, captive: Captive) {
        self.columns.captives[person.index()].0 = Some(captive);
        enlist(&mut self.index.captives, person);
        self.touch(Things::person(person));
    }
    pub(super) fn release(&mut self, person: PersonId) {
        self.columns.captives[person.index()].0 = None;
        strike(&mut self.index.captives, &person);
        self.touch(Things::person(person));
    }
    /// An army takes the field.
    pub(super) fn stand(&mut self, army: ArmyId, field: Field) {
        let court = self.force(army).court;
        self.columns.fields[army.index()] = field;
        self.index.stands[army.index()] = true;
        self.index.muster.doubt(army);
        self.touch(Things::army(army));
        enlist(&mut self.index.standing, army);
        enlist(&mut self.index.ranks[court.index()], army);
        self.index.comes(army, field.at);
    }
    /// An army is in the field no more.
    pub(super) fn break_up(&mut self, army: ArmyId) {
        let court = self.force(army).court;
        if let Some(at) = self.field(army).map(|f| f.at) {
            self.index.goes(army, at);
        }
        self.index.stands[army.index()] = false;
        self.index.muster.doubt(army);
        self.touch(Things::army(army));
        strike(&mut self.index.standing, &army);
        strike(&mut self.index.ranks[court.index()], &army);
    }
    /// Whoever commands an army: asked for in every question of where a man is.
    pub(super) fn set_commander(&mut self, army: ArmyId, who: Option<PersonId>) {
        self.touch(Things::army(army));
        let before = std::mem::replace(&mut self.force_mut(army).commander, who);
        if let Some(person) = before {
            strike(&mut self.index.led[person.index()], &army);
        }
        if let Some(person) = who {
            enlist(&mut self.index.led[person.index()], army);
        }
    }
    /// A person commands no army any more.
    pub(super) fn leave_commands(&mut self, person: PersonId) {
        while let Some(&army) = self.index.led[person.index()].first() {
            self.set_commander(army, None);
        }
    }
    /// An army is another court's.
    fn enrol(&mut self, army: ArmyId, court: CourtId) {
        let from = std::mem::replace(&mut self.force_mut(army).court, court);
        self.index.seen_holds = false;
        if self.index.stands[army.index()] {
            strike(&mut self.index.ranks[from.index()], &army);
            enlist(&mut self.index.ranks[court.index()], army);
        }
    }
    /// A place is another court's.
    pub(super) fn pass(&mut self, place: PlaceId, to: CourtId) {
        let men = u64::from(self.town(place).garrison);
        if let Some(from) = self.town_mut(place).holder.replace(to) {
            self.lines_moved_of(Some(from));
            self.index.loses(from, place);
            self.index.garrisons[from.index()] -= men;
        }
        self.index.holders[place.index()] = Some(to);
        self.touch(Things::holder(place));
        self.index.seen_holds = false;
        self.wears(place);
        self.yield_moved(place);
        self.index.garrisons[to.index()] += men;
        self.index.gains(to, place);
        let foreign = self.native(place).is_some_and(|native| native != to);
        self.index.foreign.set(place, foreign);
        self.lines_moved_of(Some(to));
    }
    /// Households left a place, or came back.
    fn empties(&mut self, place: PlaceId) {
        let country = self.country(place);
        let emptied = country.away > 0 || country.taken > 0;
        self.index.emptied.set(place, emptied);
    }
    /// A town may not be as it should be.
    fn wears(&mut self, place: PlaceId) {
        self.index.worn.enlist(place);
    }
    /// What can be reached from where may have changed.
    pub(super) fn lines_moved(&mut self) {
        self.index.lines_hold.fill(false);
    }
    /// The same where only a town of this holder's is concerned: for those on whose side he is.
    fn lines_moved_of(&mut self, holder: Option<CourtId>) {
        let Some(holder) = holder else { return };
        for court in self.courts() {
            if self.allied(court, holder) {
                self.index.lines_hold[court.index()] = false;
            }
        }
    }
    /// A court sits elsewhere.
    pub(super) fn sit_at(&mut self, court: CourtId, seat: PlaceId) {
        self.realm_mut(court).seat = seat;
        self.wears(self.book.courts[court.index()].seat);
        self.index.lines_hold[court.index()] = false;
    }
    /// A paper was sent or sworn.
    pub(super) fn carry(&mut self, draft: DraftId) {
        let (from, to) = (self.terms(draft).from, self.terms(draft).to);
        enlist(&mut self.index.carried, draft);
        enlist(&mut self.index.bound[from.index()], draft);
        enlist(&mut self.index.bound[to.index()], draft);
    }
    pub(super) fn set_fact(&mut self, fact: FactId, so: bool) {
        self.touch(Things::fact(fact));
        self.tables.facts[fact.index()] = so;
    }
    /// A matter waits no longer.
    pub(super) fn close(&mut self, decision: DecisionId, chose: Option<OptionId>) {
        let heard = council::heard(self, decision);
        self.touch(Things::matter(decision));
        let matter = &mut self.tables.matters[decision.index()];
        matter.chose = chose;
        matter.closed = Some(self.tables.turn);
        matter.heard = heard;
        strike(&mut self.index.open, &decision);
        self.index.closed.push(decision);
    }
    /// Who set a court up: asked for in every question of sides.
    pub(super) fn set_patron(&mut self, court: CourtId, patron: Option<CourtId>) {
        self.realm_mut(court).patron = patron;
        self.index.patrons[court.index()] = patron;
        self.yields_moved();
        self.lines_moved();
    }

    /// Men move between accounts.
    pub(super) fn move_men(&mut self, from: MenAccount, to: MenAccount, men: u32) {
        self.index.letter = None;
        self.men(from, -i64::from(men));
        self.men(to, i64::from(men));
    }
    /// Goods move between accounts.
    pub(super) fn move_goods(&mut self, from: Account, to: Account, good: Good, amount: i64) {
        self.index.letter = None;
        self.goods(from, good as usize, -amount);
        self.goods(to, good as usize, amount);
    }
    /// A number moves.
    pub(super) fn move_stat(&mut self, stat: Stat, by: i32) {
        self.index.letter = None;
        self.stat(stat, by);
    }

    /// A court hears where an army is, or will.
    pub(super) fn report(&mut self, to: CourtId, army: ArmyId, sighting: Sighting) {
        self.index.letter = None;
        if sighting.arrives <= self.tables.turn {
            let n = self.book.armies.len();
            let slot = &mut self.tables.known[to.index() * n + army.index()];
            if slot.replace(sighting).is_none() {
                enlist(&mut self.index.heard_of[to.index()], army);
            }
        } else {
            self.tables.on_the_way.push((to, army, sighting));
        }
    }

    fn men(&mut self, account: MenAccount, by: i64) {
        let add =
            |n: &mut u32| *n = u32::try_from(i64::from(*n) + by).expect("men never go below none");
        let total = |n: &mut u64| *n = n.checked_add_signed(by).expect("men never go below none");
        match account {
            MenAccount::Army(id) => add(&mut self.numbers_mut(id).men),
            MenAccount::Garrison(id) => {
                add(&mut self.town_mut(id).garrison);
                // What bands keep of the taxes hangs on how many men are there to hold them off.
                if self.country(id).band > 0 {
                    self.yield_moved(id);
                }
                self.wears(id);
                if let Some(holder) = self.holder(id) {
                    total(&mut self.index.garrisons[holder.index()]);
                }
            }
            MenAccount::Home => self.tables.home += by,
            MenAccount::Dead(court) => total(&mut self.tables.dead[court.index()]),
            MenAccount::Scattered(court) => total(&mut self.tables.scattered[court.index()]),
            MenAccount::Prisoners(court) => total(&mut self.tables.prisoners[court.index()]),
            MenAccount::Band(id) => {
                let band = &mut self.country_mut(id).band;
                add(band);
                let any = *band > 0;
                self.index.banded.set(id, any);
            }
        }
    }

    fn goods(&mut self, account: Account, good: usize, by: i64) {
        match account {
            Account::Court(id) => self.columns.realms[id.index()].treasury[good] += by,
            Account::Town(id) => {
                self.columns.countries[id.index()].wealth[good] += by;
            }
            Account::Country => self.tables.country[good] += by,
            // Only grain is kept in depots; the books would show anything else as lost.
            Account::Depot(id) => self.town_mut(id).depot += by,
            Account::Road(id) => {
                let due = self.tables.turn;
                let convoy = self.town_mut(id).convoy.get_or_insert((0, due));
                convoy.0 += by;
            }
        }
    }

    #[inline]
    fn stat(&mut self, stat: Stat, by: i32) {
        let points = |n: &mut i32| *n = (*n + by).clamp(0, 100);
        match stat {
            Stat::Legitimacy(id) => points(&mut self.columns.realms[id.index()].legitimacy),
            Stat::Lean(id) => {
                let lean = &mut self.columns.realms[id.index()].lean;
                *lean = (*lean + by).clamp(-100, 100);
            }
            Stat::Edicts(id) => {
                let edicts = &mut self.columns.realms[id.index()].edicts;
                *edicts = (*edicts + by).max(0);
            }
            Stat::Loyalty(id) => points(&mut self.columns.figures[id.index()].loyalty),
            Stat::Favour(id) => {
                self.index.means.fill(None);
                points(&mut self.columns.figures[id.index()].favour);
            }
            Stat::Morale(id) => {
                points(&mut self.town_mut(id).morale);
                self.wears(id);
            }
            Stat::Quality(id) => points(&mut self.town_mut(id).quality),
            Stat::Walls(id) => {
                let whole = self.book.atlas.places[id.index()].walls * 100;
                let walls = &mut self.town_mut(id).walls;
                *walls = (*walls + by).clamp(0, 500);
                let breached = *walls < whole;
                self.index.breached.set(id, breached);
            }
            Stat::Stores(id) => {
                self.town_mut(id).stores = (self.town(id).stores + by).max(0);
                self.wears(id);
            }
            Stat::Unrest(id) => {
                let unrest = &mut self.country_mut(id).unrest;
                points(unrest);
                let (restless, uneasy) = (*unrest >= RESTLESS, *unrest > CALM);
                self.index.restless.set(id, restless);
                self.index.uneasy.set(id, uneasy);
            }
            Stat::Works(id) => {
                if let Some(siege) = self.siege_mut(id) {
                    siege.works = (siege.works + by).clamp(0, 100);
                }
            }
            Stat::Spirit(id) => points(&mut self.numbers_mut(id).morale),
            Stat::Food(id) => {
                let food = &mut self.columns.forces[id.index()].food;
                let was_hungry = *food <= HUNGRY;
                *food = (*food + by).max(0);
                if was_hungry != (*food <= HUNGRY) {
                    self.index.muster.doubt(id);
                    self.muster();
                }
            }
            Stat::Engines(id) => points(&mut self.numbers_mut(id).engines),
            Stat::Attachment(id) => points(&mut self.numbers_mut(id).attachment),
            Stat::Drill(id) => points(&mut self.numbers_mut(id).quality),
            Stat::Welcome(id) => points(&mut self.tables.welcome[id.index()]),
            Stat::Marines(id) => points(&mut self.numbers_mut(id).marines),
        }
    }

    pub(super) fn leave_everything(&mut self, person: PersonId) {
        for post in self.posts_mut() {
            if *post == Some(person) {
                *post = None;
            }
        }
        self.leave_commands(person);
        for town in &mut *self.columns.towns {
            if town.captain == Some(person) {
                town.captain = None;
            }
        }
    }

    /// A place where nothing is under way any more is looked at no longer.
    fn done_at(&mut self, place: PlaceId) {
        let town = self.town(place);
        if town.fitting.is_none() && town.convoy.is_none() {
            self.tables.works.retain(|p| *p != place);
        }
    }

    /// What was a court's is another's: towns, armies, people. Money is moved beside it.
    fn dissolve(&mut self, court: CourtId, by: CourtId) {
        self.realm_mut(court).stands = false;
        self.set_patron(court, None);
        for place in self.places() {
            if self.holder(place) == Some(court) {
                self.pass(place, by);
                self.settle(place);
            }
        }
        for army in self.armies() {
            if self.force(army).court == court {
                self.enrol(army, by);
            }
        }
        for place in self.besieged().to_vec() {
            if let Some(siege) = self.siege_mut(place).filter(|siege| siege.by == court) {
                siege.by = by;
                self.touch(Things::ring(place));
            }
        }
        self.lift_of_friends();
        let ruler = self.realm(court).ruler;
        for person in self.people() {
            let serves = self.figure(person).court == Some(court);
            if serves && person != ruler && !self.is_of_house(person, court) {
                let figure = self.figure_mut(person);
                figure.court = Some(by);
                figure.loyalty = figure.loyalty.min(TAKEN_OVER);
            }
        }
        for i in 0..self.book.posts.len() {
            if self.book.posts[i].court == court {
                self.posts_mut()[i] = None;
            }
        }
        self.tables.errands.retain(|e| e.court != court);
        self.tables.crowds.retain(|c| c.court != court);
        self.touch(Things::CROWDS);
    }

    /// Nobody besieges a town of his own side: where friends were made of besieger and besieged, the ring is gone.
    fn lift_of_friends(&mut self) {
        for place in self.besieged().to_vec() {
            let by = self.siege(place).map(|siege| siege.by);
            if let (Some(by), Some(holder)) = (by, self.holder(place))
                && self.allied(by, holder)
            {
                self.lift(place);
            }
        }
    }

    /// Part of an army stands as another: what kind of men they are goes with them where it is a corps newly formed.
    fn detach(&mut self, army: ArmyId, into: ArmyId, at: PlaceId, men: u32) {
        let turn = self.tables.turn;
        let from = self.force(army).clone();
        let share = recruits::share(from.meant, from.men, men);
        self.force_mut(army).meant -= share;
        let joins = self.field(into).is_some();
        let force = self.force_mut(into);
        force.meant = share + if joins { force.meant } else { 0 };
        if joins {
            // The army becomes what both are, by their share.
            let (had, come) = (i64::from(force.men), i64::from(men));
            let mean = |a: i32, b: i32| {
                let sum = i64::from(a) * had + i64::from(b) * come;
                i32::try_from(sum / (had + come).max(1)).unwrap_or(a)
            };
            force.horse_percent = mean(force.horse_percent, from.horse_percent);
            force.quality = mean(force.quality, from.quality);
            force.morale = mean(force.morale, from.morale);
            force.food = mean(force.food, from.food);
            force.marines = mean(force.marines, from.marines);
            force.attachment = mean(force.attachment, force.attachment.min(STATE));
            return;
        }
        force.court = from.court;
        (force.horse_percent, force.quality) = (from.horse_percent, from.quality);
        (force.morale, force.engines) = (from.morale, from.engines);
        (force.food, force.marines) = (from.food, from.marines);
        (force.attachment, force.bereft) = (from.attachment, from.bereft);
        self.set_commander(into, None);
        self.stand(into, Field::held(at, turn));
    }

    pub(super) fn set_war(&mut self, a: CourtId, b: CourtId, war: bool) {
        let n = self.book.courts.len();
        self.touch(Things::WARS);
        self.tables.wars[a.index() * n + b.index()] = war;
        self.tables.wars[b.index() * n + a.index()] = war;
    }

    /// The next turn's date; reports that are due by then come in, and nobody sits yet.
    pub(super) fn next_turn(&mut self) {
        let next = Turn(self.tables.turn.0 + 1);
        self.tables.turn = next;
        self.call_for_the_day();
        self.tables.sitting.clear();
        let n = self.book.armies.len();
        let tables = &mut self.tables;
        let (known, heard_of) = (&mut tables.known, &mut self.index.heard_of);
        tables.on_the_way.retain(|(court, army, sighting)| {
            if sighting.arrives <= next {
                let slot = &mut known[court.index() * n + army.index()];
                let newer = slot.is_none_or(|old| old.seen <= sighting.seen);
                if newer && slot.replace(*sighting).is_none() {
                    enlist(&mut heard_of[court.index()], *army);
                }
                false
            } else {
                true
            }
        });
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one match over every event is the point of this file"
    )]
    pub(super) fn apply(&mut self, event: &Event) {
        let turn = self.tables.turn;
        self.index.letter = None;
        match *event {
            Event::Men { from, to, men } => self.move_men(from, to, men),
            Event::Goods {
                from,
                to,
                good,
                amount,
                ..
            } => self.move_goods(from, to, good, amount),
            Event::Stat { stat, by, .. } => self.move_stat(stat, by),
            Event::Laid { decision, .. } => {
                let anew = Matter {
                    laid: Some(turn),
                    ..Matter::default()
                };
                let before = std::mem::replace(&mut self.tables.matters[decision.index()], anew);
                if before.closed.is_some() {
                    self.tables.earlier.push((decision, before));
                    self.index.closed.retain(|closed| *closed != decision);
                }
                enlist(&mut self.index.open, decision);
                self.touch(Things::matter(decision));
            }
            Event::HeirNamed { court, person } => self.realm_mut(court).heir = Some(person),
            Event::Outlay { court, good, by } => {
                self.realm_mut(court).outlay[good as usize] += by;
            }
            Event::Chose { decision, option } => self.close(decision, Some(option)),
            Event::Lapsed { decision } => self.close(decision, None),
            Event::Tasked { army, task, goal } => {
                let book = self.book.clone();
                if let Some(field) = self.field_mut(army) {
                    if field.goal != goal {
                        field.held_up = 0;
                    }
                    if task != Task::Hold && field.turns_back(&book.atlas, goal) {
                        field.next = None;
                        field.done_km = 0;
                    }
                    field.task = task;
                    field.goal = goal;
                }
            }
            Event::Advanced {
                army,
                next,
                done_km,
            } => {
                if let Some(field) = self.field_mut(army) {
                    field.next = Some(next);
                    field.done_km = done_km;
                }
            }
            Event::Reached { army, place } => {
                if let Some(field) = self.field_mut(army) {
                    let left = field.at;
                    field.at = place;
                    field.next = None;
                    field.done_km = 0;
                    field.held_up = 0;
                    field.reached = turn;
                    self.index.goes(army, left);
                    self.index.comes(army, place);
                }
            }
            Event::Stopped { army, .. } => {
                if let Some(field) = self.field_mut(army) {
                    field.next = None;
                    field.done_km = 0;
                    field.held_up = field.held_up.saturating_add(1);
                }
            }
            Event::NotLetIn { army, at, .. } | Event::Halted { army, at, .. } => {
                if let Some(field) = self.field_mut(army) {
                    field.next = None;
                    field.done_km = 0;
                    field.held_up = 0;
                    field.task = Task::Hold;
                    field.goal = at;
                }
            }
            Event::Raised { army, at } => {
                self.tables.raised[army.index()] = true;
                let men = self.book.armies[army.index()].men;
                let field = Field {
                    ready: Turn(turn.0 + crate::rules::formulas::march::muster_xun(men)),
                    ..Field::held(at, turn)
                };
                self.stand(army, field);
            }
            Event::Gone { army, .. } => {
                let at = self.field(army).map(|f| f.at);
                self.set_commander(army, None);
                let force = self.force_mut(army);
                force.powder = Powder::default();
                // Boats stay where they lay.
                let left = std::mem::take(&mut force.ships);
                if let Some(at) = at {
                    self.town_mut(at).ships += left;
                }
                self.break_up(army);
                self.tables.errands.retain(|e| e.army != army);
            }
            Event::Fought {
                kind,
                place,
                attacker,
                defender,
                won,
                ..
            } => {
                let battle = BattleRecord::of(kind, place, (attacker, defender), won, turn);
                enlist(&mut self.index.lost, (battle.loser, kind, place));
                self.tables.battles.push(battle);
                self.touch(Things::BATTLES);
            }
            Event::SiegeLaid { place, by, close } => {
                let siege = Siege {
                    by,
                    since: turn,
                    close,
                    works: 0,
                    gate_open: false,
                };
                self.invest(place, siege);
            }
            Event::RingChanged { place, close } => {
                if let Some(siege) = self.siege_mut(place) {
                    siege.close = close;
                }
            }
            Event::SiegeLifted { place } => self.lift(place),
            Event::Fell { place, to, how, .. } => {
                self.lift(place);
                self.settle(place);
                self.pass(place, to);
                self.town_mut(place).captain = None;
                self.tables.falls.push((place, to, turn, how));
                self.touch(Things::FALLS);
            }
            Event::CessionOrdered {
                place,
                to,
                draft,
                due,
            } => {
                let ceded = Ceded {
                    to,
                    draft,
                    due,
                    refused: false,
                    lapsed: false,
                };
                self.cede(place, ceded);
            }
            Event::CessionRefused { place } => {
                if let Some(ceded) = self.ceded_mut(place) {
                    ceded.refused = true;
                }
            }
            Event::GateOpened { place, .. } => {
                if let Some(siege) = self.siege_mut(place) {
                    siege.gate_open = true;
                }
            }
            Event::CrossingBurnt { place } => self.town_mut(place).burnt = true,
            Event::CrossingMended { place } => self.town_mut(place).burnt = false,
            Event::DikeBroken { place } => {
                self.country_mut(place).flooded = true;
            }
            Event::RiverMoved { .. } => self.tables.river_moved = Some(turn),
            Event::Flooded {
                place,
                until,
                homes,
            } => {
                let country = self.country_mut(place);
                country.under_water = until;
                country.away += homes;
                self.empties(place);
            }
            Event::Resettled { place, homes } => {
                let country = self.country_mut(place);
                country.away = country.away.saturating_sub(homes);
                self.empties(place);
            }
            Event::ShipsLaid {
                place,
                boats,
                wheels,
                ready,
            } => {
                self.town_mut(place).fitting = Some((Ships { boats, wheels }, ready));
                self.tables.works.push(place);
            }
            Event::ShipsReady { place } => {
                let town = self.town_mut(place);
                if let Some((ships, _)) = town.fitting.take() {
                    town.ships += ships;
                }
                self.done_at(place);
            }
            Event::Embarked {
                army,
                place,
                boats,
                wheels,
            } => {
                let ships = Ships { boats, wheels };
                self.town_mut(place).ships -= ships;
                self.force_mut(army).ships += ships;
            }
            Event::Moored {
                army,
                place,
                boats,
                wheels,
            } => {
                let ships = Ships { boats, wheels };
                self.force_mut(army).ships -= ships;
                self.town_mut(place).ships += ships;
            }
            Event::ShipsLost {
                army,
                boats,
                wheels,
                ..
            } => {
                self.force_mut(army).ships -= Ships { boats, wheels };
            }
            Event::IceStopped { army, .. } => {
                if let Some(field) = self.field_mut(army) {
                    field.next = None;
                    field.done_km = 0;
                }
            }
            Event::ConvoySent { place, due, .. } => {
                if let Some(convoy) = &mut self.town_mut(place).convoy {
                    convoy.1 = due;
                }
                self.tables.works.push(place);
            }
            Event::ConvoyCame { place } => {
                self.town_mut(place).convoy = None;
                self.done_at(place);
            }
            Event::Roused { person, place, .. } => self.send(person, Some(place)),
            Event::Died { person, .. } | Event::Executed { person } => {
                self.leave_everything(person);
                self.release(person);
                self.figure_mut(person).alive = false;
            }
            Event::Exiled { person } => {
                self.leave_everything(person);
                self.figure_mut(person).exiled = true;
            }
            Event::Recalled { person } => {
                self.figure_mut(person).exiled = false;
                self.send(person, None);
            }
            Event::Taken {
                person,
                by,
                surrendered,
            } => {
                self.leave_everything(person);
                let captive = Captive {
                    of: by,
                    detained: !surrendered,
                };
                self.capture(person, captive);
            }
            Event::GaveBack { person, to, .. } => {
                self.leave_everything(person);
                self.send(person, None);
                let captive = Captive {
                    of: to,
                    detained: true,
                };
                self.capture(person, captive);
            }
            Event::Detained { person } => {
                if let Some(captive) = self.captive_mut(person) {
                    captive.detained = true;
                }
            }
            Event::Freed { person } => {
                self.release(person);
                self.send(person, None);
            }
            Event::Went { person, place } => self.send(person, Some(place)),
            Event::WentOver { person, to } => {
                if let Some(from) = self.figure(person).court {
                    self.tables.fugitives.retain(|f| f.person != person);
                    self.tables.fugitives.push(Fugitive {
                        person,
                        from,
                        to,
                        turn,
                    });
                }
                for post in self.posts_mut() {
                    if *post == Some(person) {
                        *post = None;
                    }
                }
                let figure = self.figure_mut(person);
                figure.court = Some(to);
                figure.loyalty = 50;
                self.send(person, None);
            }
            Event::Entered { person, to } => {
                self.leave_everything(person);
                self.release(person);
                self.tables.fugitives.retain(|f| f.person != person);
                let figure = self.figure_mut(person);
                figure.court = Some(to);
                figure.loyalty = 50;
                self.send(person, None);
            }
            Event::ArmyWentOver { army, to } => {
                let at = self.field(army).map(|f| f.at);
                self.tables.errands.retain(|e| e.army != army);
                self.enrol(army, to);
                if let (Some(field), Some(at)) = (self.field_mut(army), at) {
                    field.task = Task::Hold;
                    field.goal = at;
                }
            }
            Event::Appointed { person, post } => {
                self.posts_mut()[post.index()] = Some(person);
                self.figure_mut(person).exiled = false;
            }
            Event::Vacated { post, .. } => self.posts_mut()[post.index()] = None,
            Event::TookCommand { person, army } => {
                self.set_commander(army, person);
                let force = self.force_mut(army);
                // He is back.
                if force.bereft.is_some_and(|b| Some(b.person) == person) {
                    force.bereft = None;
                }
            }
            Event::TookWalls { person, place } => self.town_mut(place).captain = person,
            Event::Abdicated { court, from, to } | Event::Succeeded { court, from, to } => {
                self.figure_mut(from).reigned = true;
                self.realm_mut(court).ruler = to;
            }
            Event::Enthroned { court, person } => {
                let before = self.realm(court).ruler;
                self.figure_mut(before).reigned = true;
                let realm = self.realm_mut(court);
                realm.ruler = person;
                realm.stands = true;
                realm.restored = realm.deposed;
            }
            Event::HouseDeposed { court, .. } => {
                let realm = self.realm_mut(court);
                realm.deposed = true;
                realm.restored = false;
            }
            Event::CourtSetUp {
                court,
                ruler,
                seat,
                by,
            } => {
                let realm = self.realm_mut(court);
                realm.stands = true;
                realm.ruler = ruler;
                realm.legitimacy = 15;
                self.sit_at(court, seat);
                self.set_patron(court, Some(by));
                self.lift_of_friends();
                self.release(ruler);
                self.figure_mut(ruler).court = Some(court);
                self.send(ruler, Some(seat));
                for other in self.courts() {
                    let war = other != by && other != court && self.at_war(by, other);
                    if other != court {
                        self.set_war(court, other, war);
                    }
                }
            }
            Event::CourtFell { court, .. } => {
                self.realm_mut(court).stands = false;
                self.set_patron(court, None);
            }
            Event::CourtMoved { court, to } => self.sit_at(court, to),
            Event::Drawn {
                ref terms,
                envoy,
                answers,
                ..
            } => {
                self.touch(Things::PAPERS);
                self.tables.papers.push(Paper {
                    clauses: vec![ClauseState::default(); terms.clauses.len()],
                    ..Paper::default()
                });
                self.tables.drawn.push(Drawn {
                    terms: Terms::clone(terms),
                    envoy,
                    answers,
                    turn,
                });
            }
            Event::Proposed { draft } => {
                let terms = self.terms(draft);
                let (from, to) = (terms.from, terms.to);
                let clauses = terms.clauses.len();
                let letter = self.letter(from, to);
                self.index.letter = Some(letter);
                let arrives = Turn(turn.0 + letter.xun());
                // What was sworn once and broken stays on record while the same words are carried again.
                let before = self.paper_mut(draft);
                let once = before.once || before.sworn.is_some();
                let mut forsworn = std::mem::take(&mut before.forsworn);
                forsworn.extend(before.clauses.iter().filter_map(|c| c.broken));
                forsworn.sort_unstable();
                forsworn.dedup();
                *self.paper_mut(draft) = Paper {
                    clauses: vec![ClauseState::default(); clauses],
                    once,
                    forsworn,
                    sent: Some(turn),
                    arrives: Some(arrives),
                    ..Paper::default()
                };
                self.carry(draft);
            }
            Event::Overreached {
                draft,
                clause,
                amount,
                ..
            } => {
                let (n, clause) = (clause, usize::from(clause));
                let at = draft.index().checked_sub(self.book.drafts.len());
                let drawn = at.and_then(|at| self.tables.drawn.get_mut(at));
                if let Some(Clause::Pay { amount: was, .. } | Clause::Yearly { amount: was, .. }) =
                    drawn.and_then(|d| d.terms.clauses.get_mut(clause))
                {
                    let told = std::mem::replace(was, amount);
                    self.paper_mut(draft).spoken = Some(Spoken { clause: n, told });
                }
            }
            Event::Heard { draft, word } => self.paper_mut(draft).word = Some(word),
            Event::Delivered { draft } => self.paper_mut(draft).delivered = Some(turn),
            Event::Intercepted { draft, by } => self.paper_mut(draft).intercepted = Some(by),
            Event::Sworn { draft } => {
                let clauses = self.terms(draft).clauses.len();
                self.carry(draft);
                let paper = self.paper_mut(draft);
                paper.sworn = Some(turn);
                paper.void = None;
                paper.clauses = vec![ClauseState::default(); clauses];
                self.carry(draft);
            }
            Event::Refused { draft, by } => {
                self.paper_mut(draft).refused = Some(by);
            }
            Event::LeftLying { draft, by } => {
                let paper = self.paper_mut(draft);
                paper.refused = Some(by);
                paper.unanswered = true;
            }
            // Its own sender's name where the other's would stand: it is answered, and by nobody there.
            Event::CalledBack { draft } => {
                let from = self.terms(draft).from;
                self.paper_mut(draft).refused = Some(from);
            }
            Event::LaidAside { index, .. } => {
                self.tables.deferred.remove(index as usize);
            }
            // A paper that binds nobody gives nothing away: towns that were told to open under it stay whose they are.
            Event::Repudiated { draft, by } => {
                self.paper_mut(draft).void = Some((by, turn));
                for place in self.index.ceded.clone() {
                    if let Some(ceded) = self.ceded_mut(place)
                        && ceded.draft == draft
                    {
                        ceded.lapsed = true;
                    }
                }
            }
            Event::ClauseKept { draft, clause, .. } => {
                let yearly = matches!(
                    self.terms(draft).clauses.get(usize::from(clause)),
                    Some(Clause::Yearly { .. })
                );
                let state = &mut self.paper_mut(draft).clauses[clause as usize];
                if yearly {
                    state.terms += 1;
                } else {
                    state.kept = true;
                }
            }
            Event::ClausePaid {
                draft,
                clause,
                amount,
            } => {
                self.paper_mut(draft).clauses[clause as usize].paid += amount;
            }
            Event::ClauseBroken { draft, clause, by } => {
                self.paper_mut(draft).clauses[clause as usize].broken = Some(by);
            }
            Event::WarOpened { by, on, .. } => {
                self.set_war(by, on, true);
                self.tables.wars_opened.push((by, on, turn));
            }
            Event::TieEnded { client, .. } => self.set_patron(client, None),
            Event::PeaceMade { a, b } => self.set_war(a, b, false),
            Event::FactSet { fact } => self.set_fact(fact, true),
            Event::FactCleared { fact } => self.set_fact(fact, false),
            Event::Deferred {
                decision,
                option,
                due,
                ref path,
            } => {
                self.tables.deferred.push(Deferred {
                    decision,
                    option,
                    due,
                    path: path.clone(),
                });
            }
            Event::DeferredDone { index } => {
                self.tables.deferred.remove(index as usize);
            }
            Event::Befell { incident, .. } => self.tables.incidents[incident.index()] = Some(turn),
            Event::Reported {
                to,
                army,
                place,
                men,
                seen,
                arrives,
            } => {
                let sighting = Sighting {
                    place,
                    men,
                    seen,
                    arrives,
                };
                self.report(to, army, sighting);
            }
            Event::Dismissed {
                court,
                person,
                ref posts,
            } => self.tables.dismissals.push(Dismissal {
                court,
                person,
                posts: posts.clone(),
                turn,
            }),
            Event::Gathered { court, who, plea } => {
                self.touch(Things::CROWDS);
                self.tables.crowds.push(Crowd {
                    court,
                    who,
                    plea,
                    since: turn,
                });
                if who == Petitioners::Guards {
                    self.realm_mut(court).guards_rose = Some(turn);
                }
            }
            Event::Parted { court, .. } => {
                self.touch(Things::CROWDS);
                self.tables.crowds.retain(|c| c.court != court);
            }
            Event::Dispatched {
                court,
                army,
                ref order,
                arrives,
            } => self.tables.errands.push(Errand {
                court,
                army,
                order: OrderNow::clone(order),
                sent: turn,
                arrives,
                put_off: 0,
            }),
            Event::Took { army, how, .. } => {
                let errands = &mut self.tables.errands;
                if let Some(i) = errands.iter().position(|e| e.army == army) {
                    if how == Obedience::Delayed {
                        errands[i].arrives = Turn(turn.0 + 1);
                        errands[i].put_off += 1;
                    } else {
                        errands.remove(i);
                    }
                }
            }
            Event::Met { checkpoint } => self.tables.reached[checkpoint.index()] = Some(turn),
            Event::Stood { checkpoint, so } => self.tables.stood[checkpoint.index()] = Some(so),
            Event::Tested {
                decision,
                voice,
                so,
            } => self.tables.tested.push((decision, voice, so)),
            Event::Ended { ending } => self.tables.ended = Some(ending),
            Event::TurnEnded => {
                // A gate that was opened for a sortie is shut behind it.
                for place in self.index.besieged.list() {
                    if let Some(siege) = &mut self.columns.sieges[place.index()].0 {
                        siege.gate_open = false;
                    }
                }
                self.next_turn();
            }
            Event::Powder {
                from,
                to,
                loads,
                craft,
            } => {
                for (store, sign) in [(from, false), (to, true)] {
                    let Some(store) = store else { continue };
                    let powder = match store {
                        Store::Army(id) => &mut self.numbers_mut(id).powder,
                        Store::Town(id) => &mut self.town_mut(id).powder,
                    };
                    if sign {
                        powder.loads = powder.loads.saturating_add(loads);
                        powder.craft = powder.craft.max(craft);
                    } else {
                        powder.loads = powder.loads.saturating_sub(loads);
                        if powder.loads == 0 {
                            powder.craft = Craft::None;
                        }
                    }
                }
            }
            Event::CraftsmenTaken { by, .. } => self.realm_mut(by).craftsmen = true,
            Event::Dissolved { court, by } => self.dissolve(court, by),
            Event::Submitted { court, to } => {
                self.dissolve(court, to);
                self.set_war(court, to, false);
                for person in self.people() {
                    if self.figure(person).court == Some(court) {
                        self.figure_mut(person).court = Some(to);
                    }
                }
            }
            Event::CourtSetApart {
                court,
                ruler,
                seat,
                from,
                ref armies,
                ref people,
            } => {
                let book = self.book.clone();
                self.set_patron(court, None);
                let realm = self.realm_mut(court);
                realm.stands = true;
                realm.ruler = ruler;
                realm.legitimacy = book.courts[court.index()].legitimacy;
                self.sit_at(court, seat);
                for person in people {
                    let figure = self.figure_mut(*person);
                    figure.court = Some(court);
                }
                for (post, holder) in book.posts.iter().zip(self.posts_mut()) {
                    if post.court == from && holder.is_some_and(|p| people.contains(&p)) {
                        *holder = None;
                    }
                }
                self.send(ruler, None);
                for army in armies {
                    self.enrol(*army, court);
                }
                self.tables.errands.retain(|e| !armies.contains(&e.army));
                for other in self.courts() {
                    if other != court {
                        let war = other != from && self.at_war(from, other);
                        self.set_war(court, other, war);
                    }
                }
            }
            Event::Superseded { draft, clause } => {
                let state = &mut self.paper_mut(draft).clauses[usize::from(clause)];
                // What was broken stays so in the books, and nobody holds it against anybody any more.
                state.kept |= state.broken.is_none();
                state.replaced = true;
            }
            Event::Bereft { army, person, was } => {
                self.force_mut(army).bereft = Some(Bereft {
                    person,
                    was,
                    since: turn,
                });
            }
            Event::Mutinied { army, .. } => self.force_mut(army).bereft = None,
            Event::Detached {
                army,
                into,
                at,
                men,
            } => self.detach(army, into, at, men),
            Event::CarriedOff {
                place, to, homes, ..
            } => {
                self.country_mut(place).taken += homes;
                self.country_mut(to).settled += homes;
                self.empties(place);
            }
            Event::Refilled { place, homes } => {
                let country = self.country_mut(place);
                country.taken = country.taken.saturating_sub(homes);
                self.empties(place);
            }
            Event::Sat { court, called } => self.tables.sitting.push((court, called)),
            Event::Rallying { army, until } => {
                if let Some(field) = self.field_mut(army) {
                    field.ready = until;
                }
            }
            Event::SetByHand { ref what } => {
                self.set_by_hand(what);
                self.touch(Things::ALL);
            }
            Event::Ordered { .. }
            | Event::CameDue { .. }
            | Event::Pursued { .. }
            | Event::HeldOut { .. }
            | Event::Declined { .. }
            | Event::Crossed { .. }
            | Event::Panicked { .. }
            | Event::TooLate { .. }
            | Event::Rose { .. }
            | Event::ConvoyRaided { .. }
            | Event::Dearth { .. }
            | Event::BandGathered { .. }
            | Event::BandDispersed { .. }
            | Event::CameOut { .. }
            | Event::Disavowed { .. }
            | Event::Honoured { .. }
            | Event::Arrested { .. }
            | Event::Replied { .. }
            | Event::PaidInKind { .. }
            | Event::WarChosen { .. }
            | Event::Proclaimed { .. } => {}
        }
    }
}
