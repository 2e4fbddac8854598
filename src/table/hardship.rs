//! What goes wrong without a blow: nothing is left in the carts, the summer takes men who are used to the cold, or a throne that one set up stands on
//! too few men.
//! A person who runs through the weeks must not find a third of an army gone without having been told.

use crate::base::date::Turn;
use crate::base::ids::ArmyId;
use crate::events::{Stat, Why};
use crate::prose::names;
use crate::prose::numbers::number;
use crate::prose::texts::{Texts, tr};
use crate::rules::formulas::clients::PROP_MEN;
use crate::rules::formulas::sitting;
use crate::view::View;

/// What an army can suffer, in the order in which it is told.
const CAUSES: [(Why, &str); 2] = [(Why::Hunger, "news-hunger"), (Why::Heat, "news-heat")];

/// The armies of this court that suffered from a cause in the turn before this many turns ago.
fn suffering(view: &View<'_>, cause: Why, ago: u16) -> Vec<ArmyId> {
    let Some(turn) = view.turn().0.checked_sub(ago + 1).map(Turn) else {
        return Vec::new();
    };
    let mut out: Vec<ArmyId> = view
        .moved(turn)
        .take_while(|(at, ..)| *at == turn)
        .filter_map(|(_, stat, by, why)| match stat {
            Stat::Spirit(army) if by < 0 && why == cause && view.army(army).is_some() => Some(army),
            _ => None,
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// A sentence for each kind of suffering in the turn that has passed, with the armies, the men they still have, and where they are.
#[must_use]
pub fn sentences(texts: &Texts, view: &View<'_>) -> Vec<String> {
    CAUSES
        .iter()
        .filter_map(|(cause, key)| {
            let armies: Vec<String> = suffering(view, *cause, 0)
                .into_iter()
                .filter_map(|id| {
                    let army = view.army(id)?;
                    Some(tr!(
                        texts,
                        "news-hardship-army",
                        army = names::army(texts, view.book(), id),
                        men = number(army.men),
                        meant = number(army.meant),
                        place = names::place(view.book(), army.at)
                    ))
                })
                .collect();
            (!armies.is_empty()).then(|| tr!(texts, key, armies = armies.join("; ")))
        })
        .collect()
}

/// A sentence for each court that lives by this one's army and may fall any day, with what it rests on.
#[must_use]
pub fn clients(texts: &Texts, view: &View<'_>) -> Vec<String> {
    let book = view.book();
    view.shaken_clients()
        .map(|(client, footing)| {
            tr!(
                texts,
                "news-client-shaken",
                court = names::court(book, client),
                seat = names::place(book, view.other(client).seat),
                near = number(footing.near),
                own = number(footing.own),
                wanted = number(PROP_MEN)
            )
        })
        .collect()
}

/// So likely a client's throne must be to fall in a xun (permille) that its patron is not run past it.
const TOTTERS: u32 = 100;

/// Whether a throne that lives by this court's army is about to fall.
#[must_use]
pub fn totters(view: &View<'_>) -> bool {
    view.shaken_clients()
        .any(|(_, footing)| footing.falls >= TOTTERS)
}

/// Whether something began since the court sat last of which the time before knew nothing: an army that hungers which did not, or the first heat.
#[must_use]
pub fn began(view: &View<'_>) -> bool {
    let xun = sitting::between(view.book().sits);
    let since = |cause, from: u16| -> Vec<ArmyId> {
        let turns = from..from + xun;
        turns.flat_map(|ago| suffering(view, cause, ago)).collect()
    };
    let before = since(Why::Hunger, xun);
    since(Why::Hunger, 0)
        .iter()
        .any(|army| !before.contains(army))
        || (!since(Why::Heat, 0).is_empty() && since(Why::Heat, xun).is_empty())
}
