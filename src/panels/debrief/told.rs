//! What the debrief says, in words: made once when it is opened, for a game that is over does not change.

use crate::base::date::Date;
use crate::base::ids::{CourtId, PersonId};
use crate::events::Event;
use crate::panels::look::Holder;
use crate::panels::sight::Sight;
use crate::prose::numbers::date;
use crate::prose::record as words;
use crate::prose::standing as points_words;
use crate::prose::texts::{Texts, tr};
use crate::prose::{capital, events, names, sentence};
use crate::record::standing::standing;
use crate::record::{self, Outcome, Range, Taken};
use crate::scenario::model::{Checkpoint, Test};
use crate::table::debrief::{self as rows, About, Standing};

/// The words of a debrief.
#[derive(Debug)]
pub(super) struct Told {
    /// The ending's title.
    pub title: String,
    /// Scenario, court, and when it ended.
    pub played: String,
    /// How much was as recorded.
    pub measure: String,
    pub ending: String,
    /// For whom it was good.
    pub good: Vec<String>,
    /// How the court did: all of it, then part by part.
    pub did: Vec<String>,
    pub from: Date,
    pub until: Date,
    /// When the game ended.
    pub ended: Date,
    pub points: Vec<Point>,
    pub rows: Vec<Row>,
    /// What the shares mean, and how great they are.
    pub shares: Vec<String>,
    pub choices: Vec<Choice>,
    pub departure: Option<Departure>,
    pub followed: Vec<(String, Vec<String>)>,
    pub advisors: Vec<Advisor>,
    pub sources: Vec<Source>,
    pub course: Vec<Sitting>,
}

/// A point on the time lines.
#[derive(Debug)]
pub(super) struct Point {
    pub label: String,
    /// What the record says of it and what the game made of it.
    pub why: String,
    pub recorded: Option<Date>,
    pub yours: Option<Date>,
    pub weight: u8,
    pub standing: Standing,
    pub departure: bool,
}

/// A checkpoint.
#[derive(Debug)]
pub(super) struct Row {
    pub title: String,
    pub held_out: bool,
    pub within: bool,
    pub recorded: String,
    /// At length, with the range that counts.
    pub range: String,
    pub yours: String,
    pub chart: Option<Chart>,
    pub sources: String,
    pub claims: Vec<(String, bool)>,
    pub weight: String,
}

/// The recorded day, the days that count as recorded, and the game's day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chart {
    pub day: Date,
    pub from: Date,
    pub until: Date,
    pub yours: Option<Date>,
}

/// A choice beside the documented one.
#[derive(Debug)]
pub(super) struct Choice {
    pub title: String,
    pub title_zh: String,
    pub day: String,
    pub documented: bool,
    pub again: bool,
    pub yours: String,
    pub record: String,
    pub outcome: String,
    pub quarrel: String,
    pub sources: String,
}

/// The first choice that was not the documented one.
#[derive(Debug)]
pub(super) struct Departure {
    pub day: Date,
    pub on: String,
    pub was: String,
    pub record: String,
    pub voices: Vec<Voice>,
}

/// Who argued for it, what he expected, and whether it came true.
#[derive(Debug)]
pub(super) struct Voice {
    pub name: String,
    pub zh: String,
    pub holder: Holder,
    pub expected: String,
    pub came_true: Option<bool>,
}

/// How often an advisor was right.
#[derive(Debug)]
pub(super) struct Advisor {
    pub name: String,
    pub right: u32,
    pub of: u32,
    pub line: String,
}

/// A source.
#[derive(Debug)]
pub(super) struct Source {
    pub letters: String,
    pub title: String,
    pub leans: String,
}

/// How the court stood at the opening of a turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sitting {
    pub day: Date,
    pub treasury: [i64; 5],
    pub legitimacy: i32,
}

