//! Why a number stands where it does, as lines that fit.

use super::layout::{Page, pad, right};
use super::parse::About;
use crate::base::ids::CourtId;
use crate::table::{self, Session, Told};

/// Columns of a reason, before its number.
const REASON_WIDTH: usize = 56;

/// The answer to `why`.
#[must_use]
pub fn why(session: &Session, court: CourtId, about: About) -> Page {
    let mut page = Page::new();
    let number = match about {
        About::Which => {
            page.para(&session.texts().t("why-which"));
            return page;
        }
        About::Good(good) => table::About::Good(good),
        About::Stat(stat) => table::About::Stat(stat),
        About::Place(place) => table::About::Place(place),
        About::Army(army) => table::About::Army(army),
    };
    for told in table::moves(session, court, number) {
        match told {
            Told::Line(text) => page.para(&text),
            Told::Sum { reason, by } => row(&mut page, &reason, &by),
        }
    }
    page
}

/// A reason on the left, its number on the right.
fn row(page: &mut Page, text: &str, n: &str) {
    if unicode_width::UnicodeWidthStr::width(text) > REASON_WIDTH {
        page.hang("  ", text, "    ");
        page.para(&format!("  {}{}", pad("", REASON_WIDTH), right(n, 14)));
    } else {
        page.para(&format!("  {}{}", pad(text, REASON_WIDTH), right(n, 14)));
    }
}
