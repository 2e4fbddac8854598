//! The whole state written down: to start a game, fork it, save it, and prove it by its hash.

use std::sync::Arc;

use bevy_ecs::prelude::World;
use serde::{Deserialize, Serialize};

use super::columns::{Home, Plain};
use super::components::{
    Captive, Ceded, Country, Field, Figure, Force, Matter, Paper, Perhaps, Powder, Realm, Siege,
    Tables, Town,
};
use super::fixed::Fixed;
use super::muster::Muster;
use super::places::{Places, words};
use super::sleep::Sleepers;
use super::yields::Yields;
use super::{CALM, Game, Index, Keeps, Kept, RESTLESS, Spare, enlist};
use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DecisionId, DraftId, PersonId, PlaceId};
use crate::base::luck::Luck;
use crate::events::Entry;
use crate::rules::formulas::{powder, wealth};
use crate::scenario::model::{PlaceSetup, Scenario};

/// Room for the events of a turn, and for the told events of a game, so that neither is moved about in memory as it grows.
const A_TURNS_EVENTS: usize = 256;
const A_GAMES_ENTRIES: usize = 2048;
const A_TURNS_ENTRIES: usize = 48;
/// Resistance on the first day above which the people of a place are not counted as their holder's: the Yan country in 1125.
const DISAFFECTED: i32 = 40;
/// The name a court has with those who would come over, before anybody has.
const WELCOME: i32 = 50;

/// A game written down, without its scenario and its chronicle. Plain data: to change one is to write down another game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Every place, in order.
    pub places: Vec<(Town, Country, Option<Siege>, Option<Ceded>)>,
    /// Every army and levy, in order; with no field, it does not stand.
    pub armies: Vec<(Force, Option<Field>)>,
    /// Every person, in order.
    pub people: Vec<(Figure, Option<Captive>)>,
    /// Every court, in order.
    pub courts: Vec<Realm>,
    /// Everything else.
    pub tables: Tables,
}

/// A workshop's store on the first day: full, of what is known in that year.
fn opening_stock(book: &Scenario, setup: &PlaceSetup) -> Powder {
    let loads = setup.workshop * powder::STORE_MONTHS;
    if loads == 0 {
        return Powder::default();
    }
    Powder {
        loads,
        craft: powder::craft_in(powder::year(book.from)),
    }
}

