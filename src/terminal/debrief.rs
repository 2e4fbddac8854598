//! After the game: the ending, then the outcome beside the record, the choices beside the documented ones, what
//! followed the first departure, how often the advisors were right, and the sources.

use super::layout::Page;
use crate::base::ids::CourtId;
use crate::engine::Engine;
use crate::events::Event;
use crate::prose::numbers::{date, signed};
use crate::prose::record as words;
use crate::prose::standing as points;
use crate::prose::texts::{Texts, tr};
use crate::prose::{events, names, sentence};
use crate::record::standing::{recorded_land, standing};
use crate::record::{self, Outcome};
use crate::scenario::model::Scenario;
use crate::table::{Session, debrief as told};

/// How the game ended.
#[must_use]
pub fn ending(session: &Session) -> Page {
    let (texts, book) = (session.texts(), session.engine().book());
    let mut page = Page::new();
    let Some(ending) = session
        .engine()
        .ended()
        .and_then(|e| book.endings.get(e.index()))
    else {
        return page;
    };
    page.heading(&tr!(texts, "ending-head", title = ending.title.as_str()));
    page.gap();
    page.para(&ending.text);
    for court in session.courts() {
        page.gap();
        page.para(&words::ending_for(texts, book, ending, court));
    }
    page
}

/// The question before a game is ended here and its debrief read.
#[must_use]
pub fn put_down_asked(session: &Session) -> Page {
    let (texts, engine) = (session.texts(), session.engine());
    let mut page = Page::new();
    page.para(&texts.t("put-down-ask"));
    let (day, last) = (date(texts, engine.day()), date(texts, engine.book().until));
    page.para(&tr!(texts, "put-down-means", day = day, last = last));
    page.para(&texts.t("put-down-kept"));
    page.para(&texts.t("put-down-sure"));
    page
}

/// The debrief of a game that its player ended before its end came.
#[must_use]
pub fn put_down(session: &Session) -> Page {
    let (texts, engine) = (session.texts(), session.engine());
    let mut page = Page::new();
    let day = date(texts, engine.day()).to_uppercase();
    page.heading(&tr!(texts, "put-down-head", day = day));
    page.gap();
    page.para(&told::words::put_down(texts, engine));
    page.gap();
    page.add(&debrief(session, Part::Whole));
    page.gap();
    page.para(&texts.t("put-down-goes-on"));
    page
}

/// What `record` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The debrief as it follows the game.
    Whole,
    /// One checkpoint, by its number, with all that its sources say.
    One(usize),
    /// Every checkpoint, with all that the sources say.
    Every,
    /// The choices, with what came of the documented ones and where the sources differ.
    Choices,
    /// The sources.
    Sources,
    /// How the court did, every point with its reason.
    Standing,
}

/// The debrief, or a part of it at length.
#[must_use]
pub fn debrief(session: &Session, part: Part) -> Page {
    let (texts, engine) = (session.texts(), session.engine());
    let book = engine.book().as_ref();
    let mut page = Page::new();
    let outcomes = record::outcomes(engine);
    match part {
        Part::Whole => {
            standings(session, false, &mut page);
            let asked: Vec<Outcome> = outcomes
                .iter()
                .filter(|o| !told::is_open(engine, o))
                .copied()
                .collect();
            shares(texts, book, &asked, &mut page);
            page.heading(&texts.t("debrief-outcomes"));
            for (i, outcome) in outcomes.iter().enumerate() {
                checkpoint(texts, engine, i + 1, outcome, false, &mut page);
            }
            for court in session.courts() {
                choices(session, court, false, &mut page);
                departure(session, court, &mut page);
            }
            advisors(session, &mut page);
            sources(texts, book, false, &mut page);
            page.heading(&texts.t("debrief-more"));
        }
        Part::One(number) => match number.checked_sub(1).and_then(|i| outcomes.get(i)) {
            Some(outcome) => checkpoint(texts, engine, number, outcome, true, &mut page),
            None => page.para(&tr!(texts, "debrief-no-number", of = outcomes.len())),
        },
        Part::Every => {
            for (i, outcome) in outcomes.iter().enumerate() {
                page.gap();
                checkpoint(texts, engine, i + 1, outcome, true, &mut page);
            }
        }
        Part::Choices => {
            for court in session.courts() {
                choices(session, court, true, &mut page);
            }
        }
        Part::Sources => sources(texts, book, true, &mut page),
        Part::Standing => standings(session, true, &mut page),
    }
    page
}

