//! After the game: the ending, then the outcome beside the record, the choices beside the documented ones, what
//! followed the first departure, how often the advisors were right, and the sources.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::Page;
use crate::base::ids::{CourtId, PersonId, SourceId};
use crate::events::{Entry, Event};
use crate::prose::numbers::date;
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, events, names, sentence};
use crate::record::{self, Outcome, Range, Share};
use crate::scenario::model::{Checkpoint, Claim, Scenario, Test};
use crate::table::{self, Session};

/// How many xun after the first departure are told.
const FOLLOWED: u16 = 6;

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
        let key = if ending.good_for.contains(&court) {
            "ending-good"
        } else {
            "ending-other"
        };
        page.para(&tr!(texts, key, court = names::court(book, court)));
    }
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
            shares(texts, book, &outcomes, &mut page);
            page.heading(&texts.t("debrief-outcomes"));
            for (i, outcome) in outcomes.iter().enumerate() {
                checkpoint(texts, book, i + 1, outcome, false, &mut page);
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
            Some(outcome) => checkpoint(texts, book, number, outcome, true, &mut page),
            None => page.para(&tr!(texts, "debrief-no-number", of = outcomes.len())),
        },
        Part::Every => {
            for (i, outcome) in outcomes.iter().enumerate() {
                page.gap();
                checkpoint(texts, book, i + 1, outcome, true, &mut page);
            }
        }
        Part::Choices => {
            for court in session.courts() {
                choices(session, court, true, &mut page);
            }
        }
        Part::Sources => sources(texts, book, true, &mut page),
    }
    page
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
                share = percent(share),
                inside = share.inside.to_string(),
                of = share.of.to_string()
            ));
        }
    }
}

fn percent(share: Share) -> String {
    let permille = share.permille();
    format!("{}.{}", permille / 10, permille % 10)
}

/// A checkpoint: the record, the game, and what the sources say. At length each claim has a line; in short the
/// sources that agree are named by their letters, and only those that differ are heard.
fn checkpoint(
    texts: &Texts,
    book: &Scenario,
    number: usize,
    outcome: &Outcome,
    at_length: bool,
    page: &mut Page,
) {
    let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
    let label = format!("{number}. ");
    let by = label.len();
    let verdict = texts.t(if outcome.within {
        "debrief-inside"
    } else {
        "debrief-outside"
    });
    page.hang(
        &label,
        &format!("{} {verdict}", sentence(&checkpoint.title)),
        &" ".repeat(by),
    );
    let yours = match (checkpoint.test, outcome.happened) {
        (Test::StoodOn(_), Some(_)) => texts.t("debrief-yours-so"),
        (Test::StoodOn(_), None) => texts.t("debrief-yours-not-so"),
        (_, Some(day)) => tr!(texts, "debrief-yours-on", day = date(texts, day)),
        (_, None) => texts.t("debrief-yours-never"),
    };
    page.indent(
        by,
        &format!(
            "{} {}",
            recorded(texts, checkpoint),
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
                &self::claim(texts, book, claim),
                &" ".repeat(by + 2),
            );
        }
        return;
    }
    let name = |claim: &Claim| {
        let label = &book.sources[claim.source.index()].label;
        let label = label.split(';').next().unwrap_or(label);
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
    page.indent(by, &parts.join(" "));
}

fn recorded(texts: &Texts, checkpoint: &Checkpoint) -> String {
    match (checkpoint.test, record::range(checkpoint.test)) {
        (Test::Happened(day, 0), _) => tr!(texts, "debrief-recorded-day", day = date(texts, day)),
        (Test::Happened(day, _), Range::Between(from, until)) => tr!(
            texts,
            "debrief-recorded",
            day = date(texts, day),
            from = date(texts, from),
            until = date(texts, crate::base::date::Date(until.next_xun().0 - 1))
        ),
        (Test::StoodOn(day), _) | (Test::Happened(day, _), _) => {
            tr!(texts, "debrief-recorded-stood", day = date(texts, day))
        }
        (Test::Never, _) => texts.t("debrief-recorded-never"),
    }
}