impl Snapshot {
    /// The first day of a scenario.
    #[must_use]
    pub fn opening(book: &Scenario) -> Self {
        let places = book
            .places
            .iter()
            .enumerate()
            .map(|(i, setup)| {
                let atlas = &book.atlas.places[i];
                let town = Town {
                    id: PlaceId::of(i),
                    holder: setup.holder,
                    garrison: setup.garrison,
                    quality: setup.quality,
                    morale: setup.morale,
                    captain: setup.captain,
                    walls: atlas.walls * 100,
                    stores: setup.stores_xun * 10,
                    burnt: false,
                    ships: super::components::Ships {
                        boats: setup.boats,
                        wheels: setup.wheels,
                    },
                    fitting: None,
                    depot: setup.depot,
                    convoy: None,
                    powder: opening_stock(book, setup),
                };
                let country = Country {
                    unrest: setup.unrest,
                    // A country that already resists its holder is nobody's to win back for him.
                    native: setup
                        .native
                        .or_else(|| setup.holder.filter(|_| setup.unrest < DISAFFECTED)),
                    flooded: false,
                    wealth: wealth::of_town(atlas.households, atlas.kind),
                    under_water: Turn(0),
                    away: 0,
                    band: setup.band,
                    taken: 0,
                    settled: 0,
                };
                (town, country, None, None)
            })
            .collect();
        let armies = book
            .armies
            .iter()
            .enumerate()
            .map(|(i, army)| {
                let force = Force {
                    id: ArmyId::of(i),
                    court: army.court,
                    commander: army.commander.filter(|_| army.stands),
                    men: if army.stands { army.men } else { 0 },
                    meant: army.men,
                    horse_percent: army.horse_percent,
                    quality: army.quality,
                    morale: army.morale,
                    engines: army.engines,
                    food: army.food_xun * 10,
                    ships: super::components::Ships {
                        boats: if army.stands { army.boats } else { 0 },
                        wheels: if army.stands { army.wheels } else { 0 },
                    },
                    marines: army.marines,
                    attachment: army.attachment,
                    powder: Powder::default(),
                    bereft: None,
                };
                let field = army.stands.then_some(Field::held(army.at, Turn(0)));
                (force, field)
            })
            .collect();
        let people = book
            .people
            .iter()
            .enumerate()
            .map(|(i, person)| {
                let figure = Figure {
                    id: PersonId::of(i),
                    alive: person.died.is_none_or(|died| died >= book.from),
                    court: person.court,
                    loyalty: person.loyalty,
                    at: person.at,
                    exiled: false,
                    favour: crate::rules::formulas::parties::FAVOUR,
                    reigned: person.reigned,
                };
                let captive = person.held_by.map(|of| Captive { of, detained: true });
                (figure, captive)
            })
            .collect();
        let courts = book
            .courts
            .iter()
            .enumerate()
            .map(|(i, court)| Realm {
                id: CourtId::of(i),
                stands: court.stands,
                seat: court.seat,
                ruler: court.ruler,
                legitimacy: court.legitimacy,
                lean: court.lean,
                edicts: i32::from(court.edicts),
                deposed: false,
                restored: false,
                heir: court.heir,
                patron: court.patron,
                craftsmen: book
                    .places
                    .iter()
                    .any(|p| p.holder == Some(CourtId::of(i)) && p.workshop > 0),
                treasury: court.treasury,
                outlay: court.outlay,
                guards_rose: None,
            })
            .collect();
        let n = book.courts.len();
        let mut wars = vec![false; n * n];
        for (a, court) in book.courts.iter().enumerate() {
            for b in &court.at_war_with {
                wars[a * n + b.index()] = true;
                wars[b.index() * n + a] = true;
            }
        }
        let mut papers: Vec<Paper> = book
            .drafts
            .iter()
            .map(|draft| Paper {
                clauses: vec![super::components::ClauseState::default(); draft.terms.clauses.len()],
                ..Paper::default()
            })
            .collect();
        for (draft, _) in &book.treaties {
            papers[draft.index()].sworn = Some(Turn(0));
        }
        let tables = Tables {
            turn: Turn(0),
            facts: vec![false; book.facts.len()],
            posts: book.posts.iter().map(|p| p.holder).collect(),
            matters: vec![Matter::default(); book.decisions.len()],
            papers,
            wars,
            incidents: vec![None; book.incidents.len()],
            known: vec![None; n * book.armies.len()],
            raised: vec![false; book.armies.len()],
            reached: vec![None; book.checkpoints.len()],
            stood: vec![None; book.checkpoints.len()],
            dead: vec![0; n],
            scattered: vec![0; n],
            prisoners: vec![0; n],
            welcome: vec![WELCOME; n],
            ..Tables::default()
        };
        Self {
            places,
            armies,
            people,
            courts,
            tables,
        }
    }

    /// The hash of this state.
    #[must_use]
    pub fn hash(&self) -> u64 {
        crate::base::hash::hash_of(self)
    }

    /// The turn it was taken in.
    #[must_use]
    pub const fn turn(&self) -> Turn {
        self.tables.turn
    }
}

/// The first day of a scenario, for whoever plays it many times over.
#[derive(Clone, Debug)]
pub struct Opening {
    book: Arc<Scenario>,
    snapshot: Snapshot,
    index: Index,
    keeps: Keeps,
}

