//! The small parts every panel is made of. Each says to a screen reader, and to the tests, what it is.
//!
//! * [`text`] — lines, and the heading of a section; [`runs`] — words of several styles; [`running`] — text whose names can be followed
//! * [`keys`] — keys and buttons; [`frames`] — sheets, frames, focus; [`rows`] — rows of lists
//! * [`tip`] — what is said of a thing under the pointer
//! * [`seal`], [`slip`], [`swatch`], [`marks`], [`numbers`] — what is drawn

pub mod frames;
pub mod keys;
pub mod marks;
pub mod numbers;
pub mod rows;
pub mod running;
pub mod runs;
pub mod seal;
pub mod slip;
pub mod swatch;
pub mod text;
pub mod tip;

pub use frames::{
    card, dashed, focus_ring, ground, inset, order_slip, refusal, ring, row_ground, sheet,
};
pub use keys::{CommandKind, chip_size, command, key_chip, paint_key};
pub use marks::{Mark, mark, paint_mark};
pub use numbers::{Trend, beam, beam_named, ledger_bar, metric, triangle};
pub use rows::{cell, chip, line_edit, number_cell, page, row};
pub use running::running;
pub use runs::{Run, link, runs};
pub use seal::{paint_seal, pale_seal, seal};
pub use slip::{paint_slip, slip};
pub use swatch::{paint_swatch, pattern, swatch};
pub use text::{double_rule, quiet, section, text};
pub use tip::{Tip, keep_clear};

pub use super::look::Ground;
