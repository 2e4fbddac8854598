//! A brief is long enough to decide by and short enough to be read aloud.

use super::Cx;
use crate::scenario::found::Found;

/// Words of a decision's brief, without what it adds where it is true.
const BRIEF: std::ops::RangeInclusive<usize> = 60..=150;

pub(super) fn check(cx: &Cx<'_>, found: &mut Found) {
    for decision in cx
        .raw
        .decisions
        .iter()
        .filter(|decision| cx.whole(&decision.id))
    {
        let words = decision.brief.split_whitespace().count();
        if !BRIEF.contains(&words) {
            let message = format!(
                "the brief of `{}` has {words} words; {} to {} are wanted",
                decision.id.value,
                BRIEF.start(),
                BRIEF.end()
            );
            found.push(cx.warning("brief-length", decision.id.span, message));
        }
    }
}