fn claim(texts: &Texts, book: &Scenario, claim: &Claim) -> String {
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
        let label = |option: Option<crate::base::ids::OptionId>| {
            option
                .and_then(|o| decision.options.get(o.index()))
                .map_or_else(|| texts.t("choice-none"), |o| sentence(&o.label))
        };
        page.indent(2, &tr!(texts, "choice-yours", label = label(choice.option)));
        let day = date(texts, decision.chosen_on);
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
        page.para(&texts.t("departure-none"));
        return;
    };
    let decision = &book.decisions[first.decision.index()];
    let label = first
        .option
        .and_then(|o| decision.options.get(o.index()))
        .map_or_else(|| texts.t("choice-none"), |o| sentence(&o.label));
    page.para(&tr!(
        texts,
        "departure-first",
        title = decision.title.as_str(),
        day = date(texts, book.day(first.turn)),
        label = label
    ));
    page.para(&texts.t("departure-followed"));
    let entries: Vec<&Entry> = engine
        .chronicle()
        .iter()
        .filter(|e| {
            e.turn >= first.turn && e.turn.0 <= first.turn.0 + FOLLOWED && table::of_note(&e.event)
        })
        .collect();
    for entries in entries.chunk_by(|a, b| a.turn == b.turn) {
        let events: Vec<&Event> = entries.iter().map(|e| &e.event).collect();
        page.indent(2, &format!("{}.", date(texts, book.day(entries[0].turn))));
        for (_, text) in events::tellings(texts, &view, &events) {
            page.hang("    ", &text, "      ");
        }
    }
}

fn advisors(session: &Session, page: &mut Page) {
    let (texts, engine) = (session.texts(), session.engine());
    let book = engine.book();
    let seats = session.courts();
    let mut scores: BTreeMap<PersonId, (u32, u32)> = BTreeMap::new();
    for (decision, voice, so) in &engine.whole().tables().tested {
        let matter = &book.decisions[decision.index()];
        if let Some(voice) = matter
            .voices
            .get(usize::from(*voice))
            .filter(|_| seats.contains(&matter.court))
        {
            let score = scores.entry(voice.who).or_default();
            score.0 += u32::from(*so);
            score.1 += 1;
        }
    }
    page.heading(&texts.t("debrief-advisors"));
    page.para(&texts.t(if scores.is_empty() {
        "advisors-none"
    } else {
        "advisors-mean"
    }));
    let mut rows: Vec<_> = scores.into_iter().collect();
    rows.sort_by_key(|(who, (right, of))| {
        (std::cmp::Reverse(*of), std::cmp::Reverse(*right), *who)
    });
    for (who, (right, of)) in rows {
        let man = &book.people[who.index()];
        let person = format!("{} {}", man.name, man.name_zh);
        page.hang(
            "  ",
            &tr!(
                texts,
                "advisors-line",
                person = person,
                right = right,
                of = of
            ),
            "    ",
        );
    }
}

/// The sources: in short those that the checkpoints name and what their letters mean, at length all of them and how each leans.
fn sources(texts: &Texts, book: &Scenario, at_length: bool, page: &mut Page) {
    let mut used: BTreeSet<SourceId> = BTreeSet::new();
    for checkpoint in &book.checkpoints {
        used.extend(checkpoint.claims.iter().map(|c| c.source));
    }
    if !at_length {
        let list: Vec<String> = used
            .iter()
            .map(|id| &book.sources[id.index()])
            .map(|source| {
                let label = source.label.split(';').next().unwrap_or(&source.label);
                let title = source.title.split(" (").next().unwrap_or(&source.title);
                format!("{label} {title} {}", source.title_zh)
                    .trim_end()
                    .to_owned()
            })
            .collect();
        page.heading(&texts.t("debrief-sources"));
        page.para(&sentence(&list.join("; ")));
        return;
    }
    for decision in &book.decisions {
        used.extend(decision.sources.iter().copied());
        used.extend(
            decision
                .voices
                .iter()
                .flat_map(|v| v.sources.iter().copied()),
        );
    }
    for draft in &book.drafts {
        used.extend(draft.sources.iter().copied());
    }
    for incident in &book.incidents {
        used.extend(incident.sources.iter().copied());
    }
    page.heading(&texts.t("debrief-sources"));
    for id in used {
        let source = &book.sources[id.index()];
        let mut text = format!("{}: {}", source.label, source.title);
        for part in [&source.title_zh, &source.author, &source.composed] {
            if !part.is_empty() {
                text.push_str(if std::ptr::eq(part, &raw const source.title_zh) {
                    " "
                } else {
                    ", "
                });
                text.push_str(part);
            }
        }
        text.push_str(". ");
        text.push_str(&capital(&source.bias));
        page.hang("  ", text.trim_end(), "    ");
    }
}
