//! Phase 6, at the walls by night: a garrison comes out to burn the works before it.

use crate::base::ids::{ArmyId, CourtId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, Stat, Why};
use crate::rules::formulas::battle::Toll;
use crate::rules::formulas::powder::Use;
use crate::rules::formulas::siege;
use crate::rules::state::Game;
use crate::rules::systems::losses;
use crate::rules::systems::siege::captain_trait;
use crate::scenario::language::BattleKind;

/// What a sortie that succeeds costs the largest army before the town.
const SURPRISED: Toll = Toll {
    dead: 1,
    scattered: 0,
    morale: -2,
};

/// The captain decides, not the court: it cannot be asked. A sortie burns works, or costs men.
pub fn run(game: &mut Game, place: PlaceId, by: CourtId, before: &[ArmyId]) {
    let (Some(holder), Some(valour)) =
        (game.holder(place), captain_trait(game, place, |p| p.valour))
    else {
        return;
    };
    let town = game.town(place);
    let works = game.siege(place).map_or(0, |s| s.works);
    let chance = siege::sortie_chance(valour, town.morale, works);
    let (turn, key) = (game.turn(), u32::from(place.0));
    if !game.luck.permille(turn, Purpose::Sortie, key, 0, chance) {
        return;
    }
    let men = town.garrison * siege::SORTIE_MEN / 100;
    let largest = before
        .iter()
        .copied()
        .max_by_key(|a| (game.force(*a).men, std::cmp::Reverse(*a)));
    let (Some(watch), true) = (largest, men > 0) else {
        return;
    };
    let fire = town.powder.adds(men, Use::Defence);
    let succeeds = siege::sortie_succeeds(town.quality, game.force(watch).quality, fire);
    let won = game.luck.permille(turn, Purpose::Sortie, key, 1, succeeds);
    let outside = before.iter().map(|a| game.force(*a).men).sum();
    game.emit(Event::Fought {
        kind: BattleKind::Sortie,
        place,
        attacker: holder,
        defender: by,
        attackers: men,
        defenders: outside,
        won,
    });
    let (light, heavy) = siege::SORTIE_COSTS;
    losses::garrison(game, place, if won { light } else { heavy });
    if won {
        losses::army(game, watch, SURPRISED, Why::Defeat);
        game.emit(Event::Stat {
            stat: Stat::Works(place),
            by: -siege::SORTIE_BURNS,
            why: Why::Defeat,
        });
        game.emit(Event::Stat {
            stat: Stat::Morale(place),
            by: 3,
            why: Why::Victory,
        });
    } else {
        game.emit(Event::Stat {
            stat: Stat::Morale(place),
            by: -3,
            why: Why::Defeat,
        });
    }
}
