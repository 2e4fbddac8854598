//! Odds and shifts of studies in words: shares of a hundred with their intervals, and what a choice moved.

use super::numbers::number;
use super::texts::{Texts, tr};
use crate::study::results::{Points, Share, Shift, Verdict};

/// Points of a hundred, with one decimal: `62.4`.
#[must_use]
pub fn points(points: Points) -> String {
    let tenths = points.tenths();
    let sign = if tenths < 0 { "−" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// The same with its sign: `+6.0`.
#[must_use]
pub fn signed(of: Points) -> String {
    if of.tenths() > 0 {
        format!("+{}", points(of))
    } else {
        points(of)
    }
}

/// A share with its interval and the games behind it; that there were none, where there were none.
#[must_use]
pub fn share(texts: &Texts, share: &Share) -> String {
    if share.of == 0 {
        return texts.t("report-no-games");
    }
    tr!(
        texts,
        "report-share",
        share = points(share.share),
        low = points(share.low),
        high = points(share.high),
        times = number(i64::try_from(share.times).unwrap_or(i64::MAX)),
        of = number(i64::try_from(share.of).unwrap_or(i64::MAX))
    )
}

/// A shift with its interval: `−18.3 points (−22.0 … −14.1)`.
#[must_use]
pub fn shift(texts: &Texts, shift: &Shift) -> String {
    tr!(
        texts,
        "report-shift",
        by = signed(shift.by),
        low = signed(shift.low),
        high = signed(shift.high)
    )
}

/// A verdict in words.
#[must_use]
pub fn verdict(texts: &Texts, verdict: Verdict) -> String {
    texts.t(match verdict {
        Verdict::Raised => "report-raised",
        Verdict::Lowered => "report-lowered",
        Verdict::DidNotMatter => "report-did-not-matter",
        Verdict::Unclear => "report-unclear",
    })
}
