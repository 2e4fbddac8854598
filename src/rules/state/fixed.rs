//! What of a game never changes after its first day: lists that every game of a scenario shares.

use crate::base::date::Date;
use crate::base::ids::{ArmyId, CourtId, DecisionId, PersonId, PlaceId, PostId, RouteId};
use crate::base::luck::Half;
use crate::rules::condition::Days;
use crate::rules::formulas::news;
use crate::scenario::model::{Atlas, River, Scenario};
use crate::scenario::raw::Role;

use super::snapshot::Snapshot;

/// What is added to a place's number to tell what is rolled about it from what is rolled about armies and the world.
const PLACE_KEY: u32 = 0x1_0000;
/// The same for an army.
const ARMY_KEY: u32 = 0x2_0000;

/// Lists that never change.
#[derive(Debug, Default)]
pub(super) struct Fixed {
    /// Whose country each place was on the first day.
    pub(super) natives: Vec<Option<CourtId>>,
    /// Each place's half of the key to what may befall it, and each army's.
    pub(super) halves: Vec<Half>,
    pub(super) army_halves: Vec<Half>,
    /// From which places each is seen, itself among them.
    pub(super) looks_on: Vec<Vec<PlaceId>>,
    /// The neighbours of each place, a bit for every place there is, so many words for each.
    pub(super) beside: Vec<u64>,
    /// The posts of each court, in order; and those of them that have a seat in its council.
    pub(super) posts: Vec<Vec<PostId>>,
    pub(super) seats: Vec<Vec<PostId>>,
    /// Places with a workshop, in order.
    pub(super) workshops: Vec<PlaceId>,
    /// Routes that cross a great river, as the rivers run on the first day or may come to run, in order.
    pub(super) crossings: Vec<RouteId>,
    /// The ruling house of each court, in order.
    pub(super) houses: Vec<Vec<PersonId>>,
    /// The levies of each court that were not up on the first day, in order.
    pub(super) levies: Vec<Vec<ArmyId>>,
    /// The days outside of which no matter, and no incident, can come up, whatever else is so.
    pub(super) matters: Vec<Days>,
    pub(super) incidents: Vec<Days>,
    /// What every voice of a matter expects, by the day on which it is seen.
    pub(super) expected: Vec<(Date, DecisionId, u8)>,
}

impl Fixed {
    /// Those of a scenario, with the countries of a snapshot.
    pub(super) fn of(book: &Scenario, snapshot: &Snapshot) -> Self {
        let courts = snapshot.courts.len();
        let mut fixed = Self {
            posts: vec![Vec::new(); courts],
            seats: vec![Vec::new(); courts],
            houses: vec![Vec::new(); courts],
            levies: vec![Vec::new(); courts],
            looks_on: PlaceId::all(snapshot.places.len())
                .map(|at| looks_on(&book.atlas, at))
                .collect(),
            army_halves: ArmyId::all(snapshot.armies.len())
                .map(|army| Half::of(ARMY_KEY | u32::from(army.0)))
                .collect(),
            matters: book.decisions.iter().map(|d| Days::of(&d.when)).collect(),
            incidents: book.incidents.iter().map(|i| Days::of(&i.when)).collect(),
            ..Self::default()
        };
        for (town, country, ..) in &snapshot.places {
            fixed.natives.push(country.native);
            fixed
                .halves
                .push(Half::of(PLACE_KEY | u32::from(town.id.0)));
            if book.places[town.id.index()].workshop > 0 {
                fixed.workshops.push(town.id);
            }
        }
        for (n, post) in book.posts.iter().enumerate() {
            fixed.posts[post.court.index()].push(PostId::of(n));
            if matches!(post.role, Role::ChiefCouncil | Role::Council) {
                fixed.seats[post.court.index()].push(PostId::of(n));
            }
        }
        for (n, route) in book.atlas.routes.iter().enumerate() {
            if (route.river, route.river_after) != (River::None, River::None) {
                fixed.crossings.push(RouteId::of(n));
            }
        }
        for (person, of) in book.people.iter().enumerate() {
            if let Some(court) = of.house {
                fixed.houses[court.index()].push(PersonId::of(person));
            }
        }
        for (n, levy) in book.armies.iter().enumerate() {
            if !levy.stands && levy.men > 0 {
                fixed.levies[levy.court.index()].push(ArmyId::of(n));
            }
        }
        for (n, decision) in book.decisions.iter().enumerate() {
            let voices = (0..=u8::MAX).zip(&decision.voices);
            let expected = voices.map(|(v, voice)| (voice.by, DecisionId::of(n), v));
            fixed.expected.extend(expected);
        }
        fixed.expected.sort_unstable();
        let words = snapshot.places.len().div_ceil(64);
        fixed.beside = vec![0; snapshot.places.len() * words];
        for (row, around) in fixed
            .beside
            .chunks_mut(words.max(1))
            .zip(&book.atlas.neighbours)
        {
            for (_, other) in around {
                row[other.index() / 64] |= 1 << (other.index() % 64);
            }
        }
        fixed
    }
}

/// From which places one is seen: itself, and its neighbours within sight.
fn looks_on(atlas: &Atlas, at: PlaceId) -> Vec<PlaceId> {
    let around = atlas.neighbours[at.index()].iter().map(|(_, p)| *p);
    let near = around.filter(|p| atlas.km(*p, at) <= news::SIGHT_KM);
    near.chain([at]).collect()
}
