//! What a batch of games must keep whatever is played: the same end from the same seed, and the books in balance every xun.

use std::sync::Arc;

use crate::base::ids::CourtId;
use crate::engine::Engine;
use crate::policy;
use crate::rules::state::Game;
use crate::scenario::language::Good;
use crate::scenario::model::Scenario;
use crate::study::{Played, Seats};

/// Men in all accounts, and each good in all accounts. No turn may change them.
fn books(game: &Game) -> (i64, [i64; 5]) {
    let tables = game.tables();
    let gone: u64 = [&tables.dead, &tables.scattered, &tables.prisoners]
        .into_iter()
        .flatten()
        .sum();
    let men: i64 = game
        .armies()
        .map(|a| i64::from(game.force(a).men))
        .sum::<i64>()
        + game
            .places()
            .map(|p| i64::from(game.town(p).garrison) + i64::from(game.country(p).band))
            .sum::<i64>()
        + i64::try_from(gone).unwrap_or(i64::MAX)
        + tables.home;
    let mut goods = tables.country;
    for (i, sum) in goods.iter_mut().enumerate() {
        *sum += game
            .courts()
            .map(|c| game.realm(c).treasury[i])
            .sum::<i64>();
        *sum += game
            .places()
            .map(|p| {
                let town = game.town(p);
                // Grain also lies in depots, and is on the road to them.
                let kept = if i == Good::Grain as usize {
                    town.depot + town.convoy.map_or(0, |(shi, _)| shi)
                } else {
                    0
                };
                game.country(p).wealth[i] + kept
            })
            .sum::<i64>();
    }
    (men, goods)
}

/// Plays a game a second time, with the books counted every xun.
///
/// # Errors
/// With what did not hold.
pub(super) fn again(book: &Arc<Scenario>, first: &Played, seats: &Seats) -> Result<(), String> {
    let seed = first.seed;
    let mut engine = Engine::new(book.clone(), seed);
    let mut players = policy::table(book, seed, seats);
    let opening = books(engine.whole());
    while engine.ended().is_none() {
        for (i, player) in players.iter_mut().enumerate() {
            policy::act(&mut engine, CourtId::of(i), player.as_mut());
        }
        let turn = engine.turn().0;
        engine.end_turn();
        let now = books(engine.whole());
        if now.0 != opening.0 {
            return Err(format!(
                "seed {seed}, turn {turn}: {} men in all accounts, and {} at the start",
                now.0, opening.0
            ));
        }
        if now.1 != opening.1 {
            return Err(format!(
                "seed {seed}, turn {turn}: goods in all accounts {:?}, and {:?} at the start",
                now.1, opening.1
            ));
        }
    }
    let (turns, hash) = (engine.turn().0, engine.hash());
    let first_hash = first.hash.unwrap_or_default();
    if (turns, hash) != (first.turns, first_hash) {
        return Err(format!(
            "seed {seed}: played twice, it ends in turn {} with {first_hash:016x} and in turn {turns} with {hash:016x}",
            first.turns
        ));
    }
    Ok(())
}