impl Told {
    /// The words for the court that sits; none while the game is not over.
    pub(super) fn of(see: &Sight<'_>) -> Option<Self> {
        let (texts, engine, book) = (see.texts(), see.session.engine(), see.book());
        let ending = book.endings.get(engine.ended()?.index())?;
        let court = see.desk.court;
        let outcomes = record::outcomes(engine);
        let (tuned, held) = record::shares(book, &outcomes);
        let mut all = tuned;
        all.add(held);
        let hundredths = (all.permille() + 5) / 10;
        let within = outcomes.iter().filter(|o| o.within).count();
        let choices = record::choices(engine, Some(court));
        let first = record::first_departure(engine, court);
        // The last xun closes on the day after the last.
        let ended = engine.day().min(book.until);
        let shares = [
            ("share-all", all),
            ("share-tuned", tuned),
            ("share-held", held),
        ]
        .into_iter()
        .filter(|(_, share)| share.of > 0)
        .map(|(key, share)| {
            tr!(
                texts,
                key,
                share = words::percent(share),
                inside = share.inside.to_string(),
                of = share.of.to_string()
            )
        });
        Some(Self {
            title: ending.title.clone(),
            played: tr!(
                texts,
                "page-played",
                scenario = format!("{} {}", book.title, book.title_zh),
                court = names::court(book, court),
                day = date(texts, ended)
            ),
            measure: tr!(
                texts,
                "page-measure",
                n = within,
                of = outcomes.len(),
                share = format!("{}.{:02}", hundredths / 100, hundredths % 100)
            ),
            ending: ending.text.clone(),
            good: (0..book.courts.len())
                .map(CourtId::of)
                .filter(|c| *c == court || ending.good_for.contains(c))
                .map(|c| words::ending_for(texts, book, ending, c))
                .collect(),
            did: did(see),
            from: book.from,
            until: book.until,
            ended,
            points: points(see, &outcomes),
            rows: outcomes.iter().map(|o| row(see, o)).collect(),
            shares: std::iter::once(texts.t("debrief-means"))
                .chain(shares)
                .collect(),
            choices: choices.iter().map(|t| choice(see, t)).collect(),
            departure: first.as_ref().map(|t| departure(see, t)),
            followed: first.as_ref().map_or_else(Vec::new, |t| followed(see, t)),
            advisors: advisors(see),
            sources: rows::sources(book, true)
                .into_iter()
                .map(|id| {
                    let source = &book.sources[id.index()];
                    let by: Vec<&str> = [&source.title_zh, &source.author, &source.composed]
                        .into_iter()
                        .map(String::as_str)
                        .filter(|part| !part.is_empty())
                        .collect();
                    Source {
                        letters: words::letters(source).to_owned(),
                        title: sentence(&format!("{}. {}", source.title, capital(&by.join(", ")))),
                        leans: sentence(&capital(&source.bias)),
                    }
                })
                .collect(),
            course: see.session.seat(court).map_or_else(Vec::new, |seat| {
                seat.sittings
                    .iter()
                    .zip(&book.days)
                    .map(|(sitting, day)| Sitting {
                        day: *day,
                        treasury: sitting.treasury,
                        legitimacy: sitting.legitimacy,
                    })
                    .collect()
            }),
        })
    }
}

fn did(see: &Sight<'_>) -> Vec<String> {
    let (texts, engine, court) = (see.texts(), see.session.engine(), see.desk.court);
    let view = engine.view(court);
    if engine.by_hand() {
        return vec![texts.t("standing-by-hand")];
    }
    let standing = standing(engine, court);
    std::iter::once(points_words::total(texts, &standing))
        .chain(
            standing
                .parts
                .iter()
                .filter_map(|part| points_words::part(texts, &view, part)),
        )
        .collect()
}

/// A day in short: `4 Jan 1126`.
pub(super) fn day_short(texts: &Texts, day: Date) -> String {
    let (y, m, d) = day.ymd();
    tr!(texts, "page-day", day = d, month = m, year = y.to_string())
}

fn points(see: &Sight<'_>, outcomes: &[Outcome]) -> Vec<Point> {
    let (texts, book) = (see.texts(), see.book());
    let taken = record::choices(see.session.engine(), Some(see.desk.court));
    rows::points(see.session.engine(), see.desk.court)
        .into_iter()
        .map(|point| {
            let (label, why, departure) = match point.about {
                About::Checkpoint(id) => {
                    let checkpoint = &book.checkpoints[id.index()];
                    let yours = words::yours(texts, checkpoint, &outcomes[id.index()]);
                    let why = format!(
                        "{}\n{}\n{}\n{}",
                        sentence(&checkpoint.title),
                        words::recorded(texts, checkpoint),
                        tr!(texts, "debrief-yours", yours = yours),
                        words::claims(texts, book, checkpoint)
                    );
                    (checkpoint.title.clone(), why, false)
                }
                About::Departure(id) => {
                    let decision = &book.decisions[id.index()];
                    let option = taken
                        .iter()
                        .find(|t| t.decision == id)
                        .and_then(|t| t.option);
                    let yours = words::option(texts, decision, option);
                    let record = words::option(texts, decision, Some(decision.chose));
                    let why = format!(
                        "{}\n{}\n{}",
                        sentence(&decision.title),
                        tr!(texts, "choice-yours", label = yours.as_str()),
                        tr!(
                            texts,
                            "choice-record",
                            label = record,
                            day = date(texts, decision.chosen_on)
                        )
                    );
                    // A moment that passed is called by its matter.
                    let label = option.map_or(decision.title.as_str(), |_| yours.as_str());
                    (label.trim_end_matches('.').to_owned(), why, true)
                }
            };
            Point {
                label,
                why,
                recorded: point.recorded,
                yours: point.yours,
                weight: point.weight,
                standing: point.standing,
                departure,
            }
        })
        .collect()
}

