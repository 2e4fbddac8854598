//! The game as one court imagines it: what it knows as it knows it, what it does not know as it may be, and luck of another kind.
//!
//! A [`Belief`] is made from a [`View`] and from nothing else, so that nothing can be in it that the court could not know; a game made
//! from it with luck `n` is a whole game that can be played to its end. Two games with the same `n` differ only in what is done in them.
//!
//! What the court imagines of what it cannot see:
//! * **armies of others** — where they were last reported, or where the scenario puts them, if they have not been heard to be gone; when
//!   the report is old, somewhere within a march's reach of there where they would not be seen. Their numbers are those reported, and
//!   as far off as reports are; their quality, spirit and train are those they took the field with.
//! * **towns of others** — garrison, walls and stores of the first day; of a town that changed hands, a garrison such as a conqueror
//!   leaves. Before a town that it besieges itself it knows by its scouts how strong the defence is.
//! * **other courts** — treasury and legitimacy about as on the first day; lean drawn on since then by those who are seen to sit in
//!   council; loyalty of their people, and what their sovereigns think of them, as it was; nobody before their palaces, and no orders of
//!   theirs on the road.
//! * **matters before other councils** — a matter that could lie before them now is in one imagined game still open and in another
//!   settled. What they chose, and what their choices have set in train, is not known.
//! * **letters** between others, and letters to the court that have not come in — there are none; its own are under way.
//!
//! What it shares with the game that is played, because everybody hears of it at once: who holds which town, which towns are besieged
//! and how far the works have come, what was ceded, burnt or flooded, who is at war, who reigns, sits and commands where, and who lives,
//! is held captive or has gone over. It also knows the scenario itself, as a player does who has read the file.

use std::sync::Arc;

use super::Engine;
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, PersonId, PlaceId};
use crate::base::luck::{Luck, Purpose};
use crate::events::{Event, Task};
use crate::rules::condition;
use crate::rules::formulas::court::{lean_drift, occupation_need};
use crate::rules::state::Kept;
use crate::rules::state::components::{BattleRecord, Drawn, Field, Matter, Paper};
use crate::rules::state::snapshot::Snapshot;
use crate::rules::systems::{court, news, siege};
use crate::scenario::model::{Scenario, Terms};
use crate::view::View;

/// How far an army may have gone in a xun since it was seen, km of road.
const ROAM_KM: u32 = 180;
/// It is looked for no further than this, km: beyond, the country is all one.
const ROAM_MOST_KM: u32 = 720;
/// How far numbers may be off, permille either way: those reported as far as reports are, those taken from the first day further.
const REPORTED: u32 = 200;
const GUESSED: u32 = 300;
/// The garrison of a conquered town: what a conqueror leaves who means to go on.
const LEFT_BEHIND: u32 = 2_500;
/// How much weaker or stronger than thought a besieged garrison may be by what scouts say of its walls, percent.
const SCOUTS: (i64, i64) = (25, 400);

/// Quality, morale and food of a corps that another court formed of parts of its armies, as far as one can guess.
const FORMED: (i32, i32, i32) = (50, 55, 60);

/// What a court believes on one day.
#[derive(Debug)]
pub struct Belief {
    book: Arc<Scenario>,
    court: CourtId,
    turn: Turn,
    /// Everything in its likeliest state.
    base: Snapshot,
    /// Armies of others that stand, with the places where they may be.
    hosts: Vec<(ArmyId, Vec<PlaceId>, u32)>,
    /// Towns of others of which only the first day is known.
    towns: Vec<PlaceId>,
    /// Courts whose books are not known.
    others: Vec<CourtId>,
    /// Matters that may lie before other councils.
    doubtful: Vec<DecisionId>,
}

/// An army of another court, from what was heard of it.
#[derive(Clone, Copy, Debug)]
struct Host {
    stands: bool,
    court: CourtId,
    commander: Option<PersonId>,
    at: PlaceId,
    since: Turn,
}

