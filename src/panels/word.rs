//! A word over the game: that a changed file was taken up, that a run has come to its limit. It lies where the hints do, and is gone
//! with a key, a click or the next xun.

use egui::{Id, Key, Modifiers, Ui};

use super::intent::Intent;
use super::sight::Sight;
use super::{hints, overlay};

/// What it says now, if it lies there.
fn said<'s>(see: &'s Sight<'_>) -> Option<&'s str> {
    let word = see.desk.word.as_deref()?;
    overlay::lying(see).is_none().then_some(word)
}

/// Puts the word away by its key. It is asked before the panels, which have uses of their own for the letter.
pub fn take(ui: &Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    if said(see).is_some()
        && !ui.ctx().text_edit_focused()
        && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::K))
    {
        out.push(Intent::WordRead);
    }
}

/// Draws the word, if there is one.
pub fn word(ui: &mut Ui, see: &Sight<'_>, out: &mut Vec<Intent>) {
    let Some(said) = said(see) else {
        return;
    };
    if hints::paper(ui, see, Id::new("word"), said) {
        out.push(Intent::WordRead);
    }
}
