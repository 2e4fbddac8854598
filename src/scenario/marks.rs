//! Where the things of a scenario stand in its text, for whoever writes notes beside them.

use super::load::raw_scenario;
use crate::diagnostics::span::Span;

/// Where the ids of a scenario's things stand, each list in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Decisions, with their options.
    pub decisions: Vec<(Span, Vec<Span>)>,
    /// Incidents.
    pub incidents: Vec<Span>,
    /// Checkpoints.
    pub checkpoints: Vec<Span>,
    /// Endings.
    pub endings: Vec<Span>,
}

/// Where the things of this text stand; nothing where it cannot be read.
#[must_use]
pub fn marks(name: &str, text: &str) -> Marks {
    let Some(raw) = raw_scenario(name, text) else {
        return Marks::default();
    };
    Marks {
        decisions: raw
            .decisions
            .iter()
            .map(|d| (d.id.span, d.options.iter().map(|o| o.id.span).collect()))
            .collect(),
        incidents: raw.incidents.iter().map(|i| i.id.span).collect(),
        checkpoints: raw.record.checkpoints.iter().map(|c| c.id.span).collect(),
        endings: raw.endings.iter().map(|e| e.id.span).collect(),
    }
}

/// The text with notes, each on lines of its own before the line on which its place stands, and before the comments above that line.
#[must_use]
pub fn with_notes(text: &str, notes: &[(Span, String)]) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut starts = Vec::with_capacity(lines.len());
    let mut at = 0;
    for line in &lines {
        starts.push(at);
        at += line.len();
    }
    let mut before: Vec<Vec<String>> = vec![Vec::new(); lines.len()];
    for (span, note) in notes {
        let line = starts
            .partition_point(|start| *start <= span.start as usize)
            .saturating_sub(1);
        let mut first = line;
        while first > 0 && lines[first - 1].trim_start().starts_with("//") {
            first -= 1;
        }
        let own: &str = lines.get(line).copied().unwrap_or_default();
        let indent = &own[..own.len() - own.trim_start().len()];
        if let Some(before) = before.get_mut(first) {
            before.extend(
                note.lines()
                    .map(|part| format!("{indent}// {}\n", part.trim_end())),
            );
        }
    }
    let mut out = String::with_capacity(text.len());
    for (line, notes) in lines.iter().zip(before) {
        out.extend(notes);
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stands_before_its_line_and_the_comments_above_it() {
        let text = "[\n    // allow(x): y\n    Fact(id: \"a\"), Fact(id: \"b\"),\n]\n";
        let at = |what: &str| {
            let start = u32::try_from(text.find(what).unwrap_or(0)).unwrap_or(0);
            Span {
                start,
                end: start + 1,
            }
        };
        let notes = [
            (at("\"a\""), "one\ntwo".to_owned()),
            (at("\"b\""), "three".to_owned()),
        ];
        assert_eq!(
            with_notes(text, &notes),
            "[\n    // one\n    // two\n    // three\n    // allow(x): y\n    Fact(id: \"a\"), Fact(id: \"b\"),\n]\n"
        );
        assert_eq!(with_notes("", &notes), "");
    }
}