impl Belief {
    /// What the court of this view believes.
    #[must_use]
    pub fn of(view: &View<'_>) -> Self {
        let book = view.shared_book();
        let mut belief = Self {
            court: view.court(),
            turn: view.turn(),
            base: Snapshot::opening(&book),
            hosts: Vec::new(),
            towns: Vec::new(),
            others: Vec::new(),
            doubtful: Vec::new(),
            book,
        };
        let mut hosts = belief.first_day();
        belief.base.tables.turn = view.turn();
        if view.in_session() {
            // On the day on which one sits the others do too, as far as anybody knows.
            let courts = (0..belief.book.courts.len()).map(CourtId::of);
            belief.base.tables.sitting = courts.map(|court| (court, None)).collect();
        }
        belief.heard(view, &mut hosts);
        belief.places(view);
        belief.people(view);
        belief.courts(view);
        belief.armies(view, &hosts);
        belief.papers(view);
        belief.waters(view);
        belief.unwatched();
        belief.consider(view);
        belief
    }

    /// A game that may be the one that is played, as far as the court knows; `luck` settles what it does not know, and all that is to come.
    #[must_use]
    pub fn game(&self, luck: u64) -> Engine {
        let mut state = self.base.clone();
        let rolls = Luck::new(luck);
        let near = |n: u32, key: u32, spread: u32| -> u32 {
            let swing = rolls.swing(
                self.turn,
                Purpose::Report,
                key,
                u32::from(self.court.0),
                spread,
            );
            u32::try_from(u64::from(n) * swing / 1000).unwrap_or(u32::MAX)
        };
        for (army, places, spread) in &self.hosts {
            let key = u32::from(army.0);
            let (force, field) = &mut state.armies[army.index()];
            force.men = near(force.men, key, *spread).max(1);
            let bound = u32::try_from(places.len()).unwrap_or(1);
            let pick = rolls.roll(self.turn, Purpose::Policy, key, 0, bound);
            if let (Some(field), Some(at)) = (field, places.get(pick as usize))
                && field.at != *at
            {
                (field.at, field.goal, field.task) = (*at, *at, Task::Hold);
            }
        }
        for place in &self.towns {
            let town = &mut state.places[place.index()].0;
            town.garrison = near(town.garrison, 0x1_0000 + u32::from(place.0), GUESSED);
        }
        for court in &self.others {
            let permille = rolls.swing(
                self.turn,
                Purpose::Report,
                0x2_0000 + u32::from(court.0),
                0,
                GUESSED,
            );
            for good in &mut state.courts[court.index()].treasury {
                *good = *good * i64::try_from(permille).unwrap_or(1000) / 1000;
            }
        }
        for matter in &self.doubtful {
            if rolls.roll(
                self.turn,
                Purpose::Policy,
                0x3_0000 + u32::from(matter.0),
                0,
                2,
            ) == 0
            {
                state.tables.matters[matter.index()] = Matter {
                    laid: Some(Turn(0)),
                    chose: None,
                    closed: Some(self.turn),
                    heard: 0,
                };
            }
        }
        let mut kept = Kept::from_snapshot(self.book.clone(), luck, &state, Vec::new());
        // Others see what stands before them in this game, not in that which is played.
        kept.change(news::run);
        Engine::around(kept, luck)
    }

    fn first_day(&self) -> Vec<Host> {
        self.book
            .armies
            .iter()
            .map(|army| Host {
                stands: army.stands,
                court: army.court,
                commander: army.commander.filter(|_| army.stands),
                at: army.at,
                since: Turn(0),
            })
            .collect()
    }

