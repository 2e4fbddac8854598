//! *Rivers and Mountains* 江山: a text adventure and strategy simulation of the Jin–Song wars, 1111–1234.
//!
//! This page is the living map of the house. Arrows point one way: a room may use only rooms above it in this list, and the
//! faces never use each other. `tests/layers.rs` reads every `use crate::` line and holds the house to it.
//!
//! | room | what lives there | what a line in it may never touch |
//! |---|---|---|
//! | [`base`] | typed ids, Julian days and xun, era dates, keyed luck, the state hash | Bevy, disk, clock, floats |
//! | [`earth`] | where a place lies on the map, the shapes of coast and water | Bevy, scenarios, games |
//! | [`diagnostics`] | source text, spans, severities, carets in display width, did-you-mean, text and JSON rendering, a page for every key | game types, stdout |
//! | [`orders`] | what a court may ask for, in the imperative | the world |
//! | [`scenario`] | the RON types as written; the resolved, immutable `Scenario`; one file per check | ECS, luck, disk: callers hand it text |
//! | [`reference`] | the scenario format told from the code, as HTML and Markdown | files, games |
//! | [`events`] | what happened, in the past tense | the world, sentences |
//! | [`rules`] | the simulation: state, `turn.rs`, check → execute → events → apply, formulas, systems | disk, clock, text, the policy that plays |
//! | [`view`] | what one court may know | writing anything |
//! | [`engine`] | the façade: new, submit, end turn, view, hash, save, load, fork; a world carried into the next scenario; the game as a court imagines it | rules, prose, disk |
//! | [`record`] | the outcome beside the record, and how a court did | deciding anything |
//! | [`policy`] | players that are not people | the world; anything a court cannot see; the record, but for the one that plays it |
//! | [`study`] | many games in parallel, games forked at a matter, sums that add up | printing per game |
//! | [`journal`] | the saved games | rules |
//! | [`prose`] | views and events → sentences | changing state |
//! | [`table`] | the game at the table: seats, asks, taking back, what is worth telling | rules, files, any face |
//! | [`terminal`] | the text face | the rules' world, files, other faces |
//! | [`painting`] | pictures made of numbers: the ground of the map, paper, seals, the scroll | games, windows, files |
//! | [`report`] | printed pages: the debrief of one game, the study of many, with maps and charts | files, other faces, scripts in what it writes |
//! | [`panels`] | the window's panels in plain egui, with look and widgets | the renderer, files, other faces |
//! | [`desktop`] | the window: Bevy around the panels, and the ground they lie on | the rules' world, files, other faces |
//! | [`cli`] | one file per subcommand; exit codes; with `journal` the only room that opens files | game decisions |
//!
//! The feature `panels` builds the window's panels alone, `desktop` the window too.
//!
//! ## Where this differs from the first plan, and why
//!
//! * **No schedule.** The rules run in a private `bevy_ecs` world, but the ten phases are plain functions called in a fixed order by
//!   `rules/turn.rs`: there is nothing to order and nothing to run in parallel at this size, and a game costs no schedule to build. One query
//!   hands out the world's columns when a game begins (`rules::state::Kept` keeps the two together), so that a lookup is an index into a slice.
//! * **`orders` stands above `scenario`'s loader but uses its naming.** Orders are words of the scenario language too (documented marches
//!   are written with them), so [`orders`] and `scenario::language` are one layer.
//! * **Conditions and effects are defined once**, generic over how things are named ([`scenario::language::Naming`]): in a file by text with
//!   its place, in a loaded scenario by id.
//! * **An order takes effect when it is given**; what it sets in motion happens when the turn closes. Taking it back is a return to the
//!   turn's opening and giving the others again.
//! * **Components are their own written form.** One encoding serves the state hash, forks and saves, so that they cannot drift apart.
//! * **The ground is painted while the game runs** ([`painting`]), tile by tile on threads of its own, and not baked into pictures: three
//!   themes, three levels and two beds of the river would be a hundred megabytes, and a scenario may bring its own places and roads.
//! * **The map's signs are egui's, over Bevy's ground**: every town and banner is then a button with a name for a screen reader, and a
//!   test can press it without a window. Both are laid out from the same look at the map in the same frame.
//! * **What a debrief says is put in words once**, at the [`table`], for the window's page and the printed one; and the shapes of coast and water
//!   are read once, in [`earth`], for the painted ground and the printed maps.
//! * **[`panels`] know neither Bevy nor files**, so that they are driven headless; [`table`] holds what both faces tell.
//! * **`record` stands above `policy`.** How a court did is defined once, in `record::standing`, and the policy that looks ahead plays for
//!   nothing else. It reads the standing of games it imagines from its view (`engine::imagined`), never of the game that is played.
//! * **The river's bed belongs to the game**, not to the date: whoever breaks a dike moves it, and map, marches and crossings ask the state.
//! * **What a choice does is an order or a small political act.** Ransom, cession, hostages, thrones and stripped cities are orders that every
//!   court may give and clauses that the other side weighs; no effect swears, pays or surrenders by itself.
//! * **Files are laid out by a few rules of our own** (`scenario::layout`) and not by the parser's formatter, which breaks every line or none:
//!   what a writer put on one line stays on it.
//! * **The scenario format is described by the macros that read it** (`scenario::format`), and [`reference`] lays it out with templates that are
//!   checked when the program is built (`askama`): a field without a meaning, a unit or an example that loads fails a test.
//! * **Other languages are laid over a loaded scenario** (`scenario::overlay`), after its names were resolved and its text hashed: a translation
//!   cannot change a game, and a journal goes on in any language.
//! * **There is no room for the classroom.** A lesson is a game at the [`table`] whose time between the decisions is played by policies; votes stand
//!   in its journal, and both faces hold it. What a class sees is said once, in `table::lesson`, and nothing of the record before it has voted.
//! * **The secretariat is no rule.** Which matters are lesser ones is the scenario's; who answers them is settled at the [`table`], and a journal holds the
//!   answers like any other, so that it plays again wherever lesser matters are laid before a person.
//! * **The xun is that of Julian months** (1st, 11th, 21st), beside the court's own era date: seasons and sources then share a calendar.

pub mod base;
pub mod cli;
#[cfg(feature = "desktop")]
pub mod desktop;
pub mod diagnostics;
pub mod earth;
pub mod engine;
pub mod events;
pub mod journal;
pub mod orders;
#[cfg(feature = "panels")]
pub mod painting;
#[cfg(feature = "panels")]
pub mod panels;
pub mod policy;
pub mod prose;
pub mod record;
pub mod reference;
pub mod report;
pub mod rules;
pub mod scenario;
pub mod study;
pub mod table;
pub mod terminal;
pub mod view;
