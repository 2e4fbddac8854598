//! Scenarios in other languages: files of texts by key, laid over a loaded scenario.
//!
//! An overlay never changes a game. It is laid over a scenario that was resolved from its own file, whose hash stays as it is; what
//! rules, journals and treaties go by, such as ids, the words of an oath or a form of address, has no key and cannot be changed.
//! [`texts`] is the one list of what can be translated, for reading, checking and writing alike.

mod file;
mod texts;

pub use file::{Overlay, Tally, update};
pub use texts::{Text, texts};

use super::model::Scenario;
use crate::base::hash::hash_of;

/// Eight figures by which an overlay remembers the text that a translation was made from.
#[must_use]
pub fn mark(text: &str) -> String {
    format!("{:08x}", hash_of(&text) & 0xffff_ffff)
}

/// A hash over every text of a scenario that can be translated, as it is shown.
#[must_use]
pub fn words(book: &Scenario) -> u64 {
    let mut all = Vec::new();
    texts(&mut book.clone(), &mut |text| {
        all.push((text.key, text.value.clone()));
    });
    hash_of(&all)
}

/// Lays an overlay over a scenario. What it does not have stays as it is.
pub fn lay(book: &mut Scenario, overlay: &Overlay) {
    texts(book, &mut |text| {
        if let Some(own) = overlay.text(&text.key) {
            own.clone_into(text.value);
        }
    });
}
