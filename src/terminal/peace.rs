//! The negotiating table on the page: the paper under the brush, what it weighs and why, what the councillors think, the ledger of what was sworn.

use super::layout::Page;
use super::write::Unread;
use crate::base::ids::{CourtId, DraftId};
use crate::prose::texts::{Texts, tr};
use crate::prose::{bargain, capital, conditions, names, numbers, sentence};
use crate::rules::systems::bargain::Weighing;
use crate::rules::systems::treaties::grievance::Remedy;
use crate::scenario::model::Terms;
use crate::table::papers::{self, Standing};
use crate::table::sworn::{self, Row, Sheet};
use crate::table::writing::Writing;
use crate::view::View;

/// How many changes are named that would move the other side.
const MOVERS: usize = 4;
/// How many envoys are named.
const ENVOYS: usize = 4;

/// The paper under the brush, who could carry it, and how one goes on.
#[must_use]
pub fn writing(texts: &Texts, view: &View<'_>, writing: &Writing) -> Page {
    let book = view.book();
    let mut page = paper(texts, view, writing);
    page.gap();
    let envoys = view.envoys();
    let Some(first) = envoys.first() else {
        page.add(&no_envoys(texts));
        return page;
    };
    let list: Vec<String> = envoys
        .iter()
        .take(ENVOYS)
        .map(|p| {
            tr!(
                texts,
                "write-envoy",
                person = names::name(view, *p),
                id = book.people[p.index()].id.as_str(),
                n = view.envoy_skill(*p)
            )
        })
        .collect();
    page.para(&tr!(texts, "write-envoys", list = list.join("; ")));
    page.para(&bargain::road(texts, view, writing.to));
    page.para(&tr!(
        texts,
        "write-how",
        person = book.people[first.index()].id.as_str()
    ));
    page
}

/// Clauses that a paper may have and still be shown whole after each word added to it.
const SHORT: usize = 8;

/// The clauses of the paper under the brush.
#[must_use]
pub fn paper(texts: &Texts, view: &View<'_>, writing: &Writing) -> Page {
    let book = view.book();
    let mut page = Page::new();
    page.para(&tr!(
        texts,
        "write-head",
        court = names::court(book, writing.to)
    ));
    if writing.is_blank() {
        page.indent(2, &texts.t("write-empty"));
    }
    for (n, clause) in writing.clauses.iter().enumerate() {
        let words = sentence(&conditions::clause(texts, view, clause));
        let line = tr!(texts, "write-clause", n = n + 1, words = words);
        page.hang("  ", &line, "     ");
    }
    if let Some(draft) = writing.worded {
        unclear(texts, view, draft, &mut page);
    }
    page
}

/// The unclear words of a paper, and who reads them how.
fn unclear(texts: &Texts, view: &View<'_>, draft: DraftId, page: &mut Page) {
    for unclear in &view.terms(draft).unclear {
        page.hang(
            "  ",
            &tr!(texts, "ledger-unclear", words = unclear.words.as_str()),
            "     ",
        );
        for sense in &unclear.readings {
            let words = tr!(
                texts,
                "write-words-sense",
                court = names::court(view.book(), sense.held_by),
                says = sense.says.as_str()
            );
            page.indent(5, &words);
        }
    }
}

/// What words of the scenario's papers a paper to a court may use that each side reads in its own way.
#[must_use]
pub fn wordings(texts: &Texts, view: &View<'_>, to: CourtId) -> Page {
    let mut page = Page::new();
    let mut any = false;
    for (n, draft) in view.wordings(to).enumerate() {
        any = true;
        page.para(&tr!(
            texts,
            "write-words-of",
            n = n + 1,
            draft = names::draft(texts, view, draft)
        ));
        unclear(texts, view, draft, &mut page);
    }
    page.para(&texts.t(if any {
        "write-words-how"
    } else {
        "write-words-none"
    }));
    page
}

/// A paper with a clause just added: the whole of it while it is short, else the new clause alone.
#[must_use]
pub fn added(texts: &Texts, view: &View<'_>, writing: &Writing) -> Page {
    let Some(clause) = writing
        .clauses
        .last()
        .filter(|_| writing.clauses.len() > SHORT)
    else {
        return paper(texts, view, writing);
    };
    let mut page = Page::new();
    page.para(&tr!(
        texts,
        "write-added",
        n = writing.clauses.len(),
        clause = sentence(&conditions::clause(texts, view, clause))
    ));
    page
}

/// That nobody could carry a paper.
#[must_use]
pub fn no_envoys(texts: &Texts) -> Page {
    let mut page = Page::new();
    page.para(&texts.t("write-no-envoys"));
    page
}

/// That no paper is under the brush.
#[must_use]
pub fn nothing_begun(texts: &Texts, view: &View<'_>) -> Page {
    let book = view.book();
    let mut page = Page::new();
    let other = view.enemies().next().or_else(|| {
        (0..book.courts.len())
            .map(CourtId::of)
            .find(|c| *c != view.court())
    });
    page.para(&tr!(
        texts,
        "write-nothing-begun",
        court = other.map_or_else(String::new, |c| book.courts[c.index()].id.clone())
    ));
    page
}

