//! What was found wrong, up to a number that anybody would still read.

use crate::diagnostics::Diagnostic;

/// So many mistakes are told in full; the rest are counted. A writer mends these first, and a hostile file costs no more.
const TOLD: usize = 400;

/// Diagnostics as they are found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    list: Vec<Diagnostic>,
    left_out: usize,
    hollow: bool,
}

impl Found {
    /// None yet.
    pub(crate) const fn new() -> Self {
        Self {
            list: Vec::new(),
            left_out: 0,
            hollow: false,
        }
    }
    /// Whether another would only be counted: then its help need not be worked out.
    pub(crate) const fn full(&self) -> bool {
        self.list.len() >= TOLD
    }
    /// How many there were.
    pub(crate) const fn count(&self) -> usize {
        self.list.len() + self.left_out
    }
    /// How many of them are errors.
    pub(crate) fn errors(&self) -> usize {
        self.left_out + self.list.iter().filter(|found| found.is_error()).count()
    }
    /// A thing was named of a kind of which there is none, so that nothing stands where its id points.
    pub(crate) const fn name_into_nothing(&mut self) {
        self.hollow = true;
    }
    /// Whether some id points at nothing: then what was resolved must not be looked over.
    pub(crate) const fn is_hollow(&self) -> bool {
        self.hollow
    }
    /// Counts one without telling it.
    pub(crate) const fn skip(&mut self) {
        self.left_out += 1;
    }
    /// One more.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        if self.full() {
            self.skip()
        } else {
            self.list.push(diagnostic)
        }
    }
    /// All of another list.
    pub(crate) fn append(&mut self, other: Self) {
        self.left_out += other.left_out;
        self.hollow |= other.hollow;
        for diagnostic in other.list {
            self.push(diagnostic);
        }
    }
    /// Whether any refuses the file.
    pub(crate) fn has_errors(&self) -> bool {
        self.left_out > 0 || self.list.iter().any(Diagnostic::is_error)
    }
    /// The list.
    pub(crate) const fn list(&self) -> &Vec<Diagnostic> {
        &self.list
    }
    /// The list, to take out of and add to.
    pub(crate) const fn list_mut(&mut self) -> &mut Vec<Diagnostic> {
        &mut self.list
    }
    /// The list, in the order of files and places, with a word on those left out.
    pub(crate) fn finish(mut self, order: &[String]) -> Vec<Diagnostic> {
        let rank = |file: &str| {
            order
                .iter()
                .position(|name| name == file)
                .unwrap_or(order.len())
        };
        self.list.sort_by(|a, b| {
            (rank(&a.file), a.span.start, a.key).cmp(&(rank(&b.file), b.span.start, b.key))
        });
        self.list.dedup();
        if self.left_out > 0
            && let Some(last) = self.list.last()
        {
            let message = format!("and {} more mistakes, not told", self.left_out);
            self.list.push(
                Diagnostic::error("too-many-mistakes", &last.file.clone(), last.span, message)
                    .help("mend these first"),
            );
        }
        self.list
    }
}
