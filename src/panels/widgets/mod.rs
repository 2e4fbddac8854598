//! The small parts every panel is made of. Each says to a screen reader, and to the tests, what it is.

mod basics;
mod rows;
mod runs;

pub use basics::{
    CommandKind, Mark, Trend, beam, command, key_chip, ledger_bar, mark, metric, seal, section,
    slip, swatch, text,
};
pub use rows::{cell, chip, line_edit, number_cell, page, row};
pub use runs::{Run, link, runs};
