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

/// A part of a turn.
pub type Phase = fn(&mut Game<'_>);

/// Phases 1 and 2, before the courts act.
pub const OPENING: [Phase; 6] = [
    news::run,         // 1 reports reach the courts
    effects::come_due, //   what was set in train comes due
    incidents::run,    //   and what may befall befalls
    lives::run,        //   and who was old or ill dies
    sitting::run,      // 2 courts sit
    council::lay,      //   and matters are laid before them
];

/// Phases 2 to 10, after the courts have chosen (2) and given their orders (3).
pub const CLOSING: [Phase; 19] = [
    council::lapse, // 2 what was not answered in time has passed
    envoys::run,    // 4 letters travel
    errands::run,   //   and orders, to commanders who may not like them
    march::run,     // 5 armies move and eat
    battle::run,    // 6 they meet
    siege::run,     //   rings are drawn, walls stormed, towns starve
    supply::run,    //   boats are launched, convoys come in
    treasury::run,  // 7 revenue and pay, by the month
    workshop::run,  //   and the powder workshops
    masters::run,   // 8 armies become their commanders' own
    recruits::run,  //   those at rest fill up again
    throne::run,    //   who reigns
    parties::run,   //   who is heard
    court::run,     //   loyalty, lean, risings, puppets
    palace::run,    //   who stands before the palace
    mutiny::run,    //   armies that were another man's
    treaties::run,  // 9 every clause is audited
    chronicle::run, // 10 checkpoints and endings
    |game| game.emit(Event::TurnEnded),
];

/// A turn opens.
pub fn open(game: &mut Game<'_>) {
    OPENING.iter().for_each(|phase| phase(game));
}

/// And closes.
pub fn close(game: &mut Game<'_>) {
    CLOSING.iter().for_each(|phase| phase(game));
}