    /// What the chronicle that reached the court says of armies, battles and towns.
    fn heard(&mut self, view: &View<'_>, hosts: &mut [Host]) {
        let tables = &mut self.base.tables;
        for news in view.heard(Turn(0)) {
            match *news.event {
                Event::Raised { army, at } => {
                    let host = &mut hosts[army.index()];
                    (host.stands, host.at, host.since) = (true, at, news.turn);
                    host.commander = self.book.armies[army.index()].commander;
                    tables.raised[army.index()] = true;
                }
                Event::Gone { army, .. } => hosts[army.index()].stands = false,
                Event::ArmyWentOver { army, to } => hosts[army.index()].court = to,
                Event::TookCommand { person, army } => hosts[army.index()].commander = person,
                Event::Fought {
                    kind,
                    place,
                    attacker,
                    defender,
                    won,
                    ..
                } => {
                    tables.battles.push(BattleRecord::of(
                        kind,
                        place,
                        (attacker, defender),
                        won,
                        news.turn,
                    ));
                }
                Event::Fell { place, to, how, .. } => {
                    tables.falls.push((place, to, news.turn, how))
                }
                Event::WarOpened { by, on, .. } => tables.wars_opened.push((by, on, news.turn)),
                Event::Befell { incident, .. } => {
                    tables.incidents[incident.index()] = Some(news.turn)
                }
                _ => {}
            }
        }
    }

    fn places(&mut self, view: &View<'_>) {
        for place in view.places() {
            let (town, country, siege, ceded) = &mut self.base.places[place.index()];
            *siege = view.siege(place).copied();
            *ceded = view.ceded(place).copied();
            if let (Some(own), Some(around)) = (view.town(place), view.country(place)) {
                town.clone_from(own);
                country.clone_from(around);
                continue;
            }
            let holder = view.holder(place);
            let conquered = holder != town.holder;
            town.holder = holder;
            town.burnt = view.burnt(place);
            country.flooded = view.flooded(place);
            country.under_water = view.under_water(place).unwrap_or_default();
            country.band = view.band(place).unwrap_or(country.band);
            if conquered {
                let homes = self.book.atlas.places[place.index()].households;
                town.garrison = occupation_need(homes).min(LEFT_BEHIND);
            }
            let keeps = |who: PersonId| {
                view.figure(who).alive
                    && view.figure(who).court == holder
                    && view.captive(who).is_none()
            };
            town.captain = town.captain.filter(|who| keeps(*who));
            if let Some(siege) = siege.filter(|siege| siege.close) {
                let eaten = i32::from(view.turn().0.saturating_sub(siege.since.0)) * 10;
                town.stores = (town.stores - eaten).max(0);
            }
            if holder.is_some() {
                self.towns.push(place);
            }
        }
    }

    /// What everybody sees of the rivers, and what is under way in towns of one's own.
    fn waters(&mut self, view: &View<'_>) {
        let tables = &mut self.base.tables;
        tables.river_moved = view.river_moved();
        for (n, name) in tables.welcome.iter_mut().enumerate() {
            *name = view.welcome(CourtId::of(n));
        }
        tables.works = self
            .base
            .places
            .iter()
            .filter(|(town, ..)| town.fitting.is_some() || town.convoy.is_some())
            .map(|(town, ..)| town.id)
            .collect();
    }

    fn people(&mut self, view: &View<'_>) {
        for (i, (figure, captive)) in self.base.people.iter_mut().enumerate() {
            let person = PersonId::of(i);
            let (loyalty, favour) = (figure.loyalty, figure.favour);
            figure.clone_from(view.figure(person));
            *captive = view.captive(person);
            if figure.court != Some(self.court) {
                // What another sovereign thinks of his men is not known.
                (figure.loyalty, figure.favour) = (loyalty, favour);
            }
        }
        for (i, holder) in self.base.tables.posts.iter_mut().enumerate() {
            *holder = view.holder_of(crate::base::ids::PostId::of(i));
        }
    }

