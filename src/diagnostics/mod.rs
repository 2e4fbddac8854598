//! What is wrong with a text, and where: spans, severities, carets in display width, suggestions. It knows no game types and prints nothing.
//!
//! A [`Diagnostic`] names its file and its bytes; [`render::human`] and [`render::json`] turn it into text for a
//! person or a program, given the [`Source`](source::Source) it speaks of. Its `key` never changes once published, and has
//! its page in [`pages`].

pub mod pages;
pub mod render;
pub mod source;
pub mod span;
pub mod suggest;

use span::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// Probably a mistake; the file is taken.
    Warning,
    /// Worth knowing; nothing need be wrong.
    Tip,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Tip => "tip",
        }
    }
}

/// How sure the check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It is so.
    Certain,
    /// It looks so; a writer may know better.
    Likely,
    /// It may be so.
    Guess,
}

impl Confidence {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Guess => "guess",
        }
    }
}

/// A second place that a diagnostic speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The file; the diagnostic's own when they are equal.
    pub file: String,
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// One thing wrong in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind: a stable name, as `unknown-field`.
    pub key: &'static str,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// In which file.
    pub file: String,
    /// Where in it.
    pub span: Span,
    /// What was found and what was wanted: lower case, names in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places it speaks of.
    pub labels: Vec<Label>,
}

impl Diagnostic {
    /// An error, certain.
    #[must_use]
    pub fn error(key: &'static str, file: &str, span: Span, message: impl Into<String>) -> Self {
        Self {
            key,
            severity: Severity::Error,
            confidence: Confidence::Certain,
            file: file.to_owned(),
            span,
            message: message.into(),
            help: None,
            labels: Vec::new(),
        }
    }

    /// A warning, likely.
    #[must_use]
    pub fn warning(key: &'static str, file: &str, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            confidence: Confidence::Likely,
            ..Self::error(key, file, span, message)
        }
    }

    /// A tip, likely.
    #[must_use]
    pub fn tip(key: &'static str, file: &str, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Tip,
            ..Self::warning(key, file, span, message)
        }
    }

    /// With a help line.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With a help line, when there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// With a second place in the same file.
    #[must_use]
    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        let file = self.file.clone();
        self.labels.push(Label {
            file,
            span,
            message: message.into(),
        });
        self
    }

    /// How sure, when not as usual.
    #[must_use]
    pub const fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// How sure diagnostics of this severity are unless they say otherwise.
    #[must_use]
    pub const fn usual(severity: Severity) -> Confidence {
        match severity {
            Severity::Error => Confidence::Certain,
            Severity::Warning | Severity::Tip => Confidence::Likely,
        }
    }

    /// Whether it stops the file from loading.
    #[must_use]
    pub const fn is_error(&self) -> bool {
        matches!(self.severity, Severity::Error)
    }
}
