//! A baseline: warnings that are known, kept in a file beside the scenarios, so that only new ones are told.
//!
//! An entry names a warning by its file, its key, what it says and the text it stands at, never by its line: moving lines
//! about changes nothing. One entry stands for one warning; the same one twice has two. Errors are never kept: a scenario
//! with an error does not load, and nobody should be told that nothing is new.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::source::Source;
use crate::diagnostics::span::Span;

/// So many characters of the text at a place tell it from others.
const SHOWN: usize = 60;

/// One known warning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    file: String,
    key: String,
    at: String,
    message: String,
}

/// The known warnings of one file, and how many of each are still to be met.
pub(super) struct Baseline {
    path: PathBuf,
    text: String,
    known: BTreeMap<Entry, usize>,
    fresh: bool,
    met: Vec<Entry>,
}

impl Baseline {
    /// Reads the file; one that is not there begins empty and will be written.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let mut baseline = Self {
            path: path.to_owned(),
            text: String::new(),
            known: BTreeMap::new(),
            fresh: true,
            met: Vec::new(),
        };
        match std::fs::read_to_string(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(baseline),
            Err(error) => {
                return Err(Failure::Usage(format!(
                    "cannot read the baseline `{}`: {error}",
                    path.display()
                )));
            }
            Ok(text) => baseline.text = text,
        }
        baseline.fresh = false;
        for (at, line) in baseline.text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let entry = serde_json::from_str(line).map_err(|error| {
                Failure::Usage(format!(
                    "`{}` is no baseline: line {}: {error}; give another file, or delete this one to have it written anew",
                    path.display(),
                    at + 1
                ))
            })?;
            *baseline.known.entry(entry).or_default() += 1;
        }
        Ok(baseline)
    }

    /// Whether a warning is known. Each entry answers for one.
    pub(super) fn knows(&mut self, diagnostic: &Diagnostic, source: Option<&Source>) -> bool {
        if diagnostic.is_error() {
            return false;
        }
        let entry = entry_of(diagnostic, source);
        if self.fresh {
            self.met.push(entry);
            return false;
        }
        match self.known.get_mut(&entry) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }

    /// At the end: writes a baseline that was not there and says how many it holds.
    pub(super) fn written(&mut self) -> Result<Option<usize>, Failure> {
        if !self.fresh {
            return Ok(None);
        }
        self.met.sort();
        let mut text = String::new();
        for entry in &self.met {
            text.push_str(&serde_json::to_string(entry).unwrap_or_default());
            text.push('\n');
        }
        std::fs::write(&self.path, text).map_err(|error| {
            Failure::Wrong(format!(
                "cannot write the baseline `{}`: {error}",
                self.path.display()
            ))
        })?;
        Ok(Some(self.met.len()))
    }

    /// Entries that nothing answered to, each on its line, and the text they stand in. Only of these files: those of
    /// others were not looked at.
    pub(super) fn unneeded(&self, checked: &[String]) -> (Vec<Diagnostic>, Source) {
        let name = self.path.display().to_string();
        let mut left = self.known.clone();
        let mut out = Vec::new();
        let mut start = 0_usize;
        // The last of several that are the same are those no longer needed.
        let mut lines: Vec<(usize, &str)> = Vec::new();
        for line in self.text.split_inclusive('\n') {
            lines.push((start, line.trim_end()));
            start += line.len();
        }
        for (start, line) in lines.into_iter().rev() {
            let Ok(entry) = serde_json::from_str::<Entry>(line) else {
                continue;
            };
            if !checked.contains(&entry.file) {
                continue;
            }
            if let Some(n) = left.get_mut(&entry)
                && *n > 0
            {
                *n -= 1;
                let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
                let span = Span {
                    start: byte(start),
                    end: byte(start + line.len()),
                };
                let message = format!(
                    "`{}` of `{}` is told no more: {}",
                    entry.key, entry.file, entry.message
                );
                out.push(
                    Diagnostic::tip("baseline-unneeded", &name, span, message)
                        .help("delete this line of the baseline"),
                );
            }
        }
        out.reverse();
        (out, Source::new(name, self.text.as_str()))
    }
}

/// The name alone of a file that may be given by a path.
pub(super) fn bare(file: &str) -> String {
    Path::new(file).file_name().map_or_else(
        || file.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn entry_of(diagnostic: &Diagnostic, source: Option<&Source>) -> Entry {
    let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
    let at = source.and_then(|source| source.text().get(start..end));
    Entry {
        file: bare(&diagnostic.file),
        key: diagnostic.key.to_owned(),
        at: at.unwrap_or_default().chars().take(SHOWN).collect(),
        message: diagnostic.message.clone(),
    }
}