    fn courts(&mut self, view: &View<'_>) {
        let n = self.base.courts.len();
        for (i, realm) in self.base.courts.iter_mut().enumerate() {
            let id = CourtId::of(i);
            if id == self.court {
                realm.clone_from(view.realm());
                continue;
            }
            let seen = view.other(id);
            realm.stands = seen.stands;
            realm.seat = seen.seat;
            realm.ruler = seen.ruler;
            realm.deposed = seen.deposed;
            realm.restored = seen.restored;
            realm.patron = seen.patron;
            self.others.push(id);
        }
        for a in 0..n {
            for b in 0..n {
                self.base.tables.wars[a * n + b] = view.are_at_war(CourtId::of(a), CourtId::of(b));
            }
        }
    }

    fn armies(&mut self, view: &View<'_>, hosts: &[Host]) {
        let seen_from = view.in_sight();
        let waiting: Vec<ArmyId> = view.levies().collect();
        for (i, host) in hosts.iter().enumerate() {
            let id = ArmyId::of(i);
            if let Some((own, at)) = view.own_force(id) {
                self.base.armies[i] = (own.clone(), at.copied());
                self.base.tables.raised[i] = !self.book.armies[i].stands && !waiting.contains(&id);
                continue;
            }
            let (force, field) = &mut self.base.armies[i];
            force.court = host.court;
            // A corps that was formed in play is known when it was seen.
            let formed = self.book.armies[i].men == 0 && view.sighting(id).is_some();
            if formed {
                (force.quality, force.morale, force.food) = FORMED;
            }
            if !host.stands && !formed {
                *field = None;
                force.men = 0;
                force.commander = None;
                continue;
            }
            let leads =
                |who: PersonId| view.figure(who).court == Some(host.court) && view.is_free(who);
            force.commander = host.commander.filter(|who| leads(*who));
            force.men = self.book.armies[i].men;
            let (mut at, mut since, mut spread) = (host.at, host.since, GUESSED);
            if let Some(sighting) = view.sighting(id).filter(|s| s.seen >= host.since) {
                (at, since, spread) = (sighting.place, sighting.seen, REPORTED);
                force.men = sighting.men;
            }
            if formed {
                force.meant = force.men;
            }
            let besieges = view.siege(at).is_some_and(|s| s.by == host.court);
            *field = Some(Field {
                at,
                next: None,
                done_km: 0,
                task: if besieges { Task::Besiege } else { Task::Hold },
                goal: at,
                held_up: 0,
                reached: since,
                ready: since,
            });
            let age = u32::from(view.turn().0.saturating_sub(since.0));
            let places = if besieges || age == 0 {
                vec![at]
            } else {
                self.roams(view, &seen_from, host.court, at, age)
            };
            self.hosts.push((id, places, spread));
        }
    }

    /// Where an army may be that was at a place so many xun ago and is not seen now.
    fn roams(
        &self,
        view: &View<'_>,
        seen_from: &[PlaceId],
        of: CourtId,
        from: PlaceId,
        age: u32,
    ) -> Vec<PlaceId> {
        let reach = (age * ROAM_KM).min(ROAM_MOST_KM);
        let friendly = |place: PlaceId| {
            view.holder(place)
                .is_some_and(|h| h == of || view.other(h).patron == Some(of))
        };
        let hidden: Vec<PlaceId> = view
            .places()
            .filter(|p| {
                self.book.atlas.km(from, *p) <= reach && seen_from.binary_search(p).is_err()
            })
            .collect();
        let at_home: Vec<PlaceId> = hidden.iter().copied().filter(|p| friendly(*p)).collect();
        match (at_home.is_empty(), hidden.is_empty()) {
            (false, _) => at_home,
            (_, false) => hidden,
            _ => vec![from],
        }
    }

