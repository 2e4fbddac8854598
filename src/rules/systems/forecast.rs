//! What a march would come to if nothing unforeseen happened: by the same steps as the march itself, without taking any.

use super::march;
use crate::base::date::{Date, Turn};
use crate::base::ids::{ArmyId, PlaceId};
use crate::rules::check::shut_in;
use crate::rules::state::Game;
use crate::scenario::model::River;
use crate::scenario::roads::NO_ROAD;

/// Nobody plans further ahead than this, in xun.
const HORIZON: u16 = 18;

/// A place on the way, and the day by which the army is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The place.
    pub place: PlaceId,
    /// Days from the first day of this xun.
    pub days: u32,
    /// The day.
    pub on: Date,
}

/// A march foreseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Where it begins: the place the army is at, or has left.
    pub from: PlaceId,
    /// Whether the army is on a road that leads elsewhere and turns back to there first.
    pub back: bool,
    /// The places on the way, the goal last unless the way is barred or too long.
    pub steps: Vec<Step>,
    /// The step that is barred, if one is.
    pub barred: Option<(PlaceId, PlaceId)>,
    /// The banks of the first great river that it would go over on open water: the one it leaves, and the other.
    pub river: Option<(PlaceId, PlaceId)>,
    /// The last day the army can feed itself; none where food holds out as far as can be seen.
    pub fed_until: Option<Date>,
}

/// How an army would go to a place. `barred` says which steps are known to be shut, `unrest` what is known of a country.
#[must_use]
pub fn march(
    game: &Game,
    army: ArmyId,
    to: PlaceId,
    barred: &dyn Fn(PlaceId, PlaceId) -> bool,
    unrest: &dyn Fn(PlaceId) -> i32,
) -> Option<Forecast> {
    let field = *game.field(army)?;
    if shut_in(game, army).is_some() || game.book.atlas.km(field.at, to) == u32::from(NO_ROAD) {
        return None;
    }
    let afloat = game.force(army).afloat();
    let now = game.turn();
    let start = now.max(field.ready);
    let day = |turn: Turn| game.book.day(turn);
    let mut out = Forecast {
        from: field.at,
        // A march that is under way goes on; only an order to go elsewhere turns it back.
        back: field.goal != to && field.turns_back(&game.book.atlas, to),
        steps: Vec::new(),
        barred: None,
        river: None,
        fed_until: None,
    };
    // Where the army is as each xun closes.
    let mut camps = vec![field.at; usize::from(start.0 - now.0)];
    let (mut at, mut done, mut on_road) = if out.back {
        (field.at, 0, None)
    } else {
        (field.at, field.done_km, field.next)
    };
    let mut turn = start;
    while turn.0 - now.0 < HORIZON && at != to && out.barred.is_none() {
        let pace = march::pace(game, army, day(turn).month()).max(1) * 100;
        let mut left = pace;
        while at != to {
            let next = on_road
                .take()
                .or_else(|| march::step(game, afloat, at, to))?;
            if done == 0 && !afloat && barred(at, next) {
                out.barred = Some((at, next));
                break;
            }
            // The ice of later months is nobody's to foresee.
            let frozen = day(turn).month() == game.month() && march::frozen(game, next);
            let (river, length) = march::leg(game, afloat, at, next, frozen)?;
            if river != River::None && !frozen && out.river.is_none() {
                out.river = Some((at, next));
            }
            let cost = length.saturating_sub(done) * 100;
            if cost > left {
                done += left / 100;
                on_road = Some(next);
                break;
            }
            left -= cost;
            (at, done) = (next, 0);
            let xun = u32::try_from(day(Turn(turn.0 + 1)).0 - day(turn).0).unwrap_or(10);
            let within = ((pace - left) * xun).div_ceil(pace);
            let on = Date(day(turn).0 + i32::try_from(within).unwrap_or(0));
            out.steps.push(Step {
                place: next,
                days: u32::try_from(on.0 - game.day().0).unwrap_or(0),
                on,
            });
        }
        camps.push(at);
        turn = Turn(turn.0 + 1);
    }
    out.fed_until = fed_until(game, army, at, &camps, unrest);
    Some(out)
}

/// The last day an army can feed itself that camps at these places as the xun close, and then stays where the last of them is.
fn fed_until(
    game: &Game,
    army: ArmyId,
    end: PlaceId,
    camps: &[PlaceId],
    unrest: &dyn Fn(PlaceId) -> i32,
) -> Option<Date> {
    let force = game.force(army);
    let mut food = force.food;
    for k in 0..HORIZON {
        let turn = Turn(game.turn().0 + k);
        let camp = camps.get(usize::from(k)).copied().unwrap_or(end);
        let arrived = u16::try_from(camps.len()).unwrap_or(u16::MAX);
        let month = game.book.day(turn).month();
        let since = k.saturating_sub(arrived);
        let change = march::food_change(
            game,
            force.court,
            force.men,
            camp,
            month,
            unrest(camp),
            since,
        );
        if change < 0 && food + change <= 0 {
            let (from, until) = (game.book.day(turn), game.book.day(Turn(turn.0 + 1)));
            let days = (until.0 - from.0) * food / -change;
            return Some(Date(from.0 + days));
        }
        food = (food + change).min(march::FULL);
    }
    None
}