/// That no court answers to the name.
#[must_use]
pub fn no_court(texts: &Texts, view: &View<'_>) -> Page {
    let mut page = Page::new();
    let courts: Vec<&str> = view
        .book()
        .courts
        .iter()
        .enumerate()
        .filter(|(i, _)| CourtId::of(*i) != view.court() && view.other(CourtId::of(*i)).stands)
        .map(|(_, c)| c.id.as_str())
        .collect();
    page.para(&tr!(texts, "write-no-court", courts = courts.join(", ")));
    page
}

/// That a clause was not read.
#[must_use]
pub fn unread(texts: &Texts, view: &View<'_>, unread: &Unread) -> Page {
    match unread {
        Unread::NoClause => {
            let mut page = Page::new();
            page.para(&texts.t("write-cannot-read"));
            page.para(&texts.t("nothing-changed"));
            page
        }
        Unread::Name(unfound) => {
            super::commands::misread(texts, view, &super::parse::Misread::Name(unfound.clone()))
        }
    }
}

/// A paper that lies before the court: what it weighs, why, what the councillors think, and how the court would take it.
#[must_use]
pub fn weigh(texts: &Texts, view: &View<'_>, draft: DraftId) -> Page {
    // What passes between others, or is not written yet, no court can weigh.
    if !view.terms(draft).binds(view.court()) || !papers::is_known(view, draft) {
        let mut page = Page::new();
        page.para(&texts.t("refusal-no-paper"));
        return page;
    }
    let head = tr!(
        texts,
        "weigh-head",
        draft = names::draft(texts, view, draft)
    );
    let weighing = view.weigh_paper(draft);
    scales(texts, view, &head, view.terms(draft), &weighing, true)
}

/// The paper under the brush: what it weighs with one's own court and, as far as one can guess, with the other.
#[must_use]
pub fn weigh_own(texts: &Texts, view: &View<'_>, writing: &Writing) -> Page {
    let head = tr!(
        texts,
        "weigh-head-own",
        court = names::court(view.book(), writing.to)
    );
    let terms = writing.terms(view);
    let mut page = scales(texts, view, &head, &terms, &view.weigh(&terms), false);
    page.gap();
    page.para(&bargain::guess(texts, view, &terms));
    if view.weigh_other(&terms).takes() {
        return page;
    }
    let (movers, additions) = (view.movers(&terms), view.additions(&terms));
    if !movers.is_empty() || !additions.is_empty() {
        page.para(&texts.t("mover-head"));
    }
    for mover in movers.iter().take(MOVERS) {
        let line = tr!(
            texts,
            "mover-line",
            gain = numbers::signed(mover.gain),
            n = mover.clause + 1,
            words = bargain::mover(texts, view, &terms, mover)
        );
        page.hang("  ", &line, "      ");
    }
    for addition in additions.iter().take(MOVERS) {
        let line = tr!(
            texts,
            "mover-add-line",
            gain = numbers::signed(addition.gain),
            words = bargain::addition(texts, view, addition)
        );
        page.hang("  ", &line, "      ");
    }
    page
}

fn scales(
    texts: &Texts,
    view: &View<'_>,
    head: &str,
    terms: &Terms,
    weighing: &Weighing,
    amended: bool,
) -> Page {
    let mut page = Page::new();
    page.para(head);
    for line in bargain::weighing(texts, view, terms, weighing) {
        page.hang("  ", &line, "      ");
    }
    let opinions = view.opinions(terms);
    if !opinions.is_empty() {
        page.gap();
        page.para(&texts.t("opinion-head"));
        for opinion in &opinions {
            page.hang("  ", &bargain::opinion(texts, view, terms, opinion), "    ");
        }
    }
    if amended && !weighing.takes() {
        page.gap();
        match view.amended(terms) {
            Some(clauses) => {
                page.para(&texts.t("amend-head"));
                for clause in &clauses {
                    let words = sentence(&conditions::clause_between(
                        texts,
                        view,
                        (terms.from, terms.to),
                        clause,
                    ));
                    page.hang("  - ", &words, "    ");
                }
            }
            None => page.para(&texts.t("amend-none")),
        }
    }
    page
}

/// What the court would write itself.
#[must_use]
pub fn would_offer(texts: &Texts, view: &View<'_>, to: CourtId) -> Page {
    let mut page = Page::new();
    match view.would_offer(to) {
        Some(clauses) => {
            page.para(&tr!(
                texts,
                "write-offer",
                court = names::court(view.book(), to)
            ));
            for clause in &clauses {
                let parties = (view.court(), to);
                let words = sentence(&conditions::clause_between(texts, view, parties, clause));
                page.hang("  - ", &words, "    ");
            }
        }
        None => page.para(&texts.t("write-no-offer")),
    }
    page
}