/// How the courts that people play did. In short each part has a line with its first reasons, at length each reason has one.
fn standings(session: &Session, at_length: bool, page: &mut Page) {
    let (texts, engine) = (session.texts(), session.engine());
    let book = engine.book();
    if engine.by_hand() {
        page.heading(&texts.t("standing-by-hand-head"));
        page.para(&texts.t("standing-by-hand"));
        return;
    }
    for court in session.courts() {
        let view = engine.view(court);
        let stands = standing(engine, court);
        page.heading(&tr!(
            texts,
            "standing-head",
            court = names::court(book, court).to_uppercase()
        ));
        page.para(&texts.t("standing-means"));
        page.para(&points::total(texts, &stands));
        for part in &stands.parts {
            let name = points::aspect(texts, part.aspect);
            if at_length && part.rows.is_empty() {
                page.hang("  ", &tr!(texts, "standing-same", part = name), "    ");
            } else if at_length {
                page.hang("  ", &format!("{name}: {}.", signed(part.points())), "    ");
                for row in &part.rows {
                    page.hang("    ", &sentence(&points::row(texts, &view, row)), "      ");
                }
            } else if let Some(line) = points::part(texts, &view, part) {
                page.hang("  ", &line, "    ");
            }
        }
        if let Some(land) = recorded_land(book, court) {
            page.para(&tr!(texts, "standing-recorded", points = signed(land)));
        }
    }
}

fn shares(texts: &Texts, book: &Scenario, outcomes: &[Outcome], page: &mut Page) {
    page.heading(&texts.t("debrief-head"));
    page.para(&texts.t("debrief-means"));
    let (tuned, held) = record::shares(book, outcomes);
    let mut all = tuned;
    all.add(held);
    for (key, share) in [
        ("share-all", all),
        ("share-tuned", tuned),
        ("share-held", held),
    ] {
        if share.of > 0 {
            page.para(&tr!(
                texts,
                key,
                share = words::percent(share),
                inside = share.inside.to_string(),
                of = share.of.to_string()
            ));
        }
    }
}

/// A checkpoint: the record, the game, and what the sources say. At length each claim has a line; in short the
/// sources that agree are named by their letters, and only those that differ are heard.
fn checkpoint(
    texts: &Texts,
    engine: &Engine,
    number: usize,
    outcome: &Outcome,
    at_length: bool,
    page: &mut Page,
) {
    let book = engine.book().as_ref();
    let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
    let open = told::is_open(engine, outcome);
    let label = format!("{number}. ");
    let by = label.len();
    let verdict = texts.t(match (open, outcome.within) {
        (true, _) => "report-open",
        (false, true) => "debrief-inside",
        (false, false) => "debrief-outside",
    });
    let yours = if open {
        texts.t("debrief-yours-open")
    } else {
        words::yours(texts, checkpoint, outcome)
    };
    page.hang(
        &label,
        &format!("{} {verdict}", sentence(&checkpoint.title)),
        &" ".repeat(by),
    );
    page.indent(
        by,
        &format!(
            "{} {}",
            words::recorded(texts, checkpoint),
            tr!(texts, "debrief-yours", yours = yours)
        ),
    );
    if at_length {
        let held = if checkpoint.held_out {
            texts.t("debrief-held-out")
        } else {
            String::new()
        };
        page.indent(
            by,
            format!(
                "{} {held}",
                tr!(texts, "debrief-weight", n = i32::from(checkpoint.weight))
            )
            .trim_end(),
        );
        for claim in &checkpoint.claims {
            page.hang(
                &" ".repeat(by),
                &words::claim(texts, book, claim),
                &" ".repeat(by + 2),
            );
        }
        return;
    }
    page.indent(by, &words::claims(texts, book, checkpoint));
}

