//! What a breach gives the injured side: it need not perform what is still due from it, may keep sureties, take back what it handed over,
//! and open war without loss of face. A breach on one reading only gives less.

use super::{audit, truce};
use crate::base::ids::{CourtId, DraftId, PlaceId};
use crate::events::Casus;
use crate::rules::state::Game;
use crate::scenario::language::Clause;
use crate::scenario::model::{ClauseNow, Terms};

/// What a court has against the other party to a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grievance {
    /// Nothing.
    None,
    /// The other has broken its word as this court reads it, and not as it reads it itself.
    Disputed,
    /// The other has broken its word.
    Clear,
}

/// What an injured court may do without blame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Withhold what it owes in money.
    Withhold,
    /// Withhold everything that is still due from it.
    WithholdAll,
    /// Keep sureties and other persons it should send home.
    KeepPersons,
    /// Take back a town it handed over.
    Reclaim(PlaceId),
    /// Open war at half the price in legitimacy.
    WarAtHalf,
    /// Open war at no price in legitimacy.
    War,
}

/// What opening war against a sworn peace costs in legitimacy, without a grievance and with a disputed one. Kaifeng's own councillors counted
/// the broken oath of Chanyuan for more than the lost armies of 1122; the figures are set beside the cost of a lost capital (25).
const WAR_PRICE: i32 = -12;
const WAR_PRICE_DISPUTED: i32 = -6;
/// The same for declaring a treaty void.
const VOID_PRICE: i32 = -8;
const VOID_PRICE_DISPUTED: i32 = -4;

/// What a court has against the other party to a paper.
#[must_use]
pub fn grievance(game: &Game, id: DraftId, court: CourtId) -> Grievance {
    let terms = game.terms(id);
    let other = terms.other(court);
    let state = &game.paper(id).clauses;
    let broken = |n: usize| {
        state
            .get(n)
            .is_some_and(|s| s.broken == Some(other) && !s.replaced)
    };
    let mut worst = Grievance::None;
    for n in (0..terms.clauses.len()).filter(|n| broken(*n)) {
        let Some((u, r)) = terms.reading_of(n) else {
            return Grievance::Clear;
        };
        let readings = &terms.unclear[u].readings;
        let on_every_reading = readings.iter().all(|r| r.clauses().any(broken));
        if on_every_reading || readings[r].held_by == other {
            return Grievance::Clear;
        }
        worst = Grievance::Disputed;
    }
    worst
}

/// What a court has against another over everything sworn between them and in force.
#[must_use]
pub fn against(game: &Game, court: CourtId, other: CourtId) -> Grievance {
    game.papers()
        .filter(|id| game.in_force(*id))
        .filter(|id| game.terms(*id).binds(court) && game.terms(*id).binds(other))
        .map(|id| grievance(game, id, court))
        .max()
        .unwrap_or(Grievance::None)
}

/// What there is for a war of one court on another, and against it: the other's broken word, the court's own, an old claim.
#[must_use]
pub fn casus(game: &Game, court: CourtId, on: CourtId) -> Casus {
    let mut out = Casus::default();
    let mut worst = Grievance::None;
    for id in game.papers().filter(|id| game.in_force(*id)) {
        let terms = game.terms(id);
        if !(terms.binds(court) && terms.binds(on)) {
            continue;
        }
        let case = grievance(game, id, court);
        if case > worst {
            worst = case;
            let state = &game.paper(id).clauses;
            let clause = state
                .iter()
                .position(|s| s.broken == Some(on) && !s.replaced);
            out.broken = clause
                .and_then(|n| u8::try_from(n).ok())
                .map(|clause| (id, clause));
        }
        if case == Grievance::None && terms.makes_peace() && !game.at_war(court, on) {
            out.against = Some(id);
        }
    }
    out.disputed = worst == Grievance::Disputed;
    let bond = truce::holds_back(game, court, on).map(|bond| bond.draft);
    out.against = bond.or(out.against).filter(|_| worst != Grievance::Clear);
    let claims = &game.book.courts[court.index()].claims;
    out.claim = claims
        .iter()
        .copied()
        .find(|place| game.holder(*place) == Some(on));
    out
}