impl Opening {
    /// That of this scenario.
    #[must_use]
    pub fn of(book: Arc<Scenario>) -> Self {
        let snapshot = Snapshot::opening(&book);
        let index = Index::of(&book, &snapshot);
        Self {
            book,
            snapshot,
            index,
            keeps: Keeps::Chronicle,
        }
    }
    /// The same for games that keep this of what happens.
    #[must_use]
    pub fn keeping(mut self, keeps: Keeps) -> Self {
        self.keeps = keeps;
        self
    }
    /// A game on that day, before its first turn opened. Unless it is told otherwise it writes its chronicle, and keeps no page of every event of a
    /// turn beside it: nobody reads that of one game among many.
    #[must_use]
    pub fn kept(&self, seed: u64) -> Kept {
        let mut kept = Kept::from_snapshot(self.book.clone(), seed, &self.snapshot, Vec::new());
        kept.change(|game| game.keeps = self.keeps);
        kept
    }
    /// The same game in plain vectors instead of a world: the floor for the benches.
    #[must_use]
    pub fn in_plain_vectors(&self, seed: u64) -> Kept {
        let home = Home::Plain(Box::new(in_vectors(&self.book, &self.snapshot)));
        let (book, snapshot) = (self.book.clone(), &self.snapshot);
        let mut kept = Kept::in_home(home, book, seed, snapshot, Vec::new());
        kept.change(|game| game.keeps = self.keeps);
        kept
    }
}

impl Game<'_> {
    /// Goes back to the first day, with this luck: the game is what [`Opening::kept`] gives, in the world that it has.
    pub fn start_again(&mut self, opening: &Opening, seed: u64) {
        let Opening {
            book,
            snapshot,
            index,
            keeps,
        } = opening;
        let columns = &mut self.columns;
        for (n, (town, country, siege, ceded)) in snapshot.places.iter().enumerate() {
            columns.towns[n].clone_from(town);
            columns.countries[n].clone_from(country);
            columns.sieges[n].0 = *siege;
            columns.ceded[n].0 = *ceded;
        }
        for (n, (force, field)) in snapshot.armies.iter().enumerate() {
            columns.forces[n].clone_from(force);
            columns.fields[n] = field.unwrap_or_else(|| nowhere(book, force));
        }
        for (n, (figure, captive)) in snapshot.people.iter().enumerate() {
            columns.figures[n].clone_from(figure);
            columns.captives[n].0 = *captive;
        }
        columns.realms.clone_from_slice(&snapshot.courts);
        self.index.clone_from(index);
        self.tables.clone_from(&snapshot.tables);
        self.book.clone_from(book);
        self.luck = Luck::new(seed);
        self.keeps = *keeps;
        self.chronicle.clear();
        self.now.clear();
    }
}

impl Game<'_> {
    /// Keeps no more than this of what happens from now on.
    pub const fn keep(&mut self, keeps: Keeps) {
        self.keeps = keeps;
    }
    /// Becomes as another game of the same scenario is, in the world that it has.
    pub fn become_like(&mut self, other: &Game<'_>) {
        let (own, its) = (&mut self.columns, &other.columns);
        own.towns.clone_from_slice(its.towns);
        own.countries.clone_from_slice(its.countries);
        own.sieges.clone_from_slice(its.sieges);
        own.ceded.clone_from_slice(its.ceded);
        own.forces.clone_from_slice(its.forces);
        own.fields.clone_from_slice(its.fields);
        own.figures.clone_from_slice(its.figures);
        own.captives.clone_from_slice(its.captives);
        own.realms.clone_from_slice(its.realms);
        self.index.clone_from(&other.index);
        self.tables.clone_from(&other.tables);
        self.book.clone_from(&other.book);
        self.luck = other.luck;
        self.chronicle.clone_from(&other.chronicle);
        self.now.clone_from(&other.now);
        self.keeps = other.keeps;
    }
}

/// Where an army is that does not stand: it has a field like the others, at which nobody looks.
fn nowhere(book: &Scenario, force: &Force) -> Field {
    Field::held(book.armies[force.id.index()].at, Turn(0))
}

impl Kept {
    /// A game that goes on from a snapshot, with the chronicle so far.
    #[must_use]
    pub fn from_snapshot(
        book: Arc<Scenario>,
        seed: u64,
        snapshot: &Snapshot,
        chronicle: Vec<Entry>,
    ) -> Self {
        let home = Home::Ecs(Box::new(populated(&book, snapshot)));
        Self::in_home(home, book, seed, snapshot, chronicle)
    }

