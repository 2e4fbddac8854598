//! Tests that play something and expect something of it.

use super::Cx;
use crate::scenario::found::Found;

/// More games than this is a study, not a test.
const MOST_GAMES: u32 = 1_000;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    for trial in &cx.raw.tests {
        if !cx.whole(&trial.id) {
            continue;
        }
        let id = &trial.id.value;
        if trial.expect.is_empty() {
            let message = format!("the test `{id}` expects nothing, so that it cannot fail");
            found.push(cx.warning("test-expects-nothing", trial.id.span, message));
        }
        let (first, last) = trial.seeds;
        let games = (u32::from(last) + 1).saturating_sub(first.into())
            * u32::try_from(trial.by.len()).unwrap_or(1);
        if games == 0 || trial.xun == Some(0) {
            let message = format!("the test `{id}` plays nothing");
            let help = if games == 0 {
                "name who plays, and the first and the last seed, as in `by: [Counsel], seeds: (1, 20)`"
            } else {
                "let it play at least one xun, `xun: 1`"
            };
            let error = cx.error("test-plays-nothing", trial.id.span, message);
            found.push(error.help(help));
        }
        if games > MOST_GAMES {
            let message = format!(
                "the test `{id}` plays {games} games, and a test plays at most {MOST_GAMES}"
            );
            found.push(cx.error("test-plays-nothing", trial.id.span, message));
        }
    }
}
