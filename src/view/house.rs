//! What a court knows of its own house: who is heard, who is feared, who stands before the palace, which orders are on the road.

use super::View;
use crate::base::ids::{ArmyId, CourtId, PersonId, PlaceId};
use crate::orders::OrderNow;
use crate::rules::formulas::{clients, mutiny};
use crate::rules::state::components::{Bereft, Crowd, Dismissal, Errand, Force};
use crate::rules::systems::parties::{self, Voice};
use crate::rules::systems::{errands, mutiny as rules, palace, puppets, throne};

impl<'a> View<'a> {
    /// Those who are heard, the sovereign first.
    #[must_use]
    pub fn voices(&self) -> Vec<Voice> {
        parties::voices(self.game, self.court)
    }
    /// Those who stand before the court's own palace.
    #[must_use]
    pub fn crowd(&self) -> Option<&'a Crowd> {
        self.game.crowd(self.court)
    }
    /// Loyal men at the seat, and men of the guard.
    #[must_use]
    pub fn guards(&self) -> (u32, u32) {
        (
            palace::loyal_men(self.game, self.court),
            self.game.town(self.realm().seat).garrison,
        )
    }
    /// Orders of this court on their way to armies far off.
    pub fn errands(&self) -> impl Iterator<Item = &'a Errand> + use<'a> {
        let court = self.court;
        self.game
            .tables()
            .errands
            .iter()
            .filter(move |e| e.court == court)
    }
    /// Whom this court dismissed, and what he had held.
    pub fn dismissals(&self) -> impl Iterator<Item = &'a Dismissal> + use<'a> {
        let court = self.court;
        self.game
            .tables()
            .dismissals
            .iter()
            .filter(move |d| d.court == court)
    }
    /// Whether one of the court's own armies is more than it can match.
    #[must_use]
    pub fn fears(&self, army: ArmyId) -> bool {
        own(self, army) && parties::is_feared(self.game, self.court, army)
    }
    /// The court's own armies that are more than it can match, with all the men it has.
    #[must_use]
    pub fn feared(&self) -> (Vec<ArmyId>, u32) {
        let list = self
            .armies()
            .map(|a| a.id)
            .filter(|a| parties::is_feared(self.game, self.court, *a))
            .collect();
        (list, parties::all_men(self.game, self.court))
    }
    /// A corps into which part of an army could be formed, if one is left.
    #[must_use]
    pub fn free_corps(&self) -> Option<ArmyId> {
        self.game.armies().find(|id| {
            let book = &self.game.book.armies[id.index()];
            book.court == self.court && book.men == 0 && self.game.field(*id).is_none()
        })
    }
    /// What one of one's own armies would have to complain of under this man, if it lost a master; and where it could go.
    #[must_use]
    pub fn complaint(&self, army: ArmyId, under: Option<PersonId>) -> Option<mutiny::Case> {
        own(self, army).then(|| rules::case(self.game, army, under))?
    }
    /// Whether an army that lost its master has not yet forgotten him.
    #[must_use]
    pub fn misses_master(&self, force: &Force) -> bool {
        force
            .bereft
            .is_some_and(|lost| rules::remembers(self.game, lost))
    }
    /// Whose own one of one's own armies was, if it lost its master.
    #[must_use]
    pub fn bereft(&self, army: ArmyId) -> Option<Bereft> {
        own(self, army).then(|| self.game.force(army).bereft)?
    }
    /// To which court, and to which of its towns, one of one's own armies could go over.
    #[must_use]
    pub fn refuge(&self, army: ArmyId) -> Option<(CourtId, PlaceId)> {
        own(self, army).then(|| rules::refuge(self.game, army))?
    }
    /// Courts that this one set up and that live by its army.
    #[must_use]
    pub fn clients(&self) -> Vec<CourtId> {
        self.game
            .courts()
            .filter(|c| self.game.patron(*c) == Some(self.court))
            .collect()
    }
    /// The court by whose army this one lives.
    #[must_use]
    pub fn patron(&self) -> Option<CourtId> {
        self.game.patron(self.court)
    }
    /// How much of a burden a court that one set up has been in the last year: what it lost, less what it won.
    #[must_use]
    pub fn burden(&self, client: CourtId) -> i32 {
        puppets::burden(self.game, client)
    }
    /// One's men near the seat of a court that one set up, and those who would fight for it there as far as one can tell: an ally's are known.
    #[must_use]
    pub fn strength_at(&self, client: CourtId) -> (u32, u32) {
        puppets::strength(self.game, self.court, client)
    }
    /// Men of one's patron near one's seat.
    #[must_use]
    pub fn patron_near(&self) -> u32 {
        self.patron().map_or(0, |patron| {
            let seat = self.realm().seat;
            self.game.men_near(patron, seat, clients::NEAR_KM)
        })
    }
    /// Households that live in the country round a place of one's own.
    #[must_use]
    pub fn homes(&self, place: PlaceId) -> Option<u32> {
        self.country(place).map(|_| self.game.homes(place))
    }
    /// How little the commander whom an order goes against would like it; none if it would be done at once.
    #[must_use]
    pub fn reluctance(&self, order: &OrderNow) -> Option<i32> {
        errands::reluctance(self.game, self.court, order).map(|(_, n)| n)
    }
    /// Whether nobody who is free sits on the court's throne.
    #[must_use]
    pub fn throne_is_vacant(&self) -> bool {
        throne::is_vacant(self.game, self.court)
    }
    /// Who could take it, the next in the house first.
    #[must_use]
    pub fn could_reign(&self) -> Vec<PersonId> {
        let heir = throne::heir(self.game, self.court);
        let mut out: Vec<PersonId> = heir.into_iter().collect();
        out.extend(
            self.game
                .house(self.court)
                .iter()
                .copied()
                .filter(|p| Some(*p) != heir),
        );
        out.retain(|p| throne::may_reign(self.game, self.court, *p));
        out
    }
    /// People of enemy courts in towns that this court holds, those of ruling houses first.
    #[must_use]
    pub fn in_reach(&self) -> Vec<PersonId> {
        let (game, court) = (self.game, self.court);
        // Whoever was sent nowhere is at his court's seat: most people are ruled out by that alone.
        let open: Vec<bool> = game
            .courts()
            .map(|of| game.at_war(court, of) && game.holder(game.realm(of).seat) == Some(court))
            .collect();
        let mut out: Vec<PersonId> = game
            .people()
            .filter(|p| {
                let figure = game.figure(*p);
                let at_seat = figure.court.is_some_and(|of| open[of.index()]);
                (at_seat || figure.at.is_some()) && throne::in_reach(game, court, *p)
            })
            .collect();
        let rank = |p: PersonId| {
            let of = game.figure(p).court;
            let reigns = of.is_some_and(|c| game.realm(c).ruler == p);
            let house = of.is_some_and(|c| game.is_of_house(p, c));
            (!reigns, !house, p)
        };
        out.sort_by_key(|p| rank(*p));
        out
    }
    /// Those who sat on the court's throne and live in another court's hands.
    pub fn elders(&self) -> impl Iterator<Item = (PersonId, CourtId)> + use<'a> {
        let (game, court) = (self.game, self.court);
        game.people().filter_map(move |p| {
            let figure = game.figure(p);
            let elder = figure.alive
                && figure.reigned
                && figure.court == Some(court)
                && game.is_of_house(p, court)
                && game.realm(court).ruler != p;
            elder.then_some(p).zip(game.captive(p).map(|c| c.of))
        })
    }
}

/// Whether an army is the view's own.
fn own(view: &View<'_>, army: ArmyId) -> bool {
    view.game.force(army).court == view.court && view.game.field(army).is_some()
}