    fn in_home(
        home: Home,
        book: Arc<Scenario>,
        seed: u64,
        snapshot: &Snapshot,
        mut chronicle: Vec<Entry>,
    ) -> Self {
        chronicle.reserve(A_GAMES_ENTRIES.max(usize::from(book.turns) * A_TURNS_ENTRIES));
        Self::at_home(home, |columns| Game {
            columns,
            index: Index::of(&book, snapshot),
            tables: snapshot.tables.clone(),
            book,
            luck: Luck::new(seed),
            chronicle,
            now: Vec::with_capacity(A_TURNS_EVENTS),
            keeps: Keeps::Pages,
            spare: Spare(Vec::new()),
            spare_places: Spare(Vec::new()),
            spare_papers: Spare(Vec::new()),
            spare_paths: Spare(Vec::new()),
        })
    }
}

/// A world with everything that is in a snapshot, each kind in the order of its ids.
fn populated(book: &Scenario, snapshot: &Snapshot) -> World {
    let mut world = World::new();
    world.spawn_batch(snapshot.places.iter().map(|(town, country, siege, ceded)| {
        let (siege, ceded) = (Perhaps(*siege), Perhaps(*ceded));
        (town.clone(), country.clone(), siege, ceded)
    }));
    world.spawn_batch(snapshot.armies.iter().map(|(force, field)| {
        let field = field.unwrap_or_else(|| nowhere(book, force));
        (force.clone(), field)
    }));
    let people = snapshot.people.iter();
    world.spawn_batch(people.map(|(figure, captive)| (figure.clone(), Perhaps(*captive))));
    world.spawn_batch(snapshot.courts.iter().cloned());
    world
}

/// The same in plain vectors.
fn in_vectors(book: &Scenario, snapshot: &Snapshot) -> Plain {
    let mut plain = Plain::default();
    for (town, country, siege, ceded) in &snapshot.places {
        plain.towns.push(town.clone());
        plain.countries.push(country.clone());
        plain.sieges.push(Perhaps(*siege));
        plain.ceded.push(Perhaps(*ceded));
    }
    for (force, field) in &snapshot.armies {
        plain.forces.push(force.clone());
        plain
            .fields
            .push(field.unwrap_or_else(|| nowhere(book, force)));
    }
    for (figure, captive) in &snapshot.people {
        plain.figures.push(figure.clone());
        plain.captives.push(Perhaps(*captive));
    }
    plain.realms.clone_from(&snapshot.courts);
    plain
}

