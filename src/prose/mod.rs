//! Views and events in sentences. Every word that a person reads in the game's own voice stands in `assets/lang`, one
//! folder for each language; what a scenario says is said by its file.
//!
//! * [`texts`] — the messages, through Fluent
//! * [`numbers`] — numbers, goods, dates
//! * [`names`] — people with their offices, places, armies, courts
//! * [`conditions`] — conditions and clauses in words; [`clauses`] — the clauses of a paper, with how they stand
//! * [`bargain`] — the negotiating table: papers, envoys, what weighs
//! * [`land`] — boats, grain, ice, floods, bands and whose an army is
//! * [`odds`] — shares and shifts of studies
//! * [`orders`] — orders, tasks and costs in words
//! * [`places`] — what a court knows of a place
//! * [`events`] — what happened, and why numbers moved
//! * [`hand`] — values set by hand at the writer's bench
//! * [`index`] — whom and what a text names
//! * [`record`] — the outcome beside the record
//! * [`refusals`] — what is missing
//! * [`war`] — ground, camps, powder and despair
//! * [`stakes`] — what it means to give one's word or to break it
//! * [`standing`] — how a court did
//!
//! The room changes no state and prints nothing: it returns text. It sees a game through a
//! [`View`](crate::view::View) and knows no more than that court.

pub mod bargain;
pub mod clauses;
pub mod conditions;
pub mod events;
pub mod hand;
pub mod house;
pub mod index;
pub mod land;
pub mod names;
pub mod numbers;
pub mod odds;
pub mod orders;
pub mod places;
pub mod record;
pub mod refusals;
pub mod stakes;
pub mod standing;
pub mod texts;
pub mod war;

pub use conditions::{clause, condition, gap};
pub use events::{event, reason, why};
pub use names::{army, court, person, place};
pub use numbers::{big, date, goods, number};
pub use orders::order;
pub use refusals::refusal;
pub use texts::{Lang, Texts};

/// The text with its first letter large.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// With a small first letter.
#[must_use]
pub fn uncapital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

/// A clause made a sentence: first letter large, a stop at the end.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = capital(text.trim());
    if text.ends_with(['.', '?', '!', '”', '"']) || text.is_empty() {
        text
    } else {
        format!("{text}.")
    }
}
