//! What is wrong with a text, and where: spans, severities, carets in display width, suggestions. It knows no game types and prints nothing.

pub mod span;