impl Index {
    /// The lists of what is in a snapshot.
    fn of(book: &Scenario, snapshot: &Snapshot) -> Self {
        let none = || Places::none_of(snapshot.places.len());
        let mut index = Self {
            fixed: Arc::new(Fixed::of(book, snapshot)),
            at: vec![Vec::new(); snapshot.places.len()],
            led: vec![Vec::new(); snapshot.people.len()],
            held: snapshot.courts.iter().map(|_| none()).collect(),
            overlooked: vec![vec![0; words(snapshot.places.len())]; snapshot.courts.len()],
            ranks: vec![Vec::new(); snapshot.courts.len()],
            bound: vec![Vec::new(); snapshot.courts.len()],
            garrisons: vec![0; snapshot.courts.len()],
            cut_off: vec![Vec::new(); snapshot.courts.len()],
            lines_hold: vec![false; snapshot.courts.len()],
            besieged: none(),
            banded: none(),
            foreign: none(),
            restless: none(),
            uneasy: none(),
            emptied: none(),
            breached: none(),
            worn: none(),
            camps: none(),
            heard_of: vec![Vec::new(); snapshot.courts.len()],
            yields: Yields::unknown(snapshot.places.len(), snapshot.courts.len()),
            means: vec![None; snapshot.courts.len()],
            muster: Muster::unknown(snapshot.armies.len()),
            sleepers: Sleepers::awake([
                book.decisions.len(),
                book.incidents.len(),
                book.checkpoints.len(),
                book.endings.len(),
            ]),
            ..Self::default()
        };
        let known = snapshot.tables.known.chunks(snapshot.armies.len().max(1));
        for (heard_of, known) in index.heard_of.iter_mut().zip(known) {
            let told = ArmyId::all(known.len()).filter(|army| known[army.index()].is_some());
            heard_of.extend(told);
        }
        for (town, country, siege, ceded) in &snapshot.places {
            if siege.is_some() {
                index.besieged.enlist(town.id);
            }
            if ceded.is_some() {
                index.ceded.push(town.id);
            }
            if country.band > 0 {
                index.banded.enlist(town.id);
            }
            if country.unrest >= RESTLESS {
                index.restless.enlist(town.id);
            }
            index.uneasy.set(town.id, country.unrest > CALM);
            let emptied = country.away > 0 || country.taken > 0;
            index.emptied.set(town.id, emptied);
            if town.walls < book.atlas.places[town.id.index()].walls * 100 {
                index.breached.enlist(town.id);
            }
            index.worn.enlist(town.id);
            index.holders.push(town.holder);
            if let Some(holder) = town.holder {
                index.gains(holder, town.id);
                index.garrisons[holder.index()] += u64::from(town.garrison);
                if country.native.is_some_and(|native| native != holder) {
                    index.foreign.enlist(town.id);
                }
            }
        }
        for (force, field) in &snapshot.armies {
            if let Some(person) = force.commander {
                index.led[person.index()].push(force.id);
            }
            if let Some(field) = field {
                index.standing.push(force.id);
                index.ranks[force.court.index()].push(force.id);
                index.comes(force.id, field.at);
            }
            index.stands.push(field.is_some());
        }
        let armies = &snapshot.armies;
        index.muster.settle(|army| {
            let (force, field) = &armies[army.index()];
            Some((force, field.as_ref()?))
        });
        let taken = snapshot
            .people
            .iter()
            .filter(|(_, captive)| captive.is_some());
        index.captives = taken.map(|(figure, _)| figure.id).collect();
        let people = snapshot.people.iter();
        let afield = people.filter(|(figure, _)| figure.at.is_some());
        index.afield = afield.map(|(figure, _)| figure.id).collect();
        for battle in &snapshot.tables.battles {
            enlist(&mut index.lost, (battle.loser, battle.kind, battle.place));
        }
        let mut closed = Vec::new();
        for (n, matter) in snapshot.tables.matters.iter().enumerate() {
            match matter.closed {
                Some(turn) => closed.push((turn, DecisionId::of(n))),
                None if matter.laid.is_some() => index.open.push(DecisionId::of(n)),
                None => {}
            }
        }
        closed.sort_unstable();
        index.closed = closed.into_iter().map(|(_, matter)| matter).collect();
        index.patrons = snapshot.courts.iter().map(|realm| realm.patron).collect();
        let papers = snapshot.tables.papers.iter().enumerate();
        index.carried = papers
            .filter(|(_, paper)| paper.sent.or(paper.sworn).is_some())
            .map(|(n, _)| DraftId::of(n))
            .collect();
        for &draft in &index.carried {
            let drawn = || &snapshot.tables.drawn[draft.index() - book.drafts.len()].terms;
            let terms = book.drafts.get(draft.index()).map(|d| &d.terms);
            let terms = terms.unwrap_or_else(drawn);
            enlist(&mut index.bound[terms.from.index()], draft);
            enlist(&mut index.bound[terms.to.index()], draft);
        }
        index
    }
}

impl Game<'_> {
    /// The state written down.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            places: self
                .places()
                .map(|p| {
                    (
                        self.town(p).clone(),
                        self.country(p).clone(),
                        self.siege(p).copied(),
                        self.signed_away(p).copied(),
                    )
                })
                .collect(),
            armies: self
                .armies()
                .map(|a| (self.force(a).clone(), self.field(a).copied()))
                .collect(),
            people: self
                .people()
                .map(|p| (self.figure(p).clone(), self.captive(p).copied()))
                .collect(),
            courts: self.courts().map(|c| self.realm(c).clone()).collect(),
            tables: self.tables.clone(),
        }
    }
}
