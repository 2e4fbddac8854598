//! What a court knows of rivers, boats, grain and the country.

use super::View;
use crate::base::ids::{CourtId, PersonId, PlaceId, RouteId};
use crate::rules::formulas::season;
use crate::rules::systems::{country, fleet, flood, march, masters, supply};
use crate::scenario::model::{River, Route};

/// What a person of the time may expect of a river this month, chances in a thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ice {
    /// That it bears an army.
    pub bears: u32,
    /// That ice drifts in it and no ferry goes, later this month.
    pub drifts: u32,
    /// How it is now.
    pub now: IceNow,
}

/// How a river is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IceNow {
    /// Open water.
    Open,
    /// Ice drifts in it: no ferry goes.
    Drifts,
    /// It bears.
    Bears,
}

impl View<'_> {
    /// The great river that a route crosses, as the rivers run now: everybody sees that.
    #[must_use]
    pub fn river(&self, route: RouteId) -> River {
        self.game.river(route)
    }
    /// The same of a route in hand.
    #[must_use]
    pub fn river_of(&self, route: &Route) -> River {
        if self.game.tables().river_moved.is_some() {
            route.river_after
        } else {
            route.river
        }
    }
    /// Routes that cross a great river, as the rivers run now or may come to run.
    pub fn crossings(&self) -> impl Iterator<Item = &Route> {
        let routes = &self.game.book.atlas.routes;
        let crossings = self.game.crossings().iter();
        crossings.map(|route| &routes[route.index()])
    }
    /// Whether the Yellow River runs in its southern bed: it broke out in this game, or before the scenario began.
    #[must_use]
    pub fn river_in_new_bed(&self) -> bool {
        self.game.tables().river_moved.is_some()
            || crate::scenario::roads::moved_before(self.game.book.from)
    }
    /// When the Yellow River left its bed in this game.
    #[must_use]
    pub fn river_moved(&self) -> Option<crate::base::date::Turn> {
        self.game.tables().river_moved
    }
    /// Whether a place lies south of the Yellow River as it runs now.
    #[must_use]
    pub fn south_of_river(&self, place: PlaceId) -> bool {
        self.game.south_of_river(place)
    }
    /// Until when high water lies on the country round a place; none if it does not.
    #[must_use]
    pub fn under_water(&self, place: PlaceId) -> Option<crate::base::date::Turn> {
        self.game
            .under_water(place)
            .then(|| self.game.country(place).under_water)
    }
    /// Whether a great river runs by a place.
    #[must_use]
    pub fn by_great_river(&self, place: PlaceId) -> bool {
        self.game.book.atlas.neighbours[place.index()]
            .iter()
            .any(|(route, _)| self.game.river(*route) != River::None)
    }
    /// Whether boats can lie at a place.
    #[must_use]
    pub fn on_water(&self, place: PlaceId) -> bool {
        fleet::on_water(self.game, place)
    }
    /// Whether boats find a way between two places.
    #[must_use]
    pub fn by_water(&self, from: PlaceId, to: PlaceId) -> bool {
        from == to || fleet::step(self.game, from, to).is_some()
    }
    /// What is to be expected of the river at a place; none where no great river runs, or in months without ice.
    #[must_use]
    pub fn ice(&self, place: PlaceId) -> Option<Ice> {
        if !self.by_great_river(place) {
            return None;
        }
        let lat = self.game.book.atlas.places[place.index()].lat_milli;
        let month = self.month_of_year();
        let bears = season::ice_chance(month, lat);
        let drifts = season::drift_chance(month, 21, lat);
        let now = if march::frozen(self.game, place) {
            IceNow::Bears
        } else if march::drifting(self.game, place) {
            IceNow::Drifts
        } else {
            IceNow::Open
        };
        (bears > 0 || drifts > 0).then_some(Ice { bears, drifts, now })
    }
    /// Men in bands round a place: known to the holder, and to the court whose country it was.
    #[must_use]
    pub fn band(&self, place: PlaceId) -> Option<u32> {
        let country = self.game.country(place);
        let knows = country.native == Some(self.court)
            || self.holder(place).is_some_and(|h| self.allied(h));
        (knows && country.band > 0).then_some(country.band)
    }
    /// Whose country a place was on the first day.
    #[must_use]
    pub fn native(&self, place: PlaceId) -> Option<CourtId> {
        self.game.native(place)
    }
    /// Bands in one's own country that an enemy holds: how many men, and where.
    pub fn own_bands(&self) -> impl Iterator<Item = (u32, PlaceId)> {
        let banded = self.game.banded().iter().copied();
        banded
            .filter(|place| {
                self.game.native(*place) == Some(self.court)
                    && self.holder(*place).is_some_and(|h| self.at_war(h))
            })
            .map(|place| (self.game.country(place).band, place))
    }
    /// Whether this court holds a place to be its own that was another's from the first day.
    #[must_use]
    pub fn claims(&self, place: PlaceId) -> bool {
        self.book().courts[self.court.index()]
            .claims
            .contains(&place)
    }
    /// One's own officer with the bands round a place.
    #[must_use]
    pub fn band_leader(&self, place: PlaceId) -> Option<PersonId> {
        country::leader(self.game, self.court, place)
    }
    /// How much grain the country round a place has left, percent: scouts and foragers see that.
    #[must_use]
    pub fn grain_left(&self, place: PlaceId) -> i32 {
        supply::left_percent(self.game, place)
    }
    /// The way of a convoy from the granary to a town of one's own.
    #[must_use]
    pub fn carriage(&self, place: PlaceId) -> Option<supply::Carriage> {
        supply::carriage(self.game, self.court, place)
    }
    /// What the city at the seat eats of the granary in a month because no canal feeds it.
    #[must_use]
    pub fn city_eats(&self) -> Option<i64> {
        supply::city(self.game, self.court)
    }
    /// Whether a breach of the dike at a place would turn the river out of its bed.
    #[must_use]
    pub fn turns_the_river(&self, place: PlaceId) -> bool {
        flood::turns_the_river(self.game, place)
    }
    /// The name a court has with those who would come over to it: the market talks of it.
    #[must_use]
    pub fn welcome(&self, court: CourtId) -> i32 {
        self.game.tables().welcome[court.index()]
    }
    /// What an army's attachment does to its weight, percent.
    #[must_use]
    pub fn attachment_percent(&self, attachment: i32, led: bool) -> i64 {
        masters::weight_percent(attachment, led)
    }
}
