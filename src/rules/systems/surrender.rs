//! Phase 6, behind the walls: what a besieged town hears and has, and whether its gate is opened or its captain asks for terms.

use crate::base::date::Turn;
use crate::base::ids::{CourtId, PersonId, PlaceId};
use crate::base::luck::Purpose;
use crate::events::{Event, How};
use crate::rules::formulas::despair::{self, End, Heart};
use crate::rules::state::Game;
use crate::rules::systems::fall;
use crate::rules::systems::siege::{EMPTY_TOWN, captain, forsaken};
use crate::scenario::language::BattleKind;

/// How long a relief is remembered, xun, and from how far word of a field lost to the besieger comes in, km.
const REMEMBERED: u16 = 18;
const HEARD_KM: u32 = 120;

/// What presses on a besieged town, or holds it up.
#[must_use]
pub fn heart(game: &Game, place: PlaceId, by: CourtId) -> Option<Heart> {
    let holder = game.holder(place)?;
    let town = game.town(place);
    let realm = game.realm(holder);
    let first_seat = game.book.courts[holder.index()].seat;
    let (mut beaten, mut relieved) = (0, 0);
    let fresh = |turn: Turn| game.turn().0 - turn.0 <= REMEMBERED;
    // They stand in the order of the turns.
    let battles = game.tables().battles.iter().rev();
    for battle in battles.take_while(|battle| fresh(battle.turn)) {
        let relief = battle.kind == BattleKind::Relief && battle.place == place;
        let field =
            battle.kind == BattleKind::Field && game.book.atlas.km(battle.place, place) <= HEARD_KM;
        if (relief || field) && game.allied(battle.loser, holder) {
            beaten += 1;
        } else if relief && game.allied(battle.winner, holder) {
            relieved += 1;
        }
    }
    let captain = captain(game, place);
    let traits = |p: PersonId| &game.book.people[p.index()];
    let alone = || {
        !game.standing().any(|(_, force, field)| {
            game.allied(force.court, holder)
                && game.book.atlas.km(field.at, place) <= despair::HOPE_KM
        })
    };
    Some(Heart {
        captain: captain.map(|p| (game.figure(p).loyalty, traits(p).valour)),
        morale: town.morale,
        stores: town.stores,
        legitimacy: realm.legitimacy,
        beaten,
        relieved,
        fled: realm.stands && realm.seat != first_seat,
        fallen: place != first_seat && game.hostile_place(holder, first_seat),
        taken: game.captive(realm.ruler).is_some(),
        sovereign: game.is_free(realm.ruler) && game.whereabouts(realm.ruler) == Some(place),
        forsaken: forsaken(game, place),
        signed_away: game.ceded(place).is_some_and(|c| c.to == by && !c.refused),
        deserted: forsaken(game, place) && alone(),
        command: captain.map(|p| traits(p).command),
    })
}

/// Whether it ends from within this xun; if so, it has.
pub fn run(game: &mut Game, place: PlaceId, by: CourtId) -> bool {
    // A roll that no chance comes to spares the question how the town stands.
    let key = u32::from(place.0);
    let roll = game
        .luck
        .roll(game.turn(), Purpose::Treachery, key, 0, 1_000);
    if roll >= despair::MOST {
        return false;
    }
    let Some(heart) = heart(game, place, by) else {
        return false;
    };
    if roll >= despair::chance(heart) {
        return false;
    }
    match despair::end(heart) {
        End::Holds => {
            game.emit(Event::HeldOut { place });
            false
        }
        End::Terms => {
            fall::take(game, place, by, How::Terms);
            true
        }
        End::Treachery => {
            if let Some(person) = captain(game, place) {
                game.emit(Event::WentOver { person, to: by });
                if let Some(army) = game.command_of(person) {
                    game.emit(Event::ArmyWentOver { army, to: by });
                }
            }
            fall::take(game, place, by, How::Treachery);
            true
        }
    }
}

/// A town whose stores and heart are gone falls of itself.
pub fn starved(game: &mut Game, place: PlaceId, by: CourtId) {
    let town = game.town(place);
    if game.siege(place).is_some_and(|s| s.close)
        && (town.morale <= 3 || (town.stores <= 0 && town.garrison < EMPTY_TOWN))
    {
        fall::take(game, place, by, How::Hunger);
    }
}