    fn papers(&mut self, view: &View<'_>) {
        let tables = &mut self.base.tables;
        let has_come = |paper: &Paper| paper.delivered.or(paper.sworn).is_some();
        let known: Vec<(DraftId, &Paper)> = view
            .papers()
            .filter(|(id, paper)| view.terms(*id).from == self.court || has_come(paper))
            .collect();
        // Papers drawn up in play keep their numbers: those of others that have not come in are blank sheets. What is ceded is ceded under one
        // of them, and who gave it to whom is heard of everywhere.
        let ceded: Vec<DraftId> = self
            .base
            .places
            .iter()
            .filter_map(|(.., ceded)| ceded.map(|c| c.draft))
            .collect();
        let last = known
            .iter()
            .map(|(id, _)| id)
            .chain(&ceded)
            .map(|id| id.index() + 1)
            .max()
            .unwrap_or(0);
        for id in (self.book.drafts.len()..last).map(DraftId::of) {
            let (from, to) = if ceded.contains(&id) {
                (view.terms(id).from, view.terms(id).to)
            } else {
                (self.court, self.court)
            };
            tables.papers.push(Paper::default());
            tables.drawn.push(Drawn {
                terms: Terms::plain(from, to, Vec::new()),
                envoy: PersonId::of(0),
                answers: None,
                turn: self.turn,
            });
        }
        for (id, paper) in known {
            let own = &mut tables.papers[id.index()];
            own.clone_from(paper);
            if view.terms(id).from == self.court && paper.sworn.is_none() && paper.refused.is_none()
            {
                // Whether and when it came through, and what its envoy said, the answer will tell.
                own.delivered = None;
                own.intercepted = paper.intercepted.filter(|by| *by == self.court);
                own.spoken = None;
            }
            if let Some(drawn) = view.drawn(id) {
                let mut drawn = drawn.clone();
                let clauses = (0..drawn.terms.clauses.len())
                    .filter_map(|n| view.clause_as_known(id, n))
                    .collect();
                drawn.terms.clauses = clauses;
                tables.drawn[id.index() - self.book.drafts.len()] = drawn;
            }
        }
        tables.fugitives = view.fugitives().copied().collect();
        for fact in view.known_facts() {
            tables.facts[fact.index()] = true;
        }
        for (i, matter) in tables.matters.iter_mut().enumerate() {
            if let Some(own) = view.own_matter(DecisionId::of(i)) {
                *matter = own;
            }
        }
        tables.earlier = view.own_earlier().collect();
        tables.deferred = view.in_train().cloned().collect();
        tables.crowds = view.crowd().copied().into_iter().collect();
        tables.errands = view.errands().cloned().collect();
        tables.dismissals = view.dismissals().cloned().collect();
        let armies = self.book.armies.len();
        for army in 0..armies {
            tables.known[self.court.index() * armies + army] =
                view.sighting(ArmyId::of(army)).copied();
        }
    }

    /// Nobody lays an imagined game beside the record, so its checkpoints need not be asked.
    fn unwatched(&mut self) {
        let tables = &mut self.base.tables;
        tables.reached.fill(Some(self.turn));
        tables.stood.fill(Some(false));
    }

    /// What follows from the rest: the lean of other courts, the strength of towns that scouts have looked at, and what may lie before
    /// other councils.
    fn consider(&mut self, view: &View<'_>) {
        let kept = Kept::from_snapshot(self.book.clone(), 0, &self.base, Vec::new());
        let game = kept.game();
        for id in &self.others {
            let Some(mean) = court::council_mean(game, *id) else {
                continue;
            };
            let lean = &mut self.base.courts[id.index()].lean;
            for _ in 0..self.turn.0 {
                *lean += lean_drift(*lean, mean);
            }
        }
        self.towns.retain(|place| {
            let Some(scouted) = view.scouted_defence(*place) else {
                return true;
            };
            let thought = siege::defence(game, *place).max(1);
            let percent = (scouted * 100 / thought).clamp(SCOUTS.0, SCOUTS.1);
            let town = &mut self.base.places[place.index()].0;
            town.garrison =
                u32::try_from(i64::from(town.garrison) * percent / 100).unwrap_or(town.garrison);
            false
        });
        for (i, decision) in self.book.decisions.iter().enumerate() {
            if decision.court != self.court
                && game.realm(decision.court).stands
                && condition::holds(game, &decision.when)
            {
                self.doubtful.push(DecisionId::of(i));
            }
        }
    }
}
