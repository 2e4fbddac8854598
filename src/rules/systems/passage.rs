//! Who lets whose armies in. In peace each side keeps to its own country, as the oath of Chanyuan had it (each guards its borders, and neither side's people
//! trespass on the other): Song's men entered Yanjing in the spring of 1123 when Jin, which held it, gave it up to them, and not a day before.

use crate::base::ids::{CourtId, PlaceId};
use crate::rules::state::Game;
use crate::scenario::language::Clause;

/// The court that holds a place and does not let another's army in; none where the army may come: the place is nobody's, its own or an enemy's, its holder
/// stands on the same side, it was signed away to it, a paper between the two brings it there, or an enemy of both lies before it.
#[must_use]
pub fn kept_out(game: &Game, court: CourtId, place: PlaceId) -> Option<CourtId> {
    let holder = game.holder(place)?;
    let open = game.allied(court, holder)
        || game.at_war(court, holder)
        || game.book.courts[holder.index()].band
        || one_patron(game, court, holder)
        || game.ceded(place).is_some_and(|c| c.to == court)
        || game.siege(place).is_some_and(|s| game.at_war(court, s.by))
        || brought_by_paper(game, court, holder, place);
    (!open).then_some(holder)
}

/// Whose country an army may not go on into at this step of its way: another's who is at peace with it and lets it in by no paper. Whoever stands in that
/// country already goes out of it as he can, and so does one who was told to go home.
#[must_use]
pub fn shut(game: &Game, court: CourtId, at: PlaceId, next: PlaceId) -> Option<CourtId> {
    let by = kept_out(game, court, next)?;
    (game.holder(at) != Some(by)).then_some(by)
}

/// Whether both were set up by the same court.
fn one_patron(game: &Game, a: CourtId, b: CourtId) -> bool {
    let patron = game.realm(a).patron;
    patron.is_some() && patron == game.realm(b).patron
}

/// Whether a paper in force between the two brings the one's army to the other's place: they make war together, the place is to pass to it, or it keeps a
/// guard by the other's throne.
fn brought_by_paper(game: &Game, court: CourtId, holder: CourtId, place: PlaceId) -> bool {
    game.carried().iter().copied().any(|id| {
        let terms = game.terms(id);
        game.in_force(id)
            && terms.binds(court)
            && terms.binds(holder)
            && terms.clauses.iter().any(|clause| match clause {
                Clause::Campaign { against, .. } => {
                    game.at_war(court, *against) || game.at_war(holder, *against)
                }
                Clause::Cede { by, place: at, .. } | Clause::Share { by, place: at, .. } => {
                    *by == holder && *at == place
                }
                Clause::Guard { by, .. } => *by == court,
                _ => false,
            })
    })
}
