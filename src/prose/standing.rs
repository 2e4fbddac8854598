//! How a court did, in words: every part of its standing, and why each point is counted.

use super::capital;
use super::names;
use super::numbers::{big, few, number, signed};
use super::texts::{Texts, tr};
use crate::record::standing::{Aspect, Part, Row, Standing, What};
use crate::view::View;

/// All of it in a sentence.
#[must_use]
pub fn total(texts: &Texts, standing: &Standing) -> String {
    tr!(texts, "standing-total", points = signed(standing.total()))
}

/// What a part is called.
#[must_use]
pub fn aspect(texts: &Texts, aspect: Aspect) -> String {
    texts.t(match aspect {
        Aspect::Land => "standing-land",
        Aspect::Throne => "standing-throne",
        Aspect::People => "standing-people",
        Aspect::Treasury => "standing-treasury",
        Aspect::Legitimacy => "standing-legitimacy",
        Aspect::Obligations => "standing-obligations",
        Aspect::Ending => "standing-ending",
    })
}

/// A part in short: its points and its first reasons. None for a part in which nothing counts.
#[must_use]
pub fn part(texts: &Texts, view: &View<'_>, part: &Part) -> Option<String> {
    if part.rows.is_empty() {
        return None;
    }
    let whys: Vec<String> = part.rows.iter().map(|r| row(texts, view, r)).collect();
    Some(tr!(
        texts,
        "standing-part",
        part = aspect(texts, part.aspect),
        points = signed(part.points()),
        why = capital(&few(texts, &whys))
    ))
}

/// A reason with its points.
#[must_use]
pub fn row(texts: &Texts, view: &View<'_>, row: &Row) -> String {
    tr!(
        texts,
        "standing-row",
        what = what(texts, view, row.what),
        points = signed(row.points)
    )
}

fn what(texts: &Texts, view: &View<'_>, what: What) -> String {
    let book = view.book();
    let place = |id| names::place(book, id);
    let person = |id| names::name(view, id);
    let court = |id| names::court(book, id);
    let draft = |id| names::title(texts, view, id);
    let ending = |id: crate::base::ids::EndingId| book.endings[id.index()].title.clone();
    match what {
        What::Won(at) => tr!(texts, "standing-won", place = place(at)),
        What::Lost(at) => tr!(texts, "standing-lost", place = place(at)),
        What::LostByPuppet(at) => tr!(texts, "standing-puppet-lost", place = place(at)),
        What::WonForPuppet(at) => tr!(texts, "standing-puppet", place = place(at)),
        What::SeatLost(at) => tr!(texts, "standing-seat-lost", place = place(at)),
        What::CourtGone => texts.t("standing-court-gone"),
        What::HouseDeposed => texts.t("standing-deposed"),
        What::SovereignHeld(who, by) => tr!(
            texts,
            "standing-sovereign-held",
            person = person(who),
            court = court(by)
        ),
        What::SeatTaken(of, at) => tr!(
            texts,
            "standing-seat-taken",
            place = place(at),
            court = court(of)
        ),
        What::HouseEnded(of) => tr!(texts, "standing-house-ended", court = court(of)),
        What::SovereignTaken(_, who) => {
            tr!(texts, "standing-sovereign-taken", person = person(who))
        }
        What::Died(who) => tr!(texts, "standing-died", person = person(who)),
        What::Held(who, by) => tr!(
            texts,
            "standing-held",
            person = person(who),
            court = court(by)
        ),
        What::CameHome(who) => tr!(texts, "standing-came-home", person = person(who)),
        What::LetGo(who) => tr!(texts, "standing-let-go", person = person(who)),
        What::Left(who) => tr!(texts, "standing-left", person = person(who)),
        What::Joined(who) => tr!(texts, "standing-joined", person = person(who)),
        What::Holds(who) => tr!(texts, "standing-holds", person = person(who)),
        What::Men(men) => tr!(
            texts,
            "standing-men",
            men = number(i64::try_from(men).unwrap_or(i64::MAX))
        ),
        What::Store(then, now) => tr!(
            texts,
            "standing-store",
            then = big(texts, then),
            now = big(texts, now)
        ),
        What::Legitimacy(then, now) => {
            tr!(texts, "standing-obeyed", then = then, now = now)
        }
        What::Owes(id, taels) => tr!(
            texts,
            "standing-owes",
            treaty = draft(id),
            taels = big(texts, taels)
        ),
        What::IsOwed(id, taels) => tr!(
            texts,
            "standing-is-owed",
            treaty = draft(id),
            taels = big(texts, taels)
        ),
        What::MustHandOver(at) => tr!(texts, "standing-must-hand-over", place = place(at)),
        What::IsPromised(at) => tr!(texts, "standing-is-promised", place = place(at)),
        What::Broke(id, n) => tr!(
            texts,
            "standing-broke",
            treaty = draft(id),
            n = i32::from(n)
        ),
        What::WasBroken(id, n) => tr!(
            texts,
            "standing-was-broken",
            treaty = draft(id),
            n = i32::from(n)
        ),
        What::GoodEnding(id) if !view.is_over() => {
            tr!(texts, "standing-good-ending-today", title = ending(id))
        }
        What::OthersEnding(id) if !view.is_over() => {
            tr!(texts, "standing-others-ending-today", title = ending(id))
        }
        What::GoodEnding(id) => tr!(texts, "standing-good-ending", title = ending(id)),
        What::OthersEnding(id) => tr!(texts, "standing-others-ending", title = ending(id)),
    }
}