fn row(see: &Sight<'_>, outcome: &Outcome) -> Row {
    let (texts, book) = (see.texts(), see.book());
    let checkpoint = &book.checkpoints[outcome.checkpoint.index()];
    let yours = match (checkpoint.test, outcome.happened) {
        (Test::StoodOn(_), Some(_)) => texts.t("page-so"),
        (Test::StoodOn(_), None) => texts.t("page-not-so"),
        (_, Some(day)) => day_short(texts, day),
        (_, None) => texts.t("page-never"),
    };
    Row {
        title: checkpoint.title.clone(),
        held_out: checkpoint.held_out,
        within: outcome.within,
        recorded: match checkpoint.test {
            Test::Happened(day, _) => day_short(texts, day),
            Test::StoodOn(day) => tr!(texts, "page-stood", day = day_short(texts, day)),
            Test::Never => texts.t("page-never"),
        },
        range: words::recorded(texts, checkpoint),
        yours,
        chart: chart(checkpoint, outcome),
        sources: words::claims(texts, book, checkpoint),
        claims: checkpoint
            .claims
            .iter()
            .map(|c| (words::claim(texts, book, c), c.dissents))
            .collect(),
        weight: tr!(texts, "debrief-weight", n = i32::from(checkpoint.weight)),
    }
}

/// Only what happened on some day has a range to be drawn.
fn chart(checkpoint: &Checkpoint, outcome: &Outcome) -> Option<Chart> {
    let Test::Happened(day, _) = checkpoint.test else {
        return None;
    };
    let Range::Between(from, until) = record::range(checkpoint.test) else {
        return None;
    };
    Some(Chart {
        day,
        from,
        until: Date(until.next_xun().0 - 1),
        yours: outcome
            .happened
            .map(|yours| if day.xun_start() == yours { day } else { yours }),
    })
}

fn choice(see: &Sight<'_>, taken: &Taken) -> Choice {
    let (texts, book) = (see.texts(), see.book());
    let decision = &book.decisions[taken.decision.index()];
    let day = date(texts, decision.chosen_on);
    let letters: Vec<&str> = decision
        .sources
        .iter()
        .map(|id| words::letters(&book.sources[id.index()]))
        .collect();
    Choice {
        title: decision.title.clone(),
        title_zh: decision.title_zh.clone(),
        day: date(texts, book.day(taken.turn)),
        documented: taken.documented,
        again: taken.again,
        yours: tr!(
            texts,
            "choice-yours",
            label = words::option(texts, decision, taken.option)
        ),
        record: if taken.again {
            texts.t("choice-again")
        } else if taken.documented {
            tr!(texts, "choice-same", day = day)
        } else {
            tr!(
                texts,
                "choice-record",
                label = words::option(texts, decision, Some(decision.chose)),
                day = day
            )
        },
        outcome: if taken.again || decision.outcome.is_empty() {
            String::new()
        } else {
            tr!(texts, "choice-outcome", text = decision.outcome.as_str())
        },
        quarrel: if taken.again || decision.quarrel.is_empty() {
            String::new()
        } else {
            tr!(texts, "choice-quarrel", text = decision.quarrel.as_str())
        },
        sources: if taken.again || letters.is_empty() {
            String::new()
        } else {
            tr!(texts, "claims-for", sources = letters.join("; "))
        },
    }
}

fn departure(see: &Sight<'_>, taken: &Taken) -> Departure {
    let (texts, book, view) = (see.texts(), see.book(), see.view());
    let decision = &book.decisions[taken.decision.index()];
    let voices = rows::argued(see.session.engine(), taken)
        .into_iter()
        .map(|argued| {
            let voice = &decision.voices[argued.voice];
            let name = names::name(&view, argued.who);
            Voice {
                expected: tr!(
                    texts,
                    "page-expected",
                    who = name.as_str(),
                    what = sentence(&voice.expects)
                ),
                name: introduced(see, argued.who),
                zh: names::name_zh(&view, argued.who),
                holder: Holder::of(book, Some(decision.court)),
                came_true: argued.came_true,
            }
        })
        .collect();
    Departure {
        day: book.day(taken.turn),
        on: format!("{}. {}", decision.title, date(texts, book.day(taken.turn))),
        was: tr!(
            texts,
            "choice-yours",
            label = words::option(texts, decision, taken.option)
        ),
        record: tr!(
            texts,
            "choice-record",
            label = words::option(texts, decision, Some(decision.chose)),
            day = date(texts, decision.chosen_on)
        ),
        voices,
    }
}

/// `Li Gang 李綱`.
fn introduced(see: &Sight<'_>, who: PersonId) -> String {
    names::both(&see.view(), who)
}

fn followed(see: &Sight<'_>, taken: &Taken) -> Vec<(String, Vec<String>)> {
    let (texts, book, view) = (see.texts(), see.book(), see.view());
    rows::followed(see.session.engine(), taken)
        .chunk_by(|a, b| a.turn == b.turn)
        .map(|entries| {
            let told: Vec<&Event> = entries.iter().map(|e| &e.event).collect();
            let lines = events::tellings(texts, &view, &told);
            (
                date(texts, book.day(entries[0].turn)),
                lines.into_iter().map(|telling| telling.text).collect(),
            )
        })
        .collect()
}

fn advisors(see: &Sight<'_>) -> Vec<Advisor> {
    rows::calibration(see.session)
        .into_iter()
        .map(|row| {
            let name = introduced(see, row.who);
            Advisor {
                line: tr!(
                    see.texts(),
                    "advisors-line",
                    person = name.as_str(),
                    right = row.right,
                    of = row.of
                ),
                name,
                right: row.right,
                of: row.of,
            }
        })
        .collect()
}