/// Whether a court is excused for not doing what a clause asks of it: the other broke its word first.
pub(super) fn excuses(game: &Game, id: DraftId, by: CourtId, clause: &ClauseNow) -> bool {
    match grievance(game, id, by) {
        Grievance::None => false,
        Grievance::Clear => true,
        Grievance::Disputed => matches!(
            clause,
            Clause::Pay { .. } | Clause::Yearly { .. } | Clause::Return { .. }
        ),
    }
}

/// Whether a town was handed over under a clause of this paper by this court.
fn gave(terms: &Terms, court: CourtId, place: PlaceId) -> bool {
    terms.clauses.iter().any(|clause| {
        matches!(clause, Clause::Cede { by, place: p, .. } | Clause::Share { by, place: p, .. }
            if *by == court && *p == place)
    })
}

/// By which paper in force a clause asks this court to hand the place over, on any reading; none if none does.
#[must_use]
pub fn named(game: &Game, court: CourtId, place: PlaceId) -> Option<DraftId> {
    game.papers()
        .filter(|id| game.in_force(*id) && game.terms(*id).binds(court))
        .find(|id| {
            game.terms(*id).clauses.iter().any(
                |c| matches!(c, Clause::Cede { by, place: p, .. } if *by == court && *p == place),
            )
        })
}

/// Under which treaty the court may declare the town its own again: it handed it over, and the holder broke the treaty.
#[must_use]
pub fn reclaimable(game: &Game, court: CourtId, place: PlaceId) -> Option<DraftId> {
    game.papers().filter(|id| game.in_force(*id)).find(|id| {
        let terms = game.terms(*id);
        terms.binds(court)
            && gave(terms, court, place)
            && game.holder(place) == Some(terms.other(court))
            && grievance(game, *id, court) == Grievance::Clear
    })
}

/// What the court may do without blame because of how the other has kept this paper.
#[must_use]
pub fn remedies(game: &Game, id: DraftId, court: CourtId) -> Vec<Remedy> {
    if !game.in_force(id) || audit::gone(game, game.terms(id)).is_some() {
        return Vec::new();
    }
    match grievance(game, id, court) {
        Grievance::None => Vec::new(),
        Grievance::Disputed => vec![Remedy::Withhold, Remedy::KeepPersons, Remedy::WarAtHalf],
        Grievance::Clear => {
            let mut out = vec![Remedy::WithholdAll, Remedy::KeepPersons, Remedy::War];
            let back = game
                .places()
                .filter(|p| reclaimable(game, court, *p) == Some(id))
                .map(Remedy::Reclaim);
            out.extend(back);
            out
        }
    }
}

/// What it costs a court in legitimacy to open war on another; nothing where no peace was sworn.
#[must_use]
pub fn war_price(game: &Game, court: CourtId, on: CourtId) -> i32 {
    if !game.realm(on).stands {
        return 0;
    }
    let sworn = truce::holds_back(game, court, on).is_some()
        || game.papers().any(|id| {
            let terms = game.terms(id);
            game.in_force(id) && terms.binds(court) && terms.binds(on) && terms.makes_peace()
        });
    match against(game, court, on) {
        _ if !sworn => 0,
        Grievance::Clear => 0,
        Grievance::Disputed => WAR_PRICE_DISPUTED,
        Grievance::None => WAR_PRICE,
    }
}

/// What it costs a court in legitimacy to declare a treaty void.
#[must_use]
pub fn void_price(game: &Game, id: DraftId, court: CourtId) -> i32 {
    match grievance(game, id, court) {
        Grievance::Clear => 0,
        Grievance::Disputed => VOID_PRICE_DISPUTED,
        Grievance::None => VOID_PRICE,
    }
}
