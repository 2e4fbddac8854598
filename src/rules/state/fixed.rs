//! What of a game never changes after its first day: lists that every game of a scenario shares.

use crate::base::date::{Date, Turn};
use crate::base::ids::{ArmyId, CourtId, DecisionId, PersonId, PlaceId, PostId, RouteId};
use crate::base::luck::Half;
use crate::rules::condition::Days;
use crate::rules::formulas::news;
use crate::rules::systems::incidents::Prey;
use crate::scenario::model::{Atlas, River, Scenario, Test};
use crate::scenario::raw::Role;

use super::places::Rows;
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
    /// Which places are seen from each by whoever holds it, itself among them.
    pub(super) overlooks: Rows,
    /// Those in sight of each for an army, itself among them.
    pub(super) in_sight: Rows,
    /// The neighbours of each place.
    pub(super) beside: Rows,
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
    /// The days outside of which no matter can come up, whatever else is so.
    pub(super) matters: Vec<Days>,
    /// What every incident is after.
    pub(super) incidents: Vec<Prey>,
    /// The matters that cannot come up before some day, by the turn in which they first can; and the checkpoints that watch for what is so on one day.
    pub(super) matters_by_day: Vec<Vec<usize>>,
    pub(super) checkpoints_by_day: Vec<Vec<usize>>,
    /// What every voice of a matter expects, by the day on which it is seen.
    expected: Vec<(Date, DecisionId, u8)>,
    /// The same by turns.
    pub(super) proven: Vec<Vec<(DecisionId, u8)>>,
}

impl Fixed {
    /// Those of a scenario, with the countries of a snapshot.
    pub(super) fn of(book: &Scenario, snapshot: &Snapshot) -> Self {
        let (places, courts) = (snapshot.places.len(), snapshot.courts.len());
        let mut fixed = Self {
            posts: vec![Vec::new(); courts],
            seats: vec![Vec::new(); courts],
            houses: vec![Vec::new(); courts],
            levies: vec![Vec::new(); courts],
            overlooks: Rows::of(places, |at| overlooks(&book.atlas, at)),
            in_sight: Rows::of(places, |at| {
                let near = move |other: &PlaceId| book.atlas.km(*other, at) <= news::SIGHT_KM;
                PlaceId::all(places).filter(near)
            }),
            beside: Rows::of(places, |at| {
                let around = book.atlas.neighbours[at.index()].iter();
                around.map(|(_, other)| *other)
            }),
            army_halves: ArmyId::all(snapshot.armies.len())
                .map(|army| Half::of(ARMY_KEY | u32::from(army.0)))
                .collect(),
            matters: book.decisions.iter().map(|d| Days::of(&d.when)).collect(),
            incidents: book.incidents.iter().map(Prey::of).collect(),
            checkpoints_by_day: by_turn(book, &book.checkpoints, |checkpoint| {
                let Test::StoodOn(day) = checkpoint.test else {
                    return None;
                };
                book.days
                    .partition_point(|first| *first <= day)
                    .checked_sub(1)
            }),
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
        // Where nobody was named, a house that knows its own comes first to those whom it did set on its throne; the rest follow as the tables have them.
        for house in &mut fixed.houses {
            house.sort_by_key(|p| {
                let crowned = book.people[p.index()].crowned;
                (crowned.is_none(), crowned, *p)
            });
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
        fixed.matters_by_day = by_turn(book, &fixed.matters, |matter| {
            Some(book.days.partition_point(|first| *first < matter.from()))
        });
        fixed.expected.sort_unstable();
        fixed.proven = (0..book.turns)
            .map(|n| fixed.expected_between(book.day(Turn(n)), book.day(Turn(n + 1))))
            .collect();
        fixed
    }
}

impl Fixed {
    /// What voices expect whose day comes before one day and not before another, in order.
    pub(super) fn expected_between(&self, from: Date, until: Date) -> Vec<(DecisionId, u8)> {
        let all = &self.expected;
        let first = all.partition_point(|(day, ..)| *day < from);
        let due = all[first..].iter().take_while(|(day, ..)| *day < until);
        let mut due: Vec<_> = due.map(|(_, matter, voice)| (*matter, *voice)).collect();
        due.sort_unstable();
        due
    }
}

/// For every turn of a book those of a list to which it belongs.
fn by_turn<T>(book: &Scenario, list: &[T], turn: impl Fn(&T) -> Option<usize>) -> Vec<Vec<usize>> {
    let mut turns = vec![Vec::new(); usize::from(book.turns)];
    for (n, thing) in list.iter().enumerate() {
        if let Some(turn) = turn(thing).and_then(|turn| turns.get_mut(turn)) {
            turn.push(n);
        }
    }
    turns
}

/// Which places are seen from one: itself, and its neighbours within sight.
fn overlooks(atlas: &Atlas, at: PlaceId) -> Vec<PlaceId> {
    let around = atlas.neighbours[at.index()].iter().map(|(_, p)| *p);
    let near = around.filter(|p| atlas.km(*p, at) <= news::SIGHT_KM);
    near.chain([at]).collect()
}
