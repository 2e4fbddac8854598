//! A world carried from the end of one scenario to the first day of another.
//!
//! It is written down in names, for the two scenarios number things each in its own way and one may have what the other lacks.
//! What both have goes over as it stood: who holds what, treasuries, thrones, wars, oaths, people and in whose hands they are.
//! What only the new one has stands as its file says. Between the two lie months of musters: armies and garrisons come to the
//! numbers that the new scenario gives them, in the proportion in which they stood to those of the old one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::date::Turn;
use crate::base::ids::{ArmyId, CourtId, DraftId, PersonId, PlaceId, PostId};
use crate::diagnostics::span::{Sp, Span};
use crate::rules::state::Game;
use crate::rules::state::components::{Captive, ClauseState, Drawn, Field, Fugitive, Paper};
use crate::rules::state::snapshot::Snapshot;
use crate::scenario::language::{Clause, Renames, Resolved, Written, renamed};
use crate::scenario::model::{Scenario, Terms};

/// Armies and garrisons come over at no less and no more than this share of what the new scenario gives them, percent.
const LEAST: u32 = 25;
const MOST: u32 = 125;

/// A world at the end of a game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The scenario it comes from.
    pub from: String,
    /// The seed of that game.
    pub seed: u64,
    /// Towns and the country round them.
    places: BTreeMap<String, Town>,
    /// Armies that stand, or stood and stand no more.
    armies: BTreeMap<String, Host>,
    /// Of a hundred men that a court had in armies on the first day, how many it has now.
    strength: BTreeMap<String, u32>,
    /// People.
    people: BTreeMap<String, Person>,
    /// Courts.
    courts: BTreeMap<String, Court>,
    /// Holders of posts.
    posts: BTreeMap<String, Option<String>>,
    /// Pairs at war.
    wars: Vec<(String, String)>,
    /// What is sworn and not void.
    sworn: Vec<Oath>,
    /// Facts that hold.
    facts: Vec<String>,
    /// Who went over: the man, whom he left, whom he serves.
    fugitives: Vec<(String, String, String)>,
    /// Whether the Yellow River left its bed.
    river_moved: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Town {
    holder: Option<String>,
    native: Option<String>,
    captain: Option<String>,
    garrison: u32,
    /// Of a hundred men of the first day, under whatever holder.
    strength: u32,
    quality: i32,
    morale: i32,
    walls: i32,
    stores: i32,
    burnt: bool,
    unrest: i32,
    depot: i64,
    wealth: [i64; 5],
    away: u32,
    band: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Host {
    court: String,
    /// Where it stands; none if it stands no more.
    at: Option<String>,
    commander: Option<String>,
    /// Of a hundred men it is meant to have.
    strength: u32,
    quality: i32,
    morale: i32,
    attachment: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    alive: bool,
    court: Option<String>,
    loyalty: i32,
    favour: i32,
    exiled: bool,
    reigned: bool,
    at: Option<String>,
    held_by: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Court {
    stands: bool,
    seat: String,
    ruler: String,
    heir: Option<String>,
    legitimacy: i32,
    lean: i32,
    deposed: bool,
    restored: bool,
    patron: Option<String>,
    treasury: [i64; 5],
    welcome: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Oath {
    /// The draft, where it is one of the scenario's own.
    draft: Option<String>,
    from: String,
    to: String,
    clauses: Vec<Clause<Written>>,
    /// Paid so far, fulfilled, and by whom broken, clause by clause.
    kept: Vec<(i64, bool, Option<String>)>,
}

/// Of a hundred, how many.
fn percent(now: u32, first: u32) -> u32 {
    let share = u64::from(now) * 100 / u64::from(first.max(1));
    u32::try_from(share).unwrap_or(MOST).clamp(0, 1_000)
}

fn scaled(men: u32, share: u32) -> u32 {
    let men = u64::from(men) * u64::from(share.clamp(LEAST, MOST)) / 100;
    u32::try_from(men).unwrap_or(u32::MAX)
}

impl Carried {
    /// The world of a game as it stands.
    #[must_use]
    pub fn of(game: &Game, seed: u64) -> Self {
        let book = &game.book;
        let court = |id: CourtId| book.courts[id.index()].id.clone();
        let person = |id: PersonId| book.people[id.index()].id.clone();
        let place = |id: PlaceId| book.atlas.places[id.index()].id.clone();
        let places = game.places().map(|id| {
            let (town, country, first) =
                (game.town(id), game.country(id), &book.places[id.index()]);
            let town = Town {
                holder: town.holder.map(court),
                native: country.native.map(court),
                captain: town.captain.map(person),
                garrison: town.garrison,
                strength: percent(town.garrison, first.garrison),
                quality: town.quality,
                morale: town.morale,
                walls: town.walls,
                stores: town.stores,
                burnt: town.burnt,
                unrest: country.unrest,
                depot: town.depot,
                wealth: country.wealth,
                away: country.away,
                band: country.band,
            };
            (place(id), town)
        });
        let stood = |id: ArmyId| book.armies[id.index()].stands || game.tables().raised[id.index()];
        let armies = game.armies().filter(|id| stood(*id)).map(|id| {
            let (force, field) = (game.force(id), game.field(id));
            let host = Host {
                court: court(force.court),
                at: field.map(|f| place(f.at)),
                commander: force.commander.map(person),
                strength: percent(force.men, book.armies[id.index()].men),
                quality: force.quality,
                morale: force.morale,
                attachment: force.attachment,
            };
            (book.armies[id.index()].id.clone(), host)
        });
        let strength = game.courts().map(|id| {
            let now: u32 = game
                .standing()
                .filter(|(_, force, _)| force.court == id)
                .map(|(_, force, _)| force.men)
                .sum();
            let first: u32 = book
                .armies
                .iter()
                .filter(|army| army.stands && army.court == id)
                .map(|army| army.men)
                .sum();
            (court(id), percent(now, first))
        });
        let people = game.people().map(|id| {
            let figure = game.figure(id);
            let person = Person {
                alive: figure.alive,
                court: figure.court.map(court),
                loyalty: figure.loyalty,
                favour: figure.favour,
                exiled: figure.exiled,
                reigned: figure.reigned,
                at: figure.at.map(place),
                held_by: game.captive(id).map(|captive| court(captive.of)),
            };
            (book.people[id.index()].id.clone(), person)
        });
        let courts = game.courts().map(|id| {
            let realm = game.realm(id);
            let there = Court {
                stands: realm.stands,
                seat: place(realm.seat),
                ruler: person(realm.ruler),
                heir: realm.heir.map(person),
                legitimacy: realm.legitimacy,
                lean: realm.lean,
                deposed: realm.deposed,
                restored: realm.restored,
                patron: realm.patron.map(court),
                treasury: realm.treasury,
                welcome: game.tables().welcome[id.index()],
            };
            (court(id), there)
        });
        let posts = (0..book.posts.len()).map(PostId::of).map(|id| {
            let holder = game.holder_of(id).map(person);
            (book.posts[id.index()].id.clone(), holder)
        });
        let mut wars = Vec::new();
        for a in game.courts() {
            for b in game.courts().filter(|b| a < *b && game.at_war(a, *b)) {
                wars.push((court(a), court(b)));
            }
        }
        let facts = book.facts.iter().zip(&game.tables().facts);
        Self {
            from: book.id.clone(),
            seed,
            places: places.collect(),
            armies: armies.collect(),
            strength: strength.collect(),
            people: people.collect(),
            courts: courts.collect(),
            posts: posts.collect(),
            wars,
            sworn: game.papers().filter_map(|id| oath(game, id)).collect(),
            facts: facts
                .filter(|(_, holds)| **holds)
                .map(|(fact, _)| fact.id.clone())
                .collect(),
            fugitives: game
                .tables()
                .fugitives
                .iter()
                .map(|f| (person(f.person), court(f.from), court(f.to)))
                .collect(),
            river_moved: game.tables().river_moved.is_some(),
        }
    }

    /// The first day of a scenario in this world.
    #[must_use]
    pub fn onto(&self, book: &Scenario) -> Snapshot {
        let mut state = Snapshot::opening(book);
        self.courts_onto(book, &mut state);
        self.people_onto(book, &mut state);
        self.places_onto(book, &mut state);
        self.armies_onto(book, &mut state);
        self.tables_onto(book, &mut state);
        state
    }

    fn courts_onto(&self, book: &Scenario, state: &mut Snapshot) {
        for realm in &mut state.courts {
            let first = &book.courts[realm.id.index()];
            let Some(was) = self.courts.get(&first.id) else {
                continue;
            };
            state.tables.welcome[realm.id.index()] = was.welcome;
            if !was.stands {
                // What is left of a fallen state may still ride as a band.
                realm.stands &= first.band;
                realm.deposed = was.deposed;
                continue;
            }
            realm.stands = true;
            realm.seat = book.place(&was.seat).unwrap_or(realm.seat);
            realm.ruler = book.person(&was.ruler).unwrap_or(realm.ruler);
            realm.heir = was.heir.as_ref().and_then(|id| book.person(id));
            (realm.legitimacy, realm.lean) = (was.legitimacy, was.lean);
            (realm.deposed, realm.restored) = (was.deposed, was.restored);
            realm.patron = was.patron.as_ref().and_then(|id| book.court(id));
            realm.treasury = was.treasury;
        }
    }

    fn people_onto(&self, book: &Scenario, state: &mut Snapshot) {
        for (figure, captive) in &mut state.people {
            let Some(was) = self.people.get(&book.people[figure.id.index()].id) else {
                continue;
            };
            figure.alive = was.alive;
            if let Some(court) = was.court.as_ref().and_then(|id| book.court(id)) {
                figure.court = Some(court);
            }
            figure.loyalty = was.loyalty;
            figure.favour = was.favour;
            figure.exiled = was.exiled;
            figure.reigned = was.reigned;
            figure.at = was.at.as_ref().and_then(|id| book.place(id));
            *captive = was
                .held_by
                .as_ref()
                .and_then(|id| book.court(id))
                .map(|of| Captive { of, detained: true });
        }
    }

    fn places_onto(&self, book: &Scenario, state: &mut Snapshot) {
        let serves: Vec<Option<CourtId>> = state
            .people
            .iter()
            .map(|(figure, captive)| {
                (figure.alive && captive.is_none())
                    .then_some(figure.court)
                    .flatten()
            })
            .collect();
        for (town, country, _, _) in &mut state.places {
            let first = town.holder;
            if let Some(was) = self.places.get(&book.atlas.places[town.id.index()].id) {
                // A court that the new scenario does not know leaves its towns to whom that scenario gives them.
                let now = match &was.holder {
                    Some(id) => book.court(id).or(first),
                    None => first,
                };
                country.unrest = was.unrest;
                country.wealth = was.wealth;
                (country.away, country.band) = (was.away, was.band);
                (town.walls, town.burnt) = (was.walls, was.burnt);
                if now == first {
                    town.garrison = scaled(town.garrison, was.strength);
                } else {
                    town.holder = now;
                    (town.garrison, town.stores) = (was.garrison, was.stores);
                    (town.quality, town.morale) = (was.quality, was.morale);
                    town.depot = was.depot;
                    town.captain = was.captain.as_ref().and_then(|id| book.person(id));
                    country.native = was.native.as_ref().and_then(|id| book.court(id));
                }
            }
            town.captain = town
                .captain
                .filter(|who| town.holder.is_some() && serves[who.index()] == town.holder);
        }
    }

    fn armies_onto(&self, book: &Scenario, state: &mut Snapshot) {
        let holders: Vec<Option<CourtId>> =
            state.places.iter().map(|(town, ..)| town.holder).collect();
        let (courts, people) = (&state.courts, &state.people);
        let mut busy: BTreeSet<PersonId> = BTreeSet::new();
        for (force, field) in &mut state.armies {
            let army = &book.armies[force.id.index()];
            let was = self.armies.get(&army.id);
            if let Some(was) = was {
                state.tables.raised[force.id.index()] = !army.stands;
                force.court = book.court(&was.court).unwrap_or(force.court);
                (force.quality, force.morale) = (was.quality, was.morale);
                force.attachment = was.attachment;
                force.commander = was.commander.as_ref().and_then(|id| book.person(id));
                if was.at.is_none() {
                    *field = None;
                } else if field.is_none() {
                    *field = Some(Field::held(army.at, Turn(0)));
                }
            }
            let court = &courts[force.court.index()];
            let own = |at: &PlaceId| {
                holders[at.index()].is_some_and(|holder| {
                    holder == force.court
                        || court.patron == Some(holder)
                        || courts[holder.index()].patron == Some(force.court)
                })
            };
            if field.is_some() {
                let stood = was
                    .and_then(|was| was.at.as_ref())
                    .and_then(|id| book.place(id));
                let at = [stood, Some(army.at), Some(court.seat)]
                    .into_iter()
                    .flatten()
                    .find(own)
                    .or_else(|| (0..holders.len()).map(PlaceId::of).find(own));
                *field = at
                    .filter(|_| court.stands)
                    .map(|at| Field::held(at, Turn(0)));
            }
            let share = was.map_or_else(
                || {
                    let id = &book.courts[force.court.index()].id;
                    self.strength.get(id).copied().unwrap_or(100)
                },
                |was| was.strength,
            );
            force.men = if field.is_some() {
                scaled(army.men, share)
            } else {
                0
            };
            // Nobody commands two armies, and nobody commands for a court that he does not serve.
            force.commander = force.commander.filter(|who| {
                let (figure, captive) = &people[who.index()];
                field.is_some()
                    && figure.alive
                    && captive.is_none()
                    && figure.court == Some(force.court)
                    && busy.insert(*who)
            });
        }
    }

    fn tables_onto(&self, book: &Scenario, state: &mut Snapshot) {
        let n = book.courts.len();
        let known = |id: &str| book.court(id).filter(|_| self.courts.contains_key(id));
        for a in &book.courts {
            for b in &book.courts {
                if let (Some(a), Some(b)) = (known(&a.id), known(&b.id)) {
                    state.tables.wars[a.index() * n + b.index()] = false;
                }
            }
        }
        for (a, b) in &self.wars {
            if let (Some(a), Some(b)) = (book.court(a), book.court(b)) {
                state.tables.wars[a.index() * n + b.index()] = true;
                state.tables.wars[b.index() * n + a.index()] = true;
            }
        }
        for (at, post) in book.posts.iter().enumerate() {
            if let Some(was) = self.posts.get(&post.id) {
                state.tables.posts[at] = was.as_ref().and_then(|id| book.person(id));
            }
            state.tables.posts[at] = state.tables.posts[at].filter(|who| {
                let (figure, captive) = &state.people[who.index()];
                figure.alive && captive.is_none() && figure.court == Some(post.court)
            });
        }
        for (at, fact) in book.facts.iter().enumerate() {
            state.tables.facts[at] |= self.facts.contains(&fact.id);
        }
        if self.river_moved {
            state.tables.river_moved = Some(Turn(0));
        }
        state
            .tables
            .fugitives
            .extend(self.fugitives.iter().filter_map(|(person, from, to)| {
                Some(Fugitive {
                    person: book.person(person)?,
                    from: book.court(from)?,
                    to: book.court(to)?,
                    turn: Turn(0),
                })
            }));
        self.oaths_onto(book, state);
    }

    /// What was sworn stays sworn, and its terms run anew from the first day; what the file has in force and this world never swore is not.
    fn oaths_onto(&self, book: &Scenario, state: &mut Snapshot) {
        for (draft, _) in &book.treaties {
            let terms = &book.drafts[draft.index()].terms;
            let both = [terms.from, terms.to]
                .iter()
                .all(|c| self.courts.contains_key(&book.courts[c.index()].id));
            if both {
                state.tables.papers[draft.index()].sworn = None;
            }
        }
        for oath in &self.sworn {
            let (Some(from), Some(to)) = (book.court(&oath.from), book.court(&oath.to)) else {
                continue;
            };
            let clauses: Option<Vec<_>> = oath
                .clauses
                .iter()
                .map(|clause| renamed(clause, &mut Here(book)).ok())
                .collect();
            // A paper that speaks of what the new scenario does not have cannot be kept or broken in it.
            let Some(clauses) = clauses else {
                continue;
            };
            let kept = || {
                oath.kept.iter().map(|(paid, kept, broken)| ClauseState {
                    paid: if *kept { *paid } else { 0 },
                    terms: 0,
                    kept: *kept,
                    replaced: false,
                    broken: broken.as_ref().and_then(|id| book.court(id)),
                })
            };
            let same = oath
                .draft
                .as_ref()
                .and_then(|id| book.draft(id))
                .filter(|id| book.drafts[id.index()].terms.clauses == clauses);
            let paper = Paper {
                sworn: Some(Turn(0)),
                clauses: kept().collect(),
                ..Paper::default()
            };
            if let Some(id) = same {
                state.tables.papers[id.index()] = paper;
            } else {
                state.tables.papers.push(paper);
                state.tables.drawn.push(Drawn {
                    terms: Terms::plain(from, to, clauses),
                    envoy: state.courts[from.index()].ruler,
                    answers: None,
                    turn: Turn(0),
                });
            }
        }
    }
}

/// A paper that is sworn and not void, in names. The readings of unclear words go over as clauses in plain words.
fn oath(game: &Game, id: DraftId) -> Option<Oath> {
    let paper = game.paper(id);
    if paper.sworn.is_none() || paper.void.is_some() {
        return None;
    }
    let (book, terms) = (&game.book, game.terms(id));
    let court = |id: CourtId| book.courts[id.index()].id.clone();
    let written: Result<Vec<Clause<Written>>, _> = terms
        .clauses
        .iter()
        .map(|clause| renamed(clause, &mut There(book)))
        .collect();
    let Ok(clauses) = written;
    Some(Oath {
        draft: book.drafts.get(id.index()).map(|draft| draft.id.clone()),
        from: court(terms.from),
        to: court(terms.to),
        clauses,
        kept: paper
            .clauses
            .iter()
            .map(|state| (state.paid, state.kept, state.broken.map(court)))
            .collect(),
    })
}

/// Names of the old scenario.
struct There<'b>(&'b Scenario);

fn name(text: &str) -> Sp<String> {
    Sp {
        value: text.to_owned(),
        span: Span::default(),
    }
}

impl Renames<Resolved, Written> for There<'_> {
    type Error = std::convert::Infallible;
    fn the_court(&mut self, id: &CourtId) -> Result<Sp<String>, Self::Error> {
        Ok(name(&self.0.courts[id.index()].id))
    }
    fn the_place(&mut self, id: &PlaceId) -> Result<Sp<String>, Self::Error> {
        Ok(name(&self.0.atlas.places[id.index()].id))
    }
    fn the_person(&mut self, id: &PersonId) -> Result<Sp<String>, Self::Error> {
        Ok(name(&self.0.people[id.index()].id))
    }
}

/// Names of the new one.
struct Here<'b>(&'b Scenario);

impl Renames<Written, Resolved> for Here<'_> {
    type Error = ();
    fn the_court(&mut self, name: &Sp<String>) -> Result<CourtId, ()> {
        self.0.court(&name.value).ok_or(())
    }
    fn the_place(&mut self, name: &Sp<String>) -> Result<PlaceId, ()> {
        self.0.place(&name.value).ok_or(())
    }
    fn the_person(&mut self, name: &Sp<String>) -> Result<PersonId, ()> {
        self.0.person(&name.value).ok_or(())
    }
}
