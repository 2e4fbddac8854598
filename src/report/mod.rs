//! Printed pages: the debrief of one game and the study of many, each one HTML file that needs no other, no network and no script, and is
//! right on paper.
//!
//! * [`debrief`] — one game beside the record: the page, the student's sheet, the teacher's key
//! * [`study`] — what many games come to
//! * `charts` — maps, time lines, curves and bars as SVG
//! * `text` — text on its way into a page: escaped, without marks that could turn a line round, Chinese marked as Chinese
//!
//! The templates lie in `templates/report/`: one base and one style for all pages, checked when the program is built. Colours are
//! variables of the style, so that the same drawing serves light, dark and paper. The charts are drawn here and by no library: the one
//! crate whose charts are coloured by a page's style (`poloto`) has lines and points only, no maps, bars with intervals, nor words for
//! who cannot see them, and has not moved since 2023.
//!
//! The room opens no files: it is given a game at the table or what a study found, and returns text.

mod charts;
pub mod debrief;
pub mod study;
mod text;
