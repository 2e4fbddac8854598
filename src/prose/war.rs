//! Ground, camps, powder and despair, in words.

use super::texts::{Texts, tr};
use crate::base::ids::PlaceId;
use crate::rules::formulas::battle::{Factor, Footing, Ground};
use crate::rules::formulas::despair::Part;
use crate::rules::formulas::powder::Craft;
use crate::rules::state::components::Powder;
use crate::view::View;

/// The ground at a place in this season.
#[must_use]
pub fn ground(texts: &Texts, view: &View<'_>, at: PlaceId) -> String {
    let ground = texts.t(match view.ground(at) {
        Ground::Plain => "ground-plain",
        Ground::Hills => "ground-hills",
        Ground::Wet => "ground-wet",
    });
    match view.footing(at) {
        Footing::Firm => ground,
        Footing::Heat(_) => tr!(texts, "ground-heat", ground = ground),
        Footing::Ice => tr!(texts, "ground-ice", ground = ground),
    }
}

/// What powder weapons are called.
#[must_use]
pub fn craft(texts: &Texts, craft: Craft) -> String {
    texts.t(match craft {
        Craft::None => "craft-none",
        Craft::Thunderclap => "craft-thunderclap",
        Craft::FireLance => "craft-lance",
        Craft::BoatBomb => "craft-boat",
        Craft::IronBomb => "craft-iron",
        Craft::HeavenShaking => "craft-heaven",
    })
}

/// A store of powder weapons.
#[must_use]
pub fn stock(texts: &Texts, powder: Powder) -> String {
    if powder.loads == 0 {
        return texts.t("powder-none");
    }
    tr!(
        texts,
        "powder-stock",
        n = powder.loads,
        craft = craft(texts, powder.craft)
    )
}

/// A part of what presses on a besieged town.
#[must_use]
pub fn part(texts: &Texts, part: Part) -> String {
    texts.t(match part {
        Part::Disloyal => "despair-disloyal",
        Part::Despair => "despair-morale",
        Part::Hunger => "despair-hunger",
        Part::Throne => "despair-throne",
        Part::ReliefBeaten => "despair-beaten",
        Part::CourtFled => "despair-fled",
        Part::SeatFallen => "despair-fallen",
        Part::SovereignTaken => "despair-taken",
        Part::OrderedOpen => "despair-ordered",
        Part::Sovereign => "despair-sovereign",
        Part::Forsaken => "despair-forsaken",
        Part::Relieved => "despair-relieved",
        Part::Firm => "despair-firm",
        Part::Nobody => "despair-nobody",
    })
}

/// A factor of an army's weight.
#[must_use]
pub fn factor(texts: &Texts, factor: Factor) -> String {
    texts.t(match factor {
        Factor::Quality => "factor-quality",
        Factor::Morale => "factor-morale",
        Factor::Horse => "factor-horse",
        Factor::Array => "factor-array",
        Factor::Camp => "factor-camp",
        Factor::Powder => "factor-powder",
        Factor::Command => "factor-command",
        Factor::Food => "factor-food",
    })
}
