//! The whole turn on one page.
//!
//! A xun opens: news comes in, incidents befall, matters are laid before the courts. Then the courts choose and give orders
//! (through `check` and `execute`, at once). When the last is done the xun closes, phase by phase, and the next one opens.
//! The phases are plain functions in a fixed order: there is nothing to schedule, and the order is part of the rules.

use super::effects;
use super::state::Game;
use super::systems::{
    battle, chronicle, council, court, envoys, errands, incidents, lives, march, masters, mutiny,
    news, palace, parties, recruits, siege, sitting, supply, throne, treasury, treaties, workshop,
};
use crate::events::Event;

/// Phases 1 and 2, before the courts act.
pub fn open(game: &mut Game) {
    news::run(game); // 1 reports reach the courts
    effects::come_due(game); //   what was set in train comes due
    incidents::run(game); //   and what may befall befalls
    lives::run(game); //   and who was old or ill dies
    sitting::run(game); // 2 courts sit
    council::lay(game); //   and matters are laid before them
}

/// Phases 2 to 10, after the courts have chosen (2) and given their orders (3).
pub fn close(game: &mut Game) {
    council::lapse(game); // 2 what was not answered in time has passed
    envoys::run(game); // 4 letters travel
    errands::run(game); //   and orders, to commanders who may not like them
    march::run(game); // 5 armies move and eat
    battle::run(game); // 6 they meet
    siege::run(game); //   rings are drawn, walls stormed, towns starve
    supply::run(game); //   boats are launched, convoys come in
    treasury::run(game); // 7 revenue and pay, by the month
    workshop::run(game); //   and the powder workshops
    masters::run(game); // 8 armies become their commanders' own
    recruits::run(game); //   those at rest fill up again
    throne::run(game); //   who reigns
    parties::run(game); //   who is heard
    court::run(game); //   loyalty, lean, risings, puppets
    palace::run(game); //   who stands before the palace
    mutiny::run(game); //   armies that were another man's
    treaties::run(game); // 9 every clause is audited
    chronicle::run(game); // 10 checkpoints and endings
    game.emit(Event::TurnEnded);
}
