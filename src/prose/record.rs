//! The outcome beside the record in words: what a checkpoint asks, what its sources say, what was chosen and what each
//! source is. Disputed readings are told as disputed.

use super::numbers::date;
use super::texts::{Texts, tr};
use super::{capital, names, sentence};
use crate::base::date::Date;
use crate::base::ids::{CourtId, OptionId};
use crate::record::{self, Outcome, Range, Share};
use crate::scenario::model::{Checkpoint, Claim, Decision, Ending, Scenario, Source, Test};

/// Whether an ending is good for a court, in a sentence.
#[must_use]
pub fn ending_for(texts: &Texts, book: &Scenario, ending: &Ending, court: CourtId) -> String {
    let key = if ending.good_for.contains(&court) {
        "ending-good"
    } else {
        "ending-other"
    };
    tr!(texts, key, court = names::court(book, court))
}

/// A share in a hundred, with one decimal.
#[must_use]
pub fn percent(share: Share) -> String {
    let permille = share.permille();
    format!("{}.{}", permille / 10, permille % 10)
}

/// What the record says of a checkpoint, and from when to when it counts.
#[must_use]
pub fn recorded(texts: &Texts, checkpoint: &Checkpoint) -> String {
    match (checkpoint.test, record::range(checkpoint.test)) {
        (Test::Happened(day, 0), _) => tr!(texts, "debrief-recorded-day", day = date(texts, day)),
        (Test::Happened(day, _), Range::Between(from, until)) => tr!(
            texts,
            "debrief-recorded",
            day = date(texts, day),
            from = date(texts, from),
            until = date(texts, Date(until.next_xun().0 - 1))
        ),
        (Test::StoodOn(day), _) | (Test::Happened(day, _), _) => {
            tr!(texts, "debrief-recorded-stood", day = date(texts, day))
        }
        (Test::Never, _) => texts.t("debrief-recorded-never"),
    }
}

/// How a checkpoint came out in the game.
#[must_use]
pub fn yours(texts: &Texts, checkpoint: &Checkpoint, outcome: &Outcome) -> String {
    match (checkpoint.test, outcome.happened) {
        (Test::StoodOn(_), Some(_)) => texts.t("debrief-yours-so"),
        (Test::StoodOn(_), None) => texts.t("debrief-yours-not-so"),
        (_, Some(day)) => tr!(texts, "debrief-yours-on", day = date(texts, day)),
        (_, None) => texts.t("debrief-yours-never"),
    }
}

/// One claim, at length.
#[must_use]
pub fn claim(texts: &Texts, book: &Scenario, claim: &Claim) -> String {
    let source = &book.sources[claim.source.index()];
    let title = source.title.split(" (").next().unwrap_or(&source.title);
    let at = match claim.at.as_str() {
        "" => String::new(),
        at if at.starts_with(|c: char| c.is_ascii_digit()) => tr!(texts, "claim-juan", at = at),
        at => format!(", {at}"),
    };
    tr!(
        texts,
        if claim.dissents {
            "claim-dissents"
        } else {
            "claim-says"
        },
        source = title,
        at = at,
        says = sentence(&claim.says)
    )
}

/// All claims in short: those that agree by their letters, and what those that differ say.
#[must_use]
pub fn claims(texts: &Texts, book: &Scenario, checkpoint: &Checkpoint) -> String {
    let name = |claim: &Claim| {
        let label = letters(&book.sources[claim.source.index()]);
        format!("{label} {}", claim.at).trim_end().to_owned()
    };
    let mut parts: Vec<String> = Vec::new();
    let agree: Vec<String> = checkpoint
        .claims
        .iter()
        .filter(|c| !c.dissents)
        .map(name)
        .collect();
    if !agree.is_empty() {
        parts.push(tr!(texts, "claims-for", sources = agree.join("; ")));
    }
    for claim in checkpoint.claims.iter().filter(|c| c.dissents) {
        parts.push(tr!(
            texts,
            "claims-against",
            source = name(claim),
            says = sentence(&claim.says)
        ));
    }
    parts.join(" ")
}

/// What was chosen; that the moment passed where nothing was.
#[must_use]
pub fn option(texts: &Texts, decision: &Decision, option: Option<OptionId>) -> String {
    option
        .and_then(|o| decision.options.get(o.index()))
        .map_or_else(|| texts.t("choice-none"), |o| sentence(&o.label))
}

/// The letters by which a source is cited.
#[must_use]
pub fn letters(source: &Source) -> &str {
    source.label.split(';').next().unwrap_or(&source.label)
}

/// A source's letters and titles.
#[must_use]
pub fn source_short(source: &Source) -> String {
    let title = source.title.split(" (").next().unwrap_or(&source.title);
    format!("{} {title} {}", letters(source), source.title_zh)
        .trim_end()
        .to_owned()
}

/// A source with its author, when it was written, and how it leans.
#[must_use]
pub fn source(source: &Source) -> String {
    let mut text = format!("{}: {}", source.label, source.title);
    for (between, part) in [
        (" ", &source.title_zh),
        (", ", &source.author),
        (", ", &source.composed),
    ] {
        if !part.is_empty() {
            text.push_str(between);
            text.push_str(part);
        }
    }
    text.push_str(". ");
    text.push_str(&capital(&source.bias));
    text.trim_end().to_owned()
}