/// The ledger of what was sworn.
#[must_use]
pub fn ledger(texts: &Texts, view: &View<'_>) -> Page {
    let mut page = Page::new();
    page.para(&texts.t("ledger-head"));
    let sheets = sworn::ledger(view);
    if sheets.is_empty() {
        page.indent(2, &texts.t("ledger-none"));
    }
    for sheet in &sheets {
        page.gap();
        page.add(&one(texts, view, sheet));
    }
    page
}

fn one(texts: &Texts, view: &View<'_>, sheet: &Sheet) -> Page {
    let book = view.book();
    let court = |id| names::court(book, id);
    let terms = view.terms(sheet.draft);
    let mut page = Page::new();
    page.para(&tr!(
        texts,
        "ledger-paper",
        title = names::title(texts, view, sheet.draft),
        court = court(sheet.other),
        day = numbers::date(texts, sheet.sworn)
    ));
    for row in &sheet.rows {
        page.hang("  ", &line(texts, view, sheet, row), "     ");
    }
    for (unclear, readings) in terms.unclear.iter().zip(&sheet.unclear) {
        page.indent(
            2,
            &tr!(texts, "ledger-unclear", words = unclear.words.as_str()),
        );
        for (sense, reading) in unclear.readings.iter().zip(readings) {
            page.indent(
                4,
                &tr!(
                    texts,
                    "ledger-reading",
                    court = court(reading.held_by),
                    says = sense.says.as_str()
                ),
            );
            for row in &reading.rows {
                page.hang("      ", &line(texts, view, sheet, row), "         ");
            }
            let verdict = match reading.broken {
                Some(by) => tr!(texts, "ledger-verdict-broken", court = court(by)),
                None => texts.t("ledger-verdict-kept"),
            };
            page.indent(6, &verdict);
        }
    }
    for alleged in sworn::alleged(view, sheet.draft) {
        let text = tr!(
            texts,
            "ledger-alleged",
            by = court(alleged.by),
            of = court(alleged.of),
            n = alleged.clause + 1,
            says = alleged.says.as_str()
        );
        page.indent(2, &text);
    }
    for remedy in &sheet.remedies {
        page.indent(2, &self::remedy(texts, view, *remedy));
    }
    if let Some(until) = sheet.holds_until {
        let day = numbers::date(texts, until);
        page.indent(2, &tr!(texts, "ledger-holds-back", day = day));
    }
    if sheet.war_price < 0 {
        page.indent(
            2,
            &tr!(
                texts,
                "ledger-war-price",
                court = court(sheet.other),
                n = -sheet.war_price
            ),
        );
    }
    page
}

/// A clause with how it stands.
fn line(texts: &Texts, view: &View<'_>, sheet: &Sheet, row: &Row) -> String {
    let court = |id| names::court(view.book(), id);
    let day = row.due.map(|d| numbers::date(texts, d)).unwrap_or_default();
    let state = match row.standing {
        Standing::Kept => texts.t("ledger-kept"),
        Standing::Broken(by) => tr!(texts, "ledger-broken", court = court(by)),
        Standing::Released(by) => tr!(texts, "ledger-released", court = court(by)),
        Standing::Late => tr!(texts, "ledger-late", day = day),
        Standing::Withheld => tr!(texts, "ledger-withheld", court = court(sheet.other)),
        Standing::Waits => tr!(texts, "ledger-waits", day = day),
        Standing::Rests => texts.t("ledger-rests"),
        Standing::Ended(by) => {
            let broke = view.terms(sheet.draft).other(by);
            tr!(texts, "ledger-ended", by = court(by), court = court(broke))
        }
        Standing::Gone(by) => tr!(texts, "ledger-gone", court = court(by)),
        Standing::Holds => texts.t("ledger-holds"),
        Standing::Replaced => texts.t("ledger-replaced"),
        Standing::Idle => texts.t("ledger-idle"),
    };
    let state = match row.paid {
        Some((good, paid, left)) => tr!(
            texts,
            "ledger-paid",
            state = state,
            paid = numbers::goods(texts, good, paid),
            left = numbers::goods(texts, good, left)
        ),
        None => state,
    };
    let words = view
        .terms(sheet.draft)
        .clauses
        .get(row.clause)
        .map(|clause| {
            let terms = view.terms(sheet.draft);
            let parties = (terms.from, terms.to);
            capital(&conditions::clause_between(texts, view, parties, clause))
        })
        .unwrap_or_default();
    tr!(
        texts,
        "ledger-clause",
        n = row.clause + 1,
        words = words,
        state = state
    )
}

fn remedy(texts: &Texts, view: &View<'_>, remedy: Remedy) -> String {
    let book = view.book();
    match remedy {
        Remedy::Withhold => texts.t("ledger-remedy-withhold"),
        Remedy::WithholdAll => texts.t("ledger-remedy-all"),
        Remedy::KeepPersons => texts.t("ledger-remedy-persons"),
        Remedy::Reclaim(at) => tr!(
            texts,
            "ledger-remedy-reclaim",
            place = names::place(book, at),
            id = book.atlas.places[at.index()].id.as_str()
        ),
        Remedy::WarAtHalf => texts.t("ledger-remedy-half"),
        Remedy::War => texts.t("ledger-remedy-war"),
    }
}