fn choices(session: &Session, court: CourtId, at_length: bool, page: &mut Page) {
    let (texts, engine) = (session.texts(), session.engine());
    let book = engine.book();
    page.heading(&tr!(
        texts,
        "debrief-choices",
        court = names::court(book, court).to_uppercase()
    ));
    let taken = record::choices(engine, Some(court));
    if taken.is_empty() {
        page.para(&texts.t("debrief-no-choices"));
    }
    for choice in taken {
        let decision = &book.decisions[choice.decision.index()];
        if at_length {
            page.gap();
        }
        page.para(&tr!(
            texts,
            "choice-head",
            title = decision.title.as_str(),
            day = date(texts, book.day(choice.turn))
        ));
        let label = |option| words::option(texts, decision, option);
        page.indent(2, &tr!(texts, "choice-yours", label = label(choice.option)));
        let day = date(texts, decision.chosen_on);
        if choice.again {
            page.indent(2, &texts.t("choice-again"));
            continue;
        }
        if choice.documented {
            page.indent(2, &tr!(texts, "choice-same", day = day));
        } else {
            page.indent(
                2,
                &tr!(
                    texts,
                    "choice-record",
                    label = label(Some(decision.chose)),
                    day = day
                ),
            );
        }
        if at_length && !decision.outcome.is_empty() {
            page.indent(
                2,
                &tr!(texts, "choice-outcome", text = decision.outcome.as_str()),
            );
        }
        if at_length && !decision.quarrel.is_empty() {
            page.indent(
                2,
                &tr!(texts, "choice-quarrel", text = decision.quarrel.as_str()),
            );
        }
    }
}

fn departure(session: &Session, court: CourtId, page: &mut Page) {
    let (texts, engine) = (session.texts(), session.engine());
    let (book, view) = (engine.book(), engine.view(court));
    page.heading(&tr!(
        texts,
        "debrief-departure",
        court = names::court(book, court).to_uppercase()
    ));
    let Some(first) = record::first_departure(engine, court) else {
        let none = record::choices(engine, Some(court)).is_empty();
        page.para(&texts.t(if none {
            "debrief-no-choices"
        } else {
            "departure-none"
        }));
        return;
    };
    let decision = &book.decisions[first.decision.index()];
    page.para(&tr!(
        texts,
        "departure-first",
        title = decision.title.as_str(),
        day = date(texts, book.day(first.turn)),
        label = words::option(texts, decision, first.option)
    ));
    page.para(&texts.t("departure-followed"));
    let entries = told::followed(engine, &first);
    for entries in entries.chunk_by(|a, b| a.turn == b.turn) {
        let events: Vec<&Event> = entries.iter().map(|e| &e.event).collect();
        page.indent(2, &format!("{}.", date(texts, book.day(entries[0].turn))));
        for telling in events::tellings(texts, &view, &events) {
            page.hang("    ", &telling.text, "      ");
        }
    }
}

fn advisors(session: &Session, page: &mut Page) {
    let (texts, book) = (session.texts(), session.engine().book());
    let rows = told::calibration(session);
    page.heading(&texts.t("debrief-advisors"));
    page.para(&texts.t(if rows.is_empty() {
        "advisors-none"
    } else {
        "advisors-mean"
    }));
    for row in rows {
        let man = &book.people[row.who.index()];
        let person = format!("{} {}", man.name, man.name_zh);
        page.hang(
            "  ",
            &tr!(
                texts,
                "advisors-line",
                person = person,
                right = row.right,
                of = row.of
            ),
            "    ",
        );
    }
}

/// The sources: in short those that the checkpoints name and what their letters mean, at length all of them and how each leans.
fn sources(texts: &Texts, book: &Scenario, at_length: bool, page: &mut Page) {
    let used = told::sources(book, at_length);
    page.heading(&texts.t("debrief-sources"));
    if !at_length {
        let list: Vec<String> = used
            .iter()
            .map(|id| words::source_short(&book.sources[id.index()]))
            .collect();
        page.para(&sentence(&list.join("; ")));
        return;
    }
    for id in used {
        page.hang("  ", &words::source(&book.sources[id.index()]), "    ");
    }
}
